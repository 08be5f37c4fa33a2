//! People as those who look after them see them: who works where, and what an export does not bring. Facts are ended and followed by new
//! rows, never overwritten; and nobody changes the own.

use std::collections::HashMap;

use jiff::civil::Date;
use rules::access::{Permission, Reach};
use rules::amount::Share;
use rules::period::Period;
use rules::person::{Extent, ReductionSize, Role};
use serde_json::json;

use crate::person::{
    CONTINUE_EMPLOYMENT, END_DUTY, END_EMPLOYMENT, END_REDUCTION, extent_columns, extent_of, role_of, size_columns, size_of,
};
use crate::value::id_keys;
use crate::{Reading, Row, Store, StoreError, Value, Viewer, Writing};

/// Everybody with each employment that lasts on the day $1.
pub(crate) const EVERYBODY: &str = "SELECT person.id, person.number, person.name, unit.name, employment.id FROM person \
     LEFT JOIN employment ON employment.person = person.id AND employment.started <= $1 \
     AND (employment.until IS NULL OR employment.until > $1) \
     LEFT JOIN unit ON unit.id = employment.unit ORDER BY person.id, employment.id";
pub(crate) const SOME: &str = "SELECT person.id, person.number, person.name, unit.name, employment.id FROM person \
     LEFT JOIN employment ON employment.person = person.id AND employment.started <= $1 \
     AND (employment.until IS NULL OR employment.until > $1) \
     LEFT JOIN unit ON unit.id = employment.unit \
     WHERE person.id IN (SELECT CAST(wanted.key AS BIGINT) FROM json_each($2) AS wanted) ORDER BY person.id, employment.id";
pub(crate) const ONE: &str = "SELECT number, name, in_profession_since FROM person WHERE id = $1";
pub(crate) const EMPLOYMENTS: &str = "SELECT employment.id, unit.code, unit.name, employment.title, employment.role, employment.share, \
     employment.hours, employment.started, employment.until, employment.continued FROM employment \
     LEFT JOIN unit ON unit.id = employment.unit WHERE employment.person = $1 ORDER BY employment.started DESC, employment.id DESC";
pub(crate) const REDUCTIONS: &str = "SELECT id, kind, share, hours, started, until, continued FROM reduction WHERE person = $1 \
     ORDER BY started DESC, id DESC";
pub(crate) const DUTIES: &str = "SELECT id, kind, started, until FROM duty WHERE person = $1 ORDER BY started DESC, id DESC";
pub(crate) const COPY_EMPLOYMENT: &str = "INSERT INTO employment (id, person, unit, title, role, form, share, hours, begun, started, until, \
     end_reason, continued) SELECT $2, person, $3, title, role, form, $4, $5, begun, $6, until, end_reason, FALSE \
     FROM employment WHERE id = $1";
pub(crate) const UNIT_IN_USE: &str = "SELECT id FROM unit WHERE code = $1 AND (ended IS NULL OR ended > $2)";
pub(crate) const ADD_REDUCTION: &str = "INSERT INTO reduction (id, person, kind, share, hours, begun, started, until, continued) VALUES ($1, $2, $3, $4, $5, $6, $6, $7, FALSE)";
pub(crate) const ADD_DUTY: &str = "INSERT INTO duty (id, person, kind, started, until) VALUES ($1, $2, $3, $4, $5)";

pub(crate) const LISTED: &str = "SELECT id, number, name FROM person WHERE id > $1 ORDER BY id LIMIT $2";
pub(crate) const LISTED_OF_SOME: &str = "SELECT id, number, name FROM person WHERE id > $1 \
     AND id IN (SELECT CAST(wanted.key AS BIGINT) FROM json_each($3) AS wanted) ORDER BY id LIMIT $2";
