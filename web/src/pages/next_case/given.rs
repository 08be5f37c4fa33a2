//! What somebody was given, and the answer: takes it, or not now.

use askama::Template;
use axum::extract::{Form as Sent, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use rules::next_case::NotNow;
use store::next_case::{Answer, AnswerError, GivenCase};

use crate::counted;
use crate::failure::Failure;
use crate::form::{Form, Keep};
use crate::page::{Page, Shown, Visit};
use crate::session::SignedIn;
use crate::site::Site;
use crate::texts::Tr;

#[derive(Template)]
#[template(path = "next_case/given.html")]
struct GivenPage {
    page: Page,
    form: Form,
    address: String,
    /// What was given; empty once it is answered.
    what: String,
    /// What was answered; empty until then.
    answered: String,
    reasons: Vec<(String, String)>,
}

/// A case that was given, on *My load*.
pub(in crate::pages) struct Given {
    /// What, from when, and by whom.
    pub words: String,
    /// Where it is answered.
    pub address: String,
    pub reference: String,
}

/// In words.
pub(in crate::pages) fn shown_given(of: &GivenCase, tr: &Tr) -> Given {
    let kind = counted::kind(&of.case_type, of.phase_name.as_deref());
    let words = [
        ("reference", of.reference.as_str().into()),
        ("kind", kind.into()),
        ("day", tr.long_day(of.on).into()),
        ("by", of.by.as_str().into()),
    ];
    Given {
        words: tr.fill(if of.is_moved { "given-moved" } else { "given-new" }, &words),
        address: format!("/given/{}", of.id),
        reference: of.reference.clone(),
    }
}

fn empty_form() -> Form {
    Form::new(&[("answer", Keep::Written), ("reason", Keep::Written)])
}

async fn page(site: &Site, viewer: &store::Viewer, visit: &Visit, given: i64, form: Form) -> Result<GivenPage, Failure> {
    let tr = &visit.tr;
    let mut reading = site.store().read(viewer).await?;
    let waiting = reading.unanswered(site.now().date()).await?;
    let found = waiting.iter().find(|one| one.id == given);
    let answer = match found {
        Some(_) => None,
        None => Some(reading.own_answer(given).await?.ok_or(Failure::NotFound)?),
    };
    reading.close().await?;
    let answered = answer.map_or_else(String::new, |answer| match answer {
        Answer::Taken => tr.text("given-answered-taken"),
        Answer::NotNow(why) => {
            let why = tr.text(&format!("next-case-not-now-{}", why.id()));
            tr.with("given-answered-not-now", "why", &why)
        }
    });
    let reasons = NotNow::ALL.iter().map(|why| {
        let words = tr.text(&format!("next-case-not-now-{}", why.id()));
        (why.id().to_owned(), words)
    });
    Ok(GivenPage {
        address: format!("/given/{given}"),
        what: found.map_or_else(String::new, |one| shown_given(one, tr).words),
        answered,
        reasons: reasons.collect(),
        form,
        page: visit.page("given-title"),
    })
}

/// `GET /given/{given}`
///
/// # Errors
/// [`Failure::NotFound`] for what was given to somebody else or too long ago; or when the database does not answer.
pub async fn show(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Path(given): Path<String>,
) -> Result<Shown, Failure> {
    let given = given.parse().map_err(|_| Failure::NotFound)?;
    Ok(Shown::new(&page(&site, &viewer, &visit, given, empty_form()).await?))
}

/// `POST /given/{given}`: `answer` is `taken` or `not-now`; that with a reason.
///
/// # Errors
/// As [`show`]. What cannot be taken is no failure but a form to be put right.
pub async fn answer(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Path(given): Path<String>,
    Sent(sent): Sent<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let given = given.parse().map_err(|_| Failure::NotFound)?;
    let mut form = empty_form().filled_in(sent);
    let answer = match (form.value("answer"), NotNow::from_id(form.value("reason"))) {
        ("taken", _) => Some(Answer::Taken),
        (_, Some(why)) => Some(Answer::NotNow(why)),
        (_, None) => None,
    };
    let status = match answer {
        None => {
            form.refuse("reason", visit.tr.text("given-no-reason"));
            StatusCode::UNPROCESSABLE_ENTITY
        }
        Some(answer) => match site.store().answer_given(&viewer, given, answer, site.now().date()).await {
            Ok(_) if answer == Answer::Taken => return Ok(Redirect::to("/my-load").into_response()),
            Ok(_) => return Ok(Redirect::to(&format!("/given/{given}")).into_response()),
            Err(AnswerError::Answered) => StatusCode::CONFLICT,
            Err(AnswerError::Store(error)) => return Err(error.into()),
        },
    };
    let page = page(&site, &viewer, &visit, given, form).await?;
    Ok(Shown::new(&page).with_status(status).into_response())
}
