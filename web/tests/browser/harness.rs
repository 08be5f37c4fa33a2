//! What the other tests ask the browser would be found: a question that never finds anything proves nothing.

use axum::response::Html;
use axum::routing::get;
use web::{Settings, routes};

use crate::page::{NARROW, Page};

/// A picture without words, a box that is too wide, a style inside the markup.
const BAD: &str = "<!doctype html><html lang=\"sv\"><title>x</title><body><img src=\"/icon.png\">\
    <table><tr><td><pre>this is far too long for a narrow window and does not break anywhere at all</pre></table>\
    <p style=\"color: red\">x</p></body></html>";

#[tokio::test(flavor = "multi_thread")]
async fn barriers_sideways_scrolling_and_refused_styles_are_found() {
    let routes = routes::undressed().route("/bad", get(|| async { Html(BAD) }));
    let page = Page::open_with(NARROW, Settings::default(), routes).await;
    page.complaints().await;
    page.go("/bad").await;
    let violations = page.violations().await;
    assert!(
        violations.iter().any(|found| found.starts_with("image-alt")),
        "{violations:?}"
    );
    assert!(page.sideways().await.iter().any(|found| found.starts_with("PRE")));
    let complaints = page.complaints().await.concat();
    assert!(complaints.contains("Content Security Policy"), "{complaints}");
    assert!(complaints.contains("icon.png"), "{complaints}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_narrow_window_is_as_narrow_as_it_says_also_after_a_picture() {
    let page = Page::open(NARROW).await;
    page.go("/").await;
    for _ in 0..2 {
        assert_eq!(page.ask::<u32>("return window.innerWidth").await, NARROW.width);
        page.screenshot("narrow").await;
    }
}
