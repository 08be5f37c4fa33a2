//! Who asks: the token of a program. Cookies count for nothing here, so no other site can ask by way of somebody's browser.

use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use rules::access::Permission;
use store::Viewer;
use store::token::Secret;

use super::once;
use super::problem::Refusal;
use crate::routes::Verb;
use crate::site::Site;

/// Lets a request through to the API when its token says so: without one it is refused, and what the token may not ask for is not there.
pub(crate) async fn admit(site: &Site, verb: Verb, permission: Option<Permission>, mut request: Request, next: Next) -> Response {
    let viewer = match viewer(site, request.headers()).await {
        Ok(viewer) => viewer,
        Err(refusal) => return refusal.into_response(),
    };
    if permission.is_some_and(|permission| !viewer.may(permission)) {
        return Refusal::not_found().into_response();
    }
    if verb == Verb::Get {
        request.extensions_mut().insert(viewer);
        return next.run(request).await;
    }
    if viewer.is_read_only() {
        return Refusal::new(StatusCode::FORBIDDEN, "read-only").into_response();
    }
    once::run(site, viewer, request, next).await
}

/// The program that has the token.
async fn viewer(site: &Site, headers: &HeaderMap) -> Result<Viewer, Refusal> {
    let missing = || Refusal::new(StatusCode::UNAUTHORIZED, "no-token").challenging("Bearer realm=\"tyngdpunkt\"");
    let wrong = || {
        Refusal::new(StatusCode::UNAUTHORIZED, "refused-token")
            .challenging("Bearer realm=\"tyngdpunkt\", error=\"invalid_token\"")
    };
    let sent = headers.get(header::AUTHORIZATION).ok_or_else(missing)?;
    let sent = sent.to_str().map_err(|_| wrong())?;
    let (scheme, token) = sent.split_once(' ').ok_or_else(missing)?;
    if !scheme.eq_ignore_ascii_case("bearer") {
        return Err(missing());
    }
    let secret = Secret::from_text(token.trim()).ok_or_else(wrong)?;
    let now = site.now();
    let found = site.store().token_viewer(&secret, now.timestamp(), now.date()).await?;
    found.ok_or_else(wrong)
}
