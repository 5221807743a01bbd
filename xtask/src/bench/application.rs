//! `cargo xtask bench application DIR`: an application that calls three operations of GitHub, with the features of
//! their tags only, beside the same by hand and with the rivals' clients: its release build together with the
//! client, its size, and the first build, from nothing, with every dependency.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use super::arguments::Arguments;
use super::generator::{self, Generator, Kind, PACKAGE};
use super::process::{self, Run};
use super::program::Program;
use super::record::{self, Figures};
use super::statistics::{Repeat, Series};
use super::table;
use crate::rustc_usage;

/// The document whose operations are called.
const DOCUMENT: &str = "github";

const TOKIO: &str = "tokio = { version = \"1\", features = [\"macros\", \"rt\"] }\n";

/// What an application costs.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Measured {
    /// Crates that the first build compiles.
    crates: usize,
    /// The first build: all of it.
    first_debug: Run,
    first_release: Run,
    /// `cargo build --release` of application and client, everything else being there: their rustc's CPU time together
    /// and the larger one's memory.
    release: Series,
    /// Bytes of the program, stripped.
    stripped: u64,
}

/// An application: a program, and the client that it calls.
struct Application {
    name: &'static str,
    program: Program,
    client: Option<Generator>,
}

/// Runs it all.
///
/// # Errors
///
/// Ours or the one by hand does not build, or is dearer than on record.
pub(crate) fn run(root: &Path, arguments: &Arguments) -> Result<(), String> {
    let document = arguments.document(DOCUMENT)?;
    let mut measured = BTreeMap::new();
    let mut failures = Vec::new();
    for application in applications(root, arguments)? {
        eprintln!("{}", application.name);
        match application.measure(root, &document, arguments) {
            Ok(found) => drop(measured.insert(application.name, found)),
            Err(error) => failures.push((application, error)),
        }
    }
    super::write_json(root, "target/bench/application.json", &measured)?;
    print(&measured);
    let mut wrong = Vec::new();
    for (application, error) in failures {
        let line = format!("{} fails: {error}", application.name);
        match application
            .client
            .is_some_and(|client| client.kind.is_rival())
        {
            true => println!("{line}"),
            false => wrong.push(line),
        }
    }
    wrong.extend(record::compare(root, figures(&measured), arguments.record)?);
    match wrong.is_empty() {
        true => Ok(()),
        false => Err(wrong.join("\n")),
    }
}

fn applications(root: &Path, arguments: &Arguments) -> Result<Vec<Application>, String> {
    let ours = generator::ours(root)?;
    let mut applications = vec![Application {
        name: "by hand",
        program: Program {
            name: "application-by-hand",
            dependencies: format!(
                "reqwest = {{ version = \"0.13\", default-features = false, features = [\"json\", \"query\", \"rustls-no-provider\", \"http2\"] }}\n\
                 rustls = {{ version = \"0.23\", default-features = false, features = [\"ring\", \"std\", \"tls12\"] }}\n\
                 serde = {{ version = \"1\", features = [\"derive\"] }}\n{TOKIO}"
            ),
            text: include_str!("programs/application_by_hand.rs"),
        },
        client: None,
    }];
    let rivals = generator::rivals(arguments.rivals.as_deref());
    for client in ours.into_iter().chain(rivals) {
        if let Some(program) = program(client.kind) {
            applications.push(Application {
                name: client.kind.name(),
                program,
                client: Some(client),
            });
        }
    }
    applications.retain(|application| arguments.asks_for(application.name));
    Ok(applications)
}

/// The program that calls a generator's client; none where its client of the document does not compile anyway.
fn program(kind: Kind) -> Option<Program> {
    match kind {
        Kind::Ours | Kind::OursWithDependency => Some(Program {
            name: match kind {
                Kind::Ours => "application",
                _ => "application-runtime-apart",
            },
            dependencies: format!(
                "{PACKAGE} = {{ path = \"client\", default-features = false, features = [\"reqwest\", \"rustls\", \"http2\", \"issues\", \"repos\", \"users\"] }}\n{TOKIO}"
            ),
            text: include_str!("programs/application.rs"),
        }),
        Kind::OpenapiToRust => Some(Program {
            name: "application-openapi-to-rust",
            dependencies: format!("{PACKAGE} = {{ path = \"client\" }}\n{TOKIO}"),
            text: include_str!("programs/application_openapi_to_rust.rs"),
        }),
        Kind::Ploidy | Kind::Oas3Gen => None,
    }
}

impl Application {
    fn folder(&self, root: &Path) -> PathBuf {
        self.program.folder(root)
    }

    fn measure(
        &self,
        root: &Path,
        document: &Path,
        arguments: &Arguments,
    ) -> Result<Measured, String> {
        let folder = self.folder(root);
        self.program.assemble(root)?;
        if let Some(client) = &self.client {
            let client_folder = folder.join("client");
            super::remove_folder(&client_folder)?;
            let mut command = client.command(root, document, &client_folder, arguments.limits);
            process::run(&mut command, &folder.join("generate.log"))?;
            client.make_crate(&client_folder)?;
        }
        let mut fetch = super::cargo();
        fetch.args(["fetch", "--quiet"]).current_dir(&folder);
        process::run(&mut fetch, &folder.join("fetch.log"))?;
        let (_, first_debug) = self.first_build(&folder, &[], arguments)?;
        let (crates, first_release) = self.first_build(&folder, &["--release"], arguments)?;
        let repeat = match &self.client {
            Some(client) if client.kind.is_rival() => arguments.theirs(),
            _ => arguments.ours(),
        };
        let release = self.release(&folder, repeat, arguments)?;
        Ok(Measured {
            crates,
            first_debug,
            first_release,
            release,
            stripped: self.stripped(&folder)?,
        })
    }

