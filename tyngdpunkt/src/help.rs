//! `--help` in the user's language: the words of every command and argument come from the locale files, not from the source.
//!
//! A command's text has the id `help-` and its path (`help-model-check`; the program itself is `help`), an argument's that of its
//! command and its own id (`help-load-as-of`; `help-as-of` for one given to the program itself), examples the command's id and
//! `-examples`. A text's first paragraph is what `-h` shows; `--help` shows all. A value's name (`DATE`) is `help-value-date`.

use std::error::Error as _;

use clap::builder::Resettable;
use clap::error::{ContextKind, ErrorKind};
use clap::{Arg, ArgAction, Command};

use crate::language::Language;

/// Dresses a command and all below it in the language: descriptions, headings, value names, usage, examples, and the flags for help
/// and version. `ending` stands last in the help of the program itself (the exit codes).
#[must_use]
pub fn localize(command: Command, ending: &str, language: &Language) -> Command {
    let versioned = command.get_version().is_some();
    let mut command = command
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .arg(Arg::new("help").short('h').long("help").action(ArgAction::Help).global(true));
    if versioned {
        command = command.arg(Arg::new("version").short('V').long("version").action(ArgAction::Version));
    }
    let command = dress(command, "help", ending, language);
    let mut built = command.clone();
    built.build();
    with_usage(command, &mut built, language)
}

/// The ids of the texts a command and all below it must have.
#[cfg(test)]
#[must_use]
pub fn ids(command: &Command) -> Vec<String> {
    let mut ids = vec!["help-help".to_owned(), "help-version".to_owned()];
    collect(command, "help", &mut ids);
    ids
}

/// The ids a command and all below it need that the language does not have, or that two of them would share.
#[cfg(test)]
#[must_use]
pub fn missing(command: &Command, language: &Language) -> Vec<String> {
    let mut ids = ids(command);
    ids.sort();
    let shared: Vec<String> = ids
        .windows(2)
        .filter(|pair| pair[0] == pair[1])
        .map(|pair| pair[0].clone())
        .collect();
    ids.into_iter().filter(|id| !language.has(id)).chain(shared).collect()
}

/// What was wrong with the command line, in the user's language; none when the "error" is that help or the version was asked for,
/// which clap prints itself.
#[must_use]
pub fn usage_error(error: &clap::Error, language: &Language) -> Option<String> {
    let part = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let argument = || part(ContextKind::InvalidArg);
    let value = || part(ContextKind::InvalidValue);
    let what = match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => return None,
        ErrorKind::InvalidValue if value().is_empty() => language.text("usage-no-value", &[("argument", argument().into())]),
        ErrorKind::InvalidValue => language.text(
            "usage-invalid-value",
            &[
                ("argument", argument().into()),
                ("value", value().into()),
                ("valid", part(ContextKind::ValidValue).into()),
            ],
        ),
        ErrorKind::ValueValidation => {
            // What the value should have been shows in its name; the parser's own words are English.
            let takes = |name: &str| argument().contains(&format!("<{}>", language.text(name, &[])));
            let id = if takes("help-value-date") {
                "usage-no-date"
            } else if takes("help-value-number") {
                "usage-no-number"
            } else {
                "usage-unusable-value"
            };
            let reason = error.source().map(ToString::to_string).unwrap_or_default();
            let arguments = [
                ("argument", argument().into()),
                ("value", value().into()),
                ("reason", reason.into()),
            ];
            language.text(id, &arguments)
        }
        ErrorKind::UnknownArgument => language.text("usage-unknown-argument", &[("argument", argument().into())]),
        ErrorKind::InvalidSubcommand => language.text(
            "usage-unknown-command",
            &[("command", part(ContextKind::InvalidSubcommand).into())],
        ),
        ErrorKind::MissingRequiredArgument => language.text("usage-missing-argument", &[("argument", argument().into())]),
        ErrorKind::MissingSubcommand => language.text("usage-missing-command", &[]),
        ErrorKind::ArgumentConflict => language.text(
            "usage-conflict",
            &[("argument", argument().into()), ("other", part(ContextKind::PriorArg).into())],
        ),
        _ => language.text("usage-other", &[("argument", argument().into())]),
    };
    let mut sentences = vec![what];
    let suggestion = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ]
    .into_iter()
    .map(part)
    .find(|suggestion| !suggestion.is_empty());
    if let Some(suggestion) = suggestion {
        sentences.push(language.text("usage-suggestion", &[("suggestion", suggestion.into())]));
    }
    if let Some(usage) = plain_usage(&part(ContextKind::Usage), language) {
        sentences.push(format!("\n{}: {usage}", language.text("help-heading-usage", &[])));
    }
    sentences.push(language.text("usage-see-help", &[]));
    Some(sentences.join("\n"))
}

#[cfg(test)]
fn collect(command: &Command, id: &str, ids: &mut Vec<String>) {
    ids.push(id.to_owned());
    ids.extend(command.get_arguments().map(|argument| below(id, argument.get_id().as_str())));
    for subcommand in command.get_subcommands() {
        collect(subcommand, &below(id, subcommand.get_name()), ids);
    }
}

/// The id of what is named `name` in the command with this id.
fn below(id: &str, name: &str) -> String {
    format!("{id}-{}", name.replace('_', "-").to_ascii_lowercase())
}

