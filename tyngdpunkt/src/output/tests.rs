//! Tests of the four forms, on one report that has every kind of cell.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use jiff::civil::date;
use rules::amount::{Hours, Points, Share};

use super::*;
use crate::language::Locale;

fn language(locale: Locale) -> Language {
    Language::embedded(locale)
}

/// Two teams with three people: one over, one in balance, one without capacity, and a unit whose name begins like a formula.
fn report(language: &Language) -> Report {
    let word = |id: &str| language.text(id, &[]);
    let columns = vec![
        Column::new("worker", word("word-caseworker"), Kind::Text).priority(Priority::Always),
        Column::new("unit", word("word-unit"), Kind::Text).wrapping(),
        Column::new("cases", word("word-case"), Kind::Count),
        Column::new("points", word("word-points"), Kind::Points).priority(Priority::High),
        Column::new("capacity", word("word-capacity"), Kind::Points),
        Column::new("load", word("word-load"), Kind::Share).priority(Priority::Always),
        Column::new("band", word("word-band"), Kind::Text).priority(Priority::Always),
        Column::new("since", word("word-assignment"), Kind::Date).priority(Priority::Low),
    ];
    let mut report = Report::new("load", word("word-load"), Some(date(2026, 10, 31)), columns);
    let points = |text: &str| Cell::Points(text.parse().expect("a number"));
    let band = |code, id: &str, tone| Cell::Term {
        code,
        word: word(id),
        tone,
    };
    report.push(vec![
        Cell::Text("A. Berg".to_owned()),
        Cell::Text("=Receptions and enquiries kids".to_owned()),
        Cell::Count(1_012),
        points("1084.25"),
        points("100"),
        Cell::Share(Share::from_millionths(10_842_500)),
        band("over", "band-over", Tone::Alarm),
        Cell::Date(date(2026, 9, 1)),
    ]);
    report.push(vec![
        Cell::Text("B. \u{d6}stlund-Johannesson".to_owned()),
        Cell::Text("Family".to_owned()),
        Cell::Count(9),
        points("84.4231"),
        points("100"),
        Cell::Share(Share::from_millionths(844_231)),
        band("balance", "band-balance", Tone::Good),
        Cell::EMPTY,
    ]);
    report.push(vec![
        Cell::Text("C. Lind".to_owned()),
        Cell::Text("Family".to_owned()),
        Cell::Count(0),
        points("-2.5"),
        points("0"),
        Cell::None(word("band-no-capacity")),
        band("no_capacity", "band-no-capacity", Tone::Plain),
        Cell::Date(date(2026, 10, 31)),
    ]);
    report.notes.push("A note.".to_owned());
    report
}

fn table(report: &Report, width: usize, colour: bool, language: &Language) -> String {
    let mut text = Vec::new();
    table::write(report, Look { width, colour }, language, &mut text).expect("memory does not run out");
    String::from_utf8(text).expect("a table is UTF-8")
}

fn csv_text(report: &Report, locale: Locale) -> String {
    let mut text = Vec::new();
    csv::write(report, locale, &mut text).expect("memory does not run out");
    String::from_utf8(text).expect("CSV is UTF-8")
}

#[test]
fn a_table_fits_every_width_in_both_languages() {
    for (locale, width, expected) in [
        (Locale::Swedish, 40, include_str!("../../tests/data/output/table_sv_40.txt")),
        (Locale::Swedish, 80, include_str!("../../tests/data/output/table_sv_80.txt")),
        (Locale::Swedish, 200, include_str!("../../tests/data/output/table_sv_200.txt")),
        (Locale::English, 40, include_str!("../../tests/data/output/table_en_40.txt")),
        (Locale::English, 80, include_str!("../../tests/data/output/table_en_80.txt")),
        (Locale::English, 200, include_str!("../../tests/data/output/table_en_200.txt")),
    ] {
        let language = language(locale);
        assert_eq!(
            table(&report(&language), width, false, &language),
            expected,
            "{locale:?} {width}"
        );
    }
}

