//! A merge patch whose schema is not the resource's: what can be cleared is what the resource does not require.

use patch_merge_of_its_own::Client;
use patch_merge_of_its_own::runtime::{Nullable, RecordingTransport, from_json};
use patch_merge_of_its_own::types::{Pet, PetUpdate, PetUpdateHome};

async fn sent(patch: PetUpdate) -> String {
    let transport = RecordingTransport::new();
    transport.reply(204, &[], "");
    let client = Client::builder().base_url("http://localhost").transport(transport.clone()).build().expect("a client");
    client.update_pet("1", patch).await.expect("nothing");
    String::from_utf8_lossy(transport.requests()[0].body()).into_owned()
}

#[tokio::test]
async fn the_resource_says_what_can_be_cleared() {
    // a name and a city take no null: it would not compile
    let home = PetUpdateHome::new().city("Bonn").street(Nullable::Null);
    let patch = PetUpdate::new().name("Rex").nickname(Nullable::Null).note(Nullable::Null).home(home);
    let text = r#"{"name":"Rex","nickname":null,"home":{"city":"Bonn","street":null},"note":null}"#;
    assert_eq!(sent(patch).await, text);
}

#[tokio::test]
async fn the_patch_between_two_pets_sets_something() {
    let before: Pet = from_json(br#"{"id":"1","name":"Rex","tags":["a"],"home":{"city":"Bonn"}}"#).expect("a pet");
    let mut after = before.clone();
    assert!(matches!(PetUpdate::between(&before, &after), Ok(None)));
    after.tags.clear();
    after.nickname = Some("R".to_owned());
    let patch = PetUpdate::between(&before, &after).expect("a patch").expect("a change");
    assert_eq!(sent(patch).await, r#"{"nickname":"R","tags":[]}"#);
}
