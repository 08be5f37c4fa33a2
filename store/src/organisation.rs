//! The organisation as those who look after it see it: units added, renamed, moved from a day, and ended.

use std::collections::BTreeSet;

use jiff::civil::Date;
use rules::access::Permission;
use rules::period::Period;
use rules::unit::{Tree, TreeError, Unit};
use serde_json::json;

use crate::error::Rule;
use crate::unit::stored;
use crate::{Reading, Row, Store, StoreError, Value, Viewer, Writing};

pub(crate) const UNITS: &str = "SELECT id, code, name, ended FROM unit ORDER BY id";
pub(crate) const PLACES: &str = "SELECT unit_place.id, unit_place.unit, above.code, unit_place.started, unit_place.until FROM unit_place \
     LEFT JOIN unit AS above ON above.id = unit_place.parent ORDER BY unit_place.started, unit_place.id";
pub(crate) const LEADERS: &str = "SELECT unit.code, account_role.role, account.display FROM account_role \
     JOIN account ON account.id = account_role.account JOIN unit ON unit.id = account_role.unit \
     WHERE account.disabled IS NULL AND account_role.role IN ('supervisor', 'head') AND account_role.started <= $1 \
     AND (account_role.until IS NULL OR account_role.until > $1) ORDER BY account_role.role DESC, account.display";
pub(crate) const ADD: &str = "INSERT INTO unit (id, code, name, parent) VALUES ($1, $2, $3, $4)";
pub(crate) const RENAME: &str = "UPDATE unit SET name = $2 WHERE id = $1";
pub(crate) const END_PLACE: &str = "UPDATE unit_place SET until = $2 WHERE id = $1";
pub(crate) const PLACE: &str = "INSERT INTO unit_place (id, unit, parent, started, until) VALUES ($1, $2, $3, $4, $5)";
pub(crate) const END: &str = "UPDATE unit SET ended = $2 WHERE id = $1";
pub(crate) const EMPLOYED_AFTER: &str =
    "SELECT id FROM employment WHERE unit = $1 AND (until IS NULL OR until > $2) ORDER BY id LIMIT 1";

/// Why the organisation was not changed.
#[derive(Debug, thiserror::Error)]
pub enum UnitError {
    /// A code is one to forty letters, figures and `.`, `-`, `_`, `/`.
    #[error("{code:?} cannot be a code")]
    NoCode {
        /// As given.
        code: String,
    },
    /// Another unit has the code.
    #[error("the code {code} is taken")]
    CodeTaken {
        /// The code.
        code: String,
    },
    /// A name has one to a hundred characters.
    #[error("a name has one to 100 characters")]
    NoName,
    /// It contains what looks like a personal identity number.
    #[error("it contains a personal identity number")]
    IdentityNumber,
    /// The unit above is not there, or no longer used on that day.
    #[error("there is no unit {code} above")]
    NoParent {
        /// Its code.
        code: String,
    },
    /// Units would lie in a circle on some day.
    #[error("units in a circle: {}", codes.join(" > "))]
    Circle {
        /// The units of the circle.
        codes: Vec<String>,
    },
    /// Somebody is employed in it on that day or later.
    #[error("somebody is employed in it")]
    Employed,
    /// Units that are used lie under it.
    #[error("units lie under it")]
    NotEmpty,
    /// The database; there is no such unit, or the viewer may not.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A unit, with where it has been and will be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedUnit {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Code of the unit above on the day asked for.
    pub parent: Option<String>,
    /// Where it lies from a day on: code of the unit above, and when. Only what has been moved has any.
    pub places: Vec<(Option<String>, Period)>,
    /// The day from which it is no longer used.
    pub ended: Option<Date>,
    /// Who leads it on the day asked for: id of the role, and name as shown.
    pub leaders: Vec<(String, String)>,
}

/// What is stored of a unit.
struct Known {
    id: i64,
    code: String,
    name: String,
    ended: Option<Date>,
}

/// A row of where a unit lies.
struct Place {
    id: i64,
    unit: i64,
    parent: Option<String>,
    period: Period,
}

async fn known(transaction: &mut crate::dispatch::Transaction) -> Result<Vec<Known>, StoreError> {
    let read = |row: Row<'_>| {
        Ok(Known {
            id: row.get(0)?,
            code: row.get(1)?,
            name: row.get(2)?,
            ended: row.get(3)?,
        })
    };
    transaction.fetch(UNITS, &[], read).await
}

