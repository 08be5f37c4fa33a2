//! The figures behind the demonstration municipality, read from `demo/figures.toml`.

use rules::person::Role;
use rules::weight_model::WeightModel;
use rules::weight_model::shipped;
use serde::Deserialize;

use super::draw::{Interval, Weighted};

/// Everything the municipality is made from: the figures, the weight model they refer to, and how large it is to be.
#[derive(Debug, Clone)]
pub struct Figures {
    pub(super) tables: Tables,
    pub(super) model: WeightModel,
    pub(super) caseworkers: usize,
    /// Thousandths of the caseload that the figures give.
    pub(super) caseload: u32,
}

/// Why figures cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FiguresError {
    /// Not the expected tables; the parser's own words, with line and column.
    #[error("the figures cannot be read: {0}")]
    NotFigures(String),
    /// The weight model is not one that ships.
    #[error("there is no shipped weight model {0}")]
    NoModel(String),
    /// The weight model has no row for a type and phase that the figures use.
    #[error("the weight model has no row for type {case_type} in phase {phase}")]
    NoRow {
        /// Case type.
        case_type: String,
        /// Phase.
        phase: String,
    },
    /// The weight model has no factor, duty or reduction with this id.
    #[error("the weight model has no factor, duty or reduction {0}")]
    NoKind(String),
    /// No team does this kind of work, or no area has this code.
    #[error("no team or area {0}")]
    NoTeam(String),
    /// A list that must say something is empty.
    #[error("the list {0} is empty")]
    Empty(&'static str),
}

impl Figures {
    /// The figures that come with the product.
    ///
    /// # Errors
    /// [`FiguresError`] when they are not in order, which a test rules out.
    pub fn shipped() -> Result<Self, FiguresError> {
        Self::parse(include_str!("../../../demo/figures.toml"))
    }

    /// Reads figures and compares them with the weight model they name.
    ///
    /// # Errors
    /// [`FiguresError`] saying what does not fit.
    pub fn parse(text: &str) -> Result<Self, FiguresError> {
        let tables: Tables = toml::from_str(text).map_err(|error| FiguresError::NotFigures(error.to_string()))?;
        let model = shipped(&tables.model).ok_or_else(|| FiguresError::NoModel(tables.model.clone()))?;
        let caseworkers = tables.size.caseworkers;
        let figures = Self {
            tables,
            model,
            caseworkers,
            caseload: 1000,
        };
        figures.check_model()?;
        figures.check_lists()?;
        Ok(figures)
    }

    /// The same municipality with `count` caseworkers in service: units, inflow and all else grow or shrink with it.
    #[must_use]
    pub fn with_caseworkers(mut self, count: usize) -> Self {
        self.caseworkers = count;
        self
    }

    /// About `count` open phases for each caseworker, instead of what fits the weight model's norm: for measuring large databases.
    #[must_use]
    pub fn with_open_phases_per_caseworker(mut self, count: u32) -> Self {
        self.caseload = count * 1000 / self.tables.size.open_phases_per_caseworker.max(1);
        self
    }

    /// A history of `years` years instead of the usual; with 0 only what is open on the day.
    #[must_use]
    pub fn with_years(mut self, years: u8) -> Self {
        self.tables.size.years = i32::from(years);
        self
    }

    /// The weight model the municipality uses.
    #[must_use]
    pub const fn model(&self) -> &WeightModel {
        &self.model
    }

    fn check_model(&self) -> Result<(), FiguresError> {
        let Tables {
            path, factors, staff, ..
        } = &self.tables;
        for path in path {
            for stage in path.stages() {
                let phase = self.tables.phases.id(stage);
                if self.model.row(&path.case_type, Some(phase)).is_none() {
                    return Err(FiguresError::NoRow {
                        case_type: path.case_type.clone(),
                        phase: phase.to_owned(),
                    });
                }
            }
        }
        let factors = [
            &factors.children,
            &factors.interpreter,
            &factors.court,
            &factors.conflict,
            &factors.travel,
        ];
        let unknown = factors
            .into_iter()
            .find(|id| !self.model.factors.iter().any(|factor| factor.id == **id));
        let reductions = [&staff.introduction.kind, &staff.absence.kind, &staff.assignment.kind];
        let unknown = unknown.or_else(|| reductions.into_iter().find(|id| self.model.reduction(id).is_none()));
        let unknown = unknown.or_else(|| Some(&staff.mentor.kind).filter(|id| self.model.duty(id).is_none()));
        unknown.map_or(Ok(()), |id| Err(FiguresError::NoKind(id.clone())))
    }

    fn check_lists(&self) -> Result<(), FiguresError> {
        let tables = &self.tables;
        let teams: Vec<&Team> = tables.organisation.area.iter().flat_map(|area| &area.teams).collect();
        for path in &tables.path {
            let stages = path.stages();
            let plans = stages.iter().filter_map(|stage| path.stage(*stage));
            for kind in plans.flat_map(|plan| std::iter::once(&plan.team).chain(&plan.also)) {
                if !teams.iter().any(|team| team.kind == *kind) {
                    return Err(FiguresError::NoTeam(kind.clone()));
                }
            }
        }
        for (list, is_empty) in [
            (
                "path",
                tables.path.iter().any(|path| path.stages().is_empty()) || tables.path.is_empty(),
            ),
            ("names.first", tables.names.first.is_empty()),
            ("names.last", tables.names.last.is_empty()),
            ("load.aims", tables.load.aims.is_empty()),
            ("staff.extents", tables.staff.extents.is_empty()),
        ] {
            if is_empty {
                return Err(FiguresError::Empty(list));
            }
        }
        Ok(())
    }
}

/// Where a case is on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Stage {
    /// Deciding whether to investigate.
    Assessment,
    /// Investigating.
    Investigation,
    /// Following up what was decided.
    Intervention,
}

