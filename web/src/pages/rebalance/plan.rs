//! A plan: what is to be done today, what waits for a decision, and what the whole comes to.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Form as Sent, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use rules::rebalance::{MOST_PER_WEEK, Occasion, Pace, Stage};
use rules::weight_model::Series;
use store::Viewer;
use store::rebalance::{Move, Party, Place, Plan, RebalanceError, WaySums};

use super::new::failure;
use super::words;
use crate::counted;
use crate::failure::Failure;
use crate::form::{Form, Keep};
use crate::page::{Page, Shown, Visit};
use crate::pages::administration::{last_day, moment, read_day};
use crate::session::SignedIn;
use crate::site::Site;
use crate::texts::Tr;

#[derive(Template)]
#[template(path = "rebalance/plan.html")]
struct PlanPage {
    page: Page,
    address: String,
    form: Form,
    made: String,
    about: Vec<String>,
    is_closed: bool,
    may_close: bool,
    /// What the plan comes to, a sentence each; empty when there is none.
    sums: Vec<String>,
    /// Why there is no plan, a sentence each.
    hindrances: Vec<String>,
    /// What would be enough; empty when nothing is known to be.
    enough: String,
    /// Where it is tried again with that limit.
    again: String,
    sections: Vec<Section>,
    ways: Vec<WayChoice>,
    people: Vec<Loaded>,
    may_spread: bool,
}

