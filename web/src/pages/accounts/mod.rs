//! Accounts: who can sign in and with which roles, for whoever administers them.

pub mod new;
pub mod one;

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use jiff::civil::Date;
use rules::access::{Grant, Permission, Role, Scope, scope};
use rules::period::Status;
use store::account::{Account, AccountError, AccountRole, AccountSettings};
use store::password::WeakPassword;
use store::second_factor::recovery_code;
use store::{Reading, StoreError};

use super::administration::{period_in_words, read_period, refuse};
use crate::failure::Failure;
use crate::form::Form;
use crate::language::swedish_order;
use crate::page::{Page, Shown, Visit};
use crate::session::{SignedIn, random};
use crate::site::Site;
use crate::texts::Tr;

#[derive(Template)]
#[template(path = "accounts/list.html")]
struct AccountsPage {
    page: Page,
    accounts: Vec<Line>,
}

/// An account in the list.
struct Line {
    address: String,
    name: String,
    display: String,
    roles: String,
    state: String,
    second_factor: String,
}

/// `GET /accounts`
///
/// # Errors
/// [`Failure`] when the database does not answer.
pub async fn show(State(site): State<Site>, SignedIn(viewer): SignedIn, visit: Visit) -> Result<Shown, Failure> {
    let today = site.now().date();
    let tr = &visit.tr;
    let mut reading = site.store().read(&viewer).await?;
    let units = unit_names(&mut reading).await?;
    let mut accounts = Vec::new();
    for account in reading.accounts().await? {
        let roles = reading.roles_of(account.id).await?;
        let lasting: Vec<String> = roles
            .iter()
            .filter(|role| role.grant.period.status(today) == Status::Current)
            .map(|role| role_in_words(role, &units, tr))
            .collect();
        accounts.push(Line {
            address: format!("/accounts/{}", account.id),
            roles: if lasting.is_empty() {
                tr.text("accounts-no-role")
            } else {
                lasting.join(", ")
            },
            state: state(&account, tr),
            second_factor: tr.text(if account.has_second_factor { "word-yes" } else { "word-no" }),
            name: account.name,
            display: account.display,
        });
    }
    reading.close().await?;
    let page = visit.page("accounts-title");
    Ok(Shown::new(&AccountsPage { page, accounts }))
}

/// The name of each unit by its code.
pub(super) async fn unit_names(reading: &mut Reading) -> Result<BTreeMap<String, String>, StoreError> {
    let tree = reading.units().await?;
    Ok(tree
        .units()
        .iter()
        .map(|unit| (unit.code.clone(), unit.name.clone()))
        .collect())
}

/// A role and where: `Gruppledare, Gruppen söder`.
pub(super) fn role_in_words(role: &AccountRole, units: &BTreeMap<String, String>, tr: &Tr) -> String {
    grant_in_words(&role.grant, units, tr)
}

/// As [`role_in_words`], for what a token was given.
pub(super) fn grant_in_words(grant: &Grant, units: &BTreeMap<String, String>, tr: &Tr) -> String {
    let name = tr.text(&format!("role-{}", grant.role.id()));
    match &grant.unit {
        None => name,
        Some(code) => format!("{name} ({})", units.get(code).unwrap_or(code)),
    }
}

/// The roles to choose from.
pub(super) fn offered(tr: &Tr) -> Vec<(String, String)> {
    let mut offered = vec![(String::new(), tr.text("accounts-choose-role"))];
    offered.extend(Role::ALL.map(|role| (role.id().to_owned(), tr.text(&format!("role-{}", role.id())))));
    offered
}

/// Where a role can be given.
pub(super) fn places(units: &BTreeMap<String, String>, tr: &Tr) -> Vec<(String, String)> {
    let mut places: Vec<(String, String)> = units.iter().map(|(code, name)| (code.clone(), name.clone())).collect();
    places.sort_by_cached_key(|(_, name)| swedish_order(name));
    places.insert(0, (String::new(), tr.text("accounts-everywhere")));
    places
}

