//! `weigh`: a caseload as JSON, weighed with any model, without a database.

use std::io::Read as _;
use std::path::Path;

use rules::caseload::{Caseload, PersonEntry};
use rules::identity_number;
use rules::load::{Explanation as Explained, Load, explain};
use rules::weigh::{points, unknown_factors};
use rules::weight_model::WeightModel;
use serde_json::{Value as Json, json};

use super::explain::{explanation_of_load, model_name};
use super::lines::{merged, of_load};
use crate::cli::Weigh as Options;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::language::Language;
use crate::output::{Cell, Explanation};
use crate::sentences;
use crate::session::Session;

pub async fn run(options: &Options, session: &Session) -> Result<Exit, Failure> {
    let model = session.named_model(&options.model).await?;
    let (name, text) = document(options.caseload.as_deref(), session)?;
    let wrong = |sentence: String| Failure {
        exit: Exit::Input,
        sentence,
    };
    let unusable = |error| wrong(sentences::caseload(&error, &name, &session.language));
    let caseload = Caseload::parse(&text).map_err(unusable)?;
    refuse_identity_numbers(&caseload, &name, session)?;
    let day = options.as_of.or(caseload.as_of).unwrap_or(session.today);
    let more = caseload.one_more.as_ref().map(|case| {
        known_factors(case.factors.keys(), &model, &name, session)?;
        points(
            &model,
            &case.case_type,
            case.phase.as_deref(),
            &case.factors,
            (case.part, case.share),
        )
        .map_err(|error| wrong(sentences::weigh(&error, &session.language)))
    });
    let more = more.transpose()?;
    let mut answers: Vec<(&PersonEntry, Explained, Option<Load>)> = Vec::with_capacity(caseload.people.len());
    for entry in &caseload.people {
        for case in &entry.cases {
            known_factors(unknown_factors(&model, &case.factors), &model, &name, session)?;
        }
        let (person, holdings) = entry.facts().map_err(unusable)?;
        let explained = explain(&model, &person, &holdings, day);
        if let Some(error) = explained.cases.iter().find_map(|case| case.weighed.as_ref().err()) {
            let sentence = sentences::weigh(error, &session.language);
            let arguments = [
                ("file", name.clone().into()),
                ("person", entry.id.clone().into()),
                ("why", sentence.into()),
            ];
            return Err(wrong(session.language.text("caseload-cannot-weigh", &arguments)));
        }
        let with_one_more = more.map(|points| explained.load.with_one_more(points));
        answers.push((entry, explained, with_one_more));
    }
    if session.wants_json() {
        let people: Vec<Json> = answers
            .iter()
            .map(|(entry, explained, more)| for_programs(entry, explained, *more, &model, &session.language))
            .collect();
        session.deliver_json(&json!({ "report": "weigh", "model": model_name(&model), "as_of": day, "people": people }))?;
        return Ok(Exit::Done);
    }
    let title = session.language.text("title-weigh", &[("model", model_name(&model).into())]);
    let lines = answers.iter().map(|(entry, explained, more)| {
        let mut lines = vec![explanation_of_load(explained, &model, &session.language)];
        if let Some(more) = more {
            lines.push(Explanation::line(
                session.language.text("column-with-one-more", &[]),
                None,
                super::load_cell(*more, &session.language),
            ));
        }
        Explanation::line(&entry.id, None, Cell::EMPTY).with(lines)
    });
    let whole = Explanation::line(&name, None, Cell::EMPTY).with(lines.collect());
    session.deliver(&whole.report("weigh", title, Some(day), &session.language))?;
    Ok(Exit::Done)
}

/// The name and the text of the caseload: a file, or standard input.
fn document(path: Option<&Path>, session: &Session) -> Result<(String, String), Failure> {
    if let Some(path) = path.filter(|path| *path != Path::new("-")) {
        return Ok((path.display().to_string(), session.text_of(path)?));
    }
    let mut text = String::new();
    let name = session.language.text("standard-input", &[]);
    std::io::stdin()
        .read_to_string(&mut text)
        .map_err(|error| session.cannot_read(Path::new(&name), &error))?;
    Ok((name, text))
}

/// Refuses a caseload that names anybody by an identity number; the number is not repeated.
fn refuse_identity_numbers(caseload: &Caseload, file: &str, session: &Session) -> Result<(), Failure> {
    let cases = caseload.people.iter().flat_map(|person| &person.cases);
    let references = cases.chain(&caseload.one_more).map(|case| &case.reference);
    let mut names = caseload.people.iter().map(|person| &person.id).chain(references);
    if names.any(|name| identity_number::contains(name)) {
        let sentence = session.language.text("caseload-identity-number", &[("file", file.into())]);
        return Err(Failure {
            exit: Exit::Input,
            sentence,
        });
    }
    Ok(())
}

/// Refuses a factor that the model does not have: in a caseload written for a model it is a slip of the pen.
fn known_factors<'f>(
    factors: impl Iterator<Item = impl AsRef<str> + 'f>,
    model: &WeightModel,
    file: &str,
    session: &Session,
) -> Result<(), Failure> {
    for factor in factors {
        let factor = factor.as_ref();
        if !model.factors.iter().any(|known| known.id == factor) {
            let known: Vec<&str> = model.factors.iter().map(|factor| factor.id.as_str()).collect();
            let arguments = [
                ("file", file.into()),
                ("factor", factor.into()),
                ("known", known.join(", ").into()),
            ];
            return Err(Failure {
                exit: Exit::Input,
                sentence: session.language.text("caseload-no-factor", &arguments),
            });
        }
    }
    Ok(())
}

/// One person's answer for programs; documented in `docs/caseload.md`.
fn for_programs(
    entry: &PersonEntry,
    explained: &Explained,
    more: Option<Load>,
    model: &WeightModel,
    language: &Language,
) -> Json {
    let more = more.map(|load| json!({ "load": load, "band": load.band(model) }));
    let load = of_load(explained, model, language);
    merged(merged(json!({ "id": entry.id }), load), json!({ "one_more": more }))
}
