//! Loads: the dated facts that a load, its explanation and its history are counted from.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use jiff::civil::Date;
use rules::amount::Share;
use rules::case::{Effort, Holding, Part};
use rules::period::Period;
use rules::person::{Direction, Duty, Employment, Person, Reduction, Support};

use crate::case::{effort_of, part_of};
use crate::person::{extent_of, role_of, size_of};
use crate::{Reading, Row, StoreError, Value};

/// Writes a statement twice: for everybody, and with a condition for one person; both in the same order, where that matters.
macro_rules! for_all_and_one {
    ($all:ident, $one:ident, $sql:literal, $condition:literal, $order:literal) => {
        pub(crate) const $all: &str = concat!($sql, $order);
        pub(crate) const $one: &str = concat!($sql, $condition, $order);
    };
}

for_all_and_one!(
    PEOPLE,
    PERSON,
    "SELECT id, number, name, in_profession_since FROM person",
    " WHERE id = $1",
    ""
);

// $1 is the last day of the window.
for_all_and_one!(
    EMPLOYMENTS,
    EMPLOYMENTS_OF_ONE,
    "SELECT employment.person, unit.code, employment.role, employment.share, employment.hours, employment.started, employment.until \
     FROM employment LEFT JOIN unit ON unit.id = employment.unit WHERE employment.started <= $1",
    " AND employment.person = $2",
    " ORDER BY employment.started, employment.id"
);
for_all_and_one!(
    SUPPORT_GIVEN,
    SUPPORT_GIVEN_BY_ONE,
    "SELECT helper, kind, pieces, done_on FROM support WHERE done_on <= $1",
    " AND helper = $2",
    " ORDER BY done_on, id"
);
for_all_and_one!(
    SUPPORT_RECEIVED,
    SUPPORT_RECEIVED_BY_ONE,
    "SELECT owner, kind, pieces, done_on FROM support WHERE done_on <= $1",
    " AND owner = $2",
    " ORDER BY done_on, id"
);
for_all_and_one!(
    EFFORTS,
    EFFORTS_OF_ONE,
    "SELECT id, factors FROM effort",
    " WHERE id IN (SELECT phase.effort FROM assignment JOIN phase ON phase.id = assignment.phase WHERE assignment.person = $1 \
     UNION SELECT effort_change.effort FROM assignment JOIN effort_change ON effort_change.phase = assignment.phase \
     WHERE assignment.person = $1)",
    ""
);
for_all_and_one!(
    EFFORT_CHANGES,
    EFFORT_CHANGES_OF_ONE,
    "SELECT effort_change.phase, effort_change.started, effort_change.effort FROM effort_change WHERE effort_change.started <= $1",
    " AND effort_change.phase IN (SELECT assignment.phase FROM assignment WHERE assignment.person = $2)",
    ""
);

// $1 is the last day of the window and $2 the first.
for_all_and_one!(
    REDUCTIONS,
    REDUCTIONS_OF_ONE,
    "SELECT person, kind, share, hours, begun, started, until FROM reduction WHERE started <= $1 AND (until IS NULL OR until > $2)",
    " AND person = $3",
    " ORDER BY started, id"
);
for_all_and_one!(
    DUTIES,
    DUTIES_OF_ONE,
    "SELECT person, kind, started, until FROM duty WHERE started <= $1 AND (until IS NULL OR until > $2)",
    " AND person = $3",
    " ORDER BY started, id"
);
/// Holdings on any day from `$2` to `$1`, with the reference of each case or without it.
macro_rules! holdings {
    ($reference:literal, $condition:literal) => {
        concat!(
            "SELECT assignment.person, assignment.part, assignment.share, assignment.started, assignment.until, phase.id, \
             phase.case_type, phase.phase, phase.effort, phase.started, phase.until",
            $reference,
            " FROM assignment JOIN phase ON phase.id = assignment.phase \
             WHERE phase.withdrawn IS NULL AND phase.started <= $1 AND (phase.until IS NULL OR phase.until > $2) \
             AND assignment.started <= $1 AND (assignment.until IS NULL OR assignment.until > $2)",
            $condition
        )
    };
}
// Whoever weighs everybody names no case, and knows all effort factors by their ids.
pub(crate) const HOLDINGS: &str = holdings!("", "");
pub(crate) const HOLDINGS_OF_ONE: &str = holdings!(
    ", (SELECT case_file.reference FROM case_file WHERE case_file.id = phase.case_file)",
    " AND assignment.person = $3"
);
// Three look-ups, each by its index: with OR between them the whole table would be read.
pub(crate) const FIND_PERSON: &str = "SELECT person.id, person.number, person.name FROM person WHERE person.id IN \
     (SELECT id FROM person WHERE number = $1 UNION SELECT person FROM person_alias WHERE alias = $1 \
     UNION SELECT id FROM person WHERE name = $1) ORDER BY person.number";
