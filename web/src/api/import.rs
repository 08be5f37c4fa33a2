//! Import: lists from case and HR systems, a batch at a time. The same list twice changes nothing the second time.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::PathBuf;

use axum::Json;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use store::Viewer;
use store::import::kept::SHIPPED;
use store::import::mapping::Mapping;
use store::import::read::{FileError, Problem};
use store::import::rejection::Rejection;
use store::import::take_in::{ImportError, Order, Summary, import};
use tempfile::TempDir;
use utoipa::{IntoParams, ToSchema};

use super::answer::Nothing;
use super::ask::{Asked, Object, Sent, is_of_type, whole};
use super::problem::Refusal;
use crate::failure::Failure;
use crate::session::SignedIn;
use crate::site::Site;

/// The longest name of a list, characters.
const LONGEST_NAME: usize = 100;

/// The most lists of one import.
const MOST_LISTS: usize = 20;

/// Lists to take in.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "mapping": "kommun-a", "exported": "2026-10-31", "dry_run": true,
    "lists": [{ "name": "enheter.csv", "rows": [{ "Enhet": "south", "Namn": "Gruppen söder", "Överordnad": null }] }]
}))]
pub(crate) struct NewImport {
    /// Name of a mapping that the program knows.
    pub mapping: String,
    /// The day the lists were exported: what changed since the export before holds from this day. Today when nothing is said.
    pub exported: Option<Date>,
    /// Only say what would happen; store nothing.
    #[serde(default)]
    pub dry_run: bool,
    /// The lists.
    #[schema(min_items = 1, max_items = 20, value_type = Vec<List>)]
    pub lists: Vec<Object<List>>,
}

/// A list, by what the mapping calls it.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct List {
    /// Name, as the mapping knows it by: `enheter.csv`.
    #[schema(pattern = r#"^[^/\\\x00-\x1f]{1,100}$"#)]
    pub name: String,
    /// Rows: the value of each column by its heading. A column that a row does not name is empty in it.
    pub rows: Vec<BTreeMap<String, Option<String>>>,
}

/// How a list in CSV is to be taken in.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct CsvImport {
    /// Name of a mapping that the program knows.
    #[param(example = "kommun-a")]
    pub mapping: String,
    /// Name of the list, as the mapping knows it by.
    #[param(pattern = r#"^[^/\\\x00-\x1f]{1,100}$"#, example = "enheter.csv")]
    pub name: String,
    /// The day the list was exported; today when nothing is said.
    pub exported: Option<Date>,
    /// Only say what would happen; store nothing.
    pub dry_run: Option<bool>,
}

/// What came of an import.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Imported {
    /// Whether nothing was stored, since that was asked for.
    pub dry_run: bool,
    /// The day the lists were exported.
    pub exported: Date,
    /// Rows in: accepted and rejected.
    pub rows: u64,
    /// Rows accepted.
    pub accepted: u64,
    /// Rows rejected.
    pub rejected: usize,
    /// Whether anything was changed or added.
    pub changed: bool,
    /// The lists that were read.
    pub lists: Vec<ListRead>,
    /// Each rejected row, in the order of the lists.
    pub rejected_rows: Vec<RejectedRow>,
    /// Codes of units that no list of units had and that were added because rows name them.
    pub units_added: Vec<String>,
    /// Numbers of people whose employment is not over but who are no longer in the list.
    pub gone_people: Vec<String>,
    /// References of cases with a phase that is not over but no longer in the list.
    pub gone_cases: Vec<String>,
    /// Open phases held by people who have left: an alarm.
    pub cases_held_by_leavers: i64,
    /// Open phases whose main caseworkers are not known to have the qualification that the act requires: an alarm.
    pub cases_held_without_qualification: i64,
    /// People in no unit.
    pub people_in_no_unit: i64,
}

/// A list that was read.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ListRead {
    /// Its name.
    pub name: String,
    /// What it holds: `units`, `staff`, `reductions`, `duties`, `support` or `cases`.
    pub kind: &'static str,
    /// How many rows it had.
    pub rows: u64,
}

/// A row that was not accepted. An identity number in it is neither told nor stored.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct RejectedRow {
    /// Name of the list.
    pub list: String,
    /// Line in it, counted from 1; the headings are line 1.
    pub line: u64,
    /// Heading of the column at fault; null when it is the row as a whole.
    pub column: Option<String>,
    /// A short code that does not change.
    #[schema(example = "unknown_worker")]
    pub code: &'static str,
    /// What is wrong with the row: the end of a sentence that begins with "the row" or its column.
    pub reason: String,
    /// What to do.
    pub remedy: String,
}

