//! Allocation: what a case needs, and giving it to somebody or moving it. Both are decided here and not in the system the case comes
//! from, so an export that still shows what was before undoes nothing; see [`crate::import`] and `docs/decisions/0022-allocation.md`.

use std::collections::HashMap;

use jiff::Timestamp;
use jiff::civil::Date;
use rules::access::{Permission, Reach};
use rules::allocation::{CaseNeeds, Dated, LockReason, Obstacle, Reason, is_same, obstacles};
use rules::amount::Share;
use rules::case::Part;
use rules::period::Period;
use serde_json::json;

use crate::case::{END_ASSIGNMENT, part_of};
use crate::dispatch::Transaction;
use crate::load::FoundPerson;
use crate::log::moment;
use crate::qualification::{QualificationError, period, requirement, word, workers};
use crate::value::id_keys;
use crate::{Reading, Row, Store, StoreError, Value, Viewer, Writing};

/// The phase `$1`: its case, what it is, where it lies and when.
pub(crate) const PHASE: &str = "SELECT phase.case_file, case_file.reference, phase.case_type, phase.phase, unit.code, phase.started, phase.until \
     FROM phase JOIN case_file ON case_file.id = phase.case_file LEFT JOIN unit ON unit.id = phase.unit \
     WHERE phase.id = $1 AND phase.withdrawn IS NULL";
/// Who holds the phase `$1` on the day `$2` or will later.
pub(crate) const HOLDERS: &str = "SELECT assignment.id, person.id, person.number, person.name, assignment.part, assignment.started, \
     assignment.until FROM assignment JOIN person ON person.id = assignment.person WHERE assignment.phase = $1 \
     AND (assignment.until IS NULL OR assignment.until > $2) ORDER BY assignment.started, assignment.id";
pub(crate) const NEEDS_OF: &str = "SELECT case_need.case_file, case_need.id, case_need.kind, case_need.value, person.id, person.number, \
     person.name, case_need.started, case_need.until FROM json_each($1) AS wanted \
     JOIN case_need ON case_need.case_file = CAST(wanted.key AS BIGINT) LEFT JOIN person ON person.id = case_need.person \
     ORDER BY case_need.started DESC, case_need.id DESC";
/// The cases with the reference `$1` that have a phase open on the day `$2`, each with that phase's id.
pub(crate) const OPEN_WITH_REFERENCE: &str = "SELECT case_file.id, phase.id FROM case_file JOIN phase ON phase.case_file = case_file.id \
     WHERE case_file.reference = $1 AND phase.withdrawn IS NULL AND phase.started <= $2 AND (phase.until IS NULL OR phase.until > $2) \
     ORDER BY case_file.id, phase.started, phase.id";
pub(crate) const ADD_NEED: &str =
    "INSERT INTO case_need (id, case_file, kind, value, person, started, until) VALUES ($1, $2, $3, $4, $5, $6, $7)";
pub(crate) const END_NEED: &str = "UPDATE case_need SET until = $2 WHERE id = $1";
pub(crate) const PERSON_WITH_ID: &str = "SELECT number, name FROM person WHERE id = $1";
pub(crate) const IS_EMPLOYED: &str =
    "SELECT id FROM employment WHERE person = $1 AND started <= $2 AND (until IS NULL OR until > $2) LIMIT 1";
pub(crate) const ASSIGN: &str =
    "INSERT INTO assignment (id, phase, person, part, share, started) VALUES ($1, $2, $3, $4, $5, $6)";
pub(crate) const DECIDE: &str = "INSERT INTO allocation (id, phase, person, previous, part, started, reason, despite, decided, actor) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
/// What was given to the person `$1` here since the day `$2`, the latest first.
pub(crate) const GIVEN_TO: &str = "SELECT allocation.id, phase.id, case_file.reference, phase.case_type, phase.phase, allocation.previous, \
     allocation.part, allocation.started, allocation.reason, allocation.decided, allocation.actor, allocation.seen \
     FROM allocation JOIN phase ON phase.id = allocation.phase JOIN case_file ON case_file.id = phase.case_file \
     WHERE allocation.person = $1 AND allocation.started >= $2 AND phase.withdrawn IS NULL ORDER BY allocation.id DESC";
