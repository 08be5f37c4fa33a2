//! Packages of Python that the steps use: installed into the target folder, never passed on.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, bail};

use crate::{machine, process};

/// The folder with the programs of a Python of its own in `target/FOLDER`, which has `package`; installed by pip when `is_right` does not
/// find it there.
///
/// # Errors
/// When it can neither be found nor installed.
pub fn package(folder: &str, package: &str, is_right: impl Fn(&Path) -> bool) -> anyhow::Result<PathBuf> {
    let house = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .context("xtask lies in the house")?;
    let place = house.join("target").join(folder);
    let programs = place.join("bin");
    if !is_right(&programs) {
        machine::program("python3", "python3-venv", &format!("Python, which runs {package},"))?;
        process::succeed(Command::new("python3").args(["-m", "venv"]).arg(&place))?;
        let mut install = Command::new(programs.join("pip"));
        install.args(["install", "--quiet", "--disable-pip-version-check", package]);
        process::succeed(&mut install)?;
    }
    if !is_right(&programs) {
        bail!("pip has installed no {package} into {}", place.display());
    }
    Ok(programs)
}
