//! What happens to a folder: which files are written, kept, removed and refused.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

use clientsmith::File;
use clientsmith::options::ManifestOptions;
use clientsmith::write::{MANIFEST, Report, WriteError, plan_changes};

fn file(path: &str, contents: &str) -> File {
    File {
        path: path.to_owned(),
        contents: contents.to_owned(),
    }
}

fn write(folder: &Path, files: &[File]) -> Result<Report, WriteError> {
    plan_changes(files, folder, &ManifestOptions::default())?.apply()
}

fn read(folder: &Path, path: &str) -> Option<String> {
    fs::read_to_string(folder.join(path)).ok()
}

#[test]
fn stale_files_go_with_their_folders_and_foreign_ones_stay() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    write(
        folder,
        &[
            file("src/a.rs", "a"),
            file("src/old/b.rs", "b"),
            file("src/mixed/c.rs", "c"),
        ],
    )
    .expect("written");
    fs::write(folder.join("src/mixed/mine.rs"), "mine").expect("a file");
    fs::write(folder.join("CHANGELOG.md"), "mine").expect("a file");
    let report = write(folder, &[file("src/a.rs", "a")]).expect("written");
    assert_eq!(report.removed, ["src/mixed/c.rs", "src/old/b.rs"]);
    assert!(!folder.join("src/old").exists());
    assert_eq!(read(folder, "src/mixed/mine.rs").as_deref(), Some("mine"));
    assert_eq!(read(folder, "CHANGELOG.md").as_deref(), Some("mine"));
}

#[test]
fn foreign_files_in_the_way_are_refused_by_name_and_nothing_is_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    fs::write(folder.join("a.rs"), "mine").expect("a file");
    fs::write(folder.join("b.rs"), "mine").expect("a file");
    let error = write(
        folder,
        &[file("a.rs", "1"), file("b.rs", "2"), file("c.rs", "3")],
    )
    .expect_err("refused");
    let message = error.to_string();
    assert!(
        message.contains("  a.rs\n  b.rs\n") && !message.contains("c.rs"),
        "{message}"
    );
    assert_eq!(read(folder, "a.rs").as_deref(), Some("mine"));
    assert!(!folder.join("c.rs").exists() && !folder.join(MANIFEST).exists());
}

#[test]
fn what_a_manifest_lists_outside_of_its_folder_is_never_touched() {
    let outer = tempfile::tempdir().expect("a folder");
    let folder = outer.path().join("crate");
    write(&folder, &[file("a.rs", "a")]).expect("written");
    fs::write(outer.path().join("victim"), "mine").expect("a file");
    let absolute = outer.path().join("victim").display().to_string();
    fs::write(
        folder.join(MANIFEST),
        format!("a.rs\n../victim\n{absolute}\nsrc/../../victim\n"),
    )
    .expect("a file");
    write(&folder, &[file("b.rs", "b")]).expect("written");
    assert_eq!(read(outer.path(), "victim").as_deref(), Some("mine"));
    assert!(!folder.join("a.rs").exists());
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_elsewhere_is_refused() {
    let outer = tempfile::tempdir().expect("a folder");
    let folder = outer.path().join("crate");
    fs::create_dir_all(outer.path().join("elsewhere")).expect("a folder");
    fs::create_dir_all(&folder).expect("a folder");
    std::os::unix::fs::symlink(outer.path().join("elsewhere"), folder.join("src")).expect("a link");
    let error = write(&folder, &[file("src/a.rs", "a")]).expect_err("refused");
    assert!(matches!(error, WriteError::Outside { .. }), "{error}");
    assert!(!outer.path().join("elsewhere/a.rs").exists());
}

#[test]
fn an_interrupted_run_leaves_nothing_that_the_next_one_refuses_or_forgets() {
    let before = [file("kept.rs", "1"), file("gone.rs", "1")];
    let after = [file("kept.rs", "2"), file("new.rs", "2")];
    // as it stands after each step of a run that goes from `before` to `after`
    let both = "gone.rs\nkept.rs\nnew.rs\nclientsmith.manifest\n";
    let steps: [&[(&str, &str)]; 4] = [
        &[("kept.rs", "1"), ("gone.rs", "1"), (MANIFEST, both)],
        &[("kept.rs", "2"), ("gone.rs", "1"), (MANIFEST, both)],
        &[
            ("kept.rs", "2"),
            ("new.rs", "2"),
            ("gone.rs", "1"),
            (MANIFEST, both),
        ],
        &[("kept.rs", "2"), ("new.rs", "2"), (MANIFEST, both)],
    ];
    for files in steps {
        for next in [&after[..], &before[..]] {
            let folder = tempfile::tempdir().expect("a folder");
            for (path, contents) in files {
                fs::write(folder.path().join(path), contents).expect("a file");
            }
            write(folder.path(), next).expect("not refused");
            let mut left: Vec<_> = fs::read_dir(folder.path())
                .expect("a folder")
                .map(|entry| {
                    entry
                        .expect("an entry")
                        .file_name()
                        .to_string_lossy()
                        .into_owned()
                })
                .filter(|name| name != MANIFEST)
                .collect();
            left.sort();
            let mut expected: Vec<_> = next.iter().map(|file| file.path.clone()).collect();
            expected.sort();
            assert_eq!(left, expected);
        }
    }
}

const GENERATED: &str = "\
[package]
name = \"pets\"
version = \"0.1.0\"
edition = \"2024\"

[dependencies]
url = \"2\"
";

#[test]
fn an_example_that_is_gone_leaves_cargo_toml_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    let manifest = |name: &str| {
        let example = format!("[[example]]\nname = \"{name}\"\nrequired-features = [\"cats\"]\n");
        file("Cargo.toml", &format!("{GENERATED}\n{example}"))
    };
    let example = |name: &str| file(&format!("examples/{name}.rs"), "fn main() {}\n");
    write(folder, &[manifest("create_cat"), example("create_cat")]).expect("written");
    let mut mine = read(folder, "Cargo.toml").expect("Cargo.toml");
    mine.push_str("\n[[example]]\nname = \"mine\" # kept\nrequired-features = [\"dogs\"]\n");
    fs::write(folder.join("Cargo.toml"), &mine).expect("a file");
    let report = write(folder, &[manifest("create_cat"), example("create_cat")]).expect("written");
    assert!(report.written.is_empty(), "{report}");

    write(folder, &[manifest("list_cats"), example("list_cats")]).expect("written");
    let merged = read(folder, "Cargo.toml").expect("Cargo.toml");
    assert!(!merged.contains("create_cat"), "{merged}");
    assert_eq!(
        merged.matches("name = \"list_cats\"").count(),
        1,
        "{merged}"
    );
    assert!(merged.contains("name = \"mine\" # kept"), "{merged}");
    let report = write(folder, &[manifest("list_cats"), example("list_cats")]).expect("written");
    assert!(report.written.is_empty(), "{report}");

    write(folder, &[file("Cargo.toml", GENERATED)]).expect("written");
    let merged = read(folder, "Cargo.toml").expect("Cargo.toml");
    assert!(!merged.contains("list_cats"), "{merged}");
    assert!(merged.contains("name = \"mine\" # kept"), "{merged}");
}

