//! Allocation: what a case needs, and giving it to somebody or moving it.

use axum::Json;
use axum::extract::State;
use jiff::civil::Date;
use rules::allocation::{LockReason, Reason};
use rules::case::Part;
use serde::{Deserialize, Serialize};
use store::allocation::{Assign, Need, NewNeed, Reassign};
use utoipa::ToSchema;

use super::answer::{Made, Nothing, OnDay};
use super::ask::{Asked, Name, Sent};
use super::problem::Refusal;
use super::qualification::{Ending, period};
use crate::session::SignedIn;
use crate::site::Site;

/// A need of a case.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct NeedOf {
    /// Id.
    pub id: i64,
    /// `language`, `district`, `locked` or `not_worker`.
    #[schema(example = "language")]
    pub kind: &'static str,
    /// The language, the district, or why it is locked; empty for `not_worker`.
    pub value: String,
    /// Id of whom it shall not go to.
    pub person: Option<i64>,
    /// First day.
    pub from: Date,
    /// The day on which it no longer counts; null while it lasts.
    pub until: Option<Date>,
}

impl From<Need> for NeedOf {
    fn from(need: Need) -> Self {
        Self {
            id: need.id,
            kind: need.kind.id(),
            value: need.value,
            person: need.person.map(|person| person.id),
            from: need.period.from(),
            until: need.period.to(),
        }
    }
}

/// The needs of a case.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct NeedsOf {
    /// Whether the token may change them.
    pub may_change: bool,
    /// The needs, the latest first.
    pub needs: Vec<NeedOf>,
}

/// What a case needs.
///
/// For those who see the case.
#[utoipa::path(get, path = "/api/v1/cases/{reference}/needs", operation_id = "getNeeds", tag = "cases",
    params(("reference" = String, Path, description = "The source system's reference", example = "R-1001-0"), OnDay),
    responses((status = 200, description = "The needs", body = NeedsOf)))]
pub(crate) async fn needs(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Name(reference): Name,
    Asked(asked): Asked<OnDay>,
) -> Result<Json<NeedsOf>, Refusal> {
    let day = asked.day.unwrap_or_else(|| site.now().date());
    let mut reading = site.store().read(&viewer).await?;
    let found = reading.needs(&reference, day).await?;
    reading.close().await?;
    let found = found.ok_or_else(Refusal::not_found)?;
    Ok(Json(NeedsOf {
        may_change: found.may_change,
        needs: found.needs.into_iter().map(Into::into).collect(),
    }))
}

/// What kind of need it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum NeedId {
    /// A language that its caseworker must speak.
    Language,
    /// A district that it lies in.
    District,
    /// To stay with its caseworker.
    Locked,
    /// Not to come to somebody.
    NotWorker,
}

/// A need to be stored.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "kind": "language", "value": "arabiska" }))]
pub(crate) struct NeedSent {
    /// What it is.
    pub kind: NeedId,
    /// The language or the district, or for `locked` why: `relation`, `decision-near`, `court`, `promised` or `other`.
    #[schema(max_length = 60)]
    pub value: Option<String>,
    /// For `not_worker`: id of whom it shall not go to.
    #[schema(minimum = 1)]
    pub person: Option<i64>,
    /// First day; today when nothing is said.
    pub from: Option<Date>,
    /// The day on which it no longer counts.
    pub until: Option<Date>,
}

/// Say what a case needs.
///
/// For whoever leads the unit it lies in.
#[utoipa::path(post, path = "/api/v1/cases/{reference}/needs", operation_id = "addNeed", tag = "cases",
    params(("reference" = String, Path, description = "The source system's reference", example = "R-1001-0")), request_body = NeedSent,
    responses((status = 200, description = "It is stored", body = NeedsOf)))]
