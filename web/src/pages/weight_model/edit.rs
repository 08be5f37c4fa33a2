//! A draft of a weight model in a form: every row, factor and limit in a field of its own.

use askama::Template;
use axum::extract::{Form as Sent, Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::draft;
use super::fields::{self, Kind, TABLES, Table};
use crate::failure::Failure;
use crate::form::Form;
use crate::page::{Page, Shown, Visit};
use crate::session::SignedIn;
use crate::site::Site;
use crate::texts::Tr;

#[derive(Template)]
#[template(path = "weight_model/edit.html")]
struct EditPage {
    page: Page,
    address: String,
    form: Form,
    sections: Vec<Section>,
    is_saved: bool,
}

/// A table of the model.
struct Section {
    name: &'static str,
    title: String,
    hint: String,
    is_list: bool,
    rows: Vec<Row>,
}

/// A row of it.
struct Row {
    legend: String,
    inputs: Vec<Input>,
    /// The name of the box that drops it; empty where nothing can be dropped.
    drop: String,
}

/// A field.
struct Input {
    name: String,
    label: String,
    hint: String,
    /// `text`, `area`, `choice` or `tick`.
    shape: &'static str,
    choices: Vec<(String, String)>,
}

/// What the page is told by its address.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Told {
    saved: bool,
}

fn sections(form: &Form, tr: &Tr) -> Vec<Section> {
    let section = |table: &Table| Section {
        name: table.name,
        title: tr.text(&format!("models-part-{}", table.name)),
        hint: tr.text(&format!("models-hint-{}", table.name)),
        is_list: table.is_list,
        rows: (0..fields::rows_in(form, table))
            .map(|row| shown_row(table, row, form, tr))
            .collect(),
    };
    TABLES.iter().map(section).collect()
}

fn shown_row(table: &Table, row: usize, form: &Form, tr: &Tr) -> Row {
    let first = form.value(&fields::name(table, row, table.fields[0].key));
    let second = form.value(&fields::name(table, row, table.fields[1].key));
    let legend = match (table.name, first) {
        (_, "") => tr.text("models-new-row"),
        ("case", case_type) => crate::counted::kind(case_type, Some(second).filter(|phase| !phase.is_empty())),
        ("level" | "limit", first) => crate::counted::in_words(first),
        (_, _) if !second.is_empty() => second.to_owned(),
        (_, first) => crate::counted::in_words(first),
    };
    let is_new = first.is_empty();
    Row {
        legend,
        inputs: table.fields.iter().map(|field| input(table, row, field, tr)).collect(),
        drop: if is_new || !table.is_list {
            String::new()
        } else {
            fields::name(table, row, "drop")
        },
    }
}

fn input(table: &Table, row: usize, field: &fields::Field, tr: &Tr) -> Input {
    let (shape, choices): (_, &[&str]) = match field.kind {
        Kind::Text | Kind::Number | Kind::Percent | Kind::List => ("text", &[]),
        Kind::Levels => ("area", &[]),
        Kind::Tick => ("tick", &[]),
        Kind::Choice(choices) => ("choice", choices),
    };
    let words = |choice: &&str| {
        let words = tr.text(&format!("models-choice-{}-{choice}", field.key));
        ((*choice).to_owned(), words)
    };
    Input {
        name: fields::name(table, row, field.key),
        label: fields::label(table, field.key, tr),
        hint: match field.kind {
            Kind::Levels => tr.text("models-levels-hint"),
            _ => String::new(),
        },
        shape,
        choices: choices.iter().map(words).collect(),
    }
}

fn page(visit: &Visit, id: &str, form: Form, is_saved: bool) -> Shown {
    Shown::new(&EditPage {
        address: format!("/weight-models/drafts/{id}"),
        sections: sections(&form, &visit.tr),
        form,
        is_saved,
        page: visit.page("models-edit-title"),
    })
}

/// `GET /weight-models/drafts/{draft}`
///
/// # Errors
/// [`Failure::NotFound`] when there is no such draft; or when the database does not answer.
pub async fn show(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Path(id): Path<String>,
    Query(told): Query<Told>,
) -> Result<Shown, Failure> {
    let draft = draft(&site, &viewer, &id).await?;
    let form = fields::of_model(&draft.model, &visit.tr);
    Ok(page(&visit, &id, form, told.saved))
}

/// `POST /weight-models/drafts/{draft}`: saves, or only shows more empty rows.
///
/// # Errors
/// [`Failure::NotFound`] when there is no such draft; or when the database does not answer. What is no model is no failure but a form to
/// be put right.
pub async fn save(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Path(id): Path<String>,
    Sent(sent): Sent<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let draft = draft(&site, &viewer, &id).await?;
    let value = |wanted: &str| sent.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.clone());
    let (more, then) = (value("more"), value("then"));
    let mut form = fields::sent(&sent, more.as_deref());
    if more.is_some() {
        return Ok(page(&visit, &id, form, false).into_response());
    }
    let Some(model) = fields::read(&mut form, &draft.model, &visit.tr) else {
        let shown = page(&visit, &id, form, false);
        return Ok(shown.with_status(StatusCode::UNPROCESSABLE_ENTITY).into_response());
    };
    let kept = site.store().save_draft(&viewer, Some(draft.id), &model).await?;
    let id = kept.ok_or(Failure::NotFound)?;
    let next = match then.as_deref() {
        Some("effect") => format!("/weight-models/drafts/{id}/effect"),
        _ => format!("/weight-models/drafts/{id}?saved=true"),
    };
    Ok(Redirect::to(&next).into_response())
}
