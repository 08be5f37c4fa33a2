//! The import under way: at most one at a time, from the files sent until the result has been read. It goes on when the browser is closed.
//!
//! What was sent lies in a temporary folder of its own and is gone when the import is done or given up, at the latest after the time of
//! the settings.

use std::fmt::{self, Write as _};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use jiff::civil::Date;
use sha2::{Digest as _, Sha256};
use store::import::glance::{Glance, Told, glance, write_rejected};
use store::import::mapping::Mapping;
use store::import::read::{Reader, Row};
use store::import::table::{Options, TableError};
use store::import::take_in::{ImportError, Order, Summary, import};
use store::{Store, StoreError, Viewer};
use tempfile::TempDir;

use crate::sentences;
use crate::site::Site;
use crate::texts::Tr;

/// So many first rows of each file are shown.
pub const SHOWN_ROWS: usize = 10;

/// How far an import has come.
#[derive(Debug, Clone)]
pub enum Stage {
    /// The files are here; which column is which is not said yet.
    Sent,
    /// It is tried: nothing is stored.
    Trying,
    /// So it would be.
    Tried(Arc<Outcome>),
    /// It is being stored.
    Running,
    /// It is stored.
    Done(Arc<Outcome>),
    /// Nothing was stored. Whether that was in the trial: then the mapping can be changed.
    Failed(Arc<ImportError>, bool),
}

/// What came of a trial or an import.
#[derive(Debug)]
pub struct Outcome {
    /// The counts.
    pub summary: Summary,
    /// The first rows of each file, as they were understood.
    pub first: Vec<(String, Vec<Row>)>,
    /// The files that have rejected rows, each with the list of these.
    pub rejected: Vec<(String, PathBuf)>,
}

/// An import under way.
pub struct Job {
    number: u64,
    /// Who sent the files.
    pub by: String,
    /// The day of the export.
    pub exported: Date,
    /// The files and what was found in them by looking, without a mapping.
    pub files: Vec<(PathBuf, Arc<Result<Glance, TableError>>)>,
    folder: TempDir,
    rows: AtomicU64,
    now: Mutex<Now>,
}

struct Now {
    stage: Stage,
    mapping: Option<String>,
}

impl fmt::Debug for Job {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Job").field("number", &self.number).finish_non_exhaustive()
    }
}

/// The place of the one import.
#[derive(Debug, Default)]
pub struct Imports {
    current: Mutex<Option<Arc<Job>>>,
    numbers: AtomicU64,
}

/// Another import is under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Busy;

/// A panic while the lock was held has left nothing half done: every change under it is one assignment.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The name of a file as a path.
fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

impl Imports {
    /// The import under way.
    #[must_use]
    pub fn current(&self) -> Option<Arc<Job>> {
        locked(&self.current).clone()
    }

    /// Whether something is tried or stored right now.
    #[must_use]
    pub fn is_working(&self) -> bool {
        self.current()
            .is_some_and(|job| matches!(job.stage(), Stage::Trying | Stage::Running))
    }

    /// Takes files that lie in a folder of their own; an import that is done makes room.
    ///
    /// # Errors
    /// [`Busy`]; the folder is gone then.
    pub fn begin(&self, by: &str, exported: Date, folder: TempDir, files: Vec<PathBuf>) -> Result<Arc<Job>, Busy> {
        let looked = files.into_iter().map(|path| {
            let found = glance(&path, &Options::default(), SHOWN_ROWS);
            (path, Arc::new(found))
        });
        let job = Arc::new(Job {
            number: self.numbers.fetch_add(1, Ordering::Relaxed),
            by: by.to_owned(),
            exported,
            files: looked.collect(),
            folder,
            rows: AtomicU64::new(0),
            now: Mutex::new(Now {
                stage: Stage::Sent,
                mapping: None,
            }),
        });
        let mut current = locked(&self.current);
        let is_over = current
            .as_ref()
            .is_none_or(|job| matches!(job.stage(), Stage::Done(_) | Stage::Failed(_, false)));
        if !is_over {
            return Err(Busy);
        }
        *current = Some(Arc::clone(&job));
        Ok(job)
    }

