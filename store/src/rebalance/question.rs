//! From the database to a question: who takes part, and what is held, on a day.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use jiff::civil::Date;
use rules::access::{Permission, Reach};
use rules::allocation::{CaseNeeds, Worker, obstacles};
use rules::amount::{Points, Share};
use rules::case::{Effort, Part};
use rules::load::{Held, load};
use rules::person::Role;
use rules::rebalance::{Asked, OpenPhase, Question, Rule, Somebody, compose};
use rules::unit::Tree;
use rules::weigh;
use rules::weight_model::{Series, WeightModel};

use super::RebalanceError;
use crate::allocation::{Need, NeedKind, gather, needs_of};
use crate::case::effort_of;
use crate::qualification::{requirement, workers};
use crate::value::{id_keys, keys};
use crate::{Reading, Row, StoreError, Value};

/// Open phases of the day $1 that somebody holds as main caseworker, with the effort factors of that day.
macro_rules! held {
    ($which:literal) => {
        concat!(
            "SELECT phase.id, phase.case_file, case_file.reference, case_file.source, case_file.sibling_group, phase.case_type, phase.phase, \
             CASE WHEN EXISTS (SELECT 1 FROM effort_change WHERE effort_change.phase = phase.id AND effort_change.started <= $1) \
             THEN (SELECT effort_change.effort FROM effort_change WHERE effort_change.phase = phase.id AND effort_change.started <= $1 \
             ORDER BY effort_change.started DESC LIMIT 1) ELSE phase.effort END, assignment.person, assignment.share \
             FROM assignment JOIN phase ON phase.id = assignment.phase JOIN case_file ON case_file.id = phase.case_file \
             WHERE assignment.part = 'main' AND phase.withdrawn IS NULL AND phase.started <= $1 \
             AND (phase.until IS NULL OR phase.until > $1) AND assignment.started <= $1 \
             AND (assignment.until IS NULL OR assignment.until > $1)",
            $which,
            " ORDER BY phase.id, assignment.person"
        )
    };
}
pub(crate) const HELD: &str = held!("");
pub(crate) const HELD_BY_SOME: &str =
    held!(" AND assignment.person IN (SELECT CAST(wanted.key AS BIGINT) FROM json_each($2) AS wanted)");

/// Open phases of the day $1 that nobody holds as main caseworker.
macro_rules! nobodys {
    ($which:literal) => {
        concat!(
            "SELECT phase.id, phase.case_file, case_file.reference, case_file.source, case_file.sibling_group, phase.case_type, phase.phase, \
             CASE WHEN EXISTS (SELECT 1 FROM effort_change WHERE effort_change.phase = phase.id AND effort_change.started <= $1) \
             THEN (SELECT effort_change.effort FROM effort_change WHERE effort_change.phase = phase.id AND effort_change.started <= $1 \
             ORDER BY effort_change.started DESC LIMIT 1) ELSE phase.effort END, CAST(NULL AS BIGINT), CAST(NULL AS BIGINT) \
             FROM phase JOIN case_file ON case_file.id = phase.case_file WHERE phase.withdrawn IS NULL AND phase.started <= $1 \
             AND (phase.until IS NULL OR phase.until > $1) AND NOT EXISTS (SELECT 1 FROM assignment WHERE assignment.phase = phase.id \
             AND assignment.part = 'main' AND assignment.started <= $1 AND (assignment.until IS NULL OR assignment.until > $1))",
            $which,
            " ORDER BY phase.id"
        )
    };
}
pub(crate) const NOBODYS: &str = nobodys!("");
pub(crate) const NOBODYS_IN_UNITS: &str =
    nobodys!(" AND phase.unit IN (SELECT unit.id FROM json_each($2) AS wanted JOIN unit ON unit.code = wanted.key)");
pub(crate) const EFFORTS_WITH: &str =
    "SELECT id, factors FROM effort WHERE id IN (SELECT CAST(wanted.key AS BIGINT) FROM json_each($1) AS wanted)";
pub(crate) const UNIT_IDS: &str = "SELECT code, id FROM unit";

/// A unit that a plan can be made for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// How many of those above it stand here too.
    pub depth: usize,
}

/// Type and phase; and the case, where it needs something of its own.
type Kind = (Arc<str>, Option<Arc<str>>, Option<i64>);

/// What is held, before it is weighed.
struct Found {
    phase: OpenPhase,
    effort: Option<i64>,
    share: Option<Share>,
}

/// Who takes part and what is open, with the model they are weighed by.
pub(super) struct Facts {
    pub(super) people: Vec<Somebody>,
    pub(super) phases: Vec<OpenPhase>,
    /// What the cases need, by the id of the case.
    needs: HashMap<i64, Vec<Need>>,
}

