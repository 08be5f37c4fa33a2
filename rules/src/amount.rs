//! The three quantities everything is counted in: points, shares and hours. All are whole numbers inside, so sums are exact.
//!
//! Sums stop at the edges of what can be held, nine million million, which no caseload of people comes near: absurd input gives
//! an absurd answer, never a crash or a number that has turned around.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

use serde::{Deserialize, Serialize};

/// Millionths in one: the fineness of every amount.
///
/// A case weighs a whole number of thousandths of a point. Half of it (a co-handler's share) can need a fourth decimal,
/// a third of it a sixth, so amounts are held as whole millionths and never as floating point.
pub const MILLION: i64 = 1_000_000;

/// Why a text is not an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AmountError {
    /// The text is not a decimal number.
    #[error("not a number")]
    NotANumber,
    /// More decimals than the amount can hold.
    #[error("more than {0} decimals")]
    TooManyDecimals(u32),
    /// Outside plus or minus one thousand million.
    #[error("too large")]
    TooLarge,
}

/// Reads a decimal number (`12`, `-0.5`, `1_000.25`) as whole millionths; at most `decimals` (0 to 6) decimals may be used.
///
/// # Errors
/// [`AmountError`] when the text is no such number; never rounds.
pub fn millionths(text: &str, decimals: u32) -> Result<i64, AmountError> {
    let text = text.trim();
    let (negative, digits) = match text.as_bytes().first() {
        Some(b'-') => (true, &text[1..]),
        Some(b'+') => (false, &text[1..]),
        _ => (false, text),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() || (digits.contains('.') && fraction.is_empty()) {
        return Err(AmountError::NotANumber);
    }
    let starts_and_ends_with_a_digit = |part: &str| {
        let bytes = part.as_bytes();
        bytes.first().is_some_and(u8::is_ascii_digit) && bytes.last().is_some_and(u8::is_ascii_digit)
    };
    if !starts_and_ends_with_a_digit(whole) || !(fraction.is_empty() || starts_and_ends_with_a_digit(fraction)) {
        return Err(AmountError::NotANumber);
    }
    let mut value: i64 = 0;
    for digit in whole.bytes().filter(|byte| *byte != b'_') {
        if !digit.is_ascii_digit() {
            return Err(AmountError::NotANumber);
        }
        value = value * 10 + i64::from(digit - b'0');
        if value > 1_000_000_000 {
            return Err(AmountError::TooLarge);
        }
    }
    value *= MILLION;
    let mut unit = MILLION;
    for (place, digit) in fraction.bytes().filter(|byte| *byte != b'_').enumerate() {
        if !digit.is_ascii_digit() {
            return Err(AmountError::NotANumber);
        }
        if digit != b'0' && place >= decimals as usize {
            return Err(AmountError::TooManyDecimals(decimals));
        }
        unit /= 10;
        value += i64::from(digit - b'0') * unit;
    }
    Ok(if negative { -value } else { value })
}

/// Divides and rounds half up (a half goes towards the larger number), the one rounding rule.
///
/// `denominator` must be positive. Never overflows.
#[must_use]
pub fn divide_half_up(numerator: i128, denominator: i128) -> i128 {
    debug_assert!(denominator > 0);
    let (quotient, rest) = (numerator.div_euclid(denominator), numerator.rem_euclid(denominator));
    quotient + i128::from(rest >= denominator - rest)
}

/// Writes whole millionths as a decimal number with no needless zeros, always with a full stop.
fn write_millionths(value: i64, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let magnitude = value.unsigned_abs();
    let (whole, rest) = (magnitude / MILLION as u64, magnitude % MILLION as u64);
    let sign = if value < 0 { "-" } else { "" };
    if rest == 0 {
        return write!(f, "{sign}{whole}");
    }
    let fraction = format!("{rest:06}");
    write!(f, "{sign}{whole}.{}", fraction.trim_end_matches('0'))
}

macro_rules! amount {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct $name(i64);

        impl $name {
            /// Nothing.
            pub const ZERO: Self = Self(0);

            /// From whole millionths.
            #[must_use]
            pub const fn from_millionths(millionths: i64) -> Self {
                Self(millionths)
            }

            /// As whole millionths.
            #[must_use]
            pub const fn millionths(self) -> i64 {
                self.0
            }

            /// From a whole number.
            #[must_use]
            pub const fn whole(number: i64) -> Self {
                Self(number * MILLION)
            }

            /// Whether it is zero.
            #[must_use]
            pub const fn is_zero(self) -> bool {
                self.0 == 0
            }

            /// The nearest floating-point number, for pictures and spreadsheets; never for sums.
            #[must_use]
            #[expect(clippy::cast_precision_loss, reason = "for display only; amounts stay far below 2^53 millionths")]
            pub fn to_f64(self) -> f64 {
                self.0 as f64 / MILLION as f64
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write_millionths(self.0, f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = AmountError;

            fn from_str(text: &str) -> Result<Self, AmountError> {
                millionths(text, 6).map(Self)
            }
        }

        impl Add for $name {
            type Output = Self;
            fn add(self, other: Self) -> Self {
                Self(self.0.saturating_add(other.0))
            }
        }

        impl AddAssign for $name {
            fn add_assign(&mut self, other: Self) {
                *self = *self + other;
            }
        }

        impl Sub for $name {
            type Output = Self;
            fn sub(self, other: Self) -> Self {
                Self(self.0.saturating_sub(other.0))
            }
        }

        impl SubAssign for $name {
            fn sub_assign(&mut self, other: Self) {
                *self = *self - other;
            }
        }

        impl Neg for $name {
            type Output = Self;
            fn neg(self) -> Self {
                Self(self.0.saturating_neg())
            }
        }

        impl Sum for $name {
            fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
                iter.fold(Self::ZERO, Add::add)
            }
        }

        impl Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                if self.0 % MILLION == 0 {
                    serializer.serialize_i64(self.0 / MILLION)
                } else {
                    serializer.serialize_f64(self.to_f64())
                }
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let number = serde_json::Number::deserialize(deserializer)?;
                number.to_string().parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

amount! {
    /// The weight of a case, a duty or a stable part, in points.
    Points
}
amount! {
    /// A part of a whole: of full time, of a case, of the norm. 1 is the whole; 0.25 is a quarter.
    Share
}
amount! {
    /// Working hours a week.
    Hours
}

impl Share {
    /// The whole.
    pub const FULL: Self = Self(MILLION);

    /// This share of `points`, half up to a millionth of a point.
    #[must_use]
    pub fn of(self, points: Points) -> Points {
        if self == Self::FULL {
            return points;
        }
        Points(scaled(points.0, self.0))
    }

    /// This share of `hours`, half up to a millionth of an hour.
    #[must_use]
    pub fn of_hours(self, hours: Hours) -> Hours {
        Hours(scaled(hours.0, self.0))
    }
}

/// `amount × millionths ÷ 1,000,000`, half up; saturates at the edges of `i64`, which amounts within their limits never reach.
fn scaled(amount: i64, millionths: i64) -> i64 {
    let product = divide_half_up(i128::from(amount) * i128::from(millionths), i128::from(MILLION));
    i64::try_from(product).unwrap_or(if product < 0 { i64::MIN } else { i64::MAX })
}

impl Points {
    /// Half up to whole thousandths of a point, the fineness of a case's weight.
    #[must_use]
    pub fn to_thousandths(self) -> Self {
        Self((self.0 + 500).div_euclid(1000) * 1000)
    }

    /// These points `count` times.
    #[must_use]
    pub fn times(self, count: i64) -> Self {
        Self(self.0.saturating_mul(count))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_read_exactly_and_printed_without_needless_zeros() {
        for (text, expected, printed) in [
            ("0", 0, "0"),
            ("12", 12_000_000, "12"),
            ("1.25", 1_250_000, "1.25"),
            ("-0.5", -500_000, "-0.5"),
            ("1_000.100", 1_000_100_000, "1000.1"),
            ("1.000_1", 1_000_100, "1.0001"),
            ("19.375", 19_375_000, "19.375"),
        ] {
            let points: Points = text.parse().expect(text);
            assert_eq!(points.millionths(), expected, "{text}");
            assert_eq!(points.to_string(), printed);
        }
    }

    #[test]
    fn what_is_no_decimal_number_is_refused() {
        for (text, expected) in [
            ("", AmountError::NotANumber),
            ("1.", AmountError::NotANumber),
            (".5", AmountError::NotANumber),
            ("1,5", AmountError::NotANumber),
            ("NaN", AmountError::NotANumber),
            ("1e3", AmountError::NotANumber),
            ("_", AmountError::NotANumber),
            ("1_", AmountError::NotANumber),
            ("1._5", AmountError::NotANumber),
            ("0.0000001", AmountError::TooManyDecimals(6)),
            ("99999999999", AmountError::TooLarge),
        ] {
            assert_eq!(text.parse::<Points>(), Err(expected), "{text}");
        }
    }

    #[test]
    fn rounding_is_half_up() {
        for (numerator, denominator, expected) in [
            (1, 2, 1),
            (1, 3, 0),
            (2, 3, 1),
            (-1, 2, 0),
            (-3, 2, -1),
            (5, 10, 1),
            (49, 100, 0),
            (i128::MAX, 1, i128::MAX),
            (i128::MIN, 1, i128::MIN),
            (i128::MAX, i128::MAX, 1),
        ] {
            assert_eq!(divide_half_up(numerator, denominator), expected, "{numerator}/{denominator}");
        }
    }
}
