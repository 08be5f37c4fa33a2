//! Making a mapping: which column of each list is which, and what its texts mean. Mappings that are known already give a guess.

use std::collections::BTreeMap;
use std::sync::Arc;

use askama::Template;
use axum::extract::{Form as Sent, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use rules::identity_number;
use rules::weight_model::{FactorKind, WeightModel};
use store::import::glance::Glance;
use store::import::kept::SHIPPED;
use store::import::mapping::{Field, FileMapping, Kind, Mapping, Meaning, Unit};
use store::import::table::heading;
use store::{StoreError, Viewer};

use crate::counted;
use crate::failure::Failure;
use crate::form::{Form, Keep};
use crate::imports::{Job, Stage};
use crate::page::{Page, Shown, Visit};
use crate::sentences;
use crate::session::SignedIn;
use crate::site::Site;
use crate::texts::Tr;

#[derive(Template)]
#[template(path = "import/columns.html")]
struct ColumnsPage {
    page: Page,
    form: Form,
    files: Vec<ListedFile>,
}

/// A file of the form.
struct ListedFile {
    number: usize,
    name: String,
    /// What was found in it, or why it cannot be read.
    about: String,
    kind: String,
    kinds: Vec<(String, String)>,
    columns: Vec<Column>,
    /// Name and choices of the field for the kind of all rows; no choices where a column says it.
    fixed: String,
    fixed_choices: Vec<(String, String)>,
    /// Name of the field for the unit of amounts; empty where there are none.
    unit: String,
    units: Vec<(String, String)>,
    /// Name of the box that lets references look like identity numbers; empty where there are none.
    lookalike: String,
}

/// A column of a file.
struct Column {
    name: String,
    heading: String,
    sample: String,
    choices: Vec<(String, String)>,
    /// What its texts may mean: name of the field, the text, and the choices.
    texts: Vec<(String, String)>,
    meanings: Vec<(String, String)>,
}

/// What the form is made from.
struct Known {
    model: Option<WeightModel>,
    mappings: Vec<Mapping>,
}

/// Fields that several columns can be joined into.
const JOINED: [&str; 3] = ["name", "co", "also_known_as"];

/// What somebody can be employed as, as a mapping says it.
pub(crate) const ROLES: [&str; 7] = [
    "caseworker",
    "supervisor",
    "head",
    "human_resources",
    "relief",
    "coordinator",
    "other",
];

impl Known {
    async fn of(site: &Site, viewer: &Viewer) -> Result<Self, StoreError> {
        let mut reading = site.store().read(viewer).await?;
        let models = reading.weight_models().await?;
        let kept = reading.mappings().await?;
        reading.close().await?;
        let texts = kept.iter().map(|one| one.text.as_str()).chain(SHIPPED.iter().map(|(_, text)| *text));
        let model = models.on(site.now().date()).or(models.models().last());
        Ok(Self {
            model: model.cloned(),
            mappings: texts.filter_map(|text| Mapping::parse(text).ok()).collect(),
        })
    }

    /// The list of a known mapping that has most of these headings.
    fn likest(&self, columns: &[String]) -> Option<&Arc<FileMapping>> {
        let headings: Vec<String> = columns.iter().map(|column| heading(column)).collect();
        let alike = |list: &FileMapping| list.wanted().iter().filter(|wanted| headings.contains(wanted)).count();
        let lists = self.mappings.iter().flat_map(|mapping| &mapping.files);
        lists.filter(|list| alike(list) > 0).max_by_key(|list| alike(list))
    }

    /// What a field's texts may mean: value and words. None where they stand for themselves.
    fn meanings(&self, kind: Kind, field: &str, tr: &Tr) -> Vec<(String, String)> {
        let Some(model) = &self.model else { return Vec::new() };
        let named = |id: &str| (id.to_owned(), counted::in_words(id));
        let mut found: Vec<(String, String)> = match (kind, field) {
            (Kind::Cases, "type") => model.cases.iter().map(|row| named(&row.case_type)).collect(),
            (Kind::Cases, "phase") => model.cases.iter().filter_map(|row| row.phase.as_deref()).map(named).collect(),
            (Kind::Cases, "type_and_phase") => {
                let both = model.cases.iter().map(|row| {
                    let phase = row.phase.as_deref();
                    let value = phase.map_or_else(|| row.case_type.clone(), |phase| format!("{}/{phase}", row.case_type));
                    (value, counted::kind(&row.case_type, phase))
                });
                both.collect()
            }
            (Kind::Staff, "role") => ROLES
                .iter()
                .map(|role| ((*role).to_owned(), tr.text(&format!("import-role-{role}"))))
                .collect(),
            (Kind::Reductions, "kind") => model.reductions.iter().map(|row| (row.id.clone(), row.title.clone())).collect(),
            (Kind::Duties, "kind") => model.duties.iter().map(|row| (row.id.clone(), row.title.clone())).collect(),
            (Kind::Support, "kind") => model.support.iter().map(|row| (row.id.clone(), row.title.clone())).collect(),
            (Kind::Cases, field) => {
                let factor = field.strip_prefix("factor:");
                let factor = factor.and_then(|id| model.factors.iter().find(|factor| factor.id == id));
                match factor.map(|factor| &factor.kind) {
                    Some(FactorKind::Flag { .. }) => vec![
                        ("true".to_owned(), tr.text("word-yes")),
                        ("false".to_owned(), tr.text("word-no")),
                    ],
                    Some(FactorKind::Levels(levels)) => levels.iter().map(|(id, _)| named(id)).collect(),
                    Some(FactorKind::Multipliers(levels)) => levels.iter().map(|(id, _)| named(id)).collect(),
                    Some(FactorKind::Count { .. }) | None => Vec::new(),
                }
            }
            _ => Vec::new(),
        };
        let mut seen = Vec::new();
        found.retain(|(id, _)| {
            let is_new = !seen.contains(id);
            seen.push(id.clone());
            is_new
        });
        found
    }

    /// The fields that a column of a list can be: value and words.
    fn fields(&self, kind: Kind, tr: &Tr) -> Vec<(String, String)> {
        let mut fields = vec![(String::new(), tr.text("import-not-read"))];
        fields.extend(kind.fields().iter().map(|(field, _)| {
            let words = counted::in_words(&sentences::name_of_field(field, tr));
            ((*field).to_owned(), words)
        }));
        if let (Kind::Cases, Some(model)) = (kind, &self.model) {
            fields.extend(model.factors.iter().map(|factor| {
                let words = tr.with("import-factor", "title", &factor.title);
                (format!("factor:{}", factor.id), words)
            }));
        }
        fields
    }

    /// What a text has meant in the mappings that are known, or the choice that is written the same.
    fn guess(&self, field: &str, text: &str, choices: &[(String, String)]) -> String {
        let name = field.strip_prefix("factor:").unwrap_or(field);
        let lists = self.mappings.iter().flat_map(|mapping| &mapping.files);
        let mut meant = lists.flat_map(|list| list.all_fields()).filter(|(known, _)| *known == name);
        let meant = meant.find_map(|(_, known)| known.values.as_ref()?.get(&heading(text)));
        let meant = meant.map(|meaning| match meaning {
            Meaning::Flag(flag) => flag.to_string(),
            Meaning::Count(count) => count.to_string(),
            Meaning::Text(text) => text.to_string(),
        });
        let is_choice = |value: &String| choices.iter().any(|(choice, _)| choice == value);
        let same = choices.iter().find(|(choice, _)| plain(choice) == plain(text));
        meant
            .filter(is_choice)
            .or_else(|| same.map(|(choice, _)| choice.clone()))
            .unwrap_or_default()
    }
}

/// A word without case, marks over letters and what is no letter: ids of models are written so.
fn plain(text: &str) -> String {
    let letters = text.to_lowercase();
    let letters = letters.chars().filter(|letter| letter.is_alphanumeric());
    letters
        .map(|letter| match letter {
            '\u{e5}' | '\u{e4}' => 'a',
            '\u{f6}' => 'o',
            other => other,
        })
        .collect()
}

/// The field of a known list that a column is read for: one that must be there before others.
fn field_of(list: &FileMapping, column: &str) -> String {
    let reads = |field: &Field| field.columns.iter().any(|known| heading(known) == heading(column));
    let must = |name: &str| list.kind.fields().iter().any(|(field, must)| *field == name && *must);
    let fields = list.fields.iter().filter(|(_, field)| reads(field)).map(|(name, _)| name);
    let best = fields.max_by_key(|name| must(name));
    let factor = list.factors.iter().find(|(_, field)| reads(field));
    best.cloned()
        .or_else(|| factor.map(|(name, _)| format!("factor:{name}")))
        .unwrap_or_default()
}

/// The values of the form: what was sent, and a guess for whatever was not.
struct Values(BTreeMap<String, String>);

impl Values {
    fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    fn or_guess(&mut self, name: String, guess: impl FnOnce() -> String) {
        self.0.entry(name).or_insert_with(guess);
    }
}

fn kind_named(name: &str) -> Option<Kind> {
    Kind::NAMES.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind)
}

