//! The documented caseload: people and what they hold as JSON, to be weighed without a database.
//!
//! The format is described in `docs/caseload.md`.

use std::sync::Arc;

use jiff::civil::Date;
use serde::Deserialize;

use crate::amount::{Hours, Share};
use crate::case::{Effort, Holding, Part};
use crate::period::Period;
use crate::person::{Direction, Duty, Employment, Extent, Person, Reduction, ReductionSize, Role, Support};

/// A caseload document.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Caseload {
    /// The day it is weighed for; the caller's choice where it is left out.
    pub as_of: Option<Date>,
    /// The people.
    pub people: Vec<PersonEntry>,
    /// A case that each of them might be given.
    pub one_more: Option<CaseEntry>,
}

/// One person of a caseload.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonEntry {
    /// Any reference.
    pub id: String,
    /// Since when in the profession.
    pub in_profession_since: Option<Date>,
    /// Employments; somebody with none is not in service.
    #[serde(default)]
    pub employments: Vec<EmploymentEntry>,
    /// Reductions of the working time.
    #[serde(default)]
    pub reductions: Vec<ReductionEntry>,
    /// Duties.
    #[serde(default)]
    pub duties: Vec<DutyEntry>,
    /// Support given and received.
    #[serde(default)]
    pub support: Vec<SupportEntry>,
    /// Cases held.
    #[serde(default)]
    pub cases: Vec<CaseEntry>,
}

/// One employment: a share of full time or hours a week.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EmploymentEntry {
    /// Code of the unit.
    pub unit: Option<String>,
    /// Share of full time.
    pub share: Option<Share>,
    /// Hours a week.
    pub hours_per_week: Option<Hours>,
    /// First day.
    pub from: Option<Date>,
    /// The day it no longer counts.
    pub to: Option<Date>,
}

/// One reduction.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReductionEntry {
    /// Kind.
    pub id: String,
    /// Share of the working time.
    pub share: Option<Share>,
    /// Hours a week.
    pub hours_per_week: Option<Hours>,
    /// First day.
    pub from: Option<Date>,
    /// The day it no longer counts.
    pub to: Option<Date>,
}

/// One duty.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DutyEntry {
    /// Kind.
    pub id: String,
    /// How many.
    #[serde(default = "one")]
    pub count: u32,
    /// First day.
    pub from: Option<Date>,
    /// The day it no longer counts.
    pub to: Option<Date>,
}

/// Pieces of support.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SupportEntry {
    /// Kind.
    pub id: String,
    /// Given or received.
    pub direction: Direction,
    /// How many pieces.
    #[serde(default = "one")]
    pub count: u32,
    /// The day it was done.
    pub on: Date,
}

/// A case, or several alike.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseEntry {
    /// Any reference that is no personal identity number.
    #[serde(default)]
    pub reference: String,
    /// Case type.
    #[serde(rename = "type")]
    pub case_type: String,
    /// Phase.
    pub phase: Option<String>,
    /// Effort factors.
    #[serde(default)]
    pub factors: Effort,
    /// Main or co-handler.
    #[serde(default = "main")]
    pub part: Part,
    /// Agreed share of the case.
    pub share: Option<Share>,
    /// How many such cases.
    #[serde(default = "one")]
    pub count: u32,
    /// First day.
    pub from: Option<Date>,
    /// The day it no longer counts.
    pub to: Option<Date>,
}

const fn one() -> u32 {
    1
}

const fn main() -> Part {
    Part::Main
}

/// What is wrong in a caseload.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CaseloadError {
    /// Not the documented JSON.
    #[error("line {line}, column {column}: {message}")]
    NotCaseload {
        /// Line.
        line: usize,
        /// Column.
        column: usize,
        /// The parser's words.
        message: String,
    },
    /// An end before its start.
    #[error("{person}: a period ends {to}, before it starts {from}")]
    EndBeforeStart {
        /// Person.
        person: String,
        /// First day.
        from: Date,
        /// End.
        to: Date,
    },
    /// An employment with neither or both of share and hours.
    #[error("{person}: an employment needs either share or hours_per_week")]
    Extent {
        /// Person.
        person: String,
    },
    /// A reduction with both share and hours.
    #[error("{person}: a reduction takes share or hours_per_week, not both")]
    ReductionSize {
        /// Person.
        person: String,
    },
    /// A share or a number of hours outside its range.
    #[error("{person}: {field} must be from {least} to {most}")]
    OutOfRange {
        /// Person.
        person: String,
        /// Field.
        field: &'static str,
        /// Least.
        least: i64,
        /// Most.
        most: i64,
    },
}

