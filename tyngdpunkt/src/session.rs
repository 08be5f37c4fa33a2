//! What every command needs to know: who asks, when, in which language, about which database, and where the answer goes.

use std::cell::RefCell;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::Date;
use rules::weight_model::{self, Series, WeightModel};
use store::{Reading, Store, Viewer};

use crate::cli::Cli;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::language::Language;
use crate::output::{Format, Report, deliver};
use crate::sentences;

/// The database of a municipality that says no other.
const DATABASE: &str = "tyngdpunkt.db";

/// The database of the demonstration.
const DEMONSTRATION: &str = "tyngdpunkt-demo.db";

/// The model that applies until the municipality has adopted one.
pub const EXAMPLE_MODEL: &str = "exempel-barn-unga";

/// The present moment, where this computer is: the one place where the clock is read.
#[expect(clippy::disallowed_methods, reason = "the composition root is where the clock is read")]
pub fn clock() -> jiff::Zoned {
    jiff::Zoned::now()
}

/// One run of the program.
#[derive(Debug)]
pub struct Session {
    /// Language of the answers.
    pub language: Language,
    /// Today.
    pub today: Date,
    /// Now, for the log.
    pub now: Timestamp,
    /// Who runs it, for the log.
    pub actor: String,
    database: Option<String>,
    format: Option<Format>,
    output: Option<PathBuf>,
    opened: RefCell<Vec<Store>>,
}

impl Session {
    /// A run with these settings.
    pub fn new(cli: &Cli, language: Language) -> Self {
        let now = clock();
        let user = ["USER", "LOGNAME", "USERNAME"]
            .into_iter()
            .find_map(|name| std::env::var(name).ok());
        Self {
            language,
            today: now.date(),
            now: now.timestamp(),
            actor: user
                .filter(|user| !user.is_empty())
                .unwrap_or_else(|| "command line".to_owned()),
            database: cli.database.clone().filter(|address| !address.is_empty()),
            format: cli.format,
            output: cli.output.clone(),
            opened: RefCell::default(),
        }
    }

    /// Who asks.
    pub fn viewer(&self) -> Viewer {
        Viewer::operator(&self.actor, self.now)
    }

    /// Random bytes for a password.
    pub fn salt(&self) -> Result<[u8; 16], Failure> {
        self.random()
    }

    /// Random bytes of the system.
    pub fn random<const N: usize>(&self) -> Result<[u8; N], Failure> {
        let mut random = [0; N];
        getrandom::fill(&mut random).map_err(|error| Failure {
            exit: Exit::Resource,
            sentence: self.language.text("no-randomness", &[("reason", error.to_string().into())]),
        })?;
        Ok(random)
    }

    /// Ends a reading and has it stand in the log whose loads were looked at; before the answer is given.
    pub async fn end(&self, reading: Reading) -> Result<(), Failure> {
        reading
            .close()
            .await
            .map_err(|error| sentences::store(&error, &self.language))
    }

    /// Address of the database.
    pub fn database(&self) -> &str {
        self.database.as_deref().unwrap_or(DATABASE)
    }

    /// Address of the database of the demonstration.
    pub fn demonstration(&self) -> &str {
        self.database.as_deref().unwrap_or(DEMONSTRATION)
    }

    /// Opens the database to write; it is made where there is none.
    pub async fn open(&self) -> Result<Store, Failure> {
        self.open_at(self.database()).await
    }

    /// Opens the database at this address to write; it is made where there is none.
    pub async fn open_at(&self, address: &str) -> Result<Store, Failure> {
        let store = Store::open(address)
            .await
            .map_err(|error| sentences::store(&error, &self.language))?;
        self.opened.borrow_mut().push(store.clone());
        Ok(store)
    }

    /// Closes what was opened, so that an SQLite database is whole in its one file and can be copied.
    pub async fn close(&self) {
        let opened = self.opened.take();
        for store in opened {
            store.close().await;
        }
    }

    /// Whether there is a database: a file at the address, or a server, which only answers for itself when it is opened.
    pub fn has_database(&self) -> bool {
        let address = self.database();
        let file = address.strip_prefix("sqlite:").unwrap_or(address);
        let file = file.strip_prefix("//").unwrap_or(file);
        address.starts_with("postgres:") || address.starts_with("postgresql:") || file == ":memory:" || Path::new(file).exists()
    }

