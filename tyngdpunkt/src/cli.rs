//! The commands and what can be given to them. Their texts are in the locale files (see `help.rs`).

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::language::Locale;
use crate::output::Format;

/// Where the pages are when nothing else is said: reached from this computer only.
pub const LISTEN: &str = "127.0.0.1:8080";

/// The whole command line.
#[derive(Debug, Parser)]
#[command(name = "tyngdpunkt", version)]
pub struct Cli {
    /// Address of the database.
    #[arg(long, global = true, env = "TYNGDPUNKT_DATABASE", value_name = "ADDRESS")]
    pub database: Option<String>,
    /// Language of the answers.
    #[arg(long, global = true, env = "TYNGDPUNKT_LANGUAGE", value_name = "LANGUAGE")]
    pub language: Option<Locale>,
    /// Form of the answer.
    #[arg(long, global = true, value_name = "FORMAT")]
    pub format: Option<Format>,
    /// File for the answer.
    #[arg(long, short, global = true, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Makes and opens the demonstration municipality.
    Demo(Demo),
    /// Takes in lists from case and HR systems.
    Import(Import),
    /// Everybody's load on a day.
    Load(Load),
    /// How a number was counted.
    Explain(Explain),
    /// Who has carried too much, and for how long.
    Overloaded(Overloaded),
    /// Who could take a case.
    NextCase(NextCase),
    /// Who is not qualified, and what they hold all the same.
    Qualification(Qualification),
    /// One person's load over time.
    History(History),
    /// Weight models.
    #[command(subcommand)]
    Model(Model),
    /// Weighs a caseload without a database.
    Weigh(Weigh),
    /// Fewest handovers that bring everybody within a limit.
    Rebalance(Rebalance),
    /// Copies the database to a file.
    Backup(BackupFile),
    /// Fills an empty database from such a file.
    Restore(BackupFile),
    /// The event log.
    #[command(subcommand)]
    Log(Log),
    /// The pages in a browser.
    Serve(Serve),
    /// Who can sign in.
    #[command(subcommand)]
    Account(Account),
    /// What programs ask with.
    #[command(subcommand)]
    Token(Token),
}

/// `account`
#[derive(Debug, Subcommand)]
pub enum Account {
    /// Adds an account.
    Add {
        /// Its name.
        #[arg(value_name = "ACCOUNT")]
        account: String,
        /// The name shown.
        #[arg(long, value_name = "NAME")]
        display: Option<String>,
        /// Whose account it is.
        #[arg(long, value_name = "PERSON")]
        person: Option<String>,
    },
    /// Lists the accounts.
    List,
    /// Takes an account out of use.
    Disable {
        /// Its name.
        #[arg(value_name = "ACCOUNT")]
        account: String,
    },
    /// Takes an account into use again.
    Enable {
        /// Its name.
        #[arg(value_name = "ACCOUNT")]
        account: String,
    },
    /// Has no subject of a provider mean an account any longer.
    Unlink {
        /// Its name.
        #[arg(value_name = "ACCOUNT")]
        account: String,
    },
    /// Gives an account a password.
    Password {
        /// Its name.
        #[arg(value_name = "ACCOUNT")]
        account: String,
    },
    /// Roles.
    #[command(subcommand)]
    Role(Role),
}

/// `token`
#[derive(Debug, Subcommand)]
pub enum Token {
    /// Issues a token.
    Add {
        /// Its name.
        #[arg(value_name = "NAME")]
        name: String,
        /// What it may do.
        #[arg(long, value_name = "ROLE", required = true)]
        role: Vec<String>,
        /// Whose own load it may read.
        #[arg(long, value_name = "PERSON")]
        person: Option<String>,
        /// It may only read.
        #[arg(long)]
        read_only: bool,
        /// The first day on which it no longer counts.
        #[arg(long, value_name = "DATE")]
        until: Option<Date>,
    },
    /// Lists the tokens.
    List,
    /// Takes a token out of use.
    Revoke {
        /// Its name.
        #[arg(value_name = "NAME")]
        name: String,
    },
}