    fn build(&self, folder: &Path, options: &[&str], arguments: &Arguments) -> Command {
        let cargo = super::cargo();
        let mut command = process::limited(cargo.get_program().as_ref(), arguments.limits);
        command
            .arg("build")
            .args(options)
            .current_dir(folder)
            .env("CARGO_TARGET_DIR", folder.join("target"))
            .env("CARGO_INCREMENTAL", "0")
            .env_remove("RUSTFLAGS");
        command
    }

    /// Builds from nothing: how many crates there were, and what it took.
    fn first_build(
        &self,
        folder: &Path,
        options: &[&str],
        arguments: &Arguments,
    ) -> Result<(usize, Run), String> {
        super::remove_folder(&folder.join("target"))?;
        let log = folder.join("build.log");
        let run = process::run(&mut self.build(folder, options, arguments), &log)?;
        let text = fs::read_to_string(&log).map_err(|error| format!("build.log: {error}"))?;
        let compiled = text.lines().filter(|line| line.contains("Compiling "));
        Ok((compiled.count(), run))
    }

    /// Builds application and client again, everything else being there.
    fn release(
        &self,
        folder: &Path,
        repeat: Repeat,
        arguments: &Arguments,
    ) -> Result<Series, String> {
        let usage = folder.join("usage.json");
        let sources = ["src/main.rs", "client/src/lib.rs"];
        Series::take(repeat, || {
            for source in sources.iter().map(|source| folder.join(source)) {
                if source.exists() {
                    File::open(&source)
                        .and_then(|file| file.set_modified(SystemTime::now()))
                        .map_err(|error| format!("{}: {error}", source.display()))?;
                }
            }
            let mut command = self.build(folder, &["--release", "--quiet"], arguments);
            rustc_usage::measure(&mut command, &usage)?;
            let mut run = process::run(&mut command, &folder.join("build.log"))?;
            let all = rustc_usage::read_all(&usage);
            let most = |most: f64, (_, usage): &(String, rustc_usage::Usage)| {
                most.max(usage.peak_megabytes)
            };
            run.usage.cpu_seconds = all.iter().map(|(_, usage)| usage.cpu_seconds).sum();
            run.usage.peak_megabytes = all.iter().fold(0.0, most);
            Ok(run)
        })
    }

    /// The size of the program without its symbols.
    fn stripped(&self, folder: &Path) -> Result<u64, String> {
        let mut command = super::cargo();
        command
            .args(["rustc", "--release", "--quiet", "--", "-C", "strip=symbols"])
            .current_dir(folder)
            .env("CARGO_TARGET_DIR", folder.join("target"))
            .env_remove("RUSTFLAGS");
        process::run(&mut command, &folder.join("strip.log"))?;
        let program = folder.join("target/release").join(self.program.name);
        let metadata = fs::metadata(&program);
        metadata
            .map(|metadata| metadata.len())
            .map_err(|error| format!("{}: {error}", program.display()))
    }
}

fn print(measured: &BTreeMap<&str, Measured>) {
    let columns = [
        "application",
        "crates",
        "first build, CPU",
        "time",
        "release, CPU",
        "time",
        "app + client, release",
        "memory",
        "stripped",
    ];
    let mut table = table::begin(&columns, 1);
    for (name, measured) in measured {
        table.add_row([
            (*name).to_owned(),
            measured.crates.to_string(),
            format!("{:.1} s", measured.first_debug.usage.cpu_seconds),
            format!("{:.1} s", measured.first_debug.seconds),
            format!("{:.1} s", measured.first_release.usage.cpu_seconds),
            format!("{:.1} s", measured.first_release.seconds),
            format!("{:.2} s", measured.release.cpu_seconds),
            format!("{:.0} MB", measured.release.megabytes),
            format!("{:.2} MB", measured.stripped as f64 / 1e6),
        ]);
    }
    println!("{table}\n");
    let ours = [Kind::Ours, Kind::OursWithDependency].map(Kind::name);
    for own in ours {
        let Some(our) = measured.get(own) else {
            continue;
        };
        for (name, other) in measured.iter().filter(|(name, _)| !ours.contains(name)) {
            println!(
                "{own} beside {name}: release of application and client 1/{:.1} of the CPU, stripped {:.3} of the size",
                other.release.cpu_seconds / our.release.cpu_seconds,
                our.stripped as f64 / other.stripped as f64,
            );
        }
    }
}

fn figures(measured: &BTreeMap<&str, Measured>) -> Figures {
    let mut figures = Figures::new();
    if let Some(ours) = measured.get(Kind::Ours.name()) {
        let mut put = |figure: &str, count| {
            figures.insert(("application".to_owned(), figure.to_owned()), count);
        };
        put("crates", record::count(ours.crates));
        put("stripped-bytes", ours.stripped);
    }
    figures
}
