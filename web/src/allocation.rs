//! Who may hold what, in words: what stands in the way, what is missing, and why a case was given.

use rules::allocation::Obstacle;
use rules::qualification::{Ground, Missing, Unqualified};
use store::allocation::AllocationError;
use store::qualification::QualificationError;

use crate::pages::administration::period_in_words;
use crate::texts::Tr;

/// Degrees that have a name of their own in the texts.
const DEGREES: [&str; 5] = ["social_work", "foreign_certified", "behavioural_science", "other", "none"];

/// The name of a degree; as the export writes it where the texts have none.
pub(crate) fn degree(id: &str, tr: &Tr) -> String {
    if DEGREES.contains(&id) {
        tr.text(&format!("qualification-degree-{id}"))
    } else {
        id.to_owned()
    }
}

/// What somebody lacks.
pub(crate) fn missing(missing: Missing, tr: &Tr) -> String {
    tr.text(&format!("qualification-missing-{}", missing.id()))
}

/// What makes somebody qualified, or what is missing.
pub(crate) fn ground(ground: &Result<Ground, Missing>, tr: &Tr) -> String {
    match ground {
        Ok(Ground::Degree(id)) => tr.with("qualification-by-degree", "degree", &degree(id, tr)),
        Ok(Ground::Decision(id, since)) => {
            let arguments = [("degree", degree(id, tr).into()), ("day", tr.locale().day(*since).into())];
            tr.fill("qualification-by-decision", &arguments)
        }
        Err(lacking) => tr.with("qualification-lacking", "missing", &missing(*lacking, tr)),
    }
}

/// The section by which somebody may not have a case: `25 kap. 1 § SoL 2025:400`.
pub(crate) fn section(unqualified: &Unqualified) -> String {
    format!("{} {}", unqualified.section, unqualified.act)
}

/// Why somebody may not, or should not, hold a case, and what to do.
pub(crate) fn obstacle(obstacle: &Obstacle, tr: &Tr) -> String {
    match obstacle {
        Obstacle::NotQualified(unqualified) => {
            let task = unqualified.task.map_or("any", rules::qualification::Task::id);
            let arguments = [
                ("section", section(unqualified).into()),
                ("task", tr.text(&format!("qualification-task-{task}")).into()),
                ("missing", missing(unqualified.missing, tr).into()),
            ];
            tr.fill("allocation-not-qualified", &arguments)
        }
        Obstacle::NotThisWorker => tr.text("allocation-not-this-worker"),
        Obstacle::Locked { reason } => {
            let why = tr.text(&format!("allocation-lock-{}", reason.id()));
            tr.with("allocation-locked", "why", &why)
        }
        Obstacle::Language { language } => tr.with("allocation-language", "language", language),
        Obstacle::District { district } => tr.with("allocation-district", "district", district),
    }
}

/// Why something was not recorded; none for what the database says.
pub(crate) fn not_recorded(error: &QualificationError, tr: &Tr) -> Option<String> {
    Some(match error {
        QualificationError::Empty => tr.text("qualification-empty"),
        QualificationError::Long { longest } => tr.with("qualification-long", "longest", &longest.to_string()),
        QualificationError::IdentityNumber => tr.text("administration-identity-number"),
        QualificationError::NoDegree { .. } => tr.text("qualification-no-degree"),
        QualificationError::Overlapping { period } => {
            tr.with("qualification-overlapping", "period", &period_in_words(*period, tr))
        }
        QualificationError::Backwards { from } => tr.with("people-backwards", "from", &tr.locale().day(*from)),
        QualificationError::Store(_) => return None,
    })
}

/// Why a case was not given or moved, or its needs not changed, a sentence each; none for what the database says.
pub(crate) fn not_given(error: &AllocationError, tr: &Tr) -> Option<Vec<String>> {
    let day = |day| tr.locale().day(day);
    Some(match error {
        AllocationError::Refused(obstacles) => obstacles.iter().map(|one| obstacle(one, tr)).collect(),
        AllocationError::NotOpen { on, .. } => vec![tr.with("allocation-not-open", "day", &day(*on))],
        AllocationError::AlreadyHeld { holder } => vec![tr.with("allocation-already-held", "name", &holder.name)],
        AllocationError::NotHeld { on } => vec![tr.with("allocation-not-held", "day", &day(*on))],
        AllocationError::AlreadyMoving { holder, from } => {
            let arguments = [("name", holder.name.clone().into()), ("day", day(*from).into())];
            vec![tr.fill("allocation-already-moving", &arguments)]
        }
        AllocationError::NotEmployed { on } => vec![tr.with("allocation-not-employed", "day", &day(*on))],
        AllocationError::Value(error) => vec![not_recorded(error, tr)?],
        AllocationError::Store(_) => return None,
    })
}
