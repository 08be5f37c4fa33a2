//! A question is read from the database, its answer is kept as a draft, and only what a person carries out changes who holds a case.

use std::collections::BTreeSet;

use jiff::civil::date;
use rules::access::Role;
use rules::allocation::LockReason;
use rules::amount::{Points, Share};
use rules::load::Load;
use rules::rebalance::{Answer, AskError, Asked, Hindrance, Move, Occasion, Pace, Proposal, Question, Reason, Rule, Stage, Way};
use rules::weight_model::Series;
use store::allocation::NewNeed;
use store::import::record::Record;
use store::rebalance::{Change, Made, Plan, RebalanceError};
use store::{Store, StoreError, Viewer};

use crate::people::{TODAY, grant, id_of, somebody};
use crate::scene::{FIRST, accept, all, case, children, duty, employed, model, unit, until, with};
use crate::support::{anna, on_both};

fn models() -> Series {
    Series::new(vec![model()]).expect("a series")
}

/// `south` with 1001 (ten cases, among them the siblings, and one with three children), 1002 (a case, and mentor) and 1003
/// (nothing), `north` with 1004; R-W in south is held by nobody.
fn records() -> Vec<Record> {
    let units = [
        unit("family", None),
        unit("south", Some("family")),
        unit("north", Some("family")),
    ];
    let qualified = |person: &str| employed(person, |post| post.degree = Some("social_work".to_owned()));
    let staff = ["1001", "1002", "1003"].map(qualified);
    let in_north = employed("1004", |post| {
        post.unit = Some("north".to_owned());
        post.degree = Some("social_work".to_owned());
    });
    let mut cases: Vec<Record> = (0..10)
        .map(|number| {
            with(&format!("R-{number}"), |phase| {
                phase.sibling_group = (number < 2).then(|| "S".into());
                if number == 9 {
                    phase.effort = children(3);
                }
            })
        })
        .collect();
    cases.push(case("R-20", "1002"));
    cases.push(with("R-W", |phase| phase.main = None));
    let mentor = duty("1002", until(date(2026, 1, 1), date(2027, 1, 1)));
    all(&[&units, &staff, &[in_north, mentor], &cases])
}

fn asked(units: &[&str]) -> Asked {
    Asked {
        units: units.iter().map(|code| (*code).to_owned()).collect(),
        occasion: Occasion::Over,
        day: TODAY,
        limit: Share::FULL,
        unallocated: false,
    }
}

async fn question(store: &Store, viewer: &Viewer, asked: &Asked) -> Result<Question, RebalanceError> {
    let mut reading = store.read(viewer).await.expect("reads");
    let question = reading.rebalance_question(asked, &models()).await;
    reading.close().await.expect("closes");
    question
}

/// The supervisors of south and north, and the head above them.
async fn three(store: &Store) -> [Viewer; 3] {
    accept(store, FIRST, &records()).await;
    [
        somebody(store, "boss", None, &[grant(Role::Supervisor, Some("south"))]).await,
        somebody(store, "other", None, &[grant(Role::Supervisor, Some("north"))]).await,
        somebody(store, "head", None, &[grant(Role::Head, Some("family"))]).await,
    ]
}

fn pace() -> Pace {
    Pace {
        first: date(2026, 11, 2),
        per_week: 1,
    }
}

fn made() -> Made {
    Made {
        model: ("example".to_owned(), "1".to_owned()),
        seed: 1,
        steps: 1_000,
        pace: pace(),
    }
}

fn place(question: &Question, number: &str) -> usize {
    question
        .workers
        .iter()
        .position(|worker| worker.number == number)
        .expect("takes part")
}

/// An answer that moves the cases with these references from 1001 to those with these numbers; and another way, that moves the first only.
fn moving(question: &Question, moves: &[(&str, &str)]) -> Answer {
    let steps: Vec<Move> = moves
        .iter()
        .map(|(reference, number)| Move {
            group: question
                .groups
                .iter()
                .position(|group| group.cases.iter().any(|case| case == reference))
                .expect("is held"),
            to: place(question, number),
            reason: Reason::AboveLimit {
                held: Some((Points::whole(113), Points::whole(100))),
            },
        })
        .collect();
    let way = |moves: &[Move]| Way {
        handovers: moves.iter().map(|step| question.groups[step.group].cases.len() as u64).sum(),
        highest: (Points::whole(90), Points::whole(100)),
        moves: moves.to_vec(),
    };
    Answer::Plan(Box::new(Proposal {
        ways: vec![way(&steps), way(&steps[..1])],
        bound: 2,
        highest_is_proven: false,
        stopped: false,
    }))
}

