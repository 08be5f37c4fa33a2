//! Measurements: one person's month as it stood, saved once, with the person's own rating beside it.

use jiff::civil::Date;
use rules::amount::Points;
use rules::load::{self, Load};
use rules::measurement::{Measured, Rating};
use rules::overload::{Overload, history, overload};
use rules::weight_model::{Band, Series};
use serde_json::json;

use crate::look::Subject;
use crate::{Reading, Row, Store, StoreError, Value, Viewer, Writing};

pub(crate) const SAVE: &str = "INSERT INTO measurement (id, person, month, measured_on, model, model_version, points, capacity, band, over_since, \
     over_due, lines) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (person, month) DO NOTHING";
pub(crate) const OF_MONTH: &str = "SELECT id FROM measurement WHERE person = $1 AND month = $2";

macro_rules! measurements {
    ($which:literal) => {
        concat!(
            "SELECT id, person, month, measured_on, model, model_version, points, capacity, band, over_since, over_due, lines, rating, flex, \
             sentence, rated_on FROM measurement ",
            $which
        )
    };
}
pub(crate) const ONE: &str = measurements!("WHERE id = $1");
pub(crate) const OF_PERSON: &str = measurements!("WHERE person = $1 ORDER BY month DESC LIMIT $2");
pub(crate) const RATE: &str = "UPDATE measurement SET rating = $2, flex = $3, sentence = $4, rated_on = $5 WHERE id = $1 \
     AND NOT EXISTS (SELECT 1 FROM dialogue WHERE dialogue.measurement = $1 AND dialogue.person_concluded IS NOT NULL \
     AND dialogue.supervisor_concluded IS NOT NULL)";
pub(crate) const REMARK: &str = "INSERT INTO factor_remark (id, measurement, reference, factor, verdict) VALUES ($1, $2, $3, $4, $5) \
     ON CONFLICT (measurement, reference, factor) DO UPDATE SET verdict = excluded.verdict, settled = NULL";
pub(crate) const REMARKS: &str = "SELECT id, reference, factor, verdict, settled FROM factor_remark WHERE measurement = $1 \
     ORDER BY reference, factor";
pub(crate) const REMARK_WITH_ID: &str = "SELECT measurement.person, factor_remark.reference, factor_remark.factor FROM factor_remark \
     JOIN measurement ON measurement.id = factor_remark.measurement WHERE factor_remark.id = $1";
pub(crate) const SETTLE_REMARK: &str = "UPDATE factor_remark SET settled = $2 WHERE id = $1 AND settled IS NULL";

pub(crate) const WRONG_OF_PERSON: &str = "SELECT factor_remark.id, factor_remark.reference, factor_remark.factor, factor_remark.verdict, \
     factor_remark.settled, measurement.month FROM factor_remark JOIN measurement ON measurement.id = factor_remark.measurement \
     WHERE measurement.person = $1 AND factor_remark.verdict = 'wrong' AND (factor_remark.settled IS NULL OR factor_remark.settled >= $2) \
     ORDER BY measurement.month DESC, factor_remark.reference, factor_remark.factor";
pub(crate) const IS_FROZEN: &str = "SELECT dialogue.id FROM dialogue WHERE dialogue.measurement = $1 \
     AND dialogue.person_concluded IS NOT NULL AND dialogue.supervisor_concluded IS NOT NULL LIMIT 1";

/// How far back the beginning of an overload is looked for, weeks.
const WEEKS_BACK: i64 = 52;

/// The longest sentence about the work situation, characters.
pub const LONGEST_SENTENCE: usize = 300;

