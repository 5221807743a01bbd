//! What is asked of the benches that run over documents, from the command line.

use std::path::PathBuf;

use super::compile::Profile;
use super::process::Limits;
use super::statistics::Repeat;
use crate::corpus::{documents_in, name};

/// What is asked for.
#[derive(Debug)]
pub(crate) struct Arguments {
    /// The folder with the documents.
    folder: PathBuf,
    /// Only these documents; those that are always measured where there is none.
    only: Vec<String>,
    /// How often things are run.
    pub(super) runs: usize,
    /// Where the rivals are; where programs are looked for unless told.
    pub(super) rivals: Option<PathBuf>,
    /// Only these generators; all where there is none.
    generators: Vec<String>,
    /// How crates are compiled.
    pub(super) profiles: Vec<Profile>,
    /// What one process may take.
    pub(super) limits: Limits,
    /// Whether what is found goes on record.
    pub(super) record: bool,
}

/// The documents that are measured unless told otherwise.
const DOCUMENTS: &[&str] = &[
    "asana",
    "digitalocean",
    "discord",
    "github",
    "microsoft-graph",
    "openai",
    "stripe",
    "twilio",
];

/// Runs, unless told otherwise.
const RUNS: usize = 5;

const PROFILES: &[Profile] = &[Profile::Check, Profile::Debug, Profile::Release];

impl Arguments {
    /// `DIR [--only NAME]... [--runs N] [--profile check|debug|release|none]... [--generator NAME]... [--rivals DIR]
    /// [--cpu SECONDS] [--memory MB] [--quick] [--record]`.
    pub(crate) fn parse(arguments: &[&str]) -> Result<Self, String> {
        let mut parsed = Self {
            folder: PathBuf::new(),
            only: Vec::new(),
            runs: RUNS,
            rivals: None,
            generators: Vec::new(),
            profiles: PROFILES.to_vec(),
            limits: Limits {
                cpu_seconds: 1200,
                megabytes: 20_000,
            },
            record: false,
        };
        let mut profiles = Vec::new();
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            let mut value = || {
                let value = rest.next().copied();
                value.ok_or_else(|| format!("`{argument}` without a value"))
            };
            match *argument {
                "--only" => parsed.only.push(value()?.to_owned()),
                "--runs" => parsed.runs = number(argument, value()?)?,
                "--profile" => profiles.push(value()?),
                "--generator" => parsed.generators.push(value()?.to_owned()),
                "--rivals" => parsed.rivals = Some(value()?.into()),
                "--cpu" => parsed.limits.cpu_seconds = number(argument, value()?)?,
                "--memory" => parsed.limits.megabytes = number(argument, value()?)?,
                "--quick" => parsed.quicken(),
                "--record" => parsed.record = true,
                folder if parsed.folder.as_os_str().is_empty() && !folder.starts_with('-') => {
                    parsed.folder = folder.into();
                }
                other => return Err(format!("bench: `{other}` where nothing was expected")),
            }
        }
        if parsed.folder.as_os_str().is_empty() {
            return Err("bench: no folder with documents".to_owned());
        }
        if !profiles.is_empty() {
            parsed.profiles = PROFILES.to_vec();
            parsed
                .profiles
                .retain(|profile| profiles.contains(&profile.name()));
        }
        Ok(parsed)
    }

    /// For every day: ours alone, once, and no builds.
    fn quicken(&mut self) {
        self.runs = 1;
        self.profiles = vec![Profile::Check];
        self.generators = vec!["clientsmith".to_owned()];
    }

    /// Whether a generator is asked for.
    pub(super) fn asks_for(&self, generator: &str) -> bool {
        self.generators.is_empty() || self.generators.iter().any(|name| name == generator)
    }

    /// Whether a document is asked for.
    pub(super) fn includes(&self, document: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|name| name == document)
    }

    /// How often ours are run.
    pub(super) fn ours(&self) -> Repeat {
        Repeat::Times(self.runs)
    }

    /// How often rivals are run.
    pub(super) fn theirs(&self) -> Repeat {
        Repeat::ShortTimes(self.runs)
    }

    /// The documents, sorted.
    pub(super) fn documents(&self) -> Result<Vec<PathBuf>, String> {
        let mut paths = documents_in(&self.folder)?;
        paths.retain(|path| {
            let name = name(path);
            match self.only.is_empty() {
                true => DOCUMENTS.contains(&name.as_str()),
                false => self.only.contains(&name),
            }
        });
        paths.sort();
        match paths.is_empty() {
            true => Err(format!("{}: no such documents", self.folder.display())),
            false => Ok(paths),
        }
    }

    /// The document of a name.
    pub(super) fn document(&self, wanted: &str) -> Result<PathBuf, String> {
        let mut paths = documents_in(&self.folder)?.into_iter();
        paths
            .find(|path| name(path) == wanted)
            .ok_or_else(|| format!("{}: no document `{wanted}`", self.folder.display()))
    }
}

fn number<T: std::str::FromStr>(argument: &str, text: &str) -> Result<T, String> {
    let number = text.parse();
    number.map_err(|_| format!("bench: `{argument} {text}` where a number was expected"))
}
