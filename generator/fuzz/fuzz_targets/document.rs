//! The pass over the document and what it means, on any bytes.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| clientsmith_fuzz::document(bytes));
