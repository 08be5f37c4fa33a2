//! Capacity: the points a person can carry on a day, from norm, experience, hours and reductions.

use jiff::civil::Date;
use serde::Serialize;

use crate::amount::{Hours, MILLION, Points, Share, divide_half_up};
use crate::period::whole_months;
use crate::person::{Employment, Extent, Person, Reduction, ReductionSize};
use crate::weight_model::{Rounding, WeightModel};

/// How somebody's capacity on a day was counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CapacityLines {
    /// Points of the norm.
    pub norm: Points,
    /// Full-time hours a week of the norm.
    pub full_time: Hours,
    /// Whole months in the profession; none when not known.
    pub months: Option<u32>,
    /// Experience level, id and share; none where the model has none.
    pub level: Option<(String, Share)>,
    /// Hours a week in each unit.
    pub employments: Vec<(Option<String>, Hours)>,
    /// Reductions in force that day.
    pub reductions: Vec<ReductionLine>,
    /// Whether it was rounded down to whole points.
    pub rounded_down: bool,
    /// Points.
    pub capacity: Points,
}

/// How one reduction counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReductionLine {
    /// Kind.
    pub kind: String,
    /// Share of the working time it takes, after the ceiling; zero once it has expired.
    pub share: Option<Share>,
    /// Hours a week it takes, where it is stated in hours.
    pub hours: Option<Hours>,
    /// Whether the model's ceiling held it back.
    pub at_most: bool,
    /// Whether it has lasted longer than the model lets it, and so no longer counts.
    pub expired: bool,
}

/// Points `person` can carry on `on`: `norm × level × hours ÷ hours per week × (1 − Σ reductions, at most 1)`.
///
/// Zero when the person is not in service. Exact, half up to the millionth of a point, or down to whole points where the
/// model says so.
#[must_use]
pub fn capacity(model: &WeightModel, person: &Person, on: Date) -> Points {
    let worked = worked(model, person, on);
    if worked == 0 {
        return Points::ZERO;
    }
    let (mut taken_share, mut taken_hours) = (Share::ZERO, Hours::ZERO);
    for reduction in &person.reductions {
        if reduction.period.contains(on) {
            match counted(model, reduction, worked, on).size {
                ReductionSize::Share(share) => taken_share += share,
                ReductionSize::HoursPerWeek(hours) => taken_hours += hours,
            }
        }
    }
    let level = level_share(model, person, on);
    let (available, scale) = available(worked, taken_share, taken_hours);
    // Only absurd numbers of simultaneous employments reach the edges where the products stop.
    let mut numerator = i128::from(model.norm.points.millionths()).saturating_mul(available);
    let mut denominator = i128::from(model.norm.hours_per_week.millionths()) * scale;
    if level != Share::FULL {
        // A level has at most four decimals.
        numerator = numerator.saturating_mul(i128::from(level.millionths() / 100));
        denominator *= i128::from(MILLION / 100);
    }
    let million = i128::from(MILLION);
    let millionths = match model.norm.rounding {
        Rounding::None => quotient_half_up(numerator, denominator),
        Rounding::Down => numerator / (denominator * million) * million,
    };
    Points::from_millionths(i64::try_from(millionths).unwrap_or(i64::MAX))
}

/// Hours left after reductions, as a whole number of `1/scale` millionths of an hour.
fn available(worked: i64, taken_share: Share, taken_hours: Hours) -> (i128, i128) {
    let million = i128::from(MILLION);
    if taken_share.is_zero() && taken_hours.is_zero() {
        // The common case, kept in small numbers: dividing 128-bit numbers is what takes time here.
        return if worked % MILLION == 0 {
            (i128::from(worked / MILLION), 1)
        } else {
            (i128::from(worked), million)
        };
    }
    let left_share = (Share::FULL - taken_share).max(Share::ZERO);
    let taken = i128::from(taken_hours.millionths()) * million * million;
    let left = i128::from(worked) * i128::from(left_share.millionths()) - taken;
    let left = left.max(0);
    if left % (million * million) == 0 {
        (left / (million * million), 1)
    } else {
        (left, million * million)
    }
}

/// As [`divide_half_up`], by way of 64-bit numbers where they suffice.
fn quotient_half_up(numerator: i128, denominator: i128) -> i128 {
    const MOST: i64 = i64::MAX / 4;
    match (i64::try_from(numerator), i64::try_from(denominator)) {
        (Ok(numerator @ 0..=MOST), Ok(denominator @ 1..=MOST)) => i128::from((2 * numerator + denominator) / (2 * denominator)),
        _ => divide_half_up(numerator, denominator),
    }
}

