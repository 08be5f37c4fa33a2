//! Child processes that end when this one is told to end, so nothing is left running after Ctrl-C.

use std::collections::HashMap;
use std::env;
use std::fs;
use std::process::{Child, Command, ExitStatus};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use rustix::process::{Pid, Signal, kill_process};
use tokio::signal::unix::{SignalKind, signal};

/// Between two looks at a running child.
const LOOK: Duration = Duration::from_millis(20);
/// What a child gets to end by itself before it is killed.
const GRACE: Duration = Duration::from_secs(5);

static CTRL_C: AtomicBool = AtomicBool::new(false);
static TERMINATED: AtomicBool = AtomicBool::new(false);

/// Who acts on Ctrl-C while a child runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CtrlC {
    /// The child and everything it started is ended.
    EndsTheChild,
    /// The child alone, as an interactive prompt expects.
    IsTheChilds,
}

/// Turns Ctrl-C, a closed terminal and a polite kill into a note, so that destructors run and clean up.
///
/// # Errors
/// When the operating system refuses a signal handler.
pub fn listen_for_interrupts() -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
    let (mut interrupt, mut terminate, mut hangup) = {
        let _inside = runtime.enter();
        let listen = |kind| signal(kind).context("listening for signals");
        (
            listen(SignalKind::interrupt())?,
            listen(SignalKind::terminate())?,
            listen(SignalKind::hangup())?,
        )
    };
    thread::spawn(move || {
        runtime.block_on(async move {
            loop {
                tokio::select! {
                    _ = interrupt.recv() => CTRL_C.store(true, Ordering::SeqCst),
                    _ = terminate.recv() => TERMINATED.store(true, Ordering::SeqCst),
                    _ = hangup.recv() => TERMINATED.store(true, Ordering::SeqCst),
                }
            }
        });
    });
    Ok(())
}

/// Fails when this process has been told to end; asked between steps that have no child.
///
/// # Errors
/// When Ctrl-C was pressed or a signal to end has come.
pub fn stop_if_interrupted() -> anyhow::Result<()> {
    if CTRL_C.load(Ordering::SeqCst) || TERMINATED.load(Ordering::SeqCst) {
        bail!("interrupted; everything that was started has been ended");
    }
    Ok(())
}

/// Hides from `command` what `cargo run` told this process about the package xtask.
///
/// Build scripts that watch these variables (ring's does) would otherwise run again at every change between the two cargos,
/// and half the house would be compiled anew each time.
pub fn forget_outer_cargo(command: &mut Command) {
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        if ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_"]
            .iter()
            .any(|start| text.starts_with(start))
        {
            command.env_remove(&name);
        }
    }
}

/// Runs `command` to its end and gives its status; ends it and all it started when this process is told to end.
///
/// # Errors
/// When it cannot be started, or when this process was told to end.
pub fn run(command: &mut Command, ctrl_c: CtrlC) -> anyhow::Result<ExitStatus> {
    let mut child = command
        .spawn()
        .with_context(|| format!("starting {}", command.get_program().display()))?;
    loop {
        if let Some(status) = child.try_wait()? {
            if ctrl_c == CtrlC::EndsTheChild {
                stop_if_interrupted()?;
            }
            return Ok(status);
        }
        let pressed = CTRL_C.load(Ordering::SeqCst) && ctrl_c == CtrlC::EndsTheChild;
        if pressed || TERMINATED.load(Ordering::SeqCst) {
            end_with_descendants(&mut child);
            bail!("interrupted; everything that was started has been ended");
        }
        thread::sleep(LOOK);
    }
}

/// Runs `command` and fails, naming it, when it fails.
///
/// # Errors
/// When it cannot be started, was interrupted, or ends with another code than 0.
pub fn succeed(command: &mut Command) -> anyhow::Result<()> {
    let status = run(command, CtrlC::EndsTheChild)?;
    if !status.success() {
        bail!("`{}` failed ({status})", shown(command));
    }
    Ok(())
}