/// Fills in what was not sent: the kind of each list, the field of each column and the meaning of each text. Whether all texts were there.
fn fill_in(values: &mut Values, job: &Job, known: &Known, tr: &Tr) -> bool {
    let mut is_whole = true;
    for (number, (_, found)) in job.files.iter().enumerate() {
        let Ok(glance) = &**found else { continue };
        let likest = known.likest(&glance.found.columns);
        let kind_name = format!("f{number}-kind");
        values.or_guess(kind_name.clone(), || {
            likest.map_or("cases", |list| list.kind.name()).to_owned()
        });
        let Some(kind) = kind_named(values.get(&kind_name)) else { continue };
        let likest = likest.filter(|list| list.kind == kind);
        for (place, column) in glance.found.columns.iter().enumerate() {
            let name = format!("f{number}-c{place}");
            values.or_guess(name.clone(), || likest.map_or_else(String::new, |list| field_of(list, column)));
            let field = values.get(&name).to_owned();
            let choices = known.meanings(kind, &field, tr);
            if choices.is_empty() {
                continue;
            }
            for (text_place, text) in glance.texts.get(place).into_iter().flatten().enumerate() {
                let name = format!("f{number}-v{place}-{field}-{text_place}");
                is_whole &= values.0.contains_key(&name);
                values.or_guess(name, || known.guess(&field, text, &choices));
            }
        }
        values.or_guess(format!("f{number}-fixed"), || {
            let fixed = likest.and_then(|list| list.fields.get("kind")?.value.as_deref());
            fixed.unwrap_or_default().to_owned()
        });
        values.or_guess(format!("f{number}-unit"), || {
            let unit = likest.and_then(|list| list.fields.values().find_map(|field| field.unit));
            let unit = match unit {
                Some(Unit::Fraction) => "fraction",
                Some(Unit::Hours) => "hours",
                Some(Unit::Percent) | None => "percent",
            };
            unit.to_owned()
        });
    }
    is_whole
}

