//! The second factor: a code that an app shows for half a minute (TOTP, RFC 6238), and codes on paper for who has lost the app.

use std::fmt::Write as _;

use hmac::{Hmac, KeyInit as _, Mac as _};
use jiff::Timestamp;
use sha1::Sha1;
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;

/// Seconds that a code is shown (RFC 6238, section 4.1).
const STEP: i64 = 30;

/// Codes of the step before and after are taken too: clocks differ (RFC 6238, section 5.2).
const NEIGHBOURS: i64 = 1;

/// The secret that the app and the database share: 160 bits, as RFC 4226 recommends.
pub type Secret = [u8; 20];

/// The code of a time step, `digits` figures (RFC 4226, section 5.3).
fn code(secret: &[u8], step: i64, digits: u32) -> Option<u32> {
    let mut mac = Hmac::<Sha1>::new_from_slice(secret).ok()?;
    mac.update(&step.to_be_bytes());
    let hash = mac.finalize().into_bytes();
    let offset = usize::from(hash.last()? & 0xf);
    let four: [u8; 4] = hash.get(offset..offset + 4)?.try_into().ok()?;
    Some((u32::from_be_bytes(four) & 0x7fff_ffff) % 10_u32.pow(digits))
}

/// The time step whose code this is, when it is one of those taken at `at` and later than `last`.
pub(crate) fn step_of(given: &str, secret: &[u8], at: Timestamp, last: Option<i64>) -> Option<i64> {
    let given: String = given.chars().filter(|character| !character.is_whitespace()).collect();
    let now = at.as_second().div_euclid(STEP);
    let mut found = None;
    for step in now - NEIGHBOURS..=now + NEIGHBOURS {
        let Some(code) = code(secret, step, 6) else { continue };
        let same = bool::from(format!("{code:06}").as_bytes().ct_eq(given.as_bytes()));
        if same && last.is_none_or(|last| step > last) {
            found = Some(step);
        }
    }
    found
}

/// The code that an app shows at a moment: six figures.
#[must_use]
pub fn code_at(secret: &Secret, at: Timestamp) -> String {
    let code = code(secret, at.as_second().div_euclid(STEP), 6).unwrap_or_default();
    format!("{code:06}")
}

/// The address that an app reads from a picture or takes as text.
#[must_use]
pub fn address(secret: &Secret, account: &str, issuer: &str) -> String {
    let (account, issuer) = (escaped(account), escaped(issuer));
    format!("otpauth://totp/{issuer}:{account}?secret={}&issuer={issuer}", base32(secret))
}

/// RFC 4648, section 6, without padding.
#[must_use]
pub fn base32(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let mut text = String::new();
    for five in bytes.chunks(5) {
        let mut padded = [0; 8];
        padded[3..3 + five.len()].copy_from_slice(five);
        let bits = u64::from_be_bytes(padded);
        for place in 0..(five.len() * 8).div_ceil(5) {
            let letter = (bits >> (35 - 5 * place)) & 31;
            text.extend(
                LETTERS
                    .get(usize::try_from(letter).unwrap_or_default())
                    .map(|letter| char::from(*letter)),
            );
        }
    }
    text
}

/// The secret that [`base32`] wrote; none when it is none.
#[must_use]
pub fn secret_of(text: &str) -> Option<Secret> {
    let mut secret = [0; 20];
    if text.len() != 32 {
        return None;
    }
    for (eight, five) in text.as_bytes().chunks(8).zip(secret.chunks_mut(5)) {
        let bits = eight.iter().try_fold(0_u64, |bits, letter| {
            let value = match letter {
                b'A'..=b'Z' => letter - b'A',
                b'2'..=b'7' => letter - b'2' + 26,
                _ => return None,
            };
            Some((bits << 5) | u64::from(value))
        })?;
        five.copy_from_slice(&bits.to_be_bytes()[3..]);
    }
    Some(secret)
}

fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(escaped, "%{byte:02X}");
        }
    }
    escaped
}

/// A code on paper, from ten random bytes: sixteen letters and figures in groups of four.
#[must_use]
pub fn recovery_code(random: [u8; 10]) -> String {
    let text = base32(&random);
    let groups: Vec<&str> = (0..4).filter_map(|group| text.get(group * 4..group * 4 + 4)).collect();
    groups.join("-")
}

/// What is stored of a code on paper, however it was typed.
pub(crate) fn recovery_hash(code: &str) -> [u8; 32] {
    let bare: String = code.chars().filter(char::is_ascii_alphanumeric).collect();
    Sha256::digest(bare.to_ascii_uppercase()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6238, appendix B, the rows for SHA-1.
    #[test]
    fn codes_are_those_of_the_standards_test_vectors() {
        let secret = b"12345678901234567890";
        for (second, expected) in [
            (59, 94_287_082),
            (1_111_111_109, 7_081_804),
            (1_111_111_111, 14_050_471),
            (1_234_567_890, 89_005_924),
            (2_000_000_000, 69_279_037),
            (20_000_000_000, 65_353_130),
        ] {
            assert_eq!(code(secret, second / STEP, 8), Some(expected), "{second}");
            let at = Timestamp::from_second(second).expect("a moment");
            let six = format!("{:06}", expected % 1_000_000);
            assert_eq!(step_of(&six, secret, at, None), Some(second / STEP));
        }
    }

    #[test]
    fn a_code_is_taken_half_a_minute_early_or_late_but_never_twice() {
        let secret = b"12345678901234567890";
        let at = |second| Timestamp::from_second(second).expect("a moment");
        // The code shown from second 30 to 59 of the first minute of 1970.
        let shown = "287082";
        for (second, taken) in [(0, true), (29, true), (59, true), (89, true), (90, false)] {
            assert_eq!(step_of(shown, secret, at(second), None).is_some(), taken, "{second}");
        }
        assert_eq!(step_of("287 082", secret, at(59), None), Some(1));
        assert_eq!(step_of(shown, secret, at(59), Some(1)), None);
        assert_eq!(step_of("", secret, at(59), None), None);
    }

    #[test]
    fn the_app_is_given_the_secret_as_the_standards_say() {
        // RFC 4648, section 10.
        for (bytes, expected) in [
            ("f", "MY"),
            ("fo", "MZXQ"),
            ("foo", "MZXW6"),
            ("foob", "MZXW6YQ"),
            ("fooba", "MZXW6YTB"),
        ] {
            assert_eq!(base32(bytes.as_bytes()), expected);
        }
        let secret = *b"12345678901234567890";
        assert_eq!(secret_of(&base32(&secret)), Some(secret));
        for odd in [
            "",
            "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJ1",
            "gezdgnbvgy3tqojqgezdgnbvgy3tqojq",
            "GEZDGNBV",
        ] {
            assert_eq!(secret_of(odd), None, "{odd}");
        }
        let address = address(b"12345678901234567890", "anna@kommun.se", "Tyngdpunkt A");
        assert_eq!(
            address,
            "otpauth://totp/Tyngdpunkt%20A:anna%40kommun.se?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Tyngdpunkt%20A"
        );
        let code = recovery_code(*b"0123456789");
        assert_eq!(code.len(), 19);
        assert_eq!(recovery_hash(&code), recovery_hash(&code.replace('-', " ").to_lowercase()));
    }
}