#[test]
fn a_feature_that_is_gone_does_not_turn_on_what_is_always_there() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    let optional = "[features]\njiff = [\"dep:jiff\"]\n\n[dependencies]\njiff = { version = \"0.2\", optional = true }\n";
    let always = "[features]\n\n[dependencies]\njiff = \"0.2\"\n";
    let manifest = |rest: &str| {
        file(
            "Cargo.toml",
            &format!("[package]\nname = \"pets\"\n\n{rest}"),
        )
    };
    write(folder, &[manifest(optional)]).expect("written");
    write(folder, &[manifest(always)]).expect("written");
    let merged = read(folder, "Cargo.toml").expect("Cargo.toml");
    assert!(merged.contains("jiff = []"), "{merged}");
    let report = write(folder, &[manifest(always)]).expect("written");
    assert!(report.written.is_empty(), "{report}");
}

#[test]
fn what_the_user_wrote_in_cargo_toml_is_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    write(folder, &[file("Cargo.toml", GENERATED)]).expect("written");
    let mine = "\
# mine
[package]
name = \"renamed\"
version = \"3.1.4\" # released
authors = [\"me\"]
edition = \"2021\"

[dependencies]
serde = { version = \"1\", features = [\"derive\"] } # mine too
url = \"1\"

[lints.rust]
unused = \"deny\"
";
    fs::write(folder.join("Cargo.toml"), mine).expect("a file");
    write(folder, &[file("Cargo.toml", GENERATED)]).expect("written");
    let merged = read(folder, "Cargo.toml").expect("Cargo.toml");
    for kept in [
        "# mine\n",
        "version = \"3.1.4\" # released",
        "authors = [\"me\"]",
        "# mine too",
        "unused = \"deny\"",
    ] {
        assert!(merged.contains(kept), "`{kept}` is not in:\n{merged}");
    }
    for ours in ["name = \"pets\"", "edition = \"2024\"", "url = \"2\""] {
        assert!(merged.contains(ours), "`{ours}` is not in:\n{merged}");
    }
    let report = write(folder, &[file("Cargo.toml", GENERATED)]).expect("written");
    assert!(report.written.is_empty(), "{report}");
    let mut options = ManifestOptions::default();
    options.version = Some("9.9.9".to_owned());
    let generated = GENERATED.replace("0.1.0", "9.9.9");
    let changes =
        plan_changes(&[file("Cargo.toml", &generated)], folder, &options).expect("a plan");
    assert!(
        changes.diff().contains("+version = \"9.9.9\""),
        "{}",
        changes.diff()
    );
}

#[test]
fn a_cargo_toml_that_is_none_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    write(folder.path(), &[file("Cargo.toml", GENERATED)]).expect("written");
    fs::write(folder.path().join("Cargo.toml"), "[package\n").expect("a file");
    let error = write(folder.path(), &[file("Cargo.toml", GENERATED)]).expect_err("refused");
    assert!(error.to_string().contains("Cargo.toml"), "{error}");
}
