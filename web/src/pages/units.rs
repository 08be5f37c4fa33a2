//! The units: sums of each and of all under it, for those who lead or follow up. Nobody is named, and small groups are hidden.

use askama::Template;
use axum::extract::State;
use jiff::ToSpan as _;
use rules::sums::{Figures, UnitSum};
use rules::weight_model::Band;

use crate::counted::{self, BandTexts};
use crate::failure::Failure;
use crate::page::{Page, Shown, Visit};
use crate::picture::{Bar, Histogram, Picture, Words};
use crate::session::SignedIn;
use crate::site::Site;
use crate::texts::Tr;

#[derive(Template)]
#[template(path = "units.html")]
struct UnitsPage {
    page: Page,
    day: String,
    fewest: String,
    /// How the people of the topmost unit are spread over the bands; none when that is hidden.
    spread: Option<Picture>,
    units: Vec<Unit>,
}

/// A unit with all under it.
struct Unit {
    /// How far below the topmost it lies: a class of the style sheet.
    depth: usize,
    name: String,
    /// None when the group is too small to be shown.
    figures: Option<Shares>,
}

/// Its figures, as they are written.
struct Shares {
    people: String,
    load: String,
    over: String,
    lasting: String,
}

/// So many months back overloads are looked for.
const BACK: i32 = 12;

/// `GET /units`
///
/// # Errors
/// [`Failure`] when the database does not answer.
pub async fn show(State(site): State<Site>, SignedIn(viewer): SignedIn, visit: Visit) -> Result<Shown, Failure> {
    let today = site.now().date();
    let fewest = site.chosen().await?.group_limit;
    let mut reading = site.store().read(&viewer).await?;
    let models = reading.weight_models().await?;
    let first = today.saturating_sub(BACK.months());
    let sums = reading.sums(&models, first, today, fewest.into()).await?;
    reading.close().await?;
    let tr = &visit.tr;
    let top = sums.iter().find(|unit| unit.above.is_none());
    let spread = top.and_then(|unit| Some(spread(&unit.name, unit.figures.as_ref()?, tr)));
    let page = UnitsPage {
        day: tr.long_day(today),
        fewest: tr.locale().count(fewest.into()),
        spread,
        units: sums.iter().map(|unit| shown(unit, &sums, tr)).collect(),
        page: visit.page("units-title"),
    };
    Ok(Shown::new(&page))
}

fn shown(unit: &UnitSum, all: &[UnitSum], tr: &Tr) -> Unit {
    let count = |number: usize| tr.locale().count(i64::try_from(number).unwrap_or(i64::MAX));
    Unit {
        depth: depth(unit, all).min(4),
        name: unit.name.clone(),
        figures: unit.figures.as_ref().map(|figures| Shares {
            people: count(figures.people),
            load: counted::load(figures.load, tr),
            over: count(figures.bands.get(&Band::Over).copied().unwrap_or(0)),
            lasting: count(figures.lasting),
        }),
    }
}

/// How many units lie above; a circle, which the import refuses, would end at the number of units.
fn depth(unit: &UnitSum, all: &[UnitSum]) -> usize {
    let mut above = unit.above.as_deref();
    let mut depth = 0;
    while let Some(parent) = above.and_then(|code| all.iter().find(|unit| unit.unit == code)) {
        depth += 1;
        if depth > all.len() {
            break;
        }
        above = parent.above.as_deref();
    }
    depth
}

fn spread(name: &str, figures: &Figures, tr: &Tr) -> Picture {
    let bands = BandTexts::new(tr);
    let words = bands.words();
    let counts: Vec<(Band, usize, String)> = [Band::Low, Band::Balance, Band::High, Band::Over, Band::NoCapacity]
        .into_iter()
        .map(|band| {
            let count = figures.bands.get(&band).copied().unwrap_or(0);
            (band, count, tr.locale().count(i64::try_from(count).unwrap_or(i64::MAX)))
        })
        .collect();
    let bars: Vec<Bar<'_>> = counts
        .iter()
        .map(|(band, count, count_text)| Bar {
            name: words.of(*band),
            count: u32::try_from(*count).ok(),
            count_text,
            band: *band,
        })
        .collect();
    Histogram {
        words: Words {
            title: &tr.with("units-spread-title", "unit", name),
            description: &tr.text("units-spread-description"),
        },
        bars: &bars,
        columns: [&tr.text("word-band"), &tr.text("word-people")],
    }
    .draw("spread")
}
