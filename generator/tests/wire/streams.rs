//! Replies that are taken in piece by piece, from a real server: what arrives when, what breaks, and what
//! is tried again. What the pieces mean is the runtime's own tests' business.

use std::time::Duration;

use clientsmith_runtime::{
    Api, ApiSpec, Call, ClientBuilder, Core, DecodeError, Error, Framing, Operation, OperationSpec,
    Outcome, Reply, RequestEncoder, StreamError, StreamOperation, Value,
};

use crate::loopback::{Act, Server, json, reply};

/// A client of an operation that may answer in events: the committed client has none.
struct Client(Core);

impl Api for Client {
    const SPEC: &'static ApiSpec = &ApiSpec {
        name: "watch",
        version: "1.0.0",
        servers: &[],
        schemes: &[],
    };

    fn from_core(core: Core) -> Self {
        Self(core)
    }
}

impl Client {
    fn call<O: Operation>(&self, operation: O) -> Call<'_, O> {
        Call::new(&self.0, operation)
    }
}

fn builder_of(server: &Server) -> ClientBuilder<Client> {
    ClientBuilder::new().base_url(server.url())
}

#[derive(Debug)]
struct Watch;

impl Operation for Watch {
    type Output = Value;
    type Error = Value;

    const SPEC: &'static OperationSpec = &OperationSpec {
        id: "watch",
        method: "GET",
        path: "/watch",
        accept: "application/json",
        security: &[],
        limits: &[],
        servers: &[],
        idempotent: true,
        rules: None,
    };

    fn encode(&self, _: &mut RequestEncoder) {}

    fn decode(reply: &Reply) -> Result<Outcome<Value, Value>, DecodeError> {
        match reply.status().as_u16() {
            200 => Ok(Outcome::Success(reply.json()?)),
            _ => Ok(Outcome::Failure(reply.json()?)),
        }
    }
}

impl StreamOperation for Watch {
    type Item = Value;
    const FRAMING: Framing = Framing::EventData;
    const ACCEPT: &'static str = "text/event-stream";
}

const HEAD: &str =
    "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n";

fn chunk(text: &str) -> Vec<u8> {
    format!("{:x}\r\n{text}\r\n", text.len()).into_bytes()
}

#[tokio::test]
async fn items_arrive_before_the_reply_has_ended() {
    let pieces = vec![
        HEAD.into(),
        chunk("data: 1\n\nda"),
        chunk("ta: 2\r"),
        chunk("\n\r\n"),
    ];
    let server = Server::that(Act::Pieces(pieces)).await; // never ended
    let client = builder_of(&server).largest_reply(4).build();
    let client = client.expect("a client");
    let mut events = client.call(Watch).events().await.expect("events");
    assert_eq!(events.status().as_u16(), 200);
    for expected in ["1", "2"] {
        let item = events.next().await.expect("an item").expect("JSON");
        assert_eq!(item.to_string(), expected);
    }
    assert_eq!(server.only().header("accept"), ["text/event-stream"]);
}

#[tokio::test]
async fn a_pause_that_is_too_long_ends_the_stream_and_a_long_stream_does_not() {
    let pieces = (0..6).map(|_| chunk("data: 1\n\n"));
    let pieces = std::iter::once(HEAD.into()).chain(pieces).collect();
    let server = Server::that(Act::Pieces(pieces)).await;
    let client = builder_of(&server).build().expect("a client");
    let call = client
        .call(Watch)
        .attempt_timeout(Duration::from_millis(200));
    let call = call.idle_timeout(Duration::from_millis(400));
    let mut events = call.events().await.expect("events");
    for _ in 0..6 {
        let item = events.next().await.expect("an item");
        assert!(item.is_ok(), "{item:?}"); // all of them together take longer than an attempt may
    }
    let end = events.next().await;
    assert!(matches!(end, Some(Err(StreamError::Idle(_)))), "{end:?}");
    assert!(events.next().await.is_none());
}

#[tokio::test]
async fn a_connection_that_is_cut_is_an_error_of_the_stream() {
    let cut = b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nabc".to_vec();
    let server = Server::that(Act::Cut(cut)).await;
    let client = builder_of(&server).build().expect("a client");
    let mut bytes = client.call(Watch).stream().await.expect("bytes");
    let first = bytes.chunk().await.expect("a piece").expect("bytes");
    assert_eq!(first, "abc");
    let end = bytes.chunk().await;
    assert!(
        matches!(end, Some(Err(StreamError::Transport(_)))),
        "{end:?}"
    );
    assert!(bytes.chunk().await.is_none());
    assert_eq!(server.seen().len(), 1);
}

#[tokio::test]
async fn what_fails_before_the_first_byte_is_tried_again() {
    let busy =
        b"HTTP/1.1 503 Service Unavailable\r\nretry-after: 0\r\ncontent-length: 0\r\n\r\n".to_vec();
    let stream = reply("200 OK", "text/event-stream", "data: 1\n\n");
    let server = Server::scripted(move |number| match number {
        0 => Act::Reply(busy.clone()),
        _ => Act::Reply(stream.clone()),
    })
    .await;
    let client = builder_of(&server).build().expect("a client");
    let mut events = client.call(Watch).events().await.expect("events");
    assert_eq!(events.attempts(), 2);
    assert!(matches!(events.next().await, Some(Ok(_))));
    assert!(events.next().await.is_none());
}

#[tokio::test]
async fn a_failure_is_read_whole() {
    let server = Server::that(json("400 Bad Request", r#"{"a":1}"#)).await;
    let client = builder_of(&server).build().expect("a client");
    let error = client.call(Watch).events().await.expect_err("400");
    assert!(
        matches!(&error, Error::Api(value, _) if value.get("a").is_some()),
        "{error:?}"
    );
    let error = client.call(Watch).stream().await.expect_err("400");
    assert_eq!(error.body().map(|body| &body[..]), Some(&br#"{"a":1}"#[..]));
}