#[test]
fn no_line_of_a_table_is_wider_than_the_screen_or_ends_in_a_space() {
    let language = language(Locale::Swedish);
    let report = report(&language);
    for width in 40..=220 {
        for line in table(&report, width, false, &language).lines() {
            assert!(width::of(line) <= width, "{width}: {line}");
            assert_eq!(line, line.trim_end(), "{width}");
        }
    }
}

#[test]
fn what_a_narrow_screen_leaves_out_is_named_and_nothing_vanishes_unsaid() {
    let language = language(Locale::English);
    let report = report(&language);
    for width in 40..=220 {
        let text = table(&report, width, false, &language).replace('\n', " ");
        let head = text
            .split('\u{2500}')
            .next()
            .expect("a rule stands under the heading")
            .to_owned();
        for column in &report.columns {
            let note = text.split("Left out").nth(1).unwrap_or("");
            assert!(
                head.contains(&column.heading) || note.contains(&column.heading),
                "{width} {}: {text}",
                column.id
            );
        }
    }
}

#[test]
fn colour_repeats_what_the_word_says_and_never_stands_alone() {
    let language = language(Locale::English);
    let report = report(&language);
    let coloured = table(&report, 80, true, &language);
    assert!(coloured.contains("\u{1b}[1;31mover\u{1b}[0m") && coloured.contains("\u{1b}[32mbalance\u{1b}[0m"));
    let mut plain = coloured;
    for style in ["1", "1;31", "32", "0"] {
        plain = plain.replace(&format!("\u{1b}[{style}m"), "");
    }
    assert_eq!(plain, table(&report, 80, false, &language));
}

#[test]
fn groups_stand_under_their_heading_and_totals_under_a_rule() {
    let language = language(Locale::English);
    let columns = vec![
        Column::new("unit", "Unit", Kind::Text),
        Column::new("worker", "Caseworker", Kind::Text),
        Column::new("points", "Points", Kind::Points),
    ];
    let mut report = Report::new("points", "Points", None, columns);
    for (unit, worker, points) in [("North", "A", 12), ("North", "B", 5), ("South", "C", 100)] {
        report.push(vec![
            Cell::Text(unit.into()),
            Cell::Text(worker.into()),
            Cell::Points(Points::whole(points)),
        ]);
    }
    report
        .summary
        .push(vec![Cell::EMPTY, Cell::Text("Sum".into()), Cell::Points(Points::whole(117))]);
    report.grouped_by = Some("unit");
    let expected = "Points\n\nCaseworker  Points\n──────────  ──────\nNorth\nA               12\nB                5\n\nSouth\nC              100\n──────────  ──────\nSum            117\n";
    assert_eq!(table(&report, 80, false, &language), expected);
    assert!(csv_text(&report, Locale::English).starts_with("Unit,Caseworker,Points\nNorth,A,12\n"));
    assert!(!csv_text(&report, Locale::English).contains("Sum"));
}

#[test]
fn a_table_without_rows_says_so() {
    let language = language(Locale::English);
    let empty = Report::new("load", "Load", None, vec![Column::new("worker", "Caseworker", Kind::Text)]);
    assert_eq!(table(&empty, 80, false, &language), "Load\n\nNo rows.\n");
}

#[test]
fn json_has_stable_keys_exact_numbers_and_null_for_none_in_every_language() {
    let mut json = Vec::new();
    json::write(&report(&language(Locale::Swedish)), &mut json).expect("memory does not run out");
    let value: serde_json::Value = serde_json::from_slice(&json).expect("it is JSON");
    assert_eq!((&value["report"], &value["as_of"]), (&"load".into(), &"2026-10-31".into()));
    let row = |at: usize| serde_json::to_string(&value["rows"][at]["load"]).expect("a number");
    assert_eq!([row(0), row(1), row(2)], ["10.8425", "0.844231", "null"]);
    assert_eq!(value["rows"][0]["points"].to_string(), "1084.25");
    assert_eq!(value["rows"][0]["capacity"].to_string(), "100");
    assert_eq!(value["rows"][2]["band"], "no_capacity");
    assert_eq!(value["rows"][1]["since"], serde_json::Value::Null);
    assert_eq!(value["notes"][0], "A note.");
}

