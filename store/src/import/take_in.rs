//! Taking in: rows go into the database within one transaction, each one accepted or rejected with a reason.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;
use rules::access::Permission;
use rules::deadline::Law;
use rules::unit::TreeError;
use serde_json::json;
use tokio::sync::mpsc::Sender;

use super::mapping::{FileMapping, Kind, Mapping};
use super::outcome::{self, Imported, Tally};
use super::pen::Pen;
use super::read::{AcceptedRows, FileError, FileReport, Reader, Row};
use super::record::{EmploymentRecord, PhaseRecord, Record};
use super::rejection::{Reason, Rejection, shown};
use crate::case::{CaseMerge, Holder, Stated};
use crate::person::{self, Names};
use crate::qualification::count_held_without;
use crate::{Store, StoreError, Value, Viewer, deadline, unit};

pub use crate::case::GonePhase;
pub use crate::person::GonePart;

pub(crate) const INSERT_RUN: &str =
    "INSERT INTO import_run (id, source, exported, accepted, rejected) VALUES ($1, $2, $3, $4, $5)";
pub(crate) const LATEST_RUN: &str = "SELECT MAX(exported) FROM import_run WHERE source = $1";
pub(crate) const HELD_BY_LEAVERS: &str = "SELECT CAST(COUNT(*) AS BIGINT), CAST(COUNT(DISTINCT assignment.person) AS BIGINT) \
     FROM assignment JOIN phase ON phase.id = assignment.phase \
     WHERE assignment.person IN (SELECT person.id FROM person WHERE NOT EXISTS (SELECT 1 FROM employment \
     WHERE employment.person = person.id AND employment.started <= $1 AND (employment.until IS NULL OR employment.until > $1))) \
     AND assignment.until IS NULL AND assignment.started <= $1 AND phase.withdrawn IS NULL AND phase.started <= $1 \
     AND (phase.until IS NULL OR phase.until > $1)";
pub(crate) const IN_NO_UNIT: &str = "SELECT CAST(COUNT(DISTINCT person) AS BIGINT) FROM employment \
     WHERE unit IS NULL AND started <= $1 AND (until IS NULL OR until > $1)";

/// Rows that are compared with the database at a time.
const BATCH: usize = 5_000;

/// Rows that are read at a time.
const READ_AHEAD: usize = 1_000;

/// What an import is about.
#[derive(Debug, Clone)]
pub struct Order {
    /// Who imports, and when.
    pub viewer: Viewer,
    /// The day the files were exported: what changed since the export before, holds from this day.
    pub exported: Date,
    /// Case types that some weight model has.
    pub case_types: HashSet<String>,
    /// Only say what would happen; store nothing.
    pub dry_run: bool,
}

/// Why nothing was imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// Files that cannot be read at all.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Files(Vec<FileError>),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A later export of the same system came in already.
    #[error("an export of {source_system} of {latest} is already in; this one is older, of {exported}")]
    Older {
        /// The source system.
        source_system: String,
        /// The day of the latest export.
        latest: Date,
        /// The day of this one.
        exported: Date,
    },
}

/// What came of an import. `rows = accepted + rejected.len()`.
#[derive(Debug)]
pub struct Summary {
    /// The files, what was found in them, and how many rows each had.
    pub files: Vec<FileReport>,
    /// Rows in.
    pub rows: u64,
    /// Rows accepted.
    pub accepted: u64,
    /// Rows rejected, in the order of the files.
    pub rejected: Vec<Rejection>,
    /// Codes of units that no list of units had and that were added because rows name them.
    pub units_added: Vec<String>,
    /// Numbers of people whose employment is not over but who are no longer in the list.
    pub gone_people: Vec<String>,
    /// Reductions that are not over but are no longer in the list.
    pub gone_reductions: Vec<GonePart>,
    /// Duties that are not over but are no longer in the list.
    pub gone_duties: Vec<GonePart>,
    /// Phases that are not over but are no longer in the list.
    pub gone_phases: Vec<GonePhase>,
    /// Open phases held by people who have left, and how many people: an alarm.
    pub held_by_leavers: (i64, i64),
    /// Open phases whose main caseworkers are not known to have the qualification that the act requires, and how many people: an alarm.
    pub held_without_qualification: (i64, i64),
    /// People in no unit.
    pub in_no_unit: i64,
    /// Whether anything was changed or added.
    pub changed: bool,
    /// How much.
    pub tally: Tally,
}

