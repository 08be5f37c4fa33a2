//! `rebalance --unit` and `rebalance --whole`: a plan from the database, which can be kept as a draft for the pages.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use allocate::question::{answer, steps};
use rules::amount::{Points, Share, millionths};
use rules::load::Load;
use rules::rebalance::{Answer, AskError, Asked, Hindrance, MOST_PER_WEEK, Move, Occasion, Pace, Proposal, Question, Reason};
use serde_json::{Value as Json, json};
use store::rebalance::{Made, RebalanceError};

use super::{nobody, one_person, units};
use crate::cli::Rebalance as Options;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::language::Language;
use crate::output::{Cell, Column, Kind, Priority, Report, Tone};
use crate::sentences;
use crate::session::Session;

pub async fn run(options: &Options, session: &Session) -> Result<Exit, Failure> {
    let language = &session.language;
    let wrong = |sentence: String| Failure {
        exit: Exit::Input,
        sentence,
    };
    let store = session.open_existing().await?;
    let mut reading = session.read(&store).await?;
    let mut notes = Vec::new();
    let models = session.models(&mut reading, &mut notes).await?;
    let day = options.day.unwrap_or(session.today);
    let model = session.model_on(&models, day)?;
    let mut codes = BTreeSet::new();
    for code in &options.unit {
        let tree = units(&mut reading, Some(code), session).await?;
        let below = tree.units().iter().filter(|unit| tree.is_within(&unit.code, code));
        codes.extend(below.map(|unit| unit.code.clone()));
    }
    let limit = match &options.limit {
        Some(written) => {
            let share = millionths(&written.replace(',', "."), 6).ok().map(Share::from_millionths);
            share
                .ok_or_else(|| wrong(language.text("rebalance-limit-range", &[("limit", sentences::given(written, language))])))?
        }
        None => model.bands.over,
    };
    let mut people = BTreeSet::new();
    for name in options.leaves.iter().chain(&options.away) {
        let found = one_person(&mut reading, name, session)
            .await?
            .ok_or_else(|| nobody(name, session))?;
        people.insert(found.id);
    }
    let occasion = match (options.leaves.is_empty(), options.away.is_empty()) {
        (true, true) => Occasion::Over,
        (_, false) => Occasion::Leave {
            people,
            until: None,
            keeps: Share::ZERO,
        },
        _ => Occasion::Leaves { people },
    };
    let asked = Asked {
        units: codes,
        occasion,
        day,
        limit,
        unallocated: options.unallocated,
    };
    let question = reading
        .rebalance_question(&asked, &models)
        .await
        .map_err(|error| refused(error, options, session))?;
    session.end(reading).await?;
    let begun = Instant::now();
    let longest = Duration::from_secs(options.seconds.into());
    // As many steps as a page gives, whatever the clock says: the same facts and seed give the same plan.
    let steps = steps(&question);
    let found = answer(&question, options.seed, steps, &mut || begun.elapsed() >= longest);
    let saved = if options.save {
        let pace = Pace {
            first: session.today,
            per_week: options.per_week.min(MOST_PER_WEEK),
        };
        let made = Made {
            model: (model.id.clone(), model.version.clone()),
            seed: options.seed,
            steps,
            pace,
        };
        let id = store.save_plan(&session.viewer(), &question, &found, &made).await;
        Some(id.map_err(|error| refused(error, options, session))?)
    } else {
        None
    };
    if session.wants_json() {
        session.deliver_json(&told(&question, &found, saved))?;
    } else {
        let mut report = match &found {
            Answer::Plan(plan) => plan_report(&question, plan, language),
            Answer::Impossible {
                hindrances,
                is_proven,
                enough,
            } => reasons(&question, hindrances, *is_proven, *enough, language),
        };
        report.notes.append(&mut notes);
        if let Some(id) = saved {
            report
                .notes
                .push(language.text("rebalance-saved", &[("id", id.to_string().into())]));
        }
        session.deliver(&report)?;
    }
    Ok(if matches!(found, Answer::Plan(_)) {
        Exit::Done
    } else {
        Exit::Attention
    })
}

/// What was asked and cannot be, in words.
fn refused(error: RebalanceError, options: &Options, session: &Session) -> Failure {
    let language = &session.language;
    let limit = options.limit.as_deref().unwrap_or_default();
    let sentence = match error {
        RebalanceError::Store(error) => return sentences::store(&error, language),
        RebalanceError::Ask(AskError::Limit) => {
            language.text("rebalance-limit-range", &[("limit", sentences::given(limit, language))])
        }
        RebalanceError::NotInUnits => language.text("rebalance-not-in-units", &[]),
        // Nothing else can come of what the command asks; were there something, its plain words are better than none.
        other => other.to_string(),
    };
    Failure {
        exit: Exit::Input,
        sentence,
    }
}

