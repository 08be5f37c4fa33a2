//! One driver of the browser for all tests of this process, ended with the last of them.

use std::env;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::thread;
use std::time::Duration;

use tokio::sync::{Semaphore, SemaphorePermit};

/// So many browsers run at once: each takes most of a core.
static PLACES: Semaphore = Semaphore::const_new(2);

static DRIVER: Mutex<Weak<Driver>> = Mutex::new(Weak::new());

/// A running chromedriver. Dropping it ends it and the browsers that it started.
pub struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// The driver that is running, or a new one.
    pub fn shared() -> Arc<Self> {
        let mut shared = DRIVER.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(driver) = shared.upgrade() {
            return driver;
        }
        // What asks the driver can speak TLS, though here it need not, and would choose no library for it by itself.
        rustls::crypto::ring::default_provider().install_default().ok();
        let driver = Arc::new(Self::start());
        *shared = Arc::downgrade(&driver);
        driver
    }

    /// The address that it listens at.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    fn start() -> Self {
        let program = needed("TYNGDPUNKT_TEST_CHROMEDRIVER");
        let mut process = Command::new(&program)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("{program} does not start: {error}"));
        let mut lines = BufReader::new(process.stdout.take().expect("its output is ours"));
        let mut line = String::new();
        // "ChromeDriver was started successfully on port 12345."
        let port = loop {
            line.clear();
            let length = lines.read_line(&mut line).expect("its output can be read");
            assert!(length > 0, "{program} ended before it told its port");
            let port = line.trim().strip_suffix('.').and_then(|line| line.rsplit_once(" on port "));
            if let Some(Ok(port)) = port.map(|(_, port)| port.parse()) {
                break port;
            }
        };
        // What it says later is read away, or it would stop when nobody does.
        thread::spawn(move || std::io::copy(&mut lines, &mut std::io::sink()));
        Self { process, port }
    }

    /// Asks it to end its browsers and itself.
    fn ask_to_end(&self) -> std::io::Result<()> {
        let mut connection = TcpStream::connect(("127.0.0.1", self.port))?;
        connection.set_read_timeout(Some(Duration::from_secs(5)))?;
        write!(
            connection,
            "GET /shutdown HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n"
        )?;
        connection.read_to_end(&mut Vec::new()).map(|_| ())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if self.ask_to_end().is_ok() {
            for _ in 0..50 {
                if matches!(self.process.try_wait(), Ok(Some(_))) {
                    return;
                }
                thread::sleep(Duration::from_millis(100));
            }
        }
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

/// Waits for a place among the browsers that run at once.
pub async fn place() -> SemaphorePermit<'static> {
    PLACES.acquire().await.expect("it is never closed")
}

/// What the test command says in the environment. Without it a test fails: one that were left out would look like one that holds.
pub fn needed(variable: &str) -> String {
    env::var(variable).unwrap_or_else(|_| panic!("{variable} is not set: run the tests with `cargo xtask test`"))
}
