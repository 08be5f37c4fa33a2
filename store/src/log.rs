//! The event log: who changed what and when, each entry chained to the one before, so that a change afterwards shows.
//!
//! The hash of an entry is SHA-256 over its fields, each with its length before it: the hash of the entry before, sequence, moment,
//! actor, action, subject, and the SHA-256 of the details. Details can be erased for good (NULL) without breaking the chain.

use std::ops::{Deref, DerefMut};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::Timestamp;
use rules::access::Permission;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use tokio::sync::OwnedMutexGuard;

use crate::dispatch::Transaction;
use crate::look::Shown;
use crate::value::{Row, Value};
use crate::{Store, StoreError, Viewer, once};

/// A SHA-256.
pub type Hash = [u8; 32];

/// What stands before the first entry.
pub(crate) const BEGINNING: Hash = [0; 32];

pub(crate) const TAKE_HEAD: &str = "UPDATE head SET next_id = next_id WHERE id = 1 RETURNING sequence, hash, next_id";
pub(crate) const MOVE_HEAD: &str = "UPDATE head SET sequence = $1, hash = $2, next_id = $3 WHERE id = 1";
pub(crate) const READ_HEAD: &str = "SELECT sequence, hash FROM head WHERE id = 1";
pub(crate) const HOLDS_EVENT: &str = "SELECT sequence FROM event WHERE sequence = $1 AND hash = $2";
pub(crate) const INSERT_EVENT: &str = "INSERT INTO event (sequence, at, actor, action, subject, details, details_hash, previous, hash) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
pub(crate) const READ_EVENTS: &str = "SELECT sequence, at, actor, action, subject, details, details_hash, previous, hash FROM event \
     ORDER BY sequence";
pub(crate) const READ_SOME_EVENTS: &str =
    "SELECT sequence, at, actor, action, subject, details FROM event WHERE sequence >= $1 ORDER BY sequence LIMIT $2";

/// The latest first; an empty kind or actor is any.
pub(crate) const LATEST_EVENTS: &str = "SELECT sequence, at, actor, action, subject, details FROM event \
     WHERE sequence < $1 AND at >= $2 AND at < $3 AND (CAST($4 AS TEXT) = '' OR action = CAST($4 AS TEXT)) \
     AND (CAST($5 AS TEXT) = '' OR actor = CAST($5 AS TEXT)) ORDER BY sequence DESC LIMIT $6";
pub(crate) const ACTIONS: &str = "SELECT DISTINCT action FROM event ORDER BY action";
pub(crate) const LAST_CHECK: &str =
    "SELECT at, actor, details FROM event WHERE action = 'log.verify' ORDER BY sequence DESC LIMIT 1";

/// A write transaction. Every change is told with [`Writing::record`]; nothing is stored before [`Writing::commit`].
///
/// It has all of [`Transaction`]'s ways to read and write.
///
/// [`StoreError::Unrecorded`] guards the rule that every change has an entry.
#[derive(Debug)]
pub struct Writing {
    store: Store,
    transaction: Transaction,
    viewer: Viewer,
    sequence: i64,
    hash: Hash,
    ids: Ids,
    recorded: u64,
    /// Last, so that the next writer is let in only after the transaction has gone.
    _place: Option<OwnedMutexGuard<()>>,
}

impl Writing {
    pub(crate) async fn new(
        store: Store,
        mut transaction: Transaction,
        place: Option<OwnedMutexGuard<()>>,
        viewer: Viewer,
    ) -> Result<Self, StoreError> {
        let (sequence, hash, next_id) = transaction
            .fetch_one(TAKE_HEAD, &[], |row| Ok((row.get(0)?, hash_of(row, 1)?, row.get(2)?)))
            .await?;
        Ok(Self {
            store,
            transaction,
            viewer,
            sequence,
            hash,
            ids: Ids(Arc::new(AtomicI64::new(next_id))),
            recorded: 0,
            _place: place,
        })
    }

