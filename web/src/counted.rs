//! So it was counted: a load and its lines in the reader's words.

use rules::amount::{Points, Share};
use rules::capacity::{CapacityLines, ReductionLine};
use rules::case::{FactorValue, Part};
use rules::load::{CaseLines, Explanation, Load, PersonLoad};
use rules::weigh::{Line, Step};
use rules::weight_model::{Band, WeightModel};

use crate::picture::{BandWords, Gauge, Limits, Picture, Sparkline, Words};
use crate::texts::Tr;

/// A line: what was counted, how, and what it came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountedLine {
    /// What was counted.
    pub what: String,
    /// How; empty where nothing needs saying.
    pub how: String,
    /// What it came to; empty where it is no amount of its own.
    pub amount: String,
}

/// A case and its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountedCase {
    /// The source system's reference.
    pub reference: String,
    /// Type and phase.
    pub kind: String,
    /// Points, or that it could not be weighed.
    pub points: String,
    /// How they were counted.
    pub lines: Vec<CountedLine>,
}

/// A load in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountedLoad {
    /// The load: `84,4 %`, or the words for no capacity.
    pub load: String,
    /// The word for the band.
    pub band: String,
    /// What the band means, in a sentence.
    pub meaning: String,
    /// Points held.
    pub points: String,
    /// Points that can be carried.
    pub capacity: String,
    /// What the points are made of: cases by phase, stable part, duties, support.
    pub parts: Vec<CountedLine>,
    /// What the capacity is made of.
    pub capacity_lines: Vec<CountedLine>,
    /// The cases, each with its lines.
    pub cases: Vec<CountedCase>,
}

/// A load as it is written, or the words for no capacity.
pub fn load(load: Load, tr: &Tr) -> String {
    match load.rounded(4) {
        Some(share) => tr.locale().percent(share),
        None => tr.text("band-no-capacity"),
    }
}

/// Points as they are written.
pub fn points(points: Points, tr: &Tr) -> String {
    tr.locale().decimal(points.millionths(), 0)
}

/// The word for a band.
pub fn band(band: Band, tr: &Tr) -> String {
    tr.text(&format!("band-{}", band.id()))
}

/// The words for all bands.
pub struct BandTexts([String; 5]);

impl BandTexts {
    /// In the reader's language.
    pub fn new(tr: &Tr) -> Self {
        Self([Band::Low, Band::Balance, Band::High, Band::Over, Band::NoCapacity].map(|one| band(one, tr)))
    }

    /// For a picture.
    pub fn words(&self) -> BandWords<'_> {
        let [low, balance, high, over, no_capacity] = &self.0;
        BandWords {
            low,
            balance,
            high,
            over,
            no_capacity,
        }
    }
}

/// Where the model's bands begin.
pub fn limits(model: &WeightModel) -> Limits {
    Limits {
        balance: model.bands.low.millionths(),
        high: model.bands.high.millionths(),
        over: model.bands.over.millionths(),
    }
}

/// How something went month by month, small: the name, value and text of each point, the earliest first. `column` is the id of the sentence
/// for what is shown.
pub fn trend(id: &str, title: &str, points: &[(String, Option<i64>, String)], column: &str, tr: &Tr) -> Picture {
    let then = points.first().map_or("", |(.., text)| text);
    let now = points.last().map_or("", |(.., text)| text);
    let points: Vec<(&str, Option<i64>, &str)> = points.iter().map(|(name, value, text)| (&**name, *value, &**text)).collect();
    Sparkline {
        words: Words {
            title,
            description: &tr.fill("year-description", &[("then", then.into()), ("now", now.into())]),
        },
        points: &points,
        columns: [&tr.text("word-month"), &tr.text(column)],
    }
    .draw(id)
}

