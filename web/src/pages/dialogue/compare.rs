//! Two months side by side: what the measurement that is talked about has, what the one before had, and what has changed, in words.

use std::collections::BTreeSet;

use rules::amount::{MILLION, Points, divide_half_up};
use rules::measurement::{CaseChange, ChangedCase, PointsPart};
use rules::weight_model::{Series, WeightModel};
use store::StoreError;
use store::measurement::Measurement;

use super::super::measurement::{flex_in_words, month, rating};
use crate::counted;
use crate::texts::Tr;

/// Two months side by side.
pub(super) struct Compared {
    /// The month that is talked about.
    pub month: String,
    /// The month before it; empty when nothing was measured before.
    pub before: String,
    /// The measures, a row each.
    pub rows: Vec<Row>,
    /// What has changed about the cases and their effort factors, a sentence each.
    pub cases: Vec<String>,
    /// How many such changes there are.
    pub case_changes: String,
}

/// A measure in both months.
pub(super) struct Row {
    pub what: String,
    pub now: String,
    pub before: String,
    /// What has changed, in words; empty where there is nothing to compare.
    pub change: String,
    pub is_changed: bool,
}

/// Lays two measurements side by side.
pub(super) fn compared(
    now: &Measurement,
    before: Option<&Measurement>,
    models: &Series,
    tr: &Tr,
) -> Result<Compared, StoreError> {
    let rows = Rows {
        tr,
        has_before: before.is_some(),
    };
    let band = |of: &Measurement| counted::band(of.band, tr);
    let mut all = vec![
        rows.amounts(
            tr.text("word-load"),
            (Some(now), before),
            "dialogue-percentage-points",
            |of| {
                let tenths = of.load.rounded(4).map(|share| {
                    let tenths = divide_half_up(i128::from(share.millionths()), 1_000);
                    i64::try_from(tenths).unwrap_or(i64::MAX).saturating_mul(MILLION / 10)
                });
                (tenths, counted::load(of.load, tr))
            },
        ),
        rows.words(tr.text("word-band"), band(now), before.map(band)),
    ];
    all.extend(points(now, before, models, &rows)?);
    let own = |of: &Measurement| {
        of.own
            .as_ref()
            .map(|own| i64::from(u8::from(own.rating)).saturating_mul(MILLION))
    };
    all.push(
        rows.amounts(tr.text("word-own-rating"), (Some(now), before), "dialogue-steps", |of| {
            let said = of.own.as_ref();
            let words = said.map_or_else(|| tr.text("measurement-not-rated"), |own| rating(own.rating.into(), tr));
            (own(of), words)
        }),
    );
    all.push(
        rows.amounts(tr.text("word-flex"), (Some(now), before), "dialogue-hours", |of| {
            let minutes = of.own.as_ref().and_then(|own| own.flex);
            let words = minutes.map_or_else(|| tr.text("word-not-stated"), |minutes| flex_in_words(minutes, tr));
            // In hours, to two decimals, as they are written.
            let hundredths = minutes.map(|minutes| divide_half_up(i128::from(minutes) * 100, 60));
            let hours = hundredths.map(|hundredths| i64::try_from(hundredths).unwrap_or(0).saturating_mul(MILLION / 100));
            (hours, words)
        }),
    );
    let sentence = |of: &Measurement| {
        let said = of.own.as_ref().and_then(|own| own.sentence.clone());
        said.unwrap_or_else(|| tr.text("word-not-stated"))
    };
    all.push(Row {
        what: tr.text("word-work-situation"),
        now: sentence(now),
        before: before.map(sentence).unwrap_or_default(),
        change: String::new(),
        is_changed: false,
    });
    let cases = match before {
        Some(before) => now.measured()?.changes_since(&before.measured()?),
        None => Vec::new(),
    };
    let model = models.on(now.measured_on);
    Ok(Compared {
        month: month(now.month, tr),
        before: before.map(|before| month(before.month, tr)).unwrap_or_default(),
        rows: all,
        case_changes: tr.counted("dialogue-case-changes", i64::try_from(cases.len()).unwrap_or(i64::MAX)),
        cases: cases.iter().map(|changed| in_words(changed, model, tr)).collect(),
    })
}

