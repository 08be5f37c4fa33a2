//! What is decided about a plan: each move accepted, changed or dropped, the way and the pace chosen. Only carrying a move out changes who
//! holds a case.

use jiff::civil::Date;
use rules::allocation::Reason as Why;
use rules::case::Part;
use rules::rebalance::{Handover, MOST_PER_WEEK, Pace, Reason, Stage, spread};
use rules::weight_model::Series;
use serde_json::json;

use super::RebalanceError;
use super::plan::{Move, Plan};
use super::question::on;
use crate::allocation::{Giving, give};
use crate::{Store, StoreError, Value, Viewer, Writing};

pub(crate) const SET_STAGE: &str = "UPDATE rebalance_move SET stage = $2, decided = $3 WHERE id = $1";
pub(crate) const CHANGE_RECEIVER: &str =
    "UPDATE rebalance_move SET receiver = $2, reason = $3, due = $4, stage = 'accepted', decided = $5 WHERE id = $1";
pub(crate) const DONE: &str = "UPDATE rebalance_move SET stage = 'done', done = $2, decided = $3 WHERE id = $1";
pub(crate) const SET_DUE: &str = "UPDATE rebalance_move SET due = $2 WHERE id = $1";
pub(crate) const CHOOSE_WAY: &str = "UPDATE rebalance_plan SET chosen = $2 WHERE id = $1";
pub(crate) const SET_PACE: &str = "UPDATE rebalance_plan SET first = $2, pace = $3 WHERE id = $1";
pub(crate) const CLOSE: &str = "UPDATE rebalance_plan SET closed = $2 WHERE id = $1";

impl Store {
    /// A plan that the viewer sees and that is not closed.
    async fn open_plan(&self, viewer: &Viewer, plan: i64) -> Result<Plan, RebalanceError> {
        let mut reading = self.read(viewer).await?;
        let plan = reading.plan(plan).await?.ok_or(StoreError::NotThere)?;
        reading.close().await?;
        if plan.closed.is_some() {
            return Err(RebalanceError::Closed);
        }
        Ok(plan)
    }

    /// The same, which the viewer sees the whole of.
    async fn whole_plan(&self, viewer: &Viewer, plan: i64) -> Result<Plan, RebalanceError> {
        let plan = self.open_plan(viewer, plan).await?;
        if plan.is_whole {
            Ok(plan)
        } else {
            Err(StoreError::NotThere.into())
        }
    }

    /// Accepts, drops or takes back moves whose receivers the viewer has seen, pairs of move and person; those that are so already stay. Gives
    /// how many were changed: all of them, or none when one cannot be.
    ///
    /// # Errors
    /// [`RebalanceError::Done`]; [`RebalanceError::Facts`] for one that is to be accepted though its facts have changed;
    /// [`RebalanceError::Changed`] when another receiver was chosen meanwhile; [`StoreError::NotThere`]; or as the database answers.
    pub async fn decide_moves(
        &self,
        viewer: &Viewer,
        plan: i64,
        moves: &[(i64, i64)],
        stage: Stage,
    ) -> Result<usize, RebalanceError> {
        let plan = self.open_plan(viewer, plan).await?;
        let mut wanted: Vec<&Move> = Vec::new();
        for (id, receiver) in moves {
            let step = plan.step(*id).filter(|step| step.may_decide).ok_or(StoreError::NotThere)?;
            if step.stage == Stage::Done {
                return Err(RebalanceError::Done);
            }
            if step.to != *receiver {
                return Err(RebalanceError::Changed);
            }
            match step.changed.filter(|_| stage == Stage::Accepted) {
                Some(change) => return Err(RebalanceError::Facts(change)),
                None if step.stage != stage => wanted.push(step),
                None => {}
            }
        }
        if wanted.is_empty() || stage == Stage::Done {
            return Ok(0);
        }
        let mut writing = self.begin(viewer).await?;
        let actor = viewer.name().to_owned();
        let mut changes = Vec::new();
        for step in &wanted {
            as_seen(&mut writing, &plan, step).await?;
            let values = [step.id.into(), Value::Text(stage.id()), Value::Text(&actor)];
            writing.execute(SET_STAGE, &values).await?;
            changes.push(json!({ "move": step.id, "cases": step.references, "before": step.stage, "after": stage }));
        }
        writing.record("rebalance.decide", &plan.id.to_string(), &changes).await?;
        writing.commit().await?;
        Ok(wanted.len())
    }

