//! How many requests have been answered, and how fast, by the template of their address: never by the address itself.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// The upper bounds of the times counted, in microseconds and as they are written, in seconds.
const BOUNDS: [(u64, &str); 10] = [
    (1_000, "0.001"),
    (5_000, "0.005"),
    (10_000, "0.01"),
    (25_000, "0.025"),
    (60_000, "0.06"),
    (100_000, "0.1"),
    (250_000, "0.25"),
    (1_000_000, "1"),
    (5_000_000, "5"),
    (30_000_000, "30"),
];

/// The counts since the program started.
#[derive(Debug, Default)]
pub struct Metrics {
    /// By template of the address, method and status.
    requests: Mutex<BTreeMap<(String, String, u16), Times>>,
}

#[derive(Debug, Default, Clone)]
struct Times {
    count: u64,
    micros: u64,
    within: [u64; BOUNDS.len()],
}

impl Metrics {
    /// Counts a request: `route` is the template of its address.
    pub fn count(&self, route: &str, method: &str, status: u16, took: Duration) {
        let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        let mut requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
        let times = requests.entry((route.to_owned(), method.to_owned(), status)).or_default();
        times.count += 1;
        times.micros = times.micros.saturating_add(micros);
        for (within, (bound, _)) in times.within.iter_mut().zip(BOUNDS) {
            *within += u64::from(micros <= bound);
        }
    }

    /// The counts in the text format of Prometheus (version 0.0.4), times in seconds.
    #[must_use]
    pub fn text(&self) -> String {
        let requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let mut text = String::from(
            "# HELP tyngdpunkt_request_seconds Time to answer a request.\n# TYPE tyngdpunkt_request_seconds histogram\n",
        );
        for ((route, method, status), times) in requests {
            let labels = format!("route=\"{route}\",method=\"{method}\",status=\"{status}\"");
            for ((_, bound), within) in BOUNDS.into_iter().zip(times.within) {
                let _ = writeln!(text, "tyngdpunkt_request_seconds_bucket{{{labels},le=\"{bound}\"}} {within}");
            }
            let count = times.count;
            let (seconds, rest) = (times.micros / 1_000_000, times.micros % 1_000_000);
            let _ = writeln!(text, "tyngdpunkt_request_seconds_bucket{{{labels},le=\"+Inf\"}} {count}");
            let _ = writeln!(text, "tyngdpunkt_request_seconds_sum{{{labels}}} {seconds}.{rest:06}");
            let _ = writeln!(text, "tyngdpunkt_request_seconds_count{{{labels}}} {count}");
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_counted_by_template_method_and_status_with_their_times() {
        let metrics = Metrics::default();
        metrics.count("/help", "GET", 200, Duration::from_millis(4));
        metrics.count("/help", "GET", 200, Duration::from_millis(30));
        metrics.count("/help", "POST", 405, Duration::from_micros(10));
        let text = metrics.text();
        for line in [
            "tyngdpunkt_request_seconds_bucket{route=\"/help\",method=\"GET\",status=\"200\",le=\"0.001\"} 0",
            "tyngdpunkt_request_seconds_bucket{route=\"/help\",method=\"GET\",status=\"200\",le=\"0.005\"} 1",
            "tyngdpunkt_request_seconds_bucket{route=\"/help\",method=\"GET\",status=\"200\",le=\"0.06\"} 2",
            "tyngdpunkt_request_seconds_sum{route=\"/help\",method=\"GET\",status=\"200\"} 0.034000",
            "tyngdpunkt_request_seconds_count{route=\"/help\",method=\"GET\",status=\"200\"} 2",
            "tyngdpunkt_request_seconds_count{route=\"/help\",method=\"POST\",status=\"405\"} 1",
        ] {
            assert!(text.lines().any(|found| found == line), "{line} is not in\n{text}");
        }
    }
}
