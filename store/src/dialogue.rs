//! Dialogues: the talk about a measurement, what was agreed in it, and the talks that are due.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rules::access::Permission;
use rules::action::Outcome;
use rules::dialogue::{Draft, Party, PlanMissing, State};
use rules::measurement::{Reason, goes_to_head, reasons};
use serde::Serialize;
use serde_json::json;

use crate::measurement::{Measurement, MeasurementError, check_text};
use crate::{Reading, Row, Store, StoreError, Value, Viewer, Writing};

macro_rules! dialogues {
    ($which:literal) => {
        concat!(
            "SELECT dialogue.id, dialogue.measurement, measurement.person, measurement.month, dialogue.version, dialogue.notes, \
             dialogue.opened_on, dialogue.person_concluded, dialogue.supervisor_concluded FROM dialogue \
             JOIN measurement ON measurement.id = dialogue.measurement ",
            $which
        )
    };
}
pub(crate) const ONE: &str = dialogues!("WHERE dialogue.id = $1");
pub(crate) const LATEST: &str = dialogues!("WHERE dialogue.measurement = $1 ORDER BY dialogue.version DESC LIMIT 1");
pub(crate) const OF_PERSON: &str =
    dialogues!("WHERE measurement.person = $1 ORDER BY measurement.month DESC, dialogue.version DESC LIMIT $2");
pub(crate) const OPEN: &str = "INSERT INTO dialogue (id, measurement, version, notes, opened_on) VALUES ($1, $2, $3, $4, $5)";
pub(crate) const WRITE: &str =
    "UPDATE dialogue SET notes = $2, person_concluded = NULL, supervisor_concluded = NULL WHERE id = $1";
pub(crate) const CONCLUDE: &str = "UPDATE dialogue SET person_concluded = $2, supervisor_concluded = $3 WHERE id = $1";
pub(crate) const ACTIONS: &str = "SELECT agreed_action.id, agreed_action.dialogue, agreed_action.kind, agreed_action.owner, person.name, \
     agreed_action.due, agreed_action.outcome, agreed_action.reason, agreed_action.settled_on FROM agreed_action \
     JOIN person ON person.id = agreed_action.owner WHERE agreed_action.dialogue = $1 ORDER BY agreed_action.due, agreed_action.id";
pub(crate) const DROP_ACTIONS: &str = "DELETE FROM agreed_action WHERE dialogue = $1";
pub(crate) const AGREE: &str = "INSERT INTO agreed_action (id, dialogue, kind, owner, due, outcome, reason, settled_on) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
pub(crate) const DIALOGUE_OF_ACTION: &str = "SELECT dialogue FROM agreed_action WHERE id = $1";
pub(crate) const SETTLE: &str = "UPDATE agreed_action SET outcome = $2, reason = $3, settled_on = $4 WHERE id = $1";
// Measurements without a concluded dialogue about them or a later month, with the unit the person is in on $1.
pub(crate) const UNTALKED: &str = "SELECT measurement.id, measurement.person, measurement.month, measurement.measured_on, measurement.model, \
     measurement.model_version, measurement.points, measurement.capacity, measurement.band, measurement.over_since, measurement.over_due, '', \
     measurement.rating, measurement.flex, NULL, measurement.rated_on, person.number, person.name, \
     (SELECT MIN(unit.code) FROM employment JOIN unit ON unit.id = employment.unit WHERE employment.person = measurement.person \
     AND employment.started <= $1 AND (employment.until IS NULL OR employment.until > $1)) \
     FROM measurement JOIN person ON person.id = measurement.person \
     WHERE (measurement.rating IS NOT NULL OR measurement.over_due) AND NOT EXISTS (SELECT 1 FROM measurement AS talked \
     JOIN dialogue ON dialogue.measurement = talked.id WHERE talked.person = measurement.person AND talked.month >= measurement.month \
     AND dialogue.person_concluded IS NOT NULL AND dialogue.supervisor_concluded IS NOT NULL) ORDER BY measurement.month, person.number";

/// The longest notes, characters.
pub const LONGEST_NOTES: usize = 4000;

