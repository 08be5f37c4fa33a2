//! One person's load on a day and from day to day: levels, absences, support and model versions that begin and end.
#![expect(clippy::expect_used, reason = "a test that meets what it did not expect shall fail")]

use jiff::ToSpan;
use jiff::civil::{Date, date};
use rules::amount::{Points, Share};
use rules::case::Holding;
use rules::caseload::Caseload;
use rules::load::{Held, Load, PersonLoad, UnitPart, load, unit_parts};
use rules::overload::{Overload, history, overload, overload_on as overload_after};
use rules::person::Person;
use rules::weigh::{Step, weigh};
use rules::weight_model::{Band, Series, WeightModel, shipped};
use serde_json::{Value, json};

const DAY: Date = date(2026, 10, 31);

fn example() -> WeightModel {
    shipped("exempel-barn-unga").expect("ships")
}

fn points(text: &str) -> Points {
    text.parse().expect(text)
}

fn share(text: &str) -> Share {
    text.parse().expect(text)
}

fn facts(person: &Value) -> (Person, Vec<Holding>) {
    let caseload = Caseload::parse(&json!({ "people": [person] }).to_string()).expect("caseload");
    caseload.people[0].facts().expect("facts")
}

fn load_on(model: &WeightModel, person: &Value, on: Date) -> PersonLoad {
    let (person, holdings) = facts(person);
    let held = holdings.iter().filter(|holding| holding.period.contains(on));
    load(model, &person, &held.map(|holding| Held::weigh(model, holding)), on)
}

/// The overload on a day, looking back a year.
fn overload_on(models: &Series, person: &Value, on: Date) -> Option<Overload> {
    let (person, holdings) = facts(person);
    let year_ago = on.checked_sub(1.year()).expect("a year");
    overload(models, &history(models, &person, &holdings, year_ago, on))
}

#[test]
fn an_overload_on_a_day_is_the_same_whether_one_looks_that_far_or_further() {
    let models = Series::new(vec![example()]).expect("a series");
    let mut person = experienced(16, date(2026, 9, 1));
    let more = json!({ "type": "barn", "phase": "utredning", "count": 3, "from": "2026-10-05", "to": "2026-10-20" });
    person["cases"].as_array_mut().expect("cases").push(more);
    let (facts, holdings) = facts(&person);
    let first = date(2026, 8, 1);
    let whole = history(&models, &facts, &holdings, first, DAY);
    let mut found = 0;
    for day in first.series(1.day()).take_while(|day| *day <= DAY) {
        let until_then = overload(&models, &history(&models, &facts, &holdings, first, day));
        assert_eq!(overload_after(&models, &whole, day), until_then, "{day}");
        found += usize::from(until_then.is_some());
    }
    assert!(found > 10, "it was too much on {found} days");
    assert_eq!(
        overload_after(&models, &whole, date(2026, 7, 31)),
        None,
        "before the first day"
    );
    assert_eq!(overload_after(&models, &whole, date(2026, 11, 1)), None, "after the last");
}

/// The first day of each stretch of days and the load on it.
fn steps(models: &Series, person: &Value, first: Date, last: Date) -> Vec<(Date, PersonLoad)> {
    let (person, holdings) = facts(person);
    let steps = history(models, &person, &holdings, first, last).into_iter();
    steps.map(|step| (step.period.from(), step.load.expect("a model"))).collect()
}

/// A full-time, experienced worker with so many children under assessment at ten points each, from a day.
fn experienced(children: u32, from: Date) -> Value {
    json!({
        "id": "a",
        "in_profession_since": "2010-01-01",
        "employments": [{ "unit": "U1", "share": 1, "from": "2020-01-01" }],
        "cases": [{ "type": "barn", "phase": "utredning", "count": children, "from": from }],
    })
}

