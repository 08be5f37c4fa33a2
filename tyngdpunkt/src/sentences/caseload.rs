//! Faults in a caseload that is to be weighed.

use rules::caseload::CaseloadError;

use super::{Arguments, given, plain};
use crate::language::Language;

/// What is wrong in the caseload, as `file:line:column: sentence` or, where a person is named instead, `file: sentence`.
#[must_use]
pub fn caseload(error: &CaseloadError, file: &str, language: &Language) -> String {
    let person = |person: &str| ("person", given(person, language));
    let (id, arguments): (&str, Arguments<'_>) = match error {
        CaseloadError::NotCaseload { line, column, message } => {
            let what = language.text("caseload-not-caseload", &[("message", given(message, language))]);
            return format!("{file}:{line}:{column}: {what}");
        }
        CaseloadError::EndBeforeStart { person: who, from, to } => (
            "caseload-end-before-start",
            vec![person(who), ("from", plain(from)), ("to", plain(to))],
        ),
        CaseloadError::Extent { person: who } => ("caseload-extent", vec![person(who)]),
        CaseloadError::ReductionSize { person: who } => ("caseload-reduction-size", vec![person(who)]),
        CaseloadError::OutOfRange {
            person: who,
            field,
            least,
            most,
        } => (
            "caseload-out-of-range",
            vec![
                person(who),
                ("field", plain(field)),
                ("least", plain(least)),
                ("most", plain(most)),
            ],
        ),
    };
    format!("{file}: {}", language.text(id, &arguments))
}
