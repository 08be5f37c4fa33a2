//! Arbitrary weight models, people and caseloads.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use rules::amount::{Hours, Points, Share};
use rules::case::{Effort, FactorValue, Holding, Part};
use rules::period::Period;
use rules::person::{Direction, Duty, Employment, Extent, Person, Reduction, ReductionSize, Role, Support};
use rules::weight_model::{
    Band, Bands, CaseRow, DutyRow, Factor, FactorKind, Level, Limit, Norm, Overload, PartShares, ReductionRow, Rounding,
    ScoredBy, SupportRow, WeightModel,
};

/// The first day of the window everything happens around.
pub const FIRST: Date = date(2026, 1, 1);
/// Days in the window.
pub const DAYS: i64 = 100;

/// A day so many days after [`FIRST`].
pub fn day(offset: i64) -> Date {
    FIRST.checked_add(offset.days()).expect("near the window")
}

/// How large the numbers of a model may be.
#[derive(Clone, Copy)]
pub struct Size {
    /// Thousandths of a point.
    points: i64,
    /// Thousandths.
    multiplier: i64,
}

/// The largest numbers a model file may have.
pub const ANY: Size = Size {
    points: 100_000_000,
    multiplier: 10_000,
};
/// Numbers such as schemes have.
pub const USUAL: Size = Size {
    points: 40_000,
    multiplier: 2_000,
};

/// Text that is not blank, with quotes, line ends, backslashes, Swedish letters and pictures.
fn text() -> impl Strategy<Value = String> {
    let odd = select(vec![
        '"',
        '\\',
        '\n',
        '\r',
        '\t',
        '\0',
        '\'',
        '#',
        '\u{e5}',
        '\u{1f642}',
        '\u{7f}',
        ']',
        '=',
    ]);
    vec(prop_oneof![any::<char>(), odd, prop::char::range('a', 'z')], 1..6)
        .prop_map(|letters| letters.into_iter().collect::<String>())
        .prop_filter("blank", |text| !text.trim().is_empty())
}

fn names(most: usize) -> impl Strategy<Value = Vec<String>> {
    btree_set(text(), 0..=most).prop_map(|names| names.into_iter().collect())
}

fn some_names(most: usize) -> impl Strategy<Value = Vec<String>> {
    btree_set(text(), 1..=most).prop_map(|names| names.into_iter().collect())
}

fn points(size: Size) -> impl Strategy<Value = Points> {
    (0..=size.points).prop_map(|thousandths| Points::from_millionths(thousandths * 1000))
}

fn part() -> impl Strategy<Value = Share> {
    prop_oneof![Just(Share::FULL), (0_i64..=1_000_000).prop_map(Share::from_millionths)]
}

/// A level or a band: up to ten, four decimals.
fn ratio() -> impl Strategy<Value = Share> {
    prop_oneof![0_i64..=100_000, 5_000_i64..=15_000].prop_map(|parts| Share::from_millionths(parts * 100))
}

fn norm(size: Size) -> impl Strategy<Value = Norm> {
    let levels = (names(3), vec(1_u32..60, 3), vec(ratio(), 3)).prop_map(|(ids, months, shares)| {
        let last = ids.len().saturating_sub(1);
        let mut below = 0;
        let rows = ids.into_iter().zip(months).zip(shares).enumerate();
        let rows = rows.map(|(place, ((id, months), share))| {
            below += months;
            let below_months = (place < last).then_some(below);
            Level { id, below_months, share }
        });
        rows.collect()
    });
    let rounding = select(vec![Rounding::None, Rounding::Down]);
    (
        points(size),
        1_000_i64..=168_000,
        points(size),
        any::<bool>(),
        rounding,
        levels,
    )
        .prop_map(|(points, hours, stable, stable_scales, rounding, levels)| Norm {
            points,
            hours_per_week: Hours::from_millionths(hours * 1000),
            stable,
            stable_scales,
            rounding,
            levels,
        })
}

fn cases(size: Size) -> impl Strategy<Value = Vec<CaseRow>> {
    let of_type = (names(3), vec((option::of(text()), points(size)), 4));
    (some_names(3), vec(of_type, 3)).prop_map(|(types, rows)| {
        let mut cases = Vec::new();
        for (case_type, (phases, rows)) in types.into_iter().zip(rows) {
            let phases: Vec<_> = phases.into_iter().map(Some).collect();
            let phases = if phases.is_empty() { vec![None] } else { phases };
            for (phase, (title, points)) in phases.into_iter().zip(rows) {
                let case_type = case_type.clone();
                cases.push(CaseRow {
                    case_type,
                    phase,
                    title,
                    points,
                });
            }
        }
        cases
    })
}

fn types_of(cases: &[CaseRow]) -> Vec<String> {
    let types: BTreeSet<_> = cases.iter().map(|row| row.case_type.clone()).collect();
    types.into_iter().collect()
}

