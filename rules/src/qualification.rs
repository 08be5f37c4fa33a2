//! Qualification: who may assess, investigate and follow up in the care of children by the Social Services Act. The act is data, in
//! `law/qualification.toml`; the requirement follows the task, whatever the title.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::period::Period;

/// The file that comes with the product.
const SHIPPED: &str = include_str!("../../law/qualification.toml");

/// Which of the act's tasks it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Task {
    /// Whether an investigation shall be opened.
    Assessment,
    /// Investigation and assessment of what is needed.
    Investigation,
    /// Follow-up of what was decided.
    FollowUp,
}

impl Task {
    /// Every task, in the order of the act.
    pub const ALL: [Self; 3] = [Self::Assessment, Self::Investigation, Self::FollowUp];

    /// The id in answers and sentences.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Assessment => "assessment",
            Self::Investigation => "investigation",
            Self::FollowUp => "follow-up",
        }
    }
}

/// What a degree is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Suffices {
    /// It suffices by itself.
    Alone,
    /// It suffices once the board has decided that it is relevant.
    Decision,
    /// It never does: there is no degree.
    Never,
}

/// The section that holds on some days.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// The act, short: `SoL 2025:400`.
    pub act: String,
    /// The section: `25 kap. 1 §`.
    pub section: String,
    /// First day.
    #[serde(deserialize_with = "day")]
    pub valid_from: Date,
    /// The day from which it no longer holds; none while it does.
    #[serde(default, deserialize_with = "some_day")]
    pub valid_to: Option<Date>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct TaskRow {
    id: Task,
    phases: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct DegreeRow {
    id: String,
    #[serde(default)]
    also: Vec<String>,
    suffices: Suffices,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Phases {
    #[serde(default)]
    without: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    format: u32,
    rule: Vec<Section>,
    task: Vec<TaskRow>,
    #[serde(default)]
    phases: Phases,
    degree: Vec<DegreeRow>,
}

/// The requirement as the file has it, and the case types that the municipality says are not about children.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirement {
    sections: Vec<Section>,
    tasks: Vec<TaskRow>,
    without: Vec<String>,
    degrees: Vec<DegreeRow>,
    not_about_children: Vec<String>,
}

/// What is wrong in the file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RequirementError {
    /// No such TOML.
    #[error("line {line}: {message}")]
    Toml {
        /// Line, from 1; 0 where the parser names none.
        line: usize,
        /// The parser's words.
        message: String,
    },
    /// A file of a later program.
    #[error("the file is of format {format}; this program reads format 1")]
    Format {
        /// Its format.
        format: u32,
    },
    /// Two sections for one day.
    #[error("{first} and {second} hold on the same day: end one with valid_to")]
    TwoSections {
        /// The one.
        first: String,
        /// The other.
        second: String,
    },
    /// One id twice.
    #[error("\"{id}\" is described twice")]
    Twice {
        /// Phase or degree.
        id: String,
    },
}

/// A degree that somebody holds, from a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DegreeHeld {
    /// Id of the degree.
    pub degree: String,
    /// When it counts.
    pub period: Period,
}

/// What is known of somebody's qualification.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Qualification {
    /// The degree that an export says the person has; holds on the days for which nobody has recorded one.
    pub imported: Option<String>,
    /// Degrees that were recorded.
    pub degrees: Vec<DegreeHeld>,
    /// Decisions of the board that the degree is relevant.
    pub decisions: Vec<Period>,
    /// When the person is trusted to handle cases independently.
    pub independent: Vec<Period>,
}

impl Qualification {
    /// The degree that counts on `day`: the one recorded last, else the imported one.
    #[must_use]
    pub fn degree(&self, day: Date) -> Option<&str> {
        let current = self.degrees.iter().filter(|held| held.period.contains(day));
        let recorded = current.max_by_key(|held| held.period.from());
        recorded.map(|held| held.degree.as_str()).or(self.imported.as_deref())
    }

    /// Since when the board's decision that counts on `day` does.
    #[must_use]
    pub fn decision(&self, day: Date) -> Option<Date> {
        let current = self.decisions.iter().filter(|period| period.contains(day));
        current.map(|period| period.from()).min()
    }

    /// Since when the person is trusted to handle cases independently; none when nobody has said so.
    #[must_use]
    pub fn independent_since(&self, day: Date) -> Option<Date> {
        let current = self.independent.iter().filter(|period| period.contains(day));
        current.map(|period| period.from()).min()
    }
}

/// What somebody lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Missing {
    /// Nobody has said which degree the person has.
    Unknown,
    /// There is no degree.
    Degree,
    /// The board has not decided that the degree is relevant.
    Decision,
}

impl Missing {
    /// The id in answers and sentences.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Degree => "degree",
            Self::Decision => "decision",
        }
    }
}

/// What makes somebody qualified.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Ground {
    /// The degree by itself.
    Degree(String),
    /// The degree, and the board's decision from this day.
    Decision(String, Date),
}

/// That somebody may not have a task, and by which section.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Unqualified {
    /// The act, short.
    pub act: String,
    /// The section.
    pub section: String,
    /// The task; none for a phase that the file does not name, which counts as one all the same.
    pub task: Option<Task>,
    /// What is missing.
    pub missing: Missing,
}

