//! Weighing: what one case weighs in one phase, and exactly how that was counted.

use serde::Serialize;

use crate::amount::{Points, Share, divide_half_up};
use crate::case::{Effort, FactorValue, Part};
use crate::weight_model::{Factor, FactorKind, WeightModel};

/// One step in how a case was counted. The points of all steps add up to the points of the case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    /// What was counted.
    pub step: Step,
    /// What it came to.
    pub points: Points,
}

/// What a line counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum Step {
    /// The row of the model for the type and phase.
    Row {
        /// Case type.
        case_type: String,
        /// Phase.
        #[serde(skip_serializing_if = "Option::is_none")]
        phase: Option<String>,
    },
    /// A factor that adds points.
    Add {
        /// Factor, an id of the model.
        factor: String,
        /// What is known of it.
        value: FactorValue,
        /// Points for each one.
        each: Points,
        /// How many counted.
        counted: u32,
        /// Whether the factor's ceiling held it back.
        at_most: bool,
    },
    /// A factor that multiplies what was counted so far.
    Multiply {
        /// Factor, an id of the model.
        factor: String,
        /// What is known of it.
        value: FactorValue,
        /// By how much.
        by: Share,
    },
    /// Half up to the thousandth of a point, once.
    Rounding,
    /// Only a part of the case is this person's.
    Part {
        /// Main or co-handler.
        part: Part,
        /// The share.
        share: Share,
    },
    /// Several such cases.
    Count {
        /// How many.
        count: u32,
    },
}

/// Why a case cannot be weighed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum WeighError {
    /// The model has no row for the type and phase.
    #[error("the model has no row for type {case_type} in phase {phase:?}")]
    NoRow {
        /// Case type.
        case_type: String,
        /// Phase.
        phase: Option<String>,
    },
    /// The model's factor has no such level.
    #[error("factor {factor} has no level {level}")]
    NoLevel {
        /// Factor.
        factor: String,
        /// Level.
        level: String,
    },
    /// The model's factor is of another kind: a number where it wants yes or no, and so on.
    #[error("factor {factor} cannot be {value}")]
    WrongValue {
        /// Factor.
        factor: String,
        /// What was given.
        value: String,
    },
}

/// A case weighed for one who holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Weighed {
    /// The points.
    pub points: Points,
    /// How they were counted.
    pub lines: Vec<Line>,
}

/// Points of a case of this type and phase with these factors, held as `part`, `count` times, and how they were counted.
///
/// `share` is the agreed share of the case; without one the model's share for the part is taken. Points per case are
/// `(row + Σ add) × Π multiply`, half up to the thousandth once; then share and count. See "Arithmetic" in
/// `docs/weight-model.md`.
///
/// # Errors
/// [`WeighError`] when the model has no row for the case or does not know a factor's value. Factors that the model does not
/// apply to the type or phase, or does not have ([`unknown_factors`]), count nothing.
pub fn weigh(
    model: &WeightModel,
    case_type: &str,
    phase: Option<&str>,
    effort: &Effort,
    (part, share): (Part, Option<Share>),
    count: u32,
) -> Result<Weighed, WeighError> {
    let mut lines = Vec::new();
    let mut keep = |step: &dyn Fn() -> Step, points| lines.push(Line { step: step(), points });
    let points = walk(model, case_type, phase, effort, &mut keep)?;
    let share = share_of(model, part, share);
    let shared = share.of(points);
    if share != Share::FULL {
        keep(&|| Step::Part { part, share }, shared - points);
    }
    let total = shared.times(i64::from(count));
    if count != 1 {
        keep(&|| Step::Count { count }, total - shared);
    }
    Ok(Weighed { points: total, lines })
}

/// Points of one such case for one who holds it, without the lines: the same number as [`weigh`] gives.
///
/// # Errors
/// As [`weigh`].
pub fn points(
    model: &WeightModel,
    case_type: &str,
    phase: Option<&str>,
    effort: &Effort,
    (part, share): (Part, Option<Share>),
) -> Result<Points, WeighError> {
    let whole = walk(model, case_type, phase, effort, &mut |_, _| ())?;
    Ok(share_of(model, part, share).of(whole))
}

/// The factors of a case that the model does not have, and which therefore count nothing.
pub fn unknown_factors<'e>(model: &WeightModel, effort: &'e Effort) -> impl Iterator<Item = &'e str> {
    effort
        .keys()
        .map(String::as_str)
        .filter(|id| !model.factors.iter().any(|factor| factor.id == *id))
}

/// The agreed share, else the model's share for the part.
#[must_use]
pub fn share_of(model: &WeightModel, part: Part, agreed: Option<Share>) -> Share {
    agreed.unwrap_or(match part {
        Part::Main => model.share.main,
        Part::Co => model.share.co,
    })
}

/// Receives each step (made only when asked for) with its points.
type Keep<'k> = dyn FnMut(&dyn Fn() -> Step, Points) + 'k;

