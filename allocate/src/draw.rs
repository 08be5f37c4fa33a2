//! Chance that follows from a seed, by whole numbers only.

use rand_pcg::Pcg32;
use rand_pcg::rand_core::Rng;

/// The source of chance: PCG-XSH-RR 64/32 (O'Neill 2014), whose numbers are fixed by its definition.
#[derive(Debug, Clone)]
pub(crate) struct Draw(Pcg32);

impl Draw {
    pub fn new(seed: u64) -> Self {
        Self(Pcg32::new(seed, 7))
    }

    /// A whole number from 0 up to, not including, `count`; 0 where `count` is 0.
    pub fn below(&mut self, count: usize) -> usize {
        let drawn = u64::from(self.0.next_u32()) * (count as u64);
        usize::try_from(drawn >> 32).unwrap_or(0)
    }

    /// One of a list; nothing of an empty one.
    pub fn one_of<'l, T>(&mut self, list: &'l [T]) -> Option<&'l T> {
        list.get(self.below(list.len()))
    }
}
