//! Plans to rebalance: asked for, decided and carried out.

use axum::Json;
use axum::extract::State;
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use jiff::civil::Date;
use rules::amount::{MILLION, Share};
use rules::load::Load;
use rules::rebalance::{AskError, Asked as Question, Hindrance, LIMITS, MOST_PER_WEEK, Occasion, Pace, Reason, Rule, Stage};
use serde::{Deserialize, Serialize};
use store::rebalance::{Move, Plan, PlanLine, RebalanceError, Receiver};
use utoipa::ToSchema;

use super::answer::{Decimal, Empty, Made, Nothing, Page, Paging, made};
use super::ask::{Asked, Id, Object, Sent};
use super::problem::Refusal;
use crate::session::SignedIn;
use crate::site::Site;

/// A plan in a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct PlanListed {
    /// Id.
    pub id: i64,
    /// When it was made.
    pub made: jiff::Timestamp,
    /// Who made it.
    pub actor: String,
    /// Why: `over`, `leaves`, `leave` or `split`.
    #[schema(example = "over")]
    pub occasion: String,
    /// The day by which everybody shall be within the limit.
    pub day: Date,
    /// Codes of the units; none for the whole municipality.
    pub units: Vec<String>,
    /// Whether there is a plan.
    pub possible: bool,
    /// Cases that change hands, without the moves that are dropped.
    pub handovers: u64,
    /// From when nothing more is done with it.
    pub closed: Option<Date>,
}

fn listed(line: PlanLine) -> PlanListed {
    PlanListed {
        id: line.id,
        made: line.made,
        actor: line.actor,
        occasion: line.asked.occasion.id().to_owned(),
        day: line.asked.day,
        units: line.asked.units.into_iter().collect(),
        possible: line.is_possible,
        handovers: line.handovers,
        closed: line.closed,
    }
}

/// A plan.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own that a program reads by its name"
)]
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct PlanOf {
    /// Id.
    pub id: i64,
    /// When it was made.
    pub made: jiff::Timestamp,
    /// Who made it.
    pub actor: String,
    /// Why: `over`, `leaves`, `leave` or `split`.
    #[schema(example = "over")]
    pub occasion: String,
    /// Ids of the people it is about; none for `over`.
    pub about: Vec<i64>,
    /// The day by which everybody shall be within the limit.
    pub day: Date,
    /// Codes of the units; none for the whole municipality.
    pub units: Vec<String>,
    /// How much of the capacity may be used: 1 is all of it.
    pub limit: Decimal,
    /// Whether cases that nobody holds are given out too.
    pub unallocated: bool,
    /// Id of the weight model.
    pub model: String,
    /// Its version.
    pub model_version: String,
    /// Where the draws began; with the same facts, seed and steps the plan comes out the same.
    pub seed: u64,
    /// Steps the engine was given.
    pub steps: u64,
    /// No plan hands over fewer cases; null when there is no plan.
    pub bound: Option<u64>,
    /// Whether it is proven that no plan with as few handovers has a lower highest load, or that there is none.
    pub proven: bool,
    /// Whether the clock ended the work.
    pub stopped_by_clock: bool,
    /// Why there is no plan.
    pub hindrances: Vec<HindranceOf>,
    /// A limit for which there is a plan.
    pub enough: Option<Decimal>,
    /// The ways to choose from.
    pub ways: Vec<WayOf>,
    /// Number of the way that is followed.
    pub chosen: u32,
    /// The first day on which a case may be handed over.
    pub first: Date,
    /// Handovers a week and receiver at most.
    pub per_week: u16,
    /// From when nothing more is done with it.
    pub closed: Option<Date>,
    /// Whether the token sees all of it, or only the moves that concern its units.
    pub whole: bool,
    /// What it comes to; null when the token sees a part of it.
    pub sums: Option<SumsOf>,
    /// Who takes part.
    pub people: Vec<PartyOf>,
    /// What changes.
    pub moves: Vec<MoveOf>,
}

