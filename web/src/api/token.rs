//! Tokens: what programs ask with.

use axum::Json;
use axum::extract::State;
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use jiff::ToSpan as _;
use jiff::civil::Date;
use rules::access::Grant;
use serde::{Deserialize, Serialize};
use store::token::{NewToken as New, Token, TokenError, USUAL};
use utoipa::ToSchema;

use super::account::{GrantOf, NewRole};
use super::answer::{Empty, Made, Nothing, Page, Paging, Secret, created};
use super::ask::{Asked, Id, Object, Sent};
use super::problem::Refusal;
use crate::session::{SignedIn, random};
use crate::site::Site;

/// A token. The token itself is told once, when it is issued.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct TokenOf {
    /// Id.
    pub id: i64,
    /// Its name; in the log it stands after `token:`.
    pub name: String,
    /// Id of the person it is linked to.
    pub person: Option<i64>,
    /// Its last four letters, to know it by.
    pub tail: String,
    /// What it may do.
    pub roles: Vec<GrantOf>,
    /// Whether it may only read.
    pub read_only: bool,
    /// Who issued it, by the name in the log.
    pub issuer: String,
    /// When.
    pub issued: jiff::Timestamp,
    /// The first day on which it no longer counts.
    pub until: Date,
    /// The last day on which it was used.
    pub used: Option<Date>,
    /// When it was revoked; null while it is in use.
    pub revoked: Option<jiff::Timestamp>,
}

impl From<Token> for TokenOf {
    fn from(token: Token) -> Self {
        Self {
            id: token.id,
            name: token.name,
            person: token.person,
            tail: token.tail,
            roles: token.grants.into_iter().map(Into::into).collect(),
            read_only: token.read_only,
            issuer: token.issuer,
            issued: token.issued,
            until: token.until,
            used: token.used,
            revoked: token.revoked,
        }
    }
}

/// Tokens.
///
/// Those out of use too.
#[utoipa::path(get, path = "/api/v1/tokens", operation_id = "listTokens", tag = "tokens", params(Paging),
    responses((status = 200, description = "A page of tokens, by id", body = Page<TokenOf>)))]
pub(crate) async fn list(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    uri: Uri,
    Asked(asked): Asked<Paging>,
) -> Result<Response, Refusal> {
    let mut reading = site.store().read(&viewer).await?;
    let tokens = reading.tokens().await?;
    reading.close().await?;
    Ok(asked.page(tokens, |token| token.id, TokenOf::from)?.at(&uri))
}

/// A token to be issued.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "name": "import-hr", "roles": [{ "role": "administrator" }], "read_only": false, "until": "2027-06-01" }))]
pub(crate) struct NewToken {
    /// Its name: letters, figures and `.`, `-`, `_`, `@`.
    #[schema(min_length = 1, max_length = 80)]
    pub name: String,
    /// Id of the person whose own load it may read, where a role lets it.
    #[schema(minimum = 1)]
    pub person: Option<i64>,
    /// What it may do.
    #[schema(min_items = 1, max_items = 20, value_type = Vec<NewRole>)]
    pub roles: Vec<Object<NewRole>>,
    /// Whether it may only read.
    pub read_only: bool,
    /// The first day on which it no longer counts, at most two years ahead; a year ahead when nothing is said.
    pub until: Option<Date>,
}

/// The most roles of a token.
const MOST_ROLES: usize = 20;

/// A token that was issued.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Issued {
    /// Its id.
    pub id: i64,
    /// The token itself. It is told this once and can never be read again.
    #[schema(example = "tyngd_…")]
    pub token: String,
    /// The first day on which it no longer counts.
    pub until: Date,
}

/// Issue a token.
///
/// The answer has the token, this once. It is not kept, so the same request with the same `Idempotency-Key` is answered with 409.
#[utoipa::path(post, path = "/api/v1/tokens", operation_id = "issueToken", tag = "tokens", request_body = NewToken,
    responses((status = 201, description = "It is issued", body = Issued)))]
pub(crate) async fn issue(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Asked(_): Asked<Nothing>,
    Sent(sent): Sent<NewToken>,
) -> Result<Response, Refusal> {
    let today = site.now().date();
    if !(1..=MOST_ROLES).contains(&sent.roles.len()) {
        return Err(Refusal::malformed("/roles", "too-many").saying("maximum", &MOST_ROLES));
    }
    if rules::identity_number::contains(&sent.name) {
        return Err(Refusal::refused("/name", "identity-number"));
    }
    let roles = sent.roles.into_iter().enumerate();
    let grants: Result<Vec<Grant>, Refusal> = roles
        .map(|(place, Object(role))| role.grant(today, &format!("/roles/{place}")))
        .collect();
    let new = New {
        name: sent.name,
        person: sent.person,
        grants: grants?,
        read_only: sent.read_only,
        until: sent.until.unwrap_or_else(|| today.saturating_add(USUAL.years())),
    };
    let issued = site.store().issue_token(&viewer, &new, random()?, today).await;
    let (id, secret) = issued.map_err(|error| match error {
        TokenError::Until { first, last, .. } => Refusal::refused("/until", "token-until")
            .saying("first", &first)
            .saying("last", &last),
        TokenError::NoRole => Refusal::malformed("/roles", "missing"),
        TokenError::NoPerson { .. } => Refusal::refused("/person", "no-reference"),
        TokenError::Account(error) => error.into(),
    })?;
    let told = Issued {
        id,
        token: secret.to_text(),
        until: new.until,
    };
    let mut answer = created(&told, "/api/v1/tokens");
    answer.extensions_mut().insert(Secret);
    Ok(answer)
}

/// Revoke a token.
///
/// For good, and any but the one that asks: nobody is locked out by a slip. Its name in the log stays.
#[utoipa::path(post, path = "/api/v1/tokens/{id}/revoke", operation_id = "revokeToken", tag = "tokens",
    params(("id" = i64, Path, description = "Id of the token", minimum = 1)), request_body = Empty,
    responses((status = 200, description = "It is out of use", body = Made)))]
pub(crate) async fn revoke(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    Id(id): Id,
    Asked(_): Asked<Nothing>,
    Sent(_): Sent<Empty>,
) -> Result<Json<Made>, Refusal> {
    if viewer.token_id() == Some(id) {
        return Err(Refusal::new(StatusCode::CONFLICT, "own-token"));
    }
    site.store().revoke_token(&viewer, id).await?;
    Ok(Json(Made { id }))
}
