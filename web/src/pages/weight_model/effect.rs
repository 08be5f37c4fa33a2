//! What a draft would do to everyone before it is adopted: to units without names, and by name to the team of whoever leads one.

use askama::Template;
use axum::extract::{Path, State};
use rules::access::Permission;
use rules::amount::Share;
use rules::model_effect::{CLASSES, Effect, Spread, UnitEffect};
use rules::sums::Figures;
use rules::weight_model::{Band, WeightModel};
use store::load::PersonFacts;

use super::draft;
use crate::counted;
use crate::failure::Failure;
use crate::language::swedish_order;
use crate::page::{Page, Shown, Visit};
use crate::picture::{Bar, Histogram, Picture, Words};
use crate::session::SignedIn;
use crate::site::Site;
use crate::texts::Tr;

#[derive(Template)]
#[template(path = "weight_model/effect.html")]
struct EffectPage {
    page: Page,
    /// The draft: title and version.
    draft: String,
    /// The model in force; empty when there is none to compare with.
    current: String,
    day: String,
    fewest: String,
    whole: Option<Whole>,
    units: Vec<Unit>,
    people: Vec<Member>,
    /// Addresses of the draft, for whoever may adopt it; empty otherwise.
    edit: String,
    adopt: String,
}

/// All who are counted.
struct Whole {
    sentences: Vec<String>,
    picture: Picture,
}

/// A unit.
struct Unit {
    depth: usize,
    name: String,
    figures: Option<[String; 5]>,
}

/// Somebody of the team.
struct Member {
    name: String,
    before: String,
    band_before: String,
    after: String,
    band_after: String,
    difference: String,
}

