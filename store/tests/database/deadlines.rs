//! What happens on cases is recorded, withdrawn and imported, and the clocks follow.

use std::sync::LazyLock;

use jiff::civil::{Date, date};
use rules::access::Role;
use rules::deadline::{Clock, Followed, Law, Problem, State, Withdrawal};
use store::deadline::{CaseDeadlines, DeadlineError, NewEvent, Question};
use store::import::record::{EventRecord, Record};
use store::session::Token;
use store::{Store, StoreError, Viewer};

use crate::people::{grant, municipality, somebody};
use crate::scene::{FIRST, accept, codes, export, with};
use crate::support::{noon, on_both};

const DAY: Date = date(2026, 10, 31);

static FOLLOWED: LazyLock<Followed> = LazyLock::new(Followed::default);

/// A case of the worker's, in south, opened for investigation on 1 July 2026: four months end on 1 November 2026.
async fn two(store: &Store) -> [Viewer; 2] {
    municipality(store).await;
    let investigation = with("D-1", |phase| {
        phase.main = Some("1001".into());
        phase.phase = Some("utredning".into());
        phase.unit = Some("south".into());
        phase.received = None;
        phase.period = rules::period::Period::since(date(2026, 7, 1));
    });
    accept(store, FIRST, &[investigation]).await;
    [
        somebody(store, "worker", Some("1001"), &[grant(Role::Caseworker, Some("south"))]).await,
        somebody(store, "other", Some("1003"), &[grant(Role::Supervisor, Some("north"))]).await,
    ]
}

async fn read<'l>(store: &Store, viewer: &Viewer, law: &'l Law, day: Date) -> Option<CaseDeadlines<'l>> {
    let question = Question {
        law,
        followed: &FOLLOWED,
        day,
    };
    let mut reading = store.read(viewer).await.expect("reads");
    let found = reading.case_deadlines(question, "D-1").await.expect("reads");
    reading.close().await.expect("closes");
    found
}

fn investigation<'c, 'l>(found: &'c CaseDeadlines<'l>) -> &'c Clock<'l> {
    let mut clocks = found.of.clocks.iter();
    clocks
        .find(|clock| clock.duty.id == "investigation")
        .expect("an investigation")
}

fn event(kind: &str, on: Option<Date>, until: Option<Date>) -> NewEvent {
    NewEvent {
        kind: kind.to_owned(),
        on,
        duty: None,
        until,
    }
}

#[tokio::test]
async fn an_extension_moves_the_clock_until_it_is_withdrawn_and_only_its_own_people_can_record_it() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let [worker, other] = two(&store).await;
        let law = Law::shipped().expect("the law");
        let before = read(&store, &worker, &law, DAY).await.expect("is seen");
        assert_eq!(investigation(&before).last, Some(date(2026, 11, 1)));
        let extension = event("extension-decided", Some(date(2026, 10, 20)), Some(date(2026, 12, 15)));
        let hidden = store.add_event(&other, &law, "D-1", &extension).await;
        assert!(
            matches!(hidden, Err(DeadlineError::Store(StoreError::NotThere))),
            "{hidden:?}"
        );
        assert!(read(&store, &other, &law, DAY).await.is_none());
        let id = store.add_event(&worker, &law, "D-1", &extension).await.expect("is recorded");
        let twice = store.add_event(&worker, &law, "D-1", &extension).await;
        assert!(matches!(twice, Err(DeadlineError::Twice)), "{twice:?}");
        let extended = read(&store, &worker, &law, DAY).await.expect("is seen");
        assert_eq!(investigation(&extended).last, Some(date(2026, 12, 15)));
        let withdrawn = store.withdraw_event(&worker, &law, id, Withdrawal::WrongDay).await;
        assert_eq!(withdrawn.expect("is withdrawn"), "D-1");
        let again = store.withdraw_event(&worker, &law, id, Withdrawal::WrongDay).await;
        assert!(matches!(again, Err(DeadlineError::Withdrawn)), "{again:?}");
        let after = read(&store, &worker, &law, DAY).await.expect("is seen");
        assert_eq!(investigation(&after).last, Some(date(2026, 11, 1)));
        assert!(after.events[0].withdrawn.is_some(), "it stays to be seen");
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_right_is_refused_and_stores_nothing() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let [worker, _] = two(&store).await;
        let law = Law::shipped().expect("the law");
        let (before, after) = (date(2026, 10, 1), date(2026, 11, 2));
        for (wrong, expected) in [
            (event("no-such", Some(before), None), "no event"),
            (event("placed", None, None), "day is missing"),
            (event("placed", Some(date(2100, 1, 1)), None), "only what has happened"),
            (event("placed", Some(before), Some(after)), "only an extension"),
            (event("extension-decided", None, Some(after)), "day of the decision"),
            (event("extension-decided", Some(before), None), "until a certain day"),
            (event("extension-decided", Some(before), Some(before)), "cannot end"),
        ] {
            let refused = store.add_event(&worker, &law, "D-1", &wrong).await.expect_err("is refused");
            assert!(refused.to_string().contains(expected), "{refused}");
        }
        assert!(read(&store, &worker, &law, DAY).await.expect("is seen").events.is_empty());
    })
    .await;
}

