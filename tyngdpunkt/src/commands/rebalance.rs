//! `rebalance`: the fewest handovers that bring everybody within a limit, from a file, without a database.

use std::path::Path;
use std::time::{Duration, Instant};

use allocate::impossible::Obstacle;
use allocate::plan::{Move, Reason, moves};
use allocate::{Answer, Instance, Limit, NotFound, Order, Plan, Ratio, Rebalanced, rebalance};
use rules::amount::{MILLION, Share, millionths};
use serde_json::{Value as Json, json};

use crate::cli::Rebalance as Options;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::language::Language;
use crate::output::{Cell, Column, Kind, Priority, Report, Tone};
use crate::sentences;
use crate::session::Session;

/// Steps that a core does in a second or less, so that the answer follows from the seed and not from the clock.
const STEPS_A_SECOND: u64 = 1_000_000_000;

/// The limit when nothing is said.
const WHOLE: &str = "1";

pub fn run(options: &Options, instance: &Path, session: &Session) -> Result<Exit, Failure> {
    let wrong = |sentence: String| Failure {
        exit: Exit::Input,
        sentence,
    };
    let language = &session.language;
    let written = options.limit.as_deref().unwrap_or(WHOLE);
    let limit = limit(written).ok_or_else(|| {
        let arguments = [("limit", sentences::given(written, language))];
        wrong(language.text("rebalance-limit", &arguments))
    })?;
    let file = instance.display().to_string();
    let text = session.text_of(instance)?;
    let instance = Instance::parse(&text).map_err(|error| wrong(sentences::instance(&error, &file, language)))?;
    let begun = Instant::now();
    let longest = Duration::from_secs(options.seconds.into());
    let order = Order {
        limit,
        seed: options.seed,
        steps: STEPS_A_SECOND * u64::from(options.seconds),
        trade_offs: &allocate::question::MORE,
        should_stop: &mut || begun.elapsed() >= longest,
        observe: &mut |_| {},
    };
    let most: Vec<u64> = instance.capacity.iter().map(|capacity| limit.most(*capacity)).collect();
    match rebalance(&instance, order) {
        Answer::Plan(rebalanced) => {
            let moves = moves(&instance, &most, &rebalanced.plan.holders);
            if session.wants_json() {
                session.deliver_json(&plan_json(&rebalanced, &moves))?;
            } else {
                session.deliver(&plan_report(&rebalanced, &moves, &file, language))?;
            }
            Ok(Exit::Done)
        }
        Answer::Impossible(obstacles) => {
            if session.wants_json() {
                let obstacles: Vec<Json> = obstacles.iter().map(obstacle_json).collect();
                session.deliver_json(&json!({ "report": "rebalance", "answer": "impossible", "obstacles": obstacles }))?;
            } else {
                let lines = obstacles.iter().map(|obstacle| obstacle_line(obstacle, language)).collect();
                session.deliver(&reasons("rebalance-impossible", &file, lines, language))?;
            }
            Ok(Exit::Attention)
        }
        Answer::NotFound(not_found) => {
            if session.wants_json() {
                session.deliver_json(&not_found_json(&not_found))?;
            } else {
                let lines = not_found.enough.iter().map(|(worker, points)| {
                    let arguments = [("worker", (*worker).into()), ("points", (*points).into())];
                    language.text("rebalance-enough", &arguments)
                });
                session.deliver(&reasons("rebalance-not-found", &file, lines.collect(), language))?;
            }
            Ok(Exit::Attention)
        }
    }
}

/// A limit from a decimal such as 0.95, with a point or a comma; above 0 and at most 10.
fn limit(text: &str) -> Option<Limit> {
    let parts = millionths(&text.replace(',', "."), 6).ok()?;
    let parts = u32::try_from(parts).ok().filter(|parts| (1..=10_000_000).contains(parts))?;
    Some(Limit {
        parts,
        of: u32::try_from(MILLION).ok()?,
    })
}

/// A load in whole millionths, rounded up: never shown lower than it is.
fn share(ratio: Ratio) -> Share {
    let millionths = (u128::from(ratio.points) * 1_000_000).div_ceil(u128::from(ratio.capacity.max(1)));
    Share::from_millionths(i64::try_from(millionths).unwrap_or(i64::MAX))
}

fn shown(ratio: Ratio, language: &Language) -> String {
    language.locale().percent(share(ratio))
}

