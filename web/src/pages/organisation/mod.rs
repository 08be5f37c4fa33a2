//! The organisation: the units as a tree with who leads each, for whoever looks after all of them.

pub mod one;

use askama::Template;
use axum::extract::{Form as Sent, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use store::organisation::{PlacedUnit, UnitError};
use store::{StoreError, Viewer};

use super::administration::{refuse, refuse_identity_numbers};
use crate::failure::Failure;
use crate::form::{Form, Keep};
use crate::language::swedish_order;
use crate::page::{Page, Shown, Visit};
use crate::session::{SignedIn, escaped};
use crate::site::Site;
use crate::texts::Tr;

#[derive(Template)]
#[template(path = "organisation/tree.html")]
struct TreePage {
    page: Page,
    form: Form,
    units: Vec<Line>,
    parents: Vec<(String, String)>,
}

/// A unit in the tree.
struct Line {
    address: String,
    depth: usize,
    name: String,
    code: String,
    leaders: String,
    state: String,
}

fn empty_form() -> Form {
    Form::new(&[("code", Keep::Written), ("name", Keep::Written), ("parent", Keep::Written)])
}

/// The units on a day; nobody but whoever looks after all of them gets here.
async fn units(site: &Site, viewer: &Viewer, day: Date) -> Result<Vec<PlacedUnit>, Failure> {
    let mut reading = site.store().read(viewer).await?;
    let units = match reading.organisation(day).await {
        Err(StoreError::NotThere) => return Err(Failure::NotFound),
        units => units?,
    };
    reading.close().await?;
    Ok(units)
}

/// Each unit after the one above it, those beside each other by name, with how far down it lies.
fn in_order(units: &[PlacedUnit]) -> Vec<(usize, &PlacedUnit)> {
    let mut ordered = Vec::with_capacity(units.len());
    // From the last on, so that the first by name is taken first.
    let under = |parent: Option<&str>, depth: usize| {
        let mut under: Vec<(usize, &PlacedUnit)> = units
            .iter()
            .filter(|unit| unit.parent.as_deref() == parent)
            .map(|unit| (depth, unit))
            .collect();
        under.sort_by_cached_key(|(_, unit)| std::cmp::Reverse(swedish_order(&unit.name)));
        under
    };
    let mut waiting = under(None, 0);
    while let Some((depth, unit)) = waiting.pop() {
        ordered.push((depth, unit));
        waiting.extend(under(Some(&unit.code), depth + 1));
    }
    ordered
}

fn leaders(unit: &PlacedUnit, tr: &Tr) -> String {
    let leader = |(role, name): &(String, String)| format!("{name} ({})", tr.text(&format!("role-{role}")));
    let leaders: Vec<String> = unit.leaders.iter().map(leader).collect();
    if leaders.is_empty() {
        tr.text("organisation-nobody")
    } else {
        leaders.join(", ")
    }
}

fn is_used(unit: &PlacedUnit, today: Date) -> bool {
    unit.ended.is_none_or(|ended| ended > today)
}

fn state(unit: &PlacedUnit, today: Date, tr: &Tr) -> String {
    match unit.ended {
        None => tr.text("administration-current"),
        Some(ended) => {
            let last = tr.locale().day(super::administration::last_day(ended));
            let id = if ended > today {
                "organisation-ends"
            } else {
                "organisation-ended"
            };
            tr.with(id, "last", &last)
        }
    }
}

/// The units that are used, to lie under; the top first.
fn parents(units: &[PlacedUnit], today: Date, without: Option<&str>, tr: &Tr) -> Vec<(String, String)> {
    let mut parents: Vec<(String, String)> = units
        .iter()
        .filter(|unit| is_used(unit, today) && Some(unit.code.as_str()) != without)
        .map(|unit| (unit.code.clone(), unit.name.clone()))
        .collect();
    parents.sort_by_cached_key(|(_, name)| swedish_order(name));
    parents.insert(0, (String::new(), tr.text("organisation-top")));
    parents
}

/// Puts what the store refused into the form; `place` and `day` are the fields about where a unit lies, and from when.
fn refused(form: &mut Form, error: UnitError, (place, day): (&str, &str), tr: &Tr) -> Result<(), Failure> {
    match error {
        UnitError::NoCode { .. } => refuse(form, "code", &tr.text("organisation-no-code")),
        UnitError::CodeTaken { .. } => form.refuse("code", tr.text("organisation-code-taken")),
        UnitError::NoName => refuse(form, "name", &tr.text("organisation-no-name")),
        UnitError::IdentityNumber => refuse_identity_numbers(form, &["code", "name"], tr),
        UnitError::NoParent { .. } => refuse(form, place, &tr.text("organisation-no-parent")),
        UnitError::Circle { codes } => form.refuse(place, tr.with("organisation-circle", "units", &codes.join(" > "))),
        UnitError::Employed => form.refuse(day, tr.text("organisation-employed")),
        UnitError::NotEmpty => form.refuse(day, tr.text("organisation-not-empty")),
        UnitError::Store(StoreError::NotThere) => return Err(Failure::NotFound),
        UnitError::Store(error) => return Err(error.into()),
    }
    Ok(())
}

/// `GET /organisation`
///
/// # Errors
/// [`Failure::NotFound`] for whoever does not look after all units; or when the database does not answer.
pub async fn show(State(site): State<Site>, SignedIn(viewer): SignedIn, visit: Visit) -> Result<Shown, Failure> {
    shown(&site, &viewer, &visit, empty_form()).await
}

async fn shown(site: &Site, viewer: &Viewer, visit: &Visit, form: Form) -> Result<Shown, Failure> {
    let (today, tr) = (site.now().date(), &visit.tr);
    let units = units(site, viewer, today).await?;
    let line = |(depth, unit): (usize, &PlacedUnit)| Line {
        address: format!("/organisation/{}", escaped(&unit.code).replace('/', "%2F")),
        depth: depth.min(4),
        name: unit.name.clone(),
        code: unit.code.clone(),
        leaders: leaders(unit, tr),
        state: state(unit, today, tr),
    };
    Ok(Shown::new(&TreePage {
        form,
        parents: parents(&units, today, None, tr),
        units: in_order(&units).into_iter().map(line).collect(),
        page: visit.page("organisation-title"),
    }))
}

/// `POST /organisation`: adds a unit.
///
/// # Errors
/// [`Failure`] when the viewer may not or the database does not answer. What cannot be taken is a form to be put right.
pub async fn add(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Sent(sent): Sent<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let mut form = empty_form().filled_in(sent);
    let parent = Some(form.value("parent").to_owned()).filter(|parent| !parent.is_empty());
    let added = site
        .store()
        .add_unit(&viewer, form.value("code"), form.value("name"), parent.as_deref());
    match added.await {
        Ok(()) => return Ok(Redirect::to("/organisation").into_response()),
        Err(error) => refused(&mut form, error, ("parent", "parent"), &visit.tr)?,
    }
    let shown = shown(&site, &viewer, &visit, form).await?;
    Ok(shown.with_status(StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_unit_stands_after_the_one_above_it_and_those_beside_each_other_by_name() {
        let unit = |code: &str, name: &str, parent: Option<&str>| PlacedUnit {
            code: code.to_owned(),
            name: name.to_owned(),
            parent: parent.map(str::to_owned),
            places: Vec::new(),
            ended: None,
            leaders: Vec::new(),
        };
        let units = [
            unit("o", "Östra", None),
            unit("a2", "Öl", Some("a")),
            unit("a", "Alfa", None),
            unit("a1", "Ek", Some("a")),
            unit("a11", "Under", Some("a1")),
        ];
        let order: Vec<(usize, &str)> = in_order(&units)
            .into_iter()
            .map(|(depth, unit)| (depth, unit.code.as_str()))
            .collect();
        assert_eq!(order, [(0, "a"), (1, "a1"), (2, "a11"), (1, "a2"), (0, "o")]);
    }
}