/// What was decided here of phases that the last export did not show.
pub(crate) const UNSEEN: &str = "SELECT allocation.phase, allocation.id, allocation.person, allocation.previous, allocation.part, allocation.started \
     FROM json_each($1) AS wanted JOIN case_file ON case_file.reference = wanted.key AND case_file.source = $2 \
     JOIN phase ON phase.case_file = case_file.id JOIN allocation ON allocation.phase = phase.id \
     WHERE phase.withdrawn IS NULL AND allocation.seen IS NULL ORDER BY allocation.id";
pub(crate) const SEE: &str = "UPDATE allocation SET seen = $2 WHERE id = $1";
pub(crate) const MOVE_ALLOCATIONS: &str = "UPDATE allocation SET phase = $2 WHERE phase = $1";

/// What a case can need.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NeedKind {
    /// A language that its caseworker must speak.
    Language,
    /// A district that it lies in.
    District,
    /// To stay with its caseworker; the value is a [`LockReason`].
    Locked,
    /// Not to come to somebody.
    NotWorker,
}

impl NeedKind {
    /// Every kind, in the order of the page.
    pub const ALL: [Self; 4] = [Self::Language, Self::District, Self::Locked, Self::NotWorker];

    /// The id in the database, answers and sentences.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Language => "language",
            Self::District => "district",
            Self::Locked => "locked",
            Self::NotWorker => "not_worker",
        }
    }

    /// The kind with this id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }
}

/// A need of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    /// Id in this database.
    pub id: i64,
    /// What it is.
    pub kind: NeedKind,
    /// The language or the district, or the id of the [`LockReason`]; empty for [`NeedKind::NotWorker`].
    pub value: String,
    /// Who shall not have the case.
    pub person: Option<FoundPerson>,
    /// When.
    pub period: Period,
}

/// The needs of a case, as its page shows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NeedsOfCase {
    /// The needs, the latest first.
    pub needs: Vec<Need>,
    /// Whether the viewer may change them.
    pub may_change: bool,
}

/// A need to be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NewNeed<'a> {
    /// A language that its caseworker must speak.
    Language(&'a str),
    /// A district that it lies in.
    District(&'a str),
    /// To stay with its caseworker.
    Locked(LockReason),
    /// Not to come to the person with this id.
    NotWorker(i64),
}

/// Somebody who holds a phase, now or later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhaseHolder {
    /// Id of the assignment.
    pub(crate) assignment: i64,
    /// Who.
    pub person: FoundPerson,
    /// How.
    pub part: Part,
    /// When.
    pub period: Period,
}

/// A phase with all that decides who may hold it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhaseFacts {
    /// Id of the phase.
    pub id: i64,
    /// Id of the case.
    pub(crate) case_file: i64,
    /// The source system's reference.
    pub reference: String,
    /// Code of the unit it lies in.
    pub unit: Option<String>,
    /// When it is open.
    pub period: Period,
    /// Who holds it on the day, and who will later.
    pub holders: Vec<PhaseHolder>,
    /// Type, phase, needs, and the main caseworker of the day.
    pub needs: CaseNeeds,
}

/// Giving a case that nobody holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Assign {
    /// Id of the phase.
    pub phase: i64,
    /// Id of the receiver.
    pub to: i64,
    /// As what.
    pub part: Part,
    /// The agreed share; none takes the model's.
    pub share: Option<Share>,
    /// From which day.
    pub on: Date,
    /// Why.
    pub reason: Reason,
}

/// Moving a case from its main caseworker to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reassign {
    /// Id of the phase.
    pub phase: i64,
    /// Id of who holds it.
    pub from: i64,
    /// Id of the receiver.
    pub to: i64,
    /// From which day; it may lie ahead.
    pub on: Date,
    /// Why.
    pub reason: Reason,
}

/// Something that was given to somebody here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// Id of the decision.
    pub id: i64,
    /// Id of the phase.
    pub phase: i64,
    /// The source system's reference.
    pub reference: String,
    /// Case type and phase.
    pub case: (String, Option<String>),
    /// Id of who had it before; none when nobody did.
    pub previous: Option<i64>,
    /// As what.
    pub part: Part,
    /// From which day.
    pub on: Date,
    /// Why.
    pub reason: Reason,
    /// When it was decided, and by whom, by the name in the log.
    pub decided: (Timestamp, String),
    /// The day of the export that showed it.
    pub seen: Option<Date>,
}

