//! Teams and weeks in a grid: where it has been heavy, and for how long.

use rules::weight_model::Band;

use super::{Drawing, Picture, Table, Words, shown, steps};

/// A team in a week.
#[derive(Debug, Clone, Copy)]
pub struct Cell<'a> {
    /// Its band; none where the figure is hidden or there is none.
    pub band: Option<Band>,
    /// The figure as it is written, or what stands there instead: few letters.
    pub text: &'a str,
}

/// A team with its weeks.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    /// The name of the team.
    pub name: &'a str,
    /// A cell for each week; one that is missing stays empty, one too many is left out.
    pub cells: &'a [Cell<'a>],
}

/// Teams and weeks in a grid.
#[derive(Debug, Clone, Copy)]
pub struct HeatMap<'a> {
    /// What is said of it.
    pub words: Words<'a>,
    /// What the column with the teams is called, in the table.
    pub row_title: &'a str,
    /// The weeks.
    pub columns: &'a [&'a str],
    /// The teams.
    pub rows: &'a [Row<'a>],
}

const NAME: f64 = 160.0;
const CELL: f64 = 46.0;
const LINE: f64 = 30.0;
const HEAD: f64 = 24.0;

/// So many letters of a team's name have room; the table has them all.
const LONGEST_NAME: usize = 20;

/// The widest a text in a cell is guessed to be, a letter.
const LETTER: f64 = 7.0;

impl HeatMap<'_> {
    /// Draws it; `id` is the picture's own on its page.
    #[must_use]
    pub fn draw(&self, id: &str) -> Picture {
        let mut drawing = Drawing::new(id);
        let width = NAME + CELL * steps(self.columns.len()) + 2.0;
        let height = HEAD + LINE * steps(self.rows.len()) + 2.0;
        for (place, column) in self.columns.iter().enumerate() {
            let middle = NAME + CELL * (steps(place) + 0.5);
            drawing.text(column, middle, 16.0, 12, "middle", "subtle");
        }
        for (line, row) in self.rows.iter().enumerate() {
            let top = HEAD + LINE * steps(line);
            drawing.text(&shortened(row.name), 2.0, top + 20.0, 13, "start", "");
            for (place, cell) in row.cells.iter().take(self.columns.len()).enumerate() {
                let left = NAME + CELL * steps(place);
                draw_cell(&mut drawing, cell, left, top);
            }
        }
        let mut columns = vec![self.row_title.to_owned()];
        columns.extend(self.columns.iter().map(|column| (*column).to_owned()));
        let row = |row: &Row<'_>| {
            let cells = (0..self.columns.len()).map(|place| row.cells.get(place).map_or("", |cell| cell.text).to_owned());
            std::iter::once(row.name.to_owned()).chain(cells).collect()
        };
        Picture {
            svg: drawing.finish("heat-map", self.words, width, height),
            table: Table {
                caption: self.words.title.to_owned(),
                rows: self.rows.iter().map(row).collect(),
                columns,
            },
            is_wide: true,
        }
    }
}

fn draw_cell(drawing: &mut Drawing<'_>, cell: &Cell<'_>, left: f64, top: f64) {
    let (x, y, width, height) = (left + 1.0, top + 1.0, CELL - 2.0, LINE - 2.0);
    match cell.band {
        Some(band) => drawing.band(band, x, y, width, height),
        None => drawing.push(&format!(
            "<rect class=\"hole\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>",
            shown(x),
            shown(y),
            shown(width),
            shown(height)
        )),
    }
    if !cell.text.is_empty() {
        let middle = left + CELL / 2.0;
        let plate = (LETTER * steps(cell.text.chars().count()) + 6.0).min(width - 4.0);
        drawing.push(&format!(
            "<rect class=\"plate\" rx=\"3\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"17\"/>",
            shown(middle - plate / 2.0),
            shown(top + 6.0),
            shown(plate)
        ));
        drawing.text(cell.text, middle, top + 19.0, 12, "middle", "");
    }
}

/// A name that has room, with a sign that something is left out.
fn shortened(name: &str) -> String {
    if name.chars().count() <= LONGEST_NAME {
        return name.to_owned();
    }
    let start: String = name.chars().take(LONGEST_NAME - 1).collect();
    format!("{}…", start.trim_end())
}
