//! The table of measurements, readable on a terminal and in Markdown alike.

use std::fmt;
use std::time::Duration;

/// Something measured.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub enum Quantity {
    /// How long it took.
    Time(Duration),
    /// Memory, in bytes.
    Memory(u64),
    /// How many in a second.
    Rate(f64),
    /// Cases that change hands.
    Handovers(u64),
}

impl Quantity {
    /// In seconds, bytes, cases or a second's number, for ratios.
    #[expect(
        clippy::cast_precision_loss,
        reason = "a measurement has no more than a few digits that mean anything"
    )]
    fn magnitude(self) -> f64 {
        match self {
            Self::Time(time) => time.as_secs_f64(),
            Self::Memory(number) | Self::Handovers(number) => number as f64,
            Self::Rate(rate) => rate,
        }
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let magnitude = self.magnitude();
        let steps: &[(f64, &str)] = match self {
            Self::Time(_) => &[(1.0, "s"), (1e-3, "ms"), (1e-6, "µs"), (1e-9, "ns")],
            Self::Memory(_) => &[(1e6, "MB"), (1e3, "kB"), (1.0, "B")],
            Self::Rate(_) => &[(1.0, "/s")],
            Self::Handovers(number) => return write!(f, "{number} handovers"),
        };
        let smallest = (1.0, "");
        let (unit, name) = steps
            .iter()
            .find(|(unit, _)| magnitude >= *unit)
            .or(steps.last())
            .unwrap_or(&smallest);
        write!(f, "{} {name}", three_digits(magnitude / unit))
    }
}

/// What ours is compared with.
#[derive(Debug, Clone, PartialEq)]
pub enum Alternative {
    /// Measured in this run, on this machine.
    Measured {
        /// Which program or method.
        name: String,
        /// What was measured of it.
        quantity: Quantity,
    },
    /// Not to be had here: the figure is published.
    Published {
        /// Which program or method, and where the figure stands.
        name: String,
        /// The figure.
        quantity: Quantity,
    },
}

impl Alternative {
    const fn quantity(&self) -> Quantity {
        match self {
            Self::Measured { quantity, .. } | Self::Published { quantity, .. } => *quantity,
        }
    }
}

impl fmt::Display for Alternative {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Measured { name, quantity } => write!(f, "{name}: {quantity}"),
            Self::Published { name, quantity } => write!(f, "{name}: {quantity} (published)"),
        }
    }
}

/// What must hold for the benchmark to pass.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Limit {
    /// Ours is at most this.
    AtMost(Quantity),
    /// Ours is at least this.
    AtLeast(Quantity),
    /// Nothing: shown beside the others, to say where the time goes.
    None,
    /// Ours divided by the alternative is at most this: 4.0 for "at most four times as long".
    TimesTheAlternative(f64),
    /// The alternative divided by ours is at least this: 30.0 for "at least thirty times faster".
    TimesBetter(f64),
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AtMost(quantity) => write!(f, "≤ {quantity}"),
            Self::AtLeast(quantity) => write!(f, "≥ {quantity}"),
            Self::None => write!(f, "–"),
            Self::TimesTheAlternative(times) => write!(f, "≤ {times} × the alternative"),
            Self::TimesBetter(times) => write!(f, "≥ {times} × better"),
        }
    }
}

/// One line of the table.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The benchmark, as one chooses it on the command line.
    pub name: &'static str,
    /// What was done, and to how much.
    pub what: String,
    /// What ours took.
    pub ours: Quantity,
    /// What it is compared with, where something is.
    pub alternative: Option<Alternative>,
    /// What must hold.
    pub limit: Limit,
}

impl Row {
    /// Whether the limit holds. A limit relative to an alternative that is missing does not.
    pub fn is_met(&self) -> bool {
        match self.limit {
            Limit::AtMost(most) => self.ours <= most,
            Limit::AtLeast(least) => self.ours >= least,
            Limit::None => true,
            Limit::TimesTheAlternative(times) => self.ratio().is_some_and(|ratio| ratio <= times),
            Limit::TimesBetter(times) => self.ratio().is_some_and(|ratio| ratio * times <= 1.0),
        }
    }

    /// Ours divided by the alternative; nothing without an alternative of the same kind that took anything.
    fn ratio(&self) -> Option<f64> {
        let other = self.alternative.as_ref()?.quantity();
        let same_kind = matches!(
            (self.ours, other),
            (Quantity::Time(_), Quantity::Time(_))
                | (Quantity::Memory(_), Quantity::Memory(_))
                | (Quantity::Rate(_), Quantity::Rate(_))
                | (Quantity::Handovers(_), Quantity::Handovers(_))
        );
        (same_kind && other.magnitude() > 0.0).then(|| self.ours.magnitude() / other.magnitude())
    }

    fn cells(&self) -> [String; 7] {
        [
            self.name.to_owned(),
            self.what.clone(),
            self.ours.to_string(),
            self.alternative
                .as_ref()
                .map_or_else(|| "–".to_owned(), Alternative::to_string),
            self.ratio().map_or_else(|| "–".to_owned(), written_ratio),
            self.limit.to_string(),
            if self.is_met() { "yes" } else { "NO" }.to_owned(),
        ]
    }
}

