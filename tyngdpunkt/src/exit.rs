//! How the program ends: the exit codes a script may rely on.

use std::io;
use std::process::ExitCode;

use crate::language::Language;

/// How a command ended. The numbers are a promise to scripts and never change meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
    /// Done.
    Done = 0,
    /// Done, and something was found that a person must look at: rows an import rejected, a broken link in the log, a fault in a
    /// weight model. A high load is an ordinary answer and no such thing.
    Attention = 1,
    /// The command line is not one the program knows.
    Usage = 2,
    /// A file or an answer given to the program cannot be used; nothing was stored.
    Input = 3,
    /// The database cannot be used: not there, read-only, of a newer version, connection lost.
    Database = 4,
    /// The disk, the memory or another resource of the machine gave out.
    Resource = 5,
}

impl Exit {
    /// Every code, in order.
    pub const ALL: [Self; 6] = [
        Self::Done,
        Self::Attention,
        Self::Usage,
        Self::Input,
        Self::Database,
        Self::Resource,
    ];

    /// The number the shell sees.
    #[must_use]
    pub const fn code(self) -> u8 {
        self as u8
    }

    /// What a failed reading or writing of a file means: the machine gave out, or the file given cannot be used.
    #[must_use]
    pub fn of_io(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull
            | io::ErrorKind::QuotaExceeded
            | io::ErrorKind::FileTooLarge
            | io::ErrorKind::OutOfMemory
            | io::ErrorKind::WriteZero => Self::Resource,
            _ => Self::Input,
        }
    }

    const fn text_id(self) -> &'static str {
        match self {
            Self::Done => "exit-done",
            Self::Attention => "exit-attention",
            Self::Usage => "exit-usage",
            Self::Input => "exit-input",
            Self::Database => "exit-database",
            Self::Resource => "exit-resource",
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}

/// The exit codes with their meaning, a line each, for the end of `--help`.
#[must_use]
pub fn table(language: &Language) -> String {
    let mut lines = vec![language.text("exit-heading", &[])];
    lines.extend(
        Exit::ALL
            .iter()
            .map(|exit| format!("  {}  {}", exit.code(), language.text(exit.text_id(), &[]))),
    );
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Locale;

    #[test]
    fn every_exit_code_is_documented_in_both_languages() {
        for locale in [Locale::Swedish, Locale::English] {
            let language = Language::embedded(locale);
            for (number, exit) in Exit::ALL.iter().enumerate() {
                assert_eq!(usize::from(exit.code()), number);
                assert!(language.has(exit.text_id()), "{} in {locale:?}", exit.text_id());
            }
            assert_eq!(table(&language).lines().count(), 7);
        }
    }

    #[test]
    fn a_full_disk_is_the_machine_and_a_missing_file_is_the_input() {
        assert_eq!(Exit::of_io(&io::ErrorKind::StorageFull.into()), Exit::Resource);
        assert_eq!(Exit::of_io(&io::ErrorKind::NotFound.into()), Exit::Input);
    }
}
