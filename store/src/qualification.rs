//! Qualification, languages and districts of people: facts with days, recorded by those who look after people, ended and never
//! overwritten; and who holds what without the qualification that the act requires.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;
use rules::access::Permission;
use rules::allocation::{Dated, Worker, is_same};
use rules::period::Period;
use rules::qualification::{DegreeHeld, Ground, Missing, Qualification, Requirement, Unqualified};
use serde_json::json;

use crate::dispatch::Transaction;
use crate::load::{FoundPerson, found_person};
use crate::look::Subject;
use crate::value::id_keys;
use crate::{Reading, Row, Store, StoreError, Value, Viewer};

pub(crate) const DEGREES: &str = "SELECT id, degree FROM person";
pub(crate) const DEGREES_OF: &str =
    "SELECT person.id, person.degree FROM json_each($1) AS wanted JOIN person ON person.id = CAST(wanted.key AS BIGINT)";
pub(crate) const FACTS: &str = "SELECT person, id, kind, value, started, until FROM person_fact ORDER BY started DESC, id DESC";
pub(crate) const FACTS_OF: &str = "SELECT person_fact.person, person_fact.id, person_fact.kind, person_fact.value, person_fact.started, \
     person_fact.until FROM json_each($1) AS wanted JOIN person_fact ON person_fact.person = CAST(wanted.key AS BIGINT) \
     ORDER BY person_fact.started DESC, person_fact.id DESC";
pub(crate) const ADD_FACT: &str =
    "INSERT INTO person_fact (id, person, kind, value, started, until) VALUES ($1, $2, $3, $4, $5, $6)";
pub(crate) const END_FACT: &str = "UPDATE person_fact SET until = $2 WHERE id = $1";
pub(crate) const NAMES: &str = "SELECT person.id, person.number, person.name FROM json_each($1) AS wanted JOIN person ON person.id = CAST(wanted.key AS BIGINT) \
     ORDER BY person.name, person.number";
/// Those of some people (`$1`) whose work it is to hold cases on the day `$2`, and in which unit.
pub(crate) const CASEWORKERS: &str = "SELECT employment.person, unit.code, unit.name FROM json_each($1) AS wanted \
     JOIN employment ON employment.person = CAST(wanted.key AS BIGINT) LEFT JOIN unit ON unit.id = employment.unit \
     WHERE employment.role IN ('caseworker', 'supervisor') AND employment.started <= $2 \
     AND (employment.until IS NULL OR employment.until > $2) ORDER BY employment.id";
/// What some people (`$1`) are main caseworkers of on the day `$2`.
pub(crate) const HELD: &str = "SELECT assignment.person, case_file.reference, phase.case_type, phase.phase, \
     CASE WHEN assignment.started > phase.started THEN assignment.started ELSE phase.started END \
     FROM json_each($1) AS wanted JOIN assignment ON assignment.person = CAST(wanted.key AS BIGINT) \
     JOIN phase ON phase.id = assignment.phase JOIN case_file ON case_file.id = phase.case_file \
     WHERE assignment.part = 'main' AND assignment.started <= $2 AND (assignment.until IS NULL OR assignment.until > $2) \
     AND phase.withdrawn IS NULL AND phase.started <= $2 AND (phase.until IS NULL OR phase.until > $2) \
     ORDER BY case_file.reference, phase.started";
/// How many phases of each kind some people (`$1`) are main caseworkers of on the day `$2`.
pub(crate) const COUNT_HELD: &str = "SELECT assignment.person, phase.case_type, phase.phase, CAST(COUNT(*) AS BIGINT) \
     FROM assignment JOIN phase ON phase.id = assignment.phase \
     WHERE assignment.person IN (SELECT CAST(wanted.key AS BIGINT) FROM json_each($1) AS wanted) \
     AND assignment.part = 'main' AND assignment.started <= $2 AND (assignment.until IS NULL OR assignment.until > $2) \
     AND phase.withdrawn IS NULL AND phase.started <= $2 AND (phase.until IS NULL OR phase.until > $2) \
     GROUP BY assignment.person, phase.case_type, phase.phase";

/// The longest word: a language, a district, the reference of a decision; characters.
pub const LONGEST_WORD: usize = 60;

/// What can be recorded about somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FactKind {
    /// A degree: an id of [`Requirement::degrees`].
    Degree,
    /// The board's decision that the degree is relevant; the value is its reference.
    Decision,
    /// That the person handles cases independently; no value.
    Independent,
    /// A language beside Swedish.
    Language,
    /// A district that the person works in.
    District,
}