/// Whether `program` with `arguments` runs and succeeds; what it prints is thrown away.
pub fn works(program: &str, arguments: &[&str]) -> bool {
    Command::new(program)
        .args(arguments)
        .output()
        .is_ok_and(|output| output.status.success())
}

/// The command as one would type it.
pub fn shown(command: &Command) -> String {
    let mut words = vec![command.get_program().display().to_string()];
    words.extend(command.get_args().map(|word| word.display().to_string()));
    words.join(" ")
}

/// Sends `signal` to the process `id`; one that has already ended is no fault.
pub fn send(id: u32, signal: Signal) {
    if let Some(id) = i32::try_from(id).ok().and_then(Pid::from_raw) {
        kill_process(id, signal).ok();
    }
}

/// Waits for `child` at most `time`; `true` when it has ended.
pub fn ends_within(child: &mut Child, time: Duration) -> bool {
    let start = Instant::now();
    loop {
        if !matches!(child.try_wait(), Ok(None)) {
            return true;
        }
        if start.elapsed() > time {
            return false;
        }
        thread::sleep(LOOK);
    }
}

/// Asks a child and its descendants to end, and kills those that have not after the grace.
fn end_with_descendants(child: &mut Child) {
    let family = descendants(child.id());
    for id in &family {
        send(*id, Signal::TERM);
    }
    let ended = ends_within(child, GRACE);
    let start = Instant::now();
    while family.iter().any(|id| is_running(*id)) && ended && start.elapsed() < GRACE {
        thread::sleep(LOOK);
    }
    for id in family.into_iter().filter(|id| is_running(*id)) {
        send(id, Signal::KILL);
    }
    child.wait().ok();
}

/// A process and everything below it, the process first. Where there is no `/proc`, the process alone.
fn descendants(root: u32) -> Vec<u32> {
    let mut children: HashMap<u32, Vec<u32>> = HashMap::new();
    for entry in fs::read_dir("/proc").into_iter().flatten().flatten() {
        let Some(id) = entry.file_name().to_str().and_then(|name| name.parse().ok()) else {
            continue;
        };
        if let Some((_, parent)) = state_and_parent(id) {
            children.entry(parent).or_default().push(id);
        }
    }
    let mut family = vec![root];
    let mut next = 0;
    while let Some(id) = family.get(next) {
        family.extend(children.remove(id).unwrap_or_default());
        next += 1;
    }
    family
}

/// Whether the process exists and is not merely waiting for its parent to notice its end.
fn is_running(id: u32) -> bool {
    state_and_parent(id).is_some_and(|(state, _)| state != 'Z')
}

/// State letter and parent, from `/proc/ID/stat`: `ID (name) STATE PARENT …`, where the name may hold anything.
fn state_and_parent(id: u32) -> Option<(char, u32)> {
    let text = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    let mut fields = text.get(text.rfind(')')? + 1..)?.split_whitespace();
    Some((fields.next()?.chars().next()?, fields.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ending_a_child_ends_what_it_started() {
        let mut child = Command::new("sh")
            .args(["-c", "sleep 60 & sleep 60; true"])
            .spawn()
            .expect("sh");
        let start = Instant::now();
        while descendants(child.id()).len() < 3 && start.elapsed() < GRACE {
            thread::sleep(LOOK);
        }
        let family = descendants(child.id());
        assert_eq!(family.len(), 3, "the shell and two sleeps");
        end_with_descendants(&mut child);
        for id in family {
            assert!(!is_running(id), "{id} still runs");
        }
    }

    #[test]
    fn a_failing_command_is_named_with_its_arguments() {
        let error = succeed(Command::new("sh").args(["-c", "exit 3"])).expect_err("exit 3 is a failure");
        assert_eq!(error.to_string(), "`sh -c exit 3` failed (exit status: 3)");
    }

    #[test]
    fn a_program_that_is_not_there_does_not_work() {
        assert!(!works("no-such-program-anywhere", &[]));
        assert!(works("sh", &["-c", "exit 0"]));
    }
}
