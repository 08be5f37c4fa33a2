//! Calendars of somebody's own deadlines: an address with a secret that a calendar program reads, since it cannot sign in.

use jiff::Timestamp;
use jiff::civil::Date;
use rules::access::{Authority, Permission};
use serde_json::json;

use crate::account::grants_of;
use crate::log::moment;
use crate::session::Token;
use crate::{Reading, Row, Store, StoreError, Value, Viewer};

pub(crate) const OPEN: &str = "INSERT INTO calendar_feed (id, account, hash, created) VALUES ($1, $2, $3, $4)";
pub(crate) const FIND: &str = "SELECT calendar_feed.id, calendar_feed.used, account.id, account.name, account.display, account.person \
     FROM calendar_feed JOIN account ON account.id = calendar_feed.account \
     WHERE calendar_feed.hash = $1 AND calendar_feed.revoked IS NULL AND account.disabled IS NULL";
pub(crate) const OF_ACCOUNT: &str =
    "SELECT id, created, used FROM calendar_feed WHERE account = $1 AND revoked IS NULL ORDER BY id";
pub(crate) const TOUCH: &str = "UPDATE calendar_feed SET used = $2 WHERE id = $1 AND (used IS NULL OR used < $2)";
pub(crate) const REVOKE: &str = "UPDATE calendar_feed SET revoked = $2 WHERE account = $1 AND revoked IS NULL";

/// How long a request waits to note the day of use; when somebody else is writing for longer, the next request does it.
const PATIENCE: std::time::Duration = std::time::Duration::from_millis(100);

/// A calendar, for whoever it belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Feed {
    /// When it was opened.
    pub created: Timestamp,
    /// The last day on which it was read.
    pub used: Option<Date>,
}

impl Store {
    /// Opens a calendar of the viewer's own deadlines at an address with this secret, in place of the one before.
    ///
    /// # Errors
    /// [`StoreError::NotThere`] for whoever is no person or has no deadlines of the own; or as the database answers.
    pub async fn open_feed(&self, viewer: &Viewer, secret: &Token) -> Result<(), StoreError> {
        let account = owner(viewer)?;
        let mut writing = self.begin(viewer).await?;
        let at = viewer.at().as_microsecond();
        let before = writing.execute(REVOKE, &[account.into(), at.into()]).await?;
        let id = writing.next_ids(1)?;
        let hash = secret.hash();
        writing
            .execute(OPEN, &[id.into(), account.into(), Value::Bytes(&hash), at.into()])
            .await?;
        let details = json!({ "before": before > 0, "after": true });
        writing.record("deadline.calendar", viewer.name(), &details).await?;
        writing.commit().await?;
        Ok(())
    }

    /// Takes the viewer's calendar away: its address leads nowhere from then on. Without one nothing is changed.
    ///
    /// # Errors
    /// As [`Self::open_feed`].
    pub async fn close_feed(&self, viewer: &Viewer) -> Result<(), StoreError> {
        let account = owner(viewer)?;
        let mut writing = self.begin(viewer).await?;
        let values = [account.into(), viewer.at().as_microsecond().into()];
        if writing.execute(REVOKE, &values).await? > 0 {
            let details = json!({ "before": true, "after": false });
            writing.record("deadline.calendar", viewer.name(), &details).await?;
            writing.commit().await?;
        }
        Ok(())
    }

    /// Whose calendar has this secret in its address, as the account is trusted today; none when there is no such calendar or the account
    /// is out of use.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn feed_viewer(&self, secret: &Token, at: Timestamp, today: Date) -> Result<Option<Viewer>, StoreError> {
        let job = Viewer::system("calendar", at);
        let mut reading = self.read(&job).await?;
        let hash = secret.hash();
        let read = |row: Row<'_>| {
            let account: (i64, String, String, Option<i64>) = (row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?);
            Ok((row.get::<i64>(0)?, row.get::<Option<Date>>(1)?, account))
        };
        let found = reading.fetch_optional(FIND, &[Value::Bytes(&hash)], read).await?;
        let Some((feed, used, (id, name, display, person))) = found else {
            return Ok(None);
        };
        let grants = grants_of(&mut reading, id).await?;
        drop(reading);
        if used.is_none_or(|used| used < today) {
            let touched = tokio::time::timeout(PATIENCE, self.touch_feed(&job, feed, today)).await;
            match touched.unwrap_or(Ok(())) {
                Ok(()) | Err(StoreError::Busy | StoreError::ReadOnly) => {}
                Err(error) => return Err(error),
            }
        }
        let authority = Authority::Granted(grants.into_iter().map(|role| role.grant).collect());
        let viewer = Viewer::account(id, name, display, person, authority, (at, today));
        Ok(Some(viewer).filter(|viewer| owner(viewer).is_ok()))
    }

    async fn touch_feed(&self, job: &Viewer, feed: i64, today: Date) -> Result<(), StoreError> {
        let mut writing = self.begin(job).await?;
        writing.run(TOUCH, &[feed.into(), today.into()]).await?;
        writing.commit().await?;
        Ok(())
    }
}

impl Reading {
    /// The viewer's calendar; none without one.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn feed(&mut self) -> Result<Option<Feed>, StoreError> {
        let Ok(account) = owner(&self.viewer) else {
            return Ok(None);
        };
        self.fetch_optional(OF_ACCOUNT, &[account.into()], |row| {
            Ok(Feed {
                created: moment(row.get(1)?)?,
                used: row.get(2)?,
            })
        })
        .await
    }
}

/// The account of whoever can have a calendar: a person with deadlines of the own.
fn owner(viewer: &Viewer) -> Result<i64, StoreError> {
    let has_own = viewer.person().is_some() && (viewer.may(Permission::Deadlines) || viewer.may(Permission::OwnLoad));
    viewer.account_id().filter(|_| has_own).ok_or(StoreError::NotThere)
}
