//! Rebalancing: what is asked, what a plan consists of, why each case moves, and on which day.
//!
//! [`compose`] turns people and open phases into a [`Question`]; the engine answers it with an [`Answer`], and nothing here assigns a case.

mod compose;
mod spread;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::allocation::Obstacle;
use crate::amount::{MILLION, Points, Share};
use crate::load::Load;
use crate::qualification::Missing;

pub use compose::{OpenPhase, Somebody, compose};
pub use spread::{Handover, Pace, spread};

/// The limits that may be chosen, in hundredths of the capacity.
pub const LIMITS: RangeInclusive<u16> = 10..=200;

/// The most handovers a week and receiver that may be chosen.
pub const MOST_PER_WEEK: u16 = 50;

/// Why a plan is wanted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum Occasion {
    /// Somebody has too much.
    Over,
    /// These people leave: they give up all their cases.
    Leaves {
        /// Ids of the people.
        people: BTreeSet<i64>,
    },
    /// These people are away for a while, and carry a part of their capacity meanwhile.
    Leave {
        /// Ids of the people.
        people: BTreeSet<i64>,
        /// The first day on which they are back; none when that is not known.
        until: Option<Date>,
        /// How much of the capacity is left; nothing gives up all cases.
        keeps: Share,
    },
    /// A team is divided in two: some of the people hold some kinds of cases, the others the rest.
    Split {
        /// Ids of the people in the first part.
        people: BTreeSet<i64>,
        /// Types and phases that the first part holds.
        kinds: BTreeSet<(String, Option<String>)>,
    },
}

impl Occasion {
    /// Every id, in the order of the page.
    pub const IDS: [&'static str; 4] = ["over", "leaves", "leave", "split"];

    /// The id in the database, in addresses and on the command line.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Over => "over",
            Self::Leaves { .. } => "leaves",
            Self::Leave { .. } => "leave",
            Self::Split { .. } => "split",
        }
    }

    /// The people it is about.
    #[must_use]
    pub const fn people(&self) -> Option<&BTreeSet<i64>> {
        match self {
            Self::Over => None,
            Self::Leaves { people } | Self::Leave { people, .. } | Self::Split { people, .. } => Some(people),
        }
    }

    /// What is left of somebody's capacity.
    #[must_use]
    pub fn keeps(&self, person: i64) -> Share {
        match self {
            Self::Leaves { people } if people.contains(&person) => Share::ZERO,
            Self::Leave { people, keeps, .. } if people.contains(&person) => *keeps,
            _ => Share::FULL,
        }
    }
}

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// Codes of the units whose people take part; none for the whole municipality.
    pub units: BTreeSet<String>,
    /// Why.
    pub occasion: Occasion,
    /// The day on which everybody shall be within the limit.
    pub day: Date,
    /// How much of the capacity may be used.
    pub limit: Share,
    /// Whether cases that nobody holds are given out too.
    pub unallocated: bool,
}

impl Asked {
    /// Points within the limit for this capacity, rounded down to the millionth.
    #[must_use]
    pub fn most(&self, capacity: Points) -> Points {
        let most = i128::from(capacity.millionths()) * i128::from(self.limit.millionths()) / i128::from(MILLION);
        Points::from_millionths(i64::try_from(most).unwrap_or(i64::MAX))
    }
}

/// Why a question cannot be asked so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AskError {
    /// The limit is not among [`LIMITS`].
    #[error("the limit is not from {} to {} hundredths", LIMITS.start(), LIMITS.end())]
    Limit,
    /// The day is past, or more than a year ahead.
    #[error("the day is past or more than a year ahead")]
    Day,
    /// The occasion is about somebody, and nobody was chosen.
    #[error("nobody was chosen")]
    Nobody,
    /// All of the capacity is kept, or more.
    #[error("what is kept is not below the whole capacity")]
    Keeps,
    /// They are back before they are away.
    #[error("the last day lies before the first")]
    Until,
    /// No kind of case was chosen for the first part of a team that is divided.
    #[error("no kind of case was chosen")]
    Kinds,
}

