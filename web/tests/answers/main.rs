//! What the program answers, asked without a port: headers, languages, refusals, files and the vendored code.

mod headers;
mod languages;
mod limits;
mod monitoring;
mod refusals;
mod support;
mod vendored;
