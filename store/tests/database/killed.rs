//! Nothing acknowledged is lost: whatever was reported as stored is there after the process was killed.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::support::{anna, count, fresh_sqlite, write_unit};

const KILLS: i64 = 200;

/// Not a test of its own: the one below starts it and kills it.
#[tokio::test]
#[ignore = "run in a process of its own by two_hundred_kills_lose_nothing_that_was_reported"]
async fn writes_until_it_is_killed() {
    let url = std::env::var("STORE_TEST_URL").expect("the address");
    let store = store::Store::open(&url).await.expect("opens");
    loop {
        let mut writing = store.begin(&anna()).await.expect("begins");
        let code = format!("unit {}", writing.sequence() + 1);
        write_unit(&mut writing, &code).await;
        let sequence = writing.commit().await.expect("commits");
        let mut out = std::io::stdout().lock();
        writeln!(out, "\nstored {sequence}")
            .and_then(|()| out.flush())
            .expect("reports");
    }
}

#[tokio::test]
async fn two_hundred_kills_lose_nothing_that_was_reported() {
    let fresh = fresh_sqlite();
    let mut reported = 0;
    let mut random = 20_261_031_u64;
    for round in 0..KILLS {
        let mut child = Command::new(std::env::current_exe().expect("this program"))
            .args(["--ignored", "--exact", "killed::writes_until_it_is_killed", "--nocapture"])
            .env("STORE_TEST_URL", &fresh.url)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("starts");
        let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
        // At random moments: also while it opens and mends the database, and in the middle of a commit.
        random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let micros = (random >> 33) % 30_000;
        if round % 10 != 0 {
            let first = lines.by_ref().map_while(Result::ok).find_map(|line| number(&line));
            reported = first.expect("it reports before it is killed");
        }
        tokio::time::sleep(Duration::from_micros(micros)).await;
        child.kill().expect("is killed");
        child.wait().expect("ends");
        reported = lines
            .map_while(Result::ok)
            .filter_map(|line| number(&line))
            .last()
            .unwrap_or(reported);

        let store = fresh.open().await;
        let verified = store.verify_log().await.expect("unbroken");
        assert!(
            verified.entries >= reported,
            "round {round}: {reported} was reported, {} are there",
            verified.entries
        );
        assert_eq!(
            count(&store, "SELECT COUNT(*) FROM unit").await,
            verified.entries,
            "round {round}: half stored"
        );
        store.close().await;
    }
    assert!(reported > KILLS, "only {reported} were reported");
}

fn number(line: &str) -> Option<i64> {
    line.strip_prefix("stored ").and_then(|number| number.parse().ok())
}
