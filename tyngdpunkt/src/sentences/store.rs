//! The database and its log.

use store::StoreError;
use store::error::Rule;
use store::log::{Broken, Why};

use super::{Arguments, file, plain};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::language::Language;

/// What is the matter with the database, and what to do.
#[must_use]
pub fn store(error: &StoreError, language: &Language) -> Failure {
    Failure {
        exit: exit(error),
        sentence: sentence(error, language),
    }
}

fn exit(error: &StoreError) -> Exit {
    match error {
        StoreError::LogBroken(_) => Exit::Attention,
        StoreError::BackupDamaged { .. } | StoreError::NotThere => Exit::Input,
        StoreError::File { source, .. } => Exit::of_io(source),
        StoreError::DiskFull => Exit::Resource,
        StoreError::CannotOpen { .. }
        | StoreError::NotTyngdpunkt { .. }
        | StoreError::NewerVersion { .. }
        | StoreError::OlderVersion { .. }
        | StoreError::ReadOnly
        | StoreError::ConnectionLost { .. }
        | StoreError::Unsure { .. }
        | StoreError::Busy
        | StoreError::Corrupt { .. }
        | StoreError::Refused { .. }
        | StoreError::Unrecorded { .. }
        | StoreError::NotEmpty
        | StoreError::NotAllowed { .. }
        | StoreError::ReadOnlyToken
        | StoreError::TakenOver
        | StoreError::Details(_)
        | StoreError::Unexpected(_) => Exit::Database,
    }
}

fn sentence(error: &StoreError, language: &Language) -> String {
    let reason = |reason: &dyn ToString| ("reason", plain(&reason.to_string()));
    let (id, arguments): (&str, Arguments<'_>) = match error {
        StoreError::LogBroken(error) => return broken(error, language),
        StoreError::File { path, source } => return file(&path.display().to_string(), source, language),
        StoreError::CannotOpen { address, reason: why } => ("store-cannot-open", vec![("address", plain(address)), reason(why)]),
        StoreError::NotTyngdpunkt { address } => ("store-not-tyngdpunkt", vec![("address", plain(address))]),
        StoreError::NewerVersion { found, known } => ("store-newer-version", versions(*found, *known)),
        StoreError::OlderVersion { found, known } => ("store-older-version", versions(*found, *known)),
        StoreError::DiskFull => ("store-disk-full", vec![]),
        StoreError::ReadOnly => ("store-read-only", vec![]),
        StoreError::ConnectionLost { reason: why } => ("store-connection-lost", vec![reason(why)]),
        StoreError::Unsure { reason: why } => ("store-unsure", vec![reason(why)]),
        StoreError::Busy | StoreError::TakenOver => ("store-busy", vec![]),
        StoreError::Corrupt { reason: why } => ("store-corrupt", vec![reason(why)]),
        StoreError::Refused { rule, reason: why } => (refused(*rule), vec![reason(why)]),
        StoreError::Unrecorded { changes } => ("store-unrecorded", vec![("changes", (*changes).into())]),
        StoreError::NotEmpty => ("store-not-empty", vec![]),
        StoreError::NotAllowed { .. } | StoreError::ReadOnlyToken => ("store-not-allowed", vec![]),
        StoreError::NotThere => ("store-not-there", vec![]),
        StoreError::BackupDamaged { path, reason: why } => {
            let file = ("file", plain(&path.display()));
            ("store-backup-damaged", vec![file, reason(why)])
        }
        StoreError::Details(error) => ("store-details", vec![reason(error)]),
        StoreError::Unexpected(error) => ("store-unexpected", vec![reason(error)]),
    };
    language.text(id, &arguments)
}

/// Where the log is not as it was written.
fn broken(broken: &Broken, language: &Language) -> String {
    let id = match broken.why {
        Why::Missing => "log-broken-missing",
        Why::PastTheEnd => "log-broken-past-the-end",
        Why::NotFollowing => "log-broken-not-following",
        Why::Changed => "log-broken-changed",
        Why::DetailsChanged => "log-broken-details-changed",
        Why::LooksChanged => "log-broken-looks-changed",
        Why::OtherHead => "log-broken-other-head",
    };
    let what = language.text(id, &[("sequence", plain(&broken.sequence))]);
    format!("{what} {}", language.text("log-broken-what-to-do", &[]))
}

const fn refused(rule: Rule) -> &'static str {
    match rule {
        Rule::Unique => "store-refused-unique",
        Rule::Reference => "store-refused-reference",
        Rule::Check => "store-refused-check",
        Rule::AppendOnly => "store-refused-append-only",
    }
}

fn versions(found: i64, known: i64) -> Arguments<'static> {
    vec![("found", plain(&found)), ("known", plain(&known))]
}
