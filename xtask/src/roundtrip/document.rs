//! A document's schemas, each with samples, through a program of its own.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::Path;

use clientsmith::api::{Api, Operation, TypeId, TypeKind, TypeName};
use clientsmith::diagnostics::Sink;
use clientsmith::document::{Document, SchemaId};
use clientsmith::source::{Origin, Source};
use clientsmith::{document, emit, lower, plan, source};
use serde_json::Value;

use super::program::{self, Module, Sample, same};
use super::report::Outcome;
use crate::samples::{self, Directions, Form, Schemas, UNKNOWN_FIELD, Unknown, mended};

/// Why the body of a multipart request is not among the schemas: it is no JSON, and never read.
const SENT_BY_PARTS: &str = "it is sent part by part";

/// A schema that has a type of its own.
struct Subject {
    /// The component, or the words that lead to it.
    name: String,
    schema: SchemaId,
    origin: Origin,
    form: Form,
    /// How the program names its type; why there is none otherwise.
    type_: Result<String, &'static str>,
    is_any: bool,
}

/// What comes of a document.
///
/// # Errors
///
/// Where it is no document, or the program does not compile.
pub(super) fn run(path: &Path) -> Result<Outcome, String> {
    let name = crate::corpus::name(path);
    let module = crate::corpus::module_name(&name);
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut sink = Sink::new();
    let made = make(&name, &module, text, &mut sink);
    drop(sink.finish()); // the corpus command is for these
    let made = made.ok_or("it is no document")?;
    let mut outcome = Outcome::default();
    let mut sent = Vec::new();
    let mut kinds = Vec::new();
    let mut schemas = BTreeMap::new();
    for subject in subjects(&made, &module) {
        let type_ = match &subject.type_ {
            Ok(type_) => type_,
            Err(SENT_BY_PARTS) => {
                outcome.parts += 1;
                continue;
            }
            Err(reason) => {
                outcome.schemas += 1;
                outcome.exclude(reason, &subject.name);
                continue;
            }
        };
        outcome.schemas += 1;
        let schemas = match schemas.entry(subject.form) {
            std::collections::btree_map::Entry::Occupied(made) => made.into_mut(),
            std::collections::btree_map::Entry::Vacant(place) => {
                place.insert(Schemas::of(&made.source.root, subject.form)?)
            }
        };
        match values(&made.document, schemas, &subject, &mut outcome) {
            Ok(values) => {
                outcome.any += usize::from(subject.is_any);
                for (json, unknown) in values {
                    // where null may stand belongs to the use of a type, not to the type
                    let type_ = match json {
                        Value::Null => format!("clientsmith_runtime::Nullable<{type_}>"),
                        _ => type_.clone(),
                    };
                    sent.push(Sample { type_, json });
                    kinds.push((subject.name.clone(), unknown));
                }
            }
            Err((reason, said)) => outcome.exclude(reason, &format!("{}: {said}", subject.name)),
        }
    }
    let module = Module {
        name: module,
        files: made.files,
    };
    let answers = program::round_trip("corpus", std::slice::from_ref(&module), &sent)?;
    fs::remove_dir_all(program::folder("corpus").join("src")).map_err(|error| error.to_string())?;
    for ((answer, sample), (name, unknown)) in answers.into_iter().zip(sent).zip(kinds) {
        outcome.samples += 1;
        match unknown {
            Unknown::Nothing => {}
            Unknown::Values => outcome.unknown_values += 1,
            Unknown::Variants => outcome.unknown_variants += 1,
            Unknown::Fields => outcome.unknown_fields += 1,
        }
        match answer {
            Ok(kept) if is_same(&kept.json, &sample.json, unknown) => outcome.same += 1,
            Ok(kept) => outcome.different.push(format!(
                "{name}: {} became {}, as {}",
                sample.json, kept.json, kept.debug
            )),
            Err(error) => {
                let refused = format!("{name}: {} was refused: {error}", sample.json);
                outcome.different.push(refused);
            }
        }
    }
    Ok(outcome)
}

/// Unknown properties are read over, where the schema does not say that there may be others: what comes
/// back is the value without them.
fn is_same(kept: &Value, sample: &Value, unknown: Unknown) -> bool {
    match unknown {
        Unknown::Fields => same(&without_unknown(kept), &without_unknown(sample)),
        Unknown::Nothing | Unknown::Values | Unknown::Variants => same(kept, sample),
    }
}

fn without_unknown(value: &Value) -> Value {
    match value {
        Value::Array(items) => items.iter().map(without_unknown).collect(),
        Value::Object(object) => {
            let known = object.iter().filter(|(name, _)| *name != UNKNOWN_FIELD);
            let known = known.map(|(name, value)| (name.clone(), without_unknown(value)));
            Value::Object(known.collect())
        }
        value => value.clone(),
    }
}

type Values = Vec<(Value, Unknown)>;

