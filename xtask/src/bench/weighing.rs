//! Points and capacity in memory, for as many workers as a country has, with a caseload shaped as the British probation service's.

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
    let people: Vec<(Person, Vec<Held>)> = (0..WORKERS)
        .map(|_| (person(&mut draw), caseload(&rows, &mut draw)))
        .collect();
    let timing = measure(1, 7, || {
        let loads = people
            .iter()
            .map(|(person, held)| load(&model, person, &held.iter().copied(), day));
        loads.fold(0_i64, |sum, load| {
            sum.wrapping_add(load.points.millionths())
                .wrapping_add(load.capacity.millionths())
        })
    });
    let count = u32::try_from(WORKERS)?;
    Ok(vec![Row {
        name: "weighing",
        what: format!("points and capacity of one worker of {WORKERS}, in memory, one core"),
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

/// About forty cases, spread over tiers and places.
fn caseload(rows: &[Held], draw: &mut Draw) -> Vec<Held> {
    let mut held: Vec<Held> = Vec::new();
    for row in rows {
        let count = draw.below(3);
        if count > 0 {
            held.push(Held { count, ..*row });
        }
    }
    held
}

/// Mixed hours; one in three with a reduction, and three old ones beside it.
fn person(draw: &mut Draw) -> Person {
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
        person.reductions.extend(
            old.chain([Period::ALWAYS])
                .map(|period| Reduction::new("phased-return", size, period)),
        );
    }
    person
}