impl Requirement {
    /// Reads the file.
    ///
    /// # Errors
    /// [`RequirementError`]: where and what.
    pub fn parse(text: &str) -> Result<Self, RequirementError> {
        let file: File = toml::from_str(text).map_err(|error| RequirementError::Toml {
            line: error.span().map_or(0, |span| text[..span.start].matches('\n').count() + 1),
            message: error.message().to_owned(),
        })?;
        if file.format != 1 {
            return Err(RequirementError::Format { format: file.format });
        }
        for (place, one) in file.rule.iter().enumerate() {
            let clash = |other: &&Section| {
                one.valid_to.is_none_or(|to| other.valid_from < to) && other.valid_to.is_none_or(|to| one.valid_from < to)
            };
            if let Some(other) = file.rule[place + 1..].iter().find(clash) {
                return Err(RequirementError::TwoSections {
                    first: one.act.clone(),
                    second: other.act.clone(),
                });
            }
        }
        once(file.task.iter().flat_map(|task| &task.phases).chain(&file.phases.without))?;
        once(
            file.degree
                .iter()
                .flat_map(|degree| std::iter::once(&degree.id).chain(&degree.also)),
        )?;
        Ok(Self {
            sections: file.rule,
            tasks: file.task,
            without: file.phases.without,
            degrees: file.degree,
            not_about_children: Vec::new(),
        })
    }

    /// The requirement that comes with the product.
    ///
    /// # Errors
    /// [`RequirementError`], which the tests rule out.
    pub fn shipped() -> Result<Self, RequirementError> {
        Self::parse(SHIPPED)
    }

    /// The same, where these case types are not about children.
    #[must_use]
    pub fn without_types(mut self, not_about_children: Vec<String>) -> Self {
        self.not_about_children = not_about_children;
        self
    }

    /// The section that holds on `day`; none before there was one.
    #[must_use]
    pub fn section(&self, day: Date) -> Option<&Section> {
        let holds = |section: &&Section| section.valid_from <= day && section.valid_to.is_none_or(|to| day < to);
        self.sections.iter().find(holds)
    }

    /// Ids of the degrees, as the file has them, to choose among.
    pub fn degrees(&self) -> impl Iterator<Item = (&str, Suffices)> {
        self.degrees.iter().map(|degree| (degree.id.as_str(), degree.suffices))
    }

    /// The id under which the file has a degree; its own where the file does not have it.
    #[must_use]
    pub fn degree_id<'d>(&'d self, degree: &'d str) -> &'d str {
        self.row(degree).map_or(degree, |row| row.id.as_str())
    }

    /// What a degree is worth. One that the file does not have needs the board's decision.
    #[must_use]
    pub fn suffices(&self, degree: &str) -> Suffices {
        self.row(degree).map_or(Suffices::Decision, |row| row.suffices)
    }

    fn row(&self, degree: &str) -> Option<&DegreeRow> {
        self.degrees
            .iter()
            .find(|row| row.id == degree || row.also.iter().any(|also| also == degree))
    }

    /// Whether a phase of a case of this type contains one of the act's tasks. The rule holds unless somebody says otherwise: for every
    /// type that the municipality does not list, and every phase that the file does not.
    #[must_use]
    pub fn applies(&self, case_type: &str, phase: Option<&str>) -> bool {
        !self.not_about_children.iter().any(|other| other == case_type)
            && !phase.is_some_and(|phase| self.without.iter().any(|other| other == phase))
    }

    /// Which of the act's tasks a phase is.
    #[must_use]
    pub fn task(&self, phase: Option<&str>) -> Option<Task> {
        let phase = phase?;
        let row = self.tasks.iter().find(|row| row.phases.iter().any(|known| known == phase));
        row.map(|row| row.id)
    }

    /// What makes somebody qualified on `day`.
    ///
    /// # Errors
    /// What is missing.
    pub fn ground(&self, qualification: &Qualification, day: Date) -> Result<Ground, Missing> {
        let degree = qualification.degree(day).ok_or(Missing::Unknown)?;
        match (self.suffices(degree), qualification.decision(day)) {
            (Suffices::Alone, _) => Ok(Ground::Degree(self.degree_id(degree).to_owned())),
            (Suffices::Decision, Some(since)) => Ok(Ground::Decision(self.degree_id(degree).to_owned(), since)),
            (Suffices::Decision, None) => Err(Missing::Decision),
            (Suffices::Never, _) => Err(Missing::Degree),
        }
    }

    /// Whether somebody may have this phase of a case of this type on `day`.
    ///
    /// # Errors
    /// [`Unqualified`], with the section.
    pub fn check(
        &self,
        qualification: &Qualification,
        case_type: &str,
        phase: Option<&str>,
        day: Date,
    ) -> Result<(), Unqualified> {
        let Some(section) = self.section(day).filter(|_| self.applies(case_type, phase)) else {
            return Ok(());
        };
        self.ground(qualification, day).map(drop).map_err(|missing| Unqualified {
            act: section.act.clone(),
            section: section.section.clone(),
            task: self.task(phase),
            missing,
        })
    }
}

/// TOML has days of its own.
fn day<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    let written = toml::value::Datetime::deserialize(deserializer)?;
    if written.time.is_some() {
        return Err(serde::de::Error::custom("a day has no time of day"));
    }
    written.to_string().parse().map_err(serde::de::Error::custom)
}

fn some_day<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    day(deserializer).map(Some)
}

/// Refuses ids of which one stands twice.
fn once<'i>(ids: impl Iterator<Item = &'i String>) -> Result<(), RequirementError> {
    let mut seen = std::collections::HashSet::new();
    for id in ids {
        if !seen.insert(id) {
            return Err(RequirementError::Twice { id: id.clone() });
        }
    }
    Ok(())
}
