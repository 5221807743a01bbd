//! A closed enumeration is written by name, and a value that it does not list fails the reply.

use choice_closed_enums::Client;
use choice_closed_enums::runtime::{Error, RecordingTransport};
use choice_closed_enums::types::{Colour, LightShape};

const JSON: &[(&str, &str)] = &[("content-type", "application/json")];

#[tokio::test]
async fn an_unknown_value_fails_to_be_read() {
    let transport = RecordingTransport::new();
    transport.reply(200, JSON, r#"{"colour":"green","shape":"round","mode":"dimmed"}"#);
    transport.reply(200, JSON, r#"{"colour":"blue","shape":"round"}"#);
    let client = Client::builder()
        .base_url("http://localhost")
        .transport(transport.clone())
        .build()
        .expect("a client");
    let light = client.set_light(Colour::Red).await.expect("a light").into_body();
    assert_eq!(transport.requests()[0].uri().path(), "/lights/red");
    // without a wildcard: that is what one closes an enumeration for
    let is_green = match light.colour {
        Colour::Red => false,
        Colour::Green => true,
    };
    assert!(is_green && light.shape == LightShape::Round);
    let mode = light.mode.expect("a mode");
    assert_eq!(mode.as_option().map(|mode| mode.as_str()), Some("dimmed"));
    let error = client.set_light(Colour::Green).await.expect_err("an unknown colour");
    assert!(matches!(error, Error::Decode(..)), "{error}");
    assert!(error.to_string().contains("blue"), "{error}");
}
