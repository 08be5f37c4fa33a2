//! Access: what somebody who is signed in may see and do on a day, decided by one table.
//!
//! Least access: nothing is allowed that no row of [`TABLE`] allows. A named person's load is for that person and for the supervisor of
//! the team; whoever leads, follows up or administers sees sums and tasks, not people.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::period::Period;
use crate::unit::Tree;

/// What somebody is trusted to do in the program; see [`crate::person::Role`] for what somebody is employed as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// *Socialsekreterare*, *handläggare*: the own load.
    Caseworker,
    /// *Gruppledare*, *1:e socialsekreterare*: the people of the unit.
    Supervisor,
    /// *Enhetschef*, *områdeschef*: sums of the unit and all under it.
    Head,
    /// HR: people and their employments, no cases.
    HumanResources,
    /// *Administratör*, *transportör*: no loads.
    Relief,
    /// *Samordnare*: no loads.
    Coordinator,
    /// *Skyddsombud*: sums and overloads that lasted, never a name.
    SafetyRepresentative,
    /// Accounts, import, settings and logs.
    Administrator,
}

impl Role {
    /// Every role, in the order of the columns of [`TABLE`].
    pub const ALL: [Self; 8] = [
        Self::Caseworker,
        Self::Supervisor,
        Self::Head,
        Self::HumanResources,
        Self::Relief,
        Self::Coordinator,
        Self::SafetyRepresentative,
        Self::Administrator,
    ];

    /// The id used in the database, on the command line and in answers.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Caseworker => "caseworker",
            Self::Supervisor => "supervisor",
            Self::Head => "head",
            Self::HumanResources => "hr",
            Self::Relief => "relief",
            Self::Coordinator => "coordinator",
            Self::SafetyRepresentative => "safety-representative",
            Self::Administrator => "administrator",
        }
    }

    /// The role with this id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.id() == id)
    }
}

/// How far a permission reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Nowhere.
    Nothing,
    /// To the viewer's own person.
    Own,
    /// To the people and cases of the granted unit itself.
    Team,
    /// To the granted unit and all under it; with no unit, to the whole organisation.
    Tree,
    /// Everywhere, whichever unit was granted.
    All,
}

/// What can be asked of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Permission {
    /// The own load with its lines, and who else looked.
    OwnLoad,
    /// A named colleague's load, lines, cases and measurements, and the part of the supervisor in the dialogue about them.
    LoadByName,
    /// Cases that wait for somebody to hold them.
    Unallocated,
    /// Giving a case to somebody, moving it, and saying what it needs.
    Allocate,
    /// The clocks of the law on cases: the own cases, or those of the team and of whoever holds them by name.
    Deadlines,
    /// Sums of units, without names.
    UnitSums,
    /// Overloads that lasted, dialogues that are overdue and whether actions were done: numbers for each unit, without names.
    LastingOverloads,
    /// Who works where: names, units and employments; no cases and no loads.
    People,
    /// Reading the weight models: everybody is weighed by them, so everybody may.
    WeightModels,
    /// Adopting a weight model.
    AdoptModel,
    /// Taking in lists from other systems.
    Import,
    /// Accounts and roles.
    Accounts,
    /// Settings and the catalogue of actions.
    Settings,
    /// The event log.
    EventLog,
    /// Reviewing the access log.
    ReviewAccess,
    /// Plans to rebalance: which cases change hands, and sums; loads by name only with [`Self::LoadByName`].
    Rebalance,
}

