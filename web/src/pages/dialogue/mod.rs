//! The dialogue: the talk about a month. Both see the two months side by side, follow up what was agreed last time, write what they come to,
//! and conclude, each for the own part.

pub(super) mod actions;
mod compare;
pub(super) mod standing;

use askama::Template;
use axum::extract::{Form as Sent, Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use rules::action::{ActionKind, Outcome};
use rules::dialogue::{Party, State as DialogueState};
use rules::measurement::Reason;
use rules::weight_model::Series;
use serde::Deserialize;
use store::Viewer;
use store::dialogue::{AgreedAction, Dialogue, DialogueError, LONGEST_NOTES};
use store::load::FoundPerson;
use store::measurement::{FactorRemark, Measurement, MeasurementError};

use super::measurement::month;
use super::my_load::no_load;
use crate::failure::Failure;
use crate::form::{Form, Keep};
use crate::page::{Page, Shown, Visit};
use crate::session::SignedIn;
use crate::site::Site;
use crate::texts::Tr;
use actions::{ActionRow, Choices, ShownAction, shown_action};
use compare::{Compared, compared};

#[derive(Template)]
#[template(path = "dialogue/dialogue.html")]
struct DialoguePage {
    page: Page,
    /// What was just done; empty when nothing was.
    done: String,
    /// Who it is with and about which month.
    lead: String,
    /// Draft or concluded, and by whom.
    state: String,
    /// Which version it is and which it corrects or is corrected by; empty for the only one.
    version: String,
    /// Why a plan is required; empty when it is not.
    plan: Vec<String>,
    compared: Compared,
    /// Factors that the person says are wrong and the supervisor has not dealt with.
    wrong: Vec<String>,
    is_concluded: bool,
    /// Whether this is the version that counts.
    is_latest: bool,
    address: String,
    measurement: String,
    mark: String,
    form: Form,
    /// What the other party has saved meanwhile; none when nothing was.
    theirs: Option<Theirs>,
    /// What was written into a dialogue that the other had concluded; empty when nothing was.
    unsaved: String,
    earlier: Vec<ShownAction>,
    rows: Vec<ActionRow>,
    choices: Choices,
    conclude: String,
    notes: Vec<String>,
    agreed: Vec<ShownAction>,
    others: Vec<Link>,
    back: Link,
}

/// What the other party has saved.
struct Theirs {
    notes: Vec<String>,
    agreed: Vec<ShownAction>,
}

/// Where one can go.
pub(super) struct Link {
    pub address: String,
    pub words: String,
}

/// So many measurements are looked through for the one before.
const MONTHS: u32 = 24;

/// So many dialogues are looked through: each month has few versions.
const DIALOGUES: u32 = 60;

/// Everything about a dialogue that the page needs.
struct Known {
    today: Date,
    dialogue: Dialogue,
    party: Party,
    name: String,
    measurement: Measurement,
    before: Option<Measurement>,
    models: Series,
    kinds: Vec<ActionKind>,
    owners: Vec<FoundPerson>,
    /// All with this person, the latest first.
    dialogues: Vec<Dialogue>,
    /// Open actions of other talks.
    open: Vec<AgreedAction>,
    wrong: Vec<(Date, FactorRemark)>,
}

impl Known {
    async fn of(site: &Site, viewer: &Viewer, id: &str) -> Result<Self, Failure> {
        let id = id.parse().map_err(|_| Failure::NotFound)?;
        let today = site.now().date();
        let mut reading = site.store().read(viewer).await?;
        let dialogue = reading.dialogue(id).await?.ok_or(Failure::NotFound)?;
        let person = dialogue.person;
        let party = reading.party_with(person).await?.ok_or(Failure::NotFound)?;
        let measurement = reading.measurement(dialogue.measurement).await?.ok_or(Failure::NotFound)?;
        let months = reading.measurements_of(person, MONTHS).await?;
        let models = reading.weight_models().await?;
        let kinds = reading.action_kinds().await?;
        let owners = reading.action_owners(person).await?;
        let dialogues = reading.dialogues_of(person, DIALOGUES).await?;
        let open = reading.open_actions(person).await?;
        let wrong = reading.wrong_factors(person, today).await?;
        reading.close().await?;
        let of_another = |action: &AgreedAction| {
            let agreed_in = dialogues.iter().find(|known| known.id == action.dialogue);
            agreed_in.is_none_or(|known| known.measurement != dialogue.measurement)
        };
        Ok(Self {
            today,
            party,
            name: owners
                .iter()
                .find(|owner| owner.id == person)
                .map_or_else(String::new, |owner| owner.name.clone()),
            before: months.into_iter().find(|one| one.month < dialogue.month),
            measurement,
            models,
            kinds,
            owners,
            open: open.into_iter().filter(of_another).collect(),
            dialogue,
            dialogues,
            wrong,
        })
    }

    /// The version of this talk that counts or is being written.
    fn latest(&self) -> &Dialogue {
        let same = |known: &&Dialogue| known.measurement == self.dialogue.measurement;
        self.dialogues.iter().find(same).unwrap_or(&self.dialogue)
    }

    /// The actions of this dialogue that can be settled now: of the version that counts.
    fn settleable(&self) -> Vec<AgreedAction> {
        let of_talk = self
            .dialogues
            .iter()
            .filter(|known| known.measurement == self.dialogue.measurement);
        let counts = of_talk.clone().find(|known| known.is_concluded());
        if counts.is_none_or(|counts| counts.id != self.dialogue.id) {
            return Vec::new();
        }
        let open = self.dialogue.actions.iter().filter(|action| action.outcome == Outcome::Open);
        open.cloned().collect()
    }

    /// What was agreed before: all of the last talk, and what is open of those before it.
    fn earlier(&self) -> Vec<AgreedAction> {
        let last = self
            .dialogues
            .iter()
            .find(|known| known.is_concluded() && known.month < self.dialogue.month);
        let mut earlier: Vec<AgreedAction> = last.map_or_else(Vec::new, |last| last.actions.clone());
        let others = self
            .open
            .iter()
            .filter(|action| last.is_none_or(|last| last.id != action.dialogue));
        earlier.extend(others.cloned());
        earlier
    }

    /// The form with what is stored.
    fn form(&self) -> Form {
        let mut form = self.empty_form();
        if self.dialogue.is_concluded() {
            actions::fill_in(&mut form, &[], &self.settleable());
        } else {
            form.set("notes", self.dialogue.notes.clone());
            actions::fill_in(&mut form, &self.dialogue.actions, &self.open);
        }
        form
    }

    fn empty_form(&self) -> Form {
        if self.dialogue.is_concluded() {
            return Form::new(&actions::fields(0, &self.settleable()));
        }
        // In the order of the page: first what came of the earlier ones.
        let mut fields = actions::fields(0, &self.open);
        fields.push(("notes".to_owned(), Keep::Written));
        fields.extend(actions::fields(actions::rows(&self.dialogue.actions), &[]));
        Form::new(&fields)
    }

    fn state(&self, tr: &Tr) -> String {
        let day = |day: Date| tr.long_day(day);
        match self.dialogue.state.concluded_on() {
            (Some(person), Some(supervisor)) => tr.with("dialogue-is-concluded", "day", &day(person.max(supervisor))),
            (None, None) => tr.with("dialogue-is-draft", "day", &day(self.dialogue.opened_on)),
            (Some(on), None) => self.half(Party::Person, on, tr),
            (None, Some(on)) => self.half(Party::Supervisor, on, tr),
        }
    }

    /// One of the two has concluded it.
    fn half(&self, by: Party, on: Date, tr: &Tr) -> String {
        let id = match (by == self.party, by) {
            (true, _) => "dialogue-you-have-concluded",
            (false, Party::Person) => "dialogue-person-has-concluded",
            (false, Party::Supervisor) => "dialogue-supervisor-has-concluded",
        };
        tr.with(id, "day", &tr.long_day(on))
    }

    fn version(&self, tr: &Tr) -> String {
        let (version, latest) = (self.dialogue.state.version(), self.latest().state.version());
        let number = |number: u32| tr.locale().count(number.into());
        if version < latest {
            let arguments = [("version", number(version).into()), ("latest", number(latest).into())];
            return tr.fill("dialogue-is-corrected", &arguments);
        }
        if version == 1 {
            return String::new();
        }
        let arguments = [("version", number(version).into()), ("before", number(version - 1).into())];
        tr.fill("dialogue-corrects", &arguments)
    }

    fn shown(&self, actions: &[AgreedAction], tr: &Tr) -> Vec<ShownAction> {
        actions
            .iter()
            .map(|action| shown_action(action, &self.kinds, self.today, tr))
            .collect()
    }

    fn page(&self, visit: &Visit, form: Form) -> Result<DialoguePage, Failure> {
        let tr = &visit.tr;
        let month = month(self.dialogue.month, tr);
        let lead = match self.party {
            Party::Person => tr.with("dialogue-lead-own", "month", &month),
            Party::Supervisor => {
                let arguments = [("name", self.name.as_str().into()), ("month", month.as_str().into())];
                tr.fill("dialogue-lead", &arguments)
            }
        };
        let is_concluded = self.dialogue.is_concluded();
        let model = self.models.on(self.measurement.measured_on);
        let wrong = self.wrong.iter().filter(|(_, remark)| remark.settled.is_none());
        let wrong = wrong.map(|(of, remark)| standing::wrong_words(remark, *of, model, tr));
        let other = |known: &Dialogue| Link {
            address: format!("/dialogue/{}", known.id),
            words: other_words(known, tr),
        };
        let back = match self.party {
            Party::Person => ("/my-load".to_owned(), tr.text("measurement-to-my-load")),
            Party::Supervisor => (
                format!("/team/{}", self.dialogue.person),
                tr.with("dialogue-to-load-of", "name", &self.name),
            ),
        };
        Ok(DialoguePage {
            done: String::new(),
            lead,
            state: self.state(tr),
            version: self.version(tr),
            plan: if is_concluded {
                Vec::new()
            } else {
                self.measurement.why_due().into_iter().map(|reason| why(reason, tr)).collect()
            },
            compared: compared(&self.measurement, self.before.as_ref(), &self.models, tr)?,
            wrong: if is_concluded { Vec::new() } else { wrong.collect() },
            is_concluded,
            is_latest: self.latest().id == self.dialogue.id,
            address: format!("/dialogue/{}", self.dialogue.id),
            measurement: self.dialogue.measurement.to_string(),
            mark: self.dialogue.mark(),
            theirs: None,
            unsaved: String::new(),
            earlier: if is_concluded {
                Vec::new()
            } else {
                self.shown(&self.earlier(), tr)
            },
            rows: actions::shown_rows(&form, actions::rows(&self.dialogue.actions), tr),
            choices: self.choices(tr),
            conclude: tr.text(match self.dialogue.state.concluded_on() {
                (None, None) => "dialogue-conclude",
                _ => "dialogue-conclude-both",
            }),
            notes: paragraphs(&self.dialogue.notes),
            agreed: self.shown(&self.dialogue.actions, tr),
            others: self
                .dialogues
                .iter()
                .filter(|known| known.id != self.dialogue.id)
                .map(other)
                .collect(),
            back: Link {
                address: back.0,
                words: back.1,
            },
            form,
            page: visit.page("dialogue-title"),
        })
    }

    fn choices(&self, tr: &Tr) -> Choices {
        Choices::of(&self.kinds, &self.owners, self.dialogue.person, &self.dialogue.actions, tr)
    }
}

/// A text as paragraphs: each line is one.
fn paragraphs(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(str::to_owned).collect()
}

/// Another dialogue in a list: its month, and what it is.
fn other_words(of: &Dialogue, tr: &Tr) -> String {
    let month = month(of.month, tr);
    let id = if of.is_concluded() {
        "dialogue-other-concluded"
    } else {
        "dialogue-other-draft"
    };
    let version = tr.locale().count(of.state.version().into());
    tr.fill(id, &[("month", month.into()), ("version", version.into())])
}

/// Why a dialogue is due, in a sentence.
pub(super) fn why(reason: Reason, tr: &Tr) -> String {
    match reason {
        Reason::Differs { steps } => tr.counted("due-differs", steps.into()),
        Reason::TooMuch { since } => tr.with("due-too-much", "since", &tr.long_day(since)),
    }
}

fn sent_value<'s>(sent: &'s [(String, String)], name: &str) -> Option<&'s str> {
    let found = sent.iter().find(|(known, _)| known == name);
    found.map(|(_, value)| value.as_str())
}

