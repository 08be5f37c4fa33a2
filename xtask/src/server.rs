//! A server that runs while something is measured or tried.

use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};

use std::time::Duration;

use anyhow::{Context as _, bail};
use rustix::process::Signal;

use crate::{machine, process};

/// How long a server gets to stop by itself.
const STOP: Duration = Duration::from_secs(30);

/// A program that says its address in its first line, ended when this is dropped.
pub struct Server {
    child: Child,
    /// Where it answers.
    pub address: SocketAddr,
}

impl Server {
    /// Starts it and waits until it has said its address.
    pub fn start(command: &mut Command) -> anyhow::Result<Self> {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let mut line = String::new();
        let said = child.stdout.take().context("what it says")?;
        BufReader::new(said).read_line(&mut line)?;
        let address = line.split("http://").nth(1).unwrap_or_default();
        let address: String = address
            .chars()
            .take_while(|char| char.is_ascii_digit() || ".:".contains(*char))
            .collect();
        let address = address.trim_end_matches(['.', ':']).parse();
        Ok(Self {
            address: address.with_context(|| format!("no address in {line:?}"))?,
            child,
        })
    }

    /// Tells it to stop, as a service manager does, and waits.
    pub fn stop(mut self) -> anyhow::Result<()> {
        process::send(self.child.id(), Signal::TERM);
        if !process::ends_within(&mut self.child, STOP) {
            bail!("the server did not stop when it was told to");
        }
        Ok(())
    }

    /// The memory that is resident now, in bytes.
    pub fn memory(&self) -> anyhow::Result<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        Ok(machine::first_number(&status, "VmRSS:").context("its memory")? * 1024)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}
