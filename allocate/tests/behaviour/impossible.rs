//! Where there is no plan: who, which groups, which rule, and what is needed.

use allocate::impossible::Obstacle;
use allocate::{Answer, Instance, Limit};

use crate::support::{group, locked, solve};

#[track_caller]
fn obstacles(capacity: &[u64], groups: Vec<allocate::Group>) -> Vec<Obstacle> {
    let capacity = capacity.to_vec();
    match solve(&Instance { capacity, groups }, Limit::WHOLE, 1, 1_000_000, &[]) {
        Answer::Impossible(obstacles) => obstacles,
        other => panic!("it is impossible, but {other:?}"),
    }
}

#[test]
fn a_group_that_nobody_may_hold_is_named() {
    let groups = vec![group(1, 1, Some(0), &[0]), group(1, 1, Some(0), &[])];
    assert_eq!(obstacles(&[5], groups), [Obstacle::Nobody { group: 1 }]);
}

#[test]
fn locked_groups_above_the_limit_are_named_with_their_worker() {
    let groups = vec![
        locked(group(4, 1, Some(1), &[0, 1])),
        locked(group(3, 1, Some(1), &[])),
        group(1, 1, None, &[0]),
    ];
    let expected = Obstacle::Locked {
        worker: 1,
        groups: vec![0, 1],
        points: 7,
        most: 5,
    };
    assert_eq!(obstacles(&[9, 5], groups), [expected]);
}

#[test]
fn a_group_larger_than_everybodys_room_is_named_with_whoever_is_nearest() {
    let groups = vec![locked(group(4, 1, Some(1), &[1])), group(8, 2, Some(0), &[0, 1])];
    let expected = Obstacle::TooLarge {
        group: 1,
        points: 8,
        nearest: 1,
        needed: 2,
    };
    assert_eq!(obstacles(&[5, 10], groups), [expected]);
}

#[test]
fn groups_that_crowd_the_only_workers_who_may_hold_them_are_named_and_no_others() {
    let mut groups: Vec<_> = (0..5).map(|_| group(3, 1, Some(0), &[0, 1])).collect();
    groups.extend((0..5).map(|_| group(3, 1, Some(3), &[2, 3])));
    groups.push(group(1, 1, None, &[0, 1, 2, 3]));
    let expected = Obstacle::Crowded {
        groups: vec![0, 1, 2, 3, 4],
        workers: vec![0, 1],
        points: 15,
        room: 13,
    };
    assert_eq!(obstacles(&[6, 7, 20, 20], groups), [expected]);
}

#[test]
fn without_any_capacity_only_groups_without_points_can_be_held() {
    let groups = vec![group(0, 1, Some(0), &[0, 1]), group(0, 1, None, &[1])];
    let answer = solve(
        &Instance {
            capacity: vec![0, 0],
            groups,
        },
        Limit::WHOLE,
        1,
        1_000_000,
        &[],
    );
    assert!(matches!(answer, Answer::Plan(found) if found.plan.holders == [0, 1] && found.plan.handovers == 0));
    let found = obstacles(&[0, 0], vec![group(1, 1, Some(0), &[0, 1])]);
    assert!(matches!(found[..], [Obstacle::TooLarge { group: 0, needed: 1, .. }]));
}

#[test]
fn where_whole_groups_do_not_fit_what_would_be_enough_is_said_and_is_enough() {
    // Three of 4 points do not go into two rooms of 6, although 12 points would.
    let mut instance = Instance {
        capacity: vec![6, 6],
        groups: (0..3).map(|_| group(4, 1, Some(0), &[0, 1])).collect(),
    };
    let Answer::NotFound(not_found) = solve(&instance, Limit::WHOLE, 1, 20_000_000, &[]) else {
        panic!("there is no plan, and no simple reason");
    };
    assert!(!not_found.enough.is_empty());
    for (worker, points) in not_found.enough {
        instance.capacity[worker] += points;
    }
    assert!(matches!(solve(&instance, Limit::WHOLE, 1, 20_000_000, &[]), Answer::Plan(_)));
}

#[test]
fn nobody_and_nothing_is_a_plan() {
    for (capacity, groups) in [(vec![], vec![]), (vec![0, 7], vec![])] {
        let answer = solve(&Instance { capacity, groups }, Limit::WHOLE, 1, 1_000_000, &[5]);
        assert!(matches!(answer, Answer::Plan(found) if found.is_proven() && found.highest_is_proven));
    }
}
