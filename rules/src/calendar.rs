//! The calendar of Swedish law: public holidays, working days, and time counted in days, weeks, months and years.

use std::fmt;

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday, date};
use serde::Deserialize;

/// A length of time in an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Length {
    /// So many days. The day it is counted from is not one of them.
    Days(u16),
    /// So many weeks: until the day of the same name.
    Weeks(u16),
    /// So many months: until the day of the same number.
    Months(u16),
    /// So many years.
    Years(u16),
}

impl Length {
    /// The last day of this time, counted from `day`.
    ///
    /// Weeks, months and years as section 1 of lagen (1930:173) om beräkning av lagstadgad tid says: the last day answers by its name in
    /// the week or its number in the month to the day it is counted from; where the last month has no such day, it is the month's last.
    #[must_use]
    pub fn after(self, day: Date) -> Date {
        let span = match self {
            Self::Days(days) => i64::from(days).days(),
            Self::Weeks(weeks) => i64::from(weeks).weeks(),
            Self::Months(months) => i64::from(months).months(),
            Self::Years(years) => i64::from(years).years(),
        };
        day.checked_add(span).unwrap_or(Date::MAX)
    }

    /// How many, and the name of the unit: `days`, `weeks`, `months` or `years`.
    #[must_use]
    pub const fn parts(self) -> (u16, &'static str) {
        match self {
            Self::Days(count) => (count, "days"),
            Self::Weeks(count) => (count, "weeks"),
            Self::Months(count) => (count, "months"),
            Self::Years(count) => (count, "years"),
        }
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (count, unit) = self.parts();
        let unit = if count == 1 { &unit[..unit.len() - 1] } else { unit };
        write!(f, "{count} {unit}")
    }
}

/// A text that is no length of time.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is no length of time: write a whole number and days, weeks, months or years, such as \"14 days\"")]
pub struct NoLength(pub String);

impl TryFrom<String> for Length {
    type Error = NoLength;

    fn try_from(text: String) -> Result<Self, NoLength> {
        let parts = text.split_once(' ').and_then(|(count, unit)| {
            let count = count.parse().ok().filter(|count| (1..=1000).contains(count))?;
            Some(match unit {
                "day" | "days" => Self::Days(count),
                "week" | "weeks" => Self::Weeks(count),
                "month" | "months" => Self::Months(count),
                "year" | "years" => Self::Years(count),
                _ => return None,
            })
        });
        parts.ok_or(NoLength(text))
    }
}

