//! Why a row is rejected, with all that a sentence about it needs and nothing that must not be shown.

use std::fmt;
use std::sync::Arc;

use jiff::civil::Date;

use super::value::{BadDate, BadNumber};

/// A row that was not accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejection {
    /// Name of the file.
    pub file: Arc<str>,
    /// Line in the file, counted from 1; in a spreadsheet the sheet's row number.
    pub line: u64,
    /// Heading of the column at fault; none when it is the row as a whole.
    pub column: Option<Arc<str>>,
    /// What is wrong.
    pub reason: Reason,
}

/// What is wrong with a row.
///
/// No value is kept of a row with an identity number in it; elsewhere a value is cut after [`LONGEST_SHOWN`] characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// A personal identity or coordination number stands in the row. The number itself is kept nowhere.
    PersonalIdentityNumber,
    /// The bytes are no text in the file's encoding: the file mixes encodings.
    Encoding,
    /// Bytes of the value zero.
    Nul,
    /// Longer than 1 MiB.
    TooLong,
    /// A quotation mark that opens a cell is never closed.
    UnclosedQuote,
    /// Filled cells beyond the last heading: a separator within a value has moved them.
    TooManyCells {
        /// Cells in the row.
        cells: usize,
        /// Headings.
        columns: usize,
    },
    /// A formula where a value is needed.
    Formula,
    /// A spreadsheet's error value.
    CellError,
    /// No reference of the case.
    MissingReference,
    /// No start.
    MissingStart,
    /// Another field that must have a value has none.
    MissingValue {
        /// The field.
        field: &'static str,
    },
    /// Not a date, or outside the years allowed.
    BadDate {
        /// What stands there.
        value: String,
        /// Why it is none.
        why: BadDate,
    },
    /// Not a number that can be meant.
    BadNumber {
        /// What stands there.
        value: String,
        /// Why it is none.
        why: BadNumber,
    },
    /// The end lies before the start.
    EndBeforeStart {
        /// First day.
        start: Date,
        /// The end as the list has it.
        end: Date,
    },
    /// The mapping does not translate this case type, or no weight model has it.
    UnknownCaseType {
        /// What stands there; none when the cell is empty.
        value: Option<String>,
    },
    /// The mapping does not translate this value.
    UnknownValue {
        /// The field.
        field: String,
        /// What stands there.
        value: String,
    },
    /// Nobody of that employment number or other known name. Found when the row is compared with the staff.
    UnknownWorker {
        /// What stands there.
        value: String,
    },
    /// The very same row was accepted before.
    Duplicate,
    /// An earlier row says something else about the same phase of the same case.
    Contradiction,
    /// The unit above this one does not exist.
    UnknownUnit {
        /// The unit above, as it stands there.
        value: String,
    },
    /// No case of the source system has the reference. Found when the row is compared with the cases.
    UnknownCase {
        /// What stands there.
        value: String,
    },
    /// A day after the one on which the list was exported.
    AfterExport {
        /// What stands there.
        day: Date,
        /// The day of the export.
        exported: Date,
    },
    /// A duty or a last day for an event that extends nothing.
    NoExtension,
    /// The unit lies, by way of others, under itself.
    UnitCircle {
        /// The units of the circle, each under the next.
        codes: Vec<String>,
    },
}

/// So many characters of a value are kept.
pub const LONGEST_SHOWN: usize = 40;

/// A value, cut so that it can be shown.
#[must_use]
pub fn shown(value: &str) -> String {
    value.chars().take(LONGEST_SHOWN).collect()
}

