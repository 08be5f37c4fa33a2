//! Deadlines: what happened on cases, and the clocks of the law that are counted from it. No clock is stored; each is counted when asked for.

use std::collections::{BTreeSet, HashMap, HashSet};

use jiff::Timestamp;
use jiff::civil::Date;
use rules::access::{Permission, Reach};
use rules::case::Part;
use rules::deadline::figures::{Place, ShownMonth, by_unit};
use rules::deadline::law::EXTENSION;
use rules::deadline::{Clock, Event, Facts, Followed, Law, Problem, State, Withdrawal, clocks};
use rules::period::Period;
use rules::weight_model::Series;
use serde_json::json;

use crate::case::part_of;
use crate::import::record::EventRecord;
use crate::import::rejection::{Reason, shown};
use crate::load::{FoundPerson, period};
use crate::log::moment;
use crate::look::Subject;
use crate::value::{id_keys, keys};
use crate::viewer::Visible;
use crate::{Reading, Row, Store, StoreError, Value, Viewer, Writing};

/// Cases that somebody holds on `$1`, and those with events that somebody has held: a clock can outlive the last phase.
macro_rules! held_by {
    ($whose:literal) => {
        concat!(
            "SELECT phase.case_file FROM assignment JOIN phase ON phase.id = assignment.phase WHERE phase.withdrawn IS NULL \
             AND phase.started <= $1 AND assignment.started <= $1 \
             AND (((phase.until IS NULL OR phase.until > $1) AND (assignment.until IS NULL OR assignment.until > $1)) \
             OR phase.case_file IN (SELECT case_file FROM case_event WHERE withdrawn IS NULL)) AND assignment.person",
            $whose
        )
    };
}
pub(crate) const OF_ONE: &str = held_by!(" = $2");
pub(crate) const OF_SOME: &str = held_by!(" IN (SELECT CAST(wanted.key AS BIGINT) FROM json_each($2) AS wanted)");
pub(crate) const OPEN: &str = "SELECT case_file FROM phase WHERE withdrawn IS NULL AND started <= $1 AND (until IS NULL OR until > $1) \
     UNION SELECT case_file FROM case_event WHERE withdrawn IS NULL";
pub(crate) const OPEN_IN_UNITS: &str = "SELECT case_file FROM phase WHERE withdrawn IS NULL AND started <= $1 \
     AND (until IS NULL OR until > $1 OR case_file IN (SELECT case_file FROM case_event WHERE withdrawn IS NULL)) \
     AND unit IN (SELECT unit.id FROM json_each($2) AS wanted JOIN unit ON unit.code = wanted.key)";
pub(crate) const SINCE: &str = "SELECT case_file FROM phase WHERE withdrawn IS NULL AND (until IS NULL OR until >= $1) \
     UNION SELECT case_file FROM case_event WHERE withdrawn IS NULL";
pub(crate) const SINCE_IN_UNITS: &str = "SELECT case_file FROM phase WHERE withdrawn IS NULL \
     AND (until IS NULL OR until >= $1 OR case_file IN (SELECT case_file FROM case_event WHERE withdrawn IS NULL)) \
     AND unit IN (SELECT unit.id FROM json_each($2) AS wanted JOIN unit ON unit.code = wanted.key)";
pub(crate) const NAMED: &str = "SELECT id FROM case_file WHERE reference = $1 ORDER BY id";
pub(crate) const CASES: &str = "SELECT case_file.id, case_file.reference, case_file.received FROM json_each($1) AS wanted \
     JOIN case_file ON case_file.id = CAST(wanted.key AS BIGINT)";
pub(crate) const PHASES: &str = "SELECT phase.case_file, phase.id, phase.case_type, phase.phase, unit.code, phase.extended_to, phase.started, \
     phase.until FROM json_each($1) AS wanted JOIN phase ON phase.case_file = CAST(wanted.key AS BIGINT) \
     LEFT JOIN unit ON unit.id = phase.unit WHERE phase.withdrawn IS NULL";
pub(crate) const EVENTS: &str = "SELECT case_event.case_file, case_event.kind, case_event.happened, case_event.duty, case_event.until, \
     case_event.recorded_on FROM json_each($1) AS wanted JOIN case_event ON case_event.case_file = CAST(wanted.key AS BIGINT) \
     WHERE case_event.withdrawn IS NULL";
pub(crate) const HOLDERS: &str = "SELECT phase.case_file, phase.id, assignment.part, assignment.started, assignment.until, person.id, \
     person.number, person.name FROM json_each($1) AS wanted JOIN phase ON phase.case_file = CAST(wanted.key AS BIGINT) \
     JOIN assignment ON assignment.phase = phase.id JOIN person ON person.id = assignment.person WHERE phase.withdrawn IS NULL";
