//! A field bound to its columns: what a cell says, translated as the mapping tells.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::RangeInclusive;
use std::sync::Arc;

use jiff::civil::Date;
use rules::amount::{MILLION, Share};
use rules::case::FactorValue;

use crate::import::mapping::{FactorKind, Field, Meaning, Unit};
use crate::import::rejection::{Reason, shown};
use crate::import::table::{Cell, RowView, heading};
use crate::import::value::{self, BadNumber, Decimal, Number};

/// More different values than a column of repeated words has; beyond it the memory of them starts anew.
const MOST_REMEMBERED: usize = 20_000;
/// A share of working time above this is taken for a mistaken unit.
const LARGEST_SHARE: i64 = 2 * MILLION;
/// Hours a week above this do not exist.
const LARGEST_HOURS: i64 = 168 * MILLION;

/// What is wrong with one field of a row; boxed, since most rows have none.
#[derive(Debug)]
pub(super) struct Fault(Box<(Option<Arc<str>>, Reason)>);

impl Fault {
    pub(super) fn new(column: Option<Arc<str>>, reason: Reason) -> Self {
        Self(Box::new((column, reason)))
    }

    /// The column's heading and what is wrong.
    pub(super) fn into_parts(self) -> (Option<Arc<str>>, Reason) {
        *self.0
    }
}

pub(super) type Result<T> = std::result::Result<T, Fault>;

/// A field with the columns it is read from.
pub(super) struct BoundField {
    name: Box<str>,
    field: Field,
    columns: Vec<usize>,
    heading: Option<Arc<str>>,
    decimal: Decimal,
    years: RangeInclusive<i16>,
    is_csv: bool,
    /// Texts met so far and what they mean.
    words: HashMap<Box<str>, Option<Arc<str>>>,
}

impl BoundField {
    pub(super) fn new(
        name: &str,
        field: &Field,
        columns: Vec<usize>,
        decimal: Decimal,
        years: &RangeInclusive<i16>,
        is_csv: bool,
    ) -> Self {
        let heading = (!field.columns.is_empty()).then(|| field.columns.join(" + ").into());
        Self {
            name: name.into(),
            field: field.clone(),
            columns,
            heading,
            decimal,
            years: years.clone(),
            is_csv,
            words: HashMap::new(),
        }
    }

    pub(super) fn fault(&self, reason: Reason) -> Fault {
        Fault::new(self.heading.clone(), reason)
    }

