//! From people and open phases to a question: which cases stay together, who may hold them, and what each can carry.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::{Asked, CaseGroup, Occasion, Question, Resting, Rule, Worker};
use crate::amount::{Points, Share};

/// Somebody in the units that are asked about, as of the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Somebody {
    /// Id of the person.
    pub person: i64,
    /// Employment number.
    pub number: String,
    /// Name.
    pub name: String,
    /// Code of the unit.
    pub unit: Option<String>,
    /// Whether the person is in service.
    pub is_in_service: bool,
    /// Whether the person is employed as a caseworker.
    pub is_caseworker: bool,
    /// Points that can be carried.
    pub capacity: Points,
    /// All points held, those of the open phases too.
    pub points: Points,
}

/// An open phase of a case and who holds it as main caseworker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenPhase {
    /// Id of the phase.
    pub id: i64,
    /// Id of the case.
    pub case: i64,
    /// Reference of the case.
    pub reference: String,
    /// The siblings the case belongs to, the same text for all of them.
    pub siblings: Option<String>,
    /// Case type.
    pub case_type: Arc<str>,
    /// Phase.
    pub phase: Option<Arc<str>>,
    /// Id of the person who holds it; none when nobody does.
    pub holder: Option<i64>,
    /// What it weighs for whoever holds it.
    pub points: Points,
    /// Whether it stays with its holder whatever happens.
    pub locked: bool,
}

/// What stays together: the holder, and the siblings or the case.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Together<'p> {
    Siblings(&'p str),
    Case(i64),
}

/// The question that is asked of these people and phases. `refused` says by which rules the person at a place may not hold the phase at a
/// place; it is asked only where the answer matters.
///
/// Whoever is in service without capacity, and is not whom the occasion is about, keeps all cases and takes part in nothing: what a short
/// absence has taken away comes back. Whoever is not in service gives up all cases.
#[must_use]
pub fn compose(
    asked: &Asked,
    people: &[Somebody],
    phases: &[OpenPhase],
    refused: &mut dyn FnMut(usize, usize) -> Vec<Rule>,
) -> Question {
    let mut held: HashMap<i64, Points> = HashMap::new();
    for phase in phases {
        if let Some(holder) = phase.holder {
            *held.entry(holder).or_default() += phase.points;
        }
    }
    let (mut workers, mut resting) = (Vec::new(), Vec::new());
    // Where each worker stands among the people, and the other way round.
    let (mut place_of_worker, mut worker_of): (Vec<usize>, HashMap<i64, usize>) = (Vec::new(), HashMap::new());
    for (place, somebody) in people.iter().enumerate() {
        let keeps = asked.occasion.keeps(somebody.person);
        let holds = held.get(&somebody.person).copied();
        if somebody.is_in_service && somebody.capacity <= Points::ZERO && keeps == Share::FULL {
            if holds.is_some() || somebody.is_caseworker {
                resting.push(Resting {
                    person: somebody.person,
                    name: somebody.name.clone(),
                });
            }
            continue;
        }
        if holds.is_none() && !somebody.is_caseworker {
            continue;
        }
        let gives_up = !somebody.is_in_service || keeps <= Share::ZERO;
        let capacity = if gives_up { Points::ZERO } else { keeps.of(somebody.capacity) };
        let other = somebody.points - holds.unwrap_or(Points::ZERO);
        worker_of.insert(somebody.person, workers.len());
        place_of_worker.push(place);
        workers.push(Worker {
            person: somebody.person,
            number: somebody.number.clone(),
            name: somebody.name.clone(),
            unit: somebody.unit.clone(),
            capacity,
            // Support received may leave less than nothing; a plan counts it for nothing.
            other: if gives_up { Points::ZERO } else { other.max(Points::ZERO) },
            receives: somebody.is_caseworker && !gives_up && capacity > Points::ZERO,
            gives_up,
        });
    }
    let mut together: BTreeMap<(Option<usize>, Together<'_>), Vec<usize>> = BTreeMap::new();
    for (place, phase) in phases.iter().enumerate() {
        let holder = match phase.holder {
            None if asked.unallocated => None,
            None => continue,
            Some(holder) => match worker_of.get(&holder) {
                Some(worker) => Some(*worker),
                None => continue,
            },
        };
        let key = phase
            .siblings
            .as_deref()
            .map_or(Together::Case(phase.case), Together::Siblings);
        together.entry((holder, key)).or_default().push(place);
    }
    let groups = together
        .into_iter()
        .map(|((holder, _), of)| {
            group(asked, phases, &of, holder, &workers, &mut |worker, phase| {
                refused(place_of_worker[worker], phase)
            })
        })
        .collect();
    Question {
        asked: asked.clone(),
        workers,
        groups,
        resting,
    }
}

/// The phases at the places `of`, which `holder` holds, and who may hold them.
fn group(
    asked: &Asked,
    phases: &[OpenPhase],
    of: &[usize],
    holder: Option<usize>,
    workers: &[Worker],
    refused: &mut dyn FnMut(usize, usize) -> Vec<Rule>,
) -> CaseGroup {
    let held = || of.iter().map(|place| &phases[*place]);
    let mut cases: Vec<String> = held().map(|phase| phase.reference.clone()).collect();
    cases.sort();
    cases.dedup();
    let mut kinds: Vec<(Arc<str>, Option<Arc<str>>)> = held()
        .map(|phase| (Arc::clone(&phase.case_type), phase.phase.clone()))
        .collect();
    kinds.sort();
    kinds.dedup();
    let locked = holder.is_some() && held().any(|phase| phase.locked);
    let (mut allowed, mut holder_rules, mut shut_out) = (Vec::new(), Vec::new(), BTreeMap::new());
    for (place, worker) in workers.iter().enumerate().filter(|_| !locked) {
        let is_holder = holder == Some(place);
        if !worker.receives && !is_holder {
            continue;
        }
        let mut rules = rules(asked, held(), worker);
        for phase in of {
            rules.extend(refused(place, *phase));
        }
        rules.sort_unstable();
        rules.dedup();
        if rules.iter().all(|rule| is_holder && rule.lets_keep()) {
            allowed.push(place);
        }
        if is_holder {
            holder_rules = rules.iter().copied().filter(|rule| !rule.lets_keep()).collect();
        }
        if worker.receives {
            for rule in rules {
                *shut_out.entry(rule).or_insert(0_u32) += 1;
            }
        }
    }
    CaseGroup {
        cases,
        phases: held().map(|phase| phase.id).collect(),
        kinds,
        holder,
        points: held().map(|phase| phase.points).sum(),
        locked,
        allowed,
        holder_rules,
        shut_out: shut_out.into_iter().collect(),
    }
}

/// The rules of the occasion by which somebody may not hold these phases.
fn rules<'p>(asked: &Asked, held: impl Iterator<Item = &'p OpenPhase>, worker: &Worker) -> Vec<Rule> {
    let mut rules = Vec::new();
    if worker.gives_up {
        rules.push(Rule::GivesUp);
    }
    if let Occasion::Split { people, kinds } = &asked.occasion {
        // Siblings of several kinds go where the heaviest of them belongs.
        let heaviest = held.max_by_key(|phase| (phase.points, std::cmp::Reverse(phase.id)));
        let is_first = heaviest
            .is_some_and(|phase| kinds.contains(&(phase.case_type.to_string(), phase.phase.as_deref().map(str::to_owned))));
        if is_first != people.contains(&worker.person) {
            rules.push(Rule::OtherPart);
        }
    }
    rules
}
