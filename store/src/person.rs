//! People: who works where and how much, as it is stored and as an export changes it.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;
use rules::amount::{Hours, Share};
use rules::period::Period;
use rules::person::{Extent, ReductionSize, Role};
use serde::Serialize;
use serde_json::{Value as Json, json};

use crate::import::record::{DutyRecord, EmploymentRecord, ReductionRecord, SupportRecord};
use crate::import::stretch::{Change, Stored, compare};
use crate::{Row, StoreError, Value, Writing};

pub(crate) const PEOPLE: &str = "SELECT id, number, name, email, degree, in_profession_since FROM person";
pub(crate) const ALIASES: &str = "SELECT alias, person FROM person_alias";
pub(crate) const CHANGE_PERSON: &str =
    "UPDATE person SET name = $2, email = $3, degree = $4, in_profession_since = $5 WHERE id = $1";
pub(crate) const LATEST_EMPLOYMENTS: &str = "SELECT id, begun, started, until, person, unit, title, role, form, share, hours, end_reason \
     FROM employment WHERE NOT continued ORDER BY id";
pub(crate) const END_EMPLOYMENT: &str = "UPDATE employment SET until = $2, end_reason = $3 WHERE id = $1";
pub(crate) const CONTINUE_EMPLOYMENT: &str = "UPDATE employment SET until = $2, continued = TRUE WHERE id = $1";
pub(crate) const CORRECT_EMPLOYMENT: &str = "UPDATE employment SET until = $2, unit = $3, title = $4, role = $5, form = $6, share = $7, \
     hours = $8, end_reason = $9 WHERE id = $1";
pub(crate) const LATEST_REDUCTIONS: &str =
    "SELECT id, begun, started, until, person, kind, share, hours FROM reduction WHERE NOT continued ORDER BY id";
pub(crate) const END_REDUCTION: &str = "UPDATE reduction SET until = $2 WHERE id = $1";
pub(crate) const CONTINUE_REDUCTION: &str = "UPDATE reduction SET until = $2, continued = TRUE WHERE id = $1";
pub(crate) const CORRECT_REDUCTION: &str = "UPDATE reduction SET until = $2, share = $3, hours = $4 WHERE id = $1";
pub(crate) const DUTIES: &str = "SELECT id, started, until, person, kind FROM duty ORDER BY id";
pub(crate) const END_DUTY: &str = "UPDATE duty SET until = $2 WHERE id = $1";
pub(crate) const SUPPORT: &str = "SELECT kind, helper, owner, pieces, done_on FROM support";

/// Everybody, by number and by every other name that files use for them. A number is stronger than somebody else's other name.
#[derive(Debug, Default)]
pub(crate) struct Names {
    numbers: HashMap<String, i64>,
    aliases: HashMap<String, i64>,
}

impl Names {
    pub(crate) async fn stored(writing: &mut Writing) -> Result<Self, StoreError> {
        let numbers = writing.fetch(PEOPLE, &[], |row| Ok((row.get(1)?, row.get(0)?))).await?;
        let aliases = writing.fetch(ALIASES, &[], |row| Ok((row.get(0)?, row.get(1)?))).await?;
        Ok(Self {
            numbers: numbers.into_iter().collect(),
            aliases: aliases.into_iter().collect(),
        })
    }

    pub(crate) fn id(&self, name: &str) -> Option<i64> {
        self.numbers.get(name).or_else(|| self.aliases.get(name)).copied()
    }

    /// The number of each.
    fn by_id(&self) -> HashMap<i64, &String> {
        self.numbers.iter().map(|(number, id)| (*id, number)).collect()
    }
}

/// The name of a role in the database: the one it has in JSON.
fn role_name(role: Role) -> String {
    match serde_json::to_value(role) {
        Ok(Json::String(name)) => name,
        _ => String::new(),
    }
}

/// The role of that name; somebody with a name that this program does not know is "other".
pub(crate) fn role_of(name: &str) -> Role {
    serde_json::from_value(Json::from(name)).unwrap_or(Role::Other)
}

