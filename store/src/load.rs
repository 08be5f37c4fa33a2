//! Loads: the dated facts that a load, its explanation and its history are counted from.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use jiff::civil::Date;
use rules::access::{Permission, Reach};
use rules::amount::Share;
use rules::case::{Effort, Holding, Part};
use rules::period::Period;
use rules::person::{Direction, Duty, Employment, Person, Reduction, Support};

use crate::case::{effort_of, part_of};
use crate::look::Subject;
use crate::person::{extent_of, role_of, size_of};
use crate::value::keys;
use crate::viewer::Visible;
use crate::{Reading, Row, StoreError, Value};

/// Writes a statement three times: for everybody, for one person, and for some people, whose ids are the keys of a JSON object; all
/// in the same order, where that matters.
macro_rules! for_all_one_and_some {
    ($all:ident, $one:ident, $some:ident, $sql:literal, $whose:literal, $place:literal, $close:literal, $order:literal) => {
        pub(crate) const $all: &str = concat!($sql, $order);
        pub(crate) const $one: &str = concat!($sql, $whose, " = ", $place, $close, $order);
        pub(crate) const $some: &str = concat!(
            $sql,
            $whose,
            " IN (SELECT CAST(wanted.key AS BIGINT) FROM json_each(",
            $place,
            ") AS wanted)",
            $close,
            $order
        );
    };
}

for_all_one_and_some!(
    PEOPLE,
    PERSON,
    SOME_PEOPLE,
    "SELECT id, number, name, in_profession_since FROM person",
    " WHERE id",
    "$1",
    "",
    ""
);

// $1 is the last day of the window.
for_all_one_and_some!(
    EMPLOYMENTS,
    EMPLOYMENTS_OF_ONE,
    EMPLOYMENTS_OF_SOME,
    "SELECT employment.person, unit.code, employment.role, employment.share, employment.hours, employment.started, employment.until \
     FROM employment LEFT JOIN unit ON unit.id = employment.unit WHERE employment.started <= $1",
    " AND employment.person",
    "$2",
    "",
    " ORDER BY employment.started, employment.id"
);
for_all_one_and_some!(
    SUPPORT_GIVEN,
    SUPPORT_GIVEN_BY_ONE,
    SUPPORT_GIVEN_BY_SOME,
    "SELECT helper, kind, pieces, done_on FROM support WHERE done_on <= $1",
    " AND helper",
    "$2",
    "",
    " ORDER BY done_on, id"
);
for_all_one_and_some!(
    SUPPORT_RECEIVED,
    SUPPORT_RECEIVED_BY_ONE,
    SUPPORT_RECEIVED_BY_SOME,
    "SELECT owner, kind, pieces, done_on FROM support WHERE done_on <= $1",
    " AND owner",
    "$2",
    "",
    " ORDER BY done_on, id"
);

/// Effort factors of the cases that somebody holds on any day from `$2` to `$1`: of years of cases most are over.
macro_rules! efforts_of {
    ($whose:literal) => {
        concat!(
            "SELECT id, factors FROM effort WHERE id IN (SELECT phase.effort FROM assignment JOIN phase ON phase.id = assignment.phase \
             WHERE phase.started <= $1 AND (phase.until IS NULL OR phase.until > $2) \
             AND assignment.started <= $1 AND (assignment.until IS NULL OR assignment.until > $2) AND assignment.person",
            $whose,
            " UNION SELECT effort_change.effort FROM assignment JOIN phase ON phase.id = assignment.phase \
             JOIN effort_change ON effort_change.phase = phase.id \
             WHERE phase.started <= $1 AND (phase.until IS NULL OR phase.until > $2) \
             AND assignment.started <= $1 AND (assignment.until IS NULL OR assignment.until > $2) AND assignment.person",
            $whose,
            ")"
        )
    };
}
pub(crate) const EFFORTS: &str = "SELECT id, factors FROM effort";
pub(crate) const EFFORTS_OF_ONE: &str = efforts_of!(" = $3");
pub(crate) const EFFORTS_OF_SOME: &str = efforts_of!(" IN (SELECT CAST(wanted.key AS BIGINT) FROM json_each($3) AS wanted)");
/// Changes of the effort factors of the phases that somebody holds on any day from `$2` to `$1`.
macro_rules! changes_of {
    ($whose:literal) => {
        concat!(
            "SELECT effort_change.phase, effort_change.started, effort_change.effort FROM effort_change WHERE effort_change.started <= $1 \
             AND effort_change.phase IN (SELECT assignment.phase FROM assignment \
             WHERE assignment.started <= $1 AND (assignment.until IS NULL OR assignment.until > $2) AND assignment.person",
            $whose,
            ")"
        )
    };
}
pub(crate) const EFFORT_CHANGES: &str = "SELECT effort_change.phase, effort_change.started, effort_change.effort FROM effort_change WHERE effort_change.started <= $1";
pub(crate) const EFFORT_CHANGES_OF_ONE: &str = changes_of!(" = $3");
pub(crate) const EFFORT_CHANGES_OF_SOME: &str =
    changes_of!(" IN (SELECT CAST(wanted.key AS BIGINT) FROM json_each($3) AS wanted)");
