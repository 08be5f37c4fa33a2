//! Where we answer otherwise than a peer, and why: its answer is an accident that would mislead a supervisor.

use serde_json::{Value, json};

use super::{adapter, answer, cases, points, weigh_one};
use rules::amount::Points;
use rules::load::Load;
use rules::weight_model::Band;

/// Each quirk among the collected cases that a model and a caseload can ask about: its id, our answer, and why.
const OTHERWISE: [(&str, &str, &str); 2] = [
    (
        "available_points-17",
        r#"{ "error": true }"#,
        "hours written as text are refused with their place, not replaced by somebody else's hours",
    ),
    (
        "available_points-19",
        r#"{ "error": true }"#,
        "hours finer than a millionth are refused; they take the first digit of 5.88e-9 for five points",
    ),
];

#[test]
fn the_quirks_among_the_collected_cases_have_our_own_answer_and_a_reason() {
    for (id, expected, reason) in OTHERWISE {
        let all = cases();
        let case = all.iter().find(|case| case["id"] == json!(id)).expect(id);
        let ours = answer(case["kind"].as_str().expect("kind"), &case["input"]);
        let expected: Value = serde_json::from_str(expected).expect("json");
        assert_eq!(ours, expected, "{id}: {reason}");
        assert_ne!(ours, case["expected"], "{id} is no quirk");
    }
}

#[test]
fn a_reduction_larger_than_the_hours_leaves_no_capacity_never_less_than_none() {
    // wmt-probation-rules, app/points/calculate-available-points.js: 37 h with 40 h taken gives -176 available points.
    let input = json!({
        "nominal_target": 2176, "staff_type_id": 1, "contracted_hours": 37, "reduction_hours": 40,
        "default_hours": { "pso": 37, "po": 37, "spo": 0 },
    });
    assert_eq!(answer("available_points", &input), json!({ "available_points": 0.0 }));
}

#[test]
fn somebody_with_points_and_no_capacity_has_no_percentage_not_zero_per_cent() {
    // wmt-web, app/services/helpers/percentage-calculator.js: 5 of 0 is 0 %, shown with a negative number of points left.
    let question = adapter::capacity(&json!({ "total_points": 5, "available_points": 0 }));
    let (_, answered) = weigh_one(&question).expect("weighed");
    let load = &answered.explanation.load;
    assert_eq!((load.load, load.band), (Load::NoCapacity, Band::NoCapacity));
    assert!(load.is_alarm(), "cases that nobody has time for");
    let input = json!({ "total_points": 5, "available_points": 0, "method": "plain" });
    assert_eq!(answer("capacity_pct", &input), json!({ "capacity_pct": null }));
}

#[test]
fn a_reduction_whose_reason_is_no_longer_offered_still_counts() {
    // wmt-worker, test/integration/services/data/test-get-app-reduction-hours.js: switching a reason off silently takes its
    // reductions away, and the load of everybody who has one rises.
    let input = json!({ "reductions": [{ "hours": 9, "status": "ACTIVE", "reason_enabled": false }] });
    assert_eq!(answer("reduction_sum", &input), json!({ "hours": 9.0 }));
}

#[test]
fn a_half_point_is_shown_as_it_is() {
    // wmt-web, test/unit/services/helpers/test-custom-round.js shows 4.5 as 4 but 155.6 as 156; amounts here keep their decimals.
    let input = json!({ "items": [{ "count": 9, "weight": 0.5, "enabled": true }] });
    let (_, answered) = weigh_one(&adapter::activity_points(&input)).expect("weighed");
    assert_eq!(answered.explanation.load.points.to_string(), "4.5");
    assert_eq!(points("155.6").to_thousandths(), points("155.6"));
    assert_eq!(answered.explanation.load.case_points, Points::ZERO);
}

#[test]
fn half_a_hundredth_of_an_hour_rounds_up_whatever_its_binary_fraction() {
    // wmt-web, app/services/helpers/reduction-hours-calculator.js: 15 % of 18.5 h is 2.775 h, which binary fractions make 2.77.
    let input = json!({ "contracted_hours": 18.5, "allowance_pct": 15 });
    assert_eq!(answer("reduction_allowance_hours", &input), json!({ "hours": 2.78 }));
}