/// `POST /dialogue`: begins the dialogue about the `measurement`, or about this month of the `person`, which is saved as it stands when it is
/// not. Leads to the one there is; a concluded one gets a new version only with `correct`.
///
/// # Errors
/// [`Failure::NotFound`] when there is no such measurement or it is not for the viewer; or when the database does not answer.
pub async fn open(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Sent(sent): Sent<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let today = site.now().date();
    let number = |name: &str| sent_value(&sent, name).and_then(|value| value.parse::<i64>().ok());
    let measurement = match (number("measurement"), number("person")) {
        (Some(measurement), _) => measurement,
        (None, Some(person)) => {
            let mut reading = site.store().read(&viewer).await?;
            let party = reading.party_with(person).await?;
            let models = reading.weight_models().await?;
            reading.close().await?;
            party.ok_or(Failure::NotFound)?;
            match site.store().measure(&viewer, person, today, &models).await {
                Ok(measurement) => measurement,
                Err(MeasurementError::NoModel { .. }) => {
                    return Ok(no_load(&visit, "dialogue-title", "my-load-no-model").into_response());
                }
                Err(error) => return Err(of_measurement(error)),
            }
        }
        (None, None) => return Err(Failure::BadRequest),
    };
    let mut reading = site.store().read(&viewer).await?;
    let person = reading.measurement(measurement).await?.ok_or(Failure::NotFound)?.person;
    let dialogues = reading.dialogues_of(person, DIALOGUES).await?;
    reading.close().await?;
    let latest = dialogues.iter().find(|known| known.measurement == measurement);
    let does_correct = sent_value(&sent, "correct").is_some();
    let id = match latest.filter(|latest| latest.is_concluded() && !does_correct) {
        Some(concluded) => concluded.id,
        None => site
            .store()
            .open_dialogue(&viewer, measurement, today)
            .await
            .map_err(of_dialogue)?,
    };
    Ok(Redirect::to(&format!("/dialogue/{id}")).into_response())
}

