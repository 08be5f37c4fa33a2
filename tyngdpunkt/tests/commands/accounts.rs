//! `account`: the first administrator can be made, and nothing is given away by it.

use crate::support::{Place, import_kommun_a, on_both};

/// Gives a password as the first line sent in.
fn with_password(place: &Place, account: &str, password: &str) -> (Option<i32>, String) {
    let done = place
        .command()
        .args(["account", "password", account])
        .write_stdin(format!("{password}\n"))
        .output()
        .expect("the program runs");
    let said = [done.stdout, done.stderr].concat();
    (done.status.code(), String::from_utf8_lossy(&said).into_owned())
}

#[test]
fn an_operator_makes_the_first_administrator_and_takes_the_account_out_of_use_again() {
    on_both(|place| {
        place.run(&["account", "add", "It.Stod", "--display", "IT-stöd"]).ends(0);
        place.run(&["account", "role", "give", "it.stod", "administrator"]).ends(0);
        let (code, said) = with_password(place, "it.stod", "tolv tecken, minst");
        assert_eq!(code, Some(0), "{said}");
        assert!(!said.contains("tolv tecken"), "{said}");
        let rows = place.rows(&["account", "list"]);
        assert_eq!(
            (rows.len(), rows[0]["account"].as_str(), rows[0]["roles"].as_str()),
            (1, Some("it.stod"), Some("administrator"))
        );
        place.run(&["account", "disable", "it.stod"]).ends(0);
        let after = place.rows(&["account", "list"]);
        assert_ne!(after[0]["state"], rows[0]["state"]);
        place.run(&["account", "role", "take", "it.stod", "administrator"]).ends(0);
        assert_eq!(place.rows(&["account", "list"])[0]["roles"], "");
        place.run(&["log", "verify"]).ends(0);
        let log = place.run(&["log", "show", "--format", "json"]).ends(0);
        assert!(!log.text.contains("tolv tecken"), "no password in the log");
    });
}

#[test]
fn what_cannot_be_done_is_said_with_what_to_do_instead() {
    on_both(|place| {
        import_kommun_a(place, &[]).ends(1);
        place.run(&["account", "add", "anna.berg"]).ends(0);
        place.run(&["account", "add", "anna.berg"]).refuses(3, &["anna.berg"]);
        place.run(&["account", "add", "anna berg"]).refuses(3, &["anna berg", "80"]);
        place.run(&["account", "disable", "bo"]).refuses(3, &["bo", "account list"]);
        place
            .run(&["account", "role", "give", "anna.berg", "king"])
            .refuses(3, &["king", "safety-representative"]);
        place
            .run(&["account", "role", "give", "anna.berg", "head", "--unit", "nowhere"])
            .refuses(3, &["nowhere"]);
        place
            .run(&["account", "role", "take", "anna.berg", "head"])
            .refuses(3, &["head"]);
        let (code, said) = with_password(place, "anna.berg", "kort");
        assert_eq!((code, said.contains("12")), (Some(3), true), "{said}");
        let (code, said) = with_password(place, "anna.berg", "sommar sommar anna.berg");
        assert_eq!(code, Some(3), "{said}");
    });
}
