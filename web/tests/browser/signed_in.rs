//! The pages of those who are signed in, as each of them sees them.

use web::language::Locale;

use crate::municipality::PASSWORD;
use crate::page::{NARROW, Page, WIDE, WINDOWS, Window};

/// Signs in through the page, as a person does.
pub async fn sign_in(page: &Page, name: &str) {
    page.go("/sign-in").await;
    page.element("#name").await.send_keys(name).await.expect("a name");
    page.element("#password").await.send_keys(PASSWORD).await.expect("a password");
    page.press("main form button[type=submit]").await;
}

/// Every page that the account has in its navigation, in every window.
async fn all_hold(locale: Locale, name: &str, pages: &[&str]) {
    let mut page = Page::open_municipality(Window { locale, ..WIDE }).await;
    sign_in(&page, name).await;
    page.complaints().await;
    for window in WINDOWS {
        let window = Window { locale, ..window };
        page.see(window).await;
        for path in pages {
            page.go(path).await;
            let scheme = if window.is_dark { "-dark" } else { "" };
            let shown = path.trim_start_matches('/').replace('/', "-");
            page.holds(&format!("{shown}-{name}-{}-{}{scheme}", locale.code(), window.width))
                .await;
        }
    }
    assert_eq!(page.complaints().await, Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn my_load_holds_in_both_languages() {
    for locale in [Locale::Swedish, Locale::English] {
        all_hold(locale, "caseworker", &["/my-load"]).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_team_holds_in_both_languages() {
    for locale in [Locale::Swedish, Locale::English] {
        all_hold(locale, "supervisor", &["/team", "/units"]).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sums_hold_in_both_languages() {
    for locale in [Locale::Swedish, Locale::English] {
        all_hold(locale, "head", &["/units"]).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_password_is_a_page_that_holds_and_says_what_to_do() {
    for window in [WIDE, NARROW] {
        let page = Page::open_municipality(window).await;
        page.go("/sign-in").await;
        page.element("#name").await.send_keys("caseworker").await.expect("a name");
        page.element("#password").await.send_keys("wrong").await.expect("a password");
        page.press("main form button[type=submit]").await;
        assert!(page.text("#error-summary").await.contains("stämmer inte"));
        page.holds(&format!("sign-in-refused-{}", window.width)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_javascript_one_signs_in_opens_a_case_and_signs_out() {
    let page = Page::open_municipality(Window {
        has_javascript: false,
        ..NARROW
    })
    .await;
    sign_in(&page, "caseworker").await;
    assert_eq!(page.path().await, "/my-load");
    let case = page.element("section[aria-labelledby=cases] details").await;
    case.click().await.expect("opens");
    assert!(case.attr("open").await.expect("an attribute").is_some());
    assert!(case.text().await.expect("text").contains("viktmodellen"));
    page.press(".site-account button").await;
    assert_eq!(page.path().await, "/sign-in");
}