pub(crate) const RECORDED: &str = "SELECT id, kind, happened, duty, until, source, author, recorded, withdrawn, withdrawn_by, reason FROM case_event \
     WHERE case_file = $1 ORDER BY happened, id";
pub(crate) const CORRECTED: &str = "SELECT DISTINCT phase.phase, phase.started, phase.until, event.at FROM phase \
     JOIN event ON event.sequence = phase.withdrawn WHERE phase.case_file = $1 AND NOT EXISTS (SELECT 1 FROM phase AS other \
     WHERE other.case_file = phase.case_file AND other.withdrawn IS NULL AND other.started = phase.started \
     AND COALESCE(other.phase, '') = COALESCE(phase.phase, '')) ORDER BY event.at, phase.started";
pub(crate) const OF_KIND: &str = "SELECT happened, duty, until, withdrawn FROM case_event WHERE case_file = $1 AND kind = $2";
pub(crate) const OF_SOURCE: &str = "SELECT case_file.reference, case_file.id FROM json_each($1) AS wanted \
     JOIN case_file ON case_file.reference = wanted.key AND case_file.source = $2";
pub(crate) const ALL_OF_SOURCE: &str = "SELECT case_event.case_file, case_event.kind, case_event.happened, case_event.duty, case_event.until \
     FROM json_each($1) AS wanted JOIN case_event ON case_event.case_file = CAST(wanted.key AS BIGINT)";
pub(crate) const ADD: &str = "INSERT INTO case_event (id, case_file, kind, happened, duty, until, author, recorded, recorded_on) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
pub(crate) const WITH_ID: &str = "SELECT case_file.reference, case_event.kind, case_event.happened, case_event.duty, case_event.until, \
     case_event.withdrawn FROM case_event JOIN case_file ON case_file.id = case_event.case_file WHERE case_event.id = $1";
pub(crate) const WITHDRAW: &str =
    "UPDATE case_event SET withdrawn = $2, withdrawn_by = $3, reason = $4 WHERE id = $1 AND withdrawn IS NULL";

/// What is asked: by which law, which of its clocks, and as of which day.
#[derive(Debug, Clone, Copy)]
pub struct Question<'l> {
    /// The law.
    pub law: &'l Law,
    /// Which clocks are followed.
    pub followed: &'l Followed,
    /// The day.
    pub day: Date,
}

/// A case with its clocks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseClocks<'l> {
    /// The source system's reference.
    pub reference: String,
    /// Type and phase as they are, or were last.
    pub kind: Option<(String, Option<String>)>,
    /// Code of the unit it lies in, or lay in last.
    pub unit: Option<String>,
    /// Who holds it; for a case without an open phase whoever held it last as main caseworker.
    pub holders: Vec<(FoundPerson, Part)>,
    /// Whether it has an open phase.
    pub is_open: bool,
    /// The clocks that are followed, by the day they are counted from.
    pub clocks: Vec<Clock<'l>>,
    /// What cannot be right in what is known of it.
    pub problems: Vec<Problem>,
}

impl CaseClocks<'_> {
    /// Whether nobody holds it as main caseworker.
    #[must_use]
    pub fn is_unallocated(&self) -> bool {
        self.holders.iter().all(|(_, part)| *part != Part::Main)
    }
}

/// A case with its clocks and all that was recorded of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseDeadlines<'l> {
    /// The case and its clocks.
    pub of: CaseClocks<'l>,
    /// What was recorded, withdrawn events too, by the day it happened.
    pub events: Vec<CaseEvent>,
    /// Phases that a later export moved: clocks were counted from them until then.
    pub corrected: Vec<CorrectedPhase>,
}

/// A phase that was wrong from the beginning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CorrectedPhase {
    /// Phase, an id of the weight model.
    pub phase: Option<String>,
    /// First day, as it was told.
    pub from: Date,
    /// The day it was closed, as it was told.
    pub to: Option<Date>,
    /// When it was corrected.
    pub at: Timestamp,
}

/// Something that happened on a case, to be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEvent {
    /// What, an id of the law's words.
    pub kind: String,
    /// The day.
    pub on: Option<Date>,
    /// For an extension: the duty; none where the case has only one that can be extended.
    pub duty: Option<String>,
    /// For an extension: the last day of the longer time.
    pub until: Option<Date>,
}

