//! Personal identity numbers: nothing that carries one may come in, so every text is looked through for them.
//!
//! The shape is that of the Swedish personal identity number (*personnummer*) and coordination number (*samordningsnummer*):
//! a date of birth, three digits and a check digit; Population Registration Act (*folkbokföringslagen*, 1991:481), sections 18
//! and 18 a, and Skatteverket's brochure SKV 704. In a coordination number 60 is added to the day.

/// What may stand between the date and the last four digits: hyphen, plus sign (from the year a person turns 100), spaces,
/// and the dashes and minus signs that word processors put in their place.
const SEPARATORS: [&[u8]; 20] = [
    b"-",
    b"+",
    b" ",
    "\u{00a0}".as_bytes(),
    "\u{00ad}".as_bytes(),
    "\u{2007}".as_bytes(),
    "\u{2009}".as_bytes(),
    "\u{2010}".as_bytes(),
    "\u{2011}".as_bytes(),
    "\u{2012}".as_bytes(),
    "\u{2013}".as_bytes(),
    "\u{2014}".as_bytes(),
    "\u{2015}".as_bytes(),
    "\u{202f}".as_bytes(),
    "\u{2043}".as_bytes(),
    "\u{2212}".as_bytes(),
    "\u{fe58}".as_bytes(),
    "\u{fe63}".as_bytes(),
    "\u{ff0b}".as_bytes(),
    "\u{ff0d}".as_bytes(),
];

/// At most this many separators in a row still hold a number together, as in `811218 - 9876`.
const MOST_SEPARATORS: usize = 3;

/// Whether a personal identity or coordination number stands anywhere in `text`.
///
/// Ten digits (`YYMMDD-NNNN`) or twelve (`YYYYMMDD-NNNN`), with a hyphen, a plus sign, spaces, a Unicode dash or nothing before the last
/// four, bounded by something that is no digit. The date must exist (with twelve digits in the years 1800–2099; with ten in any of those
/// centuries), in a coordination number with 60 added to the day, and the check digit must be right.
#[must_use]
pub fn contains(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    // A number needs ten bytes at least, so the search stops where fewer are left.
    while at + 10 <= bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let end = digits_end(bytes, at);
        let found = match end - at {
            10 | 12 => is_number(&bytes[at..end], &[], Kinds::All),
            6 | 8 => {
                let last = after_separators(bytes, end);
                let last_end = digits_end(bytes, last);
                last > end && last_end - last == 4 && is_number(&bytes[at..end], &bytes[last..last_end], Kinds::All)
            }
            _ => false,
        };
        if found {
            return true;
        }
        at = end;
    }
    false
}

/// Whether a spreadsheet's number cell holds a personal identity or coordination number.
///
/// Whole numbers of ten and twelve digits are tried as in [`contains`]. One of nine digits is tried with the leading zero that the
/// spreadsheet took away (born in a year that ends in 01–09), as a personal identity number only. Shorter ones are not tried: too many
/// ordinary references would be refused.
#[must_use]
pub fn in_number(value: f64) -> bool {
    if !(1e8..1e12).contains(&value) || value.fract() != 0.0 {
        return false;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a whole number within 10^8 and 10^12"
    )]
    let mut rest = value as u64;
    let mut digits = [b'0'; 12];
    let mut first = digits.len();
    while rest > 0 {
        first -= 1;
        digits[first] = b'0' + u8::try_from(rest % 10).unwrap_or(0);
        rest /= 10;
    }
    match digits.len() - first {
        10 | 12 => is_number(&digits[first..], &[], Kinds::All),
        9 => is_number(&digits[first - 1..], &[], Kinds::PersonalOnly),
        _ => false,
    }
}

/// Which numbers are looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kinds {
    /// Personal identity and coordination numbers.
    All,
    /// Personal identity numbers only.
    PersonalOnly,
}

/// Where the run of digits that begins at `at` ends.
fn digits_end(bytes: &[u8], at: usize) -> usize {
    bytes[at..]
        .iter()
        .position(|byte| !byte.is_ascii_digit())
        .map_or(bytes.len(), |length| at + length)
}

/// Where up to [`MOST_SEPARATORS`] separators that begin at `at` end.
fn after_separators(bytes: &[u8], mut at: usize) -> usize {
    for _ in 0..MOST_SEPARATORS {
        match SEPARATORS.iter().find(|separator| bytes[at..].starts_with(separator)) {
            Some(separator) => at += separator.len(),
            None => break,
        }
    }
    at
}

/// Whether the digits `first` followed by `last`, ten or twelve in all, are a number.
fn is_number(first: &[u8], last: &[u8], kinds: Kinds) -> bool {
    let mut digits = [0_u8; 12];
    let length = first.len() + last.len();
    for (digit, byte) in digits.iter_mut().zip(first.iter().chain(last)) {
        *digit = byte - b'0';
    }
    let (century, ten) = digits[..length].split_at(length - 10);
    has_right_check_digit(ten) && has_real_date(century, ten, kinds)
}

/// Luhn's check over the ten digits without the century.
fn has_right_check_digit(ten: &[u8]) -> bool {
    let sum: u32 = ten
        .iter()
        .enumerate()
        .map(|(place, digit)| {
            let weighted = u32::from(*digit) * if place % 2 == 0 { 2 } else { 1 };
            weighted / 10 + weighted % 10
        })
        .sum();
    sum.is_multiple_of(10)
}

