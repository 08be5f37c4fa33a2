//! What the number is, how it comes about, and what it must never be used for.

use askama::Template;
use axum::response::IntoResponse;

use crate::page::{Page, Shown, Visit};

#[derive(Template)]
#[template(path = "about_number.html")]
struct AboutNumber {
    page: Page,
}

/// `GET /about-the-number`
pub async fn show(visit: Visit) -> impl IntoResponse {
    let page = visit.page("about-number-title");
    Shown::new(&AboutNumber { page })
}
