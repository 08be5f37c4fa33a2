//! Whether a plan keeps every rule, and what it comes to. Shares nothing with what looks for plans but the types.

use crate::instance::Instance;
use crate::ratio::{Limit, Ratio};

/// What a plan comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measured {
    /// Cases that change hands; what nobody held counts for nothing.
    pub handovers: u64,
    /// The highest load ÷ capacity of anybody.
    pub highest: Ratio,
}

/// A rule that a plan breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Violation {
    /// The plan is for another number of groups.
    Length {
        /// Groups in the plan.
        plan: usize,
        /// Groups in the instance.
        instance: usize,
    },
    /// A group is given to a worker that does not exist.
    NoSuchWorker {
        /// The group.
        group: usize,
        /// The worker.
        worker: usize,
    },
    /// A group is given to somebody who may not hold it.
    MayNotHold {
        /// The group.
        group: usize,
        /// The worker.
        worker: usize,
    },
    /// A locked group is moved.
    LockedMoved {
        /// The group.
        group: usize,
        /// The worker.
        worker: usize,
    },
    /// A worker is above the limit.
    AboveLimit {
        /// The worker.
        worker: usize,
        /// Points held.
        points: u64,
        /// Points within the limit.
        most: u64,
    },
}

/// Checks a plan: the worker of each group.
///
/// # Errors
/// Every rule that is broken.
pub fn check(instance: &Instance, limit: Limit, holders: &[usize]) -> Result<Measured, Vec<Violation>> {
    if holders.len() != instance.groups.len() {
        return Err(vec![Violation::Length {
            plan: holders.len(),
            instance: instance.groups.len(),
        }]);
    }
    let mut violations = Vec::new();
    let mut points = vec![0_u64; instance.capacity.len()];
    let mut handovers = 0;
    for (group, (facts, &worker)) in instance.groups.iter().zip(holders).enumerate() {
        let Some(held) = points.get_mut(worker) else {
            violations.push(Violation::NoSuchWorker { group, worker });
            continue;
        };
        *held += facts.points;
        if facts.locked {
            if facts.holder != Some(worker) {
                violations.push(Violation::LockedMoved { group, worker });
            }
        } else if !facts.allowed.contains(&worker) {
            violations.push(Violation::MayNotHold { group, worker });
        }
        if facts.holder.is_some_and(|holder| holder != worker) {
            handovers += u64::from(facts.cases);
        }
    }
    let mut highest = Ratio { points: 0, capacity: 1 };
    for (worker, (&points, &capacity)) in points.iter().zip(&instance.capacity).enumerate() {
        let most = u64::try_from(u128::from(capacity) * u128::from(limit.parts) / u128::from(limit.of)).unwrap_or(u64::MAX);
        if points > most {
            violations.push(Violation::AboveLimit { worker, points, most });
        }
        highest = highest.max(Ratio { points, capacity });
    }
    if violations.is_empty() {
        Ok(Measured { handovers, highest })
    } else {
        Err(violations)
    }
}