impl From<&Rejection> for RejectedRow {
    fn from(rejection: &Rejection) -> Self {
        let sentence = rejection.reason.to_string();
        let (reason, remedy) = sentence.rsplit_once("; ").unwrap_or((&sentence, ""));
        Self {
            list: rejection.file.to_string(),
            line: rejection.line,
            column: rejection.column.as_deref().map(str::to_owned),
            code: rejection.reason.code(),
            reason: reason.to_owned(),
            remedy: remedy.to_owned(),
        }
    }
}

/// Import rows.
///
/// Lists of units, staff, reductions, duties, support and cases as rows, through a mapping. Each row is accepted or rejected with a reason; all that
/// is accepted is stored in one transaction.
#[utoipa::path(post, path = "/api/v1/imports", operation_id = "importRows", tag = "import", request_body = NewImport,
    responses((status = 200, description = "What came of it", body = Imported)))]
pub(crate) async fn rows(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Asked(_): Asked<Nothing>,
    Sent(sent): Sent<NewImport>,
) -> Result<Json<Imported>, Refusal> {
    let mapping = mapping(&site, &viewer, &sent.mapping, "/mapping").await?;
    if !(1..=MOST_LISTS).contains(&sent.lists.len()) {
        return Err(Refusal::malformed("/lists", "too-many").saying("maximum", &MOST_LISTS));
    }
    let mut names = BTreeSet::new();
    let mut files = Vec::with_capacity(sent.lists.len());
    for (place, Object(list)) in sent.lists.iter().enumerate() {
        let pointer = format!("/lists/{place}/name");
        check_name(&list.name, &pointer)?;
        if !names.insert(list.name.to_lowercase()) {
            return Err(Refusal::refused(pointer, "list-twice"));
        }
        files.push((list.name.clone(), csv(&list.rows).into_bytes()));
    }
    take_in(&site, viewer, mapping, files, sent.exported, sent.dry_run).await
}

/// Import a CSV file.
///
/// One list as the source system exported it. Encoding, separator and the line with the headings are found by looking, as in the pages.
#[utoipa::path(post, path = "/api/v1/imports/csv", operation_id = "importCsv", tag = "import", params(CsvImport),
    request_body(content = String, content_type = "text/csv", description = "The file",
        example = json!("Enhet;Namn;Överordnad\nsouth;Gruppen söder;\n")),
    responses((status = 200, description = "What came of it", body = Imported)))]
pub(crate) async fn csv_file(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Asked(asked): Asked<CsvImport>,
    headers: HeaderMap,
    body: Body,
) -> Result<Json<Imported>, Refusal> {
    if !is_of_type(&headers, "text/csv") {
        return Err(Refusal::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "not-csv"));
    }
    let mapping = mapping(&site, &viewer, &asked.mapping, "?mapping").await?;
    check_name(&asked.name, "?name")?;
    let files = vec![(asked.name, whole(body, &site).await?.to_vec())];
    take_in(&site, viewer, mapping, files, asked.exported, asked.dry_run.unwrap_or(false)).await
}

/// The mapping with this name: one saved in the pages, otherwise one that comes with the product.
async fn mapping(site: &Site, viewer: &Viewer, name: &str, pointer: &str) -> Result<Mapping, Refusal> {
    let mut reading = site.store().read(viewer).await?;
    let kept = reading.mappings().await?;
    reading.close().await?;
    let kept = kept.iter().map(|one| (one.name.as_str(), one.text.as_str()));
    let known: Vec<(&str, &str)> = kept.chain(SHIPPED).collect();
    let Some((_, text)) = known.iter().find(|(id, _)| *id == name) else {
        let names: BTreeSet<&str> = known.iter().map(|(id, _)| *id).collect();
        let names: Vec<&str> = names.into_iter().collect();
        return Err(Refusal::refused(pointer, "no-mapping").saying("known", &names.join(", ")));
    };
    Mapping::parse(text).map_err(|_| Failure::Internal.into())
}

fn check_name(name: &str, pointer: &str) -> Result<(), Refusal> {
    let fits = (1..=LONGEST_NAME).contains(&name.chars().count());
    let is_plain = |char: char| !char.is_ascii_control() && char != '/' && char != '\\';
    // A name of dots alone is a folder.
    if !fits || !name.chars().all(is_plain) {
        return Err(Refusal::malformed(pointer, "list-name"));
    }
    if name.chars().all(|char| char == '.') {
        return Err(Refusal::refused(pointer, "list-name"));
    }
    Ok(())
}

/// Rows as a list in CSV: the headings that any of them has, and every cell in quotation marks.
fn csv(rows: &[BTreeMap<String, Option<String>>]) -> String {
    let headings: BTreeSet<&str> = rows.iter().flat_map(|row| row.keys().map(String::as_str)).collect();
    let quoted = |cell: &str| format!("\"{}\"", cell.replace('"', "\"\""));
    let line = |cells: Vec<String>| format!("{}\n", cells.join(";"));
    let mut text = line(headings.iter().map(|heading| quoted(heading)).collect());
    for row in rows {
        let cell = |heading: &&str| quoted(row.get(*heading).and_then(Option::as_deref).unwrap_or_default());
        text.push_str(&line(headings.iter().map(cell).collect()));
    }
    text
}

