//! Who gets the next case: the people of the team in order, with what speaks for and against each. The supervisor chooses.

pub mod given;
pub(super) mod words;

use askama::Template;
use axum::extract::{Form as Sent, Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use rules::allocation::Reason;
use rules::case::Part;
use rules::next_case::{MOVED, OTHERWISE, Rule, Suggestion, Trouble};
use rules::weight_model::WeightModel;
use serde::Deserialize;
use store::allocation::{AllocationError, Assign, Reassign};
use store::load::CasePhase;
use store::next_case::NextCase;
use store::{StoreError, Viewer};

use super::my_load::{needs_of, no_load};
use super::team::class;
use crate::counted;
use crate::failure::Failure;
use crate::form::{Form, Keep};
use crate::page::{Page, Shown, Visit};
use crate::session::SignedIn;
use crate::site::Site;
use crate::texts::Tr;

#[derive(Template)]
#[template(path = "next_case/next_case.html")]
struct NextCasePage {
    page: Page,
    form: Form,
    address: String,
    /// Type, phase and points.
    kind: String,
    /// Since when it waits, or who has it.
    holder: String,
    /// What it needs, a sentence each.
    needs: Vec<String>,
    /// Where that is said.
    needs_address: String,
    reference: String,
    /// What is wrong with the list as a whole, and what to do; empty when nothing is.
    trouble: String,
    /// Whoever can have it, in order.
    people: Vec<Person>,
    /// Whoever cannot.
    others: Vec<Person>,
    /// How many they are, in words.
    others_title: String,
    /// Whether somebody has it already.
    is_move: bool,
    reasons: Vec<(String, String)>,
}

/// Somebody of the team, with what speaks for and against.
struct Person {
    id: String,
    name: String,
    address: String,
    /// The load today and with the case; empty without capacity.
    load: String,
    band: String,
    /// Class of the band in the style sheet.
    class: &'static str,
    favour: Vec<String>,
    against: Vec<String>,
    /// The rule that decided against the next; empty for the last.
    because: String,
}

/// Which case is meant, where its phase is not known.
#[derive(Debug, Deserialize)]
pub struct Which {
    case: Option<String>,
    from: Option<String>,
}

/// `GET /next-case?case=REFERENCE&from=PERSON`: leads to the phase of the case that the person holds, or that waits.
///
/// # Errors
/// [`Failure::NotFound`] when there is none, or it is not for the viewer to give; or when the database does not answer.
pub async fn find(State(site): State<Site>, SignedIn(viewer): SignedIn, Query(which): Query<Which>) -> Result<Response, Failure> {
    let Some(case) = which.case else {
        return Ok(Redirect::to("/team#waiting").into_response());
    };
    let today = site.now().date();
    let mut reading = site.store().read(&viewer).await?;
    let phase = match which.from {
        None => reading.phase_to_give(&case, today).await?,
        Some(from) => {
            let from: i64 = from.parse().map_err(|_| Failure::NotFound)?;
            let phases = reading.case(&case, today).await?.unwrap_or_default();
            let is_held = |phase: &&CasePhase| matches!(&phase.holder, Some((person, Part::Main, _)) if person.id == from);
            phases.iter().find(is_held).map(|phase| phase.id)
        }
    };
    let phase = phase.ok_or(Failure::NotFound)?;
    let may = reading.allocatable(phase, today).await?.is_some();
    reading.close().await?;
    if may {
        Ok(Redirect::to(&format!("/next-case/{phase}")).into_response())
    } else {
        Err(Failure::NotFound)
    }
}

/// A case, and the people in order.
struct Known {
    today: Date,
    case: NextCase,
    /// Today's model; none when none is valid.
    counted: Option<(WeightModel, Vec<Suggestion>, Option<Trouble>)>,
    /// The name and load of who has it.
    holder: Option<(String, Option<rules::load::PersonLoad>)>,
}

impl Known {
    async fn of(site: &Site, viewer: &Viewer, phase: &str) -> Result<Self, Failure> {
        let phase = phase.parse().map_err(|_| Failure::NotFound)?;
        let today = site.now().date();
        let mut reading = site.store().read(viewer).await?;
        let models = reading.weight_models().await?;
        let case = reading.next_case(phase, today).await?.ok_or(Failure::NotFound)?;
        let model = models.on(today).cloned();
        let main = case.phase.main(today).map(|holder| holder.person.clone());
        let holder = match main {
            None => None,
            Some(person) => {
                let facts = reading.somebody(person.id, today, today).await?;
                let load = facts
                    .zip(model.as_ref())
                    .map(|(facts, model)| rules::load::explain(model, &facts.person, &facts.holdings, today).load);
                Some((person.name, load))
            }
        };
        reading.close().await?;
        let counted = model.map(|model| {
            let (list, trouble) = case.suggestions(&model, today);
            (model, list, trouble)
        });
        Ok(Self {
            today,
            case,
            counted,
            holder,
        })
    }

    fn is_move(&self) -> bool {
        self.case.phase.needs.holder.is_some()
    }

    /// The reasons that the form offers.
    fn reasons(&self) -> &'static [Reason] {
        if self.is_move() { &MOVED } else { &OTHERWISE }
    }

    /// The id of whoever is suggested first.
    fn first(&self) -> Option<i64> {
        let (_, list, _) = self.counted.as_ref()?;
        let first = list.first().filter(|first| first.is_allowed)?;
        self.case.people.get(first.candidate).map(|one| one.facts.id)
    }

    fn page(&self, visit: &Visit, form: Form) -> Option<NextCasePage> {
        let tr = &visit.tr;
        let (model, list, trouble) = self.counted.as_ref()?;
        let phase = &self.case.phase;
        let (can, cannot): (Vec<&Suggestion>, Vec<&Suggestion>) = list.iter().partition(|one| one.is_allowed);
        let person = |of: &&Suggestion| self.person(of, tr);
        let needs = &phase.needs;
        let kind = counted::kind(&needs.case_type, needs.phase.as_deref());
        let points = self.case.points(model);
        let kind = match points {
            Some(points) => tr.fill(
                "next-case-kind",
                &[("kind", kind.into()), ("points", counted::points(points, tr).into())],
            ),
            None => tr.with("next-case-not-weighed", "kind", &kind),
        };
        let count = i64::try_from(cannot.len()).unwrap_or(i64::MAX);
        let choose = tr.text(if self.is_move() {
            "next-case-choose-why"
        } else {
            "next-case-first-needs-none"
        });
        let reasons = self.reasons().iter().map(|reason| {
            let words = tr.text(&format!("next-case-reason-{}", reason.id()));
            (reason.id().to_owned(), words)
        });
        Some(NextCasePage {
            address: format!("/next-case/{}", phase.id),
            kind,
            holder: self.holding(tr),
            needs: self.needs(tr),
            needs_address: needs_of(&phase.reference),
            reference: phase.reference.clone(),
            trouble: trouble.as_ref().map_or_else(String::new, |trouble| self.trouble(trouble, tr)),
            people: can.iter().map(person).collect(),
            others: cannot.iter().map(person).collect(),
            others_title: tr.counted("next-case-others", count),
            is_move: self.is_move(),
            reasons: [(String::new(), choose)].into_iter().chain(reasons).collect(),
            form,
            page: visit.titled(tr.with("next-case-title", "reference", &phase.reference)),
        })
    }

    /// Who has it and with what load, or how long it has waited.
    fn holding(&self, tr: &Tr) -> String {
        let since = self.case.phase.period.from();
        let days = since.until(self.today).map_or(0, |span| i64::from(span.get_days()));
        match &self.holder {
            None => tr.with("next-case-waits", "waited", &tr.counted("days", days)),
            Some((name, None)) => tr.with("next-case-held", "name", name),
            Some((name, Some(load))) => {
                let load = [
                    ("name", name.as_str().into()),
                    ("load", counted::load(load.load, tr).into()),
                    ("band", counted::band(load.band, tr).into()),
                ];
                tr.fill("next-case-held-load", &load)
            }
        }
    }

    /// What is wrong; of a locked case whose caseworker has too much, also what can be done about that.
    fn trouble(&self, trouble: &Trouble, tr: &Tr) -> String {
        use rules::weight_model::Band::{NoCapacity, Over};
        let words = words::trouble(trouble, tr);
        let load = self.holder.as_ref().and_then(|(_, load)| load.as_ref());
        let is_over = load.is_some_and(|load| matches!(load.band, Over | NoCapacity));
        if is_over && matches!(trouble, Trouble::Locked { .. }) {
            format!("{words} {}", tr.text("next-case-trouble-locked-over"))
        } else {
            words
        }
    }

    fn needs(&self, tr: &Tr) -> Vec<String> {
        let needs = &self.case.phase.needs;
        let today = self.today;
        let current = |id: &'static str, name: &'static str, dated: &[rules::allocation::Dated]| {
            let current = dated.iter().filter(|one| one.period.contains(today));
            current.map(|one| tr.with(id, name, &one.value)).collect::<Vec<_>>()
        };
        let mut said = current("next-case-need-language", "language", &needs.languages);
        said.extend(current("next-case-need-district", "district", &needs.districts));
        let locked = needs.locked.iter().filter(|(_, period)| period.contains(today));
        said.extend(locked.map(|(why, _)| {
            let why = tr.text(&format!("allocation-lock-{}", why.id()));
            tr.with("next-case-need-locked", "why", &why)
        }));
        said
    }

    fn person(&self, of: &Suggestion, tr: &Tr) -> Person {
        let facts = self.case.people.get(of.candidate).map(|one| &one.facts);
        let (favour, against) = words::reasons(of, tr);
        let load = [
            ("now", counted::load(of.load.load, tr).into()),
            ("after", counted::load(of.after, tr).into()),
        ];
        let because = of.before_next_by.map_or_else(String::new, |rule| match rule {
            // That whoever can have it comes before whoever cannot is seen.
            Rule::Allowed => String::new(),
            rule => tr.text(&format!("next-case-rule-{}", rule.id())),
        });
        Person {
            id: facts.map_or_else(String::new, |facts| facts.id.to_string()),
            name: facts.map_or_else(String::new, |facts| facts.name.clone()),
            address: facts.map_or_else(String::new, |facts| format!("/team/{}", facts.id)),
            load: tr.fill("next-case-load", &load),
            band: counted::band(of.band, tr),
            class: class(of.band),
            favour,
            against,
            because,
        }
    }
}

