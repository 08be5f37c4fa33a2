//! What a change of weight model would do to everyone, before it is adopted.

use std::cmp::Ordering;

use jiff::civil::Date;
use serde::Serialize;

use crate::access::Reach;
use crate::amount::{MILLION, Share};
use crate::case::Holding;
use crate::fairness;
use crate::load::{Held, Load, PersonLoad, UnitPart, is_listed, load, unit_parts};
use crate::person::Person;
use crate::sums::{Counted, Figures, sums};
use crate::unit::Tree;
use crate::weight_model::{Band, WeightModel};

/// One person's load with one model and with another, on the same day and with the same cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    /// With the model that is compared with.
    pub before: PersonLoad,
    /// With the other.
    pub after: PersonLoad,
    /// The load before, divided over the units.
    pub parts: Vec<UnitPart>,
    /// The load after, divided over the same units.
    pub parts_after: Vec<UnitPart>,
}

impl Effect {
    /// Of a person who holds `holdings`; none for somebody who is in no list of loads that day.
    #[must_use]
    pub fn of(before: &WeightModel, after: &WeightModel, person: &Person, holdings: &[Holding], on: Date) -> Option<Self> {
        let with = |model| {
            let held: Vec<Held> = holdings.iter().map(|holding| Held::weigh(model, holding)).collect();
            load(model, person, &held.iter().copied(), on)
        };
        let old = with(before);
        is_listed(person, &old, on).then(|| {
            let new = with(after);
            Self {
                parts: unit_parts(before, person, &old, on),
                parts_after: unit_parts(after, person, &new, on),
                before: old,
                after: new,
            }
        })
    }

    /// How much heavier (or, below zero, lighter) the load becomes, as a part of the capacity; none where either has no capacity.
    #[must_use]
    pub fn difference(&self) -> Option<Share> {
        Some(self.after.load.rounded(4)? - self.before.load.rounded(4)?)
    }

    /// Whether the load is over after but was not before.
    #[must_use]
    pub fn goes_over(&self) -> bool {
        self.after.band == Band::Over && self.before.band != Band::Over
    }

    /// Whether the load was over before and is no longer.
    #[must_use]
    pub fn comes_down(&self) -> bool {
        self.before.band == Band::Over && self.after.band != Band::Over
    }
}

/// Which of the two models lets the heaviest loads be lower: [`Ordering::Less`] the one before, [`Ordering::Greater`] the one after. None
/// when either leaves cases out: loads without them say nothing.
#[must_use]
pub fn fairer(effects: &[&Effect]) -> Option<Ordering> {
    let is_whole = |effect: &Effect| effect.before.unweighed == 0 && effect.after.unweighed == 0;
    if !effects.iter().all(|effect| is_whole(effect)) {
        return None;
    }
    let loads = |pick: fn(&Effect) -> Load| -> Vec<Load> {
        let all = effects.iter().map(|effect| pick(effect));
        all.filter(|load| *load != Load::NoCapacity).collect()
    };
    Some(fairness::compare(
        loads(|effect| effect.before.load),
        loads(|effect| effect.after.load),
    ))
}

/// A unit with all under it: its figures with one model and with the other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UnitEffect {
    /// Code.
    pub unit: String,
    /// Name.
    pub name: String,
    /// Code of the unit above, when that is among those asked for.
    pub above: Option<String>,
    /// Before and after; none when they would be about too few people.
    pub figures: Option<(Figures, Figures)>,
}

/// Where one class of changes ends and the next begins, in whole per cent of the capacity, and where the load stays the same.
pub const CLASSES: [i64; 8] = [-20, -10, -5, 0, 0, 5, 10, 20];

/// How the loads of all who are counted change.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Spread {
    /// People.
    pub people: usize,
    /// Who goes over.
    pub go_over: usize,
    /// Who was over and is no longer.
    pub come_down: usize,
    /// People in each class of [`CLASSES`]: less than the first, from the first to under the second and so on; the fifth is those
    /// whose load stays the same. Nobody without capacity is in any.
    pub classes: [usize; 9],
    /// Cases that the model before cannot weigh, and those that the one after cannot.
    pub unweighed: (u32, u32),
}

/// The effect on units and on all who are counted, without names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Effects {
    /// Every unit, each after the one above it.
    pub units: Vec<UnitEffect>,
    /// All people of the topmost units that are shown; none when those are too few.
    pub spread: Option<Spread>,
}

/// The effect on every unit that `reach` covers, with the same groups hidden as in [`sums`].
#[must_use]
pub fn effects(tree: &Tree, reach: &Reach, own: &Reach, people: &[Effect], limit: usize) -> Effects {
    let with = |pick: fn(&Effect) -> (&Vec<UnitPart>, Band)| {
        let counted = people.iter().map(|effect| {
            let (parts, band) = pick(effect);
            Counted {
                parts: parts.clone(),
                band,
                lasting: false,
            }
        });
        sums(tree, reach, own, &counted.collect::<Vec<_>>(), limit)
    };
    let before = with(|effect| (&effect.parts, effect.before.band));
    let after = with(|effect| (&effect.parts_after, effect.after.band));
    let units: Vec<UnitEffect> = before
        .into_iter()
        .zip(after)
        .map(|(before, after)| UnitEffect {
            unit: before.unit,
            name: before.name,
            above: before.above,
            figures: before.figures.zip(after.figures),
        })
        .collect();
    // Who is in a topmost unit that is hidden must not be found as what the whole has beyond those shown.
    let tops: Vec<&str> = units
        .iter()
        .filter(|unit| unit.above.is_none() && unit.figures.is_some())
        .map(|unit| unit.unit.as_str())
        .collect();
    let is_counted = |effect: &&Effect| {
        let mut codes = effect.parts.iter().filter_map(|part| part.unit.as_deref());
        codes.any(|code| tops.iter().any(|top| tree.is_within(code, top)))
    };
    let counted: Vec<&Effect> = people.iter().filter(is_counted).collect();
    let is_own = !tops.is_empty() && tops.iter().all(|top| own.covers_unit(Some(top)));
    let spread = (counted.len() >= limit || is_own).then(|| spread(&counted));
    Effects { units, spread }
}

fn spread(people: &[&Effect]) -> Spread {
    let mut spread = Spread {
        people: people.len(),
        ..Spread::default()
    };
    for effect in people {
        spread.go_over += usize::from(effect.goes_over());
        spread.come_down += usize::from(effect.comes_down());
        spread.unweighed.0 += effect.before.unweighed;
        spread.unweighed.1 += effect.after.unweighed;
        if let Some(difference) = effect.difference() {
            spread.classes[class(difference)] += 1;
        }
    }
    spread
}

/// The place in [`Spread::classes`].
fn class(difference: Share) -> usize {
    let is_beyond = |per_cent: &i64| difference.millionths() * 100 >= per_cent * MILLION;
    match difference.millionths() {
        0 => 4,
        below if below < 0 => CLASSES[..3].iter().filter(|limit| is_beyond(limit)).count(),
        _ => 5 + CLASSES[5..].iter().filter(|limit| is_beyond(limit)).count(),
    }
}
