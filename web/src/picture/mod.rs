//! Pictures of numbers: each drawn as SVG from figures and words decided elsewhere, with the same figures as a table beside it.
//!
//! Nothing is computed here but where things stand. Figures come as whole millionths ([`rules::amount`]), so none is infinite or no
//! number. A band shows by pattern and word as well as by colour.

mod gauge;
mod heat_map;
mod histogram;
mod line;
mod sparkline;

use std::fmt::Write as _;

use rules::weight_model::Band;

pub use gauge::Gauge;
pub use heat_map::{Cell, HeatMap, Row};
pub use histogram::{Bar, Histogram};
pub use line::{Line, Point};
pub use sparkline::Sparkline;

/// A picture and the same figures as a table; `templates/part/picture.html` shows both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The drawing: markup that may stand in a page as it is.
    pub svg: String,
    /// The figures.
    pub table: Table,
    /// Whether it needs more room than a telephone has, and scrolls by itself there.
    pub is_wide: bool,
}

/// Figures as a table. The first cell of each row names it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// What the table shows.
    pub caption: String,
    /// The names of the columns.
    pub columns: Vec<String>,
    /// The rows, a cell for each column.
    pub rows: Vec<Vec<String>>,
}

/// What is said of a picture to those who do not see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words<'a> {
    /// Its name.
    pub title: &'a str,
    /// What it shows, in a sentence or two with the figures that matter.
    pub description: &'a str,
}

/// The words for the bands, as the reader's language has them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BandWords<'a> {
    /// [`Band::Low`].
    pub low: &'a str,
    /// [`Band::Balance`].
    pub balance: &'a str,
    /// [`Band::High`].
    pub high: &'a str,
    /// [`Band::Over`].
    pub over: &'a str,
    /// [`Band::NoCapacity`].
    pub no_capacity: &'a str,
}

impl<'a> BandWords<'a> {
    /// The word for a band.
    #[must_use]
    pub const fn of(&self, band: Band) -> &'a str {
        match band {
            Band::Low => self.low,
            Band::Balance => self.balance,
            Band::High => self.high,
            Band::Over => self.over,
            Band::NoCapacity => self.no_capacity,
        }
    }
}

/// Where one band ends and the next begins, in millionths of a full load: low, balance, high and over, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Below it the band is low.
    pub balance: i64,
    /// Above it the band is high.
    pub high: i64,
    /// Above it the band is over.
    pub over: i64,
}

impl Limits {
    /// The bands with the stretch of each up to `end`, those that have any.
    fn stretches(self, end: i64) -> Vec<(Band, i64, i64)> {
        let edges = [0, self.balance, self.high, self.over, end];
        let bands = [Band::Low, Band::Balance, Band::High, Band::Over];
        let mut from = 0;
        let mut stretches = Vec::new();
        for (band, to) in bands.into_iter().zip(edges.into_iter().skip(1)) {
            let to = to.clamp(from, end.max(0));
            if to > from {
                stretches.push((band, from, to));
            }
            from = to;
        }
        stretches
    }
}

/// The class of a band in the style sheet.
const fn class(band: Band) -> &'static str {
    match band {
        Band::Low => "band-low",
        Band::Balance => "band-balance",
        Band::High => "band-high",
        Band::Over => "band-over",
        Band::NoCapacity => "band-no-capacity",
    }
}

/// A drawing in the making. `id` must be the picture's own on its page: its parts are named after it.
struct Drawing<'a> {
    id: &'a str,
    body: String,
}

impl<'a> Drawing<'a> {
    /// An empty drawing with the patterns of the bands.
    fn new(id: &'a str) -> Self {
        let id_attribute = escaped(id);
        let pattern = |band: Band, marks: &str| {
            format!(
                "<pattern id=\"{id_attribute}-{}\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">{marks}</pattern>",
                class(band)
            )
        };
        let body = [
            "<defs>".to_owned(),
            pattern(Band::Low, "<circle class=\"dot\" cx=\"4\" cy=\"4\" r=\"1\"/>"),
            pattern(Band::High, "<path class=\"pattern\" d=\"M-2 2L2 -2M0 8L8 0M6 10L10 6\"/>"),
            pattern(
                Band::Over,
                "<path class=\"pattern\" d=\"M-2 2L2 -2M0 8L8 0M6 10L10 6M-2 6L2 10M0 0L8 8M6 -2L10 2\"/>",
            ),
            pattern(Band::NoCapacity, "<path class=\"pattern\" d=\"M0 4H8\"/>"),
            "</defs>".to_owned(),
        ]
        .concat();
        Self { id, body }
    }

