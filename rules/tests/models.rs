//! Every number that is published for a scheme stands in the model that ships for it.
#![expect(clippy::expect_used, reason = "a test that meets what it did not expect shall fail")]

use jiff::civil::{Date, date};
use rules::amount::{Points, Share};
use rules::caseload::Caseload;
use rules::load::{Held, PersonLoad, load};
use rules::weight_model::{Band, SHIPPED, WeightModel, shipped};
use serde_json::{Value, json};

const DAY: Date = date(2026, 10, 31);

fn model(id: &str) -> WeightModel {
    shipped(id).expect(id)
}

fn points(text: &str) -> Points {
    text.parse().expect(text)
}

fn share(text: &str) -> Share {
    text.parse().expect(text)
}

/// Published numbers of UK probation, as collected from its sources.
fn published() -> Value {
    serde_json::from_str(include_str!("data/peer_cases.json")).expect("json")
}

/// A share from a percentage, or none.
fn percent(value: &Value) -> Option<Share> {
    value.as_i64().map(|percent| Share::from_millionths(percent * 10_000))
}

/// The load on [`DAY`] of somebody with these facts.
fn load_of(model: &WeightModel, person: &Value) -> PersonLoad {
    let document = json!({ "people": [person] }).to_string();
    let caseload = Caseload::parse(&document).expect("caseload");
    let (person, holdings) = caseload.people[0].facts().expect("facts");
    load(
        model,
        &person,
        &holdings.iter().map(|holding| Held::weigh(model, holding)),
        DAY,
    )
}

#[test]
fn every_shipped_model_parses_states_its_source_and_survives_printing() {
    for (id, text) in SHIPPED {
        let model = WeightModel::parse(text).unwrap_or_else(|error| panic!("{id}: {error}"));
        assert_eq!(model.id, id);
        assert!(!model.source.is_empty() && !model.title.is_empty(), "{id}");
        assert_eq!(WeightModel::parse(&model.to_toml()).as_ref(), Ok(&model), "{id}");
        assert_eq!(shipped(id), Some(model));
    }
    assert_eq!(shipped("none such"), None);
}

#[test]
fn no_shipped_model_says_that_it_is_gothenburgs() {
    // The city's table is not published, so no title, source, id or comment may claim it.
    for (id, text) in SHIPPED {
        let text = text.to_lowercase();
        assert!(!text.contains("g\u{f6}teborg") && !text.contains("goteborg"), "{id}");
    }
}

#[test]
fn uk_probation_has_the_published_weight_of_every_tier_in_every_location() {
    let (model, published) = (model("uk-probation"), published());
    let weights = &published["weight_sets"]["uk_national_seed"];
    let mut rows = 0;
    for (location, phase) in [("community", "samhalle"), ("licence", "frigivning"), ("custody", "anstalt")] {
        for (tier, weight) in weights[location].as_object().expect("tiers") {
            let (_, row) = model.row(tier, Some(phase)).expect("row");
            assert_eq!(
                Some(row.points.millionths() / 1_000_000),
                weight.as_i64(),
                "{tier} {location}"
            );
            rows += 1;
            let t2a = &published["weight_sets"]["uk_t2a_seed"][location][tier];
            let (_, row) = model.row(&format!("T2A-{tier}"), Some(phase)).expect("row");
            assert_eq!(
                Some(row.points.millionths() / 1_000_000),
                t2a.as_i64(),
                "T2A {tier} {location}"
            );
        }
    }
    assert_eq!(rows, 48, "16 tiers in 3 locations");
    assert_eq!(model.cases.len(), 48 + 16 + 1, "and T2A, and those without a tier");
    assert_eq!(model.row("utan-niva", None).map(|(_, row)| row.points), Some(Points::ZERO));
}

#[test]
fn a_tier_published_as_zero_weighs_nothing_but_is_a_case_all_the_same() {
    let person = json!({ "id": "a", "employments": [{ "share": 1 }], "cases": [{ "type": "A0", "phase": "anstalt" }] });
    let load = load_of(&model("uk-probation"), &person);
    assert_eq!((load.cases, load.unweighed, load.points), (1, 0, Points::ZERO));
}

