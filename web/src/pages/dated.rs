//! Facts with their days on a page, forms that add one, and one form that ends one: qualification of people, needs of cases.

use jiff::civil::Date;
use rules::period::{Period, Status};

use super::administration::{day_after, period_in_words, read_day, read_period, refuse};
use crate::form::{Form, Keep};
use crate::texts::Tr;

/// A fact with its days, a row of `templates/part/facts.html`.
pub(super) struct DatedFact {
    pub(super) kind: String,
    pub(super) value: String,
    pub(super) period: String,
    pub(super) when: String,
}

impl DatedFact {
    pub(super) fn new(kind: String, value: String, period: Period, today: Date, tr: &Tr) -> Self {
        Self {
            kind,
            value,
            period: period_in_words(period, tr),
            when: super::accounts::one::when(period.status(today), tr),
        }
    }
}

/// A form that adds a fact of one kind.
pub(super) struct DatedForm {
    /// What the field `do` says.
    pub(super) id: &'static str,
    /// What the form does.
    pub(super) title: String,
    pub(super) label: String,
    pub(super) hint: String,
    /// To choose from; none where it is written.
    pub(super) choices: Vec<(String, String)>,
    /// Whether there is anything to choose or write.
    pub(super) has_value: bool,
}

impl DatedForm {
    pub(super) fn value(&self) -> String {
        format!("{}-value", self.id)
    }

    pub(super) fn first(&self) -> String {
        format!("{}-from", self.id)
    }

    pub(super) fn last(&self) -> String {
        format!("{}-last", self.id)
    }

    /// Whether something must be put right in it.
    pub(super) fn is_faulty(&self, form: &Form) -> bool {
        [self.value(), self.first(), self.last()]
            .iter()
            .any(|name| form.has_fault_in(name))
    }
}

/// An empty form with the fields of all these kinds, and those of the form that ends something.
pub(super) fn empty_form(kinds: &[&'static str]) -> Form {
    let mut fields: Vec<(String, Keep)> = Vec::new();
    for kind in kinds {
        fields.extend(["value", "from", "last"].map(|part| (format!("{kind}-{part}"), Keep::Written)));
    }
    fields.extend(["ended", "ends"].map(|name| (name.to_owned(), Keep::Written)));
    Form::new(&fields)
}

/// What is added to a kind: the value and the days; none when the days cannot be taken, which is then in the form.
pub(super) fn added(form: &mut Form, kind: &str, today: Date, tr: &Tr) -> Option<(String, Period)> {
    let value = form.value(&format!("{kind}-value")).to_owned();
    let period = read_period(form, &format!("{kind}-from"), &format!("{kind}-last"), today, tr)?;
    Some((value, period))
}

/// What shall end, and the day on which it no longer counts; none when that cannot be taken, which is then in the form.
pub(super) fn ended(form: &mut Form, tr: &Tr) -> Option<(i64, Date)> {
    let id = form.value("ended").parse::<i64>().ok();
    if id.is_none() {
        refuse(form, "ended", &tr.text("people-choose-ended"));
    }
    let last = read_day(form, "ends", tr);
    if last.is_none() && !form.has_fault_in("ends") {
        form.refuse("ends", tr.text("administration-day-needed"));
    }
    id.zip(last)
        .filter(|_| form.is_right())
        .map(|(id, last)| (id, day_after(last)))
}

/// What can be ended, to choose from: what is not over.
pub(super) fn choice(id: i64, words: &str, period: Period, today: Date, tr: &Tr) -> Option<(String, String)> {
    let is_open = period.status(today) != Status::Past;
    is_open.then(|| (id.to_string(), format!("{words}, {}", period_in_words(period, tr))))
}
