//! From the text of a model file to a checked model, or every problem in it with its line and what to write instead.

use std::collections::HashMap;
use std::fmt;
use std::ops::Range;

use serde::Serialize;
use toml::Spanned;
use toml::de::DeTable;

use super::table::{Bounds, Findings, Table, distance};
use super::{
    Band, Bands, CaseRow, DutyRow, Factor, FactorKind, Level, Limit, Norm, Overload, PartShares, ReductionRow, Rounding,
    ScoredBy, SupportRow, WeightModel,
};
use crate::amount::{Hours, MILLION, Points, Share};

/// A place in a file, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Place {
    /// Line.
    pub line: usize,
    /// Column, in characters.
    pub column: usize,
}

impl Place {
    pub(super) fn at(text: &str, offset: usize) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Self {
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }
}

/// What is wrong at one place of a model file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "problem", rename_all = "snake_case")]
pub enum Problem {
    /// Not TOML; the parser's own words.
    NotToml {
        /// The parser's words.
        message: String,
    },
    /// A key that must be there is not.
    MissingKey {
        /// Table it belongs to.
        table: String,
        /// Key.
        key: &'static str,
    },
    /// A key that means nothing here.
    UnknownKey {
        /// Table it stands in.
        table: String,
        /// Key.
        key: String,
        /// The most alike key that exists.
        nearest: String,
    },
    /// The value is of the wrong kind.
    WrongKind {
        /// Table.
        table: String,
        /// Key.
        key: String,
        /// `text`, `number`, `flag`, `date`, `list`, `levels`, `table` or `tables`.
        expected: &'static str,
    },
    /// A number outside its range.
    OutOfRange {
        /// Table.
        table: String,
        /// Key.
        key: String,
        /// Least value allowed.
        least: String,
        /// Greatest value allowed.
        most: String,
    },
    /// More decimals than can be held exactly.
    TooManyDecimals {
        /// Table.
        table: String,
        /// Key.
        key: String,
        /// Decimals allowed.
        decimals: u32,
    },
    /// A word that is none of those allowed.
    UnknownWord {
        /// Key.
        key: &'static str,
        /// What stands there.
        found: String,
        /// What may stand there.
        allowed: String,
    },
    /// Two rows for one case type and phase.
    TwoRows {
        /// Case type.
        case_type: String,
        /// Phase, empty for any.
        phase: String,
        /// Line of the first.
        first_line: usize,
    },
    /// Two entries with one id.
    TwoWithOneId {
        /// Table.
        table: String,
        /// Id.
        id: String,
        /// Line of the first.
        first_line: usize,
    },
    /// No row at all.
    NoRows,
    /// The last level has an upper limit, so nobody above it has a level.
    LastLevelHasLimit {
        /// Level.
        id: String,
    },
    /// A level whose limit is not above the one before, or which follows one without a limit.
    LevelsOutOfOrder {
        /// Level.
        id: String,
    },
    /// `low`, `high` and `over` do not follow each other.
    BandsOutOfOrder,
    /// A factor that changes nothing.
    FactorWithoutEffect {
        /// Factor.
        id: String,
    },
    /// A restriction to a type or phase that no row has.
    NoSuchTypeOrPhase {
        /// `types`, `phases` or `beside`.
        key: &'static str,
        /// What stands there.
        found: String,
        /// The most alike that exists.
        nearest: String,
    },
    /// An exceptional limit below the ordinary one.
    ExceptionalBelowLimit,
    /// More multiplying factors than can be computed exactly.
    TooManyMultipliers {
        /// Most allowed.
        most: usize,
    },
}

/// Every problem found in a model file, in the order of their places.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ModelError {
    /// Place and problem.
    pub problems: Vec<(Place, Problem)>,
}

impl fmt::Display for ModelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, problem) in &self.problems {
            writeln!(f, "line {}, column {}: {problem:?}", place.line, place.column)?;
        }
        Ok(())
    }
}

impl std::error::Error for ModelError {}

