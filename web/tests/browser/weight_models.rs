//! The weight models in a browser: in every window and language, with faults, and without JavaScript.

use web::language::Locale;

use crate::page::{NARROW, Page, WIDE, Window};
use crate::signed_in::sign_in;

async fn write(page: &Page, selector: &str, text: &str) {
    let field = page.element(selector).await;
    field.clear().await.expect("is emptied");
    field.send_keys(text).await.expect("is written");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pages_of_weight_models_hold_in_both_languages_also_with_faults() {
    for locale in [Locale::Swedish, Locale::English] {
        let mut page = Page::open_municipality(Window { locale, ..WIDE }).await;
        sign_in(&page, "administrator").await;
        page.complaints().await;
        page.go("/weight-models").await;
        page.holds_everywhere(locale, "weight-models").await;
        page.press("main section p a").await;
        page.holds_everywhere(locale, "weight-model").await;
        page.go("/weight-models").await;
        page.press("form[action$=drafts] button").await;
        page.holds_everywhere(locale, "weight-model-draft").await;
        write(&page, "#case-0-points", "tio").await;
        write(&page, "#head-version", "").await;
        page.press("button[value=effect]").await;
        page.element("#error-summary").await;
        page.complaints().await; // that the answer was 422
        page.holds_in_windows(locale, "weight-model-draft-refused").await;
        write(&page, "#case-0-points", "12,5").await;
        write(&page, "#head-version", "2027-01").await;
        page.press("button[value=effect]").await;
        page.element("#whole").await;
        page.holds_everywhere(locale, "weight-model-effect").await;
        page.press("main .ways a[href$=adopt]").await;
        page.press("main form.stacked button").await;
        page.element("#error-summary").await;
        page.complaints().await;
        page.holds_in_windows(locale, "weight-model-adopt-refused").await;
        assert_eq!(page.complaints().await, Vec::<String>::new());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_javascript_a_new_version_is_made_compared_and_adopted() {
    let page = Page::open_municipality(Window {
        has_javascript: false,
        ..NARROW
    })
    .await;
    sign_in(&page, "administrator").await;
    page.go("/weight-models").await;
    page.press("form[action$=drafts] button").await;
    page.press("button[value=duty]").await;
    write(&page, "#head-version", "2027-01").await;
    write(&page, "#case-1-points", "11,5").await;
    page.press("button[value=effect]").await;
    assert!(page.text("main").await.contains("9 personer räknas"));
    page.press("main .ways a[href$=adopt]").await;
    page.element("#reason")
        .await
        .send_keys("Beslut i nämnden")
        .await
        .expect("is written");
    page.press("main form.stacked button").await;
    let text = page.text("main").await;
    assert!(text.contains("1 november 2026") && text.contains("11,5"), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_supervisor_sees_what_a_draft_would_do_to_the_own_team() {
    let mut page = Page::open_municipality(WIDE).await;
    sign_in(&page, "administrator").await;
    page.go("/weight-models").await;
    page.press("form[action$=drafts] button").await;
    write(&page, "#head-version", "2027-01").await;
    write(&page, "#case-1-points", "5").await;
    page.press("button[value=stay].ds-button").await;
    page.press("form[action='/sign-out'] button").await;
    sign_in(&page, "supervisor").await;
    page.complaints().await;
    page.go("/weight-models").await;
    page.press("main .ds-list a").await;
    assert!(page.text("main").await.contains("Anna Ek"));
    page.holds_everywhere(Locale::Swedish, "weight-model-effect-team").await;
}
