//! Why nobody can be brought within the limit: which people, groups and rules make it so, and what is needed.
//!
//! If groups could be split, the question would be a flow from groups to workers (Ford & Fulkerson 1956, Dinic 1970); where even
//! that flow falls short, the groups and workers on the source's side of the smallest cut are groups that no others may hold, and too many.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::instance::Instance;

/// Something that makes every plan impossible by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Obstacle {
    /// Nobody may hold the group.
    Nobody {
        /// The group.
        group: usize,
    },
    /// What is locked to a worker is above the limit by itself.
    Locked {
        /// The worker.
        worker: usize,
        /// The locked groups.
        groups: Vec<usize>,
        /// Their points.
        points: u64,
        /// What the worker may carry at the most.
        most: u64,
    },
    /// None of those who may hold the group has room for it, even with nothing else but what is locked to them.
    TooLarge {
        /// The group.
        group: usize,
        /// Its points.
        points: u64,
        /// Who comes nearest.
        nearest: usize,
        /// How many more points that worker must be able to carry at the least.
        needed: u64,
    },
    /// These groups may be held by these workers only, and are too much for them together.
    Crowded {
        /// The groups.
        groups: Vec<usize>,
        /// The workers.
        workers: Vec<usize>,
        /// Points of the groups.
        points: u64,
        /// Points the workers can take in, beyond what is locked to them.
        room: u64,
    },
}

/// Obstacles that can be proven without a search; none does not mean that there is a plan, since groups cannot be split.
#[must_use]
pub fn obstacles(instance: &Instance, most: &[u64]) -> Vec<Obstacle> {
    let mut locked = vec![0_u64; most.len()];
    for group in instance.groups.iter().filter(|group| group.locked) {
        if let Some(holder) = group.holder {
            locked[holder] += group.points;
        }
    }
    let mut found = Vec::new();
    for worker in 0..most.len() {
        if locked[worker] > most[worker] {
            let is_locked = |group: &usize| instance.groups[*group].locked && instance.groups[*group].holder == Some(worker);
            found.push(Obstacle::Locked {
                worker,
                groups: (0..instance.groups.len()).filter(is_locked).collect(),
                points: locked[worker],
                most: most[worker],
            });
        }
    }
    let room: Vec<u64> = most
        .iter()
        .zip(&locked)
        .map(|(most, locked)| most.saturating_sub(*locked))
        .collect();
    let mut flowing: BTreeMap<&[usize], Vec<usize>> = BTreeMap::new();
    for (group, facts) in instance.groups.iter().enumerate().filter(|(_, facts)| !facts.locked) {
        let nearest = facts
            .allowed
            .iter()
            .copied()
            .max_by_key(|worker| (room[*worker], std::cmp::Reverse(*worker)));
        match nearest {
            None => found.push(Obstacle::Nobody { group }),
            Some(nearest) if room[nearest] < facts.points => found.push(Obstacle::TooLarge {
                group,
                points: facts.points,
                nearest,
                needed: facts.points - room[nearest],
            }),
            Some(_) => flowing.entry(&facts.allowed).or_default().push(group),
        }
    }
    let kinds: Vec<(&[usize], Vec<usize>)> = flowing.into_iter().collect();
    found.extend(crowds(instance, &kinds, &room));
    found
}

/// Sets of groups and workers where the groups are too much for all who may hold them.
fn crowds(instance: &Instance, kinds: &[(&[usize], Vec<usize>)], room: &[u64]) -> Vec<Obstacle> {
    let points = |groups: &[usize]| groups.iter().map(|group| instance.groups[*group].points).sum::<u64>();
    let supply: Vec<u64> = kinds.iter().map(|(_, groups)| points(groups)).collect();
    let mut flow = Flow::new(kinds, supply, room);
    flow.fill();
    let (kinds_within, workers_within) = flow.cut();
    // What hangs together in the cut is one crowd.
    let mut crowd_of: Vec<usize> = (0..room.len()).collect();
    for kind in &kinds_within {
        let (allowed, _) = &kinds[*kind];
        for worker in *allowed {
            let (one, other) = (root(&crowd_of, allowed[0]), root(&crowd_of, *worker));
            crowd_of[one.max(other)] = one.min(other);
        }
    }
    let mut crowds: BTreeMap<usize, (Vec<usize>, BTreeSet<usize>)> = BTreeMap::new();
    for kind in kinds_within {
        let (allowed, groups) = &kinds[kind];
        let crowd = crowds.entry(root(&crowd_of, allowed[0])).or_default();
        crowd.0.extend(groups);
        crowd
            .1
            .extend(allowed.iter().filter(|worker| workers_within.contains(worker)));
    }
    let obstacles = crowds.into_values().map(|(mut groups, workers)| {
        groups.sort_unstable();
        Obstacle::Crowded {
            points: points(&groups),
            room: workers.iter().map(|worker| room[*worker]).sum(),
            workers: workers.into_iter().collect(),
            groups,
        }
    });
    obstacles
        .filter(|obstacle| matches!(obstacle, Obstacle::Crowded { points, room, .. } if points > room))
        .collect()
}

