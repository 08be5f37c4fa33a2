//! Backup: the whole database in one file that either engine can be restored from, so that a municipality can also move from the
//! embedded database to a server and back.
//!
//! The file is a SQLite database with the same tables: any SQLite tool can look into it.

use std::fs::File;
use std::path::{Path, PathBuf};

use futures_util::TryStreamExt as _;
use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::AssertSqlSafe;

use crate::dispatch::{Engine, Inner, Transaction};
use crate::log::{MOVE_HEAD, Verified, verify};
use crate::value::{OwnedValue, Row, Value};
use crate::{Store, StoreError, Viewer, schema};

/// What a restore does with a database that already holds something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// Nothing: [`StoreError::NotEmpty`].
    Refuse,
    /// Takes everything out of it, the log too, and puts the backup in its place.
    Replace,
}

/// What a column holds.
#[derive(Debug, Clone, Copy)]
enum Kind {
    Integer,
    Text,
    Date,
    Bytes,
    Flag,
}
use Kind::{Bytes, Date as Day, Flag, Integer, Text};

type Table = (&'static str, &'static [(&'static str, Kind)]);

/// All tables except `head`, each after those it refers to.
const TABLES: &[Table] = &[
    (
        "event",
        &[
            ("sequence", Integer),
            ("at", Integer),
            ("actor", Text),
            ("action", Text),
            ("subject", Text),
            ("details", Text),
            ("details_hash", Bytes),
            ("previous", Bytes),
            ("hash", Bytes),
        ],
    ),
    (
        "unit",
        &[
            ("id", Integer),
            ("code", Text),
            ("name", Text),
            ("parent", Integer),
            ("ended", Day),
        ],
    ),
    (
        "unit_place",
        &[
            ("id", Integer),
            ("unit", Integer),
            ("parent", Integer),
            ("started", Day),
            ("until", Day),
        ],
    ),
    (
        "person",
        &[
            ("id", Integer),
            ("number", Text),
            ("name", Text),
            ("email", Text),
            ("degree", Text),
            ("in_profession_since", Day),
        ],
    ),
    ("person_alias", &[("alias", Text), ("person", Integer)]),
    (
        "employment",
        &[
            ("id", Integer),
            ("person", Integer),
            ("unit", Integer),
            ("title", Text),
            ("role", Text),
            ("form", Text),
            ("share", Integer),
            ("hours", Integer),
            ("begun", Day),
            ("started", Day),
            ("until", Day),
            ("end_reason", Text),
            ("continued", Flag),
        ],
    ),
    (
        "reduction",
        &[
            ("id", Integer),
            ("person", Integer),
            ("kind", Text),
            ("share", Integer),
            ("hours", Integer),
            ("begun", Day),
            ("started", Day),
            ("until", Day),
            ("continued", Flag),
        ],
    ),
    (
        "duty",
        &[
            ("id", Integer),
            ("person", Integer),
            ("kind", Text),
            ("started", Day),
            ("until", Day),
        ],
    ),
    (
        "support",
        &[
            ("id", Integer),
            ("kind", Text),
            ("helper", Integer),
            ("owner", Integer),
            ("pieces", Integer),
            ("done_on", Day),
        ],
    ),
    (
        "case_file",
        &[
            ("id", Integer),
            ("source", Text),
            ("reference", Text),
            ("received", Day),
            ("sibling_group", Text),
        ],
    ),
    ("effort", &[("id", Integer), ("factors", Text)]),
    (
        "phase",
        &[
            ("id", Integer),
            ("case_file", Integer),
            ("case_type", Text),
            ("phase", Text),
            ("unit", Integer),
            ("started", Day),
            ("until", Day),
            ("effort", Integer),
            ("extended_to", Day),
            ("withdrawn", Integer),
        ],
    ),
    (
        "case_event",
        &[
            ("id", Integer),
            ("case_file", Integer),
            ("kind", Text),
            ("happened", Day),
            ("duty", Text),
            ("until", Day),
            ("source", Text),
            ("author", Text),
            ("recorded", Integer),
            ("recorded_on", Day),
            ("withdrawn", Integer),
            ("withdrawn_by", Text),
            ("reason", Text),
        ],
    ),
    ("effort_change", &[("phase", Integer), ("started", Day), ("effort", Integer)]),
    (
        "assignment",
        &[
            ("id", Integer),
            ("phase", Integer),
            ("person", Integer),
            ("part", Text),
            ("share", Integer),
            ("started", Day),
            ("until", Day),
        ],
    ),
    (
        "person_fact",
        &[
            ("id", Integer),
            ("person", Integer),
            ("kind", Text),
            ("value", Text),
            ("started", Day),
            ("until", Day),
        ],
    ),
    (
        "case_need",
        &[
            ("id", Integer),
            ("case_file", Integer),
            ("kind", Text),
            ("value", Text),
            ("person", Integer),
            ("started", Day),
            ("until", Day),
        ],
    ),
    (
        "allocation",
        &[
            ("id", Integer),
            ("phase", Integer),
            ("person", Integer),
            ("previous", Integer),
            ("part", Text),
            ("started", Day),
            ("reason", Text),
            ("despite", Text),
            ("decided", Integer),
            ("actor", Text),
            ("seen", Day),
        ],
    ),
    (
        "allocation_answer",
        &[("allocation", Integer), ("answer", Text), ("reason", Text), ("answered", Day)],
    ),
    (
        "weight_model",
        &[
            ("id", Integer),
            ("model", Text),
            ("version", Text),
            ("valid_from", Day),
            ("text", Text),
        ],
    ),
    (
        "import_run",
        &[
            ("id", Integer),
            ("source", Text),
            ("exported", Day),
            ("accepted", Integer),
            ("rejected", Integer),
        ],
    ),
    (
        "weight_model_draft",
        &[("id", Integer), ("text", Text), ("author", Text), ("saved", Integer)],
    ),
    (
        "adoption",
        &[
            ("weight_model", Integer),
            ("adopted", Integer),
            ("adopted_by", Text),
            ("reason", Text),
        ],
    ),
    (
        "import_mapping",
        &[
            ("id", Integer),
            ("name", Text),
            ("text", Text),
            ("author", Text),
            ("saved", Integer),
        ],
    ),
    (
        "import_outcome",
        &[
            ("id", Integer),
            ("at", Integer),
            ("author", Text),
            ("source", Text),
            ("exported", Day),
            ("files", Text),
            ("accepted", Integer),
            ("rejected", Integer),
            ("added", Integer),
            ("changed", Integer),
            ("ended", Integer),
            ("failure", Text),
        ],
    ),
    (
        "account",
        &[
            ("id", Integer),
            ("name", Text),
            ("display", Text),
            ("person", Integer),
            ("password", Text),
            ("secret", Bytes),
            ("last_step", Integer),
            ("created", Integer),
            ("disabled", Integer),
            ("temporary", Flag),
        ],
    ),
    (
        "account_role",
        &[
            ("id", Integer),
            ("account", Integer),
            ("role", Text),
            ("unit", Integer),
            ("started", Day),
            ("until", Day),
        ],
    ),
    (
        "recovery_code",
        &[("id", Integer), ("account", Integer), ("hash", Bytes), ("used", Integer)],
    ),
    (
        "sign_in_attempt",
        &[
            ("subject", Text),
            ("failures", Integer),
            ("last", Integer),
            ("waits_until", Integer),
        ],
    ),
    (
        "sign_in",
        &[
            ("id", Integer),
            ("account", Integer),
            ("hash", Bytes),
            ("begun", Integer),
            ("used", Integer),
            ("ended", Integer),
        ],
    ),
    (
        "openid_attempt",
        &[
            ("state", Text),
            ("browser", Bytes),
            ("nonce", Text),
            ("verifier", Text),
            ("back_to", Text),
            ("begun", Integer),
        ],
    ),
    (
        "openid_subject",
        &[("issuer", Text), ("subject", Text), ("account", Integer), ("linked", Integer)],
    ),
    (
        "openid_session",
        &[
            ("sign_in", Integer),
            ("issuer", Text),
            ("subject", Text),
            ("sid", Text),
            ("id_token", Text),
        ],
    ),
    ("openid_role", &[("account_role", Integer)]),
    ("openid_log_out", &[("issuer", Text), ("token", Text), ("expires", Integer)]),
    (
        "calendar_feed",
        &[
            ("id", Integer),
            ("account", Integer),
            ("hash", Bytes),
            ("created", Integer),
            ("used", Day),
            ("revoked", Integer),
        ],
    ),
    ("look", &[("event", Integer), ("person", Integer)]),
    (
        "access_review",
        &[
            ("id", Integer),
            ("first_event", Integer),
            ("last_event", Integer),
            ("seed", Integer),
            ("drawn", Text),
            ("finding", Text),
            ("reviewer", Text),
            ("signed", Integer),
        ],
    ),
    (
        "access_draw",
        &[
            ("id", Integer),
            ("started", Integer),
            ("until", Integer),
            ("seed", Integer),
            ("size", Integer),
            ("actor", Text),
            ("drawn", Integer),
            ("review", Integer),
        ],
    ),
    (
        "setting",
        &[
            ("id", Integer),
            ("name", Text),
            ("value", Text),
            ("changed", Integer),
            ("actor", Text),
        ],
    ),
    (
        "measurement",
        &[
            ("id", Integer),
            ("person", Integer),
            ("month", Day),
            ("measured_on", Day),
            ("model", Text),
            ("model_version", Text),
            ("points", Integer),
            ("capacity", Integer),
            ("band", Text),
            ("over_since", Day),
            ("over_due", Flag),
            ("lines", Text),
            ("rating", Integer),
            ("flex", Integer),
            ("sentence", Text),
            ("rated_on", Day),
        ],
    ),
    (
        "factor_remark",
        &[
            ("id", Integer),
            ("measurement", Integer),
            ("reference", Text),
            ("factor", Text),
            ("verdict", Text),
            ("settled", Day),
        ],
    ),
    (
        "dialogue",
        &[
            ("id", Integer),
            ("measurement", Integer),
            ("version", Integer),
            ("notes", Text),
            ("opened_on", Day),
            ("person_concluded", Day),
            ("supervisor_concluded", Day),
        ],
    ),
    (
        "agreed_action",
        &[
            ("id", Integer),
            ("dialogue", Integer),
            ("kind", Text),
            ("owner", Integer),
            ("due", Day),
            ("outcome", Text),
            ("reason", Text),
            ("settled_on", Day),
        ],
    ),
    (
        "action_kind",
        &[
            ("id", Integer),
            ("code", Text),
            ("title_sv", Text),
            ("title_en", Text),
            ("retired", Flag),
        ],
    ),
    (
        "token",
        &[
            ("id", Integer),
            ("account", Integer),
            ("hash", Bytes),
            ("tail", Text),
            ("read_only", Flag),
            ("issuer", Text),
            ("issued", Integer),
            ("until", Day),
            ("used", Day),
            ("revoked", Integer),
        ],
    ),
    (
        "request_key",
        &[
            ("id", Integer),
            ("token", Integer),
            ("key", Bytes),
            ("request", Bytes),
            ("begun", Integer),
            ("event", Integer),
            ("status", Integer),
            ("place", Text),
            ("answer", Text),
        ],
    ),
    (
        "rebalance_plan",
        &[
            ("id", Integer),
            ("made", Integer),
            ("actor", Text),
            ("day", Day),
            ("asked", Text),
            ("model", Text),
            ("model_version", Text),
            ("seed", Integer),
            ("steps", Integer),
            ("bound", Integer),
            ("hindrances", Text),
            ("proven", Flag),
            ("stopped", Flag),
            ("enough", Integer),
            ("together", Integer),
            ("resting", Text),
            ("chosen", Integer),
            ("first", Day),
            ("pace", Integer),
            ("closed", Day),
        ],
    ),
    (
        "rebalance_person",
        &[
            ("plan", Integer),
            ("person", Integer),
            ("unit", Integer),
            ("capacity", Integer),
            ("points", Integer),
        ],
    ),
    (
        "rebalance_way",
        &[
            ("plan", Integer),
            ("way", Integer),
            ("handovers", Integer),
            ("points", Integer),
            ("capacity", Integer),
        ],
    ),
    (
        "rebalance_move",
        &[
            ("id", Integer),
            ("plan", Integer),
            ("way", Integer),
            ("giver", Integer),
            ("receiver", Integer),
            ("proposed", Integer),
            ("cases", Integer),
            ("points", Integer),
            ("reason", Text),
            ("stage", Text),
            ("due", Day),
            ("decided", Text),
            ("done", Day),
        ],
    ),
    ("rebalance_phase", &[("step", Integer), ("phase", Integer)]),
];

/// The tables that a backup carries, each with its columns.
pub fn tables() -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    TABLES
        .iter()
        .map(|(name, columns)| (*name, columns.iter().map(|(column, _)| *column).collect()))
}

pub(crate) const READ_WHOLE_HEAD: &str = "SELECT sequence, hash, next_id FROM head WHERE id = 1";
pub(crate) const CHECK_FILE: &str = "PRAGMA quick_check(1)";

/// Writes everything, as it is at one moment, to `path`; others may go on writing meanwhile.
///
/// The file appears under its name when it is whole and on the disk; one that was there before is then replaced.
///
/// # Errors
/// [`StoreError::LogBroken`] when the log is: mend that first. [`StoreError::DiskFull`], or as the database answers.
pub async fn backup(store: &Store, path: &Path) -> Result<Verified, StoreError> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.part", std::process::id()));
    let part = path.with_file_name(name);
    remove(&part);
    let written = write_part(store, &part).await.and_then(|verified| {
        let failed = |source| StoreError::File {
            path: path.to_owned(),
            source,
        };
        File::open(&part).and_then(|file| file.sync_all()).map_err(failed)?;
        std::fs::rename(&part, path).map_err(failed)?;
        let folder = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty())
            .unwrap_or(Path::new("."));
        File::open(folder).and_then(|folder| folder.sync_all()).map_err(failed)?;
        Ok(verified)
    });
    remove(&part);
    written
}