impl Asked {
    /// Whether it can be asked on `today`.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn check(&self, today: Date) -> Result<(), AskError> {
        let hundredth = MILLION / 100;
        let limits = i64::from(*LIMITS.start()) * hundredth..=i64::from(*LIMITS.end()) * hundredth;
        if !limits.contains(&self.limit.millionths()) {
            return Err(AskError::Limit);
        }
        let year = today.saturating_add(jiff::Span::new().years(1));
        if self.day < today || self.day > year {
            return Err(AskError::Day);
        }
        if self.occasion.people().is_some_and(BTreeSet::is_empty) {
            return Err(AskError::Nobody);
        }
        match &self.occasion {
            Occasion::Leave { keeps, .. } if !(0..MILLION).contains(&keeps.millionths()) => Err(AskError::Keeps),
            Occasion::Leave { until: Some(until), .. } if *until <= self.day => Err(AskError::Until),
            Occasion::Split { kinds, .. } if kinds.is_empty() => Err(AskError::Kinds),
            _ => Ok(()),
        }
    }
}

/// A rule by which somebody may not hold a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// Not qualified for it by law.
    Qualification,
    /// Nobody has said which degree the person has, so the law does not let anybody give the case to that person.
    DegreeUnknown,
    /// Does not speak the language that is needed.
    Language,
    /// Does not work in the district.
    District,
    /// It was said that this person shall not hold it.
    NotThisWorker,
    /// Gives up all cases: leaves, is away, or is not in service.
    GivesUp,
    /// Is in the other part of a team that is divided.
    OtherPart,
}

impl Rule {
    /// Every rule.
    pub const ALL: [Self; 7] = [
        Self::Qualification,
        Self::DegreeUnknown,
        Self::Language,
        Self::District,
        Self::NotThisWorker,
        Self::GivesUp,
        Self::OtherPart,
    ];

    /// The id in sentences and answers.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Qualification => "qualification",
            Self::DegreeUnknown => "degree-unknown",
            Self::Language => "language",
            Self::District => "district",
            Self::NotThisWorker => "not-this-worker",
            Self::GivesUp => "gives-up",
            Self::OtherPart => "other-part",
        }
    }

    /// The rule that stands in the way; none for a lock, which lets nobody take the case over.
    #[must_use]
    pub const fn of(obstacle: &Obstacle) -> Option<Self> {
        match obstacle {
            Obstacle::NotQualified(unqualified) => match unqualified.missing {
                Missing::Unknown => Some(Self::DegreeUnknown),
                Missing::Degree | Missing::Decision => Some(Self::Qualification),
            },
            Obstacle::NotThisWorker => Some(Self::NotThisWorker),
            Obstacle::Language { .. } => Some(Self::Language),
            Obstacle::District { .. } => Some(Self::District),
            Obstacle::Locked { .. } => None,
        }
    }

    /// Whether somebody who holds the case already may keep it nevertheless: neither a wish about who should take it on nor a gap in what
    /// is recorded is a reason to take it from whoever the child knows.
    #[must_use]
    pub const fn lets_keep(self) -> bool {
        matches!(self, Self::DegreeUnknown | Self::Language | Self::District)
    }
}

/// Somebody who takes part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worker {
    /// Id of the person.
    pub person: i64,
    /// Employment number.
    pub number: String,
    /// Name.
    pub name: String,
    /// Code of the unit.
    pub unit: Option<String>,
    /// Points that can be carried on the day, after the occasion.
    pub capacity: Points,
    /// Points held besides the groups: the stable part, duties, support, cases held as co-handler.
    pub other: Points,
    /// Whether cases may be given to this person.
    pub receives: bool,
    /// Whether all cases are given up.
    pub gives_up: bool,
}

/// Cases that are held by one person, whoever it is: siblings that one person holds today, or one case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseGroup {
    /// References of the cases, in order.
    pub cases: Vec<String>,
    /// Ids of their open phases.
    pub phases: Vec<i64>,
    /// Types and phases, each once.
    pub kinds: Vec<(Arc<str>, Option<Arc<str>>)>,
    /// Place of the worker who holds them; none when nobody does.
    pub holder: Option<usize>,
    /// What they weigh together.
    pub points: Points,
    /// Whether they stay where they are, whatever happens.
    pub locked: bool,
    /// Places of the workers who may hold them, rising.
    pub allowed: Vec<usize>,
    /// The rules by which its holder may not keep it.
    pub holder_rules: Vec<Rule>,
    /// How many of those who could receive cases each rule shuts out.
    pub shut_out: Vec<(Rule, u32)>,
}

