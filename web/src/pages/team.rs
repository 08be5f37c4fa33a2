//! The team: everybody's load, for the supervisor who leads it, and what waits for somebody to hold it.

use askama::Template;
use axum::extract::{Path, State};
use jiff::ToSpan as _;
use jiff::civil::Date;
use rules::case::{Effort, Part};
use rules::load::is_listed;
use rules::overload::{history, overload};
use rules::weigh::points;
use rules::weight_model::{Band, Series, WeightModel};
use store::load::{PersonFacts, WaitingPhase};

use crate::counted;
use crate::failure::Failure;
use crate::page::{Page, Shown, Visit};
use crate::session::SignedIn;
use crate::site::Site;
use crate::texts::Tr;

#[derive(Template)]
#[template(path = "team.html")]
struct TeamPage {
    page: Page,
    day: String,
    members: Vec<Member>,
    /// What one more case is taken to be: type, phase and points; empty when the model has no row.
    one_more: String,
    waiting: Vec<Waiting>,
}

/// Somebody of the team.
struct Member {
    address: String,
    name: String,
    load: String,
    band: String,
    /// Class of the band in the style sheet.
    class: &'static str,
    cases: String,
    /// For how long it has been too much; empty when it is not.
    over: String,
    /// What one more case would make of the load.
    with_one_more: String,
}

/// A case that nobody holds.
struct Waiting {
    reference: String,
    kind: String,
    points: String,
    waited: String,
}

/// `GET /team`: by name, for nobody is ranked.
///
/// # Errors
/// [`Failure`] when the database does not answer.
pub async fn show(State(site): State<Site>, SignedIn(viewer): SignedIn, visit: Visit) -> Result<Shown, Failure> {
    let today = site.now().date();
    let first = today.saturating_sub(12.months());
    let mut reading = site.store().read(&viewer).await?;
    let models = reading.weight_models().await?;
    let people = reading.everybody(first, today).await?;
    let waiting = reading.waiting(today).await?;
    reading.close().await?;
    let tr = &visit.tr;
    let model = models.on(today);
    let one_more = model.and_then(heaviest);
    let mut members: Vec<Member> = people
        .iter()
        .filter_map(|facts| member(facts, &models, one_more.as_ref(), (first, today), tr))
        .collect();
    members.sort_by_cached_key(|member| swedish_order(&member.name));
    let page = TeamPage {
        day: tr.long_day(today),
        members,
        one_more: one_more.map_or_else(String::new, |(words, _)| words),
        waiting: waiting.iter().map(|phase| shown_waiting(phase, model, today, tr)).collect(),
        page: visit.page("team-title"),
    };
    Ok(Shown::new(&page))
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
    let over = overload(models, &steps).map_or_else(String::new, |overload| tr.counted("weeks", overload.weeks().into()));
    Some(Member {
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

const fn class(band: Band) -> &'static str {
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
        kind: counted::kind(&phase.case_type, phase.phase.as_deref()),
        points: weighed.map_or_else(|| tr.text("counted-not-weighed"), |points| counted::points(points, tr)),
        waited: tr.counted("days", days),
    }
}

/// A key that sorts as Swedish does: å, ä and ö come last, in this order; large and small letters are the same.
pub(super) fn swedish_order(name: &str) -> Vec<u32> {
    let place = |letter: char| match letter {
        '\u{e5}' => 0x10_000,
        '\u{e4}' | '\u{e6}' => 0x10_001,
        '\u{f6}' | '\u{f8}' => 0x10_002,
        'é' | 'è' | 'ë' | 'ê' => u32::from('e'),
        'ü' => u32::from('y'),
        'á' | 'à' => u32::from('a'),
        other => u32::from(other),
    };
    name.chars().flat_map(char::to_lowercase).map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_in_the_order_of_the_swedish_alphabet() {
        let mut names = ["\u{d6}berg", "Zetterlund", "\u{c4}ng", "\u{c5}kesson", "andersson", "Ek"];
        names.sort_by_key(|name| swedish_order(name));
        assert_eq!(
            names,
            ["andersson", "Ek", "Zetterlund", "\u{c5}kesson", "\u{c4}ng", "\u{d6}berg"]
        );
    }
}
