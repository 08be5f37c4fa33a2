//! What a provider's tokens must say before they are believed (OpenID Connect Core 1.0, section 3.1.3.7; Back-Channel Logout 1.0,
//! section 2.6), and what is read out of them.

use jiff::Timestamp;
use rules::access::Role;
use serde_json::Value;
use subtle::ConstantTimeEq as _;

use super::settings::OpenIdSettings;

/// So far the clocks of two computers may be apart, in seconds.
const SKEW: i64 = 60;

/// The longest text that is taken as a subject, session or id of a token, in bytes.
const LONGEST_ID: usize = 255;

/// The event that makes a token one of log-out.
const LOG_OUT: &str = "http://schemas.openid.net/event/backchannel-logout";

/// Which claim is not as it must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// `iss`: another provider's.
    Issuer,
    /// `aud`, `azp`: meant for somebody else.
    Audience,
    /// `exp`: too old, or without an end.
    Expired,
    /// `iat`, `nbf`: from the future, or without a beginning.
    NotYet,
    /// `nonce`: an answer to another question.
    Nonce,
    /// `at_hash`: another access token's.
    AccessToken,
    /// `sub`, `sid`: nobody is meant, or somebody else than before.
    Subject,
    /// `events`, `jti`: no token of log-out.
    Event,
}

/// Who is meant, for whom and when: what every token must say.
fn check(claims: &Value, settings: &OpenIdSettings, at: Timestamp) -> Result<(), Fault> {
    if text(claims, "iss") != Some(settings.issuer.as_str()) {
        return Err(Fault::Issuer);
    }
    let client = settings.client_id.as_str();
    let (is_ours, is_only) = match claims.get("aud") {
        Some(Value::String(one)) => (one == client, true),
        Some(Value::Array(all)) => (all.iter().any(|one| one == client), all.len() == 1),
        _ => (false, false),
    };
    let is_for_us = match claims.get("azp") {
        Some(party) => party == client,
        None => is_only,
    };
    if !is_ours || !is_for_us {
        return Err(Fault::Audience);
    }
    let now = at.as_second();
    if seconds(claims, "exp").is_none_or(|end| now >= end.saturating_add(SKEW)) {
        return Err(Fault::Expired);
    }
    let begun = seconds(claims, "iat").is_some_and(|begin| begin <= now + SKEW);
    let counts = claims.get("nbf").is_none() || seconds(claims, "nbf").is_some_and(|begin| begin <= now + SKEW);
    if begun && counts { Ok(()) } else { Err(Fault::NotYet) }
}

/// Checks the claims of an ID token and gives the subject. `access` is the access token that came along, and the hash that belongs to the
/// signature.
///
/// # Errors
/// [`Fault`].
pub fn check_identity<'a>(
    claims: &'a Value,
    settings: &OpenIdSettings,
    nonce: &str,
    access: Option<(&str, &'static ring::digest::Algorithm)>,
    at: Timestamp,
) -> Result<&'a str, Fault> {
    check(claims, settings, at)?;
    let given = text(claims, "nonce").unwrap_or_default();
    if !bool::from(given.as_bytes().ct_eq(nonce.as_bytes())) {
        return Err(Fault::Nonce);
    }
    // An ID token has no events: a token of log-out is none.
    if claims.get("events").is_some() {
        return Err(Fault::Event);
    }
    if let Some(said) = claims.get("at_hash") {
        let is_same = access.is_some_and(|(access, hash)| said == half_hash(access, hash).as_str());
        if !is_same {
            return Err(Fault::AccessToken);
        }
    }
    id(claims, "sub").ok_or(Fault::Subject)
}

/// What a token of log-out is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogOutClaims {
    /// Whose sessions.
    pub subject: Option<String>,
    /// Which session of the provider's.
    pub sid: Option<String>,
    /// The token's own id.
    pub token: String,
    /// When it would be refused as too old.
    pub expires: Timestamp,
}

