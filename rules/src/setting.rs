//! Settings that the municipality changes in the pages: which there are, what each can be, and what it is until somebody changes it.

use crate::access::Role;
use crate::identity_number;

/// One setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Setting {
    /// Name of the municipality, as shown in the header.
    Organisation,
    /// Groups of fewer people than this are hidden from those who do not lead them.
    GroupLimit,
    /// Days that a supervisor has for a dialogue that is due, before the head sees that it is.
    DaysToHead,
    /// Fewest characters of a password.
    PasswordLength,
    /// Minutes without a request after which somebody is signed out.
    IdleMinutes,
    /// Hours after which somebody must sign in again in any case.
    SessionHours,
    /// Roles that must have a second factor.
    SecondFactor,
    /// How many of a hundred readings a review of the access log draws by lot.
    ReviewShare,
    /// Case types that are not about children, with commas between them: for them no qualification is required.
    NotAboutChildren,
    /// Duties of the law that are followed on every case, beyond those that are followed in any case; see [`crate::deadline::Followed`].
    FollowedDuties,
}

/// What a setting can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text, perhaps none.
    Text {
        /// At most so many characters.
        longest: usize,
    },
    /// A whole number.
    Number {
        /// At least.
        least: u16,
        /// At most.
        most: u16,
        /// What it is until somebody changes it.
        default: u16,
    },
    /// Some of the roles, perhaps none; none until somebody changes it.
    Roles,
    /// Some of the duties of the law by their ids, perhaps none; none until somebody changes it.
    Duties,
}

/// Why a value cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SettingFault {
    /// The text is too long.
    #[error("more than {longest} characters")]
    Long {
        /// At most so many.
        longest: usize,
    },
    /// The text contains what looks like a personal identity number.
    #[error("it contains a personal identity number")]
    IdentityNumber,
    /// It is no whole number between these.
    #[error("not a whole number from {least} to {most}")]
    Number {
        /// At least.
        least: u16,
        /// At most.
        most: u16,
    },
    /// There is no such role.
    #[error("there is no such role")]
    Role,
    /// It is no id of a duty.
    #[error("there is no such duty")]
    Duty,
}

impl Setting {
    /// Every setting, in the order of the page.
    pub const ALL: [Self; 10] = [
        Self::Organisation,
        Self::GroupLimit,
        Self::DaysToHead,
        Self::PasswordLength,
        Self::IdleMinutes,
        Self::SessionHours,
        Self::SecondFactor,
        Self::ReviewShare,
        Self::NotAboutChildren,
        Self::FollowedDuties,
    ];

    /// The id in the database, the log and the sentences.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::GroupLimit => "group-limit",
            Self::DaysToHead => "days-to-head",
            Self::PasswordLength => "password-length",
            Self::IdleMinutes => "idle-minutes",
            Self::SessionHours => "session-hours",
            Self::SecondFactor => "second-factor",
            Self::ReviewShare => "review-share",
            Self::NotAboutChildren => "not-about-children",
            Self::FollowedDuties => "followed-duties",
        }
    }

    /// The setting with this id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|setting| setting.id() == id)
    }

    /// What it can be.
    #[must_use]
    pub const fn kind(self) -> Kind {
        let (least, most, default) = match self {
            Self::Organisation => return Kind::Text { longest: 80 },
            Self::NotAboutChildren => return Kind::Text { longest: 400 },
            Self::SecondFactor => return Kind::Roles,
            Self::FollowedDuties => return Kind::Duties,
            // Under five, what stands about a group says too much about each.
            Self::GroupLimit => (5, 50, 5),
            Self::DaysToHead => (1, 90, 14),
            Self::PasswordLength => (12, 64, 12),
            Self::IdleMinutes => (5, 480, 30),
            Self::SessionHours => (1, 24, 12),
            Self::ReviewShare => (1, 100, 5),
        };
        Kind::Number { least, most, default }
    }

    /// The value as it is stored, when it can be taken; empty for none.
    ///
    /// # Errors
    /// [`SettingFault`].
    pub fn read(self, written: &str) -> Result<String, SettingFault> {
        let written = written.trim();
        match self.kind() {
            Kind::Text { longest } if written.chars().count() > longest => Err(SettingFault::Long { longest }),
            Kind::Text { .. } if identity_number::contains(written) => Err(SettingFault::IdentityNumber),
            Kind::Text { .. } => Ok(written.split_whitespace().collect::<Vec<_>>().join(" ")),
            Kind::Number { least, most, .. } => {
                let digits = !written.is_empty() && written.bytes().all(|byte| byte.is_ascii_digit());
                let number = written
                    .parse::<u16>()
                    .ok()
                    .filter(|number| digits && (least..=most).contains(number));
                number
                    .map(|number| number.to_string())
                    .ok_or(SettingFault::Number { least, most })
            }
            Kind::Roles => {
                let roles: Option<Vec<Role>> = written.split_whitespace().map(Role::from_id).collect();
                let mut roles = roles.ok_or(SettingFault::Role)?;
                roles.sort_unstable();
                roles.dedup();
                Ok(roles.into_iter().map(Role::id).collect::<Vec<_>>().join(" "))
            }
            // Which duties there are is for the law's files to say; a word that is none of them follows nothing.
            Kind::Duties => {
                let is_id = |word: &&str| {
                    word.len() <= 80
                        && word
                            .bytes()
                            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
                };
                let mut duties: Vec<&str> = written.split_whitespace().collect();
                if !duties.iter().all(is_id) || identity_number::contains(written) {
                    return Err(SettingFault::Duty);
                }
                duties.sort_unstable();
                duties.dedup();
                Ok(duties.join(" "))
            }
        }
    }
}

