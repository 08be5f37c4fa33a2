//! Who could take over the cases of a move: who may, who may not and by which rules, and the load each would get.

use std::collections::{BTreeSet, HashMap, HashSet};

use rules::load::Load;
use rules::rebalance::{Asked, Rule, Standing, compose};
use rules::weight_model::{Series, WeightModel};

use super::RebalanceError;
use super::plan::{Change, MOVES_OF, Move, Party, Plan, a_move, standings_of};
use super::question::on;
use crate::{Reading, StoreError};

/// Somebody who could take over the cases of a move.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receiver {
    /// Id of the person.
    pub id: i64,
    /// Employment number.
    pub number: String,
    /// Name.
    pub name: String,
    /// The rules by which this person may not.
    pub rules: Vec<Rule>,
    /// The load with these cases; none where the viewer sees no loads by name.
    pub load: Option<Load>,
    /// Whether it is above the limit then.
    pub is_above: bool,
}

impl Reading {
    /// Who could take over the cases of a move: those who may and those who may not, and what their load would be. Fewest points on the
    /// capacity first, where that is for the viewer.
    ///
    /// # Errors
    /// [`StoreError::NotThere`] when there is no such move or it is not for the viewer; [`RebalanceError::Facts`] when its facts have changed;
    /// or as the database answers.
    pub async fn receivers(&mut self, plan: &Plan, step: i64, models: &Series) -> Result<Vec<Receiver>, RebalanceError> {
        let step = plan.step(step).ok_or(StoreError::NotThere)?;
        let asked = Asked {
            day: on(&plan.asked, self.viewer().today()),
            unallocated: true,
            ..plan.asked.clone()
        };
        let model = models.on(asked.day).ok_or(RebalanceError::NoModel)?;
        let rules = self.rules_for(&asked, step, model).await?;
        let people = self.people_of(plan).await?;
        let loads = self.loads_reach().await?;
        let led: HashSet<i64> = self.members(&loads, self.viewer.day()).await?.into_iter().collect();
        let mut receivers: Vec<(Option<Load>, Receiver)> = people
            .into_iter()
            .filter(|(party, ..)| Some(party.id) != step.from)
            .filter_map(|(party, standing)| {
                let rules = rules.get(&party.id)?.clone();
                let after = if party.id == step.to && step.stage.counts() {
                    standing.after
                } else {
                    standing.after + step.points
                };
                let load = Load::of(after, standing.capacity);
                let seen = (loads.everywhere || led.contains(&party.id)).then_some(load);
                Some((
                    seen,
                    Receiver {
                        id: party.id,
                        number: party.number,
                        name: party.name,
                        rules,
                        load: seen,
                        is_above: after > plan.asked.most(standing.capacity),
                    },
                ))
            })
            .collect();
        receivers.sort_by(|a, b| (!a.1.rules.is_empty(), a.0, &a.1.number).cmp(&(!b.1.rules.is_empty(), b.0, &b.1.number)));
        Ok(receivers.into_iter().map(|(_, receiver)| receiver).collect())
    }

    /// Everybody in a plan with the load before and after, whoever may see it.
    async fn people_of(&mut self, plan: &Plan) -> Result<Vec<(Party, Standing)>, StoreError> {
        let people = self.stored_people(plan.id).await?;
        let moves = self.fetch(MOVES_OF, &[plan.id.into(), plan.chosen.into()], a_move).await?;
        let standings = standings_of(&people, &moves);
        Ok(people.into_iter().map(|(party, ..)| party).zip(standings).collect())
    }

    /// By which rules each of those who could be given cases may not hold those of a move; whoever is not given any is left out.
    pub(super) async fn rules_for(
        &mut self,
        asked: &Asked,
        step: &Move,
        model: &WeightModel,
    ) -> Result<HashMap<i64, Vec<Rule>>, RebalanceError> {
        let mut facts = self.rebalance_facts(asked, model).await?;
        facts
            .phases
            .retain(|phase| phase.holder == step.from && step.phases.contains(&phase.id));
        if facts.phases.len() < step.phases.len() {
            return Err(RebalanceError::Facts(step.changed.unwrap_or(Change::OtherHolder)));
        }
        let mut refused = self.rebalance_rules(asked, &facts).await?;
        let mut told: HashMap<usize, BTreeSet<Rule>> = HashMap::new();
        let question = compose(asked, &facts.people, &facts.phases, &mut |person, phase| {
            let rules = refused(person, phase);
            told.entry(person).or_default().extend(rules.iter().copied());
            rules
        });
        let people: HashMap<i64, usize> = facts
            .people
            .iter()
            .zip(0..)
            .map(|(somebody, place)| (somebody.person, place))
            .collect();
        let locked = question.groups.iter().any(|group| group.locked);
        let of_workers = question.workers.iter().zip(0..).filter(|(worker, _)| worker.receives);
        let rules = of_workers.filter(|_| !locked).map(|(worker, place): (_, usize)| {
            let told = people.get(&worker.person).and_then(|place| told.get(place));
            let mut rules: Vec<Rule> = told.into_iter().flatten().copied().collect();
            if rules.is_empty() && !question.groups.iter().all(|group| group.allowed.contains(&place)) {
                rules.push(Rule::OtherPart);
            }
            (worker.person, rules)
        });
        Ok(rules.collect())
    }
}