/// Why something about a dialogue was not stored.
#[derive(Debug, thiserror::Error)]
pub enum DialogueError {
    /// It is concluded, which froze it: correct it by a new version.
    #[error("it is concluded")]
    Concluded,
    /// A plan is required and nothing was agreed.
    #[error(transparent)]
    Plan(#[from] PlanMissing),
    /// The catalogue has no such action, or no longer.
    #[error("the catalogue has no action {kind}")]
    NoKind {
        /// Its id.
        kind: String,
    },
    /// What was not done must have a reason.
    #[error("there is no reason")]
    NoReason,
    /// Its text.
    #[error(transparent)]
    Text(#[from] MeasurementError),
}

impl From<StoreError> for DialogueError {
    fn from(error: StoreError) -> Self {
        Self::Text(error.into())
    }
}

/// The talk about a measurement, in one version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Dialogue {
    /// Id in this database.
    pub id: i64,
    /// Id of the measurement.
    pub measurement: i64,
    /// Id of the person.
    pub person: i64,
    /// The month, by its first day.
    pub month: Date,
    /// Notes.
    pub notes: String,
    /// When this version was begun.
    pub opened_on: Date,
    /// Draft or concluded, and by whom.
    pub state: State,
    /// What was agreed.
    pub actions: Vec<AgreedAction>,
}

/// What is agreed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NewAction {
    /// Id of a kind in the catalogue.
    pub kind: String,
    /// Id of the person who does it.
    pub owner: i64,
    /// By when.
    pub due: Date,
}

/// What was agreed, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AgreedAction {
    /// Id in this database.
    pub id: i64,
    /// Id of the dialogue.
    pub dialogue: i64,
    /// What, who and by when.
    pub agreed: NewAction,
    /// Name of who does it.
    pub owner_name: String,
    /// What came of it.
    pub outcome: Outcome,
}

/// A dialogue that is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DueDialogue {
    /// Id of the measurement.
    pub measurement: i64,
    /// Id of the person.
    pub person: i64,
    /// Employment number.
    pub number: String,
    /// Name.
    pub name: String,
    /// The month, by its first day.
    pub month: Date,
    /// Why.
    pub reasons: Vec<Reason>,
    /// Since when.
    pub since: Date,
    /// Whether it has gone to the head.
    pub at_head: bool,
}

/// Dialogues of a unit that have gone to the head, without names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OverdueDialogues {
    /// Code of the unit.
    pub unit: String,
    /// How many.
    pub dialogues: usize,
    /// Since when the oldest has been due.
    pub since: Date,
}

impl Store {
    /// Begins the dialogue about a measurement and gives its id; the draft there is, when there is one; a new version with the same notes
    /// and actions when the last one is concluded.
    ///
    /// # Errors
    /// [`DialogueError`]; [`StoreError::NotThere`] unless the viewer is the person or supervises that person.
    pub async fn open_dialogue(&self, viewer: &Viewer, measurement: i64, on: Date) -> Result<i64, DialogueError> {
        let mut reading = self.read(viewer).await?;
        let found = reading.measurement(measurement).await?.ok_or(StoreError::NotThere)?;
        party(&mut reading, found.person).await?;
        reading.close().await?;
        let mut writing = self.begin(viewer).await?;
        let latest = latest(&mut writing, measurement).await?;
        let (draft, notes, actions) = match latest {
            None => (Draft::first(), String::new(), Vec::new()),
            Some(latest) => match latest.state {
                State::Draft(_) => return Ok(latest.id),
                State::Concluded(concluded) => (concluded.correct(), latest.notes, latest.actions),
            },
        };
        let id = writing.next_ids(1)?;
        let version = i64::from(draft.version());
        let values = [id.into(), measurement.into(), version.into(), Value::Text(&notes), on.into()];
        writing.execute(OPEN, &values).await?;
        for action in &actions {
            agree(&mut writing, id, &action.agreed, &action.outcome).await?;
        }
        let details = json!({ "measurement": measurement, "version": version, "actions": actions.len() });
        writing.record("dialogue.open", &id.to_string(), &details).await?;
        writing.commit().await?;
        Ok(id)
    }

