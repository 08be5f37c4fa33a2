//! The pages that say what went wrong.

use axum::routing::get;
use web::language::Locale;
use web::{Failure, Settings, routes};

use crate::page::{Page, WIDE, WINDOWS, Window};

#[tokio::test(flavor = "multi_thread")]
async fn every_failure_has_a_page_that_holds_in_both_languages() {
    let mut all = routes::undressed();
    for failure in Failure::ALL {
        all = all.route(&format!("/{}", failure.text_id()), get(move || async move { failure }));
    }
    let mut page = Page::open_with(WIDE, Settings::default(), all).await;
    for window in WINDOWS {
        for locale in Locale::ALL {
            page.see(Window { locale, ..window }).await;
            for failure in Failure::ALL {
                let id = failure.text_id();
                page.go(&format!("/{id}")).await;
                let heading = page.text("h1").await;
                assert!(page.browser().title().await.expect("a title").starts_with(&heading));
                assert_eq!(page.violations().await, Vec::<String>::new(), "{id}");
                assert_eq!(page.sideways().await, Vec::<String>::new(), "{id}");
            }
            page.screenshot(&format!("failure-{}-{}-{}", locale.code(), window.width, window.is_dark))
                .await;
        }
    }
}
