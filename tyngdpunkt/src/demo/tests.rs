//! What a user may expect of the demonstration municipality.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::{Arc, LazyLock};

use jiff::civil::{Date, date};
use jiff::{Span, ToSpan};
use rules::case::{FactorValue, Holding, Part};
use rules::load::{Held, PersonLoad, load};
use rules::overload::{history, overload};
use rules::person::{Duty, Employment, Person, Reduction, Role};
use rules::unit::{Tree, Unit};
use rules::weigh;
use rules::weight_model::{Band, Series};
use store::import::record::{EmploymentRecord, PhaseRecord, Record};

use super::figures::{FiguresError, STAGES, Stage};
use super::{Figures, generate};

/// Seeds and days of quite different seasons; 2028 has a 29 February.
const SETTINGS: [(u64, Date); 4] = [
    (1, date(2026, 11, 22)),
    (2, date(2027, 7, 31)),
    (3, date(2028, 2, 29)),
    (4, date(2026, 9, 14)),
];

fn figures() -> Figures {
    Figures::shipped().expect("the shipped figures are in order")
}

/// The records, taken apart.
struct Municipality {
    today: Date,
    records: Vec<Record>,
    people: BTreeMap<String, Person>,
    holdings: HashMap<String, Vec<Holding>>,
}

impl Municipality {
    fn new(seed: u64, today: Date) -> Self {
        Self::from(generate(&figures(), seed, today), today)
    }

    fn from(records: Vec<Record>, today: Date) -> Self {
        let mut people: BTreeMap<String, Person> = BTreeMap::new();
        let mut holdings: HashMap<String, Vec<Holding>> = HashMap::new();
        for record in &records {
            match record {
                Record::Employment(row) => {
                    let person = people.entry(row.person.clone()).or_default();
                    person.reference.clone_from(&row.person);
                    person.in_profession_since = row.in_profession_since;
                    person.employments.push(Employment {
                        unit: row.unit.clone(),
                        role: row.role,
                        extent: row.extent,
                        period: row.period,
                    });
                }
                Record::Reduction(row) => {
                    let person = people.get_mut(&row.person).expect("a reduction comes after its person");
                    person.reductions.push(Reduction::new(&row.kind, row.size, row.period));
                }
                Record::Duty(row) => {
                    let person = people.get_mut(&row.person).expect("a duty comes after its person");
                    person.duties.push(Duty {
                        kind: row.kind.clone(),
                        count: 1,
                        period: row.period,
                    });
                }
                Record::Phase(row) => {
                    let parts = row.main.iter().map(|main| (main, Part::Main, None));
                    let parts = parts.chain(row.co.iter().map(|(co, agreed)| (co, Part::Co, *agreed)));
                    for (holder, part, share) in parts {
                        holdings.entry(holder.to_string()).or_default().push(Holding {
                            reference: row.reference.as_str().into(),
                            case_type: row.case_type.clone(),
                            phase: row.phase.clone(),
                            effort: Arc::clone(&row.effort),
                            part,
                            share,
                            count: 1,
                            period: row.period,
                        });
                    }
                }
                Record::Unit(_) | Record::Support(_) | Record::Event(_) => {}
            }
        }
        Self {
            today,
            records,
            people,
            holdings,
        }
    }

    fn employments(&self) -> impl Iterator<Item = &EmploymentRecord> {
        self.records.iter().filter_map(|record| match record {
            Record::Employment(row) => Some(row),
            _ => None,
        })
    }

    fn phases(&self) -> impl Iterator<Item = &PhaseRecord> {
        self.records.iter().filter_map(|record| match record {
            Record::Phase(row) => Some(row),
            _ => None,
        })
    }

    /// Those who are caseworkers on `day`.
    fn caseworkers(&self, day: Date) -> BTreeSet<&str> {
        self.employments()
            .filter(|row| row.role == Role::Caseworker && row.period.contains(day))
            .map(|row| row.person.as_str())
            .collect()
    }

