//! What is asked of the engine, and when cases change hands.

use std::collections::BTreeSet;

use jiff::civil::{Date, Weekday, date};
use proptest::prelude::*;

use super::*;
use crate::calendar::is_working_day;

const DAY: Date = date(2026, 11, 2);

fn asked(occasion: Occasion) -> Asked {
    Asked {
        units: BTreeSet::new(),
        occasion,
        day: DAY,
        limit: Share::FULL,
        unallocated: false,
    }
}

fn somebody(person: i64, capacity: i64, points: i64) -> Somebody {
    Somebody {
        person,
        number: person.to_string(),
        name: format!("Person {person}"),
        unit: None,
        is_in_service: true,
        is_caseworker: true,
        capacity: Points::whole(capacity),
        points: Points::whole(points),
    }
}

fn phase(id: i64, holder: Option<i64>, points: i64) -> OpenPhase {
    OpenPhase {
        id,
        case: id,
        reference: format!("R-{id}"),
        siblings: None,
        case_type: "barn".into(),
        phase: Some("utredning".into()),
        holder,
        points: Points::whole(points),
        locked: false,
    }
}

fn composed(occasion: Occasion, people: &[Somebody], phases: &[OpenPhase]) -> Question {
    compose(&asked(occasion), people, phases, &mut |_, _| Vec::new())
}

fn only(people: impl IntoIterator<Item = i64>) -> BTreeSet<i64> {
    people.into_iter().collect()
}

#[test]
fn siblings_that_one_person_holds_stay_together_and_those_of_others_stay_with_them() {
    let people = [somebody(1, 100, 40), somebody(2, 100, 10)];
    let phases = [1, 2, 3, 4].map(|id| OpenPhase {
        siblings: (id != 4).then(|| "S".to_owned()),
        ..phase(id, Some(if id == 3 { 2 } else { 1 }), 10)
    });
    let question = composed(Occasion::Over, &people, &phases);
    let groups: Vec<Vec<String>> = question.groups.iter().map(|group| group.cases.clone()).collect();
    assert_eq!(groups.len(), 3);
    for group in [vec!["R-1", "R-2"], vec!["R-3"], vec!["R-4"]] {
        assert!(
            groups.contains(&group.iter().map(|case| (*case).to_owned()).collect()),
            "{groups:?}"
        );
    }
}

#[test]
fn two_open_phases_of_a_case_are_one_case() {
    let second = OpenPhase {
        id: 2,
        phase: Some("insats".into()),
        ..phase(1, Some(1), 6)
    };
    let question = composed(Occasion::Over, &[somebody(1, 100, 16)], &[phase(1, Some(1), 10), second]);
    let group = &question.groups[0];
    assert_eq!((question.groups.len(), group.cases.len(), group.phases.len()), (1, 1, 2));
    assert_eq!(group.points, Points::whole(16));
}

#[test]
fn what_is_held_besides_the_cases_counts_and_cannot_be_moved() {
    let question = composed(Occasion::Over, &[somebody(1, 100, 35)], &[phase(1, Some(1), 10)]);
    assert_eq!(question.workers[0].other, Points::whole(25));
    assert_eq!(question.points(), vec![Points::whole(35)]);
    let received = composed(Occasion::Over, &[somebody(1, 100, 8)], &[phase(1, Some(1), 10)]);
    assert_eq!(received.workers[0].other, Points::ZERO, "support received counts for nothing");
}

#[test]
fn whoever_leaves_keeps_no_case_and_takes_in_none() {
    let people = [somebody(1, 100, 10), somebody(2, 100, 10)];
    let phases = [phase(1, Some(1), 10), phase(2, Some(2), 10)];
    let question = composed(Occasion::Leaves { people: only([1]) }, &people, &phases);
    assert_eq!(question.workers[0].capacity, Points::ZERO);
    for group in &question.groups {
        assert_eq!(group.allowed, vec![1]);
    }
    let mut gone = people.clone();
    gone[0].is_in_service = false;
    let question = composed(Occasion::Over, &gone, &phases);
    assert_eq!(question.groups[0].allowed, vec![1], "nor does whoever is not in service");
}

#[test]
fn whoever_is_partly_away_carries_that_part() {
    let leave = Occasion::Leave {
        people: only([1]),
        until: None,
        keeps: Share::from_millionths(400_000),
    };
    let question = composed(leave, &[somebody(1, 100, 10)], &[phase(1, Some(1), 10)]);
    assert_eq!(question.workers[0].capacity, Points::whole(40));
    assert_eq!(question.groups[0].allowed, vec![0]);
}

