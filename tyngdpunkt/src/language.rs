//! Swedish or English: every sentence the program says, and how numbers and dates are written in each language.
//!
//! The sentences are data (`locales/*.ftl`), embedded in the program. A folder of the same files may stand beside it; what is
//! written there replaces the embedded sentences one by one.

use std::io;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use rules::amount::{Hours, MILLION, Points, Share, divide_half_up};
use unic_langid::langid;

/// Which of the two languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Locale {
    /// Swedish as written in Sweden.
    #[value(name = "sv")]
    Swedish,
    /// English.
    #[value(name = "en")]
    English,
}

/// A space that no line breaks at: between thousands, and before a percent sign, in Swedish.
const NO_BREAK_SPACE: char = '\u{a0}';

/// The sign of a negative number in Swedish text (Unicode CLDR, locale sv); files for other programs use the hyphen.
const MINUS: &str = "\u{2212}";

impl Locale {
    /// The language to speak: the one asked for, else what the environment says, else English.
    ///
    /// Of the environment, `TYNGDPUNKT_LANGUAGE` goes before `LC_ALL`, `LC_MESSAGES` and `LANG` (the order of POSIX); the first
    /// that is not empty decides, and whatever begins with `sv` is Swedish.
    #[must_use]
    pub fn choose(asked: Option<Self>, environment: impl Fn(&str) -> Option<String>) -> Self {
        let from_environment = || {
            let value = ["TYNGDPUNKT_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"]
                .iter()
                .find_map(|name| environment(name).filter(|value| !value.is_empty()))?;
            let swedish = value.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("sv"));
            Some(if swedish { Self::Swedish } else { Self::English })
        };
        asked.or_else(from_environment).unwrap_or(Self::English)
    }

    /// The code of the language, also the name of its file: `sv` or `en`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Swedish => "sv",
            Self::English => "en",
        }
    }

    /// What stands between whole numbers and decimals.
    #[must_use]
    pub const fn decimal_mark(self) -> char {
        match self {
            Self::Swedish => ',',
            Self::English => '.',
        }
    }

    /// A number of whole millionths, with thousands set apart: at least `fewest` decimals and as many more as it takes to be
    /// exact (`1 234,5` or `1,234.5`).
    #[must_use]
    pub fn decimal(self, millionths: i64, fewest: usize) -> String {
        let magnitude = millionths.unsigned_abs();
        let mut text = String::new();
        if millionths < 0 {
            text.push_str(self.minus());
        }
        text.push_str(&self.thousands(magnitude / MILLION.unsigned_abs()));
        let fraction = format!("{:06}", magnitude % MILLION.unsigned_abs());
        let length = fraction.trim_end_matches('0').len().max(fewest.min(6));
        if length > 0 {
            text.push(self.decimal_mark());
            text.push_str(&fraction[..length]);
        }
        text
    }

    /// A whole number, with thousands set apart.
    #[must_use]
    pub fn count(self, number: i64) -> String {
        let sign = if number < 0 { self.minus() } else { "" };
        format!("{sign}{}", self.thousands(number.unsigned_abs()))
    }

    /// Points, exact.
    #[must_use]
    pub fn points(self, points: Points) -> String {
        self.decimal(points.millionths(), 0)
    }

    /// Hours, exact.
    #[must_use]
    pub fn hours(self, hours: Hours) -> String {
        self.decimal(hours.millionths(), 0)
    }

    /// A share as percent with one decimal, half up: `84,4 %` in Swedish, `84.4%` in English.
    #[must_use]
    pub fn percent(self, share: Share) -> String {
        let tenths = divide_half_up(i128::from(share.millionths()), 1_000);
        let millionths = i64::try_from(tenths * i128::from(MILLION / 10)).unwrap_or(i64::MAX);
        let number = self.decimal(millionths, 1);
        match self {
            Self::Swedish => format!("{number}{NO_BREAK_SPACE}%"),
            Self::English => format!("{number}%"),
        }
    }

    const fn minus(self) -> &'static str {
        match self {
            Self::Swedish => MINUS,
            Self::English => "-",
        }
    }

    fn thousands(self, number: u64) -> String {
        let separator = match self {
            Self::Swedish => NO_BREAK_SPACE,
            Self::English => ',',
        };
        let digits = number.to_string();
        let mut text = String::new();
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                text.push(separator);
            }
            text.push(digit);
        }
        text
    }

    const fn embedded(self) -> &'static str {
        match self {
            Self::Swedish => include_str!("../../locales/sv.ftl"),
            Self::English => include_str!("../../locales/en.ftl"),
        }
    }
}

