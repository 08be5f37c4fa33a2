//! The review of the access log: what was drawn by lot and what is unusual, looked at by somebody who signs for it.

use std::collections::HashMap;

use askama::Template;
use axum::extract::{Form as Sent, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use rules::access_review::{Unusual, Usual};
use store::Viewer;
use store::access_review::{Draw, Review, ReviewError, ReviewOrder, ReviewedLook};

use super::administration::{moment, refuse_identity_numbers};
use crate::failure::Failure;
use crate::form::{Form, Keep};
use crate::page::{Page, Shown, Visit};
use crate::session::{SignedIn, random};
use crate::site::Site;
use crate::texts::Tr;

#[derive(Template)]
#[template(path = "access_review/review.html")]
struct ReviewPage {
    page: Page,
    form: Form,
    not_reviewed: String,
    /// How the readings are drawn.
    method: String,
    open: Option<Open>,
    earlier: Vec<Earlier>,
}

/// A review that was begun.
struct Open {
    begun: String,
    looks: Vec<Look>,
}

/// A reading to be looked at.
struct Look {
    at: String,
    actor: String,
    what: String,
    people: String,
    why: String,
}

/// A signed review.
struct Earlier {
    address: String,
    signed: String,
    reviewer: String,
    looks: String,
}

#[derive(Template)]
#[template(path = "access_review/signed.html")]
struct SignedPage {
    page: Page,
    signed: String,
    finding: String,
    how: String,
    looks: Vec<Look>,
}

/// So many names are written out.
const NAMED: usize = 5;

fn empty_form() -> Form {
    Form::new(&[("finding", Keep::Written)])
}

/// `GET /access-review`
///
/// # Errors
/// [`Failure`] when the database does not answer.
pub async fn show(State(site): State<Site>, SignedIn(viewer): SignedIn, visit: Visit) -> Result<Shown, Failure> {
    shown(&site, &viewer, &visit, empty_form()).await
}

async fn shown(site: &Site, viewer: &Viewer, visit: &Visit, form: Form) -> Result<Shown, Failure> {
    let tr = &visit.tr;
    let share = site.chosen().await?.review_share;
    let mut reading = site.store().read(viewer).await?;
    let not_reviewed = reading.not_reviewed().await?;
    let reviews = reading.reviews().await?;
    let draw = reading.open_review().await?;
    let looks = match &draw {
        Some(draw) => reading.draw_review(&order(draw, site)).await?,
        None => Vec::new(),
    };
    let names = reading.names_of(&people_of(&looks)).await?;
    reading.close().await?;
    let open = draw.map(|draw| Open {
        begun: begun(&draw, site, tr),
        looks: looks.iter().map(|look| shown_look(look, &names, site, tr)).collect(),
    });
    let since = not_reviewed.since.map(|since| moment(since, site, tr));
    let not_reviewed = match since {
        Some(since) => tr.fill(
            "access-review-left-since",
            &[("count", not_reviewed.looks.into()), ("since", since.into())],
        ),
        None => tr.counted("access-review-left", not_reviewed.looks),
    };
    Ok(Shown::new(&ReviewPage {
        form,
        not_reviewed,
        method: tr.with("access-review-method", "share", &tr.locale().count(share.into())),
        open,
        earlier: reviews.iter().map(|review| earlier(review, site, tr)).collect(),
        page: visit.page("access-review-title"),
    }))
}

fn order(draw: &Draw, site: &Site) -> ReviewOrder {
    draw.order(Usual::default(), site.now().time_zone().clone())
}

fn begun(draw: &Draw, site: &Site, tr: &Tr) -> String {
    let count = |number: usize| tr.locale().count(i64::try_from(number).unwrap_or(i64::MAX));
    tr.fill(
        "access-review-begun",
        &[
            ("at", moment(draw.at, site, tr).into()),
            ("actor", draw.actor.clone().into()),
            ("size", count(draw.size).into()),
            ("seed", draw.seed.to_string().into()),
        ],
    )
}

fn people_of(looks: &[ReviewedLook]) -> Vec<i64> {
    let mut people: Vec<i64> = looks.iter().flat_map(|look| look.people.iter().copied()).collect();
    people.sort_unstable();
    people.dedup();
    people
}

fn shown_look(look: &ReviewedLook, names: &HashMap<i64, String>, site: &Site, tr: &Tr) -> Look {
    let mut why: Vec<String> = look.unusual.iter().map(|reason| reason_in_words(*reason, tr)).collect();
    if look.drawn {
        why.push(tr.text("access-review-drawn"));
    }
    let mut people: Vec<&str> = look
        .people
        .iter()
        .filter_map(|person| names.get(person))
        .map(String::as_str)
        .collect();
    people.sort_by_cached_key(|name| crate::language::swedish_order(name));
    let more = people.len().saturating_sub(NAMED);
    people.truncate(NAMED);
    let mut people = people.join(", ");
    if more > 0 {
        let more = i64::try_from(more).unwrap_or(i64::MAX);
        people = tr.fill("access-review-and-more", &[("people", people.into()), ("count", more.into())]);
    }
    Look {
        at: moment(look.at, site, tr),
        actor: look.actor.clone(),
        what: tr.text(&format!("look-{}", look.subject)),
        people,
        why: why.join(" "),
    }
}

fn reason_in_words(reason: Unusual, tr: &Tr) -> String {
    let count = |people: usize| i64::try_from(people).unwrap_or(i64::MAX);
    match reason {
        Unusual::OutsideHours => tr.text("access-review-outside-hours"),
        Unusual::ManyPeople { people } => tr.counted("access-review-many", count(people)),
        Unusual::OutsideTeam { people } => tr.counted("access-review-outside-team", count(people)),
    }
}

fn earlier(review: &Review, site: &Site, tr: &Tr) -> Earlier {
    Earlier {
        address: format!("/access-review/{}", review.id),
        signed: moment(review.signed, site, tr),
        reviewer: review.reviewer.clone(),
        looks: tr.locale().count(i64::try_from(review.looks.len()).unwrap_or(i64::MAX)),
    }
}

/// `POST /access-review`: begins a review, or signs the one that is open.
///
/// # Errors
/// [`Failure`] when the database does not answer. A finding that cannot be taken is a form to be put right.
pub async fn review(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Sent(sent): Sent<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let what = sent.iter().find(|(name, _)| name == "do").map(|(_, what)| what.clone());
    match what.as_deref() {
        Some("begin") => {
            let share = site.chosen().await?.review_share;
            let seed = u32::from_be_bytes(random()?);
            site.store().begin_review(&viewer, seed, share).await?;
            Ok(Redirect::to("/access-review").into_response())
        }
        Some("sign") => {
            let form = empty_form().filled_in(sent);
            sign(&site, &viewer, &visit, form).await
        }
        _ => Err(Failure::BadRequest),
    }
}

async fn sign(site: &Site, viewer: &Viewer, visit: &Visit, mut form: Form) -> Result<Response, Failure> {
    let mut reading = site.store().read(viewer).await?;
    let draw = reading.open_review().await?;
    reading.close().await?;
    let Some(draw) = draw else {
        return Ok(Redirect::to("/access-review").into_response());
    };
    let tr = &visit.tr;
    match site
        .store()
        .sign_review(viewer, &order(&draw, site), form.value("finding"))
        .await
    {
        Ok(id) => return Ok(Redirect::to(&format!("/access-review/{id}")).into_response()),
        Err(ReviewError::Finding) => form.refuse("finding", tr.text("access-review-no-finding")),
        Err(ReviewError::IdentityNumber) => refuse_identity_numbers(&mut form, &["finding"], tr),
        Err(ReviewError::Store(error)) => return Err(error.into()),
    }
    let shown = shown(site, viewer, visit, form).await?;
    Ok(shown.with_status(StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

/// `GET /access-review/{review}`: a signed one.
///
/// # Errors
/// [`Failure::NotFound`] when there is no such review; or when the database does not answer.
pub async fn show_one(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Path(review): Path<String>,
) -> Result<Shown, Failure> {
    let id: i64 = review.parse().map_err(|_| Failure::NotFound)?;
    let tr = &visit.tr;
    let mut reading = site.store().read(&viewer).await?;
    let reviews = reading.reviews().await?;
    let review = reviews.into_iter().find(|review| review.id == id).ok_or(Failure::NotFound)?;
    let names = reading.names_of(&people_of(&review.looks)).await?;
    reading.close().await?;
    let signed = tr.fill(
        "access-review-signed-by",
        &[
            ("at", moment(review.signed, &site, tr).into()),
            ("actor", review.reviewer.clone().into()),
        ],
    );
    let how = tr.fill(
        "access-review-how",
        &[
            ("first", tr.locale().count(review.events.0).into()),
            ("last", tr.locale().count(review.events.1).into()),
            ("seed", review.seed.to_string().into()),
        ],
    );
    let page = SignedPage {
        signed,
        how,
        looks: review.looks.iter().map(|look| shown_look(look, &names, &site, tr)).collect(),
        finding: review.finding,
        page: visit.page("access-review-signed-title"),
    };
    Ok(Shown::new(&page))
}
