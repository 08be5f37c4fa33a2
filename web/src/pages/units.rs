//! The units: sums of each and of all under it, for those who lead or follow up. Nobody is named, and small groups are hidden.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use jiff::ToSpan as _;
use jiff::civil::Date;
use rules::access::Permission;
use rules::sums::{Figures, UnitSum};
use rules::weight_model::Band;
use store::dialogue::{FollowedUp, OverdueDialogues};

use crate::counted::{self, BandTexts};
use crate::failure::Failure;
use crate::page::{Page, Shown, Visit};
use crate::picture::{Bar, Cell, HeatMap, Histogram, Picture, Row, Words};
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
    /// Weeks and teams; none when no team may be shown.
    weeks: Option<Picture>,
    units: Vec<Unit>,
    /// Whether the viewer may make plans to rebalance.
    may_rebalance: bool,
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
    /// Dialogues that have been due for longer than the supervisor has.
    overdue: String,
    /// What came of the agreed actions.
    actions: String,
}

/// So many months back overloads are looked for, and actions that were due.
const BACK: i32 = 12;

/// So many weeks are shown, this one included.
const WEEKS: i32 = 12;

/// `GET /units`
///
/// # Errors
/// [`Failure`] when the database does not answer.
pub async fn show(State(site): State<Site>, SignedIn(viewer): SignedIn, visit: Visit) -> Result<Shown, Failure> {
    let today = site.now().date();
    let chosen = site.chosen().await?;
    let mut reading = site.store().read(&viewer).await?;
    let models = reading.weight_models().await?;
    let first = today.saturating_sub(BACK.months());
    // This day of each week, the latest last.
    let days: Vec<Date> = (0..WEEKS).rev().map(|weeks| today.saturating_sub(weeks.weeks())).collect();
    let weeks = reading.sums_on(&models, first, &days, chosen.group_limit.into()).await?;
    let overdue = reading.dialogues_at_head(today, chosen.days_to_head).await?;
    let followed_up = reading.followed_up(first, today).await?;
    reading.close().await?;
    let tr = &visit.tr;
    let sums = weeks.last().map_or(&[][..], Vec::as_slice);
    let top = sums.iter().find(|unit| unit.above.is_none());
    let spread = top.and_then(|unit| Some(spread(&unit.name, unit.figures.as_ref()?, tr)));
    let page = UnitsPage {
        day: tr.long_day(today),
        fewest: tr.locale().count(chosen.group_limit.into()),
        spread,
        weeks: weeks_and_teams(&days, &weeks, tr),
        units: sums
            .iter()
            .map(|unit| shown(unit, sums, &overdue, &followed_up, tr))
            .collect(),
        may_rebalance: viewer.may(Permission::Rebalance),
        page: visit.page("units-title"),
    };
    Ok(Shown::new(&page))
}

fn shown(
    unit: &UnitSum,
    all: &[UnitSum],
    overdue: &[OverdueDialogues],
    followed_up: &BTreeMap<String, FollowedUp>,
    tr: &Tr,
) -> Unit {
    let count = |number: usize| tr.locale().count(i64::try_from(number).unwrap_or(i64::MAX));
    let within: Vec<&str> = all
        .iter()
        .filter(|part| is_within(part, unit, all))
        .map(|part| &*part.unit)
        .collect();
    let late: usize = overdue
        .iter()
        .filter(|one| within.contains(&&*one.unit))
        .map(|one| one.dialogues)
        .sum();
    let mut actions = FollowedUp::default();
    for (_, one) in followed_up.iter().filter(|(code, _)| within.contains(&code.as_str())) {
        actions.done += one.done;
        actions.not_done += one.not_done;
        actions.late += one.late;
        actions.open += one.open;
    }
    Unit {
        depth: depth(unit, all).min(4),
        name: unit.name.clone(),
        figures: unit.figures.as_ref().map(|figures| Shares {
            people: count(figures.people),
            load: counted::load(figures.load, tr),
            over: count(figures.bands.get(&Band::Over).copied().unwrap_or(0)),
            lasting: count(figures.lasting),
            overdue: count(late),
            actions: in_words(actions, tr),
        }),
    }
}

