//! What a plan says, in words: why it was made, why each case moves, what hinders.

use jiff::civil::Date;
use rules::amount::{Points, Share};
use rules::load::Load;
use rules::rebalance::{Asked, Hindrance, Occasion, Reason, Rule};
use store::rebalance::{Place, Plan};

use crate::counted;
use crate::texts::Tr;

/// What a plan is called.
pub(super) fn title(occasion: &Occasion, day: Date, tr: &Tr) -> String {
    let id = format!("rebalancing-plan-{}", occasion.id());
    tr.with(&id, "day", &tr.long_day(day))
}

/// The names of the units asked about.
pub(super) fn units(asked: &Asked, places: &[Place], tr: &Tr) -> String {
    if asked.units.is_empty() {
        return tr.text("rebalancing-whole");
    }
    let name = |code: &String| {
        let place = places.iter().find(|place| place.code == *code);
        place.map_or_else(|| String::clone(code), |place| place.name.clone())
    };
    let names: Vec<String> = asked.units.iter().map(name).collect();
    listed(&names, tr)
}

/// Words one after another, with "and" before the last; of many, the first and how many more.
pub(super) fn listed<T: AsRef<str>>(words: &[T], tr: &Tr) -> String {
    const MOST: usize = 8;
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    match words.split_last() {
        None => String::new(),
        Some((last, [])) => (*last).to_owned(),
        Some(_) if words.len() > MOST => {
            let rest = i64::try_from(words.len() - MOST).unwrap_or(i64::MAX);
            let arguments = [("first", words[..MOST].join(", ").into()), ("count", rest.into())];
            tr.fill("rebalancing-and-more", &arguments)
        }
        Some((last, before)) => {
            let arguments = [("first", before.join(", ").into()), ("last", (*last).into())];
            tr.fill("rebalancing-and", &arguments)
        }
    }
}

/// A limit as it is written: `100 %`.
pub(super) fn percent(share: Share, tr: &Tr) -> String {
    tr.locale().percent(share)
}

/// A load, or that there is none.
pub(super) fn load(load: Option<Load>, tr: &Tr) -> String {
    load.map_or_else(|| tr.text("rebalancing-no-load"), |load| counted::load(load, tr))
}

/// The section of the law that says who may hold which cases: `25 kap. 1 § SoL 2025:400`.
pub(super) fn section(plan: &Plan) -> String {
    let section = plan.section.as_ref();
    section.map_or_else(String::new, |(act, section)| format!("{section} {act}"))
}

/// A rule by which somebody may not.
fn rule(rule: Rule, plan: &Plan, tr: &Tr) -> String {
    tr.with(&format!("rebalancing-rule-{}", rule.id()), "section", &section(plan))
}

/// Some rules, one after another.
pub(super) fn rules(rules: &[Rule], plan: &Plan, tr: &Tr) -> String {
    let words: Vec<String> = rules.iter().map(|one| rule(*one, plan, tr)).collect();
    listed(&words, tr)
}

fn points(amount: Points, tr: &Tr) -> String {
    counted::points(amount, tr)
}

/// Why a case moves.
pub(super) fn reason(reason: &Reason, plan: &Plan, tr: &Tr) -> String {
    let id = format!("rebalancing-reason-{}", reason.id());
    match reason {
        Reason::New
        | Reason::GivesUp
        | Reason::Chosen
        | Reason::AboveLimit { held: None }
        | Reason::LowersHighest { held: None } => tr.text(&id),
        Reason::MayNot { rules: by } => tr.with(&id, "rules", &rules(by, plan, tr)),
        Reason::AboveLimit {
            held: Some((held, most)),
        } => {
            let arguments = [("points", points(*held, tr).into()), ("most", points(*most, tr).into())];
            tr.fill(&format!("{id}-points"), &arguments)
        }
        Reason::LowersHighest { held: Some(held) } => tr.with(&format!("{id}-points"), "points", &points(*held, tr)),
        Reason::MakesRoom { cases } => tr.with(&id, "cases", &listed(cases, tr)),
    }
}

/// What makes it impossible, a sentence each; what is said alike of several cases is said once.
pub(super) fn hindrances(plan: &Plan, tr: &Tr) -> Vec<String> {
    let mut merged: Vec<(Hindrance, usize)> = Vec::new();
    for one in &plan.hindrances {
        let same = merged.iter_mut().find(|(known, _)| match (known, one) {
            (Hindrance::Nobody { rules: a, .. }, Hindrance::Nobody { rules: b, .. }) => a == b,
            (
                Hindrance::TooLarge {
                    points: a, person: by, ..
                },
                Hindrance::TooLarge { points: b, person, .. },
            ) => a == b && by == person,
            _ => false,
        });
        match (same, one) {
            (
                Some((Hindrance::Nobody { cases, .. } | Hindrance::TooLarge { cases, .. }, groups)),
                Hindrance::Nobody { cases: more, .. } | Hindrance::TooLarge { cases: more, .. },
            ) => {
                cases.extend(more.iter().cloned());
                *groups += 1;
            }
            _ => merged.push((one.clone(), 1)),
        }
    }
    merged.iter().map(|(one, groups)| hindrance(one, *groups, plan, tr)).collect()
}

