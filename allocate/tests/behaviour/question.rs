//! A municipality's question, answered: with people and cases by name, and proven by the checker.

use std::collections::BTreeSet;

use allocate::Limit;
use allocate::checker::check;
use allocate::question::{SEED, answer, instance, steps};
use jiff::civil::date;
use proptest::prelude::*;
use rules::amount::{Points, Share};
use rules::rebalance::{Answer, Asked, CaseGroup, Hindrance, Occasion, Question, Reason, Rule, Worker};

fn points(thousandths: i64) -> Points {
    Points::from_millionths(thousandths * 1_000)
}

fn asked(limit: i64) -> Asked {
    Asked {
        units: BTreeSet::new(),
        occasion: Occasion::Over,
        day: date(2026, 11, 2),
        limit: Share::from_millionths(limit * 10_000),
        unallocated: false,
    }
}

fn worker(person: i64, capacity: i64, other: i64) -> Worker {
    Worker {
        person,
        number: person.to_string(),
        name: format!("Person {person}"),
        unit: None,
        capacity: points(capacity),
        other: points(other),
        receives: capacity > 0,
        gives_up: capacity == 0,
    }
}

fn group(case: &str, holder: Option<usize>, weight: i64, allowed: &[usize]) -> CaseGroup {
    CaseGroup {
        cases: vec![case.to_owned()],
        phases: Vec::new(),
        kinds: Vec::new(),
        holder,
        points: points(weight),
        locked: false,
        allowed: allowed.to_vec(),
        holder_rules: Vec::new(),
        shut_out: vec![(Rule::Qualification, 1)],
    }
}

fn question(workers: Vec<Worker>, groups: Vec<CaseGroup>, limit: i64) -> Question {
    Question {
        asked: asked(limit),
        workers,
        groups,
        resting: Vec::new(),
    }
}

fn answered(question: &Question) -> Answer {
    answer(question, SEED, steps(question), &mut || false)
}

#[test]
fn one_who_has_too_much_hands_over_as_few_cases_as_bring_everybody_within_the_limit() {
    let groups = (0..5)
        .map(|case| group(&format!("R-{case}"), Some(0), 25_000, &[0, 1]))
        .collect();
    let question = question(vec![worker(1, 100_000, 5_500), worker(2, 100_000, 5_500)], groups, 100);
    let Answer::Plan(plan) = answered(&question) else {
        panic!("a plan")
    };
    assert_eq!(
        (plan.ways[0].handovers, plan.bound),
        (2, 2),
        "3 · 25 + 5.5 is within 100, 4 · 25 + 5.5 is not"
    );
    for step in &plan.ways[0].moves {
        assert_eq!(step.to, 1);
        let expected = Reason::AboveLimit {
            held: Some((points(130_500), points(100_000))),
        };
        assert_eq!(step.reason, expected);
    }
}

#[test]
fn amounts_are_counted_in_the_largest_part_that_all_are_whole_in() {
    let question = question(
        vec![worker(1, 100_000, 12_500)],
        vec![group("R-1", Some(0), 7_500, &[0])],
        100,
    );
    let (instance, part) = instance(&question);
    assert_eq!(part, 2_500_000);
    assert_eq!(
        (instance.capacity[0], instance.groups[0].points, instance.groups[1].points),
        (40, 3, 5)
    );
    assert!(instance.groups[1].locked, "other work cannot be moved");
}

#[test]
fn amounts_beyond_what_is_counted_with_are_counted_coarsely_and_every_limit_is_kept() {
    let workers = (0..9_000).map(|person| worker(person, 149_999, 1)).collect();
    let groups = (0..9_000).map(|case| group("R", Some(case), 100_001, &[case])).collect();
    let question = question(workers, groups, 100);
    let (instance, _) = instance(&question);
    assert!(instance.capacity.iter().sum::<u64>() <= allocate::instance::MOST_POINTS);
    let holders: Vec<usize> = instance.groups.iter().map(|group| group.holder.expect("is held")).collect();
    check(&instance, Limit::WHOLE, &holders).expect("is within the limit");
}