    fn holdings(&self, person: &str) -> &[Holding] {
        self.holdings.get(person).map_or(&[], Vec::as_slice)
    }

    fn load(&self, person: &str) -> PersonLoad {
        let figures = figures();
        let held = self
            .holdings(person)
            .iter()
            .filter(|holding| holding.period.contains(self.today));
        let held: Vec<Held> = held.map(|holding| Held::weigh(figures.model(), holding)).collect();
        load(figures.model(), &self.people[person], &held.iter().copied(), self.today)
    }
}

/// Checks the municipality of every setting; each is made once for all tests.
fn each(check: impl Fn(&Municipality)) {
    static MADE: LazyLock<Vec<Municipality>> = LazyLock::new(|| {
        SETTINGS
            .iter()
            .map(|(seed, today)| Municipality::new(*seed, *today))
            .collect()
    });
    MADE.iter().for_each(check);
}

#[test]
fn exactly_150_caseworkers_are_in_service_and_each_team_of_8_to_15_has_a_supervisor() {
    each(|municipality| {
        let today = municipality.today;
        assert_eq!(municipality.caseworkers(today).len(), 150, "{today}");
        let mut teams: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        for row in municipality.employments().filter(|row| row.period.contains(today)) {
            let team = teams.entry(row.unit.as_deref().expect("everybody has a unit")).or_default();
            match row.role {
                Role::Caseworker => team.0 += 1,
                Role::Supervisor => team.1 += 1,
                _ => {}
            }
        }
        for (team, (caseworkers, supervisors)) in teams {
            assert!(caseworkers == 0 || (8..=15).contains(&caseworkers), "{team}: {caseworkers}");
            assert_eq!(supervisors, usize::from(caseworkers > 0), "{team}");
        }
    });
}

#[test]
fn there_are_heads_human_resources_and_relief_staff() {
    let municipality = Municipality::new(1, date(2026, 11, 22));
    for role in [Role::Head, Role::HumanResources, Role::Relief] {
        assert!(
            municipality.employments().filter(|row| row.role == role).count() >= 2,
            "{role:?}"
        );
    }
}

#[test]
fn every_person_and_unit_that_is_named_exists_and_the_units_are_a_tree() {
    each(|municipality| {
        let mut units = Vec::new();
        for record in &municipality.records {
            if let Record::Unit(row) = record {
                units.push(Unit {
                    code: row.code.clone(),
                    name: row.name.clone(),
                    parent: row.parent.clone(),
                });
            }
        }
        let tree = Tree::new(units).expect("a tree");
        let named = municipality
            .employments()
            .map(|row| row.unit.as_deref())
            .chain(municipality.phases().map(|row| row.unit.as_deref()));
        for unit in named {
            let unit = unit.expect("a unit");
            assert!(tree.unit(unit).is_some(), "{unit}");
        }
        for row in municipality.phases() {
            for person in row.main.iter().chain(row.co.iter().map(|(co, _)| co)) {
                assert!(municipality.people.contains_key(&**person), "{person}");
            }
            assert!(
                row.co.iter().all(|(co, _)| Some(co) != row.main.as_ref()),
                "{}",
                row.reference
            );
        }
    });
}

#[test]
fn cases_are_only_held_by_caseworkers_in_service_but_for_those_left_behind() {
    each(|municipality| {
        let mut left_behind = 0;
        for row in municipality.phases() {
            for person in row.main.iter().chain(row.co.iter().map(|(co, _)| co)) {
                let employments = municipality.people[&**person].employments.iter();
                let first = employments.clone().map(|employment| employment.period.from()).min();
                let last = employments.filter_map(|employment| employment.period.to()).max();
                // What was open when the history begins may have been taken over from somebody not in it.
                let earliest = municipality.today.saturating_sub(3.years());
                assert!(first.is_some_and(|first| first <= row.period.from().max(earliest)), "{row:?}");
                if last.is_some_and(|last| row.period.to().is_none_or(|to| to > last) && last <= municipality.today) {
                    assert_eq!(row.period.to(), None, "{row:?}");
                    left_behind += 1;
                }
            }
        }
        assert!((1..=4).contains(&left_behind), "{left_behind} on {}", municipality.today);
    });
}

