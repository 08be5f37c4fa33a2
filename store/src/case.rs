//! Cases: references, phases and who holds them, as they are stored and as an export changes them.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher as _, RandomState};
use std::sync::Arc;

use jiff::civil::Date;
use rules::case::{Effort, Part};
use rules::period::Period;
use serde::Serialize;
use serde_json::value::{RawValue, to_raw_value};
use serde_json::{Value as Json, json};

use crate::allocation::{MOVE_ALLOCATIONS, SEE, UNSEEN};
use crate::import::record::PhaseRecord;
use crate::log::Ids;
use crate::value::{OwnedValue, keys};
use crate::{Row, StoreError, Value, Writing};

pub(crate) const HAS_CASES: &str = "SELECT id FROM case_file WHERE source = $1 LIMIT 1";
pub(crate) const CASES_OF: &str = "SELECT case_file.id, case_file.reference, case_file.received, case_file.sibling_group \
     FROM json_each($1) AS wanted JOIN case_file ON case_file.reference = wanted.key AND case_file.source = $2";
pub(crate) const PHASES_OF: &str = "SELECT phase.id, phase.case_file, phase.case_type, phase.phase, phase.unit, phase.started, phase.until, \
     COALESCE(effort.factors, ''), phase.extended_to \
     FROM json_each($1) AS wanted JOIN case_file ON case_file.reference = wanted.key AND case_file.source = $2 \
     JOIN phase ON phase.case_file = case_file.id LEFT JOIN effort ON effort.id = phase.effort WHERE phase.withdrawn IS NULL";
pub(crate) const EFFORT_OF: &str = "SELECT effort_change.phase, effort_change.started, COALESCE(effort.factors, '') \
     FROM json_each($1) AS wanted JOIN case_file ON case_file.reference = wanted.key AND case_file.source = $2 \
     JOIN phase ON phase.case_file = case_file.id JOIN effort_change ON effort_change.phase = phase.id \
     LEFT JOIN effort ON effort.id = effort_change.effort WHERE phase.withdrawn IS NULL ORDER BY effort_change.started";
pub(crate) const HOLDERS_OF: &str = "SELECT assignment.phase, assignment.id, assignment.person, assignment.part, assignment.share, \
     assignment.started \
     FROM json_each($1) AS wanted JOIN case_file ON case_file.reference = wanted.key AND case_file.source = $2 \
     JOIN phase ON phase.case_file = case_file.id JOIN assignment ON assignment.phase = phase.id \
     WHERE phase.withdrawn IS NULL AND assignment.until IS NULL";
pub(crate) const CHANGE_CASE: &str = "UPDATE case_file SET received = $2, sibling_group = $3 WHERE id = $1";
pub(crate) const CHANGE_PHASE: &str = "UPDATE phase SET unit = $2, until = $3, extended_to = $4 WHERE id = $1";
/// The same for a phase that ends.
pub(crate) const END_PHASE: &str = "UPDATE phase SET until = $3, unit = $2, extended_to = $4 WHERE id = $1";
pub(crate) const CORRECT_EFFORT: &str = "UPDATE phase SET effort = $2 WHERE id = $1";
pub(crate) const CHANGE_EFFORT: &str = "INSERT INTO effort_change (phase, started, effort) VALUES ($1, $2, $3) \
     ON CONFLICT (phase, started) DO UPDATE SET effort = excluded.effort";
pub(crate) const END_ASSIGNMENT: &str = "UPDATE assignment SET until = $2 WHERE id = $1";
/// The phase `$1` again, as `$2` and with the type `$3`.
pub(crate) const COPY_PHASE: &str = "INSERT INTO phase (id, case_file, case_type, phase, unit, started, until, effort, extended_to) \
     SELECT CAST($2 AS BIGINT), case_file, CAST($3 AS TEXT), phase, unit, started, until, effort, extended_to FROM phase WHERE id = $1";
pub(crate) const MOVE_ASSIGNMENTS: &str = "UPDATE assignment SET phase = $2 WHERE phase = $1";
pub(crate) const MOVE_EFFORT_CHANGES: &str = "UPDATE effort_change SET phase = $2 WHERE phase = $1";
pub(crate) const WITHDRAW_PHASE: &str = "UPDATE phase SET withdrawn = $2 WHERE id = $1";
pub(crate) const ALL_PHASES: &str = "SELECT phase.id, phase.case_file, phase.phase, phase.started, phase.until, case_file.reference \
     FROM phase JOIN case_file ON case_file.id = phase.case_file WHERE case_file.source = $1 AND phase.withdrawn IS NULL";