/// Something that was recorded of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseEvent {
    /// Id in this database.
    pub id: i64,
    /// What, an id of the law's words.
    pub kind: String,
    /// The day.
    pub on: Date,
    /// For an extension: the duty.
    pub duty: Option<String>,
    /// For an extension: the last day of the longer time.
    pub until: Option<Date>,
    /// The system that a list of events came from; none for what was recorded here.
    pub source: Option<String>,
    /// Who recorded it, by the name in the log.
    pub author: String,
    /// When.
    pub recorded: Timestamp,
    /// That it was withdrawn: when, by whom and why.
    pub withdrawn: Option<(Timestamp, String, Withdrawal)>,
}

/// Why an event was not recorded or withdrawn.
#[derive(Debug, thiserror::Error)]
pub enum DeadlineError {
    /// The law's files name no such event.
    #[error("there is no event {kind}")]
    UnknownKind {
        /// The kind given.
        kind: String,
    },
    /// There is no such duty, or its time cannot be extended.
    #[error("{duty} is no duty whose time can be extended")]
    UnknownDuty {
        /// The duty given.
        duty: String,
    },
    /// No day; for an extension, of the decision.
    #[error("the day is missing; for an extension it is the day of the decision")]
    NoDay,
    /// A day that has not come yet.
    #[error("{on} lies after {today}: only what has happened is recorded")]
    InFuture {
        /// The day given.
        on: Date,
        /// Today.
        today: Date,
    },
    /// An extension without its last day.
    #[error("an extension is until a certain day")]
    NoUntil,
    /// An extension that ends before it was decided.
    #[error("an extension decided {on} cannot end {until}")]
    UntilBefore {
        /// The day of the decision.
        on: Date,
        /// The last day given.
        until: Date,
    },
    /// A duty or a last day for what is no extension.
    #[error("only an extension has a duty and a last day")]
    NoExtension,
    /// The same was recorded already.
    #[error("the same event is recorded already")]
    Twice,
    /// It was withdrawn already.
    #[error("the event is withdrawn already")]
    Withdrawn,
    /// The database; there is no such case or event, or it is not for the viewer.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// The figures of a unit and all under it.
#[derive(Debug, Clone, PartialEq)]
pub struct UnitDeadlines {
    /// Code.
    pub unit: String,
    /// Name.
    pub name: String,
    /// Code of the unit above, when that is among those asked for.
    pub above: Option<String>,
    /// Its months in order; none when too few people work there.
    pub months: Option<Vec<ShownMonth>>,
}

/// What is stored of a case.
struct Stored {
    reference: String,
    received: Option<Date>,
    phases: Vec<Phase>,
    events: Vec<Event>,
    holders: Vec<Holder>,
}

struct Phase {
    id: i64,
    case_type: String,
    name: Option<String>,
    unit: Option<String>,
    extended_to: Option<Date>,
    period: Period,
}

struct Holder {
    phase: i64,
    part: Part,
    period: Period,
    person: FoundPerson,
}

/// Which of the stored phases say something about extensions.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Extended {
    /// Those that are open: in a list, what is over is past mending.
    Open,
    /// All of them.
    All,
}

impl Stored {
    fn is_open(&self, day: Date) -> bool {
        self.phases.iter().any(|phase| phase.period.contains(day))
    }

    /// The phases that are open, or else the last one.
    fn current(&self, day: Date) -> Vec<&Phase> {
        let open: Vec<&Phase> = self.phases.iter().filter(|phase| phase.period.contains(day)).collect();
        if !open.is_empty() {
            return open;
        }
        let past = self.phases.iter().filter(|phase| phase.period.from() <= day);
        past.max_by_key(|phase| (phase.period.to(), phase.period.from(), phase.id))
            .into_iter()
            .collect()
    }

    fn holders(&self, day: Date) -> Vec<(FoundPerson, Part)> {
        let mut holders: Vec<(FoundPerson, Part)> = Vec::new();
        let current = self.current(day);
        let is_open = self.is_open(day);
        let mut found: Vec<&Holder> = self
            .holders
            .iter()
            .filter(|holder| current.iter().any(|phase| phase.id == holder.phase))
            .filter(|holder| {
                if is_open {
                    holder.period.contains(day)
                } else {
                    holder.part == Part::Main
                }
            })
            .collect();
        // Main before co-handlers; of those who held what is over, the last.
        found.sort_by_key(|holder| (holder.part != Part::Main, std::cmp::Reverse(holder.period)));
        if !is_open {
            found.truncate(1);
        }
        for holder in found {
            if !holders.iter().any(|(person, _)| person.id == holder.person.id) {
                holders.push((holder.person.clone(), holder.part));
            }
        }
        holders
    }

