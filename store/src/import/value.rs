//! Reading one value: a date or a number, in any of the ways that lists write them.

use std::ops::RangeInclusive;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use rules::amount::MILLION;

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadDate {
    /// It is not written as a date, or no calendar has that day.
    NoDate,
    /// It lies outside the years the mapping allows.
    OutOfRange,
}

/// Why a text is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadNumber {
    /// It is not written as a number.
    NoNumber,
    /// It is below zero.
    Negative,
    /// A whole number is needed.
    NotWhole,
    /// It is larger than can be meant.
    TooLarge,
}

/// How decimals are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Decimal {
    /// To be found by looking: a comma or a full stop; where both occur, the last one.
    #[default]
    Look,
    /// A comma; full stops part thousands.
    Comma,
    /// A full stop; commas part thousands.
    Point,
}

/// A number, and whether a percent sign stood behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Number {
    /// The number in millionths.
    pub millionths: i64,
    /// Whether a percent sign stood behind it.
    pub percent: bool,
}

/// Reads a date: `2026-10-31`, `20261031`, `2026/10/31`, `2026.10.31`, `31.10.2026`, `31/10/2026`, `31-10-2026`, one digit for day and month
/// allowed where they are parted, and a time of day behind a space or `T` is passed over.
///
/// # Errors
/// [`BadDate`] when it is no date or its year is not within `years`.
pub fn date_from_text(text: &str, years: &RangeInclusive<i16>) -> Result<Date, BadDate> {
    let text = without_time(text.trim()).ok_or(BadDate::NoDate)?;
    let bytes = text.as_bytes();
    let (year, month, day) = if bytes.len() == 8 && bytes.iter().all(u8::is_ascii_digit) {
        (digits(&bytes[..4]), digits(&bytes[4..6]), digits(&bytes[6..]))
    } else {
        let parted = bytes
            .iter()
            .find(|byte| !byte.is_ascii_digit())
            .filter(|byte| matches!(byte, b'-' | b'/' | b'.'));
        let mut parts = bytes.split(|byte| Some(byte) == parted);
        let (Some(first), Some(month), Some(last), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
            return Err(BadDate::NoDate);
        };
        match (first.len(), last.len()) {
            (4, 1 | 2) => (digits(first), digits(month), digits(last)),
            (1 | 2, 4) => (digits(last), digits(month), digits(first)),
            _ => return Err(BadDate::NoDate),
        }
    };
    checked(year, month, day, years)
}

/// The part before a time of day; none when what follows is no time of day.
fn without_time(text: &str) -> Option<&str> {
    let Some(at) = text.bytes().position(|byte| byte == b' ' || byte == b'T') else {
        return Some(text);
    };
    let time = text[at + 1..].trim();
    let is_time = time.as_bytes().first().is_some_and(u8::is_ascii_digit)
        && time
            .bytes()
            .all(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'.' | b',' | b'Z' | b'+' | b'-'))
        && time.contains(':');
    is_time.then(|| &text[..at])
}

/// Reads a date written after `pattern`, in which `YYYY`, `YY`, `MM` and `DD` stand for digits and everything else for itself.
///
/// `YY` means 2000 to 2099.
///
/// # Errors
/// [`BadDate`] when it does not fit, is no date or its year is not within `years`.
pub fn date_after_pattern(text: &str, pattern: &str, years: &RangeInclusive<i16>) -> Result<Date, BadDate> {
    let (mut year, mut month, mut day) = (None, None, None);
    let (mut rest, mut pattern) = (text.trim().as_bytes(), pattern.as_bytes());
    while let Some(first) = pattern.first() {
        let (part, length): (_, usize) = match pattern {
            [b'Y', b'Y', b'Y', b'Y', ..] => (&mut year, 4),
            [b'Y', b'Y', ..] => (&mut year, 2),
            [b'M', b'M', ..] => (&mut month, 2),
            [b'D', b'D', ..] => (&mut day, 2),
            _ => {
                rest = rest.strip_prefix(&[*first]).ok_or(BadDate::NoDate)?;
                pattern = &pattern[1..];
                continue;
            }
        };
        let (found, after) = rest.split_at_checked(length).ok_or(BadDate::NoDate)?;
        *part = digits(found).map(|number| {
            if pattern.starts_with(b"YY") && length == 2 {
                number + 2000
            } else {
                number
            }
        });
        rest = after;
        pattern = &pattern[length..];
    }
    if !rest.is_empty() {
        return Err(BadDate::NoDate);
    }
    checked(year, month, day, years)
}

