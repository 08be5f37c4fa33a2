//! The API held against its own description: a running server, the demonstration in its database, and thousands of requests that
//! schemathesis makes up from `/api/openapi.json`, right ones and wrong ones.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Instant;

use anyhow::{Context as _, bail};

use crate::server::Server;
use crate::{process, python};

/// The version of schemathesis (MIT). It is used here and not passed on.
const SCHEMATHESIS: &str = "4.32.5";

/// So many requests must have been answered, by the server's own count.
const FEWEST: u64 = 5_000;

/// Cases made up for each operation and token. With those of every phase they come to more than [`FEWEST`] requests.
const CASES: &str = "30";

/// The password for the server's counts.
const METRICS: &str = "of-the-api-step-alone";

/// Runs the step: fails when an answer is not as the description says, or when too few requests were made.
///
/// # Errors
/// When something that is needed cannot be had, or the API does not hold.
pub fn run() -> anyhow::Result<ExitCode> {
    let house = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .context("xtask lies in the house")?;
    let schemathesis = schemathesis()?;
    let program = program(house)?;
    let folder = tempfile::Builder::new().prefix("tyngdpunkt-api-").tempdir()?;
    let database = format!("sqlite:{}", folder.path().join("demo.db").display());
    let tell = |arguments: &[&str]| -> anyhow::Result<String> {
        let mut command = Command::new(&program);
        command.args(["--database", &database, "--language", "en"]).args(arguments);
        let done = command.output().with_context(|| process::shown(&command))?;
        if !done.status.success() {
            bail!(
                "`{}` failed: {}",
                process::shown(&command),
                String::from_utf8_lossy(&done.stderr)
            );
        }
        Ok(String::from_utf8_lossy(&done.stdout).into_owned())
    };
    println!("==> the demonstration");
    tell(&["demo", "--caseworkers", "60", "--years", "1"])?;
    let unit = first_team(&tell(&["load", "--format", "csv"])?).context("the demonstration has a team")?;
    let tokens = [
        ("administrator", "administrator".to_owned()),
        ("supervisor", format!("supervisor@{unit}")),
    ];
    let start = Instant::now();
    let mut answered = 0;
    for (name, role) in tokens {
        process::stop_if_interrupted()?;
        let issued = tell(&["token", "add", name, "--role", &role, "--format", "csv"])?;
        let token = token_in(&issued).context("the token is shown")?;
        // Each begins with a server of its own: the counts are then those of this token.
        let mut command = Command::new(&program);
        command
            .args([
                "--database",
                &database,
                "--language",
                "en",
                "serve",
                "--listen",
                "127.0.0.1:0",
            ])
            .args(["--metrics-token", METRICS]);
        let server = Server::start(&mut command)?;
        let address = server.address;
        println!("==> schemathesis as {role}");
        let person = somebody(address, &token)?;
        let held = hold(&schemathesis, address, &token, person.as_deref(), folder.path());
        let (count, faults) = count(address)?;
        let counts = still_counts(address, &token)?;
        server.stop()?;
        held?;
        if !counts {
            bail!("the token of {role} was taken out of use on the way: the requests after that were refused");
        }
        if faults > 0 {
            bail!("{faults} requests were answered with a fault of the server's own");
        }
        println!("    {count} requests answered");
        answered += count;
    }
    if answered < FEWEST {
        bail!("only {answered} requests were answered; at least {FEWEST} must be");
    }
    println!(
        "==> the API holds: {answered} requests in {:.0} s",
        start.elapsed().as_secs_f64()
    );
    Ok(ExitCode::SUCCESS)
}

/// Makes up requests and holds each answer against the description. Where the token sees `person`, the requests are about that person:
/// made-up ids would lead to nobody.
fn hold(schemathesis: &Path, address: SocketAddr, token: &str, person: Option<&str>, folder: &Path) -> anyhow::Result<()> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemathesis");
    let mut settings = fs::read_to_string(here.join("schemathesis.toml"))?;
    if let Some(person) = person {
        settings = format!("{settings}\n[parameters]\n\"path.person\" = {person}\n");
    }
    let file = folder.join("schemathesis.toml");
    fs::write(&file, settings)?;
    let mut command = Command::new(schemathesis);
    command
        .arg("--config-file")
        .arg(&file)
        .arg("run")
        .arg(format!("http://{address}/api/openapi.json"))
        .args([
            "--checks",
            "all",
            "--mode",
            "all",
            "--max-examples",
            CASES,
            "--seed",
            "20261031",
        ])
        .args([
            "--continue-on-failure",
            "--no-color",
            "--generation-database",
            "none",
            "--workers",
            "1",
        ])
        .arg("--header")
        .arg(format!("Authorization: Bearer {token}"))
        .current_dir(folder)
        .env("SCHEMATHESIS_HOOKS", "hooks")
        .env("PYTHONPATH", &here)
        .env("PYTHONDONTWRITEBYTECODE", "1");
    process::succeed(&mut command)
}

