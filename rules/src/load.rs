//! Load: what a person carries against what that person can carry, on one day.

use jiff::civil::Date;
use serde::Serialize;

use crate::amount::{MILLION, Points, Share, divide_half_up};
use crate::capacity::{self, CapacityLines};
use crate::case::Holding;
use crate::person::{Direction, Employment, Person, Role, Support};
use crate::weigh::{self, WeighError, Weighed};
use crate::weight_model::{Band, WeightModel};

/// One holding, weighed once for all the days it is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// Points of one such case for this holder.
    pub points: Points,
    /// How many such cases.
    pub count: u32,
    /// The model's row, by its place; none when the model cannot weigh the case, which then counts no points.
    pub row: Option<u16>,
}

impl Held {
    /// Weighs a holding with `model`.
    #[must_use]
    pub fn weigh(model: &WeightModel, holding: &Holding) -> Self {
        let (case_type, phase) = (&*holding.case_type, holding.phase.as_deref());
        let part = (holding.part, holding.share);
        match weigh::points(model, case_type, phase, &holding.effort, part) {
            Ok(points) => {
                let row = model.row(case_type, phase).and_then(|(place, _)| u16::try_from(place).ok());
                Self {
                    points,
                    count: holding.count,
                    row,
                }
            }
            Err(_) => Self {
                points: Points::ZERO,
                count: holding.count,
                row: None,
            },
        }
    }
}

/// Points held set against capacity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Load {
    /// So many points on so much capacity, which is above zero.
    Of {
        /// Points held.
        points: Points,
        /// Capacity.
        capacity: Points,
    },
    /// Nothing can be carried; never shown as 0 %.
    NoCapacity,
}

impl Load {
    /// Points on capacity.
    #[must_use]
    pub fn of(points: Points, capacity: Points) -> Self {
        if capacity > Points::ZERO {
            Self::Of { points, capacity }
        } else {
            Self::NoCapacity
        }
    }

    /// Points ÷ capacity, half up to `decimals` decimals (at most 6); none without capacity.
    #[must_use]
    pub fn rounded(self, decimals: u32) -> Option<Share> {
        let Self::Of { points, capacity } = self else { return None };
        let steps = 10_i128.pow(decimals.min(6));
        let ratio = divide_half_up(i128::from(points.millionths()) * steps, i128::from(capacity.millionths()));
        let millionths = ratio * (i128::from(MILLION) / steps);
        Some(Share::from_millionths(i64::try_from(millionths).unwrap_or(i64::MAX)))
    }

    /// The band it falls in, from the exact ratio.
    #[must_use]
    pub fn band(self, model: &WeightModel) -> Band {
        let Self::Of { points, capacity } = self else {
            return Band::NoCapacity;
        };
        // points ÷ capacity > share, without dividing.
        let above = |share: Share| {
            i128::from(points.millionths()) * i128::from(MILLION)
                > i128::from(capacity.millionths()) * i128::from(share.millionths())
        };
        let at_least = |share: Share| {
            i128::from(points.millionths()) * i128::from(MILLION)
                >= i128::from(capacity.millionths()) * i128::from(share.millionths())
        };
        if above(model.bands.over) {
            Band::Over
        } else if above(model.bands.high) {
            Band::High
        } else if at_least(model.bands.low) {
            Band::Balance
        } else {
            Band::Low
        }
    }
}

impl Ord for Load {
    /// By the exact ratio; no capacity above every load.
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        match (*self, *other) {
            (Self::Of { points: a, capacity: c }, Self::Of { points: b, capacity: d }) => (i128::from(a.millionths())
                * i128::from(d.millionths()))
            .cmp(&(i128::from(b.millionths()) * i128::from(c.millionths()))),
            (Self::NoCapacity, Self::NoCapacity) => std::cmp::Ordering::Equal,
            (Self::NoCapacity, Self::Of { .. }) => std::cmp::Ordering::Greater,
            (Self::Of { .. }, Self::NoCapacity) => std::cmp::Ordering::Less,
        }
    }
}

impl PartialOrd for Load {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Serialize for Load {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.rounded(4).serialize(serializer)
    }
}

/// How many cases somebody holds against a plain case limit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LimitState {
    /// The limit, by its place in the model.
    pub limit: usize,
    /// Cases it counts.
    pub cases: u32,
    /// Above the limit.
    pub passed: bool,
    /// Above the exceptional limit too; the same as `passed` where there is none.
    pub passed_exceptional: bool,
}

