//! My load: the number of whoever is signed in today, what it is made of, how it has been, and who has looked at it.

use askama::Template;
use axum::extract::State;
use jiff::ToSpan as _;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rules::amount::Share;
use rules::load::explain;
use rules::overload::{history, overload};
use rules::weight_model::{Band, Series};
use store::Viewer;
use store::load::PersonFacts;
use store::look::Looked;

use super::dialogue::standing::{Standing, StandingFacts};
use crate::counted::{self, BandTexts, CountedLoad};
use crate::failure::Failure;
use crate::page::{Page, Shown, Visit};
use crate::picture::{Line, Picture, Point, Words};
use crate::session::SignedIn;
use crate::site::Site;
use crate::texts::Tr;

/// A load as it is shown to the person and to the supervisor.
#[derive(Template)]
#[template(path = "my_load.html")]
pub(super) struct LoadPage {
    page: Page,
    day: String,
    /// Whether it is somebody else's.
    is_of_another: bool,
    counted: CountedLoad,
    /// Where each case is to move by a plan, in the order of the cases; empty where it stays.
    planned: Vec<String>,
    standing: Standing,
    /// For how long it has been too much, and that something is due; empty when it is not.
    overload: String,
    gauge: Picture,
    year: Picture,
    looks: Vec<Look>,
}

/// Where what a case needs is said.
fn needs_of(reference: &str) -> String {
    format!("/cases/{}/needs", crate::session::escaped(reference))
}

/// That somebody looked.
#[derive(PartialEq, Eq)]
struct Look {
    at: String,
    who: String,
}

#[derive(Template)]
#[template(path = "no_load.html")]
struct NoLoadPage {
    page: Page,
    why: String,
}

/// So many looks are shown, those of the same minute as one.
const LOOKS: u32 = 40;

/// `GET /my-load`
///
/// # Errors
/// [`Failure`] when the database does not answer.
pub async fn show(State(site): State<Site>, SignedIn(viewer): SignedIn, visit: Visit) -> Result<Shown, Failure> {
    match viewer.person() {
        Some(person) => load_of(&site, &viewer, &visit, person).await,
        None => Ok(no_load(&visit, "my-load-title", "my-load-no-person")),
    }
}

pub(super) fn no_load(visit: &Visit, title: &str, why: &str) -> Shown {
    let page = visit.page(title);
    let why = page.tr.text(why);
    Shown::new(&NoLoadPage { page, why })
}

/// The load of a person whom the viewer may see; nobody there and not allowed look the same.
pub(super) async fn load_of(site: &Site, viewer: &Viewer, visit: &Visit, person: i64) -> Result<Shown, Failure> {
    let now = site.now();
    let today = now.date();
    let first = today.saturating_sub(12.months());
    let is_of_another = viewer.person() != Some(person);
    let mut reading = site.store().read(viewer).await?;
    let models = reading.weight_models().await?;
    let facts = reading.somebody(person, first, today).await?;
    let looks = reading.who_looked_at(person, LOOKS).await?;
    let standing = StandingFacts::read(&mut reading, person, today).await?;
    let planned = reading.planned_moves(person).await?;
    reading.close().await?;
    let facts = facts.ok_or(Failure::NotFound)?;
    let Some(model) = models.on(today) else {
        return Ok(no_load(visit, "my-load-title", "my-load-no-model"));
    };
    let standing = standing.shown(person, model, today, &visit.tr);
    let title = if is_of_another {
        facts.name.clone()
    } else {
        visit.tr.text("my-load-title")
    };
    let page = visit.titled(title);
    let mut looks: Vec<Look> = looks
        .iter()
        .map(|look| shown_look(look, now.time_zone(), &visit.tr))
        .collect();
    // Several pages in one minute are one line.
    looks.dedup();
    load_page(page, (is_of_another, standing), &facts, &models, (first, today), looks)
        .map(|mut page| {
            let way = |(plan, step): &(i64, i64)| format!("/rebalance/{plan}/moves/{step}");
            let cases = page.counted.cases.iter();
            page.planned = cases
                .map(|case| planned.get(&case.reference).map_or_else(String::new, way))
                .collect();
            Shown::new(&page)
        })
        .ok_or(Failure::NotFound)
}

fn load_page(
    page: Page,
    (is_of_another, mut standing): (bool, Standing),
    facts: &PersonFacts,
    models: &Series,
    (first, today): (Date, Date),
    looks: Vec<Look>,
) -> Option<LoadPage> {
    let tr = &page.tr;
    let model = models.on(today)?;
    let explained = explain(model, &facts.person, &facts.holdings, today);
    let counted = counted::counted(&explained, model, tr);
    for wrong in &mut standing.wrong {
        if let Some(place) = counted.cases.iter().position(|case| case.reference == wrong.reference) {
            wrong.case = format!("#case-{}", place + 1);
        }
    }
    let steps = history(models, &facts.person, &facts.holdings, first, today);
    let overload = overload(models, &steps).map_or_else(String::new, |overload| {
        let id = if overload.due { "overload-due" } else { "overload-for" };
        tr.counted(id, overload.weeks().into())
    });
    if !overload.is_empty() {
        standing.due_too_much.clear();
    }
    Some(LoadPage {
        day: tr.long_day(today),
        is_of_another,
        standing,
        planned: Vec::new(),
        counted,
        overload,
        gauge: counted::gauge(&explained.load, model, tr),
        year: year(&steps, model, (first, today), tr),
        looks,
        page,
    })
}

/// The load on the same day of each of the last twelve months.
fn year(
    steps: &[rules::overload::Step],
    model: &rules::weight_model::WeightModel,
    (first, today): (Date, Date),
    tr: &Tr,
) -> Picture {
    let days: Vec<Date> = (0..=12)
        .rev()
        .map(|months| today.saturating_sub(months.months()))
        .filter(|day| *day >= first)
        .collect();
    let months: Vec<(String, String, Option<i64>, String, Band)> = days
        .iter()
        .map(|day| {
            let load = steps
                .iter()
                .find(|step| step.period.contains(*day))
                .and_then(|step| step.load.as_ref());
            let name = tr.text(&format!("month-{}", day.month()));
            let short = name.chars().take(3).collect();
            let name = format!("{name} {}", day.year());
            let value = load.and_then(|load| load.load.rounded(4)).map(Share::millionths);
            let text = load.map_or_else(|| tr.text("band-no-capacity"), |load| counted::load(load.load, tr));
            (short, name, value, text, load.map_or(Band::NoCapacity, |load| load.band))
        })
        .collect();
    let points: Vec<Point<'_>> = months
        .iter()
        .map(|(short, name, value, value_text, band)| Point {
            short,
            name,
            value: *value,
            value_text,
            band: *band,
        })
        .collect();
    let bands = BandTexts::new(tr);
    let now = points.last().map_or("", |point| point.value_text);
    let then = points.first().map_or("", |point| point.value_text);
    Line {
        words: Words {
            title: &tr.text("year-title"),
            description: &tr.fill("year-description", &[("then", then.into()), ("now", now.into())]),
        },
        points: &points,
        limits: counted::limits(model),
        bands: bands.words(),
        columns: [&tr.text("word-month"), &tr.text("word-load"), &tr.text("word-band")],
    }
    .draw("year")
}

fn shown_look(look: &Looked, zone: &TimeZone, tr: &Tr) -> Look {
    let at = look.at.to_zoned(zone.clone());
    Look {
        at: format!("{} {:02}:{:02}", tr.locale().day(at.date()), at.hour(), at.minute()),
        who: look.actor.clone(),
    }
}
