//! A row: the cells of one line, as text, numbers, dates or something that is not read as it stands.

use std::hash::{DefaultHasher, Hash, Hasher};

use jiff::civil::DateTime;

/// One cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cell<'a> {
    /// Nothing, or only blanks.
    Empty,
    /// Text, without blanks around it.
    Text(&'a str),
    /// A spreadsheet's number.
    Number(f64),
    /// A spreadsheet's date; a number that is formatted as one.
    Date(DateTime),
    /// A spreadsheet's true or false.
    Bool(bool),
    /// A spreadsheet's formula: its last result may be old, so it is not used.
    Formula,
    /// A spreadsheet's error value, or a date that no calendar has.
    Error,
}

/// Why the cells of a row are not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowProblem {
    /// Longer than a row may be.
    TooLong,
    /// A quotation mark that opens a cell is never closed.
    UnclosedQuote,
    /// Bytes that are no text in the file's encoding.
    Encoding,
    /// Bytes of the value zero.
    Nul,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum StoredCell {
    Empty,
    /// From and to in the row's text.
    Text(u32, u32),
    Number(f64),
    Date(DateTime),
    Bool(bool),
    Formula,
    Error,
}

/// The row last read. Cells of text are ranges of one buffer that is used again for the next row.
#[derive(Default)]
pub(super) struct RowBuffer {
    pub(super) line: u64,
    pub(super) text: String,
    pub(super) cells: Vec<StoredCell>,
    pub(super) problem: Option<RowProblem>,
    /// Whether the text alone does not tell where its cells end.
    pub(super) ambiguous: bool,
}

impl RowBuffer {
    pub(super) fn clear(&mut self, line: u64) {
        self.line = line;
        self.text.clear();
        self.cells.clear();
        self.problem = None;
        self.ambiguous = false;
    }

    pub(super) fn view(&self) -> RowView<'_> {
        RowView { row: self }
    }

    /// Whether no cell has content.
    pub(super) fn is_blank(&self) -> bool {
        self.problem.is_none() && self.view().cells().all(|cell| cell == Cell::Empty)
    }

    /// How many cells have content; a row that cannot be read counts as full.
    pub(super) fn filled(&self) -> usize {
        self.filled_up_to(usize::MAX / 4)
    }

    /// How many cells have content, counted no further than to `most`.
    pub(super) fn filled_up_to(&self, most: usize) -> usize {
        if self.problem.is_some() {
            return most;
        }
        self.view().cells().filter(|cell| *cell != Cell::Empty).take(most).count()
    }
}

/// One row of a table.
#[derive(Clone, Copy)]
pub struct RowView<'a> {
    row: &'a RowBuffer,
}

impl<'a> RowView<'a> {
    /// The line in the file on which the row begins, counted from 1; in a spreadsheet the sheet's row number.
    #[must_use]
    pub fn line(self) -> u64 {
        self.row.line
    }

    /// Why the cells are not known, if they are not.
    #[must_use]
    pub fn problem(self) -> Option<RowProblem> {
        self.row.problem
    }

    /// How many cells there are.
    #[must_use]
    pub fn len(self) -> usize {
        self.row.cells.len()
    }

    /// Whether there are no cells.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.row.cells.is_empty()
    }

    /// The cell at `index`, counted from 0; empty beyond the last.
    #[must_use]
    pub fn cell(self, index: usize) -> Cell<'a> {
        match self.row.cells.get(index) {
            None | Some(StoredCell::Empty) => Cell::Empty,
            Some(StoredCell::Text(from, to)) => {
                let text = self.row.text.get(*from as usize..*to as usize).unwrap_or_default();
                let text = trimmed(text);
                if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
            }
            Some(StoredCell::Number(number)) => Cell::Number(*number),
            Some(StoredCell::Date(date)) => Cell::Date(*date),
            Some(StoredCell::Bool(value)) => Cell::Bool(*value),
            Some(StoredCell::Formula) => Cell::Formula,
            Some(StoredCell::Error) => Cell::Error,
        }
    }

    /// The cells, in order.
    pub fn cells(self) -> impl Iterator<Item = Cell<'a>> + use<'a> {
        (0..self.len()).map(move |index| self.cell(index))
    }

    /// All the text of the row at once. Cells follow each other with a separator, a line break or nothing between them.
    #[must_use]
    pub fn text(self) -> &'a str {
        &self.row.text
    }

    /// Whether all content is in the text, as in CSV.
    #[must_use]
    pub fn is_only_text(self) -> bool {
        !self.row.cells.iter().any(|cell| matches!(cell, StoredCell::Number(_)))
    }

    /// 128 bits that are the same for rows with the same cells.
    #[must_use]
    pub fn hash(self) -> u128 {
        let half = |seed: u64| {
            let mut hasher = DefaultHasher::new();
            seed.hash(&mut hasher);
            self.row.text.hash(&mut hasher);
            for (index, cell) in self.row.cells.iter().enumerate() {
                match cell {
                    StoredCell::Text(from, to) if self.row.ambiguous => (index, from, to).hash(&mut hasher),
                    StoredCell::Text(..) | StoredCell::Empty => {}
                    StoredCell::Number(number) => (index, 1, number.to_bits()).hash(&mut hasher),
                    StoredCell::Date(date) => (index, 2, date).hash(&mut hasher),
                    StoredCell::Bool(value) => (index, 3, value).hash(&mut hasher),
                    StoredCell::Formula => (index, 4).hash(&mut hasher),
                    StoredCell::Error => (index, 5).hash(&mut hasher),
                }
            }
            hasher.finish()
        };
        u128::from(half(1)) << 64 | u128::from(half(2))
    }
}

/// The text without blanks around it, at once where its ends are plain letters, as nearly always.
fn trimmed(text: &str) -> &str {
    let is_plain = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
    let bytes = text.as_bytes();
    if is_plain(bytes.first()) && is_plain(bytes.last()) {
        text
    } else {
        text.trim()
    }
}