/// The canonical text of effort factors: JSON with sorted keys, nothing where there are none.
pub(crate) fn effort_text(effort: &Effort) -> Result<String, StoreError> {
    if effort.is_empty() {
        Ok(String::new())
    } else {
        Ok(serde_json::to_string(effort)?)
    }
}

/// The effort factors of a canonical text.
pub(crate) fn effort_of(text: &str) -> Result<Effort, StoreError> {
    if text.is_empty() {
        Ok(Effort::new())
    } else {
        Ok(serde_json::from_str(text)?)
    }
}

/// The part somebody has in a case.
pub(crate) fn part_of(name: &str) -> Part {
    if name == "main" { Part::Main } else { Part::Co }
}

/// What is stored of some cases, by reference.
pub(crate) type StoredCases = HashMap<String, StoredCase>;

pub(crate) struct StoredCase {
    id: i64,
    received: Option<Date>,
    sibling_group: Option<String>,
    phases: Vec<StoredPhase>,
}

struct StoredPhase {
    id: i64,
    case_type: Arc<str>,
    phase: Option<Arc<str>>,
    unit: Option<i64>,
    started: Date,
    until: Option<Date>,
    /// As it is now, all changes made.
    effort: Arc<str>,
    /// When it last changed, if ever.
    effort_since: Option<Date>,
    extended_to: Option<Date>,
    holders: Vec<StoredHolder>,
    /// What was decided here and no export has shown yet, in the order it was decided.
    decided: Vec<Decided>,
}

/// That a phase was given to somebody here.
struct Decided {
    id: i64,
    person: i64,
    /// Who had it before.
    previous: Option<i64>,
    main: bool,
    started: Date,
}

struct StoredHolder {
    id: i64,
    holder: Holder,
    started: Date,
}

/// Somebody who holds a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(crate) struct Holder {
    person: i64,
    main: bool,
    share: Option<i64>,
}

/// What a row states of one phase, with the people and the unit it names already found.
pub(crate) struct Stated<'r> {
    pub(crate) record: &'r PhaseRecord,
    pub(crate) unit: Option<i64>,
    pub(crate) holders: Vec<Holder>,
}

impl Holder {
    pub(crate) fn main(person: i64) -> Self {
        Self {
            person,
            main: true,
            share: None,
        }
    }

    pub(crate) fn co(person: i64, share: Option<i64>) -> Self {
        Self {
            person,
            main: false,
            share,
        }
    }

    pub(crate) fn is_person(self, other: Self) -> bool {
        self.person == other.person
    }
}

/// A phase that an export no longer has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GonePhase {
    /// The source system's reference.
    pub reference: String,
    /// Phase.
    pub phase: Option<String>,
    /// First day.
    pub started: Date,
}

/// Takes in the phases of one source system, a batch of rows at a time.
///
/// For each batch in order: [`Self::look_up`], [`Self::contradicting`], [`Self::take_in`], and what that gives is written. The look-up of
/// a batch needs every batch written but the one just before it, so that one can be written while the next is taken in.
pub(crate) struct CaseMerge {
    source: Arc<str>,
    ids: Ids,
    exported: Date,
    /// Whether anything of the source was stored before.
    known_before: bool,
    /// The day of the export before this one.
    previous: Option<Date>,
    /// The first id that this export gives out: every case and phase from there on is one it added.
    first_new: i64,
    /// Phases of before that a row of this export was about.
    touched: HashSet<i64>,
    /// Cases of which a row of this export said when they came in: the first row that says so holds.
    told: HashSet<i64>,
    /// What this export added although it had begun by the export before, by case and phase: most probably a start that was moved.
    late: HashMap<(i64, Option<Arc<str>>), Vec<Period>>,
    /// The texts of effort factors by the place of those they are of: most rows share them.
    efforts: HashMap<usize, (Arc<Effort>, Arc<str>)>,
    /// Hashes of the references of cases that this export added.
    named: HashSet<u64>,
    hasher: RandomState,
    /// The ids of effort factors by their texts.
    effort_ids: HashMap<Arc<str>, i64>,
    /// The cases of the batch before, as they are once it is written.
    latest: StoredCases,
    batch: CaseBatch,
}

