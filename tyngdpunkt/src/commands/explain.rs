//! `explain`: exactly how a person's or a case's number was counted.

use rules::amount::{Points, Share};
use rules::capacity::{CapacityLines, ReductionLine};
use rules::case::Part;
use rules::load::{self, CaseLines};
use rules::weigh::{Line, Step, Weighed, weigh};
use rules::weight_model::WeightModel;
use serde_json::json;
use store::load::{CasePhase, PersonFacts};

use super::lines::{merged, of_load, of_weighed};
use super::{nobody, one_person};
use crate::cli::Explain as Options;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::language::Language;
use crate::output::{Cell, Explanation, Report};
use crate::sentences;
use crate::session::Session;

pub async fn run(options: &Options, session: &Session) -> Result<Exit, Failure> {
    let store = session.open_existing().await?;
    let day = options.as_of.unwrap_or(session.today);
    let mut reading = session.read(&store).await?;
    let mut notes = Vec::new();
    let models = session.models(&mut reading, &mut notes).await?;
    let model = session.model_on(&models, day)?;
    if let Some(found) = one_person(&mut reading, &options.what, session).await? {
        let facts = reading.somebody(found.id, day, day).await.map_err(session.store())?;
        let facts = facts.ok_or_else(|| nobody(&options.what, session))?;
        session.end(reading).await?;
        return person(&facts, model, day, notes, session);
    }
    let phases = reading.case(&options.what, day).await.map_err(session.store())?;
    let phases = phases.ok_or_else(|| nobody(&options.what, session))?;
    session.end(reading).await?;
    case(&options.what, &phases, model, day, notes, session)
}

fn person(
    facts: &PersonFacts,
    model: &WeightModel,
    day: jiff::civil::Date,
    notes: Vec<String>,
    session: &Session,
) -> Result<Exit, Failure> {
    let mut explained = load::explain(model, &facts.person, &facts.holdings, day);
    explained
        .cases
        .sort_by(|a, b| (&a.reference, &a.phase).cmp(&(&b.reference, &b.phase)));
    if session.wants_json() {
        let who = json!({ "report": "explain", "person": facts.person.reference, "name": facts.name, "as_of": day, "model": model_name(model), "notes": notes });
        session.deliver_json(&merged(who, of_load(&explained, model, &session.language)))?;
        return Ok(Exit::Done);
    }
    let title = session.language.text(
        "title-explain-person",
        &[
            ("name", facts.name.clone().into()),
            ("number", facts.person.reference.clone().into()),
            ("model", model_name(model).into()),
        ],
    );
    let mut report =
        explanation_of_load(&explained, model, &session.language).report("explain", title, Some(day), &session.language);
    report.notes = notes;
    session.deliver(&report)?;
    Ok(Exit::Done)
}

fn case(
    reference: &str,
    phases: &[CasePhase],
    model: &WeightModel,
    day: jiff::civil::Date,
    mut notes: Vec<String>,
    session: &Session,
) -> Result<Exit, Failure> {
    let language = &session.language;
    if phases.is_empty() {
        notes.push(language.text("note-case-not-open", &[("reference", reference.into())]));
    }
    let weighed: Vec<_> = phases
        .iter()
        .map(|phase| {
            let (part, share) = phase
                .holder
                .as_ref()
                .map_or((Part::Main, None), |(_, part, share)| (*part, *share));
            (
                phase,
                weigh(
                    model,
                    &phase.case_type,
                    phase.phase.as_deref(),
                    &phase.effort,
                    (part, share),
                    1,
                ),
            )
        })
        .collect();
    if session.wants_json() {
        let held = weighed.iter().map(|(phase, _)| {
            let holder = phase.holder.as_ref().map(|(person, part, _)| json!({ "person": person.number, "name": person.name, "part": part }));
            json!({ "type": phase.case_type, "phase": phase.phase, "factors": phase.effort, "period": phase.period, "holder": holder })
        });
        let held = held
            .zip(&weighed)
            .map(|(facts, (_, weighed))| merged(facts, of_weighed(weighed.as_ref(), language)));
        let held: Vec<_> = held.collect();
        session.deliver_json(
            &json!({ "report": "explain", "case": reference, "as_of": day, "model": model_name(model), "holdings": held, "notes": notes }),
        )?;
        return Ok(Exit::Done);
    }
    let lines = weighed.into_iter().map(|(phase, weighed)| {
        let holder = match &phase.holder {
            Some((person, Part::Main, _)) => language.text("held-by-main", &[("name", person.name.clone().into())]),
            Some((person, Part::Co, _)) => language.text("held-by-co", &[("name", person.name.clone().into())]),
            None => language.text("held-by-nobody", &[]),
        };
        weighed_lines(
            &kind(&phase.case_type, phase.phase.as_deref()),
            Some(holder),
            weighed.as_ref(),
            model,
            language,
        )
    });
    let title = language.text(
        "title-explain-case",
        &[("reference", reference.into()), ("model", model_name(model).into())],
    );
    let whole = Explanation::line(reference, None, Cell::EMPTY).with(lines.collect());
    let mut report: Report = whole.report("explain", title, Some(day), language);
    report.notes = notes;
    session.deliver(&report)?;
    Ok(Exit::Done)
}