fn plan_report(rebalanced: &Rebalanced, moves: &[Move], file: &str, language: &Language) -> Report {
    let text = |id: &str| language.text(id, &[]);
    let columns = vec![
        Column::new("from", text("rebalance-column-from"), Kind::Text).priority(Priority::Always),
        Column::new("to", text("rebalance-column-to"), Kind::Text).priority(Priority::Always),
        Column::new("group", text("rebalance-column-group"), Kind::Count).priority(Priority::Always),
        Column::new("cases", text("column-cases"), Kind::Count).priority(Priority::High),
        Column::new("points", text("word-points"), Kind::Count),
        Column::new("reason", text("rebalance-column-reason"), Kind::Text).wrapping(),
    ];
    let title = language.text("title-rebalance", &[("file", file.into())]);
    let mut report = Report::new("rebalance", title, None, columns);
    for step in moves {
        let from = step
            .from
            .map_or_else(|| Cell::None(text("rebalance-nobody")), |from| Cell::Text(from.to_string()));
        report.push(vec![
            from,
            Cell::Text(step.to.to_string()),
            Cell::Count(i64::try_from(step.group).unwrap_or(i64::MAX)),
            Cell::Count(step.cases.into()),
            Cell::Count(i64::try_from(step.points).unwrap_or(i64::MAX)),
            reason(&step.reason, language),
        ]);
    }
    let plan = &rebalanced.plan;
    let handovers = [("handovers", plan.handovers.into()), ("bound", rebalanced.bound.into())];
    let proven = if rebalanced.is_proven() {
        "rebalance-fewest"
    } else {
        "rebalance-bound"
    };
    report.notes.push(language.text(proven, &handovers));
    let highest = [
        ("highest", shown(plan.highest, language).into()),
        ("exact", plan.highest.to_string().into()),
    ];
    let lowest = if rebalanced.highest_is_proven {
        "rebalance-highest-proven"
    } else {
        "rebalance-highest"
    };
    report.notes.push(language.text(lowest, &highest));
    for trade_off in better(rebalanced) {
        let arguments = [
            ("handovers", trade_off.handovers.into()),
            ("more", (trade_off.handovers - plan.handovers).into()),
            ("highest", shown(trade_off.highest, language).into()),
        ];
        report.notes.push(language.text("rebalance-trade-off", &arguments));
    }
    if rebalanced.stopped {
        report.notes.push(text("rebalance-stopped"));
    }
    report
}

/// The plans with more handovers that have a lower highest load than all with fewer.
fn better(rebalanced: &Rebalanced) -> Vec<&Plan> {
    let mut highest = rebalanced.plan.highest;
    let plans = rebalanced.trade_offs.iter().map(|trade_off| &trade_off.plan);
    plans
        .filter(|plan| {
            let is_lower = plan.highest < highest;
            highest = highest.min(plan.highest);
            is_lower
        })
        .collect()
}

fn reason(reason: &Reason, language: &Language) -> Cell {
    let (code, id, arguments) = match reason {
        Reason::New => ("new", "rebalance-reason-new", vec![]),
        Reason::HolderMayNot => ("holder_may_not", "rebalance-reason-holder-may-not", vec![]),
        Reason::AboveLimit { points, most } => (
            "above_limit",
            "rebalance-reason-above-limit",
            vec![("points", (*points).into()), ("most", (*most).into())],
        ),
        Reason::MakesRoom { groups } => (
            "makes_room",
            "rebalance-reason-makes-room",
            vec![("groups", numbers(groups).into())],
        ),
        Reason::LowersHighest { .. } => ("lowers_highest", "rebalance-reason-lowers-highest", vec![]),
    };
    Cell::Term {
        code,
        word: language.text(id, &arguments),
        tone: Tone::Plain,
    }
}

fn numbers(list: &[usize]) -> String {
    let numbers: Vec<String> = list.iter().map(usize::to_string).collect();
    numbers.join(", ")
}

fn reasons(title: &str, file: &str, lines: Vec<String>, language: &Language) -> Report {
    let what = Column::new("what", language.text("rebalance-column-why", &[]), Kind::Text)
        .priority(Priority::Always)
        .wrapping();
    let mut report = Report::new("rebalance", language.text(title, &[("file", file.into())]), None, vec![what]);
    for line in lines {
        report.push(vec![Cell::Text(line)]);
    }
    report
}

