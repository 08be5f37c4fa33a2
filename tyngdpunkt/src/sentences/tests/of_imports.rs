//! Faults of lists, rows and mappings.

use std::io::ErrorKind;

use ::store::StoreError;
use ::store::import::mapping::{Kind, Mapping, MappingError, MappingProblem};
use ::store::import::read::{FileError, Notice, Problem};
use ::store::import::rejection::Reason;
use ::store::import::table::{FileType, TableError};
use ::store::import::take_in::ImportError;
use ::store::import::value::{BadDate, BadNumber};
use jiff::civil::date;

use super::{Sample, sample};
use crate::exit::Exit;
use crate::language::{Language, Locale};
use crate::sentences::{import, mapping, notice, reason};
use web::sentences::field_name;

fn text(text: &str) -> String {
    text.to_owned()
}

fn list(name: &'static str, shows: &'static [&'static str], problem: impl Into<Problem>) -> Sample {
    let error = ImportError::Files(vec![FileError {
        file: "cases.csv".into(),
        problem: problem.into(),
    }]);
    sample(name, shows, move |language| {
        let sentence = import(&error, language).sentence;
        assert!(sentence.contains("cases.csv"), "{sentence}");
        sentence
    })
}

fn row(name: &'static str, shows: &'static [&'static str], why: Reason) -> Sample {
    sample(name, shows, move |language| reason(&why, language))
}

fn key(name: &'static str, shows: &'static [&'static str], problem: MappingProblem) -> Sample {
    let error = MappingError { line: 1234, problem };
    sample(name, shows, move |language| {
        let sentence = mapping(&error, "a/b.toml", language);
        assert!(sentence.starts_with("a/b.toml:1234: "), "{sentence}");
        sentence
    })
}

pub(super) fn samples() -> Vec<Sample> {
    let older = ImportError::Older {
        source_system: text("treserva"),
        latest: date(2026, 10, 31),
        exported: date(2026, 9, 30),
    };
    let mut samples = vec![
        sample(
            "import-older",
            &["treserva", "2026-10-31", "2026-09-30", "--exported"],
            move |language| import(&older, language).sentence,
        ),
        sample("import-store", &["torn page"], |language| {
            let reason = text("torn page");
            import(&StoreError::Corrupt { reason }.into(), language).sentence
        }),
        sample("notice-header-only", &["cases.csv"], |language| {
            notice(&Notice::HeaderOnly, "cases.csv", language)
        }),
        sample("notice-identity-numbers", &["cases.csv", "Dnr"], |language| {
            notice(&Notice::IdentityNumbersAllowed { column: text("Dnr") }, "cases.csv", language)
        }),
    ];
    samples.extend(lists());
    samples.extend(rows());
    samples.extend(keys());
    samples
}

fn lists() -> Vec<Sample> {
    let (limit_megabytes, ratio) = (512, 200);
    let column = |closest: &[&str]| Problem::MissingColumn {
        field: text("person"),
        column: text("Anst"),
        closest: closest.iter().map(ToString::to_string).collect(),
        columns: vec![text("Namn"), text("Nr")],
    };
    let (sheet, sheets) = (text("Blad9"), vec![text("Blad1"), text("Blad2")]);
    let twice = Problem::ColumnTwice {
        field: text("phase"),
        column: text("Skede"),
    };
    let names = vec![text("arenden*.csv"), text("personal*.xlsx")];
    vec![
        list("list-missing", &[], TableError::Io(ErrorKind::NotFound.into())),
        list("list-empty", &[], TableError::Empty),
        list("list-pdf", &["PDF", "CSV", ".xlsx"], TableError::WrongType(FileType::Pdf)),
        list("list-bad-spreadsheet", &["zip"], TableError::BadSpreadsheet(text("zip"))),
        list(
            "list-bomb",
            &["512", "200"],
            TableError::TooLargeUnpacked { limit_megabytes, ratio },
        ),
        list(
            "list-no-sheet",
            &["Blad9", "Blad1, Blad2"],
            TableError::NoSuchSheet { sheet, sheets },
        ),
        list("list-no-header", &["1234", "header_line"], TableError::NoHeaderLine(1234)),
        list("list-no-column", &["Anst", "Namn, Nr"], column(&[])),
        list("list-like-column", &["Anst", "Nr"], column(&["Nr"])),
        list("list-column-twice", &["Skede"], twice),
        list(
            "list-unnamed",
            &["arenden*.csv, personal*.xlsx"],
            Problem::NotInMapping { names },
        ),
    ]
}

fn rows() -> Vec<Sample> {
    let value = || text("12,5x");
    let date_of = |why| Reason::BadDate { value: value(), why };
    let number = |why| Reason::BadNumber { value: value(), why };
    let (cells, columns) = (16, 15);
    let (start, end) = (date(2026, 3, 2), date(2026, 3, 1));
    let unknown = Reason::UnknownValue {
        field: text("phase"),
        value: value(),
    };
    let codes = vec![text("A"), text("B"), text("A")];
    vec![
        row(
            "row-identity-number",
            &["identity_numbers_allowed"],
            Reason::PersonalIdentityNumber,
        ),
        row("row-encoding", &[], Reason::Encoding),
        row("row-nul", &[], Reason::Nul),
        row("row-too-long", &["1 MiB"], Reason::TooLong),
        row("row-quote", &[], Reason::UnclosedQuote),
        row("row-cells", &["16", "15"], Reason::TooManyCells { cells, columns }),
        row("row-formula", &[], Reason::Formula),
        row("row-cell-error", &[], Reason::CellError),
        row("row-no-reference", &[], Reason::MissingReference),
        row("row-no-start", &[], Reason::MissingStart),
        row("row-no-value", &["default"], Reason::MissingValue { field: "extent" }),
        row("row-no-date", &["12,5x", "2026-10-31"], date_of(BadDate::NoDate)),
        row("row-date-range", &["12,5x", "earliest_year"], date_of(BadDate::OutOfRange)),
        row("row-no-number", &["12,5x"], number(BadNumber::NoNumber)),
        row("row-negative", &["12,5x"], number(BadNumber::Negative)),
        row("row-not-whole", &["12,5x"], number(BadNumber::NotWhole)),
        row("row-too-large", &["12,5x", "unit"], number(BadNumber::TooLarge)),
        row(
            "row-end",
            &["2026-03-02", "2026-03-01"],
            Reason::EndBeforeStart { start, end },
        ),
        row("row-no-type", &[], Reason::UnknownCaseType { value: None }),
        row(
            "row-type",
            &["12,5x", "values"],
            Reason::UnknownCaseType { value: Some(value()) },
        ),
        row("row-value", &["12,5x", "values"], unknown),
        row("row-worker", &["12,5x"], Reason::UnknownWorker { value: value() }),
        row("row-duplicate", &[], Reason::Duplicate),
        row("row-contradiction", &[], Reason::Contradiction),
        row("row-unit", &["12,5x"], Reason::UnknownUnit { value: value() }),
        row("row-case", &["12,5x"], Reason::UnknownCase { value: value() }),
        row(
            "row-after-export",
            &["2026-03-02", "2026-03-01"],
            Reason::AfterExport {
                day: start,
                exported: end,
            },
        ),
        row("row-extension", &[], Reason::NoExtension),
        row("row-circle", &["A > B > A"], Reason::UnitCircle { codes }),
    ]
}

fn keys() -> Vec<Sample> {
    let name = || text("sheeet");
    let known = || vec![text("sheet"), text("name")];
    let wrong = MappingProblem::WrongType {
        key: name(),
        expected: "true or false",
    };
    let word = MappingProblem::UnknownWord {
        key: text("kind"),
        value: text("case"),
        known: known(),
    };
    let unknown = MappingProblem::UnknownKey {
        key: name(),
        known: known(),
    };
    let (first, second) = ("type", "type_and_phase");
    vec![
        key(
            "mapping-syntax",
            &["TOML", "expected `=`"],
            MappingProblem::Syntax(text("expected `=`")),
        ),
        key("mapping-format", &["1"], MappingProblem::Format),
        key("mapping-unknown-key", &["sheeet", "sheet, name"], unknown),
        key("mapping-missing", &["sheeet"], MappingProblem::Missing { key: name() }),
        key("mapping-wrong-type", &["sheeet", "true", "false"], wrong),
        key("mapping-unknown-word", &["kind", "case", "sheet, name"], word),
        key(
            "mapping-both",
            &["type", "type_and_phase"],
            MappingProblem::Both { first, second },
        ),
        key(
            "mapping-no-unit",
            &["sheeet", "percent"],
            MappingProblem::NoUnit { key: name() },
        ),
        key(
            "mapping-allowed-twice",
            &["identity_numbers_allowed"],
            MappingProblem::AllowedTwice,
        ),
    ]
}

#[test]
fn an_identity_number_is_shown_in_no_sentence() {
    for locale in [Locale::Swedish, Locale::English] {
        let language = Language::embedded(locale);
        let number = "19121212-1212";
        let hidden = language.text("hidden-identity-number", &[]);
        let stranger = Reason::UnknownWorker { value: text(number) };
        let headless = ImportError::Files(vec![FileError {
            file: "cases.csv".into(),
            problem: Problem::MissingColumn {
                field: text("person"),
                column: text("Nr"),
                closest: Vec::new(),
                columns: vec![text(number), text("Skede")],
            },
        }]);
        for sentence in [reason(&stranger, &language), import(&headless, &language).sentence] {
            assert!(!sentence.contains("1212"), "{sentence}");
            assert!(sentence.contains(&hidden), "{sentence}");
        }
    }
}

#[test]
fn each_kind_of_file_and_each_field_is_called_by_its_own_name() {
    let language = Language::embedded(Locale::Swedish);
    let kind = |kind: &str| language.text("list-wrong-type", &[("type", kind.to_owned().into()), ("file", "a".into())]);
    for found in [
        FileType::BinaryXlsx,
        FileType::OldExcel,
        FileType::OpenDocument,
        FileType::Document,
        FileType::Pdf,
        FileType::Picture,
        FileType::Archive,
        FileType::WebPage,
        FileType::Xml,
        FileType::Json,
        FileType::Database,
    ] {
        assert_ne!(kind(found.code()), kind("nothing-such"), "{found:?}");
    }
    for (_, list) in Kind::NAMES {
        for (field, _) in list.fields() {
            assert_ne!(field_name(field, &language), (*field).into(), "{field}");
        }
    }
}

#[test]
fn whatever_stands_wrongly_in_a_mapping_is_told_what_it_must_be() {
    for wrong in [
        "latest_year = 99999",
        "file = 3",
        "[[file]]\nname = 3",
        "[[file]]\nfield = 3",
        "[[file]]\nheader_line = true",
        "[[file]]\nfooter = true",
        "[[file]]\nfield.code = 3",
        "[[file]]\nfield.code = { columns = 3 }",
        "[[file]]\nfield.code = { column = \"a\", identity_numbers_allowed = 1 }",
        "[[file]]\nfield.code = { value = [1] }",
        "[[file]]\nfield.code = { column = \"a\", values = { \"x\" = -1 } }",
        "[[file]]\nfield.code = { column = \"a\", values = { \"x\" = 1.5 } }",
    ] {
        let mut text = format!("format = 1\nid = \"a\"\ntitle = \"a\"\nsource = \"a\"\n{wrong}\n");
        for (key, line) in [
            ("[[file]]", "kind = \"units\"\n"),
            ("name =", "name = \"a\"\n"),
            ("field", "field.code = \"a\"\n"),
        ] {
            // What is not wrong is right.
            if text.contains("[[file]]") && (key == "[[file]]" || !text.contains(key)) {
                text.push_str(line);
            }
        }
        let error = Mapping::parse(&text).expect_err(&text);
        assert!(matches!(error.problem, MappingProblem::WrongType { .. }), "{text}: {error}");
        for locale in [Locale::Swedish, Locale::English] {
            let language = Language::embedded(locale);
            let unnamed = language.text("mapping-expected", &[("expected", "nothing-such".into())]);
            let sentence = mapping(&error, "a.toml", &language);
            assert!(!sentence.contains(&unnamed), "{text}: {sentence}");
        }
    }
}

#[test]
fn a_machine_that_gave_out_while_reading_is_told_from_a_file_that_is_wrong() {
    let language = Language::embedded(Locale::English);
    let error = |kind: ErrorKind| FileError {
        file: "cases.csv".into(),
        problem: Problem::Table(TableError::Io(kind.into())),
    };
    let of = |errors| import(&ImportError::Files(errors), &language);
    let both = of(vec![error(ErrorKind::NotFound), error(ErrorKind::OutOfMemory)]);
    assert_eq!((both.exit, both.sentence.lines().count()), (Exit::Resource, 2));
    assert_eq!(of(vec![error(ErrorKind::NotFound)]).exit, Exit::Input);
}
