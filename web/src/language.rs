//! Swedish or English: which one a visitor reads, and how numbers and days are written in it.

use jiff::civil::Date;
use rules::amount::{MILLION, Share, divide_half_up};
use serde::Deserialize;

pub(crate) use rules::person::name_order as swedish_order;

/// Which of the two languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize)]
pub enum Locale {
    /// Swedish as written in Sweden.
    #[default]
    #[serde(rename = "sv")]
    Swedish,
    /// English.
    #[serde(rename = "en")]
    English,
}

/// A space that no line breaks at: between thousands, and before a percent sign, in Swedish.
const NO_BREAK_SPACE: char = '\u{a0}';

/// The sign of a negative number in Swedish text (Unicode CLDR, locale sv).
const MINUS: &str = "\u{2212}";

impl Locale {
    /// Both languages.
    pub const ALL: [Self; 2] = [Self::Swedish, Self::English];

    /// The language a visitor reads: the one chosen before (`cookie`), else the first that the browser asks for
    /// (`accept_language`, RFC 9110 section 12.5.4) and we have, else `otherwise`.
    #[must_use]
    pub fn choose(cookie: Option<&str>, accept_language: Option<&str>, otherwise: Self) -> Self {
        cookie
            .and_then(Self::of_code)
            .or_else(|| accept_language.and_then(Self::accepted))
            .unwrap_or(otherwise)
    }

    /// The language with this code, `sv` or `en`.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|locale| locale.code() == code)
    }

    /// The code of the language, as in `<html lang>`: `sv` or `en`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Swedish => "sv",
            Self::English => "en",
        }
    }

    /// The language that is not this one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Swedish => Self::English,
            Self::English => Self::Swedish,
        }
    }

    /// What stands between whole numbers and decimals.
    #[must_use]
    pub const fn decimal_mark(self) -> char {
        match self {
            Self::Swedish => ',',
            Self::English => '.',
        }
    }

    /// A number of whole millionths, with thousands set apart: at least `fewest` decimals (at most six) and as many more as it
    /// takes to be exact (`1 234,5` or `1,234.5`).
    #[must_use]
    pub fn decimal(self, millionths: i64, fewest: usize) -> String {
        let magnitude = millionths.unsigned_abs();
        let mut text = String::new();
        if millionths < 0 {
            text.push_str(self.minus());
        }
        text.push_str(&self.thousands(magnitude / MILLION.unsigned_abs()));
        let fraction = format!("{:06}", magnitude % MILLION.unsigned_abs());
        let length = fraction.trim_end_matches('0').len().max(fewest.min(6));
        if length > 0 {
            text.push(self.decimal_mark());
            text.push_str(&fraction[..length]);
        }
        text
    }

    /// A whole number, with thousands set apart.
    #[must_use]
    pub fn count(self, number: i64) -> String {
        let sign = if number < 0 { self.minus() } else { "" };
        format!("{sign}{}", self.thousands(number.unsigned_abs()))
    }

    /// A share as percent with one decimal, half up: `84,4 %` in Swedish, `84.4%` in English.
    #[must_use]
    pub fn percent(self, share: Share) -> String {
        let tenths = divide_half_up(i128::from(share.millionths()), 1_000);
        let millionths = i64::try_from(tenths * i128::from(MILLION / 10)).unwrap_or(i64::MAX);
        let number = self.decimal(millionths, 1);
        match self {
            Self::Swedish => format!("{number}{NO_BREAK_SPACE}%"),
            Self::English => format!("{number}%"),
        }
    }

    /// A day in digits, as both languages write it here: `2026-10-31` (ISO 8601, the usual form in Sweden).
    #[must_use]
    pub fn day(self, day: Date) -> String {
        day.to_string()
    }

    const fn minus(self) -> &'static str {
        match self {
            Self::Swedish => MINUS,
            Self::English => "-",
        }
    }

    fn thousands(self, number: u64) -> String {
        let separator = match self {
            Self::Swedish => NO_BREAK_SPACE,
            Self::English => ',',
        };
        let digits = number.to_string();
        let mut text = String::new();
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                text.push(separator);
            }
            text.push(digit);
        }
        text
    }

    /// The first of the languages a browser asks for that we have; those with the same weight count in their order.
    fn accepted(header: &str) -> Option<Self> {
        let mut best: Option<(u16, Self)> = None;
        for part in header.split(',') {
            let mut pieces = part.split(';').map(str::trim);
            let primary = pieces.next()?.split('-').next()?.to_ascii_lowercase();
            let weight = pieces.find_map(|piece| piece.strip_prefix("q=")).map_or(1_000, thousandths);
            let Some(locale) = Self::of_code(&primary) else { continue };
            if weight > best.map_or(0, |(highest, _)| highest) {
                best = Some((weight, locale));
            }
        }
        best.map(|(_, locale)| locale)
    }
}

