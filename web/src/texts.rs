//! What the pages say: every sentence in both languages, read from `locales/web.sv.ftl` and `locales/web.en.ftl`; what is said of files
//! ([`crate::sentences`]) from `locales/sv.ftl` and `locales/en.ftl`, which the command line has too.

use std::convert::Infallible;
use std::fmt;
use std::io;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use jiff::civil::Date;
use unic_langid::langid;

use crate::language::Locale;
use crate::site::Site;

/// The cookie in which a visitor's choice of language is kept.
pub const COOKIE: &str = "language";

/// Why a file of sentences beside the program cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum TextsError {
    /// It cannot be read.
    #[error("cannot read {}: {source}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system answered.
        source: io::Error,
    },
    /// It breaks the syntax of Fluent at `line` (from 1).
    #[error("{} line {line}: not Fluent syntax", path.display())]
    Malformed {
        /// The file.
        path: PathBuf,
        /// The first line that cannot be read.
        line: usize,
    },
}

/// The sentences of both languages.
pub struct Texts {
    swedish: FluentBundle<FluentResource>,
    english: FluentBundle<FluentResource>,
}

impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Texts").finish_non_exhaustive()
    }
}

impl Texts {
    /// The sentences embedded in the program.
    #[must_use]
    pub fn embedded() -> Self {
        let of = |locale: Locale| {
            let mut bundle = bundle(locale);
            // A test holds that the embedded files have no syntax errors; were there one, the sentences around it still count.
            for source in [shared(locale), source(locale)] {
                bundle.add_resource_overriding(parse(source).unwrap_or_else(|(resource, _)| resource));
            }
            bundle
        };
        Self {
            swedish: of(Locale::Swedish),
            english: of(Locale::English),
        }
    }

    /// The embedded sentences, replaced one by one by those of the files with the same names in `folder`; a folder without these
    /// files changes nothing.
    ///
    /// # Errors
    /// [`TextsError`] when a file is there but cannot be read or understood.
    pub fn beside(folder: &Path) -> Result<Self, TextsError> {
        let mut texts = Self::embedded();
        for locale in Locale::ALL {
            for name in [format!("{}.ftl", locale.code()), format!("web.{}.ftl", locale.code())] {
                let path = folder.join(name);
                match std::fs::read_to_string(&path) {
                    Ok(written) => match parse(&written) {
                        Ok(resource) => texts.bundle_mut(locale).add_resource_overriding(resource),
                        Err((_, at)) => {
                            let line = written[..written.floor_char_boundary(at)].matches('\n').count() + 1;
                            return Err(TextsError::Malformed { path, line });
                        }
                    },
                    Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                    Err(source) => return Err(TextsError::Unreadable { path, source }),
                }
            }
        }
        Ok(texts)
    }

    /// Whether there is a sentence with this id.
    #[must_use]
    pub fn has(&self, locale: Locale, id: &str) -> bool {
        self.bundle(locale)
            .get_message(id)
            .is_some_and(|message| message.value().is_some())
    }

    fn bundle(&self, locale: Locale) -> &FluentBundle<FluentResource> {
        match locale {
            Locale::Swedish => &self.swedish,
            Locale::English => &self.english,
        }
    }

    fn bundle_mut(&mut self, locale: Locale) -> &mut FluentBundle<FluentResource> {
        match locale {
            Locale::Swedish => &mut self.swedish,
            Locale::English => &mut self.english,
        }
    }
}

/// The sentences in the language of one visitor. A handler takes it as an argument; a template has it as `page.tr`.
///
/// Numbers are written as the language does through [`Locale`], to which it dereferences.
#[derive(Debug, Clone)]
pub struct Tr {
    texts: Arc<Texts>,
    locale: Locale,
}

impl Tr {
    /// The sentences of `texts` in `locale`.
    #[must_use]
    pub const fn new(texts: Arc<Texts>, locale: Locale) -> Self {
        Self { texts, locale }
    }