fn empty_form() -> Form {
    Form::new(&[("person", Keep::Written), ("reason", Keep::Written), ("on", Keep::Written)])
}

/// `GET /next-case/{phase}`
///
/// # Errors
/// [`Failure::NotFound`] when there is no such phase, or it is not for the viewer to give; or when the database does not answer.
pub async fn show(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Path(phase): Path<String>,
) -> Result<Shown, Failure> {
    let known = Known::of(&site, &viewer, &phase).await?;
    let mut form = empty_form();
    form.set("on", known.today.to_string());
    Ok(shown(&known, &visit, form))
}

fn shown(known: &Known, visit: &Visit, form: Form) -> Shown {
    match known.page(visit, form) {
        Some(page) => Shown::new(&page),
        None => no_load(visit, "next-case-no-model-title", "my-load-no-model"),
    }
}

/// `POST /next-case/{phase}`: gives the case to whoever is chosen, or moves it.
///
/// # Errors
/// [`Failure`] as with [`show`]. What cannot be taken is no failure but a form to be put right.
pub async fn give(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Path(phase): Path<String>,
    Sent(sent): Sent<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let known = Known::of(&site, &viewer, &phase).await?;
    let mut form = empty_form().filled_in(sent);
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    if let Some(choice) = read(&known, &mut form, &visit.tr) {
        match decide(&site, &viewer, &known, choice).await {
            Ok(()) => return Ok(Redirect::to(&format!("/team?given={}", known.case.phase.id)).into_response()),
            Err(AllocationError::Store(error)) => return Err(error.into()),
            Err(error) => {
                if matches!(error, AllocationError::AlreadyHeld { .. } | AllocationError::NotHeld { .. }) {
                    status = StatusCode::CONFLICT;
                }
                refuse(&mut form, &error, &visit.tr)?;
            }
        }
    }
    // It may be somebody else's by now.
    let known = Known::of(&site, &viewer, &phase).await?;
    Ok(shown(&known, &visit, form).with_status(status).into_response())
}

