//! What the fuzz targets hold, on stable: over every case document, cut and changed in the ways that
//! fuzzing changes them, over the seeds, and over trees made of pseudo-random bytes.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

#[path = "../fuzz/src/lib.rs"]
pub mod checks;

use std::fs;
use std::path::Path;

/// Every file below a folder.
fn files(folder: &Path, found: &mut Vec<Vec<u8>>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        match path.is_dir() {
            true => files(&path, found),
            false if path.extension().is_some_and(|ending| ending == "snap") => {}
            false => found.push(fs::read(path).expect("a file")),
        }
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn seeds_hold() {
    let mut seeds = Vec::new();
    files(&root().join("fuzz/seeds"), &mut seeds);
    assert!(!seeds.is_empty());
    for seed in &seeds {
        checks::read(seed);
        checks::document(seed);
        checks::pipeline(seed);
    }
}

#[test]
fn every_case_cut_short_is_read_or_refused() {
    let mut cases = Vec::new();
    files(&root().join("tests/cases"), &mut cases);
    for case in &cases {
        for tenth in 1..10 {
            let cut = case.get(..case.len() * tenth / 10).unwrap_or_default();
            checks::read(cut);
            checks::document(cut);
        }
    }
}

#[test]
fn trees_of_pseudo_random_bytes_give_rust_that_parses() {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64; // the same in every run
    let mut next = || {
        // xorshift64*, Marsaglia 2003 and Vigna 2016
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        state.wrapping_mul(0x2545_F491_4F6C_DD1D).to_le_bytes()
    };
    for _ in 0..150 {
        let bytes: Vec<u8> = (0..64).flat_map(|_| next()).collect();
        checks::pipeline(&bytes);
    }
}