pub(crate) const POSTS_OF_SOME: &str = "SELECT employment.person, unit.code, employment.role FROM json_each($1) AS wanted \
     JOIN employment ON employment.person = CAST(wanted.key AS BIGINT) LEFT JOIN unit ON unit.id = employment.unit \
     WHERE employment.started <= $2 AND (employment.until IS NULL OR employment.until > $2) ORDER BY employment.id";

/// Why something about a person was not changed.
#[derive(Debug, thiserror::Error)]
pub enum PeopleError {
    /// It would end before it began.
    #[error("it began {from}")]
    Backwards {
        /// First day.
        from: Date,
    },
    /// The change lies outside the days of what is changed.
    #[error("a change must lie after {from} and before the end")]
    Outside {
        /// First day.
        from: Date,
    },
    /// There is one of the kind already on some of the days.
    #[error("there is one of the kind already from {}", period.from())]
    Overlapping {
        /// The other's days.
        period: Period,
    },
    /// There is no such unit in use on that day.
    #[error("there is no unit {code}")]
    NoUnit {
        /// The code.
        code: String,
    },
    /// The database; there is no such thing, or it is not for the viewer to change.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Somebody in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonLine {
    /// Id in this database.
    pub id: i64,
    /// Employment number.
    pub number: String,
    /// Name.
    pub name: String,
    /// Names of the units the person is employed in on the day.
    pub units: Vec<String>,
    /// Whether the person is employed at all on the day.
    pub is_employed: bool,
}

/// What an employment is for a while.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// Id in this database.
    pub id: i64,
    /// Code and name of the unit.
    pub unit: Option<(String, String)>,
    /// Title.
    pub title: Option<String>,
    /// What the person does.
    pub role: Role,
    /// How much.
    pub extent: Extent,
    /// When.
    pub period: Period,
    /// Whether no other stretch of the same employment follows, so that it can be changed.
    pub is_latest: bool,
}

/// A part of the working time that is not available.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartAway {
    /// Id in this database.
    pub id: i64,
    /// Kind, an id of the weight model.
    pub kind: String,
    /// How much; none takes what the model gives the kind.
    pub size: Option<ReductionSize>,
    /// When.
    pub period: Period,
    /// Whether no other stretch of the same reduction follows, so that it can be ended.
    pub is_latest: bool,
}

/// Work that is no case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Id in this database.
    pub id: i64,
    /// Kind, an id of the weight model.
    pub kind: String,
    /// When.
    pub period: Period,
}

/// The facts about somebody, the latest first; no cases and no loads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonFile {
    /// Id in this database.
    pub id: i64,
    /// Employment number.
    pub number: String,
    /// Name.
    pub name: String,
    /// Since when in the profession.
    pub in_profession_since: Option<Date>,
    /// Employments.
    pub posts: Vec<Post>,
    /// Reductions.
    pub reductions: Vec<PartAway>,
    /// Duties.
    pub duties: Vec<Task>,
    /// Whether the viewer may change reductions and duties.
    pub may_change: bool,
    /// Whether the viewer may change employments.
    pub may_change_employment: bool,
}

fn period(row: Row<'_>, from: usize) -> Result<Period, StoreError> {
    Period::new(row.get(from)?, row.get(from + 1)?).map_err(|error| StoreError::Corrupt {
        reason: error.to_string(),
    })
}

/// Somebody in the list of people, and where that person is employed on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedPerson {
    /// Id in this database.
    pub id: i64,
    /// Employment number.
    pub number: String,
    /// Name.
    pub name: String,
    /// The employments of the day: code of the unit and id of the role at work.
    pub posts: Vec<(Option<String>, String)>,
}

