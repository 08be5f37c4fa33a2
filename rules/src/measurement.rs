//! Measurement: one person's month as it stood, beside how heavy the person felt it was, and when the two must be talked about.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::amount::Points;
use crate::case::{Effort, FactorValue};
use crate::overload::Overload;
use crate::weight_model::Band;

/// How heavy somebody says the month was: 1 much too light, 3 as it should be, 5 much too heavy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Rating(u8);

/// A rating is 1 to 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0} is no rating from 1 to 5")]
pub struct NoRating(pub u8);

impl TryFrom<u8> for Rating {
    type Error = NoRating;
    fn try_from(number: u8) -> Result<Self, NoRating> {
        if (1..=5).contains(&number) {
            Ok(Self(number))
        } else {
            Err(NoRating(number))
        }
    }
}

impl From<Rating> for u8 {
    fn from(rating: Rating) -> Self {
        rating.0
    }
}

/// Steps between a rating and a band: the bands low, balance, high and over lie at 2, 3, 4 and 5. None without capacity, where there is no
/// load to compare with.
#[must_use]
pub fn difference(rating: Rating, band: Band) -> Option<u8> {
    let place: u8 = match band {
        Band::Low => 2,
        Band::Balance => 3,
        Band::High => 4,
        Band::Over => 5,
        Band::NoCapacity => return None,
    };
    Some(place.abs_diff(rating.0))
}

/// From this difference on, the two must be talked about.
pub const STEPS: u8 = 2;

/// Why a dialogue is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// The person's own rating and the band lie this many steps apart.
    Differs {
        /// Steps.
        steps: u8,
    },
    /// It has been too much for as long as the model's rule says.
    TooMuch {
        /// The first day of it.
        since: Date,
    },
}

/// Why a dialogue about a measurement is due; nothing when it is not. Where it is, a plan is required.
#[must_use]
pub fn reasons(rating: Option<Rating>, band: Band, overload: Option<Overload>) -> Vec<Reason> {
    let steps = rating
        .and_then(|rating| difference(rating, band))
        .filter(|steps| *steps >= STEPS);
    let differs = steps.map(|steps| Reason::Differs { steps });
    let too_much = overload
        .filter(|overload| overload.due)
        .map(|overload| Reason::TooMuch { since: overload.since });
    differs.into_iter().chain(too_much).collect()
}

/// Whether a dialogue that has been due since `since` without being concluded goes to the head on `today`: after `days` days.
#[must_use]
pub fn goes_to_head(since: Date, today: Date, days: u16) -> bool {
    let last = since.saturating_add(jiff::Span::new().days(i64::from(days)));
    today > last
}

/// What a saved measurement was counted from, as far as two months are laid side by side: read from the JSON of
/// [`crate::load::Explanation`].
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Measured {
    load: Stable,
    cases: Vec<CaseThen>,
    duties: Vec<(String, Option<Points>)>,
    support: Vec<(String, Points)>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct Stable {
    stable: Points,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct CaseThen {
    reference: String,
    case_type: String,
    phase: Option<String>,
    weighed: Result<WeighedThen, serde_json::Value>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct WeighedThen {
    points: Points,
    lines: Vec<LineThen>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct LineThen {
    step: StepThen,
}

/// A step of [`crate::weigh::Step`], of which only the factor is of interest here.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct StepThen {
    factor: Option<String>,
    value: Option<FactorValue>,
}

/// A part of somebody's points.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum PointsPart {
    /// Cases in this phase, or of this type where it has no phases.
    Cases(String),
    /// The stable part.
    Stable,
    /// A duty, an id of the model.
    Duty(String),
    /// Support, an id of the model.
    Support(String),
}

/// What is different about a case between two measurements.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CaseChange {
    /// It has come.
    New,
    /// It has gone.
    Gone,
    /// It is in another phase, or of another type.
    Moved,
    /// A factor counts, no longer counts (none), or counts in another way.
    Factor {
        /// Factor, an id of the model.
        factor: String,
        /// What was known of it.
        before: Option<FactorValue>,
        /// What is known of it.
        now: Option<FactorValue>,
    },
}

/// A case that is different, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedCase {
    /// The source system's reference.
    pub reference: String,
    /// Case type, now or when it was last held.
    pub case_type: String,
    /// Phase.
    pub phase: Option<String>,
    /// What is different.
    pub change: CaseChange,
}

