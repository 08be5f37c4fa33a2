//! A peer's question, asked as a weight model (the text of a TOML file) and a caseload (the documented JSON).
//!
//! Each adapter only writes the two documents; what they come to is the engine's to say. The same two documents can be given to
//! `tyngdpunkt weigh --model MODEL.toml CASELOAD.json`.

use std::fmt::Write as _;

use jiff::civil::{Date, date};
use jiff::{Span, ToSpan};
use rules::amount::{MILLION, Points, Share};
use serde_json::{Value, json};

/// The day every question is asked for; the peers' "today".
pub const TODAY: Date = date(2026, 10, 31);

/// A weight model and a caseload to weigh with it.
pub struct Question {
    /// The text of a model file.
    pub model: String,
    /// A caseload document.
    pub caseload: Value,
}

/// One row of a model: a table, and its keys with their values as JSON. A value that is null leaves its key out.
pub fn row(model: &mut String, table: &str, keys: &[(&str, Value)]) {
    // Writing to a String cannot fail.
    let _ = writeln!(model, "\n[[{table}]]");
    for (key, value) in keys.iter().filter(|(_, value)| !value.is_null()) {
        let _ = writeln!(model, "{key} = {value}");
    }
}

/// A model of so many points (none when null) at so many hours, as yet without rows.
fn model(points: &Value, hours: &Value) -> String {
    let points = if points.is_null() {
        String::new()
    } else {
        format!("points = {points}")
    };
    format!(
        "format = 1\nid = \"peer\"\nversion = \"1\"\ntitle = \"Peer case\"\nsource = \"peer_cases.json\"\n\
         valid_from = 2000-01-01\nunit = \"points\"\n\n[norm]\n{points}\nhours_per_week = {hours}\nrounding = \"down\"\n"
    )
}

/// A model for questions about points alone.
fn points_only() -> String {
    model(&json!(1), &json!(1))
}

/// A model for questions about hours and absences alone; a model needs a row, so it has one.
fn hours_only(points: &Value, hours: &Value) -> String {
    let mut model = model(points, hours);
    row(&mut model, "case", &[("type", json!("case")), ("points", json!(1))]);
    model
}

fn one_person(person: &Value) -> Value {
    json!({ "as_of": TODAY, "people": [person] })
}

fn items<'v>(input: &'v Value, key: &str) -> impl Iterator<Item = &'v Value> {
    input[key].as_array().into_iter().flatten()
}

fn offset(days: &Value) -> Date {
    let days: Span = days.as_i64().expect("whole days").days();
    TODAY.checked_add(days).expect("near today")
}

/// An exact amount as a JSON number.
fn amount(amount: Points) -> Value {
    serde_json::from_str(&amount.to_string()).expect("a decimal number")
}

/// What is taken off for an inactive case that still counts `kept` per cent: the rest of its points, from none to all of them.
pub fn inactive_points(points: &Value, kept: &Value) -> Value {
    let (Ok(points), Ok(kept)) = (points.to_string().parse::<Points>(), kept.to_string().parse::<Share>()) else {
        return Value::Null;
    };
    let taken = Share::from_millionths((MILLION - kept.millionths() / 100).clamp(0, MILLION));
    amount(taken.of(points))
}

/// Cases of one type; inactive ones among them are points that have left the holder, as support received has.
pub fn tier_points(input: &Value) -> Question {
    let mut model = points_only();
    let points = &input["points_per_case"];
    row(&mut model, "case", &[("type", json!("case")), ("points", points.clone())]);
    let mut received = Vec::new();
    if input["subtract_inactive"] == json!(true) {
        for (kind, count) in input["inactive"].as_object().into_iter().flatten() {
            let points = inactive_points(points, &input["inactive_weighting_pct"][kind]);
            row(
                &mut model,
                "support",
                &[("id", json!(kind)), ("points", points), ("days", json!(1))],
            );
            received.push(json!({ "id": kind, "direction": "received", "count": count, "on": TODAY }));
        }
    }
    let cases = [json!({ "type": "case", "count": input["total"] })];
    let caseload = one_person(&json!({ "id": "holder", "cases": cases, "support": received }));
    Question { model, caseload }
}

/// Reports and assessments: work that is no case. What is switched off has no row in the model.
pub fn activity_points(input: &Value) -> Question {
    let mut model = hours_only(&json!(1), &json!(1));
    let mut duties = Vec::new();
    for (place, item) in items(input, "items").enumerate() {
        let id = format!("activity-{place}");
        if item["enabled"] == json!(true) {
            let points = item["weight"].clone();
            row(&mut model, "duty", &[("id", json!(id)), ("points", points)]);
        }
        duties.push(json!({ "id": id, "count": item["count"] }));
    }
    let caseload = one_person(&json!({ "id": "holder", "duties": duties }));
    Question { model, caseload }
}

