//! As meant.
