//! Rebalancing: the fewest handovers for a team and for a municipality, beside a plain greedy method and a general solver.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use allocate::checker::check;
use allocate::{Answer, Instance, Limit, Order, Progress, Rebalanced, rebalance};
use anyhow::{Context as _, bail, ensure};

use crate::python;

use super::table::{Alternative, Limit as Bar, Quantity, Row};

/// What is measured: the instance, the longest time, how many handovers are allowed, and how soon the fewest must be proven.
const RUNS: [(&str, u64, u64, Option<u64>); 4] = [
    ("s30_1", 2, 94, Some(2)),
    ("s30_2", 2, 52, Some(2)),
    ("s300_1", 10, 787, None),
    ("s300_1", 60, 773, None),
];

/// Cells of tables filled in a second by one busy core.
const STEPS_A_SECOND: u64 = 1_000_000_000;

const SOLVER: &str = include_str!("rebalance.py");

struct Run {
    found: Rebalanced,
    first: Duration,
    best: Duration,
    whole: Duration,
}

pub fn run() -> anyhow::Result<Vec<Row>> {
    let mut rows = Vec::new();
    let mut details = vec![
        "| instance | seconds allowed | handovers | bound | gap | proven | highest load | proven | first plan | fewest found | ended | greedy | CP-SAT (bound) | more handovers buy |".to_owned(),
        "| -------- | --------------- | --------- | ----- | --- | ------ | ------------ | ------ | ---------- | ------------ | ----- | ------ | -------------- | ------------------ |".to_owned(),
    ];
    let python = python();
    if let Err(error) = &python {
        eprintln!("  CP-SAT is left out: {error:#}");
    }
    for (name, seconds, most, proof) in RUNS {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("../allocate/tests/data/{name}.txt"));
        let instance = Instance::parse(&std::fs::read_to_string(&path)?)?;
        eprintln!("  {name}, {seconds} s …");
        let run = ours(&instance, seconds)?;
        let greedy = greedy(&instance);
        let solver = match &python {
            Ok(python) => Some(general(python, &path, seconds)?),
            Err(_) => None,
        };
        details.push(detail(name, seconds, &run, greedy, solver));
        let handovers = run.found.plan.handovers;
        let alternative = match solver {
            Some((Some(handovers), _)) => Some(("CP-SAT, one thread, as long", handovers)),
            Some((None, _)) => None,
            None => greedy.map(|handovers| ("greedy and repair", handovers)),
        };
        rows.push(Row {
            name: "rebalance",
            what: format!("fewest handovers of {name} within {seconds} s (bound {})", run.found.bound),
            ours: Quantity::Handovers(handovers),
            alternative: alternative.map(|(name, handovers)| Alternative::Measured {
                name: name.to_owned(),
                quantity: Quantity::Handovers(handovers),
            }),
            limit: Bar::AtMost(Quantity::Handovers(most)),
        });
        if let Some(seconds) = proof {
            ensure!(
                run.found.is_proven(),
                "{name}: {handovers} handovers, but the bound is {}",
                run.found.bound
            );
            rows.push(Row {
                name: "rebalance",
                what: format!("the fewest handovers of {name} found and proven"),
                ours: Quantity::Time(run.best),
                alternative: None,
                limit: Bar::AtMost(Quantity::Time(Duration::from_secs(seconds))),
            });
        }
    }
    println!("{}\n", details.join("\n"));
    Ok(rows)
}

/// Our answer, checked by the checker.
fn ours(instance: &Instance, seconds: u64) -> anyhow::Result<Run> {
    let begun = Instant::now();
    let longest = Duration::from_secs(seconds);
    let (mut first, mut best) = (None, Duration::ZERO);
    let order = Order {
        limit: Limit::WHOLE,
        seed: 1,
        steps: STEPS_A_SECOND * seconds,
        trade_offs: &[2, 5, 10],
        should_stop: &mut || begun.elapsed() >= longest,
        observe: &mut |progress| {
            if matches!(progress, Progress::Plan(_)) {
                first.get_or_insert_with(|| begun.elapsed());
            }
            if matches!(progress, Progress::Plan(_) | Progress::Bound(_)) {
                best = begun.elapsed();
            }
        },
    };
    let Answer::Plan(found) = rebalance(instance, order) else {
        bail!("no plan was found");
    };
    let whole = begun.elapsed();
    let measured = check(instance, Limit::WHOLE, &found.plan.holders)
        .map_err(|violations| anyhow::anyhow!("the plan breaks rules: {violations:?}"))?;
    ensure!(measured.handovers == found.plan.handovers && measured.highest == found.plan.highest);
    ensure!(found.bound <= measured.handovers, "the bound is beyond the plan");
    Ok(Run {
        found: *found,
        first: first.unwrap_or_default(),
        best,
        whole,
    })
}

