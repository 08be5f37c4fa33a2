//! The next case: the facts of the people who could take a case, and what whoever was given one answers. The order is
//! [`rules::next_case`]'s; giving is [`crate::allocation`]'s.

use std::collections::HashMap;

use jiff::ToSpan as _;
use jiff::civil::Date;
use rules::access::{Permission, Reach};
use rules::allocation::Obstacle;
use rules::amount::Points;
use rules::case::{Effort, Part};
use rules::next_case::{Candidate, DAYS_AHEAD, DAYS_NEW, NotNow, Suggestion, Trouble, suggest, trouble};
use rules::person::{Role, name_order};
use rules::weigh;
use rules::weight_model::WeightModel;
use serde_json::json;

use crate::allocation::PhaseFacts;
use crate::case::{END_ASSIGNMENT, effort_of, part_of};
use crate::load::{EFFORT_ON, FoundPerson, PersonFacts};
use crate::look::Subject;
use crate::value::id_keys;
use crate::{Reading, Row, Store, StoreError, Value, Viewer};

/// Experience counts so many years back.
const YEARS_OF_EXPERIENCE: i64 = 3;
/// So many days from its first a case that was given can be answered with "not now".
pub const DAYS_TO_ANSWER: i64 = 14;

pub(crate) const EFFORT_AT_START: &str = "SELECT COALESCE(effort.factors, '') FROM phase LEFT JOIN effort ON effort.id = phase.effort \
     WHERE phase.id = $1";
/// Of each of the people `$1`: cases of the type `$2` held since `$3`, and cases given since `$4` that were new to the person, until `$5`.
pub(crate) const HELD_BEFORE: &str = "SELECT assignment.person, \
     CAST(COUNT(DISTINCT CASE WHEN phase.case_type = $2 THEN phase.case_file END) AS BIGINT), \
     CAST(COUNT(DISTINCT CASE WHEN assignment.started > $4 AND assignment.part = 'main' AND NOT EXISTS (\
     SELECT 1 FROM phase AS earlier JOIN assignment AS held ON held.phase = earlier.id WHERE earlier.case_file = phase.case_file \
     AND held.person = assignment.person AND held.started <= $4) THEN phase.case_file END) AS BIGINT) \
     FROM json_each($1) AS wanted JOIN assignment ON assignment.person = CAST(wanted.key AS BIGINT) \
     JOIN phase ON phase.id = assignment.phase WHERE assignment.started >= $3 AND assignment.started <= $5 \
     AND (assignment.until IS NULL OR assignment.until > assignment.started) AND phase.withdrawn IS NULL GROUP BY assignment.person";
/// Who holds cases of the siblings of the case `$1` on the day `$2`, and how many.
pub(crate) const SIBLINGS_HELD: &str = "SELECT assignment.person, CAST(COUNT(DISTINCT sibling.id) AS BIGINT) FROM case_file \
     JOIN case_file AS sibling ON sibling.sibling_group = case_file.sibling_group AND sibling.source = case_file.source \
     AND sibling.id <> case_file.id JOIN phase ON phase.case_file = sibling.id JOIN assignment ON assignment.phase = phase.id \
     WHERE case_file.id = $1 AND phase.withdrawn IS NULL AND phase.started <= $2 AND (phase.until IS NULL OR phase.until > $2) \
     AND assignment.part = 'main' AND assignment.started <= $2 AND (assignment.until IS NULL OR assignment.until > $2) \
     GROUP BY assignment.person";
/// Who said "not now" to the phases `$1`, the latest first.
pub(crate) const NOT_NOW: &str = "SELECT allocation.phase, person.id, person.number, person.name, allocation_answer.answered, \
     allocation_answer.reason FROM json_each($1) AS wanted JOIN allocation ON allocation.phase = CAST(wanted.key AS BIGINT) \
     JOIN allocation_answer ON allocation_answer.allocation = allocation.id JOIN person ON person.id = allocation.person \
     WHERE allocation_answer.answer = 'not_now' ORDER BY allocation_answer.answered DESC, allocation.id DESC";
/// What was given to the person `$1` since the day `$2`, is not answered, and is held on the day `$3` or will be: the latest first.
pub(crate) const UNANSWERED: &str = "SELECT allocation.id, case_file.reference, phase.case_type, phase.phase, allocation.started, \
     allocation.part, allocation.actor, allocation.previous, assignment.id, phase.id FROM allocation \
     JOIN phase ON phase.id = allocation.phase JOIN case_file ON case_file.id = phase.case_file \
     JOIN assignment ON assignment.phase = allocation.phase AND assignment.person = allocation.person AND assignment.part = allocation.part \
     AND assignment.started = allocation.started AND (assignment.until IS NULL OR assignment.until > $3) \
     WHERE allocation.person = $1 AND allocation.started >= $2 AND phase.withdrawn IS NULL \
     AND (phase.until IS NULL OR phase.until > $3) \
     AND NOT EXISTS (SELECT 1 FROM allocation_answer WHERE allocation_answer.allocation = allocation.id) ORDER BY allocation.id DESC";