/// The whole of who may do what: a row for each permission, a column for each of [`Role::ALL`].
#[rustfmt::skip]
pub const TABLE: [(Permission, [Scope; 8]); 16] = {
    use Scope::{All, Nothing as No, Own, Team, Tree as Below};
    [
        //                             caseworker supervisor head  hr  relief coord.   safety administrator
        (Permission::OwnLoad,          [Own,       Own,       Own,  No, No,    No,      No,    No]),
        (Permission::LoadByName,       [No,        Team,      No,   No, No,    No,      No,    No]),
        (Permission::Unallocated,      [No,        Team,      No,   No, No,    No,      No,    No]),
        (Permission::Allocate,         [No,        Team,      No,   No, No,    No,      No,    No]),
        (Permission::Deadlines,        [Own,       Team,      Own,  No, No,    No,      No,    No]),
        (Permission::UnitSums,         [No,        Team,      Below,No, No,    No,      Below, No]),
        (Permission::LastingOverloads, [No,        Team,      Below,No, No,    No,      Below, No]),
        (Permission::People,           [Own,       Team,      No,   All,No,    No,      No,    All]),
        (Permission::WeightModels,     [All,       All,       All,  All,All,   All,     All,   All]),
        (Permission::AdoptModel,       [No,        No,        No,   No, No,    No,      No,    All]),
        (Permission::Import,           [No,        No,        No,   No, No,    No,      No,    All]),
        (Permission::Accounts,         [No,        No,        No,   No, No,    No,      No,    All]),
        (Permission::Settings,         [No,        No,        No,   No, No,    No,      No,    All]),
        (Permission::EventLog,         [No,        No,        No,   No, No,    No,      No,    All]),
        (Permission::ReviewAccess,     [No,        No,        No,   No, No,    No,      No,    All]),
        (Permission::Rebalance,        [No,        Team,      Below,No, No,    No,      No,    No]),
    ]
};

/// How far a permission reaches for a role.
#[must_use]
pub fn scope(role: Role, permission: Permission) -> Scope {
    let column = Role::ALL.iter().position(|known| *known == role);
    let row = TABLE.iter().find(|(known, _)| *known == permission);
    match (row, column) {
        (Some((_, scopes)), Some(column)) => scopes[column],
        _ => Scope::Nothing,
    }
}

/// A role that somebody has in a unit, from a day and perhaps until one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// The role.
    pub role: Role,
    /// Code of the unit it is held in; none for the whole organisation, which gives nobody a team.
    pub unit: Option<String>,
    /// When.
    pub period: Period,
}

/// Everything somebody is trusted with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Authority {
    /// Whoever runs the program beside its database, and the program's own jobs: everything.
    Everything,
    /// Somebody with an account: what these grants give, each on its own days.
    Granted(Vec<Grant>),
}

impl Authority {
    /// Whether anything at all can be asked by this permission on `day`.
    #[must_use]
    pub fn may(&self, permission: Permission, day: Date) -> bool {
        match self {
            Self::Everything => true,
            Self::Granted(grants) => counting(grants, day).any(|grant| match scope(grant.role, permission) {
                Scope::Nothing => false,
                Scope::Team => grant.unit.is_some(),
                Scope::Own | Scope::Tree | Scope::All => true,
            }),
        }
    }

    /// How far a permission reaches on `day`.
    #[must_use]
    pub fn reach(&self, permission: Permission, tree: &Tree, day: Date) -> Reach {
        let mut reach = Reach::default();
        let Self::Granted(grants) = self else {
            reach.everywhere = true;
            return reach;
        };
        for grant in counting(grants, day) {
            match (scope(grant.role, permission), &grant.unit) {
                (Scope::Nothing, _) | (Scope::Team, None) => {}
                (Scope::Own, _) => reach.own = true,
                (Scope::Team, Some(unit)) => {
                    reach.units.insert(unit.clone());
                }
                (Scope::Tree, Some(top)) => {
                    let below = tree.units().iter().filter(|unit| tree.is_within(&unit.code, top));
                    reach.units.extend(below.map(|unit| unit.code.clone()));
                }
                (Scope::Tree, None) | (Scope::All, _) => reach.everywhere = true,
            }
        }
        reach
    }
}

fn counting(grants: &[Grant], day: Date) -> impl Iterator<Item = &Grant> {
    grants.iter().filter(move |grant| grant.period.contains(day))
}

