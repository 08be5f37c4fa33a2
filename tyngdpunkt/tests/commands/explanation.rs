//! `load` and `explain`: sums by unit, one more case, and numbers opened into lines that add up to them.

use serde_json::Value as Json;

use crate::support::{DAY, Place, kommun_a, same_number};

fn number(value: &Json) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("{value} is a number"))
}

fn sum<'j>(lines: impl IntoIterator<Item = &'j Json>) -> f64 {
    lines.into_iter().map(|line| number(&line["points"])).sum()
}

fn list(value: &Json) -> &[Json] {
    value.as_array().unwrap_or_else(|| panic!("{value} is a list"))
}

#[test]
fn the_lines_of_every_case_add_up_to_the_load_of_the_person() {
    let place = kommun_a();
    // Somebody new with reductions, a mentor, somebody with co-handled cases, and somebody who has left.
    for row in place.rows(&["load", "--as-of", DAY]).iter().step_by(9) {
        let person = row["person"].as_str().expect("a number");
        let explained = place.json(&["explain", person, "--as-of", DAY]);
        for field in ["cases", "case_points", "points", "capacity", "load", "band"] {
            same_number(&explained[field], &row[field]);
        }
        let lines = &explained["lines"];
        for case in list(&lines["cases"]) {
            assert!((sum(list(&case["lines"])) - number(&case["points"])).abs() < 1e-9, "{case}");
        }
        let of_cases = sum(list(&lines["cases"]));
        assert!((of_cases - number(&row["case_points"])).abs() < 1e-9);
        let all = of_cases + number(&lines["stable"]) + sum(list(&lines["duties"])) + sum(list(&lines["support"]));
        assert!((all - number(&row["points"])).abs() < 1e-9, "{person}: {all}");
        let capacity = &lines["capacity"];
        let hours: f64 = list(&capacity["employments"])
            .iter()
            .map(|part| number(&part["hours_per_week"]))
            .sum();
        let less: f64 = list(&capacity["reductions"]).iter().map(|part| number(&part["share"])).sum();
        let level = number(&capacity["level"]["share"]);
        let counted = number(&capacity["norm"]) * level * hours / number(&capacity["full_time_hours"]) * (1.0 - less.min(1.0));
        assert!((counted - number(&row["capacity"])).abs() < 1e-6, "{person}: {counted}");
    }
}

#[test]
fn an_explanation_can_be_read_and_names_the_model_and_its_rows() {
    let place = kommun_a();
    let text = place.run(&["explain", "1008", "--as-of", DAY]).ends(0).text;
    for words in [
        "exempel-barn-unga 2026-01",
        "47.75 \u{f7} 90",
        "53.1%",
        "2026-013882 barn/forhandsbedomning",
        "\u{d7} 1.25",
        "32.00",
    ] {
        assert!(text.contains(words), "{words} is not in {text}");
    }
}

#[test]
fn a_person_is_found_by_number_and_by_name_and_two_of_one_name_are_told_apart() {
    let place = kommun_a();
    let by_number = place.run(&["explain", "1008", "--as-of", DAY]).ends(0);
    assert_eq!(place.run(&["explain", "Ali Larsson", "--as-of", DAY]).text, by_number.text);
    let everybody = place.rows(&["load", "--as-of", DAY]);
    let name = |row: &Json| row["name"].as_str().expect("a name").to_owned();
    let twice = everybody
        .iter()
        .map(name)
        .find(|one| everybody.iter().filter(|row| name(row) == *one).count() > 1)
        .expect("two of one name");
    let numbers = everybody.iter().filter(|row| name(row) == twice);
    let numbers: Vec<&str> = numbers.map(|row| row["person"].as_str().expect("a number")).collect();
    place.run(&["explain", &twice, "--as-of", DAY]).refuses(3, &numbers);
}

#[test]
fn a_case_says_who_holds_it_or_that_it_waits_or_that_it_is_closed() {
    let place = kommun_a();
    let open = place.json(&["explain", "2026-013882", "--as-of", DAY]);
    let holding = &open["holdings"][0];
    assert_eq!(holding["holder"]["person"], "1008");
    assert_eq!((&holding["type"], &holding["points"]), (&"barn".into(), &3.75.into()));
    assert!((sum(list(&holding["lines"])) - 3.75).abs() < 1e-9);

    let closed = place.json(&["explain", "2024-000807", "--as-of", DAY]);
    assert_eq!(closed["holdings"], Json::Array(Vec::new()));
    let note = closed["notes"].as_array().expect("notes").iter().any(|note| {
        note.as_str()
            .is_some_and(|note| note.contains("2024-000807 has no open phase"))
    });
    assert!(note, "{closed}");
    let when_open = place.json(&["explain", "2024-000807", "--as-of", "2024-04-01"]);
    assert_eq!(when_open["holdings"][0]["holder"]["person"], "1032");

    place
        .run(&["explain", "1999-123456", "--as-of", DAY])
        .refuses(3, &["1999-123456", "employment number", "case reference"]);
}