impl FactKind {
    /// Every kind, in the order of the page.
    pub const ALL: [Self; 5] = [
        Self::Degree,
        Self::Decision,
        Self::Independent,
        Self::Language,
        Self::District,
    ];

    /// The id in the database, answers and sentences.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Degree => "degree",
            Self::Decision => "decision",
            Self::Independent => "independent",
            Self::Language => "language",
            Self::District => "district",
        }
    }

    /// The kind with this id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// Whether only those who look after people everywhere record it: it decides what somebody may hold by law.
    #[must_use]
    pub const fn is_of_law(self) -> bool {
        matches!(self, Self::Degree | Self::Decision | Self::Independent)
    }
}

/// What was recorded about somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonFact {
    /// Id in this database.
    pub id: i64,
    /// What it is.
    pub kind: FactKind,
    /// Its value, as [`FactKind`] says.
    pub value: String,
    /// When it counts.
    pub period: Period,
}

/// What somebody brings, as the person's page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonQualification {
    /// The degree that the exports say; holds while none is recorded.
    pub imported: Option<String>,
    /// What was recorded, the latest first.
    pub facts: Vec<PersonFact>,
    /// The degree that counts on the day.
    pub degree: Option<String>,
    /// What makes the person qualified on the day, or what is missing.
    pub ground: Result<Ground, Missing>,
    /// Since when the person handles cases independently.
    pub independent_since: Option<Date>,
    /// Whether the viewer may record degrees, decisions and independence.
    pub may_record: bool,
    /// Whether the viewer may record languages and districts.
    pub may_tell: bool,
}

/// Why something about somebody's qualification was not recorded.
#[derive(Debug, thiserror::Error)]
pub enum QualificationError {
    /// The value is missing.
    #[error("the value is missing")]
    Empty,
    /// The value is too long.
    #[error("more than {longest} characters")]
    Long {
        /// At most so many.
        longest: usize,
    },
    /// The value contains what looks like a personal identity number.
    #[error("it contains a personal identity number")]
    IdentityNumber,
    /// There is no such degree.
    #[error("there is no degree \"{degree}\"")]
    NoDegree {
        /// The id.
        degree: String,
    },
    /// The same is recorded for some of the days already.
    #[error("it is recorded from {} already", period.from())]
    Overlapping {
        /// The other's days.
        period: Period,
    },
    /// It would end before it began.
    #[error("it began {from}")]
    Backwards {
        /// First day.
        from: Date,
    },
    /// The database; there is no such thing, or it is not for the viewer to change.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Somebody who is not qualified, and what that person holds all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lacking {
    /// Who.
    pub person: FoundPerson,
    /// Code and name of the unit the person works in.
    pub unit: Option<(String, String)>,
    /// The degree that counts on the day.
    pub degree: Option<String>,
    /// What is missing.
    pub missing: Missing,
    /// How many phases the person is main caseworker of without the qualification that they require.
    pub held: usize,
    /// Those phases; nothing where the viewer may not see what the person holds.
    pub cases: Vec<HeldWithout>,
}

/// A phase that its main caseworker is not qualified for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldWithout {
    /// The source system's reference.
    pub reference: String,
    /// Case type.
    pub case_type: String,
    /// Phase.
    pub phase: Option<String>,
    /// Since when the person holds it.
    pub since: Date,
    /// By which section, which task, and what is missing.
    pub unqualified: Unqualified,
}

pub(crate) fn period(row: Row<'_>, from: usize) -> Result<Period, StoreError> {
    Period::new(row.get(from)?, row.get(from + 1)?).map_err(|error| StoreError::Corrupt {
        reason: error.to_string(),
    })
}

fn fact(row: Row<'_>) -> Result<(i64, PersonFact), StoreError> {
    let kind: &str = row.get(2)?;
    let kind = FactKind::from_id(kind).ok_or_else(|| StoreError::Corrupt {
        reason: format!("there is no kind of fact {kind}"),
    })?;
    let fact = PersonFact {
        id: row.get(1)?,
        kind,
        value: row.get(3)?,
        period: period(row, 4)?,
    };
    Ok((row.get(0)?, fact))
}

