//! A weight model in words and tables, for whoever is weighed by it.

use rules::amount::{Hours, Points, Share};
use rules::weight_model::{Band, Factor, FactorKind, Limit, ReductionRow, Rounding, ScoredBy, WeightModel};

use crate::counted;
use crate::texts::Tr;

/// A part of a model: a heading, sentences, and a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Part {
    /// The id of its heading in the page.
    pub id: &'static str,
    /// Its heading.
    pub title: String,
    /// What is said of it.
    pub sentences: Vec<String>,
    /// The names of the columns; empty without a table.
    pub columns: Vec<String>,
    /// The rows, a cell for each column.
    pub rows: Vec<Vec<String>>,
}

/// The whole model.
pub fn parts(model: &WeightModel, tr: &Tr) -> Vec<Part> {
    let parts = [
        cases(model, tr),
        factors(model, tr),
        shared(model, tr),
        capacity(model, tr),
        duties(model, tr),
        support(model, tr),
        reductions(model, tr),
        limits(model, tr),
        bands(model, tr),
    ];
    parts
        .into_iter()
        .filter(|part| !part.sentences.is_empty() || !part.rows.is_empty())
        .collect()
}

/// Who confirms the factors, in words.
pub fn scored_by(model: &WeightModel, tr: &Tr) -> String {
    tr.text(match model.scored_by {
        ScoredBy::Worker => "models-choice-scored_by-worker",
        ScoredBy::Lead => "models-choice-scored_by-lead",
        ScoredBy::Both => "models-choice-scored_by-both",
    })
}

fn columns(ids: &[&str], tr: &Tr) -> Vec<String> {
    ids.iter().map(|id| tr.text(id)).collect()
}

fn points(of: Points, tr: &Tr) -> String {
    counted::points(of, tr)
}

fn hours(of: Hours, tr: &Tr) -> String {
    tr.locale().decimal(of.millionths(), 0)
}

/// A share as percent, with as many decimals as it has.
pub fn percent(of: Share, tr: &Tr) -> String {
    tr.with("models-percent", "share", &tr.locale().decimal(of.millionths() * 100, 0))
}

fn cases(model: &WeightModel, tr: &Tr) -> Part {
    let rows = model.cases.iter().map(|row| {
        let title = row.title.clone().unwrap_or_else(|| counted::in_words(&row.case_type));
        let phase = row
            .phase
            .as_deref()
            .map_or_else(|| tr.text("models-any-phase"), counted::in_words);
        vec![title, phase, points(row.points, tr)]
    });
    Part {
        id: "cases",
        title: tr.text("models-part-cases"),
        sentences: vec![tr.text("models-part-cases-lead")],
        columns: columns(&["models-word-type", "models-word-phase", "word-points"], tr),
        rows: rows.collect(),
    }
}

fn factors(model: &WeightModel, tr: &Tr) -> Part {
    let rows = model
        .factors
        .iter()
        .map(|factor| vec![factor.title.clone(), effect(&factor.kind, tr), applies(factor, tr)]);
    let rows: Vec<Vec<String>> = rows.collect();
    let lead = (!rows.is_empty()).then(|| tr.text("models-part-factors-lead"));
    Part {
        id: "factors",
        title: tr.text("models-part-factors"),
        sentences: lead.into_iter().collect(),
        columns: columns(&["models-word-factor", "models-word-effect", "models-word-applies"], tr),
        rows,
    }
}

/// What a factor does, in words and numbers.
fn effect(kind: &FactorKind, tr: &Tr) -> String {
    let plain = |share: Share| tr.locale().decimal(share.millionths(), 0);
    let listed = |parts: Vec<String>| parts.join(", ");
    match kind {
        FactorKind::Flag { add, multiply } => {
            let adds = (!add.is_zero()).then(|| tr.with("models-adds", "points", &points(*add, tr)));
            let multiplies = (*multiply != Share::FULL).then(|| tr.with("models-multiplies", "by", &plain(*multiply)));
            listed(adds.into_iter().chain(multiplies).collect())
        }
        FactorKind::Count { free, add, max } => {
            let each = tr.fill(
                "models-adds-each",
                &[("points", points(*add, tr).into()), ("free", i64::from(*free).into())],
            );
            let most = max.map(|max| tr.with("models-at-most", "points", &points(max, tr)));
            listed(std::iter::once(each).chain(most).collect())
        }
        FactorKind::Levels(levels) => listed(
            levels
                .iter()
                .map(|(name, add)| format!("{}: +\u{a0}{}", counted::in_words(name), points(*add, tr)))
                .collect(),
        ),
        FactorKind::Multipliers(levels) => listed(
            levels
                .iter()
                .map(|(name, by)| format!("{}: ×\u{a0}{}", counted::in_words(name), plain(*by)))
                .collect(),
        ),
    }
}

fn applies(factor: &Factor, tr: &Tr) -> String {
    restricted(&factor.types, &factor.phases, tr)
}

fn restricted(types: &[String], phases: &[String], tr: &Tr) -> String {
    let words: Vec<String> = types.iter().chain(phases).map(|id| counted::in_words(id)).collect();
    if words.is_empty() {
        tr.text("models-applies-to-all")
    } else {
        words.join(", ")
    }
}

fn shared(model: &WeightModel, tr: &Tr) -> Part {
    let arguments = [
        ("main", percent(model.share.main, tr).into()),
        ("co", percent(model.share.co, tr).into()),
    ];
    Part {
        id: "shared",
        title: tr.text("models-part-share"),
        sentences: vec![tr.fill("models-share", &arguments)],
        ..Part::default()
    }
}

