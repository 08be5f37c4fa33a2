//! Administration, accounts and the own account in a browser: in every window and language, with faults, and without JavaScript.

use store::second_factor::{code_at, secret_of};
use web::language::Locale;

use crate::municipality::{PASSWORD, TODAY};
use crate::page::{NARROW, Page, WIDE, WINDOWS, Window};
use crate::signed_in::sign_in;

/// The page as it is open holds in every window; nothing is sent again.
pub async fn stands(page: &mut Page, locale: Locale, name: &str) {
    for window in WINDOWS {
        page.see(Window { locale, ..window }).await;
        let scheme = if window.is_dark { "-dark" } else { "" };
        page.holds(&format!("{name}-{}-{}{scheme}", locale.code(), window.width))
            .await;
    }
}

pub async fn write(page: &Page, selector: &str, text: &str) {
    let field = page.element(selector).await;
    field.clear().await.expect("is emptied");
    field.send_keys(text).await.expect("is written");
}

/// Opens the first part of the page that is folded, and waits until it stands still.
pub async fn open_first(page: &Page) {
    page.element("main details summary").await.click().await.expect("opens");
    let mut height = 0.0;
    loop {
        let now = page.element("main details").await.rect().await.expect("its place").height;
        if now > 100.0 && (now - height).abs() < 0.5 {
            return;
        }
        height = now;
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
}

/// The code that an app shows for the secret on the page.
async fn code(page: &Page) -> String {
    let secret = page
        .element("[name=secret]")
        .await
        .attr("value")
        .await
        .expect("asks")
        .expect("a value");
    let at = TODAY.at(9, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC).expect("a moment");
    code_at(&secret_of(&secret).expect("a secret"), at.timestamp())
}

#[tokio::test(flavor = "multi_thread")]
async fn accounts_hold_in_both_languages_also_with_faults() {
    for locale in Locale::ALL {
        let mut page = Page::open_municipality(Window { locale, ..WIDE }).await;
        sign_in(&page, "administrator").await;
        page.complaints().await;
        assert_eq!(page.path().await, "/administration");
        stands(&mut page, locale, "administration").await;
        page.go("/accounts").await;
        stands(&mut page, locale, "accounts").await;
        page.go("/accounts/new").await;
        stands(&mut page, locale, "accounts-new").await;
        assert_eq!(page.complaints().await, Vec::<String>::new());
        page.see(Window { locale, ..WIDE }).await;
        write(&page, "#name", "a b").await;
        write(&page, "#person", "nobody").await;
        page.press("#main form button[type=submit]").await;
        stands(&mut page, locale, "accounts-new-refused").await;
        page.see(Window { locale, ..WIDE }).await;
        write(&page, "#name", "ny.person").await;
        write(&page, "#display", "Ny Person").await;
        write(&page, "#person", "1003").await;
        page.press("#main form button[type=submit]").await;
        page.element(".told").await;
        stands(&mut page, locale, "accounts-told").await;
        page.press("#main .ways a").await;
        page.complaints().await; // that an answer was 422
        stands(&mut page, locale, "accounts-one").await;
        page.see(Window { locale, ..WIDE }).await;
        open_first(&page).await;
        write(&page, "#last", "2020-01-01").await;
        page.press("details[open] form button[type=submit]").await;
        page.element("#error-summary").await;
        stands(&mut page, locale, "accounts-one-refused").await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn tokens_hold_in_both_languages_also_with_faults() {
    for locale in Locale::ALL {
        let mut page = Page::open_municipality(Window { locale, ..WIDE }).await;
        sign_in(&page, "administrator").await;
        page.complaints().await;
        page.go("/tokens").await;
        stands(&mut page, locale, "tokens-none").await;
        page.see(Window { locale, ..WIDE }).await;
        write(&page, "#name", "import-hr").await;
        page.press("#main form button[type=submit]").await;
        page.element("#error-summary").await;
        stands(&mut page, locale, "tokens-refused").await;
        page.see(Window { locale, ..WIDE }).await;
        page.element("#role option[value=hr]").await.click().await.expect("is chosen");
        page.press("#main form button[type=submit]").await;
        page.element(".told").await;
        stands(&mut page, locale, "tokens-told").await;
        page.press("#main .ways a").await;
        page.complaints().await; // that an answer was 422
        stands(&mut page, locale, "tokens").await;
        page.see(Window { locale, ..WIDE }).await;
        page.press("#main table form button").await;
        stands(&mut page, locale, "tokens-revoked").await;
        assert_eq!(page.complaints().await, Vec::<String>::new());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_own_account_holds_in_both_languages_also_with_faults() {
    for locale in Locale::ALL {
        let mut page = Page::open_municipality(Window { locale, ..WIDE }).await;
        sign_in(&page, "caseworker").await;
        page.complaints().await;
        page.press(".site-person").await;
        assert_eq!(page.path().await, "/account");
        stands(&mut page, locale, "account").await;
        page.go("/account/password").await;
        stands(&mut page, locale, "account-password").await;
        page.go("/account/second-factor").await;
        stands(&mut page, locale, "account-factor").await;
        assert_eq!(page.complaints().await, Vec::<String>::new());
        page.see(Window { locale, ..WIDE }).await;
        write(&page, "#code", "123").await;
        page.press("#main form button[type=submit]").await;
        page.element("#error-summary").await;
        stands(&mut page, locale, "account-factor-refused").await;
        page.see(Window { locale, ..WIDE }).await;
        let shown = code(&page).await;
        write(&page, "#code", &shown).await;
        page.press("#main form button[type=submit]").await;
        page.element(".codes").await;
        stands(&mut page, locale, "account-codes").await;
        page.go("/account").await;
        stands(&mut page, locale, "account-with-factor").await;
        page.go("/account/second-factor").await;
        stands(&mut page, locale, "account-factor-remove").await;
        page.go("/account/password").await;
        page.see(Window { locale, ..WIDE }).await;
        page.press("#main form button[type=submit]").await;
        page.element("#error-summary").await;
        stands(&mut page, locale, "account-password-refused").await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_javascript_a_password_is_changed_and_a_role_given() {
    let without = Window {
        has_javascript: false,
        ..NARROW
    };
    let page = Page::open_municipality(without).await;
    sign_in(&page, "administrator").await;
    page.go("/account/password").await;
    write(&page, "#present", PASSWORD).await;
    write(&page, "#password", "en annan mening").await;
    write(&page, "#again", "en annan mening").await;
    page.press("#main form button[type=submit]").await;
    assert!(page.text("[role=status]").await.contains("bytt"));
    page.go("/accounts").await;
    page.press("tbody tr:first-child a").await;
    open_first(&page).await;
    let role = page.element("#role option[value=head]").await;
    role.click().await.expect("is chosen");
    page.press("details[open] form button[type=submit]").await;
    assert!(page.text("#main").await.contains("Chef"));
}
