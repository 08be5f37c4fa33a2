//! Plans as drafts: what was answered, who takes part, and each move with its reason, its day and what was decided.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use jiff::Timestamp;
use jiff::civil::Date;
use rules::access::{Permission, Reach};
use rules::amount::{Points, Share};
use rules::load::Load;
use rules::rebalance::{Asked, Hindrance, Pace, Reason, Stage, Standing, highest, standings};

use crate::log::moment;
use crate::look::Subject;
use crate::qualification::requirement;
use crate::value::id_keys;
use crate::{Reading, Row, StoreError, Value, Writing};

macro_rules! plans {
    ($which:literal) => {
        concat!(
            "SELECT id, made, actor, asked, model, model_version, seed, steps, bound, hindrances, proven, stopped, enough, together, resting, \
             chosen, first, pace, closed FROM rebalance_plan ",
            $which
        )
    };
}
pub(crate) const PLAN: &str = plans!("WHERE id = $1");
pub(crate) const LATEST_PLANS: &str = plans!("ORDER BY id DESC");
pub(crate) const UNITS_OF_PLANS: &str = "SELECT DISTINCT rebalance_person.plan, unit.code FROM rebalance_person \
     JOIN unit ON unit.id = rebalance_person.unit";
pub(crate) const STAGES_OF: &str = "SELECT rebalance_move.plan, rebalance_move.stage, CAST(COUNT(*) AS BIGINT), \
     CAST(SUM(CASE WHEN rebalance_move.giver IS NULL THEN 0 ELSE rebalance_move.cases END) AS BIGINT), MIN(rebalance_move.due) \
     FROM rebalance_move JOIN rebalance_plan ON rebalance_plan.id = rebalance_move.plan AND rebalance_plan.chosen = rebalance_move.way \
     GROUP BY rebalance_move.plan, rebalance_move.stage";
pub(crate) const PEOPLE_OF: &str = "SELECT rebalance_person.person, person.number, person.name, unit.code, rebalance_person.capacity, \
     rebalance_person.points FROM rebalance_person JOIN person ON person.id = rebalance_person.person \
     LEFT JOIN unit ON unit.id = rebalance_person.unit WHERE rebalance_person.plan = $1 ORDER BY person.number";
pub(crate) const WAYS_OF: &str = "SELECT way, handovers, points, capacity FROM rebalance_way WHERE plan = $1 ORDER BY way";
pub(crate) const MOVES_OF: &str = "SELECT id, giver, receiver, proposed, cases, points, reason, stage, due, decided, done FROM rebalance_move \
     WHERE plan = $1 AND way = $2 ORDER BY id";
pub(crate) const PLAN_OF_MOVE: &str = "SELECT plan FROM rebalance_move WHERE id = $1";
pub(crate) const STAGE_OF: &str = "SELECT rebalance_move.stage, rebalance_move.receiver FROM rebalance_move \
     JOIN rebalance_plan ON rebalance_plan.id = rebalance_move.plan AND rebalance_plan.chosen = rebalance_move.way \
     AND rebalance_plan.closed IS NULL WHERE rebalance_move.id = $1 AND rebalance_move.plan = $2";
pub(crate) const PHASES_OF_PLAN: &str = "SELECT rebalance_phase.step, phase.id, case_file.reference, phase.case_type, phase.phase \
     FROM rebalance_move JOIN rebalance_phase ON rebalance_phase.step = rebalance_move.id JOIN phase ON phase.id = rebalance_phase.phase \
     JOIN case_file ON case_file.id = phase.case_file WHERE rebalance_move.plan = $1 AND rebalance_move.way = $2 \
     ORDER BY rebalance_phase.step, case_file.reference, phase.id";