/// Texts of effort factors that are remembered.
const EFFORTS_REMEMBERED: usize = 10_000;

/// What a batch adds and changes, ready to be written.
#[derive(Default)]
pub(crate) struct CaseBatch {
    efforts: Vec<(i64, Arc<str>)>,
    cases: Vec<(i64, String, Option<Date>, Option<String>)>,
    phases: Vec<NewPhase>,
    assignments: Vec<(i64, Holder, Date)>,
    /// What is changed of what was stored before: the statement and its values.
    statements: Vec<(&'static str, Vec<OwnedValue>)>,
    /// Phases that were wrong from the beginning.
    withdrawn: Vec<i64>,
    /// What is changed, in words for the log.
    changes: Vec<Json>,
    source: Arc<str>,
    /// The first id of the assignments.
    first_assignment: i64,
    /// The entry in the log; none when nothing is added or changed.
    entry: Option<Box<RawValue>>,
}

/// The entry in the log about a batch: the phases it added, as the rows state them, and what it changed.
#[derive(Serialize)]
struct Entry<'b> {
    /// The distinct effort factors of `added`, which names them by their place here.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    efforts: Vec<&'b str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    added: Vec<Added<'b>>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    changes: &'b [Json],
}

/// Id of the phase; reference, type, phase, unit; received, start, end, extension; main, co-handlers; effort factors, siblings.
type Added<'b> = (
    i64,
    (&'b str, &'b str, Option<&'b str>, Option<&'b str>),
    (Option<Date>, Date, Option<Date>, Option<Date>),
    (Option<&'b str>, Vec<&'b str>),
    (usize, Option<&'b str>),
);

struct NewPhase {
    id: i64,
    /// The row it comes from, by its place in the batch.
    row: usize,
    case: i64,
    case_type: Arc<str>,
    phase: Option<Arc<str>>,
    unit: Option<i64>,
    started: Date,
    until: Option<Date>,
    effort: Arc<str>,
    effort_id: Option<i64>,
    extended_to: Option<Date>,
}

impl CaseBatch {
    fn change(&mut self, sql: &'static str, values: &[Value<'_>]) {
        self.statements
            .push((sql, values.iter().map(|value| OwnedValue::from(*value)).collect()));
    }

    /// Writes all of it, and one entry in the log about it.
    pub(crate) async fn write(&self, writing: &mut Writing) -> Result<(), StoreError> {
        let efforts: Vec<_> = self
            .efforts
            .iter()
            .map(|(id, text)| [(*id).into(), Value::Text(text)])
            .collect();
        writing.insert_many("effort", ["id", "factors"], efforts).await?;
        for (sql, values) in &self.statements {
            let values: Vec<Value<'_>> = values.iter().map(OwnedValue::as_value).collect();
            writing.execute(sql, &values).await?;
        }
        let entry = writing.sequence() + 1;
        for phase in &self.withdrawn {
            writing.execute(WITHDRAW_PHASE, &[(*phase).into(), entry.into()]).await?;
        }
        writing
            .insert_many(
                "case_file",
                ["id", "source", "reference", "received", "sibling_group"],
                self.case_rows(),
            )
            .await?;
        let columns = [
            "id",
            "case_file",
            "case_type",
            "phase",
            "unit",
            "started",
            "until",
            "effort",
            "extended_to",
        ];
        writing.insert_many("phase", columns, self.phase_rows()).await?;
        let columns = ["id", "phase", "person", "part", "share", "started"];
        writing.insert_many("assignment", columns, self.assignment_rows()).await?;
        if let Some(entry) = &self.entry {
            writing.record("import.cases", &self.source, entry).await?;
        }
        Ok(())
    }

    fn case_rows(&self) -> Vec<[Value<'_>; 5]> {
        let rows = self.cases.iter().map(|(id, reference, received, siblings)| {
            [
                (*id).into(),
                Value::Text(&self.source),
                Value::Text(reference),
                (*received).into(),
                siblings.into(),
            ]
        });
        rows.collect()
    }

    fn phase_rows(&self) -> Vec<[Value<'_>; 9]> {
        let rows = self.phases.iter().map(|new| {
            [
                new.id.into(),
                new.case.into(),
                Value::Text(&new.case_type),
                new.phase.as_deref().into(),
                new.unit.into(),
                new.started.into(),
                new.until.into(),
                new.effort_id.into(),
                new.extended_to.into(),
            ]
        });
        rows.collect()
    }

    fn assignment_rows(&self) -> Vec<[Value<'_>; 6]> {
        let rows = self.assignments.iter().zip(self.first_assignment..);
        let rows = rows.map(|((phase, holder, from), id)| {
            let part = if holder.main { "main" } else { "co" };
            [
                id.into(),
                (*phase).into(),
                holder.person.into(),
                Value::Text(part),
                holder.share.into(),
                (*from).into(),
            ]
        });
        rows.collect()
    }
}