    /// What is known on the day: what began or happened later is left out, and what ended later had not ended.
    fn facts(&self, day: Date, extended: Extended) -> Facts {
        let begun = || self.phases.iter().filter(|phase| phase.period.from() <= day);
        let phases = begun().filter_map(|phase| {
            let to = phase.period.to().filter(|to| *to <= day);
            Some((phase.name.clone()?, Period::new(phase.period.from(), to).ok()?))
        });
        let mut events: Vec<Event> = self
            .events
            .iter()
            .filter(|event| event.on.is_some_and(|on| on <= day))
            .cloned()
            .collect();
        let is_decided = |until: Date| {
            self.events
                .iter()
                .any(|event| event.kind == EXTENSION && event.until == Some(until) && event.on.is_some())
        };
        let told: BTreeSet<Date> = begun()
            .filter(|phase| extended == Extended::All || phase.period.contains(day))
            .filter_map(|phase| phase.extended_to)
            .filter(|until| !is_decided(*until))
            .collect();
        // A list of cases tells until when, never when it was decided.
        events.extend(told.into_iter().map(|until| Event {
            on: None,
            kind: EXTENSION.to_owned(),
            duty: None,
            until: Some(until),
            recorded: day,
        }));
        Facts {
            phases: phases.collect(),
            events,
            received: self.received.filter(|received| *received <= day),
        }
    }

    fn clocks<'l>(&self, question: Question<'l>, extended: Extended) -> CaseClocks<'l> {
        let Question { law, followed, day } = question;
        let facts = self.facts(day, extended);
        let (mut clocks, problems) = clocks(law, &facts, day);
        clocks.retain(|clock| followed.follows(law, clock, &facts));
        let current = self.current(day);
        CaseClocks {
            reference: self.reference.clone(),
            kind: current.first().map(|phase| (phase.case_type.clone(), phase.name.clone())),
            unit: current.iter().find_map(|phase| phase.unit.clone()),
            holders: self.holders(day),
            is_open: self.is_open(day),
            clocks,
            problems,
        }
    }

    /// The unit that the case lay in on a day, or before or after it where it lay in none.
    fn unit_on(&self, day: Date) -> Option<String> {
        let with_unit = || self.phases.iter().filter(|phase| phase.unit.is_some());
        let before = with_unit().filter(|phase| phase.period.from() <= day);
        let found = before.max_by_key(|phase| (phase.period.from(), phase.id));
        found
            .or_else(|| with_unit().min_by_key(|phase| (phase.period.from(), phase.id)))?
            .unit
            .clone()
    }
}

/// Whose cases a viewer sees.
struct Sight {
    reach: Reach,
    people: HashSet<i64>,
}

impl Sight {
    fn sees(&self, case: &CaseClocks<'_>) -> bool {
        self.reach.everywhere
            || case.holders.iter().any(|(person, _)| self.people.contains(&person.id))
            || case.unit.as_ref().is_some_and(|unit| self.reach.units.contains(unit))
    }
}