// $1 is the last day of the window and $2 the first.
for_all_one_and_some!(
    REDUCTIONS,
    REDUCTIONS_OF_ONE,
    REDUCTIONS_OF_SOME,
    "SELECT person, kind, share, hours, begun, started, until FROM reduction WHERE started <= $1 AND (until IS NULL OR until > $2)",
    " AND person",
    "$3",
    "",
    " ORDER BY started, id"
);
for_all_one_and_some!(
    DUTIES,
    DUTIES_OF_ONE,
    DUTIES_OF_SOME,
    "SELECT person, kind, started, until FROM duty WHERE started <= $1 AND (until IS NULL OR until > $2)",
    " AND person",
    "$3",
    "",
    " ORDER BY started, id"
);
/// Holdings on any day from `$2` to `$1`: with the days between which they are held, or without, and with the reference of each case,
/// or without.
macro_rules! holdings {
    ($days:literal, $reference:literal, $condition:literal) => {
        concat!(
            "SELECT assignment.person, assignment.part, assignment.share, phase.id, phase.case_type, phase.phase, phase.effort",
            $days,
            $reference,
            " FROM assignment JOIN phase ON phase.id = assignment.phase \
             WHERE phase.withdrawn IS NULL AND phase.started <= $1 AND (phase.until IS NULL OR phase.until > $2) \
             AND assignment.started <= $1 AND (assignment.until IS NULL OR assignment.until > $2)",
            $condition
        )
    };
}
macro_rules! days_held {
    ($reference:literal, $condition:literal) => {
        holdings!(
            ", assignment.started, assignment.until, phase.started, phase.until",
            $reference,
            $condition
        )
    };
}
// Whoever weighs everybody names no case, and on one day it does not matter since when and until when a case is held: each value of
// hundreds of thousands of rows takes its time.
pub(crate) const HOLDINGS: &str = days_held!("", "");
pub(crate) const HOLDINGS_ON_DAY: &str = holdings!("", "", "");
macro_rules! holdings_of {
    ($whose:literal) => {
        days_held!(
            ", (SELECT case_file.reference FROM case_file WHERE case_file.id = phase.case_file)",
            $whose
        )
    };
}
pub(crate) const HOLDINGS_OF_ONE: &str = holdings_of!(" AND assignment.person = $3");
pub(crate) const HOLDINGS_OF_SOME: &str =
    holdings_of!(" AND assignment.person IN (SELECT CAST(wanted.key AS BIGINT) FROM json_each($3) AS wanted)");
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
pub(crate) const CASE_UNITS: &str = "SELECT unit.code FROM case_file JOIN phase ON phase.case_file = case_file.id \
     LEFT JOIN unit ON unit.id = phase.unit WHERE case_file.reference = $1 AND phase.withdrawn IS NULL AND phase.started <= $2 \
     AND (phase.until IS NULL OR phase.until > $2)";
pub(crate) const CASE_EXISTS: &str = "SELECT id FROM case_file WHERE reference = $1 LIMIT 1";

