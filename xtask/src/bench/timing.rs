//! How long something takes and how much memory a program needs at most.

use std::fs;
use std::hint::black_box;
use std::process::{Child, ExitStatus};
use std::thread;
use std::time::{Duration, Instant};

use crate::machine;

/// Between two looks at a child's memory. What it takes in its very last moments can be missed by as much.
const LOOK: Duration = Duration::from_millis(2);

/// The times of several runs of the same thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timing {
    /// The quickest run: what the work itself takes, with the least of what else the machine did.
    pub minimum: Duration,
    /// The middle run, the upper of the two middle ones when their number is even.
    pub median: Duration,
}

/// Runs `work` `warm_up` times unmeasured and `repetitions` times (at least once) measured.
///
/// What `work` returns is kept from being optimised away.
pub fn measure<T>(warm_up: usize, repetitions: usize, mut work: impl FnMut() -> T) -> Timing {
    for _ in 0..warm_up {
        black_box(work());
    }
    let first = once(&mut work);
    let mut times = vec![first];
    times.extend((1..repetitions).map(|_| once(&mut work)));
    times.sort_unstable();
    let at = |place: usize| times.get(place).copied().unwrap_or(first);
    Timing {
        minimum: at(0),
        median: at(times.len() / 2),
    }
}

fn once<T>(work: &mut impl FnMut() -> T) -> Duration {
    let start = Instant::now();
    black_box(work());
    start.elapsed()
}

/// What a child process did to the machine until its end.
#[derive(Debug, Clone, Copy)]
pub struct ChildRun {
    /// How it ended.
    pub status: ExitStatus,
    /// From the call to the end; start the child just before.
    pub time: Duration,
    /// The most memory that was resident at once, in bytes, as the kernel keeps it (`VmHWM`).
    pub peak_memory: u64,
}

/// Waits for `child` and watches its memory. Linux only: elsewhere the memory is 0.
///
/// A child that writes to a pipe must have somebody read it, or it waits for ever.
///
/// # Errors
/// When the child cannot be waited for.
pub fn watch(child: &mut Child) -> anyhow::Result<ChildRun> {
    let start = Instant::now();
    let status_file = format!("/proc/{}/status", child.id());
    let mut peak_memory = 0;
    loop {
        if let Some(kib) = fs::read_to_string(&status_file)
            .ok()
            .and_then(|text| machine::first_number(&text, "VmHWM:"))
        {
            peak_memory = peak_memory.max(kib * 1024);
        }
        if let Some(status) = child.try_wait()? {
            return Ok(ChildRun {
                status,
                time: start.elapsed(),
                peak_memory,
            });
        }
        thread::sleep(LOOK);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::Command;

    #[test]
    fn warm_up_is_not_measured_and_the_median_is_the_middle() {
        let waits = [50, 1, 9, 4];
        let mut runs = 0;
        let timing = measure(1, 3, || {
            thread::sleep(Duration::from_millis(waits[runs]));
            runs += 1;
        });
        assert_eq!(runs, 4);
        let between = |time: Duration, from, to| time >= Duration::from_millis(from) && time < Duration::from_millis(to);
        assert!(between(timing.minimum, 1, 50), "{timing:?}");
        assert!(
            timing.median >= Duration::from_millis(4) && timing.median >= timing.minimum,
            "{timing:?}"
        );
    }

    #[test]
    fn something_is_measured_even_when_no_repetition_is_asked_for() {
        let mut runs = 0;
        measure(0, 0, || runs += 1);
        assert_eq!(runs, 1);
    }

    #[test]
    fn the_peak_memory_of_a_child_is_seen_after_it_has_let_go_of_it() {
        // awk doubles a text to 64 MiB, drops it, and stays a while.
        let program = r#"BEGIN { x = "x"; for (i = 0; i < 26; i++) x = x x; print length(x); x = ""; system("sleep 0.1") }"#;
        let mut child = Command::new("awk")
            .arg(program)
            .stdout(std::process::Stdio::null())
            .spawn()
            .expect("awk");
        let run = watch(&mut child).expect("the child ends");
        assert!(run.status.success());
        assert!(run.peak_memory > 60 << 20, "{run:?}");
        assert!(run.time >= Duration::from_millis(100), "{run:?}");
    }

    #[test]
    fn a_failed_child_is_told_apart() {
        let mut child = Command::new("sh").args(["-c", "exit 3"]).spawn().expect("sh");
        assert_eq!(watch(&mut child).expect("the child ends").status.code(), Some(3));
    }
}
