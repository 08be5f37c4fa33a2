//! One load against the bands: where it stands, and how far it is to the next.

use rules::weight_model::Band;

use super::{BandWords, Drawing, Limits, Picture, Table, Words, part, shown, steps};

/// One load, today.
#[derive(Debug, Clone, Copy)]
pub struct Gauge<'a> {
    /// What is said of it.
    pub words: Words<'a>,
    /// The load in millionths of a full one; none without capacity.
    pub value: Option<i64>,
    /// The load as it is written: `84,4 %`, or the words for no capacity.
    pub value_text: &'a str,
    /// The band it falls in.
    pub band: Band,
    /// Where the bands begin.
    pub limits: Limits,
    /// The limits as they are written, in the order of [`Limits`]: short, without the sign of per cent.
    pub limit_texts: [&'a str; 3],
    /// The words for the bands.
    pub bands: BandWords<'a>,
    /// What the columns of the table are called: load, band.
    pub columns: [&'a str; 2],
}

const WIDTH: f64 = 320.0;
const HEIGHT: f64 = 104.0;
const TOP: f64 = 46.0;
const BAR: f64 = 22.0;
const SIDE: f64 = 4.0;

/// About how wide a short text is.
fn guessed_width(text: &str) -> f64 {
    6.8 * steps(text.chars().count()) + 3.0
}

impl Gauge<'_> {
    /// Draws it; `id` is the picture's own on its page.
    #[must_use]
    pub fn draw(&self, id: &str) -> Picture {
        let mut drawing = Drawing::new(id);
        let value = self.value.unwrap_or(0).max(0);
        // A third of the scale beyond the last limit, and room for a load that is higher still.
        let end = self
            .limits
            .over
            .max(1)
            .saturating_add(self.limits.over / 3)
            .max(value.saturating_add(value / 20));
        let x = |value: i64| SIDE + (WIDTH - 2.0 * SIDE) * part(value, end);
        let stretches = self.limits.stretches(end);
        for (band, from, to) in &stretches {
            drawing.band(*band, x(*from), TOP, x(*to) - x(*from), BAR);
            let middle = f64::midpoint(x(*from), x(*to)).clamp(SIDE + 18.0, WIDTH - SIDE - 18.0);
            if x(*to) - x(*from) > guessed_width(self.bands.of(*band)) || *band == self.band {
                drawing.text(self.bands.of(*band), middle, TOP + BAR + 31.0, 12, "middle", "subtle");
            }
        }
        let limits = [self.limits.balance, self.limits.high, self.limits.over];
        let mut free_from = 0.0;
        for (limit, text) in limits.into_iter().zip(self.limit_texts) {
            let place = x(limit);
            // Limits close to each other would write over each other; the table has them all the same.
            let half = guessed_width(text) / 2.0;
            if place - half >= free_from {
                let middle = place.clamp(SIDE + 12.0, WIDTH - SIDE - 12.0);
                drawing.text(text, middle, TOP + BAR + 15.0, 11, "middle", "subtle");
                free_from = place + half;
            }
        }
        let place = x(value).clamp(SIDE + 7.0, WIDTH - SIDE - 7.0);
        if self.value.is_some() {
            drawing.push(&format!(
                "<path class=\"marker\" d=\"M{} {}l-7 -11h14z\"/>",
                shown(place),
                shown(TOP + 5.0)
            ));
        }
        let anchor = if place < 90.0 {
            ("start", SIDE)
        } else if place > WIDTH - 90.0 {
            ("end", WIDTH - SIDE)
        } else {
            ("middle", place)
        };
        let said = match self.value {
            Some(_) => format!("{} – {}", self.value_text, self.bands.of(self.band)),
            None => self.value_text.to_owned(),
        };
        drawing.text(&said, anchor.1, 24.0, 18, anchor.0, "");
        Picture {
            svg: drawing.finish("gauge", self.words, WIDTH, HEIGHT),
            table: Table {
                caption: self.words.title.to_owned(),
                columns: self.columns.map(str::to_owned).to_vec(),
                rows: vec![vec![self.value_text.to_owned(), self.bands.of(self.band).to_owned()]],
            },
            is_wide: false,
        }
    }
}