pub(crate) const OPEN_PHASES: &str = "SELECT CAST(COUNT(*) AS BIGINT) FROM phase \
     WHERE withdrawn IS NULL AND started <= $1 AND (until IS NULL OR until > $1)";
pub(crate) const CASE_ON: &str = "SELECT phase.case_type, phase.phase, COALESCE(effort.factors, ''), phase.started, phase.until, phase.id, case_file.reference, \
     person.id, person.number, person.name, assignment.part, assignment.share \
     FROM case_file JOIN phase ON phase.case_file = case_file.id LEFT JOIN effort ON effort.id = phase.effort LEFT JOIN assignment ON assignment.phase = phase.id \
     AND assignment.started <= $2 AND (assignment.until IS NULL OR assignment.until > $2) \
     LEFT JOIN person ON person.id = assignment.person \
     WHERE case_file.reference = $1 AND phase.withdrawn IS NULL AND phase.started <= $2 AND (phase.until IS NULL OR phase.until > $2) \
     ORDER BY phase.started, phase.id, assignment.part DESC, person.number";
pub(crate) const EFFORT_ON: &str = "SELECT COALESCE(effort.factors, '') FROM effort_change LEFT JOIN effort ON effort.id = effort_change.effort \
     WHERE effort_change.phase = $1 AND effort_change.started <= $2 ORDER BY effort_change.started DESC LIMIT 1";
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

