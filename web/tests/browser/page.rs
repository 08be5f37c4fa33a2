//! A page in a browser: our server on a free port with a database of its own, and what can be asked of the page.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use std::{env, fs};

use axum::Router;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde_json::{Value, json};
use store::Store;
use tempfile::TempDir;
use thirtyfour::common::capabilities::chrome::ChromeCapabilities;
use thirtyfour::common::capabilities::chromium::ChromiumLikeCapabilities as _;
use thirtyfour::common::log::LoggingPrefsLogLevel;
use thirtyfour::prelude::*;
use tokio::net::TcpListener;
use tokio::sync::SemaphorePermit;
use tokio::sync::oneshot;
use web::language::Locale;
use web::openid::settings::OpenIdSettings;
use web::{Server, Settings, Site, Texts, layers, probe_of, routes};

use crate::driver::{self, Driver};
use crate::municipality;
use crate::provider::{Provider, site_with};

/// What a page is seen in.
#[derive(Debug, Clone, Copy)]
pub struct Window {
    pub locale: Locale,
    pub width: u32,
    pub height: u32,
    pub is_dark: bool,
    pub has_javascript: bool,
}

/// On a desk.
pub const WIDE: Window = Window {
    locale: Locale::Swedish,
    width: 1280,
    height: 900,
    is_dark: false,
    has_javascript: true,
};

/// On the narrowest telephone, or on a desk at 400 per cent.
pub const NARROW: Window = Window {
    width: 320,
    height: 640,
    ..WIDE
};

/// Every window that each page is tried in.
pub const WINDOWS: [Window; 3] = [WIDE, NARROW, Window { is_dark: true, ..NARROW }];

/// How long is waited for what comes a moment later: ten seconds on a busy machine.
const TRIES: u32 = 400;
const BETWEEN_TRIES: Duration = Duration::from_millis(25);

/// A browser with our server. The fields are dropped in order: first the browser, then its driver.
pub struct Page {
    browser: WebDriver,
    address: String,
    window: Window,
    today: Arc<Mutex<Date>>,
    provider: Option<Provider>,
    _stop: oneshot::Sender<()>,
    _driver: Arc<Driver>,
    _folder: TempDir,
    _profile: TempDir,
    _place: SemaphorePermit<'static>,
}

impl Page {
    /// A browser in front of the first page.
    pub async fn open(window: Window) -> Self {
        Self::open_with(window, Settings::default(), routes::undressed()).await
    }

