//! The settings of the pages, and the sentences beside them.

use web::openid::provider::CertificateError;
use web::settings::SettingsError;
use web::texts::TextsError;

use super::{file, plain};
use crate::language::Language;

/// What is wrong with the settings of the pages, and what to do.
#[must_use]
pub fn settings(error: &SettingsError, language: &Language) -> String {
    match error {
        SettingsError::PublicAddress { address } => language.text("settings-public-address", &[("address", plain(address))]),
        SettingsError::Zero { setting } => language.text("settings-zero", &[("setting", plain(*setting))]),
        SettingsError::Issuer { address } => language.text("settings-issuer", &[("address", plain(address))]),
        SettingsError::Missing { setting } => language.text("settings-missing", &[("setting", plain(*setting))]),
        SettingsError::RoleNowhere { value } => language.text("settings-role-nowhere", &[("value", plain(value))]),
        SettingsError::ShortToken { fewest } => language.text("settings-short-token", &[("fewest", plain(fewest))]),
    }
}

/// Where a file of settings cannot be understood; `message` is the reader's own, in English.
#[must_use]
pub fn settings_file(file: &str, line: usize, message: &str, language: &Language) -> String {
    let arguments = [("file", plain(file)), ("line", plain(&line)), ("message", plain(message))];
    language.text("settings-file", &arguments)
}

/// Why the file of certificates for the provider cannot be used.
#[must_use]
pub fn certificates(file: &str, error: &CertificateError, language: &Language) -> String {
    let arguments = [("file", plain(file)), ("reason", plain(&error.to_string()))];
    language.text("settings-certificates", &arguments)
}

/// Why the sentences of the pages beside the program cannot be used.
#[must_use]
pub fn texts(error: &TextsError, language: &Language) -> String {
    match error {
        TextsError::Unreadable { path, source } => file(&path.display().to_string(), source, language),
        TextsError::Malformed { path, line } => {
            let arguments = [("file", plain(&path.display())), ("line", plain(line))];
            language.text("language-malformed", &arguments)
        }
    }
}
