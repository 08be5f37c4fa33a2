//! More numbers from the peers' own tests and rules, each with the file it stands in.

use serde_json::{Value, json};

use super::{agrees, answer};

/// Asks every row of a table: input and the peer's answer.
fn ask(source: &str, kind: &str, rows: &[(Value, Value)]) {
    for (input, expected) in rows {
        let ours = answer(kind, input);
        assert!(
            agrees(&ours, expected, 1e-9),
            "{source}: {ours} on {input}, they say {expected}"
        );
    }
}

#[test]
fn inactive_cases_are_taken_off_by_what_they_no_longer_count() {
    let tier = |total: i64, inactive: [i64; 3], weight: f64, kept: [i64; 3]| {
        json!({
            "total": total, "points_per_case": weight, "subtract_inactive": true,
            "inactive": { "warrants": inactive[0], "unpaid_work": inactive[1], "overdue_termination": inactive[2] },
            "inactive_weighting_pct": { "warrants": kept[0], "unpaid_work": kept[1], "overdue_termination": kept[2] },
        })
    };
    ask(
        "wmt-probation-rules, test/unit/points/test-calculate-points-for-tier.js",
        "tier_points",
        &[
            (tier(10, [10, 0, 0], 10.0, [0, 100, 100]), json!({ "points": 0 })),
            (tier(10, [0, 10, 0], 10.0, [100, 0, 100]), json!({ "points": 0 })),
            (tier(10, [0, 0, 10], 10.0, [100, 100, 0]), json!({ "points": 0 })),
            (tier(10, [1, 1, 1], 1.0, [0, 0, 0]), json!({ "points": 7 })),
            (tier(10, [1, 1, 1], 1.0, [75, 50, 50]), json!({ "points": 8.75 })),
        ],
    );
    ask(
        "wmt-probation-rules, app/points/calculate-points-for-tier.js: percentages stop at 0 and 100, the sum has no floor",
        "tier_points",
        &[
            (tier(2, [5, 0, 0], 10.0, [0, 0, 0]), json!({ "points": -30 })),
            (tier(10, [1, 1, 1], 10.0, [-20, 120, 100]), json!({ "points": 90 })),
            (tier(10, [1, 1, 1], 75.0, [26, 27, 25]), json!({ "points": 583.5 })),
            (tier(0, [0, 0, 0], 206.0, [0, 0, 0]), json!({ "points": 0 })),
        ],
    );
}

#[test]
fn a_tier_without_counts_weight_or_percentages_is_an_error_not_a_guess() {
    let whole = json!({
        "total": 10, "points_per_case": 1, "subtract_inactive": true,
        "inactive": { "warrants": 1, "unpaid_work": 1, "overdue_termination": 1 },
        "inactive_weighting_pct": { "warrants": 0, "unpaid_work": 0, "overdue_termination": 0 },
    });
    for key in ["total", "points_per_case", "inactive_weighting_pct"] {
        let mut input = whole.clone();
        input[key] = Value::Null;
        ask(
            "wmt-probation-rules, test/unit/points/test-calculate-points-for-tier.js",
            "tier_points",
            &[(input, json!({ "error": true }))],
        );
    }
}

#[test]
fn reports_and_assessments_count_their_weight_each_when_switched_on() {
    let items = |items: &[(i64, f64, bool)]| {
        let items = items
            .iter()
            .map(|(count, weight, enabled)| json!({ "count": count, "weight": weight, "enabled": enabled }));
        json!({ "items": items.collect::<Vec<_>>() })
    };
    ask(
        "wmt-probation-rules, test/unit/points/test-calculate-{arms,paroms,sdr-conversion}-points.js",
        "activity_points",
        &[
            (items(&[(1, 0.0, true), (1, 0.0, true)]), json!({ "points": 0 })),
            (items(&[(1, 0.5, true), (0, 0.0, true)]), json!({ "points": 0.5 })),
            (items(&[(0, 0.0, true), (1, 0.5, true)]), json!({ "points": 0.5 })),
            (items(&[(1, 0.5, true), (1, 1.0, true)]), json!({ "points": 1.5 })),
            (items(&[(20, 10.0, false)]), json!({ "points": 0 })),
            (items(&[(20, 30.0, true)]), json!({ "points": 600 })),
            (items(&[]), json!({ "points": 0 })),
        ],
    );
}

#[test]
fn reports_add_points_and_contacts_without_a_weight_add_none() {
    let list = |reports: Value, outside: Value, by_others: Value| json!({ "cases": [], "reports": reports, "contacts_outside": outside, "contacts_by_others": by_others });
    let contacts = json!([{ "count": 5, "weight": null }]);
    ask(
        "hmpps-workload, service/WorkloadCalculatorTests.kt",
        "case_list_points",
        &[
            (
                list(
                    json!([{ "count": 7, "weight": 10 }, { "count": 12, "weight": 2 }]),
                    json!([]),
                    json!([]),
                ),
                json!({ "points": 94 }),
            ),
            (list(json!([]), contacts.clone(), json!([])), json!({ "points": 0 })),
            (list(json!([]), json!([]), contacts), json!({ "points": 0 })),
        ],
    );
}

