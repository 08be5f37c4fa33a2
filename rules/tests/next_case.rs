//! The order in which people are suggested for a case: a table with a row for each rule, and what holds for any team.

#![expect(clippy::expect_used, reason = "a test that meets what it did not expect shall fail")]

use jiff::civil::{Date, date};
use proptest::prelude::*;
use rules::allocation::{LockReason, Obstacle};
use rules::amount::{Points, Share};
use rules::case::{Effort, Holding, Part};
use rules::next_case::{Candidate, NotNow, Reason, Rule, Suggestion, Trouble, suggest, trouble};
use rules::period::Period;
use rules::person::{Employment, Extent, Person, Reduction, Role};
use rules::qualification::{Missing, Task, Unqualified};
use rules::weight_model::{WeightModel, shipped};

const TODAY: Date = date(2026, 10, 31);

fn model() -> WeightModel {
    shipped("exempel-barn-unga").expect("the example ships")
}

/// Somebody of a test: facts that a candidate is made of.
#[derive(Debug, Clone)]
struct Somebody {
    person: Person,
    holdings: Vec<Holding>,
    obstacles: Vec<Obstacle>,
    siblings: u32,
    experience: u32,
    new: u32,
    deadlines: Option<u32>,
    not_now: Option<(Date, NotNow)>,
}

impl Somebody {
    /// Full-time, with ten years in the profession and so many investigations.
    fn with(cases: u32) -> Self {
        let person = Person {
            reference: "1001".into(),
            in_profession_since: Some(date(2016, 1, 1)),
            employments: vec![Employment {
                unit: Some("south".into()),
                role: Role::Caseworker,
                extent: Extent::OfFullTime(Share::FULL),
                period: Period::since(date(2020, 1, 1)),
            }],
            ..Person::default()
        };
        let holding = Holding {
            reference: "R-1".into(),
            case_type: "barn".into(),
            phase: Some("utredning".into()),
            effort: Effort::new().into(),
            part: Part::Main,
            share: None,
            count: cases,
            period: Period::since(date(2026, 1, 1)),
        };
        Self {
            person,
            holdings: if cases > 0 { vec![holding] } else { Vec::new() },
            obstacles: Vec::new(),
            siblings: 0,
            experience: 0,
            new: 0,
            deadlines: None,
            not_now: None,
        }
    }

    fn change(mut self, change: impl FnOnce(&mut Self)) -> Self {
        change(&mut self);
        self
    }

    fn away_from(self, day: Date) -> Self {
        self.change(|one| one.person.reductions.push(Reduction::new("leave", None, Period::since(day))))
    }
}

fn suggested(team: &[Somebody]) -> Vec<Suggestion> {
    let candidates: Vec<Candidate<'_>> = team
        .iter()
        .map(|one| Candidate {
            person: &one.person,
            holdings: &one.holdings,
            obstacles: one.obstacles.clone(),
            languages: Vec::new(),
            siblings: one.siblings,
            experience: one.experience,
            new: one.new,
            deadlines: one.deadlines,
            not_now: one.not_now,
        })
        .collect();
    suggest(&model(), Points::whole(12), &candidates, TODAY)
}

fn unqualified() -> Obstacle {
    Obstacle::NotQualified(Unqualified {
        act: "SoL 2025:400".into(),
        section: "25 kap. 1 §".into(),
        task: Some(Task::Investigation),
        missing: Missing::Degree,
    })
}

fn language() -> Obstacle {
    Obstacle::Language {
        language: "arabic".into(),
    }
}

#[test]
fn each_rule_puts_whom_it_favours_first_whatever_the_later_rules_say() {
    // Whoever comes first has more to do than the other, which the last rule counts.
    let new = |months| move |one: &mut Somebody| one.person.in_profession_since = Some(months);
    let table: [(Rule, Somebody, Somebody); 11] = [
        (
            Rule::Allowed,
            Somebody::with(4),
            Somebody::with(1).change(|one| one.obstacles.push(unqualified())),
        ),
        (
            Rule::Answer,
            Somebody::with(4),
            Somebody::with(1).change(|one| (one.siblings, one.not_now) = (2, Some((TODAY, NotNow::TooMuch)))),
        ),
        (
            Rule::Siblings,
            Somebody::with(4).change(|one| one.siblings = 1),
            Somebody::with(1),
        ),
        (
            Rule::Needs,
            Somebody::with(4),
            Somebody::with(1).change(|one| one.obstacles.push(language())),
        ),
        (Rule::Band, Somebody::with(1).change(|one| one.new = 9), Somebody::with(40)),
        (
            Rule::Presence,
            Somebody::with(2),
            Somebody::with(1).away_from(date(2026, 11, 15)),
        ),
        (Rule::NewCases, Somebody::with(2), Somebody::with(1).change(|one| one.new = 1)),
        (
            Rule::Introduction,
            Somebody::with(2),
            Somebody::with(0).change(new(date(2026, 9, 1))),
        ),
        (
            Rule::Deadlines,
            Somebody::with(2).change(|one| one.deadlines = Some(2)),
            Somebody::with(1).change(|one| one.deadlines = Some(3)),
        ),
        (
            Rule::Experience,
            Somebody::with(2).change(|one| one.experience = 3),
            Somebody::with(1).change(|one| one.experience = 2),
        ),
        (Rule::Load, Somebody::with(1), Somebody::with(2)),
    ];
    for (rule, first, second) in table {
        for team in [[first.clone(), second.clone()], [second.clone(), first.clone()]] {
            let list = suggested(&team);
            assert_eq!(list[0].before_next_by, Some(rule), "{rule:?}: {list:#?}");
            assert_eq!(list[1].before_next_by, None);
            let is_first = |place: usize| team[place].holdings == first.holdings;
            assert!(is_first(list[0].candidate), "{rule:?}");
        }
    }
}

