//! Bad files and bad rows: each is told apart, and told what to do about it. Nothing is swallowed and nothing runs out of memory.

#![expect(clippy::expect_used, reason = "a test that cannot set up what it needs has failed")]

use std::io::{self, Cursor, Read, Seek, SeekFrom, Write};

use store::import::mapping::Mapping;
use store::import::read::{Notice, Problem, Reader, Row, Source};
use store::import::rejection::Reason;
use store::import::table::{FileType, Input, TableError};

const MAPPING: &str = r#"
format = 1
id = "test"
title = "Test"
source = "test"
[[file]]
name = "*"
kind = "cases"
[file.field]
reference = "Ref"
type = { column = "Type", values = { "Child" = "barn" } }
start = "Start"
end = "End"
main = "Worker"
[file.factor]
barn = "Children"
"#;
const HEADER: &str = "Ref;Type;Start;End;Worker;Children;Note\n";

fn reader(bytes: impl Into<Vec<u8>>) -> Result<Reader, Problem> {
    from_input(Box::new(Cursor::new(bytes.into())))
}

fn from_input(input: Box<dyn Input>) -> Result<Reader, Problem> {
    let mapping = Mapping::parse(MAPPING).expect("a right mapping");
    Reader::read(
        &mapping,
        vec![Source {
            name: "list".to_owned(),
            input,
        }],
    )
    .map_err(|mut errors| errors.remove(0).problem)
}

/// All rows: line and code of those rejected, line and nothing of those accepted.
fn rows(reader: &mut Reader) -> Vec<Row> {
    std::iter::from_fn(|| reader.next_row().expect("readable")).collect()
}

fn codes(rows: &[Row]) -> Vec<(u64, &'static str)> {
    rows.iter()
        .map(|row| {
            (
                row.line,
                row.outcome.as_ref().map_or_else(|rejection| rejection.reason.code(), |_| ""),
            )
        })
        .collect()
}

fn codes_of(text: &str) -> Vec<(u64, &'static str)> {
    codes(&rows(&mut reader(format!("{HEADER}{text}")).expect("a list")))
}

fn says(problem: &Problem, parts: &[&str]) {
    let said = problem.to_string();
    for part in parts {
        assert!(said.contains(part), "{said:?} should say {part:?}");
    }
}

fn refused(bytes: impl Into<Vec<u8>>) -> Problem {
    reader(bytes).err().expect("refused")
}

#[test]
fn an_empty_file_is_refused() {
    for bytes in [&b""[..], b"\xef\xbb\xbf", b"\r\n\r\n  \n"] {
        let problem = refused(bytes);
        assert!(matches!(problem, Problem::Table(TableError::Empty)), "{problem:?}");
        says(&problem, &["export it again"]);
    }
}

#[test]
fn a_header_with_nothing_below_is_accepted_and_noted() {
    let mut reader = reader(HEADER).expect("a list");
    assert!(rows(&mut reader).is_empty());
    assert_eq!(reader.files()[0].notices, [Notice::HeaderOnly]);
}

#[test]
fn files_that_are_no_lists_are_known_by_what_they_are() {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("content.xml", zip::write::SimpleFileOptions::default())
        .expect("begun");
    let open_document = zip.finish().expect("finished").into_inner();
    for (bytes, expected) in [
        (b"%PDF-1.7 ...".to_vec(), FileType::Pdf),
        (b"\x89PNG\r\n\x1a\n....".to_vec(), FileType::Picture),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....".to_vec(), FileType::OldExcel),
        (
            b"<html><table><tr><td>Ref</td></tr></table></html>".to_vec(),
            FileType::WebPage,
        ),
        (b"PK\x03\x04broken".to_vec(), FileType::Archive),
        (open_document, FileType::OpenDocument),
    ] {
        let problem = refused(bytes);
        assert!(
            matches!(problem, Problem::Table(TableError::WrongType(found)) if found == expected),
            "{problem:?}"
        );
        says(&problem, &["choose CSV or Excel workbook (.xlsx)"]);
    }
}

#[test]
fn a_missing_column_names_those_that_are_alike() {
    let problem = refused("Ref;Type;Strat;End;Worker;Children\n1;Child;2026-01-01;;7;1\n");
    says(&problem, &["no column Start", "did the mapping mean Strat"]);
    let problem = refused("a;b\n1;2\n");
    says(&problem, &["its columns are a, b", "correct the mapping or the file"]);
}

