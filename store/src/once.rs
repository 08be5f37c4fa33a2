//! Done once: a program that does not know whether its request arrived sends it again with the same key, and it is not done again.
//!
//! A request with a key goes through these steps, each a transaction of its own:
//! 1. it is claimed: its key stands in `request_key`;
//! 2. it is done: the change is committed, and in the very same transaction the number of its entry in the log is written beside the key
//!    ([`crate::Writing::commit`] does it, so no change can forget to);
//! 3. it is answered: the answer is written beside the key, to be given again.
//!
//! Between any two of them the program may be stopped. What was claimed and not done can be claimed anew after a while, which takes the
//! key away from the one before: should that still be under way, its transaction finds its key gone and stores nothing. What was done is
//! never done again, also when its answer was lost.

use jiff::Timestamp;
use sha2::{Digest as _, Sha256};

use crate::dispatch::Transaction;
use crate::log::{Hash, moment};
use crate::{Row, Store, StoreError, Value, Viewer};

pub(crate) const FORGET: &str = "DELETE FROM request_key WHERE begun < $1";
pub(crate) const FIND: &str =
    "SELECT id, request, begun, event, status, place, answer FROM request_key WHERE token = $1 AND key = $2";
pub(crate) const CLAIM: &str = "INSERT INTO request_key (id, token, key, request, begun) VALUES ($1, $2, $3, $4, $5)";
pub(crate) const RELEASE: &str = "DELETE FROM request_key WHERE id = $1 AND event IS NULL";
pub(crate) const MARK: &str = "UPDATE request_key SET event = $2 WHERE id = $1";
pub(crate) const ANSWERED: &str = "UPDATE request_key SET status = $2, place = $3, answer = $4 WHERE id = $1";

/// How long a key is kept, hours: a request that failed on a Friday can be sent again on the Monday.
pub const KEPT_HOURS: i64 = 72;

/// What a request was answered with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Status of HTTP.
    pub status: u16,
    /// Where what was made can be read, when something was.
    pub place: Option<String>,
    /// The answer itself; none when it holds a secret, which is not kept.
    pub answer: Option<String>,
}

/// What is known of a request with a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Claim {
    /// It is new. Ask as this viewer, then say with [`Store::answered`] or [`Store::release`] what came of it.
    New(Viewer),
    /// It is under way.
    UnderWay,
    /// It was done, with this entry in the log, but what was answered is not known: it was never written, or holds a secret.
    Done {
        /// Number of the entry; none when nothing had to be changed.
        event: Option<i64>,
    },
    /// It was done and answered so.
    Answered(Kept),
    /// The key belongs to another request.
    Other,
}

impl Store {
    /// Claims a request for a program. `request` is all that was asked for; one that was claimed more than `longest` seconds ago and not
    /// done is claimed anew.
    ///
    /// # Errors
    /// [`StoreError::NotThere`] for a viewer without a token; or as the database answers.
    pub async fn claim(&self, viewer: &Viewer, key: &str, request: &[&[u8]], longest: u64) -> Result<Claim, StoreError> {
        let token = viewer.token_id().ok_or(StoreError::NotThere)?;
        let (key, request) = (Hash::from(Sha256::digest(key)), hash(request));
        let at = viewer.at();
        let mut writing = self.begin(&Viewer::system("once", at)).await?;
        let oldest = at.as_microsecond() - KEPT_HOURS * 3_600_000_000;
        writing.run(FORGET, &[oldest.into()]).await?;
        let read = |row: Row<'_>| {
            let same = row.get::<&[u8]>(1)? == request;
            let begun = moment(row.get(2)?)?;
            let (event, status) = (row.get::<Option<i64>>(3)?, row.get::<Option<i64>>(4)?);
            let kept = status.and_then(|status| u16::try_from(status).ok()).map(|status| {
                Ok::<_, StoreError>(Kept {
                    status,
                    place: row.get(5)?,
                    answer: row.get(6)?,
                })
            });
            Ok((row.get::<i64>(0)?, same, begun, event, kept.transpose()?))
        };
        let known = writing
            .fetch_optional(FIND, &[token.into(), Value::Bytes(&key)], read)
            .await?;
        if let Some((id, same, begun, event, kept)) = known {
            let is_old = is_older(begun, at, longest);
            match (same, kept, event) {
                (false, ..) => return Ok(Claim::Other),
                (true, Some(kept), _) if kept.answer.is_some() => return Ok(Claim::Answered(kept)),
                (true, Some(_), event) => return Ok(Claim::Done { event }),
                (true, None, Some(event)) if is_old => return Ok(Claim::Done { event: Some(event) }),
                (true, None, None) if is_old => {
                    writing.run(RELEASE, &[id.into()]).await?;
                }
                (true, None, _) => return Ok(Claim::UnderWay),
            }
        }
        let id = writing.next_ids(1)?;
        let values = [
            id.into(),
            token.into(),
            Value::Bytes(&key),
            Value::Bytes(&request),
            at.as_microsecond().into(),
        ];
        writing.run(CLAIM, &values).await?;
        writing.commit().await?;
        Ok(Claim::New(viewer.clone().doing(id)))
    }

    /// Keeps what a claimed request was answered with.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn answered(&self, viewer: &Viewer, kept: &Kept) -> Result<(), StoreError> {
        let Some(request) = viewer.request() else { return Ok(()) };
        let mut writing = self.begin(&Viewer::system("once", viewer.at())).await?;
        let values = [
            request.into(),
            i64::from(kept.status).into(),
            kept.place.as_deref().into(),
            kept.answer.as_deref().into(),
        ];
        writing.run(ANSWERED, &values).await?;
        writing.commit().await?;
        Ok(())
    }

    /// Lets go of a claimed request that was refused or failed: unless it was done, it can be sent again with the same key.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn release(&self, viewer: &Viewer) -> Result<(), StoreError> {
        let Some(request) = viewer.request() else { return Ok(()) };
        let mut writing = self.begin(&Viewer::system("once", viewer.at())).await?;
        writing.run(RELEASE, &[request.into()]).await?;
        writing.commit().await?;
        Ok(())
    }
}

/// Writes beside a claimed request the entry in the log with which it is done.
pub(crate) async fn mark(transaction: &mut Transaction, request: i64, event: i64) -> Result<(), StoreError> {
    if transaction.run(MARK, &[request.into(), event.into()]).await? == 0 {
        return Err(StoreError::TakenOver);
    }
    Ok(())
}

fn is_older(begun: Timestamp, at: Timestamp, seconds: u64) -> bool {
    at.duration_since(begun).unsigned_abs() > std::time::Duration::from_secs(seconds) && begun < at
}

/// One hash over several parts, each with its length before it.
fn hash(parts: &[&[u8]]) -> Hash {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    hash.finalize().into()
}