/// Why a case was not given, moved, or its needs not changed.
#[derive(Debug, thiserror::Error)]
pub enum AllocationError {
    /// Something stands in the way that no supervisor can decide past; the law first.
    #[error("{}", .0.iter().map(Obstacle::id).collect::<Vec<_>>().join(", "))]
    Refused(Vec<Obstacle>),
    /// The phase is not open on the day.
    #[error("the phase is not open on {on}")]
    NotOpen {
        /// The day.
        on: Date,
        /// When it is open.
        period: Period,
    },
    /// Somebody holds it already.
    #[error("{} holds it already", holder.name)]
    AlreadyHeld {
        /// Who.
        holder: FoundPerson,
    },
    /// Who should give it away does not hold it on the day.
    #[error("it is not held by that person on {on}")]
    NotHeld {
        /// The day.
        on: Date,
    },
    /// It goes to somebody later, as was decided before.
    #[error("it goes to {} on {}", holder.name, from)]
    AlreadyMoving {
        /// To whom.
        holder: FoundPerson,
        /// From which day.
        from: Date,
    },
    /// The receiver is not employed on the day.
    #[error("not employed on {on}")]
    NotEmployed {
        /// The day.
        on: Date,
    },
    /// A need's value is missing, too long or contains a personal identity number; or the same need is there already.
    #[error(transparent)]
    Value(#[from] QualificationError),
    /// The database; there is no such thing, or it is not for the viewer.
    #[error(transparent)]
    Store(#[from] StoreError),
}

fn need(row: Row<'_>) -> Result<(i64, Need), StoreError> {
    let kind: &str = row.get(2)?;
    let kind = NeedKind::from_id(kind).ok_or_else(|| StoreError::Corrupt {
        reason: format!("there is no kind of need {kind}"),
    })?;
    let person = match row.get::<Option<i64>>(4)? {
        Some(id) => Some(FoundPerson {
            id,
            number: row.get(5)?,
            name: row.get(6)?,
        }),
        None => None,
    };
    let need = Need {
        id: row.get(1)?,
        kind,
        value: row.get(3)?,
        person,
        period: period(row, 7)?,
    };
    Ok((row.get(0)?, need))
}

/// The needs of cases, by the id of the case; `cases` has the ids as its keys.
pub(crate) async fn needs_of(transaction: &mut Transaction, cases: &str) -> Result<HashMap<i64, Vec<Need>>, StoreError> {
    let mut needs: HashMap<i64, Vec<Need>> = HashMap::new();
    transaction
        .for_each(NEEDS_OF, &[Value::Json(cases)], |row| {
            let (case, need) = need(row)?;
            needs.entry(case).or_default().push(need);
            Ok(())
        })
        .await?;
    Ok(needs)
}

/// What a case needs as [`obstacles`] wants it, apart from its type, phase and holder.
pub(crate) fn gather(needs: &[Need]) -> CaseNeeds {
    let mut case = CaseNeeds::default();
    for need in needs {
        let dated = || Dated {
            value: need.value.clone(),
            period: need.period,
        };
        match need.kind {
            NeedKind::Language => case.languages.push(dated()),
            NeedKind::District => case.districts.push(dated()),
            NeedKind::Locked => {
                let reason = LockReason::from_id(&need.value).unwrap_or(LockReason::Other);
                case.locked.push((reason, need.period));
            }
            NeedKind::NotWorker => case
                .not_workers
                .extend(need.person.iter().map(|person| (person.id, need.period))),
        }
    }
    case
}

/// A phase with all that decides who may hold it on `day`; none when there is none.
pub(crate) async fn phase_facts(transaction: &mut Transaction, phase: i64, day: Date) -> Result<Option<PhaseFacts>, StoreError> {
    let read = |row: Row<'_>| {
        let (case_type, name): (String, Option<String>) = (row.get(2)?, row.get(3)?);
        Ok(PhaseFacts {
            id: phase,
            case_file: row.get(0)?,
            reference: row.get(1)?,
            unit: row.get(4)?,
            period: period(row, 5)?,
            holders: Vec::new(),
            needs: CaseNeeds {
                case_type,
                phase: name,
                ..CaseNeeds::default()
            },
        })
    };
    let Some(mut facts) = transaction.fetch_optional(PHASE, &[phase.into()], read).await? else {
        return Ok(None);
    };
    let holder = |row: Row<'_>| {
        Ok(PhaseHolder {
            assignment: row.get(0)?,
            person: FoundPerson {
                id: row.get(1)?,
                number: row.get(2)?,
                name: row.get(3)?,
            },
            part: part_of(row.get(4)?),
            period: period(row, 5)?,
        })
    };
    facts.holders = transaction.fetch(HOLDERS, &[phase.into(), day.into()], holder).await?;
    let needs = needs_of(transaction, &id_keys([facts.case_file])).await?;
    let gathered = needs.get(&facts.case_file).map(|needs| gather(needs)).unwrap_or_default();
    let main = facts.main(day).map(|holder| holder.person.id);
    facts.needs = CaseNeeds {
        case_type: facts.needs.case_type,
        phase: facts.needs.phase,
        holder: main,
        ..gathered
    };
    Ok(Some(facts))
}

