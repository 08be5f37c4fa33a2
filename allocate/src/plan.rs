//! A plan as moves, each with its reason.

use crate::instance::Instance;

/// Why a group is moved. When is the caller's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// Nobody holds it.
    New,
    /// Its holder may not hold it.
    HolderMayNot,
    /// Its holder is above the limit.
    AboveLimit {
        /// Points the holder has now.
        points: u64,
        /// Points within the limit.
        most: u64,
    },
    /// Its holder takes in these groups instead, which few others may hold or have room for.
    MakesRoom {
        /// The groups that come in.
        groups: Vec<usize>,
    },
    /// Its holder would otherwise be among the most loaded.
    LowersHighest {
        /// Points the holder has now.
        points: u64,
    },
}

/// A group that is given to somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// The group.
    pub group: usize,
    /// Its holder; nothing where nobody holds it.
    pub from: Option<usize>,
    /// Who is to hold it.
    pub to: usize,
    /// Its cases.
    pub cases: u32,
    /// Its points.
    pub points: u64,
    /// Why.
    pub reason: Reason,
}

/// The moves that a plan (the worker of each group) consists of, by holder and group.
#[must_use]
pub fn moves(instance: &Instance, most: &[u64], holders: &[usize]) -> Vec<Move> {
    let mut points = vec![0; instance.capacity.len()];
    let mut coming = vec![Vec::new(); instance.capacity.len()];
    for (group, facts) in instance.groups.iter().enumerate() {
        if let Some(holder) = facts.holder {
            points[holder] += facts.points;
        }
        if facts.holder != Some(holders[group]) {
            coming[holders[group]].push(group);
        }
    }
    let moved = instance
        .groups
        .iter()
        .enumerate()
        .filter(|(group, facts)| facts.holder != Some(holders[*group]));
    let mut steps: Vec<Move> = moved
        .map(|(group, facts)| {
            let reason = match facts.holder {
                None => Reason::New,
                Some(holder) if !facts.locked && !facts.allowed.contains(&holder) => Reason::HolderMayNot,
                Some(holder) if points[holder] > most[holder] => Reason::AboveLimit {
                    points: points[holder],
                    most: most[holder],
                },
                Some(holder) if !coming[holder].is_empty() => Reason::MakesRoom {
                    groups: coming[holder].clone(),
                },
                Some(holder) => Reason::LowersHighest { points: points[holder] },
            };
            Move {
                group,
                from: facts.holder,
                to: holders[group],
                cases: facts.cases,
                points: facts.points,
                reason,
            }
        })
        .collect();
    steps.sort_by_key(|step| (step.from.is_none(), step.from, step.group));
    steps
}
