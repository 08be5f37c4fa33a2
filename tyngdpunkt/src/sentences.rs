//! What went wrong, as a sentence in the user's language.

use std::fmt::Display;

use crate::exit::Exit;
use crate::failure::Failure;
use crate::language::Language;

pub fn store(error: &store::StoreError, _: &Language) -> Failure {
    Failure {
        exit: Exit::Database,
        sentence: error.to_string(),
    }
}
pub fn import(error: &store::import::take_in::ImportError, _: &Language) -> Failure {
    Failure {
        exit: Exit::Input,
        sentence: error.to_string(),
    }
}
pub fn adopt(error: &store::weight_model::AdoptError, _: &Language) -> Failure {
    Failure {
        exit: Exit::Input,
        sentence: error.to_string(),
    }
}
pub fn mapping(error: &impl Display, _: &str, _: &Language) -> String {
    error.to_string()
}
pub fn model(error: &rules::weight_model::ModelError, file: &str, _: &Language) -> Vec<String> {
    vec![format!("{file}: {error}")]
}
pub fn caseload(error: &impl Display, _: &str, _: &Language) -> String {
    error.to_string()
}
pub fn weigh(error: &impl Display, _: &Language) -> String {
    error.to_string()
}
pub fn reason(error: &impl Display, _: &Language) -> String {
    error.to_string()
}
pub fn notice(notice: &impl std::fmt::Debug, file: &str, _: &Language) -> String {
    format!("{file}: {notice:?}")
}
