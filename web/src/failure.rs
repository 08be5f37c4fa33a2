//! Why a request could not be answered, as a page in the visitor's language, or for programs as problem details (RFC 9457).

use askama::Template;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use store::StoreError;
use tower_http::csrf::ProtectionError;

use crate::api;
use crate::api::problem::Refusal;
use crate::page::{Page, Shown, Visit};
use crate::site::Site;
use crate::texts::Tr;

/// Why a request could not be answered.
///
/// There is none for "you may not": to one who may not see a thing it is not there ([`Failure::NotFound`]), so that nothing tells
/// whether it exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// What was sent cannot be understood.
    BadRequest,
    /// A form was sent from another site than ours.
    OtherSite,
    /// There is no such page, or not for this visitor.
    NotFound,
    /// The address exists but not in this way.
    MethodNotAllowed,
    /// More was sent than is read.
    TooLarge,
    /// It took too long.
    TooSlow,
    /// The database does not answer, for now.
    Unavailable,
    /// The database went away while it was storing, and it is not known whether it did.
    Unsure,
    /// A fault of ours.
    Internal,
}

impl Failure {
    /// Every kind.
    pub const ALL: [Self; 9] = [
        Self::BadRequest,
        Self::OtherSite,
        Self::NotFound,
        Self::MethodNotAllowed,
        Self::TooLarge,
        Self::TooSlow,
        Self::Unavailable,
        Self::Unsure,
        Self::Internal,
    ];

    /// The status of HTTP.
    #[must_use]
    pub const fn status(self) -> StatusCode {
        match self {
            Self::BadRequest => StatusCode::BAD_REQUEST,
            Self::OtherSite => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooSlow | Self::Unavailable | Self::Unsure => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// What the ids of its sentences begin with: `-title` and `-text` follow.
    #[must_use]
    pub const fn text_id(self) -> &'static str {
        match self {
            Self::BadRequest => "failure-bad-request",
            Self::OtherSite => "failure-other-site",
            Self::NotFound => "failure-not-found",
            Self::MethodNotAllowed => "failure-method-not-allowed",
            Self::TooLarge => "failure-too-large",
            Self::TooSlow => "failure-too-slow",
            Self::Unavailable => "failure-unavailable",
            Self::Unsure => "failure-unsure",
            Self::Internal => "failure-internal",
        }
    }

    /// What an answer with an error status means that says nothing itself: a layer's, or a refused part of a request.
    fn of_answer(answer: &Response) -> Self {
        if answer.extensions().get::<ProtectionError>().is_some() {
            return Self::OtherSite;
        }
        match answer.status() {
            StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN | StatusCode::NOT_FOUND => Self::NotFound,
            StatusCode::METHOD_NOT_ALLOWED => Self::MethodNotAllowed,
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge,
            StatusCode::REQUEST_TIMEOUT => Self::TooSlow,
            status if status.is_client_error() => Self::BadRequest,
            _ => Self::Internal,
        }
    }
}

impl IntoResponse for Failure {
    /// The status alone; [`show`], which knows the visitor's language, writes the page.
    fn into_response(self) -> Response {
        let mut answer = self.status().into_response();
        answer.extensions_mut().insert(self);
        answer
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        if matches!(error, StoreError::NotThere | StoreError::NotAllowed { .. }) {
            return Self::NotFound;
        }
        tracing::error!(%error, "the database refused");
        match error {
            StoreError::Busy | StoreError::ConnectionLost { .. } => Self::Unavailable,
            StoreError::Unsure { .. } => Self::Unsure,
            _ => Self::Internal,
        }
    }
}

impl From<askama::Error> for Failure {
    fn from(error: askama::Error) -> Self {
        tracing::error!(%error, "a template could not be filled in");
        Self::Internal
    }
}

/// An error page.
#[derive(Template)]
#[template(path = "failure.html")]
struct FailurePage {
    page: Page,
    text: String,
    request: Option<String>,
}

/// Gives each answer with an error status its page, or its problem details where a program asked (`/api`).
///
/// An answer that is a page already is left alone: a form with its errors, for instance.
pub(crate) async fn show(State(site): State<Site>, request: Request, next: Next) -> Response {
    let visit = Visit::of_request(request.headers(), request.uri(), None, &site);
    let is_api = api::is_of_api(request.uri().path());
    let for_programs = is_api.then(|| Tr::of_program(request.headers(), &site));
    let number = number_of(request.headers());
    let answer = next.run(request).await;
    if !(answer.status().is_client_error() || answer.status().is_server_error()) || is_written(&answer) {
        return answer;
    }
    let failure = answer
        .extensions()
        .get::<Failure>()
        .copied()
        .unwrap_or_else(|| Failure::of_answer(&answer));
    let refusal = answer.extensions().get::<Refusal>().cloned();
    let mut shown = match for_programs {
        Some(tr) => refusal.unwrap_or_else(|| failure.into()).written(&tr, number),
        None => failure_page(failure, &visit, number),
    };
    if let Some(allowed) = answer.headers().get(header::ALLOW) {
        shown.headers_mut().insert(header::ALLOW, allowed.clone());
    }
    shown
}

fn failure_page(failure: Failure, visit: &Visit, request: Option<String>) -> Response {
    let id = failure.text_id();
    let page = visit.page(&format!("{id}-title"));
    let text = page.tr.text(&format!("{id}-text"));
    // The number helps whoever searches the log for a fault of ours; elsewhere it would only worry.
    let request = request.filter(|_| failure.status().is_server_error());
    Shown::new(&FailurePage { page, text, request })
        .with_status(failure.status())
        .into_response()
}

fn is_written(answer: &Response) -> bool {
    let media_type = answer.headers().get(header::CONTENT_TYPE);
    media_type.and_then(|value| value.to_str().ok()).is_some_and(|value| {
        ["text/html", "application/problem+json"]
            .iter()
            .any(|start| value.starts_with(start))
    })
}

fn number_of(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(crate::layers::REQUEST_NUMBER)?;
    value.to_str().ok().map(str::to_owned)
}
