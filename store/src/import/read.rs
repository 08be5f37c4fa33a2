//! From lists to rows: every row of every file comes out once, as what it says or as why it is rejected.
//!
//! Within a row the checks go in this order: an identity number anywhere, bytes that cannot be read, filled cells beyond the last heading,
//! then the fields: who or which (reference, type, phase; person, kind), start, end, and the rest in the order of `docs/import.md`.
//! The first that fails is the one reported.

mod bound;
mod field;

use std::collections::{HashSet, VecDeque};
use std::hash::{BuildHasherDefault, Hasher};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rules::identity_number;

use super::mapping::{FileMapping, Kind, Mapping};
use super::record::Records;
use super::rejection::{Reason, Rejection};
use super::table::{Cell, Found, Input, RowProblem, RowView, Table, TableError, heading};
use bound::BoundFile;

/// Why a file cannot be imported at all.
#[derive(Debug, thiserror::Error)]
#[error("{file}: {problem}")]
pub struct FileError {
    /// Name of the file.
    pub file: Arc<str>,
    /// What is wrong.
    pub problem: Problem,
}

/// What is wrong with a file.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    /// It cannot be read as a list.
    #[error(transparent)]
    Table(#[from] TableError),
    /// A column of the mapping is not in the file.
    #[error(
        "has no column {column}, which the mapping reads for {field}; {}",
        if .closest.is_empty() { format!("its columns are {}; correct the mapping or the file", .columns.join(", ")) }
        else { format!("did the mapping mean {}?", .closest.join(" or ")) }
    )]
    MissingColumn {
        /// Field of the mapping.
        field: String,
        /// Column of the mapping.
        column: String,
        /// Columns of the file with like names, the most alike first.
        closest: Vec<String>,
        /// All columns of the file.
        columns: Vec<String>,
    },
    /// A column of the mapping is more than once in the file.
    #[error(
        "has the column {column}, which the mapping reads for {field}, more than once; rename or remove one of them in the file"
    )]
    ColumnTwice {
        /// Field of the mapping.
        field: String,
        /// Column of the mapping.
        column: String,
    },
    /// No `[[file]]` of the mapping has a name that fits.
    #[error("fits none of the names in the mapping: {}; rename it, or change name in the mapping", .names.join(", "))]
    NotInMapping {
        /// Names that the mapping reads.
        names: Vec<String>,
    },
}

/// Something worth knowing that stops nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// The file has a header and nothing below it.
    HeaderOnly,
    /// References in this column may look like identity numbers and are let through.
    IdentityNumbersAllowed {
        /// Heading of the column.
        column: String,
    },
}

/// One file: what was found in it, and what came out so far.
#[derive(Debug, Clone)]
pub struct FileReport {
    /// Name, without folders.
    pub file: Arc<str>,
    /// What it holds.
    pub kind: Kind,
    /// What was found by looking; the footer is complete once the file is read.
    pub found: Found,
    /// Rows so far, not counting blank lines and footer.
    pub rows: u64,
    /// What is worth knowing.
    pub notices: Vec<Notice>,
}

/// One row.
#[derive(Debug)]
pub struct Row {
    /// Which of [`Reader::files`].
    pub file_index: usize,
    /// Line in the file, counted from 1; in a spreadsheet the sheet's row number.
    pub line: u64,
    /// The same for rows of a file with the same cells. See [`AcceptedRows`].
    pub hash: u128,
    /// What it says, or why it is rejected.
    pub outcome: Result<Records, Rejection>,
}

/// The rows of one file that were accepted, to tell a duplicate: the very same row again after one that was accepted.
///
/// The reader cannot know it alone, since a row may be rejected later (its worker is unknown); so whoever decides last asks and tells.
#[derive(Debug, Default)]
pub struct AcceptedRows {
    hashes: HashSet<u128, BuildHasherDefault<AlreadyHashed>>,
    file_index: usize,
}

impl AcceptedRows {
    /// Whether the very same row of the same file was accepted before.
    #[must_use]
    pub fn contains(&self, row: &Row) -> bool {
        row.file_index == self.file_index && self.hashes.contains(&row.hash)
    }

    /// Remembers a row as accepted. Rows of earlier files are forgotten.
    pub fn insert(&mut self, row: &Row) {
        if row.file_index != self.file_index {
            self.hashes.clear();
            self.file_index = row.file_index;
        }
        self.hashes.insert(row.hash);
    }

    /// Forgets a row that was rejected after all.
    pub fn remove(&mut self, row: &Row) {
        if row.file_index == self.file_index {
            self.hashes.remove(&row.hash);
        }
    }
}

/// Passes on what is a hash already.
#[derive(Debug, Default)]
pub struct AlreadyHashed(u64);

