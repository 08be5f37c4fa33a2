//! Cases that are given in the demonstration (`demo/next_case.toml`): one that is answered with "not now", and one that waits for its answer.

use jiff::civil::Date;
use rules::allocation::Reason;
use rules::case::Part;
use rules::next_case::NotNow;
use serde::Deserialize;
use store::allocation::{AllocationError, Assign};
use store::next_case::{Answer, AnswerError};
use store::{Store, Viewer};

/// The cases that are given.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Givings {
    given: Vec<Giving>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Giving {
    account: String,
    not_now: Option<NotNow>,
}

/// Why a case could not be given.
#[derive(Debug, thiserror::Error)]
pub enum GivingsError {
    /// It was refused.
    #[error(transparent)]
    Allocation(#[from] AllocationError),
    /// The answer was refused.
    #[error(transparent)]
    Answer(#[from] AnswerError),
    /// The database.
    #[error(transparent)]
    Store(#[from] store::StoreError),
}

impl Givings {
    /// Those that come with the product.
    ///
    /// # Errors
    /// When they are not in order, which a test rules out.
    pub fn shipped() -> Result<Self, toml::de::Error> {
        toml::from_str(include_str!("../../../demo/next_case.toml"))
    }

    /// Gives them: `lead` the cases that wait, to those of `accounts` (name and viewer) who can have them.
    ///
    /// # Errors
    /// As the database answers.
    pub async fn give(
        &self,
        store: &Store,
        lead: &Viewer,
        accounts: &[(&str, &Viewer)],
        today: Date,
    ) -> Result<(), GivingsError> {
        let mut reading = store.read(lead).await?;
        let waiting = reading.waiting(today).await?;
        reading.close().await?;
        let mut phases = waiting.iter().map(|phase| phase.id);
        for giving in &self.given {
            let account = accounts.iter().find(|(name, _)| *name == giving.account);
            let Some((viewer, person)) = account.and_then(|(_, viewer)| Some((*viewer, viewer.person()?))) else {
                continue;
            };
            let Some(phase) = phases.next() else { break };
            let assign = Assign {
                phase,
                to: person,
                part: Part::Main,
                share: None,
                on: today,
                reason: Reason::Unallocated,
            };
            let id = match store.assign(lead, assign).await {
                Ok(id) => id,
                // Somebody drawn without the degree, or whom the case shall not come to.
                Err(AllocationError::Refused(_) | AllocationError::NotOpen { .. } | AllocationError::NotEmployed { .. }) => {
                    continue;
                }
                Err(error) => return Err(error.into()),
            };
            if let Some(why) = giving.not_now {
                store.answer_given(viewer, id, Answer::NotNow(why), today).await?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cases_given_are_in_order_and_one_is_not_taken() {
        let givings = Givings::shipped().expect("they are in order");
        assert!(givings.given.iter().any(|one| one.not_now.is_some()));
        assert!(givings.given.iter().any(|one| one.not_now.is_none()));
    }
}
