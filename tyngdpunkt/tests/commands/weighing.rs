//! `weigh`: a caseload as JSON, from a file or from standard input, without any database.

use std::fs;

use serde_json::Value as Json;

use crate::support::{Answer, DAY, Place, answer, project};

fn example(name: &str) -> String {
    fs::read_to_string(project("docs/examples").join(name)).expect("the example is in the documentation")
}

fn weigh(place: &Place, model: &str, caseload: &str) -> Answer {
    let mut command = place.command();
    answer(
        command
            .args(["weigh", "--model", model, "--format", "json"])
            .write_stdin(caseload.to_owned()),
    )
}

#[test]
fn the_documented_examples_are_weighed_as_documented() {
    for (caseload, model, weighed) in [
        ("caseload.json", "exempel-barn-unga", "caseload-weighed.json"),
        ("uk-probation.json", "uk-probation", "uk-probation-weighed.json"),
    ] {
        let answer = weigh(&Place::empty(), model, &example(caseload)).ends(0).json();
        let documented: Json = serde_json::from_str(&example(weighed)).expect("it is JSON");
        assert_eq!(answer, documented, "{caseload}");
    }
}

#[test]
fn the_examples_in_the_text_are_the_files() {
    let text = fs::read_to_string(project("docs/caseload.md")).expect("the page is there");
    for file in ["caseload.json", "uk-probation.json"] {
        assert!(
            text.contains(example(file).trim_end()),
            "{file} stands in the page as it is weighed"
        );
    }
}

#[test]
fn a_file_a_hyphen_and_nothing_are_three_ways_to_say_the_same_and_no_database_is_made() {
    let place = Place::empty();
    place.write("caseload.json", example("caseload.json"));
    place.write(
        "model.toml",
        fs::read(project("models/exempel-barn-unga.toml")).expect("it ships"),
    );
    let arguments = ["weigh", "-m", "model.toml", "--format", "json"];
    let from_file = place.run(&[&arguments[..], &["caseload.json"]].concat()).ends(0);
    for more in [&[][..], &["-"]] {
        let mut command = place.command();
        let piped = answer(command.args(arguments).args(more).write_stdin(example("caseload.json"))).ends(0);
        assert_eq!(piped.text, from_file.text);
    }
    assert_eq!(place.files(), ["caseload.json", "model.toml"]);
    let table = place.run(&["weigh", "-m", "model.toml", "caseload.json"]).ends(0).text;
    for words in ["Anna", "19.375", "\u{d7} 1.25", "no capacity"] {
        assert!(table.contains(words), "{words} is not in {table}");
    }
}

#[test]
fn the_day_asked_for_goes_before_the_day_of_the_caseload() {
    let caseload = r#"{"as_of": "2026-10-31", "people": [{"id": "a", "employments": [{"share": 1, "from": "2026-11-01"}]}]}"#;
    let place = Place::empty();
    let on = |more: &[&str]| {
        let mut command = place.command();
        let command = command.args(["weigh", "-m", "nassjo", "--format", "json"]).args(more);
        answer(command.write_stdin(caseload)).ends(0).json()
    };
    assert_eq!(
        (on(&[])["as_of"].clone(), on(&[])["people"][0]["in_service"].clone()),
        (DAY.into(), false.into())
    );
    let later = on(&["--as-of", "2026-11-01"]);
    assert_eq!(
        (&later["as_of"], &later["people"][0]["in_service"]),
        (&"2026-11-01".into(), &true.into())
    );
}

