//! The weight model: the versioned table that turns a case into points and says what a person can carry.
//!
//! A model is a TOML file; its keys and arithmetic are described in `docs/weight-model.md`.

mod parse;
mod print;
mod series;
mod shipped;
mod table;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use parse::{ModelError, Place, Problem};
pub use series::{Series, SeriesError};
pub use shipped::{SHIPPED, shipped};

use crate::amount::{Hours, Points, Share};

/// A weight model, checked: what is here can be computed with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeightModel {
    /// Which scheme it is, the same for all its versions.
    pub id: String,
    /// Which version of the scheme.
    pub version: String,
    /// Name for people.
    pub title: String,
    /// Where its numbers come from.
    pub source: String,
    /// First day it applies.
    pub valid_from: Date,
    /// What its points are called.
    pub unit: String,
    /// Who confirms the factors.
    pub scored_by: ScoredBy,
    /// What a full-time, experienced worker carries.
    pub norm: Norm,
    /// Points by case type and phase.
    pub cases: Vec<CaseRow>,
    /// What makes a case heavier.
    pub factors: Vec<Factor>,
    /// How a case that two hold is divided.
    pub share: PartShares,
    /// Work that is no case.
    pub duties: Vec<DutyRow>,
    /// Pieces of work whose points move to whoever did them.
    pub support: Vec<SupportRow>,
    /// Kinds of reductions of the working time.
    pub reductions: Vec<ReductionRow>,
    /// Plain case limits, shown beside the load.
    pub limits: Vec<Limit>,
    /// Where the bands begin.
    pub bands: Bands,
    /// How long too much may last before an action is due; none where the scheme has no such rule.
    pub overload: Option<Overload>,
}

/// Who confirms the effort factors of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ScoredBy {
    /// The caseworker.
    Worker,
    /// The supervisor.
    Lead,
    /// Both; a difference is shown.
    Both,
}

/// How capacity is rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Rounding {
    /// Not at all (beyond the millionth of a point that amounts are held in).
    None,
    /// Down to whole points.
    Down,
}

/// What a full-time, experienced worker carries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Norm {
    /// Points at full time.
    pub points: Points,
    /// Hours a week that are full time.
    pub hours_per_week: Hours,
    /// Points counted for everyone in service: meetings, supervision, own training.
    pub stable: Points,
    /// Whether the stable part follows the hours; otherwise it is counted in full.
    pub stable_scales: bool,
    /// How capacity is rounded.
    pub rounding: Rounding,
    /// Experience levels, lowest first; the last has no upper limit. Empty when experience changes nothing.
    pub levels: Vec<Level>,
}

/// An experience level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level {
    /// Id.
    pub id: String,
    /// Applies to fewer whole months in the profession than this; the last level has none.
    pub below_months: Option<u32>,
    /// Share of the norm.
    pub share: Share,
}

/// Points of a case type in a phase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseRow {
    /// Case type.
    pub case_type: String,
    /// Phase; none where the type has no phases: the row then holds for any phase.
    pub phase: Option<String>,
    /// Name for people.
    pub title: Option<String>,
    /// Points.
    pub points: Points,
}

/// A neutral effort factor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Factor {
    /// Id.
    pub id: String,
    /// Name for people.
    pub title: String,
    /// What it does.
    pub kind: FactorKind,
    /// Case types it is restricted to; empty for all.
    pub types: Vec<String>,
    /// Phases it is restricted to; empty for all.
    pub phases: Vec<String>,
}

/// What a factor does to the points of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FactorKind {
    /// When it is so: adds points, or multiplies, or both.
    Flag {
        /// Points added.
        add: Points,
        /// Multiplier; 1 changes nothing.
        multiply: Share,
    },
    /// How many: adds points for each above the free number.
    Count {
        /// How many are free.
        free: u32,
        /// Points for each above it.
        add: Points,
        /// Most points it can add.
        max: Option<Points>,
    },
    /// One of several levels, each adding points.
    Levels(Vec<(String, Points)>),
    /// One of several levels, each multiplying.
    Multipliers(Vec<(String, Share)>),
}

/// How a case that two hold is divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PartShares {
    /// Share of the main caseworker.
    pub main: Share,
    /// Share of a co-handler.
    pub co: Share,
}

/// Work that is no case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DutyRow {
    /// Id.
    pub id: String,
    /// Name for people.
    pub title: String,
    /// Points while it lasts.
    pub points: Points,
}

