//! The monthly measurement in a browser: in every window and language, with the keyboard alone, and without JavaScript.

use std::time::Duration;

use thirtyfour::prelude::*;
use web::language::Locale;

use crate::page::{NARROW, Page, WIDE, WINDOWS, Window};
use crate::signed_in::sign_in;

/// Presses keys where the focus is, as a hand does: within a field of several parts too.
pub async fn press(page: &Page, keys: impl Into<TypingData>) {
    let chain = page.browser().action_chain().send_keys(keys);
    chain.perform().await.expect("keys");
}

/// Goes on with Tab until the element with this selector has the focus.
pub async fn tab_to(page: &Page, selector: &str) {
    let is_there = format!("return document.activeElement.matches('{selector}')");
    for _ in 0..60 {
        if page.ask::<bool>(&is_there).await {
            return;
        }
        press(page, Key::Tab).await;
    }
    panic!("{selector} is not reached with Tab");
}

/// Waits until the page with this path is open: a browser answers before it has gone on.
pub async fn leads_to(page: &Page, path: &str) {
    for _ in 0..50 {
        if page.path().await == path {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert_eq!(page.path().await, path);
}

async fn holds_everywhere(page: &mut Page, locale: Locale, name: &str) {
    for window in WINDOWS {
        page.see(Window { locale, ..window }).await;
        page.browser().refresh().await.expect("the page opens again");
        let scheme = if window.is_dark { "-dark" } else { "" };
        page.holds(&format!("{name}-{}-{}{scheme}", locale.code(), window.width))
            .await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_three_pages_hold_in_both_languages_also_with_faults() {
    for locale in [Locale::Swedish, Locale::English] {
        let mut page = Page::open_municipality(Window { locale, ..WIDE }).await;
        sign_in(&page, "caseworker").await;
        page.complaints().await;
        page.go("/measurement").await;
        holds_everywhere(&mut page, locale, "measurement").await;
        page.element("#flex").await.send_keys("much").await.expect("is written");
        page.element("#sentence")
            .await
            .send_keys("640823-3234")
            .await
            .expect("is written");
        page.press("#main button[type=submit]").await;
        let fault = page.element("#error-summary").await;
        assert_eq!(fault.find_all(By::Tag("a")).await.expect("links").len(), 3);
        page.complaints().await; // that the answer was 422
        for window in WINDOWS {
            page.see(Window { locale, ..window }).await;
            let scheme = if window.is_dark { "-dark" } else { "" };
            page.holds(&format!("measurement-refused-{}-{}{scheme}", locale.code(), window.width))
                .await;
        }
        page.element("#rating-4").await.click().await.expect("is chosen");
        let flex = page.element("#flex").await;
        flex.clear().await.expect("is emptied");
        flex.send_keys("-7,5").await.expect("is written");
        page.element("#sentence")
            .await
            .send_keys("Two colleagues are away.")
            .await
            .expect("is written");
        page.press("#main button[type=submit]").await;
        leads_to(&page, "/measurement/cases").await;
        holds_everywhere(&mut page, locale, "measurement-cases").await;
        page.element("#wrong-1-1").await.click().await.expect("is ticked");
        page.press("#main button[type=submit]").await;
        leads_to(&page, "/measurement/saved").await;
        holds_everywhere(&mut page, locale, "measurement-saved").await;
        assert_eq!(page.complaints().await, Vec::<String>::new());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_whole_measurement_is_made_with_the_keyboard_alone() {
    let page = Page::open_municipality(WIDE).await;
    page.go("/sign-in?to=/my-load").await;
    tab_to(&page, "#name").await;
    press(&page, "caseworker").await;
    press(&page, Key::Tab).await;
    press(&page, crate::municipality::PASSWORD).await;
    press(&page, Key::Enter).await;
    leads_to(&page, "/my-load").await;
    tab_to(&page, "main a[href=\"/measurement\"]").await;
    press(&page, Key::Enter).await;
    leads_to(&page, "/measurement").await;
    tab_to(&page, "[name=rating]").await;
    press(&page, " ").await;
    for _ in 0..3 {
        press(&page, Key::Down).await;
    }
    assert!(
        page.ask::<bool>("return document.activeElement.value === '4' && document.activeElement.checked")
            .await
    );
    tab_to(&page, "#flex").await;
    press(&page, "-7,5").await;
    press(&page, Key::Tab).await;
    press(&page, "Two colleagues are away.").await;
    tab_to(&page, "#main button[type=submit]").await;
    press(&page, Key::Enter).await;
    leads_to(&page, "/measurement/cases").await;
    tab_to(&page, "#wrong-1-2").await;
    press(&page, " ").await;
    tab_to(&page, "#main button[type=submit]").await;
    press(&page, Key::Enter).await;
    leads_to(&page, "/measurement/saved").await;
    let text = page.text("main").await;
    for part in [
        "4 – Tungt",
        "\u{2212}7,5 timmar",
        "Two colleagues are away.",
        "en tyngdfaktor är fel",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_javascript_a_measurement_is_refused_put_right_and_saved() {
    let page = Page::open_municipality(Window {
        has_javascript: false,
        ..NARROW
    })
    .await;
    sign_in(&page, "caseworker").await;
    page.go("/measurement").await;
    page.press("#main button[type=submit]").await;
    assert!(page.text("#error-summary").await.contains("från 1 till 5"));
    page.element("#rating-3").await.click().await.expect("is chosen");
    page.press("#main button[type=submit]").await;
    leads_to(&page, "/measurement/cases").await;
    page.press("#main button[type=submit]").await;
    leads_to(&page, "/measurement/saved").await;
    assert!(page.text("main").await.contains("3 – Lagom"));
}