pub(crate) async fn add_need(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Name(reference): Name,
    Asked(_): Asked<Nothing>,
    Sent(sent): Sent<NeedSent>,
) -> Result<Json<NeedsOf>, Refusal> {
    let value = sent.value.unwrap_or_default();
    let new = match sent.kind {
        NeedId::Language => NewNeed::Language(&value),
        NeedId::District => NewNeed::District(&value),
        NeedId::Locked => {
            let reason = LockReason::from_id(&value);
            NewNeed::Locked(reason.ok_or_else(|| Refusal::refused("/value", "no-lock-reason"))?)
        }
        NeedId::NotWorker => NewNeed::NotWorker(sent.person.ok_or_else(|| Refusal::refused("/person", "no-reference"))?),
    };
    let period = period(&site, sent.from, sent.until)?;
    let day = site.now().date();
    site.store().add_need(&viewer, (&reference, day), &new, period).await?;
    needs(State(site), SignedIn(viewer), Name(reference), Asked(OnDay { day: None })).await
}

/// End what a case needs.
///
/// It stays, with the day on which it no longer counts.
#[utoipa::path(post, path = "/api/v1/cases/{reference}/needs/end", operation_id = "endNeed", tag = "cases",
    params(("reference" = String, Path, description = "The source system's reference", example = "R-1001-0")), request_body = Ending,
    responses((status = 200, description = "It is stored", body = Made)))]
pub(crate) async fn end_need(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Name(reference): Name,
    Asked(_): Asked<Nothing>,
    Sent(sent): Sent<Ending>,
) -> Result<Json<Made>, Refusal> {
    let day = site.now().date();
    site.store().end_need(&viewer, (&reference, day), sent.id, sent.until).await?;
    Ok(Json(Made { id: sent.id }))
}

/// A phase that is given to somebody, or moved.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "phase": 4711, "to": 17, "reason": "unallocated" }))]
pub(crate) struct NewAllocation {
    /// Id of the phase.
    #[schema(minimum = 1)]
    pub phase: i64,
    /// Id of who gets it.
    #[schema(minimum = 1)]
    pub to: i64,
    /// Id of the main caseworker whom it is moved from; nothing when nobody has it.
    #[schema(minimum = 1)]
    pub from: Option<i64>,
    /// `main` or `co`; `main` when nothing is said. Only a main caseworker's phase is moved.
    #[serde(default)]
    pub part: PartId,
    /// From which day; today when nothing is said.
    pub on: Option<Date>,
    /// Why: `unallocated`, `overload`, `leaving`, `absence`, `siblings`, `language`, `experience`, `family-asked`, `worker-asked`, `unit`,
    /// `plan` or `other`.
    #[schema(example = "unallocated")]
    pub reason: String,
}

/// How somebody holds a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum PartId {
    /// Main caseworker.
    #[default]
    Main,
    /// Co-handler, who needs no qualification.
    Co,
}

/// Give or move a case.
///
/// For whoever leads the team. Refused with the section when the receiver is not qualified. The case's own system is to be told: until an
/// export shows it, exports that show what was before change nothing.
#[utoipa::path(post, path = "/api/v1/allocations", operation_id = "allocate", tag = "cases", request_body = NewAllocation,
    responses((status = 200, description = "It is given", body = Made)))]
pub(crate) async fn allocate(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Asked(_): Asked<Nothing>,
    Sent(sent): Sent<NewAllocation>,
) -> Result<Json<Made>, Refusal> {
    let reason = Reason::from_id(&sent.reason).ok_or_else(|| Refusal::refused("/reason", "no-allocation-reason"))?;
    let on = sent.on.unwrap_or_else(|| site.now().date());
    let NewAllocation { phase, to, .. } = sent;
    let part = match sent.part {
        PartId::Main => Part::Main,
        PartId::Co => Part::Co,
    };
    let id = match sent.from {
        Some(_) if part == Part::Co => return Err(Refusal::refused("/part", "moved-as-co")),
        Some(from) => {
            let reassign = Reassign {
                phase,
                from,
                to,
                on,
                reason,
            };
            site.store().reassign(&viewer, reassign).await?
        }
        None => {
            let assign = Assign {
                phase,
                to,
                part,
                share: None,
                on,
                reason,
            };
            site.store().assign(&viewer, assign).await?
        }
    };
    Ok(Json(Made { id }))
}
