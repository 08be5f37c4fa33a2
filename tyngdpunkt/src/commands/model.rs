//! `model`: check, list, show, compare and adopt weight models.

use std::cmp::Ordering;
use std::path::PathBuf;

use rules::model_effect::{Effect, fairer};
use rules::weight_model::{Band, SHIPPED, WeightModel, shipped};
use store::load::PersonFacts;

use super::model_show::show;
use super::{band, by_unit_and_name, load_cell, units_of};
use crate::cli::Model as Options;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::language::Language;
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
        .filter_map(|facts| {
            let effect = Effect::of(&first, &second, &facts.person, &facts.holdings, day)?;
            Some((units_of(&effect.parts), facts, effect))
        })
        .collect();
    compared.sort_by(|x, y| by_unit_and_name((&x.0, &x.1), (&y.0, &y.1)));
    for (unit, facts, effect) in &compared {
        let (a, b) = (&effect.before, &effect.after);
        report.push(vec![
            Cell::Text(unit.clone()),
            Cell::Text(facts.person.reference.clone()),
            Cell::Text(facts.name.clone()),
            Cell::Points(a.points),
            load_cell(a.load, language),
            band(a.band, language),
            Cell::Points(b.points),
            load_cell(b.load, language),
            band(b.band, language),
            effect.difference().map_or(Cell::EMPTY, Cell::Share),
        ]);
    }
    report.notes = compare_notes(&compared, language);
    session.deliver(&report)?;
    Ok(Exit::Done)
}

/// How many are in each band with either model, what either cannot weigh, and which is kinder to whoever carries most.
fn compare_notes(compared: &[Compared], language: &Language) -> Vec<String> {
    let effects: Vec<&Effect> = compared.iter().map(|(_, _, effect)| effect).collect();
    let mut notes = Vec::new();
    for wanted in [Band::Low, Band::Balance, Band::High, Band::Over, Band::NoCapacity] {
        let a = effects.iter().filter(|effect| effect.before.band == wanted).count();
        let b = effects.iter().filter(|effect| effect.after.band == wanted).count();
        let word = language.text(&format!("band-{}", wanted.id()), &[]);
        notes.push(language.text("compare-band", &[("band", word.into()), ("a", a.into()), ("b", b.into())]));
    }
    let unweighed = [
        ("A", effects.iter().map(|effect| effect.before.unweighed).sum::<u32>()),
        ("B", effects.iter().map(|effect| effect.after.unweighed).sum::<u32>()),
    ];
    for (model, cases) in unweighed.into_iter().filter(|(_, cases)| *cases > 0) {
        let arguments = [("cases", cases.into()), ("model", model.into())];
        notes.push(language.text("compare-unweighed", &arguments));
    }
    let fairer = fairer(&effects).map(|order| match order {
        Ordering::Less => "compare-fairer-a",
        Ordering::Equal => "compare-fairer-same",
        Ordering::Greater => "compare-fairer-b",
    });
    notes.extend(fairer.map(|id| language.text(id, &[])));
    notes
}

/// Somebody's units, who it is, and what the change would do.
type Compared = (String, PersonFacts, Effect);

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
