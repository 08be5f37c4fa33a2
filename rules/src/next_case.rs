//! The next case: the people of a team in the order in which they could take a case, and what speaks for and against each.
//!
//! It advises; a supervisor decides. The order is a chain of rules, the first of which that tells two people apart decides between them:
//! [`Rule::ALL`]. Whoever no rule tells apart stays in the order given, which is by name.

use std::cmp::Ordering;

use jiff::ToSpan as _;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::allocation::{self, LockReason, Obstacle};
use crate::amount::{Points, Share};
use crate::capacity;
use crate::case::Holding;
use crate::load::{Held, Load, PersonLoad, load};
use crate::period::whole_months;
use crate::person::Person;
use crate::weight_model::{Band, WeightModel};

/// So many days ahead somebody's being away counts.
pub const DAYS_AHEAD: i64 = 28;
/// So many days back a case is new.
pub const DAYS_NEW: i64 = 7;
/// At most one new case in a week for so many open ones.
pub const OPEN_PER_NEW: u32 = 6;
/// So many cases of the type make somebody experienced of it.
pub const EXPERIENCED: u32 = 3;
/// So many deadlines about to fall make a week full.
pub const MANY_DEADLINES: u32 = 3;

/// A rule of the order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// Who may have it and has capacity stands before who may not or has none.
    Allowed,
    /// Who has not said "not now" to this case.
    Answer,
    /// Who holds a sibling's case, and would not be over with this one.
    Siblings,
    /// Who speaks the language and works in the district.
    Needs,
    /// Who would not be over, and then who would not be high.
    Band,
    /// Who is at work the coming weeks.
    Presence,
    /// Who has not had the new cases of this week already.
    NewCases,
    /// Who is not being introduced to the profession.
    Introduction,
    /// Who has few deadlines about to fall.
    Deadlines,
    /// Who has held such cases.
    Experience,
    /// Whose load would be lowest.
    Load,
    /// Nothing tells them apart: by name.
    Name,
}

impl Rule {
    /// Every rule, in the order in which they decide.
    pub const ALL: [Self; 12] = [
        Self::Allowed,
        Self::Answer,
        Self::Siblings,
        Self::Needs,
        Self::Band,
        Self::Presence,
        Self::NewCases,
        Self::Introduction,
        Self::Deadlines,
        Self::Experience,
        Self::Load,
        Self::Name,
    ];

    /// The id in answers and sentences.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Allowed => "allowed",
            Self::Answer => "answer",
            Self::Siblings => "siblings",
            Self::Needs => "needs",
            Self::Band => "band",
            Self::Presence => "presence",
            Self::NewCases => "new-cases",
            Self::Introduction => "introduction",
            Self::Deadlines => "deadlines",
            Self::Experience => "experience",
            Self::Load => "load",
            Self::Name => "name",
        }
    }
}

/// Somebody who could take the case, as the facts have it.
#[derive(Debug, Clone)]
pub struct Candidate<'a> {
    /// Dated facts, those of the coming [`DAYS_AHEAD`] days too.
    pub person: &'a Person,
    /// What the person holds.
    pub holdings: &'a [Holding],
    /// What stands in the way, as [`allocation::obstacles`] has it.
    pub obstacles: Vec<Obstacle>,
    /// Languages that the case needs and the person speaks.
    pub languages: Vec<String>,
    /// Cases of the same siblings that the person holds.
    pub siblings: u32,
    /// Cases of this type that the person holds or has held.
    pub experience: u32,
    /// Cases given to the person in the last [`DAYS_NEW`] days.
    pub new: u32,
    /// Deadlines that fall in the coming seven days; none where nobody keeps them.
    pub deadlines: Option<u32>,
    /// When, and why, the person said "not now" to this case.
    pub not_now: Option<(Date, NotNow)>,
}

