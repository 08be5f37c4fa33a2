//! How many of the clocks were kept, month by month: for a unit, never for a named person.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::{Clock, State};
use crate::access::{Group, shown};

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

/// A unit that figures are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its code.
    pub code: String,
    /// The place of the unit above among all; none at the top. Units stand after the one above them.
    pub above: Option<usize>,
    /// Whether enough people work in it and in what it differs from others by.
    pub is_shown: bool,
    /// Whether whoever asks leads it, and sees its cases by name anyway.
    pub is_own: bool,
}

/// A month of a unit.
#[derive(Debug, Clone, PartialEq)]
pub struct ShownMonth {
    /// The first day of the month.
    pub month: Date,
    /// Its figures; none when they would be about too few cases.
    pub figures: Option<Month>,
}

/// The figures of each unit and all under it since the month of `first`, in the order of `places`; none for a unit that is not shown.
///
/// `clocks` are each with the code of the unit that the case lay in. A month with fewer than `limit` clocks, by itself or as a difference to
/// others, has no figures except in a unit of one's own.
#[must_use]
pub fn by_unit(
    places: &[Place],
    clocks: &[(Option<String>, Clock<'_>)],
    first: Date,
    limit: usize,
) -> Vec<Option<Vec<ShownMonth>>> {
    let mut within: Vec<Vec<&Clock<'_>>> = places.iter().map(|_| Vec::new()).collect();
    for (unit, clock) in clocks {
        let mut at = places.iter().position(|place| Some(&place.code) == unit.as_ref());
        while let Some(place) = at {
            within[place].push(clock);
            // The one above stands before: this ends.
            at = places[place].above.filter(|above| *above < place);
        }
    }
    let all: Vec<Vec<Month>> = within.iter().map(|clocks| months(clocks.iter().copied())).collect();
    let first = first.first_of_month();
    let dates: BTreeSet<Date> = all
        .iter()
        .flatten()
        .map(|month| month.month)
        .filter(|month| *month >= first)
        .collect();
    let mut figures: Vec<Vec<ShownMonth>> = places.iter().map(|_| Vec::new()).collect();
    for date in dates {
        let of_month = |months: &Vec<Month>| months.iter().find(|month| month.month == date).cloned();
        let of_month: Vec<Option<Month>> = all.iter().map(of_month).collect();
        let groups: Vec<Group> = places
            .iter()
            .zip(&of_month)
            .map(|(place, month)| Group {
                people: month
                    .as_ref()
                    .map_or(0, |month| usize::try_from(month.all).unwrap_or(usize::MAX)),
                above: place.above,
            })
            .collect();
        let shown = shown(&groups, limit);
        for (place, (month, shown)) in of_month.into_iter().zip(shown).enumerate() {
            if let Some(month) = month {
                figures[place].push(ShownMonth {
                    month: date,
                    figures: Some(month).filter(|_| shown || places[place].is_own),
                });
            }
        }
    }
    places
        .iter()
        .zip(figures)
        .map(|(place, figures)| (place.is_shown || place.is_own).then_some(figures))
        .collect()
}
