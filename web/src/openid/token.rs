//! Signed tokens (JSON Web Signature, RFC 7515, in the compact form) and the keys of a provider (RFC 7517).
//!
//! Only public-key signatures are taken: a token that is not signed (`none`), or signed with a secret that both sides have, is refused.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::signature::{self, RsaParameters, RsaPublicKeyComponents, UnparsedPublicKey, VerificationAlgorithm};
use serde::Deserialize;
use serde_json::Value;

/// The longest token that is read, in bytes.
const LONGEST: usize = 64 * 1024;

/// A public key of the provider's.
#[derive(Debug, Clone, Deserialize)]
pub struct Key {
    kty: String,
    kid: Option<String>,
    #[serde(rename = "use")]
    purpose: Option<String>,
    alg: Option<String>,
    crv: Option<String>,
    n: Option<String>,
    e: Option<String>,
    x: Option<String>,
    y: Option<String>,
}

/// The keys that can be read of a provider's key set. A key of a kind that is not known is passed over, as the standard says.
#[must_use]
pub fn keys(set: &Value) -> Vec<Key> {
    let keys = set.get("keys").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    keys.iter().filter_map(|key| Key::deserialize(key).ok()).collect()
}

/// How a token is signed.
#[derive(Debug, Clone, Copy)]
enum Algorithm {
    Rsa(&'static RsaParameters),
    Curve(&'static str),
}

/// The parts of a token's header that matter.
#[derive(Debug, Deserialize)]
struct Header {
    alg: String,
    kid: Option<String>,
    typ: Option<String>,
    crit: Option<Value>,
}

/// Why a token is not taken. The words are for the log: they hold nothing of the token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It is no token in the compact form.
    Malformed,
    /// It is not signed, or in a way that is not taken.
    Algorithm,
    /// None of the known keys has signed it, though one might that is not yet known.
    UnknownKey,
    /// It is not as it was signed.
    Signature,
}

/// A token that has not been checked yet.
pub struct Unchecked<'a> {
    header: Header,
    signed: &'a str,
    signature: Vec<u8>,
    claims: Value,
}

impl<'a> Unchecked<'a> {
    /// Takes a token apart.
    ///
    /// # Errors
    /// [`Fault::Malformed`], and [`Fault::Algorithm`] for one that is not signed as is taken, or not as `offered` says when that names any.
    pub fn new(token: &'a str, offered: &[String]) -> Result<Self, Fault> {
        if token.len() > LONGEST {
            return Err(Fault::Malformed);
        }
        let (signed, signature) = token.rsplit_once('.').ok_or(Fault::Malformed)?;
        let (header, claims) = signed.split_once('.').ok_or(Fault::Malformed)?;
        let bytes = |part: &str| URL_SAFE_NO_PAD.decode(part).map_err(|_| Fault::Malformed);
        let header: Header = serde_json::from_slice(&bytes(header)?).map_err(|_| Fault::Malformed)?;
        let is_offered = offered.is_empty() || offered.contains(&header.alg);
        if algorithm(&header.alg).is_none() || !is_offered || header.crit.is_some() {
            return Err(Fault::Algorithm);
        }
        let claims: Value = serde_json::from_slice(&bytes(claims)?).map_err(|_| Fault::Malformed)?;
        let signature = bytes(signature)?;
        Ok(Self {
            header,
            signed,
            signature,
            claims,
        })
    }

    /// What it says it is, in small letters; nothing when it does not say.
    #[must_use]
    pub fn kind(&self) -> String {
        self.header.typ.as_deref().unwrap_or_default().to_lowercase()
    }

    /// The hash that belongs to its algorithm, for what it says of another token.
    #[must_use]
    pub fn hash(&self) -> &'static ring::digest::Algorithm {
        match self.header.alg.get(2..) {
            Some("256") => &ring::digest::SHA256,
            Some("384") => &ring::digest::SHA384,
            _ => &ring::digest::SHA512,
        }
    }

    /// Its claims, once one of the keys has signed them.
    ///
    /// # Errors
    /// [`Fault::UnknownKey`], [`Fault::Signature`].
    pub fn checked(&self, keys: &[Key]) -> Result<&Value, Fault> {
        let alg = self.header.alg.as_str();
        let kind = algorithm(alg).ok_or(Fault::Algorithm)?;
        let mut candidates = keys.iter().filter(|key| key.fits(&self.header, kind)).peekable();
        if candidates.peek().is_none() {
            return Err(Fault::UnknownKey);
        }
        if candidates.any(|key| key.has_signed(kind, self.signed.as_bytes(), &self.signature)) {
            Ok(&self.claims)
        } else if self.header.kid.is_none() {
            Err(Fault::UnknownKey)
        } else {
            Err(Fault::Signature)
        }
    }
}

