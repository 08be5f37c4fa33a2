//! A personal identity number in any column of any list is refused, and stands nowhere afterwards: not in what is printed, not in the
//! database, not in the log.

use std::fs;

use rust_xlsxwriter::Workbook;

use crate::support::{DAY, Place};

/// A coordination number and a personal identity number from Skatteverket's list of numbers that belong to nobody, in the ways they are
/// written; each with the digits that must not be found.
const WRITTEN: [(&str, &str); 6] = [
    ("19811218-9876", "9876"),
    ("198112189876", "198112189876"),
    ("811218-9876", "811218-9876"),
    ("811218+9876", "811218+9876"),
    ("8112189876", "8112189876"),
    ("19701063-2391", "19701063-2391"),
];

const MAPPING: &str = r#"
format = 1
id = "test"
title = "Test"
source = "test"
[[file]]
name = "staff*"
kind = "staff"
[file.field]
person = "Number"
also_known_as = "Sign"
name = "Name"
email = "Mail"
unit = "Unit"
title = "Title"
role = { column = "Title", values = { "Worker" = "caseworker" }, other = "other" }
extent = { column = "Percent", unit = "percent" }
start = "Start"
last_day = "End"
[[file]]
name = "cases*"
kind = "cases"
[file.field]
reference = "Ref"
type = { column = "Type", values = { "Child" = "barn" } }
phase = { value = "utredning" }
start = "Start"
end = "End"
main = "Worker"
co = { column = "Co", split = "," }
[file.factor]
barn = "Children"
"#;

const STAFF: ([&str; 10], [&str; 10]) = (
    [
        "Number", "Sign", "Name", "Mail", "Unit", "Title", "Percent", "Start", "End", "Note",
    ],
    [
        "7",
        "ANB",
        "Anna Berg",
        "a@b.example",
        "NORTH",
        "Worker",
        "100",
        "2020-01-01",
        "",
        "",
    ],
);
const CASES: ([&str; 8], [&str; 8]) = (
    ["Ref", "Type", "Start", "End", "Worker", "Co", "Children", "Note"],
    ["C1", "Child", "2026-01-01", "", "7", "", "1", ""],
);

/// The header, one row for each column with the number in it, and last a row with nothing wrong.
fn rows_with<const N: usize>((header, row): ([&str; N], [&str; N]), number: &str, inside: bool) -> Vec<Vec<String>> {
    let mut rows = vec![header.map(str::to_owned).to_vec()];
    for column in 0..N {
        let mut cells = row.map(str::to_owned).to_vec();
        cells[column] = if inside {
            format!("{} {number} x", cells[column])
        } else {
            number.to_owned()
        };
        rows.push(cells);
    }
    rows.push(row.map(str::to_owned).to_vec());
    rows
}

fn csv(rows: &[Vec<String>]) -> String {
    rows.iter().map(|row| row.join(";") + "\n").collect()
}

/// Whether the text stands in any file of the folder but the lists themselves.
fn leaked(place: &Place, number: &str) -> Vec<String> {
    let digits = number.as_bytes();
    let names = place.files().into_iter().filter(|name| name.contains(".db"));
    names
        .filter(|name| {
            let bytes = fs::read(place.folder().join(name)).expect("readable");
            bytes.windows(digits.len()).any(|window| window == digits)
        })
        .collect()
}

fn is_refused_everywhere(place: &Place, files: &[&str], columns: u64, number: &str) {
    let command = [&["import", "-m", "test.toml", "--exported", DAY], files].concat();
    for format in ["json", "table", "csv"] {
        let answer = place.run(&[&command[..], &["--format", format]].concat()).ends(1);
        assert!(
            !answer.text.contains(number) && !answer.errors.contains(number),
            "{number}: {answer:?}"
        );
        if format == "json" {
            let json = answer.json();
            let rejected = json["rejected_rows"].as_array().expect("rows");
            assert_eq!(json["rejected"], columns, "{number}: {json}");
            assert!(rejected.iter().all(|row| row["code"] == "personal_identity_number"), "{json}");
            assert_eq!(json["accepted"], files.len(), "{json}");
        }
    }
    let log = place.run(&["log", "show", "--format", "json"]).ends(0).text;
    assert!(!log.contains(number), "{log}");
    assert_eq!(leaked(place, number), [""; 0]);
}