    /// Gives a move another receiver, checked at once, and so accepts it; its day follows the pace.
    ///
    /// # Errors
    /// [`RebalanceError::MayNot`] with the rules by which that person may not; [`RebalanceError::Facts`]; [`RebalanceError::Done`];
    /// [`RebalanceError::Changed`]; [`StoreError::NotThere`]; or as the database answers.
    pub async fn change_receiver(
        &self,
        viewer: &Viewer,
        plan: i64,
        (id, seen): (i64, i64),
        to: i64,
        models: &Series,
    ) -> Result<(), RebalanceError> {
        let plan = self.open_plan(viewer, plan).await?;
        let step = plan.step(id).filter(|step| step.may_decide).ok_or(StoreError::NotThere)?;
        if step.stage == Stage::Done {
            return Err(RebalanceError::Done);
        }
        if step.to != seen {
            return Err(RebalanceError::Changed);
        }
        let mut reading = self.read(viewer).await?;
        let receivers = reading.receivers(&plan, id, models).await?;
        reading.close().await?;
        let receiver = receivers.iter().find(|receiver| receiver.id == to);
        match receiver {
            None => return Err(RebalanceError::MayNot { rules: Vec::new() }),
            Some(receiver) if !receiver.rules.is_empty() => {
                let rules = receiver.rules.clone();
                return Err(RebalanceError::MayNot { rules });
            }
            Some(_) => {}
        }
        let reason = if to == step.proposed {
            step.reason.clone()
        } else {
            Reason::Chosen
        };
        let handovers: Vec<Handover> = plan
            .moves
            .iter()
            .filter(|other| other.stage.counts() || other.id == id)
            .map(|other| Handover {
                to: if other.id == id { to } else { other.to },
                cases: other.cases,
                decided: (other.id != id).then_some(other.due),
            })
            .collect();
        let pace = Pace {
            first: plan.pace.first.max(viewer.today()),
            ..plan.pace
        };
        let at = plan
            .moves
            .iter()
            .filter(|other| other.stage.counts() || other.id == id)
            .position(|other| other.id == id);
        let day = at
            .and_then(|at| spread(&handovers, pace).get(at).copied())
            .unwrap_or(step.due);
        let mut writing = self.begin(viewer).await?;
        as_seen(&mut writing, &plan, step).await?;
        let actor = viewer.name().to_owned();
        let reason = serde_json::to_string(&reason)?;
        let values = [id.into(), to.into(), Value::Text(&reason), day.into(), Value::Text(&actor)];
        writing.execute(CHANGE_RECEIVER, &values).await?;
        let details = json!({ "move": id, "cases": step.references, "before": step.to, "after": to, "proposed": step.proposed });
        writing.record("rebalance.change", &plan.id.to_string(), &details).await?;
        writing.commit().await?;
        Ok(())
    }

    /// Follows another of the ways of a plan, of which nothing is carried out yet. What was decided about the moves of each way stays with it.
    ///
    /// # Errors
    /// [`RebalanceError::Begun`]; [`StoreError::NotThere`] when there is no such way, or the plan is not wholly for the viewer; or as the
    /// database answers.
    pub async fn choose_way(&self, viewer: &Viewer, plan: i64, way: u32) -> Result<(), RebalanceError> {
        let plan = self.whole_plan(viewer, plan).await?;
        if !plan.ways.iter().any(|known| known.number == way) {
            return Err(StoreError::NotThere.into());
        }
        if plan.chosen == way {
            return Ok(());
        }
        if plan.moves.iter().any(|step| step.stage == Stage::Done) {
            return Err(RebalanceError::Begun);
        }
        let mut writing = self.begin(viewer).await?;
        writing.execute(CHOOSE_WAY, &[plan.id.into(), way.into()]).await?;
        let details = json!({ "before": plan.chosen, "after": way });
        writing.record("rebalance.way", &plan.id.to_string(), &details).await?;
        writing.commit().await?;
        Ok(())
    }

