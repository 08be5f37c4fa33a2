//! Reading a spreadsheet: its unpacked size is checked first, then the chosen sheet is held in a compact form.

use std::collections::HashMap;
use std::io::{BufReader, Read};

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use jiff::civil::{DateTime, Time};
use rules::identity_number;

use super::row::{RowBuffer, StoredCell};
use super::{Input, TableError};
use crate::import::value;

/// All parts of a workbook together may unpack to so much.
const MOST_UNPACKED: u64 = 512 * 1024 * 1024;
/// A part may unpack to so many times its packed size, once it is larger than [`RATIO_FROM`].
const HIGHEST_RATIO: u64 = 100;
const RATIO_FROM: u64 = 1024 * 1024;
/// More parts than any workbook has.
const MOST_PARTS: usize = 10_000;
/// Columns beyond this are not read; a workbook has no more.
const MOST_COLUMNS: u32 = 16_384;

type Workbook = Xlsx<BufReader<Box<dyn Input>>>;

/// Unpacks every part once without keeping it, so that no declared size has to be believed.
///
/// # Errors
/// [`TableError::TooLargeUnpacked`] as soon as a limit is passed.
pub(super) fn check_unpacked_size(input: &mut Box<dyn Input>) -> Result<(), TableError> {
    let too_large = || TableError::TooLargeUnpacked {
        limit_megabytes: MOST_UNPACKED / 1_000_000,
        ratio: HIGHEST_RATIO,
    };
    let bad = |error: zip::result::ZipError| TableError::BadSpreadsheet(error.to_string());
    let mut archive = zip::ZipArchive::new(BufReader::new(input)).map_err(bad)?;
    if archive.len() > MOST_PARTS {
        return Err(too_large());
    }
    let declared: u64 = (0..archive.len())
        .filter_map(|index| archive.by_index_raw(index).ok().map(|part| part.size()))
        .sum();
    if declared > MOST_UNPACKED {
        return Err(too_large());
    }
    let mut total = 0;
    let mut chunk = vec![0; 64 * 1024];
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).map_err(bad)?;
        let highest = part.compressed_size().saturating_mul(HIGHEST_RATIO).max(RATIO_FROM);
        let mut unpacked = 0;
        loop {
            let read = part
                .read(&mut chunk)
                .map_err(|error| TableError::BadSpreadsheet(error.to_string()))? as u64;
            if read == 0 {
                break;
            }
            unpacked += read;
            total += read;
            if unpacked > highest || total > MOST_UNPACKED {
                return Err(too_large());
            }
        }
    }
    Ok(())
}

fn bad(error: &XlsxError) -> TableError {
    TableError::BadSpreadsheet(error.to_string())
}

pub(super) fn open(input: BufReader<Box<dyn Input>>) -> Result<Workbook, TableError> {
    Xlsx::new(input).map_err(|error| bad(&error))
}

/// The sheets to look at: the named one, or the visible ones in order.
pub(super) fn candidates(workbook: &Workbook, chosen: Option<&str>) -> Result<Vec<String>, TableError> {
    let sheets = workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet);
    if let Some(chosen) = chosen {
        let wanted = super::found::heading(chosen);
        let names: Vec<String> = sheets.map(|sheet| sheet.name.clone()).collect();
        return match names.iter().find(|name| super::found::heading(name) == wanted) {
            Some(name) => Ok(vec![name.clone()]),
            None => Err(TableError::NoSuchSheet {
                sheet: chosen.to_owned(),
                sheets: names,
            }),
        };
    }
    Ok(sheets
        .filter(|sheet| sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect())
}

/// One sheet, all its rows.
#[derive(Default)]
pub(super) struct SheetSource {
    /// Texts of all cells; a text that several cells share stands here once.
    text: String,
    cells: Vec<StoredCell>,
    /// For each row: the sheet's row number and where its cells end.
    rows: Vec<(u64, usize)>,
    next: usize,
}

impl SheetSource {
    pub(super) fn restart(&mut self) {
        self.next = 0;
    }

