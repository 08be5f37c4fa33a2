//! Deadlines: the clocks that the law sets running on a case, from which day, until which day, and what came of them.
//!
//! What a duty is, in which section of which act, from which event it is counted and how long, is data: `law/*.toml`, read by [`law`].
//! [`clocks`] counts, from what is known of one case. It advises: nothing is closed or decided by it.

pub mod figures;
pub mod law;

mod clock;
mod followed;

use jiff::civil::Date;

use crate::calendar::Length;
use crate::period::Period;

pub use clock::clocks;
pub use followed::Followed;
pub use law::{Duty, Law};

/// Something that happened on a case, and that a clock may start or stop by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Event {
    /// The day it happened; none where whoever recorded it left that out, which is a [`Problem`] and moves no clock.
    pub on: Option<Date>,
    /// What, an id of `law/words.toml`.
    pub kind: String,
    /// For [`law::EXTENSION`]: the duty whose time is extended; none where the case has only one that can be.
    pub duty: Option<String>,
    /// For [`law::EXTENSION`]: the last day of the longer time.
    pub until: Option<Date>,
    /// The day it was recorded here.
    pub recorded: Date,
}

/// What is known of one case that clocks are counted from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facts {
    /// The phases it has gone through: id in the weight model, and when. The day a phase ends is the day it was closed.
    pub phases: Vec<(String, Period)>,
    /// What happened, in any order.
    pub events: Vec<Event>,
    /// The day the case came in, where the source says so: the report is from that day, not from the one on which somebody began with it.
    pub received: Option<Date>,
}

/// A step of the reckoning, in the order in which it was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Counted from this event.
    From {
        /// Kind of the event.
        event: String,
        /// Its day.
        on: Date,
    },
    /// So much time added.
    Add {
        /// The time.
        length: Length,
        /// The day reached.
        day: Date,
    },
    /// Due on the very day.
    AtOnce,
    /// No fixed time: by need.
    ByNeed,
    /// A decision extended the time.
    Extended {
        /// The day of the decision.
        decided: Date,
        /// The last day of the longer time.
        until: Date,
        /// When it was recorded here after the time had run out by what was known until then; none otherwise.
        recorded_late: Option<Date>,
    },
    /// The last day is a Saturday, Sunday or holiday, and by section 2 of lagen (1930:173) it may be done on this one.
    Moved {
        /// The next working day.
        to: Date,
    },
    /// The last day is a day off, and the row of the law does not say that it moves; this would be the next working day.
    WouldMove {
        /// The next working day.
        to: Date,
    },
}

/// What came of a clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// It runs.
    Running {
        /// Working days left after today, the last day counted.
        working_days: u32,
    },
    /// It has run out and nothing was done.
    Passed {
        /// Calendar days since the last day.
        days: u32,
    },
    /// Done in time.
    Kept {
        /// When.
        on: Date,
    },
    /// Done too late.
    Late {
        /// When.
        on: Date,
        /// Calendar days too late.
        days: u32,
    },
    /// Nothing more was to be done.
    FellAway {
        /// Since when.
        on: Date,
    },
    /// By need: no last day.
    ByNeed,
}

impl State {
    /// Whether something is still to be done.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Running { .. } | Self::Passed { .. } | Self::ByNeed)
    }
}

/// One clock of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock<'l> {
    /// The duty, with its act and section as they were when it arose.
    pub duty: &'l Duty,
    /// How many times it came round before, for a duty that returns.
    pub round: u32,
    /// The day it is counted from.
    pub from: Date,
    /// The last day; none for a duty by need.
    pub last: Option<Date>,
    /// How that was computed.
    pub reckoning: Vec<Step>,
    /// What came of it.
    pub state: State,
}

/// Why an event that was recorded is withdrawn: one of a list, since a text would soon be about somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Withdrawal {
    /// The day was wrong.
    WrongDay,
    /// Something else happened.
    WrongKind,
    /// It was about another case.
    WrongCase,
    /// It did not happen.
    NotHappened,
}

impl Withdrawal {
    /// Every reason, in the order of the page.
    pub const ALL: [Self; 4] = [Self::WrongDay, Self::WrongKind, Self::WrongCase, Self::NotHappened];

    /// The id in the database and in answers.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::WrongDay => "wrong-day",
            Self::WrongKind => "wrong-kind",
            Self::WrongCase => "wrong-case",
            Self::NotHappened => "not-happened",
        }
    }

    /// The reason with this id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.id() == id)
    }
}

/// Something that cannot be right in what is known of a case. None of it moves a clock; each is to be put right where it was recorded.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// An event without a day.
    #[error("{event} has no day: add the day it happened")]
    NoDay {
        /// Kind.
        event: String,
    },
    /// An extension without the day of its decision.
    #[error("an extension until {until:?} has no day of decision: add the day, or the time stands as it was")]
    ExtensionWithoutDecision {
        /// Until when it would have been.
        until: Option<Date>,
    },
    /// An extension that says no last day.
    #[error("the extension decided {decided} has no last day: an extension is for a certain time")]
    ExtensionWithoutEnd {
        /// Decided.
        decided: Date,
    },
    /// An extension that was decided when the time was over.
    #[error("the extension was decided {decided}, after the time had run out on {last}: it changes nothing")]
    ExtendedTooLate {
        /// Decided.
        decided: Date,
        /// The last day it had.
        last: Date,
    },
    /// An extension that ends no later than the time it extends.
    #[error("the extension until {until} is no longer than the time there was, until {last}")]
    ExtensionShortens {
        /// Until when.
        until: Date,
        /// The last day it had.
        last: Date,
    },
    /// An extension of nothing that can be extended.
    #[error("the extension decided {decided} belongs to no running time that can be extended")]
    NothingToExtend {
        /// Decided.
        decided: Date,
    },
    /// An event that ends something which had not begun.
    #[error("{event} on {on} comes before what it answers, {start} on {started}: one of the days is wrong")]
    OutOfOrder {
        /// Kind of the ending event.
        event: String,
        /// Its day.
        on: Date,
        /// Kind of the starting event.
        start: String,
        /// Its day.
        started: Date,
    },
    /// A phase that began, and perhaps ended, before what its time is counted from.
    #[error(
        "the case came in on {received}, after the phase began on {began}: one of the days is wrong, and the time is counted from {began}"
    )]
    BeforeItCameIn {
        /// The phase, an id of the weight model.
        phase: String,
        /// Its first day.
        began: Date,
        /// The day it was closed, where that too lies before.
        ended: Option<Date>,
        /// The day the case came in.
        received: Date,
    },
    /// Two investigations of one case at the same time.
    #[error("two investigations are open at once, from {first} and from {second}: a case has one, or it is two cases")]
    TwoOpen {
        /// The first one's start.
        first: Date,
        /// The second one's start.
        second: Date,
    },
    /// An event of a kind that the law's files do not name.
    #[error("{event} is no event that the law's files name")]
    Unknown {
        /// Kind.
        event: String,
    },
}
