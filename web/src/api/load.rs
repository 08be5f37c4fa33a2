//! Loads: the own, those of the team, and what each was counted from.

use axum::Json;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use jiff::ToSpan as _;
use jiff::civil::Date;
use rules::case::{FactorValue, Part};
use rules::load::{CaseLines, Explanation, PersonLoad, explain, is_listed, unit_parts};
use rules::overload::{Overload, history, overload};
use rules::weigh::{Line, Step};
use rules::weight_model::{Series, WeightModel};
use serde::{Deserialize, Serialize};
use store::Viewer;
use store::load::PersonFacts;
use utoipa::{IntoParams, ToSchema};

use super::answer::{DayPaging, Decimal, OnDay, Page, Paging};
use super::ask::{Asked, Id};
use super::problem::Refusal;
use crate::session::SignedIn;
use crate::site::Site;

/// How far back the beginning of an overload is looked for, weeks.
const WEEKS_BACK: i64 = 52;

/// The longest history, days.
const LONGEST_HISTORY: i32 = 1_100;

/// What somebody carries and can carry on a day. Points are exact.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct LoadOnDay {
    /// Whether the person has an employment that day.
    pub in_service: bool,
    /// Open phases held, as main or co-handler.
    pub cases: u32,
    /// Those among them that the model cannot weigh.
    pub unweighed: u32,
    /// Points of the cases.
    pub case_points: Decimal,
    /// The stable part.
    pub stable: Decimal,
    /// Points of the duties.
    pub duty_points: Decimal,
    /// Points of support given less support received.
    pub support_points: Decimal,
    /// All points held.
    pub points: Decimal,
    /// Points that can be carried.
    pub capacity: Decimal,
    /// Points ÷ capacity, half up to four decimals; null without capacity, never 0.
    pub load: Option<Decimal>,
    /// `low`, `balance`, `high`, `over` or `no-capacity`.
    #[schema(example = "high")]
    pub band: &'static str,
}

impl From<&PersonLoad> for LoadOnDay {
    fn from(load: &PersonLoad) -> Self {
        Self {
            in_service: load.in_service,
            cases: load.cases,
            unweighed: load.unweighed,
            case_points: load.case_points.into(),
            stable: load.stable.into(),
            duty_points: load.duty_points.into(),
            support_points: load.support_points.into(),
            points: load.points.into(),
            capacity: load.capacity.into(),
            load: load.load.rounded(4).map(Into::into),
            band: load.band.id(),
        }
    }
}

/// Somebody's load on a day.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct LoadOf {
    /// Id of the person.
    pub person: i64,
    /// Employment number.
    pub number: String,
    /// Name.
    pub name: String,
    /// Codes of the units that the person is in that day.
    pub units: Vec<String>,
    /// The day.
    pub day: Date,
    /// The load.
    pub load: LoadOnDay,
}

/// Somebody who carries too much, and since when.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct OverloadOf {
    /// The load.
    #[serde(flatten)]
    pub of: LoadOf,
    /// The first day of the unbroken run.
    pub since: Date,
    /// Whole weeks.
    pub weeks: u32,
    /// Whether it has lasted as long as the model's rule says, so that an action is due.
    pub due: bool,
}

/// Somebody's load on a day, opened into what it was counted from.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ExplainedLoad {
    /// The load.
    #[serde(flatten)]
    pub of: LoadOf,
    /// Id and version of the weight model.
    pub model: ModelName,
    /// For how long it has been too much; null when it is not.
    pub overload: Option<TooMuch>,
    /// The cases held, each with its lines.
    pub lines: Vec<CaseOf>,
    /// The duties of that day and their points; null for a kind that the model does not have.
    pub duties: Vec<KindPoints>,
    /// Support that moved points that day.
    pub support: Vec<KindPoints>,
    /// What the capacity was counted from.
    pub capacity_lines: CapacityOf,
}

/// Which weight model.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ModelName {
    /// Id.
    pub id: String,
    /// Version.
    pub version: String,
}