/// The page with these values; the form's fields are in the order of the page.
fn shown(visit: &Visit, job: &Job, known: &Known, values: &Values, faults: &[(String, String)]) -> Shown {
    let tr = &visit.tr;
    let mut names = vec!["id".to_owned(), "source".to_owned()];
    let mut files = Vec::new();
    for (number, (path, found)) in job.files.iter().enumerate() {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let mut file = ListedFile {
            number: number + 1,
            about: String::new(),
            kind: format!("f{number}-kind"),
            kinds: Kind::NAMES
                .iter()
                .map(|(kind, _)| ((*kind).to_owned(), tr.text(&format!("import-kind-{kind}"))))
                .collect(),
            columns: Vec::new(),
            fixed: format!("f{number}-fixed"),
            fixed_choices: Vec::new(),
            unit: String::new(),
            units: ["percent", "fraction", "hours"]
                .map(|unit| (unit.to_owned(), tr.text(&format!("import-unit-{unit}"))))
                .to_vec(),
            lookalike: String::new(),
            name,
        };
        let glance = match &**found {
            Ok(glance) => glance,
            Err(error) => {
                file.about = sentences::table_error(error, &file.name, tr);
                files.push(file);
                continue;
            }
        };
        file.about = about(glance, tr);
        names.push(file.kind.clone());
        let Some(kind) = kind_named(values.get(&file.kind)) else {
            files.push(file);
            continue;
        };
        let choices = known.fields(kind, tr);
        let mut has_kind = false;
        for (place, heading) in glance.found.columns.iter().enumerate() {
            let name = format!("f{number}-c{place}");
            let field = values.get(&name).to_owned();
            names.push(name.clone());
            has_kind |= field == "kind";
            if ["extent", "size", "co_share"].contains(&field.as_str()) {
                file.unit = format!("f{number}-unit");
            }
            if field == "reference" {
                file.lookalike = format!("f{number}-lookalike");
            }
            let meanings = known.meanings(kind, &field, tr);
            let texts: Vec<(String, String)> = if meanings.is_empty() {
                Vec::new()
            } else {
                let texts = glance.texts.get(place).into_iter().flatten().enumerate();
                texts
                    .map(|(text, words)| (format!("f{number}-v{place}-{field}-{text}"), words.clone()))
                    .collect()
            };
            names.extend(texts.iter().map(|(name, _)| name.clone()));
            let sample: Vec<&str> = glance.rows.iter().filter_map(|row| row.get(place)).map(String::as_str).collect();
            let sample: Vec<&str> = sample.into_iter().filter(|text| !text.is_empty()).take(3).collect();
            let mut with_none = vec![(String::new(), tr.text("import-means-nothing"))];
            with_none.extend(meanings);
            file.columns.push(Column {
                name,
                heading: if heading.is_empty() {
                    tr.counted("import-column-without-name", super::count(place as u64 + 1))
                } else {
                    heading.clone()
                },
                sample: sample.join(", "),
                choices: choices.clone(),
                texts,
                meanings: with_none,
            });
        }
        let takes_kind = matches!(kind, Kind::Reductions | Kind::Duties | Kind::Support);
        if takes_kind && !has_kind {
            file.fixed_choices = known.meanings(kind, "kind", tr);
            names.push(file.fixed.clone());
        }
        names.extend([&file.unit, &file.lookalike].into_iter().filter(|name| !name.is_empty()).cloned());
        files.push(file);
    }
    let fields: Vec<_> = names.into_iter().map(|name| (name, Keep::Written)).collect();
    let mut form = Form::new(&fields);
    for (name, value) in &values.0 {
        form.set(name, value.clone());
    }
    for (name, fault) in faults {
        form.refuse(name, fault.clone());
    }
    Shown::new(&ColumnsPage {
        form,
        files,
        page: visit.page("import-columns-title"),
    })
}