impl PhaseFacts {
    /// Who is its main caseworker on `day`.
    #[must_use]
    pub fn main(&self, day: Date) -> Option<&PhaseHolder> {
        let is_main = |holder: &&PhaseHolder| holder.part == Part::Main && holder.period.contains(day);
        self.holders.iter().find(is_main)
    }

    /// Refuses what is decided already to happen after `day`.
    fn not_moving(&self, day: Date) -> Result<(), AllocationError> {
        let is_later = |holder: &&PhaseHolder| holder.part == Part::Main && holder.period.from() > day;
        match self.holders.iter().find(is_later) {
            Some(later) => Err(AllocationError::AlreadyMoving {
                holder: later.person.clone(),
                from: later.period.from(),
            }),
            None => Ok(()),
        }
    }
}

/// Who gives what to whom: [`Assign`] and [`Reassign`] in one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Giving {
    pub(crate) phase: i64,
    pub(crate) from: Option<i64>,
    pub(crate) to: i64,
    pub(crate) part: Part,
    pub(crate) share: Option<Share>,
    pub(crate) on: Date,
    pub(crate) reason: Reason,
}

impl From<Assign> for Giving {
    fn from(assign: Assign) -> Self {
        let Assign {
            phase,
            to,
            part,
            share,
            on,
            reason,
        } = assign;
        Self {
            phase,
            from: None,
            to,
            part,
            share,
            on,
            reason,
        }
    }
}

impl From<Reassign> for Giving {
    fn from(reassign: Reassign) -> Self {
        let Reassign {
            phase,
            from,
            to,
            on,
            reason,
        } = reassign;
        Self {
            phase,
            from: Some(from),
            to,
            part: Part::Main,
            share: None,
            on,
            reason,
        }
    }
}

