//! The report on a screen: columns that fit the width, numbers under each other, the words first and colour only as a help.

use std::io::{self, IsTerminal, Write};

use super::layout::{self, Placed};
use super::report::{Cell, Column, Kind, Report, Tone};
use super::width;
use crate::language::Language;

/// The width that is assumed where no terminal tells its own.
const WIDTH_WITHOUT_TERMINAL: usize = 100;

/// How wide the screen is and whether it shows colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Columns of the screen.
    pub width: usize,
    /// Whether colour and bold are used.
    pub colour: bool,
}

impl Look {
    /// The look of a file: 100 columns, no colour.
    pub const PLAIN: Self = Self {
        width: WIDTH_WITHOUT_TERMINAL,
        colour: false,
    };

    /// The look of standard output: a terminal's own width and, unless `NO_COLOR` is set or `TERM` is `dumb`, colour; elsewhere
    /// `COLUMNS` or 100, without colour.
    #[must_use]
    pub fn of_stdout(environment: impl Fn(&str) -> Option<String>) -> Self {
        let columns = environment("COLUMNS")
            .and_then(|columns| columns.parse().ok())
            .filter(|columns| *columns > 0);
        if !io::stdout().is_terminal() {
            return Self {
                width: columns.unwrap_or(WIDTH_WITHOUT_TERMINAL),
                colour: false,
            };
        }
        let width = terminal_size::terminal_size_of(io::stdout())
            .map(|(width, _)| usize::from(width.0))
            .filter(|width| *width > 0);
        let unwanted = environment("NO_COLOR").is_some_and(|value| !value.is_empty());
        let dumb = environment("TERM").is_some_and(|value| value == "dumb");
        Self {
            width: width.or(columns).unwrap_or(WIDTH_WITHOUT_TERMINAL),
            colour: !unwanted && !dumb,
        }
    }

    fn styled(self, style: &str, text: &str) -> String {
        if self.colour && !style.is_empty() && !text.is_empty() {
            format!("\u{1b}[{style}m{text}\u{1b}[0m")
        } else {
            text.to_owned()
        }
    }
}

/// Bold, as a parameter of the terminal's "select graphic rendition".
const BOLD: &str = "1";

/// The colour of a tone; red and yellow are kept for what needs somebody.
const fn colour(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain => "",
        Tone::Room => "36",
        Tone::Good => "32",
        Tone::Watch => "33",
        Tone::Alarm => "1;31",
    }
}

/// Writes title, heading, rows (under their group), summary and notes, within the width of the look.
pub fn write(report: &Report, look: Look, language: &Language, to: &mut impl Write) -> io::Result<()> {
    for line in width::wrap(&width::printable(&report.title), look.width) {
        writeln!(to, "{}", look.styled(BOLD, line))?;
    }
    let layout = layout::fit(report, look.width, language.locale());
    let table = Table {
        look,
        language,
        placed: &layout.columns,
        gap: layout.gap,
    };
    if report.rows.is_empty() {
        writeln!(to, "\n{}", language.text("table-empty", &[]))?;
    } else {
        writeln!(to)?;
        table.heading(to)?;
        table.rows(report, to)?;
    }
    if !report.summary.is_empty() {
        table.rule(to)?;
        for row in &report.summary {
            table.row(row, 0, BOLD, to)?;
        }
    }
    let mut notes = report.notes.clone();
    if !layout.left_out.is_empty() && !report.rows.is_empty() {
        let headings: Vec<&str> = layout.left_out.iter().map(|column| column.heading.as_str()).collect();
        notes.push(language.text("table-left-out", &[("columns", headings.join(", ").into())]));
    }
    if !notes.is_empty() {
        writeln!(to)?;
    }
    for note in &notes {
        for part in note.lines() {
            // A command to copy stands indented on a line of its own.
            let indent = part.len() - part.trim_start().len();
            for line in width::wrap(&width::printable(part), look.width.saturating_sub(indent)) {
                writeln!(to, "{:indent$}{line}", "")?;
            }
        }
    }
    Ok(())
}

struct Table<'a> {
    look: Look,
    language: &'a Language,
    placed: &'a [Placed<'a>],
    gap: usize,
}

/// The lines of one cell, each no wider than its column, and how they are coloured.
struct Block {
    lines: Vec<String>,
    style: &'static str,
}

