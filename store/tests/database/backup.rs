//! A backup holds everything, can be restored on either engine, and a file that is no whole backup is refused.

use std::path::Path;

use crate::support::{add_unit, anna, bo, count, fresh_sqlite, on_both, on_both_empty, raw};
use jiff::civil::date;
use store::backup::{Existing, backup, restore, tables};
use store::{Store, StoreError, Value};

/// One row in each table, with and without what may be missing.
async fn fill(store: &Store) {
    let mut writing = store.begin(&anna()).await.expect("begins");
    let first = writing.next_ids(100).expect("ids");
    // The unit above has the higher id.
    for sql in [
        "INSERT INTO unit (id, code, name) VALUES (9, 'all', 'All')",
        "INSERT INTO unit (id, code, name, parent) VALUES (8, 'south', 'South', 9)",
        "INSERT INTO person VALUES (10, 'A1', 'Anna', 'anna@example.se', 'socionom', '1998-02-28'), (11, 'B2', 'Bo', NULL, NULL, NULL)",
        "INSERT INTO person_alias VALUES ('anna', 10)",
        "INSERT INTO employment VALUES (12, 10, 8, 'title', 'caseworker', NULL, 1000000, NULL, '2020-01-01', '2020-01-01', NULL, NULL, FALSE), \
         (13, 11, NULL, NULL, 'other', 'permanent', NULL, 40000000, '2019-01-01', '2020-01-01', '2021-01-01', 'left', TRUE)",
        "INSERT INTO reduction VALUES (14, 10, 'absence', 500000, NULL, '2026-01-01', '2026-01-01', '2026-02-01', FALSE)",
        "INSERT INTO duty VALUES (15, 10, 'mentor', '2026-01-01', NULL)",
        "INSERT INTO support VALUES (16, 'interview', 10, 11, 3, '2026-03-01')",
        "INSERT INTO case_file VALUES (17, 'treserva', 'R-1', '2026-01-01', NULL)",
        "INSERT INTO effort VALUES (23, '{\"children\":2}'), (24, '{\"children\":3}')",
        "INSERT INTO phase VALUES (18, 17, 'child', 'investigation', 8, '2026-01-02', NULL, 23, NULL, NULL)",
        "INSERT INTO effort_change VALUES (18, '2026-02-01', 24)",
        "INSERT INTO assignment VALUES (19, 18, 10, 'main', NULL, '2026-01-02', NULL), (20, 18, 11, 'co', 300000, '2026-01-02', '2026-01-02')",
        "INSERT INTO weight_model VALUES (21, 'example', '1', '2026-01-01', 'text')",
        "INSERT INTO import_run VALUES (22, 'treserva', '2026-01-31', 12, 1)",
        "INSERT INTO account (id, name, display, person, password, created) VALUES (30, 'anna', 'Anna', 10, 'hash', 5), \
         (31, 'bo', 'Bo', NULL, NULL, 6)",
        "INSERT INTO account_role VALUES (32, 30, 'supervisor', 8, '2026-01-01', NULL)",
        "INSERT INTO recovery_code SELECT 33, 30, hash, NULL FROM head",
        "INSERT INTO sign_in_attempt VALUES ('account:1', 2, 3, 4)",
        "INSERT INTO sign_in SELECT 34, 30, hash, 1, 2, 3 FROM head",
        "INSERT INTO openid_attempt SELECT 'state', hash, 'nonce', 'verifier', '/help', 9 FROM head",
        "INSERT INTO openid_subject VALUES ('https://login.example', 'subject', 30, 10)",
        "INSERT INTO openid_session VALUES (34, 'https://login.example', 'subject', NULL, 'token')",
        "INSERT INTO openid_role VALUES (32)",
        "INSERT INTO openid_log_out VALUES ('https://login.example', 'token', 11)",
        "INSERT INTO access_review VALUES (35, 1, 1, 7, '[]', 'Nothing.', 'anna', 8)",
        "INSERT INTO measurement VALUES (36, 10, '2026-01-01', '2026-01-31', 'example', '1', 1, 2, 'over', '2026-01-05', TRUE, '{}', 4, -60, 'Much.', \
         '2026-01-31')",
        "INSERT INTO factor_remark VALUES (37, 36, 'R-1', 'children', 'wrong', NULL)",
        "INSERT INTO dialogue VALUES (38, 36, 1, 'Notes.', '2026-02-01', '2026-02-02', NULL)",
        "INSERT INTO agreed_action VALUES (39, 38, 'relief', 11, '2026-03-01', 'not_done', 'Ill.', '2026-03-02')",
        "INSERT INTO action_kind VALUES (40, 'relief', 'Avlastning', 'Relief', FALSE)",
    ] {
        writing.execute(sql, &[]).await.expect(sql);
    }
    let rows = (0..10_000).map(|number| [Value::from(first + 100 + number), "R".into(), Value::Null]);
    let names: Vec<String> = (0..10_000).map(|number| format!("R-{number}x")).collect();
    let rows = rows
        .zip(&names)
        .map(|([id, _, none], name)| [id, "lifecare".into(), name.into(), date(2024, 2, 29).into(), none]);
    writing.next_ids(10_000).expect("ids");
    let columns = ["id", "source", "reference", "received", "sibling_group"];
    writing.insert_many("case_file", columns, rows).await.expect("inserts");
    writing.record("import", "everything", "much").await.expect("records");
    let look = serde_json::json!({ "account": 30, "first": null, "last": null, "people": [11] });
    let event = writing.record("load.look", "load", &look).await.expect("records");
    writing
        .execute("INSERT INTO look VALUES ($1, 11)", &[event.into()])
        .await
        .expect("inserts");
    writing.commit().await.expect("commits");
    let mut writing = store.begin(&bo()).await.expect("begins");
    writing
        .execute("UPDATE event SET details = NULL WHERE sequence = 1", &[])
        .await
        .expect("erases");
    writing.record("erase", "event 1", "asked for").await.expect("records");
    writing.commit().await.expect("commits");
}

