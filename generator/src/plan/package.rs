//! The package: what it is called, its modules, and which operation stands in which.

use std::collections::BTreeSet;

use heck::ToSnakeCase;

use super::docs::{Docs, plan_markdown, plan_plain, plan_sentence};
use super::feature::plan_features;
use super::foreign::plan_foreign;
use super::modules::{Grouping, Places, plan_modules};
use super::operation::{OperationNames, plan_operation};
use super::operation_rules::{OperationRules, OperationTables};
use super::package_name::plan_package_name;
use super::reach::reached;
use super::request_body::{offers, report_nesting};
use super::rules::{Rulebook, TypeRules};
use super::runtime_parts::plan_runtime_parts;
use super::sample::plan_example;
use super::scope::Scope;
use super::shared_errors::share_errors;
use super::type_::plan_types;
use super::types::{PRELUDE, Types};
use super::{
    Client, Example, Foreign, Headers, Identifier, Operation, TypeFile, Webhooks, client, headers,
    patch, webhooks,
};
use crate::api::{self, Api};
use crate::diagnostics::Sink;
use crate::options::{Form, ManifestOptions, Options, Runtime};

/// Names that the client has already, or that clippy takes for a constructor or a trait's method, so that no
/// operation's method may have them.
const METHODS: &[&str] = &[
    "builder",
    "call",
    "clone",
    "cmp",
    "core",
    "from_core",
    "new",
];

/// A client as Rust.
#[derive(Debug, Clone)]
pub struct Package {
    /// The package's name: `ocamba-hood`.
    pub name: String,
    /// The name of its library: `ocamba_hood`.
    pub crate_name: String,
    /// A crate, or a module tree.
    pub form: Form,
    /// Where the root module stands: `crate`, or `crate::api`.
    pub root: Vec<String>,
    /// Where the runtime comes from.
    pub runtime: Runtime,
    /// What the user said about the package.
    pub manifest: ManifestOptions,
    /// What stands in each file's header.
    pub header: Header,
    /// What the API is called, in words.
    pub title: String,
    /// The licence that the document states, where that is an SPDX expression.
    pub license: Option<String>,
    /// What the API is about.
    pub docs: Docs,
    /// The client.
    pub client: Client,
    /// The header fields of replies, where there are any.
    pub headers: Option<Headers>,
    /// The bodies of webhooks and callbacks, where there are any.
    pub webhooks: Option<Webhooks>,
    /// A module for each tag.
    pub modules: Vec<OperationModule>,
    /// The operations without a tag.
    pub untagged: Vec<Operation>,
    /// The types.
    pub types: Vec<TypeFile>,
    /// The types of other crates that this one reads and writes itself.
    pub foreign: Vec<Foreign>,
    /// The other crates whose types are named.
    pub crates: BTreeSet<String>,
    /// What the document demands of types that are sent.
    pub rules: Vec<TypeRules>,
    /// What it demands of operations' requests.
    pub operation_rules: Vec<OperationRules>,
    /// The parts of the runtime that the client has a use for, as features of it.
    pub runtime_parts: BTreeSet<&'static str>,
    /// The features of tags, sorted; none where a description has one tag at the most.
    pub features: Vec<String>,
    /// A call of each operation, in the order of the document: by the operation's method.
    pub examples: Vec<Example>,
}

impl Package {
    /// The call that stands for all in the crate's documentation: the first one that is not deprecated.
    pub fn leading_example(&self) -> Option<&Example> {
        self.examples.iter().find(|example| !example.deprecated)
    }

    /// Whether the document demands anything of values that are sent, beyond their types.
    pub fn has_rules(&self) -> bool {
        !self.rules.is_empty() || !self.operation_rules.is_empty()
    }

    /// The feature that an operation's call needs, by the operation's method.
    pub fn feature_of(&self, method: &Identifier) -> Option<&str> {
        let calls = |operation: &Operation| operation.method_name == *method;
        let module = self
            .modules
            .iter()
            .find(|module| module.operations.iter().any(calls));
        module?.feature.as_deref()
    }
}

