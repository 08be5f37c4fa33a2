//! A private PostgreSQL in a temporary folder, gone when it is no longer needed.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::Read as _;
use std::net::TcpListener;
use std::os::unix::fs::{PermissionsExt as _, chown};
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Child, Command, ExitCode, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use rustix::process::Signal;
use tempfile::TempDir;

use crate::machine;
use crate::process::{self, CtrlC};

/// The variable in which the tests find the address of the private cluster.
pub const ADDRESS_VARIABLE: &str = "TYNGDPUNKT_TEST_POSTGRES";

/// What gives up durability for speed.
const QUICK: [&str; 3] = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

/// The superuser of the private cluster.
const USER: &str = "test";
/// How long the server may take to start.
const START: Duration = Duration::from_mins(1);
/// How long an immediate shutdown may take before the server is killed.
const STOP: Duration = Duration::from_secs(10);
/// Another program may take the free port between our looking and the server's listening: then another port is tried.
const ATTEMPTS: usize = 3;

/// A running private cluster. Dropping it stops the server and removes the folder, also while a panic unwinds.
///
/// Start it on the main thread: the server ends when the thread that started it does, so that it is not left behind
/// even when this process is killed outright.
pub struct Cluster {
    server: Child,
    port: u16,
    password: String,
    settings: &'static [&'static str],
    /// Dropped after the server has been stopped.
    folder: TempDir,
}

impl Cluster {
    /// Makes and starts a cluster, installing PostgreSQL first if need be.
    ///
    /// It listens on loopback only, lets nobody in without its random password, and gives up durability for speed.
    ///
    /// # Errors
    /// When PostgreSQL cannot be installed or does not start; the end of its own log is in the error.
    pub fn start() -> anyhow::Result<Self> {
        Self::begin(&QUICK)
    }

    /// The same with all durability of a real one, for trying what happens when it is killed.
    ///
    /// # Errors
    /// As [`Self::start`].
    pub fn start_durable() -> anyhow::Result<Self> {
        Self::begin(&[])
    }

    /// Kills the server as a crash would, and starts it again on the same port with the same data.
    ///
    /// # Errors
    /// When it does not start.
    pub fn restart(&mut self) -> anyhow::Result<()> {
        let programs = machine::postgres_programs()?;
        let owner = Owner::of(self.folder.path())?;
        stop(&mut self.server);
        let (server, _) = start_server(&programs, self.folder.path(), owner, self.port, self.settings)?;
        self.server = server;
        Ok(())
    }

    fn begin(settings: &'static [&'static str]) -> anyhow::Result<Self> {
        let programs = machine::postgres_programs()?;
        let folder = tempfile::Builder::new().prefix("tyngdpunkt-postgres-").tempdir()?;
        let owner = Owner::of(folder.path())?;
        let password = random_password()?;
        initialise(&programs, folder.path(), owner, &password)?;
        let mut last = None;
        for _ in 0..ATTEMPTS {
            process::stop_if_interrupted()?;
            let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
            match start_server(&programs, folder.path(), owner, port, settings) {
                Ok((server, port)) => {
                    return Ok(Self {
                        server,
                        port,
                        password,
                        settings,
                        folder,
                    });
                }
                Err(error) => last = Some(error),
            }
        }
        Err(last.context("no attempt to start PostgreSQL was made")?)
    }

    /// The address of the maintenance database, `postgres://user:password@host:port/postgres`.
    pub fn address(&self) -> String {
        format!("postgres://{USER}:{}@127.0.0.1:{}/postgres", self.password, self.port)
    }

    /// Tells `command` where the cluster is, in the variables that our tests, the product and psql read.
    pub fn announce_to(&self, command: &mut Command) {
        command
            .env(ADDRESS_VARIABLE, self.address())
            .env("DATABASE_URL", self.address());
        command.env("PGHOST", "127.0.0.1").env("PGPORT", self.port.to_string());
        command
            .env("PGUSER", USER)
            .env("PGPASSWORD", &self.password)
            .env("PGDATABASE", "postgres");
    }

    /// Where the cluster lies.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        stop(&mut self.server);
    }
}

