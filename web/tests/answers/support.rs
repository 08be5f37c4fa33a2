//! A site in memory, and ways to ask it.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use http_body_util::BodyExt as _;
use jiff::civil::date;
use jiff::tz::TimeZone;
use store::Store;
use tower::ServiceExt as _;
use web::language::Locale;
use web::{Settings, Site, Texts, Tr, probe_of};

/// What was answered.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    /// The body as text.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("text")
    }

    /// A header, empty when it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("plain text"))
    }
}

/// A site on an empty database in memory, on the last day of October 2026.
pub async fn site(settings: Settings) -> Site {
    let store = Store::open("sqlite::memory:").await.expect("a database");
    let now = date(2026, 10, 31).at(9, 0, 0, 0).to_zoned(TimeZone::UTC).expect("a moment");
    let probe = probe_of(&store);
    Site::new(store, Arc::new(move || now.clone()), probe, settings, Texts::embedded())
}

/// A site of another process on the same database, with accounts whose passwords take no time to check.
pub fn site_on(store: Store) -> Site {
    site_at(store, 0)
}

/// The same, so many seconds later.
pub fn site_at(store: Store, seconds: i64) -> Site {
    let settings = Settings {
        accounts: crate::municipality::accounts(),
        ..Settings::default()
    };
    site_with(store, settings, seconds)
}

/// The same with these settings.
pub fn site_with(store: Store, settings: Settings, seconds: i64) -> Site {
    site_by_clock(store, settings, Arc::new(AtomicI64::new(seconds)))
}

/// The same, by a clock that a test sets.
pub fn site_by(store: Store, seconds: Arc<AtomicI64>) -> Site {
    site_by_clock(store, Settings::default(), seconds)
}

fn site_by_clock(store: Store, settings: Settings, seconds: Arc<AtomicI64>) -> Site {
    let start = date(2026, 10, 31).at(9, 0, 0, 0).to_zoned(TimeZone::UTC).expect("a moment");
    let clock = move || &start + jiff::SignedDuration::from_secs(seconds.load(Ordering::Relaxed));
    let probe = probe_of(&store);
    Site::new(store, Arc::new(clock), probe, settings, Texts::embedded())
}

/// A sentence of the pages, in the language with this code.
pub fn said(language: &str, id: &str) -> String {
    let locale = Locale::of_code(language).expect("a language");
    Tr::new(Arc::new(Texts::embedded()), locale).text(id)
}

/// All pages, with the settings that come without a file.
pub async fn pages() -> Router {
    web::router(&site(Settings::default()).await)
}

/// Asks for a page, with headers as pairs.
pub async fn get(router: &Router, address: &str, headers: &[(&str, &str)]) -> Answer {
    ask(router, "GET", address, headers, Body::empty()).await
}

/// Sends a form, with headers as pairs.
pub async fn post(router: &Router, address: &str, headers: &[(&str, &str)], form: &str) -> Answer {
    let mut headers = headers.to_vec();
    headers.push(("content-type", "application/x-www-form-urlencoded"));
    ask(router, "POST", address, &headers, Body::from(form.to_owned())).await
}

/// Asks in any way.
pub async fn ask(router: &Router, method: &str, address: &str, headers: &[(&str, &str)], body: Body) -> Answer {
    let mut request = Request::builder().method(method).uri(address).header("host", "tyngd.example");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let answer = router
        .clone()
        .oneshot(request.body(body).expect("a request"))
        .await
        .expect("the router always answers");
    let (parts, body) = answer.into_parts();
    Answer {
        status: parts.status,
        headers: parts.headers,
        body: body.collect().await.expect("a body").to_bytes().to_vec(),
    }
}