/// Cases, reports, and support given and received. A contact whose reason has no weight has no row in the model.
pub fn case_list_points(input: &Value) -> Question {
    let mut model = hours_only(&json!(1), &json!(1));
    let (mut cases, mut duties, mut support) = (Vec::new(), Vec::new(), Vec::new());
    for (place, item) in items(input, "cases").enumerate() {
        let id = format!("case-{place}");
        let keys = [("type", json!(id)), ("points", item["weight"].clone())];
        row(&mut model, "case", &keys);
        cases.push(json!({ "type": id, "count": item["count"] }));
    }
    for (place, item) in items(input, "reports").enumerate() {
        let id = format!("report-{place}");
        let keys = [("id", json!(id)), ("points", item["weight"].clone())];
        row(&mut model, "duty", &keys);
        duties.push(json!({ "id": id, "count": item["count"] }));
    }
    for (key, direction) in [("contacts_outside", "given"), ("contacts_by_others", "received")] {
        for (place, item) in items(input, key).enumerate() {
            let id = format!("{direction}-{place}");
            if !item["weight"].is_null() {
                let points = item["weight"].clone();
                row(
                    &mut model,
                    "support",
                    &[("id", json!(id)), ("points", points), ("days", json!(7))],
                );
            }
            support.push(json!({ "id": id, "direction": direction, "count": item["count"], "on": TODAY }));
        }
    }
    let caseload = one_person(&json!({ "id": "holder", "cases": cases, "duties": duties, "support": support }));
    Question { model, caseload }
}

/// Nominal points at the grade's full-time week. A grade without a week, or none at all, holds no employment with cases.
pub fn available_points(input: &Value) -> Question {
    let hours = match input["staff_type_id"].as_i64() {
        Some(3 | 7) => &input["default_hours"]["pso"],
        Some(2) => &input["default_hours"]["spo"],
        Some(5) => &Value::Null,
        _ => &input["default_hours"]["po"],
    };
    if hours.as_f64().is_none_or(|hours| hours == 0.0) {
        let model = hours_only(&input["nominal_target"], &json!(37));
        let caseload = one_person(&json!({ "id": "holder" }));
        return Question { model, caseload };
    }
    let employment = match &input["contracted_hours"] {
        Value::Null => json!({ "share": 1 }),
        contracted => json!({ "hours_per_week": contracted }),
    };
    let (mut employments, mut reductions) = (vec![employment], Vec::new());
    match input["reduction_hours"].as_f64() {
        // Less than no reduction is extra hours: an employment of its own.
        Some(extra) if extra < 0.0 => employments.push(json!({ "hours_per_week": -extra })),
        _ => reductions.push(json!({ "id": "reduction", "hours_per_week": input["reduction_hours"] })),
    }
    let model = hours_only(&input["nominal_target"], hours);
    let caseload = one_person(&json!({ "id": "holder", "employments": employments, "reductions": reductions }));
    Question { model, caseload }
}

/// Points of the grade for the hours left; fewer than none are a full week with a larger reduction.
pub fn available_points_hours(input: &Value) -> Question {
    let (default, available) = (&input["default_hours_for_grade"], &input["available_hours"]);
    let (mut employments, mut reductions) = (Vec::new(), Vec::new());
    let without_week = default.as_f64().is_none_or(|hours| hours == 0.0);
    match available.as_f64() {
        _ if without_week => {}
        Some(hours) if hours < 0.0 => {
            employments.push(json!({ "share": 1 }));
            reductions.push(json!({ "id": "all of it", "share": 1 }));
            reductions.push(json!({ "id": "and more", "hours_per_week": -hours }));
        }
        _ => employments.push(json!({ "hours_per_week": available })),
    }
    let week = if without_week { &json!(37) } else { default };
    let model = hours_only(&input["points_for_grade"], week);
    let caseload = one_person(&json!({ "id": "holder", "employments": employments, "reductions": reductions }));
    Question { model, caseload }
}

/// Somebody who holds so many points of so many available, and perhaps a case more.
///
/// A case that is counted already is part of the points: it is held on its own beside the rest.
pub fn capacity(input: &Value) -> Question {
    let mut model = model(&input["available_points"], &json!(37));
    let total: Points = input["total_points"].to_string().parse().expect("points");
    let case_points: Points = input["case_points"].to_string().parse().unwrap_or_default();
    let counted = input["already_counted"] == json!(true);
    let rest = if counted { total - case_points } else { total };
    let held = ("type", json!("held"));
    row(&mut model, "case", &[held, ("points", amount(rest.max(Points::ZERO)))]);
    let given = ("type", json!("given"));
    row(&mut model, "case", &[given, ("points", amount(case_points))]);
    // Fewer points than none: more support received than cases held.
    let keys = [
        ("id", json!("received")),
        ("points", amount((-rest).max(Points::ZERO))),
        ("days", json!(7)),
    ];
    row(&mut model, "support", &keys);
    let mut cases = vec![json!({ "type": "held" })];
    if counted {
        cases.push(json!({ "type": "given" }));
    }
    let person = json!({
        "id": "holder",
        "employments": [{ "share": 1 }],
        "cases": cases,
        "support": [{ "id": "received", "direction": "received", "on": TODAY }],
    });
    let mut caseload = one_person(&person);
    if !counted && !input["case_points"].is_null() {
        caseload["one_more"] = json!({ "type": "given" });
    }
    Question { model, caseload }
}

