//! Opening a file: a list from a case or HR system becomes rows of cells, whatever program wrote it.
//!
//! What kind of file it is, its encoding, separator, header line and footer are found by looking ([`Found`]) and can be said instead
//! ([`Options`]). CSV is read in constant memory; a spreadsheet is held in a compact form after its unpacked size was checked.

mod csv;
mod encoding;
mod file_type;
mod found;
mod row;
mod spreadsheet;

use std::collections::VecDeque;
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

pub use encoding::Encoding;
pub use file_type::FileType;
pub use found::{Footer, Found, Options, heading};
pub use row::{Cell, RowProblem, RowView};

use csv::CsvSource;
use row::RowBuffer;
use spreadsheet::SheetSource;

/// Rows are looked at for the header this far down.
const HEADER_SEARCH: usize = 50;
/// At most this many last lines are taken for a footer found by looking.
const FOOTER_SEARCH: usize = 8;

/// What a table can be read from: a file, or bytes in memory.
pub trait Input: Read + Seek + Send {}
impl<T: Read + Seek + Send> Input for T {}

/// Why a file as a whole cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum TableError {
    /// The file cannot be opened or read.
    #[error("cannot be read: {0}; check that it exists and is not open in another program")]
    Io(#[from] io::Error),
    /// Nothing in it, or only blank lines.
    #[error("is empty; export it again and check that the list has rows")]
    Empty,
    /// Not a CSV or XLSX file.
    #[error("is {0}, not CSV or XLSX; export the list again and choose CSV or Excel workbook (.xlsx)")]
    WrongType(FileType),
    /// The spreadsheet is damaged or protected by a password.
    #[error("is not a spreadsheet that can be read ({0}); open it, remove any password and save it again as .xlsx")]
    BadSpreadsheet(String),
    /// Unpacked, the spreadsheet would be larger than the limit.
    #[error("unpacks to more than {limit_megabytes} MB or more than {ratio} times its size; export the list as CSV instead")]
    TooLargeUnpacked {
        /// The limit in millions of bytes.
        limit_megabytes: u64,
        /// The limit as a multiple of the packed size.
        ratio: u64,
    },
    /// The named sheet is not there.
    #[error("has no sheet {sheet}; its sheets are {}", .sheets.join(", "))]
    NoSuchSheet {
        /// The sheet the mapping names.
        sheet: String,
        /// The sheets that are there.
        sheets: Vec<String>,
    },
    /// The header line given lies below the last line.
    #[error("has no line {0}, where the header should be; correct header_line in the mapping")]
    NoHeaderLine(u64),
}

/// An open table: a header, and a row at a time below it.
pub struct Table {
    source: Source,
    row: RowBuffer,
    found: Found,
    footer: Footer,
    /// Rows that look like a footer, until it is known whether a row of data follows.
    held: VecDeque<RowBuffer>,
    /// Rows in `held` that are to be given out before anything else is read.
    release: usize,
    /// Whether `row` is read but waits until `held` is given out.
    waiting: bool,
    ended: bool,
    typical_filled: usize,
}

enum Source {
    Csv(CsvSource),
    Sheet(SheetSource),
}

impl Source {
    fn advance(&mut self, row: &mut RowBuffer) -> io::Result<bool> {
        match self {
            Self::Csv(csv) => csv.advance(row),
            Self::Sheet(sheet) => Ok(sheet.advance(row)),
        }
    }

    fn restart(&mut self) -> io::Result<()> {
        match self {
            Self::Csv(csv) => csv.restart(),
            Self::Sheet(sheet) => {
                sheet.restart();
                Ok(())
            }
        }
    }
}

impl Table {
    /// Opens the file at `path`; see [`Table::read`].
    ///
    /// # Errors
    /// [`TableError`] when the file cannot be read or is not a list.
    pub fn open(path: &Path, options: &Options) -> Result<Self, TableError> {
        Self::read(Box::new(File::open(path)?), options)
    }

    /// Looks through `input` and stands before the first row below the header.
    ///
    /// # Errors
    /// [`TableError`] when it cannot be read or is not a list.
    pub fn read(mut input: Box<dyn Input>, options: &Options) -> Result<Self, TableError> {
        input.seek(SeekFrom::Start(0))?;
        match file_type::look(&mut input)? {
            FileType::Csv => Self::read_csv(input, options),
            FileType::Xlsx => Self::read_spreadsheet(input, options),
            FileType::Empty => Err(TableError::Empty),
            other => Err(TableError::WrongType(other)),
        }
    }

    fn read_csv(mut input: Box<dyn Input>, options: &Options) -> Result<Self, TableError> {
        let encoding = match options.encoding {
            Some(encoding) => encoding,
            None => encoding::look(&mut input)?,
        };
        let separator = match options.separator {
            Some(separator) => separator,
            None => found::look_for_separator(&mut input, encoding, &options.wanted)?,
        };
        let source = CsvSource::new(input, encoding, separator)?;
        let found = Found {
            encoding: Some(encoding),
            separator: Some(char::from(separator)),
            ..Found::default()
        };
        Self::from_source(Source::Csv(source), found, options)
    }

