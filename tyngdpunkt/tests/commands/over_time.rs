//! `overloaded` and `history`: who has carried too much and for how long, and that every day agrees with `load`.

use serde_json::Value as Json;

use crate::support::{DAY, demonstration, kommun_a, same_number};

#[test]
fn each_step_of_a_history_is_what_load_says_on_its_first_day() {
    let place = demonstration();
    let person = place.rows(&["overloaded", "--as-of", DAY])[0]["person"].clone();
    let person = person.as_str().expect("a number");
    let history = place.json(&["history", person, "--from", "2026-07-01", "--to", DAY]);
    assert_eq!(
        (&history["person"], &history["first_day"]),
        (&person.into(), &"2026-07-01".into())
    );
    let steps = history["rows"].as_array().expect("steps");
    assert!(steps.len() > 3, "something happened in four months");
    assert_eq!(steps[0]["from"], "2026-07-01");
    assert_eq!(steps.last().expect("a step")["last_day"], DAY);
    for (at, step) in steps.iter().enumerate() {
        let day = step["from"].as_str().expect("a day");
        if at % 4 == 0 {
            let load = &place.rows(&["load", "--person", person, "--as-of", day])[0];
            for field in ["cases", "points", "capacity", "load", "band"] {
                same_number(&step[field], &load[field]);
            }
        }
        if let Some(next) = steps.get(at + 1) {
            let last: jiff::civil::Date = step["last_day"].as_str().expect("a day").parse().expect("a day");
            assert_eq!(next["from"], last.tomorrow().expect("a day").to_string(), "no day is missing");
        }
    }
}

#[test]
fn whoever_is_over_today_is_in_the_list_with_the_first_day_of_it() {
    let place = demonstration();
    let load = place.rows(&["load", "--as-of", DAY]);
    let answer = place.json(&["overloaded", "--as-of", DAY]);
    let listed = answer["rows"].as_array().expect("rows");
    let numbers = |rows: &[Json]| {
        let mut numbers: Vec<String> = rows.iter().map(|row| row["person"].to_string()).collect();
        numbers.sort();
        numbers
    };
    let over: Vec<Json> = load.into_iter().filter(|row| row["band"] == "over").collect();
    assert_eq!(numbers(listed), numbers(&over));
    assert!(listed.iter().any(|row| row["action_due"] == "yes") && listed.iter().any(|row| row["action_due"] == "no"));
    for row in listed {
        let due = row["weeks"].as_i64() >= Some(4);
        assert_eq!(row["action_due"], if due { "yes" } else { "no" }, "{row}");
    }
    let one = &listed[0];
    let (person, since) = (one["person"].as_str().expect("text"), one["since"].as_str().expect("a day"));
    let since: jiff::civil::Date = since.parse().expect("a day");
    let band_on =
        |day: jiff::civil::Date| place.rows(&["load", "--person", person, "--as-of", &day.to_string()])[0]["band"].clone();
    assert_eq!(band_on(since), "over");
    assert_ne!(band_on(since.yesterday().expect("a day")), "over");
}

#[test]
fn a_unit_sees_its_own() {
    let place = demonstration();
    let all = place.rows(&["overloaded", "--as-of", DAY]);
    let unit = all[0]["unit"].as_str().expect("a unit");
    let own = place.rows(&["overloaded", "--as-of", DAY, "--unit", unit]);
    assert!(!own.is_empty() && own.len() < all.len());
    assert!(
        own.iter()
            .all(|row| row["unit"].as_str().is_some_and(|units| units.contains(unit)))
    );
}

#[test]
fn a_history_that_ends_before_it_begins_and_a_person_nobody_knows_are_refused() {
    let place = kommun_a();
    place
        .run(&["history", "1008", "--from", DAY, "--to", "2026-10-01"])
        .refuses(2, &[DAY, "2026-10-01"]);
    place.run(&["history", "Nobody"]).refuses(3, &["Nobody"]);
}

#[test]
fn days_before_the_first_model_have_no_load_and_load_says_from_when_there_is_one() {
    let place = demonstration();
    place
        .run(&["load", "--as-of", "2020-01-01"])
        .refuses(3, &["2020-01-01", "2024-01-01"]);
    let history = place.rows(&["history", "1195", "--from", "2023-11-01", "--to", "2024-01-31"]);
    assert_eq!(history[0]["load"], Json::Null);
    assert_eq!(history[0]["points"], Json::Null);
}