impl Table<'_> {
    fn heading(&self, to: &mut impl Write) -> io::Result<()> {
        let blocks: Vec<Block> = self
            .placed
            .iter()
            .map(|placed| Block {
                lines: heading_lines(placed),
                style: BOLD,
            })
            .collect();
        let height = blocks.iter().map(|block| block.lines.len()).max().unwrap_or(0);
        // Headings stand on the rule, not under the title.
        let raised = blocks.into_iter().map(|mut block| {
            let missing = height - block.lines.len();
            block.lines.splice(0..0, std::iter::repeat_n(String::new(), missing));
            block
        });
        self.print(&raised.collect::<Vec<_>>(), to)?;
        self.rule(to)
    }

    fn rule(&self, to: &mut impl Write) -> io::Result<()> {
        let dashes: Vec<Block> = self
            .placed
            .iter()
            .map(|placed| Block {
                lines: vec!["\u{2500}".repeat(placed.width)],
                style: "",
            })
            .collect();
        self.print(&dashes, to)
    }

    fn rows(&self, report: &Report, to: &mut impl Write) -> io::Result<()> {
        let position = |wanted: &dyn Fn(&Column) -> bool| report.columns.iter().position(wanted);
        let group = report.grouped_by.and_then(|id| position(&|column| column.id == id));
        let depth = position(&|column| column.kind == Kind::Depth);
        let mut current: Option<&Cell> = None;
        for row in &report.rows {
            if let Some(cell) = group.and_then(|at| row.get(at))
                && current != Some(cell)
            {
                if current.is_some() {
                    writeln!(to)?;
                }
                let name = cell.shown(self.language.locale(), 0);
                writeln!(
                    to,
                    "{}",
                    self.look.styled(BOLD, &width::cut(&width::printable(&name), self.look.width))
                )?;
                current = Some(cell);
            }
            let depth = match depth.and_then(|at| row.get(at)) {
                Some(Cell::Count(depth)) => usize::try_from(*depth).unwrap_or(0),
                _ => 0,
            };
            self.row(row, depth, "", to)?;
        }
        Ok(())
    }

    fn row(&self, row: &[Cell], depth: usize, style: &'static str, to: &mut impl Write) -> io::Result<()> {
        let blocks: Vec<Block> = self
            .placed
            .iter()
            .map(|placed| match row.get(placed.at) {
                Some(cell) => self.block(cell, placed, depth, style),
                None => Block {
                    lines: vec![String::new()],
                    style: "",
                },
            })
            .collect();
        self.print(&blocks, to)
    }

    fn block(&self, cell: &Cell, placed: &Placed<'_>, depth: usize, style: &'static str) -> Block {
        let shown = cell.shown(self.language.locale(), placed.decimals);
        let text = width::printable(&shown);
        let indent = layout::indent(placed, depth);
        let room = placed.width - indent;
        let lines = if placed.column.wraps {
            wrapped(&text, room)
        } else {
            vec![width::cut(&text, room).into_owned()]
        };
        let lines = lines
            .into_iter()
            .map(|line| {
                if line.is_empty() {
                    line
                } else {
                    format!("{:indent$}{line}", "")
                }
            })
            .collect();
        let style = match cell {
            Cell::Term { tone, .. } if *tone != Tone::Plain => colour(*tone),
            _ => style,
        };
        Block { lines, style }
    }

    /// Prints blocks side by side, without spaces at the end of a line.
    fn print(&self, blocks: &[Block], to: &mut impl Write) -> io::Result<()> {
        let height = blocks.iter().map(|block| block.lines.len()).max().unwrap_or(0);
        for number in 0..height {
            let mut line = String::new();
            let mut owed = 0;
            for (block, placed) in blocks.iter().zip(self.placed) {
                let text = block.lines.get(number).map_or("", String::as_str);
                let free = placed.width.saturating_sub(width::of(text));
                let (before, after) = if placed.column.kind.right_aligned() {
                    (free, 0)
                } else {
                    (0, free)
                };
                if text.is_empty() {
                    owed += placed.width + self.gap;
                    continue;
                }
                line.extend(std::iter::repeat_n(' ', owed + before));
                line.push_str(&self.look.styled(block.style, text));
                owed = after + self.gap;
            }
            writeln!(to, "{line}")?;
        }
        Ok(())
    }
}

/// The heading in lines, broken between words; one with a word that does not fit is cut instead.
fn heading_lines(placed: &Placed<'_>) -> Vec<String> {
    let heading = width::printable(&placed.column.heading);
    if width::of_longest_word(&heading) > placed.width {
        return vec![width::cut(&heading, placed.width).into_owned()];
    }
    wrapped(&heading, placed.width)
}

fn wrapped(text: &str, room: usize) -> Vec<String> {
    width::wrap(text, room).into_iter().map(str::to_owned).collect()
}
