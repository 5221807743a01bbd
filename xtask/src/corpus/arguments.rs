//! What is asked of `cargo xtask corpus`, from the command line.

use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

/// What is asked for.
#[derive(Debug, Default)]
pub(crate) struct Arguments {
    /// The folder with the documents.
    pub(super) folder: PathBuf,
    /// Which of the crates are compiled.
    pub(super) compile: Compile,
    /// Only documents with this in their names.
    pub(super) only: Option<String>,
    /// Whether the diagnostics that are found go on record.
    pub(super) record: bool,
}

/// Which of the crates are compiled.
#[derive(Debug, Default)]
pub(super) enum Compile {
    /// None.
    #[default]
    Nothing,
    /// So many, others every day.
    Rotating(usize),
    /// All.
    Everything,
}

impl Arguments {
    /// `DIR [--compile all|N] [--some N] [--only NAME] [--record]`.
    pub(crate) fn parse(arguments: &[&str]) -> Result<Self, String> {
        let mut parsed = Self::default();
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            let mut value = || rest.next().ok_or(format!("`{argument}` without a value"));
            match *argument {
                "--record" => parsed.record = true,
                "--only" => parsed.only = Some((*value()?).to_owned()),
                "--compile" | "--some" => parsed.compile = Compile::parse(value()?)?,
                folder if parsed.folder.as_os_str().is_empty() => parsed.folder = folder.into(),
                other => return Err(format!("`{other}` where nothing was expected")),
            }
        }
        match parsed.folder.as_os_str().is_empty() {
            true => Err("`corpus` without a folder".to_owned()),
            false => Ok(parsed),
        }
    }
}

impl Compile {
    fn parse(text: &str) -> Result<Self, String> {
        match text.parse() {
            Ok(crates) => Ok(Self::Rotating(crates)),
            Err(_) if text == "all" => Ok(Self::Everything),
            Err(_) => Err(format!(
                "`--compile {text}` where `all` or a number was expected"
            )),
        }
    }

    /// The documents whose crates are compiled.
    pub(super) fn choose(&self, paths: &[PathBuf]) -> Vec<PathBuf> {
        match self {
            Self::Nothing => Vec::new(),
            Self::Everything => paths.to_vec(),
            Self::Rotating(crates) => {
                let start = today().saturating_mul(*crates);
                let places =
                    (start..start.saturating_add(*crates)).map(|place| place % paths.len().max(1));
                places
                    .filter_map(|place| paths.get(place).cloned())
                    .collect()
            }
        }
    }
}

/// Days since 1970.
fn today() -> usize {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    usize::try_from(since.as_secs() / 86_400).unwrap_or_default()
}
