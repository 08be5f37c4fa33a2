//! `model`: check, list, show, compare and adopt.

use std::fs;

use crate::support::{DAY, Place, demonstration, project};

const SHIPPED: [&str; 6] = [
    "exempel-barn-unga",
    "nassjo",
    "wirral",
    "uk-probation",
    "western-australia",
    "cwla",
];

fn example() -> String {
    fs::read_to_string(project("models/exempel-barn-unga.toml")).expect("it ships")
}

#[test]
fn every_shipped_model_is_listed_and_shown_and_needs_no_database() {
    let place = Place::empty();
    let listed = place.rows(&["model", "list"]);
    let listed: Vec<&str> = listed.iter().map(|row| row["model"].as_str().expect("an id")).collect();
    assert_eq!(listed, SHIPPED);
    for id in SHIPPED {
        let shown = place.json(&["model", "show", id]);
        assert_eq!(shown["id"], id);
        assert!(shown["rows"].as_array().is_some_and(|rows| rows.len() > 3));
        assert!(shown["source"].as_str().is_some_and(|source| !source.is_empty()));
    }
    assert_eq!(place.files(), [""; 0], "no database was made");
}

#[test]
fn a_name_that_is_no_model_is_answered_with_those_that_ship() {
    let place = Place::empty();
    for arguments in [
        &["model", "show", "gothenburg"][..],
        &["weigh", "--model", "gothenburg"],
        &["model", "adopt", "gothenburg"],
    ] {
        place
            .run(arguments)
            .refuses(3, &[&["gothenburg", "current"][..], &SHIPPED].concat());
    }
    place
        .run(&["import", "-m", "gothenburg", "."])
        .refuses(3, &["gothenburg", "kommun-a"]);
    place
        .run(&["model", "show", "current"])
        .refuses(4, &["no database", "tyngdpunkt demo"]);
    assert_eq!(place.files(), [""; 0]);
}

#[test]
fn a_fault_in_a_model_is_told_with_its_line_and_what_to_write() {
    let place = Place::empty();
    place.write("right.toml", example());
    let wrong = example().replacen("points = 10", "poins = 10", 1);
    let line = wrong.lines().position(|line| line.contains("poins")).expect("it is there") + 1;
    place.write("wrong.toml", &wrong);
    place.run(&["model", "check", "right.toml"]).ends(0);
    let checked = place.run(&["model", "check", "right.toml", "wrong.toml"]).ends(1);
    let found = format!("wrong.toml:{line}");
    let text = checked.text.replace('\n', " ");
    assert!(text.contains("poins") && text.contains(&found), "{found} is not in {text}");
    place
        .run(&["model", "adopt", "wrong.toml"])
        .refuses(3, &[&found, "poins", "points"]);
    place.run(&["model", "check", "missing.toml"]).refuses(3, &["missing.toml"]);
    place.write("bytes.toml", [0xff, 0xfe, 0x00]);
    place
        .run(&["model", "check", "bytes.toml"])
        .refuses(3, &["bytes.toml", "UTF-8"]);
    assert_eq!(
        place.files(),
        ["bytes.toml", "right.toml", "wrong.toml"],
        "no database was made"
    );
}

#[test]
fn two_models_cannot_be_valid_from_the_same_day() {
    let place = Place::empty();
    place.run(&["model", "adopt", "exempel-barn-unga"]).ends(0);
    place
        .run(&["model", "adopt", "exempel-barn-unga"])
        .refuses(3, &["2024-01-01", "--from"]);
    place.run(&["model", "adopt", "nassjo", "--from", "2026-07-01"]).ends(0);
    place
        .run(&["model", "adopt", "wirral", "--from", "2026-07-01"])
        .refuses(3, &["nassjo", "2026-07-01", "--from"]);
    let listed = place.rows(&["model", "list"]);
    let adopted: Vec<(&str, &str)> = listed[..2]
        .iter()
        .map(|row| {
            (
                row["model"].as_str().expect("an id"),
                row["valid_from"].as_str().expect("a day"),
            )
        })
        .collect();
    assert_eq!(adopted, [("exempel-barn-unga", "2024-01-01"), ("nassjo", "2026-07-01")]);
    assert_eq!(place.json(&["model", "show", "current"])["id"], "nassjo");
    let log = place.rows(&["log", "show"]);
    assert_eq!(
        log.iter().map(|row| row["subject"].as_str()).collect::<Vec<_>>(),
        [Some("exempel-barn-unga"), Some("nassjo")]
    );
    assert_eq!(log[0]["actor"], "anna");
}

#[test]
fn a_comparison_agrees_with_load_under_each_model_and_changes_nothing() {
    let place = demonstration();
    let heavier = example()
        .replacen("points = 10", "points = 14", 1)
        .replacen("2026-01", "2027-01", 1);
    place.write("heavier.toml", heavier);
    let before = place.rows(&["log", "show"]);
    let compared = place.json(&["model", "compare", "current", "heavier.toml", "--as-of", DAY]);
    assert_eq!(
        (&compared["a"], &compared["b"]),
        (&"exempel-barn-unga 2026-01".into(), &"exempel-barn-unga 2027-01".into())
    );
    let a = place.rows(&["load", "--as-of", DAY]);
    let b = place.rows(&["load", "--as-of", DAY, "--model", "heavier.toml"]);
    let rows = compared["rows"].as_array().expect("rows");
    assert_eq!((rows.len(), rows.len()), (a.len(), b.len()));
    for (row, (a, b)) in rows.iter().zip(a.iter().zip(&b)) {
        assert_eq!(
            (&row["person"], &row["load_a"], &row["band_a"]),
            (&a["person"], &a["load"], &a["band"])
        );
        assert_eq!(
            (&row["points_b"], &row["load_b"], &row["band_b"]),
            (&b["points"], &b["load"], &b["band"])
        );
        if let (Some(a), Some(b)) = (row["load_a"].as_f64(), row["load_b"].as_f64()) {
            assert!(
                (row["difference"].as_f64().expect("a number") - (b - a)).abs() < 1e-9,
                "{row}"
            );
        }
    }
    assert!(
        compared["notes"].to_string().contains("lower with A"),
        "{}",
        compared["notes"]
    );
    let after = place.rows(&["log", "show"]);
    assert_eq!(after[..before.len()], before[..]);
    assert!(
        after[before.len()..].iter().all(|entry| entry["action"] == "load.look"),
        "nothing is changed; that loads were looked at is told"
    );
}

#[test]
fn a_model_that_does_not_know_the_cases_is_not_called_fairer() {
    let place = demonstration();
    let compared = place.json(&["model", "compare", "current", "uk-probation", "--as-of", DAY]);
    let notes = compared["notes"].to_string();
    assert!(notes.contains("cannot be weighed with B"), "{notes}");
    assert!(!notes.contains("heaviest loads"), "{notes}");
    let rows = compared["rows"].as_array().expect("rows");
    assert!(rows.iter().all(|row| row["points_b"].as_f64() <= row["points_a"].as_f64()));
}
