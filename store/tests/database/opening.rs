//! Opening the database, and what happens when it cannot be opened or goes away.

use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use crate::support::{Fresh, SmallDisk, add_unit, anna, count, fresh_sqlite, on_both, on_both_empty, write_unit};
use store::dispatch::Engine;
use store::{Store, StoreError, Value, schema, statements};

const UNITS: &str = "SELECT COUNT(*) FROM unit";

#[tokio::test]
async fn every_statement_is_understood_by_both_engines() {
    on_both(async |fresh| {
        let mut reading = fresh.open().await.read(&anna()).await.expect("reads");
        let mut tried = 0;
        for sql in statements::ALL.iter().copied().flatten() {
            let prepared = reading.prepare(sql).await;
            assert!(prepared.is_ok(), "{sql} on {:?}: {prepared:?}", fresh.engine);
            tried += 1;
        }
        assert!(tried >= 7, "only {tried} statements");
    })
    .await;
}

/// Not a test of its own: the one below starts it several times at once, each a process of its own.
#[tokio::test]
#[ignore = "run in processes of its own by programs_that_start_at_once_on_an_empty_database_all_get_it_ready"]
async fn opens_the_database_and_adds_a_unit() {
    let url = std::env::var("STORE_TEST_URL").expect("the address");
    let store = Store::open(&url).await.expect("opens");
    add_unit(&store, &format!("process {}", std::process::id())).await;
}

fn another_process(url: &str) -> Child {
    Command::new(std::env::current_exe().expect("this program"))
        .args(["--ignored", "--exact", "opening::opens_the_database_and_adds_a_unit"])
        .env("STORE_TEST_URL", url)
        .stdout(Stdio::piped())
        .spawn()
        .expect("starts")
}

#[tokio::test]
async fn programs_that_start_at_once_on_an_empty_database_all_get_it_ready() {
    for _ in 0..3 {
        on_both_empty(async |fresh| {
            let processes: Vec<Child> = (0..4).map(|_| another_process(&fresh.url)).collect();
            let tasks: Vec<_> = (0..4)
                .map(|number| {
                    let url = fresh.url.clone();
                    tokio::spawn(async move {
                        let store = Store::open(&url).await.expect("opens");
                        add_unit(&store, &format!("task {number}")).await;
                    })
                })
                .collect();
            for task in tasks {
                task.await.expect("gets ready");
            }
            for process in processes {
                let output = process.wait_with_output().expect("ends");
                assert!(
                    output.status.success(),
                    "{:?}: {}",
                    fresh.engine,
                    String::from_utf8_lossy(&output.stdout)
                );
            }
            let store = fresh.open().await;
            assert_eq!(count(&store, UNITS).await, 8);
            assert_eq!(store.verify_log().await.expect("unbroken").entries, 8);
        })
        .await;
    }
}

#[tokio::test]
async fn a_database_of_a_newer_version_is_refused_with_both_versions() {
    on_both(async |fresh| {
        let sql = "INSERT INTO schema_version (version, title) VALUES (99, 'later')";
        fresh.behind_the_back(sql).await;
        let refused = Store::open(&fresh.url).await;
        assert!(
            matches!(
                refused,
                Err(StoreError::NewerVersion {
                    found: 99,
                    known: schema::VERSION
                })
            ),
            "{refused:?}"
        );
    })
    .await;
}

/// What later versions added, taken away again: the first version's shape stays.
const BACK_TO_THE_FIRST: &str = "DROP TABLE calendar_feed; DROP TABLE case_event; DROP TABLE rebalance_phase; DROP TABLE rebalance_move; DROP TABLE rebalance_way; DROP TABLE rebalance_person; \
     DROP TABLE rebalance_plan; DROP INDEX case_file_sibling_group; DROP TABLE allocation_answer; DROP TABLE allocation; DROP TABLE case_need; DROP TABLE person_fact; DROP TABLE request_key; DROP TABLE token; DROP TABLE openid_log_out; DROP TABLE openid_role; DROP TABLE openid_session; \
     DROP TABLE openid_subject; DROP TABLE openid_attempt; DROP TABLE import_outcome; DROP TABLE import_mapping; DROP TABLE adoption; DROP TABLE weight_model_draft; \
     DROP TABLE setting; DROP TABLE access_draw; DROP TABLE unit_place; ALTER TABLE unit DROP COLUMN ended; DROP INDEX event_action; \
     DROP INDEX event_at; DROP TABLE agreed_action; DROP TABLE dialogue; DROP TABLE factor_remark; DROP TABLE measurement; \
     DROP TABLE action_kind; DROP TABLE access_review; DROP TABLE look; DROP TABLE sign_in; DROP TABLE sign_in_attempt; \
     DROP TABLE recovery_code; DROP TABLE account_role; DROP TABLE account; DROP INDEX employment_unit; DROP INDEX phase_unit; DROP INDEX person_name; \
     DELETE FROM schema_version WHERE version > 1";