    /// Opens the database to read; there must be one.
    pub async fn open_existing(&self) -> Result<Store, Failure> {
        if !self.has_database() {
            let sentence = self.language.text("no-database", &[("address", self.database().into())]);
            return Err(Failure {
                exit: Exit::Database,
                sentence,
            });
        }
        self.open().await
    }

    /// One consistent picture of the database.
    pub async fn read(&self, store: &Store) -> Result<Reading, Failure> {
        store
            .read(&self.viewer())
            .await
            .map_err(|error| sentences::store(&error, &self.language))
    }

    /// The adopted models, or the example with a note that says so.
    pub async fn models(&self, reading: &mut Reading, notes: &mut Vec<String>) -> Result<Series, Failure> {
        let models = reading
            .weight_models()
            .await
            .map_err(|error| sentences::store(&error, &self.language))?;
        if !models.models().is_empty() {
            return Ok(models);
        }
        notes.push(self.language.text("note-example-model", &[("model", EXAMPLE_MODEL.into())]));
        Ok(weight_model::shipped(EXAMPLE_MODEL)
            .map(|example| Series::new(vec![example]).unwrap_or_default())
            .unwrap_or_default())
    }

    /// The model of the series that is valid on `day`.
    pub fn model_on<'m>(&self, models: &'m Series, day: Date) -> Result<&'m WeightModel, Failure> {
        models.on(day).ok_or_else(|| {
            let first = models
                .models()
                .first()
                .map(|model| model.valid_from.to_string())
                .unwrap_or_default();
            let arguments = [("day", day.to_string().into()), ("first", first.into())];
            Failure {
                exit: Exit::Input,
                sentence: self.language.text("no-model-on-day", &arguments),
            }
        })
    }

    /// A model named on the command line: a file, the id of one that ships, or `current`.
    pub async fn named_model(&self, name: &str) -> Result<WeightModel, Failure> {
        if name == "current" {
            let store = self.open_existing().await?;
            let models = self.models(&mut self.read(&store).await?, &mut Vec::new()).await?;
            return self.model_on(&models, self.today).cloned();
        }
        if let Some(model) = weight_model::shipped(name) {
            return Ok(model);
        }
        let shipped = weight_model::SHIPPED.iter().map(|(id, _)| *id);
        let text = self.text_of_named(name, "no-such-model", shipped)?;
        WeightModel::parse(&text).map_err(|error| Failure {
            exit: Exit::Input,
            sentence: sentences::model(&error, name, &self.language).join("\n"),
        })
    }

    /// The text of a file.
    pub fn text_of(&self, path: &Path) -> Result<String, Failure> {
        std::fs::read_to_string(path).map_err(|error| self.cannot_read(path, &error))
    }

    /// The text of a file where the id of something that ships could have stood: if there is no such file, both are named.
    pub fn text_of_named(
        &self,
        name: &str,
        neither: &str,
        shipped: impl Iterator<Item = &'static str>,
    ) -> Result<String, Failure> {
        let path = Path::new(name);
        if path.exists() {
            return self.text_of(path);
        }
        let shipped: Vec<&str> = shipped.collect();
        let arguments = [
            ("name", sentences::given(name, &self.language)),
            ("shipped", shipped.join(", ").into()),
        ];
        Err(Failure {
            exit: Exit::Input,
            sentence: self.language.text(neither, &arguments),
        })
    }

    /// That a file cannot be read.
    pub fn cannot_read(&self, path: &Path, error: &std::io::Error) -> Failure {
        Failure {
            exit: Exit::of_io(error),
            sentence: sentences::file(&path.display().to_string(), error, &self.language),
        }
    }

    /// Gives the answer to the user.
    pub fn deliver(&self, report: &Report) -> Result<(), Failure> {
        let format = Format::choose(self.format, self.output.as_deref());
        deliver(report, format, self.output.as_deref(), &self.language).map_err(|error| Failure {
            exit: error.exit(),
            sentence: error.sentence(&self.language),
        })
    }

    /// Whether the answer shall be JSON.
    pub fn wants_json(&self) -> bool {
        Format::choose(self.format, self.output.as_deref()) == Format::Json
    }

    /// Gives an answer with a shape of its own to a program.
    pub fn deliver_json(&self, answer: &impl serde::Serialize) -> Result<(), Failure> {
        crate::output::deliver_json(answer, self.output.as_deref()).map_err(|error| Failure {
            exit: error.exit(),
            sentence: error.sentence(&self.language),
        })
    }
}