#[test]
fn nobody_with_capacity_is_said_as_such() {
    let question = question(vec![worker(1, 0, 0)], vec![group("R-1", Some(0), 10_000, &[])], 100);
    let expected = Answer::Impossible {
        hindrances: vec![Hindrance::NoCapacity],
        is_proven: true,
        enough: None,
    };
    assert_eq!(answered(&question), expected);
}

#[test]
fn a_team_in_which_nobody_may_hold_a_case_is_told_which_rule_makes_it_so() {
    let question = question(vec![worker(1, 100_000, 0)], vec![group("R-1", Some(0), 10_000, &[])], 100);
    let expected = Answer::Impossible {
        hindrances: vec![Hindrance::Nobody {
            cases: vec!["R-1".to_owned()],
            rules: vec![(Rule::Qualification, 1)],
        }],
        is_proven: true,
        enough: None,
    };
    assert_eq!(answered(&question), expected, "and no other limit helps");
}

#[test]
fn a_locked_case_with_an_overloaded_holder_says_what_limit_is_enough() {
    let mut locked = group("R-1", Some(0), 80_000, &[]);
    locked.locked = true;
    let question = question(vec![worker(1, 100_000, 40_000), worker(2, 100_000, 0)], vec![locked], 100);
    let Answer::Impossible {
        hindrances,
        is_proven,
        enough,
    } = answered(&question)
    else {
        panic!("impossible")
    };
    let expected = Hindrance::Locked {
        person: 1,
        cases: vec!["R-1".to_owned()],
        needed: points(20_000),
    };
    assert_eq!((hindrances, is_proven), (vec![expected], true));
    assert_eq!(enough, Some(Share::from_millionths(1_200_000)));
}

#[test]
fn too_much_for_all_together_says_what_limit_is_enough() {
    let groups = (0..6)
        .map(|case| group(&format!("R-{case}"), Some(case % 2), 40_000, &[0, 1]))
        .collect();
    let question = question(vec![worker(1, 100_000, 0), worker(2, 100_000, 0)], groups, 100);
    assert_eq!(question.together(), Some(Share::from_millionths(1_200_000)));
    let Answer::Impossible { enough, .. } = answered(&question) else {
        panic!("impossible")
    };
    assert_eq!(enough, Some(Share::from_millionths(1_200_000)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    /// Every way of a plan is feasible by the checker, gives no case to anybody who may not hold it, and counts what it says.
    #[test]
    fn every_way_of_a_plan_is_proven_feasible(
        groups in proptest::collection::vec((proptest::option::of(0_usize..4), 0_i64..40, 1_u8..16, any::<bool>()), 1..25),
        limit in 60_i64..120,
    ) {
        let workers = (0..4).map(|person| worker(person, 90_000 + person * 1_250, person * 500)).collect();
        let groups = groups.into_iter().zip(0..).map(|((holder, weight, may, locked), case)| {
            let allowed: Vec<usize> = (0..4).filter(|worker| may & (1 << worker) != 0).collect();
            let locked = locked && holder.is_some();
            CaseGroup { locked, ..group(&format!("R-{case}"), holder, weight * 250, if locked { &[] } else { &allowed }) }
        }).collect();
        let question = question(workers, groups, limit);
        if let Answer::Plan(plan) = answered(&question) {
            let (instance, _) = instance(&question);
            for way in &plan.ways {
                let mut holders: Vec<usize> = instance.groups.iter().map(|group| group.holder.unwrap_or(usize::MAX)).collect();
                for step in &way.moves {
                    prop_assert!(question.groups[step.group].allowed.contains(&step.to));
                    holders[step.group] = step.to;
                }
                let limit = Limit { parts: u32::try_from(limit).expect("is small"), of: 100 };
                let measured = check(&instance, limit, &holders);
                prop_assert_eq!(measured.map(|measured| measured.handovers), Ok(way.handovers));
                prop_assert!(way.handovers >= plan.bound);
            }
        }
    }
}