#[test]
fn uk_probation_has_the_published_reports_norm_and_overload_rule() {
    let model = model("uk-probation");
    for (kind, expected) in [
        ("personutredning", 138),
        ("snabb-personutredning", 65),
        ("frigivningsutlatande", 120),
        ("sexualbrottsrisk-samhalle", 69),
        ("sexualbrottsrisk-frigivning", 35),
    ] {
        assert_eq!(
            model.duty(kind).map(|duty| duty.points),
            Some(Points::whole(expected)),
            "{kind}"
        );
    }
    let full_time = load_of(&model, &json!({ "id": "a", "employments": [{ "hours_per_week": 37 }] }));
    assert_eq!(full_time.capacity, Points::whole(2176));
    assert_eq!(model.bands.over, share("1.1"));
    assert_eq!(
        model.overload.map(|overload| (overload.band, overload.weeks)),
        Some((Band::Over, 4))
    );
}

#[test]
fn uk_probation_has_the_26_published_reasons_for_a_reduction_with_share_ceiling_and_months() {
    let (model, published) = (model("uk-probation"), published());
    let rows = published["reference_data"]["reduction_reasons"]["rows"]
        .as_array()
        .expect("rows");
    assert_eq!((model.reductions.len(), rows.len()), (26, 26));
    for (reduction, row) in model.reductions.iter().zip(rows) {
        assert_eq!(reduction.share, percent(&row[2]), "{}", row[0]);
        assert_eq!(reduction.max_share, percent(&row[3]), "{}", row[0]);
        assert_eq!(reduction.months.map(u64::from), row[4].as_u64(), "{}", row[0]);
    }
}

#[test]
fn uk_probation_has_the_published_points_for_support_low_medium_and_high_for_seven_days() {
    let (model, published) = (model("uk-probation"), published());
    let rows = published["reference_data"]["support_contact_points"]["rows"]
        .as_object()
        .expect("rows");
    let kinds = [
        ("intervention delivery", "insats"),
        ("referrals", "remiss"),
        ("partnership meetings", "samverkan"),
        ("case conferencing", "arendekonferens"),
        ("information gathering", "uppgifter"),
        ("home and prison visits", "besok"),
        ("HDC assessment", "fotboja"),
        ("victim liaison", "brottsoffer"),
        ("court liaison", "domstol"),
        ("case-related communication", "kommunikation"),
        ("assistance with assessment", "bedomning"),
        ("ROTL assessment", "permission"),
    ];
    assert_eq!((rows.len(), model.support.len()), (kinds.len(), 3 * kinds.len()));
    for (name, kind) in kinds {
        for (size, expected) in ["lag", "medel", "hog"].iter().zip(rows[name].as_array().expect("three")) {
            let support = model.support(&format!("{kind}-{size}")).expect("support");
            assert_eq!(Some(support.points.millionths() / 1_000_000), expected.as_i64(), "{name}");
            assert_eq!(support.days, 7);
        }
    }
}

#[test]
fn wirral_fills_100_points_with_15_stable_points_cases_and_duties_and_90_in_the_first_year() {
    let model = model("wirral");
    let experienced = load_of(
        &model,
        &json!({ "id": "a", "in_profession_since": "2020-01-01", "employments": [{ "share": 1 }] }),
    );
    assert_eq!(
        (experienced.capacity, experienced.stable),
        (Points::whole(100), Points::whole(15))
    );
    let first_year = load_of(
        &model,
        &json!({
            "id": "b", "in_profession_since": "2026-01-01", "employments": [{ "share": 1 }],
            "cases": [{ "type": "barn", "count": 12 }],
        }),
    );
    assert_eq!(first_year.capacity, Points::whole(90));
    assert_eq!(first_year.points, Points::whole(90), "about 12 children fill the first year");
}