fn bring(worker: &mut Worker, fact: PersonFact) {
    let PersonFact { kind, value, period, .. } = fact;
    match kind {
        FactKind::Degree => worker.qualification.degrees.push(DegreeHeld { degree: value, period }),
        FactKind::Decision => worker.qualification.decisions.push(period),
        FactKind::Independent => worker.qualification.independent.push(period),
        FactKind::Language => worker.languages.push(Dated { value, period }),
        FactKind::District => worker.districts.push(Dated { value, period }),
    }
}

/// What people bring, by id: those whose ids are the keys of `whose`, or everybody.
pub(crate) async fn workers(transaction: &mut Transaction, whose: Option<&str>) -> Result<HashMap<i64, Worker>, StoreError> {
    let values: Vec<Value<'_>> = whose.map(Value::Json).into_iter().collect();
    let (degrees, facts) = if whose.is_some() {
        (DEGREES_OF, FACTS_OF)
    } else {
        (DEGREES, FACTS)
    };
    let mut workers = HashMap::new();
    transaction
        .for_each(degrees, &values, |row| {
            let id = row.get(0)?;
            let imported = row.get(1)?;
            let qualification = Qualification {
                imported,
                ..Qualification::default()
            };
            workers.insert(
                id,
                Worker {
                    id,
                    qualification,
                    ..Worker::default()
                },
            );
            Ok(())
        })
        .await?;
    transaction
        .for_each(facts, &values, |row| {
            let (person, fact) = fact(row)?;
            if let Some(worker) = workers.get_mut(&person) {
                bring(worker, fact);
            }
            Ok(())
        })
        .await?;
    Ok(workers)
}

/// The requirement of the act, with what the municipality has said about its case types.
pub(crate) async fn requirement(transaction: &mut Transaction) -> Result<Requirement, StoreError> {
    let settings = crate::setting::holding(transaction).await?;
    let requirement = Requirement::shipped().map_err(|error| StoreError::Corrupt {
        reason: error.to_string(),
    })?;
    Ok(requirement.without_types(settings.not_about_children))
}

/// What people who are not qualified hold on `day` as main caseworkers, by person.
async fn held_without(
    transaction: &mut Transaction,
    requirement: &Requirement,
    workers: &HashMap<i64, Worker>,
    day: Date,
) -> Result<HashMap<i64, Vec<HeldWithout>>, StoreError> {
    let wanted = id_keys(workers.keys().copied());
    let mut held: HashMap<i64, Vec<HeldWithout>> = HashMap::new();
    transaction
        .for_each(HELD, &[Value::Json(&wanted), day.into()], |row| {
            let person = row.get(0)?;
            let (case_type, phase): (String, Option<String>) = (row.get(2)?, row.get(3)?);
            let Some(worker) = workers.get(&person) else {
                return Ok(());
            };
            let checked = requirement.check(&worker.qualification, &case_type, phase.as_deref(), day);
            if let Err(unqualified) = checked {
                held.entry(person).or_default().push(HeldWithout {
                    reference: row.get(1)?,
                    case_type,
                    phase,
                    since: row.get(4)?,
                    unqualified,
                });
            }
            Ok(())
        })
        .await?;
    Ok(held)
}

/// How many phases are held on `day` by main caseworkers who are not qualified for them, and by how many: an import's alarm.
pub(crate) async fn count_held_without(transaction: &mut Transaction, day: Date) -> Result<(i64, i64), StoreError> {
    let requirement = requirement(transaction).await?;
    let mut lacking = workers(transaction, None).await?;
    lacking.retain(|_, worker| requirement.ground(&worker.qualification, day).is_err());
    let (mut phases, mut people) = (0, HashSet::new());
    if lacking.is_empty() || requirement.section(day).is_none() {
        return Ok((0, 0));
    }
    let wanted = id_keys(lacking.keys().copied());
    transaction
        .for_each(COUNT_HELD, &[Value::Json(&wanted), day.into()], |row| {
            let (person, count): (i64, i64) = (row.get(0)?, row.get(3)?);
            if requirement.applies(row.get(1)?, row.get(2)?) {
                phases += count;
                people.insert(person);
            }
            Ok(())
        })
        .await?;
    Ok((phases, i64::try_from(people.len()).unwrap_or(i64::MAX)))
}

