//! From the question that a municipality asks to an instance and back: people and cases by name, amounts in points.

use std::collections::BTreeSet;

use rules::amount::{MILLION, Points, Share};
use rules::rebalance::{Answer, Hindrance, LIMITS, Move, Proposal, Question, Reason, Rule, Way};

use crate::impossible::Obstacle;
use crate::instance::{Group, Instance, MOST_GROUP_POINTS, MOST_POINTS};
use crate::plan::{self, moves};
use crate::ratio::Limit;
use crate::rebalance::{self, Order, Plan, Rebalanced, rebalance};

/// How many more handovers are tried, in hundredths.
pub const MORE: [u32; 3] = [2, 5, 10];

/// Steps for each pair of worker and group: a team of 30 with 600 cases gets about a second.
const STEPS_A_PAIR: u64 = 55_000;

/// The least and the most steps: a municipality gets less than ten seconds.
const STEPS: std::ops::RangeInclusive<u64> = 20_000_000..=8_000_000_000;

/// Where the draws begin when nobody says otherwise.
pub const SEED: u64 = 1;

/// How long may be looked for an answer, in steps: it follows from the question alone, so the same question has the same answer.
#[must_use]
pub fn steps(question: &Question) -> u64 {
    let pairs = question.workers.len() as u64 * question.groups.len() as u64;
    pairs.saturating_mul(STEPS_A_PAIR).clamp(*STEPS.start(), *STEPS.end())
}

/// An instance of a question, and how much of a point (in millionths) its points are.
///
/// Amounts are counted in the largest part of a point that all of them are whole in: the engine proves most with few parts. Work that is no
/// group of cases is a group that is locked to its worker; these stand after the others.
#[must_use]
pub fn instance(question: &Question) -> (Instance, u64) {
    let millionths = |points: Points| u64::try_from(points.millionths()).unwrap_or(0);
    let capacity: Vec<u64> = question.workers.iter().map(|worker| millionths(worker.capacity)).collect();
    let groups: Vec<u64> = question.groups.iter().map(|group| millionths(group.points)).collect();
    let others: Vec<u64> = question.workers.iter().map(|worker| millionths(worker.other)).collect();
    let all = || capacity.iter().chain(&groups).chain(&others).copied();
    let part = all().fold(0, greatest_common_part).max(1);
    // All together within what the engine counts with; where that takes coarser parts, a plan still keeps every limit.
    let sum = |list: &[u64]| list.iter().fold(0, |sum: u64, one| sum.saturating_add(*one));
    let most = sum(&capacity)
        .saturating_mul(2)
        .max(sum(&groups).saturating_add(sum(&others)));
    let largest = groups.iter().chain(&others).max().copied().unwrap_or(0);
    let coarse = (most / part)
        .div_ceil(MOST_POINTS / 2)
        .max((largest / part).div_ceil(MOST_GROUP_POINTS))
        .max(1);
    let part = part.saturating_mul(coarse);
    let count = |cases: &[String]| u32::try_from(cases.len()).unwrap_or(u32::MAX);
    let held = question.groups.iter().zip(&groups).map(|(group, points)| Group {
        points: points.div_ceil(part),
        cases: count(&group.cases),
        holder: group.holder,
        locked: group.locked,
        allowed: group.allowed.clone(),
    });
    let fixed = others
        .iter()
        .enumerate()
        .filter(|(_, points)| **points > 0)
        .map(|(worker, points)| Group {
            points: points.div_ceil(part),
            cases: 0,
            holder: Some(worker),
            locked: true,
            allowed: Vec::new(),
        });
    let instance = Instance {
        groups: held.chain(fixed).collect(),
        capacity: capacity.iter().map(|capacity| capacity / part).collect(),
    };
    (instance, part)
}

fn greatest_common_part(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { greatest_common_part(b, a % b) }
}

fn limit_of(share: Share) -> Limit {
    Limit {
        parts: u32::try_from(share.millionths()).unwrap_or(0),
        of: u32::try_from(MILLION).unwrap_or(1),
    }
}

/// Answers a question: the plan with the fewest handovers and what more would buy, or why there is none and what would be enough.
///
/// `should_stop` is asked about once in a millisecond; see [`Order`].
#[must_use]
pub fn answer(question: &Question, seed: u64, steps: u64, should_stop: &mut dyn FnMut() -> bool) -> Answer {
    let receives = question.workers.iter().any(|worker| worker.receives);
    if !receives {
        return Answer::Impossible {
            hindrances: vec![Hindrance::NoCapacity],
            is_proven: true,
            enough: None,
        };
    }
    let (instance, part) = instance(question);
    let mut asker = Asker {
        question,
        instance,
        part,
        seed,
        should_stop,
    };
    match asker.ask(question.asked.limit, steps, &MORE) {
        rebalance::Answer::Plan(found) => Answer::Plan(Box::new(asker.proposal(&found))),
        rebalance::Answer::Impossible(obstacles) => {
            let hindrances: Vec<Hindrance> = obstacles.iter().map(|obstacle| asker.hindrance(obstacle)).collect();
            let helps = |hindrance: &Hindrance| !matches!(hindrance, Hindrance::Nobody { .. } | Hindrance::NoCapacity);
            let enough = if hindrances.iter().all(helps) {
                asker.enough(steps)
            } else {
                None
            };
            Answer::Impossible {
                hindrances,
                is_proven: true,
                enough,
            }
        }
        rebalance::Answer::NotFound(found) => {
            let lacking = found.enough.iter().map(|(worker, points)| Hindrance::Lacking {
                person: asker.person(*worker),
                points: asker.points(*points),
            });
            Answer::Impossible {
                hindrances: lacking.collect(),
                is_proven: false,
                enough: asker.enough(steps),
            }
        }
    }
}

