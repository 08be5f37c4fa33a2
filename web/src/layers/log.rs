//! One line in the log for each request: the template of its address, never the address itself, which may tell who is looked at.

use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::Response;

use super::REQUEST_NUMBER;
use crate::site::Site;

/// What stands for the template of an address that we do not have.
const NO_ROUTE: &str = "(none)";

/// The methods that are told apart; anybody can invent others.
const METHODS: [&str; 7] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/// The most characters of a request's number that came from a proxy.
const LONGEST_NUMBER: usize = 64;

/// Takes away a number that is not a plain one: a proxy's is kept, but not whatever somebody may have written there.
pub(super) async fn forget_odd_number(mut request: Request, next: Next) -> Response {
    let number = request.headers().get(REQUEST_NUMBER).map(axum::http::HeaderValue::as_bytes);
    let is_plain = number.is_some_and(|number| {
        (1..=LONGEST_NUMBER).contains(&number.len()) && number.iter().all(|byte| byte.is_ascii_hexdigit() || *byte == b'-')
    });
    if !is_plain {
        request.headers_mut().remove(REQUEST_NUMBER);
    }
    next.run(request).await
}

/// Writes the line and counts the request.
pub(super) async fn record(State(site): State<Site>, request: Request, next: Next) -> Response {
    let start = Instant::now();
    let route = request.extensions().get::<MatchedPath>().cloned();
    let method = request.method().clone();
    let number = request.headers().get(REQUEST_NUMBER).cloned();
    let answer = next.run(request).await;
    let route = route.as_ref().map_or(NO_ROUTE, MatchedPath::as_str);
    let method = METHODS.into_iter().find(|known| *known == method.as_str()).unwrap_or("OTHER");
    let status = answer.status().as_u16();
    let took = start.elapsed();
    let number = number.as_ref().and_then(|value| value.to_str().ok()).unwrap_or_default();
    let milliseconds = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
    tracing::info!(method, route, status, milliseconds, request = number, "answered");
    site.metrics().count(route, method, status, took);
    answer
}
