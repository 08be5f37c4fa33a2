//! Weight models: the versions that the municipality has adopted.

use axum::Json;
use axum::extract::State;
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use jiff::civil::Date;
use rules::weight_model::WeightModel;
use serde::{Deserialize, Serialize};
use store::weight_model::AdoptError;
use utoipa::ToSchema;

use super::answer::{Nothing, Page, Paging, created};
use super::ask::{Asked, Sent};
use super::problem::Refusal;
use crate::session::SignedIn;
use crate::site::Site;

/// A version of a weight model.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ModelOf {
    /// Id of the scheme, the same for all its versions.
    #[schema(example = "exempel-barn-unga")]
    pub id: String,
    /// Which version of it.
    pub version: String,
    /// Name for people.
    pub title: String,
    /// Where its numbers come from.
    pub source: String,
    /// The first day on which it counts; it counts until the next version does.
    pub valid_from: Date,
    /// The whole model, in the format of `docs/weight-model.md`.
    pub toml: String,
}

impl From<&WeightModel> for ModelOf {
    fn from(model: &WeightModel) -> Self {
        Self {
            id: model.id.clone(),
            version: model.version.clone(),
            title: model.title.clone(),
            source: model.source.clone(),
            valid_from: model.valid_from,
            toml: model.to_toml(),
        }
    }
}

/// Weight models.
///
/// All adopted versions, by the day from which each counts.
#[utoipa::path(get, path = "/api/v1/weight-models", operation_id = "listWeightModels", tag = "weight models", params(Paging),
    responses((status = 200, description = "A page of models", body = Page<ModelOf>)))]
pub(crate) async fn list(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    uri: Uri,
    Asked(asked): Asked<Paging>,
) -> Result<Response, Refusal> {
    let mut reading = site.store().read(&viewer).await?;
    let models = reading.weight_models().await?;
    reading.close().await?;
    let page = asked.page(models.models().iter(), |model| model.valid_from, ModelOf::from)?;
    Ok(page.at(&uri))
}

/// The weight model of a day.
#[utoipa::path(get, path = "/api/v1/weight-models/{valid_from}", operation_id = "getWeightModel", tag = "weight models",
    params(("valid_from" = Date, Path, description = "The first day on which the version counts", example = "2026-01-01")),
    responses((status = 200, description = "The model", body = ModelOf)))]
pub(crate) async fn one(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    super::ask::Name(day): super::ask::Name,
    Asked(_): Asked<Nothing>,
) -> Result<Json<ModelOf>, Refusal> {
    let mut reading = site.store().read(&viewer).await?;
    let models = reading.weight_models().await?;
    reading.close().await?;
    let found = models.models().iter().find(|model| model.valid_from.to_string() == day);
    Ok(Json(found.ok_or_else(Refusal::not_found)?.into()))
}

/// A model to adopt.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewModel {
    /// The whole model, in the format of `docs/weight-model.md`; it counts from its own `valid_from`.
    pub toml: String,
}

/// Adopt a weight model.
///
/// It counts from its own day; the version before it holds until then.
#[utoipa::path(post, path = "/api/v1/weight-models", operation_id = "adoptWeightModel", tag = "weight models", request_body = NewModel,
    responses((status = 201, description = "It is adopted", body = ModelOf)))]
pub(crate) async fn adopt(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Asked(_): Asked<Nothing>,
    Sent(sent): Sent<NewModel>,
) -> Result<Response, Refusal> {
    let model = WeightModel::parse(&sent.toml).map_err(|error| {
        let place = error.problems.first().map_or((1, 1), |(place, _)| (place.line, place.column));
        Refusal::refused("/toml", "no-model-text")
            .saying("line", &place.0)
            .saying("column", &place.1)
    })?;
    match site.store().adopt(&viewer, &model).await {
        Ok(()) => {}
        Err(AdoptError::SameDay { valid_from, .. }) => {
            return Err(Refusal::new(StatusCode::CONFLICT, "same-day").saying("day", &valid_from));
        }
        Err(AdoptError::SameVersion { valid_from, .. }) => {
            return Err(Refusal::new(StatusCode::CONFLICT, "same-version").saying("day", &valid_from));
        }
        // Said of drafts alone.
        Err(AdoptError::NoDraft | AdoptError::Past { .. } | AdoptError::Reason | AdoptError::IdentityNumber) => {
            return Err(Refusal::refused("", "refused"));
        }
        Err(AdoptError::Store(error)) => return Err(error.into()),
    }
    Ok(created(
        &ModelOf::from(&model),
        &format!("/api/v1/weight-models/{}", model.valid_from),
    ))
}