impl Reason {
    /// A short, stable code, for interfaces and answer keys.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::PersonalIdentityNumber => "personal_identity_number",
            Self::Encoding => "bad_encoding",
            Self::Nul => "nul_byte",
            Self::TooLong => "too_long",
            Self::UnclosedQuote => "unclosed_quote",
            Self::TooManyCells { .. } => "too_many_cells",
            Self::Formula => "formula",
            Self::CellError => "cell_error",
            Self::MissingReference => "missing_reference",
            Self::MissingStart => "missing_start",
            Self::MissingValue { .. } => "missing_value",
            Self::BadDate { .. } => "bad_date",
            Self::BadNumber { .. } => "bad_number",
            Self::EndBeforeStart { .. } => "end_before_start",
            Self::UnknownCaseType { .. } => "unknown_case_type",
            Self::UnknownValue { .. } => "unknown_value",
            Self::UnknownWorker { .. } => "unknown_worker",
            Self::Duplicate => "duplicate",
            Self::Contradiction => "contradiction",
            Self::UnknownUnit { .. } => "unknown_unit",
            Self::UnknownCase { .. } => "unknown_case",
            Self::AfterExport { .. } => "after_export",
            Self::NoExtension => "no_extension",
            Self::UnitCircle { .. } => "unit_circle",
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::PersonalIdentityNumber => f.write_str(
                "holds a personal identity or coordination number; take it out of the case system's list, or let the mapping allow the one column of references that look alike",
            ),
            Self::Encoding => f.write_str("is written in another encoding than the rest of the file; export the whole list again in one encoding"),
            Self::Nul => f.write_str("holds bytes of the value zero; export the list again, the file is damaged"),
            Self::TooLong => f.write_str("is longer than 1 MiB; export the list again with line breaks between rows"),
            Self::UnclosedQuote => f.write_str("opens a quotation mark that is never closed; close or remove it"),
            Self::TooManyCells { cells, columns } => {
                write!(f, "has {cells} cells under {columns} headings; put values that hold the separator in quotation marks")
            }
            Self::Formula => f.write_str("is a formula; copy the column and paste it as values"),
            Self::CellError => f.write_str("is a spreadsheet error; correct the cell"),
            Self::MissingReference => f.write_str("has no case reference; fill it in"),
            Self::MissingStart => f.write_str("has no start; fill it in"),
            Self::MissingValue { field } => write!(f, "has no {field}; fill it in, or give the mapping a default for it"),
            Self::BadDate { value, why: BadDate::NoDate } => write!(f, "{value} is no date; write it as 2026-10-31"),
            Self::BadDate { value, why: BadDate::OutOfRange } => {
                write!(f, "{value} lies outside the years that the mapping allows; correct it, or change earliest_year or latest_year")
            }
            Self::BadNumber { value, why } => f.write_str(&match why {
                BadNumber::Negative => format!("{value} is below zero; correct it"),
                BadNumber::NotWhole => format!("{value} is no whole number; correct it"),
                BadNumber::TooLarge => format!("{value} is too large; correct it, or the unit in the mapping"),
                BadNumber::NoNumber => format!("{value} is no number; correct it"),
            }),
            Self::EndBeforeStart { start, end } => write!(f, "ends {end}, before it starts {start}; correct one of them"),
            Self::UnknownCaseType { value } => {
                write!(f, "{} is no known case type; add it to values in the mapping", value.as_deref().unwrap_or("an empty cell"))
            }
            Self::UnknownValue { field, value } => write!(f, "{value} is not known for {field}; add it to values in the mapping"),
            Self::UnknownWorker { value } => write!(f, "{value} is nobody among the staff; correct it, or import the staff first"),
            Self::Duplicate => f.write_str("is the very same row as one before; remove one of them"),
            Self::Contradiction => f.write_str("says something else than an earlier row about the same phase of the same case; keep the right one"),
            Self::UnknownUnit { value } => write!(f, "lies under {value}, which is no unit; correct it, or add that unit"),
            Self::UnknownCase { value } => write!(f, "{value} is no case of this system; correct it, or import its list of cases first"),
            Self::AfterExport { day, exported } => {
                write!(f, "{day} lies after the export of {exported}; only what has happened is recorded: correct the day")
            }
            Self::NoExtension => f.write_str("has a duty or a last day, which only an extension has; empty them, or correct the event"),
            Self::UnitCircle { codes } => write!(f, "lies under itself ({}); correct one of the units above", codes.join(" > ")),
        }
    }
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} line {}", self.file, self.line)?;
        if let Some(column) = &self.column {
            write!(f, ", column {column}")?;
        }
        write!(f, ": {}", self.reason)
    }
}