fn digits(bytes: &[u8]) -> Option<i16> {
    if bytes.is_empty() || bytes.len() > 4 || !bytes.iter().all(u8::is_ascii_digit) {
        return None;
    }
    Some(bytes.iter().fold(0, |number, byte| number * 10 + i16::from(byte - b'0')))
}

fn checked(year: Option<i16>, month: Option<i16>, day: Option<i16>, years: &RangeInclusive<i16>) -> Result<Date, BadDate> {
    let (Some(year), Some(month), Some(day)) = (year, month, day) else {
        return Err(BadDate::NoDate);
    };
    let (Ok(month), Ok(day)) = (i8::try_from(month), i8::try_from(day)) else {
        return Err(BadDate::NoDate);
    };
    let found = Date::new(year, month, day).map_err(|_| BadDate::NoDate)?;
    within(found, years)
}

/// The date itself when its year is allowed.
///
/// # Errors
/// [`BadDate::OutOfRange`] when it is not.
pub fn within(found: Date, years: &RangeInclusive<i16>) -> Result<Date, BadDate> {
    if years.contains(&found.year()) {
        Ok(found)
    } else {
        Err(BadDate::OutOfRange)
    }
}

/// The day of a spreadsheet's serial number: days since 1899-12-30, or since 1904-01-01 in workbooks that count from there.
///
/// None for what is no day in a spreadsheet: below zero or after the year 9999.
#[must_use]
pub fn serial_date(serial: f64, is_1904: bool) -> Option<Date> {
    if !(0.0..2_958_466.0).contains(&serial) {
        return None;
    }
    #[expect(
        clippy::cast_possible_truncation,
        reason = "within 0 and three million; the time of day is left off on purpose"
    )]
    let days = serial as i64;
    let start = match (is_1904, days) {
        (true, _) => date(1904, 1, 1),
        // Day 60 is 29 February 1900, which Excel believes in; the days before it are counted from one day later.
        (false, 0..60) => date(1899, 12, 31),
        (false, _) => date(1899, 12, 30),
    };
    start.checked_add(days.days()).ok()
}

/// A date from a spreadsheet's number cell in a column of dates: eight digits as `YYYYMMDD`, otherwise a serial number.
///
/// # Errors
/// [`BadDate`] when it is no date or its year is not within `years`.
pub fn date_from_number(number: f64, years: &RangeInclusive<i16>) -> Result<Date, BadDate> {
    if (1e7..1e8).contains(&number) && number.fract() == 0.0 {
        return date_from_text(&format!("{number:.0}"), years);
    }
    within(serial_date(number, false).ok_or(BadDate::NoDate)?, years)
}

/// Reads a number with a comma or full stop before its decimals, thousands parted by spaces or the other sign, and perhaps a percent sign.
///
/// # Errors
/// [`BadNumber`] when it is no number, is below zero or at least a thousand million.
pub fn number_from_text(text: &str, decimal: Decimal) -> Result<Number, BadNumber> {
    let text = text.trim();
    let (text, percent) = match text.strip_suffix('%') {
        Some(before) => (before.trim_end(), true),
        None => (text, false),
    };
    let point = match decimal {
        Decimal::Comma => ',',
        Decimal::Point => '.',
        Decimal::Look => match (text.rfind(','), text.rfind('.')) {
            (Some(comma), Some(stop)) if stop > comma => '.',
            (Some(_), _) => ',',
            _ => '.',
        },
    };
    let negative = text.starts_with(['-', '\u{2212}']);
    let text = text.strip_prefix(['-', '\u{2212}', '+']).unwrap_or(text);
    let (whole, decimals) = match text.rsplit_once(point) {
        Some((whole, decimals)) if !decimals.is_empty() => (whole, decimals),
        Some(_) => return Err(BadNumber::NoNumber),
        None => (text, ""),
    };
    let mut plain = without_thousands(whole, if point == ',' { '.' } else { ',' }).ok_or(BadNumber::NoNumber)?;
    if !decimals.is_empty() {
        plain.push('.');
        plain.push_str(decimals);
    }
    let millionths = rules::amount::millionths(&plain, 6).map_err(|error| match error {
        rules::amount::AmountError::TooLarge => BadNumber::TooLarge,
        _ => BadNumber::NoNumber,
    })?;
    if negative && millionths != 0 {
        return Err(BadNumber::Negative);
    }
    Ok(Number { millionths, percent })
}