/// Open phases on `$1` that nobody holds as main caseworker.
macro_rules! waiting {
    ($which:literal) => {
        concat!(
            "SELECT case_file.reference, phase.case_type, phase.phase, COALESCE(effort.factors, ''), phase.started, unit.code, phase.id \
             FROM phase JOIN case_file ON case_file.id = phase.case_file LEFT JOIN effort ON effort.id = phase.effort \
             LEFT JOIN unit ON unit.id = phase.unit \
             WHERE phase.withdrawn IS NULL AND phase.started <= $1 AND (phase.until IS NULL OR phase.until > $1) \
             AND NOT EXISTS (SELECT 1 FROM assignment WHERE assignment.phase = phase.id AND assignment.part = 'main' \
             AND assignment.started <= $1 AND (assignment.until IS NULL OR assignment.until > $1))",
            $which,
            " ORDER BY phase.started, case_file.reference, phase.id"
        )
    };
}
pub(crate) const WAITING: &str = waiting!("");
pub(crate) const WAITING_IN_UNITS: &str =
    waiting!(" AND phase.unit IN (SELECT unit.id FROM json_each($2) AS wanted JOIN unit ON unit.code = wanted.key)");

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
    /// Everybody and what they hold. Where the viewer sees everybody, references are left empty, and of their periods only this day can
    /// be relied on.
    pub people: Vec<PersonFacts>,
    /// Open phases without a main caseworker, among the cases the viewer may see.
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

/// An open phase that nobody holds as main caseworker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingPhase {
    /// Id of the phase.
    pub id: i64,
    /// The source system's reference.
    pub reference: String,
    /// Case type.
    pub case_type: String,
    /// Phase.
    pub phase: Option<String>,
    /// Effort factors at its start.
    pub effort: Effort,
    /// Since when it has been open.
    pub since: Date,
    /// Code of the unit it lies in.
    pub unit: Option<String>,
}

