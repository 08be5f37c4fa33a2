//! The shape of the database, and how an older or empty one is brought to it, also when two programs start at once.

use crate::dispatch::{Engine, Transaction};
use crate::{StoreError, Value};

/// The version of the database that this program makes and needs.
pub const VERSION: i64 = 11;

const FOUNDATIONS: &str = include_str!("../migrations/0001_foundations.sql");
const ACCESS: &str = include_str!("../migrations/0002_access.sql");
const ADMINISTRATION: &str = include_str!("../migrations/0003_administration.sql");
const MODELS: &str = include_str!("../migrations/0004_models.sql");
const OPENID: &str = include_str!("../migrations/0005_openid.sql");
const TOKENS: &str = include_str!("../migrations/0006_tokens.sql");
const HOLDINGS_BY_END: &str = include_str!("../migrations/0007_holdings_by_end.sql");
const ALLOCATION: &str = include_str!("../migrations/0008_allocation.sql");
const NEXT_CASE: &str = include_str!("../migrations/0009_next_case.sql");
const REBALANCE: &str = include_str!("../migrations/0010_rebalance.sql");
const DEADLINES: &str = include_str!("../migrations/0011_deadlines.sql");

/// The triggers that keep the event log append-only. Restoring over an existing database takes them away and puts them back.
pub(crate) const fn append_only(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => include_str!("../migrations/append_only.sqlite.sql"),
        Engine::Postgres => include_str!("../migrations/append_only.postgres.sql"),
    }
}

/// Only SQLite's `INTEGER PRIMARY KEY` is the row's own number, without a second tree to keep. SQLite would try to read what it
/// keeps under `DATE` as a number; and it keeps a journal for every statement whose references must hold at once, not at the end.
fn in_dialect(engine: Engine, text: &str) -> String {
    let [key, bytes, date, later] = match engine {
        Engine::Sqlite => ["INTEGER PRIMARY KEY", "BLOB", "TEXT", "DEFERRABLE INITIALLY DEFERRED"],
        Engine::Postgres => ["BIGINT PRIMARY KEY", "BYTEA", "DATE", "DEFERRABLE INITIALLY IMMEDIATE"],
    };
    let text = text.replace("{key}", key).replace("{bytes}", bytes);
    text.replace("{date}", date).replace("{later}", later)
}

/// What makes version 1 of an empty database, 2 of version 1, and so on: a title, by which a database is known as ours, and the text.
const MIGRATIONS: &[(&str, &str)] = &[
    ("tyngdpunkt foundations", FOUNDATIONS),
    ("access", ACCESS),
    ("administration", ADMINISTRATION),
    ("models", MODELS),
    ("openid", OPENID),
    ("tokens", TOKENS),
    ("holdings by end", HOLDINGS_BY_END),
    ("allocation", ALLOCATION),
    ("next case", NEXT_CASE),
    ("rebalance", REBALANCE),
    ("deadlines", DEADLINES),
];

pub(crate) const VERSIONS: &str = "SELECT version, title FROM schema_version ORDER BY version";
const SCHEMA_VERSION: &str =
    "CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL PRIMARY KEY, title TEXT NOT NULL)";
/// The first builds kept the version in a table of another name.
const VERSIONS_OF_FIRST_BUILDS: &str = "SELECT version, description FROM _sqlx_migrations ORDER BY version";
const ADOPT_FIRST_BUILDS: &str = "INSERT INTO schema_version (version, title) SELECT 1, 'tyngdpunkt foundations' \
     WHERE NOT EXISTS (SELECT 1 FROM schema_version WHERE version = 1); DROP TABLE IF EXISTS _sqlx_migrations";
pub(crate) const REACHED: &str = "INSERT INTO schema_version (version, title) VALUES ($1, $2)";

/// What a database turns out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Found {
    /// Nothing in it.
    Empty,
    /// One of ours, of this version.
    Version(i64),
    /// Something else's.
    Foreign,
}

/// Looks at a database without changing it.
pub(crate) async fn inspect(transaction: &mut Transaction) -> Result<Found, StoreError> {
    let tables = match transaction.engine() {
        Engine::Sqlite => "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
        Engine::Postgres => "SELECT CAST(tablename AS TEXT) FROM pg_tables WHERE schemaname = current_schema()",
    };
    let names: Vec<String> = transaction.fetch(tables, &[], |row| row.get(0)).await?;
    if names.is_empty() {
        return Ok(Found::Empty);
    }
    let has = |table| names.iter().any(|name| name == table);
    let versions = match (has("schema_version"), has("_sqlx_migrations")) {
        (true, _) => VERSIONS,
        (false, true) => VERSIONS_OF_FIRST_BUILDS,
        (false, false) => return Ok(Found::Foreign),
    };
    let reached: Vec<(i64, String)> = transaction.fetch(versions, &[], |row| Ok((row.get(0)?, row.get(1)?))).await?;
    Ok(match (reached.first(), reached.last()) {
        (Some((1, first)), Some((last, _))) if first == MIGRATIONS[0].0 => Found::Version(*last),
        _ => Found::Foreign,
    })
}

/// Brings a database to [`VERSION`], all in the transaction that is given. A second program that starts at the same time waits for the
/// first one, and finds it done: SQLite lets only one write, and PostgreSQL is asked to.
pub(crate) async fn migrate(transaction: &mut Transaction, address: &str) -> Result<(), StoreError> {
    let engine = transaction.engine();
    if engine == Engine::Postgres {
        // The number is this program's own, for nothing else.
        transaction.script("SELECT pg_advisory_xact_lock(7494637283)").await?;
    }
    let reached = match inspect(transaction).await? {
        Found::Version(version) => version,
        Found::Empty => 0,
        Found::Foreign => {
            return Err(StoreError::NotTyngdpunkt {
                address: address.to_owned(),
            });
        }
    };
    transaction.script(SCHEMA_VERSION).await?;
    if reached == 1 {
        transaction.script(ADOPT_FIRST_BUILDS).await?;
    }
    for ((title, text), version) in MIGRATIONS.iter().zip(1..).skip(usize::try_from(reached).unwrap_or(0)) {
        transaction.script(&in_dialect(engine, text)).await?;
        if version == 1 {
            transaction.script(append_only(engine)).await?;
            transaction.script(first_head(engine)).await?;
        }
        transaction
            .run(REACHED, &[Value::Integer(version), Value::Text(title)])
            .await?;
    }
    Ok(())
}

/// The head before the first entry.
fn first_head(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => "INSERT INTO head VALUES (1, 0, zeroblob(32), 1)",
        Engine::Postgres => "INSERT INTO head VALUES (1, 0, decode(repeat('00', 32), 'hex'), 1)",
    }
}
