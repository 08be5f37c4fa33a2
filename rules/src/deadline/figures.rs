//! How many of the clocks were kept, month by month: for a unit, never for a named person.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Clock, State};

/// A month's clocks of one duty.
#[derive(Debug, Clone, PartialEq)]
pub struct Month {
    /// The first day of the month in which they ran out or were done, whichever came first.
    pub month: Date,
    /// How many.
    pub all: u32,
    /// How many were kept.
    pub kept: u32,
    /// Days from the day counted from until it was done, in the middle of those done; none where none was.
    pub median_days: Option<u32>,
    /// Days that the longest took.
    pub longest_days: Option<u32>,
    /// Between which shares the kept would vary by chance alone, as a share from 0 to 1; none with fewer than [`LEAST_MONTHS`] months.
    pub limits: Option<(f64, f64)>,
}

impl Month {
    /// The share that was kept, from 0 to 1.
    #[must_use]
    pub fn share(&self) -> f64 {
        f64::from(self.kept) / f64::from(self.all.max(1))
    }

    /// Whether the share lies outside what chance alone would give.
    #[must_use]
    pub fn stands_out(&self) -> bool {
        self.limits
            .is_some_and(|(low, high)| self.share() < low || self.share() > high)
    }
}

/// Fewer months say nothing about how much a share varies.
pub const LEAST_MONTHS: usize = 6;

/// The figures of each month, in order. Clocks that run, that fell away or that have no last day are not among them.
///
/// The limits are those of the p-chart: three standard deviations of a share around the share of all months together (Shewhart, Economic
/// Control of Quality of Manufactured Product, 1931; ISO 7870-2).
#[must_use]
pub fn months<'c, 'l: 'c>(clocks: impl IntoIterator<Item = &'c Clock<'l>>) -> Vec<Month> {
    #[derive(Default)]
    struct Sums {
        all: u32,
        kept: u32,
        days: Vec<u32>,
    }
    let mut sums: BTreeMap<Date, Sums> = BTreeMap::new();
    for clock in clocks {
        let Some(last) = clock.last else { continue };
        let (day, done, kept) = match clock.state {
            State::Kept { on } => (on, Some(on), true),
            State::Late { on, .. } => (last, Some(on), false),
            State::Passed { .. } => (last, None, false),
            State::Running { .. } | State::FellAway { .. } | State::ByNeed => continue,
        };
        let month = sums.entry(day.first_of_month()).or_default();
        month.all += 1;
        month.kept += u32::from(kept);
        let days = done.map(|done| clock.from.duration_until(done).as_hours() / 24);
        month.days.extend(days.and_then(|days| u32::try_from(days).ok()));
    }
    let (all, kept) = sums
        .values()
        .fold((0, 0), |(all, kept), month| (all + month.all, kept + month.kept));
    let middle = f64::from(kept) / f64::from(all.max(1));
    let has_limits = sums.len() >= LEAST_MONTHS;
    sums.into_iter()
        .map(|(month, mut sums)| {
            sums.days.sort_unstable();
            let spread = 3.0 * (middle * (1.0 - middle) / f64::from(sums.all.max(1))).sqrt();
            Month {
                month,
                all: sums.all,
                kept: sums.kept,
                median_days: sums.days.get(sums.days.len().saturating_sub(1) / 2).copied(),
                longest_days: sums.days.last().copied(),
                limits: has_limits.then(|| ((middle - spread).max(0.0), (middle + spread).min(1.0))),
            }
        })
        .collect()
}