    /// Takes `count` ids that nobody else has or will have, and gives the first of them.
    ///
    /// # Errors
    /// When 63 bits are used up.
    pub fn next_ids(&mut self, count: usize) -> Result<i64, StoreError> {
        self.ids.next(count)
    }

    /// This transaction's ids, for whoever makes rows ready while others are written.
    pub(crate) fn ids(&self) -> Ids {
        self.ids.clone()
    }

    /// Writes an entry in the log and gives its sequence number. `details` say what was before and what is after.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn record(&mut self, action: &str, subject: &str, details: &(impl Serialize + ?Sized)) -> Result<i64, StoreError> {
        let viewer = self.viewer.clone();
        self.record_for((viewer.name(), viewer.at()), action, subject, details).await
    }

    /// As [`Self::record`], for somebody else at another moment.
    pub(crate) async fn record_for(
        &mut self,
        (actor, at): (&str, Timestamp),
        action: &str,
        subject: &str,
        details: &(impl Serialize + ?Sized),
    ) -> Result<i64, StoreError> {
        let details = serde_json::to_string(details)?;
        let entry = Entry {
            sequence: self.sequence + 1,
            at: at.as_microsecond(),
            actor,
            action,
            subject,
            details_hash: Sha256::digest(&details).into(),
            previous: self.hash,
        };
        let hash = entry.hash();
        let values = [
            entry.sequence.into(),
            entry.at.into(),
            Value::Text(entry.actor),
            action.into(),
            subject.into(),
            Value::Text(&details),
            Value::Bytes(&entry.details_hash),
            Value::Bytes(&entry.previous),
            Value::Bytes(&hash),
        ];
        let sequence = entry.sequence;
        self.transaction.run(INSERT_EVENT, &values).await?;
        (self.sequence, self.hash) = (sequence, hash);
        self.recorded += 1;
        Ok(sequence)
    }

    /// Stores everything, and gives the sequence number of the last entry in the log. Once it returns, nothing of it can be lost.
    ///
    /// # Errors
    /// [`StoreError::Unrecorded`] when rows were changed and no entry says so; [`StoreError::TakenOver`]; or as the database answers.
    /// Nothing is stored then, except that after [`StoreError::Unsure`] it is not known: look whether the entry is in the log.
    pub async fn commit(mut self) -> Result<i64, StoreError> {
        if self.transaction.changes > 0 && self.recorded == 0 {
            return Err(StoreError::Unrecorded {
                changes: self.transaction.changes,
            });
        }
        if let Some(request) = self.viewer.request() {
            once::mark(&mut self.transaction, request, self.sequence).await?;
        }
        let values = [self.sequence.into(), Value::Bytes(&self.hash), self.ids.next(0)?.into()];
        self.transaction.run(MOVE_HEAD, &values).await?;
        match self.transaction.commit().await {
            Ok(()) => Ok(self.sequence),
            // The server may have stored it and gone away before it could say so: the log knows.
            Err(lost @ StoreError::ConnectionLost { .. }) if self.recorded > 0 => {
                match Box::pin(self.store.holds_entry(self.sequence, &self.hash)).await {
                    Ok(true) => Ok(self.sequence),
                    Ok(false) => Err(lost),
                    Err(error) => Err(StoreError::Unsure {
                        reason: error.to_string(),
                    }),
                }
            }
            Err(error) => Err(error),
        }
    }

    /// Stores everything with the head as the database now has it: for a copy, which brings the log's entries along.
    pub(crate) async fn commit_as_it_is(self) -> Result<(), StoreError> {
        self.transaction.commit().await
    }

    /// Who writes.
    #[must_use]
    pub fn viewer(&self) -> &Viewer {
        &self.viewer
    }

    /// Whether rows were changed or added so far.
    #[must_use]
    pub fn changed(&self) -> bool {
        self.transaction.changes > 0
    }

    /// The sequence number of the last entry so far.
    #[must_use]
    pub fn sequence(&self) -> i64 {
        self.sequence
    }
}