// The phases that are open on $3 of the cases in a plan, and who holds each as main caseworker then.
pub(crate) const OPEN_OF_CASES: &str = "SELECT DISTINCT rebalance_move.id, phase.id, assignment.person FROM rebalance_move \
     JOIN rebalance_phase ON rebalance_phase.step = rebalance_move.id JOIN phase AS planned ON planned.id = rebalance_phase.phase \
     JOIN phase ON phase.case_file = planned.case_file AND phase.withdrawn IS NULL AND phase.started <= $3 \
     AND (phase.until IS NULL OR phase.until > $3) LEFT JOIN assignment ON assignment.phase = phase.id AND assignment.part = 'main' \
     AND assignment.started <= $3 AND (assignment.until IS NULL OR assignment.until > $3) \
     WHERE rebalance_move.plan = $1 AND rebalance_move.way = $2";
pub(crate) const RECEIVERS_IN_SERVICE: &str = "SELECT DISTINCT rebalance_move.receiver FROM rebalance_move \
     JOIN employment ON employment.person = rebalance_move.receiver AND employment.started <= $3 \
     AND (employment.until IS NULL OR employment.until > $3) WHERE rebalance_move.plan = $1 AND rebalance_move.way = $2";
// The open moves of open plans that a case of $1 is in.
pub(crate) const PLANNED_OF: &str = "SELECT rebalance_move.plan, rebalance_move.id, case_file.reference FROM rebalance_move \
     JOIN rebalance_plan ON rebalance_plan.id = rebalance_move.plan AND rebalance_plan.chosen = rebalance_move.way \
     AND rebalance_plan.closed IS NULL JOIN rebalance_phase ON rebalance_phase.step = rebalance_move.id \
     JOIN phase ON phase.id = rebalance_phase.phase JOIN case_file ON case_file.id = phase.case_file \
     WHERE rebalance_move.stage IN ('proposed', 'accepted') \
     AND rebalance_move.giver = $1 ORDER BY rebalance_move.plan DESC";

/// Somebody in a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// Id of the person.
    pub id: i64,
    /// Employment number.
    pub number: String,
    /// Name.
    pub name: String,
    /// Code of the unit.
    pub unit: Option<String>,
    /// The load before and after the moves that are not dropped; none where the viewer sees no loads by name.
    pub standing: Option<Standing>,
}

/// What makes a move one that is not carried out as the plan has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// One of the cases is closed, or its phase is.
    Closed,
    /// Somebody else holds one of the cases.
    OtherHolder,
    /// The receiver holds them already.
    AlreadyThere,
    /// The holder has more open phases of these cases than when the plan was made.
    MorePhases,
    /// The receiver is no longer in service.
    ReceiverGone,
}

impl Change {
    /// Every change.
    pub const ALL: [Self; 5] = [
        Self::Closed,
        Self::OtherHolder,
        Self::AlreadyThere,
        Self::MorePhases,
        Self::ReceiverGone,
    ];

    /// The id in sentences and answers.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Closed => "closed",
            Self::OtherHolder => "other-holder",
            Self::AlreadyThere => "already-there",
            Self::MorePhases => "more-phases",
            Self::ReceiverGone => "receiver-gone",
        }
    }
}

/// Cases that change hands together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// Id in this database.
    pub id: i64,
    /// Id of the person who holds them; none when nobody does.
    pub from: Option<i64>,
    /// Id of the person who takes over.
    pub to: i64,
    /// Whom the plan proposed.
    pub proposed: i64,
    /// References.
    pub references: Vec<String>,
    /// Types and phases, each once.
    pub kinds: Vec<(String, Option<String>)>,
    /// Ids of the phases.
    pub phases: Vec<i64>,
    /// How many cases.
    pub cases: u32,
    /// What they weigh together.
    pub points: Points,
    /// Why; without figures where the holder's load is not for the viewer.
    pub reason: Reason,
    /// How far it has come.
    pub stage: Stage,
    /// The day of the handover.
    pub due: Date,
    /// Who last said what shall be done with it.
    pub decided: Option<String>,
    /// When it was carried out.
    pub done: Option<Date>,
    /// What has changed since the plan was made; nothing is looked for in a move that is done or dropped.
    pub changed: Option<Change>,
    /// Whether the viewer may decide about it: where the viewer sees a part of the plan, only about what is given up there.
    pub may_decide: bool,
    /// Whether the viewer may carry it out: whoever leads the giver (or where nobody holds it, the receiver) gives out the cases.
    pub may_carry_out: bool,
}

