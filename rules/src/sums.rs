//! Sums: how the load lies in units, for those who see no names.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use crate::access::{Group, Reach, shown};
use crate::amount::Points;
use crate::load::{Load, UnitPart};
use crate::unit::{Tree, Unit};
use crate::weight_model::Band;

/// What of one person counts in sums.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// The load, divided over the units.
    pub parts: Vec<UnitPart>,
    /// The band of the whole load.
    pub band: Band,
    /// Whether it has been too much for as long as the model's rule says.
    pub lasting: bool,
}

/// The load of a unit and all under it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UnitSum {
    /// Code.
    pub unit: String,
    /// Name.
    pub name: String,
    /// Code of the unit above, when that is among those asked for.
    pub above: Option<String>,
    /// The figures; none when they would be about too few people.
    pub figures: Option<Figures>,
}

/// The figures of a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Figures {
    /// People; somebody in two units counts in each of them.
    pub people: usize,
    /// Points held.
    pub points: Points,
    /// Capacity.
    pub capacity: Points,
    /// Points ÷ capacity.
    pub load: Load,
    /// How many people are in each band; bands with nobody are left out.
    pub bands: BTreeMap<Band, usize>,
    /// For how many it has been too much for as long as the model's rule says.
    pub lasting: usize,
}

/// The sums of every unit that `reach` covers, each after the one above it.
///
/// Units under `own`, which the viewer leads and sees by name anyway, are always shown; of the others those whose figures would be about
/// fewer than `limit` people, by themselves or as a difference to others, are not.
#[must_use]
pub fn sums(tree: &Tree, reach: &Reach, own: &Reach, people: &[Counted], limit: usize) -> Vec<UnitSum> {
    let units = from_the_top(tree, reach);
    let place: HashMap<&str, usize> = units
        .iter()
        .enumerate()
        .map(|(place, (unit, _))| (unit.code.as_str(), place))
        .collect();
    let mut figures: Vec<Figures> = units.iter().map(|_| nobody()).collect();
    for person in people {
        for part in &person.parts {
            let mut at = part.unit.as_deref().and_then(|code| place.get(code)).copied();
            while let Some(current) = at {
                add(&mut figures[current], person, part);
                at = units[current].1;
            }
        }
    }
    let groups: Vec<Group> = units
        .iter()
        .zip(&figures)
        .map(|((_, above), figures)| Group {
            people: figures.people,
            above: *above,
        })
        .collect();
    let shown = shown(&groups, limit);
    let sums = units
        .iter()
        .zip(figures)
        .zip(shown)
        .map(|(((unit, above), mut figures), shown)| {
            figures.load = Load::of(figures.points, figures.capacity);
            UnitSum {
                unit: unit.code.clone(),
                name: unit.name.clone(),
                above: above.and_then(|above| units.get(above)).map(|(above, _)| above.code.clone()),
                figures: (shown || own.covers_unit(Some(&unit.code))).then_some(figures),
            }
        });
    sums.collect()
}

fn nobody() -> Figures {
    Figures {
        people: 0,
        points: Points::ZERO,
        capacity: Points::ZERO,
        load: Load::NoCapacity,
        bands: BTreeMap::new(),
        lasting: 0,
    }
}

fn add(figures: &mut Figures, person: &Counted, part: &UnitPart) {
    figures.people += 1;
    figures.points += part.points;
    figures.capacity += part.capacity;
    *figures.bands.entry(person.band).or_default() += 1;
    figures.lasting += usize::from(person.lasting);
}

/// The units that `reach` covers, each after the one above it and with its place.
fn from_the_top<'t>(tree: &'t Tree, reach: &Reach) -> Vec<(&'t Unit, Option<usize>)> {
    let covered = |unit: &&Unit| reach.covers_unit(Some(&unit.code));
    let is_top = |unit: &&Unit| {
        let above = unit.parent.as_deref();
        above.is_none_or(|above| !reach.covers_unit(Some(above)))
    };
    let mut units: Vec<(&Unit, Option<usize>)> = Vec::new();
    let mut waiting: Vec<(&Unit, Option<usize>)> = tree
        .units()
        .iter()
        .filter(covered)
        .filter(is_top)
        .map(|unit| (unit, None))
        .collect();
    waiting.reverse();
    while let Some((unit, above)) = waiting.pop() {
        let place = units.len();
        units.push((unit, above));
        let below = tree.units().iter().filter(covered);
        let below = below.filter(|part| part.parent.as_deref() == Some(unit.code.as_str()));
        let mut below: Vec<_> = below.map(|part| (part, Some(place))).collect();
        below.reverse();
        waiting.extend(below);
    }
    units
}