/// The ids that one transaction gives out. A clone gives out the same ones.
#[derive(Debug, Clone)]
pub(crate) struct Ids(Arc<AtomicI64>);

impl Ids {
    /// As [`Writing::next_ids`].
    pub(crate) fn next(&self, count: usize) -> Result<i64, StoreError> {
        let add = |next: i64| next.checked_add(i64::try_from(count).ok()?);
        self.0
            .try_update(Ordering::Relaxed, Ordering::Relaxed, add)
            .map_err(|_| StoreError::Corrupt {
                reason: "no ids are left".to_owned(),
            })
    }
}

impl Deref for Writing {
    type Target = Transaction;
    fn deref(&self) -> &Transaction {
        &self.transaction
    }
}

impl DerefMut for Writing {
    fn deref_mut(&mut self) -> &mut Transaction {
        &mut self.transaction
    }
}

/// A read transaction: one consistent picture. It has all of [`Transaction`]'s ways to read.
#[derive(Debug)]
pub struct Reading {
    pub(crate) transaction: Transaction,
    pub(crate) viewer: Viewer,
    pub(crate) shown: Shown,
    pub(crate) store: Store,
}

impl Deref for Reading {
    type Target = Transaction;
    fn deref(&self) -> &Transaction {
        &self.transaction
    }
}

impl DerefMut for Reading {
    fn deref_mut(&mut self) -> &mut Transaction {
        &mut self.transaction
    }
}

/// The fields of an entry that its hash covers.
struct Entry<'a> {
    sequence: i64,
    at: i64,
    actor: &'a str,
    action: &'a str,
    subject: &'a str,
    details_hash: Hash,
    previous: Hash,
}

impl Entry<'_> {
    fn hash(&self) -> Hash {
        let mut hash = Sha256::new();
        let (sequence, at) = (self.sequence.to_be_bytes(), self.at.to_be_bytes());
        let texts = [self.actor.as_bytes(), self.action.as_bytes(), self.subject.as_bytes()];
        let fields = [&self.previous[..], &sequence, &at]
            .into_iter()
            .chain(texts)
            .chain([&self.details_hash[..]]);
        for field in fields {
            hash.update((field.len() as u64).to_be_bytes());
            hash.update(field);
        }
        hash.finalize().into()
    }
}

/// One entry of the log, as it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its number, from 1, without gaps.
    pub sequence: i64,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub actor: String,
    /// What was done.
    pub action: String,
    /// To what.
    pub subject: String,
    /// Before and after, as JSON; none when they were erased.
    pub details: Option<String>,
}

/// Which entries of the log are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogFilter {
    /// Only those before this number.
    pub before: i64,
    /// From this moment.
    pub from: Timestamp,
    /// Until, not including, this moment.
    pub until: Timestamp,
    /// Only this kind; empty for any.
    pub action: String,
    /// Only by this actor; empty for anyone.
    pub actor: String,
}

/// A check of the log that somebody asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogCheck {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub actor: String,
    /// How many entries were walked through; none when it is broken.
    pub entries: Option<i64>,
    /// The first entry that does not fit, when it is broken.
    pub broken: Option<i64>,
}

#[derive(Serialize, Deserialize)]
struct CheckDetails {
    entries: Option<i64>,
    broken: Option<i64>,
    why: Option<String>,
}

/// An unbroken log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// How many entries it has.
    pub entries: i64,
    /// Of how many the details were erased.
    pub erased: i64,
    /// The hash of the last entry. Noted elsewhere, it proves that what is here today is still here then.
    pub head: Hash,
}

/// The log is not as it was written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the event log is broken at entry {sequence}: {why}")]
pub struct Broken {
    /// The first entry that does not fit.
    pub sequence: i64,
    /// What does not fit.
    pub why: Why,
}