impl Reading {
    /// The units that the viewer may make a plan for, each after the one above it, and whether the whole municipality is one of the choices.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn rebalance_places(&mut self) -> Result<(Vec<Place>, bool), StoreError> {
        let reach = self.reach(Permission::Rebalance).await?;
        let tree = self.units().await?;
        let mut places = Vec::new();
        below(&tree, None, 0, &reach, &mut places);
        Ok((places, reach.everywhere))
    }

    /// Whether the viewer may make a plan for these units.
    pub(super) async fn plans_for(&mut self, units: &BTreeSet<String>) -> Result<bool, StoreError> {
        let reach = self.reach(Permission::Rebalance).await?;
        if units.is_empty() || reach.everywhere {
            let tree = self.units().await?;
            return Ok(reach.everywhere && units.iter().all(|code| tree.unit(code).is_some()));
        }
        Ok(units.iter().all(|code| reach.covers_unit(Some(code))))
    }

    /// What is asked about these units on the day: everybody who is in them today or then, and what they hold.
    ///
    /// # Errors
    /// [`StoreError::NotThere`] when one of the units is not for the viewer; [`RebalanceError`]; or as the database answers.
    pub async fn rebalance_question(&mut self, asked: &Asked, models: &Series) -> Result<Question, RebalanceError> {
        // Whoever runs the program may ask about any day, as of loads.
        let is_account = self.viewer().account_id().is_some();
        asked.check(if is_account { self.viewer().today() } else { asked.day })?;
        if !self.plans_for(&asked.units).await? {
            return Err(StoreError::NotThere.into());
        }
        let model = models.on(asked.day).ok_or(RebalanceError::NoModel)?;
        let facts = self.rebalance_facts(asked, model).await?;
        let known = |person: &i64| facts.people.iter().any(|somebody| somebody.person == *person);
        if !asked.occasion.people().is_none_or(|people| people.iter().all(known)) {
            return Err(RebalanceError::NotInUnits);
        }
        let mut refused = self.rebalance_rules(asked, &facts).await?;
        Ok(compose(asked, &facts.people, &facts.phases, &mut refused))
    }

    /// By which rules somebody may not hold a phase on the day, as [`obstacles`] says; asked of the places of people and phases in the facts.
    pub(super) async fn rebalance_rules(
        &mut self,
        asked: &Asked,
        facts: &Facts,
    ) -> Result<impl FnMut(usize, usize) -> Vec<Rule> + use<>, StoreError> {
        let day = asked.day;
        let requirement = requirement(self).await?;
        let ids = id_keys(facts.people.iter().map(|somebody| somebody.person));
        let mut brings = workers(self, Some(&ids)).await?;
        let workers: Vec<Worker> = facts
            .people
            .iter()
            .map(|somebody| brings.remove(&somebody.person).unwrap_or_default())
            .collect();
        // Most cases need nothing but what their type and phase do: those are asked about once for each person.
        let mut kinds: HashMap<Kind, usize> = HashMap::new();
        let mut needs: Vec<CaseNeeds> = Vec::new();
        let mut kind_of: Vec<usize> = Vec::with_capacity(facts.phases.len());
        for phase in &facts.phases {
            let own = facts.needs.get(&phase.case);
            let kind = (Arc::clone(&phase.case_type), phase.phase.clone(), own.map(|_| phase.case));
            let place = *kinds.entry(kind).or_insert_with(|| {
                needs.push(CaseNeeds {
                    case_type: phase.case_type.to_string(),
                    phase: phase.phase.as_deref().map(str::to_owned),
                    ..own.map(|own| gather(own)).unwrap_or_default()
                });
                needs.len() - 1
            });
            kind_of.push(place);
        }
        let mut known: HashMap<(usize, usize), Vec<Rule>> = HashMap::new();
        Ok(move |person: usize, phase: usize| {
            let kind = kind_of[phase];
            let rules = known.entry((person, kind)).or_insert_with(|| {
                let found = obstacles(&requirement, &workers[person], &needs[kind], Part::Main, day);
                found.iter().filter_map(Rule::of).collect()
            });
            rules.clone()
        })
    }

    /// Everybody in the units today or on the day, and what they hold.
    pub(super) async fn rebalance_facts(&mut self, asked: &Asked, model: &WeightModel) -> Result<Facts, StoreError> {
        let reach = Reach {
            everywhere: asked.units.is_empty(),
            own: false,
            units: asked.units.clone(),
        };
        let days = [self.viewer().today(), asked.day];
        let found = self.facts_for_sums(&reach, asked.day, &days).await?;
        let people: Vec<Somebody> = found
            .iter()
            .map(|facts| {
                let on_day = facts.holdings.iter().filter(|holding| holding.period.contains(asked.day));
                let held = on_day.map(|holding| Held::weigh(model, holding));
                let load = load(model, &facts.person, &held, asked.day);
                let posts = || facts.person.employments.iter();
                let now = posts().find(|post| post.period.contains(asked.day));
                let latest = now.or_else(|| posts().max_by_key(|post| post.period.from()));
                Somebody {
                    person: facts.id,
                    number: facts.person.reference.clone(),
                    name: facts.name.clone(),
                    unit: latest.and_then(|post| post.unit.clone()),
                    is_in_service: load.in_service,
                    is_caseworker: posts().any(|post| post.role == Role::Caseworker && post.period.contains(asked.day)),
                    capacity: load.capacity,
                    points: load.points,
                }
            })
            .collect();
        let ids = id_keys(people.iter().map(|somebody| somebody.person));
        let codes = keys(asked.units.iter().map(String::as_str));
        let day = Value::Date(asked.day);
        let mut found = if reach.everywhere {
            self.fetch(HELD, &[day], found_phase).await?
        } else {
            self.fetch(HELD_BY_SOME, &[day, Value::Json(&ids)], found_phase).await?
        };
        if asked.unallocated && reach.everywhere {
            found.extend(self.fetch(NOBODYS, &[day], found_phase).await?);
        } else if asked.unallocated {
            found.extend(self.fetch(NOBODYS_IN_UNITS, &[day, Value::Json(&codes)], found_phase).await?);
        }
        let efforts: BTreeSet<i64> = found.iter().filter_map(|one| one.effort).collect();
        let efforts = id_keys(efforts);
        let read = |row: Row<'_>| Ok((row.get::<i64>(0)?, effort_of(row.get(1)?)?));
        let efforts: HashMap<i64, Effort> = self
            .fetch(EFFORTS_WITH, &[Value::Json(&efforts)], read)
            .await?
            .into_iter()
            .collect();
        let none = Effort::new();
        let phases = found.into_iter().map(|one| {
            let effort = one.effort.and_then(|id| efforts.get(&id)).unwrap_or(&none);
            let (case_type, phase) = (&one.phase.case_type, one.phase.phase.as_deref());
            // A case that the model cannot weigh counts for nothing, as it does in its holder's load.
            let points = weigh::points(model, case_type, phase, effort, (Part::Main, one.share)).unwrap_or(Points::ZERO);
            OpenPhase { points, ..one.phase }
        });
        let mut phases: Vec<OpenPhase> = phases.collect();
        let cases = id_keys(phases.iter().map(|phase| phase.case).collect::<BTreeSet<i64>>());
        let needs = needs_of(self, &cases).await?;
        for phase in &mut phases {
            let own = needs.get(&phase.case).into_iter().flatten();
            phase.locked = own
                .filter(|need| need.kind == NeedKind::Locked)
                .any(|need| need.period.contains(asked.day));
        }
        Ok(Facts { people, phases, needs })
    }
}

