//! Measurements and dialogues of those who can sign in to the demonstration: what there is to go on with when the pages are opened.
//!
//! What was said and agreed is data (`demo/talks.toml`). It is stored as the pages store it, by the accounts themselves.

use jiff::ToSpan as _;
use jiff::civil::Date;
use rules::action::Outcome;
use rules::measurement::Rating;
use rules::weight_model::Series;
use serde::Deserialize;
use store::account::AccountSettings;
use store::dialogue::{DialogueError, NewAction};
use store::measurement::{MeasurementError, OwnRating};
use store::session::{SignIn, SignInError, Token};
use store::{Store, StoreError, Viewer};

use super::next_case::{Givings, GivingsError};

/// The measurements and dialogues of the demonstration.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Talks {
    supervisor: String,
    talk: Vec<Talk>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Talk {
    account: String,
    months_ago: i32,
    rating: Option<Rating>,
    flex: Option<i64>,
    sentence: Option<String>,
    stage: Option<Stage>,
    #[serde(default)]
    notes: String,
    #[serde(default)]
    action: Vec<Agreed>,
}

/// How far a dialogue has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Stage {
    Draft,
    Concluded,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Agreed {
    kind: String,
    owner: String,
    days: i32,
    #[serde(default)]
    done: bool,
    why: Option<String>,
}

