//! The law as data: acts with their duties, and the words for what happens on a case. The files are in `law/`; a municipality may have
//! its own beside the program.

use std::collections::{BTreeMap, HashSet};

use jiff::civil::Date;
use serde::Deserialize;

use crate::calendar::Length;

/// The event that extends a time.
pub const EXTENSION: &str = "extension-decided";

/// The files that come with the product: name and text.
const SHIPPED: [(&str, &str); 5] = [
    ("words.toml", include_str!("../../../law/words.toml")),
    ("sol-2001.toml", include_str!("../../../law/sol-2001.toml")),
    ("sol-2025.toml", include_str!("../../../law/sol-2025.toml")),
    ("lvu.toml", include_str!("../../../law/lvu.toml")),
    ("fl.toml", include_str!("../../../law/fl.toml")),
];

/// How long a duty leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Time {
    /// *Genast*: on the very day.
    AtOnce,
    /// No fixed time: by need.
    ByNeed,
    /// A fixed time.
    Fixed(Length),
}

impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        match text.as_str() {
            "at once" => Ok(Self::AtOnce),
            "by need" => Ok(Self::ByNeed),
            _ => Length::try_from(text).map(Self::Fixed).map_err(serde::de::Error::custom),
        }
    }
}

/// While something else goes on, between two events.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Between {
    /// Event with which it begins.
    pub begin: String,
    /// Event with which it is over.
    pub end: String,
}

/// A duty of an act: one row of its file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Duty {
    /// Id, the same in the act before and in the one after.
    pub id: String,
    /// The act, short: `SoL 2025:400`. The file says it once for all its rows.
    #[serde(skip)]
    pub act: String,
    /// The section: `20 kap. 2 §`.
    pub section: String,
    /// What it is, in Swedish.
    pub sv: String,
    /// What it is, in English.
    pub en: String,
    /// First day on which the duty can arise by this row; none: always.
    #[serde(default, deserialize_with = "day")]
    pub valid_from: Option<Date>,
    /// The day from which it no longer arises by this row.
    #[serde(default, deserialize_with = "day")]
    pub valid_to: Option<Date>,
    /// The event with which it arises.
    pub starts: String,
    /// Events from the latest of which the time is counted, where that is not the event it arises with.
    #[serde(default)]
    pub counted_from: Vec<String>,
    /// Events by which it is kept.
    pub kept_by: Vec<String>,
    /// Events after which nothing is to be done any more.
    #[serde(default)]
    pub falls_with: Vec<String>,
    /// While this goes on the duty does not arise.
    pub not_between: Option<Between>,
    /// How long it leaves.
    pub length: Time,
    /// How long it leaves each further time, counted from when it was kept; none where it does not return.
    pub every: Option<Time>,
    /// The reasons that an extension needs, in the words of the act; none where the time cannot be extended.
    pub extension: Option<String>,
    /// Whether a last day that is a day off moves to the next working day, by section 2 of lagen (1930:173).
    #[serde(default)]
    pub moves: bool,
}

impl Duty {
    /// Whether it arises by this row on `day`.
    #[must_use]
    pub fn is_valid(&self, day: Date) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_to.is_none_or(|to| day < to)
    }
}

/// What an event is called.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Word {
    /// Id.
    pub id: String,
    /// In Swedish.
    pub sv: String,
    /// In English.
    pub en: String,
}

/// What the first and the closing day of a phase mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhaseMeaning {
    /// The event of its first day.
    pub begins: Option<String>,
    /// The event of the day it is closed.
    pub ends: Option<String>,
}

/// All duties and words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Law {
    duties: Vec<Duty>,
    words: Vec<Word>,
    phases: BTreeMap<String, PhaseMeaning>,
}

/// What is wrong in the law's files.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LawError {
    /// No such TOML.
    #[error("{file}, line {line}: {message}")]
    Toml {
        /// File.
        file: String,
        /// Line, from 1; 0 where the parser names none.
        line: usize,
        /// The parser's words.
        message: String,
    },
    /// A file of a later program.
    #[error("{file} is of format {format}; this program reads format 1")]
    Format {
        /// File.
        file: String,
        /// Its format.
        format: u32,
    },
    /// An event that no `[[event]]` names.
    #[error("{file}, {duty}: {field} names the event \"{event}\", which no [[event]] describes")]
    UnknownEvent {
        /// File.
        file: String,
        /// Duty.
        duty: String,
        /// Field.
        field: &'static str,
        /// Event.
        event: String,
    },
    /// Two rows of one duty for the same day.
    #[error("{duty} has two rows for the same days, in {first} and in {second}: end one with valid_to")]
    TwoRows {
        /// Duty.
        duty: String,
        /// Act of the one.
        first: String,
        /// Act of the other.
        second: String,
    },
    /// One id twice.
    #[error("{file} describes \"{id}\" twice")]
    Twice {
        /// File.
        file: String,
        /// Id.
        id: String,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default = "first_format")]
    format: u32,
    #[serde(default)]
    act: String,
    #[serde(default)]
    #[expect(dead_code, reason = "for whoever reads the file")]
    title: String,
    #[serde(default)]
    duty: Vec<Duty>,
    #[serde(default)]
    event: Vec<Word>,
    #[serde(default)]
    phase: Vec<PhaseRow>,
}

const fn first_format() -> u32 {
    1
}

