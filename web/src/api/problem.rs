//! Why a program was not answered, as problem details (RFC 9457): what happened, what to do, and where in what was sent the fault is.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use rules::allocation::Obstacle;
use serde::Serialize;
use store::StoreError;
use store::account::AccountError;
use store::allocation::AllocationError;
use store::dialogue::DialogueError;
use store::error::Rule;
use store::measurement::MeasurementError;
use store::qualification::{LONGEST_WORD, QualificationError};
use utoipa::ToSchema;

use crate::failure::Failure;
use crate::texts::Tr;

/// What is wrong with what was sent, before it is put into words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Refusal {
    status: StatusCode,
    /// A short, stable code; the sentence is `api-CODE`, what to do about it `api-CODE-remedy`.
    code: &'static str,
    /// What the sentences are filled in with.
    arguments: Vec<(&'static str, String)>,
    faults: Vec<Fault>,
    /// What is said in `WWW-Authenticate`.
    challenge: Option<&'static str>,
}

/// A fault at one place of what was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Fault {
    pointer: String,
    code: &'static str,
    arguments: Vec<(&'static str, String)>,
}

impl Refusal {
    /// A refusal with this status and code.
    pub(crate) fn new(status: StatusCode, code: &'static str) -> Self {
        Self {
            status,
            code,
            arguments: Vec::new(),
            faults: Vec::new(),
            challenge: None,
        }
    }

    /// No such thing, or not for this token.
    pub(crate) fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "not-found")
    }

    /// What was sent is not as the description says.
    pub(crate) fn malformed(pointer: impl Into<String>, code: &'static str) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "malformed").at(pointer, code)
    }

    /// What was sent is as the description says, and a rule refuses it.
    pub(crate) fn refused(pointer: impl Into<String>, code: &'static str) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "refused").at(pointer, code)
    }

    /// With something for the sentences.
    pub(crate) fn saying(mut self, name: &'static str, value: &impl ToString) -> Self {
        let value = value.to_string();
        match self.faults.last_mut() {
            Some(fault) => fault.arguments.push((name, value)),
            None => self.arguments.push((name, value)),
        }
        self
    }

    /// With the header that says how to ask instead.
    pub(crate) fn challenging(mut self, challenge: &'static str) -> Self {
        self.challenge = Some(challenge);
        self
    }

    fn at(mut self, pointer: impl Into<String>, code: &'static str) -> Self {
        self.faults.push(Fault {
            pointer: pointer.into(),
            code,
            arguments: Vec::new(),
        });
        self
    }

    /// The problem in words.
    pub(crate) fn written(&self, tr: &Tr, request_id: Option<String>) -> Response {
        let fill = |code: &str, end: &str, arguments: &[(&'static str, String)]| {
            let arguments: Vec<_> = arguments.iter().map(|(name, value)| (*name, value.clone().into())).collect();
            tr.fill(&format!("api-{code}{end}"), &arguments)
        };
        let faults = self.faults.iter().map(|fault| FaultAt {
            pointer: fault.pointer.clone(),
            code: fault.code.to_owned(),
            detail: fill(fault.code, "", &fault.arguments),
            remedy: fill(fault.code, "-remedy", &fault.arguments),
        });
        let problem = Problem {
            title: tr.text(&format!("api-status-{}", self.status.as_u16())),
            status: self.status.as_u16(),
            code: self.code.to_owned(),
            detail: fill(self.code, "", &self.arguments),
            remedy: Some(fill(self.code, "-remedy", &self.arguments)),
            faults: faults.collect(),
            request_id,
        };
        let mut answer = problem.into_response();
        if let Some(challenge) = self.challenge {
            let challenge = HeaderValue::from_static(challenge);
            answer.headers_mut().insert(header::WWW_AUTHENTICATE, challenge);
        }
        answer
    }
}

impl IntoResponse for Refusal {
    /// The status alone; [`crate::failure::show`], which knows the language, writes the problem.
    fn into_response(self) -> Response {
        let mut answer = self.status.into_response();
        answer.extensions_mut().insert(self);
        answer
    }
}