/// The points by part, all together, and the capacity.
fn points(now: &Measurement, before: Option<&Measurement>, models: &Series, rows: &Rows<'_>) -> Result<Vec<Row>, StoreError> {
    let tr = rows.tr;
    let model = models.on(now.measured_on);
    let (measured, earlier) = (now.measured()?, before.map(Measurement::measured).transpose()?);
    let (parts, parts_before) = (measured.parts(), earlier.as_ref().map(rules::measurement::Measured::parts));
    let names: BTreeSet<&PointsPart> = parts
        .keys()
        .chain(parts_before.iter().flat_map(|parts| parts.keys()))
        .collect();
    let written = |points: Points| (Some(points.millionths()), counted::points(points, tr));
    let mut all: Vec<Row> = names
        .into_iter()
        .map(|part| {
            let of = |parts: &std::collections::BTreeMap<PointsPart, Points>| parts.get(part).copied().unwrap_or(Points::ZERO);
            let before = parts_before.as_ref().map(|parts| written(of(parts)));
            rows.row(part_name(part, model, tr), written(of(&parts)), before, "dialogue-points")
        })
        .collect();
    all.push(
        rows.amounts(tr.text("dialogue-all-points"), (Some(now), before), "dialogue-points", |of| {
            written(of.points)
        }),
    );
    all.push(
        rows.amounts(tr.text("dialogue-capacity"), (Some(now), before), "dialogue-points", |of| {
            written(of.capacity)
        }),
    );
    let count = |cases: usize| {
        let cases = i64::try_from(cases).unwrap_or(i64::MAX);
        (Some(cases.saturating_mul(MILLION)), tr.locale().count(cases))
    };
    let before = earlier.as_ref().map(|measured| count(measured.cases()));
    all.push(rows.row(tr.text("word-cases"), count(measured.cases()), before, "dialogue-pieces"));
    Ok(all)
}

fn part_name(part: &PointsPart, model: Option<&WeightModel>, tr: &Tr) -> String {
    match part {
        PointsPart::Cases(phase) => tr.with("counted-cases-in", "phase", &counted::in_words(phase)),
        PointsPart::Stable => tr.text("counted-stable"),
        PointsPart::Duty(kind) => {
            let row = model.and_then(|model| model.duty(kind));
            tr.with("counted-duty", "title", row.map_or(kind, |row| &row.title))
        }
        PointsPart::Support(kind) => {
            let row = model.and_then(|model| model.support(kind));
            tr.with("counted-support", "title", row.map_or(kind, |row| &row.title))
        }
    }
}

/// Makes the rows, in one language.
struct Rows<'a> {
    tr: &'a Tr,
    has_before: bool,
}

impl Rows<'_> {
    /// A row of an amount in millionths and how it is written, for both months. `unit` is the sentence that says how much more or less.
    fn amounts(
        &self,
        what: String,
        (now, before): (Option<&Measurement>, Option<&Measurement>),
        unit: &str,
        of: impl Fn(&Measurement) -> (Option<i64>, String),
    ) -> Row {
        let now = now.map_or((None, String::new()), &of);
        self.row(what, now, before.map(&of), unit)
    }

    fn row(&self, what: String, now: (Option<i64>, String), before: Option<(Option<i64>, String)>, unit: &str) -> Row {
        let (was, before) = before.unwrap_or((None, String::new()));
        let (change, is_changed) = match (now.0, was) {
            (Some(now), Some(was)) if now == was => (self.tr.text("dialogue-same"), false),
            (Some(now), Some(was)) => {
                let id = if now > was { "dialogue-more" } else { "dialogue-less" };
                let by = self.tr.locale().decimal(now.abs_diff(was).try_into().unwrap_or(i64::MAX), 0);
                (self.tr.with(id, "amount", &self.tr.with(unit, "amount", &by)), true)
            }
            _ => (String::new(), false),
        };
        Row {
            what,
            now: now.1,
            before,
            change: if self.has_before { change } else { String::new() },
            is_changed,
        }
    }

    /// A row of words.
    fn words(&self, what: String, now: String, before: Option<String>) -> Row {
        let is_changed = before.as_ref().is_some_and(|before| *before != now);
        let change = match (&before, is_changed) {
            (None, _) => String::new(),
            (Some(_), true) => self.tr.text("dialogue-changed"),
            (Some(_), false) => self.tr.text("dialogue-same"),
        };
        Row {
            what,
            now,
            before: before.unwrap_or_default(),
            change,
            is_changed,
        }
    }
}

fn in_words(changed: &ChangedCase, model: Option<&WeightModel>, tr: &Tr) -> String {
    let kind = counted::kind(&changed.case_type, changed.phase.as_deref());
    let what = match &changed.change {
        CaseChange::New => tr.with("dialogue-case-new", "kind", &kind),
        CaseChange::Gone => tr.with("dialogue-case-gone", "kind", &kind),
        CaseChange::Moved => tr.with("dialogue-case-moved", "kind", &kind),
        CaseChange::Factor { factor, before, now } => {
            let title = counted::factor_title(factor, model);
            let value = |value: &Option<rules::case::FactorValue>| {
                let known = value.as_ref().map(|value| counted::factor_value(value, tr));
                known.unwrap_or_else(|| tr.text("dialogue-does-not-count"))
            };
            let arguments = [
                ("factor", title.into()),
                ("before", value(before).into()),
                ("now", value(now).into()),
            ];
            tr.fill("dialogue-case-factor", &arguments)
        }
    };
    tr.fill(
        "dialogue-case",
        &[("reference", changed.reference.as_str().into()), ("what", what.into())],
    )
}
