//! Instances small enough to try every plan.

use allocate::checker::{Measured, check};
use allocate::plan::moves;
use allocate::{Answer, Group, Instance, Limit};
use proptest::prelude::*;

use crate::support::solve;

fn instances() -> impl Strategy<Value = Instance> {
    (1..=4_usize).prop_flat_map(|workers| {
        let capacity = prop::collection::vec(prop_oneof![1 => Just(0_u64), 9 => 1..=14_u64], workers);
        let group = (
            0..=7_u64,
            1..=3_u32,
            prop::option::weighted(0.8, 0..workers),
            prop::bool::weighted(0.1),
            prop::collection::btree_set(0..workers, 0..=workers),
        );
        let group = group.prop_map(|(points, cases, holder, locked, allowed)| Group {
            points,
            cases,
            holder,
            locked: locked && holder.is_some(),
            allowed: allowed.into_iter().collect(),
        });
        (capacity, prop::collection::vec(group, 0..=6)).prop_map(|(capacity, groups)| Instance { capacity, groups })
    })
}

/// The best of all plans there are.
fn best(instance: &Instance, limit: Limit) -> Option<Measured> {
    let workers = instance.capacity.len();
    let plans = workers.pow(u32::try_from(instance.groups.len()).expect("few groups"));
    let measured = (0..plans).filter_map(|mut number| {
        let holders: Vec<usize> = (0..instance.groups.len())
            .map(|_| {
                let worker = number % workers;
                number /= workers;
                worker
            })
            .collect();
        check(instance, limit, &holders).ok()
    });
    measured.min_by_key(|measured| (measured.handovers, measured.highest))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn the_plan_is_the_best_of_all_there_are(instance in instances(), parts in 5..=12_u32, seed in 0..50_u64) {
        let limit = Limit { parts, of: 10 };
        let best = best(&instance, limit);
        match (solve(&instance, limit, seed, 40_000_000, &[]), best) {
            (Answer::Plan(found), Some(best)) => {
                let measured = check(&instance, limit, &found.plan.holders).expect("every rule is kept");
                prop_assert_eq!((measured.handovers, measured.highest), (found.plan.handovers, found.plan.highest));
                prop_assert!(found.bound <= best.handovers, "the bound {} is beyond the best {}", found.bound, best.handovers);
                prop_assert_eq!(measured.handovers, best.handovers);
                prop_assert!(!found.highest_is_proven || measured.highest == best.highest);
                prop_assert_eq!(measured.highest, best.highest);
            }
            (Answer::Impossible(obstacles), None) => prop_assert!(!obstacles.is_empty()),
            (Answer::NotFound(_), None) => {}
            (answer, best) => prop_assert!(false, "{:?} where the best is {:?}", answer, best),
        }
    }

    #[test]
    fn every_move_is_of_a_group_that_changes_hands_and_locked_groups_never_do(instance in instances()) {
        if let Answer::Plan(found) = solve(&instance, Limit::WHOLE, 1, 5_000_000, &[10]) {
            for holders in found.trade_offs.iter().map(|more| &more.plan.holders).chain([&found.plan.holders]) {
                let moves = moves(&instance, &instance.capacity, holders);
                let moved: u64 = moves.iter().filter(|step| step.from.is_some()).map(|step| u64::from(step.cases)).sum();
                let measured = check(&instance, Limit::WHOLE, holders).expect("every rule is kept");
                prop_assert_eq!(moved, measured.handovers);
                prop_assert!(moves.iter().all(|step| !instance.groups[step.group].locked));
            }
        }
    }

    #[test]
    fn what_is_written_is_read_the_same(instance in instances()) {
        prop_assert_eq!(Instance::parse(&instance.write()), Ok(instance));
    }

    #[test]
    fn any_text_is_read_or_refused(text in "[0-9 \n-]{0,60}") {
        let _ = Instance::parse(&text);
    }
}