    /// Writes the notes and the agreed actions of a draft, in place of those before; what one party had concluded is taken back.
    ///
    /// # Errors
    /// [`DialogueError`]; [`StoreError::NotThere`] unless the viewer is the person or supervises that person.
    pub async fn write_dialogue(
        &self,
        viewer: &Viewer,
        dialogue: i64,
        notes: &str,
        actions: &[NewAction],
    ) -> Result<(), DialogueError> {
        check_text(notes, LONGEST_NOTES)?;
        let mut reading = self.read(viewer).await?;
        let found = reading.dialogue(dialogue).await?.ok_or(StoreError::NotThere)?;
        party(&mut reading, found.person).await?;
        let kinds = reading.action_kinds().await?;
        reading.close().await?;
        let offered = |kind: &str| kinds.iter().any(|known| known.id == kind && !known.retired);
        let kept = |kind: &str| found.actions.iter().any(|action| action.agreed.kind == kind);
        if let Some(unknown) = actions.iter().find(|action| !offered(&action.kind) && !kept(&action.kind)) {
            let kind = unknown.kind.clone();
            return Err(DialogueError::NoKind { kind });
        }
        let mut writing = self.begin(viewer).await?;
        // Whatever happened since it was read, a concluded one is not written.
        let now = one(&mut writing, dialogue).await?.ok_or(StoreError::NotThere)?;
        if matches!(now.state, State::Concluded(_)) {
            return Err(DialogueError::Concluded);
        }
        writing.execute(WRITE, &[dialogue.into(), notes.into()]).await?;
        writing.execute(DROP_ACTIONS, &[dialogue.into()]).await?;
        for action in actions {
            // What was settled before a correction stays settled.
            let before = now.actions.iter().find(|before| before.agreed == *action);
            let outcome = before.map_or(Outcome::Open, |before| before.outcome.clone());
            agree(&mut writing, dialogue, action, &outcome).await?;
        }
        let details = json!({ "measurement": now.measurement, "after": { "notes": notes.chars().count(), "actions": actions } });
        writing.record("dialogue.write", &dialogue.to_string(), &details).await?;
        writing.commit().await?;
        Ok(())
    }

    /// Concludes a dialogue for the viewer's part; when both have, it is frozen.
    ///
    /// # Errors
    /// [`DialogueError::Plan`] when a plan is required and nothing was agreed; [`DialogueError`]; [`StoreError::NotThere`] unless the viewer
    /// is the person or supervises that person.
    pub async fn conclude_dialogue(&self, viewer: &Viewer, dialogue: i64, on: Date) -> Result<State, DialogueError> {
        let mut reading = self.read(viewer).await?;
        let found = reading.dialogue(dialogue).await?.ok_or(StoreError::NotThere)?;
        let party = party(&mut reading, found.person).await?;
        let measured = reading.measurement(found.measurement).await?.ok_or(StoreError::NotThere)?;
        reading.close().await?;
        let is_required = !why_due(&measured).is_empty();
        let mut writing = self.begin(viewer).await?;
        let now = one(&mut writing, dialogue).await?.ok_or(StoreError::NotThere)?;
        let State::Draft(draft) = now.state else {
            return Err(DialogueError::Concluded);
        };
        let state = draft.conclude(party, on, !is_required || !now.actions.is_empty())?;
        let (person, supervisor) = state.concluded_on();
        writing
            .execute(CONCLUDE, &[dialogue.into(), person.into(), supervisor.into()])
            .await?;
        let details = json!({ "measurement": now.measurement, "party": party, "on": on });
        writing.record("dialogue.conclude", &dialogue.to_string(), &details).await?;
        writing.commit().await?;
        Ok(state)
    }

    /// Says what came of an action of a concluded dialogue; a later word takes the place of an earlier, which stays in the log.
    ///
    /// # Errors
    /// [`DialogueError::NoReason`] when it was not done and no reason is given; [`DialogueError`]; [`StoreError::NotThere`] unless the
    /// viewer is the person or supervises that person, and for an action of a draft.
    pub async fn settle_action(&self, viewer: &Viewer, action: i64, outcome: &Outcome) -> Result<(), DialogueError> {
        if let Outcome::NotDone { why, .. } = outcome {
            if why.trim().is_empty() {
                return Err(DialogueError::NoReason);
            }
            check_text(why, LONGEST_NOTES)?;
        }
        let mut reading = self.read(viewer).await?;
        let dialogue = reading
            .fetch_optional(DIALOGUE_OF_ACTION, &[action.into()], |row| row.get::<i64>(0))
            .await?;
        let found = reading
            .dialogue(dialogue.ok_or(StoreError::NotThere)?)
            .await?
            .ok_or(StoreError::NotThere)?;
        party(&mut reading, found.person).await?;
        reading.close().await?;
        if matches!(found.state, State::Draft(_)) {
            return Err(StoreError::NotThere.into());
        }
        let before = found
            .actions
            .iter()
            .find(|known| known.id == action)
            .map(|known| stored(&known.outcome).0);
        let mut writing = self.begin(viewer).await?;
        let (word, why, on) = stored(outcome);
        writing
            .execute(SETTLE, &[action.into(), word.into(), why.into(), on.into()])
            .await?;
        let details = json!({ "dialogue": found.id, "before": before.flatten(), "after": word, "on": on });
        writing.record("action.settle", &action.to_string(), &details).await?;
        writing.commit().await?;
        Ok(())
    }
}

