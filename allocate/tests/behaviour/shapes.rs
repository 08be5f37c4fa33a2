//! Other instances than the shared ones: few and many workers, few who may, little room, many siblings, fine points.

use std::cell::Cell;

use allocate::checker::check;
use allocate::{Answer, Limit, Order, rebalance};

use crate::made_up::{Shape, made_up};
use crate::support::{SECOND, planned, solve};

const TEAM: Shape = Shape {
    workers: 30,
    groups: 450,
    allowed: 12,
    used: 90,
    siblings: 3,
    fine: 1,
};

#[test]
fn a_plan_is_found_for_every_shape_that_has_one() {
    for shape in [
        TEAM,
        Shape {
            workers: 5,
            groups: 60,
            ..TEAM
        },
        Shape {
            workers: 1,
            groups: 9,
            ..TEAM
        },
        Shape { allowed: 3, ..TEAM },
        Shape { used: 97, ..TEAM },
        Shape { siblings: 7, ..TEAM },
        Shape { fine: 1_000, ..TEAM },
        Shape {
            fine: 1_000_003,
            workers: 12,
            groups: 150,
            ..TEAM
        },
        Shape {
            workers: 200,
            groups: 200,
            ..TEAM
        },
    ] {
        for seed in 1..=2 {
            let instance = made_up(shape, seed);
            let found = planned(solve(&instance, Limit::WHOLE, seed, SECOND, &[10]));
            let measured = check(&instance, Limit::WHOLE, &found.plan.holders).expect("every rule is kept");
            assert!(found.bound <= measured.handovers, "{shape:?}");
            assert!(
                measured.handovers * 100 <= found.bound * 130 + 500,
                "{shape:?}: {} {}",
                measured.handovers,
                found.bound
            );
        }
    }
}

#[test]
fn a_thousand_workers_get_a_plan() {
    let shape = Shape {
        workers: 1_000,
        groups: 15_000,
        allowed: 40,
        ..TEAM
    };
    let instance = made_up(shape, 1);
    let found = planned(solve(&instance, Limit::WHOLE, 1, 20 * SECOND, &[]));
    let measured = check(&instance, Limit::WHOLE, &found.plan.holders).expect("every rule is kept");
    assert!(
        measured.handovers * 100 <= found.bound * 105,
        "{} {}",
        measured.handovers,
        found.bound
    );
}

#[test]
fn work_ends_when_the_caller_says_so_and_the_answer_says_that() {
    let instance = made_up(TEAM, 3);
    let asked = Cell::new(0);
    let order = Order {
        limit: Limit::WHOLE,
        seed: 1,
        steps: u64::MAX,
        trade_offs: &[10],
        should_stop: &mut || {
            asked.set(asked.get() + 1);
            asked.get() > 400
        },
        observe: &mut |_| {},
    };
    match rebalance(&instance, order) {
        Answer::Plan(found) => {
            check(&instance, Limit::WHOLE, &found.plan.holders).expect("every rule is kept");
            assert_eq!(found.stopped, asked.get() > 400);
        }
        Answer::NotFound(not_found) => assert!(not_found.stopped),
        Answer::Impossible(obstacles) => panic!("there is a plan, but {obstacles:?}"),
    }
}
