//! A merge patch (RFC 7396): what is left out stays, null clears, objects and maps merge, lists are replaced.

use patch_merge::Client;
use patch_merge::runtime::{Map, Nullable, RecordingTransport};
use patch_merge::types::{Address, AddressPatch, Name, Pet, PetPatch};

const PET: &str = r#"{"id":"1","name":"Rex","nickname":"R","home":{"city":"Bonn","street":"A"},"labels":{"a":"1","b":"2"}}"#;

async fn sent(patch: PetPatch) -> String {
    let transport = RecordingTransport::new();
    transport.reply(200, &[("content-type", "application/json")], PET);
    let client = Client::builder().base_url("http://localhost").transport(transport.clone()).build().expect("a client");
    client.update_pet("1", patch).await.expect("a pet");
    let request = &transport.requests()[0];
    assert_eq!(request.headers()["content-type"], "application/merge-patch+json");
    String::from_utf8_lossy(request.body()).into_owned()
}

#[tokio::test]
async fn what_is_not_required_can_be_cleared() {
    let patch = PetPatch::new().name("Max").nickname(Nullable::Null).age(Nullable::Null).second_home(Nullable::Null);
    assert_eq!(sent(patch).await, r#"{"name":"Max","nickname":null,"age":null,"second_home":null}"#);
}

#[tokio::test]
async fn objects_and_maps_are_patches_and_lists_are_whole() {
    let patch = PetPatch::new()
        .home(AddressPatch::new().street(Nullable::Null))
        .names(vec![Name::new("Rex")])
        .labels(Map::from([("a", Nullable::Null), ("c", Nullable::Value("3".to_owned()))]))
        .mother(PetPatch::new().name("Eve"));
    let text = r#"{"home":{"street":null},"names":[{"text":"Rex"}],"labels":{"a":null,"c":"3"},"mother":{"name":"Eve"}}"#;
    assert_eq!(sent(patch).await, text);
}

fn pet() -> Pet {
    patch_merge::runtime::from_json(PET.as_bytes()).expect("a pet")
}

#[tokio::test]
async fn the_patch_between_two_pets_says_what_differs() {
    let before = pet();
    assert!(matches!(PetPatch::between(&before, &before.clone()), Ok(None)));
    let mut after = before.clone();
    after.name = "Max".to_owned();
    after.nickname = None;
    after.home = Address::new("Bonn");
    after.labels = Some(Map::from([("a", "1"), ("b", "3")].map(|(name, value)| (name, value.to_owned()))));
    let patch = PetPatch::between(&before, &after).expect("a patch").expect("a change");
    let text = r#"{"name":"Max","nickname":null,"home":{"street":null},"labels":{"b":"3"}}"#;
    assert_eq!(sent(patch).await, text);
}

#[test]
fn what_the_patch_does_not_have_is_an_error() {
    let before = pet();
    let mut after = before.clone();
    after.id = "2".to_owned();
    let error = PetPatch::between(&before, &after).expect_err("it is read only");
    assert_eq!(error.pointer(), "/id");
}