/// `GET /weight-models/drafts/{draft}/effect`
///
/// # Errors
/// [`Failure::NotFound`] when there is no such draft or not for the viewer; or when the database does not answer.
pub async fn show(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Shown, Failure> {
    let draft = draft(&site, &viewer, &id).await?;
    let today = site.now().date();
    let tr = &visit.tr;
    let fewest = usize::from(site.chosen().await?.group_limit);
    let mut reading = site.store().read(&viewer).await?;
    let models = reading.weight_models().await?;
    let current = models.on(today);
    let (mut units, mut whole, mut people) = (Vec::new(), None, Vec::new());
    if let Some(current) = current {
        let effects = reading.model_effects(current, &draft.model, today, fewest).await?;
        units = effects
            .units
            .iter()
            .map(|unit| shown_unit(unit, &effects.units, tr))
            .collect();
        whole = effects.spread.map(|spread| shown_whole(&spread, tr));
        if viewer.may(Permission::LoadByName) {
            let team = reading.everybody(today, today).await?;
            people = members(&team, current, &draft.model, today, tr);
        }
    }
    reading.close().await?;
    let may_adopt = viewer.may(Permission::AdoptModel);
    let address = |part: &str| {
        if may_adopt {
            format!("/weight-models/drafts/{}{part}", draft.id)
        } else {
            String::new()
        }
    };
    let page = EffectPage {
        draft: named(&draft.model),
        current: current.map_or_else(String::new, named),
        day: tr.long_day(today),
        fewest: count(fewest, tr),
        whole,
        units,
        people,
        edit: address(""),
        adopt: address("/adopt"),
        page: visit.page("models-effect-title"),
    };
    Ok(Shown::new(&page))
}

fn named(model: &WeightModel) -> String {
    format!("{} {}", model.title, model.version)
}

fn count(number: usize, tr: &Tr) -> String {
    tr.locale().count(i64::try_from(number).unwrap_or(i64::MAX))
}

fn from_to(from: &str, to: &str, tr: &Tr) -> String {
    if from == to {
        return tr.with("models-effect-same", "value", from);
    }
    tr.fill("models-effect-from-to", &[("from", from.into()), ("to", to.into())])
}

fn shown_unit(unit: &UnitEffect, all: &[UnitEffect], tr: &Tr) -> Unit {
    let in_band = |figures: &Figures, band| count(figures.bands.get(&band).copied().unwrap_or(0), tr);
    let figures = unit.figures.as_ref().map(|(before, after)| {
        let band = |band| from_to(&in_band(before, band), &in_band(after, band), tr);
        [
            count(before.people, tr),
            from_to(&counted::load(before.load, tr), &counted::load(after.load, tr), tr),
            band(Band::Low),
            band(Band::High),
            band(Band::Over),
        ]
    });
    Unit {
        depth: depth(unit, all).min(4),
        name: unit.name.clone(),
        figures,
    }
}

/// How many units lie above; a circle, which the import refuses, would end at the number of units.
fn depth(unit: &UnitEffect, all: &[UnitEffect]) -> usize {
    let parent = |of: &UnitEffect| {
        let above = of.above.as_deref()?;
        all.iter().find(|unit| unit.unit == above)
    };
    let above = std::iter::successors(parent(unit), |above| parent(above));
    above.take(all.len()).count()
}

fn shown_whole(spread: &Spread, tr: &Tr) -> Whole {
    let number = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let lighter: usize = spread.classes[..4].iter().sum();
    let heavier: usize = spread.classes[5..].iter().sum();
    let mut sentences = vec![
        tr.fill(
            "models-effect-people",
            &[
                ("people", number(spread.people).into()),
                ("lighter", number(lighter).into()),
                ("heavier", number(heavier).into()),
            ],
        ),
        tr.counted("models-effect-go-over", number(spread.go_over)),
        tr.counted("models-effect-come-down", number(spread.come_down)),
    ];
    if spread.unweighed.1 > 0 {
        sentences.push(tr.counted("models-effect-unweighed", spread.unweighed.1.into()));
    }
    Whole {
        sentences,
        picture: picture(spread, tr),
    }
}

/// The names of the classes of change, in order.
fn classes(tr: &Tr) -> Vec<String> {
    let signed = |per_cent: i64| {
        let sign = if per_cent > 0 { "+" } else { "" };
        format!("{sign}{}", tr.locale().count(per_cent))
    };
    let between = |pair: &[i64]| {
        let [from, to] = [pair[0], pair[1]].map(signed);
        format!("{from}…{to}")
    };
    let mut names = vec![format!("< {}", signed(CLASSES[0]))];
    names.extend(CLASSES[..4].windows(2).map(between));
    names.push(tr.locale().count(0));
    names.extend(CLASSES[4..].windows(2).map(between));
    names.push(format!("> {}", signed(CLASSES[7])));
    names
}

fn picture(spread: &Spread, tr: &Tr) -> Picture {
    let names = classes(tr);
    let counts: Vec<String> = spread.classes.iter().map(|people| count(*people, tr)).collect();
    let bars: Vec<Bar<'_>> = names
        .iter()
        .zip(&counts)
        .zip(spread.classes)
        .enumerate()
        .map(|(place, ((name, count_text), people))| Bar {
            name,
            count: u32::try_from(people).ok(),
            count_text,
            band: match place {
                0..4 => Band::Low,
                4 => Band::Balance,
                5..7 => Band::High,
                _ => Band::Over,
            },
        })
        .collect();
    Histogram {
        words: Words {
            title: &tr.text("models-effect-picture-title"),
            description: &tr.text("models-effect-picture"),
        },
        bars: &bars,
        columns: [&tr.text("models-word-change"), &tr.text("word-people")],
    }
    .draw("effect")
}

fn members(team: &[PersonFacts], before: &WeightModel, after: &WeightModel, today: jiff::civil::Date, tr: &Tr) -> Vec<Member> {
    let mut members: Vec<Member> = team
        .iter()
        .filter_map(|facts| {
            let effect = Effect::of(before, after, &facts.person, &facts.holdings, today)?;
            Some(Member {
                name: facts.name.clone(),
                before: counted::load(effect.before.load, tr),
                band_before: counted::band(effect.before.band, tr),
                after: counted::load(effect.after.load, tr),
                band_after: counted::band(effect.after.band, tr),
                difference: effect.difference().map_or_else(String::new, |share| difference(share, tr)),
            })
        })
        .collect();
    members.sort_by_cached_key(|member| swedish_order(&member.name));
    members
}

/// A difference of two shares in percentage points, with its sign.
fn difference(share: Share, tr: &Tr) -> String {
    let sign = if share.millionths() > 0 { "+" } else { "" };
    let points = format!("{sign}{}", tr.locale().decimal(share.millionths() * 100, 0));
    tr.with("models-percentage-points", "points", &points)
}
