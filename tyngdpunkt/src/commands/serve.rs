//! `serve`: the pages in a browser, until the program is told to stop.

use std::path::Path;
use std::sync::Arc;

use store::Store;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tracing::Level;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt as _;
use web::openid::OpenId;
use web::openid::settings::Secret;
use web::site::DemonstrationSignIn;
use web::{Server, Settings, Site, Texts};

use crate::cli::{LogForm, Serve};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::sentences;
use crate::session::{Session, clock};

pub async fn run(options: &Serve, session: &Session) -> Result<Exit, Failure> {
    let ready = Ready::at(&options.listen, settings(options, session)?, session).await?;
    let store = session.open().await?;
    ready.serve(store, options.log, Vec::new(), session).await
}

/// Everything that can be refused before a database is opened: settings, sentences and a port that is ours.
pub struct Ready {
    settings: Settings,
    texts: Texts,
    openid: Option<OpenId>,
    listener: TcpListener,
    address: String,
}

impl Ready {
    /// Takes the port. Nobody is answered yet.
    pub async fn at(listen: &str, settings: Settings, session: &Session) -> Result<Self, Failure> {
        let texts = texts(session)?;
        let openid = openid(&settings, session)?;
        let listener = TcpListener::bind(listen)
            .await
            .map_err(|error| cannot_listen(listen, &error, session))?;
        // With port 0 the system chooses: what is said is the port that it chose.
        let address = listener
            .local_addr()
            .map_or_else(|_| listen.to_owned(), |address| address.to_string());
        Ok(Self {
            settings,
            texts,
            openid,
            listener,
            address,
        })
    }

    /// Whether only this computer can reach the port.
    pub fn is_loopback(&self) -> bool {
        self.listener.local_addr().is_ok_and(|address| address.ip().is_loopback())
    }

    /// Serves the pages of a database until the program is told to stop. `sign_ins` are those of a demonstration.
    pub async fn serve(
        self,
        store: Store,
        form: LogForm,
        sign_ins: Vec<DemonstrationSignIn>,
        session: &Session,
    ) -> Result<Exit, Failure> {
        let Self {
            settings,
            texts,
            openid,
            listener,
            address,
        } = self;
        log(form);
        let probe = web::probe_of(&store);
        let site = Site::new(store, Arc::new(clock), probe, settings, texts)
            .for_demonstration(sign_ins)
            .with_openid(openid);
        if let Err(error) = web::imports::clear(&site) {
            tracing::error!(%error, "what an earlier run left of files sent to it cannot be removed");
        }
        // Ends with the program; an import that it has begun is then not stored at all.
        drop(tokio::spawn(web::watch::run(site.clone())));
        let stop = told_to_stop().map_err(|error| cannot_listen(&address, &error, session))?;
        tell(&session.language.text("serve-ready", &[("address", address.clone().into())]));
        tracing::info!(address, version = env!("CARGO_PKG_VERSION"), "ready");
        Server::new(listener, &site)
            .run(stop)
            .await
            .map_err(|error| cannot_listen(&address, &error, session))?;
        tracing::info!("stopped");
        Ok(Exit::Done)
    }
}

/// The settings of the file, with those of the command line and the environment over them, checked.
fn settings(options: &Serve, session: &Session) -> Result<Settings, Failure> {
    let mut settings = match &options.settings {
        Some(file) => read(file, session)?,
        None => Settings::default(),
    };
    if let Some(address) = &options.public_address {
        settings.public_address = Some(address.clone());
    }
    if let Some(token) = &options.metrics_token {
        settings.metrics_token = Some(token.clone());
    }
    if let Some(issuer) = &options.openid_issuer {
        settings.openid.get_or_insert_default().issuer.clone_from(issuer);
    }
    if let Some(id) = &options.openid_client_id {
        settings.openid.get_or_insert_default().client_id.clone_from(id);
    }
    if let (Some(openid), Some(secret)) = (&mut settings.openid, &options.openid_client_secret) {
        openid.client_secret = Some(Secret(secret.clone()));
    }
    settings
        .check()
        .map_err(|error| input(sentences::settings(&error, &session.language)))?;
    Ok(settings)
}

/// The sign-in through a provider, when the settings name one: what is secret, and whom it trusts, is read from its files.
fn openid(settings: &Settings, session: &Session) -> Result<Option<OpenId>, Failure> {
    let (Some(openid), Some(address)) = (&settings.openid, &settings.public_address) else {
        return Ok(None);
    };
    let secret = match (&openid.client_secret, &openid.client_secret_file) {
        (Some(secret), _) => Some(secret.clone()),
        (None, Some(file)) => Some(Secret(session.text_of(file)?.trim().to_owned())),
        (None, None) => None,
    };
    let file = openid.ca_certificate.as_deref();
    let certificates = file.map(|file| session.text_of(file)).transpose()?;
    let made = OpenId::new(openid.clone(), secret, certificates.as_deref().map(str::as_bytes), address);
    made.map(Some).map_err(|error| {
        let name = file.unwrap_or(Path::new("ca_certificate")).display().to_string();
        input(sentences::certificates(&name, &error, &session.language))
    })
}

fn read(file: &Path, session: &Session) -> Result<Settings, Failure> {
    let text = session.text_of(file)?;
    toml::from_str(&text).map_err(|error| {
        let line = error.span().map_or(1, |span| {
            text[..text.floor_char_boundary(span.start)].matches('\n').count() + 1
        });
        let name = file.display().to_string();
        input(sentences::settings_file(&name, line, error.message(), &session.language))
    })
}

/// The sentences of the pages, with those of the folder beside the program where there is one.
fn texts(session: &Session) -> Result<Texts, Failure> {
    match std::env::var_os("TYNGDPUNKT_LOCALES").filter(|folder| !folder.is_empty()) {
        Some(folder) => Texts::beside(Path::new(&folder)).map_err(|error| input(sentences::texts(&error, &session.language))),
        None => Ok(Texts::embedded()),
    }
}

fn input(sentence: String) -> Failure {
    Failure {
        exit: Exit::Input,
        sentence,
    }
}

fn cannot_listen(address: &str, error: &std::io::Error, session: &Session) -> Failure {
    let arguments = [("address", address.to_owned().into()), ("reason", error.to_string().into())];
    Failure {
        exit: Exit::Input,
        sentence: session.language.text("serve-cannot-listen", &arguments),
    }
}

/// Done when the program is told to stop: Ctrl-C, or the polite signal of a service manager.
fn told_to_stop() -> std::io::Result<impl Future<Output = ()> + Send + 'static> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}

/// Writes the log to standard error. Only our own words are in it, and warnings of what we build upon: never a query, an address
/// or a value.
fn log(form: LogForm) {
    let ours = Targets::new()
        .with_target("web", Level::INFO)
        .with_target("tyngdpunkt", Level::INFO)
        .with_default(LevelFilter::WARN);
    let registry = tracing_subscriber::registry().with(ours);
    let layer = tracing_subscriber::fmt::layer().with_writer(std::io::stderr);
    // A log that is there already stays: only a test starts two servers in one process.
    let _ = match form {
        LogForm::Json => tracing::subscriber::set_global_default(registry.with(layer.json().flatten_event(true))),
        LogForm::Text => tracing::subscriber::set_global_default(registry.with(layer.with_ansi(false))),
    };
}

#[expect(clippy::print_stdout, reason = "whoever started the server is told where it is")]
fn tell(sentence: &str) {
    println!("{sentence}");
}
