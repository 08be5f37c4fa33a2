//! A command that could not be carried out.

use crate::exit::Exit;

/// How the program ends and what the user is told: what happened, where, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// How it ends.
    pub exit: Exit,
    /// What the user is told, in the user's language.
    pub sentence: String,
}
