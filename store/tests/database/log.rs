//! The event log keeps what was done, in order, and shows every later change to it.

use crate::support::{Fresh, add_unit, anna, bo, count, noon, on_both, write_unit};
use store::StoreError;
use store::database::Store;
use store::dispatch::Engine;
use store::log::{Broken, Why};

#[tokio::test]
async fn every_change_is_in_the_log_with_who_when_what_and_before_and_after() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        assert_eq!(add_unit(&store, "south").await, 1);
        assert_eq!(add_unit(&store, "north").await, 2);
        let verified = store.verify_log().await.expect("unbroken");
        assert_eq!((verified.entries, verified.erased), (2, 0));
        let events = store.log(&anna(), 2, 10).await.expect("reads");
        let [event] = events.as_slice() else {
            panic!("one entry from 2 on: {events:?}")
        };
        assert_eq!((event.sequence, event.at), (2, noon()));
        assert_eq!(
            (event.actor.as_str(), event.action.as_str(), event.subject.as_str()),
            ("anna", "add", "unit north")
        );
        assert_eq!(event.details.as_deref(), Some(r#"{"after":"north"}"#));
        assert_eq!(store.log(&anna(), 1, 1).await.expect("reads").len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_change_without_an_entry_is_not_stored() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let mut writing = store.begin(&anna()).await.expect("begins");
        writing
            .execute("INSERT INTO unit (id, code, name) VALUES (1, 'a', 'a')", &[])
            .await
            .expect("inserts");
        assert!(matches!(writing.commit().await, Err(StoreError::Unrecorded { changes: 1 })));
        assert_eq!(count(&store, "SELECT COUNT(*) FROM unit").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_transaction_that_is_dropped_leaves_no_trace() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        add_unit(&store, "south").await;
        let mut writing = store.begin(&anna()).await.expect("begins");
        write_unit(&mut writing, "north").await;
        drop(writing);
        assert_eq!(count(&store, "SELECT COUNT(*) FROM unit").await, 1);
        assert_eq!(store.verify_log().await.expect("unbroken").entries, 1);
        add_unit(&store, "east").await;
        assert_eq!(store.verify_log().await.expect("unbroken").entries, 2);
    })
    .await;
}

#[tokio::test]
async fn entries_cannot_be_changed_or_removed_only_their_details_erased() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        add_unit(&store, "south").await;
        for sql in [
            "UPDATE event SET actor = 'bo'",
            "UPDATE event SET details = '{}'",
            "UPDATE event SET details = NULL, actor = 'bo'",
            "DELETE FROM event",
        ] {
            let mut writing = store.begin(&bo()).await.expect("begins");
            let refused = writing.execute(sql, &[]).await;
            assert!(
                matches!(
                    refused,
                    Err(StoreError::Refused {
                        rule: store::error::Rule::AppendOnly,
                        ..
                    })
                ),
                "{sql}: {refused:?}"
            );
        }
        let mut writing = store.begin(&bo()).await.expect("begins");
        writing
            .execute("UPDATE event SET details = NULL WHERE sequence = 1", &[])
            .await
            .expect("erases");
        writing.record("erase", "event 1", "asked for").await.expect("records");
        writing.commit().await.expect("commits");
        let verified = store.verify_log().await.expect("unbroken");
        assert_eq!((verified.entries, verified.erased), (2, 1));
    })
    .await;
}

/// What somebody with the database's password can do: take the triggers away first.
fn without_triggers(engine: Engine, sql: &str) -> String {
    match engine {
        Engine::Sqlite => format!("DROP TRIGGER event_not_changed; DROP TRIGGER event_not_deleted; {sql}"),
        Engine::Postgres => format!("ALTER TABLE event DISABLE TRIGGER USER; {sql}"),
    }
}

const EXCHANGED: &str = "UPDATE event SET sequence = 99 WHERE sequence = 3; UPDATE event SET sequence = 3 WHERE sequence = 4; \
         UPDATE event SET sequence = 4 WHERE sequence = 99";

const PUT_IN: &str = "UPDATE event SET sequence = 99 WHERE sequence = 5; UPDATE event SET sequence = 5 WHERE sequence = 4; \
         UPDATE event SET sequence = 6 WHERE sequence = 99; INSERT INTO event SELECT 4, at, actor, action, subject, details, \
         details_hash, previous, hash FROM event WHERE sequence = 3; UPDATE head SET sequence = 6";

