//! Who is signed in: the cookie of a session, and the guard before every page that is not for everyone.

use axum::extract::{FromRequestParts, MatchedPath, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Redirect, Response};
use store::Viewer;
use store::session::Token;

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
    let token = token(&site, request.headers());
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
        request.extensions_mut().insert(viewer);
    }
    next.run(request).await
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
        .viewer(&token, &site.settings().accounts, now.timestamp(), now.date())
        .await;
    Ok(found?)
}

/// The token of the session's cookie.
pub(crate) fn token(site: &Site, headers: &HeaderMap) -> Option<Token> {
    let name = cookie_name(site);
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    cookies
        .flat_map(|cookies| cookies.split(';'))
        .filter_map(|cookie| cookie.trim().split_once('='))
        .find(|(found, _)| *found == name)
        .and_then(|(_, value)| Token::from_text(value))
}

/// A token that nobody can guess.
pub(crate) fn new_token() -> Result<Token, Failure> {
    random().map(Token::new)
}

/// Random bytes of the system.
pub(crate) fn random() -> Result<[u8; 32], Failure> {
    let mut random = [0; 32];
    getrandom::fill(&mut random).map_err(|error| {
        tracing::error!(%error, "the system gives no random numbers");
        Failure::Internal
    })?;
    Ok(random)
}

/// With `__Host-` browsers take the cookie only from this very host and over an encrypted connection.
fn cookie_name(site: &Site) -> &'static str {
    if site.settings().is_encrypted() {
        "__Host-session"
    } else {
        "session"
    }
}

/// The header that gives the browser the session's cookie, or takes it away. It ends with the browser; the session itself ends by the
/// settings of accounts.
pub(crate) fn set_cookie(site: &Site, token: Option<&Token>) -> Result<HeaderValue, Failure> {
    let secure = if site.settings().is_encrypted() { "; Secure" } else { "" };
    let (value, age) = match token {
        Some(token) => (token.to_text(), ""),
        None => (String::new(), "; Max-Age=0"),
    };
    let cookie = format!("{}={value}; Path=/{age}; SameSite=Lax; HttpOnly{secure}", cookie_name(site));
    HeaderValue::from_str(&cookie).map_err(|_| Failure::Internal)
}
