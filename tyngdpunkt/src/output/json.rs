//! The report for programs: one JSON object with stable English keys and exact numbers.

use std::io::{self, Write};

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use super::report::{Cell, Column, Report};

/// Writes `{"report", "as_of", what it is about, "rows": [{…}], "summary": [{…}], "notes": […]}` and a line break.
pub fn write(report: &Report, to: &mut impl Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *to, report).map_err(io::Error::from)?;
    writeln!(to)
}

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("report", self.id)?;
        map.serialize_entry("as_of", &self.as_of)?;
        for (key, cell) in &self.about {
            map.serialize_entry(key, cell)?;
        }
        map.serialize_entry(
            "rows",
            &Rows {
                columns: &self.columns,
                rows: &self.rows,
            },
        )?;
        if !self.summary.is_empty() {
            map.serialize_entry(
                "summary",
                &Rows {
                    columns: &self.columns,
                    rows: &self.summary,
                },
            )?;
        }
        map.serialize_entry("notes", &self.notes)?;
        map.end()
    }
}

struct Rows<'a> {
    columns: &'a [Column],
    rows: &'a [Vec<Cell>],
}

impl Serialize for Rows<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.rows.len()))?;
        for cells in self.rows {
            list.serialize_element(&Row {
                columns: self.columns,
                cells,
            })?;
        }
        list.end()
    }
}

struct Row<'a> {
    columns: &'a [Column],
    cells: &'a [Cell],
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.columns.len()))?;
        for (column, cell) in self.columns.iter().zip(self.cells) {
            map.serialize_entry(column.id, cell)?;
        }
        map.end()
    }
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::None(_) => serializer.serialize_none(),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Term { code, .. } => serializer.serialize_str(code),
            Self::Count(number) => serializer.serialize_i64(*number),
            Self::Points(points) => points.serialize(serializer),
            Self::Hours(hours) => hours.serialize(serializer),
            Self::Share(share) => share.serialize(serializer),
            Self::Load(load) => load.serialize(serializer),
            Self::Date(date) => date.serialize(serializer),
        }
    }
}
