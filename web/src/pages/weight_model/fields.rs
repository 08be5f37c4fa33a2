//! The fields of a weight model in a form, how they become a model file, and at which field each fault lies.

use rules::amount::{Points, millionths};
use rules::identity_number;
use rules::weight_model::{FactorKind, Problem, WeightModel};

use crate::form::{Form, Keep};
use crate::texts::Tr;

/// What is written in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Text,
    /// A number, with decimal comma or point.
    Number,
    /// A number that stands for a share of a hundred.
    Percent,
    /// Yes or no.
    Tick,
    /// One of these.
    Choice(&'static [&'static str]),
    /// Words with commas between.
    List,
    /// A line for each level: `name = number`.
    Levels,
}

/// A field of a table of a model file.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Its key in the file.
    pub key: &'static str,
    /// What is written in it.
    pub kind: Kind,
}

/// A table of a model file.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    /// What the names of its fields begin with.
    pub name: &'static str,
    /// The line above its keys in the file; none for the keys at the top.
    pub header: &'static str,
    /// Whether there are several of it.
    pub is_list: bool,
    /// Its fields.
    pub fields: &'static [Field],
}

macro_rules! tables {
    ($($name:literal $header:literal $list:literal { $($key:literal $kind:expr),+ $(,)? })+) => {
        [$(Table { name: $name, header: $header, is_list: $list, fields: &[$(Field { key: $key, kind: $kind }),+] }),+]
    };
}

/// Every table, in the order of the form and of the file.
pub const TABLES: [Table; 12] = {
    use Kind::{Choice, Levels, List, Number, Percent, Text, Tick};
    tables! {
        "head" "" false {
            "version" Text, "title" Text, "source" Text, "unit" Text, "scored_by" Choice(&["worker", "lead", "both"]),
        }
        "case" "[[case]]" true { "type" Text, "phase" Text, "points" Number, "title" Text }
        "factor" "[[factor]]" true {
            "id" Text, "title" Text, "kind" Choice(&["flag", "count", "levels", "multipliers"]), "add" Number, "multiply" Number,
            "free" Number, "max" Number, "levels" Levels, "types" List, "phases" List,
        }
        "share" "[share]" false { "main" Percent, "co" Percent }
        "norm" "[norm]" false {
            "points" Number, "hours_per_week" Number, "stable" Number, "stable_scales" Tick, "rounding" Choice(&["none", "down"]),
        }
        "level" "[[norm.level]]" true { "id" Text, "below_months" Number, "share" Percent }
        "duty" "[[duty]]" true { "id" Text, "title" Text, "points" Number }
        "support" "[[support]]" true { "id" Text, "title" Text, "points" Number, "days" Number }
        "reduction" "[[reduction]]" true { "id" Text, "title" Text, "share" Percent, "max_share" Percent, "months" Number }
        "limit" "[[limit]]" true { "title" Text, "count" Number, "exceptional" Number, "types" List, "phases" List, "beside" List }
        "bands" "[bands]" false { "low" Percent, "high" Percent, "over" Percent }
        "overload" "[overload]" false { "band" Choice(&["no", "high", "over"]), "weeks" Number }
    }
};

/// Most rows of one table.
const MOST_ROWS: usize = 300;

/// The longest text in a field, in characters.
const LONGEST: usize = 1_000;

/// The name of a field in the form.
pub fn name(table: &Table, row: usize, key: &str) -> String {
    if table.is_list {
        format!("{}-{row}-{key}", table.name)
    } else {
        format!("{}-{key}", table.name)
    }
}

/// How many rows each table has in what was sent.
fn rows_sent(table: &Table, sent: &[(String, String)]) -> usize {
    if !table.is_list {
        return 1;
    }
    let row = |name: &str| {
        let (number, _) = name.strip_prefix(table.name)?.strip_prefix('-')?.split_once('-')?;
        number.parse::<usize>().ok().filter(|row| *row < MOST_ROWS)
    };
    sent.iter().filter_map(|(name, _)| row(name)).max().map_or(0, |last| last + 1)
}

