//! What a case needs: a language, a district, to stay with its caseworker, or not to come to somebody; each with its days.

use askama::Template;
use axum::extract::{Form as Sent, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use rules::allocation::LockReason;
use store::allocation::{AllocationError, Need, NeedKind, NeedsOfCase, NewNeed};
use store::people::PersonLine;
use store::{StoreError, Viewer};

use super::administration::forget_identity_number;
use super::dated::{self, DatedFact, DatedForm};
use crate::allocation;
use crate::counted;
use crate::failure::Failure;
use crate::form::Form;
use crate::language::swedish_order;
use crate::page::{Page, Shown, Visit};
use crate::session::{SignedIn, escaped};
use crate::site::Site;
use crate::texts::Tr;

#[derive(Template)]
#[template(path = "allocation/needs.html")]
struct NeedsPage {
    page: Page,
    form: Form,
    address: String,
    /// What the case is, and who holds it.
    phases: Vec<String>,
    facts: Vec<DatedFact>,
    forms: Vec<DatedForm>,
    open: Vec<(String, String)>,
}

/// What is known of a case.
struct Known {
    reference: String,
    needs: NeedsOfCase,
    /// Type and phase, and who holds it.
    phases: Vec<(String, Option<String>)>,
    team: Vec<PersonLine>,
    today: Date,
}

fn title(kind: NeedKind, tr: &Tr) -> String {
    tr.text(&format!("allocation-need-{}", kind.id()))
}

fn value(need: &Need, tr: &Tr) -> String {
    match need.kind {
        NeedKind::Locked => tr.text(&format!("allocation-lock-{}", need.value)),
        NeedKind::NotWorker => need.person.as_ref().map(|person| person.name.clone()).unwrap_or_default(),
        NeedKind::Language | NeedKind::District => need.value.clone(),
    }
}

impl Known {
    async fn of(site: &Site, viewer: &Viewer, reference: &str) -> Result<Self, Failure> {
        let today = site.now().date();
        let mut reading = site.store().read(viewer).await?;
        let needs = reading.needs(reference, today).await?.filter(|needs| needs.may_change);
        let needs = needs.ok_or(Failure::NotFound)?;
        let phases = reading.case(reference, today).await?.ok_or(Failure::NotFound)?;
        let mut team = reading.people(today).await?;
        reading.close().await?;
        team.retain(|person| person.is_employed);
        team.sort_by_cached_key(|person| swedish_order(&person.name));
        let phases = phases.into_iter().map(|phase| {
            let kind = counted::kind(&phase.case_type, phase.phase.as_deref());
            (kind, phase.holder.map(|(person, ..)| person.name))
        });
        Ok(Self {
            reference: reference.to_owned(),
            needs,
            phases: phases.collect(),
            team,
            today,
        })
    }

    fn forms(&self, tr: &Tr) -> Vec<DatedForm> {
        let choose = || (String::new(), tr.text("people-choose-kind"));
        let form = |kind: NeedKind| {
            let choices = match kind {
                NeedKind::Language | NeedKind::District => Vec::new(),
                NeedKind::Locked => {
                    let reasons = LockReason::ALL.into_iter();
                    let reasons =
                        reasons.map(|reason| (reason.id().to_owned(), tr.text(&format!("allocation-lock-{}", reason.id()))));
                    std::iter::once(choose()).chain(reasons).collect()
                }
                NeedKind::NotWorker => {
                    let team = self.team.iter().map(|person| (person.id.to_string(), person.name.clone()));
                    std::iter::once(choose()).chain(team).collect()
                }
            };
            DatedForm {
                id: kind.id(),
                title: tr.text(&format!("allocation-add-{}", kind.id())),
                label: tr.text(&format!("allocation-label-{}", kind.id())),
                hint: tr.text(&format!("allocation-hint-{}", kind.id())),
                choices,
                has_value: true,
            }
        };
        NeedKind::ALL.into_iter().map(form).collect()
    }

    fn page(&self, visit: &Visit, form: Form) -> NeedsPage {
        let tr = &visit.tr;
        let today = self.today;
        let fact = |need: &Need| DatedFact::new(title(need.kind, tr), value(need, tr), need.period, today, tr);
        let ending = |need: &Need| {
            let words = format!("{}: {}", title(need.kind, tr), value(need, tr));
            dated::choice(need.id, &words, need.period, today, tr)
        };
        let phase = |(kind, holder): &(String, Option<String>)| match holder {
            Some(name) => tr.fill(
                "allocation-held-by",
                &[("kind", kind.clone().into()), ("name", name.clone().into())],
            ),
            None => tr.with("allocation-held-by-nobody", "kind", kind),
        };
        NeedsPage {
            address: address(&self.reference),
            phases: self.phases.iter().map(phase).collect(),
            facts: self.needs.needs.iter().map(fact).collect(),
            open: self.needs.needs.iter().filter_map(ending).collect(),
            forms: self.forms(tr),
            form,
            page: visit.titled(tr.with("allocation-needs-of", "reference", &self.reference)),
        }
    }
}

fn address(reference: &str) -> String {
    format!("/cases/{}/needs", escaped(reference))
}

fn empty_form() -> Form {
    dated::empty_form(&NeedKind::ALL.map(NeedKind::id))
}

/// `GET /cases/{reference}/needs`
///
/// # Errors
/// [`Failure::NotFound`] when there is no such case or it is not the viewer's to give; or when the database does not answer.
pub async fn show(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Shown, Failure> {
    let known = Known::of(&site, &viewer, &reference).await?;
    Ok(Shown::new(&known.page(&visit, empty_form())))
}

/// `POST /cases/{reference}/needs`: the field `do` says what is added, or `end`.
///
/// # Errors
/// [`Failure`] when there is no such case or form, or the database does not answer. What cannot be taken is a form to be put right.
pub async fn change(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Path(reference): Path<String>,
    Sent(sent): Sent<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let known = Known::of(&site, &viewer, &reference).await?;
    let what = sent.iter().find(|(name, _)| name == "do").map(|(_, what)| what.clone());
    let what = what.ok_or(Failure::BadRequest)?;
    let mut form = empty_form().filled_in(sent);
    let tr = &visit.tr;
    let case = (reference.as_str(), known.today);
    let store = site.store();
    // The field at which a fault is told.
    let mut field = String::from("ends");
    let mut done = Ok(false);
    if what == "end" {
        if let Some((need, until)) = dated::ended(&mut form, tr) {
            done = store.end_need(&viewer, case, need, until).await.map(|()| true);
        }
    } else {
        let kind = NeedKind::from_id(&what).ok_or(Failure::BadRequest)?;
        field = format!("{what}-value");
        if let Some((value, period)) = dated::added(&mut form, kind.id(), known.today, tr) {
            let new = match kind {
                NeedKind::Language => Some(NewNeed::Language(&value)),
                NeedKind::District => Some(NewNeed::District(&value)),
                NeedKind::Locked => LockReason::from_id(&value).map(NewNeed::Locked),
                NeedKind::NotWorker => {
                    let chosen = known.team.iter().find(|person| person.id.to_string() == value);
                    chosen.map(|person| NewNeed::NotWorker(person.id))
                }
            };
            match new {
                Some(new) => done = store.add_need(&viewer, case, &new, period).await.map(|()| true),
                None => form.refuse(&field, tr.text("allocation-choose")),
            }
        }
    }
    match done {
        Ok(true) => return Ok(Redirect::to(&address(&reference)).into_response()),
        Ok(false) => {}
        Err(AllocationError::Store(StoreError::NotThere)) => return Err(Failure::NotFound),
        Err(error) => match (allocation::not_given(&error, tr), error) {
            (Some(sentences), _) => {
                forget_identity_number(&mut form, &field);
                for sentence in sentences {
                    form.refuse(&field, sentence);
                }
            }
            (None, AllocationError::Store(error)) => return Err(error.into()),
            (None, _) => return Err(Failure::Internal),
        },
    }
    Ok(Shown::new(&known.page(&visit, form))
        .with_status(StatusCode::UNPROCESSABLE_ENTITY)
        .into_response())
}
