//! The part of the form that is about actions: what came of the earlier ones, and what is agreed now.

use jiff::ToSpan as _;
use jiff::civil::Date;
use rules::action::{ActionKind, Outcome};
use rules::identity_number;
use store::dialogue::{AgreedAction, NewAction};
use store::load::FoundPerson;

use crate::form::{Form, Keep};
use crate::language::Locale;
use crate::texts::Tr;

/// So many actions can be agreed on the page.
pub(super) const MOST_ACTIONS: usize = 10;

/// So many empty rows stand below what is agreed.
const EMPTY_ROWS: usize = 2;

/// The names of the fields of one action in the form.
pub(super) struct ActionRow {
    pub legend: String,
    pub kind: String,
    pub owner: String,
    pub due: String,
}

impl ActionRow {
    /// The row with this place, from 1.
    fn at(place: usize, tr: &Tr) -> Self {
        Self {
            legend: tr.counted("dialogue-action-number", i64::try_from(place).unwrap_or(i64::MAX)),
            kind: format!("kind-{place}"),
            owner: format!("owner-{place}"),
            due: format!("due-{place}"),
        }
    }
}

/// An action that was agreed, in words.
#[derive(Clone)]
pub(in crate::pages) struct ShownAction {
    /// What.
    pub what: String,
    /// Who does it.
    pub owner: String,
    /// By when.
    pub due: String,
    /// What came of it, or that it is late; empty while it is only open.
    pub outcome: String,
    pub is_late: bool,
    /// The address of the dialogue it was agreed in.
    pub address: String,
    /// Whether what came of it can be said now, and the names of the fields for that.
    pub is_open: bool,
    pub outcome_field: String,
    pub why_field: String,
}

/// The title of a kind of action in the reader's language; its id where the catalogue no longer has it.
pub(in crate::pages) fn kind_title(id: &str, kinds: &[ActionKind], locale: Locale) -> String {
    let known = kinds.iter().find(|kind| kind.id == id);
    known.map_or_else(|| id.to_owned(), |kind| title(kind, locale).to_owned())
}

fn title(kind: &ActionKind, locale: Locale) -> &str {
    match locale {
        Locale::Swedish => &kind.sv,
        Locale::English => &kind.en,
    }
}

/// An agreed action as it is shown on `today`.
pub(in crate::pages) fn shown_action(of: &AgreedAction, kinds: &[ActionKind], today: Date, tr: &Tr) -> ShownAction {
    let is_late = of.outcome.is_late(of.agreed.due, today);
    let outcome = match &of.outcome {
        Outcome::Open if is_late => tr.text("action-late"),
        Outcome::Open => String::new(),
        Outcome::Done { on } => tr.with("action-done-on", "day", &tr.long_day(*on)),
        Outcome::NotDone { on, why } => {
            let day = tr.long_day(*on);
            tr.fill("action-not-done-on", &[("day", day.into()), ("why", why.as_str().into())])
        }
    };
    ShownAction {
        what: kind_title(&of.agreed.kind, kinds, tr.locale()),
        owner: of.owner_name.clone(),
        due: tr.long_day(of.agreed.due),
        outcome,
        is_late,
        address: format!("/dialogue/{}", of.dialogue),
        is_open: of.outcome == Outcome::Open,
        outcome_field: format!("outcome-{}", of.id),
        why_field: format!("why-{}", of.id),
    }
}

/// What can be chosen in a row.
pub(super) struct Choices {
    pub kinds: Vec<(String, String)>,
    pub owners: Vec<(String, String)>,
    pub outcomes: Vec<(String, String)>,
}

impl Choices {
    /// What the catalogue offers and who can own it, with what is agreed already whether or not it is offered. The `person` whose load it is
    /// about comes last among the owners: to lighten it is first of all for whoever leads the team.
    pub(super) fn of(kinds: &[ActionKind], owners: &[FoundPerson], person: i64, agreed: &[AgreedAction], tr: &Tr) -> Self {
        let is_used = |id: &str| agreed.iter().any(|action| action.agreed.kind == id);
        let offered = kinds.iter().filter(|kind| !kind.retired || is_used(&kind.id));
        let none = (String::new(), tr.text("dialogue-no-action"));
        let kinds = offered.map(|kind| (kind.id.clone(), title(kind, tr.locale()).to_owned()));
        let mut owned: Vec<(String, String)> = owners
            .iter()
            .map(|owner| (owner.id.to_string(), owner.name.clone()))
            .collect();
        for action in agreed {
            let id = action.agreed.owner.to_string();
            if !owned.iter().any(|(known, _)| *known == id) {
                owned.push((id, action.owner_name.clone()));
            }
        }
        owned.sort_by_key(|(id, _)| *id == person.to_string());
        let outcome = |id: &str, words: &str| (id.to_owned(), tr.text(words));
        Self {
            kinds: [none].into_iter().chain(kinds).collect(),
            owners: owned,
            outcomes: vec![
                outcome("open", "action-open"),
                outcome("done", "action-done"),
                outcome("not-done", "action-not-done"),
            ],
        }
    }
}

/// The fields of the actions, `rows` of them, and of what came of those that are open.
pub(super) fn fields(rows: usize, open: &[AgreedAction]) -> Vec<(String, Keep)> {
    let outcomes = open
        .iter()
        .flat_map(|action| [format!("outcome-{}", action.id), format!("why-{}", action.id)]);
    let agreed = (1..=rows).flat_map(|place| [format!("kind-{place}"), format!("owner-{place}"), format!("due-{place}")]);
    outcomes.chain(agreed).map(|name| (name, Keep::Written)).collect()
}

