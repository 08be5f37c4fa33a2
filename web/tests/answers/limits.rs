//! What is too much: a body, a time, a panic.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use axum::body::Body;
use axum::http::StatusCode;
use axum::routing::{get as answering, post as taking};
use web::{Failure, Server, Settings};

use crate::support::{ask, get, post, said, site};

#[tokio::test]
async fn a_body_above_the_limit_is_refused_whether_or_not_its_length_is_told() {
    let settings = Settings {
        largest_body: 100,
        ..Settings::default()
    };
    let site = site(settings).await;
    let own = axum::Router::new().route(
        "/take",
        taking(|body: axum::body::Bytes| async move { body.len().to_string() }),
    );
    let router = web::layers::dress(own, &site);
    assert_eq!(post(&router, "/take", &[], &"x".repeat(100)).await.text(), "100");
    let told = [("content-length", "101")];
    let answer = ask(&router, "POST", "/take", &told, Body::from("x".repeat(101))).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(answer.text().contains(&said("sv", "failure-too-large-title")));
    let answer = ask(&router, "POST", "/take", &[], Body::from("x".repeat(101))).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn a_request_that_takes_too_long_is_ended_with_a_page() {
    let settings = Settings {
        longest_request: 1,
        ..Settings::default()
    };
    let site = site(settings).await;
    let own = axum::Router::new().route("/slow", answering(|| tokio::time::sleep(Duration::from_mins(1))));
    let answer = get(&web::layers::dress(own, &site), "/slow", &[]).await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(answer.text().contains(&said("sv", "failure-too-slow-title")));
}

#[tokio::test]
async fn what_could_not_be_stored_for_a_moment_is_stored_without_being_sent_again() {
    let site = site(Settings::default()).await;
    let asked = Arc::new(AtomicU32::new(0));
    let count = Arc::clone(&asked);
    let take = move |body: String| {
        let time = count.fetch_add(1, Ordering::SeqCst);
        async move { if time < 2 { Err(Failure::Unavailable) } else { Ok(body) } }
    };
    let router = web::layers::dress(axum::Router::new().route("/take", taking(take)), &site);
    let answer = post(&router, "/take", &[], "all of it").await;
    assert_eq!((answer.status, answer.text()), (StatusCode::OK, "all of it"));
    assert_eq!(asked.load(Ordering::SeqCst), 3);
}

#[tokio::test]
async fn what_may_have_been_stored_is_not_sent_in_again() {
    let site = site(Settings::default()).await;
    let asked = Arc::new(AtomicU32::new(0));
    let count = Arc::clone(&asked);
    let take = move || {
        count.fetch_add(1, Ordering::SeqCst);
        async { Failure::Unsure }
    };
    let router = web::layers::dress(axum::Router::new().route("/take", taking(take)), &site);
    let answer = post(&router, "/take", &[], "").await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(answer.text().contains(&said("sv", "failure-unsure-title")));
    assert_eq!(asked.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_panic_ends_one_request_with_a_page_that_tells_nothing_of_it() {
    async fn panics() {
        panic!("secret");
    }
    let site = site(Settings::default()).await;
    let router = web::layers::dress(axum::Router::new().route("/panics", answering(panics)), &site);
    let answer = get(&router, "/panics", &[("x-request-id", "4711")]).await;
    assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(answer.text().contains(&said("sv", "failure-internal-title")) && answer.text().contains("4711"));
    assert!(!answer.text().contains("secret"));
}

#[tokio::test]
async fn a_server_told_to_stop_finishes_what_it_has_begun() {
    let site = site(Settings::default()).await;
    let own = axum::Router::new().route(
        "/slow",
        answering(|| async {
            tokio::time::sleep(Duration::from_millis(300)).await;
            "done"
        }),
    );
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("its address");
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let server = Server::with_router(listener, web::layers::dress(own, &site), &site);
    let running = tokio::spawn(server.run(async {
        stopped.await.ok();
    }));
    let asking = tokio::spawn(async move { raw_get(address, "/slow").await });
    tokio::time::sleep(Duration::from_millis(100)).await;
    stop.send(()).expect("the server runs");
    assert!(asking.await.expect("no panic").ends_with("done"));
    running.await.expect("no panic").expect("a clean end");
    assert!(
        tokio::net::TcpStream::connect(address).await.is_err(),
        "nothing listens any more"
    );
}

#[tokio::test]
async fn a_server_told_to_stop_does_not_wait_for_ever() {
    let settings = Settings {
        longest_stop: 1,
        ..Settings::default()
    };
    let site = site(settings).await;
    let own = axum::Router::new().route("/slow", answering(|| tokio::time::sleep(Duration::from_secs(20))));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("its address");
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let server = Server::with_router(listener, web::layers::dress(own, &site), &site);
    let running = tokio::spawn(server.run(async {
        stopped.await.ok();
    }));
    tokio::spawn(async move { raw_get(address, "/slow").await });
    tokio::time::sleep(Duration::from_millis(100)).await;
    stop.send(()).expect("the server runs");
    let ended = tokio::time::timeout(Duration::from_secs(5), running).await;
    ended.expect("in time").expect("no panic").expect("a clean end");
}

/// Asks over a real connection, and gives the whole answer.
async fn raw_get(address: std::net::SocketAddr, path: &str) -> String {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    let mut connection = tokio::net::TcpStream::connect(address).await.expect("a connection");
    let request = format!("GET {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\r\n");
    connection.write_all(request.as_bytes()).await.expect("it can be sent");
    let mut answer = String::new();
    connection.read_to_string(&mut answer).await.expect("an answer");
    answer
}
