//! `demo`: makes and opens the demonstration municipality, and shows everybody's load.

use store::Store;
use store::import::take_in::take_in;

use super::load;
use crate::cli::{Demo as Options, Load};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::progress::Progress;
use crate::sentences;
use crate::session::Session;

/// The source system that the demonstration's cases come from.
const SOURCE: &str = "demonstration";

pub async fn run(options: &Options, session: &Session) -> Result<Exit, Failure> {
    let day = options.as_of.unwrap_or(session.today);
    let address = session.demonstration();
    let store = Store::open(address).await.map_err(session.store())?;
    let known = session
        .read(&store)
        .await?
        .everybody(day, day)
        .await
        .map_err(session.store())?;
    if known.is_empty() {
        make(options, day, session, &store).await?;
    }
    let options = Load {
        as_of: Some(day),
        unit: None,
        person: None,
        one_more: None,
        model: None,
    };
    let mut report = load::answer(&options, session, &store).await?;
    let example = known.first().map_or_else(String::new, |facts| facts.person.reference.clone());
    let example = if example.is_empty() {
        report
            .rows
            .first()
            .and_then(|row| row.get(1))
            .map(|cell| cell.shown(session.language.locale(), 0).into_owned())
            .unwrap_or_default()
    } else {
        example
    };
    report.notes.push(
        session
            .language
            .text("demo-next", &[("address", address.into()), ("person", example.into())]),
    );
    session.deliver(&report)?;
    Ok(Exit::Done)
}

/// Makes the municipality, adopts the example model for it, and takes everything in as an import does.
async fn make(options: &Options, day: jiff::civil::Date, session: &Session, store: &Store) -> Result<(), Failure> {
    let progress = Progress::begin(&session.language, session.language.text("progress-demo", &[]), 0);
    if let Some(model) = rules::weight_model::shipped(crate::session::EXAMPLE_MODEL) {
        store
            .adopt(&model, &session.actor, session.now)
            .await
            .map_err(|error| sentences::adopt(&error, &session.language))?;
    }
    let figures = crate::demo::Figures::shipped().map_err(|error| Failure {
        exit: Exit::Input,
        sentence: error.to_string(),
    })?;
    let records = crate::demo::generate(&figures, options.seed, day);
    let order = super::import::order(session, store, day, false).await?;
    take_in(store, SOURCE, records, order)
        .await
        .map_err(|error| sentences::import(&error, &session.language))?;
    progress.end();
    Ok(())
}
