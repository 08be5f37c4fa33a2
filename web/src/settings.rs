//! What an operator decides about the pages: address, limits, and the municipality's facts for the accessibility statement.

use std::path::PathBuf;

use jiff::civil::Date;
use serde::Deserialize;
use store::account::AccountSettings;

use crate::language::Locale;
use crate::openid::settings::OpenIdSettings;

/// The settings of the pages. Everything has a value that works; what only the municipality knows is empty until it says so.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Name of the municipality, shown in the header.
    pub organisation: Option<String>,
    /// The language of a visitor who has chosen none and whose browser asks for none that we have.
    pub language: Locale,
    /// The address that browsers use (`https://tyngd.exempel.se`), when there is a proxy in front. With `https`, cookies are for
    /// encrypted connections only and browsers are told to use no other.
    pub public_address: Option<String>,
    /// The largest request body that is read, in bytes.
    pub largest_body: usize,
    /// The longest time a request may take, in seconds.
    pub longest_request: u64,
    /// How long requests under way may take when the program is told to stop, in seconds.
    pub longest_stop: u64,
    /// The password for `/metrics`, sent as `Authorization: Bearer …`. Without it there are no metrics to read.
    pub metrics_token: Option<String>,
    /// How accounts are kept: passwords, failed attempts, how long somebody stays signed in.
    pub accounts: AccountSettings,
    /// The sign-in through the municipality's own provider, when there is one.
    pub openid: Option<OpenIdSettings>,
    /// The facts of the accessibility statement.
    pub accessibility: Accessibility,
    /// Lists sent through the pages.
    pub import: Lists,
    /// A folder that is looked into for lists. Without it, none is.
    pub watch: Option<Watch>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            organisation: None,
            language: Locale::Swedish,
            public_address: None,
            largest_body: 2 * 1024 * 1024,
            longest_request: 30,
            longest_stop: 20,
            metrics_token: None,
            accounts: AccountSettings::default(),
            openid: None,
            accessibility: Accessibility::default(),
            import: Lists::default(),
            watch: None,
        }
    }
}

/// How lists are taken through the pages.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Lists {
    /// The largest size of all files sent at once, in bytes.
    pub largest_upload: usize,
    /// The longest time sending them may take, in seconds.
    pub longest_upload: u64,
    /// How long files are kept that nobody goes on with, in minutes.
    pub keep_minutes: u64,
    /// Where they lie meanwhile; without it, the system's folder for temporary files. No other program may use it.
    pub folder: Option<PathBuf>,
}

impl Default for Lists {
    fn default() -> Self {
        Self {
            largest_upload: 200 * 1024 * 1024,
            longest_upload: 600,
            keep_minutes: 60,
            folder: None,
        }
    }
}

/// A folder in which other systems leave their lists, for instance every night.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Watch {
    /// The folder.
    pub folder: PathBuf,
    /// The mapping that its files are read by: the name of one made in the pages or of one that ships.
    pub mapping: String,
    /// How often it is looked into, in minutes.
    #[serde(default = "every_five")]
    pub every_minutes: u64,
}

const fn every_five() -> u64 {
    5
}

/// The municipality's own facts in the accessibility statement. What is not given is shown as not yet given, never invented.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Accessibility {
    /// How well the pages meet the law, as assessed by the organisation.
    pub conformance: Option<Conformance>,
    /// How that was assessed: by itself, by somebody else.
    pub method: Option<String>,
    /// The day of the latest assessment.
    pub assessed: Option<Date>,
    /// The day the statement was last changed.
    pub updated: Option<Date>,
    /// Where to report what does not work.
    pub email: Option<String>,
    /// Where to report what does not work.
    pub telephone: Option<String>,
    /// What is known not to be accessible, and why, an item each.
    pub shortcomings: Vec<String>,
}

/// How well the pages meet the law, in the three words that the regulation knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Conformance {
    /// Fully.
    Full,
    /// In part.
    Partial,
    /// Not.
    None,
}

/// What is wrong with the settings.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SettingsError {
    /// The public address is no address of a web server without a path.
    #[error("public_address {address:?} must be http:// or https:// and a host, without a path")]
    PublicAddress {
        /// As it was given.
        address: String,
    },
    /// A limit of zero would refuse everything.
    #[error("{setting} must be more than zero")]
    Zero {
        /// The name of the setting.
        setting: &'static str,
    },
    /// A password that can be guessed.
    #[error("metrics_token must have at least {fewest} characters")]
    ShortToken {
        /// How many characters it must have.
        fewest: usize,
    },
    /// The provider's address is not one that can be asked over an encrypted connection.
    #[error("openid.issuer {address:?} must be https:// and a host, as the provider calls itself")]
    Issuer {
        /// As it was given.
        address: String,
    },
    /// Something that the sign-in through a provider cannot do without.
    #[error("{setting} is missing, which the sign-in through a provider needs")]
    Missing {
        /// The name of the setting.
        setting: &'static str,
    },
    /// A role of claims without a place where it counts.
    #[error("the role for {value:?} in openid.roles has neither unit nor everywhere, and openid.unit_claim is missing")]
    RoleNowhere {
        /// The value of the claim.
        value: String,
    },
}