impl From<Failure> for Refusal {
    fn from(failure: Failure) -> Self {
        let code = match failure {
            Failure::NotFound => "not-found",
            Failure::MethodNotAllowed => "method-not-allowed",
            Failure::BadRequest => "malformed",
            Failure::OtherSite => "other-site",
            Failure::TooLarge => "too-large",
            Failure::TooSlow => "too-slow",
            Failure::Unavailable => "unavailable",
            Failure::Unsure => "unsure",
            Failure::Internal => "internal",
        };
        Self::new(failure.status(), code)
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NotThere | StoreError::NotAllowed { .. } => Self::not_found(),
            StoreError::ReadOnlyToken => Self::new(StatusCode::FORBIDDEN, "read-only"),
            StoreError::TakenOver => Self::new(StatusCode::CONFLICT, "key-under-way"),
            StoreError::Refused {
                rule: Rule::Reference, ..
            } => Self::refused("", "no-reference"),
            error => Failure::from(error).into(),
        }
    }
}

impl From<MeasurementError> for Refusal {
    fn from(error: MeasurementError) -> Self {
        match error {
            MeasurementError::NoModel { day } => Self::refused("/day", "no-model").saying("day", &day),
            MeasurementError::OtherMonth { .. } => Self::refused("/day", "other-month"),
            MeasurementError::IdentityNumber => Self::refused("", "identity-number"),
            MeasurementError::TooLong { maximum } => Self::refused("", "too-long").saying("maximum", &maximum),
            MeasurementError::Frozen => Self::new(StatusCode::CONFLICT, "frozen"),
            MeasurementError::Store(error) => error.into(),
        }
    }
}

impl From<DialogueError> for Refusal {
    fn from(error: DialogueError) -> Self {
        match error {
            DialogueError::Concluded => Self::new(StatusCode::CONFLICT, "concluded"),
            DialogueError::Plan(_) => Self::new(StatusCode::CONFLICT, "plan-missing"),
            DialogueError::Changed => Self::new(StatusCode::CONFLICT, "changed"),
            DialogueError::NoOwner { .. } => Self::refused("/actions", "no-owner"),
            DialogueError::NoKind { .. } => Self::refused("/actions", "no-kind"),
            DialogueError::NoReason => Self::refused("/why", "no-reason"),
            DialogueError::Text(error) => error.into(),
        }
    }
}

impl From<QualificationError> for Refusal {
    fn from(error: QualificationError) -> Self {
        match error {
            QualificationError::Empty => Self::refused("/value", "too-long").saying("maximum", &LONGEST_WORD),
            QualificationError::Long { longest } => Self::refused("/value", "too-long").saying("maximum", &longest),
            QualificationError::IdentityNumber => Self::refused("/value", "identity-number"),
            QualificationError::NoDegree { .. } => Self::refused("/value", "no-degree"),
            QualificationError::Overlapping { period } => {
                Self::new(StatusCode::CONFLICT, "recorded").saying("from", &period.from())
            }
            QualificationError::Backwards { from } => Self::refused("/until", "backwards").saying("from", &from),
            QualificationError::Store(error) => error.into(),
        }
    }
}

/// What stands in the way of a receiver, each as a fault.
fn of_obstacles(obstacles: &[Obstacle]) -> Refusal {
    let refusal = Refusal::new(StatusCode::UNPROCESSABLE_ENTITY, "refused");
    obstacles.iter().fold(refusal, |refusal, obstacle| match obstacle {
        Obstacle::NotQualified(unqualified) => refusal
            .at("/to", "not-qualified")
            .saying("section", &format!("{} {}", unqualified.section, unqualified.act))
            .saying("missing", &unqualified.missing.id()),
        Obstacle::NotThisWorker => refusal.at("/to", "not-this-worker"),
        Obstacle::Locked { reason } => refusal.at("/phase", "case-locked").saying("reason", &reason.id()),
        Obstacle::Language { language } => refusal.at("/to", "case-language").saying("language", language),
        Obstacle::District { district } => refusal.at("/to", "case-district").saying("district", district),
    })
}