async fn places(transaction: &mut crate::dispatch::Transaction) -> Result<Vec<Place>, StoreError> {
    let read = |row: Row<'_>| {
        Ok(Place {
            id: row.get(0)?,
            unit: row.get(1)?,
            parent: row.get(2)?,
            period: Period::new(row.get(3)?, row.get(4)?).map_err(|error| StoreError::Corrupt {
                reason: error.to_string(),
            })?,
        })
    };
    transaction.fetch(PLACES, &[], read).await
}

impl Reading {
    /// Every unit as it is on `day`, for whoever looks after all of them.
    ///
    /// # Errors
    /// [`StoreError::NotThere`] for anybody else; or as the database answers.
    pub async fn organisation(&mut self, day: Date) -> Result<Vec<PlacedUnit>, StoreError> {
        if !self.reach(Permission::People).await?.everywhere {
            return Err(StoreError::NotThere);
        }
        let tree = stored(self, day).await?;
        let places = places(self).await?;
        let read = |row: Row<'_>| Ok((row.get::<String>(0)?, (row.get::<String>(1)?, row.get::<String>(2)?)));
        let leaders = self.fetch(LEADERS, &[day.into()], read).await?;
        let units = known(self).await?.into_iter().map(|unit| PlacedUnit {
            parent: tree
                .iter()
                .find(|(id, _)| *id == unit.id)
                .and_then(|(_, unit)| unit.parent.clone()),
            places: places
                .iter()
                .filter(|place| place.unit == unit.id && Some(place.period.from()) != place.period.to())
                .map(|place| (place.parent.clone(), place.period))
                .collect(),
            leaders: leaders
                .iter()
                .filter(|(code, _)| *code == unit.code)
                .map(|(_, leader)| leader.clone())
                .collect(),
            code: unit.code,
            name: unit.name,
            ended: unit.ended,
        });
        Ok(units.collect())
    }
}

/// The name of a unit, when it can be one.
fn name_of(name: &str) -> Result<&str, UnitError> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > 100 || name.chars().any(char::is_control) {
        return Err(UnitError::NoName);
    }
    if rules::identity_number::contains(name) {
        return Err(UnitError::IdentityNumber);
    }
    Ok(name)
}

impl Store {
    /// Begins to change the organisation, which whoever looks after all of it may.
    async fn begin_organising(&self, viewer: &Viewer) -> Result<(Writing, Vec<Known>), StoreError> {
        viewer.require(Permission::People)?;
        if !viewer.reach(Permission::People, &Tree::default()).everywhere {
            return Err(StoreError::NotThere);
        }
        let mut writing = self.begin(viewer).await?;
        let units = known(&mut writing).await?;
        Ok((writing, units))
    }

    /// Adds a unit.
    ///
    /// # Errors
    /// [`UnitError`].
    pub async fn add_unit(&self, viewer: &Viewer, code: &str, name: &str, parent: Option<&str>) -> Result<(), UnitError> {
        let code = code.trim();
        let fits = |letter: char| letter.is_alphanumeric() || ".-_/".contains(letter);
        if code.is_empty() || code.chars().count() > 40 || !code.chars().all(fits) {
            return Err(UnitError::NoCode { code: code.to_owned() });
        }
        if rules::identity_number::contains(code) {
            return Err(UnitError::IdentityNumber);
        }
        let name = name_of(name)?;
        let (mut writing, units) = self.begin_organising(viewer).await?;
        let parent_id = above(&units, parent, viewer.today())?;
        let id = writing.next_ids(1)?;
        let values = [id.into(), Value::Text(code), Value::Text(name), parent_id.into()];
        match writing.execute(ADD, &values).await {
            Err(StoreError::Refused { rule: Rule::Unique, .. }) => {
                return Err(UnitError::CodeTaken { code: code.to_owned() });
            }
            done => done?,
        };
        let details = json!({ "before": null, "after": { "name": name, "parent": parent } });
        writing.record("unit.add", code, &details).await?;
        writing.commit().await?;
        Ok(())
    }

    /// Gives a unit another name.
    ///
    /// # Errors
    /// [`UnitError`].
    pub async fn rename_unit(&self, viewer: &Viewer, code: &str, name: &str) -> Result<(), UnitError> {
        let name = name_of(name)?;
        let (mut writing, units) = self.begin_organising(viewer).await?;
        let unit = units.iter().find(|unit| unit.code == code).ok_or(StoreError::NotThere)?;
        if unit.name == name {
            return Ok(());
        }
        writing.execute(RENAME, &[unit.id.into(), Value::Text(name)]).await?;
        let details = json!({ "before": unit.name, "after": name });
        writing.record("unit.rename", code, &details).await?;
        writing.commit().await?;
        Ok(())
    }

