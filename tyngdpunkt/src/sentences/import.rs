//! Lists that cannot be taken in at all, and what is worth knowing of those that can.

use ::store::import::read::{FileError, Problem};
use ::store::import::table::TableError;
use ::store::import::take_in::ImportError;

use super::{Arguments, plain, store};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::language::Language;

pub use web::sentences::{file_error, notice};

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
