//! The exports of one municipality, taken in: every row and every load is as its answer key says, on both engines.

use std::collections::BTreeMap;

use jiff::civil::date;
use rules::weight_model::{WeightModel, shipped};
use serde_json::Value as Json;
use store::import::mapping::Mapping;
use store::import::take_in::{Order, Summary, import};
use store::{Store, StoreError};

use crate::scene::{FIRST, data, loads_with, order};
use crate::support::{anna, count, on_both};

fn example() -> WeightModel {
    shipped("exempel-barn-unga").expect("the example is shipped")
}

fn mapping() -> Mapping {
    let path = data("../../../mappings/kommun-a.toml");
    Mapping::parse(&std::fs::read_to_string(path).expect("the mapping is shipped")).expect("the mapping is right")
}

async fn taken_in(store: &Store, order: Order) -> Summary {
    let mut told = 0;
    let summary = import(store, &mapping(), &[data("kommun-a")], order, |rows| told = rows)
        .await
        .expect("comes in");
    assert_eq!(told, summary.rows, "the progress ends at the number of rows");
    summary
}

fn key() -> Json {
    serde_json::from_str(&std::fs::read_to_string(data("kommun-a/key.json")).expect("the key is there")).expect("JSON")
}

/// Loads as the key writes them.
async fn answers(store: &Store) -> BTreeMap<String, Json> {
    let loads = loads_with(store, &example(), FIRST).await.into_iter().map(|(number, load)| {
        let answer = serde_json::json!({
            "cases": load.cases,
            "case_points": load.case_points.to_f64(),
            "points": load.points.to_f64(),
            "capacity": load.capacity.to_f64(),
            "load": load.load.rounded(4).map(rules::amount::Share::to_f64),
            "band": load.band,
        });
        (number, answer)
    });
    loads.collect()
}

fn check_rows(summary: &Summary) {
    let key = key();
    let rejected: BTreeMap<String, &str> = summary
        .rejected
        .iter()
        .map(|rejection| {
            assert_eq!(&*rejection.file, "arenden.csv", "{rejection}");
            (rejection.line.to_string(), rejection.reason.code())
        })
        .collect();
    assert_eq!(serde_json::json!(rejected), key["rejected_by_line"]);
    assert_eq!(summary.rows, summary.accepted + summary.rejected.len() as u64);
    let others: u64 = summary
        .files
        .iter()
        .filter(|file| &*file.file != "arenden.csv")
        .map(|file| file.rows)
        .sum();
    assert_eq!(summary.accepted - others, key["accepted"].as_u64().expect("a number"));
    assert_eq!(summary.files.len(), 5);
}

async fn check_answers(store: &Store) {
    let key = key();
    let answers = answers(store).await;
    assert_eq!(answers.len(), 158);
    let expected = key["workers"].as_object().expect("workers");
    for (number, expected) in expected {
        assert_eq!(answers.get(number), Some(expected), "{number}");
    }
    assert_eq!(answers.len(), expected.len());
}

#[tokio::test]
async fn every_row_and_every_load_of_kommun_a_is_as_its_key_says_and_a_second_import_changes_nothing() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let dry = Order {
            dry_run: true,
            ..order(&example(), FIRST)
        };
        let said = taken_in(&store, dry).await;
        check_rows(&said);
        for table in ["event", "person", "unit", "case_file", "import_run", "assignment"] {
            let mut reading = store.read(&anna()).await.expect("reads");
            assert_eq!(
                rows_of(&mut reading, table).await.expect("counts"),
                0,
                "{table} after a dry run"
            );
        }

        let first = taken_in(&store, order(&example(), FIRST)).await;
        check_rows(&first);
        assert_eq!(first.rejected, said.rejected, "a dry run says what the import does");
        assert!(first.changed && said.changed);
        assert_eq!(
            (first.units_added.len(), first.gone_people.len(), first.gone_phases.len()),
            (0, 0, 0)
        );
        check_answers(&store).await;
        let entries = store.verify_log().await.expect("unbroken").entries;

        let again = taken_in(&store, order(&example(), FIRST)).await;
        check_rows(&again);
        assert!(!again.changed, "a second import changes nothing");
        assert_eq!((again.gone_people.len(), again.gone_phases.len()), (0, 0));
        assert_eq!(first.held_by_leavers, again.held_by_leavers);
        check_answers(&store).await;
        let verified = store.verify_log().await.expect("unbroken");
        assert_eq!(verified.entries, entries + 1, "only that it was imported again");
        assert_eq!(count(&store, "SELECT COUNT(*) FROM import_run").await, 2);
        let later = taken_in(&store, order(&example(), date(2026, 11, 30))).await;
        assert!(!later.changed, "nor does the same list with a later date");
        check_answers(&store).await;
    })
    .await;
}

async fn rows_of(reading: &mut store::Reading, table: &str) -> Result<i64, StoreError> {
    let sql = match table {
        "event" => "SELECT COUNT(*) FROM event",
        "person" => "SELECT COUNT(*) FROM person",
        "unit" => "SELECT COUNT(*) FROM unit",
        "case_file" => "SELECT COUNT(*) FROM case_file",
        "assignment" => "SELECT COUNT(*) FROM assignment",
        _ => "SELECT COUNT(*) FROM import_run",
    };
    reading.fetch_one(sql, &[], |row| row.get(0)).await
}
