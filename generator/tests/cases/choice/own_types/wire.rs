//! Types that the runtime does not know: by their text, their number, and their JSON.

use std::net::Ipv4Addr;
use std::num::{NonZeroI16, NonZeroU8};

use choice_own_types::Client;
use choice_own_types::runtime::RecordingTransport;
use choice_own_types::types::Host;
use rust_decimal::Decimal;

const JSON: &[(&str, &str)] = &[("content-type", "application/json")];

#[tokio::test]
async fn they_are_written_and_read_as_themselves() {
    let transport = RecordingTransport::new();
    let text = r#"{"addresses":["192.0.2.1"],"price":10.50,"shape":{"side":{"length":2}},"level":3,"shapes":[{"x":1}],"seen":"2026-01-31T12:00:00Z","rate":"-5"}"#;
    transport.reply(200, JSON, text);
    transport.reply(200, JSON, text.replace("10.50", "\"10.50\"").replace("192.0.2.1", "192.0.2"));
    let client = Client::builder().base_url("http://localhost").transport(transport.clone()).build().expect("a client");
    let shape = serde_json::json!({ "side": { "length": 2 } });
    let address = Ipv4Addr::new(192, 0, 2, 1);
    let host = Host::new(vec![address], Decimal::new(1050, 2), shape, NonZeroU8::new(3).expect("not zero"))
        .shapes(vec![serde_json::json!({ "x": 1 })])
        .seen("2026-01-31T12:00:00Z".parse().expect("a time"))
        .rate(NonZeroI16::new(-5).expect("not zero"));
    let call = client.put_host(address, host.clone()).least(Decimal::new(5, 1));
    assert_eq!(*call.await.expect("a host"), host);
    let request = &transport.requests()[0];
    assert_eq!(request.uri().path_and_query().expect("a target"), "/hosts/192.0.2.1?least=0.5");
    assert_eq!(String::from_utf8_lossy(request.body()), text);
    let error = client.put_host(address, host).await.expect_err("no address").to_string();
    assert!(error.contains("/addresses/0") && error.contains("`192.0.2`"), "{error}");
}
