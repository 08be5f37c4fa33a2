//! Reading a mapping file, with errors that name the line and what to write instead.

use std::collections::BTreeMap;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{FactorKind, Field, FileMapping, Kind, Mapping, Meaning, PHASE_FIELDS, PhaseMapping, Unit};
use crate::import::closest::closest;
use crate::import::table::{Encoding, Footer, Options, heading};
use crate::import::value::Decimal;

/// Why a mapping file cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {problem}")]
pub struct MappingError {
    /// Line of the mapping file, counted from 1.
    pub line: usize,
    /// What is wrong.
    pub problem: MappingProblem,
}

/// What is wrong in a mapping file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MappingProblem {
    /// Not TOML.
    #[error("is not TOML: {0}")]
    Syntax(String),
    /// A format this version does not know.
    #[error("format must be 1; this version reads no other")]
    Format,
    /// A key that means nothing here.
    #[error("unknown key {key}; write one of {}", .known.join(", "))]
    UnknownKey {
        /// The key.
        key: String,
        /// Keys that are known here, the most alike first.
        known: Vec<String>,
    },
    /// A key that must be there.
    #[error("{key} is missing; add it")]
    Missing {
        /// The key.
        key: String,
    },
    /// A value of the wrong kind.
    #[error("{key} must be {expected}")]
    WrongType {
        /// The key.
        key: String,
        /// What it must be.
        expected: &'static str,
    },
    /// A word that means nothing here.
    #[error("{key} = {value} is not known; write one of {}", .known.join(", "))]
    UnknownWord {
        /// The key.
        key: String,
        /// The word.
        value: String,
        /// Words that are known here.
        known: Vec<String>,
    },
    /// Two keys that exclude each other.
    #[error("{first} and {second} exclude each other; keep one")]
    Both {
        /// One key.
        first: &'static str,
        /// The other.
        second: &'static str,
    },
    /// An amount without its unit.
    #[error("{key} needs unit = \"percent\", \"fraction\" or \"hours\"")]
    NoUnit {
        /// The field.
        key: String,
    },
    /// More than one column is to be let through with identity numbers.
    #[error("identity_numbers_allowed may stand on one column in a file only; remove it here")]
    AllowedTwice,
}

type Result<T> = std::result::Result<T, MappingError>;

/// The roles a title can mean.
const ROLES: [&str; 7] = [
    "caseworker",
    "supervisor",
    "head",
    "human_resources",
    "relief",
    "coordinator",
    "other",
];
/// Fields that hold amounts of working time.
const AMOUNTS: [&str; 3] = ["extent", "size", "co_share"];

/// One table of the file.
#[derive(Clone, Copy)]
struct Block<'a> {
    text: &'a str,
    table: &'a DeTable<'a>,
    line: usize,
}

type Entry<'a> = &'a Spanned<DeValue<'a>>;

impl<'a> Block<'a> {
    fn of(self, key: &str, entry: Entry<'a>) -> Result<Self> {
        match entry.get_ref() {
            DeValue::Table(table) => Ok(Block {
                text: self.text,
                table,
                line: self.line_of(entry),
            }),
            _ => Err(self.wrong(key, entry, "a table")),
        }
    }

    fn line_at(self, at: usize) -> usize {
        self.text[..at.min(self.text.len())].matches('\n').count() + 1
    }

    fn line_of(self, entry: Entry<'a>) -> usize {
        self.line_at(entry.span().start)
    }

    fn wrong(self, key: &str, entry: Entry<'a>, expected: &'static str) -> MappingError {
        MappingError {
            line: self.line_of(entry),
            problem: MappingProblem::WrongType {
                key: key.to_owned(),
                expected,
            },
        }
    }

    fn error(self, problem: MappingProblem) -> MappingError {
        MappingError {
            line: self.line,
            problem,
        }
    }

    /// Refuses keys that are not among `known`.
    fn only(self, known: &[&str]) -> Result<()> {
        for key in self.table.keys() {
            if !known.contains(&key.get_ref().as_ref()) {
                let mut sorted = closest(key.get_ref(), known.iter().copied(), known.len());
                sorted.extend(
                    known
                        .iter()
                        .filter(|name| !sorted.contains(&(**name).to_owned()))
                        .map(|name| (*name).to_owned())
                        .collect::<Vec<_>>(),
                );
                return Err(MappingError {
                    line: self.line_at(key.span().start),
                    problem: MappingProblem::UnknownKey {
                        key: key.get_ref().to_string(),
                        known: sorted,
                    },
                });
            }
        }
        Ok(())
    }

