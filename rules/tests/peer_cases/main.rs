//! What the probation services' own tools answer, we answer too, with nothing but weight models and caseloads.
//!
//! `data/peer_cases.json` holds numbers in and numbers out, each with the file it comes from. A case marked `quirk` is a peer's
//! accident: [`quirks`] says which of them we answer otherwise, and why.
#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that meets what it did not expect shall fail"
)]

mod adapter;
mod quirks;
mod table;
mod workload;

use std::cmp::Ordering;

use adapter::{Question, TODAY};
use rules::amount::{Hours, MILLION, Points, divide_half_up};
use rules::capacity;
use rules::caseload::Caseload;
use rules::fairness;
use rules::load::{Explanation, Load, explain};
use rules::period::Status;
use rules::person::Person;
use rules::weight_model::WeightModel;
use serde_json::{Value, json};

/// What the engine says of one person of a question.
struct Answer {
    /// The person's facts.
    person: Person,
    /// The load and what it was counted from.
    explanation: Explanation,
    /// The load with the one case more, where the question has one.
    with_one_more: Option<Load>,
}

/// Weighs a question: the model is parsed, the caseload is read, every person is weighed.
fn weigh(question: &Question) -> Result<(WeightModel, Vec<Answer>), String> {
    let model = WeightModel::parse(&question.model).map_err(|error| error.to_string())?;
    let caseload = Caseload::parse(&question.caseload.to_string()).map_err(|error| error.to_string())?;
    let one_more = caseload.one_more.as_ref().map(|entry| {
        rules::weigh::points(
            &model,
            &entry.case_type,
            entry.phase.as_deref(),
            &entry.factors,
            (entry.part, entry.share),
        )
    });
    let one_more = one_more.transpose().map_err(|error| error.to_string())?;
    let mut answers = Vec::new();
    for entry in &caseload.people {
        let (person, holdings) = entry.facts().map_err(|error| error.to_string())?;
        let explanation = explain(&model, &person, &holdings, caseload.as_of.expect("a day"));
        let with_one_more = one_more.map(|points| explanation.load.with_one_more(points));
        answers.push(Answer {
            person,
            explanation,
            with_one_more,
        });
    }
    Ok((model, answers))
}

/// The only person's answer.
fn weigh_one(question: &Question) -> Result<(WeightModel, Answer), String> {
    let (model, mut answers) = weigh(question)?;
    Ok((model, answers.pop().ok_or("nobody")?))
}

fn points_of(question: &Question) -> Value {
    match weigh_one(question) {
        Ok((_, answer)) => json!({ "points": answer.explanation.load.points.to_f64() }),
        Err(_) => json!({ "error": true }),
    }
}

fn available_points_of(question: &Question) -> Value {
    match weigh_one(question) {
        Ok((_, answer)) => json!({ "available_points": answer.explanation.load.capacity.to_f64() }),
        Err(_) => json!({ "error": true }),
    }
}

/// A load in per cent, rounded as the peer shows it; null without capacity.
fn percent(load: Load, method: &Value) -> Value {
    match load {
        Load::NoCapacity => Value::Null,
        Load::Of { points, capacity } if method == &json!("plain") => json!(points.to_f64() / capacity.to_f64() * 100.0),
        of @ Load::Of { .. } => json!(of.rounded(3).expect("capacity").to_f64() * 100.0),
    }
}

/// Hours a week that the reductions in force take.
fn hours_taken(answer: &Answer) -> Hours {
    let lines = &answer.explanation.capacity;
    let worked: Hours = lines.employments.iter().map(|(_, hours)| *hours).sum();
    let taken = lines.reductions.iter().map(|line| match line.hours {
        Some(hours) => hours,
        None => capacity::reduction_hours(worked, line.share),
    });
    taken.sum()
}

