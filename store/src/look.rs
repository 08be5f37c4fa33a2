//! The access log: whoever reads a named person's load leaves an entry in the event log, which that person can see.
//!
//! An entry is one reading, with the ids of all it showed; it is chained like every other entry. Readings that end at the same time are
//! written in one transaction, so that many pages wait for one write (`docs/decisions/0010-seen-access.md`).

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::Date;
use rules::access::Permission;
use serde::{Deserialize, Serialize};

use crate::log::{Broken, Why};
use crate::{Reading, Row, Store, StoreError, Value, Viewer, dispatch::Transaction};

pub(crate) const WHO_LOOKED: &str = "SELECT event.sequence, event.at, event.actor, event.subject FROM look \
     JOIN event ON event.sequence = look.event WHERE look.person = $1 ORDER BY event.sequence DESC LIMIT $2";
pub(crate) const LOOKS: &str = "SELECT event.sequence, event.details, look.person FROM event LEFT JOIN look ON look.event = event.sequence \
     WHERE event.action = 'load.look' ORDER BY event.sequence, look.person";
pub(crate) const COUNT_LOOKS: &str = "SELECT CAST(COUNT(*) AS BIGINT) FROM look";

/// The action of such an entry.
pub const ACTION: &str = "load.look";

/// How long an answer waits for its entry to be written. When another writer, such as a large import, takes longer, the entry waits on
/// in memory and is written with the next.
const PATIENCE: Duration = Duration::from_millis(250);

/// What was looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// The load on a day, with what is held.
    Load,
    /// The load over time.
    History,
    /// Who holds a case.
    Case,
    /// A measurement or a dialogue.
    Measurement,
}

impl Subject {
    /// The id in the log.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Load => "load",
            Self::History => "history",
            Self::Case => "case",
            Self::Measurement => "measurement",
        }
    }
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Details {
    pub account: Option<i64>,
    pub first: Option<Date>,
    pub last: Option<Date>,
    pub people: Vec<i64>,
}

/// One reading that is to be logged.
#[derive(Debug)]
struct Look {
    actor: String,
    at: Timestamp,
    subject: Subject,
    details: Details,
}

/// Readings whose entries are not written yet.
#[derive(Debug, Clone, Default)]
pub(crate) struct Waiting(Arc<Mutex<Vec<Look>>>);

impl Waiting {
    fn take(&self) -> Vec<Look> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Puts them behind those that wait already.
    fn put(&self, looks: &mut Vec<Look>) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).append(looks);
    }

    /// Puts them back, before those that came meanwhile.
    fn put_back(&self, looks: &mut Vec<Look>) {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        looks.append(&mut waiting);
        waiting.append(looks);
    }
}

/// What one [`Reading`] has shown so far. However the reading ends, it goes to those that wait.
#[derive(Debug)]
pub(crate) struct Shown {
    waiting: Waiting,
    looks: Vec<Look>,
}

impl Shown {
    pub(crate) fn nothing(waiting: &Waiting) -> Self {
        Self {
            waiting: waiting.clone(),
            looks: Vec::new(),
        }
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        self.waiting.put(&mut self.looks);
    }
}

/// Entries that were taken to be written; whatever stops that, they wait again.
struct Taken<'w> {
    waiting: &'w Waiting,
    looks: Vec<Look>,
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        self.waiting.put_back(&mut self.looks);
    }
}

/// That somebody looked at a person's load.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Looked {
    /// Number of the entry in the event log.
    pub event: i64,
    /// When.
    pub at: Timestamp,
    /// Who, by the name in the log.
    pub actor: String,
    /// What: an id of [`Subject`].
    pub subject: String,
}

impl Reading {
    /// Notes that the viewer was shown something about these people; the own does not count, nor does what a job reads.
    pub(crate) fn note(&mut self, subject: Subject, days: Option<(Date, Date)>, people: impl IntoIterator<Item = i64>) {
        let own = self.viewer.person();
        let mut people: Vec<i64> = people.into_iter().filter(|person| Some(*person) != own).collect();
        people.sort_unstable();
        people.dedup();
        if people.is_empty() || !self.viewer.is_somebody() {
            return;
        }
        // What one reading shows of the same people in several steps is one look.
        let is_in =
            |look: &&mut Look| look.subject == subject && people.iter().all(|person| look.details.people.contains(person));
        if let Some(look) = self.shown.looks.iter_mut().find(is_in) {
            let (first, last) = days.unzip();
            let details = &mut look.details;
            details.first = details.first.into_iter().chain(first).min();
            details.last = details.last.into_iter().chain(last).max();
            return;
        }
        let details = Details {
            account: self.viewer.account_id(),
            first: days.map(|days| days.0),
            last: days.map(|days| days.1),
            people,
        };
        self.shown.looks.push(Look {
            actor: self.viewer.name().to_owned(),
            at: self.viewer.at(),
            subject,
            details,
        });
    }