#[tokio::test]
async fn an_imported_extension_without_its_decision_is_told_and_moves_no_clock() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let [worker, _] = two(&store).await;
        let extended = with("D-1", |phase| {
            phase.main = Some("1001".into());
            phase.phase = Some("utredning".into());
            phase.unit = Some("south".into());
            phase.received = None;
            phase.period = rules::period::Period::since(date(2026, 7, 1));
            phase.extended_to = Some(date(2026, 12, 31));
        });
        accept(&store, date(2026, 11, 30), &[extended]).await;
        let law = Law::shipped().expect("the law");
        let found = read(&store, &worker, &law, DAY).await.expect("is seen");
        assert_eq!(investigation(&found).last, Some(date(2026, 11, 1)));
        let until = Some(date(2026, 12, 31));
        assert!(found.of.problems.contains(&Problem::ExtensionWithoutDecision { until }));
    })
    .await;
}

#[tokio::test]
async fn a_day_that_has_passed_is_not_moved_silently_by_what_is_recorded_later() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let [worker, _] = two(&store).await;
        let law = Law::shipped().expect("the law");
        let late = date(2027, 1, 15);
        let passed = read(&store, &worker, &law, late).await.expect("is seen");
        assert!(matches!(investigation(&passed).state, State::Passed { .. }));
        let records = [Record::Event(EventRecord {
            reference: String::from("D-1"),
            kind: String::from("extension-decided"),
            on: date(2026, 10, 20),
            duty: None,
            until: Some(date(2027, 3, 1)),
        })];
        for _ in 0..2 {
            accept(&store, late, &records).await;
        }
        let after = read(&store, &worker, &law, late).await.expect("is seen");
        assert_eq!(after.events.len(), 1, "the same list again adds nothing");
        let told = format!("{:?}", investigation(&after).reckoning);
        assert!(told.contains("recorded_late: Some(2027-01-15)"), "{told}");
    })
    .await;
}

#[tokio::test]
async fn a_list_of_events_says_of_each_row_what_is_wrong() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        two(&store).await;
        let row = |reference: &str, kind: &str, on: Date| {
            Record::Event(EventRecord {
                reference: reference.to_owned(),
                kind: kind.to_owned(),
                on,
                duty: None,
                until: None,
            })
        };
        let records = [
            row("D-1", "placed", date(2026, 10, 1)),
            row("R-404", "placed", date(2026, 10, 1)),
            row("D-1", "no-such", date(2026, 10, 1)),
            row("D-1", "placed", date(2030, 1, 1)),
            row("D-1", "extension-decided", date(2026, 10, 1)),
        ];
        let done = export(&store, date(2026, 11, 30), &records).await.expect("is taken in");
        let told: Vec<&str> = codes(&done.rejected).into_iter().map(|(_, code)| code).collect();
        assert_eq!(told, ["unknown_case", "unknown_value", "after_export", "missing_value"]);
    })
    .await;
}

#[tokio::test]
async fn a_calendar_opens_with_its_secret_until_it_is_taken_away_and_a_new_one_takes_its_place() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let [worker, _] = two(&store).await;
        let (first, second) = (Token::new([1; 32]), Token::new([2; 32]));
        let is_open = async |secret: &Token| store.feed_viewer(secret, noon(), DAY).await.expect("reads").is_some();
        store.open_feed(&worker, &first).await.expect("is opened");
        assert!(is_open(&first).await && !is_open(&second).await);
        store.open_feed(&worker, &second).await.expect("is opened");
        assert!(!is_open(&first).await && is_open(&second).await);
        store.close_feed(&worker).await.expect("is closed");
        assert!(!is_open(&second).await);
    })
    .await;
}