async fn plan(store: &Store, viewer: &Viewer, id: i64) -> Option<Plan> {
    let mut reading = store.read(viewer).await.expect("reads");
    let plan = reading.plan(id).await.expect("reads");
    reading.close().await.expect("closes");
    plan
}

/// A plan of the supervisor for south: R-0 with R-1 to 1003, R-9 to 1002.
async fn drafted(store: &Store, boss: &Viewer) -> i64 {
    let asked = question(store, boss, &asked(&["south"])).await.expect("a question");
    let answer = moving(&asked, &[("R-0", "1003"), ("R-9", "1002")]);
    store.save_plan(boss, &asked, &answer, &made()).await.expect("is kept")
}

async fn holders(store: &Store, reference: &str) -> Vec<String> {
    let mut reading = store.read(&anna()).await.expect("reads");
    let phases = reading.case(reference, TODAY).await.expect("reads").expect("is there");
    phases
        .into_iter()
        .filter_map(|phase| phase.holder.map(|(person, ..)| person.number))
        .collect()
}

#[tokio::test]
async fn a_question_is_what_everybody_holds_and_can_carry_on_the_day() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let [boss, ..] = three(&store).await;
        let question = question(&store, &boss, &asked(&["south"])).await.expect("a question");
        let numbers: Vec<&str> = question.workers.iter().map(|worker| &*worker.number).collect();
        assert_eq!(numbers, ["1001", "1002", "1003"]);
        let points: Vec<f64> = question.points().iter().map(|points| points.to_f64()).collect();
        assert_eq!(
            points,
            [113.0, 28.0, 10.0],
            "as the load has it: stable part, cases with their factors, duty"
        );
        let other: Vec<f64> = question.workers.iter().map(|worker| worker.other.to_f64()).collect();
        assert_eq!(other, [10.0, 18.0, 10.0]);
        assert!(question.workers.iter().all(|worker| worker.capacity == Points::whole(100)));
        assert_eq!(
            question.groups.len(),
            10,
            "siblings are one, and what nobody holds is not asked about"
        );
        let siblings = question.groups.iter().find(|group| group.cases.len() == 2).expect("siblings");
        assert_eq!(
            (siblings.cases.clone(), siblings.points),
            (vec!["R-0".to_owned(), "R-1".to_owned()], Points::whole(20))
        );
        let more = Asked {
            unallocated: true,
            ..asked(&["south"])
        };
        let question = self::question(&store, &boss, &more).await.expect("a question");
        assert_eq!(question.groups.len(), 11);
        assert!(
            question
                .groups
                .iter()
                .any(|group| group.holder.is_none() && group.cases == ["R-W"])
        );
    })
    .await;
}

#[tokio::test]
async fn a_question_is_asked_only_of_the_units_one_leads() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let [boss, other, head] = three(&store).await;
        let worker = somebody(&store, "worker", Some("1001"), &[grant(Role::Caseworker, Some("south"))]).await;
        for (viewer, units, may) in [
            (&boss, vec!["south"], true),
            (&boss, vec!["south", "north"], false),
            (&boss, vec![], false),
            (&boss, vec!["nowhere"], false),
            (&other, vec!["south"], false),
            (&head, vec!["south", "north"], true),
            (&head, vec!["family"], true),
            (&head, vec![], false),
            (&worker, vec!["south"], false),
            (&anna(), vec![], true),
            (&anna(), vec!["nowhere"], false),
        ] {
            let answer = question(&store, viewer, &asked(&units)).await;
            match answer {
                Ok(_) => assert!(may, "{units:?}"),
                Err(error) => {
                    assert!(matches!(error, RebalanceError::Store(StoreError::NotThere)), "{error}");
                    assert!(!may, "{units:?}");
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_asked_is_refused() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let [boss, ..] = three(&store).await;
        let zero = Asked {
            limit: Share::ZERO,
            ..asked(&["south"])
        };
        let refused = question(&store, &boss, &zero).await;
        assert!(matches!(refused, Err(RebalanceError::Ask(AskError::Limit))), "{refused:?}");
        let of_north: BTreeSet<i64> = [id_of(&store, "1004").await].into();
        for people in [of_north, [987_654_321].into()] {
            let leaves = Asked {
                occasion: Occasion::Leaves { people },
                ..asked(&["south"])
            };
            let refused = question(&store, &boss, &leaves).await;
            assert!(matches!(refused, Err(RebalanceError::NotInUnits)), "{refused:?}");
        }
        let mut reading = store.read(&boss).await.expect("reads");
        let refused = reading.rebalance_question(&asked(&["south"]), &Series::default()).await;
        assert!(matches!(refused, Err(RebalanceError::NoModel)), "{refused:?}");
    })
    .await;
}

