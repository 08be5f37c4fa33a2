//! A new plan: about whom, when, within which limit, and how fast cases may change hands.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::{Form as Sent, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use rules::amount::{Share, millionths};
use rules::rebalance::{AskError, Asked, LIMITS, MOST_PER_WEEK, Occasion, Pace, Question};
use store::rebalance::RebalanceError;
use store::{StoreError, Viewer};

use super::{WHOLE, words};
use crate::counted;
use crate::failure::Failure;
use crate::form::{Form, Keep};
use crate::language::swedish_order;
use crate::page::{Page, Shown, Visit};
use crate::pages::administration::{day_after, read_day};
use crate::pages::my_load::no_load;
use crate::session::SignedIn;
use crate::site::Site;
use crate::texts::Tr;

#[derive(Template)]
#[template(path = "rebalance/new.html")]
struct NewPage {
    page: Page,
    occasion: String,
    /// What the occasion means for this form.
    lead: String,
    /// The codes that are sent again, and their names.
    units: Vec<String>,
    unit_names: String,
    people: Vec<(String, String)>,
    people_legend: String,
    kinds: Vec<(String, String)>,
    limit_hint: String,
    form: Form,
    unallocated: Vec<(String, String)>,
}

/// What everything is asked about, from the first page.
struct Begun {
    occasion: &'static str,
    units: BTreeSet<String>,
}

/// How many handovers a week are proposed.
const USUAL_PACE: u16 = 2;

/// The fields, in the order of the page.
const FIELDS: [&str; 9] = [
    "people",
    "day",
    "until",
    "keeps",
    "kinds",
    "limit",
    "first",
    "pace",
    "unallocated",
];

impl Begun {
    /// What was chosen on the first page; none when that was nothing known.
    fn read(sent: &[(String, String)]) -> Option<Self> {
        let occasion = sent.iter().find(|(name, _)| name == "occasion")?;
        let occasion = Occasion::IDS.into_iter().find(|id| *id == occasion.1)?;
        let units: BTreeSet<String> = sent
            .iter()
            .filter(|(name, _)| name == "unit")
            .map(|(_, code)| code.clone())
            .collect();
        if units.is_empty() {
            return None;
        }
        let units = if units.contains(WHOLE) { BTreeSet::new() } else { units };
        Some(Self { occasion, units })
    }

    /// Everything as it stands in these units, to choose people and kinds from.
    async fn question(&self, site: &Site, viewer: &Viewer) -> Result<(Question, Share), RebalanceError> {
        let today = site.now().date();
        let asked = Asked {
            units: self.units.clone(),
            occasion: Occasion::Over,
            day: today,
            limit: Share::FULL,
            unallocated: false,
        };
        let mut reading = site.store().read(viewer).await?;
        let models = reading.weight_models().await?;
        let question = reading.rebalance_question(&asked, &models).await?;
        reading.close().await?;
        let usual = models.on(today).map_or(Share::FULL, |model| model.bands.over);
        Ok((question, usual))
    }
}

/// `GET /rebalance/new`
///
/// # Errors
/// [`Failure::NotFound`] when a unit is not for the viewer; or when the database does not answer.
pub async fn show(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Query(asked): Query<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let Some(begun) = Begun::read(&asked) else {
        return Ok(Redirect::to("/rebalance").into_response());
    };
    let (question, usual) = match begun.question(&site, &viewer).await {
        Ok(found) => found,
        Err(RebalanceError::NoModel) => return Ok(no_load(&visit, "rebalancing-new-title", "my-load-no-model").into_response()),
        Err(error) => return Err(failure(error)),
    };
    let today = site.now().date();
    let mut form = empty();
    form.set("day", today.to_string());
    form.set("first", today.to_string());
    form.set("pace", USUAL_PACE.to_string());
    form.set("limit", visit.tr.locale().decimal(usual.millionths().saturating_mul(100), 0));
    form.set("keeps", "0");
    // A plan that could not be made is tried again with another limit.
    for (name, value) in &asked {
        if name == "limit" {
            form.set(name, value.clone());
        }
    }
    let places = places(&site, &viewer).await?;
    Ok(Shown::new(&shown(&visit, &begun, &question, usual, &places, form)).into_response())
}