    fn push(&mut self, markup: &str) {
        self.body.push_str(markup);
    }

    /// A filled rectangle with the colour and the pattern of a band; balance has none.
    fn band(&mut self, band: Band, x: f64, y: f64, width: f64, height: f64) {
        let place = format!(
            "x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"",
            shown(x),
            shown(y),
            shown(width.max(0.0)),
            shown(height.max(0.0))
        );
        let _ = write!(self.body, "<rect class=\"{}\" {place}/>", class(band));
        if band != Band::Balance {
            let id = escaped(self.id);
            let _ = write!(self.body, "<rect {place} fill=\"url(#{id}-{})\"/>", class(band));
        }
        let _ = write!(self.body, "<rect class=\"edge\" {place}/>");
    }

    /// A text, `anchor` being `start`, `middle` or `end`.
    fn text(&mut self, text: &str, x: f64, y: f64, size: u8, anchor: &str, class: &str) {
        let _ = write!(
            self.body,
            "<text class=\"{class}\" x=\"{}\" y=\"{}\" font-size=\"{size}\" text-anchor=\"{anchor}\">{}</text>",
            shown(x),
            shown(y),
            escaped(text)
        );
    }

    /// A straight line.
    fn line(&mut self, class: &str, from: (f64, f64), to: (f64, f64)) {
        let _ = write!(
            self.body,
            "<path class=\"{class}\" d=\"M{} {}L{} {}\"/>",
            shown(from.0),
            shown(from.1),
            shown(to.0),
            shown(to.1)
        );
    }

    /// The whole picture, `width` × `height` in its own units.
    fn finish(self, kind: &str, words: Words<'_>, width: f64, height: f64) -> String {
        let id = escaped(self.id);
        format!(
            "<svg class=\"{kind}\" viewBox=\"0 0 {} {}\" role=\"img\" aria-labelledby=\"{id}-title {id}-description\">\
             <title id=\"{id}-title\">{}</title><desc id=\"{id}-description\">{}</desc>{}</svg>",
            shown(width),
            shown(height),
            escaped(words.title),
            escaped(words.description),
            self.body
        )
    }
}

/// A curve through `points`, broken where one is missing, and a dot for each: alone it would not be seen.
fn curve(drawing: &mut Drawing<'_>, points: &[Option<(f64, f64)>], radius: f64) {
    let mut path = String::new();
    let mut is_under_way = false;
    for point in points {
        if let Some((x, y)) = point {
            let letter = if is_under_way { 'L' } else { 'M' };
            let _ = write!(path, "{letter}{} {}", shown(*x), shown(*y));
        }
        is_under_way = point.is_some();
    }
    if !path.is_empty() {
        drawing.push(&format!("<path class=\"curve\" d=\"{path}\"/>"));
    }
    for (x, y) in points.iter().flatten() {
        drawing.push(&format!(
            "<circle class=\"point\" cx=\"{}\" cy=\"{}\" r=\"{}\"/>",
            shown(*x),
            shown(*y),
            shown(radius)
        ));
    }
}

/// The part that `value` is of `whole`, from 0 to 1.
#[expect(
    clippy::cast_precision_loss,
    reason = "a place in a picture, where a millionth does not show"
)]
fn part(value: i64, whole: i64) -> f64 {
    if whole <= 0 {
        return 0.0;
    }
    (value as f64 / whole as f64).clamp(0.0, 1.0)
}

/// A count as a place or a number of steps.
fn steps(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// A coordinate with at most one decimal.
fn shown(coordinate: f64) -> String {
    let text = format!("{coordinate:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

/// A text as it may stand in markup and in an attribute.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests;
