//! The database of one municipality: a SQLite file, or a PostgreSQL server chosen by its address at run time.
//!
//! ```no_run
//! # async fn example(at: jiff::Timestamp) -> Result<(), store::StoreError> {
//! use store::{Store, Value, Viewer};
//!
//! let store = Store::open("sqlite:tyngdpunkt.db").await?;
//!
//! // Writing: one transaction, in a queue with all other writers. Dropped without a commit, nothing is stored.
//! let anna = Viewer::operator("anna", at);
//! let mut writing = store.begin(&anna).await?;
//! let id = writing.next_ids(2)?;
//! let rows = [("south", "South"), ("north", "North")];
//! let rows = rows.iter().zip(id..).map(|((code, name), id)| [id.into(), (*code).into(), (*name).into()]);
//! writing.insert_many("unit", ["id", "code", "name"], rows).await?;
//! writing.record("import", "units", &serde_json::json!({ "before": null, "after": ["south", "north"] })).await?;
//! writing.commit().await?;
//!
//! // Reading: one consistent picture of everything, while others write.
//! let mut reading = store.read(&anna).await?;
//! let units: Vec<(i64, String)> = reading
//!     .fetch("SELECT id, name FROM unit WHERE code = $1", &[Value::Text("north")], |row| Ok((row.get(0)?, row.get(1)?)))
//!     .await?;
//! # Ok(()) }
//! ```

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions as _, Connection as _};
use tokio::sync::Mutex;

use crate::dispatch::{Engine, Inner, Transaction};
use crate::log::Writing;
use crate::look::{Shown, Waiting};
use crate::schema::{self, Found};
use crate::{Reading, StoreError, Viewer};

/// How long a writer waits for another before [`StoreError::Busy`].
const PATIENCE: Duration = Duration::from_mins(1);

/// How long to wait for a connection.
const CONNECT: Duration = Duration::from_secs(20);

/// Pages that each SQLite connection may keep in memory, in KiB (64 MiB), negative as SQLite wants it.
const CACHE: &str = "-65536";

/// The database. Cheap to clone; every clone is the same database.
#[derive(Debug, Clone)]
pub struct Store {
    db: Db,
    read_only: bool,
    address: Arc<str>,
    /// Writers of one process queue here, in order; SQLite itself lets waiting processes try again and again.
    queue: Arc<Mutex<()>>,
    /// What was read and must still be told in the log.
    waiting: Waiting,
}

#[derive(Debug, Clone)]
enum Db {
    Sqlite(SqlitePool),
    Postgres(PgPool),
}

impl Store {
    /// Opens the database at `url`, makes it when it is not there (SQLite), and brings it to this program's version.
    ///
    /// `url` is `postgres://user:password@host/name`, `sqlite:PATH`, `sqlite::memory:` or a plain path. A SQLite file that cannot be
    /// written is opened for reading. A database in memory has one connection: finish one transaction before you begin the next.
    ///
    /// # Errors
    /// Whatever [`StoreError`] says about opening.
    pub async fn open(url: &str) -> Result<Self, StoreError> {
        if url.starts_with("postgres:") || url.starts_with("postgresql:") {
            Self::open_postgres(url).await
        } else if let Some(path) = url.strip_prefix("sqlite:") {
            Self::open_path(path.strip_prefix("//").unwrap_or(path)).await
        } else if url.contains("://") {
            Err(StoreError::CannotOpen {
                address: without_password(url),
                reason: "the address must begin with sqlite: or postgres:, or be a file".to_owned(),
            })
        } else {
            Self::open_path(url).await
        }
    }

    async fn open_path(path: &str) -> Result<Self, StoreError> {
        if path == ":memory:" {
            Self::open_in_memory().await
        } else {
            Self::open_file(Path::new(path), false).await
        }
    }

    async fn open_in_memory() -> Result<Self, StoreError> {
        let pool = SqlitePoolOptions::new()
            .max_connections(1)
            .idle_timeout(None)
            .max_lifetime(None)
            .acquire_timeout(PATIENCE);
        let pool = pool.connect_with(sqlite_options().in_memory(true)).await?;
        schema::migrate_sqlite(&mut *pool.acquire().await?).await?;
        Ok(Self::new(Db::Sqlite(pool), false, ":memory:"))
    }

