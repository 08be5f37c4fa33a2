//! Which encoding a file's text is in: found by looking at all of it once.

use std::fmt;
use std::io::{self, Read, Seek, SeekFrom};

use super::Input;

/// How text is written as bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a mark.
    Utf8,
    /// Windows-1252, the western European encoding of older Windows programs; ISO 8859-1 is read as this.
    Windows1252,
    /// UTF-16, least significant byte first.
    Utf16Le,
    /// UTF-16, most significant byte first.
    Utf16Be,
}

impl Encoding {
    /// Every encoding, by the name that a mapping uses.
    pub const NAMES: [(&'static str, Self); 4] = [
        ("utf-8", Self::Utf8),
        ("windows-1252", Self::Windows1252),
        ("utf-16le", Self::Utf16Le),
        ("utf-16be", Self::Utf16Be),
    ];

    /// The name that a mapping uses.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Windows1252 => "windows-1252",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
        }
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Finds the encoding and goes back to the start.
///
/// A mark decides. Without one, zeros in every second byte mean UTF-16. Otherwise the whole file is looked through: it is UTF-8 where
/// every byte fits, Windows-1252 where no letter beyond ASCII fits UTF-8, and where both occur (a mixed file) whichever occurs more; the
/// rows of the other kind are then rejected one by one.
pub(super) fn look(input: &mut Box<dyn Input>) -> io::Result<Encoding> {
    let mut chunk = vec![0; 256 * 1024];
    let mut kept = 0;
    let (mut letters, mut misfits) = (0_u64, 0_u64);
    let mut first = true;
    input.seek(SeekFrom::Start(0))?;
    loop {
        let read = input.read(&mut chunk[kept..])?;
        let bytes = &chunk[..kept + read];
        if first {
            if let Some(encoding) = by_mark_or_zeros(bytes) {
                input.seek(SeekFrom::Start(0))?;
                return Ok(encoding);
            }
            first = false;
        }
        let rest = count(bytes, read == 0, &mut letters, &mut misfits);
        kept = bytes.len() - rest;
        chunk.copy_within(rest..rest + kept, 0);
        if read == 0 {
            break;
        }
    }
    input.seek(SeekFrom::Start(0))?;
    Ok(if misfits == 0 || letters > misfits {
        Encoding::Utf8
    } else {
        Encoding::Windows1252
    })
}

fn by_mark_or_zeros(bytes: &[u8]) -> Option<Encoding> {
    if bytes.starts_with(b"\xef\xbb\xbf") {
        return Some(Encoding::Utf8);
    }
    if bytes.starts_with(b"\xff\xfe") {
        return Some(Encoding::Utf16Le);
    }
    if bytes.starts_with(b"\xfe\xff") {
        return Some(Encoding::Utf16Be);
    }
    let sample = &bytes[..bytes.len().min(4096) / 2 * 2];
    let zeros = |odd: usize| sample.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, most) = (zeros(0), zeros(1), sample.len() / 2 * 2 / 5);
    match (even, odd) {
        (0, odd) if odd > most => Some(Encoding::Utf16Le),
        (even, 0) if even > most => Some(Encoding::Utf16Be),
        _ => None,
    }
}

/// Counts letters beyond ASCII that fit UTF-8, and bytes that do not; answers how many bytes are dealt with.
fn count(bytes: &[u8], last: bool, letters: &mut u64, misfits: &mut u64) -> usize {
    let mut at = 0;
    loop {
        let rest = &bytes[at..];
        let (valid, error) = match std::str::from_utf8(rest) {
            Ok(_) => (rest.len(), None),
            Err(error) => (error.valid_up_to(), Some(error)),
        };
        let beyond = rest[..valid].iter().filter(|byte| **byte >= 0xc0).count();
        *letters += u64::try_from(beyond).unwrap_or(u64::MAX);
        at += valid;
        match error.map(|error| error.error_len()) {
            None => return at,
            Some(None) if !last => return at,
            Some(length) => {
                *misfits += 1;
                at += length.unwrap_or(bytes.len() - at);
            }
        }
    }
}
