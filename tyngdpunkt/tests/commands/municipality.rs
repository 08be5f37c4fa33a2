//! From raw exports to everybody's load, on SQLite and on PostgreSQL.

use std::collections::BTreeMap;
use std::fs;

use serde_json::Value as Json;

use crate::support::{DAY, Place, exports, import_kommun_a, on_both, project, same_number};

fn key() -> Json {
    let key = fs::read_to_string(project("store/tests/data/kommun-a/key.json")).expect("the key is there");
    serde_json::from_str(&key).expect("the key is JSON")
}

#[test]
fn exports_go_in_once_and_every_load_is_as_the_answer_key_says() {
    let key = key();
    on_both(|place| {
        let files = place.files();
        let trial = import_kommun_a(place, &["--dry-run", "--format", "json"]).ends(1).json();
        assert_eq!(place.files(), files, "a trial does not even make an empty database");

        let imported = import_kommun_a(place, &["--format", "json"]).ends(1);
        assert_eq!(imported.errors, "", "no progress in a pipe");
        let imported = imported.json();
        agrees_row_by_row(&imported, &key);
        assert_eq!(
            (&imported["changed"], &imported["dry_run"]),
            (&Json::Bool(true), &Json::Bool(false))
        );
        assert_eq!(
            (&trial["rejected_rows"], &trial["dry_run"]),
            (&imported["rejected_rows"], &Json::Bool(true))
        );
        let load = place.json(&["load", "--as-of", DAY]);
        agrees_for_every_worker(&load, &key);

        let again = import_kommun_a(place, &["--format", "json"]).ends(1).json();
        assert_eq!(again["changed"], false, "the same files again change nothing");
        assert_eq!(place.json(&["load", "--as-of", DAY]), load);
        place.run(&["log", "verify"]).ends(0);
    });
}

#[test]
fn a_trial_on_what_is_there_stores_nothing_and_says_so() {
    let place = crate::support::kommun_a();
    let log = place.rows(&["log", "show"]);
    let trial = import_kommun_a(&place, &["--dry-run"]).ends(1);
    assert!(trial.text.contains("nothing was stored"), "{}", trial.text);
    assert_eq!(place.rows(&["log", "show"]), log);
}

fn agrees_row_by_row(imported: &Json, key: &Json) {
    let rejected = imported["rejected_rows"].as_array().expect("rows").iter().map(|row| {
        assert_eq!(row["file"], "arenden.csv");
        let sentence = row["what_to_do"].as_str().expect("a sentence");
        assert!(sentence.ends_with('.') && sentence.len() > 20, "{sentence}");
        (row["line"].to_string(), row["code"].as_str().expect("a code").to_owned())
    });
    let rejected: BTreeMap<String, String> = rejected.collect();
    let expected: BTreeMap<String, String> = serde_json::from_value(key["rejected_by_line"].clone()).expect("codes by line");
    assert_eq!(rejected, expected);
    let number = |value: &Json| value.as_u64().expect("a number");
    let files: u64 = imported["files"]
        .as_array()
        .expect("files")
        .iter()
        .map(|file| number(&file["rows"]))
        .sum();
    assert_eq!(number(&imported["rows"]), files);
    assert_eq!(
        number(&imported["rows"]),
        number(&imported["accepted"]) + number(&imported["rejected"])
    );
    assert_eq!(
        number(&key["case_rows"]) - number(&key["accepted"]),
        number(&imported["rejected"])
    );
    assert_eq!(imported["exported"], DAY);
}

fn agrees_for_every_worker(load: &Json, key: &Json) {
    assert_eq!(load["as_of"], key["as_of"]);
    let workers = key["workers"].as_object().expect("workers");
    let rows = load["rows"].as_array().expect("rows");
    assert_eq!((rows.len(), workers.len()), (158, 158));
    assert_eq!(load["people"], 158);
    for row in rows {
        let number = row["person"].as_str().expect("a number");
        let expected = workers.get(number).unwrap_or_else(|| panic!("{number} is not in the key"));
        for field in ["cases", "case_points", "points", "capacity", "load"] {
            same_number(&row[field], &expected[field]);
        }
        assert_eq!(row["band"], expected["band"], "{number}");
    }
}

#[test]
fn another_municipality_needs_only_another_mapping() {
    on_both(|place| {
        let folder = exports("kommun-b");
        let mapping = format!("{folder}/kommun-b.toml");
        let imported = place.json(&["import", "-m", &mapping, "--exported", DAY, &folder]);
        assert_eq!((&imported["rows"], &imported["accepted"]), (&Json::from(7), &Json::from(7)));
        let rows = place.rows(&["load", "--as-of", DAY]);
        let capacities: Vec<(&str, f64)> = rows
            .iter()
            .map(|row| {
                (
                    row["person"].as_str().expect("text"),
                    row["capacity"].as_f64().expect("a number"),
                )
            })
            .collect();
        assert_eq!(capacities, [("01", 150.0), ("02", 114.375)], "hours a week, not percent");
    });
}

#[test]
fn an_earlier_export_than_the_one_that_is_in_is_refused() {
    let place = crate::support::kommun_a();
    let folder = exports("kommun-a");
    place
        .run(&["import", "-m", "kommun-a", "--exported", "2026-09-30", &folder])
        .refuses(3, &["2026-09-30", DAY, "--exported"]);
}

#[test]
fn an_import_leaves_one_file_that_can_be_copied() {
    let place = Place::empty();
    import_kommun_a(&place, &[]).ends(1);
    assert_eq!(place.files(), ["tyngdpunkt.db"]);
    let other = Place::empty();
    fs::copy(place.database_file(), other.database_file()).expect("copied");
    assert_eq!(other.rows(&["load", "--as-of", DAY]).len(), 158);
}
