//! Rebalancing: the question that a unit or the municipality asks, plans as drafts, and what is decided about each move.
//!
//! The engine stands between [`Reading::rebalance_question`] and [`Store::save_plan`]; it knows no database, and this no engine.

mod decide;
mod keep;
mod plan;
mod question;
mod receivers;

use rules::allocation::Obstacle;
use rules::rebalance::{AskError, Rule, Stage};

use crate::StoreError;
use crate::allocation::AllocationError;

pub use keep::Made;
pub use plan::{Change, Move, Party, Plan, PlanLine, Sums, WaySums};
pub use question::Place;
pub use receivers::Receiver;

pub(crate) use decide::{CHANGE_RECEIVER, CHOOSE_WAY, CLOSE, DONE, SET_DUE, SET_PACE, SET_STAGE};
pub(crate) use keep::SAVE;
pub(crate) use plan::{
    LATEST_PLANS, MOVES_OF, OPEN_OF_CASES, PEOPLE_OF, PHASES_OF_PLAN, PLAN, PLAN_OF_MOVE, PLANNED_OF, RECEIVERS_IN_SERVICE,
    STAGE_OF, STAGES_OF, UNITS_OF_PLANS, WAYS_OF,
};
pub(crate) use question::{EFFORTS_WITH, HELD, HELD_BY_SOME, NOBODYS, NOBODYS_IN_UNITS, UNIT_IDS};

/// Why something about a plan was not done.
#[derive(Debug, thiserror::Error)]
pub enum RebalanceError {
    /// It cannot be asked so.
    #[error(transparent)]
    Ask(#[from] AskError),
    /// No weight model is valid on the day.
    #[error("no weight model is valid on the day")]
    NoModel,
    /// Somebody the occasion is about is not in the units.
    #[error("somebody is not in the units")]
    NotInUnits,
    /// The plan was closed: nothing more is done with it.
    #[error("the plan is closed")]
    Closed,
    /// The move was carried out.
    #[error("the move was carried out")]
    Done,
    /// Another stage or receiver than was seen.
    #[error("it was changed meanwhile")]
    Changed,
    /// Not accepted, so it is not carried out.
    #[error("the move is {}", stage.id())]
    NotAccepted {
        /// What it is.
        stage: Stage,
    },
    /// Its day has not come.
    #[error("its day has not come")]
    NotYet,
    /// The facts are no longer those of the plan.
    #[error("the facts have changed: {0:?}")]
    Facts(Change),
    /// Those cases may not be given to that person.
    #[error("may not hold: {rules:?}")]
    MayNot {
        /// By these rules; none when the person is not given any case at all.
        rules: Vec<Rule>,
    },
    /// The pace is not from 1 to [`rules::rebalance::MOST_PER_WEEK`].
    #[error("the pace is out of range")]
    Pace,
    /// Moves were carried out already, so another way cannot be chosen.
    #[error("moves were carried out")]
    Begun,
    /// It was refused where cases are given: the facts have changed this very moment.
    #[error(transparent)]
    Allocation(AllocationError),
    /// The database; there is no such thing, or it is not for the viewer.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<AllocationError> for RebalanceError {
    fn from(error: AllocationError) -> Self {
        match error {
            AllocationError::Store(error) => Self::Store(error),
            AllocationError::Refused(obstacles) if !obstacles.iter().any(|one| matches!(one, Obstacle::Locked { .. })) => {
                let rules = obstacles.iter().filter_map(Rule::of).collect();
                Self::MayNot { rules }
            }
            AllocationError::NotOpen { .. } => Self::Facts(Change::Closed),
            AllocationError::NotHeld { .. } | AllocationError::AlreadyHeld { .. } => Self::Facts(Change::OtherHolder),
            AllocationError::NotEmployed { .. } => Self::Facts(Change::ReceiverGone),
            error => Self::Allocation(error),
        }
    }
}

impl From<serde_json::Error> for RebalanceError {
    fn from(error: serde_json::Error) -> Self {
        Self::Store(error.into())
    }
}
