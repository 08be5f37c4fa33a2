//! How few handovers there can be: a Lagrangian bound with a knapsack for every worker.
//!
//! Each item has a price for being held by somebody. Given the prices, every worker chooses alone, by dynamic programming over whole points, the
//! set within the room that earns most; the prices' sum less what all earn is a bound, whatever the prices are (Geoffrion 1974; for the
//! generalised assignment problem Fisher, Jaikumar & Van Wassenhove 1986). Where every price is the item's own cost the bound is the
//! sum over workers of the fewest cases that must leave. Prices are improved by a deflected subgradient method (Camerini, Fratta & Maffioli
//! 1975) with geometrically falling steps, which do not depend on how large the problem is. At its best the bound is that of the
//! column formulation (Savelsbergh 1997). All sums are whole numbers, so that the bound is exact.

use crate::budget::Budget;
use crate::problem::{Problem, Reduced};

/// The most cells in a row of a table: finer points than this are counted coarsely (sizes down), which keeps the bound a bound.
const CELLS: i64 = 2048;

/// How prices are improved.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rounds {
    /// How many times.
    pub count: u32,
    /// The first step, in parts of the mean cost of an item.
    pub first: f64,
    /// What each step is of the one before.
    pub fall: f64,
}

/// Prices, and what follows from the best of them.
#[derive(Debug, Clone)]
pub(crate) struct Dual {
    /// Parts of a case that prices are counted in.
    pub scale: i64,
    /// The best prices so far.
    pub price: Vec<i32>,
    /// The bound they give, in parts of a case.
    pub value: i64,
    /// What each worker earns at them.
    pub earns: Vec<i64>,
    grain: u32,
    taken: Vec<u32>,
    earning: Vec<i64>,
    table: Vec<i32>,
    chosen: Vec<(u32, i32, usize)>,
}

impl Dual {
    /// Starts from the prices of another problem with the same items, or from the items' own costs.
    pub fn new(problem: &Problem, from: Option<&Self>, budget: &mut Budget<'_>) -> Self {
        let most_cases = problem
            .items
            .iter()
            .map(|item| i64::from(item.cases))
            .max()
            .unwrap_or(0)
            .max(1);
        let mut scale = 1 << 16;
        while scale > 1 && most_cases * scale * 32 > 1 << 29 {
            scale /= 2;
        }
        let own = |item: &crate::problem::Item| item.home.map_or(0, |_| (i64::from(item.cases) * scale) as i32);
        let price = from.map_or_else(|| problem.items.iter().map(own).collect(), |dual| dual.price.clone());
        let widest = problem.room.iter().copied().max().unwrap_or(0).max(1);
        let mut dual = Self {
            scale,
            price: Vec::new(),
            value: i64::MIN,
            earns: Vec::new(),
            grain: (widest / CELLS + 1) as u32,
            taken: vec![0; problem.items.len()],
            earning: vec![0; problem.room.len()],
            table: Vec::new(),
            chosen: Vec::new(),
        };
        dual.evaluate(problem, &price, budget);
        dual
    }

    /// The bound in whole cases.
    pub fn cases(&self) -> u64 {
        self.value.max(0).unsigned_abs().div_ceil(self.scale.unsigned_abs())
    }

    fn width(&self, room: i64) -> usize {
        (room / i64::from(self.grain)) as usize + 1
    }

    /// The bound at these prices; they are kept when they are the best so far.
    fn evaluate(&mut self, problem: &Problem, price: &[i32], budget: &mut Budget<'_>) -> i64 {
        let mut value: i64 = price.iter().map(|price| i64::from(*price)).sum();
        self.taken.fill(0);
        for worker in 0..problem.room.len() {
            self.earning[worker] = self.choose(problem, worker, price, budget);
            value -= self.earning[worker];
        }
        if value > self.value {
            self.value = value;
            self.price = price.to_vec();
            self.earns = self.earning.clone();
        }
        value
    }

    /// What a worker earns at the most; counts what is chosen.
    fn choose(&mut self, problem: &Problem, worker: usize, price: &[i32], budget: &mut Budget<'_>) -> i64 {
        let room = problem.room[worker];
        let list = &problem.of_worker[worker];
        budget.spend(list.len() as u64);
        if room < 0 {
            return 0;
        }
        self.chosen.clear();
        let (mut size, mut profit) = (0, 0);
        for &number in list {
            let item = &problem.items[number as usize];
            let earns = i64::from(price[number as usize]) - i64::from(item.cost(worker as u32)) * self.scale;
            if earns > 0 {
                self.chosen.push((number, earns as i32, (item.size / self.grain) as usize));
                size += i64::from(item.size);
                profit += earns;
            }
        }
        if size <= room {
            for (number, _, _) in &self.chosen {
                self.taken[*number as usize] += 1;
            }
            return profit;
        }
        // Profits that would not fit in 32 bits together are counted in larger parts, rounded up: still a bound.
        let shift = (64 - profit.leading_zeros()).saturating_sub(30);
        if shift > 0 {
            for (_, profit, _) in &mut self.chosen {
                *profit = (*profit >> shift) + 1;
            }
        }
        let (width, count) = (self.width(room), self.chosen.len());
        budget.spend((width * count) as u64);
        grow(&mut self.table, (count + 1) * width);
        self.table[..width].fill(0);
        for (row, (_, profit, size)) in self.chosen.iter().enumerate() {
            let (before, after) = self.table[row * width..(row + 2) * width].split_at_mut(width);
            fill_row(before, after, *profit, *size);
        }
        let mut left = width - 1;
        let earned = self.table[count * width + left];
        for row in (0..count).rev() {
            if self.table[(row + 1) * width + left] != self.table[row * width + left] {
                let (number, _, size) = self.chosen[row];
                left -= size;
                self.taken[number as usize] += 1;
            }
        }
        i64::from(earned) << shift
    }