async fn write_part(store: &Store, part: &Path) -> Result<Verified, StoreError> {
    let mut reading = store.read(&Viewer::system("backup", Timestamp::UNIX_EPOCH)).await?;
    verify(&mut reading).await?;
    let file = Store::open_file(part, false).await?;
    let copied = copy_all(&mut reading, &file, Existing::Refuse).await;
    file.into_single_file(part).await?;
    copied
}

/// Removes an unfinished file and SQLite's journals beside it.
fn remove(part: &Path) {
    for suffix in ["", "-wal", "-shm", "-journal"] {
        let mut name = part.as_os_str().to_owned();
        name.push(suffix);
        // Most often it is not there.
        let _ = std::fs::remove_file(PathBuf::from(name));
    }
}

/// Puts a backup into the database at `url`, all of it or nothing.
///
/// # Errors
/// [`StoreError::BackupDamaged`], [`StoreError::NewerVersion`] and [`StoreError::LogBroken`] for the file;
/// [`StoreError::NotEmpty`] for the database; or as the database answers.
pub async fn restore(path: &Path, url: &str, existing: Existing) -> Result<Verified, StoreError> {
    let damaged = |error: StoreError| match error {
        StoreError::NewerVersion { .. }
        | StoreError::OlderVersion { .. }
        | StoreError::LogBroken(_)
        | StoreError::File { .. } => error,
        error => StoreError::BackupDamaged {
            path: path.to_owned(),
            reason: error.to_string(),
        },
    };
    File::open(path).map_err(|source| StoreError::File {
        path: path.to_owned(),
        source,
    })?;
    let file = Store::open_file(path, true).await.map_err(damaged)?;
    let mut reading = file
        .read(&Viewer::system("restore", Timestamp::UNIX_EPOCH))
        .await
        .map_err(damaged)?;
    let found: String = reading.fetch_one(CHECK_FILE, &[], |row| row.get(0)).await.map_err(damaged)?;
    if found != "ok" {
        return Err(damaged(StoreError::Corrupt { reason: found }));
    }
    verify(&mut reading).await.map_err(damaged)?;
    let store = Store::open(url).await?;
    let restored = copy_all(&mut reading, &store, existing).await;
    drop(reading);
    file.close().await;
    store.close().await;
    restored
}

