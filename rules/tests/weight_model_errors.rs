//! A wrong model file is refused with every problem in it, each with its line and what may stand there instead.
#![expect(clippy::expect_used, reason = "a test that meets what it did not expect shall fail")]

use rules::weight_model::{Problem, WeightModel};

/// A small model without fault; additions begin on line 18.
const SOUND: &str = r#"format = 1
id = "test"
version = "1"
title = "Test"
source = "Test"
valid_from = 2024-01-01
unit = "points"

[norm]
points = 100
hours_per_week = 40

[[case]]
type = "child"
phase = "assessment"
points = 10

"#;

/// The problems of a file as `line: problem`.
fn problems(text: &str) -> Vec<String> {
    match WeightModel::parse(text) {
        Ok(_) => Vec::new(),
        Err(error) => error
            .problems
            .iter()
            .map(|(place, problem)| format!("{}: {}", place.line, short(problem)))
            .collect(),
    }
}

/// A problem in one line, with everything it holds.
fn short(problem: &Problem) -> String {
    let json = serde_json::to_value(problem).expect("json");
    let object = json.as_object().expect("object");
    let mut words = vec![object["problem"].as_str().expect("problem").to_owned()];
    for (key, value) in object.iter().filter(|(key, _)| *key != "problem" && *key != "message") {
        let value = value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned);
        words.push(format!("{key}={value}"));
    }
    // In whichever order the keys came.
    words[1..].sort();
    words.join(" ")
}

/// The sound model with something added.
fn with(addition: &str) -> String {
    format!("{SOUND}{addition}\n")
}

/// The sound model with one line written otherwise.
fn line(number: usize, text: &str) -> String {
    let lines = SOUND.lines().enumerate();
    let lines = lines.map(|(place, line)| if place + 1 == number { text } else { line });
    lines.collect::<Vec<_>>().join("\n")
}

/// Asks a table: what is wrong with a file, the file, and the problems found in it.
fn ask(rows: &[(&str, String, &[&str])]) {
    for (what, text, expected) in rows {
        assert_eq!(problems(text), *expected, "{what}:\n{text}");
    }
}

#[test]
fn a_sound_file_has_no_problems_however_its_lines_end() {
    ask(&[
        ("sound", SOUND.to_owned(), &[]),
        ("line ends of Windows", SOUND.replace('\n', "\r\n"), &[]),
        ("byte order mark", format!("\u{feff}{SOUND}"), &[]),
        ("needless zeros", line(16, "points = 1.2300000"), &[]),
        ("grouped digits", line(16, "points = 1_0.2_5"), &[]),
    ]);
}

#[test]
fn an_unknown_key_is_named_with_the_nearest_that_exists() {
    ask(&[
        (
            "at the top",
            line(4, "titel = \"Test\""),
            &[
                "1: missing_key key=title table=",
                "4: unknown_key key=titel nearest=title table=",
            ],
        ),
        (
            "in a row",
            with("[[case]]\ntype = \"adult\"\npoint = 3"),
            &[
                "18: missing_key key=points table=case",
                "20: unknown_key key=point nearest=points table=case",
            ],
        ),
        (
            "a whole table",
            SOUND.replace("[norm]", "[norms]"),
            &[
                "1: missing_key key=norm table=",
                "9: unknown_key key=norms nearest=norm table=",
            ],
        ),
        (
            "a key of another kind of factor",
            with("[[factor]]\nid = \"f\"\nkind = \"count\"\nadd = 1\nmultiplier = 2\n"),
            &["22: unknown_key key=multiplier nearest=title table=factor"],
        ),
        (
            "levels and multipliers",
            with("[[factor]]\nid = \"f\"\nkind = \"level\"\nlevels = { a = 1 }\nmultipliers = { a = 1 }"),
            &["22: unknown_key key=multipliers nearest=levels table=factor"],
        ),
    ]);
}

