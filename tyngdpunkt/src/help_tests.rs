//! Tests of the help, on a toy command tree with its own texts.

use clap::{CommandFactory, Parser, Subcommand};

use super::*;
use crate::cli::Cli;
use crate::language::Locale;

/// English for developers, never shown.
#[derive(Parser, Debug)]
#[command(name = "toy", version = "1.2.3")]
struct Toy {
    /// Not shown.
    #[arg(long, global = true, env = "TOY_LANGUAGE", value_enum)]
    language: Option<Locale>,
    #[command(subcommand)]
    command: ToyCommand,
}

#[derive(Subcommand, Debug)]
enum ToyCommand {
    /// Not shown.
    Load {
        /// Not shown.
        #[arg(long, value_name = "DATE", default_value = "today")]
        as_of: String,
        /// Not shown.
        person: Option<String>,
    },
    /// Not shown.
    #[command(subcommand)]
    Model(ToyModel),
}

#[derive(Subcommand, Debug)]
enum ToyModel {
    /// Not shown.
    Check {
        /// Not shown.
        file: String,
    },
}

/// The language with the texts of the toy tree.
fn language(locale: Locale) -> Language {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let source = match locale {
        Locale::Swedish => include_str!("../tests/data/output/toy_sv.ftl"),
        Locale::English => include_str!("../tests/data/output/toy_en.ftl"),
    };
    std::fs::write(folder.path().join(format!("{}.ftl", locale.code())), source).expect("it can be written");
    Language::beside(locale, folder.path()).expect("the texts of the toy tree are right")
}

fn toy(locale: Locale) -> Command {
    localize(Toy::command().term_width(80), "Exit codes:\n  0  Done.", &language(locale))
}

/// What the toy answers to a command line that it does not go on from.
fn answer(locale: Locale, line: &str) -> clap::Error {
    toy(locale)
        .try_get_matches_from(line.split(' '))
        .expect_err("help or an error")
}

#[test]
fn help_is_in_the_users_language_from_heading_to_examples() {
    for (locale, line, expected) in [
        (
            Locale::English,
            "toy --help",
            include_str!("../tests/data/output/toy_help_en.txt"),
        ),
        (
            Locale::Swedish,
            "toy --help",
            include_str!("../tests/data/output/toy_help_sv.txt"),
        ),
        (
            Locale::Swedish,
            "toy load --help",
            include_str!("../tests/data/output/toy_load_help_sv.txt"),
        ),
        (
            Locale::Swedish,
            "toy model check -h",
            include_str!("../tests/data/output/toy_model_check_help_sv.txt"),
        ),
    ] {
        assert_eq!(answer(locale, line).to_string(), expected, "{line}");
    }
}

#[test]
fn a_dressed_tree_still_reads_its_command_lines() {
    let matches = toy(Locale::Swedish)
        .try_get_matches_from(["toy", "load", "--language", "sv", "P1"])
        .expect("a right command line");
    let (name, load) = matches.subcommand().expect("a command");
    assert_eq!(
        (name, load.get_one::<String>("as_of").map(String::as_str)),
        ("load", Some("today"))
    );
    assert_eq!(load.get_one::<Locale>("language"), Some(&Locale::Swedish));
    assert_eq!(answer(Locale::Swedish, "toy -V").to_string(), "toy 1.2.3\n");
    toy(Locale::English).debug_assert();
    Toy::command().debug_assert();
}

#[test]
fn a_text_that_is_missing_or_shared_is_named() {
    for locale in [Locale::Swedish, Locale::English] {
        assert_eq!(missing(&Toy::command(), &language(locale)), Vec::<String>::new());
    }
    let more = Toy::command()
        .subcommand(Command::new("report").arg(Arg::new("by_unit")))
        .subcommand(Command::new("language"));
    assert_eq!(
        missing(&more, &language(Locale::English)),
        ["help-report", "help-report-by-unit", "help-language"],
        "the last is also an option of the program"
    );
}

#[test]
fn a_wrong_command_line_is_answered_in_the_users_language() {
    for (line, expected) in [
        (
            "toy load --language fr",
            "fr is no value for --language <LANGUAGE>. It can be: sv, en.\n",
        ),
        (
            "toy load --langauge sv",
            "There is no argument --langauge here.\nDid you mean --language?\n",
        ),
        ("toy laod", "There is no command laod.\nDid you mean load?\n"),
        ("toy model check", "Missing: <FILE>.\n"),
        ("toy load --as-of", "--as-of <DATE> needs a value.\n"),
        ("toy load A B", "There is no argument B here.\n"),
    ] {
        let sentence = usage_error(&answer(Locale::English, line), &language(Locale::English)).expect("an error");
        assert!(sentence.starts_with(expected), "{line}: {sentence}");
        assert!(
            sentence.ends_with("Add --help to see what can be given."),
            "{line}: {sentence}"
        );
        let is_about_a_value = expected.contains("value");
        assert_eq!(sentence.contains("\nUsage: toy "), !is_about_a_value, "{line}: {sentence}");
        let swedish = usage_error(&answer(Locale::Swedish, line), &language(Locale::Swedish)).expect("an error");
        for english in ["Usage", "OPTIONS", "There is", "Missing", "error", "FILE>"] {
            assert!(!swedish.contains(english), "{line}: {swedish}");
        }
    }
    assert_eq!(
        usage_error(&answer(Locale::English, "toy --help"), &language(Locale::English)),
        None
    );
}

