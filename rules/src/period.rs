//! Periods: every fact that changes with time has a first day and, once it is over, a day on which it no longer counts.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// From a day (inclusive) to a day (exclusive); without `to` it lasts.
///
/// A period whose `to` equals its `from` counts on no day: something opened and closed on the same day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Unchecked")]
pub struct Period {
    from: Date,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<Date>,
}

/// The end of a period lies before its start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the period ends {to}, before it starts {from}")]
pub struct EndBeforeStart {
    /// First day.
    pub from: Date,
    /// The day on which it would no longer count.
    pub to: Date,
}

#[derive(Deserialize)]
struct Unchecked {
    #[serde(default = "Period::beginning")]
    from: Date,
    to: Option<Date>,
}

impl TryFrom<Unchecked> for Period {
    type Error = EndBeforeStart;
    fn try_from(unchecked: Unchecked) -> Result<Self, EndBeforeStart> {
        Self::new(unchecked.from, unchecked.to)
    }
}

/// Where a day lies in relation to a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// The period has not begun.
    Coming,
    /// The day is within the period.
    Current,
    /// The period is over.
    Past,
}

impl Period {
    /// A period that always counts: from the first day of the calendar, without end.
    pub const ALWAYS: Self = Self {
        from: Date::MIN,
        to: None,
    };

    fn beginning() -> Date {
        Date::MIN
    }

    /// A period from `from` until, not including, `to`.
    ///
    /// # Errors
    /// [`EndBeforeStart`] when `to` lies before `from`.
    pub fn new(from: Date, to: Option<Date>) -> Result<Self, EndBeforeStart> {
        match to {
            Some(to) if to < from => Err(EndBeforeStart { from, to }),
            _ => Ok(Self { from, to }),
        }
    }

    /// A period that begins on `from` and lasts.
    #[must_use]
    pub const fn since(from: Date) -> Self {
        Self { from, to: None }
    }

    /// First day.
    #[must_use]
    pub const fn from(self) -> Date {
        self.from
    }

    /// The day on which it no longer counts; none while it lasts.
    #[must_use]
    pub const fn to(self) -> Option<Date> {
        self.to
    }

    /// Whether the period counts on `day`.
    #[must_use]
    pub fn contains(self, day: Date) -> bool {
        self.from <= day && self.to.is_none_or(|to| day < to)
    }

    /// Coming, current or past on `day`.
    #[must_use]
    pub fn status(self, day: Date) -> Status {
        if day < self.from {
            Status::Coming
        } else if self.contains(day) {
            Status::Current
        } else {
            Status::Past
        }
    }

    /// The part of this period within `other`; none when they share no day.
    #[must_use]
    pub fn overlap(self, other: Self) -> Option<Self> {
        let from = self.from.max(other.from);
        let to = match (self.to, other.to) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        to.is_none_or(|to| from < to).then_some(Self { from, to })
    }
}

/// Whole calendar months from `since` to `day`; none before `since`.
///
/// A month is whole when its day number is reached again: from 31 January, one month is whole on 1 March at the latest.
#[must_use]
pub fn whole_months(since: Date, day: Date) -> u32 {
    let months = (i32::from(day.year()) - i32::from(since.year())) * 12 + i32::from(day.month()) - i32::from(since.month());
    u32::try_from(months - i32::from(day.day() < since.day())).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_closing_day_no_longer_counts() {
        let period = Period::new(date(2026, 3, 1), Some(date(2026, 3, 10))).expect("in order");
        for (day, expected) in [
            (date(2026, 2, 28), Status::Coming),
            (date(2026, 3, 1), Status::Current),
            (date(2026, 3, 9), Status::Current),
            (date(2026, 3, 10), Status::Past),
        ] {
            assert_eq!(period.status(day), expected, "{day}");
        }
    }

    #[test]
    fn an_end_before_the_start_is_refused_and_the_same_day_counts_nowhere() {
        let day = date(2026, 5, 5);
        assert!(Period::new(day, Some(date(2026, 5, 4))).is_err());
        let same = Period::new(day, Some(day)).expect("allowed");
        assert!(!same.contains(day));
    }

    #[test]
    fn experience_is_counted_in_whole_calendar_months() {
        for (since, day, expected) in [
            (date(2026, 1, 15), date(2026, 1, 15), 0),
            (date(2026, 1, 15), date(2026, 2, 14), 0),
            (date(2026, 1, 15), date(2026, 2, 15), 1),
            (date(2026, 1, 31), date(2026, 2, 28), 0),
            (date(2026, 1, 31), date(2026, 3, 1), 1),
            (date(2024, 2, 29), date(2025, 2, 28), 11),
            (date(2026, 9, 1), date(2026, 1, 1), 0),
        ] {
            assert_eq!(whole_months(since, day), expected, "{since} to {day}");
        }
    }
}
