//! The review of the access log: what is drawn, what is unusual, and who signed for having looked.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rules::access::{Authority, Permission, Reach};
use rules::access_review::{Entry, Unusual, Usual, sample, unusual};
use rules::unit::Tree;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::account::grants_of;
use crate::log::moment;
use crate::look::Details;
use crate::value::id_keys;
use crate::{Reading, Row, Store, StoreError, Value, Viewer, dispatch::Transaction};

pub(crate) const LOOKS_WITHIN: &str = "SELECT sequence, at, actor, subject, details FROM event \
     WHERE action = 'load.look' AND at >= $1 AND at < $2 ORDER BY sequence";
pub(crate) const SIGN: &str = "INSERT INTO access_review (id, first_event, last_event, seed, drawn, finding, reviewer, signed) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
pub(crate) const REVIEWS: &str = "SELECT id, first_event, last_event, seed, drawn, finding, reviewer, signed FROM access_review \
     ORDER BY signed DESC, id DESC";

pub(crate) const DRAW: &str =
    "INSERT INTO access_draw (id, started, until, seed, size, actor, drawn) VALUES ($1, $2, $3, $4, $5, $6, $7)";
pub(crate) const OPEN_DRAW: &str =
    "SELECT started, until, seed, size, actor, drawn FROM access_draw WHERE review IS NULL ORDER BY id LIMIT 1";
pub(crate) const COVERED_UNTIL: &str = "SELECT MAX(until) FROM access_draw WHERE review IS NOT NULL";
pub(crate) const COUNT_WITHIN: &str =
    "SELECT CAST(COUNT(*) AS BIGINT) FROM event WHERE action = 'load.look' AND at >= $1 AND at < $2";
pub(crate) const CLOSE_DRAW: &str =
    "UPDATE access_draw SET review = $1 WHERE review IS NULL AND started = $2 AND until = $3 AND seed = $4";
pub(crate) const NAMES: &str =
    "SELECT id, name FROM person WHERE id IN (SELECT CAST(wanted.key AS BIGINT) FROM json_each($1) AS wanted)";

/// At least so many readings are drawn, when there are so many.
const FEWEST_DRAWN: i64 = 10;

/// A review that was begun and not signed yet. Once begun it cannot be drawn again: nobody chooses the lot that suits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draw {
    /// From this moment.
    pub from: Timestamp,
    /// Until, not including, this moment.
    pub to: Timestamp,
    /// Where the lot begins.
    pub seed: u32,
    /// How many readings are drawn by lot.
    pub size: usize,
    /// Who began it.
    pub actor: String,
    /// When.
    pub at: Timestamp,
}

impl Draw {
    /// What the review covers, by the clock on the wall of `zone`.
    #[must_use]
    pub fn order(&self, usual: Usual, zone: TimeZone) -> ReviewOrder {
        ReviewOrder {
            from: self.from,
            to: self.to,
            seed: self.seed,
            size: self.size,
            usual,
            zone,
        }
    }
}

/// What no signed review has covered yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotReviewed {
    /// Since when; none when nothing was ever reviewed.
    pub since: Option<Timestamp>,
    /// How many readings.
    pub looks: i64,
}

/// What a review covers.
#[derive(Debug, Clone)]
pub struct ReviewOrder {
    /// From this moment.
    pub from: Timestamp,
    /// Until, not including, this moment.
    pub to: Timestamp,
    /// Where the lot begins.
    pub seed: u32,
    /// How many readings are drawn by lot.
    pub size: usize,
    /// What is usual.
    pub usual: Usual,
    /// Where the clock on the wall hangs.
    pub zone: TimeZone,
}

/// A reading that shall be looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewedLook {
    /// Number of the entry in the event log.
    pub event: i64,
    /// When.
    pub at: Timestamp,
    /// Who, by the name in the log.
    pub actor: String,
    /// What: an id of [`crate::look::Subject`].
    pub subject: String,
    /// Ids of those whose loads were read; empty when the details were erased.
    pub people: Vec<i64>,
    /// Drawn by lot.
    pub drawn: bool,
    /// Why it is unusual.
    pub unusual: Vec<Unusual>,
}

/// A review that was done and signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// Id in this database.
    pub id: i64,
    /// The first and the last entry it covered.
    pub events: (i64, i64),
    /// Where the lot began.
    pub seed: u32,
    /// What was looked at.
    pub looks: Vec<ReviewedLook>,
    /// What the reviewer found.
    pub finding: String,
    /// Who signed.
    pub reviewer: String,
    /// When.
    pub signed: Timestamp,
}

