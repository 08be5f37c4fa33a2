//! A form that somebody fills in: what was written in each field, and what must be put right.
//!
//! A form that cannot be taken is shown again with what was written, a summary of the faults at the top and each fault at its
//! field (the pattern of GOV.UK and Designsystemet); `templates/part/form.html` has the markup.

use std::borrow::Cow;
use std::collections::BTreeMap;

/// Whether what was written in a field is shown again when the form is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// As a rule.
    Written,
    /// Not for passwords and one-time codes.
    Nothing,
}

#[derive(Debug, Clone)]
struct Field {
    keep: Keep,
    values: Vec<String>,
    faults: Vec<String>,
}

/// A form: its fields in order, what was written in them, and the faults found.
#[derive(Debug, Clone)]
pub struct Form {
    /// In the order of the page, which is the order of the summary.
    names: Vec<Cow<'static, str>>,
    fields: BTreeMap<Cow<'static, str>, Field>,
    faults: Vec<String>,
}

/// A line of the summary of faults.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The id of the field it is about; none when it is about the form.
    pub field: Option<Cow<'static, str>>,
    /// What is wrong and what to do.
    pub sentence: String,
}

impl Form {
    /// A form with these fields, empty.
    #[must_use]
    pub fn new<N: Into<Cow<'static, str>> + Clone>(fields: &[(N, Keep)]) -> Self {
        let field = |keep| Field {
            keep,
            values: Vec::new(),
            faults: Vec::new(),
        };
        Self {
            names: fields.iter().map(|(name, _)| name.clone().into()).collect(),
            fields: fields
                .iter()
                .map(|(name, keep)| (name.clone().into(), field(*keep)))
                .collect(),
            faults: Vec::new(),
        }
    }

    /// The form as it was sent. Space around a value is taken away, except where nothing is kept (a password may begin with one);
    /// a name that is no field is passed over.
    #[must_use]
    pub fn filled_in(mut self, sent: impl IntoIterator<Item = (String, String)>) -> Self {
        for (name, value) in sent {
            if let Some(field) = self.fields.get_mut(name.as_str()) {
                field.values.push(match field.keep {
                    Keep::Written => value.trim().to_owned(),
                    Keep::Nothing => value,
                });
            }
        }
        self
    }

    /// Puts a value into a field before the form is shown the first time.
    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        if let Some(field) = self.fields.get_mut(name) {
            field.values = vec![value.into()];
        }
    }

    /// Whether the form has a field with this name.
    #[must_use]
    pub fn has_field(&self, name: &str) -> bool {
        self.fields.contains_key(name)
    }

    /// What was written in a field; nothing when it was left empty or is no field.
    #[must_use]
    pub fn value(&self, name: &str) -> &str {
        self.values(name).first().map_or("", String::as_str)
    }

    /// All that was chosen in a field where several can be.
    #[must_use]
    pub fn values(&self, name: &str) -> &[String] {
        self.fields.get(name).map_or(&[], |field| &field.values)
    }

    /// What the field shows: what was written, unless nothing is kept.
    #[must_use]
    pub fn shown(&self, name: &str) -> &str {
        match self.fields.get(name) {
            Some(field) if field.keep == Keep::Written => self.value(name),
            _ => "",
        }
    }

    /// Whether a choice was made in a field.
    #[must_use]
    pub fn is_chosen(&self, name: &str, choice: &str) -> bool {
        self.values(name).iter().any(|value| value == choice)
    }

    /// Notes a fault in a field; one in no field is noted about the form.
    pub fn refuse(&mut self, name: &str, sentence: impl Into<String>) {
        match self.fields.get_mut(name) {
            Some(field) => field.faults.push(sentence.into()),
            None => self.faults.push(sentence.into()),
        }
    }

    /// Notes a fault that is in no single field.
    pub fn refuse_all(&mut self, sentence: impl Into<String>) {
        self.faults.push(sentence.into());
    }

    /// The faults in a field.
    #[must_use]
    pub fn faults_in(&self, name: &str) -> &[String] {
        self.fields.get(name).map_or(&[], |field| &field.faults)
    }

    /// Whether a field has a fault.
    #[must_use]
    pub fn has_fault_in(&self, name: &str) -> bool {
        !self.faults_in(name).is_empty()
    }

    /// The names of the fields, in the order of the page.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(AsRef::as_ref)
    }

    /// Every fault for the summary: first those of the form, then those of the fields in the order of the page.
    #[must_use]
    pub fn faults(&self) -> Vec<Fault> {
        let of_form = self.faults.iter().map(|sentence| (None, sentence));
        let of_fields = self
            .names
            .iter()
            .flat_map(|name| self.faults_in(name).iter().map(|sentence| (Some(name.clone()), sentence)));
        let fault = |(field, sentence): (Option<Cow<'static, str>>, &String)| Fault {
            field,
            sentence: sentence.clone(),
        };
        of_form.chain(of_fields).map(fault).collect()
    }

    /// Whether no fault was found.
    #[must_use]
    pub fn is_right(&self) -> bool {
        self.faults.is_empty() && self.names.iter().all(|name| !self.has_fault_in(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect()
    }

    fn form() -> Form {
        Form::new(&[
            ("name", Keep::Written),
            ("password", Keep::Nothing),
            ("reason", Keep::Written),
        ])
    }

    #[test]
    fn what_was_written_is_shown_again_but_never_a_password() {
        let form = form().filled_in(sent(&[("name", " Anna "), ("password", " secret "), ("other", "x")]));
        assert_eq!((form.value("name"), form.shown("name")), ("Anna", "Anna"));
        assert_eq!((form.value("password"), form.shown("password")), (" secret ", ""));
        assert_eq!((form.value("other"), form.value("reason")), ("", ""));
        assert!(form.is_right());
    }

    #[test]
    fn faults_are_summed_up_in_the_order_of_the_page() {
        let mut form = form();
        form.refuse("reason", "third");
        form.refuse("name", "second");
        form.refuse_all("first");
        let order: Vec<_> = form.faults().into_iter().map(|fault| (fault.field, fault.sentence)).collect();
        let expected = [
            (None, "first".to_owned()),
            (Some("name".into()), "second".to_owned()),
            (Some("reason".into()), "third".to_owned()),
        ];
        assert_eq!(order, expected);
        assert!(!form.is_right() && form.has_fault_in("name") && !form.has_fault_in("password"));
    }

    #[test]
    fn several_choices_can_be_made_in_one_field() {
        let form = form().filled_in(sent(&[("reason", "court"), ("reason", "travel")]));
        assert!(form.is_chosen("reason", "travel") && form.is_chosen("reason", "court"));
        assert!(!form.is_chosen("reason", "children"));
    }
}