/// What has just been done.
#[derive(Debug, Deserialize)]
pub struct Done {
    done: Option<String>,
}

/// `GET /dialogue/{dialogue}`
///
/// # Errors
/// [`Failure::NotFound`] when there is no such dialogue or it is not for the viewer; or when the database does not answer.
pub async fn show(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Path(dialogue): Path<String>,
    Query(done): Query<Done>,
) -> Result<Shown, Failure> {
    let known = Known::of(&site, &viewer, &dialogue).await?;
    let mut page = known.page(&visit, known.form())?;
    let id = match done.done.as_deref() {
        Some("saved") => "dialogue-saved",
        Some("concluded") if known.dialogue.is_concluded() => "dialogue-both-concluded",
        Some("concluded") => "dialogue-one-concluded",
        Some("followed-up") => "dialogue-followed-up",
        _ => "",
    };
    if !id.is_empty() {
        page.done = visit.tr.text(id);
    }
    Ok(Shown::new(&page))
}

/// What to tell whoever sent a form that was not taken.
enum Refused {
    /// Faults in the form.
    Faults,
    /// The other party has saved meanwhile.
    Changed,
    /// Both have concluded meanwhile.
    Concluded,
}

/// `POST /dialogue/{dialogue}`: saves the draft, and concludes it for the viewer's part when that was asked for.
///
/// # Errors
/// [`Failure::NotFound`] when there is no such dialogue or it is not for the viewer; or when the database does not answer. What cannot be
/// taken is no failure but a form to be put right.
pub async fn save(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Path(dialogue): Path<String>,
    Sent(sent): Sent<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let known = Known::of(&site, &viewer, &dialogue).await?;
    let is_mark = |text: &&str| text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let seen = sent_value(&sent, "seen").filter(is_mark).unwrap_or_default().to_owned();
    let does_conclude = sent_value(&sent, "do") == Some("conclude");
    let written = sent_value(&sent, "notes").unwrap_or_default().to_owned();
    let mut form = known.empty_form().filled_in(sent);
    if known.dialogue.is_concluded() {
        return refused(
            &site,
            &viewer,
            &visit,
            (&dialogue, form, [&seen, &written]),
            &Refused::Concluded,
        )
        .await;
    }
    let refusal = store(&site, &viewer, &visit.tr, &known, &mut form, (&seen, does_conclude)).await?;
    let Some(refusal) = refusal else {
        let done = if does_conclude { "concluded" } else { "saved" };
        return Ok(Redirect::to(&format!("/dialogue/{}?done={done}", known.dialogue.id)).into_response());
    };
    refused(&site, &viewer, &visit, (&dialogue, form, [&seen, &written]), &refusal).await
}

