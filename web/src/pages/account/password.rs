//! The own password, changed.

use askama::Template;
use axum::extract::{Form as Sent, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use store::Viewer;

use crate::failure::Failure;
use crate::form::{Form, Keep};
use crate::page::{Page, Shown, Visit};
use crate::pages::accounts::refused;
use crate::session::{SignedIn, random, token};
use crate::site::Site;

#[derive(Template)]
#[template(path = "account/password.html")]
struct PasswordPage {
    page: Page,
    form: Form,
    /// Name of the account, for whoever keeps passwords.
    name: String,
    fewest: String,
    /// Whether somebody else chose the present one.
    is_temporary: bool,
    is_done: bool,
}

fn empty_form() -> Form {
    Form::new(&[
        ("present", Keep::Nothing),
        ("password", Keep::Nothing),
        ("again", Keep::Nothing),
    ])
}

/// `GET /account/password`
///
/// # Errors
/// [`Failure`] when the database does not answer.
pub async fn show(State(site): State<Site>, SignedIn(viewer): SignedIn, visit: Visit) -> Result<Shown, Failure> {
    let is_temporary = viewer.has_temporary_password();
    shown(&site, &viewer, &visit, empty_form(), (is_temporary, false)).await
}

async fn shown(
    site: &Site,
    viewer: &Viewer,
    visit: &Visit,
    form: Form,
    (is_temporary, is_done): (bool, bool),
) -> Result<Shown, Failure> {
    let fewest = i64::try_from(site.accounts().await?.minimum_length).unwrap_or(i64::MAX);
    Ok(Shown::new(&PasswordPage {
        page: visit.page("account-password-title"),
        form,
        name: viewer.name().to_owned(),
        fewest: visit.tr.locale().count(fewest),
        is_temporary,
        is_done,
    }))
}

/// `POST /account/password`: other sessions end, this one goes on.
///
/// # Errors
/// [`Failure`] when the database does not answer. What cannot be taken is a form to be put right.
pub async fn change(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    headers: HeaderMap,
    Sent(sent): Sent<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let tr = &visit.tr;
    let mut form = empty_form().filled_in(sent);
    if form.value("present").is_empty() {
        form.refuse("present", tr.text("account-present-needed"));
    }
    if form.value("password") != form.value("again") {
        form.refuse("again", tr.text("account-again-differs"));
    }
    if form.is_right() {
        let (given, kept) = ((form.value("present"), form.value("password")), token(&site, &headers));
        let settings = site.accounts().await?;
        let changed = site
            .store()
            .change_password(&viewer, given, random()?, kept.as_ref(), &settings)
            .await;
        match changed {
            Ok(()) => {
                return Ok(shown(&site, &viewer, &visit, empty_form(), (false, true))
                    .await?
                    .into_response());
            }
            Err(error) => refused(&mut form, error, tr)?,
        }
    }
    let shown = shown(&site, &viewer, &visit, form, (viewer.has_temporary_password(), false)).await?;
    Ok(shown.with_status(StatusCode::UNPROCESSABLE_ENTITY).into_response())
}
