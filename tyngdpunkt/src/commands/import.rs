//! `import`: lists from case and HR systems go in, each row accepted or rejected with a reason.

use std::collections::HashSet;

use serde_json::{Value as Json, json};
use store::import::kept::SHIPPED;
use store::import::mapping::Mapping;
use store::import::table::Encoding;
use store::import::take_in::{Order, Summary, import};

use super::lines::merged;
use crate::cli::Import as Options;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::language::Language;
use crate::output::{Cell, Column, Kind, Priority, Report};
use crate::progress::Progress;
use crate::sentences;
use crate::session::Session;

pub async fn run(options: &Options, session: &Session) -> Result<Exit, Failure> {
    let mapping = mapping(&options.mapping, session)?;
    for path in &options.paths {
        std::fs::metadata(path).map_err(|error| session.cannot_read(path, &error))?;
    }
    // A trial leaves nothing behind, not even an empty database.
    let store = if options.dry_run && !session.has_database() {
        session.open_at("sqlite::memory:").await?
    } else {
        session.open().await?
    };
    let exported = options.exported.unwrap_or(session.today);
    let order = order(session, &store, exported, options.dry_run).await?;
    let progress = Progress::begin(&session.language, session.language.text("progress-import", &[]), 0);
    let done = import(&store, &mapping, &options.paths, order, |rows| {
        progress.expect(rows);
        progress.reach(rows);
    })
    .await;
    progress.end();
    let summary = done.map_err(|error| sentences::import(&error, &session.language))?;
    if summary.files.is_empty() {
        let names: Vec<&str> = mapping.files.iter().map(|file| file.name.as_str()).collect();
        let sentence = session
            .language
            .text("import-no-files", &[("names", names.join(", ").into())]);
        return Err(Failure {
            exit: Exit::Input,
            sentence,
        });
    }
    let rejected = summary.rejected.len();
    if session.wants_json() {
        let about = json!({ "report": "import", "mapping": mapping.id, "exported": exported, "dry_run": options.dry_run });
        session.deliver_json(&merged(about, for_programs(&summary, session)))?;
    } else {
        session.deliver(&report(&summary, options, session))?;
    }
    Ok(if rejected > 0 { Exit::Attention } else { Exit::Done })
}

/// What an import is about: who, when, and which case types the adopted models (or the example) know.
pub async fn order(
    session: &Session,
    store: &store::Store,
    exported: jiff::civil::Date,
    dry_run: bool,
) -> Result<Order, Failure> {
    let models = session.models(&mut session.read(store).await?, &mut Vec::new()).await?;
    let types = models
        .models()
        .iter()
        .flat_map(|model| model.cases.iter().map(|row| row.case_type.clone()));
    let case_types: HashSet<String> = types.collect();
    Ok(Order {
        viewer: session.viewer(),
        exported,
        case_types,
        dry_run,
    })
}

fn mapping(name: &str, session: &Session) -> Result<Mapping, Failure> {
    let text = match SHIPPED.iter().find(|(id, _)| *id == name) {
        Some((_, text)) => (*text).to_owned(),
        None => session.text_of_named(name, "no-such-mapping", SHIPPED.iter().map(|(id, _)| *id))?,
    };
    Mapping::parse(&text).map_err(|error| Failure {
        exit: Exit::Input,
        sentence: sentences::mapping(&error, name, &session.language),
    })
}

/// The same answer as [`report`], for programs.
fn for_programs(summary: &Summary, session: &Session) -> Json {
    let files = summary.files.iter().map(|file| {
        let said = |notice| sentences::notice(notice, &file.file, &session.language);
        let notices: Vec<String> = file.notices.iter().map(said).collect();
        json!({
            "file": &*file.file, "kind": file.kind.name(), "rows": file.rows, "encoding": file.found.encoding.map(Encoding::name),
            "separator": file.found.separator, "sheet": file.found.sheet, "header_line": file.found.header_line,
            "footer_lines": file.found.footer_lines, "notices": notices, "columns": file.found.columns,
        })
    });
    let rejected = summary.rejected.iter().map(|rejection| {
        json!({
            "file": &*rejection.file, "line": rejection.line, "column": rejection.column.as_deref(), "code": rejection.reason.code(),
            "what_to_do": sentences::reason(&rejection.reason, &session.language),
        })
    });
    json!({
        "rows": summary.rows, "accepted": summary.accepted,
        "rejected": summary.rejected.len(), "changed": summary.changed, "files": files.collect::<Vec<_>>(),
        "rejected_rows": rejected.collect::<Vec<_>>(), "units_added": summary.units_added, "gone_people": summary.gone_people,
        "gone_reductions": summary.gone_reductions, "gone_duties": summary.gone_duties, "gone_phases": summary.gone_phases,
        "cases_held_by_leavers": summary.held_by_leavers.0,
        "cases_held_without_qualification": summary.held_without_qualification.0,
        "holders_without_qualification": summary.held_without_qualification.1,
        "leavers_with_cases": summary.held_by_leavers.1, "people_in_no_unit": summary.in_no_unit,
    })
}

