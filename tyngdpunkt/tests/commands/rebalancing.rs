//! `rebalance`: a plan from a file, with its bound and its reasons, or why there is none.

use std::fs;

use serde_json::Value as Json;

use crate::support::{DAY, Place, demonstration, project};

fn team() -> Vec<u8> {
    fs::read(project("allocate/tests/data/s30_1.txt")).expect("the instance is in the repository")
}

#[test]
fn a_team_gets_the_fewest_handovers_with_proof_and_the_same_seed_gives_the_same_plan() {
    let place = Place::empty();
    place.write("team.txt", team());
    let arguments = ["rebalance", "--instance", "team.txt", "--seconds", "60", "--format", "json"];
    let plan = place.run(&arguments).ends(0).json();
    assert_eq!(
        (&plan["handovers"], &plan["bound"], &plan["proven"]),
        (&94.into(), &94.into(), &Json::Bool(true))
    );
    assert_eq!(
        (&plan["highest"]["points"], &plan["highest"]["capacity"]),
        (&118.into(), &119.into())
    );
    let moved = plan["moves"].as_array().expect("moves").iter();
    let cases = moved
        .filter(|step| !step["from"].is_null())
        .filter_map(|step| step["cases"].as_u64());
    assert_eq!(cases.sum::<u64>(), 94, "the moves are the handovers");
    let other = place.run(&[&arguments[..], &["--seed", "1"]].concat()).ends(0).json();
    assert_eq!(plan, other);
    assert_eq!(place.files(), ["team.txt"], "no database is made");
}

#[test]
fn a_plan_is_told_in_both_languages_with_the_reason_for_each_move() {
    let place = Place::empty();
    place.write("small.txt", "2 3\n20 25\n8 1 0 0 2 0 1\n15 2 0 0 2 0 1\n4 1 -1 0 1 1\n");
    for (language, words) in [
        (
            "sv",
            [
                "har 23 poäng och gränsen är 20",
                "ingen har den",
                "1 ärende byter handläggare",
            ],
        ),
        (
            "en",
            ["has 23 points and the limit is 20", "nobody holds it", "1 case changes hands"],
        ),
    ] {
        let told = place
            .run(&[
                "rebalance",
                "--instance",
                "small.txt",
                "--language",
                language,
                "--format",
                "table",
            ])
            .ends(0);
        for word in words {
            assert!(told.text.contains(word), "{word:?} is not in {}", told.text);
        }
    }
}

#[test]
fn what_makes_it_impossible_is_named_with_what_is_lacking() {
    let place = Place::empty();
    place.write("crowded.txt", "2 3\n5 5\n3 1 0 0 2 0 1\n4 1 0 0 2 0 1\n4 1 -1 0 2 0 1\n");
    let arguments = ["rebalance", "--instance", "crowded.txt", "--format"];
    let why = place.run(&[&arguments[..], &["json"]].concat()).ends(1).json();
    assert_eq!(
        (&why["answer"], &why["obstacles"][0]["needed"]),
        (&"impossible".into(), &1.into())
    );
    let told = place.run(&[&arguments[..], &["table", "--language", "en"]].concat()).ends(1);
    assert!(told.text.contains("3 groups (11 points)"), "{}", told.text);
    let more = place
        .run(&[&arguments[..], &["json", "--limit", "1.4"]].concat())
        .ends(0)
        .json();
    assert_eq!(more["answer"], "plan");
}

#[test]
fn a_fault_in_the_file_is_named_with_line_and_column_and_an_odd_limit_is_refused() {
    let place = Place::empty();
    place.write("wrong.txt", "2 1\n5 5\n3 1 0 0 1 7\n");
    for (more, words) in [
        (&[][..], &["wrong.txt:3:11", "7"][..]),
        (&["--limit", "0"], &["--limit 0.95"]),
        (&["--limit", "much"], &["much", "--limit 0.95"]),
    ] {
        let arguments = [&["rebalance", "--instance", "wrong.txt", "--language", "en"], more].concat();
        place.run(&arguments).refuses(3, words);
    }
    place
        .run(&["rebalance", "--instance", "missing.txt"])
        .refuses(3, &["missing.txt"]);
}