pub(crate) fn extent_columns(extent: Extent) -> (Option<i64>, Option<i64>) {
    match extent {
        Extent::OfFullTime(share) => (Some(share.millionths()), None),
        Extent::HoursPerWeek(hours) => (None, Some(hours.millionths())),
    }
}

pub(crate) fn extent_of(share: Option<i64>, hours: Option<i64>) -> Extent {
    match hours {
        Some(hours) => Extent::HoursPerWeek(Hours::from_millionths(hours)),
        None => Extent::OfFullTime(Share::from_millionths(share.unwrap_or(0))),
    }
}

pub(crate) fn size_columns(size: Option<ReductionSize>) -> (Option<i64>, Option<i64>) {
    match size {
        Some(ReductionSize::Share(share)) => (Some(share.millionths()), None),
        Some(ReductionSize::HoursPerWeek(hours)) => (None, Some(hours.millionths())),
        None => (None, None),
    }
}

pub(crate) fn size_of(share: Option<i64>, hours: Option<i64>) -> Option<ReductionSize> {
    let hours = hours.map(|hours| ReductionSize::HoursPerWeek(Hours::from_millionths(hours)));
    hours.or_else(|| share.map(|share| ReductionSize::Share(Share::from_millionths(share))))
}

/// What an employment is for a while. Shares and hours are millionths.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Post {
    unit: Option<i64>,
    title: Option<String>,
    role: String,
    form: Option<String>,
    share: Option<i64>,
    hours: Option<i64>,
}

/// A reduction's kind and size, in millionths.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Part {
    kind: String,
    share: Option<i64>,
    hours: Option<i64>,
}

/// A reduction or a duty that an export no longer has.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct GonePart {
    /// Employment number.
    pub person: String,
    /// Kind, an id of the weight model.
    pub kind: String,
    /// First day.
    pub started: Date,
}

/// What of `known` is missing although it is not over.
fn gone_parts<S>(
    names: &Names,
    missing: impl IntoIterator<Item = (i64, Stored<S>)>,
    exported: Date,
    kind: impl Fn(S) -> String,
) -> Vec<GonePart> {
    let numbers = names.by_id();
    let open = missing
        .into_iter()
        .filter(|(_, old)| old.until.is_none_or(|until| until > exported));
    let mut gone: Vec<GonePart> = open
        .filter_map(|(person, old)| {
            Some(GonePart {
                person: (*numbers.get(&person)?).clone(),
                kind: kind(old.state),
                started: old.begun,
            })
        })
        .collect();
    gone.sort();
    gone
}