/// Fills in what is agreed already.
pub(super) fn fill_in(form: &mut Form, agreed: &[AgreedAction], open: &[AgreedAction]) {
    for action in open {
        form.set(&format!("outcome-{}", action.id), "open");
    }
    for (place, action) in (1..).zip(agreed) {
        form.set(&format!("kind-{place}"), action.agreed.kind.clone());
        form.set(&format!("owner-{place}"), action.agreed.owner.to_string());
        form.set(&format!("due-{place}"), action.agreed.due.to_string());
    }
}

/// How many rows there are for what is agreed.
pub(super) fn rows(agreed: &[AgreedAction]) -> usize {
    MOST_ACTIONS.max(agreed.len())
}

/// The rows that are shown: those with something in them, and a few empty ones.
pub(super) fn shown_rows(form: &Form, rows: usize, tr: &Tr) -> Vec<ActionRow> {
    let is_filled = |place: &usize| {
        ["kind", "due"]
            .iter()
            .any(|part| !form.value(&format!("{part}-{place}")).is_empty())
    };
    let last = (1..=rows).rev().find(is_filled).unwrap_or(0);
    (1..=rows.min(last + EMPTY_ROWS))
        .map(|place| ActionRow::at(place, tr))
        .collect()
}

/// What is agreed, in the order of its days; the faults are in the form. `opened_on` is the first day that an action can be due.
pub(super) fn read(
    form: &mut Form,
    rows: usize,
    agreed: &[AgreedAction],
    choices: &Choices,
    opened_on: Date,
    tr: &Tr,
) -> Vec<NewAction> {
    let mut actions = Vec::new();
    let last = opened_on.saturating_add(2.years());
    for place in 1..=rows {
        let [kind, owner, due] = ["kind", "owner", "due"].map(|part| format!("{part}-{place}"));
        // What was agreed is taken away by choosing none; the day that stood there needs not be emptied.
        let stood_there = agreed.get(place - 1).map(|before| before.agreed.due.to_string());
        let is_untouched = |day: &str| day.is_empty() || stood_there.as_deref() == Some(day);
        if form.value(&kind).is_empty() && is_untouched(form.value(&due)) {
            continue;
        }
        let is_among = |choices: &[(String, String)], value: &str| choices.iter().any(|(known, _)| known == value);
        let chosen = form.value(&kind).to_owned();
        if chosen.is_empty() || !is_among(&choices.kinds, &chosen) {
            form.refuse(&kind, tr.text("dialogue-choose-kind"));
        }
        let by = form.value(&owner).to_owned();
        let by = by.parse::<i64>().ok().filter(|_| is_among(&choices.owners, &by));
        if by.is_none() {
            form.refuse(&owner, tr.text("dialogue-choose-owner"));
        }
        let day = day(form.value(&due));
        let is_kept = |day: Date| agreed.iter().any(|action| action.agreed.due == day);
        let day = day.filter(|day| (*day >= opened_on && *day <= last) || is_kept(*day));
        if day.is_none() {
            let arguments = [("first", tr.long_day(opened_on).into()), ("last", tr.long_day(last).into())];
            form.refuse(&due, tr.fill("dialogue-choose-day", &arguments));
        }
        if let (Some(owner), Some(due)) = (by, day) {
            let kind = chosen;
            actions.push(NewAction { kind, owner, due });
        }
    }
    actions.sort_by_key(|action| action.due);
    actions
}

/// A day as fields for days send it: `2026-11-30`.
fn day(text: &str) -> Option<Date> {
    text.parse().ok().filter(|_| text.len() == "2026-11-30".len())
}

/// What came of the actions that were open, those of which something is said; the faults are in the form.
pub(super) fn read_outcomes(form: &mut Form, open: &[AgreedAction], today: Date, tr: &Tr) -> Vec<(i64, Outcome)> {
    let mut outcomes = Vec::new();
    for action in open {
        let (field, why_field) = (format!("outcome-{}", action.id), format!("why-{}", action.id));
        let why = plain(form.value(&why_field));
        match form.value(&field) {
            "" | "open" if why.is_empty() => {}
            "done" => outcomes.push((action.id, Outcome::Done { on: today })),
            "not-done" if why.is_empty() => form.refuse(&why_field, tr.text("action-no-reason")),
            "not-done" => outcomes.push((action.id, Outcome::NotDone { on: today, why })),
            _ => form.refuse(&field, tr.text("action-choose-outcome")),
        }
    }
    outcomes
}

/// A text as it is kept: lines end with a line feed, and of other control characters, which no key writes, nothing is left.
pub(super) fn plain(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept = text
        .chars()
        .filter(|letter| !letter.is_control() || matches!(letter, '\n' | '\t'));
    kept.collect::<String>().trim().to_owned()
}

/// Takes away what looks like an identity number, from whichever field it was written in, so that it is not shown again. Of a longer text
/// the lines without one stay.
pub(super) fn refuse_identity_numbers(form: &mut Form, tr: &Tr) {
    let names: Vec<String> = form.names().map(str::to_owned).collect();
    for name in names {
        let value = form.value(&name);
        let in_one_line: Vec<&str> = value.split_whitespace().collect();
        if !identity_number::contains(value) && !identity_number::contains(&in_one_line.join(" ")) {
            continue;
        }
        let kept: Vec<&str> = value.lines().filter(|line| !identity_number::contains(line)).collect();
        let kept = kept.join("\n").trim().to_owned();
        let in_one_line: Vec<&str> = kept.split_whitespace().collect();
        let is_clean = !identity_number::contains(&kept) && !identity_number::contains(&in_one_line.join(" "));
        form.set(&name, if is_clean { kept } else { String::new() });
        form.refuse(&name, tr.text("dialogue-identity-number"));
    }
}
