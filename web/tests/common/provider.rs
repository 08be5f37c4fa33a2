//! A real OpenID provider for the tests: `tests/openid/provider.mjs` in Node.js, with people who are signed in without being asked, and
//! ways to have it misbehave.

use std::collections::BTreeMap;
use std::env;
use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::thread;

use jiff::Zoned;
use rules::access::Role;
use store::Store;
use web::openid::OpenId;
use web::openid::settings::{OpenIdSettings, RoleOfClaim, Secret};
use web::{Settings, Site, Texts, probe_of};

use crate::municipality::accounts;

/// The secret that the provider has given the pages; it must be escaped in two ways.
const SECRET: &str = "a secret: with signs & spaces, of 32+ letters";

/// A running provider, ended when it is dropped.
pub struct Provider {
    process: Child,
    client: reqwest::Client,
    pub issuer: String,
}

impl Provider {
    /// Starts one that knows the pages at this address.
    pub fn start(pages: &str) -> Self {
        let needed = |name: &str| env::var(name).unwrap_or_else(|_| panic!("{name} is missing: run `cargo xtask test`"));
        let mut process = Command::new(needed("TYNGDPUNKT_TEST_NODE"))
            .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/openid/provider.mjs"))
            .args([&needed("TYNGDPUNKT_TEST_OPENID"), pages])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("it starts");
        let mut line = String::new();
        let output = process.stdout.take().expect("its output is ours");
        let mut output = BufReader::new(output);
        output.read_line(&mut line).expect("a line");
        // What it says later is read away, or it would stop when nobody does.
        thread::spawn(move || std::io::copy(&mut output, &mut std::io::sink()));
        let port = line.trim().strip_prefix("port ").expect("its port");
        // Whoever was first has given the whole process the library for TLS.
        rustls::crypto::ring::default_provider().install_default().ok();
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none());
        Self {
            process,
            client: client.build().expect("a client"),
            issuer: format!("http://127.0.0.1:{port}"),
        }
    }

    /// Tells it how to behave from now on: `person=bo`, `fault=nonce`.
    pub async fn tell(&self, what: &str) {
        self.get(&format!("/test/tell?{what}"), "").await;
    }

    /// Asks for an address of its own, or for any, with these cookies.
    pub async fn get(&self, path: &str, cookies: &str) -> reqwest::Response {
        let address = if path.starts_with('/') {
            format!("{}{path}", self.issuer)
        } else {
            path.to_owned()
        };
        let asked = self.client.get(address).header("cookie", cookies).send().await;
        asked.expect("the provider answers")
    }

    /// The settings for it: accounts by their name, then by the number of the person; the role of a caseworker in the unit of the claim.
    pub fn settings(&self) -> OpenIdSettings {
        OpenIdSettings {
            issuer: self.issuer.clone(),
            client_id: "tyngdpunkt".to_owned(),
            name: Some("Exempelkommunens inloggning".to_owned()),
            number_claim: Some("employee".to_owned()),
            role_claim: Some("tyngd.roles".to_owned()),
            unit_claim: Some("department".to_owned()),
            roles: vec![RoleOfClaim {
                value: "tyngd-handläggare".to_owned(),
                role: Role::Caseworker,
                unit: None,
                everywhere: false,
            }],
            units: BTreeMap::from([("Söder".to_owned(), "south".to_owned())]),
            ..OpenIdSettings::default()
        }
    }
}

/// The pages at an address with a sign-in through the provider, at the moment that the provider's clock shows.
#[expect(
    clippy::disallowed_methods,
    reason = "the provider reads the clock, and the pages must agree with it"
)]
pub fn site_with(store: Store, openid: OpenIdSettings, pages: &str) -> Site {
    let settings = Settings {
        accounts: accounts(),
        public_address: Some(pages.to_owned()),
        openid: Some(openid.clone()),
        ..Settings::default()
    };
    settings.check().expect("the settings are right");
    let probe = probe_of(&store);
    let site = Site::new(store, Arc::new(Zoned::now), probe, settings, Texts::embedded());
    let secret = Some(Secret(SECRET.to_owned()));
    let openid = OpenId::new(openid, secret, None, pages).expect("no certificates");
    site.with_openid(Some(openid))
}

impl Drop for Provider {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}