    /// Spreads the moves that are neither carried out nor dropped anew.
    ///
    /// # Errors
    /// [`RebalanceError::Pace`]; [`StoreError::NotThere`] unless the plan is wholly for the viewer; or as the database answers.
    pub async fn spread_plan(&self, viewer: &Viewer, plan: i64, pace: Pace) -> Result<(), RebalanceError> {
        let plan = self.whole_plan(viewer, plan).await?;
        if !(1..=MOST_PER_WEEK).contains(&pace.per_week) {
            return Err(RebalanceError::Pace);
        }
        let moves: Vec<&Move> = plan.moves.iter().filter(|step| step.stage.counts()).collect();
        let handovers: Vec<Handover> = moves
            .iter()
            .map(|step| Handover {
                to: step.to,
                cases: step.cases,
                decided: (step.stage == Stage::Done).then_some(step.due),
            })
            .collect();
        let days = spread(&handovers, pace);
        let mut writing = self.begin(viewer).await?;
        for (step, day) in moves.iter().zip(&days).filter(|(step, day)| step.due != **day) {
            writing.execute(SET_DUE, &[step.id.into(), (*day).into()]).await?;
        }
        let values = [plan.id.into(), pace.first.into(), i64::from(pace.per_week).into()];
        writing.execute(SET_PACE, &values).await?;
        let told = |pace: Pace| json!({ "first": pace.first, "per_week": pace.per_week });
        let details = json!({ "before": told(plan.pace), "after": told(pace) });
        writing.record("rebalance.spread", &plan.id.to_string(), &details).await?;
        writing.commit().await?;
        Ok(())
    }

    /// Closes a plan: what is carried out stays, and nothing more is done with it.
    ///
    /// # Errors
    /// [`StoreError::NotThere`] unless the plan is wholly for the viewer; or as the database answers.
    pub async fn close_plan(&self, viewer: &Viewer, plan: i64, day: Date) -> Result<(), RebalanceError> {
        let plan = self.whole_plan(viewer, plan).await?;
        let mut writing = self.begin(viewer).await?;
        writing.execute(CLOSE, &[plan.id.into(), day.into()]).await?;
        writing
            .record("rebalance.close", &plan.id.to_string(), &json!({ "after": day }))
            .await?;
        writing.commit().await?;
        Ok(())
    }

    /// Carries out an accepted move whose day has come: its cases are from today held by the receiver. Everything is checked again.
    ///
    /// # Errors
    /// [`RebalanceError::NotAccepted`], [`RebalanceError::NotYet`], [`RebalanceError::Facts`], [`RebalanceError::MayNot`];
    /// [`StoreError::NotThere`]; or as the database answers.
    pub async fn carry_out(&self, viewer: &Viewer, plan: i64, id: i64, models: &Series) -> Result<(), RebalanceError> {
        let plan = self.open_plan(viewer, plan).await?;
        let step = plan.step(id).filter(|step| step.may_carry_out).ok_or(StoreError::NotThere)?;
        match step.stage {
            Stage::Done => return Err(RebalanceError::Done),
            Stage::Accepted => {}
            stage => return Err(RebalanceError::NotAccepted { stage }),
        }
        let today = viewer.today();
        if step.due > today {
            return Err(RebalanceError::NotYet);
        }
        if let Some(change) = step.changed {
            return Err(RebalanceError::Facts(change));
        }
        let asked = rules::rebalance::Asked {
            day: on(&plan.asked, today),
            unallocated: true,
            ..plan.asked.clone()
        };
        let model = models.on(asked.day).ok_or(RebalanceError::NoModel)?;
        let mut reading = self.read(viewer).await?;
        let rules = reading.rules_for(&asked, step, model).await?;
        reading.close().await?;
        match rules.get(&step.to) {
            Some(rules) if rules.is_empty() => {}
            rules => {
                let rules = rules.cloned().unwrap_or_default();
                return Err(RebalanceError::MayNot { rules });
            }
        }
        let mut writing = self.begin(viewer).await?;
        as_seen(&mut writing, &plan, step).await?;
        hand_over(&mut writing, step, today).await?;
        let actor = viewer.name().to_owned();
        writing.execute(DONE, &[id.into(), today.into(), Value::Text(&actor)]).await?;
        let details = json!({ "move": id, "cases": step.references, "before": step.from, "after": step.to, "on": today });
        writing.record("rebalance.carry_out", &plan.id.to_string(), &details).await?;
        writing.commit().await?;
        Ok(())
    }
}

/// Whether a move is still as it was read, now that nobody else writes.
async fn as_seen(writing: &mut Writing, plan: &Plan, step: &Move) -> Result<(), RebalanceError> {
    let now = super::plan::stage_of(writing, plan, step.id).await?;
    if now == Some((step.stage, step.to)) {
        Ok(())
    } else {
        Err(RebalanceError::Changed)
    }
}

/// Moves the cases from the giver to the receiver, or gives them where nobody holds them: each phase by a decision of its own, or none.
async fn hand_over(writing: &mut Writing, step: &Move, on: Date) -> Result<(), RebalanceError> {
    for phase in &step.phases {
        let giving = Giving {
            phase: *phase,
            from: step.from,
            to: step.to,
            part: Part::Main,
            share: None,
            on,
            reason: Why::Plan,
        };
        give(writing, giving).await?;
    }
    Ok(())
}