impl Reading {
    /// The clocks of every case that the viewer may see: the own, and those that the team holds or that lie in it. Whoever holds one has
    /// been looked at.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn deadlines<'l>(&mut self, question: Question<'l>) -> Result<Vec<CaseClocks<'l>>, StoreError> {
        let reach = self.deadlines_reach().await?;
        let day = question.day;
        let ids = match self.visible(&reach).await? {
            Visible::Everybody => self.ids(OPEN, &[day.into()]).await?,
            Visible::One(person) => self.ids(OF_ONE, &[day.into(), person.into()]).await?,
            Visible::Some(people) => self.ids(OF_SOME, &[day.into(), Value::Json(&people)]).await?,
        };
        let ids = if reach.units.is_empty() {
            ids
        } else {
            let codes = keys(reach.units.iter().map(String::as_str));
            let in_units = self.ids(OPEN_IN_UNITS, &[day.into(), Value::Json(&codes)]).await?;
            ids.into_iter().chain(in_units).collect()
        };
        let sight = self.sight(reach).await?;
        let mut cases = self.counted_clocks(&ids, question).await?;
        cases.retain(|case| sight.sees(case));
        self.note_holders(&cases, day);
        Ok(cases)
    }

    /// The clocks of the cases that one person holds; none when the viewer may not see that person's. Anybody but the viewer has been
    /// looked at.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn deadlines_of<'l>(
        &mut self,
        question: Question<'l>,
        person: i64,
    ) -> Result<Option<Vec<CaseClocks<'l>>>, StoreError> {
        let reach = self.deadlines_reach().await?;
        if !self.covers(&reach, person).await? {
            return Ok(None);
        }
        let ids = self.ids(OF_ONE, &[question.day.into(), person.into()]).await?;
        let mut cases = self.counted_clocks(&ids, question).await?;
        cases.retain(|case| case.holders.iter().any(|(holder, _)| holder.id == person));
        self.note(Subject::Case, Some((question.day, question.day)), [person]);
        Ok(Some(cases))
    }

    /// One case with its clocks and all that was recorded of it; none when no case has the reference, or the viewer may see neither those
    /// who hold it nor the unit it lies in. Whoever holds it has been looked at.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn case_deadlines<'l>(
        &mut self,
        question: Question<'l>,
        reference: &str,
    ) -> Result<Option<CaseDeadlines<'l>>, StoreError> {
        let Some((id, of)) = self.seen_case(question, reference).await? else {
            return Ok(None);
        };
        self.note_holders(std::slice::from_ref(&of), question.day);
        let events = self.fetch(RECORDED, &[id.into()], case_event).await?;
        let corrected = self
            .fetch(CORRECTED, &[id.into()], |row| {
                Ok(CorrectedPhase {
                    phase: row.get(0)?,
                    from: row.get(1)?,
                    to: row.get(2)?,
                    at: moment(row.get(3)?)?,
                })
            })
            .await?;
        Ok(Some(CaseDeadlines { of, events, corrected }))
    }

    /// How many clocks were kept in each unit whose sums the viewer may see, month by month since `first`, of one duty or of all. Nobody is
    /// named; groups of fewer than `limit` people, and months with fewer clocks, are without figures except in teams that the viewer leads.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn deadline_figures(
        &mut self,
        question: Question<'_>,
        models: &Series,
        first: Date,
        limit: usize,
        duty: Option<&str>,
    ) -> Result<Vec<UnitDeadlines>, StoreError> {
        let day = question.day;
        let reach = self.reach(Permission::UnitSums).await?;
        if reach.is_empty() {
            return Ok(Vec::new());
        }
        let own = self.reach(Permission::LoadByName).await?;
        let sums = self.sums(models, day, day, limit).await?;
        let ids = if reach.everywhere {
            self.ids(SINCE, &[first.into()]).await?
        } else {
            let codes = keys(reach.units.iter().map(String::as_str));
            self.ids(SINCE_IN_UNITS, &[first.into(), Value::Json(&codes)]).await?
        };
        let mut ended: Vec<(Option<String>, Clock<'_>)> = Vec::new();
        for (_, case) in self.stored_cases(&ids, false).await? {
            let counted = case.clocks(question, Extended::Open);
            let asked = counted
                .clocks
                .into_iter()
                .filter(|clock| duty.is_none_or(|duty| clock.duty.id == duty));
            ended.extend(asked.filter_map(|clock| {
                let on = match clock.state {
                    State::Kept { on } => on,
                    State::Late { .. } | State::Passed { .. } => clock.last?,
                    State::Running { .. } | State::FellAway { .. } | State::ByNeed => return None,
                };
                Some((case.unit_on(on), clock))
            }));
        }
        let places: Vec<Place> = sums
            .iter()
            .map(|sum| Place {
                code: sum.unit.clone(),
                above: sums.iter().position(|other| Some(&other.unit) == sum.above.as_ref()),
                is_shown: sum.figures.is_some(),
                is_own: own.covers_unit(Some(&sum.unit)),
            })
            .collect();
        let months = by_unit(&places, &ended, first, limit);
        Ok(sums
            .into_iter()
            .zip(months)
            .map(|(sum, months)| UnitDeadlines {
                unit: sum.unit,
                name: sum.name,
                above: sum.above,
                months,
            })
            .collect())
    }

    /// The own cases, and those of the teams led.
    async fn deadlines_reach(&mut self) -> Result<Reach, StoreError> {
        let own = self.reach(Permission::OwnLoad).await?;
        Ok(self.reach(Permission::Deadlines).await?.and(own))
    }

    async fn sight(&mut self, reach: Reach) -> Result<Sight, StoreError> {
        let mut people: HashSet<i64> = self.members(&reach, self.viewer.day()).await?.into_iter().collect();
        people.extend(self.viewer.person().filter(|_| reach.own));
        Ok(Sight { reach, people })
    }

    async fn ids(&mut self, sql: &'static str, values: &[Value<'_>]) -> Result<BTreeSet<i64>, StoreError> {
        Ok(self.fetch(sql, values, |row| row.get(0)).await?.into_iter().collect())
    }

    /// The case that is meant by a reference: of those that the viewer may see, one with an open phase before others.
    async fn seen_case<'l>(
        &mut self,
        question: Question<'l>,
        reference: &str,
    ) -> Result<Option<(i64, CaseClocks<'l>)>, StoreError> {
        let ids = self.ids(NAMED, &[Value::Text(reference)]).await?;
        if ids.is_empty() {
            return Ok(None);
        }
        let reach = self.deadlines_reach().await?;
        let sight = self.sight(reach).await?;
        let cases = self.stored_cases(&ids, true).await?;
        let mut seen: Vec<(i64, CaseClocks<'l>)> = cases
            .into_iter()
            .map(|(id, case)| (id, case.clocks(question, Extended::All)))
            .filter(|(_, case)| sight.sees(case))
            .collect();
        seen.sort_by_key(|(id, case)| (!case.is_open, *id));
        Ok(seen.into_iter().next())
    }

    fn note_holders(&mut self, cases: &[CaseClocks<'_>], day: Date) {
        let holders = cases.iter().flat_map(|case| case.holders.iter().map(|(person, _)| person.id));
        let holders: BTreeSet<i64> = holders.collect();
        self.note(Subject::Case, Some((day, day)), holders);
    }

    /// The clocks of some cases, in the order of their references.
    async fn counted_clocks<'l>(
        &mut self,
        ids: &BTreeSet<i64>,
        question: Question<'l>,
    ) -> Result<Vec<CaseClocks<'l>>, StoreError> {
        let stored = self.stored_cases(ids, true).await?;
        let mut cases: Vec<CaseClocks<'l>> = stored.iter().map(|(_, case)| case.clocks(question, Extended::Open)).collect();
        cases.sort_by(|a, b| a.reference.cmp(&b.reference));
        Ok(cases)
    }

    async fn stored_cases(&mut self, ids: &BTreeSet<i64>, with_holders: bool) -> Result<Vec<(i64, Stored)>, StoreError> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let wanted = id_keys(ids.iter().copied());
        let wanted = [Value::Json(&wanted)];
        let mut cases: HashMap<i64, Stored> = HashMap::with_capacity(ids.len());
        self.for_each(CASES, &wanted, |row| {
            let case = Stored {
                reference: row.get(1)?,
                received: row.get(2)?,
                phases: Vec::new(),
                events: Vec::new(),
                holders: Vec::new(),
            };
            cases.insert(row.get(0)?, case);
            Ok(())
        })
        .await?;
        self.for_each(PHASES, &wanted, |row| {
            if let Some(case) = cases.get_mut(&row.get(0)?) {
                case.phases.push(Phase {
                    id: row.get(1)?,
                    case_type: row.get(2)?,
                    name: row.get(3)?,
                    unit: row.get(4)?,
                    extended_to: row.get(5)?,
                    period: period(row, 6)?,
                });
            }
            Ok(())
        })
        .await?;
        self.for_each(EVENTS, &wanted, |row| {
            if let Some(case) = cases.get_mut(&row.get(0)?) {
                case.events.push(Event {
                    kind: row.get(1)?,
                    on: Some(row.get(2)?),
                    duty: row.get(3)?,
                    until: row.get(4)?,
                    recorded: row.get(5)?,
                });
            }
            Ok(())
        })
        .await?;
        if with_holders {
            self.for_each(HOLDERS, &wanted, |row| {
                if let Some(case) = cases.get_mut(&row.get(0)?) {
                    case.holders.push(Holder {
                        phase: row.get(1)?,
                        part: part_of(row.get(2)?),
                        period: period(row, 3)?,
                        person: FoundPerson {
                            id: row.get(5)?,
                            number: row.get(6)?,
                            name: row.get(7)?,
                        },
                    });
                }
                Ok(())
            })
            .await?;
        }
        let mut cases: Vec<(i64, Stored)> = cases.into_iter().collect();
        cases.sort_by_key(|(id, _)| *id);
        for (_, case) in &mut cases {
            // The engines give them in an order of their own.
            case.phases.sort_by_key(|phase| phase.id);
            case.events.sort();
        }
        Ok(cases)
    }
}

