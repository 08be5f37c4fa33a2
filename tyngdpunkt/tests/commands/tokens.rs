//! `token`: an operator issues a token for a program, sees it once, and takes it out of use.

use crate::support::{import_kommun_a, on_both};

#[test]
fn a_token_is_shown_when_it_is_issued_and_never_again() {
    on_both(|place| {
        import_kommun_a(place, &[]).ends(1);
        let issued = place
            .run(&["token", "add", "Import.HR", "--role", "administrator", "--format", "json"])
            .ends(0);
        let row = issued.json()["rows"][0].clone();
        let token = row["token"].as_str().expect("a token").to_owned();
        assert!(token.starts_with("tyngd_") && token.len() == 78, "{token}");
        assert_eq!(
            (row["name"].as_str(), row["roles"].as_str()),
            (Some("import.hr"), Some("administrator"))
        );
        let listed = place.run(&["token", "list", "--format", "json"]).ends(0);
        assert!(
            !listed.text.contains(&token) && listed.text.contains(&token[74..]),
            "{listed:?}"
        );
        place.run(&["token", "revoke", "import.hr"]).ends(0);
        place
            .run(&["token", "revoke", "import.hr"])
            .refuses(3, &["import.hr", "token list"]);
        place
            .run(&["token", "add", "import.hr", "--role", "administrator"])
            .refuses(3, &["import.hr"]);
        place.run(&["token", "add", "x", "--role", "king"]).refuses(3, &["king"]);
        place
            .run(&["token", "add", "x", "--role", "supervisor@nowhere"])
            .refuses(3, &["nowhere"]);
        place
            .run(&["token", "add", "x", "--role", "head", "--until", "2020-01-01"])
            .refuses(3, &["2020-01-01"]);
        let log = place.run(&["log", "show", "--limit", "1000", "--format", "json"]).ends(0);
        assert!(log.text.contains("token.issue") && !log.text.contains(&token));
        place.run(&["log", "verify"]).ends(0);
    });
}
