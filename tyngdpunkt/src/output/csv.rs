//! The report as CSV, written so that a spreadsheet program in the same language opens it with a double click.

use std::borrow::Cow;
use std::io::{self, Write};

use super::report::{Cell, Report};
use crate::language::Locale;

/// What tells a spreadsheet program that the file is UTF-8; without it, Excel reads Windows-1252.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Writes the heading and the rows. In Swedish: a byte order mark, semicolons between fields and decimal commas, as Swedish Excel
/// expects. In English: commas and decimal points, no mark.
///
/// Shares are fractions (0.8442), numbers have no marks between thousands, days are ISO dates, and no value is an empty field.
pub fn write(report: &Report, locale: Locale, to: &mut impl Write) -> io::Result<()> {
    let delimiter = match locale {
        Locale::Swedish => {
            to.write_all(BYTE_ORDER_MARK)?;
            b';'
        }
        Locale::English => b',',
    };
    let mut writer = ::csv::WriterBuilder::new().delimiter(delimiter).from_writer(to);
    writer.write_record(report.columns.iter().map(|column| text(&column.heading).into_owned()))?;
    for row in &report.rows {
        for cell in row {
            writer.write_field(field(cell, locale).as_bytes())?;
        }
        writer.write_record(None::<&[u8]>)?;
    }
    writer.flush()
}

fn field(cell: &Cell, locale: Locale) -> Cow<'_, str> {
    match cell {
        Cell::None(words) | Cell::Text(words) | Cell::Term { word: words, .. } => text(words),
        Cell::Count(number) => number.to_string().into(),
        Cell::Points(points) => number(points, locale),
        Cell::Hours(hours) => number(hours, locale),
        Cell::Share(share) => number(share, locale),
        Cell::Load(load) => load.rounded(4).map_or(Cow::Borrowed(""), |share| number(&share, locale)),
        Cell::Date(date) => date.to_string().into(),
    }
}

/// An exact number with the language's decimal mark and nothing between thousands.
fn number(amount: &impl ToString, locale: Locale) -> Cow<'static, str> {
    let point = amount.to_string();
    match locale.decimal_mark() {
        '.' => point.into(),
        mark => point.replace('.', mark.encode_utf8(&mut [0; 4])).into(),
    }
}

/// A text that no spreadsheet program takes for a formula: one that begins like a formula gets an apostrophe first
/// (OWASP, "CSV Injection").
fn text(text: &str) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        format!("'{text}").into()
    } else {
        Cow::Borrowed(text)
    }
}
