//! The first page: what this is, and where to read more.

use askama::Template;
use axum::response::IntoResponse;

use crate::page::{Page, Shown, Visit};

#[derive(Template)]
#[template(path = "start.html")]
struct Start {
    page: Page,
}

/// `GET /`
pub async fn show(visit: Visit) -> impl IntoResponse {
    let page = visit.page("start-title");
    Shown::new(&Start { page })
}
