//! Signing in and out through a real OpenID provider, in a browser.

use web::language::Locale;

use crate::page::{NARROW, Page, WIDE, Window};

const BUTTON: &str = "a[href^='/sign-in/openid']";

/// Whether the browser is at the provider's.
async fn is_at_the_provider(page: &Page) -> bool {
    let address = page.browser().current_url().await.expect("an address");
    address.as_str().starts_with(&page.provider().issuer)
}

#[tokio::test(flavor = "multi_thread")]
async fn one_signs_in_through_the_provider_in_both_languages_without_javascript_too() {
    for (locale, has_javascript, window) in [
        (Locale::Swedish, true, WIDE),
        (Locale::English, true, NARROW),
        (Locale::Swedish, false, NARROW),
    ] {
        let window = Window {
            locale,
            has_javascript,
            ..window
        };
        let page = Page::open_with_provider(window, |_| {}).await;
        page.go("/measurement").await;
        assert_eq!(page.path().await, "/sign-in?to=/measurement");
        if has_javascript {
            page.holds(&format!("openid-sign-in-{}-{}", locale.code(), window.width))
                .await;
        }
        page.press(BUTTON).await;
        assert_eq!(page.path().await, "/measurement", "back to where one was going");
        assert!(page.text(".site-person").await.contains("caseworker"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn where_only_the_provider_signs_in_the_page_has_its_button_alone() {
    for window in [WIDE, NARROW] {
        let page = Page::open_with_provider(window, |settings| settings.password_sign_in = false).await;
        page.go("/sign-in").await;
        page.element(BUTTON).await;
        page.holds(&format!("openid-sign-in-alone-sv-{}", window.width)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_refusal_is_a_page_that_holds_and_says_what_to_do() {
    for (locale, window) in [(Locale::Swedish, WIDE), (Locale::English, NARROW)] {
        let window = Window { locale, ..window };
        for (told, shown) in [
            ("person=bo", "unknown"),
            ("person=none", "broken-off"),
            ("fault=nonce", "untrusted"),
            ("fault=down", "down"),
        ] {
            // The provider keeps whom it has signed in before: each begins with a browser of its own.
            let page = Page::open_with_provider(window, |_| {}).await;
            page.provider().tell(told).await;
            page.go("/sign-in/openid").await;
            page.element("article.prose").await;
            page.holds(&format!("openid-{shown}-{}-{}", locale.code(), window.width))
                .await;
            if shown == "down" {
                page.go("/sign-in/openid/back?state=x&code=y").await;
                page.holds(&format!("openid-not-begun-{}-{}", locale.code(), window.width))
                    .await;
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_goes_on_to_the_provider_and_comes_back_without_javascript() {
    let window = Window {
        has_javascript: false,
        ..WIDE
    };
    let page = Page::open_with_provider(window, |_| {}).await;
    page.go("/sign-in/openid?to=%2Fmeasurement").await;
    assert_eq!(page.path().await, "/measurement");
    page.press(".site-account button").await;
    page.element("button[name=logout]").await;
    assert!(is_at_the_provider(&page).await, "the browser has gone on by itself");
    page.press("button[name=logout]").await;
    page.element("#name").await;
    assert!(page.path().await.starts_with("/sign-in"));
    page.go("/measurement").await;
    assert!(page.path().await.starts_with("/sign-in"), "signed out here");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_on_the_way_out_holds() {
    for (locale, window) in [(Locale::Swedish, WIDE), (Locale::English, NARROW)] {
        let window = Window { locale, ..window };
        let page = Page::open_with_provider(window, |_| {}).await;
        page.go("/sign-in/openid?to=%2Fmeasurement").await;
        page.provider().tell("fault=stay").await;
        page.press(".site-account button").await;
        page.element("main a.ds-button").await;
        page.holds(&format!("openid-signed-out-{}-{}", locale.code(), window.width))
            .await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_at_the_provider_signs_out_here() {
    let page = Page::open_with_provider(WIDE, |_| {}).await;
    page.go("/sign-in/openid?to=%2Fmeasurement").await;
    assert_eq!(page.path().await, "/measurement");
    let there = format!("{}/session/end", page.provider().issuer);
    page.browser().goto(there).await.expect("the provider's page");
    page.press("button[name=logout]").await;
    page.go("/measurement").await;
    assert!(page.path().await.starts_with("/sign-in"), "the provider has told us");
}
