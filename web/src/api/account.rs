//! Accounts: who can sign in, and which roles each has.

use axum::Json;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use jiff::civil::Date;
use rules::access::Grant;
use rules::period::Period;
use serde::{Deserialize, Serialize};
use store::account::{Account, AccountRole};
use utoipa::ToSchema;

use super::answer::{Empty, Made, Nothing, Page, Paging, made};
use super::ask::{Asked, Id, Sent};
use super::person::RoleId;
use super::problem::Refusal;
use crate::session::SignedIn;
use crate::site::Site;

/// An account.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct AccountOf {
    /// Id.
    pub id: i64,
    /// The name to sign in by; it stands in the log.
    pub name: String,
    /// The name as shown.
    pub display: String,
    /// Id of the person it is linked to.
    pub person: Option<i64>,
    /// That person's employment number.
    pub number: Option<String>,
    /// Whether it is out of use.
    pub disabled: bool,
    /// Whether it has a password.
    pub has_password: bool,
    /// Whether it has a second factor.
    pub has_second_factor: bool,
}

impl From<Account> for AccountOf {
    fn from(account: Account) -> Self {
        Self {
            id: account.id,
            name: account.name,
            display: account.display,
            person: account.person,
            number: account.number,
            disabled: account.disabled,
            has_password: account.has_password,
            has_second_factor: account.has_second_factor,
        }
    }
}

/// An account and its roles.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct AccountWithRoles {
    /// The account.
    #[serde(flatten)]
    pub of: AccountOf,
    /// Its roles, past and coming ones too.
    pub roles: Vec<RoleOf>,
}

/// A role that an account has.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct RoleOf {
    /// Id of the row, to end it by.
    pub id: i64,
    /// The role and where it is held.
    #[serde(flatten)]
    pub of: GrantOf,
}

/// A role, where it is held, and when.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct GrantOf {
    /// The role.
    pub role: RoleId,
    /// Code of the unit; null for the whole organisation.
    pub unit: Option<String>,
    /// The first day.
    pub from: Date,
    /// The first day on which it no longer counts; null while it lasts.
    pub until: Option<Date>,
}

impl From<AccountRole> for RoleOf {
    fn from(role: AccountRole) -> Self {
        Self {
            id: role.id,
            of: role.grant.into(),
        }
    }
}

impl From<Grant> for GrantOf {
    fn from(grant: Grant) -> Self {
        Self {
            role: grant.role.into(),
            unit: grant.unit,
            from: grant.period.from(),
            until: grant.period.to(),
        }
    }
}

/// A role to be given.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "role": "supervisor", "unit": "south", "from": "2026-11-01" }))]
pub(crate) struct NewRole {
    /// The role.
    pub role: RoleId,
    /// Code of the unit; the whole organisation when nothing is said.
    pub unit: Option<String>,
    /// The first day; today when nothing is said.
    pub from: Option<Date>,
    /// The first day on which it no longer counts; without it, it lasts.
    pub until: Option<Date>,
}

impl NewRole {
    /// The grant, which begins `today` when it does not say when.
    pub(super) fn grant(self, today: Date, pointer: &str) -> Result<Grant, Refusal> {
        let from = self.from.unwrap_or(today);
        let period = Period::new(from, self.until)
            .map_err(|_| Refusal::refused(format!("{pointer}/until"), "backwards").saying("from", &from))?;
        Ok(Grant {
            role: self.role.into(),
            unit: self.unit,
            period,
        })
    }
}

/// Accounts.
#[utoipa::path(get, path = "/api/v1/accounts", operation_id = "listAccounts", tag = "accounts", params(Paging),
    responses((status = 200, description = "A page of accounts, by id", body = Page<AccountOf>)))]
pub(crate) async fn list(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    uri: Uri,
    Asked(asked): Asked<Paging>,
) -> Result<Response, Refusal> {
    let mut reading = site.store().read(&viewer).await?;
    let accounts = reading.accounts().await?;
    reading.close().await?;
    Ok(asked.page(accounts, |account| account.id, AccountOf::from)?.at(&uri))
}

/// An account.
///
/// With its roles.
#[utoipa::path(get, path = "/api/v1/accounts/{id}", operation_id = "getAccount", tag = "accounts",
    params(("id" = i64, Path, description = "Id of the account", minimum = 1)),
    responses((status = 200, description = "The account", body = AccountWithRoles)))]
pub(crate) async fn one(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Id(id): Id,
    Asked(_): Asked<Nothing>,
) -> Result<Json<AccountWithRoles>, Refusal> {
    let mut reading = site.store().read(&viewer).await?;
    let found = reading.accounts().await?.into_iter().find(|account| account.id == id);
    let account = found.ok_or_else(Refusal::not_found)?;
    let roles = reading.roles_of(id).await?;
    reading.close().await?;
    Ok(Json(AccountWithRoles {
        of: account.into(),
        roles: roles.into_iter().map(Into::into).collect(),
    }))
}