#[test]
fn in_any_column_however_it_is_written_the_row_is_refused_and_the_number_is_nowhere() {
    for (number, secret) in WRITTEN {
        for inside in [false, true] {
            let place = Place::empty();
            place.write("test.toml", MAPPING);
            place.write("staff.csv", csv(&rows_with(STAFF, number, inside)));
            place.write("cases.csv", csv(&rows_with(CASES, number, inside)));
            is_refused_everywhere(&place, &["staff.csv", "cases.csv"], 10 + 8, secret);
        }
    }
}

#[test]
fn as_a_number_cell_of_a_spreadsheet_too() {
    for number in [198_112_189_876.0, 8_112_189_876.0] {
        let place = Place::empty();
        place.write("test.toml", MAPPING.replace("staff*", "staff.xlsx"));
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        let (header, row) = STAFF;
        for (line, at) in (0_u32..).zip([None].into_iter().chain((0..10).map(Some)).chain([Some(10)])) {
            for (column, text) in (0_u16..).zip(if at.is_none() { header } else { row }) {
                if at == Some(column) {
                    sheet.write_number(line, column, number).expect("written");
                } else {
                    sheet.write_string(line, column, text).expect("written");
                }
            }
        }
        book.save(place.folder().join("staff.xlsx")).expect("saved");
        is_refused_everywhere(&place, &["staff.xlsx"], 10, &format!("{number}"));
    }
}

#[test]
fn a_number_of_that_shape_with_a_wrong_check_digit_is_an_ordinary_reference() {
    let place = Place::empty();
    place.write("test.toml", MAPPING);
    let staff = [STAFF.0.map(str::to_owned).to_vec(), STAFF.1.map(str::to_owned).to_vec()];
    let mut cases = CASES.1.map(str::to_owned).to_vec();
    cases[0] = "19811218-9875".to_owned();
    place.write("staff.csv", csv(&staff));
    place.write("cases.csv", csv(&[CASES.0.map(str::to_owned).to_vec(), cases]));
    let imported = place.json(&["import", "-m", "test.toml", "--exported", DAY, "staff.csv", "cases.csv"]);
    assert_eq!(imported["rejected"], 0);
    assert_eq!(
        place.json(&["explain", "19811218-9875", "--as-of", DAY])["holdings"][0]["points"],
        10
    );
}

#[test]
fn on_the_command_line_and_in_names_of_files_it_is_not_repeated() {
    let place = crate::support::kommun_a();
    for arguments in [
        &["explain", "19811218-9876"][..],
        &["history", "19811218-9876"],
        &["load", "--person", "19811218-9876"],
        &["load", "--unit", "19811218-9876"],
        &["import", "-m", "kommun-a", "19811218-9876.csv"],
    ] {
        let answer = place.run(arguments).ends(3);
        assert!(!answer.errors.contains("9876"), "{}", answer.errors);
    }
}

#[test]
fn in_a_caseload_that_is_weighed_it_is_not_taken() {
    let place = Place::empty();
    place.write(
        "caseload.json",
        r#"{"people": [{"id": "19811218-9876", "employments": [{"share": 1}]}]}"#,
    );
    place.write(
        "case.json",
        r#"{"people": [{"id": "a", "employments": [{"share": 1}], "cases": [{"reference": "811218-9876", "type": "barn", "phase": "utredning"}]}]}"#,
    );
    for file in ["caseload.json", "case.json"] {
        let answer = place
            .run(&["weigh", "-m", "exempel-barn-unga", file])
            .refuses(3, &["identity"]);
        assert!(!answer.errors.contains("9876"), "{}", answer.errors);
    }
}