/// Id and version of a model.
pub fn model_name(model: &WeightModel) -> String {
    format!("{} {}", model.id, model.version)
}

/// A case type and phase as one word.
pub fn kind(case_type: &str, phase: Option<&str>) -> String {
    phase.map_or_else(|| case_type.to_owned(), |phase| format!("{case_type}/{phase}"))
}

/// A load opened into all its lines.
pub fn explanation_of_load(explained: &load::Explanation, model: &WeightModel, language: &Language) -> Explanation {
    let text = |id: &str| language.text(id, &[]);
    let load = &explained.load;
    let mut held = vec![
        Explanation::line(
            language.text("explain-cases", &[("count", load.cases.into())]),
            None,
            Cell::Points(load.case_points),
        )
        .with(explained.cases.iter().map(|case| case_line(case, model, language)).collect()),
    ];
    if load.in_service && !load.stable.is_zero() {
        held.push(Explanation::line(text("explain-stable"), None, Cell::Points(load.stable)));
    }
    held.extend(explained.duties.iter().map(|(kind, points)| {
        let title = model.duty(kind).map_or_else(|| kind.clone(), |duty| duty.title.clone());
        let why = points.is_none().then(|| text("explain-not-in-model"));
        Explanation::line(
            language.text("explain-duty", &[("title", title.into())]),
            why,
            Cell::Points(points.unwrap_or(Points::ZERO)),
        )
    }));
    held.extend(explained.support.iter().map(|(kind, points)| {
        let title = model
            .support(kind)
            .map_or_else(|| kind.clone(), |support| support.title.clone());
        let id = if *points < Points::ZERO {
            "explain-support-received"
        } else {
            "explain-support-given"
        };
        Explanation::line(language.text(id, &[("title", title.into())]), None, Cell::Points(*points))
    }));
    let points = Explanation::line(text("explain-points"), None, Cell::Points(load.points)).with(held);
    let ratio = match load.load {
        load::Load::Of { points, capacity } => {
            let locale = language.locale();
            Some(format!("{} ÷ {}", locale.points(points), locale.points(capacity)))
        }
        load::Load::NoCapacity => None,
    };
    let band = language.text(&format!("band-{}", load.band.id()), &[]);
    let result = super::load_cell(load.load, language);
    Explanation::line(language.text("explain-load", &[("band", band.into())]), ratio, result)
        .with(vec![points, capacity_line(&explained.capacity, model, language)])
}

fn case_line(case: &CaseLines, model: &WeightModel, language: &Language) -> Explanation {
    let label = format!("{} {}", case.reference, kind(&case.case_type, case.phase.as_deref()));
    weighed_lines(label.trim(), None, case.weighed.as_ref(), model, language)
}

/// One case: its points and how they were counted, or why it could not be weighed.
fn weighed_lines(
    label: &str,
    how: Option<String>,
    weighed: Result<&Weighed, &rules::weigh::WeighError>,
    model: &WeightModel,
    language: &Language,
) -> Explanation {
    match weighed {
        Ok(weighed) => {
            let lines = weighed.lines.iter().map(|line| step_line(line, model, language)).collect();
            Explanation::line(label, how, Cell::Points(weighed.points)).with(lines)
        }
        Err(error) => Explanation::line(label, Some(sentences::weigh(error, language)), Cell::Points(Points::ZERO)),
    }
}

