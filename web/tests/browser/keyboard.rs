//! The pages with the keyboard alone.

use thirtyfour::prelude::*;

use crate::page::{Page, WIDE};

const FOCUSED: &str = "return document.activeElement.id || document.activeElement.className || document.activeElement.tagName";

#[tokio::test(flavor = "multi_thread")]
async fn the_first_key_reaches_a_link_past_the_header() {
    let page = Page::open(WIDE).await;
    page.go("/help").await;
    page.element("body").await.send_keys(Key::Tab).await.expect("a key");
    assert_eq!(page.ask::<String>(FOCUSED).await, "ds-skip-link");
    let link = page.element(".ds-skip-link").await;
    let size = link.rect().await.expect("its place");
    assert!(
        size.width > 100.0 && size.height > 20.0,
        "it shows while it has the focus: {size:?}"
    );
    page.screenshot("skip-link-sv-1280").await;
    link.send_keys(Key::Enter).await.expect("a key");
    assert_eq!(page.ask::<String>(FOCUSED).await, "main");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_link_and_button_is_reached_in_order_and_shows_that_it_is() {
    let page = Page::open(WIDE).await;
    page.go("/").await;
    let expected: usize = page.ask("return document.querySelectorAll('a[href], button').length").await;
    let mark = "const here = document.activeElement; here.dataset.seen = 'yes';
        const style = getComputedStyle(here);
        return style.outlineStyle !== 'none' || style.boxShadow !== 'none' || here.className === 'ds-skip-link'";
    for place in 0..expected {
        let focused = page.browser().active_element().await.expect("an element");
        focused.send_keys(Key::Tab).await.expect("a key");
        assert!(
            page.ask::<bool>(mark).await,
            "the {place}th does not show that it has the focus"
        );
    }
    let seen: usize = page.ask("return document.querySelectorAll('[data-seen]').length").await;
    assert_eq!(seen, expected);
}