#[tokio::test]
async fn a_plan_is_a_draft_with_days_reasons_and_sums_and_moves_nothing() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let [boss, ..] = three(&store).await;
        let id = drafted(&store, &boss).await;
        let plan = plan(&store, &boss, id).await.expect("is there");
        assert!(plan.is_whole && plan.is_possible() && plan.closed.is_none());
        assert_eq!(
            (plan.actor.as_str(), plan.seed, plan.steps, plan.bound),
            ("boss", 1, 1_000, Some(2))
        );
        assert_eq!(plan.asked, asked(&["south"]));
        assert_eq!(plan.moves.len(), 2);
        let siblings = &plan.moves[0];
        assert_eq!(siblings.references, ["R-0", "R-1"]);
        assert_eq!(
            (siblings.cases, siblings.points, siblings.due),
            (2, Points::whole(20), date(2026, 11, 2))
        );
        assert!(siblings.may_decide && siblings.stage == Stage::Proposed && siblings.changed.is_none());
        let held = Some((Points::whole(113), Points::whole(100)));
        assert_eq!(siblings.reason, Reason::AboveLimit { held });
        let sums = plan.sums.expect("sums");
        assert_eq!((sums.handovers, sums.above_before, sums.above_after), (3, 1, 0));
        assert_eq!(sums.before, Some(Load::of(Points::whole(113), Points::whole(100))));
        assert_eq!(
            sums.after,
            Some(Load::of(Points::whole(80), Points::whole(100))),
            "113 less 20 and 13"
        );
        let after: Vec<f64> = plan
            .people
            .iter()
            .map(|one| one.standing.expect("is led").after.to_f64())
            .collect();
        assert_eq!(after, [80.0, 41.0, 30.0]);
        assert_eq!(holders(&store, "R-0").await, ["1001"], "nothing is assigned by itself");
        let mut reading = store.read(&boss).await.expect("reads");
        let listed = reading.plans(10).await.expect("reads");
        assert_eq!((listed.len(), listed[0].id, listed[0].handovers), (1, id, 3));
        store.verify_log().await.expect("unbroken");
    })
    .await;
}

#[tokio::test]
async fn a_plan_of_anothers_team_is_as_if_it_were_not_there() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let [boss, other, head] = three(&store).await;
        let id = drafted(&store, &boss).await;
        assert_eq!(plan(&store, &other, id).await, None);
        let mut reading = store.read(&other).await.expect("reads");
        assert_eq!(reading.plans(10).await.expect("reads"), []);
        drop(reading);
        let step = plan(&store, &boss, id).await.expect("is there").moves[0].clone();
        let hidden = |answer: Result<(), RebalanceError>| matches!(answer, Err(RebalanceError::Store(StoreError::NotThere)));
        let one = [(step.id, step.to)];
        assert!(hidden(store.decide_moves(&other, id, &one, Stage::Accepted).await.map(drop)));
        assert!(hidden(store.change_receiver(&other, id, one[0], step.to, &models()).await));
        assert!(hidden(store.carry_out(&other, id, step.id, &models()).await));
        assert!(hidden(store.choose_way(&other, id, 1).await));
        assert!(hidden(store.spread_plan(&other, id, pace()).await));
        assert!(hidden(store.close_plan(&other, id, TODAY).await));
        let asked = question(&store, &boss, &asked(&["south"])).await.expect("a question");
        let answer = moving(&asked, &[("R-0", "1003")]);
        assert!(hidden(store.save_plan(&other, &asked, &answer, &made()).await.map(drop)));
        // Whoever leads all the units sees it: cases, from and to, and sums; no load by name, and no reason from which one can be told.
        let seen = plan(&store, &head, id).await.expect("is there");
        assert!(seen.is_whole && seen.sums.is_some() && seen.moves.len() == 2);
        assert!(seen.people.iter().all(|party| party.standing.is_none()));
        assert!(seen.moves.iter().all(|step| step.reason == Reason::AboveLimit { held: None }));
        let mut reading = store.read(&head).await.expect("reads");
        let receivers = reading.receivers(&seen, seen.moves[0].id, &models()).await.expect("reads");
        assert!(!receivers.is_empty() && receivers.iter().all(|one| one.load.is_none()));
    })
    .await;
}