#[test]
fn an_investigation_with_three_children_interpreter_long_travel_and_conflict_weighs_19_375() {
    let person = json!({
        "id": "a", "employments": [{ "share": 1 }],
        "cases": [{
            "reference": "1", "type": "barn", "phase": "utredning",
            "factors": { "barn": 3, "tolk": true, "restid": "lang", "konflikt": true },
        }],
    });
    let (_, holdings) = facts(&person);
    let held = &holdings[0];
    let weighed = weigh(
        &example(),
        &held.case_type,
        held.phase.as_deref(),
        &held.effort,
        (held.part, held.share),
        held.count,
    );
    let weighed = weighed.expect("weighed");
    assert_eq!(weighed.points, points("19.375"));
    let steps: Vec<(&str, Points)> = weighed
        .lines
        .iter()
        .map(|line| {
            let step = match &line.step {
                Step::Row { .. } => "row",
                Step::Add { factor, .. } | Step::Multiply { factor, .. } => factor.as_str(),
                Step::Rounding => "rounding",
                Step::Part { .. } => "part",
                Step::Count { .. } => "count",
            };
            (step, line.points)
        })
        .collect();
    let expected = [
        ("row", "10"),
        ("barn", "3"),
        ("tolk", "1"),
        ("restid", "1.5"),
        ("konflikt", "3.875"),
    ];
    assert_eq!(steps, expected.map(|(step, text)| (step, points(text))));
}

#[test]
fn the_second_year_at_80_per_cent_with_a_quarter_absent_carries_81_points() {
    let person = json!({
        "id": "a",
        "in_profession_since": "2025-03-01",
        "employments": [{ "share": 0.8 }],
        "reductions": [{ "id": "franvaro", "share": 0.25 }],
        "cases": [{ "type": "barn", "phase": "utredning", "count": 7 }],
    });
    let load = load_on(&example(), &person, DAY);
    assert_eq!(load.capacity, Points::whole(81));
    assert_eq!(load.points, Points::whole(90), "seventy and the stable part in full");
    assert_eq!((load.load.rounded(4), load.band), (Some(share("1.1111")), Band::Over));
    assert_eq!(load.with_one_more(points("19.375")).rounded(4), Some(share("1.3503")));
}

#[test]
fn a_leaver_with_cases_has_no_capacity_not_zero_percent() {
    let mut person = experienced(3, date(2026, 1, 1));
    person["employments"][0]["to"] = json!("2026-10-01");
    let load = load_on(&example(), &person, DAY);
    assert_eq!((load.in_service, load.cases), (false, 3));
    assert_eq!((load.points, load.stable), (Points::whole(30), Points::ZERO));
    assert_eq!(
        (load.load, load.load.rounded(4), load.band),
        (Load::NoCapacity, None, Band::NoCapacity)
    );
    assert!(load.is_alarm());
    assert_eq!(load.with_one_more(Points::whole(1)), Load::NoCapacity);
}

#[test]
fn somebody_fully_absent_keeps_the_stable_part_and_has_no_capacity() {
    let mut person = experienced(0, date(2026, 1, 1));
    person["reductions"] = json!([{ "id": "franvaro", "share": 1 }]);
    person["cases"] = json!([]);
    let load = load_on(&example(), &person, DAY);
    assert_eq!(
        (load.points, load.band, load.is_alarm()),
        (Points::whole(20), Band::NoCapacity, false)
    );
}

#[test]
fn each_limit_of_a_band_belongs_to_the_lower_band_but_the_first() {
    // 0.85, 1.0 and 1.1 of 150 are 127.5, 150 and 165 points.
    let exactly = |points: &str| Load::of(points.parse().expect("points"), Points::whole(150)).band(&example());
    assert_eq!((exactly("127.499999"), exactly("127.5")), (Band::Low, Band::Balance));
    assert_eq!((exactly("150"), exactly("150.000001")), (Band::Balance, Band::High));
    assert_eq!((exactly("165"), exactly("165.000001")), (Band::High, Band::Over));
}

#[test]
fn four_weeks_of_overload_are_due_on_the_28th_day_and_not_on_the_27th() {
    let models = Series::always(example());
    let person = experienced(20, date(2026, 10, 4));
    for (day, days, weeks, due) in [
        (date(2026, 10, 4), 1, 0, false),
        (date(2026, 10, 30), 27, 3, false),
        (date(2026, 10, 31), 28, 4, true),
        (date(2026, 11, 1), 29, 4, true),
    ] {
        let found = overload_on(&models, &person, day).expect("too much");
        assert_eq!(
            (found.since, found.days, found.weeks(), found.due),
            (date(2026, 10, 4), days, weeks, due)
        );
    }
    assert_eq!(overload_on(&models, &person, date(2026, 10, 3)), None);
}

