//! Large-neighbourhood search (Shaw 1998): a few workers who have to do with each other are taken out, and what they hold is divided anew.
//!
//! Within a region, two workers at a time are divided exactly (`exact`), with noise; being over one's room is allowed at a price that rises where
//! it lasts and falls where it does not (strategic oscillation, as in Yagiura, Ibaraki & Glover 2004). A region that does not become
//! better is put back. Regions begin with workers who cost more than the bound says they must.

use crate::bound::Dual;
use crate::budget::Budget;
use crate::draw::Draw;
use crate::exact::Division;
use crate::state::State;

/// How a region is searched.
#[derive(Debug, Clone, Copy)]
struct Manner {
    /// The most noise on an item's cost, in hundredths of a case.
    noise: usize,
    /// What a unit too many costs at first, as a multiple of what a unit costs in the mean.
    first: f64,
    /// How that rises where it lasts.
    up: f64,
    /// How it falls where it does not.
    down: f64,
}

/// A worker over the room is worth any number of handovers.
const FEASIBLE_FIRST: Manner = Manner {
    noise: 1,
    first: 8.0,
    up: 1.3,
    down: 1.0,
};

/// Handovers and being over the room take turns.
const OSCILLATING: Manner = Manner {
    noise: 10,
    first: 2.2,
    up: 1.02,
    down: 0.995,
};

/// What is reached for: at most so many units over the room, and at most so many cases handed over.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Goal {
    pub over: i64,
    pub cost: u64,
}

/// Looks for plans.
pub(crate) struct Search<'s, 'c> {
    pub draw: &'s mut Draw,
    pub budget: &'s mut Budget<'c>,
    pub division: Division,
    marked: Vec<bool>,
}

impl<'s, 'c> Search<'s, 'c> {
    pub fn new(workers: usize, draw: &'s mut Draw, budget: &'s mut Budget<'c>) -> Self {
        Self {
            draw,
            budget,
            division: Division::default(),
            marked: vec![false; workers],
        }
    }

    /// Brings everybody within the room, whatever it costs; whether that came about by `end`.
    pub fn make_feasible(&mut self, state: &mut State<'_>, end: u64) -> bool {
        let all: Vec<usize> = (0..state.members.len()).collect();
        let goal = Goal { over: 0, cost: u64::MAX };
        self.within(state, &all, FEASIBLE_FIRST, goal, end)
    }

    /// Divides within a region until the goal is reached (true) or the work is done up to `end`.
    fn within(&mut self, state: &mut State<'_>, region: &[usize], manner: Manner, goal: Goal, end: u64) -> bool {
        let (least, most) = (state.mean / 50.0, f64::from(state.case) * 8.0);
        for worker in region {
            state.weight[*worker] = (state.mean * manner.first).clamp(least, most);
        }
        let noise = (state.case as usize * manner.noise / 100).max(1);
        let wide = region.len() == state.members.len();
        let mut overfull = Vec::new();
        let mut turn = 0;
        loop {
            if state.over <= goal.over && state.cost <= goal.cost {
                return true;
            }
            if self.budget.is_over(end) || region.len() < 2 {
                return false;
            }
            if turn % region.len() == 0 {
                overfull.clear();
                for &worker in region {
                    let weight = &mut state.weight[worker];
                    if (state.load[worker] - state.problem.room[worker].max(0)).max(0) > 0 {
                        *weight = (*weight * manner.up).min(most);
                        overfull.push(worker);
                    } else {
                        *weight = (*weight * manner.down).max(least);
                    }
                }
            }
            turn += 1;
            self.budget.spend(100);
            let from = if turn % 2 == 0 { self.draw.one_of(&overfull) } else { None };
            let Some(a) = from.or_else(|| self.draw.one_of(region)).copied() else {
                return false;
            };
            let b = if wide {
                let item = self.draw.one_of(&state.members[a]);
                let allowed = item.map(|number| &state.problem.items[*number as usize].allowed);
                allowed
                    .and_then(|allowed| self.draw.one_of(allowed))
                    .map(|worker| *worker as usize)
            } else {
                self.draw.one_of(region).copied()
            };
            if let Some(b) = b.filter(|b| *b != a) {
                let work = self.division.divide(state, (a, b), noise, self.draw);
                self.budget.spend(work);
            }
        }
    }