/// Takes in the rows of people: adds, changes and ends. `units` must know every unit the rows name.
///
/// Gives the numbers of those whose stored employment the export no longer has although it is not over.
pub(crate) async fn merge_employments(
    writing: &mut Writing,
    names: &mut Names,
    units: &HashMap<String, i64>,
    records: &[&EmploymentRecord],
    exported: Date,
) -> Result<Vec<String>, StoreError> {
    let mut log = Vec::new();
    merge_people(writing, names, records, &mut log).await?;
    let mut stored: HashMap<i64, Vec<Stored<Post>>> = HashMap::new();
    let mut reasons: HashMap<i64, Option<String>> = HashMap::new();
    let read = |row: Row<'_>| {
        let post = Post {
            unit: row.get(5)?,
            title: row.get(6)?,
            role: row.get(7)?,
            form: row.get(8)?,
            share: row.get(9)?,
            hours: row.get(10)?,
        };
        Ok((row.get(4)?, stretch(row, post)?, row.get(11)?))
    };
    for (person, stretch, reason) in writing.fetch(LATEST_EMPLOYMENTS, &[], read).await? {
        reasons.insert(stretch.id, reason);
        stored.entry(person).or_default().push(stretch);
    }
    let mut stated: BTreeMap<i64, Vec<(Period, Post)>> = BTreeMap::new();
    let mut stated_reasons: HashMap<(i64, Option<Date>), Option<String>> = HashMap::new();
    for record in records {
        let Some(person) = names.numbers.get(&record.person).copied() else {
            continue;
        };
        let (share, hours) = extent_columns(record.extent);
        let unit = record.unit.as_ref().and_then(|unit| units.get(unit)).copied();
        let (title, role, form) = (record.title.clone(), role_name(record.role), record.form.clone());
        stated.entry(person).or_default().push((
            record.period,
            Post {
                unit,
                title,
                role,
                form,
                share,
                hours,
            },
        ));
        stated_reasons.insert((person, record.period.to()), record.end_reason.clone());
    }
    let reason = |person, until: Option<Date>| until.and_then(|_| stated_reasons.get(&(person, until)).cloned().flatten());
    let mut changes = Vec::new();
    let mut gone = Vec::new();
    for (person, stated) in &stated {
        let known = stored.remove(person).unwrap_or_default();
        let (found, missing) = compare(&known, stated, exported, |_, _| true, |a, b| a.unit == b.unit);
        changes.extend(found.into_iter().map(|change| (*person, change)));
        let same = stated.iter().filter_map(|(period, post)| {
            known
                .iter()
                .find(|old| old.begun == period.from() && old.until == period.to() && old.state == *post)
        });
        let with_other_reason = same.filter(|old| reasons.get(&old.id) != Some(&reason(*person, old.until)));
        changes.extend(with_other_reason.map(|old| {
            (
                *person,
                Change::End {
                    id: old.id,
                    until: old.until,
                },
            )
        }));
        gone.extend(
            known
                .into_iter()
                .filter(|old| missing.contains(&old.id))
                .map(|old| (*person, old)),
        );
    }
    gone.extend(
        stored
            .into_iter()
            .flat_map(|(person, all)| all.into_iter().map(move |old| (person, old))),
    );
    write_employments(writing, &changes, reason, &mut log).await?;
    record(writing, "import.employments", &log).await?;
    let numbers = names.by_id();
    let open = gone.iter().filter(|(_, old)| old.until.is_none_or(|until| until > exported));
    let mut gone: Vec<String> = open
        .filter_map(|(person, _)| numbers.get(person).map(|number| (*number).clone()))
        .collect();
    gone.sort();
    gone.dedup();
    Ok(gone)
}

fn stretch<S>(row: Row<'_>, state: S) -> Result<Stored<S>, StoreError> {
    Ok(Stored {
        id: row.get(0)?,
        begun: row.get(1)?,
        started: row.get(2)?,
        until: row.get(3)?,
        state,
    })
}

/// One entry in the log for all changes of a kind, if there are any.
async fn record(writing: &mut Writing, action: &str, changes: &[Json]) -> Result<(), StoreError> {
    if !changes.is_empty() {
        writing.record(action, "person", changes).await?;
    }
    Ok(())
}

async fn merge_people(
    writing: &mut Writing,
    names: &mut Names,
    records: &[&EmploymentRecord],
    log: &mut Vec<Json>,
) -> Result<(), StoreError> {
    type Details = (String, Option<String>, Option<String>, Option<Date>);
    let read = |row: Row<'_>| Ok((row.get(0)?, (row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?)));
    let stored: HashMap<i64, Details> = writing.fetch(PEOPLE, &[], read).await?.into_iter().collect();
    // Of several rows of one person the last one's details hold.
    let latest: BTreeMap<&str, &EmploymentRecord> = records.iter().map(|record| (record.person.as_str(), *record)).collect();
    let new: Vec<&EmploymentRecord> = latest
        .values()
        .copied()
        .filter(|record| !names.numbers.contains_key(&record.person))
        .collect();
    let first = writing.next_ids(new.len())?;
    let rows: Vec<_> = new
        .iter()
        .zip(first..)
        .map(|(person, id)| {
            [
                id.into(),
                Value::Text(&person.person),
                Value::Text(&person.name),
                (&person.email).into(),
                (&person.degree).into(),
                person.in_profession_since.into(),
            ]
        })
        .collect();
    writing
        .insert_many(
            "person",
            ["id", "number", "name", "email", "degree", "in_profession_since"],
            rows,
        )
        .await?;
    for (person, id) in new.iter().zip(first..) {
        names.numbers.insert(person.person.clone(), id);
    }
    let mut aliases = Vec::new();
    for record in latest.values() {
        let Some(id) = names.numbers.get(&record.person).copied() else {
            continue;
        };
        let after: Details = (
            record.name.clone(),
            record.email.clone(),
            record.degree.clone(),
            record.in_profession_since,
        );
        let before = stored.get(&id);
        if before != Some(&after) {
            if before.is_some() {
                let values = [
                    id.into(),
                    Value::Text(&after.0),
                    (&after.1).into(),
                    (&after.2).into(),
                    after.3.into(),
                ];
                writing.execute(CHANGE_PERSON, &values).await?;
            }
            log.push(json!({ "person": record.person, "before": before, "after": after }));
        }
        for alias in &record.also_known_as {
            if names.id(alias).is_none() {
                names.aliases.insert(alias.clone(), id);
                log.push(json!({ "person": record.person, "after": { "also_known_as": alias } }));
                aliases.push((alias, id));
            }
        }
    }
    let rows: Vec<_> = aliases.iter().map(|(alias, id)| [Value::Text(alias), (*id).into()]).collect();
    writing.insert_many("person_alias", ["alias", "person"], rows).await?;
    Ok(())
}