/// A municipality on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnDay {
    /// Everybody and what they hold. References are left empty.
    pub people: Vec<PersonFacts>,
    /// Open phases without a main caseworker.
    pub unallocated: i64,
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
        Ok(self.facts(&Window::from_to(first, last)).await?.facts)
    }

    /// One person and what they hold on any day from `first` to `last` (both included).
    ///
    /// # Errors
    /// As the database answers.
    pub async fn somebody(&mut self, id: i64, first: Date, last: Date) -> Result<Option<PersonFacts>, StoreError> {
        let one = Some(id);
        let window = Window {
            one,
            ..Window::from_to(first, last)
        };
        Ok(self.facts(&window).await?.facts.pop())
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

    /// Everybody on one day, and how many open phases have no main caseworker then.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn on_day(&mut self, day: Date) -> Result<OnDay, StoreError> {
        let people = self.facts(&Window::from_to(day, day)).await?;
        let open: i64 = self.fetch_one(OPEN_PHASES, &[day.into()], |row| row.get(0)).await?;
        let held = i64::try_from(people.with_main.len()).unwrap_or(i64::MAX);
        Ok(OnDay {
            people: people.facts,
            unallocated: open - held,
        })
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

    async fn facts(&mut self, window: &Window) -> Result<People, StoreError> {
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
        let mut people = self.fetch(window.sql(PEOPLE, PERSON), &window.values([]), read).await?;
        people.sort_by(|a, b| a.person.reference.cmp(&b.person.reference));
        let mut people = People {
            place: people.iter().zip(0..).map(|(facts, place)| (facts.id, place)).collect(),
            facts: people,
            with_main: HashSet::new(),
        };
        if !people.facts.is_empty() {
            self.bounds(window, &mut people).await?;
            self.holdings(window, &mut people).await?;
        }
        Ok(people)
    }

    /// Employments, reductions, duties and support.
    async fn bounds(&mut self, window: &Window, people: &mut People) -> Result<(), StoreError> {
        let until_last = window.values([window.last.into()]);
        let within = window.values([window.last.into(), window.first.into()]);
        self.for_each(window.sql(EMPLOYMENTS, EMPLOYMENTS_OF_ONE), &until_last, |row| {
            people.of(row.get(0)?)?.person.employments.push(Employment {
                unit: row.get(1)?,
                role: role_of(row.get(2)?),
                extent: extent_of(row.get(3)?, row.get(4)?),
                period: period(row, 5)?,
            });
            Ok(())
        })
        .await?;
        self.for_each(window.sql(REDUCTIONS, REDUCTIONS_OF_ONE), &within, |row| {
            let size = size_of(row.get(2)?, row.get(3)?);
            people.of(row.get(0)?)?.person.reductions.push(Reduction {
                kind: row.get(1)?,
                size,
                begun: row.get(4)?,
                period: period(row, 5)?,
            });
            Ok(())
        })
        .await?;
        self.for_each(window.sql(DUTIES, DUTIES_OF_ONE), &within, |row| {
            people.of(row.get(0)?)?.person.duties.push(Duty {
                kind: row.get(1)?,
                count: 1,
                period: period(row, 2)?,
            });
            Ok(())
        })
        .await?;
        let support = [
            (window.sql(SUPPORT_GIVEN, SUPPORT_GIVEN_BY_ONE), Direction::Given),
            (window.sql(SUPPORT_RECEIVED, SUPPORT_RECEIVED_BY_ONE), Direction::Received),
        ];
        for (sql, direction) in support {
            self.for_each(sql, &until_last, |row| {
                let count = u32::try_from(row.get::<i64>(2)?).unwrap_or(u32::MAX);
                people.of(row.get(0)?)?.person.support.push(Support {
                    kind: row.get(1)?,
                    direction,
                    count,
                    on: row.get(3)?,
                });
                Ok(())
            })
            .await?;
        }
        Ok(())
    }

    async fn holdings(&mut self, window: &Window, people: &mut People) -> Result<(), StoreError> {
        let mut shared = Shared::default();
        self.for_each(window.sql(EFFORTS, EFFORTS_OF_ONE), &window.values([]), |row| {
            shared.efforts.insert(row.get(0)?, Arc::new(effort_of(row.get(1)?)?));
            Ok(())
        })
        .await?;
        let mut changes: HashMap<i64, Vec<(Date, Arc<Effort>)>> = HashMap::new();
        let sql = window.sql(EFFORT_CHANGES, EFFORT_CHANGES_OF_ONE);
        self.for_each(sql, &window.values([window.last.into()]), |row| {
            let effort = shared.effort(row.get(2)?);
            changes.entry(row.get(0)?).or_default().push((row.get(1)?, effort));
            Ok(())
        })
        .await?;
        for changes in changes.values_mut() {
            changes.sort_by_key(|(day, _)| *day);
        }
        let mut held: Vec<Vec<(i64, Holding)>> = vec![Vec::new(); people.facts.len()];
        let mut keep = |place: usize, phase: i64, holding: Holding| match changes.get(&phase) {
            None => held[place].extend(window.meets(holding.period).then_some((phase, holding))),
            Some(changes) => {
                let cut = stretches(&holding, changes).filter(|held| window.meets(held.period));
                held[place].extend(cut.map(|holding| (phase, holding)));
            }
        };
        let values = window.values([window.last.into(), window.first.into()]);
        let sql = window.sql(HOLDINGS, HOLDINGS_OF_ONE);
        self.for_each(sql, &values, |row| {
            if let Some((phase, holding)) = holding(row, &mut shared, window.one.is_some())? {
                if holding.part == Part::Main {
                    people.with_main.insert(phase);
                }
                keep(people.place(row.get(0)?)?, phase, holding);
            }
            Ok(())
        })
        .await?;
        for (facts, mut held) in people.facts.iter_mut().zip(held) {
            // The engines give them in an order of their own.
            held.sort_by_key(|(phase, holding)| (*phase, holding.period));
            facts.holdings = held.into_iter().map(|(_, holding)| holding).collect();
        }
        Ok(())
    }
}

