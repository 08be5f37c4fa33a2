//! Cases that a model cannot weigh.

use rules::weigh::WeighError;

use super::{Arguments, given};
use crate::language::Language;

/// Why the model cannot weigh a case, and what to do.
#[must_use]
pub fn weigh(error: &WeighError, language: &Language) -> String {
    let given = |text: &str| given(text, language);
    let (id, arguments): (&str, Arguments<'_>) = match error {
        WeighError::NoRow {
            case_type,
            phase: Some(phase),
        } => ("weigh-no-row", vec![("type", given(case_type)), ("phase", given(phase))]),
        WeighError::NoRow { case_type, phase: None } => ("weigh-no-row-without-phase", vec![("type", given(case_type))]),
        WeighError::NoLevel { factor, level } => ("weigh-no-level", vec![("factor", given(factor)), ("level", given(level))]),
        WeighError::WrongValue { factor, value } => {
            ("weigh-wrong-value", vec![("factor", given(factor)), ("value", given(value))])
        }
    };
    language.text(id, &arguments)
}
