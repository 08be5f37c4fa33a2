//! The server: answers requests on a port until it is told to stop, and then finishes those under way.

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use crate::layers;
use crate::routes;
use crate::site::Site;

/// All pages, ready to answer.
pub fn router(site: &Site) -> Router {
    layers::dress(routes::undressed(), site)
}

/// A server that listens already and answers once it is run.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    router: Router,
    longest_stop: Duration,
}

impl Server {
    /// The pages of `site` on this port.
    #[must_use]
    pub fn new(listener: TcpListener, site: &Site) -> Self {
        Self::with_router(listener, router(site), site)
    }

    /// Other routes than those of the table, already dressed by [`layers::dress`]: a test's.
    #[must_use]
    pub fn with_router(listener: TcpListener, router: Router, site: &Site) -> Self {
        Self {
            listener,
            router,
            longest_stop: Duration::from_secs(site.settings().longest_stop),
        }
    }

    /// Answers until `stop` is done. Then no new connection is taken, and requests under way have the time of the settings to end.
    ///
    /// # Errors
    /// When the port can no longer be listened on.
    pub async fn run(self, stop: impl Future<Output = ()> + Send + 'static) -> io::Result<()> {
        let (told, mut stopping) = oneshot::channel();
        let stop = async move {
            stop.await;
            // The receiver is gone only when the server has ended by itself.
            let _ = told.send(());
        };
        let service = self.router.into_make_service_with_connect_info::<SocketAddr>();
        let serving = axum::serve(self.listener, service).with_graceful_shutdown(stop);
        let patience = async {
            if (&mut stopping).await.is_err() {
                std::future::pending::<()>().await;
            }
            tokio::time::sleep(self.longest_stop).await;
        };
        tokio::select! {
            ended = serving => ended,
            () = patience => {
                tracing::warn!("stopped before every request was answered");
                Ok(())
            }
        }
    }
}