/// Who is chosen, why, and from when.
#[derive(Debug, Clone, Copy)]
struct Choice {
    person: i64,
    reason: Reason,
    on: Date,
}

/// What is chosen, when all of it can be taken; else the faults are in the form.
fn read(known: &Known, form: &mut Form, tr: &Tr) -> Option<Choice> {
    let person = form.value("person").parse().ok();
    let person = person.filter(|id: &i64| known.case.people.iter().any(|one| one.facts.id == *id));
    if person.is_none() {
        form.refuse("person", tr.text("next-case-nobody-chosen"));
    }
    let is_first = !known.is_move() && person.is_some() && person == known.first();
    let given = known
        .reasons()
        .iter()
        .find(|reason| reason.id() == form.value("reason"))
        .copied();
    // Whoever takes the first has said all there is to say.
    let reason = if is_first { Some(Reason::Unallocated) } else { given };
    if reason.is_none() && (known.is_move() || person.is_some()) {
        let id = if known.is_move() {
            "next-case-no-reason-to-move"
        } else {
            "next-case-no-reason"
        };
        form.refuse("reason", tr.text(id));
    }
    let on = if known.is_move() {
        let on = form.value("on").parse().ok();
        let latest = known.today.saturating_add(jiff::Span::new().days(LONGEST_AHEAD));
        let on = on.filter(|day: &Date| (known.today..=latest).contains(day));
        if on.is_none() {
            form.set("on", "");
            form.refuse("on", tr.counted("next-case-no-day", LONGEST_AHEAD));
        }
        on
    } else {
        Some(known.today)
    };
    Some(Choice {
        person: person?,
        reason: reason?,
        on: on?,
    })
}

