//! The headers of every answer, and the files that browsers keep.

use axum::http::StatusCode;
use web::Settings;
use web::assets::{ASSETS, address};
use web::layers::CONTENT_SECURITY_POLICY;
use web::routes::{ROUTES, Verb};

use crate::support::{Answer, get, pages, site};

fn is_protected(answer: &Answer) {
    for (name, value) in [
        ("content-security-policy", CONTENT_SECURITY_POLICY),
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("referrer-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        assert_eq!(answer.header(name), value, "{name}");
    }
    assert!(answer.header("permissions-policy").contains("camera=()"));
    assert!(!answer.header("x-request-id").is_empty());
}

#[tokio::test]
async fn every_address_answers_with_the_security_headers_and_is_kept_by_nobody() {
    let router = pages().await;
    for route in ROUTES.iter().filter(|route| route.verb == Verb::Get) {
        let answer = get(&router, route.path, &[]).await;
        is_protected(&answer);
        assert_eq!(answer.header("cache-control"), "no-store", "{route:?}");
    }
    is_protected(&get(&router, "/no-such-page", &[]).await);
}

#[test]
fn the_policy_allows_nothing_inside_the_markup_and_nothing_from_elsewhere() {
    assert!(CONTENT_SECURITY_POLICY.starts_with("default-src 'none';"));
    for never in ["unsafe", "http", "*"] {
        assert!(!CONTENT_SECURITY_POLICY.contains(never), "{never}");
    }
    for always in ["frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"] {
        assert!(CONTENT_SECURITY_POLICY.contains(always), "{always}");
    }
}

#[tokio::test]
async fn no_page_has_style_or_script_inside_its_markup() {
    let router = pages().await;
    for address in ["/", "/help", "/about-the-number", "/accessibility", "/no-such-page"] {
        let answer = get(&router, address, &[]).await;
        for inside in ["<style", " style=", " onclick=", "javascript:", "<script>"] {
            assert!(!answer.text().contains(inside), "{address} has {inside}");
        }
    }
}

#[tokio::test]
async fn browsers_keep_a_file_for_good_since_another_content_has_another_address() {
    let router = pages().await;
    for asset in ASSETS {
        let answer = get(&router, &address(asset.name), &[]).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", asset.name);
        assert_eq!(answer.header("content-type"), asset.media_type);
        assert_eq!(answer.header("cache-control"), "public, max-age=31536000, immutable");
        assert_eq!(answer.body, asset.content);
        is_protected(&answer);
        let other = get(&router, &format!("/static/0123456789abcdef/{}", asset.name), &[]).await;
        assert_eq!(
            (other.status, other.header("cache-control")),
            (StatusCode::NOT_FOUND, "no-store")
        );
    }
}

#[tokio::test]
async fn the_pages_name_only_files_that_are_there() {
    let router = pages().await;
    let page = get(&router, "/", &[]).await;
    let mut count = 0;
    for part in page.text().split("\"/static/").skip(1) {
        let name = part.split('"').next().expect("its end");
        assert_eq!(
            get(&router, &format!("/static/{name}"), &[]).await.status,
            StatusCode::OK,
            "{name}"
        );
        count += 1;
    }
    assert!(count >= ASSETS.len(), "{count}");
}

#[tokio::test]
async fn what_is_long_is_sent_compressed_to_those_who_can_read_it() {
    let router = pages().await;
    let answer = get(&router, &address("designsystemet.css"), &[("accept-encoding", "gzip")]).await;
    assert_eq!(answer.header("content-encoding"), "gzip");
    assert!(answer.body.len() < 40_000, "{}", answer.body.len());
}

#[tokio::test]
async fn browsers_are_told_to_keep_to_encryption_where_the_public_address_has_it() {
    assert_eq!(get(&pages().await, "/", &[]).await.header("strict-transport-security"), "");
    let settings = Settings {
        public_address: Some("https://tyngd.example".to_owned()),
        ..Settings::default()
    };
    let router = web::router(&site(settings).await);
    assert!(
        get(&router, "/", &[])
            .await
            .header("strict-transport-security")
            .starts_with("max-age=")
    );
}

#[tokio::test]
async fn a_proxys_number_of_a_request_is_kept_when_it_is_a_plain_one() {
    let router = pages().await;
    let number = "0123-abcd";
    assert_eq!(
        get(&router, "/", &[("x-request-id", number)]).await.header("x-request-id"),
        number
    );
    let odd = get(&router, "/", &[("x-request-id", "Anna Andersson")]).await;
    assert_eq!(odd.header("x-request-id").len(), 36);
}
