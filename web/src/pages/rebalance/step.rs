//! A move of a plan: why, when, who else could take over, and what is decided.

use askama::Template;
use axum::extract::{Form as Sent, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use rules::rebalance::Stage;
use store::Viewer;
use store::rebalance::{Plan, RebalanceError, Receiver};

use super::new::failure;
use super::plan::{changed, kinds, told};
use super::words;
use crate::counted;
use crate::failure::Failure;
use crate::form::{Form, Keep};
use crate::page::{Page, Shown, Visit};
use crate::session::SignedIn;
use crate::site::Site;
use crate::texts::Tr;

#[derive(Template)]
#[template(path = "rebalance/move.html")]
struct MovePage {
    page: Page,
    form: Form,
    plan: String,
    plan_title: String,
    address: String,
    /// The receiver that is seen, sent back with every decision.
    seen: i64,
    facts: Vec<(String, String)>,
    why: String,
    changed: String,
    /// What can be done: value and words of each button.
    buttons: Vec<(&'static str, String)>,
    /// Who can take over, to choose from; empty when nothing can be changed.
    receivers: Vec<(String, String)>,
    /// Who may not, and by which rules.
    others: Vec<(String, String)>,
}

struct Known {
    plan: Plan,
    step: i64,
    /// Who could take over; empty where the facts have changed.
    receivers: Vec<Receiver>,
}

async fn known(site: &Site, viewer: &Viewer, plan: &str, step: &str) -> Result<Known, Failure> {
    let plan: i64 = plan.parse().map_err(|_| Failure::NotFound)?;
    let step: i64 = step.parse().map_err(|_| Failure::NotFound)?;
    let mut reading = site.store().read(viewer).await?;
    let plan = reading.plan(plan).await?.ok_or(Failure::NotFound)?;
    let found = plan.step(step).ok_or(Failure::NotFound)?;
    let is_open = found.may_decide && found.stage != Stage::Done && found.changed.is_none();
    let receivers = if is_open {
        let models = reading.weight_models().await?;
        match reading.receivers(&plan, step, &models).await {
            Ok(receivers) => receivers,
            Err(RebalanceError::Facts(_) | RebalanceError::NoModel) => Vec::new(),
            Err(error) => return Err(failure(error)),
        }
    } else {
        Vec::new()
    };
    reading.close().await?;
    Ok(Known { plan, step, receivers })
}

/// `GET /rebalance/{plan}/moves/{step}`
///
/// # Errors
/// [`Failure::NotFound`] when there is no such move or it is not for the viewer; or when the database does not answer.
pub async fn show(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Path((plan, step)): Path<(String, String)>,
) -> Result<Shown, Failure> {
    let known = known(&site, &viewer, &plan, &step).await?;
    Ok(Shown::new(&shown(&site, &visit, &known, empty(&known))?))
}

fn empty(known: &Known) -> Form {
    let mut form = Form::new(&[("to", Keep::Written)]);
    if let Some(step) = known.plan.step(known.step) {
        form.set("to", step.to.to_string());
    }
    form
}

fn shown(site: &Site, visit: &Visit, known: &Known, form: Form) -> Result<MovePage, Failure> {
    let (tr, plan) = (&visit.tr, &known.plan);
    let step = plan.step(known.step).ok_or(Failure::NotFound)?;
    let name = |id: i64| plan.person(id).map_or_else(String::new, |party| party.name.clone());
    let fact = |id: &str, value: String| (tr.text(id), value);
    let mut facts = vec![
        fact(
            "rebalancing-from",
            step.from.map_or_else(|| tr.text("rebalancing-from-nobody"), name),
        ),
        fact("rebalancing-to", name(step.to)),
        fact("word-kind", kinds(step, tr)),
        fact("word-points", counted::points(step.points, tr)),
        fact("rebalancing-when", tr.long_day(step.done.unwrap_or(step.due))),
        fact("word-state", tr.text(&format!("rebalancing-stage-{}", step.stage.id()))),
    ];
    if let Some(decided) = &step.decided {
        facts.push(fact("rebalancing-decided-by", decided.clone()));
    }
    let button = |what: &'static str| (what, tr.text(&format!("rebalancing-one-{what}")));
    let is_due = step.due <= site.now().date();
    let buttons = match step.stage {
        _ if !step.may_decide => Vec::new(),
        Stage::Done => Vec::new(),
        Stage::Proposed if step.changed.is_some() => vec![button("drop")],
        Stage::Proposed => vec![button("accept"), button("drop")],
        Stage::Accepted if is_due && step.changed.is_none() && step.may_carry_out => {
            vec![button("carry-out"), button("propose"), button("drop")]
        }
        Stage::Accepted => vec![button("propose"), button("drop")],
        Stage::Dropped => vec![button("propose")],
    };
    let (may, may_not): (Vec<&Receiver>, Vec<&Receiver>) = known.receivers.iter().partition(|one| one.rules.is_empty());
    Ok(MovePage {
        plan: format!("/rebalance/{}", plan.id),
        plan_title: words::title(&plan.asked.occasion, plan.asked.day, tr),
        address: format!("/rebalance/{}/moves/{}", plan.id, step.id),
        seen: step.to,
        facts,
        why: words::reason(&step.reason, plan, tr),
        changed: changed(step, tr),
        buttons,
        receivers: may.iter().map(|one| (one.id.to_string(), receiver(one, tr))).collect(),
        others: may_not
            .iter()
            .map(|one| (one.name.clone(), words::rules(&one.rules, plan, tr)))
            .collect(),
        page: visit.titled(tr.with("rebalancing-move-title", "cases", &words::listed(&step.references, tr))),
        form,
    })
}

/// Somebody who can take over, and the load then.
fn receiver(of: &Receiver, tr: &Tr) -> String {
    let name = ("name", of.name.as_str().into());
    match of.load {
        Some(load) => {
            let id = if of.is_above {
                "rebalancing-receiver-above"
            } else {
                "rebalancing-receiver"
            };
            tr.fill(id, &[name, ("load", counted::load(load, tr).into())])
        }
        None if of.is_above => tr.fill("rebalancing-receiver-above-limit", &[name]),
        None => of.name.clone(),
    }
}

/// `POST /rebalance/{plan}/moves/{step}`: accepts, drops, takes back or carries out, or chooses another receiver.
///
/// # Errors
/// [`Failure::NotFound`] when there is no such move or it is not for the viewer; or when the database does not answer.
pub async fn decide(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Path((plan, step)): Path<(String, String)>,
    Sent(sent): Sent<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let known = known(&site, &viewer, &plan, &step).await?;
    let value = |wanted: &str| sent.iter().find(|(name, _)| name == wanted).map_or("", |(_, value)| value);
    let seen: i64 = value("seen").parse().map_err(|_| Failure::BadRequest)?;
    let (store, plan) = (site.store(), known.plan.id);
    let one = [(known.step, seen)];
    let mut reading = store.read(&viewer).await?;
    let models = reading.weight_models().await?;
    reading.close().await?;
    let mut form = empty(&known).filled_in(Vec::new());
    let done = match value("do") {
        "accept" => store.decide_moves(&viewer, plan, &one, Stage::Accepted).await.map(drop),
        "drop" => store.decide_moves(&viewer, plan, &one, Stage::Dropped).await.map(drop),
        "propose" => store.decide_moves(&viewer, plan, &one, Stage::Proposed).await.map(drop),
        "carry-out" => store.carry_out(&viewer, plan, known.step, &models).await,
        "change" => {
            let to: i64 = value("to").parse().map_err(|_| Failure::BadRequest)?;
            form.set("to", to.to_string());
            store.change_receiver(&viewer, plan, (known.step, seen), to, &models).await
        }
        _ => return Err(Failure::BadRequest),
    };
    let Err(error) = done else {
        return Ok(Redirect::to(&format!("/rebalance/{plan}")).into_response());
    };
    let sentence = told(&error, &known.plan, &visit.tr).ok_or_else(|| failure(error))?;
    form.refuse(if value("do") == "change" { "to" } else { "" }, sentence);
    let page = shown(&site, &visit, &known, form)?;
    Ok(Shown::new(&page).with_status(StatusCode::CONFLICT).into_response())
}
