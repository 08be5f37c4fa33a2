//! Lists from other systems: sent, understood, tried, stored; the mappings that say how, and what came in before.

pub mod columns;
pub mod current;

use std::io::Write as _;
use std::path::PathBuf;
use std::time::Duration;

use askama::Template;
use axum::extract::multipart::Field;
use axum::extract::{Multipart, Path, State};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rules::identity_number;
use store::import::kept::{KeptMapping, SHIPPED};
use store::import::mapping::Mapping;
use store::import::outcome::Imported;
use store::{StoreError, Viewer};
use tempfile::TempDir;

use super::weight_model::multipart;
use crate::failure::Failure;
use crate::form::{Form, Keep};
use crate::imports::{self, Stage, forget_later};
use crate::page::{Page, Shown, Visit};
use crate::sentences;
use crate::session::SignedIn;
use crate::site::Site;
use crate::texts::Tr;

#[derive(Template)]
#[template(path = "import/import.html")]
struct ImportPage {
    page: Page,
    /// Who has an import under way; empty when nobody has.
    under_way: String,
    form: Form,
    mappings: Vec<(String, String)>,
    kept: Vec<Kept>,
    /// What is said of the watched folder; empty when none is watched.
    watched: String,
    history: Vec<Past>,
}

/// A mapping made in the pages.
struct Kept {
    name: String,
    address: String,
    saved: String,
}

/// An import in the list.
struct Past {
    at: String,
    who: String,
    source: String,
    files: String,
    counts: String,
    /// Why nothing came in; empty when something did.
    failure: String,
}

/// So many imports are listed.
const LISTED: u32 = 30;

/// So many files may be sent at once.
const MOST_FILES: usize = 20;

/// The name under which the folder that is looked into stands in the list.
pub const FOLDER_JOB: &str = "watched-folder";

fn empty_form() -> Form {
    Form::new(&[
        ("files", Keep::Nothing),
        ("exported", Keep::Written),
        ("mapping", Keep::Written),
        ("mapping-file", Keep::Nothing),
    ])
}

/// A moment as it is written.
fn moment(at: jiff::Timestamp, zone: &TimeZone, tr: &Tr) -> String {
    let at = at.to_zoned(zone.clone());
    format!("{} {:02}:{:02}", tr.locale().day(at.date()), at.hour(), at.minute())
}