/// A form with so many rows of each table.
fn form(rows: impl Fn(&Table) -> usize) -> Form {
    let names = TABLES.iter().flat_map(|table| {
        (0..rows(table)).flat_map(move |row| {
            let fields = table.fields.iter().map(move |field| name(table, row, field.key));
            fields.chain(table.is_list.then(|| name(table, row, "drop")))
        })
    });
    let fields: Vec<_> = names.map(|name| (name, Keep::Written)).collect();
    Form::new(&fields)
}

/// The form as it was sent, without the rows to be dropped, and with three more empty rows of the table named `more`.
pub fn sent(sent: &[(String, String)], more: Option<&str>) -> Form {
    let mut kept: Vec<(String, String)> = Vec::new();
    for table in &TABLES {
        let mut place = 0;
        for row in 0..rows_sent(table, sent) {
            let dropped = name(table, row, "drop");
            if table.is_list && sent.iter().any(|(name, _)| *name == dropped) {
                continue;
            }
            for field in table.fields {
                let from = name(table, row, field.key);
                let values = sent.iter().filter(|(name, _)| *name == from);
                kept.extend(values.map(|(_, value)| (name(table, place, field.key), value.clone())));
            }
            place += 1;
        }
    }
    let rows = |table: &Table| {
        let added = if more == Some(table.name) { 3 } else { 0 };
        (rows_sent(table, &kept) + added).min(MOST_ROWS)
    };
    form(rows).filled_in(kept.iter().cloned())
}

/// How many rows of a table the form has.
pub fn rows_in(form: &Form, table: &Table) -> usize {
    if !table.is_list {
        return 1;
    }
    (0..MOST_ROWS)
        .take_while(|row| form.has_field(&name(table, *row, table.fields[0].key)))
        .count()
}

/// The form of a model, with an empty row after those of each table.
pub fn of_model(model: &WeightModel, tr: &Tr) -> Form {
    let file = model.to_toml();
    let file: toml::Table = toml::from_str(&file).unwrap_or_default();
    let tables = |table: &Table| -> Vec<toml::Table> {
        let found = match table.name {
            "head" => return vec![file.clone()],
            "level" => file.get("norm").and_then(|norm| norm.get("level")),
            name => file.get(name),
        };
        match found {
            Some(toml::Value::Array(rows)) => rows.iter().filter_map(|row| row.as_table().cloned()).collect(),
            Some(toml::Value::Table(one)) => vec![one.clone()],
            _ => Vec::new(),
        }
    };
    let mut form = form(|table| if table.is_list { tables(table).len() + 1 } else { 1 });
    for table in &TABLES {
        for (row, values) in tables(table).iter().enumerate() {
            for field in table.fields {
                if let Some(value) = values.get(field.key).and_then(|value| written(value, field.kind, tr)) {
                    form.set(&name(table, row, field.key), value);
                }
            }
        }
    }
    if model.overload.is_none() {
        form.set("overload-band", "no");
    }
    let factors = &TABLES[2];
    for (row, factor) in model.factors.iter().enumerate() {
        let (kind, levels) = match &factor.kind {
            FactorKind::Flag { .. } => ("flag", String::new()),
            FactorKind::Count { .. } => ("count", String::new()),
            FactorKind::Levels(levels) => ("levels", level_lines(levels, tr)),
            FactorKind::Multipliers(levels) => ("multipliers", level_lines(levels, tr)),
        };
        form.set(&name(factors, row, "kind"), kind);
        form.set(&name(factors, row, "levels"), levels);
    }
    form
}

fn level_lines<T: ToString>(levels: &[(String, T)], tr: &Tr) -> String {
    let lines = levels
        .iter()
        .map(|(name, value)| format!("{name} = {}", in_language(&value.to_string(), tr)));
    lines.collect::<Vec<_>>().join("\n")
}

