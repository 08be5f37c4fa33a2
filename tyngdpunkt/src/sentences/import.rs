//! Lists that cannot be taken in at all, and what is worth knowing of those that can.

use ::store::import::read::{FileError, Notice, Problem};
use ::store::import::table::TableError;
use ::store::import::take_in::ImportError;

use super::{Arguments, field_name, file, given, listed, plain, store};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::language::Language;

/// Why nothing was imported; a line for each file at fault.
#[must_use]
pub fn import(error: &ImportError, language: &Language) -> Failure {
    match error {
        ImportError::Files(errors) => {
            let lines: Vec<String> = errors.iter().map(|error| file_error(error, language)).collect();
            Failure {
                exit: exit(errors),
                sentence: lines.join("\n"),
            }
        }
        ImportError::Store(error) => store(error, language),
        ImportError::Older {
            source_system,
            latest,
            exported,
        } => {
            let arguments: Arguments<'_> = vec![
                ("source", plain(source_system)),
                ("latest", plain(latest)),
                ("exported", plain(exported)),
            ];
            Failure {
                exit: Exit::Input,
                sentence: language.text("import-older", &arguments),
            }
        }
    }
}

/// A machine that gave out weighs more than a file that is wrong.
fn exit(errors: &[FileError]) -> Exit {
    let gave_out = errors.iter().any(|error| match &error.problem {
        Problem::Table(TableError::Io(source)) => Exit::of_io(source) == Exit::Resource,
        _ => false,
    });
    if gave_out { Exit::Resource } else { Exit::Input }
}

/// Something about a file that is worth knowing and stops nothing.
#[must_use]
pub fn notice(notice: &Notice, file: &str, language: &Language) -> String {
    match notice {
        Notice::HeaderOnly => language.text("notice-header-only", &[("file", plain(file))]),
        Notice::IdentityNumbersAllowed { column } => language.text(
            "notice-identity-numbers-allowed",
            &[("file", plain(file)), ("column", given(column, language))],
        ),
    }
}

fn file_error(error: &FileError, language: &Language) -> String {
    let (id, mut arguments): (&str, Arguments<'_>) = match &error.problem {
        Problem::Table(TableError::Io(source)) => return file(&error.file, source, language),
        Problem::Table(problem) => table_error(problem),
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
    language.text(id, &arguments)
}

fn table_error(error: &TableError) -> (&'static str, Arguments<'static>) {
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

fn column_of(field: &str, column: &str, language: &Language) -> Arguments<'static> {
    vec![("field", field_name(field, language)), ("column", plain(column))]
}