/// Why something about a measurement was not stored.
#[derive(Debug, thiserror::Error)]
pub enum MeasurementError {
    /// No weight model is valid on the day.
    #[error("no weight model is valid on {day}")]
    NoModel {
        /// The day.
        day: Date,
    },
    /// The day lies outside the month.
    #[error("{day} lies outside the month of {month}")]
    OtherMonth {
        /// The month, by its first day.
        month: Date,
        /// The day.
        day: Date,
    },
    /// The text contains what looks like a personal identity number.
    #[error("the text contains a personal identity number")]
    IdentityNumber,
    /// The text is too long.
    #[error("the text has more than {maximum} characters")]
    TooLong {
        /// At most so many.
        maximum: usize,
    },
    /// A dialogue about it is concluded, which froze it.
    #[error("a dialogue about it is concluded")]
    Frozen,
    /// The database; there is no such thing, or it is not for the viewer.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// One person's month as it stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measurement {
    /// Id in this database.
    pub id: i64,
    /// Id of the person.
    pub person: i64,
    /// The month, by its first day.
    pub month: Date,
    /// The day it stood so.
    pub measured_on: Date,
    /// Id and version of the weight model.
    pub model: (String, String),
    /// Points held.
    pub points: Points,
    /// Capacity.
    pub capacity: Points,
    /// Points ÷ capacity.
    pub load: Load,
    /// Band.
    pub band: Band,
    /// Since when it has been too much, and whether for as long as the model's rule says; none when it was not.
    pub too_much: Option<(Date, bool)>,
    /// What it was counted from: [`rules::load::Explanation`] as JSON.
    pub lines: String,
    /// What the person says; none until it was said.
    pub own: Option<OwnRating>,
    /// When it was said.
    pub rated_on: Option<Date>,
}

impl Measurement {
    /// What it was counted from, to lay it beside another month.
    ///
    /// # Errors
    /// When what is stored cannot be read.
    pub fn measured(&self) -> Result<Measured, StoreError> {
        Ok(serde_json::from_str(&self.lines)?)
    }

    /// The overload as the rules want it.
    pub(crate) fn overload(&self) -> Option<Overload> {
        let (since, due) = self.too_much?;
        let days = self.measured_on.since(since).map_or(0, |span| span.get_days());
        let days = u32::try_from(days).unwrap_or(0).saturating_add(1);
        Some(Overload { since, days, due })
    }
}

/// What somebody says of the own month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnRating {
    /// How heavy it was.
    pub rating: Rating,
    /// Flex balance, minutes.
    pub flex: Option<i64>,
    /// One sentence about the work situation; nothing about clients.
    pub sentence: Option<String>,
}

/// What somebody says of an effort factor of a case held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactorRemark {
    /// Id in this database.
    pub id: i64,
    /// Reference of the case.
    pub reference: String,
    /// Id of the factor.
    pub factor: String,
    /// Whether it is right as it stands.
    pub is_right: bool,
    /// When the supervisor dealt with it.
    pub settled: Option<Date>,
}

/// Refuses a text that is too long or contains a personal identity number.
pub(crate) fn check_text(text: &str, maximum: usize) -> Result<(), MeasurementError> {
    if text.chars().count() > maximum {
        return Err(MeasurementError::TooLong { maximum });
    }
    // Also one that is broken over two lines.
    let in_one_line: Vec<&str> = text.split_whitespace().collect();
    if rules::identity_number::contains(text) || rules::identity_number::contains(&in_one_line.join(" ")) {
        return Err(MeasurementError::IdentityNumber);
    }
    Ok(())
}

