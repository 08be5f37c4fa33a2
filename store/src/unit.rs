//! Units: the organisation tree as it is stored.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;
use rules::unit::{Tree, TreeError, Unit};
use serde_json::json;

use crate::import::record::UnitRecord;
use crate::{StoreError, Value, Writing, dispatch::Transaction, organisation};

/// Each unit and the one above it on the day $1: where it was moved to by then, else where it was put first.
pub(crate) const UNITS: &str = "SELECT unit.id, unit.code, unit.name, above.code FROM unit \
     LEFT JOIN unit_place ON unit_place.unit = unit.id AND unit_place.started <= $1 \
     AND (unit_place.until IS NULL OR unit_place.until > $1) \
     LEFT JOIN unit AS above ON above.id = CASE WHEN unit_place.id IS NULL THEN unit.parent ELSE unit_place.parent END \
     ORDER BY unit.id";
pub(crate) const CHANGE_UNIT: &str = "UPDATE unit SET name = $2, parent = $3 WHERE id = $1";

/// Every unit with its id as it lies on `day`, in the order in which they came.
pub(crate) async fn stored(reading: &mut Transaction, day: Date) -> Result<Vec<(i64, Unit)>, StoreError> {
    let read = |row: crate::Row<'_>| {
        Ok((
            row.get(0)?,
            Unit {
                code: row.get(1)?,
                name: row.get(2)?,
                parent: row.get(3)?,
            },
        ))
    };
    reading.fetch(UNITS, &[day.into()], read).await
}

impl crate::Reading {
    /// The organisation tree, as it is on the viewer's day.
    ///
    /// # Errors
    /// As the database answers; [`StoreError::Corrupt`] when what is stored is no tree, which no way in allows.
    pub async fn units(&mut self) -> Result<Tree, StoreError> {
        let day = self.viewer.today();
        let units = stored(self, day).await?.into_iter().map(|(_, unit)| unit).collect();
        Tree::new(units).map_err(|error| StoreError::Corrupt {
            reason: error.to_string(),
        })
    }
}

/// Why a unit's row cannot be taken in; `None` for those that can.
pub(crate) type Refusals = Vec<Option<TreeError>>;

/// Takes in units as a list of the day `exported` has them: new ones are added, changed names and places are changed, and what would make a circle is refused.
pub(crate) async fn merge(
    writing: &mut Writing,
    known: &mut HashMap<String, i64>,
    records: &[&UnitRecord],
    exported: Date,
) -> Result<Refusals, StoreError> {
    let before: HashMap<String, (i64, Unit)> = stored(writing, exported)
        .await?
        .into_iter()
        .map(|(id, unit)| (unit.code.clone(), (id, unit)))
        .collect();
    let refusals = refuse(&before, records);
    let accepted: Vec<&UnitRecord> = records
        .iter()
        .zip(&refusals)
        .filter(|(_, refusal)| refusal.is_none())
        .map(|(record, _)| *record)
        .collect();
    let new: Vec<&UnitRecord> = accepted
        .iter()
        .copied()
        .filter(|record| !before.contains_key(&record.code))
        .collect();
    let first = writing.next_ids(new.len())?;
    known.extend(new.iter().zip(first..).map(|(record, id)| (record.code.clone(), id)));
    let rows: Vec<_> = new
        .iter()
        .zip(first..)
        .map(|(record, id)| [id.into(), Value::Text(&record.code), Value::Text(&record.name)])
        .collect();
    writing.insert_many("unit", ["id", "code", "name"], rows).await?;
    let mut changes = Vec::new();
    for record in accepted {
        let old = before.get(&record.code).map(|(_, unit)| unit);
        if old.is_some_and(|old| old.name == record.name && old.parent == record.parent) {
            continue;
        }
        let parent = record.parent.as_ref().and_then(|parent| known.get(parent)).copied();
        let id = known[&record.code];
        // Where a unit was moved in the pages, another move is a row of its own; elsewhere the list says where it lies.
        if old.is_some() && organisation::has_moved(writing, id).await? {
            writing
                .execute(organisation::RENAME, &[id.into(), Value::Text(&record.name)])
                .await?;
            if old.is_some_and(|old| old.parent != record.parent) {
                organisation::place(writing, id, parent, exported).await?;
            }
        } else if old.is_some() || parent.is_some() {
            writing
                .execute(CHANGE_UNIT, &[id.into(), Value::Text(&record.name), parent.into()])
                .await?;
        }
        let old = old.map(|old| json!({ "name": old.name, "parent": old.parent }));
        changes.push(json!({ "before": old, "after": { "code": record.code, "name": record.name, "parent": record.parent } }));
    }
    if !changes.is_empty() {
        writing.record("import.units", "unit", &changes).await?;
    }
    Ok(refusals)
}

/// Refuses, one by one, the rows with which the stored units and the rest of the rows would make no tree.
fn refuse(before: &HashMap<String, (i64, Unit)>, records: &[&UnitRecord]) -> Refusals {
    let mut seen = HashSet::new();
    let again = |record: &UnitRecord| TreeError::TwoWithOneCode {
        code: record.code.clone(),
    };
    let mut refusals: Refusals = records
        .iter()
        .map(|record| (!seen.insert(&record.code)).then(|| again(record)))
        .collect();
    loop {
        let mut units: HashMap<&str, Unit> = before.iter().map(|(code, (_, unit))| (code.as_str(), unit.clone())).collect();
        for (record, _) in records.iter().zip(&refusals).filter(|(_, refusal)| refusal.is_none()) {
            let unit = Unit {
                code: record.code.clone(),
                name: record.name.clone(),
                parent: record.parent.clone(),
            };
            units.insert(&record.code, unit);
        }
        let mut units: Vec<Unit> = units.into_values().collect();
        units.sort_by(|a, b| a.code.cmp(&b.code));
        let Err(error) = Tree::new(units) else { return refusals };
        let at_fault = |record: &UnitRecord| match &error {
            TreeError::Circle { codes } => codes.contains(&record.code),
            TreeError::NoParent { code, .. } | TreeError::TwoWithOneCode { code } => *code == record.code,
        };
        let guilty = records
            .iter()
            .zip(&mut refusals)
            .filter(|(record, refusal)| refusal.is_none() && at_fault(record));
        let mut any = false;
        for (_, refusal) in guilty {
            *refusal = Some(error.clone());
            any = true;
        }
        if !any {
            return refusals;
        }
    }
}