/// schemathesis, installed when it is not there in the right version.
fn schemathesis() -> anyhow::Result<PathBuf> {
    let programs = python::package("schemathesis/venv", &format!("schemathesis=={SCHEMATHESIS}"), |programs| {
        let asked = Command::new(programs.join("schemathesis")).arg("--version").output();
        asked.is_ok_and(|answer| String::from_utf8_lossy(&answer.stdout).trim().ends_with(SCHEMATHESIS))
    })?;
    Ok(programs.join("schemathesis"))
}

/// The program, built if need be.
fn program(house: &Path) -> anyhow::Result<PathBuf> {
    let mut build = Command::new("cargo");
    // With the features that the tests are built with, so that nothing is built twice.
    build.args(["test", "--workspace", "--no-run", "--quiet", "--test", "commands"]);
    process::forget_outer_cargo(&mut build);
    process::succeed(build.current_dir(house))?;
    // Beside this program, wherever cargo was told to build.
    let own = std::env::current_exe()?;
    Ok(own.with_file_name("tyngdpunkt"))
}

/// The first unit that somebody in a list of loads is in.
fn first_team(loads: &str) -> Option<String> {
    let mut lines = loads.trim_start_matches('\u{feff}').lines();
    let separator = |char| char == ';' || char == ',';
    let place = lines.next()?.split(separator).position(|heading| {
        let heading = heading.trim_matches('"').to_lowercase();
        heading == "unit" || heading == "units"
    })?;
    let units = lines.filter_map(|line| line.split(separator).nth(place).map(|unit| unit.trim_matches('"').to_owned()));
    units.into_iter().find(|unit| !unit.is_empty())
}

/// The token that a text shows.
fn token_in(text: &str) -> Option<String> {
    let begin = text.find("tyngd_")?;
    let rest = text.get(begin..)?;
    Some(
        rest.chars()
            .take_while(|char| char.is_ascii_alphanumeric() || *char == '_')
            .collect(),
    )
}

/// How many requests of the API the server has answered, and how many of them with a fault of its own.
fn count(server: SocketAddr) -> anyhow::Result<(u64, u64)> {
    let (_, text) = ask(server, "/metrics", METRICS)?;
    let of_api = text.lines().filter(|line| line.contains("_count{route=\"/api/"));
    let counts = of_api.filter_map(|line| {
        let count: u64 = line.rsplit(' ').next()?.trim().parse().ok()?;
        Some((count, line.contains("status=\"5")))
    });
    Ok(counts.fold((0, 0), |(all, faults), (count, is_fault)| {
        (all + count, faults + if is_fault { count } else { 0 })
    }))
}

/// The id of somebody whose load the token sees.
fn somebody(server: SocketAddr, token: &str) -> anyhow::Result<Option<String>> {
    let (_, answer) = ask(server, "/api/v1/loads?limit=1", token)?;
    let after = answer.split("\"person\":").nth(1);
    Ok(after.map(|rest| rest.chars().take_while(char::is_ascii_digit).collect()))
}

/// Whether a token still counts.
fn still_counts(server: SocketAddr, token: &str) -> anyhow::Result<bool> {
    Ok(ask(server, "/api/v1/me", token)?.0 == 200)
}

fn ask(server: SocketAddr, path: &str, token: &str) -> anyhow::Result<(u16, String)> {
    let mut connection = TcpStream::connect(server)?;
    write!(
        connection,
        "GET {path} HTTP/1.1\r\nhost: {server}\r\nauthorization: Bearer {token}\r\nconnection: close\r\n\r\n"
    )?;
    let mut answer = String::new();
    connection.read_to_string(&mut answer)?;
    let status = answer.split(' ').nth(1).and_then(|status| status.parse().ok());
    Ok((status.context("a status")?, answer))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_team_and_the_token_are_found_in_what_the_program_says() {
        assert_eq!(first_team("\u{feff}Person;Unit\n1;\n2;\"south\"\n"), Some("south".to_owned()));
        assert_eq!(first_team("Person\n1\n"), None);
        assert_eq!(token_in("a,tyngd_0a1b,\"x\""), Some("tyngd_0a1b".to_owned()));
    }
}
