//! Why a command could not do what it was asked: a sentence for the user, and the exit code for a script.

use std::io;
use std::path::Path;

use rules::caseload::CaseloadError;
use rules::weigh::WeighError;
use rules::weight_model::{ModelError, SeriesError};
use store::StoreError;
use store::import::mapping::MappingError;
use store::import::read::{FileError, Problem};
use store::import::table::TableError;
use store::import::take_in::ImportError;
use store::weight_model::AdoptError;

use crate::exit::Exit;
use crate::language::{Language, LanguageError};
use crate::output::OutputError;
use crate::sentences;

/// Why a command could not do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// How the program ends.
    pub exit: Exit,
    /// What happened, where, and what to do; a line for each thing.
    pub sentence: String,
}

impl Failure {
    /// The database, or a copy of it.
    #[must_use]
    pub fn store(error: &StoreError, language: &Language) -> Self {
        Self {
            exit: exit_of_store(error),
            sentence: sentences::store(error, language),
        }
    }

    /// An import of which nothing was stored.
    #[must_use]
    pub fn import(error: &ImportError, language: &Language) -> Self {
        let exit = match error {
            ImportError::Files(errors) => exit_of_files(errors),
            ImportError::Store(error) => exit_of_store(error),
            ImportError::Older { .. } => Exit::Input,
        };
        Self {
            exit,
            sentence: sentences::import(error, language),
        }
    }

    /// A mapping file that cannot be used.
    #[must_use]
    pub fn mapping(error: &MappingError, file: &str, language: &Language) -> Self {
        Self {
            exit: Exit::Input,
            sentence: sentences::mapping(error, file, language),
        }
    }

    /// A model file that was to be counted with. (`model check`, asked for faults, finds them and ends with [`Exit::Attention`].)
    #[must_use]
    pub fn model(error: &ModelError, file: &str, language: &Language) -> Self {
        Self {
            exit: Exit::Input,
            sentence: sentences::model(error, file, language).join("\n"),
        }
    }

    /// A model that was not adopted.
    #[must_use]
    pub fn adopt(error: &AdoptError, language: &Language) -> Self {
        let exit = match error {
            AdoptError::SameDay { .. } => Exit::Input,
            AdoptError::Store(error) => exit_of_store(error),
        };
        Self {
            exit,
            sentence: sentences::adopt(error, language),
        }
    }

    /// Models of which two would be valid from one day.
    #[must_use]
    pub fn series(error: &SeriesError, language: &Language) -> Self {
        Self {
            exit: Exit::Input,
            sentence: sentences::series(error, language),
        }
    }

    /// A caseload that cannot be weighed.
    #[must_use]
    pub fn caseload(error: &CaseloadError, file: &str, language: &Language) -> Self {
        Self {
            exit: Exit::Input,
            sentence: sentences::caseload(error, file, language),
        }
    }

    /// A case that the model cannot weigh.
    #[must_use]
    pub fn weigh(error: &WeighError, language: &Language) -> Self {
        Self {
            exit: Exit::Input,
            sentence: sentences::weigh(error, language),
        }
    }

    /// A file that cannot be read or written.
    #[must_use]
    pub fn file(file: &Path, error: &io::Error, language: &Language) -> Self {
        Self {
            exit: Exit::of_io(error),
            sentence: sentences::file(&file.display().to_string(), error, language),
        }
    }

    /// Sentences beside the program that cannot be used; said with those within it.
    #[must_use]
    pub fn language(error: &LanguageError, language: &Language) -> Self {
        let exit = match error {
            LanguageError::Unreadable { source, .. } => Exit::of_io(source),
            LanguageError::Malformed { .. } => Exit::Input,
        };
        Self {
            exit,
            sentence: sentences::language(error, language),
        }
    }

    /// An answer that cannot be given in the form or to the file asked for.
    #[must_use]
    pub fn output(error: &OutputError, language: &Language) -> Self {
        Self {
            exit: error.exit(),
            sentence: error.sentence(language),
        }
    }
}

fn exit_of_store(error: &StoreError) -> Exit {
    match error {
        StoreError::LogBroken(_) => Exit::Attention,
        StoreError::BackupDamaged { .. } => Exit::Input,
        StoreError::File { source, .. } => Exit::of_io(source),
        StoreError::DiskFull => Exit::Resource,
        StoreError::CannotOpen { .. }
        | StoreError::NotTyngdpunkt { .. }
        | StoreError::NewerVersion { .. }
        | StoreError::OlderVersion { .. }
        | StoreError::ReadOnly
        | StoreError::ConnectionLost { .. }
        | StoreError::Busy
        | StoreError::Corrupt { .. }
        | StoreError::Refused { .. }
        | StoreError::Unrecorded { .. }
        | StoreError::NotEmpty
        | StoreError::Details(_)
        | StoreError::Unexpected(_) => Exit::Database,
    }
}

/// A machine that gave out weighs more than a file that is wrong.
fn exit_of_files(errors: &[FileError]) -> Exit {
    let gave_out = errors.iter().any(|error| match &error.problem {
        Problem::Table(TableError::Io(source)) => Exit::of_io(source) == Exit::Resource,
        _ => false,
    });
    if gave_out { Exit::Resource } else { Exit::Input }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Locale;

    #[test]
    fn a_script_can_tell_a_wrong_file_from_a_full_disk_and_both_from_a_database_that_is_away() {
        let language = Language::embedded(Locale::English);
        let io = |kind: io::ErrorKind| {
            ImportError::Files(vec![FileError {
                file: "cases.csv".into(),
                problem: Problem::Table(TableError::Io(kind.into())),
            }])
        };
        for (failure, exit) in [
            (Failure::import(&io(io::ErrorKind::NotFound), &language), Exit::Input),
            (Failure::import(&io(io::ErrorKind::StorageFull), &language), Exit::Resource),
            (
                Failure::import(&ImportError::Store(StoreError::DiskFull), &language),
                Exit::Resource,
            ),
            (Failure::store(&StoreError::Busy, &language), Exit::Database),
            (
                Failure::adopt(&AdoptError::Store(StoreError::ReadOnly), &language),
                Exit::Database,
            ),
        ] {
            assert_eq!(failure.exit, exit, "{}", failure.sentence);
        }
    }

    #[test]
    fn a_broken_log_asks_for_a_person_and_a_damaged_copy_for_another_file() {
        let language = Language::embedded(Locale::Swedish);
        let broken = store::log::Broken {
            sequence: 7,
            why: store::log::Why::Changed,
        };
        assert_eq!(Failure::store(&broken.into(), &language).exit, Exit::Attention);
        let damaged = StoreError::BackupDamaged {
            path: "a.backup".into(),
            reason: String::new(),
        };
        assert_eq!(Failure::store(&damaged, &language).exit, Exit::Input);
    }
}