/// How a log can be broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Why {
    /// The entry is not there, though later ones or the head say that it was.
    #[error("it is missing")]
    Missing,
    /// The entry is there, but the head does not know it.
    #[error("it was added past the end")]
    PastTheEnd,
    /// The entry does not follow the one before it.
    #[error("it does not follow the entry before it")]
    NotFollowing,
    /// The entry's own fields do not fit its hash.
    #[error("it was changed")]
    Changed,
    /// The details do not fit their hash.
    #[error("its details were changed")]
    DetailsChanged,
    /// It says of whom the load was looked at, and what finds such entries by person says otherwise.
    #[error("whose load was looked at was changed")]
    LooksChanged,
    /// All entries fit, but the head is not the last one's hash.
    #[error("the head of the log is another")]
    OtherHead,
}

impl Store {
    /// Walks through the whole log and checks that nothing was changed, removed, added or moved.
    ///
    /// # Errors
    /// [`StoreError::LogBroken`] with the first entry that does not fit, or as the database answers.
    pub async fn verify_log(&self) -> Result<Verified, StoreError> {
        let mut reading = self.read(&Viewer::system("log", Timestamp::UNIX_EPOCH)).await?;
        verify(&mut reading).await
    }

    /// At most `limit` entries of the log, from the sequence number `from` on.
    ///
    /// # Errors
    /// [`StoreError::NotAllowed`], or as the database answers.
    pub async fn log(&self, viewer: &Viewer, from: i64, limit: u32) -> Result<Vec<Event>, StoreError> {
        viewer.require(Permission::EventLog)?;
        let mut reading = self.read(viewer).await?;
        let values = [from.into(), limit.into()];
        reading.fetch(READ_SOME_EVENTS, &values, event).await
    }
}

impl Store {
    /// Walks through the whole log, as [`Self::verify_log`], and notes in it what was found.
    ///
    /// # Errors
    /// [`StoreError::NotAllowed`], or as the database answers; a broken log is no error here.
    pub async fn check_log(&self, viewer: &Viewer) -> Result<LogCheck, StoreError> {
        viewer.require(Permission::EventLog)?;
        let details = match self.verify_log().await {
            Ok(verified) => CheckDetails {
                entries: Some(verified.entries),
                broken: None,
                why: None,
            },
            Err(StoreError::LogBroken(broken)) => CheckDetails {
                entries: None,
                broken: Some(broken.sequence),
                why: Some(broken.why.to_string()),
            },
            Err(error) => return Err(error),
        };
        let mut writing = self.begin(viewer).await?;
        writing.record("log.verify", "log", &details).await?;
        writing.commit().await?;
        Ok(LogCheck {
            at: viewer.at(),
            actor: viewer.name().to_owned(),
            entries: details.entries,
            broken: details.broken,
        })
    }
}

impl Reading {
    /// At most `limit` entries of the log, the latest first.
    ///
    /// # Errors
    /// [`StoreError::NotAllowed`], or as the database answers.
    pub async fn latest_events(&mut self, filter: &LogFilter, limit: u32) -> Result<Vec<Event>, StoreError> {
        self.viewer.require(Permission::EventLog)?;
        let values = [
            filter.before.into(),
            filter.from.as_microsecond().into(),
            filter.until.as_microsecond().into(),
            Value::Text(&filter.action),
            Value::Text(&filter.actor),
            limit.into(),
        ];
        self.fetch(LATEST_EVENTS, &values, event).await
    }

    /// The kinds of entries that the log has.
    ///
    /// # Errors
    /// [`StoreError::NotAllowed`], or as the database answers.
    pub async fn event_actions(&mut self) -> Result<Vec<String>, StoreError> {
        self.viewer.require(Permission::EventLog)?;
        self.fetch(ACTIONS, &[], |row| row.get(0)).await
    }

