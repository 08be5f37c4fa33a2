//! Qualification: what people bring, and who holds cases without what the Social Services Act requires.

use axum::Json;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use jiff::civil::Date;
use rules::period::Period;
use rules::qualification::{Ground, Task};
use serde::{Deserialize, Serialize};
use store::qualification::{FactKind, HeldWithout, Lacking, PersonFact};
use utoipa::ToSchema;

use super::answer::{DayPaging, Made, Nothing, OnDay, Page};
use super::ask::{Asked, Id, Sent};
use super::problem::Refusal;
use crate::session::SignedIn;
use crate::site::Site;

/// The days that were sent: from today when nothing is said.
pub(super) fn period(site: &Site, from: Option<Date>, until: Option<Date>) -> Result<Period, Refusal> {
    let from = from.unwrap_or_else(|| site.now().date());
    Period::new(from, until).map_err(|_| Refusal::refused("/until", "backwards").saying("from", &from))
}

/// Somebody who is not qualified, or whose degree is not known.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct LackingOf {
    /// Id of the person.
    pub person: i64,
    /// Employment number.
    pub number: String,
    /// Name.
    pub name: String,
    /// Code of the unit.
    pub unit: Option<String>,
    /// The degree that counts on the day: an id.
    pub degree: Option<String>,
    /// What is missing: `unknown` (no degree is known), `degree` or `decision` (of the board).
    #[schema(example = "decision")]
    pub missing: &'static str,
    /// How many phases the person is main caseworker of all the same.
    pub held: usize,
    /// Those phases; none for a token that does not see what the person holds.
    pub cases: Vec<HeldOf>,
}

/// A phase that its main caseworker is not qualified for.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct HeldOf {
    /// The source system's reference.
    pub reference: String,
    /// Case type, an id of the weight model.
    #[serde(rename = "type")]
    pub case_type: String,
    /// Phase, an id of the weight model.
    pub phase: Option<String>,
    /// Since when the person holds it.
    pub since: Date,
    /// The act.
    #[schema(example = "SoL 2025:400")]
    pub act: String,
    /// The section.
    #[schema(example = "25 kap. 1 §")]
    pub section: String,
    /// The task: `assessment`, `investigation` or `follow-up`; null for a phase that is none of them by name.
    pub task: Option<&'static str>,
}

impl From<HeldWithout> for HeldOf {
    fn from(held: HeldWithout) -> Self {
        Self {
            reference: held.reference,
            case_type: held.case_type,
            phase: held.phase,
            since: held.since,
            act: held.unqualified.act,
            section: held.unqualified.section,
            task: held.unqualified.task.map(Task::id),
        }
    }
}

impl From<Lacking> for LackingOf {
    fn from(lacking: Lacking) -> Self {
        Self {
            person: lacking.person.id,
            number: lacking.person.number,
            name: lacking.person.name,
            unit: lacking.unit.map(|(code, _)| code),
            degree: lacking.degree,
            missing: lacking.missing.id(),
            held: lacking.held,
            cases: lacking.cases.into_iter().map(Into::into).collect(),
        }
    }
}

/// Who is not qualified.
///
/// Those who hold cases for a living and are not qualified, or whose degree is not known, and what they hold all the same.
#[utoipa::path(get, path = "/api/v1/qualification", operation_id = "listLacking", tag = "people", params(DayPaging),
    responses((status = 200, description = "A page of people, by id", body = Page<LackingOf>)))]
pub(crate) async fn lacking(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    uri: Uri,
    Asked(asked): Asked<DayPaging>,
) -> Result<Response, Refusal> {
    let day = asked.day.unwrap_or_else(|| site.now().date());
    let mut reading = site.store().read(&viewer).await?;
    let lacking = reading.lacking(day).await?;
    reading.close().await?;
    Ok(asked.paging().page(lacking, |one| one.person.id, LackingOf::from)?.at(&uri))
}

/// What is recorded about somebody.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct FactOf {
    /// Id.
    pub id: i64,
    /// `degree`, `decision`, `independent`, `language` or `district`.
    #[schema(example = "language")]
    pub kind: &'static str,
    /// The degree's id, the decision's number, the language or the district; empty for `independent`.
    pub value: String,
    /// First day.
    pub from: Date,
    /// The day on which it no longer counts; null while it lasts.
    pub until: Option<Date>,
}

impl From<PersonFact> for FactOf {
    fn from(fact: PersonFact) -> Self {
        Self {
            id: fact.id,
            kind: fact.kind.id(),
            value: fact.value,
            from: fact.period.from(),
            until: fact.period.to(),
        }
    }
}