    /// Gives the import up, unless it is being stored; whether there is none any more.
    pub fn give_up(&self) -> bool {
        let mut current = locked(&self.current);
        let is_stored = current.as_ref().is_some_and(|job| matches!(job.stage(), Stage::Running));
        if !is_stored {
            *current = None;
        }
        !is_stored
    }

    fn forget(&self, number: u64) {
        let is_it = self.current().is_some_and(|job| job.number == number);
        if is_it && !self.give_up() {
            tracing::warn!("an import is still being stored although its time is over");
        }
    }
}

/// Gives the import up when nobody has gone on with it for so long.
pub fn forget_later(site: &Site, job: &Job) {
    let (site, number) = (site.clone(), job.number);
    let patience = Duration::from_mins(site.settings().import.keep_minutes);
    tokio::spawn(async move {
        tokio::time::sleep(patience).await;
        site.imports().forget(number);
    });
}

impl Job {
    /// How far it has come.
    #[must_use]
    pub fn stage(&self) -> Stage {
        locked(&self.now).stage.clone()
    }

    /// The mapping file it is read by, once that is said.
    #[must_use]
    pub fn mapping(&self) -> Option<String> {
        locked(&self.now).mapping.clone()
    }

    /// Rows read so far.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.rows.load(Ordering::Relaxed)
    }

    /// Tries the import with a mapping: everything but storing.
    pub fn try_with(self: &Arc<Self>, store: &Store, viewer: &Viewer, text: &str, mapping: Mapping, tr: &Tr) {
        let may_begin = {
            let mut now = locked(&self.now);
            let is_working = matches!(now.stage, Stage::Trying | Stage::Running | Stage::Done(_));
            if !is_working {
                now.mapping = Some(text.to_owned());
                now.stage = Stage::Trying;
            }
            !is_working
        };
        if may_begin {
            self.work(store, viewer, mapping, true, tr);
        }
    }

    /// Stores what was tried; nothing when nothing has been tried.
    pub fn take_in(self: &Arc<Self>, store: &Store, viewer: &Viewer, tr: &Tr) {
        let mapping = {
            let mut now = locked(&self.now);
            let text = now.mapping.as_deref().filter(|_| matches!(now.stage, Stage::Tried(_)));
            let mapping = text.and_then(|text| Mapping::parse(text).ok());
            if mapping.is_some() {
                now.stage = Stage::Running;
            }
            mapping
        };
        if let Some(mapping) = mapping {
            self.work(store, viewer, mapping, false, tr);
        }
    }

    fn work(self: &Arc<Self>, store: &Store, viewer: &Viewer, mapping: Mapping, dry_run: bool, tr: &Tr) {
        self.rows.store(0, Ordering::Relaxed);
        let (job, store, viewer, tr) = (Arc::clone(self), store.clone(), viewer.clone(), tr.clone());
        tokio::spawn(async move {
            let paths: Vec<PathBuf> = job.files.iter().map(|(path, _)| path.clone()).collect();
            let done = run(&store, &viewer, &mapping, &paths, &job, dry_run).await;
            let stage = match done {
                Ok(summary) => {
                    let told = Arc::clone(&job);
                    // The files are read again, which takes its time.
                    let outcome = tokio::task::spawn_blocking(move || told.outcome(summary, &mapping, &tr)).await;
                    match outcome.map(Arc::new) {
                        Ok(outcome) if dry_run => Stage::Tried(outcome),
                        Ok(outcome) => Stage::Done(outcome),
                        Err(stopped) => std::panic::resume_unwind(stopped.into_panic()),
                    }
                }
                Err(error) => {
                    tracing::warn!("an import failed");
                    Stage::Failed(Arc::new(error), dry_run)
                }
            };
            if matches!(stage, Stage::Done(_) | Stage::Failed(_, false)) {
                // What was sent is no longer needed, and holds what must not be kept.
                for path in &paths {
                    if let Err(error) = std::fs::remove_file(path) {
                        tracing::error!(%error, "a file that was imported cannot be removed");
                    }
                }
            }
            locked(&job.now).stage = stage;
        });
    }

    fn outcome(&self, summary: Summary, mapping: &Mapping, tr: &Tr) -> Outcome {
        let heading: Told = [
            tr.text("import-csv-line"),
            tr.text("import-csv-column"),
            tr.text("import-csv-reason"),
            tr.text("import-csv-remedy"),
        ];
        let mut rejected = Vec::new();
        for (number, (path, _)) in self.files.iter().enumerate() {
            let name = file_name(path);
            if !summary.rejected.iter().any(|one| *one.file == *name) {
                continue;
            }
            let to = self.folder.path().join(format!(".rejected-{number}.csv"));
            let written = File::create(&to).map_err(TableError::Io).and_then(|file| {
                let tell = |one: &store::import::rejection::Rejection| -> Told {
                    [
                        one.line.to_string(),
                        one.column.as_deref().unwrap_or_default().to_owned(),
                        one.reason.code().to_owned(),
                        sentences::reason(&one.reason, tr),
                    ]
                };
                write_rejected(mapping, path, &summary.rejected, &heading, tell, file)
            });
            match written {
                Ok(()) => rejected.push((name, to)),
                Err(error) => tracing::error!(%error, "the list of rejected rows cannot be written"),
            }
        }
        let paths: Vec<PathBuf> = self.files.iter().map(|(path, _)| path.clone()).collect();
        Outcome {
            summary,
            first: first_rows(mapping, &paths),
            rejected,
        }
    }
}

