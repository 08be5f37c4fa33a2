//! The catalogue of actions that can be agreed in a dialogue: seen, added to, renamed, and retired.

use askama::Template;
use axum::extract::{Form as Sent, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use rules::action::ActionKind;
use store::Viewer;

use super::administration::refuse_identity_numbers;
use crate::failure::Failure;
use crate::form::{Form, Keep};
use crate::page::{Page, Shown, Visit};
use crate::session::{SignedIn, escaped};
use crate::site::Site;
use crate::texts::Tr;

#[derive(Template)]
#[template(path = "action_kinds.html")]
struct KindsPage {
    page: Page,
    kinds: Vec<Kind>,
    form: Form,
    /// Id of the kind that is changed; empty for a new one.
    changed: String,
    retired: Vec<(String, String)>,
}

/// A kind in the list.
struct Kind {
    address: String,
    sv: String,
    en: String,
    state: String,
}

/// The longest title, characters.
const LONGEST: usize = 100;

fn empty_form() -> Form {
    Form::new(&[("sv", Keep::Written), ("en", Keep::Written), ("retired", Keep::Written)])
}

async fn catalogue(site: &Site, viewer: &Viewer) -> Result<Vec<ActionKind>, Failure> {
    let mut reading = site.store().read(viewer).await?;
    let kinds = reading.action_kinds().await?;
    reading.close().await?;
    Ok(kinds)
}

/// `GET /action-kinds`: with `kind`, the form holds that kind to be changed.
///
/// # Errors
/// [`Failure::NotFound`] when there is no such kind; or when the database does not answer.
pub async fn show(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Query(asked): Query<Vec<(String, String)>>,
) -> Result<Shown, Failure> {
    let kinds = catalogue(&site, &viewer).await?;
    let wanted = asked.into_iter().find(|(name, _)| name == "kind").map(|(_, id)| id);
    let mut form = empty_form();
    if let Some(id) = &wanted {
        let kind = kinds.iter().find(|kind| kind.id == *id).ok_or(Failure::NotFound)?;
        form.set("sv", kind.sv.as_str());
        form.set("en", kind.en.as_str());
        form.set("retired", if kind.retired { "yes" } else { "" });
    }
    Ok(shown(&kinds, &visit, form, wanted.unwrap_or_default()))
}

fn shown(kinds: &[ActionKind], visit: &Visit, form: Form, changed: String) -> Shown {
    let tr = &visit.tr;
    let kind = |kind: &ActionKind| Kind {
        address: format!("/action-kinds?kind={}#form", escaped(&kind.id)),
        sv: kind.sv.clone(),
        en: kind.en.clone(),
        state: tr.text(if kind.retired {
            "action-kinds-retired"
        } else {
            "action-kinds-offered"
        }),
    };
    Shown::new(&KindsPage {
        kinds: kinds.iter().map(kind).collect(),
        form,
        changed,
        retired: vec![("yes".to_owned(), tr.text("action-kinds-retire"))],
        page: visit.page("action-kinds-title"),
    })
}

/// `POST /action-kinds`
///
/// # Errors
/// [`Failure::NotFound`] for a kind that is not there; or when the database does not answer. What cannot be taken is a form to be put
/// right.
pub async fn save(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Sent(sent): Sent<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let kinds = catalogue(&site, &viewer).await?;
    let id = sent
        .iter()
        .find(|(name, _)| name == "id")
        .map_or_else(String::new, |(_, id)| id.clone());
    if !id.is_empty() && !kinds.iter().any(|kind| kind.id == id) {
        return Err(Failure::NotFound);
    }
    let mut form = empty_form().filled_in(sent);
    check(&mut form, &kinds, &id, &visit.tr);
    if form.is_right() {
        let kind = ActionKind {
            id: if id.is_empty() { new_id(form.value("en"), &kinds) } else { id },
            sv: form.value("sv").to_owned(),
            en: form.value("en").to_owned(),
            retired: form.is_chosen("retired", "yes"),
        };
        site.store().set_action_kind(&viewer, &kind).await?;
        return Ok(Redirect::to("/action-kinds").into_response());
    }
    let shown = shown(&kinds, &visit, form, id);
    Ok(shown.with_status(StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

fn check(form: &mut Form, kinds: &[ActionKind], id: &str, tr: &Tr) {
    refuse_identity_numbers(form, &["sv", "en"], tr);
    for name in ["sv", "en"] {
        let written = form.value(name).to_owned();
        if form.has_fault_in(name) {
            continue;
        }
        if written.is_empty() || written.chars().count() > LONGEST || written.chars().any(char::is_control) {
            let longest = i64::try_from(LONGEST).unwrap_or(i64::MAX);
            form.refuse(name, tr.counted("action-kinds-no-title", longest));
        }
        let title = |kind: &ActionKind| if name == "sv" { kind.sv.clone() } else { kind.en.clone() };
        let same = |kind: &&ActionKind| kind.id != id && title(kind).to_lowercase() == written.to_lowercase();
        if kinds.iter().any(|kind| same(&kind)) {
            form.refuse(name, tr.text("action-kinds-same-title"));
        }
    }
}

/// An id for a new kind: its English title in small letters, with a number after it when that is taken.
fn new_id(title: &str, kinds: &[ActionKind]) -> String {
    let words: Vec<String> = title
        .to_lowercase()
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    let base: String = words.join("-").chars().take(40).collect();
    let base = if base.is_empty() { "action".to_owned() } else { base };
    let taken = |id: &str| kinds.iter().any(|kind| kind.id == id);
    let mut id = base.clone();
    let mut number = 2_u32;
    while taken(&id) {
        id = format!("{base}-{number}");
        number += 1;
    }
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_kind_is_known_by_its_english_title_and_never_by_anothers() {
        let kinds = rules::action::shipped();
        for (title, expected) in [
            ("Work from home", "work-from-home"),
            ("Relief", "relief-2"),
            ("åäö", "action"),
            ("  A -- B ", "a-b"),
        ] {
            assert_eq!(new_id(title, &kinds), expected, "{title}");
        }
    }
}
