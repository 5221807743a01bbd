//! Examples: of each client method, of the builder, of the crate, and the one under `examples/`.

use proc_macro2::TokenStream;
use quote::quote;

use super::File;
use super::field::emit_constant;
use super::source_file::SourceFile;
use super::tokens::ident;
use crate::diagnostics::Sink;
use crate::plan::{Example, Package, Sample};

/// A client method's example, as a section of its docs.
pub(super) fn emit_doc_example(package: &Package, example: &Example) -> String {
    let crate_name = &package.crate_name;
    let mut lines = vec![
        String::new(),
        "# Example".to_owned(),
        String::new(),
        "```no_run".to_owned(),
    ];
    if example.deprecated {
        lines.push("# #![allow(deprecated)]".to_owned());
    }
    let client = format!("{crate_name}::Client");
    lines.push(format!(
        "# async fn example(client: {client}) -> Result<(), Box<dyn std::error::Error>> {{"
    ));
    let call = emit_example_call(example);
    lines.extend(statements(
        package,
        example,
        quote!(let response = #call.await?;),
    ));
    lines.push("# Ok(())".to_owned());
    lines.push("# }".to_owned());
    lines.push("```".to_owned());
    lines.join("\n")
}

/// The builder's example.
pub(super) fn emit_builder_example(package: &Package) -> String {
    let crate_name = &package.crate_name;
    let credential = credential(package)
        .map(|call| format!("{call}\n    "))
        .unwrap_or_default();
    format!(
        "\n# Example\n\n```\nuse std::time::Duration;\n\nlet client = {crate_name}::Client::builder()\n    {credential}\
         .timeout(Duration::from_secs(60))\n    .user_agent(\"my-application/1.0\");\n```"
    )
}

fn credential(package: &Package) -> Option<&'static str> {
    let (marker, _) = package.client.credentials.first()?;
    Some(match *marker {
        "BearerScheme" => ".bearer_token(\"token\")",
        "BasicScheme" => ".basic(\"user\", \"password\")",
        _ if package.client.takes_bearer_key => ".api_key(\"Bearer token\")",
        _ => ".api_key(\"key\")",
    })
}

/// The crate's example: from nothing to a reply.
pub(super) fn emit_crate_example(package: &Package) -> String {
    let Some(example) = package.leading_example() else {
        return String::new();
    };
    let body = program(package, example);
    let mut lines = vec!["```no_run".to_owned()];
    lines.push("# async fn example() -> Result<(), Box<dyn std::error::Error>> {".to_owned());
    lines.extend(body);
    lines.extend(["# Ok(())", "# }", "```"].map(str::to_owned));
    lines.join("\n")
}

/// `examples/<operation>.rs`.
pub(super) fn emit_example(package: &Package, example: &Example, sink: &mut Sink) -> File {
    let method = &example.method;
    let client = &package.client;
    let what = match (&client.example_base_url, client.credentials.is_empty()) {
        (None, true) => "",
        (None, false) => "set the credential, then ",
        (Some(_), true) => "say where the API is, then ",
        (Some(_), false) => "say where the API is, set the credential, then ",
    };
    let about = format!("Calls `{method}`: {what}`cargo run --example {method}`.");
    let path = format!("examples/{method}.rs");
    let mut file = SourceFile::new(path, &package.header, Some(&about), sink);
    file.group(imports(package, example, true));
    let client = emit_client(package);
    let call = emit_example_call(example);
    let shown = emit_shown(example);
    file.item(quote! {
        #[tokio::main]
        async fn main() -> Result<(), Box<dyn std::error::Error>> {
            let client = #client;
            let response = #call.await?;
            #shown
            Ok(())
        }
    });
    file.finish()
}

/// What prints the reply: its value, where it has one.
fn emit_shown(example: &Example) -> TokenStream {
    match example.has_value {
        true => quote!(println!("{:#?}", response.into_body());),
        false => quote!(println!("{:?}", response.status());),
    }
}

/// That as lines.
pub(super) fn shown(example: &Example) -> Vec<String> {
    body_lines(emit_shown(example))
}

