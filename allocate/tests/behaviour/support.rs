//! Instances and orders.

use allocate::{Answer, Group, Instance, Limit, Order, Rebalanced, rebalance};

/// Cells of tables that are filled in about a second.
pub const SECOND: u64 = 500_000_000;

pub fn shared(name: &str) -> Instance {
    let path = format!("{}/tests/data/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("the instance is there");
    Instance::parse(&text).expect("the instance is sound")
}

pub fn solve(instance: &Instance, limit: Limit, seed: u64, steps: u64, trade_offs: &[u32]) -> Answer {
    let order = Order {
        limit,
        seed,
        steps,
        trade_offs,
        should_stop: &mut || false,
        observe: &mut |_| {},
    };
    rebalance(instance, order)
}

#[track_caller]
pub fn planned(answer: Answer) -> Rebalanced {
    match answer {
        Answer::Plan(plan) => *plan,
        other => panic!("there is a plan, but {other:?}"),
    }
}

pub fn group(points: u64, cases: u32, holder: Option<usize>, allowed: &[usize]) -> Group {
    Group {
        points,
        cases,
        holder,
        locked: false,
        allowed: allowed.to_vec(),
    }
}

pub fn locked(mut group: Group) -> Group {
    group.locked = true;
    group
}