#[test]
fn a_mapped_column_that_is_twice_there_is_refused_and_an_unmapped_one_is_not() {
    says(
        &refused("Ref;Type;Start;End;Worker;Children; start \n1;Child;2026-01-01;;7;1;\n"),
        &["Start", "more than once", "rename or remove"],
    );
    assert!(reader("Ref;Type;Start;End;Worker;Children;Note;Note\n1;Child;2026-01-01;;7;1;;\n").is_ok());
}

#[test]
fn what_a_header_line_shows_never_holds_an_identity_number() {
    let problem = refused("640823-3234;Andersson\n640823-3234;Svensson\n");
    assert!(!format!("{problem} {problem:?}").contains("640823"), "{problem}");
}

/// Two hundred megabytes without a line break, made while they are read.
struct LongLine {
    before: Cursor<Vec<u8>>,
    after: Cursor<Vec<u8>>,
    at: u64,
}

const LONG: u64 = 200 * 1024 * 1024;

impl Read for LongLine {
    fn read(&mut self, target: &mut [u8]) -> io::Result<usize> {
        let (before, after) = (self.before.get_ref().len() as u64, self.after.get_ref().len() as u64);
        let read = if self.at < before {
            self.before.set_position(self.at);
            self.before.read(target)?
        } else if self.at < before + LONG {
            let length = target.len().min(usize::try_from(before + LONG - self.at).expect("fits"));
            target[..length].fill(b'x');
            length
        } else if self.at < before + LONG + after {
            self.after.set_position(self.at - before - LONG);
            self.after.read(target)?
        } else {
            0
        };
        self.at += read as u64;
        Ok(read)
    }
}

impl Seek for LongLine {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.at = match to {
            SeekFrom::Start(at) => at,
            SeekFrom::Current(0) => self.at,
            _ => return Err(io::ErrorKind::Unsupported.into()),
        };
        Ok(self.at)
    }
}

#[test]
fn a_line_of_200_megabytes_is_rejected_and_the_rows_around_it_are_read() {
    let input = LongLine {
        before: Cursor::new(format!("{HEADER}1;Child;2026-01-01;;7;1;\n2;Child;").into_bytes()),
        after: Cursor::new(b"\n3;Child;2026-01-01;;7;1;\n".to_vec()),
        at: 0,
    };
    let mut reader = from_input(Box::new(input)).expect("a list");
    let rows = rows(&mut reader);
    assert_eq!(codes(&rows), [(2, ""), (3, "too_long"), (4, "")]);
    assert!(
        rows[1]
            .outcome
            .as_ref()
            .expect_err("rejected")
            .to_string()
            .contains("export the list again with line breaks")
    );
}

#[test]
fn a_quotation_mark_that_is_never_closed_takes_one_row_and_no_more() {
    let text = "1;Child;2026-01-01;;7;1;\"open\n2;Child;2026-01-01;;7;1;\n3;Child;2026-01-01;;7;1;\"a\nb\"\n4;Child;2026-01-01;;\"7;1;\n5;Child;2026-01-01;;7;1;";
    assert_eq!(
        codes_of(text),
        [(2, "unclosed_quote"), (3, ""), (4, ""), (6, "unclosed_quote"), (7, "")]
    );
}

#[test]
fn zero_bytes_reject_their_row() {
    let rows = rows(
        &mut reader(format!(
            "{HEADER}1;Child;2026-01-01;;7;1;\n2;Ch\0ild;2026-01-01;;7;1;\n3;Child;2026-01-01;;7;1;"
        ))
        .expect("a list"),
    );
    assert_eq!(codes(&rows), [(2, ""), (3, "nul_byte"), (4, "")]);
    assert!(
        rows[1]
            .outcome
            .as_ref()
            .expect_err("rejected")
            .to_string()
            .contains("line 3: holds bytes of the value zero; export the list again")
    );
}