/// Imports files with a mapping. `progress` is told the number of rows read so far, now and then.
///
/// # Errors
/// [`ImportError`]; nothing at all is stored then.
pub async fn import(
    store: &Store,
    mapping: &Mapping,
    paths: &[PathBuf],
    order: Order,
    mut progress: impl FnMut(u64),
) -> Result<Summary, ImportError> {
    let reader = Reader::open(mapping, paths).map_err(ImportError::Files)?;
    let mut import = Import::begin(store, &mapping.source, order).await?;
    import.lists = reader
        .files()
        .iter()
        .map(|report| (Arc::clone(&report.file), list_of(mapping, report)))
        .collect();
    import.has_cases = reader.files().iter().any(|report| report.kind == Kind::Cases);
    let (send, mut batches) = tokio::sync::mpsc::channel(AHEAD);
    let reading = tokio::task::spawn_blocking(move || read_ahead(reader, &send));
    let mut rows = 0;
    while let Some(batch) = batches.recv().await {
        for row in batch {
            rows += 1;
            import.row(row).await?;
        }
        progress(rows);
    }
    let files = match reading.await {
        Ok(read) => read.map_err(|error| ImportError::Files(vec![error]))?,
        Err(stopped) => std::panic::resume_unwind(stopped.into_panic()),
    };
    Ok(import.finish(files, rows).await?)
}

/// Batches of rows that are read ahead of what is taken in.
const AHEAD: usize = 4;

/// Reads all rows while those before them are taken in, and says what was found in the files.
fn read_ahead(mut reader: Reader, send: &Sender<Vec<Row>>) -> Result<Vec<FileReport>, FileError> {
    loop {
        let mut batch = Vec::with_capacity(READ_AHEAD);
        while batch.len() < READ_AHEAD {
            match reader.next_row()? {
                Some(row) => batch.push(row),
                None => break,
            }
        }
        // Nobody receives any more when the import has failed; what is left need not be read.
        if batch.is_empty() || send.blocking_send(batch).is_err() {
            return Ok(reader.files().to_vec());
        }
    }
}

/// Takes in records that no file had, such as those of the demonstration.
///
/// # Errors
/// [`ImportError`]; nothing at all is stored then.
pub async fn take_in(store: &Store, source: &str, records: Vec<Record>, order: Order) -> Result<Summary, ImportError> {
    let mut import = Import::begin(store, source, order).await?;
    let mut records: Vec<(u64, Record)> = (1..).zip(records).collect();
    let rows = records.len() as u64;
    import.has_cases = records.iter().any(|(_, record)| kind_of(record) == Kind::Cases);
    // What others refer to comes first, as among files.
    records.sort_by_key(|(_, record)| kind_of(record));
    for (line, record) in records {
        import
            .row(Row {
                file_index: 0,
                line,
                hash: line.into(),
                outcome: Ok(super::record::Records::one(record)),
            })
            .await?;
    }
    Ok(import.finish(Vec::new(), rows).await?)
}

/// The list of the mapping that a file was read by.
fn list_of(mapping: &Mapping, report: &FileReport) -> Option<Arc<FileMapping>> {
    mapping
        .files
        .iter()
        .find(|list| list.kind == report.kind && list.matches(&report.file))
        .cloned()
}

struct Import {
    pen: Pen,
    order: Order,
    source: String,
    names: Names,
    units: HashMap<String, i64>,
    units_added: Vec<String>,
    cases: CaseMerge,
    /// Whether there is any list of cases, of which something can be missing.
    has_cases: bool,
    /// The name of each file and the list of the mapping that it is read by.
    lists: Vec<(Arc<str>, Option<Arc<FileMapping>>)>,
    accepted_rows: AcceptedRows,
    waiting: Vec<Row>,
    accepted: u64,
    rejected: Vec<Rejection>,
    gone_people: Vec<String>,
    gone_reductions: Vec<GonePart>,
    gone_duties: Vec<GonePart>,
}