/// Why there is no plan.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct HindranceOf {
    /// `no_capacity`, `nobody`, `locked`, `too_large`, `crowded` or `lacking`.
    #[schema(example = "nobody")]
    pub what: String,
    /// References of the cases.
    pub cases: Vec<String>,
    /// Ids of the people.
    pub people: Vec<i64>,
    /// The rules: `qualification`, `degree-unknown`, `language`, `district`, `not-this-worker`, `gives-up` or `other-part`.
    pub rules: Vec<String>,
    /// Points that are lacking.
    pub needed: Option<Decimal>,
}

fn hindrance(of: Hindrance) -> HindranceOf {
    let ids = |rules: Vec<Rule>| rules.into_iter().map(|rule| rule.id().to_owned()).collect();
    let told = |what: &str, cases, people, rules, needed: Option<Decimal>| HindranceOf {
        what: what.to_owned(),
        cases,
        people,
        rules: ids(rules),
        needed,
    };
    match of {
        Hindrance::NoCapacity => told("no_capacity", Vec::new(), Vec::new(), Vec::new(), None),
        Hindrance::Nobody { cases, rules } => {
            let rules = rules.into_iter().map(|(rule, _)| rule).collect();
            told("nobody", cases, Vec::new(), rules, None)
        }
        Hindrance::Locked { person, cases, needed } => told("locked", cases, vec![person], Vec::new(), Some(needed.into())),
        Hindrance::TooLarge {
            cases, person, needed, ..
        } => told("too_large", cases, vec![person], Vec::new(), Some(needed.into())),
        Hindrance::Crowded {
            cases,
            people,
            points,
            room,
            rules,
        } => told("crowded", cases, people, rules, Some((points - room).into())),
        Hindrance::Lacking { person, points } => told("lacking", Vec::new(), vec![person], Vec::new(), Some(points.into())),
    }
}

/// A way to divide the cases.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct WayOf {
    /// Its number; 0 has the fewest handovers.
    pub number: u32,
    /// Cases that change hands.
    pub handovers: u64,
    /// The highest load of anybody; null without capacity.
    pub highest: Option<Decimal>,
}

/// What a plan comes to with the moves that are not dropped.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct SumsOf {
    /// Cases that change hands.
    pub handovers: u64,
    /// The highest load of anybody before; null without capacity.
    pub highest_before: Option<Decimal>,
    /// The highest load of anybody after; null without capacity.
    pub highest_after: Option<Decimal>,
    /// How many are above the limit before.
    pub above_before: u64,
    /// How many are above the limit after.
    pub above_after: u64,
}

/// Somebody in a plan.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct PartyOf {
    /// Id of the person.
    pub person: i64,
    /// Employment number.
    pub number: String,
    /// Name.
    pub name: String,
    /// Code of the unit.
    pub unit: Option<String>,
    /// The load before; null for a token that sees no loads by name, and without capacity.
    pub load_before: Option<Decimal>,
    /// The load after.
    pub load_after: Option<Decimal>,
}

/// Cases that change hands together.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct MoveOf {
    /// Id.
    pub id: i64,
    /// References of the cases.
    pub cases: Vec<String>,
    /// Id of the person who holds them; null when nobody does.
    pub from: Option<i64>,
    /// Id of the person who takes over.
    pub to: i64,
    /// Id of the person the plan proposed.
    pub proposed: i64,
    /// What they weigh together.
    pub points: Decimal,
    /// Why: `new`, `gives-up`, `may-not`, `above-limit`, `makes-room`, `lowers-highest` or `chosen`.
    #[schema(example = "above-limit")]
    pub reason: String,
    /// The rules by which the holder may not keep them, where that is why.
    pub rules: Vec<String>,
    /// The cases that the holder takes in instead, where that is why.
    pub makes_room_for: Vec<String>,
    /// How far it has come: `proposed`, `accepted`, `dropped` or `done`.
    #[schema(example = "proposed")]
    pub stage: String,
    /// The day of the handover.
    pub due: Date,
    /// When it was carried out.
    pub done: Option<Date>,
    /// Who last said what shall be done with it.
    pub decided: Option<String>,
    /// What has changed since the plan was made, so that it is not carried out: `closed`, `other-holder`, `already-there`, `more-phases` or
    /// `receiver-gone`.
    pub changed: Option<String>,
    /// Whether the token may decide about it.
    pub may_decide: bool,
    /// Whether the token may carry it out.
    pub may_carry_out: bool,
}

