//! A fresh database for each test, on SQLite and on a real PostgreSQL server.

use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

use jiff::Timestamp;
use sha2::Digest as _;
use sqlx::{AssertSqlSafe, Connection as _, PgConnection};
use store::dispatch::Engine;
use store::{Store, Viewer, Writing};

/// An empty database that is ready to use and goes away with the test.
pub struct Fresh {
    pub engine: Engine,
    pub url: String,
    folder: tempfile::TempDir,
}

impl Fresh {
    pub async fn open(&self) -> Store {
        Store::open(&self.url).await.expect("the database opens")
    }

    /// A folder of the test's own.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Runs statements past the store, as somebody with the database's password could.
    pub async fn behind_the_back(&self, sql: &str) {
        raw(self.engine, &self.url, sql).await;
    }
}

/// Runs the test on each engine with a database of this program's version.
pub async fn on_both(test: impl AsyncFn(&Fresh)) {
    let fresh = fresh_sqlite();
    fresh.open().await.close().await;
    test(&fresh).await;
    let fresh = fresh_postgres(&template().await).await;
    test(&fresh).await;
    drop_postgres(&fresh).await;
}

/// Runs the test on each engine with a database in which nothing is yet.
pub async fn on_both_empty(test: impl AsyncFn(&Fresh)) {
    test(&fresh_sqlite()).await;
    let fresh = fresh_postgres("template0").await;
    test(&fresh).await;
    drop_postgres(&fresh).await;
}

pub fn fresh_sqlite() -> Fresh {
    let folder = tempfile::tempdir().expect("a folder");
    let url = format!("sqlite:{}", folder.path().join("test.db").display());
    Fresh {
        engine: Engine::Sqlite,
        url,
        folder,
    }
}

/// Some moment; which one does not matter.
pub fn noon() -> Timestamp {
    "2026-10-31T12:00:00Z".parse().expect("a moment")
}

/// Whoever runs the program.
pub fn anna() -> Viewer {
    Viewer::operator("anna", noon())
}

/// Somebody else who does.
pub fn bo() -> Viewer {
    Viewer::operator("bo", noon())
}

/// Adds one unit and says so in the log.
pub async fn add_unit(store: &Store, code: &str) -> i64 {
    let mut writing = store.begin(&anna()).await.expect("begins");
    write_unit(&mut writing, code).await;
    writing.commit().await.expect("commits")
}

pub async fn write_unit(writing: &mut Writing, code: &str) {
    let id = writing.next_ids(1).expect("ids");
    let values = [id.into(), code.into(), code.into()];
    writing
        .execute("INSERT INTO unit (id, code, name) VALUES ($1, $2, $3)", &values)
        .await
        .expect("inserts");
    writing
        .record("add", &format!("unit {code}"), &serde_json::json!({ "after": code }))
        .await
        .expect("records");
}

pub async fn count(store: &Store, sql: &'static str) -> i64 {
    store
        .read(&anna())
        .await
        .expect("reads")
        .fetch_one(sql, &[], |row| row.get(0))
        .await
        .expect("a number")
}

pub async fn raw(engine: Engine, url: &str, sql: &str) {
    match engine {
        Engine::Sqlite => {
            let path = url.strip_prefix("sqlite:").expect("a file");
            let connection = rusqlite::Connection::open(path).expect("connects");
            connection.execute_batch(sql).expect("runs");
        }
        Engine::Postgres => {
            let sql = sqlx::raw_sql(AssertSqlSafe(sql.to_owned()));
            let mut connection = PgConnection::connect(url).await.expect("connects");
            sql.execute(&mut connection).await.expect("runs");
            connection.close().await.expect("closes");
        }
    }
}

fn server() -> String {
    std::env::var("TYNGDPUNKT_TEST_POSTGRES").expect(
        "TYNGDPUNKT_TEST_POSTGRES is not set: the address of a PostgreSQL server where databases may be made. `cargo xtask test` sets it",
    )
}

