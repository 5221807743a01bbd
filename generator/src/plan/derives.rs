//! What types derive: little, since a derive is the dearest thing to compile in a generated crate. `Debug` of what is
//! JSON is a line of the runtime's, and values are compared where the user chooses that.

use super::{Path, TypeItem};

/// What a type derives, `chosen` among it.
pub(super) fn plan_derives(item: &TypeItem, chosen: &[String], compares_all: bool) -> Vec<Path> {
    let usual: &[&str] = match item {
        TypeItem::Enumeration(_) => &["Debug", "Clone", "Copy", "PartialEq", "Eq", "Hash"],
        TypeItem::Struct(struct_) if struct_.fields.iter().any(|field| field.required) => {
            &["Clone"]
        }
        TypeItem::Struct(_) | TypeItem::Newtype(_) => &["Clone", "Default"],
        // which variant it is, JSON does not tell
        TypeItem::Union(_) => &["Debug", "Clone"],
        TypeItem::Multipart(multipart) => {
            let fields = &multipart.struct_.fields;
            return match fields.iter().any(|field| field.required) {
                true => own(&["Debug", "Clone"], compares_all),
                false => own(&["Debug", "Clone", "Default"], compares_all),
            };
        }
        // its state would have to derive what is chosen
        TypeItem::Patch(_) => return own(&["Debug", "Clone"], compares_all),
        TypeItem::Alias(_) => return Vec::new(),
    };
    let compared = !usual.contains(&"PartialEq") && compares(chosen);
    let is_new = |path: &&String| {
        let path = path.as_str();
        !usual.contains(&path) && !["Debug", "PartialEq"].contains(&path)
    };
    let further = chosen.iter().filter(is_new);
    let further = further.filter_map(|path| Path::chosen(path));
    own(usual, compared).into_iter().chain(further).collect()
}

/// What types that stand around others derive, so that they can be compared where the others can.
pub(super) fn own(usual: &[&str], compared: bool) -> Vec<Path> {
    let compared = compared.then_some("PartialEq");
    let names = usual.iter().copied().chain(compared);
    names.map(Path::prelude).collect()
}

/// Whether `PartialEq` is chosen, or what needs it.
pub(super) fn compares(chosen: &[String]) -> bool {
    let needs = |path: &String| ["PartialEq", "Eq", "PartialOrd", "Ord"].contains(&path.as_str());
    chosen.iter().any(needs)
}
