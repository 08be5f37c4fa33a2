//! How far a long step has come: a bar on a terminal, nothing at all in a pipe.

use std::fmt::Write;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};

use crate::language::{Language, Locale};

/// A step that takes long enough for somebody to wonder.
#[derive(Debug)]
pub struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// Begins a step of `total` parts, named by `label` in the user's language, on standard error where that is a terminal.
    #[must_use]
    pub fn begin(language: &Language, label: String, total: u64) -> Self {
        // indicatif draws on standard error only where it is a terminal.
        Self::on(ProgressDrawTarget::stderr(), language.locale(), label, total)
    }

    fn on(target: ProgressDrawTarget, locale: Locale, label: String, total: u64) -> Self {
        let bar = ProgressBar::with_draw_target(Some(total), target);
        bar.set_style(style(locale));
        bar.set_message(label);
        Self { bar }
    }

    /// Says that `done` parts of the total are done.
    pub fn reach(&self, done: u64) {
        self.bar.set_position(done);
    }

    /// Says that the step turned out to have `total` parts.
    pub fn expect(&self, total: u64) {
        self.bar.set_length(total);
    }

    /// Ends the step and takes the bar away, so that what is printed next stands alone.
    pub fn end(self) {
        self.bar.finish_and_clear();
    }
}

/// What the bar shows: the label, the bar, and done of total.
const TEMPLATE: &str = "{msg}  {bar:24}  {done}";

fn style(locale: Locale) -> ProgressStyle {
    let count = move |number: u64| locale.count(i64::try_from(number).unwrap_or(i64::MAX));
    let done = move |state: &ProgressState, to: &mut dyn Write| {
        // Writing to the bar's own text cannot fail.
        let _ = match state.len() {
            Some(total) => write!(to, "{} / {}", count(state.pos()), count(total)),
            None => write!(to, "{}", count(state.pos())),
        };
    };

    // A test holds that the template is right; were it not, the plain bar serves.
    ProgressStyle::with_template(TEMPLATE)
        .unwrap_or_else(|_| ProgressStyle::default_bar())
        .with_key("done", done)
}

impl Drop for Progress {
    /// A step that ends in an error leaves no half bar above the sentence that explains it.
    fn drop(&mut self) {
        if !self.bar.is_finished() {
            self.bar.finish_and_clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io;
    use std::sync::{Arc, Mutex};

    use super::*;

    /// A terminal that remembers everything written to it.
    #[derive(Debug, Clone, Default)]
    struct Paper(Arc<Mutex<String>>);

    impl indicatif::TermLike for Paper {
        fn width(&self) -> u16 {
            80
        }
        fn move_cursor_up(&self, _: usize) -> io::Result<()> {
            Ok(())
        }
        fn move_cursor_down(&self, _: usize) -> io::Result<()> {
            Ok(())
        }
        fn move_cursor_right(&self, _: usize) -> io::Result<()> {
            Ok(())
        }
        fn move_cursor_left(&self, _: usize) -> io::Result<()> {
            Ok(())
        }
        fn write_line(&self, text: &str) -> io::Result<()> {
            self.write_str(text)
        }
        fn write_str(&self, text: &str) -> io::Result<()> {
            self.0.lock().expect("no other test holds it").push_str(text);
            Ok(())
        }
        fn clear_line(&self) -> io::Result<()> {
            Ok(())
        }
        fn flush(&self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_terminal_sees_the_label_and_how_far_it_is_in_its_own_numbers() {
        let paper = Paper::default();
        let progress = Progress::on(
            ProgressDrawTarget::term_like(Box::new(paper.clone())),
            Locale::English,
            "Reading".to_owned(),
            120_000,
        );
        progress.reach(60_000);
        progress.bar.force_draw();
        let written = paper.0.lock().expect("no other test holds it").clone();
        assert!(
            written.contains("Reading") && written.contains("60,000 / 120,000"),
            "{written}"
        );
        progress.end();
    }

    #[test]
    fn the_template_is_one_indicatif_understands() {
        assert!(ProgressStyle::with_template(TEMPLATE).is_ok());
    }
}
