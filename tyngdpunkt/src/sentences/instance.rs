//! Faults in a file that is to be rebalanced.

use allocate::InstanceError;
use allocate::instance::{Fault, Field};

use super::{Arguments, given, plain};
use crate::language::Language;

/// What is wrong in the file, as `file:line:column: sentence`.
#[must_use]
pub fn instance(error: &InstanceError, file: &str, language: &Language) -> String {
    let named = |field: Field| {
        let id = match field {
            Field::Workers => "rebalance-field-workers",
            Field::Groups => "rebalance-field-groups",
            Field::Capacity => "rebalance-field-capacity",
            Field::Points => "rebalance-field-points",
            Field::Cases => "rebalance-field-cases",
            Field::Holder => "rebalance-field-holder",
            Field::Locked => "rebalance-field-locked",
            Field::AllowedCount => "rebalance-field-allowed-count",
            Field::Allowed => "rebalance-field-allowed",
        };
        ("field", language.text(id, &[]).into())
    };
    let (id, arguments): (&str, Arguments<'_>) = match &error.fault {
        Fault::Missing(field) => ("rebalance-missing", vec![named(*field)]),
        Fault::NotANumber {
            field,
            word,
            least,
            most,
        } => (
            "rebalance-not-a-number",
            vec![
                named(*field),
                ("word", given(word, language)),
                ("least", plain(least)),
                ("most", plain(most)),
            ],
        ),
        Fault::Extra(word) => ("rebalance-extra", vec![("word", given(word, language))]),
        Fault::FewerGroups { promised, found } => (
            "rebalance-fewer-groups",
            vec![("promised", plain(promised)), ("found", plain(found))],
        ),
        Fault::LockedToNobody => ("rebalance-locked-to-nobody", vec![]),
        Fault::Twice(worker) => ("rebalance-twice", vec![("worker", plain(worker))]),
        Fault::TooMuch(most) => ("rebalance-too-much", vec![("most", plain(most))]),
    };
    format!("{file}:{}:{}: {}", error.line, error.column, language.text(id, &arguments))
}