/// TOML has days of its own.
fn day<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    let written = toml::value::Datetime::deserialize(deserializer)?;
    if written.time.is_some() {
        return Err(serde::de::Error::custom("a day has no time of day"));
    }
    written.to_string().parse().map(Some).map_err(serde::de::Error::custom)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PhaseRow {
    ids: Vec<String>,
    begins: Option<String>,
    ends: Option<String>,
}

impl Law {
    /// Reads the law from files: name and text of each.
    ///
    /// # Errors
    /// [`LawError`]: where and what.
    pub fn parse<'f>(files: impl IntoIterator<Item = (&'f str, &'f str)>) -> Result<Self, LawError> {
        let (mut duties, mut words, mut phases) = (Vec::new(), Vec::<Word>::new(), BTreeMap::new());
        let mut named = Vec::new();
        for (name, text) in files {
            let file: File = toml::from_str(text).map_err(|error| LawError::Toml {
                file: name.to_owned(),
                line: error.span().map_or(0, |span| text[..span.start].matches('\n').count() + 1),
                message: error.message().to_owned(),
            })?;
            if file.format != 1 {
                return Err(LawError::Format {
                    file: name.to_owned(),
                    format: file.format,
                });
            }
            for word in file.event {
                if words.iter().any(|known| known.id == word.id) {
                    return Err(LawError::Twice {
                        file: name.to_owned(),
                        id: word.id,
                    });
                }
                words.push(word);
            }
            for row in file.phase {
                for id in row.ids {
                    let meaning = PhaseMeaning {
                        begins: row.begins.clone(),
                        ends: row.ends.clone(),
                    };
                    if phases.insert(id.clone(), meaning).is_some() {
                        return Err(LawError::Twice {
                            file: name.to_owned(),
                            id,
                        });
                    }
                }
            }
            named.extend(file.duty.iter().map(|_| name.to_owned()));
            duties.extend(file.duty.into_iter().map(|duty| Duty {
                act: file.act.clone(),
                ..duty
            }));
        }
        let law = Self { duties, words, phases };
        law.check(&named)?;
        Ok(law)
    }

    /// The law that comes with the product.
    ///
    /// # Errors
    /// [`LawError`], which the tests rule out.
    pub fn shipped() -> Result<Self, LawError> {
        Self::parse(SHIPPED)
    }

    /// Every duty by every row, in the order of the files.
    #[must_use]
    pub fn duties(&self) -> &[Duty] {
        &self.duties
    }

    /// The row of a duty for what arises on `day`.
    #[must_use]
    pub fn duty(&self, id: &str, day: Date) -> Option<&Duty> {
        self.duties.iter().find(|duty| duty.id == id && duty.is_valid(day))
    }

    /// What happens on a case, in the order of the file.
    #[must_use]
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// What an event is called.
    #[must_use]
    pub fn word(&self, id: &str) -> Option<&Word> {
        self.words.iter().find(|word| word.id == id)
    }

    /// What the first and the closing day of a phase mean; nothing for a phase that the files do not name.
    #[must_use]
    pub fn phase(&self, id: &str) -> Option<&PhaseMeaning> {
        self.phases.get(id)
    }

    /// Whether the days of phases, which every case system has, can say that a duty was kept; anything else must be recorded.
    #[must_use]
    pub fn is_told_by_phases(&self, duty: &Duty) -> bool {
        let told = |event: &String| {
            self.phases
                .values()
                .any(|phase| phase.begins.as_ref() == Some(event) || phase.ends.as_ref() == Some(event))
        };
        duty.kept_by.iter().any(told)
    }

    fn check(&self, files: &[String]) -> Result<(), LawError> {
        let known: HashSet<&str> = self.words.iter().map(|word| word.id.as_str()).collect();
        for (duty, file) in self.duties.iter().zip(files) {
            let between = duty.not_between.iter().flat_map(|between| [&between.begin, &between.end]);
            let named = std::iter::once(("starts", &duty.starts))
                .chain(duty.counted_from.iter().map(|event| ("counted_from", event)))
                .chain(duty.kept_by.iter().map(|event| ("kept_by", event)))
                .chain(duty.falls_with.iter().map(|event| ("falls_with", event)))
                .chain(between.map(|event| ("not_between", event)));
            if let Some((field, event)) = named.into_iter().find(|(_, event)| !known.contains(event.as_str())) {
                return Err(LawError::UnknownEvent {
                    file: file.clone(),
                    duty: duty.id.clone(),
                    field,
                    event: event.clone(),
                });
            }
        }
        for (id, meaning) in &self.phases {
            let named = [("begins", &meaning.begins), ("ends", &meaning.ends)];
            for (field, event) in named.into_iter().filter_map(|(field, event)| Some((field, event.as_ref()?))) {
                if !known.contains(event.as_str()) {
                    return Err(LawError::UnknownEvent {
                        file: "[[phase]]".to_owned(),
                        duty: id.clone(),
                        field,
                        event: event.clone(),
                    });
                }
            }
        }
        for (place, one) in self.duties.iter().enumerate() {
            let other = self.duties[place + 1..]
                .iter()
                .find(|other| other.id == one.id && are_for_one_day(one, other));
            if let Some(other) = other {
                return Err(LawError::TwoRows {
                    duty: one.id.clone(),
                    first: one.act.clone(),
                    second: other.act.clone(),
                });
            }
        }
        Ok(())
    }
}

fn are_for_one_day(one: &Duty, other: &Duty) -> bool {
    let from = one.valid_from.max(other.valid_from);
    let to = match (one.valid_to, other.valid_to) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    };
    from.is_none() || to.is_none() || from < to
}
