//! A server that goes away while it stores: what it stored is reported as stored, and what it did not is not.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use store::dispatch::Engine;
use store::{Store, StoreError};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use crate::support::{add_unit, anna, count, on_both, write_unit};

/// What happens to the first commit that comes by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cut {
    /// It never reaches the server.
    Before,
    /// The server stores it, but its answer is lost.
    After,
}

/// Stands between the program and the server, and gives the address at which it does.
async fn between(server: String, cut: Cut) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("listens");
    let here = listener.local_addr().expect("an address").to_string();
    let is_cut = Arc::new(AtomicBool::new(false));
    tokio::spawn(async move {
        while let Ok((client, _)) = listener.accept().await {
            let server = TcpStream::connect(&server).await.expect("the server answers");
            tokio::spawn(pass_on(client, server, cut, Arc::clone(&is_cut)));
        }
    });
    here
}

async fn pass_on(mut client: TcpStream, mut server: TcpStream, cut: Cut, is_cut: Arc<AtomicBool>) {
    let (mut asked, mut answered) = (vec![0; 65_536], vec![0; 65_536]);
    loop {
        tokio::select! {
            read = client.read(&mut asked) => {
                let Ok(length @ 1..) = read else { return };
                let is_commit = asked[..length].windows(7).any(|window| window == b"COMMIT\0");
                let cuts = is_commit && !is_cut.swap(true, Ordering::SeqCst);
                if cuts && cut == Cut::Before {
                    return;
                }
                if server.write_all(&asked[..length]).await.is_err() || (cuts && server.read(&mut answered).await.is_ok()) {
                    return;
                }
            }
            read = server.read(&mut answered) => {
                let Ok(length @ 1..) = read else { return };
                if client.write_all(&answered[..length]).await.is_err() {
                    return;
                }
            }
        }
    }
}

/// The address of a database with another host and port.
fn through(url: &str, place: &str) -> String {
    let (who, rest) = url.rsplit_once('@').expect("a user");
    let (_, name) = rest.split_once('/').expect("a name");
    format!("{who}@{place}/{name}?sslmode=disable")
}

fn server_of(url: &str) -> String {
    let (_, rest) = url.rsplit_once('@').expect("a user");
    rest.split('/').next().expect("a place").to_owned()
}

#[tokio::test]
async fn what_the_server_stored_before_it_went_away_is_reported_as_stored_and_nothing_else_is() {
    on_both(async |fresh| {
        if fresh.engine == Engine::Sqlite {
            // Embedded: there is nobody who could go away alone.
            let store = fresh.open().await;
            add_unit(&store, "south").await;
            assert_eq!(count(&store, "SELECT COUNT(*) FROM unit").await, 1);
            return;
        }
        for (cut, stored) in [(Cut::Before, 0), (Cut::After, 1)] {
            let place = between(server_of(&fresh.url), cut).await;
            let store = Store::open(&through(&fresh.url, &place)).await.expect("opens");
            let mut writing = store.begin(&anna()).await.expect("begins");
            write_unit(&mut writing, "south").await;
            let committed = writing.commit().await;
            match cut {
                Cut::Before => assert!(matches!(committed, Err(StoreError::ConnectionLost { .. })), "{committed:?}"),
                Cut::After => assert!(committed.is_ok(), "{committed:?}"),
            }
            assert_eq!(count(&store, "SELECT COUNT(*) FROM unit").await, stored);
            assert_eq!(store.verify_log().await.expect("unbroken").entries, stored);
            store.close().await;
        }
    })
    .await;
}
