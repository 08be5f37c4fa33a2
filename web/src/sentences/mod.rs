//! What is wrong with a file of a weight model, a mapping or an import: what happened, where, and what to do. The program says it on
//! the command line and the pages say it in the browser, in the same words, which stand in `locales/sv.ftl` and `locales/en.ftl`.

mod file;
mod import;
mod mapping;
mod rejection;
mod weight_model;

use fluent_bundle::FluentValue;
use rules::identity_number;

use crate::texts::Tr;

pub use file::file;
pub use import::{file_error, notice, table_error};
pub use mapping::mapping;
pub use rejection::reason;
pub use weight_model::{model, problem_in};

/// Somebody who says sentences in one language.
pub trait Say {
    /// The sentence `id`, filled in with its arguments.
    fn say(&self, id: &str, arguments: &[(&str, FluentValue<'_>)]) -> String;
}

impl Say for Tr {
    fn say(&self, id: &str, arguments: &[(&str, FluentValue<'_>)]) -> String {
        self.fill(id, arguments)
    }
}

/// The variables of a sentence, by name.
type Arguments<'a> = Vec<(&'a str, FluentValue<'a>)>;

/// A text that came in with a file or on the command line, unless it holds an identity number, which is shown nowhere.
pub fn given(text: &str, language: &impl Say) -> FluentValue<'static> {
    without_identity_number(text, language).into()
}

/// Several such texts with commas between.
fn listed(texts: &[String], language: &impl Say) -> FluentValue<'static> {
    let shown: Vec<String> = texts.iter().map(|text| without_identity_number(text, language)).collect();
    shown.join(", ").into()
}

/// The text itself, or the words that stand where an identity number was.
pub fn without_identity_number(text: &str, language: &impl Say) -> String {
    if identity_number::contains(text) {
        language.say("hidden-identity-number", &[])
    } else {
        text.to_owned()
    }
}

/// Something written the same in both languages: a date, a line number.
fn plain(value: &(impl ToString + ?Sized)) -> FluentValue<'static> {
    value.to_string().into()
}

/// What a field of an import is called.
pub fn name_of_field(field: &str, language: &impl Say) -> String {
    language.say("field-name", &[("field", field.to_owned().into())])
}

/// The same, to be filled in.
pub fn field_name(field: &str, language: &impl Say) -> FluentValue<'static> {
    name_of_field(field, language).into()
}
