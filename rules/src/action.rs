//! Action: what was agreed, who does it, by when, and what came of it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The catalogue that comes with the product.
const SHIPPED: &str = include_str!("../../actions/standard.toml");

/// One kind of action that can be agreed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActionKind {
    /// Id.
    pub id: String,
    /// What it is, in Swedish.
    pub sv: String,
    /// What it is, in English.
    pub en: String,
    /// Whether it is no longer offered; what was agreed by it stays.
    #[serde(default)]
    pub retired: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    action: Vec<ActionKind>,
}

/// Reads a catalogue: TOML with an `[[action]]` for each kind.
///
/// # Errors
/// What the TOML parser says, with line and column.
pub fn catalogue(text: &str) -> Result<Vec<ActionKind>, toml::de::Error> {
    toml::from_str(text).map(|file: File| file.action)
}

/// The catalogue that comes with the product.
#[must_use]
pub fn shipped() -> Vec<ActionKind> {
    catalogue(SHIPPED).unwrap_or_default()
}

/// What came of an action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Outcome {
    /// Not settled yet.
    Open,
    /// Done.
    Done {
        /// When that was settled.
        on: Date,
    },
    /// Not done.
    NotDone {
        /// When that was settled.
        on: Date,
        /// Why.
        why: String,
    },
}

impl Outcome {
    /// Whether it should have been settled before `day`.
    #[must_use]
    pub fn is_late(&self, due: Date, day: Date) -> bool {
        *self == Self::Open && due < day
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_catalogue_that_comes_along_has_a_text_in_both_languages_for_each_kind() {
        let kinds = shipped();
        assert!(kinds.len() >= 7);
        assert!(
            kinds
                .iter()
                .all(|kind| !kind.sv.is_empty() && !kind.en.is_empty() && !kind.retired)
        );
        assert!(catalogue("[[action]]\nid = \"x\"\n").is_err(), "a text is missing");
    }

    #[test]
    fn an_open_action_is_late_from_the_day_after_it_was_due() {
        let due = date(2026, 11, 30);
        assert!(!Outcome::Open.is_late(due, due));
        assert!(Outcome::Open.is_late(due, date(2026, 12, 1)));
        assert!(!Outcome::Done { on: due }.is_late(due, date(2026, 12, 1)));
    }
}