impl Store {
    /// Saves somebody's month as it stands on `day`, which lies in it, and gives the id; when it is saved already, only gives the id.
    ///
    /// # Errors
    /// [`MeasurementError`]; [`StoreError::NotThere`] when the viewer may not see that person's load.
    pub async fn measure(&self, viewer: &Viewer, person: i64, day: Date, models: &Series) -> Result<i64, MeasurementError> {
        let month = day.first_of_month();
        let mut reading = self.read(viewer).await?;
        if !reading.sees_load_of(person).await? {
            return Err(StoreError::NotThere.into());
        }
        if let Some(saved) = saved(&mut reading, person, month).await? {
            return Ok(saved);
        }
        let model = models.on(day).ok_or(MeasurementError::NoModel { day })?;
        let first = day.saturating_sub(jiff::Span::new().weeks(WEEKS_BACK));
        let facts = reading.somebody(person, first, day).await?.ok_or(StoreError::NotThere)?;
        reading.close().await?;
        let explained = load::explain(model, &facts.person, &facts.holdings, day);
        let steps = history(models, &facts.person, &facts.holdings, first, day);
        let too_much = overload(models, &steps);
        let lines = serde_json::to_string(&explained).map_err(StoreError::from)?;
        let mut writing = self.begin(viewer).await?;
        let id = writing.next_ids(1)?;
        let load = &explained.load;
        let values = [
            id.into(),
            person.into(),
            month.into(),
            day.into(),
            Value::Text(&model.id),
            Value::Text(&model.version),
            load.points.millionths().into(),
            load.capacity.millionths().into(),
            load.band.id().into(),
            too_much.map(|too_much| too_much.since).into(),
            too_much.is_some_and(|too_much| too_much.due).into(),
            Value::Text(&lines),
        ];
        if writing.execute(SAVE, &values).await? == 0 {
            // Somebody else was quicker.
            drop(writing);
            let mut reading = self.read(viewer).await?;
            return Ok(saved(&mut reading, person, month).await?.ok_or(StoreError::NotThere)?);
        }
        let after = json!({ "month": month, "on": day, "points": load.points, "capacity": load.capacity, "band": load.band });
        record(&mut writing, "measurement.save", &facts.person.reference, &after).await?;
        writing.commit().await?;
        Ok(id)
    }

    /// Stores what the viewer says of the own month, in place of what was said before.
    ///
    /// # Errors
    /// [`MeasurementError`]; [`StoreError::NotThere`] for anybody else's.
    pub async fn rate(&self, viewer: &Viewer, measurement: i64, own: &OwnRating, on: Date) -> Result<(), MeasurementError> {
        let sentence = own.sentence.as_deref().map(str::trim).filter(|sentence| !sentence.is_empty());
        if let Some(sentence) = sentence {
            check_text(sentence, LONGEST_SENTENCE)?;
        }
        let mut writing = self.begin(viewer).await?;
        own_one(&mut writing, viewer, measurement).await?;
        let rating = u8::from(own.rating);
        let values = [
            measurement.into(),
            i64::from(rating).into(),
            own.flex.into(),
            sentence.into(),
            on.into(),
        ];
        if writing.execute(RATE, &values).await? == 0 {
            return Err(MeasurementError::Frozen);
        }
        let after = json!({ "rating": rating, "flex": own.flex, "sentence": sentence.is_some() });
        let subject = measurement.to_string();
        record(&mut writing, "measurement.rate", &subject, &after).await?;
        writing.commit().await?;
        Ok(())
    }

    /// Stores that an effort factor of a case in the viewer's own measurement is right as it stands, or wrong: then the supervisor shall
    /// look at it. A later word takes the place of an earlier, until a dialogue about the measurement is concluded.
    ///
    /// # Errors
    /// [`MeasurementError`]; [`StoreError::NotThere`] when the measurement is somebody else's or has no such case.
    pub async fn remark(
        &self,
        viewer: &Viewer,
        measurement: i64,
        reference: &str,
        factor: &str,
        is_right: bool,
    ) -> Result<(), MeasurementError> {
        let mut writing = self.begin(viewer).await?;
        let found = own_one(&mut writing, viewer, measurement).await?;
        let lines: serde_json::Value = serde_json::from_str(&found.lines).map_err(StoreError::from)?;
        let cases = lines.get("cases").and_then(|cases| cases.as_array());
        let holds = |case: &serde_json::Value| case.get("reference").and_then(|known| known.as_str()) == Some(reference);
        if !cases.is_some_and(|cases| cases.iter().any(holds)) {
            return Err(StoreError::NotThere.into());
        }
        check_text(factor, 80)?;
        let frozen = writing
            .fetch_optional(IS_FROZEN, &[measurement.into()], |row| row.get::<i64>(0))
            .await?;
        if frozen.is_some() {
            return Err(MeasurementError::Frozen);
        }
        let id = writing.next_ids(1)?;
        let verdict = if is_right { "right" } else { "wrong" };
        let values = [id.into(), measurement.into(), reference.into(), factor.into(), verdict.into()];
        writing.execute(REMARK, &values).await?;
        let after = json!({ "measurement": measurement, "factor": factor, "verdict": verdict });
        record(&mut writing, "factor.remark", reference, &after).await?;
        writing.commit().await?;
        Ok(())
    }