    fn read_spreadsheet(mut input: Box<dyn Input>, options: &Options) -> Result<Self, TableError> {
        spreadsheet::check_unpacked_size(&mut input)?;
        input.seek(SeekFrom::Start(0))?;
        let mut workbook = spreadsheet::open(BufReader::new(input))?;
        let names = spreadsheet::candidates(&workbook, options.sheet.as_deref())?;
        let mut best: Option<(usize, SheetSource, String)> = None;
        for name in names {
            let mut source = spreadsheet::load(&mut workbook, &name)?;
            let first = first_rows(|row| Ok(source.advance(row)))?;
            source.restart();
            let score = if first.is_empty() {
                0
            } else {
                1 + found::most_wanted(&first, &options.wanted)
            };
            if best.as_ref().is_none_or(|(most, ..)| score > *most) {
                best = Some((score, source, name));
            }
        }
        let (_, source, sheet) = best.ok_or(TableError::Empty)?;
        let found = Found {
            sheet: Some(sheet),
            ..Found::default()
        };
        Self::from_source(Source::Sheet(source), found, options)
    }

    fn from_source(mut source: Source, found: Found, options: &Options) -> Result<Self, TableError> {
        let first = first_rows(|row| source.advance(row))?;
        if first.is_empty() {
            return Err(TableError::Empty);
        }
        let header = match options.header_line {
            Some(line) => line,
            None => found::look_for_header(&first, &options.wanted),
        };
        source.restart()?;
        let mut row = RowBuffer::default();
        loop {
            if !source.advance(&mut row)? || row.line > header {
                return Err(TableError::NoHeaderLine(header));
            }
            if row.line == header {
                break;
            }
        }
        let columns = found::column_names(row.view());
        if let Source::Csv(csv) = &mut source {
            csv.expect_cells(columns.len());
        }
        Ok(Self {
            source,
            row: RowBuffer::default(),
            typical_filled: found::typical_filled(&first, header),
            found: Found {
                header_line: header,
                columns,
                ..found
            },
            footer: options.footer.clone(),
            held: VecDeque::new(),
            release: 0,
            waiting: false,
            ended: false,
        })
    }

    /// What was found by looking. The footer is complete once all rows are read.
    #[must_use]
    pub fn found(&self) -> &Found {
        &self.found
    }

    /// The next row that has any content and is no footer; none at the end.
    ///
    /// # Errors
    /// When the file cannot be read further.
    pub fn next_row(&mut self) -> io::Result<Option<RowView<'_>>> {
        if !self.find_next()? {
            return Ok(None);
        }
        Ok(Some(self.row.view()))
    }

    /// Puts the next row of data into `self.row`.
    fn find_next(&mut self) -> io::Result<bool> {
        loop {
            if self.release > 0 {
                self.release -= 1;
                if let Some(held) = self.held.pop_front() {
                    if self.waiting {
                        // The row already read goes behind those held back before it.
                        self.held.push_back(std::mem::replace(&mut self.row, held));
                        self.release = self.held.len();
                        self.waiting = false;
                    } else {
                        self.row = held;
                    }
                    return Ok(true);
                }
            }
            if self.ended {
                self.found.footer_lines.extend(self.held.drain(..).map(|row| row.line));
                return Ok(false);
            }
            if !self.source.advance(&mut self.row)? {
                self.ended = true;
                continue;
            }
            if self.row.is_blank() {
                continue;
            }
            if self.give_out() {
                return Ok(true);
            }
        }
    }

    /// Whether the row just read is to be given out at once; otherwise it is held back, dropped as a footer, or waits for its turn.
    fn give_out(&mut self) -> bool {
        match &self.footer {
            Footer::None => true,
            Footer::Beginning(texts) => {
                let is_footer = found::begins_with_one_of(self.row.view(), texts);
                if is_footer {
                    self.found.footer_lines.push(self.row.line);
                }
                !is_footer
            }
            Footer::Lines(count) => {
                self.held.push_back(std::mem::take(&mut self.row));
                if self.held.len() > *count {
                    self.release = 1;
                }
                false
            }
            Footer::Look => {
                let suspect =
                    self.typical_filled > 1 && self.row.filled_up_to(self.typical_filled / 2 + 1) * 2 <= self.typical_filled;
                if suspect {
                    self.held.push_back(std::mem::take(&mut self.row));
                    if self.held.len() > FOOTER_SEARCH {
                        self.release = self.held.len();
                    }
                    return false;
                }
                if self.held.is_empty() {
                    return true;
                }
                self.release = self.held.len();
                self.waiting = true;
                false
            }
        }
    }
}

/// The first rows that have content.
fn first_rows(mut advance: impl FnMut(&mut RowBuffer) -> io::Result<bool>) -> io::Result<Vec<RowBuffer>> {
    let mut rows = Vec::new();
    let mut row = RowBuffer::default();
    while rows.len() < HEADER_SEARCH && advance(&mut row)? {
        if !row.is_blank() {
            rows.push(std::mem::take(&mut row));
        }
    }
    Ok(rows)
}
