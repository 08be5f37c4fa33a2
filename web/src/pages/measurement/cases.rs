//! The effort factors of the cases in this month's measurement, each of which the caseworker can say is wrong.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Form as Sent, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use rules::case::Holding;
use rules::weight_model::{Factor, FactorKind, WeightModel};
use serde_json::Value;
use store::measurement::{FactorRemark, Measurement, MeasurementError};
use store::{StoreError, Viewer};

use super::of_this_month;
use crate::counted;
use crate::failure::Failure;
use crate::page::{Page, Shown, Visit};
use crate::session::SignedIn;
use crate::site::Site;
use crate::texts::Tr;

#[derive(Template)]
#[template(path = "measurement/cases.html")]
struct CasesPage {
    page: Page,
    day: String,
    cases: Vec<MeasuredCase>,
    /// Whether a concluded dialogue has frozen it.
    is_frozen: bool,
}

/// A case and its factors.
struct MeasuredCase {
    reference: String,
    kind: String,
    factors: Vec<MeasuredFactor>,
}

/// A factor as the system knows it.
struct MeasuredFactor {
    /// What the box sends: the factor's id and the case's reference.
    value: String,
    id: String,
    words: String,
    is_wrong: bool,
    /// Whether the supervisor has dealt with what was said of it.
    is_settled: bool,
}

/// Somebody's measurement of this month and its cases, with what was said of their factors.
struct Known {
    measurement: Measurement,
    cases: Vec<MeasuredCase>,
    is_frozen: bool,
}

async fn measured(site: &Site, viewer: &Viewer, visit: &Visit) -> Result<Option<Known>, Failure> {
    let Some(person) = viewer.person() else { return Ok(None) };
    let Some(measurement) = of_this_month(site, viewer, person).await? else {
        return Ok(None);
    };
    let day = measurement.measured_on;
    let mut reading = site.store().read(viewer).await?;
    let models = reading.weight_models().await?;
    let facts = reading.somebody(person, day, day).await?;
    let remarks = reading.remarks(measurement.id).await?;
    let is_frozen = reading.is_frozen(measurement.id).await?;
    reading.close().await?;
    let facts = facts.ok_or(Failure::NotFound)?;
    let cases = match models.on(day) {
        Some(model) => cases(&measurement, &facts.holdings, model, &remarks, &visit.tr)?,
        None => Vec::new(),
    };
    Ok(Some(Known {
        measurement,
        cases,
        is_frozen,
    }))
}

/// Those that the measurement has, by their reference, each once.
fn cases(
    measurement: &Measurement,
    holdings: &[Holding],
    model: &WeightModel,
    remarks: &[FactorRemark],
    tr: &Tr,
) -> Result<Vec<MeasuredCase>, StoreError> {
    let lines: Value = serde_json::from_str(&measurement.lines)?;
    let measured = lines.get("cases").and_then(Value::as_array);
    let references: Vec<&str> = measured
        .into_iter()
        .flatten()
        .filter_map(|case| case.get("reference")?.as_str())
        .collect();
    let holdings: BTreeMap<&str, &Holding> = holdings
        .iter()
        .filter(|holding| holding.period.contains(measurement.measured_on))
        .map(|holding| (&*holding.reference, holding))
        .filter(|(reference, _)| references.contains(reference))
        .collect();
    let cases = holdings.into_values().map(|holding| MeasuredCase {
        reference: holding.reference.to_string(),
        kind: counted::kind(&holding.case_type, holding.phase.as_deref()),
        factors: model
            .factors
            .iter()
            .filter(|factor| factor.applies(&holding.case_type, holding.phase.as_deref()))
            .map(|factor| measured_factor(holding, factor, remarks, tr))
            .collect(),
    });
    Ok(cases.filter(|case| !case.factors.is_empty()).collect())
}

fn measured_factor(holding: &Holding, factor: &Factor, remarks: &[FactorRemark], tr: &Tr) -> MeasuredFactor {
    let value = match (holding.effort.get(&factor.id), &factor.kind) {
        (Some(value), _) => counted::factor_value(value, tr),
        (None, FactorKind::Flag { .. }) => tr.text("word-no"),
        (None, _) => tr.text("word-not-stated"),
    };
    let of_this = |remark: &&FactorRemark| *remark.reference == *holding.reference && remark.factor == factor.id;
    let wrong = remarks.iter().find(of_this).filter(|remark| !remark.is_right);
    MeasuredFactor {
        value: format!("{}:{}", factor.id, holding.reference),
        id: factor.id.clone(),
        words: tr.fill(
            "measurement-factor",
            &[("title", factor.title.as_str().into()), ("value", value.into())],
        ),
        is_wrong: wrong.is_some_and(|remark| remark.settled.is_none()),
        is_settled: wrong.is_some_and(|remark| remark.settled.is_some()),
    }
}

/// `GET /measurement/cases`: leads on when there is no case with factors, and to the measurement when nothing is saved this month.
///
/// # Errors
/// [`Failure`] when the database does not answer.
pub async fn show(State(site): State<Site>, SignedIn(viewer): SignedIn, visit: Visit) -> Result<Response, Failure> {
    let Some(known) = measured(&site, &viewer, &visit).await? else {
        return Ok(Redirect::to("/measurement").into_response());
    };
    if known.cases.is_empty() {
        return Ok(Redirect::to("/measurement/saved").into_response());
    }
    Ok(shown(known, &visit).into_response())
}

fn shown(known: Known, visit: &Visit) -> Shown {
    Shown::new(&CasesPage {
        day: visit.tr.long_day(known.measurement.measured_on),
        cases: known.cases,
        is_frozen: known.is_frozen,
        page: visit.page("measurement-cases-title"),
    })
}

/// `POST /measurement/cases`: stores what has changed. A box that is no factor of a case in the measurement is passed over. After a
/// concluded dialogue nothing is stored, and the page says so.
///
/// # Errors
/// [`Failure`] when the database does not answer.
pub async fn save(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Sent(sent): Sent<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let Some(mut known) = measured(&site, &viewer, &visit).await? else {
        return Ok(Redirect::to("/measurement").into_response());
    };
    if known.is_frozen {
        return Ok(shown(known, &visit).with_status(StatusCode::CONFLICT).into_response());
    }
    let is_chosen = |value: &str| sent.iter().any(|(name, chosen)| name == "wrong" && chosen == value);
    for case in &known.cases {
        for factor in &case.factors {
            let is_wrong = is_chosen(&factor.value);
            if is_wrong == factor.is_wrong {
                continue;
            }
            let stored = site
                .store()
                .remark(&viewer, known.measurement.id, &case.reference, &factor.id, !is_wrong);
            match stored.await {
                Ok(()) => {}
                // The dialogue was concluded this very moment.
                Err(MeasurementError::Frozen) => {
                    known.is_frozen = true;
                    return Ok(shown(known, &visit).with_status(StatusCode::CONFLICT).into_response());
                }
                Err(error) => return Err(failure(error)),
            }
        }
    }
    Ok(Redirect::to("/measurement/saved").into_response())
}

fn failure(error: MeasurementError) -> Failure {
    match error {
        MeasurementError::Store(error) => error.into(),
        error => {
            tracing::error!(%error, "a remark about a factor was not stored");
            Failure::Internal
        }
    }
}