/// A piece of work whose points move from the case holder to whoever did it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SupportRow {
    /// Id.
    pub id: String,
    /// Name for people.
    pub title: String,
    /// Points for each piece.
    pub points: Points,
    /// Days it counts, the day it was done included.
    pub days: u32,
}

/// A kind of reduction of the working time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReductionRow {
    /// Id.
    pub id: String,
    /// Name for people.
    pub title: String,
    /// Share where the fact gives none.
    pub share: Option<Share>,
    /// Ceiling.
    pub max_share: Option<Share>,
    /// Whole calendar months after which it no longer counts.
    pub months: Option<u32>,
}

/// A plain case limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limit {
    /// Name for people.
    pub title: Option<String>,
    /// Most cases.
    pub count: u32,
    /// Most cases in exceptional circumstances.
    pub exceptional: Option<u32>,
    /// Case types it counts; empty for all.
    pub types: Vec<String>,
    /// Phases it counts; empty for all.
    pub phases: Vec<String>,
    /// Applies only to somebody who also holds a case of one of these types; empty for everyone.
    pub beside: Vec<String>,
}

/// Where the bands begin, as shares of capacity: low < `low` ≤ balance ≤ `high` < high ≤ `over` < over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bands {
    /// First share of balance.
    pub low: Share,
    /// Last share of balance.
    pub high: Share,
    /// Last share of high.
    pub over: Share,
}

/// How long too much may last before an action is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overload {
    /// The lowest band that counts as too much.
    pub band: Band,
    /// Weeks.
    pub weeks: u32,
}

/// Where a load lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Band {
    /// Room for more.
    Low,
    /// As intended.
    Balance,
    /// Heavy.
    High,
    /// Too heavy.
    Over,
    /// Nothing can be carried: not in service, or fully absent.
    NoCapacity,
}

impl Band {
    /// The id used in files and answers.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Balance => "balance",
            Self::High => "high",
            Self::Over => "over",
            Self::NoCapacity => "no-capacity",
        }
    }
}

/// Whether a restriction (`types`, `phases`) lets `value` through: an empty one lets everything.
fn allows(restriction: &[String], value: Option<&str>) -> bool {
    restriction.is_empty() || value.is_some_and(|value| restriction.iter().any(|allowed| allowed == value))
}

impl WeightModel {
    /// The row for a case type and phase, and its place in [`Self::cases`].
    ///
    /// A row without a phase holds for a case of its type in any phase.
    #[must_use]
    pub fn row(&self, case_type: &str, phase: Option<&str>) -> Option<(usize, &CaseRow)> {
        self.cases
            .iter()
            .enumerate()
            .find(|(_, row)| row.case_type == case_type && (row.phase.is_none() || row.phase.as_deref() == phase))
    }

    /// Whether some row has this case type.
    #[must_use]
    pub fn knows_type(&self, case_type: &str) -> bool {
        self.cases.iter().any(|row| row.case_type == case_type)
    }

    /// The experience level of somebody with this many whole months in the profession; without a number, the last level.
    #[must_use]
    pub fn level(&self, months: Option<u32>) -> Option<&Level> {
        let levels = &self.norm.levels;
        match months {
            Some(months) => levels
                .iter()
                .find(|level| level.below_months.is_none_or(|limit| months < limit)),
            None => levels.last(),
        }
    }

    /// The duty of this kind.
    #[must_use]
    pub fn duty(&self, kind: &str) -> Option<&DutyRow> {
        self.duties.iter().find(|duty| duty.id == kind)
    }

    /// The support of this kind.
    #[must_use]
    pub fn support(&self, kind: &str) -> Option<&SupportRow> {
        self.support.iter().find(|support| support.id == kind)
    }

    /// The reduction of this kind.
    #[must_use]
    pub fn reduction(&self, kind: &str) -> Option<&ReductionRow> {
        self.reductions.iter().find(|reduction| reduction.id == kind)
    }
}

impl Factor {
    /// Whether the factor applies to a case of this type in this phase.
    #[must_use]
    pub fn applies(&self, case_type: &str, phase: Option<&str>) -> bool {
        allows(&self.types, Some(case_type)) && allows(&self.phases, phase)
    }
}

impl Limit {
    /// Whether the limit counts a case of this type in this phase.
    #[must_use]
    pub fn counts(&self, case_type: &str, phase: Option<&str>) -> bool {
        allows(&self.types, Some(case_type)) && allows(&self.phases, phase)
    }
}