impl Key {
    /// Whether a token with this header may have been signed with the key.
    fn fits(&self, header: &Header, algorithm: Algorithm) -> bool {
        let kind_fits = match algorithm {
            Algorithm::Rsa(_) => self.kty == "RSA",
            Algorithm::Curve("Ed25519") => self.kty == "OKP" && self.crv.as_deref() == Some("Ed25519"),
            Algorithm::Curve(curve) => self.kty == "EC" && self.crv.as_deref() == Some(curve),
        };
        let is_for_signing = self.purpose.as_deref().is_none_or(|purpose| purpose == "sig");
        let same_algorithm = self.alg.as_ref().is_none_or(|alg| *alg == header.alg);
        let same_key = header.kid.is_none() || self.kid.is_none() || self.kid == header.kid;
        kind_fits && is_for_signing && same_algorithm && same_key
    }

    fn has_signed(&self, algorithm: Algorithm, signed: &[u8], signature: &[u8]) -> bool {
        self.verify(algorithm, signed, signature).is_some()
    }

    fn verify(&self, algorithm: Algorithm, signed: &[u8], signature: &[u8]) -> Option<()> {
        let number = |part: &Option<String>| URL_SAFE_NO_PAD.decode(part.as_deref()?).ok();
        let on_curve = |kind: &'static dyn VerificationAlgorithm, point: Vec<u8>| {
            UnparsedPublicKey::new(kind, point).verify(signed, signature).ok()
        };
        match algorithm {
            Algorithm::Rsa(parameters) => {
                let (n, e) = (number(&self.n)?, number(&self.e)?);
                // Some providers write the modulus with a zero before it.
                let n: Vec<u8> = n.into_iter().skip_while(|byte| *byte == 0).collect();
                RsaPublicKeyComponents { n, e }.verify(parameters, signed, signature).ok()
            }
            Algorithm::Curve("Ed25519") => on_curve(&signature::ED25519, number(&self.x)?),
            Algorithm::Curve(curve) => {
                let point = [vec![4], number(&self.x)?, number(&self.y)?].concat();
                match curve {
                    "P-384" => on_curve(&signature::ECDSA_P384_SHA384_FIXED, point),
                    _ => on_curve(&signature::ECDSA_P256_SHA256_FIXED, point),
                }
            }
        }
    }
}