/// Checks the claims of a token of log-out. `kind` is what its header says it is.
///
/// # Errors
/// [`Fault`].
pub fn check_log_out(claims: &Value, kind: &str, settings: &OpenIdSettings, at: Timestamp) -> Result<LogOutClaims, Fault> {
    check(claims, settings, at)?;
    if claims.get("nonce").is_some() {
        return Err(Fault::Nonce);
    }
    let is_log_out = claims
        .get("events")
        .and_then(|events| events.get(LOG_OUT))
        .is_some_and(Value::is_object);
    if !is_log_out || !["", "jwt", "logout+jwt", "application/logout+jwt"].contains(&kind) {
        return Err(Fault::Event);
    }
    let (subject, sid) = (id(claims, "sub"), id(claims, "sid"));
    let is_odd = |name, read: Option<&str>| claims.get(name).is_some() && read.is_none();
    if (subject.is_none() && sid.is_none()) || is_odd("sub", subject) || is_odd("sid", sid) {
        return Err(Fault::Subject);
    }
    let end = seconds(claims, "exp").unwrap_or_default().saturating_add(SKEW);
    Ok(LogOutClaims {
        subject: subject.map(str::to_owned),
        sid: sid.map(str::to_owned),
        token: id(claims, "jti").ok_or(Fault::Event)?.to_owned(),
        expires: Timestamp::from_second(end).unwrap_or(Timestamp::MAX),
    })
}

/// The left half of the hash of a token, as `at_hash` has it.
fn half_hash(token: &str, hash: &'static ring::digest::Algorithm) -> String {
    use base64::Engine as _;
    let whole = ring::digest::digest(hash, token.as_bytes());
    let half = whole.as_ref().get(..hash.output_len() / 2).unwrap_or_default();
    base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(half)
}

fn text<'a>(claims: &'a Value, name: &str) -> Option<&'a str> {
    claims.get(name).and_then(Value::as_str)
}

/// Whole seconds since 1970; some providers write them with a fraction.
fn seconds(claims: &Value, name: &str) -> Option<i64> {
    let number = claims.get(name)?;
    number.as_i64().or_else(|| {
        let text = number.as_f64()?.trunc().to_string();
        text.parse().ok()
    })
}

/// A text by which something is told from others.
pub(super) fn id<'a>(claims: &'a Value, name: &str) -> Option<&'a str> {
    text(claims, name).filter(|text| !text.is_empty() && text.len() <= LONGEST_ID && !text.contains('\0'))
}

/// A claim by its name; one that no claim has is a way into objects: `realm_access.roles`.
pub(super) fn claim<'a>(claims: &'a Value, name: &str) -> Option<&'a Value> {
    claims
        .get(name)
        .or_else(|| name.split('.').try_fold(claims, |claims, part| claims.get(part)))
}

/// The texts of a claim: one, or a list of them. A number is taken as it is written.
fn texts(claims: &Value, name: Option<&String>) -> Vec<String> {
    let written = |value: &Value| match value {
        Value::String(text) => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    let texts = match name.and_then(|name| claim(claims, name)) {
        Some(Value::Array(all)) => all.iter().filter_map(written).collect(),
        Some(one) => written(one).into_iter().collect(),
        None => Vec::new(),
    };
    let is_usable = |text: &String| !text.is_empty() && text.len() <= LONGEST_ID && !text.contains('\0');
    texts.into_iter().filter(is_usable).collect()
}

/// What the claims say of whoever signs in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    /// The name of the account.
    pub account: Option<String>,
    /// The employment number.
    pub number: Option<String>,
    /// The name as shown.
    pub display: Option<String>,
    /// The roles, with the code of the unit; no code is the whole organisation.
    pub roles: Vec<(Role, Option<String>)>,
}