/// Somebody whose cases are left as they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resting {
    /// Id of the person.
    pub person: i64,
    /// Name.
    pub name: String,
}

/// Who can hold what: the whole of what is to be divided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// What was asked.
    pub asked: Asked,
    /// Who takes part.
    pub workers: Vec<Worker>,
    /// What is held.
    pub groups: Vec<CaseGroup>,
    /// In service but without capacity on the day, and not those the occasion is about: they neither give up nor take in any case.
    pub resting: Vec<Resting>,
}

impl Question {
    /// Points held today by each worker.
    #[must_use]
    pub fn points(&self) -> Vec<Points> {
        let mut points: Vec<Points> = self.workers.iter().map(|worker| worker.other).collect();
        for group in &self.groups {
            if let Some(holder) = group.holder {
                points[holder] += group.points;
            }
        }
        points
    }

    /// What all of it is of what all together can carry: no lower limit can be reached. None without any capacity.
    #[must_use]
    pub fn together(&self) -> Option<Share> {
        let held: Points = self.groups.iter().map(|group| group.points).sum();
        let other: Points = self.workers.iter().map(|worker| worker.other).sum();
        let capacity: Points = self.workers.iter().map(|worker| worker.capacity).sum();
        Load::of(held + other, capacity).rounded(4)
    }
}

/// Why a group of cases moves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum Reason {
    /// Nobody holds it.
    New,
    /// Its holder gives up all cases.
    GivesUp,
    /// Its holder may not hold it.
    MayNot {
        /// By these rules.
        rules: Vec<Rule>,
    },
    /// Its holder is above the limit.
    AboveLimit {
        /// Points held and points within the limit; none for those who see no loads by name.
        held: Option<(Points, Points)>,
    },
    /// Its holder takes in these cases instead, which few others may hold or have room for.
    MakesRoom {
        /// References of the cases.
        cases: Vec<String>,
    },
    /// Its holder would otherwise be among the most loaded.
    LowersHighest {
        /// Points held; none for those who see no loads by name.
        held: Option<Points>,
    },
    /// A person chose so.
    Chosen,
}

impl Reason {
    /// The same without figures from which a load can be told.
    #[must_use]
    pub fn without_loads(self) -> Self {
        match self {
            Self::AboveLimit { .. } => Self::AboveLimit { held: None },
            Self::LowersHighest { .. } => Self::LowersHighest { held: None },
            other => other,
        }
    }

    /// The id in sentences and answers.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::New => "new",
            Self::GivesUp => "gives-up",
            Self::MayNot { .. } => "may-not",
            Self::AboveLimit { .. } => "above-limit",
            Self::MakesRoom { .. } => "makes-room",
            Self::LowersHighest { .. } => "lowers-highest",
            Self::Chosen => "chosen",
        }
    }
}

/// A group of cases that is to change hands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// Place of the group.
    pub group: usize,
    /// Place of the worker who is to hold it.
    pub to: usize,
    /// Why.
    pub reason: Reason,
}

/// One way to divide the cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// Cases that change hands; those that nobody held are not counted.
    pub handovers: u64,
    /// Points and capacity of whoever has the highest load.
    pub highest: (Points, Points),
    /// What changes.
    pub moves: Vec<Move>,
}

/// A plan, and what is proven of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// First the one with the fewest handovers; then those with more that have a lower highest load than all before.
    pub ways: Vec<Way>,
    /// No plan hands over fewer cases.
    pub bound: u64,
    /// Whether it is proven that no plan with as few handovers has a lower highest load.
    pub highest_is_proven: bool,
    /// Whether the clock ended the work: then it may come out otherwise the next time.
    pub stopped: bool,
}