/// Runs a command with a private cluster and ends with the command's own exit code.
///
/// # Errors
/// When the cluster or the command cannot be started, or the run was interrupted.
pub fn run_with(words: &[OsString]) -> anyhow::Result<ExitCode> {
    let [program, arguments @ ..] = words else {
        bail!("name the command to run")
    };
    let cluster = Cluster::start()?;
    let mut command = Command::new(program);
    process::forget_outer_cargo(&mut command);
    cluster.announce_to(command.args(arguments));
    let status = process::run(&mut command, CtrlC::IsTheChilds)?;
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    Ok(code.map_or(ExitCode::FAILURE, ExitCode::from))
}

/// Who the server runs as: PostgreSQL refuses to run as root.
#[derive(Debug, Clone, Copy)]
enum Owner {
    /// We are no root: as ourselves.
    Ourselves,
    /// We are root: as this user and group, who get the folder.
    Other { user: u32, group: u32 },
}

impl Owner {
    fn of(folder: &Path) -> anyhow::Result<Self> {
        if !rustix::process::geteuid().is_root() {
            return Ok(Self::Ourselves);
        }
        let list = fs::read_to_string("/etc/passwd").context("reading /etc/passwd")?;
        let (user, group) = user_and_group(&list, "nobody").context("there is no user `nobody` to run PostgreSQL as")?;
        chown(folder, Some(user), Some(group))?;
        Ok(Self::Other { user, group })
    }

    fn apply(self, command: &mut Command) {
        if let Self::Other { user, group } = self {
            command.uid(user).gid(group);
        }
    }
}

/// Numbers of a user and its group, from a line `name:password:user:group:…`.
fn user_and_group(list: &str, name: &str) -> Option<(u32, u32)> {
    let mut fields = list
        .lines()
        .map(|line| line.split(':'))
        .find_map(|mut fields| (fields.next() == Some(name)).then_some(fields))?;
    Some((fields.nth(1)?.parse().ok()?, fields.next()?.parse().ok()?))
}

fn random_password() -> anyhow::Result<String> {
    let mut bytes = [0; 16];
    File::open("/dev/urandom")?.read_exact(&mut bytes)?;
    Ok(format!("{:032x}", u128::from_ne_bytes(bytes)))
}

fn initialise(programs: &Path, folder: &Path, owner: Owner, password: &str) -> anyhow::Result<()> {
    let password_file = folder.join("password");
    fs::write(&password_file, password)?;
    fs::set_permissions(&password_file, fs::Permissions::from_mode(0o600))?;
    if let Owner::Other { user, group } = owner {
        chown(&password_file, Some(user), Some(group))?;
    }
    let mut command = Command::new(programs.join("initdb"));
    command
        .arg("--pgdata")
        .arg(folder.join("data"))
        .args(["--username", USER, "--auth", "password"]);
    command
        .arg("--pwfile")
        .arg(&password_file)
        .args(["--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync"]);
    command.current_dir(folder).env("LC_ALL", "C.UTF-8").process_group(0);
    owner.apply(&mut command);
    let output = command.output().with_context(|| {
        format!(
            "running initdb in {}; as root, set TMPDIR to a folder that every user may enter",
            folder.display()
        )
    })?;
    if !output.status.success() {
        bail!(
            "initdb failed:\n{}{}",
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        );
    }
    Ok(())
}

fn start_server(programs: &Path, folder: &Path, owner: Owner, port: u16, settings: &[&str]) -> anyhow::Result<(Child, u16)> {
    let log = folder.join("server.log");
    let mut command = dying_with_us(&programs.join("postgres"));
    command.arg("-D").arg(folder.join("data")).args(["-p", &port.to_string()]);
    let always = [
        "listen_addresses=127.0.0.1",
        "unix_socket_directories=",
        "max_connections=200",
    ];
    for setting in always.iter().chain(settings) {
        command.args(["-c", setting]);
    }
    // A group of its own: Ctrl-C in the terminal is for us, and we stop the server when its clients are gone.
    command
        .current_dir(folder)
        .process_group(0)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(File::create(&log)?);
    owner.apply(&mut command);
    let mut server = command.spawn().context("starting postgres")?;
    let ready = wait_until_ready(&mut server, &folder.join("data/postmaster.pid"));
    if let Err(error) = ready {
        stop(&mut server);
        let log = fs::read_to_string(&log).unwrap_or_default();
        return Err(error.context(format!("PostgreSQL did not start on port {port}:\n{}", last_lines(&log, 20))));
    }
    Ok((server, port))
}