    /// The language that a request with these headers is answered in.
    #[must_use]
    pub fn of_headers(headers: &HeaderMap, site: &Site) -> Self {
        let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
        let cookie = text(header::COOKIE).and_then(|cookies| {
            cookies
                .split(';')
                .find_map(|cookie| cookie.trim().strip_prefix(COOKIE)?.strip_prefix('='))
        });
        let locale = Locale::choose(cookie, text(header::ACCEPT_LANGUAGE), site.settings().language);
        Self::new(site.texts(), locale)
    }

    /// The language that a program is answered in: the one its request asks for, else English.
    #[must_use]
    pub fn of_program(headers: &HeaderMap, site: &Site) -> Self {
        let wanted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        Self::new(site.texts(), Locale::choose(None, wanted, Locale::English))
    }

    /// The language.
    #[must_use]
    pub const fn locale(&self) -> Locale {
        self.locale
    }

    /// The same sentences in another language.
    #[must_use]
    pub fn in_language(&self, locale: Locale) -> Self {
        Self::new(Arc::clone(&self.texts), locale)
    }

    /// The sentence `id`, which takes no arguments. An id that no file has is answered with itself.
    #[must_use]
    pub fn text(&self, id: &str) -> String {
        self.fill(id, &[])
    }

    /// The sentence `id` with its one argument.
    #[must_use]
    pub fn with(&self, id: &str, name: &str, value: &str) -> String {
        self.fill(id, &[(name, value.into())])
    }

    /// The sentence `id` with a count, which is written, and bends the sentence, as the language does.
    #[must_use]
    pub fn counted(&self, id: &str, count: i64) -> String {
        self.fill(id, &[("count", count.into())])
    }

    /// The sentence `id` with its arguments. Whole numbers among them are written as the language does; amounts and days are
    /// passed as text already written.
    #[must_use]
    pub fn fill(&self, id: &str, arguments: &[(&str, FluentValue<'_>)]) -> String {
        let bundle = self.texts.bundle(self.locale);
        let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) else {
            return id.to_owned();
        };
        let arguments: FluentArgs<'_> = arguments.iter().map(|(name, value)| (*name, value.clone())).collect();
        bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned()
    }

    /// A longer text as paragraphs and lists. Blank lines part paragraphs; in a list each line begins with `- `.
    #[must_use]
    pub fn prose(&self, id: &str) -> Vec<Block> {
        prose(&self.text(id))
    }

    /// A day in words: `31 oktober 2026`.
    #[must_use]
    pub fn long_day(&self, day: Date) -> String {
        let month = self.text(&format!("month-{}", day.month()));
        self.fill(
            "day-in-words",
            &[
                ("day", day.day().to_string().into()),
                ("month", month.into()),
                ("year", day.year().to_string().into()),
            ],
        )
    }
}

impl Deref for Tr {
    type Target = Locale;

    fn deref(&self) -> &Locale {
        &self.locale
    }
}

impl FromRequestParts<Site> for Tr {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Infallible> {
        Ok(Self::of_headers(&parts.headers, site))
    }
}

/// A part of a longer text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(String),
    /// A list, an item each.
    List(Vec<String>),
}

fn prose(text: &str) -> Vec<Block> {
    let blocks = text.split("\n\n").map(str::trim).filter(|block| !block.is_empty());
    blocks
        .map(|block| match block.strip_prefix("- ") {
            Some(list) => Block::List(list.split("\n- ").map(|item| item.replace('\n', " ")).collect()),
            None => Block::Paragraph(block.replace('\n', " ")),
        })
        .collect()
}

/// What the command line says too.
const fn shared(locale: Locale) -> &'static str {
    match locale {
        Locale::Swedish => include_str!("../../locales/sv.ftl"),
        Locale::English => include_str!("../../locales/en.ftl"),
    }
}

const fn source(locale: Locale) -> &'static str {
    match locale {
        Locale::Swedish => include_str!("../../locales/web.sv.ftl"),
        Locale::English => include_str!("../../locales/web.en.ftl"),
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
    // The isolating marks of bidirectional text would be read out and copied along, and neither language needs them.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match locale {
        Locale::Swedish => |value, _| written_number(Locale::Swedish, value),
        Locale::English => |value, _| written_number(Locale::English, value),
    }));
    bundle
}

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
#[path = "texts_tests.rs"]
mod tests;
