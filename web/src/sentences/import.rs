//! Lists that cannot be taken in at all, and what is worth knowing of those that can.

use store::import::read::{FileError, Notice, Problem};
use store::import::table::TableError;

use super::{Arguments, Say, field_name, file, given, listed, plain};

/// Something about a file that is worth knowing and stops nothing.
#[must_use]
pub fn notice(notice: &Notice, file: &str, language: &impl Say) -> String {
    match notice {
        Notice::HeaderOnly => language.say("notice-header-only", &[("file", plain(file))]),
        Notice::IdentityNumbersAllowed { column } => language.say(
            "notice-identity-numbers-allowed",
            &[("file", plain(file)), ("column", given(column, language))],
        ),
    }
}

/// Why a file cannot be taken in at all.
#[must_use]
pub fn file_error(error: &FileError, language: &impl Say) -> String {
    let (id, mut arguments): (&str, Arguments<'_>) = match &error.problem {
        Problem::Table(TableError::Io(source)) => return file(&error.file, source, language),
        Problem::Table(problem) => in_table(problem),
        Problem::MissingColumn {
            field,
            column,
            closest,
            columns,
        } => {
            let mut arguments = column_of(field, column, language);
            if closest.is_empty() {
                arguments.push(("columns", listed(columns, language)));
                ("list-missing-column", arguments)
            } else {
                arguments.push(("closest", listed(closest, language)));
                ("list-missing-column-like", arguments)
            }
        }
        Problem::ColumnTwice { field, column } => ("list-column-twice", column_of(field, column, language)),
        Problem::NotInMapping { names } => ("list-not-in-mapping", vec![("names", plain(&names.join(", ")))]),
    };
    arguments.push(("file", plain(&error.file)));
    language.say(id, &arguments)
}

/// Why a list cannot be read.
#[must_use]
pub fn table_error(error: &TableError, name: &str, language: &impl Say) -> String {
    if let TableError::Io(source) = error {
        return file(name, source, language);
    }
    let (id, mut arguments) = in_table(error);
    arguments.push(("file", given(name, language)));
    language.say(id, &arguments)
}

fn in_table(error: &TableError) -> (&'static str, Arguments<'static>) {
    match error {
        TableError::Io(error) => ("file-other", vec![("reason", plain(error))]),
        TableError::Empty => ("list-empty", vec![]),
        TableError::WrongType(found) => ("list-wrong-type", vec![("type", found.code().into())]),
        TableError::BadSpreadsheet(reason) => ("list-bad-spreadsheet", vec![("reason", plain(reason))]),
        TableError::TooLargeUnpacked { limit_megabytes, ratio } => (
            "list-too-large-unpacked",
            vec![("megabytes", (*limit_megabytes).into()), ("ratio", (*ratio).into())],
        ),
        TableError::NoSuchSheet { sheet, sheets } => (
            "list-no-such-sheet",
            vec![("sheet", plain(sheet)), ("sheets", plain(&sheets.join(", ")))],
        ),
        TableError::NoHeaderLine(line) => ("list-no-header-line", vec![("line", plain(line))]),
    }
}

fn column_of(field: &str, column: &str, language: &impl Say) -> Arguments<'static> {
    vec![("field", field_name(field, language)), ("column", plain(column))]
}