impl ModelName {
    pub(crate) fn of(model: &WeightModel) -> Self {
        Self {
            id: model.id.clone(),
            version: model.version.clone(),
        }
    }
}

/// For how long it has been too much.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct TooMuch {
    /// The first day of the unbroken run.
    pub since: Date,
    /// Whole weeks.
    pub weeks: u32,
    /// Whether an action is due by the model's rule.
    pub due: bool,
}

impl From<Overload> for TooMuch {
    fn from(overload: Overload) -> Self {
        Self {
            since: overload.since,
            weeks: overload.weeks(),
            due: overload.due,
        }
    }
}

/// A kind of duty or support and its points.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct KindPoints {
    /// Id of the kind in the weight model.
    pub kind: String,
    /// Points.
    pub points: Option<Decimal>,
}

/// A case that somebody holds and how it was counted.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct CaseOf {
    /// The source system's reference.
    pub reference: String,
    /// Case type, an id of the weight model.
    #[serde(rename = "type")]
    pub case_type: String,
    /// Phase, an id of the weight model.
    pub phase: Option<String>,
    /// Points; null when the model cannot weigh it.
    pub points: Option<Decimal>,
    /// How the points were counted; their sum is the points.
    pub lines: Vec<LineOf>,
    /// Why it could not be weighed.
    pub problem: Option<String>,
}

impl From<&CaseLines> for CaseOf {
    fn from(case: &CaseLines) -> Self {
        let weighed = case.weighed.as_ref();
        Self {
            reference: case.reference.clone(),
            case_type: case.case_type.clone(),
            phase: case.phase.clone(),
            points: weighed.ok().map(|weighed| weighed.points.into()),
            lines: weighed.map_or_else(|_| Vec::new(), |weighed| weighed.lines.iter().map(Into::into).collect()),
            problem: weighed.err().map(ToString::to_string),
        }
    }
}

/// One step in how a case was counted. Which of the others stand there, `step` decides.
#[derive(Debug, Clone, Default, Serialize, ToSchema)]
pub(crate) struct LineOf {
    /// `row`, `add`, `multiply`, `rounding`, `part` or `count`.
    #[schema(example = "add")]
    pub step: &'static str,
    /// What it came to.
    pub points: Option<Decimal>,
    /// Factor, an id of the model: of `add` and `multiply`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub factor: Option<String>,
    /// What is known of the factor, written as text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// Points for each one: of `add`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub each: Option<Decimal>,
    /// How many counted: of `add` and `count`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counted: Option<u32>,
    /// Whether the factor's ceiling held it back: of `add`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_most: Option<bool>,
    /// By how much: of `multiply`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Decimal>,
    /// `main` or `co`: of `part`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<&'static str>,
    /// The person's share of the case: of `part`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<Decimal>,
}

impl From<&Line> for LineOf {
    fn from(line: &Line) -> Self {
        let points = Some(line.points.into());
        let known = |value: &FactorValue| Some(value.to_string());
        match &line.step {
            Step::Row { .. } => Self {
                step: "row",
                points,
                ..Self::default()
            },
            Step::Add {
                factor,
                value,
                each,
                counted,
                at_most,
            } => Self {
                step: "add",
                points,
                factor: Some(factor.clone()),
                value: known(value),
                each: Some((*each).into()),
                counted: Some(*counted),
                at_most: Some(*at_most),
                ..Self::default()
            },
            Step::Multiply { factor, value, by } => Self {
                step: "multiply",
                points,
                factor: Some(factor.clone()),
                value: known(value),
                by: Some((*by).into()),
                ..Self::default()
            },
            Step::Rounding => Self {
                step: "rounding",
                points,
                ..Self::default()
            },
            Step::Part { part, share } => Self {
                step: "part",
                points,
                part: Some(part_id(*part)),
                share: Some((*share).into()),
                ..Self::default()
            },
            Step::Count { count } => Self {
                step: "count",
                points,
                counted: Some(*count),
                ..Self::default()
            },
        }
    }
}

