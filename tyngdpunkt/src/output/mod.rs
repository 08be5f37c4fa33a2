//! How an answer is shown: as a table that fits the terminal, or as JSON, CSV or a spreadsheet for other programs.

mod csv;
mod explanation;
mod json;
mod layout;
mod report;
mod table;
mod width;
mod xlsx;

use std::fs::File;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use clap::ValueEnum;

pub use explanation::Explanation;
pub use report::{Cell, Column, Kind, Priority, Report, Tone};
pub use table::Look;

use crate::exit::Exit;
use crate::language::Language;

/// The forms an answer can be given in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For reading on a screen.
    Table,
    /// For programs: stable English keys, exact numbers.
    Json,
    /// For spreadsheets and programs, written so that a spreadsheet in the same language opens it.
    Csv,
    /// A spreadsheet of Office Open XML.
    Xlsx,
}

impl Format {
    /// The form asked for; else the one the name of the file ends with; else a table.
    #[must_use]
    pub fn choose(asked: Option<Self>, file: Option<&Path>) -> Self {
        let extension = file.and_then(Path::extension).and_then(|extension| extension.to_str());
        asked.or_else(|| Self::from_str(extension?, true).ok()).unwrap_or(Self::Table)
    }
}

/// Why an answer could not be given.
#[derive(Debug)]
pub enum OutputError {
    /// A spreadsheet was asked for with nowhere to put it but the screen.
    SpreadsheetToTerminal,
    /// More rows than a sheet holds (1,048,575 beside the heading).
    TooManyRows {
        /// How many there are.
        rows: usize,
    },
    /// The spreadsheet could not be built, for a reason that no other variant names.
    Spreadsheet(rust_xlsxwriter::XlsxError),
    /// The file, or standard output where `file` is none, could not be written.
    Write {
        /// The file.
        file: Option<PathBuf>,
        /// What the system answered.
        source: io::Error,
    },
}

impl std::fmt::Display for OutputError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::SpreadsheetToTerminal => write!(f, "a spreadsheet cannot be shown on a terminal"),
            Self::TooManyRows { rows } => write!(f, "{rows} rows do not fit a sheet"),
            Self::Spreadsheet(error) => write!(f, "spreadsheet: {error}"),
            Self::Write {
                file: Some(file),
                source,
            } => write!(f, "cannot write {}: {source}", file.display()),
            Self::Write { file: None, source } => write!(f, "cannot write: {source}"),
        }
    }
}

impl std::error::Error for OutputError {}

impl OutputError {
    /// The sentence for the user: what happened and what to do.
    #[must_use]
    pub fn sentence(&self, language: &Language) -> String {
        match self {
            Self::SpreadsheetToTerminal => language.text("output-spreadsheet-to-terminal", &[]),
            Self::TooManyRows { rows } => language.text("output-too-many-rows", &[("rows", (*rows).into())]),
            Self::Spreadsheet(error) => language.text("output-spreadsheet", &[("reason", error.to_string().into())]),
            Self::Write {
                file: Some(file),
                source,
            } => {
                let file = file.display().to_string();
                language.text("output-file", &[("file", file.into()), ("reason", source.to_string().into())])
            }
            Self::Write { file: None, source } => language.text("output-stdout", &[("reason", source.to_string().into())]),
        }
    }

    /// The exit code of the command that failed so.
    #[must_use]
    pub fn exit(&self) -> Exit {
        match self {
            Self::SpreadsheetToTerminal => Exit::Usage,
            Self::TooManyRows { .. } => Exit::Input,
            Self::Spreadsheet(_) => Exit::Resource,
            Self::Write { source, .. } => Exit::of_io(source),
        }
    }
}

/// Gives the report to the user: in `file`, or on standard output where there is none.
///
/// A reader who stops reading (`| head`) is no error. Notes that the form has no room for (CSV) go to standard error.
///
/// # Errors
/// [`OutputError`] when the answer cannot be written in that form or to that place.
pub fn deliver(report: &Report, format: Format, file: Option<&Path>, language: &Language) -> Result<(), OutputError> {
    let written = if let Some(path) = file {
        File::create(path).and_then(|file| write_to(report, format, Look::PLAIN, language, file))
    } else {
        let stdout = io::stdout();
        if format == Format::Xlsx && stdout.is_terminal() {
            return Err(OutputError::SpreadsheetToTerminal);
        }
        write_to(
            report,
            format,
            Look::of_stdout(|name| std::env::var(name).ok()),
            language,
            stdout.lock(),
        )
    };
    match written {
        Ok(()) if format == Format::Csv => {
            for note in &report.notes {
                // With standard error closed there is nobody left to tell.
                let _ = writeln!(io::stderr(), "{}", width::printable(note));
            }
            Ok(())
        }
        Ok(()) => Ok(()),
        Err(error) => not_the_reader_leaving(error, file),
    }
}

/// Gives an answer with a shape of its own to a program, as JSON: in `file`, or on standard output where there is none.
///
/// # Errors
/// [`OutputError`] when it cannot be written to that place.
pub fn deliver_json(answer: &impl serde::Serialize, file: Option<&Path>) -> Result<(), OutputError> {
    let write = |to: &mut dyn Write| -> io::Result<()> {
        serde_json::to_writer_pretty(&mut *to, answer).map_err(io::Error::from)?;
        writeln!(to)?;
        to.flush()
    };
    let written = match file {
        Some(path) => File::create(path).and_then(|file| write(&mut io::BufWriter::new(file))),
        None => write(&mut io::BufWriter::new(io::stdout().lock())),
    };
    written.or_else(|error| not_the_reader_leaving(error, file))
}

/// Writes the report in its form; whatever is wrong beside writing travels inside the [`io::Error`].
fn write_to(report: &Report, format: Format, look: Look, language: &Language, to: impl Write) -> io::Result<()> {
    let mut to = io::BufWriter::new(to);
    match format {
        Format::Table => table::write(report, look, language, &mut to)?,
        Format::Json => json::write(report, &mut to)?,
        Format::Csv => csv::write(report, language.locale(), &mut to)?,
        Format::Xlsx => to.write_all(&xlsx::build(report, language).map_err(io::Error::other)?)?,
    }
    to.flush()
}

/// The error as one of output, unless it only says that the reader has gone.
fn not_the_reader_leaving(error: io::Error, file: Option<&Path>) -> Result<(), OutputError> {
    if error.kind() == io::ErrorKind::BrokenPipe {
        return Ok(());
    }
    Err(match error.downcast::<OutputError>() {
        Ok(inner) => inner,
        Err(source) => OutputError::Write {
            file: file.map(Path::to_owned),
            source,
        },
    })
}

#[cfg(test)]
mod tests;
