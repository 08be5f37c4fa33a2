//! Reading CSV: a row at a time from a buffer of bounded size, however long a line is.

use std::io::{self, Read, Seek, SeekFrom};

use super::row::{RowBuffer, RowProblem, StoredCell};
use super::{Encoding, Input};

/// A row longer than this is rejected. No export of a list comes near it.
pub(super) const LONGEST_ROW: usize = 1024 * 1024;
/// So much is read at a time.
const CHUNK: usize = 256 * 1024;

/// A CSV file, read row by row.
pub(super) struct CsvSource {
    bytes: Bytes,
    encoding: Encoding,
    separator: u8,
    buffer: Vec<u8>,
    /// Where the next row begins in `buffer`.
    start: usize,
    /// Where what was read into `buffer` ends.
    filled: usize,
    at_end: bool,
    line: u64,
    fields: Vec<Field>,
    /// Cells a row must have for quoted line breaks in it to be believed.
    expected: Option<usize>,
    /// Whether something stands between a closing quotation mark and the end of its cell, in the row last scanned.
    untidy: bool,
}

/// Where a cell lies in the bytes of its row.
#[derive(Clone, Copy)]
struct Field {
    from: usize,
    to: usize,
    /// Whether quotation marks are within, which are to be taken away.
    quoted: bool,
}

/// What lies at the start of the buffer.
enum Scan {
    /// A whole row: its length without and with its line end, and the physical lines it takes.
    Row {
        text: usize,
        whole: usize,
        lines: u64,
        quoted: bool,
    },
    /// The row goes on beyond what was read.
    More,
    /// The file ends within a quoted cell.
    Unclosed,
}

impl CsvSource {
    pub(super) fn new(input: Box<dyn Input>, encoding: Encoding, separator: u8) -> io::Result<Self> {
        let mut source = Self {
            bytes: Bytes {
                input,
                decoder: None,
                raw: Vec::new(),
                raw_from: 0,
            },
            encoding,
            separator,
            buffer: vec![0; LONGEST_ROW + 2 * CHUNK],
            start: 0,
            filled: 0,
            at_end: false,
            line: 1,
            fields: Vec::new(),
            expected: None,
            untidy: false,
        };
        source.restart()?;
        Ok(source)
    }

    /// Goes back to the first line, behind the mark.
    pub(super) fn restart(&mut self) -> io::Result<()> {
        self.bytes.restart(self.encoding)?;
        (self.start, self.filled, self.at_end, self.line) = (0, 0, false, 1);
        self.fill()?;
        if self.buffer[..self.filled].starts_with(b"\xef\xbb\xbf") {
            self.start = 3;
        }
        Ok(())
    }

    /// From now on a row over several lines must have so many cells and tidy quotation marks; otherwise one is taken for unclosed.
    pub(super) fn expect_cells(&mut self, count: usize) {
        self.expected = Some(count);
    }

    /// Reads the next row, blank or not; false at the end.
    pub(super) fn advance(&mut self, row: &mut RowBuffer) -> io::Result<bool> {
        loop {
            if self.start == self.filled && self.at_end {
                return Ok(false);
            }
            row.clear(self.line);
            match self.scan() {
                Scan::Row {
                    text,
                    whole,
                    lines,
                    quoted,
                } => {
                    let believable = !self.untidy && self.expected.is_none_or(|count| count == self.fields.len());
                    if lines > 1 && !believable {
                        self.skip_line(row, RowProblem::UnclosedQuote)?;
                        return Ok(true);
                    }
                    if text > LONGEST_ROW {
                        row.problem = Some(RowProblem::TooLong);
                    } else {
                        self.decode(row, text, quoted);
                    }
                    self.start += whole;
                    self.line += lines;
                    return Ok(true);
                }
                Scan::Unclosed => {
                    self.skip_line(row, RowProblem::UnclosedQuote)?;
                    return Ok(true);
                }
                Scan::More if self.filled - self.start > LONGEST_ROW => {
                    self.skip_line(row, RowProblem::TooLong)?;
                    return Ok(true);
                }
                Scan::More => self.fill()?,
            }
        }
    }

