//! What is looked after, in a browser: people, the organisation, logs, actions and settings, also with faults and without JavaScript.

use web::language::Locale;

use crate::accounts::{open_first, stands, write};
use crate::page::{NARROW, Page, WIDE, Window};
use crate::signed_in::sign_in;

async fn by_administrator(locale: Locale) -> Page {
    let page = Page::open_municipality(Window { locale, ..WIDE }).await;
    sign_in(&page, "supervisor").await;
    page.go("/team").await;
    page.press("tbody a").await;
    page.press(".site-account button").await;
    sign_in(&page, "administrator").await;
    page.complaints().await;
    page
}

#[tokio::test(flavor = "multi_thread")]
async fn the_logs_and_the_review_hold_in_both_languages_also_with_faults() {
    for locale in Locale::ALL {
        let mut page = by_administrator(locale).await;
        page.go("/event-log").await;
        stands(&mut page, locale, "event-log").await;
        page.see(Window { locale, ..WIDE }).await;
        page.press("form[method=post][action='/event-log'] button").await;
        stands(&mut page, locale, "event-log-checked").await;
        page.go("/access-review").await;
        stands(&mut page, locale, "access-review").await;
        page.see(Window { locale, ..WIDE }).await;
        page.press("#main form button").await;
        page.element("#finding").await;
        stands(&mut page, locale, "access-review-open").await;
        assert_eq!(page.complaints().await, Vec::<String>::new());
        page.see(Window { locale, ..WIDE }).await;
        page.press("#main form button").await;
        page.element("#error-summary").await;
        stands(&mut page, locale, "access-review-refused").await;
        page.see(Window { locale, ..WIDE }).await;
        write(&page, "#finding", "Allt hade ett skäl.").await;
        page.press("#main form button").await;
        page.element(".written").await;
        stands(&mut page, locale, "access-review-signed").await;
        page.go("/event-log?from=2026-02-30").await;
        stands(&mut page, locale, "event-log-refused").await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn actions_and_settings_hold_in_both_languages_also_with_faults() {
    for locale in Locale::ALL {
        let mut page = by_administrator(locale).await;
        page.go("/action-kinds?kind=relief").await;
        stands(&mut page, locale, "action-kinds").await;
        page.go("/settings").await;
        stands(&mut page, locale, "settings").await;
        assert_eq!(page.complaints().await, Vec::<String>::new());
        page.see(Window { locale, ..WIDE }).await;
        write(&page, "#group-limit", "4").await;
        page.press("#main form button").await;
        page.element("#error-summary").await;
        stands(&mut page, locale, "settings-refused").await;
        page.see(Window { locale, ..WIDE }).await;
        write(&page, "#group-limit", "8").await;
        page.press("#main form button").await;
        page.element("[role=status]").await;
        stands(&mut page, locale, "settings-saved").await;
        page.go("/action-kinds").await;
        page.see(Window { locale, ..WIDE }).await;
        page.press("#main form button").await;
        page.element("#error-summary").await;
        stands(&mut page, locale, "action-kinds-refused").await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn people_and_the_organisation_hold_in_both_languages_also_with_faults() {
    for locale in Locale::ALL {
        let mut page = by_administrator(locale).await;
        page.go("/people").await;
        stands(&mut page, locale, "people").await;
        page.see(Window { locale, ..WIDE }).await;
        page.press("tbody a").await;
        stands(&mut page, locale, "people-one").await;
        page.go("/organisation").await;
        stands(&mut page, locale, "organisation").await;
        page.go("/organisation/south").await;
        stands(&mut page, locale, "organisation-one").await;
        assert_eq!(page.complaints().await, Vec::<String>::new());
        page.see(Window { locale, ..WIDE }).await;
        page.press("#main form button").await;
        page.press("#main section:last-of-type form button").await;
        page.element("#error-summary").await;
        stands(&mut page, locale, "organisation-one-refused").await;
        page.go("/organisation").await;
        page.see(Window { locale, ..WIDE }).await;
        page.press("#main form button").await;
        page.element("#error-summary").await;
        stands(&mut page, locale, "organisation-refused").await;
        page.go("/people").await;
        page.see(Window { locale, ..WIDE }).await;
        page.press("tbody a").await;
        open_first(&page).await;
        page.press("details[open] form button").await;
        page.element("#error-summary").await;
        stands(&mut page, locale, "people-one-refused").await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_javascript_a_setting_is_saved_and_a_unit_added() {
    let without = Window {
        has_javascript: false,
        ..NARROW
    };
    let page = Page::open_municipality(without).await;
    sign_in(&page, "administrator").await;
    page.go("/settings").await;
    write(&page, "#organisation", "Exempelkommunen").await;
    page.press("#main form button").await;
    assert_eq!(page.text(".site-organisation").await, "Exempelkommunen");
    page.go("/organisation").await;
    write(&page, "#code", "adults").await;
    write(&page, "#name", "Vuxenenheten").await;
    page.press("#main form button").await;
    assert!(page.text("tbody").await.contains("Vuxenenheten"));
}