async fn places(site: &Site, viewer: &Viewer) -> Result<Vec<store::rebalance::Place>, Failure> {
    let mut reading = site.store().read(viewer).await?;
    let (places, _) = reading.rebalance_places().await?;
    reading.close().await?;
    Ok(places)
}

fn empty() -> Form {
    Form::new(&FIELDS.map(|name| (name, Keep::Written)))
}

fn shown(
    visit: &Visit,
    begun: &Begun,
    question: &Question,
    usual: Share,
    places: &[store::rebalance::Place],
    form: Form,
) -> NewPage {
    let tr = &visit.tr;
    let resting = question.resting.iter().map(|one| (one.person.to_string(), one.name.clone()));
    let workers = question
        .workers
        .iter()
        .map(|worker| (worker.person.to_string(), worker.name.clone()));
    let mut people: Vec<(String, String)> = workers.chain(resting).collect();
    people.sort_by_cached_key(|(_, name)| swedish_order(name));
    let mut kinds: Vec<(String, String)> = Vec::new();
    for (case_type, phase) in question.groups.iter().flat_map(|group| &group.kinds) {
        let value = kind_value(case_type, phase.as_deref());
        if !kinds.iter().any(|(known, _)| *known == value) {
            kinds.push((value, counted::kind(case_type, phase.as_deref())));
        }
    }
    kinds.sort();
    let asked = Asked {
        units: begun.units.clone(),
        ..question.asked.clone()
    };
    NewPage {
        lead: tr.text(&format!("rebalancing-new-{}", begun.occasion)),
        occasion: begun.occasion.to_owned(),
        units: if begun.units.is_empty() {
            vec![WHOLE.to_owned()]
        } else {
            begun.units.iter().cloned().collect()
        },
        unit_names: words::units(&asked, places, tr),
        people,
        people_legend: tr.text(&format!("rebalancing-people-{}", begun.occasion)),
        kinds,
        limit_hint: tr.with("rebalancing-limit-hint", "usual", &words::percent(usual, tr)),
        form,
        unallocated: vec![("yes".to_owned(), tr.text("rebalancing-unallocated-yes"))],
        page: visit.page("rebalancing-new-title"),
    }
}

fn kind_value(case_type: &str, phase: Option<&str>) -> String {
    phase.map_or_else(|| case_type.to_owned(), |phase| format!("{case_type}\t{phase}"))
}

/// `POST /rebalance/new`: works the plan out, which for a municipality takes some seconds, and leads to it.
///
/// # Errors
/// [`Failure::NotFound`] when a unit is not for the viewer; or when the database does not answer. What cannot be asked is no failure but a form to be
/// put right.
pub async fn make(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Sent(sent): Sent<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let begun = Begun::read(&sent).ok_or(Failure::BadRequest)?;
    let (question, usual) = match begun.question(&site, &viewer).await {
        Ok(found) => found,
        Err(RebalanceError::NoModel) => {
            let why = no_load(&visit, "rebalancing-new-title", "my-load-no-model");
            return Ok(why.with_status(StatusCode::UNPROCESSABLE_ENTITY).into_response());
        }
        Err(error) => return Err(failure(error)),
    };
    let mut form = empty().filled_in(sent);
    let today = site.now().date();
    let read = read(&mut form, &begun, &question, today, &visit.tr);
    if let Some((asked, pace)) = read.filter(|_| form.is_right()) {
        match crate::rebalance::propose(&site, &viewer, &asked, pace).await {
            Ok(id) => return Ok(Redirect::to(&format!("/rebalance/{id}")).into_response()),
            Err(RebalanceError::Ask(error)) => refuse(&mut form, error, &visit.tr),
            Err(RebalanceError::NoModel) => form.refuse("day", visit.tr.text("rebalancing-no-model")),
            Err(RebalanceError::NotInUnits) => form.refuse("people", visit.tr.text("rebalancing-not-in-units")),
            Err(error) => return Err(failure(error)),
        }
    }
    let places = places(&site, &viewer).await?;
    let page = shown(&visit, &begun, &question, usual, &places, form);
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(Shown::new(&page).with_status(status).into_response())
}