    /// Passes over one physical line that holds no row that can be read.
    ///
    /// The rows below a mark that is never closed are then read as rows, not swallowed.
    fn skip_line(&mut self, row: &mut RowBuffer, problem: RowProblem) -> io::Result<()> {
        let mut skipped = 0;
        loop {
            let rest = &self.buffer[self.start..self.filled];
            if let Some(end) = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')) {
                if rest[end] == b'\r' && end + 1 == rest.len() && !self.at_end {
                    skipped += end;
                    self.start += end;
                    self.fill()?;
                    continue;
                }
                let both = rest[end] == b'\r' && rest.get(end + 1) == Some(&b'\n');
                self.keep_for_search(row, end);
                self.start += end + 1 + usize::from(both);
                skipped += end;
                break;
            }
            let length = rest.len();
            self.keep_for_search(row, length);
            skipped += length;
            self.start = self.filled;
            if self.at_end {
                break;
            }
            self.fill()?;
        }
        self.line += 1;
        row.problem = Some(if skipped > LONGEST_ROW { RowProblem::TooLong } else { problem });
        Ok(())
    }

    /// Keeps the beginning of a row that cannot be read, so that it can be looked through for identity numbers.
    fn keep_for_search(&self, row: &mut RowBuffer, length: usize) {
        if row.text.len() < LONGEST_ROW {
            row.text.push_str(&String::from_utf8_lossy(
                &self.buffer[self.start..self.start + length.min(LONGEST_ROW)],
            ));
        }
    }

    /// Moves what is left to the front and reads more behind it.
    fn fill(&mut self) -> io::Result<()> {
        self.buffer.copy_within(self.start..self.filled, 0);
        self.filled -= self.start;
        self.start = 0;
        let room = (self.filled + CHUNK).min(self.buffer.len());
        let read = self.bytes.read(&mut self.buffer[self.filled..room])?;
        self.filled += read;
        self.at_end = read == 0;
        Ok(())
    }

    /// Finds the cells of the row at the start of the buffer.
    fn scan(&mut self) -> Scan {
        let bytes = &self.buffer[self.start..self.filled];
        let (separator, at_end) = (self.separator, self.at_end);
        self.fields.clear();
        self.untidy = false;
        let (mut at, mut lines, mut any_quoted) = (0, 0, false);
        loop {
            let from = at;
            let mut quoted = false;
            if bytes.get(at) == Some(&b'"') {
                quoted = true;
                at += 1;
                loop {
                    match (bytes.get(at), bytes.get(at + 1)) {
                        (None, _) => return if at_end { Scan::Unclosed } else { Scan::More },
                        (Some(b'"'), Some(b'"')) => at += 1,
                        (Some(b'"'), None) if !at_end => return Scan::More,
                        (Some(b'"'), _) => break,
                        (Some(b'\r'), Some(b'\n')) => {}
                        (Some(b'\n' | b'\r'), _) => lines += 1,
                        _ => {}
                    }
                    at += 1;
                }
                at += 1;
            }
            any_quoted |= quoted;
            let rest = &bytes[at..];
            let Some(length) = rest
                .iter()
                .position(|byte| *byte == separator || *byte == b'\n' || *byte == b'\r')
            else {
                if !at_end {
                    return Scan::More;
                }
                self.fields.push(Field {
                    from,
                    to: bytes.len(),
                    quoted,
                });
                return Scan::Row {
                    text: bytes.len(),
                    whole: bytes.len(),
                    lines: lines + 1,
                    quoted: any_quoted,
                };
            };
            self.untidy |= quoted && length > 0;
            at += length;
            self.fields.push(Field { from, to: at, quoted });
            match (bytes[at], bytes.get(at + 1)) {
                (byte, _) if byte == separator => at += 1,
                (b'\r', None) if !at_end => return Scan::More,
                (b'\r', Some(b'\n')) => {
                    return Scan::Row {
                        text: at,
                        whole: at + 2,
                        lines: lines + 1,
                        quoted: any_quoted,
                    };
                }
                _ => {
                    return Scan::Row {
                        text: at,
                        whole: at + 1,
                        lines: lines + 1,
                        quoted: any_quoted,
                    };
                }
            }
        }
    }

    /// Turns the bytes of the row at the start of the buffer into text.
    fn decode(&self, row: &mut RowBuffer, length: usize, quoted: bool) {
        let bytes = &self.buffer[self.start..self.start + length];
        let utf8 = std::str::from_utf8(bytes);
        row.problem = match (self.encoding, utf8) {
            _ if bytes.contains(&0) => Some(RowProblem::Nul),
            (Encoding::Windows1252, Ok(_)) if !bytes.is_ascii() => Some(RowProblem::Encoding),
            (Encoding::Utf8 | Encoding::Utf16Le | Encoding::Utf16Be, Err(_)) => Some(RowProblem::Encoding),
            (Encoding::Utf16Le | Encoding::Utf16Be, Ok(text)) if text.contains('\u{fffd}') => Some(RowProblem::Encoding),
            _ => None,
        };
        if row.problem.is_some() {
            row.text.push_str(&String::from_utf8_lossy(bytes));
            return;
        }
        if let (Ok(text), false) = (utf8, quoted) {
            row.text.push_str(text);
            row.cells.extend(self.fields.iter().map(|field| stored(field.from, field.to)));
            return;
        }
        for (index, field) in self.fields.iter().enumerate() {
            if index > 0 {
                row.text.push(char::from(self.separator));
            }
            let from = row.text.len();
            let cell = &bytes[field.from..field.to];
            if field.quoted {
                self.push_text(&unquoted(cell), row);
                row.ambiguous |= row.text[from..].bytes().any(|byte| byte == self.separator);
            } else {
                self.push_text(cell, row);
            }
            row.cells.push(stored(from, row.text.len()));
        }
    }

    fn push_text(&self, cell: &[u8], row: &mut RowBuffer) {
        match std::str::from_utf8(cell) {
            // In a row of Windows-1252 only a cell of ASCII can be right UTF-8 and meant so.
            Ok(text) if cell.is_ascii() || self.encoding != Encoding::Windows1252 => row.text.push_str(text),
            _ => row
                .text
                .push_str(&encoding_rs::WINDOWS_1252.decode_without_bom_handling(cell).0),
        }
    }
}