/// The algorithms that are taken (RFC 7518, RFC 8037): public keys only.
fn algorithm(name: &str) -> Option<Algorithm> {
    Some(match name {
        "RS256" => Algorithm::Rsa(&signature::RSA_PKCS1_2048_8192_SHA256),
        "RS384" => Algorithm::Rsa(&signature::RSA_PKCS1_2048_8192_SHA384),
        "RS512" => Algorithm::Rsa(&signature::RSA_PKCS1_2048_8192_SHA512),
        "PS256" => Algorithm::Rsa(&signature::RSA_PSS_2048_8192_SHA256),
        "PS384" => Algorithm::Rsa(&signature::RSA_PSS_2048_8192_SHA384),
        "PS512" => Algorithm::Rsa(&signature::RSA_PSS_2048_8192_SHA512),
        "ES256" => Algorithm::Curve("P-256"),
        "ES384" => Algorithm::Curve("P-384"),
        "EdDSA" | "Ed25519" => Algorithm::Curve("Ed25519"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use ring::rand::SystemRandom;
    use ring::signature::{
        ECDSA_P256_SHA256_FIXED_SIGNING, ECDSA_P384_SHA384_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair,
    };
    use serde_json::json;

    use super::*;

    fn signed(header: &Value, sign: impl Fn(&[u8]) -> Vec<u8>) -> String {
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let text = format!("{}.{}", part(header), part(&json!({ "sub": "anna" })));
        let signature = URL_SAFE_NO_PAD.encode(sign(text.as_bytes()));
        format!("{text}.{signature}")
    }

    fn check(token: &str, set: &Value) -> Result<Value, Fault> {
        Unchecked::new(token, &[])?.checked(&keys(set)).cloned()
    }

    #[test]
    fn signatures_on_each_curve_are_taken_and_no_others() {
        let random = SystemRandom::new();
        let curves = [
            (&ECDSA_P256_SHA256_FIXED_SIGNING, "ES256", "P-256"),
            (&ECDSA_P384_SHA384_FIXED_SIGNING, "ES384", "P-384"),
        ];
        for (kind, alg, curve) in curves {
            let pkcs8 = EcdsaKeyPair::generate_pkcs8(kind, &random).expect("a key");
            let pair = EcdsaKeyPair::from_pkcs8(kind, pkcs8.as_ref(), &random).expect("a key");
            let point = &pair.public_key().as_ref()[1..];
            let (x, y) = point.split_at(point.len() / 2);
            let (x, y) = (URL_SAFE_NO_PAD.encode(x), URL_SAFE_NO_PAD.encode(y));
            let set = json!({ "keys": [{ "kty": "new" }, { "kty": "EC", "kid": "1", "crv": curve, "x": x, "y": y }] });
            let sign = |text: &[u8]| pair.sign(&random, text).expect("signs").as_ref().to_vec();
            let token = signed(&json!({ "alg": alg, "kid": "1" }), sign);
            assert_eq!(check(&token, &set), Ok(json!({ "sub": "anna" })), "{alg}");
            let other = signed(&json!({ "alg": alg, "kid": "2" }), sign);
            assert_eq!(check(&other, &set), Err(Fault::UnknownKey), "{alg}: another key's name");
            let nameless = signed(&json!({ "alg": alg }), sign);
            assert!(check(&nameless, &set).is_ok(), "{alg}: without a name every key is tried");
            let wrong = signed(&json!({ "alg": alg, "kid": "1" }), |_| vec![1; 64]);
            assert_eq!(check(&wrong, &set), Err(Fault::Signature), "{alg}");
            let as_rsa = signed(&json!({ "alg": "RS256", "kid": "1" }), sign);
            assert_eq!(check(&as_rsa, &set), Err(Fault::UnknownKey), "{alg}: a key of another kind");
            let only_rsa = ["RS256".to_owned()];
            assert!(
                matches!(Unchecked::new(&token, &only_rsa), Err(Fault::Algorithm)),
                "{alg} is not offered"
            );
        }
        let pkcs8 = Ed25519KeyPair::generate_pkcs8(&random).expect("a key");
        let pair = Ed25519KeyPair::from_pkcs8(pkcs8.as_ref()).expect("a key");
        let x = URL_SAFE_NO_PAD.encode(pair.public_key());
        let set = json!({ "keys": [{ "kty": "OKP", "crv": "Ed25519", "use": "sig", "x": x }] });
        let token = signed(&json!({ "alg": "EdDSA" }), |text| pair.sign(text).as_ref().to_vec());
        assert!(check(&token, &set).is_ok());
        let encryption = json!({ "keys": [{ "kty": "OKP", "crv": "Ed25519", "use": "enc", "x": x }] });
        assert_eq!(check(&token, &encryption), Err(Fault::UnknownKey), "a key for something else");
    }

    #[test]
    fn what_is_not_signed_with_a_public_key_is_no_token() {
        for alg in ["none", "None", "HS256", "HS512", "RSA-OAEP", ""] {
            let token = signed(&json!({ "alg": alg }), |_| Vec::new());
            assert!(matches!(Unchecked::new(&token, &[]), Err(Fault::Algorithm)), "{alg}");
        }
        let critical = signed(&json!({ "alg": "RS256", "crit": ["b64"] }), |_| Vec::new());
        assert!(matches!(Unchecked::new(&critical, &[]), Err(Fault::Algorithm)));
        for text in [
            "",
            ".",
            "..",
            "a.b.c",
            "eyJhbGciOiJSUzI1NiJ9",
            "å.å.å",
            &"x".repeat(LONGEST + 1),
        ] {
            assert!(matches!(Unchecked::new(text, &[]), Err(Fault::Malformed)));
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_is_too_odd_to_be_refused(text in ".{0,200}") {
            let _ = Unchecked::new(&text, &[]).map(|token| token.checked(&[]).is_ok());
        }
    }
}
