//! Tests of the help, on a toy command tree with its own texts.

use clap::{CommandFactory, Parser, Subcommand};

use super::*;
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
