//! What the machine has and what must be installed first: the system's packages and the parts of the Rust toolchain.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, thread};

use anyhow::bail;

use crate::process;

/// Makes sure that formatting and linting can be run; rustup adds what a minimal toolchain lacks.
///
/// # Errors
/// When a part is missing and rustup is not there or cannot fetch it.
pub fn ensure_toolchain_parts() -> anyhow::Result<()> {
    for (part, subcommand) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if process::works("cargo", &[subcommand, "--version"]) {
            continue;
        }
        if !process::works("rustup", &["--version"]) {
            bail!("`cargo {subcommand}` is missing and there is no rustup to add it: install {part} for this Rust toolchain");
        }
        process::succeed(Command::new("rustup").args(["component", "add", part]))?;
    }
    Ok(())
}

/// The folder of PostgreSQL's server programs (`initdb`, `postgres`), installed first if need be.
///
/// # Errors
/// When PostgreSQL is neither there nor installable.
pub fn postgres_programs() -> anyhow::Result<PathBuf> {
    if let Some(folder) = find_postgres() {
        return Ok(folder);
    }
    install("postgresql", "PostgreSQL's server programs (initdb and postgres)")?;
    match find_postgres() {
        Some(folder) => Ok(folder),
        None => bail!("postgresql is installed, but initdb is neither in /usr/lib/postgresql/*/bin nor on the PATH"),
    }
}

/// Where `program` is, installed first from `package` if need be; `what` names it in a sentence.
///
/// # Errors
/// When it is neither there nor installable.
pub fn program(program: &str, package: &str, what: &str) -> anyhow::Result<PathBuf> {
    if let Some(path) = on_the_path(program) {
        return Ok(path);
    }
    install(package, what)?;
    match on_the_path(program) {
        Some(path) => Ok(path),
        None => bail!("{package} is installed, but {program} is not on the PATH"),
    }
}

/// Makes sure that the `sqlite3` shell is there: the import benchmark is compared with it.
///
/// # Errors
/// When it is neither there nor installable.
pub fn ensure_sqlite_shell() -> anyhow::Result<()> {
    if process::works("sqlite3", &["--version"]) {
        Ok(())
    } else {
        install("sqlite3", "the sqlite3 shell")
    }
}

/// One line on what this machine is, for the head of a table of measurements.
pub fn facts() -> String {
    let cores = thread::available_parallelism().map_or_else(|_| "?".into(), |cores| cores.to_string());
    let memory = fs::read_to_string("/proc/meminfo")
        .ok()
        .and_then(|text| first_number(&text, "MemTotal:"));
    let memory = memory.map_or_else(String::new, |kib| format!(", {} MiB memory", kib / 1024));
    let processor = fs::read_to_string("/proc/cpuinfo").ok();
    let processor = processor
        .as_deref()
        .and_then(|text| text.lines().find_map(|line| line.strip_prefix("model name")));
    let processor = processor.map_or_else(String::new, |name| format!(", {}", name.trim_matches([':', ' ', '\t'])));
    format!("{cores} cores{memory}{processor}, {} {}", env::consts::OS, env::consts::ARCH)
}

/// The number after `key` at the start of a line, as in `/proc/meminfo` and `/proc/ID/status`.
pub fn first_number(text: &str, key: &str) -> Option<u64> {
    let line = text.lines().find_map(|line| line.strip_prefix(key))?;
    line.split_whitespace().next()?.parse().ok()
}

/// Debian keeps each version in a folder of its own, not on the PATH; the highest version is taken.
fn find_postgres() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let debian = versions
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse::<u32>().ok()?, entry.path().join("bin"))))
        .filter(|(_, folder)| has_server(folder))
        .max()
        .map(|(_, folder)| folder);
    debian.or_else(|| env::split_paths(&env::var_os("PATH")?).find(|folder| has_server(folder)))
}

fn on_the_path(program: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(program))
        .find(|path| path.is_file())
}

fn has_server(folder: &Path) -> bool {
    folder.join("initdb").is_file() && folder.join("postgres").is_file()
}

/// Installs a Debian package, as root or through sudo; the package lists are fetched only when they turn out to be too old.
fn install(package: &str, what: &str) -> anyhow::Result<()> {
    if !process::works("apt-get", &["--version"]) {
        bail!(
            "{what} must be installed, and this is not Debian or a relative of it: install {package} with this system's package manager and run again"
        );
    }
    let root = rustix::process::geteuid().is_root();
    if !root && !process::works("sudo", &["--version"]) {
        bail!("{what} must be installed: run `apt-get install {package}` as root and run again");
    }
    let apt = |words: &[&str]| {
        let mut command = if root { Command::new("apt-get") } else { Command::new("sudo") };
        if !root {
            command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        }
        command.args(words).env("DEBIAN_FRONTEND", "noninteractive");
        println!("    {}", process::shown(&command));
        process::succeed(&mut command)
    };
    let words = ["install", "-y", "--no-install-recommends", package];
    if apt(&words).is_err() {
        process::stop_if_interrupted()?;
        apt(&["update"])?;
        apt(&words)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_from_the_kernels_lists() {
        let text = "VmPeak:\t  900 kB\nVmHWM:\t    1234 kB\n";
        assert_eq!(first_number(text, "VmHWM:"), Some(1234));
        assert_eq!(first_number(text, "VmSwap:"), None);
    }

    #[test]
    fn the_facts_begin_with_the_cores() {
        assert!(facts().contains(" cores"), "{}", facts());
    }
}