#[test]
fn a_workbook_that_unpacks_to_far_more_than_it_is_is_refused_before_it_is_read() {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    zip.start_file("xl/workbook.xml", options).expect("begun");
    zip.start_file("xl/worksheets/sheet1.xml", options).expect("begun");
    let zeros = vec![b' '; 1024 * 1024];
    for _ in 0..64 {
        zip.write_all(&zeros).expect("written");
    }
    let mut bomb = zip.finish().expect("finished").into_inner();
    assert!(bomb.len() < 200_000);
    says(
        &refused(bomb.clone()),
        &["unpacks to more than", "export the list as CSV instead"],
    );
    // The same with a declared size of one byte: what is declared is not believed.
    let declared = (64_u32 * 1024 * 1024).to_le_bytes();
    let mut at = 0;
    while at + 4 <= bomb.len() {
        if bomb[at..at + 4] == declared {
            bomb[at..at + 4].copy_from_slice(&1_u32.to_le_bytes());
        }
        at += 1;
    }
    let problem = refused(bomb);
    assert!(
        matches!(
            problem,
            Problem::Table(TableError::TooLargeUnpacked { .. } | TableError::BadSpreadsheet(_))
        ),
        "{problem:?}"
    );
}

#[test]
fn a_damaged_workbook_is_refused() {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("xl/workbook.xml", zip::write::SimpleFileOptions::default())
        .expect("begun");
    zip.write_all(b"<workbook").expect("written");
    let problem = refused(zip.finish().expect("finished").into_inner());
    assert!(
        matches!(problem, Problem::Table(TableError::BadSpreadsheet(_))),
        "{problem:?}"
    );
    says(&problem, &["save it again as .xlsx"]);
}

#[test]
fn a_formula_in_a_mapped_column_is_rejected_and_a_protected_text_is_not() {
    let text = "1;Child;2026-01-01;;=A1+1;1;\n2;Child;2026-01-01;;7;1;=A1+1\n=\"0003\";Child;2026-01-01;;7;1;\n";
    let rows = rows(&mut reader(format!("{HEADER}{text}")).expect("a list"));
    assert_eq!(codes(&rows), [(2, "formula"), (3, ""), (4, "")]);
    let rejection = rows[0].outcome.as_ref().expect_err("rejected");
    assert_eq!(rejection.column.as_deref(), Some("Worker"));
    assert!(rejection.to_string().contains("paste it as values"));
}

#[test]
fn mixed_encodings_reject_the_rows_of_the_rarer_one() {
    let row = |reference: &str, note: &[u8]| [format!("{reference};Child;2026-01-01;;7;1;").as_bytes(), note, b"\n"].concat();
    let (utf8, windows) = (&b"H\xc3\xb6g"[..], &b"H\xf6g"[..]);
    for (notes, expected) in [
        ([utf8, utf8, windows], [(2, ""), (3, ""), (4, "bad_encoding")]),
        ([windows, utf8, windows], [(2, ""), (3, "bad_encoding"), (4, "")]),
    ] {
        let list = [
            HEADER.as_bytes().to_vec(),
            row("1", notes[0]),
            row("2", notes[1]),
            row("3", notes[2]),
        ]
        .concat();
        let rows = rows(&mut reader(list).expect("a list"));
        assert_eq!(codes(&rows), expected);
        let rejection = rows.iter().find_map(|row| row.outcome.as_ref().err()).expect("one");
        assert!(
            rejection.to_string().contains("export the whole list again in one encoding"),
            "{rejection}"
        );
    }
}

#[test]
fn dates_and_numbers_that_cannot_be_meant_are_rejected_with_their_column() {
    for (row, code, column, says) in [
        ("1;Child;1899-12-31;;7;1;", "bad_date", "Start", "earliest_year"),
        ("1;Child;2999-01-01;;7;1;", "bad_date", "Start", "latest_year"),
        (
            "1;Child;2026-01-01;2026-02-30;7;1;",
            "bad_date",
            "End",
            "write it as 2026-10-31",
        ),
        ("1;Child;2026-01-01;;7;-2;", "bad_number", "Children", "below zero"),
        ("1;Child;2026-01-01;;7;1,5;", "bad_number", "Children", "whole number"),
        ("1;Child;2026-01-01;;7;many;", "bad_number", "Children", "no number"),
        ("1;Child;;;7;1;", "missing_start", "Start", "fill it in"),
        (";Child;2026-01-01;;7;1;", "missing_reference", "Ref", "fill it in"),
        ("1;Dog;2026-01-01;;7;1;", "unknown_case_type", "Type", "values in the mapping"),
        ("1;;2026-01-01;;7;1;", "unknown_case_type", "Type", "values in the mapping"),
        (
            "1;Child;2026-01-02;2026-01-01;7;1;",
            "end_before_start",
            "End",
            "correct one of them",
        ),
        ("1;Child;2026-01-01;;7;1;a;b", "too_many_cells", "", "quotation marks"),
        (
            "1;Child;2026-01-01;;7;1;640823-3234",
            "personal_identity_number",
            "Note",
            "take it out",
        ),
        ("640823-3234;Dog;;;7;1;", "personal_identity_number", "Ref", "take it out"),
    ] {
        let rows = rows(&mut reader(format!("{HEADER}{row}\n2;Child;2026-01-01;;7;1;x\n")).expect("a list"));
        assert_eq!(codes(&rows), [(2, code), (3, "")], "{row}");
        let rejection = rows[0].outcome.as_ref().expect_err("rejected");
        assert_eq!(rejection.column.as_deref().unwrap_or_default(), column, "{row}");
        assert!(rejection.to_string().contains(says), "{rejection}");
        assert!(
            !format!("{rejection:?}{rejection}").contains("640823"),
            "the number is printed nowhere"
        );
    }
}