/// What one of the ways comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WaySums {
    /// Its number; 0 has the fewest handovers.
    pub number: u32,
    /// Cases that change hands.
    pub handovers: u64,
    /// The highest load.
    pub highest: Load,
}

/// What a plan comes to with the moves that are not dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sums {
    /// Cases that change hands.
    pub handovers: u64,
    /// The highest load before.
    pub before: Option<Load>,
    /// The highest load after.
    pub after: Option<Load>,
    /// How many are above the limit before.
    pub above_before: usize,
    /// How many are above the limit after.
    pub above_after: usize,
}

/// A plan in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanLine {
    /// Id in this database.
    pub id: i64,
    /// When it was made.
    pub made: Timestamp,
    /// Who made it.
    pub actor: String,
    /// What was asked.
    pub asked: Asked,
    /// Whether there is a plan; else it says why not.
    pub is_possible: bool,
    /// Cases that change hands, as far as the moves are not dropped.
    pub handovers: u64,
    /// How many moves are in each stage.
    pub stages: BTreeMap<Stage, u64>,
    /// The earliest day of an accepted move.
    pub next: Option<Date>,
    /// From when nothing more is done with it.
    pub closed: Option<Date>,
}

/// A plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Id in this database.
    pub id: i64,
    /// When it was made.
    pub made: Timestamp,
    /// Who made it.
    pub actor: String,
    /// What was asked.
    pub asked: Asked,
    /// Id and version of the weight model.
    pub model: (String, String),
    /// Where the draws began.
    pub seed: u64,
    /// How many steps the engine was given.
    pub steps: u64,
    /// No plan hands over fewer cases; none when there is no plan.
    pub bound: Option<u64>,
    /// Why there is no plan.
    pub hindrances: Vec<Hindrance>,
    /// Whether it is proven that the highest load cannot be lower with as few handovers; or that there is no plan.
    pub is_proven: bool,
    /// Whether the clock ended the work.
    pub stopped: bool,
    /// A limit for which there is a plan.
    pub enough: Option<Share>,
    /// What all holds of what all can carry.
    pub together: Option<Share>,
    /// The section of the law that says who may hold which cases on the day: act and section; none where there is none.
    pub section: Option<(String, String)>,
    /// Names of those who took no part.
    pub resting: Vec<String>,
    /// The ways to choose from.
    pub ways: Vec<WaySums>,
    /// The one that is followed.
    pub chosen: u32,
    /// How the handovers are spread.
    pub pace: Pace,
    /// From when nothing more is done with it.
    pub closed: Option<Date>,
    /// Whether the viewer sees all of it, and may choose a way, spread it anew and close it.
    pub is_whole: bool,
    /// What it comes to; none where the viewer sees a part of it.
    pub sums: Option<Sums>,
    /// Who takes part: where the viewer sees a part of it, those in the moves seen.
    pub people: Vec<Party>,
    /// What changes, each that the viewer may see.
    pub moves: Vec<Move>,
}

impl Plan {
    /// Somebody in it.
    #[must_use]
    pub fn person(&self, id: i64) -> Option<&Party> {
        self.people.iter().find(|party| party.id == id)
    }

    /// A move.
    #[must_use]
    pub fn step(&self, id: i64) -> Option<&Move> {
        self.moves.iter().find(|step| step.id == id)
    }

    /// Whether there is a plan.
    #[must_use]
    pub const fn is_possible(&self) -> bool {
        self.bound.is_some()
    }
}

/// A stage, with the moves in it, the cases that change hands in them, and the earliest day of one.
type OfStage = (Stage, u64, u64, Option<Date>);

