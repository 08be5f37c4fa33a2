//! What the tests in a real browser need: Chromium, its driver, and axe-core, which looks for barriers.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, bail};

use crate::{machine, process};

/// The version of axe-core that the pages are held against. It is used here and not passed on (MPL-2.0).
const AXE: &str = "4.14.1";

/// Where the programs and axe-core are.
pub struct Browser {
    chromium: PathBuf,
    driver: PathBuf,
    axe: PathBuf,
}

impl Browser {
    /// Finds them, installing and fetching first what is not there.
    ///
    /// # Errors
    /// When something can neither be found nor had.
    pub fn find() -> anyhow::Result<Self> {
        let chromium = machine::program("chromium", "chromium", "the browser Chromium")?;
        let driver = machine::program("chromedriver", "chromium-driver", "the driver of the browser Chromium")?;
        // What the program calls itself, once: a browser that does not start would fail every test in a way that says less.
        if !process::works("chromium", &["--version"]) {
            bail!("{} is there but does not start", chromium.display());
        }
        Ok(Self {
            chromium,
            driver,
            axe: axe()?,
        })
    }

    /// Tells `command` where they are, in the variables that the tests of the pages read.
    pub fn announce_to(&self, command: &mut Command) {
        command
            .env("TYNGDPUNKT_TEST_CHROMIUM", &self.chromium)
            .env("TYNGDPUNKT_TEST_CHROMEDRIVER", &self.driver)
            .env("TYNGDPUNKT_TEST_AXE", &self.axe);
    }

    /// Where axe-core lies.
    pub fn axe(&self) -> &Path {
        &self.axe
    }
}

/// The script of axe-core, fetched by npm into the target folder when it is not there in the right version.
fn axe() -> anyhow::Result<PathBuf> {
    let house = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .context("xtask lies in the house")?;
    let folder = house.join("target/axe");
    let package = folder.join("node_modules/axe-core");
    let script = package.join("axe.min.js");
    let is_right = || {
        let facts = fs::read_to_string(package.join("package.json")).unwrap_or_default();
        facts.contains(&format!("\"version\": \"{AXE}\"")) && script.is_file()
    };
    if !is_right() {
        machine::program("npm", "npm", "npm, which fetches axe-core,")?;
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
        process::succeed(fetch.arg(&folder).arg(format!("axe-core@{AXE}")))?;
    }
    if !is_right() {
        bail!("npm has fetched no axe-core {AXE} into {}", folder.display());
    }
    Ok(script)
}
