//! The load from day to day, and for how long it has been too much.

use jiff::civil::Date;
use proptest::prelude::*;
use rules::case::Holding;
use rules::overload::{history, overload};
use rules::period::Period;
use rules::person::Person;
use rules::weight_model::{Band, Series, WeightModel};

use super::load_on;
use super::strategies::{DAYS, FIRST, USUAL, day, holding, model, person, situation};

/// Two versions, the second valid from a day in the window; no model applies before the first.
fn series(first: WeightModel, second: WeightModel, from: i64, change: i64) -> Series {
    let (mut first, mut second) = (first, second);
    first.valid_from = day(from);
    second.valid_from = day(from + 1 + change);
    Series::new(vec![second, first]).expect("two days")
}

fn days() -> impl Iterator<Item = Date> + Clone {
    (0..DAYS).map(day)
}

/// The run of days of too much that ends on the last day, counted day by day.
fn day_by_day(models: &Series, person: &Person, holdings: &[Holding]) -> Option<(Date, u32, bool)> {
    let mut run = None;
    let mut broken = false;
    for day in days().collect::<Vec<_>>().into_iter().rev() {
        let Some(model) = models.on(day) else { break };
        let band = load_on(model, person, holdings, day).band;
        let from = model.overload.map_or(Band::Over, |rule| rule.band);
        let too_much = band != Band::NoCapacity && band >= from;
        match (run, band) {
            (None, _) if !too_much => return None,
            _ if broken => break,
            (_, Band::NoCapacity) => {}
            _ if too_much => run = Some((day, run.map_or(1, |(_, days)| days + 1))),
            _ => broken = true,
        }
    }
    let (since, days) = run?;
    let rule = models.on(day(DAYS - 1)).and_then(|model| model.overload);
    Some((since, days, rule.is_some_and(|rule| days >= 7 * rule.weeks)))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_history_says_for_every_day_what_that_day_says(
        ((first, person, holdings), second) in (situation(), model(USUAL)),
        (from, change) in (-10_i64..30, 0_i64..DAYS),
    ) {
        let models = series(first, second, from, change);
        let steps = history(&models, &person, &holdings, FIRST, day(DAYS - 1));
        let mut steps_days = Vec::new();
        for step in &steps {
            let within = days().filter(|day| step.period.contains(*day)).collect::<Vec<_>>();
            prop_assert!(!within.is_empty(), "a step of no day");
            for day in within {
                let expected = models.on(day).map(|model| load_on(model, &person, &holdings, day));
                prop_assert_eq!(&step.load, &expected, "{}", day);
                steps_days.push(day);
            }
        }
        prop_assert_eq!(steps_days, days().collect::<Vec<_>>(), "each day once, in order");
    }

    #[test]
    fn overload_is_what_counting_day_by_day_finds(
        ((first, person, holdings), second) in (situation(), model(USUAL)),
        (from, change) in (-10_i64..30, 0_i64..DAYS),
    ) {
        let models = series(first, second, from, change);
        let steps = history(&models, &person, &holdings, FIRST, day(DAYS - 1));
        let found = overload(&models, &steps).map(|overload| (overload.since, overload.days, overload.due));
        prop_assert_eq!(found, day_by_day(&models, &person, &holdings));
    }

    #[test]
    fn what_is_known_of_later_days_changes_no_earlier_answer(
        ((model, known, holdings), (later, more), later_model) in situation().prop_flat_map(|situation| {
            let later = (person(&situation.0), prop::collection::vec(holding(&situation.0), 0..4));
            (Just(situation), later, model(USUAL))
        }),
        asked in 0..DAYS - 1,
    ) {
        // Every fact of the later kind begins after the day that is asked for.
        let after = |period: Period| {
            let from = period.from().max(day(asked + 1));
            Period::new(from, period.to().map(|to| to.max(from))).expect("in order")
        };
        let (mut all, mut held) = (known.clone(), holdings.clone());
        all.employments.extend(later.employments.into_iter().map(|mut fact| { fact.period = after(fact.period); fact }));
        all.reductions.extend(later.reductions.into_iter().map(|mut fact| { fact.period = after(fact.period); fact }));
        all.duties.extend(later.duties.into_iter().map(|mut fact| { fact.period = after(fact.period); fact }));
        all.support.extend(later.support.into_iter().map(|mut fact| { fact.on = fact.on.max(day(asked + 1)); fact }));
        held.extend(more.into_iter().map(|mut fact| { fact.period = after(fact.period); fact }));
        let before = series(model.clone(), later_model.clone(), -30, DAYS * 10);
        let now = series(model, later_model, -30, asked + 30);
        let on = day(asked);
        prop_assert_eq!(now.on(on), before.on(on));
        let then = history(&before, &known, &holdings, FIRST, on);
        prop_assert_eq!(&history(&now, &all, &held, FIRST, on), &then);
        prop_assert_eq!(overload(&now, &then), overload(&before, &then));
    }
}