    fn string(self, key: &str) -> Result<Option<&'a str>> {
        self.table
            .get(key)
            .map(|entry| {
                entry
                    .get_ref()
                    .as_str()
                    .ok_or_else(|| self.wrong(key, entry, "a text in quotation marks"))
            })
            .transpose()
    }

    fn needed(self, key: &str) -> Result<&'a str> {
        self.string(key)?
            .filter(|text| !text.trim().is_empty())
            .ok_or_else(|| self.error(MappingProblem::Missing { key: key.to_owned() }))
    }

    fn integer(self, key: &str) -> Result<Option<u32>> {
        self.table
            .get(key)
            .map(|entry| integer(entry).ok_or_else(|| self.wrong(key, entry, "a whole number")))
            .transpose()
    }

    fn flag(self, key: &str) -> Result<bool> {
        self.table.get(key).map_or(Ok(false), |entry| {
            entry
                .get_ref()
                .as_bool()
                .ok_or_else(|| self.wrong(key, entry, "true or false"))
        })
    }

    fn word<T: Copy>(self, key: &str, known: &[(&str, T)]) -> Result<Option<T>> {
        let Some(text) = self.string(key)? else {
            return Ok(None);
        };
        match known.iter().find(|(name, _)| name.eq_ignore_ascii_case(text)) {
            Some((_, value)) => Ok(Some(*value)),
            None => Err(self.unknown_word(key, text, known.iter().map(|(name, _)| *name))),
        }
    }

    fn unknown_word<'w>(self, key: &str, value: &str, known: impl Iterator<Item = &'w str>) -> MappingError {
        let line = self.table.get(key).map_or(self.line, |entry| self.line_of(entry));
        let known = known.map(str::to_owned).collect();
        MappingError {
            line,
            problem: MappingProblem::UnknownWord {
                key: key.to_owned(),
                value: value.to_owned(),
                known,
            },
        }
    }

    /// A text or a list of texts.
    fn texts(self, key: &str) -> Result<Option<Vec<String>>> {
        let Some(entry) = self.table.get(key) else {
            return Ok(None);
        };
        let expected = "a text or a list of texts";
        match entry.get_ref() {
            DeValue::String(text) => Ok(Some(vec![text.to_string()])),
            DeValue::Array(items) => items
                .iter()
                .map(|item| {
                    item.get_ref()
                        .as_str()
                        .map(str::to_owned)
                        .ok_or_else(|| self.wrong(key, item, expected))
                })
                .collect::<Result<Vec<_>>>()
                .map(Some),
            _ => Err(self.wrong(key, entry, expected)),
        }
    }

    /// A text, number, date or true/false, as text.
    fn scalar(self, key: &str) -> Result<Option<Arc<str>>> {
        self.table
            .get(key)
            .map(|entry| scalar(entry).ok_or_else(|| self.wrong(key, entry, "a text, a number or a date")))
            .transpose()
    }

    fn blocks(self, key: &str) -> Result<Vec<Self>> {
        let Some(entry) = self.table.get(key) else {
            return Ok(Vec::new());
        };
        match entry.get_ref() {
            DeValue::Array(items) => items.iter().map(|item| self.of(key, item)).collect(),
            _ => Err(self.wrong(key, entry, "a table that may be repeated, written in double brackets")),
        }
    }
}

fn integer(entry: Entry<'_>) -> Option<u32> {
    let integer = entry.get_ref().as_integer()?;
    u32::from_str_radix(integer.as_str(), integer.radix()).ok()
}

fn scalar(entry: Entry<'_>) -> Option<Arc<str>> {
    Some(match entry.get_ref() {
        DeValue::String(text) => text.as_ref().into(),
        DeValue::Integer(number) => number.as_str().into(),
        DeValue::Float(number) => number.as_str().into(),
        DeValue::Boolean(flag) => if *flag { "true" } else { "false" }.into(),
        DeValue::Datetime(date) => date.to_string().into(),
        _ => return None,
    })
}