#[test]
fn available_points_follow_grade_hours_and_reductions_and_are_cut_to_whole_points() {
    let hours = |kind: i64, target: i64, contracted: Value, reduction: f64, default: [i64; 3]| {
        json!({
            "nominal_target": target, "staff_type_id": kind, "contracted_hours": contracted, "reduction_hours": reduction,
            "default_hours": { "pso": default[0], "po": default[1], "spo": default[2] },
        })
    };
    let (small, national) = ([12, 7, 0], [37, 37, 0]);
    let points = |points: i64| json!({ "available_points": points });
    ask(
        "wmt-probation-rules, test/unit/points/test-calculate-available-points.js",
        "available_points",
        &[
            (hours(7, 7, json!(40), 0.0, small), points(23)),
            (hours(3, 7, Value::Null, 0.0, small), points(7)),
        ],
    );
    ask(
        "wmt-probation-rules, app/points/calculate-available-points.js",
        "available_points",
        &[
            (hours(1, 2176, json!(37), 7.4, national), points(1740)),
            (hours(1, 2176, json!(30), 1.8, national), points(1658)),
            (hours(1, 2176, json!(0), 0.0, national), points(0)),
            (hours(1, 2176, json!(0), 5.0, national), points(0)),
            (hours(1, 2176, json!(40), 0.0, national), points(2352)),
            (hours(1, 2176, json!(37), -1.0, national), points(2234)),
            (hours(2, 2176, json!(37), 0.0, [37, 37, 37]), points(2176)),
            (hours(4, 2176, json!(22.2), 0.0, national), points(1305)),
        ],
    );
    let left = |hours: f64, default: i64| json!({ "points_for_grade": 2176, "default_hours_for_grade": default, "available_hours": hours });
    ask(
        "hmpps-workload, service/CapacityCalculatorTest.kt and CapacityCalculator.kt",
        "available_points_hours",
        &[
            (left(28.2, 37), points(1658)),
            (left(37.0, 37), points(2176)),
            (left(40.0, 37), points(2352)),
            (left(0.0, 37), points(0)),
            (left(-0.5, 37), points(0)),
            (left(37.0, 0), points(0)),
        ],
    );
}

#[test]
fn one_more_case_raises_the_load_by_its_points_unless_it_is_counted_already() {
    let with = |total: i64, available: i64, case: i64, counted: bool| json!({ "total_points": total, "available_points": available, "case_points": case, "already_counted": counted });
    let percent = |now: f64, then: f64| json!({ "capacity_pct": now, "potential_capacity_pct": then });
    ask(
        "hmpps-workload, integration/offenderManager/GetImpactForOffenderManager.kt and CapacityCalculator.kt",
        "potential_capacity",
        &[
            (with(500, 1000, 59, false), percent(50.0, 55.9)),
            (with(500, 1000, 59, true), percent(50.0, 50.0)),
            (with(0, 2176, 59, false), percent(0.0, 2.7)),
            (with(15, 102, 12, false), percent(14.7, 26.5)),
            (with(10, 1000, 59, true), percent(1.0, 1.0)),
        ],
    );
    ask(
        "hmpps-workload, service/CapacityCalculator.kt: half up at the third decimal of the ratio",
        "capacity_pct",
        &[
            (
                json!({ "total_points": 1, "available_points": 2000, "method": "ratio3" }),
                json!({ "capacity_pct": 0.1 }),
            ),
            (
                json!({ "total_points": 2500, "available_points": 2000, "method": "ratio3" }),
                json!({ "capacity_pct": 125 }),
            ),
            (
                json!({ "total_points": 6151, "available_points": 1305, "method": "plain" }),
                json!({ "capacity_pct": 471.340_996_168_582_36 }),
            ),
            (
                json!({ "total_points": -12, "available_points": 100, "method": "plain" }),
                json!({ "capacity_pct": -12 }),
            ),
        ],
    );
}

#[test]
fn a_reason_takes_its_share_of_the_hours_and_never_more_than_all_of_them() {
    let allowance = |hours: f64, percent: Value| json!({ "contracted_hours": hours, "allowance_pct": percent });
    ask(
        "wmt-web, test/unit/services/helpers/test-reduction-hours-calculator.js and app/services/helpers/reduction-hours-calculator.js",
        "reduction_allowance_hours",
        &[
            (allowance(37.0, json!(40)), json!({ "hours": 14.8 })),
            (allowance(37.0, json!(80)), json!({ "hours": 29.6 })),
            (allowance(37.0, json!(5)), json!({ "hours": 1.85 })),
            (allowance(37.0, json!(50)), json!({ "hours": 18.5 })),
            (allowance(37.0, json!(0)), json!({ "hours": 0 })),
            (allowance(37.0, json!(120)), json!({ "hours": 37 })),
            (allowance(0.0, Value::Null), json!({ "hours": 0 })),
        ],
    );
}

