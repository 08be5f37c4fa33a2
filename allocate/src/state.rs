//! Where every item lies while a plan is looked for; workers may be over their room.

use crate::problem::Problem;

/// Where every item lies.
#[derive(Debug, Clone)]
pub(crate) struct State<'p> {
    /// What is to be solved, perhaps with fewer pairs than there are.
    pub problem: &'p Problem,
    /// The worker of each item.
    pub at: Vec<u32>,
    /// What lies with each worker, in units.
    pub load: Vec<i64>,
    /// The items of each worker.
    pub members: Vec<Vec<u32>>,
    /// Cases handed over.
    pub cost: u64,
    /// Units beyond their room, all workers together.
    pub over: i64,
    /// What a unit beyond the room costs with each worker, in parts of a case.
    pub weight: Vec<f64>,
    /// Parts of a case that costs are counted in.
    pub case: i32,
    /// How many times more work a division is than one with whole points: finer points have longer tables.
    pub effort: u64,
    /// What a unit of an item costs in the mean, in parts of a case.
    pub mean: f64,
}

impl<'p> State<'p> {
    pub fn new(problem: &'p Problem, at: Vec<u32>) -> Self {
        let workers = problem.room.len();
        let cases: i64 = problem.items.iter().map(|item| i64::from(item.cases)).sum();
        let size: f64 = problem.items.iter().map(|item| f64::from(item.size)).sum();
        let mut case = 1 << 12;
        while case > 1 && cases * i64::from(case) > 1 << 29 {
            case /= 2;
        }
        let held = 2 * problem.items.len() / workers.max(1);
        let cells = (2.0 * size / workers.max(1) as f64).min(crate::exact::CELLS as f64);
        let mut state = Self {
            effort: (held as f64 * cells / 6_000.0).max(1.0) as u64,
            problem,
            load: vec![0; workers],
            members: vec![Vec::new(); workers],
            cost: 0,
            over: 0,
            weight: vec![1.0; workers],
            case,
            mean: cases as f64 * f64::from(case) / size.max(1.0),
            at,
        };
        for (number, item) in problem.items.iter().enumerate() {
            let worker = state.at[number];
            state.load[worker as usize] += i64::from(item.size);
            state.members[worker as usize].push(number as u32);
            state.cost += u64::from(item.cost(worker));
        }
        state.over = (0..workers).map(|worker| state.excess(worker)).sum();
        state
    }

    /// How much lies with a worker beyond the room; what is locked beyond it counts for nothing, since nothing can be done.
    pub fn excess(&self, worker: usize) -> i64 {
        (self.load[worker] - self.problem.room[worker].max(0)).max(0)
    }

    /// Gives an item to a worker; whoever calls keeps `over` right.
    pub fn shift(&mut self, number: u32, to: usize) {
        let from = self.at[number as usize] as usize;
        if from == to {
            return;
        }
        let item = &self.problem.items[number as usize];
        self.cost = self.cost + u64::from(item.cost(to as u32)) - u64::from(item.cost(from as u32));
        self.load[from] -= i64::from(item.size);
        self.load[to] += i64::from(item.size);
        if let Some(place) = self.members[from].iter().position(|held| *held == number) {
            self.members[from].swap_remove(place);
        }
        self.members[to].push(number);
        self.at[number as usize] = to as u32;
    }
}