/// Reads a mapping file.
pub(super) fn mapping(text: &str) -> Result<Mapping> {
    let parsed = DeTable::parse(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        let line = text[..at.min(text.len())].matches('\n').count() + 1;
        MappingError {
            line,
            problem: MappingProblem::Syntax(error.message().to_owned()),
        }
    })?;
    let top = Block {
        text,
        table: parsed.get_ref(),
        line: 1,
    };
    top.only(&["format", "id", "title", "source", "earliest_year", "latest_year", "file"])?;
    if top.integer("format")? != Some(1) {
        let line = top.table.get("format").map_or(1, |entry| top.line_of(entry));
        return Err(MappingError {
            line,
            problem: MappingProblem::Format,
        });
    }
    let year = |key, otherwise: i16| -> Result<i16> {
        let year = top
            .integer(key)?
            .map_or(Some(otherwise), |year| i16::try_from(year).ok().filter(|year| *year < 10_000));
        year.ok_or_else(|| {
            top.table.get(key).map_or_else(
                || top.error(MappingProblem::Format),
                |entry| top.wrong(key, entry, "a year of four digits"),
            )
        })
    };
    let years = year("earliest_year", 1900)?..=year("latest_year", 2100)?;
    let files = top.blocks("file")?;
    if files.is_empty() {
        return Err(top.error(MappingProblem::Missing {
            key: "[[file]]".to_owned(),
        }));
    }
    Ok(Mapping {
        id: top.needed("id")?.to_owned(),
        title: top.needed("title")?.to_owned(),
        source: top.needed("source")?.to_owned(),
        years,
        files: files
            .into_iter()
            .map(|block| file(block).map(Arc::new))
            .collect::<Result<_>>()?,
    })
}

/// Keys of a `[[file]]`; the last ones, [`ONLY_OF_CASES`], only a list of cases can have.
const LIST_KEYS: [&str; 11] = [
    "name",
    "kind",
    "encoding",
    "separator",
    "sheet",
    "header_line",
    "footer",
    "decimal",
    "field",
    "factor",
    "phase",
];
const ONLY_OF_CASES: [&str; 2] = ["factor", "phase"];

fn file(block: Block<'_>) -> Result<FileMapping> {
    block.only(&LIST_KEYS)?;
    let kind = block
        .word("kind", &Kind::NAMES)?
        .ok_or_else(|| block.error(MappingProblem::Missing { key: "kind".to_owned() }))?;
    let fields = match block.table.get("field") {
        Some(entry) => fields(block.of("field", entry)?, kind.fields())?,
        None => {
            return Err(block.error(MappingProblem::Missing {
                key: "[file.field]".to_owned(),
            }));
        }
    };
    let is_cases = kind == Kind::Cases;
    for key in ONLY_OF_CASES {
        if !is_cases && block.table.contains_key(key) {
            block.only(&LIST_KEYS[..LIST_KEYS.len() - ONLY_OF_CASES.len()])?;
        }
    }
    let factors = match block.table.get("factor") {
        Some(entry) => factors(block.of("factor", entry)?)?,
        None => BTreeMap::new(),
    };
    let phases: Vec<PhaseMapping> = block.blocks("phase")?.into_iter().map(phase).collect::<Result<_>>()?;
    if is_cases {
        let line = block.table.get("field").map_or(block.line, |entry| block.line_of(entry));
        check_case(Block { line, ..block }, &fields, !phases.is_empty())?;
    }
    let mapping = FileMapping {
        name: block.needed("name")?.to_owned(),
        kind,
        options: Options {
            encoding: block.word("encoding", &Encoding::NAMES)?,
            separator: separator(block)?,
            sheet: block.string("sheet")?.map(str::to_owned),
            header_line: block.integer("header_line")?.map(u64::from),
            footer: footer(block)?,
            wanted: Vec::new(),
        },
        decimal: block
            .word("decimal", &[("comma", Decimal::Comma), ("point", Decimal::Point)])?
            .unwrap_or_default(),
        fields,
        factors,
        phases,
        line: block.line,
    };
    let second = mapping
        .all_fields()
        .filter(|(_, field)| field.identity_numbers_allowed)
        .nth(1)
        .map(|(_, field)| field.line);
    match second {
        Some(line) => Err(MappingError {
            line,
            problem: MappingProblem::AllowedTwice,
        }),
        None => Ok(mapping),
    }
}