fn share(load: Option<Load>) -> Option<Decimal> {
    load.and_then(|load| load.rounded(4)).map(Into::into)
}

fn move_of(step: Move) -> MoveOf {
    let (mut rules, mut makes_room_for) = (Vec::new(), Vec::new());
    let reason = step.reason.id().to_owned();
    match step.reason {
        Reason::MayNot { rules: by } => rules = by.into_iter().map(|rule| rule.id().to_owned()).collect(),
        Reason::MakesRoom { cases } => makes_room_for = cases,
        _ => {}
    }
    MoveOf {
        id: step.id,
        cases: step.references,
        from: step.from,
        to: step.to,
        proposed: step.proposed,
        points: step.points.into(),
        reason,
        rules,
        makes_room_for,
        stage: step.stage.id().to_owned(),
        due: step.due,
        done: step.done,
        decided: step.decided,
        changed: step.changed.map(|change| change.id().to_owned()),
        may_decide: step.may_decide,
        may_carry_out: step.may_carry_out,
    }
}

fn whole_number(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

fn plan_of(plan: Plan) -> PlanOf {
    PlanOf {
        id: plan.id,
        made: plan.made,
        actor: plan.actor,
        occasion: plan.asked.occasion.id().to_owned(),
        about: plan.asked.occasion.people().into_iter().flatten().copied().collect(),
        day: plan.asked.day,
        units: plan.asked.units.into_iter().collect(),
        limit: plan.asked.limit.into(),
        unallocated: plan.asked.unallocated,
        model: plan.model.0,
        model_version: plan.model.1,
        seed: plan.seed,
        steps: plan.steps,
        bound: plan.bound,
        proven: plan.is_proven,
        stopped_by_clock: plan.stopped,
        hindrances: plan.hindrances.into_iter().map(hindrance).collect(),
        enough: plan.enough.map(Into::into),
        ways: plan
            .ways
            .iter()
            .map(|way| WayOf {
                number: way.number,
                handovers: way.handovers,
                highest: share(Some(way.highest)),
            })
            .collect(),
        chosen: plan.chosen,
        first: plan.pace.first,
        per_week: plan.pace.per_week,
        closed: plan.closed,
        whole: plan.is_whole,
        sums: plan.sums.map(|sums| SumsOf {
            handovers: sums.handovers,
            highest_before: share(sums.before),
            highest_after: share(sums.after),
            above_before: whole_number(sums.above_before),
            above_after: whole_number(sums.above_after),
        }),
        people: plan
            .people
            .into_iter()
            .map(|party| PartyOf {
                person: party.id,
                number: party.number,
                name: party.name,
                unit: party.unit,
                load_before: share(party.standing.map(|standing| standing.load_before())),
                load_after: share(party.standing.map(|standing| standing.load_after())),
            })
            .collect(),
        moves: plan.moves.into_iter().map(move_of).collect(),
    }
}

/// Plans to rebalance.
///
/// Those in which the token may see a move.
#[utoipa::path(get, path = "/api/v1/rebalance-plans", operation_id = "listPlans", tag = "rebalance", params(Paging),
    responses((status = 200, description = "A page of plans, by id", body = Page<PlanListed>)))]
pub(crate) async fn list(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    uri: Uri,
    Asked(asked): Asked<Paging>,
) -> Result<Response, Refusal> {
    let mut reading = site.store().read(&viewer).await?;
    let plans = reading.plans(usize::MAX).await?;
    reading.close().await?;
    Ok(asked.page(plans, |plan| plan.id, listed)?.at(&uri))
}