    /// Opens a SQLite file, `only_reading` also where it could be written.
    pub(crate) async fn open_file(path: &Path, only_reading: bool) -> Result<Self, StoreError> {
        let shown = path.display().to_string();
        let explain = |error: StoreError| match error {
            StoreError::Corrupt { .. } if !looks_like_sqlite(path) => StoreError::NotTyngdpunkt { address: shown.clone() },
            other => other.while_opening(&shown),
        };
        let (options, read_only) = file_options(path, only_reading).await.map_err(explain)?;
        let mut connection = options.connect().await?;
        let found = schema::inspect_sqlite(&mut connection).await.map_err(explain)?;
        if must_migrate(&found, read_only, &shown)? {
            schema::migrate_sqlite(&mut connection).await?;
        }
        let pool = SqlitePoolOptions::new().max_connections(8).acquire_timeout(PATIENCE);
        // When SQLite has rolled back by itself (a full disk), the driver still counts a transaction: take another connection then.
        let pool = pool.before_acquire(|connection, _| Box::pin(async { Ok(!connection.is_in_transaction()) }));
        let pool = pool.connect_with(options).await?;
        connection.close().await?;
        Ok(Self::new(Db::Sqlite(pool), read_only, &shown))
    }

    /// Closes a SQLite file such that no journal belongs to it any more.
    pub(crate) async fn into_single_file(self, path: &Path) -> Result<(), StoreError> {
        self.close().await;
        let options = sqlite_options().filename(path).journal_mode(SqliteJournalMode::Delete);
        Ok(options.connect().await?.close().await?)
    }

    async fn open_postgres(url: &str) -> Result<Self, StoreError> {
        let shown = without_password(url);
        let opened = |error: sqlx::Error| StoreError::from(error).while_opening(&shown);
        let wait = format!("{}s", PATIENCE.as_secs());
        let options = url
            .parse::<PgConnectOptions>()
            .map_err(opened)?
            .options([("lock_timeout", wait)])
            .disable_statement_logging();
        let connecting = tokio::time::timeout(CONNECT, options.connect()).await;
        let mut connection = connecting.map_err(|_| opened(sqlx::Error::PoolTimedOut))?.map_err(opened)?;
        let found = schema::inspect_postgres(&mut connection).await?;
        if must_migrate(&found, false, &shown)? {
            schema::migrate_postgres(&mut connection).await?;
        }
        connection.close().await?;
        let pool = PgPoolOptions::new()
            .max_connections(10)
            .acquire_timeout(PATIENCE)
            .connect_with(options)
            .await
            .map_err(opened)?;
        Ok(Self::new(Db::Postgres(pool), false, &shown))
    }

    fn new(db: Db, read_only: bool, address: &str) -> Self {
        Self {
            db,
            read_only,
            address: address.into(),
            queue: Arc::default(),
            waiting: Waiting::default(),
        }
    }

    /// Which engine is behind.
    #[must_use]
    pub fn engine(&self) -> Engine {
        match self.db {
            Db::Sqlite(_) => Engine::Sqlite,
            Db::Postgres(_) => Engine::Postgres,
        }
    }

    pub(crate) fn waiting(&self) -> &Waiting {
        &self.waiting
    }

    pub(crate) const fn is_read_only(&self) -> bool {
        self.read_only
    }

    /// Where the database is, without any password.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Begins to write, as `viewer`, whose name and moment shall stand in the log. Waits for other writers.
    ///
    /// # Errors
    /// [`StoreError::ReadOnly`], [`StoreError::Busy`] after a minute, or as the database answers.
    pub async fn begin(&self, viewer: &Viewer) -> Result<Writing, StoreError> {
        if self.read_only {
            return Err(StoreError::ReadOnly);
        }
        let (place, inner) = match &self.db {
            Db::Sqlite(pool) => {
                let waiting = tokio::time::timeout(PATIENCE, Arc::clone(&self.queue).lock_owned()).await;
                let place = waiting.map_err(|_| StoreError::Busy)?;
                (Some(place), Inner::Sqlite(pool.begin_with("BEGIN IMMEDIATE").await?))
            }
            Db::Postgres(pool) => (None, Inner::Postgres(pool.begin().await?)),
        };
        Writing::new(Transaction::new(inner), place, viewer.clone()).await
    }

    /// Begins to read, as `viewer`, who sees what is for that viewer: everything read through it is as it was at one moment, whatever
    /// others write meanwhile. End it with [`Reading::close`].
    ///
    /// # Errors
    /// As the database answers.
    pub async fn read(&self, viewer: &Viewer) -> Result<Reading, StoreError> {
        let inner = match &self.db {
            Db::Sqlite(pool) => Inner::Sqlite(pool.begin_with("BEGIN DEFERRED").await?),
            Db::Postgres(pool) => Inner::Postgres(pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?),
        };
        Ok(Reading {
            transaction: Transaction::new(inner),
            viewer: viewer.clone(),
            shown: Shown::nothing(&self.waiting),
            store: self.clone(),
        })
    }

    /// Writes into the log what was read, then closes all connections and waits until they are closed.
    pub async fn close(self) {
        // Who closes has no use for an error; what cannot be written now cannot be written later either.
        let _ = self.write_looks().await;
        match self.db {
            Db::Sqlite(pool) => pool.close().await,
            Db::Postgres(pool) => pool.close().await,
        }
    }
}