#[test]
fn the_phases_of_a_case_follow_each_other_without_overlap_and_none_begins_after_the_day() {
    each(|municipality| {
        let figures = figures();
        let stage = |row: &PhaseRecord| {
            STAGES
                .iter()
                .position(|stage| Some(figures.tables.phases.id(*stage)) == row.phase.as_deref())
        };
        let mut cases: BTreeMap<&str, Vec<&PhaseRecord>> = BTreeMap::new();
        for row in municipality.phases() {
            cases.entry(&row.reference).or_default().push(row);
        }
        let mut whole = 0;
        for (reference, mut rows) in cases {
            rows.sort_by_key(|row| (row.period.from(), stage(row), row.period.to().is_none()));
            assert!(
                rows[0].received.is_some_and(|received| received <= rows[0].period.from()),
                "{reference}"
            );
            for pair in rows.windows(2) {
                assert_eq!(pair[0].case_type, pair[1].case_type, "{reference}");
                assert_eq!(pair[0].received, pair[1].received, "{reference}");
                assert!(stage(pair[0]) <= stage(pair[1]), "{reference}");
                assert!(
                    pair[0].period.to().is_some_and(|to| to <= pair[1].period.from()),
                    "{reference}"
                );
                assert!(
                    pair[0].period.from() < pair[1].period.from(),
                    "{reference}: two rows of one phase from the same day"
                );
            }
            let last = rows[rows.len() - 1];
            assert!(last.period.from() <= municipality.today, "{reference}");
            assert!(last.period.to().is_none_or(|to| to <= municipality.today), "{reference}");
            whole += usize::from(rows.iter().map(|row| stage(row)).collect::<HashSet<_>>().len() == STAGES.len());
        }
        assert!(whole > 500, "{whole} cases went all the way");
    });
}

#[test]
fn the_example_model_can_weigh_every_phase_and_knows_every_factor_duty_and_reduction() {
    each(|municipality| {
        let figures = figures();
        let model = figures.model();
        let before_court = figures.tables.phases.id(Stage::Assessment);
        let mut seen = BTreeSet::new();
        for row in municipality.phases() {
            seen.insert((&*row.case_type, row.phase.as_deref()));
            let points = weigh::points(model, &row.case_type, row.phase.as_deref(), &row.effort, (Part::Main, None));
            assert!(points.is_ok(), "{row:?}");
            assert_eq!(weigh::unknown_factors(model, &row.effort).count(), 0, "{row:?}");
            let in_court = row.effort.contains_key(&figures.tables.factors.court);
            assert!(!in_court || row.phase.as_deref() != Some(before_court), "{row:?}");
        }
        let rows: BTreeSet<_> = model
            .cases
            .iter()
            .map(|row| (&*row.case_type, row.phase.as_deref()))
            .collect();
        assert_eq!(seen, rows);
        for person in municipality.people.values() {
            assert!(
                person
                    .reductions
                    .iter()
                    .all(|reduction| model.reduction(&reduction.kind).is_some())
            );
            assert!(person.duties.iter().all(|duty| model.duty(&duty.kind).is_some()));
        }
    });
}

#[test]
fn the_load_is_spread_as_in_a_municipality_under_pressure() {
    each(|municipality| {
        let today = municipality.today;
        let caseworkers = municipality.caseworkers(today);
        let mut bands: BTreeMap<Band, usize> = BTreeMap::new();
        for person in &caseworkers {
            *bands.entry(municipality.load(person).band).or_default() += 1;
        }
        let percent = |band| bands.get(&band).map_or(0, |count| count * 1000 / caseworkers.len());
        assert!((150..=250).contains(&percent(Band::Over)), "{today} {bands:?}");
        assert!((150..=250).contains(&percent(Band::High)), "{today} {bands:?}");
        assert!(percent(Band::Balance) + percent(Band::Low) >= 500, "{today} {bands:?}");
        assert!(
            percent(Band::Balance) >= 150 && percent(Band::Low) >= 100,
            "{today} {bands:?}"
        );
    });
}

