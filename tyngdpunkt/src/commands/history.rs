//! `history`: one person's load over time, as stretches of days on which nothing changed.

use jiff::ToSpan as _;
use rules::overload::history;

use super::{band, load_cell, nobody, one_person};
use crate::cli::History as Options;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::{Cell, Column, Kind, Priority, Report};
use crate::session::Session;

pub async fn run(options: &Options, session: &Session) -> Result<Exit, Failure> {
    let store = session.open_existing().await?;
    let last = options.to.unwrap_or(session.today);
    let first = options.from.unwrap_or_else(|| last.saturating_sub(1.year()));
    if first > last {
        let arguments = [("from", first.to_string().into()), ("to", last.to_string().into())];
        return Err(Failure {
            exit: Exit::Usage,
            sentence: session.language.text("history-backwards", &arguments),
        });
    }
    let mut reading = session.read(&store).await?;
    let mut notes = Vec::new();
    let models = session.models(&mut reading, &mut notes).await?;
    let found = one_person(&mut reading, &options.person, session)
        .await?
        .ok_or_else(|| nobody(&options.person, session))?;
    let facts = reading.somebody(found.id, first, last).await.map_err(session.store())?;
    let facts = facts.ok_or_else(|| nobody(&options.person, session))?;
    session.end(reading).await?;
    let language = &session.language;
    let text = |id: &str| language.text(id, &[]);
    let columns = vec![
        Column::new("from", text("column-from"), Kind::Date).priority(Priority::Always),
        Column::new("last_day", text("column-last-day"), Kind::Date).priority(Priority::High),
        Column::new("cases", text("column-cases"), Kind::Count).priority(Priority::High),
        Column::new("points", text("word-points"), Kind::Points).priority(Priority::Always),
        Column::new("capacity", text("word-capacity"), Kind::Points),
        Column::new("load", text("word-load"), Kind::Share).priority(Priority::Always),
        Column::new("band", text("word-band"), Kind::Text).priority(Priority::Always),
    ];
    let title = language.text(
        "title-history",
        &[
            ("name", facts.name.clone().into()),
            ("number", facts.person.reference.clone().into()),
        ],
    );
    let mut report = Report::new("history", title, None, columns);
    for step in history(&models, &facts.person, &facts.holdings, first, last) {
        let last_day = step.period.to().and_then(|to| to.yesterday().ok());
        let mut row = vec![Cell::Date(step.period.from()), Cell::maybe(last_day, Cell::Date)];
        match step.load {
            Some(load) => row.extend([
                Cell::Count(load.cases.into()),
                Cell::Points(load.points),
                Cell::Points(load.capacity),
                load_cell(load.load, language),
                band(load.band, language),
            ]),
            None => row.extend([
                Cell::EMPTY,
                Cell::EMPTY,
                Cell::EMPTY,
                Cell::EMPTY,
                Cell::None(text("no-model-valid")),
            ]),
        }
        report.push(row);
    }
    report.about = vec![
        ("person", Cell::Text(facts.person.reference.clone())),
        ("name", Cell::Text(facts.name.clone())),
        ("first_day", Cell::Date(first)),
        ("last_day", Cell::Date(last)),
    ];
    report.notes = notes;
    session.deliver(&report)?;
    Ok(Exit::Done)
}
