//! Dialogues: the talk about a month.

use axum::Json;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use jiff::civil::Date;
use rules::dialogue::State as Stage;
use rules::measurement::Reason;
use serde::{Deserialize, Serialize};
use store::dialogue::{Dialogue, LONGEST_NOTES, NewAction};
use utoipa::ToSchema;

use super::action::AgreedOf;
use super::answer::{Empty, Made, Nothing, Page, Paging, made};
use super::ask::{Asked, Id, Object, Sent};
use super::problem::Refusal;
use crate::session::SignedIn;
use crate::site::Site;

/// The talk about a measurement, in one version.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct DialogueOf {
    /// Id.
    pub id: i64,
    /// Id of the measurement.
    pub measurement: i64,
    /// Id of the person.
    pub person: i64,
    /// The month, by its first day.
    pub month: Date,
    /// The version, from 1; a correction is a new one.
    pub version: u32,
    /// When this version was begun.
    pub opened_on: Date,
    /// Whether both have concluded it, which froze it.
    pub concluded: bool,
    /// When the person concluded it.
    pub person_concluded: Option<Date>,
    /// When the supervisor concluded it.
    pub supervisor_concluded: Option<Date>,
    /// Notes.
    pub notes: String,
    /// What was agreed.
    pub actions: Vec<AgreedOf>,
    /// The mark of the notes and actions as they stand: whoever writes or concludes sends it back.
    pub mark: String,
}

impl From<Dialogue> for DialogueOf {
    fn from(dialogue: Dialogue) -> Self {
        let (person_concluded, supervisor_concluded) = dialogue.state.concluded_on();
        Self {
            id: dialogue.id,
            measurement: dialogue.measurement,
            person: dialogue.person,
            month: dialogue.month,
            version: dialogue.state.version(),
            opened_on: dialogue.opened_on,
            mark: dialogue.mark(),
            concluded: matches!(dialogue.state, Stage::Concluded(_)),
            person_concluded,
            supervisor_concluded,
            notes: dialogue.notes,
            actions: dialogue.actions.into_iter().map(Into::into).collect(),
        }
    }
}

/// Somebody's dialogues.
///
/// Every version.
#[utoipa::path(get, path = "/api/v1/people/{person}/dialogues", operation_id = "listDialogues", tag = "dialogues",
    params(("person" = i64, Path, description = "Id of the person", minimum = 1), Paging),
    responses((status = 200, description = "A page of dialogues, by id", body = Page<DialogueOf>)))]
pub(crate) async fn list(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Id(person): Id,
    uri: Uri,
    Asked(asked): Asked<Paging>,
) -> Result<Response, Refusal> {
    let mut reading = site.store().read(&viewer).await?;
    let found = reading.dialogues_of(person, u32::MAX).await?;
    reading.close().await?;
    Ok(asked.page(found, |one| one.id, DialogueOf::from)?.at(&uri))
}

/// A dialogue.
#[utoipa::path(get, path = "/api/v1/dialogues/{id}", operation_id = "getDialogue", tag = "dialogues",
    params(("id" = i64, Path, description = "Id of the dialogue", minimum = 1)),
    responses((status = 200, description = "The dialogue", body = DialogueOf)))]
pub(crate) async fn one(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Id(id): Id,
    Asked(_): Asked<Nothing>,
) -> Result<Json<DialogueOf>, Refusal> {
    let mut reading = site.store().read(&viewer).await?;
    let found = reading.dialogue(id).await?;
    reading.close().await?;
    let found = found.ok_or_else(Refusal::not_found)?;
    Ok(Json(found.into()))
}

/// A dialogue that is due.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct DueOf {
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
    /// Since when it is due.
    pub since: Date,
    /// Steps between the own rating and the band, when that is a reason.
    pub differs_by: Option<u8>,
    /// Since when it has been too much, when that is a reason.
    pub too_much_since: Option<Date>,
    /// Whether it has gone to the head.
    pub at_head: bool,
}

/// Dialogues that are due.
///
/// With those whose loads the token may see by name, and why.
#[utoipa::path(get, path = "/api/v1/dialogues/due", operation_id = "listDialoguesDue", tag = "dialogues", params(Paging),
    responses((status = 200, description = "A page of them, by id of the measurement", body = Page<DueOf>)))]
