//! `model`: check, list, show, compare and adopt weight models.

use std::cmp::Ordering;
use std::path::PathBuf;

use rules::fairness;
use rules::load::{Load, PersonLoad, is_listed, unit_parts};
use rules::weight_model::{Band, SHIPPED, WeightModel, shipped};

use super::load::{Loaded, loaded};
use super::model_show::show;
use super::{band, by_unit_and_name, load_cell, units_of};
use crate::cli::Model as Options;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::{Cell, Column, Kind, Priority, Report};
use crate::sentences;
use crate::session::Session;

pub async fn run(options: Options, session: &Session) -> Result<Exit, Failure> {
    match options {
        Options::Check { files } => check(&files, session),
        Options::List => list(session).await,
        Options::Show { model } => show(&session.named_model(&model).await?, session),
        Options::Compare { a, b, as_of } => compare(&a, &b, as_of, session).await,
        Options::Adopt { model, from } => adopt(&model, from, session).await,
    }
}

fn check(files: &[PathBuf], session: &Session) -> Result<Exit, Failure> {
    let text = |id: &str| session.language.text(id, &[]);
    let columns = vec![
        Column::new("file", text("column-file"), Kind::Text).priority(Priority::High),
        Column::new("verdict", text("column-verdict"), Kind::Text)
            .priority(Priority::Always)
            .wrapping(),
    ];
    let mut report = Report::new("model_check", text("title-model-check"), None, columns);
    let mut exit = Exit::Done;
    for file in files {
        let name = file.display().to_string();
        let verdicts = match WeightModel::parse(&session.text_of(file)?) {
            Ok(model) => vec![
                session
                    .language
                    .text("model-is-sound", &[("model", super::explain::model_name(&model).into())]),
            ],
            Err(error) => {
                exit = Exit::Attention;
                sentences::model(&error, &name, &session.language)
            }
        };
        for verdict in verdicts {
            report.push(vec![Cell::Text(name.clone()), Cell::Text(verdict)]);
        }
    }
    session.deliver(&report)?;
    Ok(exit)
}

async fn list(session: &Session) -> Result<Exit, Failure> {
    let text = |id: &str| session.language.text(id, &[]);
    let columns = vec![
        Column::new("where", text("column-where"), Kind::Text),
        Column::new("model", text("column-model"), Kind::Text).priority(Priority::Always),
        Column::new("version", text("column-version"), Kind::Text).priority(Priority::High),
        Column::new("valid_from", text("column-valid-from"), Kind::Date).priority(Priority::High),
        Column::new("title", text("column-title"), Kind::Text),
        Column::new("source", text("column-source"), Kind::Text).priority(Priority::Low),
    ];
    let mut report = Report::new("models", text("title-models"), None, columns);
    let mut add = |place: &str, model: &WeightModel| {
        report.push(vec![
            Cell::Text(text(place)),
            Cell::Text(model.id.clone()),
            Cell::Text(model.version.clone()),
            Cell::Date(model.valid_from),
            Cell::Text(model.title.clone()),
            Cell::Text(model.source.clone()),
        ]);
    };
    // Without a database there is nothing adopted to list, and what ships can still be seen.
    if session.has_database() {
        let store = session.open().await?;
        let adopted = session.read(&store).await?.weight_models().await.map_err(session.store())?;
        adopted.models().iter().for_each(|model| add("model-adopted", model));
    }
    SHIPPED
        .iter()
        .filter_map(|(id, _)| shipped(id))
        .for_each(|model| add("model-shipped", &model));
    session.deliver(&report)?;
    Ok(Exit::Done)
}

