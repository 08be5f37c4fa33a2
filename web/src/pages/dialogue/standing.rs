//! Where the talks with somebody stand: for the own page and for the supervisor's page about that person.

use jiff::ToSpan as _;
use jiff::civil::Date;
use rules::action::ActionKind;
use rules::dialogue::Party;
use rules::measurement::Reason;
use rules::weight_model::WeightModel;
use store::Reading;
use store::dialogue::{AgreedAction, Dialogue};
use store::measurement::{FactorRemark, Measurement};

use super::super::measurement::month;
use super::actions::{ShownAction, shown_action};
use super::{Link, waits_for, why};
use crate::counted;
use crate::failure::Failure;
use crate::texts::Tr;

/// What `templates/dialogue/standing.html` shows.
pub(in crate::pages) struct Standing {
    /// That this month's measurement is not done; empty when it is.
    pub reminder: String,
    /// Whether the reminder is for the reader, who can do it now.
    pub can_measure: bool,
    /// Why a dialogue is due, a sentence each.
    pub due: Vec<String>,
    /// That it is due because it has been too much; empty when it is not. The page may say so elsewhere.
    pub due_too_much: String,
    /// The dialogue that is being written or that was concluded last, and what it is.
    pub links: Vec<Link>,
    /// What the button sends that begins the dialogue: field and value; none when there is one to go on with.
    pub begin: Option<(&'static str, String)>,
    /// What was agreed and is not settled.
    pub actions: Vec<ShownAction>,
    /// What the person says is wrong about the cases.
    pub wrong: Vec<Wrong>,
}

/// A factor that the person says is wrong.
pub(in crate::pages) struct Wrong {
    /// The reference of the case.
    pub reference: String,
    /// Where the case stands on the page; empty when it is no longer held.
    pub case: String,
    pub words: String,
    /// When the supervisor dealt with it; empty until then.
    pub settled: String,
    /// Where the supervisor notes that; empty for all others.
    pub settle: String,
}

/// What is read from the database for it.
pub(in crate::pages) struct StandingFacts {
    party: Option<Party>,
    latest: Option<Measurement>,
    dialogues: Vec<Dialogue>,
    actions: Vec<AgreedAction>,
    kinds: Vec<ActionKind>,
    wrong: Vec<(Date, FactorRemark)>,
}

/// Factors that the supervisor has dealt with are shown for so many days.
const SETTLED_DAYS: i32 = 60;

impl StandingFacts {
    pub(in crate::pages) async fn read(reading: &mut Reading, person: i64, today: Date) -> Result<Self, Failure> {
        Ok(Self {
            party: reading.party_with(person).await?,
            latest: reading.measurements_of(person, 1).await?.pop(),
            dialogues: reading.dialogues_of(person, super::DIALOGUES).await?,
            actions: reading.open_actions(person).await?,
            kinds: reading.action_kinds().await?,
            wrong: reading
                .wrong_factors(person, today.saturating_sub(SETTLED_DAYS.days()))
                .await?,
        })
    }

    /// In words. `model` is today's.
    pub(in crate::pages) fn shown(&self, person: i64, model: &WeightModel, today: Date, tr: &Tr) -> Standing {
        let party = self.party.unwrap_or(Party::Person);
        let is_own = party == Party::Person;
        let this_month = self.latest.as_ref().filter(|latest| latest.month == today.first_of_month());
        let is_rated = this_month.is_some_and(|one| one.own.is_some());
        let name = month(today, tr);
        let draft = self
            .dialogues
            .iter()
            .find(|known| !known.is_concluded() && self.is_latest_version(known));
        let concluded = self.dialogues.iter().find(|known| known.is_concluded());
        let is_talked_about = |measurement: &Measurement| {
            let mut concluded = self.dialogues.iter().filter(|known| known.is_concluded());
            concluded.any(|known| known.month >= measurement.month)
        };
        let reminder = match (is_rated, is_own) {
            (true, _) => String::new(),
            (false, true) => tr.with("standing-measure", "month", &name),
            (false, false) => tr.with("standing-not-measured", "month", &name),
        };
        let due = self.latest.as_ref().filter(|latest| !is_talked_about(latest));
        let due = due.map(Measurement::why_due).unwrap_or_default();
        let is_too_much = |reason: &Reason| matches!(reason, Reason::TooMuch { .. });
        let (too_much, due): (Vec<Reason>, Vec<Reason>) = due.into_iter().partition(is_too_much);
        // Only the supervisor begins a talk about a month that the person has not measured: it is then saved as it stands.
        let measured = if is_own { self.latest.as_ref() } else { this_month };
        let begin = match measured {
            _ if draft.is_some() || self.party.is_none() => None,
            Some(one) if is_talked_about(one) => None,
            Some(one) => Some(("measurement", one.id.to_string())),
            None if is_own => None,
            None => Some(("person", person.to_string())),
        };
        let link = |known: &Dialogue, id: &str| Link {
            address: format!("/dialogue/{}", known.id),
            words: tr.with(id, "month", &month(known.month, tr)),
        };
        let draft = draft.map(|draft| {
            let id = if waits_for(&draft.state, party) {
                "standing-waits-for-you"
            } else {
                "standing-draft"
            };
            link(draft, id)
        });
        let concluded = concluded.map(|concluded| link(concluded, "standing-last"));
        let wrong = self.wrong.iter().map(|(of, remark)| Wrong {
            reference: remark.reference.clone(),
            case: String::new(),
            words: wrong_words(remark, *of, Some(model), tr),
            settled: remark
                .settled
                .map_or_else(String::new, |day| tr.with("standing-settled", "day", &tr.long_day(day))),
            settle: if !is_own && remark.settled.is_none() {
                format!("/remark/{}", remark.id)
            } else {
                String::new()
            },
        });
        Standing {
            reminder,
            can_measure: is_own,
            due_too_much: too_much.first().map_or_else(String::new, |reason| why(*reason, tr)),
            due: due.into_iter().map(|reason| why(reason, tr)).collect(),
            links: draft.into_iter().chain(concluded).collect(),
            begin,
            actions: self
                .actions
                .iter()
                .map(|action| shown_action(action, &self.kinds, today, tr))
                .collect(),
            wrong: wrong.collect(),
        }
    }

    fn is_latest_version(&self, of: &Dialogue) -> bool {
        let same = self.dialogues.iter().filter(|known| known.measurement == of.measurement);
        same.map(|known| known.state.version()).max() == Some(of.state.version())
    }
}

/// A factor that the person says is wrong, in words.
pub(super) fn wrong_words(remark: &FactorRemark, of: Date, model: Option<&WeightModel>, tr: &Tr) -> String {
    let arguments = [
        ("reference", remark.reference.as_str().into()),
        ("factor", counted::factor_title(&remark.factor, model).into()),
        ("month", month(of, tr).into()),
    ];
    tr.fill("standing-wrong", &arguments)
}
