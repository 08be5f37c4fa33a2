//! `demo`: makes and opens the demonstration municipality, and shows everybody's load.

use store::Store;
use store::import::take_in::take_in;
use store::log::Event;

use super::load;
use crate::cli::{Demo as Options, Load};
use crate::demo::Figures;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::progress::Progress;
use crate::sentences;
use crate::session::Session;

/// The source system that the demonstration's cases come from.
const SOURCE: &str = "demonstration";

/// So many entries of the log are looked at to see whether a database is a demonstration; its import is among them.
const FIRST_ENTRIES: u32 = 50;

/// Whether an entry is one that the making of a demonstration begins with, in case it was interrupted after it.
fn is_of_a_beginning(event: &Event) -> bool {
    event.action == "model.adopt" && event.subject == crate::session::EXAMPLE_MODEL
}

pub async fn run(options: &Options, session: &Session) -> Result<Exit, Failure> {
    let day = options.as_of.unwrap_or(session.today);
    let address = session.demonstration();
    let store = session.open_at(address).await?;
    // What the first entries of the log are about tells whose database this is; a municipality's own is never filled with inventions.
    let first = store
        .log(&session.viewer(), 1, FIRST_ENTRIES)
        .await
        .map_err(session.store())?;
    if !first.iter().any(|event| event.subject == SOURCE) {
        if !first.iter().all(is_of_a_beginning) {
            let sentence = session.language.text("demo-other-database", &[("address", address.into())]);
            return Err(Failure {
                exit: Exit::Database,
                sentence,
            });
        }
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
    let example = report.rows.first().and_then(|row| row.get(1));
    let example = example.map_or_else(String::new, |cell| cell.shown(session.language.locale(), 0).into_owned());
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
    let figures = figures(options)?;
    let adopted = session.read(store).await?.weight_models().await.map_err(session.store())?;
    if adopted.models().is_empty() {
        store
            .adopt(&session.viewer(), figures.model())
            .await
            .map_err(|error| sentences::adopt(&error, &session.language))?;
    }
    let records = crate::demo::generate(&figures, options.seed, day);
    let order = super::import::order(session, store, day, false).await?;
    take_in(store, SOURCE, records, order)
        .await
        .map_err(|error| sentences::import(&error, &session.language))?;
    progress.end();
    Ok(())
}

/// The figures that come with the product, in the size asked for.
fn figures(options: &Options) -> Result<Figures, Failure> {
    let mut figures = Figures::shipped().map_err(|error| Failure {
        exit: Exit::Input,
        sentence: error.to_string(),
    })?;
    if let Some(count) = options.caseworkers.and_then(|count| usize::try_from(count).ok()) {
        figures = figures.with_caseworkers(count);
    }
    if let Some(each) = options.open_phases {
        figures = figures.with_open_phases_per_caseworker(each);
    }
    if let Some(years) = options.years {
        figures = figures.with_years(years);
    }
    Ok(figures)
}
