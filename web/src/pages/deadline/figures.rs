//! How many of the clocks are kept in each unit, month by month. Nobody is named.

use askama::Template;
use axum::extract::State;
use jiff::ToSpan as _;
use rules::amount::Share;
use rules::deadline::figures::ShownMonth;
use store::deadline::UnitDeadlines;

use super::Asked;
use crate::counted;
use crate::failure::Failure;
use crate::page::{Page, Shown, Visit};
use crate::picture::Picture;
use crate::session::SignedIn;
use crate::site::Site;
use crate::texts::Tr;

/// So many months back.
const BACK: i32 = 12;

#[derive(Template)]
#[template(path = "deadline/figures.html")]
struct FiguresPage {
    page: Page,
    fewest: String,
    units: Vec<Unit>,
}

struct Unit {
    name: String,
    /// None when too few people work there.
    months: Option<Vec<Month>>,
    picture: Option<Picture>,
}

struct Month {
    name: String,
    /// None when the month has too few clocks.
    figures: Option<Figures>,
}

struct Figures {
    all: String,
    kept: String,
    limits: String,
    stands_out: bool,
    median: String,
    longest: String,
}

/// `GET /units/deadlines`
///
/// # Errors
/// [`Failure`] when the database does not answer.
pub async fn show(State(site): State<Site>, SignedIn(viewer): SignedIn, visit: Visit) -> Result<Shown, Failure> {
    let day = site.now().date();
    let limit = site.chosen().await?.group_limit;
    let asked = Asked::on(&site, day).await?;
    let first = day.saturating_sub(BACK.months()).first_of_month();
    let mut reading = site.store().read(&viewer).await?;
    let models = reading.weight_models().await?;
    let units = reading
        .deadline_figures(asked.question(), &models, first, limit.into(), None)
        .await?;
    reading.close().await?;
    let tr = &visit.tr;
    let page = FiguresPage {
        fewest: tr.locale().count(limit.into()),
        units: units.iter().enumerate().map(|(place, unit)| shown(place, unit, tr)).collect(),
        page: visit.page("deadline-figures-title"),
    };
    Ok(Shown::new(&page))
}

/// A share from 0 to 1 in millionths.
#[expect(clippy::cast_possible_truncation, reason = "a share lies from 0 to 1")]
fn millionths(share: f64) -> i64 {
    (share * 1e6).round() as i64
}

fn percent(share: f64, tr: &Tr) -> String {
    tr.locale().percent(Share::from_millionths(millionths(share)))
}

fn month_name(month: &ShownMonth, tr: &Tr) -> String {
    let name = tr.text(&format!("month-{}", month.month.month()));
    format!("{name} {}", month.month.year())
}

fn shown(place: usize, unit: &UnitDeadlines, tr: &Tr) -> Unit {
    let count = |number: u32| tr.locale().count(number.into());
    let month = |month: &ShownMonth| Month {
        name: month_name(month, tr),
        figures: month.figures.as_ref().map(|figures| Figures {
            all: count(figures.all),
            kept: percent(figures.share(), tr),
            limits: figures.limits.map_or_else(String::new, |(low, high)| {
                let arguments = [("low", percent(low, tr).into()), ("high", percent(high, tr).into())];
                tr.fill("deadline-figures-between", &arguments)
            }),
            stands_out: figures.stands_out(),
            median: figures.median_days.map_or_else(String::new, count),
            longest: figures.longest_days.map_or_else(String::new, count),
        }),
    };
    Unit {
        name: unit.name.clone(),
        months: unit.months.as_ref().map(|months| months.iter().map(month).collect()),
        picture: unit
            .months
            .as_ref()
            .filter(|months| months.len() > 1)
            .map(|months| picture(place, unit, months, tr)),
    }
}

/// The share that was kept, small.
fn picture(place: usize, unit: &UnitDeadlines, months: &[ShownMonth], tr: &Tr) -> Picture {
    let points: Vec<(String, Option<i64>, String)> = months
        .iter()
        .map(|month| {
            let share = month.figures.as_ref().map(rules::deadline::figures::Month::share);
            let text = share.map_or_else(|| tr.text("deadline-figures-few"), |share| percent(share, tr));
            (month_name(month, tr), share.map(millionths), text)
        })
        .collect();
    let title = tr.with("deadline-figures-of", "unit", &unit.name);
    counted::trend(&format!("kept-{place}"), &title, &points, "deadline-figures-kept", tr)
}
