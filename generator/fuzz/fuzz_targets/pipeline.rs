//! The whole pipeline, on trees shaped like OpenAPI.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| clientsmith_fuzz::pipeline(bytes));