/// Points held, capacity and the band they fall in, for one person on one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PersonLoad {
    /// Whether the person has an employment that day.
    pub in_service: bool,
    /// Open phases held, as main or co-handler.
    pub cases: u32,
    /// Those among them that the model cannot weigh.
    pub unweighed: u32,
    /// Points of the cases.
    pub case_points: Points,
    /// The stable part.
    pub stable: Points,
    /// Points of the duties.
    pub duty_points: Points,
    /// Points of support given less support received.
    pub support_points: Points,
    /// All points held.
    pub points: Points,
    /// Points that can be carried.
    pub capacity: Points,
    /// Points ÷ capacity.
    pub load: Load,
    /// Band.
    pub band: Band,
    /// Plain case limits, in the model's order; those that do not apply to this person are left out.
    pub limits: Vec<LimitState>,
}

impl PersonLoad {
    /// What the load would be with one more case of these points.
    #[must_use]
    pub fn with_one_more(&self, case_points: Points) -> Load {
        Load::of(self.points + case_points, self.capacity)
    }

    /// Holds cases without any capacity: an alarm.
    #[must_use]
    pub fn is_alarm(&self) -> bool {
        self.band == Band::NoCapacity && self.cases > 0
    }
}

/// Whether somebody belongs in a list of loads: a caseworker in service, or anyone else who still holds a case.
#[must_use]
pub fn is_listed(person: &Person, load: &PersonLoad, on: Date) -> bool {
    let is_caseworker = |post: &Employment| post.role == Role::Caseworker && post.period.contains(on);
    load.cases > 0 || person.employments.iter().any(is_caseworker)
}

/// The load of `person`, who holds `held` on `on`.
///
/// Capacity is zero when the person is not in service or fully absent; the load is then [`Load::NoCapacity`], never 0 %.
/// Arithmetic and rounding: `docs/weight-model.md`, section "Arithmetic".
#[must_use]
pub fn load(model: &WeightModel, person: &Person, held: &(impl Iterator<Item = Held> + Clone), on: Date) -> PersonLoad {
    let (mut cases, mut unweighed, mut case_points) = (0_u32, 0_u32, Points::ZERO);
    for one in held.clone() {
        cases = one.count.saturating_add(cases);
        case_points += one.points.times(i64::from(one.count));
        if one.row.is_none() {
            unweighed = one.count.saturating_add(unweighed);
        }
    }
    let in_service = person.employments.iter().any(|employment| employment.period.contains(on));
    let stable = if in_service {
        stable_part(model, person, on)
    } else {
        Points::ZERO
    };
    let duty_points = person
        .duties
        .iter()
        .filter(|duty| duty.period.contains(on))
        .map(|duty| duty_points(model, duty))
        .sum();
    let support_points = person.support.iter().map(|support| support_points(model, support, on)).sum();
    let points = case_points + stable + duty_points + support_points;
    let capacity = capacity::capacity(model, person, on);
    let load = Load::of(points, capacity);
    PersonLoad {
        in_service,
        cases,
        unweighed,
        case_points,
        stable,
        duty_points,
        support_points,
        points,
        capacity,
        load,
        band: load.band(model),
        limits: limits(model, held),
    }
}

fn stable_part(model: &WeightModel, person: &Person, on: Date) -> Points {
    let norm = &model.norm;
    if !norm.stable_scales || norm.stable.is_zero() {
        return norm.stable;
    }
    let employments = person.employments.iter().filter(|employment| employment.period.contains(on));
    let hours: crate::amount::Hours = employments.map(|employment| capacity::hours(model, employment)).sum();
    let scaled = i128::from(norm.stable.millionths()) * i128::from(hours.millionths());
    let millionths = divide_half_up(scaled, i128::from(norm.hours_per_week.millionths()));
    Points::from_millionths(i64::try_from(millionths).unwrap_or(i64::MAX))
}

fn duty_points(model: &WeightModel, duty: &crate::person::Duty) -> Points {
    model
        .duty(&duty.kind)
        .map_or(Points::ZERO, |row| row.points.times(i64::from(duty.count)))
}

/// Points a piece of support moves on `on`: plus for whoever gave it, minus for whoever received it, nothing when it is over.
fn support_points(model: &WeightModel, support: &Support, on: Date) -> Points {
    let Some(row) = model.support(&support.kind) else {
        return Points::ZERO;
    };
    let counts = support.on <= on && support_end(support, row.days).is_none_or(|end| on < end);
    let points = row.points.times(i64::from(support.count));
    match (counts, support.direction) {
        (false, _) => Points::ZERO,
        (true, Direction::Given) => points,
        (true, Direction::Received) => -points,
    }
}

/// The day on which support no longer counts.
pub(crate) fn support_end(support: &Support, days: u32) -> Option<Date> {
    support.on.checked_add(jiff::Span::new().days(i64::from(days))).ok()
}

