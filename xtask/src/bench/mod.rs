//! Benchmarks: the product beside a named alternative, in the same run, on the same machine.
//!
//! A benchmark is a function that gives the rows it measured; it stands in [`ALL`] and in a file of its own beside this one.

mod database;
mod import;
mod next_case;
mod pages;
mod rebalance;
mod sample;
mod table;
mod timing;
mod weighing;

use std::process::{Command, ExitCode};

use anyhow::bail;

use crate::{machine, process};
pub use database::program;
pub use pages::bare_handler;
pub use sample::{DAY, FIRST, decade};
pub use table::Quantity;
use table::Row;

/// A benchmark: a name to choose it by, and what measures.
type Benchmark = (&'static str, fn() -> anyhow::Result<Vec<Row>>);

/// Every benchmark, in the order of the table.
const ALL: &[Benchmark] = &[
    ("weighing", weighing::run),
    ("import", import::run),
    ("database", database::run),
    ("pages", pages::run),
    ("next-case", next_case::run),
    ("rebalance", rebalance::run),
];

/// Measures, prints the table, and fails when a limit is not met.
///
/// A debug build measures nothing of worth, so it hands over to a release build of itself.
///
/// # Errors
/// When a benchmark cannot run, or the name fits none.
pub fn run(name: Option<&str>, list: bool) -> anyhow::Result<ExitCode> {
    let chosen: Vec<_> = ALL
        .iter()
        .filter(|(known, _)| name.is_none_or(|name| known.contains(name)))
        .collect();
    if list {
        for (known, _) in &chosen {
            println!("{known}");
        }
        return Ok(ExitCode::SUCCESS);
    }
    if chosen.is_empty() {
        bail!(
            "no benchmark is called {}; `cargo xtask bench --list` names them",
            name.unwrap_or("anything yet")
        );
    }
    if cfg!(debug_assertions) {
        let mut release = Command::new("cargo");
        release
            .args(["run", "--quiet", "--release", "--package", "xtask", "--", "bench"])
            .args(name);
        process::forget_outer_cargo(&mut release);
        process::succeed(&mut release)?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut rows = Vec::new();
    for (known, measure) in chosen {
        process::stop_if_interrupted()?;
        eprintln!("measuring {known} …");
        rows.extend(measure().map_err(|error| error.context(format!("benchmark {known}")))?);
    }
    println!("{}\n\n{}", machine::facts(), table::markdown(&rows));
    Ok(if rows.iter().all(Row::is_met) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
