//! The pages under load, beside a bare handler that sends the same bytes: 50 users at once, load and server on one machine.

use std::collections::HashSet;
use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use axum::Router;
use axum::http::header;
use axum::routing::get;
use jiff::{Timestamp, ToSpan as _};
use rules::access::{Grant, Role};
use rules::load::explain;
use rules::overload::history;
use rules::period::Period;
use rules::weight_model::shipped;
use store::account::AccountSettings;
use store::import::take_in::{Order, take_in};
use store::{Store, Viewer};

use super::database::program;
use super::sample::{DAY, FIRST, decade};
use super::table::{Alternative, Limit, Quantity, Row};
use super::timing::measure;
use super::users::{Run, User, together};
use crate::machine;

const PEOPLE: u32 = 1_000;
const OPEN: u32 = 20;
const CLOSED: u32 = 380;
const USERS: u32 = 50;
const PASSWORD: &str = "tyst regn mot rutan";
const TIME: Duration = Duration::from_secs(8);

pub fn run() -> anyhow::Result<Vec<Row>> {
    let program = program()?;
    let folder = tempfile::tempdir()?;
    let database = folder.path().join("municipality.db");
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()?;
    eprintln!("  filling …");
    runtime.block_on(fill(&database.display().to_string()))?;
    let mut rows = Vec::new();
    let started = Instant::now();
    let server = Server::start(
        Command::new(&program)
            .args(["serve", "--listen", "127.0.0.1:0", "--database"])
            .arg(&database),
    )?;
    let first = runtime.block_on(first_page(server.address))?;
    rows.push(limited(
        "from the start of the program to its first page",
        Quantity::Time(first.duration_since(started)),
        None,
        Limit::AtMost(Quantity::Time(Duration::from_secs(1))),
    ));
    thread::sleep(Duration::from_secs(1));
    rows.push(limited(
        "memory of the idle server",
        Quantity::Memory(server.memory()?),
        None,
        Limit::AtMost(Quantity::Memory(80_000_000)),
    ));
    let caseworkers = runtime.block_on(sign_in(server.address, "caseworker"))?;
    let supervisors = runtime.block_on(sign_in(server.address, "supervisor"))?;
    let size = format!("{USERS} users, {PEOPLE} caseworkers, {} phases", PEOPLE * (OPEN + CLOSED));
    for (name, path, cookies, rate) in [
        ("My load", "/my-load", &caseworkers, Limit::AtLeast(Quantity::Rate(500.0))),
        ("Team", "/team", &supervisors, Limit::None),
    ] {
        let (ours, bare) = beside_bare(&runtime, server.address, path, cookies)?;
        let bare_handler = |quantity| {
            Some(Alternative::Measured {
                name: "bare axum handler, same bytes".to_owned(),
                quantity,
            })
        };
        let latency = if path == "/my-load" {
            Limit::AtMost(Quantity::Time(Duration::from_millis(60)))
        } else {
            Limit::None
        };
        rows.push(limited(
            &format!("{name}, {size}"),
            ours.rate(),
            bare_handler(bare.rate()),
            rate,
        ));
        rows.push(limited(
            &format!("{name}, half of the answers"),
            ours.percentile(50),
            bare_handler(bare.percentile(50)),
            Limit::None,
        ));
        rows.push(limited(
            &format!("{name}, 99 of 100 answers"),
            ours.percentile(99),
            bare_handler(bare.percentile(99)),
            latency,
        ));
    }
    rows.push(limited(
        "memory after that",
        Quantity::Memory(server.memory()?),
        None,
        Limit::None,
    ));
    drop(server);
    rows.extend(where_time_goes(&runtime, &database.display().to_string())?);
    Ok(rows)
}

fn limited(what: &str, ours: Quantity, alternative: Option<Alternative>, limit: Limit) -> Row {
    Row {
        name: "pages",
        what: what.to_owned(),
        ours,
        alternative,
        limit,
    }
}

/// The page under load, then a handler that does nothing but send the same bytes.
fn beside_bare(
    runtime: &tokio::runtime::Runtime,
    server: SocketAddr,
    path: &str,
    cookies: &[String],
) -> anyhow::Result<(Run, Run)> {
    let page = runtime.block_on(async {
        let mut user = User::connect(server).await?;
        let cookie = cookies.first().context("somebody is signed in")?;
        anyhow::Ok(user.ask("GET", path, cookie, None).await?.body)
    })?;
    eprintln!("  {path}: {} bytes", page.len());
    let file = tempfile::NamedTempFile::new()?;
    std::fs::write(file.path(), page)?;
    let ours = runtime.block_on(together(server, path, cookies, TIME))?;
    let own = std::env::current_exe()?;
    let bare = Server::start(Command::new(own).args(["bare-handler"]).arg(file.path()))?;
    let theirs = runtime.block_on(together(bare.address, "/", cookies, TIME))?;
    Ok((ours, theirs))
}

