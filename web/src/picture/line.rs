//! A load over the months, with the bands behind it.

use rules::weight_model::Band;

use super::{BandWords, Drawing, Limits, Picture, Table, Words, curve, part, steps};

/// A month of the curve.
#[derive(Debug, Clone, Copy)]
pub struct Point<'a> {
    /// What it is called in the picture: a few letters.
    pub short: &'a str,
    /// What it is called in the table.
    pub name: &'a str,
    /// The load in millionths of a full one; none where there is none.
    pub value: Option<i64>,
    /// The load as it is written.
    pub value_text: &'a str,
    /// The band it falls in.
    pub band: Band,
}

/// A load over time.
#[derive(Debug, Clone, Copy)]
pub struct Line<'a> {
    /// What is said of it.
    pub words: Words<'a>,
    /// The months in order.
    pub points: &'a [Point<'a>],
    /// Where the bands begin.
    pub limits: Limits,
    /// The words for the bands.
    pub bands: BandWords<'a>,
    /// What the columns of the table are called: month, load, band.
    pub columns: [&'a str; 3],
}

const WIDTH: f64 = 360.0;
const HEIGHT: f64 = 220.0;
const LEFT: f64 = 4.0;
const RIGHT: f64 = 58.0;
const TOP: f64 = 12.0;
const BOTTOM: f64 = 28.0;

/// So many names of months have room.
const NAMES: usize = 6;

impl Line<'_> {
    /// Draws it; `id` is the picture's own on its page.
    #[must_use]
    pub fn draw(&self, id: &str) -> Picture {
        let mut drawing = Drawing::new(id);
        let highest = self.points.iter().filter_map(|point| point.value).max().unwrap_or(0).max(0);
        let end = self
            .limits
            .over
            .max(1)
            .saturating_add(self.limits.over / 4)
            .max(highest.saturating_add(highest / 20));
        let (width, height) = (WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM);
        let y = |value: i64| TOP + height * (1.0 - part(value, end));
        for (band, from, to) in self.limits.stretches(end) {
            drawing.band(band, LEFT, y(to), width, y(from) - y(to));
            if y(from) - y(to) > 12.0 {
                let middle = f64::midpoint(y(from), y(to)) + 4.0;
                drawing.text(self.bands.of(band), LEFT + width + 6.0, middle, 13, "start", "subtle");
            }
        }
        let last = steps(self.points.len().saturating_sub(1)).max(1.0);
        let x = |place: usize| LEFT + 14.0 + (width - 28.0) * steps(place) / last;
        let places: Vec<_> = self
            .points
            .iter()
            .enumerate()
            .map(|(place, point)| point.value.map(|value| (x(place), y(value))))
            .collect();
        curve(&mut drawing, &places, 3.5);
        // So many names that they do not touch.
        let every = self.points.len().div_ceil(NAMES).max(1);
        for (place, point) in self.points.iter().enumerate().step_by(every) {
            drawing.text(point.short, x(place), HEIGHT - 9.0, 13, "middle", "subtle");
        }
        let row = |point: &Point<'_>| {
            let band = self.bands.of(point.band);
            [point.name, point.value_text, band].map(str::to_owned).to_vec()
        };
        Picture {
            svg: drawing.finish("line", self.words, WIDTH, HEIGHT),
            table: Table {
                caption: self.words.title.to_owned(),
                columns: self.columns.map(str::to_owned).to_vec(),
                rows: self.points.iter().map(row).collect(),
            },
            is_wide: false,
        }
    }
}