/// A plan's row.
pub(super) struct Stored {
    pub(super) id: i64,
    made: i64,
    actor: String,
    pub(super) asked: Asked,
    model: (String, String),
    seed: i64,
    steps: i64,
    bound: Option<i64>,
    hindrances: String,
    is_proven: bool,
    stopped: bool,
    enough: Option<i64>,
    together: Option<i64>,
    resting: String,
    pub(super) chosen: i64,
    pub(super) pace: Pace,
    pub(super) closed: Option<Date>,
}

fn stored(row: Row<'_>) -> Result<Stored, StoreError> {
    Ok(Stored {
        id: row.get(0)?,
        made: row.get(1)?,
        actor: row.get(2)?,
        asked: serde_json::from_str(row.get(3)?)?,
        model: (row.get(4)?, row.get(5)?),
        seed: row.get(6)?,
        steps: row.get(7)?,
        bound: row.get(8)?,
        hindrances: row.get(9)?,
        is_proven: row.get(10)?,
        stopped: row.get(11)?,
        enough: row.get(12)?,
        together: row.get(13)?,
        resting: row.get(14)?,
        chosen: row.get(15)?,
        pace: Pace {
            first: row.get(16)?,
            per_week: u16::try_from(row.get::<i64>(17)?).unwrap_or(u16::MAX),
        },
        closed: row.get(18)?,
    })
}

fn count(number: i64) -> u64 {
    u64::try_from(number).unwrap_or(0)
}

