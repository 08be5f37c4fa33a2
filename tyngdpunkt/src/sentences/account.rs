//! What is wrong with an account, a password or a role.

use ::store::account::AccountError;
use ::store::password::WeakPassword;
use ::store::token::TokenError;

use super::{Arguments, given, plain, store};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::language::Language;

/// Why something about an account was not done, and what to do.
#[must_use]
pub fn account(error: &AccountError, language: &Language) -> Failure {
    let (id, arguments): (&str, Arguments<'_>) = match error {
        AccountError::Store(error) => return store(error, language),
        AccountError::Weak(WeakPassword::Short { minimum }) => ("password-short", vec![("minimum", plain(minimum))]),
        AccountError::Weak(WeakPassword::Long { maximum }) => ("password-long", vec![("maximum", plain(maximum))]),
        AccountError::Weak(WeakPassword::Common) => ("password-common", vec![]),
        AccountError::Weak(WeakPassword::Name) => ("password-name", vec![]),
        AccountError::Wrong => ("password-wrong", vec![]),
        AccountError::NameTaken { name } => ("account-name-taken", vec![("name", given(name, language))]),
        AccountError::NoName { name } => ("account-no-name", vec![("name", given(name, language))]),
        AccountError::Same => ("password-same", vec![]),
        AccountError::Wait { until } => ("account-wait", vec![("until", plain(until))]),
        AccountError::NoDisplay => ("account-no-display", vec![]),
        AccountError::IdentityNumber => ("account-identity-number", vec![]),
        AccountError::NoPerson => ("account-no-person", vec![]),
        AccountError::LastAdministrator => ("account-last-administrator", vec![]),
        AccountError::Overlapping { from, until: None } => ("account-overlapping", vec![("from", plain(from))]),
        AccountError::Overlapping {
            from,
            until: Some(until),
        } => (
            "account-overlapping-until",
            vec![("from", plain(from)), ("until", plain(until))],
        ),
        AccountError::NoUnit { code } => ("account-no-unit", vec![("unit", given(code, language))]),
        AccountError::Backwards { from, until } => ("account-backwards", vec![("from", plain(from)), ("until", plain(until))]),
        AccountError::Unusable(_) => ("account-unusable", vec![]),
    };
    Failure {
        exit: Exit::Input,
        sentence: language.text(id, &arguments),
    }
}

/// Why a token was not issued, and what to do.
#[must_use]
pub fn token(error: &TokenError, language: &Language) -> Failure {
    let (id, arguments): (&str, Arguments<'_>) = match error {
        TokenError::Account(AccountError::NameTaken { name }) => ("token-name-taken", vec![("name", given(name, language))]),
        TokenError::Account(error) => return account(error, language),
        TokenError::Until { until, first, last } => (
            "token-until",
            vec![("until", plain(until)), ("first", plain(first)), ("last", plain(last))],
        ),
        TokenError::NoRole => ("token-no-role", vec![]),
        TokenError::NoPerson { person } => ("nobody", vec![("name", plain(person))]),
    };
    Failure {
        exit: Exit::Input,
        sentence: language.text(id, &arguments),
    }
}
