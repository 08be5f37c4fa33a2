//! Qualification: who is not qualified for the tasks that the Social Services Act reserves, and what they hold all the same.

pub mod one;

use askama::Template;
use axum::extract::State;
use jiff::civil::Date;
use store::qualification::Lacking;

use crate::allocation;
use crate::counted;
use crate::failure::Failure;
use crate::language::swedish_order;
use crate::page::{Page, Shown, Visit};
use crate::session::{SignedIn, escaped};
use crate::site::Site;
use crate::texts::Tr;

#[derive(Template)]
#[template(path = "qualification/list.html")]
struct QualificationPage {
    page: Page,
    /// What the act says, with its section.
    lead: String,
    /// How many cases are held without it, an alarm; empty when none is.
    alarm: String,
    lines: Vec<Line>,
}

/// Somebody who is not qualified.
struct Line {
    address: String,
    name: String,
    unit: String,
    degree: String,
    missing: String,
    held: String,
    cases: Vec<Case>,
}

/// A case that is held all the same.
struct Case {
    address: String,
    reference: String,
    words: String,
}

/// `GET /qualification`: those of whom the viewer may know that they work here.
///
/// # Errors
/// [`Failure`] when the database does not answer.
pub async fn show(State(site): State<Site>, SignedIn(viewer): SignedIn, visit: Visit) -> Result<Shown, Failure> {
    let today = site.now().date();
    let mut reading = site.store().read(&viewer).await?;
    let mut lacking = reading.lacking(today).await?;
    let requirement = reading.requirement().await?;
    reading.close().await?;
    let tr = &visit.tr;
    lacking.sort_by_cached_key(|one| swedish_order(&one.person.name));
    // What must be dealt with first.
    lacking.sort_by_key(|one| one.held == 0);
    let section = requirement
        .section(today)
        .map_or_else(String::new, |section| format!("{} {}", section.section, section.act));
    let held: usize = lacking.iter().map(|one| one.held).sum();
    let page = QualificationPage {
        lead: tr.with("qualification-lead", "section", &section),
        alarm: if held == 0 { String::new() } else { held_in_words(held, tr) },
        lines: lacking.into_iter().map(|one| line(one, today, tr)).collect(),
        page: visit.page("qualification-title"),
    };
    Ok(Shown::new(&page))
}

/// How many cases are held by those who are not qualified.
pub(super) fn held_in_words(held: usize, tr: &Tr) -> String {
    tr.counted("qualification-held-without", i64::try_from(held).unwrap_or(i64::MAX))
}

fn line(one: Lacking, today: Date, tr: &Tr) -> Line {
    let case = |case: &store::qualification::HeldWithout| {
        let days = case.since.until(today).map_or(0, |span| i64::from(span.get_days()));
        let arguments = [
            ("kind", counted::kind(&case.case_type, case.phase.as_deref()).into()),
            ("days", tr.counted("days", days).into()),
            ("section", allocation::section(&case.unqualified).into()),
        ];
        Case {
            address: format!("/cases/{}/needs", escaped(&case.reference)),
            reference: case.reference.clone(),
            words: tr.fill("qualification-held-case", &arguments),
        }
    };
    Line {
        address: format!("/people/{}/qualification", one.person.id),
        unit: one.unit.map_or_else(|| tr.text("people-no-unit"), |(_, name)| name),
        degree: one
            .degree
            .map_or_else(|| tr.text("word-not-stated"), |degree| allocation::degree(&degree, tr)),
        missing: allocation::missing(one.missing, tr),
        held: tr.locale().count(i64::try_from(one.held).unwrap_or(i64::MAX)),
        cases: one.cases.iter().map(case).collect(),
        name: one.person.name,
    }
}
