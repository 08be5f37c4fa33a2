//! What one case weighs: its row, its factors, its share, and what is not known of it.

#![expect(clippy::expect_used, reason = "a test that meets what it did not expect shall fail")]

use rules::amount::Points;
use rules::case::{Effort, FactorValue, Part};
use rules::load::Load;
use rules::weigh::{Step, WeighError, points, unknown_factors, weigh};
use rules::weight_model::{WeightModel, shipped};

fn example() -> WeightModel {
    shipped("exempel-barn-unga").expect("ships")
}

fn effort(json: &str) -> Effort {
    serde_json::from_str(json).expect(json)
}

/// Points of one whole case of the example model.
fn example_points(case_type: &str, phase: &str, factors: &str) -> Result<String, WeighError> {
    let weighed = points(&example(), case_type, Some(phase), &effort(factors), (Part::Main, None));
    weighed.map(|points| points.to_string())
}

#[test]
fn factors_add_then_multiply_within_their_bounds_and_only_where_they_apply() {
    for (case_type, phase, factors, expected) in [
        ("barn", "forhandsbedomning", "{}", "3"),
        ("barn", "utredning", r#"{ "barn": 0 }"#, "10"),
        ("barn", "utredning", r#"{ "barn": 1 }"#, "10"),
        ("barn", "utredning", r#"{ "barn": 2 }"#, "11.5"),
        ("barn", "utredning", r#"{ "barn": 5 }"#, "16"),
        ("barn", "utredning", r#"{ "barn": 6 }"#, "16"),
        ("barn", "utredning", r#"{ "tolk": false, "konflikt": false }"#, "10"),
        ("barn", "utredning", r#"{ "domstol": true }"#, "14"),
        ("barn", "forhandsbedomning", r#"{ "domstol": true }"#, "3"),
        ("placering", "insats", r#"{ "restid": "medel" }"#, "8"),
        ("placering", "insats", r#"{ "restid": "ingen", "konflikt": true }"#, "9.375"),
        ("familjehem", "insats", r#"{ "konflikt": true }"#, "4.375"),
        ("barn", "insats", r#"{ "nonsense": true }"#, "5"),
    ] {
        assert_eq!(
            example_points(case_type, phase, factors).as_deref(),
            Ok(expected),
            "{factors}"
        );
    }
}

#[test]
fn the_result_is_rounded_once_half_up_and_not_twice() {
    let model = |row: &str, first: &str, second: &str| {
        let text = format!(
            "format = 1\nid = \"t\"\nversion = \"1\"\ntitle = \"t\"\nsource = \"t\"\nvalid_from = 2024-01-01\nunit = \"p\"\n\
             [norm]\npoints = 1\nhours_per_week = 40\n[[case]]\ntype = \"a\"\npoints = {row}\n\
             [[factor]]\nid = \"f\"\nkind = \"flag\"\nmultiply = {first}\n\
             [[factor]]\nid = \"g\"\nkind = \"flag\"\nmultiply = {second}\n"
        );
        WeightModel::parse(&text).expect("sound")
    };
    for (row, first, second, exact, expected) in [
        // In millionths first, these would have gone half a thousandth up.
        ("1.5", "1.001", "1.333", "2.0014995", "2.001"),
        ("4.5", "1.111", "1.001", "5.0044995", "5.004"),
        ("0.5", "0.001", "1", "0.0005", "0.001"),
        ("0.499", "0.001", "1", "0.000499", "0"),
        ("0.001", "1.5", "1", "0.0015", "0.002"),
        ("0.001", "0.5", "0.5", "0.00025", "0"),
    ] {
        let effort = effort(r#"{ "f": true, "g": true }"#);
        let weighed = weigh(&model(row, first, second), "a", None, &effort, (Part::Main, None), 1).expect("weighed");
        assert_eq!(weighed.points.to_string(), expected, "{row} x {first} x {second} = {exact}");
        assert_eq!(weighed.lines.iter().map(|line| line.points).sum::<Points>(), weighed.points);
    }
}

#[test]
fn a_co_handler_carries_the_models_share_unless_another_is_agreed() {
    for (part, agreed, expected) in [
        (Part::Main, None, "10"),
        (Part::Co, None, "5"),
        (Part::Main, Some("0.6"), "6"),
        (Part::Co, Some("0.4"), "4"),
        (Part::Co, Some("0"), "0"),
        (Part::Co, Some("0.333333"), "3.33333"),
    ] {
        let share = agreed.map(|share| share.parse().expect("share"));
        let weighed = points(&example(), "barn", Some("utredning"), &Effort::new(), (part, share));
        assert_eq!(
            weighed.map(|points| points.to_string()).as_deref(),
            Ok(expected),
            "{part:?} {agreed:?}"
        );
    }
}

#[test]
fn what_the_model_does_not_know_is_named() {
    let no_row = |case_type: &str, phase: &str| WeighError::NoRow {
        case_type: case_type.to_owned(),
        phase: Some(phase.to_owned()),
    };
    assert_eq!(example_points("vuxen", "utredning", "{}"), Err(no_row("vuxen", "utredning")));
    assert_eq!(
        example_points("placering", "forhandsbedomning", "{}"),
        Err(no_row("placering", "forhandsbedomning"))
    );
    assert_eq!(
        example_points("barn", "utredning", r#"{ "restid": "mycket" }"#),
        Err(WeighError::NoLevel {
            factor: "restid".to_owned(),
            level: "mycket".to_owned()
        })
    );
    for (factors, factor, value) in [
        (r#"{ "tolk": 1 }"#, "tolk", "1"),
        (r#"{ "barn": true }"#, "barn", "true"),
        (r#"{ "barn": "two" }"#, "barn", "two"),
        (r#"{ "restid": 2 }"#, "restid", "2"),
    ] {
        let wrong = WeighError::WrongValue {
            factor: factor.to_owned(),
            value: value.to_owned(),
        };
        assert_eq!(example_points("barn", "utredning", factors), Err(wrong));
    }
    let effort = effort(r#"{ "tolk": true, "hund": true }"#);
    assert_eq!(unknown_factors(&example(), &effort).collect::<Vec<_>>(), ["hund"]);
}

#[test]
fn a_line_for_every_step_that_changed_something_and_for_no_other() {
    let effort = effort(r#"{ "barn": 9, "tolk": false, "restid": "ingen", "konflikt": true }"#);
    let weighed = weigh(&example(), "barn", Some("utredning"), &effort, (Part::Co, None), 3).expect("weighed");
    let expected = [
        (
            Step::Row {
                case_type: "barn".to_owned(),
                phase: Some("utredning".to_owned()),
            },
            "10",
        ),
        (
            Step::Add {
                factor: "barn".to_owned(),
                value: FactorValue::Count(9),
                each: "1.5".parse().expect("points"),
                counted: 8,
                at_most: true,
            },
            "6",
        ),
        (
            Step::Multiply {
                factor: "konflikt".to_owned(),
                value: FactorValue::Flag(true),
                by: "1.25".parse().expect("share"),
            },
            "4",
        ),
        (
            Step::Part {
                part: Part::Co,
                share: "0.5".parse().expect("share"),
            },
            "-10",
        ),
        (Step::Count { count: 3 }, "20"),
    ];
    let lines: Vec<_> = weighed
        .lines
        .into_iter()
        .map(|line| (line.step, line.points.to_string()))
        .collect();
    assert_eq!(lines, expected.map(|(step, points)| (step, points.to_owned())));
    assert_eq!(weighed.points, Points::whole(30));
}

#[test]
fn no_capacity_is_heavier_than_every_load_and_loads_compare_exactly() {
    let of = |points: i64, capacity: i64| Load::of(Points::whole(points), Points::whole(capacity));
    assert!(Load::NoCapacity > of(1_000_000, 1) && of(0, 1) < Load::NoCapacity);
    assert_eq!(of(5, 0), Load::NoCapacity);
    assert_eq!(of(1, 3).cmp(&of(2, 6)), std::cmp::Ordering::Equal);
    assert!(of(1, 3) < of(333_334, 1_000_000) && of(1, 3) > of(333_333, 1_000_000));
}
