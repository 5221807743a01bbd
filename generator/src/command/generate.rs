//! `clientsmith generate`: makes a client, checks one, and says what there is to say.

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::thread;

use clap::{Args, ValueEnum};
use clientsmith::configuration::{Configuration, FILE_NAME, read_configuration};
use clientsmith::diagnostics::render::{Color, render_human, render_json};
use clientsmith::diagnostics::{Diagnostic, Sink};
use clientsmith::options::{
    Form, ManifestOptions, Options, Overlay, Pattern, Runtime, is_module_path,
};
use clientsmith::source::Source;
use clientsmith::write::{Report, WriteError, plan_changes};
use clientsmith::{File, Input, generate};

use super::fold::fold_notes;

/// The exit code of a command line that is not one, as the parser of arguments has it.
const WRONG_COMMAND_LINE: u8 = 2;

#[derive(Debug, Args)]
pub(super) struct Generate {
    /// The description, in JSON or YAML: OpenAPI 3.0, 3.1 or 3.2, or Swagger 2.0; `-` reads standard input; `document` of the configuration unless told.
    spec: Option<PathBuf>,
    /// The folder to write; `output` of the configuration unless told.
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
    /// The configuration; `clientsmith.toml` where there is one, unless told. The command line wins over it.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// A document of overlays that changes the description; may be given several times, applied in order.
    #[arg(long, value_name = "FILE")]
    overlay: Vec<PathBuf>,
    /// Operations to generate: `tag:pets`, `GET /pets/**` or an id (`list*`); may be given several times.
    #[arg(long, value_name = "PATTERN")]
    include: Vec<Pattern>,
    /// Operations to leave out, of those that are included; likewise.
    #[arg(long, value_name = "PATTERN")]
    exclude: Vec<Pattern>,
    /// The package's name; made from the description's title unless told.
    #[arg(long)]
    name: Option<String>,
    /// Makes one module tree instead of a crate; PATH is where it stands in its crate (`crate::api`).
    #[arg(long, value_name = "PATH", num_args = 0..=1, require_equals = true, value_parser = module_path)]
    module: Option<Option<String>>,
    /// Writes nothing; shows what would change, and fails where anything would.
    #[arg(long)]
    check: bool,
    /// Fails on warnings, and then writes nothing.
    #[arg(long)]
    strict: bool,
    /// Depends on the package `clientsmith-runtime` instead of copying its sources; PATH leads to it from the crate.
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
    /// Prints every note; otherwise, of those of one code, the first five and how many more there are.
    #[arg(long)]
    every_note: bool,
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

fn module_path(text: &str) -> Result<String, String> {
    match is_module_path(text) {
        true => Ok(text.to_owned()),
        false => Err("a path that begins with `crate` is expected: `crate::api`".to_owned()),
    }
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
        let mut sink = Sink::new();
        let configuration = self.configuration(&mut sink);
        eprint!("{}", self.render(&sink.finish(), None));
        let Some(configuration) = configuration else {
            eprintln!("nothing was written");
            return ExitCode::FAILURE;
        };
        let Configuration {
            document: Some(document),
            output: Some(output),
            strict,
            options,
            ..
        } = configuration
        else {
            eprintln!(
                "error: name the description and the folder: `clientsmith generate openapi.yaml -o client`, or \
                 `document` and `output` in `{FILE_NAME}`"
            );
            return ExitCode::from(WRONG_COMMAND_LINE);
        };
        let input = match document.as_os_str() == "-" {
            true => Input::Stdin,
            false => Input::Path(&document),
        };
        let outcome = generate(input, &options);
        let render = || self.render(&outcome.diagnostics, outcome.source.as_ref());
        if outcome.has_errors() || (strict && outcome.has_warnings()) {
            eprint!("{}", render());
            eprintln!("nothing was written");
            return ExitCode::FAILURE;
        }
        // what is said has its lines looked up in the text while the files are written
        let (settled, said) = thread::scope(|scope| {
            let said = scope.spawn(render);
            let settled = self.settle(&outcome.files, &output, &options.manifest);
            (settled, said.join())
        });
        // a thread that panicked has said nothing: it is tried again, and panics here
        eprint!("{}", said.unwrap_or_else(|_| render()));
        report(settled, &output, &document)
    }

