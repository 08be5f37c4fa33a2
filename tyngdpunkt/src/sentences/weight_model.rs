//! Models that cannot be adopted.

use ::store::weight_model::AdoptError;

use super::{plain, store};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::language::Language;

/// Why a model was not adopted.
#[must_use]
pub fn adopt(error: &AdoptError, language: &Language) -> Failure {
    match error {
        AdoptError::SameDay {
            model,
            version,
            valid_from,
        } => {
            let model = vec![
                ("model", plain(model)),
                ("version", plain(version)),
                ("day", plain(valid_from)),
            ];
            Failure {
                exit: Exit::Input,
                sentence: language.text("adopt-same-day", &model),
            }
        }
        AdoptError::NoDraft
        | AdoptError::Past { .. }
        | AdoptError::SameVersion { .. }
        | AdoptError::Reason
        | AdoptError::IdentityNumber => Failure {
            exit: Exit::Input,
            sentence: language.text("adopt-refused", &[("reason", plain(error))]),
        },
        AdoptError::Store(error) => store(error, language),
    }
}