/// The id of how a case is held.
pub(crate) const fn part_id(part: Part) -> &'static str {
    match part {
        Part::Main => "main",
        Part::Co => "co",
    }
}

/// What a capacity was counted from.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct CapacityOf {
    /// Points of the norm.
    pub norm: Decimal,
    /// Hours a week that are full time.
    pub full_time_hours: Decimal,
    /// Experience level; null where the model has none.
    pub level: Option<String>,
    /// Share of the norm at that level.
    pub level_share: Option<Decimal>,
    /// Hours a week in each unit.
    pub employments: Vec<HoursIn>,
    /// Reductions in force that day: shares without causes.
    pub reductions: Vec<ReductionOf>,
    /// Whether it was rounded down to whole points.
    pub rounded_down: bool,
    /// Points.
    pub capacity: Decimal,
}

/// Hours a week in a unit.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct HoursIn {
    /// Code of the unit.
    pub unit: Option<String>,
    /// Hours a week.
    pub hours: Decimal,
}

/// How a reduction counted.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ReductionOf {
    /// Kind.
    pub kind: String,
    /// Share of the working time it takes, where it is stated so.
    pub share: Option<Decimal>,
    /// Hours a week it takes, where it is stated so.
    pub hours: Option<Decimal>,
    /// Whether the model's ceiling held it back.
    pub at_most: bool,
    /// Whether it has lasted longer than the model lets it.
    pub expired: bool,
}

fn capacity_of(explained: &Explanation) -> CapacityOf {
    let lines = &explained.capacity;
    let hours = |(unit, hours): &(Option<String>, rules::amount::Hours)| HoursIn {
        unit: unit.clone(),
        hours: (*hours).into(),
    };
    let reductions = lines.reductions.iter().map(|reduction| ReductionOf {
        kind: reduction.kind.clone(),
        share: reduction.share.map(Into::into),
        hours: reduction.hours.map(Into::into),
        at_most: reduction.at_most,
        expired: reduction.expired,
    });
    CapacityOf {
        norm: lines.norm.into(),
        full_time_hours: lines.full_time.into(),
        level: lines.level.as_ref().map(|(id, _)| id.clone()),
        level_share: lines.level.as_ref().map(|(_, share)| (*share).into()),
        employments: lines.employments.iter().map(hours).collect(),
        reductions: reductions.collect(),
        rounded_down: lines.rounded_down,
        capacity: lines.capacity.into(),
    }
}

fn load_of(facts: &PersonFacts, load: &PersonLoad, model: &WeightModel, day: Date) -> LoadOf {
    let parts = unit_parts(model, &facts.person, load, day);
    LoadOf {
        person: facts.id,
        number: facts.person.reference.clone(),
        name: facts.name.clone(),
        units: parts.into_iter().filter_map(|part| part.unit).collect(),
        day,
        load: load.into(),
    }
}

/// The model that is valid on a day.
pub(crate) fn model_on(models: &Series, day: Date) -> Result<&WeightModel, Refusal> {
    let none = || Refusal::refused("?day", "no-model").saying("day", &day);
    models.on(day).ok_or_else(none)
}

/// Loads of the team.
///
/// Everybody whose load the token may see by name, on one day. Each of them sees in the access log that the token has looked.
#[utoipa::path(get, path = "/api/v1/loads", operation_id = "listLoads", tag = "loads", params(DayPaging),
    responses((status = 200, description = "A page of loads, by id of the person", body = Page<LoadOf>)))]