/// What is done, by which statements, and where and how it is found.
const MANIPULATIONS: &[(&str, &str, i64, Why)] = &[
    (
        "the first one's actor",
        "UPDATE event SET actor = 'bo' WHERE sequence = 1",
        1,
        Why::Changed,
    ),
    (
        "the action",
        "UPDATE event SET action = 'bo' WHERE sequence = 3",
        3,
        Why::Changed,
    ),
    (
        "the subject",
        "UPDATE event SET subject = 'bo' WHERE sequence = 3",
        3,
        Why::Changed,
    ),
    (
        "the moment",
        "UPDATE event SET at = at + 1 WHERE sequence = 5",
        5,
        Why::Changed,
    ),
    (
        "a letter moved to the next field",
        "UPDATE event SET actor = 'ann', action = 'aadd' WHERE sequence = 2",
        2,
        Why::Changed,
    ),
    (
        "the details",
        "UPDATE event SET details = '{}' WHERE sequence = 3",
        3,
        Why::DetailsChanged,
    ),
    (
        "the details' hash",
        "UPDATE event SET details_hash = hash WHERE sequence = 3",
        3,
        Why::Changed,
    ),
    (
        "the own hash",
        "UPDATE event SET hash = details_hash WHERE sequence = 3",
        3,
        Why::Changed,
    ),
    (
        "the hash before",
        "UPDATE event SET previous = hash WHERE sequence = 3",
        3,
        Why::NotFollowing,
    ),
    ("one removed", "DELETE FROM event WHERE sequence = 3", 3, Why::Missing),
    ("the first removed", "DELETE FROM event WHERE sequence = 1", 1, Why::Missing),
    ("the end cut off", "DELETE FROM event WHERE sequence >= 4", 4, Why::Missing),
    ("all removed", "DELETE FROM event", 1, Why::Missing),
    (
        "one removed and the gap closed",
        "DELETE FROM event WHERE sequence = 3; UPDATE event SET sequence = 3 WHERE sequence = 4; \
          UPDATE event SET sequence = 4 WHERE sequence = 5; UPDATE head SET sequence = 4",
        3,
        Why::NotFollowing,
    ),
    (
        "the end cut off and the head moved",
        "DELETE FROM event WHERE sequence = 5; UPDATE head SET sequence = 4",
        4,
        Why::OtherHead,
    ),
    (
        "one put at the end",
        "INSERT INTO event SELECT 6, at, actor, action, subject, details, details_hash, previous, hash \
          FROM event WHERE sequence = 5",
        6,
        Why::PastTheEnd,
    ),
    ("one put in", PUT_IN, 4, Why::NotFollowing),
    ("two exchanged", EXCHANGED, 3, Why::NotFollowing),
    (
        "the head's hash",
        "UPDATE head SET hash = (SELECT details_hash FROM event WHERE sequence = 1)",
        5,
        Why::OtherHead,
    ),
];

#[tokio::test]
async fn every_manipulation_of_the_log_is_found_at_its_entry() {
    for &(what, sql, sequence, why) in MANIPULATIONS {
        let manipulated = async |fresh: &Fresh| {
            let store = fresh.open().await;
            for code in ["a", "b", "c", "d", "e"] {
                add_unit(&store, code).await;
            }
            fresh.behind_the_back(&without_triggers(fresh.engine, sql)).await;
            match store.verify_log().await {
                Err(StoreError::LogBroken(found)) => assert_eq!(found, Broken { sequence, why }, "{what}, {:?}", fresh.engine),
                other => panic!("{what} was not found on {:?}: {other:?}", fresh.engine),
            }
        };
        on_both(manipulated).await;
    }
}

#[tokio::test]
async fn eight_writers_at_once_keep_the_chain_and_share_no_id() {
    on_both(async |fresh| {
        let mut writers = Vec::new();
        for writer in 0..8 {
            // Every other one has a store of its own, as another process would.
            let store = if writer % 2 == 0 {
                fresh.open().await
            } else {
                Store::open(&fresh.url).await.expect("opens")
            };
            writers.push(tokio::spawn(async move {
                for number in 0..50 {
                    add_unit(&store, &format!("{writer}-{number}")).await;
                }
            }));
        }
        for writer in writers {
            writer.await.expect("writes");
        }
        let store = fresh.open().await;
        assert_eq!(store.verify_log().await.expect("unbroken").entries, 400);
        assert_eq!(count(&store, "SELECT COUNT(DISTINCT id) FROM unit").await, 400);
    })
    .await;
}

#[tokio::test]
async fn the_log_is_read_from_the_latest_on_by_kind_actor_and_moment_and_a_check_is_noted_in_it() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        for code in ["south", "north", "west"] {
            add_unit(&store, code).await;
        }
        let all = store::log::LogFilter {
            before: i64::MAX,
            from: jiff::Timestamp::UNIX_EPOCH,
            until: jiff::Timestamp::MAX,
            action: String::new(),
            actor: String::new(),
        };
        let asked = async |filter: &store::log::LogFilter| {
            let mut reading = store.read(&anna()).await.expect("reads");
            let events = reading.latest_events(filter, 2).await.expect("reads");
            events.into_iter().map(|event| event.sequence).collect::<Vec<_>>()
        };
        assert_eq!(asked(&all).await, [3, 2]);
        let older = store::log::LogFilter {
            before: 2,
            ..all.clone()
        };
        assert_eq!(asked(&older).await, [1]);
        for (filter, expected) in [
            (
                store::log::LogFilter {
                    action: "add".to_owned(),
                    ..older.clone()
                },
                vec![1],
            ),
            (
                store::log::LogFilter {
                    action: "other".to_owned(),
                    ..all.clone()
                },
                vec![],
            ),
            (
                store::log::LogFilter {
                    actor: "bo".to_owned(),
                    ..all.clone()
                },
                vec![],
            ),
            (
                store::log::LogFilter {
                    until: noon(),
                    ..all.clone()
                },
                vec![],
            ),
            (
                store::log::LogFilter {
                    from: noon(),
                    ..older.clone()
                },
                vec![1],
            ),
        ] {
            assert_eq!(asked(&filter).await, expected, "{filter:?}");
        }
        let checked = store.check_log(&anna()).await.expect("checks");
        assert_eq!((checked.entries, checked.broken), (Some(3), None));
        let mut reading = store.read(&anna()).await.expect("reads");
        assert_eq!(reading.last_log_check().await.expect("asks"), Some(checked));
        assert_eq!(reading.event_actions().await.expect("asks"), ["add", "log.verify"]);
        drop(reading);
        let drop_trigger = match fresh.engine {
            Engine::Sqlite => "DROP TRIGGER event_not_changed",
            Engine::Postgres => "DROP TRIGGER event_not_changed ON event",
        };
        fresh.behind_the_back(drop_trigger).await;
        fresh
            .behind_the_back("UPDATE event SET subject = 'unit east' WHERE sequence = 2")
            .await;
        let checked = store.check_log(&anna()).await.expect("a broken log is no error");
        assert_eq!((checked.entries, checked.broken), (None, Some(2)));
    })
    .await;
}
