//! The accessibility statement that the law requires (lag 2018:1937 on accessibility to digital public service, section 13).
//!
//! Only the municipality can say how well the pages meet the law and where to report what does not work: those facts are settings,
//! and one that is missing is shown as missing.

use askama::Template;
use axum::extract::State;
use axum::response::IntoResponse;

use crate::page::{Page, Shown, Visit};
use crate::settings::{Accessibility, Conformance};
use crate::site::Site;
use crate::texts::Tr;

#[derive(Template)]
#[template(path = "accessibility.html")]
struct Statement {
    page: Page,
    /// Whether any fact is still to be given.
    is_unfinished: bool,
    responsible: String,
    conformance: String,
    email: Option<String>,
    telephone: Option<String>,
    shortcomings: Vec<String>,
    method: String,
    assessed: String,
    updated: String,
}

/// `GET /accessibility`
pub async fn show(State(site): State<Site>, visit: Visit) -> impl IntoResponse {
    let settings = site.settings();
    Shown::new(&statement(
        visit.page("accessibility-title"),
        settings.organisation.as_deref(),
        &settings.accessibility,
    ))
}

fn statement(page: Page, organisation: Option<&str>, facts: &Accessibility) -> Statement {
    let tr = &page.tr;
    let day = |id: &str, day: Option<jiff::civil::Date>| match day {
        Some(day) => tr.with(id, "day", &tr.long_day(day)),
        None => tr.text(&format!("{id}-unknown")),
    };
    Statement {
        is_unfinished: organisation.is_none()
            || facts.conformance.is_none()
            || facts.assessed.is_none()
            || facts.updated.is_none()
            || facts.method.is_none()
            || (facts.email.is_none() && facts.telephone.is_none()),
        responsible: match organisation {
            Some(name) => tr.with("accessibility-responsible", "organisation", name),
            None => tr.text("accessibility-responsible-unknown"),
        },
        conformance: conformance(tr, facts.conformance),
        email: facts.email.clone(),
        telephone: facts.telephone.clone(),
        shortcomings: facts.shortcomings.clone(),
        method: match &facts.method {
            Some(method) => tr.with("accessibility-method", "method", method),
            None => tr.text("accessibility-method-unknown"),
        },
        assessed: day("accessibility-assessed", facts.assessed),
        updated: day("accessibility-updated", facts.updated),
        page,
    }
}

fn conformance(tr: &Tr, conformance: Option<Conformance>) -> String {
    tr.text(match conformance {
        Some(Conformance::Full) => "accessibility-conformance-full",
        Some(Conformance::Partial) => "accessibility-conformance-partial",
        Some(Conformance::None) => "accessibility-conformance-none",
        None => "accessibility-conformance-unknown",
    })
}
