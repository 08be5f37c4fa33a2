//! Rebalancing: where a plan is begun, the plan, and each of its moves. A plan is a proposal; only a person hands a case over.

pub mod new;
pub mod plan;
pub mod step;
pub(crate) mod words;

use askama::Template;
use axum::extract::State;
use jiff::civil::Date;
use rules::rebalance::{Occasion, Stage};
use store::rebalance::{Place, PlanLine};

use crate::failure::Failure;
use crate::page::{Page, Shown, Visit};
use crate::session::SignedIn;
use crate::site::Site;
use crate::texts::Tr;

#[derive(Template)]
#[template(path = "rebalance/start.html")]
struct StartPage {
    page: Page,
    occasions: Vec<Choice>,
    units: Vec<UnitChoice>,
    /// Whether the whole municipality can be chosen.
    whole: bool,
    /// Plans under way, and those that are closed or carried out.
    open: Vec<Line>,
    closed: Vec<Line>,
}

/// An occasion, to choose.
struct Choice {
    id: &'static str,
    words: String,
    hint: String,
}

/// A unit, to choose.
struct UnitChoice {
    code: String,
    name: String,
    /// Class of its depth in the style sheet.
    class: &'static str,
    is_chosen: bool,
}

/// A plan in the list.
struct Line {
    address: String,
    title: String,
    made: String,
    state: String,
    /// What is to be done today; empty when there is nothing.
    today: String,
}

/// So many plans are listed.
const LISTED: usize = 60;

/// What is chosen for the whole municipality in place of codes of units.
pub(super) const WHOLE: &str = "*";

/// `GET /rebalance`
///
/// # Errors
/// [`Failure`] when the database does not answer.
pub async fn show(State(site): State<Site>, SignedIn(viewer): SignedIn, visit: Visit) -> Result<Shown, Failure> {
    let today = site.now().date();
    let mut reading = site.store().read(&viewer).await?;
    let (places, whole) = reading.rebalance_places().await?;
    let plans = reading.plans(LISTED).await?;
    reading.close().await?;
    let tr = &visit.tr;
    let line = |plan: &PlanLine| Line {
        address: format!("/rebalance/{}", plan.id),
        title: words::title(&plan.asked.occasion, plan.asked.day, tr),
        made: tr.fill(
            "rebalancing-made",
            &[
                ("moment", super::administration::moment(plan.made, &site, tr).into()),
                ("actor", plan.actor.as_str().into()),
                ("units", words::units(&plan.asked, &places, tr).into()),
            ],
        ),
        state: state(plan, tr),
        today: if is_due(plan, today) {
            tr.text("rebalancing-due-today")
        } else {
            String::new()
        },
    };
    let (open, closed): (Vec<&PlanLine>, Vec<&PlanLine>) = plans.iter().partition(|plan| is_open(plan));
    let page = StartPage {
        occasions: Occasion::IDS
            .into_iter()
            .map(|id| Choice {
                id,
                words: tr.text(&format!("rebalancing-occasion-{id}")),
                hint: tr.text(&format!("rebalancing-occasion-{id}-hint")),
            })
            .collect(),
        units: unit_choices(&places),
        whole,
        open: open.into_iter().map(line).collect(),
        closed: closed.into_iter().map(line).collect(),
        page: visit.page("rebalancing-title"),
    };
    Ok(Shown::new(&page))
}

/// The units to choose from; the only one is chosen.
fn unit_choices(places: &[Place]) -> Vec<UnitChoice> {
    const CLASSES: [&str; 5] = ["", "depth-1", "depth-2", "depth-3", "depth-4"];
    let is_only = places.len() == 1;
    let choices = places.iter().map(|place| UnitChoice {
        code: place.code.clone(),
        name: place.name.clone(),
        class: CLASSES[place.depth.min(CLASSES.len() - 1)],
        is_chosen: is_only,
    });
    choices.collect()
}

/// Whether something is left to do with a plan.
fn is_open(plan: &PlanLine) -> bool {
    let left = |stage| plan.stages.get(&stage).copied().unwrap_or(0);
    plan.closed.is_none() && plan.is_possible && left(Stage::Proposed) + left(Stage::Accepted) > 0
}

/// Whether accepted moves of a plan can be carried out by now.
pub(super) fn is_due(plan: &PlanLine, today: Date) -> bool {
    is_open(plan) && plan.next.is_some_and(|next| next <= today)
}

fn state(plan: &PlanLine, tr: &Tr) -> String {
    if !plan.is_possible {
        return tr.text("rebalancing-state-impossible");
    }
    let count = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    let mut parts = vec![tr.counted("rebalancing-handovers", count(plan.handovers))];
    for stage in [Stage::Proposed, Stage::Accepted, Stage::Done] {
        let moves = plan.stages.get(&stage).copied().unwrap_or(0);
        if moves > 0 {
            parts.push(tr.counted(&format!("rebalancing-count-{}", stage.id()), count(moves)));
        }
    }
    if plan.closed.is_some() {
        parts.push(tr.text("rebalancing-state-closed"));
    }
    parts.join(", ")
}
