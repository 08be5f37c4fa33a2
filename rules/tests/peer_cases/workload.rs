//! Whole caseloads of the national service, weighed with the model that ships.

use serde_json::{Value, json};

use super::adapter::{self, Question, TODAY};
use super::{cases, weigh_one};
use rules::amount::{MILLION, Points};
use rules::load::Load;
use rules::weight_model::{Band, shipped};

/// Locations in the collected cases and the phases of the shipped model.
const PHASES: [(&str, &str); 3] = [("community", "samhalle"), ("custody", "anstalt"), ("licence", "frigivning")];
/// Reports and assessments in the collected cases and the duties of the shipped model.
const DUTIES: [(&str, &str); 5] = [
    ("standard_reports", "personutredning"),
    ("fast_reports", "snabb-personutredning"),
    ("paroms", "frigivningsutlatande"),
    ("arms_community", "sexualbrottsrisk-samhalle"),
    ("arms_licence", "sexualbrottsrisk-frigivning"),
];

fn tiers() -> impl Iterator<Item = String> {
    "ABCD"
        .chars()
        .flat_map(|band| (0..4).rev().map(move |number| format!("{band}{number}")))
}

/// The shipped model with rows for what inactive cases no longer count, and a caseload of counts by tier and location.
fn question(input: &Value) -> Question {
    let shipped = shipped("uk-probation").expect("ships");
    let (mut model, mut cases, mut support) = (shipped.to_toml(), Vec::new(), Vec::new());
    for (location, phase) in PHASES {
        for (place, tier) in tiers().enumerate() {
            let t2a = &input["t2a"][location];
            cases.push(json!({ "type": tier, "phase": phase, "count": input["filtered"][location][place] }));
            let t2a_tier = format!("T2A-{tier}");
            cases.push(json!({ "type": t2a_tier, "phase": phase, "count": t2a["counts"][place] }));
            let weight = json!(shipped.row(&t2a_tier, None).expect("row").1.points.to_f64());
            for (kind, kept) in input["t2a_inactive_weighting_pct"].as_object().expect("percentages") {
                let id = format!("{kind}-{location}-{tier}");
                let points = adapter::inactive_points(&weight, kept);
                adapter::row(
                    &mut model,
                    "support",
                    &[("id", json!(id)), ("points", points), ("days", json!(1))],
                );
                support.push(json!({ "id": id, "direction": "received", "count": t2a[kind][place], "on": TODAY }));
            }
        }
    }
    cases.push(json!({ "type": "utan-niva", "count": input["filtered"]["untiered_community"] }));
    let duties: Vec<_> = DUTIES
        .iter()
        .map(|(theirs, ours)| json!({ "id": ours, "count": input[theirs] }))
        .collect();
    // Supervisors (2) and those of no known grade (5) have no working week for cases.
    let employments = match (input["staff_type_id"].as_i64(), &input["contracted_hours"]) {
        (Some(2 | 5), _) => json!([]),
        (_, Value::Null) => json!([{ "share": 1 }]),
        (_, contracted) => json!([{ "hours_per_week": contracted }]),
    };
    let person = json!({
        "id": "holder",
        "employments": employments,
        "reductions": [{ "id": "annat", "hours_per_week": input["reduction_hours"] }],
        "cases": cases, "duties": duties, "support": support,
    });
    Question {
        model,
        caseload: json!({ "as_of": TODAY, "people": [person] }),
    }
}

#[test]
fn a_national_caseload_comes_to_the_peers_points_capacity_and_load() {
    let mut asked = 0;
    let all = cases();
    let executed = all
        .iter()
        .filter(|case| case["kind"] == json!("workload_total") && case["origin"] == json!("executed"));
    for case in executed.filter(|case| case["quirk"] != json!(true)) {
        let (input, expected, id) = (&case["input"], &case["expected"], &case["id"]);
        assert_eq!(input["weight_set"], json!("uk_national_seed"), "{id}");
        let (_, answer) = weigh_one(&question(input)).expect("weighed");
        let load = &answer.explanation.load;
        assert_eq!(Some(load.points.to_f64()), expected["total_points_raw"].as_f64(), "{id}");
        assert_eq!(Some(load.capacity.to_f64()), expected["available_points"].as_f64(), "{id}");
        let of = |kinds: &[&str]| -> f64 {
            let duties = answer
                .explanation
                .duties
                .iter()
                .filter(|(kind, _)| kinds.contains(&kind.as_str()));
            duties.filter_map(|(_, points)| *points).sum::<Points>().to_f64()
        };
        for (kinds, theirs) in [
            (&["personutredning"][..], "sdr_points"),
            (&["snabb-personutredning"], "fdr_points"),
            (&["frigivningsutlatande"], "parom_points"),
            (&["sexualbrottsrisk-samhalle", "sexualbrottsrisk-frigivning"], "arms_points"),
        ] {
            assert_eq!(Some(of(kinds)), expected[theirs].as_f64(), "{id} {theirs}");
        }
        // The peer shows whole points, half up, and its percentage is of those; without capacity it shows 0 %, we nothing.
        let whole = (load.points.millionths() + MILLION / 2).div_euclid(MILLION);
        assert_eq!(Some(whole), expected["total_points_rounded"].as_i64(), "{id}");
        let theirs = expected["capacity_pct"].as_f64().expect("per cent");
        if load.load == Load::NoCapacity {
            assert_eq!((theirs.to_bits(), load.band), (0, Band::NoCapacity), "{id}");
        } else {
            let percent = Points::whole(whole).to_f64() / load.capacity.to_f64() * 100.0;
            assert!((percent - theirs).abs() < 1e-9, "{id}: {percent} is not {theirs}");
        }
        asked += 1;
    }
    assert!(asked >= 10, "only {asked} caseloads");
}