#[tokio::test]
async fn a_supervisor_sees_of_a_larger_plan_what_concerns_the_team() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let [boss, other, head] = three(&store).await;
        let asked = question(&store, &head, &asked(&["south", "north"]))
            .await
            .expect("a question");
        let answer = moving(&asked, &[("R-0", "1003"), ("R-9", "1004")]);
        let id = store.save_plan(&head, &asked, &answer, &made()).await.expect("is kept");
        let seen = plan(&store, &other, id).await.expect("is there");
        assert!(!seen.is_whole && seen.sums.is_none());
        assert_eq!(seen.moves.len(), 1);
        assert_eq!(seen.moves[0].references, ["R-9"]);
        assert!(!seen.moves[0].may_decide, "who gives up decides");
        assert_eq!(seen.moves[0].reason, Reason::AboveLimit { held: None });
        let standing: Vec<bool> = seen.people.iter().map(|party| party.standing.is_some()).collect();
        assert_eq!(standing, [false, true], "the load of the own 1004, not of 1001");
        let giving = plan(&store, &boss, id).await.expect("is there");
        assert!(giving.moves.len() == 2 && giving.moves.iter().all(|step| step.may_decide));
        let refused = store.close_plan(&boss, id, TODAY).await;
        assert!(
            matches!(refused, Err(RebalanceError::Store(StoreError::NotThere))),
            "the whole is the head's"
        );
    })
    .await;
}

#[tokio::test]
async fn each_move_is_accepted_dropped_and_taken_back_and_the_sums_follow() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let [boss, ..] = three(&store).await;
        let id = drafted(&store, &boss).await;
        let moves = plan(&store, &boss, id).await.expect("is there").moves;
        let both: Vec<(i64, i64)> = moves.iter().map(|step| (step.id, step.to)).collect();
        assert_eq!(
            store
                .decide_moves(&boss, id, &both, Stage::Accepted)
                .await
                .expect("is decided"),
            2
        );
        assert_eq!(
            store
                .decide_moves(&boss, id, &both, Stage::Accepted)
                .await
                .expect("is so already"),
            0
        );
        store
            .decide_moves(&boss, id, &both[..1], Stage::Dropped)
            .await
            .expect("is decided");
        let after = plan(&store, &boss, id).await.expect("is there");
        assert_eq!(after.sums.expect("sums").handovers, 1);
        assert_eq!(after.moves[0].stage, Stage::Dropped);
        assert_eq!(after.moves[0].decided.as_deref(), Some("boss"));
        store
            .decide_moves(&boss, id, &both[..1], Stage::Proposed)
            .await
            .expect("is decided");
        assert_eq!(
            plan(&store, &boss, id).await.expect("is there").sums.expect("sums").handovers,
            3
        );
        let other = [(both[0].0, both[0].1 + 1)];
        let refused = store.decide_moves(&boss, id, &other, Stage::Accepted).await;
        assert!(
            matches!(refused, Err(RebalanceError::Changed)),
            "another receiver than was seen"
        );
        let unknown = [both[1], (both[1].0 + 1_000, both[1].1)];
        let refused = store.decide_moves(&boss, id, &unknown, Stage::Dropped).await;
        assert!(
            matches!(refused, Err(RebalanceError::Store(StoreError::NotThere))),
            "{refused:?}"
        );
        assert_eq!(
            plan(&store, &boss, id).await.expect("is there").moves[1].stage,
            Stage::Accepted,
            "none or all"
        );
        store.verify_log().await.expect("unbroken");
    })
    .await;
}