impl Reading {
    /// A dialogue; none when there is none or it is not for the viewer. Anybody but the viewer has been looked at.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn dialogue(&mut self, id: i64) -> Result<Option<Dialogue>, StoreError> {
        let Some(mut found) = self.fetch_optional(ONE, &[id.into()], dialogue).await? else {
            return Ok(None);
        };
        if !self.sees_load_of(found.person).await? {
            return Ok(None);
        }
        found.actions = actions_of(self, id).await?;
        self.note(crate::look::Subject::Measurement, None, [found.person]);
        Ok(Some(found))
    }

    /// The dialogues with somebody, the latest first, every version, at most `limit`; nothing when they are not for the viewer. Anybody but
    /// the viewer has been looked at.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn dialogues_of(&mut self, person: i64, limit: u32) -> Result<Vec<Dialogue>, StoreError> {
        if !self.sees_load_of(person).await? {
            return Ok(Vec::new());
        }
        let mut found = self.fetch(OF_PERSON, &[person.into(), limit.into()], dialogue).await?;
        for dialogue in &mut found {
            dialogue.actions = actions_of(self, dialogue.id).await?;
        }
        if !found.is_empty() {
            self.note(crate::look::Subject::Measurement, None, [person]);
        }
        Ok(found)
    }

    /// What was agreed with somebody and must be followed up: the actions not settled yet, of the latest concluded version of each talk.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn open_actions(&mut self, person: i64) -> Result<Vec<AgreedAction>, StoreError> {
        let mut seen = std::collections::HashSet::new();
        let concluded = self.dialogues_of(person, u32::MAX).await?.into_iter();
        let concluded = concluded.filter(|dialogue| matches!(dialogue.state, State::Concluded(_)));
        let latest = concluded.filter(|dialogue| seen.insert(dialogue.measurement));
        let open = latest
            .flat_map(|dialogue| dialogue.actions)
            .filter(|action| action.outcome == Outcome::Open);
        Ok(open.collect())
    }

    /// The dialogues that are due today with those whose loads the viewer may see by name, and why; `days` is how long a supervisor has
    /// before it goes to the head. Anybody but the viewer has been looked at.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn dialogues_due(&mut self, today: Date, days: u16) -> Result<Vec<DueDialogue>, StoreError> {
        let reach = self.loads_reach().await?;
        if reach.is_empty() {
            return Ok(Vec::new());
        }
        let mut due = Vec::new();
        for (one, _) in self.untalked(today, days).await? {
            if self.covers(&reach, one.person).await? {
                due.push(one);
            }
        }
        self.note(crate::look::Subject::Measurement, None, due.iter().map(|one| one.person));
        Ok(due)
    }

    /// The dialogues that have gone to the head, for each unit that the viewer follows up, without names.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn dialogues_at_head(&mut self, today: Date, days: u16) -> Result<Vec<OverdueDialogues>, StoreError> {
        let reach = self.reach(Permission::LastingOverloads).await?;
        let mut units: BTreeMap<String, (usize, Date)> = BTreeMap::new();
        for (one, unit) in self.untalked(today, days).await? {
            let unit = unit.filter(|unit| one.at_head && reach.covers_unit(Some(unit)));
            if let Some(unit) = unit {
                let (dialogues, since) = units.entry(unit).or_insert((0, one.since));
                *dialogues += 1;
                *since = (*since).min(one.since);
            }
        }
        let units = units
            .into_iter()
            .map(|(unit, (dialogues, since))| OverdueDialogues { unit, dialogues, since });
        Ok(units.collect())
    }

    /// All dialogues that are due, each with the unit of the person.
    async fn untalked(&mut self, today: Date, days: u16) -> Result<Vec<(DueDialogue, Option<String>)>, StoreError> {
        let read = |row: Row<'_>| {
            let measured = crate::measurement::measurement(row)?;
            let reasons = why_due(&measured);
            let since = reasons.iter().map(|reason| match reason {
                Reason::Differs { .. } => measured.rated_on.unwrap_or(measured.measured_on),
                Reason::TooMuch { .. } => measured.measured_on,
            });
            let Some(since) = since.min() else { return Ok(None) };
            let due = DueDialogue {
                measurement: measured.id,
                person: measured.person,
                number: row.get(16)?,
                name: row.get(17)?,
                month: measured.month,
                reasons,
                since,
                at_head: goes_to_head(since, today, days),
            };
            Ok(Some((due, row.get::<Option<String>>(18)?)))
        };
        Ok(self
            .fetch(UNTALKED, &[today.into()], read)
            .await?
            .into_iter()
            .flatten()
            .collect())
    }
}

