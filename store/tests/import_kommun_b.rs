//! An invented municipality that writes everything in another way: only its mapping knows.

#![expect(clippy::expect_used, reason = "a test that cannot set up what it needs has failed")]

use std::path::{Path, PathBuf};

use jiff::civil::{Date, date};
use rules::amount::Hours;
use rules::case::FactorValue;
use rules::period::Period;
use rules::person::{Extent, Role};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use store::import::mapping::{Kind, Mapping};
use store::import::read::{Notice, Reader, Row};
use store::import::record::{EmploymentRecord, PhaseRecord, Record};
use store::import::table::Encoding;

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/kommun-b")
}

fn mapping() -> Mapping {
    Mapping::parse(&std::fs::read_to_string(data().join("kommun-b.toml")).expect("there")).expect("a right mapping")
}

/// A folder with the lists and a workbook of cases, and all its rows.
fn read() -> (Reader, Vec<Row>) {
    let folder = tempfile::tempdir().expect("a folder");
    for entry in std::fs::read_dir(data()).expect("there") {
        let path = entry.expect("readable").path();
        std::fs::copy(&path, folder.path().join(path.file_name().expect("a name"))).expect("copied");
    }
    write_cases(&folder.path().join("\u{c4}rendelista okt.xlsx"));
    let mut reader = Reader::open(&mapping(), &[folder.path().to_owned()]).expect("all files are read");
    let mut rows = Vec::new();
    while let Some(row) = reader.next_row().expect("readable") {
        rows.push(row);
    }
    (reader, rows)
}

fn write_cases(path: &Path) {
    let mapping = mapping();
    let block = mapping.files.iter().find(|file| file.kind == Kind::Cases).expect("cases");
    let mut workbook = Workbook::new();
    workbook
        .add_worksheet()
        .set_name("Info")
        .expect("a name")
        .write(0, 0, "x")
        .expect("written");
    let sheet = workbook
        .add_worksheet()
        .set_name(block.options.sheet.as_deref().expect("named"))
        .expect("a name");
    sheet.write(0, 0, "A title above").expect("written");
    let phases = &block.phases;
    let column = |name: &str| block.fields[name].columns[0].clone();
    let phase = |index: usize, name: &str| phases[index].fields[name].columns[0].clone();
    let headings = [
        column("reference"),
        column("type"),
        column("unit"),
        column("received"),
        column("main"),
        column("co"),
        block.factors["barn"].columns[0].clone(),
        block.factors["tolk"].columns[0].clone(),
        phase(0, "start"),
        phase(0, "end"),
        phase(1, "start"),
        phase(1, "last_day"),
        phase(1, "main"),
    ];
    for (place, heading) in (0..).zip(&headings) {
        sheet.write(2, place, heading).expect("written");
    }
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let write_day = |sheet: &mut rust_xlsxwriter::Worksheet, row, place, on: Date| {
        let on = ExcelDateTime::from_ymd(
            u16::try_from(on.year()).expect("a year"),
            on.month().unsigned_abs(),
            on.day().unsigned_abs(),
        );
        sheet
            .write_with_format(row, place, on.expect("a day"), &day)
            .expect("written");
    };
    // Both phases; the reference looks like an identity number, which this column may.
    for (place, text) in [
        (0, "20170515-9588"),
        (1, "bou "),
        (2, "N"),
        (4, "AND"),
        (5, "BER, CEC"),
        (7, "X"),
        (12, "BER"),
    ] {
        sheet.write(3, place, text).expect("written");
    }
    sheet.write(3, 6, 3).expect("written");
    write_day(sheet, 3, 3, date(2026, 9, 1));
    write_day(sheet, 3, 8, date(2026, 9, 1));
    write_day(sheet, 3, 9, date(2026, 9, 10));
    write_day(sheet, 3, 10, date(2026, 9, 10));
    write_day(sheet, 3, 11, date(2026, 10, 30));
    // Only the first phase has begun.
    for (place, text) in [(0, "B-2"), (1, "BoU"), (2, "N"), (4, "AND"), (8, "20261001")] {
        sheet.write(4, place, text).expect("written");
    }
    // An identity number as a number, in a column that nobody maps.
    for (place, text) in [(0, "B-3"), (1, "BoU"), (8, "2026-10-01")] {
        sheet.write(5, place, text).expect("written");
    }
    sheet.write(5, 13, 201_705_159_588_i64).expect("written");
    // A formula where the reference should be, and one that nobody reads.
    sheet.write_formula(6, 0, "=1+1").expect("written");
    sheet.write(6, 1, "BoU").expect("written");
    sheet.write(6, 8, "2026-10-01").expect("written");
    // A total.
    sheet.write(8, 0, "4").expect("written");
    workbook.save(path).expect("saved");
}

fn of_kind(reader: &Reader, rows: &[Row], kind: Kind) -> Vec<(u64, Result<Vec<Record>, &'static str>)> {
    rows.iter()
        .filter(|row| reader.files()[row.file_index].kind == kind)
        .map(|row| {
            let outcome = row.outcome.as_ref().map(|records| records.iter().cloned().collect());
            (row.line, outcome.map_err(|rejection| rejection.reason.code()))
        })
        .collect()
}

