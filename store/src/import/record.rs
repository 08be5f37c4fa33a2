//! What an import row says, once its columns are found and its values translated: one record, not yet compared with what is stored.

use std::sync::Arc;

use jiff::civil::Date;
use rules::amount::Share;
use rules::case::Effort;
use rules::period::Period;
use rules::person::{Extent, ReductionSize, Role};

/// One accepted row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Record {
    /// A unit of the organisation tree.
    Unit(UnitRecord),
    /// One employment of one person.
    Employment(EmploymentRecord),
    /// A part of somebody's working time that is not available.
    Reduction(ReductionRecord),
    /// A duty beside the cases.
    Duty(DutyRecord),
    /// A piece of work somebody did for another's case.
    Support(SupportRecord),
    /// One phase of one case, with who holds it.
    Phase(PhaseRecord),
    /// Something that happened on a case.
    Event(EventRecord),
}

/// What one row says: one record, or several where phases of a case stand side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Records {
    /// The first, often the only one.
    pub first: Record,
    /// Those after it.
    pub rest: Vec<Record>,
}

impl Records {
    /// A row with one record.
    #[must_use]
    pub const fn one(record: Record) -> Self {
        Self {
            first: record,
            rest: Vec::new(),
        }
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Record> {
        std::iter::once(&self.first).chain(&self.rest)
    }
}

impl IntoIterator for Records {
    type Item = Record;
    type IntoIter = std::iter::Chain<std::iter::Once<Record>, std::vec::IntoIter<Record>>;

    fn into_iter(self) -> Self::IntoIter {
        std::iter::once(self.first).chain(self.rest)
    }
}

/// A unit of the organisation tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitRecord {
    /// Code, unique in the municipality.
    pub code: String,
    /// Name; the code where the file has none.
    pub name: String,
    /// Code of the unit above; none for the top.
    pub parent: Option<String>,
}

/// One employment of one person. A person with several employments has several rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmploymentRecord {
    /// Employment number: what other files call the person by.
    pub person: String,
    /// Other names that other files use for the same person: a signature, a user name, an e-mail address.
    pub also_known_as: Vec<String>,
    /// Name, as shown.
    pub name: String,
    /// E-mail address.
    pub email: Option<String>,
    /// Degree, as the mapping translates it.
    pub degree: Option<String>,
    /// Since when in the profession.
    pub in_profession_since: Option<Date>,
    /// Code of the unit.
    pub unit: Option<String>,
    /// Title, as it stands in the file.
    pub title: Option<String>,
    /// What the title means.
    pub role: Role,
    /// Form of employment, as the mapping translates it.
    pub form: Option<String>,
    /// How much the person works.
    pub extent: Extent,
    /// When.
    pub period: Period,
    /// Why it ended, as the mapping translates it.
    pub end_reason: Option<String>,
}

/// A part of somebody's working time that is not available.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReductionRecord {
    /// Employment number or other known name.
    pub person: String,
    /// Kind, an id of the weight model.
    pub kind: String,
    /// How much; none takes the model's.
    pub size: Option<ReductionSize>,
    /// When.
    pub period: Period,
}

/// A duty beside the cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DutyRecord {
    /// Employment number or other known name.
    pub person: String,
    /// Kind, an id of the weight model.
    pub kind: String,
    /// When.
    pub period: Period,
}

/// A piece of work somebody did for another's case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SupportRecord {
    /// Who did it.
    pub helper: String,
    /// Whose case it was.
    pub owner: String,
    /// Kind, an id of the weight model.
    pub kind: String,
    /// How many pieces.
    pub count: u32,
    /// When it was done.
    pub on: Date,
}

/// One phase of one case, with who holds it.
///
/// A list has many of these, so what repeats from row to row is shared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhaseRecord {
    /// The source system's reference of the case.
    pub reference: String,
    /// Case type, an id of the weight model.
    pub case_type: Arc<str>,
    /// Phase, an id of the weight model; none where the type has no phases.
    pub phase: Option<Arc<str>>,
    /// Code of the unit that has the case.
    pub unit: Option<Arc<str>>,
    /// When the case came in.
    pub received: Option<Date>,
    /// From the phase's start until the day it was closed, on which it no longer counts.
    pub period: Period,
    /// Main caseworker; none while it is unallocated.
    pub main: Option<Arc<str>>,
    /// Co-handlers, each with an agreed share or the model's.
    pub co: Vec<(Arc<str>, Option<Share>)>,
    /// Neutral effort factors. A flag that is not set and a factor that is not known are left out alike.
    pub effort: Arc<Effort>,
    /// Siblings carry the same mark.
    pub sibling_group: Option<String>,
    /// Last day of a decided extension.
    pub extended_to: Option<Date>,
}

/// Something that happened on a case, for the clocks of the law.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventRecord {
    /// The source system's reference of the case.
    pub reference: String,
    /// What, an id of the law's words.
    pub kind: String,
    /// The day; for an extension, of the decision.
    pub on: Date,
    /// For an extension: the duty, an id of the law; none where the case has only one that can be extended.
    pub duty: Option<String>,
    /// For an extension: the last day of the longer time.
    pub until: Option<Date>,
}
