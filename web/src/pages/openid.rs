//! Signing in and out through the municipality's own provider (OpenID Connect).

use askama::Template;
use axum::extract::{Form as Sent, Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use store::openid::{Attempt, Identity, LogOut, OpenIdError};

use super::choose_language::page_of_ours;
use crate::failure::Failure;
use crate::layers::REQUEST_NUMBER;
use crate::openid::provider::ProviderError;
use crate::openid::{OpenId, Question, Refusal, Reply};
use crate::page::{Page, Shown, Visit};
use crate::session::{new_token, set_cookie, set_cookie_of, token_named};
use crate::site::Site;

/// The cookie that binds a sign-in to the browser that began it.
const COOKIE: &str = "openid";

/// So long it is kept, in seconds: as long as the sign-in itself.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "ten minutes")]
const KEPT: u32 = store::openid::LONGEST_ATTEMPT.as_secs() as u32;

/// Nobody was signed in: why, and what to do.
#[derive(Template)]
#[template(path = "openid/refused.html")]
struct RefusedPage {
    page: Page,
    text: String,
    request: Option<String>,
    /// Where one tries again, and what the button says.
    again: Option<(String, String)>,
    has_password_sign_in: bool,
}

/// Signed out here; the provider is to be told.
#[derive(Template)]
#[template(path = "openid/signed_out.html")]
struct SignedOutPage {
    page: Page,
    text: String,
    name: String,
    address: String,
}

/// What the provider's sign-in is called.
pub(super) fn name(visit: &Visit, openid: &OpenId) -> String {
    let name = openid.settings().name.clone();
    name.unwrap_or_else(|| visit.tr.text("openid-name"))
}

/// How a sign-in begins.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Begin {
    /// Where to go afterwards.
    to: String,
    /// Whether the provider shall ask who it is even if it knows that already.
    anew: bool,
}

/// `GET /sign-in/openid`
///
/// It is a link and no form: the browser would not let a form lead on to another site.
///
/// # Errors
/// [`Failure`] when the database does not answer. A provider that does not is no failure but a page that says so.
pub async fn begin(
    State(site): State<Site>,
    Query(Begin { to, anew }): Query<Begin>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let openid = site.openid().ok_or(Failure::NotFound)?;
    let (question, at) = (Question::new()?, site.now().timestamp());
    let address = match openid.address(&question, anew, visit.tr.locale(), at).await {
        Ok(address) => address,
        Err(refusal) => return Ok(refused(&site, &visit, &headers, &Why::Refused(refusal), &to)),
    };
    // Several tabs of one browser may sign in at once.
    let browser = match token_named(&site, &headers, COOKIE) {
        Some(browser) => browser,
        None => new_token()?,
    };
    let attempt = Attempt {
        state: &question.state,
        nonce: &question.nonce,
        verifier: &question.verifier,
        back_to: page_of_ours(&to),
    };
    site.store().begin_openid(attempt, &browser, at).await?;
    let cookie = [(header::SET_COOKIE, set_cookie_of(&site, COOKIE, &browser, Some(KEPT))?)];
    Ok((cookie, Redirect::to(&address)).into_response())
}