fn name(question: &Question, worker: usize) -> String {
    question
        .workers
        .get(worker)
        .map_or_else(String::new, |worker| worker.name.clone())
}

fn name_of(question: &Question, person: i64) -> String {
    let known = question.workers.iter().find(|worker| worker.person == person);
    known.map_or_else(|| person.to_string(), |worker| worker.name.clone())
}

fn written(points: Points, language: &Language) -> String {
    language.locale().decimal(points.millionths(), 0)
}

fn plan_report(question: &Question, plan: &Proposal, language: &Language) -> Report {
    let text = |id: &str| language.text(id, &[]);
    let columns = vec![
        Column::new("from", text("rebalance-column-from"), Kind::Text).priority(Priority::Always),
        Column::new("to", text("rebalance-column-to"), Kind::Text).priority(Priority::Always),
        Column::new("cases", text("column-cases"), Kind::Text).priority(Priority::Always),
        Column::new("points", text("word-points"), Kind::Points),
        Column::new("reason", text("rebalance-column-reason"), Kind::Text).wrapping(),
    ];
    let mut report = Report::new("rebalance", text("title-rebalance-units"), Some(question.asked.day), columns);
    let Some(fewest) = plan.ways.first() else { return report };
    for step in &fewest.moves {
        let group = &question.groups[step.group];
        let from = group.holder.map_or_else(
            || Cell::None(text("rebalance-nobody")),
            |holder| Cell::Text(name(question, holder)),
        );
        report.push(vec![
            from,
            Cell::Text(name(question, step.to)),
            Cell::Text(group.cases.join(", ")),
            Cell::Points(group.points),
            reason(&step.reason, language),
        ]);
    }
    let id = if fewest.handovers <= plan.bound {
        "rebalance-fewest"
    } else {
        "rebalance-bound"
    };
    let handovers = [("handovers", fewest.handovers.into()), ("bound", plan.bound.into())];
    report.notes.push(language.text(id, &handovers));
    let percent = |(points, capacity): (Points, Points)| {
        let share = Load::of(points, capacity).rounded(4);
        share.map_or_else(|| text("band-no-capacity"), |share| language.locale().percent(share))
    };
    let exact = format!(
        "{}/{}",
        written(fewest.highest.0, language),
        written(fewest.highest.1, language)
    );
    let highest = [("highest", percent(fewest.highest).into()), ("exact", exact.into())];
    let id = if plan.highest_is_proven {
        "rebalance-highest-proven"
    } else {
        "rebalance-highest"
    };
    report.notes.push(language.text(id, &highest));
    for way in plan.ways.iter().skip(1) {
        let arguments = [
            ("handovers", way.handovers.into()),
            ("more", way.handovers.saturating_sub(fewest.handovers).into()),
            ("highest", percent(way.highest).into()),
        ];
        report.notes.push(language.text("rebalance-trade-off", &arguments));
    }
    if plan.stopped {
        report.notes.push(text("rebalance-stopped"));
    }
    if !question.resting.is_empty() {
        let names: Vec<&str> = question.resting.iter().map(|one| &*one.name).collect();
        report
            .notes
            .push(language.text("rebalance-resting", &[("names", names.join(", ").into())]));
    }
    report
}

fn reason(reason: &Reason, language: &Language) -> Cell {
    let (id, arguments) = match reason {
        Reason::New => ("rebalance-reason-new", vec![]),
        Reason::GivesUp => ("rebalance-reason-gives-up", vec![]),
        Reason::MayNot { .. } => ("rebalance-reason-holder-may-not", vec![]),
        Reason::AboveLimit {
            held: Some((points, most)),
        } => (
            "rebalance-reason-above-limit",
            vec![
                ("points", written(*points, language).into()),
                ("most", written(*most, language).into()),
            ],
        ),
        Reason::MakesRoom { cases } => ("rebalance-reason-makes-room", vec![("groups", cases.join(", ").into())]),
        Reason::LowersHighest { .. } | Reason::AboveLimit { held: None } | Reason::Chosen => {
            ("rebalance-reason-lowers-highest", vec![])
        }
    };
    Cell::Term {
        code: reason.id(),
        word: language.text(id, &arguments),
        tone: Tone::Plain,
    }
}