/// Points may have three decimals and go up to a hundred thousand.
const POINTS: Bounds = Bounds {
    least: 0,
    most: 100_000 * MILLION,
    decimals: 3,
};
/// A share of a whole.
const PART: Bounds = Bounds {
    least: 0,
    most: MILLION,
    decimals: 6,
};
/// A level or a band may lie above the whole.
const RATIO: Bounds = Bounds {
    least: 0,
    most: 10 * MILLION,
    decimals: 4,
};
/// A multiplier: three decimals, so that a product of [`MOST_MULTIPLIERS`] of them is exact in 128 bits.
const MULTIPLIER: Bounds = Bounds {
    least: 0,
    most: 10 * MILLION,
    decimals: 3,
};
/// Hours a week.
const HOURS: Bounds = Bounds {
    least: MILLION,
    most: 168 * MILLION,
    decimals: 3,
};
/// Most factors that may multiply: 10^13 millionths × (10^4 thousandths)^6 stays below 2^127.
pub(super) const MOST_MULTIPLIERS: usize = 6;

impl WeightModel {
    /// Reads and checks a model file.
    ///
    /// # Errors
    /// [`ModelError`] with every problem found, each with its line, when the text is not a model that can be computed with.
    pub fn parse(text: &str) -> Result<Self, ModelError> {
        let mut findings = Findings::new(text);
        let document = match DeTable::parse(text) {
            Ok(document) => document,
            Err(error) => {
                let at = error.span().unwrap_or(0..0);
                findings.add(
                    &at,
                    Problem::NotToml {
                        message: error.message().to_owned(),
                    },
                );
                return Err(ModelError {
                    problems: findings.found,
                });
            }
        };
        let model = read_model(&document, &mut findings);
        if findings.found.is_empty() {
            return Ok(model);
        }
        findings.found.sort_by_key(|(place, _)| *place);
        Err(ModelError {
            problems: findings.found,
        })
    }
}

fn read_model(document: &Spanned<DeTable<'_>>, findings: &mut Findings<'_>) -> WeightModel {
    let mut root = Table::new("", document);
    if let Some(format) = root.whole("format", 1, 1, findings) {
        debug_assert_eq!(format, 1);
    } else if !root.has("format") {
        findings.add(
            &root.span(),
            Problem::MissingKey {
                table: String::new(),
                key: "format",
            },
        );
    }
    let cases = read_cases(&mut root, findings);
    let model = WeightModel {
        id: root.needed_text("id", findings),
        version: root.needed_text("version", findings),
        title: root.needed_text("title", findings),
        source: root.needed_text("source", findings),
        valid_from: root.date("valid_from", findings),
        unit: root.needed_text("unit", findings),
        scored_by: word(&mut root, "scored_by", &SCORED_BY, findings).unwrap_or(ScoredBy::Worker),
        norm: read_norm(&mut root, findings),
        factors: read_factors(&mut root, &cases, findings),
        share: read_share(&mut root, findings),
        duties: read_list(&mut root, "duty", findings, |table, findings| {
            let id = table.needed_text("id", findings);
            DutyRow {
                title: title(table, &id, findings),
                points: points(table, "points", findings),
                id,
            }
        }),
        support: read_list(&mut root, "support", findings, |table, findings| {
            let id = table.needed_text("id", findings);
            let days = table.whole("days", 1, 366, findings);
            if days.is_none() && !table.has("days") {
                findings.add(
                    &table.span(),
                    Problem::MissingKey {
                        table: "support".to_owned(),
                        key: "days",
                    },
                );
            }
            let days = days.unwrap_or(1);
            SupportRow {
                title: title(table, &id, findings),
                points: points(table, "points", findings),
                days,
                id,
            }
        }),
        reductions: read_list(&mut root, "reduction", findings, |table, findings| {
            let id = table.needed_text("id", findings);
            ReductionRow {
                title: title(table, &id, findings),
                share: table.number("share", PART, findings).map(Share::from_millionths),
                max_share: table.number("max_share", PART, findings).map(Share::from_millionths),
                months: table.whole("months", 1, 1200, findings),
                id,
            }
        }),
        limits: read_limits(&mut root, &cases, findings),
        bands: read_bands(&mut root, findings),
        overload: read_overload(&mut root, findings),
        cases,
    };
    root.finish(findings);
    model
}

const SCORED_BY: [(&str, ScoredBy); 3] = [
    ("worker", ScoredBy::Worker),
    ("lead", ScoredBy::Lead),
    ("both", ScoredBy::Both),
];
const ROUNDING: [(&str, Rounding); 2] = [("none", Rounding::None), ("down", Rounding::Down)];
const OVERLOAD_BANDS: [(&str, Band); 2] = [("high", Band::High), ("over", Band::Over)];