/// The words of an example, up to where the shell takes over; those in quotation marks are one.
fn words(line: &str) -> Vec<String> {
    let command = line.split(" < ").next().unwrap_or(line);
    let mut words = Vec::new();
    for (place, part) in command.split('"').enumerate() {
        if place % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

fn value_names(command: &Command) -> Vec<String> {
    let own = command
        .get_arguments()
        .filter(|argument| argument.get_action().takes_values())
        .flat_map(|argument| argument.get_value_names().unwrap_or_default().iter().map(ToString::to_string));
    own.chain(command.get_subcommands().flat_map(value_names)).collect()
}

fn commands(command: &Command, id: &str) -> Vec<String> {
    let below = command
        .get_subcommands()
        .flat_map(|subcommand| commands(subcommand, &below(id, subcommand.get_name())));
    std::iter::once(id.to_owned()).chain(below).collect()
}

/// The words that a command is called by, from the id of its help: a name may hold a hyphen itself.
fn called(id: &str) -> Vec<String> {
    let mut command = Cli::command();
    let mut rest = id.strip_prefix("help").unwrap_or(id).trim_start_matches('-');
    let mut words = Vec::new();
    while !rest.is_empty() {
        let is_meant = |one: &&Command| {
            rest.strip_prefix(one.get_name())
                .is_some_and(|end| end.is_empty() || end.starts_with('-'))
        };
        let next = command.get_subcommands().find(is_meant).expect("a command").clone();
        rest = rest[next.get_name().len()..].trim_start_matches('-');
        words.push(next.get_name().to_owned());
        command = next;
    }
    words
}

#[test]
fn every_command_argument_and_value_is_explained_in_both_languages() {
    let command = Cli::command();
    assert!(ids(&command).len() > 50);
    for locale in [Locale::Swedish, Locale::English] {
        let language = Language::embedded(locale);
        assert_eq!(missing(&command, &language), Vec::<String>::new(), "{locale:?}");
        for name in value_names(&command) {
            assert!(language.has(&below("help-value", &name)), "{name} in {locale:?}");
        }
    }
}

#[test]
fn every_example_is_a_right_command_line() {
    for locale in [Locale::Swedish, Locale::English] {
        let language = Language::embedded(locale);
        let mut count = 0;
        for id in commands(&Cli::command(), "help") {
            let examples = below(&id, "examples");
            if !language.has(&examples) {
                continue;
            }
            let text = language.text(&examples, &[]);
            for line in text.lines() {
                assert!(line.chars().count() <= 78, "is broken over two lines on a terminal: {line}");
                let words = words(line);
                assert!(line.contains(&called(&id).join(" ")), "{line}");
                let parsed = localize(Cli::command(), "", &language).try_get_matches_from(&words);
                assert!(parsed.is_ok(), "{line}: {:?}", parsed.err());
                count += 1;
            }
        }
        assert!(count > 20, "{count} in {locale:?}");
    }
}

#[test]
fn every_help_of_the_program_can_be_shown_without_english_words_in_swedish() {
    let language = Language::embedded(Locale::Swedish);
    for id in commands(&Cli::command(), "help") {
        let mut line = called(&id);
        line.insert(0, "tyngdpunkt".to_owned());
        line.push("--help".to_owned());
        let help = localize(Cli::command().term_width(100), "", &language)
            .try_get_matches_from(&line)
            .expect_err("help")
            .to_string();
        for english in [
            "Usage",
            "OPTIONS",
            "Options",
            "Print",
            "default:",
            "possible values",
            "<FILE>",
            "DATE>",
        ] {
            assert!(!help.contains(english), "{line:?} has {english}: {help}");
        }
    }
}

#[test]
fn a_day_or_number_written_wrongly_is_answered_with_how_to_write_it() {
    for (locale, line, shown) in [
        (
            Locale::Swedish,
            "tyngdpunkt load --as-of 2026-13-01",
            ["2026-13-01", "<DATUM>", "2026-10-31"],
        ),
        (
            Locale::English,
            "tyngdpunkt history 1032 --to x",
            ["x", "<DATE>", "2026-10-31"],
        ),
        (Locale::Swedish, "tyngdpunkt log show --limit x", ["x", "<TAL>", "--limit"]),
    ] {
        let language = Language::embedded(locale);
        let error = localize(Cli::command(), "", &language)
            .try_get_matches_from(line.split(' '))
            .expect_err(line);
        let sentence = usage_error(&error, &language).expect("an error");
        for part in shown {
            assert!(sentence.contains(part), "{sentence}");
        }
        assert!(!sentence.contains("parse") && !sentence.contains("digit"), "{sentence}");
    }
}
