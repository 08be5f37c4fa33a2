//! One case: its clocks, and what happened on it, which is added and withdrawn here.

use askama::Template;
use axum::extract::{Form as Sent, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use rules::deadline::law::EXTENSION;
use rules::deadline::{Law, Withdrawal};
use store::Viewer;
use store::deadline::{CaseDeadlines, CaseEvent, DeadlineError, NewEvent};

use super::words::{self, Line};
use super::{Asked, law};
use crate::failure::Failure;
use crate::form::{Form, Keep};
use crate::page::{Page, Shown, Visit};
use crate::pages::administration::{moment, read_day, refuse, refuse_identity_numbers};
use crate::session::SignedIn;
use crate::site::Site;
use crate::texts::Tr;

#[derive(Template)]
#[template(path = "deadline/case.html")]
struct CasePage {
    page: Page,
    kind: String,
    address: String,
    problems: Vec<String>,
    lines: Vec<Line>,
    events: Vec<Happened>,
    corrected: Vec<String>,
    form: Form,
    kinds: Vec<(String, String)>,
    duties: Vec<(String, String)>,
    reasons: Vec<(String, String)>,
    is_team: bool,
}

/// Something recorded.
struct Happened {
    id: i64,
    title: String,
    recorded: String,
    /// That it was withdrawn, and why; empty while it holds.
    withdrawn: String,
}

fn empty_form() -> Form {
    Form::new(&[
        ("kind", Keep::Written),
        ("on", Keep::Written),
        ("until", Keep::Written),
        ("duty", Keep::Written),
        ("reason", Keep::Written),
        ("withdraw", Keep::Written),
    ])
}

/// `GET /deadlines/case/{reference}`
///
/// # Errors
/// [`Failure::NotFound`] when there is no such case for the viewer; or when the database does not answer.
pub async fn show(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Shown, Failure> {
    shown(&site, &viewer, &visit, &reference, empty_form()).await
}

async fn shown(site: &Site, viewer: &Viewer, visit: &Visit, reference: &str, form: Form) -> Result<Shown, Failure> {
    let asked = Asked::on(site, site.now().date()).await?;
    let mut reading = site.store().read(viewer).await?;
    let found = reading.case_deadlines(asked.question(), reference).await?;
    reading.close().await?;
    let found = found.ok_or(Failure::NotFound)?;
    Ok(Shown::new(&case_page(asked.law, &found, viewer, visit, site, form)))
}

fn case_page(law: &Law, found: &CaseDeadlines<'_>, viewer: &Viewer, visit: &Visit, site: &Site, form: Form) -> CasePage {
    let tr = &visit.tr;
    let of = &found.of;
    let mut clocks: Vec<_> = of.clocks.iter().collect();
    clocks.sort_by_key(|clock| (!clock.state.is_open(), clock.last.is_none(), clock.last, clock.from));
    let mut kinds = vec![(String::new(), tr.text("deadline-choose"))];
    kinds.extend(
        law.words()
            .iter()
            .map(|word| (word.id.clone(), words::event(law, &word.id, tr))),
    );
    let mut duties: Vec<(String, String)> = vec![(String::new(), tr.text("deadline-only-one"))];
    for duty in law.duties().iter().filter(|duty| duty.extension.is_some()) {
        if !duties.iter().any(|(id, _)| *id == duty.id) {
            duties.push((duty.id.clone(), words::title(duty, tr).to_owned()));
        }
    }
    let reason = |reason: Withdrawal| (reason.id().to_owned(), tr.text(&format!("deadline-reason-{}", reason.id())));
    let corrected = found.corrected.iter().map(|phase| {
        let name = phase.phase.as_deref().map_or_else(String::new, crate::counted::in_words);
        let arguments = [
            ("phase", name.into()),
            ("from", tr.long_day(phase.from).into()),
            ("at", moment(phase.at, site, tr).into()),
        ];
        tr.fill("deadline-corrected", &arguments)
    });
    CasePage {
        kind: words::kind(of),
        address: words::address(&of.reference),
        problems: of.problems.iter().map(|one| words::problem(law, one, tr)).collect(),
        lines: clocks.iter().map(|clock| words::line(law, of, clock, true, tr)).collect(),
        events: found.events.iter().map(|event| happened(law, event, site, tr)).collect(),
        corrected: corrected.collect(),
        form,
        kinds,
        duties,
        reasons: Withdrawal::ALL.map(reason).to_vec(),
        is_team: viewer.may(rules::access::Permission::LoadByName),
        page: visit.titled(tr.with("deadline-case-title", "reference", &of.reference)),
    }
}

fn happened(law: &Law, event: &CaseEvent, site: &Site, tr: &Tr) -> Happened {
    let on = tr.long_day(event.on);
    let name = words::event(law, &event.kind, tr);
    let title = match event.until {
        Some(until) => tr.fill(
            "deadline-event-until",
            &[
                ("event", name.into()),
                ("day", on.into()),
                ("until", tr.long_day(until).into()),
            ],
        ),
        None => tr.fill("deadline-event", &[("event", name.into()), ("day", on.into())]),
    };
    let by = [
        ("at", moment(event.recorded, site, tr).into()),
        ("who", event.author.clone().into()),
        ("source", event.source.clone().unwrap_or_default().into()),
    ];
    let id = if event.source.is_some() {
        "deadline-event-imported"
    } else {
        "deadline-event-recorded"
    };
    let withdrawn = event.withdrawn.as_ref().map_or_else(String::new, |(at, who, reason)| {
        let arguments = [
            ("at", moment(*at, site, tr).into()),
            ("who", who.clone().into()),
            ("reason", tr.text(&format!("deadline-reason-{}", reason.id())).into()),
        ];
        tr.fill("deadline-event-withdrawn", &arguments)
    });
    Happened {
        id: event.id,
        title,
        recorded: tr.fill(id, &by),
        withdrawn,
    }
}

/// `POST /deadlines/case/{reference}`: records what happened, or withdraws (`withdraw`) what was recorded wrongly.
///
/// # Errors
/// [`Failure::NotFound`] when there is no such case or event for the viewer; or when the database does not answer. What cannot be taken is
/// a form to be put right.
pub async fn save(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Path(reference): Path<String>,
    Sent(sent): Sent<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let tr = &visit.tr;
    let law = law()?;
    let mut form = empty_form().filled_in(sent);
    let withdrawn = form.value("withdraw").to_owned();
    let stored = if withdrawn.is_empty() {
        let event = NewEvent {
            kind: form.value("kind").to_owned(),
            on: read_day(&mut form, "on", tr),
            duty: Some(form.value("duty").to_owned()).filter(|duty| !duty.is_empty()),
            until: read_day(&mut form, "until", tr),
        };
        if !form.is_right() {
            let page = shown(&site, &viewer, &visit, &reference, form).await?;
            return Ok(page.with_status(StatusCode::UNPROCESSABLE_ENTITY).into_response());
        }
        site.store().add_event(&viewer, law, &reference, &event).await.map(|_| ())
    } else {
        let id = withdrawn.parse().map_err(|_| Failure::NotFound)?;
        let Some(reason) = Withdrawal::from_id(form.value("reason")) else {
            refuse(&mut form, "reason", &tr.text("deadline-no-reason"));
            let page = shown(&site, &viewer, &visit, &reference, form).await?;
            return Ok(page.with_status(StatusCode::UNPROCESSABLE_ENTITY).into_response());
        };
        site.store().withdraw_event(&viewer, law, id, reason).await.map(|_| ())
    };
    if let Err(error) = stored {
        refused(&mut form, error, tr)?;
        refuse_identity_numbers(&mut form, &["kind", "duty"], tr);
        let page = shown(&site, &viewer, &visit, &reference, form).await?;
        return Ok(page.with_status(StatusCode::UNPROCESSABLE_ENTITY).into_response());
    }
    Ok(Redirect::to(&words::address(&reference)).into_response())
}

/// Says at the field what cannot be taken.
fn refused(form: &mut Form, error: DeadlineError, tr: &Tr) -> Result<(), Failure> {
    let (field, sentence) = match error {
        DeadlineError::Store(error) => return Err(error.into()),
        DeadlineError::UnknownKind { .. } => ("kind", tr.text("deadline-no-kind")),
        DeadlineError::UnknownDuty { .. } => ("duty", tr.text("deadline-no-duty")),
        DeadlineError::NoDay if form.value("kind") == EXTENSION => ("on", tr.text("deadline-no-decision")),
        DeadlineError::NoDay => ("on", tr.text("deadline-no-day")),
        DeadlineError::InFuture { today, .. } => ("on", tr.with("deadline-in-future", "today", &tr.long_day(today))),
        DeadlineError::NoUntil => ("until", tr.text("deadline-no-until")),
        DeadlineError::UntilBefore { on, .. } => ("until", tr.with("deadline-until-before", "day", &tr.long_day(on))),
        DeadlineError::NoExtension => ("until", tr.text("deadline-no-extension")),
        DeadlineError::Twice => ("kind", tr.text("deadline-twice")),
        DeadlineError::Withdrawn => ("", tr.text("deadline-withdrawn-already")),
    };
    form.refuse(field, sentence);
    Ok(())
}
