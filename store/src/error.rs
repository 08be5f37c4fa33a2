//! What can go wrong between the system and its database, said so that somebody can act on it.

use std::path::PathBuf;

use crate::log::Broken;

/// Why something could not be read or stored. When a [`crate::Writing`] gives an error, nothing of it is stored.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The address leads to no database that can be opened.
    #[error("cannot open the database {address}: {reason}")]
    CannotOpen {
        /// The address, without any password.
        address: String,
        /// What the system or the server says.
        reason: String,
    },
    /// The database holds something else.
    #[error("{address} is not a Tyngdpunkt database")]
    NotTyngdpunkt {
        /// The address, without any password.
        address: String,
    },
    /// A newer program made the database: install that version of the program, or restore a backup made by this one.
    #[error("the database has version {found}, this program knows versions up to {known}")]
    NewerVersion {
        /// Version of the database.
        found: i64,
        /// The newest version that this program knows.
        known: i64,
    },
    /// The database may only be read and must first be brought to this program's version: open it once where it can be written.
    #[error("the database has version {found} and must be brought to version {known}, but it can only be read")]
    OlderVersion {
        /// Version of the database.
        found: i64,
        /// The version that this program needs.
        known: i64,
    },
    /// No space left: make room and try again.
    #[error("the disk is full")]
    DiskFull,
    /// The database may only be read.
    #[error("the database can only be read")]
    ReadOnly,
    /// The server went away. Whatever was not committed is not stored.
    #[error("the connection to the database was lost: {reason}")]
    ConnectionLost {
        /// What the system says.
        reason: String,
    },
    /// The server went away while it was storing something, and did not come back to say whether it did. Look whether it is there before
    /// it is sent again.
    #[error("the connection to the database was lost while storing, and it is not known whether it was stored: {reason}")]
    Unsure {
        /// What the system says.
        reason: String,
    },
    /// Somebody else has been writing for too long: try again.
    #[error("the database is busy")]
    Busy,
    /// The file or the server's data are damaged: restore a backup.
    #[error("the database is damaged: {reason}")]
    Corrupt {
        /// What the database says.
        reason: String,
    },
    /// The event log is not as it was written.
    #[error(transparent)]
    LogBroken(#[from] Broken),
    /// A rule of the database refused a row: it is there already, what it refers to is not, or its values contradict each other.
    #[error("the database refused a row: {reason}")]
    Refused {
        /// Which rule.
        rule: Rule,
        /// What the database says; it names table and column.
        reason: String,
    },
    /// A change was about to be committed without an entry in the event log. A fault in the program; nothing was stored.
    #[error("{changes} rows were changed without an entry in the event log")]
    Unrecorded {
        /// How many rows.
        changes: u64,
    },
    /// The target of a restore already holds something.
    #[error("the database already holds data")]
    NotEmpty,
    /// The file is not a whole backup.
    #[error("{path} is not a whole backup: {reason}")]
    BackupDamaged {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// A file could not be read or written.
    #[error("{path}: {source}")]
    File {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// What is to be logged cannot be written as JSON. A fault in the program.
    #[error("details of a log entry: {0}")]
    Details(#[from] serde_json::Error),
    /// The viewer may not do this. What a viewer may not see, on the other hand, is as if it were not there.
    #[error("not allowed: {permission:?}")]
    NotAllowed {
        /// What it takes.
        permission: rules::access::Permission,
    },
    /// There is no such thing, or it is not for this viewer.
    #[error("there is no such thing")]
    NotThere,
    /// The viewer is a program whose token may only read.
    #[error("the token may only read")]
    ReadOnlyToken,
    /// The request took so long that a second one with the same key has been let in. Nothing of this one is stored.
    #[error("another request with the same key was let in")]
    TakenOver,
    /// Anything else that the database answers. A fault in the program or in the server.
    #[error("the database answered: {0}")]
    Unexpected(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// The rules by which a database refuses a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// Something with the same key is there already.
    Unique,
    /// What the row refers to is not there, or something still refers to it.
    Reference,
    /// A value contradicts another, or is missing.
    Check,
    /// The event log is append-only.
    AppendOnly,
}

impl StoreError {
    /// The same error, for an address that was just about to be opened.
    pub(crate) fn while_opening(self, address: &str) -> Self {
        match self {
            Self::ConnectionLost { reason } => Self::CannotOpen {
                address: address.to_owned(),
                reason,
            },
            Self::Unexpected(error) => Self::CannotOpen {
                address: address.to_owned(),
                reason: error.to_string(),
            },
            other => other,
        }
    }

    /// PostgreSQL's codes: <https://www.postgresql.org/docs/15/errcodes-appendix.html>
    fn from_postgres(code: &str, reason: String) -> Result<Self, String> {
        let class = code.get(..2).unwrap_or_default();
        Ok(match (code, class) {
            ("53100", _) => Self::DiskFull,
            ("25006", _) => Self::ReadOnly,
            ("57P01" | "57P02" | "57P03" | "57P05", _) | (_, "08") => Self::ConnectionLost { reason },
            ("55P03" | "53300", _) | (_, "40") => Self::Busy,
            ("XX001" | "XX002", _) => Self::Corrupt { reason },
            ("23505", _) => Self::Refused {
                rule: Rule::Unique,
                reason,
            },
            ("23503", _) => Self::Refused {
                rule: Rule::Reference,
                reason,
            },
            ("23000", _) => Self::Refused {
                rule: Rule::AppendOnly,
                reason,
            },
            (_, "23") => Self::Refused {
                rule: Rule::Check,
                reason,
            },
            _ => return Err(reason),
        })
    }

    /// SQLite's result codes: the low byte is the kind, the rest tells more. <https://www.sqlite.org/rescode.html>
    fn from_sqlite(code: i32, reason: String) -> Result<Self, String> {
        const NO_ROOM_FOR_SHARED_MEMORY: i32 = 4874;
        Ok(match (code, code & 0xff) {
            (NO_ROOM_FOR_SHARED_MEMORY, _) | (_, 13) => Self::DiskFull,
            (_, 5 | 6) => Self::Busy,
            (_, 8) => Self::ReadOnly,
            (_, 10) => Self::ConnectionLost { reason },
            (_, 11 | 26) => Self::Corrupt { reason },
            (1555 | 2067 | 2579, _) => Self::Refused {
                rule: Rule::Unique,
                reason,
            },
            (787, _) => Self::Refused {
                rule: Rule::Reference,
                reason,
            },
            (1811, _) => Self::Refused {
                rule: Rule::AppendOnly,
                reason,
            },
            (_, 19) => Self::Refused {
                rule: Rule::Check,
                reason,
            },
            _ => return Err(reason),
        })
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::Database(database) => {
                let code = database.code().unwrap_or_default();
                Self::from_postgres(&code, database.message().to_owned()).unwrap_or(Self::Unexpected(error.into()))
            }
            sqlx::Error::Io(io) if io.kind() == std::io::ErrorKind::StorageFull => Self::DiskFull,
            sqlx::Error::Io(_)
            | sqlx::Error::Tls(_)
            | sqlx::Error::Protocol(_)
            | sqlx::Error::WorkerCrashed
            | sqlx::Error::PoolClosed => Self::ConnectionLost {
                reason: error.to_string(),
            },
            sqlx::Error::PoolTimedOut => Self::Busy,
            _ => Self::Unexpected(error.into()),
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match &error {
            rusqlite::Error::SqliteFailure(failure, message) => {
                let reason = message.clone().unwrap_or_else(|| failure.to_string());
                Self::from_sqlite(failure.extended_code, reason).unwrap_or_else(|_| Self::Unexpected(error.into()))
            }
            _ => Self::Unexpected(error.into()),
        }
    }
}
