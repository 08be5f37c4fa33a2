//! What is found by looking at a list: its separator, header line, column names and footer.

use std::io::{self, Cursor, Read, Seek, SeekFrom};

use rules::identity_number;

use super::csv::CsvSource;
use super::row::{Cell, RowBuffer, RowView};
use super::{Encoding, Input, first_rows};

/// The separators that are looked for, the likeliest first.
pub(super) const SEPARATORS: [u8; 4] = [b';', b'\t', b',', b'|'];
/// So much of a file is looked at to find its separator.
const SAMPLE_BYTES: u64 = 64 * 1024;

/// What was found by looking at a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// Encoding; none for a spreadsheet.
    pub encoding: Option<Encoding>,
    /// Separator; none for a spreadsheet.
    pub separator: Option<char>,
    /// Sheet; none for CSV.
    pub sheet: Option<String>,
    /// Line of the header, counted from 1.
    pub header_line: u64,
    /// Lines that are a footer (a total, a remark) and not counted as rows. Complete once all rows are read.
    pub footer_lines: Vec<u64>,
    /// Column headings, white space collapsed.
    pub columns: Vec<String>,
}

/// What lies below the last row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Footer {
    /// To be found by looking: last lines with at most half as many filled cells as rows usually have.
    #[default]
    Look,
    /// Nothing.
    None,
    /// So many lines that are not blank.
    Lines(usize),
    /// Lines whose first filled cell begins with one of these texts, wherever they stand.
    Beginning(Vec<String>),
}

/// What is known of a file beforehand; the rest is found by looking.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Options {
    /// Encoding.
    pub encoding: Option<Encoding>,
    /// Separator, an ASCII character.
    pub separator: Option<u8>,
    /// Name of the sheet.
    pub sheet: Option<String>,
    /// Line of the header, counted from 1.
    pub header_line: Option<u64>,
    /// What lies below the last row.
    pub footer: Footer,
    /// Headings that the header is known by, as [`heading`] writes them.
    pub wanted: Vec<String>,
}

/// A heading as headings are compared: trimmed, lower case, white space and line breaks as one space.
#[must_use]
pub fn heading(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The separator that yields most of the wanted headings, or else the most regular columns.
pub(super) fn look_for_separator(input: &mut Box<dyn Input>, encoding: Encoding, wanted: &[String]) -> io::Result<u8> {
    let mut sample = Vec::new();
    input.seek(SeekFrom::Start(0))?;
    input.by_ref().take(SAMPLE_BYTES).read_to_end(&mut sample)?;
    let mut best = (0, 0, SEPARATORS[0]);
    for separator in SEPARATORS {
        let mut source = CsvSource::new(Box::new(Cursor::new(sample.clone())), encoding, separator)?;
        let rows = first_rows(|row| source.advance(row))?;
        let score = (most_wanted(&rows, wanted), regularity(&rows));
        if score > (best.0, best.1) {
            best = (score.0, score.1, separator);
        }
    }
    Ok(best.2)
}

/// How many rows have the commonest number of cells, times the separators in each.
fn regularity(rows: &[RowBuffer]) -> usize {
    rows.iter()
        .map(|row| {
            let alike = rows.iter().filter(|other| other.cells.len() == row.cells.len()).count();
            alike * row.cells.len().saturating_sub(1)
        })
        .max()
        .unwrap_or(0)
}

/// How many wanted headings the row with most of them has.
pub(super) fn most_wanted(rows: &[RowBuffer], wanted: &[String]) -> usize {
    rows.iter().map(|row| count_wanted(row.view(), wanted)).max().unwrap_or(0)
}

fn count_wanted(row: RowView<'_>, wanted: &[String]) -> usize {
    row.cells()
        .filter(|cell| matches!(cell, Cell::Text(text) if wanted.contains(&heading(text))))
        .count()
}

/// The line of the first row that has most of the wanted headings; without any, of the first row that is wide and all words.
pub(super) fn look_for_header(rows: &[RowBuffer], wanted: &[String]) -> u64 {
    let most = most_wanted(rows, wanted);
    let widest = rows
        .iter()
        .filter(|row| row.problem.is_none())
        .map(RowBuffer::filled)
        .max()
        .unwrap_or(0);
    let is_wide = |row: &&RowBuffer| row.problem.is_none() && row.filled() * 5 >= widest * 3;
    let found = if most > 0 {
        rows.iter().find(|row| count_wanted(row.view(), wanted) == most)
    } else {
        rows.iter()
            .find(|row| is_wide(row) && row.view().cells().all(is_word))
            .or_else(|| rows.iter().find(is_wide))
    };
    found.or(rows.first()).map_or(1, |row| row.line)
}

/// Whether a cell can be a heading.
fn is_word(cell: Cell<'_>) -> bool {
    match cell {
        Cell::Text(text) => text.chars().any(char::is_alphabetic),
        Cell::Empty => true,
        _ => false,
    }
}

/// The headings, without what must not be shown: where the header is missing, a row of data stands in its place.
pub(super) fn column_names(row: RowView<'_>) -> Vec<String> {
    row.cells()
        .map(|cell| match cell {
            Cell::Text(text) if identity_number::contains(text) => "***".to_owned(),
            Cell::Number(number) if identity_number::in_number(number) => "***".to_owned(),
            Cell::Text(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
            Cell::Number(number) => number.to_string(),
            _ => String::new(),
        })
        .collect()
}

/// How many filled cells the middle one of the first rows below the header has.
pub(super) fn typical_filled(rows: &[RowBuffer], header: u64) -> usize {
    let mut filled: Vec<usize> = rows
        .iter()
        .filter(|row| row.line > header && row.problem.is_none())
        .map(RowBuffer::filled)
        .collect();
    filled.sort_unstable();
    filled.get(filled.len() / 2).copied().unwrap_or(0)
}

/// Whether the first filled cell begins with one of `texts` (written as [`heading`] does).
pub(super) fn begins_with_one_of(row: RowView<'_>, texts: &[String]) -> bool {
    match row.cells().find(|cell| *cell != Cell::Empty) {
        Some(Cell::Text(text)) => {
            let text = heading(text);
            texts.iter().any(|beginning| text.starts_with(beginning.as_str()))
        }
        _ => false,
    }
}
