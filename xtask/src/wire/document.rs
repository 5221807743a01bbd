//! A document's operations, each with its calls, through a program of their own and past the validator.

use std::fs;
use std::path::Path;

use clientsmith::api::{Api, Operation};
use clientsmith::diagnostics::Sink;
use clientsmith::document::{self, Document};
use clientsmith::options::Options;
use clientsmith::source::{self, Origin, Source, Token};
use clientsmith::{emit, lower, plan};

use super::calls::{Call, Maker};
use super::program::{self, Sent};
use super::records::{Disagreement, Recorded};
use super::report::Outcome;
use super::samples::Samples;
use super::validator::{Request, Validator};
use crate::samples::{Form, Schemas};

/// Of a document with more operations than this, so many of its tags are called.
const MOST_OPERATIONS: usize = 5_000;
const TAGS: usize = 20;

/// The requests of a document's operations.
///
/// # Errors
///
/// Where it is no document, or the program does not compile.
pub(super) fn record(root: &Path, path: &Path) -> Result<Recorded, String> {
    let name = crate::corpus::name(path);
    let module = crate::corpus::module_name(&name);
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut sink = Sink::new();
    let made = make(&name, &module, text, &mut sink);
    drop(sink.finish()); // the corpus command is for these
    let made = made.ok_or("it is no document")?;
    let schemas = Schemas::of(&made.source.root, Form::Request)?;
    let samples = Samples {
        document: &made.document,
        schemas: &schemas,
    };
    let maker = Maker::new(&module, (&made.document, &made.api, &made.package), samples);
    let mut recorded = Recorded {
        operations: made.api.operations.len(),
        left_out: made.left_out,
        ..Recorded::default()
    };
    let unsent = |number: usize, says: String| Disagreement {
        operation: made
            .api
            .operations
            .get(number)
            .map_or(String::new(), name_of),
        says,
    };
    let mut calls = Vec::new();
    for call in maker.calls() {
        match call {
            Ok(call) => calls.push(call),
            Err((number, error)) => recorded
                .unsent
                .push(unsent(number, format!("no call: {error}"))),
        }
    }
    let sent = program::run(root, &module, &made.files, &calls)?;
    for (call, sent) in calls.iter().zip(sent) {
        match request(&made.api, call, sent) {
            Ok(request) => recorded.requests.push(request),
            Err(says) => recorded.unsent.push(unsent(call.operation, says)),
        }
    }
    Ok(recorded)
}

/// What the validator says of a document's requests.
///
/// # Errors
///
/// Where it fails.
pub(super) fn check(
    validator: &Validator,
    path: &Path,
    recorded: Recorded,
) -> Result<Outcome, String> {
    let mut disagreements = recorded.unsent;
    let answers = validator.check(path, &recorded.requests)?;
    for (request, said) in recorded.requests.iter().zip(answers) {
        disagreements.extend(said.into_iter().map(|says| Disagreement {
            operation: format!("{} {}", request.method, request.template),
            says,
        }));
    }
    Ok(Outcome {
        operations: recorded.operations,
        left_out: recorded.left_out,
        requests: recorded.requests.len(),
        disagreements,
        failure: None,
    })
}

fn name_of(operation: &Operation) -> String {
    format!("{} {}", operation.method.as_str(), template(operation))
}

/// What the validator is to see of a call.
fn request(api: &Api, call: &Call, sent: Sent) -> Result<Request, String> {
    let not_sent = |failure: Option<String>| format!("not sent: {}", failure.unwrap_or_default());
    let operation = api
        .operations
        .get(call.operation)
        .ok_or("no such operation")?;
    match sent {
        Sent {
            method: Some(_),
            target: Some(target),
            headers: Some(headers),
            body: Some(body),
            ..
        } => Ok(Request {
            method: operation.method.as_str().to_owned(),
            template: template(operation),
            target,
            headers,
            body,
            given: call.given.clone(),
        }),
        Sent { failure, .. } => Err(not_sent(failure)),
    }
}

/// A path template as the document has it; the API's own ends before `?` and `#`.
fn template(operation: &Operation) -> String {
    let tokens = operation.docs.origin.as_ref().map(Origin::tokens);
    match tokens.as_deref() {
        Some([Token::Key(paths), Token::Key(template), ..]) if **paths == *"paths" => {
            template.to_string()
        }
        _ => operation.path.template.clone(),
    }
}

/// What is made of a document.
struct Made {
    source: Source,
    document: Document,
    api: Api,
    package: plan::Package,
    files: Vec<clientsmith::File>,
    /// How many operations are not called.
    left_out: usize,
}

fn make(name: &str, module: &str, text: String, sink: &mut Sink) -> Option<Made> {
    let source = source::read_text(name, text, sink)?;
    let mut options = program::options(module);
    let mut document = document::parse_document(&source, sink)?;
    let mut api = lower::lower_api(&document, sink);
    let all = api.operations.len();
    if all > MOST_OPERATIONS {
        choose_tags(&api, &mut options);
        document = document::parse_chosen(&source, &options.selection, sink)?;
        api = lower::lower_api(&document, sink);
    }
    let package = plan::plan_package(&api, name, &options, sink);
    let files = emit::emit_package(&package, sink);
    let left_out = all - api.operations.len();
    Some(Made {
        source,
        document,
        api,
        package,
        files,
        left_out,
    })
}

/// Chooses some tags, spread evenly over all of them.
fn choose_tags(api: &Api, options: &mut Options) {
    let mut tags: Vec<_> = api
        .operations
        .iter()
        .filter_map(|operation| operation.tags.first())
        .collect();
    tags.sort();
    tags.dedup();
    let step = tags.len().div_ceil(TAGS).max(1);
    let patterns = tags
        .iter()
        .step_by(step)
        .filter_map(|tag| format!("tag:{tag}").parse().ok());
    options.selection.include.extend(patterns);
}
