//! Reading a TOML table key by key, remembering every problem with its place instead of stopping at the first.

use std::ops::Range;

use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::parse::{Place, Problem};
use crate::amount::{AmountError, millionths};

/// A table being read. Each key that is asked for is ticked off; [`Table::finish`] reports those nobody asked for.
pub(super) struct Table<'t, 'i> {
    keys: &'t DeTable<'i>,
    span: Range<usize>,
    name: &'t str,
    asked: Vec<&'static str>,
}

/// The problems found so far, and the text their places are counted in.
pub(super) struct Findings<'i> {
    text: &'i str,
    pub(super) found: Vec<(Place, Problem)>,
}

impl<'i> Findings<'i> {
    pub(super) fn new(text: &'i str) -> Self {
        Self { text, found: Vec::new() }
    }

    pub(super) fn place(&self, at: &Range<usize>) -> Place {
        Place::at(self.text, at.start)
    }

    pub(super) fn add(&mut self, at: &Range<usize>, problem: Problem) {
        self.found.push((self.place(at), problem));
    }
}

/// Limits of a number in a model, in millionths, with the decimals it may have.
#[derive(Clone, Copy)]
pub(super) struct Bounds {
    pub(super) least: i64,
    pub(super) most: i64,
    pub(super) decimals: u32,
}

impl<'t, 'i> Table<'t, 'i> {
    pub(super) fn new(name: &'t str, table: &'t Spanned<DeTable<'i>>) -> Self {
        Self {
            keys: table.get_ref(),
            span: table.span(),
            name,
            asked: Vec::new(),
        }
    }

    pub(super) fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// The value of a key, if it is there.
    fn value(&mut self, key: &'static str) -> Option<&'t Spanned<DeValue<'i>>> {
        self.asked.push(key);
        self.keys.get(key)
    }

    /// Where a key stands; the table itself when it is not there.
    pub(super) fn place(&self, key: &str) -> Range<usize> {
        self.keys.get(key).map_or_else(|| self.span.clone(), Spanned::span)
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.keys.contains_key(key)
    }

    fn missing(&self, key: &'static str, findings: &mut Findings<'_>) {
        findings.add(
            &self.span,
            Problem::MissingKey {
                table: self.name.to_owned(),
                key,
            },
        );
    }

    fn wrong(&self, key: &'static str, expected: &'static str, at: &Range<usize>, findings: &mut Findings<'_>) {
        findings.add(
            at,
            Problem::WrongKind {
                table: self.name.to_owned(),
                key: key.to_owned(),
                expected,
            },
        );
    }

    pub(super) fn text(&mut self, key: &'static str, findings: &mut Findings<'_>) -> Option<String> {
        let value = self.value(key)?;
        match value.get_ref() {
            DeValue::String(text) if !text.trim().is_empty() => Some(text.to_string()),
            _ => {
                self.wrong(key, "text", &value.span(), findings);
                None
            }
        }
    }