/// The version as the first builds kept it.
const AS_THE_FIRST_BUILDS: &str = "DROP TABLE schema_version; \
     CREATE TABLE _sqlx_migrations (version BIGINT PRIMARY KEY, description TEXT NOT NULL); \
     INSERT INTO _sqlx_migrations (version, description) VALUES (1, 'tyngdpunkt foundations')";

#[tokio::test]
async fn a_database_of_the_first_version_is_brought_to_this_one_without_loss() {
    brought_to_this_version("SELECT 1").await;
}

#[tokio::test]
async fn a_database_of_the_first_builds_is_brought_to_this_version_without_loss() {
    brought_to_this_version(AS_THE_FIRST_BUILDS).await;
}

async fn brought_to_this_version(older: &str) {
    on_both(async |fresh| {
        let store = fresh.open().await;
        crate::people::municipality(&store).await;
        let before = store.verify_log().await.expect("unbroken");
        store.close().await;
        fresh.behind_the_back(BACK_TO_THE_FIRST).await;
        fresh.behind_the_back(older).await;
        let store = fresh.open().await;
        assert_eq!(store.verify_log().await.expect("unbroken"), before);
        assert_eq!(count(&store, "SELECT COUNT(*) FROM assignment").await, 3);
        let loads = crate::scene::case_points(&store, crate::scene::FIRST).await;
        let numbers: Vec<&str> = loads.iter().map(|(number, _)| number.as_str()).collect();
        assert_eq!(numbers, ["1001", "1002", "1003"]);
        assert!(loads.iter().all(|(_, points)| *points > 0.0), "{loads:?}");
        assert_eq!(
            count(&store, "SELECT MAX(version) FROM schema_version").await,
            schema::VERSION
        );
        crate::people::somebody(&store, "worker", Some("1001"), &[]).await;
    })
    .await;
}

#[tokio::test]
async fn somebody_elses_database_is_refused_and_left_alone() {
    on_both_empty(async |fresh| {
        fresh.behind_the_back("CREATE TABLE recipe (id INTEGER)").await;
        let refused = Store::open(&fresh.url).await;
        assert!(matches!(refused, Err(StoreError::NotTyngdpunkt { .. })), "{refused:?}");
        fresh.behind_the_back("INSERT INTO recipe VALUES (1)").await;
    })
    .await;
}

#[tokio::test]
async fn what_is_no_database_is_said_to_be_none() {
    let fresh = fresh_sqlite();
    let text = fresh.folder().join("cases.csv");
    std::fs::write(&text, "reference;type\n".repeat(400)).expect("writes");
    let refused = Store::open(text.to_str().expect("a path")).await;
    assert!(matches!(refused, Err(StoreError::NotTyngdpunkt { .. })), "{refused:?}");
    assert!(
        std::fs::read_to_string(&text)
            .expect("still there")
            .starts_with("reference;type")
    );

    for address in [
        fresh.folder().to_str().expect("a path"),
        "/no/such/folder/test.db",
        "mysql://somewhere/else",
        "postgres://anna:secret@127.0.0.1:1/none",
    ] {
        match Store::open(address).await {
            Err(error @ StoreError::CannotOpen { .. }) => assert!(!error.to_string().contains("secret"), "{error}"),
            other => panic!("{address}: {other:?}"),
        }
    }
}