/// Every value of every table as text, in order.
async fn contents(store: &Store) -> Vec<String> {
    let mut reading = store.read(&anna()).await.expect("reads");
    let mut all = Vec::new();
    for sql in [
        "SELECT CAST(next_id AS TEXT) || '|' || CAST(sequence AS TEXT) FROM head",
        "SELECT CAST(sequence AS TEXT) || actor || action || subject || COALESCE(details, '-') || CAST(at AS TEXT) FROM event ORDER BY sequence",
        "SELECT CAST(id AS TEXT) || code || name || COALESCE(CAST(parent AS TEXT), '-') FROM unit ORDER BY id",
        "SELECT number || name || COALESCE(email, '-') || COALESCE(degree, '-') || COALESCE(CAST(in_profession_since AS TEXT), '-') \
         FROM person ORDER BY id",
        "SELECT alias || CAST(person AS TEXT) FROM person_alias",
        "SELECT role || COALESCE(CAST(unit AS TEXT), '-') || COALESCE(title, '-') || COALESCE(form, '-') || COALESCE(CAST(share AS TEXT), '-') \
         || COALESCE(CAST(hours AS TEXT), '-') || CAST(begun AS TEXT) || CAST(started AS TEXT) || COALESCE(CAST(until AS TEXT), '-') \
         || COALESCE(end_reason, '-') || CASE WHEN continued THEN 'continued' ELSE 'latest' END FROM employment ORDER BY id",
        "SELECT kind || CAST(share AS TEXT) || CAST(begun AS TEXT) || CAST(started AS TEXT) || CAST(until AS TEXT) FROM reduction",
        "SELECT kind || CAST(person AS TEXT) || CAST(started AS TEXT) FROM duty",
        "SELECT kind || CAST(helper AS TEXT) || CAST(owner AS TEXT) || CAST(pieces AS TEXT) || CAST(done_on AS TEXT) FROM support",
        "SELECT CAST(id AS TEXT) || source || reference || CAST(received AS TEXT) FROM case_file ORDER BY id",
        "SELECT CAST(case_file AS TEXT) || case_type || phase || CAST(unit AS TEXT) || CAST(started AS TEXT) || CAST(effort AS TEXT) FROM phase",
        "SELECT CAST(phase AS TEXT) || CAST(started AS TEXT) || CAST(effort AS TEXT) FROM effort_change",
        "SELECT CAST(id AS TEXT) || factors FROM effort ORDER BY id",
        "SELECT CAST(phase AS TEXT) || CAST(person AS TEXT) || part || COALESCE(CAST(share AS TEXT), '-') || COALESCE(CAST(until AS TEXT), '-') \
         FROM assignment ORDER BY id",
        "SELECT model || version || CAST(valid_from AS TEXT) || text FROM weight_model",
        "SELECT source || CAST(exported AS TEXT) || CAST(accepted AS TEXT) || CAST(rejected AS TEXT) FROM import_run",
        "SELECT CAST(id AS TEXT) || name || display || COALESCE(CAST(person AS TEXT), '-') || COALESCE(password, '-') || CAST(created AS TEXT) \
         FROM account ORDER BY id",
        "SELECT CAST(account AS TEXT) || role || CAST(unit AS TEXT) || CAST(started AS TEXT) FROM account_role",
        "SELECT CAST(account AS TEXT) || CAST(LENGTH(hash) AS TEXT) FROM recovery_code",
        "SELECT subject || CAST(failures AS TEXT) || CAST(last AS TEXT) || CAST(waits_until AS TEXT) FROM sign_in_attempt",
        "SELECT CAST(account AS TEXT) || CAST(LENGTH(hash) AS TEXT) || CAST(begun AS TEXT) || CAST(used AS TEXT) || CAST(ended AS TEXT) FROM sign_in",
        "SELECT state || CAST(LENGTH(browser) AS TEXT) || nonce || verifier || back_to || CAST(begun AS TEXT) FROM openid_attempt",
        "SELECT issuer || subject || CAST(account AS TEXT) || CAST(linked AS TEXT) FROM openid_subject",
        "SELECT CAST(sign_in AS TEXT) || issuer || subject || COALESCE(sid, '-') || id_token FROM openid_session",
        "SELECT CAST(account_role AS TEXT) FROM openid_role",
        "SELECT issuer || token || CAST(expires AS TEXT) FROM openid_log_out",
        "SELECT drawn || finding || reviewer || CAST(seed AS TEXT) || CAST(signed AS TEXT) FROM access_review",
        "SELECT CAST(person AS TEXT) || CAST(month AS TEXT) || model || band || CAST(over_since AS TEXT) || lines || CAST(rating AS TEXT) \
         || CAST(flex AS TEXT) || sentence || CASE WHEN over_due THEN 'due' ELSE '-' END FROM measurement",
        "SELECT CAST(measurement AS TEXT) || reference || factor || verdict FROM factor_remark",
        "SELECT CAST(measurement AS TEXT) || CAST(version AS TEXT) || notes || CAST(person_concluded AS TEXT) FROM dialogue",
        "SELECT CAST(dialogue AS TEXT) || kind || CAST(owner AS TEXT) || CAST(due AS TEXT) || outcome || reason FROM agreed_action",
        "SELECT code || title_sv || title_en || CASE WHEN retired THEN 'retired' ELSE '-' END FROM action_kind",
        "SELECT CAST(event AS TEXT) || CAST(person AS TEXT) FROM look",
    ] {
        let rows = reading.fetch(sql, &[], |row| row.get::<String>(0)).await.expect(sql);
        assert!(!rows.is_empty(), "{sql}");
        all.extend(rows);
    }
    all
}