/// What stands in each file's header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// The document's name.
    pub document: String,
    /// The command that makes the files anew.
    pub command: Option<String>,
}

/// The operations of a tag.
#[derive(Debug, Clone)]
pub struct OperationModule {
    /// The module's name.
    pub name: Identifier,
    /// What the tag is about.
    pub docs: Docs,
    /// The feature with which it is there.
    pub feature: Option<String>,
    /// Its operations, by module name.
    pub operations: Vec<Operation>,
}

/// Decides everything about a description in Rust.
///
/// `document` is the document's name, for the files' headers.
pub fn plan_package(api: &Api, document: &str, options: &Options, sink: &mut Sink) -> Package {
    let name = plan_package_name(&api.info.title, options.name.as_deref());
    let crate_name = name.replace('-', "_");
    let (api, foreign) = plan_foreign(api, &reached(api), options, sink);
    let api = &*api;
    let (crates, implemented) = (foreign.crates(), foreign.implemented());
    let types = Types::plan(api, patch::patches(api), foreign, options, sink);
    types.report(&reached(api), sink);
    report_nesting(api, sink);
    let client = client::plan_client(api, sink);
    let headers = headers::plan_headers(api, &types, sink);
    let mut webhooks = webhooks::plan_webhooks(api, &types, sink);
    let rulebook = Rulebook::of(&types);
    let mut tables = OperationTables::default();
    let (mut modules, untagged, examples) =
        plan_operations(api, &types, (&rulebook, &mut tables), &client, sink);
    let mut type_files = plan_types(&types, sink);
    let features = match options.form {
        Form::Crate => {
            let untagged = untagged.iter().map(|operation| &operation.imports);
            let always = untagged.chain(headers.as_ref().map(|headers| &headers.imports));
            plan_features(&mut modules, always, webhooks.as_mut(), &mut type_files)
        }
        Form::Module => Vec::new(), // the features would be those of the crate around it
    };
    let modules: Vec<_> = modules.into_iter().map(|(_, module)| module).collect();
    let mut package = Package {
        form: options.form,
        root: root(&crate_name, options),
        runtime: options.runtime.clone(),
        manifest: options.manifest.clone(),
        header: Header {
            document: document.to_owned(),
            command: options.command.clone(),
        },
        title: title(api),
        license: api.info.license.clone(),
        docs: package_docs(api),
        client,
        headers,
        webhooks,
        operation_rules: tables.gated(modules.iter(), &untagged),
        modules,
        untagged,
        rules: rulebook.plan_types(&type_files),
        types: type_files,
        foreign: match options.runtime {
            Runtime::Copied => implemented,
            Runtime::Dependency { .. } => Vec::new(), // its traits are not ours to implement
        },
        crates,
        runtime_parts: BTreeSet::new(),
        features,
        examples,
        name,
        crate_name,
    };
    package.runtime_parts = plan_runtime_parts(api, &package);
    package
}

fn root(crate_name: &str, options: &Options) -> Vec<String> {
    let path = match (options.form, &options.module_path) {
        (Form::Crate, _) => "crate".to_owned(),
        (Form::Module, Some(path)) => path.clone(),
        (Form::Module, None) => format!("crate::{}", crate_name.to_snake_case()),
    };
    path.split("::").map(str::to_owned).collect()
}

/// The title as it is: `Cargo.toml` knows no markup.
fn title(api: &Api) -> String {
    match plan_plain(&api.info.title) {
        title if title.is_empty() => "an API".to_owned(),
        title => title,
    }
}

fn package_docs(api: &Api) -> Docs {
    let title = plan_sentence(&title(api));
    let title = title.trim_end_matches('.');
    let version = plan_plain(&api.info.version).replace('`', "'");
    let mut text = match version.is_empty() {
        true => format!("A client of {title}."),
        false => format!("A client of {title}, version `{version}`."),
    };
    if let Some(description) = &api.info.description {
        text = format!("{text}\n\n{}", plan_markdown(description));
    }
    Docs {
        text: text.trim_end().to_owned(),
        deprecated: false,
    }
}