#[tokio::test]
async fn a_cut_off_database_file_is_said_to_be_damaged() {
    let fresh = fresh_sqlite();
    let store = fresh.open().await;
    for number in 0..200 {
        add_unit(&store, &format!("unit {number}")).await;
    }
    store.close().await;
    let path = path_of(&fresh);
    let whole = std::fs::read(&path).expect("reads");
    std::fs::write(&path, &whole[..whole.len() / 2]).expect("cuts");
    let found = async { Store::open(&fresh.url).await?.verify_log().await }.await;
    assert!(matches!(found, Err(StoreError::Corrupt { .. })), "{found:?}");
}

fn path_of(fresh: &Fresh) -> PathBuf {
    PathBuf::from(fresh.url.strip_prefix("sqlite:").expect("a file"))
}

#[tokio::test]
async fn a_plain_path_and_a_database_in_memory_can_be_used() {
    let fresh = fresh_sqlite();
    for address in [path_of(&fresh).to_str().expect("a path"), "sqlite::memory:"] {
        let store = Store::open(address).await.expect("opens");
        add_unit(&store, "south").await;
        add_unit(&store, "north").await;
        assert_eq!(count(&store, UNITS).await, 2, "{address}");
        assert_eq!(store.verify_log().await.expect("unbroken").entries, 2);
    }
}

#[tokio::test]
async fn a_lost_connection_in_the_middle_stores_nothing_and_the_next_writer_goes_on() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        add_unit(&store, "south").await;
        let mut writing = store.begin(&anna()).await.expect("begins");
        write_unit(&mut writing, "north").await;
        if fresh.engine == Engine::Postgres {
            let all_others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
                 WHERE datname = current_database() AND pid <> pg_backend_pid()";
            fresh.behind_the_back(all_others).await;
            let lost = writing.commit().await;
            assert!(matches!(lost, Err(StoreError::ConnectionLost { .. })), "{lost:?}");
        } else {
            drop(writing);
        }
        assert_eq!(count(&store, UNITS).await, 1);
        add_unit(&store, "north").await;
        assert_eq!(store.verify_log().await.expect("unbroken").entries, 2);
    })
    .await;
}

#[tokio::test]
async fn a_full_disk_stores_nothing_half_and_writing_goes_on_when_there_is_room() {
    let disk = SmallDisk::new("2m");
    let store = Store::open(disk.path().join("test.db").to_str().expect("a path"))
        .await
        .expect("opens");
    let mut stored = 0;
    let error = loop {
        let mut writing = store.begin(&anna()).await.expect("begins");
        write_unit(&mut writing, &format!("unit {stored}")).await;
        let long = "x".repeat(100_000);
        let recorded = writing.record("import", "batch", &long).await;
        let ended = match recorded {
            Ok(_) => writing.commit().await,
            Err(error) => Err(error),
        };
        match ended {
            Ok(_) => stored += 1,
            Err(error) => break error,
        }
        assert!(stored < 100, "ten megabytes do not fit into two");
    };
    assert!(matches!(error, StoreError::DiskFull), "{error:?}");
    assert!(stored > 0);
    assert_eq!(count(&store, UNITS).await, stored);
    assert_eq!(store.verify_log().await.expect("unbroken").entries, stored * 2);

    disk.mount(&["-o", "remount,size=16m"]);
    add_unit(&store, "at last").await;
    assert_eq!(store.verify_log().await.expect("unbroken").entries, stored * 2 + 1);
    store.close().await;
}

#[tokio::test]
async fn a_read_only_database_can_be_read_and_writing_says_why_not() {
    let disk = SmallDisk::new("8m");
    let address = disk.path().join("test.db");
    let address = address.to_str().expect("a path");
    let store = Store::open(address).await.expect("opens");
    add_unit(&store, "south").await;
    store.close().await;
    let only_reading = async |how: &str| {
        let store = Store::open(address).await.expect("opens");
        assert_eq!(count(&store, UNITS).await, 1, "{how}");
        assert_eq!(store.verify_log().await.expect("unbroken").entries, 1, "{how}");
        let refused = store.begin(&anna()).await;
        assert!(matches!(refused, Err(StoreError::ReadOnly)), "{how}: {refused:?}");
        store.close().await;
    };
    let mut permissions = std::fs::metadata(address).expect("is there").permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(address, permissions).expect("may be set");
    only_reading("the file").await;
    disk.mount(&["-o", "remount,ro"]);
    only_reading("the whole disk").await;
}