/// What speaks for or against somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum Reason {
    /// Something stands in the way.
    Obstacle {
        /// What.
        obstacle: Obstacle,
    },
    /// The person can carry nothing today.
    NoCapacity,
    /// Has said "not now" to this case.
    SaidNotNow {
        /// When.
        on: Date,
        /// Why.
        why: NotNow,
    },
    /// Holds cases of the same siblings.
    Siblings {
        /// How many.
        cases: u32,
    },
    /// Speaks a language that the case needs.
    Speaks {
        /// Which.
        language: String,
    },
    /// What the load would be.
    LoadAfter {
        /// Today.
        now: Load,
        /// With the case.
        after: Load,
        /// The band of that.
        band: Band,
    },
    /// Points that would be left; below zero when the person would be over.
    Room {
        /// Capacity less points with the case.
        left: Points,
    },
    /// Is away, or has left, from a day on. Why is not known.
    Away {
        /// First day.
        from: Date,
    },
    /// Cases given lately.
    New {
        /// How many.
        cases: u32,
        /// Open cases held.
        open: u32,
        /// Whether it is as many as the hint allows, or more.
        is_full: bool,
    },
    /// Is being introduced to the profession.
    Introduction {
        /// Whole months in it.
        months: u32,
        /// What the model lets such a person carry.
        share: Share,
    },
    /// Deadlines that fall in the coming seven days.
    Deadlines {
        /// How many.
        count: u32,
    },
    /// Has held cases of this type.
    Experience {
        /// How many.
        cases: u32,
    },
}

impl Reason {
    /// The id in answers and sentences.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Obstacle { .. } => "obstacle",
            Self::NoCapacity => "no-capacity",
            Self::SaidNotNow { .. } => "said-not-now",
            Self::Siblings { .. } => "siblings",
            Self::Speaks { .. } => "speaks",
            Self::LoadAfter { .. } => "load-after",
            Self::Room { .. } => "room",
            Self::Away { .. } => "away",
            Self::New { .. } => "new",
            Self::Introduction { .. } => "introduction",
            Self::Deadlines { .. } => "deadlines",
            Self::Experience { .. } => "experience",
        }
    }

    /// Whether it speaks against the person.
    #[must_use]
    pub fn is_against(&self) -> bool {
        match self {
            Self::Obstacle { .. }
            | Self::NoCapacity
            | Self::SaidNotNow { .. }
            | Self::Away { .. }
            | Self::Introduction { .. } => true,
            Self::Siblings { .. } | Self::Speaks { .. } | Self::Experience { .. } => false,
            Self::LoadAfter { band, .. } => matches!(band, Band::High | Band::Over | Band::NoCapacity),
            Self::Room { left } => *left < Points::ZERO,
            Self::New { is_full, .. } => *is_full,
            Self::Deadlines { count } => *count >= MANY_DEADLINES,
        }
    }
}

/// Somebody's place in the order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// Which of the candidates it is.
    pub candidate: usize,
    /// Whether the case can be given to the person at all.
    pub is_allowed: bool,
    /// The load today.
    pub load: PersonLoad,
    /// The load with the case.
    pub after: Load,
    /// The band of that.
    pub band: Band,
    /// What speaks for and against, what weighs most first.
    pub reasons: Vec<Reason>,
    /// The rule that put the person before the next; none for the last.
    pub before_next_by: Option<Rule>,
}

/// What is compared: for each rule but the load a number, of which the lower comes first.
struct Standing {
    by_rule: [u32; 10],
    after: Load,
}

impl Standing {
    fn compare(&self, other: &Self) -> (Ordering, Rule) {
        for ((own, others), rule) in self.by_rule.iter().zip(other.by_rule).zip(Rule::ALL) {
            if *own != others {
                return (own.cmp(&others), rule);
            }
        }
        match self.after.cmp(&other.after) {
            Ordering::Equal => (Ordering::Equal, Rule::Name),
            order => (order, Rule::Load),
        }
    }
}