const MAPPING: &str = r#"
format = 1
id = "small"
title = "Small"
source = "small"
[[file]]
name = "units*"
kind = "units"
[file.field]
code = "Code"
parent = "Over"
[[file]]
name = "staff*"
kind = "staff"
[file.field]
person = "Number"
name = "Name"
unit = "Unit"
role = { value = "caseworker" }
extent = { column = "Percent", unit = "percent" }
start = "Start"
[[file]]
name = "cases*"
kind = "cases"
[file.field]
reference = "Ref"
type = { value = "barn" }
phase = { value = "utredning" }
start = "Start"
main = "Worker"
"#;

/// A municipality of three people: one in the north, one in the south, one in both.
fn small() -> Place {
    let place = Place::empty();
    place.write("small.toml", MAPPING);
    place.write("units.csv", "Code;Over\nALL;\nNORTH;ALL\nSOUTH;ALL\n");
    place.write(
        "staff.csv",
        "Number;Name;Unit;Percent;Start\n1;Anna;NORTH;100;2020-01-01\n2;Bo;SOUTH;100;2020-01-01\n3;Cia;NORTH;75;2020-01-01\n3;Cia;SOUTH;25;2020-01-01\n",
    );
    let cases: Vec<String> = (0..6).map(|case| format!("C{case};2026-10-01;3\n")).collect();
    let cases = cases.concat();
    place.write(
        "cases.csv",
        format!("Ref;Start;Worker\n{cases}C7;2026-10-01;1\nC8;2026-10-01;\n"),
    );
    place
        .run(&[
            "import",
            "-m",
            "small.toml",
            "--exported",
            DAY,
            "units.csv",
            "staff.csv",
            "cases.csv",
        ])
        .ends(0);
    place
}

#[test]
fn somebody_in_two_units_counts_in_each_by_the_share_of_hours_there() {
    let place = small();
    let sums = |unit: &str| {
        let answer = place.json(&["load", "--as-of", DAY, "--unit", unit]);
        let sum = &answer["summary"][0];
        (answer["people"].clone(), number(&sum["points"]), number(&sum["capacity"]))
    };
    // Anna 10 + 20, Bo 20, Cia 60 + 20 of which three quarters in the north.
    assert_eq!(sums("NORTH"), (2.into(), 30.0 + 60.0, 150.0 + 112.5));
    assert_eq!(sums("SOUTH"), (2.into(), 20.0 + 20.0, 150.0 + 37.5));
    assert_eq!(sums("ALL"), (3.into(), 130.0, 450.0));
    let cia = place.rows(&["load", "--as-of", DAY, "--person", "3"]);
    same_number(&cia[0]["points"], &80.into());
    assert_eq!(cia[0]["unit"], "NORTH, SOUTH");
    let everybody = place.json(&["load", "--as-of", DAY]);
    assert_eq!(everybody["unallocated"], 1, "C8 waits for somebody");
    place.run(&["load", "--unit", "EAST"]).refuses(3, &["EAST", "NORTH", "SOUTH"]);
}

#[test]
fn a_case_that_waits_for_somebody_has_points_all_the_same() {
    let place = small();
    let answer = place.json(&["explain", "C8", "--as-of", DAY]);
    assert_eq!(answer["holdings"][0]["holder"], Json::Null);
    assert_eq!(answer["holdings"][0]["points"], 10);
    let text = place.run(&["explain", "C8", "--as-of", DAY]).ends(0).text;
    assert!(text.contains("waits for a caseworker"), "{text}");
}

#[test]
fn one_more_case_shows_what_it_would_do_to_each() {
    let place = small();
    let more = "barn/utredning barn=3 tolk restid=lang konflikt";
    let rows = place.rows(&["load", "--as-of", DAY, "--one-more", more]);
    // 19.375 points: the worked example of the weight model's reference.
    for (row, load) in rows.iter().zip([30.0, 80.0, 20.0]) {
        let with: f64 = (load + 19.375) / 150.0;
        assert!((number(&row["load_with_one_more"]) - with).abs() < 5e-5, "{row}");
    }
    for (wrong, word) in [
        ("barn/nothing", "nothing"),
        ("barn", "barn"),
        ("barn/utredning moon=1", "moon"),
        ("barn/utredning barn=many", "barn=many"),
        ("barn/utredning restid=far", "far"),
        ("barn/utredning tolk=3", "tolk=3"),
        ("", "case type"),
    ] {
        place.run(&["load", "--as-of", DAY, "--one-more", wrong]).refuses(3, &[word]);
    }
}

#[test]
fn another_model_can_be_tried_without_adopting_it() {
    let place = small();
    let rows = place.rows(&["load", "--as-of", DAY, "--model", "nassjo"]);
    assert_eq!(rows.len(), 3);
    let answer = place.json(&["load", "--as-of", DAY, "--model", "uk-probation"]);
    assert_eq!(answer["unweighed"], 7, "the model knows no such cases, and that is said");
    assert!(
        answer["model"]
            .as_str()
            .is_some_and(|model| model.starts_with("uk-probation"))
    );
}