#[tokio::test]
async fn values_come_back_as_they_went_in_also_in_bulk() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let odd = [
            "\\N",
            "tab\there",
            "line\nbreak\r",
            "a\\b",
            "",
            "\u{e5}\u{e4}\u{f6} \u{1f4d6}",
            "\"quoted\"; DROP TABLE unit",
        ];
        let an_odd = |id: i64| odd[usize::try_from(id).expect("small") % odd.len()];
        let since = jiff::civil::date(1998, 2, 28);
        let mut writing = store.begin(&anna()).await.expect("begins");
        let first = writing.next_ids(1000).expect("ids");
        let text: Vec<String> = (0..1000)
            .map(|number| format!("{number} {}", odd[number % odd.len()]))
            .collect();
        let rows = text.iter().zip(first..).map(|(text, id)| {
            let email = if id % 2 == 0 { Value::Null } else { an_odd(id).into() };
            [id.into(), text.into(), "name".into(), email, since.into()]
        });
        let columns = ["id", "number", "name", "email", "in_profession_since"];
        assert_eq!(writing.insert_many("person", columns, rows).await.expect("inserts"), 1000);
        writing.record("import", "people", &1000).await.expect("records");
        writing.commit().await.expect("commits");

        let mut reading = store.read(&anna()).await.expect("reads");
        let sql = "SELECT id, number, email, in_profession_since FROM person ORDER BY id";
        let mut expected = first;
        reading
            .for_each(sql, &[], |row| {
                assert_eq!(row.get::<i64>(0)?, expected);
                let number = usize::try_from(expected - first).expect("small");
                assert_eq!(row.get::<&str>(1)?, text[number]);
                let email = (expected % 2 != 0).then(|| an_odd(expected));
                assert_eq!(row.get::<Option<&str>>(2)?, email);
                assert_eq!(row.get::<jiff::civil::Date>(3)?, since);
                expected += 1;
                Ok(())
            })
            .await
            .expect("reads");
        assert_eq!(expected, first + 1000);

        let wanted = store::value::keys(text[10..20].iter().map(String::as_str));
        let sql = "SELECT person.id FROM json_each($1) AS wanted JOIN person ON person.number = wanted.key ORDER BY person.id";
        let found = reading
            .fetch(sql, &[Value::Json(&wanted)], |row| row.get::<i64>(0))
            .await
            .expect("finds");
        assert_eq!(found, (first + 10..first + 20).collect::<Vec<_>>());
    })
    .await;
}

#[tokio::test]
async fn rows_that_contradict_themselves_or_others_are_refused_by_rule() {
    use store::error::Rule;
    on_both(async |fresh| {
        let store = fresh.open().await;
        add_unit(&store, "south").await;
        for (sql, rule) in [
            ("INSERT INTO unit (id, code, name) VALUES (77, 'south', 'x')", Rule::Unique),
            (
                "INSERT INTO duty (id, person, kind, started) VALUES (77, 999, 'mentor', '2026-01-01')",
                Rule::Reference,
            ),
            ("INSERT INTO unit (id, code) VALUES (77, 'x')", Rule::Check),
            (
                "INSERT INTO head (id, sequence, hash, next_id) SELECT 2, 0, hash, 1 FROM head",
                Rule::Check,
            ),
        ] {
            let mut writing = store.begin(&anna()).await.expect("begins");
            let refused = match writing.execute(sql, &[]).await {
                // References are checked at the end.
                Ok(_) => {
                    writing.record("add", "a row", sql).await.expect("records");
                    writing.commit().await.map(drop)
                }
                Err(error) => Err(error),
            };
            assert!(
                matches!(&refused, Err(StoreError::Refused { rule: found, .. }) if *found == rule),
                "{sql}: {refused:?}"
            );
        }
        let mut writing = store.begin(&anna()).await.expect("begins");
        writing
            .execute("INSERT INTO person (id, number, name) VALUES (5, 'p', 'p')", &[])
            .await
            .expect("inserts");
        let sql = "INSERT INTO duty (id, person, kind, started, until) VALUES (1, 5, 'mentor', '2026-02-01', '2026-01-31')";
        assert!(matches!(
            writing.execute(sql, &[]).await,
            Err(StoreError::Refused { rule: Rule::Check, .. })
        ));
    })
    .await;
}