/// Until when something that several hold in turn is held without a gap, counted from `day`: none when it never ends, `day` itself when
/// nobody holds it then.
#[must_use]
pub fn held_until(periods: impl IntoIterator<Item = Period>, day: Date) -> Option<Date> {
    let periods: Vec<Period> = periods.into_iter().collect();
    let mut until = day;
    loop {
        let holding: Vec<&Period> = periods.iter().filter(|period| period.contains(until)).collect();
        if holding.iter().any(|period| period.to().is_none()) {
            return None;
        }
        match holding.iter().filter_map(|period| period.to()).max() {
            Some(later) => until = later,
            None => return Some(until),
        }
    }
}

/// How far a permission reaches: the own person, some units, or everywhere.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reach {
    /// Everywhere.
    pub everywhere: bool,
    /// The own person.
    pub own: bool,
    /// Codes of the units.
    pub units: BTreeSet<String>,
}

impl Reach {
    /// Whether it reaches nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.everywhere && !self.own && self.units.is_empty()
    }

    /// Whether it reaches the unit with this code; `None` is whatever is in no unit.
    #[must_use]
    pub fn covers_unit(&self, code: Option<&str>) -> bool {
        self.everywhere || code.is_some_and(|code| self.units.contains(code))
    }

    /// Whether it reaches somebody: oneself, or whoever is in one of the units.
    #[must_use]
    pub fn covers<'u>(&self, is_self: bool, units: impl IntoIterator<Item = &'u str>) -> bool {
        self.everywhere || (self.own && is_self) || units.into_iter().any(|code| self.units.contains(code))
    }

    /// This and another together.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.everywhere |= other.everywhere;
        self.own |= other.own;
        self.units.extend(other.units);
        self
    }
}

/// A part of an organisation that sums are shown for: so many people, and the place of the part above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Group {
    /// People counted in it, those of the parts under it too.
    pub people: usize,
    /// Place of the part above it among all; none at the top. Parts stand after the one above them.
    pub above: Option<usize>,
}

/// Which groups may be shown to somebody who does not lead the team: those of at least `limit` people, and none whose difference to
/// the groups under it would show fewer. An empty group is shown: it is about nobody.
#[must_use]
pub fn shown(groups: &[Group], limit: usize) -> Vec<bool> {
    let small = |people: usize| people > 0 && people < limit;
    let mut shown: Vec<bool> = groups.iter().map(|group| !small(group.people)).collect();
    // From the top: what a group has beyond those shown under it must itself be nobody or enough people.
    for place in 0..groups.len() {
        if !shown[place] {
            continue;
        }
        let mut below: Vec<usize> = (0..groups.len())
            .filter(|part| groups[*part].above == Some(place) && shown[*part] && groups[*part].people > 0)
            .collect();
        below.sort_by_key(|part| (groups[*part].people, *part));
        let mut rest = groups[place].people
            - below
                .iter()
                .map(|part| groups[*part].people)
                .sum::<usize>()
                .min(groups[place].people);
        for part in below {
            if !small(rest) {
                break;
            }
            shown[part] = false;
            rest += groups[part].people;
        }
    }
    // Nothing hangs below what is hidden: the same difference could be taken one step further up.
    for place in 0..groups.len() {
        shown[place] &= groups[place]
            .above
            .is_none_or(|above| groups[above].people == 0 || shown[above]);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn what_is_held_in_turn_is_held_until_the_first_gap() {
        let day = date(2026, 10, 31);
        let period = |from, to| Period::new(from, to).expect("in order");
        let (new_year, summer, autumn) = (date(2027, 1, 1), date(2027, 6, 1), date(2027, 9, 1));
        let first = period(date(2026, 1, 1), Some(new_year));
        let next = period(date(2026, 12, 1), Some(summer));
        let lasting = Period::since(autumn);
        for (periods, expected) in [
            (vec![], Some(day)),
            (vec![lasting], Some(day)),
            (vec![first], Some(new_year)),
            (vec![next, first], Some(summer)),
            (vec![first, next, lasting], Some(summer)),
            (vec![first, Period::since(new_year)], None),
        ] {
            assert_eq!(held_until(periods, day), expected);
        }
    }
}
