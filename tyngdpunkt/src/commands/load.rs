//! `load`: what everybody carries against what they can carry, on one day.

use rules::amount::Points;
use rules::case::{Effort, FactorValue, Part};
use rules::load::{Held, Load, PersonLoad, UnitPart, is_listed, load, unit_parts};
use rules::unit::Tree;
use rules::weigh;
use rules::weight_model::{FactorKind, Series, WeightModel};
use store::load::PersonFacts;

use super::{band, by_unit_and_name, is_within, load_cell, nobody, one_person, units, units_of};
use crate::cli::Load as Options;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::{Cell, Column, Kind, Priority, Report};
use crate::sentences;
use crate::session::Session;

/// Somebody's load, and where it counts.
pub struct Loaded {
    /// The person and what is held.
    pub facts: PersonFacts,
    /// The load.
    pub load: PersonLoad,
    /// The units it counts in.
    pub parts: Vec<UnitPart>,
}

/// The load of one person on `day`.
pub fn loaded(model: &WeightModel, facts: PersonFacts, day: jiff::civil::Date) -> Loaded {
    let held: Vec<Held> = facts.holdings.iter().map(|holding| Held::weigh(model, holding)).collect();
    let load = load(model, &facts.person, &held.iter().copied(), day);
    let parts = unit_parts(model, &facts.person, &load, day);
    Loaded { facts, load, parts }
}

pub async fn run(options: &Options, session: &Session) -> Result<Exit, Failure> {
    let store = session.open_existing().await?;
    let report = answer(options, session, &store).await?;
    session.deliver(&report)?;
    Ok(Exit::Done)
}

/// The answer of `load`.
pub async fn answer(options: &Options, session: &Session, store: &store::Store) -> Result<Report, Failure> {
    let day = options.as_of.unwrap_or(session.today);
    let mut reading = session.read(store).await?;
    let mut notes = Vec::new();
    let models = match &options.model {
        Some(name) => Series::always(session.named_model(name).await?),
        None => session.models(&mut reading, &mut notes).await?,
    };
    let model = session.model_on(&models, day)?;
    let tree = units(&mut reading, options.unit.as_deref(), session).await?;
    let one_more = options
        .one_more
        .as_deref()
        .map(|text| weigh_one_more(text, model, session))
        .transpose()?;
    let (everybody, unallocated) = if let Some(name) = &options.person {
        let found = one_person(&mut reading, name, session)
            .await?
            .ok_or_else(|| nobody(name, session))?;
        let one = reading.somebody(found.id, day, day).await.map_err(session.store())?;
        (one.into_iter().collect(), None)
    } else {
        let municipality = reading.on_day(day).await.map_err(session.store())?;
        // A case that nobody holds is the whole municipality's, not one unit's.
        let unallocated = options.unit.is_none().then_some(municipality.unallocated);
        (municipality.people, unallocated)
    };
    session.end(reading).await?;
    let asked_by_name = options.person.is_some();
    let mut listed: Vec<Loaded> = everybody
        .into_iter()
        .map(|facts| loaded(model, facts, day))
        .filter(|one| asked_by_name || is_listed(&one.facts.person, &one.load, day))
        .filter(|one| is_within(&one.parts, &tree, options.unit.as_deref()))
        .collect();
    listed.sort_by(|a, b| by_unit_and_name((&units_of(&a.parts), &a.facts), (&units_of(&b.parts), &b.facts)));
    if let Some(waiting) = unallocated.filter(|waiting| *waiting > 0) {
        notes.push(session.language.text("note-unallocated", &[("count", waiting.into())]));
    }
    notes.extend(warnings(&listed, session));
    let mut report = report(&listed, model, &tree, options, one_more, session);
    report.notes.splice(0..0, notes);
    report.as_of = Some(day);
    report.about = about(model, options);
    report.about.extend(counts(&listed, unallocated));
    Ok(report)
}

