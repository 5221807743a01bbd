// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! The parameters of a request, each by its location: how their values become text is the business of
//! `style.rs`. Not bodies.

use http::{HeaderName, HeaderValue};

use super::RequestEncoder;
use super::rules::Location;
use crate::runtime::codec::{Encode, EncodeError, ParameterValue, parameter_value_in, to_json};
use crate::runtime::error::RequestError;
use crate::runtime::request::percent::{Keep, push};
use crate::runtime::request::{Explode, FormField, Style, cookie, deep, form, push_pair, style};

/// Room for the text of a parameter, so that most take no allocation of their own.
const ROOM: usize = 48;

impl RequestEncoder {
    /// Writes a path parameter.
    pub fn path(&mut self, name: &'static str, style: Style, explode: Explode, value: &dyn Encode) {
        self.path_text(name, style, explode, Keep::Unreserved, value);
    }

    /// Writes a path parameter whose reserved characters go unescaped (`allowReserved`), but for those
    /// that would end its segment or the path: `/`, `?` and `#`.
    pub fn path_reserved(
        &mut self,
        name: &'static str,
        style: Style,
        explode: Explode,
        value: &dyn Encode,
    ) {
        self.path_text(name, style, explode, Keep::Segment, value);
    }

    /// Writes a path parameter that is several segments: its slashes go unescaped too. One that it begins with is left
    /// out, since there is one before it.
    pub fn path_segments(
        &mut self,
        name: &'static str,
        style: Style,
        explode: Explode,
        value: &dyn Encode,
    ) {
        match (style, value.as_text()) {
            (Style::Simple, Some(text)) => {
                let text = text.strip_prefix('/').unwrap_or(text);
                self.hold(Location::Path, name, value);
                self.target
                    .fill(name, |path| push(path, text, Keep::Segments));
            }
            _ => self.path_text(name, style, explode, Keep::Segments, value),
        }
    }

    /// Writes a path parameter as JSON (`content: application/json`).
    pub fn path_json(&mut self, name: &'static str, value: &dyn Encode) {
        self.hold(Location::Path, name, value);
        if let Some(text) = self.json_text(name, value) {
            self.target
                .fill(name, |path| push(path, &text, Keep::Unreserved));
        }
    }

    /// Writes a query parameter.
    pub fn query(
        &mut self,
        name: &'static str,
        style: Style,
        explode: Explode,
        value: &dyn Encode,
    ) {
        self.query_pairs(name, style, explode, Keep::Unreserved, value);
    }

    /// Writes a query parameter whose reserved characters go unescaped (`allowReserved`).
    pub fn query_reserved(
        &mut self,
        name: &'static str,
        style: Style,
        explode: Explode,
        value: &dyn Encode,
    ) {
        self.query_pairs(name, style, explode, Keep::Reserved, value);
    }

    /// Writes a query parameter as JSON (`content: application/json`).
    pub fn query_json(&mut self, name: &'static str, value: &dyn Encode) {
        self.hold(Location::Query, name, value);
        if let Some(text) = self.json_text(name, value) {
            push_pair(&mut self.query, name, &text);
        }
    }

    /// Writes an object as the whole query string (`in: querystring`, as a form): a pair for each
    /// property, one for each item of a list.
    pub fn querystring(&mut self, name: &'static str, value: &dyn Encode) {
        if value.is_absent() {
            return;
        }
        self.hold(Location::Query, name, value);
        match form::form(value, FormField::Plain, &[]) {
            Ok(text) => self.query.push_str(&text),
            Err(error) => self.fail(RequestError::encode(name, error)),
        }
    }

    /// Writes JSON as the whole query string (`in: querystring`, `content: application/json`).
    pub fn querystring_json(&mut self, name: &'static str, value: &dyn Encode) {
        self.hold(Location::Query, name, value);
        if let Some(text) = self.json_text(name, value) {
            push(&mut self.query, &text, Keep::Unreserved);
        }
    }

    /// Writes a text as the whole query string (`in: querystring`, any other media type).
    pub fn querystring_text(&mut self, name: &'static str, value: &dyn Encode) {
        self.hold(Location::Query, name, value);
        match self.value(name, value) {
            ParameterValue::Absent | ParameterValue::Null => {}
            ParameterValue::Scalar(text) => push(&mut self.query, &text, Keep::Unreserved),
            ParameterValue::Array(_) | ParameterValue::Object(_) => self.fail(RequestError::new(
                format!("`{name}` is a list or an object, which is no query string"),
            )),
        }
    }