/// A weight such as `0.8` in thousandths; what is none weighs nothing.
fn thousandths(weight: &str) -> u16 {
    let (whole, fraction) = weight.split_once('.').unwrap_or((weight, ""));
    let digits = format!("{fraction:0<3}");
    let fraction = digits.get(..3).and_then(|digits| digits.parse::<u16>().ok()).unwrap_or(0);
    match whole {
        "1" => 1_000,
        "0" => fraction,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_in_the_order_of_the_swedish_alphabet() {
        let mut names = ["\u{d6}berg", "Zetterlund", "\u{c4}ng", "\u{c5}kesson", "andersson", "Ek"];
        names.sort_by_key(|name| swedish_order(name));
        assert_eq!(
            names,
            ["andersson", "Ek", "Zetterlund", "\u{c5}kesson", "\u{c4}ng", "\u{d6}berg"]
        );
    }

    #[test]
    fn the_language_is_the_one_chosen_else_what_the_browser_asks_for_else_the_municipalitys() {
        use Locale::{English, Swedish};
        for (cookie, header, otherwise, expected) in [
            (Some("en"), Some("sv"), Swedish, English),
            (Some("sv"), Some("en"), English, Swedish),
            (Some("xx"), Some("en-GB"), Swedish, English),
            (None, Some("de, en;q=0.5, sv;q=0.9"), English, Swedish),
            (None, Some("en-US,en;q=0.9"), Swedish, English),
            (None, Some("sv, en"), English, Swedish),
            (None, Some("sv;q=0, en;q=0.1"), Swedish, English),
            (None, Some("SV-fi"), English, Swedish),
            (None, Some("de, fr"), Swedish, Swedish),
            (None, Some(";;,q=,"), English, English),
            (None, None, English, English),
        ] {
            assert_eq!(Locale::choose(cookie, header, otherwise), expected, "{cookie:?} {header:?}");
        }
    }

    #[test]
    fn numbers_are_written_as_each_language_writes_them() {
        for (millionths, fewest, swedish, english) in [
            (0, 0, "0", "0"),
            (84_250_000, 0, "84,25", "84.25"),
            (12_000_000, 2, "12,00", "12.00"),
            (1_234_500_000, 0, "1\u{a0}234,5", "1,234.5"),
            (-500_000, 0, "\u{2212}0,5", "-0.5"),
        ] {
            assert_eq!(Locale::Swedish.decimal(millionths, fewest), swedish);
            assert_eq!(Locale::English.decimal(millionths, fewest), english);
        }
        assert_eq!(Locale::Swedish.count(-1_234), "\u{2212}1\u{a0}234");
        assert_eq!(Locale::Swedish.percent(Share::from_millionths(844_231)), "84,4\u{a0}%");
        assert_eq!(Locale::English.percent(Share::from_millionths(844_500)), "84.5%");
        assert_eq!(Locale::Swedish.day(jiff::civil::date(2026, 10, 31)), "2026-10-31");
    }
}