impl Reading {
    /// The plans in which the viewer may see a move, the latest first, at most `limit`.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn plans(&mut self, limit: usize) -> Result<Vec<PlanLine>, StoreError> {
        let reach = self.reach(Permission::Rebalance).await?;
        if reach.is_empty() {
            return Ok(Vec::new());
        }
        let mut units: HashMap<i64, BTreeSet<String>> = HashMap::new();
        self.for_each(UNITS_OF_PLANS, &[], |row| {
            units.entry(row.get(0)?).or_default().insert(row.get(1)?);
            Ok(())
        })
        .await?;
        let mut stages: HashMap<i64, Vec<OfStage>> = HashMap::new();
        self.for_each(STAGES_OF, &[], |row| {
            let stage = Stage::from_id(row.get(1)?).unwrap_or(Stage::Proposed);
            let of = (stage, count(row.get(2)?), count(row.get(3)?), row.get(4)?);
            stages.entry(row.get(0)?).or_default().push(of);
            Ok(())
        })
        .await?;
        let found = self.fetch(LATEST_PLANS, &[], stored).await?;
        let seen = found.into_iter().filter(|plan| {
            let of_people = units.get(&plan.id);
            sees_whole(&plan.asked, &reach)
                || of_people.is_some_and(|units| units.iter().any(|code| reach.covers_unit(Some(code))))
        });
        let lines = seen.take(limit).map(|plan| {
            let stages = stages.remove(&plan.id).unwrap_or_default();
            let counted = stages.iter().filter(|(stage, ..)| stage.counts());
            Ok(PlanLine {
                id: plan.id,
                made: moment(plan.made)?,
                actor: plan.actor,
                is_possible: plan.bound.is_some(),
                handovers: counted.map(|(_, _, cases, _)| cases).sum(),
                next: stages
                    .iter()
                    .filter(|(stage, ..)| *stage == Stage::Accepted)
                    .find_map(|of| of.3),
                stages: stages.iter().map(|(stage, moves, ..)| (*stage, *moves)).collect(),
                asked: plan.asked,
                closed: plan.closed,
            })
        });
        lines.collect()
    }

    /// A plan with the moves that the viewer may see; none when there is none such. Whose load or cases it shows has been looked at.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn plan(&mut self, id: i64) -> Result<Option<Plan>, StoreError> {
        let reach = self.reach(Permission::Rebalance).await?;
        if reach.is_empty() {
            return Ok(None);
        }
        let Some(found) = self.fetch_optional(PLAN, &[id.into()], stored).await? else {
            return Ok(None);
        };
        let is_whole = sees_whole(&found.asked, &reach);
        let loads = self.loads_reach().await?;
        let led: HashSet<i64> = self.members(&loads, self.viewer.day()).await?.into_iter().collect();
        let people = self.stored_people(id).await?;
        let is_led = |person: i64| loads.everywhere || led.contains(&person);
        let gives = self.reach(Permission::Allocate).await?;
        let gives_of: HashSet<i64> = self.members(&gives, self.viewer.day()).await?.into_iter().collect();
        let gives_of = |person: i64| gives.everywhere || gives_of.contains(&person);
        let in_reach: HashSet<i64> = people
            .iter()
            .filter(|(party, ..)| reach.covers_unit(party.unit.as_deref()))
            .map(|(party, ..)| party.id)
            .collect();
        let all = self.moves_of(&found, is_led).await?;
        let standings = standings_of(&people, &all);
        let handovers = all
            .iter()
            .filter(|step| step.stage.counts() && step.from.is_some())
            .map(|step| u64::from(step.cases))
            .sum();
        let sums = is_whole.then(|| sums(&found.asked, &standings, handovers));
        let moves: Vec<Move> = all
            .into_iter()
            .filter(|step| is_whole || in_reach.contains(&step.to) || step.from.is_some_and(|from| in_reach.contains(&from)))
            .map(|step| Move {
                may_decide: found.closed.is_none() && (is_whole || in_reach.contains(&step.from.unwrap_or(step.to))),
                may_carry_out: found.closed.is_none() && gives_of(step.from.unwrap_or(step.to)),
                ..step
            })
            .collect();
        if !is_whole && moves.is_empty() {
            return Ok(None);
        }
        let named: HashSet<i64> = moves.iter().flat_map(|step| [Some(step.to), step.from]).flatten().collect();
        let parties: Vec<Party> = people
            .into_iter()
            .zip(standings)
            .filter(|((party, ..), _)| is_whole || named.contains(&party.id))
            .map(|((party, ..), standing)| Party {
                standing: is_led(party.id).then_some(standing),
                ..party
            })
            .collect();
        let day = Some((found.asked.day, found.asked.day));
        let shown = parties.iter().filter(|party| party.standing.is_some()).map(|party| party.id);
        self.note(Subject::Load, day, shown.collect::<Vec<_>>());
        let unseen = moves.iter().filter_map(|step| step.from).filter(|from| !is_led(*from));
        let unseen: BTreeSet<i64> = unseen.collect();
        if !unseen.is_empty() {
            self.note(Subject::Case, day, unseen);
        }
        self.whole(found, is_whole, sums, parties, moves).await.map(Some)
    }

    async fn whole(
        &mut self,
        found: Stored,
        is_whole: bool,
        sums: Option<Sums>,
        people: Vec<Party>,
        moves: Vec<Move>,
    ) -> Result<Plan, StoreError> {
        let ways = self
            .fetch(WAYS_OF, &[found.id.into()], |row| {
                Ok(WaySums {
                    number: u32::try_from(row.get::<i64>(0)?).unwrap_or(u32::MAX),
                    handovers: count(row.get(1)?),
                    highest: Load::of(Points::from_millionths(row.get(2)?), Points::from_millionths(row.get(3)?)),
                })
            })
            .await?;
        let resting: Vec<i64> = serde_json::from_str(&found.resting)?;
        let ids = id_keys(resting);
        let resting = self
            .fetch(crate::load::SOME_PEOPLE, &[Value::Json(&ids)], |row| row.get::<String>(2))
            .await?;
        let requirement = requirement(self).await?;
        let section = requirement.section(found.asked.day);
        let section = section.map(|section| (section.act.clone(), section.section.clone()));
        Ok(Plan {
            section,
            id: found.id,
            made: moment(found.made)?,
            actor: found.actor,
            asked: found.asked,
            model: found.model,
            seed: count(found.seed),
            steps: count(found.steps),
            bound: found.bound.map(count),
            hindrances: serde_json::from_str(&found.hindrances)?,
            is_proven: found.is_proven,
            stopped: found.stopped,
            enough: found.enough.map(Share::from_millionths),
            together: found.together.map(Share::from_millionths),
            resting: if is_whole { resting } else { Vec::new() },
            ways,
            chosen: u32::try_from(found.chosen).unwrap_or(0),
            pace: found.pace,
            closed: found.closed,
            is_whole,
            sums,
            people,
            moves,
        })
    }

    /// The plan that a move is in, as [`Self::plan`].
    ///
    /// # Errors
    /// As the database answers.
    pub async fn plan_of_move(&mut self, step: i64) -> Result<Option<Plan>, StoreError> {
        let plan = self.fetch_optional(PLAN_OF_MOVE, &[step.into()], |row| row.get(0)).await?;
        let Some(plan) = plan else { return Ok(None) };
        Ok(self.plan(plan).await?.filter(|plan| plan.step(step).is_some()))
    }

    /// Every move of the way that is followed, with what has changed.
    async fn moves_of(&mut self, plan: &Stored, is_led: impl Fn(i64) -> bool) -> Result<Vec<Move>, StoreError> {
        let of_way = [plan.id.into(), plan.chosen.into()];
        let mut moves = self.fetch(MOVES_OF, &of_way, a_move).await?;
        let places: HashMap<i64, usize> = moves.iter().zip(0..).map(|(step, place)| (step.id, place)).collect();
        self.for_each(PHASES_OF_PLAN, &of_way, |row| {
            if let Some(place) = places.get(&row.get(0)?) {
                let step: &mut Move = &mut moves[*place];
                step.phases.push(row.get(1)?);
                let reference: String = row.get(2)?;
                if !step.references.contains(&reference) {
                    step.references.push(reference);
                }
                let kind = (row.get(3)?, row.get(4)?);
                if !step.kinds.contains(&kind) {
                    step.kinds.push(kind);
                }
            }
            Ok(())
        })
        .await?;
        let today = self.viewer().today();
        let on_day = [plan.id.into(), plan.chosen.into(), today.into()];
        let mut open: HashMap<i64, Vec<(i64, Option<i64>)>> = HashMap::new();
        self.for_each(OPEN_OF_CASES, &on_day, |row| {
            open.entry(row.get(0)?).or_default().push((row.get(1)?, row.get(2)?));
            Ok(())
        })
        .await?;
        let in_service: HashSet<i64> = self
            .fetch(RECEIVERS_IN_SERVICE, &on_day, |row| row.get(0))
            .await?
            .into_iter()
            .collect();
        for step in &mut moves {
            if matches!(step.stage, Stage::Proposed | Stage::Accepted) {
                let now = open.remove(&step.id).unwrap_or_default();
                step.changed = changed(step, &now, in_service.contains(&step.to));
            }
            if step.from.is_some_and(|from| !is_led(from)) {
                step.reason = step.reason.clone().without_loads();
            }
        }
        Ok(moves)
    }

    /// Everybody in a plan, with capacity and points when it was made, whoever may see them.
    pub(super) async fn stored_people(&mut self, plan: i64) -> Result<Vec<(Party, Points, Points)>, StoreError> {
        let read = |row: Row<'_>| {
            let party = Party {
                id: row.get(0)?,
                number: row.get(1)?,
                name: row.get(2)?,
                unit: row.get(3)?,
                standing: None,
            };
            let (capacity, points) = (row.get(4)?, row.get(5)?);
            Ok((party, Points::from_millionths(capacity), Points::from_millionths(points)))
        };
        self.fetch(PEOPLE_OF, &[plan.into()], read).await
    }

    /// The open moves that somebody's cases are in, in plans: plan and move by reference; the latest plan holds. Nothing unless the viewer
    /// leads that person and may see plans.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn planned_moves(&mut self, person: i64) -> Result<HashMap<String, (i64, i64)>, StoreError> {
        let reach = self.reach(Permission::Rebalance).await?;
        let mut planned = HashMap::new();
        if self.covers(&reach, person).await? {
            self.for_each(PLANNED_OF, &[person.into()], |row| {
                planned.entry(row.get(2)?).or_insert((row.get(0)?, row.get(1)?));
                Ok(())
            })
            .await?;
        }
        Ok(planned)
    }
}

