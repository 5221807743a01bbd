//! The readers, on any bytes.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| clientsmith_fuzz::read(bytes));