/// All stages, in their order.
pub(super) const STAGES: [Stage; 3] = [Stage::Assessment, Stage::Investigation, Stage::Intervention];

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Tables {
    model: String,
    pub(super) size: Size,
    pub(super) inflow: Inflow,
    pub(super) path: Vec<Path>,
    pub(super) deadlines: Deadlines,
    pub(super) factors: Factors,
    pub(super) phases: Phases,
    pub(super) load: Heaviness,
    pub(super) waiting: Waiting,
    pub(super) staff: Staff,
    pub(super) organisation: Organisation,
    pub(super) other: Vec<Other>,
    pub(super) names: Names,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Size {
    pub(super) caseworkers: usize,
    pub(super) years: i32,
    pub(super) children_per_caseworker: u32,
    open_phases_per_caseworker: u32,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Inflow {
    pub(super) reports_per_1000_children: u32,
    pub(super) months: [u32; 12],
    pub(super) weekdays: [u32; 7],
    pub(super) siblings: u32,
    pub(super) siblings_count: Vec<Interval>,
}

/// The way one type of case goes.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Path {
    #[serde(rename = "type")]
    pub(super) case_type: String,
    pub(super) per_1000_reports: u32,
    assessment: Option<Plan>,
    investigation: Option<Plan>,
    intervention: Option<Plan>,
}

impl Path {
    /// What is planned for a stage; none where cases of this type do not pass it.
    pub(super) const fn stage(&self, stage: Stage) -> Option<&Plan> {
        match stage {
            Stage::Assessment => self.assessment.as_ref(),
            Stage::Investigation => self.investigation.as_ref(),
            Stage::Intervention => self.intervention.as_ref(),
        }
    }

    /// The stages that cases of this type pass.
    pub(super) fn stages(&self) -> Vec<Stage> {
        STAGES.into_iter().filter(|stage| self.stage(*stage).is_some()).collect()
    }
}

/// One stage of one type of case.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Plan {
    pub(super) team: String,
    pub(super) also: Option<String>,
    pub(super) days: Vec<Interval>,
    pub(super) limit_months: Option<i32>,
    pub(super) onward: u32,
    pub(super) flexible: bool,
    #[serde(default)]
    pub(super) co: u32,
    #[serde(default)]
    pub(super) court: u32,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Deadlines {
    pub(super) missed_extension: u32,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Factors {
    pub(super) children: String,
    pub(super) children_count: Vec<Interval>,
    pub(super) interpreter: String,
    pub(super) interpreter_share: u32,
    pub(super) court: String,
    pub(super) conflict: String,
    pub(super) conflict_share: u32,
    pub(super) travel: String,
    pub(super) travel_levels: Vec<Choice>,
    pub(super) co_agreed: u32,
    pub(super) co_agreed_shares: Vec<u32>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Phases {
    assessment: String,
    investigation: String,
    intervention: String,
}

impl Phases {
    /// The weight model's id of a stage.
    pub(super) fn id(&self, stage: Stage) -> &str {
        match stage {
            Stage::Assessment => &self.assessment,
            Stage::Investigation => &self.investigation,
            Stage::Intervention => &self.intervention,
        }
    }
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Heaviness {
    pub(super) aims: Vec<Interval>,
    pub(super) team_spread: u32,
    pub(super) changed_days_ago: Vec<Interval>,
    pub(super) newcomer_days: i32,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Waiting {
    pub(super) investigations: usize,
    pub(super) investigation_days: i32,
    pub(super) assessments: usize,
    pub(super) assessment_days: i32,
    pub(super) left_behind: usize,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Staff {
    pub(super) first_number: u32,
    pub(super) turnover: usize,
    pub(super) vacancy_days: Vec<Interval>,
    pub(super) tenure_before: Vec<Interval>,
    pub(super) experience: Vec<Interval>,
    pub(super) extents: Vec<Weighted>,
    pub(super) role: Role,
    pub(super) title: String,
    pub(super) degree: Vec<Choice>,
    pub(super) permanent: String,
    pub(super) substitute: String,
    pub(super) fixed_term: String,
    pub(super) temporary_share: u32,
    pub(super) fixed_term_days: i32,
    pub(super) substitute_days: i32,
    pub(super) temporary_end: String,
    pub(super) end_reasons: Vec<Choice>,
    pub(super) email_domain: String,
    pub(super) introduction: Introduction,
    pub(super) absence: Absence,
    pub(super) assignment: SpecialAssignment,
    pub(super) mentor: Mentor,
}

/// One of several ids, by weight.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Choice {
    pub(super) id: String,
    pub(super) weight: u32,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Introduction {
    pub(super) kind: String,
    pub(super) below_months: i32,
    pub(super) months: i32,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Absence {
    pub(super) kind: String,
    pub(super) per_year: u32,
    pub(super) days: Vec<Interval>,
    pub(super) shares: Vec<Weighted>,
    pub(super) full_days: i32,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SpecialAssignment {
    pub(super) kind: String,
    pub(super) share: u32,
    pub(super) sizes: Vec<Weighted>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Mentor {
    pub(super) kind: String,
    pub(super) share: u32,
    pub(super) experienced_months: i32,
    pub(super) days: Vec<Interval>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Organisation {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) area: Vec<Area>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Area {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) teams: Vec<Team>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Team {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) kind: String,
    pub(super) caseworkers: usize,
}

/// Staff who hold no cases.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Other {
    pub(super) title: String,
    pub(super) role: Role,
    /// `team`, `area` or `top` for one in each, or the code of an area.
    pub(super) place: String,
    pub(super) count: Option<usize>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Names {
    pub(super) first: Vec<String>,
    pub(super) last: Vec<String>,
}
