//! `demo`: makes and opens the demonstration municipality, and shows everybody's load, as a list or as the pages in a browser.

use jiff::civil::Date;
use store::import::take_in::take_in;
use store::log::Event;
use store::{Store, Viewer};
use web::Settings;
use web::site::DemonstrationSignIn;

use super::load::{self, Loaded};
use super::serve::Ready;
use crate::cli::{Demo as Options, LISTEN, Load, LogForm};
use crate::demo::{Accounts, Circumstances, Employed, Figures, Plans, Talks};
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
    if options.serve {
        // The port first: that it is taken is better said before the municipality is made than after.
        let ready = ready(options, session).await?;
        let store = opened(options, day, session).await?;
        let sign_ins = sign_ins(&store, day, session).await?;
        talks(&store, session).await?;
        plans(&store, session).await?;
        return ready.serve(store, LogForm::Text, sign_ins, session).await;
    }
    let store = opened(options, day, session).await?;
    show(&store, day, session).await
}

/// The database of the demonstration, made if there is none.
async fn opened(options: &Options, day: Date, session: &Session) -> Result<Store, Failure> {
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
    Ok(store)
}

/// Everybody's load, and what to do next.
async fn show(store: &Store, day: Date, session: &Session) -> Result<Exit, Failure> {
    let address = session.demonstration();
    let options = Load {
        as_of: Some(day),
        unit: None,
        person: None,
        one_more: None,
        model: None,
    };
    let mut report = load::answer(&options, session, store).await?;
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

/// The port. Anybody who reaches it can sign in, so only an address given to this very command may be reached by other computers.
async fn ready(options: &Options, session: &Session) -> Result<Ready, Failure> {
    let usual = std::env::var("TYNGDPUNKT_LISTEN").ok().filter(|address| !address.is_empty());
    let listen = options.listen.as_deref().or(usual.as_deref()).unwrap_or(LISTEN);
    let ready = Ready::at(listen, Settings::default(), session).await?;
    if options.listen.is_none() && !ready.is_loopback() {
        let sentence = session
            .language
            .text("demo-open-to-others", &[("address", listen.to_owned().into())]);
        return Err(Failure {
            exit: Exit::Usage,
            sentence,
        });
    }
    Ok(ready)
}

/// An account for each role, added where it is not there.
async fn sign_ins(store: &Store, day: Date, session: &Session) -> Result<Vec<DemonstrationSignIn>, Failure> {
    let accounts = Accounts::shipped().map_err(|error| not_in_order(&error))?;
    let known = session.read(store).await?.accounts().await.map_err(session.store())?;
    if accounts.are_all_among(&known) {
        return Ok(accounts.sign_ins(&known));
    }
    // No person sees these loads: they only decide whose the accounts are.
    let viewer = Viewer::system(SOURCE, session.now);
    let mut reading = store.read(&viewer).await.map_err(session.store())?;
    let models = session.models(&mut reading, &mut Vec::new()).await?;
    let model = session.model_on(&models, day)?;
    let tree = reading.units().await.map_err(session.store())?;
    let everybody = reading.on_day(day).await.map_err(session.store())?.people.into_iter();
    let staff: Vec<Employed> = everybody
        .filter_map(|facts| employed(load::loaded(model, facts, day), day))
        .collect();
    session.end(reading).await?;
    // A role since the day, unless that is still to come: the pages are for today.
    let from = day.min(session.today);
    accounts.add(store, &known, &staff, &tree, from, session).await?;
    let known = session.read(store).await?.accounts().await.map_err(session.store())?;
    Ok(accounts.sign_ins(&known))
}

/// Measurements and dialogues for those who can sign in, once: whoever has a measurement already is left alone.
async fn talks(store: &Store, session: &Session) -> Result<(), Failure> {
    let talks = Talks::shipped().map_err(|error| not_in_order(&error))?;
    let accounts = Accounts::shipped().map_err(|error| not_in_order(&error))?;
    let viewer = Viewer::system(SOURCE, session.now);
    let mut reading = store.read(&viewer).await.map_err(session.store())?;
    let models = session.models(&mut reading, &mut Vec::new()).await?;
    let known = reading.accounts().await.map_err(session.store())?;
    let people = known
        .iter()
        .filter(|account| talks.accounts().any(|name| name == account.name));
    for person in people.filter_map(|account| account.person) {
        let measured = reading.measurements_of(person, 1).await.map_err(session.store())?;
        if !measured.is_empty() {
            return session.end(reading).await;
        }
    }
    session.end(reading).await?;
    let around = circumstances(accounts.password(), session);
    talks.add(store, &models, &around).await.map_err(|error| not_in_order(&error))
}

/// A plan to rebalance of the supervisor, once.
async fn plans(store: &Store, session: &Session) -> Result<(), Failure> {
    let plans = Plans::shipped().map_err(|error| not_in_order(&error))?;
    let accounts = Accounts::shipped().map_err(|error| not_in_order(&error))?;
    let viewer = Viewer::system(SOURCE, session.now);
    let mut reading = store.read(&viewer).await.map_err(session.store())?;
    let models = session.models(&mut reading, &mut Vec::new()).await?;
    let known = reading.plans(1).await.map_err(session.store())?;
    session.end(reading).await?;
    if !known.is_empty() {
        return Ok(());
    }
    let around = circumstances(accounts.password(), session);
    plans.add(store, &models, &around).await.map_err(|error| not_in_order(&error))
}

/// When and as whom what the demonstration begins with is stored.
fn circumstances<'a>(password: &'a str, session: &Session) -> Circumstances<'a> {
    Circumstances {
        now: session.now,
        today: session.today,
        password,
        random: &|| {
            let mut random = [0; 32];
            getrandom::fill(&mut random).ok().map(|()| random)
        },
    }
}

/// Somebody as employed on the day; none for whoever works nowhere or in several units.
fn employed(loaded: Loaded, day: Date) -> Option<Employed> {
    let mut current = loaded
        .facts
        .person
        .employments
        .into_iter()
        .filter(|one| one.period.contains(day));
    let (one, None) = (current.next()?, current.next()) else {
        return None;
    };
    Some(Employed {
        person: loaded.facts.id,
        number: loaded.facts.person.reference,
        name: loaded.facts.name,
        unit: one.unit?,
        role: one.role,
        since: one.period.from(),
        band: loaded.load.band,
    })
}

/// That the data which the demonstration is made from are not in order.
fn not_in_order(error: &dyn std::error::Error) -> Failure {
    Failure {
        exit: Exit::Input,
        sentence: error.to_string(),
    }
}

/// Makes the municipality, adopts the example model for it, and takes everything in as an import does.
async fn make(options: &Options, day: Date, session: &Session, store: &Store) -> Result<(), Failure> {
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
    let mut figures = Figures::shipped().map_err(|error| not_in_order(&error))?;
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
