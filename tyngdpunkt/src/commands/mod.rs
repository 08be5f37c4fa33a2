//! The commands: each gathers, has the rules decide, and answers.

mod account;
mod backup;
mod demo;
mod explain;
mod history;
mod import;
mod lines;
mod load;
mod log;
mod model;
mod model_show;
mod next_case;
mod overloaded;
mod qualification;
mod rebalance;
mod serve;
mod token;
mod weigh;

use rules::load::Load;
use rules::unit::Tree;
use rules::weight_model::Band;
use store::load::{FoundPerson, PersonFacts};
use store::{Reading, StoreError};

use crate::cli::Command;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::language::Language;
use crate::output::{Cell, Tone};
use crate::sentences;
use crate::session::Session;

/// Carries out a command.
pub async fn run(command: Command, session: &Session) -> Result<Exit, Failure> {
    match command {
        Command::Demo(options) => demo::run(&options, session).await,
        Command::Import(options) => import::run(&options, session).await,
        Command::Load(options) => load::run(&options, session).await,
        Command::Explain(options) => explain::run(&options, session).await,
        Command::Overloaded(options) => overloaded::run(&options, session).await,
        Command::NextCase(options) => next_case::run(&options, session).await,
        Command::Qualification(options) => qualification::run(&options, session).await,
        Command::History(options) => history::run(&options, session).await,
        Command::Model(options) => model::run(options, session).await,
        Command::Weigh(options) => weigh::run(&options, session).await,
        Command::Rebalance(options) => rebalance::run(&options, session),
        Command::Backup(options) => backup::backup(&options, session).await,
        Command::Restore(options) => backup::restore(&options, session).await,
        Command::Log(options) => log::run(&options, session).await,
        Command::Serve(options) => serve::run(&options, session).await,
        Command::Account(options) => account::run(&options, session).await,
        Command::Token(options) => token::run(&options, session).await,
    }
}

/// A band as the reader's word.
fn band(band: Band, language: &Language) -> Cell {
    let (code, text, tone) = match band {
        Band::Low => ("low", "band-low", Tone::Room),
        Band::Balance => ("balance", "band-balance", Tone::Good),
        Band::High => ("high", "band-high", Tone::Watch),
        Band::Over => ("over", "band-over", Tone::Alarm),
        Band::NoCapacity => ("no-capacity", "band-no-capacity", Tone::Alarm),
    };
    Cell::Term {
        code,
        word: language.text(text, &[]),
        tone,
    }
}

/// A load as percent; without capacity the words that say so, never 0 %.
fn load_cell(load: Load, language: &Language) -> Cell {
    match load {
        Load::Of { .. } => Cell::Load(load),
        Load::NoCapacity => Cell::None(language.text("band-no-capacity", &[])),
    }
}

/// Codes of the units somebody is in on a day: those of the parts of the load.
fn units_of(parts: &[rules::load::UnitPart]) -> String {
    let units: Vec<&str> = parts.iter().filter_map(|part| part.unit.as_deref()).collect();
    units.join(", ")
}

/// The one person meant by a number, another known name or a name.
async fn one_person(reading: &mut Reading, name: &str, session: &Session) -> Result<Option<FoundPerson>, Failure> {
    let mut found = reading.find_person(name).await.map_err(session.store())?;
    if found.len() > 1 {
        let numbers: Vec<&str> = found.iter().map(|person| person.number.as_str()).collect();
        let arguments = [
            ("name", sentences::given(name, &session.language)),
            ("numbers", numbers.join(", ").into()),
        ];
        return Err(Failure {
            exit: Exit::Input,
            sentence: session.language.text("several-people", &arguments),
        });
    }
    Ok(found.pop())
}

/// That nobody is called so.
fn nobody(name: &str, session: &Session) -> Failure {
    Failure {
        exit: Exit::Input,
        sentence: session
            .language
            .text("nobody", &[("name", sentences::given(name, &session.language))]),
    }
}

/// The units and, where one was asked for, that it exists.
async fn units(reading: &mut Reading, asked: Option<&str>, session: &Session) -> Result<Tree, Failure> {
    let tree = reading.units().await.map_err(session.store())?;
    if let Some(code) = asked.filter(|code| tree.unit(code).is_none()) {
        let known: Vec<&str> = tree.units().iter().map(|unit| unit.code.as_str()).take(40).collect();
        let arguments = [
            ("unit", sentences::given(code, &session.language)),
            ("known", known.join(", ").into()),
        ];
        return Err(Failure {
            exit: Exit::Input,
            sentence: session.language.text("no-such-unit", &arguments),
        });
    }
    Ok(tree)
}

/// Whether any part of somebody's load counts in a unit or one under it.
fn is_within(parts: &[rules::load::UnitPart], tree: &Tree, unit: Option<&str>) -> bool {
    let Some(top) = unit else { return true };
    parts
        .iter()
        .filter_map(|part| part.unit.as_deref())
        .any(|code| tree.is_within(code, top))
}

/// Orders people by unit and name: no ranking of people.
fn by_unit_and_name(a: (&str, &PersonFacts), b: (&str, &PersonFacts)) -> std::cmp::Ordering {
    (a.0, &a.1.name, &a.1.person.reference).cmp(&(b.0, &b.1.name, &b.1.person.reference))
}

impl Session {
    /// What a failure of the store means to the user.
    fn store(&self) -> impl Fn(StoreError) -> Failure + '_ {
        |error| sentences::store(&error, &self.language)
    }
}