fn count(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn past(of: &Imported, zone: &TimeZone, tr: &Tr) -> Past {
    let counts = tr.fill(
        "import-past-counts",
        &[
            ("accepted", count(of.accepted).into()),
            ("rejected", count(of.rejected).into()),
            ("added", count(of.tally.added).into()),
            ("changed", count(of.tally.changed).into()),
            ("ended", count(of.tally.ended).into()),
        ],
    );
    Past {
        at: moment(of.at, zone, tr),
        who: if of.author == FOLDER_JOB {
            tr.text("import-by-folder")
        } else {
            of.author.clone()
        },
        source: of.source.clone(),
        files: of.files.join(", "),
        counts: if of.failure.is_empty() { counts } else { String::new() },
        failure: of.failure.clone(),
    }
}

async fn import_page(site: &Site, viewer: &Viewer, visit: &Visit, form: Form) -> Result<Shown, Failure> {
    let now = site.now();
    let mut reading = site.store().read(viewer).await?;
    let kept = reading.mappings().await?;
    let history = reading.imports(LISTED).await?;
    reading.close().await?;
    let tr = &visit.tr;
    let mut mappings = vec![(String::new(), tr.text("import-make-mapping"))];
    mappings.extend(kept.iter().map(|one| (format!("kept:{}", one.name), one.name.clone())));
    mappings.extend(SHIPPED.iter().map(|(name, _)| {
        let words = tr.with("import-shipped-mapping", "name", name);
        (format!("shipped:{name}"), words)
    }));
    let under_way = site.imports().current().filter(|job| !matches!(job.stage(), Stage::Done(_)));
    let watched = site.settings().watch.as_ref().map(|watch| {
        tr.fill(
            "import-watched",
            &[
                ("folder", watch.folder.display().to_string().into()),
                ("mapping", watch.mapping.as_str().into()),
                ("minutes", count(watch.every_minutes).into()),
            ],
        )
    });
    let page = ImportPage {
        under_way: under_way.map_or_else(String::new, |job| job.by.clone()),
        form,
        mappings,
        kept: kept
            .iter()
            .map(|one| Kept {
                address: format!("/import/mappings/{}", one.id),
                name: one.name.clone(),
                saved: tr.fill(
                    "import-mapping-saved-by",
                    &[
                        ("name", one.author.as_str().into()),
                        ("at", moment(one.saved, now.time_zone(), tr).into()),
                    ],
                ),
            })
            .collect(),
        watched: watched.unwrap_or_default(),
        history: history.iter().map(|one| past(one, now.time_zone(), tr)).collect(),
        page: visit.page("import-title"),
    };
    Ok(Shown::new(&page))
}

/// `GET /import`
///
/// # Errors
/// [`Failure`] when the database does not answer.
pub async fn show(State(site): State<Site>, SignedIn(viewer): SignedIn, visit: Visit) -> Result<Shown, Failure> {
    let mut form = empty_form();
    form.set("exported", site.now().date().to_string());
    import_page(&site, &viewer, &visit, form).await
}

/// What was sent.
struct Received {
    folder: TempDir,
    files: Vec<PathBuf>,
    /// A mapping file that was sent along.
    mapping: Option<String>,
    size: usize,
}

/// `POST /import`: takes the files, each straight into a file of its own.
///
/// # Errors
/// [`Failure`] when the database does not answer or nothing that was sent can be understood. Files that cannot be taken are no failure but a
/// form to be put right.
pub async fn send(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    mut sent: Multipart,
) -> Result<Response, Failure> {
    let tr = &visit.tr;
    let mut form = empty_form();
    let folder = imports::new_folder(&site).map_err(|error| no_room(&error))?;
    let mut received = Received {
        folder,
        files: Vec::new(),
        mapping: None,
        size: 0,
    };
    let most = site.settings().import.largest_upload;
    let mut pairs = Vec::new();
    while let Some(field) = sent.next_field().await.map_err(|error| multipart(&error))? {
        match field.name().unwrap_or_default() {
            "files" => receive(field, &mut received, most, &mut form, tr).await?,
            "mapping-file" => {
                let bytes = field.bytes().await.map_err(|error| multipart(&error))?;
                received.mapping = Some(String::from_utf8_lossy(&bytes).into_owned()).filter(|text| !text.trim().is_empty());
            }
            name => {
                let name = name.to_owned();
                pairs.push((name, field.text().await.map_err(|error| multipart(&error))?));
            }
        }
    }
    form = form.filled_in(pairs);
    if received.size > most {
        let megabytes = count(u64::try_from(most / 1_048_576).unwrap_or(u64::MAX));
        form.refuse("files", tr.counted("import-too-large", megabytes));
    } else if received.files.is_empty() && form.is_right() {
        form.refuse("files", tr.text("import-no-file"));
    }
    let exported = form.value("exported").parse::<Date>().ok();
    if exported.is_none_or(|day| day > site.now().date()) {
        form.refuse("exported", tr.text("import-no-day"));
    }
    let mapping = chosen_mapping(&site, &viewer, &mut form, received.mapping.take(), tr).await?;
    if let (true, Some(exported)) = (form.is_right(), exported) {
        let (by, looking) = (viewer.name().to_owned(), site.clone());
        let Received { folder, files, .. } = received;
        // The files are looked through, which takes its time.
        let begun = tokio::task::spawn_blocking(move || looking.imports().begin(&by, exported, folder, files)).await;
        if let Ok(job) = begun.map_err(|_| Failure::Internal)? {
            let patience = Duration::from_mins(site.settings().import.keep_minutes);
            forget_later(&site, &job, patience);
            let next = match mapping {
                Some((text, mapping)) => {
                    job.try_with(site.store(), &viewer, &text, mapping, tr);
                    "/import/current"
                }
                None => "/import/columns",
            };
            return Ok(Redirect::to(next).into_response());
        }
        form.refuse_all(tr.text("import-busy"));
        let page = import_page(&site, &viewer, &visit, form).await?;
        return Ok(page.with_status(StatusCode::CONFLICT).into_response());
    }
    let page = import_page(&site, &viewer, &visit, form).await?;
    Ok(page.with_status(StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

fn no_room(error: &std::io::Error) -> Failure {
    tracing::error!(%error, "files that are sent cannot be kept for the import");
    Failure::Internal
}

/// Writes one file as it comes; above the limit it is read on and not kept, so that the answer can say so.
async fn receive(mut field: Field<'_>, received: &mut Received, most: usize, form: &mut Form, tr: &Tr) -> Result<(), Failure> {
    let name = plain_name(field.file_name().unwrap_or_default());
    let path = received.folder.path().join(&name);
    let is_taken = received.files.contains(&path);
    let mut file = None;
    while let Some(chunk) = field.chunk().await.map_err(|error| multipart(&error))? {
        received.size = received.size.saturating_add(chunk.len());
        if received.size > most || name.is_empty() || is_taken || received.files.len() >= MOST_FILES {
            continue;
        }
        if file.is_none() {
            file = Some(std::fs::File::create(&path).map_err(|error| no_room(&error))?);
        }
        if let Some(file) = &mut file {
            file.write_all(&chunk).map_err(|error| no_room(&error))?;
        }
    }
    if name.is_empty() {
        return Ok(());
    }
    if identity_number::contains(&name) {
        form.refuse("files", tr.text("import-name-identity-number"));
    } else if is_taken {
        form.refuse("files", tr.with("import-two-with-one-name", "name", &name));
    } else if received.files.len() >= MOST_FILES {
        form.refuse("files", tr.counted("import-too-many", count(MOST_FILES as u64)));
    } else {
        if file.is_none() {
            std::fs::File::create(&path).map_err(|error| no_room(&error))?;
        }
        received.files.push(path);
    }
    Ok(())
}

/// The name of a file without folders and without letters that no file should have in its name.
fn plain_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept = last.chars().filter(|letter| !letter.is_control()).take(150);
    kept.collect::<String>().trim_start_matches(['.', '~']).trim().to_owned()
}

/// The mapping that was chosen or sent along; none when it is to be made, or cannot be used, which the form then says.
async fn chosen_mapping(
    site: &Site,
    viewer: &Viewer,
    form: &mut Form,
    sent: Option<String>,
    tr: &Tr,
) -> Result<Option<(String, Mapping)>, StoreError> {
    if let Some(text) = sent {
        return Ok(match Mapping::parse(&text) {
            Ok(mapping) => Some((text, mapping)),
            Err(error) => {
                let file = tr.text("import-mapping-file");
                form.refuse("mapping-file", sentences::mapping(&error, &file, tr));
                None
            }
        });
    }
    let text = mapping_named(site, viewer, form.value("mapping")).await?;
    let mapping = text.and_then(|text| Mapping::parse(&text).ok().map(|mapping| (text, mapping)));
    if mapping.is_none() && !form.value("mapping").is_empty() {
        form.refuse("mapping", tr.text("import-no-such-mapping"));
    }
    Ok(mapping)
}

/// The text of a mapping by its choice in the form: `kept:NAME` or `shipped:NAME`.
async fn mapping_named(site: &Site, viewer: &Viewer, choice: &str) -> Result<Option<String>, StoreError> {
    match choice.split_once(':') {
        Some(("kept", name)) => {
            let mut reading = site.store().read(viewer).await?;
            let kept = reading.mappings().await?;
            reading.close().await?;
            Ok(kept.into_iter().find(|one| one.name == name).map(|one| one.text))
        }
        Some(("shipped", name)) => {
            let shipped = SHIPPED.iter().find(|(shipped, _)| *shipped == name);
            Ok(shipped.map(|(_, text)| (*text).to_owned()))
        }
        _ => Ok(None),
    }
}

/// The saved mapping with this id.
async fn mapping_with(site: &Site, viewer: &Viewer, id: &str) -> Result<KeptMapping, Failure> {
    let mut reading = site.store().read(viewer).await?;
    let kept = reading.mappings().await?;
    reading.close().await?;
    let found = kept.into_iter().find(|one| one.id.to_string() == id);
    found.ok_or(Failure::NotFound)
}

/// `GET /import/mappings/{mapping}`: as a file.
///
/// # Errors
/// [`Failure::NotFound`] when there is no such mapping; or when the database does not answer.
pub async fn send_mapping(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let kept = mapping_with(&site, &viewer, &id).await?;
    let media_type = HeaderValue::from_static("application/toml; charset=utf-8");
    Ok(crate::download::file(&format!("{}.toml", kept.name), media_type, kept.text))
}

/// `POST /import/mappings/{mapping}/throw-away`
///
/// # Errors
/// [`Failure::NotFound`] when there is no such mapping; or when the database does not answer.
pub async fn throw_away(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Path(id): Path<String>,
) -> Result<Redirect, Failure> {
    let kept = mapping_with(&site, &viewer, &id).await?;
    site.store().drop_mapping(&viewer, &kept.name).await?;
    Ok(Redirect::to("/import"))
}