/// Why they could not be stored.
#[derive(Debug, thiserror::Error)]
pub enum TalksError {
    /// An account cannot sign in.
    #[error("the account {account} cannot sign in: {source}")]
    SignIn {
        /// Its name.
        account: String,
        /// Why.
        source: SignInError,
    },
    /// A measurement.
    #[error(transparent)]
    Measurement(#[from] MeasurementError),
    /// A dialogue.
    #[error(transparent)]
    Dialogue(#[from] DialogueError),
    /// A case that is given.
    #[error(transparent)]
    Giving(#[from] GivingsError),
    /// What is given is not in order.
    #[error(transparent)]
    Givings(#[from] toml::de::Error),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Somebody signed in.
pub(super) struct SignedIn {
    account: String,
    pub(super) viewer: Viewer,
    pub(super) token: Token,
}

/// The moment and the day on which all is stored, the password of the accounts, and where random bytes come from.
pub struct Circumstances<'a> {
    /// Now.
    pub now: jiff::Timestamp,
    /// Today.
    pub today: Date,
    /// The accounts' password.
    pub password: &'a str,
    /// Gives random bytes for a session.
    pub random: &'a dyn Fn() -> Option<[u8; 32]>,
}

/// Signs somebody in; none when there is no such account, as in a very small municipality, or nobody whose it is.
pub(super) async fn sign_in(store: &Store, account: &str, around: &Circumstances<'_>) -> Result<Option<SignedIn>, TalksError> {
    let Some(random) = (around.random)() else { return Ok(None) };
    let token = Token::new(random);
    let settings = AccountSettings::default();
    let given = SignIn {
        name: account,
        password: around.password,
        code: None,
        address: "",
    };
    match store.sign_in(given, &token, &settings, around.now).await {
        Ok(_) => {}
        Err(SignInError::Refused) => return Ok(None),
        Err(source) => {
            let account = account.to_owned();
            return Err(TalksError::SignIn { account, source });
        }
    }
    let viewer = store.viewer(&token, &settings, around.now, around.today).await?;
    Ok(viewer.filter(|viewer| viewer.person().is_some()).map(|viewer| SignedIn {
        account: account.to_owned(),
        viewer,
        token,
    }))
}

impl Talks {
    /// Those that come with the product.
    ///
    /// # Errors
    /// When they are not in order, which a test rules out.
    pub fn shipped() -> Result<Self, toml::de::Error> {
        toml::from_str(include_str!("../../../demo/talks.toml"))
    }

    /// Stores them.
    ///
    /// # Errors
    /// [`TalksError`].
    pub async fn add(&self, store: &Store, models: &Series, around: &Circumstances<'_>) -> Result<(), TalksError> {
        let Some(supervisor) = sign_in(store, &self.supervisor, around).await? else {
            return Ok(());
        };
        let mut parties = vec![supervisor];
        for talk in &self.talk {
            if parties.iter().all(|known| known.account != talk.account) {
                parties.extend(sign_in(store, &talk.account, around).await?);
            }
        }
        for talk in &self.talk {
            self.hold(store, models, around, talk, &parties).await?;
        }
        if let Some(lead) = parties.iter().find(|party| party.account == self.supervisor) {
            let accounts: Vec<(&str, &Viewer)> = parties.iter().map(|party| (party.account.as_str(), &party.viewer)).collect();
            Givings::shipped()?.give(store, &lead.viewer, &accounts, around.today).await?;
        }
        for party in &parties {
            store.sign_out(&party.viewer, &party.token).await?;
        }
        Ok(())
    }

    /// The accounts whose months these are.
    pub fn accounts(&self) -> impl Iterator<Item = &str> {
        self.talk.iter().map(|talk| talk.account.as_str())
    }

    async fn hold(
        &self,
        store: &Store,
        models: &Series,
        around: &Circumstances<'_>,
        talk: &Talk,
        parties: &[SignedIn],
    ) -> Result<(), TalksError> {
        let of = |account: &str| parties.iter().find(|known| known.account == account);
        let person_of = |account: &str| of(account).and_then(|known| known.viewer.person());
        let (Some(own), Some(supervisor)) = (of(&talk.account), of(&self.supervisor)) else {
            return Ok(());
        };
        let Some(person) = own.viewer.person() else { return Ok(()) };
        let measured_on = talk.measured_on(around.today);
        let measurement = store.measure(&own.viewer, person, measured_on, models).await?;
        if let Some(rating) = talk.rating {
            let said = OwnRating {
                rating,
                flex: talk.flex,
                sentence: talk.sentence.clone(),
            };
            store.rate(&own.viewer, measurement, &said, measured_on).await?;
        }
        let Some(stage) = talk.stage else { return Ok(()) };
        let on = measured_on.saturating_add(DAYS_TO_TALK.days()).min(around.today);
        let dialogue = store.open_dialogue(&supervisor.viewer, measurement, on).await?;
        let mut agreed: Vec<(NewAction, &Agreed)> = talk
            .action
            .iter()
            .filter_map(|action| {
                let new = NewAction {
                    kind: action.kind.clone(),
                    owner: person_of(&action.owner)?,
                    due: on.saturating_add(action.days.days()),
                };
                Some((new, action))
            })
            .collect();
        agreed.sort_by_key(|(action, _)| action.due);
        let actions: Vec<NewAction> = agreed.iter().map(|(action, _)| action.clone()).collect();
        let mut reading = store.read(&supervisor.viewer).await?;
        let before = reading.dialogue(dialogue).await?.ok_or(StoreError::NotThere)?;
        reading.close().await?;
        let mark = store
            .write_dialogue(&supervisor.viewer, dialogue, &before.mark(), &talk.notes, &actions)
            .await?;
        if stage == Stage::Draft {
            return Ok(());
        }
        for party in [supervisor, own] {
            store.conclude_dialogue(&party.viewer, dialogue, &mark, on).await?;
        }
        let mut reading = store.read(&supervisor.viewer).await?;
        let concluded = reading.dialogue(dialogue).await?.ok_or(StoreError::NotThere)?;
        reading.close().await?;
        for (stored, (_, action)) in concluded.actions.iter().zip(&agreed) {
            let settled_on = stored.agreed.due.min(around.today);
            let outcome = match (action.done, &action.why) {
                (true, _) => Outcome::Done { on: settled_on },
                (false, Some(why)) => Outcome::NotDone {
                    on: settled_on,
                    why: why.clone(),
                },
                (false, None) => continue,
            };
            store.settle_action(&supervisor.viewer, stored.id, &outcome).await?;
        }
        Ok(())
    }
}

/// So many days after the measurement the dialogue is held.
const DAYS_TO_TALK: i32 = 5;

impl Talk {
    /// The last day of the month; this month's is today.
    fn measured_on(&self, today: Date) -> Date {
        if self.months_ago == 0 {
            return today;
        }
        let month = today.first_of_month().saturating_sub(self.months_ago.months());
        month.last_of_month()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::Unit;
    use jiff::civil::date;

    #[test]
    fn a_month_is_measured_on_its_last_day_and_this_one_today() {
        let talks = Talks::shipped().expect("they are in order");
        let today = date(2026, 3, 5);
        for talk in &talks.talk {
            let day = talk.measured_on(today);
            assert!(day <= today, "{day}");
            let months = today
                .first_of_month()
                .since((Unit::Month, day.first_of_month()))
                .expect("months");
            assert_eq!(months.get_months(), talk.months_ago);
        }
    }

    #[test]
    fn every_kind_of_action_is_in_the_catalogue() {
        let talks = Talks::shipped().expect("they are in order");
        let kinds = rules::action::shipped();
        let mut actions = talks.talk.iter().flat_map(|talk| &talk.action);
        assert!(actions.all(|action| kinds.iter().any(|kind| kind.id == action.kind)));
    }
}