#[test]
fn a_missing_key_is_reported_where_its_table_begins() {
    ask(&[
        ("share", with("[share]\nmain = 1"), &["18: missing_key key=co table=share"]),
        (
            "bands",
            with("[bands]\nlow = 1.0"),
            &["18: missing_key key=high table=bands", "18: missing_key key=over table=bands"],
        ),
        (
            "overload",
            with("[overload]\nband = \"over\""),
            &["18: missing_key key=weeks table=overload"],
        ),
        (
            "limit",
            with("[[limit]]\nexceptional = 4"),
            &["18: missing_key key=count table=limit"],
        ),
        (
            "support",
            with("[[support]]\nid = \"s\"\npoints = 1"),
            &["18: missing_key key=days table=support"],
        ),
        (
            "factor",
            with("[[factor]]\nid = \"f\"\nadd = 1"),
            &["18: missing_key key=kind table=factor"],
        ),
        (
            "ids",
            with("[[duty]]\npoints = 1\n[[duty]]\npoints = 2"),
            &["18: missing_key key=id table=duty", "20: missing_key key=id table=duty"],
        ),
        ("rows", SOUND.lines().take(11).collect::<Vec<_>>().join("\n"), &["1: no_rows"]),
        (
            "an empty list of rows",
            format!("case = []\n{}", SOUND.lines().take(11).collect::<Vec<_>>().join("\n")),
            &["1: no_rows"],
        ),
    ]);
}

#[test]
fn an_empty_file_is_told_everything_a_model_needs() {
    let missing = ["id", "version", "title", "source", "valid_from", "unit", "norm"];
    let mut expected = vec!["1: missing_key key=format table=".to_owned(), "1: no_rows".to_owned()];
    expected.extend(missing.iter().map(|key| format!("1: missing_key key={key} table=")));
    assert_eq!(problems(""), expected);
    assert_eq!(problems("\n \n"), expected);
}

#[test]
fn what_is_not_toml_is_refused_at_the_line_where_it_goes_wrong() {
    ask(&[
        ("prose", with("this is no model"), &["18: not_toml"]),
        ("a key twice", with("[norm]\npoints = 1"), &["18: not_toml"]),
        (
            "a day that does not exist",
            line(6, "valid_from = 2024-02-30"),
            &["6: not_toml"],
        ),
        ("a web page", "<!doctype html>".to_owned(), &["1: not_toml"]),
        ("binary", "\0\0".to_owned(), &["1: not_toml"]),
        ("a comma for a point", line(16, "points = 1,5"), &["16: not_toml"]),
    ]);
}

#[test]
fn a_value_of_the_wrong_kind_says_which_kind_is_wanted() {
    ask(&[
        ("text", line(2, "id = 7"), &["2: wrong_kind expected=text key=id table="]),
        (
            "blank text",
            line(2, "id = \"  \""),
            &["2: wrong_kind expected=text key=id table="],
        ),
        (
            "number",
            line(10, "points = \"many\""),
            &["10: wrong_kind expected=number key=points table=norm"],
        ),
        (
            "flag",
            line(11, "hours_per_week = 40\nstable_scales = \"yes\""),
            &["12: wrong_kind expected=flag key=stable_scales table=norm"],
        ),
        (
            "tables",
            line(13, "[case]"),
            &["13: wrong_kind expected=tables key=case table="],
        ),
        (
            "table",
            with("[[share]]\nmain = 1"),
            &["18: wrong_kind expected=table key=share table="],
        ),
        (
            "list",
            with("[[factor]]\nid = \"f\"\nkind = \"flag\"\nadd = 1\ntypes = \"child\""),
            &["22: wrong_kind expected=list key=types table=factor"],
        ),
        (
            "levels",
            with("[[factor]]\nid = \"f\"\nkind = \"level\"\nlevels = 3"),
            &["21: wrong_kind expected=levels key=levels table=factor"],
        ),
        (
            "no levels",
            with("[[factor]]\nid = \"f\"\nkind = \"level\"\nlevels = {}"),
            &["21: wrong_kind expected=levels key=levels table=factor"],
        ),
        (
            "an id",
            with("[[duty]]\nid = 3\npoints = 1"),
            &["19: wrong_kind expected=text key=id table=duty"],
        ),
        (
            "date",
            line(6, "valid_from = \"next year\""),
            &["6: wrong_kind expected=date key=valid_from table="],
        ),
        (
            "no such day",
            line(6, "valid_from = \"2024-02-30\""),
            &["6: wrong_kind expected=date key=valid_from table="],
        ),
        (
            "a time",
            line(6, "valid_from = 07:32:00"),
            &["6: wrong_kind expected=date key=valid_from table="],
        ),
        (
            "a year",
            line(6, "valid_from = 2024"),
            &["6: wrong_kind expected=date key=valid_from table="],
        ),
        (
            "format",
            line(1, "format = \"1\""),
            &["1: wrong_kind expected=number key=format table="],
        ),
    ]);
}

