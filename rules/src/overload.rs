//! Overload: when somebody has carried too much for too long, computed from dated facts for any day.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::Serialize;

use crate::capacity;
use crate::case::Holding;
use crate::load::{Held, PersonLoad, load, support_end};
use crate::period::Period;
use crate::person::Person;
use crate::weight_model::{Band, Series, WeightModel};

/// A stretch of days on which nothing changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Step {
    /// The days; the last step ends the day after the window.
    pub period: Period,
    /// The load on each of them; none where no weight model is valid.
    pub load: Option<PersonLoad>,
}

/// The load of `person` on every day from `first` to `last` (both included), as stretches of days without change.
///
/// On each day it is the load that [`load`] gives for that day.
#[must_use]
pub fn history(models: &Series, person: &Person, holdings: &[Holding], first: Date, last: Date) -> Vec<Step> {
    let Ok(end) = last.tomorrow() else { return Vec::new() };
    let relevant: Vec<&Holding> = holdings
        .iter()
        .filter(|holding| holding.period.from() <= last && holding.period.to().is_none_or(|to| to > first))
        .collect();
    let mut days = change_days(models, person, &relevant);
    days.retain(|day| first < *day && *day <= last);
    days.insert(first);
    let days: Vec<Date> = days.into_iter().collect();
    let mut weighed: Option<(&WeightModel, Vec<(Period, Held)>)> = None;
    let mut steps: Vec<Step> = Vec::with_capacity(days.len());
    for (place, from) in days.iter().enumerate() {
        let to = days.get(place + 1).copied().unwrap_or(end);
        let period = Period::new(*from, Some(to)).unwrap_or(Period::since(*from));
        let Some(model) = models.on(*from) else {
            steps.push(Step { period, load: None });
            continue;
        };
        let known = weighed.as_ref().is_some_and(|(known, _)| std::ptr::eq(*known, model));
        if !known {
            weighed = Some((
                model,
                relevant
                    .iter()
                    .map(|holding| (holding.period, Held::weigh(model, holding)))
                    .collect(),
            ));
        }
        let held = weighed.iter().flat_map(|(_, held)| held.iter());
        let held = held.filter(|(period, _)| period.contains(*from)).map(|(_, held)| *held);
        let load = load(model, person, &held, *from);
        match steps.last_mut() {
            // Something was recorded for that day which changes nothing.
            Some(Step {
                period: before,
                load: Some(same),
            }) if known && *same == load => {
                *before = Period::new(before.from(), Some(to)).unwrap_or(*before);
            }
            _ => steps.push(Step {
                period,
                load: Some(load),
            }),
        }
    }
    steps
}

/// Every day on which something about the load may change.
fn change_days(models: &Series, person: &Person, holdings: &[&Holding]) -> BTreeSet<Date> {
    let mut days = BTreeSet::new();
    let periods = holdings.iter().map(|holding| holding.period);
    let periods = periods.chain(person.employments.iter().map(|employment| employment.period));
    for period in periods.chain(person.duties.iter().map(|duty| duty.period)) {
        days.insert(period.from());
        days.extend(period.to());
    }
    for model in models.models() {
        days.insert(model.valid_from);
        days.extend(
            person
                .reductions
                .iter()
                .flat_map(|reduction| capacity::reduction_days(model, reduction)),
        );
        for support in &person.support {
            days.insert(support.on);
            days.extend(model.support(&support.kind).and_then(|row| support_end(support, row.days)));
        }
        if let Some(since) = person.in_profession_since {
            let limits = model.norm.levels.iter().filter_map(|level| level.below_months);
            days.extend(limits.flat_map(|months| capacity::month_days(since, months)).flatten());
        }
    }
    days
}

/// How long somebody has carried too much.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Overload {
    /// The first day of the unbroken run.
    pub since: Date,
    /// Days of the run on which it was too much, the day asked for included.
    pub days: u32,
    /// Whether it has lasted as long as the model's rule says, so that an action is due.
    pub due: bool,
}

impl Overload {
    /// Whole weeks.
    #[must_use]
    pub const fn weeks(self) -> u32 {
        self.days / 7
    }
}

/// The unbroken run of too much that `steps` end with; none when it is not too much on the last day.
///
/// Too much is the band of the model's overload rule or a higher one (the band "over" where the model has no rule; then
/// nothing is ever due). Days without capacity neither count nor break the run: an absence does not lighten what waits.
#[must_use]
pub fn overload(models: &Series, steps: &[Step]) -> Option<Overload> {
    let last_day = steps.last()?.period.to()?.yesterday().ok()?;
    overload_on(models, steps, last_day)
}

/// The same as [`overload`] on a `day` that lies within `steps`: what comes after it is passed over.
#[must_use]
pub fn overload_on(models: &Series, steps: &[Step], day: Date) -> Option<Overload> {
    let rule_on = |day| models.on(day).and_then(|model| model.overload);
    let too_much = |step: &Step, load: &PersonLoad| {
        let from_band = rule_on(step.period.from()).map_or(Band::Over, |rule| rule.band);
        load.band != Band::NoCapacity && load.band >= from_band
    };
    let after = day.tomorrow().ok()?;
    let mut until_day = steps.iter().rev().skip_while(|step| step.period.from() > day).peekable();
    let last = until_day.peek().filter(|step| step.period.contains(day))?;
    if !last.load.as_ref().is_some_and(|load| too_much(last, load)) {
        return None;
    }
    let (mut since, mut days) = (day, 0);
    for step in until_day {
        let Some(load) = &step.load else { break };
        if too_much(step, load) {
            since = step.period.from();
            let to = step.period.to().map_or(after, |to| to.min(after));
            days += length(Period::new(since, Some(to)).unwrap_or(step.period));
        } else if load.band != Band::NoCapacity {
            break;
        }
    }
    let due = rule_on(day).is_some_and(|rule| days >= rule.weeks * 7);
    Some(Overload { since, days, due })
}

/// Days in a closed period.
fn length(period: Period) -> u32 {
    let days = period
        .to()
        .and_then(|to| period.from().until(to).ok())
        .map_or(0, |span| span.get_days());
    u32::try_from(days).unwrap_or(0)
}
