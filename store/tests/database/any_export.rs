//! What must hold for any two exports: each row is accepted or rejected, the same again changes nothing, the past stays, and the day of
//! the later export is as if nothing had been there before.

use jiff::civil::{Date, date};
use proptest::prelude::*;
use rules::amount::Share;
use rules::person::Extent;
use store::Store;
use store::import::record::{EmploymentRecord, PhaseRecord, Record};

use crate::scene::{FIRST, SECOND, case, children, codes, export, loads, phase, post, reduction, until};
use crate::support::on_both;

const PEOPLE: [&str; 3] = ["1001", "1002", "1003"];

/// What can change of a case from one export to the next.
#[derive(Debug, Clone)]
struct Held {
    main: Option<usize>,
    co: Option<(usize, Option<i64>)>,
    children: u32,
}

/// What can change of a person.
#[derive(Debug, Clone)]
struct Works {
    percent: i64,
    /// One unit, the other, or both.
    unit: usize,
    absent: i64,
}

#[derive(Debug, Clone)]
struct Two {
    cases: Vec<(u8, Held, Held, Option<u8>)>,
    people: Vec<(Works, Works)>,
    /// Rows of the later export that are wrong: who is unknown, and which case comes again.
    unknown: u8,
    again: usize,
}

fn held() -> impl Strategy<Value = Held> {
    let co = proptest::option::of((0..PEOPLE.len(), proptest::option::of(1..100_i64)));
    (proptest::option::of(0..PEOPLE.len()), co, 0..4_u32).prop_map(|(main, co, children)| Held { main, co, children })
}

fn works() -> impl Strategy<Value = Works> {
    (1..=4_i64, 0..3_usize, 1..=3_i64).prop_map(|(quarters, unit, absent)| Works {
        percent: quarters * 25,
        unit,
        absent: absent * 25,
    })
}

fn two() -> impl Strategy<Value = Two> {
    let case = (0..70_u8, held(), held(), proptest::option::of(0..30_u8));
    let people = proptest::collection::vec((works(), works()), PEOPLE.len());
    (proptest::collection::vec(case, 1..6), people, 0..3_u8, 0..6_usize).prop_map(|(cases, people, unknown, again)| Two {
        cases,
        people,
        unknown,
        again,
    })
}

fn days_after(day: Date, days: u8) -> Date {
    day.checked_add(jiff::Span::new().days(i64::from(days))).expect("a day")
}

fn person(number: &str, works: &Works) -> Vec<Record> {
    let part = |unit: &str, percent: i64| {
        Record::Employment(EmploymentRecord {
            unit: Some(unit.to_owned()),
            extent: Extent::OfFullTime(Share::from_millionths(percent * 10_000)),
            ..post(number)
        })
    };
    let mut rows = match works.unit {
        0 => vec![part("south", works.percent)],
        1 => vec![part("north", works.percent)],
        _ => vec![part("south", works.percent), part("north", 10)],
    };
    let lasting = until(date(2026, 8, 1), date(2027, 8, 1));
    rows.push(reduction(number, "absence", Some(works.absent), lasting));
    rows
}

fn held_case(number: usize, start: u8, held: &Held, end: Option<u8>) -> Record {
    let begun = days_after(date(2026, 8, 20), start);
    let share =
        |(who, share): (usize, Option<i64>)| (PEOPLE[who].into(), share.map(|share| Share::from_millionths(share * 10_000)));
    Record::Phase(PhaseRecord {
        period: match end {
            Some(days) => until(begun, days_after(SECOND, days)),
            None => rules::period::Period::since(begun),
        },
        main: held.main.map(|who| PEOPLE[who].into()),
        co: held.co.into_iter().map(share).collect(),
        effort: children(held.children),
        ..phase(&format!("R-{number}"), "")
    })
}

fn exports(two: &Two) -> (Vec<Record>, Vec<Record>) {
    let (mut first, mut second) = (Vec::new(), Vec::new());
    for (number, (before, after)) in PEOPLE.iter().zip(&two.people) {
        first.extend(person(number, before));
        second.extend(person(number, after));
    }
    for (number, (start, before, after, end)) in two.cases.iter().enumerate() {
        first.push(held_case(number, *start, before, None));
        second.push(held_case(number, *start, after, *end));
    }
    (first, second)
}

async fn check(store: &Store, two: &Two) {
    let (first, mut second) = exports(two);
    export(store, FIRST, &first).await.expect("comes in");
    let days = [date(2026, 8, 25), FIRST, date(2026, 11, 10), date(2026, 11, 29)];
    let mut before = Vec::new();
    for day in days {
        before.push(loads(store, day).await);
    }

    let right = second.len() as u64;
    let again = second.len() - 1 - two.again % two.cases.len();
    second.push(second[again].clone());
    second.extend((0..two.unknown).map(|number| case(&format!("X-{number}"), "9999")));
    let summary = export(store, SECOND, &second).await.expect("comes in");
    assert_eq!(summary.accepted, right);
    let mut expected = vec![(right + 1, "contradiction")];
    expected.extend((0..u64::from(two.unknown)).map(|number| (right + 2 + number, "unknown_worker")));
    assert_eq!(codes(&summary.rejected), expected);
    assert!(summary.gone_people.is_empty() && summary.gone_phases.is_empty());
    for (day, before) in days.iter().zip(&before) {
        assert_eq!(&loads(store, *day).await, before, "{day} lies before the later export");
    }

    let alone = Store::open("sqlite::memory:").await.expect("opens");
    export(&alone, SECOND, &second).await.expect("comes in");
    let later = [SECOND, date(2026, 12, 10), date(2027, 3, 1)];
    for round in ["once", "twice"] {
        for day in later {
            assert_eq!(loads(store, day).await, loads(&alone, day).await, "{day}, {round}");
        }
        let same = export(store, SECOND, &second).await.expect("comes in");
        assert!(!same.changed, "the same export again changes nothing");
    }
    store.verify_log().await.expect("unbroken");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 200, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn any_export_after_any_other_moves_what_changed_and_nothing_else(two in two()) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(on_both(async |fresh| check(&fresh.open().await, &two).await));
    }
}