impl Hasher for AlreadyHashed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u128(&mut self, value: u128) {
        #[expect(clippy::cast_possible_truncation, reason = "half of a hash is a hash")]
        let half = value as u64;
        self.0 = half;
    }
}

/// A file to be read: its name and how to open it.
pub struct Source {
    /// Name, without folders.
    pub name: String,
    /// Its bytes.
    pub input: Box<dyn Input>,
}

struct OpenFile {
    table: Table,
    bound: BoundFile,
    /// Columns in which references may look like identity numbers.
    allowed: Vec<usize>,
    columns: Vec<Arc<str>>,
}

/// Reads all files of an import, row by row.
pub struct Reader {
    files: Vec<FileReport>,
    open: VecDeque<OpenFile>,
    current: usize,
}

impl Reader {
    /// Opens files, or all files of a folder that the mapping has a name for.
    ///
    /// A file named by itself must fit the mapping; in a folder others are passed over.
    ///
    /// # Errors
    /// Every [`FileError`] there is. Nothing has been read for import then.
    pub fn open(mapping: &Mapping, paths: &[PathBuf]) -> Result<Self, Vec<FileError>> {
        let mut errors = Vec::new();
        let mut sources = Vec::new();
        for path in paths {
            match files_at(path, mapping) {
                Ok(found) => sources.extend(found),
                Err(error) => errors.push(FileError {
                    file: file_name(path).into(),
                    problem: TableError::Io(error).into(),
                }),
            }
        }
        Self::build(mapping, sources, errors)
    }

    /// Reads what is already open, such as files sent through a browser.
    ///
    /// # Errors
    /// Every [`FileError`] there is.
    pub fn read(mapping: &Mapping, sources: Vec<Source>) -> Result<Self, Vec<FileError>> {
        let opens = sources.into_iter().map(|source| {
            let mut input = Some(source.input);
            let open: Opener = Box::new(move || input.take().ok_or_else(|| io::ErrorKind::Unsupported.into()));
            (source.name, open)
        });
        Self::build(mapping, opens.collect(), Vec::new())
    }

    fn build(mapping: &Mapping, sources: Vec<(String, Opener)>, mut errors: Vec<FileError>) -> Result<Self, Vec<FileError>> {
        let mut opened = Vec::new();
        for (name, mut open) in sources {
            let file: Arc<str> = name.as_str().into();
            let blocks = blocks_for(mapping, &name);
            if blocks.is_empty() {
                let names = mapping.files.iter().map(|block| block.name.clone()).collect();
                errors.push(FileError {
                    file,
                    problem: Problem::NotInMapping { names },
                });
                continue;
            }
            for block in blocks {
                match open()
                    .map_err(|error| vec![TableError::Io(error).into()])
                    .and_then(|input| open_file(mapping, block, input))
                {
                    Ok(open_file) => opened.push((block.kind, Arc::clone(&file), open_file)),
                    Err(problems) => {
                        errors.extend(problems.into_iter().map(|problem| FileError {
                            file: Arc::clone(&file),
                            problem,
                        }));
                    }
                }
            }
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        // What others refer to comes first: units, staff, what staff have, cases.
        opened.sort_by_key(|(kind, ..)| *kind);
        let files = opened.iter().map(|(kind, file, open)| report(*kind, file, open)).collect();
        Ok(Self {
            files,
            open: opened.into_iter().map(|(.., open)| open).collect(),
            current: 0,
        })
    }

    /// The files, in the order they are read.
    #[must_use]
    pub fn files(&self) -> &[FileReport] {
        &self.files
    }

    /// The next row; none after the last row of the last file.
    ///
    /// # Errors
    /// [`FileError`] when a file cannot be read further.
    pub fn next_row(&mut self) -> Result<Option<Row>, FileError> {
        loop {
            let Some(open) = self.open.front_mut() else {
                return Ok(None);
            };
            let report = &mut self.files[self.current];
            let file = Arc::clone(&report.file);
            let unreadable = |error| FileError {
                file: Arc::clone(&file),
                problem: TableError::Io(error).into(),
            };
            if let Some(view) = open.table.next_row().map_err(unreadable)? {
                report.rows += 1;
                let outcome = outcome(&mut open.bound, &open.allowed, &open.columns, view).map_err(|fault| {
                    let (column, reason) = fault.into_parts();
                    Rejection {
                        file,
                        line: view.line(),
                        column,
                        reason,
                    }
                });
                return Ok(Some(Row {
                    file_index: self.current,
                    line: view.line(),
                    hash: view.hash(),
                    outcome,
                }));
            }
            report.found = open.table.found().clone();
            if report.rows == 0 {
                report.notices.push(Notice::HeaderOnly);
            }
            self.open.pop_front();
            self.current += 1;
        }
    }
}

type Opener = Box<dyn FnMut() -> io::Result<Box<dyn Input>>>;

/// The blocks of a mapping that read a file: the first that fits, or all that fit and name different sheets.
fn blocks_for<'m>(mapping: &'m Mapping, name: &str) -> Vec<&'m Arc<FileMapping>> {
    let mut blocks: Vec<&Arc<FileMapping>> = Vec::new();
    for block in mapping.files.iter().filter(|block| block.matches(name)) {
        if blocks.is_empty() || (block.options.sheet.is_some() && blocks.iter().all(|other| other.options.sheet.is_some())) {
            blocks.push(block);
        }
    }
    blocks
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// The file at `path`, or the files of that folder that the mapping has a name for, by name.
fn files_at(path: &Path, mapping: &Mapping) -> io::Result<Vec<(String, Opener)>> {
    let opener = |path: PathBuf| -> Opener { Box::new(move || Ok(Box::new(std::fs::File::open(&path)?) as Box<dyn Input>)) };
    if !path.is_dir() {
        return Ok(vec![(file_name(path), opener(path.to_owned()))]);
    }
    let mut found = Vec::new();
    for entry in std::fs::read_dir(path)? {
        let entry = entry?.path();
        let name = file_name(&entry);
        // What office programs and Windows leave beside a file that is open is no list.
        if entry.is_file() && !name.starts_with(['~', '.']) && !blocks_for(mapping, &name).is_empty() {
            found.push((name, opener(entry)));
        }
    }
    found.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(found)
}