/// The samples of a schema; why there are none otherwise, and what the validator says.
fn values(
    document: &Document,
    schemas: &Schemas,
    subject: &Subject,
    outcome: &mut Outcome,
) -> Result<Values, (&'static str, String)> {
    let validator = schemas
        .validator(&subject.origin)
        .map_err(|error| ("the validator does not take the schema", error))?;
    let mut values = Vec::new();
    let mut said = String::new();
    for value in samples::of(document, subject.schema, subject.form) {
        match mended(&validator, value) {
            Ok(value) if values.iter().any(|(known, _)| *known == value) => {}
            Ok(value) => values.push((value, Unknown::Nothing)),
            Err(error) => {
                outcome.invalid += 1;
                said = error;
            }
        }
    }
    if values.is_empty() {
        return Err(("no sample is valid", said));
    }
    for unknown in [Unknown::Values, Unknown::Variants, Unknown::Fields] {
        let made = samples::with_unknown(document, subject.schema, subject.form, unknown);
        let valid = made.into_iter().filter(|(known, value)| {
            // a further property may be forbidden elsewhere; what is not listed is never valid
            let stays_valid = unknown != Unknown::Fields || validator.is_valid(value);
            stays_valid && validator.is_valid(known)
        });
        values.extend(valid.map(|(_, value)| (value, unknown)));
    }
    Ok(values)
}

/// What is made of a document.
struct Made {
    source: Source,
    document: Document,
    api: Api,
    package: plan::Package,
    files: Vec<clientsmith::File>,
}

fn make(name: &str, module: &str, text: String, sink: &mut Sink) -> Option<Made> {
    let source = source::read_text(name, text, sink)?;
    let document = document::parse_document(&source, sink)?;
    let api = lower::lower_api(&document, sink);
    let package = plan::plan_package(&api, name, &program::options(module), sink);
    let files = emit::emit_package(&package, sink);
    Some(Made {
        source,
        document,
        api,
        package,
        files,
    })
}

/// Every component, its form in requests where that differs, and what bodies have inline.
fn subjects(made: &Made, module: &str) -> Vec<Subject> {
    let files = made.package.types.iter();
    let files: HashMap<_, _> = files.map(|file| (file.id, file)).collect();
    let directions = Directions::of(&made.api);
    let nodes = made.document.schemas.iter().zip(0..);
    let by_origin: HashMap<_, _> = nodes
        .map(|(node, index)| (node.origin.clone(), SchemaId(index)))
        .collect();
    let components: HashMap<_, _> = made.document.component_schemas.iter().cloned().collect();
    let mut subjects = Vec::new();
    let mut add = |name: &str, schema: SchemaId, id: TypeId| {
        let Some(node) = made.document.schemas.get(schema) else {
            return;
        };
        let type_ = files.get(&id).ok_or("it has no type of its own");
        subjects.push(Subject {
            name: name.to_owned(),
            schema,
            origin: node.origin.clone(),
            form: directions.form(id),
            type_: type_.and_then(|file| program::path_of(module, file).ok_or(SENT_BY_PARTS)),
            is_any: is_any(&made.api, id),
        });
    };
    for (id, type_) in made.api.types.iter() {
        match &type_.name {
            TypeName::Component(name) => {
                if let Some(schema) = components.get(name) {
                    add(name, *schema, id);
                }
            }
            TypeName::Inline(words) => {
                if let [name, last] = words.as_slice()
                    && last == "input"
                    && let Some(schema) = components.get(name)
                    && files.contains_key(&id)
                {
                    add(&format!("{name} input"), *schema, id);
                }
            }
        }
    }
    for id in bodies(&made.api, &files) {
        if let Some(type_) = made.api.types.get(id)
            && let TypeName::Inline(words) = &type_.name
            && let Some(origin) = &type_.docs.origin
            && let Some(schema) = by_origin.get(origin)
            && !(words.len() == 2 && words.iter().any(|word| word == "input"))
        {
            add(&words.join(" / "), *schema, id);
        }
    }
    subjects
}

/// The types of bodies, or of their items, as far as they have files of their own.
fn bodies(api: &Api, files: &HashMap<TypeId, &plan::TypeFile>) -> Vec<TypeId> {
    let uses = |operation: &Operation| {
        let requests = operation.body.iter().flat_map(|body| &body.contents);
        let replies = operation
            .responses
            .iter()
            .flat_map(|response| &response.contents);
        let contents = requests.chain(replies);
        let uses = contents.flat_map(|content| [content.value, content.item]);
        uses.flatten().map(|use_| use_.type_).collect::<Vec<_>>()
    };
    let mut open: Vec<_> = api.operations.iter().flat_map(uses).collect();
    let mut bodies = Vec::new();
    let mut seen = std::collections::HashSet::new();
    while let Some(id) = open.pop() {
        if !seen.insert(id) {
            continue;
        }
        match api.types.get(id) {
            _ if files.contains_key(&id) => bodies.push(id),
            Some(type_) => open.extend(type_.kind.uses().iter().map(|use_| use_.type_)),
            None => {}
        }
    }
    bodies.sort();
    bodies
}

/// Whether a type is any JSON, which comes back whatever it is.
fn is_any(api: &Api, id: TypeId) -> bool {
    let mut id = id;
    for _ in 0..32 {
        match api.types.get(id).map(|type_| &type_.kind) {
            Some(TypeKind::Any) => return true,
            Some(TypeKind::Alias(target)) => id = target.type_,
            _ => return false,
        }
    }
    false
}