#[test]
fn a_short_absence_takes_no_case_from_anybody() {
    let people = [somebody(1, 0, 10), somebody(2, 100, 10)];
    let phases = [phase(1, Some(1), 10), phase(2, Some(2), 10)];
    let question = composed(Occasion::Over, &people, &phases);
    assert_eq!(question.resting.len(), 1);
    assert_eq!((question.workers.len(), question.groups.len()), (1, 1));
}

#[test]
fn whoever_is_no_caseworker_keeps_cases_but_is_given_none() {
    let mut people = [somebody(1, 100, 10), somebody(2, 100, 10), somebody(3, 100, 0)];
    people[0].is_caseworker = false;
    people[2].is_caseworker = false;
    let question = composed(Occasion::Over, &people, &[phase(1, Some(1), 10), phase(2, Some(2), 10)]);
    assert_eq!(
        question.workers.len(),
        2,
        "whoever holds nothing and is no caseworker takes no part"
    );
    assert_eq!(question.groups[0].allowed, vec![0, 1]);
    assert_eq!(question.groups[1].allowed, vec![1]);
}

#[test]
fn a_rule_shuts_out_receivers_and_only_law_and_word_shut_out_the_holder() {
    let people = [somebody(1, 100, 10), somebody(2, 100, 0)];
    for (rule, allowed) in [
        (Rule::Qualification, vec![]),
        (Rule::NotThisWorker, vec![]),
        (Rule::DegreeUnknown, vec![0]),
        (Rule::Language, vec![0]),
        (Rule::District, vec![0]),
    ] {
        let question = compose(&asked(Occasion::Over), &people, &[phase(1, Some(1), 10)], &mut |_, _| {
            vec![rule]
        });
        assert_eq!(question.groups[0].allowed, allowed, "{rule:?}");
        assert_eq!(question.groups[0].shut_out, vec![(rule, 2)]);
    }
}

#[test]
fn siblings_of_a_locked_case_stay_with_it() {
    let phases = [1, 2].map(|id| OpenPhase {
        siblings: Some("S".to_owned()),
        locked: id == 2,
        ..phase(id, Some(1), 10)
    });
    let question = composed(Occasion::Over, &[somebody(1, 100, 20)], &phases);
    assert!(question.groups[0].locked && question.groups[0].allowed.is_empty());
}

#[test]
fn a_divided_team_holds_the_kinds_of_its_part() {
    let kinds = [("barn".to_owned(), Some("utredning".to_owned()))].into_iter().collect();
    let split = Occasion::Split {
        people: only([1]),
        kinds,
    };
    let other = OpenPhase {
        phase: Some("insats".into()),
        ..phase(2, Some(1), 5)
    };
    let question = composed(
        split,
        &[somebody(1, 100, 10), somebody(2, 100, 5)],
        &[phase(1, Some(2), 10), other],
    );
    let of = |reference: &str| {
        question
            .groups
            .iter()
            .find(|group| group.cases == [reference])
            .expect("is there")
    };
    assert_eq!(of("R-1").allowed, vec![0]);
    assert_eq!(of("R-2").allowed, vec![1]);
}

#[test]
fn what_nobody_holds_is_given_out_only_when_that_is_asked() {
    let people = [somebody(1, 100, 0)];
    let phases = [phase(1, None, 10)];
    assert!(composed(Occasion::Over, &people, &phases).groups.is_empty());
    let asked = Asked {
        unallocated: true,
        ..asked(Occasion::Over)
    };
    let question = compose(&asked, &people, &phases, &mut |_, _| Vec::new());
    assert_eq!(
        (question.groups[0].holder, question.groups[0].allowed.clone()),
        (None, vec![0])
    );
}

#[test]
fn what_cannot_be_asked_is_said() {
    let right = asked(Occasion::Over);
    assert_eq!(right.check(DAY), Ok(()));
    let limit = |millionths| Asked {
        limit: Share::from_millionths(millionths),
        ..asked(Occasion::Over)
    };
    for millionths in [0, -1, 99_999, 2_000_001, 10_000_000, i64::MAX] {
        assert_eq!(limit(millionths).check(DAY), Err(AskError::Limit), "{millionths}");
    }
    assert_eq!(right.check(date(2026, 11, 3)), Err(AskError::Day));
    assert_eq!(right.check(date(2025, 11, 1)), Err(AskError::Day));
    let leave = |people: BTreeSet<i64>, until, keeps| {
        let keeps = Share::from_millionths(keeps);
        asked(Occasion::Leave { people, until, keeps }).check(DAY)
    };
    assert_eq!(leave(only([]), None, 0), Err(AskError::Nobody));
    assert_eq!(leave(only([1]), None, 1_000_000), Err(AskError::Keeps));
    assert_eq!(leave(only([1]), None, -1), Err(AskError::Keeps));
    assert_eq!(leave(only([1]), Some(DAY), 0), Err(AskError::Until));
    assert_eq!(leave(only([1]), Some(date(2026, 11, 3)), 999_999), Ok(()));
    let split = Occasion::Split {
        people: only([1]),
        kinds: BTreeSet::new(),
    };
    assert_eq!(asked(split).check(DAY), Err(AskError::Kinds));
}

