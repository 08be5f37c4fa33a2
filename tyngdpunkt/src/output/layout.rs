//! Which columns of a table there is room for, and how wide each becomes.

use std::cmp::Reverse;

use super::report::{Cell, Column, Kind, Priority, Report};
use super::width;
use crate::language::Locale;

/// Spaces between columns, and between columns where even that is too much.
const GAPS: [usize; 2] = [2, 1];

/// A column of text is not made narrower than this while another column can be left out instead.
const READABLE: usize = 12;

/// A column of text that must stay is never narrower than this, even where the line then grows too long.
const LEAST: usize = 4;

/// Spaces a nested row is moved to the right, for each step.
const STEP: usize = 2;

/// A column that is shown.
pub struct Placed<'a> {
    /// The column.
    pub column: &'a Column,
    /// Its place among the cells of a row.
    pub at: usize,
    /// How wide it is, in columns of the screen.
    pub width: usize,
    /// How many decimals its amounts are shown with, so that the marks stand under each other.
    pub decimals: usize,
    /// Whether nested rows are indented in it.
    indents: bool,
}

/// What is shown and what is not.
pub struct Layout<'a> {
    /// The columns shown, from left to right.
    pub columns: Vec<Placed<'a>>,
    /// The columns there was no room for.
    pub left_out: Vec<&'a Column>,
    /// Spaces between columns.
    pub gap: usize,
}

/// What a column would take, and the least it can do with.
struct Need<'a> {
    column: &'a Column,
    at: usize,
    decimals: usize,
    indents: bool,
    natural: usize,
    readable: usize,
    least: usize,
}

impl<'a> Need<'a> {
    fn placed(self, width: usize) -> Placed<'a> {
        Placed {
            column: self.column,
            at: self.at,
            width,
            decimals: self.decimals,
            indents: self.indents,
        }
    }
}

/// Finds the layout: first long headings are broken, then texts narrowed (the widest first), then the columns of lowest priority
/// left out (of these the rightmost first), and last texts narrowed beyond what reads well.
pub fn fit(report: &Report, screen: usize, locale: Locale) -> Layout<'_> {
    let mut needs = measure(report, locale);
    let mut left_out: Vec<(usize, &Column)> = Vec::new();
    let (widths, gap) = loop {
        if let Some(widths) = share(&needs, screen, GAPS[0], |need| need.readable) {
            break (widths, GAPS[0]);
        }
        let dearest = |(_, need): &(usize, &Need<'_>)| (need.column.priority, Reverse(need.at));
        let candidates = needs
            .iter()
            .enumerate()
            .filter(|(_, need)| need.column.priority < Priority::Always);
        let Some((at, _)) = candidates.min_by_key(dearest) else {
            let tightest = || (needs.iter().map(|need| need.least).collect(), GAPS[1]);
            break GAPS
                .iter()
                .find_map(|gap| Some((share(&needs, screen, *gap, |need| need.least)?, *gap)))
                .unwrap_or_else(tightest);
        };
        let need = needs.remove(at);
        left_out.push((need.at, need.column));
    };
    left_out.sort_by_key(|(at, _)| *at);
    Layout {
        columns: needs
            .into_iter()
            .zip(widths)
            .map(|(need, width)| need.placed(width))
            .collect(),
        left_out: left_out.into_iter().map(|(_, column)| column).collect(),
        gap,
    }
}

/// Spaces before a cell of a row nested `depth` deep; never so many that less than [`LEAST`] columns are left.
pub fn indent(placed: &Placed<'_>, depth: usize) -> usize {
    if placed.indents {
        (depth * STEP).min(placed.width.saturating_sub(LEAST))
    } else {
        0
    }
}

fn measure(report: &Report, locale: Locale) -> Vec<Need<'_>> {
    let depth = report.columns.iter().position(|column| column.kind == Kind::Depth);
    let indented = depth.and_then(|_| report.columns.iter().position(|column| column.kind == Kind::Text));
    let shown = report.columns.iter().enumerate();
    shown
        .filter(|(_, column)| column.kind != Kind::Depth && Some(column.id) != report.grouped_by)
        .map(|(at, column)| {
            let cells = || {
                report
                    .rows
                    .iter()
                    .chain(&report.summary)
                    .filter_map(move |row| Some((row, row.get(at)?)))
            };
            let decimals = cells().map(|(_, cell)| cell.decimals()).max().unwrap_or(0);
            let indents = indented == Some(at);
            let width_of = |(row, cell): (&Vec<Cell>, &Cell)| {
                let steps = match depth.filter(|_| indents).and_then(|depth| row.get(depth)) {
                    Some(Cell::Count(steps)) => usize::try_from(*steps).unwrap_or(0),
                    _ => 0,
                };
                width::of(&width::printable(&cell.shown(locale, decimals))) + steps * STEP
            };
            let widest = cells().map(width_of).max().unwrap_or(0);
            let word = width::of_longest_word(&column.heading);
            let natural = widest.max(width::of(&column.heading)).max(1);
            // A number or a coded word (a band) that is cut says something else than it means.
            let rigid = column.kind != Kind::Text || cells().any(|(_, cell)| matches!(cell, Cell::Term { .. }));
            let narrowed = |floor: usize| if rigid { widest } else { widest.min(floor) };
            let readable = narrowed(READABLE).max(word).max(1);
            let least = narrowed(LEAST).max(if rigid { word } else { word.min(LEAST) }).max(1);
            Need {
                column,
                at,
                decimals,
                indents,
                natural,
                readable,
                least,
            }
        })
        .collect()
}

/// The widths of the columns on a screen, none under its `floor`; none when that is too wide.
fn share(needs: &[Need<'_>], screen: usize, gap: usize, floor: impl Fn(&Need<'_>) -> usize) -> Option<Vec<usize>> {
    let gaps = gap * needs.len().saturating_sub(1);
    let mut widths: Vec<usize> = needs.iter().map(|need| need.natural).collect();
    let mut excess = (widths.iter().sum::<usize>() + gaps).saturating_sub(screen);
    // Headings of numbers give way before texts do: a broken heading costs the reader nothing.
    for numbers in [true, false] {
        while excess > 0 {
            let can_shrink = |at: &usize| (needs[*at].column.kind != Kind::Text) == numbers && widths[*at] > floor(&needs[*at]);
            let Some(widest) = (0..needs.len()).filter(can_shrink).max_by_key(|at| widths[*at]) else {
                break;
            };
            widths[widest] -= 1;
            excess -= 1;
        }
    }
    (excess == 0).then_some(widths)
}