/// The lines from the imports to the call.
pub(super) fn program(package: &Package, example: &Example) -> Vec<String> {
    let client = emit_client(package);
    let call = emit_example_call(example);
    let statements = quote!(let client = #client; let response = #call.await?;);
    let mut lines: Vec<_> = print(imports(package, example, true))
        .lines()
        .map(str::to_owned)
        .collect();
    lines.push(String::new());
    lines.extend(body_lines(statements));
    lines
}

fn emit_client(package: &Package) -> TokenStream {
    let client = &package.client;
    let base_url = client.example_base_url.iter();
    let credential = match client.credentials.first().map(|(marker, _)| *marker) {
        None => None,
        Some("BearerScheme") => Some(quote!(bearer_token(std::env::var("API_TOKEN")?))),
        Some("BasicScheme") => Some(quote!(basic(
            std::env::var("API_USER")?,
            std::env::var("API_PASSWORD")?
        ))),
        Some(_) if client.takes_bearer_key => Some(quote!(api_key(
            "Bearer ".to_owned() + &std::env::var("API_TOKEN")?
        ))),
        Some(_) => Some(quote!(api_key(std::env::var("API_KEY")?))),
    };
    let credential = credential.iter();
    quote!(Client::builder()#(.base_url(#base_url))*#(.#credential)*.build()?)
}

fn statements(package: &Package, example: &Example, statement: TokenStream) -> Vec<String> {
    let imports = print(imports(package, example, false));
    let mut lines: Vec<_> = imports.lines().map(str::to_owned).collect();
    if !lines.is_empty() {
        lines.push(String::new());
    }
    lines.extend(body_lines(statement));
    lines
}

fn imports(package: &Package, example: &Example, with_client: bool) -> Vec<TokenStream> {
    let crate_name = ident(&package.crate_name);
    let mut imports = Vec::new();
    if with_client {
        imports.push(quote!(use #crate_name::Client;));
    }
    for (module, names) in [
        ("operations", &example.operations),
        ("runtime", &example.runtime),
        ("types", &example.types),
    ] {
        let module = ident(module);
        let names: Vec<_> = names.iter().map(|name| ident(name)).collect();
        match names.as_slice() {
            [] => {}
            [only] => imports.push(quote!(use #crate_name::#module::#only;)),
            several => imports.push(quote!(use #crate_name::#module::{#(#several),*};)),
        }
    }
    imports
}

fn print(items: Vec<TokenStream>) -> String {
    // what does not parse here is the same as in the file of the operation, which reports it
    syn::parse2(quote!(#(#items)*))
        .map(|file| prettyplease::unparse(&file))
        .unwrap_or_default()
}

fn body_lines(statements: TokenStream) -> Vec<String> {
    let text = print(vec![quote!(async fn example() { #statements })]);
    let lines = text.lines().skip(1).filter(|line| *line != "}");
    lines
        .map(|line| line.strip_prefix("    ").unwrap_or(line).to_owned())
        .collect()
}

fn emit_example_call(example: &Example) -> TokenStream {
    let method = &example.method;
    let arguments = example.arguments.iter().map(emit_sample);
    quote!(client.#method(#(#arguments),*))
}

fn emit_sample(sample: &Sample) -> TokenStream {
    match sample {
        Sample::Text(text) => quote!(#text),
        Sample::Scalar(scalar) => emit_constant(scalar),
        Sample::Unit => quote!(()),
        Sample::Path(type_, value) => {
            let (type_, value) = (ident(type_), ident(value));
            quote!(#type_::#value)
        }
        Sample::Checked(type_, text) => {
            let type_ = ident(type_);
            quote!(#type_::new(#text)?)
        }
        Sample::Parsed(text) => quote!(#text.parse()?),
        Sample::Given(given) => quote!(#given),
        Sample::Variant {
            type_,
            variant,
            value,
            boxed,
            converted,
        } => {
            let (type_, mut value) = (ident(type_), emit_sample(value));
            if *converted {
                value = quote!(#value.into());
            }
            if *boxed {
                value = quote!(Box::new(#value));
            }
            quote!(#type_::#variant(#value))
        }
        Sample::New(type_, required, optional) => {
            let type_ = ident(type_);
            let required = required.iter().map(emit_sample);
            let setters = optional.iter().map(|(name, value)| {
                let value = emit_sample(value);
                quote!(.#name(#value))
            });
            quote!(#type_::new(#(#required),*) #(#setters)*)
        }
        Sample::Empty(type_) => {
            let type_ = ident(type_);
            quote!(#type_::new())
        }
        Sample::Tuple(items) => {
            let items = items.iter().map(|(item, converted)| {
                let item = emit_sample(item);
                match converted {
                    true => quote!(#item.into()),
                    false => item,
                }
            });
            quote!((#(#items,)*))
        }
    }
}
