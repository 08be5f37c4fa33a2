//! What went wrong, said to the one who can put it right: what happened, where, and what to do. The words are in the locale files.

mod account;
mod caseload;
mod file;
mod import;
mod instance;
mod settings;
mod store;
mod weigh;
mod weight_model;

use fluent_bundle::FluentValue;
use web::sentences::Say;

use crate::language::Language;

pub use self::account::{account, token};
pub use self::caseload::caseload;
pub use self::file::{file, language};
pub use self::import::{import, notice};
pub use self::instance::instance;
pub use self::settings::{certificates, settings, settings_file, texts};
pub use self::store::store;
pub use self::weigh::weigh;
pub use self::weight_model::adopt;
pub use web::sentences::{given, mapping, model, reason};

/// The variables of a sentence, by name.
type Arguments<'a> = Vec<(&'a str, FluentValue<'a>)>;

impl Say for Language {
    fn say(&self, id: &str, arguments: &[(&str, FluentValue<'_>)]) -> String {
        self.text(id, arguments)
    }
}

/// Something written the same in both languages: a date, a line number.
fn plain(value: &(impl ToString + ?Sized)) -> FluentValue<'static> {
    value.to_string().into()
}

#[cfg(test)]
mod tests;