/// Stores what the form says; what stood in the way otherwise.
async fn store(
    site: &Site,
    viewer: &Viewer,
    tr: &Tr,
    known: &Known,
    form: &mut Form,
    (seen, does_conclude): (&str, bool),
) -> Result<Option<Refused>, Failure> {
    let agreed = &known.dialogue.actions;
    actions::refuse_identity_numbers(form, tr);
    let notes = actions::plain(form.value("notes"));
    if notes.chars().count() > LONGEST_NOTES {
        refuse_length(form, "notes", tr);
    }
    let outcomes = actions::read_outcomes(form, &known.open, known.today, tr);
    let first = known.dialogue.opened_on;
    let new = actions::read(form, actions::rows(agreed), agreed, &known.choices(tr), first, tr);
    let is_required = !known.measurement.why_due().is_empty();
    if does_conclude && is_required && new.is_empty() && form.is_right() {
        form.refuse("kind-1", tr.text("dialogue-plan-missing"));
    }
    if !form.is_right() {
        return Ok(Some(Refused::Faults));
    }
    let id = known.dialogue.id;
    let mark = match site.store().write_dialogue(viewer, id, seen, &notes, &new).await {
        Ok(mark) => mark,
        Err(error) => return not_stored(error, form, tr),
    };
    if let Err(error) = settle(site, viewer, &outcomes).await {
        return not_stored(error, form, tr);
    }
    if does_conclude && let Err(error) = site.store().conclude_dialogue(viewer, id, &mark, known.today).await {
        return not_stored(error, form, tr);
    }
    Ok(None)
}

