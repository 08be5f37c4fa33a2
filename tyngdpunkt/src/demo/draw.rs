//! Chance that is the same everywhere: every draw follows from the seed, by whole numbers only.

use rand_pcg::Pcg32;
use rand_pcg::rand_core::Rng;

/// A weighted interval `[weight, from, to]`, both ends included.
pub(super) type Interval = (u32, i32, i32);

/// A weighted value `[weight, value]`.
pub(super) type Weighted = (u32, u32);

/// The source of chance: PCG-XSH-RR 64/32 (O'Neill 2014), whose numbers are fixed by its definition.
pub(super) struct Draw(Pcg32);

impl Draw {
    /// A source for `seed`; each `stream` is a source of its own.
    pub(super) fn new(seed: u64, stream: u64) -> Self {
        Self(Pcg32::new(mix(seed ^ mix(stream)), stream))
    }

    /// A whole number from 0 up to, not including, `count`; 0 where `count` is 0.
    pub(super) fn below(&mut self, count: usize) -> usize {
        let drawn = u64::from(self.0.next_u32()) * (count as u64);
        usize::try_from(drawn >> 32).unwrap_or(0)
    }

    /// A whole number from `low` to `high`, both included; `low` where the two are out of order.
    pub(super) fn between(&mut self, low: i32, high: i32) -> i32 {
        let count = usize::try_from(i64::from(high) - i64::from(low) + 1).unwrap_or(0);
        low + i32::try_from(self.below(count)).unwrap_or(0)
    }

    /// Whether something happens that happens in so many cases of a thousand.
    pub(super) fn chance(&mut self, permille: u32) -> bool {
        self.below(1000) < permille as usize
    }

    /// The place of one of the weights, by weight; 0 where all weigh nothing.
    pub(super) fn place(&mut self, weights: impl Iterator<Item = u32> + Clone) -> usize {
        let mut left = self.below(weights.clone().map(|weight| weight as usize).sum());
        for (place, weight) in weights.enumerate() {
            if left < weight as usize {
                return place;
            }
            left -= weight as usize;
        }
        0
    }

    /// A number from one of the intervals; 0 where there is none.
    pub(super) fn within(&mut self, intervals: &[Interval]) -> i32 {
        let place = self.place(intervals.iter().map(|interval| interval.0));
        match intervals.get(place) {
            Some((_, from, to)) => self.between(*from, *to),
            None => 0,
        }
    }

    /// One of the values; 0 where there is none.
    pub(super) fn value(&mut self, values: &[Weighted]) -> u32 {
        let place = self.place(values.iter().map(|value| value.0));
        values.get(place).map_or(0, |value| value.1)
    }

    /// One of the texts, each as likely; empty where there is none.
    pub(super) fn text<'t>(&mut self, texts: &'t [String]) -> &'t str {
        let place = self.below(texts.len());
        texts.get(place).map_or("", String::as_str)
    }

    /// Puts the items in any order.
    pub(super) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

/// Spreads neighbouring seeds far apart (the finaliser of `SplitMix64`, Steele, Lea and Flood 2014).
fn mix(seed: u64) -> u64 {
    let mut mixed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}
