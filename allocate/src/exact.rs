//! Exact small pieces: what two workers hold is divided anew between them, the best way there is.

use crate::draw::Draw;
use crate::state::State;

/// The most cells in a row of the table: finer points than this are counted coarsely, sizes up, so that what fits in the table fits.
pub(crate) const CELLS: u64 = 4096;

/// More than anything costs.
const NEVER: i32 = i32::MAX / 2;

/// The table of a division, kept to be filled again.
#[derive(Debug, Clone, Default)]
pub(crate) struct Division {
    table: Vec<i32>,
    free: Vec<Free>,
}

/// An item that either of the two may hold.
#[derive(Debug, Clone, Copy)]
struct Free {
    item: u32,
    /// What it costs to give it to the first rather than the second.
    costs: i32,
    cells: usize,
}

impl Division {
    /// Divides what `a` and `b` hold anew so that handovers, and points too many by their weight, are fewest; by dynamic programming over the
    /// points of `a`. `noise` is drawn onto each item's cost, so that equal divisions take turns and slightly worse ones come about.
    ///
    /// Returns the work done.
    pub fn divide(&mut self, state: &mut State<'_>, (a, b): (usize, usize), noise: usize, draw: &mut Draw) -> u64 {
        let problem = state.problem;
        self.free.clear();
        let mut base = [0, 0];
        let mut total = 0;
        let held = state.members[a].len() + state.members[b].len();
        for (side, (from, other)) in [(a, b), (b, a)].into_iter().enumerate() {
            for &number in &state.members[from] {
                let item = &problem.items[number as usize];
                if !item.may_lie_with(other as u32) {
                    base[side] += u64::from(item.size);
                    continue;
                }
                let costs = (i64::from(item.cost(a as u32)) - i64::from(item.cost(b as u32))) * i64::from(state.case);
                let costs = costs as i32 + draw.below(noise) as i32 - draw.below(noise) as i32;
                self.free.push(Free {
                    item: number,
                    costs,
                    cells: item.size as usize,
                });
                total += u64::from(item.size);
            }
        }
        if self.free.is_empty() {
            return held as u64 * 8;
        }
        let grain = total / CELLS + 1;
        let mut width = 1;
        for free in &mut self.free {
            free.cells = (free.cells as u64).div_ceil(grain) as usize;
            width += free.cells;
        }
        let count = self.free.len();
        if self.table.len() < (count + 1) * width {
            self.table.resize((count + 1) * width, 0);
        }
        self.table[..width].fill(NEVER);
        self.table[0] = 0;
        for (row, free) in self.free.iter().enumerate() {
            let (before, after) = self.table[row * width..(row + 2) * width].split_at_mut(width);
            after[..free.cells].copy_from_slice(&before[..free.cells]);
            for ((after, second), first) in after[free.cells..].iter_mut().zip(&before[free.cells..]).zip(before.iter()) {
                *after = (*second).min(*first + free.costs);
            }
        }
        let mut cell = self.best(state, (a, b), base, (grain, width));
        let before = state.excess(a) + state.excess(b);
        for row in (0..count).rev() {
            let free = self.free[row];
            let to_first = self.table[(row + 1) * width + cell] != self.table[row * width + cell];
            if to_first {
                cell -= free.cells;
            }
            state.shift(free.item, if to_first { a } else { b });
        }
        state.over += state.excess(a) + state.excess(b) - before;
        (held * 8 + count * width) as u64
    }

    /// The cell of the last row where handovers and points too many cost least.
    fn best(&self, state: &State<'_>, (a, b): (usize, usize), base: [u64; 2], (grain, width): (u64, usize)) -> usize {
        let count = self.free.len();
        let last = &self.table[count * width..(count + 1) * width];
        let (room_a, room_b) = (state.problem.room[a], state.problem.room[b]);
        let mut best = (f64::INFINITY, 0);
        for (cell, costs) in last.iter().enumerate().filter(|(_, costs)| **costs < NEVER / 2) {
            let at_a = (base[0] + cell as u64 * grain) as i64;
            let at_b = (base[1] + (width - 1 - cell) as u64 * grain) as i64;
            let over_a = (at_a - room_a).max(0) as f64 * state.weight[a];
            let over_b = (at_b - room_b).max(0) as f64 * state.weight[b];
            let costs = f64::from(*costs) + over_a + over_b;
            if costs < best.0 {
                best = (costs, cell);
            }
        }
        best.1
    }
}
