//! Loads as exact ratios, and limits.

use std::cmp::Ordering;
use std::fmt;

/// A load: points ÷ capacity, exact. Points without any capacity are more than every other load; nothing at all is 0.
#[derive(Debug, Clone, Copy)]
pub struct Ratio {
    /// Points held.
    pub points: u64,
    /// Points that can be carried.
    pub capacity: u64,
}

impl Ratio {
    /// The same as a floating number, for printing; infinite without capacity.
    #[must_use]
    pub fn approximate(self) -> f64 {
        if self.points == 0 {
            return 0.0;
        }
        self.points as f64 / self.capacity as f64
    }

    /// The most points with which a capacity is less loaded than this; nothing when no load is less.
    #[must_use]
    pub fn most_below(self, capacity: u64) -> Option<u64> {
        if self.points == 0 {
            return None;
        }
        if self.capacity == 0 {
            return Some(capacity * u64::from(capacity > 0) * 2);
        }
        let reached = (u128::from(self.points) * u128::from(capacity)).div_ceil(u128::from(self.capacity));
        Some(u64::try_from(reached).unwrap_or(u64::MAX).saturating_sub(1))
    }
}

impl PartialEq for Ratio {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Ratio {}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ratio {
    fn cmp(&self, other: &Self) -> Ordering {
        let infinite = |ratio: &Self| ratio.capacity == 0 && ratio.points > 0;
        match (infinite(self), infinite(other)) {
            (true, true) => Ordering::Equal,
            (true, false) => Ordering::Greater,
            (false, true) => Ordering::Less,
            (false, false) => {
                let one = u128::from(self.points) * u128::from(other.capacity.max(1));
                one.cmp(&(u128::from(other.points) * u128::from(self.capacity.max(1))))
            }
        }
    }
}

impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.points, self.capacity)
    }
}

/// How much of the capacity may be used: 0.95 is 95 ÷ 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// So many parts …
    pub parts: u32,
    /// … of so many; not 0.
    pub of: u32,
}

impl Limit {
    /// All of the capacity.
    pub const WHOLE: Self = Self { parts: 1, of: 1 };

    /// The most points within the limit; rounded down, since points are whole.
    #[must_use]
    pub fn most(self, capacity: u64) -> u64 {
        let most = u128::from(capacity) * u128::from(self.parts) / u128::from(self.of.max(1));
        u64::try_from(most).unwrap_or(u64::MAX).min(crate::instance::MOST_POINTS)
    }
}
