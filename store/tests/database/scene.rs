//! Small exports written as records, and what the database answers after they came in.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::{Date, date};
use rules::amount::Share;
use rules::case::{Effort, FactorValue};
use rules::load::{Held, PersonLoad, is_listed, load};
use rules::period::Period;
use rules::person::{Extent, ReductionSize, Role};
use rules::weight_model::WeightModel;
use store::Store;
use store::import::record::{DutyRecord, EmploymentRecord, PhaseRecord, Record, ReductionRecord, SupportRecord, UnitRecord};
use store::import::rejection::Rejection;
use store::import::take_in::{ImportError, Order, Summary, take_in};

use crate::support::anna;

/// The day of the first export, and of one a month later.
pub const FIRST: Date = date(2026, 10, 31);
pub const SECOND: Date = date(2026, 11, 30);
pub const BEGUN: Date = date(2026, 9, 1);

pub fn data(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(file)
}

pub fn model() -> WeightModel {
    let text = std::fs::read_to_string(data("model.toml")).expect("the model is there");
    WeightModel::parse(&text).expect("the model is right")
}

pub fn order(model: &WeightModel, exported: Date) -> Order {
    Order {
        viewer: anna(),
        exported,
        case_types: model.cases.iter().map(|row| row.case_type.clone()).collect(),
        dry_run: false,
    }
}

/// Takes in an export of the system "case-system".
pub async fn export(store: &Store, exported: Date, records: &[Record]) -> Result<Summary, ImportError> {
    let summary = take_in(store, "case-system", records.to_vec(), order(&model(), exported)).await?;
    assert_eq!(
        summary.rows,
        summary.accepted + summary.rejected.len() as u64,
        "every row is accepted or rejected"
    );
    Ok(summary)
}

/// Takes in an export of which every row must be accepted.
pub async fn accept(store: &Store, exported: Date, records: &[Record]) -> Summary {
    let summary = export(store, exported, records).await.expect("comes in");
    assert_eq!(codes(&summary.rejected), []);
    summary
}

/// Lines and codes.
pub fn codes(rejected: &[Rejection]) -> Vec<(u64, &'static str)> {
    rejected
        .iter()
        .map(|rejection| (rejection.line, rejection.reason.code()))
        .collect()
}

/// The export on [`FIRST`], the later one on [`SECOND`] and again the same day; the last must change nothing.
pub async fn moved(store: &Store, first: &[Record], second: &[Record]) {
    accept(store, FIRST, first).await;
    assert!(!accept(store, FIRST, first).await.changed, "the same export again");
    assert!(accept(store, SECOND, second).await.changed);
    assert!(!accept(store, SECOND, second).await.changed, "the same later export again");
    store.verify_log().await.expect("unbroken");
}

/// The loads of everybody who is listed on a day, by number, as `tyngdpunkt load` counts them.
pub async fn loads_with(store: &Store, model: &WeightModel, day: Date) -> BTreeMap<String, PersonLoad> {
    let everybody = store
        .read(&anna())
        .await
        .expect("reads")
        .everybody(day, day)
        .await
        .expect("gathers");
    let loads = everybody.into_iter().map(|facts| {
        let held: Vec<Held> = facts.holdings.iter().map(|holding| Held::weigh(model, holding)).collect();
        let load = load(model, &facts.person, &held.iter().copied(), day);
        (facts.person, load)
    });
    loads
        .filter(|(person, load)| is_listed(person, load, day))
        .map(|(person, load)| (person.reference, load))
        .collect()
}

pub async fn loads(store: &Store, day: Date) -> BTreeMap<String, PersonLoad> {
    loads_with(store, &model(), day).await
}

/// Points of the cases of each who is listed, in whole points.
pub async fn case_points(store: &Store, day: Date) -> Vec<(String, f64)> {
    let loads = loads(store, day).await;
    loads
        .into_iter()
        .map(|(number, load)| (number, load.case_points.to_f64()))
        .collect()
}

pub fn named(points: &[(&str, f64)]) -> Vec<(String, f64)> {
    points.iter().map(|(name, points)| ((*name).to_owned(), *points)).collect()
}

pub fn unit(code: &str, parent: Option<&str>) -> Record {
    Record::Unit(UnitRecord {
        code: code.to_owned(),
        name: code.to_owned(),
        parent: parent.map(str::to_owned),
    })
}

/// A full-time caseworker since 2020 in the unit "south".
pub fn post(person: &str) -> EmploymentRecord {
    EmploymentRecord {
        person: person.to_owned(),
        also_known_as: Vec::new(),
        name: format!("Name of {person}"),
        email: None,
        degree: None,
        in_profession_since: Some(date(2015, 1, 1)),
        unit: Some("south".to_owned()),
        title: None,
        role: Role::Caseworker,
        form: None,
        extent: Extent::OfFullTime(Share::FULL),
        period: Period::since(date(2020, 1, 1)),
        end_reason: None,
    }
}

pub fn staff(people: &[&str]) -> Vec<Record> {
    people.iter().map(|person| Record::Employment(post(person))).collect()
}

/// An investigation of type "child" since 1 September with one main caseworker.
pub fn phase(reference: &str, main: &str) -> PhaseRecord {
    PhaseRecord {
        reference: reference.to_owned(),
        case_type: "child".into(),
        phase: Some("investigation".into()),
        unit: Some("south".into()),
        received: Some(BEGUN),
        period: Period::since(BEGUN),
        main: Some(main.into()),
        co: Vec::new(),
        effort: Arc::default(),
        sibling_group: None,
        extended_to: None,
    }
}

pub fn case(reference: &str, main: &str) -> Record {
    Record::Phase(phase(reference, main))
}

pub fn children(count: u32) -> Arc<Effort> {
    Arc::new(Effort::from([("children".to_owned(), FactorValue::Count(count))]))
}

pub fn until(from: Date, to: Date) -> Period {
    Period::new(from, Some(to)).expect("in order")
}

pub fn reduction(person: &str, kind: &str, percent: Option<i64>, period: Period) -> Record {
    let size = percent.map(|percent| ReductionSize::Share(Share::from_millionths(percent * 10_000)));
    Record::Reduction(ReductionRecord {
        person: person.to_owned(),
        kind: kind.to_owned(),
        size,
        period,
    })
}

pub fn duty(person: &str, period: Period) -> Record {
    Record::Duty(DutyRecord {
        person: person.to_owned(),
        kind: "mentor".to_owned(),
        period,
    })
}

pub fn support(helper: &str, owner: &str, on: Date) -> Record {
    Record::Support(SupportRecord {
        helper: helper.to_owned(),
        owner: owner.to_owned(),
        kind: "interview".to_owned(),
        count: 1,
        on,
    })
}

pub fn all(parts: &[&[Record]]) -> Vec<Record> {
    parts.concat()
}

pub fn with(reference: &str, change: impl FnOnce(&mut PhaseRecord)) -> Record {
    let mut record = phase(reference, "1001");
    change(&mut record);
    Record::Phase(record)
}

pub fn employed(person: &str, change: impl FnOnce(&mut EmploymentRecord)) -> Record {
    let mut record = post(person);
    change(&mut record);
    Record::Employment(record)
}

/// What each who is listed can carry, in whole points.
pub async fn capacity(store: &Store, day: Date) -> Vec<(String, f64)> {
    let loads = loads(store, day).await;
    loads
        .into_iter()
        .map(|(number, load)| (number, load.capacity.to_f64()))
        .collect()
}