/// The first rows of each file, as they are understood.
fn first_rows(mapping: &Mapping, paths: &[PathBuf]) -> Vec<(String, Vec<Row>)> {
    let mut all = Vec::new();
    for path in paths {
        let Ok(mut reader) = Reader::open(mapping, std::slice::from_ref(path)) else { continue };
        let mut rows = Vec::new();
        while rows.len() < SHOWN_ROWS
            && let Ok(Some(row)) = reader.next_row()
        {
            rows.push(row);
        }
        all.push((file_name(path), rows));
    }
    all
}

/// Imports with all case types that the adopted models know.
async fn run(
    store: &Store,
    viewer: &Viewer,
    mapping: &Mapping,
    paths: &[PathBuf],
    job: &Job,
    dry_run: bool,
) -> Result<Summary, ImportError> {
    let order = order(store, viewer, job.exported, dry_run).await?;
    import(store, mapping, paths, order, |rows| job.rows.store(rows, Ordering::Relaxed)).await
}

/// What an import is about: who, the day of the export, and the case types of the adopted models.
///
/// # Errors
/// As the database answers.
pub async fn order(store: &Store, viewer: &Viewer, exported: Date, dry_run: bool) -> Result<Order, StoreError> {
    let mut reading = store.read(viewer).await?;
    let models = reading.weight_models().await?;
    reading.close().await?;
    let rows = models.models().iter().flat_map(|model| &model.cases);
    Ok(Order {
        viewer: viewer.clone(),
        exported,
        case_types: rows.map(|row| row.case_type.clone()).collect(),
        dry_run,
    })
}

/// The folder of this database in which files lie while they are imported.
fn folder_of(site: &Site) -> PathBuf {
    let hash = Sha256::digest(site.store().address());
    let mut name = String::from("tyngdpunkt-import-");
    for byte in &hash[..8] {
        // Writing to a String cannot fail.
        let _ = write!(name, "{byte:02x}");
    }
    let above = site.settings().import.folder.clone();
    above.unwrap_or_else(std::env::temp_dir).join(name)
}

/// Removes what an earlier run of the program that broke off has left of files sent to it. To be called before pages are answered.
///
/// # Errors
/// When the folder is there and cannot be removed.
pub fn clear(site: &Site) -> std::io::Result<()> {
    match std::fs::remove_dir_all(folder_of(site)) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// A folder of its own for files that are sent.
///
/// # Errors
/// When there is no room for it.
pub(crate) fn new_folder(site: &Site) -> std::io::Result<TempDir> {
    let above = folder_of(site);
    std::fs::create_dir_all(&above)?;
    tempfile::Builder::new().prefix("files-").tempdir_in(above)
}