#[test]
fn a_week_away_neither_counts_nor_breaks_and_a_day_of_balance_breaks() {
    let models = Series::always(example());
    let mut person = experienced(20, date(2026, 9, 28));
    person["reductions"] = json!([{ "id": "franvaro", "share": 1, "from": "2026-10-05", "to": "2026-10-12" }]);
    let found = overload_on(&models, &person, DAY).expect("too much");
    assert_eq!(
        (found.since, found.days, found.due),
        (date(2026, 9, 28), 27, false),
        "34 days less 7"
    );
    let next = overload_on(&models, &person, date(2026, 11, 1)).expect("too much");
    assert_eq!((next.days, next.due), (28, true));
    assert_eq!(
        overload_on(&models, &person, date(2026, 10, 6)),
        None,
        "nothing is carried while away"
    );

    let mut relieved = experienced(20, date(2026, 9, 1));
    relieved["cases"] = json!([
        { "type": "barn", "phase": "utredning", "count": 13, "from": "2026-09-01" },
        { "type": "barn", "phase": "utredning", "count": 7, "from": "2026-09-01", "to": "2026-10-05" },
        { "type": "barn", "phase": "utredning", "count": 7, "from": "2026-10-06" },
    ]);
    let found = overload_on(&models, &relieved, DAY).expect("too much");
    assert_eq!((found.since, found.days), (date(2026, 10, 6), 26));
}

#[test]
fn a_scheme_without_an_overload_rule_counts_days_but_nothing_is_ever_due() {
    let mut model = example();
    model.overload = None;
    let found = overload_on(&Series::always(model), &experienced(20, date(2026, 1, 1)), DAY).expect("too much");
    assert_eq!((found.days, found.due), (304, false));
}

#[test]
fn a_new_worker_carries_more_from_the_day_nine_months_are_whole() {
    let mut person = experienced(1, date(2026, 1, 1));
    person["in_profession_since"] = json!("2026-01-31");
    let found = steps(&Series::always(example()), &person, date(2026, 10, 1), date(2026, 11, 30));
    let capacities: Vec<_> = found.iter().map(|(day, load)| (*day, load.capacity)).collect();
    // Nine months after 31 January are whole on 31 October.
    assert_eq!(capacities[0], (date(2026, 10, 1), points("112.5")));
    assert_eq!(capacities[1], (date(2026, 10, 31), points("135")));
    assert!(capacities[2..].iter().all(|(_, capacity)| *capacity == points("135")));
}

#[test]
fn a_new_version_of_the_model_weighs_from_its_first_day_and_not_before() {
    let mut second = example();
    second.version = "2026-11".to_owned();
    second.valid_from = date(2026, 11, 1);
    let row = second.cases.iter_mut().find(|row| row.phase.as_deref() == Some("utredning"));
    row.expect("row").points = Points::whole(14);
    let models = Series::new(vec![second, example()]).expect("two days");
    let found = steps(
        &models,
        &experienced(10, date(2026, 1, 1)),
        date(2026, 10, 20),
        date(2026, 11, 10),
    );
    let found: Vec<_> = found.iter().map(|(day, load)| (*day, load.points)).collect();
    assert_eq!(
        found,
        [
            (date(2026, 10, 20), Points::whole(120)),
            (date(2026, 11, 1), Points::whole(160))
        ]
    );
    let (person, holdings) = facts(&experienced(10, date(2020, 1, 1)));
    let before = history(&models, &person, &holdings, date(2023, 12, 30), date(2024, 1, 2));
    assert_eq!(before[0].load, None, "no model is valid before the first");
    assert_eq!(before[1].period.from(), date(2024, 1, 1));
}

#[test]
fn two_models_cannot_be_valid_from_the_same_day() {
    let error = Series::new(vec![example(), example()]).expect_err("the same day");
    assert_eq!(error.valid_from, date(2024, 1, 1));
    assert_eq!(error.first, "exempel-barn-unga 2026-01");
}

#[test]
fn support_moves_points_for_seven_days_and_then_moves_them_back() {
    let models = Series::always(shipped("uk-probation").expect("ships"));
    let person = |direction: &str| {
        json!({
            "id": "a", "employments": [{ "hours_per_week": 37 }],
            "cases": [{ "type": "B3", "phase": "anstalt" }],
            "support": [{ "id": "besok-hog", "direction": direction, "count": 2, "on": "2026-10-20" }],
        })
    };
    for (direction, during) in [("given", 59 + 36), ("received", 59 - 36)] {
        let found = steps(&models, &person(direction), date(2026, 10, 10), date(2026, 11, 10));
        let found: Vec<_> = found.iter().map(|(day, load)| (*day, load.points)).collect();
        let expected = [(10, 59), (20, during), (27, 59)];
        assert_eq!(
            found,
            expected.map(|(day, points)| (date(2026, 10, day), Points::whole(points)))
        );
    }
}