pub(crate) async fn due(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    uri: Uri,
    Asked(asked): Asked<Paging>,
) -> Result<Response, Refusal> {
    let days_to_head = site.chosen().await?.days_to_head;
    let mut reading = site.store().read(&viewer).await?;
    let found = reading.dialogues_due(site.now().date(), days_to_head).await?;
    reading.close().await?;
    let told = |one: store::dialogue::DueDialogue| {
        let differs = one.reasons.iter().find_map(|reason| match reason {
            Reason::Differs { steps } => Some(*steps),
            Reason::TooMuch { .. } => None,
        });
        let too_much = one.reasons.iter().find_map(|reason| match reason {
            Reason::TooMuch { since } => Some(*since),
            Reason::Differs { .. } => None,
        });
        DueOf {
            measurement: one.measurement,
            person: one.person,
            number: one.number,
            name: one.name,
            month: one.month,
            since: one.since,
            differs_by: differs,
            too_much_since: too_much,
            at_head: one.at_head,
        }
    };
    Ok(asked.page(found, |one| one.measurement, told)?.at(&uri))
}

/// Begin a dialogue.
///
/// The draft there is, when there is one; a new version when the last one is concluded. For the person and the supervisor.
#[utoipa::path(post, path = "/api/v1/measurements/{id}/dialogue", operation_id = "openDialogue", tag = "dialogues",
    params(("id" = i64, Path, description = "Id of the measurement", minimum = 1)), request_body = Empty,
    responses((status = 201, description = "It is begun", body = Made)))]
pub(crate) async fn open(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Id(measurement): Id,
    Asked(_): Asked<Nothing>,
    Sent(_): Sent<Empty>,
) -> Result<Response, Refusal> {
    let id = site.store().open_dialogue(&viewer, measurement, site.now().date()).await?;
    Ok(made(id, &format!("/api/v1/dialogues/{id}")))
}

/// What a draft says.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "mark": "0f2c", "notes": "Two cases go to a colleague.", "actions": [{ "kind": "fewer-cases", "owner": 12, "due": "2026-11-30" }] }))]
pub(crate) struct Written {
    /// The mark that the dialogue had when it was read; with another one nothing is stored.
    #[schema(max_length = 64)]
    pub mark: String,
    /// Notes; nothing about clients.
    #[schema(max_length = 4000)]
    pub notes: String,
    /// What is agreed, in place of what was before.
    #[schema(max_items = 50, value_type = Vec<Agreement>)]
    pub actions: Vec<Object<Agreement>>,
}

/// What is agreed.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Agreement {
    /// Id of a kind in the catalogue.
    pub kind: String,
    /// Id of the person who does it.
    #[schema(minimum = 1)]
    pub owner: i64,
    /// By when.
    pub due: Date,
}

/// The most actions of one dialogue.
const MOST_ACTIONS: usize = 50;

/// Write a draft.
///
/// In place of what was there; what one party had concluded is taken back.
#[utoipa::path(post, path = "/api/v1/dialogues/{id}/draft", operation_id = "writeDialogue", tag = "dialogues",
    params(("id" = i64, Path, description = "Id of the dialogue", minimum = 1)), request_body = Written,
    responses((status = 200, description = "It is stored", body = Made)))]
pub(crate) async fn write(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Id(id): Id,
    Asked(_): Asked<Nothing>,
    Sent(sent): Sent<Written>,
) -> Result<Json<Made>, Refusal> {
    if sent.notes.chars().count() > LONGEST_NOTES {
        return Err(Refusal::malformed("/notes", "too-long").saying("maximum", &LONGEST_NOTES));
    }
    if sent.actions.len() > MOST_ACTIONS {
        return Err(Refusal::malformed("/actions", "too-many").saying("maximum", &MOST_ACTIONS));
    }
    let actions = sent.actions.into_iter().map(|Object(action)| NewAction {
        kind: action.kind,
        owner: action.owner,
        due: action.due,
    });
    let actions: Vec<NewAction> = actions.collect();
    site.store().write_dialogue(&viewer, id, &sent.mark, &sent.notes, &actions).await?;
    Ok(Json(Made { id }))
}

/// What was read before it is concluded.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Seen {
    /// The mark that the dialogue had when it was read; with another one it is not concluded.
    #[schema(max_length = 64)]
    pub mark: String,
}

/// Conclude a dialogue.
///
/// For the token's part: the person's when it is linked to the person, else the supervisor's. When both have, it is frozen.
#[utoipa::path(post, path = "/api/v1/dialogues/{id}/conclude", operation_id = "concludeDialogue", tag = "dialogues",
    params(("id" = i64, Path, description = "Id of the dialogue", minimum = 1)), request_body = Seen,
    responses((status = 200, description = "It is concluded for this part", body = Made)))]
pub(crate) async fn conclude(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Id(id): Id,
    Asked(_): Asked<Nothing>,
    Sent(seen): Sent<Seen>,
) -> Result<Json<Made>, Refusal> {
    site.store()
        .conclude_dialogue(&viewer, id, &seen.mark, site.now().date())
        .await?;
    Ok(Json(Made { id }))
}