    /// The latest check that somebody asked for with [`Store::check_log`]; none when nobody has.
    ///
    /// # Errors
    /// [`StoreError::NotAllowed`], or as the database answers.
    pub async fn last_log_check(&mut self) -> Result<Option<LogCheck>, StoreError> {
        self.viewer.require(Permission::EventLog)?;
        let read = |row: Row<'_>| {
            let details: Option<CheckDetails> = row.get::<Option<&str>>(2)?.map(serde_json::from_str).transpose()?;
            Ok(details.map(|details| {
                Ok::<_, StoreError>(LogCheck {
                    at: moment(row.get(0)?)?,
                    actor: row.get(1)?,
                    entries: details.entries,
                    broken: details.broken,
                })
            }))
        };
        self.fetch_optional(LAST_CHECK, &[], read).await?.flatten().transpose()
    }
}

fn event(row: Row<'_>) -> Result<Event, StoreError> {
    Ok(Event {
        sequence: row.get(0)?,
        at: moment(row.get(1)?)?,
        actor: row.get(2)?,
        action: row.get(3)?,
        subject: row.get(4)?,
        details: row.get(5)?,
    })
}

/// Checks the log as it stands within a transaction.
pub(crate) async fn verify(transaction: &mut Transaction) -> Result<Verified, StoreError> {
    let (entries, head) = transaction
        .fetch_one(READ_HEAD, &[], |row| Ok((row.get::<i64>(0)?, hash_of(row, 1)?)))
        .await?;
    let mut last = (0, BEGINNING);
    let mut erased = 0;
    transaction
        .for_each(READ_EVENTS, &[], |row| {
            let sequence: i64 = row.get(0)?;
            if sequence != last.0 + 1 {
                return Err(Broken {
                    sequence: last.0 + 1,
                    why: Why::Missing,
                }
                .into());
            }
            if sequence > entries {
                return Err(Broken {
                    sequence,
                    why: Why::PastTheEnd,
                }
                .into());
            }
            let hash = check(row, sequence, last.1)?;
            erased += i64::from(row.get::<Option<&str>>(5)?.is_none());
            last = (sequence, hash);
            Ok(())
        })
        .await?;
    if last.0 != entries {
        return Err(Broken {
            sequence: last.0 + 1,
            why: Why::Missing,
        }
        .into());
    }
    if last.1 != head {
        return Err(Broken {
            sequence: entries,
            why: Why::OtherHead,
        }
        .into());
    }
    crate::look::verify(transaction).await?;
    Ok(Verified { entries, erased, head })
}

/// Checks one entry against the one before and gives its hash.
fn check(row: Row<'_>, sequence: i64, previous: Hash) -> Result<Hash, StoreError> {
    let (entry, details, hash) = read_entry(row, sequence)?;
    let why = if entry.previous != previous {
        Why::NotFollowing
    } else if entry.hash() != hash {
        Why::Changed
    } else if details.is_some_and(|details| Hash::from(Sha256::digest(details)) != entry.details_hash) {
        Why::DetailsChanged
    } else {
        return Ok(hash);
    };
    Err(Broken { sequence, why }.into())
}

fn read_entry(row: Row<'_>, sequence: i64) -> Result<(Entry<'_>, Option<&str>, Hash), StoreError> {
    let entry = Entry {
        sequence,
        at: row.get(1)?,
        actor: row.get(2)?,
        action: row.get(3)?,
        subject: row.get(4)?,
        details_hash: hash_of(row, 6)?,
        previous: hash_of(row, 7)?,
    };
    Ok((entry, row.get(5)?, hash_of(row, 8)?))
}

/// A stored moment.
pub(crate) fn moment(microseconds: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_microsecond(microseconds).map_err(|error| StoreError::Corrupt {
        reason: error.to_string(),
    })
}

/// A stored hash; one of another length fits nothing.
fn hash_of(row: Row<'_>, index: usize) -> Result<Hash, StoreError> {
    Ok(row.get::<&[u8]>(index)?.try_into().unwrap_or([0xff; 32]))
}