#[tokio::test]
async fn another_receiver_is_checked_at_once() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let [boss, ..] = three(&store).await;
        let id = drafted(&store, &boss).await;
        let before = plan(&store, &boss, id).await.expect("is there");
        let step = &before.moves[0];
        let mut reading = store.read(&boss).await.expect("reads");
        let receivers = reading.receivers(&before, step.id, &models()).await.expect("reads");
        drop(reading);
        let loads: Vec<(&str, f64)> = receivers
            .iter()
            .map(|one| {
                (
                    &*one.number,
                    one.load.and_then(|load| load.rounded(2)).expect("is led").to_f64(),
                )
            })
            .collect();
        assert_eq!(
            loads,
            [("1003", 0.3), ("1002", 0.61)],
            "with these cases and the rest of the plan"
        );
        let second = id_of(&store, "1002").await;
        store
            .change_receiver(&boss, id, (step.id, step.to), second, &models())
            .await
            .expect("is changed");
        let after = plan(&store, &boss, id).await.expect("is there");
        let changed = after.step(step.id).expect("is there");
        assert_eq!(
            (changed.to, changed.proposed, changed.stage),
            (second, step.to, Stage::Accepted)
        );
        assert_eq!(changed.reason, Reason::Chosen);
        assert_eq!(changed.due, date(2026, 11, 9), "R-9 is handed over to 1002 in the first week");
        for (seen, to) in [
            (step.to, second),
            (second, id_of(&store, "1004").await),
            (second, 987_654_321),
        ] {
            let refused = store.change_receiver(&boss, id, (step.id, seen), to, &models()).await;
            let expected = if seen == second {
                matches!(&refused, Err(RebalanceError::MayNot { rules }) if rules.is_empty())
            } else {
                matches!(refused, Err(RebalanceError::Changed))
            };
            assert!(expected, "{refused:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn another_way_and_another_pace_are_chosen_and_a_closed_plan_stays_as_it_is() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let [boss, ..] = three(&store).await;
        let id = drafted(&store, &boss).await;
        store.choose_way(&boss, id, 1).await.expect("is chosen");
        let other = plan(&store, &boss, id).await.expect("is there");
        assert_eq!((other.chosen, other.moves.len(), other.ways.len()), (1, 1, 2));
        let refused = store.choose_way(&boss, id, 7).await;
        assert!(
            matches!(refused, Err(RebalanceError::Store(StoreError::NotThere))),
            "{refused:?}"
        );
        let slower = Pace {
            first: date(2026, 12, 24),
            per_week: 1,
        };
        store.spread_plan(&boss, id, slower).await.expect("is spread");
        let after = plan(&store, &boss, id).await.expect("is there");
        assert_eq!(
            (after.moves[0].due, after.pace),
            (date(2026, 12, 28), slower),
            "a working day"
        );
        for per_week in [0, 51] {
            let refused = store.spread_plan(&boss, id, Pace { per_week, ..slower }).await;
            assert!(matches!(refused, Err(RebalanceError::Pace)), "{refused:?}");
        }
        store.close_plan(&boss, id, TODAY).await.expect("is closed");
        let step = &after.moves[0];
        let refused = store.decide_moves(&boss, id, &[(step.id, step.to)], Stage::Accepted).await;
        assert!(matches!(refused, Err(RebalanceError::Closed)), "{refused:?}");
        let closed = plan(&store, &boss, id).await.expect("is there");
        assert!(closed.closed == Some(TODAY) && closed.moves.iter().all(|step| !step.may_decide));
    })
    .await;
}

