//! What is refused, and how that is said: as a page to a person, as problem details (RFC 9457) to a program.

use axum::http::StatusCode;
use axum::routing::get as answering;
use web::{Failure, Settings};

use crate::support::{get, pages, post, said, site};

#[tokio::test]
async fn a_page_that_is_not_there_says_so_in_the_visitors_language() {
    let router = pages().await;
    for language in ["sv", "en"] {
        let title = said(language, "failure-not-found-title");
        let answer = get(&router, "/no-such-page", &[("accept-language", language)]).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
        assert_eq!(answer.header("content-type"), "text/html; charset=utf-8");
        assert!(answer.text().contains(&format!("{title}</h1>")), "{}", answer.text());
        assert!(answer.text().contains("<nav"), "the way on is there");
    }
}

#[tokio::test]
async fn a_program_is_answered_with_problem_details() {
    let router = pages().await;
    let answer = get(
        &router,
        "/api/no-such-thing",
        &[("accept-language", "en"), ("x-request-id", "42")],
    )
    .await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert_eq!(answer.header("content-type"), "application/problem+json");
    let problem: serde_json::Value = serde_json::from_slice(&answer.body).expect("JSON");
    assert_eq!(problem["title"], said("en", "api-status-404"));
    assert_eq!(problem["remedy"], said("en", "api-not-found-remedy"));
    assert_eq!((&problem["status"], &problem["code"]), (&404.into(), &"not-found".into()));
    assert_eq!(problem["request_id"], "42");
    assert!(problem["detail"].as_str().is_some_and(|detail| detail.len() > 20));
}

#[tokio::test]
async fn an_address_used_in_another_way_says_in_which_it_can_be() {
    let router = pages().await;
    let answer = post(&router, "/help", &[], "").await;
    assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(answer.header("allow"), "GET,HEAD");
    assert!(answer.text().contains(&said("sv", "failure-method-not-allowed-title")));
}

#[tokio::test]
async fn a_form_from_another_site_is_refused_and_changes_nothing() {
    let router = pages().await;
    let form = "language=en&to=%2F";
    for headers in [
        vec![("sec-fetch-site", "cross-site")],
        vec![("sec-fetch-site", "same-site")],
        vec![("origin", "https://elsewhere.example")],
        vec![("origin", "null")],
    ] {
        let answer = post(&router, "/language", &headers, form).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{headers:?}");
        assert_eq!(answer.header("set-cookie"), "");
        assert!(answer.text().contains(&said("sv", "failure-other-site-title")), "{headers:?}");
    }
    for headers in [
        vec![("sec-fetch-site", "same-origin")],
        vec![("origin", "http://tyngd.example")],
        vec![],
    ] {
        assert_eq!(
            post(&router, "/language", &headers, form).await.status,
            StatusCode::SEE_OTHER,
            "{headers:?}"
        );
    }
}

#[tokio::test]
async fn a_form_from_the_public_address_is_taken_also_when_a_proxy_changes_the_host() {
    let settings = Settings {
        public_address: Some("https://public.example".to_owned()),
        ..Settings::default()
    };
    let router = web::router(&site(settings).await);
    let answer = post(
        &router,
        "/language",
        &[("origin", "https://public.example")],
        "language=en&to=%2F",
    )
    .await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_form_that_cannot_be_understood_is_answered_with_a_page() {
    let router = pages().await;
    for form in ["", "language=xx&to=%2F", "to=%2F"] {
        let answer = post(&router, "/language", &[], form).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{form}");
        assert!(answer.text().contains(&said("sv", "failure-bad-request-title")), "{form}");
    }
}

#[tokio::test]
async fn a_thing_one_may_not_see_is_answered_as_one_that_is_not_there() {
    let site = site(Settings::default()).await;
    let own = axum::Router::new()
        .route("/hidden", answering(|| async { StatusCode::FORBIDDEN }))
        .route("/missing", answering(|| async { Failure::NotFound }));
    let router = web::layers::dress(own, &site);
    let hidden = get(&router, "/hidden", &[]).await;
    let missing = get(&router, "/missing", &[]).await;
    assert_eq!(
        (hidden.status, missing.status),
        (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND)
    );
    assert_eq!(hidden.text().replace("/hidden", "/missing"), missing.text());
}

#[tokio::test]
async fn every_failure_has_a_page_and_problem_details_in_both_languages() {
    let site = site(Settings::default()).await;
    for failure in Failure::ALL {
        let own = axum::Router::new()
            .route("/page", answering(move || async move { failure }))
            .route("/api/thing", answering(move || async move { failure }));
        let router = web::layers::dress(own, &site);
        for language in ["sv", "en"] {
            let page = get(&router, "/page", &[("accept-language", language)]).await;
            assert_eq!(page.status, failure.status());
            assert!(!page.text().contains("failure-"), "{failure:?} has no words in {language}");
            assert_eq!(page.text().contains("class=\"prose\""), page.text().contains("<h1"));
            let problem = get(&router, "/api/thing", &[("accept-language", language)]).await;
            let problem: serde_json::Value = serde_json::from_slice(&problem.body).expect("JSON");
            assert_eq!(problem["status"], failure.status().as_u16());
        }
    }
}