    pub(super) fn advance(&mut self, row: &mut RowBuffer) -> bool {
        let Some((line, end)) = self.rows.get(self.next).copied() else {
            return false;
        };
        let begin = if self.next == 0 { 0 } else { self.rows[self.next - 1].1 };
        self.next += 1;
        row.clear(line);
        row.ambiguous = true;
        for cell in &self.cells[begin..end] {
            row.cells.push(match *cell {
                StoredCell::Text(from, to) => {
                    let start = row.text.len();
                    row.text.push_str(&self.text[from as usize..to as usize]);
                    let stored = place(start, row.text.len());
                    // A line break keeps digits of two cells apart.
                    row.text.push('\n');
                    stored
                }
                other => other,
            });
        }
        true
    }

    fn push(&mut self, row: u32, column: u32, cell: StoredCell) {
        let line = u64::from(row) + 1;
        if self.rows.last().is_none_or(|last| last.0 != line) {
            self.rows.push((line, self.cells.len()));
        }
        let begin = if self.rows.len() < 2 {
            0
        } else {
            self.rows[self.rows.len() - 2].1
        };
        let wanted = begin + column as usize;
        if self.cells.len() < wanted {
            self.cells.resize(wanted, StoredCell::Empty);
        }
        self.cells.push(cell);
        if let Some(last) = self.rows.last_mut() {
            last.1 = self.cells.len();
        }
    }
}

/// Where a text stands; empty where it would lie beyond 4 GB, which the limit on the unpacked size rules out.
fn place(from: usize, to: usize) -> StoredCell {
    match (u32::try_from(from), u32::try_from(to)) {
        (Ok(from), Ok(to)) if from < to => StoredCell::Text(from, to),
        _ => StoredCell::Empty,
    }
}

/// Reads a whole sheet.
pub(super) fn load(workbook: &mut Workbook, name: &str) -> Result<SheetSource, TableError> {
    let is_1904 = workbook.has_1904_epoch();
    let mut reader = workbook.worksheet_cells_reader(name).map_err(|error| bad(&error))?;
    let mut sheet = SheetSource::default();
    // Shared texts are known by where they lie, so each is kept once however many cells show it.
    let mut shared: HashMap<usize, StoredCell> = HashMap::new();
    while let Some(cell) = reader.next_cell_with_formula_metadata().map_err(|error| bad(&error))? {
        let (row, column) = cell.pos;
        if column >= MOST_COLUMNS {
            continue;
        }
        // A formula's last result is not used, but an identity number in it must be found.
        let stored = if cell.formula.is_some() && !is_identity_number(&cell.value) {
            StoredCell::Formula
        } else {
            match cell.value {
                DataRef::SharedString(text) => *shared
                    .entry(text.as_ptr() as usize)
                    .or_insert_with(|| append(&mut sheet.text, text)),
                DataRef::String(ref text) | DataRef::DateTimeIso(ref text) | DataRef::DurationIso(ref text) => {
                    append(&mut sheet.text, text)
                }
                #[expect(clippy::cast_precision_loss, reason = "a spreadsheet's numbers are floating point anyway")]
                DataRef::Int(number) => StoredCell::Number(number as f64),
                DataRef::Float(number) => StoredCell::Number(number),
                DataRef::Bool(value) => StoredCell::Bool(value),
                DataRef::DateTime(date) => stored_date(date, is_1904),
                DataRef::Error(_) => StoredCell::Error,
                DataRef::Empty => continue,
            }
        };
        sheet.push(row, column, stored);
    }
    Ok(sheet)
}

fn is_identity_number(value: &DataRef<'_>) -> bool {
    match value {
        DataRef::SharedString(text) => identity_number::contains(text),
        DataRef::String(text) => identity_number::contains(text),
        DataRef::Float(number) => identity_number::in_number(*number),
        _ => false,
    }
}

fn append(arena: &mut String, text: &str) -> StoredCell {
    let from = arena.len();
    arena.push_str(text);
    place(from, arena.len())
}

/// A date as the workbook counts days; a number that is no day at all is an error.
fn stored_date(date: ExcelDateTime, is_1904: bool) -> StoredCell {
    match value::serial_date(date.as_f64(), is_1904) {
        Some(day) => StoredCell::Date(DateTime::from_parts(day, Time::midnight())),
        None => StoredCell::Error,
    }
}
