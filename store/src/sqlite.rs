//! The embedded database: connections to one SQLite file, lent out one transaction at a time.
//!
//! SQLite runs in the thread that asks. A statement takes microseconds, far less than a journey to a thread of its own and back;
//! whoever serves many at once gives the runtime a few more threads than cores.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use rusqlite::{CachedStatement, Connection, OpenFlags};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::StoreError;
use crate::value::{Row, Value};

/// Bytes in a page of a new file: larger ones make flatter trees, which an import of a million rows is the quicker for.
const PAGE: i64 = 8192;

/// Pages that each connection may keep in memory, in KiB (64 MiB), negative as SQLite wants it.
const CACHE: i64 = -65_536;

/// Statements that each connection keeps ready: more than the store has.
const STATEMENTS: usize = 512;

/// How long a writer that waits for another program sleeps between two tries.
const BETWEEN_TRIES: Duration = Duration::from_millis(5);

/// How a database is opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Place {
    /// In memory, gone with the last connection.
    Memory,
    /// A file that is made when it is not there.
    Writing(PathBuf),
    /// A file that is only read.
    Reading(PathBuf),
    /// A file that nobody can write, so that SQLite may take it as it stands.
    StandingStill(PathBuf),
}

impl Place {
    /// Opens a connection with this house's settings.
    pub(crate) fn connect(&self, patience: Duration) -> Result<Connection, StoreError> {
        let read_only = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = match self {
            Self::Memory => Connection::open_in_memory(),
            Self::Writing(path) => Connection::open_with_flags(
                path,
                OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
            ),
            Self::Reading(path) => Connection::open_with_flags(path, read_only),
            Self::StandingStill(path) => Connection::open_with_flags(immutable(path), read_only | OpenFlags::SQLITE_OPEN_URI),
        }?;
        connection.busy_timeout(patience)?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        connection.pragma_update(None, "page_size", PAGE)?;
        connection.pragma_update(None, "foreign_keys", true)?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "cache_size", CACHE)?;
        connection.pragma_update(None, "mmap_size", 0)?;
        connection.pragma_update(None, "temp_store", "MEMORY")?;
        if matches!(self, Self::Writing(_)) {
            connection.pragma_update(None, "journal_mode", "WAL")?;
        }
        Ok(connection)
    }
}

/// <https://www.sqlite.org/uri.html>: what would end the path or begin an escape is escaped.
fn immutable(path: &Path) -> String {
    let path = path.to_string_lossy();
    let path = path.replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    format!("file:{path}?immutable=1")
}

/// Connections to one database, opened as they are needed. Cheap to clone.
#[derive(Debug, Clone)]
pub(crate) struct Pool(Arc<Connections>);

#[derive(Debug)]
struct Connections {
    place: Place,
    patience: Duration,
    idle: Mutex<Vec<Connection>>,
    /// One for each connection that may be open.
    allowed: Arc<Semaphore>,
    most: u32,
}

impl Pool {
    /// `first` is kept: a database in memory lives as long as its one connection.
    pub(crate) fn new(place: Place, first: Connection, most: u32, patience: Duration) -> Self {
        Self(Arc::new(Connections {
            place,
            patience,
            idle: Mutex::new(vec![first]),
            allowed: Arc::new(Semaphore::new(most as usize)),
            most,
        }))
    }

    /// Begins a transaction that only reads.
    pub(crate) async fn read(&self) -> Result<Transaction, StoreError> {
        self.begin("BEGIN DEFERRED").await
    }

    /// Begins a transaction that writes, when no other program does.
    pub(crate) async fn write(&self) -> Result<Transaction, StoreError> {
        self.begin("BEGIN IMMEDIATE").await
    }

    async fn begin(&self, how: &str) -> Result<Transaction, StoreError> {
        let until = Instant::now() + self.0.patience;
        let lent = self.lend().await?;
        // SQLite would put this thread to sleep between its tries; other tasks may want it.
        lent.get()?.busy_timeout(Duration::ZERO)?;
        loop {
            let begun = lent.get()?.execute_batch(how).map_err(StoreError::from);
            if !matches!(begun, Err(StoreError::Busy)) || Instant::now() >= until {
                begun?;
                break;
            }
            tokio::time::sleep(BETWEEN_TRIES).await;
        }
        lent.get()?.busy_timeout(self.0.patience)?;
        Ok(Transaction(lent))
    }

    async fn lend(&self) -> Result<Lent, StoreError> {
        let waiting = Arc::clone(&self.0.allowed).acquire_owned();
        let waiting = tokio::time::timeout(self.0.patience, waiting).await;
        let allowed = waiting
            .map_err(|_| StoreError::Busy)?
            .map_err(|closed| StoreError::ConnectionLost {
                reason: closed.to_string(),
            })?;
        let idle = self.0.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let connection = match idle {
            Some(connection) => connection,
            None => self.0.place.connect(self.0.patience)?,
        };
        Ok(Lent {
            connection: Some(connection),
            from: Arc::clone(&self.0),
            _allowed: allowed,
        })
    }

