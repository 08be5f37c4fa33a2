//! Fairness: which of two ways to divide the work is kinder to whoever carries most.

use std::cmp::Ordering;

/// Compares two divisions of work: the heaviest load of each first, then the second heaviest, and so on.
///
/// [`Ordering::Less`] means that `a` is fairer. A division with fewer people counts nothing for those it lacks.
/// Method: load balancing and fairness in the documentation of Timefold Solver (leximin order).
#[must_use]
pub fn compare<T: Ord>(mut a: Vec<T>, mut b: Vec<T>) -> Ordering {
    a.sort_by(|x, y| y.cmp(x));
    b.sort_by(|x, y| y.cmp(x));
    a.cmp(&b)
}
