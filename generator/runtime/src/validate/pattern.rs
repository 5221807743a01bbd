//! `pattern`: regular expressions of ECMA-262, each compiled once in a process.
//!
//! `regress` 0.12 is made for that grammar (Boa, an engine of JavaScript, uses it): `\d` is ASCII, look-behind
//! and back references are there, and code points are characters. It searches by backtracking, as
//! JavaScript does: what a pattern costs is its author's to answer for.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use regress::Regex;

/// What was compiled of patterns; `None` of one that cannot be read.
type Compiled = HashMap<&'static str, Option<Arc<Regex>>>;

static COMPILED: LazyLock<Mutex<Compiled>> = LazyLock::new(Mutex::default);

/// Whether a pattern is found somewhere in a text. One that cannot be read is in no table: the generator
/// says so, and leaves it out.
pub(super) fn matches(pattern: &'static str, text: &str) -> bool {
    let compiled = {
        let mut known = COMPILED.lock().unwrap_or_else(PoisonError::into_inner);
        let compiled = known.entry(pattern);
        compiled
            .or_insert_with(|| compile(pattern).map(Arc::new))
            .clone()
    };
    compiled.is_none_or(|pattern| pattern.find(text).is_some())
}

/// With the flag `u`, as JSON Schema recommends; without it where it is only legal so: many patterns
/// escape what needs no escape.
fn compile(pattern: &str) -> Option<Regex> {
    Regex::with_flags(pattern, "u")
        .or_else(|_| Regex::new(pattern))
        .ok()
}
