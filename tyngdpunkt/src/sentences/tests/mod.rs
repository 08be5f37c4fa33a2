//! Tests of the sentences: every fault has one in both languages, with all the facts that it must show.

mod of_accounts;
mod of_imports;
mod of_models;
mod of_pages;
mod of_store;

use crate::language::{Language, Locale};

/// A fault under a name, what is said of it, and what the sentence must show.
struct Sample {
    name: &'static str,
    say: Box<dyn Fn(&Language) -> String>,
    shows: &'static [&'static str],
}

fn sample(name: &'static str, shows: &'static [&'static str], say: impl Fn(&Language) -> String + 'static) -> Sample {
    let say = Box::new(say);
    Sample { name, say, shows }
}

fn samples() -> Vec<Sample> {
    let mut samples = of_store::samples();
    samples.extend(of_accounts::samples());
    samples.extend(of_imports::samples());
    samples.extend(of_models::samples());
    samples.extend(of_pages::samples());
    samples
}

/// What begins the ids of these sentences.
const SUBJECTS: [&str; 16] = [
    "adopt-",
    "caseload-",
    "field-",
    "file-",
    "hidden-",
    "import-",
    "language-",
    "list-",
    "log-broken",
    "mapping-",
    "model-",
    "notice-",
    "rejected-",
    "settings-",
    "store-",
    "weigh-",
];

#[test]
fn every_fault_has_its_own_sentence_in_both_languages_with_all_that_it_must_show() {
    let (swedish, english) = (Language::embedded(Locale::Swedish), Language::embedded(Locale::English));
    let mut said = std::collections::BTreeMap::new();
    for Sample { name, say, shows } in samples() {
        assert_ne!(say(&swedish), say(&english), "{name} is the same in both languages");
        for language in [&swedish, &english] {
            let sentence = say(language);
            assert!(!sentence.contains(['{', '}']), "{name}: {sentence}");
            assert!(sentence.split(' ').count() > 3, "{name}: {sentence}");
            let id = sentence
                .split([' ', '\n'])
                .find(|word| SUBJECTS.iter().any(|subject| word.starts_with(subject)));
            assert_eq!(id, None, "{name}: {sentence}");
            for shown in shows {
                assert!(sentence.contains(shown), "{name} does not show {shown}: {sentence}");
            }
            let before = said.insert(sentence, name);
            assert_eq!(before, None, "{name} says the same");
        }
    }
}

/// Each line of the file is a name and what is said in Swedish.
#[test]
fn the_tone_is_that_of_these_sentences() {
    let swedish = Language::embedded(Locale::Swedish);
    let samples = samples();
    let golden = include_str!("../../../tests/data/sentences/sv.txt");
    for line in golden.lines().filter(|line| !line.is_empty()) {
        let (name, expected) = line.split_once(" | ").expect("a name and a sentence");
        let sample = samples.iter().find(|sample| sample.name == name).expect(name);
        assert_eq!((sample.say)(&swedish), expected, "{name}");
    }
    assert!(golden.lines().count() > 50);
}
