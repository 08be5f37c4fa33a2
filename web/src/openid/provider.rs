//! What is asked of the provider: what it is (OpenID Connect Discovery 1.0), its keys, the tokens for a code, and what it knows of somebody.

use std::sync::Arc;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::{SignedDuration, Timestamp};
use reqwest::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use reqwest::{Client, RequestBuilder, StatusCode};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use tokio::sync::Mutex;

use super::settings::{OpenIdSettings, Secret, is_safe};
use super::token::{self, Key, Unchecked};

/// How long the provider may take to be reached, and to answer.
const LONGEST_CONNECT: Duration = Duration::from_secs(5);
const LONGEST_ANSWER: Duration = Duration::from_secs(10);

/// The most that is read of an answer, in bytes.
const LARGEST_ANSWER: usize = 1024 * 1024;

/// How long what the provider says of itself is held for true.
const FRESH: SignedDuration = SignedDuration::from_hours(1);
/// How long it still is when the provider cannot be asked.
const USABLE: SignedDuration = SignedDuration::from_hours(24);
/// How often keys are asked for anew because of one that is not known: anybody can send a token with such a key.
const BETWEEN_KEYS: SignedDuration = SignedDuration::from_secs(10);
/// How long a provider that did not answer is left alone, so that not everybody waits for it in a queue.
const BETWEEN_TRIES: SignedDuration = SignedDuration::from_secs(5);

/// Why the provider did not give what was asked for. The words are for the log: nothing of what was sent is in them.
#[derive(Debug, thiserror::Error)]
pub enum ProviderError {
    /// It does not answer, or says that it cannot now.
    #[error("the provider cannot be reached: {0}")]
    Down(String),
    /// It answers something else than the standard says, or is not who the settings say.
    #[error("the provider answers otherwise than it should: {0}")]
    Odd(String),
    /// It does not take the code: used before, too old, or somebody else's.
    #[error("the provider does not take the code")]
    Code,
    /// It does not take this program's name or secret.
    #[error("the provider does not take the client: {0}")]
    Client(String),
}

/// What the provider says of itself.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Metadata {
    pub issuer: String,
    pub authorization_endpoint: String,
    pub token_endpoint: String,
    pub jwks_uri: String,
    pub userinfo_endpoint: Option<String>,
    pub end_session_endpoint: Option<String>,
    #[serde(default)]
    pub token_endpoint_auth_methods_supported: Vec<String>,
    #[serde(default)]
    pub id_token_signing_alg_values_supported: Vec<String>,
    #[serde(default)]
    pub authorization_response_iss_parameter_supported: bool,
}

/// The tokens for a code.
#[derive(Deserialize)]
pub(crate) struct Tokens {
    pub id_token: String,
    pub access_token: Option<String>,
}

/// Why a file of certificates cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum CertificateError {
    /// It holds none.
    #[error("there is no certificate in it")]
    None,
    /// It is no text of certificates.
    #[error("{0}")]
    Malformed(String),
    /// The client cannot be made.
    #[error("{0}")]
    Client(String),
}

/// What is known of the provider.
struct Known {
    metadata: Arc<Metadata>,
    keys: Arc<Vec<Key>>,
    asked: Timestamp,
    /// When the keys were asked for because of one that was not known.
    keys_asked: Option<Timestamp>,
}

/// What is remembered between requests.
#[derive(Default)]
struct Memory {
    known: Option<Known>,
    failed: Option<Timestamp>,
}

/// The provider.
pub(crate) struct Provider {
    client: Client,
    memory: Mutex<Memory>,
}

/// Whether less than `span` lies between the moments.
fn within(moment: Option<Timestamp>, at: Timestamp, span: SignedDuration) -> bool {
    moment.is_some_and(|moment| at.duration_since(moment).abs() < span)
}

