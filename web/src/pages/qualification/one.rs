//! One person: degree, the board's decision, independence, languages and districts, with their days.

use askama::Template;
use axum::extract::{Form as Sent, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use rules::qualification::Requirement;
use store::people::PersonFile;
use store::qualification::{FactKind, PersonFact, PersonQualification, QualificationError};
use store::{StoreError, Viewer};

use crate::allocation;
use crate::failure::Failure;
use crate::form::Form;
use crate::page::{Page, Shown, Visit};
use crate::pages::administration::forget_identity_number;
use crate::pages::dated::{self, DatedFact, DatedForm};
use crate::session::SignedIn;
use crate::site::Site;
use crate::texts::Tr;

#[derive(Template)]
#[template(path = "qualification/one.html")]
struct OnePage {
    page: Page,
    form: Form,
    address: String,
    person: String,
    /// Whether qualified, and by what.
    standing: String,
    is_qualified: bool,
    degree: String,
    experience: String,
    independent: String,
    may_change: bool,
    facts: Vec<DatedFact>,
    forms: Vec<DatedForm>,
    open: Vec<(String, String)>,
}

/// What is known of somebody.
struct Known {
    file: PersonFile,
    qualification: PersonQualification,
    requirement: Requirement,
    today: Date,
}

fn title(kind: FactKind, tr: &Tr) -> String {
    tr.text(&format!("qualification-kind-{}", kind.id()))
}

fn value(fact: &PersonFact, tr: &Tr) -> String {
    match fact.kind {
        FactKind::Degree => allocation::degree(&fact.value, tr),
        FactKind::Independent => tr.text("word-yes"),
        FactKind::Decision | FactKind::Language | FactKind::District => fact.value.clone(),
    }
}

impl Known {
    async fn of(site: &Site, viewer: &Viewer, id: i64) -> Result<Self, Failure> {
        let today = site.now().date();
        let mut reading = site.store().read(viewer).await?;
        let file = reading.person_file(id).await?.ok_or(Failure::NotFound)?;
        let qualification = reading.qualification_of(id, today).await?.ok_or(Failure::NotFound)?;
        let requirement = reading.requirement().await?;
        reading.close().await?;
        Ok(Self {
            file,
            qualification,
            requirement,
            today,
        })
    }

    /// The forms of the kinds that the viewer may record.
    fn forms(&self, tr: &Tr) -> Vec<DatedForm> {
        let may = |kind: &FactKind| {
            if kind.is_of_law() {
                self.qualification.may_record
            } else {
                self.qualification.may_tell
            }
        };
        let form = |kind: FactKind| DatedForm {
            id: kind.id(),
            title: tr.text(&format!("qualification-add-{}", kind.id())),
            label: title(kind, tr),
            hint: tr.text(&format!("qualification-hint-{}", kind.id())),
            choices: match kind {
                FactKind::Degree => {
                    let degrees = self.requirement.degrees();
                    let mut choices = vec![(String::new(), tr.text("people-choose-kind"))];
                    choices.extend(degrees.map(|(id, _)| (id.to_owned(), allocation::degree(id, tr))));
                    choices
                }
                _ => Vec::new(),
            },
            has_value: kind != FactKind::Independent,
        };
        FactKind::ALL.into_iter().filter(may).map(form).collect()
    }

    fn page(&self, visit: &Visit, form: Form) -> OnePage {
        let tr = &visit.tr;
        let (qualification, today) = (&self.qualification, self.today);
        let day = |day: Option<Date>, none: &str| day.map_or_else(|| tr.text(none), |day| tr.locale().day(day));
        let imported = qualification
            .imported
            .as_deref()
            .map(|degree| self.requirement.degree_id(degree));
        let counting = qualification.degree.as_deref();
        let mut degree = counting.map_or_else(|| tr.text("word-not-stated"), |degree| allocation::degree(degree, tr));
        let is_recorded = qualification
            .facts
            .iter()
            .any(|fact| fact.kind == FactKind::Degree && fact.period.contains(today));
        if imported.is_some() && !is_recorded {
            degree = tr.with("qualification-imported", "degree", &degree);
        }
        let forms = self.forms(tr);
        let may_end = |fact: &&PersonFact| forms.iter().any(|form| form.id == fact.kind.id());
        let ending = |fact: &PersonFact| {
            let words = format!("{}: {}", title(fact.kind, tr), value(fact, tr));
            dated::choice(fact.id, &words, fact.period, today, tr)
        };
        OnePage {
            address: format!("/people/{}/qualification", self.file.id),
            person: format!("/people/{}", self.file.id),
            standing: allocation::ground(&qualification.ground, tr),
            is_qualified: qualification.ground.is_ok(),
            degree,
            experience: day(self.file.in_profession_since, "word-not-stated"),
            independent: day(qualification.independent_since, "word-not-stated"),
            may_change: !forms.is_empty(),
            facts: qualification
                .facts
                .iter()
                .map(|fact| DatedFact::new(title(fact.kind, tr), value(fact, tr), fact.period, today, tr))
                .collect(),
            open: qualification.facts.iter().filter(may_end).filter_map(ending).collect(),
            forms,
            form,
            page: visit.titled(tr.with("qualification-of", "name", &self.file.name)),
        }
    }
}

fn empty_form() -> Form {
    dated::empty_form(&FactKind::ALL.map(FactKind::id))
}

/// `GET /people/{person}/qualification`
///
/// # Errors
/// [`Failure::NotFound`] when there is no such person or not for the viewer; or when the database does not answer.
pub async fn show(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Path(person): Path<String>,
) -> Result<Shown, Failure> {
    let id = person.parse().map_err(|_| Failure::NotFound)?;
    let known = Known::of(&site, &viewer, id).await?;
    Ok(Shown::new(&known.page(&visit, empty_form())))
}

/// `POST /people/{person}/qualification`: the field `do` says what is added, or `end`.
///
/// # Errors
/// [`Failure`] when there is no such person or form, or the database does not answer. What cannot be taken is a form to be put right.
pub async fn change(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Path(person): Path<String>,
    Sent(sent): Sent<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let id: i64 = person.parse().map_err(|_| Failure::NotFound)?;
    let known = Known::of(&site, &viewer, id).await?;
    let what = sent.iter().find(|(name, _)| name == "do").map(|(_, what)| what.clone());
    let what = what.ok_or(Failure::BadRequest)?;
    let mut form = empty_form().filled_in(sent);
    let tr = &visit.tr;
    let store = site.store();
    // The field at which a fault is told.
    let mut field = String::from("ends");
    let mut done = Ok(false);
    if what == "end" {
        if let Some((fact, until)) = dated::ended(&mut form, tr) {
            done = store.end_fact(&viewer, (id, fact), until).await.map(|()| true);
        }
    } else {
        let kind = FactKind::from_id(&what).ok_or(Failure::BadRequest)?;
        if let Some((value, period)) = dated::added(&mut form, kind.id(), known.today, tr) {
            field = if kind == FactKind::Independent {
                format!("{what}-from")
            } else {
                format!("{what}-value")
            };
            done = store.record_fact(&viewer, id, (kind, &value), period).await.map(|_| true);
        }
    }
    match done {
        Ok(true) => return Ok(Redirect::to(&format!("/people/{id}/qualification")).into_response()),
        Ok(false) => {}
        Err(QualificationError::Store(StoreError::NotThere)) => return Err(Failure::NotFound),
        Err(error) => match (allocation::not_recorded(&error, tr), error) {
            (Some(sentence), _) => {
                forget_identity_number(&mut form, &field);
                form.refuse(&field, sentence);
            }
            (None, QualificationError::Store(error)) => return Err(error.into()),
            (None, _) => return Err(Failure::Internal),
        },
    }
    Ok(Shown::new(&known.page(&visit, form))
        .with_status(StatusCode::UNPROCESSABLE_ENTITY)
        .into_response())
}
