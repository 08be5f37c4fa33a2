//! Tests of the sentences: the same in both languages, every one used exists, and every one that exists is used.

use rules::access::Role;
use rules::weight_model::Band;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

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

/// What asks for a sentence in a template or a source.
const CALLS: [&str; 6] = [".text(", ".with(", ".counted(", ".fill(", ".prose(", ".page("];

/// The ids in calls for sentences.
fn used(source: &str) -> impl Iterator<Item = &str> {
    CALLS.into_iter().flat_map(move |call| {
        source
            .split(call)
            .skip(1)
            .filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next())
    })
}

/// The templates and sources, without the tests.
fn files() -> Vec<(PathBuf, String)> {
    fn collect(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
        for entry in fs::read_dir(folder).expect("the folder is there") {
            let path = entry.expect("the folder can be listed").path();
            if path.is_dir() {
                collect(&path, found);
            } else if !path.to_string_lossy().ends_with("tests.rs") {
                let text = fs::read_to_string(&path).expect("a source can be read");
                found.push((path, text));
            }
        }
    }
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    collect(&here.join("src"), &mut found);
    collect(&here.join("templates"), &mut found);
    found
}

/// What the ids begin with that are put together in the sources.
const COMPOSED: [&str; 48] = [
    "api-",
    "month-",
    "openid-refused-",
    "failure-",
    "help-title-",
    "help-text-",
    "band-",
    "rating-",
    "role-",
    "administration-part-",
    "accounts-password-",
    "models-part-",
    "models-hint-",
    "models-field-",
    "models-choice-",
    "event-kind-",
    "deadline-length-",
    "deadline-reason-",
    "setting-",
    "look-",
    "import-kind-",
    "import-role-",
    "import-unit-",
    "rebalancing-changed-",
    "rebalancing-count-",
    "rebalancing-do-",
    "rebalancing-new-",
    "rebalancing-occasion-",
    "rebalancing-one-",
    "rebalancing-people-",
    "rebalancing-plan-",
    "rebalancing-reason-",
    "rebalancing-rule-",
    "rebalancing-section-",
    "rebalancing-shut-out-",
    "rebalancing-stage-",
    "qualification-degree-",
    "qualification-missing-",
    "qualification-kind-",
    "qualification-add-",
    "qualification-hint-",
    "qualification-task-",
    "allocation-need-",
    "allocation-add-",
    "allocation-label-",
    "allocation-hint-",
    "allocation-lock-",
    "next-case-",
];

#[test]
fn both_languages_have_the_same_messages_with_the_same_variables() {
    let swedish = messages(source(Locale::Swedish));
    assert!(swedish.len() > 100);
    assert_eq!(swedish, messages(source(Locale::English)));
}

#[test]
fn the_embedded_files_have_no_syntax_errors() {
    for locale in Locale::ALL {
        assert!(parse(source(locale)).is_ok(), "{locale:?}");
    }
}

#[test]
fn every_message_used_exists() {
    let mut known = messages(source(Locale::English));
    known.extend(messages(shared(Locale::English)));
    let mut count = 0;
    for (file, text) in files() {
        for id in used(&text).filter(|id| !id.contains('{')) {
            assert!(known.contains_key(id), "{} uses {id}, which no locale has", file.display());
            count += 1;
        }
    }
    assert!(count > 40, "only {count} uses found: has the way of calling changed?");
}

#[test]
fn every_message_is_used() {
    let files = files();
    for id in messages(source(Locale::English)).keys() {
        let is_composed = COMPOSED.iter().any(|start| id.starts_with(start)) || id.ends_with("-unknown");
        let quoted = format!("\"{id}\"");
        assert!(
            is_composed || files.iter().any(|(_, text)| text.contains(&quoted)),
            "nobody says {id}"
        );
    }
}

