//! The shape of the database, and how an older or empty one is brought to it, also when two programs start at once.

use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::{AssertSqlSafe, PgConnection, SqlSafeStr as _, SqliteConnection};

use crate::StoreError;
use crate::dispatch::Engine;

/// The version of the database that this program makes and needs.
pub const VERSION: i64 = 2;

const FOUNDATIONS: &str = include_str!("../migrations/0001_foundations.sql");
const ACCESS: &str = include_str!("../migrations/0002_access.sql");

/// The name of the first migration, by which a database is known as ours.
const FIRST: &str = "tyngdpunkt foundations";

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

fn migrator(engine: Engine) -> Migrator {
    let first_head = match engine {
        Engine::Sqlite => "INSERT INTO head VALUES (1, 0, zeroblob(32), 1);",
        Engine::Postgres => "INSERT INTO head VALUES (1, 0, decode(repeat('00', 32), 'hex'), 1);",
    };
    let text = format!("{}\n{}\n{first_head}\n", in_dialect(engine, FOUNDATIONS), append_only(engine));
    let sql = AssertSqlSafe(text).into_sql_str();
    let access = AssertSqlSafe(in_dialect(engine, ACCESS)).into_sql_str();
    Migrator::with_migrations(vec![
        Migration::new(1, FIRST.into(), MigrationType::Simple, sql, false),
        Migration::new(2, "access".into(), MigrationType::Simple, access, false),
    ])
}

/// What a database turns out to be.
pub(crate) enum Found {
    /// Nothing in it.
    Empty,
    /// One of ours, of this version.
    Version(i64),
    /// Something else's.
    Foreign,
}

/// Looks at a database without changing it.
macro_rules! inspect {
    ($connection:expr, $tables:literal) => {{
        let names: Vec<(String,)> = sqlx::query_as($tables).fetch_all(&mut *$connection).await?;
        if names.is_empty() {
            return Ok(Found::Empty);
        }
        if !names.iter().any(|(name,)| name == "_sqlx_migrations") {
            return Ok(Found::Foreign);
        }
        let applied: Vec<(i64, String)> = sqlx::query_as("SELECT version, description FROM _sqlx_migrations ORDER BY version")
            .fetch_all(&mut *$connection)
            .await?;
        match (applied.first(), applied.last()) {
            (Some((1, first)), Some((last, _))) if first == FIRST => Ok(Found::Version(*last)),
            (None, None) if names.len() == 1 => Ok(Found::Empty),
            _ => Ok(Found::Foreign),
        }
    }};
}

pub(crate) async fn inspect_sqlite(connection: &mut SqliteConnection) -> Result<Found, StoreError> {
    inspect!(
        connection,
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    )
}

pub(crate) async fn inspect_postgres(connection: &mut PgConnection) -> Result<Found, StoreError> {
    inspect!(
        connection,
        "SELECT CAST(tablename AS TEXT) FROM pg_tables WHERE schemaname = current_schema()"
    )
}

/// Brings a SQLite database to [`VERSION`]. Everything is one write transaction, so a second program waits and finds it done.
pub(crate) async fn migrate_sqlite(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    let mut transaction = sqlx::Connection::begin_with(connection, "BEGIN IMMEDIATE").await?;
    migrator(Engine::Sqlite).run_direct(None, &mut *transaction, false).await?;
    Ok(transaction.commit().await?)
}

/// Brings a PostgreSQL database to [`VERSION`]; the migrator holds an advisory lock meanwhile.
pub(crate) async fn migrate_postgres(connection: &mut PgConnection) -> Result<(), StoreError> {
    Ok(migrator(Engine::Postgres).run_direct(None, connection, false).await?)
}
