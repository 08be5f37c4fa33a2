//! Dialogues: the talk about a measurement, what was agreed in it, and the talks that are due.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rules::access::Permission;
use rules::action::Outcome;
use rules::dialogue::{Draft, Party, PlanMissing, State};
use rules::measurement::{Rating, Reason, goes_to_head, reasons};
use rules::weight_model::Band;
use serde::Serialize;
use serde_json::json;
use sha2::{Digest as _, Sha256};

use crate::load::{FoundPerson, found_person};
use crate::measurement::{Measurement, MeasurementError, check_text};
use crate::value::id_keys;
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
// What is settled while a correction is being written is settled in the correction too.
pub(crate) const SETTLE_IN_LATER: &str = "UPDATE agreed_action SET outcome = $4, reason = $5, settled_on = $6 WHERE kind = $1 AND owner = $2 \
     AND due = $3 AND dialogue IN (SELECT later.id FROM dialogue AS later JOIN dialogue AS this ON this.measurement = later.measurement \
     AND this.version < later.version WHERE this.id = $7)";
// Persons with an account that leads a unit of person $1 on $2, and that person.
pub(crate) const OWNERS: &str = "SELECT person.id, person.number, person.name FROM person WHERE person.id = $1 OR person.id IN \
     (SELECT account.person FROM account JOIN account_role ON account_role.account = account.id \
     JOIN employment ON employment.unit = account_role.unit WHERE employment.person = $1 AND account_role.role = 'supervisor' \
     AND account.disabled IS NULL AND employment.started <= $2 AND (employment.until IS NULL OR employment.until > $2) \
     AND account_role.started <= $2 AND (account_role.until IS NULL OR account_role.until > $2)) ORDER BY person.number";
// The latest measurement of each of $1, the keys of a JSON object.
pub(crate) const LATEST_OF_EACH: &str = "SELECT measurement.person, measurement.id, measurement.month, measurement.rating, measurement.band \
     FROM measurement WHERE measurement.person IN (SELECT CAST(wanted.key AS BIGINT) FROM json_each($1) AS wanted) AND NOT EXISTS \
     (SELECT 1 FROM measurement AS later WHERE later.person = measurement.person AND later.month > measurement.month)";
// Dialogues of each of $1, the latest month and version first.
pub(crate) const DIALOGUES_OF_EACH: &str = "SELECT measurement.person, dialogue.measurement, dialogue.id, dialogue.version, dialogue.opened_on, \
     dialogue.person_concluded, dialogue.supervisor_concluded FROM dialogue JOIN measurement ON measurement.id = dialogue.measurement \
     WHERE measurement.person IN (SELECT CAST(wanted.key AS BIGINT) FROM json_each($1) AS wanted) \
     ORDER BY measurement.person, measurement.month DESC, dialogue.version DESC";
/// What was agreed in the latest concluded version of each talk.
macro_rules! agreed {
    ($what:literal, $which:literal) => {
        concat!(
            "SELECT ",
            $what,
            " FROM agreed_action JOIN dialogue ON dialogue.id = agreed_action.dialogue \
             JOIN measurement ON measurement.id = dialogue.measurement \
             WHERE dialogue.person_concluded IS NOT NULL AND dialogue.supervisor_concluded IS NOT NULL \
             AND NOT EXISTS (SELECT 1 FROM dialogue AS later WHERE later.measurement = dialogue.measurement \
             AND later.version > dialogue.version AND later.person_concluded IS NOT NULL AND later.supervisor_concluded IS NOT NULL)",
            $which
        )
    };
}
pub(crate) const OPEN_ACTIONS_OF_EACH: &str = agreed!(
    "measurement.person, agreed_action.due",
    " AND agreed_action.outcome IS NULL AND measurement.person IN (SELECT CAST(wanted.key AS BIGINT) FROM json_each($1) AS wanted)"
);
pub(crate) const REMARKS_OF_EACH: &str = "SELECT measurement.person, CAST(COUNT(*) AS BIGINT) FROM factor_remark \
     JOIN measurement ON measurement.id = factor_remark.measurement WHERE factor_remark.verdict = 'wrong' AND factor_remark.settled IS NULL \
     AND measurement.person IN (SELECT CAST(wanted.key AS BIGINT) FROM json_each($1) AS wanted) GROUP BY measurement.person";