#[test]
fn a_number_that_cannot_be_held_or_cannot_be_meant_is_refused() {
    for (written, expected) in [
        ("1.2345", "16: too_many_decimals decimals=3 key=points table=case"),
        ("1e3", "16: wrong_kind expected=number key=points table=case"),
        ("nan", "16: wrong_kind expected=number key=points table=case"),
        ("inf", "16: wrong_kind expected=number key=points table=case"),
        ("-inf", "16: wrong_kind expected=number key=points table=case"),
        ("0x10", "16: wrong_kind expected=number key=points table=case"),
        ("100000.001", "16: out_of_range key=points least=0 most=100000 table=case"),
        (
            "99999999999999999999",
            "16: out_of_range key=points least=0 most=100000 table=case",
        ),
        (
            "999999999999999999999999999999999999999999.5",
            "16: out_of_range key=points least=0 most=100000 table=case",
        ),
        ("-1", "16: out_of_range key=points least=0 most=100000 table=case"),
        ("-0.001", "16: out_of_range key=points least=0 most=100000 table=case"),
    ] {
        assert_eq!(problems(&line(16, &format!("points = {written}"))), [expected], "{written}");
    }
    ask(&[
        (
            "a negative share",
            with("[share]\nmain = 1\nco = -0.5"),
            &["20: out_of_range key=co least=0 most=1 table=share"],
        ),
        (
            "more than the whole",
            with("[share]\nmain = 1.5\nco = 0.5"),
            &["19: out_of_range key=main least=0 most=1 table=share"],
        ),
        (
            "a week without hours",
            line(11, "hours_per_week = 0"),
            &["11: out_of_range key=hours_per_week least=1 most=168 table=norm"],
        ),
        (
            "a reduction",
            with("[[reduction]]\nid = \"r\"\nshare = 1.1\nmonths = 6.5\nmax_share = \"half\""),
            &[
                "20: out_of_range key=share least=0 most=1 table=reduction",
                "21: too_many_decimals decimals=0 key=months table=reduction",
                "22: wrong_kind expected=number key=max_share table=reduction",
            ],
        ),
        (
            "support for no day",
            with("[[support]]\nid = \"s\"\npoints = 1\ndays = 0"),
            &["21: out_of_range key=days least=1 most=366 table=support"],
        ),
        (
            "a count",
            with("[[factor]]\nid = \"f\"\nkind = \"count\"\nadd = 1\nfree = -1"),
            &["22: out_of_range key=free least=0 most=10000 table=factor"],
        ),
        (
            "another format",
            line(1, "format = 2"),
            &["1: out_of_range key=format least=1 most=1 table="],
        ),
        (
            "levels",
            with("[[factor]]\nid = \"f\"\nkind = \"level\"\nlevels = { a = \"x\", b = 1.23456 }"),
            &[
                "21: wrong_kind expected=number key=a table=factor",
                "21: too_many_decimals decimals=3 key=b table=factor",
            ],
        ),
    ]);
}

#[test]
fn a_word_that_is_none_of_those_allowed_is_shown_with_them() {
    ask(&[
        (
            "scored_by",
            line(8, "scored_by = \"me\""),
            &["8: unknown_word allowed=worker, lead, both found=me key=scored_by"],
        ),
        (
            "rounding",
            line(11, "hours_per_week = 40\nrounding = \"up\""),
            &["12: unknown_word allowed=none, down found=up key=rounding"],
        ),
        (
            "overload",
            with("[overload]\nband = \"low\"\nweeks = 0"),
            &[
                "19: unknown_word allowed=high, over found=low key=band",
                "20: out_of_range key=weeks least=1 most=520 table=overload",
            ],
        ),
        (
            "kind",
            with("[[factor]]\nid = \"f\"\nkind = \"flags\"\nadd = 1"),
            &["20: unknown_word allowed=flag, count, level found=flags key=kind"],
        ),
    ]);
}