async fn settle(site: &Site, viewer: &Viewer, outcomes: &[(i64, Outcome)]) -> Result<(), DialogueError> {
    for (action, outcome) in outcomes {
        site.store().settle_action(viewer, *action, outcome).await?;
    }
    Ok(())
}

/// What stood in the way, with its fault in the form.
fn not_stored(error: DialogueError, form: &mut Form, tr: &Tr) -> Result<Option<Refused>, Failure> {
    match error {
        DialogueError::Changed => return Ok(Some(Refused::Changed)),
        DialogueError::Concluded => return Ok(Some(Refused::Concluded)),
        DialogueError::Plan(_) => form.refuse("kind-1", tr.text("dialogue-plan-missing")),
        DialogueError::NoKind { .. } => form.refuse("kind-1", tr.text("dialogue-choose-kind")),
        DialogueError::NoOwner { .. } => form.refuse("owner-1", tr.text("dialogue-choose-owner")),
        DialogueError::NoReason => form.refuse_all(tr.text("action-no-reason")),
        DialogueError::Text(MeasurementError::IdentityNumber) => {
            form.set("notes", "");
            form.refuse("notes", tr.text("dialogue-identity-number"));
        }
        DialogueError::Text(MeasurementError::TooLong { .. }) => refuse_length(form, "notes", tr),
        error @ DialogueError::Text(_) => return Err(of_dialogue(error)),
    }
    Ok(Some(Refused::Faults))
}

fn refuse_length(form: &mut Form, field: &str, tr: &Tr) {
    let most = i64::try_from(LONGEST_NOTES).unwrap_or(i64::MAX);
    form.refuse(field, tr.counted("measurement-too-long", most));
}

