//! Made-up people and cases in the numbers that the benchmarks want.

use std::sync::Arc;

use jiff::ToSpan as _;
use jiff::civil::Date;
use rules::amount::Share;
use rules::case::{Effort, FactorValue};
use rules::period::Period;
use rules::person::{Extent, Role};
use store::import::record::{EmploymentRecord, PhaseRecord, Record};

/// A small generator (xorshift), the same for a seed everywhere.
pub struct Draw(u64);

impl Draw {
    pub const fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number from 0 up to, not including, `limit`.
    pub fn below(&mut self, limit: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        u32::try_from((self.0 >> 33) % u64::from(limit.max(1))).unwrap_or(0)
    }
}

/// The day on which the made-up municipality is looked at.
pub const DAY: Date = jiff::civil::date(2026, 10, 31);

/// The first number of the made-up people.
pub const FIRST: u32 = 1_000;

/// People, each with `open` phases on [`DAY`] and as many that ended within the year before it.
pub fn municipality(people: u32, open: u32) -> Vec<Record> {
    let mut draw = Draw::new(7);
    let mut records: Vec<Record> = (0..people)
        .map(|place| Record::Employment(employment(FIRST + place, &mut draw)))
        .collect();
    let mut case = 0;
    for person in FIRST..FIRST + people {
        for place in 0..open * 2 {
            case += 1;
            records.push(Record::Phase(phase(case, person, place < open, &mut draw)));
        }
    }
    records
}

/// Teams of ten people each, with `open` phases on [`DAY`] and `closed` that ended within the ten years before it. Team 7 is unit `T7`.
pub fn decade(people: u32, open: u32, closed: u32) -> Vec<Record> {
    let mut draw = Draw::new(11);
    let mut records: Vec<Record> = (0..people)
        .map(|place| {
            let mut post = employment(FIRST + place, &mut draw);
            post.unit = Some(format!("T{}", place / 10));
            Record::Employment(post)
        })
        .collect();
    let mut case = 0;
    for person in FIRST..FIRST + people {
        for place in 0..open + closed {
            case += 1;
            let mut record = phase(case, person, place < open, &mut draw);
            if place >= open {
                let start = back(DAY, 130 + draw.below(3_500));
                let end = start.saturating_add(i64::from(1 + draw.below(120)).days());
                record.period = Period::new(start, Some(end)).unwrap_or(record.period);
                record.received = Some(start);
            }
            records.push(Record::Phase(record));
        }
    }
    records
}

fn employment(number: u32, draw: &mut Draw) -> EmploymentRecord {
    let share = [1_000_000, 1_000_000, 800_000, 750_000][draw.below(4) as usize];
    EmploymentRecord {
        person: number.to_string(),
        also_known_as: Vec::new(),
        name: format!("Person {number}"),
        email: None,
        degree: None,
        in_profession_since: Some(back(DAY, draw.below(4_000))),
        unit: Some(format!("U{}", number % 700)),
        title: None,
        role: Role::Caseworker,
        form: None,
        extent: Extent::OfFullTime(Share::from_millionths(share)),
        period: Period::since(back(DAY, 4_000)),
        end_reason: None,
    }
}

fn phase(case: u32, person: u32, is_open: bool, draw: &mut Draw) -> PhaseRecord {
    let start = back(
        DAY,
        draw.below(if is_open { 120 } else { 240 }) + if is_open { 0 } else { 125 },
    );
    let end = (!is_open).then(|| start.saturating_add(i64::from(draw.below(120)).days()));
    let (case_type, phase) = [
        ("barn", "forhandsbedomning"),
        ("barn", "utredning"),
        ("barn", "insats"),
        ("placering", "insats"),
    ][draw.below(4) as usize];
    let mut effort = Effort::new();
    effort.insert("barn".to_owned(), FactorValue::Count(1 + draw.below(4)));
    for factor in ["tolk", "konflikt"] {
        if draw.below(5) == 0 {
            effort.insert(factor.to_owned(), FactorValue::Flag(true));
        }
    }
    PhaseRecord {
        reference: format!("2026-{case:07}"),
        case_type: case_type.into(),
        phase: Some(phase.into()),
        unit: None,
        received: Some(start),
        period: Period::new(start, end).unwrap_or(Period::since(start)),
        main: Some(person.to_string().into()),
        co: Vec::new(),
        effort: Arc::new(effort),
        sibling_group: None,
        extended_to: None,
    }
}

/// So many days before.
fn back(day: Date, days: u32) -> Date {
    day.saturating_sub(i64::from(days).days())
}
