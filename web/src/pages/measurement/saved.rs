//! What was saved this month, and what happens with it.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::{Number, Said, month, number_saved, of_this_month, said};
use crate::failure::Failure;
use crate::page::{Page, Shown, Visit};
use crate::session::SignedIn;
use crate::site::Site;

#[derive(Template)]
#[template(path = "measurement/saved.html")]
struct SavedPage {
    page: Page,
    month: String,
    number: Number,
    said: Said,
    /// How many effort factors the supervisor shall look at; empty when there is none.
    remarks: String,
    /// Id of the measurement, which a dialogue can be begun about.
    measurement: i64,
}

/// `GET /measurement/saved`: leads to the measurement when nothing is saved this month.
///
/// # Errors
/// [`Failure`] when the database does not answer.
pub async fn show(State(site): State<Site>, SignedIn(viewer): SignedIn, visit: Visit) -> Result<Response, Failure> {
    let measurement = match viewer.person() {
        Some(person) => of_this_month(&site, &viewer, person).await?,
        None => None,
    };
    let Some((measurement, own)) = measurement.and_then(|one| one.own.clone().map(|own| (one, own))) else {
        return Ok(Redirect::to("/measurement").into_response());
    };
    let mut reading = site.store().read(&viewer).await?;
    let remarks = reading.remarks(measurement.id).await?;
    reading.close().await?;
    let wrong = remarks
        .iter()
        .filter(|remark| !remark.is_right && remark.settled.is_none())
        .count();
    let tr = &visit.tr;
    let remarks = if wrong == 0 {
        String::new()
    } else {
        tr.counted("measurement-saved-remarks", i64::try_from(wrong).unwrap_or(i64::MAX))
    };
    let page = SavedPage {
        month: month(measurement.month, tr),
        number: number_saved(&measurement, tr),
        said: said(&own, tr),
        remarks,
        measurement: measurement.id,
        page: visit.page("measurement-saved-title"),
    };
    Ok(Shown::new(&page).into_response())
}