#[test]
fn western_australia_lets_a_full_time_worker_hold_15_cases_and_18_exceptionally() {
    let model = model("western-australia");
    let with = |cases: u32, share: f64| {
        load_of(
            &model,
            &json!({ "id": "a", "employments": [{ "share": share }], "cases": [{ "type": "arende", "count": cases }] }),
        )
    };
    for (cases, band, passed, passed_exceptional) in [
        (15, Band::Balance, false, false),
        (16, Band::High, true, false),
        (18, Band::High, true, false),
        (19, Band::Over, true, true),
    ] {
        let load = with(cases, 1.0);
        assert_eq!(load.band, band, "{cases} cases");
        let limit = &load.limits[0];
        assert_eq!(
            (limit.passed, limit.passed_exceptional),
            (passed, passed_exceptional),
            "{cases}"
        );
    }
    assert_eq!(with(10, 0.5).band, Band::Over, "the limit follows the hours");
    assert_eq!((model.limits[0].count, model.limits[0].exceptional), (15, Some(18)));
}

#[test]
fn cwla_is_filled_by_12_investigations_or_17_families_and_limits_a_mixed_caseload_to_10_and_4() {
    let model = model("cwla");
    let with = |investigations: u32, families: u32| {
        let cases = [("utredning", investigations), ("insats", families)].into_iter();
        let cases: Vec<_> = cases
            .filter(|(_, count)| *count > 0)
            .map(|(case_type, count)| json!({ "type": case_type, "count": count }))
            .collect();
        load_of(&model, &json!({ "id": "a", "employments": [{ "share": 1 }], "cases": cases }))
    };
    for (investigations, families, passed) in [
        (12, 0, false),
        (13, 0, true),
        (0, 17, false),
        (0, 18, true),
        (4, 10, false),
        (5, 10, true),
        (4, 11, true),
    ] {
        let load = with(investigations, families);
        let any = load.limits.iter().any(|limit| limit.passed);
        assert_eq!(any, passed, "{investigations} investigations and {families} families");
    }
    assert_eq!(with(12, 0).points, model.norm.points);
    assert_eq!(with(0, 17).points, model.norm.points);
    let foster = model
        .limits
        .iter()
        .find(|limit| limit.types == ["familjehem"])
        .expect("limit");
    assert_eq!((foster.count, foster.exceptional), (12, Some(15)), "12 to 15 children");
}

#[test]
fn nassjo_lets_somebody_with_five_years_carry_150_points_and_others_less() {
    let model = model("nassjo");
    let since = |day: &str| {
        load_of(
            &model,
            &json!({ "id": "a", "in_profession_since": day, "employments": [{ "share": 1 }] }),
        )
    };
    assert_eq!(since("2021-10-31").capacity, Points::whole(150), "five years today");
    assert!(
        since("2021-11-01").capacity < Points::whole(150),
        "one day short of five years"
    );
    assert!(since("2026-10-01").capacity < since("2021-11-01").capacity);
    let phases: Vec<_> = model.cases.iter().filter_map(|row| row.phase.as_deref()).collect();
    assert_eq!(phases, ["utredning", "insats"], "the two states that are published");
}

#[test]
fn schemes_that_publish_no_bands_get_none_made_up_for_them() {
    for id in ["wirral", "cwla", "nassjo"] {
        let (model, text) = (model(id), SHIPPED.iter().find(|(shipped, _)| *shipped == id).expect(id).1);
        assert!(!text.contains("[bands]") && model.overload.is_none(), "{id}");
        assert_eq!(
            (model.bands.low, model.bands.high, model.bands.over),
            (Share::ZERO, Share::FULL, Share::FULL)
        );
    }
}

#[test]
fn the_example_weighs_the_worked_investigation_19_375_points() {
    let person = json!({
        "id": "a", "employments": [{ "share": 1 }],
        "cases": [{
            "type": "barn", "phase": "utredning",
            "factors": { "barn": 3, "tolk": true, "restid": "lang", "konflikt": true },
        }],
    });
    assert_eq!(load_of(&model("exempel-barn-unga"), &person).case_points, points("19.375"));
}