impl Reading {
    /// Those of whom the viewer may know that they work here, by id, after `after`, at most `limit`; with their employments on `day`. No
    /// cases and no loads.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn people_after(&mut self, day: Date, after: i64, limit: u32) -> Result<Vec<ListedPerson>, StoreError> {
        let reach = self.reach(Permission::People).await?;
        let read = |row: Row<'_>| {
            Ok(ListedPerson {
                id: row.get(0)?,
                number: row.get(1)?,
                name: row.get(2)?,
                posts: Vec::new(),
            })
        };
        let mut people = match self.visible(&reach).await?.into_keys() {
            None => self.fetch(LISTED, &[after.into(), limit.into()], read).await?,
            Some(ids) => {
                let values = [after.into(), limit.into(), Value::Json(&ids)];
                self.fetch(LISTED_OF_SOME, &values, read).await?
            }
        };
        let ids = id_keys(people.iter().map(|person| person.id));
        let mut posts: HashMap<i64, Vec<(Option<String>, String)>> = HashMap::new();
        self.for_each(POSTS_OF_SOME, &[Value::Json(&ids), day.into()], |row| {
            posts.entry(row.get(0)?).or_default().push((row.get(1)?, row.get(2)?));
            Ok(())
        })
        .await?;
        for person in &mut people {
            person.posts = posts.remove(&person.id).unwrap_or_default();
        }
        Ok(people)
    }

    /// Those whom the viewer may know to work here, with where they are employed on `day`.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn people(&mut self, day: Date) -> Result<Vec<PersonLine>, StoreError> {
        let reach = self.reach(Permission::People).await?;
        let read = |row: Row<'_>| {
            let (unit, employment): (Option<String>, Option<i64>) = (row.get(3)?, row.get(4)?);
            Ok(PersonLine {
                id: row.get(0)?,
                number: row.get(1)?,
                name: row.get(2)?,
                units: unit.into_iter().collect(),
                is_employed: employment.is_some(),
            })
        };
        let rows = match self.visible(&reach).await?.into_keys() {
            None => self.fetch(EVERYBODY, &[day.into()], read).await?,
            Some(wanted) => self.fetch(SOME, &[day.into(), Value::Json(&wanted)], read).await?,
        };
        let mut people: Vec<PersonLine> = Vec::with_capacity(rows.len());
        for row in rows {
            match people.last_mut().filter(|last| last.id == row.id) {
                Some(last) => last.units.extend(
                    row.units
                        .into_iter()
                        .filter(|unit| !last.units.contains(unit))
                        .collect::<Vec<_>>(),
                ),
                None => people.push(row),
            }
        }
        Ok(people)
    }

    /// The facts about somebody; none when there is no such person or it is not for the viewer.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn person_file(&mut self, id: i64) -> Result<Option<PersonFile>, StoreError> {
        let reach = self.reach(Permission::People).await?;
        if !self.covers(&reach, id).await? {
            return Ok(None);
        }
        let read = |row: Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
        let Some((number, name, in_profession_since)) = self.fetch_optional(ONE, &[id.into()], read).await? else {
            return Ok(None);
        };
        let post = |row: Row<'_>| {
            let (code, unit): (Option<String>, Option<String>) = (row.get(1)?, row.get(2)?);
            Ok(Post {
                id: row.get(0)?,
                unit: code.zip(unit),
                title: row.get(3)?,
                role: role_of(row.get(4)?),
                extent: extent_of(row.get(5)?, row.get(6)?),
                period: period(row, 7)?,
                is_latest: !row.get::<bool>(9)?,
            })
        };
        let posts = self.fetch(EMPLOYMENTS, &[id.into()], post).await?;
        let part = |row: Row<'_>| {
            Ok(PartAway {
                id: row.get(0)?,
                kind: row.get(1)?,
                size: size_of(row.get(2)?, row.get(3)?),
                period: period(row, 4)?,
                is_latest: !row.get::<bool>(6)?,
            })
        };
        let reductions = self.fetch(REDUCTIONS, &[id.into()], part).await?;
        let task = |row: Row<'_>| {
            Ok(Task {
                id: row.get(0)?,
                kind: row.get(1)?,
                period: period(row, 2)?,
            })
        };
        let duties = self.fetch(DUTIES, &[id.into()], task).await?;
        let is_own = self.viewer().person() == Some(id);
        Ok(Some(PersonFile {
            id,
            number,
            name,
            in_profession_since,
            posts,
            reductions,
            duties,
            may_change: !is_own && changes(&reach),
            may_change_employment: !is_own && reach.everywhere,
        }))
    }
}

