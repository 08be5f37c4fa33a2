//! Measurements: a person's month as it stood, the own rating of it, and what is said of effort factors.

use axum::Json;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use jiff::civil::Date;
use rules::measurement::Rating;
use serde::{Deserialize, Serialize};
use store::measurement::{FactorRemark, LONGEST_SENTENCE, Measurement, OwnRating};
use utoipa::ToSchema;

use super::answer::{Decimal, Empty, Made, Nothing, Page, Paging, made};
use super::ask::{Asked, Id, Sent};
use super::load::ModelName;
use super::problem::Refusal;
use crate::session::SignedIn;
use crate::site::Site;

/// A flex balance of more than this is a slip of the pen, minutes.
const LARGEST_FLEX: i64 = 999 * 60;

/// A person's month as it stood.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct MeasurementOf {
    /// Id.
    pub id: i64,
    /// Id of the person.
    pub person: i64,
    /// The month, by its first day.
    pub month: Date,
    /// The day it stood so.
    pub measured_on: Date,
    /// Id and version of the weight model.
    pub model: ModelName,
    /// Points held.
    pub points: Decimal,
    /// Capacity.
    pub capacity: Decimal,
    /// Points ÷ capacity, half up to four decimals; null without capacity.
    pub load: Option<Decimal>,
    /// `low`, `balance`, `high`, `over` or `no-capacity`.
    pub band: &'static str,
    /// Since when it had been too much; null when it was not.
    pub too_much_since: Option<Date>,
    /// Whether it had been too much for as long as the model's rule says.
    pub action_due: bool,
    /// What the person says; null until it is said.
    pub own: Option<RatingOf>,
    /// When it was said.
    pub rated_on: Option<Date>,
}

/// What somebody says of the own month.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "rating": 4, "flex_minutes": -450, "sentence": "Many new cases at once." }))]
pub(crate) struct RatingOf {
    /// How heavy it was: 1 much too light, 3 as it should be, 5 much too heavy.
    #[schema(minimum = 1, maximum = 5)]
    pub rating: u8,
    /// Flex balance, minutes.
    #[schema(minimum = -59940, maximum = 59940)]
    pub flex_minutes: Option<i64>,
    /// One sentence about the work situation; nothing about clients.
    #[schema(max_length = 300)]
    pub sentence: Option<String>,
}

/// What the person says of an effort factor of a case held.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct RemarkOf {
    /// Id.
    pub id: i64,
    /// Reference of the case.
    pub reference: String,
    /// Id of the factor.
    pub factor: String,
    /// Whether it is right as it stands.
    pub right: bool,
    /// When the supervisor dealt with it; null until then.
    pub settled: Option<Date>,
}

/// A measurement with what it was counted from.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct WholeMeasurement {
    /// The measurement.
    #[serde(flatten)]
    pub of: MeasurementOf,
    /// What it was counted from, as it was stored that day.
    #[schema(value_type = Object)]
    pub lines: serde_json::Value,
    /// What the person says of effort factors.
    pub remarks: Vec<RemarkOf>,
}

impl From<&Measurement> for MeasurementOf {
    fn from(measurement: &Measurement) -> Self {
        let (id, version) = measurement.model.clone();
        Self {
            id: measurement.id,
            person: measurement.person,
            month: measurement.month,
            measured_on: measurement.measured_on,
            model: ModelName { id, version },
            points: measurement.points.into(),
            capacity: measurement.capacity.into(),
            load: measurement.load.rounded(4).map(Into::into),
            band: measurement.band.id(),
            too_much_since: measurement.too_much.map(|(since, _)| since),
            action_due: measurement.too_much.is_some_and(|(_, due)| due),
            own: measurement.own.as_ref().map(|own| RatingOf {
                rating: own.rating.into(),
                flex_minutes: own.flex,
                sentence: own.sentence.clone(),
            }),
            rated_on: measurement.rated_on,
        }
    }
}

impl From<FactorRemark> for RemarkOf {
    fn from(remark: FactorRemark) -> Self {
        Self {
            id: remark.id,
            reference: remark.reference,
            factor: remark.factor,
            right: remark.is_right,
            settled: remark.settled,
        }
    }
}

/// Somebody's measurements.
#[utoipa::path(get, path = "/api/v1/people/{person}/measurements", operation_id = "listMeasurements", tag = "measurements",
    params(("person" = i64, Path, description = "Id of the person", minimum = 1), Paging),
    responses((status = 200, description = "A page of measurements, by id", body = Page<MeasurementOf>)))]
pub(crate) async fn list(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Id(person): Id,
    uri: Uri,
    Asked(asked): Asked<Paging>,
) -> Result<Response, Refusal> {
    let mut reading = site.store().read(&viewer).await?;
    let found = reading.measurements_of(person, u32::MAX).await?;
    reading.close().await?;
    Ok(asked.page(&found, |one| one.id, MeasurementOf::from)?.at(&uri))
}

