//! The whole: obstacles, the bound, the fewest handovers, the lowest highest load, and what more handovers would buy.

use crate::bound::{Dual, Rounds};
use crate::budget::Budget;
use crate::construct::at_home;
use crate::draw::Draw;
use crate::impossible::{Obstacle, obstacles};
use crate::instance::Instance;
use crate::problem::Problem;
use crate::ratio::{Limit, Ratio};
use crate::search::{Goal, Search, regret};
use crate::state::State;

/// What is asked for.
pub struct Order<'c> {
    /// How much of the capacity may be used.
    pub limit: Limit,
    /// Where the draws begin: the same seed and steps give the same answer.
    pub seed: u64,
    /// How much may be done: cells of tables filled, about a thousand million in a second.
    pub steps: u64,
    /// How many more handovers to try, in hundredths of the fewest: what would they buy?
    pub trade_offs: &'c [u32],
    /// Asked now and then (about once in a millisecond) whether to stop; true ends the work, and the answer is the best until then.
    pub should_stop: &'c mut dyn FnMut() -> bool,
    /// Told when a bound or a plan is better than the one before.
    pub observe: &'c mut dyn FnMut(Progress),
}

/// Something better than before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// No plan hands over fewer cases than this.
    Bound(u64),
    /// A plan that keeps every rule and hands over so many cases.
    Plan(u64),
    /// A plan with the fewest handovers found has this as its highest load.
    Highest(Ratio),
}

/// A plan, and what it comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The worker of each group.
    pub holders: Vec<usize>,
    /// Cases that change hands.
    pub handovers: u64,
    /// The highest load ÷ capacity of anybody.
    pub highest: Ratio,
}

/// What so many more handovers would buy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TradeOff {
    /// How many more handovers were allowed, in hundredths of the fewest.
    pub more: u32,
    /// The plan with the lowest highest load found.
    pub plan: Plan,
}

/// A plan for everybody, with what is proven of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rebalanced {
    /// The plan.
    pub plan: Plan,
    /// No plan hands over fewer cases than this: when it is the plan's own number, the plan is proven to have the fewest.
    pub bound: u64,
    /// Whether it is proven that no plan with as few handovers has a lower highest load.
    pub highest_is_proven: bool,
    /// What more handovers would buy, in the order asked for.
    pub trade_offs: Vec<TradeOff>,
    /// Steps done.
    pub steps: u64,
    /// Whether the caller stopped the work: then the answer may differ the next time.
    pub stopped: bool,
}

impl Rebalanced {
    /// Whether no plan has fewer handovers.
    #[must_use]
    pub const fn is_proven(&self) -> bool {
        self.plan.handovers <= self.bound
    }
}

/// No plan was found, and none was proven impossible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotFound {
    /// The nearest to a plan: the worker of each group.
    pub holders: Vec<usize>,
    /// Workers above the limit in it, with how many more points each would have to be able to carry. That would be enough.
    pub enough: Vec<(usize, u64)>,
    /// Steps done.
    pub steps: u64,
    /// Whether the caller stopped the work.
    pub stopped: bool,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// A plan.
    Plan(Box<Rebalanced>),
    /// There is none, for these reasons.
    Impossible(Vec<Obstacle>),
    /// None was found.
    NotFound(NotFound),
}

/// Gives every group a worker so that nobody is above the limit, with as few cases handed over as can be found, and among such plans the lowest
/// highest load that can be found.
#[must_use]
pub fn rebalance(instance: &Instance, order: Order<'_>) -> Answer {
    let Order {
        limit,
        seed,
        steps,
        trade_offs,
        should_stop,
        observe,
    } = order;
    let most: Vec<u64> = instance.capacity.iter().map(|capacity| limit.most(*capacity)).collect();
    let obstacles = obstacles(instance, &most);
    if !obstacles.is_empty() {
        return Answer::Impossible(obstacles);
    }
    let mut draw = Draw::new(seed);
    let mut budget = Budget::new(steps, should_stop);
    Engine {
        instance,
        most,
        search: Search::new(instance.capacity.len(), &mut draw, &mut budget),
        observe,
    }
    .run(trade_offs)
}

/// How much of a case, in hundredths of the mean item, pairs may cost beyond the bound to be looked at; one after another where nothing comes.
const RUNGS: [i64; 5] = [10, 35, 100, 300, 1_000_000];

/// Prices from the items' own costs on.
const FROM_AFAR: Rounds = Rounds {
    count: 1_500,
    first: 0.014,
    fall: 0.995_45,
};