fn must_migrate(found: &Found, read_only: bool, address: &str) -> Result<bool, StoreError> {
    let known = schema::VERSION;
    match *found {
        Found::Foreign => Err(StoreError::NotTyngdpunkt {
            address: address.to_owned(),
        }),
        Found::Empty if read_only => Err(StoreError::NotTyngdpunkt {
            address: address.to_owned(),
        }),
        Found::Empty => Ok(true),
        Found::Version(found) if found > known => Err(StoreError::NewerVersion { found, known }),
        Found::Version(found) if found < known && read_only => Err(StoreError::OlderVersion { found, known }),
        Found::Version(found) => Ok(found < known),
    }
}

/// Settings of every SQLite connection. Rows come over a channel from SQLite's own thread: a long one saves waking each other.
fn sqlite_options() -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .foreign_keys(true)
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(PATIENCE)
        .row_buffer_size(1024)
        .pragma("cache_size", CACHE)
        .pragma("mmap_size", "0")
        .pragma("temp_store", "MEMORY")
        .disable_statement_logging()
}

/// How to open this file: for writing when that can be, else for reading; and which of the two it is.
async fn file_options(path: &Path, only_reading: bool) -> Result<(SqliteConnectOptions, bool), StoreError> {
    let options = sqlite_options().filename(path);
    if may_write(path)? && !only_reading {
        let writing = options.clone().create_if_missing(true).journal_mode(SqliteJournalMode::Wal);
        match open_patiently(&writing).await {
            Ok(()) => return Ok((writing, false)),
            // The file can be written, but not the folder, where SQLite keeps its journal.
            Err(error) if path.exists() && matches!(error, StoreError::ReadOnly | StoreError::Unexpected(_)) => {}
            Err(error) => return Err(error),
        }
    }
    let reading = options.read_only(true).create_if_missing(false);
    match open_patiently(&reading).await {
        // Without a journal and where none can be made, nobody is writing: SQLite may take the file as it stands.
        Err(StoreError::Unexpected(_) | StoreError::ReadOnly) if !has_journal(path) => {
            let standing_still = reading.immutable(true);
            open_patiently(&standing_still).await?;
            Ok((standing_still, true))
        }
        opened => opened.map(|()| (reading, true)),
    }
}

/// Opens a connection and reads something; waits while another program is just making the database.
async fn open_patiently(options: &SqliteConnectOptions) -> Result<(), StoreError> {
    async fn once(options: &SqliteConnectOptions) -> Result<(), StoreError> {
        let mut connection: SqliteConnection = options.connect().await?;
        sqlx::query("SELECT COUNT(*) FROM sqlite_master")
            .execute(&mut connection)
            .await?;
        Ok(connection.close().await?)
    }
    const TRIES: u32 = 200;
    for _ in 0..TRIES {
        match once(options).await {
            // Turning on the write-ahead log does not wait for others by itself.
            Err(StoreError::Busy) => tokio::time::sleep(Duration::from_millis(25)).await,
            done => return done,
        }
    }
    Err(StoreError::Busy)
}

/// Whether the file may be written; one that is not there yet may.
fn may_write(path: &Path) -> Result<bool, StoreError> {
    match std::fs::metadata(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(true),
        Err(source) => Err(StoreError::File {
            path: path.to_owned(),
            source,
        }),
        Ok(metadata) if metadata.is_dir() => Err(StoreError::CannotOpen {
            address: path.display().to_string(),
            reason: "it is a folder".to_owned(),
        }),
        Ok(metadata) => Ok(!metadata.permissions().readonly() && std::fs::OpenOptions::new().write(true).open(path).is_ok()),
    }
}

fn has_journal(path: &Path) -> bool {
    let mut journal = path.as_os_str().to_owned();
    journal.push("-wal");
    std::fs::metadata(PathBuf::from(journal)).is_ok_and(|metadata| metadata.len() > 0)
}

/// Whether the file begins as SQLite's files do: then it is damaged, otherwise it is something else.
fn looks_like_sqlite(path: &Path) -> bool {
    use std::io::Read as _;
    let mut begin = [0; 16];
    std::fs::File::open(path)
        .and_then(|mut file| file.read_exact(&mut begin))
        .is_ok()
        && &begin == b"SQLite format 3\0"
}

/// The address as it may be shown and logged.
fn without_password(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else {
        return url.to_owned();
    };
    let rest = rest.split('?').next().unwrap_or_default();
    match rest.rsplit_once('@') {
        Some((user, place)) => format!("{scheme}://{}@{place}", user.split(':').next().unwrap_or_default()),
        None => format!("{scheme}://{rest}"),
    }
}