/// A plan to rebalance.
#[utoipa::path(get, path = "/api/v1/rebalance-plans/{id}", operation_id = "getPlan", tag = "rebalance",
    params(("id" = i64, Path, description = "Id of the plan", minimum = 1)),
    responses((status = 200, description = "The plan", body = PlanOf)))]
pub(crate) async fn one(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Id(id): Id,
    Asked(_): Asked<Nothing>,
) -> Result<Json<PlanOf>, Refusal> {
    let mut reading = site.store().read(&viewer).await?;
    let plan = reading.plan(id).await?;
    reading.close().await?;
    Ok(Json(plan_of(plan.ok_or_else(Refusal::not_found)?)))
}

/// What is asked.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "units": ["south"], "occasion": "leaves", "people": [12], "day": "2027-01-01", "limit": 1, "per_week": 2 }))]
pub(crate) struct PlanAsked {
    /// Codes of the units whose people take part; none for the whole municipality.
    #[schema(max_items = 1000)]
    pub units: Vec<String>,
    /// Why: `over`, `leaves`, `leave` or `split`.
    #[schema(pattern = "^(over|leaves|leave|split)$")]
    pub occasion: String,
    /// Ids of the people it is about: who leave, are away, or belong to the first part.
    #[serde(default)]
    #[schema(max_items = 1000)]
    pub people: Vec<i64>,
    /// For `leave`: the first day on which they are back.
    pub until: Option<Date>,
    /// For `leave`: how much of the capacity is left, from 0 to less than 1.
    pub keeps: Option<f64>,
    /// For `split`: the types and phases of the first part.
    #[serde(default)]
    #[schema(max_items = 1000, value_type = Vec<KindAsked>)]
    pub kinds: Vec<Object<KindAsked>>,
    /// The day by which everybody shall be within the limit; today when nothing is said.
    pub day: Option<Date>,
    /// How much of the capacity may be used, from 0.1 to 2; the weight model's limit for a high load when nothing is said.
    pub limit: Option<f64>,
    /// Whether cases that nobody holds are given out too.
    #[serde(default)]
    pub unallocated: bool,
    /// The first day on which a case may be handed over; today when nothing is said.
    pub first: Option<Date>,
    /// Handovers a week and receiver at most; 2 when nothing is said.
    #[schema(minimum = 1, maximum = 50)]
    pub per_week: Option<u16>,
}

/// A type of case, and a phase.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct KindAsked {
    /// Case type.
    #[serde(rename = "type")]
    pub case_type: String,
    /// Phase; null where the type has none.
    pub phase: Option<String>,
}

/// Handovers a week when nothing is said.
const USUAL_PACE: u16 = 2;

/// A share as whole millionths; none when it is none of ours.
fn millionths(share: f64) -> Option<Share> {
    #[expect(clippy::cast_possible_truncation, reason = "within ten million, checked just before")]
    let rounded = (0.0..=10.0).contains(&share).then(|| (share * 1e6).round() as i64);
    rounded.map(Share::from_millionths)
}

/// Make a plan.
///
/// It is worked out while the program waits: about a second for a team, up to ten for a municipality. The plan is a draft; nothing is
/// assigned. That it is impossible is an answer too, and kept with its reasons.
#[utoipa::path(post, path = "/api/v1/rebalance-plans", operation_id = "makePlan", tag = "rebalance", request_body = PlanAsked,
    responses((status = 201, description = "It is made", body = Made)))]
