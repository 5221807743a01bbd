//! One document through the generator, stage by stage, so that what each stage made can be counted.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;
use std::time::{Duration, Instant};

use clientsmith::api::{self, TypeKind};
use clientsmith::diagnostics::{Diagnostic, Sink};
use clientsmith::options::{Options, Runtime};
use clientsmith::source::Node;
use clientsmith::{File, document, emit, lower, plan, source};

/// What was generated from a document.
#[derive(Debug, Default)]
pub(crate) struct Generation {
    /// The version of OpenAPI.
    pub(super) dialect: String,
    /// Methods below `paths`, as the document has them.
    pub(super) written_operations: usize,
    /// Operations with a method on the client.
    pub(super) operations: usize,
    /// Types with an item.
    pub(super) types: usize,
    /// Schemas as written.
    pub(super) schemas: usize,
    /// Types that are any JSON although their schemas say more.
    pub(super) degraded: usize,
    /// The features of its tags.
    pub(super) features: Vec<String>,
    /// Lines of what was emitted, the runtime apart.
    pub(super) lines: usize,
    /// How long it took.
    pub(super) time: Duration,
    /// How many diagnostics of each code.
    pub(super) codes: BTreeMap<&'static str, usize>,
    /// Whether there is a client.
    pub(super) succeeded: bool,
    /// Whether a second run gave the same bytes.
    pub(super) stable: bool,
}

/// Generates a document's client, twice.
pub(super) fn run(path: &Path) -> (Generation, Vec<File>) {
    let start = Instant::now();
    let (mut generation, files) = once(path);
    generation.time = start.elapsed();
    generation.stable = files == once(path).1;
    generation.succeeded = !files.is_empty();
    (generation, files)
}

fn once(path: &Path) -> (Generation, Vec<File>) {
    let mut generation = Generation::default();
    let mut sink = Sink::new();
    let files = stages(path, &mut generation, &mut sink);
    let failed = sink.has_errors();
    generation.codes = counted(&sink.finish());
    (generation, files.filter(|_| !failed).unwrap_or_default())
}

fn stages(path: &Path, generation: &mut Generation, sink: &mut Sink) -> Option<Vec<File>> {
    let source = source::read_path(path, sink)?;
    generation.written_operations = written_operations(&source.root);
    let document = document::parse_document(&source, sink)?;
    generation.dialect = format!("{:?}", document.dialect)
        .replace('V', "")
        .replace('_', ".");
    let api = lower::lower_api(&document, sink);
    generation.operations = api.operations.len();
    generation.schemas = document.schemas.iter().count();
    generation.degraded = degraded(&document, &api);
    let package = plan::plan_package(&api, source.file_name(), &options(path), sink);
    generation.types = package.types.len();
    generation.features.clone_from(&package.features);
    let files = emit::emit_package(&package, sink);
    let lines = files.iter().map(|file| file.contents.lines().count());
    generation.lines = lines.sum();
    Some(files)
}

/// As `clientsmith generate` with a dependency on the runtime.
fn options(path: &Path) -> Options {
    let mut options = Options::default();
    options.name = Some(super::compile::crate_name(&super::documents::name(path)));
    options.runtime = Runtime::Dependency {
        path: Some("../../../generator/runtime".to_owned()),
    };
    options
}

/// The methods below `paths`, without asking the parser.
fn written_operations(root: &Node) -> usize {
    const METHODS: &[&str] = &[
        "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
    ];
    let Node::Mapping(root) = root else { return 0 };
    let Some(Node::Mapping(paths)) = root.get("paths") else {
        return 0;
    };
    let items = paths.iter().filter_map(|(_, item)| match item {
        Node::Mapping(item) => Some(item),
        _ => None,
    });
    items
        .map(|item| {
            METHODS
                .iter()
                .filter(|method| item.get(method).is_some())
                .count()
        })
        .sum()
}

/// The types that are any JSON although their schemas say what they are.
fn degraded(document: &document::Document, api: &api::Api) -> usize {
    let telling: HashSet<_> = document
        .schemas
        .iter()
        .filter(|node| says_what(&node.schema))
        .map(|node| &node.origin)
        .collect();
    let is_degraded = |type_: &api::Type| {
        let origin = type_.docs.origin.as_ref();
        type_.kind == TypeKind::Any && origin.is_some_and(|origin| telling.contains(origin))
    };
    api.types
        .iter()
        .filter(|(_, type_)| is_degraded(type_))
        .count()
}

fn says_what(schema: &document::Schema) -> bool {
    let types = schema.types.len();
    (types > 0 && types < 6)
        || !schema.properties.is_empty()
        || schema.enumeration.is_some()
        || !schema.one_of.is_empty()
        || !schema.any_of.is_empty()
        || !schema.all_of.is_empty()
}

fn counted(diagnostics: &[Diagnostic]) -> BTreeMap<&'static str, usize> {
    let mut codes = BTreeMap::new();
    for diagnostic in diagnostics {
        *codes.entry(diagnostic.code.name).or_default() += 1;
    }
    codes
}
