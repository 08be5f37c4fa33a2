//! `backup` and `restore`: the whole database in one file, and back.

use store::backup::{Existing, backup as write, restore as read};
use store::log::Verified;

use crate::cli::BackupFile;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::{Cell, Column, Kind, OutputError, Report};
use crate::session::Session;

pub async fn backup(options: &BackupFile, session: &Session) -> Result<Exit, Failure> {
    let store = session.open_existing().await?;
    let folder = options.file.parent().filter(|folder| !folder.as_os_str().is_empty());
    if let Some(Err(source)) = folder.map(std::fs::metadata) {
        let error = OutputError::Write {
            file: Some(options.file.clone()),
            source,
        };
        return Err(Failure {
            exit: error.exit(),
            sentence: error.sentence(&session.language),
        });
    }
    let verified = write(&store, &options.file).await.map_err(session.store())?;
    answer("backup", "title-backup", options, &verified, session)
}

pub async fn restore(options: &BackupFile, session: &Session) -> Result<Exit, Failure> {
    let verified = read(&options.file, session.database(), Existing::Refuse)
        .await
        .map_err(session.store())?;
    answer("restore", "title-restore", options, &verified, session)
}

fn answer(id: &'static str, title: &str, options: &BackupFile, verified: &Verified, session: &Session) -> Result<Exit, Failure> {
    let text = |id: &str| session.language.text(id, &[]);
    let columns = vec![
        Column::new("file", text("column-file"), Kind::Text),
        Column::new("entries", text("column-entries"), Kind::Count),
    ];
    let mut report = Report::new(id, text(title), None, columns);
    report.push(vec![
        Cell::Text(options.file.display().to_string()),
        Cell::Count(verified.entries),
    ]);
    session.deliver(&report)?;
    Ok(Exit::Done)
}