impl Import {
    async fn begin(store: &Store, source: &str, order: Order) -> Result<Self, ImportError> {
        order.viewer.require(Permission::Import)?;
        let mut writing = store.begin(&order.viewer).await?;
        let latest: Option<Date> = writing
            .fetch_one(LATEST_RUN, &[Value::Text(source)], |row| row.get(0))
            .await?;
        if let Some(latest) = latest.filter(|latest| *latest > order.exported) {
            return Err(ImportError::Older {
                source_system: source.to_owned(),
                latest,
                exported: order.exported,
            });
        }
        let units = unit::stored(&mut writing, order.exported)
            .await?
            .into_iter()
            .map(|(id, unit)| (unit.code, id))
            .collect();
        Ok(Self {
            names: Names::stored(&mut writing).await?,
            cases: CaseMerge::begin(&mut writing, source, order.exported, latest).await?,
            pen: Pen::new(writing),
            order,
            source: source.to_owned(),
            units,
            units_added: Vec::new(),
            has_cases: false,
            lists: Vec::new(),
            accepted_rows: AcceptedRows::default(),
            waiting: Vec::new(),
            accepted: 0,
            rejected: Vec::new(),
            gone_people: Vec::new(),
            gone_reductions: Vec::new(),
            gone_duties: Vec::new(),
        })
    }

    async fn row(&mut self, row: Row) -> Result<(), StoreError> {
        let kind = row.outcome.as_ref().ok().map(|records| kind_of(&records.first));
        let waiting = self
            .waiting
            .first()
            .and_then(|row| row.outcome.as_ref().ok())
            .map(|records| kind_of(&records.first));
        match row.outcome {
            Err(rejection) => {
                self.rejected.push(rejection);
                return Ok(());
            }
            Ok(_) if kind != waiting || (kind >= Some(Kind::Cases) && self.waiting.len() >= BATCH) => self.flush().await?,
            Ok(_) => {}
        }
        self.waiting.push(row);
        Ok(())
    }

    /// Takes in what waits: rows of one kind.
    async fn flush(&mut self) -> Result<(), StoreError> {
        let rows = std::mem::take(&mut self.waiting);
        let Some(Ok(first)) = rows.first().map(|row| row.outcome.as_ref()) else {
            return Ok(());
        };
        let refused = match kind_of(&first.first) {
            Kind::Units => self.flush_units(&rows).await?,
            Kind::Staff => self.flush_staff(&rows).await?,
            Kind::Reductions | Kind::Duties | Kind::Support => self.flush_of_people(&rows).await?,
            Kind::Cases => self.flush_cases(&rows).await?,
            Kind::Events => self.flush_events(&rows).await?,
        };
        for (row, refused) in rows.iter().zip(self.settle(&rows, refused)) {
            match refused {
                None => self.accepted += 1,
                Some((field, reason)) => {
                    let rejection = self.rejection(row, field, reason);
                    self.rejected.push(rejection);
                }
            }
        }
        Ok(())
    }

    fn rejection(&self, row: &Row, field: &str, reason: Reason) -> Rejection {
        let (file, list) = match self.lists.get(row.file_index) {
            Some((file, list)) => (Arc::clone(file), list.as_ref()),
            None => (self.source.as_str().into(), None),
        };
        let column = list
            .and_then(|list| list.all_fields().find(|(name, _)| *name == field))
            .and_then(|(_, field)| field.columns.first());
        Rejection {
            file,
            line: row.line,
            column: column.map(|column| column.as_str().into()),
            reason,
        }
    }

    /// Rejects rows, in order: `judge` says what is wrong with a row; a row that was accepted before is a duplicate.
    fn judge(&mut self, rows: &[Row], judge: impl Fn(&Self, &Record) -> Option<Refused>) -> Vec<Option<Refused>> {
        let mut refused = Vec::with_capacity(rows.len());
        for row in rows {
            let Ok(records) = &row.outcome else { continue };
            let verdict = if self.accepted_rows.contains(row) {
                Some(("", Reason::Duplicate))
            } else {
                records.iter().find_map(|record| judge(self, record))
            };
            if verdict.is_none() {
                self.accepted_rows.insert(row);
            }
            refused.push(verdict);
        }
        refused
    }

