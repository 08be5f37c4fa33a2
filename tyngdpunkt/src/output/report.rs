//! An answer before it has a form: titled columns and typed cells, the same for the screen, a file and a program.

use std::borrow::Cow;

use jiff::civil::Date;
use rules::amount::{Hours, MILLION, Points, Share};
use rules::load::Load;

use crate::language::Locale;

/// What a column holds; decides alignment and how a spreadsheet formats it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Text,
    /// How many.
    Count,
    /// Points.
    Points,
    /// A part of a whole, shown as percent.
    Share,
    /// A day.
    Date,
    /// How deep the row is nested (0 outermost). A table shows it by indenting the first column of text, the other forms as a number.
    Depth,
}

impl Kind {
    /// Whether cells stand against the right edge, so that digits of the same worth stand under each other.
    #[must_use]
    pub const fn right_aligned(self) -> bool {
        matches!(self, Self::Count | Self::Points | Self::Share | Self::Depth)
    }
}

/// What is left out first where there is no room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Priority {
    /// Left out first.
    Low,
    /// Left out next.
    Normal,
    /// Left out last.
    High,
    /// Never left out.
    Always,
}

/// A column of a report.
#[derive(Debug, Clone)]
pub struct Column {
    /// The key in JSON: English, `snake_case`, never changed once published.
    pub id: &'static str,
    /// What the reader sees above it.
    pub heading: String,
    /// What it holds.
    pub kind: Kind,
    /// Whether it stays where there is little room.
    pub priority: Priority,
    /// Whether a long text goes on over several lines (true) or is cut with an ellipsis (false).
    pub wraps: bool,
}

impl Column {
    /// A column of normal priority whose long texts are cut.
    #[must_use]
    pub fn new(id: &'static str, heading: impl Into<String>, kind: Kind) -> Self {
        Self {
            id,
            heading: heading.into(),
            kind,
            priority: Priority::Normal,
            wraps: false,
        }
    }

    /// The same column with another priority.
    #[must_use]
    pub fn priority(mut self, priority: Priority) -> Self {
        self.priority = priority;
        self
    }

    /// The same column with long texts going on over several lines.
    #[must_use]
    pub fn wrapping(mut self) -> Self {
        self.wraps = true;
        self
    }
}

/// How a coded word is to be taken. Colour repeats it on a terminal; the word always says it too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Neither good nor bad.
    Plain,
    /// There is room for more (band low).
    Room,
    /// As it should be (band balance).
    Good,
    /// To be watched (band high).
    Watch,
    /// To be acted on (band over).
    Alarm,
}

/// One value.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// No value: empty, or words that say why (`inget utrymme`). Null in JSON.
    None(String),
    /// Words, shown as they are.
    Text(String),
    /// A word with a code that never changes: the word is for people, `code` for programs.
    Term {
        /// The code in JSON: English, `snake_case`.
        code: &'static str,
        /// The word in the reader's language.
        word: String,
        /// How it is to be taken.
        tone: Tone,
    },
    /// How many.
    Count(i64),
    /// Points, exact.
    Points(Points),
    /// Hours, exact.
    Hours(Hours),
    /// A part of a whole; 1 is 100 percent.
    Share(Share),
    /// A load: percent with one decimal for people, points ÷ capacity with four for programs, nothing without capacity.
    Load(Load),
    /// A day.
    Date(Date),
}

impl Cell {
    /// An empty cell.
    pub const EMPTY: Self = Self::None(String::new());

    /// The value as `some` makes it, or an empty cell.
    #[must_use]
    pub fn maybe<T>(value: Option<T>, some: impl FnOnce(T) -> Self) -> Self {
        value.map_or(Self::EMPTY, some)
    }

    /// As a reader sees it: points and hours with at least `decimals` decimals.
    #[must_use]
    pub fn shown(&self, locale: Locale, decimals: usize) -> Cow<'_, str> {
        match self {
            Self::None(text) | Self::Text(text) | Self::Term { word: text, .. } => Cow::Borrowed(text),
            Self::Count(number) => locale.count(*number).into(),
            Self::Points(points) => locale.decimal(points.millionths(), decimals).into(),
            Self::Hours(hours) => locale.decimal(hours.millionths(), decimals).into(),
            Self::Share(share) => locale.percent(*share).into(),
            // Rounded from the exact ratio to what is shown, never twice.
            Self::Load(load) => load
                .rounded(3)
                .map_or(Cow::Borrowed(""), |share| locale.percent(share).into()),
            Self::Date(date) => date.to_string().into(),
        }
    }

    /// How many decimals it takes to show it exactly.
    pub(super) fn decimals(&self) -> usize {
        let mut rest = match self {
            Self::Points(points) => points.millionths() % MILLION,
            Self::Hours(hours) => hours.millionths() % MILLION,
            _ => 0,
        };
        let mut decimals = 0;
        while rest != 0 {
            rest = rest * 10 % MILLION;
            decimals += 1;
        }
        decimals
    }
}

/// An answer: a table with a title and what must be said about it.
#[derive(Debug, Clone)]
pub struct Report {
    /// What it is, for programs: English, `snake_case`, never changed once published.
    pub id: &'static str,
    /// What it is, for the reader.
    pub title: String,
    /// The day the answer holds for.
    pub as_of: Option<Date>,
    /// What else a program must know of the question, by English keys; for the reader it is in the title.
    pub about: Vec<(&'static str, Cell)>,
    /// The columns, from left to right.
    pub columns: Vec<Column>,
    /// The rows, each with a cell for every column.
    pub rows: Vec<Vec<Cell>>,
    /// Totals and the like, with a cell for every column. Not in CSV and spreadsheets, where a sum over the column would count them too.
    pub summary: Vec<Vec<Cell>>,
    /// The id of the column that a table shows as a heading above the rows that share it; rows come sorted by it.
    pub grouped_by: Option<&'static str>,
    /// What the reader must know to read it right, a sentence each.
    pub notes: Vec<String>,
}

impl Report {
    /// A report that has no rows yet.
    #[must_use]
    pub fn new(id: &'static str, title: impl Into<String>, as_of: Option<Date>, columns: Vec<Column>) -> Self {
        Self {
            id,
            title: title.into(),
            as_of,
            about: Vec::new(),
            columns,
            rows: Vec::new(),
            summary: Vec::new(),
            grouped_by: None,
            notes: Vec::new(),
        }
    }

    /// Adds a row. A row that is too short is filled with empty cells.
    pub fn push(&mut self, mut row: Vec<Cell>) {
        debug_assert_eq!(row.len(), self.columns.len(), "a cell for every column");
        row.resize(self.columns.len(), Cell::EMPTY);
        self.rows.push(row);
    }
}
