//! Actions: what was agreed and what came of it, and the catalogue of what can be agreed.

use axum::Json;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use jiff::civil::Date;
use rules::action::{ActionKind, Outcome};
use serde::{Deserialize, Serialize};
use store::dialogue::{AgreedAction, LONGEST_NOTES};
use utoipa::ToSchema;

use super::answer::{Made, Nothing, Page, Paging};
use super::ask::{Asked, Id, Sent};
use super::problem::Refusal;
use crate::session::SignedIn;
use crate::site::Site;

/// What was agreed, and what came of it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct AgreedOf {
    /// Id.
    pub id: i64,
    /// Id of the dialogue.
    pub dialogue: i64,
    /// Id of a kind in the catalogue.
    pub kind: String,
    /// Id of the person who does it.
    pub owner: i64,
    /// Name of the person who does it.
    pub owner_name: String,
    /// By when.
    pub due: Date,
    /// `open`, `done` or `not_done`.
    #[schema(example = "open")]
    pub outcome: &'static str,
    /// When it was settled; null while it is open.
    pub settled_on: Option<Date>,
    /// Why it was not done.
    pub why: Option<String>,
}

impl From<AgreedAction> for AgreedOf {
    fn from(action: AgreedAction) -> Self {
        let (outcome, settled_on, why) = match action.outcome {
            Outcome::Open => ("open", None, None),
            Outcome::Done { on } => ("done", Some(on), None),
            Outcome::NotDone { on, why } => ("not_done", Some(on), Some(why)),
        };
        Self {
            id: action.id,
            dialogue: action.dialogue,
            kind: action.agreed.kind,
            owner: action.agreed.owner,
            owner_name: action.owner_name,
            due: action.agreed.due,
            outcome,
            settled_on,
            why,
        }
    }
}

/// Somebody's open actions.
///
/// What was agreed with the person and must be followed up: of the latest concluded version of each talk.
#[utoipa::path(get, path = "/api/v1/people/{person}/actions", operation_id = "listOpenActions", tag = "actions",
    params(("person" = i64, Path, description = "Id of the person", minimum = 1), Paging),
    responses((status = 200, description = "A page of actions, by id", body = Page<AgreedOf>)))]
pub(crate) async fn open(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Id(person): Id,
    uri: Uri,
    Asked(asked): Asked<Paging>,
) -> Result<Response, Refusal> {
    let mut reading = site.store().read(&viewer).await?;
    let found = reading.open_actions(person).await?;
    reading.close().await?;
    Ok(asked.page(found, |one| one.id, AgreedOf::from)?.at(&uri))
}

/// What came of an action.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "outcome": "not_done", "why": "The colleague left." }))]
pub(crate) struct NewOutcome {
    /// Whether it was done.
    pub outcome: OutcomeId,
    /// Why it was not done; nothing about clients.
    #[schema(max_length = 4000)]
    pub why: Option<String>,
}

/// Whether an action was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum OutcomeId {
    /// Done.
    Done,
    /// Not done: then it must be said why.
    NotDone,
}

/// Settle an action.
///
/// A later word takes the place of an earlier, which stays in the log. For the person and the supervisor.
#[utoipa::path(post, path = "/api/v1/actions/{id}/outcome", operation_id = "settleAction", tag = "actions",
    params(("id" = i64, Path, description = "Id of the action", minimum = 1)), request_body = NewOutcome,
    responses((status = 200, description = "It is stored", body = Made)))]
pub(crate) async fn settle(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Id(id): Id,
    Asked(_): Asked<Nothing>,
    Sent(sent): Sent<NewOutcome>,
) -> Result<Json<Made>, Refusal> {
    let on = site.now().date();
    let why = sent.why.unwrap_or_default();
    if why.chars().count() > LONGEST_NOTES {
        return Err(Refusal::malformed("/why", "too-long").saying("maximum", &LONGEST_NOTES));
    }
    let outcome = match sent.outcome {
        OutcomeId::Done => Outcome::Done { on },
        OutcomeId::NotDone => Outcome::NotDone { on, why },
    };
    site.store().settle_action(&viewer, id, &outcome).await?;
    Ok(Json(Made { id }))
}

/// A kind of action that can be agreed.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "id": "fewer-cases", "sv": "Färre ärenden", "en": "Fewer cases", "retired": false }))]
pub(crate) struct KindOf {
    /// Id: small letters, figures and `-`.
    #[schema(pattern = "^[a-z0-9][a-z0-9-]{0,59}$")]
    pub id: String,
    /// What it is, in Swedish.
    #[schema(min_length = 1, max_length = 200)]
    pub sv: String,
    /// What it is, in English.
    #[schema(min_length = 1, max_length = 200)]
    pub en: String,
    /// Whether it is no longer offered; what was agreed by it stays.
    #[serde(default)]
    pub retired: bool,
}

/// The catalogue of actions.
///
/// Those no longer offered too.
#[utoipa::path(get, path = "/api/v1/action-kinds", operation_id = "listActionKinds", tag = "actions", params(Paging),
    responses((status = 200, description = "A page of kinds, by id", body = Page<KindOf>)))]
pub(crate) async fn kinds(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    uri: Uri,
    Asked(asked): Asked<Paging>,
) -> Result<Response, Refusal> {
    let mut reading = site.store().read(&viewer).await?;
    let kinds = reading.action_kinds().await?;
    reading.close().await?;
    let told = |kind: ActionKind| KindOf {
        id: kind.id,
        sv: kind.sv,
        en: kind.en,
        retired: kind.retired,
    };
    Ok(asked.page(kinds, |kind| kind.id.clone(), told)?.at(&uri))
}

/// Change the catalogue.
///
/// Adds a kind, or changes the one with the same id. The first change makes the catalogue that comes along the municipality's own.
#[utoipa::path(post, path = "/api/v1/action-kinds", operation_id = "setActionKind", tag = "actions", request_body = KindOf,
    responses((status = 200, description = "It is stored", body = KindOf)))]
pub(crate) async fn set(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Asked(_): Asked<Nothing>,
    Sent(sent): Sent<KindOf>,
) -> Result<Json<KindOf>, Refusal> {
    let mut letters = sent.id.bytes();
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    let is_id = letters.next().is_some_and(plain) && letters.all(|byte| plain(byte) || byte == b'-') && sent.id.len() <= 60;
    if !is_id {
        return Err(Refusal::malformed("/id", "no-id"));
    }
    for (pointer, title) in [("/sv", &sent.sv), ("/en", &sent.en)] {
        if !(1..=200).contains(&title.chars().count()) {
            return Err(Refusal::malformed(pointer, "too-long").saying("maximum", &200));
        }
        if rules::identity_number::contains(title) {
            return Err(Refusal::refused(pointer, "identity-number"));
        }
    }
    let kind = ActionKind {
        id: sent.id.clone(),
        sv: sent.sv.clone(),
        en: sent.en.clone(),
        retired: sent.retired,
    };
    site.store().set_action_kind(&viewer, &kind).await?;
    Ok(Json(sent))
}
