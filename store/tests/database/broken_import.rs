//! An import that is broken off, by whatever, stores nothing half; the next one succeeds.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use store::dispatch::Engine;
use store::import::record::Record;
use store::import::take_in::{ImportError, Order, take_in};
use store::{Store, StoreError};

use crate::scene::{FIRST, SECOND, accept, all, case, export, model, order, staff};
use crate::support::{Fresh, SmallDisk, count, fresh_sqlite, on_both};

const TABLES: [&str; 5] = [
    "SELECT COUNT(*) FROM person",
    "SELECT COUNT(*) FROM case_file",
    "SELECT COUNT(*) FROM phase",
    "SELECT COUNT(*) FROM assignment",
    "SELECT COUNT(*) FROM import_run",
];

/// One caseworker and so many cases, numbered from `first`.
fn cases(first: u32, many: u32) -> Vec<Record> {
    let cases: Vec<Record> = (first..first + many)
        .map(|number| case(&format!("R-{number}"), "1001"))
        .collect();
    all(&[&staff(&["1001"]), &cases])
}

async fn counts(store: &Store) -> Vec<i64> {
    let mut counts = vec![store.verify_log().await.expect("unbroken").entries];
    for sql in TABLES {
        counts.push(count(store, sql).await);
    }
    counts
}

#[tokio::test]
async fn a_disk_that_gets_full_during_an_import_stores_nothing_of_it() {
    let disk = SmallDisk::new("3m");
    let address = disk.path().join("test.db");
    let store = Store::open(address.to_str().expect("a path")).await.expect("opens");
    accept(&store, FIRST, &cases(0, 100)).await;
    let before = counts(&store).await;
    let refused = export(&store, SECOND, &cases(0, 40_000)).await;
    assert!(
        matches!(refused, Err(ImportError::Store(StoreError::DiskFull))),
        "{refused:?}"
    );
    assert_eq!(counts(&store).await, before);
    disk.mount(&["-o", "remount,size=200m"]);
    accept(&store, SECOND, &cases(0, 40_000)).await;
    assert_eq!(count(&store, TABLES[1]).await, 40_000);
    store.verify_log().await.expect("unbroken");
    store.close().await;
}

#[tokio::test]
async fn a_database_that_can_only_be_read_takes_nothing_in_and_says_so() {
    let fresh = fresh_sqlite();
    let store = fresh.open().await;
    accept(&store, FIRST, &cases(0, 10)).await;
    let before = counts(&store).await;
    store.close().await;
    let path = fresh.url.strip_prefix("sqlite:").expect("a file");
    let mut permissions = std::fs::metadata(path).expect("is there").permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(path, permissions).expect("may be set");
    let disk = ReadOnly::new(fresh.folder());
    let store = fresh.open().await;
    for dry_run in [false, true] {
        let order = Order {
            dry_run,
            ..order(&model(), SECOND)
        };
        let refused = take_in(&store, "case-system", cases(0, 20), order).await;
        assert!(
            matches!(refused, Err(ImportError::Store(StoreError::ReadOnly))),
            "{refused:?}"
        );
    }
    assert_eq!(counts(&store).await, before);
    store.close().await;
    drop(disk);
}

/// The folder mounted over itself so that nobody can write in it, not even root.
struct ReadOnly<'f>(&'f Path);

impl<'f> ReadOnly<'f> {
    fn new(folder: &'f Path) -> Self {
        let mount = |arguments: &[&str], places: &[&Path]| {
            let done = Command::new("mount")
                .args(arguments)
                .args(places)
                .status()
                .expect("mount runs");
            assert!(done.success(), "this test must run as root where mounting is allowed: {done}");
        };
        mount(&["--bind"], &[folder, folder]);
        let mounted = Self(folder);
        mount(&["-o", "remount,bind,ro"], &[folder]);
        mounted
    }
}

impl Drop for ReadOnly<'_> {
    fn drop(&mut self) {
        let unmounted = Command::new("umount").arg("-l").arg(self.0).status();
        assert!(
            unmounted.is_ok_and(|status| status.success()),
            "{} stays mounted",
            self.0.display()
        );
    }
}