/// A key whose value is one of a few words.
fn word<T: Copy>(table: &mut Table<'_, '_>, key: &'static str, words: &[(&str, T)], findings: &mut Findings<'_>) -> Option<T> {
    let found = table.text(key, findings)?;
    let value = words.iter().find(|(word, _)| *word == found).map(|(_, value)| *value);
    if value.is_none() {
        let allowed = words.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", ");
        findings.add(&table.place(key), Problem::UnknownWord { key, found, allowed });
    }
    value
}

fn points(table: &mut Table<'_, '_>, key: &'static str, findings: &mut Findings<'_>) -> Points {
    Points::from_millionths(table.needed_number(key, POINTS, findings))
}

fn title(table: &mut Table<'_, '_>, id: &str, findings: &mut Findings<'_>) -> String {
    table.text("title", findings).unwrap_or_else(|| id.to_owned())
}

/// Remembers where an id was first seen and reports the second.
fn once(seen: &mut HashMap<String, Range<usize>>, table: &str, id: &str, at: &Range<usize>, findings: &mut Findings<'_>) {
    if let Some(first) = seen.get(id) {
        let first_line = findings.place(first).line;
        findings.add(
            at,
            Problem::TwoWithOneId {
                table: table.to_owned(),
                id: id.to_owned(),
                first_line,
            },
        );
    } else {
        seen.insert(id.to_owned(), at.clone());
    }
}

