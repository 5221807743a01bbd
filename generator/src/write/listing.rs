//! `clientsmith.manifest`: which files of a folder are ours.

use std::collections::BTreeSet;

/// The manifest's name.
pub const MANIFEST: &str = "clientsmith.manifest";

/// The paths that a manifest lists. One that could lead out of the folder is passed over: it is not ours.
pub(super) fn parse_listing(text: &str) -> BTreeSet<String> {
    let lines = text.lines().map(str::trim);
    lines
        .filter(|line| !line.is_empty() && !line.starts_with('#') && is_inside(line))
        .map(str::to_owned)
        .collect()
}

/// A manifest's text.
pub(super) fn listing(paths: &BTreeSet<String>) -> String {
    let mut text = format!(
        "# The files that clientsmith {} made. It writes and removes these, and no others.\n",
        env!("CARGO_PKG_VERSION")
    );
    for path in paths {
        text.push_str(path);
        text.push('\n');
    }
    text
}

/// Whether a path stays in its folder, on every system.
pub(super) fn is_inside(path: &str) -> bool {
    !path.contains(['\\', ':', '\0'])
        && path
            .split('/')
            .all(|part| !part.is_empty() && part != "." && part != "..")
}
