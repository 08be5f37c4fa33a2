//! Reasons, obstacles and troubles in words.

use rules::allocation::Obstacle;
use rules::amount::Points;
use rules::next_case::{Reason, Suggestion, Trouble};
use rules::qualification::Unqualified;

use crate::counted;
use crate::texts::Tr;

/// What stands in the way, in words.
pub(in crate::pages) fn obstacle(of: &Obstacle, tr: &Tr) -> String {
    let id = format!("next-case-obstacle-{}", of.id());
    match of {
        Obstacle::NotQualified(Unqualified {
            act, section, missing, ..
        }) => {
            let id = format!("{id}-{}", missing.id());
            tr.fill(&id, &[("act", act.as_str().into()), ("section", section.as_str().into())])
        }
        Obstacle::NotThisWorker => tr.text(&id),
        Obstacle::Locked { reason } => tr.with(&id, "why", &tr.text(&format!("allocation-lock-{}", reason.id()))),
        Obstacle::Language { language } => tr.with(&id, "language", language),
        Obstacle::District { district } => tr.with(&id, "district", district),
    }
}

/// A reason in words; the load has a line of its own, so it gives none.
pub(super) fn reason(of: &Reason, tr: &Tr) -> Option<String> {
    let id = format!("next-case-{}", of.id());
    Some(match of {
        Reason::LoadAfter { .. } => return None,
        Reason::Obstacle { obstacle } => self::obstacle(obstacle, tr),
        Reason::NoCapacity => tr.text(&id),
        Reason::SaidNotNow { on, why } => {
            let why = tr.text(&format!("next-case-not-now-{}", why.id()));
            tr.fill(&id, &[("day", tr.long_day(*on).into()), ("why", why.into())])
        }
        Reason::Siblings { cases } | Reason::Experience { cases } => tr.counted(&id, (*cases).into()),
        Reason::Speaks { language } => tr.with(&id, "language", language),
        Reason::Room { left } if *left < Points::ZERO => {
            tr.with("next-case-room-over", "points", &counted::points(Points::ZERO - *left, tr))
        }
        Reason::Room { left } => tr.with(&id, "points", &counted::points(*left, tr)),
        Reason::Away { from } => tr.with(&id, "day", &tr.long_day(*from)),
        Reason::New { cases: 0, .. } => tr.text("next-case-new-none"),
        Reason::New { cases, is_full, .. } => {
            let id = if *is_full { "next-case-new-full" } else { "next-case-new" };
            tr.counted(id, (*cases).into())
        }
        Reason::Introduction { months, share } => {
            let share = tr.locale().percent(*share);
            tr.fill(&id, &[("count", (*months).into()), ("share", share.into())])
        }
        Reason::Deadlines { count } => tr.counted(&id, (*count).into()),
    })
}

/// What speaks for somebody, and what against.
pub(super) fn reasons(of: &Suggestion, tr: &Tr) -> (Vec<String>, Vec<String>) {
    let (against, favour): (Vec<&Reason>, Vec<&Reason>) = of.reasons.iter().partition(|reason| reason.is_against());
    let words = |reasons: Vec<&Reason>| reasons.into_iter().filter_map(|one| reason(one, tr)).collect();
    (words(favour), words(against))
}

/// What is wrong with the list, and what to do.
pub(super) fn trouble(of: &Trouble, tr: &Tr) -> String {
    let id = format!("next-case-trouble-{}", of.id());
    match of {
        Trouble::NobodyQualified { act, section } => {
            tr.fill(&id, &[("act", act.as_str().into()), ("section", section.as_str().into())])
        }
        Trouble::Locked { why } => tr.with(&id, "why", &tr.text(&format!("allocation-lock-{}", why.id()))),
        Trouble::Nobody | Trouble::NoCapacity | Trouble::NobodyMay | Trouble::AllOver => tr.text(&id),
    }
}