#[test]
fn csv_opens_in_a_spreadsheet_of_the_same_language() {
    assert_eq!(
        csv_text(&report(&language(Locale::Swedish)), Locale::Swedish),
        include_str!("../../tests/data/output/load_sv.csv")
    );
    assert_eq!(
        csv_text(&report(&language(Locale::English)), Locale::English),
        include_str!("../../tests/data/output/load_en.csv")
    );
}

#[test]
fn no_text_in_csv_is_a_formula_and_every_negative_number_is_a_number() {
    for text in ["=1+1", "+46", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"] {
        let mut report = Report::new(
            "x",
            "X",
            None,
            vec![Column::new("a", "A", Kind::Text), Column::new("b", "=B", Kind::Points)],
        );
        report.push(vec![Cell::Text(text.into()), Cell::Hours(Hours::from_millionths(-500_000))]);
        let written = csv_text(&report, Locale::English);
        let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(written.as_bytes());
        let records: Vec<::csv::StringRecord> = reader.records().map(|record| record.expect("it is CSV")).collect();
        assert_eq!(&records[0][1], "'=B");
        assert_eq!((&records[1][0], &records[1][1]), (format!("'{text}").as_str(), "-0.5"));
    }
}

#[test]
fn a_spreadsheet_read_back_has_numbers_dates_and_texts_but_no_formula() {
    let language = language(Locale::English);
    let file = xlsx::build(&report(&language), &language).expect("it can be built");
    let mut book = Xlsx::new(Cursor::new(file)).expect("it is a spreadsheet");
    assert_eq!(book.sheet_names(), ["Data", "About"]);
    assert!(book.worksheet_formula("Data").expect("the sheet is there").is_empty());
    let sheet = book.worksheet_range("Data").expect("the sheet is there");
    let cell = |row, column| sheet.get_value((row, column)).expect("the cell is there").clone();
    assert_eq!(cell(0, 0), Data::String("Caseworker".into()));
    assert_eq!(cell(1, 1), Data::String("=Receptions and enquiries kids".into()));
    assert_eq!(cell(1, 2), Data::Float(1012.0));
    assert_eq!(cell(1, 3), Data::Float(1084.25));
    assert_eq!(cell(2, 5), Data::Float(0.844_231));
    assert_eq!(cell(3, 5), Data::String("no capacity".into()));
    match cell(1, 7) {
        Data::DateTime(day) => assert_eq!(day.to_ymd_hms_milli(), (2026, 9, 1, 0, 0, 0, 0)),
        other => panic!("not a day: {other:?}"),
    }
    assert_eq!(cell(2, 7), Data::Empty);
    let about = book.worksheet_range("About").expect("the sheet is there");
    assert_eq!(about.get_value((2, 0)), Some(&Data::String("A note.".into())));
}

#[test]
fn a_text_longer_than_a_cell_holds_is_shortened_and_too_many_rows_are_refused() {
    let language = language(Locale::English);
    let mut report = Report::new("x", "X", None, vec![Column::new("a", "A", Kind::Text)]);
    report.push(vec![Cell::Text("\u{1f98a}".repeat(20_000))]);
    let file = xlsx::build(&report, &language).expect("it can be built");
    let mut book = Xlsx::new(Cursor::new(file)).expect("it is a spreadsheet");
    let sheet = book.worksheet_range("Data").expect("the sheet is there");
    assert_eq!(sheet.get_value((1, 0)), Some(&Data::String("\u{1f98a}".repeat(16_383))));
    report.rows = vec![Vec::new(); 1_048_576];
    assert!(matches!(
        xlsx::build(&report, &language),
        Err(OutputError::TooManyRows { rows: 1_048_576 })
    ));
}