#[tokio::test]
async fn what_has_changed_since_is_said_of_the_moves_it_concerns() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let [boss, ..] = three(&store).await;
        let asked = question(&store, &boss, &asked(&["south"])).await.expect("a question");
        let moves = [
            ("R-0", "1003"),
            ("R-2", "1003"),
            ("R-3", "1003"),
            ("R-4", "1003"),
            ("R-5", "1003"),
        ];
        let answer = moving(&asked, &moves);
        let id = store.save_plan(&boss, &asked, &answer, &made()).await.expect("is kept");
        let steps = plan(&store, &boss, id).await.expect("is there").moves;
        let all: Vec<(i64, i64)> = steps.iter().map(|step| (step.id, step.to)).collect();
        let mut later = records();
        for record in &mut later {
            let Record::Phase(phase) = record else { continue };
            match &*phase.reference {
                "R-1" => phase.main = Some("1002".into()),
                "R-2" => phase.main = Some("1003".into()),
                "R-3" => phase.period = until(phase.period.from(), FIRST),
                _ => {}
            }
        }
        later.push(with("R-4", |phase| {
            phase.phase = Some("assessment".into());
            phase.period = rules::period::Period::since(FIRST);
        }));
        accept(&store, FIRST, &later).await;
        let after = plan(&store, &boss, id).await.expect("is there");
        let changed = |reference: &str| {
            let step = after
                .moves
                .iter()
                .find(|step| step.references.iter().any(|known| known == reference));
            step.expect("is there").changed
        };
        assert_eq!(changed("R-0"), Some(Change::OtherHolder), "one of the siblings");
        assert_eq!(changed("R-2"), Some(Change::AlreadyThere));
        assert_eq!(changed("R-3"), Some(Change::Closed));
        assert_eq!(changed("R-4"), Some(Change::MorePhases));
        assert_eq!(changed("R-5"), None);
        let refused = store.decide_moves(&boss, id, &all, Stage::Accepted).await;
        assert!(matches!(refused, Err(RebalanceError::Facts(_))), "{refused:?}");
        assert_eq!(
            store
                .decide_moves(&boss, id, &all, Stage::Dropped)
                .await
                .expect("can be dropped"),
            5
        );
    })
    .await;
}

#[tokio::test]
async fn that_it_is_impossible_is_kept_with_its_reasons() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let [boss, ..] = three(&store).await;
        let asked = question(&store, &boss, &asked(&["south"])).await.expect("a question");
        let hindrances = vec![Hindrance::Nobody {
            cases: vec!["R-0".to_owned()],
            rules: vec![(Rule::Qualification, 3)],
        }];
        let answer = Answer::Impossible {
            hindrances: hindrances.clone(),
            is_proven: true,
            enough: Some(Share::from_millionths(1_200_000)),
        };
        let id = store.save_plan(&boss, &asked, &answer, &made()).await.expect("is kept");
        let plan = plan(&store, &boss, id).await.expect("is there");
        assert!(!plan.is_possible() && plan.is_proven);
        assert_eq!(
            (plan.hindrances, plan.enough),
            (hindrances, Some(Share::from_millionths(1_200_000)))
        );
        assert_eq!(plan.together, asked.together());
    })
    .await;
}

/// The supervisor signs in again on another day.
async fn on_day(store: &Store, name: &str, day: jiff::civil::Date) -> Viewer {
    let token = store::session::Token::new([day.day().unsigned_abs(); 32]);
    let now = crate::support::noon();
    let settings = crate::people::settings();
    store
        .sign_in(crate::people::given(name), &token, &settings, now)
        .await
        .expect("signs in");
    let viewer = store.viewer(&token, &settings, now, day).await.expect("answers");
    viewer.expect("is signed in")
}

