//! What the tests of the sign-in through a provider need: Node.js, and a real OpenID provider to run in it.

use std::path::PathBuf;
use std::process::Command;

use crate::{machine, npm};

/// The version of the provider (MIT). It is used here and not passed on.
const PROVIDER: &str = "9.13.3";

/// Where Node.js and the provider are.
pub struct Provider {
    node: PathBuf,
    folder: PathBuf,
}

impl Provider {
    /// Finds them, installing and fetching first what is not there.
    ///
    /// # Errors
    /// When something can neither be found nor had.
    pub fn find() -> anyhow::Result<Self> {
        Ok(Self {
            node: machine::program("node", "nodejs", "Node.js, which runs an OpenID provider for the tests,")?,
            folder: npm::package("openid", "oidc-provider", PROVIDER)?,
        })
    }

    /// Tells `command` where they are, in the variables that the tests read.
    pub fn announce_to(&self, command: &mut Command) {
        command
            .env("TYNGDPUNKT_TEST_NODE", &self.node)
            .env("TYNGDPUNKT_TEST_OPENID", &self.folder);
    }
}
