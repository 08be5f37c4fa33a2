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

use rusqlite::Connection;
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::{ConnectOptions as _, Connection as _};
use tokio::sync::Mutex;

use crate::dispatch::{Engine, Inner, Transaction};
use crate::log::{HOLDS_EVENT, Hash, TAKE_HEAD, Writing};
use crate::look::{Shown, Waiting};
use crate::schema::{self, Found};
use crate::sqlite::{Place, Pool};
use crate::{Reading, StoreError, Value, Viewer};

/// How long a writer waits for another before [`StoreError::Busy`].
const PATIENCE: Duration = Duration::from_mins(1);

/// How often, and after how long a pause, to look again whether a server that went away is back.
const TRIES: u32 = 10;
const BETWEEN_TRIES: Duration = Duration::from_millis(500);

/// How long to wait for a connection.
const CONNECT: Duration = Duration::from_secs(20);

/// Connections to SQLite and to PostgreSQL that may be open at once.
const SQLITE_CONNECTIONS: u32 = 8;
const POSTGRES_CONNECTIONS: u32 = 10;

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
    Sqlite(Pool),
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
        let pool = Pool::new(Place::Memory, Place::Memory.connect(PATIENCE)?, 1, PATIENCE);
        Self::new(Db::Sqlite(pool), false, ":memory:").ready().await
    }

    /// Opens a SQLite file, `only_reading` also where it could be written.
    pub(crate) async fn open_file(path: &Path, only_reading: bool) -> Result<Self, StoreError> {
        let shown = path.display().to_string();
        let explain = |error: StoreError| match error {
            StoreError::Corrupt { .. } if !looks_like_sqlite(path) => StoreError::NotTyngdpunkt { address: shown.clone() },
            other => other.while_opening(&shown),
        };
        let (place, connection) = place_of(path, only_reading).await.map_err(explain)?;
        let read_only = !matches!(place, Place::Writing(_));
        let pool = Pool::new(place, connection, SQLITE_CONNECTIONS, PATIENCE);
        Self::new(Db::Sqlite(pool), read_only, &shown).ready().await.map_err(explain)
    }

    /// Closes a SQLite file such that no journal belongs to it any more.
    pub(crate) async fn into_single_file(self, path: &Path) -> Result<(), StoreError> {
        self.close().await;
        let connection = Place::Writing(path.to_owned()).connect(PATIENCE)?;
        Ok(connection.pragma_update(None, "journal_mode", "DELETE")?)
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
        let connection = connecting.map_err(|_| opened(sqlx::Error::PoolTimedOut))?.map_err(opened)?;
        connection.close().await?;
        let pool = PgPoolOptions::new()
            .max_connections(POSTGRES_CONNECTIONS)
            .acquire_timeout(PATIENCE)
            .connect_with(options)
            .await
            .map_err(opened)?;
        Self::new(Db::Postgres(pool), false, &shown).ready().await
    }

    /// Looks what the database is, and brings it to this program's version.
    async fn ready(self) -> Result<Self, StoreError> {
        let found = schema::inspect(&mut Transaction::new(self.begin_to_read().await?)).await?;
        if must_migrate(found, self.read_only, &self.address)? {
            let mut transaction = Transaction::new(self.begin_to_write().await?);
            schema::migrate(&mut transaction, &self.address).await?;
            transaction.commit().await?;
        }
        Ok(self)
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
    /// [`StoreError::ReadOnly`], [`StoreError::ReadOnlyToken`], [`StoreError::Busy`] after a minute, or as the database answers.
    pub async fn begin(&self, viewer: &Viewer) -> Result<Writing, StoreError> {
        if viewer.is_read_only() {
            return Err(StoreError::ReadOnlyToken);
        }
        if self.read_only {
            return Err(StoreError::ReadOnly);
        }
        let place = match &self.db {
            Db::Sqlite(_) => {
                let waiting = tokio::time::timeout(PATIENCE, Arc::clone(&self.queue).lock_owned()).await;
                Some(waiting.map_err(|_| StoreError::Busy)?)
            }
            Db::Postgres(_) => None,
        };
        Writing::new(
            self.clone(),
            Transaction::new(self.begin_to_write().await?),
            place,
            viewer.clone(),
        )
        .await
    }

    /// Whether the log holds this entry, once whoever may just be writing it has ended: taking the head waits for them.
    pub(crate) async fn holds_entry(&self, sequence: i64, hash: &Hash) -> Result<bool, StoreError> {
        let mut last = StoreError::Busy;
        for _ in 0..TRIES {
            match self.look_for_entry(sequence, hash).await {
                Err(error @ (StoreError::ConnectionLost { .. } | StoreError::Busy)) => last = error,
                looked => return looked,
            }
            tokio::time::sleep(BETWEEN_TRIES).await;
        }
        Err(last)
    }

    async fn look_for_entry(&self, sequence: i64, hash: &Hash) -> Result<bool, StoreError> {
        let mut transaction = Transaction::new(self.begin_to_write().await?);
        transaction.fetch_one(TAKE_HEAD, &[], |row| row.get::<i64>(0)).await?;
        let values = [sequence.into(), Value::Bytes(hash)];
        let found = transaction
            .fetch_optional(HOLDS_EVENT, &values, |row| row.get::<i64>(0))
            .await?;
        Ok(found.is_some())
    }

    /// Whether the database answers; nothing of what it holds is told.
    pub async fn answers(&self) -> bool {
        match self.begin_to_read().await {
            Ok(inner) => Transaction::new(inner).any_row("head").await.is_ok(),
            Err(_) => false,
        }
    }

    async fn begin_to_read(&self) -> Result<Inner, StoreError> {
        Ok(match &self.db {
            Db::Sqlite(pool) => Inner::Sqlite(pool.read().await?),
            Db::Postgres(pool) => Inner::Postgres(pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?),
        })
    }

    async fn begin_to_write(&self) -> Result<Inner, StoreError> {
        Ok(match &self.db {
            Db::Sqlite(pool) => Inner::Sqlite(pool.write().await?),
            Db::Postgres(pool) => Inner::Postgres(pool.begin().await?),
        })
    }

    /// Begins to read, as `viewer`, who sees what is for that viewer: everything read through it is as it was at one moment, whatever
    /// others write meanwhile. End it with [`Reading::close`].
    ///
    /// # Errors
    /// As the database answers.
    pub async fn read(&self, viewer: &Viewer) -> Result<Reading, StoreError> {
        Ok(Reading {
            transaction: Transaction::new(self.begin_to_read().await?),
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

fn must_migrate(found: Found, read_only: bool, address: &str) -> Result<bool, StoreError> {
    let known = schema::VERSION;
    match found {
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

/// How to open this file: for writing when that can be, else for reading; and a connection to it.
async fn place_of(path: &Path, only_reading: bool) -> Result<(Place, Connection), StoreError> {
    if may_write(path)? && !only_reading {
        let writing = Place::Writing(path.to_owned());
        match open_patiently(&writing).await {
            Ok(connection) => return Ok((writing, connection)),
            // The file can be written, but not the folder, where SQLite keeps its journal.
            Err(error) if path.exists() && matches!(error, StoreError::ReadOnly | StoreError::Unexpected(_)) => {}
            Err(error) => return Err(error),
        }
    }
    let reading = Place::Reading(path.to_owned());
    match open_patiently(&reading).await {
        // Without a journal and where none can be made, nobody is writing: SQLite may take the file as it stands.
        Err(StoreError::Unexpected(_) | StoreError::ReadOnly) if !has_journal(path) => {
            let standing_still = Place::StandingStill(path.to_owned());
            let connection = open_patiently(&standing_still).await?;
            Ok((standing_still, connection))
        }
        opened => opened.map(|connection| (reading, connection)),
    }
}

/// Opens a connection and reads something; waits while another program is just making the database.
async fn open_patiently(place: &Place) -> Result<Connection, StoreError> {
    fn once(place: &Place) -> Result<Connection, StoreError> {
        let connection = place.connect(PATIENCE)?;
        connection.query_row("SELECT COUNT(*) FROM sqlite_master", [], |_| Ok(()))?;
        Ok(connection)
    }
    const TRIES: u32 = 200;
    for _ in 0..TRIES {
        match once(place) {
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