/// Gives or moves a phase, with its entry in the log, and gives the id of the decision. Whether the viewer may is for the caller to ask;
/// whether the receiver may is asked here.
pub(crate) async fn give(writing: &mut Writing, giving: Giving) -> Result<i64, AllocationError> {
    let Giving { phase, to, part, on, .. } = giving;
    let facts = phase_facts(writing, phase, on).await?.ok_or(StoreError::NotThere)?;
    if !facts.period.contains(on) {
        let period = facts.period;
        return Err(AllocationError::NotOpen { on, period });
    }
    let leaving = leaving(&facts, &giving)?;
    let name = |row: Row<'_>| Ok((row.get::<String>(0)?, row.get::<String>(1)?));
    let receiver = writing.fetch_optional(PERSON_WITH_ID, &[to.into()], name).await?;
    let (number, _) = receiver.ok_or(StoreError::NotThere)?;
    let employed = writing
        .fetch_optional(IS_EMPLOYED, &[to.into(), on.into()], |row| row.get::<i64>(0))
        .await?;
    if employed.is_none() {
        return Err(AllocationError::NotEmployed { on });
    }
    let requirement = requirement(writing).await?;
    let worker = workers(writing, Some(&id_keys([to])))
        .await?
        .remove(&to)
        .ok_or(StoreError::NotThere)?;
    let (refusing, despite): (Vec<_>, Vec<_>) = obstacles(&requirement, &worker, &facts.needs, part, on)
        .into_iter()
        .partition(Obstacle::refuses);
    if !refusing.is_empty() {
        return Err(AllocationError::Refused(refusing));
    }
    let part_id = if part == Part::Main { "main" } else { "co" };
    for ending in leaving.iter().copied().chain(facts.as_co(to, on)) {
        writing
            .execute(END_ASSIGNMENT, &[ending.assignment.into(), on.into()])
            .await?;
    }
    let first = writing.next_ids(2)?;
    let values = [
        first.into(),
        phase.into(),
        to.into(),
        Value::Text(part_id),
        giving.share.map(Share::millionths).into(),
        on.into(),
    ];
    writing.execute(ASSIGN, &values).await?;
    let despite_text = serde_json::to_string(&despite).map_err(StoreError::from)?;
    let (at, actor) = (writing.viewer().at().as_microsecond(), writing.viewer().name().to_owned());
    let values = [
        (first + 1).into(),
        phase.into(),
        to.into(),
        giving.from.into(),
        Value::Text(part_id),
        on.into(),
        Value::Text(giving.reason.id()),
        Value::Text(&despite_text),
        at.into(),
        Value::Text(&actor),
    ];
    writing.execute(DECIDE, &values).await?;
    let action = if giving.from.is_some() {
        "case.reassign"
    } else {
        "case.assign"
    };
    let before = leaving.map(|holder| &holder.person.number);
    let details = json!({
        "phase": phase, "part": part_id, "on": on, "reason": giving.reason.id(), "despite": despite, "before": before, "after": number,
    });
    writing.record(action, &facts.reference, &details).await?;
    Ok(first + 1)
}

/// Whose assignment ends; nobody's when a case is given that nobody holds.
fn leaving<'f>(facts: &'f PhaseFacts, giving: &Giving) -> Result<Option<&'f PhaseHolder>, AllocationError> {
    let Giving { from, to, part, on, .. } = *giving;
    let held = |holder: &PhaseHolder| {
        Err(AllocationError::AlreadyHeld {
            holder: holder.person.clone(),
        })
    };
    if part == Part::Co {
        let there = facts.holders.iter().find(|holder| holder.person.id == to);
        return there.map_or(Ok(None), held);
    }
    facts.not_moving(on)?;
    let main = facts.main(on);
    match (main, from) {
        (None, None) => Ok(None),
        (Some(main), None) => held(main),
        (Some(main), Some(_)) if main.person.id == to => held(main),
        (Some(main), Some(from)) if main.person.id == from => Ok(Some(main)),
        (_, Some(_)) => Err(AllocationError::NotHeld { on }),
    }
}

impl PhaseFacts {
    /// The assignment by which somebody is co-handler on `day`: whoever becomes main caseworker no longer is.
    fn as_co(&self, person: i64, day: Date) -> impl Iterator<Item = &PhaseHolder> {
        self.holders.iter().filter(move |holder| {
            holder.part == Part::Co && holder.person.id == person && (holder.period.contains(day) || holder.period.from() > day)
        })
    }
}

impl Reading {
    /// Whether the viewer may give or move this phase, and say what its case needs: it lies in a unit that the viewer leads, or is held by
    /// somebody who works there.
    pub(crate) async fn may_allocate(&mut self, reach: &Reach, facts: &PhaseFacts, day: Date) -> Result<bool, StoreError> {
        if reach.covers_unit(facts.unit.as_deref()) {
            return Ok(true);
        }
        match facts.main(day) {
            Some(main) => self.covers(reach, main.person.id).await,
            None => Ok(false),
        }
    }