    /// The text of one column; none when it is empty or means empty.
    fn cell_text<'r>(&self, row: RowView<'r>, column: usize) -> Result<Option<Cow<'r, str>>> {
        let text: Cow<'r, str> = match row.cell(column) {
            Cell::Empty => return Ok(None),
            Cell::Text(text) if self.is_csv && text.starts_with('=') => self.without_formula(text)?.into(),
            Cell::Text(text) => text.into(),
            Cell::Number(number) => number.to_string().into(),
            Cell::Date(date) => date.date().to_string().into(),
            Cell::Bool(flag) => if flag { "true" } else { "false" }.into(),
            Cell::Formula => return Err(self.fault(Reason::Formula)),
            Cell::Error => return Err(self.fault(Reason::CellError)),
        };
        if text.is_empty() || (!self.field.empty.is_empty() && self.field.empty.contains(&heading(&text))) {
            return Ok(None);
        }
        Ok(Some(text))
    }

    /// CSV from a spreadsheet protects leading zeros as `="0123"`; that is a text, everything else that begins so a formula.
    fn without_formula<'r>(&self, text: &'r str) -> Result<&'r str> {
        let inner = text
            .strip_prefix("=\"")
            .and_then(|rest| rest.strip_suffix('"'))
            .filter(|inner| !inner.contains('"'));
        match inner {
            Some(inner) => Ok(inner.trim()),
            None if matches!(&*self.name, "name" | "title") => Ok(text),
            None => Err(self.fault(Reason::Formula)),
        }
    }

    /// The text of all columns, joined with a space; none when all are empty.
    pub(super) fn text<'r>(&self, row: RowView<'r>) -> Result<Option<Cow<'r, str>>> {
        if let [column] = self.columns[..] {
            return self.cell_text(row, column);
        }
        let mut joined = String::new();
        for column in &self.columns {
            if let Some(text) = self.cell_text(row, *column)? {
                if !joined.is_empty() {
                    joined.push(' ');
                }
                joined.push_str(&text);
            }
        }
        Ok((!joined.is_empty()).then_some(joined.into()))
    }

    /// What the mapping says a text means; itself without `values`, none where `values` has neither it nor `other`.
    fn meaning(&self, text: &str) -> Option<Meaning> {
        match &self.field.values {
            None => Some(Meaning::Text(text.into())),
            Some(values) => values.get(&heading(text)).or(self.field.other.as_ref()).cloned(),
        }
    }

    /// A translated word, shared between the rows that have it.
    pub(super) fn word(&mut self, row: RowView<'_>) -> Result<Option<Arc<str>>> {
        if let Some(value) = &self.field.value {
            return Ok(Some(Arc::clone(value)));
        }
        match self.text(row)? {
            None => Ok(self.field.default.clone()),
            Some(text) => self.translated(&text).map(Some),
        }
    }

    fn translated(&mut self, text: &str) -> Result<Arc<str>> {
        if let Some(known) = self.words.get(text) {
            return known.clone().ok_or_else(|| self.unknown(text));
        }
        let word: Option<Arc<str>> = self.meaning(text).map(|meaning| match meaning {
            Meaning::Text(text) => text,
            Meaning::Flag(flag) => if flag { "true" } else { "false" }.into(),
            Meaning::Count(count) => count.to_string().into(),
        });
        if self.words.len() >= MOST_REMEMBERED {
            self.words.clear();
        }
        self.words.insert(text.into(), word.clone());
        word.ok_or_else(|| self.unknown(text))
    }

    fn unknown(&self, text: &str) -> Fault {
        let value = shown(text);
        self.fault(match &*self.name {
            "type" | "type_and_phase" => Reason::UnknownCaseType { value: Some(value) },
            name => Reason::UnknownValue {
                field: name.to_owned(),
                value,
            },
        })
    }

    /// A text that seldom repeats, such as a reference.
    pub(super) fn own_text(&self, row: RowView<'_>) -> Result<Option<String>> {
        if let Some(value) = &self.field.value {
            return Ok(Some(value.to_string()));
        }
        match self.text(row)? {
            None => Ok(self.field.default.as_ref().map(ToString::to_string)),
            Some(text) if self.field.values.is_none() => Ok(Some(text.into_owned())),
            Some(text) => match self.meaning(&text) {
                Some(Meaning::Text(text)) => Ok(Some(text.to_string())),
                Some(Meaning::Flag(flag)) => Ok(Some(flag.to_string())),
                Some(Meaning::Count(count)) => Ok(Some(count.to_string())),
                None => Err(self.unknown(&text)),
            },
        }
    }

    /// Several words: one from each column, or those parted within a cell.
    pub(super) fn list(&mut self, row: RowView<'_>) -> Result<Vec<Arc<str>>> {
        let mut list = Vec::new();
        for index in 0..self.columns.len() {
            let Some(text) = self.cell_text(row, self.columns[index])? else {
                continue;
            };
            match self.field.split.clone() {
                None => list.push(self.translated(&text)?),
                Some(parting) => {
                    for part in text.split(parting.as_str()).map(str::trim).filter(|part| !part.is_empty()) {
                        list.push(self.translated(part)?);
                    }
                }
            }
        }
        if list.is_empty() {
            list.extend(self.field.value.clone().or_else(|| self.field.default.clone()));
        }
        Ok(list)
    }

    /// A date.
    pub(super) fn date(&self, row: RowView<'_>) -> Result<Option<Date>> {
        let bad = |value: &str, why| {
            self.fault(Reason::BadDate {
                value: shown(value),
                why,
            })
        };
        if let ([column], true) = (&self.columns[..], self.field.empty.is_empty()) {
            let found = match row.cell(*column) {
                Cell::Date(date) => Some(value::within(date.date(), &self.years).map_err(|why| (date.date().to_string(), why))),
                Cell::Number(number) => {
                    Some(value::date_from_number(number, &self.years).map_err(|why| (number.to_string(), why)))
                }
                _ => None,
            };
            if let Some(found) = found {
                return found.map(Some).map_err(|(text, why)| bad(&text, why));
            }
        }
        let text = match &self.field.value {
            Some(value) => Some(Cow::Borrowed(value.as_ref())),
            None => self.text(row)?,
        };
        let Some(text) = text.or_else(|| self.field.default.as_deref().map(Cow::Borrowed)) else {
            return Ok(None);
        };
        let found = match &self.field.format {
            Some(pattern) => value::date_after_pattern(&text, pattern, &self.years),
            None => value::date_from_text(&text, &self.years),
        };
        found.map(Some).map_err(|why| bad(&text, why))
    }

    /// A number with the text it was read from.
    fn number(&self, row: RowView<'_>) -> Result<Option<(Number, String)>> {
        if let ([column], None, true) = (&self.columns[..], &self.field.values, self.field.empty.is_empty())
            && let Cell::Number(number) = row.cell(*column)
        {
            let found = value::number_from_cell(number);
            return found
                .map(|found| Some((found, number.to_string())))
                .map_err(|why| self.bad_number(&number.to_string(), why));
        }
        let text = match &self.field.value {
            Some(value) => Some(Cow::Borrowed(value.as_ref())),
            None => self.text(row)?,
        };
        let (text, listed) = match text {
            Some(text) => {
                // A listed word stands for a number; a text that is not listed is read as one.
                let listed = self.field.values.as_ref().and_then(|values| values.get(&heading(&text)));
                let listed = listed.map(|meaning| match meaning {
                    Meaning::Text(text) => text.to_string(),
                    Meaning::Count(count) => count.to_string(),
                    Meaning::Flag(flag) => u8::from(*flag).to_string(),
                });
                (text, listed)
            }
            None => match &self.field.default {
                Some(default) => (Cow::Borrowed(default.as_ref()), None),
                None => return Ok(None),
            },
        };
        let written = listed.as_deref().unwrap_or(&text);
        let number = value::number_from_text(written, self.decimal).map_err(|why| self.bad_number(&text, why))?;
        Ok(Some((number, text.into_owned())))
    }

    fn bad_number(&self, text: &str, why: BadNumber) -> Fault {
        self.fault(Reason::BadNumber { value: shown(text), why })
    }

    /// A whole number.
    pub(super) fn whole(&self, row: RowView<'_>) -> Result<Option<u32>> {
        let Some((number, text)) = self.number(row)? else {
            return Ok(None);
        };
        value::whole(number).map(Some).map_err(|why| self.bad_number(&text, why))
    }

    /// An amount of working time: millionths of full time, or millionths of an hour a week.
    pub(super) fn amount(&self, row: RowView<'_>) -> Result<Option<Amount>> {
        let Some((number, text)) = self.number(row)? else {
            return Ok(None);
        };
        let unit = if number.percent {
            Unit::Percent
        } else {
            self.field.unit.unwrap_or(Unit::Percent)
        };
        let (amount, largest) = match unit {
            Unit::Percent => (Amount::Share(number.millionths / 100), LARGEST_SHARE),
            Unit::Fraction => (Amount::Share(number.millionths), LARGEST_SHARE),
            Unit::Hours => (Amount::Hours(number.millionths), LARGEST_HOURS),
        };
        let (Amount::Share(millionths) | Amount::Hours(millionths)) = amount;
        if millionths > largest {
            return Err(self.bad_number(&text, BadNumber::TooLarge));
        }
        Ok(Some(amount))
    }

    /// A share of something.
    pub(super) fn share(&self, row: RowView<'_>) -> Result<Option<Share>> {
        match self.amount(row)? {
            Some(Amount::Share(millionths)) => Ok(Some(Share::from_millionths(millionths))),
            Some(Amount::Hours(_)) => Err(self.bad_number("", BadNumber::NoNumber)),
            None => Ok(None),
        }
    }

    /// An effort factor; none when nothing is said of it or it is not so.
    pub(super) fn factor(&self, row: RowView<'_>) -> Result<Option<FactorValue>> {
        let text = match &self.field.value {
            Some(value) => Some(Cow::Borrowed(value.as_ref())),
            None => self.text(row)?,
        };
        let Some(text) = text.or_else(|| self.field.default.as_deref().map(Cow::Borrowed)) else {
            return Ok(None);
        };
        let listed = self
            .field
            .values
            .as_ref()
            .and_then(|values| values.get(&heading(&text)).or(self.field.other.as_ref()));
        let value = match (listed, self.field.factor) {
            (Some(Meaning::Flag(flag)), _) => FactorValue::Flag(*flag),
            (Some(Meaning::Count(count)), _) => FactorValue::Count(*count),
            (Some(Meaning::Text(level)), _) => FactorValue::Level(level.to_string()),
            (None, FactorKind::Count) => {
                let number = value::number_from_text(&text, self.decimal).and_then(value::whole);
                FactorValue::Count(number.map_err(|why| self.bad_number(&text, why))?)
            }
            (None, FactorKind::Level) if self.field.values.is_none() => FactorValue::Level(text.into_owned()),
            (None, FactorKind::Flag) if matches!(&*text, "1" | "x" | "X" | "true") => FactorValue::Flag(true),
            (None, FactorKind::Flag) if matches!(&*text, "0" | "false") => FactorValue::Flag(false),
            (None, _) => return Err(self.unknown(&text)),
        };
        Ok(Some(value).filter(|value| *value != FactorValue::Flag(false)))
    }
}

/// An amount of working time.
#[derive(Debug, Clone, Copy)]
pub(super) enum Amount {
    /// Millionths of the whole.
    Share(i64),
    /// Millionths of an hour a week.
    Hours(i64),
}