/// What makes it impossible for so many groups of cases, and what would be enough.
fn hindrance(of: &Hindrance, groups: usize, plan: &Plan, tr: &Tr) -> String {
    let name = |person: i64| plan.person(person).map_or_else(String::new, |party| party.name.clone());
    let limit = percent(plan.asked.limit, tr);
    match of {
        Hindrance::NoCapacity => tr.with("rebalancing-hindrance-no-capacity", "day", &tr.long_day(plan.asked.day)),
        Hindrance::Nobody { cases, rules } => {
            let why: Vec<String> = rules
                .iter()
                .map(|(rule, people)| {
                    let id = format!("rebalancing-shut-out-{}", rule.id());
                    let arguments = [("count", i64::from(*people).into()), ("section", section(plan).into())];
                    tr.fill(&id, &arguments)
                })
                .collect();
            let id = if why.is_empty() {
                "rebalancing-hindrance-nobody"
            } else {
                "rebalancing-hindrance-nobody-by"
            };
            tr.fill(id, &[("cases", listed(cases, tr).into()), ("rules", listed(&why, tr).into())])
        }
        Hindrance::Locked { person, cases, needed } => {
            let id = if cases.is_empty() {
                "rebalancing-hindrance-other-work"
            } else {
                "rebalancing-hindrance-locked"
            };
            let arguments = [
                ("name", name(*person).into()),
                ("cases", listed(cases, tr).into()),
                ("needed", points(*needed, tr).into()),
                ("limit", limit.into()),
            ];
            tr.fill(id, &arguments)
        }
        Hindrance::TooLarge {
            cases,
            points: weight,
            person,
            needed,
        } => {
            let arguments = [
                ("cases", listed(cases, tr).into()),
                ("points", points(*weight, tr).into()),
                ("name", name(*person).into()),
                ("needed", points(*needed, tr).into()),
            ];
            let id = match groups {
                1 => "rebalancing-hindrance-too-large",
                _ => "rebalancing-hindrance-each-too-large",
            };
            tr.fill(id, &arguments)
        }
        Hindrance::Crowded {
            cases,
            people,
            points: weight,
            room,
            rules: by,
        } => {
            let names: Vec<String> = people.iter().map(|person| name(*person)).collect();
            let count = i64::try_from(cases.len()).unwrap_or(i64::MAX);
            let arguments = [
                ("count", count.into()),
                ("cases", listed(cases, tr).into()),
                ("names", listed(&names, tr).into()),
                ("points", points(*weight, tr).into()),
                ("room", points(*room, tr).into()),
                ("needed", points(*weight - *room, tr).into()),
                ("rules", rules(by, plan, tr).into()),
            ];
            let id = if by.is_empty() {
                "rebalancing-hindrance-crowded"
            } else {
                "rebalancing-hindrance-crowded-by"
            };
            tr.fill(id, &arguments)
        }
        Hindrance::Lacking { person, points: more } => {
            let arguments = [("name", name(*person).into()), ("points", points(*more, tr).into())];
            tr.fill("rebalancing-hindrance-lacking", &arguments)
        }
    }
}

/// The ids that are put together here and in the pages beside.
#[cfg(test)]
pub(crate) fn composed() -> Vec<String> {
    use rules::rebalance::Stage;
    use store::rebalance::Change;

    let mut ids = Vec::new();
    for occasion in Occasion::IDS {
        let parts = ["occasion", "plan", "new", "people"];
        ids.extend(parts.map(|part| format!("rebalancing-{part}-{occasion}")));
        ids.push(format!("rebalancing-occasion-{occasion}-hint"));
    }
    for rule in Rule::ALL {
        ids.extend(["rule", "shut-out"].map(|part| format!("rebalancing-{part}-{}", rule.id())));
    }
    ids.extend(Stage::ALL.map(|stage| format!("rebalancing-stage-{}", stage.id())));
    ids.extend(["proposed", "accepted", "done"].map(|stage| format!("rebalancing-count-{stage}")));
    ids.extend(Change::ALL.map(|change| format!("rebalancing-changed-{}", change.id())));
    for section in ["today", "proposed", "accepted", "done", "dropped"] {
        ids.extend(["", "-lead"].map(|part| format!("rebalancing-section-{section}{part}")));
    }
    let reasons = [
        "new",
        "gives-up",
        "may-not",
        "above-limit",
        "above-limit-points",
        "makes-room",
        "lowers-highest",
    ];
    ids.extend(reasons.map(|reason| format!("rebalancing-reason-{reason}")));
    ids.extend(["lowers-highest-points", "chosen"].map(|reason| format!("rebalancing-reason-{reason}")));
    for what in ["accept", "drop", "propose", "carry-out"] {
        ids.extend(["do", "one"].map(|part| format!("rebalancing-{part}-{what}")));
    }
    ids
}
