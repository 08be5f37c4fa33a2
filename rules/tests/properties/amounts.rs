//! Points, capacity and load on one day.

use proptest::collection::vec;
use proptest::prelude::*;
use rules::amount::{MILLION, Points, Share};
use rules::capacity::{self, capacity};
use rules::case::{FactorValue, Holding, Part};
use rules::load::{Load, explain, unit_parts};
use rules::period::whole_months;
use rules::person::{Extent, Person, ReductionSize};
use rules::weigh::{points, weigh};
use rules::weight_model::{Band, FactorKind, Rounding, WeightModel};

use super::load_on;
use super::strategies::{DAYS, USUAL, day, holding, model, reduction, situation};

/// Half up, written the long way.
fn half_up(numerator: i128, denominator: i128) -> i128 {
    let doubled = 2 * numerator + denominator;
    doubled.div_euclid(2 * denominator)
}

/// Points of a whole case by the formula, as one exact fraction rounded once: millionths of a point.
fn by_the_formula(model: &WeightModel, holding: &Holding) -> Option<i128> {
    let (case_type, phase) = (&*holding.case_type, holding.phase.as_deref());
    let (_, row) = model.row(case_type, phase)?;
    let (mut sum, mut multiply, mut scale) = (i128::from(row.points.millionths()), 1_i128, 1_i128);
    for factor in model.factors.iter().filter(|factor| factor.applies(case_type, phase)) {
        let by = match (&factor.kind, holding.effort.get(&factor.id)) {
            (FactorKind::Flag { add, multiply }, Some(FactorValue::Flag(true))) => {
                sum += i128::from(add.millionths());
                multiply.millionths()
            }
            (FactorKind::Count { free, add, max }, Some(FactorValue::Count(count))) => {
                let more = i128::from(add.millionths()) * i128::from((i64::from(*count) - i64::from(*free)).max(0));
                sum += max.map_or(more, |max| more.min(i128::from(max.millionths())));
                MILLION
            }
            (FactorKind::Levels(levels), Some(FactorValue::Level(name))) => {
                sum += levels
                    .iter()
                    .find(|(level, _)| level == name)
                    .map_or(0, |(_, add)| i128::from(add.millionths()));
                MILLION
            }
            (FactorKind::Multipliers(levels), Some(FactorValue::Level(name))) => levels
                .iter()
                .find(|(level, _)| level == name)
                .map_or(MILLION, |(_, by)| by.millionths()),
            _ => MILLION,
        };
        multiply *= i128::from(by / 1000);
        scale *= 1000;
    }
    Some(half_up(sum * multiply, scale * 1000) * 1000)
}