    /// Notes that the supervisor has dealt with a remark, and gives the id of the person who made it.
    ///
    /// # Errors
    /// [`StoreError::NotThere`] unless the viewer supervises the person; or as the database answers.
    pub async fn settle_remark(&self, viewer: &Viewer, remark: i64, on: Date) -> Result<i64, StoreError> {
        let mut reading = self.read(viewer).await?;
        let read = |row: Row<'_>| Ok((row.get::<i64>(0)?, row.get::<String>(1)?, row.get::<String>(2)?));
        let found = reading.fetch_optional(REMARK_WITH_ID, &[remark.into()], read).await?;
        let (person, reference, factor) = found.ok_or(StoreError::NotThere)?;
        if !reading.supervises(person).await? {
            return Err(StoreError::NotThere);
        }
        drop(reading);
        let mut writing = self.begin(viewer).await?;
        if writing.execute(SETTLE_REMARK, &[remark.into(), on.into()]).await? > 0 {
            record(
                &mut writing,
                "factor.settle",
                &reference,
                &json!({ "factor": factor, "on": on }),
            )
            .await?;
            writing.commit().await?;
        }
        Ok(person)
    }
}

impl Reading {
    /// A measurement; none when there is none or it is not for the viewer. Anybody but the viewer has been looked at.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn measurement(&mut self, id: i64) -> Result<Option<Measurement>, StoreError> {
        let Some(found) = self.fetch_optional(ONE, &[id.into()], measurement).await? else {
            return Ok(None);
        };
        if !self.sees_load_of(found.person).await? {
            return Ok(None);
        }
        self.note(Subject::Measurement, Some((found.month, found.measured_on)), [found.person]);
        Ok(Some(found))
    }

    /// Somebody's measurements, the latest first, at most `limit`; nothing when they are not for the viewer. Anybody but the viewer has been
    /// looked at.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn measurements_of(&mut self, person: i64, limit: u32) -> Result<Vec<Measurement>, StoreError> {
        if !self.sees_load_of(person).await? {
            return Ok(Vec::new());
        }
        let found = self.fetch(OF_PERSON, &[person.into(), limit.into()], measurement).await?;
        if let (Some(last), Some(first)) = (found.first(), found.last()) {
            self.note(Subject::Measurement, Some((first.month, last.measured_on)), [person]);
        }
        Ok(found)
    }

    /// What the person said of the effort factors of the cases in a measurement; nothing when it is not for the viewer.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn remarks(&mut self, measurement: i64) -> Result<Vec<FactorRemark>, StoreError> {
        if self.measurement(measurement).await?.is_none() {
            return Ok(Vec::new());
        }
        self.fetch(REMARKS, &[measurement.into()], remark).await
    }

    /// What the person says is wrong about effort factors, the latest month first: all that the supervisor has not dealt with, and what was
    /// dealt with since `since`; nothing when it is not for the viewer. Anybody but the viewer has been looked at.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn wrong_factors(&mut self, person: i64, since: Date) -> Result<Vec<(Date, FactorRemark)>, StoreError> {
        if !self.sees_load_of(person).await? {
            return Ok(Vec::new());
        }
        let read = |row: Row<'_>| Ok((row.get(5)?, remark(row)?));
        let found = self.fetch(WRONG_OF_PERSON, &[person.into(), since.into()], read).await?;
        if !found.is_empty() {
            self.note(Subject::Measurement, None, [person]);
        }
        Ok(found)
    }

    /// Whether a dialogue about a measurement is concluded, which froze it; not so when it is not for the viewer.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn is_frozen(&mut self, measurement: i64) -> Result<bool, StoreError> {
        if self.measurement(measurement).await?.is_none() {
            return Ok(false);
        }
        let frozen = self
            .fetch_optional(IS_FROZEN, &[measurement.into()], |row| row.get::<i64>(0))
            .await?;
        Ok(frozen.is_some())
    }

    /// Whether the viewer supervises somebody today, other than the viewer: nobody is the own supervisor.
    pub(crate) async fn supervises(&mut self, person: i64) -> Result<bool, StoreError> {
        if self.viewer.person() == Some(person) {
            return Ok(false);
        }
        let reach = self.reach(rules::access::Permission::LoadByName).await?;
        self.covers(&reach, person).await
    }
}

