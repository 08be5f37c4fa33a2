//! Load and faults: many users read and write while the server is killed and started again, and while PostgreSQL is restarted under it.
//! What was acknowledged must be there afterwards, the log unbroken, and no user may have seen another error than a refused connection.

use std::collections::BTreeMap;
use std::net::{SocketAddr, TcpListener};
use std::process::{Command, ExitCode};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail, ensure};
use rules::access::Role;
use store::Store;
use store::account::AccountSettings;
use store::password::PasswordCost;

use crate::bench::{FIRST, decade, program};
use crate::municipality::{self, filled};
use crate::postgres::Cluster;
use crate::process;
use crate::server::Server;
use crate::users::{Answer, User};

/// How often something is killed in a run.
const KILLS: u32 = 3;
/// The pause of a user between two things.
const PAUSE: Duration = Duration::from_millis(300);
/// For how long a user tries to reach a server that is being started.
const PATIENCE: Duration = Duration::from_secs(30);
/// Every tenth user leads a team and reads; the others keep their own month.
const TEAM: u32 = 10;

/// Runs both: the server killed on SQLite, and PostgreSQL restarted under a server that stays.
///
/// # Errors
/// When something acknowledged is missing, the log is broken, or a user saw an error.
pub fn run(seconds: u64, users: u32) -> anyhow::Result<ExitCode> {
    let program = program()?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let folder = tempfile::tempdir()?;
    let time = Duration::from_secs(seconds);

    println!("==> SQLite, the server killed {KILLS} times in {seconds} s, {users} users");
    let database = folder.path().join("faults.db").display().to_string();
    let start = |database: &str, port: u16| {
        let listen = format!("127.0.0.1:{port}");
        Server::start(Command::new(&program).args(["serve", "--listen", &listen, "--database", database]))
    };
    let people = runtime.block_on(fill(&database, users))?;
    let port = free_port()?;
    let mut server = Some(start(&database, port)?);
    let kept = under_load(&runtime, port, &people, time, || {
        drop(server.take());
        server = Some(start(&database, port)?);
        Ok(())
    })?;
    drop(server);
    runtime.block_on(prove(&database, &kept))?;

    println!("==> PostgreSQL restarted {KILLS} times in {seconds} s under the server, {users} users");
    let mut cluster = Cluster::start_durable()?;
    let people = runtime.block_on(fill(&cluster.address(), users))?;
    let port = free_port()?;
    let server = start(&cluster.address(), port)?;
    let kept = under_load(&runtime, port, &people, time, || cluster.restart())?;
    drop(server);
    runtime.block_on(prove(&cluster.address(), &kept))?;
    Ok(ExitCode::SUCCESS)
}

fn free_port() -> anyhow::Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

/// Somebody who signs in.
#[derive(Clone)]
struct Somebody {
    account: String,
    person: i64,
    leads: bool,
}

/// What somebody was told is stored, by numbers that grow: the least that must be there, and the most that can.
#[derive(Default)]
struct Kept {
    person: i64,
    measured: (AtomicU32, AtomicU32),
    dialogue: AtomicU64,
    noted: (AtomicU32, AtomicU32),
}

async fn fill(address: &str, users: u32) -> anyhow::Result<Vec<Somebody>> {
    let store = filled(address, decade(users, 8, 10)).await?;
    // Two hundred sign in within a moment; how dear a password is, is measured elsewhere.
    let settings = AccountSettings {
        cost: PasswordCost {
            memory: 8,
            passes: 1,
            lanes: 1,
        },
        ..AccountSettings::default()
    };
    let mut people = Vec::new();
    for place in 0..users {
        let person = municipality::person(&store, FIRST + place).await?;
        let account = format!("user-{place}");
        let leads = place % TEAM == 0;
        let roles: &[Role] = if leads {
            &[Role::Caseworker, Role::Supervisor]
        } else {
            &[Role::Caseworker]
        };
        let unit = format!("T{}", place / TEAM);
        municipality::account(&store, &account, Some(person), roles, &unit, &settings).await?;
        people.push(Somebody { account, person, leads });
    }
    store.close().await;
    Ok(people)
}