/// The role that shall be given, from the fields `role`, `unit`, `from` and `last`; the faults are in the form.
pub(super) fn grant(form: &mut Form, units: &BTreeMap<String, String>, today: Date, tr: &Tr) -> Option<Grant> {
    let role = Role::from_id(form.value("role"));
    if role.is_none() {
        form.refuse("role", tr.text("accounts-choose-role"));
    }
    let unit = Some(form.value("unit").to_owned()).filter(|unit| !unit.is_empty());
    if unit.as_ref().is_some_and(|unit| !units.contains_key(unit)) {
        form.refuse("unit", tr.text("accounts-no-unit"));
    }
    // Somebody who leads everything leads nobody's team.
    let leads = |role| scope(role, Permission::LoadByName) == Scope::Team;
    if unit.is_none() && role.is_some_and(leads) {
        form.refuse("unit", tr.text("accounts-unit-needed"));
    }
    let period = read_period(form, "from", "last", today, tr);
    let is_right = form.is_right();
    let (role, period) = (role?, period?);
    is_right.then_some(Grant { role, unit, period })
}

fn state(account: &Account, tr: &Tr) -> String {
    tr.text(match (account.disabled, account.has_password) {
        (true, _) => "accounts-state-disabled",
        (false, true) => "accounts-state-in-use",
        (false, false) => "accounts-state-no-password",
    })
}

/// A password that nobody can guess, to be told once: groups of small letters and figures.
fn generated(settings: &AccountSettings) -> Result<String, Failure> {
    let mut password = recovery_code(random()?).to_lowercase();
    while password.chars().count() < settings.minimum_length {
        password = format!("{password}-{}", recovery_code(random()?).to_lowercase());
    }
    Ok(password)
}

/// Puts what the store refused into the form, at the field it is about; what is no fault of the form goes on.
pub(super) fn refused(form: &mut Form, error: AccountError, tr: &Tr) -> Result<(), Failure> {
    let day = |day: Date| tr.locale().day(day);
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    match error {
        AccountError::Weak(weak) => {
            let sentence = match weak {
                WeakPassword::Short { minimum } => tr.counted("password-short", count(minimum)),
                WeakPassword::Long { maximum } => tr.counted("password-long", count(maximum)),
                WeakPassword::Common => tr.text("password-common"),
                WeakPassword::Name => tr.text("password-name"),
            };
            form.refuse("password", sentence);
        }
        AccountError::Same => form.refuse("password", tr.text("password-same")),
        AccountError::Wrong => form.refuse("present", tr.text("password-wrong")),
        AccountError::Wait { .. } => form.refuse("present", tr.text("password-wait")),
        AccountError::NameTaken { .. } => form.refuse("name", tr.text("accounts-name-taken")),
        AccountError::NoName { .. } => refuse(form, "name", &tr.text("accounts-no-name")),
        AccountError::NoDisplay => form.refuse("display", tr.text("accounts-no-display")),
        AccountError::IdentityNumber => {
            super::administration::refuse_identity_numbers(form, &["name", "display"], tr);
        }
        AccountError::NoPerson => form.refuse("person", tr.text("accounts-no-person")),
        AccountError::LastAdministrator => form.refuse_all(tr.text("accounts-last-administrator")),
        AccountError::Overlapping { from, until } => {
            let period = rules::period::Period::new(from, until).map_err(|_| Failure::Internal)?;
            let words = period_in_words(period, tr);
            form.refuse("role", tr.with("accounts-overlapping", "period", &words));
        }
        AccountError::NoUnit { .. } => form.refuse("unit", tr.text("accounts-no-unit")),
        AccountError::Backwards { from, .. } => {
            form.refuse("ends", tr.with("accounts-backwards", "from", &day(from)));
        }
        AccountError::Store(StoreError::NotThere) => return Err(Failure::NotFound),
        AccountError::Store(error) => return Err(error.into()),
        AccountError::Unusable(error) => {
            tracing::error!(%error, "the settings of passwords cannot be used");
            return Err(Failure::Internal);
        }
    }
    Ok(())
}

/// The one person with this number or name, for an account to be linked to; the faults are in the form.
pub(super) async fn person(reading: &mut Reading, form: &mut Form, tr: &Tr) -> Result<Option<i64>, StoreError> {
    let written = form.value("person").to_owned();
    if written.is_empty() {
        return Ok(None);
    }
    let found = reading.find_person(&written).await?;
    match found.as_slice() {
        [one] => Ok(Some(one.id)),
        [] => {
            refuse(form, "person", &tr.text("accounts-no-person"));
            Ok(None)
        }
        _ => {
            form.refuse("person", tr.text("accounts-several-people"));
            Ok(None)
        }
    }
}