    /// Has a unit lie under another, or at the top, from a day on. Where it lay until then stays.
    ///
    /// # Errors
    /// [`UnitError`].
    pub async fn move_unit(&self, viewer: &Viewer, code: &str, parent: Option<&str>, from: Date) -> Result<(), UnitError> {
        let (mut writing, units) = self.begin_organising(viewer).await?;
        let unit = units.iter().find(|unit| unit.code == code).ok_or(StoreError::NotThere)?;
        let parent_id = above(&units, parent, from)?;
        let before = stored(&mut writing, from).await?;
        let before = before
            .iter()
            .find(|(id, _)| *id == unit.id)
            .and_then(|(_, unit)| unit.parent.clone());
        if before.as_deref() == parent {
            return Ok(());
        }
        place(&mut writing, unit.id, parent_id, from).await?;
        let days: BTreeSet<Date> = places(&mut writing).await?.iter().map(|place| place.period.from()).collect();
        for day in days.into_iter().filter(|day| *day >= from) {
            let tree: Vec<Unit> = stored(&mut writing, day).await?.into_iter().map(|(_, unit)| unit).collect();
            if let Err(TreeError::Circle { codes }) = Tree::new(tree) {
                return Err(UnitError::Circle { codes });
            }
        }
        let details = json!({ "from": from, "before": before, "after": parent });
        writing.record("unit.move", code, &details).await?;
        writing.commit().await?;
        Ok(())
    }

    /// Has a unit no longer be used from a day on.
    ///
    /// # Errors
    /// [`UnitError`].
    pub async fn end_unit(&self, viewer: &Viewer, code: &str, from: Date) -> Result<(), UnitError> {
        let (mut writing, units) = self.begin_organising(viewer).await?;
        let unit = units.iter().find(|unit| unit.code == code).ok_or(StoreError::NotThere)?;
        let employed = writing
            .fetch_optional(EMPLOYED_AFTER, &[unit.id.into(), from.into()], |row| row.get::<i64>(0))
            .await?;
        if employed.is_some() {
            return Err(UnitError::Employed);
        }
        let tree = stored(&mut writing, from).await?;
        let is_used = |code: &str| {
            let other = units.iter().find(|unit| unit.code == code);
            other.is_some_and(|unit| unit.ended.is_none_or(|ended| ended > from))
        };
        let under = tree
            .iter()
            .find(|(_, other)| other.parent.as_deref() == Some(code) && is_used(&other.code));
        if under.is_some() {
            return Err(UnitError::NotEmpty);
        }
        writing.execute(END, &[unit.id.into(), from.into()]).await?;
        let details = json!({ "before": unit.ended, "after": from });
        writing.record("unit.end", code, &details).await?;
        writing.commit().await?;
        Ok(())
    }
}

/// Id of the unit above, which must be used on that day.
fn above(units: &[Known], parent: Option<&str>, day: Date) -> Result<Option<i64>, UnitError> {
    let Some(code) = parent else { return Ok(None) };
    let found = units
        .iter()
        .find(|unit| unit.code == code && unit.ended.is_none_or(|ended| ended > day));
    match found {
        Some(unit) => Ok(Some(unit.id)),
        None => Err(UnitError::NoParent { code: code.to_owned() }),
    }
}

/// Has a unit lie somewhere from a day on, until it moves again.
pub(crate) async fn place(writing: &mut Writing, unit: i64, parent: Option<i64>, from: Date) -> Result<(), StoreError> {
    let known: Vec<Place> = places(writing)
        .await?
        .into_iter()
        .filter(|place| place.unit == unit)
        .collect();
    if let Some(current) = known.iter().find(|place| place.period.contains(from)) {
        writing.execute(END_PLACE, &[current.id.into(), from.into()]).await?;
    }
    let next = known
        .iter()
        .map(|place| place.period.from())
        .filter(|next| *next > from)
        .min();
    let id = writing.next_ids(1)?;
    let values = [id.into(), unit.into(), parent.into(), from.into(), next.into()];
    writing.execute(PLACE, &values).await?;
    Ok(())
}

/// Whether a unit was ever moved by the day.
pub(crate) async fn has_moved(writing: &mut Writing, unit: i64) -> Result<bool, StoreError> {
    Ok(places(writing).await?.iter().any(|place| place.unit == unit))
}
