//! The import under way: how far it has come, what it would do or has done, and which rows were rejected and why.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::HeaderValue;
use axum::response::{IntoResponse, Redirect, Response};
use rules::case::FactorValue;
use rules::period::Period;
use store::import::read::{FileReport, Row};
use store::import::record::Record;
use store::import::rejection::Rejection;
use store::import::take_in::{ImportError, Summary};

use super::count;
use crate::failure::Failure;
use crate::imports::{Job, Outcome, Stage};
use crate::page::{Page, Shown, Visit};
use crate::sentences;
use crate::session::SignedIn;
use crate::site::Site;
use crate::texts::Tr;

#[derive(Template)]
#[template(path = "import/working.html")]
struct WorkingPage {
    page: Page,
    is_trial: bool,
    rows: String,
}

#[derive(Template)]
#[template(path = "import/result.html")]
struct ResultPage {
    page: Page,
    /// Whether nothing is stored yet.
    is_trial: bool,
    /// Whether it can be stored: something was accepted.
    may_store: bool,
    files: Vec<ListedFile>,
    counts: Vec<(String, String)>,
    notes: Vec<String>,
    reasons: Vec<GroupedReason>,
    downloads: Vec<(String, String)>,
    /// The name of the mapping it was read by.
    mapping: String,
}

#[derive(Template)]
#[template(path = "import/failed.html")]
struct FailedPage {
    page: Page,
    sentences: Vec<String>,
    /// Whether another mapping can be tried.
    is_trial: bool,
}

/// A file and what was found in it.
struct ListedFile {
    name: String,
    about: String,
    notices: Vec<String>,
    first: Vec<UnderstoodRow>,
}

/// A row as it was understood.
struct UnderstoodRow {
    line: String,
    /// What it says, or why it is rejected.
    words: String,
    is_rejected: bool,
}

/// Rows rejected for one reason.
struct GroupedReason {
    sentence: String,
    rows: String,
    /// Where the first of them are.
    places: String,
}

/// `GET /import/current`
///
/// # Errors
/// [`Failure`] when the page cannot be made.
pub async fn show(State(site): State<Site>, _: SignedIn, visit: Visit) -> Result<Response, Failure> {
    let Some(job) = site.imports().current() else {
        return Ok(Redirect::to("/import").into_response());
    };
    let tr = &visit.tr;
    Ok(match job.stage() {
        Stage::Sent => Redirect::to("/import/columns").into_response(),
        stage @ (Stage::Trying | Stage::Running) => {
            let is_trial = matches!(stage, Stage::Trying);
            let page = WorkingPage {
                is_trial,
                rows: tr.counted("import-rows-read", count(job.rows())),
                page: visit.page(if is_trial { "import-trying" } else { "import-storing" }),
            };
            Shown::new(&page).into_response()
        }
        Stage::Tried(outcome) => result(&visit, &job, &outcome, true).into_response(),
        Stage::Done(outcome) => result(&visit, &job, &outcome, false).into_response(),
        Stage::Failed(error, is_trial) => {
            let page = FailedPage {
                sentences: failure(&error, tr),
                is_trial,
                page: visit.page("import-failed"),
            };
            Shown::new(&page).into_response()
        }
    })
}

/// Why nothing was stored.
pub fn failure(error: &ImportError, tr: &Tr) -> Vec<String> {
    match error {
        ImportError::Files(errors) => errors.iter().map(|error| sentences::file_error(error, tr)).collect(),
        ImportError::Store(_) => vec![tr.text("import-database-refused")],
        ImportError::Older {
            source_system,
            latest,
            exported,
        } => {
            let arguments = [
                ("source", source_system.as_str().into()),
                ("latest", tr.long_day(*latest).into()),
                ("exported", tr.long_day(*exported).into()),
            ];
            vec![tr.fill("import-older-export", &arguments)]
        }
    }
}

fn result(visit: &Visit, job: &Job, outcome: &Outcome, is_trial: bool) -> Shown {
    let tr = &visit.tr;
    let summary = &outcome.summary;
    let number = |number: u64| tr.locale().count(count(number));
    let counts = [
        ("import-count-rows", summary.rows),
        ("import-count-accepted", summary.accepted),
        ("import-count-rejected", summary.rejected.len() as u64),
        ("import-count-added", summary.tally.added),
        ("import-count-changed", summary.tally.changed),
        ("import-count-ended", summary.tally.ended),
    ];
    let title = if is_trial { "import-tried" } else { "import-done" };
    let mapping = job
        .mapping()
        .and_then(|text| store::import::mapping::Mapping::parse(&text).ok());
    Shown::new(&ResultPage {
        is_trial,
        may_store: summary.accepted > 0,
        files: summary.files.iter().map(|file| listed(file, outcome, tr)).collect(),
        counts: counts.into_iter().map(|(id, count)| (tr.text(id), number(count))).collect(),
        notes: notes(summary, tr),
        reasons: reasons(&summary.rejected, tr),
        downloads: outcome
            .rejected
            .iter()
            .enumerate()
            .map(|(place, (name, _))| (format!("/import/rejected/{place}"), name.clone()))
            .collect(),
        mapping: mapping.map_or_else(String::new, |mapping| mapping.id),
        page: visit.page(title),
    })
}