#[tokio::test]
async fn a_move_is_carried_out_when_it_is_accepted_its_day_has_come_and_the_facts_are_as_they_were() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let [boss, other, head] = three(&store).await;
        let id = drafted(&store, &boss).await;
        let moves = plan(&store, &boss, id).await.expect("is there").moves;
        let siblings = &moves[0];
        let refused = store.carry_out(&boss, id, siblings.id, &models()).await;
        assert!(
            matches!(refused, Err(RebalanceError::NotAccepted { stage: Stage::Proposed })),
            "{refused:?}"
        );
        let both: Vec<(i64, i64)> = moves.iter().map(|step| (step.id, step.to)).collect();
        store
            .decide_moves(&boss, id, &both, Stage::Accepted)
            .await
            .expect("is decided");
        let refused = store.carry_out(&boss, id, siblings.id, &models()).await;
        assert!(matches!(refused, Err(RebalanceError::NotYet)), "{refused:?}");
        let monday = on_day(&store, "boss", date(2026, 11, 2)).await;
        for (viewer, what) in [(&other, "another team's"), (&head, "who gives out no cases")] {
            let refused = store.carry_out(viewer, id, siblings.id, &models()).await;
            assert!(
                matches!(refused, Err(RebalanceError::Store(StoreError::NotThere))),
                "{what}: {refused:?}"
            );
        }
        store
            .carry_out(&monday, id, siblings.id, &models())
            .await
            .expect("is carried out");
        let read = async |day| {
            let mut reading = store.read(&anna()).await.expect("reads");
            let everybody = reading.everybody(day, day).await.expect("reads");
            let of = |number: &str| {
                let facts = everybody
                    .iter()
                    .find(|facts| facts.person.reference == number)
                    .expect("is there");
                facts.holdings.len()
            };
            (of("1001"), of("1003"))
        };
        assert_eq!(read(date(2026, 11, 1)).await, (10, 0));
        assert_eq!(read(date(2026, 11, 2)).await, (8, 2), "siblings together, from that day");
        let after = plan(&store, &monday, id).await.expect("is there");
        let done = after.step(siblings.id).expect("is there");
        assert_eq!(
            (done.stage, done.done, done.changed),
            (Stage::Done, Some(date(2026, 11, 2)), None)
        );
        for refused in [
            store.carry_out(&monday, id, siblings.id, &models()).await,
            store.decide_moves(&monday, id, &both[..1], Stage::Dropped).await.map(drop),
            store.change_receiver(&monday, id, both[0], both[1].1, &models()).await,
        ] {
            assert!(matches!(refused, Err(RebalanceError::Done)), "{refused:?}");
        }
        let refused = store.choose_way(&monday, id, 1).await;
        assert!(matches!(refused, Err(RebalanceError::Begun)), "{refused:?}");
        let log = store.log(&anna(), 1, 1_000).await.expect("reads");
        let given = log.iter().filter(|event| event.action == "case.reassign");
        assert_eq!(given.clone().count(), 2, "each of the siblings by a decision of its own");
        assert!(
            given
                .clone()
                .all(|event| event.details.as_deref().is_some_and(|details| details.contains("\"plan\"")))
        );
        let told = log
            .iter()
            .find(|event| event.action == "rebalance.carry_out")
            .expect("is told");
        let details = told.details.as_deref().expect("details");
        assert!(details.contains("R-0") && details.contains("R-1"), "{details}");
        store.verify_log().await.expect("unbroken");
    })
    .await;
}

/// The same people, of whom 1003 has no degree that suffices and 1002 none that is known.
fn unqualified() -> Vec<Record> {
    let mut records = records();
    for record in &mut records {
        let Record::Employment(post) = record else { continue };
        match &*post.person {
            "1002" => post.degree = None,
            "1003" => post.degree = Some("none".to_owned()),
            _ => {}
        }
    }
    records
}

#[tokio::test]
async fn no_case_is_proposed_to_whoever_is_not_qualified_and_a_move_is_not_changed_to_one() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        accept(&store, FIRST, &unqualified()).await;
        let boss = somebody(&store, "boss", None, &[grant(Role::Supervisor, Some("south"))]).await;
        let first = question(&store, &boss, &asked(&["south"])).await.expect("a question");
        for group in &first.groups {
            let expected: &[usize] = if group.cases == ["R-20"] { &[0, 1] } else { &[0] };
            assert_eq!(
                group.allowed, expected,
                "{:?}: 1001 may hold all, others what they have",
                group.cases
            );
        }
        let of_first = first.groups.iter().find(|group| group.cases == ["R-2"]).expect("is held");
        assert_eq!(of_first.shut_out, [(Rule::Qualification, 1), (Rule::DegreeUnknown, 1)]);
        // A plan from before: 1003 was qualified then.
        accept(&store, FIRST, &records()).await;
        let id = drafted(&store, &boss).await;
        accept(&store, FIRST, &unqualified()).await;
        let plan = plan(&store, &boss, id).await.expect("is there");
        assert_eq!(plan.section, Some(("SoL 2025:400".to_owned(), "25 kap. 1 §".to_owned())));
        let step = &plan.moves[1];
        let to = id_of(&store, "1003").await;
        let refused = store.change_receiver(&boss, id, (step.id, step.to), to, &models()).await;
        assert!(
            matches!(&refused, Err(RebalanceError::MayNot { rules }) if *rules == [Rule::Qualification]),
            "{refused:?}"
        );
        let accepted: Vec<(i64, i64)> = plan.moves.iter().map(|step| (step.id, step.to)).collect();
        store
            .decide_moves(&boss, id, &accepted, Stage::Accepted)
            .await
            .expect("is decided");
        let monday = on_day(&store, "boss", date(2026, 11, 2)).await;
        for (step, rule) in plan.moves.iter().zip([Rule::Qualification, Rule::DegreeUnknown]) {
            let refused = store.carry_out(&monday, id, step.id, &models()).await;
            assert!(
                matches!(&refused, Err(RebalanceError::MayNot { rules }) if *rules == [rule]),
                "{refused:?}"
            );
        }
        assert_eq!(holders(&store, "R-0").await, ["1001"]);
    })
    .await;
}