fn about(glance: &Glance, tr: &Tr) -> String {
    let found = &glance.found;
    let arguments = [
        ("rows", super::count(glance.count).into()),
        ("columns", super::count(found.columns.len() as u64).into()),
        ("header", super::count(found.header_line).into()),
    ];
    tr.fill("import-found", &arguments)
}

/// The job whose columns can be chosen; otherwise where to go.
fn choosable(site: &Site) -> Result<Arc<Job>, Redirect> {
    let job = site.imports().current().ok_or_else(|| Redirect::to("/import"))?;
    match job.stage() {
        Stage::Sent | Stage::Tried(_) | Stage::Failed(_, true) => Ok(job),
        Stage::Trying | Stage::Running | Stage::Done(_) | Stage::Failed(_, false) => Err(Redirect::to("/import/current")),
    }
}

/// `GET /import/columns`
///
/// # Errors
/// [`Failure`] when the database does not answer.
pub async fn show(State(site): State<Site>, SignedIn(viewer): SignedIn, visit: Visit) -> Result<Response, Failure> {
    let job = match choosable(&site) {
        Ok(job) => job,
        Err(elsewhere) => return Ok(elsewhere.into_response()),
    };
    let known = Known::of(&site, &viewer).await?;
    let mut values = Values(BTreeMap::new());
    fill_in(&mut values, &job, &known, &visit.tr);
    Ok(shown(&visit, &job, &known, &values, &[]).into_response())
}

