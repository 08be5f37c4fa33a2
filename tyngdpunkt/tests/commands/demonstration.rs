//! The demonstration: made once, opened again, never put where something else is.

use crate::support::{DAY, Place, demonstration, kommun_a};

#[test]
fn it_shows_everybodys_load_and_is_opened_again_as_it_is() {
    let place = Place::empty();
    let first = place.run(&["demo", "--as-of", DAY]).ends(0);
    assert_eq!(place.files(), ["tyngdpunkt-demo.db"]);
    assert!(
        first.text.contains("\n  tyngdpunkt --database tyngdpunkt-demo.db explain "),
        "a command to copy stands on a line of its own: {}",
        first.text
    );
    let again = place.run(&["demo", "--as-of", DAY]).ends(0);
    assert_eq!(again.text, first.text);
    let rows = place.rows(&["load", "--as-of", DAY, "--database", "tyngdpunkt-demo.db"]);
    let with_capacity = rows.iter().filter(|row| row["capacity"].as_f64() > Some(0.0)).count();
    assert!(
        (140..=150).contains(&with_capacity),
        "{with_capacity} of the 150 have capacity that day"
    );
}

#[test]
fn it_has_the_size_asked_for_and_is_the_same_for_the_same_seed() {
    let made = |seed| {
        let place = Place::empty();
        let arguments = ["demo", "--caseworkers", "12", "--years", "1", "--seed", seed, "--as-of", DAY];
        place.json(&arguments)
    };
    let first = made("7");
    assert_eq!(first["rows"], made("7")["rows"]);
    assert_ne!(first["rows"], made("8")["rows"]);
    assert!(first["rows"].as_array().is_some_and(|rows| (12..=16).contains(&rows.len())));
}

#[test]
fn it_never_fills_a_database_that_holds_something_else() {
    let place = kommun_a();
    let before = place.rows(&["load", "--as-of", DAY]);
    place
        .run(&["demo", "--as-of", DAY, "--database", "tyngdpunkt.db"])
        .refuses(4, &["tyngdpunkt.db", "was not changed"]);
    // Also on a day when nobody is employed, so that the database looks empty.
    place
        .run(&["demo", "--as-of", "1950-01-01", "--database", "tyngdpunkt.db"])
        .refuses(4, &["was not changed"]);
    assert_eq!(place.rows(&["load", "--as-of", DAY]), before);
}

#[test]
fn a_demonstration_that_was_interrupted_is_finished() {
    let place = Place::empty();
    place.run(&["model", "adopt", "exempel-barn-unga"]).ends(0);
    let arguments = ["demo", "--caseworkers", "12", "--as-of", DAY, "--database", "tyngdpunkt.db"];
    assert!(place.rows(&arguments).len() >= 12);
}

#[test]
fn its_cases_all_have_a_weight() {
    let answer = demonstration().json(&["load", "--as-of", DAY]);
    assert_eq!(answer["unweighed"], 0);
    assert!(answer["unallocated"].as_i64() > Some(0), "some cases wait for somebody");
}