#[test]
fn an_explanation_reads_as_indented_lines_with_points_under_each_other() {
    let language = language(Locale::English);
    let points = |text: &str| Cell::Points(text.parse().expect("a number"));
    let explanation = Explanation::line("Load 2026-10-31", None, points("20.375")).with(vec![
        Explanation::line("Stable part", None, points("15")),
        Explanation::line("Case K-1", Some("half of it".into()), points("5.375")).with(vec![
            Explanation::line("Investigation, long and complicated", None, points("8")),
            Explanation::line("Children", Some("2 \u{d7} 1.375".into()), points("2.75")),
        ]),
    ]);
    let report = explanation.report("explanation", "A. Berg", Some(date(2026, 10, 31)), &language);
    assert_eq!(
        table(&report, 80, false, &language),
        include_str!("../../tests/data/output/explanation_en_80.txt")
    );
    assert_eq!(
        table(&report, 40, false, &language),
        include_str!("../../tests/data/output/explanation_en_40.txt")
    );
    let json = serde_json::to_value(&report).expect("it is JSON");
    assert_eq!(
        (&json["rows"][3]["level"], &json["rows"][3]["label"]),
        (&2.into(), &"Investigation, long and complicated".into())
    );
}

#[test]
fn imported_text_cannot_steer_the_terminal() {
    let language = language(Locale::English);
    let mut report = Report::new("x", "X", None, vec![Column::new("a", "A", Kind::Text)]);
    report.push(vec![Cell::Text("\u{1b}[2J\u{1b}]0;x\u{7}".into())]);
    assert!(!table(&report, 80, false, &language).contains(['\u{1b}', '\u{7}']));
}

#[test]
fn the_form_is_the_one_asked_for_else_that_of_the_files_name() {
    for (asked, file, expected) in [
        (None, None, Format::Table),
        (None, Some("load.XLSX"), Format::Xlsx),
        (None, Some("load.csv"), Format::Csv),
        (None, Some("load.txt"), Format::Table),
        (Some(Format::Json), Some("load.csv"), Format::Json),
    ] {
        assert_eq!(Format::choose(asked, file.map(Path::new)), expected);
    }
}

/// A reader that has gone, or a disk that is full.
struct Refuses(io::ErrorKind);

impl Write for Refuses {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(self.0.into())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_reader_who_stops_reading_is_no_error_and_a_full_disk_is() {
    let language = language(Locale::English);
    let report = report(&language);
    for format in [Format::Table, Format::Json, Format::Csv, Format::Xlsx] {
        let gone =
            write_to(&report, format, Look::PLAIN, &language, Refuses(io::ErrorKind::BrokenPipe)).expect_err("it was refused");
        assert!(not_the_reader_leaving(gone, None).is_ok(), "{format:?}");
        let full =
            write_to(&report, format, Look::PLAIN, &language, Refuses(io::ErrorKind::StorageFull)).expect_err("it was refused");
        let error = not_the_reader_leaving(full, Some(Path::new("load.txt"))).expect_err("a full disk is an error");
        assert_eq!(error.exit(), Exit::Resource, "{format:?}");
        assert!(
            error.sentence(&language).starts_with("load.txt could not be written: "),
            "{format:?}"
        );
    }
}

#[test]
fn a_report_is_delivered_to_a_file_in_every_form() {
    let language = language(Locale::Swedish);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let word = language.text("word-load", &[]);
    for (name, start) in [
        ("a.txt", word.as_bytes()),
        ("a.json", b"{"),
        ("a.csv", b"\xef\xbb\xbf"),
        ("a.xlsx", b"PK"),
    ] {
        let path = folder.path().join(name);
        deliver(&report(&language), Format::choose(None, Some(&path)), Some(&path), &language).expect("it can be written");
        assert!(std::fs::read(&path).expect("it is there").starts_with(start), "{name}");
    }
    let nowhere = folder.path().join("missing").join("a.csv");
    let error = deliver(&report(&language), Format::Csv, Some(&nowhere), &language).expect_err("the folder is missing");
    assert_eq!(error.exit(), Exit::Input);
}
