//! Import of a million rows, beside what the sqlite3 shell takes to read the same file into a table.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::ensure;

use super::database::program;
use super::sample::{Draw, FIRST};
use super::table::{Alternative, Limit, Quantity, Row};
use super::timing::watch;
use crate::machine;

const ROWS: u32 = 1_000_000;
const PEOPLE: u32 = 9_000;
const MEMORY: u64 = 300_000_000;

const MAPPING: &str = include_str!("import.toml");

pub fn run() -> anyhow::Result<Vec<Row>> {
    machine::ensure_sqlite_shell()?;
    let program = program()?;
    let folder = tempfile::tempdir()?;
    std::fs::write(folder.path().join("mapping.toml"), MAPPING)?;
    write_staff(&folder.path().join("staff.csv"))?;
    write_cases(&folder.path().join("cases.csv"))?;
    let (mut ours, mut shell, mut memory) = (Duration::MAX, Duration::MAX, 0);
    for _ in 0..3 {
        shell = shell.min(import_with_shell(folder.path())?);
        let (time, peak) = import_with(&program, folder.path())?;
        ours = ours.min(time);
        memory = memory.max(peak);
    }
    let what = format!("import of {ROWS} case rows into SQLite");
    Ok(vec![
        Row {
            name: "import",
            what: what.clone(),
            ours: Quantity::Time(ours),
            alternative: Some(Alternative::Measured {
                name: "sqlite3 .import of the same file".to_owned(),
                quantity: Quantity::Time(shell),
            }),
            limit: Limit::TimesTheAlternative(4.0),
        },
        Row {
            name: "import",
            what: format!("{what}, most memory"),
            ours: Quantity::Memory(memory),
            alternative: None,
            limit: Limit::AtMost(Quantity::Memory(MEMORY)),
        },
    ])
}

fn write_staff(path: &Path) -> anyhow::Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    writeln!(file, "number;name;unit;percent;from")?;
    for number in FIRST..FIRST + PEOPLE {
        writeln!(file, "{number};Person {number};U{};100;2015-01-01", number % 90)?;
    }
    Ok(file.flush()?)
}

/// Rows as a case system exports them; every third case comes back with its next phase.
fn write_cases(path: &Path) -> anyhow::Result<()> {
    let mut draw = Draw::new(3);
    let mut file = BufWriter::new(File::create(path)?);
    writeln!(
        file,
        "reference;type;phase;unit;received;start;end;main;co;children;siblings;interpreter;court;travel;conflict;extended"
    )?;
    for row in 0..ROWS {
        let reference = row % 700_000;
        let phase = ["assessment", "investigation", "intervention"][draw.below(3) as usize];
        let (month, day) = (1 + row % 12, 1 + row % 28);
        let end = if draw.below(3) == 0 {
            String::new()
        } else {
            format!("2026-10-{}", 10 + draw.below(20))
        };
        let (main, children) = (FIRST + draw.below(PEOPLE), 1 + draw.below(4));
        let flag = |draw: &mut Draw| if draw.below(5) == 0 { "yes" } else { "no" };
        let (interpreter, court, conflict) = (flag(&mut draw), flag(&mut draw), flag(&mut draw));
        writeln!(
            file,
            "{}-{reference:06};child;{phase};U{};2024-02-29;2024-{month:02}-{day:02};{end};{main};;{children};S{reference:06};\
             {interpreter};{court};none;{conflict};",
            2016 + row / 100_000,
            row % 90,
        )?;
    }
    Ok(file.flush()?)
}

fn import_with_shell(folder: &Path) -> anyhow::Result<Duration> {
    let database = folder.join("shell.db");
    remove(&database);
    let words = [".mode csv", ".separator ;", ".import cases.csv cases"];
    let mut child = Command::new("sqlite3")
        .current_dir(folder)
        .arg(&database)
        .args(words)
        .spawn()?;
    let run = watch(&mut child)?;
    ensure!(run.status.success(), "the sqlite3 shell ended with {}", run.status);
    Ok(run.time)
}

fn import_with(program: &Path, folder: &Path) -> anyhow::Result<(Duration, u64)> {
    let database = folder.join("ours.db");
    remove(&database);
    let mut child = Command::new(program)
        .current_dir(folder)
        .args([
            "import",
            "--mapping",
            "mapping.toml",
            "--exported",
            "2026-10-31",
            "--format",
            "csv",
            "staff.csv",
            "cases.csv",
        ])
        .arg("--database")
        .arg(&database)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let run = watch(&mut child)?;
    ensure!(run.status.success(), "the import ended with {}", run.status);
    Ok((run.time, run.peak_memory))
}

/// Removes a database and its journals; most often they are not there.
fn remove(database: &Path) {
    for ending in ["", "-wal", "-shm"] {
        let mut name = database.as_os_str().to_owned();
        name.push(ending);
        let _ = std::fs::remove_file(name);
    }
}