/// Why a review was not signed.
#[derive(Debug, thiserror::Error)]
pub enum ReviewError {
    /// It says nothing about what was found, or too much.
    #[error("a finding has one to 2000 characters")]
    Finding,
    /// It contains what looks like a personal identity number.
    #[error("the finding contains a personal identity number")]
    IdentityNumber,
    /// The database, or the viewer may not.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Reading {
    /// The readings that a review shall look at: those drawn by lot and the unusual ones, in order of time.
    ///
    /// # Errors
    /// [`StoreError::NotAllowed`], or as the database answers.
    pub async fn draw_review(&mut self, order: &ReviewOrder) -> Result<Vec<ReviewedLook>, StoreError> {
        self.viewer().require(Permission::ReviewAccess)?;
        let values = [order.from.as_microsecond().into(), order.to.as_microsecond().into()];
        let read = |row: Row<'_>| {
            let details: Option<Details> = row.get::<Option<&str>>(4)?.map(serde_json::from_str).transpose()?;
            let look = ReviewedLook {
                event: row.get(0)?,
                at: moment(row.get(1)?)?,
                actor: row.get(2)?,
                subject: row.get(3)?,
                people: details.as_ref().map(|details| details.people.clone()).unwrap_or_default(),
                drawn: false,
                unusual: Vec::new(),
            };
            Ok((look, details.and_then(|details| details.account)))
        };
        let found = self.fetch(LOOKS_WITHIN, &values, read).await?;
        let mut teams = Teams {
            tree: self.units().await?,
            known: HashMap::new(),
        };
        let mut entries = Vec::with_capacity(found.len());
        for (look, account) in &found {
            let local = order.zone.to_datetime(look.at);
            let team = teams.led_by(self, *account, local.date()).await?;
            entries.push(Entry {
                actor: look.actor.clone(),
                local,
                people: look.people.clone(),
                outside: look.people.iter().filter(|person| !team.contains(person)).count(),
            });
        }
        let reasons = unusual(&entries, order.usual);
        let drawn: HashSet<usize> = sample(found.len(), order.size, u64::from(order.seed)).into_iter().collect();
        let looks = found
            .into_iter()
            .zip(reasons)
            .enumerate()
            .map(|(place, ((look, _), unusual))| ReviewedLook {
                drawn: drawn.contains(&place),
                unusual,
                ..look
            });
        Ok(looks.filter(|look| look.drawn || !look.unusual.is_empty()).collect())
    }

    /// The review that was begun and not signed yet, when there is one.
    ///
    /// # Errors
    /// [`StoreError::NotAllowed`], or as the database answers.
    pub async fn open_review(&mut self) -> Result<Option<Draw>, StoreError> {
        self.viewer().require(Permission::ReviewAccess)?;
        open_draw(self).await
    }

    /// What no signed review has covered yet, up to the viewer's moment.
    ///
    /// # Errors
    /// [`StoreError::NotAllowed`], or as the database answers.
    pub async fn not_reviewed(&mut self) -> Result<NotReviewed, StoreError> {
        self.viewer().require(Permission::ReviewAccess)?;
        let until = self.viewer().at().as_microsecond();
        let covered = covered_until(self).await?;
        let values = [covered.unwrap_or(0).into(), until.into()];
        let looks = self.fetch_one(COUNT_WITHIN, &values, |row| row.get(0)).await?;
        let since = covered.map(moment).transpose()?;
        Ok(NotReviewed { since, looks })
    }

    /// The names of those whose loads were read, by their ids; for whoever reviews the access log.
    ///
    /// # Errors
    /// [`StoreError::NotAllowed`], or as the database answers.
    pub async fn names_of(&mut self, people: &[i64]) -> Result<HashMap<i64, String>, StoreError> {
        self.viewer().require(Permission::ReviewAccess)?;
        let wanted = id_keys(people.iter().copied());
        let read = |row: Row<'_>| Ok((row.get(0)?, row.get(1)?));
        Ok(self.fetch(NAMES, &[Value::Json(&wanted)], read).await?.into_iter().collect())
    }

    /// The signed reviews, the latest first.
    ///
    /// # Errors
    /// [`StoreError::NotAllowed`], or as the database answers.
    pub async fn reviews(&mut self) -> Result<Vec<Review>, StoreError> {
        self.viewer().require(Permission::ReviewAccess)?;
        let read = |row: Row<'_>| {
            Ok(Review {
                id: row.get(0)?,
                events: (row.get(1)?, row.get(2)?),
                seed: u32::try_from(row.get::<i64>(3)?).unwrap_or_default(),
                looks: serde_json::from_str(row.get(4)?)?,
                finding: row.get(5)?,
                reviewer: row.get(6)?,
                signed: moment(row.get(7)?)?,
            })
        };
        self.fetch(REVIEWS, &[], read).await
    }
}

/// Who was in the teams that an account led on a day.
struct Teams {
    tree: Tree,
    known: HashMap<(i64, Date), HashSet<i64>>,
}

