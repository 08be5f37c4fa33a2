//! The folder in which other systems leave their lists: what is finished is imported and moved aside with a report.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use store::import::kept::SHIPPED;
use store::import::mapping::Mapping;
use store::import::take_in::{Summary, import};
use store::{StoreError, Viewer};

use crate::imports::order;
use crate::pages::import::FOLDER_JOB;
use crate::pages::import::current::failure;
use crate::sentences;
use crate::settings::Watch;
use crate::site::Site;
use crate::texts::Tr;

/// Where lists go that came in.
pub const IMPORTED: &str = "imported";

/// Where lists go that were refused.
pub const REFUSED: &str = "refused";

/// What is put beside a list, with this at the end of its name, to say that it is finished.
pub const MARKER: &str = ".done";

/// Looks into the folder of the settings again and again; returns at once when none is watched.
pub async fn run(site: Site) {
    let Some(watch) = site.settings().watch.clone() else { return };
    let mut watcher = Watcher::default();
    loop {
        watcher.look(&site, &watch).await;
        tokio::time::sleep(Duration::from_mins(watch.every_minutes)).await;
    }
}

/// What was seen at the last look, to tell which files still grow.
#[derive(Debug, Default)]
pub struct Watcher {
    seen: BTreeMap<PathBuf, (u64, Option<SystemTime>)>,
}

impl Watcher {
    /// Looks once. Files are finished when they have not changed since the look before, or when a marker lies beside them; they come in
    /// together, once all are. What goes wrong is told in the log and in the list of imports.
    pub async fn look(&mut self, site: &Site, watch: &Watch) {
        if site.imports().is_working() {
            return;
        }
        match self.finished(&watch.folder) {
            Ok(files) if files.is_empty() => {}
            Ok(files) => {
                if let Err(error) = take_in(site, watch, &files).await {
                    tracing::error!(%error, "what lies in the watched folder cannot be imported; it is tried again");
                }
                self.seen.clear();
            }
            Err(error) => tracing::error!(%error, "the watched folder cannot be read"),
        }
    }

    fn finished(&mut self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let mut now = BTreeMap::new();
        let mut marked = Vec::new();
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let about = entry.metadata()?;
            if !about.is_file() || name.starts_with(['.', '~']) {
                continue;
            }
            match name.strip_suffix(MARKER) {
                Some(list) => marked.push(folder.join(list)),
                None => {
                    now.insert(entry.path(), (about.len(), about.modified().ok()));
                }
            }
        }
        let is_finished = |(path, about): (&PathBuf, &(u64, Option<SystemTime>))| {
            marked.contains(path) || self.seen.get(path) == Some(about)
        };
        let are_finished = now.iter().all(is_finished);
        let files = now.keys().cloned().collect();
        self.seen = now;
        Ok(if are_finished { files } else { Vec::new() })
    }
}

/// Why nothing could be done, not even refuse.
#[derive(Debug, thiserror::Error)]
enum WatchError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Io(#[from] io::Error),
    #[error(transparent)]
    Csv(#[from] csv::Error),
}

async fn take_in(site: &Site, watch: &Watch, files: &[PathBuf]) -> Result<(), WatchError> {
    let now = site.now();
    let tr = Tr::new(site.texts(), site.settings().language);
    let viewer = Viewer::system(FOLDER_JOB, now.timestamp());
    let mut reading = site.store().read(&viewer).await?;
    let kept = reading.mappings().await?;
    reading.close().await?;
    let text = kept
        .iter()
        .find(|one| one.name == watch.mapping)
        .map(|one| one.text.as_str())
        .or_else(|| SHIPPED.iter().find(|(name, _)| *name == watch.mapping).map(|(_, text)| *text));
    let mapping = text.and_then(|text| Mapping::parse(text).ok());
    let (source, done) = match &mapping {
        None => (watch.mapping.clone(), Err(tr.with("watch-no-mapping", "mapping", &watch.mapping))),
        Some(mapping) => {
            let order = order(site.store(), &viewer, now.date(), false).await?;
            let done = import(site.store(), mapping, files, order, |_| {}).await;
            let done = done.map_err(|error| failure(&error, &tr).join(" "));
            (mapping.source.clone(), done)
        }
    };
    let stamp = now.strftime("%Y-%m-%d-%H%M%S").to_string();
    match done {
        Ok(summary) => {
            move_aside(&watch.folder.join(IMPORTED), &stamp, files)?;
            report(&watch.folder.join(IMPORTED), &stamp, &summary, &tr)?;
        }
        Err(why) => {
            let names: Vec<String> = files
                .iter()
                .map(|path| sentences::without_identity_number(&name_of(path), &tr))
                .collect();
            site.store().import_refused(&viewer, &source, now.date(), &names, &why).await?;
            move_aside(&watch.folder.join(REFUSED), &stamp, files)?;
            fs::write(watch.folder.join(REFUSED).join(format!("{stamp}-report.txt")), why + "\n")?;
        }
    }
    Ok(())
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn move_aside(to: &Path, stamp: &str, files: &[PathBuf]) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for file in files {
        let name = name_of(file);
        fs::rename(file, to.join(format!("{stamp}-{name}")))?;
        let marker = file.with_file_name(format!("{name}{MARKER}"));
        match fs::remove_file(marker) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

/// The rejected rows by file, line and column, with what to do. What stood in them is not told.
fn report(to: &Path, stamp: &str, summary: &Summary, tr: &Tr) -> Result<(), WatchError> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .flexible(true)
        .from_path(to.join(format!("{stamp}-report.csv")))?;
    for (id, count) in [
        ("import-count-rows", summary.rows),
        ("import-count-accepted", summary.accepted),
        ("import-count-rejected", summary.rejected.len() as u64),
    ] {
        writer.write_record([tr.text(id), count.to_string()])?;
    }
    for one in &summary.rejected {
        writer.write_record([
            sentences::without_identity_number(&one.file, tr),
            one.line.to_string(),
            one.column.as_deref().unwrap_or_default().to_owned(),
            one.reason.code().to_owned(),
            sentences::reason(&one.reason, tr),
        ])?;
    }
    writer.flush()?;
    Ok(())
}
