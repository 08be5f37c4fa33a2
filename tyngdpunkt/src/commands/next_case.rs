//! `next-case`: who could take a case, in order, with what speaks for and against each. It gives the case to nobody.

use rules::allocation::Obstacle;
use rules::amount::Points;
use rules::next_case::{Reason, Rule, Suggestion, Trouble};

use super::{band, load_cell};
use crate::cli::NextCase as Options;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::language::Language;
use crate::output::{Cell, Column, Kind, Priority, Report, Tone};
use crate::sentences;
use crate::session::Session;

pub async fn run(options: &Options, session: &Session) -> Result<Exit, Failure> {
    let store = session.open_existing().await?;
    let day = options.as_of.unwrap_or(session.today);
    let language = &session.language;
    let mut reading = session.read(&store).await?;
    let mut notes = Vec::new();
    let models = session.models(&mut reading, &mut notes).await?;
    let model = session.model_on(&models, day)?;
    let nothing = || Failure {
        exit: Exit::Input,
        sentence: language.text("next-case-none", &[("reference", sentences::given(&options.case, language))]),
    };
    let phase = reading.phase_to_give(&options.case, day).await.map_err(session.store())?;
    let phase = phase.ok_or_else(nothing)?;
    let case = reading.next_case(phase, day).await.map_err(session.store())?;
    let case = case.ok_or_else(nothing)?;
    session.end(reading).await?;
    let (list, trouble) = case.suggestions(model, day);
    let text = |id: &str| language.text(id, &[]);
    let columns = vec![
        Column::new("person", text("column-number"), Kind::Text),
        Column::new("name", text("column-name"), Kind::Text).priority(Priority::Always),
        Column::new("allowed", text("next-case-column-allowed"), Kind::Text).priority(Priority::Always),
        Column::new("load", text("word-load"), Kind::Share),
        Column::new("load_after", text("next-case-column-after"), Kind::Share).priority(Priority::Always),
        Column::new("band_after", text("column-band-with-one-more"), Kind::Text).priority(Priority::High),
        Column::new("for", text("next-case-column-for"), Kind::Text).wrapping(),
        Column::new("against", text("next-case-column-against"), Kind::Text)
            .priority(Priority::High)
            .wrapping(),
        Column::new("before_next_by", text("next-case-column-rule"), Kind::Text),
    ];
    let title = language.text("title-next-case", &[("reference", case.phase.reference.clone().into())]);
    let mut report = Report::new("next_case", title, Some(day), columns);
    for one in &list {
        let Some(member) = case.people.get(one.candidate) else {
            continue;
        };
        report.push(row(one, (&member.facts.person.reference, &member.facts.name), language));
    }
    if let Some(trouble) = &trouble {
        notes.push(trouble_in_words(trouble, language));
    }
    notes.push(text("note-next-case"));
    let points = case.points(model);
    if points.is_none() {
        notes.push(text("note-next-case-not-weighed"));
    }
    report.about = vec![
        ("case", Cell::Text(case.phase.reference.clone())),
        ("model", Cell::Text(super::explain::model_name(model))),
        ("points", Cell::maybe(points, Cell::Points)),
        ("trouble", Cell::maybe(trouble, |trouble| Cell::Text(trouble.id().to_owned()))),
    ];
    report.notes = notes;
    session.deliver(&report)?;
    Ok(Exit::Done)
}

fn row(one: &Suggestion, (number, name): (&str, &str), language: &Language) -> Vec<Cell> {
    let (code, word, tone) = if one.is_allowed {
        ("yes", "next-case-yes", Tone::Plain)
    } else {
        ("no", "next-case-no", Tone::Alarm)
    };
    let (against, favour): (Vec<&Reason>, Vec<&Reason>) = one.reasons.iter().partition(|reason| reason.is_against());
    let words = |reasons: Vec<&Reason>| {
        let words: Vec<String> = reasons.into_iter().filter_map(|reason| in_words(reason, language)).collect();
        Cell::Text(words.join("; "))
    };
    vec![
        Cell::Text(number.to_owned()),
        Cell::Text(name.to_owned()),
        Cell::Term {
            code,
            word: language.text(word, &[]),
            tone,
        },
        load_cell(one.load.load, language),
        load_cell(one.after, language),
        band(one.band, language),
        words(favour),
        words(against),
        rule(one.before_next_by, language),
    ]
}

fn rule(rule: Option<Rule>, language: &Language) -> Cell {
    let Some(rule) = rule else {
        return Cell::EMPTY;
    };
    Cell::Term {
        code: rule.id(),
        word: language.text(&format!("next-case-rule-{}", rule.id()), &[]),
        tone: Tone::Plain,
    }
}

/// A reason in words; the load has columns of its own.
fn in_words(reason: &Reason, language: &Language) -> Option<String> {
    let id = format!("next-case-{}", reason.id());
    let count = |count: u32| language.text(&id, &[("count", count.into())]);
    Some(match reason {
        Reason::LoadAfter { .. } => return None,
        Reason::Obstacle { obstacle } => obstacle_in_words(obstacle, language),
        Reason::NoCapacity => language.text(&id, &[]),
        Reason::SaidNotNow { on, .. } => language.text(&id, &[("day", on.to_string().into())]),
        Reason::Siblings { cases } | Reason::Experience { cases } | Reason::New { cases, .. } => count(*cases),
        Reason::Speaks { language: spoken } => language.text(&id, &[("language", spoken.clone().into())]),
        Reason::Room { left } => {
            let (id, points) = if *left < Points::ZERO {
                ("next-case-room-over", Points::ZERO - *left)
            } else {
                ("next-case-room", *left)
            };
            language.text(id, &[("points", language.locale().points(points).into())])
        }
        Reason::Away { from } => language.text(&id, &[("day", from.to_string().into())]),
        Reason::Introduction { months, .. } => count(*months),
        Reason::Deadlines { count: deadlines } => count(*deadlines),
    })
}

fn obstacle_in_words(obstacle: &Obstacle, language: &Language) -> String {
    let id = format!("next-case-obstacle-{}", obstacle.id());
    match obstacle {
        Obstacle::NotQualified(lacks) => {
            let law = [("act", lacks.act.clone().into()), ("section", lacks.section.clone().into())];
            language.text(&id, &law)
        }
        Obstacle::NotThisWorker | Obstacle::Locked { .. } => language.text(&id, &[]),
        Obstacle::Language { language: needed } => language.text(&id, &[("language", needed.clone().into())]),
        Obstacle::District { district } => language.text(&id, &[("district", district.clone().into())]),
    }
}

fn trouble_in_words(trouble: &Trouble, language: &Language) -> String {
    let id = format!("next-case-trouble-{}", trouble.id());
    match trouble {
        Trouble::NobodyQualified { act, section } => {
            language.text(&id, &[("act", act.clone().into()), ("section", section.clone().into())])
        }
        Trouble::Nobody | Trouble::Locked { .. } | Trouble::NoCapacity | Trouble::NobodyMay | Trouble::AllOver => {
            language.text(&id, &[])
        }
    }
}
