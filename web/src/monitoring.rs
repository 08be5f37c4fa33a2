//! What the municipality's monitoring asks: whether the program is well, and how many requests it has answered how fast.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use sha2::{Digest as _, Sha256};

use crate::failure::Failure;
use crate::site::Site;

/// `GET /health`: 200 and `ok` when the database answers, else 503.
pub(crate) async fn health(State(site): State<Site>) -> Response {
    if site.is_well().await {
        (StatusCode::OK, "ok\n").into_response()
    } else {
        Failure::Unavailable.into_response()
    }
}

/// `GET /metrics`: the counts in the text format of Prometheus, for whoever has the password; to anyone else nothing is here.
pub(crate) async fn metrics(State(site): State<Site>, headers: HeaderMap) -> Result<Response, Failure> {
    let token = site.settings().metrics_token.as_deref().ok_or(Failure::NotFound)?;
    let sent = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let sent = sent
        .and_then(|value| value.strip_prefix("Bearer "))
        .ok_or(Failure::NotFound)?;
    // Hashes take the same time to compare wherever they differ first.
    if Sha256::digest(sent) != Sha256::digest(token) {
        return Err(Failure::NotFound);
    }
    let media_type = [(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")];
    Ok((media_type, site.metrics().text()).into_response())
}
