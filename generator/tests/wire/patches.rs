//! Patches by property test: what is sent is what was set, it comes back, and no null appears.

use ocamba_hood::runtime::{Draft, Extensible, from_json, to_json};
use ocamba_hood::types::{ContactType, PartnerContactPatch};
use proptest::prelude::*;

/// Any type: the known ones by value, others by name.
fn contact_type() -> impl Strategy<Value = Extensible<ContactType>> {
    prop_oneof![
        Just(ContactType::Email.into()),
        Just(ContactType::Mobile.into()),
        any::<String>().prop_map(Extensible::from),
    ]
}

fn drafted(
    value: Option<String>,
    type_: Option<Extensible<ContactType>>,
) -> PartnerContactPatch<Draft> {
    let mut draft = PartnerContactPatch::draft();
    if let Some(value) = value {
        draft.set_value(value);
    }
    if let Some(type_) = type_ {
        draft.set_type_(type_);
    }
    draft
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_sent_is_what_was_set(value: Option<String>, type_ in proptest::option::of(contact_type())) {
        let mut expected = serde_json::Map::new();
        if let Some(value) = &value {
            expected.insert("value".to_owned(), value.as_str().into());
        }
        if let Some(type_) = &type_ {
            expected.insert("type".to_owned(), type_.as_str().into());
        }
        let json = to_json(&drafted(value, type_)).expect("JSON");
        let sent: serde_json::Value = serde_json::from_slice(&json).expect("JSON");
        prop_assert_eq!(&sent, &serde_json::Value::Object(expected));
        prop_assert!(sent.as_object().is_some_and(|object| object.values().all(|value| !value.is_null())));
    }

    #[test]
    fn a_patch_comes_back_from_its_json(value: Option<String>, type_ in proptest::option::of(contact_type())) {
        let draft = drafted(value, type_);
        let json = to_json(&draft).expect("JSON");
        let read: PartnerContactPatch<Draft> = from_json(&json).expect("our own JSON");
        prop_assert_eq!(to_json(&read).expect("JSON"), json);
    }

    #[test]
    fn a_draft_finishes_unless_nothing_was_set(value: Option<String>, type_ in proptest::option::of(contact_type())) {
        let empty = value.is_none() && type_.is_none();
        prop_assert_eq!(drafted(value, type_).finish().is_err(), empty);
    }
}

#[test]
fn chained_setters_and_a_finished_draft_are_the_same_patch() {
    let chained = PartnerContactPatch::new()
        .value("x")
        .type_(ContactType::Email);
    let drafted = drafted(Some("x".to_owned()), Some(ContactType::Email.into()));
    let drafted = drafted.finish().expect("something is set");
    assert_eq!(
        to_json(&chained).expect("JSON"),
        to_json(&drafted).expect("JSON")
    );
}
