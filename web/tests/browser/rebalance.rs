//! Plans to rebalance in a browser: in every window and language, and the whole way without JavaScript.

use jiff::civil::date;
use web::language::Locale;

use crate::measurement::leads_to;
use crate::page::{NARROW, Page, WIDE, Window};
use crate::signed_in::sign_in;

/// Goes from the first page to the plan that is made.
async fn make(page: &Page, occasion: &str) {
    page.go("/rebalance").await;
    page.element(&format!("#occasion-{occasion}"))
        .await
        .click()
        .await
        .expect("is chosen");
    page.press("#main form button[type=submit]").await;
    page.element("#pace").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn plans_hold_in_both_languages_also_with_faults() {
    for locale in [Locale::Swedish, Locale::English] {
        let mut page = Page::open_municipality(Window { locale, ..WIDE }).await;
        sign_in(&page, "supervisor").await;
        page.complaints().await;
        page.go("/rebalance").await;
        page.holds_in_windows(locale, "rebalance-start").await;
        make(&page, "split").await;
        page.holds_in_windows(locale, "rebalance-new").await;
        let limit = page.element("#limit").await;
        limit.clear().await.expect("is emptied");
        limit.send_keys("1000").await.expect("is written");
        page.press("#main form button[type=submit]").await;
        page.element("#error-summary").await;
        page.complaints().await; // that the answer was 422
        page.holds_in_windows(locale, "rebalance-new-refused").await;
        make(&page, "over").await;
        let limit = page.element("#limit").await;
        limit.clear().await.expect("is emptied");
        limit.send_keys("20").await.expect("is written");
        page.press("#main form button[type=submit]").await;
        page.element("#impossible").await;
        page.holds_in_windows(locale, "rebalance-impossible").await;
        make(&page, "over").await;
        page.press("#main form button[type=submit]").await;
        page.element("#moves-proposed").await;
        page.holds_in_windows(locale, "rebalance-plan").await;
        let plan = page.path().await;
        page.press("#moves-proposed ~ form tbody tr:first-child a").await;
        page.element("#to").await;
        page.holds_in_windows(locale, "rebalance-move").await;
        page.press("#main form button[value=accept]").await;
        leads_to(&page, &plan).await;
        page.element("#moves-accepted").await;
        page.press("#moves-proposed ~ form button[value=accept]").await;
        page.element("#error-summary").await;
        page.complaints().await; // that the answer was 422
        page.holds_in_windows(locale, "rebalance-none-chosen").await;
        page.go("/team").await;
        page.element("a[href='/rebalance']").await;
        page.go("/rebalance").await;
        page.holds_in_windows(locale, "rebalance-plans").await;
        assert_eq!(page.complaints().await, Vec::<String>::new());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_head_sees_a_plan_without_loads_in_both_languages() {
    for locale in [Locale::Swedish, Locale::English] {
        let mut page = Page::open_municipality(Window { locale, ..WIDE }).await;
        sign_in(&page, "head").await;
        page.complaints().await;
        page.go("/rebalance").await;
        page.element("#unit-2").await.click().await.expect("is chosen");
        page.element("#unit-3").await.click().await.expect("is chosen");
        page.press("#main form button[type=submit]").await;
        page.element("#pace").await;
        page.press("#main form button[type=submit]").await;
        page.element("#moves-proposed").await;
        page.holds_in_windows(locale, "rebalance-plan-of-head").await;
        assert_eq!(page.complaints().await, Vec::<String>::new());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_javascript_a_plan_is_made_accepted_and_carried_out() {
    let page = Page::open_municipality(Window {
        has_javascript: false,
        ..NARROW
    })
    .await;
    sign_in(&page, "supervisor").await;
    make(&page, "over").await;
    page.press("#main form button[type=submit]").await;
    page.element("#moves-proposed").await;
    let plan = page.path().await;
    page.press("button[value=accept-all]").await;
    page.element("#moves-accepted").await;
    page.today(date(2026, 11, 2));
    sign_in(&page, "supervisor").await;
    page.go(&plan).await;
    page.element("#moves-today").await;
    page.element("#moves-today ~ form input[type=checkbox]")
        .await
        .click()
        .await
        .expect("is chosen");
    page.press("#moves-today ~ form button[value=carry-out]").await;
    page.element("#moves-done").await;
    let text = page.text("main").await;
    assert!(text.contains("Genomförd: en"), "{text}");
    page.go("/team").await;
    assert!(
        page.text("main").await.contains("att lämna över i dag"),
        "the rest of that day"
    );
}
