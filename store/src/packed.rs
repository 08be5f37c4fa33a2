//! Holdings on their way out of the database: many in one text, since there are hundreds of thousands of them.

use jiff::civil::Date;
use rules::amount::Share;
use rules::case::Part;
use rules::period::Period;

use crate::StoreError;

/// What parts the fields of a holding.
const FIELD: char = '\u{1f}';

/// What parts holdings.
pub(crate) const BETWEEN_HOLDINGS: char = '\u{1e}';

/// One holding, in the words of its text.
pub(crate) struct Packed<'t> {
    pub(crate) person: i64,
    pub(crate) part: Part,
    pub(crate) share: Option<Share>,
    pub(crate) phase_id: i64,
    pub(crate) case_type: &'t str,
    /// Empty where the type has no phases.
    pub(crate) phase: &'t str,
    pub(crate) effort: Option<i64>,
    /// When it is held; where the text does not say, on the one day that was asked for.
    pub(crate) period: Period,
}

impl<'t> Packed<'t> {
    /// Reads a holding: person, part, share, phase id, type, phase, effort id, and, unless it was asked for the one day `day`, its
    /// first day and its end.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`] when the text is no such thing.
    pub(crate) fn read(text: &'t str, day: Date) -> Result<Self, StoreError> {
        Self::from_fields(&mut text.split(FIELD), day).map_err(|Unreadable| StoreError::Corrupt {
            reason: format!("this is no holding: {text:?}"),
        })
    }

    fn from_fields(fields: &mut impl Iterator<Item = &'t str>, day: Date) -> Result<Self, Unreadable> {
        let mut next = || fields.next().ok_or(Unreadable);
        Ok(Self {
            person: number(next()?)?,
            part: part_of(next()?),
            share: optional(next()?, number)?.map(Share::from_millionths),
            phase_id: number(next()?)?,
            case_type: next()?,
            phase: next()?,
            effort: optional(next()?, number)?,
            period: match next()? {
                "" => Period::since(day),
                from => Period::new(self::day(from)?, optional(next()?, self::day)?).map_err(|_| Unreadable)?,
            },
        })
    }
}

/// A field that is not what it must be.
struct Unreadable;

fn number(text: &str) -> Result<i64, Unreadable> {
    text.parse().map_err(|_| Unreadable)
}

/// The part somebody has in a case.
pub(crate) fn part_of(name: &str) -> Part {
    if name == "main" { Part::Main } else { Part::Co }
}

/// Nothing for an empty field; otherwise what it says, which must be readable.
fn optional<T>(field: &str, read: impl FnOnce(&str) -> Result<T, Unreadable>) -> Result<Option<T>, Unreadable> {
    if field.is_empty() { Ok(None) } else { read(field).map(Some) }
}

/// A day as both engines write it: `2026-10-31`. Read by hand, since this is done a million times.
fn day(text: &str) -> Result<Date, Unreadable> {
    let bytes: &[u8; 10] = text.as_bytes().try_into().map_err(|_| Unreadable)?;
    let number = |digits: &[u8]| {
        let next = |sum: i16, digit: &u8| digit.is_ascii_digit().then(|| sum * 10 + i16::from(digit - b'0'));
        digits.iter().try_fold(0, next).ok_or(Unreadable)
    };
    let small = |digits: &[u8]| i8::try_from(number(digits)?).map_err(|_| Unreadable);
    if bytes[4] != b'-' || bytes[7] != b'-' {
        return Err(Unreadable);
    }
    Date::new(number(&bytes[..4])?, small(&bytes[5..7])?, small(&bytes[8..])?).map_err(|_| Unreadable)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const DAY: Date = date(2026, 3, 1);

    #[test]
    fn a_holding_is_read_from_its_text() {
        let text = "7\u{1f}co\u{1f}250000\u{1f}9\u{1f}barn\u{1f}utredning\u{1f}3\u{1f}2026-02-01\u{1f}2026-12-31";
        let packed = Packed::read(text, DAY).expect("a holding");
        assert_eq!((packed.person, packed.phase_id, packed.effort), (7, 9, Some(3)));
        assert_eq!((packed.part, packed.share), (Part::Co, Some(Share::from_millionths(250_000))));
        assert_eq!(
            packed.period,
            Period::new(date(2026, 2, 1), Some(date(2026, 12, 31))).expect("in order")
        );
        assert_eq!((packed.case_type, packed.phase), ("barn", "utredning"));
        let text = "7\u{1f}main\u{1f}\u{1f}9\u{1f}barn\u{1f}\u{1f}\u{1f}";
        let packed = Packed::read(text, DAY).expect("a holding on one day");
        assert_eq!(
            (packed.part, packed.share, packed.effort, packed.phase),
            (Part::Main, None, None, "")
        );
        assert!(packed.period.contains(DAY));
    }

    #[test]
    fn what_is_no_holding_is_an_error_and_no_panic() {
        for text in [
            "",
            "7",
            "x\u{1f}main",
            "7\u{1f}co\u{1f}\u{1f}9\u{1f}barn\u{1f}\u{1f}\u{1f}2026-2-1\u{1f}",
            "7\u{1f}co\u{1f}\u{1f}9\u{1f}barn\u{1f}\u{1f}\u{1f}2026-13-01\u{1f}",
        ] {
            assert!(Packed::read(text, DAY).is_err(), "{text:?}");
        }
    }
}