/// What somebody brings.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct QualificationOf {
    /// Whether the person is qualified on the day.
    pub qualified: bool,
    /// What is missing: `unknown`, `degree` or `decision`; null when nothing is.
    pub missing: Option<&'static str>,
    /// Since when the board's decision counts, where that is what makes the person qualified.
    pub decided: Option<Date>,
    /// The degree that counts on the day: an id.
    pub degree: Option<String>,
    /// Since when the person handles cases independently.
    pub independent_since: Option<Date>,
    /// What is recorded, the latest first.
    pub facts: Vec<FactOf>,
}

/// What somebody brings.
///
/// Degree, the board's decisions, independence, languages and districts.
#[utoipa::path(get, path = "/api/v1/people/{person}/qualification", operation_id = "getQualification", tag = "people",
    params(("person" = i64, Path, description = "Id of the person", minimum = 1), OnDay),
    responses((status = 200, description = "What the person brings", body = QualificationOf)))]
pub(crate) async fn one(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Id(person): Id,
    Asked(asked): Asked<OnDay>,
) -> Result<Json<QualificationOf>, Refusal> {
    let day = asked.day.unwrap_or_else(|| site.now().date());
    let mut reading = site.store().read(&viewer).await?;
    let found = reading.qualification_of(person, day).await?;
    reading.close().await?;
    let found = found.ok_or_else(Refusal::not_found)?;
    Ok(Json(QualificationOf {
        qualified: found.ground.is_ok(),
        missing: found.ground.as_ref().err().map(|missing| missing.id()),
        decided: match found.ground {
            Ok(Ground::Decision(_, since)) => Some(since),
            _ => None,
        },
        degree: found.degree,
        independent_since: found.independent_since,
        facts: found.facts.into_iter().map(Into::into).collect(),
    }))
}

/// What kind of fact it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum FactId {
    /// A degree.
    Degree,
    /// The board's decision that the degree is relevant.
    Decision,
    /// That the person handles cases independently.
    Independent,
    /// A language beside Swedish.
    Language,
    /// A district that the person works in.
    District,
}

impl From<FactId> for FactKind {
    fn from(id: FactId) -> Self {
        match id {
            FactId::Degree => Self::Degree,
            FactId::Decision => Self::Decision,
            FactId::Independent => Self::Independent,
            FactId::Language => Self::Language,
            FactId::District => Self::District,
        }
    }
}

/// A fact to be recorded.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "kind": "language", "value": "arabiska" }))]
pub(crate) struct NewFact {
    /// What it is.
    pub kind: FactId,
    /// The degree's id, the decision's number, the language or the district; nothing for `independent`.
    #[schema(max_length = 60)]
    pub value: Option<String>,
    /// First day; today when nothing is said.
    pub from: Option<Date>,
    /// The day on which it no longer counts.
    pub until: Option<Date>,
}

/// Record what somebody brings.
///
/// Degrees, decisions and independence are recorded by those who look after people everywhere; languages and districts by the supervisor too.
#[utoipa::path(post, path = "/api/v1/people/{person}/qualification", operation_id = "recordQualification", tag = "people",
    params(("person" = i64, Path, description = "Id of the person", minimum = 1)), request_body = NewFact,
    responses((status = 200, description = "It is stored", body = Made)))]
pub(crate) async fn record(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Id(person): Id,
    Asked(_): Asked<Nothing>,
    Sent(sent): Sent<NewFact>,
) -> Result<Json<Made>, Refusal> {
    let value = sent.value.unwrap_or_default();
    let period = period(&site, sent.from, sent.until)?;
    let id = site
        .store()
        .record_fact(&viewer, person, (sent.kind.into(), &value), period)
        .await?;
    Ok(Json(Made { id }))
}

/// Something that shall end.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "id": 4711, "until": "2026-12-01" }))]
pub(crate) struct Ending {
    /// Its id.
    #[schema(minimum = 1)]
    pub id: i64,
    /// The day on which it no longer counts.
    pub until: Date,
}

/// End what is recorded about somebody.
///
/// It stays, with the day on which it no longer counts.
#[utoipa::path(post, path = "/api/v1/people/{person}/qualification/end", operation_id = "endQualification", tag = "people",
    params(("person" = i64, Path, description = "Id of the person", minimum = 1)), request_body = Ending,
    responses((status = 200, description = "It is stored", body = Made)))]
pub(crate) async fn end(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Id(person): Id,
    Asked(_): Asked<Nothing>,
    Sent(sent): Sent<Ending>,
) -> Result<Json<Made>, Refusal> {
    site.store().end_fact(&viewer, (person, sent.id), sent.until).await?;
    Ok(Json(Made { id: sent.id }))
}
