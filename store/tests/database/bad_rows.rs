//! Rows that cannot be right are rejected with a reason, each alone; the rest comes in.

use std::fmt::Write as _;
use std::sync::Arc;

use jiff::civil::date;
use rules::amount::Points;
use rules::period::Period;
use store::import::mapping::Mapping;
use store::import::record::{EmploymentRecord, Record};
use store::import::take_in::{Order, import};

use crate::scene::{
    BEGUN, FIRST, SECOND, accept, all, case, case_points, codes, data, duty, export, loads, model, named, order, phase, post,
    reduction, staff, support, unit,
};
use crate::support::{Fresh, anna, count, on_both};

#[tokio::test]
async fn units_in_a_circle_and_under_unknown_ones_are_rejected_and_the_rest_comes_in() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let first = [unit("all", None), unit("south", Some("all"))];
        accept(&store, FIRST, &first).await;
        let second = [
            unit("all", None),
            unit("a", Some("c")),
            unit("b", Some("a")),
            unit("c", Some("b")),
            unit("under-a", Some("a")),
            unit("lost", Some("nowhere")),
            unit("under-lost", Some("lost")),
            unit("north", Some("all")),
            unit("north", None),
            unit("north", Some("all")),
        ];
        let summary = export(&store, FIRST, &second).await.expect("comes in");
        assert_eq!(
            codes(&summary.rejected),
            [
                (2, "unit_circle"),
                (3, "unit_circle"),
                (4, "unit_circle"),
                (5, "unknown_unit"),
                (6, "unknown_unit"),
                (7, "unknown_unit"),
                (9, "contradiction"),
                (10, "contradiction"),
            ]
        );
        let tree = store.read(&anna()).await.expect("reads").units().await.expect("is a tree");
        assert_eq!(tree.units().len(), 3);
        assert!(tree.is_within("north", "all") && tree.is_within("south", "all"));

        let turned = [unit("all", Some("south")), unit("south", Some("all"))];
        let summary = export(&store, FIRST, &turned).await.expect("comes in");
        assert_eq!(codes(&summary.rejected), [(1, "unit_circle"), (2, "unit_circle")]);
        assert!(!summary.changed, "the tree stays as it was");
    })
    .await;
}

#[tokio::test]
async fn units_that_rows_name_and_no_list_has_are_added_at_the_top_and_named() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let mut elsewhere = phase("R-1", "1001");
        elsewhere.unit = Some("west".into());
        let summary = accept(&store, FIRST, &all(&[&staff(&["1001"]), &[Record::Phase(elsewhere)]])).await;
        assert_eq!(summary.units_added, ["south", "west"]);
        let tree = store.read(&anna()).await.expect("reads").units().await.expect("is a tree");
        assert!(tree.units().iter().all(|unit| unit.parent.is_none()));
    })
    .await;
}

#[tokio::test]
async fn nobody_unknown_and_no_unknown_type_gets_in_by_any_list() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let mut other_type = phase("R-2", "1001");
        other_type.case_type = "recipe".into();
        let mut unknown_co = phase("R-3", "1001");
        unknown_co.co = vec![("9999".into(), None)];
        let rows = [
            staff(&["1001"]).remove(0),
            reduction("9999", "absence", Some(50), Period::since(BEGUN)),
            duty("9999", Period::since(BEGUN)),
            support("9999", "1001", BEGUN),
            support("1001", "9999", BEGUN),
            case("R-1", "9999"),
            Record::Phase(other_type),
            Record::Phase(unknown_co),
        ];
        let summary = export(&store, FIRST, &rows).await.expect("comes in");
        let unknown = [2, 3, 4, 5, 6].map(|line| (line, "unknown_worker"));
        assert_eq!(
            codes(&summary.rejected),
            [&unknown[..], &[(7, "unknown_case_type"), (8, "unknown_worker")]].concat()
        );
        assert_eq!(summary.accepted, 1);
        for sql in [
            "SELECT COUNT(*) FROM case_file",
            "SELECT COUNT(*) FROM support",
            "SELECT COUNT(*) FROM duty",
            "SELECT COUNT(*) FROM reduction",
        ] {
            assert_eq!(count(&store, sql).await, 0, "{sql}");
        }
    })
    .await;
}