#[test]
fn whom_nothing_tells_apart_stay_in_the_order_given() {
    let list = suggested(&[Somebody::with(2), Somebody::with(2), Somebody::with(2)]);
    assert_eq!(list.iter().map(|one| one.candidate).collect::<Vec<_>>(), [0, 1, 2]);
    assert_eq!(list[0].before_next_by, Some(Rule::Name));
}

#[test]
fn a_siblings_caseworker_who_would_be_over_does_not_come_first() {
    let list = suggested(&[Somebody::with(40).change(|one| one.siblings = 2), Somebody::with(2)]);
    assert_eq!((list[0].candidate, list[0].before_next_by), (1, Some(Rule::Band)));
    assert!(list[1].reasons.contains(&Reason::Siblings { cases: 2 }));
}

#[test]
fn being_away_later_than_four_weeks_from_now_does_not_count() {
    let away = |day| suggested(&[Somebody::with(1).away_from(day)])[0].reasons.clone();
    let last = date(2026, 11, 28);
    assert!(away(last).contains(&Reason::Away { from: last }));
    let later = away(date(2026, 11, 29));
    assert!(!later.iter().any(|reason| matches!(reason, Reason::Away { .. })), "{later:?}");
}

#[test]
fn leaving_counts_as_being_away_and_says_no_cause() {
    let until = date(2026, 11, 10);
    let leaves = Somebody::with(1).change(|one| {
        one.person.employments[0].period = Period::new(date(2020, 1, 1), Some(until)).expect("in order");
    });
    assert!(suggested(&[leaves])[0].reasons.contains(&Reason::Away { from: until }));
}

#[test]
fn one_new_case_in_a_week_for_six_open_ones_fills_the_week() {
    for (open, new, is_full) in [(0, 0, false), (0, 1, true), (11, 1, true), (12, 1, false), (12, 2, true)] {
        let list = suggested(&[Somebody::with(open).change(|one| one.new = new)]);
        let expected = Reason::New {
            cases: new,
            open,
            is_full,
        };
        assert!(list[0].reasons.contains(&expected), "{open} {new}: {:?}", list[0].reasons);
    }
}

#[test]
fn a_list_from_which_nobody_can_be_chosen_says_why() {
    let locked = Obstacle::Locked {
        reason: LockReason::Court,
    };
    let with = |obstacle: &Obstacle| Somebody::with(1).change(|one| one.obstacles.push(obstacle.clone()));
    let absent = || Somebody::with(1).away_from(date(2026, 10, 1));
    let nobody_qualified = Trouble::NobodyQualified {
        act: "SoL 2025:400".into(),
        section: "25 kap. 1 §".into(),
    };
    let why = LockReason::Court;
    for (team, expected) in [
        (vec![], Some(Trouble::Nobody)),
        (vec![with(&locked), with(&locked)], Some(Trouble::Locked { why })),
        (vec![with(&unqualified()), with(&unqualified())], Some(nobody_qualified)),
        (vec![absent(), absent()], Some(Trouble::NoCapacity)),
        (
            vec![with(&unqualified()), with(&Obstacle::NotThisWorker)],
            Some(Trouble::NobodyMay),
        ),
        (vec![with(&unqualified()), absent()], Some(Trouble::NobodyMay)),
        (vec![Somebody::with(60), Somebody::with(50)], Some(Trouble::AllOver)),
        (vec![Somebody::with(60), Somebody::with(1)], None),
        (vec![with(&language())], None),
    ] {
        assert_eq!(trouble(&suggested(&team)), expected);
    }
}

fn somebody() -> impl Strategy<Value = Somebody> {
    let counts = (0..40_u32, 0..3_u32, 0..6_u32, 0..4_u32, proptest::option::of(0..6_u32));
    (counts, 0..4_usize, 0..80_i64, 0..60_u32).prop_map(|(counts, obstacle, days, months)| {
        let (cases, siblings, experience, new, deadlines) = counts;
        let obstacles = [vec![], vec![unqualified()], vec![language()], vec![Obstacle::NotThisWorker]];
        let one = Somebody::with(cases).change(|one| {
            (one.siblings, one.experience, one.new, one.deadlines) = (siblings, experience, new, deadlines);
            one.obstacles.clone_from(&obstacles[obstacle]);
            one.person.in_profession_since = TODAY.checked_sub(jiff::Span::new().months(i64::from(months))).ok();
        });
        one.away_from(TODAY.saturating_add(jiff::Span::new().days(days)))
    })
}

proptest! {
    #[test]
    fn everybody_is_in_the_list_once_and_whoever_may_not_comes_last(team in proptest::collection::vec(somebody(), 0..12)) {
        let list = suggested(&team);
        let mut places: Vec<usize> = list.iter().map(|one| one.candidate).collect();
        places.sort_unstable();
        prop_assert_eq!(places, (0..team.len()).collect::<Vec<_>>());
        prop_assert!(list.windows(2).all(|pair| pair[0].is_allowed || !pair[1].is_allowed));
        for one in list.iter().filter(|one| one.is_allowed) {
            prop_assert!(!team[one.candidate].obstacles.iter().any(Obstacle::refuses));
        }
    }

    #[test]
    fn the_order_does_not_depend_on_the_order_given_but_where_nothing_tells_people_apart(
        team in proptest::collection::vec(somebody(), 2..10),
    ) {
        let forwards = suggested(&team);
        let backwards: Vec<Somebody> = team.iter().rev().cloned().collect();
        let backwards = suggested(&backwards);
        for (one, other) in forwards.iter().zip(&backwards) {
            prop_assert_eq!((one.is_allowed, one.after, one.before_next_by), (other.is_allowed, other.after, other.before_next_by));
        }
    }
}
