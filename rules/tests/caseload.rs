//! The documented caseload: what is read from it, and what is refused with the person or the place.

#![expect(clippy::expect_used, reason = "a test that meets what it did not expect shall fail")]

use jiff::civil::date;
use rules::caseload::{Caseload, CaseloadError};
use rules::load::{Held, load};
use rules::person::{Extent, ReductionSize};
use rules::weight_model::shipped;
use serde_json::{Value, json};

/// The first problem of a caseload with one person who has these keys.
fn refused(keys: &Value) -> Option<CaseloadError> {
    let mut person = json!({ "id": "anst-1" });
    let object = person.as_object_mut().expect("object");
    object.extend(keys.as_object().expect("object").clone());
    let text = json!({ "people": [person] }).to_string();
    match Caseload::parse(&text) {
        Ok(caseload) => caseload.people[0].facts().err(),
        Err(error) => Some(error),
    }
}

#[test]
fn everything_left_out_has_the_plainest_meaning() {
    let text = r#"{ "people": [{ "id": "a",
        "employments": [{ "share": 0.8 }, { "hours_per_week": 7.5, "unit": "U2", "from": "2026-01-01", "to": "2026-07-01" }],
        "reductions": [{ "id": "franvaro" }, { "id": "uppdrag", "hours_per_week": 4 }],
        "cases": [{ "type": "barn", "phase": "utredning" }] }] }"#;
    let caseload = Caseload::parse(text).expect("caseload");
    assert_eq!((caseload.as_of, caseload.one_more.is_none()), (None, true));
    let (person, holdings) = caseload.people[0].facts().expect("facts");
    assert_eq!(
        person.employments[0].extent,
        Extent::OfFullTime("0.8".parse().expect("share"))
    );
    assert!(person.employments[0].period.contains(date(1950, 1, 1)), "always");
    assert!(
        !person.employments[1].period.contains(date(2026, 7, 1)),
        "the last day is the day before"
    );
    assert_eq!(person.reductions[0].size, None);
    assert_eq!(
        person.reductions[1].size,
        Some(ReductionSize::HoursPerWeek("4".parse().expect("hours")))
    );
    assert_eq!((holdings[0].count, holdings[0].share, holdings[0].effort.len()), (1, None, 0));
}

#[test]
fn a_fact_that_cannot_be_is_refused_with_the_person_and_the_field() {
    let person = || "anst-1".to_owned();
    let range = |field, most| CaseloadError::OutOfRange {
        person: person(),
        field,
        least: 0,
        most,
    };
    let extent = || CaseloadError::Extent { person: person() };
    for (keys, expected) in [
        (json!({ "employments": [{}] }), extent()),
        (json!({ "employments": [{ "share": 1, "hours_per_week": 40 }] }), extent()),
        (json!({ "employments": [{ "share": 2.01 }] }), range("share", 2)),
        (
            json!({ "employments": [{ "hours_per_week": -1 }] }),
            range("hours_per_week", 168),
        ),
        (
            json!({ "employments": [{ "hours_per_week": 169 }] }),
            range("hours_per_week", 168),
        ),
        (
            json!({ "reductions": [{ "id": "r", "share": 0.5, "hours_per_week": 4 }] }),
            CaseloadError::ReductionSize { person: person() },
        ),
        (json!({ "reductions": [{ "id": "r", "share": 1.5 }] }), range("share", 1)),
        (
            json!({ "reductions": [{ "id": "r", "hours_per_week": -0.5 }] }),
            range("hours_per_week", 168),
        ),
        (json!({ "cases": [{ "type": "barn", "share": -0.1 }] }), range("share", 1)),
        (
            json!({ "duties": [{ "id": "d", "from": "2026-05-02", "to": "2026-05-01" }] }),
            CaseloadError::EndBeforeStart {
                person: person(),
                from: date(2026, 5, 2),
                to: date(2026, 5, 1),
            },
        ),
    ] {
        assert_eq!(refused(&keys), Some(expected), "{keys}");
    }
    assert_eq!(refused(&json!({ "employments": [{ "share": 2 }] })), None);
}

#[test]
fn what_is_not_the_documented_json_is_refused_at_its_line() {
    for (text, line, word) in [
        ("", 1, "EOF"),
        ("7", 1, "invalid type"),
        ("{ \"people\": [\n  { \"id\": \"a\", \"caes\": [] }\n] }", 2, "caes"),
        ("{ \"people\": [\n  { \"employments\": [] }\n] }", 2, "missing field `id`"),
        ("{ \"people\": [],\n\"as_of\": \"2026-02-30\" }", 2, "day"),
        (
            "{ \"people\": [{ \"id\": \"a\",\n\"employments\": [{ \"share\": 0.12345678 }] }] }",
            2,
            "more than 6 decimals",
        ),
        (
            "{ \"people\": [{ \"id\": \"a\",\n\"employments\": [{ \"share\": \"1\" }] }] }",
            2,
            "invalid type",
        ),
        (
            "{ \"people\": [{ \"id\": \"a\",\n\"cases\": [{ \"type\": \"b\", \"count\": -1 }] }] }",
            2,
            "invalid value",
        ),
    ] {
        let Err(CaseloadError::NotCaseload {
            line: found, message, ..
        }) = Caseload::parse(text)
        else {
            assert_eq!(text, "refused");
            continue;
        };
        assert!(message.contains(word), "{text}: {message}");
        assert_eq!(found, line, "{text}: {message}");
    }
}

#[test]
fn negative_children_and_halves_of_a_child_are_refused() {
    for children in ["-1", "1.5", "4294967296", "null", "[]"] {
        let text = format!(
            "{{ \"people\": [{{ \"id\": \"a\", \"cases\": [{{ \"type\": \"barn\", \"factors\": {{ \"barn\": {children} }} }}] }}] }}"
        );
        assert!(
            matches!(Caseload::parse(&text), Err(CaseloadError::NotCaseload { .. })),
            "{children}"
        );
    }
}

#[test]
fn ten_thousand_open_cases_on_one_person_are_weighed_like_any_others() {
    let cases: Vec<Value> = (0..10_000)
        .map(|place| json!({ "reference": place.to_string(), "type": "barn", "phase": "insats" }))
        .collect();
    let text = json!({ "people": [{ "id": "a", "employments": [{ "share": 1 }], "cases": cases }] }).to_string();
    let caseload = Caseload::parse(&text).expect("caseload");
    let (person, holdings) = caseload.people[0].facts().expect("facts");
    let model = shipped("exempel-barn-unga").expect("ships");
    let load = load(
        &model,
        &person,
        &holdings.iter().map(|holding| Held::weigh(&model, holding)),
        date(2026, 10, 31),
    );
    assert_eq!((load.cases, load.points.to_string().as_str()), (10_000, "50020"));
}