/// A number with the decimal mark of the language, without anything between thousands.
fn in_language(number: &str, tr: &Tr) -> String {
    number.replace('.', &tr.locale().decimal_mark().to_string())
}

/// A value of a model file as it is written in its field.
fn written(value: &toml::Value, kind: Kind, tr: &Tr) -> Option<String> {
    let number = match value {
        toml::Value::String(text) => return Some(text.clone()),
        toml::Value::Boolean(flag) => return flag.then(|| "true".to_owned()),
        toml::Value::Array(words) => {
            let words: Vec<&str> = words.iter().filter_map(toml::Value::as_str).collect();
            return Some(words.join(", "));
        }
        toml::Value::Integer(number) => number.to_string(),
        toml::Value::Float(number) => number.to_string(),
        _ => return None,
    };
    let number = match (kind, millionths(&number, 6)) {
        (Kind::Percent, Ok(share)) => Points::from_millionths(share * 100).to_string(),
        (_, Ok(exact)) => Points::from_millionths(exact).to_string(),
        (_, Err(_)) => number,
    };
    Some(in_language(&number, tr))
}

/// A model file made from a form, and which field each of its lines came from.
struct Made {
    text: String,
    /// For each line: the row it belongs to, and its field when it is one.
    lines: Vec<(usize, usize, Option<&'static str>)>,
}

/// The model that a form says; none when it has faults, which are then in the form, each at its field. What no field has (id, validity
/// date) is as in `before`.
pub fn read(form: &mut Form, before: &WeightModel, tr: &Tr) -> Option<WeightModel> {
    refuse_texts(form, tr);
    let made = make(form, before);
    match WeightModel::parse(&made.text) {
        Ok(model) => form.is_right().then_some(model),
        Err(error) => {
            for (place, problem) in &error.problems {
                refuse(form, &made, place.line, problem, tr);
            }
            None
        }
    }
}

/// Texts that must not be kept, whatever the model would say of them.
fn refuse_texts(form: &mut Form, tr: &Tr) {
    for table in &TABLES {
        for row in 0..rows_in(form, table) {
            for field in table.fields {
                let at = name(table, row, field.key);
                if identity_number::contains(form.value(&at)) {
                    form.set(&at, "");
                    let place = place(table, row, field.key, tr);
                    form.refuse(&at, format!("{place}: {}", tr.text("models-fault-identity-number")));
                } else if form.value(&at).chars().count() > LONGEST {
                    let place = place(table, row, field.key, tr);
                    form.refuse(&at, format!("{place}: {}", tr.text("models-fault-too-long")));
                }
            }
        }
    }
}

fn make(form: &Form, before: &WeightModel) -> Made {
    let mut made = Made {
        text: String::new(),
        lines: Vec::new(),
    };
    made.line((0, 0, None), "format = 1");
    made.line((0, 0, None), &format!("id = {}", quoted(&before.id)));
    made.line((0, 0, None), &format!("valid_from = {}", before.valid_from));
    for (number, table) in TABLES.iter().enumerate() {
        for row in 0..rows_in(form, table) {
            let value = |key: &str| form.value(&name(table, row, key)).to_owned();
            let is_chosen = |field: &Field| matches!(field.kind, Kind::Choice(_) | Kind::Tick);
            let is_empty = table
                .fields
                .iter()
                .filter(|field| !is_chosen(field))
                .all(|field| value(field.key).is_empty());
            let has_no_rule = table.name == "overload" && ["no", ""].contains(&value("band").as_str());
            if table.is_list && is_empty || has_no_rule {
                continue;
            }
            if !table.header.is_empty() {
                made.line((number, row, None), table.header);
            }
            for field in table.fields {
                let mut written = value(field.key);
                let mut key = field.key;
                match (table.name, field.key, written.as_str()) {
                    ("factor", "kind", "levels" | "multipliers") => "level".clone_into(&mut written),
                    ("factor", "levels", _) if value("kind") == "multipliers" => key = "multipliers",
                    _ => {}
                }
                if let Some(value) = in_file(&written, field.kind) {
                    made.line((number, row, Some(field.key)), &format!("{key} = {value}"));
                }
            }
        }
    }
    made
}

impl Made {
    fn line(&mut self, from: (usize, usize, Option<&'static str>), line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
        self.lines.push(from);
    }
}

/// A field's value as a model file writes it; what is no number is written as a text, which the reader of the file refuses there.
fn in_file(value: &str, kind: Kind) -> Option<String> {
    if value.is_empty() {
        return None;
    }
    Some(match kind {
        Kind::Text | Kind::Choice(_) => quoted(value),
        Kind::Number => number(value).unwrap_or_else(|| quoted(value)),
        Kind::Percent => hundredths(value).unwrap_or_else(|| quoted(value)),
        Kind::Tick => "true".to_owned(),
        Kind::List => {
            let words = value.split(',').map(str::trim).filter(|word| !word.is_empty());
            format!("[{}]", words.map(quoted).collect::<Vec<_>>().join(", "))
        }
        Kind::Levels => levels(value).unwrap_or_else(|| quoted(value)),
    })
}

/// A number as written by hand: decimal comma or point, spaces between thousands, the long minus sign.
fn number(value: &str) -> Option<String> {
    let letters = value.chars().filter(|letter| !letter.is_whitespace());
    let plain: String = letters
        .map(|letter| match letter {
            ',' => '.',
            '\u{2212}' => '-',
            other => other,
        })
        .collect();
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain.as_str()), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 15 || fraction.len() > 15 || !is_digits(whole) || !is_digits(fraction) {
        return None;
    }
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    // 12,0 is twelve also where only whole numbers will do.
    let fraction = fraction.trim_end_matches('0');
    Some(if fraction.is_empty() {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{fraction}")
    })
}

/// A number of percent as a share.
fn hundredths(value: &str) -> Option<String> {
    let number = number(value.trim_end_matches('%').trim_end())?;
    let (sign, digits) = number.strip_prefix('-').map_or(("", number.as_str()), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let whole = format!("{whole:0>3}");
    let (before, after) = whole.split_at(whole.len() - 2);
    let before = before.trim_start_matches('0');
    let before = if before.is_empty() { "0" } else { before };
    let after = format!("{after}{fraction}");
    let after = after.trim_end_matches('0');
    Some(if after.is_empty() {
        format!("{sign}{before}")
    } else {
        format!("{sign}{before}.{after}")
    })
}

fn levels(value: &str) -> Option<String> {
    let mut entries = Vec::new();
    for line in value.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (name, level) = line.rsplit_once('=')?;
        let name = name.trim();
        if name.is_empty() {
            return None;
        }
        entries.push(format!("{} = {}", quoted(name), number(level.trim())?));
    }
    Some(format!("{{ {} }}", entries.join(", ")))
}

/// A text as TOML writes it on one line.
fn quoted(text: &str) -> String {
    let letters = text.chars().map(|letter| match letter {
        '"' | '\\' => format!("\\{letter}"),
        letter if letter.is_control() => " ".to_owned(),
        letter => letter.to_string(),
    });
    format!("\"{}\"", letters.collect::<String>())
}

/// Notes a fault that the reader of the file found in one of its lines at the field that the line came from.
fn refuse(form: &mut Form, made: &Made, line: usize, problem: &Problem, tr: &Tr) {
    let last = made.lines.len().saturating_sub(1);
    let (number, row, field) = made.lines[line.saturating_sub(1).min(last)];
    let table = &TABLES[number];
    let key = match problem {
        Problem::MissingKey { key, .. } => table_with(table, key).unwrap_or(table.fields[0].key),
        Problem::TwoRows { .. } | Problem::NoRows => "type",
        Problem::LastLevelHasLimit { .. } | Problem::LevelsOutOfOrder { .. } => "below_months",
        Problem::BandsOutOfOrder => "high",
        Problem::FactorWithoutEffect { .. } => "add",
        _ => field.unwrap_or(table.fields[0].key),
    };
    let table = match problem {
        Problem::NoRows => &TABLES[1],
        Problem::MissingKey { table: missing, key } if missing.is_empty() && table_with(&TABLES[0], key).is_some() => &TABLES[0],
        _ => table,
    };
    let what = what(table, key, problem, tr);
    if matches!(problem, Problem::TooManyMultipliers { .. } | Problem::NotToml { .. }) {
        form.refuse_all(what);
        return;
    }
    let at = name(table, row, key);
    let sentence = format!("{}: {what}", place(table, row, key, tr));
    form.refuse(&at, sentence);
}

fn table_with(table: &Table, key: &str) -> Option<&'static str> {
    table.fields.iter().find(|field| field.key == key).map(|field| field.key)
}

