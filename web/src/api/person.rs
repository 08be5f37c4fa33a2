//! People: who works where, without cases and loads; and who the token itself is.

use axum::Json;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use jiff::civil::Date;
use rules::access::Role;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::answer::{DayPaging, Nothing, Page};
use super::ask::Asked;
use super::problem::Refusal;
use crate::session::SignedIn;
use crate::site::Site;

/// Who the token is.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Me {
    /// The name that stands in the log.
    #[schema(example = "token:import-hr")]
    pub name: String,
    /// Id of the person that it is linked to.
    pub person: Option<i64>,
    /// Whether it may only read.
    pub read_only: bool,
    /// The day where the municipality lies.
    pub today: Date,
}

/// Who am I.
///
/// The token that asks: a quick way to see that it counts.
#[utoipa::path(get, path = "/api/v1/me", operation_id = "getMe", tag = "tokens",
    responses((status = 200, description = "The token", body = Me)))]
pub(crate) async fn me(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Asked(_): Asked<Nothing>,
) -> Result<Json<Me>, Refusal> {
    Ok(Json(Me {
        name: viewer.name().to_owned(),
        person: viewer.person(),
        read_only: viewer.is_read_only(),
        today: site.now().date(),
    }))
}

/// Somebody who works here.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct PersonOf {
    /// Id, by which the rest of the API names the person.
    pub id: i64,
    /// Employment number.
    pub number: String,
    /// Name.
    pub name: String,
    /// The employments on the day.
    pub posts: Vec<Post>,
}

/// An employment.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Post {
    /// Code of the unit.
    pub unit: Option<String>,
    /// What the person is employed as.
    #[schema(example = "caseworker")]
    pub role: String,
}

/// People.
///
/// Those of whom the token may know that they work here, by id, with their employments on a day. No cases and no loads.
#[utoipa::path(get, path = "/api/v1/people", operation_id = "listPeople", tag = "people", params(DayPaging),
    responses((status = 200, description = "A page of people, by id", body = Page<PersonOf>)))]
pub(crate) async fn list(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    uri: Uri,
    Asked(asked): Asked<DayPaging>,
) -> Result<Response, Refusal> {
    let day = asked.day.unwrap_or_else(|| site.now().date());
    let paging = asked.paging();
    let (after, limit) = (paging.after::<i64>()?.unwrap_or(0), paging.limit()?);
    let mut reading = site.store().read(&viewer).await?;
    // One more than is told, to know whether the list goes on.
    let people = reading
        .people_after(day, after, u32::try_from(limit + 1).unwrap_or(u32::MAX))
        .await?;
    reading.close().await?;
    let told = people.into_iter().map(|person| PersonOf {
        id: person.id,
        number: person.number,
        name: person.name,
        posts: person.posts.into_iter().map(|(unit, role)| Post { unit, role }).collect(),
    });
    Ok(paging.page(told, |person| person.id, |person| person)?.at(&uri))
}

/// Whom to look for.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Wanted {
    /// Employment number, another name the person is known by in the source systems, or the whole name.
    #[param(max_length = 200, example = "1001")]
    pub name: String,
}

/// People who were found.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Found {
    /// The people, by employment number.
    pub people: Vec<FoundOf>,
}

/// Somebody who was found.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct FoundOf {
    /// Id.
    pub id: i64,
    /// Employment number.
    pub number: String,
    /// Name.
    pub name: String,
}

/// The longest name to look for, characters.
const LONGEST_NAME: usize = 200;

/// Find a person.
///
/// By employment number, another known name, or the whole name.
#[utoipa::path(get, path = "/api/v1/people/find", operation_id = "findPeople", tag = "people", params(Wanted),
    responses((status = 200, description = "Those with that name", body = Found)))]
pub(crate) async fn find(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Asked(asked): Asked<Wanted>,
) -> Result<Json<Found>, Refusal> {
    if asked.name.chars().count() > LONGEST_NAME {
        return Err(Refusal::malformed("?name", "too-long").saying("maximum", &LONGEST_NAME));
    }
    let mut reading = site.store().read(&viewer).await?;
    let people = reading.find_person(&asked.name).await?;
    reading.close().await?;
    let people = people.into_iter().map(|person| FoundOf {
        id: person.id,
        number: person.number,
        name: person.name,
    });
    Ok(Json(Found {
        people: people.collect(),
    }))
}

/// What somebody, or a token, is trusted to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum RoleId {
    /// The own load.
    Caseworker,
    /// The people of the unit.
    Supervisor,
    /// Sums of the unit and all under it.
    Head,
    /// People and their employments, no cases.
    Hr,
    /// No loads.
    Relief,
    /// No loads.
    Coordinator,
    /// Sums and overloads that lasted, never a name.
    SafetyRepresentative,
    /// Accounts, import, settings and logs.
    Administrator,
}

impl From<RoleId> for Role {
    fn from(role: RoleId) -> Self {
        match role {
            RoleId::Caseworker => Self::Caseworker,
            RoleId::Supervisor => Self::Supervisor,
            RoleId::Head => Self::Head,
            RoleId::Hr => Self::HumanResources,
            RoleId::Relief => Self::Relief,
            RoleId::Coordinator => Self::Coordinator,
            RoleId::SafetyRepresentative => Self::SafetyRepresentative,
            RoleId::Administrator => Self::Administrator,
        }
    }
}

impl From<Role> for RoleId {
    fn from(role: Role) -> Self {
        match role {
            Role::Caseworker => Self::Caseworker,
            Role::Supervisor => Self::Supervisor,
            Role::Head => Self::Head,
            Role::HumanResources => Self::Hr,
            Role::Relief => Self::Relief,
            Role::Coordinator => Self::Coordinator,
            Role::SafetyRepresentative => Self::SafetyRepresentative,
            Role::Administrator => Self::Administrator,
        }
    }
}
