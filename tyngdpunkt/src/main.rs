//! The command line of Tyngdpunkt, which keeps every caseworker's load reasonable: reads settings, opens the store, answers.

mod cli;
mod commands;
mod demo;
mod exit;
mod failure;
mod help;
mod language;
mod output;
mod progress;
mod sentences;
mod session;

use std::process::ExitCode;

use clap::{CommandFactory as _, FromArgMatches as _, ValueEnum as _};

use cli::Cli;
use exit::Exit;
use language::{Language, Locale};
use session::Session;

/// An import allocates and frees small pieces on three threads; measured, the system's allocator takes a sixth of its time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// A statement of the embedded database holds up the thread that asks: there are more threads than most machines have cores.
#[tokio::main(worker_threads = 8)]
async fn main() -> ExitCode {
    run().await.into()
}

#[expect(clippy::print_stderr, reason = "this is where errors reach the user")]
async fn run() -> Exit {
    let environment = |name: &str| std::env::var(name).ok();
    let asked = asked_language(std::env::args());
    let language = match Language::of_environment(asked, environment) {
        Ok(language) => language,
        Err(error) => {
            let embedded = Language::embedded(Locale::choose(asked, environment));
            eprintln!("{}", sentences::language(&error, &embedded));
            return Exit::Input;
        }
    };
    let command = help::localize(Cli::command(), &exit::table(&language), &language);
    let cli = match command.try_get_matches().and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => cli,
        Err(error) => {
            let Some(sentence) = help::usage_error(&error, &language) else {
                // Help and version; a reader who has gone away is no error.
                let _ = error.print();
                return Exit::Done;
            };
            eprintln!("{sentence}");
            return Exit::Usage;
        }
    };
    let session = Session::new(&cli, language);
    let ended = commands::run(cli.command, &session).await;
    session.close().await;
    match ended {
        Ok(exit) => exit,
        Err(failure) => {
            eprintln!("{}", failure.sentence);
            failure.exit
        }
    }
}

/// The language asked for on the command line, which must be known before the rest of it can be read: its help is in that language.
fn asked_language(arguments: impl Iterator<Item = String>) -> Option<Locale> {
    let mut arguments = arguments.skip_while(|argument| argument != "--language" && !argument.starts_with("--language="));
    let first = arguments.next()?;
    let value = first
        .strip_prefix("--language=")
        .map(str::to_owned)
        .or_else(|| arguments.next())?;
    Locale::from_str(&value, true).ok()
}
