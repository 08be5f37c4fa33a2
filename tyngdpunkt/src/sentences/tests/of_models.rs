//! Faults of models and caseloads.

use ::store::StoreError;
use ::store::weight_model::AdoptError;
use jiff::civil::date;
use rules::caseload::{Caseload, CaseloadError};
use rules::weigh::WeighError;
use rules::weight_model::{ModelError, Place, Problem, WeightModel};

use super::{Sample, sample};
use crate::language::{Language, Locale};
use crate::sentences::{adopt, caseload, model, weigh};

fn text(text: &str) -> String {
    text.to_owned()
}

fn fault(name: &'static str, shows: &'static [&'static str], problem: Problem) -> Sample {
    let place = Place { line: 1234, column: 5 };
    let error = ModelError {
        problems: vec![(place, problem)],
    };
    sample(name, shows, move |language| {
        let sentences = model(&error, "a/b.toml", language);
        assert_eq!(sentences.len(), 1);
        assert!(sentences[0].starts_with("a/b.toml:1234:5: "), "{sentences:?}");
        sentences[0].clone()
    })
}

fn people(name: &'static str, shows: &'static [&'static str], error: CaseloadError) -> Sample {
    sample(name, shows, move |language| {
        let sentence = caseload(&error, "a.json", language);
        assert!(sentence.starts_with("a.json:"), "{sentence}");
        sentence
    })
}

fn case(name: &'static str, shows: &'static [&'static str], error: WeighError) -> Sample {
    sample(name, shows, move |language| weigh(&error, language))
}

pub(super) fn samples() -> Vec<Sample> {
    let same_day = AdoptError::SameDay {
        model: text("barn"),
        version: text("7"),
        valid_from: date(2026, 1, 1),
    };
    let mut samples = vec![
        sample("adopt-same-day", &["barn 7", "2026-01-01", "--from"], move |language| {
            adopt(&same_day, language).sentence
        }),
        sample("adopt-refused", &["no such draft"], |language| {
            adopt(&AdoptError::NoDraft, language).sentence
        }),
        sample("adopt-store", &["torn leaf"], |language| {
            let reason = text("torn leaf");
            adopt(&StoreError::Corrupt { reason }.into(), language).sentence
        }),
    ];
    samples.extend(keys());
    samples.extend(meanings());
    samples.extend(caseloads());
    samples
}

fn keys() -> Vec<Sample> {
    let (table, key) = (|| text("level"), || text("shre"));
    let unknown = |nearest: &str| Problem::UnknownKey {
        table: table(),
        key: key(),
        nearest: text(nearest),
    };
    let range = |key: &str| Problem::OutOfRange {
        table: table(),
        key: text(key),
        least: text("0"),
        most: text("10"),
    };
    let missing = |table: &str, key| Problem::MissingKey { table: text(table), key };
    let decimals = |decimals| Problem::TooManyDecimals {
        table: table(),
        key: key(),
        decimals,
    };
    let (found, allowed) = (text("chef"), text("worker, lead, both"));
    let word = Problem::UnknownWord {
        key: "scored_by",
        found,
        allowed,
    };
    let kind = Problem::WrongKind {
        table: text("norm"),
        key: key(),
        expected: "flag",
    };
    let twice = Problem::TwoWithOneId {
        table: text("factor"),
        id: text("tolk"),
        first_line: 77,
    };
    vec![
        fault(
            "model-syntax",
            &["TOML", "expected `=`"],
            Problem::NotToml {
                message: text("expected `=`"),
            },
        ),
        fault(
            "model-missing",
            &["points", "[[case]]", "points = 10.0"],
            missing("case", "points"),
        ),
        fault(
            "model-missing-at-top",
            &["valid_from = 2026-01-01"],
            missing("", "valid_from"),
        ),
        fault("model-unknown", &["shre", "[[norm.level]]"], unknown("")),
        fault("model-unknown-like", &["shre", "[[norm.level]]", "share"], unknown("share")),
        fault("model-kind", &["shre", "[norm]", "true", "false"], kind),
        fault("model-range", &["share", "0", "10"], range("share")),
        fault("model-range-whole", &["weeks", "0", "10"], range("weeks")),
        fault("model-format", &["format", "1"], range("format")),
        fault("model-decimals", &["shre", "3"], decimals(3)),
        fault("model-no-decimals", &["shre", "[[norm.level]]"], decimals(0)),
        fault("model-decimal", &["shre", "1"], decimals(1)),
        fault("model-word", &["scored_by", "chef", "worker, lead, both"], word),
        fault("model-two-ids", &["[[factor]]", "tolk", "77"], twice),
    ]
}

fn meanings() -> Vec<Sample> {
    let id = || text("ny");
    let rows = |phase: &str| Problem::TwoRows {
        case_type: text("barn"),
        phase: text(phase),
        first_line: 77,
    };
    let no_such = |nearest: &str| Problem::NoSuchTypeOrPhase {
        key: "types",
        found: text("brn"),
        nearest: text(nearest),
    };
    vec![
        fault("model-two-rows", &["barn", "utredning", "77"], rows("utredning")),
        fault("model-two-rows-any", &["barn", "77", "phase"], rows("")),
        fault("model-no-rows", &["[[case]]"], Problem::NoRows),
        fault(
            "model-last-level",
            &["ny", "below_months"],
            Problem::LastLevelHasLimit { id: id() },
        ),
        fault(
            "model-level-order",
            &["ny", "below_months"],
            Problem::LevelsOutOfOrder { id: id() },
        ),
        fault("model-bands", &["low", "high", "over"], Problem::BandsOutOfOrder),
        fault("model-factor", &["ny", "multiply"], Problem::FactorWithoutEffect { id: id() }),
        fault("model-no-such", &["brn", "types"], no_such("")),
        fault("model-no-such-like", &["brn", "types", "barn"], no_such("barn")),
        fault("model-exceptional", &["exceptional", "count"], Problem::ExceptionalBelowLimit),
        fault("model-multipliers", &["6"], Problem::TooManyMultipliers { most: 6 }),
    ]
}

fn caseloads() -> Vec<Sample> {
    let person = || text("anna");
    let (case_type, level) = (text("barn"), text("mellan"));
    let no_row = |phase: Option<&str>| WeighError::NoRow {
        case_type: case_type.clone(),
        phase: phase.map(text),
    };
    let not = Caseload::parse("{\n  \"people\": 3 }").expect_err("people are a list");
    let (factor, value) = (text("tolk"), text("3"));
    let period = CaseloadError::EndBeforeStart {
        person: person(),
        from: date(2026, 3, 2),
        to: date(2026, 3, 1),
    };
    let range = CaseloadError::OutOfRange {
        person: person(),
        field: "hours_per_week",
        least: 0,
        most: 168,
    };
    let no_level = WeighError::NoLevel {
        factor: text("restid"),
        level,
    };
    vec![
        people("caseload-format", &["a.json:2:13: ", "docs/caseload.md"], not),
        people("caseload-period", &["anna", "2026-03-02", "2026-03-01"], period),
        people(
            "caseload-extent",
            &["anna", "hours_per_week"],
            CaseloadError::Extent { person: person() },
        ),
        people(
            "caseload-reduction",
            &["anna", "share"],
            CaseloadError::ReductionSize { person: person() },
        ),
        people("caseload-range", &["anna", "hours_per_week", "168"], range),
        case("weigh-no-row", &["barn", "insats"], no_row(Some("insats"))),
        case("weigh-no-phase", &["barn"], no_row(None)),
        case("weigh-no-level", &["restid", "mellan"], no_level),
        case("weigh-wrong-value", &["tolk", "3"], WeighError::WrongValue { factor, value }),
    ]
}

#[test]
fn whatever_is_missing_in_a_model_comes_with_an_example_of_what_to_write() {
    let empty = "[norm]\n[[norm.level]]\n[[case]]\n[[factor]]\n[[factor]]\nkind = \"count\"\n[share]\n[[duty]]\n[[support]]\n\
        [[reduction]]\n[[limit]]\n[bands]\n[overload]\n";
    for (text, least) in [("", 7), (empty, 25)] {
        let error = WeightModel::parse(text).expect_err("much is missing");
        let missing = error
            .problems
            .iter()
            .filter(|(_, problem)| matches!(problem, Problem::MissingKey { .. }));
        assert!(missing.count() >= least, "{error}");
        for locale in [Locale::Swedish, Locale::English] {
            for sentence in model(&error, "a.toml", &Language::embedded(locale)) {
                assert!(!sentence.contains('\u{2026}'), "an example is wanting: {sentence}");
            }
        }
    }
}

#[test]
fn each_kind_of_value_in_a_model_is_called_by_its_own_name() {
    for locale in [Locale::Swedish, Locale::English] {
        let language = Language::embedded(locale);
        let called = |kind: &'static str| language.text("model-expected", &[("expected", kind.into())]);
        for kind in ["text", "number", "flag", "date", "list", "levels", "table", "tables"] {
            assert_ne!(called(kind), called("nothing-such"), "{kind}");
        }
    }
}

#[test]
fn an_identity_number_in_a_caseload_is_not_repeated() {
    let language = Language::embedded(Locale::Swedish);
    let people = CaseloadError::Extent {
        person: text("121212-1212"),
    };
    let unknown = Caseload::parse("{ \"people\": [], \"19121212-1212\": 1 }").expect_err("there is no such key");
    for error in [people, unknown] {
        let sentence = caseload(&error, "a.json", &language);
        assert!(!sentence.contains("1212"), "{sentence}");
    }
}
