//! The monthly measurement: somebody's own month as it stands, and what that person says of it. Ten minutes, three pages at most.

pub mod cases;
mod flex;
pub mod saved;

use askama::Template;
use axum::extract::{Form as Sent, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use rules::identity_number;
use rules::load::explain;
use rules::measurement::Rating;
use rules::weight_model::Series;
use store::load::PersonFacts;
use store::measurement::{LONGEST_SENTENCE, Measurement, MeasurementError, OwnRating};
use store::{StoreError, Viewer};

use super::my_load::no_load;
use crate::counted;
use crate::failure::Failure;
use crate::form::{Form, Keep};
use crate::page::{Page, Shown, Visit};
use crate::session::SignedIn;
use crate::site::Site;
use crate::texts::Tr;

#[derive(Template)]
#[template(path = "measurement/measurement.html")]
struct MeasurementPage {
    page: Page,
    month: String,
    number: Number,
    /// What was said, when a concluded dialogue has frozen it.
    frozen: Option<Said>,
    form: Form,
    ratings: Vec<(String, String)>,
    earlier: Vec<EarlierMonth>,
}

/// The number that the measurement is about.
struct Number {
    load: String,
    band: String,
    meaning: String,
    points: String,
    capacity: String,
    /// The day it stood so.
    day: String,
    /// Whether it was saved that day and stands, whatever has changed since.
    is_saved: bool,
}

/// What somebody said of a month, in words.
struct Said {
    rating: String,
    /// Empty when it was not said.
    flex: String,
    /// Empty when it was not said.
    sentence: String,
}

/// A month before this one.
struct EarlierMonth {
    month: String,
    load: String,
    band: String,
    rating: String,
}

/// So many earlier months are shown.
const EARLIER: u32 = 12;

/// What is known of somebody's own month.
struct Known {
    today: Date,
    facts: PersonFacts,
    models: Series,
    /// This month's measurement, when it is saved.
    saved: Option<Measurement>,
    earlier: Vec<Measurement>,
    is_frozen: bool,
}

impl Known {
    async fn of(site: &Site, viewer: &Viewer, person: i64) -> Result<Self, Failure> {
        let today = site.now().date();
        let mut reading = site.store().read(viewer).await?;
        let models = reading.weight_models().await?;
        let facts = reading.somebody(person, today, today).await?;
        let mut earlier = reading.measurements_of(person, EARLIER + 1).await?;
        let month = today.first_of_month();
        let saved = earlier
            .iter()
            .position(|one| one.month == month)
            .map(|place| earlier.remove(place));
        let is_frozen = match &saved {
            Some(saved) => reading.is_frozen(saved.id).await?,
            None => false,
        };
        reading.close().await?;
        Ok(Self {
            today,
            facts: facts.ok_or(Failure::NotFound)?,
            models,
            saved,
            earlier,
            is_frozen,
        })
    }

    /// The page; none when no weight model is valid.
    fn page(&self, visit: &Visit, form: Form) -> Option<MeasurementPage> {
        let tr = &visit.tr;
        let said = self.saved.as_ref().and_then(|saved| saved.own.as_ref());
        Some(MeasurementPage {
            month: month(self.today, tr),
            number: self.number(tr)?,
            frozen: said.filter(|_| self.is_frozen).map(|own| self::said(own, tr)),
            form,
            ratings: (1..=5).map(|number| (number.to_string(), rating(number, tr))).collect(),
            earlier: self.earlier.iter().map(|one| earlier_month(one, tr)).collect(),
            page: visit.page("measurement-title"),
        })
    }

    fn number(&self, tr: &Tr) -> Option<Number> {
        if let Some(saved) = &self.saved {
            return Some(number_saved(saved, tr));
        }
        let model = self.models.on(self.today)?;
        let of = explain(model, &self.facts.person, &self.facts.holdings, self.today);
        let counted = counted::counted(&of, model, tr);
        Some(Number {
            load: counted.load,
            band: counted.band,
            meaning: counted.meaning,
            points: counted.points,
            capacity: counted.capacity,
            day: tr.long_day(self.today),
            is_saved: false,
        })
    }

    /// The form with what was said before.
    fn form(&self, tr: &Tr) -> Form {
        let mut form = empty_form();
        if let Some(own) = self.saved.as_ref().and_then(|saved| saved.own.as_ref()) {
            form.set("rating", u8::from(own.rating).to_string());
            form.set(
                "flex",
                own.flex.map_or_else(String::new, |flex| flex::written(flex, tr.locale())),
            );
            form.set("sentence", own.sentence.clone().unwrap_or_default());
        }
        form
    }
}

fn empty_form() -> Form {
    Form::new(&[
        ("rating", Keep::Written),
        ("flex", Keep::Written),
        ("sentence", Keep::Written),
    ])
}

fn number_saved(saved: &Measurement, tr: &Tr) -> Number {
    Number {
        load: counted::load(saved.load, tr),
        band: counted::band(saved.band, tr),
        meaning: tr.text(&format!("band-{}-means", saved.band.id())),
        points: counted::points(saved.points, tr),
        capacity: counted::points(saved.capacity, tr),
        day: tr.long_day(saved.measured_on),
        is_saved: true,
    }
}

/// A month in words: `oktober 2026`.
pub(super) fn month(day: Date, tr: &Tr) -> String {
    format!("{} {}", tr.text(&format!("month-{}", day.month())), day.year())
}

pub(super) fn rating(number: u8, tr: &Tr) -> String {
    tr.text(&format!("rating-{number}"))
}

/// A flex balance in words: `4,5 timmar`.
pub(super) fn flex_in_words(minutes: i64, tr: &Tr) -> String {
    tr.with("measurement-hours", "hours", &flex::written(minutes, tr.locale()))
}

fn said(own: &OwnRating, tr: &Tr) -> Said {
    Said {
        rating: rating(own.rating.into(), tr),
        flex: own.flex.map_or_else(String::new, |flex| flex_in_words(flex, tr)),
        sentence: own.sentence.clone().unwrap_or_default(),
    }
}

fn earlier_month(of: &Measurement, tr: &Tr) -> EarlierMonth {
    let own = of.own.as_ref();
    EarlierMonth {
        month: month(of.month, tr),
        load: counted::load(of.load, tr),
        band: counted::band(of.band, tr),
        rating: own.map_or_else(|| tr.text("measurement-not-rated"), |own| rating(own.rating.into(), tr)),
    }
}

/// `GET /measurement`
///
/// # Errors
/// [`Failure`] when the database does not answer.
pub async fn show(State(site): State<Site>, SignedIn(viewer): SignedIn, visit: Visit) -> Result<Shown, Failure> {
    let Some(person) = viewer.person() else {
        return Ok(no_load(&visit, "measurement-title", "my-load-no-person"));
    };
    let known = Known::of(&site, &viewer, person).await?;
    let form = known.form(&visit.tr);
    Ok(shown(&known, &visit, form))
}

fn shown(known: &Known, visit: &Visit, form: Form) -> Shown {
    match known.page(visit, form) {
        Some(page) => Shown::new(&page),
        None => no_load(visit, "measurement-title", "my-load-no-model"),
    }
}

/// `POST /measurement`
///
/// # Errors
/// [`Failure`] when the database does not answer. What cannot be taken is no failure but a form to be put right.
pub async fn save(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Sent(sent): Sent<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let Some(person) = viewer.person() else {
        let why = no_load(&visit, "measurement-title", "my-load-no-person");
        return Ok(why.with_status(StatusCode::UNPROCESSABLE_ENTITY).into_response());
    };
    let mut form = empty_form().filled_in(sent);
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    if let Some(own) = read(&mut form, &visit.tr) {
        match store(&site, &viewer, person, &own).await {
            Ok(()) => return Ok(Redirect::to("/measurement/cases").into_response()),
            Err(MeasurementError::IdentityNumber) => refuse_identity_number(&mut form, "sentence", &visit.tr),
            Err(MeasurementError::TooLong { maximum }) => refuse_length(&mut form, maximum, &visit.tr),
            Err(MeasurementError::Frozen) => {
                status = StatusCode::CONFLICT;
                form.refuse_all(visit.tr.text("measurement-frozen"));
            }
            // The page says that there is no model.
            Err(MeasurementError::NoModel { .. }) => {}
            Err(MeasurementError::Store(error)) => return Err(error.into()),
            Err(MeasurementError::OtherMonth { .. }) => return Err(Failure::Internal),
        }
    }
    let known = Known::of(&site, &viewer, person).await?;
    Ok(shown(&known, &visit, form).with_status(status).into_response())
}

/// What was said, when all of it can be taken; else the faults are in the form.
fn read(form: &mut Form, tr: &Tr) -> Option<OwnRating> {
    let rating = form
        .value("rating")
        .parse()
        .ok()
        .and_then(|number: u8| Rating::try_from(number).ok());
    if rating.is_none() {
        form.refuse("rating", tr.text("measurement-no-rating"));
    }
    let written = form.value("flex").to_owned();
    let flex = flex::read(&written);
    if !written.is_empty() && flex.is_none() {
        let most = tr.locale().count(flex::MOST_HOURS);
        form.refuse("flex", tr.with("measurement-flex-no-number", "most", &most));
        if identity_number::contains(&written) {
            form.set("flex", "");
        }
    }
    // One sentence: a new line in it is a space, also to the search for identity numbers.
    let words: Vec<&str> = form
        .value("sentence")
        .split(|letter: char| letter.is_whitespace() || letter.is_control())
        .collect();
    let sentence = words
        .into_iter()
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    if identity_number::contains(&sentence) {
        refuse_identity_number(form, "sentence", tr);
    } else if sentence.chars().count() > LONGEST_SENTENCE {
        refuse_length(form, LONGEST_SENTENCE, tr);
    }
    let is_right = form.is_right();
    rating.filter(|_| is_right).map(|rating| OwnRating {
        rating,
        flex,
        sentence: Some(sentence).filter(|sentence| !sentence.is_empty()),
    })
}

/// The number is not shown again, and with it goes what stood around it, for that was about a client.
fn refuse_identity_number(form: &mut Form, field: &str, tr: &Tr) {
    form.set(field, "");
    form.refuse(field, tr.text("measurement-identity-number"));
}

fn refuse_length(form: &mut Form, maximum: usize, tr: &Tr) {
    let maximum = i64::try_from(maximum).unwrap_or(i64::MAX);
    form.refuse("sentence", tr.counted("measurement-too-long", maximum));
}

async fn store(site: &Site, viewer: &Viewer, person: i64, own: &OwnRating) -> Result<(), MeasurementError> {
    let today = site.now().date();
    let mut reading = site.store().read(viewer).await?;
    let models = reading.weight_models().await?;
    reading.close().await?;
    let id = site.store().measure(viewer, person, today, &models).await?;
    site.store().rate(viewer, id, own, today).await
}

/// This month's measurement of the viewer, when it is saved.
async fn of_this_month(site: &Site, viewer: &Viewer, person: i64) -> Result<Option<Measurement>, StoreError> {
    let month = site.now().date().first_of_month();
    let mut reading = site.store().read(viewer).await?;
    let latest = reading.measurements_of(person, 1).await?;
    reading.close().await?;
    Ok(latest.into_iter().find(|one| one.month == month))
}
