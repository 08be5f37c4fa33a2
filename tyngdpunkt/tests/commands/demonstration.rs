//! The demonstration: made once, opened again, never put where something else is.

use crate::serving::Serving;
use crate::support::{DAY, Place, answer, demonstration, kommun_a};

/// A demonstration that is soon made.
const SMALL: [&str; 7] = ["demo", "--caseworkers", "30", "--years", "1", "--as-of", DAY];

/// Opens it in the browser, looks whether it answers, and stops.
fn serve_small(place: &Place) {
    let serving = Serving::by(place, &[&SMALL[..], &["--serve", "--listen", "127.0.0.1:0"]].concat());
    assert!(serving.get("/health").ends_with("ok\n"));
    let offered = serving.get("/sign-in");
    for account in [
        "handlaggare-over",
        "handlaggare-balans",
        "gruppledare",
        "chef",
        "administrator",
    ] {
        assert!(offered.contains(account), "{account} is not in {offered}");
    }
    let (code, log) = serving.stop();
    assert_eq!(code, Some(0), "{log}");
}

/// What a command answers about the demonstration of this folder.
fn rows(place: &Place, command: &[&str]) -> Vec<serde_json::Value> {
    place.rows(&[command, &["--database", "tyngdpunkt-demo.db"]].concat())
}

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

#[test]
fn served_it_has_an_account_for_each_role_and_gets_no_more_the_next_time() {
    let place = Place::empty();
    serve_small(&place);
    let accounts = rows(&place, &["account", "list"]);
    let roles: Vec<&str> = accounts.iter().filter_map(|row| row["roles"].as_str()).collect();
    for role in ["hr", "relief", "coordinator", "safety-representative", "administrator"] {
        assert!(roles.contains(&role), "{role} is not in {roles:?}");
    }
    for role in ["caseworker@", "supervisor@", "head@"] {
        assert!(
            roles.iter().any(|held| held.starts_with(role)),
            "{role} a unit is not in {roles:?}"
        );
    }
    let state = &accounts[0]["state"];
    assert!(accounts.iter().all(|row| row["state"] == *state), "{accounts:?}");
    let entries = rows(&place, &["log", "show", "--limit", "200"]).len();
    serve_small(&place);
    assert_eq!(rows(&place, &["account", "list"]), accounts);
    assert_eq!(rows(&place, &["log", "show", "--limit", "200"]).len(), entries);
    place.run(&["log", "verify", "--database", "tyngdpunkt-demo.db"]).ends(0);
}

#[test]
fn served_it_has_a_talk_that_is_due_a_draft_and_some_that_are_concluded_with_what_was_agreed() {
    let place = Place::empty();
    serve_small(&place);
    let entries = rows(&place, &["log", "show", "--limit", "500"]);
    let count = |action: &str| entries.iter().filter(|row| row["action"] == action).count();
    let found = ["measurement.rate", "dialogue.open", "dialogue.conclude", "action.settle"].map(count);
    // Three are concluded by two each, and one is a draft.
    assert_eq!(found, [5, 4, 6, 3], "{entries:?}");
}

#[test]
fn an_account_that_was_interrupted_is_finished() {
    let place = Place::empty();
    place.run(&SMALL).ends(0);
    place
        .run(&["account", "add", "chef", "--database", "tyngdpunkt-demo.db"])
        .ends(0);
    serve_small(&place);
    let accounts = rows(&place, &["account", "list"]);
    let head = accounts.iter().find(|row| row["account"] == "chef").expect("it is there");
    assert!(head["roles"].as_str().is_some_and(|roles| roles.starts_with("head@")));
    assert_eq!(head["state"], accounts[0]["state"]);
}

#[test]
fn its_caseworkers_are_one_who_is_over_and_one_in_balance_with_their_own_supervisor_and_head() {
    let place = Place::empty();
    serve_small(&place);
    let accounts = rows(&place, &["account", "list"]);
    let of = |name: &str| {
        let row = accounts.iter().find(|row| row["account"] == name);
        row.unwrap_or_else(|| panic!("no {name}")).clone()
    };
    let loads = rows(&place, &["load", "--as-of", DAY]);
    let mut unit = String::new();
    for (name, band) in [("handlaggare-over", "over"), ("handlaggare-balans", "balance")] {
        let account = of(name);
        let load = loads
            .iter()
            .find(|row| row["person"] == account["number"])
            .expect("it is listed");
        assert_eq!(load["band"], band, "{name}");
        unit = load["unit"].as_str().expect("a unit").to_owned();
        assert_eq!(account["roles"], format!("caseworker@{unit}"));
    }
    let supervisor = of("gruppledare");
    assert_eq!(supervisor["roles"], format!("supervisor@{unit}"));
    assert_ne!(supervisor["number"], "", "somebody employed there");
    let head = of("chef");
    let above = head["roles"]
        .as_str()
        .and_then(|role| role.strip_prefix("head@"))
        .expect("a unit");
    assert!(unit.starts_with(above.split('-').next().expect("a beginning")) && unit != above);
    assert_ne!(head["number"], "", "somebody employed there");
}

#[test]
fn served_it_is_for_this_computer_only_unless_the_command_says_otherwise() {
    let place = Place::empty();
    let mut command = place.command();
    command.args(SMALL).arg("--serve").env("TYNGDPUNKT_LISTEN", "0.0.0.0:0");
    answer(&mut command).refuses(2, &["0.0.0.0:0", "TYNGDPUNKT_LISTEN", "--listen"]);
    assert_eq!(place.files(), [""; 0], "nothing was made");
    place
        .run(&[&SMALL[..], &["--listen", "127.0.0.1:0"]].concat())
        .refuses(2, &["--serve"]);
    let serving = Serving::by(&place, &[&SMALL[..], &["--serve", "--listen", "0.0.0.0:0"]].concat());
    assert_eq!(serving.stop().0, Some(0));
}

#[test]
fn no_accounts_are_put_where_something_else_is() {
    let place = kommun_a();
    let arguments = ["demo", "--serve", "--listen", "127.0.0.1:0", "--database", "tyngdpunkt.db"];
    place.run(&arguments).refuses(4, &["tyngdpunkt.db", "was not changed"]);
    assert!(place.rows(&["account", "list"]).is_empty());
}
