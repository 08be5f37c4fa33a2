//! A small curve beside a number: whether it has gone up or down.

use super::{Drawing, Picture, Table, Words, curve, part, steps};

/// A curve without axes.
#[derive(Debug, Clone, Copy)]
pub struct Sparkline<'a> {
    /// What is said of it.
    pub words: Words<'a>,
    /// Each point: what it is called, its figure in millionths (none where there is none), and the figure as it is written.
    pub points: &'a [(&'a str, Option<i64>, &'a str)],
    /// What the columns of the table are called: time, figure.
    pub columns: [&'a str; 2],
}

const WIDTH: f64 = 120.0;
const HEIGHT: f64 = 32.0;
const EDGE: f64 = 4.0;

impl Sparkline<'_> {
    /// Draws it; `id` is the picture's own on its page.
    #[must_use]
    pub fn draw(&self, id: &str) -> Picture {
        let mut drawing = Drawing::new(id);
        let figures = || self.points.iter().filter_map(|(_, figure, _)| *figure);
        let lowest = figures().min().unwrap_or(0);
        let spread = figures().max().unwrap_or(0).saturating_sub(lowest);
        let last = steps(self.points.len().saturating_sub(1)).max(1.0);
        let places: Vec<_> = self
            .points
            .iter()
            .enumerate()
            .map(|(place, (_, figure, _))| {
                let x = EDGE + (WIDTH - 2.0 * EDGE) * steps(place) / last;
                // A level curve runs through the middle.
                let height = |figure: i64| {
                    if spread == 0 {
                        0.5
                    } else {
                        part(figure.saturating_sub(lowest), spread)
                    }
                };
                figure.map(|figure| (x, HEIGHT - EDGE - (HEIGHT - 2.0 * EDGE) * height(figure)))
            })
            .collect();
        curve(&mut drawing, &places, 1.8);
        let row = |(name, _, text): &(&str, Option<i64>, &str)| vec![(*name).to_owned(), (*text).to_owned()];
        Picture {
            svg: drawing.finish("sparkline", self.words, WIDTH, HEIGHT),
            table: Table {
                caption: self.words.title.to_owned(),
                columns: self.columns.map(str::to_owned).to_vec(),
                rows: self.points.iter().map(row).collect(),
            },
            is_wide: false,
        }
    }
}
