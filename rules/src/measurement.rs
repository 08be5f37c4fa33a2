//! Measurement: one person's month as it stood, beside how heavy the person felt it was, and when the two must be talked about.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::overload::Overload;
use crate::weight_model::Band;

/// How heavy somebody says the month was: 1 much too light, 3 as it should be, 5 much too heavy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Rating(u8);

/// A rating is 1 to 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0} is no rating from 1 to 5")]
pub struct NoRating(pub u8);

impl TryFrom<u8> for Rating {
    type Error = NoRating;
    fn try_from(number: u8) -> Result<Self, NoRating> {
        if (1..=5).contains(&number) {
            Ok(Self(number))
        } else {
            Err(NoRating(number))
        }
    }
}

impl From<Rating> for u8 {
    fn from(rating: Rating) -> Self {
        rating.0
    }
}

/// Steps between a rating and a band: the bands low, balance, high and over lie at 2, 3, 4 and 5. None without capacity, where there is no
/// load to compare with.
#[must_use]
pub fn difference(rating: Rating, band: Band) -> Option<u8> {
    let place: u8 = match band {
        Band::Low => 2,
        Band::Balance => 3,
        Band::High => 4,
        Band::Over => 5,
        Band::NoCapacity => return None,
    };
    Some(place.abs_diff(rating.0))
}

/// From this difference on, the two must be talked about.
pub const STEPS: u8 = 2;

/// Why a dialogue is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// The person's own rating and the band lie this many steps apart.
    Differs {
        /// Steps.
        steps: u8,
    },
    /// It has been too much for as long as the model's rule says.
    TooMuch {
        /// The first day of it.
        since: Date,
    },
}

/// Why a dialogue about a measurement is due; nothing when it is not. Where it is, a plan is required.
#[must_use]
pub fn reasons(rating: Option<Rating>, band: Band, overload: Option<Overload>) -> Vec<Reason> {
    let steps = rating
        .and_then(|rating| difference(rating, band))
        .filter(|steps| *steps >= STEPS);
    let differs = steps.map(|steps| Reason::Differs { steps });
    let too_much = overload
        .filter(|overload| overload.due)
        .map(|overload| Reason::TooMuch { since: overload.since });
    differs.into_iter().chain(too_much).collect()
}

/// Whether a dialogue that has been due since `since` without being concluded goes to the head on `today`: after `days` days.
#[must_use]
pub fn goes_to_head(since: Date, today: Date, days: u16) -> bool {
    let last = since.saturating_add(jiff::Span::new().days(i64::from(days)));
    today > last
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_dialogue_is_due_from_two_steps_between_rating_and_band() {
        for (rating, band, steps, due) in [
            (1, Band::Low, Some(1), false),
            (3, Band::Low, Some(1), false),
            (4, Band::Low, Some(2), true),
            (3, Band::Balance, Some(0), false),
            (5, Band::Balance, Some(2), true),
            (1, Band::Balance, Some(2), true),
            (2, Band::High, Some(2), true),
            (4, Band::Over, Some(1), false),
            (3, Band::Over, Some(2), true),
            (5, Band::NoCapacity, None, false),
        ] {
            let rating = Rating::try_from(rating).expect("a rating");
            assert_eq!(difference(rating, band), steps, "{rating:?} {band:?}");
            assert_eq!(!reasons(Some(rating), band, None).is_empty(), due, "{rating:?} {band:?}");
        }
        assert_eq!(
            (Rating::try_from(0), Rating::try_from(6)),
            (Err(NoRating(0)), Err(NoRating(6)))
        );
    }

    #[test]
    fn a_dialogue_is_due_when_it_has_been_too_much_for_the_models_weeks_also_without_a_rating() {
        let since = date(2026, 10, 1);
        let overload = |due| Some(Overload { since, days: 29, due });
        assert_eq!(reasons(None, Band::Over, overload(true)), [Reason::TooMuch { since }]);
        assert_eq!(reasons(None, Band::Over, overload(false)), []);
    }

    #[test]
    fn it_goes_to_the_head_the_day_after_the_last_one_of_the_time_given() {
        let since = date(2026, 10, 31);
        assert!(!goes_to_head(since, date(2026, 11, 14), 14));
        assert!(goes_to_head(since, date(2026, 11, 15), 14));
        assert!(goes_to_head(since, date(2026, 11, 1), 0));
    }
}
