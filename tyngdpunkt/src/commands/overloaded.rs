//! `overloaded`: who carries too much today, since when, and where an action is due.

use jiff::ToSpan as _;
use rules::load::unit_parts;
use rules::overload::{history, overload};
use rules::weight_model::Band;

use super::{band, by_unit_and_name, is_within, load_cell, units, units_of};
use crate::cli::Overloaded as Options;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::{Cell, Column, Kind, Priority, Report, Tone};
use crate::session::Session;

/// How far back the beginning of an overload is looked for.
const WEEKS_BACK: i64 = 52;

pub async fn run(options: &Options, session: &Session) -> Result<Exit, Failure> {
    let store = session.open_existing().await?;
    let day = options.as_of.unwrap_or(session.today);
    let first = day.saturating_sub(WEEKS_BACK.weeks());
    let mut reading = session.read(&store).await?;
    let mut notes = Vec::new();
    let models = session.models(&mut reading, &mut notes).await?;
    let model = session.model_on(&models, day)?;
    let tree = units(&mut reading, options.unit.as_deref(), session).await?;
    let everybody = reading.everybody(first, day).await.map_err(session.store())?;
    session.end(reading).await?;
    let language = &session.language;
    let text = |id: &str| language.text(id, &[]);
    let columns = vec![
        Column::new("unit", text("word-unit"), Kind::Text),
        Column::new("person", text("column-number"), Kind::Text).priority(Priority::High),
        Column::new("name", text("column-name"), Kind::Text).priority(Priority::Always),
        Column::new("since", text("column-since"), Kind::Date).priority(Priority::High),
        Column::new("weeks", text("column-weeks"), Kind::Count).priority(Priority::Always),
        Column::new("load", text("word-load"), Kind::Share).priority(Priority::Always),
        Column::new("band", text("word-band"), Kind::Text),
        Column::new("action_due", text("column-action-due"), Kind::Text).priority(Priority::Always),
    ];
    let mut report = Report::new("overloaded", text("title-overloaded"), Some(day), columns);
    let (mut found, mut without_capacity) = (Vec::new(), 0_u32);
    for facts in everybody {
        let steps = history(&models, &facts.person, &facts.holdings, first, day);
        let Some(load) = steps.last().and_then(|step| step.load.clone()) else {
            continue;
        };
        let parts = unit_parts(model, &facts.person, &load, day);
        if !is_within(&parts, &tree, options.unit.as_deref()) {
            continue;
        }
        if load.band == Band::NoCapacity && load.cases > 0 {
            without_capacity += 1;
        }
        if let Some(overload) = overload(&models, &steps) {
            found.push((units_of(&parts), facts, load, overload));
        }
    }
    found.sort_by(|a, b| by_unit_and_name((&a.0, &a.1), (&b.0, &b.1)));
    for (unit, facts, load, overload) in found {
        let (code, word, tone) = if overload.due {
            ("yes", "action-due-yes", Tone::Alarm)
        } else {
            ("no", "action-due-no", Tone::Plain)
        };
        report.push(vec![
            Cell::Text(unit),
            Cell::Text(facts.person.reference),
            Cell::Text(facts.name),
            Cell::Date(overload.since),
            Cell::Count(overload.weeks().into()),
            load_cell(load.load, language),
            band(load.band, language),
            Cell::Term {
                code,
                word: text(word),
                tone,
            },
        ]);
    }
    if let Some(rule) = model.overload {
        let from_band = text(&format!("band-{}", rule.band.id()));
        notes.push(language.text(
            "note-overload-rule",
            &[("band", from_band.into()), ("weeks", rule.weeks.into())],
        ));
    } else {
        notes.push(text("note-no-overload-rule"));
    }
    if without_capacity > 0 {
        notes.push(language.text("note-overloaded-no-capacity", &[("people", without_capacity.into())]));
    }
    notes.push(language.text("note-overload-window", &[("first", first.to_string().into())]));
    report.about = vec![
        ("model", Cell::Text(super::explain::model_name(model))),
        ("unit", Cell::maybe(options.unit.clone(), Cell::Text)),
    ];
    report.notes = notes;
    session.deliver(&report)?;
    Ok(Exit::Done)
}
