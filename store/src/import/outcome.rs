//! What came of imports: how much each changed, and the list of them that the pages show.

use jiff::Timestamp;
use jiff::civil::Date;
use rules::access::Permission;
use serde_json::json;

use crate::dispatch::Transaction;
use crate::{Reading, Row, Store, StoreError, Value, Viewer, Writing, case, person, unit};

pub(crate) const ADD: &str = "INSERT INTO import_outcome (id, at, author, source, exported, files, accepted, rejected, added, changed, \
     ended, failure) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
pub(crate) const LATEST: &str = "SELECT at, author, source, exported, files, accepted, rejected, added, changed, ended, failure \
     FROM import_outcome ORDER BY id DESC LIMIT $1";

/// The tables that hold what lists say.
const TABLES: [&str; 8] = [
    "unit",
    "person",
    "employment",
    "reduction",
    "duty",
    "support",
    "case_file",
    "phase",
];

/// What ends something that was going on.
const ENDS: [&str; 5] = [
    person::END_EMPLOYMENT,
    person::END_REDUCTION,
    person::END_DUTY,
    case::END_PHASE,
    case::END_ASSIGNMENT,
];

/// What changes something.
const CHANGES: [&str; 11] = [
    unit::CHANGE_UNIT,
    person::CHANGE_PERSON,
    person::CONTINUE_EMPLOYMENT,
    person::CORRECT_EMPLOYMENT,
    person::CONTINUE_REDUCTION,
    person::CORRECT_REDUCTION,
    case::CHANGE_CASE,
    case::CHANGE_PHASE,
    case::CORRECT_EFFORT,
    case::CHANGE_EFFORT,
    case::WITHDRAW_PHASE,
];

/// How many facts an import added, changed and ended. A row of a list can be several: a case, its phase and who holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// New units, people, employments, reductions, duties, pieces of support, cases and phases.
    pub added: u64,
    /// Facts that say something else from now on.
    pub changed: u64,
    /// Employments, reductions, duties, phases and assignments that are over.
    pub ended: u64,
}

impl Tally {
    /// What a transaction did so far.
    pub(crate) fn of(transaction: &Transaction) -> Self {
        let sum = |statements: &[&'static str]| statements.iter().map(|statement| transaction.rows_by(statement)).sum();
        Self {
            added: sum(&TABLES),
            changed: sum(&CHANGES),
            ended: sum(&ENDS),
        }
    }
}

/// An import that came in, or was refused whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// When.
    pub at: Timestamp,
    /// Who started it: an account, an operator, or the job that looks in a folder.
    pub author: String,
    /// The source system.
    pub source: String,
    /// The day of the export.
    pub exported: Date,
    /// Names of the files.
    pub files: Vec<String>,
    /// Rows accepted.
    pub accepted: u64,
    /// Rows rejected.
    pub rejected: u64,
    /// How much changed.
    pub tally: Tally,
    /// Why nothing came in; empty when something did.
    pub failure: String,
}

fn stored(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// Adds an import to the list.
pub(crate) async fn add(writing: &mut Writing, of: &Imported) -> Result<(), StoreError> {
    let id = writing.next_ids(1)?;
    let files = serde_json::to_string(&of.files)?;
    let values = [
        id.into(),
        of.at.as_microsecond().into(),
        Value::Text(&of.author),
        Value::Text(&of.source),
        of.exported.into(),
        Value::Text(&files),
        stored(of.accepted).into(),
        stored(of.rejected).into(),
        stored(of.tally.added).into(),
        stored(of.tally.changed).into(),
        stored(of.tally.ended).into(),
        Value::Text(&of.failure),
    ];
    writing.execute(ADD, &values).await?;
    Ok(())
}

impl Reading {
    /// The latest imports, the newest first; none for a viewer who may not import.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn imports(&mut self, limit: u32) -> Result<Vec<Imported>, StoreError> {
        if !self.viewer.may(Permission::Import) {
            return Ok(Vec::new());
        }
        let number = |row: &Row<'_>, place| row.get::<i64>(place).map(|number| u64::try_from(number).unwrap_or(0));
        let read = |row: Row<'_>| {
            let tally = Tally {
                added: number(&row, 7)?,
                changed: number(&row, 8)?,
                ended: number(&row, 9)?,
            };
            let files: String = row.get(4)?;
            let at: i64 = row.get(0)?;
            Ok(Imported {
                at: Timestamp::from_microsecond(at).map_err(|error| StoreError::Corrupt {
                    reason: error.to_string(),
                })?,
                author: row.get(1)?,
                source: row.get(2)?,
                exported: row.get(3)?,
                files: serde_json::from_str(&files)?,
                accepted: number(&row, 5)?,
                rejected: number(&row, 6)?,
                tally,
                failure: row.get(10)?,
            })
        };
        self.fetch(LATEST, &[i64::from(limit).into()], read).await
    }
}

impl Store {
    /// Remembers that files could not be imported at all, and why, in a sentence. Nobody's number must stand in it.
    ///
    /// # Errors
    /// [`StoreError::NotAllowed`], or as the database answers.
    pub async fn import_refused(
        &self,
        viewer: &Viewer,
        source: &str,
        exported: Date,
        files: &[String],
        failure: &str,
    ) -> Result<(), StoreError> {
        viewer.require(Permission::Import)?;
        let mut writing = self.begin(viewer).await?;
        let of = Imported {
            at: viewer.at(),
            author: viewer.name().to_owned(),
            source: source.to_owned(),
            exported,
            files: files.to_vec(),
            accepted: 0,
            rejected: 0,
            tally: Tally::default(),
            failure: failure.to_owned(),
        };
        add(&mut writing, &of).await?;
        let entry = json!({ "files": files, "failure": failure });
        writing.record("import.refused", source, &entry).await?;
        writing.commit().await?;
        Ok(())
    }
}
