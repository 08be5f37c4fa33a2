//! The team: everybody's load, for the supervisor who leads it, and what waits for somebody to hold it.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Path, Query, State};
use jiff::ToSpan as _;
use jiff::civil::Date;
use rules::access::Permission;
use rules::amount::Share;
use rules::case::{Effort, Part};
use rules::load::{Load, is_listed};
use rules::measurement::Reason;
use rules::overload::{Step, history, overload};
use rules::weigh::points;
use rules::weight_model::{Band, Series, WeightModel};
use serde::Deserialize;
use store::dialogue::{DueDialogue, Talks};
use store::load::{PersonFacts, WaitingPhase};
use store::next_case::SaidNotNow;

use super::dialogue::why;
use crate::counted;
use crate::failure::Failure;
use crate::language::swedish_order;
use crate::page::{Page, Shown, Visit};
use crate::picture::Picture;
use crate::session::SignedIn;
use crate::site::Site;
use crate::texts::Tr;

#[derive(Template)]
#[template(path = "team.html")]
struct TeamPage {
    page: Page,
    day: String,
    /// The dialogues that are due.
    due: Vec<Due>,
    members: Vec<Member>,
    /// Whether those with most come first.
    by_need: bool,
    /// What one more case is taken to be: type, phase and points; empty when the model has no row.
    one_more: String,
    /// That cases are held by those who are not qualified for them; empty when none is.
    unqualified: String,
    waiting: Vec<Waiting>,
    /// That a case was given just now; empty when none was.
    given: String,
    /// That plans to rebalance have moves to carry out today; empty when none has.
    rebalance: String,
}