async fn take_in(
    site: &Site,
    viewer: Viewer,
    mapping: Mapping,
    files: Vec<(String, Vec<u8>)>,
    exported: Option<Date>,
    dry_run: bool,
) -> Result<Json<Imported>, Refusal> {
    let exported = exported.unwrap_or_else(|| site.now().date());
    let mut reading = site.store().read(&viewer).await?;
    let models = reading.weight_models().await?;
    reading.close().await?;
    let types = models.models().iter().flat_map(|model| &model.cases);
    let case_types: HashSet<String> = types.map(|row| row.case_type.clone()).collect();
    let order = Order {
        viewer,
        exported,
        case_types,
        dry_run,
    };
    let written = tokio::task::spawn_blocking(move || written(&files)).await;
    let (folder, paths) = written.map_err(|_| Refusal::from(Failure::Internal))?.map_err(|error| {
        tracing::error!(%error, "a list that was sent could not be kept while it is read");
        Refusal::from(Failure::Unavailable)
    })?;
    let done = import(site.store(), &mapping, &paths, order, |_| {}).await;
    drop(folder);
    let summary = done.map_err(refusal)?;
    if summary.files.is_empty() {
        let names: Vec<&str> = mapping.files.iter().map(|file| file.name.as_str()).collect();
        return Err(Refusal::refused("", "no-list").saying("names", &names.join(", ")));
    }
    Ok(Json(imported(&summary, exported, dry_run)))
}

/// The lists as files in a folder that goes away with what is given.
fn written(files: &[(String, Vec<u8>)]) -> std::io::Result<(TempDir, Vec<PathBuf>)> {
    let folder = tempfile::tempdir()?;
    let mut paths = Vec::with_capacity(files.len());
    for (name, content) in files {
        let path = folder.path().join(name);
        std::fs::write(&path, content)?;
        paths.push(path);
    }
    Ok((folder, paths))
}

fn imported(summary: &Summary, exported: Date, dry_run: bool) -> Imported {
    let lists = summary.files.iter().map(|file| ListRead {
        name: file.file.to_string(),
        kind: file.kind.name(),
        rows: file.rows,
    });
    Imported {
        dry_run,
        exported,
        rows: summary.rows,
        accepted: summary.accepted,
        rejected: summary.rejected.len(),
        changed: summary.changed,
        lists: lists.collect(),
        rejected_rows: summary.rejected.iter().map(Into::into).collect(),
        units_added: summary.units_added.clone(),
        gone_people: summary.gone_people.clone(),
        gone_cases: summary.gone_phases.iter().map(|gone| gone.reference.clone()).collect(),
        cases_held_by_leavers: summary.held_by_leavers.0,
        cases_held_without_qualification: summary.held_without_qualification.0,
        people_in_no_unit: summary.in_no_unit,
    }
}

fn refusal(error: ImportError) -> Refusal {
    match error {
        ImportError::Files(errors) => errors.first().map_or_else(|| Failure::Internal.into(), of_file),
        ImportError::Store(error) => error.into(),
        ImportError::Older { latest, exported, .. } => Refusal::new(StatusCode::CONFLICT, "older-export")
            .saying("latest", &latest)
            .saying("exported", &exported),
    }
}

/// What is wrong with a list. Nothing that stands in it is told: where there should be headings there may be a row.
fn of_file(error: &FileError) -> Refusal {
    let list = error.file.to_string();
    match &error.problem {
        Problem::Table(_) => Refusal::refused("", "list-unreadable").saying("list", &list),
        Problem::MissingColumn { column, .. } => Refusal::refused("", "list-column")
            .saying("list", &list)
            .saying("column", &column),
        Problem::ColumnTwice { column, .. } => Refusal::refused("", "list-column-twice")
            .saying("list", &list)
            .saying("column", &column),
        Problem::NotInMapping { names } => Refusal::refused("", "no-list").saying("names", &names.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_become_a_list_in_which_no_cell_can_break_out() {
        let row = |cells: &[(&str, Option<&str>)]| -> BTreeMap<String, Option<String>> {
            let cells = cells
                .iter()
                .map(|(heading, cell)| ((*heading).to_owned(), cell.map(str::to_owned)));
            cells.collect()
        };
        let rows = [row(&[("A", Some("1;\"2\"\n3")), ("B", None)]), row(&[("C", Some("x"))])];
        assert_eq!(
            csv(&rows),
            "\"A\";\"B\";\"C\"\n\"1;\"\"2\"\"\n3\";\"\";\"\"\n\"\";\"\";\"x\"\n"
        );
    }
}