impl From<AllocationError> for Refusal {
    fn from(error: AllocationError) -> Self {
        let conflict = |code| Self::new(StatusCode::CONFLICT, code);
        match error {
            AllocationError::Refused(obstacles) => of_obstacles(&obstacles),
            AllocationError::NotOpen { on, .. } => Self::refused("/on", "phase-not-open").saying("day", &on),
            AllocationError::AlreadyHeld { .. } => conflict("already-held"),
            AllocationError::NotHeld { on } => conflict("not-held").saying("day", &on),
            AllocationError::AlreadyMoving { from, .. } => conflict("already-moving").saying("day", &from),
            AllocationError::NotEmployed { on } => Self::refused("/to", "not-employed").saying("day", &on),
            AllocationError::Value(error) => error.into(),
            AllocationError::Store(error) => error.into(),
        }
    }
}

impl From<AccountError> for Refusal {
    fn from(error: AccountError) -> Self {
        match error {
            AccountError::NameTaken { .. } => Self::new(StatusCode::CONFLICT, "name-taken"),
            AccountError::NoDisplay => Self::refused("/display", "no-display"),
            AccountError::IdentityNumber => Self::refused("", "identity-number"),
            AccountError::NoPerson => Self::refused("/person", "no-reference"),
            AccountError::LastAdministrator => Self::new(StatusCode::CONFLICT, "last-administrator"),
            AccountError::Overlapping { from, .. } => Self::new(StatusCode::CONFLICT, "overlapping").saying("from", &from),
            AccountError::NoName { .. } => Self::refused("/name", "no-name"),
            AccountError::NoUnit { .. } => Self::refused("/unit", "no-unit"),
            AccountError::Backwards { from, .. } => Self::refused("/until", "backwards").saying("from", &from),
            AccountError::Store(error) => error.into(),
            AccountError::Weak(_)
            | AccountError::Wrong
            | AccountError::Same
            | AccountError::Wait { .. }
            | AccountError::Unusable(_) => Failure::Internal.into(),
        }
    }
}

/// Problem details (RFC 9457). `type` is left out, which means `about:blank`: the title says what the status says, and `code` which of the
/// reasons for that status it is.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(example = json!({
    "title": "Refused by a rule", "status": 422, "code": "refused", "detail": "What was sent is well formed, but a rule refuses it.",
    "remedy": "Correct what stands in faults and send it again.",
    "faults": [{ "pointer": "/sentence", "code": "identity-number", "detail": "The text contains a personal identity number.",
                 "remedy": "Take it out. Nothing about clients belongs here." }],
    "request_id": "6f1b6f0e-0b0f-4b6c-9b0e-2f5a8a3c1d77"
}))]
pub(crate) struct Problem {
    /// What the status means, in words.
    pub title: String,
    /// Status of HTTP.
    pub status: u16,
    /// A short code that does not change between versions and languages.
    pub code: String,
    /// What happened.
    pub detail: String,
    /// What to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remedy: Option<String>,
    /// The faults in what was sent.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub faults: Vec<FaultAt>,
    /// Number of the request, which also stands in the server's log.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
}

/// A fault at one place of what was sent.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct FaultAt {
    /// Where: a JSON Pointer (RFC 6901) into the body, or `?name` for a parameter of the address. Empty when it is the whole.
    pub pointer: String,
    /// A short code that does not change between versions and languages.
    pub code: String,
    /// What is wrong.
    pub detail: String,
    /// What to do.
    pub remedy: String,
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut answer = (status, axum::Json(self)).into_response();
        let media_type = HeaderValue::from_static("application/problem+json");
        answer.headers_mut().insert(header::CONTENT_TYPE, media_type);
        answer
    }
}
