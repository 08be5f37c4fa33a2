//! The mapping: which column of a municipality's list is which, and how its values translate. Every key is told in `docs/import.md`.

mod parse;

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::Arc;

use super::table::{Footer, Options, heading};
use super::value::Decimal;

pub use parse::{MappingError, MappingProblem};

/// A mapping file.
#[derive(Debug, Clone, PartialEq)]
pub struct Mapping {
    /// Short name, unique among mappings.
    pub id: String,
    /// Title, as shown.
    pub title: String,
    /// Name of the source system; case references are unique within it.
    pub source: String,
    /// Years a date may lie in.
    pub years: RangeInclusive<i16>,
    /// How each list is read.
    pub files: Vec<Arc<FileMapping>>,
}

impl Mapping {
    /// Reads a mapping file.
    ///
    /// # Errors
    /// [`MappingError`] with the line and what to write instead.
    pub fn parse(text: &str) -> Result<Self, MappingError> {
        parse::mapping(text)
    }
}

/// What a list holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The organisation tree.
    Units,
    /// Employments.
    Staff,
    /// Reductions of working time.
    Reductions,
    /// Duties beside the cases.
    Duties,
    /// Support that colleagues gave each other.
    Support,
    /// Cases and their phases.
    Cases,
    /// What happened on cases.
    Events,
}

impl Kind {
    /// Every kind with the name a mapping uses, in the order they are read: what others refer to comes first.
    pub const NAMES: [(&'static str, Self); 7] = [
        ("units", Self::Units),
        ("staff", Self::Staff),
        ("reductions", Self::Reductions),
        ("duties", Self::Duties),
        ("support", Self::Support),
        ("cases", Self::Cases),
        ("events", Self::Events),
    ];

    /// The name a mapping uses.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMES
            .iter()
            .find(|(_, kind)| *kind == self)
            .map_or("", |(name, _)| name)
    }

    /// The fields a list of this kind can have, each with whether it must be there.
    #[must_use]
    pub const fn fields(self) -> &'static [(&'static str, bool)] {
        match self {
            Self::Units => &[("code", true), ("name", false), ("parent", false)],
            Self::Staff => &[
                ("person", true),
                ("also_known_as", false),
                ("name", true),
                ("email", false),
                ("degree", false),
                ("in_profession_since", false),
                ("unit", false),
                ("title", false),
                ("role", true),
                ("form", false),
                ("extent", true),
                ("start", true),
                ("end", false),
                ("last_day", false),
                ("end_reason", false),
            ],
            Self::Reductions => &[
                ("person", true),
                ("kind", true),
                ("size", false),
                ("start", true),
                ("end", false),
                ("last_day", false),
            ],
            Self::Duties => &[
                ("person", true),
                ("kind", true),
                ("start", true),
                ("end", false),
                ("last_day", false),
            ],
            Self::Support => &[
                ("helper", true),
                ("owner", true),
                ("kind", true),
                ("count", false),
                ("on", true),
            ],
            Self::Cases => &[
                ("reference", true),
                ("type", false),
                ("phase", false),
                ("type_and_phase", false),
                ("start", false),
                ("end", false),
                ("last_day", false),
                ("received", false),
                ("extended_to", false),
                ("unit", false),
                ("main", false),
                ("co", false),
                ("co_share", false),
                ("sibling_group", false),
            ],
            Self::Events => &[
                ("reference", true),
                ("event", true),
                ("day", true),
                ("duty", false),
                ("until", false),
            ],
        }
    }
}

/// How one list is read.
#[derive(Debug, Clone, PartialEq)]
pub struct FileMapping {
    /// Name of the file; `*` stands for any characters, `?` for one; case does not matter.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
    /// What is said of the file instead of looked for.
    pub options: Options,
    /// How decimals are written.
    pub decimal: Decimal,
    /// Fields by name.
    pub fields: BTreeMap<String, Field>,
    /// Effort factors by their id in the weight model.
    pub factors: BTreeMap<String, Field>,
    /// Phases that stand side by side in one row.
    pub phases: Vec<PhaseMapping>,
    /// Line of the mapping file where this begins.
    pub line: usize,
}

