//! The pages, served from the command line.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use crate::support::Place;

/// A running server, ended when it is dropped.
pub struct Serving {
    process: Child,
    address: String,
}

impl Serving {
    fn start(place: &Place, arguments: &[&str]) -> Self {
        Self::by(place, &[&["serve", "--listen", "127.0.0.1:0"], arguments].concat())
    }

    /// Runs a command that serves, until it has said where.
    pub fn by(place: &Place, command: &[&str]) -> Self {
        let mut process = Command::new(assert_cmd::cargo::cargo_bin!("tyngdpunkt"))
            .args(["--language", "en"])
            .args(command)
            .current_dir(place.folder())
            .env_remove("TYNGDPUNKT_DATABASE")
            .env_remove("TYNGDPUNKT_LISTEN")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        let mut line = String::new();
        let output = process.stdout.take().expect("its output is ours");
        BufReader::new(output).read_line(&mut line).expect("a line");
        let address = line.split("http://").nth(1).and_then(|rest| rest.split(". ").next());
        let address = address.unwrap_or_else(|| panic!("no address in {line:?}")).to_owned();
        Self { process, address }
    }

    /// The whole answer to a request.
    pub fn get(&self, path: &str) -> String {
        let mut connection = TcpStream::connect(&self.address).expect("it listens");
        write!(
            connection,
            "GET {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n\r\n",
            self.address
        )
        .expect("sent");
        let mut answer = String::new();
        connection.read_to_string(&mut answer).expect("an answer");
        answer
    }

    /// Tells it to stop as a service manager does, and gives its exit code and log.
    pub fn stop(mut self) -> (Option<i32>, String) {
        let id = self.process.id().to_string();
        let told = Command::new("kill").args(["-TERM", &id]).status();
        assert!(told.is_ok_and(|status| status.success()));
        let mut log = String::new();
        let mut errors = self.process.stderr.take().expect("its log is ours");
        errors.read_to_string(&mut log).expect("text");
        let ended = self.process.wait().expect("it ends");
        (ended.code(), log)
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

#[test]
fn it_answers_until_it_is_told_to_stop_and_then_ends_well() {
    let place = Place::empty();
    let serving = Serving::start(&place, &[]);
    assert!(serving.get("/health").ends_with("ok\n"));
    assert!(serving.get("/help").contains("<html lang=\"sv\""));
    let (code, _) = serving.stop();
    assert_eq!(code, Some(0));
}

#[test]
fn the_log_has_a_line_for_each_request_without_what_was_asked_for() {
    let place = Place::empty();
    let serving = Serving::start(&place, &[]);
    serving.get("/help?person=Anna");
    serving.get("/person/Anna");
    let (_, log) = serving.stop();
    let lines: Vec<serde_json::Value> = log
        .lines()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}")))
        .collect();
    let answered: Vec<_> = lines.iter().filter(|line| line["message"] == "answered").collect();
    assert_eq!(answered.len(), 2, "{log}");
    assert_eq!(
        (&answered[0]["route"], &answered[0]["status"]),
        (&"/help".into(), &200.into())
    );
    assert_eq!(
        (&answered[1]["route"], &answered[1]["status"]),
        (&"(none)".into(), &404.into())
    );
    assert!(!log.contains("Anna"), "{log}");
}

#[test]
fn the_command_line_goes_before_the_file_and_the_file_before_what_comes_with_the_program() {
    let place = Place::empty();
    let file = "organisation = \"Exempelkommunen\"\nlanguage = \"en\"\npublic_address = \"http://file.example\"\n";
    std::fs::write(place.folder().join("pages.toml"), file).expect("a file");
    let serving = Serving::start(
        &place,
        &["--settings", "pages.toml", "--public-address", "https://given.example"],
    );
    let answer = serving.get("/");
    assert!(answer.contains("Exempelkommunen") && answer.contains("<html lang=\"en\""));
    assert!(answer.contains("strict-transport-security"), "the given address is encrypted");
}

#[test]
fn settings_that_cannot_be_used_are_refused_with_their_line_before_anything_is_made() {
    let place = Place::empty();
    std::fs::write(place.folder().join("pages.toml"), "language = \"en\"\norganization = \"x\"\n").expect("a file");
    place
        .run(&["serve", "--settings", "pages.toml"])
        .refuses(3, &["pages.toml:2", "organization", "organisation"]);
    place.run(&["serve", "--settings", "none.toml"]).refuses(3, &["none.toml"]);
    place
        .run(&["serve", "--public-address", "https://x.example/path"])
        .refuses(3, &["https://x.example/path"]);
    place.run(&["serve", "--metrics-token", "short"]).refuses(3, &["16"]);
    place
        .run(&["serve", "--listen", "127.0.0.1:99999"])
        .refuses(3, &["127.0.0.1:99999"]);
    assert!(!place.folder().join("tyngdpunkt.db").exists());
}

#[test]
fn a_sign_in_through_a_provider_is_offered_also_while_the_provider_is_away_and_wrong_settings_are_refused() {
    let place = Place::empty();
    let file = place.folder().join("settings.toml");
    let settings = "public_address = \"https://tyngd.example\"\n[openid]\nissuer = \"https://127.0.0.1:9\"\nclient_id = \"us\"\nname = \"Home\"\n";
    std::fs::write(&file, settings).expect("written");
    std::fs::write(place.folder().join("secret"), "hemligt\n").expect("written");
    let serving = Serving::start(&place, &["--settings", "settings.toml", "--openid-client-secret", "hemligt"]);
    assert!(serving.get("/sign-in").contains("/sign-in/openid?to="));
    let down = serving.get("/sign-in/openid");
    assert!(down.starts_with("HTTP/1.1 503") && down.contains("x-request-id"), "{down}");
    let (code, log) = serving.stop();
    assert_eq!(code, Some(0));
    assert!(log.contains("cannot be reached") && !log.contains("hemligt"), "{log}");
    for (wrong, said) in [
        ("client_secret_file = \"nothing-here\"\n", "nothing-here"),
        ("ca_certificate = \"secret\"\n", "ca_certificate"),
        ("isuer = \"x\"\n", "isuer"),
    ] {
        std::fs::write(&file, format!("{settings}{wrong}")).expect("written");
        place
            .run(&["serve", "--listen", "127.0.0.1:0", "--settings", "settings.toml"])
            .refuses(3, &[said]);
    }
}
