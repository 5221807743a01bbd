//! A part of a multipart body, and what of a type is one or several.

use std::path::PathBuf;

use crate::codec::Nullable;
use crate::request::body::RequestBody;

/// A part of a multipart body: a file as a rule, from memory (`Part::from(bytes)`), by its path, or
/// as a stream.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    pub(super) body: RequestBody,
    pub(super) file_name: Option<String>,
    pub(super) headers: Vec<(String, String)>,
}

impl Part {
    /// The contents of a file, under its own name. It is opened when the request is sent.
    pub fn path(path: impl Into<PathBuf>) -> Self {
        let path = path.into();
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        Self {
            file_name: name,
            ..RequestBody::path(path).into()
        }
    }

    /// The file's name; without one it is called `blob`, as a browser calls it.
    #[must_use]
    pub fn file_name(mut self, name: impl Into<String>) -> Self {
        self.file_name = Some(name.into());
        self
    }

    /// The part's content type; `application/octet-stream` unless the document says another one.
    #[must_use]
    pub fn content_type(mut self, content_type: impl Into<String>) -> Self {
        self.body = self.body.content_type(content_type);
        self
    }

    /// A further header field of the part.
    #[must_use]
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }
}

impl<B: Into<RequestBody>> From<B> for Part {
    fn from(body: B) -> Self {
        Self {
            body: body.into(),
            file_name: None,
            headers: Vec::new(),
        }
    }
}

/// Files under one name: one, none, or several.
pub trait Files {
    /// Calls `file` with each.
    fn each(&self, file: &mut dyn FnMut(&Part));
}

impl Files for Part {
    fn each(&self, file: &mut dyn FnMut(&Part)) {
        file(self);
    }
}

impl<F: Files> Files for Option<F> {
    fn each(&self, file: &mut dyn FnMut(&Part)) {
        self.iter().for_each(|files| files.each(file));
    }
}

impl<F: Files> Files for Nullable<F> {
    fn each(&self, file: &mut dyn FnMut(&Part)) {
        if let Self::Value(files) = self {
            files.each(file);
        }
    }
}

impl<F: Files> Files for Vec<F> {
    fn each(&self, file: &mut dyn FnMut(&Part)) {
        self.iter().for_each(|files| files.each(file));
    }
}