#[test]
fn every_composed_message_exists() {
    let texts = Texts::embedded();
    let mut ids: Vec<String> = (1..=12).map(|month| format!("month-{month}")).collect();
    for failure in crate::Failure::ALL {
        ids.extend(["title", "text"].map(|part| format!("{}-{part}", failure.text_id())));
    }
    for refusal in crate::pages::openid::REFUSALS {
        ids.extend(["title", "text"].map(|part| format!("{refusal}-{part}")));
    }
    for reader in crate::pages::help::READERS {
        ids.extend(["title", "text"].map(|part| format!("help-{part}-{reader}")));
    }
    for band in [Band::Low, Band::Balance, Band::High, Band::Over, Band::NoCapacity] {
        ids.extend([format!("band-{}", band.id()), format!("band-{}-means", band.id())]);
    }
    ids.extend(crate::pages::weight_model::composed());
    let kinds = store::import::mapping::Kind::NAMES;
    ids.extend(kinds.map(|(kind, _)| format!("import-kind-{kind}")));
    ids.extend(crate::pages::import::columns::ROLES.map(|role| format!("import-role-{role}")));
    ids.extend(["percent", "fraction", "hours"].map(|unit| format!("import-unit-{unit}")));
    ids.extend(crate::pages::rebalance::words::composed());
    ids.extend(rules::next_case::NotNow::ALL.map(|why| format!("next-case-not-now-{}", why.id())));
    let reasons = rules::next_case::MOVED.into_iter().chain(rules::next_case::OTHERWISE);
    ids.extend(reasons.map(|reason| format!("next-case-reason-{}", reason.id())));
    let rules = rules::next_case::Rule::ALL.into_iter().skip(1);
    ids.extend(rules.map(|rule| format!("next-case-rule-{}", rule.id())));
    ids.extend(["days", "weeks", "months", "years"].map(|unit| format!("deadline-length-{unit}")));
    ids.extend(rules::deadline::Withdrawal::ALL.map(|reason| format!("deadline-reason-{}", reason.id())));
    ids.extend((1..=5).map(|rating| format!("rating-{rating}")));
    ids.extend(Role::ALL.iter().map(|role| format!("role-{}", role.id())));
    for id in ids {
        for locale in Locale::ALL {
            assert!(texts.has(locale, &id), "{id} in {locale:?}");
        }
    }
}

/// The codes of refusals in a source of the API.
fn codes(source: &str) -> impl Iterator<Item = &str> {
    ["malformed(", "refused(", "Refusal::new(", "Self::new("]
        .into_iter()
        .flat_map(move |call| source.split(call).skip(1))
        .filter_map(|rest| rest.split("\")").next()?.rsplit('"').next())
        .filter(|code| !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'))
}

#[test]
fn every_refusal_of_the_api_says_what_is_wrong_and_what_to_do_and_none_is_told_that_is_not() {
    let known = messages(source(Locale::English));
    let files: Vec<_> = files()
        .into_iter()
        .filter(|(file, _)| file.components().any(|part| part.as_os_str() == "api") && !file.ends_with("document.rs"))
        .collect();
    let mut said = BTreeSet::new();
    for (file, text) in &files {
        for code in codes(text) {
            for id in [format!("api-{code}"), format!("api-{code}-remedy")] {
                assert!(known.contains_key(&id), "{}: {id}", file.display());
            }
            said.insert(code.to_owned());
        }
    }
    assert!(said.len() > 30, "only {said:?}");
    for id in known.keys().filter_map(|id| id.strip_prefix("api-")?.strip_suffix("-remedy")) {
        let quoted = format!("\"{id}\"");
        assert!(files.iter().any(|(_, text)| text.contains(&quoted)), "nobody says {id}");
    }
}

#[test]
fn a_day_is_written_in_words_as_each_language_does() {
    let swedish = Tr::new(Arc::new(Texts::embedded()), Locale::Swedish);
    let day = jiff::civil::date(2026, 10, 31);
    assert_eq!(swedish.long_day(day), "31 oktober 2026");
    assert_eq!(swedish.in_language(Locale::English).long_day(day), "31 October 2026");
    assert_eq!(swedish.text("no-such-sentence"), "no-such-sentence");
}

#[test]
fn a_longer_text_is_paragraphs_and_lists() {
    let text = "One\nand one.\n\n- first\n- second\n  line\n\nLast.";
    let expected = [
        Block::Paragraph("One and one.".to_owned()),
        Block::List(vec!["first".to_owned(), "second   line".to_owned()]),
        Block::Paragraph("Last.".to_owned()),
    ];
    assert_eq!(prose(text), expected);
}

#[test]
fn a_sentence_beside_the_program_replaces_the_embedded_one_and_no_other() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(folder.path().join("web.en.ftl"), "place-help = Guidance\n").expect("it can be written");
    let texts = Arc::new(Texts::beside(folder.path()).expect("the file is right"));
    let english = Tr::new(Arc::clone(&texts), Locale::English);
    assert_eq!(
        (english.text("place-help").as_str(), english.text("place-start").as_str()),
        ("Guidance", "Start")
    );
    fs::write(
        folder.path().join("web.en.ftl"),
        "place-help = Guidance\n\nplace-start = { $x\n",
    )
    .expect("it can be written");
    match Texts::beside(folder.path()) {
        Err(TextsError::Malformed { line, .. }) => assert!((3..=4).contains(&line), "{line}"),
        other => panic!("{other:?}"),
    }
}