    /// The same with other settings and routes.
    pub async fn open_with(window: Window, settings: Settings, routes: Router<Site>) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let store = store_in(&folder).await;
        Self::open_on(window, settings, routes, store, folder).await
    }

    /// The same with the small municipality, nobody signed in yet.
    pub async fn open_municipality(window: Window) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let store = store_in(&folder).await;
        municipality::fill(&store).await;
        let settings = Settings {
            accounts: municipality::accounts(),
            ..Settings::default()
        };
        Self::open_on(window, settings, routes::undressed(), store, folder).await
    }

    /// The same with a sign-in through a provider, in front of nothing of ours yet.
    pub async fn open_with_provider(window: Window, change: impl FnOnce(&mut OpenIdSettings)) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let store = store_in(&folder).await;
        municipality::fill(&store).await;
        let (listener, address) = port().await;
        let provider = Provider::start(&address);
        let mut settings = provider.settings();
        change(&mut settings);
        let site = site_with(store, settings, &address);
        let server = Server::new(listener, &site);
        let mut page = Self::open_at(window, address, server, folder).await;
        page.provider = Some(provider);
        page
    }

    async fn open_on(window: Window, settings: Settings, routes: Router<Site>, store: Store, folder: TempDir) -> Self {
        let (listener, address) = port().await;
        let today = Arc::new(Mutex::new(municipality::TODAY));
        let site = site(store, settings, Arc::clone(&today));
        let server = Server::with_router(listener, layers::dress(routes, &site), &site);
        let mut page = Self::open_at(window, address, server, folder).await;
        page.today = today;
        page
    }

    async fn open_at(window: Window, address: String, server: Server, folder: TempDir) -> Self {
        let place = driver::place().await;
        let (stop, stopped) = oneshot::channel::<()>();
        tokio::spawn(server.run(async {
            stopped.await.ok();
        }));
        let driver = Driver::shared();
        let profile = tempfile::tempdir().expect("a folder");
        let capabilities = capabilities(&profile);
        let browser = WebDriver::new(driver.address(), capabilities).await.expect("a browser");
        let mut page = Self {
            browser,
            address,
            window,
            today: Arc::new(Mutex::new(municipality::TODAY)),
            provider: None,
            _stop: stop,
            _driver: driver,
            _folder: folder,
            _profile: profile,
            _place: place,
        };
        // A cookie belongs to an address: a page of ours must be open first.
        page.go("/health").await;
        page.see(window).await;
        page
    }

    /// The provider of [`Self::open_with_provider`].
    pub fn provider(&self) -> &Provider {
        self.provider.as_ref().expect("opened with a provider")
    }

    /// Sees the next pages in another window: language, size, darkness.
    pub async fn see(&mut self, window: Window) {
        self.window = window;
        let size = json!({
            "width": window.width, "height": window.height, "deviceScaleFactor": 1, "mobile": false
        });
        self.command("Emulation.setDeviceMetricsOverride", size).await;
        let scheme = if window.is_dark { "dark" } else { "light" };
        let media = json!({ "media": "", "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        self.command("Emulation.setEmulatedMedia", media).await;
        let scripts = json!({ "value": !window.has_javascript });
        self.command("Emulation.setScriptExecutionDisabled", scripts).await;
        let cookie = Cookie::new("language", window.locale.code());
        self.browser.add_cookie(cookie).await.expect("a cookie");
    }

    /// Sees the open page as it comes on paper.
    pub async fn see_on_paper(&self) {
        self.command("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
    }

    /// From now on it is this day, nine in the morning.
    pub fn today(&self, day: Date) {
        *self.today.lock().expect("nobody has failed with it") = day;
    }

    /// Opens a page of ours.
    pub async fn go(&self, path: &str) {
        let address = format!("{}{path}", self.address);
        self.browser.goto(address).await.expect("the page opens");
    }

    /// The browser, for what is particular to one test.
    pub fn browser(&self) -> &WebDriver {
        &self.browser
    }

    /// Path and query of the page that is open.
    pub async fn path(&self) -> String {
        let url = self.browser.current_url().await.expect("an address").to_string();
        url.strip_prefix(&self.address).expect("a page of ours").to_owned()
    }

    /// The text of the first element that a selector of CSS finds.
    pub async fn text(&self, selector: &str) -> String {
        self.element(selector).await.text().await.expect("text")
    }

    /// The first element that a selector of CSS finds, once it is there.
    pub async fn element(&self, selector: &str) -> WebElement {
        for _ in 0..TRIES {
            if let Ok(found) = self.browser.find(By::Css(selector)).await {
                return found;
            }
            tokio::time::sleep(BETWEEN_TRIES).await;
        }
        panic!("{selector} is not on the page")
    }

    /// Presses what leads to another page, and waits until that page is there.
    pub async fn press(&self, selector: &str) {
        let before = self.element("html").await;
        let pressed = self.element(selector).await.click().await;
        pressed.unwrap_or_else(|error| panic!("{selector}: {error}"));
        for _ in 0..TRIES {
            // What was on the page before can no longer be asked.
            if before.tag_name().await.is_err() {
                return;
            }
            tokio::time::sleep(BETWEEN_TRIES).await;
        }
        panic!("{selector} leads nowhere")
    }

    /// What axe-core finds against WCAG 2.0 and 2.1 at levels A and AA, a line each.
    pub async fn violations(&self) -> Vec<String> {
        let axe = fs::read_to_string(driver::needed("TYNGDPUNKT_TEST_AXE")).expect("axe-core can be read");
        self.browser.execute(axe, Vec::new()).await.expect("axe-core is loaded");
        let run = "const done = arguments[arguments.length - 1];
            axe.run(document, { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] } })
                .then(found => done(found.violations.map(rule =>
                    rule.id + ': ' + rule.nodes.map(node => node.target + ' ' + node.failureSummary).join(' | '))))
                .catch(error => done(['axe: ' + error]));";
        let found = self.browser.execute_async(run, Vec::new()).await.expect("axe-core runs");
        found.convert().expect("a list of lines")
    }

    /// How far the page can be moved sideways, in pixels, and what sticks out.
    pub async fn sideways(&self) -> Vec<String> {
        let ask = "const width = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= width) return [];
            return Array.from(document.body.querySelectorAll('*'))
                .filter(element => element.getBoundingClientRect().right > width + 1)
                .map(element => element.tagName + '.' + element.className + ' ' + element.getBoundingClientRect().right)
                .concat(['page ' + document.documentElement.scrollWidth]);";
        self.ask(ask).await
    }

    /// What the browser complains of since it was last asked: refused by the content security policy, missing files, broken scripts.
    pub async fn complaints(&self) -> Vec<String> {
        let entries = self.browser.browser_log().await.expect("the console");
        entries.into_iter().map(|entry| format!("{entry:?}")).collect()
    }

    /// What a script gives.
    pub async fn ask<T: serde::de::DeserializeOwned>(&self, script: &str) -> T {
        let answer = self.browser.execute(script, Vec::new()).await.expect("the script runs");
        answer.convert().expect("the answer is as expected")
    }

    /// Keeps a picture of the whole page as `target/screenshots/NAME.png`, to be looked at.
    pub async fn screenshot(&self, name: &str) {
        let folder = env::var_os("TYNGDPUNKT_TEST_SCREENSHOTS").map_or_else(
            || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../target/screenshots"),
            PathBuf::from,
        );
        fs::create_dir_all(&folder).expect("a folder");
        let height: u32 = self.ask("return Math.ceil(document.documentElement.scrollHeight)").await;
        let size = |height| json!({ "width": self.window.width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.command("Emulation.setDeviceMetricsOverride", size(height)).await;
        let file = folder.join(format!("{name}.png"));
        self.browser.screenshot(&file).await.expect("a picture");
        self.command("Emulation.setDeviceMetricsOverride", size(self.window.height))
            .await;
    }

    /// Checks all that must hold for each page, and keeps a picture of it.
    pub async fn holds(&self, name: &str) {
        assert_eq!(self.violations().await, Vec::<String>::new(), "{name}");
        assert_eq!(self.sideways().await, Vec::<String>::new(), "{name}");
        self.screenshot(name).await;
    }

    /// Checks all that must hold in every window in one language, each time with the page opened anew.
    pub async fn holds_everywhere(&mut self, locale: Locale, name: &str) {
        for window in WINDOWS {
            self.see(Window { locale, ..window }).await;
            self.browser().refresh().await.expect("the page opens again");
            self.holds(&name_in(name, locale, window)).await;
        }
    }

    /// The same without opening the page anew: for one that answered a form.
    pub async fn holds_in_windows(&mut self, locale: Locale, name: &str) {
        for window in WINDOWS {
            self.see(Window { locale, ..window }).await;
            self.holds(&name_in(name, locale, window)).await;
        }
    }

    async fn command(&self, command: &str, arguments: Value) {
        let done = self.browser.cdp().send_raw(command, arguments).await;
        done.unwrap_or_else(|error| panic!("{command}: {error}"));
    }
}

/// The name of a picture of a page in a window.
fn name_in(name: &str, locale: Locale, window: Window) -> String {
    let scheme = if window.is_dark { "-dark" } else { "" };
    format!("{name}-{}-{}{scheme}", locale.code(), window.width)
}

/// A database of the test's own.
async fn store_in(folder: &TempDir) -> Store {
    let file = folder.path().join("tyngdpunkt.db");
    Store::open(&file.display().to_string()).await.expect("a database")
}

/// A free port, and the address of the pages there.
async fn port() -> (TcpListener, String) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("its address");
    (listener, format!("http://{address}"))
}

/// Our pages on a day that a test can change.
fn site(store: Store, settings: Settings, today: Arc<Mutex<Date>>) -> Site {
    let now = move || {
        let day = *today.lock().expect("nobody has failed with it");
        day.at(9, 0, 0, 0).to_zoned(TimeZone::UTC).expect("a moment")
    };
    let probe = probe_of(&store);
    Site::new(store, Arc::new(now), probe, settings, Texts::embedded())
}

/// A browser without a window, as root too, that asks nobody but us for anything.
fn capabilities(profile: &TempDir) -> ChromeCapabilities {
    let mut capabilities = DesiredCapabilities::chrome();
    capabilities
        .set_binary(&driver::needed("TYNGDPUNKT_TEST_CHROMIUM"))
        .expect("a program");
    for argument in [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--hide-scrollbars",
        "--accept-lang=sv",
    ] {
        capabilities.add_arg(argument).expect("an argument");
    }
    let profile = format!("--user-data-dir={}", profile.path().display());
    capabilities.add_arg(&profile).expect("an argument");
    capabilities
        .set_browser_log_level(LoggingPrefsLogLevel::All)
        .expect("a level");
    capabilities
}