/// The prices that are there, made finer.
const FINER: Rounds = Rounds {
    count: 1_000,
    first: 0.002,
    fall: 0.994_7,
};

/// From the prices for another limit on.
const FROM_NEAR: Rounds = Rounds {
    count: 300,
    first: 0.002,
    fall: 0.982_5,
};

struct Engine<'e, 'c> {
    instance: &'e Instance,
    most: Vec<u64>,
    search: Search<'e, 'c>,
    observe: &'e mut dyn FnMut(Progress),
}

impl Engine<'_, '_> {
    fn run(mut self, percents: &[u32]) -> Answer {
        let problem = Problem::new(self.instance, &self.most);
        let mut dual = Dual::new(&problem, None, self.search.budget);
        (self.observe)(Progress::Bound(dual.cases()));
        // A plan of any kind first: there is an answer even when there is little time.
        let any = at_home(&problem, &problem).and_then(|at| {
            let mut state = State::new(&problem, at);
            let end = self.search.budget.part(5);
            self.search.make_feasible(&mut state, end).then_some((state.cost, state.at))
        });
        if let Some((cost, _)) = &any {
            (self.observe)(Progress::Plan(*cost));
        }
        let end = self.search.budget.part(40);
        dual.improve(&problem, FROM_AFAR, u64::MAX, self.search.budget, end);
        (self.observe)(Progress::Bound(dual.cases()));
        let end = self.search.budget.part(70);
        let (mut at, within) = self.fewest(&problem, &mut dual, None, end);
        match any {
            Some((cost, any)) if !within || cost < State::new(&problem, at.clone()).cost => at = any,
            None if !within => return self.not_found(&problem, &at),
            _ => {}
        }
        let bound = dual.cases();
        let (plan, highest_is_proven) = {
            let plan = self.plan(&problem, &at);
            let cost = plan.handovers;
            let end = self.search.budget.part(if percents.is_empty() { 100 } else { 40 });
            self.lowest(&dual, plan, cost, true, end)
        };
        let mut trade_offs: Vec<TradeOff> = Vec::new();
        for (number, percent) in percents.iter().enumerate() {
            let cost = plan.handovers + plan.handovers * u64::from(*percent) / 100;
            let start = trade_offs.last().map_or(&plan, |trade_off| &trade_off.plan).clone();
            let start = if start.handovers > cost { plan.clone() } else { start };
            let end = self.search.budget.part(100 / (percents.len() - number) as u64);
            let (plan, _) = self.lowest(&dual, start, cost, false, end);
            trade_offs.push(TradeOff { more: *percent, plan });
        }
        Answer::Plan(Box::new(Rebalanced {
            plan,
            bound,
            highest_is_proven,
            trade_offs,
            steps: self.search.budget.done,
            stopped: self.search.budget.stopped,
        }))
    }

