//! Who is signed in: the cookie of a session, and the guard before every page that is not for everyone.

use axum::extract::{FromRequestParts, MatchedPath, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Redirect, Response};
use store::session::Token;
use store::{StoreError, Viewer};

use crate::api;
use crate::failure::Failure;
use crate::routes::{self, Audience, Verb};
use crate::site::Site;

/// Whoever is signed in. A handler behind the guard takes it as an argument.
#[derive(Debug, Clone)]
pub struct SignedIn(pub Viewer);

impl FromRequestParts<Site> for SignedIn {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &Site) -> Result<Self, Failure> {
        let viewer = parts.extensions.get::<Viewer>().cloned();
        viewer.map(SignedIn).ok_or(Failure::NotFound)
    }
}

/// What is answered alike to all, so that nobody needs to be looked up for it.
const IS_ALIKE_FOR_ALL: [&str; 4] = ["/static/{version}/{name}", "/health", "/metrics", "/sign-out/openid"];

/// Lets a request through to its page when the row of the table says so: whoever is not signed in is led to sign in first, and to whoever
/// may not see a page it is not there.
pub(crate) async fn guard(State(site): State<Site>, mut request: Request, next: Next) -> Response {
    let row = request
        .extensions()
        .get::<MatchedPath>()
        .and_then(|path| routes::row(request.method(), path.as_str()));
    let audience = row.map_or(Audience::Everyone, |row| row.audience);
    let verb = row.map_or(Verb::Get, |row| row.verb);
    match audience {
        Audience::Token => return api::admit(&site, verb, None, request, next).await,
        Audience::TokenWith(permission) => return api::admit(&site, verb, Some(permission), request, next).await,
        Audience::Everyone | Audience::Monitoring | Audience::SignedIn | Audience::Only(_) => {}
    }
    let path = row.map_or("", |row| row.path);
    let token = token(&site, request.headers()).filter(|_| !IS_ALIKE_FOR_ALL.contains(&path));
    let viewer = match viewer(&site, token).await {
        Ok(viewer) => viewer,
        Err(failure) => return failure.into_response(),
    };
    let is_admitted = match (audience, &viewer) {
        (Audience::Everyone | Audience::Monitoring, _) | (Audience::SignedIn, Some(_)) => true,
        (Audience::SignedIn | Audience::Only(_), None) => return to_sign_in(&request),
        (Audience::Only(permission), Some(viewer)) => viewer.may(permission),
        (Audience::Token | Audience::TokenWith(_), _) => false,
    };
    if !is_admitted {
        return Failure::NotFound.into_response();
    }
    if let Some(viewer) = viewer {
        if audience != Audience::Everyone
            && let Some(first) = match first(&site, &viewer, request.uri().path()).await {
                Ok(first) => first,
                Err(error) => return Failure::from(error).into_response(),
            }
        {
            return Redirect::to(first).into_response();
        }
        request.extensions_mut().insert(viewer);
    }
    next.run(request).await
}

/// What somebody must do before anything else: choose an own password, and set up a second factor where the role asks for one.
async fn first(site: &Site, viewer: &Viewer, path: &str) -> Result<Option<&'static str>, StoreError> {
    const PASSWORD: &str = "/account/password";
    const SECOND_FACTOR: &str = "/account/second-factor";
    if [PASSWORD, "/sign-out"].contains(&path) {
        return Ok(None);
    }
    if viewer.has_temporary_password() {
        return Ok(Some(PASSWORD));
    }
    if viewer.has_second_factor() || path == SECOND_FACTOR {
        return Ok(None);
    }
    let chosen = site.chosen().await?;
    let is_asked_for = chosen.second_factor.iter().any(|role| viewer.has_role(*role));
    Ok(is_asked_for.then_some(SECOND_FACTOR))
}

/// To the page where one signs in, and from there back to the page that was asked for.
fn to_sign_in(request: &Request) -> Response {
    let address = request.uri().path_and_query().map_or("/", |address| address.as_str());
    let back = if request.method() == Method::GET { address } else { "/" };
    let back: String = escaped(back);
    Redirect::to(&format!("/sign-in?to={back}")).into_response()
}

/// A value as it stands in the query of an address.
pub(crate) fn escaped(value: &str) -> String {
    let shown = |byte: u8| match byte {
        b'-' | b'.' | b'_' | b'~' | b'/' => char::from(byte).to_string(),
        byte if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    value.bytes().map(shown).collect()
}

/// Whose session the token stands for, while it lasts.
async fn viewer(site: &Site, token: Option<Token>) -> Result<Option<Viewer>, Failure> {
    let Some(token) = token else { return Ok(None) };
    let now = site.now();
    let found = site
        .store()
        .viewer(&token, &site.accounts().await?, now.timestamp(), now.date())
        .await;
    Ok(found?)
}

/// The token of the session's cookie.
pub(crate) fn token(site: &Site, headers: &HeaderMap) -> Option<Token> {
    token_named(site, headers, "session")
}

/// The token of the cookie that [`set_cookie_of`] gave this name.
pub(crate) fn token_named(site: &Site, headers: &HeaderMap, name: &str) -> Option<Token> {
    let name = on_this_host(site, name);
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    cookies
        .flat_map(|cookies| cookies.split(';'))
        .filter_map(|cookie| cookie.trim().split_once('='))
        .find(|(found, _)| *found == name)
        .and_then(|(_, value)| Token::from_text(value))
}

/// A token that nobody can guess.
pub(crate) fn new_token() -> Result<Token, Failure> {
    Ok(Token::new(random()?))
}

/// Random bytes of the operating system.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], Failure> {
    let mut random = [0; N];
    getrandom::fill(&mut random).map_err(|error| {
        tracing::error!(%error, "the system gives no random numbers");
        Failure::Internal
    })?;
    Ok(random)
}

/// With `__Host-` browsers take the cookie only from this very host and over an encrypted connection.
fn on_this_host(site: &Site, name: &str) -> String {
    let prefix = if site.settings().is_encrypted() { "__Host-" } else { "" };
    format!("{prefix}{name}")
}

/// The header that gives the browser the session's cookie, or takes it away. It ends with the browser; the session itself ends by the
/// settings of accounts.
pub(crate) fn set_cookie(site: &Site, token: Option<&Token>) -> Result<HeaderValue, Failure> {
    match token {
        Some(token) => set_cookie_of(site, "session", token, None),
        None => cookie(site, &on_this_host(site, "session"), "", Some(0)),
    }
}

/// The header that gives the browser a cookie with a token, for so many seconds or until the browser ends.
pub(crate) fn set_cookie_of(site: &Site, name: &str, token: &Token, age: Option<u32>) -> Result<HeaderValue, Failure> {
    cookie(site, &on_this_host(site, name), &token.to_text(), age)
}

/// The header that gives the browser a cookie: no script reads it, and no form of another site carries it along.
pub(crate) fn cookie(site: &Site, name: &str, value: &str, age: Option<u32>) -> Result<HeaderValue, Failure> {
    let secure = if site.settings().is_encrypted() { "; Secure" } else { "" };
    let age = age.map_or_else(String::new, |age| format!("; Max-Age={age}"));
    let cookie = format!("{name}={value}; Path=/{age}; SameSite=Lax; HttpOnly{secure}");
    HeaderValue::from_str(&cookie).map_err(|_| Failure::Internal)
}
