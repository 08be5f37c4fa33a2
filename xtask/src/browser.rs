//! What the tests in a real browser need: Chromium, its driver, and axe-core, which looks for barriers.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::bail;

use crate::{machine, npm, process};

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

/// The script of axe-core.
fn axe() -> anyhow::Result<PathBuf> {
    let script = npm::package("axe", "axe-core", AXE)?.join("node_modules/axe-core/axe.min.js");
    if !script.is_file() {
        bail!("axe-core {AXE} has no {}", script.display());
    }
    Ok(script)
}