/// Copies everything into `to` in one transaction and checks the log there before it is committed.
async fn copy_all(from: &mut Transaction, to: &Store, existing: Existing) -> Result<Verified, StoreError> {
    let (sequence, hash, next_id) = from
        .fetch_one(READ_WHOLE_HEAD, &[], |row| {
            Ok((row.get::<i64>(0)?, row.get::<Vec<u8>>(1)?, row.get::<i64>(2)?))
        })
        .await?;
    // Nothing is recorded under this name: the entries come with the copy.
    let mut writing = to.begin(&Viewer::system("restore", Timestamp::UNIX_EPOCH)).await?;
    if !is_empty(&mut writing).await? {
        if existing == Existing::Refuse {
            return Err(StoreError::NotEmpty);
        }
        empty(&mut writing).await?;
    }
    let later = match to.engine() {
        Engine::Sqlite => "PRAGMA defer_foreign_keys = ON",
        Engine::Postgres => "SET CONSTRAINTS ALL DEFERRED",
    };
    writing.script(later).await?;
    for table in TABLES {
        copy(from, &mut writing, table).await?;
    }
    writing
        .run(MOVE_HEAD, &[sequence.into(), Value::Bytes(&hash), next_id.into()])
        .await?;
    let verified = verify(&mut writing).await?;
    writing.look_at_tables().await?;
    writing.commit_as_it_is().await?;
    Ok(verified)
}

