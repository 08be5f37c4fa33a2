//! The review of the access log: what is drawn, and who signed for having looked.

use axum::Json;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};
use rules::access_review::Unusual;
use serde::{Deserialize, Serialize};
use store::access_review::{Review, ReviewError, ReviewOrder, ReviewedLook};
use utoipa::{IntoParams, ToSchema};

use super::answer::{Made, Nothing, Page, Paging, made};
use super::ask::{Asked, Sent};
use super::problem::Refusal;
use crate::session::SignedIn;
use crate::site::Site;

/// What a review covers.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Drawing {
    /// The first day.
    pub first: Date,
    /// The last day, which counts.
    pub last: Date,
    /// Where the lot begins: the same seed always draws the same.
    #[param(minimum = 0, maximum = 4_294_967_295_i64)]
    pub seed: u32,
    /// How many readings are drawn by lot; 20 when nothing is said.
    #[param(minimum = 0, maximum = 1000)]
    pub size: Option<u16>,
}

const USUAL_SIZE: u16 = 20;
const LARGEST_SIZE: u16 = 1_000;

fn order(site: &Site, (first, last): (Date, Date), lot: (u32, Option<u16>), start: &str) -> Result<ReviewOrder, Refusal> {
    let (seed, drawn) = (lot.0, lot.1.unwrap_or(USUAL_SIZE));
    if drawn > LARGEST_SIZE {
        return Err(Refusal::malformed(format!("{start}size"), "limit").saying("maximum", &LARGEST_SIZE));
    }
    if first > last {
        return Err(Refusal::refused(format!("{start}first"), "days-backwards"));
    }
    let zone = site.now().time_zone().clone();
    let begin = |day: Date| day.to_zoned(zone.clone()).map(|moment| moment.timestamp());
    let from = begin(first).unwrap_or(Timestamp::MIN);
    let to = begin(last.saturating_add(1.day())).unwrap_or(Timestamp::MAX);
    Ok(ReviewOrder {
        from,
        to,
        seed,
        size: drawn.into(),
        usual: rules::access_review::Usual::default(),
        zone,
    })
}

/// A reading that shall be looked at.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct DrawnLook {
    /// Number of the entry in the event log.
    pub event: i64,
    /// When.
    pub at: Timestamp,
    /// Who, by the name in the log; that of a token begins with `token:`.
    pub actor: String,
    /// What was looked at: `load`, `history`, `case` or `measurement`.
    pub subject: String,
    /// Ids of those whose loads were read; empty when the details were erased.
    pub people: Vec<i64>,
    /// Drawn by lot.
    pub drawn: bool,
    /// Why it is unusual: `outside_hours`, `many_people` or `outside_team`; empty when it is not.
    pub unusual: Vec<&'static str>,
}

impl From<&ReviewedLook> for DrawnLook {
    fn from(look: &ReviewedLook) -> Self {
        let unusual = look.unusual.iter().map(|reason| match reason {
            Unusual::OutsideHours => "outside_hours",
            Unusual::ManyPeople { .. } => "many_people",
            Unusual::OutsideTeam { .. } => "outside_team",
        });
        Self {
            event: look.event,
            at: look.at,
            actor: look.actor.clone(),
            subject: look.subject.clone(),
            people: look.people.clone(),
            drawn: look.drawn,
            unusual: unusual.collect(),
        }
    }
}

/// What a review shall look at.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Drawn {
    /// The readings, in order of time.
    pub looks: Vec<DrawnLook>,
}

/// Draw a review.
///
/// The readings that a review shall look at: those drawn by lot and the unusual ones. Nothing is stored.
#[utoipa::path(get, path = "/api/v1/access-reviews/draw", operation_id = "drawAccessReview", tag = "logs", params(Drawing),
    responses((status = 200, description = "The readings", body = Drawn)))]
pub(crate) async fn draw(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Asked(asked): Asked<Drawing>,
) -> Result<Json<Drawn>, Refusal> {
    let order = order(&site, (asked.first, asked.last), (asked.seed, asked.size), "?")?;
    let mut reading = site.store().read(&viewer).await?;
    let looks = reading.draw_review(&order).await?;
    reading.close().await?;
    Ok(Json(Drawn {
        looks: looks.iter().map(Into::into).collect(),
    }))
}

/// A review that was done and signed.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ReviewOf {
    /// Id.
    pub id: i64,
    /// Number of the first entry it covered.
    pub first_event: i64,
    /// Number of the last.
    pub last_event: i64,
    /// Where the lot began.
    pub seed: u32,
    /// What was looked at.
    pub looks: Vec<DrawnLook>,
    /// What the reviewer found.
    pub finding: String,
    /// Who signed.
    pub reviewer: String,
    /// When.
    pub signed: Timestamp,
}

impl From<Review> for ReviewOf {
    fn from(review: Review) -> Self {
        Self {
            id: review.id,
            first_event: review.events.0,
            last_event: review.events.1,
            seed: review.seed,
            looks: review.looks.iter().map(Into::into).collect(),
            finding: review.finding,
            reviewer: review.reviewer,
            signed: review.signed,
        }
    }
}

/// Signed reviews.
#[utoipa::path(get, path = "/api/v1/access-reviews", operation_id = "listAccessReviews", tag = "logs", params(Paging),
    responses((status = 200, description = "A page of reviews, by id", body = Page<ReviewOf>)))]
pub(crate) async fn list(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    uri: Uri,
    Asked(asked): Asked<Paging>,
) -> Result<Response, Refusal> {
    let mut reading = site.store().read(&viewer).await?;
    let reviews = reading.reviews().await?;
    reading.close().await?;
    Ok(asked.page(reviews, |review| review.id, ReviewOf::from)?.at(&uri))
}

/// A review to be signed.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "first": "2026-10-01", "last": "2026-10-31", "seed": 7, "finding": "Nothing out of the ordinary." }))]
pub(crate) struct NewReview {
    /// The first day.
    pub first: Date,
    /// The last day, which counts.
    pub last: Date,
    /// Where the lot begins.
    #[schema(minimum = 0, maximum = 4_294_967_295_i64)]
    pub seed: u32,
    /// How many readings are drawn by lot; 20 when nothing is said.
    #[schema(minimum = 0, maximum = 1000)]
    pub size: Option<u16>,
    /// What was found.
    #[schema(min_length = 1, max_length = 2000)]
    pub finding: String,
}

/// Sign a review.
///
/// Draws it again and stores it, signed by the token, with what was found.
#[utoipa::path(post, path = "/api/v1/access-reviews", operation_id = "signAccessReview", tag = "logs", request_body = NewReview,
    responses((status = 201, description = "It is signed", body = Made)))]
pub(crate) async fn sign(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Asked(_): Asked<Nothing>,
    Sent(sent): Sent<NewReview>,
) -> Result<Response, Refusal> {
    let order = order(&site, (sent.first, sent.last), (sent.seed, sent.size), "/")?;
    let signed = site.store().sign_review(&viewer, &order, &sent.finding).await;
    let id = signed.map_err(|error| match error {
        ReviewError::Finding => Refusal::refused("/finding", "too-long").saying("maximum", &2000),
        ReviewError::IdentityNumber => Refusal::refused("/finding", "identity-number"),
        ReviewError::Store(error) => error.into(),
    })?;
    Ok(made(id, "/api/v1/access-reviews"))
}
