//! The pages under load, beside a bare handler that sends the same bytes: 50 users at once, load and server on one machine.

use std::net::SocketAddr;
use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use axum::Router;
use axum::http::header;
use axum::routing::get;
use jiff::ToSpan as _;
use rules::access::Role;
use rules::load::explain;
use rules::overload::history;
use store::Store;
use store::account::AccountSettings;

use super::database::program;
use super::sample::{DAY, FIRST, decade};
use super::table::{Alternative, Limit, Quantity, Row};
use super::timing::measure;
use crate::municipality::{self, filled};
use crate::server::Server;
use crate::users::{Run, User, together};

const PEOPLE: u32 = 1_000;
const OPEN: u32 = 20;
const CLOSED: u32 = 380;
const USERS: u32 = 50;
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

async fn first_page(server: SocketAddr) -> anyhow::Result<Instant> {
    let answer = User::connect(server).await?.ask("GET", "/sign-in", "", None).await?;
    ensure!(answer.status == 200, "the first page answered {}", answer.status);
    Ok(Instant::now())
}

async fn fill(address: &str) -> anyhow::Result<()> {
    let store = filled(address, decade(PEOPLE, OPEN, CLOSED)).await?;
    let settings = AccountSettings::default();
    for place in 0..USERS {
        let person = municipality::person(&store, FIRST + place * 10).await?;
        for (role, name, person) in [
            (Role::Caseworker, "caseworker", Some(person)),
            (Role::Supervisor, "supervisor", None),
        ] {
            let (name, unit) = (format!("{name}-{place}"), format!("T{place}"));
            municipality::account(&store, &name, person, &[role], &unit, &settings).await?;
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
        cookies.push(user.sign_in(&format!("{name}-{place}")).await?);
    }
    Ok(cookies)
}

/// The parts of My load, one after the other, without the server around them.
fn where_time_goes(runtime: &tokio::runtime::Runtime, address: &str) -> anyhow::Result<Vec<Row>> {
    let store = runtime.block_on(Store::open(address))?;
    let viewer = municipality::viewer();
    let first = DAY.saturating_sub(12.months());
    let person = runtime.block_on(municipality::person(&store, FIRST))?;
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
