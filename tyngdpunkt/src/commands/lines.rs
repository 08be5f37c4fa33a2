//! The lines of a load and of a case, for programs; documented in `docs/caseload.md`.

use rules::load::{CaseLines, Explanation, LimitState};
use rules::weigh::{WeighError, Weighed};
use rules::weight_model::WeightModel;
use serde_json::{Value as Json, json};

use crate::language::Language;
use crate::sentences;

/// The load, and under `lines` what it was counted from.
pub fn of_load(explained: &Explanation, model: &WeightModel, language: &Language) -> Json {
    let limits: Vec<Json> = explained.load.limits.iter().map(|state| limit(state, model)).collect();
    let cases: Vec<Json> = explained.cases.iter().map(|case| of_case(case, language)).collect();
    let duties = explained
        .duties
        .iter()
        .map(|(id, points)| json!({ "id": id, "points": points }));
    let support = explained
        .support
        .iter()
        .map(|(id, points)| json!({ "id": id, "points": points }));
    let lines = json!({
        "cases": cases, "stable": explained.load.stable, "duties": duties.collect::<Vec<_>>(),
        "support": support.collect::<Vec<_>>(), "capacity": capacity(explained),
    });
    let mut load = merged(json!(explained.load), json!({ "lines": lines }));
    load["limits"] = json!(limits);
    load
}

/// The points of a case and its lines, or, where the model cannot weigh it, a sentence that says why.
pub fn of_weighed(weighed: Result<&Weighed, &WeighError>, language: &Language) -> Json {
    match weighed {
        Ok(weighed) => json!(weighed),
        Err(error) => json!({ "points": null, "lines": [], "problem": sentences::weigh(error, language) }),
    }
}

/// One JSON object with the members of both.
pub fn merged(mut first: Json, second: Json) -> Json {
    if let (Some(first), Json::Object(second)) = (first.as_object_mut(), second) {
        first.extend(second);
    }
    first
}

fn of_case(case: &CaseLines, language: &Language) -> Json {
    merged(
        json!({ "reference": case.reference, "type": case.case_type, "phase": case.phase }),
        of_weighed(case.weighed.as_ref(), language),
    )
}

fn limit(state: &LimitState, model: &WeightModel) -> Json {
    let limit = model.limits.get(state.limit);
    merged(
        json!(state),
        json!({
            "title": limit.and_then(|limit| limit.title.as_deref()), "count": limit.map(|limit| limit.count),
            "exceptional": limit.and_then(|limit| limit.exceptional),
        }),
    )
}

fn capacity(explained: &Explanation) -> Json {
    let lines = &explained.capacity;
    let employments = lines
        .employments
        .iter()
        .map(|(unit, hours)| json!({ "unit": unit, "hours_per_week": hours }));
    let reductions = lines.reductions.iter().map(|reduction| {
        json!({
            "id": reduction.kind, "share": reduction.share, "hours_per_week": reduction.hours,
            "at_most": reduction.at_most, "expired": reduction.expired,
        })
    });
    let level = lines
        .level
        .as_ref()
        .map(|(id, share)| json!({ "id": id, "share": share, "months": lines.months }));
    json!({
        "norm": lines.norm, "full_time_hours": lines.full_time, "level": level, "employments": employments.collect::<Vec<_>>(),
        "reductions": reductions.collect::<Vec<_>>(), "rounded_down": lines.rounded_down, "capacity": lines.capacity,
    })
}
