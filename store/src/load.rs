//! Loads: the dated facts that a load, its explanation and its history are counted from.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::Date;
use rules::amount::Share;
use rules::case::{Effort, Holding, Part};
use rules::period::Period;
use rules::person::{Direction, Duty, Employment, Person, Reduction, Support};

use crate::case::effort_of;
use crate::person::{extent_of, role_of, size_of};
use crate::{Reading, Row, StoreError, Value};

/// Writes a statement twice: for everybody, and for the one person whose id is `$3`.
macro_rules! for_all_and_one {
    ($(#[$meta:meta])* $all:ident, $one:ident, $person:literal, $($text:literal),+ $(,)?) => {
        $(#[$meta])*
        pub(crate) const $all: &str = concat!($($text),+);
        pub(crate) const $one: &str = concat!($($text),+, " AND ", $person, " = $3");
    };
}

// $1 is the first day of the window and $2 the last.
for_all_and_one!(
    PEOPLE,
    PERSON,
    "person.id",
    "SELECT id, number, name, in_profession_since FROM person WHERE CAST($1 AS DATE) <= CAST($2 AS DATE)"
);
for_all_and_one!(
    EMPLOYMENTS,
    EMPLOYMENTS_OF_ONE,
    "employment.person",
    "SELECT employment.person, unit.code, employment.role, employment.share, employment.hours, employment.started, employment.until \
     FROM employment LEFT JOIN unit ON unit.id = employment.unit WHERE CAST($1 AS DATE) <= CAST($2 AS DATE) AND employment.started <= $2",
);
for_all_and_one!(
    REDUCTIONS,
    REDUCTIONS_OF_ONE,
    "person",
    "SELECT person, kind, share, hours, begun, started, until FROM reduction WHERE started <= $2 AND (until IS NULL OR until > $1)",
);
for_all_and_one!(
    DUTIES,
    DUTIES_OF_ONE,
    "person",
    "SELECT person, kind, started, until FROM duty WHERE started <= $2 AND (until IS NULL OR until > $1)",
);
for_all_and_one!(
    SUPPORT_GIVEN,
    SUPPORT_GIVEN_BY_ONE,
    "helper",
    "SELECT helper, kind, pieces, done_on FROM support WHERE CAST($1 AS DATE) <= CAST($2 AS DATE) AND done_on <= $2",
);
for_all_and_one!(
    SUPPORT_RECEIVED,
    SUPPORT_RECEIVED_BY_ONE,
    "owner",
    "SELECT owner, kind, pieces, done_on FROM support WHERE CAST($1 AS DATE) <= CAST($2 AS DATE) AND done_on <= $2",
);
for_all_and_one!(
    EFFORT_CHANGES,
    EFFORT_CHANGES_OF_ONE,
    "EXISTS (SELECT 1 FROM assignment WHERE assignment.phase = effort_change.phase AND assignment.person = $3) AND $3",
    "SELECT phase, started, effort FROM effort_change WHERE CAST($1 AS DATE) <= CAST($2 AS DATE) AND started <= $2",
);
for_all_and_one!(
    HOLDINGS,
    HOLDINGS_OF_ONE,
    "assignment.person",
    "SELECT assignment.person, assignment.part, assignment.share, assignment.started, assignment.until, phase.id, phase.case_type, \
     phase.phase, phase.effort, phase.started, phase.until, phase.case_file \
     FROM assignment JOIN phase ON phase.id = assignment.phase \
     WHERE phase.withdrawn IS NULL AND phase.started <= $2 AND (phase.until IS NULL OR phase.until > $1) \
     AND assignment.started <= $2 AND (assignment.until IS NULL OR assignment.until > $1)",
);
pub(crate) const REFERENCES_OF_ONE: &str = "SELECT DISTINCT case_file.id, case_file.reference FROM case_file \
     JOIN phase ON phase.case_file = case_file.id JOIN assignment ON assignment.phase = phase.id WHERE assignment.person = $1";
pub(crate) const FIND_PERSON: &str = "SELECT person.id, person.number, person.name FROM person WHERE person.number = $1 \
     OR person.id IN (SELECT person_alias.person FROM person_alias WHERE person_alias.alias = $1) OR person.name = $1 ORDER BY person.number";
pub(crate) const UNALLOCATED: &str = "SELECT CAST(COUNT(*) AS BIGINT) FROM phase WHERE withdrawn IS NULL AND started <= $1 \
     AND (until IS NULL OR until > $1) AND NOT EXISTS (SELECT 1 FROM assignment WHERE assignment.phase = phase.id \
     AND assignment.part = 'main' AND assignment.started <= $1 AND (assignment.until IS NULL OR assignment.until > $1))";
pub(crate) const CASE_ON: &str = "SELECT phase.case_type, phase.phase, phase.effort, phase.started, phase.until, phase.id, case_file.reference, \
     person.id, person.number, person.name, assignment.part, assignment.share \
     FROM case_file JOIN phase ON phase.case_file = case_file.id LEFT JOIN assignment ON assignment.phase = phase.id \
     AND assignment.started <= $2 AND (assignment.until IS NULL OR assignment.until > $2) \
     LEFT JOIN person ON person.id = assignment.person \
     WHERE case_file.reference = $1 AND phase.withdrawn IS NULL AND phase.started <= $2 AND (phase.until IS NULL OR phase.until > $2) \
     ORDER BY phase.started, phase.id, assignment.part DESC, person.number";
pub(crate) const EFFORT_ON: &str =
    "SELECT effort FROM effort_change WHERE phase = $1 AND started <= $2 ORDER BY started DESC LIMIT 1";
pub(crate) const CASE_EXISTS: &str = "SELECT id FROM case_file WHERE reference = $1 LIMIT 1";

/// Somebody and the dated facts about them in a window of days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonFacts {
    /// Id in this database.
    pub id: i64,
    /// Name, as shown.
    pub name: String,
    /// Facts of the person.
    pub person: Person,
    /// What the person holds in the window.
    pub holdings: Vec<Holding>,
}

/// Somebody who was looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundPerson {
    /// Id in this database.
    pub id: i64,
    /// Employment number.
    pub number: String,
    /// Name.
    pub name: String,
}

