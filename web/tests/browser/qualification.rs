//! Qualification and the needs of a case in a browser, in both languages, also with faults and without JavaScript.

use web::language::Locale;

use crate::accounts::{open_first, stands, write};
use crate::page::{NARROW, Page, WIDE, Window};
use crate::signed_in::sign_in;

#[tokio::test(flavor = "multi_thread")]
async fn qualification_holds_in_both_languages_also_with_faults() {
    for locale in Locale::ALL {
        let mut page = Page::open_municipality(Window { locale, ..WIDE }).await;
        sign_in(&page, "supervisor").await;
        page.go("/team").await;
        stands(&mut page, locale, "team-with-alarm").await;
        page.see(Window { locale, ..WIDE }).await;
        page.go("/qualification").await;
        page.element("tbody summary").await.click().await.expect("opens");
        stands(&mut page, locale, "qualification").await;
        page.see(Window { locale, ..WIDE }).await;
        page.press(".site-account button").await;
        sign_in(&page, "hr").await;
        page.go("/qualification").await;
        page.press("tbody a").await;
        open_first(&page).await;
        stands(&mut page, locale, "qualification-one").await;
        page.see(Window { locale, ..WIDE }).await;
        page.press("details[open] form button").await;
        page.element("#error-summary").await;
        stands(&mut page, locale, "qualification-one-refused").await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn needs_of_a_case_hold_in_both_languages_also_with_faults() {
    for locale in Locale::ALL {
        let mut page = Page::open_municipality(Window { locale, ..WIDE }).await;
        sign_in(&page, "supervisor").await;
        page.go("/cases/R-0/needs").await;
        stands(&mut page, locale, "needs").await;
        page.see(Window { locale, ..WIDE }).await;
        open_first(&page).await;
        write(&page, "#language-value", "somaliska").await;
        page.press("details[open] form button").await;
        assert!(page.text("tbody").await.contains("somaliska"));
        stands(&mut page, locale, "needs-said").await;
        page.see(Window { locale, ..WIDE }).await;
        open_first(&page).await;
        page.press("details[open] form button").await;
        page.element("#error-summary").await;
        stands(&mut page, locale, "needs-refused").await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_javascript_a_need_is_said() {
    let without = Window {
        has_javascript: false,
        ..NARROW
    };
    let page = Page::open_municipality(without).await;
    sign_in(&page, "supervisor").await;
    page.go("/cases/R-0/needs").await;
    open_first(&page).await;
    write(&page, "#language-value", "arabiska").await;
    page.press("details[open] form button").await;
    assert!(page.text("tbody").await.contains("arabiska"));
}
