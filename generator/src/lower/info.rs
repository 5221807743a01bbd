//! What a description says about itself.

use crate::api::{ExternalDocs, Info, Operation, Tag};
use crate::document::Document;

/// Title, version, description, licence.
pub(super) fn lower_info(document: &Document) -> Info {
    let info = &document.openapi.info;
    let summary = document.carried.info_summary.clone();
    Info {
        title: info.title.clone(),
        version: info.version.clone(),
        description: match (summary, info.description.clone()) {
            (Some(summary), Some(description)) => Some(format!("{summary}\n\n{description}")),
            (summary, description) => summary.or(description),
        },
        terms_of_service: info.terms_of_service.clone(),
        // the name of a licence is free text; only the identifier of 3.1 is an SPDX expression
        license: document.carried.license_identifier.clone(),
        external_docs: document
            .openapi
            .external_docs
            .as_ref()
            .map(lower_external_docs),
    }
}

/// A link to further documentation.
pub(super) fn lower_external_docs(docs: &openapiv3::ExternalDocumentation) -> ExternalDocs {
    ExternalDocs {
        url: docs.url.clone(),
        description: docs.description.clone(),
    }
}

/// The tags that operations carry: declared ones first, then others as operations bring them.
pub(super) fn lower_tags(document: &Document, operations: &[Operation]) -> Vec<Tag> {
    let carried = |name: &str| {
        operations
            .iter()
            .any(|operation| operation.tags.iter().any(|tag| tag == name))
    };
    let mut tags: Vec<Tag> = Vec::new();
    for tag in document
        .openapi
        .tags
        .iter()
        .filter(|tag| carried(&tag.name))
    {
        if tags.iter().all(|other| other.name != tag.name) {
            tags.push(Tag {
                name: tag.name.clone(),
                description: tag.description.clone(),
            });
        }
    }
    for name in operations.iter().flat_map(|operation| &operation.tags) {
        if tags.iter().all(|other| other.name != *name) {
            tags.push(Tag {
                name: name.clone(),
                description: None,
            });
        }
    }
    tags
}
