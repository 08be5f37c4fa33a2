//! Files that cannot be read or written.

use std::io::{self, ErrorKind};

use super::{Say, given, plain};

/// Why a file could not be read or written, and what to do.
#[must_use]
pub fn file(file: &str, error: &io::Error, language: &impl Say) -> String {
    let id = match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => "file-not-found",
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem | ErrorKind::ResourceBusy => "file-no-access",
        ErrorKind::IsADirectory => "file-is-folder",
        ErrorKind::AlreadyExists => "file-exists",
        ErrorKind::InvalidData => "file-not-text",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge | ErrorKind::WriteZero => "file-no-room",
        _ => "file-other",
    };
    language.say(id, &[("file", given(file, language)), ("reason", plain(error))])
}