/// Why there is no plan, and what would be enough.
fn reasons(question: &Question, hindrances: &[Hindrance], is_proven: bool, enough: Option<Share>, language: &Language) -> Report {
    let what = Column::new("what", language.text("rebalance-column-why", &[]), Kind::Text)
        .priority(Priority::Always)
        .wrapping();
    let id = if is_proven {
        "title-rebalance-impossible"
    } else {
        "title-rebalance-not-found"
    };
    let mut report = Report::new("rebalance", language.text(id, &[]), Some(question.asked.day), vec![what]);
    for one in hindrances {
        report.push(vec![Cell::Text(hindrance(question, one, language))]);
    }
    if let Some(enough) = enough {
        let limit = language.locale().percent(enough);
        report
            .notes
            .push(language.text("rebalance-enough-limit", &[("limit", limit.into())]));
    }
    report
}

/// The first of many words, and how many more.
fn short(words: &[String]) -> String {
    const MOST: usize = 12;
    match words.len().saturating_sub(MOST) {
        0 => words.join(", "),
        more => format!("{} … (+{more})", words[..MOST].join(", ")),
    }
}

fn hindrance(question: &Question, of: &Hindrance, language: &Language) -> String {
    let points = |points: Points| written(points, language).into();
    let (id, arguments) = match of {
        Hindrance::NoCapacity => ("rebalance-obstacle-no-capacity", vec![]),
        Hindrance::Nobody { cases, rules } => {
            let rules: Vec<String> = rules
                .iter()
                .map(|(rule, people)| format!("{} ({people})", language.text(&format!("rebalance-rule-{}", rule.id()), &[])))
                .collect();
            let id = if rules.is_empty() {
                "rebalance-obstacle-nobody"
            } else {
                "rebalance-obstacle-nobody-by"
            };
            (id, vec![("group", short(cases).into()), ("rules", rules.join(", ").into())])
        }
        Hindrance::Locked { person, cases, needed } => (
            if cases.is_empty() {
                "rebalance-obstacle-other-work"
            } else {
                "rebalance-obstacle-locked-cases"
            },
            vec![
                ("worker", name_of(question, *person).into()),
                ("groups", short(cases).into()),
                ("needed", points(*needed)),
            ],
        ),
        Hindrance::TooLarge {
            cases,
            points: weight,
            person,
            needed,
        } => (
            "rebalance-obstacle-too-large",
            vec![
                ("group", short(cases).into()),
                ("points", points(*weight)),
                ("worker", name_of(question, *person).into()),
                ("needed", points(*needed)),
            ],
        ),
        Hindrance::Crowded {
            cases,
            people,
            points: weight,
            room,
            ..
        } => {
            let names: Vec<String> = people.iter().map(|person| name_of(question, *person)).collect();
            (
                "rebalance-obstacle-crowded",
                vec![
                    ("count", cases.len().into()),
                    ("groups", short(cases).into()),
                    ("workers", short(&names).into()),
                    ("points", points(*weight)),
                    ("room", points(*room)),
                    ("needed", points(*weight - *room)),
                ],
            )
        }
        Hindrance::Lacking { person, points: more } => (
            "rebalance-enough",
            vec![("worker", name_of(question, *person).into()), ("points", points(*more))],
        ),
    };
    language.text(id, &arguments)
}

fn told(question: &Question, found: &Answer, saved: Option<i64>) -> Json {
    let ratio = |(points, capacity): (Points, Points)| json!({ "points": points, "capacity": capacity, "load": Load::of(points, capacity) });
    let step = |step: &Move| {
        let group = &question.groups[step.group];
        json!({
            "cases": group.cases, "from": group.holder.map(|holder| &question.workers[holder].number),
            "to": question.workers[step.to].number, "points": group.points, "reason": step.reason,
        })
    };
    let mut told = match found {
        Answer::Plan(plan) => json!({
            "answer": "plan", "bound": plan.bound, "highest_proven": plan.highest_is_proven, "stopped_by_clock": plan.stopped,
            "ways": plan.ways.iter().map(|way| json!({
                "handovers": way.handovers, "highest": ratio(way.highest), "moves": way.moves.iter().map(step).collect::<Vec<_>>(),
            })).collect::<Vec<_>>(),
        }),
        Answer::Impossible {
            hindrances,
            is_proven,
            enough,
        } => json!({
            "answer": if *is_proven { "impossible" } else { "not_found" }, "hindrances": hindrances,
            "enough": enough,
        }),
    };
    told["report"] = "rebalance".into();
    told["day"] = json!(question.asked.day);
    told["limit"] = json!(question.asked.limit);
    told["saved"] = json!(saved);
    told
}