/// A case's type, phase and start can be said in more than one way, but in one only.
fn check_case(block: Block<'_>, fields: &BTreeMap<String, Field>, has_phases: bool) -> Result<()> {
    let has = |key: &str| fields.contains_key(key);
    for (first, second) in [("type", "type_and_phase"), ("phase", "type_and_phase")] {
        if has(first) && has(second) {
            return Err(block.error(MappingProblem::Both { first, second }));
        }
    }
    for second in ["phase", "start", "end", "last_day", "type_and_phase"] {
        if has_phases && has(second) {
            return Err(block.error(MappingProblem::Both {
                first: "[[file.phase]]",
                second,
            }));
        }
    }
    let missing = |key: &str| Err(block.error(MappingProblem::Missing { key: key.to_owned() }));
    if !has("type") && !has("type_and_phase") {
        return missing("type");
    }
    if !has_phases && !has("start") {
        return missing("start");
    }
    Ok(())
}

fn separator(block: Block<'_>) -> Result<Option<u8>> {
    block.word(
        "separator",
        &[(";", b';'), (",", b','), ("\t", b'\t'), ("tab", b'\t'), ("|", b'|')],
    )
}

fn footer(block: Block<'_>) -> Result<Footer> {
    let Some(entry) = block.table.get("footer") else {
        return Ok(Footer::Look);
    };
    if let Some(lines) = integer(entry) {
        return Ok(if lines == 0 {
            Footer::None
        } else {
            Footer::Lines(lines as usize)
        });
    }
    let texts = block.texts("footer").map_err(|_| {
        block.wrong(
            "footer",
            entry,
            "a number of lines or a list of texts that such lines begin with",
        )
    })?;
    Ok(Footer::beginning(&texts.unwrap_or_default()))
}

fn fields(block: Block<'_>, known: &[(&str, bool)]) -> Result<BTreeMap<String, Field>> {
    let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
    block.only(&names)?;
    if let Some((missing, _)) = known
        .iter()
        .find(|(name, needed)| *needed && !block.table.contains_key(*name))
    {
        return Err(block.error(MappingProblem::Missing {
            key: (*missing).to_owned(),
        }));
    }
    if block.table.contains_key("end") && block.table.contains_key("last_day") {
        return Err(block.error(MappingProblem::Both {
            first: "end",
            second: "last_day",
        }));
    }
    names
        .into_iter()
        .filter_map(|name| {
            block
                .table
                .get(name)
                .map(|entry| Ok((name.to_owned(), field(block, name, entry)?)))
        })
        .collect()
}

fn factors(block: Block<'_>) -> Result<BTreeMap<String, Field>> {
    block
        .table
        .iter()
        .map(|(name, entry)| {
            let mut field = field(block, name.get_ref(), entry)?;
            let meaning = field
                .values
                .as_ref()
                .and_then(|values| values.values().next())
                .or(field.other.as_ref());
            field.factor = match (given_factor_kind(block, name.get_ref(), entry)?, meaning) {
                (Some(given), _) => given,
                (None, Some(Meaning::Flag(_))) => FactorKind::Flag,
                (None, Some(Meaning::Text(_))) => FactorKind::Level,
                (None, Some(Meaning::Count(_)) | None) => FactorKind::Count,
            };
            Ok((name.get_ref().to_string(), field))
        })
        .collect()
}

fn given_factor_kind(block: Block<'_>, name: &str, entry: Entry<'_>) -> Result<Option<FactorKind>> {
    match entry.get_ref() {
        DeValue::Table(table) => {
            let block = Block {
                text: block.text,
                table,
                line: block.line_at(entry.span().start),
            };
            block.word(
                "kind",
                &[
                    ("count", FactorKind::Count),
                    ("flag", FactorKind::Flag),
                    ("level", FactorKind::Level),
                ],
            )
        }
        DeValue::String(_) => Ok(None),
        _ => Err(block.error(MappingProblem::WrongType {
            key: name.to_owned(),
            expected: "the name of a column or a table",
        })),
    }
}

fn phase(block: Block<'_>) -> Result<PhaseMapping> {
    let mut known = PHASE_FIELDS.to_vec();
    known.push(("phase", true));
    let mut fields = fields(block, &known)?;
    // The phase stands there as its id, not as a column.
    fields.remove("phase");
    Ok(PhaseMapping {
        phase: block.needed("phase")?.into(),
        fields,
    })
}

