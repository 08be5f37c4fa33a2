//! The project's own steps: the tests with a private PostgreSQL and a browser, and the benchmarks.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a tool for developers speaks on the terminal"
)]

mod api;
mod bench;
mod browser;
mod faults;
mod machine;
mod municipality;
mod npm;
mod openid;
mod postgres;
mod process;
mod python;
mod server;
mod test;
mod users;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// The project's own steps.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version)]
struct Arguments {
    #[command(subcommand)]
    step: Step,
}

#[derive(Subcommand)]
enum Step {
    /// Check everything: format, lints, licences, tests on SQLite and PostgreSQL and in a browser. Installs what it needs.
    ///
    /// With arguments after `--`, only the tests run, and the arguments go to the test runner: `cargo xtask test -- store`.
    Test {
        /// For the test runner (cargo nextest when it is installed, else cargo test).
        #[arg(last = true)]
        runner: Vec<OsString>,
    },
    /// Hold the API against its own description: thousands of made-up requests to a running server. Installs what it needs.
    Api,
    /// Measure the product against the alternatives named in the table, in a release build.
    Bench {
        /// Only the benchmarks whose name contains this.
        name: Option<String>,
        /// List the benchmarks and stop.
        #[arg(long)]
        list: bool,
    },
    /// Try the server under load while it, and then its PostgreSQL, is killed and started again: nothing acknowledged may be missing.
    Faults {
        /// How long each of the two runs lasts, in seconds.
        #[arg(long, default_value_t = 120)]
        seconds: u64,
        /// How many users there are at once.
        #[arg(long, default_value_t = 200)]
        users: u32,
    },
    /// Sends a file's bytes to whoever asks: what the pages are measured against.
    #[command(hide = true)]
    BareHandler {
        /// The bytes.
        file: PathBuf,
    },
    /// Run any command with a private PostgreSQL, its address in `TYNGDPUNKT_TEST_POSTGRES` and `DATABASE_URL`.
    ///
    /// `cargo xtask postgres -- psql` opens a prompt: the variables that psql reads are set as well.
    Postgres {
        /// The command and its arguments.
        #[arg(last = true, required = true)]
        command: Vec<OsString>,
    },
}

fn main() -> ExitCode {
    match run(Arguments::parse().step) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(step: Step) -> anyhow::Result<ExitCode> {
    process::listen_for_interrupts()?;
    match step {
        Step::Test { runner } => test::run(&runner),
        Step::Api => api::run(),
        Step::Bench { name, list } => bench::run(name.as_deref(), list),
        Step::Faults { seconds, users } => faults::run(seconds, users),
        Step::BareHandler { file } => bench::bare_handler(&file).map(|()| ExitCode::SUCCESS),
        Step::Postgres { command } => postgres::run_with(&command),
    }
}
