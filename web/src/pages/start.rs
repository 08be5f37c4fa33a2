//! The first page: what this is, and where to read more.

use askama::Template;
use axum::response::{IntoResponse as _, Redirect, Response};

use crate::page::{Page, Shown, Visit};

#[derive(Template)]
#[template(path = "start.html")]
struct Start {
    page: Page,
}

/// `GET /`: whoever is signed in comes to the first of the own pages.
pub async fn show(visit: Visit) -> Response {
    let page = visit.page("start-title");
    match page.navigation.first().filter(|_| page.signed_in.is_some()) {
        Some(own) => Redirect::to(&own.address).into_response(),
        None => Shown::new(&Start { page }).into_response(),
    }
}