/// A measurement.
#[utoipa::path(get, path = "/api/v1/measurements/{id}", operation_id = "getMeasurement", tag = "measurements",
    params(("id" = i64, Path, description = "Id of the measurement", minimum = 1)),
    responses((status = 200, description = "The measurement", body = WholeMeasurement)))]
pub(crate) async fn one(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Id(id): Id,
    Asked(_): Asked<Nothing>,
) -> Result<Json<WholeMeasurement>, Refusal> {
    let mut reading = site.store().read(&viewer).await?;
    let found = reading.measurement(id).await?.ok_or_else(Refusal::not_found)?;
    let remarks = reading.remarks(id).await?;
    reading.close().await?;
    let lines = serde_json::from_str(&found.lines).map_err(store::StoreError::from)?;
    Ok(Json(WholeMeasurement {
        of: (&found).into(),
        lines,
        remarks: remarks.into_iter().map(Into::into).collect(),
    }))
}

/// Measure the month.
///
/// Saves the person's month as it stands today; a month that is saved already stays as it is, and its id is told.
#[utoipa::path(post, path = "/api/v1/people/{person}/measurements", operation_id = "measure", tag = "measurements",
    params(("person" = i64, Path, description = "Id of the person", minimum = 1)), request_body = Empty,
    responses((status = 201, description = "It is saved", body = Made)))]
pub(crate) async fn measure(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Id(person): Id,
    Asked(_): Asked<Nothing>,
    Sent(_): Sent<Empty>,
) -> Result<Response, Refusal> {
    let mut reading = site.store().read(&viewer).await?;
    let models = reading.weight_models().await?;
    reading.close().await?;
    let id = site.store().measure(&viewer, person, site.now().date(), &models).await?;
    Ok(made(id, &format!("/api/v1/measurements/{id}")))
}

/// Rate the own month.
///
/// In place of what was said before; only for a token that is linked to the person.
#[utoipa::path(post, path = "/api/v1/measurements/{id}/rating", operation_id = "rateMeasurement", tag = "measurements",
    params(("id" = i64, Path, description = "Id of the measurement", minimum = 1)), request_body = RatingOf,
    responses((status = 200, description = "It is stored", body = Made)))]
pub(crate) async fn rate(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Id(id): Id,
    Asked(_): Asked<Nothing>,
    Sent(sent): Sent<RatingOf>,
) -> Result<Json<Made>, Refusal> {
    let rating = Rating::try_from(sent.rating).map_err(|_| Refusal::malformed("/rating", "rating"))?;
    if sent
        .flex_minutes
        .is_some_and(|flex| !(-LARGEST_FLEX..=LARGEST_FLEX).contains(&flex))
    {
        return Err(Refusal::malformed("/flex_minutes", "flex").saying("maximum", &LARGEST_FLEX));
    }
    if sent
        .sentence
        .as_ref()
        .is_some_and(|sentence| sentence.chars().count() > LONGEST_SENTENCE)
    {
        return Err(Refusal::malformed("/sentence", "too-long").saying("maximum", &LONGEST_SENTENCE));
    }
    let own = OwnRating {
        rating,
        flex: sent.flex_minutes,
        sentence: sent.sentence,
    };
    site.store().rate(&viewer, id, &own, site.now().date()).await?;
    Ok(Json(Made { id }))
}

/// What is said of an effort factor.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "reference": "R-1001-0", "factor": "tolk", "right": false }))]
pub(crate) struct NewRemark {
    /// Reference of a case in the measurement.
    pub reference: String,
    /// Id of the factor in the weight model.
    #[schema(max_length = 80)]
    pub factor: String,
    /// Whether it is right as it stands; where it is not, the supervisor shall look at it.
    pub right: bool,
}

/// Say what an effort factor is.
///
/// Right as it stands, or wrong; only for a token that is linked to the person. A later word takes the place of an earlier.
#[utoipa::path(post, path = "/api/v1/measurements/{id}/remarks", operation_id = "remark", tag = "measurements",
    params(("id" = i64, Path, description = "Id of the measurement", minimum = 1)), request_body = NewRemark,
    responses((status = 200, description = "It is stored", body = Made)))]
pub(crate) async fn remark(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Id(id): Id,
    Asked(_): Asked<Nothing>,
    Sent(sent): Sent<NewRemark>,
) -> Result<Json<Made>, Refusal> {
    site.store()
        .remark(&viewer, id, &sent.reference, &sent.factor, sent.right)
        .await?;
    Ok(Json(Made { id }))
}

/// Settle a remark.
///
/// The supervisor has dealt with it.
#[utoipa::path(post, path = "/api/v1/remarks/{id}/settle", operation_id = "settleRemark", tag = "measurements",
    params(("id" = i64, Path, description = "Id of the remark", minimum = 1)), request_body = Empty,
    responses((status = 200, description = "It is settled", body = Made)))]
pub(crate) async fn settle(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Id(id): Id,
    Asked(_): Asked<Nothing>,
    Sent(_): Sent<Empty>,
) -> Result<Json<Made>, Refusal> {
    site.store().settle_remark(&viewer, id, site.now().date()).await?;
    Ok(Json(Made { id }))
}
