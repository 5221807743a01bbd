//! `clientsmith init`: writes a `clientsmith.toml` for a description, and says what to do next.

use std::fs::OpenOptions;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use clientsmith::api::{Api, StringFormat, TypeKind, TypeName};
use clientsmith::configuration::{FILE_NAME, Starter};
use clientsmith::diagnostics::render::{Color, render_human};
use clientsmith::diagnostics::{Severity, Sink};
use clientsmith::options::Selection;
use clientsmith::plan::plan_package;
use clientsmith::source::{Reach, Source, read_path, read_references};
use clientsmith::{Options, document, lower};

/// The names that descriptions mostly have.
const USUAL: &[&str] = &[
    "openapi.yaml",
    "openapi.yml",
    "openapi.json",
    "swagger.yaml",
    "swagger.yml",
    "swagger.json",
];

#[derive(Debug, Args)]
pub(super) struct Init {
    /// The description; `openapi.yaml`, `openapi.json`, `swagger.json` or the like where there is one, unless told.
    document: Option<PathBuf>,
}

impl Init {
    pub(super) fn run(self) -> ExitCode {
        let usual = || USUAL.iter().map(PathBuf::from).find(|path| path.is_file());
        let Some(path) = self.document.or_else(usual) else {
            eprintln!("error: name the description: `clientsmith init openapi.yaml`");
            return ExitCode::FAILURE;
        };
        let mut sink = Sink::new();
        let mut source = read_path(&path, &mut sink);
        let starter = source
            .as_mut()
            .and_then(|source| starter(&path, source, &mut sink));
        let failed = sink.has_errors();
        let mut said = sink.finish();
        said.retain(|diagnostic| diagnostic.code.severity == Severity::Error); // `generate` says the rest
        eprint!("{}", render_human(&said, source.as_ref(), Color::Plain));
        match starter
            .filter(|_| !failed)
            .map(|starter| (write(&starter), starter))
        {
            Some((Ok(()), starter)) => {
                println!("`{FILE_NAME}` is written: look it over, then");
                println!(
                    "  clientsmith generate   # the crate `{0}`, in the folder `{0}`",
                    starter.package
                );
                return ExitCode::SUCCESS;
            }
            Some((Err(error), _)) if error.kind() == io::ErrorKind::AlreadyExists => {
                eprintln!("error: there is a `{FILE_NAME}` already, which is left as it is");
            }
            Some((Err(error), _)) => eprintln!("error: `{FILE_NAME}`: {error}"),
            None => eprintln!("nothing was written"),
        }
        ExitCode::FAILURE
    }
}

/// Writes the file where there is none.
fn write(starter: &Starter) -> io::Result<()> {
    let mut options = OpenOptions::new();
    let mut file = options.write(true).create_new(true).open(FILE_NAME)?;
    file.write_all(starter.text().as_bytes())
}

/// What the description suggests.
fn starter(path: &Path, source: &mut Source, sink: &mut Sink) -> Option<Starter> {
    read_references(source, Reach::Files(path), sink);
    let document = document::parse_chosen(source, &Selection::default(), sink)?;
    let api = lower::lower_api(&document, sink);
    let package = plan_package(&api, source.file_name(), &Options::default(), sink);
    let mut starter = Starter::default();
    starter.document = path.to_string_lossy().replace('\\', "/");
    starter.package = package.name;
    starter.tags = tags(&api);
    starter.operation = api.operations.first().map(|operation| operation.id.clone());
    find_types(&api, &mut starter);
    Some(starter)
}

/// How many operations have each tag first.
fn tags(api: &Api) -> Vec<(Option<String>, usize)> {
    let names = api.tags.iter().map(|tag| Some(tag.name.clone()));
    let counted = names.chain([None]).map(|name| {
        let operations = api.operations.iter();
        let of_tag = operations.filter(|operation| operation.tags.first() == name.as_ref());
        let count = of_tag.count();
        (name, count)
    });
    counted.filter(|(_, count)| *count > 0).collect()
}

/// The first types that choices can be shown with, and the formats that there are.
fn find_types(api: &Api, starter: &mut Starter) {
    for (_, type_) in api.types.iter() {
        if let TypeKind::String(format) = &type_.kind
            && let Some(name) = format_name(format)
            && !starter.formats.contains(&name.to_owned())
        {
            starter.formats.push(name.to_owned());
        }
        let TypeName::Component(name) = &type_.name else {
            continue; // components are the shortest to name
        };
        match &type_.kind {
            TypeKind::Object(object) if starter.property.is_none() => {
                let property = object.properties.first();
                starter.property = property.map(|property| (name.clone(), property.name.clone()));
            }
            TypeKind::Enumeration(enumeration) if starter.value.is_none() => {
                let value = enumeration.values.first();
                starter.value = value.map(|value| (name.clone(), value.value.clone()));
            }
            _ => {} // no example
        }
    }
    starter.formats.sort();
}

fn format_name(format: &StringFormat) -> Option<&str> {
    match format {
        StringFormat::Plain(format) => format.as_deref(),
        StringFormat::DateTime => Some("date-time"),
        StringFormat::Date => Some("date"),
        StringFormat::Time => Some("time"),
        StringFormat::Duration => Some("duration"),
        StringFormat::Uuid => Some("uuid"),
        StringFormat::Byte
        | StringFormat::ByteUrl
        | StringFormat::Binary
        | StringFormat::Password => {
            None // what they are in Rust says more than a text
        }
    }
}