impl FileMapping {
    /// Whether a file's name (without folders) is meant.
    #[must_use]
    pub fn matches(&self, file_name: &str) -> bool {
        let pattern: Vec<char> = self.name.to_lowercase().chars().collect();
        let name: Vec<char> = file_name.to_lowercase().chars().collect();
        fits(&pattern, &name)
    }

    /// Every field of the list with its name, also those of phases and factors.
    pub fn all_fields(&self) -> impl Iterator<Item = (&str, &Field)> {
        let phases = self.phases.iter().flat_map(|phase| phase.fields.iter());
        self.fields
            .iter()
            .chain(&self.factors)
            .chain(phases)
            .map(|(name, field)| (name.as_str(), field))
    }

    /// Headings that the list must have, as [`heading`] writes them.
    #[must_use]
    pub fn wanted(&self) -> Vec<String> {
        self.all_fields()
            .flat_map(|(_, field)| &field.columns)
            .map(|column| heading(column))
            .collect()
    }
}

/// Whether `name` fits a pattern with `*` and `?`.
fn fits(pattern: &[char], name: &[char]) -> bool {
    match (pattern.first(), name.first()) {
        (None, None) => true,
        (Some('*'), _) => fits(&pattern[1..], name) || (!name.is_empty() && fits(pattern, &name[1..])),
        (Some('?'), Some(_)) => fits(&pattern[1..], &name[1..]),
        (Some(a), Some(b)) if a == b => fits(&pattern[1..], &name[1..]),
        _ => false,
    }
}

/// One phase of several in a row.
#[derive(Debug, Clone, PartialEq)]
pub struct PhaseMapping {
    /// Phase, an id of the weight model.
    pub phase: Arc<str>,
    /// Start, end and what else differs from phase to phase.
    pub fields: BTreeMap<String, Field>,
}

/// The fields that a phase of several in a row can have, each with whether it must be there.
pub const PHASE_FIELDS: [(&str, bool); 5] = [
    ("start", true),
    ("end", false),
    ("last_day", false),
    ("main", false),
    ("unit", false),
];

/// Where a field's value comes from and what it means.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Field {
    /// Columns; several are joined with a space, or are a list where the field is one.
    pub columns: Vec<String>,
    /// The same value for every row.
    pub value: Option<Arc<str>>,
    /// Value for an empty cell.
    pub default: Option<Arc<str>>,
    /// Texts that mean an empty cell, as [`heading`] writes them.
    pub empty: Vec<String>,
    /// What the list's texts (as [`heading`] writes them) mean; without it they stand for themselves.
    pub values: Option<BTreeMap<String, Meaning>>,
    /// What a text means that `values` does not have; without it such a row is rejected.
    pub other: Option<Meaning>,
    /// Unit of an amount.
    pub unit: Option<Unit>,
    /// Pattern of a date.
    pub format: Option<String>,
    /// What parts several values in one cell.
    pub split: Option<String>,
    /// Whether references in this column may look like identity numbers.
    pub identity_numbers_allowed: bool,
    /// What kind of factor it is.
    pub factor: FactorKind,
    /// Line of the mapping file.
    pub line: usize,
}

/// What a text in a list means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// It is so, or not.
    Flag(bool),
    /// How many.
    Count(u32),
    /// An id.
    Text(Arc<str>),
}

/// Unit of an amount of working time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Percent: 75 is three quarters.
    Percent,
    /// A fraction: 0.75 is three quarters.
    Fraction,
    /// Hours a week.
    Hours,
}

/// What kind of effort factor a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FactorKind {
    /// A number of something.
    #[default]
    Count,
    /// Yes or no.
    Flag,
    /// One of the model's levels.
    Level,
}

impl Options {
    /// These options for a list with the headings `wanted`.
    #[must_use]
    pub fn wanting(&self, wanted: Vec<String>) -> Self {
        Self { wanted, ..self.clone() }
    }
}

impl Footer {
    /// A footer whose lines begin with `texts`, however they are written there.
    #[must_use]
    pub fn beginning(texts: &[String]) -> Self {
        Self::Beginning(texts.iter().map(|text| heading(text)).collect())
    }
}