/// A command that is told to stop when this process dies, where the system has `setpriv` (Linux).
fn dying_with_us(program: &Path) -> Command {
    if !process::works("setpriv", &["--pdeathsig", "QUIT", "true"]) {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", "QUIT"]).arg(program);
    command
}

/// The server writes `ready` as the eighth line of its own file; an answer on the port alone could be somebody else's.
fn wait_until_ready(server: &mut Child, status_file: &Path) -> anyhow::Result<()> {
    let start = Instant::now();
    while start.elapsed() < START {
        process::stop_if_interrupted()?;
        if let Some(status) = server.try_wait()? {
            bail!("the server ended at once ({status})");
        }
        let text = fs::read_to_string(status_file).unwrap_or_default();
        if text.lines().nth(7).is_some_and(|line| line.trim() == "ready") {
            return Ok(());
        }
        thread::sleep(Duration::from_millis(20));
    }
    bail!("the server was not ready after {} s", START.as_secs())
}

/// Immediate shutdown (SIGQUIT): the data are thrown away anyhow.
fn stop(server: &mut Child) {
    process::send(server.id(), Signal::QUIT);
    if !process::ends_within(server, STOP) {
        server.kill().ok();
        server.wait().ok();
    }
}

fn last_lines(text: &str, count: usize) -> String {
    let lines: Vec<&str> = text.lines().collect();
    lines.get(lines.len().saturating_sub(count)..).unwrap_or_default().join("\n")
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    #[test]
    fn a_cluster_answers_lets_nobody_in_without_the_password_and_leaves_nothing() {
        let cluster = Cluster::start().expect("a cluster");
        let (folder, port) = (cluster.folder().to_owned(), cluster.port);
        let psql = |announced: bool| {
            let mut command = Command::new("psql");
            command.args(["--no-password", "--tuples-only", "--no-align", "--command", "SELECT 6 * 7"]);
            if announced {
                cluster.announce_to(&mut command);
            } else {
                command.args(["-h", "127.0.0.1", "-U", USER, "-p", &port.to_string(), "postgres"]);
            }
            command.output().expect("psql")
        };
        assert_eq!(psql(true).stdout, b"42\n");
        assert!(!psql(false).status.success(), "the password is asked for");
        drop(cluster);
        assert!(!folder.exists(), "{} is left", folder.display());
        assert!(
            TcpListener::bind(("127.0.0.1", port)).is_ok(),
            "something still listens on {port}"
        );
    }

    #[test]
    fn a_panic_stops_the_server_and_removes_the_folder() {
        let folder = std::sync::Mutex::new(PathBuf::new());
        let result = std::panic::catch_unwind(|| {
            let cluster = Cluster::start().expect("a cluster");
            cluster.folder().clone_into(&mut folder.lock().expect("not poisoned"));
            panic!("a fault in a benchmark");
        });
        assert!(result.is_err());
        let folder = folder.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        assert!(folder.is_absolute() && !folder.exists(), "{} is left", folder.display());
    }

    #[test]
    fn user_and_group_are_found_by_the_whole_name() {
        let list = "nobody2:x:1:2::/:\nnobody:x:65534:65533:nobody:/nonexistent:/usr/sbin/nologin\n";
        assert_eq!(user_and_group(list, "nobody"), Some((65534, 65533)));
        assert_eq!(user_and_group(list, "postgres"), None);
    }

    #[test]
    fn the_end_of_a_log_is_shown() {
        assert_eq!(last_lines("a\nb\nc\n", 2), "b\nc");
        assert_eq!(last_lines("a", 2), "a");
    }
}
