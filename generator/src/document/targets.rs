//! What the shell's references lead to, with the place of each. Not for schemas, which have an arena.

use std::collections::HashMap;

use openapiv3::{Callback, Example, Header, Link, Parameter, ReferenceOr, RequestBody, Response};

use super::Document;
use crate::source::{FileId, Origin, Token};

/// Something of the shell, and where it stands.
#[derive(Debug)]
pub struct Located<'a, T> {
    /// What.
    pub value: &'a T,
    /// Where, after references were followed.
    pub origin: Origin,
    /// What it is called where a reference led here: a component's name, the last step of a pointer, or the
    /// file's name without its ending.
    pub name: Option<String>,
}

/// What the shell's references lead to, by the reference as it stands in the shell.
#[derive(Debug, Default)]
pub struct Targets {
    pub(super) parameters: HashMap<String, (Parameter, Origin)>,
    pub(super) request_bodies: HashMap<String, (RequestBody, Origin)>,
    pub(super) responses: HashMap<String, (Response, Origin)>,
    pub(super) headers: HashMap<String, (Header, Origin)>,
    pub(super) examples: HashMap<String, (Example, Origin)>,
    pub(super) links: HashMap<String, (Link, Origin)>,
    pub(super) callbacks: HashMap<String, (Callback, Origin)>,
}

macro_rules! follow {
    ($($(#[$doc:meta])* $method:ident: $type:ty, $table:ident;)*) => {
        impl Document {
            $(
                $(#[$doc])*
                ///
                /// `origin` is where the reference or the thing itself stands. `None` only for
                /// something of another document: references that lead nowhere were reported and
                /// left out when this one was parsed.
                pub fn $method<'a>(
                    &'a self,
                    written: &'a ReferenceOr<$type>,
                    origin: &Origin,
                ) -> Option<Located<'a, $type>> {
                    match written {
                        ReferenceOr::Item(value) => {
                            Some(Located { value, origin: origin.clone(), name: None })
                        }
                        ReferenceOr::Reference { reference } => {
                            let (value, origin) = self.targets.$table.get(reference)?;
                            Some(Located { value, origin: origin.clone(), name: self.name_of(origin) })
                        }
                    }
                }
            )*
        }
    };
}

follow! {
    /// A parameter, its reference followed.
    parameter: Parameter, parameters;
    /// A request body, its reference followed.
    request_body: RequestBody, request_bodies;
    /// A response, its reference followed.
    response: Response, responses;
    /// A header, its reference followed.
    header: Header, headers;
    /// An example, its reference followed.
    example: Example, examples;
    /// A link, its reference followed.
    link: Link, links;
    /// A callback, its reference followed.
    callback: Callback, callbacks;
}

impl Document {
    /// A file's name without its ending: what something is called that is all of the file.
    pub fn file_stem(&self, file: FileId) -> Option<&str> {
        let name = self.file_names.get(usize::from(file.0))?;
        Some(name.split_once('.').map_or(name.as_str(), |(stem, _)| stem))
            .filter(|stem| !stem.is_empty())
    }

    fn name_of(&self, origin: &Origin) -> Option<String> {
        match (origin.token(), origin.tokens().first()) {
            (None, _) => self.file_stem(origin.file()).map(str::to_owned),
            // an operation's own has no name
            (_, Some(Token::Key(first))) if &**first == "paths" => None,
            (Some(Token::Key(name)), _) => Some(name.to_string()),
            (Some(Token::Index(_)), _) => None,
        }
    }
}
