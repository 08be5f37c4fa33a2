//! Signing in and out.

use std::net::SocketAddr;

use askama::Template;
use axum::extract::{ConnectInfo, Form as Sent, FromRequestParts, Query, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use std::convert::Infallible;
use store::session::{SignIn, SignInError};

use super::choose_language::page_of_ours;
use crate::failure::Failure;
use crate::form::{Form, Keep};
use crate::page::{Page, Shown, Visit};
use crate::session::{SignedIn, new_token, set_cookie, token};
use crate::site::Site;

#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignInPage {
    page: Page,
    form: Form,
    to: String,
    demonstration: Vec<Offer>,
    /// What the button of the provider's sign-in says, and where it leads.
    openid: Option<(String, String)>,
    has_password_sign_in: bool,
}

/// A sign-in of a demonstration.
struct Offer {
    account: String,
    password: String,
    words: String,
}

/// Where to go afterwards.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Back {
    to: String,
}

/// The address that a request comes from: with a proxy in front, the one that it names last.
pub struct Address(String);

impl FromRequestParts<Site> for Address {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Infallible> {
        let forwarded = parts.headers.get_all("x-forwarded-for").iter().next_back();
        let forwarded = forwarded
            .filter(|_| site.settings().public_address.is_some())
            .and_then(|value| value.to_str().ok()?.rsplit(',').next().map(|last| last.trim().to_owned()));
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        Ok(Self(forwarded.unwrap_or_else(|| {
            peer.map_or_else(String::new, |ConnectInfo(peer)| peer.ip().to_string())
        })))
    }
}

/// `GET /sign-in`
pub async fn show(State(site): State<Site>, Query(back): Query<Back>, visit: Visit) -> Shown {
    Shown::new(&page(&site, &visit, empty_form(), &back.to))
}

fn empty_form() -> Form {
    Form::new(&[("name", Keep::Written), ("password", Keep::Nothing), ("code", Keep::Nothing)])
}

fn page(site: &Site, visit: &Visit, form: Form, to: &str) -> SignInPage {
    let offers = site.demonstration().iter().map(|offer| Offer {
        account: offer.account.clone(),
        password: offer.password.clone(),
        words: format!(
            "{}: {} ({})",
            visit.tr.text(&format!("role-{}", offer.role.id())),
            offer.display,
            offer.account
        ),
    });
    let to = page_of_ours(to).to_owned();
    let openid = site.openid().map(|openid| {
        let words = visit.tr.with("openid-sign-in", "name", &super::openid::name(visit, openid));
        let to: String = form_urlencoded::byte_serialize(to.as_bytes()).collect();
        (words, format!("/sign-in/openid?to={to}"))
    });
    SignInPage {
        form,
        to,
        openid,
        has_password_sign_in: site.settings().has_password_sign_in(),
        demonstration: offers.collect(),
        page: visit.page("sign-in-title"),
    }
}

/// `POST /sign-in`
///
/// # Errors
/// [`Failure`] when the database does not answer, or nobody signs in with a password here. A wrong password is no failure but a form to be put right.
pub async fn sign_in(
    State(site): State<Site>,
    visit: Visit,
    Address(address): Address,
    Sent(sent): Sent<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    if !site.settings().has_password_sign_in() {
        return Err(Failure::NotFound);
    }
    let to = sent
        .iter()
        .find(|(name, _)| name == "to")
        .map_or_else(String::new, |(_, to)| to.clone());
    let mut form = empty_form().filled_in(sent);
    let token = new_token()?;
    let given = SignIn {
        name: form.value("name"),
        password: form.value("password"),
        code: Some(form.value("code").trim()).filter(|code| !code.is_empty()),
        address: &address,
    };
    let signed_in = site
        .store()
        .sign_in(given, &token, &site.accounts().await?, site.now().timestamp())
        .await;
    let tr = &visit.tr;
    match signed_in {
        Ok(_) => {
            let cookie = [(header::SET_COOKIE, set_cookie(&site, Some(&token))?)];
            return Ok((cookie, Redirect::to(page_of_ours(&to))).into_response());
        }
        Err(SignInError::Refused) => form.refuse_all(tr.text("sign-in-refused")),
        Err(SignInError::CodeNeeded) => form.refuse("code", tr.text("sign-in-code-needed")),
        Err(SignInError::Wait { until }) => {
            let seconds = until.duration_since(site.now().timestamp()).as_secs().max(1);
            form.refuse_all(tr.counted("sign-in-wait", seconds));
        }
        Err(SignInError::Store(error)) => return Err(error.into()),
    }
    let shown = Shown::new(&page(&site, &visit, form, &to));
    Ok(shown.with_status(StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

/// `POST /sign-out`
///
/// # Errors
/// [`Failure`] when the database does not answer: then nobody is told that the session is over while it is not.
pub async fn sign_out(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let mut id_token = None;
    if let Some(token) = token(&site, &headers) {
        if let Some(openid) = site.openid() {
            let issuer = &openid.settings().issuer;
            id_token = site.store().take_id_token(&viewer, &token, issuer).await?;
        }
        site.store().sign_out(&viewer, &token).await?;
    }
    let cookie = [(header::SET_COOKIE, set_cookie(&site, None)?)];
    if let (Some(openid), Some(id_token)) = (site.openid(), id_token) {
        let address = openid.sign_out_address(&id_token, visit.tr.locale(), site.now().timestamp());
        if let Some(address) = address.await {
            return Ok((cookie, super::openid::signed_out(visit, openid, address)?).into_response());
        }
    }
    Ok((cookie, Redirect::to("/sign-in")).into_response())
}
