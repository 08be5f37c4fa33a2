//! A small municipality for the tests of the pages: two teams under one head, and an account for each role.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::{Date, date};
use rules::access::{Grant, Role};
use rules::amount::Share;
use rules::case::{Effort, FactorValue};
use rules::period::Period;
use rules::person::{Extent, Role as Work};
use rules::weight_model::shipped;
use store::account::AccountSettings;
use store::import::record::{EmploymentRecord, PhaseRecord, Record, UnitRecord};
use store::import::take_in::{Order, take_in};
use store::password::PasswordCost;
use store::{Store, Viewer};

/// The day on which everything is looked at.
pub const TODAY: Date = date(2026, 10, 31);

/// Everybody's password.
pub const PASSWORD: &str = "hundra gula tulpaner";

/// The accounts: name, person, role, unit.
pub const ACCOUNTS: [(&str, Option<&str>, Role, Option<&str>); 9] = [
    ("caseworker", Some("1001"), Role::Caseworker, Some("south")),
    ("supervisor", Some("1010"), Role::Supervisor, Some("south")),
    ("other-supervisor", None, Role::Supervisor, Some("north")),
    ("head", None, Role::Head, Some("family")),
    ("hr", None, Role::HumanResources, None),
    ("relief", None, Role::Relief, None),
    ("coordinator", None, Role::Coordinator, None),
    ("safety-representative", None, Role::SafetyRepresentative, Some("family")),
    ("administrator", None, Role::Administrator, None),
];

/// Accounts whose passwords take no time to check.
pub fn accounts() -> AccountSettings {
    AccountSettings {
        cost: PasswordCost {
            memory: 8,
            passes: 1,
            lanes: 1,
        },
        ..AccountSettings::default()
    }
}

fn operator() -> Viewer {
    Viewer::operator("test", Timestamp::UNIX_EPOCH)
}

/// Fills an empty database: `south` (1001 to 1006, of whom 1002 has far too much, led by 1010) and `north` (1007 to 1009) under `family`; R-0 in south
/// waits for somebody.
pub async fn fill(store: &Store) {
    let model = shipped("exempel-barn-unga").expect("the example ships");
    store.adopt(&operator(), &model).await.expect("is adopted");
    let order = Order {
        viewer: operator(),
        exported: TODAY,
        case_types: model.cases.iter().map(|row| row.case_type.clone()).collect(),
        dry_run: false,
    };
    let done = take_in(store, "test", records(), order).await.expect("is taken in");
    assert!(done.rejected.is_empty(), "{:?}", done.rejected);
    for (name, person, role, unit) in ACCOUNTS {
        let person = match person {
            Some(number) => Some(id_of(store, number).await),
            None => None,
        };
        let id = store.add_account(&operator(), name, name, person).await.expect("is added");
        let settings = accounts();
        let set = store.set_password(&operator(), id, PASSWORD, [1; 16], &settings).await;
        set.expect("has a password");
        let grant = Grant {
            role,
            unit: unit.map(str::to_owned),
            period: Period::since(date(2026, 1, 1)),
        };
        store.give_role(&operator(), id, &grant).await.expect("has a role");
    }
}

/// The id of the person with this number.
pub async fn id_of(store: &Store, number: &str) -> i64 {
    let mut reading = store.read(&operator()).await.expect("reads");
    reading.find_person(number).await.expect("finds").remove(0).id
}

fn records() -> Vec<Record> {
    let unit = |code: &str, name: &str, parent: Option<&str>| {
        Record::Unit(UnitRecord {
            code: code.to_owned(),
            name: name.to_owned(),
            parent: parent.map(str::to_owned),
        })
    };
    let mut records = vec![
        unit("family", "Familjeenheten", None),
        unit("south", "Gruppen söder", Some("family")),
        unit("north", "Gruppen norr", Some("family")),
    ];
    let names = [
        "Anna Ek",
        "Örjan Berg",
        "Åsa Dahl",
        "Ärla Lund",
        "Bo Åker",
        "Zara Nord",
        "Kim Alm",
        "Lo Vik",
        "Mio Strand",
    ];
    for (name, number) in names.into_iter().zip(1001..) {
        records.push(employment(number, name, if number <= 1006 { "south" } else { "north" }));
        let cases = if number == 1002 { 24 } else { 3 };
        records.extend((0..cases).map(|case| phase(&format!("R-{number}-{case}"), Some(number))));
    }
    records.push(phase("R-0", None));
    let mut leads = employment(1010, "Siv Holm", "south");
    if let Record::Employment(employment) = &mut leads {
        employment.role = Work::Supervisor;
    }
    records.push(leads);
    records
}

fn employment(number: u32, name: &str, unit: &str) -> Record {
    Record::Employment(EmploymentRecord {
        person: number.to_string(),
        also_known_as: Vec::new(),
        name: name.to_owned(),
        email: None,
        degree: Some(if number == 1006 { "none" } else { "social_work" }.to_owned()),
        in_profession_since: Some(date(2015, 1, 1)),
        unit: Some(unit.to_owned()),
        title: None,
        role: Work::Caseworker,
        form: None,
        extent: Extent::OfFullTime(Share::FULL),
        period: Period::since(date(2020, 1, 1)),
        end_reason: None,
    })
}

fn phase(reference: &str, main: Option<u32>) -> Record {
    let mut effort = Effort::new();
    effort.insert("barn".to_owned(), FactorValue::Count(3));
    effort.insert("tolk".to_owned(), FactorValue::Flag(true));
    Record::Phase(PhaseRecord {
        reference: reference.to_owned(),
        case_type: "barn".into(),
        phase: Some("utredning".into()),
        unit: Some("south".into()),
        received: Some(date(2026, 5, 1)),
        period: Period::since(date(2026, 5, 1)),
        main: main.map(|number| number.to_string().into()),
        co: Vec::new(),
        effort: Arc::new(effort),
        sibling_group: None,
        extended_to: None,
    })
}
