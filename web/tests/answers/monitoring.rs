//! What the municipality's monitoring is told.

use std::sync::Arc;

use axum::http::StatusCode;
use store::Store;
use web::{Settings, Site, Texts};

use crate::support::{get, pages, post, site};

#[tokio::test]
async fn the_program_is_well_while_its_database_answers() {
    let answer = get(&pages().await, "/health", &[]).await;
    assert_eq!((answer.status, answer.text()), (StatusCode::OK, "ok\n"));
    let store = Store::open("sqlite::memory:").await.expect("a database");
    let now = site(Settings::default()).await.now();
    let ill = Site::new(
        store,
        Arc::new(move || now.clone()),
        Arc::new(|| Box::pin(async { false })),
        Settings::default(),
        Texts::embedded(),
    );
    let answer = get(&web::router(&ill), "/health", &[]).await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
}

#[tokio::test]
async fn the_counts_are_for_whoever_has_the_password_and_hold_no_address() {
    let settings = Settings {
        metrics_token: Some("sixteen letters and more".to_owned()),
        ..Settings::default()
    };
    let router = web::router(&site(settings).await);
    get(&router, "/help?person=anna", &[]).await;
    get(&router, "/person/anna", &[]).await;
    post(&router, "/help", &[], "").await;
    for headers in [
        vec![],
        vec![("authorization", "Bearer wrong")],
        vec![("authorization", "sixteen letters and more")],
    ] {
        assert_eq!(get(&router, "/metrics", &headers).await.status, StatusCode::NOT_FOUND);
    }
    let answer = get(&router, "/metrics", &[("authorization", "Bearer sixteen letters and more")]).await;
    assert_eq!(answer.status, StatusCode::OK);
    for line in [
        "tyngdpunkt_request_seconds_count{route=\"/help\",method=\"GET\",status=\"200\"} 1",
        "tyngdpunkt_request_seconds_count{route=\"/help\",method=\"POST\",status=\"405\"} 1",
        "tyngdpunkt_request_seconds_count{route=\"(none)\",method=\"GET\",status=\"404\"} 1",
        "tyngdpunkt_request_seconds_count{route=\"/metrics\",method=\"GET\",status=\"404\"} 3",
    ] {
        assert!(
            answer.text().lines().any(|found| found == line),
            "{line} is not in\n{}",
            answer.text()
        );
    }
    assert!(!answer.text().contains("anna"));
}

#[tokio::test]
async fn without_a_password_there_are_no_counts_to_read() {
    let answer = get(&pages().await, "/metrics", &[("authorization", "Bearer ")]).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
}