/// Capacity by the formula, as one exact fraction rounded once: millionths of a point.
fn capacity_by_the_formula(model: &WeightModel, person: &Person, on: jiff::civil::Date) -> i128 {
    let million = i128::from(MILLION);
    // Hours in millionths of millionths.
    let hours: i128 = person
        .employments
        .iter()
        .filter(|employment| employment.period.contains(on))
        .map(|employment| match employment.extent {
            Extent::OfFullTime(share) => i128::from(share.millionths()) * i128::from(model.norm.hours_per_week.millionths()),
            Extent::HoursPerWeek(hours) => i128::from(hours.millionths()) * million,
        })
        .sum();
    let mut left = hours * million;
    for reduction in person.reductions.iter().filter(|reduction| reduction.period.contains(on)) {
        let row = model.reduction(&reduction.kind);
        let months = whole_months(reduction.period.from(), on);
        if row.and_then(|row| row.months).is_some_and(|most| months >= most) {
            continue;
        }
        let ceiling = i128::from(row.and_then(|row| row.max_share).unwrap_or(Share::whole(1000)).millionths());
        let share = row.and_then(|row| row.share).unwrap_or(Share::FULL);
        left -= match reduction.size.unwrap_or(ReductionSize::Share(share)) {
            ReductionSize::Share(share) => hours * i128::from(share.millionths()).min(ceiling),
            ReductionSize::HoursPerWeek(taken) => {
                let most = half_up(hours / million * ceiling, million);
                i128::from(taken.millionths()).min(most) * million * million
            }
        };
    }
    let months = person.in_profession_since.map(|since| whole_months(since, on));
    let level = model.level(months).map_or(Share::FULL, |level| level.share);
    let numerator = i128::from(model.norm.points.millionths()) * i128::from(level.millionths() / 100) * left.max(0);
    let denominator = i128::from(model.norm.hours_per_week.millionths()) * 10_000 * million * million;
    match model.norm.rounding {
        Rounding::None => half_up(numerator, denominator),
        Rounding::Down => numerator / (denominator * million) * million,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_cases_and_facts_changes_nothing(
        ((model, person, holdings), on) in (situation(), 0..DAYS),
        seed in any::<prop::sample::Index>(),
    ) {
        let (mut turned, mut other) = (holdings.clone(), person.clone());
        if !turned.is_empty() {
            let place = seed.index(turned.len());
            turned.rotate_left(place);
            turned.reverse();
        }
        other.employments.reverse();
        other.reductions.reverse();
        other.duties.reverse();
        other.support.reverse();
        prop_assert_eq!(load_on(&model, &person, &holdings, day(on)), load_on(&model, &other, &turned, day(on)));
    }

    #[test]
    fn one_more_case_never_lowers_a_load(
        ((model, person, holdings), more) in situation().prop_flat_map(|situation| {
            let more = holding(&situation.0);
            (Just(situation), more)
        }),
        on in 0..DAYS,
    ) {
        let before = load_on(&model, &person, &holdings, day(on));
        let mut with = holdings;
        with.push(more.clone());
        let after = load_on(&model, &person, &with, day(on));
        prop_assert!(after.load >= before.load && after.points >= before.points && after.cases >= before.cases);
        prop_assert_eq!(after.capacity, before.capacity);
        // What a supervisor sees before giving the case is what it comes to.
        if more.period.contains(day(on))
            && let Ok(points) = points(&model, &more.case_type, more.phase.as_deref(), &more.effort, (more.part, more.share))
        {
            prop_assert_eq!(before.with_one_more(points.times(i64::from(more.count))), after.load);
        }
    }

    #[test]
    fn a_case_split_between_two_keeps_its_points(
        (model, held) in model(USUAL).prop_flat_map(|model| { let held = holding(&model); (Just(model), held) }),
        thousandths in 0_i64..=1000,
    ) {
        let of = |part, share| points(&model, &held.case_type, held.phase.as_deref(), &held.effort, (part, Some(share)));
        let main = Share::from_millionths(thousandths * 1000);
        let co = Share::FULL - main;
        if let Ok(whole) = of(Part::Main, Share::FULL) {
            prop_assert_eq!(of(Part::Main, main).expect("weighed") + of(Part::Co, co).expect("weighed"), whole);
        }
    }

    #[test]
    fn the_lines_of_a_case_add_up_to_its_points(
        (model, held) in model(USUAL).prop_flat_map(|model| { let held = holding(&model); (Just(model), held) }),
    ) {
        let of = (held.part, held.share);
        let weighed = weigh(&model, &held.case_type, held.phase.as_deref(), &held.effort, of, held.count);
        let one = points(&model, &held.case_type, held.phase.as_deref(), &held.effort, of);
        prop_assert_eq!(weighed.is_ok(), one.is_ok());
        if let (Ok(weighed), Ok(one)) = (weighed, one) {
            prop_assert_eq!(weighed.lines.iter().map(|line| line.points).sum::<Points>(), weighed.points);
            prop_assert_eq!(one.times(i64::from(held.count)), weighed.points);
        }
    }

    #[test]
    fn what_is_explained_is_what_is_counted((model, person, holdings) in situation(), on in 0..DAYS) {
        let explained = explain(&model, &person, &holdings, day(on));
        let load = load_on(&model, &person, &holdings, day(on));
        let cases = explained.cases.iter().filter_map(|case| case.weighed.as_ref().ok());
        prop_assert_eq!(cases.map(|weighed| weighed.points).sum::<Points>(), load.case_points);
        prop_assert_eq!(explained.duties.iter().filter_map(|(_, points)| *points).sum::<Points>(), load.duty_points);
        prop_assert_eq!(explained.support.iter().map(|(_, points)| *points).sum::<Points>(), load.support_points);
        prop_assert_eq!(load.case_points + load.stable + load.duty_points + load.support_points, load.points);
        prop_assert_eq!(explained.capacity.capacity, load.capacity);
        prop_assert_eq!(explained.load, load);
    }

    #[test]
    fn a_case_is_rounded_half_up_once_from_the_exact_fraction(
        (model, held) in model(USUAL).prop_flat_map(|model| { let held = holding(&model); (Just(model), held) }),
    ) {
        let whole = points(&model, &held.case_type, held.phase.as_deref(), &held.effort, (Part::Main, Some(Share::FULL)));
        prop_assert_eq!(whole.ok().map(|points| i128::from(points.millionths())), by_the_formula(&model, &held));
    }

    #[test]
    fn capacity_is_the_exact_fraction_rounded_once((model, person, _) in situation(), on in 0..DAYS) {
        let expected = capacity_by_the_formula(&model, &person, day(on));
        prop_assert_eq!(i128::from(capacity(&model, &person, day(on)).millionths()), expected);
        prop_assert_eq!(i128::from(capacity::explain(&model, &person, day(on)).capacity.millionths()), expected);
    }

    #[test]
    fn capacity_is_never_negative_and_no_reduction_raises_it(
        ((model, person, _), more) in situation().prop_flat_map(|situation| {
            let more = vec(reduction(&situation.0), 1..4);
            (Just(situation), more)
        }),
        on in 0..DAYS,
    ) {
        let before = capacity(&model, &person, day(on));
        let mut reduced = person;
        reduced.reductions.extend(more);
        let after = capacity(&model, &reduced, day(on));
        prop_assert!(Points::ZERO <= after && after <= before, "{} after {}", after, before);
    }

    #[test]
    fn more_points_never_mean_a_lower_band(
        model in model(USUAL),
        points in vec(-1_000_000_i64..200_000_000, 2..8),
        capacity in 0_i64..100_000_000,
    ) {
        let mut points = points;
        points.sort_unstable();
        let capacity = Points::from_millionths(capacity);
        let loads: Vec<Load> = points.into_iter().map(|points| Load::of(Points::from_millionths(points), capacity)).collect();
        for pair in loads.windows(2) {
            prop_assert!(pair[0] <= pair[1] && pair[0].band(&model) <= pair[1].band(&model));
        }
        for load in loads {
            prop_assert_eq!(load.band(&model) == Band::NoCapacity, capacity.is_zero());
        }
    }

    #[test]
    fn the_parts_in_each_unit_add_up_to_the_whole((model, person, holdings) in situation(), on in 0..DAYS) {
        let whole = load_on(&model, &person, &holdings, day(on));
        let parts = unit_parts(&model, &person, &whole, day(on));
        prop_assert!(!parts.is_empty());
        prop_assert_eq!(parts.iter().map(|part| part.points).sum::<Points>(), whole.points);
        prop_assert_eq!(parts.iter().map(|part| part.capacity).sum::<Points>(), whole.capacity);
    }
}