fn found_phase(row: Row<'_>) -> Result<Found, StoreError> {
    let siblings: Option<&str> = row.get(4)?;
    let source: &str = row.get(3)?;
    Ok(Found {
        phase: OpenPhase {
            id: row.get(0)?,
            case: row.get(1)?,
            reference: row.get(2)?,
            // Two source systems may have given two families the same mark.
            siblings: siblings.map(|mark| format!("{source}\n{mark}")),
            case_type: Arc::from(row.get::<&str>(5)?),
            phase: row.get::<Option<&str>>(6)?.map(Arc::from),
            holder: row.get(8)?,
            points: Points::ZERO,
            locked: false,
        },
        effort: row.get(7)?,
        share: row.get::<Option<i64>>(9)?.map(Share::from_millionths),
    })
}

/// The units under `above` that are within the reach, each followed by those under it.
fn below(tree: &Tree, above: Option<&str>, depth: usize, reach: &Reach, places: &mut Vec<Place>) {
    for unit in tree.units().iter().filter(|unit| unit.parent.as_deref() == above) {
        let is_within = reach.covers_unit(Some(&unit.code));
        if is_within {
            places.push(Place {
                code: unit.code.clone(),
                name: unit.name.clone(),
                depth,
            });
        }
        below(tree, Some(&unit.code), depth + usize::from(is_within), reach, places);
    }
}

/// The day on which an employment or a case must count for what is done `today` about the day of a plan.
pub(super) fn on(asked: &Asked, today: Date) -> Date {
    asked.day.max(today)
}