pub(crate) const ANSWERED: &str = "SELECT allocation_answer.answer, allocation_answer.reason FROM allocation_answer JOIN allocation ON allocation.id = allocation_answer.allocation \
     WHERE allocation.id = $1 AND allocation.person = $2";
pub(crate) const ANSWER: &str = "INSERT INTO allocation_answer (allocation, answer, reason, answered) VALUES ($1, $2, $3, $4) \
     ON CONFLICT (allocation) DO NOTHING";

/// Somebody who could take a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamMember {
    /// The person and what is held, today and in the coming weeks.
    pub facts: PersonFacts,
    /// What stands in the way.
    pub obstacles: Vec<Obstacle>,
    /// Languages that the case needs and the person speaks.
    pub languages: Vec<String>,
    /// Cases of the same siblings.
    pub siblings: u32,
    /// Cases of the same type in the last three years.
    pub experience: u32,
    /// Cases that were new to the person in the last week.
    pub new: u32,
    /// Deadlines that fall in the coming seven days; none where nobody keeps them.
    pub deadlines: Option<u32>,
    /// When, and why, the person said "not now" to this case.
    pub not_now: Option<(Date, NotNow)>,
}

impl TeamMember {
    /// As the rules want it.
    #[must_use]
    pub fn candidate(&self) -> Candidate<'_> {
        Candidate {
            person: &self.facts.person,
            holdings: &self.facts.holdings,
            obstacles: self.obstacles.clone(),
            languages: self.languages.clone(),
            siblings: self.siblings,
            experience: self.experience,
            new: self.new,
            deadlines: self.deadlines,
            not_now: self.not_now,
        }
    }
}

/// A case to be given or moved, and those who could take it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextCase {
    /// The phase, with what it needs and who holds it.
    pub phase: PhaseFacts,
    /// Its effort factors on the day.
    pub effort: Effort,
    /// Caseworkers in service who do not hold it, by name.
    pub people: Vec<TeamMember>,
}

impl NextCase {
    /// What the case weighs for a main caseworker on the day it was read for; none when the model cannot weigh it.
    #[must_use]
    pub fn points(&self, model: &WeightModel) -> Option<Points> {
        let needs = &self.phase.needs;
        weigh::points(
            model,
            &needs.case_type,
            needs.phase.as_deref(),
            &self.effort,
            (Part::Main, None),
        )
        .ok()
    }

    /// The people in order on the day it was read for, and what is wrong with the list as a whole. A case that cannot be weighed counts as
    /// no points.
    #[must_use]
    pub fn suggestions(&self, model: &WeightModel, day: Date) -> (Vec<Suggestion>, Option<Trouble>) {
        let candidates: Vec<Candidate<'_>> = self.people.iter().map(TeamMember::candidate).collect();
        let list = suggest(model, self.points(model).unwrap_or(Points::ZERO), &candidates, day);
        let trouble = trouble(&list);
        (list, trouble)
    }
}

/// That somebody said "not now".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaidNotNow {
    /// Who.
    pub person: FoundPerson,
    /// When.
    pub on: Date,
    /// Why.
    pub why: NotNow,
}

/// A case that the viewer was given and has not answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenCase {
    /// Id of the decision.
    pub id: i64,
    /// Id of the phase.
    pub phase: i64,
    /// The source system's reference.
    pub reference: String,
    /// Case type.
    pub case_type: String,
    /// Phase.
    pub phase_name: Option<String>,
    /// From which day.
    pub on: Date,
    /// As what.
    pub part: Part,
    /// Who decided it, by the name in the log.
    pub by: String,
    /// Whether somebody else had it before.
    pub is_moved: bool,
    assignment: i64,
}

/// What somebody answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Takes it.
    Taken,
    /// Not now: the case waits for the supervisor again.
    NotNow(NotNow),
}