/// What was asked, for programs.
fn about(model: &WeightModel, options: &Options) -> Vec<(&'static str, Cell)> {
    let asked = |text: &Option<String>| Cell::maybe(text.clone(), Cell::Text);
    vec![
        ("model", Cell::Text(super::explain::model_name(model))),
        ("unit", asked(&options.unit)),
        ("one_more", asked(&options.one_more)),
    ]
}

/// What the notes say in numbers, for programs; cases nobody holds are counted where everybody is asked about.
fn counts(listed: &[Loaded], unallocated: Option<i64>) -> Vec<(&'static str, Cell)> {
    let count = |number: usize| Cell::Count(i64::try_from(number).unwrap_or(i64::MAX));
    let unweighed: u32 = listed.iter().map(|one| one.load.unweighed).sum();
    let alarms = listed.iter().filter(|one| one.load.is_alarm()).count();
    vec![
        ("people", count(listed.len())),
        ("without_capacity_with_cases", count(alarms)),
        ("unweighed", Cell::Count(unweighed.into())),
        ("unallocated", Cell::maybe(unallocated, Cell::Count)),
    ]
}

/// What a reader must know: cases nobody has capacity for, and cases the model cannot weigh.
fn warnings(listed: &[Loaded], session: &Session) -> Vec<String> {
    let mut notes = Vec::new();
    let alarms: Vec<&Loaded> = listed.iter().filter(|one| one.load.is_alarm()).collect();
    if !alarms.is_empty() {
        let cases: u32 = alarms.iter().map(|one| one.load.cases).sum();
        notes.push(session.language.text(
            "note-no-capacity",
            &[("people", alarms.len().into()), ("cases", cases.into())],
        ));
    }
    let unweighed: u32 = listed.iter().map(|one| one.load.unweighed).sum();
    if unweighed > 0 {
        notes.push(session.language.text("note-unweighed", &[("cases", unweighed.into())]));
    }
    notes
}

fn report(
    listed: &[Loaded],
    model: &WeightModel,
    tree: &Tree,
    options: &Options,
    one_more: Option<Points>,
    session: &Session,
) -> Report {
    let text = |id: &str| session.language.text(id, &[]);
    let mut columns = vec![
        Column::new("unit", text("word-unit"), Kind::Text).priority(Priority::High),
        Column::new("person", text("column-number"), Kind::Text).priority(Priority::High),
        Column::new("name", text("column-name"), Kind::Text).priority(Priority::Always),
        Column::new("cases", text("column-cases"), Kind::Count).priority(Priority::High),
        Column::new("case_points", text("column-case-points"), Kind::Points).priority(Priority::Low),
        Column::new("points", text("word-points"), Kind::Points),
        Column::new("capacity", text("word-capacity"), Kind::Points),
        Column::new("load", text("word-load"), Kind::Share).priority(Priority::Always),
        Column::new("band", text("word-band"), Kind::Text).priority(Priority::Always),
    ];
    if one_more.is_some() {
        columns.push(Column::new("load_with_one_more", text("column-with-one-more"), Kind::Share).priority(Priority::Always));
        columns.push(Column::new("band_with_one_more", text("column-band-with-one-more"), Kind::Text).priority(Priority::High));
    }
    if !model.limits.is_empty() {
        columns.push(Column::new("limits", text("column-limits"), Kind::Text).wrapping());
    }
    let mut report = Report::new("load", text("title-load"), None, columns);
    report.grouped_by = (options.person.is_none()).then_some("unit");
    for one in listed {
        let mut row = vec![
            Cell::Text(units_of(&one.parts)),
            Cell::Text(one.facts.person.reference.clone()),
            Cell::Text(one.facts.name.clone()),
            Cell::Count(one.load.cases.into()),
            Cell::Points(one.load.case_points),
            Cell::Points(one.load.points),
            Cell::Points(one.load.capacity),
            load_cell(one.load.load, &session.language),
            band(one.load.band, &session.language),
        ];
        if let Some(points) = one_more {
            let with = one.load.with_one_more(points);
            row.push(load_cell(with, &session.language));
            row.push(band(with.band(model), &session.language));
        }
        if !model.limits.is_empty() {
            row.push(limits(&one.load, model, session));
        }
        report.push(row);
    }
    if options.person.is_none() && !listed.is_empty() {
        let total = total(listed, tree, options.unit.as_deref(), report.columns.len(), session);
        report.summary.push(total);
    }
    if let Some(points) = one_more {
        let points = session.language.locale().points(points);
        report
            .notes
            .push(session.language.text("note-one-more", &[("points", points.into())]));
    }
    report
}