// Those due from $2 on, with the unit the person is in on $1.
pub(crate) const AGREED_IN_UNITS: &str = agreed!(
    "(SELECT MIN(unit.code) FROM employment JOIN unit ON unit.id = employment.unit WHERE employment.person = measurement.person \
     AND employment.started <= $1 AND (employment.until IS NULL OR employment.until > $1)), agreed_action.outcome, agreed_action.due",
    " AND agreed_action.due >= $2"
);
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
    /// Only the two who talk can have something to do, and whoever has it already.
    #[error("person {owner} cannot own an action of this dialogue")]
    NoOwner {
        /// Id of the person.
        owner: i64,
    },
    /// Somebody has written something else since the viewer saw it.
    #[error("it was changed meanwhile")]
    Changed,
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

impl Dialogue {
    /// A mark of the notes and the agreed actions as they stand: another text has another mark. Whoever writes or concludes says by it what
    /// was seen.
    #[must_use]
    pub fn mark(&self) -> String {
        let agreed: Vec<&NewAction> = self.actions.iter().map(|action| &action.agreed).collect();
        let text = json!({ "version": self.state.version(), "notes": self.notes, "actions": agreed }).to_string();
        let hash = Sha256::digest(text.as_bytes());
        hash.iter().fold(String::new(), |mark, byte| format!("{mark}{byte:02x}"))
    }

    /// Whether both have concluded it.
    #[must_use]
    pub const fn is_concluded(&self) -> bool {
        matches!(self.state, State::Concluded(_))
    }
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

/// Where the talks with somebody stand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Talks {
    /// The latest measurement: id, month, rating and band.
    pub latest: Option<(i64, Date, Option<Rating>, Band)>,
    /// A draft that waits to be concluded, and since when.
    pub draft: Option<(i64, Date)>,
    /// The last concluded dialogue, and the day on which the second of the two concluded it.
    pub concluded: Option<(i64, Date)>,
    /// Agreed actions that are not settled.
    pub open_actions: usize,
    /// Those of them that should have been.
    pub late_actions: usize,
    /// Effort factors said to be wrong that the supervisor has not dealt with.
    pub remarks: usize,
}