impl Provider {
    /// A provider that is not asked yet. `certificates` (PEM) are trusted besides those that browsers trust.
    ///
    /// # Errors
    /// [`CertificateError`].
    pub fn new(certificates: Option<&[u8]>) -> Result<Self, CertificateError> {
        let mut roots = rustls::RootCertStore::empty();
        roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
        if let Some(pem) = certificates {
            let mut found = 0;
            for certificate in CertificateDer::pem_slice_iter(pem) {
                let certificate = certificate.map_err(|error| CertificateError::Malformed(error.to_string()))?;
                roots
                    .add(certificate)
                    .map_err(|error| CertificateError::Malformed(error.to_string()))?;
                found += 1;
            }
            if found == 0 {
                return Err(CertificateError::None);
            }
        }
        let ring = Arc::new(rustls::crypto::ring::default_provider());
        let tls = rustls::ClientConfig::builder_with_provider(ring)
            .with_safe_default_protocol_versions()
            .map_err(|error| CertificateError::Client(error.to_string()))?
            .with_root_certificates(roots)
            .with_no_client_auth();
        // A redirect would lead what is secret to wherever it says.
        let client = Client::builder()
            .tls_backend_preconfigured(tls)
            .redirect(reqwest::redirect::Policy::none())
            .connect_timeout(LONGEST_CONNECT)
            .timeout(LONGEST_ANSWER)
            .referer(false)
            .user_agent(concat!("tyngdpunkt/", env!("CARGO_PKG_VERSION")))
            .build()
            .map_err(|error| CertificateError::Client(error.to_string()))?;
        Ok(Self {
            client,
            memory: Mutex::default(),
        })
    }

    /// What the provider says of itself, not older than an hour while it can be asked.
    ///
    /// # Errors
    /// [`ProviderError`].
    pub async fn metadata(&self, settings: &OpenIdSettings, at: Timestamp) -> Result<Arc<Metadata>, ProviderError> {
        self.known(settings, at).await.map(|(metadata, _)| metadata)
    }

    async fn known(&self, settings: &OpenIdSettings, at: Timestamp) -> Result<(Arc<Metadata>, Arc<Vec<Key>>), ProviderError> {
        let mut memory = self.memory.lock().await;
        let asked = memory.known.as_ref().map(|known| known.asked);
        if !within(asked, at, FRESH) {
            let answer = if within(memory.failed, at, BETWEEN_TRIES) {
                Err(ProviderError::Down("it did not answer a moment ago".to_owned()))
            } else {
                self.ask(settings, at).await
            };
            match answer {
                Ok(new) => {
                    *memory = Memory {
                        known: Some(new),
                        failed: None,
                    }
                }
                Err(error) => {
                    memory.failed = memory
                        .failed
                        .filter(|failed| within(Some(*failed), at, BETWEEN_TRIES))
                        .or(Some(at));
                    if !within(asked, at, USABLE) {
                        return Err(error);
                    }
                    tracing::warn!(%error, "what is known of the provider is used for now");
                }
            }
        }
        let known = memory
            .known
            .as_ref()
            .ok_or_else(|| ProviderError::Down("unknown".to_owned()))?;
        Ok((Arc::clone(&known.metadata), Arc::clone(&known.keys)))
    }

    async fn ask(&self, settings: &OpenIdSettings, at: Timestamp) -> Result<Known, ProviderError> {
        let issuer = settings.issuer.as_str();
        let address = format!("{}/.well-known/openid-configuration", issuer.trim_end_matches('/'));
        let metadata: Metadata = self.read(self.client.get(&address)).await?;
        if metadata.issuer != issuer {
            let reason = "it calls itself something else than the settings do (openid.issuer)".to_owned();
            return Err(ProviderError::Odd(reason));
        }
        let optional = [&metadata.userinfo_endpoint, &metadata.end_session_endpoint];
        let addresses = [&metadata.authorization_endpoint, &metadata.token_endpoint, &metadata.jwks_uri];
        let all = addresses.into_iter().chain(optional.into_iter().flatten());
        if let Some(unsafe_one) = all.into_iter().find(|address| !is_safe(address)) {
            return Err(ProviderError::Odd(format!("{unsafe_one} is not an encrypted address")));
        }
        let keys = self.keys(&metadata).await?;
        Ok(Known {
            metadata: Arc::new(metadata),
            keys: Arc::new(keys),
            asked: at,
            keys_asked: None,
        })
    }

    async fn keys(&self, metadata: &Metadata) -> Result<Vec<Key>, ProviderError> {
        let set: Value = self.read(self.client.get(&metadata.jwks_uri)).await?;
        Ok(token::keys(&set))
    }

