//! `backup`, `restore` and `log`: what was stored is there again, and what was changed behind the program's back is seen.

use std::fs;

use crate::support::{DAY, Place, import_kommun_a, kommun_a, on_both};

#[test]
fn what_was_backed_up_is_restored_and_every_load_is_the_same() {
    on_both(|place| {
        import_kommun_a(place, &[]).ends(1);
        place.run(&["model", "adopt", "exempel-barn-unga"]).ends(0);
        let load = place.run(&["load", "--as-of", DAY, "--format", "json"]).ends(0);
        let head = place.rows(&["log", "verify"]);
        place.run(&["backup", "copy.backup"]).ends(0);
        place.run(&["restore", "copy.backup", "--database", "other.db"]).ends(0);
        let other = ["--database", "other.db"];
        assert_eq!(place.rows(&[&["log", "verify"], &other[..]].concat()), head);
        let restored = place
            .run(&[&["load", "--as-of", DAY, "--format", "json"], &other[..]].concat())
            .ends(0);
        assert_eq!(restored.text, load.text);
        // Neither the database it came from nor the one just filled is written over.
        for more in [&[][..], &other] {
            let arguments = [&["restore", "copy.backup"], more].concat();
            place.run(&arguments).refuses(4, &["already holds something", "--database"]);
        }
        let again = place.run(&["load", "--as-of", DAY, "--format", "json"]).ends(0);
        assert_eq!(again.text, load.text);
    });
}

#[test]
fn a_backup_goes_back_into_the_other_engine() {
    on_both(|place| {
        let source = kommun_a();
        source.run(&["backup", "copy.backup"]).ends(0);
        let copy = source.folder().join("copy.backup").display().to_string();
        place.run(&["restore", &copy]).ends(0);
        assert_eq!(place.rows(&["load", "--as-of", DAY]), source.rows(&["load", "--as-of", DAY]));
    });
}

#[test]
fn a_backup_that_is_missing_or_damaged_or_no_backup_is_refused() {
    let place = kommun_a();
    place.run(&["backup", "copy.backup"]).ends(0);
    place.run(&["backup", "copy.backup"]).ends(0);
    assert_eq!(
        place.files(),
        ["copy.backup", "tyngdpunkt.db"],
        "one whole file, and nothing beside it"
    );
    place
        .run(&["backup", "nowhere/copy.backup"])
        .refuses(3, &["nowhere/copy.backup"]);
    let new = ["--database", "new.db"];
    let restore = |file| place.run(&[&["restore", file], &new[..]].concat());
    restore("missing.backup").refuses(3, &["missing.backup"]);
    place.write("text.backup", "not a backup\n");
    let refused = restore("text.backup");
    assert!(
        matches!(refused.code, 3 | 4) && refused.errors.contains("text.backup"),
        "{refused:?}"
    );
    let mut copy = fs::read(place.folder().join("copy.backup")).expect("readable");
    copy.truncate(copy.len() / 2);
    place.write("half.backup", copy);
    let refused = restore("half.backup");
    assert!(
        matches!(refused.code, 3 | 4) && refused.errors.contains("half.backup"),
        "{refused:?}"
    );
}

/// Changes one byte of a text in a file that stands there once or more, everywhere.
fn change(place: &Place, from: &str, to: &str) {
    assert_eq!(from.len(), to.len());
    let mut bytes = fs::read(place.database_file()).expect("readable");
    let mut at = 0;
    let mut found = 0;
    while at + from.len() <= bytes.len() {
        if bytes[at..].starts_with(from.as_bytes()) {
            bytes[at..at + to.len()].copy_from_slice(to.as_bytes());
            found += 1;
        }
        at += 1;
    }
    assert!(found > 0, "{from} is not in the file");
    fs::write(place.database_file(), bytes).expect("written");
}

#[test]
fn a_log_that_was_changed_in_the_file_is_found_with_the_number_of_the_entry() {
    let adopted = |place: &Place| {
        for day in ["2024-01-01", "2025-01-01", "2026-01-01"] {
            place.run(&["model", "adopt", "exempel-barn-unga", "--from", day]).ends(0);
        }
        place.run(&["log", "verify"]).ends(0);
    };
    let place = Place::empty();
    adopted(&place);
    // The second entry's details say from which day; the model's own text does not.
    let details = place.rows(&["log", "show", "--from", "2", "--limit", "1"])[0]["details"].to_string();
    assert!(details.contains("2025-01-01"), "{details}");
    change(&place, "valid_from = 2025-01-01", "valid_from = 2025-01-02");
    place.run(&["log", "verify"]).refuses(1, &["entry 2", "backup"]);

    let place = Place::empty();
    adopted(&place);
    change(&place, "anna", "bert");
    place.run(&["log", "verify"]).refuses(1, &["entry 1"]);
}

#[test]
fn the_log_is_shown_from_any_entry_and_says_who_did_what() {
    let place = kommun_a();
    let all = place.rows(&["log", "show"]);
    assert!(all.len() > 3);
    let some = place.rows(&["log", "show", "--from", "3", "--limit", "2"]);
    assert_eq!(some, all[2..4]);
    assert!(all.iter().all(|row| row["actor"] == "anna"));
    assert_eq!(
        place.rows(&["log", "show", "--from", "100000"]),
        Vec::<serde_json::Value>::new()
    );
}

#[test]
fn a_command_that_reads_makes_no_database() {
    let place = Place::empty();
    for arguments in [
        &["load"][..],
        &["explain", "1"],
        &["overloaded"],
        &["history", "1"],
        &["log", "verify"],
        &["log", "show"],
        &["backup", "copy.backup"],
        &["model", "compare", "nassjo", "wirral"],
    ] {
        place
            .run(arguments)
            .refuses(4, &["no database at tyngdpunkt.db", "tyngdpunkt demo"]);
    }
    assert_eq!(place.files(), [""; 0]);
}

#[test]
fn what_is_no_database_of_ours_is_left_alone() {
    let place = Place::empty();
    place.write("tyngdpunkt.db", "notes of my own\n");
    place.run(&["load"]).refuses(4, &["tyngdpunkt.db", "was not changed"]);
    assert_eq!(
        fs::read_to_string(place.database_file()).expect("readable"),
        "notes of my own\n"
    );
    place
        .run(&["load", "--database", "postgres://nobody@127.0.0.1:1/nothing"])
        .refuses(4, &["127.0.0.1"]);
    place
        .run(&["load", "--database", "mysql://localhost/x"])
        .refuses(4, &["mysql"]);
}
