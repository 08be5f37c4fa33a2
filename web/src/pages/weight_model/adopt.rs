//! Adopting a draft: from which day, and why.

use askama::Template;
use axum::extract::{Form as Sent, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use store::weight_model::{AdoptError, Draft, LONGEST_REASON};

use super::draft;
use crate::failure::Failure;
use crate::form::{Form, Keep};
use crate::page::{Page, Shown, Visit};
use crate::session::SignedIn;
use crate::site::Site;
use crate::texts::Tr;

#[derive(Template)]
#[template(path = "weight_model/adopt.html")]
struct AdoptPage {
    page: Page,
    address: String,
    model: String,
    form: Form,
}

fn empty_form() -> Form {
    Form::new(&[("from", Keep::Written), ("reason", Keep::Written)])
}

fn page(visit: &Visit, draft: &Draft, form: Form) -> Shown {
    Shown::new(&AdoptPage {
        address: format!("/weight-models/drafts/{}", draft.id),
        model: format!("{} {}", draft.model.title, draft.model.version),
        form,
        page: visit.page("models-adopt-title"),
    })
}

/// `GET /weight-models/drafts/{draft}/adopt`
///
/// # Errors
/// [`Failure::NotFound`] when there is no such draft; or when the database does not answer.
pub async fn show(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Shown, Failure> {
    let draft = draft(&site, &viewer, &id).await?;
    let mut form = empty_form();
    if let Ok(tomorrow) = site.now().date().tomorrow() {
        form.set("from", tomorrow.to_string());
    }
    Ok(page(&visit, &draft, form))
}

/// `POST /weight-models/drafts/{draft}/adopt`
///
/// # Errors
/// [`Failure::NotFound`] when there is no such draft; or when the database does not answer. What cannot be adopted is no failure but a
/// form to be put right.
pub async fn save(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Path(id): Path<String>,
    Sent(sent): Sent<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let draft = draft(&site, &viewer, &id).await?;
    let mut form = empty_form().filled_in(sent);
    let tr = &visit.tr;
    if let Ok(from) = form.value("from").parse::<Date>() {
        let reason = form.value("reason").to_owned();
        let today = site.now().date();
        match site.store().adopt_draft(&viewer, draft.id, from, &reason, today).await {
            Ok(version) => return Ok(Redirect::to(&format!("/weight-models/{version}")).into_response()),
            Err(AdoptError::Store(error)) => return Err(error.into()),
            Err(AdoptError::NoDraft) => return Err(Failure::NotFound),
            Err(error) => refuse(&mut form, &error, tr),
        }
    } else {
        form.refuse("from", tr.text("models-adopt-no-day"));
    }
    let shown = page(&visit, &draft, form);
    Ok(shown.with_status(StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

fn refuse(form: &mut Form, error: &AdoptError, tr: &Tr) {
    match error {
        AdoptError::Past { today, .. } => {
            form.refuse("from", tr.with("models-adopt-past", "day", &tr.long_day(*today)));
        }
        AdoptError::SameDay { version, valid_from, .. } => {
            let arguments = [("version", version.as_str().into()), ("day", tr.long_day(*valid_from).into())];
            form.refuse("from", tr.fill("models-adopt-same-day", &arguments));
        }
        AdoptError::SameVersion { version, valid_from, .. } => {
            let arguments = [("version", version.as_str().into()), ("day", tr.long_day(*valid_from).into())];
            form.refuse_all(tr.fill("models-adopt-same-version", &arguments));
        }
        AdoptError::Reason => {
            let most = i64::try_from(LONGEST_REASON).unwrap_or(i64::MAX);
            form.refuse("reason", tr.counted("models-adopt-reason", most));
        }
        AdoptError::IdentityNumber => {
            form.set("reason", "");
            form.refuse("reason", tr.text("models-fault-identity-number"));
        }
        AdoptError::NoDraft | AdoptError::Store(_) => {}
    }
}
