//! A `clientsmith.toml` to start with, for `clientsmith init`: what the description suggests, and an example of every
//! table. Lines that begin with `#` and a key are examples: without the `#` they are as good as any.

use std::fmt::Write as _;

use toml_edit::Value;

/// What a description suggests for its configuration.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Starter {
    /// The description, from the folder of the file.
    pub document: String,
    /// The package's name.
    pub package: String,
    /// The tags of operations, and how many operations have each first; `None`: those without.
    pub tags: Vec<(Option<String>, usize)>,
    /// An operation's id.
    pub operation: Option<String>,
    /// A component that is an object, and one of its properties.
    pub property: Option<(String, String)>,
    /// A component that is an enumeration, and one of its values.
    pub value: Option<(String, String)>,
    /// The formats of strings, each once.
    pub formats: Vec<String>,
}

/// The libraries of formats, for examples.
const LIBRARIES: &[(&str, &str)] = &[
    ("date-time", "jiff"),
    ("date", "jiff"),
    ("duration", "jiff"),
    ("uuid", "uuid"),
    ("decimal", "rust_decimal"),
];

impl Starter {
    /// The text of the file.
    pub fn text(&self) -> String {
        let parts = [
            self.head(),
            self.package(),
            self.operations(),
            self.limits(),
            self.names(),
            self.types(),
            self.enums(),
        ];
        parts.join("\n")
    }

    fn head(&self) -> String {
        format!(
            "# What `clientsmith generate` makes, and of what. A line that begins with `#` and a key is an example: take the\n\
             # `#` away and it counts. The guide of clientsmith has all keys, under `Configuration`.\n\n\
             document = {}\n\
             output = {}\n\
             #overlays = [\"ours.yaml\"]                 # changes to the description that are yours (OpenAPI Overlay)\n\
             #strict = true                            # warnings are failures\n",
            quoted(&self.document),
            quoted(&self.package)
        )
    }

    fn package(&self) -> String {
        format!(
            "[package]\n\
             name = {}\n\
             #version = \"0.1.0\"\n\
             #authors = [\"Ada <ada@example.com>\"]\n\
             #license = \"MIT\"\n\
             #runtime = \"dependency\"                   # unless told it is copied into the crate\n\
             #module = \"crate::api\"                    # a module tree instead of a crate\n\
             #dependencies = {{ bank = \"1\" }}            # further dependencies of the crate\n",
            quoted(&self.package)
        )
    }

    fn operations(&self) -> String {
        let all: usize = self.tags.iter().map(|(_, count)| count).sum();
        let mut text = format!("# The description has {all} operations");
        let width = self.tags.iter().map(|(tag, _)| shown(tag).chars().count());
        let width = width.max().unwrap_or_default();
        text.push_str(match self.tags.is_empty() {
            true => ".\n",
            false => ", by their first tag:\n",
        });
        for (tag, count) in &self.tags {
            // Writing to a String does not fail.
            let _ = writeln!(text, "#   {:width$} {count:>5}", shown(tag));
        }
        let tag = self.tags.iter().find_map(|(tag, _)| tag.as_deref());
        let include = quoted(&format!("tag:{}", tag.unwrap_or("pets")));
        let exclude = quoted(self.operation.as_deref().unwrap_or("listPets"));
        let _ = write!(
            text,
            "[operations]\n\
             #include = [{include}, \"GET /**\"]\n\
             #exclude = [{exclude}]\n"
        );
        text
    }

    fn limits(&self) -> String {
        "# Rate limits that the description does not declare (`x-rate-limits`): they are kept before anything is sent.\n\
         [limits]\n\
         #burst = { limit = 10, window = \"1s\" }\n\
         #steady = { limit = 150, window = \"1m\", scope = \"tag\", on = [\"POST /**\"] }\n"
            .to_owned()
    }

    fn names(&self) -> String {
        let operation = quoted(self.operation.as_deref().unwrap_or("listPets"));
        let (type_, property) = self.property.clone().unwrap_or_else(|| pair("Pet", "type"));
        let (enumeration, value) = self.value.clone().unwrap_or_else(|| pair("Kind", "std"));
        format!(
            "# What things are called, by what the description calls them; inline types by what leads to them\n\
             # (\"Order.items.item\"), any of them by its JSON pointer (\"#/components/schemas/Pet\").\n\
             [names]\n\
             #operations = {{ {operation} = \"a_better_name\" }}\n\
             #types = {{ {} = \"BetterName\" }}\n\
             #fields = {{ {} = \"better_name\" }}\n\
             #values = {{ {} = \"BetterName\" }}\n",
            quoted(&type_),
            quoted(&format!("{type_}.{property}")),
            quoted(&format!("{enumeration}.{value}")),
        )
    }

    fn types(&self) -> String {
        let (type_, _) = self.property.clone().unwrap_or_else(|| pair("Pet", "type"));
        let mut text = "# Which type stands for which format of strings, or for which schema: a library's, or a path.\n\
                        [types.formats]\n"
            .to_owned();
        for format in &self.formats {
            if let Some((_, library)) = LIBRARIES.iter().find(|(known, _)| known == format) {
                // Writing to a String does not fail.
                let _ = writeln!(text, "#{format} = {}", quoted(library));
            }
        }
        let _ = write!(
            text,
            "#iban = {{ type = \"bank::Iban\", as = \"text\" }}\n\n\
             [types.schemas]\n\
             #{} = \"Value\"\n\n\
             # Beside Debug and Clone.\n\
             [types.derives]\n\
             #all = [\"PartialEq\"]\n",
            quoted(&type_)
        );
        text
    }

    fn enums(&self) -> String {
        let (enumeration, _) = self.value.clone().unwrap_or_else(|| pair("Kind", "std"));
        format!(
            "# Whether an enumeration keeps values that the description does not list (\"open\", unless told), or fails.\n\
             [enums]\n\
             #default = \"open\"\n\
             #types = {{ {} = \"closed\" }}\n",
            quoted(&enumeration)
        )
    }
}

fn pair(one: &str, other: &str) -> (String, String) {
    (one.to_owned(), other.to_owned())
}

/// A text as TOML writes it.
fn quoted(text: &str) -> String {
    Value::from(text).to_string().trim().replace('\n', " ")
}

/// A tag as a comment shows it: on one line.
fn shown(tag: &Option<String>) -> String {
    let tag = tag.as_deref().unwrap_or("(none)");
    tag.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}