/// `GET /sign-in/openid/back`
///
/// # Errors
/// [`Failure`] when the database does not answer. An answer that is not taken is no failure but a page that says why.
pub async fn finish(
    State(site): State<Site>,
    Query(reply): Query<Reply>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let openid = site.openid().ok_or(Failure::NotFound)?;
    let (now, mut back_to) = (site.now(), String::new());
    let at = now.timestamp();
    let begun = match token_named(&site, &headers, COOKIE) {
        Some(browser) => site.store().take_openid(&reply.state, &browser, at).await?,
        None => None,
    };
    let done = async {
        let begun = begun.ok_or(Refusal::NotBegun)?;
        back_to.clone_from(&begun.back_to);
        let vouched = openid.vouched(&reply, (&begun.nonce, &begun.verifier), at).await?;
        let settings = openid.settings();
        let identity = Identity {
            issuer: &settings.issuer,
            subject: &vouched.subject,
            sid: vouched.sid.as_deref(),
            id_token: &vouched.id_token,
            account: vouched.said.account.as_deref(),
            number: vouched.said.number.as_deref(),
            display: vouched.said.display.as_deref(),
            roles: &vouched.said.roles,
            may_create: settings.create_accounts,
        };
        let token = new_token()?;
        let accounts = site.accounts().await.map_err(Failure::from)?;
        let signed_in = site
            .store()
            .sign_in_openid(identity, &token, &accounts, at, now.date())
            .await?;
        for unit in signed_in.unknown_units {
            tracing::warn!(
                unit,
                "the provider's claims name a unit that there is none of; no role was given there"
            );
        }
        Ok(token)
    };
    match done.await {
        Ok(token) => {
            let cookie = [(header::SET_COOKIE, set_cookie(&site, Some(&token))?)];
            Ok((cookie, Redirect::to(page_of_ours(&back_to))).into_response())
        }
        Err(Why::Failed(failure)) => Err(failure),
        Err(why) => Ok(refused(&site, &visit, &headers, &why, &back_to)),
    }
}

/// What the ids of the sentences about each refusal begin with.
#[cfg(test)]
pub(crate) const REFUSALS: [&str; 9] = [
    "openid-refused-not-begun",
    "openid-refused-broken-off",
    "openid-refused-no",
    "openid-refused-untrusted",
    "openid-refused-down",
    "openid-refused-odd",
    "openid-refused-unknown",
    "openid-refused-taken",
    "openid-refused-disabled",
];

/// Why nobody was signed in.
enum Why {
    Refused(Refusal),
    Unknown,
    Taken,
    Disabled,
    Failed(Failure),
}

impl From<Refusal> for Why {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<Failure> for Why {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

impl From<OpenIdError> for Why {
    fn from(error: OpenIdError) -> Self {
        match error {
            OpenIdError::Unknown => Self::Unknown,
            OpenIdError::Taken => Self::Taken,
            OpenIdError::Disabled => Self::Disabled,
            OpenIdError::Store(error) => Self::Failed(error.into()),
        }
    }
}

impl Why {
    /// The status, what the ids of its sentences begin with, and whether it helps to try again.
    const fn shown(&self) -> (StatusCode, &'static str, bool) {
        match self {
            Self::Refused(Refusal::NotBegun | Refusal::Provider(ProviderError::Code)) => {
                (StatusCode::BAD_REQUEST, "openid-refused-not-begun", true)
            }
            Self::Refused(Refusal::BrokenOff) => (StatusCode::FORBIDDEN, "openid-refused-broken-off", true),
            Self::Refused(Refusal::Refused(_)) => (StatusCode::FORBIDDEN, "openid-refused-no", true),
            Self::Refused(Refusal::Untrusted(_)) => (StatusCode::FORBIDDEN, "openid-refused-untrusted", true),
            Self::Refused(Refusal::Provider(ProviderError::Down(_))) => {
                (StatusCode::SERVICE_UNAVAILABLE, "openid-refused-down", true)
            }
            Self::Refused(Refusal::Provider(ProviderError::Odd(_) | ProviderError::Client(_))) => {
                (StatusCode::BAD_GATEWAY, "openid-refused-odd", false)
            }
            Self::Unknown => (StatusCode::FORBIDDEN, "openid-refused-unknown", false),
            Self::Taken => (StatusCode::FORBIDDEN, "openid-refused-taken", false),
            Self::Disabled => (StatusCode::FORBIDDEN, "openid-refused-disabled", false),
            Self::Failed(failure) => (failure.status(), failure.text_id(), false),
        }
    }