/// Whether whoever reaches so far may change anything about others.
fn changes(reach: &Reach) -> bool {
    reach.everywhere || !reach.units.is_empty()
}

impl Store {
    /// The facts about somebody whom the viewer may change something about.
    async fn changeable(&self, viewer: &Viewer, person: i64, employment: bool) -> Result<PersonFile, StoreError> {
        let mut reading = self.read(viewer).await?;
        let file = reading.person_file(person).await?.ok_or(StoreError::NotThere)?;
        let may = if employment {
            file.may_change_employment
        } else {
            file.may_change
        };
        if may { Ok(file) } else { Err(StoreError::NotThere) }
    }

    /// Has an employment be in another unit or of another extent from `on`; what it was until then stays.
    ///
    /// # Errors
    /// [`PeopleError`].
    pub async fn change_employment(
        &self,
        viewer: &Viewer,
        (person, employment): (i64, i64),
        on: Date,
        unit: Option<&str>,
        extent: Extent,
    ) -> Result<(), PeopleError> {
        let file = self.changeable(viewer, person, true).await?;
        let post = file.posts.iter().find(|post| post.id == employment && post.is_latest);
        let post = post.ok_or(StoreError::NotThere)?;
        let from = post.period.from();
        if on <= from || !post.period.contains(on) {
            return Err(PeopleError::Outside { from });
        }
        let before = post.unit.as_ref().map(|(code, _)| code.as_str());
        if before == unit && post.extent == extent {
            return Ok(());
        }
        let mut writing = self.begin(viewer).await?;
        let unit_id = match unit {
            None => None,
            Some(code) => {
                let found = writing
                    .fetch_optional(UNIT_IN_USE, &[Value::Text(code), on.into()], |row| row.get::<i64>(0))
                    .await?;
                Some(found.ok_or_else(|| PeopleError::NoUnit { code: code.to_owned() })?)
            }
        };
        let (id, (share, hours)) = (writing.next_ids(1)?, extent_columns(extent));
        let values = [
            employment.into(),
            id.into(),
            unit_id.into(),
            share.into(),
            hours.into(),
            on.into(),
        ];
        writing.execute(COPY_EMPLOYMENT, &values).await?;
        writing.execute(CONTINUE_EMPLOYMENT, &[employment.into(), on.into()]).await?;
        let (old_share, old_hours) = extent_columns(post.extent);
        let details = json!({
            "on": on,
            "before": { "unit": before, "share": old_share, "hours": old_hours },
            "after": { "unit": unit, "share": share, "hours": hours },
        });
        recorded(writing, "employment.change", &file, &details).await
    }

    /// Has an employment end: on `until` it no longer counts.
    ///
    /// # Errors
    /// [`PeopleError`].
    pub async fn end_employment(
        &self,
        viewer: &Viewer,
        (person, employment): (i64, i64),
        until: Date,
    ) -> Result<(), PeopleError> {
        let file = self.changeable(viewer, person, true).await?;
        let post = file.posts.iter().find(|post| post.id == employment && post.is_latest);
        let period = post.ok_or(StoreError::NotThere)?.period;
        let mut writing = self.begin(viewer).await?;
        let values = [employment.into(), until.into(), Value::Null];
        ends(period, until)?;
        writing.execute(END_EMPLOYMENT, &values).await?;
        let details = json!({ "from": period.from(), "before": period.to(), "after": until });
        recorded(writing, "employment.end", &file, &details).await
    }

