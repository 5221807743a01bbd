//! Events whose data is JSON, beside one whose data is a text.

use replies_event_content::Client;
use replies_event_content::runtime::RecordingTransport;
use replies_event_content::types::Event;

#[tokio::test]
async fn data_is_what_is_in_it() {
    let transport = RecordingTransport::new();
    let text = "event: chunk\ndata: {\"text\":\"a\"}\n\nevent: usage\ndata: {\"tokens\":3}\n\nevent: done\ndata: bye\n\n";
    transport.reply(200, &[("content-type", "text/event-stream")], text);
    let client = Client::builder()
        .base_url("http://localhost")
        .transport(transport.clone())
        .build()
        .expect("a client");
    let mut events = client.chat().events().await.expect("200");
    let mut seen = Vec::new();
    while let Some(event) = events.next().await {
        seen.push(match event.expect("an event") {
            Event::Chunk(chunk) => chunk.data.text,
            Event::Usage(usage) => usage.data.tokens.expect("a number").to_string(),
            Event::Done(done) => done.data,
            other => panic!("{other:?}"),
        });
    }
    assert_eq!(seen, ["a", "3", "bye"]);
}
