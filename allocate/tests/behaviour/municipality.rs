//! The three shared instances: a team twice, and a municipality.

use allocate::Limit;
use allocate::checker::check;

use crate::support::{SECOND, planned, shared, solve};

#[test]
fn a_team_gets_the_fewest_handovers_and_the_lowest_highest_load_and_both_are_proven() {
    for (name, handovers, highest) in [("s30_1", 94, (118, 119)), ("s30_2", 52, (1, 1))] {
        let instance = shared(name);
        for seed in 1..=3 {
            let found = planned(solve(&instance, Limit::WHOLE, seed, 6 * SECOND, &[]));
            let measured = check(&instance, Limit::WHOLE, &found.plan.holders).expect("every rule is kept");
            assert_eq!((measured.handovers, found.bound), (handovers, handovers), "{name} {seed}");
            assert_eq!(
                measured.highest.points * highest.1,
                measured.highest.capacity * highest.0,
                "{name} {seed}"
            );
            assert!(found.is_proven() && found.highest_is_proven, "{name} {seed}");
        }
    }
}

#[test]
fn a_municipality_gets_a_plan_within_one_percent_of_the_bound_and_no_worse_than_the_best_known() {
    let instance = shared("s300_1");
    let found = planned(solve(&instance, Limit::WHOLE, 1, 10 * SECOND, &[]));
    let measured = check(&instance, Limit::WHOLE, &found.plan.holders).expect("every rule is kept");
    assert!(measured.handovers <= 773, "{}", measured.handovers);
    assert!(
        found.bound >= 765 && measured.handovers * 100 <= found.bound * 101,
        "{}",
        found.bound
    );
}

#[test]
fn more_handovers_buy_a_lower_highest_load() {
    let instance = shared("s30_1");
    let found = planned(solve(&instance, Limit::WHOLE, 1, 6 * SECOND, &[2, 5, 10]));
    let mut highest = found.plan.highest;
    for trade_off in &found.trade_offs {
        let measured = check(&instance, Limit::WHOLE, &trade_off.plan.holders).expect("every rule is kept");
        assert!(measured.handovers * 100 <= found.plan.handovers * u64::from(100 + trade_off.more));
        assert!(measured.highest <= highest);
        highest = measured.highest;
    }
    assert!(highest.approximate() <= 0.951, "ten percent more buy 0.95: {highest}");
}

#[test]
fn a_lower_limit_holds_for_everybody() {
    let instance = shared("s30_2");
    let limit = Limit { parts: 95, of: 100 };
    let found = planned(solve(&instance, limit, 1, 4 * SECOND, &[]));
    let measured = check(&instance, limit, &found.plan.holders).expect("every rule is kept");
    assert!(measured.highest.approximate() <= 0.95 && measured.handovers > 52 && found.bound > 52);
}

#[test]
fn the_same_seed_and_steps_give_the_same_answer() {
    let instance = shared("s300_1");
    let one = solve(&instance, Limit::WHOLE, 7, 3 * SECOND, &[5]);
    assert_eq!(one, solve(&instance, Limit::WHOLE, 7, 3 * SECOND, &[5]));
}
