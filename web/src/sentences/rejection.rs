//! Rows that an import did not accept.

use store::import::rejection::Reason;
use store::import::value::{BadDate, BadNumber};

use super::{Arguments, Say, field_name, given, plain};

/// Why a row was rejected and what to do; where is told beside it.
#[must_use]
pub fn reason(reason: &Reason, language: &impl Say) -> String {
    let value = |value: &str| vec![("value", given(value, language))];
    let (id, arguments): (&str, Arguments<'_>) = match reason {
        Reason::PersonalIdentityNumber => ("rejected-personal-identity-number", vec![]),
        Reason::Encoding => ("rejected-bad-encoding", vec![]),
        Reason::Nul => ("rejected-nul-byte", vec![]),
        Reason::TooLong => ("rejected-too-long", vec![]),
        Reason::UnclosedQuote => ("rejected-unclosed-quote", vec![]),
        Reason::TooManyCells { cells, columns } => (
            "rejected-too-many-cells",
            vec![("cells", (*cells).into()), ("columns", (*columns).into())],
        ),
        Reason::Formula => ("rejected-formula", vec![]),
        Reason::CellError => ("rejected-cell-error", vec![]),
        Reason::MissingReference => ("rejected-missing-reference", vec![]),
        Reason::MissingStart => ("rejected-missing-start", vec![]),
        Reason::MissingValue { field } => ("rejected-missing-value", vec![("field", field_name(field, language))]),
        Reason::BadDate { value: found, why } => (bad_date(*why), value(found)),
        Reason::BadNumber { value: found, why } => (bad_number(*why), value(found)),
        Reason::EndBeforeStart { start, end } => (
            "rejected-end-before-start",
            vec![("start", plain(start)), ("end", plain(end))],
        ),
        Reason::UnknownCaseType { value: None } => ("rejected-no-case-type", vec![]),
        Reason::UnknownCaseType { value: Some(found) } => ("rejected-unknown-case-type", value(found)),
        Reason::UnknownValue { field, value: found } => {
            let mut arguments = value(found);
            arguments.push(("field", field_name(field, language)));
            ("rejected-unknown-value", arguments)
        }
        Reason::UnknownWorker { value: found } => ("rejected-unknown-worker", value(found)),
        Reason::Duplicate => ("rejected-duplicate", vec![]),
        Reason::Contradiction => ("rejected-contradiction", vec![]),
        Reason::UnknownUnit { value: found } => ("rejected-unknown-unit", value(found)),
        Reason::UnknownCase { value: found } => ("rejected-unknown-case", value(found)),
        Reason::AfterExport { day, exported } => (
            "rejected-after-export",
            vec![("day", plain(day)), ("exported", plain(exported))],
        ),
        Reason::NoExtension => ("rejected-no-extension", vec![]),
        Reason::UnitCircle { codes } => ("rejected-unit-circle", vec![("codes", given(&codes.join(" > "), language))]),
    };
    language.say(id, &arguments)
}

const fn bad_date(why: BadDate) -> &'static str {
    match why {
        BadDate::NoDate => "rejected-no-date",
        BadDate::OutOfRange => "rejected-date-out-of-range",
    }
}

const fn bad_number(why: BadNumber) -> &'static str {
    match why {
        BadNumber::NoNumber => "rejected-no-number",
        BadNumber::Negative => "rejected-negative-number",
        BadNumber::NotWhole => "rejected-not-whole-number",
        BadNumber::TooLarge => "rejected-too-large-number",
    }
}