pub(crate) async fn make(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Asked(_): Asked<Nothing>,
    Sent(sent): Sent<PlanAsked>,
) -> Result<Response, Refusal> {
    let today = site.now().date();
    let day = sent.day.unwrap_or(today);
    let people = sent.people.into_iter().collect();
    let occasion = match sent.occasion.as_str() {
        "over" => Occasion::Over,
        "leaves" => Occasion::Leaves { people },
        "leave" => Occasion::Leave {
            people,
            until: sent.until,
            keeps: millionths(sent.keeps.unwrap_or(0.0)).ok_or_else(|| refusal(AskError::Keeps))?,
        },
        "split" => Occasion::Split {
            people,
            kinds: sent
                .kinds
                .into_iter()
                .map(|Object(kind)| (kind.case_type, kind.phase))
                .collect(),
        },
        _ => return Err(Refusal::malformed("/occasion", "wrong-value")),
    };
    let limit = if let Some(limit) = sent.limit {
        millionths(limit).ok_or_else(|| refusal(AskError::Limit))?
    } else {
        let mut reading = site.store().read(&viewer).await?;
        let models = reading.weight_models().await?;
        reading.close().await?;
        models.on(day).map_or(Share::FULL, |model| model.bands.over)
    };
    let asked = Question {
        units: sent.units.into_iter().collect(),
        occasion,
        day,
        limit,
        unallocated: sent.unallocated,
    };
    let pace = pace(sent.first, sent.per_week.unwrap_or(USUAL_PACE), today)?;
    let id = crate::rebalance::propose(&site, &viewer, &asked, pace).await?;
    Ok(made(id, &format!("/api/v1/rebalance-plans/{id}")))
}

fn pace(first: Option<Date>, per_week: u16, today: Date) -> Result<Pace, Refusal> {
    let first = first.unwrap_or(today);
    if first < today {
        return Err(Refusal::refused("/first", "day-past"));
    }
    if !(1..=MOST_PER_WEEK).contains(&per_week) {
        return Err(Refusal::malformed("/per_week", "pace").saying("maximum", &MOST_PER_WEEK));
    }
    Ok(Pace { first, per_week })
}

/// Which way to follow.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct WayChosen {
    /// Its number.
    pub way: u32,
}

/// Follow another way.
///
/// As long as nothing is carried out.
#[utoipa::path(post, path = "/api/v1/rebalance-plans/{id}/way", operation_id = "chooseWay", tag = "rebalance",
    params(("id" = i64, Path, description = "Id of the plan", minimum = 1)), request_body = WayChosen,
    responses((status = 200, description = "It is followed", body = Made)))]
pub(crate) async fn choose_way(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Id(id): Id,
    Asked(_): Asked<Nothing>,
    Sent(sent): Sent<WayChosen>,
) -> Result<Json<Made>, Refusal> {
    site.store().choose_way(&viewer, id, sent.way).await?;
    Ok(Json(Made { id }))
}

/// How fast cases may change hands.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "first": "2026-12-01", "per_week": 2 }))]
pub(crate) struct PaceChosen {
    /// The first day on which a case may be handed over.
    pub first: Date,
    /// Handovers a week and receiver at most.
    #[schema(minimum = 1, maximum = 50)]
    pub per_week: u16,
}

/// Spread the handovers anew.
///
/// Those that are not carried out.
#[utoipa::path(post, path = "/api/v1/rebalance-plans/{id}/spread", operation_id = "spreadPlan", tag = "rebalance",
    params(("id" = i64, Path, description = "Id of the plan", minimum = 1)), request_body = PaceChosen,
    responses((status = 200, description = "Each move has its day", body = Made)))]
pub(crate) async fn spread(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Id(id): Id,
    Asked(_): Asked<Nothing>,
    Sent(sent): Sent<PaceChosen>,
) -> Result<Json<Made>, Refusal> {
    let pace = pace(Some(sent.first), sent.per_week, site.now().date())?;
    site.store().spread_plan(&viewer, id, pace).await?;
    Ok(Json(Made { id }))
}

/// Close a plan.
///
/// What is carried out stays; nothing more is done with it.
#[utoipa::path(post, path = "/api/v1/rebalance-plans/{id}/close", operation_id = "closePlan", tag = "rebalance",
    params(("id" = i64, Path, description = "Id of the plan", minimum = 1)), request_body = Empty,
    responses((status = 200, description = "It is closed", body = Made)))]
pub(crate) async fn close(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Id(id): Id,
    Asked(_): Asked<Nothing>,
    Sent(_): Sent<Empty>,
) -> Result<Json<Made>, Refusal> {
    site.store().close_plan(&viewer, id, site.now().date()).await?;
    Ok(Json(Made { id }))
}