/// The fewest characters of the password for the metrics.
const SHORTEST_TOKEN: usize = 16;

impl Settings {
    /// Checks what can be checked before the server starts.
    ///
    /// # Errors
    /// The first [`SettingsError`].
    pub fn check(&self) -> Result<(), SettingsError> {
        if let Some(address) = self.public_address.as_deref().filter(|address| !is_origin(address)) {
            let address = address.to_owned();
            return Err(SettingsError::PublicAddress { address });
        }
        let limits = [
            ("largest_body", self.largest_body == 0),
            ("longest_request", self.longest_request == 0),
            ("longest_stop", self.longest_stop == 0),
            ("import.largest_upload", self.import.largest_upload == 0),
            ("import.longest_upload", self.import.longest_upload == 0),
            ("import.keep_minutes", self.import.keep_minutes == 0),
            (
                "watch.every_minutes",
                self.watch.as_ref().is_some_and(|watch| watch.every_minutes == 0),
            ),
        ];
        if let Some((setting, _)) = limits.into_iter().find(|(_, is_zero)| *is_zero) {
            return Err(SettingsError::Zero { setting });
        }
        if let Some(openid) = &self.openid {
            openid.check(self.public_address.as_deref())?;
        }
        match &self.metrics_token {
            Some(token) if token.chars().count() < SHORTEST_TOKEN => Err(SettingsError::ShortToken { fewest: SHORTEST_TOKEN }),
            _ => Ok(()),
        }
    }

    /// Whether one can sign in with a password of this program's own.
    #[must_use]
    pub fn has_password_sign_in(&self) -> bool {
        self.openid.as_ref().is_none_or(|openid| openid.password_sign_in)
    }

    /// Whether browsers reach the pages over an encrypted connection.
    #[must_use]
    pub fn is_encrypted(&self) -> bool {
        self.public_address
            .as_deref()
            .is_some_and(|address| address.starts_with("https://"))
    }
}

/// Whether it is a scheme and a host, perhaps with a port, and nothing after it.
fn is_origin(address: &str) -> bool {
    let host = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    host.is_some_and(|host| {
        !host.is_empty()
            && host
                .chars()
                .all(|char| char.is_ascii_alphanumeric() || ".-:[]".contains(char))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_settings_without_a_file_are_right() {
        assert_eq!(Settings::default().check(), Ok(()));
        assert_eq!(toml::from_str::<Settings>("").expect("empty"), Settings::default());
    }

    #[test]
    fn a_public_address_is_a_host_and_nothing_more() {
        for (address, right) in [
            ("https://tyngd.exempel.se", true),
            ("http://127.0.0.1:8080", true),
            ("tyngd.exempel.se", false),
            ("https://tyngd.exempel.se/", false),
            ("https://anna:secret@tyngd.exempel.se", false),
            ("https://", false),
        ] {
            let settings = Settings {
                public_address: Some(address.to_owned()),
                ..Settings::default()
            };
            assert_eq!(settings.check().is_ok(), right, "{address}");
        }
    }

    #[test]
    fn a_limit_of_nothing_and_a_short_password_are_refused() {
        let nothing = Settings {
            longest_request: 0,
            ..Settings::default()
        };
        assert_eq!(
            nothing.check(),
            Err(SettingsError::Zero {
                setting: "longest_request"
            })
        );
        let short = Settings {
            metrics_token: Some("short".to_owned()),
            ..Settings::default()
        };
        assert!(matches!(short.check(), Err(SettingsError::ShortToken { .. })));
    }

    #[test]
    fn a_misspelt_setting_is_refused_by_name() {
        let error = toml::from_str::<Settings>("organization = \"Exempel\"").expect_err("not a setting");
        assert!(error.to_string().contains("organization"), "{error}");
        let text = "[accessibility]\nconformance = \"partial\"\nassessed = \"2026-10-31\"\nshortcomings = [\"One\"]";
        let settings: Settings = toml::from_str(text).expect("right");
        assert_eq!(settings.accessibility.conformance, Some(Conformance::Partial));
        assert_eq!(settings.accessibility.assessed, Some(jiff::civil::date(2026, 10, 31)));
    }
}
