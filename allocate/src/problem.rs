//! An instance made ready for counting: what is locked is taken out of the workers' room, sizes are divided by what they have in common.

use crate::instance::Instance;

/// A group that has to be given a worker.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    /// Which group of the instance.
    pub group: usize,
    /// Its points, in units of the problem.
    pub size: u32,
    /// What it costs to give it to somebody else than its home.
    pub cases: u32,
    /// Whoever holds it now; nothing where nobody does.
    pub home: Option<u32>,
    /// The workers who may hold it and have room for it alone, rising.
    pub allowed: Vec<u32>,
}

impl Item {
    /// What it costs to give the item to a worker.
    pub fn cost(&self, worker: u32) -> u32 {
        if self.home.is_none_or(|home| home == worker) {
            0
        } else {
            self.cases
        }
    }

    /// Whether the item may lie with a worker.
    pub fn may_lie_with(&self, worker: u32) -> bool {
        self.allowed.binary_search(&worker).is_ok()
    }
}

/// An instance with a limit, made ready for counting.
#[derive(Debug, Clone)]
pub(crate) struct Problem {
    /// Each worker's room for items, in units; negative when what is locked is too much by itself.
    pub room: Vec<i64>,
    /// What is to be placed.
    pub items: Vec<Item>,
    /// For each worker, the items that the worker may hold.
    pub of_worker: Vec<Vec<u32>>,
}

/// What a pair of a worker and an item costs beyond the bound, in parts of a case.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reduced {
    /// When the item lies with the worker.
    pub inside: i64,
    /// When it does not.
    pub outside: i64,
}

impl Problem {
    /// `most[w]` is what worker `w` may carry at the most, in points.
    pub fn new(instance: &Instance, most: &[u64]) -> Self {
        let mut free: Vec<i64> = most.iter().map(|points| *points as i64).collect();
        for group in instance.groups.iter().filter(|group| group.locked) {
            if let Some(holder) = group.holder {
                free[holder] -= group.points as i64;
            }
        }
        let movable = || instance.groups.iter().enumerate().filter(|(_, group)| !group.locked);
        let unit = movable().fold(0, |unit, (_, group)| gcd(unit, group.points)).max(1);
        let room: Vec<i64> = free.iter().map(|points| points.div_euclid(unit as i64)).collect();
        let items = movable().map(|(group, facts)| {
            let size = (facts.points / unit) as u32;
            let fits = |worker: &usize| room[*worker] >= i64::from(size);
            Item {
                group,
                size,
                cases: facts.cases,
                home: facts.holder.map(|worker| worker as u32),
                allowed: facts
                    .allowed
                    .iter()
                    .copied()
                    .filter(fits)
                    .map(|worker| worker as u32)
                    .collect(),
            }
        });
        Self::of(items.collect(), room)
    }

    fn of(items: Vec<Item>, room: Vec<i64>) -> Self {
        let mut of_worker = vec![Vec::new(); room.len()];
        for (number, item) in items.iter().enumerate() {
            for worker in &item.allowed {
                of_worker[*worker as usize].push(number as u32);
            }
        }
        Self { room, items, of_worker }
    }

    /// The problem with only those pairs of worker and item that cost no more than `most` beyond the bound.
    pub fn restricted(&self, reduced: &[Vec<Reduced>], most: i64) -> Self {
        let mut items = self.items.clone();
        let mut fixed = vec![None; items.len()];
        for item in &mut items {
            item.allowed.clear();
        }
        for (worker, (list, costs)) in self.of_worker.iter().zip(reduced).enumerate() {
            for (item, cost) in list.iter().zip(costs) {
                if cost.inside <= most {
                    items[*item as usize].allowed.push(worker as u32);
                }
                if cost.outside > most {
                    fixed[*item as usize] = Some(worker as u32);
                }
            }
        }
        for (item, fixed) in items.iter_mut().zip(fixed) {
            if let Some(worker) = fixed {
                item.allowed = vec![worker];
            }
        }
        Self::of(items, self.room.clone())
    }
}

fn gcd(mut a: u64, mut b: u64) -> u64 {
    while b > 0 {
        (a, b) = (b, a % b);
    }
    a
}
