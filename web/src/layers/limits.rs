//! How much may be sent and how long it may take: more where lists are sent than elsewhere.

use std::time::Duration;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header;
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use http_body_util::Limited;

use crate::failure::Failure;
use crate::site::Site;

/// Where lists are sent. What is above the limit for a file is read there without being kept, so that the answer can say so; hence room
/// for more than one.
const LISTS: &str = "/import";

/// As much as the settings say may be sent, told beforehand or not.
pub(super) async fn body(State(site): State<Site>, request: Request, next: Next) -> Response {
    let settings = site.settings();
    let most = if request.uri().path() == LISTS {
        settings.import.largest_upload.saturating_mul(2)
    } else {
        settings.largest_body
    };
    let told = request.headers().get(header::CONTENT_LENGTH);
    let told = told.and_then(|value| value.to_str().ok()?.parse::<usize>().ok());
    if told.is_some_and(|told| told > most) {
        return Failure::TooLarge.into_response();
    }
    next.run(request.map(|body| Body::new(Limited::new(body, most)))).await
}

/// As long as the settings say may it take.
pub(super) async fn time(State(site): State<Site>, request: Request, next: Next) -> Response {
    let settings = site.settings();
    let longest = if request.uri().path() == LISTS {
        settings.import.longest_upload
    } else {
        settings.longest_request
    };
    let answer = tokio::time::timeout(Duration::from_secs(longest), next.run(request)).await;
    answer.unwrap_or_else(|_| Failure::TooSlow.into_response())
}
