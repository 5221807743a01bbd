//! The tree that the readers build, and places in it. Not the readers themselves.

use clientsmith::source::{FileId, Number, Origin};

#[test]
fn a_pointer_escapes_tildes_and_slashes() {
    let origin = Origin::root(FileId(0))
        .key("paths")
        .key("/pets/{id}~x")
        .index(2);
    assert_eq!(origin.pointer(), "/paths/~1pets~1{id}~0x/2");
    assert_eq!(origin.file(), FileId(0));
}

#[test]
fn integers_written_as_decimals_are_integers() {
    for (text, expected) in [
        ("1.0", Some(1)),
        ("1e3", Some(1000)),
        ("1.5", None),
        ("9223372036854775808", None),
    ] {
        assert_eq!(Number::from_text(text).as_i64(), expected, "{text}");
    }
}
