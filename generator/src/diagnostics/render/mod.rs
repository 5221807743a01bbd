//! How diagnostics look: for people and for programs. The only place that knows; adds no summary.

mod human;
mod json;
mod place;

pub use human::{Color, render_human};
pub use json::render_json;
