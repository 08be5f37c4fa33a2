//! Files that cannot be read or written.

use super::{Arguments, plain};
use crate::language::{Language, LanguageError};

pub use web::sentences::file;

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