/// A row of [`HOLDINGS_OF_ONE`], or of [`HOLDINGS`], which name no case: the phase's id and the holding; none when phase and assignment
/// share no day.
fn holding(row: Row<'_>, shared: &mut Shared, named: bool) -> Result<Option<(i64, Holding)>, StoreError> {
    let Some(period) = period(row, 9)?.overlap(period(row, 3)?) else {
        return Ok(None);
    };
    let holding = Holding {
        reference: if named {
            row.get::<&str>(11)?.into()
        } else {
            Arc::clone(&shared.no_reference)
        },
        case_type: shared.word(row.get(6)?),
        phase: row.get::<Option<&str>>(7)?.map(|phase| shared.word(phase)),
        effort: shared.effort(row.get(8)?),
        part: part_of(row.get(1)?),
        share: row.get::<Option<i64>>(2)?.map(Share::from_millionths),
        count: 1,
        period,
    };
    Ok(Some((row.get(5)?, holding)))
}

/// The days that are asked for, both included, and the one person when it is not everybody.
struct Window {
    first: Date,
    last: Date,
    one: Option<i64>,
}

impl Window {
    fn from_to(first: Date, last: Date) -> Self {
        Self { first, last, one: None }
    }

    fn sql(&self, all: &'static str, one: &'static str) -> &'static str {
        if self.one.is_some() { one } else { all }
    }

    /// The values of a statement, with the id of the one person after them.
    fn values<const N: usize>(&self, days: [Value<'static>; N]) -> Vec<Value<'static>> {
        days.into_iter().chain(self.one.map(Value::Integer)).collect()
    }

    fn meets(&self, period: Period) -> bool {
        period.from() <= self.last && period.to().is_none_or(|to| to > self.first)
    }
}

/// People by number, and where each of them is by id.
struct People {
    facts: Vec<PersonFacts>,
    /// Phases that somebody of them holds as main caseworker.
    with_main: HashSet<i64>,
    place: HashMap<i64, usize>,
}

impl People {
    /// Whom the id is of.
    fn of(&mut self, id: i64) -> Result<&mut PersonFacts, StoreError> {
        let place = self.place(id)?;
        Ok(&mut self.facts[place])
    }

    /// The place of whom the id is of.
    fn place(&self, id: i64) -> Result<usize, StoreError> {
        self.place.get(&id).copied().ok_or_else(|| StoreError::Corrupt {
            reason: format!("a row is about the person {id}, who is not there"),
        })
    }
}

/// A holding cut at the days on which the effort factors changed; `changes` are in order.
fn stretches(holding: &Holding, changes: &[(Date, Arc<Effort>)]) -> impl Iterator<Item = Holding> {
    let first = changes.first().map(|(day, _)| holding.period.from().min(*day));
    let begin = first.map(|from| (from, Arc::clone(&holding.effort)));
    let ends = changes.iter().map(|(day, _)| Some(*day)).chain([None]);
    begin
        .into_iter()
        .chain(changes.iter().cloned())
        .zip(ends)
        .filter_map(|((from, effort), to)| {
            let period = Period::new(from, to).ok()?.overlap(holding.period)?;
            Some(Holding {
                effort,
                period,
                ..holding.clone()
            })
        })
}

fn period(row: Row<'_>, index: usize) -> Result<Period, StoreError> {
    Period::new(row.get(index)?, row.get(index + 1)?).map_err(|error| StoreError::Corrupt {
        reason: error.to_string(),
    })
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

/// Texts and effort factors that many rows share, kept once.
#[derive(Default)]
struct Shared {
    no_reference: Arc<str>,
    words: Vec<Arc<str>>,
    no_effort: Arc<Effort>,
    efforts: HashMap<i64, Arc<Effort>>,
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

    /// The factors that are stored under the id; none where there is none.
    fn effort(&self, id: Option<i64>) -> Arc<Effort> {
        let stored = id.and_then(|id| self.efforts.get(&id));
        Arc::clone(stored.unwrap_or(&self.no_effort))
    }
}
