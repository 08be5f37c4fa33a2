//! A folder for each test, with the program to run in it, and databases that are made once and copied.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use assert_cmd::Command;
use serde_json::Value as Json;
use sqlx::{AssertSqlSafe, Connection as _, PgConnection};

/// The day the answers are for.
pub const DAY: &str = "2026-10-31";

/// What a run of the program gave.
#[derive(Debug)]
pub struct Answer {
    pub code: i32,
    pub out: Vec<u8>,
    pub text: String,
    pub errors: String,
}

impl Answer {
    /// The answer as JSON.
    pub fn json(&self) -> Json {
        serde_json::from_slice(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// Checks how it ended, and hands itself on.
    #[track_caller]
    pub fn ends(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{self:?}");
        self
    }

    /// Checks that it was refused with this code and a sentence that has all these words, and that nothing was answered.
    #[track_caller]
    pub fn refuses(self, code: i32, words: &[&str]) -> Self {
        let one = self.ends(code);
        assert_eq!(one.text, "", "no half answer");
        for word in words {
            assert!(one.errors.contains(word), "{word:?} is not in {:?}", one.errors);
        }
        one
    }
}

/// A folder of the test's own, and the address of its database.
pub struct Place {
    folder: tempfile::TempDir,
    database: Option<String>,
}

impl Place {
    /// An empty folder; the database is the file the program itself chooses.
    pub fn empty() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        Self { folder, database: None }
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Where the database lies, for those on SQLite.
    pub fn database_file(&self) -> PathBuf {
        self.folder().join("tyngdpunkt.db")
    }

    /// Names of the files in the folder.
    pub fn files(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder()).expect("readable");
        let mut names: Vec<String> = entries
            .map(|entry| entry.expect("readable").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    /// Writes a file into the folder.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder().join(name);
        fs::write(&path, content).expect("written");
        path
    }

    /// The program, ready to be given arguments: English unless the test says otherwise, no terminal, nothing of the machine's settings.
    pub fn command(&self) -> Command {
        let mut command = Command::new(assert_cmd::cargo::cargo_bin!("tyngdpunkt"));
        command
            .current_dir(self.folder())
            .env_remove("TYNGDPUNKT_DATABASE")
            .env("TYNGDPUNKT_LANGUAGE", "en")
            .env("USER", "anna");
        if let Some(address) = &self.database {
            command.env("TYNGDPUNKT_DATABASE", address);
        }
        command
    }

    /// Runs the program.
    pub fn run(&self, arguments: &[&str]) -> Answer {
        answer(self.command().args(arguments))
    }

    /// Runs the program and gives the answer as JSON; it must have been carried out.
    #[track_caller]
    pub fn json(&self, arguments: &[&str]) -> Json {
        let all = [arguments, &["--format", "json"]].concat();
        self.run(&all).ends(0).json()
    }

    /// The rows of such an answer.
    #[track_caller]
    pub fn rows(&self, arguments: &[&str]) -> Vec<Json> {
        self.json(arguments)["rows"].as_array().expect("rows").clone()
    }
}

/// Runs the command to its end.
pub fn answer(command: &mut Command) -> Answer {
    let output = command.output().expect("the program runs");
    Answer {
        code: output.status.code().unwrap_or(-1),
        text: String::from_utf8_lossy(&output.stdout).into_owned(),
        errors: String::from_utf8_lossy(&output.stderr).into_owned(),
        out: output.stdout,
    }
}

/// A folder of the project.
pub fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

/// The exports of a municipality.
pub fn exports(name: &str) -> String {
    project("store/tests/data").join(name).display().to_string()
}

/// A message of one line from the sentences in this language, by its id.
pub fn message(language: &str, id: &str) -> String {
    let sentences = fs::read_to_string(project("locales").join(format!("{language}.ftl"))).expect("the sentences are there");
    let start = format!("{id} = ");
    let line = sentences.lines().find_map(|line| line.strip_prefix(&start));
    line.unwrap_or_else(|| panic!("no {id} in {language}")).to_owned()
}

/// Takes in the exports of the first municipality, 31 October 2026.
pub fn import_kommun_a(place: &Place, more: &[&str]) -> Answer {
    let folder = exports("kommun-a");
    let arguments = ["import", "--mapping", "kommun-a", "--exported", DAY, &folder];
    place.run(&[&arguments, more].concat())
}

/// A folder with a database that holds the first municipality's exports.
pub fn kommun_a() -> Place {
    copy_of("kommun-a", |place| {
        import_kommun_a(place, &[]).ends(1);
    })
}

/// A folder with the demonstration as it is on that day.
pub fn demonstration() -> Place {
    copy_of("demonstration", |place| {
        place.run(&["demo", "--as-of", DAY, "--database", "tyngdpunkt.db"]).ends(0);
    })
}

/// A folder with a copy of a database that is made once for each build of the program, whichever test is the first to need it.
fn copy_of(name: &str, make: impl FnOnce(&Place)) -> Place {
    let program = fs::metadata(assert_cmd::cargo::cargo_bin!("tyngdpunkt")).expect("the program is built");
    let built = program.modified().expect("a time").duration_since(std::time::UNIX_EPOCH);
    let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}.db", built.expect("after 1970").as_nanos()));
    if !kept.exists() {
        let place = Place::empty();
        make(&place);
        // Renamed into place whole: another test, in this process or another, sees all of it or nothing.
        let begun = kept.with_extension(format!("{}-{}", std::process::id(), number()));
        fs::copy(place.database_file(), &begun).expect("copied");
        fs::rename(&begun, &kept).expect("renamed");
    }
    let place = Place::empty();
    fs::copy(&kept, place.database_file()).expect("copied");
    place
}

fn number() -> u32 {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    NUMBER.fetch_add(1, Ordering::Relaxed)
}

/// Runs the test on each engine, with a database that is not there yet (SQLite) or empty (PostgreSQL).
pub fn on_both(test: impl Fn(&Place)) {
    test(&Place::empty());
    let server = Server::of_the_tests();
    let name = format!("commands_{}_{}", std::process::id(), number());
    server.run(&format!("CREATE DATABASE {name} TEMPLATE template0"));
    let place = Place {
        database: Some(server.address_of(&name)),
        ..Place::empty()
    };
    test(&place);
    server.run(&format!("DROP DATABASE {name} WITH (FORCE)"));
}

struct Server(String);

impl Server {
    fn of_the_tests() -> Self {
        Self(std::env::var("TYNGDPUNKT_TEST_POSTGRES").expect(
            "TYNGDPUNKT_TEST_POSTGRES is not set: the address of a PostgreSQL server where databases may be made. `cargo xtask test` sets it",
        ))
    }

    fn address_of(&self, database: &str) -> String {
        let (place, _) = self
            .0
            .rsplit_once('/')
            .expect("an address like postgres://user@host:port/postgres");
        format!("{place}/{database}")
    }

    fn run(&self, sql: &str) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        runtime.expect("a runtime").block_on(async {
            let mut connection = PgConnection::connect(&self.0).await.expect("the test server answers");
            let sql = sqlx::raw_sql(AssertSqlSafe(sql.to_owned()));
            sql.execute(&mut connection).await.expect("carried out");
            connection.close().await.expect("closes");
        });
    }
}

/// Two numbers of JSON are the same up to what four decimals can tell.
#[track_caller]
pub fn same_number(found: &Json, expected: &Json) {
    match (found.as_f64(), expected.as_f64()) {
        (Some(found), Some(expected)) => assert!((found - expected).abs() < 1e-9, "{found} is not {expected}"),
        _ => assert_eq!(found, expected),
    }
}