async fn write_employments(
    writing: &mut Writing,
    changes: &[(i64, Change<Post>)],
    reason: impl Fn(i64, Option<Date>) -> Option<String>,
    log: &mut Vec<Json>,
) -> Result<(), StoreError> {
    let mut new: Vec<(i64, Date, Period, &Post)> = Vec::new();
    for (person, change) in changes {
        let why = |until| reason(*person, until);
        match change {
            Change::Add { begun, period, state } => new.push((*person, *begun, *period, state)),
            Change::End { id, until } => {
                let why = why(*until);
                writing
                    .execute(END_EMPLOYMENT, &[(*id).into(), (*until).into(), (&why).into()])
                    .await?;
                log.push(json!({ "employment": id, "after": { "until": until, "end_reason": why } }));
            }
            Change::Continue {
                id,
                begun,
                on,
                until,
                state,
            } => {
                writing.execute(CONTINUE_EMPLOYMENT, &[(*id).into(), (*on).into()]).await?;
                log.push(json!({ "employment": id, "after": { "until": on } }));
                new.push((*person, *begun, Period::new(*on, *until).unwrap_or(Period::since(*on)), state));
            }
            Change::Correct { id, until, state } => {
                let why = why(*until);
                let values = [
                    (*id).into(),
                    (*until).into(),
                    state.unit.into(),
                    (&state.title).into(),
                    Value::Text(&state.role),
                    (&state.form).into(),
                    state.share.into(),
                    state.hours.into(),
                    (&why).into(),
                ];
                writing.execute(CORRECT_EMPLOYMENT, &values).await?;
                log.push(json!({ "employment": id, "after": { "until": until, "post": state } }));
            }
        }
    }
    let first = writing.next_ids(new.len())?;
    let reasons: Vec<Option<String>> = new
        .iter()
        .map(|(person, _, period, _)| reason(*person, period.to()))
        .collect();
    let rows: Vec<_> = new
        .iter()
        .zip(first..)
        .zip(&reasons)
        .map(|(((person, begun, period, post), id), why)| {
            [
                id.into(),
                (*person).into(),
                post.unit.into(),
                (&post.title).into(),
                Value::Text(&post.role),
                (&post.form).into(),
                post.share.into(),
                post.hours.into(),
                (*begun).into(),
                period.from().into(),
                period.to().into(),
                why.into(),
                false.into(),
            ]
        })
        .collect();
    let columns = [
        "id",
        "person",
        "unit",
        "title",
        "role",
        "form",
        "share",
        "hours",
        "begun",
        "started",
        "until",
        "end_reason",
        "continued",
    ];
    writing.insert_many("employment", columns, rows).await?;
    let added = new.iter().zip(first..);
    log.extend(added.map(|((person, _, period, post), id)| json!({ "employment": id, "after": { "person": person, "period": period, "post": post } })));
    Ok(())
}