/// What a change of model would do to everyone, before it is adopted.
async fn compare(a: &str, b: &str, as_of: Option<jiff::civil::Date>, session: &Session) -> Result<Exit, Failure> {
    let day = as_of.unwrap_or(session.today);
    let (first, second) = (session.named_model(a).await?, session.named_model(b).await?);
    let store = session.open_existing().await?;
    let mut reading = session.read(&store).await?;
    let everybody = reading.everybody(day, day).await.map_err(session.store())?;
    session.end(reading).await?;
    let language = &session.language;
    let text = |id: &str| language.text(id, &[]);
    let columns = vec![
        Column::new("unit", text("word-unit"), Kind::Text),
        Column::new("person", text("column-number"), Kind::Text).priority(Priority::High),
        Column::new("name", text("column-name"), Kind::Text).priority(Priority::Always),
        Column::new("points_a", text("column-points-a"), Kind::Points).priority(Priority::Low),
        Column::new("load_a", text("column-load-a"), Kind::Share).priority(Priority::Always),
        Column::new("band_a", text("column-band-a"), Kind::Text).priority(Priority::High),
        Column::new("points_b", text("column-points-b"), Kind::Points).priority(Priority::Low),
        Column::new("load_b", text("column-load-b"), Kind::Share).priority(Priority::Always),
        Column::new("band_b", text("column-band-b"), Kind::Text).priority(Priority::High),
        Column::new("difference", text("column-difference"), Kind::Share),
    ];
    let names = [
        ("a", super::explain::model_name(&first).into()),
        ("b", super::explain::model_name(&second).into()),
    ];
    let mut report = Report::new("model_compare", language.text("title-compare", &names), Some(day), columns);
    report.about = vec![
        ("a", Cell::Text(super::explain::model_name(&first))),
        ("b", Cell::Text(super::explain::model_name(&second))),
    ];
    let mut compared: Vec<Compared> = everybody
        .into_iter()
        .map(|facts| {
            let under_b = loaded(&second, facts.clone(), day).load;
            let under_a = loaded(&first, facts, day);
            let parts = unit_parts(&first, &under_a.facts.person, &under_a.load, day);
            (units_of(&parts), under_a, under_b)
        })
        .filter(|(_, a, _)| is_listed(&a.facts.person, &a.load, day))
        .collect();
    compared.sort_by(|x, y| by_unit_and_name((&x.0, &x.1.facts), (&y.0, &y.1.facts)));
    for (unit, a, b) in &compared {
        report.push(vec![
            Cell::Text(unit.clone()),
            Cell::Text(a.facts.person.reference.clone()),
            Cell::Text(a.facts.name.clone()),
            Cell::Points(a.load.points),
            load_cell(a.load.load, language),
            band(a.load.band, language),
            Cell::Points(b.points),
            load_cell(b.load, language),
            band(b.band, language),
            difference(a.load.load, b.load),
        ]);
    }
    let of = |wanted: Band| {
        let a = compared.iter().filter(|(_, a, _)| a.load.band == wanted).count();
        (a, compared.iter().filter(|(_, _, b)| b.band == wanted).count())
    };
    for wanted in [Band::Low, Band::Balance, Band::High, Band::Over, Band::NoCapacity] {
        let (a, b) = of(wanted);
        let word = text(&format!("band-{}", wanted.id()));
        report
            .notes
            .push(language.text("compare-band", &[("band", word.into()), ("a", a.into()), ("b", b.into())]));
    }
    let unweighed = [
        ("A", compared.iter().map(|(_, a, _)| a.load.unweighed).sum::<u32>()),
        ("B", compared.iter().map(|(_, _, b)| b.unweighed).sum::<u32>()),
    ];
    let unweighed = unweighed.into_iter().filter(|(_, cases)| *cases > 0);
    for (model, cases) in unweighed.clone() {
        let arguments = [("cases", cases.into()), ("model", model.into())];
        report.notes.push(language.text("compare-unweighed", &arguments));
    }
    // Loads that leave cases out say nothing about which model spreads them better.
    if unweighed.count() == 0 {
        report.notes.push(text(fairer(&compared)));
    }
    session.deliver(&report)?;
    Ok(Exit::Done)
}

/// Which model lets the heaviest loads be lower, as the id of a sentence.
fn fairer(compared: &[Compared]) -> &'static str {
    let with_capacity = |loads: Vec<Load>| loads.into_iter().filter(|load| *load != Load::NoCapacity).collect::<Vec<_>>();
    let a = with_capacity(compared.iter().map(|(_, a, _)| a.load.load).collect());
    let b = with_capacity(compared.iter().map(|(_, _, b)| b.load).collect());
    match fairness::compare(a, b) {
        Ordering::Less => "compare-fairer-a",
        Ordering::Equal => "compare-fairer-same",
        Ordering::Greater => "compare-fairer-b",
    }
}

/// Somebody's units, and the load with A and with B.
type Compared = (String, Loaded, PersonLoad);

/// How much heavier (or, below zero, lighter) somebody's load is with B, as a part of the capacity; nothing where either has none.
fn difference(a: Load, b: Load) -> Cell {
    match (a.rounded(4), b.rounded(4)) {
        (Some(a), Some(b)) => Cell::Share(b - a),
        _ => Cell::EMPTY,
    }
}

async fn adopt(name: &str, from: Option<jiff::civil::Date>, session: &Session) -> Result<Exit, Failure> {
    let mut model = session.named_model(name).await?;
    if let Some(from) = from {
        model.valid_from = from;
    }
    let store = session.open().await?;
    store
        .adopt(&session.viewer(), &model)
        .await
        .map_err(|error| sentences::adopt(&error, &session.language))?;
    show(&model, session)
}