fn obstacle_line(obstacle: &Obstacle, language: &Language) -> String {
    let (id, arguments) = match obstacle {
        Obstacle::Nobody { group } => ("rebalance-obstacle-nobody", vec![("group", (*group).into())]),
        Obstacle::Locked {
            worker,
            groups,
            points,
            most,
        } => (
            "rebalance-obstacle-locked",
            vec![
                ("worker", (*worker).into()),
                ("groups", numbers(groups).into()),
                ("points", (*points).into()),
                ("most", (*most).into()),
                ("needed", (points - most).into()),
            ],
        ),
        Obstacle::TooLarge {
            group,
            points,
            nearest,
            needed,
        } => (
            "rebalance-obstacle-too-large",
            vec![
                ("group", (*group).into()),
                ("points", (*points).into()),
                ("worker", (*nearest).into()),
                ("needed", (*needed).into()),
            ],
        ),
        Obstacle::Crowded {
            groups,
            workers,
            points,
            room,
        } => (
            "rebalance-obstacle-crowded",
            vec![
                ("count", groups.len().into()),
                ("groups", numbers(groups).into()),
                ("workers", numbers(workers).into()),
                ("points", (*points).into()),
                ("room", (*room).into()),
                ("needed", (points - room).into()),
            ],
        ),
    };
    language.text(id, &arguments)
}

fn obstacle_json(obstacle: &Obstacle) -> Json {
    match obstacle {
        Obstacle::Nobody { group } => json!({ "why": "nobody_may_hold", "group": group }),
        Obstacle::Locked {
            worker,
            groups,
            points,
            most,
        } => {
            json!({ "why": "locked_above_limit", "worker": worker, "groups": groups, "points": points, "most": most, "needed": points - most })
        }
        Obstacle::TooLarge {
            group,
            points,
            nearest,
            needed,
        } => json!({ "why": "fits_nobody", "group": group, "points": points, "nearest": nearest, "needed": needed }),
        Obstacle::Crowded {
            groups,
            workers,
            points,
            room,
        } => {
            json!({ "why": "crowded", "groups": groups, "workers": workers, "points": points, "room": room, "needed": points - room })
        }
    }
}

fn not_found_json(not_found: &NotFound) -> Json {
    let enough = not_found
        .enough
        .iter()
        .map(|(worker, points)| json!({ "worker": worker, "points": points }));
    json!({
        "report": "rebalance",
        "answer": "not_found",
        "enough": enough.collect::<Vec<_>>(),
        "nearest": not_found.holders,
        "steps": not_found.steps,
        "stopped_by_clock": not_found.stopped,
    })
}

fn ratio_json(ratio: Ratio) -> Json {
    json!({ "points": ratio.points, "capacity": ratio.capacity, "load": share(ratio).to_f64() })
}

fn plan_json(rebalanced: &Rebalanced, moves: &[Move]) -> Json {
    let moves = moves.iter().map(|step| {
        let (reason, groups) = match &step.reason {
            Reason::New => ("new", None),
            Reason::HolderMayNot => ("holder_may_not", None),
            Reason::AboveLimit { .. } => ("above_limit", None),
            Reason::MakesRoom { groups } => ("makes_room", Some(groups)),
            Reason::LowersHighest { .. } => ("lowers_highest", None),
        };
        json!({
            "group": step.group, "from": step.from, "to": step.to, "cases": step.cases, "points": step.points,
            "reason": reason, "makes_room_for": groups,
        })
    });
    let trade_offs = rebalanced.trade_offs.iter().map(|trade_off| {
        let Plan {
            handovers,
            highest,
            holders,
        } = &trade_off.plan;
        json!({ "more_percent": trade_off.more, "handovers": handovers, "highest": ratio_json(*highest), "holders": holders })
    });
    json!({
        "report": "rebalance",
        "answer": "plan",
        "handovers": rebalanced.plan.handovers,
        "bound": rebalanced.bound,
        "proven": rebalanced.is_proven(),
        "highest": ratio_json(rebalanced.plan.highest),
        "highest_proven": rebalanced.highest_is_proven,
        "steps": rebalanced.steps,
        "stopped_by_clock": rebalanced.stopped,
        "holders": rebalanced.plan.holders,
        "moves": moves.collect::<Vec<_>>(),
        "trade_offs": trade_offs.collect::<Vec<_>>(),
    })
}
