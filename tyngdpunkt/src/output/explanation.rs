//! "So it was counted": a number opened into the lines it came from, each with its calculation.

use jiff::civil::Date;

use super::report::{Cell, Column, Kind, Priority, Report};
use crate::language::Language;

/// One line of an explanation, with the lines it came from under it.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// What was counted.
    pub label: String,
    /// How, where there is more to say than the label does (`3 × 2`).
    pub calculation: Option<String>,
    /// What came out of it: points, hours or a share, or an empty cell where the line is a heading only.
    pub result: Cell,
    /// The lines it came from.
    pub lines: Vec<Explanation>,
}

impl Explanation {
    /// A line without lines of its own.
    #[must_use]
    pub fn line(label: impl Into<String>, calculation: Option<String>, result: Cell) -> Self {
        Self {
            label: label.into(),
            calculation,
            result,
            lines: Vec::new(),
        }
    }

    /// The same line with the lines it came from.
    #[must_use]
    pub fn with(mut self, lines: Vec<Self>) -> Self {
        self.lines = lines;
        self
    }

    /// The explanation as a report: a row for each line, in reading order, with how deep it is nested. A table of it reads as
    /// indented text.
    #[must_use]
    pub fn report(&self, id: &'static str, title: impl Into<String>, as_of: Option<Date>, language: &Language) -> Report {
        let columns = vec![
            Column::new("level", language.text("explanation-level", &[]), Kind::Depth),
            Column::new("label", language.text("explanation-label", &[]), Kind::Text)
                .priority(Priority::Always)
                .wrapping(),
            Column::new("calculation", language.text("explanation-calculation", &[]), Kind::Text)
                .priority(Priority::Always)
                .wrapping(),
            Column::new("result", language.text("explanation-result", &[]), Kind::Points).priority(Priority::Always),
        ];
        let mut report = Report::new(id, title, as_of, columns);
        self.add_to(&mut report, 0);
        report
    }

    fn add_to(&self, report: &mut Report, level: i64) {
        report.push(vec![
            Cell::Count(level),
            Cell::Text(self.label.clone()),
            Cell::maybe(self.calculation.clone(), Cell::Text),
            self.result.clone(),
        ]);
        for line in &self.lines {
            line.add_to(report, level + 1);
        }
    }
}