/// How far a move has come and who receives, as it stands in a plan that is not closed and follows the same way.
pub(super) async fn stage_of(writing: &mut Writing, plan: &Plan, step: i64) -> Result<Option<(Stage, i64)>, StoreError> {
    let read = |row: Row<'_>| Ok((Stage::from_id(row.get(0)?).unwrap_or(Stage::Proposed), row.get(1)?));
    writing.fetch_optional(STAGE_OF, &[step.into(), plan.id.into()], read).await
}

/// Whether a reach covers all that was asked about.
pub(super) fn sees_whole(asked: &Asked, reach: &Reach) -> bool {
    reach.everywhere || (!asked.units.is_empty() && asked.units.iter().all(|code| reach.covers_unit(Some(code))))
}

/// Everybody's load before and after the moves that are not dropped.
pub(super) fn standings_of(people: &[(Party, Points, Points)], moves: &[Move]) -> Vec<Standing> {
    let counted = moves.iter().filter(|step| step.stage.counts());
    let counted: Vec<(Option<i64>, i64, Points)> = counted.map(|step| (step.from, step.to, step.points)).collect();
    let held = people.iter().map(|(party, capacity, points)| (party.id, *capacity, *points));
    standings(&held.collect::<Vec<_>>(), &counted)
}

fn sums(asked: &Asked, standings: &[Standing], handovers: u64) -> Sums {
    let above = |points: Points, capacity: Points| points > asked.most(capacity);
    Sums {
        handovers,
        before: highest(standings.iter().map(|one| (one.before, one.capacity))),
        after: highest(standings.iter().map(|one| (one.after, one.capacity))),
        above_before: standings.iter().filter(|one| above(one.before, one.capacity)).count(),
        above_after: standings.iter().filter(|one| above(one.after, one.capacity)).count(),
    }
}

