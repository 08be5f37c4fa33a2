//! How long whoever guesses passwords must wait: for each account and for each address, longer with each failure.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::dispatch::Transaction;
use crate::{StoreError, Value};

pub(crate) const FORGET: &str = "DELETE FROM sign_in_attempt WHERE last < $1";
pub(crate) const ATTEMPT: &str = "SELECT failures, waits_until FROM sign_in_attempt WHERE subject = $1";
pub(crate) const COUNT: &str = "INSERT INTO sign_in_attempt (subject, failures, last, waits_until) VALUES ($1, $2, $3, $4) \
     ON CONFLICT (subject) DO UPDATE SET failures = excluded.failures, last = excluded.last, waits_until = excluded.waits_until";
pub(crate) const CLEAR: &str = "DELETE FROM sign_in_attempt WHERE subject = $1";
pub(crate) const TAKE_BACK: &str = "UPDATE sign_in_attempt SET failures = failures - 1, waits_until = 0 WHERE subject = $1";

/// How long failed attempts make the next one wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Throttle {
    /// Failures for one account that cost nothing.
    pub free_for_account: u32,
    /// Failures from one address that cost nothing: a whole office may share one.
    pub free_for_address: u32,
    /// Seconds to wait after the first failure that does; each further one doubles it.
    pub first_wait: u32,
    /// The longest wait, seconds. An account is never closed: that would let anybody lock out anybody.
    pub longest_wait: u32,
    /// Seconds after the last failure until all are forgotten.
    pub forgotten_after: u32,
}

impl Default for Throttle {
    fn default() -> Self {
        Self {
            free_for_account: 5,
            free_for_address: 30,
            first_wait: 2,
            longest_wait: 15 * 60,
            forgotten_after: 24 * 60 * 60,
        }
    }
}

impl Throttle {
    /// Seconds to wait after `failures` in a row, of which `free` cost nothing.
    #[must_use]
    pub fn wait(&self, failures: u32, free: u32) -> u32 {
        let Some(counted) = failures.checked_sub(free + 1) else {
            return 0;
        };
        let wait = u64::from(self.first_wait) << counted.min(31);
        u32::try_from(wait).unwrap_or(u32::MAX).min(self.longest_wait)
    }
}

/// Whom failures are counted for. Only a hash is stored: people type passwords where the name should stand.
pub(crate) fn subjects(name: &str, address: &str) -> [String; 2] {
    let hashed = |kind: &str, text: &str| {
        let hash = Sha256::digest(text);
        hash.iter()
            .take(16)
            .fold(format!("{kind}:"), |text, byte| format!("{text}{byte:02x}"))
    };
    [hashed("account", name), hashed("address", address)]
}

/// Counts an attempt as failed before it is tried, so that many at once do not slip through; or says until when it must wait.
pub(crate) async fn count(
    transaction: &mut Transaction,
    subjects: &[String; 2],
    throttle: &Throttle,
    at: Timestamp,
) -> Result<Option<Timestamp>, StoreError> {
    let now = at.as_microsecond();
    let seconds = |seconds: u32| SignedDuration::from_secs(i64::from(seconds));
    let forgotten = at.saturating_sub(seconds(throttle.forgotten_after)).unwrap_or(Timestamp::MIN);
    transaction.run(FORGET, &[forgotten.as_microsecond().into()]).await?;
    let frees = [throttle.free_for_account, throttle.free_for_address];
    let mut counted = Vec::new();
    for (subject, free) in subjects.iter().zip(frees) {
        let found = transaction
            .fetch_optional(ATTEMPT, &[Value::Text(subject)], |row| {
                Ok((row.get::<i64>(0)?, row.get::<i64>(1)?))
            })
            .await?;
        let (failures, waits_until) = found.unwrap_or((0, 0));
        if waits_until > now {
            return Ok(Some(crate::log::moment(waits_until)?));
        }
        let failures = u32::try_from(failures).unwrap_or(u32::MAX).saturating_add(1);
        let until = at
            .saturating_add(seconds(throttle.wait(failures, free)))
            .unwrap_or(Timestamp::MAX);
        counted.push((subject, failures, until));
    }
    for (subject, failures, until) in counted {
        let values = [
            Value::Text(subject),
            failures.into(),
            now.into(),
            until.as_microsecond().into(),
        ];
        transaction.run(COUNT, &values).await?;
    }
    Ok(None)
}

/// An attempt succeeded: the account starts afresh, and the address has one failure less, so that whoever has an account cannot clear
/// what was counted against other accounts.
pub(crate) async fn forgive(transaction: &mut Transaction, subjects: &[String; 2]) -> Result<(), StoreError> {
    let [account, address] = subjects;
    transaction.run(CLEAR, &[Value::Text(account)]).await?;
    transaction.run(TAKE_BACK, &[Value::Text(address)]).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_failures_cost_nothing_and_each_further_one_doubles_the_wait_up_to_a_quarter_of_an_hour() {
        let throttle = Throttle::default();
        for (failures, seconds) in [(1, 0), (5, 0), (6, 2), (7, 4), (8, 8), (14, 512), (15, 900), (200, 900)] {
            assert_eq!(throttle.wait(failures, throttle.free_for_account), seconds, "{failures}");
        }
    }
}