fn open_file(mapping: &Mapping, block: &FileMapping, input: Box<dyn Input>) -> Result<OpenFile, Vec<Problem>> {
    let table = Table::read(input, &block.options.wanting(block.wanted())).map_err(|error| vec![error.into()])?;
    let columns = &table.found().columns;
    let bound = BoundFile::new(block, &mapping.years, columns, table.found().sheet.is_none())?;
    let allowed: Vec<String> = block
        .all_fields()
        .filter(|(_, field)| field.identity_numbers_allowed)
        .flat_map(|(_, field)| field.columns.iter().map(|column| heading(column)))
        .collect();
    let places = columns
        .iter()
        .enumerate()
        .filter(|(_, column)| allowed.contains(&heading(column)))
        .map(|(place, _)| place);
    Ok(OpenFile {
        allowed: places.collect(),
        columns: columns.iter().map(|column| column.as_str().into()).collect(),
        bound,
        table,
    })
}

fn report(kind: Kind, file: &Arc<str>, open: &OpenFile) -> FileReport {
    let allowed = open.allowed.iter().filter_map(|place| open.columns.get(*place));
    FileReport {
        file: Arc::clone(file),
        kind,
        found: open.table.found().clone(),
        rows: 0,
        notices: allowed
            .map(|column| Notice::IdentityNumbersAllowed {
                column: column.to_string(),
            })
            .collect(),
    }
}

fn outcome(bound: &mut BoundFile, allowed: &[usize], columns: &[Arc<str>], row: RowView<'_>) -> field::Result<Records> {
    let fault = field::Fault::new;
    if may_hold_identity_number(row) {
        if row.problem().is_some() {
            return Err(fault(None, Reason::PersonalIdentityNumber));
        }
        let found = row
            .cells()
            .enumerate()
            .find(|(index, cell)| !allowed.contains(index) && is_identity_number(*cell));
        if let Some((index, _)) = found {
            return Err(fault(columns.get(index).cloned(), Reason::PersonalIdentityNumber));
        }
    }
    match row.problem() {
        None => {}
        Some(RowProblem::TooLong) => return Err(fault(None, Reason::TooLong)),
        Some(RowProblem::UnclosedQuote) => return Err(fault(None, Reason::UnclosedQuote)),
        Some(RowProblem::Encoding) => return Err(fault(None, Reason::Encoding)),
        Some(RowProblem::Nul) => return Err(fault(None, Reason::Nul)),
    }
    if row.len() > columns.len() && (columns.len()..row.len()).any(|index| row.cell(index) != Cell::Empty) {
        return Err(fault(
            None,
            Reason::TooManyCells {
                cells: row.len(),
                columns: columns.len(),
            },
        ));
    }
    bound.records(row)
}

/// Whether it is worth looking at each cell. Cells stand apart in the row's text, so no number is made of two of them.
fn may_hold_identity_number(row: RowView<'_>) -> bool {
    identity_number::contains(row.text()) || !row.is_only_text()
}

fn is_identity_number(cell: Cell<'_>) -> bool {
    match cell {
        Cell::Text(text) => identity_number::contains(text),
        Cell::Number(number) => identity_number::in_number(number),
        _ => false,
    }
}