fn step_line(line: &Line, model: &WeightModel, language: &Language) -> Explanation {
    let locale = language.locale();
    let title = |id: &str| {
        model
            .factors
            .iter()
            .find(|factor| factor.id == id)
            .map_or_else(|| id.to_owned(), |factor| factor.title.clone())
    };
    let (label, how) = match &line.step {
        Step::Row { case_type, phase } => (
            language.text("explain-row", &[("row", kind(case_type, phase.as_deref()).into())]),
            None,
        ),
        Step::Add {
            factor,
            value,
            each,
            counted,
            at_most,
        } => {
            let value = value.to_string();
            let mut how = match value.as_str() {
                "true" => String::new(),
                value => value.to_owned(),
            };
            if *counted > 1 || *at_most {
                how = format!("{how}: {} × {}", locale.count((*counted).into()), locale.points(*each));
            }
            if *at_most {
                how = format!(
                    "{how}, {}",
                    language.text("explain-at-most", &[("points", locale.points(line.points).into())])
                );
            }
            (title(factor), (!how.is_empty()).then_some(how))
        }
        Step::Multiply { factor, by, .. } => (title(factor), Some(format!("× {}", decimal(*by, language)))),
        Step::Rounding => (language.text("explain-rounding", &[]), None),
        Step::Part { part, share } => {
            let id = match part {
                Part::Main => "explain-part-main",
                Part::Co => "explain-part-co",
            };
            (language.text(id, &[]), Some(format!("× {}", decimal(*share, language))))
        }
        Step::Count { count } => (language.text("explain-count", &[("count", (*count).into())]), None),
    };
    Explanation::line(label, how, Cell::Points(line.points))
}

fn decimal(share: Share, language: &Language) -> String {
    language.locale().decimal(share.millionths(), 0)
}

fn capacity_line(lines: &CapacityLines, model: &WeightModel, language: &Language) -> Explanation {
    let locale = language.locale();
    let text = |id: &str| language.text(id, &[]);
    let mut parts = vec![Explanation::line(
        language.text("explain-norm", &[("hours", locale.hours(lines.full_time).into())]),
        None,
        Cell::Points(lines.norm),
    )];
    if let Some((level, share)) = &lines.level {
        let months = lines.months.map_or_else(
            || text("explain-months-unknown"),
            |months| language.text("explain-months", &[("months", months.into())]),
        );
        let label = language.text("explain-level", &[("level", level.clone().into()), ("months", months.into())]);
        parts.push(Explanation::line(
            label,
            Some(format!("× {}", decimal(*share, language))),
            Cell::EMPTY,
        ));
    }
    for (unit, hours) in &lines.employments {
        let label = match unit {
            Some(unit) => language.text("explain-hours-in", &[("unit", unit.clone().into())]),
            None => text("explain-hours"),
        };
        parts.push(Explanation::line(
            label,
            Some(text("explain-hours-a-week")),
            Cell::Hours(*hours),
        ));
    }
    if lines.employments.is_empty() {
        parts.push(Explanation::line(text("explain-not-in-service"), None, Cell::EMPTY));
    }
    parts.extend(
        lines
            .reductions
            .iter()
            .map(|reduction| reduction_line(reduction, model, language)),
    );
    if lines.rounded_down {
        parts.push(Explanation::line(text("explain-rounded-down"), None, Cell::EMPTY));
    }
    Explanation::line(text("word-capacity"), None, Cell::Points(lines.capacity)).with(parts)
}

fn reduction_line(reduction: &ReductionLine, model: &WeightModel, language: &Language) -> Explanation {
    let title = model
        .reduction(&reduction.kind)
        .map_or_else(|| reduction.kind.clone(), |row| row.title.clone());
    let mut how = match (reduction.share, reduction.hours) {
        (Some(share), _) => format!("− {}", language.locale().percent(share)),
        (None, Some(hours)) => language.text("explain-hours-less", &[("hours", language.locale().hours(hours).into())]),
        (None, None) => String::new(),
    };
    if reduction.at_most {
        how = format!("{how}, {}", language.text("explain-reduction-at-most", &[]));
    }
    if reduction.expired {
        how = language.text("explain-reduction-expired", &[]);
    }
    Explanation::line(
        language.text("explain-reduction", &[("title", title.into())]),
        Some(how),
        Cell::EMPTY,
    )
}
