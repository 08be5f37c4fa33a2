//! How answers look: as table, JSON, CSV and spreadsheet, in Swedish and English, in a pipe, in a file; and how a wrong command line ends.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

use calamine::{Data, Reader as _, Xlsx};

use crate::support::{Answer, DAY, Place, answer, demonstration, message};

const COMMANDS: [&[&str]; 19] = [
    &[],
    &["demo"],
    &["import"],
    &["load"],
    &["explain"],
    &["overloaded"],
    &["qualification"],
    &["history"],
    &["model"],
    &["model", "check"],
    &["model", "list"],
    &["model", "show"],
    &["model", "compare"],
    &["model", "adopt"],
    &["weigh"],
    &["backup"],
    &["restore"],
    &["log", "verify"],
    &["log", "show"],
];

#[test]
fn every_command_has_help_in_both_languages_with_an_example() {
    let place = Place::empty();
    for command in COMMANDS {
        for language in ["sv", "en"] {
            let arguments = [command, &["--help", "--language", language]].concat();
            let help = place.run(&arguments).ends(0);
            assert_eq!(help.errors, "");
            let heading = message(language, "help-heading-usage");
            assert!(help.text.contains(&heading), "{command:?}: {}", help.text);
            for line in help.text.lines() {
                assert!(!line.contains("{ $") && !line.contains("help-"), "a text is missing: {line}");
                assert!(line.chars().count() <= 100, "{command:?}: {line}");
            }
        }
        let short = place.run(&[command, &["-h"]].concat()).ends(0);
        let long = place.run(&[command, &["--help"]].concat()).ends(0);
        assert!(short.text.len() <= long.text.len());
    }
    let codes = place.run(&["--help"]).text;
    for code in 0..=5 {
        assert!(codes.contains(&format!("\n  {code}  ")), "{codes}");
    }
    assert_eq!(place.files(), [""; 0]);
}

#[test]
fn a_wrong_command_line_ends_with_2_and_says_what_can_be_given() {
    let place = Place::empty();
    for (arguments, words) in [
        (&[][..], &["--help"][..]),
        (&["laod"], &["laod", "load"]),
        (&["load", "--as-off", DAY], &["--as-off", "--as-of"]),
        (&["load", "--as-of", "2026-13-01"], &["2026-13-01", "2026-10-31"]),
        (&["load", "--format", "pdf"], &["pdf", "table, json, csv, xlsx"]),
        (&["explain"], &["PERSON_OR_CASE"]),
        (&["import", "x.csv"], &["--mapping"]),
        (&["model"], &["--help"]),
        (&["model", "compare", "nassjo"], &["MODEL"]),
        (&["log", "show", "--limit", "-1"], &["-1"]),
        (&["demo", "--caseworkers", "0"], &["--caseworkers"]),
    ] {
        place.run(arguments).refuses(2, words);
        let swedish = place.run(&[arguments, &["--language", "sv"]].concat()).ends(2);
        assert_ne!(swedish.errors, "", "{arguments:?}");
    }
}

/// Runs `load` on the demonstration in this form and language.
fn load(place: &Place, format: &str, language: &str) -> Answer {
    place
        .run(&["load", "--as-of", DAY, "--format", format, "--language", language])
        .ends(0)
}

#[test]
fn the_same_load_in_every_form_and_language() {
    let place = demonstration();
    let json = load(&place, "json", "en");
    let (mut english, swedish) = (json.json(), load(&place, "json", "sv").json());
    assert_eq!(english["rows"], swedish["rows"], "programs read the same in every language");
    let rows = english["rows"].as_array_mut().expect("rows").clone();

    for (language, separator, mark) in [("en", ',', ""), ("sv", ';', "\u{feff}")] {
        let csv = load(&place, "csv", language);
        let text = csv
            .text
            .strip_prefix(mark)
            .expect("the mark that the language's spreadsheets need");
        let mut lines = text.lines();
        let heading = lines.next().expect("a heading");
        assert!(
            heading.starts_with(&format!("{}{separator}", message(language, "word-unit"))),
            "{heading}"
        );
        assert_eq!(lines.count(), rows.len());
        assert!(!csv.errors.is_empty(), "what must be said is said beside the rows");

        let table = load(&place, "table", language).text;
        assert!(table.contains(&message(language, "band-over")), "{table}");
        assert!(!table.contains('\u{1b}'), "no colour in a pipe");
        assert!(table.lines().all(|line| line.chars().count() <= 100), "{table}");

        let book = load(&place, "xlsx", language).out;
        let mut book = Xlsx::new(std::io::Cursor::new(book)).expect("a spreadsheet");
        let sheet = book
            .worksheet_range(&message(language, "spreadsheet-data"))
            .expect("the sheet of that name");
        assert_eq!(sheet.height(), rows.len() + 1);
        for (at, row) in rows.iter().enumerate() {
            let cell = |column| sheet.get((at + 1, column)).cloned().unwrap_or(Data::Empty);
            assert_eq!(cell(1), Data::String(row["person"].as_str().expect("text").to_owned()));
            match (cell(7), row["load"].as_f64()) {
                (Data::Float(found), Some(expected)) => assert!((found - expected).abs() < 1e-9),
                (found, expected) => {
                    assert_eq!(found, Data::String(message(language, "band-no-capacity")));
                    assert_eq!(expected, None);
                }
            }
        }
    }
}

