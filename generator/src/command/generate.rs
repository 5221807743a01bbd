//! `clientsmith generate`: makes a client, checks one, and says what there is to say.

use std::io::IsTerminal as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use clientsmith::diagnostics::render::{Color, render_human, render_json};
use clientsmith::options::{Form, ManifestOptions, Options, Overlay, Runtime};
use clientsmith::write::plan_changes;
use clientsmith::{Input, Outcome, generate};

#[derive(Debug, Args)]
pub(super) struct Generate {
    /// The description, in JSON or YAML: OpenAPI 3.0, 3.1 or 3.2; `-` reads it from standard input.
    spec: PathBuf,
    /// The folder to write.
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
    /// A document of overlays that changes the description; may be given several times, applied in order.
    #[arg(long, value_name = "FILE")]
    overlay: Vec<PathBuf>,
    /// The package's name; made from the description's title unless told.
    #[arg(long)]
    name: Option<String>,
    /// Makes one module tree instead of a crate; PATH is where it stands in its crate (`crate::api`).
    #[arg(long, value_name = "PATH", num_args = 0..=1, require_equals = true)]
    module: Option<Option<String>>,
    /// Writes nothing; shows what would change, and fails where anything would.
    #[arg(long)]
    check: bool,
    /// Fails on warnings, and then writes nothing.
    #[arg(long)]
    strict: bool,
    /// Depends on the package `clientsmith-runtime` instead of copying its sources.
    #[arg(long, value_name = "PATH", num_args = 0..=1, require_equals = true)]
    runtime_dependency: Option<Option<String>>,
    /// `package.version`; kept as it stands in the folder unless told.
    #[arg(long, value_name = "VERSION")]
    package_version: Option<String>,
    /// `package.authors`; may be given several times.
    #[arg(long, value_name = "AUTHOR")]
    author: Vec<String>,
    /// `package.license`.
    #[arg(long)]
    license: Option<String>,
    /// A further dependency, as in `[dependencies]`; may be given several times.
    #[arg(long, value_name = "NAME=TOML", value_parser = dependency)]
    dependency: Vec<(String, String)>,
    /// The command that stands in the files' headers.
    #[arg(long, value_name = "COMMAND")]
    command: Option<String>,
    /// How diagnostics are written.
    #[arg(long, default_value = "human")]
    diagnostics: Rendering,
    /// Whether diagnostics are in colour.
    #[arg(long, default_value = "auto")]
    color: When,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Rendering {
    Human,
    Json,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum When {
    Auto,
    Always,
    Never,
}

fn dependency(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((name, toml)) if !name.trim().is_empty() => {
            Ok((name.trim().to_owned(), toml.trim().to_owned()))
        }
        _ => Err("a name, `=` and a value of TOML are expected: `serde=\"1\"`".to_owned()),
    }
}

impl Generate {
    pub(super) fn run(self) -> ExitCode {
        let options = self.options();
        let outcome = generate(self.input(), &options);
        self.say(&outcome);
        if outcome.has_errors() || (self.strict && outcome.has_warnings()) {
            eprintln!("nothing was written");
            return ExitCode::FAILURE;
        }
        match plan_changes(&outcome.files, &self.output, &options.manifest) {
            Err(error) => {
                eprintln!("error: {error}");
                ExitCode::FAILURE
            }
            Ok(changes) if self.check => {
                if changes.is_empty() {
                    println!("`{}` is up to date", self.output.display());
                    return ExitCode::SUCCESS;
                }
                print!("{}", changes.diff());
                eprintln!(
                    "`{}` is not what `{}` gives; run the same command without `--check`",
                    self.output.display(),
                    self.spec.display()
                );
                ExitCode::FAILURE
            }
            Ok(changes) => match changes.apply() {
                Ok(report) => {
                    println!("{report} in `{}`", self.output.display());
                    ExitCode::SUCCESS
                }
                Err(error) => {
                    eprintln!("error: {error}");
                    ExitCode::FAILURE
                }
            },
        }
    }

    fn input(&self) -> Input<'_> {
        match self.spec.as_os_str() == "-" {
            true => Input::Stdin,
            false => Input::Path(&self.spec),
        }
    }

    fn options(&self) -> Options {
        let mut manifest = ManifestOptions::default();
        manifest.version.clone_from(&self.package_version);
        manifest.authors.clone_from(&self.author);
        manifest.license.clone_from(&self.license);
        manifest.dependencies.clone_from(&self.dependency);
        let mut options = Options::default();
        options.name.clone_from(&self.name);
        options.command.clone_from(&self.command);
        options.manifest = manifest;
        options.overlays = self.overlay.iter().cloned().map(Overlay::Path).collect();
        if let Some(path) = &self.module {
            options.form = Form::Module;
            options.module_path.clone_from(path);
        }
        if let Some(path) = &self.runtime_dependency {
            options.runtime = Runtime::Dependency { path: path.clone() };
        }
        options
    }

    /// Writes what there is to say about the document to standard error.
    fn say(&self, outcome: &Outcome) {
        let color = match self.color {
            When::Always => Color::Styled,
            When::Auto if std::io::stderr().is_terminal() => Color::Styled,
            When::Auto | When::Never => Color::Plain,
        };
        let source = outcome.source.as_ref();
        match self.diagnostics {
            Rendering::Human => eprint!("{}", render_human(&outcome.diagnostics, source, color)),
            Rendering::Json => eprint!("{}", render_json(&outcome.diagnostics, source)),
        }
    }
}