/// The load against the bands.
pub fn gauge(of: &PersonLoad, model: &WeightModel, tr: &Tr) -> Picture {
    let limits = limits(model);
    let bands = BandTexts::new(tr);
    let texts = [limits.balance, limits.high, limits.over].map(|limit| {
        // In hundredths, since the picture says per cent once.
        tr.locale().decimal(limit.saturating_mul(100), 0)
    });
    let value = load(of.load, tr);
    let description = tr.fill(
        "gauge-description",
        &[("load", value.as_str().into()), ("band", band(of.band, tr).into())],
    );
    Gauge {
        words: Words {
            title: &tr.text("gauge-title"),
            description: &description,
        },
        value: of.load.rounded(4).map(Share::millionths),
        value_text: &value,
        band: of.band,
        limits,
        limit_texts: [&texts[0], &texts[1], &texts[2]],
        bands: bands.words(),
        columns: [&tr.text("word-load"), &tr.text("word-band")],
    }
    .draw("gauge")
}

/// A whole load, opened.
pub fn counted(explained: &Explanation, model: &WeightModel, tr: &Tr) -> CountedLoad {
    let of = &explained.load;
    let mut cases: Vec<&CaseLines> = explained.cases.iter().collect();
    cases.sort_by(|a, b| (&a.phase, &a.reference).cmp(&(&b.phase, &b.reference)));
    CountedLoad {
        load: load(of.load, tr),
        band: band(of.band, tr),
        meaning: tr.text(&format!("band-{}-means", of.band.id())),
        points: points(of.points, tr),
        capacity: points(of.capacity, tr),
        parts: parts(explained, &cases, model, tr),
        capacity_lines: capacity_lines(&explained.capacity, model, tr),
        cases: cases.into_iter().map(|case| counted_case(case, model, tr)).collect(),
    }
}

fn parts(explained: &Explanation, cases: &[&CaseLines], model: &WeightModel, tr: &Tr) -> Vec<CountedLine> {
    let line = |what: String, amount: Points| CountedLine {
        what,
        how: String::new(),
        amount: points(amount, tr),
    };
    let mut parts: Vec<CountedLine> = cases
        .chunk_by(|a, b| a.phase == b.phase)
        .map(|of_phase| {
            let sum = of_phase
                .iter()
                .filter_map(|case| case.weighed.as_ref().ok())
                .fold(Points::ZERO, |sum, weighed| sum + weighed.points);
            let phase = of_phase[0].phase.as_deref().unwrap_or_else(|| &of_phase[0].case_type);
            CountedLine {
                how: tr.counted("counted-cases", i64::try_from(of_phase.len()).unwrap_or(i64::MAX)),
                ..line(tr.with("counted-cases-in", "phase", &in_words(phase)), sum)
            }
        })
        .collect();
    if explained.load.in_service && !explained.load.stable.is_zero() {
        parts.push(line(tr.text("counted-stable"), explained.load.stable));
    }
    parts.extend(explained.duties.iter().map(|(kind, amount)| {
        let title = model.duty(kind).map_or(kind.as_str(), |duty| duty.title.as_str());
        line(tr.with("counted-duty", "title", title), amount.unwrap_or(Points::ZERO))
    }));
    parts.extend(explained.support.iter().map(|(kind, amount)| {
        let title = model.support(kind).map_or(kind.as_str(), |support| support.title.as_str());
        line(tr.with("counted-support", "title", title), *amount)
    }));
    parts
}