/// A dialogue that is due.
struct Due {
    name: String,
    address: String,
    reasons: Vec<String>,
    since: String,
    /// That it has gone to the head; empty until then.
    at_head: String,
    /// Where it is gone on with; empty when it is not begun.
    draft: String,
    /// What the button sends that begins it: field and value.
    begin: (&'static str, String),
}

/// Somebody of the team.
struct Member {
    person: i64,
    address: String,
    name: String,
    load: String,
    /// For the order by need.
    of: Load,
    is_alarm: bool,
    band: String,
    /// Class of the band in the style sheet.
    class: &'static str,
    cases: String,
    /// For how long it has been too much; empty when it is not.
    over: String,
    /// Since when it has been too much for as long as the model says.
    due_since: Option<Date>,
    /// How the load has been for a year.
    trend: Picture,
    rating: String,
    /// Talk and actions that wait, a sentence each.
    talk: Vec<String>,
    /// What one more case would make of the load.
    with_one_more: String,
}

/// A case that nobody holds.
struct Waiting {
    reference: String,
    /// Where what it needs is said.
    needs: String,
    kind: String,
    points: String,
    waited: String,
    /// Where it is given to somebody; empty when that is not for the viewer.
    give: String,
    /// Who said "not now", a sentence each.
    not_now: Vec<String>,
}

/// In which order the members stand, and what was just done.
#[derive(Debug, Deserialize)]
pub struct Order {
    order: Option<String>,
    /// The phase that was given to somebody just now.
    given: Option<String>,
}

/// `GET /team`: by name, for nobody is ranked; by need when that is chosen with `order=need`, to see where to begin.
///
/// # Errors
/// [`Failure`] when the database does not answer.
pub async fn show(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Query(order): Query<Order>,
) -> Result<Shown, Failure> {
    let today = site.now().date();
    let first = today.saturating_sub(12.months());
    let days_to_head = site.chosen().await?.days_to_head;
    let mut reading = site.store().read(&viewer).await?;
    let models = reading.weight_models().await?;
    let people = reading.everybody(first, today).await?;
    let waiting = reading.waiting(today).await?;
    let phases: Vec<i64> = waiting.iter().map(|phase| phase.id).collect();
    let not_now = reading.not_now(&phases).await?;
    let may_give = viewer.may(Permission::Allocate);
    let given = super::next_case::told(&mut reading, order.given.as_deref(), today, &visit.tr).await?;
    let ids: Vec<i64> = people.iter().map(|facts| facts.id).collect();
    let talks = reading.talks(&ids, today).await?;
    let due = reading.dialogues_due(today, days_to_head).await?;
    let unqualified: usize = reading.lacking(today).await?.iter().map(|one| one.held).sum();
    let plans = reading.plans(usize::MAX).await?;
    reading.close().await?;
    let tr = &visit.tr;
    let model = models.on(today);
    let one_more = model.and_then(heaviest);
    let mut members: Vec<Member> = people
        .iter()
        .filter_map(|facts| member(facts, &models, one_more.as_ref(), (first, today), tr))
        .collect();
    for member in &mut members {
        if let Some(talks) = talks.get(&member.person) {
            (member.rating, member.talk) = standing(talks, tr);
        }
    }
    let by_need = order.order.as_deref() == Some("need");
    members.sort_by_cached_key(|member| swedish_order(&member.name));
    let own = viewer.person();
    let due = due_dialogues(&due, &members, &talks, own, today, tr);
    if by_need {
        // Whoever has no capacity and no case needs nothing.
        members.sort_by_key(|member| Reverse((member.of != Load::NoCapacity || member.is_alarm, member.of)));
    }
    let page = TeamPage {
        day: tr.long_day(today),
        due,
        members,
        by_need,
        one_more: one_more.map_or_else(String::new, |(words, _)| words),
        waiting: waiting
            .iter()
            .map(|phase| Waiting {
                give: if may_give {
                    format!("/next-case/{}", phase.id)
                } else {
                    String::new()
                },
                not_now: not_now
                    .get(&phase.id)
                    .into_iter()
                    .flatten()
                    .map(|said| said_not_now(said, tr))
                    .collect(),
                ..shown_waiting(phase, model, today, tr)
            })
            .collect(),
        given,
        unqualified: if unqualified == 0 {
            String::new()
        } else {
            super::qualification::held_in_words(unqualified, &visit.tr)
        },
        rebalance: match plans.iter().filter(|plan| super::rebalance::is_due(plan, today)).count() {
            0 => String::new(),
            plans => tr.counted("team-rebalance-today", i64::try_from(plans).unwrap_or(i64::MAX)),
        },
        page: visit.page("team-title"),
    };
    Ok(Shown::new(&page))
}

/// The dialogues that are due, each person once, in the order of the members: those of measurements, and those of people who have had too
/// much for the model's weeks and whose month is not measured yet.
fn due_dialogues(
    due: &[DueDialogue],
    members: &[Member],
    talks: &BTreeMap<i64, Talks>,
    own: Option<i64>,
    today: Date,
    tr: &Tr,
) -> Vec<Due> {
    let mut people: BTreeMap<i64, Due> = BTreeMap::new();
    let draft = |person: i64| talks.get(&person).and_then(|talks| talks.draft);
    // The latest month of each is the one to talk about; they come in the order of the months.
    for one in due.iter().filter(|one| Some(one.person) != own) {
        let before = people.get(&one.person).map(|before| before.since.clone());
        let reasons = one.reasons.iter().map(|reason| why(*reason, tr)).collect();
        let begun = draft(one.person).map(|(id, _)| format!("/dialogue/{id}"));
        let shown = Due {
            name: one.name.clone(),
            address: format!("/team/{}", one.person),
            reasons,
            since: before.unwrap_or_else(|| tr.long_day(one.since)),
            at_head: if one.at_head { tr.text("due-at-head") } else { String::new() },
            draft: begun.unwrap_or_default(),
            begin: ("measurement", one.measurement.to_string()),
        };
        people.insert(one.person, shown);
    }
    let month = today.first_of_month();
    for member in members.iter().filter(|member| Some(member.person) != own) {
        let measured = talks.get(&member.person).and_then(|talks| talks.latest);
        let is_measured = measured.is_some_and(|(_, of, ..)| of == month);
        let Some(since) = member
            .due_since
            .filter(|_| !is_measured && !people.contains_key(&member.person))
        else {
            continue;
        };
        let shown = Due {
            name: member.name.clone(),
            address: member.address.clone(),
            reasons: vec![why(Reason::TooMuch { since }, tr)],
            // Nobody has measured it: there is no day yet from which the talk is due.
            since: String::new(),
            at_head: String::new(),
            draft: draft(member.person).map_or_else(String::new, |(id, _)| format!("/dialogue/{id}")),
            begin: ("person", member.person.to_string()),
        };
        people.insert(member.person, shown);
    }
    let mut due: Vec<Due> = people.into_values().collect();
    due.sort_by_cached_key(|one| swedish_order(&one.name));
    due
}

/// The latest rating in words, and what waits.
fn standing(talks: &Talks, tr: &Tr) -> (String, Vec<String>) {
    let latest = talks.latest.and_then(|(_, month, rating, _)| Some((month, rating?)));
    let rating = latest.map_or_else(
        || tr.text("measurement-not-rated"),
        |(of, rating)| {
            let arguments = [
                ("rating", super::measurement::rating(rating.into(), tr).into()),
                ("month", super::measurement::month(of, tr).into()),
            ];
            tr.fill("team-rating", &arguments)
        },
    );
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let mut talk = Vec::new();
    if let Some((_, since)) = talks.draft {
        talk.push(tr.with("team-draft", "day", &tr.long_day(since)));
    }
    if talks.open_actions > 0 {
        talk.push(tr.counted("team-actions", count(talks.open_actions)));
    }
    if talks.late_actions > 0 {
        talk.push(tr.counted("team-late-actions", count(talks.late_actions)));
    }
    if talks.remarks > 0 {
        talk.push(tr.counted("team-remarks", count(talks.remarks)));
    }
    (rating, talk)
}

/// `GET /team/{person}`: the load of one of them, opened as that person sees it.
///
/// # Errors
/// [`Failure::NotFound`] when there is no such person or not in the team; or when the database does not answer.
pub async fn show_one(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Path(person): Path<String>,
) -> Result<Shown, Failure> {
    let person = person.parse().map_err(|_| Failure::NotFound)?;
    super::my_load::load_of(&site, &viewer, &visit, person).await
}

/// The heaviest row of the model, in words and with its points: what one more case is at most, before its factors.
fn heaviest(model: &WeightModel) -> Option<(String, rules::amount::Points)> {
    let row = model.cases.iter().max_by_key(|row| row.points)?;
    let phase = row.phase.as_deref();
    let points = points(model, &row.case_type, phase, &Effort::new(), (Part::Main, None)).ok()?;
    Some((counted::kind(&row.case_type, phase), points))
}

fn member(
    facts: &PersonFacts,
    models: &Series,
    one_more: Option<&(String, rules::amount::Points)>,
    (first, today): (Date, Date),
    tr: &Tr,
) -> Option<Member> {
    let steps = history(models, &facts.person, &facts.holdings, first, today);
    let load = steps.last()?.load.as_ref()?;
    if !is_listed(&facts.person, load, today) {
        return None;
    }
    let overload = overload(models, &steps);
    let over = overload.map_or_else(String::new, |overload| tr.counted("weeks", overload.weeks().into()));
    Some(Member {
        person: facts.id,
        of: load.load,
        is_alarm: load.is_alarm(),
        due_since: overload.filter(|overload| overload.due).map(|overload| overload.since),
        trend: trend(facts, &steps, (first, today), tr),
        rating: String::new(),
        talk: Vec::new(),
        address: format!("/team/{}", facts.id),
        name: facts.name.clone(),
        load: counted::load(load.load, tr),
        band: counted::band(load.band, tr),
        class: class(load.band),
        cases: tr.locale().count(load.cases.into()),
        over,
        with_one_more: one_more.map_or_else(String::new, |(_, points)| counted::load(load.with_one_more(*points), tr)),
    })
}

/// The load on the same day of each of the last twelve months, small.
fn trend(facts: &PersonFacts, steps: &[Step], (first, today): (Date, Date), tr: &Tr) -> Picture {
    let days = (0..=12)
        .rev()
        .map(|months| today.saturating_sub(months.months()))
        .filter(|day| *day >= first);
    let points: Vec<(String, Option<i64>, String)> = days
        .map(|day| {
            let load = steps
                .iter()
                .find(|step| step.period.contains(day))
                .and_then(|step| step.load.as_ref());
            let value = load.and_then(|load| load.load.rounded(4)).map(Share::millionths);
            let text = load.map_or_else(|| tr.text("band-no-capacity"), |load| counted::load(load.load, tr));
            (tr.long_day(day), value, text)
        })
        .collect();
    let title = tr.with("team-trend-of", "name", &facts.name);
    counted::trend(&format!("trend-{}", facts.id), &title, &points, "word-load", tr)
}

pub(super) const fn class(band: Band) -> &'static str {
    match band {
        Band::Low | Band::Balance => "calm",
        Band::High => "high",
        Band::Over | Band::NoCapacity => "over",
    }
}

fn shown_waiting(phase: &WaitingPhase, model: Option<&WeightModel>, today: Date, tr: &Tr) -> Waiting {
    let weighed = model.and_then(|model| {
        let part = (Part::Main, None);
        points(model, &phase.case_type, phase.phase.as_deref(), &phase.effort, part).ok()
    });
    let days = phase.since.until(today).map_or(0, |span| i64::from(span.get_days()));
    Waiting {
        reference: phase.reference.clone(),
        needs: format!("/cases/{}/needs", crate::session::escaped(&phase.reference)),
        kind: counted::kind(&phase.case_type, phase.phase.as_deref()),
        points: weighed.map_or_else(|| tr.text("counted-not-weighed"), |points| counted::points(points, tr)),
        waited: tr.counted("days", days),
        give: String::new(),
        not_now: Vec::new(),
    }
}

/// That somebody said "not now", and why.
fn said_not_now(said: &SaidNotNow, tr: &Tr) -> String {
    let why = tr.text(&format!("next-case-not-now-{}", said.why.id()));
    let words = [
        ("name", said.person.name.as_str().into()),
        ("day", tr.long_day(said.on).into()),
        ("why", why.into()),
    ];
    tr.fill("team-not-now", &words)
}
