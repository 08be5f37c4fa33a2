//! Users: many at once, each asking for a page again as soon as it has come.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail, ensure};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::bench::Quantity;
use crate::municipality::PASSWORD;

/// An answer.
pub struct Answer {
    /// The status of HTTP.
    pub status: u16,
    /// The header lines.
    pub head: String,
    /// What came after them.
    pub body: Vec<u8>,
}

impl Answer {
    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (found, value) = line.split_once(':')?;
            found.eq_ignore_ascii_case(name).then_some(value.trim())
        })
    }
}

/// A connection that stays open from one request to the next.
pub struct User {
    stream: TcpStream,
    host: SocketAddr,
}

impl User {
    /// Connects.
    pub async fn connect(host: SocketAddr) -> anyhow::Result<Self> {
        let stream = TcpStream::connect(host).await.context("connecting")?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, host })
    }

    /// Asks for a page, or sends a form, and reads the whole answer.
    pub async fn ask(&mut self, method: &str, path: &str, cookie: &str, form: Option<&str>) -> anyhow::Result<Answer> {
        let body = form.unwrap_or_default();
        let more = match form {
            Some(form) => format!(
                "content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n",
                form.len()
            ),
            None => String::new(),
        };
        let request = format!(
            "{method} {path} HTTP/1.1\r\nhost: {}\r\ncookie: {cookie}\r\n{more}\r\n{body}",
            self.host
        );
        self.stream.write_all(request.as_bytes()).await?;
        self.answer().await
    }

    /// Signs in and gives the cookie of the session.
    pub async fn sign_in(&mut self, account: &str) -> anyhow::Result<String> {
        let form = format!("name={account}&password={}&to=%2F", PASSWORD.replace(' ', "+"));
        let answer = self.ask("POST", "/sign-in", "", Some(&form)).await?;
        ensure!(answer.status == 303, "signing in answered {}", answer.status);
        let cookie = answer.header("set-cookie").context("a cookie")?;
        Ok(cookie.split(';').next().unwrap_or_default().to_owned())
    }

    async fn answer(&mut self) -> anyhow::Result<Answer> {
        let mut bytes = Vec::with_capacity(16 * 1024);
        let end = loop {
            if let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
                break end;
            }
            ensure!(self.stream.read_buf(&mut bytes).await? > 0, "the connection was closed");
        };
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let status = head
            .split(' ')
            .nth(1)
            .and_then(|status| status.parse().ok())
            .context("no answer of HTTP")?;
        let mut answer = Answer {
            status,
            head,
            body: bytes.split_off(end + 4),
        };
        let length = match answer.header("content-length") {
            Some(length) => length.parse().context("a length")?,
            None if status == 303 || status == 204 => 0,
            None => bail!("an answer without its length"),
        };
        while answer.body.len() < length {
            ensure!(self.stream.read_buf(&mut answer.body).await? > 0, "the connection was closed");
        }
        Ok(answer)
    }
}

/// What many users at once got.
#[derive(Debug, Clone)]
pub struct Run {
    /// Every answer's time, the quickest first.
    times: Vec<Duration>,
    lasted: Duration,
}

impl Run {
    /// Answers in a second.
    #[expect(
        clippy::cast_precision_loss,
        reason = "a measurement has no more than a few digits that mean anything"
    )]
    pub fn rate(&self) -> Quantity {
        Quantity::Rate(self.times.len() as f64 / self.lasted.as_secs_f64())
    }

    /// The time that so many of a hundred answers took at most.
    pub fn percentile(&self, percent: usize) -> Quantity {
        let place = (self.times.len() * percent / 100).min(self.times.len().saturating_sub(1));
        Quantity::Time(self.times.get(place).copied().unwrap_or_default())
    }
}

/// Lets a user with each of these cookies ask for `path` again and again for `time`, all at once. The first second is not measured.
pub async fn together(host: SocketAddr, path: &str, cookies: &[String], time: Duration) -> anyhow::Result<Run> {
    const WARM_UP: Duration = Duration::from_secs(1);
    let begin = Instant::now() + WARM_UP;
    let mut tasks = Vec::new();
    for cookie in cookies {
        let (path, cookie) = (path.to_owned(), cookie.clone());
        tasks.push(tokio::spawn(async move {
            let mut user = User::connect(host).await?;
            let mut times = Vec::new();
            while begin.elapsed() < time {
                let asked = Instant::now();
                let answer = user.ask("GET", &path, &cookie, None).await?;
                ensure!(answer.status == 200, "{path} answered {}", answer.status);
                if asked >= begin {
                    times.push(asked.elapsed());
                }
            }
            anyhow::Ok(times)
        }));
    }
    let mut times = Vec::new();
    for task in tasks {
        times.extend(task.await??);
    }
    let lasted = begin.elapsed();
    times.sort_unstable();
    Ok(Run { times, lasted })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_of_the_sorted_times() {
        let run = Run {
            times: (1..=200).map(Duration::from_millis).collect(),
            lasted: Duration::from_secs(2),
        };
        assert_eq!(run.rate(), Quantity::Rate(100.0));
        assert_eq!(run.percentile(50), Quantity::Time(Duration::from_millis(101)));
        assert_eq!(run.percentile(99), Quantity::Time(Duration::from_millis(199)));
    }
}