impl Store {
    /// Records that something happened on a case, and gives the id.
    ///
    /// # Errors
    /// [`DeadlineError`]; [`StoreError::NotThere`] when there is no such case for the viewer.
    pub async fn add_event(&self, viewer: &Viewer, law: &Law, reference: &str, event: &NewEvent) -> Result<i64, DeadlineError> {
        let on = check(law, event, viewer.today())?;
        let followed = Followed::default();
        let question = Question {
            law,
            followed: &followed,
            day: viewer.today(),
        };
        let mut reading = self.read(viewer).await?;
        let (case, _) = reading.seen_case(question, reference).await?.ok_or(StoreError::NotThere)?;
        drop(reading);
        let mut writing = self.begin(viewer).await?;
        if is_recorded(&mut writing, case, event, on).await? {
            return Err(DeadlineError::Twice);
        }
        let id = writing.next_ids(1)?;
        let values = [
            id.into(),
            case.into(),
            Value::Text(&event.kind),
            on.into(),
            event.duty.as_deref().into(),
            event.until.into(),
            Value::Text(viewer.name()),
            viewer.at().as_microsecond().into(),
            viewer.today().into(),
        ];
        writing.execute(ADD, &values).await?;
        let after = json!({ "id": id, "kind": event.kind, "on": on, "duty": event.duty, "until": event.until });
        writing
            .record("deadline.event", reference, &json!({ "after": after }))
            .await?;
        writing.commit().await?;
        Ok(id)
    }