/// The digits of a whole number whose thousands may be parted; none when they are parted wrongly.
fn without_thousands(text: &str, other: char) -> Option<String> {
    let is_parting = |c: char| c == other || c == '\'' || c.is_whitespace();
    let mut groups = text.split(is_parting);
    let first = groups.next()?;
    let all_digits = |group: &str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    if !all_digits(first) {
        return None;
    }
    let mut plain = first.to_owned();
    for group in groups {
        if group.len() != 3 || first.len() > 3 || !all_digits(group) {
            return None;
        }
        plain.push_str(group);
    }
    Some(plain)
}

/// A number from a spreadsheet's number cell.
///
/// # Errors
/// [`BadNumber`] when it is below zero, not finite or at least a thousand million.
pub fn number_from_cell(number: f64) -> Result<Number, BadNumber> {
    if !number.is_finite() || number.abs() >= 1e9 {
        return Err(BadNumber::TooLarge);
    }
    if number < 0.0 {
        return Err(BadNumber::Negative);
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        reason = "below 10^15, rounded to a whole number"
    )]
    let millionths = (number * MILLION as f64).round() as i64;
    Ok(Number {
        millionths,
        percent: false,
    })
}

/// A number that must be whole.
///
/// # Errors
/// [`BadNumber`] when it is not, has a percent sign or is larger than four thousand million.
pub fn whole(number: Number) -> Result<u32, BadNumber> {
    if number.percent || number.millionths % MILLION != 0 {
        return Err(BadNumber::NotWhole);
    }
    u32::try_from(number.millionths / MILLION).map_err(|_| BadNumber::TooLarge)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const YEARS: RangeInclusive<i16> = 1900..=2100;

    #[test]
    fn dates_are_read_however_a_list_writes_them() {
        for text in [
            "2026-10-31",
            "20261031",
            "2026/10/31",
            "2026.10.31",
            "31.10.2026",
            "31/10/2026",
            "31-10-2026",
            " 2026-10-31 ",
            "2026-10-31 00:00:00",
            "2026-10-31 00:00",
            "2026-10-31T00:00:00",
            "2026-10-31T13:45:10.123Z",
            "2026-10-31T13:45:10+01:00",
            "31.10.2026 08:00",
        ] {
            assert_eq!(date_from_text(text, &YEARS), Ok(date(2026, 10, 31)), "{text}");
        }
        assert_eq!(date_from_text("1/5/2026", &YEARS), Ok(date(2026, 5, 1)));
    }

    #[test]
    fn what_no_calendar_has_is_no_date() {
        for text in [
            "2026-02-31",
            "2026-13-01",
            "2026-00-10",
            "",
            "31 oct",
            "45679",
            "261031",
            "2026-10",
            "2026-10-31 x",
            "2026-10/31",
            "2026-10-31-1",
        ] {
            assert_eq!(date_from_text(text, &YEARS), Err(BadDate::NoDate), "{text}");
        }
        for text in ["1899-12-31", "2999-01-01", "0001-01-01", "29991231"] {
            assert_eq!(date_from_text(text, &YEARS), Err(BadDate::OutOfRange), "{text}");
        }
    }

    #[test]
    fn a_pattern_decides_which_part_is_which() {
        for (text, pattern, expected) in [
            ("10/31/2026", "MM/DD/YYYY", Ok(date(2026, 10, 31))),
            ("311026", "DDMMYY", Ok(date(2026, 10, 31))),
            ("2026w31.10", "YYYYwDD.MM", Ok(date(2026, 10, 31))),
            ("31/10/2026", "MM/DD/YYYY", Err(BadDate::NoDate)),
            ("10/31/20261", "MM/DD/YYYY", Err(BadDate::NoDate)),
            ("10/31", "MM/DD/YYYY", Err(BadDate::NoDate)),
        ] {
            assert_eq!(date_after_pattern(text, pattern, &YEARS), expected, "{text}");
        }
    }

    #[test]
    fn serial_numbers_are_days_in_either_calendar() {
        for (serial, is_1904, expected) in [
            (45_679.0, false, Some(date(2025, 1, 22))),
            (45_679.75, false, Some(date(2025, 1, 22))),
            (1.0, false, Some(date(1900, 1, 1))),
            (61.0, false, Some(date(1900, 3, 1))),
            (44_217.0, true, Some(date(2025, 1, 22))),
            (-1.0, false, None),
            (1e9, false, None),
            (f64::NAN, false, None),
        ] {
            assert_eq!(serial_date(serial, is_1904), expected, "{serial}");
        }
        assert_eq!(date_from_number(20_261_031.0, &YEARS), Ok(date(2026, 10, 31)));
        assert_eq!(date_from_number(0.0, &YEARS), Err(BadDate::OutOfRange));
    }

    #[test]
    fn numbers_are_read_with_comma_or_point() {
        for (text, decimal, expected, percent) in [
            ("75", Decimal::Look, 75_000_000, false),
            ("75,0", Decimal::Look, 75_000_000, false),
            ("75.5", Decimal::Look, 75_500_000, false),
            ("75 %", Decimal::Look, 75_000_000, true),
            ("37,50%", Decimal::Look, 37_500_000, true),
            ("1 234,5", Decimal::Look, 1_234_500_000, false),
            ("1\u{a0}234,5", Decimal::Look, 1_234_500_000, false),
            ("1.234,5", Decimal::Look, 1_234_500_000, false),
            ("1,234.5", Decimal::Look, 1_234_500_000, false),
            ("1.234", Decimal::Comma, 1_234_000_000, false),
            ("1.234", Decimal::Point, 1_234_000, false),
            ("-0", Decimal::Look, 0, false),
        ] {
            assert_eq!(
                number_from_text(text, decimal),
                Ok(Number {
                    millionths: expected,
                    percent
                }),
                "{text}"
            );
        }
        for (text, expected) in [
            ("-1", BadNumber::Negative),
            ("\u{2212}1", BadNumber::Negative),
            ("", BadNumber::NoNumber),
            ("two", BadNumber::NoNumber),
            ("1,", BadNumber::NoNumber),
            ("1 2", BadNumber::NoNumber),
            ("1234 567", BadNumber::NoNumber),
            ("99999999999", BadNumber::TooLarge),
        ] {
            assert_eq!(number_from_text(text, Decimal::Look), Err(expected), "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_date_of_the_allowed_years_is_read_back(year in 1900_i16..=2100, month in 1_i8..=12, day in 1_i8..=28) {
            let written = date(year, month, day);
            prop_assert_eq!(date_from_text(&written.to_string(), &YEARS), Ok(written));
            prop_assert_eq!(date_from_text(&format!("{year}{month:02}{day:02}"), &YEARS), Ok(written));
            prop_assert_eq!(date_from_text(&format!("{day}/{month}/{year}"), &YEARS), Ok(written));
        }

        #[test]
        fn no_text_makes_reading_fail_otherwise_than_with_an_error(text in "\\PC{0,30}") {
            let _ = date_from_text(&text, &YEARS);
            let _ = date_after_pattern(&text, "YYYY-MM-DD", &YEARS);
            let _ = number_from_text(&text, Decimal::Look);
        }
    }
}
