//! The report as a spreadsheet: typed cells under a frozen heading with filters, and a second sheet that says what it is.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

use super::OutputError;
use super::report::{Cell, Kind, Report};
use super::width;
use crate::language::Language;

/// Rows a sheet holds, beside the heading (ECMA-376 as Excel reads it: 1,048,576 in all).
const MOST_ROWS: usize = 1_048_575;

/// Characters a cell holds.
const MOST_CHARACTERS: usize = 32_767;

/// A column is made no wider than this, in characters.
const WIDEST: usize = 60;

/// Builds the file. No text becomes a formula, whatever it begins with.
///
/// # Errors
/// [`OutputError::TooManyRows`] and [`OutputError::Spreadsheet`].
pub fn build(report: &Report, language: &Language) -> Result<Vec<u8>, OutputError> {
    if report.rows.len() > MOST_ROWS {
        return Err(OutputError::TooManyRows { rows: report.rows.len() });
    }
    workbook(report, language).map_err(OutputError::Spreadsheet)
}

fn workbook(report: &Report, language: &Language) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name(language.text("spreadsheet-data", &[]))?;
    write_data(sheet, report, language)?;
    let about = workbook.add_worksheet();
    about.set_name(language.text("spreadsheet-about", &[]))?;
    write_about(about, report, language)?;
    workbook.save_to_buffer()
}

fn write_data(sheet: &mut Worksheet, report: &Report, language: &Language) -> Result<(), XlsxError> {
    let heading = Format::new().set_bold().set_border_bottom(FormatBorder::Thin).set_text_wrap();
    let last_row = u32::try_from(report.rows.len()).unwrap_or(u32::MAX);
    for (at, column) in (0_u16..).zip(&report.columns) {
        let aligned = if column.kind.right_aligned() {
            FormatAlign::Right
        } else {
            FormatAlign::Left
        };
        sheet.write_string_with_format(0, at, short(&column.heading), &heading.clone().set_align(aligned))?;
        let format = format(column.kind, column.wraps);
        let mut widest = width::of(&column.heading) + 3;
        for (line, row) in (1_u32..).zip(&report.rows) {
            let Some(cell) = row.get(usize::from(at)) else { continue };
            write_cell(sheet, line, at, cell, &format)?;
            widest = widest.max(width::of(&cell.shown(language.locale(), 0)) + 2);
        }
        #[expect(clippy::cast_precision_loss, reason = "at most 60")]
        sheet.set_column_width(at, widest.min(WIDEST) as f64)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    if let Some(last_column) = report.columns.len().checked_sub(1).and_then(|last| u16::try_from(last).ok()) {
        sheet.autofilter(0, 0, last_row, last_column)?;
        sheet.set_repeat_rows(0, 0)?;
    }
    Ok(())
}

fn write_cell(sheet: &mut Worksheet, row: u32, column: u16, cell: &Cell, format: &Format) -> Result<(), XlsxError> {
    match cell {
        Cell::None(words) if words.is_empty() => return Ok(()),
        Cell::None(words) | Cell::Text(words) | Cell::Term { word: words, .. } => {
            sheet.write_string_with_format(row, column, short(words), format)?
        }
        #[expect(
            clippy::cast_precision_loss,
            reason = "a spreadsheet has no other numbers; counts stay far below 2^53"
        )]
        Cell::Count(number) => sheet.write_number_with_format(row, column, *number as f64, format)?,
        Cell::Points(points) => sheet.write_number_with_format(row, column, points.to_f64(), format)?,
        Cell::Hours(hours) => sheet.write_number_with_format(row, column, hours.to_f64(), format)?,
        Cell::Share(share) => sheet.write_number_with_format(row, column, share.to_f64(), format)?,
        Cell::Load(load) => match load.rounded(4) {
            Some(share) => sheet.write_number_with_format(row, column, share.to_f64(), format)?,
            None => sheet.write_blank(row, column, format)?,
        },
        Cell::Date(date) => sheet.write_datetime_with_format(row, column, date, format)?,
    };
    Ok(())
}

fn format(kind: Kind, wraps: bool) -> Format {
    let format = Format::new().set_align(FormatAlign::Top);
    let format = if wraps { format.set_text_wrap() } else { format };
    match kind {
        Kind::Text | Kind::Points | Kind::Depth => format,
        Kind::Count => format.set_num_format("#,##0"),
        Kind::Share => format.set_num_format("0.0%"),
        Kind::Date => format.set_num_format("yyyy-mm-dd"),
    }
}

/// The title, the day, the totals and the notes: what would stand in the way of sorting and filtering on the first sheet.
fn write_about(sheet: &mut Worksheet, report: &Report, language: &Language) -> Result<(), XlsxError> {
    sheet.set_column_width(0, 40.0)?;
    sheet.write_string_with_format(0, 0, short(&report.title), &Format::new().set_bold())?;
    let mut row = 1;
    if let Some(date) = report.as_of {
        sheet.write_string(row, 0, language.text("spreadsheet-as-of", &[]))?;
        sheet.write_datetime_with_format(row, 1, date, &format(Kind::Date, false))?;
        row += 1;
    }
    for note in &report.notes {
        sheet.write_string(row, 0, short(note))?;
        row += 1;
    }
    for summary in &report.summary {
        row += 1;
        for (column, cell) in report.columns.iter().zip(summary).filter(|(_, cell)| **cell != Cell::EMPTY) {
            sheet.write_string(row, 0, short(&column.heading))?;
            write_cell(sheet, row, 1, cell, &format(column.kind, false))?;
            row += 1;
        }
    }
    sheet.set_column_width(1, 14.0)?;
    Ok(())
}

/// As much of a text as a cell holds.
fn short(text: &str) -> &str {
    // The limit counts UTF-16 units; a character beyond the first plane takes two.
    let mut units = 0;
    let end = text.char_indices().find(|(_, char)| {
        units += char.len_utf16();
        units > MOST_CHARACTERS
    });
    end.map_or(text, |(at, _)| &text[..at])
}
