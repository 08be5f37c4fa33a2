//! Cases: who holds them, and those that wait for somebody to.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use jiff::civil::Date;
use rules::case::{Effort, Part};
use rules::weigh::points;
use serde::Serialize;
use utoipa::ToSchema;

use super::answer::{DayPaging, Decimal, OnDay, Page};
use super::ask::{Asked, Name};
use super::load::part_id;
use super::problem::Refusal;
use crate::session::SignedIn;
use crate::site::Site;

/// An open phase that nobody holds as main caseworker.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Unallocated {
    /// Id of the phase, by which it is given to somebody.
    pub id: i64,
    /// The source system's reference.
    pub reference: String,
    /// Case type, an id of the weight model.
    #[serde(rename = "type")]
    pub case_type: String,
    /// Phase, an id of the weight model.
    pub phase: Option<String>,
    /// Since when it has been open.
    pub since: Date,
    /// Code of the unit it lies in.
    pub unit: Option<String>,
    /// Effort factors, each as a text.
    pub factors: BTreeMap<String, String>,
    /// What it weighs for a main caseworker; null when the model cannot weigh it.
    pub points: Option<Decimal>,
}

fn factors(effort: &Effort) -> BTreeMap<String, String> {
    effort
        .iter()
        .map(|(factor, value)| (factor.clone(), value.to_string()))
        .collect()
}

/// Unallocated cases.
///
/// Open phases that nobody holds as main caseworker on a day, in the units that the token covers.
#[utoipa::path(get, path = "/api/v1/cases/unallocated", operation_id = "listUnallocated", tag = "cases", params(DayPaging),
    responses((status = 200, description = "A page of phases, those that have waited longest first", body = Page<Unallocated>)))]
pub(crate) async fn unallocated(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    uri: Uri,
    Asked(asked): Asked<DayPaging>,
) -> Result<Response, Refusal> {
    let day = asked.day.unwrap_or_else(|| site.now().date());
    let mut reading = site.store().read(&viewer).await?;
    let models = reading.weight_models().await?;
    let waiting = reading.waiting(day).await?;
    reading.close().await?;
    let model = models.on(day);
    let told = waiting.into_iter().map(|phase| {
        let part = (Part::Main, None);
        let weighed = model.and_then(|model| points(model, &phase.case_type, phase.phase.as_deref(), &phase.effort, part).ok());
        Unallocated {
            id: phase.id,
            factors: factors(&phase.effort),
            reference: phase.reference,
            case_type: phase.case_type,
            phase: phase.phase,
            since: phase.since,
            unit: phase.unit,
            points: weighed.map(Into::into),
        }
    });
    let key = |one: &Unallocated| {
        let phase = one.phase.as_deref().unwrap_or_default();
        format!("{} {} {} {phase}", one.since, one.reference, one.case_type)
    };
    Ok(asked.paging().page(told, key, |one| one)?.at(&uri))
}

/// An open phase of a case.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct OpenPhase {
    /// Id of the phase, by which it is given to somebody or moved.
    pub id: i64,
    /// Case type, an id of the weight model.
    #[serde(rename = "type")]
    pub case_type: String,
    /// Phase, an id of the weight model.
    pub phase: Option<String>,
    /// First day.
    pub from: Date,
    /// The day on which it is over; null while it lasts.
    pub to: Option<Date>,
    /// Effort factors, each as a text.
    pub factors: BTreeMap<String, String>,
    /// Who holds it; null while it is unallocated.
    pub holder: Option<HolderOf>,
}

/// Who holds a phase, and how.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct HolderOf {
    /// Id of the person.
    pub person: i64,
    /// Employment number.
    pub number: String,
    /// Name.
    pub name: String,
    /// `main` or `co`.
    #[schema(example = "main")]
    pub part: &'static str,
    /// The agreed share of the case; null where the model's counts.
    pub share: Option<Decimal>,
}

/// A case on a day.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct CaseOnDay {
    /// The source system's reference.
    pub reference: String,
    /// Its open phases, once for each who holds it.
    pub phases: Vec<OpenPhase>,
}

/// A case.
///
/// Its open phases on a day and who holds them.
#[utoipa::path(get, path = "/api/v1/cases/{reference}", operation_id = "getCase", tag = "cases",
    params(("reference" = String, Path, description = "The source system's reference", example = "R-1001-0"), OnDay),
    responses((status = 200, description = "The case", body = CaseOnDay)))]
pub(crate) async fn one(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Name(reference): Name,
    Asked(asked): Asked<OnDay>,
) -> Result<Json<CaseOnDay>, Refusal> {
    let day = asked.day.unwrap_or_else(|| site.now().date());
    let mut reading = site.store().read(&viewer).await?;
    let phases = reading.case(&reference, day).await?;
    reading.close().await?;
    let phases = phases.ok_or_else(Refusal::not_found)?.into_iter().map(|phase| OpenPhase {
        id: phase.id,
        factors: factors(&phase.effort),
        case_type: phase.case_type,
        phase: phase.phase,
        from: phase.period.from(),
        to: phase.period.to(),
        holder: phase.holder.map(|(person, part, share)| HolderOf {
            person: person.id,
            number: person.number,
            name: person.name,
            part: part_id(part),
            share: share.map(Into::into),
        }),
    });
    Ok(Json(CaseOnDay {
        reference,
        phases: phases.collect(),
    }))
}
