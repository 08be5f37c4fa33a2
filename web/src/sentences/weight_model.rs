//! Faults in a model file.

use rules::weight_model::{ModelError, Problem};

use super::{Arguments, Say, plain};

/// Keys whose values are whole numbers.
const WHOLE: [&str; 7] = ["below_months", "months", "free", "days", "count", "exceptional", "weeks"];

/// Every fault in a model file, each as `file:line:column: sentence` with what to write instead.
#[must_use]
pub fn model(error: &ModelError, file: &str, language: &impl Say) -> Vec<String> {
    let sentence = |(place, problem): &(_, Problem)| {
        let rules::weight_model::Place { line, column } = place;
        format!("{file}:{line}:{column}: {}", problem_in(problem, language))
    };
    error.problems.iter().map(sentence).collect()
}

/// What is wrong at one place of a model file, and what to write instead.
#[must_use]
pub fn problem_in(problem: &Problem, language: &impl Say) -> String {
    let (id, arguments) = words(problem, language);
    language.say(id, &arguments)
}

/// The id of the sentence about a problem, and what it is filled in with.
fn words(problem: &Problem, language: &impl Say) -> (&'static str, Arguments<'static>) {
    let at = |table: &str, key: &str| vec![("table", table_name(table, language).into()), ("key", plain(key))];
    let and = |mut arguments: Arguments<'static>, more: Arguments<'static>| {
        arguments.extend(more);
        arguments
    };
    match problem {
        Problem::NotToml { message } => ("toml-syntax", vec![("message", plain(message))]),
        Problem::MissingKey { table, key } => {
            let example = language.say("model-example", &[("key", (*key).into())]);
            ("model-missing-key", and(at(table, key), vec![("example", example.into())]))
        }
        Problem::UnknownKey { table, key, nearest } if nearest.is_empty() => ("model-unknown-key", at(table, key)),
        Problem::UnknownKey { table, key, nearest } => (
            "model-unknown-key-like",
            and(at(table, key), vec![("nearest", plain(nearest))]),
        ),
        Problem::WrongKind { table, key, expected } => {
            let expected = language.say("model-expected", &[("expected", (*expected).into())]);
            ("model-wrong-kind", and(at(table, key), vec![("expected", expected.into())]))
        }
        Problem::OutOfRange { key, .. } if key == "format" => ("model-format", vec![]),
        Problem::OutOfRange { table, key, least, most } => {
            let is_whole = WHOLE.contains(&key.as_str());
            let id = if is_whole {
                "model-out-of-range-whole"
            } else {
                "model-out-of-range"
            };
            (id, and(at(table, key), vec![("least", plain(least)), ("most", plain(most))]))
        }
        Problem::TooManyDecimals { table, key, decimals } => (
            "model-too-many-decimals",
            and(at(table, key), vec![("decimals", (*decimals).into())]),
        ),
        Problem::UnknownWord { key, found, allowed } => (
            "model-unknown-word",
            vec![("key", plain(key)), ("found", plain(found)), ("allowed", plain(allowed))],
        ),
        Problem::TwoRows {
            case_type,
            phase,
            first_line,
        } => {
            let id = if phase.is_empty() {
                "model-two-rows-any-phase"
            } else {
                "model-two-rows"
            };
            let (case_type, line) = (("type", plain(case_type)), ("line", plain(first_line)));
            (id, vec![case_type, ("phase", plain(phase)), line])
        }
        Problem::TwoWithOneId { table, id, first_line } => {
            let table = table_name(table, language);
            let arguments = vec![("table", table.into()), ("id", plain(id)), ("line", plain(first_line))];
            ("model-two-with-one-id", arguments)
        }
        Problem::NoRows => ("model-no-rows", vec![]),
        Problem::LastLevelHasLimit { id } => ("model-last-level-has-limit", vec![("id", plain(id))]),
        Problem::LevelsOutOfOrder { id } => ("model-levels-out-of-order", vec![("id", plain(id))]),
        Problem::BandsOutOfOrder => ("model-bands-out-of-order", vec![]),
        Problem::FactorWithoutEffect { id } => ("model-factor-without-effect", vec![("id", plain(id))]),
        Problem::NoSuchTypeOrPhase { key, found, nearest } => {
            let id = if nearest.is_empty() {
                "model-no-such-type-or-phase"
            } else {
                "model-no-such-type-or-phase-like"
            };
            (
                id,
                vec![("key", plain(key)), ("found", plain(found)), ("nearest", plain(nearest))],
            )
        }
        Problem::ExceptionalBelowLimit => ("model-exceptional-below-limit", vec![]),
        Problem::TooManyMultipliers { most } => ("model-too-many-multipliers", vec![("most", (*most).into())]),
    }
}

/// A table as it is written in the file.
fn table_name(table: &str, language: &impl Say) -> String {
    match table {
        "" => language.say("model-top", &[]),
        "norm" | "share" | "bands" | "overload" => format!("[{table}]"),
        "level" => "[[norm.level]]".to_owned(),
        other => format!("[[{other}]]"),
    }
}