    /// The same row again after one that was refused late is no duplicate: what was wrong with that one is wrong with it.
    fn settle(&mut self, rows: &[Row], mut refused: Vec<Option<Refused>>) -> Vec<Option<Refused>> {
        let is_duplicate = |verdict: &Option<Refused>| matches!(verdict, Some((_, Reason::Duplicate)));
        let key = |row: &Row| (row.file_index, row.hash);
        let late: HashMap<_, Refused> = rows
            .iter()
            .zip(&refused)
            .filter(|(_, verdict)| !is_duplicate(verdict))
            .filter_map(|(row, verdict)| Some((key(row), verdict.clone()?)))
            .collect();
        if late.is_empty() {
            return refused;
        }
        for (row, verdict) in rows.iter().zip(&mut refused) {
            if let Some(why) = late.get(&key(row)) {
                self.accepted_rows.remove(row);
                *verdict = Some(why.clone());
            }
        }
        refused
    }

    async fn flush_units(&mut self, rows: &[Row]) -> Result<Vec<Option<Refused>>, StoreError> {
        let mut refused = self.judge(rows, |_, _| None);
        let (places, records) = accepted(rows, &refused, |record| {
            if let Record::Unit(unit) = record { Some(unit) } else { None }
        });
        let errors = unit::merge(self.pen.writing().await?, &mut self.units, &records, self.order.exported).await?;
        for (place, error) in places.into_iter().zip(errors) {
            refused[place] = error.map(|error| match error {
                TreeError::NoParent { parent, .. } => ("parent", Reason::UnknownUnit { value: shown(&parent) }),
                TreeError::Circle { codes } => ("parent", Reason::UnitCircle { codes }),
                TreeError::TwoWithOneCode { .. } => ("code", Reason::Contradiction),
            });
        }
        Ok(refused)
    }

    async fn flush_staff(&mut self, rows: &[Row]) -> Result<Vec<Option<Refused>>, StoreError> {
        let refused = self.judge(rows, |_, _| None);
        let (_, records) = accepted(rows, &refused, |record| {
            if let Record::Employment(post) = record {
                Some(post)
            } else {
                None
            }
        });
        let named: BTreeSet<&str> = records
            .iter()
            .filter_map(|record: &&EmploymentRecord| record.unit.as_deref())
            .collect();
        self.add_units(&named).await?;
        let exported = self.order.exported;
        let writing = self.pen.writing().await?;
        self.gone_people = person::merge_employments(writing, &mut self.names, &self.units, &records, exported).await?;
        Ok(refused)
    }

    /// Adds units that rows name and no list of units has, at the top of the tree.
    async fn add_units(&mut self, named: &BTreeSet<&str>) -> Result<(), StoreError> {
        let new: Vec<&str> = named.iter().copied().filter(|code| !self.units.contains_key(*code)).collect();
        if new.is_empty() {
            return Ok(());
        }
        let writing = self.pen.writing().await?;
        let first = writing.next_ids(new.len())?;
        let rows: Vec<_> = new
            .iter()
            .zip(first..)
            .map(|(code, id)| [id.into(), Value::Text(code), Value::Text(code)])
            .collect();
        writing.insert_many("unit", ["id", "code", "name"], rows).await?;
        writing
            .record("import.units", "unit", &json!({ "after": new, "why": "named by rows" }))
            .await?;
        self.units
            .extend(new.iter().zip(first..).map(|(code, id)| ((*code).to_owned(), id)));
        self.units_added.extend(new.into_iter().map(str::to_owned));
        Ok(())
    }

    fn unknown(&self, field: &'static str, name: &str) -> Option<Refused> {
        self.names
            .id(name)
            .is_none()
            .then(|| (field, Reason::UnknownWorker { value: shown(name) }))
    }