#[test]
fn a_caseload_that_is_wrong_is_refused_with_where_and_what_to_write() {
    let place = Place::empty();
    let person = |more: &str| format!("{{\"people\": [{{\"id\": \"a\", {more}}}]}}");
    for (caseload, words) in [
        (String::new(), &["line 1"][..]),
        ("{\"people\": [\n  {\"id\": 7}\n]}".to_owned(), &["2:", "docs/caseload.md"]),
        ("{\"people\": [],\n\"peple\": 1}".to_owned(), &["2:", "peple", "one_more"]),
        (person("\"employments\": [{\"share\": NaN}]"), &["1:"]),
        (person("\"employments\": [{\"share\": 1e300}]"), &["1:"]),
        (person("\"employments\": [{\"share\": 3}]"), &["a has share", "0", "2"]),
        (
            person("\"employments\": [{\"hours_per_week\": 169}]"),
            &["hours_per_week", "168"],
        ),
        (person("\"employments\": [{\"share\": -1}]"), &["share"]),
        (person("\"employments\": [{}]"), &["share", "hours_per_week"]),
        (person("\"employments\": [{\"share\": 1, \"from\": \"2026-31-12\"}]"), &["1:"]),
        (
            person("\"employments\": [{\"share\": 1, \"from\": \"2026-12-31\", \"to\": \"2026-01-01\"}]"),
            &["2026-12-31", "2026-01-01"],
        ),
        (
            person("\"cases\": [{\"type\": \"barn\", \"phase\": \"utredning\", \"count\": -1}]"),
            &["1:"],
        ),
        (
            person("\"cases\": [{\"type\": \"barn\", \"phase\": \"utredning\", \"count\": 1e10}]"),
            &["1:"],
        ),
        (
            person("\"cases\": [{\"type\": \"cat\", \"phase\": \"utredning\"}]"),
            &["person a", "cat"],
        ),
        (
            person("\"cases\": [{\"type\": \"barn\", \"phase\": \"utredning\", \"factors\": {\"moon\": 1}}]"),
            &["moon", "barn, tolk"],
        ),
        (
            person("\"cases\": [{\"type\": \"barn\", \"phase\": \"utredning\", \"factors\": {\"barn\": -3}}]"),
            &["1:"],
        ),
        (
            person("\"cases\": [{\"type\": \"barn\", \"phase\": \"utredning\", \"factors\": {\"tolk\": 3}}]"),
            &["tolk", "3"],
        ),
        (
            person("\"cases\": [{\"type\": \"barn\", \"phase\": \"utredning\", \"factors\": {\"restid\": \"far\"}}]"),
            &["restid", "far"],
        ),
    ] {
        weigh(&place, "exempel-barn-unga", &caseload).refuses(3, words);
    }
    place
        .run(&["weigh", "-m", "cwla", "missing.json"])
        .refuses(3, &["missing.json does not exist"]);
    place.run(&["weigh", "-m", "cwla", "."]).refuses(3, &["is a folder"]);
    place.write("bytes.json", [0xff, 0xfe, 0x00]);
    place
        .run(&["weigh", "-m", "cwla", "bytes.json"])
        .refuses(3, &["bytes.json", "UTF-8"]);
}

#[test]
fn the_largest_counts_are_weighed_exactly_and_never_wrap_around() {
    let case = r#"{"type": "placering", "phase": "utredning", "count": 4294967295}"#;
    let caseload = format!(r#"{{"people": [{{"id": "a", "employments": [{{"share": 1}}], "cases": [{case}]}}]}}"#);
    let answer = weigh(&Place::empty(), "exempel-barn-unga", &caseload).ends(0).json();
    assert_eq!(answer["people"][0]["case_points"], 4_294_967_295_i64 * 12);
    assert_eq!(answer["people"][0]["band"], "over");
}

#[test]
fn counts_that_would_be_more_than_can_be_counted_do_not_become_small() {
    let case = r#"{"type": "placering", "phase": "utredning", "count": 4294967295}"#;
    let cases = vec![case; 400].join(",");
    let caseload = format!(r#"{{"people": [{{"id": "a", "employments": [{{"share": 1}}], "cases": [{cases}]}}]}}"#);
    let answer = weigh(&Place::empty(), "exempel-barn-unga", &caseload).ends(0).json();
    assert_eq!(answer["people"][0]["band"], "over");
    assert!(answer["people"][0]["points"].as_f64() > Some(9e12), "{answer}");
}