impl Reading {
    /// The requirement of the act, with what the municipality has said about its case types: about nobody, so for anybody.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn requirement(&mut self) -> Result<Requirement, StoreError> {
        requirement(self).await
    }

    /// What somebody brings, on `day`; none when there is no such person or it is not for the viewer, as with [`Self::person_file`].
    ///
    /// # Errors
    /// As the database answers.
    pub async fn qualification_of(&mut self, person: i64, day: Date) -> Result<Option<PersonQualification>, StoreError> {
        let reach = self.reach(Permission::People).await?;
        if !self.covers(&reach, person).await? {
            return Ok(None);
        }
        let wanted = id_keys([person]);
        let requirement = requirement(self).await?;
        let Some(worker) = workers(self, Some(&wanted)).await?.remove(&person) else {
            return Ok(None);
        };
        let facts = self.fetch(FACTS_OF, &[Value::Json(&wanted)], fact).await?;
        let is_own = self.viewer().person() == Some(person);
        let qualification = worker.qualification;
        Ok(Some(PersonQualification {
            facts: facts.into_iter().map(|(_, fact)| fact).collect(),
            degree: qualification
                .degree(day)
                .map(|degree| requirement.degree_id(degree).to_owned()),
            ground: requirement.ground(&qualification, day),
            independent_since: qualification.independent_since(day),
            imported: qualification.imported,
            may_record: !is_own && reach.everywhere,
            may_tell: !is_own && (reach.everywhere || !reach.units.is_empty()),
        }))
    }

    /// Those who hold cases for a living, or hold one that requires it, and are not qualified on `day`, by name: those whom the viewer may
    /// know to work here. Whoever may see what they hold sees which cases and has then looked; others see how many.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn lacking(&mut self, day: Date) -> Result<Vec<Lacking>, StoreError> {
        let reach = self.reach(Permission::People).await?;
        let loads = self.loads_reach().await?;
        let whose = self.visible(&reach).await?.into_keys();
        let seen = self.visible(&loads).await?.into_keys();
        let seen: Option<Vec<i64>> = match seen {
            None => None,
            Some(keys) => Some(ids_of(&keys)?),
        };
        let requirement = requirement(self).await?;
        let mut lacking = workers(self, whose.as_deref()).await?;
        lacking.retain(|_, worker| requirement.ground(&worker.qualification, day).is_err());
        let mut unit_of: HashMap<i64, Option<(String, String)>> = HashMap::new();
        let wanted = id_keys(lacking.keys().copied());
        self.for_each(CASEWORKERS, &[Value::Json(&wanted), day.into()], |row| {
            let unit = row.get::<Option<String>>(1)?.zip(row.get::<Option<String>>(2)?);
            unit_of.insert(row.get(0)?, unit);
            Ok(())
        })
        .await?;
        let mut held = held_without(self, &requirement, &lacking, day).await?;
        lacking.retain(|id, _| unit_of.contains_key(id) || held.contains_key(id));
        let wanted = id_keys(lacking.keys().copied());
        let people = self.fetch(NAMES, &[Value::Json(&wanted)], found_person).await?;
        let mut listed = Vec::with_capacity(people.len());
        let mut looked = Vec::new();
        for person in people {
            let Some(worker) = lacking.get(&person.id) else {
                continue;
            };
            let Err(missing) = requirement.ground(&worker.qualification, day) else {
                continue;
            };
            let cases = held.remove(&person.id).unwrap_or_default();
            let held = cases.len();
            let is_seen = seen.as_ref().is_none_or(|seen| seen.contains(&person.id));
            if is_seen && held > 0 {
                looked.push(person.id);
            }
            listed.push(Lacking {
                unit: unit_of.remove(&person.id).flatten(),
                degree: worker
                    .qualification
                    .degree(day)
                    .map(|degree| requirement.degree_id(degree).to_owned()),
                missing,
                held,
                cases: if is_seen { cases } else { Vec::new() },
                person,
            });
        }
        self.note(Subject::Case, Some((day, day)), looked);
        Ok(listed)
    }
}

/// The ids that are the keys of a JSON object.
fn ids_of(keys: &str) -> Result<Vec<i64>, StoreError> {
    let object: HashMap<String, i64> = serde_json::from_str(keys)?;
    Ok(object.keys().filter_map(|key| key.parse().ok()).collect())
}