fn address_of(database: &str) -> String {
    let server = server();
    let (place, _) = server
        .rsplit_once('/')
        .expect("an address like postgres://user@host:port/postgres");
    format!("{place}/{database}")
}

/// The name of a database with all tables, made once per server and shape, from which each test's own is copied.
async fn template() -> String {
    let shape = concat!(
        include_str!("../../migrations/0001_foundations.sql"),
        include_str!("../../migrations/0002_access.sql"),
        include_str!("../../migrations/0003_administration.sql"),
        include_str!("../../migrations/0004_models.sql"),
        include_str!("../../migrations/0005_openid.sql"),
        include_str!("../../migrations/0006_tokens.sql"),
        include_str!("../../migrations/0007_holdings_by_end.sql"),
        include_str!("../../migrations/0008_allocation.sql"),
        include_str!("../../migrations/0009_next_case.sql"),
        include_str!("../../migrations/0010_rebalance.sql"),
        include_str!("../../migrations/0011_deadlines.sql"),
        include_str!("../../migrations/append_only.postgres.sql"),
        include_str!("../../src/schema.rs"),
    );
    let hash = sha2::Sha256::digest(shape);
    let name = format!(
        "tyngdpunkt_template_{:02x}{:02x}{:02x}{:02x}",
        hash[0], hash[1], hash[2], hash[3]
    );
    let mut server = PgConnection::connect(&server()).await.expect("the test server answers");
    sqlx::query("SELECT pg_advisory_lock(20261031)")
        .execute(&mut server)
        .await
        .expect("locks");
    let there = sqlx::query("SELECT 1 FROM pg_database WHERE datname = $1")
        .bind(&name)
        .fetch_optional(&mut server)
        .await;
    if there.expect("asks").is_none() {
        let begun = format!("{name}_begun");
        for sql in [
            format!("DROP DATABASE IF EXISTS {begun}"),
            format!("CREATE DATABASE {begun} TEMPLATE template0"),
        ] {
            sqlx::query(AssertSqlSafe(sql))
                .execute(&mut server)
                .await
                .expect("makes the template");
        }
        Store::open(&address_of(&begun)).await.expect("migrates").close().await;
        let sql = format!("ALTER DATABASE {begun} RENAME TO {name}");
        sqlx::query(AssertSqlSafe(sql))
            .execute(&mut server)
            .await
            .expect("renames the template");
    }
    server.close().await.expect("closes");
    name
}

async fn fresh_postgres(template: &str) -> Fresh {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let name = format!("test_{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
    raw(
        Engine::Postgres,
        &server(),
        &format!("CREATE DATABASE {name} TEMPLATE {template}"),
    )
    .await;
    Fresh {
        engine: Engine::Postgres,
        url: address_of(&name),
        folder: tempfile::tempdir().expect("a folder"),
    }
}

async fn drop_postgres(fresh: &Fresh) {
    let (_, name) = fresh.url.rsplit_once('/').expect("a name");
    raw(Engine::Postgres, &server(), &format!("DROP DATABASE {name} WITH (FORCE)")).await;
}

/// A small file system in memory, gone with the value.
pub struct SmallDisk(tempfile::TempDir);

impl SmallDisk {
    pub fn new(size: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let disk = Self(folder);
        disk.mount(&["-t", "tmpfs", "-o", &format!("size={size}"), "tmpfs"]);
        disk
    }

    pub fn mount(&self, arguments: &[&str]) {
        let done = Command::new("mount")
            .args(arguments)
            .arg(self.0.path())
            .status()
            .expect("mount runs");
        assert!(
            done.success(),
            "this test mounts a small disk in memory and must run as root where mounting is allowed: {done}"
        );
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let unmounted = Command::new("umount").arg("-l").arg(self.0.path()).status();
        assert!(
            unmounted.is_ok_and(|status| status.success()),
            "the small disk stays mounted at {}",
            self.0.path().display()
        );
    }
}