fn plan_operations(
    api: &Api,
    types: &Types<'_>,
    (rulebook, tables): (&Rulebook<'_, '_>, &mut OperationTables),
    client: &Client,
    sink: &mut Sink,
) -> (Vec<(String, OperationModule)>, Vec<Operation>, Vec<Example>) {
    let mut folder = Scope::reserving(&["operations"]);
    let grouping = Grouping::of(api);
    let mut modules = plan_modules(api, grouping, &mut folder);
    let places = Places::of(grouping, &modules);
    let schemes: Vec<_> = client
        .schemes
        .iter()
        .map(|scheme| scheme.name.clone())
        .collect();
    let mut scopes = Scopes::of(&modules, folder);
    let mut untagged = Vec::new();
    let mut examples = Vec::new();
    for operation in &api.operations {
        let module = places.module_of(operation);
        let names = scopes.claim(&api.types, types, operation, module, sink);
        let rules = rulebook.plan_operation(operation, names.rules.clone());
        let rules = rules.map(|rules| tables.claim(rules));
        let planned = plan_operation(types, rules, &schemes, operation, names, sink);
        examples.push(plan_example(types, operation, &planned));
        match module.and_then(|module| modules.get_mut(module)) {
            Some((_, module)) => module.operations.push(planned),
            None => untagged.push(planned),
        }
    }
    for (_, module) in &mut modules {
        module
            .operations
            .sort_by(|one, other| one.module.cmp(&other.module));
        share_errors(&mut module.operations);
    }
    modules.sort_by(|(_, one), (_, other)| one.name.cmp(&other.name));
    untagged.sort_by(|one, other| one.module.cmp(&other.module));
    share_errors(&mut untagged);
    (modules, untagged, examples)
}

/// The namespaces that operations take their names from.
struct Scopes {
    types: Scope,
    methods: Scope,
    folder: Scope,
    modules: Vec<(Identifier, Scope)>,
    rules: Scope,
}

impl Scopes {
    fn of(modules: &[(String, OperationModule)], folder: Scope) -> Self {
        let scopes = modules
            .iter()
            .map(|(_, module)| (module.name.clone(), Scope::default()));
        Self {
            types: Scope::reserving(PRELUDE),
            methods: Scope::reserving(METHODS),
            folder,
            modules: scopes.collect(),
            rules: Scope::reserving(&["operations"]), // a module of its parent's name reads badly
        }
    }

    fn claim(
        &mut self,
        types: &api::Types,
        chosen: &Types<'_>,
        operation: &api::Operation,
        module: Option<usize>,
        sink: &mut Sink,
    ) -> OperationNames {
        let origin = operation.docs.origin.as_ref();
        let chosen = chosen.choices().operation(&operation.id);
        let words = chosen.map_or(operation.name.as_str(), Identifier::as_str);
        let method = chosen.cloned().unwrap_or_else(|| Identifier::snake(words));
        let name = Identifier::upper_camel(words);
        let name = self.types.claim_for(name, &operation.id, origin, sink);
        let file = Identifier::snake(name.as_str());
        let file = match module.and_then(|module| self.modules.get_mut(module)) {
            // a module of its parent's name reads badly
            Some((parent, scope)) if *parent == file => scope.claim(file.underscored()),
            Some((_, scope)) => scope.claim(file),
            None => self.folder.claim(file),
        };
        let contents = operation.body.iter().map(|body| &body.contents);
        let several = contents
            .flat_map(|contents| offers(types, contents))
            .count()
            > 1;
        OperationNames {
            module: file,
            rules: self.rules.claim(Identifier::snake(name.as_str())),
            output: self.types.claim(name.suffixed("Output")),
            error: self.types.claim(name.suffixed("Error")),
            body: several.then(|| self.types.claim(name.suffixed("Body"))),
            method: self.methods.claim_for(method, &operation.id, origin, sink),
            name,
        }
    }
}