/// Lets everybody work while `kill` is called now and then.
fn under_load(
    runtime: &tokio::runtime::Runtime,
    port: u16,
    people: &[Somebody],
    time: Duration,
    mut kill: impl FnMut() -> anyhow::Result<()>,
) -> anyhow::Result<Vec<Arc<Kept>>> {
    let server = SocketAddr::from(([127, 0, 0, 1], port));
    let refused = Arc::new(AtomicU32::new(0));
    let answered = Arc::new(AtomicU32::new(0));
    let mut kept = Vec::new();
    let mut workers = Vec::new();
    for somebody in people.iter().cloned() {
        let own = Arc::new(Kept {
            person: somebody.person,
            ..Kept::default()
        });
        kept.push(Arc::clone(&own));
        // One after the other: whoever guesses passwords from one address is slowed down.
        let cookie = runtime.block_on(async { User::connect(server).await?.sign_in(&somebody.account).await })?;
        let worker = Worker {
            server,
            somebody,
            kept: own,
            cookie,
            user: None,
            refused: Arc::clone(&refused),
            answered: Arc::clone(&answered),
        };
        workers.push(worker);
    }
    let until = Instant::now() + time;
    let tasks: Vec<_> = workers.into_iter().map(|worker| runtime.spawn(worker.work(until))).collect();
    for _ in 0..KILLS {
        thread::sleep(time / (KILLS + 1));
        process::stop_if_interrupted()?;
        let begun = Instant::now();
        kill()?;
        println!("    killed, and back after {:.1} s", begun.elapsed().as_secs_f64());
    }
    let mut errors: BTreeMap<String, u32> = BTreeMap::new();
    for task in tasks {
        if let Err(error) = runtime.block_on(task)? {
            *errors.entry(format!("{error:#}")).or_default() += 1;
        }
    }
    println!(
        "    {} answers, {} connections refused or broken off",
        answered.load(Ordering::Relaxed),
        refused.load(Ordering::Relaxed)
    );
    if !errors.is_empty() {
        let told: Vec<String> = errors
            .iter()
            .map(|(error, users)| format!("{users} users: {error}"))
            .collect();
        bail!("users saw errors:\n{}", told.join("\n"));
    }
    Ok(kept)
}

struct Worker {
    server: SocketAddr,
    somebody: Somebody,
    kept: Arc<Kept>,
    cookie: String,
    user: Option<User>,
    refused: Arc<AtomicU32>,
    answered: Arc<AtomicU32>,
}

impl Worker {
    async fn work(mut self, until: Instant) -> anyhow::Result<()> {
        let mut turn = 0;
        while Instant::now() < until {
            turn += 1;
            self.read("/my-load").await?;
            if self.somebody.leads && turn % 3 == 0 {
                self.read("/team").await?;
            } else if turn % 2 == 0 {
                self.measure(turn).await?;
            } else {
                self.note(turn).await?;
            }
            tokio::time::sleep(PAUSE).await;
        }
        Ok(())
    }

    async fn read(&mut self, path: &str) -> anyhow::Result<String> {
        let answer = self.until_answered("GET", path, None).await?;
        ensure!(answer.status == 200, "GET {path} answered {}", answer.status);
        Ok(String::from_utf8_lossy(&answer.body).into_owned())
    }

    async fn measure(&mut self, turn: u32) -> anyhow::Result<()> {
        let form = format!("rating={}&flex=0&sentence=Turn+{turn}.", 1 + turn % 5);
        self.kept.measured.1.store(turn, Ordering::SeqCst);
        if let Some(answer) = self.once("POST", "/measurement", Some(&form)).await? {
            ensure!(answer.status == 303, "saving the measurement answered {}", answer.status);
            self.kept.measured.0.store(turn, Ordering::SeqCst);
        }
        Ok(())
    }

    /// Writes into the draft of the talk about this month, and agrees on something.
    async fn note(&mut self, turn: u32) -> anyhow::Result<()> {
        if self.kept.measured.0.load(Ordering::SeqCst) == 0 {
            return Ok(());
        }
        if self.kept.dialogue.load(Ordering::SeqCst) == 0 {
            let page = self.read("/measurement/saved").await?;
            let Some(measurement) = hidden(&page, "measurement") else {
                bail!("the saved measurement has no way to its talk");
            };
            let Some(answer) = self
                .once("POST", "/dialogue", Some(&format!("measurement={measurement}")))
                .await?
            else {
                return Ok(());
            };
            ensure!(answer.status == 303, "beginning the talk answered {}", answer.status);
            let place = answer.header("location").unwrap_or_default();
            let id = place.split(['/', '?', '#']).find_map(|part| part.parse().ok());
            self.kept
                .dialogue
                .store(id.context("the talk has an address")?, Ordering::SeqCst);
        }
        let path = format!("/dialogue/{}", self.kept.dialogue.load(Ordering::SeqCst));
        let page = self.read(&path).await?;
        let seen = hidden(&page, "seen").context("the talk has a mark")?;
        let form = format!(
            "do=save&seen={seen}&notes=Turn+{turn}.&kind-1=relief&owner-1={}&due-1=2027-01-{:02}",
            self.somebody.person,
            1 + turn % 28
        );
        self.kept.noted.1.store(turn, Ordering::SeqCst);
        if let Some(answer) = self.once("POST", &path, Some(&form)).await? {
            ensure!(answer.status == 303, "saving the talk answered {}", answer.status);
            self.kept.noted.0.store(turn, Ordering::SeqCst);
        }
        Ok(())
    }