/// Files as a municipality could write them, and a mapping for them.
struct Files<'f>(&'f Fresh);

impl Files<'_> {
    const MAPPING: &'static str = r#"
format = 1
id = "files"
title = "Files"
source = "case-system"
[[file]]
name = "staff.csv"
kind = "staff"
[file.field]
person = "Number"
name = "Number"
unit = "Unit"
role = { value = "caseworker" }
extent = { value = "100", unit = "percent" }
start = "Start"
[[file]]
name = "cases*.csv"
kind = "cases"
[file.field]
reference = "Case"
type = { value = "child" }
main = "Main"
[[file.phase]]
phase = "assessment"
start = "Assessment"
[[file.phase]]
phase = "investigation"
start = "Investigation"
"#;

    fn write(&self, name: &str, text: &str) {
        std::fs::write(self.0.folder().join("files").join(name), text).expect("writes");
    }

    async fn taken_in(&self, store: &store::Store) -> Vec<(u64, &'static str)> {
        let order: Order = order(&model(), FIRST);
        let mapping = Mapping::parse(Self::MAPPING).expect("the mapping is right");
        let summary = import(store, &mapping, &[self.0.folder().join("files")], order, |_| {}).await;
        let summary = summary.expect("comes in");
        assert_eq!(summary.rows, summary.accepted + summary.rejected.len() as u64);
        codes(&summary.rejected)
    }
}

#[tokio::test]
async fn a_row_that_contradicts_another_is_rejected_whole_and_its_copies_with_it() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let files = Files(fresh);
        std::fs::create_dir(fresh.folder().join("files")).expect("a folder");
        files.write(
            "staff.csv",
            "Number;Unit;Start\n1001;south;2020-01-01\n1002;south;2020-01-01\n",
        );
        let cases = "Case;Main;Assessment;Investigation\n\
             R-1;1001;2026-09-01;2026-10-01\n\
             R-1;1001;2026-09-01;2026-10-01\n\
             R-1;1002;2026-09-05;2026-10-01\n\
             R-1;1002;2026-09-05;2026-10-01\n\
             R-2;9999;2026-09-01;2026-10-01\n\
             R-2;9999;2026-09-01;2026-10-01\n\
             R-2;1002;2026-09-01;2026-10-01\n";
        files.write("cases.csv", cases);
        let expected = [
            (3, "duplicate"),
            (4, "contradiction"),
            (5, "contradiction"),
            (6, "unknown_worker"),
            (7, "unknown_worker"),
        ];
        assert_eq!(files.taken_in(&store).await, expected);
        assert_eq!(
            count(&store, "SELECT COUNT(*) FROM phase").await,
            4,
            "nothing of a rejected row is stored"
        );
        assert_eq!(files.taken_in(&store).await, expected, "the second time too");
        assert_eq!(case_points(&store, FIRST).await, named(&[("1001", 13.0), ("1002", 13.0)]));
    })
    .await;
}

#[tokio::test]
async fn a_unit_that_only_a_rejected_row_names_is_not_added() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let elsewhere = |unit: &str| {
            let mut elsewhere = phase("R-1", "1001");
            elsewhere.unit = Some(unit.into());
            Record::Phase(elsewhere)
        };
        let rows = all(&[&staff(&["1001"]), &[elsewhere("west"), elsewhere("east")]]);
        let summary = export(&store, FIRST, &rows).await.expect("comes in");
        assert_eq!(codes(&summary.rejected), [(3, "contradiction")]);
        assert_eq!(summary.units_added, ["south", "west"]);
    })
    .await;
}