#[test]
fn a_plan_from_the_database_is_told_and_kept_as_a_draft_only_when_that_is_asked() {
    let place = demonstration();
    let ask = ["rebalance", "--unit", "BU-U", "--limit", "1", "--day", DAY];
    let json = place.run(&[&ask[..], &["--format", "json"]].concat()).ends(0).json();
    assert_eq!(json["saved"], Json::Null);
    let fewest = &json["ways"][0];
    let number = |value: &Json| value.as_i64().expect("a number");
    let (handovers, bound) = (number(&fewest["handovers"]), number(&json["bound"]));
    assert!(
        (bound..=bound + bound / 20).contains(&handovers),
        "{handovers}, at least {bound}"
    );
    let moves = fewest["moves"].as_array().expect("moves");
    assert!(
        moves.len() > 5 && moves.iter().all(|step| step["from"].is_string() && step["to"].is_string()),
        "{json}"
    );
    let told = place.run(&[&ask[..], &["--save", "--format", "csv"]].concat()).ends(0);
    assert!(told.errors.contains("/rebalance/"), "{}", told.errors);
    let saved = place
        .run(&[&ask[..], &["--save", "--format", "json"]].concat())
        .ends(0)
        .json();
    assert!(saved["saved"].is_i64(), "{saved}");
    let log = place
        .run(&["log", "show", "--limit", "10000", "--format", "csv"])
        .ends(0)
        .text;
    assert_eq!(
        log.matches("rebalance.plan").count(),
        2,
        "what is kept is in the log, what is not leaves nothing"
    );
    assert!(!log.contains("rebalance.carry_out"), "nothing is assigned");
}

#[test]
fn whoever_leaves_hands_over_every_case() {
    let place = demonstration();
    let held = place.rows(&["load", "--unit", "BU-M1", "--as-of", DAY]);
    let most = held.iter().max_by_key(|row| row["cases"].as_i64()).expect("somebody");
    let number = most["person"].as_str().expect("a number");
    let ask = [
        "rebalance",
        "--unit",
        "BU-M",
        "--leaves",
        number,
        "--limit",
        "1.3",
        "--day",
        DAY,
        "--format",
        "json",
    ];
    let json = place.run(&ask).ends(0).json();
    let moves = json["ways"][0]["moves"].as_array().expect("moves");
    let given = moves.iter().filter(|step| step["from"] == number);
    assert!(
        given
            .clone()
            .all(|step| step["reason"]["why"] == "gives_up" && step["to"] != number),
        "{json}"
    );
    let cases: usize = given.map(|step| step["cases"].as_array().expect("cases").len()).sum();
    assert!(cases > 5, "{json}");
}

#[test]
fn what_cannot_be_asked_of_the_database_is_refused_with_what_to_do() {
    let place = demonstration();
    for (more, words) in [
        (&["--unit", "NOPE"][..], "BU-U1"),
        (&["--unit", "BU-U1", "--limit", "0"], "0.95"),
        (&["--unit", "BU-U1", "--limit", "10"], "0.95"),
        (&["--unit", "BU-U1", "--limit", "much"], "0.95"),
        (&["--unit", "BU-U1", "--leaves", "nobody at all"], "nobody at all"),
        (&["--unit", "BU-U1", "--day", "2020-01-01"], "2020-01-01"),
    ] {
        let arguments = [&["rebalance", "--language", "en"], more].concat();
        place.run(&arguments).refuses(3, &[words]);
    }
    let impossible = place
        .run(&[
            "rebalance",
            "--unit",
            "BU-U1",
            "--limit",
            "0.5",
            "--language",
            "en",
            "--day",
            DAY,
        ])
        .ends(1);
    assert!(
        impossible.text.contains("points") && !impossible.text.contains("{$"),
        "{}",
        impossible.text
    );
}