#[test]
fn some_teams_are_visibly_worse_off_than_others() {
    each(|municipality| {
        let mut teams: BTreeMap<&str, (i64, i64)> = BTreeMap::new();
        for person in municipality.caseworkers(municipality.today) {
            let load = municipality.load(person);
            let unit = municipality.people[person].employments[0].unit.as_deref().expect("a unit");
            let team = teams.entry(unit).or_default();
            team.0 += load.points.millionths();
            team.1 += load.capacity.millionths();
        }
        let percent: Vec<i64> = teams.values().map(|(points, capacity)| points * 100 / capacity).collect();
        let (least, most) = (percent.iter().min(), percent.iter().max());
        assert!(most.zip(least).is_some_and(|(most, least)| most - least >= 15), "{percent:?}");
    });
}

#[test]
fn at_least_a_handful_have_been_over_for_more_than_four_weeks() {
    each(|municipality| {
        let today = municipality.today;
        let models = Series::always(figures().model().clone());
        let first = today.saturating_sub(Span::new().days(120));
        let due = municipality.caseworkers(today).into_iter().filter(|person| {
            let steps = history(
                &models,
                &municipality.people[*person],
                municipality.holdings(person),
                first,
                today,
            );
            overload(&models, &steps).is_some_and(|overload| overload.days > 28)
        });
        let due = due.count();
        assert!(due >= 5, "{due} on {today}");
    });
}

#[test]
fn the_odd_situations_that_a_supervisor_must_find_are_there() {
    each(|municipality| {
        let today = municipality.today;
        let people = municipality.people.keys();
        let alarms: Vec<_> = people
            .map(|person| municipality.load(person))
            .filter(PersonLoad::is_alarm)
            .collect();
        assert!(
            alarms.iter().any(|load| !load.in_service),
            "nobody left cases behind on {today}"
        );
        assert!(
            alarms.iter().any(|load| load.in_service),
            "nobody absent has cases on {today}"
        );
        let open = municipality.phases().filter(|row| row.period.contains(today));
        let waiting = open.filter(|row| row.main.is_none()).count();
        assert!((3..=12).contains(&waiting), "{waiting} unallocated on {today}");
        let in_two = municipality.people.values().filter(|person| {
            let current = person
                .employments
                .iter()
                .filter(|employment| employment.period.contains(today));
            current.map(|employment| &employment.unit).collect::<BTreeSet<_>>().len() == 2
        });
        assert_eq!(in_two.count(), 1);
    });
}

#[test]
fn between_27_and_34_percent_leave_their_post_in_a_year() {
    each(|municipality| {
        let (mut left, mut present) = (0, 0);
        for year in 1..=3 {
            let first = municipality.today.saturating_sub(year.years());
            let last = municipality.today.saturating_sub((year - 1).years());
            let before = municipality.caseworkers(first);
            present += before.len();
            left += before.difference(&municipality.caseworkers(last)).count();
        }
        let permille = left * 1000 / present;
        assert!((270..=340).contains(&permille), "{permille} on {}", municipality.today);
    });
}