#[test]
fn sums_follow_the_moves() {
    let people = [
        (1, Points::whole(100), Points::whole(120)),
        (2, Points::whole(100), Points::whole(50)),
    ];
    let moves = [
        (Some(1), 2, Points::whole(30)),
        (None, 2, Points::whole(5)),
        (Some(9), 8, Points::whole(1)),
    ];
    let standings = standings(&people, &moves);
    assert_eq!(standings[0].after, Points::whole(90));
    assert_eq!(standings[1].after, Points::whole(85));
    assert_eq!(highest([(Points::ZERO, Points::ZERO)]), None);
    assert_eq!(highest([(Points::whole(1), Points::ZERO)]), Some(Load::NoCapacity));
}

#[test]
fn handovers_are_spread_so_that_nobody_takes_over_too_many_in_a_week() {
    let to = |to, cases| Handover {
        to,
        cases,
        decided: None,
    };
    let pace = Pace { first: DAY, per_week: 2 };
    let days = spread(&[to(1, 1), to(1, 1), to(2, 1), to(1, 1), to(1, 5), to(1, 1)], pace);
    let (first, second, third) = (DAY, date(2026, 11, 9), date(2026, 11, 16));
    assert_eq!(days, vec![first, first, first, second, third, second]);
    let decided = Handover {
        to: 1,
        cases: 2,
        decided: Some(DAY),
    };
    assert_eq!(
        spread(&[to(1, 1), decided], pace),
        vec![second, DAY],
        "what is decided is counted"
    );
}

#[test]
fn a_handover_is_on_a_working_day() {
    let to = Handover {
        to: 1,
        cases: 1,
        decided: None,
    };
    let pace = Pace {
        first: date(2026, 12, 24),
        per_week: 1,
    };
    assert_eq!(spread(&[to, to], pace), vec![date(2026, 12, 28), date(2027, 1, 4)]);
    let end = Pace {
        first: Date::MAX,
        per_week: 1,
    };
    assert_eq!(
        spread(&[to, to, to], end).len(),
        3,
        "the end of the calendar ends nothing else"
    );
}

proptest! {
    #[test]
    fn no_receiver_has_more_than_the_weeks_number_unless_it_is_one_group(
        handovers in proptest::collection::vec((1_i64..4, 1_u32..5), 0..40), per_week in 1_u16..6,
    ) {
        let handovers: Vec<Handover> = handovers.into_iter().map(|(to, cases)| Handover { to, cases, decided: None }).collect();
        let days = spread(&handovers, Pace { first: date(2026, 12, 1), per_week });
        let mut weeks: std::collections::BTreeMap<(i64, Date), Vec<u32>> = std::collections::BTreeMap::new();
        for (handover, day) in handovers.iter().zip(&days) {
            prop_assert!(is_working_day(*day) && *day >= date(2026, 12, 1));
            let monday = day.saturating_sub(jiff::Span::new().days(i64::from(day.weekday().since(Weekday::Monday))));
            weeks.entry((handover.to, monday)).or_default().push(handover.cases);
        }
        for cases in weeks.values() {
            prop_assert!(cases.len() == 1 || cases.iter().sum::<u32>() <= u32::from(per_week), "{cases:?}");
        }
    }

    #[test]
    fn every_case_of_those_who_take_part_is_in_one_group(
        holders in proptest::collection::vec((1_i64..6, 0_i64..30, proptest::option::of(0_u8..5), any::<bool>()), 0..30),
    ) {
        let people: Vec<Somebody> = (1..5).map(|person| somebody(person, if person == 4 { 0 } else { 50 }, 500)).collect();
        let phases: Vec<OpenPhase> = holders.iter().zip(1..).map(|((holder, points, siblings, locked), id)| OpenPhase {
            siblings: siblings.map(|siblings| siblings.to_string()),
            locked: *locked,
            ..phase(id, Some(*holder), *points)
        }).collect();
        let question = composed(Occasion::Over, &people, &phases);
        let mut grouped: Vec<i64> = question.groups.iter().flat_map(|group| group.phases.clone()).collect();
        grouped.sort_unstable();
        let expected: Vec<i64> = phases.iter().filter(|phase| phase.holder.is_some_and(|holder| holder <= 3)).map(|phase| phase.id).collect();
        prop_assert_eq!(grouped, expected);
        for group in &question.groups {
            prop_assert!(group.allowed.is_sorted() && group.locked == group.allowed.is_empty());
        }
    }
}
