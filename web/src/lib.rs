//! The pages of Tyngdpunkt in a browser: routes, what surrounds every request, templates, pictures and the files they need.
//!
//! To add a page:
//! 1. a row in [`routes::ROUTES`]: how it is asked for, its path, who may, and the handler;
//! 2. a file in `src/pages/`: the handler takes a [`page::Visit`] (and `State<Site>` for the database and the day), decides what the
//!    page says, and answers with [`page::Shown`] of a struct that has `page: Page`; what cannot be answered is a [`Failure`];
//! 3. a template in `templates/` that extends `base.html`, has one `<h1>` with `page.title`, and no style or script in its markup;
//! 4. its sentences, in both of `locales/web.sv.ftl` and `locales/web.en.ftl`;
//! 5. tests: what it answers in `tests/answers`, how it holds in a browser (`Page::holds`) in `tests/browser`.

mod allocation;
pub mod api;
pub mod assets;
mod counted;
mod download;
pub mod failure;
pub mod form;
pub mod imports;
pub mod language;
pub mod layers;
pub mod metrics;
mod monitoring;
pub mod openid;
pub mod page;
mod pages;
pub mod picture;
mod rebalance;
pub mod routes;
pub mod sentences;
pub mod server;
mod session;
pub mod settings;
pub mod site;
pub mod texts;
pub mod watch;

pub use failure::Failure;
pub use server::{Server, router};
pub use settings::Settings;
pub use site::{Clock, DemonstrationSignIn, Probe, Site, probe_of};
pub use texts::{Texts, Tr};