/// Hours worked a week in all units, in millionths of millionths of an hour; zero when not in service.
fn worked(model: &WeightModel, person: &Person, on: Date) -> i64 {
    person
        .employments
        .iter()
        .filter(|employment| employment.period.contains(on))
        .map(|employment| extent(model, employment))
        .fold(0, i64::saturating_add)
}

fn extent(model: &WeightModel, employment: &Employment) -> i64 {
    match employment.extent {
        Extent::OfFullTime(share) => share.millionths() * model.norm.hours_per_week.millionths(),
        Extent::HoursPerWeek(hours) => hours.millionths() * MILLION,
    }
}

/// Hours a week of one employment.
#[must_use]
pub fn hours(model: &WeightModel, employment: &Employment) -> Hours {
    Hours::from_millionths(extent(model, employment) / MILLION)
}

fn months(person: &Person, on: Date) -> Option<u32> {
    person.in_profession_since.map(|since| whole_months(since, on))
}

fn level_share(model: &WeightModel, person: &Person, on: Date) -> Share {
    if model.norm.levels.is_empty() {
        return Share::FULL;
    }
    model.level(months(person, on)).map_or(Share::FULL, |level| level.share)
}

struct Counted {
    size: ReductionSize,
    at_most: bool,
    expired: bool,
}

/// What a reduction in force takes, after the model's given share, ceiling and expiry.
///
/// A reduction for which neither the fact nor the model states a share takes the whole working time, up to the ceiling.
fn counted(model: &WeightModel, reduction: &Reduction, worked: i64, on: Date) -> Counted {
    let row = model.reduction(&reduction.kind);
    let given = reduction
        .size
        .unwrap_or_else(|| ReductionSize::Share(row.and_then(|row| row.share).unwrap_or(Share::FULL)));
    let ceiling = row.and_then(|row| row.max_share);
    let expired = row
        .and_then(|row| row.months)
        .is_some_and(|months| whole_months(reduction.begun, on) >= months);
    if expired {
        return Counted {
            size: ReductionSize::Share(Share::ZERO),
            at_most: false,
            expired,
        };
    }
    let (size, at_most) = match (given, ceiling) {
        (ReductionSize::Share(share), Some(ceiling)) if share > ceiling => (ReductionSize::Share(ceiling), true),
        (ReductionSize::HoursPerWeek(hours), Some(ceiling)) => {
            let most = ceiling.of_hours(Hours::from_millionths(worked / MILLION));
            (ReductionSize::HoursPerWeek(hours.min(most)), hours > most)
        }
        (given, _) => (given, false),
    };
    Counted { size, at_most, expired }
}

/// The same capacity as [`capacity`], with what it was counted from.
#[must_use]
pub fn explain(model: &WeightModel, person: &Person, on: Date) -> CapacityLines {
    let worked = worked(model, person, on);
    let months = months(person, on);
    let employments = person.employments.iter().filter(|employment| employment.period.contains(on));
    let reductions = person
        .reductions
        .iter()
        .filter(|reduction| reduction.period.contains(on))
        .map(|reduction| {
            let Counted { size, at_most, expired } = counted(model, reduction, worked, on);
            let (share, hours) = match size {
                ReductionSize::Share(share) => (Some(share), None),
                ReductionSize::HoursPerWeek(hours) => (None, Some(hours)),
            };
            ReductionLine {
                kind: reduction.kind.clone(),
                share,
                hours,
                at_most,
                expired,
            }
        });
    CapacityLines {
        norm: model.norm.points,
        full_time: model.norm.hours_per_week,
        months,
        level: model.level(months).map(|level| (level.id.clone(), level.share)),
        employments: employments
            .map(|employment| (employment.unit.clone(), hours(model, employment)))
            .collect(),
        reductions: reductions.collect(),
        rounded_down: model.norm.rounding == Rounding::Down,
        capacity: capacity(model, person, on),
    }
}

/// The next day after `on` on which a reduction of this person begins, ends or expires; none when none is known.
#[must_use]
pub fn next_reduction_change(model: &WeightModel, person: &Person, on: Date) -> Option<Date> {
    person
        .reductions
        .iter()
        .flat_map(|reduction| reduction_days(model, reduction))
        .filter(|day| *day > on)
        .min()
}