impl CaseThen {
    fn factors(&self) -> Effort {
        let lines = self.weighed.iter().flat_map(|weighed| &weighed.lines);
        lines
            .filter_map(|line| Some((line.step.factor.clone()?, line.step.value.clone()?)))
            .collect()
    }

    fn changed(&self, change: CaseChange) -> ChangedCase {
        ChangedCase {
            reference: self.reference.clone(),
            case_type: self.case_type.clone(),
            phase: self.phase.clone(),
            change,
        }
    }
}

impl Measured {
    /// The points by part; parts without points are left out.
    #[must_use]
    pub fn parts(&self) -> BTreeMap<PointsPart, Points> {
        let cases = self.cases.iter().filter_map(|case| {
            let weighed = case.weighed.as_ref().ok()?;
            let name = case.phase.as_ref().unwrap_or(&case.case_type).clone();
            Some((PointsPart::Cases(name), weighed.points))
        });
        let duties = self
            .duties
            .iter()
            .filter_map(|(kind, points)| Some((PointsPart::Duty(kind.clone()), (*points)?)));
        let support = self
            .support
            .iter()
            .map(|(kind, points)| (PointsPart::Support(kind.clone()), *points));
        let mut parts: BTreeMap<PointsPart, Points> = BTreeMap::new();
        for (part, points) in cases
            .chain([(PointsPart::Stable, self.load.stable)])
            .chain(duties)
            .chain(support)
        {
            *parts.entry(part).or_insert(Points::ZERO) += points;
        }
        parts.retain(|_, points| !points.is_zero());
        parts
    }

    /// How many cases were held.
    #[must_use]
    pub fn cases(&self) -> usize {
        self.cases.len()
    }

