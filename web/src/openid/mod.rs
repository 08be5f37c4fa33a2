//! Signing in through the municipality's own provider: OpenID Connect Core 1.0 with the code flow and PKCE (RFC 7636), the provider's name
//! in its answer (RFC 9207), RP-Initiated Logout 1.0 and Back-Channel Logout 1.0. Nothing that a provider says is believed unchecked.

mod claims;
pub mod provider;
pub mod settings;
mod token;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use reqwest::Url;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use crate::failure::Failure;
use crate::language::Locale;
use crate::session::new_token;
use claims::{LogOutClaims, Said};
use provider::{CertificateError, Metadata, Provider, ProviderError};
use settings::{OpenIdSettings, Secret};
use token::Unchecked;

/// Where the provider sends people back to.
pub(crate) const BACK: &str = "/sign-in/openid/back";

/// The sign-in through the municipality's own provider.
pub struct OpenId {
    settings: OpenIdSettings,
    secret: Option<Secret>,
    public_address: String,
    provider: Provider,
}

/// Why somebody could not be signed in through the provider.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Refusal {
    /// Not begun in this browser, finished already, or too long ago.
    #[error("no such sign-in has begun in this browser")]
    NotBegun,
    /// Whoever was to sign in did not, at the provider.
    #[error("it was broken off at the provider")]
    BrokenOff,
    /// The provider would not.
    #[error("the provider answered with the error {0}")]
    Refused(&'static str),
    /// What came from the provider cannot be trusted.
    #[error("the answer cannot be trusted: {0}")]
    Untrusted(&'static str),
    /// The provider could not be asked, or does not take what this program says.
    #[error(transparent)]
    Provider(#[from] ProviderError),
}

/// What stays of a sign-in that begins until it comes back.
pub(crate) struct Question {
    pub state: String,
    pub nonce: String,
    pub verifier: String,
}

impl Question {
    /// A question that nobody can guess.
    pub(crate) fn new() -> Result<Self, Failure> {
        let text = || new_token().map(|token| token.to_text());
        Ok(Self {
            state: text()?,
            nonce: text()?,
            verifier: text()?,
        })
    }
}

/// What the provider's answer carries in its address.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Reply {
    pub state: String,
    code: Option<String>,
    iss: Option<String>,
    error: Option<String>,
}

/// Somebody whom the provider has vouched for.
pub(crate) struct Vouched {
    pub subject: String,
    pub sid: Option<String>,
    pub id_token: String,
    pub said: Said,
}

impl std::fmt::Debug for OpenId {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut shown = formatter.debug_struct("OpenId");
        shown.field("issuer", &self.settings.issuer).finish_non_exhaustive()
    }
}

impl OpenId {
    /// The sign-in by these settings, which [`crate::Settings::check`] has found right. The provider is not asked yet.
    ///
    /// # Errors
    /// [`CertificateError`] when `certificates` (PEM) cannot be used.
    pub fn new(
        settings: OpenIdSettings,
        secret: Option<Secret>,
        certificates: Option<&[u8]>,
        public_address: &str,
    ) -> Result<Self, CertificateError> {
        let provider = Provider::new(certificates)?;
        let public_address = public_address.to_owned();
        Ok(Self {
            settings,
            secret,
            public_address,
            provider,
        })
    }

    /// The settings.
    #[must_use]
    pub const fn settings(&self) -> &OpenIdSettings {
        &self.settings
    }

    fn back(&self) -> String {
        format!("{}{BACK}", self.public_address)
    }