#[tokio::test]
async fn rows_more_than_a_batch_apart_contradict_each_other_too() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let files = Files(fresh);
        std::fs::create_dir(fresh.folder().join("files")).expect("a folder");
        files.write(
            "staff.csv",
            "Number;Unit;Start\n1001;south;2020-01-01\n1002;south;2020-01-01\n",
        );
        let mut cases = String::from("Case;Main;Assessment;Investigation\n");
        for number in 0..6000 {
            writeln!(cases, "R-{number};1001;;2026-10-01").expect("writes");
        }
        cases.push_str("R-1;1002;;2026-10-01\nR-1;1002;;2026-10-01\nR-2;1001;;2026-10-01\n");
        files.write("cases.csv", &cases);
        let expected = [(6002, "contradiction"), (6003, "contradiction"), (6004, "duplicate")];
        assert_eq!(files.taken_in(&store).await, expected);
        assert_eq!(count(&store, "SELECT COUNT(*) FROM assignment").await, 6000);
    })
    .await;
}

fn also_known_as(number: &str, names: &[&str]) -> Record {
    Record::Employment(EmploymentRecord {
        also_known_as: names.iter().map(|name| (*name).to_owned()).collect(),
        ..post(number)
    })
}

#[tokio::test]
async fn another_name_belongs_to_whoever_had_it_first_and_a_number_is_stronger() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let first = [
            also_known_as("1001", &["an", "1003"]),
            also_known_as("1002", &["an", "1001", "bo"]),
        ];
        accept(&store, FIRST, &all(&[&first, &[case("R-1", "an"), case("R-2", "bo")]])).await;
        assert_eq!(case_points(&store, FIRST).await, named(&[("1001", 10.0), ("1002", 10.0)]));
        let second = [first[0].clone(), first[1].clone(), also_known_as("1003", &[])];
        let summary = accept(&store, SECOND, &all(&[&second, &[case("R-3", "1003")]])).await;
        assert!(summary.gone_people.is_empty());
        let people = loads(&store, SECOND).await;
        assert_eq!(
            people.keys().map(String::as_str).collect::<Vec<_>>(),
            ["1001", "1002", "1003"]
        );
        assert_eq!(
            people["1003"].case_points,
            Points::whole(10),
            "the number is the person's own"
        );
        let found = store
            .read(&anna())
            .await
            .expect("reads")
            .find_person("an")
            .await
            .expect("finds");
        assert_eq!(found.iter().map(|one| one.number.as_str()).collect::<Vec<_>>(), ["1001"]);
    })
    .await;
}

#[tokio::test]
async fn a_worker_in_no_unit_an_unallocated_case_and_a_case_with_a_leaver_come_in_and_are_counted() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let nowhere = EmploymentRecord {
            unit: None,
            ..post("1001")
        };
        let left = EmploymentRecord {
            period: crate::scene::until(date(2020, 1, 1), date(2026, 10, 1)),
            ..post("1002")
        };
        let mut unallocated = phase("R-1", "");
        unallocated.main = None;
        let mut only_co = unallocated.clone();
        only_co.reference = "R-2".to_owned();
        only_co.co = vec![("1001".into(), None)];
        let rows = [
            Record::Employment(nowhere),
            Record::Employment(left),
            Record::Phase(unallocated),
            Record::Phase(only_co),
            case("R-3", "1002"),
        ];
        let summary = accept(&store, FIRST, &rows).await;
        assert_eq!((summary.in_no_unit, summary.held_by_leavers), (1, (1, 1)));
        let mut reading = store.read(&anna()).await.expect("reads");
        for (day, expected) in [(date(2026, 8, 31), 0), (BEGUN, 2), (FIRST, 2)] {
            assert_eq!(reading.on_day(day).await.expect("counts").unallocated, expected, "{day}");
        }
        drop(reading);
        assert!(loads(&store, FIRST).await["1002"].is_alarm());
        let given = [case("R-1", "1001"), case("R-2", "1001"), case("R-3", "1001")];
        let summary = accept(&store, SECOND, &given).await;
        assert_eq!(summary.held_by_leavers, (0, 0));
        let mut reading = store.read(&anna()).await.expect("reads");
        assert_eq!(reading.on_day(SECOND).await.expect("counts").unallocated, 0);
        assert_eq!(reading.on_day(FIRST).await.expect("counts").unallocated, 2, "as it was");
    })
    .await;
}

