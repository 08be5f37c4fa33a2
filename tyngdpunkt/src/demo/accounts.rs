//! Who can sign in to the demonstration: an account for each role, linked to somebody of the municipality where somebody has the work.
//!
//! Which accounts there are is data (`demo/accounts.toml`); whose they are is decided by looking at the municipality on the day.

use std::cmp::Reverse;

use jiff::civil::Date;
use rules::access::{Grant, Role};
use rules::period::Period;
use rules::person;
use rules::unit::Tree;
use rules::weight_model::Band;
use serde::Deserialize;
use store::account::{Account, AccountError, AccountSettings};
use store::{Store, StoreError};
use web::site::DemonstrationSignIn;

use crate::failure::Failure;
use crate::sentences;
use crate::session::Session;

/// The accounts of the demonstration, and the password of them all.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accounts {
    password: String,
    account: Vec<Planned>,
}

/// One of them.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Planned {
    name: String,
    role: Role,
    unit: Option<Place>,
    employed: Option<person::Role>,
    #[serde(default)]
    bands: Vec<Band>,
    display: Option<String>,
}

/// The unit that a role is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Place {
    /// The team that the first caseworker is in.
    Team,
    /// The unit above it.
    Above,
}

/// Somebody at work in a unit on the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Employed {
    /// Id of the person in this database.
    pub person: i64,
    /// Employment number.
    pub number: String,
    /// Name, as shown.
    pub name: String,
    /// Code of the unit.
    pub unit: String,
    /// What the person does there.
    pub role: person::Role,
    /// First day of the employment.
    pub since: Date,
    /// Where the person's load lies.
    pub band: Band,
}

/// An account with whose it is and the unit that its role is for.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Wanted {
    name: String,
    display: String,
    person: Option<i64>,
    role: Role,
    unit: Option<String>,
}

impl Planned {
    /// How near somebody's load is to the one looked for; none where it is none of them.
    fn nearness(&self, one: &Employed) -> Option<usize> {
        match self.bands.as_slice() {
            [] => Some(0),
            bands => bands.iter().position(|band| *band == one.band),
        }
    }

    /// Whether somebody does the work that the account is for.
    fn suits(&self, one: &Employed) -> bool {
        self.employed == Some(one.role) && self.nearness(one).is_some()
    }

    /// Whether the person decides the unit: a caseworker is looked for by load, in the team before elsewhere.
    fn follows_person(&self) -> bool {
        !self.bands.is_empty()
    }

    /// Whether somebody is where the account is for; `place` is its unit.
    fn reaches(&self, one: &Employed, place: Option<&str>) -> bool {
        self.follows_person() || self.unit.is_none() || place == Some(&one.unit)
    }

    fn of(&self, one: Option<&Employed>, unit: Option<&str>) -> Wanted {
        let display = one.map(|one| &one.name).or(self.display.as_ref()).unwrap_or(&self.name);
        Wanted {
            name: self.name.clone(),
            display: display.clone(),
            person: one.map(|one| one.person),
            role: self.role,
            unit: unit.map(str::to_owned),
        }
    }
}

impl Accounts {
    /// Those that come with the product.
    ///
    /// # Errors
    /// When they are not in order, which a test rules out.
    pub fn shipped() -> Result<Self, toml::de::Error> {
        toml::from_str(include_str!("../../../demo/accounts.toml"))
    }

    /// The password of them all.
    #[must_use]
    pub fn password(&self) -> &str {
        &self.password
    }

    /// Whether each of them is there and can be signed in to. The password is given last, so an account that has one is whole.
    #[must_use]
    pub fn are_all_among(&self, known: &[Account]) -> bool {
        self.account.iter().all(|planned| whole(known, &planned.name).is_some())
    }

    /// The ways to sign in that there are; an account out of use is none.
    #[must_use]
    pub fn sign_ins(&self, known: &[Account]) -> Vec<DemonstrationSignIn> {
        let sign_in = |planned: &Planned| {
            let account = whole(known, &planned.name).filter(|account| !account.disabled)?;
            Some(DemonstrationSignIn {
                account: account.name.clone(),
                password: self.password.clone(),
                display: account.display.clone(),
                role: planned.role,
            })
        };
        self.account.iter().filter_map(sign_in).collect()
    }