/// Somebody who could take over the cases of a move.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ReceiverOf {
    /// Id of the person.
    pub person: i64,
    /// Employment number.
    pub number: String,
    /// Name.
    pub name: String,
    /// Whether this person may.
    pub may: bool,
    /// The rules by which not.
    pub rules: Vec<String>,
    /// The load with these cases; null for a token that sees no loads by name, and without capacity.
    pub load: Option<Decimal>,
    /// Whether it is above the limit then.
    pub above_limit: bool,
}

fn receiver(of: Receiver) -> ReceiverOf {
    ReceiverOf {
        person: of.id,
        number: of.number,
        name: of.name,
        may: of.rules.is_empty(),
        rules: of.rules.iter().map(|rule| rule.id().to_owned()).collect(),
        load: share(of.load),
        above_limit: of.is_above,
    }
}

/// Who could take over the cases of a move.
#[utoipa::path(get, path = "/api/v1/rebalance-moves/{id}/receivers", operation_id = "listReceivers", tag = "rebalance",
    params(("id" = i64, Path, description = "Id of the move", minimum = 1), Paging),
    responses((status = 200, description = "A page of people, by id", body = Page<ReceiverOf>)))]
pub(crate) async fn receivers(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Id(id): Id,
    uri: Uri,
    Asked(asked): Asked<Paging>,
) -> Result<Response, Refusal> {
    let mut reading = site.store().read(&viewer).await?;
    let models = reading.weight_models().await?;
    let plan = reading.plan_of_move(id).await?.ok_or_else(Refusal::not_found)?;
    let receivers = reading.receivers(&plan, id, &models).await?;
    reading.close().await?;
    Ok(asked.page(receivers, |one| one.id, receiver)?.at(&uri))
}

async fn plan_with(site: &Site, viewer: &store::Viewer, step: i64) -> Result<Plan, Refusal> {
    let mut reading = site.store().read(viewer).await?;
    let plan = reading.plan_of_move(step).await?;
    reading.close().await?;
    plan.ok_or_else(Refusal::not_found)
}

/// What shall be done with a move.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "stage": "accepted", "receiver": 12 }))]
pub(crate) struct Decision {
    /// `accepted`, `dropped`, or `proposed` to take a decision back.
    #[schema(pattern = "^(accepted|dropped|proposed)$")]
    pub stage: String,
    /// Id of the person who takes over, as it was read; with another one nothing is decided.
    #[schema(minimum = 1)]
    pub receiver: i64,
}

/// Decide about a move.
///
/// Nothing is assigned by it.
#[utoipa::path(post, path = "/api/v1/rebalance-moves/{id}/decide", operation_id = "decideMove", tag = "rebalance",
    params(("id" = i64, Path, description = "Id of the move", minimum = 1)), request_body = Decision,
    responses((status = 200, description = "It is decided", body = Made)))]
pub(crate) async fn decide(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Id(id): Id,
    Asked(_): Asked<Nothing>,
    Sent(sent): Sent<Decision>,
) -> Result<Json<Made>, Refusal> {
    let stage = Stage::from_id(&sent.stage).filter(|stage| *stage != Stage::Done);
    let stage = stage.ok_or_else(|| Refusal::malformed("/stage", "wrong-value"))?;
    let plan = plan_with(&site, &viewer, id).await?;
    site.store()
        .decide_moves(&viewer, plan.id, &[(id, sent.receiver)], stage)
        .await?;
    Ok(Json(Made { id }))
}

/// Another receiver.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "seen": 12, "to": 15 }))]
pub(crate) struct ReceiverChosen {
    /// Id of the person who takes over, as it was read; with another one nothing is changed.
    #[schema(minimum = 1)]
    pub seen: i64,
    /// Id of the person who shall take over instead.
    #[schema(minimum = 1)]
    pub to: i64,
}