#[tokio::test]
async fn one_person_can_hold_ten_thousand_cases() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let cases: Vec<Record> = (0..10_000).map(|number| case(&format!("R-{number}"), "1001")).collect();
        accept(&store, FIRST, &all(&[&staff(&["1001"]), &cases])).await;
        let load = loads(&store, FIRST).await.remove("1001").expect("is listed");
        assert_eq!((load.cases, load.case_points), (10_000, Points::whole(100_000)));
        assert!(!accept(&store, FIRST, &cases).await.changed);
    })
    .await;
}

/// Identity numbers in the rows of a list, as they stand there and without what parts their digits.
fn identity_numbers(list: &[u8]) -> Vec<String> {
    let text: String = list.iter().map(|byte| char::from(*byte)).collect();
    let cells = text.split(['\n', '\r', ';', ',', ' ']);
    let numbers = cells.filter(|cell| rules::identity_number::contains(cell)).map(str::to_owned);
    let both = numbers.flat_map(|number| [number.replace(['-', '+'], ""), number]);
    both.collect()
}

#[tokio::test]
async fn identity_numbers_are_nowhere_in_the_database_or_its_log() {
    let list = std::fs::read(data("kommun-a/arenden.csv")).expect("is there");
    let numbers = identity_numbers(&list);
    assert!(numbers.len() >= 5, "there are some to look for");
    on_both(async |fresh| {
        let store = fresh.open().await;
        let mapping = std::fs::read_to_string(data("../../../mappings/kommun-a.toml")).expect("is shipped");
        let mapping = Mapping::parse(&mapping).expect("the mapping is right");
        let model = rules::weight_model::shipped("exempel-barn-unga").expect("is shipped");
        let summary = import(&store, &mapping, &[data("kommun-a")], order(&model, FIRST), |_| {})
            .await
            .expect("comes in");
        let refused = summary
            .rejected
            .iter()
            .filter(|one| one.reason.code() == "personal_identity_number");
        assert_eq!(refused.count(), 5);
        let mut bytes = Vec::new();
        for file in std::fs::read_dir(fresh.folder()).expect("reads") {
            bytes.extend(std::fs::read(file.expect("is").path()).expect("reads"));
        }
        let logged = store.log(&anna(), 1, 100_000).await.expect("reads");
        assert!(logged.len() > 5);
        for event in logged {
            bytes.extend(format!("{event:?}\n").into_bytes());
        }
        let mut reading = store.read(&anna()).await.expect("reads");
        for sql in [
            "SELECT reference FROM case_file",
            "SELECT number FROM person",
            "SELECT name FROM person",
            "SELECT name FROM unit",
            "SELECT factors FROM effort",
        ] {
            let texts = reading.fetch(sql, &[], |row| row.get::<String>(0)).await.expect("reads");
            bytes.extend(texts.join("\n").into_bytes());
        }
        let known = |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
        assert!(known("2024-000807"), "what was accepted is there");
        for number in &numbers {
            assert!(!known(number), "an identity number is stored");
        }
    })
    .await;
}

#[tokio::test]
async fn a_case_whose_factors_the_model_does_not_have_comes_in_and_counts_without_them() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let mut odd = phase("R-1", "1001");
        odd.effort = Arc::new([("weather".to_owned(), rules::case::FactorValue::Flag(true))].into());
        accept(&store, FIRST, &all(&[&staff(&["1001"]), &[Record::Phase(odd)]])).await;
        assert_eq!(loads(&store, FIRST).await["1001"].cases, 1);
    })
    .await;
}
