//! A small municipality with people who sign in.

use jiff::Timestamp;
use jiff::civil::{Date, date};
use rules::access::{Grant, Role};
use rules::period::Period;
use store::account::AccountSettings;
use store::password::PasswordCost;
use store::session::{SignIn, Token};
use store::{Store, Viewer};

use crate::scene::{FIRST, accept, all, case, employed, staff, unit, with};
use crate::support::{anna, noon};

pub const PASSWORD: &str = "en lång mening";
pub const TODAY: Date = date(2026, 10, 31);

/// Hashing that takes no time.
pub fn settings() -> AccountSettings {
    AccountSettings {
        cost: PasswordCost {
            memory: 8,
            passes: 1,
            lanes: 1,
        },
        ..AccountSettings::default()
    }
}

/// `family` with the teams `south` (1001, 1002 with a case each) and `north` (1003 with one); R-9 in north is held by nobody.
pub async fn municipality(store: &Store) {
    let in_north = employed("1003", |post| post.unit = Some("north".to_owned()));
    let north = |reference: &str, main: Option<&str>| {
        with(reference, |phase| {
            phase.unit = Some("north".into());
            phase.main = main.map(Into::into);
        })
    };
    let units = [
        unit("family", None),
        unit("south", Some("family")),
        unit("north", Some("family")),
    ];
    let cases = [
        case("R-1", "1001"),
        case("R-2", "1002"),
        north("R-3", Some("1003")),
        north("R-9", None),
    ];
    accept(store, FIRST, &all(&[&units, &staff(&["1001", "1002"]), &[in_north], &cases])).await;
}

pub fn grant(role: Role, unit: Option<&str>) -> Grant {
    Grant {
        role,
        unit: unit.map(str::to_owned),
        period: Period::since(date(2026, 1, 1)),
    }
}

pub async fn id_of(store: &Store, number: &str) -> i64 {
    let mut reading = store.read(&anna()).await.expect("reads");
    reading.find_person(number).await.expect("finds").remove(0).id
}

/// An account with a password and these roles.
pub async fn account(store: &Store, name: &str, person: Option<&str>, grants: &[Grant]) -> i64 {
    let person = match person {
        Some(number) => Some(id_of(store, number).await),
        None => None,
    };
    let id = store.add_account(&anna(), name, name, person).await.expect("is added");
    store
        .set_password(&anna(), id, PASSWORD, [1; 16], &settings())
        .await
        .expect("has a password");
    for grant in grants {
        store.give_role(&anna(), id, grant).await.expect("has a role");
    }
    id
}

pub fn token(name: &str) -> Token {
    let mut bytes = [0; 32];
    bytes.iter_mut().zip(name.bytes()).for_each(|(byte, letter)| *byte = letter);
    Token::new(bytes)
}

pub fn given(name: &str) -> SignIn<'_> {
    SignIn {
        name,
        password: PASSWORD,
        code: None,
        address: "192.0.2.1",
    }
}

pub fn later(seconds: i64) -> Timestamp {
    noon() + jiff::SignedDuration::from_secs(seconds)
}

/// Signs in and gives the viewer.
pub async fn signed_in(store: &Store, name: &str) -> Viewer {
    let token = token(name);
    store
        .sign_in(given(name), &token, &settings(), noon())
        .await
        .expect("signs in");
    let viewer = store.viewer(&token, &settings(), noon(), TODAY).await.expect("answers");
    viewer.expect("is signed in")
}

/// Somebody with these roles who has just signed in.
pub async fn somebody(store: &Store, name: &str, person: Option<&str>, grants: &[Grant]) -> Viewer {
    account(store, name, person, grants).await;
    signed_in(store, name).await
}