    /// Withdraws an event that was wrong, and gives the reference of its case.
    ///
    /// # Errors
    /// [`DeadlineError::Withdrawn`]; [`StoreError::NotThere`] when there is no such event for the viewer.
    pub async fn withdraw_event(&self, viewer: &Viewer, law: &Law, id: i64, reason: Withdrawal) -> Result<String, DeadlineError> {
        let followed = Followed::default();
        let question = Question {
            law,
            followed: &followed,
            day: viewer.today(),
        };
        let mut reading = self.read(viewer).await?;
        let read = |row: Row<'_>| {
            let before = json!({
                "id": id,
                "kind": row.get::<&str>(1)?,
                "on": row.get::<Date>(2)?,
                "duty": row.get::<Option<&str>>(3)?,
                "until": row.get::<Option<Date>>(4)?,
            });
            Ok((row.get::<String>(0)?, before))
        };
        let found = reading.fetch_optional(WITH_ID, &[id.into()], read).await?;
        let (reference, before) = found.ok_or(StoreError::NotThere)?;
        let seen = reading
            .case_deadlines(question, &reference)
            .await?
            .ok_or(StoreError::NotThere)?;
        if !seen.events.iter().any(|event| event.id == id) {
            return Err(StoreError::NotThere.into());
        }
        drop(reading);
        let mut writing = self.begin(viewer).await?;
        let values = [
            id.into(),
            viewer.at().as_microsecond().into(),
            Value::Text(viewer.name()),
            Value::Text(reason.id()),
        ];
        if writing.execute(WITHDRAW, &values).await? == 0 {
            return Err(DeadlineError::Withdrawn);
        }
        let details = json!({ "before": before, "after": null, "reason": reason.id() });
        writing.record("deadline.withdraw", &reference, &details).await?;
        writing.commit().await?;
        Ok(reference)
    }
}

/// The day of an event that can be recorded.
fn check(law: &Law, event: &NewEvent, today: Date) -> Result<Date, DeadlineError> {
    if law.word(&event.kind).is_none() {
        return Err(DeadlineError::UnknownKind {
            kind: event.kind.clone(),
        });
    }
    let is_extension = event.kind == EXTENSION;
    if !is_extension && (event.duty.is_some() || event.until.is_some()) {
        return Err(DeadlineError::NoExtension);
    }
    if let Some(duty) = event.duty.as_ref().filter(|duty| !can_be_extended(law, duty)) {
        return Err(DeadlineError::UnknownDuty { duty: duty.clone() });
    }
    let on = event.on.ok_or(DeadlineError::NoDay)?;
    if on > today {
        return Err(DeadlineError::InFuture { on, today });
    }
    match event.until {
        None if is_extension => Err(DeadlineError::NoUntil),
        Some(until) if until <= on => Err(DeadlineError::UntilBefore { on, until }),
        _ => Ok(on),
    }
}

/// Whether any row of the law lets the time of this duty be extended.
pub(crate) fn can_be_extended(law: &Law, duty: &str) -> bool {
    law.duties().iter().any(|known| known.id == duty && known.extension.is_some())
}

/// Whether the same event of a case is recorded and not withdrawn.
async fn is_recorded(writing: &mut Writing, case: i64, event: &NewEvent, on: Date) -> Result<bool, StoreError> {
    let read = |row: Row<'_>| {
        let known: (Date, Option<String>, Option<Date>) = (row.get(0)?, row.get(1)?, row.get(2)?);
        Ok((known, row.get::<Option<i64>>(3)?))
    };
    let known = writing.fetch(OF_KIND, &[case.into(), Value::Text(&event.kind)], read).await?;
    let same = (on, event.duty.clone(), event.until);
    Ok(known.iter().any(|(known, withdrawn)| *known == same && withdrawn.is_none()))
}

/// An event as it is compared: case, kind, day, duty and last day.
type Known = (i64, String, Date, Option<String>, Option<Date>);