/// `xtask bare-handler FILE`: sends the file's bytes to whoever asks, and says first on which address.
///
/// # Errors
/// When the file cannot be read or no port be had.
pub fn bare_handler(file: &Path) -> anyhow::Result<()> {
    let bytes: axum::body::Bytes = std::fs::read(file)?.into();
    // As the product has it.
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(8)
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
        println!("http://{}", listener.local_addr()?);
        let page = get(move || std::future::ready(([(header::CONTENT_TYPE, "text/html; charset=utf-8")], bytes.clone())));
        Ok(axum::serve(listener, Router::new().route("/", page)).await?)
    })
}

/// A program that says its address in its first line, ended when this is dropped.
struct Server {
    child: Child,
    address: SocketAddr,
}

impl Server {
    fn start(command: &mut Command) -> anyhow::Result<Self> {
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

    fn memory(&self) -> anyhow::Result<u64> {
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

async fn first_page(server: SocketAddr) -> anyhow::Result<Instant> {
    let answer = User::connect(server).await?.ask("GET", "/sign-in", "", None).await?;
    ensure!(answer.status == 200, "the first page answered {}", answer.status);
    Ok(Instant::now())
}

async fn fill(address: &str) -> anyhow::Result<()> {
    let store = Store::open(address).await?;
    let model = shipped("exempel-barn-unga").context("the example model ships")?;
    let viewer = Viewer::system("benchmark", Timestamp::UNIX_EPOCH);
    store.adopt(&viewer, &model).await?;
    let case_types: HashSet<String> = model.cases.iter().map(|row| row.case_type.clone()).collect();
    let order = Order {
        viewer: viewer.clone(),
        exported: DAY,
        case_types,
        dry_run: false,
    };
    let summary = take_in(&store, "benchmark", decade(PEOPLE, OPEN, CLOSED), order).await?;
    ensure!(
        summary.rejected.is_empty(),
        "{} records were rejected",
        summary.rejected.len()
    );
    for place in 0..USERS {
        let number = (FIRST + place * 10).to_string();
        let person = store
            .read(&viewer)
            .await?
            .find_person(&number)
            .await?
            .pop()
            .context("the person is there")?
            .id;
        for (role, name, person) in [
            (Role::Caseworker, "caseworker", Some(person)),
            (Role::Supervisor, "supervisor", None),
        ] {
            let name = format!("{name}-{place}");
            let account = store.add_account(&viewer, &name, &name, person).await?;
            let settings = AccountSettings::default();
            let mut salt = [7; 16];
            salt[..4].copy_from_slice(&place.to_le_bytes());
            store.set_password(&viewer, account, PASSWORD, salt, &settings).await?;
            let grant = Grant {
                role,
                unit: Some(format!("T{place}")),
                period: Period::since(DAY),
            };
            store.give_role(&viewer, account, &grant).await?;
        }
    }
    store.close().await;
    Ok(())
}

/// Signs everybody in and gives their cookies.
async fn sign_in(server: SocketAddr, name: &str) -> anyhow::Result<Vec<String>> {
    let mut cookies = Vec::new();
    let mut user = User::connect(server).await?;
    for place in 0..USERS {
        let form = format!("name={name}-{place}&password={}&to=%2F", PASSWORD.replace(' ', "+"));
        let answer = user.ask("POST", "/sign-in", "", Some(&form)).await?;
        ensure!(answer.status == 303, "signing in answered {}", answer.status);
        let cookie = answer.header("set-cookie").context("a cookie")?;
        cookies.push(cookie.split(';').next().unwrap_or_default().to_owned());
    }
    Ok(cookies)
}

/// The parts of My load, one after the other, without the server around them.
fn where_time_goes(runtime: &tokio::runtime::Runtime, address: &str) -> anyhow::Result<Vec<Row>> {
    let store = runtime.block_on(Store::open(address))?;
    let viewer = Viewer::system("benchmark", Timestamp::UNIX_EPOCH);
    let first = DAY.saturating_sub(12.months());
    let person = runtime.block_on(async {
        let found = store.read(&viewer).await?.find_person(&FIRST.to_string()).await?;
        anyhow::Ok(found.first().context("the person is there")?.id)
    })?;
    let models = runtime.block_on(async { anyhow::Ok(store.read(&viewer).await?.weight_models().await?) })?;
    let model = models.on(DAY).context("a model is adopted")?;
    let facts = runtime
        .block_on(async { anyhow::Ok(store.read(&viewer).await?.somebody(person, first, DAY).await?) })?
        .context("the person is there")?;
    let read_models = measure(20, 300, || {
        runtime.block_on(async { store.read(&viewer).await?.weight_models().await.map(|_| ()) })
    });
    let read_facts = measure(20, 300, || {
        runtime.block_on(async { store.read(&viewer).await?.somebody(person, first, DAY).await.map(|_| ()) })
    });
    let weigh = measure(20, 300, || explain(model, &facts.person, &facts.holdings, DAY));
    let year = measure(20, 300, || history(&models, &facts.person, &facts.holdings, first, DAY));
    Ok([
        ("of My load: reading the weight models", read_models),
        ("of My load: reading a year's facts of one person", read_facts),
        ("of My load: weighing and explaining today", weigh),
        ("of My load: weighing the last twelve months", year),
    ]
    .into_iter()
    .map(|(what, timing)| limited(what, Quantity::Time(timing.median), None, Limit::None))
    .collect())
}
