//! The patch between two values, by property test: applied to the one as RFC 7396 says, it gives the other.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use clientsmith_runtime::{Map, Nullable, PatchForm, Value, from_json, patch_between};
use proptest::prelude::*;

fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (0..3_i64).prop_map(Value::from),
        "[ab]".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 32, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..3).prop_map(Value::Array),
            object_of(inner).prop_map(Value::Object),
        ]
    })
}

fn object_of(inner: impl Strategy<Value = Value>) -> impl Strategy<Value = Map<Value>> {
    // few names, so that they meet
    proptest::collection::btree_map("[a-d]", inner, 0..4).prop_map(Map::from)
}

/// RFC 7396, section 2, to the letter.
fn merge_patch(target: Value, patch: &Value) -> Value {
    let Value::Object(patch) = patch else {
        return patch.clone();
    };
    let mut target = match target {
        Value::Object(target) => target,
        _ => Map::new(),
    };
    for (name, value) in patch {
        match value {
            Value::Null => drop(target.remove(name)),
            value => {
                let old = target.remove(name).unwrap_or(Value::Null);
                target.insert(name, merge_patch(old, value));
            }
        }
    }
    Value::Object(target)
}

/// Without what a merge patch cannot say: null in an object.
fn without_null(value: &Value) -> Value {
    match value {
        Value::Object(object) => {
            let kept = object.iter().filter(|(_, value)| **value != Value::Null);
            Value::Object(
                kept.map(|(name, value)| (name, without_null(value)))
                    .collect(),
            )
        }
        other => other.clone(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn applied_to_the_one_it_gives_the_other(before in object_of(json()), after in object_of(json())) {
        let patch = patch_between::<Value>(PatchForm::Merge, &before, &after).expect("a patch");
        let (before, after) = (Value::Object(before), Value::Object(after));
        let is_same = without_null(&before) == without_null(&after);
        prop_assert_eq!(patch.is_none(), is_same);
        if let Some(patch) = patch {
            prop_assert_eq!(without_null(&merge_patch(before, &patch)), without_null(&after));
        }
    }

    #[test]
    fn as_written_each_property_is_set_or_null(before in object_of(json()), after in object_of(json())) {
        let patch = patch_between::<Map<Nullable<Value>>>(PatchForm::AsWritten, &before, &after).expect("a patch");
        let mut patched = before;
        for (name, value) in patch.unwrap_or_default() {
            patched.insert(name, value.into_option().unwrap_or(Value::Null));
        }
        patched.retain(|_, value| *value != Value::Null);
        let mut after = after;
        after.retain(|_, value| *value != Value::Null);
        prop_assert_eq!(patched, after);
    }
}

#[test]
fn what_a_patch_cannot_say_is_named() {
    let before: Value = from_json(br#"{"a/b":{"c":1},"d":2}"#).expect("JSON");
    let after: Value = from_json(br#"{"a/b":{"c":"x"},"d":2}"#).expect("JSON");
    let error =
        patch_between::<Map<Map<i64>>>(PatchForm::Merge, &before, &after).expect_err("no number");
    assert_eq!(error.pointer(), "/a~1b/c");
    let gone: Value = from_json(br#"{"a/b":{"c":1}}"#).expect("JSON");
    let error =
        patch_between::<Map<Option<i64>>>(PatchForm::Merge, &before, &gone).expect_err("no null");
    assert_eq!(error.pointer(), "/d");
    assert!(error.to_string().contains("`/d`"), "{error}");
    let error = patch_between::<Value>(PatchForm::Merge, &1, &before).expect_err("no object");
    assert_eq!(error.pointer(), "");
}
