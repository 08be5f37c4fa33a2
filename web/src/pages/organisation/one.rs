//! One unit: its name, where it lies and has lain, and when it ends.

use askama::Template;
use axum::extract::{Form as Sent, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use store::Viewer;
use store::organisation::PlacedUnit;

use super::{leaders, parents, refused, state, units};
use crate::failure::Failure;
use crate::form::{Form, Keep};
use crate::page::{Page, Shown, Visit};
use crate::pages::administration::{day_after, period_in_words, read_day};
use crate::session::SignedIn;
use crate::site::Site;

#[derive(Template)]
#[template(path = "organisation/one.html")]
struct UnitPage {
    page: Page,
    form: Form,
    address: String,
    code: String,
    above: String,
    leaders: String,
    state: String,
    places: Vec<Place>,
    parents: Vec<(String, String)>,
}

/// Where it lay.
struct Place {
    above: String,
    period: String,
}

fn empty_form() -> Form {
    Form::new(&[
        ("name", Keep::Written),
        ("parent", Keep::Written),
        ("from", Keep::Written),
        ("last", Keep::Written),
    ])
}

struct Known {
    units: Vec<PlacedUnit>,
    unit: PlacedUnit,
    today: Date,
    address: String,
}

impl Known {
    async fn of(site: &Site, viewer: &Viewer, code: &str, visit: &Visit) -> Result<Self, Failure> {
        let today = site.now().date();
        let units = units(site, viewer, today).await?;
        let unit = units
            .iter()
            .find(|unit| unit.code == code)
            .cloned()
            .ok_or(Failure::NotFound)?;
        let address = visit.path().to_owned();
        Ok(Self {
            units,
            unit,
            today,
            address,
        })
    }

    fn form(&self) -> Form {
        let mut form = empty_form();
        form.set("name", self.unit.name.as_str());
        form.set("parent", self.unit.parent.clone().unwrap_or_default());
        form
    }

    fn page(&self, visit: &Visit, form: Form) -> UnitPage {
        let tr = &visit.tr;
        let name = |code: Option<&str>| match code {
            None => tr.text("organisation-top"),
            Some(code) => {
                let unit = self.units.iter().find(|unit| unit.code == code);
                unit.map_or_else(|| code.to_owned(), |unit| unit.name.clone())
            }
        };
        let places = self.unit.places.iter().map(|(parent, period)| Place {
            above: name(parent.as_deref()),
            period: period_in_words(*period, tr),
        });
        UnitPage {
            form,
            address: self.address.clone(),
            code: self.unit.code.clone(),
            above: name(self.unit.parent.as_deref()),
            leaders: leaders(&self.unit, tr),
            state: state(&self.unit, self.today, tr),
            places: places.collect(),
            parents: parents(&self.units, self.today, Some(&self.unit.code), tr),
            page: visit.titled(self.unit.name.clone()),
        }
    }
}

/// `GET /organisation/{unit}`
///
/// # Errors
/// [`Failure::NotFound`] when there is no such unit or not for the viewer; or when the database does not answer.
pub async fn show(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Path(unit): Path<String>,
) -> Result<Shown, Failure> {
    let known = Known::of(&site, &viewer, &unit, &visit).await?;
    let form = known.form();
    Ok(Shown::new(&known.page(&visit, form)))
}

/// `POST /organisation/{unit}`: the field `do` says which form was sent.
///
/// # Errors
/// [`Failure`] when there is no such unit or form, or the database does not answer. What cannot be taken is a form to be put right.
pub async fn change(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Path(unit): Path<String>,
    Sent(sent): Sent<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let known = Known::of(&site, &viewer, &unit, &visit).await?;
    let what = sent.iter().find(|(name, _)| name == "do").map(|(_, what)| what.clone());
    let what = what.ok_or(Failure::BadRequest)?;
    let mut form = known.form();
    let written = empty_form().filled_in(sent);
    for name in ["name", "parent", "from", "last"] {
        if !written.values(name).is_empty() {
            form.set(name, written.value(name));
        }
    }
    let (store, tr) = (site.store(), &visit.tr);
    let day = |form: &mut Form, name: &str| {
        let day = read_day(form, name, tr);
        if day.is_none() && !form.has_fault_in(name) {
            form.refuse(name, tr.text("administration-day-needed"));
        }
        day
    };
    let done = match what.as_str() {
        "rename" => Some(store.rename_unit(&viewer, &unit, form.value("name")).await),
        "move" => match day(&mut form, "from") {
            Some(from) => {
                let parent = Some(form.value("parent").to_owned()).filter(|parent| !parent.is_empty());
                Some(store.move_unit(&viewer, &unit, parent.as_deref(), from).await)
            }
            None => None,
        },
        "end" => match day(&mut form, "last") {
            Some(last) => Some(store.end_unit(&viewer, &unit, day_after(last)).await),
            None => None,
        },
        _ => return Err(Failure::BadRequest),
    };
    match done {
        Some(Ok(())) => return Ok(Redirect::to(&known.address).into_response()),
        Some(Err(error)) => refused(&mut form, error, ("parent", "last"), tr)?,
        None => {}
    }
    Ok(Shown::new(&known.page(&visit, form))
        .with_status(StatusCode::UNPROCESSABLE_ENTITY)
        .into_response())
}