/// The days on which a reduction may begin or cease to count.
pub(crate) fn reduction_days(model: &WeightModel, reduction: &Reduction) -> impl Iterator<Item = Date> + use<> {
    let expiry = model
        .reduction(&reduction.kind)
        .and_then(|row| row.months)
        .map(|months| month_days(reduction.begun, months));
    [Some(reduction.period.from()), reduction.period.to()]
        .into_iter()
        .chain(expiry.into_iter().flatten())
        .flatten()
}

/// The days on one of which `months` whole months since `since` are reached (the day number may not exist in that month).
pub(crate) fn month_days(since: Date, months: u32) -> [Option<Date>; 2] {
    let reached = since.checked_add(jiff::Span::new().months(i64::from(months))).ok();
    [reached, reached.and_then(|day| day.tomorrow().ok())]
}

/// A reduction's hours a week for somebody who works `contracted` hours: the share of them, or all where no share is given.
#[must_use]
pub fn reduction_hours(contracted: Hours, share: Option<Share>) -> Hours {
    share.unwrap_or(Share::FULL).of_hours(contracted)
}

/// Hours a week as full-time equivalents: whole tenths, rounded down, at most 1.
///
/// The way the probation services of England and Wales state it (HMPPS, offender management).
#[must_use]
pub fn full_time_equivalent(hours: Hours, full_time: Hours) -> Share {
    if full_time <= Hours::ZERO {
        return Share::ZERO;
    }
    let tenths = (i128::from(hours.millionths()) * 10 / i128::from(full_time.millionths())).clamp(0, 10);
    Share::from_millionths(i64::try_from(tenths).unwrap_or(10) * (MILLION / 10))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::period::Period;
    use crate::person::Role;
    use crate::weight_model::shipped;
    use jiff::civil::date;

    fn example() -> WeightModel {
        shipped("exempel-barn-unga").expect("ships")
    }

    fn employed(share: &str, since: Option<Date>) -> Person {
        Person {
            reference: "1".into(),
            in_profession_since: since,
            employments: vec![Employment {
                unit: None,
                role: Role::Caseworker,
                extent: Extent::OfFullTime(share.parse().expect("share")),
                period: Period::ALWAYS,
            }],
            ..Person::default()
        }
    }

    #[test]
    fn second_year_at_80_percent_with_25_percent_absence_carries_81_points() {
        let day = date(2026, 10, 31);
        let mut person = employed("0.8", Some(date(2025, 1, 1)));
        let size = Some(ReductionSize::Share("0.25".parse().expect("share")));
        person
            .reductions
            .push(Reduction::new("franvaro", size, Period::since(date(2026, 10, 1))));
        assert_eq!(capacity(&example(), &person, day), Points::whole(81));
        let lines = explain(&example(), &person, day);
        assert_eq!(lines.level, Some(("van".to_owned(), "0.9".parse().expect("share"))));
        assert_eq!(lines.capacity, Points::whole(81));
    }

    #[test]
    fn reductions_together_never_take_more_than_everything() {
        let day = date(2026, 10, 31);
        let mut person = employed("1", None);
        for _ in 0..3 {
            let size = Some(ReductionSize::Share("0.5".parse().expect("share")));
            person.reductions.push(Reduction::new("franvaro", size, Period::ALWAYS));
        }
        assert_eq!(capacity(&example(), &person, day), Points::ZERO);
    }

    #[test]
    fn a_reduction_stops_at_its_ceiling_and_at_its_expiry() {
        let day = date(2026, 10, 31);
        let mut person = employed("1", None);
        let size = Some(ReductionSize::Share("0.8".parse().expect("share")));
        person.reductions.push(Reduction::new("uppdrag", size, Period::ALWAYS));
        assert_eq!(capacity(&example(), &person, day), Points::whole(75), "at most half");
        person.reductions[0] = Reduction::new("introduktion", None, Period::since(date(2026, 5, 1)));
        assert_eq!(
            capacity(&example(), &person, day),
            Points::whole(120),
            "a fifth for six months"
        );
        assert_eq!(next_reduction_change(&example(), &person, day), Some(date(2026, 11, 1)));
        assert_eq!(
            capacity(&example(), &person, date(2026, 11, 1)),
            Points::whole(150),
            "over after six months"
        );
    }

    #[test]
    fn somebody_not_in_service_carries_nothing() {
        let person = Person {
            reference: "1".into(),
            ..Person::default()
        };
        assert_eq!(capacity(&example(), &person, date(2026, 10, 31)), Points::ZERO);
    }
}