pub(crate) async fn list(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    uri: Uri,
    Asked(asked): Asked<DayPaging>,
) -> Result<Response, Refusal> {
    let day = asked.day.unwrap_or_else(|| site.now().date());
    let mut reading = site.store().read(&viewer).await?;
    let models = reading.weight_models().await?;
    let model = model_on(&models, day)?;
    let people = reading.on_day(day).await?.people;
    reading.close().await?;
    let loads = people.iter().filter_map(|facts| {
        let load = explain(model, &facts.person, &facts.holdings, day).load;
        is_listed(&facts.person, &load, day).then(|| load_of(facts, &load, model, day))
    });
    let page = asked.paging().page(loads, |load| load.person, |load| load)?;
    Ok(page.at(&uri))
}

/// Who carries too much.
///
/// Those of the team who carry too much on a day by the model's rule, since when, and whether an action is due.
#[utoipa::path(get, path = "/api/v1/loads/overloaded", operation_id = "listOverloads", tag = "loads", params(DayPaging),
    responses((status = 200, description = "A page of overloads, by id of the person", body = Page<OverloadOf>)))]
pub(crate) async fn overloaded(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    uri: Uri,
    Asked(asked): Asked<DayPaging>,
) -> Result<Response, Refusal> {
    let day = asked.day.unwrap_or_else(|| site.now().date());
    let first = day.saturating_sub(WEEKS_BACK.weeks());
    let mut reading = site.store().read(&viewer).await?;
    let models = reading.weight_models().await?;
    let model = model_on(&models, day)?;
    let people = reading.everybody(first, day).await?;
    reading.close().await?;
    let found = people.iter().filter_map(|facts| {
        let steps = history(&models, &facts.person, &facts.holdings, first, day);
        let load = steps.last()?.load.as_ref()?;
        let too_much = TooMuch::from(overload(&models, &steps)?);
        Some(OverloadOf {
            of: load_of(facts, load, model, day),
            since: too_much.since,
            weeks: too_much.weeks,
            due: too_much.due,
        })
    });
    let page = asked.paging().page(found, |one| one.of.person, |one| one)?;
    Ok(page.at(&uri))
}

/// The own load.
///
/// The load of the person that the token is linked to, with what it was counted from.
#[utoipa::path(get, path = "/api/v1/loads/own", operation_id = "getOwnLoad", tag = "loads", params(OnDay),
    responses((status = 200, description = "The load and its lines", body = ExplainedLoad)))]
pub(crate) async fn own(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Asked(asked): Asked<OnDay>,
) -> Result<Json<ExplainedLoad>, Refusal> {
    let person = viewer.person().ok_or_else(Refusal::not_found)?;
    explained(&site, &viewer, person, asked.day).await
}

/// Somebody's load.
///
/// With what it was counted from, line by line. The person sees in the access log that the token has looked.
#[utoipa::path(get, path = "/api/v1/loads/{person}", operation_id = "getLoad", tag = "loads",
    params(("person" = i64, Path, description = "Id of the person", minimum = 1), OnDay),
    responses((status = 200, description = "The load and its lines", body = ExplainedLoad)))]
pub(crate) async fn one(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Id(person): Id,
    Asked(asked): Asked<OnDay>,
) -> Result<Json<ExplainedLoad>, Refusal> {
    explained(&site, &viewer, person, asked.day).await
}

async fn explained(site: &Site, viewer: &Viewer, person: i64, day: Option<Date>) -> Result<Json<ExplainedLoad>, Refusal> {
    let day = day.unwrap_or_else(|| site.now().date());
    let first = day.saturating_sub(WEEKS_BACK.weeks());
    let mut reading = site.store().read(viewer).await?;
    let models = reading.weight_models().await?;
    let facts = reading.somebody(person, first, day).await?;
    reading.close().await?;
    let facts = facts.ok_or_else(Refusal::not_found)?;
    let model = model_on(&models, day)?;
    let explained = explain(model, &facts.person, &facts.holdings, day);
    let steps = history(&models, &facts.person, &facts.holdings, first, day);
    let duties = explained.duties.iter().map(|(kind, points)| KindPoints {
        kind: kind.clone(),
        points: points.map(Into::into),
    });
    let support = explained.support.iter().map(|(kind, points)| KindPoints {
        kind: kind.clone(),
        points: Some((*points).into()),
    });
    Ok(Json(ExplainedLoad {
        of: load_of(&facts, &explained.load, model, day),
        model: ModelName::of(model),
        overload: overload(&models, &steps).map(Into::into),
        lines: explained.cases.iter().map(Into::into).collect(),
        duties: duties.collect(),
        support: support.collect(),
        capacity_lines: capacity_of(&explained),
    }))
}