/// Takes in reductions of people that `names` knows; gives those that are not over and no longer in the list.
pub(crate) async fn merge_reductions(
    writing: &mut Writing,
    names: &Names,
    records: &[&ReductionRecord],
    exported: Date,
) -> Result<Vec<GonePart>, StoreError> {
    let mut stored: HashMap<i64, Vec<Stored<Part>>> = HashMap::new();
    let read = |row: Row<'_>| {
        let part = Part {
            kind: row.get(5)?,
            share: row.get(6)?,
            hours: row.get(7)?,
        };
        Ok((row.get(4)?, stretch(row, part)?))
    };
    for (person, stretch) in writing.fetch(LATEST_REDUCTIONS, &[], read).await? {
        stored.entry(person).or_default().push(stretch);
    }
    let mut stated: BTreeMap<i64, Vec<(Period, Part)>> = BTreeMap::new();
    for record in records {
        let Some(person) = names.id(&record.person) else { continue };
        let (share, hours) = size_columns(record.size);
        stated.entry(person).or_default().push((
            record.period,
            Part {
                kind: record.kind.clone(),
                share,
                hours,
            },
        ));
    }
    let (mut log, mut new, mut missing) = (Vec::new(), Vec::new(), Vec::new());
    for (person, stated) in &stated {
        let known = stored.remove(person).unwrap_or_default();
        let (changes, gone) = compare(&known, stated, exported, |a, b| a.kind == b.kind, |_, _| true);
        let not_stated = known.into_iter().filter(|old| gone.contains(&old.id));
        missing.extend(not_stated.map(|old| (*person, old)));
        for change in changes {
            match change {
                Change::Add { begun, period, state } => new.push((*person, begun, period, state)),
                Change::End { id, until } => {
                    writing.execute(END_REDUCTION, &[id.into(), until.into()]).await?;
                    log.push(json!({ "reduction": id, "after": { "until": until } }));
                }
                Change::Continue {
                    id,
                    begun,
                    on,
                    until,
                    state,
                } => {
                    writing.execute(CONTINUE_REDUCTION, &[id.into(), on.into()]).await?;
                    log.push(json!({ "reduction": id, "after": { "until": on } }));
                    new.push((*person, begun, Period::new(on, until).unwrap_or(Period::since(on)), state));
                }
                Change::Correct { id, until, state } => {
                    let values = [id.into(), until.into(), state.share.into(), state.hours.into()];
                    writing.execute(CORRECT_REDUCTION, &values).await?;
                    log.push(json!({ "reduction": id, "after": { "until": until, "part": state } }));
                }
            }
        }
    }
    let first = writing.next_ids(new.len())?;
    let rows: Vec<_> = new
        .iter()
        .zip(first..)
        .map(|((person, begun, period, part), id)| {
            [
                id.into(),
                (*person).into(),
                Value::Text(&part.kind),
                part.share.into(),
                part.hours.into(),
                (*begun).into(),
                period.from().into(),
                period.to().into(),
                false.into(),
            ]
        })
        .collect();
    let columns = [
        "id",
        "person",
        "kind",
        "share",
        "hours",
        "begun",
        "started",
        "until",
        "continued",
    ];
    writing.insert_many("reduction", columns, rows).await?;
    let added = new.iter().zip(first..);
    log.extend(added.map(|((person, _, period, part), id)| json!({ "reduction": id, "after": { "person": person, "period": period, "part": part } })));
    record(writing, "import.reductions", &log).await?;
    let others = stored
        .into_iter()
        .flat_map(|(person, all)| all.into_iter().map(move |old| (person, old)));
    Ok(gone_parts(names, missing.into_iter().chain(others), exported, |part| {
        part.kind
    }))
}

