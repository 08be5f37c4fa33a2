//! Loads from the database: of a whole city, of one person, and over a year.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context as _, ensure};
use rules::case::{Effort, Part};
use rules::load::{Held, load};
use rules::weigh::points;
use rules::weight_model::WeightModel;
use store::Store;

use super::sample::{DAY, FIRST, municipality};
use super::table::{Alternative, Limit, Quantity, Row};
use super::timing::{measure, watch};
use crate::municipality::{example, filled, viewer};
use crate::postgres::Cluster;
use crate::process;

const PEOPLE: u32 = 10_000;
const OPEN: u32 = 30;

/// What the peer takes at the least for 10,000 workers from its database; it takes up to 57 s.
const PEER: Duration = Duration::from_secs(44);

pub fn run() -> anyhow::Result<Vec<Row>> {
    let program = program()?;
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("city.db");
    let cluster = Cluster::start()?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let mut rows = Vec::new();
    for (engine, address) in [("SQLite", file.display().to_string()), ("PostgreSQL", cluster.address())] {
        eprintln!("  filling {engine} …");
        runtime.block_on(async {
            filled(&address, municipality(PEOPLE, OPEN)).await?.close().await;
            anyhow::Ok(())
        })?;
        rows.push(Row {
            name: "loads",
            what: format!(
                "all loads of {PEOPLE} workers with {} open phases, read and printed, {engine}",
                PEOPLE * OPEN
            ),
            ours: Quantity::Time(command(&program, &["load"], &address)?),
            alternative: Some(Alternative::Published {
                name: "wmt-worker with PostgreSQL".to_owned(),
                quantity: Quantity::Time(PEER),
            }),
            limit: Limit::AtMost(Quantity::Time(Duration::from_secs(1))),
        });
        rows.push(Row {
            name: "overloaded",
            what: format!("who of {PEOPLE} workers has been over for how long within a year, {engine}"),
            ours: Quantity::Time(command(&program, &["overloaded"], &address)?),
            alternative: None,
            limit: Limit::AtMost(Quantity::Time(Duration::from_secs(2))),
        });
        if engine == "SQLite" {
            rows.push(one_more(&runtime, &address)?);
        }
    }
    Ok(rows)
}

/// The product's own program, built for release.
pub fn program() -> anyhow::Result<PathBuf> {
    let mut build = Command::new("cargo");
    build.args(["build", "--quiet", "--release", "--package", "tyngdpunkt"]);
    process::forget_outer_cargo(&mut build);
    process::succeed(&mut build)?;
    let own = std::env::current_exe()?;
    let program = own.parent().context("a program lies in a folder")?.join("tyngdpunkt");
    ensure!(program.is_file(), "{} is not there", program.display());
    Ok(program)
}

/// The shortest of a few runs of the program, from its start to its end, everything printed.
fn command(program: &Path, words: &[&str], address: &str) -> anyhow::Result<Duration> {
    let day = DAY.to_string();
    let mut shortest = Duration::MAX;
    for _ in 0..4 {
        let mut child = Command::new(program)
            .args(words)
            .args(["--as-of", &day, "--format", "csv", "--database", address])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        let run = watch(&mut child)?;
        ensure!(run.status.success(), "{words:?} ended with {}", run.status);
        shortest = shortest.min(run.time);
    }
    Ok(shortest)
}

/// One more case's effect for one worker, from the database to the new load.
fn one_more(runtime: &tokio::runtime::Runtime, address: &str) -> anyhow::Result<Row> {
    let model = example()?;
    let store = runtime.block_on(Store::open(address))?;
    let mut person = FIRST;
    let timing = measure(20, 200, || {
        person += 1;
        runtime.block_on(effect_of_one_more(&store, &model, &person.to_string()))
    });
    Ok(Row {
        name: "one-more",
        what: format!("one more case's effect for one worker of {PEOPLE}, SQLite"),
        ours: Quantity::Time(timing.median),
        alternative: None,
        limit: Limit::AtMost(Quantity::Time(Duration::from_millis(1))),
    })
}

async fn effect_of_one_more(store: &Store, model: &WeightModel, number: &str) -> anyhow::Result<String> {
    let mut reading = store.read(&viewer()).await?;
    let found = reading.find_person(number).await?.pop().context("the person is there")?;
    let facts = reading.somebody(found.id, DAY, DAY).await?.context("the person is there")?;
    let held: Vec<Held> = facts.holdings.iter().map(|holding| Held::weigh(model, holding)).collect();
    let now = load(model, &facts.person, &held.iter().copied(), DAY);
    let case = points(model, "barn", Some("utredning"), &Effort::new(), (Part::Main, None))?;
    Ok(format!("{:?}", now.with_one_more(case).rounded(4)))
}