/// Some days.
#[derive(Debug, Clone, Copy, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Days {
    /// The first day; a year before the last when nothing is said.
    pub first: Option<Date>,
    /// The last day, which counts; today when nothing is said.
    pub last: Option<Date>,
}

/// Days on which nothing changed.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Stretch {
    /// The first day.
    pub from: Date,
    /// The day after the last.
    pub to: Option<Date>,
    /// The load on each of them; null where no weight model is valid.
    pub load: Option<LoadOnDay>,
}

/// Somebody's load over time.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct History {
    /// Id of the person.
    pub person: i64,
    /// The stretches in order of time, without a gap.
    pub stretches: Vec<Stretch>,
}

/// Somebody's load over time.
///
/// As stretches of days without change; at most three years at a time.
#[utoipa::path(get, path = "/api/v1/loads/{person}/history", operation_id = "getLoadHistory", tag = "loads",
    params(("person" = i64, Path, description = "Id of the person", minimum = 1), Days),
    responses((status = 200, description = "The stretches", body = History)))]
pub(crate) async fn over_time(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Id(person): Id,
    Asked(asked): Asked<Days>,
) -> Result<Json<History>, Refusal> {
    let last = asked.last.unwrap_or_else(|| site.now().date());
    let first = asked.first.unwrap_or_else(|| last.saturating_sub(1.year()));
    if first > last {
        return Err(Refusal::refused("?first", "days-backwards"));
    }
    if first < last.saturating_sub(LONGEST_HISTORY.days()) {
        return Err(Refusal::refused("?first", "days-too-many").saying("maximum", &LONGEST_HISTORY));
    }
    let mut reading = site.store().read(&viewer).await?;
    let models = reading.weight_models().await?;
    let facts = reading.somebody(person, first, last).await?;
    reading.close().await?;
    let facts = facts.ok_or_else(Refusal::not_found)?;
    let steps = history(&models, &facts.person, &facts.holdings, first, last);
    let stretches = steps.iter().map(|step| Stretch {
        from: step.period.from(),
        to: step.period.to(),
        load: step.load.as_ref().map(Into::into),
    });
    Ok(Json(History {
        person,
        stretches: stretches.collect(),
    }))
}

/// That somebody looked at a load.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct LookAt {
    /// Number of the entry in the event log.
    pub event: i64,
    /// When.
    pub at: jiff::Timestamp,
    /// Who, by the name in the log; that of a token begins with `token:`.
    pub actor: String,
    /// What was looked at: `load`, `history`, `case` or `measurement`.
    #[schema(example = "load")]
    pub subject: String,
}

/// Who looked.
///
/// Who has looked at this person's load: for the person and for whoever reviews the access log.
#[utoipa::path(get, path = "/api/v1/loads/{person}/looks", operation_id = "listLooks", tag = "loads",
    params(("person" = i64, Path, description = "Id of the person", minimum = 1), Paging),
    responses((status = 200, description = "A page of looks, by number of the entry", body = Page<LookAt>)))]
pub(crate) async fn looks(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Id(person): Id,
    uri: Uri,
    Asked(asked): Asked<Paging>,
) -> Result<Response, Refusal> {
    let mut reading = site.store().read(&viewer).await?;
    let looks = reading.who_looked_at(person, u32::MAX).await?;
    reading.close().await?;
    let told = |look: store::look::Looked| LookAt {
        event: look.event,
        at: look.at,
        actor: look.actor,
        subject: look.subject,
    };
    Ok(asked.page(looks, |look| look.event, told)?.at(&uri))
}
