//! What went wrong, said to the one who can put it right: what happened, where, and what to do. The words are in the locale files.

mod account;
mod caseload;
mod file;
mod import;
mod instance;
mod mapping;
mod rejection;
mod settings;
mod store;
mod weigh;
mod weight_model;

use fluent_bundle::FluentValue;
use rules::identity_number;

use crate::language::Language;

pub use self::account::account;
pub use self::caseload::caseload;
pub use self::file::{file, language};
pub use self::import::{import, notice};
pub use self::instance::instance;
pub use self::mapping::mapping;
pub use self::rejection::reason;
pub use self::settings::{settings, settings_file, texts};
pub use self::store::store;
pub use self::weigh::weigh;
pub use self::weight_model::{adopt, model};

/// The variables of a sentence, by name.
type Arguments<'a> = Vec<(&'a str, FluentValue<'a>)>;

/// A text that came in with a file or on the command line, unless it holds an identity number, which is shown nowhere.
pub fn given(text: &str, language: &Language) -> FluentValue<'static> {
    without_identity_number(text, language).into()
}

/// Several such texts with commas between.
fn listed(texts: &[String], language: &Language) -> FluentValue<'static> {
    let shown: Vec<String> = texts.iter().map(|text| without_identity_number(text, language)).collect();
    shown.join(", ").into()
}

fn without_identity_number(text: &str, language: &Language) -> String {
    if identity_number::contains(text) {
        language.text("hidden-identity-number", &[])
    } else {
        text.to_owned()
    }
}

/// Something written the same in both languages: a date, a line number.
fn plain(value: &(impl ToString + ?Sized)) -> FluentValue<'static> {
    value.to_string().into()
}

/// What a field of an import is called.
fn field_name(field: &str, language: &Language) -> FluentValue<'static> {
    language.text("field-name", &[("field", field.to_owned().into())]).into()
}

#[cfg(test)]
mod tests;