#[tokio::test]
async fn a_connection_lost_in_the_middle_of_an_import_stores_nothing_of_it() {
    on_both(async |fresh| {
        if fresh.engine != Engine::Postgres {
            return;
        }
        let store = fresh.open().await;
        accept(&store, FIRST, &cases(0, 10)).await;
        let before = counts(&store).await;
        let kill = "DO $$ DECLARE killed INTEGER := 0; BEGIN \
             FOR attempt IN 1..2000 LOOP \
                 SELECT COUNT(pg_terminate_backend(pid)) INTO killed FROM pg_stat_activity \
                     WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE 'COPY phase%'; \
                 EXIT WHEN killed > 0; \
                 PERFORM pg_sleep(0.01); PERFORM pg_stat_clear_snapshot(); \
             END LOOP; \
             IF killed = 0 THEN RAISE EXCEPTION 'nobody was importing'; END IF; END $$";
        let rows = cases(0, 60_000);
        let (lost, ()) = tokio::join!(export(&store, SECOND, &rows), fresh.behind_the_back(kill));
        assert!(
            matches!(lost, Err(ImportError::Store(StoreError::ConnectionLost { .. }))),
            "{lost:?}"
        );
        assert_eq!(counts(&store).await, before);
        accept(&store, SECOND, &cases(0, 20)).await;
        assert_eq!(count(&store, TABLES[1]).await, 20);
    })
    .await;
}

/// Not a test of its own: the one below starts it and kills it.
#[tokio::test]
#[ignore = "run in a process of its own by an_import_killed_in_the_middle_stores_nothing_of_it"]
async fn imports_until_it_is_killed() {
    use std::io::Write as _;
    let url = std::env::var("STORE_TEST_URL").expect("the address");
    let store = Store::open(&url).await.expect("opens");
    let rows = cases(0, 20_000);
    let mut out = std::io::stdout();
    writeln!(out, "\nimporting").and_then(|()| out.flush()).expect("reports");
    accept(&store, SECOND, &rows).await;
}

async fn kill_after(fresh: &Fresh, wait: Duration) -> bool {
    use std::io::{BufRead as _, BufReader};
    let mut child = Command::new(std::env::current_exe().expect("this program"))
        .args([
            "--ignored",
            "--exact",
            "broken_import::imports_until_it_is_killed",
            "--nocapture",
        ])
        .env("STORE_TEST_URL", &fresh.url)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("starts");
    let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
    let begun = lines.by_ref().map_while(Result::ok).any(|line| line == "importing");
    assert!(begun, "it imports before it is killed");
    tokio::time::sleep(wait).await;
    let still_there = child.try_wait().expect("asks").is_none();
    child.kill().expect("is killed");
    child.wait().expect("ends");
    still_there
}

#[tokio::test]
async fn an_import_killed_in_the_middle_stores_nothing_of_it() {
    let fresh = fresh_sqlite();
    let store = fresh.open().await;
    accept(&store, FIRST, &cases(0, 10)).await;
    let before = counts(&store).await;
    store.close().await;
    let mut killed = 0;
    for millis in [1, 50, 150, 300, 600] {
        if !kill_after(&fresh, Duration::from_millis(millis)).await {
            break;
        }
        let store = fresh.open().await;
        let after = counts(&store).await;
        store.close().await;
        if after != before {
            // It was done just before it was killed: then all of it is there.
            assert_eq!(after[2], 20_000);
            break;
        }
        killed += 1;
    }
    assert!(killed >= 2, "killed {killed} times in the middle");
    let store = fresh.open().await;
    accept(&store, SECOND, &cases(0, 20_000)).await;
    assert_eq!(count(&store, TABLES[1]).await, 20_000);
    assert_eq!(
        count(&store, "SELECT COUNT(*) FROM assignment WHERE until IS NULL").await,
        20_000
    );
    store.verify_log().await.expect("unbroken");
}
