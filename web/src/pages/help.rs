//! Help: a section for each of those who use the pages.

use askama::Template;
use axum::response::IntoResponse;

use crate::page::{Page, Shown, Visit};
use crate::texts::Block;

/// Who has a section, in the order of the page; the id of the section, and what its sentences' ids end with.
pub(crate) const READERS: [&str; 8] = [
    "caseworker",
    "supervisor",
    "head",
    "hr",
    "relief",
    "coordinator",
    "safety-representative",
    "administrator",
];

#[derive(Template)]
#[template(path = "help.html")]
struct Help {
    page: Page,
    sections: Vec<Section>,
}

struct Section {
    id: &'static str,
    title: String,
    text: Vec<Block>,
}

/// `GET /help`
pub async fn show(visit: Visit) -> impl IntoResponse {
    let page = visit.page("help-title");
    let section = |id| Section {
        id,
        title: page.tr.text(&format!("help-title-{id}")),
        text: page.tr.prose(&format!("help-text-{id}")),
    };
    let sections = READERS.into_iter().map(section).collect();
    Shown::new(&Help { page, sections })
}
