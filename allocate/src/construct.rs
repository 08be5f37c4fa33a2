//! Where a search begins.

use crate::problem::Problem;

/// Everything at home where it may be; else with whoever may hold it and has most room left, the largest first. `problem` may be restricted; what
/// has nowhere to lie there lies where `whole` allows it.
///
/// Nothing when an item has nowhere to lie at all.
pub(crate) fn at_home(problem: &Problem, whole: &Problem) -> Option<Vec<u32>> {
    let mut left = problem.room.clone();
    let mut at = vec![u32::MAX; problem.items.len()];
    let mut homeless = Vec::new();
    for (number, item) in problem.items.iter().enumerate() {
        match item.home.filter(|home| item.may_lie_with(*home)) {
            Some(home) => {
                at[number] = home;
                left[home as usize] -= i64::from(item.size);
            }
            None => homeless.push(number),
        }
    }
    homeless.sort_by_key(|number| std::cmp::Reverse(problem.items[*number].size));
    for number in homeless {
        let (item, in_whole) = (&problem.items[number], &whole.items[number]);
        let allowed = if item.allowed.is_empty() {
            &in_whole.allowed
        } else {
            &item.allowed
        };
        let worker = *allowed.iter().max_by_key(|worker| left[**worker as usize])?;
        at[number] = worker;
        left[worker as usize] -= i64::from(item.size);
    }
    Some(at)
}