/// The page again, as it stands now, with what was written and why it was not taken.
async fn refused(
    site: &Site,
    viewer: &Viewer,
    visit: &Visit,
    (dialogue, mut form, [seen, written]): (&str, Form, [&str; 2]),
    refusal: &Refused,
) -> Result<Response, Failure> {
    let tr = &visit.tr;
    let known = Known::of(site, viewer, dialogue).await?;
    let status = match refusal {
        Refused::Faults => StatusCode::UNPROCESSABLE_ENTITY,
        Refused::Changed | Refused::Concluded => StatusCode::CONFLICT,
    };
    let page = match refusal {
        Refused::Faults => {
            let mut page = known.page(visit, form)?;
            // What the other has saved since is still not seen.
            seen.clone_into(&mut page.mark);
            page
        }
        Refused::Changed => {
            form.refuse_all(tr.text("dialogue-changed-meanwhile"));
            let mut page = known.page(visit, form)?;
            page.theirs = Some(Theirs {
                notes: paragraphs(&known.dialogue.notes),
                agreed: known.shown(&known.dialogue.actions, tr),
            });
            page
        }
        Refused::Concluded => {
            let mut form = known.form();
            form.refuse_all(tr.text("dialogue-concluded-meanwhile"));
            let mut page = known.page(visit, form)?;
            let is_new = paragraphs(written) != paragraphs(&known.dialogue.notes);
            if is_new && !rules::identity_number::contains(&paragraphs(written).join(" ")) {
                written.trim().clone_into(&mut page.unsaved);
            }
            page
        }
    };
    Ok(Shown::new(&page).with_status(status).into_response())
}

/// `POST /dialogue/{dialogue}/actions`: says what came of the actions of a concluded dialogue.
///
/// # Errors
/// [`Failure::NotFound`] when there is no such dialogue or it is not for the viewer; or when the database does not answer. What cannot be
/// taken is no failure but a form to be put right.
pub async fn follow_up(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Path(dialogue): Path<String>,
    Sent(sent): Sent<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let known = Known::of(&site, &viewer, &dialogue).await?;
    let back = format!("/dialogue/{}", known.dialogue.id);
    if !known.dialogue.is_concluded() {
        return Ok(Redirect::to(&back).into_response());
    }
    let tr = &visit.tr;
    let mut form = known.empty_form().filled_in(sent);
    actions::refuse_identity_numbers(&mut form, tr);
    let outcomes = actions::read_outcomes(&mut form, &known.settleable(), known.today, tr);
    if form.is_right() {
        match settle(&site, &viewer, &outcomes).await {
            Ok(()) => return Ok(Redirect::to(&format!("{back}?done=followed-up")).into_response()),
            Err(DialogueError::Text(MeasurementError::TooLong { .. })) => {
                let most = i64::try_from(LONGEST_NOTES).unwrap_or(i64::MAX);
                form.refuse_all(tr.counted("measurement-too-long", most));
            }
            Err(error) => return Err(of_dialogue(error)),
        }
    }
    let page = known.page(&visit, form)?;
    Ok(Shown::new(&page)
        .with_status(StatusCode::UNPROCESSABLE_ENTITY)
        .into_response())
}

/// `POST /remark/{remark}`: the supervisor has dealt with what somebody said of a factor.
///
/// # Errors
/// [`Failure::NotFound`] when there is no such remark or the viewer does not supervise the person; or when the database does not answer.
pub async fn settle_remark(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Path(remark): Path<String>,
) -> Result<Redirect, Failure> {
    let remark = remark.parse().map_err(|_| Failure::NotFound)?;
    let person = site.store().settle_remark(&viewer, remark, site.now().date()).await?;
    Ok(Redirect::to(&format!("/team/{person}#wrong")))
}

fn of_dialogue(error: DialogueError) -> Failure {
    match error {
        DialogueError::Text(error) => of_measurement(error),
        error => {
            tracing::error!(%error, "a dialogue was not stored");
            Failure::Internal
        }
    }
}

fn of_measurement(error: MeasurementError) -> Failure {
    match error {
        MeasurementError::Store(error) => error.into(),
        error => {
            tracing::error!(%error, "something about a dialogue was not stored");
            Failure::Internal
        }
    }
}

/// Whether a draft waits for this party: the other has concluded it.
pub(super) fn waits_for(state: &DialogueState, party: Party) -> bool {
    let other = match (state.concluded_on(), party) {
        ((None, other), Party::Person) | ((other, None), Party::Supervisor) => other,
        _ => None,
    };
    other.is_some()
}