    /// A phase with all that decides who may hold it on `day`; none when there is none, or it is not for the viewer to give or move.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn allocatable(&mut self, phase: i64, day: Date) -> Result<Option<PhaseFacts>, StoreError> {
        let reach = self.reach(Permission::Allocate).await?;
        if reach.is_empty() {
            return Ok(None);
        }
        let Some(facts) = phase_facts(self, phase, day).await? else {
            return Ok(None);
        };
        let may = self.may_allocate(&reach, &facts, day).await?;
        let holders: Vec<i64> = facts.holders.iter().map(|holder| holder.person.id).collect();
        if may {
            self.note(crate::look::Subject::Case, Some((day, day)), holders);
        }
        Ok(may.then_some(facts))
    }

    /// What stands in the way of each of some people (by id) holding a phase on `day`; see [`obstacles`]. Only for a phase that
    /// [`Self::allocatable`] gave.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn obstacles(
        &mut self,
        facts: &PhaseFacts,
        people: &[i64],
        part: Part,
        day: Date,
    ) -> Result<HashMap<i64, Vec<Obstacle>>, StoreError> {
        let requirement = requirement(self).await?;
        let workers = workers(self, Some(&id_keys(people.iter().copied()))).await?;
        let found = workers
            .iter()
            .map(|(id, worker)| (*id, obstacles(&requirement, worker, &facts.needs, part, day)));
        Ok(found.collect())
    }

    /// What a case needs, for whoever may see the case on `day`; none when it is not there or not for the viewer. See [`Self::case`].
    ///
    /// # Errors
    /// As the database answers.
    pub async fn needs(&mut self, reference: &str, day: Date) -> Result<Option<NeedsOfCase>, StoreError> {
        if self.case(reference, day).await?.is_none() {
            return Ok(None);
        }
        let values = [Value::Text(reference), day.into()];
        let open: Vec<(i64, i64)> = self
            .fetch(OPEN_WITH_REFERENCE, &values, |row| Ok((row.get(0)?, row.get(1)?)))
            .await?;
        let needs = needs_of(self, &id_keys(open.iter().map(|(case, _)| *case))).await?;
        let mut may_change = false;
        let reach = self.reach(Permission::Allocate).await?;
        for (_, phase) in &open {
            if let Some(facts) = phase_facts(self, *phase, day).await? {
                may_change = may_change || self.may_allocate(&reach, &facts, day).await?;
            }
        }
        let mut needs: Vec<Need> = needs.into_values().flatten().collect();
        needs.sort_by_key(|need| std::cmp::Reverse((need.period.from(), need.id)));
        Ok(Some(NeedsOfCase { needs, may_change }))
    }

    /// What was given to somebody here, on `since` or later, the latest first; nothing when the viewer may not see that person's load.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn given_to(&mut self, person: i64, since: Date) -> Result<Vec<Given>, StoreError> {
        if !self.sees_load_of(person).await? {
            return Ok(Vec::new());
        }
        let read = |row: Row<'_>| {
            let reason: &str = row.get(8)?;
            Ok(Given {
                id: row.get(0)?,
                phase: row.get(1)?,
                reference: row.get(2)?,
                case: (row.get(3)?, row.get(4)?),
                previous: row.get(5)?,
                part: part_of(row.get(6)?),
                on: row.get(7)?,
                reason: Reason::from_id(reason).unwrap_or(Reason::Other),
                decided: (moment(row.get(9)?)?, row.get(10)?),
                seen: row.get(11)?,
            })
        };
        self.fetch(GIVEN_TO, &[person.into(), since.into()], read).await
    }
}

impl Store {
    /// Gives a phase that nobody holds as main caseworker to somebody, or makes somebody a co-handler, and gives the id of the decision.
    /// The receiver must be in a team that the viewer leads.
    ///
    /// # Errors
    /// [`AllocationError`], with the section when the receiver is not qualified; [`StoreError::NotThere`] when phase or receiver are not
    /// for the viewer. Nothing is changed then.
    pub async fn assign(&self, viewer: &Viewer, assign: Assign) -> Result<i64, AllocationError> {
        self.give(viewer, assign.into()).await
    }

    /// Moves a phase from its main caseworker to somebody else from a day on, and gives the id of the decision: the assignment of the one
    /// ends on that day and that of the other begins.
    ///
    /// # Errors
    /// As [`Self::assign`].
    pub async fn reassign(&self, viewer: &Viewer, reassign: Reassign) -> Result<i64, AllocationError> {
        self.give(viewer, reassign.into()).await
    }

