//! Instances of many shapes, made from a seed, each of which has a plan.

use allocate::{Group, Instance};

/// What an instance is like.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    pub workers: usize,
    pub groups: usize,
    /// How many may hold a group.
    pub allowed: usize,
    /// How much of the capacity is used, in hundredths.
    pub used: u64,
    /// The most cases in a group.
    pub siblings: u64,
    /// Parts of a point that sizes are counted in.
    pub fine: u64,
}

struct Draw(u64);

impl Draw {
    fn below(&mut self, count: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % count.max(1)
    }
}

/// Groups are first dealt to workers who get just the capacity that takes; then every third worker hands what is held to others who may.
pub fn made_up(shape: Shape, seed: u64) -> Instance {
    let mut draw = Draw(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let workers = shape.workers as u64;
    let mut held = vec![0_u64; shape.workers];
    let mut groups = Vec::new();
    for number in 0..shape.groups {
        let cases = 1 + draw.below(shape.siblings) * draw.below(2);
        let points = cases * (shape.fine + draw.below(9 * shape.fine));
        let rightful = number % shape.workers;
        held[rightful] += points;
        let mut allowed = vec![rightful];
        for _ in 1..shape.allowed {
            let near = (rightful as u64 / 16 * 16 + draw.below(16)) % workers;
            allowed.push(usize::try_from(if draw.below(3) == 0 { draw.below(workers) } else { near }).expect("a worker"));
        }
        let overloaded = allowed.iter().copied().find(|worker| worker % 3 == 0);
        let holder = if draw.below(3) == 0 {
            overloaded.unwrap_or(rightful)
        } else {
            rightful
        };
        let locked = holder == rightful && draw.below(25) == 0;
        allowed.sort_unstable();
        allowed.dedup();
        groups.push(Group {
            points,
            cases: u32::try_from(cases).expect("few cases"),
            holder: (draw.below(30) > 0 || locked).then_some(holder),
            locked,
            allowed,
        });
    }
    Instance {
        capacity: held.iter().map(|points| points * 100 / shape.used + 1).collect(),
        groups,
    }
}