struct Asker<'q, 'c> {
    question: &'q Question,
    instance: Instance,
    part: u64,
    seed: u64,
    should_stop: &'c mut dyn FnMut() -> bool,
}

impl Asker<'_, '_> {
    fn ask(&mut self, limit: Share, steps: u64, more: &[u32]) -> rebalance::Answer {
        let order = Order {
            limit: limit_of(limit),
            seed: self.seed,
            steps,
            trade_offs: more,
            should_stop: &mut *self.should_stop,
            observe: &mut |_| {},
        };
        rebalance(&self.instance, order)
    }

    /// The lowest of the limits tried, in whole hundredths, for which there is a plan.
    fn enough(&mut self, steps: u64) -> Option<Share> {
        const HUNDREDTH: i64 = MILLION / 100;
        let asked = self.question.asked.limit.millionths() / HUNDREDTH + 1;
        let together = self.question.together()?.millionths().div_euclid(HUNDREDTH);
        let (mut low, mut high) = (asked.max(together), i64::from(*LIMITS.end()));
        let mut enough = None;
        while low <= high && !(self.should_stop)() {
            let middle = low + (high - low) / 2;
            let share = Share::from_millionths(middle * HUNDREDTH);
            if matches!(self.ask(share, steps / 8, &[]), rebalance::Answer::Plan(_)) {
                enough = Some(share);
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
        enough
    }

    fn points(&self, parts: u64) -> Points {
        Points::from_millionths(i64::try_from(parts.saturating_mul(self.part)).unwrap_or(i64::MAX))
    }

    fn person(&self, worker: usize) -> i64 {
        self.question.workers.get(worker).map_or(0, |worker| worker.person)
    }

    /// The references of the cases in some groups; work that is no case has none.
    fn cases(&self, groups: &[usize]) -> Vec<String> {
        let groups = groups.iter().filter_map(|group| self.question.groups.get(*group));
        groups.flat_map(|group| group.cases.iter().cloned()).collect()
    }

    fn proposal(&self, found: &Rebalanced) -> Proposal {
        let mut ways = vec![self.way(&found.plan)];
        let mut highest = found.plan.highest;
        for trade_off in &found.trade_offs {
            if trade_off.plan.highest < highest {
                highest = trade_off.plan.highest;
                ways.push(self.way(&trade_off.plan));
            }
        }
        Proposal {
            ways,
            bound: found.bound,
            highest_is_proven: found.highest_is_proven,
            stopped: found.stopped,
        }
    }

    fn way(&self, plan: &Plan) -> Way {
        let limit = limit_of(self.question.asked.limit);
        let most: Vec<u64> = self.instance.capacity.iter().map(|capacity| limit.most(*capacity)).collect();
        let moves = moves(&self.instance, &most, &plan.holders);
        Way {
            handovers: plan.handovers,
            highest: (self.points(plan.highest.points), self.points(plan.highest.capacity)),
            moves: moves
                .iter()
                .filter(|step| step.group < self.question.groups.len())
                .map(|step| Move {
                    group: step.group,
                    to: step.to,
                    reason: self.reason(step),
                })
                .collect(),
        }
    }

    fn reason(&self, step: &plan::Move) -> Reason {
        let group = &self.question.groups[step.group];
        match &step.reason {
            plan::Reason::New => Reason::New,
            plan::Reason::HolderMayNot if group.holder.is_some_and(|holder| self.question.workers[holder].gives_up) => {
                Reason::GivesUp
            }
            plan::Reason::HolderMayNot => Reason::MayNot {
                rules: group.holder_rules.clone(),
            },
            plan::Reason::AboveLimit { points, most } => Reason::AboveLimit {
                held: Some((self.points(*points), self.points(*most))),
            },
            plan::Reason::MakesRoom { groups } => Reason::MakesRoom {
                cases: self.cases(groups),
            },
            plan::Reason::LowersHighest { points } => Reason::LowersHighest {
                held: Some(self.points(*points)),
            },
        }
    }

    fn hindrance(&self, obstacle: &Obstacle) -> Hindrance {
        match obstacle {
            Obstacle::Nobody { group } => Hindrance::Nobody {
                cases: self.cases(&[*group]),
                rules: self.question.groups[*group].shut_out.clone(),
            },
            Obstacle::Locked {
                worker,
                groups,
                points,
                most,
            } => Hindrance::Locked {
                person: self.person(*worker),
                cases: self.cases(groups),
                needed: self.points(points.saturating_sub(*most)),
            },
            Obstacle::TooLarge {
                group,
                points,
                nearest,
                needed,
            } => Hindrance::TooLarge {
                cases: self.cases(&[*group]),
                points: self.points(*points),
                person: self.person(*nearest),
                needed: self.points(*needed),
            },
            Obstacle::Crowded {
                groups,
                workers,
                points,
                room,
            } => {
                let rules: BTreeSet<Rule> = groups
                    .iter()
                    .filter_map(|group| self.question.groups.get(*group))
                    .flat_map(|group| group.shut_out.iter().map(|(rule, _)| *rule))
                    .collect();
                Hindrance::Crowded {
                    cases: self.cases(groups),
                    people: workers.iter().map(|worker| self.person(*worker)).collect(),
                    points: self.points(*points),
                    room: self.points(*room),
                    rules: rules.into_iter().collect(),
                }
            }
        }
    }
}
