//! What a file is, told from its first bytes and never from its name.

use std::fmt;
use std::io::{self, Read, Seek, SeekFrom};

use super::Input;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileType {
    /// Nothing in it.
    Empty,
    /// Text in rows and columns, as far as its beginning tells.
    Csv,
    /// An Excel workbook since 2007.
    Xlsx,
    /// An Excel workbook in binary form (`.xlsb`).
    BinaryXlsx,
    /// An Excel workbook before 2007 (`.xls`), or a workbook with a password.
    OldExcel,
    /// An OpenDocument spreadsheet (`.ods`).
    OpenDocument,
    /// A word processor's document.
    Document,
    /// A PDF.
    Pdf,
    /// A picture.
    Picture,
    /// A packed archive.
    Archive,
    /// A web page; some systems call one `.xls`.
    WebPage,
    /// XML.
    Xml,
    /// JSON.
    Json,
    /// A database file.
    Database,
}

impl FileType {
    /// A short, stable name, for messages and interfaces.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::BinaryXlsx => "binary_xlsx",
            Self::OldExcel => "old_excel",
            Self::OpenDocument => "open_document",
            Self::Document => "document",
            Self::Pdf => "pdf",
            Self::Picture => "picture",
            Self::Archive => "archive",
            Self::WebPage => "web_page",
            Self::Xml => "xml",
            Self::Json => "json",
            Self::Database => "database",
        }
    }
}

impl fmt::Display for FileType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "empty",
            Self::Csv => "CSV",
            Self::Xlsx => "an Excel workbook",
            Self::BinaryXlsx => "a binary Excel workbook (.xlsb)",
            Self::OldExcel => "an Excel workbook in the format before 2007 (.xls) or one with a password",
            Self::OpenDocument => "an OpenDocument file (.ods)",
            Self::Document => "a text document",
            Self::Pdf => "a PDF",
            Self::Picture => "a picture",
            Self::Archive => "a packed archive",
            Self::WebPage => "a web page (some systems name it .xls)",
            Self::Xml => "XML",
            Self::Json => "JSON",
            Self::Database => "a database file",
        })
    }
}

/// First bytes that tell what a file is.
const MARKS: [(&[u8], FileType); 15] = [
    (b"%PDF", FileType::Pdf),
    (b"\x89PNG", FileType::Picture),
    (b"\xff\xd8\xff", FileType::Picture),
    (b"GIF8", FileType::Picture),
    (b"BM\0", FileType::Picture),
    (b"II*\0", FileType::Picture),
    (b"MM\0*", FileType::Picture),
    (b"\xd0\xcf\x11\xe0", FileType::OldExcel),
    (b"\x09\x08", FileType::OldExcel),
    (b"{\\rtf", FileType::Document),
    (b"\x1f\x8b", FileType::Archive),
    (b"7z\xbc\xaf", FileType::Archive),
    (b"Rar!", FileType::Archive),
    (b"PK\x05\x06", FileType::Archive),
    (b"SQLite format 3\0", FileType::Database),
];

/// Beginnings of text, in lower case and after blanks, that tell what a file is.
const BEGINNINGS: [(&str, FileType); 8] = [
    ("<!doctype html", FileType::WebPage),
    ("<html", FileType::WebPage),
    ("<table", FileType::WebPage),
    ("<head", FileType::WebPage),
    ("<meta", FileType::WebPage),
    ("<?xml", FileType::Xml),
    ("{\"", FileType::Json),
    ("[{", FileType::Json),
];

/// Looks at the first bytes of `input`, and in a zip archive at the names within, and goes back to the start.
pub(super) fn look(input: &mut Box<dyn Input>) -> io::Result<FileType> {
    let mut first = Vec::with_capacity(4096);
    input.by_ref().take(4096).read_to_end(&mut first)?;
    input.seek(SeekFrom::Start(0))?;
    if first.starts_with(b"PK\x03\x04") {
        return Ok(look_in_archive(input));
    }
    if let Some((_, found)) = MARKS.iter().find(|(mark, _)| first.starts_with(mark)) {
        return Ok(*found);
    }
    let text = first.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&first).trim_ascii_start();
    if text.is_empty() && first.len() < 4096 {
        return Ok(FileType::Empty);
    }
    let beginning = String::from_utf8_lossy(&text[..text.len().min(64)]).to_lowercase();
    let found = BEGINNINGS.iter().find(|(mark, _)| beginning.starts_with(mark));
    Ok(found.map_or(FileType::Csv, |(_, found)| *found))
}

/// What a zip archive holds, told from the names of its parts.
fn look_in_archive(input: &mut Box<dyn Input>) -> FileType {
    let Ok(archive) = zip::ZipArchive::new(input) else {
        return FileType::Archive;
    };
    let mut found = FileType::Archive;
    for name in archive.file_names().filter_map(Result::ok) {
        match name.trim_start_matches('/').to_lowercase().as_str() {
            "xl/workbook.xml" => return FileType::Xlsx,
            "xl/workbook.bin" => found = FileType::BinaryXlsx,
            "mimetype" | "content.xml" => found = FileType::OpenDocument,
            name if name.starts_with("word/") => found = FileType::Document,
            _ => {}
        }
    }
    found
}
