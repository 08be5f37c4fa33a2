//! Packages of npm that the tests use: fetched into the target folder, never passed on.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, bail};

use crate::{machine, process};

/// The folder `target/FOLDER`, whose `node_modules` has the package in this version, fetched by npm when it is not there.
///
/// # Errors
/// When it can neither be found nor fetched.
pub fn package(folder: &str, name: &str, version: &str) -> anyhow::Result<PathBuf> {
    let house = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .context("xtask lies in the house")?;
    let folder = house.join("target").join(folder);
    let facts = folder.join("node_modules").join(name).join("package.json");
    let is_right = || {
        let facts = fs::read_to_string(&facts).unwrap_or_default();
        facts.contains(&format!("\"version\": \"{version}\""))
    };
    if !is_right() {
        machine::program("npm", "npm", &format!("npm, which fetches {name},"))?;
        fs::create_dir_all(&folder)?;
        let mut fetch = Command::new("npm");
        fetch.args([
            "install",
            "--no-save",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--prefix",
        ]);
        process::succeed(fetch.arg(&folder).arg(format!("{name}@{version}")))?;
    }
    if !is_right() {
        bail!("npm has fetched no {name} {version} into {}", folder.display());
    }
    Ok(folder)
}