fn answer(kind: &str, input: &Value) -> Value {
    let weighed = |question: &Question| weigh_one(question).expect("weighed");
    match kind {
        "tier_points" => points_of(&adapter::tier_points(input)),
        "activity_points" => points_of(&adapter::activity_points(input)),
        "case_list_points" => points_of(&adapter::case_list_points(input)),
        "available_points" => available_points_of(&adapter::available_points(input)),
        "available_points_hours" => available_points_of(&adapter::available_points_hours(input)),
        "capacity_pct" => {
            let (_, answer) = weighed(&adapter::capacity(input));
            json!({ "capacity_pct": percent(answer.explanation.load.load, &input["method"]) })
        }
        "potential_capacity" => {
            let (_, answer) = weighed(&adapter::capacity(input));
            let now = answer.explanation.load.load;
            let then = answer.with_one_more.unwrap_or(now);
            json!({
                "capacity_pct": percent(now, &input["method"]),
                "potential_capacity_pct": percent(then, &input["method"]),
            })
        }
        "reduction_allowance_hours" => {
            // The peer shows hours with two decimals.
            let (_, answer) = weighed(&adapter::reduction_allowance_hours(input));
            let hundredth = i128::from(MILLION / 100);
            let hundredths = divide_half_up(i128::from(hours_taken(&answer).millionths()), hundredth);
            let hours = Hours::from_millionths(i64::try_from(hundredths * hundredth).expect("hours"));
            json!({ "hours": hours.to_f64() })
        }
        "reduction_sum" => {
            let (_, answer) = weighed(&adapter::reduction_sum(input));
            json!({ "hours": hours_taken(&answer).to_f64() })
        }
        "reduction_window_sum" => {
            let (model, answer) = weighed(&adapter::reduction_window_sum(input));
            let next = capacity::next_reduction_change(&model, &answer.person, TODAY);
            let days = next.map(|next| TODAY.until(next).expect("near today").get_days());
            json!({ "hours": hours_taken(&answer).to_f64(), "next_change_offset_days": days })
        }
        "reduction_status" => {
            let (_, answer) = weighed(&adapter::reduction_status(input));
            let in_force = !answer.explanation.capacity.reductions.is_empty();
            let status = answer.person.reductions[0].period.status(TODAY);
            assert_eq!(in_force, status == Status::Current, "it counts when it is current");
            let status = match status {
                Status::Coming => "SCHEDULED",
                Status::Current => "ACTIVE",
                Status::Past => "ARCHIVED",
            };
            json!({ "status": status })
        }
        "support_transfer" => support_transfer(input),
        "fte" => {
            let (model, answer) = weighed(&adapter::full_time_equivalent(input));
            let hours = answer.explanation.capacity.employments[0].1;
            let share = capacity::full_time_equivalent(hours, model.norm.hours_per_week);
            json!({ "fte": share.to_f64(), "hours_per_week": hours.to_f64() })
        }
        "fairness_order" => {
            let loads = |key: &str| -> Vec<Load> {
                let (_, answers) = weigh(&adapter::people_with_cases(&input[key])).expect("weighed");
                answers.iter().map(|answer| answer.explanation.load.load).collect()
            };
            let fairer = match fairness::compare(loads("loads_a"), loads("loads_b")) {
                Ordering::Less => "a",
                Ordering::Equal => "equal",
                Ordering::Greater => "b",
            };
            json!({ "fairer": fairer })
        }
        _ => panic!("no adapter for {kind}"),
    }
}

/// Who has points moved today, and on how many days a contact made today moves them.
fn support_transfer(input: &Value) -> Value {
    let moved = |input: &Value| -> Vec<Value> {
        let (_, answers) = weigh(&adapter::support_transfer(input)).expect("weighed");
        let moved = answers.iter().filter(|answer| !answer.explanation.support.is_empty());
        let entry = |answer: &Answer| json!({ "who": answer.person.reference, "points": answer.explanation.load.support_points.to_f64() });
        moved.map(entry).collect()
    };
    let days = (0..400).filter(|days_ago| {
        let mut input = input.clone();
        input["days_ago"] = json!(days_ago);
        !moved(&input).is_empty()
    });
    json!({ "entries": moved(input), "days_valid": days.count() })
}

/// Whether our answer has everything the peer's has, numbers within the tolerance.
fn agrees(ours: &Value, theirs: &Value, tolerance: f64) -> bool {
    match (ours, theirs) {
        (Value::Object(ours), Value::Object(theirs)) => theirs
            .iter()
            .all(|(key, theirs)| ours.get(key).is_some_and(|ours| agrees(ours, theirs, tolerance))),
        (Value::Array(ours), Value::Array(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(ours, theirs)| agrees(ours, theirs, tolerance))
        }
        (Value::Number(ours), Value::Number(theirs)) => {
            let (ours, theirs) = (ours.as_f64().expect("finite"), theirs.as_f64().expect("finite"));
            (ours - theirs).abs() <= tolerance
        }
        (ours, theirs) => ours == theirs,
    }
}

/// The kinds of cases that a weight model and a caseload can put as a question.
const KINDS: [&str; 14] = [
    "tier_points",
    "activity_points",
    "case_list_points",
    "available_points",
    "available_points_hours",
    "potential_capacity",
    "capacity_pct",
    "reduction_allowance_hours",
    "reduction_sum",
    "reduction_status",
    "reduction_window_sum",
    "support_transfer",
    "fte",
    "fairness_order",
];

/// The collected cases.
fn cases() -> Vec<Value> {
    let document: Value = serde_json::from_str(include_str!("../data/peer_cases.json")).expect("json");
    document["cases"].as_array().expect("cases").clone()
}

#[test]
fn the_engine_gives_the_peers_answers_from_models_and_caseloads_alone() {
    let mut asked = [0; KINDS.len()];
    for case in cases().iter().filter(|case| case["quirk"] != json!(true)) {
        let kind = case["kind"].as_str().expect("kind");
        let Some(place) = KINDS.iter().position(|known| *known == kind) else {
            continue;
        };
        asked[place] += 1;
        let ours = answer(kind, &case["input"]);
        let tolerance = case["tolerance"].as_f64().unwrap_or(1e-9);
        assert!(
            agrees(&ours, &case["expected"], tolerance),
            "{}: {} on {}, they say {}",
            case["id"],
            ours,
            case["input"],
            case["expected"]
        );
    }
    for (kind, asked) in KINDS.iter().zip(asked) {
        assert!(asked > 0, "no case of kind {kind}");
    }
}

/// An exact amount.
fn points(text: &str) -> Points {
    text.parse().expect(text)
}
