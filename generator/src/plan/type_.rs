//! A file under `types/`: one type of the description and what it needs.

use super::docs::{Docs, plan_docs};
use super::request_body::plan_multipart;
use super::scope::Scope;
use super::types::Types;
use super::{
    Enumeration, Gate, Identifier, Imports, Module, Multipart, Patch, Path, RustType, Struct,
    Union, enumeration, patch, struct_, union,
};
use crate::api::{self, TypeId, TypeKind};
use crate::diagnostics::Sink;

/// A file under `types/`.
#[derive(Debug, Clone)]
pub struct TypeFile {
    /// The module's name.
    pub module: Identifier,
    /// The type's name.
    pub name: Identifier,
    /// Which of the description's types it is.
    pub id: TypeId,
    /// The component's name as the document writes it, where it is one.
    pub component: Option<String>,
    /// The type's words.
    pub docs: Docs,
    /// What it is called in the other places where the document writes it.
    pub others: Vec<OtherName>,
    /// What it derives.
    pub derives: Vec<Path>,
    /// What the file imports.
    pub imports: Imports,
    /// The item.
    pub item: TypeItem,
    /// The features with which it is there.
    pub gate: Gate,
}

/// What a type is called in another place.
#[derive(Debug, Clone)]
pub struct OtherName {
    /// The name.
    pub name: Identifier,
    /// Its words.
    pub docs: Docs,
}

/// What a type of the description is in Rust.
#[derive(Debug, Clone)]
pub enum TypeItem {
    /// An object.
    Struct(Box<Struct>),
    /// An object that says what changes, and cannot say nothing.
    Patch(Patch),
    /// An enumeration of strings.
    Enumeration(Enumeration),
    /// One of several types.
    Union(Union),
    /// A list or a map that consists of itself: a struct around it.
    Newtype(RustType),
    /// An object that is sent part by part.
    Multipart(Box<Multipart>),
    /// A name for another type.
    Alias(RustType),
}

/// Every type that has an item, a file each.
pub(super) fn plan_types(types: &Types<'_>, sink: &mut Sink) -> Vec<TypeFile> {
    let mut modules = Scope::reserving(&["types"]); // a module of its parent's name reads badly
    let mut others = types.other_names();
    let mut files: Vec<_> = types
        .items()
        .map(|(id, type_, name)| {
            let module = modules.claim(Identifier::snake(name.as_str()));
            let others = plan_others(others.remove(&id).unwrap_or_default(), name);
            plan_type(types, id, type_, name, others, module, sink)
        })
        .collect();
    for (sent, name) in types.multiparts() {
        if let Some(type_) = types.get(sent.id)
            && let TypeKind::Object(object) = &type_.kind
        {
            let mut imports = Imports::of_types([name.as_str()]);
            let multipart = plan_multipart(types, sent, object, &mut imports, sink);
            let item = TypeItem::Multipart(Box::new(multipart));
            files.push(TypeFile {
                module: modules.claim(Identifier::snake(name.as_str())),
                name: name.clone(),
                id: sent.id,
                component: None, // it is not read from JSON
                gate: Gate::new(),
                derives: types.choices().derives(sent.id, &item),
                others: Vec::new(),
                docs: plan_docs(&type_.docs, &format!("`{}`.", written_name(type_))),
                imports,
                item,
            });
        }
    }
    files.sort_by(|one, other| one.module.cmp(&other.module));
    files
}

fn plan_type(
    types: &Types<'_>,
    id: TypeId,
    type_: &api::Type,
    name: &Identifier,
    others: Vec<OtherName>,
    module: Identifier,
    sink: &mut Sink,
) -> TypeFile {
    let own = others.iter().map(|other| &other.name).chain([name]);
    let mut imports = Imports::of_types(own.map(Identifier::as_str));
    let item = match &type_.kind {
        TypeKind::Object(object) if types.is_patch(id) => {
            TypeItem::Patch(patch::plan_patch(types, id, object, &mut imports, sink))
        }
        TypeKind::Object(object) => {
            let struct_ = struct_::plan_struct(types, id, object, &mut imports, sink);
            TypeItem::Struct(Box::new(struct_))
        }
        TypeKind::Enumeration(values) => TypeItem::Enumeration(enumeration::plan_enumeration(
            types,
            id,
            values,
            &mut imports,
            sink,
            &type_.docs,
        )),
        TypeKind::Union(variants) => TypeItem::Union(union::plan_union(
            types,
            id,
            variants,
            &mut imports,
            type_.docs.origin.as_ref(),
            sink,
        )),
        kind if types.is_newtype(id) => {
            for name in [
                "Decode",
                "DecodeError",
                "Encode",
                "Reader",
                "Writer",
                "value_traits",
            ] {
                imports.name(Module::Runtime, name);
            }
            TypeItem::Newtype(types.definition(id, kind, &mut imports))
        }
        kind => TypeItem::Alias(types.definition(id, kind, &mut imports)),
    };
    let otherwise = format!("`{}`.", written_name(type_));
    TypeFile {
        module,
        name: name.clone(),
        id,
        component: match &type_.name {
            api::TypeName::Component(name) => Some(name.clone()),
            api::TypeName::Inline(_) => None,
        },
        docs: plan_docs(&type_.docs, &otherwise),
        others,
        derives: types.choices().derives(id, &item),
        imports,
        item,
        gate: Gate::new(),
    }
}

/// The names of a type in the other places where the document writes it.
fn plan_others(others: Vec<(&api::Type, &Identifier)>, name: &Identifier) -> Vec<OtherName> {
    let others = others.into_iter().map(|(type_, other)| OtherName {
        name: other.clone(),
        docs: Docs {
            text: format!("`{}`, where [`{name}`] stands again.", written_name(type_)),
            deprecated: type_.docs.deprecated,
        },
    });
    others.collect()
}

fn written_name(type_: &api::Type) -> String {
    match &type_.name {
        api::TypeName::Component(name) => name.clone(),
        api::TypeName::Inline(words) => words.join(" / "),
    }
}
