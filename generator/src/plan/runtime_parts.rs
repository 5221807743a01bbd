//! Which parts of the runtime a client has a use for: no other is copied, or compiled.

use std::collections::BTreeSet;

use super::{Imports, Module, Package};
use crate::api::{Api, TypeKind};

/// The part that tuples need, which have no name.
const TUPLES: &str = "tuples";

/// The runtime's features of this kind, each with the names of which a file that needs it imports one.
const PARTS: &[(&str, &[&str])] = &[
    (
        "binary",
        &["EncodeParts", "Files", "Multipart", "Part", "RequestBody"],
    ),
    // a document may say no more than that there are tokens
    (
        "client-credentials",
        &["BearerScheme", "ClientCredentialsScheme"],
    ),
    ("events", &["Framing", "ServerSentEvent", "StreamOperation"]),
    ("header-fields", &["header_field"]),
    ("json-patch", &["JsonPatch"]),
    ("multipart", &["EncodeParts", "Files", "Multipart", "Part"]),
    ("pages", &["PagedOperation"]),
    (
        "patch",
        &["EmptyPatch", "IntoPatch", "PatchForm", "patch_between"],
    ),
    (TUPLES, &[]),
    ("unions", &["Union", "UnknownVariant"]),
];

/// The feature of all of them.
const ALL: &str = "parts";

/// Whether a feature of the runtime is about its parts, which no client has as features of its own.
pub fn is_runtime_part(feature: &str) -> bool {
    feature == ALL || PARTS.iter().any(|(part, _)| *part == feature)
}

/// The parts that the files of a client ask for.
pub(super) fn plan_runtime_parts(api: &Api, package: &Package) -> BTreeSet<&'static str> {
    let mut named = BTreeSet::new();
    for imports in imports(package) {
        named.extend(imports.names_of(Module::Runtime));
    }
    let has_tuples = api
        .types
        .iter()
        .any(|(_, type_)| matches!(type_.kind, TypeKind::Tuple(_)));
    let is_needed = |(part, names): &&(&str, &[&str])| {
        (*part == TUPLES && has_tuples) || names.iter().any(|name| named.contains(name))
    };
    let needed = PARTS.iter().filter(is_needed);
    needed.map(|(part, _)| *part).collect()
}

/// What each file of a client imports.
fn imports(package: &Package) -> impl Iterator<Item = &Imports> {
    let tagged = package.modules.iter().flat_map(|tag| &tag.operations);
    let operations = package.untagged.iter().chain(tagged);
    let operations =
        operations.flat_map(|operation| [&operation.imports, &operation.responses.error_imports]);
    let types = package.types.iter().map(|type_| &type_.imports);
    let headers = package.headers.iter().map(|headers| &headers.imports);
    let webhooks = package.webhooks.iter().map(|webhooks| &webhooks.imports);
    operations
        .chain(types)
        .chain(headers)
        .chain(webhooks)
        .chain([&package.client.imports])
}

#[cfg(test)]
mod tests {
    use clientsmith_runtime::sources::MANIFEST;
    use toml_edit::DocumentMut;

    use super::*;

    #[test]
    fn every_part_of_the_runtime_is_known() {
        let manifest: DocumentMut = MANIFEST.parse().unwrap_or_default();
        let features = manifest.get("features");
        let all = features.and_then(|features| features.get(ALL)?.as_array());
        let parts = all.into_iter().flatten();
        let parts: Vec<_> = parts.filter_map(|part| part.as_str()).collect();
        let known: Vec<_> = PARTS.iter().map(|(part, _)| *part).collect();
        assert_eq!(parts, known);
    }
}