/// Takes in the rows of a list of events, and says of each that cannot be taken which field is at fault and why.
///
/// What is recorded already is passed over, and so is what somebody has withdrawn since: the list does not know that it was wrong.
pub(crate) async fn merge(
    writing: &mut Writing,
    source: &str,
    law: &Law,
    records: &[&EventRecord],
    exported: Date,
) -> Result<Vec<Option<(&'static str, Reason)>>, StoreError> {
    let references: BTreeSet<&str> = records.iter().map(|record| record.reference.as_str()).collect();
    let wanted = keys(references.iter().copied());
    let cases: HashMap<String, i64> = writing
        .fetch(OF_SOURCE, &[Value::Json(&wanted), Value::Text(source)], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .await?
        .into_iter()
        .collect();
    let wanted = id_keys(cases.values().copied());
    let read = |row: Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?));
    let mut known: HashSet<Known> = writing
        .fetch(ALL_OF_SOURCE, &[Value::Json(&wanted)], read)
        .await?
        .into_iter()
        .collect();
    let mut refused = Vec::with_capacity(records.len());
    let mut new: Vec<(i64, &EventRecord)> = Vec::new();
    for record in records {
        let fault = fault_of(law, record, exported);
        let case = cases.get(&record.reference).copied();
        let fault = fault.or_else(|| {
            let value = shown(&record.reference);
            case.is_none().then_some(("reference", Reason::UnknownCase { value }))
        });
        if let (None, Some(case)) = (&fault, case) {
            let event = (case, record.kind.clone(), record.on, record.duty.clone(), record.until);
            if known.insert(event) {
                new.push((case, record));
            }
        }
        refused.push(fault);
    }
    if new.is_empty() {
        return Ok(refused);
    }
    let viewer = writing.viewer().clone();
    let first = writing.next_ids(new.len())?;
    let rows: Vec<_> = new
        .iter()
        .zip(first..)
        .map(|((case, record), id)| {
            [
                id.into(),
                (*case).into(),
                Value::Text(&record.kind),
                record.on.into(),
                record.duty.as_deref().into(),
                record.until.into(),
                Value::Text(source),
                Value::Text(viewer.name()),
                viewer.at().as_microsecond().into(),
                exported.into(),
            ]
        })
        .collect();
    let columns = [
        "id",
        "case_file",
        "kind",
        "happened",
        "duty",
        "until",
        "source",
        "author",
        "recorded",
        "recorded_on",
    ];
    writing.insert_many("case_event", columns, rows).await?;
    let after: Vec<_> = new
        .iter()
        .zip(first..)
        .map(|((_, record), id)| (id, &record.reference, &record.kind, record.on, &record.duty, record.until))
        .collect();
    writing.record("import.events", source, &json!({ "after": after })).await?;
    Ok(refused)
}

/// What is wrong with a row of a list of events by itself.
fn fault_of(law: &Law, record: &EventRecord, exported: Date) -> Option<(&'static str, Reason)> {
    let event = NewEvent {
        kind: record.kind.clone(),
        on: Some(record.on),
        duty: record.duty.clone(),
        until: record.until,
    };
    let unknown = |field: &'static str, value: &str| {
        let value = shown(value);
        Some((
            field,
            Reason::UnknownValue {
                field: field.to_owned(),
                value,
            },
        ))
    };
    match check(law, &event, exported) {
        Err(DeadlineError::UnknownKind { kind }) => unknown("event", &kind),
        Err(DeadlineError::UnknownDuty { duty }) => unknown("duty", &duty),
        Err(DeadlineError::NoExtension) => Some(("until", Reason::NoExtension)),
        Err(DeadlineError::InFuture { on, today }) => Some((
            "day",
            Reason::AfterExport {
                day: on,
                exported: today,
            },
        )),
        Err(DeadlineError::NoUntil) => Some(("until", Reason::MissingValue { field: "until" })),
        Err(DeadlineError::UntilBefore { on, until }) => Some(("until", Reason::EndBeforeStart { start: on, end: until })),
        Ok(_) | Err(DeadlineError::NoDay | DeadlineError::Twice | DeadlineError::Withdrawn | DeadlineError::Store(_)) => None,
    }
}

/// A row of [`RECORDED`].
fn case_event(row: Row<'_>) -> Result<CaseEvent, StoreError> {
    let withdrawn = match row.get::<Option<i64>>(8)? {
        Some(at) => {
            let reason: &str = row.get(10)?;
            let reason = Withdrawal::from_id(reason).ok_or_else(|| StoreError::Corrupt {
                reason: format!("there is no reason {reason}"),
            })?;
            Some((moment(at)?, row.get(9)?, reason))
        }
        None => None,
    };
    Ok(CaseEvent {
        id: row.get(0)?,
        kind: row.get(1)?,
        on: row.get(2)?,
        duty: row.get(3)?,
        until: row.get(4)?,
        source: row.get(5)?,
        author: row.get(6)?,
        recorded: moment(row.get(7)?)?,
        withdrawn,
    })
}