/// A word that somebody wrote: trimmed, not too long, and no identity number in it.
pub(crate) fn word(written: &str) -> Result<String, QualificationError> {
    let word = written.split_whitespace().collect::<Vec<_>>().join(" ");
    if word.is_empty() {
        return Err(QualificationError::Empty);
    }
    if word.chars().count() > LONGEST_WORD {
        return Err(QualificationError::Long { longest: LONGEST_WORD });
    }
    if rules::identity_number::contains(&word) {
        return Err(QualificationError::IdentityNumber);
    }
    Ok(word)
}

impl Store {
    /// Records a fact about somebody, and gives its id. A degree recorded for days on which another one is takes its place from its first
    /// day on.
    ///
    /// # Errors
    /// [`QualificationError`]; [`StoreError::NotThere`] when it is not for the viewer to record.
    pub async fn record_fact(
        &self,
        viewer: &Viewer,
        person: i64,
        (kind, value): (FactKind, &str),
        period: Period,
    ) -> Result<i64, QualificationError> {
        let (number, known, requirement) = self.changeable_facts(viewer, person, kind).await?;
        let value = match kind {
            FactKind::Independent => String::new(),
            FactKind::Degree => {
                let degree = word(value)?;
                if !requirement.degrees().any(|(id, _)| id == degree) {
                    return Err(QualificationError::NoDegree { degree });
                }
                degree
            }
            FactKind::Decision | FactKind::Language | FactKind::District => word(value)?,
        };
        let is_there = |fact: &&PersonFact| {
            let is_same = match kind {
                FactKind::Decision | FactKind::Independent => true,
                FactKind::Degree => fact.value == value && fact.period.from() == period.from(),
                FactKind::Language | FactKind::District => is_same(&fact.value, &value),
            };
            fact.kind == kind && is_same && fact.period.overlap(period).is_some()
        };
        if let Some(fact) = known.iter().find(is_there) {
            return Err(QualificationError::Overlapping { period: fact.period });
        }
        let mut writing = self.begin(viewer).await?;
        let id = writing.next_ids(1)?;
        let values = [
            id.into(),
            person.into(),
            Value::Text(kind.id()),
            Value::Text(&value),
            period.from().into(),
            period.to().into(),
        ];
        writing.execute(ADD_FACT, &values).await?;
        let details = json!({ "before": null, "after": { "kind": kind.id(), "value": value, "period": period } });
        writing.record("qualification.record", &number, &details).await?;
        writing.commit().await?;
        Ok(id)
    }

    /// Has a recorded fact end: on `until` it no longer counts.
    ///
    /// # Errors
    /// [`QualificationError`]; [`StoreError::NotThere`] when there is none or it is not for the viewer to change.
    pub async fn end_fact(&self, viewer: &Viewer, (person, fact): (i64, i64), until: Date) -> Result<(), QualificationError> {
        let wanted = id_keys([person]);
        let mut reading = self.read(viewer).await?;
        let facts = reading.fetch(FACTS_OF, &[Value::Json(&wanted)], self::fact).await?;
        drop(reading);
        let found = facts.into_iter().map(|(_, known)| known).find(|known| known.id == fact);
        let found = found.ok_or(StoreError::NotThere)?;
        let (number, ..) = self.changeable_facts(viewer, person, found.kind).await?;
        let from = found.period.from();
        if until < from {
            return Err(QualificationError::Backwards { from });
        }
        let mut writing = self.begin(viewer).await?;
        writing.execute(END_FACT, &[fact.into(), until.into()]).await?;
        let details = json!({
            "kind": found.kind.id(), "value": found.value, "from": from, "before": found.period.to(), "after": until,
        });
        writing.record("qualification.end", &number, &details).await?;
        writing.commit().await?;
        Ok(())
    }

    /// Number and facts of somebody about whom the viewer may record a fact of the kind, and the requirement.
    async fn changeable_facts(
        &self,
        viewer: &Viewer,
        person: i64,
        kind: FactKind,
    ) -> Result<(String, Vec<PersonFact>, Requirement), StoreError> {
        let mut reading = self.read(viewer).await?;
        let file = reading.person_file(person).await?.ok_or(StoreError::NotThere)?;
        let may = if kind.is_of_law() {
            file.may_change_employment
        } else {
            file.may_change
        };
        if !may {
            return Err(StoreError::NotThere);
        }
        let wanted = id_keys([person]);
        let facts = reading.fetch(FACTS_OF, &[Value::Json(&wanted)], fact).await?;
        let requirement = requirement(&mut reading).await?;
        Ok((file.number, facts.into_iter().map(|(_, fact)| fact).collect(), requirement))
    }
}