    async fn flush_of_people(&mut self, rows: &[Row]) -> Result<Vec<Option<Refused>>, StoreError> {
        let refused = self.judge(rows, |import, record| match record {
            Record::Reduction(reduction) => import.unknown("person", &reduction.person),
            Record::Duty(duty) => import.unknown("person", &duty.person),
            Record::Support(support) => import
                .unknown("helper", &support.helper)
                .or_else(|| import.unknown("owner", &support.owner)),
            Record::Unit(_) | Record::Employment(_) | Record::Phase(_) | Record::Event(_) => None,
        });
        let exported = self.order.exported;
        let (_, reductions) = accepted(rows, &refused, |record| {
            if let Record::Reduction(one) = record {
                Some(one)
            } else {
                None
            }
        });
        let (_, duties) = accepted(
            rows,
            &refused,
            |record| if let Record::Duty(one) = record { Some(one) } else { None },
        );
        let (_, support) = accepted(rows, &refused, |record| {
            if let Record::Support(one) = record { Some(one) } else { None }
        });
        if !reductions.is_empty() {
            self.gone_reductions =
                person::merge_reductions(self.pen.writing().await?, &self.names, &reductions, exported).await?;
        }
        if !duties.is_empty() {
            self.gone_duties = person::merge_duties(self.pen.writing().await?, &self.names, &duties, exported).await?;
        }
        if !support.is_empty() {
            person::merge_support(self.pen.writing().await?, &self.names, &support).await?;
        }
        Ok(refused)
    }

    async fn flush_cases(&mut self, rows: &[Row]) -> Result<Vec<Option<Refused>>, StoreError> {
        let mut refused = self.judge(rows, |import, record| match record {
            Record::Phase(phase) => import.judge_phase(phase),
            _ => None,
        });
        let (places, records) = accepted(rows, &refused, |record| {
            if let Record::Phase(phase) = record {
                Some(phase)
            } else {
                None
            }
        });
        let mut records: Vec<(usize, &PhaseRecord)> = places.into_iter().zip(records).collect();
        let stored = self.cases.look_up(self.pen.before_waiting().await?, &records).await?;
        self.pen.begin_to_write().await?;
        let contradicting = self.cases.contradicting(&stored, &records);
        for row in &contradicting {
            refused[*row] = Some(("reference", Reason::Contradiction));
        }
        // In order, as the rows are.
        records.retain(|(row, _)| contradicting.binary_search(row).is_err());
        let named: BTreeSet<&str> = records.iter().filter_map(|(_, record)| record.unit.as_deref()).collect();
        self.add_units(&named).await?;
        let stated: Vec<Stated<'_>> = records.iter().map(|(_, record)| self.stated(record)).collect();
        let batch = self.cases.take_in(stored, &stated)?;
        self.pen.keep(batch).await?;
        Ok(refused)
    }

    async fn flush_events(&mut self, rows: &[Row]) -> Result<Vec<Option<Refused>>, StoreError> {
        let mut refused = self.judge(rows, |_, _| None);
        let (places, records) = accepted(rows, &refused, |record| {
            if let Record::Event(event) = record {
                Some(event)
            } else {
                None
            }
        });
        let law = Law::shipped().map_err(|error| StoreError::Corrupt {
            reason: error.to_string(),
        })?;
        let (source, exported) = (self.source.clone(), self.order.exported);
        let faults = deadline::merge(self.pen.writing().await?, &source, &law, &records, exported).await?;
        for (place, fault) in places.into_iter().zip(faults) {
            refused[place] = fault;
        }
        Ok(refused)
    }

    fn judge_phase(&self, phase: &PhaseRecord) -> Option<Refused> {
        if !self.order.case_types.contains(&*phase.case_type) {
            return Some((
                "type",
                Reason::UnknownCaseType {
                    value: Some(shown(&phase.case_type)),
                },
            ));
        }
        let main = phase.main.iter().find_map(|name| self.unknown("main", name));
        main.or_else(|| phase.co.iter().find_map(|(name, _)| self.unknown("co", name)))
    }