    /// Where everything lies in the plan with the fewest handovers found, and whether everybody is within the limit. With a target, one that has
    /// no more handovers is enough, and each rung is tried once.
    fn fewest(&mut self, problem: &Problem, dual: &mut Dual, target: Option<u64>, end: u64) -> (Vec<u32>, bool) {
        let mut best: Option<State<'_>> = None;
        let mut nearest: Option<(i64, Vec<u32>)> = None;
        let mut patience = 1;
        let mut visits = 0;
        'all: loop {
            let rungs = if target.is_some() { &RUNGS[..4] } else { &RUNGS[..] };
            for &rung in rungs {
                let is_last = rung == RUNGS[RUNGS.len() - 1];
                let enough = target.unwrap_or(0).max(dual.cases());
                if best.as_ref().is_some_and(|best| best.cost <= enough) || self.search.budget.is_over(end) {
                    break 'all;
                }
                let than = best.as_ref().map(|best| best.cost);
                let than = target.map_or(than, |target| Some(than.map_or(target + 1, |than| than.min(target + 1))));
                let most = beyond(dual, problem, rung, than);
                let reduced = dual.reduced(problem, self.search.budget);
                let core = problem.restricted(&reduced, most);
                visits += 1;
                // Every other time it begins anew: where nothing more comes of one plan, it often comes of another.
                let onward = best.as_ref().filter(|_| visits % 2 == 1).map(|best| best.at.clone());
                let Some(at) = onward.or_else(|| at_home(&core, problem)) else {
                    break 'all;
                };
                let mut state = State::new(&core, at);
                if state.over > 0 {
                    let work = patience * state.members.len() as u64 * 200_000 * state.effort;
                    let until = if is_last {
                        self.search.budget.part(50)
                    } else {
                        self.search.budget.done + work
                    };
                    let until = until.min(end);
                    if !self.search.make_feasible(&mut state, until) {
                        if nearest.as_ref().is_none_or(|(over, _)| state.over < *over) {
                            nearest = Some((state.over, state.at.clone()));
                        }
                        continue;
                    }
                }
                if target.is_none() && best.as_ref().is_none_or(|best| state.cost < best.cost) {
                    (self.observe)(Progress::Plan(state.cost));
                }
                let told = if target.is_some() {
                    0
                } else {
                    best.as_ref().map_or(u64::MAX, |best| best.cost)
                };
                self.fewer(&mut state, dual, (enough, told), patience, end);
                if best.as_ref().is_none_or(|best| state.cost < best.cost) {
                    best = Some(State::new(problem, state.at));
                }
            }
            if target.is_some() {
                break;
            }
            patience *= 2;
            let before = dual.cases();
            dual.improve(problem, FINER, u64::MAX, self.search.budget, end);
            if dual.cases() > before {
                (self.observe)(Progress::Bound(dual.cases()));
            }
        }
        match (best, nearest) {
            (Some(best), _) => (best.at, true),
            (None, Some((_, at))) => (at, false),
            (None, None) => {
                let at = at_home(problem, problem).unwrap_or_default();
                let within = State::new(problem, at.clone()).over == 0;
                (at, within)
            }
        }
    }

    /// Fewer handovers, region by region, until the bound is reached or so much work has brought nothing; plans with fewer than `told` are told of.
    fn fewer(&mut self, state: &mut State<'_>, dual: &Dual, (enough, told): (u64, u64), patience: u64, end: u64) {
        let mut costs = regret(state, dual);
        let patience = patience * state.members.len() as u64 * 1_000_000 * state.effort;
        let mut last = self.search.budget.done;
        while state.cost > enough && !self.search.budget.is_over(end) && self.search.budget.done - last < patience {
            let first = self.search.first_worker(state, &costs);
            let goal = Goal {
                over: 0,
                cost: state.cost - 1,
            };
            if self.search.try_region(state, first, goal, end) {
                costs = regret(state, dual);
                last = self.search.budget.done;
                if state.cost < told {
                    (self.observe)(Progress::Plan(state.cost));
                }
            }
        }
    }

    /// A plan with at most so many handovers and a lower highest load, and whether it is proven that there is none lower.
    fn lowest(&mut self, dual: &Dual, mut plan: Plan, cost: u64, to_the_end: bool, end: u64) -> (Plan, bool) {
        /// Parts that loads are halved in on the way down.
        const PARTS: u64 = 100_000;
        if plan.highest.points == 0 {
            return (plan, true);
        }
        let sum = |numbers: &mut dyn Iterator<Item = u64>| u128::from(numbers.sum::<u64>());
        let points = sum(&mut self.instance.groups.iter().map(|group| group.points));
        let capacity = sum(&mut self.instance.capacity.iter().copied()).max(1);
        let mut low = u64::try_from(points * u128::from(PARTS) / capacity).unwrap_or(u64::MAX);
        if to_the_end {
            // Very few handovers often leave nothing to choose; that is soon proven.
            match self.below(dual, &plan, cost, self.search.budget.part(30).min(end)) {
                Attempt::Better(better) => {
                    plan = better;
                    if to_the_end {
                        (self.observe)(Progress::Highest(plan.highest));
                    }
                }
                Attempt::Impossible => return (plan, true),
                Attempt::Nothing => {}
            }
        }
        for _ in 0..8 {
            let high = (u128::from(plan.highest.points) * u128::from(PARTS)) / u128::from(plan.highest.capacity.max(1));
            let high = u64::try_from(high).unwrap_or(u64::MAX);
            if high <= low + PARTS / 1000 || self.search.budget.is_over(end) {
                break;
            }
            let limit = low.midpoint(high);
            let within = |capacity: &u64| (u128::from(*capacity) * u128::from(limit) / u128::from(PARTS)) as u64;
            let most: Vec<u64> = self.instance.capacity.iter().map(within).collect();
            let until = self.search.budget.part(20).min(end);
            match self.attempt(dual, &plan, most, cost, until) {
                Attempt::Better(better) => {
                    plan = better;
                    if to_the_end {
                        (self.observe)(Progress::Highest(plan.highest));
                    }
                }
                Attempt::Impossible | Attempt::Nothing => low = limit,
            }
        }
        while to_the_end && !self.search.budget.is_over(end) {
            match self.below(dual, &plan, cost, self.search.budget.part(50).min(end)) {
                Attempt::Better(better) => {
                    plan = better;
                    if to_the_end {
                        (self.observe)(Progress::Highest(plan.highest));
                    }
                }
                Attempt::Impossible => return (plan, true),
                Attempt::Nothing => break,
            }
        }
        (plan, false)
    }

    /// Tries to get below a plan's highest load by the least there is.
    fn below(&mut self, dual: &Dual, plan: &Plan, cost: u64, end: u64) -> Attempt {
        let below = |capacity: &u64| plan.highest.most_below(*capacity);
        let most: Option<Vec<u64>> = self.instance.capacity.iter().map(below).collect();
        most.map_or(Attempt::Impossible, |most| self.attempt(dual, plan, most, cost, end))
    }

    /// Tries to keep everybody within `most` points with at most so many handovers, from a plan on.
    fn attempt(&mut self, dual: &Dual, plan: &Plan, most: Vec<u64>, cost: u64, end: u64) -> Attempt {
        let most: Vec<u64> = most
            .into_iter()
            .zip(&self.most)
            .map(|(most, limit)| most.min(*limit))
            .collect();
        let problem = Problem::new(self.instance, &most);
        let stuck = |room: &i64| *room < 0;
        if problem.room.iter().any(stuck) || problem.items.iter().any(|item| item.allowed.is_empty()) {
            return Attempt::Impossible;
        }
        let mut dual = Dual::new(&problem, Some(dual), self.search.budget);
        dual.improve(&problem, FROM_NEAR, cost + 1, self.search.budget, end);
        if dual.cases() > cost {
            return Attempt::Impossible;
        }
        let (at, within) = self.fewest(&problem, &mut dual, Some(cost), end);
        let better = self.plan(&problem, &at);
        if !within || better.handovers > cost || better.highest >= plan.highest {
            return Attempt::Nothing;
        }
        Attempt::Better(better)
    }

    fn holders(&self, problem: &Problem, at: &[u32]) -> Vec<usize> {
        let mut holders: Vec<usize> = self.instance.groups.iter().map(|group| group.holder.unwrap_or(0)).collect();
        for (item, worker) in problem.items.iter().zip(at) {
            holders[item.group] = *worker as usize;
        }
        holders
    }

    fn points(&self, holders: &[usize]) -> Vec<u64> {
        let mut points = vec![0; self.instance.capacity.len()];
        for (group, worker) in self.instance.groups.iter().zip(holders) {
            points[*worker] += group.points;
        }
        points
    }

    fn plan(&self, problem: &Problem, at: &[u32]) -> Plan {
        let holders = self.holders(problem, at);
        let points = self.points(&holders);
        let loads = points.iter().zip(&self.instance.capacity);
        let highest = loads.map(|(&points, &capacity)| Ratio { points, capacity }).max();
        let moved = self.instance.groups.iter().zip(&holders);
        let moved = moved.filter(|(group, worker)| group.holder.is_some_and(|holder| holder != **worker));
        Plan {
            handovers: moved.map(|(group, _)| u64::from(group.cases)).sum(),
            highest: highest.unwrap_or(Ratio { points: 0, capacity: 1 }),
            holders,
        }
    }

    fn not_found(&self, problem: &Problem, at: &[u32]) -> Answer {
        let holders = self.holders(problem, at);
        let points = self.points(&holders);
        let over = points.iter().zip(&self.most).enumerate();
        Answer::NotFound(NotFound {
            enough: over
                .filter(|(_, (points, most))| points > most)
                .map(|(worker, (points, most))| (worker, points - most))
                .collect(),
            holders,
            steps: self.search.budget.done,
            stopped: self.search.budget.stopped,
        })
    }
}

enum Attempt {
    Better(Plan),
    Impossible,
    Nothing,
}

/// How much a pair may cost beyond the bound: a rung, or less when no plan with fewer handovers than `than` could contain it.
fn beyond(dual: &Dual, problem: &Problem, rung: i64, than: Option<u64>) -> i64 {
    let cases: i64 = problem.items.iter().map(|item| i64::from(item.cases)).sum();
    let mean = cases * dual.scale / problem.items.len().max(1) as i64;
    let most = (mean / 100).max(1).saturating_mul(rung);
    than.map_or(most, |than| {
        let fewer = i64::try_from(than)
            .unwrap_or(i64::MAX)
            .saturating_sub(1)
            .saturating_mul(dual.scale);
        most.min(fewer.saturating_sub(dual.value).max(0))
    })
}