/// What was asked; none when something has to be put right, and the faults are in the form.
fn read(form: &mut Form, begun: &Begun, question: &Question, today: Date, tr: &Tr) -> Option<(Asked, Pace)> {
    let day = read_day(form, "day", tr).unwrap_or(today);
    let first = read_day(form, "first", tr).unwrap_or(today);
    if first < today {
        form.refuse("first", tr.text("rebalancing-first-past"));
    }
    let limit = read_percent(form.value("limit"));
    if limit.is_none() {
        refuse(form, AskError::Limit, tr);
    }
    let per_week = form
        .value("pace")
        .parse()
        .ok()
        .filter(|pace| (1..=MOST_PER_WEEK).contains(pace));
    if per_week.is_none() {
        let most = tr.locale().count(MOST_PER_WEEK.into());
        form.refuse("pace", tr.with("rebalancing-pace-range", "most", &most));
    }
    let people: Option<BTreeSet<i64>> = form.values("people").iter().map(|id| id.parse().ok()).collect();
    let people = people.unwrap_or_default();
    let occasion = match begun.occasion {
        "leaves" => Occasion::Leaves { people },
        "leave" => {
            let until = read_day(form, "until", tr).map(day_after);
            let keeps = match form.value("keeps") {
                "" => Some(Share::ZERO),
                written => read_percent(written),
            };
            if keeps.is_none() {
                refuse(form, AskError::Keeps, tr);
            }
            let keeps = keeps.unwrap_or(Share::ZERO);
            Occasion::Leave { people, until, keeps }
        }
        "split" => {
            let known = question.groups.iter().flat_map(|group| &group.kinds);
            let chosen = known.filter(|(case_type, phase)| form.is_chosen("kinds", &kind_value(case_type, phase.as_deref())));
            let kinds = chosen.map(|(case_type, phase)| (case_type.to_string(), phase.as_deref().map(str::to_owned)));
            let kinds = kinds.collect();
            Occasion::Split { people, kinds }
        }
        _ => Occasion::Over,
    };
    let asked = Asked {
        units: begun.units.clone(),
        occasion,
        day,
        limit: limit?,
        unallocated: form.is_chosen("unallocated", "yes"),
    };
    if let Err(error) = asked.check(today) {
        refuse(form, error, tr);
    }
    let pace = Pace {
        first,
        per_week: per_week?,
    };
    Some((asked, pace))
}

/// A share written in hundredths: `95`, `95,5`, `100 %`.
pub(super) fn read_percent(text: &str) -> Option<Share> {
    let text: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    let text = text.strip_suffix('%').unwrap_or(&text).replacen(',', ".", 1);
    let plain = text.starts_with(|first: char| first.is_ascii_digit()) && !text.contains('_');
    let hundredths = millionths(&text, 4).ok().filter(|_| plain)?;
    Some(Share::from_millionths(hundredths / 100))
}

fn refuse(form: &mut Form, error: AskError, tr: &Tr) {
    let (field, id) = match error {
        AskError::Limit => ("limit", "rebalancing-limit-range"),
        AskError::Day => ("day", "rebalancing-day-range"),
        AskError::Nobody => ("people", "rebalancing-nobody-chosen"),
        AskError::Keeps => ("keeps", "rebalancing-keeps-range"),
        AskError::Until => ("until", "rebalancing-until-before"),
        AskError::Kinds => ("kinds", "rebalancing-no-kinds"),
    };
    if form.has_fault_in(field) {
        return;
    }
    let arguments = [
        ("least", i64::from(*LIMITS.start()).into()),
        ("most", i64::from(*LIMITS.end()).into()),
    ];
    form.refuse(field, tr.fill(id, &arguments));
}

/// What a form cannot put right.
pub(super) fn failure(error: RebalanceError) -> Failure {
    match error {
        RebalanceError::Store(error) => error.into(),
        error => {
            tracing::error!(%error, "a plan was refused");
            StoreError::Unexpected(error.into()).into()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_read_with_comma_or_point_and_with_or_without_the_sign() {
        for (text, share) in [
            ("95", Some(950_000)),
            ("95,5", Some(955_000)),
            ("100 %", Some(1_000_000)),
            (" 102.25%", Some(1_022_500)),
            ("0", Some(0)),
            ("1000", Some(10_000_000)),
            ("", None),
            ("%", None),
            ("-5", None),
            ("much", None),
            ("1e3", None),
            ("99999999999999999999", None),
        ] {
            assert_eq!(read_percent(text).map(Share::millionths), share, "{text}");
        }
    }
}