    /// A region around a worker: workers who hold, held or may hold the same items.
    fn region(&mut self, state: &State<'_>, first: usize, size: usize) -> Vec<usize> {
        let problem = state.problem;
        let mut region = vec![first];
        self.marked[first] = true;
        for _ in 0..size * 10 {
            if region.len() >= size {
                break;
            }
            let Some(&member) = self.draw.one_of(&region) else { break };
            let list = if self.draw.below(2) == 0 {
                &state.members[member]
            } else {
                &problem.of_worker[member]
            };
            let Some(&number) = self.draw.one_of(list) else { continue };
            let item = &problem.items[number as usize];
            let lies = state.at[number as usize];
            let next = match self.draw.below(3) {
                0 => lies,
                1 => item.home.unwrap_or(lies),
                _ => self.draw.one_of(&item.allowed).copied().unwrap_or(lies),
            } as usize;
            if !self.marked[next] {
                self.marked[next] = true;
                region.push(next);
            }
        }
        for worker in &region {
            self.marked[*worker] = false;
        }
        region
    }

    /// Tries one region, and puts it back unless it reaches the goal or is as good as it was. Whether the goal was reached.
    pub fn try_region(&mut self, state: &mut State<'_>, first: usize, goal: Goal, end: u64) -> bool {
        /// Work for each worker of a region: about a division, as large as they are with whole points.
        const WORK: u64 = 5_000;
        self.budget.spend(100 + state.members.len() as u64);
        let size = (4 + self.draw.below(16)).min(state.members.len());
        let region = self.region(state, first, size);
        let kept: Vec<Vec<u32>> = region.iter().map(|worker| state.members[*worker].clone()).collect();
        let (over, cost) = (state.over, state.cost);
        let end = end.min(self.budget.done + WORK * state.effort.div_ceil(4) * size as u64);
        if self.within(state, &region, OSCILLATING, goal, end) {
            return true;
        }
        if state.over > over || state.cost > cost {
            for (worker, list) in region.iter().zip(&kept) {
                for number in list {
                    state.shift(*number, *worker);
                }
            }
            state.over = over;
        }
        false
    }

    /// A worker who is over the room, where there is one; else one who costs more than the bound says, by how much; now and then anybody.
    pub fn first_worker(&mut self, state: &State<'_>, regret: &[i64]) -> usize {
        let workers = state.members.len();
        if self.draw.below(8) == 0 {
            return self.draw.below(workers);
        }
        let by: Vec<i64> = if state.over > 0 {
            (0..workers).map(|worker| state.excess(worker)).collect()
        } else {
            regret.to_vec()
        };
        let total: i64 = by.iter().map(|by| (*by).max(0)).sum();
        let mut left = ((i128::from(total) * self.draw.below(1 << 20) as i128) >> 20) as i64;
        let chosen = by.iter().position(|by| {
            left -= (*by).max(0);
            left < 0
        });
        chosen.unwrap_or_else(|| self.draw.below(workers))
    }
}

/// How much each worker's part of a plan costs beyond the worker's part of the bound, in parts of a case; together, the gap.
pub(crate) fn regret(state: &State<'_>, dual: &Dual) -> Vec<i64> {
    let parts = state.members.iter().zip(&dual.earns).enumerate();
    parts
        .map(|(worker, (members, earns))| {
            let costs = members.iter().map(|&number| {
                let cost = i64::from(state.problem.items[number as usize].cost(worker as u32)) * dual.scale;
                cost - i64::from(dual.price[number as usize])
            });
            costs.sum::<i64>() + earns
        })
        .collect()
}