#[test]
fn an_identity_number_in_a_row_that_cannot_be_read_is_still_found() {
    let rows = rows(&mut reader(format!("{HEADER}1;Child;2026-01-01;;7;1;\n2;\0;640823-3234;;7;1;\n")).expect("a list"));
    assert_eq!(codes(&rows), [(2, ""), (3, "personal_identity_number")]);
}

#[test]
fn the_very_same_row_has_the_same_hash_and_another_row_another() {
    let text = "1;Child;2026-01-01;;7;1;\n1;Child;2026-01-01;;7;1;\n1;\"Child\";2026-01-01;;7;1;\n1;Child;2026-01-01;;71;;\n";
    let rows = rows(&mut reader(format!("{HEADER}{text}")).expect("a list"));
    let first = rows[0].hash;
    assert_eq!(
        rows.iter().map(|row| row.hash == first).collect::<Vec<_>>(),
        [true, true, true, false]
    );
    assert!(matches!(Reason::Duplicate.code(), "duplicate"));
}

#[test]
fn every_line_end_and_separator_is_found() {
    for separator in [";", ",", "\t", "|"] {
        for end in ["\n", "\r\n", "\r"] {
            let text = format!("{HEADER}1;Child;2026-01-01;;7;1;\n\n2;Child;2026-01-01;;7;1;\n");
            let text = text.replace(';', separator).replace('\n', end);
            let rows = rows(&mut reader(text).expect("a list"));
            assert_eq!(codes(&rows), [(2, ""), (4, "")], "{separator:?} {end:?}");
        }
    }
}

#[test]
fn a_file_that_fits_no_name_of_the_mapping_is_told_so() {
    let mapping = Mapping::parse(&MAPPING.replace("name = \"*\"", "name = \"cases*.csv\"")).expect("a right mapping");
    let source = Source {
        name: "staff.csv".to_owned(),
        input: Box::new(Cursor::new(HEADER.as_bytes().to_vec())),
    };
    let errors = Reader::read(&mapping, vec![source]).err().expect("refused");
    assert!(
        errors[0]
            .to_string()
            .contains("staff.csv: fits none of the names in the mapping: cases*.csv; rename it"),
        "{}",
        errors[0]
    );
}

#[test]
fn a_wrong_mapping_is_told_its_line_and_what_to_write() {
    for (from, to, line, says) in [
        ("format = 1", "format = 2", 2, "format must be 1"),
        ("kind = \"cases\"", "kind = \"case\"", 8, "write one of units"),
        (
            "start = \"Start\"",
            "strat = \"Start\"",
            12,
            "unknown key strat; write one of start",
        ),
        ("start = \"Start\"\n", "", 9, "start is missing"),
        (
            "end = \"End\"",
            "end = \"End\"\nlast_day = \"End\"",
            9,
            "end and last_day exclude each other",
        ),
        ("main = \"Worker\"", "main = 7", 14, "the name of a column or a table"),
        ("main = \"Worker\"", "co_share = \"Worker\"", 14, "needs unit"),
        ("id = \"test\"", "id = test", 3, "not TOML"),
        ("name = \"*\"", "name = \"*\"\nencoding = \"latin9\"", 8, "write one of utf-8"),
        (
            "values = { \"Child\" = \"barn\" }",
            "values = { \"Child\" = 1.5 }",
            11,
            "a text, a whole number, true or false",
        ),
    ] {
        let error = Mapping::parse(&MAPPING.replace(from, to)).expect_err(to);
        assert!(error.to_string().contains(says), "{error}");
        assert_eq!(error.line, line, "{error}");
    }
}
