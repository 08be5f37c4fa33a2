//! From a model back to the text of a model file; parsed again it is the same model.

use std::fmt::Write as _;

use super::{Factor, FactorKind, Limit, Rounding, ScoredBy, WeightModel};
use crate::amount::Share;

/// A TOML basic string on one line, which may stand as a value and as a key alike.
fn quoted(text: &str) -> String {
    let mut out = String::from('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            // Writing to a String cannot fail.
            _ if letter.is_control() => drop(write!(out, "\\u{:04X}", u32::from(letter))),
            _ => out.push(letter),
        }
    }
    out.push('"');
    out
}

fn list(items: &[String]) -> String {
    format!("[{}]", items.iter().map(|item| quoted(item)).collect::<Vec<_>>().join(", "))
}

/// One `key = value` line.
fn line(out: &mut String, key: &str, value: impl std::fmt::Display) {
    // Writing to a String cannot fail.
    let _ = writeln!(out, "{key} = {value}");
}

fn line_if<T: std::fmt::Display>(out: &mut String, key: &str, value: Option<T>) {
    if let Some(value) = value {
        line(out, key, value);
    }
}

fn lines_if_any(out: &mut String, key: &str, items: &[String]) {
    if !items.is_empty() {
        line(out, key, list(items));
    }
}

fn entries<T: std::fmt::Display>(items: &[(String, T)]) -> String {
    let items = items.iter().map(|(name, value)| format!("{} = {value}", quoted(name)));
    format!("{{ {} }}", items.collect::<Vec<_>>().join(", "))
}

impl WeightModel {
    /// The model as the text of a model file.
    #[must_use]
    pub fn to_toml(&self) -> String {
        let mut out = String::new();
        self.print_head(&mut out);
        for row in &self.cases {
            out.push_str("\n[[case]]\n");
            line(&mut out, "type", quoted(&row.case_type));
            line_if(&mut out, "phase", row.phase.as_deref().map(quoted));
            line_if(&mut out, "title", row.title.as_deref().map(quoted));
            line(&mut out, "points", row.points);
        }
        for factor in &self.factors {
            print_factor(&mut out, factor);
        }
        out.push_str("\n[share]\n");
        line(&mut out, "main", self.share.main);
        line(&mut out, "co", self.share.co);
        self.print_other_work(&mut out);
        for limit in &self.limits {
            print_limit(&mut out, limit);
        }
        out.push_str("\n[bands]\n");
        line(&mut out, "low", self.bands.low);
        line(&mut out, "high", self.bands.high);
        line(&mut out, "over", self.bands.over);
        if let Some(overload) = self.overload {
            out.push_str("\n[overload]\n");
            line(&mut out, "band", quoted(overload.band.id()));
            line(&mut out, "weeks", overload.weeks);
        }
        out
    }

    fn print_head(&self, out: &mut String) {
        line(out, "format", 1);
        for (key, text) in [
            ("id", &self.id),
            ("version", &self.version),
            ("title", &self.title),
            ("source", &self.source),
        ] {
            line(out, key, quoted(text));
        }
        line(out, "valid_from", self.valid_from);
        line(out, "unit", quoted(&self.unit));
        let scored_by = match self.scored_by {
            ScoredBy::Worker => "worker",
            ScoredBy::Lead => "lead",
            ScoredBy::Both => "both",
        };
        line(out, "scored_by", quoted(scored_by));
        out.push_str("\n[norm]\n");
        line(out, "points", self.norm.points);
        line(out, "hours_per_week", self.norm.hours_per_week);
        line(out, "stable", self.norm.stable);
        line(out, "stable_scales", self.norm.stable_scales);
        let rounding = match self.norm.rounding {
            Rounding::None => "none",
            Rounding::Down => "down",
        };
        line(out, "rounding", quoted(rounding));
        for level in &self.norm.levels {
            out.push_str("\n[[norm.level]]\n");
            line(out, "id", quoted(&level.id));
            line_if(out, "below_months", level.below_months);
            line(out, "share", level.share);
        }
    }

    fn print_other_work(&self, out: &mut String) {
        for duty in &self.duties {
            out.push_str("\n[[duty]]\n");
            line(out, "id", quoted(&duty.id));
            line(out, "title", quoted(&duty.title));
            line(out, "points", duty.points);
        }
        for support in &self.support {
            out.push_str("\n[[support]]\n");
            line(out, "id", quoted(&support.id));
            line(out, "title", quoted(&support.title));
            line(out, "points", support.points);
            line(out, "days", support.days);
        }
        for reduction in &self.reductions {
            out.push_str("\n[[reduction]]\n");
            line(out, "id", quoted(&reduction.id));
            line(out, "title", quoted(&reduction.title));
            line_if(out, "share", reduction.share);
            line_if(out, "max_share", reduction.max_share);
            line_if(out, "months", reduction.months);
        }
    }
}

fn print_factor(out: &mut String, factor: &Factor) {
    out.push_str("\n[[factor]]\n");
    line(out, "id", quoted(&factor.id));
    line(out, "title", quoted(&factor.title));
    match &factor.kind {
        FactorKind::Flag { add, multiply } => {
            line(out, "kind", "\"flag\"");
            line(out, "add", add);
            line_if(out, "multiply", (*multiply != Share::FULL).then_some(multiply));
        }
        FactorKind::Count { free, add, max } => {
            line(out, "kind", "\"count\"");
            line(out, "free", free);
            line(out, "add", add);
            line_if(out, "max", *max);
        }
        FactorKind::Levels(levels) => {
            line(out, "kind", "\"level\"");
            line(out, "levels", entries(levels));
        }
        FactorKind::Multipliers(multipliers) => {
            line(out, "kind", "\"level\"");
            line(out, "multipliers", entries(multipliers));
        }
    }
    lines_if_any(out, "types", &factor.types);
    lines_if_any(out, "phases", &factor.phases);
}

fn print_limit(out: &mut String, limit: &Limit) {
    out.push_str("\n[[limit]]\n");
    line_if(out, "title", limit.title.as_deref().map(quoted));
    line(out, "count", limit.count);
    line_if(out, "exceptional", limit.exceptional);
    lines_if_any(out, "types", &limit.types);
    lines_if_any(out, "phases", &limit.phases);
    lines_if_any(out, "beside", &limit.beside);
}