fn dress(command: Command, id: &str, ending: &str, language: &Language) -> Command {
    let styles = command.get_styles().clone();
    let usage = styles.get_usage();
    let usage = format!("{usage}{}:{usage:#}", language.text("help-heading-usage", &[]));
    let header = styles.get_header();
    let mut after = Vec::new();
    let examples = below(id, "examples");
    if language.has(&examples) {
        let text = language.text(&examples, &[]);
        let lines: Vec<String> = text.lines().map(|line| format!("  {line}")).collect();
        after.push(format!(
            "{header}{}:{header:#}\n{}",
            language.text("help-heading-examples", &[]),
            lines.join("\n")
        ));
    }
    if !ending.is_empty() {
        after.push(ending.to_owned());
    }
    let (short, long) = paragraphs(&language.text(id, &[]));
    let mut command = command
        .about(short)
        .long_about(long.map_or(Resettable::Reset, |long| Resettable::Value(long.into())))
        .help_template(format!(
            "{{before-help}}{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}"
        ))
        .subcommand_help_heading(language.text("help-heading-commands", &[]))
        .subcommand_value_name(language.text("help-value-command", &[]))
        .mut_args(|argument| dress_argument(argument, id, language))
        .mut_subcommands(|subcommand| {
            let id = below(id, subcommand.get_name());
            dress(subcommand, &id, "", language)
        });
    if !after.is_empty() {
        command = command.after_help(after.join("\n\n"));
    }
    command
}

fn dress_argument(argument: Arg, command: &str, language: &Language) -> Arg {
    let (mut short, long) = paragraphs(&language.text(&below(command, argument.get_id().as_str()), &[]));
    let mut long = long;
    for remark in remarks(&argument, language) {
        short = format!("{short} {remark}");
        long = long.map(|long| format!("{long}\n\n{remark}"));
    }
    let heading = if argument.is_positional() {
        language.text("help-heading-arguments", &[])
    } else if argument.is_global_set() {
        language.text("help-heading-global-options", &[])
    } else {
        language.text("help-heading-options", &[])
    };
    let names: Vec<String> = argument
        .get_value_names()
        .unwrap_or_default()
        .iter()
        .map(|name| {
            let id = below("help-value", name);
            if language.has(&id) {
                language.text(&id, &[])
            } else {
                name.to_string()
            }
        })
        .collect();
    let argument = if names.is_empty() {
        argument
    } else {
        argument.value_names(names)
    };
    let takes_values = argument.get_action().takes_values();
    argument
        .help(short)
        .long_help(long.map_or(Resettable::Reset, |long| Resettable::Value(long.into())))
        .help_heading(heading)
        .hide_default_value(takes_values)
        .hide_possible_values(takes_values)
        .hide_env(takes_values)
}

/// What clap would say about an argument in English: its values, the value it has when it is not given, its environment variable.
fn remarks(argument: &Arg, language: &Language) -> Vec<String> {
    let mut remarks = Vec::new();
    if !argument.get_action().takes_values() {
        return remarks;
    }
    let possible: Vec<String> = argument
        .get_possible_values()
        .iter()
        .filter(|value| !value.is_hide_set())
        .map(|value| value.get_name().to_owned())
        .collect();
    if !possible.is_empty() {
        remarks.push(language.text("help-possible-values", &[("values", possible.join(", ").into())]));
    }
    let default: Vec<String> = argument
        .get_default_values()
        .iter()
        .map(|value| value.to_string_lossy().into_owned())
        .collect();
    if !default.is_empty() {
        remarks.push(language.text("help-default-value", &[("value", default.join(" ").into())]));
    }
    if let Some(name) = argument.get_env() {
        remarks.push(language.text("help-environment", &[("name", name.to_string_lossy().into_owned().into())]));
    }
    remarks
}

/// The first paragraph, and the whole where there are more. Single line breaks are those of the file, not of the text.
fn paragraphs(text: &str) -> (String, Option<String>) {
    let paragraphs: Vec<String> = text.split("\n\n").map(|paragraph| paragraph.replace('\n', " ")).collect();
    let first = paragraphs.first().cloned().unwrap_or_default();
    (first, (paragraphs.len() > 1).then(|| paragraphs.join("\n\n")))
}

/// Gives every command its usage line in the language; `built` is the same tree as clap has completed it.
fn with_usage(command: Command, built: &mut Command, language: &Language) -> Command {
    let usage = plain_usage(&built.render_usage().to_string(), language);
    let command = command.mut_subcommands(|subcommand| {
        let name = subcommand.get_name().to_owned();
        match built.find_subcommand_mut(&name) {
            Some(built) => with_usage(subcommand, built, language),
            None => subcommand,
        }
    });
    match usage {
        Some(usage) => command.override_usage(usage),
        None => command,
    }
}

/// A usage text of clap's without its English words; none when there is no usage in it.
fn plain_usage(usage: &str, language: &Language) -> Option<String> {
    let usage = usage.trim().strip_prefix("Usage:")?.trim_start();
    Some(usage.replace("[OPTIONS]", &format!("[{}]", language.text("help-value-options", &[]))))
}

#[cfg(test)]
#[path = "help_tests.rs"]
mod tests;