    /// Ends the reading and writes into the log whose loads it showed. Do this before the answer is given.
    ///
    /// A database that can only be read takes no entry. While another writer takes longer than a quarter of a second, the entry waits
    /// in memory for the next writing of this kind or [`Store::close`].
    ///
    /// # Errors
    /// As the database answers.
    pub async fn close(self) -> Result<(), StoreError> {
        let Self {
            transaction,
            shown,
            store,
            ..
        } = self;
        let any = !shown.looks.is_empty();
        drop(transaction);
        drop(shown);
        if any { store.write_looks().await } else { Ok(()) }
    }

    /// Who looked at this person's load, the latest first, at most `limit`; nothing when the viewer is neither that person nor one who
    /// reviews the access log.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn who_looked_at(&mut self, person: i64, limit: u32) -> Result<Vec<Looked>, StoreError> {
        let own = self.viewer.person() == Some(person) && self.viewer.may(Permission::OwnLoad);
        if !own && !self.viewer.may(Permission::ReviewAccess) {
            return Ok(Vec::new());
        }
        let read = |row: Row<'_>| {
            Ok(Looked {
                event: row.get(0)?,
                at: crate::log::moment(row.get(1)?)?,
                actor: row.get(2)?,
                subject: row.get(3)?,
            })
        };
        self.fetch(WHO_LOOKED, &[person.into(), limit.into()], read).await
    }
}

impl Store {
    /// Writes the entries that wait, when it is our turn within a moment; see [`Reading::close`].
    pub(crate) async fn write_looks(&self) -> Result<(), StoreError> {
        if self.is_read_only() {
            self.waiting().take();
            return Ok(());
        }
        let job = Viewer::system("access log", Timestamp::UNIX_EPOCH);
        let Ok(begun) = tokio::time::timeout(PATIENCE, self.begin(&job)).await else {
            return Ok(());
        };
        let mut writing = begun?;
        // Whoever else was writing may have written these: only now that it is our turn is it known whether any are left.
        let mut taken = Taken {
            looks: self.waiting().take(),
            waiting: self.waiting(),
        };
        if taken.looks.is_empty() {
            return Ok(());
        }
        let mut rows = Vec::new();
        for look in &taken.looks {
            let (actor, subject) = (look.actor.as_str(), look.subject.id());
            let event = writing.record_for((actor, look.at), ACTION, subject, &look.details).await?;
            rows.extend(
                look.details
                    .people
                    .iter()
                    .map(|person| [Value::Integer(event), Value::Integer(*person)]),
            );
        }
        writing.insert_many("look", ["event", "person"], rows).await?;
        writing.commit().await?;
        taken.looks.clear();
        Ok(())
    }
}

/// Checks that it stands in the chained log whose loads were looked at just as in the table that finds them by person.
pub(crate) async fn verify(transaction: &mut Transaction) -> Result<(), StoreError> {
    // The entry, what the log says of it unless that was erased, and what the table has of it.
    let mut entries: Vec<(i64, Option<Vec<i64>>, Vec<i64>)> = Vec::new();
    let mut found = 0_i64;
    transaction
        .for_each(LOOKS, &[], |row| {
            let sequence: i64 = row.get(0)?;
            if entries.last().is_none_or(|last| last.0 != sequence) {
                let details: Option<Details> = row.get::<Option<&str>>(1)?.map(serde_json::from_str).transpose()?;
                entries.push((sequence, details.map(|details| details.people), Vec::new()));
            }
            if let (Some(person), Some(last)) = (row.get::<Option<i64>>(2)?, entries.last_mut()) {
                last.2.push(person);
                found += 1;
            }
            Ok(())
        })
        .await?;
    let why = Why::LooksChanged;
    if let Some((sequence, ..)) = entries
        .iter()
        .find(|(_, said, kept)| said.as_ref().is_some_and(|said| said != kept))
    {
        return Err(Broken {
            sequence: *sequence,
            why,
        }
        .into());
    }
    let all: i64 = transaction.fetch_one(COUNT_LOOKS, &[], |row| row.get(0)).await?;
    if all == found {
        Ok(())
    } else {
        let sequence = entries.last().map_or(0, |last| last.0);
        Err(Broken { sequence, why }.into())
    }
}
