//! The review of the access log: which readings somebody shall look at again, drawn by lot or because they are unusual.

use std::collections::HashSet;

use jiff::civil::{DateTime, Weekday};
use serde::{Deserialize, Serialize};

/// One reading of others' loads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Who, by the name in the log.
    pub actor: String,
    /// When, by the clock on the wall.
    pub local: DateTime,
    /// Ids of those whose loads were read.
    pub people: Vec<i64>,
    /// How many of them were in no team that the reader led that day.
    pub outside: usize,
}

/// What counts as unusual.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Usual {
    /// First hour of the working day.
    pub from_hour: i8,
    /// The hour from which it is over.
    pub to_hour: i8,
    /// Minutes within which people are counted.
    pub minutes: u16,
    /// More people than this within that time are many.
    pub people: usize,
}

impl Default for Usual {
    fn default() -> Self {
        Self {
            from_hour: 6,
            to_hour: 20,
            minutes: 60,
            people: 40,
        }
    }
}

/// Why a reading is unusual.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unusual {
    /// At night or on a weekend.
    OutsideHours,
    /// One of those by which somebody read of so many people within a short time.
    ManyPeople {
        /// Different people.
        people: usize,
    },
    /// About people in no team that the reader led.
    OutsideTeam {
        /// How many.
        people: usize,
    },
}

/// What is unusual about each entry; `entries` are in order of time.
#[must_use]
pub fn unusual(entries: &[Entry], usual: Usual) -> Vec<Vec<Unusual>> {
    let about = |(place, entry): (usize, &Entry)| {
        let mut reasons = Vec::new();
        let weekend = matches!(entry.local.weekday(), Weekday::Saturday | Weekday::Sunday);
        if weekend || entry.local.hour() < usual.from_hour || entry.local.hour() >= usual.to_hour {
            reasons.push(Unusual::OutsideHours);
        }
        let since = entry
            .local
            .saturating_sub(jiff::Span::new().minutes(i64::from(usual.minutes)));
        let before = entries[..=place].iter().rev().take_while(|other| other.local > since);
        let own = before.filter(|other| other.actor == entry.actor);
        let people: HashSet<i64> = own.flat_map(|other| other.people.iter().copied()).collect();
        if people.len() > usual.people {
            reasons.push(Unusual::ManyPeople { people: people.len() });
        }
        if entry.outside > 0 {
            reasons.push(Unusual::OutsideTeam { people: entry.outside });
        }
        reasons
    };
    entries.iter().enumerate().map(about).collect()
}

/// Places of `size` among `count` things, each as likely as any other, in order; the same `seed` always draws the same, so that whoever
/// checks the review can draw it again.
#[must_use]
pub fn sample(count: usize, size: usize, seed: u64) -> Vec<usize> {
    // SplitMix64 (Steele, Lea and Flood 2014): a published generator of a few lines.
    let mut state = seed;
    let mut next = || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    };
    let mut places: Vec<usize> = (0..count).collect();
    let size = size.min(count);
    for place in 0..size {
        // A remainder of 64 bits prefers no place by more than one in billions.
        let left = u64::try_from(count - place).unwrap_or(1);
        let other = place + usize::try_from(next() % left).unwrap_or(0);
        places.swap(place, other);
    }
    places.truncate(size);
    places.sort_unstable();
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn entry(actor: &str, local: DateTime, people: &[i64]) -> Entry {
        Entry {
            actor: actor.to_owned(),
            local,
            people: people.to_vec(),
            outside: 0,
        }
    }

    #[test]
    fn nights_weekends_many_people_and_other_teams_are_unusual() {
        let tuesday = date(2026, 11, 24);
        let usual = Usual {
            people: 3,
            ..Usual::default()
        };
        let mut entries = vec![
            entry("anna", date(2026, 11, 22).at(10, 0, 0, 0), &[1]),
            entry("anna", tuesday.at(5, 59, 0, 0), &[1]),
            entry("anna", tuesday.at(6, 0, 0, 0), &[1, 2]),
            entry("bo", tuesday.at(6, 10, 0, 0), &[1, 2, 3]),
            entry("anna", tuesday.at(6, 30, 0, 0), &[3, 4]),
            entry("anna", tuesday.at(8, 0, 0, 0), &[5]),
            entry("anna", tuesday.at(20, 0, 0, 0), &[5]),
        ];
        entries[5].outside = 1;
        let expected = [
            vec![Unusual::OutsideHours],
            vec![Unusual::OutsideHours],
            vec![],
            vec![],
            vec![Unusual::ManyPeople { people: 4 }],
            vec![Unusual::OutsideTeam { people: 1 }],
            vec![Unusual::OutsideHours],
        ];
        assert_eq!(unusual(&entries, usual), expected);
    }

    #[test]
    fn a_sample_is_the_same_for_the_same_seed_and_draws_every_entry_about_as_often() {
        assert_eq!(sample(100, 10, 7), sample(100, 10, 7));
        assert_ne!(sample(100, 10, 7), sample(100, 10, 8));
        assert_eq!(sample(3, 10, 7), [0, 1, 2]);
        let mut drawn = [0_u32; 20];
        for seed in 0..2_000 {
            for place in sample(20, 5, seed) {
                drawn[place] += 1;
            }
        }
        // 500 expected; five standard deviations are 97.
        assert!(drawn.iter().all(|times| (403..=597).contains(times)), "{drawn:?}");
    }
}
