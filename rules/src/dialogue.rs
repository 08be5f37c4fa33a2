//! Dialogue: the talk about a measurement. A draft that both parties write, then concluded by both, then frozen; a correction is a new
//! version.
//!
//! The states are types: what is concluded has no way to be written or concluded again.
//!
//! ```compile_fail,E0599
//! # use jiff::civil::date;
//! use rules::dialogue::{Draft, Party};
//! fn again(concluded: rules::dialogue::Concluded) {
//!     concluded.conclude(Party::Person, date(2026, 11, 1), true);
//! }
//! ```

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The two who talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Party {
    /// The person whose month it is.
    Person,
    /// The supervisor.
    Supervisor,
}

/// A dialogue that is being written; at most one party has concluded it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Draft {
    version: u32,
    concluded: Option<(Party, Date)>,
}

/// A dialogue that both have concluded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Concluded {
    version: u32,
    person: Date,
    supervisor: Date,
}

/// A dialogue in one of its states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "state", rename_all = "lowercase")]
pub enum State {
    /// Being written.
    Draft(Draft),
    /// Frozen.
    Concluded(Concluded),
}

/// A plan is required and nothing was agreed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a plan is required and no action was agreed")]
pub struct PlanMissing;

impl State {
    /// From what is stored.
    #[must_use]
    pub fn of(version: u32, person: Option<Date>, supervisor: Option<Date>) -> Self {
        let concluded = match (person, supervisor) {
            (Some(person), Some(supervisor)) => {
                return Self::Concluded(Concluded {
                    version,
                    person,
                    supervisor,
                });
            }
            (Some(day), None) => Some((Party::Person, day)),
            (None, Some(day)) => Some((Party::Supervisor, day)),
            (None, None) => None,
        };
        Self::Draft(Draft { version, concluded })
    }

    /// The version, from 1.
    #[must_use]
    pub const fn version(&self) -> u32 {
        match self {
            Self::Draft(draft) => draft.version,
            Self::Concluded(concluded) => concluded.version,
        }
    }

    /// The days on which the person and the supervisor concluded it.
    #[must_use]
    pub fn concluded_on(&self) -> (Option<Date>, Option<Date>) {
        match self {
            Self::Draft(draft) => (draft.by(Party::Person), draft.by(Party::Supervisor)),
            Self::Concluded(concluded) => (Some(concluded.person), Some(concluded.supervisor)),
        }
    }
}

impl Draft {
    /// The first version, just begun.
    #[must_use]
    pub const fn first() -> Self {
        Self {
            version: 1,
            concluded: None,
        }
    }

    /// The version, from 1.
    #[must_use]
    pub const fn version(self) -> u32 {
        self.version
    }

    fn by(self, party: Party) -> Option<Date> {
        self.concluded.filter(|(by, _)| *by == party).map(|(_, day)| day)
    }

    /// After something was written: whoever had concluded it, had concluded another text.
    #[must_use]
    pub const fn written(self) -> Self {
        Self { concluded: None, ..self }
    }

    /// One party concludes it on `day`. When the other has, it is frozen; when the same party has, the day stays.
    ///
    /// # Errors
    /// [`PlanMissing`] unless there `is_planned` as far as it must be.
    pub fn conclude(self, party: Party, day: Date, is_planned: bool) -> Result<State, PlanMissing> {
        if !is_planned {
            return Err(PlanMissing);
        }
        let (person, supervisor) = match party {
            Party::Person => (self.by(Party::Person).or(Some(day)), self.by(Party::Supervisor)),
            Party::Supervisor => (self.by(Party::Person), self.by(Party::Supervisor).or(Some(day))),
        };
        Ok(State::of(self.version, person, supervisor))
    }
}

impl Concluded {
    /// A new version, to correct this one by; this one stays as it is.
    #[must_use]
    pub const fn correct(self) -> Draft {
        Draft {
            version: self.version + 1,
            concluded: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const DAY: Date = date(2026, 11, 2);

    #[test]
    fn it_is_concluded_when_both_have_and_corrected_only_by_a_new_version() {
        for (first, second) in [(Party::Person, Party::Supervisor), (Party::Supervisor, Party::Person)] {
            let Ok(State::Draft(half)) = Draft::first().conclude(first, DAY, true) else {
                panic!("one is not enough")
            };
            let Ok(State::Draft(same)) = half.conclude(first, date(2026, 11, 3), true) else {
                panic!("nor is one twice")
            };
            assert_eq!(same, half, "the day stays");
            let Ok(State::Concluded(concluded)) = half.conclude(second, DAY, true) else {
                panic!("both are")
            };
            assert_eq!(concluded.correct().version(), 2);
        }
    }

    #[test]
    fn writing_takes_back_what_one_party_concluded() {
        let Ok(State::Draft(half)) = Draft::first().conclude(Party::Person, DAY, true) else {
            panic!("a draft")
        };
        assert_eq!(half.written(), Draft::first());
    }

    #[test]
    fn a_required_plan_must_be_there() {
        assert_eq!(Draft::first().conclude(Party::Supervisor, DAY, false), Err(PlanMissing));
    }
}
