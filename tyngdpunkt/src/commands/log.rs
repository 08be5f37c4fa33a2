//! `log`: whether the event log is as it was written, and what stands in it.

use std::fmt::Write as _;

use store::StoreError;

use crate::cli::Log as Options;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::{Cell, Column, Kind, Priority, Report};
use crate::sentences;
use crate::session::Session;

pub async fn run(options: &Options, session: &Session) -> Result<Exit, Failure> {
    let store = session.open_existing().await?;
    match options {
        Options::Verify => match store.verify_log().await {
            Ok(verified) => {
                let text = |id: &str| session.language.text(id, &[]);
                let columns = vec![
                    Column::new("entries", text("column-entries"), Kind::Count),
                    Column::new("erased", text("column-erased"), Kind::Count),
                    Column::new("head", text("column-head"), Kind::Text)
                        .priority(Priority::Always)
                        .wrapping(),
                ];
                let mut report = Report::new("log_verify", text("title-log-verify"), None, columns);
                let head = verified.head.iter().fold(String::new(), |mut head, byte| {
                    let _ = write!(head, "{byte:02x}");
                    head
                });
                report.push(vec![
                    Cell::Count(verified.entries),
                    Cell::Count(verified.erased),
                    Cell::Text(head),
                ]);
                report.notes.push(text("note-log-whole"));
                session.deliver(&report)?;
                Ok(Exit::Done)
            }
            Err(error @ StoreError::LogBroken(_)) => Err(Failure {
                exit: Exit::Attention,
                ..sentences::store(&error, &session.language)
            }),
            Err(error) => Err(sentences::store(&error, &session.language)),
        },
        Options::Show { from, limit } => {
            let text = |id: &str| session.language.text(id, &[]);
            let columns = vec![
                Column::new("sequence", text("column-sequence"), Kind::Count).priority(Priority::Always),
                Column::new("at", text("column-at"), Kind::Text).priority(Priority::High),
                Column::new("actor", text("column-actor"), Kind::Text).priority(Priority::High),
                Column::new("action", text("column-action"), Kind::Text).priority(Priority::Always),
                Column::new("subject", text("column-subject"), Kind::Text),
                Column::new("details", text("column-details"), Kind::Text).priority(Priority::Low),
            ];
            let mut report = Report::new("log", text("title-log"), None, columns);
            for event in store.log(&session.viewer(), *from, *limit).await.map_err(session.store())? {
                report.push(vec![
                    Cell::Count(event.sequence),
                    Cell::Text(event.at.to_string()),
                    Cell::Text(event.actor),
                    Cell::Text(event.action),
                    Cell::Text(event.subject),
                    Cell::maybe(event.details, Cell::Text),
                ]);
            }
            session.deliver(&report)?;
            Ok(Exit::Done)
        }
    }
}
