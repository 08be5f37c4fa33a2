//! What an operator decides about the sign-in through the municipality's own provider: `[openid]` in the file of settings.

use std::collections::BTreeMap;
use std::path::PathBuf;

use rules::access::Role;
use serde::{Deserialize, Deserializer};

use crate::settings::SettingsError;

/// Something that must not be seen in a log.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Secret(pub String);

impl std::fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Secret(…)")
    }
}

/// The settings of `[openid]`. Without an issuer and a client id there is no such sign-in.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OpenIdSettings {
    /// The provider, letter by letter as it calls itself: `https://login.exempel.se/realms/kommun`.
    pub issuer: String,
    /// What the provider calls this program.
    pub client_id: String,
    /// The secret that the provider has given this program; none for a client that has none.
    pub client_secret: Option<Secret>,
    /// A file that holds the secret and nothing else.
    pub client_secret_file: Option<PathBuf>,
    /// What the sign-in is called on the button: "Exempelkommunens inloggning".
    pub name: Option<String>,
    /// What is asked for besides `openid`.
    pub scopes: Vec<String>,
    /// The claim that gives the name of the account.
    pub account_claim: Option<String>,
    /// The claim that gives the employment number of the person.
    pub number_claim: Option<String>,
    /// The claim whose values give roles, by `roles`.
    pub role_claim: Option<String>,
    /// The claim that gives the codes of the units where a role counts.
    pub unit_claim: Option<String>,
    /// Which role a value of the claim for roles gives.
    pub roles: Vec<RoleOfClaim>,
    /// Codes of units by what the claim for units calls them; what is not here is a code itself.
    pub units: BTreeMap<String, String>,
    /// Whether an account is made at the first sign-in of somebody whom the claims give a role.
    pub create_accounts: bool,
    /// A file of certificates (PEM) that are trusted besides those that browsers trust.
    pub ca_certificate: Option<PathBuf>,
    /// Whether one can still sign in with a password of this program's own.
    pub password_sign_in: bool,
}

impl Default for OpenIdSettings {
    fn default() -> Self {
        Self {
            issuer: String::new(),
            client_id: String::new(),
            client_secret: None,
            client_secret_file: None,
            name: None,
            scopes: vec!["profile".to_owned()],
            account_claim: Some("preferred_username".to_owned()),
            number_claim: None,
            role_claim: None,
            unit_claim: None,
            roles: Vec::new(),
            units: BTreeMap::new(),
            create_accounts: false,
            ca_certificate: None,
            password_sign_in: true,
        }
    }
}

/// A role that a value of the claim gives.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleOfClaim {
    /// The value, as the provider writes it.
    pub value: String,
    /// The role, by its id.
    #[serde(deserialize_with = "role")]
    pub role: Role,
    /// The code of the unit where it counts; without it, the units of the claim for units.
    #[serde(default)]
    pub unit: Option<String>,
    /// Whether it counts in the whole organisation.
    #[serde(default)]
    pub everywhere: bool,
}

fn role<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Role, D::Error> {
    let id = String::deserialize(deserializer)?;
    Role::from_id(&id).ok_or_else(|| {
        let known = Role::ALL.map(Role::id).join(", ");
        serde::de::Error::custom(format!("there is no role {id:?}; the roles are {known}"))
    })
}

impl OpenIdSettings {
    /// Checks what can be checked without asking the provider. `public_address` is where it sends people back to.
    ///
    /// # Errors
    /// The first [`SettingsError`].
    pub(crate) fn check(&self, public_address: Option<&str>) -> Result<(), SettingsError> {
        if !is_safe(&self.issuer) || self.issuer.contains(['?', '#']) {
            let address = self.issuer.clone();
            return Err(SettingsError::Issuer { address });
        }
        let missing = [
            ("public_address", public_address.is_none()),
            ("openid.client_id", self.client_id.trim().is_empty()),
            (
                "openid.account_claim",
                self.account_claim.is_none() && self.number_claim.is_none(),
            ),
            ("openid.account_claim", self.create_accounts && self.account_claim.is_none()),
            ("openid.role_claim", self.role_claim.is_none() && !self.roles.is_empty()),
        ];
        if let Some((setting, _)) = missing.into_iter().find(|(_, is_missing)| *is_missing) {
            return Err(SettingsError::Missing { setting });
        }
        let nowhere = |row: &&RoleOfClaim| !row.everywhere && row.unit.is_none() && self.unit_claim.is_none();
        match self.roles.iter().find(nowhere) {
            Some(row) => Err(SettingsError::RoleNowhere {
                value: row.value.clone(),
            }),
            None => Ok(()),
        }
    }

    /// The claims that the settings ask for.
    pub(super) fn claims(&self) -> impl Iterator<Item = &str> {
        let claims = [&self.account_claim, &self.number_claim, &self.role_claim, &self.unit_claim];
        claims.into_iter().flatten().map(String::as_str)
    }
}

/// Whether what is sent to the address cannot be read on the way: encrypted, or to this very computer.
pub(super) fn is_safe(address: &str) -> bool {
    let Ok(url) = reqwest::Url::parse(address) else {
        return false;
    };
    let is_own = matches!(url.host_str(), Some("127.0.0.1" | "localhost" | "[::1]"));
    url.username().is_empty()
        && url.password().is_none()
        && url.host_str().is_some()
        && (url.scheme() == "https" || (url.scheme() == "http" && is_own))
}

#[cfg(test)]
mod tests {
    use super::*;

    const RIGHT: &str = "issuer = \"https://login.example\"\nclient_id = \"us\"\n";

    fn checked(more: &str) -> Result<(), SettingsError> {
        let settings: OpenIdSettings = toml::from_str(&format!("{RIGHT}{more}")).expect("settings");
        settings.check(Some("https://tyngd.example"))
    }

    #[test]
    fn what_cannot_work_is_refused_before_the_server_starts() {
        assert_eq!(checked(""), Ok(()));
        let missing = |setting| Err(SettingsError::Missing { setting });
        let row = "[[roles]]\nvalue = \"a\"\nrole = \"head\"\n";
        assert_eq!(checked(row), missing("openid.role_claim"));
        let nowhere = SettingsError::RoleNowhere { value: "a".to_owned() };
        assert_eq!(checked(&format!("role_claim = \"roles\"\n{row}")), Err(nowhere));
        assert_eq!(checked(&format!("role_claim = \"roles\"\n{row}everywhere = true")), Ok(()));
        let settings: OpenIdSettings = toml::from_str(RIGHT).expect("settings");
        assert_eq!(settings.check(None), missing("public_address"));
        for issuer in [
            "",
            "login.example",
            "http://login.example",
            "https://a:b@login.example",
            "https://login.example?x",
        ] {
            let settings = OpenIdSettings {
                issuer: issuer.to_owned(),
                ..settings.clone()
            };
            let refused = settings.check(Some("https://tyngd.example"));
            assert!(matches!(refused, Err(SettingsError::Issuer { .. })), "{issuer}");
        }
        let unknown = toml::from_str::<OpenIdSettings>("[[roles]]\nvalue = \"a\"\nrole = \"boss\"").expect_err("no role");
        assert!(unknown.to_string().contains("supervisor"), "{unknown}");
    }

    #[test]
    fn the_secret_is_never_shown() {
        let settings: OpenIdSettings = toml::from_str("client_secret = \"hemligt\"").expect("settings");
        assert!(!format!("{settings:?}").contains("hemligt"));
    }
}
