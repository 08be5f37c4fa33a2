//! The pages of Tyngdpunkt in a browser: routes, what surrounds every request, templates, pictures and the files they need.
//!
//! A page is a row in [`routes::ROUTES`], a file in `src/pages/` with a handler and a page struct, a template in `templates/`, and
//! its sentences in `locales/web.sv.ftl` and `locales/web.en.ftl`.

pub mod assets;
pub mod failure;
pub mod form;
pub mod language;
pub mod layers;
pub mod metrics;
mod monitoring;
pub mod page;
mod pages;
pub mod picture;
pub mod routes;
pub mod server;
pub mod settings;
pub mod site;
pub mod texts;

pub use failure::Failure;
pub use server::{Server, router};
pub use settings::Settings;
pub use site::{Clock, Probe, Site, probe_of};
pub use texts::{Texts, Tr};
