//! A new account, with a password that is told once.

use askama::Template;
use axum::extract::{Form as Sent, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use store::Viewer;
use store::account::AccountError;

use super::{generated, person, refused};
use crate::failure::Failure;
use crate::form::{Form, Keep};
use crate::page::{Page, Shown, Visit};
use crate::session::{SignedIn, random};
use crate::site::Site;

#[derive(Template)]
#[template(path = "accounts/new.html")]
struct NewPage {
    page: Page,
    form: Form,
    ways: Vec<(String, String)>,
    fewest: String,
}

/// What is told once.
#[derive(Template)]
#[template(path = "accounts/told.html")]
pub(super) struct ToldPage {
    pub(super) page: Page,
    pub(super) name: String,
    /// None when it was typed.
    pub(super) password: Option<String>,
    pub(super) address: String,
    pub(super) is_new: bool,
}

fn empty_form() -> Form {
    Form::new(&[
        ("name", Keep::Written),
        ("display", Keep::Written),
        ("person", Keep::Written),
        ("how", Keep::Written),
        ("password", Keep::Nothing),
    ])
}

/// The ways to give an account a password.
pub(super) fn ways(visit: &Visit) -> Vec<(String, String)> {
    ["generated", "typed"]
        .map(|way| (way.to_owned(), visit.tr.text(&format!("accounts-password-{way}"))))
        .to_vec()
}

/// `GET /accounts/new`
///
/// # Errors
/// [`Failure`] when the database does not answer.
pub async fn show(State(site): State<Site>, visit: Visit) -> Result<Shown, Failure> {
    let mut form = empty_form();
    form.set("how", "generated");
    shown(&site, &visit, form).await
}

async fn shown(site: &Site, visit: &Visit, form: Form) -> Result<Shown, Failure> {
    let fewest = i64::try_from(site.accounts().await?.minimum_length).unwrap_or(i64::MAX);
    Ok(Shown::new(&NewPage {
        page: visit.page("accounts-new-title"),
        form,
        ways: ways(visit),
        fewest: visit.tr.locale().count(fewest),
    }))
}

/// `POST /accounts/new`
///
/// # Errors
/// [`Failure`] when the database does not answer. What cannot be taken is a form to be put right.
pub async fn add(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Sent(sent): Sent<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let mut form = empty_form().filled_in(sent);
    if let Some(told) = taken(&site, &viewer, &visit, &mut form).await? {
        return Ok(Shown::new(&told).into_response());
    }
    let shown = shown(&site, &visit, form).await?;
    Ok(shown.with_status(StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

async fn taken(site: &Site, viewer: &Viewer, visit: &Visit, form: &mut Form) -> Result<Option<ToldPage>, Failure> {
    let tr = &visit.tr;
    let settings = site.accounts().await?;
    let mut reading = site.store().read(viewer).await?;
    let person = person(&mut reading, form, tr).await?;
    reading.close().await?;
    super::super::administration::refuse_identity_numbers(form, &["name", "display"], tr);
    let password = match form.value("how") {
        "generated" => Some(generated(&settings)?),
        "typed" => None,
        _ => {
            form.refuse("how", tr.text("accounts-no-way"));
            None
        }
    };
    let name = form.value("name").to_owned();
    let new = password.clone().unwrap_or_else(|| form.value("password").to_owned());
    // Before anything is stored, so that no account is left without the password that was to come with it.
    if let Err(weak) = store::password::check(&new, &name, settings.minimum_length) {
        refused(form, AccountError::Weak(weak), tr)?;
    }
    if !form.is_right() {
        return Ok(None);
    }
    let id = match site.store().add_account(viewer, &name, form.value("display"), person).await {
        Ok(id) => id,
        Err(error) => {
            refused(form, error, tr)?;
            return Ok(None);
        }
    };
    let set = site.store().set_temporary_password(viewer, id, &new, random()?, &settings);
    if let Err(error) = set.await {
        refused(form, error, tr)?;
        return Ok(None);
    }
    Ok(Some(ToldPage {
        page: visit.page("accounts-told-title"),
        name: name.to_lowercase(),
        password,
        address: format!("/accounts/{id}"),
        is_new: true,
    }))
}
