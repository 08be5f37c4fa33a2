//! The event log: who changed what and when, the latest first, and whether the log is whole.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::Timestamp;
use jiff::civil::Date;
use store::log::{Event, LogCheck, LogFilter};

use super::administration::{day_after, forget_identity_number, moment, read_day};
use crate::failure::Failure;
use crate::form::{Form, Keep};
use crate::page::{Page, Shown, Visit};
use crate::session::{SignedIn, escaped};
use crate::site::Site;
use crate::texts::Tr;

#[derive(Template)]
#[template(path = "event_log.html")]
struct EventLogPage {
    page: Page,
    form: Form,
    kinds: Vec<(String, String)>,
    events: Vec<Line>,
    /// Where the entries before these are; empty when there are none.
    older: String,
    /// Whether it is not the first page.
    is_further: bool,
    check: Option<Check>,
}

/// An entry.
struct Line {
    sequence: String,
    at: String,
    actor: String,
    kind: String,
    subject: String,
    /// What was before and after, as it is stored.
    details: Details,
}

enum Details {
    Shown(String),
    /// It is about somebody's load, which is not for whoever reads the log.
    AboutLoad,
    Erased,
}

/// The latest check.
struct Check {
    words: String,
    is_whole: bool,
}

/// So many entries stand on a page.
const ON_PAGE: u32 = 50;

/// What the kinds of entries begin with that say something about how somebody is loaded, or about what two people agreed.
const ABOUT_LOAD: [&str; 5] = ["measurement.", "dialogue.", "factor.", "load.", "action."];

/// The kind that begins so and is about nobody.
const CATALOGUE: &str = "action.kind";

fn form() -> Form {
    Form::new(&[
        ("from", Keep::Written),
        ("to", Keep::Written),
        ("kind", Keep::Written),
        ("actor", Keep::Written),
    ])
}

/// `GET /event-log`
///
/// # Errors
/// [`Failure`] when the database does not answer. A day that is none is a form to be put right.
pub async fn show(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Query(asked): Query<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let tr = &visit.tr;
    let before = asked
        .iter()
        .find(|(name, _)| name == "before")
        .and_then(|(_, before)| before.parse().ok());
    let frame = visit.page("event-log-title").forgetting_identity_numbers(&asked);
    let mut form = form().filled_in(asked);
    for name in ["kind", "actor"] {
        forget_identity_number(&mut form, name);
    }
    let from = read_day(&mut form, "from", tr);
    let to = read_day(&mut form, "to", tr);
    let is_right = form.is_right();
    let filter = LogFilter {
        before: before.unwrap_or(i64::MAX),
        from: from.map_or(Timestamp::UNIX_EPOCH, |day| beginning(day, &site)),
        until: to.map_or(Timestamp::MAX, |day| beginning(day_after(day), &site)),
        action: form.value("kind").to_owned(),
        actor: form.value("actor").to_lowercase(),
    };
    let mut reading = site.store().read(&viewer).await?;
    let mut events = if is_right {
        reading.latest_events(&filter, ON_PAGE + 1).await?
    } else {
        Vec::new()
    };
    let actions = reading.event_actions().await?;
    let check = reading.last_log_check().await?;
    reading.close().await?;
    let has_older = events.len() > ON_PAGE as usize;
    events.truncate(ON_PAGE as usize);
    let older = events.last().filter(|_| has_older).map(|last| last.sequence);
    let page = EventLogPage {
        kinds: kinds(&actions, tr),
        older: older.map_or_else(String::new, |before| address(&form, before)),
        is_further: before.is_some(),
        events: events.into_iter().map(|event| line(event, &site, tr)).collect(),
        check: check.map(|check| checked(&check, &site, tr)),
        form,
        page: frame,
    };
    let shown = Shown::new(&page);
    Ok(if is_right {
        shown.into_response()
    } else {
        shown.with_status(StatusCode::UNPROCESSABLE_ENTITY).into_response()
    })
}

/// When a day begins where the municipality lies.
fn beginning(day: Date, site: &Site) -> Timestamp {
    let zone = site.now().time_zone().clone();
    day.to_zoned(zone).map_or(Timestamp::MAX, |zoned| zoned.timestamp())
}

/// The page with the entries before this one, by the same filter.
fn address(form: &Form, before: i64) -> String {
    let asked = ["from", "to", "kind", "actor"]
        .into_iter()
        .filter(|name| !form.value(name).is_empty());
    asked.fold(format!("/event-log?before={before}"), |address, name| {
        format!("{address}&{name}={}", escaped(form.value(name)))
    })
}

fn kinds(actions: &[String], tr: &Tr) -> Vec<(String, String)> {
    let mut kinds: Vec<(String, String)> = actions.iter().map(|action| (action.clone(), kind(action, tr))).collect();
    kinds.sort_by_cached_key(|(_, words)| crate::language::swedish_order(words));
    kinds.insert(0, (String::new(), tr.text("event-log-any-kind")));
    kinds
}

/// A kind in words; one without words is named as it is stored.
fn kind(action: &str, tr: &Tr) -> String {
    let id = format!("event-kind-{}", action.replace(['.', '_'], "-"));
    let words = tr.text(&id);
    if words == id { action.to_owned() } else { words }
}

fn line(event: Event, site: &Site, tr: &Tr) -> Line {
    let about_load = ABOUT_LOAD.iter().any(|start| event.action.starts_with(start)) && event.action != CATALOGUE;
    Line {
        sequence: tr.locale().count(event.sequence),
        at: moment(event.at, site, tr),
        kind: kind(&event.action, tr),
        details: match event.details {
            _ if about_load => Details::AboutLoad,
            None => Details::Erased,
            Some(details) => Details::Shown(details),
        },
        actor: event.actor,
        subject: if event.action == store::look::ACTION {
            tr.text(&format!("look-{}", event.subject))
        } else {
            event.subject
        },
    }
}

fn checked(check: &LogCheck, site: &Site, tr: &Tr) -> Check {
    let (at, actor) = (moment(check.at, site, tr), check.actor.clone());
    let arguments = |count: i64| [("at", at.into()), ("actor", actor.into()), ("count", count.into())];
    let (id, count) = match (check.entries, check.broken) {
        (Some(entries), None) => ("event-log-whole", entries),
        (_, broken) => ("event-log-broken", broken.unwrap_or(0)),
    };
    Check {
        words: tr.fill(id, &arguments(count)),
        is_whole: check.broken.is_none(),
    }
}

/// `POST /event-log`: walks through the whole log; what was found is noted in it and shown on the page.
///
/// # Errors
/// [`Failure`] when the database does not answer.
pub async fn check(State(site): State<Site>, SignedIn(viewer): SignedIn) -> Result<Redirect, Failure> {
    site.store().check_log(&viewer).await?;
    Ok(Redirect::to("/event-log"))
}