impl CaseMerge {
    /// `previous` is the day of the export before this one, if there was one.
    pub(crate) async fn begin(
        writing: &mut Writing,
        source: &str,
        exported: Date,
        previous: Option<Date>,
    ) -> Result<Self, StoreError> {
        let any = writing
            .fetch_optional(HAS_CASES, &[Value::Text(source)], |row| row.get::<i64>(0))
            .await?;
        let effort_ids = writing
            .fetch(crate::load::EFFORTS, &[], |row| Ok((row.get::<&str>(1)?.into(), row.get(0)?)))
            .await?;
        Ok(Self {
            source: source.into(),
            ids: writing.ids(),
            exported,
            known_before: any.is_some(),
            previous,
            first_new: writing.next_ids(0)?,
            touched: HashSet::new(),
            told: HashSet::new(),
            late: HashMap::new(),
            efforts: HashMap::new(),
            named: HashSet::new(),
            hasher: RandomState::new(),
            effort_ids: effort_ids.into_iter().collect(),
            latest: StoredCases::new(),
            batch: CaseBatch::default(),
        })
    }

    /// The rows of a batch that say something about a phase that an earlier row of this export was about. `batch` has what each row says,
    /// the phases of one row after each other.
    pub(crate) fn contradicting(&self, stored: &StoredCases, batch: &[(usize, &PhaseRecord)]) -> Vec<usize> {
        let mut seen = HashSet::new();
        let mut contradicting = Vec::new();
        for row in batch.chunk_by(|(a, _), (b, _)| a == b) {
            let new = row.iter().take_while(|(_, record)| seen.insert(key(record))).count();
            if new < row.len() || row.iter().any(|(_, record)| self.was_touched(stored, record)) {
                // A row that is not taken in contradicts no other.
                for (_, record) in &row[..new] {
                    seen.remove(&key(record));
                }
                contradicting.extend(row.first().map(|(row, _)| row));
            }
        }
        contradicting
    }

    /// Whether a row of this export was about the phase.
    fn is_touched(&self, phase: i64) -> bool {
        phase >= self.first_new || self.touched.contains(&phase)
    }

    fn was_touched(&self, stored: &StoredCases, record: &PhaseRecord) -> bool {
        let known = stored
            .get(&record.reference)
            .and_then(|case| case.phases.iter().find(|old| old.is(record)));
        known.is_some_and(|known| self.is_touched(known.id))
    }