/// Moves in the same stage.
struct Section {
    id: &'static str,
    title: String,
    lead: String,
    moves: Vec<Row>,
    /// Whether it stands open.
    is_open: bool,
    /// What can be done with those that are chosen: value and words of each button.
    buttons: Vec<(&'static str, String)>,
    /// What can be done with all of them at once, without choosing.
    all: Option<(&'static str, String)>,
}

/// A move in a table.
struct Row {
    /// What its box sends: the move and the receiver that is seen. Empty where nothing can be decided.
    value: String,
    address: String,
    cases: String,
    kinds: String,
    from: String,
    to: String,
    points: String,
    why: String,
    when: String,
    /// What has changed since; empty when nothing has.
    changed: String,
}

/// One of the ways to choose from.
struct WayChoice {
    number: u32,
    words: String,
    is_chosen: bool,
}

/// Somebody's load before and after.
struct Loaded {
    name: String,
    before: String,
    after: String,
    is_above: bool,
}

/// What is read to show a plan.
struct Known {
    plan: Plan,
    places: Vec<Place>,
    today: Date,
}

async fn known(site: &Site, viewer: &Viewer, id: &str) -> Result<Known, Failure> {
    let id: i64 = id.parse().map_err(|_| Failure::NotFound)?;
    let mut reading = site.store().read(viewer).await?;
    let plan = reading.plan(id).await?.ok_or(Failure::NotFound)?;
    let (places, _) = reading.rebalance_places().await?;
    reading.close().await?;
    let today = site.now().date();
    Ok(Known { plan, places, today })
}

/// `GET /rebalance/{plan}`
///
/// # Errors
/// [`Failure::NotFound`] when there is no such plan or it is not for the viewer; or when the database does not answer.
pub async fn show(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Path(plan): Path<String>,
) -> Result<Shown, Failure> {
    let known = known(&site, &viewer, &plan).await?;
    let form = pace_form(&known);
    Ok(Shown::new(&shown(&site, &visit, &known, form)))
}

fn pace_form(known: &Known) -> Form {
    let mut form = Form::new(&[("first", Keep::Written), ("pace", Keep::Written)]);
    form.set("first", known.plan.pace.first.max(known.today).to_string());
    form.set("pace", known.plan.pace.per_week.to_string());
    form
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn shown(site: &Site, visit: &Visit, known: &Known, form: Form) -> PlanPage {
    let (tr, plan) = (&visit.tr, &known.plan);
    let asked = &plan.asked;
    let made = [
        ("moment", moment(plan.made, site, tr).into()),
        ("actor", plan.actor.as_str().into()),
        ("units", words::units(asked, &known.places, tr).into()),
    ];
    let is_open = plan.closed.is_none();
    let mut again = vec![("occasion".to_owned(), asked.occasion.id().to_owned())];
    if asked.units.is_empty() {
        again.push(("unit".to_owned(), super::WHOLE.to_owned()));
    }
    again.extend(asked.units.iter().map(|code| ("unit".to_owned(), code.clone())));
    if let Some(enough) = plan.enough {
        again.push((
            "limit".to_owned(),
            tr.locale().decimal(enough.millionths().saturating_mul(100), 0),
        ));
    }
    let again = form_urlencoded::Serializer::new(String::new()).extend_pairs(again).finish();
    PlanPage {
        address: format!("/rebalance/{}", plan.id),
        form,
        made: tr.fill("rebalancing-made", &made),
        about: about(plan, tr),
        is_closed: !is_open,
        may_close: is_open && plan.is_whole,
        sums: sums(plan, tr),
        hindrances: words::hindrances(plan, tr),
        enough: enough(plan, tr),
        again: format!("/rebalance/new?{again}"),
        sections: sections(known, tr),
        ways: ways(plan, tr),
        people: plan.people.iter().filter_map(|party| loaded(party, plan, tr)).collect(),
        may_spread: is_open && plan.is_whole && plan.is_possible() && plan.moves.iter().any(|step| step.stage.counts()),
        page: visit.titled(words::title(&asked.occasion, asked.day, tr)),
    }
}

/// What was asked, a sentence each.
fn about(plan: &Plan, tr: &Tr) -> Vec<String> {
    let asked = &plan.asked;
    let names = |people: &std::collections::BTreeSet<i64>| {
        let names: Vec<&str> = people
            .iter()
            .filter_map(|id| plan.person(*id))
            .map(|party| &*party.name)
            .collect();
        words::listed(&names, tr)
    };
    let mut about = Vec::new();
    match &asked.occasion {
        Occasion::Over => {}
        Occasion::Leaves { people } => about.push(tr.with("rebalancing-about-leaves", "names", &names(people))),
        Occasion::Leave { people, until, keeps } => {
            let arguments = [
                ("names", names(people).into()),
                ("keeps", words::percent(*keeps, tr).into()),
                (
                    "last",
                    until.map_or_else(String::new, |until| tr.long_day(last_day(until))).into(),
                ),
            ];
            let id = if until.is_some() {
                "rebalancing-about-leave-until"
            } else {
                "rebalancing-about-leave"
            };
            about.push(tr.fill(id, &arguments));
        }
        Occasion::Split { people, kinds } => {
            let kinds: Vec<String> = kinds
                .iter()
                .map(|(case_type, phase)| counted::kind(case_type, phase.as_deref()))
                .collect();
            let arguments = [("names", names(people).into()), ("kinds", words::listed(&kinds, tr).into())];
            about.push(tr.fill("rebalancing-about-split", &arguments));
        }
    }
    about.push(tr.with("rebalancing-about-limit", "limit", &words::percent(asked.limit, tr)));
    if asked.unallocated {
        about.push(tr.text("rebalancing-about-unallocated"));
    }
    if !plan.resting.is_empty() {
        about.push(tr.with("rebalancing-about-resting", "names", &words::listed(&plan.resting, tr)));
    }
    if !plan.is_whole {
        about.push(tr.text("rebalancing-about-part"));
    }
    about
}

/// What the plan comes to, a sentence each.
fn sums(plan: &Plan, tr: &Tr) -> Vec<String> {
    let (Some(sums), Some(bound)) = (plan.sums, plan.bound) else {
        return Vec::new();
    };
    let big = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    let mut told = vec![if plan.moves.iter().any(|step| step.stage.counts()) {
        tr.counted("rebalancing-sum-handovers", big(sums.handovers))
    } else {
        tr.text("rebalancing-sum-nothing")
    }];
    let highest = [
        ("before", words::load(sums.before, tr).into()),
        ("after", words::load(sums.after, tr).into()),
    ];
    told.push(tr.fill("rebalancing-sum-highest", &highest));
    let limit = words::percent(plan.asked.limit, tr);
    let above = [
        ("limit", limit.into()),
        ("before", count(sums.above_before).into()),
        ("after", count(sums.above_after).into()),
    ];
    told.push(tr.fill("rebalancing-sum-above", &above));
    let fewest = plan.ways.first().map_or(0, |way| way.handovers);
    if fewest <= bound {
        told.push(tr.text("rebalancing-sum-proven"));
    } else {
        told.push(tr.counted("rebalancing-sum-bound", big(bound)));
    }
    if plan.stopped {
        told.push(tr.text("rebalancing-sum-stopped"));
    }
    let late = plan
        .moves
        .iter()
        .filter(|step| step.stage.counts() && step.stage != Stage::Done)
        .map(|step| step.due)
        .max()
        .filter(|last| *last > plan.asked.day && plan.asked.occasion != Occasion::Over);
    if let Some(last) = late {
        told.push(tr.with("rebalancing-sum-late", "last", &tr.long_day(last)));
    }
    told
}

/// What would be enough where there is no plan; empty when nothing is known to be.
fn enough(plan: &Plan, tr: &Tr) -> String {
    if plan.is_possible() {
        return String::new();
    }
    match (plan.enough, plan.together) {
        (Some(enough), _) => tr.with("rebalancing-enough", "limit", &words::percent(enough, tr)),
        (None, Some(together)) if together > plan.asked.limit => {
            tr.with("rebalancing-together", "load", &words::percent(together, tr))
        }
        _ => String::new(),
    }
}

/// The ways to choose from, as long as nothing is carried out.
fn ways(plan: &Plan, tr: &Tr) -> Vec<WayChoice> {
    let begun = plan.moves.iter().any(|step| step.stage == Stage::Done);
    if !plan.is_whole || begun || plan.closed.is_some() || plan.ways.len() < 2 {
        return Vec::new();
    }
    let fewest = plan.ways.first().map_or(0, |way| way.handovers);
    let words = |way: &WaySums| {
        let big = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
        let arguments = [
            ("handovers", big(way.handovers).into()),
            ("more", big(way.handovers.saturating_sub(fewest)).into()),
            ("highest", counted::load(way.highest, tr).into()),
        ];
        tr.fill(
            if way.handovers == fewest {
                "rebalancing-way-fewest"
            } else {
                "rebalancing-way-more"
            },
            &arguments,
        )
    };
    let choice = |way: &WaySums| WayChoice {
        number: way.number,
        words: words(way),
        is_chosen: way.number == plan.chosen,
    };
    plan.ways.iter().map(choice).collect()
}

fn loaded(party: &Party, plan: &Plan, tr: &Tr) -> Option<Loaded> {
    let standing = party.standing?;
    Some(Loaded {
        name: party.name.clone(),
        before: counted::load(standing.load_before(), tr),
        after: counted::load(standing.load_after(), tr),
        is_above: standing.after > plan.asked.most(standing.capacity),
    })
}

/// The moves by what can be done with them.
fn sections(known: &Known, tr: &Tr) -> Vec<Section> {
    let mut of: BTreeMap<usize, Vec<&Move>> = BTreeMap::new();
    for step in &known.plan.moves {
        let place = match step.stage {
            Stage::Accepted if step.due <= known.today => 0,
            Stage::Proposed => 1,
            Stage::Accepted => 2,
            Stage::Done => 3,
            Stage::Dropped => 4,
        };
        of.entry(place).or_default().push(step);
    }
    let is_open = known.plan.closed.is_none();
    let sections = of.into_iter().map(|(place, mut moves)| {
        const IDS: [&str; 5] = ["today", "proposed", "accepted", "done", "dropped"];
        moves.sort_by_key(|step| (step.due, step.id));
        let id = IDS[place];
        let may = is_open && moves.iter().any(|step| step.may_decide);
        let button = |what: &'static str| (what, tr.text(&format!("rebalancing-do-{what}")));
        let (buttons, all) = match place {
            0 if moves.iter().any(|step| step.may_carry_out) => (vec![button("carry-out"), button("propose")], None),
            1 if may => (
                vec![button("accept"), button("drop")],
                Some(("accept-all", tr.text("rebalancing-do-accept-all"))),
            ),
            0 | 2 | 4 if may => (vec![button("propose")], None),
            _ => (Vec::new(), None),
        };
        let has_boxes = !buttons.is_empty();
        Section {
            id,
            title: tr.counted(&format!("rebalancing-section-{id}"), count(moves.len())),
            lead: if place == 0 && moves.iter().all(|step| !step.may_carry_out) {
                tr.text("rebalancing-section-today-not-yours")
            } else {
                tr.text(&format!("rebalancing-section-{id}-lead"))
            },
            moves: moves.into_iter().map(|step| row(step, &known.plan, has_boxes, tr)).collect(),
            is_open: place < 2,
            buttons,
            all,
        }
    });
    sections.collect()
}

fn name(plan: &Plan, id: i64) -> String {
    plan.person(id).map_or_else(String::new, |party| party.name.clone())
}

/// The types and phases of a move's cases.
pub(super) fn kinds(step: &Move, tr: &Tr) -> String {
    let kinds: Vec<String> = step
        .kinds
        .iter()
        .map(|(case_type, phase)| counted::kind(case_type, phase.as_deref()))
        .collect();
    words::listed(&kinds, tr)
}

/// What has changed about a move, in words; empty when nothing has.
pub(super) fn changed(step: &Move, tr: &Tr) -> String {
    step.changed
        .map_or_else(String::new, |change| tr.text(&format!("rebalancing-changed-{}", change.id())))
}

fn row(step: &Move, plan: &Plan, has_boxes: bool, tr: &Tr) -> Row {
    Row {
        value: if has_boxes && step.may_decide {
            format!("{}:{}", step.id, step.to)
        } else {
            String::new()
        },
        address: format!("/rebalance/{}/moves/{}", plan.id, step.id),
        cases: words::listed(&step.references, tr),
        kinds: kinds(step, tr),
        from: step
            .from
            .map_or_else(|| tr.text("rebalancing-from-nobody"), |from| name(plan, from)),
        to: name(plan, step.to),
        points: counted::points(step.points, tr),
        why: words::reason(&step.reason, plan, tr),
        when: tr.locale().day(step.done.unwrap_or(step.due)),
        changed: changed(step, tr),
    }
}

/// `POST /rebalance/{plan}`: decides about the moves that are chosen, carries them out, chooses a way, spreads anew, or closes.
///
/// # Errors
/// [`Failure::NotFound`] when there is no such plan or it is not for the viewer; or when the database does not answer.
pub async fn change(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Path(id): Path<String>,
    Sent(sent): Sent<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let known = known(&site, &viewer, &id).await?;
    let plan = &known.plan;
    let value = |wanted: &str| sent.iter().find(|(name, _)| name == wanted).map_or("", |(_, value)| value);
    let chosen: Option<Vec<(i64, i64)>> = sent
        .iter()
        .filter(|(name, _)| name == "move")
        .map(|(_, value)| pair(value))
        .collect();
    let chosen = chosen.ok_or(Failure::BadRequest)?;
    let tr = &visit.tr;
    let store = site.store();
    let mut form = pace_form(&known);
    let done: Result<(), RebalanceError> = match value("do") {
        "accept" | "drop" | "propose" | "carry-out" if chosen.is_empty() => {
            form.refuse_all(tr.text("rebalancing-none-chosen"));
            Ok(())
        }
        "accept" => store.decide_moves(&viewer, plan.id, &chosen, Stage::Accepted).await.map(drop),
        "drop" => store.decide_moves(&viewer, plan.id, &chosen, Stage::Dropped).await.map(drop),
        "propose" => store.decide_moves(&viewer, plan.id, &chosen, Stage::Proposed).await.map(drop),
        "accept-all" => {
            let open = plan
                .moves
                .iter()
                .filter(|step| step.stage == Stage::Proposed && step.may_decide && step.changed.is_none());
            let open: Vec<(i64, i64)> = open.map(|step| (step.id, step.to)).collect();
            store.decide_moves(&viewer, plan.id, &open, Stage::Accepted).await.map(drop)
        }
        "carry-out" => carry_out(&site, &viewer, &known, &chosen, &mut form, tr).await,
        "way" => {
            let way = value("way").parse().map_err(|_| Failure::BadRequest)?;
            store.choose_way(&viewer, plan.id, way).await
        }
        "spread" => {
            form = Form::new(&[("first", Keep::Written), ("pace", Keep::Written)]).filled_in(sent.clone());
            spread(&site, &viewer, &known, &mut form, tr).await
        }
        "close" => store.close_plan(&viewer, plan.id, known.today).await,
        _ => return Err(Failure::BadRequest),
    };
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    if let Err(error) = done {
        let sentence = told(&error, plan, tr).ok_or_else(|| failure(error))?;
        status = StatusCode::CONFLICT;
        form.refuse_all(sentence);
    }
    if form.is_right() {
        return Ok(Redirect::to(&format!("/rebalance/{}", plan.id)).into_response());
    }
    let known = self::known(&site, &viewer, &id).await?;
    let page = shown(&site, &visit, &known, form);
    Ok(Shown::new(&page).with_status(status).into_response())
}

/// A move and a person, as a box sends them.
fn pair(text: &str) -> Option<(i64, i64)> {
    let (step, receiver) = text.split_once(':')?;
    Some((step.parse().ok()?, receiver.parse().ok()?))
}

/// Carries out the moves that are chosen, one by one; what one of them is refused for does not stop the others.
async fn carry_out(
    site: &Site,
    viewer: &Viewer,
    known: &Known,
    chosen: &[(i64, i64)],
    form: &mut Form,
    tr: &Tr,
) -> Result<(), RebalanceError> {
    let mut reading = site.store().read(viewer).await?;
    let models: Series = reading.weight_models().await?;
    reading.close().await?;
    for (id, receiver) in chosen {
        let step = known.plan.step(*id);
        let cases = step.map_or_else(String::new, |step| words::listed(&step.references, tr));
        let done = if step.is_some_and(|step| step.to != *receiver) {
            Err(RebalanceError::Changed)
        } else {
            site.store().carry_out(viewer, known.plan.id, *id, &models).await
        };
        if let Err(error) = done {
            let sentence = told(&error, &known.plan, tr).ok_or(error)?;
            form.refuse_all(tr.fill(
                "rebalancing-not-carried-out",
                &[("cases", cases.into()), ("why", sentence.into())],
            ));
        }
    }
    Ok(())
}

async fn spread(site: &Site, viewer: &Viewer, known: &Known, form: &mut Form, tr: &Tr) -> Result<(), RebalanceError> {
    let first = read_day(form, "first", tr).unwrap_or(known.today);
    if first < known.today {
        form.refuse("first", tr.text("rebalancing-first-past"));
    }
    let per_week = form
        .value("pace")
        .parse()
        .ok()
        .filter(|pace| (1..=MOST_PER_WEEK).contains(pace));
    let Some(per_week) = per_week else {
        let most = tr.locale().count(MOST_PER_WEEK.into());
        form.refuse("pace", tr.with("rebalancing-pace-range", "most", &most));
        return Ok(());
    };
    if form.is_right() {
        let pace = Pace { first, per_week };
        site.store().spread_plan(viewer, known.plan.id, pace).await?;
    }
    Ok(())
}

/// Why something was not done, in words; none for what is a fault of ours, or no such thing.
pub(super) fn told(error: &RebalanceError, plan: &Plan, tr: &Tr) -> Option<String> {
    Some(match error {
        RebalanceError::Closed => tr.text("rebalancing-refused-closed"),
        RebalanceError::Done => tr.text("rebalancing-refused-done"),
        RebalanceError::Changed => tr.text("rebalancing-refused-changed"),
        RebalanceError::NotAccepted { .. } => tr.text("rebalancing-refused-not-accepted"),
        RebalanceError::NotYet => tr.text("rebalancing-refused-not-yet"),
        RebalanceError::Facts(change) => tr.text(&format!("rebalancing-changed-{}", change.id())),
        RebalanceError::MayNot { rules } if rules.is_empty() => tr.text("rebalancing-refused-receives-none"),
        RebalanceError::MayNot { rules } => tr.with("rebalancing-refused-may-not", "rules", &words::rules(rules, plan, tr)),
        RebalanceError::Begun => tr.text("rebalancing-refused-begun"),
        RebalanceError::NoModel => tr.text("rebalancing-no-model"),
        RebalanceError::Allocation(_) => tr.text("rebalancing-refused-allocation"),
        RebalanceError::Ask(_) | RebalanceError::NotInUnits | RebalanceError::Pace | RebalanceError::Store(_) => return None,
    })
}
