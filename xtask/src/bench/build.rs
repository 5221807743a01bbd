//! What the first build costs: an application with the generated client beside the same call written
//! by hand on reqwest, each from nothing, dependencies included. Not what a call costs.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

/// An application: its name, its dependency lines, its program.
struct Application {
    name: &'static str,
    dependencies: String,
    program: &'static str,
}

const GENERATED: &str = r#"//! The call by the generated client.
use ocamba_hood::{Client, types::PartnerContactPatch};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder().bearer_token("token").build()?;
    let patch = PartnerContactPatch::new().value("sales@example.com");
    client.update_partner_contact("1", "2", patch).send().await?;
    Ok(())
}
"#;

const BY_HAND: &str = r#"//! The call by hand.
#[derive(serde::Serialize)]
struct Patch {
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<String>,
}

#[derive(Debug, serde::Deserialize)]
#[allow(dead_code)]
struct Problem {
    code: i64,
    title: String,
    message: Option<String>,
    trace_id: String,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let patch = Patch { value: Some("sales@example.com".into()) };
    let url = "https://api.ocamba.com/v1/hood/partners/1/contacts/2";
    let reply = reqwest::Client::new().patch(url).bearer_auth("token").json(&patch).send().await?;
    if !reply.status().is_success() {
        return Err(format!("{:?}", reply.json::<Problem>().await?).into());
    }
    Ok(())
}
"#;

const TOKIO: &str = "tokio = { version = \"1\", features = [\"macros\", \"rt\"] }\n";

pub(super) fn run(root: &Path) -> Result<(), String> {
    let client = root.join("generated-client").display().to_string();
    let client = client.replace('\\', "/");
    let by_hand = format!(
        "reqwest = {{ version = \"0.13\", features = [\"json\"] }}\nserde = {{ version = \"1\", features = [\"derive\"] }}\n{TOKIO}"
    );
    let applications = [
        Application {
            name: "generated",
            dependencies: format!("ocamba-hood = {{ path = \"{client}\" }}\n{TOKIO}"),
            program: GENERATED,
        },
        Application {
            name: "by-hand",
            dependencies: by_hand,
            program: BY_HAND,
        },
    ];
    println!("{:<12} {:>8} {:>8} {:>8}", "", "crates", "debug", "release");
    for application in &applications {
        application.write(root)?;
        let crates = application.build(root, &[])?;
        let release = application.build(root, &["--release"])?;
        println!(
            "{:<12} {:>8} {:>6.1} s {:>6.1} s",
            application.name, crates.0, crates.1, release.1
        );
    }
    Ok(())
}

impl Application {
    fn write(&self, root: &Path) -> Result<(), String> {
        let folder = root.join("target").join("bench-build").join(self.name);
        let manifest = format!(
            "[package]\nname = \"bench-{}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n{}",
            self.name, self.dependencies
        );
        let written = fs::create_dir_all(folder.join("src"))
            .and_then(|()| fs::write(folder.join("Cargo.toml"), manifest))
            .and_then(|()| fs::write(folder.join("src/main.rs"), self.program))
            .and_then(|()| fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")));
        written
            .map(drop)
            .map_err(|error| format!("{}: {error}", folder.display()))
    }

    /// Builds from nothing: the number of crates compiled, and the seconds it took.
    fn build(&self, root: &Path, arguments: &[&str]) -> Result<(usize, f64), String> {
        let folder = root.join("target").join("bench-build").join(self.name);
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let run = |arguments: &[&str]| {
            let output = Command::new(&cargo)
                .args(arguments)
                .current_dir(&folder)
                .env("CARGO_TARGET_DIR", folder.join("target"))
                .env_remove("RUSTFLAGS")
                .output()
                .map_err(|error| format!("bench: cargo does not start: {error}"))?;
            let text = String::from_utf8_lossy(&output.stderr).into_owned();
            if output.status.success() {
                Ok(text)
            } else {
                Err(format!("bench: {} does not build:\n{text}", self.name))
            }
        };
        run(&["fetch"])?;
        if let Err(error) = fs::remove_dir_all(folder.join("target"))
            && error.kind() != std::io::ErrorKind::NotFound
        {
            return Err(format!("bench: {error}"));
        }
        let start = Instant::now();
        let text = run(&[&["build"], arguments].concat())?;
        let elapsed = start.elapsed().as_secs_f64();
        let compiled = text.lines().filter(|line| line.contains("Compiling "));
        Ok((compiled.count(), elapsed))
    }
}