/// Takes in duties of people that `names` knows; gives those that are not over and no longer in the list.
pub(crate) async fn merge_duties(
    writing: &mut Writing,
    names: &Names,
    records: &[&DutyRecord],
    exported: Date,
) -> Result<Vec<GonePart>, StoreError> {
    let mut stored: HashMap<i64, Vec<Stored<String>>> = HashMap::new();
    let read = |row: Row<'_>| {
        let (started, until) = (row.get(1)?, row.get(2)?);
        Ok((
            row.get(3)?,
            Stored {
                id: row.get(0)?,
                begun: started,
                started,
                until,
                state: row.get::<String>(4)?,
            },
        ))
    };
    for (person, duty) in writing.fetch(DUTIES, &[], read).await? {
        stored.entry(person).or_default().push(duty);
    }
    let mut stated: BTreeMap<i64, Vec<(Period, String)>> = BTreeMap::new();
    for record in records {
        let Some(person) = names.id(&record.person) else { continue };
        stated.entry(person).or_default().push((record.period, record.kind.clone()));
    }
    let (mut log, mut new, mut missing) = (Vec::new(), Vec::new(), Vec::new());
    for (person, stated) in &stated {
        let known = stored.remove(person).unwrap_or_default();
        let (changes, gone) = compare(&known, stated, exported, |a, b| a == b, |_, _| true);
        let not_stated = known.into_iter().filter(|old| gone.contains(&old.id));
        missing.extend(not_stated.map(|old| (*person, old)));
        for change in changes {
            match change {
                Change::Add { begun, period, state } => {
                    new.push((*person, Period::new(begun, period.to()).unwrap_or(period), state));
                }
                // The kind is all there is of a duty, so only its end can change.
                Change::End { id, until } | Change::Continue { id, until, .. } | Change::Correct { id, until, .. } => {
                    writing.execute(END_DUTY, &[id.into(), until.into()]).await?;
                    log.push(json!({ "duty": id, "after": { "until": until } }));
                }
            }
        }
    }
    let first = writing.next_ids(new.len())?;
    let rows: Vec<_> = new
        .iter()
        .zip(first..)
        .map(|((person, period, kind), id)| {
            [
                id.into(),
                (*person).into(),
                Value::Text(kind),
                period.from().into(),
                period.to().into(),
            ]
        })
        .collect();
    writing
        .insert_many("duty", ["id", "person", "kind", "started", "until"], rows)
        .await?;
    let added = new.iter().zip(first..);
    log.extend(added.map(
        |((person, period, kind), id)| json!({ "duty": id, "after": { "person": person, "period": period, "kind": kind } }),
    ));
    record(writing, "import.duties", &log).await?;
    let others = stored
        .into_iter()
        .flat_map(|(person, all)| all.into_iter().map(move |old| (person, old)));
    Ok(gone_parts(names, missing.into_iter().chain(others), exported, |kind| kind))
}

/// Takes in pieces of support between people that `names` knows; a piece that is stored already is not added again.
pub(crate) async fn merge_support(writing: &mut Writing, names: &Names, records: &[&SupportRecord]) -> Result<(), StoreError> {
    type Piece = (String, i64, i64, i64, Date);
    let read = |row: Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?));
    let mut known: HashMap<Piece, usize> = HashMap::new();
    for piece in writing.fetch(SUPPORT, &[], read).await? {
        *known.entry(piece).or_default() += 1;
    }
    let mut new: Vec<Piece> = Vec::new();
    for record in records {
        let (Some(helper), Some(owner)) = (names.id(&record.helper), names.id(&record.owner)) else {
            continue;
        };
        let piece = (record.kind.clone(), helper, owner, i64::from(record.count), record.on);
        match known.get_mut(&piece) {
            Some(left) if *left > 0 => *left -= 1,
            _ => new.push(piece),
        }
    }
    let first = writing.next_ids(new.len())?;
    let rows: Vec<_> = new
        .iter()
        .zip(first..)
        .map(|((kind, helper, owner, pieces, on), id)| {
            [
                id.into(),
                Value::Text(kind),
                (*helper).into(),
                (*owner).into(),
                (*pieces).into(),
                (*on).into(),
            ]
        })
        .collect();
    writing
        .insert_many("support", ["id", "kind", "helper", "owner", "pieces", "done_on"], rows)
        .await?;
    let log: Vec<Json> = new.iter().map(|piece| json!({ "support": piece })).collect();
    record(writing, "import.support", &log).await
}