    /// Checks the signature of a token, with new keys when none of the known ones may have signed it.
    ///
    /// # Errors
    /// The first when the provider cannot be asked for its keys, the second when the token is not taken.
    pub async fn checked<'t>(
        &self,
        token: &'t Unchecked<'_>,
        settings: &OpenIdSettings,
        at: Timestamp,
    ) -> Result<Result<&'t Value, token::Fault>, ProviderError> {
        let (metadata, keys) = self.known(settings, at).await?;
        match token.checked(&keys) {
            Err(token::Fault::UnknownKey) => {}
            done => return Ok(done),
        }
        let mut memory = self.memory.lock().await;
        let Some(known) = memory.known.as_mut() else {
            return Ok(Err(token::Fault::UnknownKey));
        };
        if !within(known.keys_asked, at, BETWEEN_KEYS) {
            known.keys_asked = Some(at);
            known.keys = Arc::new(self.keys(&metadata).await?);
        }
        Ok(token.checked(&known.keys))
    }

    /// The tokens for a code.
    ///
    /// # Errors
    /// [`ProviderError`].
    pub async fn tokens(
        &self,
        settings: &OpenIdSettings,
        secret: Option<&Secret>,
        metadata: &Metadata,
        (code, verifier, back): (&str, &str, &str),
    ) -> Result<Tokens, ProviderError> {
        let client_id = settings.client_id.as_str();
        let mut form = vec![
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", back),
            ("code_verifier", verifier),
        ];
        let mut asked = self.client.post(&metadata.token_endpoint);
        let methods = &metadata.token_endpoint_auth_methods_supported;
        // Without a list the standard's own way is meant.
        let has = |method: &str| methods.iter().any(|known| known == method);
        match secret {
            Some(Secret(secret)) if methods.is_empty() || has("client_secret_basic") => {
                let pair = format!("{}:{}", escaped(client_id), escaped(secret));
                asked = asked.header(AUTHORIZATION, format!("Basic {}", STANDARD.encode(pair)));
            }
            Some(Secret(secret)) => form.extend([("client_id", client_id), ("client_secret", secret)]),
            None => form.push(("client_id", client_id)),
        }
        let body: Vec<String> = form
            .iter()
            .map(|(name, value)| format!("{name}={}", escaped(value)))
            .collect();
        let asked = asked
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(body.join("&"));
        self.read(asked).await
    }

    /// What the provider knows of whoever the access token is of.
    ///
    /// # Errors
    /// [`ProviderError`].
    pub async fn user(&self, address: &str, access: &str) -> Result<Value, ProviderError> {
        self.read(self.client.get(address).bearer_auth(access)).await
    }

    /// The answer to a request, as JSON.
    async fn read<T: DeserializeOwned>(&self, request: RequestBuilder) -> Result<T, ProviderError> {
        let down = |error: reqwest::Error| ProviderError::Down(whole(&error.without_url()));
        let mut answer = request.header(ACCEPT, "application/json").send().await.map_err(down)?;
        let mut body = Vec::new();
        while let Some(part) = answer.chunk().await.map_err(down)? {
            if body.len() + part.len() > LARGEST_ANSWER {
                return Err(ProviderError::Odd("the answer is too large".to_owned()));
            }
            body.extend_from_slice(&part);
        }
        let status = answer.status();
        if status.is_success() {
            return serde_json::from_slice(&body)
                .map_err(|_| ProviderError::Odd("the answer is not the JSON that it should be".to_owned()));
        }
        if status.is_server_error() || status == StatusCode::TOO_MANY_REQUESTS {
            return Err(ProviderError::Down(format!("status {}", status.as_u16())));
        }
        let said: Value = serde_json::from_slice(&body).unwrap_or_default();
        Err(match said.get("error").and_then(Value::as_str) {
            Some("invalid_grant") => ProviderError::Code,
            Some(error @ ("invalid_client" | "unauthorized_client")) => ProviderError::Client(error.to_owned()),
            _ => ProviderError::Odd(format!("status {}", status.as_u16())),
        })
    }
}

/// What an error says, with what it came from: that a certificate is not trusted, say.
fn whole(error: &dyn std::error::Error) -> String {
    let mut said = error.to_string();
    let mut source = error.source();
    while let Some(error) = source {
        said = format!("{said}: {error}");
        source = error.source();
    }
    said
}

/// A value as it stands in a form or in the query of an address.
fn escaped(value: &str) -> String {
    form_urlencoded::byte_serialize(value.as_bytes()).collect()
}