fn detail(name: &str, allowed: u64, run: &Run, greedy: Option<u64>, solver: Option<(Option<u64>, u64)>) -> String {
    let found = &run.found;
    let yes = |proven| if proven { "yes" } else { "no" };
    let time = |time: Duration| Quantity::Time(time).to_string();
    let trade_offs = found.trade_offs.iter().map(|more| {
        let plan = &more.plan;
        format!("{}: {:.4}", plan.handovers, plan.highest.approximate())
    });
    let known = |handovers: Option<u64>| handovers.map_or_else(|| "none".to_owned(), |handovers| handovers.to_string());
    let solver = solver.map_or_else(
        || "–".to_owned(),
        |(handovers, bound)| format!("{} ({bound})", known(handovers)),
    );
    let cells = [
        name.to_owned(),
        allowed.to_string(),
        found.plan.handovers.to_string(),
        found.bound.to_string(),
        (found.plan.handovers - found.bound).to_string(),
        yes(found.is_proven()).to_owned(),
        format!("{} = {:.4}", found.plan.highest, found.plan.highest.approximate()),
        yes(found.highest_is_proven).to_owned(),
        time(run.first),
        time(run.best),
        time(run.whole),
        known(greedy),
        solver,
        trade_offs.collect::<Vec<_>>().join(", "),
    ];
    format!("| {} |", cells.join(" | "))
}

/// A plain method: whoever is above the limit gives away what has most points for a case, to whoever has most room; then what can go
/// home goes home. Nothing when somebody is still above.
fn greedy(instance: &Instance) -> Option<u64> {
    let mut left: Vec<i64> = instance
        .capacity
        .iter()
        .map(|points| i64::try_from(*points).unwrap_or(i64::MAX))
        .collect();
    let points: Vec<i64> = instance
        .groups
        .iter()
        .map(|group| i64::try_from(group.points).unwrap_or(i64::MAX))
        .collect();
    let mut at: Vec<Option<usize>> = instance.groups.iter().map(|group| group.holder).collect();
    for (group, holder) in at.iter().enumerate() {
        if let Some(holder) = holder {
            left[*holder] -= points[group];
        }
    }
    let mut order: Vec<usize> = (0..at.len()).filter(|group| !instance.groups[*group].locked).collect();
    order.sort_by_key(|group| {
        let facts = &instance.groups[*group];
        (
            facts.holder.is_some(),
            std::cmp::Reverse(facts.points * 1000 / u64::from(facts.cases.max(1))),
        )
    });
    for &group in &order {
        let mut allowed = instance.groups[group].allowed.iter().copied();
        if at[group].is_some_and(|holder| left[holder] >= 0) {
            continue;
        }
        let most = allowed
            .by_ref()
            .filter(|worker| Some(*worker) != at[group])
            .max_by_key(|worker| left[*worker]);
        if let Some(to) = most.filter(|to| left[*to] >= points[group]) {
            if let Some(from) = at[group].replace(to) {
                left[from] += points[group];
            }
            left[to] -= points[group];
        }
    }
    for &group in order.iter().rev() {
        if let (Some(home), Some(now)) = (instance.groups[group].holder, at[group])
            && home != now
            && left[home] >= points[group]
        {
            left[now] += points[group];
            left[home] -= points[group];
            at[group] = Some(home);
        }
    }
    let holders: Option<Vec<usize>> = at.into_iter().collect();
    check(instance, Limit::WHOLE, &holders?)
        .ok()
        .map(|measured| measured.handovers)
}

/// A Python with OR-tools.
fn python() -> anyhow::Result<PathBuf> {
    let programs = python::package("or-tools", "ortools", |programs| {
        let status = Command::new(programs.join("python")).args(["-c", "import ortools"]).output();
        status.is_ok_and(|output| output.status.success())
    })?;
    Ok(programs.join("python"))
}

/// What CP-SAT finds in as long: handovers where there is a plan, and its bound.
fn general(python: &Path, instance: &Path, seconds: u64) -> anyhow::Result<(Option<u64>, u64)> {
    let output = Command::new(python)
        .args(["-c", SOLVER])
        .arg(instance)
        .arg(seconds.to_string())
        .output()?;
    ensure!(
        output.status.success(),
        "CP-SAT failed: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    let text = String::from_utf8(output.stdout)?;
    let mut words = text.split_whitespace();
    let handovers: i64 = words.next().context("CP-SAT said nothing")?.parse()?;
    let bound: i64 = words.next().context("CP-SAT said no bound")?.parse()?;
    Ok((u64::try_from(handovers).ok(), u64::try_from(bound).unwrap_or(0)))
}