/// The sum: of whole loads, or of the parts that count in the unit asked for.
fn total(listed: &[Loaded], tree: &Tree, unit: Option<&str>, columns: usize, session: &Session) -> Vec<Cell> {
    let counts = |part: &&UnitPart| unit.is_none_or(|top| part.unit.as_deref().is_some_and(|code| tree.is_within(code, top)));
    let parts = || listed.iter().flat_map(|one| &one.parts).filter(counts);
    let points: Points = parts().map(|part| part.points).sum();
    let capacity: Points = parts().map(|part| part.capacity).sum();
    let cases: u32 = listed.iter().map(|one| one.load.cases).sum();
    let case_points: Points = listed.iter().map(|one| one.load.case_points).sum();
    let mut row = vec![
        Cell::EMPTY,
        Cell::EMPTY,
        Cell::Text(session.language.text("total-people", &[("count", listed.len().into())])),
        Cell::Count(cases.into()),
        Cell::Points(case_points),
        Cell::Points(points),
        Cell::Points(capacity),
        load_cell(Load::of(points, capacity), &session.language),
    ];
    row.resize(columns, Cell::EMPTY);
    row
}

/// The plain case limits somebody has passed, in words.
fn limits(load: &PersonLoad, model: &WeightModel, session: &Session) -> Cell {
    let passed = load.limits.iter().filter(|state| state.passed).map(|state| {
        let limit = &model.limits[state.limit];
        let id = if state.passed_exceptional {
            "limit-passed"
        } else {
            "limit-passed-within-exceptional"
        };
        let title = limit.title.clone().unwrap_or_else(|| limit.count.to_string());
        session
            .language
            .text(id, &[("cases", state.cases.into()), ("limit", title.into())])
    });
    let passed: Vec<String> = passed.collect();
    if passed.is_empty() {
        Cell::EMPTY
    } else {
        Cell::Text(passed.join("; "))
    }
}

/// Points of the case that somebody might be given: `type/phase factor=value …`.
fn weigh_one_more(text: &str, model: &WeightModel, session: &Session) -> Result<Points, Failure> {
    let wrong = |id: &str, what: &str| Failure {
        exit: Exit::Input,
        sentence: session.language.text(id, &[("what", what.into())]),
    };
    let mut words = text.split_whitespace();
    let kind = words.next().unwrap_or_default();
    let (case_type, phase) = match kind.split_once('/') {
        Some((case_type, phase)) => (case_type, Some(phase)),
        None => (kind, None),
    };
    let mut effort = Effort::new();
    for word in words {
        let (id, value) = word.split_once('=').map_or((word, None), |(id, value)| (id, Some(value)));
        let factor = model
            .factors
            .iter()
            .find(|factor| factor.id == id)
            .ok_or_else(|| wrong("one-more-no-factor", id))?;
        let value = match (&factor.kind, value) {
            (FactorKind::Flag { .. }, None) => FactorValue::Flag(true),
            (FactorKind::Count { .. }, Some(value)) => {
                FactorValue::Count(value.parse().map_err(|_| wrong("one-more-no-count", word))?)
            }
            (FactorKind::Levels(_) | FactorKind::Multipliers(_), Some(value)) => FactorValue::Level(value.to_owned()),
            _ => return Err(wrong("one-more-wrong-value", word)),
        };
        effort.insert(factor.id.clone(), value);
    }
    weigh::points(model, case_type, phase, &effort, (Part::Main, None)).map_err(|error| Failure {
        exit: Exit::Input,
        sentence: sentences::weigh(&error, &session.language),
    })
}
