//! Accounts, passwords and roles.

use ::store::account::AccountError;
use ::store::password::{Unusable, WeakPassword};
use jiff::civil::date;

use super::{Sample, sample};
use crate::sentences::account;

pub fn samples() -> Vec<Sample> {
    let fault = |name, shows, error: AccountError| sample(name, shows, move |language| account(&error, language).sentence);
    let text = |text: &str| text.to_owned();
    vec![
        fault("password-short", &["12"], WeakPassword::Short { minimum: 12 }.into()),
        fault("password-long", &["256"], WeakPassword::Long { maximum: 256 }.into()),
        fault("password-common", &[], WeakPassword::Common.into()),
        fault("password-name", &[], WeakPassword::Name.into()),
        fault("password-wrong", &[], AccountError::Wrong),
        fault(
            "account-name-taken",
            &["bo.ek"],
            AccountError::NameTaken { name: text("bo.ek") },
        ),
        fault(
            "account-no-name",
            &["bo ek", "80"],
            AccountError::NoName { name: text("bo ek") },
        ),
        fault("account-no-unit", &["E7"], AccountError::NoUnit { code: text("E7") }),
        fault(
            "account-backwards",
            &["2026-03-01", "2026-02-28"],
            AccountError::Backwards {
                from: date(2026, 3, 1),
                until: date(2026, 2, 28),
            },
        ),
        fault("account-unusable", &[], AccountError::Unusable(Unusable)),
    ]
}