/// What came of the agreed actions of a unit, without names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct FollowedUp {
    /// Done.
    pub done: usize,
    /// Not done, with a reason.
    pub not_done: usize,
    /// Not settled although the day has passed.
    pub late: usize,
    /// Not due yet.
    pub open: usize,
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

    /// Writes the notes and the agreed actions of a draft, in place of those before, which had the mark `seen`, and gives the mark they then
    /// have; what one party had concluded is taken back. Writing the same again changes nothing.
    ///
    /// # Errors
    /// [`DialogueError::Changed`] when they no longer have that mark; [`DialogueError`]; [`StoreError::NotThere`] unless the viewer is the
    /// person or supervises that person.
    pub async fn write_dialogue(
        &self,
        viewer: &Viewer,
        dialogue: i64,
        seen: &str,
        notes: &str,
        actions: &[NewAction],
    ) -> Result<String, DialogueError> {
        check_text(notes, LONGEST_NOTES)?;
        let mut reading = self.read(viewer).await?;
        let found = reading.dialogue(dialogue).await?.ok_or(StoreError::NotThere)?;
        party(&mut reading, found.person).await?;
        let kinds = reading.action_kinds().await?;
        let owners = reading.action_owners(found.person).await?;
        reading.close().await?;
        let offered = |kind: &str| kinds.iter().any(|known| known.id == kind && !known.retired);
        let kept = |kind: &str| found.actions.iter().any(|action| action.agreed.kind == kind);
        if let Some(unknown) = actions.iter().find(|action| !offered(&action.kind) && !kept(&action.kind)) {
            let kind = unknown.kind.clone();
            return Err(DialogueError::NoKind { kind });
        }
        let is_owner = |owner: i64| owners.iter().any(|known| known.id == owner);
        let owned = |owner: i64| found.actions.iter().any(|action| action.agreed.owner == owner);
        if let Some(other) = actions.iter().find(|action| !is_owner(action.owner) && !owned(action.owner)) {
            return Err(DialogueError::NoOwner { owner: other.owner });
        }
        let mut writing = self.begin(viewer).await?;
        // Whatever happened since it was read, a concluded one is not written.
        let now = one(&mut writing, dialogue).await?.ok_or(StoreError::NotThere)?;
        if now.is_concluded() {
            return Err(DialogueError::Concluded);
        }
        if now.notes == notes && now.actions.iter().map(|action| &action.agreed).eq(actions) {
            return Ok(now.mark());
        }
        if now.mark() != seen {
            return Err(DialogueError::Changed);
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
        let written = one(&mut writing, dialogue).await?.ok_or(StoreError::NotThere)?;
        writing.commit().await?;
        Ok(written.mark())
    }

    /// Concludes a dialogue whose text has the mark `seen` for the viewer's part; when both have, it is frozen.
    ///
    /// # Errors
    /// [`DialogueError::Changed`] when the text no longer has that mark; [`DialogueError::Plan`] when a plan is required and nothing was
    /// agreed; [`DialogueError`]; [`StoreError::NotThere`] unless the viewer is the person or supervises that person.
    pub async fn conclude_dialogue(&self, viewer: &Viewer, dialogue: i64, seen: &str, on: Date) -> Result<State, DialogueError> {
        let mut reading = self.read(viewer).await?;
        let found = reading.dialogue(dialogue).await?.ok_or(StoreError::NotThere)?;
        let party = party(&mut reading, found.person).await?;
        let measured = reading.measurement(found.measurement).await?.ok_or(StoreError::NotThere)?;
        reading.close().await?;
        let is_required = !measured.why_due().is_empty();
        let mut writing = self.begin(viewer).await?;
        let now = one(&mut writing, dialogue).await?.ok_or(StoreError::NotThere)?;
        let State::Draft(draft) = now.state else {
            return Err(DialogueError::Concluded);
        };
        if now.mark() != seen {
            return Err(DialogueError::Changed);
        }
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
        if !found.is_concluded() {
            return Err(StoreError::NotThere.into());
        }
        let known = found.actions.iter().find(|known| known.id == action);
        let known = known.ok_or(StoreError::NotThere)?;
        let before = stored(&known.outcome).0;
        let mut writing = self.begin(viewer).await?;
        let (word, why, on) = stored(outcome);
        writing
            .execute(SETTLE, &[action.into(), word.into(), why.into(), on.into()])
            .await?;
        let agreed = &known.agreed;
        let values = [
            Value::Text(&agreed.kind),
            agreed.owner.into(),
            agreed.due.into(),
            word.into(),
            why.into(),
            on.into(),
            found.id.into(),
        ];
        writing.execute(SETTLE_IN_LATER, &values).await?;
        let details = json!({ "dialogue": found.id, "before": before, "after": word, "on": on });
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

    /// Who can have something to do after a dialogue with somebody: that person and those who lead the team today; nothing when the loads of
    /// that person are not for the viewer.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn action_owners(&mut self, person: i64) -> Result<Vec<FoundPerson>, StoreError> {
        if !self.sees_load_of(person).await? {
            return Ok(Vec::new());
        }
        let own = self.viewer().person();
        let supervises = self.supervises(person).await?;
        let today = self
            .viewer()
            .at()
            .to_zoned(jiff::tz::TimeZone::UTC)
            .date()
            .max(self.viewer().day());
        let mut owners = self.fetch(OWNERS, &[person.into(), today.into()], found_person).await?;
        if let Some(own) = own.filter(|own| supervises && !owners.iter().any(|known| known.id == *own)) {
            let led_by = self.fetch(OWNERS, &[own.into(), today.into()], found_person).await?;
            owners.extend(led_by.into_iter().filter(|known| known.id == own));
        }
        Ok(owners)
    }

    /// Whether the viewer can take part in a dialogue with somebody, and as whom.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn party_with(&mut self, person: i64) -> Result<Option<Party>, StoreError> {
        match party(self, person).await {
            Ok(party) => Ok(Some(party)),
            Err(StoreError::NotThere) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Where the talks stand with each of these people whose loads the viewer may see by name, by id. Anybody but the viewer has been looked
    /// at.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn talks(&mut self, people: &[i64], today: Date) -> Result<BTreeMap<i64, Talks>, StoreError> {
        let reach = self.loads_reach().await?;
        let mut seen = people.to_vec();
        if !reach.everywhere {
            let mut visible = self.members(&reach, self.viewer().day()).await?;
            visible.extend(self.viewer().person().filter(|_| reach.own));
            seen.retain(|person| visible.contains(person));
        }
        let ids = id_keys(seen.iter().copied());
        let wanted = [Value::Json(&ids)];
        let mut talks: BTreeMap<i64, Talks> = seen.iter().map(|person| (*person, Talks::default())).collect();
        self.for_each(LATEST_OF_EACH, &wanted, |row| {
            let band = crate::measurement::band_of(row.get(4)?)?;
            let latest = (row.get(1)?, row.get(2)?, crate::measurement::rating_of(row.get(3)?), band);
            talks.entry(row.get(0)?).or_default().latest = Some(latest);
            Ok(())
        })
        .await?;
        let mut before: Option<i64> = None;
        self.for_each(DIALOGUES_OF_EACH, &wanted, |row| {
            let (measurement, id): (i64, i64) = (row.get(1)?, row.get(2)?);
            let talks = talks.entry(row.get(0)?).or_default();
            let concluded: (Option<Date>, Option<Date>) = (row.get(5)?, row.get(6)?);
            match concluded {
                (Some(person), Some(supervisor)) => {
                    talks.concluded = talks.concluded.or(Some((id, person.max(supervisor))));
                }
                _ if before != Some(measurement) => talks.draft = talks.draft.or(Some((id, row.get(4)?))),
                _ => {}
            }
            before = Some(measurement);
            Ok(())
        })
        .await?;
        self.for_each(OPEN_ACTIONS_OF_EACH, &wanted, |row| {
            let talks = talks.entry(row.get(0)?).or_default();
            talks.open_actions += 1;
            talks.late_actions += usize::from(Outcome::Open.is_late(row.get(1)?, today));
            Ok(())
        })
        .await?;
        self.for_each(REMARKS_OF_EACH, &wanted, |row| {
            talks.entry(row.get(0)?).or_default().remarks = usize::try_from(row.get::<i64>(1)?).unwrap_or(0);
            Ok(())
        })
        .await?;
        let measured = talks.iter().filter(|(_, talks)| talks.latest.is_some());
        let measured: Vec<i64> = measured.map(|(person, _)| *person).collect();
        self.note(crate::look::Subject::Measurement, None, measured);
        Ok(talks)
    }

    /// What came of the actions agreed in each unit that the viewer follows up, those that were due from `first` on, by the unit's code;
    /// without names.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn followed_up(&mut self, first: Date, today: Date) -> Result<BTreeMap<String, FollowedUp>, StoreError> {
        let reach = self.reach(Permission::LastingOverloads).await?;
        let mut units: BTreeMap<String, FollowedUp> = BTreeMap::new();
        self.for_each(AGREED_IN_UNITS, &[today.into(), first.into()], |row| {
            let unit: Option<String> = row.get(0)?;
            let (outcome, due): (Option<&str>, Date) = (row.get(1)?, row.get(2)?);
            if let Some(unit) = unit.filter(|unit| reach.covers_unit(Some(unit))) {
                let of_unit = units.entry(unit).or_default();
                match outcome {
                    Some("done") => of_unit.done += 1,
                    Some(_) => of_unit.not_done += 1,
                    None if Outcome::Open.is_late(due, today) => of_unit.late += 1,
                    None => of_unit.open += 1,
                }
            }
            Ok(())
        })
        .await?;
        Ok(units)
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
            let reasons = measured.why_due();
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

impl Measurement {
    /// Why a dialogue about it is due; nothing when it is not. Where it is, a plan is required.
    #[must_use]
    pub fn why_due(&self) -> Vec<Reason> {
        let rating = self.own.as_ref().map(|own| own.rating);
        reasons(rating, self.band, self.overload())
    }
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