#[test]
fn rows_ids_levels_and_bands_that_contradict_each_other_are_refused() {
    ask(&[
        (
            "two rows for a type and phase",
            with("[[case]]\ntype = \"child\"\nphase = \"assessment\"\npoints = 1"),
            &["18: two_rows case_type=child first_line=13 phase=assessment"],
        ),
        (
            "a row for any phase beside one for a phase",
            with("[[case]]\ntype = \"child\"\npoints = 1"),
            &["18: two_rows case_type=child first_line=13 phase="],
        ),
        (
            "two duties with one id",
            with("[[duty]]\nid = \"d\"\npoints = 1\n[[duty]]\nid = \"d\"\npoints = 2"),
            &["22: two_with_one_id first_line=19 id=d table=duty"],
        ),
        (
            "no last level",
            with("[[norm.level]]\nid = \"new\"\nbelow_months = 9\nshare = 0.5"),
            &["18: last_level_has_limit id=new"],
        ),
        (
            "levels out of order",
            with(
                "[[norm.level]]\nid = \"a\"\nbelow_months = 9\nshare = 0.5\n[[norm.level]]\nid = \"b\"\nbelow_months = 9\n\
                 share = 0.5\n[[norm.level]]\nid = \"a\"\nshare = 1",
            ),
            &[
                "22: levels_out_of_order id=b",
                "27: two_with_one_id first_line=19 id=a table=norm.level",
            ],
        ),
        (
            "bands",
            with("[bands]\nlow = 1.0\nhigh = 0.9\nover = 1.1"),
            &["18: bands_out_of_order"],
        ),
        (
            "limit",
            with("[[limit]]\ncount = 5\nexceptional = 4"),
            &["20: exceptional_below_limit"],
        ),
    ]);
}

#[test]
fn a_factor_must_do_something_to_cases_that_exist() {
    ask(&[
        (
            "a flag that does nothing",
            with("[[factor]]\nid = \"f\"\nkind = \"flag\""),
            &["18: factor_without_effect id=f"],
        ),
        (
            "levels without levels",
            with("[[factor]]\nid = \"f\"\nkind = \"level\""),
            &["18: factor_without_effect id=f"],
        ),
        (
            "types and phases that no row has",
            with("[[factor]]\nid = \"f\"\nkind = \"flag\"\nadd = 1\ntypes = [\"chidl\"]\nphases = [\"x\", 3]"),
            &[
                "22: no_such_type_or_phase found=chidl key=types nearest=child",
                "23: no_such_type_or_phase found=x key=phases nearest=assessment",
                "23: wrong_kind expected=list key=phases table=factor",
            ],
        ),
        (
            "a limit beside a type that no row has",
            with("[[limit]]\ncount = 5\nbeside = [\"adult\"]"),
            &["20: no_such_type_or_phase found=adult key=beside nearest=child"],
        ),
        (
            "seven multiplying factors",
            with(&multiplying(7)),
            &["18: too_many_multipliers most=6"],
        ),
        ("six multiplying factors", with(&multiplying(6)), &[]),
    ]);
}

fn multiplying(factors: usize) -> String {
    let factors = (0..factors).map(|place| format!("[[factor]]\nid = \"f{place}\"\nkind = \"flag\"\nmultiply = 10\n"));
    factors.collect()
}

#[test]
fn every_problem_of_a_file_is_reported_in_the_order_of_its_lines() {
    let text = "format = 2\nid = 1\nvalid_from = \"soon\"\nunit = \"points\"\n\n[norm]\npoints = -5\n\n[[case]]\ntype = \"a\"\n\
                points = 1.00001\nphse = \"b\"\n\n[bands]\nlow = 2\nhigh = 1\nover = 1\n";
    assert_eq!(
        problems(text),
        [
            "1: missing_key key=version table=",
            "1: missing_key key=title table=",
            "1: missing_key key=source table=",
            "1: out_of_range key=format least=1 most=1 table=",
            "2: wrong_kind expected=text key=id table=",
            "3: wrong_kind expected=date key=valid_from table=",
            "6: missing_key key=hours_per_week table=norm",
            "7: out_of_range key=points least=0 most=100000 table=norm",
            "11: too_many_decimals decimals=3 key=points table=case",
            "12: unknown_key key=phse nearest=phase table=case",
            "14: bands_out_of_order",
        ]
    );
}

#[test]
fn the_column_is_counted_in_letters_and_the_developers_sentence_names_the_line() {
    let text = line(2, "id = \"\u{e5}\u{e4}\u{f6}\", \"x\"");
    let error = WeightModel::parse(&text).expect_err("not TOML");
    assert_eq!((error.problems[0].0.line, error.problems[0].0.column), (2, 11));
    assert!(error.to_string().starts_with("line 2, column 11: "), "{error}");
}