    /// Has the folder hold the files, or finds out what that would change.
    fn settle(
        &self,
        files: &[File],
        folder: &Path,
        manifest: &ManifestOptions,
    ) -> Result<Settled, WriteError> {
        let changes = plan_changes(files, folder, manifest)?;
        match self.check {
            true if changes.is_empty() => Ok(Settled::UpToDate),
            true => Ok(Settled::Differs(changes.diff())),
            false => changes.apply().map(Settled::Written),
        }
    }

    /// What the configuration says, and over it what the command line says.
    fn configuration(&self, sink: &mut Sink) -> Option<Configuration> {
        let default = Path::new(FILE_NAME);
        let path = match &self.config {
            Some(path) => Some(path.as_path()),
            None => default.is_file().then_some(default),
        };
        let mut configuration = match path {
            Some(path) => read_configuration(path, sink)?,
            None => Configuration::default(),
        };
        replace(&mut configuration.document, &self.spec);
        replace(&mut configuration.output, &self.output);
        configuration.strict |= self.strict;
        self.override_options(&mut configuration.options);
        Some(configuration)
    }

    fn override_options(&self, options: &mut Options) {
        replace(&mut options.name, &self.name);
        replace(&mut options.command, &self.command);
        replace(&mut options.manifest.version, &self.package_version);
        replace(&mut options.manifest.license, &self.license);
        replace_list(&mut options.manifest.authors, &self.author);
        replace_list(&mut options.manifest.dependencies, &self.dependency);
        replace_list(&mut options.selection.include, &self.include);
        replace_list(&mut options.selection.exclude, &self.exclude);
        let overlays = self.overlay.iter().cloned().map(Overlay::Path);
        replace_list(&mut options.overlays, &overlays.collect::<Vec<_>>());
        if let Some(path) = &self.module {
            options.form = Form::Module;
            options.module_path.clone_from(path);
        }
        if let Some(path) = &self.runtime_dependency {
            options.runtime = Runtime::Dependency { path: path.clone() };
        }
    }

    /// What there is to say about the document.
    fn render(&self, diagnostics: &[Diagnostic], source: Option<&Source>) -> String {
        let color = match self.color {
            When::Always => Color::Styled,
            When::Auto if std::io::stderr().is_terminal() => Color::Styled,
            When::Auto | When::Never => Color::Plain,
        };
        match self.diagnostics {
            Rendering::Human if self.every_note => render_human(diagnostics, source, color),
            Rendering::Human => {
                let (printed, rest) = fold_notes(diagnostics);
                render_human(&printed, source, color) + &rest
            }
            Rendering::Json => render_json(diagnostics, source),
        }
    }
}

/// What became of a folder.
enum Settled {
    /// It was to be checked, and holds the files.
    UpToDate,
    /// It was to be checked, and differs: how.
    Differs(String),
    Written(Report),
}

/// Says what became of the folder.
fn report(settled: Result<Settled, WriteError>, folder: &Path, document: &Path) -> ExitCode {
    let folder = folder.display();
    match settled {
        Ok(Settled::UpToDate) => println!("`{folder}` is up to date"),
        Ok(Settled::Written(report)) => println!("{report} in `{folder}`"),
        Ok(Settled::Differs(difference)) => {
            print!("{difference}");
            eprintln!(
                "`{folder}` is not what `{}` gives; run the same command without `--check`",
                document.display()
            );
            return ExitCode::FAILURE;
        }
        Err(error) => {
            eprintln!("error: {error}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn replace<T: Clone>(choice: &mut Option<T>, typed: &Option<T>) {
    if typed.is_some() {
        choice.clone_from(typed);
    }
}

fn replace_list<T: Clone>(choice: &mut Vec<T>, typed: &[T]) {
    if !typed.is_empty() {
        *choice = typed.to_vec();
    }
}
