//! The next case: who could take it, in order with reasons, and the answer of whoever was given one.

use axum::Json;
use axum::extract::State;
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use jiff::civil::Date;
use rules::allocation::Obstacle;
use rules::next_case::{NotNow, Reason, Suggestion};
use serde::{Deserialize, Serialize};
use store::next_case::{Answer, AnswerError, GivenCase};
use utoipa::ToSchema;

use super::answer::{Decimal, Made, Nothing, Page, Paging};
use super::ask::{Asked, Id, Name, Sent};
use super::load::part_id;
use super::problem::Refusal;
use crate::session::SignedIn;
use crate::site::Site;

/// A case, and the people in the order in which they could take it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Suggestions {
    /// The source system's reference.
    pub reference: String,
    /// Id of the phase that waits, or is held.
    pub phase: i64,
    /// The day asked about.
    pub day: Date,
    /// What it weighs for a main caseworker; null when the model cannot weigh it.
    pub points: Option<Decimal>,
    /// Id of whoever holds it as main caseworker; null while nobody does.
    pub holder: Option<i64>,
    /// What is wrong with the list as a whole: `nobody`, `locked`, `nobody-qualified`, `no-capacity`, `nobody-may` or `all-over`; null when
    /// nothing is.
    pub trouble: Option<&'static str>,
    /// The people of the team, in order. No ranking of people: it is about this one case.
    pub people: Vec<SuggestionOf>,
}

/// Somebody who could take the case.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct SuggestionOf {
    /// Id of the person.
    pub person: i64,
    /// Employment number.
    pub number: String,
    /// Name.
    pub name: String,
    /// Whether the case can be given to the person.
    pub allowed: bool,
    /// Points ÷ capacity today; null without capacity.
    pub load: Option<Decimal>,
    /// The same with the case.
    pub load_after: Option<Decimal>,
    /// The band of that: `low`, `balance`, `high`, `over` or `no-capacity`.
    pub band_after: &'static str,
    /// What speaks for and against.
    pub reasons: Vec<ReasonOf>,
    /// The rule that put the person before the next; null for the last.
    pub before_next_by: Option<&'static str>,
}

/// Something that speaks for somebody, or against.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ReasonOf {
    /// What: for one, `siblings`, `room`, `away` or `new`.
    pub id: &'static str,
    /// Whether it speaks against.
    pub against: bool,
    /// Cases, months or deadlines.
    pub count: Option<u32>,
    /// Points left, below zero when there would be too many.
    pub points: Option<Decimal>,
    /// The day from which it holds.
    pub day: Option<Date>,
    /// The obstacle, the language, or the reason of an earlier answer.
    pub what: Option<String>,
}

impl From<&Reason> for ReasonOf {
    fn from(reason: &Reason) -> Self {
        let mut told = Self {
            id: reason.id(),
            against: reason.is_against(),
            count: None,
            points: None,
            day: None,
            what: None,
        };
        match reason {
            Reason::NoCapacity | Reason::LoadAfter { .. } => {}
            Reason::Obstacle { obstacle } => {
                let value = match obstacle {
                    Obstacle::NotQualified(lacks) => Some(format!("{} {}", lacks.act, lacks.section)),
                    Obstacle::NotThisWorker => None,
                    Obstacle::Locked { reason } => Some(reason.id().to_owned()),
                    Obstacle::Language { language } => Some(language.clone()),
                    Obstacle::District { district } => Some(district.clone()),
                };
                told.what = Some(value.map_or_else(|| obstacle.id().to_owned(), |value| format!("{}: {value}", obstacle.id())));
            }
            Reason::SaidNotNow { on, why } => (told.day, told.what) = (Some(*on), Some(why.id().to_owned())),
            Reason::Siblings { cases } | Reason::Experience { cases } | Reason::New { cases, .. } => told.count = Some(*cases),
            Reason::Speaks { language } => told.what = Some(language.clone()),
            Reason::Room { left } => told.points = Some((*left).into()),
            Reason::Away { from } => told.day = Some(*from),
            Reason::Introduction { months, .. } => told.count = Some(*months),
            Reason::Deadlines { count } => told.count = Some(*count),
        }
        told
    }
}

/// Suggest who could take a case.
///
/// The caseworkers of the teams that the token covers, in order, with what speaks for and against each. Nothing is given by it.
#[utoipa::path(get, path = "/api/v1/cases/{reference}/suggestions", operation_id = "suggestForCase", tag = "cases",
    params(("reference" = String, Path, description = "The source system's reference", example = "R-0")),
    responses((status = 200, description = "The people in order", body = Suggestions)))]