#[tokio::test]
async fn a_municipality_can_move_between_the_engines_in_any_direction() {
    on_both(async |from| {
        let store = from.open().await;
        fill(&store).await;
        let file = from.folder().join("backup.tyngdpunkt");
        let saved = backup(&store, &file).await.expect("saves");
        let files = std::fs::read_dir(from.folder())
            .expect("reads")
            .map(|entry| entry.expect("is").file_name());
        let left_over: Vec<_> = files.filter(|name| name.to_string_lossy().contains("part")).collect();
        assert!(left_over.is_empty(), "{left_over:?}");
        assert_eq!((saved.entries, saved.erased), (3, 1));
        on_both_empty(async |to| {
            assert_eq!(restore(&file, &to.url, Existing::Refuse).await.expect("restores"), saved);
            let target = to.open().await;
            assert_eq!(
                contents(&store).await,
                contents(&target).await,
                "{:?} to {:?}",
                from.engine,
                to.engine
            );
            assert_eq!(target.verify_log().await.expect("unbroken"), saved);
            add_unit(&target, "after").await;
            assert_eq!(target.verify_log().await.expect("unbroken").entries, 4);
        })
        .await;
    })
    .await;
}

#[tokio::test]
async fn a_database_that_holds_something_is_replaced_only_when_told() {
    let source = fresh_sqlite();
    let store = source.open().await;
    fill(&store).await;
    let file = source.folder().join("backup");
    backup(&store, &file).await.expect("saves");
    on_both(async |target| {
        let before = target.open().await;
        add_unit(&before, "old").await;
        let refused = restore(&file, &target.url, Existing::Refuse).await;
        assert!(matches!(refused, Err(StoreError::NotEmpty)), "{refused:?}");
        assert_eq!(count(&before, "SELECT COUNT(*) FROM unit WHERE code = 'old'").await, 1);
        restore(&file, &target.url, Existing::Replace).await.expect("replaces");
        assert_eq!(contents(&store).await, contents(&before).await);
        let mut writing = before.begin(&bo()).await.expect("begins");
        let refused = writing.execute("DELETE FROM event", &[]).await;
        assert!(
            matches!(refused, Err(StoreError::Refused { .. })),
            "the log is append-only again: {refused:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn a_file_that_is_no_whole_backup_is_refused_and_nothing_is_stored() {
    let source = fresh_sqlite();
    let store = source.open().await;
    fill(&store).await;
    let file = source.folder().join("backup");
    backup(&store, &file).await.expect("saves");
    let whole = std::fs::read(&file).expect("reads");
    let mut scratched = whole.clone();
    // Where something stands: elsewhere in the file there are pages that hold nothing.
    let written = whole.windows(4).position(|bytes| bytes == b"anna").expect("the log is in it");
    let page = written / 4096 * 4096;
    for byte in &mut scratched[page..page + 4096] {
        *byte = !*byte;
    }
    let quarter = whole.len() / 4;
    for (what, bytes) in [
        ("empty", &[][..]),
        ("text", &b"reference;type\n".repeat(1000)),
        ("only the beginning", &whole[..100]),
        ("a quarter", &whole[..quarter]),
        ("without its end", &whole[..whole.len() - 1000]),
        ("scratched", &scratched),
    ] {
        let damaged = source.folder().join("damaged");
        std::fs::write(&damaged, bytes).expect("writes");
        on_both(async |target| {
            let refused = restore(&damaged, &target.url, Existing::Refuse).await;
            assert!(
                matches!(refused, Err(StoreError::BackupDamaged { .. })),
                "{what}: {refused:?}"
            );
            assert_eq!(count(&target.open().await, "SELECT COUNT(*) FROM event").await, 0, "{what}");
        })
        .await;
    }
    let missing = restore(Path::new("/no/such/file"), &fresh_sqlite().url, Existing::Refuse).await;
    assert!(matches!(missing, Err(StoreError::File { .. })), "{missing:?}");
}

#[tokio::test]
async fn a_backup_whose_log_was_changed_is_refused() {
    let source = fresh_sqlite();
    let store = source.open().await;
    fill(&store).await;
    let file = source.folder().join("backup");
    backup(&store, &file).await.expect("saves");
    let url = format!("sqlite:{}", file.display());
    let changed = "DROP TRIGGER event_not_changed; UPDATE event SET actor = 'bo' WHERE sequence = 1";
    raw(store::dispatch::Engine::Sqlite, &url, changed).await;
    let target = fresh_sqlite();
    let refused = restore(&file, &target.url, Existing::Refuse).await;
    assert!(
        matches!(&refused, Err(StoreError::LogBroken(broken)) if broken.sequence == 1),
        "{refused:?}"
    );
}

#[tokio::test]
async fn a_backup_is_one_moment_while_others_write() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        add_unit(&store, "first").await;
        let writer = store.clone();
        let writing = tokio::spawn(async move {
            for number in 0..100 {
                add_unit(&writer, &format!("unit {number}")).await;
                tokio::task::yield_now().await;
            }
        });
        for number in 0..5 {
            let file = fresh.folder().join(format!("backup {number}"));
            let saved = backup(&store, &file).await.expect("saves");
            let copy = Store::open(file.to_str().expect("a path")).await.expect("opens");
            assert_eq!(count(&copy, "SELECT COUNT(*) FROM unit").await, saved.entries);
        }
        writing.await.expect("writes");
    })
    .await;
}

#[tokio::test]
async fn a_backup_carries_every_column_of_every_table() {
    let store = fresh_sqlite();
    let store = store.open().await;
    let mut reading = store.read(&anna()).await.expect("reads");
    let sql = "SELECT m.name || '.' || c.name FROM sqlite_master AS m, pragma_table_info(m.name) AS c \
         WHERE m.type = 'table' AND m.name NOT IN ('head', 'schema_version') ORDER BY 1";
    let there = reading.fetch(sql, &[], |row| row.get::<String>(0)).await.expect("reads");
    let mut carried: Vec<String> = tables()
        .flat_map(|(table, columns)| columns.into_iter().map(move |column| format!("{table}.{column}")))
        .collect();
    carried.sort();
    assert_eq!(there, carried);
}