/// `POST /import/columns`: makes the mapping and tries it, or only shows what is to be chosen next.
///
/// # Errors
/// [`Failure`] when the database does not answer. What is no mapping is no failure but a form to be put right.
pub async fn save(
    State(site): State<Site>,
    SignedIn(viewer): SignedIn,
    visit: Visit,
    Sent(sent): Sent<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let job = match choosable(&site) {
        Ok(job) => job,
        Err(elsewhere) => return Ok(elsewhere.into_response()),
    };
    let known = Known::of(&site, &viewer).await?;
    let tr = &visit.tr;
    let then = sent.iter().any(|(name, value)| name == "then" && value == "try");
    let mut values = Values(sent.into_iter().map(|(name, value)| (name, value.trim().to_owned())).collect());
    let is_whole = fill_in(&mut values, &job, &known, tr);
    if !then || !is_whole {
        let faults = if then {
            vec![(String::new(), tr.text("import-say-what-texts-mean"))]
        } else {
            Vec::new()
        };
        return Ok(shown(&visit, &job, &known, &values, &faults).into_response());
    }
    let (text, mut faults) = mapping_file(&values, &job, &known, tr);
    if faults.is_empty() {
        match Mapping::parse(&text) {
            Ok(mapping) => {
                job.try_with(site.store(), &viewer, &text, mapping, tr);
                return Ok(Redirect::to("/import/current").into_response());
            }
            Err(error) => faults.push((String::new(), sentences::mapping(&error, &tr.text("import-mapping-file"), tr))),
        }
    }
    let page = shown(&visit, &job, &known, &values, &faults);
    Ok(page.with_status(StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

/// The mapping file that the values say, and what is missing in them: name of the field and sentence.
fn mapping_file(values: &Values, job: &Job, known: &Known, tr: &Tr) -> (String, Vec<(String, String)>) {
    let mut faults = Vec::new();
    for (name, needed) in [("id", "import-id-needed"), ("source", "import-source-needed")] {
        let value = values.get(name);
        if value.is_empty() || value.chars().count() > 60 || identity_number::contains(value) {
            faults.push((name.to_owned(), tr.text(needed)));
        }
    }
    let [id, source] = ["id", "source"].map(|name| quoted(values.get(name)));
    let mut text = format!("format = 1\nid = {id}\ntitle = {id}\nsource = {source}\n");
    let names: Vec<String> = job
        .files
        .iter()
        .map(|(path, _)| path.file_name().unwrap_or_default().to_string_lossy().into_owned())
        .collect();
    for (number, (_, found)) in job.files.iter().enumerate() {
        let (Ok(glance), Some(kind)) = (&**found, kind_named(values.get(&format!("f{number}-kind")))) else {
            let sentence = tr.with("import-file-not-readable", "name", &names[number]);
            faults.push((String::new(), sentence));
            continue;
        };
        let pattern = pattern(&names[number]);
        let is_alone = names.iter().filter(|other| self::pattern(other) == pattern).count() == 1;
        let name = if is_alone { pattern } else { names[number].clone() };
        text.push_str(&["\n[[file]]\nname = ", &quoted(&name), "\nkind = ", &quoted(kind.name()), "\n[file.field]\n"].concat());
        list(&mut text, &mut faults, (number, kind, glance), values, known, tr);
    }
    (text, faults)
}

/// One list of the mapping file.
fn list(
    text: &mut String,
    faults: &mut Vec<(String, String)>,
    (number, kind, glance): (usize, Kind, &Glance),
    values: &Values,
    known: &Known,
    tr: &Tr,
) {
    let mut columns: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (place, heading) in glance.found.columns.iter().enumerate() {
        let field = values.get(&format!("f{number}-c{place}"));
        if !field.is_empty() && !heading.is_empty() {
            columns.entry(field).or_default().push(place);
        }
    }
    let at_kind = format!("f{number}-kind");
    let fixed = values.get(&format!("f{number}-fixed"));
    for (field, _) in kind.fields().iter().filter(|(field, must)| *must || (kind, *field) == (Kind::Cases, "start")) {
        let is_there = columns.contains_key(field) || (*field == "kind" && !fixed.is_empty());
        if !is_there {
            let name = sentences::name_of_field(field, tr);
            faults.push((at_kind.clone(), tr.with("import-column-needed", "field", &name)));
        }
    }
    if kind == Kind::Cases && !columns.contains_key("type") && !columns.contains_key("type_and_phase") {
        let name = sentences::name_of_field("type", tr);
        faults.push((at_kind.clone(), tr.with("import-column-needed", "field", &name)));
    }
    if !columns.contains_key("kind") && !fixed.is_empty() && kind.fields().iter().any(|(field, _)| *field == "kind") {
        text.push_str(&["kind = { value = ", &quoted(fixed), " }\n"].concat());
    }
    let (factors, fields): (Vec<_>, Vec<_>) = columns.into_iter().partition(|(field, _)| field.starts_with("factor:"));
    for (field, places) in fields {
        if places.len() > 1 && !JOINED.contains(&field) {
            let again = format!("f{number}-c{}", places[1]);
            let name = sentences::name_of_field(field, tr);
            faults.push((again, tr.with("import-column-twice", "field", &name)));
        }
        let line = entry((number, kind, glance), field, &places, values, known, tr);
        text.push_str(&[field, " = ", &line, "\n"].concat());
    }
    for (place, (field, places)) in factors.into_iter().enumerate() {
        if place == 0 {
            text.push_str("[file.factor]\n");
        }
        let line = entry((number, kind, glance), field, &places, values, known, tr);
        let id = field.strip_prefix("factor:").unwrap_or(field);
        text.push_str(&[&quoted(id), " = ", &line, "\n"].concat());
    }
}

/// Where the value of a field comes from, as a mapping file says it.
fn entry(
    (number, kind, glance): (usize, Kind, &Glance),
    field: &str,
    places: &[usize],
    values: &Values,
    known: &Known,
    tr: &Tr,
) -> String {
    let headings: Vec<String> = places
        .iter()
        .filter_map(|place| glance.found.columns.get(*place))
        .map(|heading| quoted(heading))
        .collect();
    let mut parts = vec![if headings.len() == 1 {
        format!("column = {}", headings[0])
    } else {
        format!("columns = [{}]", headings.join(", "))
    }];
    if !known.meanings(kind, field, tr).is_empty() {
        let mut meant = Vec::new();
        for place in places {
            for (text_place, text) in glance.texts.get(*place).into_iter().flatten().enumerate() {
                let meaning = values.get(&format!("f{number}-v{place}-{field}-{text_place}"));
                if meaning.is_empty() {
                    continue;
                }
                let is_flag = field.starts_with("factor:") && (meaning == "true" || meaning == "false");
                let meaning = if is_flag { meaning.to_owned() } else { quoted(meaning) };
                meant.push(format!("{} = {meaning}", quoted(text)));
            }
        }
        parts.push(format!("values = {{ {} }}", meant.join(", ")));
    }
    match field {
        "role" => parts.push("other = \"other\"".to_owned()),
        "extent" | "size" | "co_share" => {
            let unit = values.get(&format!("f{number}-unit"));
            parts.push(format!("unit = {}", quoted(unit)));
        }
        "co" if headings.len() == 1 => parts.push("split = \",\"".to_owned()),
        "reference" if values.get(&format!("f{number}-lookalike")) == "true" => {
            parts.push("identity_numbers_allowed = true".to_owned());
        }
        _ => {}
    }
    format!("{{ {} }}", parts.join(", "))
}

/// The name of a file for the exports to come too: days and numbers in it stand for any.
fn pattern(name: &str) -> String {
    let (stem, end) = name.rsplit_once('.').unwrap_or((name, ""));
    let mut pattern = String::new();
    for letter in stem.chars() {
        let varies = letter.is_ascii_digit() || "*?".contains(letter);
        match (varies, pattern.ends_with('*')) {
            (true, false) => pattern.push('*'),
            (true, true) => {}
            // What stands between the numbers of a day varies with them.
            (false, true) if "-_.: ".contains(letter) => {}
            (false, _) => pattern.push(letter),
        }
    }
    if pattern.is_empty() || pattern == "*" {
        return name.to_owned();
    }
    if end.is_empty() { pattern } else { format!("{pattern}.{end}") }
}

/// A text as TOML writes it on one line.
fn quoted(text: &str) -> String {
    let letters = text.chars().map(|letter| match letter {
        '"' | '\\' => format!("\\{letter}"),
        letter if letter.is_control() => format!("\\u{:04X}", u32::from(letter)),
        letter => letter.to_string(),
    });
    format!("\"{}\"", letters.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_file_stands_for_the_exports_to_come() {
        for (name, expected) in [
            ("arenden_2026-10-31.csv", "arenden_*.csv"),
            ("personal.xlsx", "personal.xlsx"),
            ("20261031 enheter.csv", "*enheter.csv"),
            ("12.csv", "12.csv"),
        ] {
            assert_eq!(pattern(name), expected, "{name}");
        }
    }
}