fn phases_of(cases: &[CaseRow]) -> Vec<String> {
    let phases: BTreeSet<_> = cases.iter().filter_map(|row| row.phase.clone()).collect();
    phases.into_iter().collect()
}

/// Some of the names, possibly none.
fn some_of(names: Vec<String>) -> impl Strategy<Value = Vec<String>> {
    let most = names.len();
    subsequence(names, 0..=most)
}

fn factor_kind(size: Size) -> impl Strategy<Value = FactorKind> {
    let multiplier = || (0..=size.multiplier).prop_map(|thousandths| Share::from_millionths(thousandths * 1000));
    let levels = (some_names(3), vec(points(size), 3));
    let multipliers = (some_names(3), vec(multiplier(), 3));
    prop_oneof![
        (points(size), prop_oneof![Just(Share::FULL), multiplier()])
            .prop_map(|(add, multiply)| FactorKind::Flag { add, multiply }),
        (0_u32..5, points(size), option::of(points(size))).prop_map(|(free, add, max)| FactorKind::Count { free, add, max }),
        levels.prop_map(|(names, points)| FactorKind::Levels(names.into_iter().zip(points).collect())),
        multipliers.prop_map(|(names, shares)| FactorKind::Multipliers(names.into_iter().zip(shares).collect())),
    ]
}

fn factors(size: Size, cases: &[CaseRow]) -> impl Strategy<Value = Vec<Factor>> + use<> {
    let (types, phases) = (types_of(cases), phases_of(cases));
    let rest = vec((text(), factor_kind(size), some_of(types), some_of(phases)), 4);
    (names(4), rest).prop_map(|(ids, rest)| {
        let rows = ids.into_iter().zip(rest);
        let rows = rows.map(|(id, (title, kind, types, phases))| Factor {
            id,
            title,
            kind,
            types,
            phases,
        });
        rows.collect()
    })
}

fn limits(cases: &[CaseRow]) -> impl Strategy<Value = Vec<Limit>> + use<> {
    let (types, phases) = (types_of(cases), phases_of(cases));
    let row = (
        option::of(text()),
        0_u32..20,
        option::of(0_u32..10),
        some_of(types.clone()),
        some_of(phases),
        some_of(types),
    );
    let row = row.prop_map(|(title, count, more, types, phases, beside)| {
        let exceptional = more.map(|more| count + more);
        Limit {
            title,
            count,
            exceptional,
            types,
            phases,
            beside,
        }
    });
    vec(row, 0..3)
}

type OtherWork = (Vec<DutyRow>, Vec<SupportRow>, Vec<ReductionRow>);

fn other_work(size: Size) -> impl Strategy<Value = OtherWork> {
    let duties = (names(2), vec((text(), points(size)), 2));
    let support = (names(2), vec((text(), points(size), 1_u32..=60), 2));
    let reductions = (
        names(2),
        vec((text(), option::of(part()), option::of(part()), option::of(1_u32..24)), 2),
    );
    (duties, support, reductions).prop_map(|(duties, support, reductions)| {
        let duties = duties.0.into_iter().zip(duties.1);
        let support = support.0.into_iter().zip(support.1);
        let reductions = reductions.0.into_iter().zip(reductions.1);
        (
            duties.map(|(id, (title, points))| DutyRow { id, title, points }).collect(),
            support
                .map(|(id, (title, points, days))| SupportRow { id, title, points, days })
                .collect(),
            reductions
                .map(|(id, (title, share, max_share, months))| ReductionRow {
                    id,
                    title,
                    share,
                    max_share,
                    months,
                })
                .collect(),
        )
    })
}

/// A valid weight model, with odd names.
pub fn model(size: Size) -> impl Strategy<Value = WeightModel> {
    let head = (
        vec(text(), 5),
        0_i64..70_000,
        select(vec![ScoredBy::Worker, ScoredBy::Lead, ScoredBy::Both]),
        (part(), part()),
        vec(ratio(), 3),
        option::of((select(vec![Band::High, Band::Over]), 1_u32..=8)),
    );
    (head, norm(size), cases(size), other_work(size)).prop_flat_map(move |(head, norm, cases, other)| {
        let (factors, limits) = (factors(size, &cases), limits(&cases));
        (Just((head, norm, cases, other)), factors, limits).prop_map(|((head, norm, cases, other), factors, limits)| {
            let (mut texts, days, scored_by, (main, co), mut bands, overload) = head;
            bands.sort();
            let mut text = move || texts.pop().unwrap_or_default();
            WeightModel {
                id: text(),
                version: text(),
                title: text(),
                source: text(),
                valid_from: date(1900, 1, 1).checked_add(days.days()).expect("within the calendar"),
                unit: text(),
                scored_by,
                norm,
                cases,
                factors,
                share: PartShares { main, co },
                duties: other.0,
                support: other.1,
                reductions: other.2,
                limits,
                bands: Bands {
                    low: bands[0],
                    high: bands[1],
                    over: bands[2],
                },
                overload: overload.map(|(band, weeks)| Overload { band, weeks }),
            }
        })
    })
}