/// An open phase of a case on a day, and one who holds it; none while it is unallocated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CasePhase {
    /// The source system's reference.
    pub reference: String,
    /// Case type.
    pub case_type: String,
    /// Phase.
    pub phase: Option<String>,
    /// Effort factors on the day.
    pub effort: Effort,
    /// First day and end of the phase.
    pub period: Period,
    /// Who holds it and how: main or co-handler, with an agreed share or the model's.
    pub holder: Option<(FoundPerson, Part, Option<Share>)>,
}

impl Reading {
    /// Everybody and what they hold on any day from `first` to `last` (both included). References are left empty.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn everybody(&mut self, first: Date, last: Date) -> Result<Vec<PersonFacts>, StoreError> {
        self.facts(&[first.into(), last.into()], false).await
    }

    /// One person and what they hold on any day from `first` to `last` (both included).
    ///
    /// # Errors
    /// As the database answers.
    pub async fn somebody(&mut self, id: i64, first: Date, last: Date) -> Result<Option<PersonFacts>, StoreError> {
        Ok(self.facts(&[first.into(), last.into(), id.into()], true).await?.pop())
    }

    /// People with this employment number, other known name, or name.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn find_person(&mut self, name: &str) -> Result<Vec<FoundPerson>, StoreError> {
        let read = |row: Row<'_>| {
            Ok(FoundPerson {
                id: row.get(0)?,
                number: row.get(1)?,
                name: row.get(2)?,
            })
        };
        self.fetch(FIND_PERSON, &[Value::Text(name)], read).await
    }

    /// How many open phases have no main caseworker on `day`.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn unallocated(&mut self, day: Date) -> Result<i64, StoreError> {
        self.fetch_one(UNALLOCATED, &[day.into()], |row| row.get(0)).await
    }

    /// The open phases of a case on `day`, once for each who holds it; none when no case has the reference.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn case(&mut self, reference: &str, day: Date) -> Result<Option<Vec<CasePhase>>, StoreError> {
        let known = self
            .fetch_optional(CASE_EXISTS, &[Value::Text(reference)], |row| row.get::<i64>(0))
            .await?;
        if known.is_none() {
            return Ok(None);
        }
        let mut phases = self
            .fetch(CASE_ON, &[Value::Text(reference), day.into()], |row| {
                Ok((row.get(5)?, case_phase(row)?))
            })
            .await?;
        for (id, phase) in &mut phases {
            let id: i64 = *id;
            let changed = self
                .fetch_optional(EFFORT_ON, &[id.into(), day.into()], |row| effort_of(row.get(0)?))
                .await?;
            if let Some(effort) = changed {
                phase.effort = effort;
            }
        }
        Ok(Some(phases.into_iter().map(|(_, phase)| phase).collect()))
    }

    /// `values` are the window and perhaps the id of the one person.
    async fn facts(&mut self, values: &[Value<'_>], with_references: bool) -> Result<Vec<PersonFacts>, StoreError> {
        let one = values.len() > 2;
        let text = |all, of_one| if one { of_one } else { all };
        let read = |row: Row<'_>| {
            let person = Person {
                reference: row.get(1)?,
                in_profession_since: row.get(3)?,
                ..Person::default()
            };
            Ok(PersonFacts {
                id: row.get(0)?,
                name: row.get(2)?,
                person,
                holdings: Vec::new(),
            })
        };
        let mut people = self.fetch(text(PEOPLE, PERSON), values, read).await?;
        people.sort_by(|a, b| a.person.reference.cmp(&b.person.reference));
        let place: HashMap<i64, usize> = people.iter().zip(0..).map(|(facts, place)| (facts.id, place)).collect();
        self.for_each(text(EMPLOYMENTS, EMPLOYMENTS_OF_ONE), values, |row| {
            let facts = &mut people[place[&row.get(0)?]];
            facts.person.employments.push(Employment {
                unit: row.get(1)?,
                role: role_of(row.get(2)?),
                extent: extent_of(row.get(3)?, row.get(4)?),
                period: period(row, 5)?,
            });
            Ok(())
        })
        .await?;
        self.for_each(text(REDUCTIONS, REDUCTIONS_OF_ONE), values, |row| {
            let size = size_of(row.get(2)?, row.get(3)?);
            let facts = &mut people[place[&row.get(0)?]];
            facts.person.reductions.push(Reduction {
                kind: row.get(1)?,
                size,
                begun: row.get(4)?,
                period: period(row, 5)?,
            });
            Ok(())
        })
        .await?;
        self.for_each(text(DUTIES, DUTIES_OF_ONE), values, |row| {
            let facts = &mut people[place[&row.get(0)?]];
            facts.person.duties.push(Duty {
                kind: row.get(1)?,
                count: 1,
                period: period(row, 2)?,
            });
            Ok(())
        })
        .await?;
        let support = [
            (text(SUPPORT_GIVEN, SUPPORT_GIVEN_BY_ONE), Direction::Given),
            (text(SUPPORT_RECEIVED, SUPPORT_RECEIVED_BY_ONE), Direction::Received),
        ];
        for (sql, direction) in support {
            self.for_each(sql, values, |row| {
                let count = u32::try_from(row.get::<i64>(2)?).unwrap_or(u32::MAX);
                let facts = &mut people[place[&row.get(0)?]];
                facts.person.support.push(Support {
                    kind: row.get(1)?,
                    direction,
                    count,
                    on: row.get(3)?,
                });
                Ok(())
            })
            .await?;
        }
        let references = if with_references {
            self.references(values).await?
        } else {
            HashMap::new()
        };
        self.holdings(values, &place, &references, &mut people).await?;
        Ok(people)
    }

    async fn references(&mut self, values: &[Value<'_>]) -> Result<HashMap<i64, Arc<str>>, StoreError> {
        let read = |row: Row<'_>| Ok((row.get(0)?, row.get::<&str>(1)?.into()));
        Ok(self.fetch(REFERENCES_OF_ONE, &values[2..], read).await?.into_iter().collect())
    }

    async fn holdings(
        &mut self,
        values: &[Value<'_>],
        place: &HashMap<i64, usize>,
        references: &HashMap<i64, Arc<str>>,
        people: &mut [PersonFacts],
    ) -> Result<(), StoreError> {
        let one = values.len() > 2;
        let mut shared = Shared::default();
        let mut changes: HashMap<i64, Vec<(Date, Arc<Effort>)>> = HashMap::new();
        let sql = if one { EFFORT_CHANGES_OF_ONE } else { EFFORT_CHANGES };
        self.for_each(sql, values, |row| {
            let effort = shared.effort(row.get(2)?)?;
            changes.entry(row.get(0)?).or_default().push((row.get(1)?, effort));
            Ok(())
        })
        .await?;
        changes.values_mut().for_each(|changes| changes.sort_by_key(|(day, _)| *day));
        let nothing: Arc<str> = "".into();
        self.for_each(if one { HOLDINGS_OF_ONE } else { HOLDINGS }, values, |row| {
            let Some(period) = period(row, 9)?.overlap(period(row, 3)?) else {
                return Ok(());
            };
            let holding = Holding {
                reference: references.get(&row.get(11)?).map_or_else(|| Arc::clone(&nothing), Arc::clone),
                case_type: shared.word(row.get(6)?),
                phase: row.get::<Option<&str>>(7)?.map(|phase| shared.word(phase)),
                effort: shared.effort(row.get(8)?)?,
                part: part_of(row.get(1)?),
                share: row.get::<Option<i64>>(2)?.map(Share::from_millionths),
                count: 1,
                period,
            };
            let held = &mut people[place[&row.get(0)?]].holdings;
            match changes.get(&row.get(5)?) {
                None => held.push(holding),
                Some(changes) => held.extend(stretches(&holding, changes)),
            }
            Ok(())
        })
        .await
    }
}

/// A holding cut at the days on which the effort factors changed.
fn stretches(holding: &Holding, changes: &[(Date, Arc<Effort>)]) -> Vec<Holding> {
    let mut cut = Vec::new();
    let first = (holding.period.from().min(changes[0].0), Arc::clone(&holding.effort));
    let states: Vec<_> = std::iter::once(&first).chain(changes).collect();
    for (place, (from, effort)) in states.iter().enumerate() {
        let to = states.get(place + 1).map(|(next, _)| *next);
        let within = Period::new(*from, to).ok().and_then(|state| state.overlap(holding.period));
        cut.extend(within.map(|period| Holding {
            effort: Arc::clone(effort),
            period,
            ..holding.clone()
        }));
    }
    cut
}

fn period(row: Row<'_>, index: usize) -> Result<Period, StoreError> {
    Period::new(row.get(index)?, row.get(index + 1)?).map_err(|error| StoreError::Corrupt {
        reason: error.to_string(),
    })
}

fn part_of(name: &str) -> Part {
    if name == "main" { Part::Main } else { Part::Co }
}

fn case_phase(row: Row<'_>) -> Result<CasePhase, StoreError> {
    let holder = match row.get::<Option<i64>>(7)? {
        Some(id) => {
            let person = FoundPerson {
                id,
                number: row.get(8)?,
                name: row.get(9)?,
            };
            Some((
                person,
                part_of(row.get(10)?),
                row.get::<Option<i64>>(11)?.map(Share::from_millionths),
            ))
        }
        None => None,
    };
    Ok(CasePhase {
        case_type: row.get(0)?,
        phase: row.get(1)?,
        effort: effort_of(row.get(2)?)?,
        period: period(row, 3)?,
        reference: row.get(6)?,
        holder,
    })
}

/// Texts that many rows share, kept once.
#[derive(Default)]
struct Shared {
    words: Vec<Arc<str>>,
    efforts: HashMap<Box<str>, Arc<Effort>>,
}

impl Shared {
    /// Types and phases are few, so looking through them is the quickest.
    fn word(&mut self, word: &str) -> Arc<str> {
        if let Some(known) = self.words.iter().find(|known| &***known == word) {
            return Arc::clone(known);
        }
        let new: Arc<str> = word.into();
        self.words.push(Arc::clone(&new));
        new
    }

    fn effort(&mut self, text: &str) -> Result<Arc<Effort>, StoreError> {
        if let Some(known) = self.efforts.get(text) {
            return Ok(Arc::clone(known));
        }
        let new = Arc::new(effort_of(text)?);
        self.efforts.insert(text.into(), Arc::clone(&new));
        Ok(new)
    }
}