/// Choose another receiver.
///
/// Checked at once; the move is then accepted.
#[utoipa::path(post, path = "/api/v1/rebalance-moves/{id}/receiver", operation_id = "changeReceiver", tag = "rebalance",
    params(("id" = i64, Path, description = "Id of the move", minimum = 1)), request_body = ReceiverChosen,
    responses((status = 200, description = "It is changed", body = Made)))]
pub(crate) async fn change(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Id(id): Id,
    Asked(_): Asked<Nothing>,
    Sent(sent): Sent<ReceiverChosen>,
) -> Result<Json<Made>, Refusal> {
    let plan = plan_with(&site, &viewer, id).await?;
    let mut reading = site.store().read(&viewer).await?;
    let models = reading.weight_models().await?;
    reading.close().await?;
    site.store()
        .change_receiver(&viewer, plan.id, (id, sent.seen), sent.to, &models)
        .await?;
    Ok(Json(Made { id }))
}

/// Carry out a move.
///
/// An accepted one whose day has come: from today the receiver holds the cases. Everything is checked again.
#[utoipa::path(post, path = "/api/v1/rebalance-moves/{id}/carry-out", operation_id = "carryOutMove", tag = "rebalance",
    params(("id" = i64, Path, description = "Id of the move", minimum = 1)), request_body = Empty,
    responses((status = 200, description = "The receiver holds the cases", body = Made)))]
pub(crate) async fn carry_out(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Id(id): Id,
    Asked(_): Asked<Nothing>,
    Sent(_): Sent<Empty>,
) -> Result<Json<Made>, Refusal> {
    let plan = plan_with(&site, &viewer, id).await?;
    let mut reading = site.store().read(&viewer).await?;
    let models = reading.weight_models().await?;
    reading.close().await?;
    site.store().carry_out(&viewer, plan.id, id, &models).await?;
    Ok(Json(Made { id }))
}

fn refusal(error: AskError) -> Refusal {
    let hundredths = MILLION / 100;
    match error {
        AskError::Limit => Refusal::refused("/limit", "plan-limit")
            .saying("least", &decimal(i64::from(*LIMITS.start()) * hundredths))
            .saying("most", &decimal(i64::from(*LIMITS.end()) * hundredths)),
        AskError::Day => Refusal::refused("/day", "plan-day"),
        AskError::Nobody => Refusal::refused("/people", "plan-nobody"),
        AskError::Keeps => Refusal::refused("/keeps", "plan-keeps"),
        AskError::Until => Refusal::refused("/until", "plan-until"),
        AskError::Kinds => Refusal::refused("/kinds", "plan-kinds"),
    }
}

fn decimal(millionths: i64) -> String {
    Share::from_millionths(millionths).to_string()
}

impl From<RebalanceError> for Refusal {
    fn from(error: RebalanceError) -> Self {
        let conflict = |code| Self::new(StatusCode::CONFLICT, code);
        match error {
            RebalanceError::Ask(error) => refusal(error),
            RebalanceError::NoModel => Self::refused("/day", "plan-no-model"),
            RebalanceError::NotInUnits => Self::refused("/people", "plan-not-in-units"),
            RebalanceError::Pace => Self::malformed("/per_week", "pace").saying("maximum", &MOST_PER_WEEK),
            RebalanceError::Closed => conflict("plan-closed"),
            RebalanceError::Done => conflict("move-done"),
            RebalanceError::Changed => conflict("move-changed"),
            RebalanceError::NotAccepted { .. } => conflict("move-not-accepted"),
            RebalanceError::NotYet => conflict("move-not-yet"),
            RebalanceError::Facts(change) => conflict("move-facts").saying("change", &change.id()),
            RebalanceError::MayNot { rules } => {
                let rules: Vec<&str> = rules.iter().map(|rule| rule.id()).collect();
                Self::refused("/to", "may-not-hold").saying("rules", &rules.join(", "))
            }
            RebalanceError::Begun => conflict("plan-begun"),
            RebalanceError::Allocation(_) => conflict("move-facts").saying("change", &"allocation"),
            RebalanceError::Store(error) => error.into(),
        }
    }
}
