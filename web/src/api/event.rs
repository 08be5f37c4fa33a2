//! The event log: who changed what and when.

use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use serde::Serialize;
use store::log::Event;
use utoipa::ToSchema;

use super::answer::{Page, Paging};
use super::ask::Asked;
use super::problem::Refusal;
use crate::session::SignedIn;
use crate::site::Site;

/// An entry of the log.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct EventOf {
    /// Its number, from 1, without gaps.
    pub sequence: i64,
    /// When.
    pub at: jiff::Timestamp,
    /// Who; the name of a token begins with `token:`.
    pub actor: String,
    /// What was done.
    #[schema(example = "import")]
    pub action: String,
    /// To what.
    pub subject: String,
    /// Before and after; null when they were erased.
    pub details: Option<serde_json::Value>,
}

impl From<Event> for EventOf {
    fn from(event: Event) -> Self {
        Self {
            sequence: event.sequence,
            at: event.at,
            actor: event.actor,
            action: event.action,
            subject: event.subject,
            details: event.details.and_then(|details| serde_json::from_str(&details).ok()),
        }
    }
}

/// The event log.
///
/// In the order in which it was written.
#[utoipa::path(get, path = "/api/v1/events", operation_id = "listEvents", tag = "logs", params(Paging),
    responses((status = 200, description = "A page of entries, by number", body = Page<EventOf>)))]
pub(crate) async fn list(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    uri: Uri,
    Asked(asked): Asked<Paging>,
) -> Result<Response, Refusal> {
    let (after, limit) = (asked.after::<i64>()?.unwrap_or(0), asked.limit()?);
    // One more than is told, to know whether the list goes on.
    let limit = u32::try_from(limit + 1).unwrap_or(u32::MAX);
    let events = site.store().log(&viewer, after.saturating_add(1), limit).await?;
    Ok(asked.page(events, |event| event.sequence, EventOf::from)?.at(&uri))
}