/// `account role`
#[derive(Debug, Subcommand)]
pub enum Role {
    /// Gives a role.
    Give(GivenRole),
    /// Takes a role back.
    Take(GivenRole),
}

/// A role of an account.
#[derive(Debug, Args)]
pub struct GivenRole {
    /// Name of the account.
    #[arg(value_name = "ACCOUNT")]
    pub account: String,
    /// The role.
    #[arg(value_name = "ROLE")]
    pub role: String,
    /// The unit.
    #[arg(long, value_name = "UNIT")]
    pub unit: Option<String>,
    /// The day.
    #[arg(long, value_name = "DATE")]
    pub from: Option<Date>,
}

/// `demo`
#[derive(Debug, Args)]
pub struct Demo {
    /// Where the draws begin.
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    pub seed: u64,
    /// The day it is made for.
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<Date>,
    /// Caseworkers in service.
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..=20_000))]
    pub caseworkers: Option<u32>,
    /// Open phases for each caseworker, about.
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..=100))]
    pub open_phases: Option<u32>,
    /// Years of cases.
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u8).range(0..=10))]
    pub years: Option<u8>,
    /// Serves the pages.
    #[arg(long)]
    pub serve: bool,
    /// Address and port to listen on.
    #[arg(long, value_name = "LISTEN", requires = "serve")]
    pub listen: Option<String>,
}

/// `import`
#[derive(Debug, Args)]
pub struct Import {
    /// Mapping file, or the id of one that ships.
    #[arg(long, short, value_name = "MAPPING")]
    pub mapping: String,
    /// The day the files were exported.
    #[arg(long, value_name = "DATE")]
    pub exported: Option<Date>,
    /// Store nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Files, or folders with files.
    #[arg(required = true, value_name = "FILE")]
    pub paths: Vec<PathBuf>,
}

/// `load`
#[derive(Debug, Args)]
pub struct Load {
    /// The day.
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<Date>,
    /// A unit and all under it.
    #[arg(long, value_name = "UNIT")]
    pub unit: Option<String>,
    /// One person.
    #[arg(long, value_name = "PERSON")]
    pub person: Option<String>,
    /// A case that each of them might be given.
    #[arg(long, value_name = "CASE")]
    pub one_more: Option<String>,
    /// Another model than the adopted one.
    #[arg(long, value_name = "MODEL")]
    pub model: Option<String>,
}

/// `explain`
#[derive(Debug, Args)]
pub struct Explain {
    /// A person or a case.
    #[arg(value_name = "PERSON_OR_CASE")]
    pub what: String,
    /// The day.
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<Date>,
}

/// `overloaded`
#[derive(Debug, Args)]
pub struct Overloaded {
    /// The day.
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<Date>,
    /// A unit and all under it.
    #[arg(long, value_name = "UNIT")]
    pub unit: Option<String>,
}

/// `next-case`
#[derive(Debug, Args)]
pub struct NextCase {
    /// The case.
    #[arg(long, value_name = "CASE")]
    pub case: String,
    /// The day.
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<Date>,
}

/// `qualification`
#[derive(Debug, Args)]
pub struct Qualification {
    /// The day.
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<Date>,
}

/// `history`
#[derive(Debug, Args)]
pub struct History {
    /// The person.
    #[arg(value_name = "PERSON")]
    pub person: String,
    /// First day.
    #[arg(long, value_name = "DATE")]
    pub from: Option<Date>,
    /// Last day.
    #[arg(long, value_name = "DATE")]
    pub to: Option<Date>,
}