    /// Waits until every transaction is over, and closes all connections.
    pub(crate) async fn close(&self) {
        // Closed already is as good.
        let _all = self.0.allowed.acquire_many(self.0.most).await;
        self.0.allowed.close();
        self.0.idle.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

/// A connection that goes back to its pool.
#[derive(Debug)]
struct Lent {
    connection: Option<Connection>,
    from: Arc<Connections>,
    _allowed: OwnedSemaphorePermit,
}

impl Lent {
    fn get(&self) -> Result<&Connection, StoreError> {
        self.connection.as_ref().ok_or_else(|| StoreError::ConnectionLost {
            reason: "the transaction is over".to_owned(),
        })
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        let Some(connection) = self.connection.take() else { return };
        // After some errors (a full disk) SQLite has rolled back by itself.
        let usable = connection.is_autocommit() || connection.execute_batch("ROLLBACK").is_ok();
        if usable && !self.from.allowed.is_closed() {
            self.from.idle.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
        }
    }
}

/// An open transaction. Dropped without a commit, nothing of it is stored.
#[derive(Debug)]
pub(crate) struct Transaction(Lent);

impl Transaction {
    pub(crate) fn commit(self) -> Result<(), StoreError> {
        Ok(self.0.get()?.execute_batch("COMMIT")?)
    }

    /// Runs a statement and says how many rows it changed.
    pub(crate) fn execute(&mut self, sql: &str, values: &[Value<'_>]) -> Result<u64, StoreError> {
        Ok(self.bound(sql, values)?.raw_execute()? as u64)
    }

    /// Hands every row of the answer to `each`, until it says that it wants no more.
    pub(crate) fn for_each(
        &mut self,
        sql: &str,
        values: &[Value<'_>],
        mut each: impl FnMut(Row<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let mut statement = self.bound(sql, values)?;
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next()? {
            each(Row::Sqlite(row))?;
        }
        Ok(())
    }

    /// The first row of the answer, if there is one.
    pub(crate) fn fetch_optional<T>(
        &mut self,
        sql: &str,
        values: &[Value<'_>],
        read: impl FnOnce(Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        let mut statement = self.bound(sql, values)?;
        let mut rows = statement.raw_query();
        rows.next()?.map(|row| read(Row::Sqlite(row))).transpose()
    }

    /// Inserts rows, one after the other with one statement. `OR FAIL`: a row that is refused ends the transaction anyway, so SQLite
    /// need not keep what it takes to undo the statement alone.
    pub(crate) fn insert<'a, R: AsRef<[Value<'a>]>>(
        &mut self,
        table: &str,
        columns: &[&str],
        rows: impl IntoIterator<Item = R>,
    ) -> Result<u64, StoreError> {
        let places = vec!["?"; columns.len()].join(", ");
        let sql = format!("INSERT OR FAIL INTO {table} ({}) VALUES ({places})", columns.join(", "));
        let mut statement = self.0.get()?.prepare_cached(&sql)?;
        let mut inserted = 0;
        for row in rows {
            for (value, place) in row.as_ref().iter().zip(1..) {
                statement.raw_bind_parameter(place, value)?;
            }
            inserted += statement.raw_execute()? as u64;
        }
        Ok(inserted)
    }

    /// Runs several statements that take no values.
    pub(crate) fn script(&mut self, sql: &str) -> Result<(), StoreError> {
        Ok(self.0.get()?.execute_batch(sql)?)
    }

    /// The prepared statement with its values. SQLite numbers `$1`, `$2`, … in the order in which it meets them, as if they were names.
    pub(crate) fn bound(&self, sql: &str, values: &[Value<'_>]) -> Result<CachedStatement<'_>, StoreError> {
        let mut statement = self.0.get()?.prepare_cached(sql)?;
        for place in 1..=statement.parameter_count() {
            let name = statement.parameter_name(place).and_then(|name| name.strip_prefix('$'));
            let number: Option<usize> = name.and_then(|name| name.parse().ok());
            let value = number.and_then(|number| values.get(number.checked_sub(1)?));
            let value = value.ok_or_else(|| rusqlite::Error::InvalidParameterCount(place, values.len()))?;
            statement.raw_bind_parameter(place, value)?;
        }
        Ok(statement)
    }

    /// Has SQLite parse a statement without running it.
    pub(crate) fn prepare(&self, sql: &str) -> Result<(), StoreError> {
        self.0.get()?.prepare(sql)?;
        Ok(())
    }
}