/// An open phase of a case on a day, and one who holds it; none while it is unallocated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CasePhase {
    /// Id of the phase.
    pub id: i64,
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
    /// Everybody whose load the viewer may see by name, and what they hold on any day from `first` to `last` (both included).
    ///
    /// References are left empty for a viewer who sees everybody. Each of them but the viewer has been looked at.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn everybody(&mut self, first: Date, last: Date) -> Result<Vec<PersonFacts>, StoreError> {
        let reach = self.loads_reach().await?;
        let whose = self.visible(&reach).await?;
        let people = self.facts(&Window::from_to(first, last, whose)).await?.facts;
        let subject = if first == last { Subject::Load } else { Subject::History };
        self.note(subject, Some((first, last)), people.iter().map(|facts| facts.id));
        Ok(people)
    }

    /// One person and what they hold on any day from `first` to `last` (both included); none when there is no such person or the viewer
    /// may not see that load. Anybody but the viewer has been looked at.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn somebody(&mut self, id: i64, first: Date, last: Date) -> Result<Option<PersonFacts>, StoreError> {
        if !self.sees_load_of(id).await? {
            return Ok(None);
        }
        let facts = self.facts(&Window::from_to(first, last, Visible::One(id))).await?.facts.pop();
        let subject = if first == last { Subject::Load } else { Subject::History };
        self.note(subject, Some((first, last)), facts.iter().map(|facts| facts.id));
        Ok(facts)
    }

    /// Those people with this employment number, other known name, or name, of whom the viewer may know that they work here.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn find_person(&mut self, name: &str) -> Result<Vec<FoundPerson>, StoreError> {
        let found = self.fetch(FIND_PERSON, &[Value::Text(name)], found_person).await?;
        let reach = self.reach(Permission::People).await?.and(self.loads_reach().await?);
        let mut known = Vec::with_capacity(found.len());
        for person in found {
            if self.covers(&reach, person.id).await? {
                known.push(person);
            }
        }
        Ok(known)
    }

    /// Everybody whose load the viewer may see by name, on one day, and how many open phases have no main caseworker then. Each of them
    /// but the viewer has been looked at.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn on_day(&mut self, day: Date) -> Result<OnDay, StoreError> {
        let reach = self.loads_reach().await?;
        let whose = self.visible(&reach).await?;
        let window = Window {
            without_days: true,
            ..Window::from_to(day, day, whose)
        };
        let people = self.facts(&window).await?;
        self.note(Subject::Load, Some((day, day)), people.facts.iter().map(|facts| facts.id));
        if window.whose != Visible::Everybody {
            let unallocated = i64::try_from(self.waiting(day).await?.len()).unwrap_or(i64::MAX);
            let people = people.facts;
            return Ok(OnDay { people, unallocated });
        }
        let open: i64 = self.fetch_one(OPEN_PHASES, &[day.into()], |row| row.get(0)).await?;
        let held = i64::try_from(people.with_main.len()).unwrap_or(i64::MAX);
        Ok(OnDay {
            people: people.facts,
            unallocated: open - held,
        })
    }

    /// Open phases that nobody holds as main caseworker on `day`, in the units whose unallocated cases the viewer may see; those that
    /// have waited longest first.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn waiting(&mut self, day: Date) -> Result<Vec<WaitingPhase>, StoreError> {
        let reach = self.reach(Permission::Unallocated).await?;
        let read = |row: Row<'_>| {
            Ok(WaitingPhase {
                id: row.get(6)?,
                reference: row.get(0)?,
                case_type: row.get(1)?,
                phase: row.get(2)?,
                effort: effort_of(row.get(3)?)?,
                since: row.get(4)?,
                unit: row.get(5)?,
            })
        };
        if reach.everywhere {
            return self.fetch(WAITING, &[day.into()], read).await;
        }
        let codes = keys(reach.units.iter().map(String::as_str));
        self.fetch(WAITING_IN_UNITS, &[day.into(), Value::Json(&codes)], read).await
    }

    /// The open phases of a case on `day`, once for each who holds it; none when no case has the reference, or the viewer may see neither
    /// the load of one who holds it nor the unallocated cases of its unit.
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
        let loads = self.loads_reach().await?;
        let unallocated = self.reach(Permission::Unallocated).await?;
        let mut phases = self
            .fetch(CASE_ON, &[Value::Text(reference), day.into()], |row| {
                Ok((row.get(5)?, case_phase(row)?))
            })
            .await?;
        let holders: Vec<i64> = phases
            .iter()
            .filter_map(|(_, phase): &(i64, CasePhase)| phase.holder.as_ref().map(|(person, ..)| person.id))
            .collect();
        let mut seen = loads.everywhere || self.is_in_units(reference, day, &unallocated).await?;
        for holder in &holders {
            seen = seen || self.covers(&loads, *holder).await?;
        }
        if !seen {
            return Ok(None);
        }
        self.note(Subject::Case, Some((day, day)), holders);
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

    /// Whether an open phase of the case lies in one of the units.
    async fn is_in_units(&mut self, reference: &str, day: Date, reach: &Reach) -> Result<bool, StoreError> {
        if reach.is_empty() {
            return Ok(false);
        }
        let read = |row: Row<'_>| row.get::<Option<String>>(0);
        let units = self.fetch(CASE_UNITS, &[Value::Text(reference), day.into()], read).await?;
        Ok(units.iter().any(|unit| reach.covers_unit(unit.as_deref())))
    }

    /// The facts of everybody that sums in the units of `reach` on each of `days`, of which there is one, are counted from, whoever they
    /// are: for no eyes, so nobody is looked at. In the window from `first` to the last of the days.
    pub(crate) async fn facts_for_sums(
        &mut self,
        reach: &Reach,
        first: Date,
        days: &[Date],
    ) -> Result<Vec<PersonFacts>, StoreError> {
        let last = days.iter().max().copied().unwrap_or(first);
        let whose = self.counted(reach, days).await?;
        Ok(self.facts(&Window::from_to(first, last, whose)).await?.facts)
    }

    /// The facts of those in the units of a reach on `first`, in the window from `first` to `last`. For whoever has asked whether they may
    /// be looked at, and notes that they were.
    pub(crate) async fn facts_of(&mut self, reach: &Reach, first: Date, last: Date) -> Result<Vec<PersonFacts>, StoreError> {
        let whose = self.counted(reach, &[first]).await?;
        Ok(self.facts(&Window::from_to(first, last, whose)).await?.facts)
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
        let mut people = self
            .fetch(window.sql(PEOPLE, PERSON, SOME_PEOPLE), &window.values([]), read)
            .await?;
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
        self.for_each(
            window.sql(EMPLOYMENTS, EMPLOYMENTS_OF_ONE, EMPLOYMENTS_OF_SOME),
            &until_last,
            |row| {
                people.of(row.get(0)?)?.person.employments.push(Employment {
                    unit: row.get(1)?,
                    role: role_of(row.get(2)?),
                    extent: extent_of(row.get(3)?, row.get(4)?),
                    period: period(row, 5)?,
                });
                Ok(())
            },
        )
        .await?;
        self.for_each(
            window.sql(REDUCTIONS, REDUCTIONS_OF_ONE, REDUCTIONS_OF_SOME),
            &within,
            |row| {
                let size = size_of(row.get(2)?, row.get(3)?);
                people.of(row.get(0)?)?.person.reductions.push(Reduction {
                    kind: row.get(1)?,
                    size,
                    begun: row.get(4)?,
                    period: period(row, 5)?,
                });
                Ok(())
            },
        )
        .await?;
        self.for_each(window.sql(DUTIES, DUTIES_OF_ONE, DUTIES_OF_SOME), &within, |row| {
            people.of(row.get(0)?)?.person.duties.push(Duty {
                kind: row.get(1)?,
                count: 1,
                period: period(row, 2)?,
            });
            Ok(())
        })
        .await?;
        let support = [
            (
                window.sql(SUPPORT_GIVEN, SUPPORT_GIVEN_BY_ONE, SUPPORT_GIVEN_BY_SOME),
                Direction::Given,
            ),
            (
                window.sql(SUPPORT_RECEIVED, SUPPORT_RECEIVED_BY_ONE, SUPPORT_RECEIVED_BY_SOME),
                Direction::Received,
            ),
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
        let within = window.values([window.last.into(), window.first.into()]);
        let named = window.whose != Visible::Everybody;
        let efforts = window.sql(EFFORTS, EFFORTS_OF_ONE, EFFORTS_OF_SOME);
        self.for_each(efforts, if named { &within } else { &[] }, |row| {
            shared.efforts.insert(row.get(0)?, Arc::new(effort_of(row.get(1)?)?));
            Ok(())
        })
        .await?;
        let mut changes: HashMap<i64, Vec<(Date, Arc<Effort>)>> = HashMap::new();
        let sql = window.sql(EFFORT_CHANGES, EFFORT_CHANGES_OF_ONE, EFFORT_CHANGES_OF_SOME);
        self.for_each(sql, if named { &within } else { &within[..1] }, |row| {
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
        let all = if window.without_days { HOLDINGS_ON_DAY } else { HOLDINGS };
        let sql = window.sql(all, HOLDINGS_OF_ONE, HOLDINGS_OF_SOME);
        let day = Some(window.first).filter(|_| window.without_days && !named);
        self.for_each(sql, &within, |row| {
            if let Some((phase, holding)) = holding(row, &mut shared, day, named)? {
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

/// A row of [`HOLDINGS_OF_ONE`], or of [`HOLDINGS`] and [`HOLDINGS_ON_DAY`], which name no case: the phase's id and the holding; none when
/// phase and assignment share no day. `day` is the one day of a row that does not say when.
fn holding(row: Row<'_>, shared: &mut Shared, day: Option<Date>, named: bool) -> Result<Option<(i64, Holding)>, StoreError> {
    let held = match day {
        Some(day) => Some(Period::since(day)),
        None => period(row, 9)?.overlap(period(row, 7)?),
    };
    let Some(period) = held else {
        return Ok(None);
    };
    let holding = Holding {
        reference: if named {
            row.get::<&str>(11)?.into()
        } else {
            Arc::clone(&shared.no_reference)
        },
        case_type: shared.word(row.get(4)?),
        phase: row.get::<Option<&str>>(5)?.map(|phase| shared.word(phase)),
        effort: shared.effort(row.get(6)?),
        part: part_of(row.get(1)?),
        share: row.get::<Option<i64>>(2)?.map(Share::from_millionths),
        count: 1,
        period,
    };
    Ok(Some((row.get(3)?, holding)))
}

/// The days that are asked for, both included, and of whom.
struct Window {
    first: Date,
    last: Date,
    whose: Visible,
    /// Whether it does not matter since when and until when a case is held, only that it is.
    without_days: bool,
}

impl Window {
    fn from_to(first: Date, last: Date, whose: Visible) -> Self {
        Self {
            first,
            last,
            whose,
            without_days: false,
        }
    }

    fn sql(&self, all: &'static str, one: &'static str, some: &'static str) -> &'static str {
        match self.whose {
            Visible::Everybody => all,
            Visible::One(_) => one,
            Visible::Some(_) => some,
        }
    }

    /// The values of a statement, with those of whom it is after them.
    fn values<const N: usize>(&self, days: [Value<'static>; N]) -> Vec<Value<'_>> {
        let whose = match &self.whose {
            Visible::Everybody => None,
            Visible::One(id) => Some(Value::Integer(*id)),
            Visible::Some(ids) => Some(Value::Json(ids)),
        };
        days.into_iter().chain(whose).collect()
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

/// A row of id, number and name.
pub(crate) fn found_person(row: Row<'_>) -> Result<FoundPerson, StoreError> {
    Ok(FoundPerson {
        id: row.get(0)?,
        number: row.get(1)?,
        name: row.get(2)?,
    })
}

pub(crate) fn period(row: Row<'_>, index: usize) -> Result<Period, StoreError> {
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
        id: row.get(5)?,
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