    /// The address at the provider's where somebody signs in; `anew` asks who it is even if the provider knows that already.
    pub(crate) async fn address(
        &self,
        question: &Question,
        anew: bool,
        locale: Locale,
        at: Timestamp,
    ) -> Result<String, Refusal> {
        let metadata = self.provider.metadata(&self.settings, at).await?;
        let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(&question.verifier));
        let scopes = self.settings.scopes.iter().filter(|scope| *scope != "openid");
        let scopes = scopes.fold("openid".to_owned(), |all, scope| format!("{all} {scope}"));
        let back = self.back();
        let mut parameters = vec![
            ("response_type", "code"),
            ("client_id", self.settings.client_id.as_str()),
            ("redirect_uri", &back),
            ("scope", &scopes),
            ("state", &question.state),
            ("nonce", &question.nonce),
            ("code_challenge", &challenge),
            ("code_challenge_method", "S256"),
            ("ui_locales", locale.code()),
        ];
        if anew {
            parameters.push(("prompt", "login"));
        }
        Ok(with_parameters(&metadata.authorization_endpoint, &parameters)?)
    }

    /// Whom the provider has vouched for, once all of its answer is found right. `nonce` and `verifier` are those of the question.
    pub(crate) async fn vouched(
        &self,
        reply: &Reply,
        (nonce, verifier): (&str, &str),
        at: Timestamp,
    ) -> Result<Vouched, Refusal> {
        let settings = &self.settings;
        let metadata = self.provider.metadata(settings, at).await?;
        match reply.iss.as_deref() {
            Some(issuer) if issuer != settings.issuer => return Err(Refusal::Untrusted("another provider's answer")),
            None if metadata.authorization_response_iss_parameter_supported => {
                return Err(Refusal::Untrusted("the answer does not say whose it is"));
            }
            _ => {}
        }
        if let Some(error) = reply.error.as_deref() {
            return Err(refused(error));
        }
        let code = reply.code.as_deref().filter(|code| !code.is_empty());
        let code = code.ok_or(Refusal::Untrusted("the answer has no code"))?;
        let back = self.back();
        let tokens = self
            .provider
            .tokens(settings, self.secret.as_ref(), &metadata, (code, verifier, &back))
            .await?;
        let offered = &metadata.id_token_signing_alg_values_supported;
        let token = Unchecked::new(&tokens.id_token, offered).map_err(untrusted_token)?;
        let claims = self.provider.checked(&token, settings, at).await?.map_err(untrusted_token)?;
        let access = tokens.access_token.as_deref();
        let subject = claims::check_identity(claims, settings, nonce, access.map(|access| (access, token.hash())), at)
            .map_err(untrusted_claim)?;
        if token.kind().contains("logout") {
            return Err(untrusted_claim(claims::Fault::Event));
        }
        let all = self.with_user(claims, subject, access, &metadata).await?;
        Ok(Vouched {
            subject: subject.to_owned(),
            sid: claims::id(claims, "sid").map(str::to_owned),
            said: claims::read(&all, settings),
            id_token: tokens.id_token,
        })
    }

    /// The claims, with what the provider tells only when it is asked, where the ID token lacks something that the settings need.
    async fn with_user(
        &self,
        claims: &Value,
        subject: &str,
        access: Option<&str>,
        metadata: &Metadata,
    ) -> Result<Value, Refusal> {
        let lacks = self.settings.claims().any(|name| claims::claim(claims, name).is_none());
        let (true, Some(access), Some(address)) = (lacks, access, &metadata.userinfo_endpoint) else {
            return Ok(claims.clone());
        };
        let user = self.provider.user(address, access).await?;
        if claims::id(&user, "sub") != Some(subject) {
            return Err(untrusted_claim(claims::Fault::Subject));
        }
        let (Value::Object(mut all), Value::Object(signed)) = (user, claims.clone()) else {
            return Err(untrusted_claim(claims::Fault::Subject));
        };
        // What is signed counts before what is not.
        all.extend(signed);
        Ok(Value::Object(all))
    }

    /// The address at the provider's where somebody signs out, when it has one and can be asked for it.
    pub(crate) async fn sign_out_address(&self, id_token: &str, locale: Locale, at: Timestamp) -> Option<String> {
        let metadata = self.provider.metadata(&self.settings, at).await.ok()?;
        let afterwards = format!("{}/sign-in", self.public_address);
        let parameters = [
            ("id_token_hint", id_token),
            ("client_id", self.settings.client_id.as_str()),
            ("post_logout_redirect_uri", &afterwards),
            ("ui_locales", locale.code()),
        ];
        with_parameters(metadata.end_session_endpoint.as_deref()?, &parameters).ok()
    }

    /// What a token of log-out says, once all of it is found right.
    pub(crate) async fn logged_out(&self, token: &str, at: Timestamp) -> Result<LogOutClaims, Refusal> {
        let metadata = self.provider.metadata(&self.settings, at).await?;
        let offered = &metadata.id_token_signing_alg_values_supported;
        let token = Unchecked::new(token, offered).map_err(untrusted_token)?;
        let claims = self
            .provider
            .checked(&token, &self.settings, at)
            .await?
            .map_err(untrusted_token)?;
        claims::check_log_out(claims, &token.kind(), &self.settings, at).map_err(untrusted_claim)
    }
}

/// An address with these parameters besides those that it has.
fn with_parameters(address: &str, parameters: &[(&str, &str)]) -> Result<String, ProviderError> {
    let mut url = Url::parse(address).map_err(|error| ProviderError::Odd(error.to_string()))?;
    url.query_pairs_mut().extend_pairs(parameters);
    Ok(url.into())
}

/// What the provider's word for its refusal means. Only words of the standards go to the log: anybody can write others into an address.
fn refused(error: &str) -> Refusal {
    let known = [
        "invalid_request",
        "unauthorized_client",
        "unsupported_response_type",
        "invalid_scope",
        "server_error",
        "interaction_required",
        "login_required",
        "account_selection_required",
        "consent_required",
    ];
    match error {
        "access_denied" => Refusal::BrokenOff,
        "temporarily_unavailable" => ProviderError::Down("it says so itself".to_owned()).into(),
        error => Refusal::Refused(known.into_iter().find(|known| *known == error).unwrap_or("(another)")),
    }
}

fn untrusted_token(fault: token::Fault) -> Refusal {
    Refusal::Untrusted(match fault {
        token::Fault::Malformed => "the token is none",
        token::Fault::Algorithm => "the token is not signed as is taken",
        token::Fault::UnknownKey => "the token is signed with a key that is not the provider's",
        token::Fault::Signature => "the token is not as it was signed",
    })
}

fn untrusted_claim(fault: claims::Fault) -> Refusal {
    Refusal::Untrusted(match fault {
        claims::Fault::Issuer => "iss: the token is another provider's",
        claims::Fault::Audience => "aud, azp: the token is for somebody else",
        claims::Fault::Expired => "exp: the token is too old; are the clocks right?",
        claims::Fault::NotYet => "iat, nbf: the token is from the future; are the clocks right?",
        claims::Fault::Nonce => "nonce: the token answers another question",
        claims::Fault::AccessToken => "at_hash: the token belongs to another access token",
        claims::Fault::Subject => "sub, sid: the token does not say who is meant",
        claims::Fault::Event => "events, jti, typ: the token is for something else",
    })
}
