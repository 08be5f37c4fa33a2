//! An answer kept as a draft: each way with its moves, their reasons and their days.

use std::collections::HashMap;

use rules::amount::Share;
use rules::load::Load;
use rules::rebalance::{Answer, Handover, Hindrance, Pace, Question, Stage, Way, spread};
use serde_json::json;

use super::RebalanceError;
use super::question::UNIT_IDS;
use crate::{Store, StoreError, Value, Viewer, Writing};

pub(crate) const SAVE: &str = "INSERT INTO rebalance_plan (id, made, actor, day, asked, model, model_version, seed, steps, bound, hindrances, proven, \
     stopped, enough, together, resting, chosen, first, pace) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 0, $17, $18)";

/// How a plan came about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// Id and version of the weight model.
    pub model: (String, String),
    /// Where the draws began.
    pub seed: u64,
    /// How many steps the engine was given.
    pub steps: u64,
    /// How the handovers are spread.
    pub pace: Pace,
}

impl Store {
    /// Keeps an answer as a draft and gives its id: moves with their days, nothing decided. Nothing of it changes who holds a case.
    ///
    /// # Errors
    /// [`StoreError::NotThere`] when the units are not for the viewer; [`RebalanceError::Pace`]; or as the database answers.
    pub async fn save_plan(
        &self,
        viewer: &Viewer,
        question: &Question,
        answer: &Answer,
        made: &Made,
    ) -> Result<i64, RebalanceError> {
        if !(1..=rules::rebalance::MOST_PER_WEEK).contains(&made.pace.per_week) {
            return Err(RebalanceError::Pace);
        }
        let mut reading = self.read(viewer).await?;
        if !reading.plans_for(&question.asked.units).await? {
            return Err(StoreError::NotThere.into());
        }
        reading.close().await?;
        let mut writing = self.begin(viewer).await?;
        let units: HashMap<String, i64> = writing
            .fetch(UNIT_IDS, &[], |row| Ok((row.get(0)?, row.get(1)?)))
            .await?
            .into_iter()
            .collect();
        let id = writing.next_ids(1)?;
        let (bound, hindrances, is_proven, stopped, enough, ways): (_, &[Hindrance], _, _, _, &[Way]) = match answer {
            Answer::Plan(plan) => (Some(plan.bound), &[], plan.highest_is_proven, plan.stopped, None, &plan.ways),
            Answer::Impossible {
                hindrances,
                is_proven,
                enough,
            } => (None, hindrances, *is_proven, false, *enough, &[]),
        };
        let asked = serde_json::to_string(&question.asked)?;
        let hindrances_text = serde_json::to_string(hindrances)?;
        let resting: Vec<i64> = question.resting.iter().map(|one| one.person).collect();
        let resting = serde_json::to_string(&resting)?;
        let whole = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
        let actor = viewer.name().to_owned();
        let values = [
            id.into(),
            viewer.at().as_microsecond().into(),
            Value::Text(&actor),
            question.asked.day.into(),
            Value::Text(&asked),
            Value::Text(&made.model.0),
            Value::Text(&made.model.1),
            whole(made.seed).into(),
            whole(made.steps).into(),
            bound.map(whole).into(),
            Value::Text(&hindrances_text),
            is_proven.into(),
            stopped.into(),
            enough.map(Share::millionths).into(),
            question.together().map(Share::millionths).into(),
            Value::Text(&resting),
            made.pace.first.into(),
            i64::from(made.pace.per_week).into(),
        ];
        writing.execute(SAVE, &values).await?;
        let points = question.points();
        let people = question.workers.iter().zip(points).map(|(worker, points)| {
            let unit = worker.unit.as_ref().and_then(|code| units.get(code)).copied();
            let amounts = [worker.capacity.millionths().into(), points.millionths().into()];
            [id.into(), worker.person.into(), unit.into(), amounts[0], amounts[1]]
        });
        let people: Vec<[Value<'_>; 5]> = people.collect();
        let columns = ["plan", "person", "unit", "capacity", "points"];
        writing.insert_many("rebalance_person", columns, people).await?;
        for (way, number) in ways.iter().zip(0..) {
            save_way(&mut writing, question, (id, number), way, made.pace).await?;
        }
        let details = json!({
            "asked": question.asked, "bound": bound, "hindrances": hindrances.len(), "moves": ways.first().map(|way| way.moves.len()),
            "seed": made.seed, "steps": made.steps,
        });
        writing.record("rebalance.plan", &id.to_string(), &details).await?;
        writing.commit().await?;
        Ok(id)
    }
}

/// One way, whose moves are spread over weeks: those of whoever has most to give up first.
async fn save_way(
    writing: &mut Writing,
    question: &Question,
    (plan, number): (i64, i64),
    way: &Way,
    pace: Pace,
) -> Result<(), RebalanceError> {
    let (points, capacity) = way.highest;
    let handovers = i64::try_from(way.handovers).unwrap_or(i64::MAX);
    let sums = [
        plan.into(),
        number.into(),
        handovers.into(),
        points.millionths().into(),
        capacity.millionths().into(),
    ];
    let columns = ["plan", "way", "handovers", "points", "capacity"];
    writing.insert_many("rebalance_way", columns, [sums]).await?;
    let held = question.points();
    let mut moves: Vec<&rules::rebalance::Move> = way.moves.iter().collect();
    moves.sort_by_key(|step| {
        let holder = question.groups[step.group].holder;
        let load = holder.map(|holder| Load::of(held[holder], question.workers[holder].capacity));
        (std::cmp::Reverse(load), holder, step.group)
    });
    let handovers: Vec<Handover> = moves
        .iter()
        .map(|step| Handover {
            to: question.workers[step.to].person,
            cases: u32::try_from(question.groups[step.group].cases.len()).unwrap_or(u32::MAX),
            decided: None,
        })
        .collect();
    let days = spread(&handovers, pace);
    let reasons = moves.iter().map(|step| serde_json::to_string(&step.reason));
    let reasons: Vec<String> = reasons.collect::<Result<_, _>>()?;
    let first = writing.next_ids(moves.len())?;
    let rows = moves
        .iter()
        .zip(&reasons)
        .zip(&days)
        .zip(first..)
        .map(|(((step, reason), day), id)| {
            let group = &question.groups[step.group];
            let to = question.workers[step.to].person;
            [
                id.into(),
                plan.into(),
                number.into(),
                group.holder.map(|holder| question.workers[holder].person).into(),
                to.into(),
                to.into(),
                i64::try_from(group.cases.len()).unwrap_or(i64::MAX).into(),
                group.points.millionths().into(),
                Value::Text(reason),
                Value::Text(Stage::Proposed.id()),
                (*day).into(),
            ]
        });
    let rows: Vec<[Value<'_>; 11]> = rows.collect();
    let columns = [
        "id", "plan", "way", "giver", "receiver", "proposed", "cases", "points", "reason", "stage", "due",
    ];
    writing.insert_many("rebalance_move", columns, rows).await?;
    let phases = moves.iter().zip(first..).flat_map(|(step, id)| {
        let phases = question.groups[step.group].phases.iter();
        phases.map(move |phase| [Value::Integer(id), Value::Integer(*phase)])
    });
    let phases: Vec<[Value<'_>; 2]> = phases.collect();
    writing.insert_many("rebalance_phase", ["step", "phase"], phases).await?;
    Ok(())
}
