//! Faults in a mapping file.

use store::import::mapping::{MappingError, MappingProblem};

use super::{Arguments, Say, given, plain};

/// What is wrong in the mapping file, as `file:line: sentence`.
#[must_use]
pub fn mapping(error: &MappingError, file: &str, language: &impl Say) -> String {
    let (id, arguments): (&str, Arguments<'_>) = match &error.problem {
        MappingProblem::Syntax(message) => ("toml-syntax", vec![("message", plain(message))]),
        MappingProblem::Format => ("mapping-format", vec![]),
        MappingProblem::UnknownKey { key, known } => (
            "mapping-unknown-key",
            vec![("key", given(key, language)), ("known", plain(&known.join(", ")))],
        ),
        MappingProblem::Missing { key } => ("mapping-missing-key", vec![("key", given(key, language))]),
        MappingProblem::WrongType { key, expected } => {
            let expected = language.say("mapping-expected", &[("expected", name_of(expected).into())]);
            (
                "mapping-wrong-type",
                vec![("key", given(key, language)), ("expected", expected.into())],
            )
        }
        MappingProblem::UnknownWord { key, value, known } => (
            "mapping-unknown-word",
            vec![
                ("key", given(key, language)),
                ("value", given(value, language)),
                ("known", plain(&known.join(", "))),
            ],
        ),
        MappingProblem::Both { first, second } => ("mapping-both", vec![("first", plain(first)), ("second", plain(second))]),
        MappingProblem::NoUnit { key } => ("mapping-no-unit", vec![("key", given(key, language))]),
        MappingProblem::AllowedTwice => ("mapping-allowed-twice", vec![]),
    };
    format!("{file}:{}: {}", error.line, language.say(id, &arguments))
}

/// The English words as a name that a sentence can choose by: `a text, a number or a date` is `a-text-a-number-or-a-date`.
fn name_of(words: &str) -> String {
    words.replace(',', "").replace(' ', "-")
}