#[test]
fn new_experienced_part_time_and_temporary_staff_are_all_there() {
    each(|municipality| {
        let model = figures().model().clone();
        let today = municipality.today;
        let mut levels: BTreeMap<String, usize> = BTreeMap::new();
        for person in municipality.caseworkers(today) {
            let lines = rules::capacity::explain(&model, &municipality.people[person], today);
            *levels.entry(lines.level.expect("a level").0).or_default() += 1;
        }
        assert_eq!(levels.len(), model.norm.levels.len(), "{levels:?}");
        assert!(levels.values().all(|count| *count >= 6), "{levels:?}");
        let current = municipality
            .employments()
            .filter(|row| row.role == Role::Caseworker && row.period.contains(today));
        let current: Vec<_> = current.collect();
        let forms: BTreeSet<_> = current.iter().map(|row| &row.form).collect();
        assert_eq!(forms.len(), 3, "{forms:?}");
        let extents: HashSet<_> = current.iter().map(|row| row.extent).collect();
        assert!(extents.len() >= 4, "{extents:?}");
    });
}

#[test]
fn reports_follow_the_seasons_and_the_published_shares() {
    each(|municipality| {
        let figures = figures();
        let (assessment, investigation) = (Stage::Assessment, Stage::Investigation);
        let phase = |stage| Some(figures.tables.phases.id(stage));
        let first_day = municipality.today.saturating_sub(3.years());
        let mut months = [0_usize; 13];
        let mut reports: HashSet<&str> = HashSet::new();
        let (mut in_time, mut interpreter) = (0, 0);
        for row in municipality.phases().filter(|row| row.phase.as_deref() == phase(assessment)) {
            let received = row.received.expect("a day");
            let closed_in_time = row.period.to().is_none_or(|to| to <= received.saturating_add(14.days()));
            if received < first_day || !reports.insert(&row.reference) {
                continue;
            }
            months[usize::try_from(received.month()).expect("a month")] += 1;
            in_time += usize::from(closed_in_time);
            let needed = row.effort.get(&figures.tables.factors.interpreter);
            interpreter += usize::from(needed == Some(&FactorValue::Flag(true)));
        }
        assert!(
            months[9] * 10 > months[7] * 17 && months[9] > months[5] && months[7] < months[12],
            "{months:?}"
        );
        let a_year = reports.len() / 3;
        assert!((4_300..=5_100).contains(&a_year), "{a_year} reports a year");
        assert!(in_time * 100 / reports.len() >= 85, "{in_time} of {} in time", reports.len());
        let permille = interpreter * 1000 / reports.len();
        assert!((150..=190).contains(&permille), "interpreter in {permille}");
        let investigated = municipality
            .phases()
            .filter(|row| row.phase.as_deref() == phase(investigation));
        let investigated: HashSet<&str> = investigated.map(|row| row.reference.as_str()).collect();
        let permille = reports.intersection(&investigated).count() * 1000 / reports.len();
        assert!((350..=400).contains(&permille), "{permille}");
    });
}

#[test]
fn most_investigations_take_at_most_four_months_and_longer_ones_are_mostly_extended() {
    each(|municipality| {
        let figures = figures();
        let investigation = figures.tables.phases.id(Stage::Investigation);
        let (mut all, mut long, mut not_extended) = (0, 0, 0);
        for row in municipality
            .phases()
            .filter(|row| row.phase.as_deref() == Some(investigation))
        {
            let limit = row.period.from().saturating_add(4.months());
            let is_long = row.period.to().unwrap_or(municipality.today) > limit;
            all += 1;
            long += usize::from(is_long);
            not_extended += usize::from(is_long && row.extended_to.is_none());
        }
        assert!(long > 0 && long * 100 < all * 25, "{long} of {all}");
        assert!(not_extended > 0 && not_extended * 3 < long, "{not_extended} of {long}");
    });
}

#[test]
fn the_same_seed_and_day_give_the_same_municipality_and_another_seed_another() {
    let (figures, today) = (figures(), date(2026, 11, 22));
    let first = generate(&figures, 7, today);
    assert!(first == generate(&figures, 7, today));
    assert!(first != generate(&figures, 8, today));
    assert!(first != generate(&figures, 7, date(2026, 11, 23)));
}

#[test]
fn no_text_holds_an_identity_number() {
    each(|municipality| {
        for record in &municipality.records {
            let text = format!("{record:?}");
            assert!(!rules::identity_number::contains(&text), "{text}");
        }
    });
}