pub(super) fn a_move(row: Row<'_>) -> Result<Move, StoreError> {
    Ok(Move {
        id: row.get(0)?,
        from: row.get(1)?,
        to: row.get(2)?,
        proposed: row.get(3)?,
        references: Vec::new(),
        kinds: Vec::new(),
        phases: Vec::new(),
        cases: u32::try_from(row.get::<i64>(4)?).unwrap_or(u32::MAX),
        points: Points::from_millionths(row.get(5)?),
        reason: serde_json::from_str(row.get(6)?)?,
        stage: Stage::from_id(row.get(7)?).unwrap_or(Stage::Proposed),
        due: row.get(8)?,
        decided: row.get(9)?,
        done: row.get(10)?,
        changed: None,
        may_decide: false,
        may_carry_out: false,
    })
}

/// What has changed about a move, whose cases now have these open phases with these holders.
fn changed(step: &Move, now: &[(i64, Option<i64>)], receiver_is_in_service: bool) -> Option<Change> {
    let holder_of = |phase: &i64| {
        now.iter()
            .filter(|(open, _)| open == phase)
            .map(|(_, holder)| *holder)
            .collect::<Vec<_>>()
    };
    let holders: Vec<Vec<Option<i64>>> = step.phases.iter().map(holder_of).collect();
    if holders.iter().any(Vec::is_empty) {
        return Some(Change::Closed);
    }
    if holders.iter().all(|holders| holders.contains(&Some(step.to))) {
        return Some(Change::AlreadyThere);
    }
    if !holders.iter().all(|holders| holders.contains(&step.from)) {
        return Some(Change::OtherHolder);
    }
    let more = |(phase, holder): &(i64, Option<i64>)| *holder == step.from && !step.phases.contains(phase);
    if now.iter().any(more) {
        return Some(Change::MorePhases);
    }
    (!receiver_is_in_service).then_some(Change::ReceiverGone)
}
