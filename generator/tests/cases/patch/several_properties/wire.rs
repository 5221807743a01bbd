//! A patch that sets fewer properties than the document demands is not sent, whether anybody asks or not.

use patch_several_properties::runtime::{Error, RecordingTransport, Rule};
use patch_several_properties::Client;
use patch_several_properties::types::{Contact, ContactPatch, ContactPatch2};

fn client() -> (Client, RecordingTransport) {
    let transport = RecordingTransport::new();
    let builder = Client::builder().base_url("https://contacts.example").transport(transport.clone());
    (builder.build().expect("a client"), transport)
}

fn rules<E: std::fmt::Debug>(error: Error<E>) -> Vec<Rule> {
    assert!(!error.may_have_been_sent());
    match error {
        Error::Request(request, _) => request.violations().iter().map(|violation| violation.rule()).collect(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn two_are_demanded() {
    let (client, transport) = client();
    let one = client.update_contact("1", ContactPatch::new().name("Ada")).await;
    assert_eq!(rules(one.expect_err("one is too few")), [Rule::MinProperties(2)]);
    assert_eq!(transport.requests().len(), 0);
    transport.reply(204, &[], "");
    let two = client.update_contact("1", ContactPatch::new().name("Ada").mail("a@b.example")).await;
    two.expect("two are enough");
}

#[tokio::test]
async fn a_type_that_is_used_elsewhere_too_has_a_patch_of_its_own() {
    let (client, transport) = client();
    assert!(ContactPatch2::draft().finish().is_err(), "nothing is set");
    transport.reply(204, &[], "");
    client.replace_contact("1", Contact::new()).await.expect("it is no patch");
    transport.reply(204, &[], "");
    client.update_draft("1", ContactPatch2::new().name("Ada")).await.expect("something is set");
    assert_eq!(transport.requests().len(), 2);
}
