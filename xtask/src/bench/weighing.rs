//! Points and capacity in memory, for as many workers as a country has, with a caseload shaped as the British probation service's.

use std::ops::Range;
use std::time::Duration;

use anyhow::Context as _;
use rules::amount::{Hours, Share};
use rules::case::{Effort, Part};
use rules::load::{Held, load};
use rules::period::Period;
use rules::person::{Employment, Extent, Person, Reduction, ReductionSize, Role};
use rules::weigh::points;
use rules::weight_model::{WeightModel, shipped};

use super::sample::Draw;
use super::table::{Alternative, Limit, Quantity, Row};
use super::timing::measure;

const WORKERS: usize = 100_000;

/// What the peer's own rule takes for one worker at the least; it takes up to 7 µs.
const PEER: Duration = Duration::from_nanos(3_800);

pub fn run() -> anyhow::Result<Vec<Row>> {
    let model = shipped("uk-probation").context("the UK model ships")?;
    let day = jiff::civil::date(2026, 10, 31);
    let rows = weighed_rows(&model)?;
    let mut draw = Draw::new(1);
    let people: Vec<Person> = (0..WORKERS).map(|_| person(&model, &mut draw)).collect();
    // All caseloads stand in one list, one after the other, as they do when they are read from the database.
    let mut held: Vec<Held> = Vec::new();
    let caseloads: Vec<Range<usize>> = (0..WORKERS)
        .map(|_| {
            let from = held.len();
            held.extend(caseload(&rows, &mut draw));
            from..held.len()
        })
        .collect();
    let timing = measure(1, 7, || {
        let loads = people.iter().zip(&caseloads).map(|(person, caseload)| {
            let held = held[caseload.clone()].iter().copied();
            load(&model, person, &held, day)
        });
        loads.fold(0_i64, |sum, load| {
            sum.wrapping_add(load.points.millionths())
                .wrapping_add(load.capacity.millionths())
        })
    });
    let count = u32::try_from(WORKERS)?;
    Ok(vec![Row {
        name: "weighing",
        what: format!("points and capacity of one worker of {WORKERS} with 40 cases, in memory, one core"),
        ours: Quantity::Time(timing.minimum / count),
        alternative: Some(Alternative::Published {
            name: "wmt-probation-rules, 16 tiers".to_owned(),
            quantity: Quantity::Time(PEER),
        }),
        limit: Limit::TimesBetter(30.0),
    }])
}

/// Each tier at each place of the model, weighed once.
fn weighed_rows(model: &WeightModel) -> anyhow::Result<Vec<Held>> {
    let rows = model.cases.iter().enumerate().filter(|(_, row)| !row.points.is_zero());
    let weighed = rows.map(|(place, row)| {
        let points = points(
            model,
            &row.case_type,
            row.phase.as_deref(),
            &Effort::new(),
            (Part::Main, None),
        )?;
        Ok(Held {
            points,
            count: 1,
            row: Some(u16::try_from(place)?),
        })
    });
    weighed.collect()
}

/// Forty cases, counted by tier and place as the peer counts them.
fn caseload(rows: &[Held], draw: &mut Draw) -> impl Iterator<Item = Held> {
    let mut counts = vec![0; rows.len()];
    for _ in 0..40 {
        let place = draw.below(u32::try_from(rows.len()).unwrap_or(u32::MAX));
        counts[place as usize] += 1;
    }
    let counted = rows.iter().zip(counts).filter(|(_, count)| *count > 0);
    counted.map(|(row, count)| Held { count, ..*row })
}

/// Mixed hours; one in three with a reduction, and three old ones beside it.
fn person(model: &WeightModel, draw: &mut Draw) -> Person {
    let kind = model.reductions.get(12).map_or_else(String::new, |row| row.id.clone());
    let hours = [
        Hours::whole(37),
        Hours::whole(37),
        Hours::whole(30),
        Hours::from_millionths(18_500_000),
    ];
    let extent = Extent::HoursPerWeek(hours[draw.below(4) as usize]);
    let employment = Employment {
        unit: None,
        role: Role::Caseworker,
        extent,
        period: Period::ALWAYS,
    };
    let mut person = Person {
        reference: "1".to_owned(),
        employments: vec![employment],
        ..Person::default()
    };
    if draw.below(3) == 0 {
        let size = Some(ReductionSize::Share(Share::from_millionths(200_000)));
        let over = Period::new(jiff::civil::date(2020, 1, 1), Some(jiff::civil::date(2021, 1, 1)));
        let old = over.into_iter().flat_map(|period| std::iter::repeat_n(period, 3));
        person
            .reductions
            .extend(old.chain([Period::ALWAYS]).map(|period| Reduction::new(&kind, size, period)));
    }
    person
}