pub(crate) async fn suggest(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Name(reference): Name,
    Asked(_): Asked<Nothing>,
) -> Result<Json<Suggestions>, Refusal> {
    let day = site.now().date();
    let mut reading = site.store().read(&viewer).await?;
    let models = reading.weight_models().await?;
    let phase = reading.phase_to_give(&reference, day).await?.ok_or_else(Refusal::not_found)?;
    let case = reading.next_case(phase, day).await?.ok_or_else(Refusal::not_found)?;
    reading.close().await?;
    let Some(model) = models.on(day) else {
        return Err(Refusal::refused("", "no-model").saying("day", &day));
    };
    let (list, trouble) = case.suggestions(model, day);
    let told = |of: &Suggestion| {
        let facts = &case.people.get(of.candidate)?.facts;
        Some(SuggestionOf {
            person: facts.id,
            number: facts.person.reference.clone(),
            name: facts.name.clone(),
            allowed: of.is_allowed,
            load: of.load.load.rounded(4).map(Into::into),
            load_after: of.after.rounded(4).map(Into::into),
            band_after: of.band.id(),
            reasons: of.reasons.iter().map(ReasonOf::from).collect(),
            before_next_by: of.before_next_by.map(rules::next_case::Rule::id),
        })
    };
    Ok(Json(Suggestions {
        people: list.iter().filter_map(told).collect(),
        points: case.points(model).map(Into::into),
        holder: case.phase.needs.holder,
        trouble: trouble.map(|trouble| trouble.id()),
        phase: case.phase.id,
        reference: case.phase.reference,
        day,
    }))
}

/// A case that was given and is not answered.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct GivenOf {
    /// Id of the decision.
    pub id: i64,
    /// The source system's reference.
    pub reference: String,
    /// Case type, an id of the weight model.
    #[serde(rename = "type")]
    pub case_type: String,
    /// Phase, an id of the weight model.
    pub phase: Option<String>,
    /// From which day.
    pub from: Date,
    /// `main` or `co`.
    pub part: &'static str,
    /// Who decided it.
    pub by: String,
    /// Whether somebody else had it before.
    pub moved: bool,
}

impl From<GivenCase> for GivenOf {
    fn from(given: GivenCase) -> Self {
        Self {
            id: given.id,
            reference: given.reference,
            case_type: given.case_type,
            phase: given.phase_name,
            from: given.on,
            part: part_id(given.part),
            by: given.by,
            moved: given.is_moved,
        }
    }
}

/// Cases that were given and wait for an answer.
///
/// Those of the person that the token is linked to, of the last two weeks.
#[utoipa::path(get, path = "/api/v1/given", operation_id = "listGiven", tag = "cases", params(Paging),
    responses((status = 200, description = "A page of cases, by id", body = Page<GivenOf>)))]
pub(crate) async fn given(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    uri: Uri,
    Asked(asked): Asked<Paging>,
) -> Result<Response, Refusal> {
    let mut reading = site.store().read(&viewer).await?;
    let found = reading.unanswered(site.now().date()).await?;
    reading.close().await?;
    Ok(asked.page(found, |one| one.id, GivenOf::from)?.at(&uri))
}

/// What is answered.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "answer": "not-now", "reason": "too-much" }))]
pub(crate) struct NewAnswer {
    /// `taken` or `not-now`.
    #[schema(pattern = "^(taken|not-now)$", example = "taken")]
    pub answer: String,
    /// Why not now: `too-much`, `deadlines`, `away`, `partial`, `experience` or `other`.
    #[schema(pattern = "^(too-much|deadlines|away|partial|experience|other)$")]
    pub reason: Option<String>,
}

/// Answer about a case that was given.
///
/// Only for a token that is linked to the person. With `not-now` the case waits for a supervisor again; it goes to nobody by itself.
#[utoipa::path(post, path = "/api/v1/given/{id}/answer", operation_id = "answerGiven", tag = "cases",
    params(("id" = i64, Path, description = "Id of the decision", minimum = 1)), request_body = NewAnswer,
    responses((status = 200, description = "It is stored", body = Made)))]
pub(crate) async fn answer(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Id(id): Id,
    Asked(_): Asked<Nothing>,
    Sent(sent): Sent<NewAnswer>,
) -> Result<Json<Made>, Refusal> {
    let why = sent.reason.as_deref().map(|why| NotNow::from_id(why).ok_or(why));
    let answer = match (sent.answer.as_str(), why) {
        ("taken", None) => Answer::Taken,
        ("not-now", Some(Ok(why))) => Answer::NotNow(why),
        ("taken" | "not-now", _) => return Err(Refusal::refused("/reason", "answer-reason")),
        _ => return Err(Refusal::malformed("/answer", "answer")),
    };
    site.store().answer_given(&viewer, id, answer, site.now().date()).await?;
    Ok(Json(Made { id }))
}

impl From<AnswerError> for Refusal {
    fn from(error: AnswerError) -> Self {
        match error {
            AnswerError::Answered => Self::new(StatusCode::CONFLICT, "answered"),
            AnswerError::Store(error) => error.into(),
        }
    }
}
