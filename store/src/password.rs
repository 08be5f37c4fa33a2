//! Passwords: how long they must be, which are guessed first, and how they are kept.

use std::collections::HashSet;
use std::sync::LazyLock;

use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use argon2::{Algorithm, Argon2, Params, Version};
use serde::{Deserialize, Serialize};

/// The list and its licence: `store/data/common-passwords.txt`.
static COMMON: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    let lines = include_str!("../data/common-passwords.txt").lines();
    lines.filter(|line| !line.starts_with('#')).collect()
});

/// What hashing a password costs whoever guesses it.
///
/// The default is what OWASP recommends for argon2id (Password Storage Cheat Sheet): 19 MiB, two passes, one lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PasswordCost {
    /// Memory, KiB; at least 8 for each lane.
    pub memory: u32,
    /// Passes over it.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl Default for PasswordCost {
    fn default() -> Self {
        Self {
            memory: 19 * 1024,
            passes: 2,
            lanes: 1,
        }
    }
}

/// Why a password is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WeakPassword {
    /// Too few characters.
    #[error("fewer than {minimum} characters")]
    Short {
        /// As many as it takes.
        minimum: usize,
    },
    /// So many that reading it would take long.
    #[error("more than {maximum} characters")]
    Long {
        /// At most so many.
        maximum: usize,
    },
    /// One of those that are guessed first, perhaps with figures and signs around it or written several times.
    #[error("it is guessed among the first")]
    Common,
    /// It holds the name of the account.
    #[error("it contains the account's name")]
    Name,
}

/// The longest password that is read.
const LONGEST: usize = 256;

/// Checks a new password: by length and by whether it is guessed first; no rules about kinds of characters (NIST SP 800-63B, 3.1.1.2).
///
/// # Errors
/// [`WeakPassword`].
pub fn check(password: &str, name: &str, minimum: usize) -> Result<(), WeakPassword> {
    let length = password.chars().count();
    if length < minimum {
        return Err(WeakPassword::Short { minimum });
    }
    if length > LONGEST {
        return Err(WeakPassword::Long { maximum: LONGEST });
    }
    let lower = password.to_lowercase();
    let bare = lower.trim_matches(|character: char| !character.is_alphabetic());
    if [lower.as_str(), bare, period(&lower), period(bare)]
        .iter()
        .any(|word| is_common(word))
    {
        return Err(WeakPassword::Common);
    }
    let name = name.to_lowercase();
    if name.chars().count() >= 4 && lower.contains(&name) {
        return Err(WeakPassword::Name);
    }
    Ok(())
}

/// Nothing at all, or one character, is as good as listed.
fn is_common(word: &str) -> bool {
    word.chars().count() < 2 || COMMON.contains(word)
}

/// The shortest beginning of `text` that repeated makes all of it.
fn period(text: &str) -> &str {
    let ends = text.char_indices().map(|(place, _)| place).skip(1);
    let repeats = |end: &usize| {
        text.len().is_multiple_of(*end) && text.as_bytes().chunks(*end).all(|part| part == &text.as_bytes()[..*end])
    };
    ends.into_iter().find(repeats).map_or(text, |end| &text[..end])
}

/// The stored form of a password: a PHC string.
pub(crate) fn hash(password: &str, salt: [u8; 16], cost: PasswordCost) -> Result<String, Unusable> {
    let params = Params::new(cost.memory, cost.passes, cost.lanes, None).map_err(|_| Unusable)?;
    let hashed = Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password_with_salt(password.as_bytes(), &salt);
    Ok(hashed.map_err(|_| Unusable)?.to_string())
}

/// The settings for hashing cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the cost of passwords is set to what argon2 cannot do")]
pub struct Unusable;

/// Whether the password is the stored one. With nothing stored it takes as long and is never right, so that nobody learns by the time
/// whether an account exists.
pub(crate) fn verify(password: &str, stored: Option<&str>, cost: PasswordCost) -> bool {
    match stored {
        Some(stored) => Argon2::default().verify_password(password.as_bytes(), stored).is_ok(),
        None => hash(password, [0; 16], cost).is_ok_and(|_| false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_taken_by_its_length_and_refused_when_it_is_guessed_first() {
        let common = Err(WeakPassword::Common);
        for (password, expected) in [
            ("elva tecken", Err(WeakPassword::Short { minimum: 12 })),
            ("tolv tecken!", Ok(())),
            ("åäö åäö åä ö", Ok(())),
            ("correct horse battery", Ok(())),
            ("123456789012", common),
            ("Football2026!", common),
            ("passwordpassword", common),
            ("aaaaaaaaaaaaaaaa", common),
            ("2026-11-24-2026", common),
            ("hej anna.berg hej", Err(WeakPassword::Name)),
        ] {
            assert_eq!(check(password, "anna.berg", 12), expected, "{password}");
        }
        assert_eq!(
            check(&"lång mening ".repeat(30), "x", 12),
            Err(WeakPassword::Long { maximum: LONGEST })
        );
    }

    #[test]
    fn a_stored_password_says_how_it_was_hashed_and_fits_only_itself() {
        let stored = hash("tolv tecken!", [7; 16], PasswordCost::default()).expect("hashes");
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{stored}");
        assert!(verify("tolv tecken!", Some(&stored), PasswordCost::default()));
        assert!(!verify("tolv tecken?", Some(&stored), PasswordCost::default()));
        assert!(!verify("tolv tecken!", None, PasswordCost::default()));
        assert_eq!(
            hash(
                "x",
                [7; 16],
                PasswordCost {
                    memory: 1,
                    ..PasswordCost::default()
                }
            ),
            Err(Unusable)
        );
    }
}