/// An id of a model as a word: its first letter large.
pub fn in_words(id: &str) -> String {
    let mut letters = id.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// Type and phase of a case.
pub fn kind(case_type: &str, phase: Option<&str>) -> String {
    phase.map_or_else(|| in_words(case_type), |phase| format!("{}, {phase}", in_words(case_type)))
}

/// What is known of an effort factor.
pub fn factor_value(value: &FactorValue, tr: &Tr) -> String {
    match value {
        FactorValue::Flag(true) => tr.text("word-yes"),
        FactorValue::Flag(false) => tr.text("word-no"),
        FactorValue::Count(count) => tr.locale().count((*count).into()),
        FactorValue::Level(level) => level.clone(),
    }
}

/// The title of a factor of the model; its id where the model has none such.
pub fn factor_title(id: &str, model: Option<&WeightModel>) -> String {
    let known = model.and_then(|model| model.factors.iter().find(|factor| factor.id == id));
    known.map_or_else(|| id.to_owned(), |factor| factor.title.clone())
}

fn counted_case(case: &CaseLines, model: &WeightModel, tr: &Tr) -> CountedCase {
    let (amount, lines) = match &case.weighed {
        Ok(weighed) => {
            let lines = weighed.lines.iter().map(|line| step(line, model, tr)).collect();
            (points(weighed.points, tr), lines)
        }
        Err(_) => (tr.text("counted-not-weighed"), Vec::new()),
    };
    CountedCase {
        reference: case.reference.clone(),
        kind: kind(&case.case_type, case.phase.as_deref()),
        points: amount,
        lines,
    }
}

fn step(line: &Line, model: &WeightModel, tr: &Tr) -> CountedLine {
    let times = |share: Share| format!("× {}", tr.locale().decimal(share.millionths(), 0));
    let title = |id: &str| factor_title(id, Some(model));
    let (what, how) = match &line.step {
        Step::Row { case_type, phase } => (
            tr.with("counted-row", "row", &kind(case_type, phase.as_deref())),
            String::new(),
        ),
        Step::Add {
            factor, each, counted, ..
        } if *counted > 1 => (
            title(factor),
            format!("{} × {}", tr.locale().count((*counted).into()), points(*each, tr)),
        ),
        Step::Add { factor, value, .. } => {
            let value = value.to_string();
            (title(factor), if value == "true" { String::new() } else { value })
        }
        Step::Multiply { factor, by, .. } => (title(factor), times(*by)),
        Step::Rounding => (tr.text("counted-rounding"), String::new()),
        Step::Part { part, share } => {
            let id = match part {
                Part::Main => "counted-part-main",
                Part::Co => "counted-part-co",
            };
            (tr.text(id), times(*share))
        }
        Step::Count { count } => (tr.counted("counted-several", (*count).into()), String::new()),
    };
    CountedLine {
        what,
        how,
        amount: points(line.points, tr),
    }
}

fn capacity_lines(lines: &CapacityLines, model: &WeightModel, tr: &Tr) -> Vec<CountedLine> {
    let hours = |hours: rules::amount::Hours| tr.locale().decimal(hours.millionths(), 0);
    let line = |what: String, how: String| CountedLine {
        what,
        how,
        amount: String::new(),
    };
    let mut counted = vec![CountedLine {
        amount: points(lines.norm, tr),
        ..line(
            tr.text("counted-norm"),
            tr.with("counted-hours", "hours", &hours(lines.full_time)),
        )
    }];
    if let Some((level, share)) = &lines.level {
        let share = tr.locale().percent(*share);
        counted.push(line(tr.with("counted-level", "level", level), share));
    }
    for (unit, worked) in &lines.employments {
        let what = match unit {
            Some(unit) => tr.with("counted-works-in", "unit", unit),
            None => tr.text("counted-works"),
        };
        counted.push(line(what, tr.with("counted-hours", "hours", &hours(*worked))));
    }
    if lines.employments.is_empty() {
        counted.push(line(tr.text("counted-not-in-service"), String::new()));
    }
    counted.extend(lines.reductions.iter().map(|one| reduction(one, model, tr)));
    counted
}

fn reduction(of: &ReductionLine, model: &WeightModel, tr: &Tr) -> CountedLine {
    let title = model.reduction(&of.kind).map_or(of.kind.as_str(), |row| row.title.as_str());
    let how = match (of.expired, of.share, of.hours) {
        (true, ..) => tr.text("counted-expired"),
        (false, Some(share), _) => format!("− {}", tr.locale().percent(share)),
        (false, None, Some(hours)) => {
            let hours = tr.locale().decimal(hours.millionths(), 0);
            format!("− {}", tr.with("counted-hours", "hours", &hours))
        }
        (false, None, None) => String::new(),
    };
    CountedLine {
        what: tr.with("counted-reduction", "title", title),
        how,
        amount: String::new(),
    }
}