/// The candidates in order for a case that weighs `points` on `on`.
#[must_use]
pub fn suggest(model: &WeightModel, points: Points, candidates: &[Candidate<'_>], on: Date) -> Vec<Suggestion> {
    let mut placed: Vec<(Standing, Suggestion)> = candidates
        .iter()
        .enumerate()
        .map(|(place, candidate)| weighed(model, points, place, candidate, on))
        .collect();
    placed.sort_by(|(one, _), (other, _)| one.compare(other).0);
    let rules: Vec<Rule> = placed.windows(2).map(|pair| pair[0].0.compare(&pair[1].0).1).collect();
    let rules = rules.into_iter().map(Some).chain([None]);
    let suggestions = placed.into_iter().zip(rules).map(|((_, suggestion), rule)| Suggestion {
        before_next_by: rule,
        ..suggestion
    });
    suggestions.collect()
}

fn weighed(model: &WeightModel, points: Points, place: usize, candidate: &Candidate<'_>, on: Date) -> (Standing, Suggestion) {
    let person = candidate.person;
    let held = candidate.holdings.iter().filter(|holding| holding.period.contains(on));
    let held: Vec<Held> = held.map(|holding| Held::weigh(model, holding)).collect();
    let now = load(model, person, &held.iter().copied(), on);
    let after = now.with_one_more(points);
    let band = after.band(model);
    let has_capacity = now.load != Load::NoCapacity;
    let refused = candidate.obstacles.iter().any(Obstacle::refuses);
    let is_over = matches!(band, Band::Over | Band::NoCapacity);
    let away = away_from(model, person, on).filter(|_| has_capacity);
    let is_full = candidate.new >= (now.cases / OPEN_PER_NEW).max(1);
    let introduction = introduction(model, person, on);
    let reasons = {
        let mut reasons: Vec<Reason> = candidate
            .obstacles
            .iter()
            .map(|obstacle| Reason::Obstacle {
                obstacle: obstacle.clone(),
            })
            .collect();
        if !has_capacity {
            reasons.push(Reason::NoCapacity);
        }
        reasons.extend(candidate.not_now.map(|(on, why)| Reason::SaidNotNow { on, why }));
        if candidate.siblings > 0 {
            reasons.push(Reason::Siblings {
                cases: candidate.siblings,
            });
        }
        reasons.extend(candidate.languages.iter().map(|language| Reason::Speaks {
            language: language.clone(),
        }));
        if has_capacity {
            let left = now.capacity - now.points - points;
            reasons.push(Reason::LoadAfter {
                now: now.load,
                after,
                band,
            });
            reasons.push(Reason::Room { left });
        }
        reasons.extend(away.map(|from| Reason::Away { from }));
        reasons.push(Reason::New {
            cases: candidate.new,
            open: now.cases,
            is_full,
        });
        reasons.extend(introduction.map(|(months, share)| Reason::Introduction { months, share }));
        let deadlines = candidate.deadlines.filter(|count| *count > 0);
        reasons.extend(deadlines.map(|count| Reason::Deadlines { count }));
        if candidate.experience > 0 {
            reasons.push(Reason::Experience {
                cases: candidate.experience,
            });
        }
        reasons
    };
    let standing = Standing {
        by_rule: [
            u32::from(refused || !has_capacity),
            u32::from(candidate.not_now.is_some()),
            u32::from(candidate.siblings == 0 || is_over),
            u32::from(candidate.obstacles.iter().any(|obstacle| !obstacle.refuses())),
            match band {
                Band::Low | Band::Balance => 0,
                Band::High => 1,
                Band::Over => 2,
                Band::NoCapacity => 3,
            },
            u32::from(away.is_some()),
            u32::from(is_full),
            u32::from(introduction.is_some()),
            u32::from(candidate.deadlines.is_some_and(|count| count >= MANY_DEADLINES)),
            u32::from(candidate.experience < EXPERIENCED),
        ],
        after,
    };
    let suggestion = Suggestion {
        candidate: place,
        is_allowed: !refused && has_capacity,
        load: now,
        after,
        band,
        reasons,
        before_next_by: None,
    };
    (standing, suggestion)
}

/// The first of the coming days on which somebody who can carry something today can carry nothing.
fn away_from(model: &WeightModel, person: &Person, on: Date) -> Option<Date> {
    let last = on.saturating_add(DAYS_AHEAD.days());
    let begins = person.reductions.iter().map(|reduction| reduction.period.from());
    let ends = person.employments.iter().filter_map(|employment| employment.period.to());
    let mut days: Vec<Date> = begins.chain(ends).filter(|day| *day > on && *day <= last).collect();
    days.sort_unstable();
    days.into_iter()
        .find(|day| capacity::capacity(model, person, *day) <= Points::ZERO)
}

/// Months in the profession and the level's share, of somebody whom the model lets carry less for being new in it.
fn introduction(model: &WeightModel, person: &Person, on: Date) -> Option<(u32, Share)> {
    let months = person.in_profession_since.map(|since| whole_months(since, on))?;
    let level = model.level(Some(months))?;
    (level.share < Share::FULL).then_some((months, level.share))
}

/// That something is wrong with the list as a whole, and the supervisor must do something else than choose from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "trouble", rename_all = "kebab-case")]
pub enum Trouble {
    /// Nobody is in the team.
    Nobody,
    /// The case is locked to whoever holds it.
    Locked {
        /// Why.
        why: LockReason,
    },
    /// Nobody in the team is qualified.
    NobodyQualified {
        /// The act.
        act: String,
        /// The section that requires it.
        section: String,
    },
    /// Nobody in the team can carry anything today.
    NoCapacity,
    /// Something stands in the way of each, not the same for all.
    NobodyMay,
    /// Whoever got it would be over.
    AllOver,
}

impl Trouble {
    /// The id in answers and sentences.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Nobody => "nobody",
            Self::Locked { .. } => "locked",
            Self::NobodyQualified { .. } => "nobody-qualified",
            Self::NoCapacity => "no-capacity",
            Self::NobodyMay => "nobody-may",
            Self::AllOver => "all-over",
        }
    }
}