/// Whether the first six of the ten digits are a date, in the given century or, without one, in any from the 1800s to the 2000s.
fn has_real_date(century: &[u8], ten: &[u8], kinds: Kinds) -> bool {
    let pair = |place: usize| i16::from(ten[place]) * 10 + i16::from(ten[place + 1]);
    let (year, month, day) = (pair(0), pair(2), pair(4));
    let day = match kinds {
        Kinds::All if day > 60 => day - 60,
        _ => day,
    };
    let (Ok(month), Ok(day)) = (i8::try_from(month), i8::try_from(day)) else {
        return false;
    };
    let exists = |hundreds: i16| jiff::civil::Date::new(hundreds * 100 + year, month, day).is_ok();
    match *century {
        [1, last @ (8 | 9)] => exists(10 + i16::from(last)),
        [2, 0] => exists(20),
        [] => [18, 19, 20].into_iter().any(exists),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Numbers that Skatteverket publishes as examples (SKV 704 and the register of test numbers) or that are built from their
    /// published rule.
    #[test]
    fn numbers_are_found_however_they_are_written() {
        for text in [
            "640823-3234", // SKV 704: personal identity number
            "701063-2391", // SKV 704: coordination number, day 3 + 60
            "6408233234",
            "196408233234",
            "19640823-3234",
            "19640823+3234",
            "640823+3234",
            "640823 3234",
            "640823\u{2013}3234",
            "640823\u{2212}3234",
            "640823\u{2011}3234",
            "640823 - 3234",
            "19640823\u{a0}3234",
            "19701063-2391",
            "197010632391",
            "18900118-9811", // Skatteverket's test numbers: more than a hundred years old
            "900118+9811",
            "20170515-9588",
            "about 640823-3234, see the file",
            "no 6408233234.",
            "(640823-3234)",
            "nr640823-3234x",
            "1 640823-3234",
            "000229-0000 or 121212-1212", // the example most forms print
        ] {
            assert!(contains(text), "{text}");
        }
    }

    #[test]
    fn what_only_looks_alike_is_let_through() {
        for text in [
            "",
            "640823-323",
            "640823-3235",   // wrong check digit
            "640823-32345",  // five digits at the end
            "1640823-3234",  // seven digits before
            "641323-3238",   // month 13
            "19640832-3233", // day 32
            "17640823-3234", // the 1700s
            "21640823-3234", // the 2100s
            "640823_3234",
            "640823/3234",
            "640823----3234",
            "2024-000807", // a case reference
            "2024-03-10;2024-04-28",
            "20240310 20240428",
            "196408233234000",
            "0701234567",
        ] {
            assert!(!contains(text), "{text}");
        }
    }

    #[test]
    fn a_leap_day_counts_when_any_century_has_it() {
        for (first, exists) in [
            ("000229", true),
            ("040229", true),
            ("010229", false),
            ("19000229", false),
            ("20000229", true),
        ] {
            let ten: String = first.chars().rev().take(6).collect::<Vec<_>>().into_iter().rev().collect();
            let number = format!("{first}-{}", last_four(&ten, 123));
            assert_eq!(contains(&number), exists, "{first}");
        }
    }

    #[test]
    fn a_spreadsheet_number_is_looked_at_with_its_lost_zero() {
        for (value, expected) in [
            (6_408_233_234.0, true),
            (196_408_233_234.0, true),
            (7_010_632_391.0, true),
            (6_408_233_235.0, false),
            (6_408_233_234.5, false),
            (-6_408_233_234.0, false),
            (f64::NAN, false),
            (f64::INFINITY, false),
            (45_679.0, false),
        ] {
            assert_eq!(in_number(value), expected, "{value}");
        }
        let personal: f64 = format!("40229{}", last_four("040229", 238)).parse().expect("a number");
        let coordination: f64 = format!("40289{}", last_four("040289", 238)).parse().expect("a number");
        assert!(in_number(personal));
        assert!(!in_number(coordination));
    }

    /// The three digits and the check digit that go with a date of six digits.
    fn last_four(date: &str, serial: u32) -> String {
        let nine = format!("{date}{serial:03}");
        let check = (0..10).find(|check| {
            let ten: Vec<u8> = format!("{nine}{check}").bytes().map(|byte| byte - b'0').collect();
            has_right_check_digit(&ten)
        });
        format!("{serial:03}{}", check.expect("one of ten fits"))
    }

    prop_compose! {
        fn number()(year in 1800_i16..2100, month in 1_i8..=12, day in 1_i8..=28, plus in prop::bool::ANY, serial in 0_u32..1000,
                    long in prop::bool::ANY, separator in prop::sample::select(vec!["", "-", "+", " ", "\u{2013}", "\u{2212}"])) -> String {
            let day = if plus { day + 60 } else { day };
            let six = format!("{:02}{month:02}{day:02}", year % 100);
            let century = if long { format!("{:02}", year / 100) } else { String::new() };
            format!("{century}{six}{separator}{}", last_four(&six, serial))
        }
    }

    proptest! {
        #[test]
        fn every_number_is_found_and_no_other_check_digit(number in number(), wrong in 1_u8..10) {
            prop_assert!(contains(&number));
            let (rest, check) = number.split_at(number.len() - 1);
            let check: u8 = check.parse().expect("a digit");
            let changed = format!("{rest}{}", (check + wrong) % 10);
            prop_assert!(!contains(&changed));
        }

        #[test]
        fn text_around_a_number_does_not_hide_it(number in number(), before in "[^0-9]{0,20}", after in "[^0-9]{0,20}") {
            let text = format!("{before}{number}{after}");
            prop_assert!(contains(&text));
        }

        #[test]
        fn one_more_digit_on_either_side_makes_it_something_else(number in number(), digit in 0_u8..10) {
            // "1" + ten digits with a separator is seven digits and four; eleven or thirteen without.
            let text = format!("{digit}{number}");
            prop_assert!(!contains(&text), "{}", text.len());
        }

        #[test]
        fn any_text_is_read_without_failing(text in "\\PC{0,60}") {
            let _ = contains(&text);
        }
    }
}