fn field<'a>(parent: Block<'a>, name: &str, entry: Entry<'a>) -> Result<Field> {
    let line = parent.line_of(entry);
    if let Some(column) = entry.get_ref().as_str() {
        let field = Field {
            columns: vec![column.to_owned()],
            line,
            ..Field::default()
        };
        return checked(parent, name, field);
    }
    let DeValue::Table(table) = entry.get_ref() else {
        return Err(parent.wrong(name, entry, "the name of a column or a table"));
    };
    let block = Block {
        text: parent.text,
        table,
        line,
    };
    block.only(&[
        "column",
        "columns",
        "value",
        "default",
        "empty",
        "values",
        "other",
        "unit",
        "format",
        "split",
        "identity_numbers_allowed",
        "kind",
    ])?;
    if block.table.contains_key("column") && block.table.contains_key("columns") {
        return Err(block.error(MappingProblem::Both {
            first: "column",
            second: "columns",
        }));
    }
    let mut columns = block.texts("columns")?.unwrap_or_default();
    columns.extend(block.string("column")?.map(str::to_owned));
    let value = block.scalar("value")?;
    match (columns.is_empty(), &value) {
        (true, None) => {
            return Err(block.error(MappingProblem::Missing {
                key: "column".to_owned(),
            }));
        }
        (false, Some(_)) => {
            return Err(block.error(MappingProblem::Both {
                first: "column",
                second: "value",
            }));
        }
        _ => {}
    }
    let field = Field {
        columns,
        value,
        default: block.scalar("default")?,
        empty: block
            .texts("empty")?
            .unwrap_or_default()
            .iter()
            .map(|text| heading(text))
            .collect(),
        values: values(block)?,
        other: block
            .table
            .get("other")
            .map(|entry| meaning(block, "other", entry))
            .transpose()?,
        unit: block.word(
            "unit",
            &[
                ("percent", Unit::Percent),
                ("fraction", Unit::Fraction),
                ("hours", Unit::Hours),
            ],
        )?,
        format: block.string("format")?.map(str::to_owned),
        split: block.string("split")?.filter(|text| !text.is_empty()).map(str::to_owned),
        identity_numbers_allowed: block.flag("identity_numbers_allowed")?,
        factor: FactorKind::Count,
        line,
    };
    checked(parent, name, field)
}

/// What holds for some fields only: amounts have units, roles are among those known.
fn checked(block: Block<'_>, name: &str, field: Field) -> Result<Field> {
    let error = |problem| MappingError {
        line: field.line,
        problem,
    };
    if AMOUNTS.contains(&name) && field.unit.is_none() {
        return Err(error(MappingProblem::NoUnit { key: name.to_owned() }));
    }
    if name == "role" {
        let meanings = field.values.iter().flat_map(BTreeMap::values).chain(&field.other);
        let texts = meanings.filter_map(|meaning| match meaning {
            Meaning::Text(text) => Some(text),
            _ => None,
        });
        if let Some(wrong) = texts
            .chain(&field.value)
            .chain(&field.default)
            .find(|text| !ROLES.contains(&text.as_ref()))
        {
            let mut problem = block.unknown_word(name, wrong, ROLES.into_iter());
            problem.line = field.line;
            return Err(problem);
        }
    }
    Ok(field)
}

fn values(block: Block<'_>) -> Result<Option<BTreeMap<String, Meaning>>> {
    let Some(entry) = block.table.get("values") else {
        return Ok(None);
    };
    let table = block.of("values", entry)?;
    table
        .table
        .iter()
        .map(|(text, entry)| Ok((heading(text.get_ref()), meaning(table, text.get_ref(), entry)?)))
        .collect::<Result<_>>()
        .map(Some)
}

fn meaning(block: Block<'_>, key: &str, entry: Entry<'_>) -> Result<Meaning> {
    match entry.get_ref() {
        DeValue::Boolean(flag) => Ok(Meaning::Flag(*flag)),
        DeValue::String(text) => Ok(Meaning::Text(text.as_ref().into())),
        DeValue::Integer(_) => integer(entry).map(Meaning::Count).ok_or_else(|| MappingError {
            line: block.line_at(entry.span().start),
            problem: MappingProblem::WrongType {
                key: key.to_owned(),
                expected: "a whole number that is not below zero",
            },
        }),
        _ => Err(MappingError {
            line: block.line_at(entry.span().start),
            problem: MappingProblem::WrongType {
                key: key.to_owned(),
                expected: "a text, a whole number, true or false",
            },
        }),
    }
}
