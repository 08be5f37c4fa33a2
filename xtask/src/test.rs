//! The test command: everything that must hold before a change is taken in.

use std::ffi::OsString;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use crate::browser::Browser;
use crate::openid::Provider;
use crate::postgres::Cluster;
use crate::{api, machine, process};

/// Runs the steps in order, the quick ones first, and stops at the first that fails.
///
/// With arguments for the test runner, only the tests run.
///
/// # Errors
/// When a step fails, or something that it needs cannot be installed.
pub fn run(runner: &[OsString]) -> anyhow::Result<ExitCode> {
    let mut steps = Steps::default();
    let all = runner.is_empty();
    if all {
        steps.take("toolchain", machine::ensure_toolchain_parts)?;
        steps.take("format", || cargo("fmt --all --check"))?;
        if process::works("cargo", &["deny", "--version"]) {
            steps.take("licences, bans and sources", || {
                cargo("deny --log-level error check licenses bans sources")
            })?;
        } else {
            println!("==> licences, bans and sources: left out, cargo-deny is not installed");
        }
        steps.take("lints", || cargo("clippy --workspace --all-targets -- -D warnings"))?;
    }
    let cluster = steps.take("private PostgreSQL", Cluster::start)?;
    println!("    in {}", cluster.folder().display());
    let browser = steps.take("browser", Browser::find)?;
    println!("    axe-core in {}", browser.axe().display());
    let provider = steps.take("OpenID provider", Provider::find)?;
    let nextest = process::works("cargo", &["nextest", "--version"]);
    steps.take("tests", || {
        let mut command = cargo_command(if nextest {
            "nextest run --workspace"
        } else {
            "test --workspace"
        });
        cluster.announce_to(command.args(runner));
        browser.announce_to(&mut command);
        provider.announce_to(&mut command);
        process::succeed(&mut command)
    })?;
    if all && nextest {
        // cargo test runs these by itself.
        steps.take("documentation tests", || cargo("test --quiet --workspace --doc"))?;
    }
    drop(cluster);
    if all {
        steps.take("API against its description", || api::run().map(|_| ()))?;
    }
    steps.summarise();
    Ok(ExitCode::SUCCESS)
}

/// Steps taken so far and how long each took.
#[derive(Default)]
struct Steps(Vec<(&'static str, Duration)>);

impl Steps {
    fn take<T>(&mut self, name: &'static str, step: impl FnOnce() -> anyhow::Result<T>) -> anyhow::Result<T> {
        process::stop_if_interrupted()?;
        println!("==> {name}");
        let start = Instant::now();
        let done = step().map_err(|error| error.context(format!("step \"{name}\"")))?;
        println!("    {name}: {:.1} s", start.elapsed().as_secs_f64());
        self.0.push((name, start.elapsed()));
        Ok(done)
    }

    fn summarise(&self) {
        println!("==> everything holds");
        for (name, time) in &self.0 {
            println!("    {name:<28}{:>8.1} s", time.as_secs_f64());
        }
    }
}

fn cargo(words: &str) -> anyhow::Result<()> {
    process::succeed(&mut cargo_command(words))
}

fn cargo_command(words: &str) -> Command {
    let mut command = Command::new("cargo");
    command.args(words.split_whitespace());
    process::forget_outer_cargo(&mut command);
    command
}