/// A reduction that takes the share its reason gives, and everything where the reason gives none.
pub fn reduction_allowance_hours(input: &Value) -> Question {
    let mut model = hours_only(&json!(1), &json!(37));
    let share = input["allowance_pct"].to_string().parse::<Share>().ok();
    let share = share.map(|percent| Points::from_millionths((percent.millionths() / 100).min(MILLION)));
    let share = share.map_or(Value::Null, amount);
    row(&mut model, "reduction", &[("id", json!("reason")), ("share", share)]);
    let person = json!({
        "id": "holder",
        "employments": [{ "hours_per_week": input["contracted_hours"] }],
        "reductions": [{ "id": "reason" }],
    });
    Question {
        model,
        caseload: one_person(&person),
    }
}

/// Reductions by the status another system has given them. What is deleted, or never had a status, is no fact.
pub fn reduction_sum(input: &Value) -> Question {
    let reductions = items(input, "reductions").filter_map(|reduction| {
        let (from, to) = match reduction["status"].as_str()? {
            "ACTIVE" => (-30, 30),
            "SCHEDULED" => (30, 60),
            "ARCHIVED" => (-30, -15),
            _ => return None,
        };
        let (from, to) = (offset(&json!(from)), offset(&json!(to)));
        Some(json!({ "id": "reason", "hours_per_week": reduction["hours"], "from": from, "to": to }))
    });
    let reductions: Vec<_> = reductions.collect();
    reductions_of(&reductions)
}

/// Reductions by their dates; those deleted or put away are no facts.
pub fn reduction_window_sum(input: &Value) -> Question {
    let in_force = items(input, "reductions")
        .filter(|reduction| !["DELETED", "ARCHIVED"].contains(&reduction["status"].as_str().unwrap_or_default()));
    let reductions = in_force.map(|reduction| {
        let (from, to) = (offset(&reduction["start_offset_days"]), offset(&reduction["end_offset_days"]));
        json!({ "id": "reason", "hours_per_week": reduction["hours"], "from": from, "to": to })
    });
    reductions_of(&reductions.collect::<Vec<_>>())
}

/// One reduction with its dates.
pub fn reduction_status(input: &Value) -> Question {
    let (from, to) = (offset(&input["start_offset_days"]), offset(&input["end_offset_days"]));
    reductions_of(&[json!({ "id": "reason", "share": 0.5, "from": from, "to": to })])
}

fn reductions_of(reductions: &[Value]) -> Question {
    Question {
        model: hours_only(&json!(1), &json!(168)),
        caseload: one_person(&json!({ "id": "holder", "employments": [{ "share": 1 }], "reductions": reductions })),
    }
}

/// A piece of support that one gave in another's case, as each of those asked about has it.
pub fn support_transfer(input: &Value) -> Question {
    let mut model = hours_only(&json!(1), &json!(1));
    if !input["points"].is_null() {
        let keys = [
            ("id", json!("contact")),
            ("points", input["points"].clone()),
            ("days", json!(7)),
        ];
        row(&mut model, "support", &keys);
    }
    let on = offset(&json!(-input["days_ago"].as_i64().expect("whole days")));
    let asked: Vec<&Value> = items(input, "owners_in_batch").collect();
    let people = [("helper", "given"), ("owner", "received")];
    let people = people.iter().filter(|(who, _)| asked.contains(&&json!(who)));
    let people =
        people.map(|(who, direction)| json!({ "id": who, "support": [{ "id": "contact", "direction": direction, "on": on }] }));
    Question {
        model,
        caseload: json!({ "as_of": TODAY, "people": people.collect::<Vec<_>>() }),
    }
}

/// Somebody who works so many hours, or so large a share of full time.
pub fn full_time_equivalent(input: &Value) -> Question {
    let employment = match &input["fte"] {
        Value::Null => json!({ "hours_per_week": input["hours_per_week"] }),
        share => json!({ "share": share }),
    };
    Question {
        model: hours_only(&json!(1), &input["full_time"]),
        caseload: one_person(&json!({ "id": "holder", "employments": [employment] })),
    }
}

/// People who each hold so many cases of one weight.
pub fn people_with_cases(counts: &Value) -> Question {
    let people = counts.as_array().into_iter().flatten().enumerate();
    let people = people.map(|(place, count)| {
        let cases = [json!({ "type": "case", "count": count })];
        json!({ "id": place.to_string(), "employments": [{ "share": 1 }], "cases": cases })
    });
    Question {
        model: hours_only(&json!(10), &json!(40)),
        caseload: json!({ "as_of": TODAY, "people": people.collect::<Vec<_>>() }),
    }
}