/// Reads the claims as the settings say. A role without a unit of its own is given in the units of the claim, and nowhere when there are
/// none: only a row of the settings that says so gives a role in the whole organisation.
#[must_use]
pub fn read(claims: &Value, settings: &OpenIdSettings) -> Said {
    let one = |name: Option<&String>| texts(claims, name).into_iter().next();
    let values = texts(claims, settings.role_claim.as_ref());
    let units: Vec<String> = texts(claims, settings.unit_claim.as_ref())
        .into_iter()
        .map(|unit| settings.units.get(&unit).cloned().unwrap_or(unit))
        .collect();
    let mut roles = Vec::new();
    for row in settings.roles.iter().filter(|row| values.contains(&row.value)) {
        match &row.unit {
            _ if row.everywhere => roles.push((row.role, None)),
            Some(unit) => roles.push((row.role, Some(unit.clone()))),
            None => roles.extend(units.iter().map(|unit| (row.role, Some(unit.clone())))),
        }
    }
    Said {
        account: one(settings.account_claim.as_ref()),
        number: one(settings.number_claim.as_ref()),
        display: one(Some(&"name".to_owned())),
        roles,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn settings(text: &str) -> OpenIdSettings {
        toml::from_str(text).expect("settings")
    }

    #[test]
    fn roles_count_in_the_unit_of_their_row_or_of_the_claim_and_everywhere_only_where_it_says_so() {
        let settings = settings(
            "role_claim = \"realm.roles\"\nunit_claim = \"department\"\nnumber_claim = \"employee\"\n\
             [units]\n\"Söder\" = \"south\"\n\
             [[roles]]\nvalue = \"a\"\nrole = \"caseworker\"\n\
             [[roles]]\nvalue = \"b\"\nrole = \"head\"\nunit = \"family\"\n\
             [[roles]]\nvalue = \"c\"\nrole = \"administrator\"\neverywhere = true",
        );
        let at = |unit: &str| Some(unit.to_owned());
        for (claims, roles) in [
            (
                json!({ "realm": { "roles": ["a"] }, "department": "Söder" }),
                vec![(Role::Caseworker, at("south"))],
            ),
            (
                json!({ "realm": { "roles": "a" }, "department": ["Söder", "north"] }),
                vec![(Role::Caseworker, at("south")), (Role::Caseworker, at("north"))],
            ),
            (json!({ "realm": { "roles": ["a"] } }), vec![]),
            (json!({ "realm": { "roles": ["a"] }, "department": "" }), vec![]),
            (
                json!({ "realm.roles": ["b", "x"], "realm": { "roles": ["c"] } }),
                vec![(Role::Head, at("family"))],
            ),
            (json!({ "realm": { "roles": ["c"] } }), vec![(Role::Administrator, None)]),
            (json!({ "realm": [{ "roles": "c" }], "department": 7 }), vec![]),
        ] {
            assert_eq!(read(&claims, &settings).roles, roles, "{claims}");
        }
        let said = read(
            &json!({ "employee": 1001, "preferred_username": "anna", "name": "Anna Ek" }),
            &settings,
        );
        assert_eq!(
            (said.number.as_deref(), said.account.as_deref()),
            (Some("1001"), Some("anna"))
        );
        assert_eq!(said.display.as_deref(), Some("Anna Ek"));
    }

    #[test]
    fn clocks_may_differ_by_a_minute_and_no_more() {
        let settings = settings("issuer = \"https://login.example\"\nclient_id = \"us\"");
        let at = Timestamp::from_second(1_000_000).expect("a moment");
        let claims = |exp: i64, iat: i64| json!({ "iss": "https://login.example", "aud": ["us"], "sub": "anna", "nonce": "n", "exp": exp, "iat": iat });
        for (exp, iat, fault) in [
            (1_000_001, 1_000_000, None),
            (999_941, 1_000_060, None),
            (999_940, 1_000_000, Some(Fault::Expired)),
            (1_000_001, 1_000_061, Some(Fault::NotYet)),
            (i64::MAX, i64::MIN, None),
        ] {
            let claims = claims(exp, iat);
            let checked = check_identity(&claims, &settings, "n", None, at);
            assert_eq!(checked.err(), fault, "{claims}");
        }
        let fraction =
            json!({ "iss": "https://login.example", "aud": "us", "sub": "a", "nonce": "n", "exp": 1_000_001.5, "iat": 1e6 });
        assert_eq!(check_identity(&fraction, &settings, "n", None, at), Ok("a"));
    }
}