    /// Writes a header parameter.
    pub fn header(&mut self, name: &'static str, explode: Explode, value: &dyn Encode) {
        self.hold(Location::Header, name, value);
        let value = self.value(name, value);
        if let Some(text) = style::header(explode, value) {
            self.header_text(name, &text);
        }
    }

    /// Writes a header parameter as JSON (`content: application/json`).
    pub fn header_json(&mut self, name: &'static str, value: &dyn Encode) {
        self.hold(Location::Header, name, value);
        if let Some(text) = self.json_text(name, value) {
            self.header_text(name, &text);
        }
    }

    /// Writes a cookie: percent-encoded in the style `form`, as it is in the style `cookie`.
    pub fn cookie(
        &mut self,
        name: &'static str,
        style: Style,
        explode: Explode,
        value: &dyn Encode,
    ) {
        self.cookie_pairs(name, style, explode, Keep::Unreserved, value);
    }

    /// Writes a cookie whose reserved characters go unescaped (`allowReserved`).
    pub fn cookie_reserved(
        &mut self,
        name: &'static str,
        style: Style,
        explode: Explode,
        value: &dyn Encode,
    ) {
        self.cookie_pairs(name, style, explode, Keep::Cookie, value);
    }

    /// Writes a cookie as JSON, percent-encoded (`content: application/json`).
    pub fn cookie_json(&mut self, name: &'static str, value: &dyn Encode) {
        self.hold(Location::Cookie, name, value);
        if let Some(text) = self.json_text(name, value) {
            let value = ParameterValue::Scalar(text);
            let (style, explode) = (Style::Form, Explode::No);
            cookie::push(
                &mut self.cookies,
                style,
                explode,
                Keep::Unreserved,
                name,
                &value,
            );
        }
    }

    fn path_text(
        &mut self,
        name: &'static str,
        style: Style,
        explode: Explode,
        keep: Keep,
        value: &dyn Encode,
    ) {
        self.hold(Location::Path, name, value);
        if let (Style::Simple, Some(text)) = (style, value.as_text()) {
            self.target.fill(name, |path| push(path, text, keep));
            return;
        }
        let value = self.value(name, value);
        if value != ParameterValue::Absent {
            self.target.fill(name, |path| {
                style::path(path, style, explode, keep, name, &value);
            });
        }
        self.reuse(value);
    }

    fn query_pairs(
        &mut self,
        name: &str,
        style: Style,
        explode: Explode,
        keep: Keep,
        value: &dyn Encode,
    ) {
        self.hold(Location::Query, name, value);
        if style == Style::DeepObject && !value.is_absent() {
            if let Err(error) = deep::query(&mut self.query, keep, name, value) {
                self.fail(RequestError::encode(name, error));
            }
            return;
        }
        let value = self.value(name, value);
        style::query(&mut self.query, style, explode, keep, name, &value);
        self.reuse(value);
    }

    fn cookie_pairs(
        &mut self,
        name: &str,
        style: Style,
        explode: Explode,
        keep: Keep,
        value: &dyn Encode,
    ) {
        self.hold(Location::Cookie, name, value);
        let value = self.value(name, value);
        if style == Style::Cookie && cookie::is_split(&value) {
            self.fail(RequestError::header(name));
        }
        cookie::push(&mut self.cookies, style, explode, keep, name, &value);
        self.reuse(value);
    }

    fn value(&mut self, name: &str, value: &dyn Encode) -> ParameterValue {
        if value.is_absent() {
            return ParameterValue::Absent;
        }
        let mut room = std::mem::take(&mut self.room);
        room.clear();
        room.reserve(ROOM);
        parameter_value_in(room, value).unwrap_or_else(|error| self.encode_failed(name, error))
    }

    /// Keeps the room that a parameter's text had for the next one.
    fn reuse(&mut self, value: ParameterValue) {
        if let ParameterValue::Scalar(room) = value {
            self.room = room;
        }
    }

    fn encode_failed(&mut self, name: &str, error: EncodeError) -> ParameterValue {
        self.fail(RequestError::encode(name, error));
        ParameterValue::Absent
    }

    fn json_text(&mut self, name: &str, value: &dyn Encode) -> Option<String> {
        if value.is_absent() {
            return None;
        }
        match to_json(value) {
            Ok(text) => Some(String::from_utf8_lossy(&text).into_owned()),
            Err(error) => {
                self.fail(RequestError::encode(name, error));
                None
            }
        }
    }

    fn header_text(&mut self, name: &'static str, text: &str) {
        match (
            HeaderName::from_bytes(name.as_bytes()),
            HeaderValue::from_bytes(text.as_bytes()),
        ) {
            (Ok(name), Ok(value)) => self.headers.insert(name, value),
            _ => self.fail(RequestError::header(name)),
        }
    }
}