/// Why an answer was not taken.
#[derive(Debug, thiserror::Error)]
pub enum AnswerError {
    /// It is answered already.
    #[error("it is answered already")]
    Answered,
    /// The database; or it is nobody's, somebody else's, too old, or not held any more.
    #[error(transparent)]
    Store(#[from] StoreError),
}

fn count(row: Row<'_>, index: usize) -> Result<u32, StoreError> {
    Ok(u32::try_from(row.get::<i64>(index)?).unwrap_or(u32::MAX))
}

impl Reading {
    /// A phase and those who could take it on `day`; none when there is none or it is not for the viewer to give.
    ///
    /// They are the caseworkers in service of the teams that the viewer leads; for whoever has every team, those of the unit the case
    /// lies in, and everybody for a case in no unit. Each of them has been looked at.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn next_case(&mut self, phase: i64, day: Date) -> Result<Option<NextCase>, StoreError> {
        let Some(phase) = self.allocatable(phase, day).await? else {
            return Ok(None);
        };
        let mut reach = self.reach(Permission::Allocate).await?;
        if let Some(unit) = phase.unit.as_ref().filter(|_| reach.everywhere) {
            reach = Reach {
                units: [unit.clone()].into(),
                ..Reach::default()
            };
        }
        let last = day.saturating_add(DAYS_AHEAD.days());
        let mut people = self.facts_of(&reach, day, last).await?;
        let holder = phase.needs.holder;
        people.retain(|one| {
            let posts = &one.person.employments;
            Some(one.id) != holder
                && posts
                    .iter()
                    .any(|post| post.role == Role::Caseworker && post.period.contains(day))
        });
        people.sort_by_cached_key(|one| name_order(&one.name));
        let ids: Vec<i64> = people.iter().map(|one| one.id).collect();
        self.note(Subject::Load, Some((day, day)), ids.iter().copied());
        let mut obstacles = self.obstacles(&phase, &ids, Part::Main, day).await?;
        let history = self.held_before(&ids, &phase.needs.case_type, day).await?;
        let siblings = self.siblings_held(phase.case_file, day).await?;
        let not_now = self.not_now(&[phase.id]).await?.remove(&phase.id).unwrap_or_default();
        let effort = self.effort_on(phase.id, day).await?;
        let needed: Vec<&str> = phase
            .needs
            .languages
            .iter()
            .filter(|needed| needed.period.contains(day))
            .map(|needed| needed.value.as_str())
            .collect();
        let people = people.into_iter().map(|facts| {
            let obstacles = obstacles.remove(&facts.id).unwrap_or_default();
            let lacks = |language: &str| {
                let is = |obstacle: &Obstacle| matches!(obstacle, Obstacle::Language { language: lacked } if lacked == language);
                obstacles.iter().any(is)
            };
            let languages = needed.iter().filter(|language| !lacks(language));
            let languages = languages.map(|language| (*language).to_owned()).collect();
            let (experience, new) = history.get(&facts.id).copied().unwrap_or_default();
            let said = not_now.iter().find(|said| said.person.id == facts.id);
            TeamMember {
                languages,
                obstacles,
                siblings: siblings.get(&facts.id).copied().unwrap_or_default(),
                experience,
                new,
                deadlines: None,
                not_now: said.map(|said| (said.on, said.why)),
                facts,
            }
        });
        let people = people.collect();
        Ok(Some(NextCase { phase, effort, people }))
    }