impl Teams {
    async fn led_by(&mut self, reading: &mut Reading, account: Option<i64>, day: Date) -> Result<HashSet<i64>, StoreError> {
        let Some(account) = account else { return Ok(HashSet::new()) };
        if let Some(known) = self.known.get(&(account, day)) {
            return Ok(known.clone());
        }
        let grants = grants_of(reading, account)
            .await?
            .into_iter()
            .map(|role| role.grant)
            .collect();
        let reach: Reach = Authority::Granted(grants).reach(Permission::LoadByName, &self.tree, day);
        let team: HashSet<i64> = reading.members(&reach, day).await?.into_iter().collect();
        self.known.insert((account, day), team.clone());
        Ok(team)
    }
}

async fn open_draw(transaction: &mut Transaction) -> Result<Option<Draw>, StoreError> {
    let read = |row: Row<'_>| {
        Ok(Draw {
            from: moment(row.get(0)?)?,
            to: moment(row.get(1)?)?,
            seed: u32::try_from(row.get::<i64>(2)?).unwrap_or_default(),
            size: usize::try_from(row.get::<i64>(3)?).unwrap_or_default(),
            actor: row.get(4)?,
            at: moment(row.get(5)?)?,
        })
    };
    transaction.fetch_optional(OPEN_DRAW, &[], read).await
}

async fn covered_until(transaction: &mut Transaction) -> Result<Option<i64>, StoreError> {
    transaction.fetch_one(COVERED_UNTIL, &[], |row| row.get(0)).await
}

impl Store {
    /// Begins a review of all that no signed one has covered: draws `share` of a hundred readings by lot, from `seed`, which stands in
    /// the log from now on. While one is open, that one is given instead.
    ///
    /// # Errors
    /// [`StoreError::NotAllowed`], or as the database answers.
    pub async fn begin_review(&self, viewer: &Viewer, seed: u32, share: u16) -> Result<Draw, StoreError> {
        viewer.require(Permission::ReviewAccess)?;
        let mut writing = self.begin(viewer).await?;
        if let Some(open) = open_draw(&mut writing).await? {
            return Ok(open);
        }
        let (from, to) = (covered_until(&mut writing).await?.unwrap_or(0), viewer.at().as_microsecond());
        let values = [from.into(), to.into()];
        let looks: i64 = writing.fetch_one(COUNT_WITHIN, &values, |row| row.get(0)).await?;
        let size = looks
            .saturating_mul(share.into())
            .saturating_add(99)
            .div_euclid(100)
            .max(FEWEST_DRAWN)
            .min(looks);
        let id = writing.next_ids(1)?;
        let values = [
            id.into(),
            from.into(),
            to.into(),
            seed.into(),
            size.into(),
            viewer.name().into(),
            to.into(),
        ];
        writing.execute(DRAW, &values).await?;
        let details = json!({ "from": moment(from)?, "to": moment(to)?, "seed": seed, "size": size, "of": looks });
        writing.record("access.draw", viewer.name(), &details).await?;
        writing.commit().await?;
        Ok(Draw {
            from: moment(from)?,
            to: moment(to)?,
            seed,
            size: usize::try_from(size).unwrap_or_default(),
            actor: viewer.name().to_owned(),
            at: viewer.at(),
        })
    }

    /// Draws the review again and stores it, signed by the viewer with what was found; gives its id. A review that was begun is done.
    ///
    /// # Errors
    /// [`ReviewError`].
    pub async fn sign_review(&self, viewer: &Viewer, order: &ReviewOrder, finding: &str) -> Result<i64, ReviewError> {
        let finding = finding.trim();
        if finding.is_empty() || finding.chars().count() > 2000 {
            return Err(ReviewError::Finding);
        }
        if rules::identity_number::contains(finding) {
            return Err(ReviewError::IdentityNumber);
        }
        let mut reading = self.read(viewer).await?;
        let looks = reading.draw_review(order).await?;
        let values = [order.from.as_microsecond().into(), order.to.as_microsecond().into()];
        let events = reading.fetch(LOOKS_WITHIN, &values, |row| row.get::<i64>(0)).await?;
        drop(reading);
        let (first, last) = (events.first().copied().unwrap_or(0), events.last().copied().unwrap_or(0));
        let drawn = serde_json::to_string(&looks).map_err(StoreError::from)?;
        let mut writing = self.begin(viewer).await?;
        let id = writing.next_ids(1)?;
        let values = [
            id.into(),
            first.into(),
            last.into(),
            order.seed.into(),
            Value::Text(&drawn),
            finding.into(),
            viewer.name().into(),
            viewer.at().as_microsecond().into(),
        ];
        writing.execute(SIGN, &values).await?;
        let (from, to) = (order.from.as_microsecond(), order.to.as_microsecond());
        writing
            .execute(CLOSE_DRAW, &[id.into(), from.into(), to.into(), order.seed.into()])
            .await?;
        let numbers: Vec<i64> = looks.iter().map(|look| look.event).collect();
        let details = json!({ "events": [first, last], "seed": order.seed, "reviewed": numbers });
        writing.record("access.review", viewer.name(), &details).await?;
        writing.commit().await?;
        Ok(id)
    }
}
