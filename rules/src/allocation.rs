//! Allocation: what a caseworker brings and what a case needs, and with that who may hold what. The one place that decides it: the pages,
//! the API, the alarm of an import and the plans for moving cases all ask [`obstacles`].

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::case::Part;
use crate::period::Period;
use crate::qualification::{Qualification, Requirement, Unqualified};

/// A word that holds on some days: a language, a district.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Dated {
    /// The word, as the municipality writes it.
    pub value: String,
    /// When.
    pub period: Period,
}

/// What a caseworker brings.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Worker {
    /// Id of the person.
    pub id: i64,
    /// Degree, the board's decisions, independence.
    pub qualification: Qualification,
    /// Languages beside Swedish.
    pub languages: Vec<Dated>,
    /// Districts that the person works in; none for all.
    pub districts: Vec<Dated>,
}

/// Why a case shall stay with whoever holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LockReason {
    /// The child and the caseworker know each other well.
    Relation,
    /// A decision or a hearing is near.
    DecisionNear,
    /// A court deals with it.
    Court,
    /// The family was promised it.
    Promised,
    /// Something else.
    Other,
}

impl LockReason {
    /// Every reason, in the order of the form.
    pub const ALL: [Self; 5] = [Self::Relation, Self::DecisionNear, Self::Court, Self::Promised, Self::Other];

    /// The id in the database, answers and sentences.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Relation => "relation",
            Self::DecisionNear => "decision-near",
            Self::Court => "court",
            Self::Promised => "promised",
            Self::Other => "other",
        }
    }

    /// The reason with this id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.id() == id)
    }
}

/// What a case needs, and who has it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CaseNeeds {
    /// Case type, an id of the weight model.
    pub case_type: String,
    /// Phase, an id of the weight model; none where the type has no phases.
    pub phase: Option<String>,
    /// Languages that its caseworker must speak.
    pub languages: Vec<Dated>,
    /// Districts that its caseworker must work in one of.
    pub districts: Vec<Dated>,
    /// When, and why, it shall stay with its caseworker.
    pub locked: Vec<(LockReason, Period)>,
    /// Who shall not have it, by id, and when.
    pub not_workers: Vec<(i64, Period)>,
    /// Who is its main caseworker, by id.
    pub holder: Option<i64>,
}

/// Why somebody may not, or should not, hold a case.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "rule", rename_all = "kebab-case")]
pub enum Obstacle {
    /// The act requires a qualification that the person does not have.
    NotQualified(Unqualified),
    /// It was decided that this person shall not have it.
    NotThisWorker,
    /// The case shall stay with its caseworker.
    Locked {
        /// Why.
        reason: LockReason,
    },
    /// The case needs a language that the person does not speak.
    Language {
        /// Which.
        language: String,
    },
    /// The case lies in a district that the person does not work in.
    District {
        /// Which.
        district: String,
    },
}

impl Obstacle {
    /// The id in answers, sentences and the log.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::NotQualified(_) => "not-qualified",
            Self::NotThisWorker => "not-this-worker",
            Self::Locked { .. } => "locked",
            Self::Language { .. } => "language",
            Self::District { .. } => "district",
        }
    }

    /// Whether a case cannot be given in spite of it. Language and district can be bridged by an interpreter and a bus: a supervisor may
    /// decide so; a plan does not.
    #[must_use]
    pub const fn refuses(&self) -> bool {
        match self {
            Self::NotQualified(_) | Self::NotThisWorker | Self::Locked { .. } => true,
            Self::Language { .. } | Self::District { .. } => false,
        }
    }
}

/// What stands in the way of somebody's holding a case on a day, the law first; nothing when nothing does.
///
/// A co-handler works under the main caseworker and needs no qualification, language or district; only who shall not have the case at
/// all may not be that either. Whoever holds the case already is not stopped by its being locked.
#[must_use]
pub fn obstacles(requirement: &Requirement, worker: &Worker, case: &CaseNeeds, part: Part, on: Date) -> Vec<Obstacle> {
    let mut found = Vec::new();
    let is_main = part == Part::Main;
    if is_main && let Err(unqualified) = requirement.check(&worker.qualification, &case.case_type, case.phase.as_deref(), on) {
        found.push(Obstacle::NotQualified(unqualified));
    }
    let excluded = |(id, period): &(i64, Period)| *id == worker.id && period.contains(on);
    if case.not_workers.iter().any(excluded) {
        found.push(Obstacle::NotThisWorker);
    }
    if !is_main {
        return found;
    }
    if case.holder.is_some_and(|holder| holder != worker.id) {
        let lock = case.locked.iter().find(|(_, period)| period.contains(on));
        found.extend(lock.map(|(reason, _)| Obstacle::Locked { reason: *reason }));
    }
    let has = |known: &[Dated], value: &str| {
        known
            .iter()
            .any(|known| known.period.contains(on) && is_same(&known.value, value))
    };
    for needed in case.languages.iter().filter(|needed| needed.period.contains(on)) {
        if !has(&worker.languages, &needed.value) {
            found.push(Obstacle::Language {
                language: needed.value.clone(),
            });
        }
    }
    // A case may lie in several districts, and whoever works in one of them can have it; without any, somebody works in all.
    let works_everywhere = !worker.districts.iter().any(|district| district.period.contains(on));
    let lies_in: Vec<&Dated> = case
        .districts
        .iter()
        .filter(|district| district.period.contains(on))
        .collect();
    if let Some(first) = lies_in.first()
        && !works_everywhere
        && !lies_in.iter().any(|district| has(&worker.districts, &district.value))
    {
        found.push(Obstacle::District {
            district: first.value.clone(),
        });
    }
    found
}

/// Whether two words are the same, whoever wrote them and however: `Arabic` and `arabic`.
#[must_use]
pub fn is_same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

/// Why a case was given to somebody, or moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// It waited for somebody.
    Unallocated,
    /// The caseworker has too much.
    Overload,
    /// The caseworker leaves.
    Leaving,
    /// The caseworker is away.
    Absence,
    /// A sibling's case is there already.
    Siblings,
    /// The language.
    Language,
    /// Experience of such cases.
    Experience,
    /// The family or the child asked for it.
    FamilyAsked,
    /// The caseworker asked for it.
    WorkerAsked,
    /// The case goes to another unit.
    Unit,
    /// A plan for moving cases.
    Plan,
    /// Something else.
    Other,
}

impl Reason {
    /// Every reason, in the order of the form.
    pub const ALL: [Self; 12] = [
        Self::Unallocated,
        Self::Overload,
        Self::Leaving,
        Self::Absence,
        Self::Siblings,
        Self::Language,
        Self::Experience,
        Self::FamilyAsked,
        Self::WorkerAsked,
        Self::Unit,
        Self::Plan,
        Self::Other,
    ];

    /// The id in the database, answers and sentences.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Unallocated => "unallocated",
            Self::Overload => "overload",
            Self::Leaving => "leaving",
            Self::Absence => "absence",
            Self::Siblings => "siblings",
            Self::Language => "language",
            Self::Experience => "experience",
            Self::FamilyAsked => "family-asked",
            Self::WorkerAsked => "worker-asked",
            Self::Unit => "unit",
            Self::Plan => "plan",
            Self::Other => "other",
        }
    }

    /// The reason with this id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.id() == id)
    }
}
