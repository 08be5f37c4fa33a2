//! How wide a text is on a screen, and how it is cut or broken to fit.

use std::borrow::Cow;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// What stands for the rest of a text that was cut.
const ELLIPSIS: char = '\u{2026}';

/// Columns a text takes.
pub fn of(text: &str) -> usize {
    text.width()
}

/// Columns the longest word of a text takes.
pub fn of_longest_word(text: &str) -> usize {
    text.split(' ').map(of).max().unwrap_or(0)
}

/// The text with what would steer the terminal (control characters, reversals of direction) made visible, so that imported data
/// can neither colour, move nor hide what is printed. Line breaks and tabs become spaces.
pub fn printable(text: &str) -> Cow<'_, str> {
    let steers = |char: char| {
        char.is_control() || matches!(char, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if !text.contains(steers) {
        return Cow::Borrowed(text);
    }
    text.chars()
        .map(|char| match char {
            '\n' | '\r' | '\t' => ' ',
            char if steers(char) => char::REPLACEMENT_CHARACTER,
            char => char,
        })
        .collect()
}

/// The text in at most `width` columns (at least 1), ending in an ellipsis where something was cut.
pub fn cut(text: &str, width: usize) -> Cow<'_, str> {
    if of(text) <= width {
        return Cow::Borrowed(text);
    }
    let mut kept = text[..prefix(text, width.saturating_sub(1))].trim_end().to_owned();
    kept.push(ELLIPSIS);
    Cow::Owned(kept)
}

/// The text broken into lines of at most `width` columns (at least 1), at spaces where it has any; at least one line.
pub fn wrap(text: &str, width: usize) -> Vec<&str> {
    let width = width.max(1);
    let mut lines = Vec::new();
    let mut rest = text.trim();
    while of(rest) > width {
        let fits = prefix(rest, width).max(rest.chars().next().map_or(0, char::len_utf8));
        let end = if rest[fits..].starts_with(' ') {
            fits
        } else {
            rest[..fits].rfind(' ').filter(|at| *at > 0).unwrap_or(fits)
        };
        lines.push(rest[..end].trim_end());
        rest = rest[end..].trim_start();
    }
    if !rest.is_empty() || lines.is_empty() {
        lines.push(rest);
    }
    lines
}

/// How many bytes of the text fit in `width` columns; a mark that takes no column stays with its letter.
fn prefix(text: &str, width: usize) -> usize {
    let mut used = 0;
    for (at, char) in text.char_indices() {
        used += char.width().unwrap_or(0);
        if used > width {
            return at;
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_by_the_columns_it_takes_not_by_its_bytes() {
        for (text, width, expected) in [
            ("Receptions", 10, "Receptions"),
            ("Receptions", 6, "Recep\u{2026}"),
            ("\u{e5}\u{e4}\u{f6}\u{e5}\u{e4}\u{f6}", 4, "\u{e5}\u{e4}\u{f6}\u{2026}"),
            ("a\u{308}bc", 2, "a\u{308}\u{2026}"),
            ("\u{6f22}\u{5b57}\u{6f22}", 4, "\u{6f22}\u{2026}"),
            ("two words", 5, "two\u{2026}"),
            ("x", 1, "x"),
            ("xy", 1, "\u{2026}"),
        ] {
            assert_eq!(cut(text, width), expected);
            assert!(of(&cut(text, width)) <= width);
        }
    }

    #[test]
    fn a_text_is_broken_at_spaces_and_a_long_word_where_it_must() {
        for (text, width, expected) in [
            ("", 5, vec![""]),
            ("one two three", 7, vec!["one two", "three"]),
            ("one two three", 8, vec!["one two", "three"]),
            ("extraordinary", 5, vec!["extra", "ordin", "ary"]),
            ("an extraordinary", 5, vec!["an", "extra", "ordin", "ary"]),
            ("\u{6f22}\u{5b57}", 1, vec!["\u{6f22}", "\u{5b57}"]),
        ] {
            assert_eq!(wrap(text, width), expected);
        }
    }

    #[test]
    fn what_would_steer_the_terminal_is_made_visible() {
        assert_eq!(printable("A\u{1b}[31mB\u{202e}C"), "A\u{fffd}[31mB\u{fffd}C");
        assert_eq!(printable("one\r\ntwo\tthree"), "one  two three");
        assert!(matches!(printable("plain"), Cow::Borrowed("plain")));
    }
}
