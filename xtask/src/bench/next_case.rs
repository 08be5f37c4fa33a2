//! Who could take the next case: the list in order, with its reasons, from the database.

use std::time::Duration;

use anyhow::Context as _;
use jiff::ToSpan as _;
use rules::next_case::{Candidate, DAYS_AHEAD, suggest};
use rules::weight_model::WeightModel;
use store::Store;
use store::import::record::{PhaseRecord, Record};

use super::sample::{DAY, FIRST, decade};
use super::table::{Alternative, Limit, Quantity, Row};
use super::timing::measure;
use crate::municipality::{example, filled, viewer};
use crate::postgres::Cluster;

const PEOPLE: u32 = 600;
const OPEN: u32 = 20;
const CLOSED: u32 = 180;
/// The teams: code, people, and how long the list may take.
const TEAMS: [(&str, u32, Duration); 2] = [
    ("N15", 15, Duration::from_millis(20)),
    ("N300", 300, Duration::from_millis(150)),
];

pub fn run() -> anyhow::Result<Vec<Row>> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("next-case.db");
    let cluster = Cluster::start()?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let model = example()?;
    let mut rows = Vec::new();
    for (engine, address) in [("SQLite", file.display().to_string()), ("PostgreSQL", cluster.address())] {
        eprintln!("  filling {engine} …");
        let store = runtime.block_on(filled(&address, records()?))?;
        // What a list would take that knows no team: every load of the municipality, and the team's own picked from them.
        let whole = measure(1, 7, || runtime.block_on(from_everybody(&store, &model)));
        runtime.block_on(from_everybody(&store, &model))?;
        for (unit, people, limit) in TEAMS {
            let found = runtime.block_on(list(&store, &model, unit))?;
            anyhow::ensure!(found == usize::try_from(people)?, "{found} of {people} in the list");
            let timing = measure(5, 41, || runtime.block_on(list(&store, &model, unit)));
            rows.push(Row {
                name: "next-case",
                what: format!(
                    "who could take a case, {people} workers of {PEOPLE} with {} phases, {engine}",
                    PEOPLE * (OPEN + CLOSED)
                ),
                ours: Quantity::Time(timing.median),
                alternative: Some(Alternative::Measured {
                    name: "every load of the municipality read first".to_owned(),
                    quantity: Quantity::Time(whole.median),
                }),
                limit: Limit::AtMost(Quantity::Time(limit)),
            });
        }
        runtime.block_on(store.close());
    }
    Ok(rows)
}

/// The teams of [`TEAMS`] and others of ten; in each of the former a case waits, with a sibling that somebody of the team holds.
fn records() -> anyhow::Result<Vec<Record>> {
    let mut records = decade(PEOPLE, OPEN, CLOSED);
    let mut waiting: Option<PhaseRecord> = None;
    let mut first = 0;
    for (unit, people, _) in TEAMS {
        let numbers: Vec<String> = (first..first + people).map(|place| (FIRST + place).to_string()).collect();
        let sibling = format!("S-{unit}");
        let mut has_sibling = false;
        for record in &mut records {
            match record {
                Record::Employment(post) if numbers.contains(&post.person) => {
                    (post.unit, post.degree) = (Some(unit.to_owned()), Some("social_work".to_owned()));
                }
                Record::Phase(phase) => {
                    let holder = phase.main.as_ref().map(ToString::to_string);
                    if !has_sibling && holder.is_some_and(|holder| numbers.contains(&holder)) && phase.period.to().is_none() {
                        has_sibling = true;
                        phase.sibling_group = Some(sibling.clone());
                        waiting = Some(phase.clone());
                    }
                }
                _ => {}
            }
        }
        let mut phase = waiting.clone().context("somebody holds a case")?;
        phase.reference = format!("WAITS-{unit}");
        (phase.unit, phase.main, phase.sibling_group) = (Some(unit.into()), None, Some(sibling));
        records.push(Record::Phase(phase));
        first += people;
    }
    Ok(records)
}

/// The list for the case that waits in a team, and how many stand in it.
async fn list(store: &Store, model: &WeightModel, unit: &str) -> anyhow::Result<usize> {
    let mut reading = store.read(&viewer()).await?;
    let phase = reading.phase_to_give(&format!("WAITS-{unit}"), DAY).await?;
    let phase = phase.context("the case waits")?;
    let case = reading.next_case(phase, DAY).await?.context("it can be given")?;
    reading.close().await?;
    Ok(case.suggestions(model, DAY).0.len())
}

async fn from_everybody(store: &Store, model: &WeightModel) -> anyhow::Result<usize> {
    let mut reading = store.read(&viewer()).await?;
    let everybody = reading.everybody(DAY, DAY.saturating_add(DAYS_AHEAD.days())).await?;
    reading.close().await?;
    let team: Vec<Candidate<'_>> = everybody
        .iter()
        .filter(|facts| {
            facts
                .person
                .employments
                .iter()
                .any(|post| post.unit.as_deref() == Some(TEAMS[0].0))
        })
        .map(|facts| Candidate {
            person: &facts.person,
            holdings: &facts.holdings,
            obstacles: Vec::new(),
            languages: Vec::new(),
            siblings: 0,
            experience: 0,
            new: 0,
            deadlines: None,
            not_now: None,
        })
        .collect();
    Ok(suggest(model, "12".parse()?, &team, DAY).len())
}