/// A cell of text within a row, which is far shorter than 4 GB.
fn stored(from: usize, to: usize) -> StoredCell {
    match (u32::try_from(from), u32::try_from(to)) {
        (Ok(from), Ok(to)) if from < to => StoredCell::Text(from, to),
        _ => StoredCell::Empty,
    }
}

/// A quoted cell without its quotation marks, doubled ones single.
fn unquoted(cell: &[u8]) -> Vec<u8> {
    let mut text = Vec::with_capacity(cell.len());
    let mut bytes = cell.iter().skip(1).peekable();
    while let Some(byte) = bytes.next() {
        if *byte != b'"' {
            text.push(*byte);
        } else if bytes.peek() == Some(&&b'"') {
            text.push(b'"');
            bytes.next();
        } else {
            // What stands behind the closing mark belongs to the cell as it is.
            text.extend(bytes.by_ref());
        }
    }
    text
}

/// The file's bytes, UTF-16 turned into UTF-8 on the way.
struct Bytes {
    input: Box<dyn Input>,
    decoder: Option<encoding_rs::Decoder>,
    raw: Vec<u8>,
    raw_from: usize,
}

impl Bytes {
    fn restart(&mut self, encoding: Encoding) -> io::Result<()> {
        self.input.seek(SeekFrom::Start(0))?;
        self.raw.clear();
        self.raw_from = 0;
        self.decoder = match encoding {
            Encoding::Utf8 | Encoding::Windows1252 => None,
            Encoding::Utf16Le => Some(encoding_rs::UTF_16LE.new_decoder_with_bom_removal()),
            Encoding::Utf16Be => Some(encoding_rs::UTF_16BE.new_decoder_with_bom_removal()),
        };
        Ok(())
    }

    /// Fills `target` with at least one byte; none at the end.
    fn read(&mut self, target: &mut [u8]) -> io::Result<usize> {
        let Some(decoder) = &mut self.decoder else {
            return self.input.read(target);
        };
        loop {
            let mut last = false;
            if self.raw_from == self.raw.len() {
                self.raw.resize(CHUNK / 4, 0);
                let read = self.input.read(&mut self.raw)?;
                self.raw.truncate(read);
                self.raw_from = 0;
                last = read == 0;
            }
            let (_, used, written, _) = decoder.decode_to_utf8(&self.raw[self.raw_from..], target, last);
            self.raw_from += used;
            if last {
                self.decoder = None;
                self.input.seek(SeekFrom::End(0))?;
                return Ok(written);
            }
            if written > 0 {
                return Ok(written);
            }
        }
    }
}
