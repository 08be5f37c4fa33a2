//! Bad files at the command line: each is told apart, with a sentence that says what to do, and nothing is stored.

use std::fs::{self, File};
use std::io::{BufWriter, Cursor, Write as _};

use rust_xlsxwriter::Workbook;

use crate::support::{Answer, DAY, Place, exports};

const MAPPING: &str = r#"format = 1
id = "test"
title = "Test"
source = "test"
[[file]]
name = "staff*"
kind = "staff"
[file.field]
person = "Number"
name = "Name"
role = { value = "caseworker" }
extent = { column = "Percent", unit = "percent" }
start = "Start"
[[file]]
name = "cases*"
kind = "cases"
[file.field]
reference = "Ref"
type = { column = "Type", values = { "Child" = "barn" } }
phase = { value = "utredning" }
start = "Start"
end = "End"
main = "Worker"
[file.factor]
barn = "Children"
"#;
const HEADER: &str = "Ref;Type;Start;End;Worker;Children;Note\n";
const ROW: &str = "C1;Child;2026-01-01;;7;1;\n";

fn place() -> Place {
    let place = Place::empty();
    place.write("test.toml", MAPPING);
    place.write("staff.csv", "Number;Name;Percent;Start\n7;Anna;100;2020-01-01\n");
    place
}

fn import(place: &Place, more: &[&str]) -> Answer {
    let command = [
        "import",
        "-m",
        "test.toml",
        "--exported",
        DAY,
        "--format",
        "json",
        "staff.csv",
    ];
    place.run(&[&command, more].concat())
}

/// The codes of the rows that are rejected when this is the list of cases, by line.
fn rejected(cases: impl AsRef<[u8]>) -> Vec<(u64, String)> {
    let place = place();
    place.write("cases.csv", cases);
    let answer = import(&place, &["cases.csv"]);
    assert!(answer.code <= 1, "{answer:?}");
    let answer = answer.json();
    let rows = answer["rejected_rows"].as_array().expect("rows").iter();
    let rows = rows.map(|row| {
        let sentence = row["what_to_do"].as_str().expect("a sentence");
        assert!(
            sentence.contains(". ") && sentence.ends_with('.'),
            "what is wrong, and what to do: {sentence}"
        );
        (
            row["line"].as_u64().expect("a line"),
            row["code"].as_str().expect("a code").to_owned(),
        )
    });
    rows.collect()
}

#[test]
fn files_that_are_no_lists_are_refused_whole_and_nothing_of_the_others_is_stored() {
    let two_columns = HEADER.replacen("Note", "Start", 1) + ROW;
    let no_column = HEADER.replacen("Worker", "Wroker", 1) + ROW;
    let pdf = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n".as_slice();
    let png = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR".as_slice();
    let xls = [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &[0; 600]].concat();
    for (name, content, words) in [
        ("cases.csv", b"".as_slice(), &["cases.csv is empty", "Export"][..]),
        ("cases.csv", b"\xef\xbb\xbf\r\n", &["cases.csv is empty"]),
        ("cases.csv", pdf, &["a PDF", "CSV"]),
        ("cases.xlsx", png, &["a picture", ".xlsx"]),
        ("cases.xlsx", &xls, &["older Excel", ".xlsx"]),
        ("cases.xlsx", b"PK\x03\x04 and nothing more", &["cases.xlsx"]),
        ("cases.csv", no_column.as_bytes(), &["no column Worker", "Wroker", "mapping"]),
        ("cases.csv", two_columns.as_bytes(), &["Start", "more than once"]),
        ("other.csv", ROW.as_bytes(), &["other.csv", "staff*", "cases*"]),
    ] {
        let place = place();
        place.write(name, content);
        import(&place, &[name]).refuses(3, words);
        assert_eq!(place.rows(&["log", "show"]), Vec::<serde_json::Value>::new(), "{name}");
    }
}

#[test]
fn a_list_with_headings_and_no_rows_is_accepted_and_said() {
    let place = place();
    place.write("cases.csv", HEADER);
    let answer = import(&place, &["cases.csv"]).ends(0).json();
    assert_eq!(answer["rows"], 1);
    let table = place
        .run(&["import", "-m", "test.toml", "--exported", DAY, "cases.csv"])
        .ends(0);
    assert!(table.text.contains("cases.csv has headings but no rows"), "{}", table.text);
    assert!(answer["files"].to_string().contains("has headings but no rows"), "{answer}");
}