#[test]
fn title_lines_total_lines_and_encodings_are_found() {
    let (reader, _) = read();
    let report = |kind| reader.files().iter().find(|file| file.kind == kind).expect("read");
    let units = report(Kind::Units);
    assert_eq!(
        (units.found.encoding, units.found.separator, units.found.header_line),
        (Some(Encoding::Utf8), Some('\t'), 4)
    );
    let staff = report(Kind::Staff);
    assert_eq!(
        (staff.found.header_line, staff.rows, staff.found.footer_lines.clone()),
        (3, 3, vec![9])
    );
    let support = report(Kind::Support);
    assert_eq!(
        (support.found.encoding, support.found.separator),
        (Some(Encoding::Utf16Le), Some('|'))
    );
    let cases = report(Kind::Cases);
    assert_eq!(
        (cases.found.header_line, cases.rows, cases.found.footer_lines.clone()),
        (3, 4, vec![9])
    );
    assert!(matches!(&cases.notices[..], [Notice::IdentityNumbersAllowed { .. }]));
}

#[test]
fn hours_signatures_and_a_last_day_that_still_counts() {
    let (reader, rows) = read();
    let staff = of_kind(&reader, &rows, Kind::Staff);
    let expected = EmploymentRecord {
        person: "02".to_owned(),
        also_known_as: vec!["BER".to_owned(), "bertil@b.example".to_owned()],
        name: "Bertil \u{d6}".to_owned(),
        email: Some("bertil@b.example".to_owned()),
        degree: None,
        in_profession_since: None,
        unit: Some("S".to_owned()),
        title: Some("Handl\u{e4}ggare".to_owned()),
        role: Role::Caseworker,
        form: None,
        extent: Extent::HoursPerWeek(Hours::from_millionths(30_500_000)),
        period: Period::new(date(2021, 3, 1), Some(date(2026, 11, 1))).expect("in order"),
        end_reason: None,
    };
    assert_eq!(staff[1], (6, Ok(vec![Record::Employment(expected)])));
    let Ok([Record::Employment(first)]) = staff[0].1.as_deref() else {
        panic!("{:?}", staff[0])
    };
    assert_eq!((first.person.as_str(), first.period), ("01", Period::since(date(2020, 1, 1))));
    let Ok([Record::Employment(third)]) = staff[2].1.as_deref() else {
        panic!("{:?}", staff[2])
    };
    assert_eq!(third.role, Role::Other);
}

#[test]
fn phases_side_by_side_become_a_record_each_and_stay_one_row() {
    let (reader, rows) = read();
    let cases = of_kind(&reader, &rows, Kind::Cases);
    assert_eq!(cases.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [4, 5, 6, 7]);
    let Ok([Record::Phase(first), Record::Phase(second)]) = cases[0].1.as_deref() else {
        panic!("{:?}", cases[0])
    };
    assert_eq!(
        first.period,
        Period::new(date(2026, 9, 1), Some(date(2026, 9, 10))).expect("in order")
    );
    assert_eq!(first.main.as_deref(), Some("AND"));
    assert_eq!(first.effort.get("barn"), Some(&FactorValue::Count(3)));
    assert_eq!(first.effort.get("tolk"), Some(&FactorValue::Flag(true)));
    let expected = PhaseRecord {
        phase: Some("utredning".into()),
        period: Period::new(date(2026, 9, 10), Some(date(2026, 10, 31))).expect("in order"),
        main: Some("BER".into()),
        ..first.clone()
    };
    assert_eq!(*second, expected);
    assert_eq!(
        second.co.iter().map(|(person, _)| person.as_ref()).collect::<Vec<_>>(),
        ["BER", "CEC"]
    );
    let Ok([Record::Phase(only)]) = cases[1].1.as_deref() else {
        panic!("{:?}", cases[1])
    };
    assert_eq!(only.phase.as_deref(), Some("forhandsbedomning"));
    assert_eq!(only.effort.get("barn"), Some(&FactorValue::Count(1)));
}

#[test]
fn identity_numbers_are_refused_but_in_the_one_column_that_may_have_them() {
    let (reader, rows) = read();
    let cases = of_kind(&reader, &rows, Kind::Cases);
    assert!(cases[0].1.is_ok());
    assert_eq!(cases[2].1, Err("personal_identity_number"));
    assert_eq!(cases[3].1, Err("formula"));
}

#[test]
fn a_pattern_reads_the_days_of_support() {
    let (reader, rows) = read();
    let support = of_kind(&reader, &rows, Kind::Support);
    let Ok([Record::Support(first)]) = support[0].1.as_deref() else {
        panic!("{:?}", support[0])
    };
    assert_eq!(
        (first.helper.as_str(), first.owner.as_str(), first.count, first.on),
        ("AND", "BER", 2, date(2026, 10, 1))
    );
    let Ok([Record::Support(second)]) = support[1].1.as_deref() else {
        panic!("{:?}", support[1])
    };
    assert_eq!(second.count, 1);
}
