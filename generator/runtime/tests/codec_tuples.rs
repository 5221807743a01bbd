//! Tuples: lists with a type for each place.
#![expect(clippy::expect_used, reason = "a test that fails may panic")]

use clientsmith_runtime::{Nullable, from_json, to_json};

type Three = (String, Nullable<i64>, Vec<bool>);

#[test]
fn a_tuple_is_a_list_with_an_item_at_each_place() {
    let text = r#"["a",null,[true]]"#;
    let tuple: Three = from_json(text.as_bytes()).expect("a tuple");
    assert_eq!(tuple, ("a".to_owned(), Nullable::Null, vec![true]));
    assert_eq!(to_json(&tuple).expect("JSON"), text.as_bytes());
}

#[test]
fn a_list_that_is_too_short_is_no_tuple_and_one_that_is_longer_is() {
    let error = from_json::<Three>(br#"["a",1]"#).expect_err("too short");
    assert_eq!(error.message(), "a list of 2 where one of 3 was expected");
    assert_eq!(from_json::<(i64,)>(b"[1,2]").expect("a tuple"), (1,));
    assert!(from_json::<(i64,)>(br#"["a"]"#).is_err());
}
