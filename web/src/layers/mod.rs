//! What every request passes on its way in and out: number, log, security headers, error pages, limits.

mod again;
mod headers;
mod limits;
mod log;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::HeaderName;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse as _, Response};
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};

use crate::failure::{self, Failure};
use crate::session;
use crate::site::Site;

pub use headers::CONTENT_SECURITY_POLICY;

/// The header with the number of a request, the same in the log and in the answer.
pub const REQUEST_NUMBER: HeaderName = HeaderName::from_static("x-request-id");

/// Puts all layers around the routes. The first named is the outermost: it sees the request first and the answer last.
///
/// The public address of the settings is trusted as an origin of forms as well; one that is no origin is passed over, since
/// [`crate::Settings::check`] has refused it before.
pub fn dress(routes: Router<Site>, site: &Site) -> Router {
    let settings = site.settings();
    let public = settings.public_address.as_deref();
    let csrf = public
        .and_then(|address| CsrfLayer::new().add_trusted_origin(address).ok())
        .unwrap_or_default();
    let layers = ServiceBuilder::new()
        .layer(from_fn(log::forget_odd_number))
        .layer(SetRequestIdLayer::new(REQUEST_NUMBER, MakeRequestUuid))
        .layer(PropagateRequestIdLayer::new(REQUEST_NUMBER))
        .layer(from_fn_with_state(site.clone(), log::record))
        .layer(from_fn_with_state(site.clone(), headers::protect))
        .layer(CompressionLayer::new())
        .layer(from_fn_with_state(site.clone(), failure::show))
        .layer(CatchPanicLayer::custom(|panic| panicked(&panic)))
        .layer(from_fn_with_state(site.clone(), limits::time))
        .layer(csrf)
        .layer(from_fn_with_state(site.clone(), limits::body))
        .layer(DefaultBodyLimit::disable());
    let guard = from_fn_with_state(site.clone(), session::guard);
    routes
        .layer(guard)
        .layer(from_fn(again::ask_again))
        .layer(layers)
        .with_state(site.clone())
}

/// A panic ends one request, not the program; what it says may hold data and is not logged.
fn panicked(_: &Box<dyn std::any::Any + Send>) -> Response {
    tracing::error!("a request ended in a panic");
    Failure::Internal.into_response()
}
