//! Cases: what is weighed. A case is a reference, a type, its phases and neutral effort factors; never anything about the client.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::amount::Share;
use crate::period::Period;

/// What is known of one effort factor of a case.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(untagged)]
pub enum FactorValue {
    /// It is so, or not.
    Flag(bool),
    /// How many.
    Count(u32),
    /// One of the model's levels.
    Level(String),
}

impl fmt::Display for FactorValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Flag(flag) => flag.fmt(f),
            Self::Count(count) => count.fmt(f),
            Self::Level(level) => level.fmt(f),
        }
    }
}

/// The effort factors of a case, by the factor's id in the weight model. A factor that is not there counts as absent.
pub type Effort = BTreeMap<String, FactorValue>;

/// How a person holds a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// Main caseworker.
    Main,
    /// Co-handler.
    Co,
}

/// What a person holds: one phase of one case, with the days on which this person holds it.
///
/// The period is the overlap of the phase (which no longer counts on the day it was closed), the assignment, and the days on
/// which the effort factors were as stated. Text that many holdings share is shared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holding {
    /// The source system's reference.
    pub reference: Arc<str>,
    /// Case type, an id of the weight model.
    pub case_type: Arc<str>,
    /// Phase, an id of the weight model; none where the type has no phases.
    pub phase: Option<Arc<str>>,
    /// The effort factors in force during the period.
    pub effort: Arc<Effort>,
    /// Main or co-handler.
    pub part: Part,
    /// The agreed share of the case; none takes the model's share for the part.
    pub share: Option<Share>,
    /// How many such cases; more than one only in a summarised caseload.
    pub count: u32,
    /// When it is held.
    pub period: Period,
}
