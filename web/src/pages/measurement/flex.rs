//! A flex balance as somebody writes it, in hours, and as it is kept, in minutes.

use rules::amount::{MILLION, divide_half_up, millionths};

use crate::language::Locale;

/// The largest balance that is taken for one, in either direction: hours.
pub(super) const MOST_HOURS: i64 = 999;

/// What may stand for a minus sign: the hyphen, and what telephones and word processors put in its place.
const MINUSES: [char; 3] = ['-', '\u{2212}', '\u{2013}'];

/// Minutes of a balance written in hours: `4`, `-1,5`, `2.25`, or hours and minutes, `7:20`. None when it is no balance.
pub(super) fn read(text: &str) -> Option<i64> {
    let text: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    let (is_negative, magnitude) = match text.strip_prefix(MINUSES) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(&text)),
    };
    if !magnitude.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let minutes = match magnitude.split_once(':') {
        Some((hours, minutes)) => clock(hours, minutes)?,
        None => decimal(magnitude)?,
    };
    let is_likely = minutes <= MOST_HOURS * 60;
    is_likely.then_some(if is_negative { -minutes } else { minutes })
}

fn decimal(text: &str) -> Option<i64> {
    if text.contains('_') {
        return None;
    }
    let hours = millionths(&text.replacen(',', ".", 1), 6).ok()?;
    i64::try_from(divide_half_up(i128::from(hours) * 60, i128::from(MILLION))).ok()
}

fn clock(hours: &str, minutes: &str) -> Option<i64> {
    let is_clock = minutes.len() == 2 && minutes.bytes().all(|byte| byte.is_ascii_digit()) && minutes < "60";
    if !is_clock || hours.len() > 3 {
        return None;
    }
    let (hours, minutes): (i64, i64) = (hours.parse().ok()?, minutes.parse().ok()?);
    Some(hours * 60 + minutes)
}

/// The balance in hours as the language writes it, to two decimals: written so, it is read as the same minutes.
pub(super) fn written(minutes: i64, locale: Locale) -> String {
    let hundredths = divide_half_up(i128::from(minutes) * 100, 60);
    let hours = i64::try_from(hundredths).unwrap_or(0).saturating_mul(MILLION / 100);
    locale.decimal(hours, 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn hours_are_read_with_comma_or_point_and_with_any_minus() {
        for (text, minutes) in [
            ("4", Some(240)),
            ("4,5", Some(270)),
            ("4.5", Some(270)),
            ("+2,25", Some(135)),
            ("-1,5", Some(-90)),
            ("\u{2212}1,5", Some(-90)),
            ("\u{2013} 1,5", Some(-90)),
            ("0", Some(0)),
            ("7:20", Some(440)),
            ("-0:15", Some(-15)),
            ("7,33", Some(440)),
            ("999", Some(59_940)),
            ("999,1", None),
            ("1000", None),
            ("", None),
            ("-", None),
            (",5", None),
            ("5,", None),
            ("1,2,3", None),
            ("1.000,5", None),
            ("1_0", None),
            ("--2", None),
            ("7:60", None),
            ("7:2", None),
            ("7:+2", None),
            ("4 h", None),
            ("much", None),
        ] {
            assert_eq!(read(text), minutes, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_as_the_same_minutes(minutes in -MOST_HOURS * 60..=MOST_HOURS * 60) {
            for locale in Locale::ALL {
                prop_assert_eq!(read(&written(minutes, locale)), Some(minutes));
            }
        }

        #[test]
        fn any_text_is_read_without_failing(text in "\\PC{0,30}") {
            let _ = read(&text);
        }
    }
}