#[test]
fn rows_that_cannot_be_meant_are_rejected_by_line_with_a_code() {
    let lines = [
        (ROW, None),
        ("C2;Child;1899-12-31;;7;1;\n", Some("bad_date")),
        ("C3;Child;2999-01-01;;7;1;\n", Some("bad_date")),
        ("C4;Child;2026-02-30;;7;1;\n", Some("bad_date")),
        ("C5;Child;2026-01-01;;7;-1;\n", Some("bad_number")),
        ("C6;Child;2026-01-01;;7;1e99;\n", Some("bad_number")),
        ("C7;Child;2026-01-01;;7;NaN;\n", Some("bad_number")),
        ("C8;Child;2026-01-01;2025-01-01;7;1;\n", Some("end_before_start")),
        ("C9;Child;;;7;1;\n", Some("missing_start")),
        (";Child;2026-01-01;;7;1;\n", Some("missing_reference")),
        ("C10;Dog;2026-01-01;;7;1;\n", Some("unknown_case_type")),
        ("C11;Child;2026-01-01;;99999;1;\n", Some("unknown_worker")),
        ("C12;Child;2026-01-01;;7;=1+1;\n", Some("formula")),
        ("C13;Child;2026-01-01;;7;1;a\0b\n", Some("nul_byte")),
        ("C14;Child;2026-01-01;;7;1;a;b;c\n", Some("too_many_cells")),
        (ROW, Some("duplicate")),
    ];
    let all: String = lines.iter().map(|(line, _)| *line).collect();
    let expected: Vec<(u64, String)> = (2..)
        .zip(lines)
        .filter_map(|(line, (_, code))| Some((line, code?.to_owned())))
        .collect();
    assert_eq!(rejected(format!("{HEADER}{all}")), expected);
}

#[test]
fn a_row_in_another_encoding_than_the_rest_is_rejected() {
    let row = |reference: &str, note: &[u8]| [format!("{reference};Child;2026-01-01;;7;1;").as_bytes(), note, b"\n"].concat();
    let (utf8, windows) = (b"H\xc3\xb6g".as_slice(), b"H\xf6g".as_slice());
    let list = [HEADER.as_bytes(), &row("C1", utf8), &row("C2", utf8), &row("C3", windows)].concat();
    assert_eq!(rejected(list), [(4, "bad_encoding".to_owned())]);
}

#[test]
fn a_formula_cell_of_a_spreadsheet_is_rejected() {
    let place = place();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, line) in (0_u32..).zip([HEADER, ROW, "C2;Child;2026-01-01;;7;;\n"]) {
        for (column, text) in (0_u16..).zip(line.trim_end().split(';')) {
            sheet.write_string(row, column, text).expect("written");
        }
    }
    sheet.write_formula(2, 5, "=1+1").expect("written");
    book.save(place.folder().join("cases.xlsx")).expect("saved");
    let answer = import(&place, &["cases.xlsx"]).ends(1).json();
    let row = &answer["rejected_rows"][0];
    assert_eq!(
        (&row["code"], &row["line"], &row["column"]),
        (&"formula".into(), &3.into(), &"Children".into())
    );
}

/// The most memory the program had while it imported, in KiB, and how it ended.
fn memory_of_import(place: &Place, list: &str) -> (u64, Option<i32>, String) {
    let mut child = std::process::Command::new(assert_cmd::cargo::cargo_bin!("tyngdpunkt"))
        .args([
            "import",
            "-m",
            "test.toml",
            "--exported",
            DAY,
            "--language",
            "en",
            "staff.csv",
            list,
        ])
        .current_dir(place.folder())
        .env_remove("TYNGDPUNKT_DATABASE")
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("it starts");
    let status = format!("/proc/{}/status", child.id());
    let mut most = 0;
    while child.try_wait().expect("it can be asked").is_none() {
        let text = fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let size = line.and_then(|line| line.split_whitespace().next()?.parse().ok());
        most = most.max(size.unwrap_or(0));
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    let output = child.wait_with_output().expect("it ends");
    let said = [output.stdout, output.stderr].concat();
    (most, output.status.code(), String::from_utf8_lossy(&said).into_owned())
}

#[test]
fn a_line_of_200_megabytes_is_rejected_without_being_held_in_memory() {
    let place = place();
    let mut file = BufWriter::new(File::create(place.folder().join("cases.csv")).expect("made"));
    file.write_all(HEADER.as_bytes()).expect("written");
    file.write_all(b"C0;Child;2026-01-01;;7;1;").expect("written");
    let megabyte = vec![b'x'; 1 << 20];
    for _ in 0..200 {
        file.write_all(&megabyte).expect("written");
    }
    file.write_all(b"\n").expect("written");
    file.write_all(ROW.as_bytes()).expect("written");
    drop(file);
    let (most, code, said) = memory_of_import(&place, "cases.csv");
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("too_long") && said.contains("1 MiB"), "{said}");
    assert!((1..300 * 1024).contains(&most), "{most} KiB");
    assert_eq!(
        place.rows(&["load", "--as-of", DAY])[0]["cases"],
        1,
        "the row after it is there"
    );
}

