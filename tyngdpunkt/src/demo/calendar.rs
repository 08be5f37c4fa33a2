//! The days of the demonstration, counted from the first day of its history.

use jiff::Span;
use jiff::civil::{Date, Weekday};

/// Days as whole numbers: 0 is the first day of the history, days before it are negative.
#[derive(Debug, Clone, Copy)]
pub(super) struct Calendar {
    first: Date,
    /// The number of the day for which the municipality is made.
    pub(super) today: i32,
}

impl Calendar {
    /// The calendar of a history of `years` years up to `today`.
    pub(super) fn new(today: Date, years: i32) -> Self {
        let first = today.saturating_sub(Span::new().years(years));
        let days = first.until(today).map_or(0, |span| span.get_days());
        Self { first, today: days }
    }

    /// The date of a day; the first or last of the calendar where it lies beyond.
    pub(super) fn date(self, day: i32) -> Date {
        self.first.saturating_add(Span::new().days(day))
    }

    /// The day of a date.
    fn day(self, date: Date) -> i32 {
        self.first.until(date).map_or(0, |span| span.get_days())
    }

    /// The day `months` calendar months after `day`; earlier where `months` is negative.
    pub(super) fn months_after(self, day: i32, months: i32) -> i32 {
        self.day(self.date(day).saturating_add(Span::new().months(months)))
    }

    /// 0 for Monday to 6 for Sunday.
    pub(super) fn weekday(self, day: i32) -> usize {
        let first = i32::from(self.first.weekday().to_monday_zero_offset());
        usize::try_from((first + day).rem_euclid(7)).unwrap_or(0)
    }

    /// Whether offices are open.
    pub(super) fn is_workday(self, day: i32) -> bool {
        self.weekday(day) < usize::try_from(Weekday::Saturday.to_monday_zero_offset()).unwrap_or(5)
    }

    /// The workday nearest to `day`, but later than `after`.
    pub(super) fn workday(self, day: i32, after: i32) -> i32 {
        let day = day.max(after + 1);
        match self.weekday(day) {
            5 if day - 1 > after => day - 1,
            5 => day + 2,
            6 if day - 2 > after => day - 2,
            6 => day + 1,
            _ => day,
        }
    }
}