fn root(of: &[usize], mut worker: usize) -> usize {
    while of[worker] != worker {
        worker = of[worker];
    }
    worker
}

/// Points flowing from kinds of groups (those with the same workers allowed) to workers.
struct Flow<'k> {
    kinds: &'k [(&'k [usize], Vec<usize>)],
    /// Points of each kind that are not placed yet.
    supply: Vec<u64>,
    /// Room of each worker that is not used yet.
    room: Vec<u64>,
    /// Points placed, for each kind and each of its workers.
    placed: Vec<Vec<u64>>,
    /// For each worker, the kinds allowed and the worker's place in each.
    of_worker: Vec<Vec<(usize, usize)>>,
}

impl<'k> Flow<'k> {
    fn new(kinds: &'k [(&'k [usize], Vec<usize>)], supply: Vec<u64>, room: &[u64]) -> Self {
        let mut of_worker = vec![Vec::new(); room.len()];
        for (kind, (allowed, _)) in kinds.iter().enumerate() {
            for (place, worker) in allowed.iter().enumerate() {
                of_worker[*worker].push((kind, place));
            }
        }
        Self {
            kinds,
            supply,
            room: room.to_vec(),
            placed: kinds.iter().map(|(allowed, _)| vec![0; allowed.len()]).collect(),
            of_worker,
        }
    }

    /// Places all that can be placed: what is simple first, then along shortest augmenting paths (Edmonds & Karp 1972).
    fn fill(&mut self) {
        for kind in 0..self.kinds.len() {
            for (place, worker) in self.kinds[kind].0.iter().enumerate() {
                let moved = self.supply[kind].min(self.room[*worker]);
                self.supply[kind] -= moved;
                self.room[*worker] -= moved;
                self.placed[kind][place] += moved;
            }
        }
        for kind in 0..self.kinds.len() {
            while self.supply[kind] > 0 && self.augment(kind) {}
        }
    }

    /// Moves points of a kind to where there is room, others giving way. Whether anything could be moved.
    fn augment(&mut self, start: usize) -> bool {
        let (reached_kinds, reached_workers, end) = self.reach(vec![start], true);
        let Some(end) = end else { return false };
        // Back from the worker with room to the start: how much can be moved, then the move.
        let mut path = Vec::new();
        let mut worker = end;
        while let Some((kind, place)) = reached_workers[worker] {
            path.push((kind, place));
            match reached_kinds[kind] {
                Some(Some((from, from_place))) => {
                    path.push((kind, from_place));
                    worker = from;
                }
                _ => break,
            }
        }
        let given_back = path.iter().skip(1).step_by(2).map(|(kind, place)| self.placed[*kind][*place]);
        let moved = given_back
            .min()
            .unwrap_or(u64::MAX)
            .min(self.supply[start])
            .min(self.room[end]);
        for (number, (kind, place)) in path.into_iter().enumerate() {
            let placed = &mut self.placed[kind][place];
            *placed = if number % 2 == 0 { *placed + moved } else { *placed - moved };
        }
        self.supply[start] -= moved;
        self.room[end] -= moved;
        moved > 0
    }

    /// Everything reached from some kinds: from a kind to all who may hold it, from a worker to kinds that could give way there. For each
    /// kind whence it was reached (the worker, and the worker's place in the kind), for each worker by which kind; ends at the first
    /// worker with room where asked to.
    #[expect(clippy::type_complexity, reason = "used in two places, beside each other")]
    fn reach(
        &self,
        starts: Vec<usize>,
        stop_at_room: bool,
    ) -> (
        Vec<Option<Option<(usize, usize)>>>,
        Vec<Option<(usize, usize)>>,
        Option<usize>,
    ) {
        let mut kinds = vec![None; self.kinds.len()];
        let mut workers = vec![None; self.room.len()];
        for start in &starts {
            kinds[*start] = Some(None);
        }
        let mut queue = VecDeque::from(starts);
        while let Some(kind) = queue.pop_front() {
            for (place, &worker) in self.kinds[kind].0.iter().enumerate() {
                if workers[worker].is_some() {
                    continue;
                }
                workers[worker] = Some((kind, place));
                if stop_at_room && self.room[worker] > 0 {
                    return (kinds, workers, Some(worker));
                }
                for &(other, other_place) in &self.of_worker[worker] {
                    if kinds[other].is_none() && self.placed[other][other_place] > 0 {
                        kinds[other] = Some(Some((worker, other_place)));
                        queue.push_back(other);
                    }
                }
            }
        }
        (kinds, workers, None)
    }

    /// The kinds and workers on the source's side of the smallest cut.
    fn cut(&self) -> (Vec<usize>, BTreeSet<usize>) {
        let starts = (0..self.kinds.len()).filter(|kind| self.supply[*kind] > 0).collect();
        let (kinds, workers, _) = self.reach(starts, false);
        let kinds = (0..kinds.len()).filter(|kind| kinds[*kind].is_some()).collect();
        (
            kinds,
            (0..workers.len()).filter(|worker| workers[*worker].is_some()).collect(),
        )
    }
}
