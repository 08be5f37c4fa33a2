//! Rebalances caseloads: everybody within a limit with the fewest handovers, siblings together, only to those who may.
//!
//! The problem is a generalised assignment problem with room that must not be exceeded and costs that are whole cases. The method
//! (see `docs/decisions/0018`):
//!
//! 1. `impossible`: what can be proven impossible without a search, with the people and groups that make it so.
//! 2. `bound`: a Lagrangian bound with a knapsack for each worker, which is as strong as the linear programme over whole caseloads.
//! 3. `problem`: pairs of worker and group that cost much beyond the bound are left out (a core, as in Pisinger 1999); those that
//!    cost more than the gap cannot be in any better plan, which is exact.
//! 4. `search`: large-neighbourhood search in the core, with exact divisions between two workers (`exact`).
//! 5. The highest load is lowered with the number of handovers held, by the same search in workers with less room; and proven by the same bound.
//!
//! No clock, no input or output; chance follows from a seed, and work is counted in steps.
#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "all numbers are bounded where they come in (instance::MOST_POINTS, MOST_CASES), and floating numbers only steer the search"
)]

mod bound;
mod budget;
pub mod checker;
mod construct;
mod draw;
mod exact;
pub mod impossible;
pub mod instance;
pub mod plan;
mod problem;
pub mod question;
mod ratio;
mod rebalance;
mod search;
mod state;

pub use instance::{Group, Instance, InstanceError};
pub use ratio::{Limit, Ratio};
pub use rebalance::{Answer, NotFound, Order, Plan, Progress, Rebalanced, TradeOff, rebalance};