/// Something that makes it impossible, with the people, cases and rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Hindrance {
    /// Nobody of those who take part can be given a case: none of them is a caseworker in service with capacity on the day.
    NoCapacity,
    /// Nobody may hold these cases.
    Nobody {
        /// Their references.
        cases: Vec<String>,
        /// How many of those who could receive cases each rule shuts out.
        rules: Vec<(Rule, u32)>,
    },
    /// What cannot be moved from somebody is above the limit by itself.
    Locked {
        /// Id of the person.
        person: i64,
        /// References of the locked cases; none when it is other work alone.
        cases: Vec<String>,
        /// How many more points that person must be able to carry within the limit.
        needed: Points,
    },
    /// None of those who may hold these cases has room for them, even with nothing else but what cannot be moved.
    TooLarge {
        /// Their references: siblings, or one case.
        cases: Vec<String>,
        /// What they weigh.
        points: Points,
        /// Id of the person who comes nearest.
        person: i64,
        /// How many more points that person must be able to carry.
        needed: Points,
    },
    /// These cases may be held by these people only, and are too much for them together.
    Crowded {
        /// References of the cases.
        cases: Vec<String>,
        /// Ids of the people.
        people: Vec<i64>,
        /// Points of the cases.
        points: Points,
        /// Points that the people can take in.
        room: Points,
        /// The rules that shut others out.
        rules: Vec<Rule>,
    },
    /// No plan was found: it would be enough that this person could carry so many more points.
    Lacking {
        /// Id of the person.
        person: i64,
        /// Points.
        points: Points,
    },
}

/// What came of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// A plan.
    Plan(Box<Proposal>),
    /// There is none.
    Impossible {
        /// For these reasons.
        hindrances: Vec<Hindrance>,
        /// Whether it is proven; otherwise none was found.
        is_proven: bool,
        /// A limit for which there is a plan; none when raising it does not help.
        enough: Option<Share>,
    },
}

/// How far a move of a draft has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Nobody has said anything about it.
    Proposed,
    /// It shall be carried out on its day.
    Accepted,
    /// It shall not be carried out.
    Dropped,
    /// It has been carried out.
    Done,
}

impl Stage {
    /// Every stage.
    pub const ALL: [Self; 4] = [Self::Proposed, Self::Accepted, Self::Dropped, Self::Done];

    /// The id in the database and in sentences.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Accepted => "accepted",
            Self::Dropped => "dropped",
            Self::Done => "done",
        }
    }

    /// The stage with this id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.id() == id)
    }

    /// Whether the move is counted in the sums.
    #[must_use]
    pub const fn counts(self) -> bool {
        !matches!(self, Self::Dropped)
    }
}

/// Somebody's load before and after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Id of the person.
    pub person: i64,
    /// Points that can be carried.
    pub capacity: Points,
    /// Points before.
    pub before: Points,
    /// Points after.
    pub after: Points,
}

impl Standing {
    /// The load before.
    #[must_use]
    pub fn load_before(&self) -> Load {
        Load::of(self.before, self.capacity)
    }

    /// The load after.
    #[must_use]
    pub fn load_after(&self) -> Load {
        Load::of(self.after, self.capacity)
    }
}

/// Everybody's load before and after some moves: who gives (none where nobody held it), who takes, and points.
#[must_use]
pub fn standings(people: &[(i64, Points, Points)], moves: &[(Option<i64>, i64, Points)]) -> Vec<Standing> {
    let mut standings: Vec<Standing> = people
        .iter()
        .map(|(person, capacity, points)| Standing {
            person: *person,
            capacity: *capacity,
            before: *points,
            after: *points,
        })
        .collect();
    let places: std::collections::HashMap<i64, usize> =
        people.iter().zip(0..).map(|((person, ..), place)| (*person, place)).collect();
    for (from, to, points) in moves {
        if let Some(place) = from.and_then(|from| places.get(&from)) {
            standings[*place].after -= *points;
        }
        if let Some(place) = places.get(to) {
            standings[*place].after += *points;
        }
    }
    standings
}

/// The highest of some loads: no capacity counts only where something is held.
#[must_use]
pub fn highest(loads: impl IntoIterator<Item = (Points, Points)>) -> Option<Load> {
    let held = loads
        .into_iter()
        .filter(|(points, capacity)| *capacity > Points::ZERO || *points > Points::ZERO);
    held.map(|(points, capacity)| Load::of(points, capacity)).max()
}