/// Counts one whole case, telling `keep` each step.
fn walk(
    model: &WeightModel,
    case_type: &str,
    phase: Option<&str>,
    effort: &Effort,
    keep: &mut Keep<'_>,
) -> Result<Points, WeighError> {
    let Some((_, row)) = model.row(case_type, phase) else {
        return Err(WeighError::NoRow {
            case_type: case_type.to_owned(),
            phase: phase.map(str::to_owned),
        });
    };
    keep(
        &|| Step::Row {
            case_type: case_type.to_owned(),
            phase: phase.map(str::to_owned),
        },
        row.points,
    );
    let mut sum = row.points;
    let mut multipliers: Vec<(&Factor, &FactorValue, Share)> = Vec::new();
    for factor in &model.factors {
        let Some(value) = effort.get(&factor.id) else { continue };
        let effect = effect_of(factor, value)?;
        if !factor.applies(case_type, phase) {
            continue;
        }
        if !effect.add.is_zero() {
            let Effect {
                each, counted, at_most, ..
            } = effect;
            let step = || Step::Add {
                factor: factor.id.clone(),
                value: value.clone(),
                each,
                counted,
                at_most,
            };
            keep(&step, effect.add);
            sum += effect.add;
        }
        if effect.multiply != Share::FULL {
            multipliers.push((factor, value, effect.multiply));
        }
    }
    Ok(multiply(sum, &multipliers, keep))
}

/// `sum × Π multipliers`, exact until rounded half up to the thousandth, telling `keep` each step.
fn multiply(sum: Points, multipliers: &[(&Factor, &FactorValue, Share)], keep: &mut Keep<'_>) -> Points {
    // Multipliers have at most three decimals and are few (see MOST_MULTIPLIERS), so the exact product fits; sums of absurd
    // counts stop at the edge, like every amount.
    let mut numerator = i128::from(sum.millionths());
    let mut denominator = 1_i128;
    let mut shown = sum;
    for (factor, value, by) in multipliers {
        numerator = numerator.saturating_mul(i128::from(by.millionths() / 1000));
        denominator *= 1000;
        let product = points_from(divide_half_up(numerator, denominator));
        keep(
            &|| Step::Multiply {
                factor: factor.id.clone(),
                value: (*value).clone(),
                by: *by,
            },
            product - shown,
        );
        shown = product;
    }
    let rounded = points_from(divide_half_up(numerator, denominator * 1000).saturating_mul(1000));
    if rounded != shown {
        keep(&|| Step::Rounding, rounded - shown);
    }
    rounded
}

/// Points from whole millionths that are known to be within the limits of a model.
fn points_from(millionths: i128) -> Points {
    Points::from_millionths(i64::try_from(millionths).unwrap_or(i64::MAX))
}

/// What one factor does to one case.
struct Effect {
    add: Points,
    each: Points,
    counted: u32,
    at_most: bool,
    multiply: Share,
}

fn effect_of(factor: &Factor, value: &FactorValue) -> Result<Effect, WeighError> {
    let none = Effect {
        add: Points::ZERO,
        each: Points::ZERO,
        counted: 0,
        at_most: false,
        multiply: Share::FULL,
    };
    let once = |add| Effect {
        add,
        each: add,
        counted: 1,
        at_most: false,
        multiply: Share::FULL,
    };
    match (&factor.kind, value) {
        (FactorKind::Flag { .. }, FactorValue::Flag(false)) => Ok(none),
        (FactorKind::Flag { add, multiply }, FactorValue::Flag(true)) => Ok(Effect {
            multiply: *multiply,
            ..once(*add)
        }),
        (FactorKind::Count { free, add, max }, FactorValue::Count(count)) => {
            let counted = count.saturating_sub(*free);
            let whole = add.times(i64::from(counted));
            let add_in_all = max.map_or(whole, |max| whole.min(max));
            Ok(Effect {
                add: add_in_all,
                each: *add,
                counted,
                at_most: add_in_all < whole,
                multiply: Share::FULL,
            })
        }
        (FactorKind::Levels(levels), FactorValue::Level(level)) => {
            let (_, add) = find_level(factor, levels, level)?;
            Ok(once(*add))
        }
        (FactorKind::Multipliers(multipliers), FactorValue::Level(level)) => {
            let (_, by) = find_level(factor, multipliers, level)?;
            Ok(Effect { multiply: *by, ..none })
        }
        _ => Err(WeighError::WrongValue {
            factor: factor.id.clone(),
            value: value.to_string(),
        }),
    }
}

fn find_level<'l, T>(factor: &Factor, levels: &'l [(String, T)], level: &str) -> Result<&'l (String, T), WeighError> {
    let found = levels.iter().find(|(name, _)| name == level);
    found.ok_or_else(|| WeighError::NoLevel {
        factor: factor.id.clone(),
        level: level.to_owned(),
    })
}
