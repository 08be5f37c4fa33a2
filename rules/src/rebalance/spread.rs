//! Handovers spread over weeks, so that nobody takes over too many at once.

use std::collections::HashMap;

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};

use crate::calendar::working_day_from;

/// How fast cases may change hands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// The first day on which one may.
    pub first: Date,
    /// So many cases a week and receiver at most; at least one group a week is handed over, however many cases it has.
    pub per_week: u16,
}

/// A group of cases that is handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Handover {
    /// Id of the person who takes over.
    pub to: i64,
    /// How many cases.
    pub cases: u32,
    /// The day that is decided already; none where a day is looked for.
    pub decided: Option<Date>,
}

/// The Monday of the week.
fn week(day: Date) -> Date {
    day.saturating_sub(i64::from(day.weekday().since(Weekday::Monday)).days())
}

/// A day for each handover, in their order: the earliest week in which its receiver still takes over few enough, counting those whose day
/// is decided; the first working day of that week that is not before the first day. Siblings are handed over together, also when they are
/// more than a week's number: then alone in their week.
#[must_use]
pub fn spread(handovers: &[Handover], pace: Pace) -> Vec<Date> {
    let per_week = u32::from(pace.per_week.max(1));
    let mut taken: HashMap<(i64, Date), u32> = HashMap::new();
    for handover in handovers {
        if let Some(day) = handover.decided {
            let cases = taken.entry((handover.to, week(day))).or_default();
            *cases = cases.saturating_add(handover.cases);
        }
    }
    let days = handovers.iter().map(|handover| {
        if let Some(day) = handover.decided {
            return day;
        }
        let mut day = working_day_from(pace.first);
        loop {
            let monday = week(day);
            let cases = taken.entry((handover.to, monday)).or_default();
            let after = cases.saturating_add(handover.cases);
            let next = working_day_from(monday.saturating_add(7.days()));
            if after <= per_week || *cases == 0 || next <= day {
                *cases = after;
                return day;
            }
            day = next;
        }
    });
    days.collect()
}