fn remark(row: Row<'_>) -> Result<FactorRemark, StoreError> {
    Ok(FactorRemark {
        id: row.get(0)?,
        reference: row.get(1)?,
        factor: row.get(2)?,
        is_right: row.get::<&str>(3)? == "right",
        settled: row.get(4)?,
    })
}

async fn saved(reading: &mut Reading, person: i64, month: Date) -> Result<Option<i64>, StoreError> {
    reading
        .fetch_optional(OF_MONTH, &[person.into(), month.into()], |row| row.get(0))
        .await
}

/// The viewer's own measurement.
async fn own_one(writing: &mut Writing, viewer: &Viewer, id: i64) -> Result<Measurement, StoreError> {
    let found = writing.fetch_optional(ONE, &[id.into()], measurement).await?;
    let own = found.filter(|found| viewer.person() == Some(found.person) && viewer.may(rules::access::Permission::OwnLoad));
    own.ok_or(StoreError::NotThere)
}

async fn record(writing: &mut Writing, action: &str, subject: &str, after: &serde_json::Value) -> Result<(), StoreError> {
    writing.record(action, subject, &json!({ "after": after })).await?;
    Ok(())
}

pub(crate) fn band_of(id: &str) -> Result<Band, StoreError> {
    let bands = [Band::Low, Band::Balance, Band::High, Band::Over, Band::NoCapacity];
    let found = bands.into_iter().find(|band| band.id() == id);
    found.ok_or_else(|| StoreError::Corrupt {
        reason: format!("there is no band {id}"),
    })
}

pub(crate) fn rating_of(stored: Option<i64>) -> Option<Rating> {
    stored
        .and_then(|number| u8::try_from(number).ok())
        .and_then(|number| Rating::try_from(number).ok())
}

/// A row of [`ONE`].
pub(crate) fn measurement(row: Row<'_>) -> Result<Measurement, StoreError> {
    let points = Points::from_millionths(row.get(6)?);
    let capacity = Points::from_millionths(row.get(7)?);
    let (since, due): (Option<Date>, bool) = (row.get(9)?, row.get(10)?);
    let (flex, sentence) = (row.get(13)?, row.get(14)?);
    Ok(Measurement {
        id: row.get(0)?,
        person: row.get(1)?,
        month: row.get(2)?,
        measured_on: row.get(3)?,
        model: (row.get(4)?, row.get(5)?),
        points,
        capacity,
        load: Load::of(points, capacity),
        band: band_of(row.get(8)?)?,
        too_much: since.map(|since| (since, due)),
        lines: row.get(11)?,
        own: rating_of(row.get(12)?).map(|rating| OwnRating { rating, flex, sentence }),
        rated_on: row.get(15)?,
    })
}