#[tokio::test]
async fn a_lock_a_language_and_a_word_about_somebody_are_kept_by_a_plan() {
    on_both(async |fresh| {
        let store = fresh.open().await;
        let [boss, ..] = three(&store).await;
        let id = drafted(&store, &boss).await;
        let (second, third) = (id_of(&store, "1002").await, id_of(&store, "1003").await);
        let since = rules::period::Period::since(FIRST);
        for (reference, need) in [
            ("R-2", NewNeed::NotWorker(third)),
            ("R-3", NewNeed::Locked(LockReason::Relation)),
            ("R-4", NewNeed::Language("somaliska")),
            ("R-0", NewNeed::NotWorker(third)),
            ("R-9", NewNeed::Locked(LockReason::Court)),
        ] {
            store
                .add_need(&boss, (reference, TODAY), &need, since)
                .await
                .expect("is stored");
        }
        let question = question(&store, &boss, &asked(&["south"])).await.expect("a question");
        let of = |reference: &str| {
            question
                .groups
                .iter()
                .find(|group| group.cases.iter().any(|case| case == reference))
                .expect("is held")
        };
        let people = |reference: &str| {
            of(reference)
                .allowed
                .iter()
                .map(|place| question.workers[*place].number.clone())
                .collect::<Vec<_>>()
        };
        assert_eq!(people("R-2"), ["1001", "1002"]);
        assert_eq!(of("R-2").shut_out, [(Rule::NotThisWorker, 1)]);
        assert!(of("R-3").locked && of("R-3").allowed.is_empty());
        assert_eq!(people("R-4"), ["1001"], "its holder keeps it, whatever is spoken");
        assert_eq!(
            people("R-1"),
            ["1001", "1002"],
            "what is said of one of the siblings holds for them all"
        );
        // The moves of before are not carried out.
        let plan = plan(&store, &boss, id).await.expect("is there");
        let accepted: Vec<(i64, i64)> = plan.moves.iter().map(|step| (step.id, step.to)).collect();
        store
            .decide_moves(&boss, id, &accepted, Stage::Accepted)
            .await
            .expect("is decided");
        let monday = on_day(&store, "boss", date(2026, 11, 2)).await;
        let refused = store.carry_out(&monday, id, plan.moves[0].id, &models()).await;
        assert!(
            matches!(&refused, Err(RebalanceError::MayNot { rules }) if *rules == [Rule::NotThisWorker]),
            "{refused:?}"
        );
        let refused = store.carry_out(&monday, id, plan.moves[1].id, &models()).await;
        assert!(
            matches!(&refused, Err(RebalanceError::MayNot { rules }) if rules.is_empty()),
            "locked: {refused:?}"
        );
        let mut reading = store.read(&boss).await.expect("reads");
        let receivers = reading.receivers(&plan, plan.moves[0].id, &models()).await.expect("reads");
        let rules: Vec<(i64, Vec<Rule>)> = receivers.into_iter().map(|one| (one.id, one.rules)).collect();
        assert_eq!(rules, [(second, vec![]), (third, vec![Rule::NotThisWorker])]);
    })
    .await;
}