impl<'de> Deserialize<'de> for Length {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::try_from(String::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

/// A day on which offices are closed although it is no Saturday or ordinary Sunday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Holiday {
    /// *Nyårsdagen*, 1 January.
    NewYearsDay,
    /// *Trettondedag jul*, 6 January.
    Epiphany,
    /// *Långfredagen*, the Friday before Easter.
    GoodFriday,
    /// *Påskdagen*.
    EasterSunday,
    /// *Annandag påsk*.
    EasterMonday,
    /// *Första maj*.
    MayDay,
    /// *Kristi himmelsfärdsdag*, the sixth Thursday after Easter.
    AscensionDay,
    /// *Pingstdagen*, the seventh Sunday after Easter.
    WhitSunday,
    /// *Annandag pingst*, until 2004.
    WhitMonday,
    /// *Sveriges nationaldag*, 6 June, from 2005.
    NationalDay,
    /// *Midsommarafton*: no public holiday, but counted as one by lagen (1930:173).
    MidsummerEve,
    /// *Midsommardagen*, the Saturday from 20 to 26 June.
    MidsummerDay,
    /// *Alla helgons dag*, the Saturday from 31 October to 6 November.
    AllSaintsDay,
    /// *Julafton*: no public holiday, but counted as one by lagen (1930:173).
    ChristmasEve,
    /// *Juldagen*, 25 December.
    ChristmasDay,
    /// *Annandag jul*, 26 December.
    SecondDayOfChristmas,
    /// *Nyårsafton*: no public holiday, but counted as one by lagen (1930:173).
    NewYearsEve,
}

impl Holiday {
    /// Whether it is a public holiday by lagen (1989:253) om allmänna helgdagar, and not only an eve.
    #[must_use]
    pub const fn is_public(self) -> bool {
        !matches!(self, Self::MidsummerEve | Self::ChristmasEve | Self::NewYearsEve)
    }
}

/// The holidays of a year by lagen (1989:253) om allmänna helgdagar as it stands since 2005 (before that Whit Monday and not the national
/// day), and the three eves of lagen (1930:173), in the order of the calendar. Years from 1583 to 9999.
#[must_use]
pub fn holidays(year: i16) -> Vec<(Date, Holiday)> {
    let easter = easter_sunday(year);
    let from_easter = |days: i64| easter.checked_add(days.days()).unwrap_or(easter);
    let midsummer = saturday_from(date(year, 6, 20));
    let mut days = vec![
        (date(year, 1, 1), Holiday::NewYearsDay),
        (date(year, 1, 6), Holiday::Epiphany),
        (from_easter(-2), Holiday::GoodFriday),
        (easter, Holiday::EasterSunday),
        (from_easter(1), Holiday::EasterMonday),
        (date(year, 5, 1), Holiday::MayDay),
        (from_easter(39), Holiday::AscensionDay),
        (from_easter(49), Holiday::WhitSunday),
        (midsummer.yesterday().unwrap_or(midsummer), Holiday::MidsummerEve),
        (midsummer, Holiday::MidsummerDay),
        (saturday_from(date(year, 10, 31)), Holiday::AllSaintsDay),
        (date(year, 12, 24), Holiday::ChristmasEve),
        (date(year, 12, 25), Holiday::ChristmasDay),
        (date(year, 12, 26), Holiday::SecondDayOfChristmas),
        (date(year, 12, 31), Holiday::NewYearsEve),
    ];
    days.push(if year < 2005 {
        (from_easter(50), Holiday::WhitMonday)
    } else {
        (date(year, 6, 6), Holiday::NationalDay)
    });
    days.sort_unstable();
    days
}

/// Which holiday a day is.
#[must_use]
pub fn holiday(day: Date) -> Option<Holiday> {
    holidays(day.year())
        .into_iter()
        .find(|(found, _)| *found == day)
        .map(|(_, holiday)| holiday)
}

/// Whether a day is neither a Saturday nor a Sunday, a public holiday or one of the eves that section 2 of lagen (1930:173) names.
#[must_use]
pub fn is_working_day(day: Date) -> bool {
    !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && holiday(day).is_none()
}

/// The day itself if it is a working day, otherwise the next that is: when something that an act wants done by `day` may still be done, by
/// section 2 of lagen (1930:173).
#[must_use]
pub fn working_day_from(day: Date) -> Date {
    day.series(1.day()).find(|day| is_working_day(*day)).unwrap_or(day)
}

/// Working days after `today` until and with `last`; none when `last` is today or past.
#[must_use]
pub fn working_days_left(today: Date, last: Date) -> u32 {
    let Ok(first) = today.tomorrow() else { return 0 };
    if last < first {
        return 0;
    }
    // Whole years apart, the holidays of each are found once, not once a day.
    let mut count = 0;
    for year in first.year()..=last.year() {
        let (from, to) = (first.max(date(year, 1, 1)), last.min(date(year, 12, 31)));
        // Ascension Day can be the first of May: a day off once.
        let mut closed: Vec<Date> = holidays(year).into_iter().map(|(day, _)| day).collect();
        closed.dedup();
        let closed = closed.into_iter().filter(|day| (from..=to).contains(day) && is_weekday(*day));
        count += weekdays(from, to) - u32::try_from(closed.count()).unwrap_or(0);
    }
    count
}

fn is_weekday(day: Date) -> bool {
    !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// Days from Monday to Friday, both ends counted.
fn weekdays(from: Date, to: Date) -> u32 {
    let days = u32::try_from(from.duration_until(to).as_hours() / 24 + 1).unwrap_or(0);
    let rest = from.series(1.day()).take((days % 7) as usize).filter(|day| is_weekday(*day));
    days / 7 * 5 + u32::try_from(rest.count()).unwrap_or(0)
}

/// The first Saturday that is not before `day`.
fn saturday_from(day: Date) -> Date {
    day.series(1.day())
        .find(|day| day.weekday() == Weekday::Saturday)
        .unwrap_or(day)
}

/// Easter Sunday of the Gregorian calendar: the anonymous algorithm published in Nature, 20 April 1876, as in Meeus, Astronomical
/// Algorithms (1991), chapter 8.
fn easter_sunday(year: i16) -> Date {
    let year_number = i32::from(year);
    let golden = year_number % 19;
    let (century, of_century) = (year_number / 100, year_number % 100);
    let (leap_centuries, century_rest) = (century / 4, century % 4);
    let moon_correction = (century + 8) / 25;
    let correction = (century - moon_correction + 1) / 3;
    let epact = (19 * golden + century - leap_centuries - correction + 15) % 30;
    let (leap_years, year_rest) = (of_century / 4, of_century % 4);
    let to_sunday = (32 + 2 * century_rest + 2 * leap_years - epact - year_rest) % 7;
    let late = (golden + 11 * epact + 22 * to_sunday) / 451;
    let number = epact + to_sunday - 7 * late + 114;
    let part = |number: i32| i8::try_from(number).unwrap_or(1);
    date(year, part(number / 31), part(number % 31 + 1))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Made with the published package `holidays` 0.109 (`holidays.Sweden(years=range(2020, 2031), include_sundays=False)`).
    const PUBLISHED: &str = include_str!("../tests/data/holidays-2020-2030.txt");

    #[test]
    fn the_public_holidays_of_2020_to_2030_are_those_of_a_published_list() {
        let published: Vec<Date> = PUBLISHED.lines().map(|line| line.parse().expect("a day")).collect();
        assert!(published.len() > 130);
        let ours: Vec<Date> = (2020..=2030)
            .flat_map(holidays)
            .filter(|(_, holiday)| holiday.is_public())
            .map(|(day, _)| day)
            .collect();
        assert_eq!(ours, published);
    }

    #[test]
    fn a_month_ends_on_the_day_of_the_same_number_or_the_months_last() {
        for (from, length, last) in [
            (date(2026, 1, 15), Length::Months(4), date(2026, 5, 15)),
            (date(2026, 10, 31), Length::Months(4), date(2027, 2, 28)),
            (date(2027, 10, 31), Length::Months(4), date(2028, 2, 29)),
            (date(2026, 2, 28), Length::Months(6), date(2026, 8, 28)),
            (date(2024, 2, 29), Length::Years(1), date(2025, 2, 28)),
            (date(2024, 2, 29), Length::Years(4), date(2028, 2, 29)),
            (date(2026, 12, 20), Length::Days(14), date(2027, 1, 3)),
            (date(2026, 2, 20), Length::Weeks(1), date(2026, 2, 27)),
            (date(2028, 2, 20), Length::Weeks(4), date(2028, 3, 19)),
        ] {
            assert_eq!(length.after(from), last, "{length} from {from}");
        }
    }

    #[test]
    fn what_falls_on_a_day_off_may_be_done_on_the_next_working_day() {
        for (day, next) in [
            (date(2026, 11, 25), date(2026, 11, 25)),
            (date(2026, 11, 28), date(2026, 11, 30)),
            (date(2026, 4, 3), date(2026, 4, 7)),     // Good Friday
            (date(2026, 6, 19), date(2026, 6, 22)),   // Midsummer Eve
            (date(2026, 12, 24), date(2026, 12, 28)), // Christmas, then a weekend
            (date(2026, 12, 31), date(2027, 1, 4)),   // New Year's Eve
            (date(2026, 5, 14), date(2026, 5, 15)),   // Ascension Day
        ] {
            assert_eq!(working_day_from(day), next, "{day}");
        }
    }

    #[test]
    fn a_text_that_is_no_length_says_what_one_looks_like() {
        for (text, length) in [
            ("1 week", Length::Weeks(1)),
            ("14 days", Length::Days(14)),
            ("2 years", Length::Years(2)),
        ] {
            assert_eq!(Length::try_from(text.to_owned()), Ok(length));
        }
        for text in ["", "week", "0 days", "-1 days", "1.5 months", "4 moons", "99999 days"] {
            let error = Length::try_from(text.to_owned()).expect_err(text);
            assert!(error.to_string().contains("14 days"), "{error}");
        }
    }

    fn day() -> impl Strategy<Value = Date> {
        (0_i64..60_000).prop_map(|days| date(1950, 1, 1).checked_add(days.days()).expect("within the calendar"))
    }

    proptest! {
        #[test]
        fn working_days_left_are_those_one_counts_one_by_one(today in day(), ahead in -30_i64..900) {
            let last = today.checked_add(ahead.days()).expect("within the calendar");
            let counted = today.series(1.day()).skip(1).take_while(|day| *day <= last).filter(|day| is_working_day(*day)).count();
            prop_assert_eq!(working_days_left(today, last) as usize, counted);
        }

        #[test]
        fn a_time_never_ends_before_it_begins_and_a_longer_one_never_earlier(from in day(), short in 1_u16..40, more in 0_u16..40) {
            for length in [Length::Days, Length::Weeks, Length::Months, Length::Years] {
                prop_assert!(length(short).after(from) > from);
                prop_assert!(length(short + more).after(from) >= length(short).after(from));
            }
        }

        #[test]
        fn easter_is_a_sunday_from_22_march_to_25_april(year in 1900_i16..2300) {
            let easter = easter_sunday(year);
            prop_assert_eq!(easter.weekday(), Weekday::Sunday);
            prop_assert!((date(year, 3, 22)..=date(year, 4, 25)).contains(&easter));
        }
    }
}