/// A case is moved at most so many days ahead.
const LONGEST_AHEAD: i64 = 90;

async fn decide(site: &Site, viewer: &Viewer, known: &Known, choice: Choice) -> Result<(), AllocationError> {
    let phase = known.case.phase.id;
    let Choice { person, reason, on } = choice;
    if let Some(from) = known.case.phase.needs.holder {
        let reassign = Reassign {
            phase,
            from,
            to: person,
            on,
            reason,
        };
        site.store().reassign(viewer, reassign).await?;
    } else {
        let assign = Assign {
            phase,
            to: person,
            part: Part::Main,
            share: None,
            on,
            reason,
        };
        site.store().assign(viewer, assign).await?;
    }
    Ok(())
}

/// Notes in the form why the case was not given.
fn refuse(form: &mut Form, error: &AllocationError, tr: &Tr) -> Result<(), Failure> {
    let field = match error {
        AllocationError::Refused(_) | AllocationError::NotEmployed { .. } => "person",
        AllocationError::NotOpen { .. } => "on",
        _ => "",
    };
    for sentence in crate::allocation::not_given(error, tr).ok_or(Failure::Internal)? {
        form.refuse(field, sentence);
    }
    Ok(())
}

/// That a phase was given to somebody just now; empty when it was not, or is not for the viewer.
pub(super) async fn told(reading: &mut store::Reading, given: Option<&str>, today: Date, tr: &Tr) -> Result<String, StoreError> {
    let Some(phase) = given.and_then(|given| given.parse().ok()) else {
        return Ok(String::new());
    };
    let Some(facts) = reading.allocatable(phase, today).await? else {
        return Ok(String::new());
    };
    let holder = facts.holders.iter().rev().find(|holder| holder.part == Part::Main);
    Ok(holder.map_or_else(String::new, |holder| {
        let words = [
            ("reference", facts.reference.as_str().into()),
            ("name", holder.person.name.as_str().into()),
            ("day", tr.long_day(holder.period.from()).into()),
        ];
        tr.fill("next-case-given", &words)
    }))
}

/// The address under which a case that somebody holds can be moved.
pub(super) fn address_to_move(reference: &str, from: i64) -> String {
    let case: String = form_urlencoded::byte_serialize(reference.as_bytes()).collect();
    format!("/next-case?case={case}&from={from}")
}