#[test]
fn a_municipality_of_another_size_keeps_its_shape() {
    let today = date(2026, 11, 22);
    for count in [7, 40, 400] {
        let municipality = Municipality::from(generate(&figures().with_caseworkers(count), 1, today), today);
        assert_eq!(municipality.caseworkers(today).len(), count);
        let open = municipality.phases().filter(|row| row.period.contains(today)).count();
        assert!(
            (5..=14).contains(&(open / count)),
            "{open} open phases for {count} caseworkers"
        );
        let numbers: HashSet<_> = municipality.people.keys().collect();
        let caseworkers = municipality.employments().map(|row| &row.person).collect::<HashSet<_>>();
        assert_eq!(numbers.len(), caseworkers.len());
        let references: HashSet<_> = municipality.phases().map(|row| (&row.reference, &row.received)).collect();
        let distinct: HashSet<_> = municipality.phases().map(|row| &row.reference).collect();
        assert_eq!(references.len(), distinct.len(), "one reference, one case");
    }
}

#[test]
fn as_many_open_phases_as_asked_for_are_there() {
    let (today, figures) = (date(2026, 11, 22), figures());
    for each in [11, 30] {
        let records = generate(&figures.clone().with_open_phases_per_caseworker(each), 1, today);
        let municipality = Municipality::from(records, today);
        let open = municipality.phases().filter(|row| row.period.contains(today)).count();
        let expected = usize::try_from(each).expect("small") * 150;
        assert!(
            (expected * 85 / 100..=expected * 115 / 100).contains(&open),
            "{open}, not {expected}"
        );
    }
}

#[test]
fn without_a_history_there_is_only_what_is_open_on_the_day() {
    let today = date(2026, 11, 23);
    let municipality = Municipality::from(generate(&figures().with_years(0), 1, today), today);
    assert_eq!(municipality.caseworkers(today).len(), 150);
    let (open, all) = (
        municipality.phases().filter(|row| row.period.contains(today)).count(),
        municipality.phases().count(),
    );
    assert!(open >= 1_000 && all - open < open / 10, "{open} of {all}");
}

#[test]
fn figures_that_do_not_fit_are_refused_with_what_is_wrong() {
    let text = include_str!("../../../demo/figures.toml");
    let figures = figures();
    let (first, factors) = (&figures.tables.path[0].case_type, &figures.tables.factors);
    let quoted = |word: &str| format!("\"{word}\"");
    for (old, new, expected) in [
        (quoted(&figures.model.id), quoted("x"), FiguresError::NoModel("x".into())),
        (quoted(&factors.interpreter), quoted("x"), FiguresError::NoKind("x".into())),
        (quoted("placement"), quoted("x"), FiguresError::NoTeam("placement".into())),
        (
            format!("type = {}", quoted(first)),
            format!("type = {}", quoted("x")),
            FiguresError::NoRow {
                case_type: "x".into(),
                phase: figures.tables.phases.id(Stage::Assessment).into(),
            },
        ),
    ] {
        // A team's kind is changed where the team stands, which is its last place in the file.
        let at = if new == quoted("x") {
            text.rfind(&old)
        } else {
            text.find(&old)
        };
        let at = at.expect("the figures say so");
        let changed = [&text[..at], &new, &text[at + old.len()..]].concat();
        assert_eq!(Figures::parse(&changed).err(), Some(expected));
    }
    let error = Figures::parse("model = 1").err();
    assert!(matches!(error, Some(FiguresError::NotFigures(_))), "{error:?}");
}

#[test]
fn any_day_of_the_calendar_will_do() {
    for today in [Date::MIN, Date::MAX, date(1, 1, 1), date(2024, 2, 29), date(2025, 3, 1)] {
        let records = generate(&figures().with_caseworkers(20), 1, today);
        assert!(records.len() > 20, "{today}");
    }
}