fn why_due(measured: &Measurement) -> Vec<Reason> {
    let rating = measured.own.as_ref().map(|own| own.rating);
    reasons(rating, measured.band, measured.overload())
}

/// Which of the two the viewer is.
async fn party(reading: &mut Reading, person: i64) -> Result<Party, StoreError> {
    if reading.viewer().person() == Some(person) {
        Ok(Party::Person)
    } else if reading.supervises(person).await? {
        Ok(Party::Supervisor)
    } else {
        Err(StoreError::NotThere)
    }
}

async fn one(writing: &mut Writing, id: i64) -> Result<Option<Dialogue>, StoreError> {
    let Some(mut found) = writing.fetch_optional(ONE, &[id.into()], dialogue).await? else {
        return Ok(None);
    };
    found.actions = actions_of(writing, id).await?;
    Ok(Some(found))
}

async fn latest(writing: &mut Writing, measurement: i64) -> Result<Option<Dialogue>, StoreError> {
    let Some(mut found) = writing.fetch_optional(LATEST, &[measurement.into()], dialogue).await? else {
        return Ok(None);
    };
    found.actions = actions_of(writing, found.id).await?;
    Ok(Some(found))
}

async fn actions_of(transaction: &mut crate::dispatch::Transaction, dialogue: i64) -> Result<Vec<AgreedAction>, StoreError> {
    let read = |row: Row<'_>| {
        let on: Option<Date> = row.get(8)?;
        let outcome = match (row.get::<Option<&str>>(6)?, on) {
            (Some("done"), Some(on)) => Outcome::Done { on },
            (Some(_), Some(on)) => Outcome::NotDone {
                on,
                why: row.get::<Option<String>>(7)?.unwrap_or_default(),
            },
            _ => Outcome::Open,
        };
        Ok(AgreedAction {
            id: row.get(0)?,
            dialogue: row.get(1)?,
            agreed: NewAction {
                kind: row.get(2)?,
                owner: row.get(3)?,
                due: row.get(5)?,
            },
            owner_name: row.get(4)?,
            outcome,
        })
    };
    transaction.fetch(ACTIONS, &[dialogue.into()], read).await
}

async fn agree(writing: &mut Writing, dialogue: i64, action: &NewAction, outcome: &Outcome) -> Result<(), StoreError> {
    let id = writing.next_ids(1)?;
    let (word, why, on) = stored(outcome);
    let values = [
        id.into(),
        dialogue.into(),
        Value::Text(&action.kind),
        action.owner.into(),
        action.due.into(),
        word.into(),
        why.into(),
        on.into(),
    ];
    writing.execute(AGREE, &values).await?;
    Ok(())
}

/// An outcome as the columns want it: word, reason and day.
fn stored(outcome: &Outcome) -> (Option<&'static str>, Option<&str>, Option<Date>) {
    match outcome {
        Outcome::Open => (None, None, None),
        Outcome::Done { on } => (Some("done"), None, Some(*on)),
        Outcome::NotDone { on, why } => (Some("not_done"), Some(why), Some(*on)),
    }
}

fn dialogue(row: Row<'_>) -> Result<Dialogue, StoreError> {
    let version = u32::try_from(row.get::<i64>(4)?).unwrap_or(u32::MAX);
    Ok(Dialogue {
        id: row.get(0)?,
        measurement: row.get(1)?,
        person: row.get(2)?,
        month: row.get(3)?,
        notes: row.get(5)?,
        opened_on: row.get(6)?,
        state: State::of(version, row.get(7)?, row.get(8)?),
        actions: Vec::new(),
    })
}
