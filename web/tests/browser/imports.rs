//! Importing in a browser: in every window and language, with faults, and without JavaScript.

use std::path::PathBuf;

use web::language::Locale;

use crate::page::{NARROW, Page, WIDE, Window};
use crate::signed_in::sign_in;

const CASES: &str = "Ärendenummer;Ärendetyp;Skede;Startdatum;Handläggare;Antal barn;Tolk\n\
    A-1;Barn och unga;Utredning;2026-09-02;1001;2;Ja\n\
    A-2;Barn och unga;Insats;2026-09-03;1002;1;Nej\n\
    A-3;Barn och unga;Utredning;2026-99-02;1001;2;Nej\n\
    A-4;Barn och unga;Utredning;2026-09-02;640823-3234;2;Ja\n";

fn list(folder: &tempfile::TempDir) -> PathBuf {
    let path = folder.path().join("arenden.csv");
    std::fs::write(&path, CASES).expect("is written");
    path
}

async fn choose(page: &Page, path: &std::path::Path) {
    let field = page.element("#files").await;
    field.send_keys(path.display().to_string()).await.expect("is chosen");
}

/// Waits until the import under way is done with what it does.
async fn settled(page: &Page) {
    for _ in 0..200 {
        page.go("/import/current").await;
        if !page.text("h1").await.is_empty() && page.browser().find(thirtyfour::By::Css("main .facts")).await.is_ok() {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    panic!("the import never ends");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pages_of_an_import_hold_in_both_languages_also_with_faults() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = list(&folder);
    for locale in [Locale::Swedish, Locale::English] {
        let mut page = Page::open_municipality(Window { locale, ..WIDE }).await;
        sign_in(&page, "administrator").await;
        page.complaints().await;
        page.go("/import").await;
        page.press("main form button").await;
        page.element("#error-summary").await;
        page.complaints().await; // that the answer was 422
        page.holds_in_windows(locale, "import-refused").await;
        choose(&page, &path).await;
        page.press("main form button").await;
        page.element("#f0-kind").await;
        page.holds_everywhere(locale, "import-columns").await;
        page.press("button[value=try]").await;
        page.element("#error-summary").await;
        page.complaints().await;
        page.holds_in_windows(locale, "import-columns-refused").await;
        page.element("#id").await.send_keys("listan").await.expect("is written");
        page.element("#source").await.send_keys("systemet").await.expect("is written");
        page.press("button[value=try]").await;
        settled(&page).await;
        page.holds_everywhere(locale, "import-tried").await;
        page.press("form[action='/import/mappings'] button").await;
        page.press("form[action='/import/take-in'] button").await;
        settled(&page).await;
        page.holds_everywhere(locale, "import-done").await;
        page.press("main > form[action='/import/give-up'] button").await;
        page.element("#history").await;
        page.holds_everywhere(locale, "import").await;
        assert_eq!(page.complaints().await, Vec::<String>::new());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_javascript_a_list_is_mapped_tried_and_stored() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = list(&folder);
    let page = Page::open_municipality(Window {
        has_javascript: false,
        ..NARROW
    })
    .await;
    sign_in(&page, "administrator").await;
    page.go("/import").await;
    choose(&page, &path).await;
    page.press("main form button").await;
    page.element("#id").await.send_keys("listan").await.expect("is written");
    page.element("#source").await.send_keys("systemet").await.expect("is written");
    page.press("button[value=try]").await;
    settled(&page).await;
    page.press("form[action='/import/take-in'] button").await;
    settled(&page).await;
    let text = page.text("main").await;
    assert!(
        text.contains("Listorna är inlästa") && text.contains("Avvisade rader"),
        "{text}"
    );
    assert!(!text.contains("3234"));
}
