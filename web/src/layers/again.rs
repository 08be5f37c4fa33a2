//! Asks again when the database was away: whoever saves something while the server restarts waits a moment instead of losing it.

use std::time::{Duration, Instant};

use axum::body::{Body, Bytes, HttpBody as _};
use axum::extract::{FromRequest as _, Request};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use crate::failure::Failure;

/// For how long it is asked again.
const PATIENCE: Duration = Duration::from_secs(12);

/// The pause before it is asked again.
const PAUSE: Duration = Duration::from_millis(200);

/// The largest body that is kept to be sent in again, in bytes: any form, but no list to import.
const LARGEST: u64 = 256 * 1024;

/// Sends a request in again while its answer is [`Failure::Unavailable`], which says that nothing of it was stored.
pub(super) async fn ask_again(request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let (parts, body) = request.into_parts();
    if body.size_hint().exact().is_none_or(|length| length > LARGEST) {
        return next.run(Request::from_parts(parts, body)).await;
    }
    let kept = match Bytes::from_request(Request::new(body), &()).await {
        Ok(kept) => kept,
        Err(refused) => return refused.into_response(),
    };
    loop {
        let request = Request::from_parts(parts.clone(), Body::from(kept.clone()));
        let answer = next.clone().run(request).await;
        let is_away = answer.extensions().get() == Some(&Failure::Unavailable);
        if !is_away || begun.elapsed() > PATIENCE {
            return answer;
        }
        tokio::time::sleep(PAUSE).await;
    }
}
