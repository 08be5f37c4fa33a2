//! The own account: name and roles, password, second factor, and where one is signed in.

pub mod password;
pub mod second_factor;

use askama::Template;
use axum::extract::{Form as Sent, State};
use axum::http::HeaderMap;
use axum::response::Redirect;
use rules::period::Status;

use super::accounts::one::Open;
use super::accounts::{role_in_words, unit_names};
use super::administration::{moment, period_in_words};
use crate::failure::Failure;
use crate::page::{Page, Shown, Visit};
use crate::session::{SignedIn, token};
use crate::site::Site;

#[derive(Template)]
#[template(path = "account/account.html")]
struct AccountPage {
    page: Page,
    name: String,
    display: String,
    roles: Vec<String>,
    has_password: bool,
    has_second_factor: bool,
    codes_left: String,
    sessions: Vec<Open>,
    has_others: bool,
}

/// `GET /account`
///
/// # Errors
/// [`Failure`] when the database does not answer.
pub async fn show(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Shown, Failure> {
    let (tr, now) = (&visit.tr, site.now());
    let id = viewer.account_id().ok_or(Failure::NotFound)?;
    let settings = site.accounts().await?;
    let mut reading = site.store().read(&viewer).await?;
    let account = reading.account(id).await?.ok_or(Failure::NotFound)?;
    let units = unit_names(&mut reading).await?;
    let roles = reading.roles_of(id).await?;
    let codes = reading.recovery_codes_left().await?;
    let this = match token(&site, &headers) {
        Some(token) => reading.session_of(&token).await?,
        None => None,
    };
    let mut sessions = reading.sessions_of(id).await?;
    reading.close().await?;
    sessions.retain(|session| session.is_open(&settings, now.timestamp()));
    sessions.sort_by_key(|session| Some(session.id) != this);
    let roles = roles
        .iter()
        .filter(|role| role.grant.period.status(now.date()) != Status::Past);
    let roles = roles.map(|role| {
        format!(
            "{}, {}",
            role_in_words(role, &units, tr),
            period_in_words(role.grant.period, tr)
        )
    });
    let page = AccountPage {
        roles: roles.collect(),
        has_password: account.has_password,
        has_second_factor: account.has_second_factor,
        codes_left: tr.counted("account-codes-left", codes),
        has_others: sessions.iter().any(|session| Some(session.id) != this),
        sessions: sessions
            .iter()
            .map(|session| Open {
                id: session.id.to_string(),
                begun: moment(session.begun, &site, tr),
                used: moment(session.used, &site, tr),
                is_this: Some(session.id) == this,
            })
            .collect(),
        name: account.name,
        display: account.display,
        page: visit.page("account-title"),
    };
    Ok(Shown::new(&page))
}

/// `POST /account/sessions`: ends one session, or all but the one that asks. What is not the viewer's own is passed over.
///
/// # Errors
/// [`Failure`] when the database does not answer.
pub async fn end_sessions(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    headers: HeaderMap,
    Sent(sent): Sent<Vec<(String, String)>>,
) -> Result<Redirect, Failure> {
    let id = viewer.account_id().ok_or(Failure::NotFound)?;
    let wanted = sent
        .iter()
        .find(|(name, _)| name == "session")
        .map(|(_, wanted)| wanted.as_str());
    match wanted {
        Some("others") => {
            let token = token(&site, &headers);
            site.store().revoke_all_sessions(&viewer, id, token.as_ref()).await?;
        }
        Some(session) => {
            let mut reading = site.store().read(&viewer).await?;
            let own = reading.sessions_of(id).await?;
            reading.close().await?;
            let session = session
                .parse()
                .ok()
                .filter(|session| own.iter().any(|own| own.id == *session));
            if let Some(session) = session {
                site.store().revoke_session(&viewer, session).await?;
            }
        }
        None => return Err(Failure::BadRequest),
    }
    Ok(Redirect::to("/account"))
}
