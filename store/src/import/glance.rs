//! Looking into lists without importing them: their first rows, the texts that stand in their columns, and the rows that were rejected.

use std::collections::{BTreeMap, HashMap};
use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

use rules::identity_number;

use super::mapping::Mapping;
use super::rejection::{Reason, Rejection};
use super::table::{Cell, Found, Options, RowView, Table, TableError};

/// So many different texts of a column are told.
const MOST_TEXTS: usize = 60;

/// A column with more different texts than this is no list of words to be translated.
const MOST_LOOKED_AT: usize = 2_000;

/// What stands where an identity number was.
const HIDDEN: &str = "***";

/// A list as it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glance {
    /// What was found by looking.
    pub found: Found,
    /// The first rows, a text for each column; an identity number is never among them.
    pub rows: Vec<Vec<String>>,
    /// The different texts of each column, the most common first; empty for a column that has too many.
    pub texts: Vec<Vec<String>>,
    /// How many rows there are.
    pub count: u64,
}

/// Looks through the list at `path`; its first `shown` rows are told.
///
/// # Errors
/// [`TableError`] when it cannot be read or is not a list.
pub fn glance(path: &Path, options: &Options, shown: usize) -> Result<Glance, TableError> {
    let mut table = Table::read(Box::new(File::open(path)?), options)?;
    let columns = table.found().columns.len();
    let mut counts: Vec<Option<HashMap<String, u64>>> = vec![Some(HashMap::new()); columns];
    let (mut rows, mut count) = (Vec::new(), 0);
    while let Some(row) = table.next_row()? {
        count += 1;
        if row.problem().is_some() {
            continue;
        }
        if rows.len() < shown {
            rows.push((0..columns).map(|place| safe(row.cell(place))).collect());
        }
        for (place, of_column) in counts.iter_mut().enumerate() {
            let Some(known) = of_column else { continue };
            let text = safe(row.cell(place));
            if !text.is_empty() && text != HIDDEN {
                *known.entry(text).or_default() += 1;
            }
            if known.len() > MOST_LOOKED_AT {
                *of_column = None;
            }
        }
    }
    let texts = counts.into_iter().map(|known| {
        let mut known: Vec<(String, u64)> = known.unwrap_or_default().into_iter().collect();
        if known.len() > MOST_TEXTS {
            return Vec::new();
        }
        known.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        known.into_iter().map(|(text, _)| text).collect()
    });
    Ok(Glance {
        rows,
        texts: texts.collect(),
        count,
        found: table.found().clone(),
    })
}

/// A cell as text, unless it holds an identity number.
fn safe(cell: Cell<'_>) -> String {
    let text = written(cell);
    let is_number = match cell {
        Cell::Number(number) => identity_number::in_number(number),
        _ => identity_number::contains(&text),
    };
    if is_number { HIDDEN.to_owned() } else { text }
}

fn written(cell: Cell<'_>) -> String {
    match cell {
        Cell::Empty | Cell::Formula | Cell::Error => String::new(),
        Cell::Text(text) => text.to_owned(),
        Cell::Number(number) => number.to_string(),
        Cell::Date(moment) if moment.time() == jiff::civil::Time::midnight() => moment.date().to_string(),
        Cell::Date(moment) => moment.to_string(),
        Cell::Bool(value) => value.to_string(),
    }
}

/// What is told of a rejected row before its own cells: line, column, reason and what to do.
pub type Told = [String; 4];

/// Writes the rejected rows of one file as CSV: what is told of each, then its cells as they stood. A row with an identity number has
/// only what is told. No cell is one that a spreadsheet program takes for a formula. Semicolons and a byte order mark, as Excel in
/// Swedish wants them.
///
/// # Errors
/// When the file cannot be read or `to` not be written.
pub fn write_rejected(
    mapping: &Mapping,
    path: &Path,
    rejected: &[Rejection],
    heading: &Told,
    tell: impl Fn(&Rejection) -> Told,
    mut to: impl Write,
) -> Result<(), TableError> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let by_line: BTreeMap<u64, &Rejection> = rejected
        .iter()
        .filter(|rejection| *rejection.file == *name)
        .map(|rejection| (rejection.line, rejection))
        .collect();
    to.write_all(b"\xef\xbb\xbf")?;
    let mut writer = csv::WriterBuilder::new().delimiter(b';').flexible(true).from_writer(to);
    for block in mapping.files.iter().filter(|block| block.matches(&name)) {
        let mut table = Table::read(Box::new(File::open(path)?), &block.options.wanting(block.wanted()))?;
        let columns = table.found().columns.clone();
        record(&mut writer, heading.iter().chain(&columns).map(String::as_str))?;
        while let Some(row) = table.next_row()? {
            let Some(rejection) = by_line.get(&row.line()) else { continue };
            let cells = cells_of(row, rejection);
            let told = tell(rejection);
            record(&mut writer, told.iter().chain(&cells).map(String::as_str))?;
        }
        if block.options.sheet.is_none() {
            break;
        }
    }
    writer.flush()?;
    Ok(())
}

/// The cells of a rejected row; none when an identity number stands in it, and stars where the mapping lets a reference look like one.
fn cells_of(row: RowView<'_>, rejection: &Rejection) -> Vec<String> {
    if rejection.reason == Reason::PersonalIdentityNumber || row.problem().is_some() {
        return Vec::new();
    }
    row.cells().map(safe).collect()
}

fn record<'t, W: Write>(writer: &mut csv::Writer<W>, cells: impl Iterator<Item = &'t str>) -> io::Result<()> {
    for cell in cells {
        writer.write_field(unlike_formula(cell).as_bytes())?;
    }
    writer.write_record(None::<&[u8]>)?;
    Ok(())
}

/// A text that no spreadsheet program takes for a formula: one that begins like a formula gets an apostrophe first
/// (OWASP, "CSV Injection").
fn unlike_formula(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}
