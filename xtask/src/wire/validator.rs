//! What checks requests: `validate.py`, run by a Python environment of its own below `target/`, where
//! openapi-core is installed. What it says is read here; what to make of it is not decided here.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::python;

const SCRIPT: &str = include_str!("validate.py");

/// What the script imports.
const SWAGGER: &str = include_str!("swagger.py");

/// Names in brackets.
const BRACKETS: &str = include_str!("brackets.py");

const SELF_CHECK: &str = include_str!("self_check.json");

/// A request, as the validator reads it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Request {
    /// The operation: its method on the wire.
    pub(super) method: String,
    /// The operation: its path template.
    pub(super) template: String,
    /// The target that was sent.
    pub(super) target: String,
    /// The header fields.
    pub(super) headers: Vec<(String, String)>,
    /// The body, in hexadecimal digits.
    pub(super) body: String,
    /// What the call was given for parameters.
    pub(super) given: Vec<Given>,
}

/// A value that a call was given for a parameter.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Given {
    /// The location, as a document writes it.
    #[serde(rename = "in")]
    pub(super) location: String,
    /// The parameter.
    pub(super) name: String,
    /// The value.
    pub(super) value: Value,
}

/// The environment that the script runs in.
pub(super) struct Validator {
    python: PathBuf,
    folder: PathBuf,
}

impl Validator {
    /// Makes the environment, where there is none yet.
    ///
    /// # Errors
    ///
    /// Where it cannot be made.
    pub(super) fn install(root: &Path) -> Result<Self, String> {
        let python = python::environment(root)?;
        let folder = root.join("target/wire");
        fs::write(folder.join("validate.py"), SCRIPT)
            .and_then(|()| fs::write(folder.join("swagger.py"), SWAGGER))
            .and_then(|()| fs::write(folder.join("brackets.py"), BRACKETS))
            .map_err(|error| format!("{}: {error}", folder.display()))?;
        Ok(Self { python, folder })
    }

    /// Whether requests that are wrong on purpose are found wrong, and the right one right.
    ///
    /// # Errors
    ///
    /// Which of them is not.
    pub(super) fn check_itself(&self) -> Result<(), String> {
        let said = |error: serde_json::Error| format!("self_check.json: {error}");
        let check: SelfCheck = serde_json::from_str(SELF_CHECK).map_err(said)?;
        let document = self.folder.join("self_check.json");
        fs::write(&document, check.document.to_string()).map_err(|error| error.to_string())?;
        let mut requests = Vec::new();
        let mut wanted = Vec::new();
        for Judged { right, wrong } in &check.requests {
            requests.push(serde_json::from_value(right.clone().into()).map_err(said)?);
            wanted.push(None);
            for Wrong { says, change } in wrong {
                let mut request = right.clone();
                request.extend(change.clone());
                requests.push(serde_json::from_value(request.into()).map_err(said)?);
                wanted.push(Some(says));
            }
        }
        let answers = self.check(&document, &requests)?;
        for (wanted, answer) in wanted.into_iter().zip(answers) {
            let found = match wanted {
                None => answer.is_empty(),
                Some(wanted) => answer.iter().any(|said| said.contains(wanted.as_str())),
            };
            if !found {
                return Err(format!(
                    "the validator's own check: {answer:?} where {wanted:?} was to be said"
                ));
            }
        }
        Ok(())
    }

    /// What is wrong with each request.
    ///
    /// # Errors
    ///
    /// Where the script fails, or does not answer each.
    pub(super) fn check(
        &self,
        document: &Path,
        requests: &[Request],
    ) -> Result<Vec<Vec<String>>, String> {
        let (given, answers) = (
            self.folder.join("requests.jsonl"),
            self.folder.join("answers.jsonl"),
        );
        let said = |error: std::io::Error| format!("{}: {error}", self.folder.display());
        let mut lines = String::new();
        for request in requests {
            lines.push_str(&serde_json::to_string(request).map_err(|error| error.to_string())?);
            lines.push('\n');
        }
        fs::write(&given, lines).map_err(said)?;
        let output = fs::File::create(&answers).map_err(said)?;
        let mut command = Command::new(&self.python);
        command
            .arg(self.folder.join("validate.py"))
            .args([document, &given]);
        python::done(command.stdout(Stdio::from(output)))?;
        let answers = fs::read_to_string(&answers).map_err(said)?;
        let answers: Vec<Vec<String>> = answers
            .lines()
            .map(|line| serde_json::from_str(line).map_err(|error| format!("{line}: {error}")))
            .collect::<Result<_, _>>()?;
        match answers.len() == requests.len() {
            true => Ok(answers),
            false => Err(format!(
                "{} answers for {} requests",
                answers.len(),
                requests.len()
            )),
        }
    }
}

/// A document, and requests of it.
#[derive(Deserialize)]
struct SelfCheck {
    document: Value,
    requests: Vec<Judged>,
}

/// A request that is right, and what makes it wrong.
#[derive(Deserialize)]
struct Judged {
    right: Map<String, Value>,
    wrong: Vec<Wrong>,
}

#[derive(Deserialize)]
struct Wrong {
    /// What must be in what is said.
    says: String,
    /// What is otherwise than in the right one.
    change: Map<String, Value>,
}
