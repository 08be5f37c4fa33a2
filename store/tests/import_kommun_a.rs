//! The exports of one municipality, read with its mapping: every row is as its answer key says.

#![expect(clippy::expect_used, reason = "a test that cannot set up what it needs has failed")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use store::import::mapping::{Kind, Mapping};
use store::import::read::{AcceptedRows, Reader};
use store::import::record::Record;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/kommun-a")
}

fn mapping() -> Mapping {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../mappings/kommun-a.toml");
    Mapping::parse(&std::fs::read_to_string(path).expect("the mapping is shipped")).expect("the mapping is right")
}

/// Codes that need no knowledge of the staff; `unknown_worker` is found when rows are compared with it.
#[test]
fn the_rows_of_the_answer_key_are_rejected_and_no_others() {
    let key = std::fs::read_to_string(folder().join("key.json")).expect("the key is there");
    let key: serde_json::Value = serde_json::from_str(&key).expect("the key is JSON");
    let mut reader = Reader::open(&mapping(), &[folder()]).expect("all files are read");
    let mut accepted_rows = AcceptedRows::default();
    let mut rejected = BTreeMap::new();
    let mut counts: BTreeMap<Kind, u64> = BTreeMap::new();
    while let Some(row) = reader.next_row().expect("readable") {
        let kind = reader.files()[row.file_index].kind;
        *counts.entry(kind).or_default() += 1;
        let code = match &row.outcome {
            Err(rejection) => Some(rejection.reason.code()),
            Ok(records) => match &records.first {
                Record::Phase(phase) if phase.main.as_deref() == Some("99999") => Some("unknown_worker"),
                _ if accepted_rows.contains(&row) => Some("duplicate"),
                _ => None,
            },
        };
        match code {
            None => accepted_rows.insert(&row),
            Some(code) => {
                assert_eq!(kind, Kind::Cases, "line {}: {:?}", row.line, row.outcome);
                rejected.insert(row.line.to_string(), code.to_owned());
            }
        }
    }
    let expected: BTreeMap<String, String> = serde_json::from_value(key["rejected_by_line"].clone()).expect("codes by line");
    assert_eq!(rejected, expected);
    assert_eq!(counts[&Kind::Cases], key["case_rows"].as_u64().expect("a number"));
    assert_eq!(counts[&Kind::Staff], key["staff_rows"].as_u64().expect("a number"));
    assert_eq!(
        counts[&Kind::Cases] - rejected.len() as u64,
        key["accepted"].as_u64().expect("a number")
    );
    assert_eq!(
        (counts[&Kind::Units], counts[&Kind::Duties], counts[&Kind::Reductions]),
        (18, 10, 12)
    );
}

#[test]
fn no_identity_number_is_in_anything_that_is_printed() {
    let mut reader = Reader::open(&mapping(), &[folder()]).expect("all files are read");
    let mut found = 0;
    while let Some(row) = reader.next_row().expect("readable") {
        if let Err(rejection) = &row.outcome {
            found += u32::from(rejection.reason.code() == "personal_identity_number");
            let printed = format!("{row:?} {rejection} {rejection:?} {:?}", reader.files());
            assert!(!rules::identity_number::contains(&printed), "line {}", row.line);
        }
    }
    assert_eq!(found, 5);
}

#[test]
fn a_row_of_each_list_says_what_stands_there() {
    let mut reader = Reader::open(&mapping(), &[folder()]).expect("all files are read");
    let mut first: BTreeMap<Kind, String> = BTreeMap::new();
    while let Some(row) = reader.next_row().expect("readable") {
        let kind = reader.files()[row.file_index].kind;
        if let Ok(records) = row.outcome {
            first.entry(kind).or_insert_with(|| format!("{:?}", records.first));
        }
    }
    let expected = std::fs::read_to_string(folder().join("../kommun-a-first-records.txt")).unwrap_or_default();
    let printed: Vec<String> = first.values().cloned().collect();
    assert_eq!(printed.join("\n"), expected.trim_end());
}
