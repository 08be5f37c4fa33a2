//! Deadlines in a browser, in both languages, also with faults and without JavaScript.

use web::language::Locale;

use crate::accounts::{stands, write};
use crate::page::{NARROW, Page, WIDE, Window};
use crate::signed_in::sign_in;

const CASE: &str = "/deadlines/case/R-1001-0";

/// Writes down that the reporter has asked for feedback.
async fn record(page: &Page) {
    page.go(CASE).await;
    let kind = page.element("#kind option[value=feedback-requested]").await;
    kind.click().await.expect("is chosen");
    write(page, "#on", "10202026").await;
    page.press("#main form button[type=submit]").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn deadlines_hold_in_both_languages_also_with_faults() {
    for locale in Locale::ALL {
        let mut page = Page::open_municipality(Window { locale, ..WIDE }).await;
        sign_in(&page, "caseworker").await;
        page.complaints().await;
        page.go(CASE).await;
        stands(&mut page, locale, "deadlines-case").await;
        assert_eq!(page.complaints().await, Vec::<String>::new());
        page.see(Window { locale, ..WIDE }).await;
        page.press("#main form button[type=submit]").await;
        page.element("#error-summary").await;
        stands(&mut page, locale, "deadlines-case-refused").await;
        page.go("/deadlines").await;
        stands(&mut page, locale, "deadlines").await;
        page.see(Window { locale, ..WIDE }).await;
        page.press(".site-account button").await;
        sign_in(&page, "supervisor").await;
        page.go("/team/deadlines").await;
        stands(&mut page, locale, "deadlines-team").await;
        page.go("/units/deadlines").await;
        stands(&mut page, locale, "deadlines-units").await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_javascript_what_happened_on_a_case_is_recorded() {
    let without = Window {
        has_javascript: false,
        ..NARROW
    };
    let page = Page::open_municipality(without).await;
    sign_in(&page, "caseworker").await;
    record(&page).await;
    assert!(page.text("#main").await.contains("20 oktober 2026"));
}