/// A stretch of days in and around the window, sometimes without end, sometimes of no day at all.
pub fn period() -> impl Strategy<Value = Period> {
    (-20..DAYS, option::of(0_i64..60))
        .prop_map(|(from, length)| Period::new(day(from), length.map(|length| day(from + length))).expect("in order"))
}

fn hours() -> impl Strategy<Value = Hours> {
    (0_i64..=4_000).prop_map(|hundredths| Hours::from_millionths(hundredths * 10_000))
}

/// An id of the model, or one it does not have.
fn kind(ids: Vec<String>) -> BoxedStrategy<String> {
    let unknown = Just("no such kind".to_owned());
    if ids.is_empty() {
        unknown.boxed()
    } else {
        prop_oneof![5 => select(ids), 1 => unknown].boxed()
    }
}

fn employment() -> impl Strategy<Value = Employment> {
    let share = (0_i64..=120).prop_map(|hundredths| Extent::OfFullTime(Share::from_millionths(hundredths * 10_000)));
    let extent = prop_oneof![share, hours().prop_map(Extent::HoursPerWeek)];
    (option::of("[A-C]"), extent, period()).prop_map(|(unit, extent, period)| Employment {
        unit,
        role: Role::Caseworker,
        extent,
        period,
    })
}

/// An absence or other reduction.
pub fn reduction(model: &WeightModel) -> impl Strategy<Value = Reduction> + use<> {
    let kind = kind(model.reductions.iter().map(|row| row.id.clone()).collect());
    let size = prop_oneof![
        part().prop_map(ReductionSize::Share),
        hours().prop_map(ReductionSize::HoursPerWeek)
    ];
    (kind, option::of(size), period()).prop_map(|(kind, size, period)| Reduction::new(kind, size, period))
}

/// Somebody's dated facts.
pub fn person(model: &WeightModel) -> impl Strategy<Value = Person> + use<> {
    let duty = (
        kind(model.duties.iter().map(|row| row.id.clone()).collect()),
        1_u32..3,
        period(),
    )
        .prop_map(|(kind, count, period)| Duty { kind, count, period });
    let direction = select(vec![Direction::Given, Direction::Received]);
    let support = (
        kind(model.support.iter().map(|row| row.id.clone()).collect()),
        direction,
        1_u32..3,
        -60..DAYS,
    )
        .prop_map(|(kind, direction, count, on)| Support {
            kind,
            direction,
            count,
            on: day(on),
        });
    (
        option::of(-2_000_i64..20),
        vec(employment(), 0..4),
        vec(reduction(model), 0..3),
        vec(duty, 0..3),
        vec(support, 0..3),
    )
        .prop_map(|(since, employments, reductions, duties, support)| Person {
            reference: "1".to_owned(),
            in_profession_since: since.map(day),
            employments,
            reductions,
            duties,
            support,
        })
}

fn factor_value(factor: &Factor) -> BoxedStrategy<Option<(String, FactorValue)>> {
    let value = match &factor.kind {
        FactorKind::Flag { .. } => any::<bool>().prop_map(FactorValue::Flag).boxed(),
        FactorKind::Count { .. } => (0_u32..12).prop_map(FactorValue::Count).boxed(),
        FactorKind::Levels(levels) => level(levels.iter().map(|(name, _)| name.clone()).collect()),
        FactorKind::Multipliers(levels) => level(levels.iter().map(|(name, _)| name.clone()).collect()),
    };
    let id = factor.id.clone();
    option::of(value.prop_map(move |value| (id.clone(), value))).boxed()
}

fn level(names: Vec<String>) -> BoxedStrategy<FactorValue> {
    select(names).prop_map(FactorValue::Level).boxed()
}

/// Something held: nearly always of a type and phase that the model has.
pub fn holding(model: &WeightModel) -> impl Strategy<Value = Holding> + use<> {
    let rows = model.cases.iter().map(|row| (row.case_type.clone(), row.phase.clone()));
    let row = prop_oneof![9 => select(rows.collect::<Vec<_>>()), 1 => Just(("no such type".to_owned(), None))];
    let effort: Vec<_> = model.factors.iter().map(factor_value).collect();
    let part_held = select(vec![Part::Main, Part::Co]);
    (row, effort, part_held, option::of(part()), 1_u32..4, period()).prop_map(
        |((case_type, phase), effort, part, share, count, period)| Holding {
            reference: "case".into(),
            case_type: case_type.into(),
            phase: phase.map(Into::into),
            effort: Arc::new(effort.into_iter().flatten().collect::<Effort>()),
            part,
            share,
            count,
            period,
        },
    )
}

/// A model, somebody, and what that person holds.
pub fn situation() -> impl Strategy<Value = (WeightModel, Person, Vec<Holding>)> {
    model(USUAL).prop_flat_map(|model| {
        let (person, holdings) = (person(&model), vec(holding(&model), 0..6));
        (Just(model), person, holdings)
    })
}
