//! How many have how much: a bar for each stretch of load.

use rules::weight_model::Band;

use super::{Drawing, Picture, Table, Words, part, steps};

/// A bar.
#[derive(Debug, Clone, Copy)]
pub struct Bar<'a> {
    /// The stretch that it counts: `80–90 %`.
    pub name: &'a str,
    /// How many; none where so few are that the number is hidden.
    pub count: Option<u32>,
    /// How many as it is written, or the words for hidden.
    pub count_text: &'a str,
    /// The band of the stretch.
    pub band: Band,
}

/// How many have how much.
#[derive(Debug, Clone, Copy)]
pub struct Histogram<'a> {
    /// What is said of it.
    pub words: Words<'a>,
    /// The stretches in order.
    pub bars: &'a [Bar<'a>],
    /// What the columns of the table are called: stretch, how many.
    pub columns: [&'a str; 2],
}

const WIDTH: f64 = 360.0;
const HEIGHT: f64 = 220.0;
const SIDE: f64 = 6.0;
const TOP: f64 = 24.0;
const BOTTOM: f64 = 28.0;

/// From one line of a name to the next.
const LINE: f64 = 14.0;

/// About how wide a letter of a name is.
const LETTER: f64 = 6.6;

impl Histogram<'_> {
    /// Draws it; `id` is the picture's own on its page.
    #[must_use]
    pub fn draw(&self, id: &str) -> Picture {
        let mut drawing = Drawing::new(id);
        let most = self.bars.iter().filter_map(|bar| bar.count).max().unwrap_or(0);
        let ground = HEIGHT - BOTTOM;
        let letters = |name: &str| name.chars().count();
        let step = (WIDTH - 2.0 * SIDE) / steps(self.bars.len()).max(1.0);
        let longest = self.bars.iter().map(|bar| letters(bar.name)).max().unwrap_or(0);
        let words = self.bars.iter().flat_map(|bar| bar.name.splitn(2, ' '));
        let longest_line = words.map(letters).max().unwrap_or(0);
        let has_room = |every: usize, longest: usize| step * steps(every) >= LETTER * steps(longest + 1);
        // Names of two words stand on two lines where that gives them room. Else only so many that they do not touch; the table has them all.
        let is_broken = !has_room(1, longest) && has_room(1, longest_line);
        let longest = if is_broken { longest_line } else { longest };
        let every = (1..=self.bars.len())
            .find(|every| has_room(*every, longest))
            .unwrap_or(self.bars.len().max(1));
        for (place, bar) in self.bars.iter().enumerate() {
            let left = SIDE + step * steps(place);
            let middle = left + step / 2.0;
            let height = (ground - TOP) * part(i64::from(bar.count.unwrap_or(0)), i64::from(most));
            if height > 0.0 {
                drawing.band(bar.band, left + step * 0.08, ground - height, step * 0.84, height);
            }
            if step > 16.0 {
                drawing.text(bar.count_text, middle, ground - height - 6.0, 13, "middle", "");
            }
            if place.is_multiple_of(every) {
                let lines = bar.name.splitn(if is_broken { 2 } else { 1 }, ' ');
                for (line, words) in lines.enumerate() {
                    drawing.text(words, middle, HEIGHT - 9.0 + LINE * steps(line), 12, "middle", "subtle");
                }
            }
        }
        drawing.line("axis", (SIDE, ground), (WIDTH - SIDE, ground));
        let height = if is_broken { HEIGHT + LINE } else { HEIGHT };
        let row = |bar: &Bar<'_>| vec![bar.name.to_owned(), bar.count_text.to_owned()];
        Picture {
            svg: drawing.finish("histogram", self.words, WIDTH, height),
            table: Table {
                caption: self.words.title.to_owned(),
                columns: self.columns.map(str::to_owned).to_vec(),
                rows: self.bars.iter().map(row).collect(),
            },
            is_wide: false,
        }
    }
}