fn listed(file: &FileReport, outcome: &Outcome, tr: &Tr) -> ListedFile {
    let found = &file.found;
    let how = match (&found.sheet, found.encoding) {
        (Some(sheet), _) => tr.with("import-file-in-sheet", "sheet", sheet),
        (None, Some(encoding)) => {
            let separator = match found.separator {
                Some('\t') => tr.text("separator-tab"),
                Some(separator) => separator.to_string(),
                None => String::new(),
            };
            let arguments = [("encoding", encoding.name().into()), ("separator", separator.into())];
            tr.fill("import-file-in-text", &arguments)
        }
        (None, None) => String::new(),
    };
    let about = tr.fill(
        "import-file-about",
        &[
            ("kind", tr.text(&format!("import-kind-{}", file.kind.name())).into()),
            ("rows", count(file.rows).into()),
            ("header", count(found.header_line).into()),
            ("how", how.into()),
        ],
    );
    let first = outcome.first.iter().find(|(name, _)| **name == *file.file);
    ListedFile {
        name: sentences::without_identity_number(&file.file, tr),
        about,
        notices: file
            .notices
            .iter()
            .map(|notice| sentences::notice(notice, &file.file, tr))
            .collect(),
        first: first
            .into_iter()
            .flat_map(|(_, rows)| rows)
            .map(|row| understood(row, tr))
            .collect(),
    }
}

fn understood(row: &Row, tr: &Tr) -> UnderstoodRow {
    let line = tr.counted("import-line", count(row.line));
    match &row.outcome {
        Ok(records) => {
            let words: Vec<String> = records.iter().map(|record| described(record, tr)).collect();
            UnderstoodRow {
                line,
                words: words.join(" | "),
                is_rejected: false,
            }
        }
        Err(rejection) => UnderstoodRow {
            line,
            words: sentences::reason(&rejection.reason, tr),
            is_rejected: true,
        },
    }
}

/// What a record says, field by field.
fn described(record: &Record, tr: &Tr) -> String {
    let mut parts: Vec<(&str, String)> = Vec::new();
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    match record {
        Record::Unit(unit) => {
            parts.push(("code", unit.code.clone()));
            parts.push(("name", unit.name.clone()));
            parts.push(("parent", text(&unit.parent)));
        }
        Record::Employment(post) => {
            parts.push(("person", post.person.clone()));
            parts.push(("name", post.name.clone()));
            parts.push(("unit", text(&post.unit)));
            parts.push(("title", text(&post.title)));
            period(&post.period, &mut parts);
        }
        Record::Reduction(reduction) => {
            parts.push(("person", reduction.person.clone()));
            parts.push(("kind", reduction.kind.clone()));
            period(&reduction.period, &mut parts);
        }
        Record::Duty(duty) => {
            parts.push(("person", duty.person.clone()));
            parts.push(("kind", duty.kind.clone()));
            period(&duty.period, &mut parts);
        }
        Record::Event(event) => {
            parts.push(("reference", event.reference.clone()));
            parts.push(("event", event.kind.clone()));
            parts.push(("day", event.on.to_string()));
            parts.push(("duty", text(&event.duty)));
            parts.push(("until", event.until.map_or_else(String::new, |until| until.to_string())));
        }
        Record::Support(support) => {
            parts.push(("helper", support.helper.clone()));
            parts.push(("owner", support.owner.clone()));
            parts.push(("kind", support.kind.clone()));
            parts.push(("on", support.on.to_string()));
        }
        Record::Phase(phase) => {
            parts.push(("reference", phase.reference.clone()));
            parts.push(("type", phase.case_type.to_string()));
            parts.push(("phase", phase.phase.as_deref().unwrap_or_default().to_owned()));
            period(&phase.period, &mut parts);
            parts.push(("main", phase.main.as_deref().unwrap_or_default().to_owned()));
            let co: Vec<&str> = phase.co.iter().map(|(name, _)| &**name).collect();
            parts.push(("co", co.join(", ")));
            for (factor, value) in phase.effort.iter() {
                let value = match value {
                    FactorValue::Flag(true) => tr.text("word-yes"),
                    FactorValue::Flag(false) => tr.text("word-no"),
                    other => other.to_string(),
                };
                parts.push((factor, value));
            }
        }
    }
    let said = parts.into_iter().filter(|(_, value)| !value.is_empty());
    let said = said.map(|(field, value)| {
        let value = sentences::without_identity_number(&value, tr);
        format!("{}: {value}", sentences::name_of_field(field, tr))
    });
    said.collect::<Vec<_>>().join("; ")
}

fn period(of: &Period, parts: &mut Vec<(&str, String)>) {
    parts.push(("start", of.from().to_string()));
    parts.push(("end", of.to().map_or_else(String::new, |end| end.to_string())));
}