#[test]
fn every_answer_can_be_had_in_every_form() {
    let place = demonstration();
    place.write("caseload.json", r#"{"people": [{"id": "a", "employments": [{"share": 1}]}]}"#);
    let person = place.rows(&["load", "--as-of", DAY])[0]["person"].clone();
    let person = person.as_str().expect("a number");
    for command in [
        &["load", "--as-of", DAY][..],
        &["explain", person, "--as-of", DAY],
        &["overloaded", "--as-of", DAY],
        &["history", person, "--to", DAY],
        &["model", "list"],
        &["model", "show", "wirral"],
        &["model", "compare", "current", "nassjo", "--as-of", DAY],
        &["weigh", "--model", "cwla", "caseload.json"],
        &["log", "show"],
        &["log", "verify"],
    ] {
        for language in ["sv", "en"] {
            let with = |format| {
                place
                    .run(&[command, &["--format", format, "--language", language]].concat())
                    .ends(0)
            };
            let (table, json, csv, xlsx) = (with("table"), with("json").json(), with("csv"), with("xlsx"));
            assert!(table.text.lines().count() >= 3, "{command:?}: {}", table.text);
            assert_eq!(table.errors, "");
            assert!(json["report"].is_string(), "{command:?}: {json}");
            assert!(csv.text.lines().count() >= 2, "{command:?}: {}", csv.text);
            assert!(xlsx.out.starts_with(b"PK"), "{command:?}");
        }
    }
}

#[test]
fn the_ending_of_the_file_decides_the_form_and_nothing_is_printed() {
    let place = demonstration();
    let command = ["load", "--as-of", DAY];
    for (name, format) in [("a.json", "json"), ("a.csv", "csv"), ("a.txt", "table")] {
        let written = place.run(&[&command[..], &["--output", name]].concat()).ends(0);
        assert_eq!(written.text, "");
        let printed = place.run(&[&command[..], &["--format", format]].concat()).ends(0);
        let file = fs::read(place.folder().join(name)).expect("it is there");
        if format != "table" {
            assert_eq!(file, printed.out);
        }
    }
    place.run(&[&command[..], &["--output", "a.xlsx"]].concat()).ends(0);
    let book: Xlsx<_> = calamine::open_workbook(place.folder().join("a.xlsx")).expect("a spreadsheet");
    assert_eq!(
        book.sheet_names(),
        [message("en", "spreadsheet-data"), message("en", "spreadsheet-about")]
    );
    place
        .run(&[&command[..], &["--output", "nowhere/a.csv"]].concat())
        .refuses(3, &["nowhere/a.csv", "folder exists"]);
}

#[test]
fn a_reader_who_has_seen_enough_is_no_error() {
    let place = demonstration();
    for format in ["table", "json", "csv"] {
        let mut child = Command::new(assert_cmd::cargo::cargo_bin!("tyngdpunkt"))
            .args(["load", "--as-of", DAY, "--format", format, "--language", "en"])
            .current_dir(place.folder())
            .env_remove("TYNGDPUNKT_DATABASE")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        let mut first = String::new();
        let mut reader = BufReader::with_capacity(16, child.stdout.take().expect("piped"));
        reader.read_line(&mut first).expect("readable");
        drop(reader);
        let ended = child.wait_with_output().expect("it ends");
        assert_eq!(
            ended.status.code(),
            Some(0),
            "{format}: {}",
            String::from_utf8_lossy(&ended.stderr)
        );
    }
}

#[test]
fn the_language_follows_the_computer_unless_it_is_asked_for() {
    let place = Place::empty();
    for (locale, language) in [("sv_SE.UTF-8", "sv"), ("en_GB.UTF-8", "en")] {
        let mut command = place.command();
        command
            .env_remove("TYNGDPUNKT_LANGUAGE")
            .env_remove("LC_ALL")
            .env_remove("LC_MESSAGES");
        let help = answer(command.env("LANG", locale).arg("--help")).ends(0);
        assert!(
            help.text.contains(&message(language, "exit-heading")),
            "{locale}: {}",
            help.text
        );
        let other = if language == "sv" { "en" } else { "sv" };
        let asked = answer(command.args(["--language", other])).ends(0);
        assert!(asked.text.contains(&message(other, "exit-heading")));
    }
}