    /// Takes in what rows state that contradict nothing, and gives what is to be written. `stored` is what was looked up for them.
    pub(crate) fn take_in(&mut self, mut stored: StoredCases, batch: &[Stated<'_>]) -> Result<CaseBatch, StoreError> {
        for stated in batch.iter().enumerate() {
            self.take_in_one(&mut stored, stated)?;
        }
        self.latest = stored;
        let mut ready = std::mem::take(&mut self.batch);
        ready.source = Arc::clone(&self.source);
        ready.first_assignment = self.ids.next(ready.assignments.len())?;
        if !ready.phases.is_empty() || !ready.changes.is_empty() {
            ready.entry = Some(to_raw_value(&entry(&ready, batch))?);
        }
        Ok(ready)
    }

    /// Whether it is worth looking a case up: not when nothing was stored before and this export has not named it yet.
    fn may_be_stored(&self, reference: &str) -> bool {
        self.known_before || self.named.contains(&self.hasher.hash_one(reference))
    }

    /// What is stored of the cases of a batch, by reference. The batch before may still wait to be written: what it says of a case is
    /// taken from there.
    pub(crate) async fn look_up(
        &mut self,
        writing: &mut Writing,
        batch: &[(usize, &PhaseRecord)],
    ) -> Result<StoredCases, StoreError> {
        let latest = std::mem::take(&mut self.latest);
        let references = batch.iter().map(|(_, record)| record.reference.as_str());
        let (known, wanted): (HashSet<&str>, HashSet<&str>) = references
            .filter(|reference| self.may_be_stored(reference))
            .partition(|reference| latest.contains_key(*reference));
        let mut cases = latest;
        cases.retain(|reference, _| known.contains(reference.as_str()));
        if !wanted.is_empty() {
            cases.extend(self.look_up_stored(writing, &keys(wanted)).await?);
        }
        Ok(cases)
    }

    /// What the database has of cases; `wanted` are their references, as [`keys`] gives them.
    async fn look_up_stored(&self, writing: &mut Writing, wanted: &str) -> Result<StoredCases, StoreError> {
        let values = [Value::Json(wanted), Value::Text(&self.source)];
        let mut cases = StoredCases::new();
        let mut reference_of: HashMap<i64, String> = HashMap::new();
        writing
            .for_each(CASES_OF, &values, |row| {
                let (id, reference): (i64, String) = (row.get(0)?, row.get(1)?);
                let case = StoredCase {
                    id,
                    received: row.get(2)?,
                    sibling_group: row.get(3)?,
                    phases: Vec::new(),
                };
                reference_of.insert(id, reference.clone());
                cases.insert(reference, case);
                Ok(())
            })
            .await?;
        if cases.is_empty() {
            return Ok(cases);
        }
        let mut phases: HashMap<i64, (i64, StoredPhase)> = HashMap::new();
        writing
            .for_each(PHASES_OF, &values, |row| {
                read_phase(row).map(|(case, phase)| drop(phases.insert(phase.id, (case, phase))))
            })
            .await?;
        writing
            .for_each(EFFORT_OF, &values, |row| {
                if let Some((_, phase)) = phases.get_mut(&row.get(0)?) {
                    phase.effort_since = row.get(1)?;
                    phase.effort = row.get::<&str>(2)?.into();
                }
                Ok(())
            })
            .await?;
        writing
            .for_each(HOLDERS_OF, &values, |row| {
                let holder = Holder {
                    person: row.get(2)?,
                    main: row.get::<&str>(3)? == "main",
                    share: row.get(4)?,
                };
                if let Some((_, phase)) = phases.get_mut(&row.get(0)?) {
                    phase.holders.push(StoredHolder {
                        id: row.get(1)?,
                        holder,
                        started: row.get(5)?,
                    });
                }
                Ok(())
            })
            .await?;
        writing
            .for_each(UNSEEN, &values, |row| {
                let decided = Decided {
                    id: row.get(1)?,
                    person: row.get(2)?,
                    previous: row.get(3)?,
                    main: row.get::<&str>(4)? == "main",
                    started: row.get(5)?,
                };
                if let Some((_, phase)) = phases.get_mut(&row.get(0)?) {
                    phase.decided.push(decided);
                }
                Ok(())
            })
            .await?;
        for (case, phase) in phases.into_values() {
            if let Some(case) = reference_of.get(&case).and_then(|reference| cases.get_mut(reference)) {
                case.phases.push(phase);
            }
        }
        Ok(cases)
    }

    fn take_in_one(&mut self, stored: &mut StoredCases, (place, row): (usize, &Stated<'_>)) -> Result<(), StoreError> {
        let record = row.record;
        let effort = self.effort_text(&record.effort)?;
        if !stored.contains_key(&record.reference) {
            let id = self.ids.next(1)?;
            self.named.insert(self.hasher.hash_one(record.reference.as_str()));
            let (received, sibling_group) = (record.received, record.sibling_group.clone());
            self.batch
                .cases
                .push((id, record.reference.clone(), received, sibling_group.clone()));
            stored.insert(
                record.reference.clone(),
                StoredCase {
                    id,
                    received,
                    sibling_group,
                    phases: Vec::new(),
                },
            );
        }
        let Some(case) = stored.get_mut(&record.reference) else {
            return Ok(());
        };
        if let Some(known) = case.phases.iter_mut().find(|old| old.is(record)) {
            if known.case_type != record.case_type {
                self.correct_type(known, &record.case_type)?;
            }
            self.touched.insert(known.id);
            self.change_phase(known, row, &effort)?;
        } else {
            let added = self.add_phase(case.id, (place, row), effort)?;
            case.phases.push(added);
        }
        self.change_case(case, record);
        Ok(())
    }

    /// A phase of the wrong type was wrong from the beginning: it is withdrawn, and one of the right type takes over its history.
    fn correct_type(&mut self, known: &mut StoredPhase, case_type: &Arc<str>) -> Result<(), StoreError> {
        let (wrong, id) = (known.id, self.ids.next(1)?);
        let both = [wrong.into(), id.into()];
        self.batch.change(COPY_PHASE, &[both[0], both[1], Value::Text(case_type)]);
        self.batch.change(MOVE_ASSIGNMENTS, &both);
        self.batch.change(MOVE_EFFORT_CHANGES, &both);
        self.batch.change(MOVE_ALLOCATIONS, &both);
        self.batch.withdrawn.push(wrong);
        self.batch.changes.push(json!({
            "phase": wrong, "before": { "type": &*known.case_type }, "after": { "withdrawn_for": id, "type": &**case_type },
        }));
        (known.id, known.case_type) = (id, Arc::clone(case_type));
        Ok(())
    }

    /// The canonical text of effort factors, made once for all rows that share them.
    fn effort_text(&mut self, effort: &Arc<Effort>) -> Result<Arc<str>, StoreError> {
        let place = Arc::as_ptr(effort).addr();
        if let Some((_, text)) = self.efforts.get(&place) {
            return Ok(Arc::clone(text));
        }
        if self.efforts.len() >= EFFORTS_REMEMBERED {
            self.efforts.clear();
        }
        let text: Arc<str> = effort_text(effort)?.into();
        // The factors are kept too, so that their place is not given to others.
        self.efforts.insert(place, (Arc::clone(effort), Arc::clone(&text)));
        Ok(text)
    }

    /// The id of effort factors, which are stored when they are new; none where there are no factors.
    fn effort_id(&mut self, text: &Arc<str>) -> Result<Option<i64>, StoreError> {
        if text.is_empty() {
            return Ok(None);
        }
        if let Some(id) = self.effort_ids.get(text) {
            return Ok(Some(*id));
        }
        let id = self.ids.next(1)?;
        self.batch.efforts.push((id, Arc::clone(text)));
        self.effort_ids.insert(Arc::clone(text), id);
        Ok(Some(id))
    }

    fn add_phase(&mut self, case: i64, (place, row): (usize, &Stated<'_>), effort: Arc<str>) -> Result<StoredPhase, StoreError> {
        let record = row.record;
        let id = self.ids.next(1)?;
        let effort_id = self.effort_id(&effort)?;
        let (started, until) = (record.period.from(), record.period.to());
        if self.previous.is_some_and(|previous| started <= previous) {
            self.late.entry((case, record.phase.clone())).or_default().push(record.period);
        }
        self.batch
            .assignments
            .extend(row.holders.iter().map(|holder| (id, *holder, started)));
        self.batch.phases.push(NewPhase {
            id,
            row: place,
            case,
            case_type: record.case_type.clone(),
            phase: record.phase.clone(),
            unit: row.unit,
            started,
            until,
            effort: Arc::clone(&effort),
            effort_id,
            extended_to: record.extended_to,
        });
        Ok(StoredPhase {
            id,
            case_type: record.case_type.clone(),
            phase: record.phase.clone(),
            unit: row.unit,
            started,
            until,
            effort,
            effort_since: None,
            extended_to: record.extended_to,
            holders: Vec::new(),
            decided: Vec::new(),
        })
    }

    /// Moves what changed in a phase that was known before this export.
    fn change_phase(&mut self, known: &mut StoredPhase, row: &Stated<'_>, effort: &Arc<str>) -> Result<(), StoreError> {
        let record = row.record;
        let after = (row.unit, record.period.to(), record.extended_to);
        let before = (known.unit, known.until, known.extended_to);
        if before != after {
            let values = [known.id.into(), after.0.into(), after.1.into(), after.2.into()];
            let ends = before.1.is_none() && after.1.is_some();
            self.batch.change(if ends { END_PHASE } else { CHANGE_PHASE }, &values);
            self.batch
                .changes
                .push(json!({ "phase": known.id, "before": before, "after": after }));
        }
        if known.effort != *effort {
            self.change_effort(known, effort)?;
        }
        let holders = self.with_decisions(known, &row.holders);
        let leaving = known.holders.iter().filter(|old| !holders.contains(&old.holder));
        for old in leaving {
            let until = self.exported.max(old.started);
            self.batch.change(END_ASSIGNMENT, &[old.id.into(), until.into()]);
            self.batch
                .changes
                .push(json!({ "assignment": old.id, "before": old.holder, "after": { "until": until } }));
        }
        let coming = holders
            .iter()
            .filter(|holder| !known.holders.iter().any(|old| old.holder == **holder));
        for holder in coming {
            let from = self.exported.max(known.started);
            self.batch
                .changes
                .push(json!({ "phase": known.id, "after": { "holder": holder, "from": from } }));
            self.batch.assignments.push((known.id, *holder, from));
        }
        Ok(())
    }

    /// Who holds a phase, given what an export states and what was decided here. As long as an export is older than a decision, or shows
    /// what was before it, the decision stands: the source system has only not been told yet. An export that shows what was decided, or
    /// something newer, is followed, and from then on the exports are again.
    fn with_decisions(&mut self, known: &mut StoredPhase, stated: &[Holder]) -> Vec<Holder> {
        let mut holders = stated.to_vec();
        let exported = self.exported;
        let (main, co): (Vec<Decided>, Vec<Decided>) = std::mem::take(&mut known.decided)
            .into_iter()
            .partition(|decided| decided.main);
        if let Some(last) = main.last() {
            let shown = stated.iter().find(|holder| holder.main).map(|holder| holder.person);
            let is_before = exported < last.started || main.iter().any(|decided| decided.previous == shown);
            if shown != Some(last.person) && is_before {
                holders.retain(|holder| !holder.main && holder.person != last.person);
                let kept = known.holders.iter().map(|old| old.holder).filter(|holder| holder.main);
                holders.extend(kept);
            } else {
                for decided in &main {
                    self.see(decided);
                }
            }
        }
        for decided in &co {
            let is_shown = stated.iter().any(|holder| holder.person == decided.person);
            let kept = known.holders.iter().map(|old| old.holder);
            let mut kept = kept.filter(|holder| !holder.main && holder.person == decided.person);
            match kept.next().filter(|_| !is_shown) {
                Some(kept) => holders.push(kept),
                None => self.see(decided),
            }
        }
        holders
    }

    /// The export shows what was decided, or something newer.
    fn see(&mut self, decided: &Decided) {
        self.batch.change(SEE, &[decided.id.into(), self.exported.into()]);
        self.batch
            .changes
            .push(json!({ "allocation": decided.id, "after": { "seen": self.exported } }));
    }

    /// New factors hold from the day of the export; before a phase was seen with others, or after it is over, they put the latest right.
    fn change_effort(&mut self, known: &StoredPhase, effort: &Arc<str>) -> Result<(), StoreError> {
        let over = known.until.is_some_and(|until| until <= self.exported);
        let from = if over || self.exported <= known.started {
            known.effort_since
        } else {
            Some(self.exported)
        };
        if let Some(from) = from {
            let values = [known.id.into(), from.into(), self.effort_id(effort)?.into()];
            self.batch.change(CHANGE_EFFORT, &values);
        } else {
            let values = [known.id.into(), self.effort_id(effort)?.into()];
            self.batch.change(CORRECT_EFFORT, &values);
        }
        self.batch
            .changes
            .push(json!({ "phase": known.id, "before": { "effort": &*known.effort }, "after": { "effort": &**effort } }));
        Ok(())
    }

    /// Whether a row of this export said when the case came in; from now on one has.
    fn was_told(&mut self, case: &StoredCase) -> bool {
        let by_the_row_that_added_it = case.id >= self.first_new && (case.received.is_some() || case.sibling_group.is_some());
        by_the_row_that_added_it || !self.told.insert(case.id)
    }

    fn change_case(&mut self, case: &mut StoredCase, record: &PhaseRecord) {
        let silent = record.received.is_none() && record.sibling_group.is_none();
        if silent || self.was_told(case) || (case.received == record.received && case.sibling_group == record.sibling_group) {
            return;
        }
        // A case that this batch adds is not in the database yet; its row is changed where it waits.
        if let Some(waiting) = self.batch.cases.iter_mut().find(|(id, ..)| *id == case.id) {
            (waiting.2, waiting.3) = (record.received, record.sibling_group.clone());
        } else {
            let values = [case.id.into(), record.received.into(), (&record.sibling_group).into()];
            self.batch.change(CHANGE_CASE, &values);
        }
        let before = (case.received, &case.sibling_group);
        self.batch
            .changes
            .push(json!({ "case": case.id, "before": before, "after": (record.received, &record.sibling_group) }));
        (case.received, case.sibling_group) = (record.received, record.sibling_group.clone());
    }

    /// After the last batch: what the export no longer has. A phase whose start the export moved is withdrawn; the rest is named.
    pub(crate) async fn finish(self, writing: &mut Writing) -> Result<Vec<GonePhase>, StoreError> {
        if !self.known_before {
            return Ok(Vec::new());
        }
        let (mut moved, mut gone) = (Vec::new(), Vec::new());
        writing
            .for_each(ALL_PHASES, &[Value::Text(&self.source)], |row| {
                let id: i64 = row.get(0)?;
                if self.is_touched(id) {
                    return Ok(());
                }
                let (case, phase): (i64, Option<String>) = (row.get(1)?, row.get(2)?);
                let (started, until): (Date, Option<Date>) = (row.get(3)?, row.get(4)?);
                let is_over = until.is_some_and(|until| until <= self.exported);
                if self.was_moved(case, phase.as_deref(), (started, until), is_over) {
                    moved.push(id);
                } else if !is_over {
                    gone.push(GonePhase {
                        reference: row.get(5)?,
                        phase,
                        started,
                    });
                }
                Ok(())
            })
            .await?;
        let entry = writing.sequence() + 1;
        moved.sort_unstable();
        gone.sort_by(|a, b| (&a.reference, a.started, &a.phase).cmp(&(&b.reference, b.started, &b.phase)));
        for id in &moved {
            writing.execute(WITHDRAW_PHASE, &[(*id).into(), entry.into()]).await?;
        }
        if !moved.is_empty() {
            writing
                .record(
                    "import.withdrawn",
                    &self.source,
                    &json!({ "phases": moved, "why": "start moved" }),
                )
                .await?;
        }
        Ok(gone)
    }

    /// Whether this export has the phase with another start: one that shares days with it was added late. Of a phase that is over
    /// the end must be the same too, since many exports leave out what is over.
    fn was_moved(&self, case: i64, phase: Option<&str>, (started, until): (Date, Option<Date>), is_over: bool) -> bool {
        let (Some(late), Ok(old)) = (self.late.get(&(case, phase.map(Into::into))), Period::new(started, until)) else {
            return false;
        };
        late.iter()
            .any(|new| new.overlap(old).is_some() && (!is_over || new.to() == until))
    }
}

/// What tells a phase from others of the same system.
fn key(record: &PhaseRecord) -> (&str, Option<&str>, Date) {
    (&record.reference, record.phase.as_deref(), record.period.from())
}

impl StoredPhase {
    /// Whether the record is about this phase.
    fn is(&self, record: &PhaseRecord) -> bool {
        self.phase == record.phase && self.started == record.period.from()
    }
}

/// The entry in the log about a batch of rows.
fn entry<'b>(batch: &'b CaseBatch, rows: &'b [Stated<'_>]) -> Entry<'b> {
    let mut efforts: Vec<&str> = Vec::new();
    let mut place_of: HashMap<&str, usize> = HashMap::new();
    let added = batch.phases.iter().map(|new| {
        let record = rows[new.row].record;
        let effort = *place_of.entry(&new.effort).or_insert_with(|| {
            efforts.push(&new.effort);
            efforts.len() - 1
        });
        (
            new.id,
            (
                &*record.reference,
                &*record.case_type,
                record.phase.as_deref(),
                record.unit.as_deref(),
            ),
            (record.received, new.started, new.until, new.extended_to),
            (record.main.as_deref(), record.co.iter().map(|(co, _)| &**co).collect()),
            (effort, record.sibling_group.as_deref()),
        )
    });
    let added = added.collect();
    Entry {
        efforts,
        added,
        changes: &batch.changes,
    }
}

fn read_phase(row: Row<'_>) -> Result<(i64, StoredPhase), StoreError> {
    let phase = StoredPhase {
        id: row.get(0)?,
        case_type: row.get::<&str>(2)?.into(),
        phase: row.get::<Option<&str>>(3)?.map(Into::into),
        unit: row.get(4)?,
        started: row.get(5)?,
        until: row.get(6)?,
        effort: row.get::<&str>(7)?.into(),
        effort_since: None,
        extended_to: row.get(8)?,
        holders: Vec::new(),
        decided: Vec::new(),
    };
    Ok((row.get(1)?, phase))
}