/// Rejected rows by reason, the commonest first.
fn reasons(rejected: &[Rejection], tr: &Tr) -> Vec<GroupedReason> {
    let mut groups: BTreeMap<&str, Vec<&Rejection>> = BTreeMap::new();
    for rejection in rejected {
        groups.entry(rejection.reason.code()).or_default().push(rejection);
    }
    let mut groups: Vec<Vec<&Rejection>> = groups.into_values().collect();
    groups.sort_by_key(|group| std::cmp::Reverse(group.len()));
    let grouped = groups.into_iter().filter_map(|group| {
        let first = group.first()?;
        let places = group.iter().take(5).map(|one| {
            let arguments = [
                ("file", one.file.to_string().into()),
                ("line", count(one.line).into()),
                ("column", one.column.as_deref().unwrap_or_default().to_owned().into()),
            ];
            let id = if one.column.is_some() {
                "import-place-in-column"
            } else {
                "import-place"
            };
            tr.fill(id, &arguments)
        });
        let mut places: Vec<String> = places.collect();
        if group.len() > places.len() {
            places.push("…".to_owned());
        }
        Some(GroupedReason {
            sentence: sentences::reason(&first.reason, tr),
            rows: tr.locale().count(count(group.len() as u64)),
            places: places.join("; "),
        })
    });
    grouped.collect()
}

/// So many of those that are gone or were added are named.
const NAMED: usize = 20;

/// What to look at.
fn notes(summary: &Summary, tr: &Tr) -> Vec<String> {
    let listed = |id: &str, all: Vec<String>| {
        if all.is_empty() {
            return None;
        }
        let mut which = all.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
        if all.len() > NAMED {
            which.push_str(" …");
        }
        let arguments = [("count", count(all.len() as u64).into()), ("which", which.into())];
        Some(tr.fill(id, &arguments))
    };
    let parts = |gone: &[store::import::take_in::GonePart]| -> Vec<String> {
        gone.iter().map(|gone| format!("{} {}", gone.person, gone.kind)).collect()
    };
    let gone_phases = summary.gone_phases.iter().map(|gone| gone.reference.clone()).collect();
    let mut notes: Vec<String> = [
        listed("import-units-added", summary.units_added.clone()),
        listed("import-gone-people", summary.gone_people.clone()),
        listed("import-gone-reductions", parts(&summary.gone_reductions)),
        listed("import-gone-duties", parts(&summary.gone_duties)),
        listed("import-gone-phases", gone_phases),
    ]
    .into_iter()
    .flatten()
    .collect();
    let (cases, people) = summary.held_by_leavers;
    if cases > 0 {
        let arguments = [("cases", cases.into()), ("people", people.into())];
        notes.push(tr.fill("import-held-by-leavers", &arguments));
    }
    let (cases, people) = summary.held_without_qualification;
    if cases > 0 {
        let arguments = [("cases", cases.into()), ("people", people.into())];
        notes.push(tr.fill("import-held-without-qualification", &arguments));
    }
    if summary.in_no_unit > 0 {
        notes.push(tr.fill("import-in-no-unit", &[("count", summary.in_no_unit.into())]));
    }
    notes
}

/// `POST /import/take-in`: stores what was tried.
///
/// # Errors
/// None so far.
pub async fn take_in(State(site): State<Site>, SignedIn(viewer): SignedIn, visit: Visit) -> Result<Redirect, Failure> {
    if let Some(job) = site.imports().current() {
        job.take_in(site.store(), &viewer, &visit.tr);
    }
    Ok(Redirect::to("/import/current"))
}

/// `POST /import/give-up`: removes what was sent; an import that is being stored goes on.
///
/// # Errors
/// None so far.
pub async fn give_up(State(site): State<Site>, _: SignedIn) -> Result<Redirect, Failure> {
    let next = if site.imports().give_up() {
        "/import"
    } else {
        "/import/current"
    };
    Ok(Redirect::to(next))
}

/// `GET /import/rejected/{file}`: the rejected rows of one file, as CSV.
///
/// # Errors
/// [`Failure::NotFound`] when there are none.
pub async fn send_rejected(State(site): State<Site>, _: SignedIn, Path(place): Path<String>) -> Result<Response, Failure> {
    let job = site.imports().current().ok_or(Failure::NotFound)?;
    let (Stage::Tried(outcome) | Stage::Done(outcome)) = job.stage() else {
        return Err(Failure::NotFound);
    };
    let place: usize = place.parse().map_err(|_| Failure::NotFound)?;
    let (name, path) = outcome.rejected.get(place).ok_or(Failure::NotFound)?;
    let bytes = std::fs::read(path).map_err(|_| Failure::NotFound)?;
    let media_type = HeaderValue::from_static("text/csv; charset=utf-8");
    Ok(crate::download::file(&format!("avvisade-{name}.csv"), media_type, bytes))
}

/// `POST /import/mappings`: keeps the mapping of the import under way.
///
/// # Errors
/// [`Failure::NotFound`] when there is none; or when the database does not answer.
pub async fn save_mapping(State(site): State<Site>, SignedIn(viewer): SignedIn) -> Result<Redirect, Failure> {
    let job = site.imports().current().ok_or(Failure::NotFound)?;
    let text = job.mapping().ok_or(Failure::NotFound)?;
    site.store().save_mapping(&viewer, &text).await?;
    Ok(Redirect::to("/import/current"))
}