    /// Adds a reduction; without a share it takes what the weight model gives the kind.
    ///
    /// # Errors
    /// [`PeopleError`].
    pub async fn add_reduction(
        &self,
        viewer: &Viewer,
        person: i64,
        kind: &str,
        share: Option<Share>,
        period: Period,
    ) -> Result<(), PeopleError> {
        let file = self.changeable(viewer, person, false).await?;
        let same = file.reductions.iter().filter(|known| known.kind == kind);
        free(same.map(|known| known.period), period)?;
        let mut writing = self.begin(viewer).await?;
        let id = writing.next_ids(1)?;
        let (share, hours) = size_columns(share.map(ReductionSize::Share));
        let values = [
            id.into(),
            person.into(),
            Value::Text(kind),
            share.into(),
            hours.into(),
            period.from().into(),
            period.to().into(),
        ];
        writing.execute(ADD_REDUCTION, &values).await?;
        let details = json!({ "before": null, "after": { "kind": kind, "share": share, "period": period } });
        recorded(writing, "reduction.add", &file, &details).await
    }

    /// Has a reduction end: on `until` it no longer counts.
    ///
    /// # Errors
    /// [`PeopleError`].
    pub async fn end_reduction(&self, viewer: &Viewer, (person, reduction): (i64, i64), until: Date) -> Result<(), PeopleError> {
        let file = self.changeable(viewer, person, false).await?;
        let part = file.reductions.iter().find(|part| part.id == reduction && part.is_latest);
        let part = part.ok_or(StoreError::NotThere)?;
        ends(part.period, until)?;
        let mut writing = self.begin(viewer).await?;
        writing.execute(END_REDUCTION, &[reduction.into(), until.into()]).await?;
        let details = json!({ "kind": part.kind, "from": part.period.from(), "before": part.period.to(), "after": until });
        recorded(writing, "reduction.end", &file, &details).await
    }

    /// Adds a duty.
    ///
    /// # Errors
    /// [`PeopleError`].
    pub async fn add_duty(&self, viewer: &Viewer, person: i64, kind: &str, period: Period) -> Result<(), PeopleError> {
        let file = self.changeable(viewer, person, false).await?;
        let mut writing = self.begin(viewer).await?;
        let id = writing.next_ids(1)?;
        let values = [
            id.into(),
            person.into(),
            Value::Text(kind),
            period.from().into(),
            period.to().into(),
        ];
        writing.execute(ADD_DUTY, &values).await?;
        let details = json!({ "before": null, "after": { "kind": kind, "period": period } });
        recorded(writing, "duty.add", &file, &details).await
    }

    /// Has a duty end: on `until` it no longer counts.
    ///
    /// # Errors
    /// [`PeopleError`].
    pub async fn end_duty(&self, viewer: &Viewer, (person, duty): (i64, i64), until: Date) -> Result<(), PeopleError> {
        let file = self.changeable(viewer, person, false).await?;
        let task = file.duties.iter().find(|task| task.id == duty).ok_or(StoreError::NotThere)?;
        ends(task.period, until)?;
        let mut writing = self.begin(viewer).await?;
        writing.execute(END_DUTY, &[duty.into(), until.into()]).await?;
        let details = json!({ "kind": task.kind, "from": task.period.from(), "before": task.period.to(), "after": until });
        recorded(writing, "duty.end", &file, &details).await
    }
}

/// Refuses an end before the beginning.
fn ends(period: Period, until: Date) -> Result<(), PeopleError> {
    let from = period.from();
    if until < from {
        Err(PeopleError::Backwards { from })
    } else {
        Ok(())
    }
}

/// Refuses days that another of the kind has already.
fn free(mut others: impl Iterator<Item = Period>, period: Period) -> Result<(), PeopleError> {
    match others.find(|other| other.overlap(period).is_some()) {
        Some(period) => Err(PeopleError::Overlapping { period }),
        None => Ok(()),
    }
}

async fn recorded(mut writing: Writing, action: &str, file: &PersonFile, details: &serde_json::Value) -> Result<(), PeopleError> {
    writing.record(action, &file.number, details).await?;
    writing.commit().await?;
    Ok(())
}