    fn stated<'r>(&self, record: &'r PhaseRecord) -> Stated<'r> {
        let main = record.main.iter().filter_map(|name| self.names.id(name)).map(Holder::main);
        let co = record.co.iter().filter_map(|(name, share)| {
            self.names
                .id(name)
                .map(|id| Holder::co(id, share.map(rules::amount::Share::millionths)))
        });
        let unit = record.unit.as_ref().and_then(|unit| self.units.get(&**unit)).copied();
        let mut holders: Vec<Holder> = Vec::with_capacity(1 + record.co.len());
        for holder in main.chain(co) {
            // Nobody holds a phase twice, however often the row names them.
            if !holders.iter().any(|other| other.is_person(holder)) {
                holders.push(holder);
            }
        }
        Stated { record, unit, holders }
    }

    async fn finish(mut self, files: Vec<FileReport>, rows: u64) -> Result<Summary, StoreError> {
        self.flush().await?;
        let mut writing = self.pen.put_down().await?;
        let gone_phases = if self.has_cases {
            self.cases.finish(&mut writing).await?
        } else {
            Vec::new()
        };
        let changed = writing.changed();
        let tally = Tally::of(&writing);
        if changed {
            writing.look_at_tables().await?;
        }
        let exported = [self.order.exported.into()];
        let held_by_leavers = writing
            .fetch_one(HELD_BY_LEAVERS, &exported, |row| Ok((row.get(0)?, row.get(1)?)))
            .await?;
        let held_without_qualification = count_held_without(&mut writing, self.order.exported).await?;
        let in_no_unit = writing.fetch_one(IN_NO_UNIT, &exported, |row| row.get(0)).await?;
        let order_of_files: BTreeMap<&str, usize> = files.iter().zip(0..).map(|(report, place)| (&*report.file, place)).collect();
        self.rejected
            .sort_by_key(|rejection| (order_of_files.get(&*rejection.file).copied(), rejection.line));
        if !self.order.dry_run {
            let rejected = i64::try_from(self.rejected.len()).unwrap_or(i64::MAX);
            let accepted = i64::try_from(self.accepted).unwrap_or(i64::MAX);
            let id = writing.next_ids(1)?;
            let values = [
                id.into(),
                Value::Text(&self.source),
                self.order.exported.into(),
                accepted.into(),
                rejected.into(),
            ];
            writing.execute(INSERT_RUN, &values).await?;
            let names: Vec<&str> = files.iter().map(|report| &*report.file).collect();
            let entry = json!({ "files": names, "exported": self.order.exported, "accepted": accepted, "rejected": rejected });
            writing.record("import", &self.source, &entry).await?;
            let imported = Imported {
                at: self.order.viewer.at(),
                author: self.order.viewer.name().to_owned(),
                source: self.source.clone(),
                exported: self.order.exported,
                files: names.into_iter().map(str::to_owned).collect(),
                accepted: self.accepted,
                rejected: self.rejected.len() as u64,
                tally,
                failure: String::new(),
            };
            outcome::add(&mut writing, &imported).await?;
            writing.commit().await?;
        }
        Ok(Summary {
            files,
            rows,
            accepted: self.accepted,
            rejected: self.rejected,
            units_added: self.units_added,
            gone_people: self.gone_people,
            gone_reductions: self.gone_reductions,
            gone_duties: self.gone_duties,
            gone_phases,
            held_by_leavers,
            held_without_qualification,
            in_no_unit,
            changed,
            tally,
        })
    }
}

/// The field at fault and what is wrong with it.
type Refused = (&'static str, Reason);

fn kind_of(record: &Record) -> Kind {
    match record {
        Record::Unit(_) => Kind::Units,
        Record::Employment(_) => Kind::Staff,
        Record::Reduction(_) => Kind::Reductions,
        Record::Duty(_) => Kind::Duties,
        Record::Support(_) => Kind::Support,
        Record::Phase(_) => Kind::Cases,
        Record::Event(_) => Kind::Events,
    }
}

/// The records of one kind in the rows that are not refused, each with the place of its row.
fn accepted<'r, T>(
    rows: &'r [Row],
    refused: &[Option<Refused>],
    pick: impl Fn(&'r Record) -> Option<&'r T>,
) -> (Vec<usize>, Vec<&'r T>) {
    let open = rows.iter().enumerate().zip(refused).filter(|(_, refused)| refused.is_none());
    let records = open.flat_map(|((place, row), _)| {
        row.outcome
            .iter()
            .flat_map(move |records| records.iter().map(move |record| (place, record)))
    });
    records
        .filter_map(|(place, record)| pick(record).map(|record| (place, record)))
        .unzip()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_import_can_go_on_by_itself_while_its_page_is_closed() {
        fn can_go_on<F: Future + Send>(_: impl FnOnce(&'static Store, &'static Mapping, &'static [PathBuf], Order) -> F) {}
        can_go_on(|store, mapping, paths, order| import(store, mapping, paths, order, |_| ()));
        can_go_on(|store, _, _, order| take_in(store, "system", Vec::new(), order));
    }
}