#[test]
fn an_introduction_lasts_six_months_whatever_end_it_was_given() {
    let mut person = experienced(1, date(2026, 1, 1));
    person["reductions"] = json!([{ "id": "introduktion", "from": "2026-05-31", "to": "2027-05-31" }]);
    let found = steps(&Series::always(example()), &person, date(2026, 5, 1), date(2026, 12, 31));
    let found: Vec<_> = found.iter().map(|(day, load)| (*day, load.capacity)).collect();
    assert_eq!(found[0], (date(2026, 5, 1), Points::whole(150)));
    assert_eq!(found[1], (date(2026, 5, 31), Points::whole(120)));
    // Six months after 31 May are whole on 1 December: November has no 31st.
    let last = found
        .iter()
        .find(|(day, capacity)| *day > date(2026, 5, 31) && *capacity == Points::whole(150));
    assert_eq!(last.map(|(day, _)| *day), Some(date(2026, 12, 1)));
}

#[test]
fn somebody_in_two_units_counts_in_each_by_the_share_of_hours_and_whole_in_all() {
    let person = json!({
        "id": "a", "in_profession_since": "2010-01-01",
        "employments": [
            { "unit": "U1", "share": 0.5, "from": "2026-01-01" },
            { "unit": "U2", "hours_per_week": 10, "from": "2026-01-01" },
            { "unit": "U3", "share": 1, "from": "2026-01-01", "to": "2026-06-01" },
        ],
        "cases": [{ "type": "barn", "phase": "utredning", "count": 7 }],
    });
    let model = example();
    let whole = load_on(&model, &person, DAY);
    assert_eq!((whole.points, whole.capacity), (Points::whole(90), points("112.5")));
    let parts = unit_parts(&model, &facts(&person).0, &whole, DAY);
    let part = |unit: &str, points: &str, capacity: &str| UnitPart {
        unit: Some(unit.to_owned()),
        points: points.parse().expect("points"),
        capacity: capacity.parse().expect("points"),
    };
    assert_eq!(parts, [part("U1", "60", "75"), part("U2", "30", "37.5")]);
    let ratios = parts.iter().map(|part| Load::of(part.points, part.capacity));
    assert!(
        ratios.into_iter().all(|load| load.rounded(4) == whole.load.rounded(4)),
        "equally loaded in both"
    );
}

#[test]
fn a_leavers_cases_count_in_the_unit_that_was_left() {
    let mut person = experienced(3, date(2026, 1, 1));
    person["employments"] = json!([
        { "unit": "U1", "share": 1, "from": "2020-01-01", "to": "2022-01-01" },
        { "unit": "U2", "share": 1, "from": "2022-01-01", "to": "2026-10-01" },
        { "unit": "U9", "share": 1, "from": "2026-12-01" },
    ]);
    let model = example();
    let whole = load_on(&model, &person, DAY);
    let parts = unit_parts(&model, &facts(&person).0, &whole, DAY);
    assert_eq!(parts.len(), 1);
    assert_eq!((parts[0].unit.as_deref(), parts[0].points), (Some("U2"), Points::whole(30)));
}

#[test]
fn a_case_the_model_cannot_weigh_is_counted_as_a_case_and_reported_not_guessed() {
    let mut person = experienced(1, date(2026, 1, 1));
    let cases = person["cases"].as_array_mut().expect("cases");
    cases.push(json!({ "type": "vuxen", "phase": "utredning", "count": 2 }));
    cases.push(json!({ "type": "barn", "phase": "utredning", "factors": { "tolk": 3 } }));
    let load = load_on(&example(), &person, DAY);
    assert_eq!((load.cases, load.unweighed, load.case_points), (4, 3, Points::whole(10)));
}

#[test]
fn absurd_counts_stop_at_the_edge_instead_of_turning_around() {
    let mut person = experienced(u32::MAX, date(2026, 1, 1));
    person["cases"][0]["factors"] = json!({ "barn": u32::MAX, "konflikt": true });
    let mut model = example();
    if let rules::weight_model::FactorKind::Count { max, add, .. } = &mut model.factors[0].kind {
        (*max, *add) = (None, Points::whole(100_000));
    }
    let load = load_on(&model, &person, DAY);
    assert_eq!(load.band, Band::Over);
    assert_eq!(load.points, Points::from_millionths(i64::MAX));
}