/// An account to be added.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "name": "anna.ek", "display": "Anna Ek", "person": 12 }))]
pub(crate) struct NewAccount {
    /// The name to sign in by: letters, figures and `.`, `-`, `_`, `@`.
    #[schema(min_length = 1, max_length = 80)]
    pub name: String,
    /// The name as shown; the same when nothing is said.
    #[schema(min_length = 1, max_length = 200)]
    pub display: Option<String>,
    /// Id of the person it is linked to.
    #[schema(minimum = 1)]
    pub person: Option<i64>,
}

/// Add an account.
///
/// Without password and roles. Passwords are set in the pages, never here.
#[utoipa::path(post, path = "/api/v1/accounts", operation_id = "addAccount", tag = "accounts", request_body = NewAccount,
    responses((status = 201, description = "It is added", body = Made)))]
pub(crate) async fn add(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Asked(_): Asked<Nothing>,
    Sent(sent): Sent<NewAccount>,
) -> Result<Response, Refusal> {
    let display = sent.display.as_deref().unwrap_or(&sent.name);
    if !(1..=200).contains(&display.chars().count()) && sent.display.is_some() {
        return Err(Refusal::malformed("/display", "too-long").saying("maximum", &200));
    }
    for (pointer, text) in [("/name", sent.name.as_str()), ("/display", display)] {
        if rules::identity_number::contains(text) {
            return Err(Refusal::refused(pointer, "identity-number"));
        }
    }
    let id = site.store().add_account(&viewer, &sent.name, display, sent.person).await?;
    Ok(made(id, &format!("/api/v1/accounts/{id}")))
}

/// Take an account out of use.
///
/// Ends its sessions; its roles and its name in the log stay.
#[utoipa::path(post, path = "/api/v1/accounts/{id}/disable", operation_id = "disableAccount", tag = "accounts",
    params(("id" = i64, Path, description = "Id of the account", minimum = 1)), request_body = Empty,
    responses((status = 200, description = "It is out of use", body = Made)))]
pub(crate) async fn disable(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Id(id): Id,
    Asked(_): Asked<Nothing>,
    Sent(_): Sent<Empty>,
) -> Result<Json<Made>, Refusal> {
    site.store().disable_account(&viewer, id, true).await?;
    Ok(Json(Made { id }))
}

/// Take an account into use again.
#[utoipa::path(post, path = "/api/v1/accounts/{id}/enable", operation_id = "enableAccount", tag = "accounts",
    params(("id" = i64, Path, description = "Id of the account", minimum = 1)), request_body = Empty,
    responses((status = 200, description = "It is in use", body = Made)))]
pub(crate) async fn enable(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Id(id): Id,
    Asked(_): Asked<Nothing>,
    Sent(_): Sent<Empty>,
) -> Result<Json<Made>, Refusal> {
    site.store().disable_account(&viewer, id, false).await?;
    Ok(Json(Made { id }))
}

/// End all sessions of an account.
#[utoipa::path(post, path = "/api/v1/accounts/{id}/sign-out", operation_id = "signOutAccount", tag = "accounts",
    params(("id" = i64, Path, description = "Id of the account", minimum = 1)), request_body = Empty,
    responses((status = 200, description = "Nobody is signed in to it", body = Made)))]
pub(crate) async fn sign_out(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Id(id): Id,
    Asked(_): Asked<Nothing>,
    Sent(_): Sent<Empty>,
) -> Result<Json<Made>, Refusal> {
    site.store().revoke_all_sessions(&viewer, id, None).await?;
    Ok(Json(Made { id }))
}

/// Give a role.
#[utoipa::path(post, path = "/api/v1/accounts/{id}/roles", operation_id = "giveRole", tag = "accounts",
    params(("id" = i64, Path, description = "Id of the account", minimum = 1)), request_body = NewRole,
    responses((status = 201, description = "It is given; the id is that of the role", body = Made)))]
pub(crate) async fn give_role(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Id(account): Id,
    Asked(_): Asked<Nothing>,
    Sent(sent): Sent<NewRole>,
) -> Result<Response, Refusal> {
    let grant = sent.grant(site.now().date(), "")?;
    let id = site.store().give_role(&viewer, account, &grant).await?;
    Ok(made(id, &format!("/api/v1/accounts/{account}")))
}

/// When a role ends.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "until": "2026-12-01" }))]
pub(crate) struct RoleEnd {
    /// The first day on which it no longer counts; today when nothing is said.
    pub until: Option<Date>,
}

/// End a role.
///
/// One that has ended before stays as it is.
#[utoipa::path(post, path = "/api/v1/roles/{id}/end", operation_id = "endRole", tag = "accounts",
    params(("id" = i64, Path, description = "Id of the role", minimum = 1)), request_body = RoleEnd,
    responses((status = 200, description = "It is ended", body = Made)))]
pub(crate) async fn end_role(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Id(id): Id,
    Asked(_): Asked<Nothing>,
    Sent(sent): Sent<RoleEnd>,
) -> Result<Json<Made>, Refusal> {
    let until = sent.until.unwrap_or_else(|| site.now().date());
    site.store().take_role(&viewer, id, until).await?;
    Ok(Json(Made { id }))
}