/// `model`
#[derive(Debug, Subcommand)]
pub enum Model {
    /// Checks model files.
    Check {
        /// Model files.
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// Lists adopted and shipped models.
    List,
    /// Shows a model.
    Show {
        /// A model.
        #[arg(value_name = "MODEL")]
        model: String,
    },
    /// What another model would do to everyone.
    Compare {
        /// A model.
        #[arg(value_name = "MODEL")]
        a: String,
        /// Another model.
        #[arg(value_name = "MODEL")]
        b: String,
        /// The day.
        #[arg(long, value_name = "DATE")]
        as_of: Option<Date>,
    },
    /// Adopts a model from a day.
    Adopt {
        /// A model.
        #[arg(value_name = "MODEL")]
        model: String,
        /// First day, instead of the model's own.
        #[arg(long, value_name = "DATE")]
        from: Option<Date>,
    },
}

/// `weigh`
#[derive(Debug, Args)]
pub struct Weigh {
    /// A model.
    #[arg(long, short, value_name = "MODEL")]
    pub model: String,
    /// The day, instead of the caseload's own.
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<Date>,
    /// The caseload; `-` or nothing for standard input.
    #[arg(value_name = "CASELOAD")]
    pub caseload: Option<PathBuf>,
}

/// `rebalance`
#[derive(Debug, Args)]
pub struct Rebalance {
    /// The file with workers and groups of cases.
    #[arg(long, value_name = "FILE")]
    pub instance: PathBuf,
    /// The longest time to look.
    #[arg(long, value_name = "NUMBER", default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..=86_400))]
    pub seconds: u32,
    /// Where the draws begin.
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    pub seed: u64,
    /// How much of the capacity may be used.
    #[arg(long, value_name = "SHARE", default_value = "1")]
    pub limit: String,
}

/// `backup` and `restore`
#[derive(Debug, Args)]
pub struct BackupFile {
    /// The file.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

/// `log`
#[derive(Debug, Subcommand)]
pub enum Log {
    /// Checks that the log is as it was written.
    Verify,
    /// Shows entries of the log.
    Show {
        /// Number of the first entry.
        #[arg(long, value_name = "NUMBER", default_value_t = 1)]
        from: i64,
        /// How many entries.
        #[arg(long, value_name = "NUMBER", default_value_t = 50)]
        limit: u32,
    },
}

/// `serve`
#[derive(Debug, Args)]
pub struct Serve {
    /// Address and port to listen on.
    #[arg(long, env = "TYNGDPUNKT_LISTEN", value_name = "LISTEN", default_value = LISTEN)]
    pub listen: String,
    /// File with settings.
    #[arg(long, env = "TYNGDPUNKT_SETTINGS", value_name = "FILE")]
    pub settings: Option<PathBuf>,
    /// The address that browsers use.
    #[arg(long, env = "TYNGDPUNKT_PUBLIC_ADDRESS", value_name = "URL")]
    pub public_address: Option<String>,
    /// The password for the metrics.
    #[arg(long, env = "TYNGDPUNKT_METRICS_TOKEN", value_name = "TOKEN", hide_env_values = true)]
    pub metrics_token: Option<String>,
    /// The provider of the sign-in.
    #[arg(long, env = "TYNGDPUNKT_OPENID_ISSUER", value_name = "URL")]
    pub openid_issuer: Option<String>,
    /// What the provider calls this program.
    #[arg(long, env = "TYNGDPUNKT_OPENID_CLIENT_ID", value_name = "ID")]
    pub openid_client_id: Option<String>,
    /// The secret that the provider has given this program.
    #[arg(long, env = "TYNGDPUNKT_OPENID_CLIENT_SECRET", value_name = "TOKEN", hide_env_values = true)]
    pub openid_client_secret: Option<String>,
    /// Form of the log.
    #[arg(long, env = "TYNGDPUNKT_LOG", value_name = "LOG", default_value = "json")]
    pub log: LogForm,
}

/// Form of the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LogForm {
    /// A JSON object a line, for programs.
    Json,
    /// A line of text, for people.
    Text,
}