/// Where a field stands, as the form says it.
pub fn place(table: &Table, row: usize, key: &str, tr: &Tr) -> String {
    let section = tr.text(&format!("models-part-{}", table.name));
    let label = label(table, key, tr);
    if table.is_list {
        let row = i64::try_from(row + 1).unwrap_or(i64::MAX);
        let arguments = [("section", section.into()), ("row", row.into()), ("field", label.into())];
        tr.fill("models-place-in-list", &arguments)
    } else {
        tr.fill("models-place", &[("section", section.into()), ("field", label.into())])
    }
}

/// What a field is called.
pub fn label(table: &Table, key: &str, tr: &Tr) -> String {
    tr.text(&format!("models-field-{}-{key}", table.name))
}

fn what(table: &Table, key: &str, problem: &Problem, tr: &Tr) -> String {
    let is_percent = table
        .fields
        .iter()
        .any(|field| field.key == key && field.kind == Kind::Percent);
    let written_limit = |limit: &str| match millionths(limit, 6) {
        Ok(share) if is_percent => tr.locale().decimal(share * 100, 0),
        Ok(exact) => tr.locale().decimal(exact, 0),
        Err(_) => limit.to_owned(),
    };
    match problem {
        Problem::NotToml { message } => tr.with("models-fault-file", "message", message),
        Problem::MissingKey { .. } => tr.text("models-fault-missing"),
        Problem::UnknownKey { .. } => tr.text("models-fault-not-for-this-kind"),
        Problem::WrongKind { expected: "levels", .. } => tr.text("models-fault-levels"),
        Problem::WrongKind { .. } => tr.text(if is_percent {
            "models-fault-percent"
        } else {
            "models-fault-number"
        }),
        Problem::OutOfRange { least, most, .. } => {
            let arguments = [("least", written_limit(least).into()), ("most", written_limit(most).into())];
            tr.fill("models-fault-range", &arguments)
        }
        Problem::TooManyDecimals { decimals, .. } => {
            let decimals = i64::from(*decimals);
            tr.counted("models-fault-decimals", if is_percent { decimals - 2 } else { decimals })
        }
        Problem::UnknownWord { .. } => tr.text("models-fault-choose"),
        Problem::TwoRows { .. } => tr.text("models-fault-two-rows"),
        Problem::TwoWithOneId { .. } => tr.text("models-fault-two-ids"),
        Problem::NoRows => tr.text("models-fault-no-rows"),
        Problem::LastLevelHasLimit { .. } => tr.text("models-fault-last-level"),
        Problem::LevelsOutOfOrder { .. } => tr.text("models-fault-level-order"),
        Problem::BandsOutOfOrder => tr.text("models-fault-bands"),
        Problem::FactorWithoutEffect { .. } => tr.text("models-fault-no-effect"),
        Problem::NoSuchTypeOrPhase { found, .. } => tr.with("models-fault-no-such", "found", found),
        Problem::ExceptionalBelowLimit => tr.text("models-fault-exceptional"),
        Problem::TooManyMultipliers { most } => tr.counted("models-fault-multipliers", i64::try_from(*most).unwrap_or(i64::MAX)),
    }
}

#[cfg(test)]
#[path = "fields_tests.rs"]
mod tests;
