//! What is required and not declared is demanded of nobody.

use replies_misspelt_required::Client;
use replies_misspelt_required::runtime::RecordingTransport;
use replies_misspelt_required::types::Cat;

fn client(transport: &RecordingTransport) -> Client {
    let builder = Client::builder().base_url("https://pets.example").transport(transport.clone());
    builder.build().expect("a client")
}

#[tokio::test]
async fn a_reply_without_it_is_read() {
    let transport = RecordingTransport::new();
    let json = [("content-type", "application/json")];
    transport.reply(200, &json, r#"{"name":"Tom","lives":9}"#);
    transport.reply(200, &json, r#"{"name":"Tom","lives":9,"nmae":"Tim"}"#);
    transport.reply(200, &json, r#"{"name":"Tom"}"#);
    let without = client(&transport).get_pet().await.expect("it is read");
    assert_eq!((without.name.as_str(), without.lives, without.nmae.is_none()), ("Tom", 9, true));
    let with = client(&transport).get_pet().await.expect("it is read");
    assert!(with.nmae.is_some());
    // what is required and declared is demanded still
    client(&transport).get_pet().await.expect_err("no lives");
}

#[tokio::test]
async fn a_request_has_it_where_it_is_given() {
    let transport = RecordingTransport::new();
    transport.reply(204, &[], "").reply(204, &[], "");
    client(&transport).put_pet(Cat::new("Tom", 9)).await.expect("204");
    client(&transport).put_pet(Cat::new("Tom", 9).nmae("Tim")).await.expect("204");
    let requests = transport.requests();
    let bodies: Vec<_> = requests.iter().map(|request| String::from_utf8_lossy(request.body())).collect();
    assert_eq!(bodies, [r#"{"name":"Tom","lives":9}"#, r#"{"name":"Tom","lives":9,"nmae":"Tim"}"#]);
}
