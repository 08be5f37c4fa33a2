//! Tokens: what programs ask with, issued and revoked by whoever administers accounts.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Form as Sent, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::ToSpan as _;
use jiff::civil::Date;
use store::token::{LONGEST, NewToken, Token, TokenError, USUAL};
use store::{StoreError, Viewer};

use super::accounts::{grant, grant_in_words, offered, person, places, refused, unit_names};
use super::administration::{day_after, last_day, read_day, refuse_identity_numbers};
use crate::failure::Failure;
use crate::form::{Form, Keep};
use crate::page::{Page, Shown, Visit};
use crate::session::{SignedIn, random};
use crate::site::Site;
use crate::texts::Tr;

#[derive(Template)]
#[template(path = "tokens/list.html")]
struct TokensPage {
    page: Page,
    form: Form,
    tokens: Vec<Line>,
    offered: Vec<(String, String)>,
    units: Vec<(String, String)>,
    reaches: Vec<(String, String)>,
    longest: String,
}

/// A token in the list.
struct Line {
    /// What revokes it; none when it is out of use.
    id: Option<i64>,
    name: String,
    tail: String,
    roles: String,
    may: String,
    state: String,
    issued: String,
    used: String,
}

/// What is told once.
#[derive(Template)]
#[template(path = "tokens/told.html")]
struct ToldPage {
    page: Page,
    name: String,
    token: String,
    until: String,
}

fn empty_form() -> Form {
    Form::new(&["name", "role", "unit", "person", "may", "ends"].map(|name| (name, Keep::Written)))
}

/// `GET /tokens`
///
/// # Errors
/// [`Failure`] when the database does not answer.
pub async fn show(State(site): State<Site>, SignedIn(viewer): SignedIn, visit: Visit) -> Result<Shown, Failure> {
    let mut form = empty_form();
    form.set("may", "read");
    let usual = site.now().date().saturating_add(USUAL.years());
    form.set("ends", last_day(usual).to_string());
    listed(&site, &viewer, &visit, form).await
}

/// `POST /tokens`: the field `do` says which form was sent.
///
/// # Errors
/// [`Failure`] when there is no such token or form, or the database does not answer. What cannot be taken is a form to be put right.
pub async fn change(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Sent(sent): Sent<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let value = |name: &str| sent.iter().find(|(sent, _)| sent == name).map(|(_, value)| value.clone());
    match value("do").as_deref() {
        Some("revoke") => {
            let token = value("token").and_then(|token| token.parse().ok()).ok_or(Failure::NotFound)?;
            match site.store().revoke_token(&viewer, token).await {
                Err(StoreError::NotThere) => Err(Failure::NotFound),
                done => Ok(done.map(|()| Redirect::to("/tokens").into_response())?),
            }
        }
        Some("issue") => {
            let mut form = empty_form().filled_in(sent);
            if let Some(told) = issued(&site, &viewer, &visit, &mut form).await? {
                return Ok(Shown::new(&told).into_response());
            }
            let shown = listed(&site, &viewer, &visit, form).await?;
            Ok(shown.with_status(StatusCode::UNPROCESSABLE_ENTITY).into_response())
        }
        _ => Err(Failure::BadRequest),
    }
}

async fn listed(site: &Site, viewer: &Viewer, visit: &Visit, form: Form) -> Result<Shown, Failure> {
    let (tr, today) = (&visit.tr, site.now().date());
    let mut reading = site.store().read(viewer).await?;
    let units = unit_names(&mut reading).await?;
    let tokens = reading.tokens().await?;
    reading.close().await?;
    let mut tokens: Vec<Line> = tokens.into_iter().map(|token| line(token, &units, site, today, tr)).collect();
    // Those in use first; the sort keeps the order otherwise.
    tokens.sort_by_key(|token| token.id.is_none());
    Ok(Shown::new(&TokensPage {
        page: visit.page("tokens-title"),
        form,
        tokens,
        offered: offered(tr),
        units: places(&units, tr),
        reaches: ["read", "write"]
            .map(|may| (may.to_owned(), tr.text(&format!("tokens-may-{may}"))))
            .to_vec(),
        longest: tr.locale().count(LONGEST.into()),
    }))
}

fn line(token: Token, units: &BTreeMap<String, String>, site: &Site, today: Date, tr: &Tr) -> Line {
    let day = |day: Date| tr.locale().day(day);
    let local = |at: jiff::Timestamp| day(site.now().time_zone().to_datetime(at).date());
    let state = match token.revoked {
        Some(at) => tr.with("tokens-revoked", "day", &local(at)),
        None if token.until <= today => tr.with("tokens-ended", "day", &day(last_day(token.until))),
        None => tr.with("tokens-counts", "day", &day(last_day(token.until))),
    };
    let roles: Vec<String> = token.grants.iter().map(|grant| grant_in_words(grant, units, tr)).collect();
    Line {
        id: Some(token.id).filter(|_| token.revoked.is_none() && token.until > today),
        roles: roles.join(", "),
        may: tr.text(if token.read_only {
            "tokens-may-read"
        } else {
            "tokens-may-write"
        }),
        state,
        issued: tr.fill(
            "tokens-issued",
            &[("day", local(token.issued).into()), ("by", token.issuer.into())],
        ),
        used: token.used.map_or_else(|| tr.text("tokens-never-used"), day),
        name: token.name,
        tail: token.tail,
    }
}

async fn issued(site: &Site, viewer: &Viewer, visit: &Visit, form: &mut Form) -> Result<Option<ToldPage>, Failure> {
    let (tr, today) = (&visit.tr, site.now().date());
    let mut reading = site.store().read(viewer).await?;
    let units = unit_names(&mut reading).await?;
    let person = person(&mut reading, form, tr).await?;
    reading.close().await?;
    refuse_identity_numbers(form, &["name"], tr);
    let read_only = match form.value("may") {
        "read" => true,
        "write" => false,
        _ => {
            form.refuse("may", tr.text("tokens-no-reach"));
            true
        }
    };
    let last = read_day(form, "ends", tr);
    if last.is_none() && !form.has_fault_in("ends") {
        form.refuse("ends", tr.text("administration-day-needed"));
    }
    let grant = grant(form, &units, today, tr);
    let (Some(last), Some(grant), true) = (last, grant, form.is_right()) else {
        return Ok(None);
    };
    let new = NewToken {
        name: form.value("name").to_owned(),
        person,
        grants: vec![grant],
        read_only,
        until: day_after(last),
    };
    match site.store().issue_token(viewer, &new, random()?, today).await {
        Ok((_, secret)) => Ok(Some(ToldPage {
            page: visit.page("tokens-told-title"),
            name: new.name,
            token: secret.to_text(),
            until: tr.locale().day(last),
        })),
        Err(error) => {
            match error {
                TokenError::Until { first, last, .. } => {
                    let days = [first, last].map(|until| tr.locale().day(last_day(until)));
                    let [first, last] = days;
                    form.refuse(
                        "ends",
                        tr.fill("tokens-until", &[("first", first.into()), ("last", last.into())]),
                    );
                }
                TokenError::NoRole => form.refuse("role", tr.text("accounts-choose-role")),
                TokenError::NoPerson { .. } => form.refuse("person", tr.text("accounts-no-person")),
                TokenError::Account(error) => refused(form, error, tr)?,
            }
            Ok(None)
        }
    }
}
