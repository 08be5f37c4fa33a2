//! The pages that everyone can see.

use std::sync::Arc;

use web::language::Locale;
use web::routes::{self, Audience, ROUTES, Verb};
use web::settings::{Accessibility, Conformance};
use web::{Settings, Texts, Tr};

use crate::page::{NARROW, Page, WIDE, WINDOWS, Window};

/// A sentence of the pages in Swedish.
fn said(id: &str) -> String {
    Tr::new(Arc::new(Texts::embedded()), Locale::Swedish).text(id)
}

/// The pages among the addresses that everyone may ask for: those without a part to fill in, neither for programs nor on the way to and from
/// a provider, which has tests of its own.
fn pages() -> Vec<&'static str> {
    let is_page = |path: &str| !path.contains('{') && path != "/health" && !path[1..].contains('/');
    let public = ROUTES.iter().filter(|route| route.audience == Audience::Everyone);
    public
        .filter(|route| route.verb == Verb::Get && is_page(route.path))
        .map(|route| route.path)
        .collect()
}

fn name(path: &str, window: Window) -> String {
    let path = if path == "/" { "start" } else { path.trim_start_matches('/') };
    let scheme = if window.is_dark { "-dark" } else { "" };
    format!("{path}-{}-{}{scheme}", window.locale.code(), window.width)
}

async fn all_hold(locale: Locale) {
    let mut page = Page::open(Window { locale, ..WIDE }).await;
    assert!(pages().len() >= 4);
    page.complaints().await;
    for window in WINDOWS {
        let window = Window { locale, ..window };
        page.see(window).await;
        for path in pages() {
            page.go(path).await;
            assert_eq!(
                page.element("html").await.attr("lang").await.expect("html"),
                Some(locale.code().to_owned())
            );
            page.holds(&name(path, window)).await;
        }
    }
    assert_eq!(page.complaints().await, Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn every_public_page_holds_in_swedish() {
    all_hold(Locale::Swedish).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_public_page_holds_in_english() {
    all_hold(Locale::English).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_public_page_can_be_read_without_javascript() {
    let window = Window {
        has_javascript: false,
        ..NARROW
    };
    let page = Page::open(window).await;
    for path in pages() {
        page.go(path).await;
        assert!(page.text("h1").await.len() > 3, "{path}");
        if path == "/sign-in" {
            for field in ["#name", "#password", "#code", "main button[type=submit]"] {
                assert!(page.element(field).await.is_displayed().await.expect("a field"), "{field}");
            }
        } else {
            assert!(page.text("main").await.len() > 300, "{path}");
        }
        assert!(
            page.element("footer a[href='/accessibility']")
                .await
                .is_displayed()
                .await
                .expect("a link")
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_statement_holds_with_the_municipalitys_facts() {
    let settings = Settings {
        organisation: Some("Exempelkommunen".to_owned()),
        accessibility: Accessibility {
            conformance: Some(Conformance::Partial),
            method: Some("own assessment".to_owned()),
            assessed: Some(jiff::civil::date(2026, 10, 1)),
            updated: Some(jiff::civil::date(2026, 10, 31)),
            email: Some("tillganglighet@exempel.se".to_owned()),
            telephone: Some("0123-456 78".to_owned()),
            shortcomings: vec!["Older reports have no headings.".to_owned()],
        },
        ..Settings::default()
    };
    let page = Page::open_with(NARROW, settings, routes::undressed()).await;
    page.go("/accessibility").await;
    let text = page.text("main").await;
    for fact in [
        "Exempelkommunen",
        &said("accessibility-conformance-partial"),
        "1 oktober 2026",
        "31 oktober 2026",
        "0123-456 78",
    ] {
        assert!(text.contains(fact), "{fact} is not in {text}");
    }
    assert!(!text.contains('['), "{text}");
    page.holds("accessibility-filled-in-sv-320").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_language_can_be_changed_without_javascript_and_the_page_stays() {
    let window = Window {
        has_javascript: false,
        ..NARROW
    };
    let page = Page::open(window).await;
    page.go("/help?from=test").await;
    assert_eq!(page.text("h1").await, said("help-title"));
    page.press(".site-language button").await;
    assert_eq!(
        (page.text("h1").await, page.path().await),
        ("Help".to_owned(), "/help?from=test".to_owned())
    );
    page.go("/").await;
    assert_eq!(page.text(".site-language button").await, said("read-in-this-language"));
}