async fn is_empty(transaction: &mut Transaction) -> Result<bool, StoreError> {
    for (table, _) in TABLES {
        if transaction.any_row(table).await? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Takes all rows out. The log's triggers stand in the way of that, so they are taken down and put up again.
async fn empty(transaction: &mut Transaction) -> Result<(), StoreError> {
    let engine = transaction.engine();
    transaction
        .script(match engine {
            Engine::Sqlite => "DROP TRIGGER event_not_changed; DROP TRIGGER event_not_deleted; PRAGMA defer_foreign_keys = ON",
            Engine::Postgres => {
                "DROP TRIGGER event_not_changed ON event; DROP TRIGGER event_not_emptied ON event; SET CONSTRAINTS ALL DEFERRED"
            }
        })
        .await?;
    for (table, _) in TABLES.iter().rev() {
        transaction.delete_all(table).await?;
    }
    if engine == Engine::Postgres {
        // Otherwise the deferred checks of the deletions would stand in the way of the triggers.
        transaction.script("SET CONSTRAINTS ALL IMMEDIATE").await?;
    }
    transaction.script(schema::append_only(engine)).await
}

/// Rows that are read before they are written.
const BATCH: usize = 4096;

async fn copy(from: &mut Transaction, to: &mut Transaction, (table, columns): &Table) -> Result<(), StoreError> {
    let names: Vec<&str> = columns.iter().map(|(name, _)| *name).collect();
    let sql = format!("SELECT {} FROM {table} ORDER BY 1", names.join(", "));
    let mut batch = Vec::with_capacity(BATCH);
    match &mut from.inner {
        Inner::Sqlite(c) => {
            let mut statement = c.bound(&sql, &[])?;
            let mut rows = statement.raw_query();
            while let Some(row) = rows.next()? {
                batch.push(read(Row::Sqlite(row), columns)?);
                write_full(to, table, &names, &mut batch).await?;
            }
        }
        Inner::Postgres(c) => {
            let mut rows = sqlx::query(AssertSqlSafe(sql)).fetch(&mut **c);
            while let Some(row) = rows.try_next().await? {
                batch.push(read(Row::Postgres(&row), columns)?);
                write_full(to, table, &names, &mut batch).await?;
            }
        }
    }
    write(to, table, &names, &batch).await
}

/// Writes the batch when it is full, and empties it.
async fn write_full(
    to: &mut Transaction,
    table: &str,
    columns: &[&str],
    batch: &mut Vec<Vec<OwnedValue>>,
) -> Result<(), StoreError> {
    if batch.len() == BATCH {
        write(to, table, columns, batch).await?;
        batch.clear();
    }
    Ok(())
}

async fn write(to: &mut Transaction, table: &str, columns: &[&str], rows: &[Vec<OwnedValue>]) -> Result<(), StoreError> {
    let rows = rows
        .iter()
        .map(|row| row.iter().map(OwnedValue::as_value).collect::<Vec<_>>());
    to.insert_rows(table, columns, rows).await?;
    Ok(())
}

fn read(row: Row<'_>, columns: &[(&str, Kind)]) -> Result<Vec<OwnedValue>, StoreError> {
    let read = columns.iter().enumerate().map(|(index, (_, kind))| {
        let value = match kind {
            Integer => row.get::<Option<i64>>(index)?.map(OwnedValue::Integer),
            Text => row.get::<Option<String>>(index)?.map(OwnedValue::Text),
            Day => row.get::<Option<Date>>(index)?.map(OwnedValue::Date),
            Bytes => row.get::<Option<Vec<u8>>>(index)?.map(OwnedValue::Bytes),
            Flag => row.get::<Option<bool>>(index)?.map(OwnedValue::Flag),
        };
        Ok(value.unwrap_or(OwnedValue::Null))
    });
    read.collect()
}
