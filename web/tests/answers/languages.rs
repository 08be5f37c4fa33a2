//! Which language a visitor is answered in, and how to choose another.

use axum::http::StatusCode;
use web::Settings;
use web::language::Locale;

use crate::support::{get, pages, post, site};

#[tokio::test]
async fn a_visitor_reads_the_language_chosen_else_what_the_browser_asks_for_else_swedish() {
    let router = pages().await;
    for (headers, expected) in [
        (vec![], "sv"),
        (vec![("accept-language", "en-US,en;q=0.9")], "en"),
        (vec![("accept-language", "de,sv;q=0.5,en;q=0.4")], "sv"),
        (vec![("accept-language", "en"), ("cookie", "a=b; language=sv")], "sv"),
        (vec![("accept-language", "en"), ("cookie", "language=xx")], "en"),
        (vec![("cookie", "languages=en")], "sv"),
    ] {
        let answer = get(&router, "/help", &headers).await;
        let expected = format!("<html lang=\"{expected}\"");
        assert!(answer.text().contains(&expected), "{headers:?}");
    }
}

#[tokio::test]
async fn the_municipality_says_which_language_comes_first() {
    let settings = Settings {
        language: Locale::English,
        ..Settings::default()
    };
    let router = web::router(&site(settings).await);
    assert!(get(&router, "/", &[]).await.text().contains("<html lang=\"en\""));
}

#[tokio::test]
async fn a_choice_of_language_is_kept_and_leads_back_to_the_same_page() {
    let router = pages().await;
    let page = get(&router, "/help?from=start", &[]).await;
    assert!(page.text().contains("name=\"to\" value=\"/help?from=start\""));
    let same_site = [("sec-fetch-site", "same-origin")];
    let answer = post(&router, "/language", &same_site, "language=en&to=%2Fhelp%3Ffrom%3Dstart").await;
    assert_eq!(
        (answer.status, answer.header("location")),
        (StatusCode::SEE_OTHER, "/help?from=start")
    );
    let cookie = answer.header("set-cookie");
    assert!(cookie.starts_with("language=en; Path=/;") && cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
    assert!(!cookie.contains("Secure"));
    let elsewhere = post(
        &router,
        "/language",
        &same_site,
        "language=en&to=https%3A%2F%2Felsewhere.example",
    )
    .await;
    assert_eq!(elsewhere.header("location"), "/");
}

#[tokio::test]
async fn a_cookie_is_for_encrypted_connections_only_where_the_public_address_is_one() {
    let settings = Settings {
        public_address: Some("https://tyngd.example".to_owned()),
        ..Settings::default()
    };
    let router = web::router(&site(settings).await);
    let answer = post(&router, "/language", &[], "language=sv&to=%2F").await;
    assert!(
        answer.header("set-cookie").ends_with("; Secure"),
        "{}",
        answer.header("set-cookie")
    );
}

#[tokio::test]
async fn the_current_page_is_marked_in_the_navigation_and_no_other() {
    let router = pages().await;
    let page = get(&router, "/help", &[]).await;
    assert_eq!(page.text().matches("aria-current=\"page\"").count(), 1);
    assert!(page.text().contains("<a href=\"/help\" aria-current=\"page\">"));
}