fn capacity(model: &WeightModel, tr: &Tr) -> Part {
    let norm = &model.norm;
    let arguments = [
        ("points", points(norm.points, tr).into()),
        ("hours", hours(norm.hours_per_week, tr).into()),
    ];
    let mut sentences = vec![tr.fill("models-norm", &arguments)];
    if !norm.stable.is_zero() {
        let id = if norm.stable_scales {
            "models-stable-scales"
        } else {
            "models-stable"
        };
        sentences.push(tr.with(id, "points", &points(norm.stable, tr)));
    }
    if norm.rounding == Rounding::Down {
        sentences.push(tr.text("models-rounded-down"));
    }
    let rows = norm.levels.iter().map(|level| {
        let until = match level.below_months {
            Some(months) => tr.counted("models-level-below", months.into()),
            None => tr.text("models-level-last"),
        };
        vec![counted::in_words(&level.id), until, percent(level.share, tr)]
    });
    Part {
        id: "capacity",
        title: tr.text("models-part-norm"),
        sentences,
        columns: columns(&["models-word-level", "models-word-experience", "models-word-share"], tr),
        rows: rows.collect(),
    }
}

fn duties(model: &WeightModel, tr: &Tr) -> Part {
    let rows = model
        .duties
        .iter()
        .map(|duty| vec![duty.title.clone(), points(duty.points, tr)]);
    Part {
        id: "duties",
        title: tr.text("models-part-duty"),
        columns: columns(&["models-word-duty", "word-points"], tr),
        rows: rows.collect(),
        ..Part::default()
    }
}

fn support(model: &WeightModel, tr: &Tr) -> Part {
    let rows = model.support.iter().map(|support| {
        let days = tr.counted("days", support.days.into());
        vec![support.title.clone(), points(support.points, tr), days]
    });
    let rows: Vec<Vec<String>> = rows.collect();
    let lead = (!rows.is_empty()).then(|| tr.text("models-part-support-lead"));
    Part {
        id: "support",
        title: tr.text("models-part-support"),
        sentences: lead.into_iter().collect(),
        columns: columns(&["models-word-support", "word-points", "models-word-days"], tr),
        rows,
    }
}

fn reductions(model: &WeightModel, tr: &Tr) -> Part {
    let rows = model.reductions.iter().map(|row| vec![row.title.clone(), reduction(row, tr)]);
    Part {
        id: "reductions",
        title: tr.text("models-part-reduction"),
        columns: columns(&["models-word-reduction", "models-word-effect"], tr),
        rows: rows.collect(),
        ..Part::default()
    }
}

fn reduction(row: &ReductionRow, tr: &Tr) -> String {
    let given = match row.share {
        Some(share) => percent(share, tr),
        None => tr.text("models-reduction-free"),
    };
    let most = row
        .max_share
        .map(|most| tr.with("models-reduction-most", "share", &percent(most, tr)));
    let months = row.months.map(|months| tr.counted("models-reduction-months", months.into()));
    let words: Vec<String> = std::iter::once(given).chain(most).chain(months).collect();
    words.join(", ")
}

fn limits(model: &WeightModel, tr: &Tr) -> Part {
    let rows = model.limits.iter().map(|limit| vec![of_limit(limit, tr), most(limit, tr)]);
    Part {
        id: "limits",
        title: tr.text("models-part-limit"),
        columns: columns(&["models-word-limit", "models-word-most"], tr),
        rows: rows.collect(),
        ..Part::default()
    }
}

fn of_limit(limit: &Limit, tr: &Tr) -> String {
    let named = limit.title.clone();
    named.unwrap_or_else(|| restricted(&limit.types, &limit.phases, tr))
}

fn most(limit: &Limit, tr: &Tr) -> String {
    let count = i64::from(limit.count);
    match limit.exceptional {
        Some(exceptional) => tr.fill(
            "models-limit-exceptional",
            &[("count", count.into()), ("exceptional", i64::from(exceptional).into())],
        ),
        None => tr.counted("models-limit", count),
    }
}

fn bands(model: &WeightModel, tr: &Tr) -> Part {
    let bands = &model.bands;
    let [low, high, over] = [bands.low, bands.high, bands.over].map(|share| percent(share, tr));
    let row = |band: Band, id: &str, from: &str, to: &str| {
        let limits = tr.fill(id, &[("from", from.into()), ("to", to.into())]);
        vec![counted::band(band, tr), limits]
    };
    let rows = [
        (!bands.low.is_zero()).then(|| row(Band::Low, "models-band-under", "", &low)),
        Some(row(Band::Balance, "models-band-from", &low, &high)),
        (bands.high != bands.over).then(|| row(Band::High, "models-band-above", &high, &over)),
        Some(row(Band::Over, "models-band-over", &over, "")),
    ];
    let overload = model.overload.map(|rule| {
        let band = counted::band(rule.band, tr);
        tr.fill(
            "models-overload",
            &[("band", band.into()), ("count", i64::from(rule.weeks).into())],
        )
    });
    Part {
        id: "bands",
        title: tr.text("models-part-bands"),
        sentences: overload.into_iter().collect(),
        columns: columns(&["word-band", "word-load"], tr),
        rows: rows.into_iter().flatten().collect(),
    }
}
