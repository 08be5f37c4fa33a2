//! Giving the next case in a browser: in every window and language, and without JavaScript.

use std::time::Duration;

use web::language::Locale;

use crate::page::{NARROW, Page, WIDE, WINDOWS, Window};
use crate::signed_in::sign_in;

/// Waits until the team's page says to whom a case was given.
async fn told(page: &Page) {
    for _ in 0..50 {
        if page.path().await.starts_with("/team?given=") {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert!(page.text("[role=status]").await.contains("R-0"));
}

async fn holds_everywhere(page: &mut Page, locale: Locale, name: &str) {
    for window in WINDOWS {
        page.see(Window { locale, ..window }).await;
        let scheme = if window.is_dark { "-dark" } else { "" };
        page.holds(&format!("{name}-{}-{}{scheme}", locale.code(), window.width))
            .await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pages_hold_in_both_languages_also_with_faults() {
    for locale in [Locale::Swedish, Locale::English] {
        let mut page = Page::open_municipality(Window { locale, ..WIDE }).await;
        sign_in(&page, "supervisor").await;
        page.complaints().await;
        page.go("/next-case?case=R-0").await;
        holds_everywhere(&mut page, locale, "next-case").await;
        page.press("#main form button[type=submit]").await;
        assert!(!page.text("#error-summary").await.is_empty());
        page.complaints().await; // that the answer was 422
        holds_everywhere(&mut page, locale, "next-case-refused").await;
        page.element("#person").await.click().await.expect("is chosen");
        page.press("#main form button[type=submit]").await;
        told(&page).await;
        holds_everywhere(&mut page, locale, "next-case-given").await;
        page.go("/next-case?case=R-1002-0").await;
        holds_everywhere(&mut page, locale, "next-case-move").await;
        page.press("form[action='/sign-out'] button").await;
        sign_in(&page, "caseworker").await;
        page.go("/my-load").await;
        holds_everywhere(&mut page, locale, "given-on-my-load").await;
        page.press("#given ~ ul a").await;
        holds_everywhere(&mut page, locale, "given").await;
        page.press("#main form button[type=submit]").await;
        assert!(!page.text("#error-summary").await.is_empty());
        page.complaints().await; // that the answer was 422
        holds_everywhere(&mut page, locale, "given-refused").await;
        page.element("#reason").await.click().await.expect("is chosen");
        page.press("#main form button[type=submit]").await;
        holds_everywhere(&mut page, locale, "given-answered").await;
        assert_eq!(page.complaints().await, Vec::<String>::new());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_javascript_a_case_is_given_refused_with_a_reason_and_shown_to_wait_again() {
    let page = Page::open_municipality(Window {
        has_javascript: false,
        ..NARROW
    })
    .await;
    sign_in(&page, "supervisor").await;
    page.go("/next-case?case=R-0").await;
    page.element("#person").await.click().await.expect("is chosen");
    page.press("#main form button[type=submit]").await;
    told(&page).await;
    page.press("form[action='/sign-out'] button").await;
    sign_in(&page, "caseworker").await;
    page.go("/my-load").await;
    page.press("#given ~ ul a").await;
    page.element("#reason").await.click().await.expect("is chosen");
    page.press("#main form button[type=submit]").await;
    assert!(page.text("main").await.contains("tillbaka hos din gruppledare"));
    page.press("form[action='/sign-out'] button").await;
    sign_in(&page, "supervisor").await;
    page.go("/team").await;
    assert!(page.text("main").await.contains("Anna Ek sade ”inte nu”"));
}
