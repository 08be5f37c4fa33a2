//! Files that cannot be read or written.

use std::io::{self, ErrorKind};

use super::{Arguments, given, plain};
use crate::language::{Language, LanguageError};

/// Why a file could not be read or written, and what to do.
#[must_use]
pub fn file(file: &str, error: &io::Error, language: &Language) -> String {
    let id = match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => "file-not-found",
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem | ErrorKind::ResourceBusy => "file-no-access",
        ErrorKind::IsADirectory => "file-is-folder",
        ErrorKind::AlreadyExists => "file-exists",
        ErrorKind::InvalidData => "file-not-text",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge | ErrorKind::WriteZero => "file-no-room",
        _ => "file-other",
    };
    language.text(id, &[("file", given(file, language)), ("reason", plain(error))])
}

/// Why the sentences beside the program cannot be used.
#[must_use]
pub fn language(error: &LanguageError, language: &Language) -> String {
    match error {
        LanguageError::Unreadable { path, source } => file(&path.display().to_string(), source, language),
        LanguageError::Malformed { path, line } => {
            let arguments: Arguments<'_> = vec![("file", plain(&path.display())), ("line", plain(line))];
            language.text("language-malformed", &arguments)
        }
    }
}