/// What came of actions; nothing when none were agreed.
fn in_words(of: FollowedUp, tr: &Tr) -> String {
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let parts = [
        ("units-actions-done", of.done),
        ("units-actions-not-done", of.not_done),
        ("units-actions-late", of.late),
        ("units-actions-open", of.open),
    ];
    let parts = parts.into_iter().filter(|(_, number)| *number > 0);
    let parts: Vec<String> = parts.map(|(id, number)| tr.counted(id, count(number))).collect();
    if parts.is_empty() {
        tr.text("units-no-actions")
    } else {
        parts.join(", ")
    }
}

/// Whether a unit is another or lies under it.
fn is_within(part: &UnitSum, unit: &UnitSum, all: &[UnitSum]) -> bool {
    let mut at = Some(part);
    for _ in 0..=all.len() {
        match at {
            Some(one) if one.unit == unit.unit => return true,
            Some(one) => at = all.iter().find(|above| Some(&above.unit) == one.above.as_ref()),
            None => return false,
        }
    }
    false
}

/// A team, and for each week the band that its share is drawn as and the share as it is written; none where the team is too small.
struct TeamWeeks<'s> {
    name: &'s str,
    shares: Vec<Option<(Band, String)>>,
}

/// The share of people with too much or nearly, in whole per cent, and the band it is drawn as.
fn share(figures: &Figures, tr: &Tr) -> Option<(Band, String)> {
    let of = |band| figures.bands.get(&band).copied().unwrap_or(0);
    let heavy = of(Band::High) + of(Band::Over);
    // Half up.
    let per_cent = (200 * heavy + figures.people).checked_div(2 * figures.people)?;
    let band = match per_cent {
        0..25 => Band::Balance,
        25..50 => Band::High,
        _ => Band::Over,
    };
    Some((band, tr.counted("units-share", i64::try_from(per_cent).unwrap_or(i64::MAX))))
}

/// A cell of the picture.
fn cell(share: Option<&(Band, String)>) -> Cell<'_> {
    let (band, text) = share.map_or((None, "–"), |(band, text)| (Some(*band), text.as_str()));
    Cell { band, text }
}

/// The teams, which are the units with none under them, and in each week how large a share of their people had too much or nearly.
fn weeks_and_teams(days: &[Date], weeks: &[Vec<UnitSum>], tr: &Tr) -> Option<Picture> {
    let all = weeks.last()?;
    let is_team = |unit: &&UnitSum| !all.iter().any(|part| part.above.as_ref() == Some(&unit.unit));
    let of_team = |team: &'_ UnitSum| -> Vec<Option<(Band, String)>> {
        let then = weeks.iter().map(|units| units.iter().find(|unit| unit.unit == team.unit));
        then.map(|unit| share(unit?.figures.as_ref()?, tr)).collect()
    };
    let teams = all.iter().filter(is_team).map(|team| TeamWeeks {
        name: &team.name,
        shares: of_team(team),
    });
    let teams: Vec<TeamWeeks<'_>> = teams.filter(|team| team.shares.iter().any(Option::is_some)).collect();
    if teams.is_empty() {
        return None;
    }
    let columns: Vec<String> = days
        .iter()
        .map(|day| tr.counted("units-week", i64::from(day.iso_week_date().week())))
        .collect();
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    let cells: Vec<Vec<Cell<'_>>> = teams
        .iter()
        .map(|team| team.shares.iter().map(|share| cell(share.as_ref())).collect())
        .collect();
    let rows: Vec<Row<'_>> = teams
        .iter()
        .zip(&cells)
        .map(|(team, cells)| Row { name: team.name, cells })
        .collect();
    let map = HeatMap {
        words: Words {
            title: &tr.text("units-weeks-title"),
            description: &tr.text("units-weeks-description"),
        },
        row_title: &tr.text("word-unit"),
        columns: &columns,
        rows: &rows,
    };
    Some(map.draw("weeks"))
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
