//! Done once: a POST with the header `Idempotency-Key` is not done again when it is sent again; see [`store::once`].

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use store::Viewer;
use store::once::{Claim, Kept};

use super::answer::Secret;
use super::ask::whole;
use super::problem::Refusal;
use crate::site::Site;

/// The header with the program's own name for a request.
pub(crate) const KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// Says of an answer that it was given before.
const REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");

/// The longest key, characters.
const LONGEST_KEY: usize = 255;

/// Has a POST done, once when it has a key.
pub(super) async fn run(site: &Site, viewer: Viewer, request: Request, next: Next) -> Response {
    let key = match key(request.headers()) {
        Ok(Some(key)) => key,
        Ok(None) => {
            let mut request = request;
            request.extensions_mut().insert(viewer);
            return next.run(request).await;
        }
        Err(refusal) => return refusal.into_response(),
    };
    match with_key(site, &viewer, &key, request, next).await {
        Ok(answer) => answer,
        Err(refusal) => refusal.into_response(),
    }
}

fn key(headers: &HeaderMap) -> Result<Option<String>, Refusal> {
    let mut sent = headers.get_all(KEY).iter();
    let Some(key) = sent.next() else { return Ok(None) };
    let wrong = || Refusal::malformed("Idempotency-Key", "key").saying("maximum", &LONGEST_KEY);
    let key = key.to_str().map_err(|_| wrong())?;
    let is_plain = (1..=LONGEST_KEY).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_graphic());
    if !is_plain || sent.next().is_some() {
        return Err(wrong());
    }
    Ok(Some(key.to_owned()))
}

async fn with_key(site: &Site, viewer: &Viewer, key: &str, request: Request, next: Next) -> Result<Response, Refusal> {
    let (parts, body) = request.into_parts();
    let body = whole(body, site).await?;
    let address = parts.uri.path_and_query().map_or("/", |address| address.as_str());
    let media_type = parts.headers.get(header::CONTENT_TYPE).map_or(&[][..], HeaderValue::as_bytes);
    let asked = [address.as_bytes(), media_type, &body];
    let longest = site.settings().longest_request;
    let viewer = match site.store().claim(viewer, key, &asked, longest).await? {
        Claim::New(viewer) => viewer,
        Claim::UnderWay => return Err(Refusal::new(StatusCode::CONFLICT, "key-under-way")),
        Claim::Done { event } => {
            let event = event.map_or_else(String::new, |event| event.to_string());
            return Err(Refusal::new(StatusCode::CONFLICT, "key-done").saying("event", &event));
        }
        Claim::Answered(kept) => return Ok(again(kept)),
        Claim::Other => return Err(Refusal::refused("Idempotency-Key", "key-reused")),
    };
    let mut request = Request::from_parts(parts, Body::from(body));
    request.extensions_mut().insert(viewer.clone());
    let answer = next.run(request).await;
    if !answer.status().is_success() {
        site.store().release(&viewer).await?;
        return Ok(answer);
    }
    keep(site, &viewer, answer).await
}

/// Keeps an answer before it is given.
async fn keep(site: &Site, viewer: &Viewer, answer: Response) -> Result<Response, Refusal> {
    let (parts, body) = answer.into_parts();
    let body = to_bytes(body, usize::MAX)
        .await
        .map_err(|_| Refusal::from(crate::failure::Failure::Internal))?;
    let is_secret = parts.extensions.get::<Secret>().is_some();
    let text = |value: &HeaderValue| value.to_str().ok().map(str::to_owned);
    let kept = Kept {
        status: parts.status.as_u16(),
        place: parts.headers.get(header::LOCATION).and_then(text),
        answer: (!is_secret).then(|| String::from_utf8_lossy(&body).into_owned()),
    };
    // The change is stored and its key beside it. An answer that cannot be kept is given all the same: sent again, the request is
    // answered with the number of its entry in the log instead.
    if let Err(error) = site.store().answered(viewer, &kept).await {
        tracing::error!(%error, "an answer could not be kept");
    }
    Ok(Response::from_parts(parts, Body::from(body)))
}

fn again(kept: Kept) -> Response {
    let status = StatusCode::from_u16(kept.status).unwrap_or(StatusCode::OK);
    let body = kept.answer.unwrap_or_default();
    let mut answer = (status, [(header::CONTENT_TYPE, "application/json")], body).into_response();
    let headers = answer.headers_mut();
    headers.insert(REPLAYED, HeaderValue::from_static("true"));
    if let Some(place) = kept.place.and_then(|place| HeaderValue::from_str(&place).ok()) {
        headers.insert(header::LOCATION, place);
    }
    answer
}