fn report(summary: &Summary, options: &Options, session: &Session) -> Report {
    let language = &session.language;
    let text = |id: &str| language.text(id, &[]);
    let columns = vec![
        Column::new("file", text("column-file"), Kind::Text).priority(Priority::High),
        Column::new("line", text("column-line"), Kind::Count).priority(Priority::Always),
        Column::new("column", text("column-column"), Kind::Text),
        Column::new("code", text("column-code"), Kind::Text),
        Column::new("what_to_do", text("column-what-to-do"), Kind::Text)
            .priority(Priority::Always)
            .wrapping(),
    ];
    let title = if options.dry_run {
        text("title-import-dry-run")
    } else {
        text("title-import")
    };
    let mut report = Report::new("import", title, None, columns);
    for rejection in &summary.rejected {
        report.push(vec![
            Cell::Text(rejection.file.to_string()),
            Cell::Count(i64::try_from(rejection.line).unwrap_or(i64::MAX)),
            rejection
                .column
                .as_deref()
                .map_or(Cell::EMPTY, |column| Cell::Text(column.to_owned())),
            Cell::Text(rejection.reason.code().to_owned()),
            Cell::Text(sentences::reason(&rejection.reason, language)),
        ]);
    }
    report.notes = notes(summary, options, session);
    report
}

/// A separator as it can be read.
fn shown_separator(separator: Option<char>, language: &Language) -> String {
    match separator {
        Some('\t') => language.text("separator-tab", &[]),
        Some(separator) => separator.to_string(),
        None => String::new(),
    }
}

/// What happened, in sentences: what was found in each file, the count of rows, and what to look at.
fn notes(summary: &Summary, options: &Options, session: &Session) -> Vec<String> {
    let language = &session.language;
    let mut notes = Vec::new();
    for file in &summary.files {
        let (file_name, rows, header) = (file.file.to_string(), file.rows, file.found.header_line);
        let (encoding, separator) = (
            file.found.encoding.map_or("", Encoding::name),
            shown_separator(file.found.separator, language),
        );
        let sheet = file.found.sheet.clone();
        let how = match sheet {
            Some(sheet) => language.text("import-file-sheet", &[("sheet", sheet.into())]),
            None => language.text(
                "import-file-text",
                &[("encoding", encoding.into()), ("separator", separator.into())],
            ),
        };
        let arguments = [
            ("file", file_name.into()),
            ("rows", rows.into()),
            ("header", header.into()),
            ("how", how.into()),
        ];
        notes.push(language.text("import-file", &arguments));
        notes.extend(
            file.notices
                .iter()
                .map(|notice| sentences::notice(notice, &file.file, language)),
        );
    }
    let counts = [
        ("rows", summary.rows.into()),
        ("accepted", summary.accepted.into()),
        ("rejected", summary.rejected.len().into()),
    ];
    notes.push(language.text("import-rows", &counts));
    if options.dry_run {
        notes.push(language.text("import-nothing-stored", &[]));
    } else if !summary.changed {
        notes.push(language.text("import-nothing-new", &[]));
    }
    let listed = |id: &str, all: &[String]| {
        let shown = all.iter().take(20).map(String::as_str).collect::<Vec<_>>().join(", ");
        let more = if all.len() > 20 { " …" } else { "" };
        language.text(id, &[("count", all.len().into()), ("which", format!("{shown}{more}").into())])
    };
    if !summary.units_added.is_empty() {
        notes.push(listed("import-units-added", &summary.units_added));
    }
    if !summary.gone_people.is_empty() {
        notes.push(listed("import-gone-people", &summary.gone_people));
    }
    for (id, gone) in [
        ("import-gone-reductions", &summary.gone_reductions),
        ("import-gone-duties", &summary.gone_duties),
    ] {
        if !gone.is_empty() {
            let gone: Vec<String> = gone.iter().map(|gone| format!("{} {}", gone.person, gone.kind)).collect();
            notes.push(listed(id, &gone));
        }
    }
    let gone: Vec<String> = summary.gone_phases.iter().map(|gone| gone.reference.clone()).collect();
    if !gone.is_empty() {
        notes.push(listed("import-gone-phases", &gone));
    }
    let (cases, people) = summary.held_by_leavers;
    if cases > 0 {
        notes.push(language.text(
            "import-held-by-leavers",
            &[("cases", cases.into()), ("people", people.into())],
        ));
    }
    let (cases, people) = summary.held_without_qualification;
    if cases > 0 {
        notes.push(language.text(
            "import-held-without-qualification",
            &[("cases", cases.into()), ("people", people.into())],
        ));
    }
    if summary.in_no_unit > 0 {
        notes.push(language.text("import-in-no-unit", &[("count", summary.in_no_unit.into())]));
    }
    notes
}