/// What is wrong with a whole list, if anything is.
#[must_use]
pub fn trouble(list: &[Suggestion]) -> Option<Trouble> {
    if list.is_empty() {
        return Some(Trouble::Nobody);
    }
    if list.iter().any(|one| one.is_allowed) {
        let all_over = list.iter().filter(|one| one.is_allowed).all(|one| one.band == Band::Over);
        return all_over.then_some(Trouble::AllOver);
    }
    let obstacle = |one: &Suggestion, wanted: fn(&Obstacle) -> bool| {
        one.reasons.iter().find_map(|reason| match reason {
            Reason::Obstacle { obstacle } if wanted(obstacle) => Some(obstacle.clone()),
            _ => None,
        })
    };
    let locked = |of: &Obstacle| matches!(of, Obstacle::Locked { .. });
    if let Some(Obstacle::Locked { reason: why }) = list.iter().find_map(|one| obstacle(one, locked)) {
        return Some(Trouble::Locked { why });
    }
    let unqualified: Vec<Obstacle> = list
        .iter()
        .filter_map(|one| obstacle(one, |of| matches!(of, Obstacle::NotQualified(_))))
        .collect();
    if let (Some(Obstacle::NotQualified(lacks)), true) = (unqualified.first(), unqualified.len() == list.len()) {
        return Some(Trouble::NobodyQualified {
            act: lacks.act.clone(),
            section: lacks.section.clone(),
        });
    }
    if list.iter().all(|one| one.load.load == Load::NoCapacity) {
        return Some(Trouble::NoCapacity);
    }
    Some(Trouble::NobodyMay)
}

/// Why another than the first was chosen: what the form offers.
pub const OTHERWISE: [allocation::Reason; 6] = [
    allocation::Reason::Siblings,
    allocation::Reason::Language,
    allocation::Reason::Experience,
    allocation::Reason::FamilyAsked,
    allocation::Reason::WorkerAsked,
    allocation::Reason::Other,
];

/// Why a case is moved: what the form offers.
pub const MOVED: [allocation::Reason; 10] = [
    allocation::Reason::Overload,
    allocation::Reason::Leaving,
    allocation::Reason::Absence,
    allocation::Reason::Siblings,
    allocation::Reason::Language,
    allocation::Reason::Experience,
    allocation::Reason::FamilyAsked,
    allocation::Reason::WorkerAsked,
    allocation::Reason::Unit,
    allocation::Reason::Other,
];

/// Why somebody who was given a case says "not now".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NotNow {
    /// There is too much already.
    TooMuch,
    /// Deadlines fall at the same time.
    Deadlines,
    /// The person is away soon.
    Away,
    /// The person knows somebody in it, or cannot be impartial.
    Partial,
    /// The person lacks what the case needs.
    Experience,
    /// Something else, to be talked about.
    Other,
}

impl NotNow {
    /// Every reason, in the order of the form.
    pub const ALL: [Self; 6] = [
        Self::TooMuch,
        Self::Deadlines,
        Self::Away,
        Self::Partial,
        Self::Experience,
        Self::Other,
    ];

    /// The id in the database, answers and sentences.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::TooMuch => "too-much",
            Self::Deadlines => "deadlines",
            Self::Away => "away",
            Self::Partial => "partial",
            Self::Experience => "experience",
            Self::Other => "other",
        }
    }

    /// The reason with this id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.id() == id)
    }
}
