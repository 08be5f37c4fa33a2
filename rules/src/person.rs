//! People and what bounds the work they can carry: employments, reductions and duties, each dated.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::amount::{Hours, Share};
use crate::period::Period;

/// What somebody is employed to do, as far as the load is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Holds cases: *socialsekreterare*, *handläggare*.
    Caseworker,
    /// Leads a team: *gruppledare*, *1:e socialsekreterare*.
    Supervisor,
    /// Leads units: *enhetschef*, *områdeschef*.
    Head,
    /// Human resources.
    HumanResources,
    /// Relieves caseworkers: *administratör*, *transportör*.
    Relief,
    /// Coordinates around a child: *samordnare*.
    Coordinator,
    /// Any other title.
    Other,
}

/// How much somebody works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Extent {
    /// A share of full time, whatever the model's full-time week is.
    OfFullTime(Share),
    /// Hours a week.
    HoursPerWeek(Hours),
}

/// Somebody's place in a unit, from a day and perhaps until one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Employment {
    /// Code of the unit; none for somebody who is in no unit.
    pub unit: Option<String>,
    /// What the person does there.
    pub role: Role,
    /// How much.
    pub extent: Extent,
    /// When.
    pub period: Period,
}

/// Part of the working time that is not available. No cause is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reduction {
    /// Kind, an id of the weight model.
    pub kind: String,
    /// How much; none takes the share that the model gives the kind, and the whole working time where it gives none.
    pub size: Option<ReductionSize>,
    /// When the reduction first began, also when its size has changed since: a model's expiry is counted from there.
    pub begun: Date,
    /// When it has this size.
    pub period: Period,
}

impl Reduction {
    /// A reduction that has had this size since it began.
    #[must_use]
    pub fn new(kind: impl Into<String>, size: Option<ReductionSize>, period: Period) -> Self {
        Self {
            kind: kind.into(),
            size,
            begun: period.from(),
            period,
        }
    }
}

/// The size of a reduction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReductionSize {
    /// A share of the person's own working time.
    Share(Share),
    /// Hours a week.
    HoursPerWeek(Hours),
}

/// Work that is no case: mentor, student supervisor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duty {
    /// Kind, an id of the weight model.
    pub kind: String,
    /// How many of them.
    pub count: u32,
    /// When.
    pub period: Period,
}

/// A piece of work that one person did for another's case, which moves points for as many days as the model says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Support {
    /// Kind, an id of the weight model.
    pub kind: String,
    /// Given to a colleague, or received from one.
    pub direction: Direction,
    /// How many such pieces.
    pub count: u32,
    /// The day it was done.
    pub on: Date,
}

/// Which way support goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// This person did it for another: points are added.
    Given,
    /// Another did it for this person's case: points are taken off.
    Received,
}

/// The dated facts of one person that decide points and capacity, besides the cases held.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Person {
    /// Employment number or another reference of the source system.
    pub reference: String,
    /// Since when the person has been in the profession; none when it is not known.
    pub in_profession_since: Option<Date>,
    /// Employments, also past and coming.
    pub employments: Vec<Employment>,
    /// Reductions, also past and coming.
    pub reductions: Vec<Reduction>,
    /// Duties, also past and coming.
    pub duties: Vec<Duty>,
    /// Support given and received.
    pub support: Vec<Support>,
}

/// A key that sorts as Swedish does: å, ä and ö come last, in this order; large and small letters are the same.
#[must_use]
pub fn name_order(name: &str) -> Vec<u32> {
    let place = |letter: char| match letter {
        '\u{e5}' => 0x10_000,
        '\u{e4}' | '\u{e6}' => 0x10_001,
        '\u{f6}' | '\u{f8}' => 0x10_002,
        'é' | 'è' | 'ë' | 'ê' => u32::from('e'),
        'ü' => u32::from('y'),
        'á' | 'à' => u32::from('a'),
        other => u32::from(other),
    };
    name.chars().flat_map(char::to_lowercase).map(place).collect()
}