#[test]
fn a_spreadsheet_that_unpacks_to_more_than_a_gigabyte_is_refused_and_not_unpacked() {
    let deflated = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    let mut one = zip::ZipWriter::new(Cursor::new(Vec::new()));
    one.start_file("part", deflated).expect("begun");
    let megabyte = vec![b' '; 1 << 20];
    for _ in 0..64 {
        one.write_all(&megabyte).expect("written");
    }
    let mut one = zip::ZipArchive::new(one.finish().expect("finished")).expect("a zip");
    let mut bomb = zip::ZipWriter::new(Cursor::new(Vec::new()));
    bomb.start_file("xl/workbook.xml", deflated).expect("begun");
    bomb.write_all(b"<workbook/>").expect("written");
    for sheet in 1..=17 {
        let part = one.by_index_raw(0).expect("there");
        bomb.raw_copy_file_rename(part, format!("xl/worksheets/sheet{sheet}.xml"))
            .expect("copied");
    }
    let bomb = bomb.finish().expect("finished").into_inner();
    assert!(bomb.len() < 2_000_000, "{}", bomb.len());
    let place = place();
    place.write("cases.xlsx", bomb);
    let (most, code, said) = memory_of_import(&place, "cases.xlsx");
    assert_eq!(code, Some(3), "{said}");
    assert!(
        said.contains("unpacks to more than") && said.contains("CSV instead"),
        "{said}"
    );
    assert!(most < 300 * 1024, "{most} KiB");
}

#[test]
fn a_folder_or_file_that_is_not_there_is_named_and_no_database_is_made() {
    let place = place();
    place
        .run(&["import", "-m", "test.toml", "nowhere"])
        .refuses(3, &["nowhere does not exist"]);
    place
        .run(&["import", "-m", "test.toml", "staff.csv", "missing.csv"])
        .refuses(3, &["missing.csv"]);
    assert_eq!(place.files(), ["staff.csv", "test.toml"]);
    fs::create_dir(place.folder().join("empty")).expect("made");
    place
        .run(&["import", "-m", "test.toml", "empty"])
        .refuses(3, &["No file", "staff*, cases*"]);
}

#[test]
fn a_fault_in_a_mapping_is_told_with_its_line_and_what_to_write() {
    let place = place();
    let line = |word: &str| MAPPING.lines().position(|line| line.contains(word)).expect("there") + 1;
    for (from, to, at, words) in [
        ("person = ", "preson = ", "person = ", &["preson", "person"][..]),
        (
            "unit = \"percent\"",
            "unit = \"percents\"",
            "unit = ",
            &["percents", "percent"],
        ),
        ("kind = \"cases\"", "kind = \"case\"", "kind = \"cases\"", &["case", "cases"]),
        (
            "[[file]]\nname = \"cases*\"",
            "[[file\nname = \"cases*\"",
            "name = \"cases*\"",
            &["TOML"],
        ),
    ] {
        place.write("wrong.toml", MAPPING.replacen(from, to, 1));
        let refused = place.run(&["import", "-m", "wrong.toml", "staff.csv"]).refuses(3, words);
        let found: usize = refused
            .errors
            .split(':')
            .nth(1)
            .and_then(|line| line.parse().ok())
            .unwrap_or_else(|| panic!("no line in {}", refused.errors));
        assert!(
            found.abs_diff(line(at)) <= 1,
            "{} should name line {}",
            refused.errors,
            line(at)
        );
    }
    assert!(!place.files().contains(&"tyngdpunkt.db".to_owned()));
}

#[test]
fn the_rejected_rows_are_in_a_spreadsheet_for_whoever_corrects_them() {
    let place = Place::empty();
    let folder = exports("kommun-a");
    let arguments = ["import", "-m", "kommun-a", "--dry-run", "--output", "rejected.csv", &folder];
    let answer = place.run(&arguments).ends(1);
    let list = fs::read_to_string(place.folder().join("rejected.csv")).expect("it is there");
    assert_eq!(list.lines().count(), 1 + 39);
    assert!(answer.errors.contains("39 rejected"), "{}", answer.errors);
}
