//! Units: the tree, their sums without names, and the talks that have gone to the head.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use jiff::ToSpan as _;
use jiff::civil::Date;
use rules::sums::{Figures, UnitSum};
use serde::Serialize;
use utoipa::ToSchema;

use super::answer::{Decimal, Nothing, OnDay, Page, Paging};
use super::ask::Asked;
use super::problem::Refusal;
use crate::session::SignedIn;
use crate::site::Site;

/// So many months back overloads are looked for.
const MONTHS_BACK: i32 = 12;

/// A unit of the organisation.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct UnitOf {
    /// Code, unique.
    pub code: String,
    /// Name.
    pub name: String,
    /// Code of the unit above; null at the top.
    pub parent: Option<String>,
}

/// The organisation.
///
/// Every unit, by code.
#[utoipa::path(get, path = "/api/v1/units", operation_id = "listUnits", tag = "units", params(Paging),
    responses((status = 200, description = "A page of units", body = Page<UnitOf>)))]
pub(crate) async fn list(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    uri: Uri,
    Asked(asked): Asked<Paging>,
) -> Result<Response, Refusal> {
    let mut reading = site.store().read(&viewer).await?;
    let tree = reading.units().await?;
    reading.close().await?;
    let told = tree.units().iter().map(|unit| UnitOf {
        code: unit.code.clone(),
        name: unit.name.clone(),
        parent: unit.parent.clone(),
    });
    Ok(asked.page(told, |unit| unit.code.clone(), |unit| unit)?.at(&uri))
}

/// The sums of units on a day.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Sums {
    /// The day.
    pub day: Date,
    /// Groups of fewer people than this have no figures, except in teams that the token leads.
    pub fewest: usize,
    /// The units, each after the one above it.
    pub units: Vec<SumOf>,
}

/// The load of a unit and all under it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct SumOf {
    /// Code.
    pub unit: String,
    /// Name.
    pub name: String,
    /// Code of the unit above, when that is among those told.
    pub above: Option<String>,
    /// The figures; null when they would be about too few people.
    pub figures: Option<FiguresOf>,
}

/// The figures of a unit.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct FiguresOf {
    /// People; somebody in two units counts in each of them.
    pub people: usize,
    /// Points held.
    pub points: Decimal,
    /// Capacity.
    pub capacity: Decimal,
    /// Points ÷ capacity, half up to four decimals; null without capacity.
    pub load: Option<Decimal>,
    /// How many people are in each band; bands with nobody are left out.
    pub bands: BTreeMap<String, usize>,
    /// For how many it has been too much for as long as the model's rule says.
    pub lasting: usize,
}

impl From<&Figures> for FiguresOf {
    fn from(figures: &Figures) -> Self {
        Self {
            people: figures.people,
            points: figures.points.into(),
            capacity: figures.capacity.into(),
            load: figures.load.rounded(4).map(Into::into),
            bands: figures
                .bands
                .iter()
                .map(|(band, count)| (band.id().to_owned(), *count))
                .collect(),
            lasting: figures.lasting,
        }
    }
}

/// Sums of units.
///
/// Loads without names; groups that are too small are without figures.
#[utoipa::path(get, path = "/api/v1/units/sums", operation_id = "getSums", tag = "units", params(OnDay),
    responses((status = 200, description = "The sums", body = Sums)))]
pub(crate) async fn sums(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Asked(asked): Asked<OnDay>,
) -> Result<Json<Sums>, Refusal> {
    let day = asked.day.unwrap_or_else(|| site.now().date());
    let fewest = usize::from(site.chosen().await?.group_limit);
    let mut reading = site.store().read(&viewer).await?;
    let models = reading.weight_models().await?;
    let sums = reading
        .sums(&models, day.saturating_sub(MONTHS_BACK.months()), day, fewest)
        .await?;
    reading.close().await?;
    let told = |sum: UnitSum| SumOf {
        figures: sum.figures.as_ref().map(Into::into),
        unit: sum.unit,
        name: sum.name,
        above: sum.above,
    };
    Ok(Json(Sums {
        day,
        fewest,
        units: sums.into_iter().map(told).collect(),
    }))
}

/// Talks of a unit that have gone to the head, without names.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct OverdueOf {
    /// Code of the unit.
    pub unit: String,
    /// How many.
    pub dialogues: usize,
    /// Since when the oldest has been due.
    pub since: Date,
}

/// Talks that have gone to the head, by unit.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Overdue {
    /// The units that have any.
    pub units: Vec<OverdueOf>,
}

/// Overdue dialogues.
///
/// How many dialogues have gone to the head in each unit that the token follows up. Nobody is named.
#[utoipa::path(get, path = "/api/v1/units/overdue-dialogues", operation_id = "getOverdueDialogues", tag = "units",
    responses((status = 200, description = "The numbers", body = Overdue)))]
pub(crate) async fn overdue(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Asked(_): Asked<Nothing>,
) -> Result<Json<Overdue>, Refusal> {
    let days_to_head = site.chosen().await?.days_to_head;
    let mut reading = site.store().read(&viewer).await?;
    let units = reading.dialogues_at_head(site.now().date(), days_to_head).await?;
    reading.close().await?;
    let units = units.into_iter().map(|one| OverdueOf {
        unit: one.unit,
        dialogues: one.dialogues,
        since: one.since,
    });
    Ok(Json(Overdue { units: units.collect() }))
}
