//! `Debug` of generated types: what would be written, in words, without secrets.

use clientsmith_runtime::{
    Decode, DecodeError, Encode, Reader, Secret, Value, Writer, value_traits,
};

#[derive(Default)]
struct Account {
    name: Option<String>,
    share: Option<f64>,
    password: Option<Secret>,
    parent: Option<Box<Account>>,
    tags: Option<Vec<Value>>,
}

const NAMES: &[&str] = &["name", "share", "password", "parent", "tags"];

impl Encode for Account {
    fn encode(&self, writer: &mut Writer) {
        let slots: &[&dyn Encode] = &[
            &self.name,
            &self.share,
            &self.password,
            &self.parent,
            &self.tags,
        ];
        writer.object(NAMES, slots);
    }
}

impl Decode for Account {
    fn vacant() -> Self {
        Self::default()
    }

    fn decode(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        reader.object(
            NAMES,
            &mut [
                &mut self.name,
                &mut self.share,
                &mut self.password,
                &mut self.parent,
                &mut self.tags,
            ],
        )
    }
}

value_traits!(Account);

fn account() -> Account {
    Account {
        name: Some("a \"quoted\" one".to_owned()),
        share: Some(f64::NAN),
        password: Some(Secret::new("hunter2")),
        parent: Some(Box::new(Account {
            password: Some(Secret::new("hunter3")),
            ..Account::default()
        })),
        tags: Some(vec![Value::Null, Value::Boolean(true)]),
    }
}

#[test]
fn a_value_is_shown_as_it_would_be_written() {
    let shown = format!("{:?}", account());
    assert_eq!(
        shown,
        r#"Account {"name": "a \"quoted\" one", "share": "NaN", "password": "…", "parent": {"password": "…"}, "tags": [null, true]}"#
    );
    assert_eq!(format!("{:?}", Account::default()), "Account {}");
}

#[test]
fn a_value_is_shown_on_several_lines() {
    let account = Account {
        name: Some("a".to_owned()),
        ..Account::default()
    };
    assert_eq!(
        format!("{account:#?}"),
        "Account {\n    \"name\": \"a\",\n}"
    );
}

#[test]
fn secrets_are_shown_nowhere() {
    for shown in [format!("{:?}", account()), format!("{:#?}", account())] {
        assert!(!shown.contains("hunter"), "{shown}");
    }
}

#[test]
fn what_nests_too_deep_says_so() {
    let mut account = Account::default();
    for _ in 0..200 {
        account = Account {
            parent: Some(Box::new(account)),
            ..Account::default()
        };
    }
    assert_eq!(
        format!("{account:?}"),
        "Account (a value nested more than 128 deep)"
    );
}
