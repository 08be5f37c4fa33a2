//! The effort factors of the cases in this month's measurement, each of which the caseworker can say is wrong.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Form as Sent, State};
use axum::response::{IntoResponse, Redirect, Response};
use rules::case::{FactorValue, Holding};
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

/// The cases of somebody's measurement of this month, with what was said of their factors.
async fn measured(site: &Site, viewer: &Viewer, visit: &Visit) -> Result<Option<(Measurement, Vec<MeasuredCase>)>, Failure> {
    let Some(person) = viewer.person() else { return Ok(None) };
    let Some(measurement) = of_this_month(site, viewer, person).await? else {
        return Ok(None);
    };
    let day = measurement.measured_on;
    let mut reading = site.store().read(viewer).await?;
    let models = reading.weight_models().await?;
    let facts = reading.somebody(person, day, day).await?;
    let remarks = reading.remarks(measurement.id).await?;
    reading.close().await?;
    let facts = facts.ok_or(Failure::NotFound)?;
    let cases = match models.on(day) {
        Some(model) => cases(&measurement, &facts.holdings, model, &remarks, &visit.tr)?,
        None => Vec::new(),
    };
    Ok(Some((measurement, cases)))
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
        (Some(FactorValue::Flag(true)), _) => tr.text("word-yes"),
        (Some(FactorValue::Flag(false)), _) | (None, FactorKind::Flag { .. }) => tr.text("word-no"),
        (Some(FactorValue::Count(count)), _) => tr.locale().count((*count).into()),
        (Some(FactorValue::Level(level)), _) => level.clone(),
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
    let Some((measurement, cases)) = measured(&site, &viewer, &visit).await? else {
        return Ok(Redirect::to("/measurement").into_response());
    };
    if cases.is_empty() {
        return Ok(Redirect::to("/measurement/saved").into_response());
    }
    let page = CasesPage {
        day: visit.tr.long_day(measurement.measured_on),
        cases,
        page: visit.page("measurement-cases-title"),
    };
    Ok(Shown::new(&page).into_response())
}

/// `POST /measurement/cases`: stores what has changed. A box that is no factor of a case in the measurement is passed over.
///
/// # Errors
/// [`Failure`] when the database does not answer.
pub async fn save(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Sent(sent): Sent<Vec<(String, String)>>,
) -> Result<Redirect, Failure> {
    let Some((measurement, cases)) = measured(&site, &viewer, &visit).await? else {
        return Ok(Redirect::to("/measurement"));
    };
    let is_chosen = |value: &str| sent.iter().any(|(name, chosen)| name == "wrong" && chosen == value);
    for case in &cases {
        for factor in &case.factors {
            let is_wrong = is_chosen(&factor.value);
            if is_wrong != factor.is_wrong {
                let stored = site
                    .store()
                    .remark(&viewer, measurement.id, &case.reference, &factor.id, !is_wrong);
                stored.await.map_err(failure)?;
            }
        }
    }
    Ok(Redirect::to("/measurement/saved"))
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