impl Caseload {
    /// Reads a caseload document.
    ///
    /// # Errors
    /// [`CaseloadError`] with the line and column, or the person, that is wrong.
    pub fn parse(json: &str) -> Result<Self, CaseloadError> {
        serde_json::from_str(json).map_err(|error| CaseloadError::NotCaseload {
            line: error.line(),
            column: error.column(),
            message: error.to_string(),
        })
    }
}

impl PersonEntry {
    /// The person's facts and holdings.
    ///
    /// # Errors
    /// [`CaseloadError`] when a period, an extent or a share is impossible.
    pub fn facts(&self) -> Result<(Person, Vec<Holding>), CaseloadError> {
        let person = Person {
            reference: self.id.clone(),
            in_profession_since: self.in_profession_since,
            employments: self
                .employments
                .iter()
                .map(|entry| self.employment(entry))
                .collect::<Result<_, _>>()?,
            reductions: self
                .reductions
                .iter()
                .map(|entry| self.reduction(entry))
                .collect::<Result<_, _>>()?,
            duties: self.duties.iter().map(|entry| self.duty(entry)).collect::<Result<_, _>>()?,
            support: self
                .support
                .iter()
                .map(|entry| Support {
                    kind: entry.id.clone(),
                    direction: entry.direction,
                    count: entry.count,
                    on: entry.on,
                })
                .collect(),
        };
        let holdings = self.cases.iter().map(|entry| self.holding(entry)).collect::<Result<_, _>>()?;
        Ok((person, holdings))
    }

    fn employment(&self, entry: &EmploymentEntry) -> Result<Employment, CaseloadError> {
        let extent = match (entry.share, entry.hours_per_week) {
            (Some(share), None) => Extent::OfFullTime(self.within_share("share", share, 2)?),
            (None, Some(hours)) => Extent::HoursPerWeek(self.within_hours(hours)?),
            _ => return Err(CaseloadError::Extent { person: self.id.clone() }),
        };
        let period = self.period(entry.from, entry.to)?;
        Ok(Employment {
            unit: entry.unit.clone(),
            role: Role::Caseworker,
            extent,
            period,
        })
    }

    fn reduction(&self, entry: &ReductionEntry) -> Result<Reduction, CaseloadError> {
        let size = match (entry.share, entry.hours_per_week) {
            (None, None) => None,
            (Some(share), None) => Some(ReductionSize::Share(self.within_share("share", share, 1)?)),
            (None, Some(hours)) => Some(ReductionSize::HoursPerWeek(self.within_hours(hours)?)),
            _ => return Err(CaseloadError::ReductionSize { person: self.id.clone() }),
        };
        let period = self.period(entry.from, entry.to)?;
        Ok(Reduction::new(&entry.id, size, period))
    }

    fn duty(&self, entry: &DutyEntry) -> Result<Duty, CaseloadError> {
        Ok(Duty {
            kind: entry.id.clone(),
            count: entry.count,
            period: self.period(entry.from, entry.to)?,
        })
    }

    fn holding(&self, entry: &CaseEntry) -> Result<Holding, CaseloadError> {
        if let Some(share) = entry.share {
            self.within_share("share", share, 1)?;
        }
        Ok(Holding {
            reference: entry.reference.as_str().into(),
            case_type: entry.case_type.as_str().into(),
            phase: entry.phase.as_deref().map(Into::into),
            effort: Arc::new(entry.factors.clone()),
            part: entry.part,
            share: entry.share,
            count: entry.count,
            period: self.period(entry.from, entry.to)?,
        })
    }

    fn period(&self, from: Option<Date>, to: Option<Date>) -> Result<Period, CaseloadError> {
        Period::new(from.unwrap_or(Date::MIN), to).map_err(|error| CaseloadError::EndBeforeStart {
            person: self.id.clone(),
            from: error.from,
            to: error.to,
        })
    }

    fn within_share(&self, field: &'static str, share: Share, most: i64) -> Result<Share, CaseloadError> {
        if share < Share::ZERO || share > Share::whole(most) {
            return Err(CaseloadError::OutOfRange {
                person: self.id.clone(),
                field,
                least: 0,
                most,
            });
        }
        Ok(share)
    }

    fn within_hours(&self, hours: Hours) -> Result<Hours, CaseloadError> {
        if hours < Hours::ZERO || hours > Hours::whole(168) {
            return Err(CaseloadError::OutOfRange {
                person: self.id.clone(),
                field: "hours_per_week",
                least: 0,
                most: 168,
            });
        }
        Ok(hours)
    }
}