    /// For the log: nothing of a person.
    fn reason(&self) -> String {
        match self {
            Self::Refused(refusal) => refusal.to_string(),
            Self::Unknown => OpenIdError::Unknown.to_string(),
            Self::Taken => OpenIdError::Taken.to_string(),
            Self::Disabled => OpenIdError::Disabled.to_string(),
            Self::Failed(_) => String::new(),
        }
    }
}

/// The page that says why nobody was signed in, and the line of the log that its number leads to.
fn refused(site: &Site, visit: &Visit, headers: &HeaderMap, why: &Why, to: &str) -> Response {
    let request = headers
        .get(REQUEST_NUMBER)
        .and_then(|number| number.to_str().ok())
        .map(str::to_owned);
    let number = request.as_deref().unwrap_or_default();
    tracing::warn!(
        reason = why.reason(),
        request = number,
        "nobody was signed in through the provider"
    );
    let (status, id, helps) = why.shown();
    let name = site.openid().map_or_else(String::new, |openid| name(visit, openid));
    let to: String = form_urlencoded::byte_serialize(page_of_ours(to).as_bytes()).collect();
    let begin = format!("/sign-in/openid?to={to}");
    let again = match why {
        // On a computer that several use, the provider may still know the one before.
        Why::Unknown | Why::Taken | Why::Disabled => {
            Some((format!("{begin}&anew=true"), visit.tr.text("openid-as-somebody-else")))
        }
        _ => helps.then(|| (begin, visit.tr.text("openid-again"))),
    };
    let shown = RefusedPage {
        page: visit.clone().led_to("/sign-in").page(&format!("{id}-title")),
        text: visit.tr.with(&format!("{id}-text"), "name", &name),
        request,
        again,
        has_password_sign_in: site.settings().has_password_sign_in(),
    };
    Shown::new(&shown).with_status(status).into_response()
}

/// The page of whoever has been signed out here, from where the browser goes on to sign out at the provider's by itself: a form that was
/// sent must not lead on to another site.
///
/// # Errors
/// [`Failure`] when the provider's address cannot stand in a header.
pub(super) fn signed_out(visit: Visit, openid: &OpenId, address: String) -> Result<Response, Failure> {
    let next = HeaderValue::from_str(&format!("0; url={address}")).map_err(|_| Failure::Internal)?;
    let name = name(&visit, openid);
    let shown = SignedOutPage {
        text: visit.tr.with("openid-signed-out-text", "name", &name),
        page: visit.signed_out().led_to("/sign-in").page("openid-signed-out-title"),
        name,
        address,
    };
    Ok(([(header::REFRESH, next)], Shown::new(&shown)).into_response())
}

/// What the provider sends when somebody has signed out there.
#[derive(Deserialize)]
pub struct ToldOfLogOut {
    logout_token: String,
}

/// `POST /sign-out/openid`
///
/// # Errors
/// [`Failure`] when the token is not taken, or the database or the provider does not answer.
pub async fn log_out(
    State(site): State<Site>,
    headers: HeaderMap,
    Sent(told): Sent<ToldOfLogOut>,
) -> Result<StatusCode, Failure> {
    let openid = site.openid().ok_or(Failure::NotFound)?;
    let at = site.now().timestamp();
    let number = headers
        .get(REQUEST_NUMBER)
        .and_then(|number| number.to_str().ok())
        .unwrap_or_default();
    let reason = match openid.logged_out(&told.logout_token, at).await {
        Ok(said) => {
            let order = LogOut {
                issuer: &openid.settings().issuer,
                subject: said.subject.as_deref(),
                sid: said.sid.as_deref(),
                token: &said.token,
                expires: said.expires,
            };
            if site.store().log_out_openid(order, at).await?.is_some() {
                return Ok(StatusCode::OK);
            }
            "the token has been taken before".to_owned()
        }
        Err(Refusal::Provider(error)) => {
            tracing::warn!(%error, request = number, "nobody was signed out by the provider");
            return Err(Failure::Unavailable);
        }
        Err(refusal) => refusal.to_string(),
    };
    tracing::warn!(reason, request = number, "nobody was signed out by the provider");
    Err(Failure::BadRequest)
}
