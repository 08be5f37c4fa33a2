//! Administration: what there is to look after, each part shown to those who may; and what its forms have in common.

use askama::Template;
use axum::extract::State;
use axum::http::Method;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};
use rules::access::Permission;
use rules::identity_number;
use rules::unit::Tree;
use store::Viewer;

use crate::failure::Failure;
use crate::form::Form;
use crate::page::{Page, Shown, Visit};
use crate::routes;
use crate::session::SignedIn;
use crate::site::Site;
use crate::texts::Tr;

/// The parts, in the order of the page: address, id of the sentences, and what it takes. One that has no address in the table of routes
/// is passed over.
const PARTS: [(&str, &str, Permission); 10] = [
    ("/people", "people", Permission::People),
    ("/qualification", "qualification", Permission::People),
    ("/organisation", "organisation", Permission::People),
    ("/import", "import", Permission::Import),
    ("/weight-models", "weight-models", Permission::AdoptModel),
    ("/accounts", "accounts", Permission::Accounts),
    ("/action-kinds", "action-kinds", Permission::Settings),
    ("/settings", "settings", Permission::Settings),
    ("/event-log", "event-log", Permission::EventLog),
    ("/access-review", "access-review", Permission::ReviewAccess),
];

#[derive(Template)]
#[template(path = "administration.html")]
struct AdministrationPage {
    page: Page,
    parts: Vec<Part>,
}

/// A part, with what it is for.
struct Part {
    address: &'static str,
    title: String,
    text: String,
}

/// Whether a part is for this viewer: what reaches no further than oneself is no administration.
fn may(viewer: &Viewer, permission: Permission) -> bool {
    let reach = viewer.reach(permission, &Tree::default());
    reach.everywhere || !reach.units.is_empty()
}

fn open_parts(viewer: &Viewer) -> impl Iterator<Item = (&'static str, &'static str)> {
    PARTS
        .into_iter()
        .filter(|(address, _, permission)| routes::row(&Method::GET, address).is_some() && may(viewer, *permission))
        .map(|(address, id, _)| (address, id))
}

/// Whether there is anything to look after for whoever asks.
pub(crate) fn is_open_to(viewer: Option<&Viewer>) -> bool {
    viewer.is_some_and(|viewer| open_parts(viewer).next().is_some())
}

/// `GET /administration`
///
/// # Errors
/// [`Failure::NotFound`] for whoever has nothing to look after.
pub async fn show(State(_): State<Site>, SignedIn(viewer): SignedIn, visit: Visit) -> Result<Shown, Failure> {
    let part = |(address, id): (&'static str, &str)| Part {
        address,
        title: visit.tr.text(&format!("administration-part-{id}")),
        text: visit.tr.text(&format!("administration-part-{id}-text")),
    };
    let parts: Vec<Part> = open_parts(&viewer).map(part).collect();
    if parts.is_empty() {
        return Err(Failure::NotFound);
    }
    let page = visit.page("administration-title");
    Ok(Shown::new(&AdministrationPage { page, parts }))
}

/// Reads a day from a field; none when it was left empty. What is no day is a fault of the form.
pub(super) fn read_day(form: &mut Form, name: &str, tr: &Tr) -> Option<Date> {
    let written = form.value(name).to_owned();
    if written.is_empty() {
        return None;
    }
    let is_likely = |day: &Date| (1900..=2200).contains(&day.year());
    let is_plain = written.len() == 10 && written.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let day = written.parse::<Date>().ok().filter(|day| is_plain && is_likely(day));
    if day.is_none() {
        refuse(form, name, &tr.text("administration-no-day"));
    }
    day
}

/// Reads the first and the last day from two fields, and gives them as a period is kept: without the last day it lasts. `today` is the
/// first day when none is written.
pub(super) fn read_period(form: &mut Form, first: &str, last: &str, today: Date, tr: &Tr) -> Option<rules::period::Period> {
    let from = read_day(form, first, tr);
    let until = read_day(form, last, tr);
    if form.has_fault_in(first) || form.has_fault_in(last) {
        return None;
    }
    let from = from.unwrap_or(today);
    let period = rules::period::Period::new(from, until.map(day_after))
        .ok()
        .filter(|period| Some(from) != period.to());
    if period.is_none() {
        form.refuse(last, tr.text("administration-ends-before"));
    }
    period
}

/// The day on which something no longer counts whose last day this is.
pub(super) fn day_after(last: Date) -> Date {
    last.saturating_add(1.day())
}

/// The last day of what no longer counts on this one.
pub(super) fn last_day(until: Date) -> Date {
    until.saturating_sub(1.day())
}

/// A period in words: `från 2026-01-01`, `2026-01-01 till 2026-06-30`.
pub(crate) fn period_in_words(period: rules::period::Period, tr: &Tr) -> String {
    let from = tr.locale().day(period.from());
    match period.to() {
        None => tr.with("administration-since", "from", &from),
        Some(until) if until == period.from() => tr.with("administration-never", "from", &from),
        Some(until) => {
            let last = tr.locale().day(last_day(until));
            tr.fill("administration-from-to", &[("from", from.into()), ("last", last.into())])
        }
    }
}

/// A moment as the clock on the wall shows it: `2026-10-31 09:00`.
pub(super) fn moment(at: Timestamp, site: &Site, tr: &Tr) -> String {
    let local = site.now().time_zone().to_datetime(at);
    format!("{} {:02}:{:02}", tr.locale().day(local.date()), local.hour(), local.minute())
}

/// Does not show again what was written in a field where it holds an identity number.
pub(super) fn forget_identity_number(form: &mut Form, name: &str) {
    if identity_number::contains(form.value(name)) {
        form.set(name, "");
    }
}

/// Notes a fault; where what was written holds an identity number, it is not shown again.
pub(super) fn refuse(form: &mut Form, name: &str, sentence: &str) {
    forget_identity_number(form, name);
    form.refuse(name, sentence);
}

/// Refuses what holds an identity number, and does not show it again.
pub(super) fn refuse_identity_numbers(form: &mut Form, names: &[&str], tr: &Tr) {
    for name in names {
        if identity_number::contains(form.value(name)) {
            refuse(form, name, &tr.text("administration-identity-number"));
        }
    }
}
