//! What a change of weight model would do: each person's change, and what is told of groups.
#![expect(clippy::expect_used, reason = "a test that meets what it did not expect shall fail")]

use std::cmp::Ordering;

use jiff::civil::{Date, date};
use rules::access::Reach;
use rules::amount::Share;
use rules::caseload::Caseload;
use rules::model_effect::{Effect, effects, fairer};
use rules::unit::{Tree, Unit};
use rules::weight_model::{WeightModel, shipped};
use serde_json::json;

const DAY: Date = date(2026, 10, 31);

fn example() -> WeightModel {
    shipped("exempel-barn-unga").expect("ships")
}

/// The example with other points for an investigation about children: 10 as it is.
fn with_points(points: &str) -> WeightModel {
    let mut model = example();
    model.cases[1].points = points.parse().expect("points");
    model
}

/// Somebody full-time and experienced (150 points, 20 of them stable) with so many investigations.
fn effect(unit: &str, cases: u32, after: &WeightModel) -> Effect {
    let person = json!({
        "id": "a",
        "in_profession_since": "2010-01-01",
        "employments": [{ "unit": unit, "share": 1, "from": "2020-01-01" }],
        "cases": [{ "type": "barn", "phase": "utredning", "count": cases, "from": "2026-01-01" }],
    });
    let caseload = Caseload::parse(&json!({ "people": [person] }).to_string()).expect("caseload");
    let (person, holdings) = caseload.people[0].facts().expect("facts");
    Effect::of(&example(), after, &person, &holdings, DAY).expect("is listed")
}

fn tree(units: &[(&str, Option<&str>)]) -> Tree {
    let unit = |(code, parent): &(&str, Option<&str>)| Unit {
        code: (*code).to_owned(),
        name: (*code).to_owned(),
        parent: parent.map(str::to_owned),
    };
    Tree::new(units.iter().map(unit).collect()).expect("a tree")
}

fn everywhere() -> Reach {
    Reach {
        everywhere: true,
        ..Reach::default()
    }
}

#[test]
fn a_load_that_grows_past_the_limit_goes_over_and_one_that_shrinks_below_comes_down() {
    for (cases, points, difference, goes_over, comes_down) in [
        (13, "12", "0.1733", true, false),
        (13, "10", "0", false, false),
        (15, "9", "-0.1", false, true),
        (20, "11", "0.1333", false, false),
    ] {
        let effect = effect("A", cases, &with_points(points));
        let expected: Share = difference.parse().expect("a share");
        let off = (effect.difference().expect("capacity") - expected).millionths().abs();
        assert!(off <= 100, "{cases} at {points}: {:?}", effect.difference());
        assert_eq!(
            (effect.goes_over(), effect.comes_down()),
            (goes_over, comes_down),
            "{cases} at {points}"
        );
    }
}

#[test]
fn the_fairer_model_is_the_one_with_the_lower_heaviest_load_and_none_when_cases_are_left_out() {
    let lighter = effect("A", 10, &with_points("8"));
    let heavier = effect("A", 10, &with_points("12"));
    assert_eq!(fairer(&[&lighter]), Some(Ordering::Greater));
    assert_eq!(fairer(&[&heavier]), Some(Ordering::Less));
    let mut without = example();
    without.cases.remove(1);
    assert_eq!(fairer(&[&lighter, &effect("A", 10, &without)]), None);
}

#[test]
fn groups_under_five_are_hidden_and_cannot_be_found_as_what_the_whole_has_beyond_the_others() {
    let tree = tree(&[("A", None), ("B", None)]);
    let model = with_points("12");
    let mut people: Vec<Effect> = (0..6).map(|_| effect("A", 13, &model)).collect();
    people.extend((0..3).map(|_| effect("B", 13, &model)));
    let told = effects(&tree, &everywhere(), &Reach::default(), &people, 5);
    let shown: Vec<bool> = told.units.iter().map(|unit| unit.figures.is_some()).collect();
    assert_eq!(shown, [true, false]);
    let spread = told.spread.expect("six are enough");
    assert_eq!(
        (spread.people, spread.go_over, spread.classes),
        (6, 6, [0, 0, 0, 0, 0, 0, 0, 6, 0])
    );
    let few = effects(&tree, &everywhere(), &Reach::default(), &people[6..], 5);
    assert_eq!(few.spread, None);
    let mut own = Reach::default();
    own.units.insert("B".to_owned());
    let own_team = effects(&tree, &own, &own, &people[6..], 5);
    assert_eq!(
        own_team.spread.map(|spread| spread.people),
        Some(3),
        "the team's own supervisor sees it"
    );
}

#[test]
fn whoever_is_in_no_unit_is_in_no_sum() {
    let tree = tree(&[("A", None)]);
    let model = with_points("12");
    let mut people: Vec<Effect> = (0..5).map(|_| effect("A", 13, &model)).collect();
    people.push(effect("elsewhere", 13, &model));
    let told = effects(&tree, &everywhere(), &Reach::default(), &people, 5);
    assert_eq!(told.spread.map(|spread| spread.people), Some(5));
}
