//! Tests of the two languages: the same sentences in both, every sentence used exists, numbers as each writes them.

use std::collections::{BTreeMap, BTreeSet};

use super::*;

/// The variables (`$name`) of each message of a Fluent file.
fn messages(source: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut messages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current = None;
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        if line.starts_with(|first: char| first.is_ascii_alphabetic()) {
            let id = line.split(['=', ' ']).next().expect("a split has a first part").to_owned();
            assert!(messages.insert(id.clone(), BTreeSet::new()).is_none(), "{id} stands twice");
            current = Some(id);
        }
        if let Some(variables) = current.as_ref().and_then(|id| messages.get_mut(id)) {
            for part in line.split('$').skip(1) {
                variables.insert(
                    part.chars()
                        .take_while(|char| char.is_ascii_alphanumeric() || "-_".contains(*char))
                        .collect(),
                );
            }
        }
    }
    messages
}

/// The ids in `.text("…"` calls of a source.
fn used(source: &str) -> impl Iterator<Item = &str> {
    source
        .split(".text(")
        .skip(1)
        .filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next())
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("the sources are there") {
        let path = entry.expect("the sources can be listed").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn both_languages_have_the_same_messages_with_the_same_variables() {
    let swedish = messages(Locale::Swedish.embedded());
    let english = messages(Locale::English.embedded());
    assert!(swedish.len() > 20);
    assert_eq!(swedish, english);
}

#[test]
fn the_embedded_files_have_no_syntax_errors() {
    for locale in [Locale::Swedish, Locale::English] {
        assert!(parse(locale.embedded()).is_ok(), "{locale:?}");
    }
}

#[test]
fn every_message_used_in_the_sources_exists() {
    let known = messages(Locale::English.embedded());
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    let mut count = 0;
    for file in files.iter().filter(|file| !file.ends_with("language_tests.rs")) {
        let source = std::fs::read_to_string(file).expect("a source can be read");
        for id in used(&source) {
            assert!(known.contains_key(id), "{} uses {id}, which no locale has", file.display());
            count += 1;
        }
    }
    assert!(count > 10, "only {count} uses found: has the way of calling changed?");
}

#[test]
fn the_language_is_the_one_asked_for_else_that_of_the_environment() {
    for (asked, environment, expected) in [
        (Some(Locale::Swedish), vec![("LANG", "en_GB.UTF-8")], Locale::Swedish),
        (None, vec![("TYNGDPUNKT_LANGUAGE", "sv"), ("LC_ALL", "C")], Locale::Swedish),
        (None, vec![("LC_ALL", ""), ("LANG", "sv_SE.UTF-8")], Locale::Swedish),
        (
            None,
            vec![("LC_ALL", "en_US.UTF-8"), ("LANG", "sv_SE.UTF-8")],
            Locale::English,
        ),
        (None, vec![("LC_MESSAGES", "sv_FI"), ("LANG", "C")], Locale::Swedish),
        (None, vec![("LANG", "C.UTF-8")], Locale::English),
        (None, vec![], Locale::English),
    ] {
        let lookup = |name: &str| {
            environment
                .iter()
                .find(|(key, _)| *key == name)
                .map(|(_, value)| (*value).to_owned())
        };
        assert_eq!(Locale::choose(asked, lookup), expected, "{environment:?}");
    }
}

#[test]
fn numbers_are_written_as_each_language_writes_them() {
    for (millionths, fewest, swedish, english) in [
        (0, 0, "0", "0"),
        (84_250_000, 0, "84,25", "84.25"),
        (12_000_000, 2, "12,00", "12.00"),
        (1_234_500_000, 0, "1\u{a0}234,5", "1,234.5"),
        (-500_000, 0, "\u{2212}0,5", "-0.5"),
        (33_333_333, 1, "33,333333", "33.333333"),
        (1_000_000_000_000, 0, "1\u{a0}000\u{a0}000", "1,000,000"),
    ] {
        assert_eq!(Locale::Swedish.decimal(millionths, fewest), swedish);
        assert_eq!(Locale::English.decimal(millionths, fewest), english);
    }
    assert_eq!(Locale::Swedish.count(-1_234), "\u{2212}1\u{a0}234");
    assert_eq!(Locale::English.count(999), "999");
}

#[test]
fn a_load_is_a_percentage_with_one_decimal_half_up() {
    for (millionths, swedish, english) in [
        (844_231, "84,4\u{a0}%", "84.4%"),
        (844_500, "84,5\u{a0}%", "84.5%"),
        (1_000_000, "100,0\u{a0}%", "100.0%"),
        (0, "0,0\u{a0}%", "0.0%"),
        (12_345_678, "1\u{a0}234,6\u{a0}%", "1,234.6%"),
    ] {
        let share = Share::from_millionths(millionths);
        assert_eq!(Locale::Swedish.percent(share), swedish);
        assert_eq!(Locale::English.percent(share), english);
    }
}

#[test]
fn a_count_in_a_sentence_is_written_as_the_language_does_and_bends_it() {
    let english = Language::embedded(Locale::English);
    assert_eq!(english.text("rows-rejected", &[("count", 1.into())]), "1 row was rejected");
    assert_eq!(
        english.text("rows-rejected", &[("count", 12_345.into())]),
        "12,345 rows were rejected"
    );
    assert_eq!(english.text("no-such-sentence", &[]), "no-such-sentence");
}

#[test]
fn a_sentence_beside_the_program_replaces_the_embedded_one_and_no_other() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    std::fs::write(folder.path().join("en.ftl"), "word-load = Burden\n").expect("it can be written");
    let language = Language::beside(Locale::English, folder.path()).expect("the file is right");
    assert_eq!(language.text("word-load", &[]), "Burden");
    assert_eq!(language.text("word-points", &[]), "Points");
    let untouched = Language::beside(Locale::Swedish, folder.path()).expect("no Swedish file is no error");
    assert_eq!(
        untouched.text("word-load", &[]),
        Language::embedded(Locale::Swedish).text("word-load", &[])
    );
}

#[test]
fn a_broken_file_of_sentences_is_refused_with_its_line() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    std::fs::write(folder.path().join("en.ftl"), "word-load = Burden\n\nword-points = { $count\n").expect("it can be written");
    match Language::beside(Locale::English, folder.path()) {
        Err(LanguageError::Malformed { line, .. }) => assert!((3..=4).contains(&line), "{line}"),
        other => panic!("{other:?}"),
    }
}
