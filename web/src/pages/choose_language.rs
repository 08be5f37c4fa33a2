//! The choice of language, kept in a cookie, which leads back to the page where it was made.

use axum::Form;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Redirect};
use serde::Deserialize;

use crate::failure::Failure;
use crate::language::Locale;
use crate::session::cookie;
use crate::site::Site;
use crate::texts::COOKIE;

/// What the form of the language switch sends.
#[derive(Debug, Deserialize)]
pub struct Choice {
    language: Locale,
    to: String,
}

/// So long the choice is kept, in seconds: a year.
const KEPT: u32 = 365 * 24 * 60 * 60;

/// `POST /language`
///
/// # Errors
/// [`Failure`] when the cookie cannot be written, which is a fault of ours.
pub async fn choose(State(site): State<Site>, Form(choice): Form<Choice>) -> Result<impl IntoResponse, Failure> {
    let cookie = cookie(&site, COOKIE, choice.language.code(), Some(KEPT))?;
    Ok(([(header::SET_COOKIE, cookie)], Redirect::to(page_of_ours(&choice.to))))
}

/// The address when it is a page of ours, else the first page: nobody shall be led to another site from here.
pub(super) fn page_of_ours(address: &str) -> &str {
    let is_ours = address.starts_with('/')
        && !address.starts_with("//")
        && address.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    if is_ours { address } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_leads_back_to_a_page_of_ours_and_nowhere_else() {
        for (address, expected) in [
            ("/help", "/help"),
            ("/help?a=1&b=%C3%A5", "/help?a=1&b=%C3%A5"),
            ("https://elsewhere.example", "/"),
            ("//elsewhere.example", "/"),
            ("/\\elsewhere.example", "/"),
            ("/a\r\nSet-Cookie: x=y", "/"),
            ("", "/"),
        ] {
            assert_eq!(page_of_ours(address), expected, "{address}");
        }
    }
}
