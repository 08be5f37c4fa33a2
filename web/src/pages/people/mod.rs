//! People: who works where, for whoever looks after that. No cases and no loads.

pub mod one;

use askama::Template;
use axum::extract::{Query, State};
use store::people::PersonLine;

use crate::failure::Failure;
use crate::form::{Form, Keep};
use crate::page::{Page, Shown, Visit};
use crate::session::SignedIn;
use crate::site::Site;

#[derive(Template)]
#[template(path = "people/list.html")]
struct PeoplePage {
    page: Page,
    form: Form,
    past: Vec<(String, String)>,
    people: Vec<Line>,
    found: String,
}

/// Somebody in the list.
struct Line {
    address: String,
    name: String,
    number: String,
    units: String,
}

/// At most so many are shown at once: a longer list is found through by searching.
const SHOWN: usize = 200;

/// `GET /people`: by name; with `search`, those whose name or number holds it.
///
/// # Errors
/// [`Failure`] when the database does not answer.
pub async fn show(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Query(asked): Query<Vec<(String, String)>>,
) -> Result<Shown, Failure> {
    let tr = &visit.tr;
    let frame = visit.page("people-title").forgetting_identity_numbers(&asked);
    let mut form = Form::new(&[("search", Keep::Written), ("past", Keep::Written)]).filled_in(asked);
    let mut reading = site.store().read(&viewer).await?;
    let mut people = reading.people(site.now().date()).await?;
    reading.close().await?;
    let searched = form.value("search").to_lowercase();
    super::administration::forget_identity_number(&mut form, "search");
    let with_past = form.is_chosen("past", "yes");
    let is_found = |person: &PersonLine| {
        let texts = [person.name.as_str(), person.number.as_str()].into_iter();
        let mut texts = texts.chain(person.units.iter().map(String::as_str));
        (with_past || person.is_employed) && texts.any(|text| text.to_lowercase().contains(&searched))
    };
    people.retain(is_found);
    people.sort_by_cached_key(|person| crate::language::swedish_order(&person.name));
    let count = i64::try_from(people.len()).unwrap_or(i64::MAX);
    let found = if people.len() > SHOWN {
        let shown = i64::try_from(SHOWN).unwrap_or(i64::MAX);
        tr.fill("people-too-many", &[("count", count.into()), ("shown", shown.into())])
    } else {
        tr.counted("people-found", count)
    };
    people.truncate(SHOWN);
    let line = |person: PersonLine| Line {
        address: format!("/people/{}", person.id),
        units: match (person.is_employed, person.units.is_empty()) {
            (false, _) => tr.text("people-not-employed"),
            (true, true) => tr.text("people-no-unit"),
            (true, false) => person.units.join(", "),
        },
        name: person.name,
        number: person.number,
    };
    Ok(Shown::new(&PeoplePage {
        form,
        past: vec![("yes".to_owned(), tr.text("people-past"))],
        people: people.into_iter().map(line).collect(),
        found,
        page: frame,
    }))
}