    /// What is different about the cases since `before`, by their reference.
    #[must_use]
    pub fn changes_since(&self, before: &Self) -> Vec<ChangedCase> {
        let by_reference = |of: &Self| -> BTreeMap<String, CaseThen> {
            let cases = of.cases.iter().map(|case| (case.reference.clone(), case.clone()));
            cases.collect()
        };
        let (then, now) = (by_reference(before), by_reference(self));
        let references: BTreeSet<&String> = then.keys().chain(now.keys()).collect();
        let mut changed = Vec::new();
        for reference in references {
            match (then.get(reference), now.get(reference)) {
                (None, Some(case)) => changed.push(case.changed(CaseChange::New)),
                (Some(case), None) => changed.push(case.changed(CaseChange::Gone)),
                (Some(before), Some(case)) => {
                    if (&before.case_type, &before.phase) != (&case.case_type, &case.phase) {
                        changed.push(case.changed(CaseChange::Moved));
                    }
                    let (then, now) = (before.factors(), case.factors());
                    let factors: BTreeSet<&String> = then.keys().chain(now.keys()).collect();
                    let different = factors.into_iter().filter(|factor| then.get(*factor) != now.get(*factor));
                    changed.extend(different.map(|factor| {
                        case.changed(CaseChange::Factor {
                            factor: factor.clone(),
                            before: then.get(factor).cloned(),
                            now: now.get(factor).cloned(),
                        })
                    }));
                }
                (None, None) => {}
            }
        }
        changed
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use serde_json::json;

    fn measured(cases: &serde_json::Value) -> Measured {
        let whole = json!({
            "load": { "stable": 20, "in_service": true },
            "cases": cases,
            "duties": [["mentor", 4], ["unknown", null]],
            "support": [["interview", -1.5]],
            "capacity": {},
        });
        serde_json::from_value(whole).expect("is read")
    }

    fn case(reference: &str, phase: &str, points: f64, factors: &serde_json::Value) -> serde_json::Value {
        let mut lines = vec![json!({ "step": { "step": "row", "case_type": "child", "phase": phase }, "points": 3 })];
        for (factor, value) in factors.as_object().into_iter().flatten() {
            lines.push(json!({
                "step": { "step": "add", "factor": factor, "value": value, "each": 1, "counted": 1, "at_most": false }, "points": 1
            }));
        }
        json!({ "reference": reference, "case_type": "child", "phase": phase,
            "weighed": { "Ok": { "points": points, "lines": lines } } })
    }

    #[test]
    fn two_months_are_laid_side_by_side_part_by_part_and_case_by_case() {
        let then = measured(&json!([
            case("R-1", "assessment", 3.0, &json!({ "children": 2 })),
            case("R-2", "investigation", 10.5, &json!({ "interpreter": true })),
            case("R-3", "investigation", 8.0, &json!({})),
        ]));
        let now = measured(&json!([
            case("R-1", "investigation", 9.0, &json!({ "children": 3 })),
            case("R-2", "investigation", 9.5, &json!({})),
            { "reference": "R-4", "case_type": "adult", "phase": null, "weighed": { "Err": { "why": "no_row" } } },
        ]));
        let parts = |of: &Measured| -> Vec<(PointsPart, f64)> {
            let parts = of.parts().into_iter();
            parts.map(|(part, points)| (part, points.to_f64())).collect()
        };
        let rest = [
            (PointsPart::Stable, 20.0),
            (PointsPart::Duty("mentor".to_owned()), 4.0),
            (PointsPart::Support("interview".to_owned()), -1.5),
        ];
        let cases = |phase: &str, points| (PointsPart::Cases(phase.to_owned()), points);
        assert_eq!(
            parts(&then),
            [&[cases("assessment", 3.0), cases("investigation", 18.5)], &rest[..]].concat()
        );
        assert_eq!(parts(&now), [&[cases("investigation", 18.5)], &rest[..]].concat());
        assert_eq!(now.cases(), 3);
        let changes: Vec<(String, CaseChange)> = now
            .changes_since(&then)
            .into_iter()
            .map(|changed| (changed.reference, changed.change))
            .collect();
        let factor = |factor: &str, before, now| CaseChange::Factor {
            factor: factor.to_owned(),
            before,
            now,
        };
        let expected = [
            ("R-1".to_owned(), CaseChange::Moved),
            (
                "R-1".to_owned(),
                factor("children", Some(FactorValue::Count(2)), Some(FactorValue::Count(3))),
            ),
            ("R-2".to_owned(), factor("interpreter", Some(FactorValue::Flag(true)), None)),
            ("R-3".to_owned(), CaseChange::Gone),
            ("R-4".to_owned(), CaseChange::New),
        ];
        assert_eq!(changes, expected);
        assert_eq!(now.changes_since(&now), []);
    }

    #[test]
    fn a_dialogue_is_due_from_two_steps_between_rating_and_band() {
        for (rating, band, steps, due) in [
            (1, Band::Low, Some(1), false),
            (3, Band::Low, Some(1), false),
            (4, Band::Low, Some(2), true),
            (3, Band::Balance, Some(0), false),
            (5, Band::Balance, Some(2), true),
            (1, Band::Balance, Some(2), true),
            (2, Band::High, Some(2), true),
            (4, Band::Over, Some(1), false),
            (3, Band::Over, Some(2), true),
            (5, Band::NoCapacity, None, false),
        ] {
            let rating = Rating::try_from(rating).expect("a rating");
            assert_eq!(difference(rating, band), steps, "{rating:?} {band:?}");
            assert_eq!(!reasons(Some(rating), band, None).is_empty(), due, "{rating:?} {band:?}");
        }
        assert_eq!(
            (Rating::try_from(0), Rating::try_from(6)),
            (Err(NoRating(0)), Err(NoRating(6)))
        );
    }

    #[test]
    fn a_dialogue_is_due_when_it_has_been_too_much_for_the_models_weeks_also_without_a_rating() {
        let since = date(2026, 10, 1);
        let overload = |due| Some(Overload { since, days: 29, due });
        assert_eq!(reasons(None, Band::Over, overload(true)), [Reason::TooMuch { since }]);
        assert_eq!(reasons(None, Band::Over, overload(false)), []);
    }

    #[test]
    fn it_goes_to_the_head_the_day_after_the_last_one_of_the_time_given() {
        let since = date(2026, 10, 31);
        assert!(!goes_to_head(since, date(2026, 11, 14), 14));
        assert!(goes_to_head(since, date(2026, 11, 15), 14));
        assert!(goes_to_head(since, date(2026, 11, 1), 0));
    }
}
