//! `qualification`: who is not qualified by the Social Services Act, and what they hold all the same.

use rules::qualification::Missing;

use crate::cli::Qualification as Options;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::{Cell, Column, Kind, Priority, Report, Tone};
use crate::session::Session;

pub async fn run(options: &Options, session: &Session) -> Result<Exit, Failure> {
    let store = session.open_existing().await?;
    let day = options.as_of.unwrap_or(session.today);
    let mut reading = session.read(&store).await?;
    let requirement = reading.requirement().await.map_err(session.store())?;
    let lacking = reading.lacking(day).await.map_err(session.store())?;
    session.end(reading).await?;
    let language = &session.language;
    let text = |id: &str| language.text(id, &[]);
    let columns = vec![
        Column::new("unit", text("word-unit"), Kind::Text),
        Column::new("person", text("column-number"), Kind::Text).priority(Priority::High),
        Column::new("name", text("column-name"), Kind::Text).priority(Priority::Always),
        Column::new("degree", text("column-degree"), Kind::Text),
        Column::new("missing", text("column-missing"), Kind::Text).priority(Priority::Always),
        Column::new("held", text("column-held-without"), Kind::Count).priority(Priority::Always),
        Column::new("cases", text("column-which-cases"), Kind::Text),
    ];
    let mut report = Report::new("qualification", text("title-qualification"), Some(day), columns);
    for one in lacking {
        let (word, tone) = match one.missing {
            Missing::Unknown => ("missing-unknown", Tone::Watch),
            Missing::Degree => ("missing-degree", Tone::Alarm),
            Missing::Decision => ("missing-decision", Tone::Alarm),
        };
        let cases: Vec<&str> = one.cases.iter().map(|case| case.reference.as_str()).collect();
        report.push(vec![
            Cell::maybe(one.unit.map(|(code, _)| code), Cell::Text),
            Cell::Text(one.person.number),
            Cell::Text(one.person.name),
            Cell::maybe(one.degree, Cell::Text),
            Cell::Term {
                code: one.missing.id(),
                word: text(word),
                tone,
            },
            Cell::Count(i64::try_from(one.held).unwrap_or(i64::MAX)),
            Cell::Text(cases.join(", ")),
        ]);
    }
    if let Some(section) = requirement.section(day) {
        let section = format!("{} {}", section.section, section.act);
        report
            .notes
            .push(language.text("note-qualification", &[("section", section.into())]));
    }
    session.deliver(&report)?;
    Ok(Exit::Done)
}