    /// Asks again and again until the server is there.
    async fn until_answered(&mut self, method: &str, path: &str, form: Option<&str>) -> anyhow::Result<Answer> {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            if let Some(answer) = self.once(method, path, form).await? {
                return Ok(answer);
            }
        }
        bail!("nobody answered for {} s", PATIENCE.as_secs())
    }

    /// Asks once; nothing when the connection was refused or broke off.
    async fn once(&mut self, method: &str, path: &str, form: Option<&str>) -> anyhow::Result<Option<Answer>> {
        let asked = async {
            let user = match &mut self.user {
                Some(user) => user,
                none => none.insert(User::connect(self.server).await?),
            };
            user.ask(method, path, &self.cookie, form).await
        };
        if let Ok(answer) = asked.await {
            self.answered.fetch_add(1, Ordering::Relaxed);
            ensure!(
                answer.status < 500,
                "{method} {} answered {}",
                without_numbers(path),
                answer.status
            );
            return Ok(Some(answer));
        }
        self.refused.fetch_add(1, Ordering::Relaxed);
        self.user = None;
        tokio::time::sleep(Duration::from_millis(50)).await;
        Ok(None)
    }
}

fn without_numbers(path: &str) -> String {
    path.chars()
        .map(|char| if char.is_ascii_digit() { '#' } else { char })
        .collect()
}

/// The value of a hidden field.
fn hidden<'p>(page: &'p str, name: &str) -> Option<&'p str> {
    let (_, after) = page.split_once(&format!("name=\"{name}\" value=\""))?;
    after.split('"').next()
}

/// Looks whether everything is there that somebody was told is stored.
async fn prove(address: &str, kept: &[Arc<Kept>]) -> anyhow::Result<()> {
    let store = Store::open(address).await?;
    let viewer = municipality::viewer();
    let (mut measurements, mut talks) = (0, 0);
    for one in kept {
        let bounds = |(least, most): &(AtomicU32, AtomicU32)| least.load(Ordering::SeqCst)..=most.load(Ordering::SeqCst);
        let turn_of = |text: &str| text.strip_prefix("Turn ")?.strip_suffix('.')?.parse::<u32>().ok();
        let mut reading = store.read(&viewer).await?;
        let measured = reading.measurements_of(one.person, 1).await?;
        let dialogues = reading.dialogues_of(one.person, 1).await?;
        reading.close().await?;
        let bound = bounds(&one.measured);
        if *bound.start() > 0 {
            let sentence = measured
                .first()
                .and_then(|measurement| measurement.own.as_ref()?.sentence.clone());
            let turn = sentence.as_deref().and_then(turn_of).unwrap_or(0);
            ensure!(
                bound.contains(&turn),
                "measurement of {}: {turn} is there, {bound:?} was told",
                one.person
            );
            measurements += 1;
        }
        let bound = bounds(&one.noted);
        if *bound.start() > 0 {
            let dialogue = dialogues.first().context("a talk is missing")?;
            let turn = turn_of(&dialogue.notes).unwrap_or(0);
            ensure!(
                bound.contains(&turn),
                "talk with {}: {turn} is there, {bound:?} was told",
                one.person
            );
            let agreed = dialogue.actions.first().context("an action is missing")?;
            let day = i8::try_from(1 + turn % 28).unwrap_or_default();
            ensure!(
                agreed.agreed.due.day() == day,
                "the action of {} is of another turn",
                one.person
            );
            talks += 1;
        }
    }
    ensure!(measurements > 0 && talks > 0, "nothing was stored at all");
    let verified = store.verify_log().await?;
    println!(
        "    all there: {measurements} measurements, {talks} talks with their actions, {} entries of the log unbroken",
        verified.entries
    );
    store.close().await;
    Ok(())
}