    /// A text whose problems, if any, are reported by whoever reads it in earnest.
    pub(super) fn glance(&self, key: &str) -> Option<&'t str> {
        self.keys.get(key).and_then(|value| value.get_ref().as_str())
    }

    pub(super) fn needed_text(&mut self, key: &'static str, findings: &mut Findings<'_>) -> String {
        if !self.has(key) {
            self.missing(key, findings);
        }
        self.text(key, findings).unwrap_or_default()
    }

    pub(super) fn texts(&mut self, key: &'static str, findings: &mut Findings<'_>) -> Vec<(String, Range<usize>)> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let DeValue::Array(items) = value.get_ref() else {
            self.wrong(key, "list", &value.span(), findings);
            return Vec::new();
        };
        let mut texts = Vec::new();
        for item in items {
            match item.get_ref() {
                DeValue::String(text) => texts.push((text.to_string(), item.span())),
                _ => self.wrong(key, "list", &item.span(), findings),
            }
        }
        texts
    }

    pub(super) fn flag(&mut self, key: &'static str, findings: &mut Findings<'_>) -> bool {
        let Some(value) = self.value(key) else { return false };
        if let DeValue::Boolean(flag) = value.get_ref() {
            return *flag;
        }
        self.wrong(key, "flag", &value.span(), findings);
        false
    }

    pub(super) fn date(&mut self, key: &'static str, findings: &mut Findings<'_>) -> Date {
        let Some(value) = self.value(key) else {
            self.missing(key, findings);
            return Date::default();
        };
        let text = match value.get_ref() {
            DeValue::Datetime(date) => date.to_string(),
            DeValue::String(text) => text.to_string(),
            _ => String::new(),
        };
        text.parse().unwrap_or_else(|_| {
            self.wrong(key, "date", &value.span(), findings);
            Date::default()
        })
    }

    /// A number in whole millionths within its bounds; none when it is not there.
    pub(super) fn number(&mut self, key: &'static str, bounds: Bounds, findings: &mut Findings<'_>) -> Option<i64> {
        let value = self.value(key)?;
        number(value, self.name, key, bounds, findings)
    }

    pub(super) fn needed_number(&mut self, key: &'static str, bounds: Bounds, findings: &mut Findings<'_>) -> i64 {
        if !self.has(key) {
            self.missing(key, findings);
        }
        self.number(key, bounds, findings).unwrap_or_default()
    }

    /// A whole number from `least` to `most`; none when it is not there.
    pub(super) fn whole(&mut self, key: &'static str, least: u32, most: u32, findings: &mut Findings<'_>) -> Option<u32> {
        let value = self.value(key)?;
        let number = match value.get_ref() {
            DeValue::Integer(number) => i64::from_str_radix(&number.as_str().replace('_', ""), number.radix()).ok(),
            DeValue::Float(_) => {
                let (table, key) = (self.name.to_owned(), key.to_owned());
                let problem = Problem::TooManyDecimals { table, key, decimals: 0 };
                findings.add(&value.span(), problem);
                return None;
            }
            _ => {
                self.wrong(key, "number", &value.span(), findings);
                return None;
            }
        };
        match number.and_then(|number| u32::try_from(number).ok()) {
            Some(number) if (least..=most).contains(&number) => Some(number),
            _ => {
                let problem = Problem::OutOfRange {
                    table: self.name.to_owned(),
                    key: key.to_owned(),
                    least: least.to_string(),
                    most: most.to_string(),
                };
                findings.add(&value.span(), problem);
                None
            }
        }
    }

    /// A table within this one whose keys are free (level names); in the order they stand in the file.
    pub(super) fn entries(
        &mut self,
        key: &'static str,
        bounds: Bounds,
        findings: &mut Findings<'_>,
    ) -> Option<Vec<(String, i64)>> {
        let value = self.value(key)?;
        let DeValue::Table(table) = value.get_ref() else {
            self.wrong(key, "levels", &value.span(), findings);
            return None;
        };
        let mut entries: Vec<_> = table.iter().collect();
        entries.sort_by_key(|(name, _)| name.span().start);
        if entries.is_empty() {
            self.wrong(key, "levels", &value.span(), findings);
        }
        let read = entries
            .into_iter()
            .map(|(name, value)| {
                (
                    name.get_ref().to_string(),
                    number(value, self.name, name.get_ref(), bounds, findings),
                )
            })
            .filter_map(|(name, number)| number.map(|number| (name, number)));
        Some(read.collect())
    }

    /// A table within this one.
    pub(super) fn table(&mut self, key: &'static str, findings: &mut Findings<'_>) -> Option<Table<'t, 'i>> {
        let value = self.value(key)?;
        if let DeValue::Table(table) = value.get_ref() {
            return Some(Table {
                keys: table,
                span: value.span(),
                name: key,
                asked: Vec::new(),
            });
        }
        self.wrong(key, "table", &value.span(), findings);
        None
    }

    /// A repeated table (`[[key]]`) within this one.
    pub(super) fn tables(&mut self, key: &'static str, findings: &mut Findings<'_>) -> Vec<Table<'t, 'i>> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let DeValue::Array(items) = value.get_ref() else {
            self.wrong(key, "tables", &value.span(), findings);
            return Vec::new();
        };
        let mut tables = Vec::new();
        for item in items {
            match item.get_ref() {
                DeValue::Table(table) => tables.push(Table {
                    keys: table,
                    span: item.span(),
                    name: key,
                    asked: Vec::new(),
                }),
                _ => self.wrong(key, "tables", &item.span(), findings),
            }
        }
        tables
    }

    /// Takes these keys as read, where another problem hides what they would mean.
    pub(super) fn skip(&mut self, keys: &[&'static str]) {
        self.asked.extend(keys);
    }

    /// Reports every key that nobody asked for, with the nearest one that exists.
    pub(super) fn finish(self, findings: &mut Findings<'_>) {
        for (key, _) in self.keys {
            let name = key.get_ref();
            if !self.asked.iter().any(|asked| asked == name) {
                let mut known: Vec<&str> = self.asked.clone();
                known.sort_by_key(|known| distance(known, name));
                known.dedup();
                let problem = Problem::UnknownKey {
                    table: self.name.to_owned(),
                    key: name.to_string(),
                    nearest: known.first().map_or_else(String::new, ToString::to_string),
                };
                findings.add(&key.span(), problem);
            }
        }
    }
}

fn number(value: &Spanned<DeValue<'_>>, table: &str, key: &str, bounds: Bounds, findings: &mut Findings<'_>) -> Option<i64> {
    let read = match value.get_ref() {
        DeValue::Integer(number) if number.radix() == 10 => millionths(number.as_str(), bounds.decimals),
        DeValue::Float(number) => millionths(number.as_str(), bounds.decimals),
        _ => Err(AmountError::NotANumber),
    };
    let (table, key) = (table.to_owned(), key.to_owned());
    let problem = match read {
        Ok(number) if (bounds.least..=bounds.most).contains(&number) => return Some(number),
        Ok(_) | Err(AmountError::TooLarge) => {
            let show = |millionths| crate::amount::Points::from_millionths(millionths).to_string();
            Problem::OutOfRange {
                table,
                key,
                least: show(bounds.least),
                most: show(bounds.most),
            }
        }
        Err(AmountError::TooManyDecimals(decimals)) => Problem::TooManyDecimals { table, key, decimals },
        Err(AmountError::NotANumber) => Problem::WrongKind {
            table,
            key,
            expected: "number",
        },
    };
    findings.add(&value.span(), problem);
    None
}

/// How many single-letter changes lie between two words (Levenshtein).
pub(super) fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, to) in b.iter().enumerate() {
            let change = diagonal + usize::from(from != *to);
            diagonal = row[j + 1];
            row[j + 1] = change.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}