    /// Adds those that are not there, and finishes those that an interruption left without password. What is whole stays as it is.
    pub async fn add(
        &self,
        store: &Store,
        known: &[Account],
        staff: &[Employed],
        tree: &Tree,
        from: Date,
        session: &Session,
    ) -> Result<(), Failure> {
        let viewer = session.viewer();
        let failed = |error: AccountError| sentences::account(&error, &session.language);
        let missing = self.wanted(staff, tree, known).into_iter();
        for wanted in missing.filter(|wanted| whole(known, &wanted.name).is_none()) {
            let begun = known.iter().find(|account| account.name == wanted.name);
            let id = match begun {
                Some(account) => account.id,
                None => store
                    .add_account(&viewer, &wanted.name, &wanted.display, wanted.person)
                    .await
                    .map_err(failed)?,
            };
            let of_store = |error: StoreError| sentences::store(&error, &session.language);
            let roles = session.read(store).await?.roles_of(id).await.map_err(of_store)?;
            if roles.is_empty() {
                let grant = Grant {
                    role: wanted.role,
                    unit: wanted.unit,
                    period: Period::since(from),
                };
                store.give_role(&viewer, id, &grant).await.map_err(failed)?;
            }
            let settings = AccountSettings::default();
            store
                .set_password(&viewer, id, &self.password, session.salt()?, &settings)
                .await
                .map_err(failed)?;
        }
        Ok(())
    }

    /// Whose each account is to be. One that is for a unit is left out when there is no such unit, as for a second caseworker where
    /// there is only one. Accounts that are there already keep the person they have, and the others go by them.
    fn wanted(&self, staff: &[Employed], tree: &Tree, known: &[Account]) -> Vec<Wanted> {
        let mut team: Option<&str> = None;
        let mut taken: Vec<i64> = Vec::new();
        let mut all = Vec::new();
        for planned in &self.account {
            let place = match planned.unit {
                None => None,
                Some(Place::Team) => team,
                Some(Place::Above) => team.and_then(|team| tree.unit(team)?.parent.as_deref()),
            };
            let has = known.iter().find(|account| account.name == planned.name);
            let candidates = staff.iter().filter(|one| match has {
                Some(account) => account.person == Some(one.person),
                None => planned.suits(one) && planned.reaches(one, place) && !taken.contains(&one.person),
            });
            let chosen = candidates.min_by_key(|one| self.order(planned, one, place, staff));
            let unit = if planned.follows_person() {
                chosen.map(|one| one.unit.as_str())
            } else {
                place
            };
            if planned.unit.is_some() && unit.is_none() {
                continue;
            }
            team = team.or(unit);
            taken.extend(chosen.map(|one| one.person));
            all.push(planned.of(chosen, unit));
        }
        all
    }

    /// The order in which people are taken: by their load; then those of the team, or while there is none those of the team that
    /// shows most; then whoever has been there longest, who has most to look back on.
    fn order<'s>(&self, planned: &Planned, one: &'s Employed, team: Option<&str>, staff: &[Employed]) -> impl Ord + use<'s> {
        let colleagues = || staff.iter().filter(|other| other.unit == one.unit);
        let shows = self.account.iter().filter(|account| {
            account.unit == Some(Place::Team)
                && colleagues().any(|other| account.suits(other) && account.nearness(other) == Some(0))
        });
        (
            planned.nearness(one),
            team.is_some_and(|team| team != one.unit),
            Reverse(shows.count()),
            (one.since, &one.number),
        )
    }
}

/// The account with this name, if it has all it needs.
fn whole<'a>(known: &'a [Account], name: &str) -> Option<&'a Account> {
    known.iter().find(|account| account.name == name && account.has_password)
}

#[cfg(test)]
#[path = "accounts_tests.rs"]
mod tests;
