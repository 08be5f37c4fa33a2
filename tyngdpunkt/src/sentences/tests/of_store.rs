//! Faults of the database, its log and of files.

use std::io::{self, ErrorKind};

use ::store::error::Rule;
use ::store::log::{Broken, Why};
use ::store::{Store, StoreError};

use super::{Sample, sample};
use crate::exit::Exit;
use crate::language::{Language, LanguageError, Locale};
use crate::sentences::{file, language, store};

fn fault(name: &'static str, shows: &'static [&'static str], error: StoreError) -> Sample {
    sample(name, shows, move |language: &Language| store(&error, language).sentence)
}

fn refused(name: &'static str, rule: Rule) -> Sample {
    let reason = "unit.code".to_owned();
    fault(name, &["unit.code"], StoreError::Refused { rule, reason })
}

fn link(name: &'static str, why: Why) -> Sample {
    let sequence = 12_345;
    sample(name, &["12345"], move |language| {
        store(&Broken { sequence, why }.into(), language).sentence
    })
}

fn unusable(name: &'static str, kind: ErrorKind) -> Sample {
    let error = io::Error::from(kind);
    sample(name, &["a/b.csv"], move |language| file("a/b.csv", &error, language))
}

/// What a database says that no other variant names.
fn unexpected() -> StoreError {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let answer = runtime.expect("a runtime").block_on(async {
        let store = Store::open(":memory:").await.expect("a database in memory");
        let mut reading = store
            .read(&::store::Viewer::system("test", jiff::Timestamp::UNIX_EPOCH))
            .await
            .expect("it can be read");
        reading.fetch("SELECT nothing_such", &[], |row| row.get::<i64>(0)).await
    });
    let error = answer.expect_err("there is no such column");
    assert!(matches!(error, StoreError::Unexpected(_)), "{error:?}");
    error
}

pub(super) fn samples() -> Vec<Sample> {
    let address = || "a/b.db".to_owned();
    let reason = || "disk I/O error".to_owned();
    let malformed = LanguageError::Malformed {
        path: "a/sv.ftl".into(),
        line: 1234,
    };
    let unreadable = LanguageError::Unreadable {
        path: "a/en.ftl".into(),
        source: ErrorKind::PermissionDenied.into(),
    };
    let path = || "a/c.backup".into();
    let full = ErrorKind::StorageFull.into();
    vec![
        fault(
            "store-cannot-open",
            &["a/b.db", "disk I/O error"],
            StoreError::CannotOpen {
                address: address(),
                reason: reason(),
            },
        ),
        fault(
            "store-not-ours",
            &["a/b.db"],
            StoreError::NotTyngdpunkt { address: address() },
        ),
        fault("store-newer", &["9", "4"], StoreError::NewerVersion { found: 9, known: 4 }),
        fault("store-older", &["3", "4"], StoreError::OlderVersion { found: 3, known: 4 }),
        fault("store-disk-full", &[], StoreError::DiskFull),
        fault("store-read-only", &["--database"], StoreError::ReadOnly),
        fault(
            "store-lost",
            &["disk I/O error"],
            StoreError::ConnectionLost { reason: reason() },
        ),
        fault("store-unsure", &["disk I/O error"], StoreError::Unsure { reason: reason() }),
        fault("store-busy", &[], StoreError::Busy),
        fault("store-corrupt", &["disk I/O error"], StoreError::Corrupt { reason: reason() }),
        refused("refused-unique", Rule::Unique),
        refused("refused-reference", Rule::Reference),
        refused("refused-check", Rule::Check),
        refused("refused-append-only", Rule::AppendOnly),
        fault("store-unrecorded", &[], StoreError::Unrecorded { changes: 1 }),
        fault("store-unrecorded-many", &["17"], StoreError::Unrecorded { changes: 17 }),
        fault("store-not-empty", &["--database"], StoreError::NotEmpty),
        fault(
            "store-not-allowed",
            &[],
            StoreError::NotAllowed {
                permission: rules::access::Permission::Accounts,
            },
        ),
        fault("store-not-there", &[], StoreError::NotThere),
        fault(
            "store-backup",
            &["a/c.backup", "disk I/O error"],
            StoreError::BackupDamaged {
                path: path(),
                reason: reason(),
            },
        ),
        fault(
            "store-file",
            &["a/c.backup"],
            StoreError::File {
                path: path(),
                source: full,
            },
        ),
        fault(
            "store-details",
            &["EOF"],
            serde_json::from_str::<u8>("").expect_err("nothing is no number").into(),
        ),
        fault("store-unexpected", &["nothing_such"], unexpected()),
        link("log-missing", Why::Missing),
        link("log-past-the-end", Why::PastTheEnd),
        link("log-not-following", Why::NotFollowing),
        link("log-changed", Why::Changed),
        link("log-details-changed", Why::DetailsChanged),
        link("log-looks-changed", Why::LooksChanged),
        link("log-other-head", Why::OtherHead),
        unusable("file-not-found", ErrorKind::NotFound),
        unusable("file-no-access", ErrorKind::PermissionDenied),
        unusable("file-is-folder", ErrorKind::IsADirectory),
        unusable("file-exists", ErrorKind::AlreadyExists),
        unusable("file-not-text", ErrorKind::InvalidData),
        unusable("file-no-room", ErrorKind::StorageFull),
        unusable("file-other", ErrorKind::TimedOut),
        sample("sentences-malformed", &["a/sv.ftl:1234:"], move |words| {
            language(&malformed, words)
        }),
        sample("sentences-unreadable", &["a/en.ftl"], move |words| {
            language(&unreadable, words)
        }),
    ]
}

#[test]
fn a_script_can_tell_a_full_disk_from_a_wrong_file_and_both_from_a_database_that_is_away() {
    let words = Language::embedded(Locale::English);
    let copy = |kind: ErrorKind| StoreError::File {
        path: "a.backup".into(),
        source: kind.into(),
    };
    let damaged = StoreError::BackupDamaged {
        path: "a.backup".into(),
        reason: String::new(),
    };
    let (sequence, why) = (7, Why::Changed);
    for (error, exit) in [
        (StoreError::DiskFull, Exit::Resource),
        (copy(ErrorKind::StorageFull), Exit::Resource),
        (copy(ErrorKind::NotFound), Exit::Input),
        (damaged, Exit::Input),
        (StoreError::Busy, Exit::Database),
        (StoreError::ReadOnly, Exit::Database),
        (Broken { sequence, why }.into(), Exit::Attention),
    ] {
        assert_eq!(store(&error, &words).exit, exit, "{error}");
    }
}
