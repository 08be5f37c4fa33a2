//! A file that the browser keeps instead of showing.

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Response};

/// An answer that is kept as a file with this name; letters that a name in a header cannot hold become hyphens.
pub fn file(name: &str, media_type: HeaderValue, body: impl Into<axum::body::Body>) -> Response {
    let plain: String = name
        .chars()
        .map(|letter| {
            if letter.is_ascii_alphanumeric() || "-_.".contains(letter) {
                letter
            } else {
                '-'
            }
        })
        .collect();
    let mut answer = body.into().into_response();
    let headers = answer.headers_mut();
    headers.insert(header::CONTENT_TYPE, media_type);
    if let Ok(disposition) = HeaderValue::from_str(&format!("attachment; filename=\"{plain}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, disposition);
    }
    answer
}