/// `3.1 ×` when ours takes more, `1/31` when it takes less.
fn written_ratio(ratio: f64) -> String {
    if ratio >= 1.0 || ratio <= 0.0 {
        format!("{} ×", three_digits(ratio))
    } else {
        format!("1/{}", three_digits(1.0 / ratio))
    }
}

/// Three digits that mean something; no fewer than those before the decimal point.
fn three_digits(number: f64) -> String {
    let decimals = if number >= 100.0 {
        0
    } else if number >= 10.0 {
        1
    } else {
        2
    };
    format!("{number:.decimals$}")
}

/// A Markdown table whose columns also line up in plain text.
pub fn markdown(rows: &[Row]) -> String {
    let head = ["benchmark", "what", "ours", "alternative", "ratio", "limit", "met"].map(str::to_owned);
    let cells: Vec<_> = std::iter::once(head).chain(rows.iter().map(Row::cells)).collect();
    let mut widths = [3; 7];
    for line in &cells {
        for (width, cell) in widths.iter_mut().zip(line) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let written = |line: &[String; 7]| {
        let padded: Vec<_> = line
            .iter()
            .zip(widths)
            .map(|(cell, width)| format!("{cell:<width$}"))
            .collect();
        format!("| {} |", padded.join(" | "))
    };
    let mut lines: Vec<_> = cells.iter().map(written).collect();
    lines.insert(1, written(&widths.map(|width| "-".repeat(width))));
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(ours: u64, alternative: Option<u64>, limit: Limit) -> Row {
        let time = |milliseconds| Quantity::Time(Duration::from_millis(milliseconds));
        let alternative = alternative.map(|ms| Alternative::Measured {
            name: "theirs".into(),
            quantity: time(ms),
        });
        Row {
            name: "import",
            what: "1,000 rows".into(),
            ours: time(ours),
            alternative,
            limit,
        }
    }

    #[test]
    fn a_limit_is_met_up_to_and_including_its_figure() {
        let second = Limit::AtMost(Quantity::Time(Duration::from_secs(1)));
        for (ours, alternative, limit, met) in [
            (1000, None, second, true),
            (1001, None, second, false),
            (400, Some(100), Limit::TimesTheAlternative(4.0), true),
            (401, Some(100), Limit::TimesTheAlternative(4.0), false),
            (10, Some(320), Limit::TimesBetter(32.0), true),
            (10, Some(319), Limit::TimesBetter(32.0), false),
            (1, None, Limit::TimesTheAlternative(4.0), false),
            (1, Some(0), Limit::TimesBetter(1.0), false),
        ] {
            assert_eq!(row(ours, alternative, limit).is_met(), met, "{ours} {alternative:?} {limit}");
        }
    }

    #[test]
    fn so_many_a_second_is_met_from_its_figure_on() {
        let mut row = row(1, None, Limit::AtLeast(Quantity::Rate(500.0)));
        for (rate, met) in [(499.9, false), (500.0, true)] {
            row.ours = Quantity::Rate(rate);
            assert_eq!(row.is_met(), met, "{rate}");
        }
    }

    #[test]
    fn time_is_not_compared_with_memory() {
        let mut row = row(1, Some(1), Limit::TimesTheAlternative(4.0));
        row.ours = Quantity::Memory(1);
        assert!(!row.is_met());
    }

    #[test]
    fn quantities_are_written_with_three_digits_and_the_unit_that_fits() {
        for (quantity, written) in [
            (Quantity::Time(Duration::from_nanos(999)), "999 ns"),
            (Quantity::Time(Duration::from_nanos(1500)), "1.50 µs"),
            (Quantity::Time(Duration::from_millis(12)), "12.0 ms"),
            (Quantity::Time(Duration::from_secs(57)), "57.0 s"),
            (Quantity::Time(Duration::ZERO), "0.00 ns"),
            (Quantity::Memory(299_400_000), "299 MB"),
            (Quantity::Memory(512), "512 B"),
            (Quantity::Rate(1234.6), "1235 /s"),
            (Quantity::Handovers(1768), "1768 handovers"),
        ] {
            assert_eq!(quantity.to_string(), written);
        }
    }

    #[test]
    fn the_table_is_markdown_with_columns_that_line_up() {
        let published = Alternative::Published {
            name: "peer".into(),
            quantity: Quantity::Time(Duration::from_secs(44)),
        };
        let mut other = row(500, None, Limit::TimesBetter(30.0));
        other.alternative = Some(published);
        let table = markdown(&[row(300, Some(100), Limit::TimesTheAlternative(4.0)), other]);
        let expected = "\
| benchmark | what       | ours   | alternative              | ratio  | limit               | met |
| --------- | ---------- | ------ | ------------------------ | ------ | ------------------- | --- |
| import    | 1,000 rows | 300 ms | theirs: 100 ms           | 3.00 × | ≤ 4 × the alternative | yes |
| import    | 1,000 rows | 500 ms | peer: 44.0 s (published) | 1/88.0 | ≥ 30 × better       | yes |";
        let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").replace('-', "");
        assert_eq!(squeezed(&table), squeezed(expected));
        let widths: Vec<_> = table.lines().map(|line| line.chars().count()).collect();
        assert!(widths.iter().all(|width| *width == widths[0]), "{table}");
    }
}