/// What holds: the values that come with the product, with those that the municipality has chosen over them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// [`Setting::Organisation`].
    pub organisation: Option<String>,
    /// [`Setting::GroupLimit`].
    pub group_limit: u16,
    /// [`Setting::DaysToHead`].
    pub days_to_head: u16,
    /// [`Setting::PasswordLength`].
    pub password_length: u16,
    /// [`Setting::IdleMinutes`].
    pub idle_minutes: u16,
    /// [`Setting::SessionHours`].
    pub session_hours: u16,
    /// [`Setting::SecondFactor`].
    pub second_factor: Vec<Role>,
    /// [`Setting::ReviewShare`].
    pub review_share: u16,
    /// [`Setting::NotAboutChildren`].
    pub not_about_children: Vec<String>,
    /// [`Setting::FollowedDuties`].
    pub followed_duties: Vec<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self::of(|_| None)
    }
}

impl Settings {
    /// Those that `chosen` gives, as they are stored; what is not chosen, or can no longer be taken, is as it comes with the product.
    #[must_use]
    pub fn of(chosen: impl Fn(Setting) -> Option<String>) -> Self {
        let text = |setting: Setting| setting.read(&chosen(setting)?).ok().filter(|text| !text.is_empty());
        let number = |setting: Setting| {
            let default = match setting.kind() {
                Kind::Number { default, .. } => default,
                Kind::Text { .. } | Kind::Roles | Kind::Duties => 0,
            };
            text(setting).and_then(|text| text.parse().ok()).unwrap_or(default)
        };
        let roles = text(Setting::SecondFactor).unwrap_or_default();
        let duties = text(Setting::FollowedDuties).unwrap_or_default();
        Self {
            organisation: text(Setting::Organisation),
            group_limit: number(Setting::GroupLimit),
            days_to_head: number(Setting::DaysToHead),
            password_length: number(Setting::PasswordLength),
            idle_minutes: number(Setting::IdleMinutes),
            session_hours: number(Setting::SessionHours),
            second_factor: roles.split_whitespace().filter_map(Role::from_id).collect(),
            review_share: number(Setting::ReviewShare),
            not_about_children: text(Setting::NotAboutChildren)
                .unwrap_or_default()
                .split(',')
                .map(|word| word.trim().to_owned())
                .filter(|word| !word.is_empty())
                .collect(),
            followed_duties: duties.split_whitespace().map(str::to_owned).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_taken_within_its_range_and_refused_outside() {
        use Setting::{FollowedDuties, GroupLimit, Organisation, SecondFactor};
        let range = SettingFault::Number { least: 5, most: 50 };
        for (setting, written, expected) in [
            (GroupLimit, " 7 ", Ok("7")),
            (GroupLimit, "05", Ok("5")),
            (GroupLimit, "4", Err(range)),
            (GroupLimit, "51", Err(range)),
            (GroupLimit, "+7", Err(range)),
            (GroupLimit, "7.0", Err(range)),
            (GroupLimit, "", Err(range)),
            (Organisation, " Exempel\n kommun ", Ok("Exempel kommun")),
            (Organisation, "", Ok("")),
            (Organisation, "Kommun 640823-3234", Err(SettingFault::IdentityNumber)),
            (SecondFactor, "administrator  head administrator", Ok("head administrator")),
            (SecondFactor, "", Ok("")),
            (SecondFactor, "queen", Err(SettingFault::Role)),
            (FollowedDuties, " visits  feedback visits", Ok("feedback visits")),
            (FollowedDuties, "a duty; another", Err(SettingFault::Duty)),
        ] {
            assert_eq!(setting.read(written), expected.map(str::to_owned), "{written}");
        }
        assert_eq!(Organisation.read(&"x".repeat(81)), Err(SettingFault::Long { longest: 80 }));
    }

    #[test]
    fn what_nobody_chose_is_as_it_comes_and_no_group_under_five_is_ever_shown() {
        let settings = Settings::default();
        assert_eq!((settings.group_limit, settings.organisation.as_deref()), (5, None));
        let chosen = Settings::of(|setting| match setting {
            Setting::GroupLimit => Some("2".to_owned()),
            Setting::DaysToHead => Some("30".to_owned()),
            Setting::SecondFactor => Some("administrator".to_owned()),
            _ => None,
        });
        assert_eq!((chosen.group_limit, chosen.days_to_head), (5, 30));
        assert_eq!(chosen.second_factor, [Role::Administrator]);
        for setting in Setting::ALL {
            assert_eq!(Setting::from_id(setting.id()), Some(setting));
        }
    }
}
