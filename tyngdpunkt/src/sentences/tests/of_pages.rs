//! The faults of the pages' settings and sentences.

use std::path::PathBuf;

use web::settings::SettingsError;
use web::texts::TextsError;

use super::{Sample, sample};
use crate::sentences::{settings, settings_file, texts};

pub fn samples() -> Vec<Sample> {
    let setting = |name, shows, error: SettingsError| sample(name, shows, move |language| settings(&error, language));
    vec![
        setting(
            "settings/public-address",
            &["tyngd.exempel.se/", "public_address", "https://"],
            SettingsError::PublicAddress {
                address: "tyngd.exempel.se/".to_owned(),
            },
        ),
        setting(
            "settings/zero",
            &["longest_stop"],
            SettingsError::Zero { setting: "longest_stop" },
        ),
        setting(
            "settings/short-token",
            &["metrics_token", "16"],
            SettingsError::ShortToken { fewest: 16 },
        ),
        sample("settings/file", &["pages.toml:3", "unknown field", "--help"], |language| {
            settings_file("pages.toml", 3, "unknown field `x`", language)
        }),
        sample("texts/malformed", &["web.sv.ftl:7", "Fluent"], |language| {
            let error = TextsError::Malformed {
                path: PathBuf::from("web.sv.ftl"),
                line: 7,
            };
            texts(&error, language)
        }),
    ]
}
