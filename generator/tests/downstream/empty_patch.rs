//! A patch that sets nothing does not compile, and the compiler's message says what to do.

use crate::application::Application;

const EMPTY: &str = r#"
use ocamba_hood::{Client, types::PartnerContactPatch};

pub fn call(client: &Client) {
    let _ = client.update_partner_contact("1", "2", PartnerContactPatch::new());
}

fn main() {}
"#;

const NULL: &str = r#"
use ocamba_hood::types::PartnerContactPatch;

fn main() {
    let _ = PartnerContactPatch::new().value(None);
}
"#;

#[test]
fn an_empty_patch_does_not_compile_and_the_message_says_what_to_do() {
    let message = refusal("empty-patch", EMPTY);
    for part in [
        "this patch sets nothing, or may set nothing: the API demands at least one property",
        "a patch without a setter called on it",
        "call a setter",
        "draft()",
    ] {
        assert!(message.contains(part), "`{part}` is not in:\n{message}");
    }
    assert_eq!(message.matches("error[").count(), 1, "{message}");
}

#[test]
fn a_null_does_not_compile_where_the_schema_has_none() {
    let message = refusal("null", NULL);
    assert!(message.contains("error[E0277]"), "{message}");
}

/// What the compiler says of a program that it must refuse.
fn refusal(name: &str, program: &str) -> String {
    let output = Application::new(name, program).cargo(&["check", "--quiet"], &[]);
    assert!(!output.status.success(), "{name} compiles");
    String::from_utf8(output.stderr).expect("UTF-8")
}