#[test]
fn a_reduction_is_over_on_its_last_date_and_begins_on_its_first() {
    let status = |from: i64, to: i64| json!({ "start_offset_days": from, "end_offset_days": to });
    ask(
        "wmt-web, test/unit/services/helpers/test-reduction-helper.js and app/services/domain/reduction.js (midnight of the date)",
        "reduction_status",
        &[
            (status(30, 60), json!({ "status": "SCHEDULED" })),
            (status(0, 1), json!({ "status": "ACTIVE" })),
            (status(-1, 0), json!({ "status": "ARCHIVED" })),
            (status(1, 2), json!({ "status": "SCHEDULED" })),
            (status(0, 0), json!({ "status": "ARCHIVED" })),
        ],
    );
    let one = |status: &str, from: i64, to: i64| json!({ "reductions": [{ "hours": 5, "status": status, "start_offset_days": from, "end_offset_days": to }] });
    ask(
        "hmpps-workload, service/reduction/GetReductionService.kt and jpa/repository/ReductionsRepository.kt",
        "reduction_window_sum",
        &[
            (
                json!({ "reductions": [] }),
                json!({ "hours": 0, "next_change_offset_days": null }),
            ),
            (one("SCHEDULED", 3, 9), json!({ "hours": 0, "next_change_offset_days": 3 })),
            (one("SCHEDULED", -1, 9), json!({ "hours": 5, "next_change_offset_days": 9 })),
            (one("ACTIVE", -9, -1), json!({ "hours": 0, "next_change_offset_days": null })),
            (one("ARCHIVED", -1, 9), json!({ "hours": 0, "next_change_offset_days": null })),
        ],
    );
    let two = json!({ "reductions": [
        { "hours": 9, "status": "ACTIVE", "reason_enabled": true }, { "hours": 4.5, "status": "ACTIVE", "reason_enabled": true },
    ] });
    ask(
        "wmt-worker, app/services/data/get-app-reduction-hours.js",
        "reduction_sum",
        &[
            (two, json!({ "hours": 13.5 })),
            (json!({ "reductions": [] }), json!({ "hours": 0 })),
        ],
    );
}

#[test]
fn support_moves_points_on_seven_days_the_day_of_the_contact_included() {
    let contact = |points: Value, days_ago: i64, asked: &[&str]| json!({ "points": points, "days_ago": days_ago, "owners_in_batch": asked });
    let both = ["helper", "owner"];
    let helper = json!({ "who": "helper", "points": 10 });
    let owner = json!({ "who": "owner", "points": -10 });
    ask(
        "wmt-worker, app/services/staging-adjustments-mapper.js and its test",
        "support_transfer",
        &[
            (
                contact(json!(10), 6, &both),
                json!({ "entries": [helper, owner], "days_valid": 7 }),
            ),
            (contact(json!(10), 7, &both), json!({ "entries": [] })),
            (contact(json!(10), 0, &["helper"]), json!({ "entries": [helper] })),
            (contact(json!(10), 0, &["owner"]), json!({ "entries": [owner] })),
            (contact(json!(10), 0, &[]), json!({ "entries": [] })),
            (contact(Value::Null, 0, &both), json!({ "entries": [] })),
        ],
    );
}

#[test]
fn full_time_equivalents_are_whole_tenths_downwards_and_at_most_one() {
    let hours = |hours: f64| json!({ "hours_per_week": hours, "full_time": 37.5 });
    let share = |share: f64| json!({ "fte": share, "full_time": 37.5 });
    ask(
        "offender-management-allocation-manager, spec/models/pom_detail_spec.rb and app/models/pom_detail.rb",
        "fte",
        &[
            (hours(37.5), json!({ "fte": 1 })),
            (hours(31.0), json!({ "fte": 0.8 })),
            (hours(33.75), json!({ "fte": 0.9 })),
            (hours(33.74), json!({ "fte": 0.8 })),
            (hours(0.0), json!({ "fte": 0 })),
            (hours(75.0), json!({ "fte": 1 })),
            (share(0.8), json!({ "hours_per_week": 30 })),
            (share(0.5), json!({ "hours_per_week": 18.75 })),
            (share(0.0), json!({ "hours_per_week": 0 })),
        ],
    );
}

#[test]
fn the_division_that_spares_the_most_loaded_is_the_fairer() {
    let order = |a: &[i64], b: &[i64]| json!({ "loads_a": a, "loads_b": b });
    ask(
        "timefold-solver, load-balancing-and-fairness.adoc",
        "fairness_order",
        &[
            (order(&[4, 4, 3, 2, 2], &[3, 3, 3, 3, 3]), json!({ "fairer": "b" })),
            (order(&[5, 5, 2, 2, 1], &[6, 3, 3, 2, 1]), json!({ "fairer": "a" })),
            (order(&[1, 2, 3], &[3, 1, 2]), json!({ "fairer": "equal" })),
        ],
    );
}