    /// Improves the prices in so many rounds; ends early when the bound reaches `enough` cases.
    pub fn improve(&mut self, problem: &Problem, rounds: Rounds, enough: u64, budget: &mut Budget<'_>, end: u64) {
        /// How much of the direction is new in each round.
        const FRESH: f64 = 0.02;
        let count = problem.items.len();
        if count == 0 {
            return;
        }
        let cases: f64 = problem.items.iter().map(|item| f64::from(item.cases)).sum();
        let mean = (cases / count as f64 * self.scale as f64).max(1.0);
        let highest = f64::from(1 << 29);
        let mut exact: Vec<f64> = self.price.iter().map(|price| f64::from(*price)).collect();
        let mut price = self.price.clone();
        let mut direction = vec![0.0; count];
        self.evaluate(problem, &price.clone(), budget);
        let mut step = rounds.first * mean;
        for _ in 0..rounds.count {
            if self.cases() >= enough || budget.is_over(end) {
                return;
            }
            for (number, taken) in self.taken.iter().enumerate() {
                let missing = 1.0 - f64::from(*taken);
                direction[number] += FRESH * (missing - direction[number]);
                if price[number] == 0 && direction[number] < 0.0 {
                    direction[number] = 0.0;
                }
                exact[number] = (exact[number] + step * direction[number]).clamp(0.0, highest);
                price[number] = exact[number].round() as i32;
            }
            self.evaluate(problem, &price, budget);
            step *= rounds.fall;
        }
    }

    /// What each pair of a worker and an item of `of_worker` costs beyond the bound, at the best prices.
    pub fn reduced(&self, problem: &Problem, budget: &mut Budget<'_>) -> Vec<Vec<Reduced>> {
        let mut tables = (Vec::new(), Vec::new());
        let workers = 0..problem.room.len();
        workers
            .map(|worker| self.reduced_of(problem, worker, &mut tables, budget))
            .collect()
    }

    fn reduced_of(
        &self,
        problem: &Problem,
        worker: usize,
        (ahead, behind): &mut (Vec<i64>, Vec<i64>),
        budget: &mut Budget<'_>,
    ) -> Vec<Reduced> {
        let list = &problem.of_worker[worker];
        let room = problem.room[worker];
        if room < 0 {
            let free = Reduced { inside: 0, outside: 0 };
            return vec![free; list.len()];
        }
        let width = self.width(room);
        let profit = |number: u32| {
            let cost = i64::from(problem.items[number as usize].cost(worker as u32)) * self.scale;
            i64::from(self.price[number as usize]) - cost
        };
        let size = |number: u32| (problem.items[number as usize].size / self.grain) as usize;
        let good: Vec<u32> = list.iter().copied().filter(|number| profit(*number) > 0).collect();
        let count = good.len();
        budget.spend((width * count * 6 + list.len()) as u64);
        grow(ahead, (count + 1) * width);
        grow(behind, (count + 1) * width);
        ahead[..width].fill(0);
        behind[count * width..(count + 1) * width].fill(0);
        for (row, number) in good.iter().enumerate() {
            let (before, after) = ahead[row * width..(row + 2) * width].split_at_mut(width);
            fill_row(before, after, profit(*number), size(*number));
        }
        for (row, number) in good.iter().enumerate().rev() {
            let (after, before) = behind[row * width..(row + 2) * width].split_at_mut(width);
            fill_row(before, after, profit(*number), size(*number));
        }
        let end = &ahead[count * width..(count + 1) * width];
        let all = end[width - 1];
        let mut row = 0;
        let costs = list.iter().map(|&number| {
            let (size, profit) = (size(number), profit(number));
            if profit <= 0 {
                let inside = all - end[width - 1 - size] - profit;
                return Reduced { inside, outside: 0 };
            }
            let (before, after) = (
                &ahead[row * width..(row + 1) * width],
                &behind[(row + 1) * width..(row + 2) * width],
            );
            row += 1;
            let without = |room: usize| {
                let both = before[..=room].iter().zip(after[..=room].iter().rev());
                both.map(|(before, after)| before + after).max().unwrap_or(0)
            };
            Reduced {
                inside: all - without(width - 1 - size) - profit,
                outside: all - without(width - 1),
            }
        });
        costs.collect()
    }
}

fn grow<T: Default + Clone>(table: &mut Vec<T>, length: usize) {
    if table.len() < length {
        table.resize(length, T::default());
    }
}

/// A row of a knapsack's table from the row before it: what is earned at the most within each room, with one more item to choose.
fn fill_row<T: Copy + Ord + std::ops::Add<Output = T>>(before: &[T], after: &mut [T], profit: T, size: usize) {
    let size = size.min(before.len());
    after[..size].copy_from_slice(&before[..size]);
    for ((after, stay), take) in after[size..].iter_mut().zip(&before[size..]).zip(before) {
        *after = (*stay).max(*take + profit);
    }
}