/// Why a file of sentences cannot be used.
#[derive(Debug)]
pub enum LanguageError {
    /// The file beside the program cannot be read.
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system answered.
        source: io::Error,
    },
    /// The file breaks the syntax of Fluent at `line` (from 1).
    Malformed {
        /// The file.
        path: PathBuf,
        /// The first line that cannot be read.
        line: usize,
    },
}

impl std::fmt::Display for LanguageError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Unreadable { path, source } => write!(f, "cannot read {}: {source}", path.display()),
            Self::Malformed { path, line } => write!(f, "{} line {line}: not Fluent syntax", path.display()),
        }
    }
}

impl std::error::Error for LanguageError {}

/// The sentences of one language.
pub struct Language {
    locale: Locale,
    bundle: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Language {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Language")
            .field("locale", &self.locale)
            .finish_non_exhaustive()
    }
}

impl Language {
    /// The sentences embedded in the program.
    #[must_use]
    pub fn embedded(locale: Locale) -> Self {
        let mut language = Self {
            locale,
            bundle: bundle(locale),
        };
        // A test holds that the embedded files have no syntax errors; were there one, the sentences around it still count.
        let resource = parse(locale.embedded()).unwrap_or_else(|(resource, _)| resource);
        language.bundle.add_resource_overriding(resource);
        language
    }

    /// The embedded sentences, replaced one by one by those of `sv.ftl` or `en.ftl` in `folder`; a folder without the file
    /// changes nothing.
    ///
    /// # Errors
    /// [`LanguageError`] when the file is there but cannot be read or understood.
    pub fn beside(locale: Locale, folder: &Path) -> Result<Self, LanguageError> {
        let mut language = Self::embedded(locale);
        let path = folder.join(format!("{}.ftl", locale.code()));
        match std::fs::read_to_string(&path) {
            Ok(source) => match parse(&source) {
                Ok(resource) => language.bundle.add_resource_overriding(resource),
                Err((_, at)) => {
                    let line = source[..source.floor_char_boundary(at)].matches('\n').count() + 1;
                    return Err(LanguageError::Malformed { path, line });
                }
            },
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(source) => return Err(LanguageError::Unreadable { path, source }),
        }
        Ok(language)
    }

    /// The language asked for or of the environment, with the sentences of the folder `TYNGDPUNKT_LOCALES` where that is set.
    ///
    /// # Errors
    /// [`LanguageError`] when that folder's file cannot be read or understood.
    pub fn of_environment(asked: Option<Locale>, environment: impl Fn(&str) -> Option<String>) -> Result<Self, LanguageError> {
        let locale = Locale::choose(asked, &environment);
        match environment("TYNGDPUNKT_LOCALES").filter(|folder| !folder.is_empty()) {
            Some(folder) => Self::beside(locale, Path::new(&folder)),
            None => Ok(Self::embedded(locale)),
        }
    }

    /// Which language it is, and how that language writes numbers.
    #[must_use]
    pub const fn locale(&self) -> Locale {
        self.locale
    }

    /// Whether there is a sentence with this id.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.bundle.get_message(id).is_some_and(|message| message.value().is_some())
    }

    /// The sentence `id` with `arguments` filled in; whole numbers among them are written as the language does.
    ///
    /// An id that no file has is answered with itself.
    #[must_use]
    pub fn text(&self, id: &str, arguments: &[(&str, FluentValue<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return id.to_owned();
        };
        let arguments: FluentArgs<'_> = arguments.iter().map(|(name, value)| (*name, value.clone())).collect();
        let mut errors = Vec::new();
        self.bundle
            .format_pattern(pattern, Some(&arguments), &mut errors)
            .into_owned()
    }
}

/// The resource, or what could be understood of it and the byte where it first could not.
fn parse(source: &str) -> Result<FluentResource, (FluentResource, usize)> {
    FluentResource::try_new(source.to_owned()).map_err(|(resource, errors)| {
        let first = errors.iter().map(|error| error.pos.start).min().unwrap_or(0);
        (resource, first)
    })
}

fn bundle(locale: Locale) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![match locale {
        Locale::Swedish => langid!("sv"),
        Locale::English => langid!("en"),
    }]);
    // The isolating marks of bidirectional text would show as boxes in many terminals, and neither language needs them.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match locale {
        Locale::Swedish => |value, _| written_number(Locale::Swedish, value),
        Locale::English => |value, _| written_number(Locale::English, value),
    }));
    bundle
}

/// A number among the arguments of a sentence, which are whole; amounts are passed as text already written.
#[expect(
    clippy::cast_possible_truncation,
    reason = "numbers in sentences are counts, far below 2^53"
)]
fn written_number(locale: Locale, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(locale.count(number.value as i64)),
        _ => None,
    }
}

#[cfg(test)]
#[path = "language_tests.rs"]
mod tests;