    /// The phase to give of the case with this reference: the first open one on `day` that nobody holds as main caseworker, else the first;
    /// none when there is none or it is not for the viewer to see.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn phase_to_give(&mut self, reference: &str, day: Date) -> Result<Option<i64>, StoreError> {
        let phases = self.case(reference, day).await?.unwrap_or_default();
        let held: Vec<i64> = phases
            .iter()
            .filter(|phase| matches!(phase.holder, Some((_, Part::Main, _))))
            .map(|phase| phase.id)
            .collect();
        let waits = phases.iter().find(|phase| !held.contains(&phase.id));
        Ok(waits.or(phases.first()).map(|phase| phase.id))
    }

    /// Who said "not now" to phases, by phase, the latest first. For phases that the viewer may see.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn not_now(&mut self, phases: &[i64]) -> Result<HashMap<i64, Vec<SaidNotNow>>, StoreError> {
        let mut said: HashMap<i64, Vec<SaidNotNow>> = HashMap::new();
        let wanted = id_keys(phases.iter().copied());
        self.for_each(NOT_NOW, &[Value::Json(&wanted)], |row| {
            let why: &str = row.get(5)?;
            said.entry(row.get(0)?).or_default().push(SaidNotNow {
                person: FoundPerson {
                    id: row.get(1)?,
                    number: row.get(2)?,
                    name: row.get(3)?,
                },
                on: row.get(4)?,
                why: NotNow::from_id(why).unwrap_or(NotNow::Other),
            });
            Ok(())
        })
        .await?;
        Ok(said)
    }

    /// What the viewer was given lately and has not answered, the latest first.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn unanswered(&mut self, day: Date) -> Result<Vec<GivenCase>, StoreError> {
        let person = self.viewer().person().filter(|_| self.viewer().may(Permission::OwnLoad));
        let Some(person) = person else {
            return Ok(Vec::new());
        };
        let since = day.saturating_sub(DAYS_TO_ANSWER.days());
        let read = |row: Row<'_>| {
            Ok(GivenCase {
                id: row.get(0)?,
                reference: row.get(1)?,
                case_type: row.get(2)?,
                phase_name: row.get(3)?,
                on: row.get(4)?,
                part: part_of(row.get(5)?),
                by: row.get(6)?,
                is_moved: row.get::<Option<i64>>(7)?.is_some(),
                assignment: row.get(8)?,
                phase: row.get(9)?,
            })
        };
        self.fetch(UNANSWERED, &[person.into(), since.into(), day.into()], read).await
    }

    /// What the viewer answered to something given to the viewer, as stored; none when nothing was, or it was given to somebody else.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn own_answer(&mut self, given: i64) -> Result<Option<Answer>, StoreError> {
        let Some(person) = self.viewer().person() else {
            return Ok(None);
        };
        let read = |row: Row<'_>| {
            let why: Option<String> = row.get(1)?;
            Ok(why.map_or(Answer::Taken, |why| {
                Answer::NotNow(NotNow::from_id(&why).unwrap_or(NotNow::Other))
            }))
        };
        self.fetch_optional(ANSWERED, &[given.into(), person.into()], read).await
    }

    async fn held_before(&mut self, people: &[i64], case_type: &str, day: Date) -> Result<HashMap<i64, (u32, u32)>, StoreError> {
        let wanted = id_keys(people.iter().copied());
        let values = [
            Value::Json(&wanted),
            Value::Text(case_type),
            day.saturating_sub(YEARS_OF_EXPERIENCE.years()).into(),
            day.saturating_sub(DAYS_NEW.days()).into(),
            day.into(),
        ];
        let read = |row: Row<'_>| Ok((row.get(0)?, (count(row, 1)?, count(row, 2)?)));
        Ok(self.fetch(HELD_BEFORE, &values, read).await?.into_iter().collect())
    }

    async fn siblings_held(&mut self, case: i64, day: Date) -> Result<HashMap<i64, u32>, StoreError> {
        let read = |row: Row<'_>| Ok((row.get(0)?, count(row, 1)?));
        let found = self.fetch(SIBLINGS_HELD, &[case.into(), day.into()], read).await?;
        Ok(found.into_iter().collect())
    }

    async fn effort_on(&mut self, phase: i64, day: Date) -> Result<Effort, StoreError> {
        let read = |row: Row<'_>| effort_of(row.get(0)?);
        let changed = self.fetch_optional(EFFORT_ON, &[phase.into(), day.into()], read).await?;
        match changed {
            Some(effort) => Ok(effort),
            None => self.fetch_one(EFFORT_AT_START, &[phase.into()], read).await,
        }
    }
}

impl Store {
    /// Stores what the viewer answers to a case that the viewer was given, and gives its reference. "Not now" ends the assignment on `on`:
    /// the case waits for a supervisor again, and goes to nobody by itself.
    ///
    /// # Errors
    /// [`AnswerError`]; [`StoreError::NotThere`] for a case that was given to somebody else, more than [`DAYS_TO_ANSWER`] days ago, or that
    /// the viewer does not hold any more.
    pub async fn answer_given(&self, viewer: &Viewer, given: i64, answer: Answer, on: Date) -> Result<String, AnswerError> {
        let mut reading = self.read(viewer).await?;
        let found = reading.unanswered(on).await?.into_iter().find(|one| one.id == given);
        let Some(found) = found else {
            return Err(match reading.own_answer(given).await? {
                Some(_) => AnswerError::Answered,
                None => StoreError::NotThere.into(),
            });
        };
        reading.close().await?;
        let (word, reason) = match answer {
            Answer::Taken => ("taken", None),
            Answer::NotNow(why) => ("not_now", Some(why.id())),
        };
        let mut writing = self.begin(viewer).await?;
        let values = [given.into(), Value::Text(word), reason.into(), on.into()];
        if writing.execute(ANSWER, &values).await? == 0 {
            return Err(AnswerError::Answered);
        }
        let until = on.max(found.on);
        if reason.is_some() {
            writing
                .execute(END_ASSIGNMENT, &[found.assignment.into(), until.into()])
                .await?;
        }
        let held = json!({ "phase": found.phase, "since": found.on });
        let after = json!({ "answer": word, "reason": reason, "until": reason.map(|_| until) });
        let details = json!({ "allocation": given, "before": held, "after": after });
        writing.record("case.answer", &found.reference, &details).await?;
        writing.commit().await?;
        Ok(found.reference)
    }
}