fn limits(model: &WeightModel, held: &(impl Iterator<Item = Held> + Clone)) -> Vec<LimitState> {
    let row_of = |one: &Held| one.row.and_then(|row| model.cases.get(usize::from(row)));
    let states = model.limits.iter().enumerate().filter_map(|(place, limit)| {
        let applies = limit.beside.is_empty()
            || held
                .clone()
                .any(|one| row_of(&one).is_some_and(|row| limit.beside.contains(&row.case_type)));
        let counted = held
            .clone()
            .filter(|one| row_of(one).is_some_and(|row| limit.counts(&row.case_type, row.phase.as_deref())));
        let cases = counted.map(|one| one.count).fold(0, u32::saturating_add);
        let passed = cases > limit.count;
        let passed_exceptional = limit.exceptional.map_or(passed, |exceptional| cases > exceptional);
        applies.then_some(LimitState {
            limit: place,
            cases,
            passed,
            passed_exceptional,
        })
    });
    states.collect()
}

/// Everything a load was counted from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Explanation {
    /// The load.
    pub load: PersonLoad,
    /// The cases, each with its lines.
    pub cases: Vec<CaseLines>,
    /// The duties of that day and their points; none for a kind the model does not have.
    pub duties: Vec<(String, Option<Points>)>,
    /// Support that moved points that day.
    pub support: Vec<(String, Points)>,
    /// What the capacity was counted from.
    pub capacity: CapacityLines,
}

/// One case held and how it was counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CaseLines {
    /// The source system's reference.
    pub reference: String,
    /// Case type.
    pub case_type: String,
    /// Phase.
    pub phase: Option<String>,
    /// Points and lines, or why it could not be weighed.
    pub weighed: Result<Weighed, WeighError>,
}

/// The same load as [`load`], opened into its lines. Only holdings that count on `on` are taken.
#[must_use]
pub fn explain(model: &WeightModel, person: &Person, holdings: &[Holding], on: Date) -> Explanation {
    let held: Vec<&Holding> = holdings.iter().filter(|holding| holding.period.contains(on)).collect();
    let cases = held.iter().map(|holding| CaseLines {
        reference: holding.reference.to_string(),
        case_type: holding.case_type.to_string(),
        phase: holding.phase.as_deref().map(str::to_owned),
        weighed: weigh::weigh(
            model,
            &holding.case_type,
            holding.phase.as_deref(),
            &holding.effort,
            (holding.part, holding.share),
            holding.count,
        ),
    });
    let duties = person.duties.iter().filter(|duty| duty.period.contains(on));
    let duties = duties.map(|duty| (duty.kind.clone(), model.duty(&duty.kind).map(|_| duty_points(model, duty))));
    let support = person
        .support
        .iter()
        .map(|support| (support.kind.clone(), support_points(model, support, on)));
    Explanation {
        load: load(model, person, &held.iter().map(|holding| Held::weigh(model, holding)), on),
        cases: cases.collect(),
        duties: duties.collect(),
        support: support.filter(|(_, points)| !points.is_zero()).collect(),
        capacity: capacity::explain(model, person, on),
    }
}

/// What of somebody's load counts in one unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UnitPart {
    /// Code of the unit; none for somebody in no unit.
    pub unit: Option<String>,
    /// Points.
    pub points: Points,
    /// Capacity.
    pub capacity: Points,
}

/// Somebody's load divided over the units of that day by the share of hours in each; the parts add up to the whole.
///
/// Somebody not in service counts, with the cases still held, in the unit of the latest employment.
#[must_use]
pub fn unit_parts(model: &WeightModel, person: &Person, whole: &PersonLoad, on: Date) -> Vec<UnitPart> {
    let current: Vec<_> = person
        .employments
        .iter()
        .filter(|employment| employment.period.contains(on))
        .collect();
    let hours: Vec<i128> = current
        .iter()
        .map(|employment| i128::from(capacity::hours(model, employment).millionths()))
        .collect();
    let total: i128 = hours.iter().sum();
    if current.len() < 2 || total == 0 {
        let latest = person.employments.iter().filter(|employment| employment.period.from() <= on);
        let unit = current
            .first()
            .copied()
            .or_else(|| latest.max_by_key(|employment| employment.period.from()));
        let unit = unit.and_then(|employment| employment.unit.clone());
        return vec![UnitPart {
            unit,
            points: whole.points,
            capacity: whole.capacity,
        }];
    }
    // Each part is the difference of two rounded running sums, so that nothing is lost to rounding.
    let upto = |amount: Points, worked: i128| {
        let millionths = divide_half_up(i128::from(amount.millionths()) * worked, total);
        Points::from_millionths(i64::try_from(millionths).unwrap_or(i64::MAX))
    };
    let mut before = 0;
    let parts = current.iter().zip(hours).map(|(employment, hours)| {
        let (from, to) = (before, before + hours);
        before = to;
        UnitPart {
            unit: employment.unit.clone(),
            points: upto(whole.points, to) - upto(whole.points, from),
            capacity: upto(whole.capacity, to) - upto(whole.capacity, from),
        }
    });
    parts.collect()
}
