//! `rules/`: what the document demands of values that are sent, as tables. Compiled with the feature
//! `validate` alone: without it these files are not even read.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::File;
use super::modules::gated;
use super::parallel::emit_each;
use super::source_file::SourceFile;
use super::tokens::ident;
use crate::diagnostics::Sink;
use crate::plan::{Identifier, Imports, Inside, OperationRules, Package, Rule, Rules, TypeRules};

/// The files under `rules/`; none where nothing is demanded.
pub(super) fn emit_rules(package: &Package, base: &str, sink: &mut Sink) -> Vec<File> {
    if !package.has_rules() {
        return Vec::new();
    }
    let folder = format!("{base}rules");
    let operations = &package.operation_rules;
    let mut files = vec![emit_root(package, operations.is_empty(), &folder, sink)];
    if !operations.is_empty() {
        let about = "What the document demands of operations' requests.";
        let path = format!("{folder}/operations/mod.rs");
        let mut file = SourceFile::new(path, &package.header, Some(about), sink);
        let modules = operations.iter().map(|rules| {
            let name = &rules.module;
            gated(&rules.gate, quote!(pub(crate) mod #name;))
        });
        file.group(modules.collect());
        files.push(file.finish());
    }
    if !package.rules.is_empty() {
        let about = "What the document demands of types that are sent.";
        let path = format!("{folder}/types/mod.rs");
        let mut file = SourceFile::new(path, &package.header, Some(about), sink);
        let modules = package.rules.iter().map(|rules| {
            let name = &rules.module;
            gated(&rules.gate, quote!(mod #name;))
        });
        file.group(modules.collect());
        files.push(file.finish());
    }
    files.extend(emit_each(operations, sink, |rules, sink| {
        emit_operation(package, rules, &folder, sink)
    }));
    files.extend(emit_each(&package.rules, sink, |rules, sink| {
        emit_type(package, rules, &folder, sink)
    }));
    files
}

/// `rules!(rules::operations::list_pets::RULES)`: the macro adds `crate`.
pub(super) fn emit_rules_of(package: &Package, module: &Identifier) -> TokenStream {
    let root = package.root.iter().filter(|segment| *segment != "crate");
    let root = root.map(|segment| ident(segment));
    quote!(rules!(#(#root::)* rules::operations::#module::RULES))
}

/// `rules/mod.rs`.
fn emit_root(package: &Package, no_operations: bool, folder: &str, sink: &mut Sink) -> File {
    let about = "What the document demands of values that are sent, beyond their types: lengths, patterns, ranges, items.";
    let path = format!("{folder}/mod.rs");
    let mut file = SourceFile::new(path, &package.header, Some(about), sink);
    let operations = (!no_operations).then(|| {
        quote!(
            pub(crate) mod operations;
        )
    });
    let types = (!package.rules.is_empty()).then(|| {
        quote!(
            mod types;
        )
    });
    file.group([operations, types].into_iter().flatten().collect());
    file.finish()
}

/// `pub(crate) static RULES: OperationRules = OperationRules { … };`
fn emit_operation(
    package: &Package,
    rules: &OperationRules,
    folder: &str,
    sink: &mut Sink,
) -> File {
    let path = format!("{folder}/operations/{}.rs", rules.module);
    let others = match rules.is_shared {
        true => ", and of other operations' where it is the same",
        false => "",
    };
    let about = format!(
        "What the document demands of requests of `{}`{others}.",
        rules.module
    );
    let mut file = SourceFile::new(path, &package.header, Some(&about), sink);
    file.imports(&package.root, &rules.imports);
    let type_ = rules.imports.runtime("OperationRules");
    let demands = &rules.demands;
    let fields = [
        ("path", &demands.path),
        ("query", &demands.query),
        ("header", &demands.header),
        ("cookie", &demands.cookie),
        ("body", &demands.body),
    ];
    let fields = fields.into_iter().filter(|(_, table)| !table.is_empty());
    let fields = fields.map(|(name, table)| {
        let name = ident(name);
        let table = emit_named(table, &rules.imports);
        quote!(#name: #table)
    });
    file.item(quote! {
        pub(crate) static RULES: #type_ = #type_ { #(#fields,)* ..#type_::NONE };
    });
    file.finish()
}

/// `impl Validate for Pet { fn rules() -> &'static Rules { … } }`
fn emit_type(package: &Package, rules: &TypeRules, folder: &str, sink: &mut Sink) -> File {
    let path = format!("{folder}/types/{}.rs", rules.module);
    let type_ = &rules.type_;
    let about = format!("What the document demands of `{}`.", quote!(#type_));
    let mut file = SourceFile::new(path, &package.header, Some(&about), sink);
    file.imports(&package.root, &rules.imports);
    let (validate, table) = (
        rules.imports.runtime("Validate"),
        rules.imports.runtime("Rules"),
    );
    let value = emit_table(&rules.rules, &rules.imports);
    file.item(quote! {
        static RULES: #table = #value;
    });
    let member = quote! {
        fn rules() -> &'static #table {
            &RULES
        }
    };
    file.implementation(quote!(impl #validate for #type_), vec![member]);
    file.finish()
}

/// `Rules::of(&[Rule::MaxLength(64)])`, and what is inside.
fn emit_table(rules: &Rules, imports: &Imports) -> TokenStream {
    let table = imports.runtime("Rules");
    let own = match rules.own.is_empty() {
        true => quote!(#table::NONE),
        false => {
            let own = emit_own(&rules.own, imports);
            quote!(#table::of(#own))
        }
    };
    match &rules.inside {
        Inside::Nothing => own,
        Inside::Type(type_) => quote!(#own.like::<#type_>()),
        Inside::Each(names, rules) => {
            let each = emit_table(rules, imports);
            match names.is_empty() {
                true => quote!(#own.each(&#each)),
                false => {
                    let names = emit_own(names, imports);
                    quote!(#own.entries(#names, &#each))
                }
            }
        }
        Inside::Places(places) => {
            let places = places.iter().map(|rules| emit_table(rules, imports));
            quote!(#own.places(&[#(#places),*]))
        }
        Inside::Properties(properties, None) => {
            let properties = emit_named(properties, imports);
            quote!(#own.properties(#properties))
        }
        Inside::Properties(properties, Some(others)) => {
            let properties = emit_named(properties, imports);
            let others = emit_table(others, imports);
            quote!(#own.properties_and_others(#properties, &#others))
        }
        Inside::Variants(variants) => {
            let variants = variants.iter().map(|rules| emit_table(rules, imports));
            quote!(#own.variants(&[#(#variants),*]))
        }
    }
}

/// `&[("name", Rules::of(…)), …]`
fn emit_named(rules: &[(String, Rules)], imports: &Imports) -> TokenStream {
    let rules = rules.iter().map(|(name, rules)| {
        let rules = emit_table(rules, imports);
        quote!((#name, #rules))
    });
    quote!(&[#(#rules),*])
}

/// `&[Rule::MinLength(1), Rule::Pattern("^a")]`
fn emit_own(rules: &[Rule], imports: &Imports) -> TokenStream {
    let rules = rules.iter().map(|rule| emit_rule(rule, imports));
    quote!(&[#(#rules),*])
}

fn emit_rule(rule: &Rule, imports: &Imports) -> TokenStream {
    let type_ = imports.runtime("Rule");
    let count = |count: &u64| Literal::u64_unsuffixed(*count);
    let (name, argument) = match rule {
        Rule::MinLength(least) => ("MinLength", Some(count(least))),
        Rule::MaxLength(most) => ("MaxLength", Some(count(most))),
        Rule::Pattern(text) => ("Pattern", Some(Literal::string(text))),
        Rule::Minimum(text) => ("Minimum", Some(Literal::string(text))),
        Rule::ExclusiveMinimum(text) => ("ExclusiveMinimum", Some(Literal::string(text))),
        Rule::Maximum(text) => ("Maximum", Some(Literal::string(text))),
        Rule::ExclusiveMaximum(text) => ("ExclusiveMaximum", Some(Literal::string(text))),
        Rule::MultipleOf(text) => ("MultipleOf", Some(Literal::string(text))),
        Rule::MinItems(least) => ("MinItems", Some(count(least))),
        Rule::MaxItems(most) => ("MaxItems", Some(count(most))),
        Rule::UniqueItems => ("UniqueItems", None),
        Rule::MinProperties(least) => ("MinProperties", Some(count(least))),
        Rule::MaxProperties(most) => ("MaxProperties", Some(count(most))),
        Rule::Name(rule) => return emit_rule(rule, imports), // it stands with the names of a map
    };
    let name = ident(name);
    match argument {
        Some(argument) => quote!(#type_::#name(#argument)),
        None => quote!(#type_::#name),
    }
}
