//! Tests of whose the accounts of the demonstration are.

use jiff::civil::date;
use rules::unit::Unit;

use super::*;

fn tree() -> Tree {
    let unit = |code: &str, parent: Option<&str>| Unit {
        code: code.to_owned(),
        name: code.to_owned(),
        parent: parent.map(str::to_owned),
    };
    let units = vec![
        unit("top", None),
        unit("area", Some("top")),
        unit("north", Some("area")),
        unit("south", Some("area")),
    ];
    Tree::new(units).expect("a tree")
}

/// Somebody whose number is also the id and, in years before 2026, how long they have been there.
fn one(person: i64, unit: &str, role: person::Role, band: Band) -> Employed {
    Employed {
        person,
        number: person.to_string(),
        name: format!("Person {person}"),
        unit: unit.to_owned(),
        role,
        since: date(2026 - i16::try_from(person).expect("small"), 1, 1),
        band,
    }
}

fn account(name: &str, person: Option<i64>) -> Account {
    Account {
        id: 1,
        name: name.to_owned(),
        display: name.to_owned(),
        person,
        number: None,
        disabled: false,
        has_password: true,
        has_second_factor: false,
    }
}

fn accounts() -> Accounts {
    Accounts::shipped().expect("the accounts are in order")
}

/// Person and unit of the account with this name.
fn of(wanted: &[Wanted], name: &str) -> Option<(Option<i64>, Option<String>)> {
    let found = wanted.iter().find(|wanted| wanted.name == name)?;
    Some((found.person, found.unit.clone()))
}

#[test]
fn there_is_an_account_for_each_role() {
    for role in Role::ALL {
        assert!(accounts().account.iter().any(|planned| planned.role == role), "{role:?}");
    }
}

#[test]
fn the_caseworkers_are_of_a_team_that_shows_both_and_the_others_lead_it() {
    use person::Role::{Caseworker, Head, Supervisor};
    let staff = [
        one(9, "south", Caseworker, Band::Over),
        one(8, "south", Supervisor, Band::NoCapacity),
        one(7, "north", Caseworker, Band::Balance),
        one(6, "north", Caseworker, Band::Over),
        one(5, "north", Caseworker, Band::Over),
        one(4, "north", Supervisor, Band::NoCapacity),
        one(3, "area", Head, Band::NoCapacity),
        one(20, "top", Head, Band::NoCapacity),
    ];
    let wanted = accounts().wanted(&staff, &tree(), &[]);
    let expected = [
        ("handlaggare-over", Some(6), Some("north")),
        ("handlaggare-balans", Some(7), Some("north")),
        ("gruppledare", Some(4), Some("north")),
        ("chef", Some(3), Some("area")),
        ("hr", None, None),
    ];
    for (name, person, unit) in expected {
        assert_eq!(of(&wanted, name), Some((person, unit.map(str::to_owned))), "{name}");
    }
}

#[test]
fn whoever_is_nearest_is_taken_where_nobody_is_over_or_in_balance() {
    use person::Role::Caseworker;
    let staff = [
        one(3, "north", Caseworker, Band::High),
        one(4, "north", Caseworker, Band::NoCapacity),
        one(5, "south", Caseworker, Band::Low),
    ];
    let wanted = accounts().wanted(&staff, &tree(), &[]);
    assert_eq!(of(&wanted, "handlaggare-over"), Some((Some(3), Some("north".to_owned()))));
    assert_eq!(of(&wanted, "handlaggare-balans"), Some((Some(5), Some("south".to_owned()))));
    assert_eq!(of(&wanted, "gruppledare"), Some((None, Some("north".to_owned()))));
}

#[test]
fn a_single_caseworker_has_a_single_account() {
    let staff = [one(3, "north", person::Role::Caseworker, Band::Low)];
    let wanted = accounts().wanted(&staff, &tree(), &[]);
    assert_eq!(of(&wanted, "handlaggare-over"), Some((Some(3), Some("north".to_owned()))));
    assert_eq!(of(&wanted, "handlaggare-balans"), None);
}

#[test]
fn an_account_that_is_there_keeps_its_person_and_the_others_go_by_it() {
    use person::Role::{Caseworker, Supervisor};
    let staff = [
        one(9, "north", Caseworker, Band::Over),
        one(8, "north", Supervisor, Band::NoCapacity),
        one(7, "south", Caseworker, Band::Low),
        one(6, "south", Supervisor, Band::NoCapacity),
    ];
    let known = [account("handlaggare-over", Some(7))];
    let wanted = accounts().wanted(&staff, &tree(), &known);
    assert_eq!(of(&wanted, "handlaggare-over"), Some((Some(7), Some("south".to_owned()))));
    assert_eq!(of(&wanted, "gruppledare"), Some((Some(6), Some("south".to_owned()))));
}

#[test]
fn an_account_without_password_or_out_of_use_is_no_way_to_sign_in() {
    let accounts = accounts();
    let mut known: Vec<Account> = accounts.account.iter().map(|planned| account(&planned.name, None)).collect();
    assert!(accounts.are_all_among(&known));
    assert_eq!(accounts.sign_ins(&known).len(), known.len());
    known[0].disabled = true;
    assert!(accounts.are_all_among(&known), "it stays as it was left");
    assert_eq!(accounts.sign_ins(&known).len(), known.len() - 1);
    known[1].has_password = false;
    assert!(!accounts.are_all_among(&known));
    assert_eq!(accounts.sign_ins(&known).len(), known.len() - 2);
}