    async fn give(&self, viewer: &Viewer, giving: Giving) -> Result<i64, AllocationError> {
        let mut reading = self.read(viewer).await?;
        let facts = reading
            .allocatable(giving.phase, giving.on)
            .await?
            .ok_or(StoreError::NotThere)?;
        let reach = reading.reach(Permission::Allocate).await?;
        if !reading.covers(&reach, giving.to).await? {
            return Err(StoreError::NotThere.into());
        }
        reading.close().await?;
        drop(facts);
        let mut writing = self.begin(viewer).await?;
        let id = give(&mut writing, giving).await?;
        writing.commit().await?;
        Ok(id)
    }

    /// Stores that a case needs something from `period` on, for all the systems that have an open case of this reference.
    ///
    /// # Errors
    /// [`AllocationError`]; [`StoreError::NotThere`] when it is not for the viewer to say.
    pub async fn add_need(
        &self,
        viewer: &Viewer,
        (reference, day): (&str, Date),
        new: &NewNeed<'_>,
        period: Period,
    ) -> Result<(), AllocationError> {
        let mut reading = self.read(viewer).await?;
        let known = changeable(&mut reading, reference, day).await?;
        let (kind, value, person) = match new {
            NewNeed::Language(language) => (NeedKind::Language, word(language)?, None),
            NewNeed::District(district) => (NeedKind::District, word(district)?, None),
            NewNeed::Locked(reason) => (NeedKind::Locked, reason.id().to_owned(), None),
            NewNeed::NotWorker(person) => {
                let reach = reading.reach(Permission::Allocate).await?;
                if !reading.covers(&reach, *person).await? {
                    return Err(StoreError::NotThere.into());
                }
                (NeedKind::NotWorker, String::new(), Some(*person))
            }
        };
        let is_there = |need: &&Need| {
            let same = kind == NeedKind::Locked || is_same(&need.value, &value);
            need.kind == kind
                && same
                && need.person.as_ref().map(|person| person.id) == person
                && need.period.overlap(period).is_some()
        };
        if let Some(need) = known.iter().find(is_there) {
            return Err(QualificationError::Overlapping { period: need.period }.into());
        }
        let values = [Value::Text(reference), day.into()];
        let mut cases = reading.fetch(OPEN_WITH_REFERENCE, &values, |row| row.get::<i64>(0)).await?;
        cases.dedup();
        reading.close().await?;
        let mut writing = self.begin(viewer).await?;
        for case in cases {
            let id = writing.next_ids(1)?;
            let values = [
                id.into(),
                case.into(),
                Value::Text(kind.id()),
                Value::Text(&value),
                person.into(),
                period.from().into(),
                period.to().into(),
            ];
            writing.execute(ADD_NEED, &values).await?;
        }
        let after = json!({ "kind": kind.id(), "value": value, "person": person, "period": period });
        let details = json!({ "before": null, "after": after });
        writing.record("case.need", reference, &details).await?;
        writing.commit().await?;
        Ok(())
    }

    /// Has a need of a case end: on `until` it no longer counts.
    ///
    /// # Errors
    /// [`AllocationError`]; [`StoreError::NotThere`] when there is none or it is not for the viewer to change.
    pub async fn end_need(
        &self,
        viewer: &Viewer,
        (reference, day): (&str, Date),
        need: i64,
        until: Date,
    ) -> Result<(), AllocationError> {
        let mut reading = self.read(viewer).await?;
        let known = changeable(&mut reading, reference, day).await?;
        let found = known.iter().find(|known| known.id == need).ok_or(StoreError::NotThere)?;
        let from = found.period.from();
        if until < from {
            return Err(QualificationError::Backwards { from }.into());
        }
        reading.close().await?;
        let mut writing = self.begin(viewer).await?;
        writing.execute(END_NEED, &[need.into(), until.into()]).await?;
        let person = found.person.as_ref().map(|person| person.id);
        let details = json!({
            "kind": found.kind.id(), "value": found.value, "person": person, "from": from, "before": found.period.to(), "after": until,
        });
        writing.record("case.need-end", reference, &details).await?;
        writing.commit().await?;
        Ok(())
    }
}

/// The needs of a case that the viewer may change.
async fn changeable(reading: &mut Reading, reference: &str, day: Date) -> Result<Vec<Need>, StoreError> {
    let file = reading.needs(reference, day).await?.ok_or(StoreError::NotThere)?;
    if file.may_change {
        Ok(file.needs)
    } else {
        Err(StoreError::NotThere)
    }
}