fn read_list<T>(
    root: &mut Table<'_, '_>,
    key: &'static str,
    findings: &mut Findings<'_>,
    mut read: impl FnMut(&mut Table<'_, '_>, &mut Findings<'_>) -> T,
) -> Vec<T> {
    let mut seen = HashMap::new();
    let mut rows = Vec::new();
    for mut table in root.tables(key, findings) {
        if let Some(id) = table.glance("id") {
            once(&mut seen, key, id, &table.place("id"), findings);
        }
        rows.push(read(&mut table, findings));
        table.finish(findings);
    }
    rows
}

fn read_cases(root: &mut Table<'_, '_>, findings: &mut Findings<'_>) -> Vec<CaseRow> {
    let before = findings.found.len();
    let mut rows: Vec<(CaseRow, Range<usize>)> = Vec::new();
    for mut table in root.tables("case", findings) {
        let row = CaseRow {
            case_type: table.needed_text("type", findings),
            phase: table.text("phase", findings),
            title: table.text("title", findings),
            points: points(&mut table, "points", findings),
        };
        let at = table.span();
        let twin = rows.iter().find(|(other, _)| {
            other.case_type == row.case_type && (other.phase == row.phase || other.phase.is_none() || row.phase.is_none())
        });
        if let Some((_, first)) = twin.filter(|_| !row.case_type.is_empty()) {
            let first_line = findings.place(first).line;
            let (case_type, phase) = (row.case_type.clone(), row.phase.clone().unwrap_or_default());
            findings.add(
                &at,
                Problem::TwoRows {
                    case_type,
                    phase,
                    first_line,
                },
            );
        }
        table.finish(findings);
        rows.push((row, at));
    }
    if rows.is_empty() && findings.found.len() == before {
        findings.add(&root.place("case"), Problem::NoRows);
    }
    rows.into_iter().map(|(row, _)| row).collect()
}

fn read_norm(root: &mut Table<'_, '_>, findings: &mut Findings<'_>) -> Norm {
    let Some(mut table) = root.table("norm", findings) else {
        if !root.has("norm") {
            findings.add(
                &root.span(),
                Problem::MissingKey {
                    table: String::new(),
                    key: "norm",
                },
            );
        }
        return Norm {
            points: Points::ZERO,
            hours_per_week: Hours::whole(1),
            stable: Points::ZERO,
            stable_scales: false,
            rounding: Rounding::None,
            levels: Vec::new(),
        };
    };
    let norm = Norm {
        points: points(&mut table, "points", findings),
        hours_per_week: Hours::from_millionths(table.needed_number("hours_per_week", HOURS, findings)),
        stable: table
            .number("stable", POINTS, findings)
            .map_or(Points::ZERO, Points::from_millionths),
        stable_scales: table.flag("stable_scales", findings),
        rounding: word(&mut table, "rounding", &ROUNDING, findings).unwrap_or(Rounding::None),
        levels: read_levels(&mut table, findings),
    };
    table.finish(findings);
    norm
}

fn read_levels(norm: &mut Table<'_, '_>, findings: &mut Findings<'_>) -> Vec<Level> {
    let mut seen = HashMap::new();
    let mut levels: Vec<Level> = Vec::new();
    let mut last_place = norm.span();
    for mut table in norm.tables("level", findings) {
        let level = Level {
            id: table.needed_text("id", findings),
            below_months: table.whole("below_months", 1, 1200, findings),
            share: Share::from_millionths(table.needed_number("share", RATIO, findings)),
        };
        last_place = table.span();
        if let Some(id) = table.glance("id") {
            once(&mut seen, "norm.level", id, &table.place("id"), findings);
        }
        let in_order = levels
            .last()
            .is_none_or(|before| match (before.below_months, level.below_months) {
                (Some(before), Some(limit)) => before < limit,
                (before, None) => before.is_some(),
                (None, Some(_)) => false,
            });
        if !in_order {
            findings.add(&last_place, Problem::LevelsOutOfOrder { id: level.id.clone() });
        }
        table.finish(findings);
        levels.push(level);
    }
    if let Some(last) = levels.last().filter(|last| last.below_months.is_some()) {
        findings.add(&last_place, Problem::LastLevelHasLimit { id: last.id.clone() });
    }
    levels
}

fn read_factors(root: &mut Table<'_, '_>, cases: &[CaseRow], findings: &mut Findings<'_>) -> Vec<Factor> {
    let factors = read_list(root, "factor", findings, |table, findings| {
        let id = table.needed_text("id", findings);
        let kind = read_factor_kind(table, &id, findings);
        Factor {
            title: title(table, &id, findings),
            types: restriction(table, "types", cases, findings),
            phases: restriction(table, "phases", cases, findings),
            kind,
            id,
        }
    });
    let multiplying = factors.iter().filter(|factor| match &factor.kind {
        FactorKind::Flag { multiply, .. } => *multiply != Share::FULL,
        FactorKind::Multipliers(_) => true,
        FactorKind::Count { .. } | FactorKind::Levels(_) => false,
    });
    if multiplying.count() > MOST_MULTIPLIERS {
        findings.add(&root.place("factor"), Problem::TooManyMultipliers { most: MOST_MULTIPLIERS });
    }
    factors
}

/// The keys that say what a factor does, each of which belongs to some kind.
const EFFECTS: [&str; 6] = ["add", "multiply", "free", "max", "levels", "multipliers"];

fn read_factor_kind(table: &mut Table<'_, '_>, id: &str, findings: &mut Findings<'_>) -> FactorKind {
    let nothing = FactorKind::Flag {
        add: Points::ZERO,
        multiply: Share::FULL,
    };
    let Some(found) = table.text("kind", findings) else {
        if !table.has("kind") {
            findings.add(
                &table.span(),
                Problem::MissingKey {
                    table: "factor".to_owned(),
                    key: "kind",
                },
            );
        }
        table.skip(&EFFECTS);
        return nothing;
    };
    let without_effect = Problem::FactorWithoutEffect { id: id.to_owned() };
    match found.as_str() {
        "flag" => {
            if !table.has("add") && !table.has("multiply") {
                findings.add(&table.span(), without_effect);
            }
            FactorKind::Flag {
                add: table
                    .number("add", POINTS, findings)
                    .map_or(Points::ZERO, Points::from_millionths),
                multiply: table
                    .number("multiply", MULTIPLIER, findings)
                    .map_or(Share::FULL, Share::from_millionths),
            }
        }
        "count" => FactorKind::Count {
            free: table.whole("free", 0, 10_000, findings).unwrap_or(0),
            add: points(table, "add", findings),
            max: table.number("max", POINTS, findings).map(Points::from_millionths),
        },
        "level" => {
            let levels = table.entries("levels", POINTS, findings);
            let multipliers = table.entries("multipliers", MULTIPLIER, findings);
            match (levels, multipliers) {
                (Some(levels), None) => FactorKind::Levels(
                    levels
                        .into_iter()
                        .map(|(name, value)| (name, Points::from_millionths(value)))
                        .collect(),
                ),
                (None, Some(multipliers)) => FactorKind::Multipliers(
                    multipliers
                        .into_iter()
                        .map(|(name, value)| (name, Share::from_millionths(value)))
                        .collect(),
                ),
                (Some(_), Some(_)) => {
                    let (table_name, key) = ("factor".to_owned(), "multipliers".to_owned());
                    let problem = Problem::UnknownKey {
                        table: table_name,
                        key,
                        nearest: "levels".to_owned(),
                    };
                    findings.add(&table.place("multipliers"), problem);
                    nothing
                }
                (None, None) => {
                    if !table.has("levels") && !table.has("multipliers") {
                        findings.add(&table.span(), without_effect);
                    }
                    nothing
                }
            }
        }
        _ => {
            let allowed = "flag, count, level".to_owned();
            findings.add(
                &table.place("kind"),
                Problem::UnknownWord {
                    key: "kind",
                    found,
                    allowed,
                },
            );
            table.skip(&EFFECTS);
            nothing
        }
    }
}

/// A restriction to types or phases, each of which some row must have.
fn restriction(table: &mut Table<'_, '_>, key: &'static str, cases: &[CaseRow], findings: &mut Findings<'_>) -> Vec<String> {
    let known: Vec<&str> = if key == "phases" {
        cases.iter().filter_map(|row| row.phase.as_deref()).collect()
    } else {
        cases.iter().map(|row| row.case_type.as_str()).collect()
    };
    let mut names = Vec::new();
    for (name, at) in table.texts(key, findings) {
        if !known.contains(&name.as_str()) {
            let nearest = known
                .iter()
                .min_by_key(|known| distance(known, &name))
                .map_or("", |nearest| nearest)
                .to_owned();
            findings.add(
                &at,
                Problem::NoSuchTypeOrPhase {
                    key,
                    found: name.clone(),
                    nearest,
                },
            );
        }
        names.push(name);
    }
    names
}

fn read_share(root: &mut Table<'_, '_>, findings: &mut Findings<'_>) -> PartShares {
    let mut shares = PartShares {
        main: Share::FULL,
        co: Share::ZERO,
    };
    if let Some(mut table) = root.table("share", findings) {
        shares.main = Share::from_millionths(table.needed_number("main", PART, findings));
        shares.co = Share::from_millionths(table.needed_number("co", PART, findings));
        table.finish(findings);
    }
    shares
}

fn read_limits(root: &mut Table<'_, '_>, cases: &[CaseRow], findings: &mut Findings<'_>) -> Vec<Limit> {
    let mut limits = Vec::new();
    for mut table in root.tables("limit", findings) {
        let count = table.whole("count", 0, 100_000, findings);
        if count.is_none() && !table.has("count") {
            findings.add(
                &table.span(),
                Problem::MissingKey {
                    table: "limit".to_owned(),
                    key: "count",
                },
            );
        }
        let limit = Limit {
            title: table.text("title", findings),
            count: count.unwrap_or(0),
            exceptional: table.whole("exceptional", 0, 100_000, findings),
            types: restriction(&mut table, "types", cases, findings),
            phases: restriction(&mut table, "phases", cases, findings),
            beside: restriction(&mut table, "beside", cases, findings),
        };
        if limit.exceptional.is_some_and(|exceptional| exceptional < limit.count) {
            findings.add(&table.place("exceptional"), Problem::ExceptionalBelowLimit);
        }
        table.finish(findings);
        limits.push(limit);
    }
    limits
}

/// Without `[bands]`, up to capacity is balance and above it is over: no scheme's silence is filled with a number.
fn read_bands(root: &mut Table<'_, '_>, findings: &mut Findings<'_>) -> Bands {
    let Some(mut table) = root.table("bands", findings) else {
        return Bands {
            low: Share::ZERO,
            high: Share::FULL,
            over: Share::FULL,
        };
    };
    let bands = Bands {
        low: Share::from_millionths(table.needed_number("low", RATIO, findings)),
        high: Share::from_millionths(table.needed_number("high", RATIO, findings)),
        over: Share::from_millionths(table.needed_number("over", RATIO, findings)),
    };
    let complete = ["low", "high", "over"].iter().all(|key| table.has(key));
    if complete && (bands.low > bands.high || bands.high > bands.over) {
        findings.add(&table.span(), Problem::BandsOutOfOrder);
    }
    table.finish(findings);
    bands
}

fn read_overload(root: &mut Table<'_, '_>, findings: &mut Findings<'_>) -> Option<Overload> {
    let mut table = root.table("overload", findings)?;
    let band = word(&mut table, "band", &OVERLOAD_BANDS, findings).unwrap_or(Band::Over);
    let weeks = table.whole("weeks", 1, 520, findings);
    if weeks.is_none() && !table.has("weeks") {
        findings.add(
            &table.span(),
            Problem::MissingKey {
                table: "overload".to_owned(),
                key: "weeks",
            },
        );
    }
    table.finish(findings);
    Some(Overload { band, weeks: weeks? })
}
