//! Bodies from memory, files and streams against a server on loopback: their bytes, their length, what
//! a parser that is not ours makes of them, and whether they are sent a second time.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::collections::VecDeque;
use std::convert::Infallible;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use std::time::Duration;

use clientsmith_runtime::{
    Api, ApiSpec, BoxError, Bytes, Call, ClientBuilder, Core, DecodeError, Error, FormField,
    Multipart, Operation, OperationSpec, Outcome, Part, Reply, RequestBody, RequestEncoder, Retry,
};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

struct Client(Core);

impl Api for Client {
    const SPEC: &'static ApiSpec = &ApiSpec {
        name: "test",
        version: "0",
        servers: &[],
        schemes: &[],
    };

    fn from_core(core: Core) -> Self {
        Self(core)
    }
}

/// Sends whatever a body is.
#[derive(Clone)]
enum Upload {
    Parts(Multipart),
    Bytes(RequestBody),
}

impl Operation for Upload {
    type Output = ();
    type Error = Infallible;

    const SPEC: &'static OperationSpec = &OperationSpec {
        id: "upload",
        method: "PUT",
        path: "/",
        idempotent: true,
        rules: None,
        accept: "",
        security: &[],
        limits: &[],
        servers: &[],
    };

    fn encode(&self, request: &mut RequestEncoder) {
        match self {
            Self::Parts(parts) => request.multipart(parts),
            Self::Bytes(body) => request.bytes("application/octet-stream", body),
        }
    }

    fn decode(reply: &Reply) -> Result<Outcome<(), Infallible>, DecodeError> {
        Ok(match reply.status().as_u16() {
            204 => Outcome::Success(()),
            _ => Outcome::Undocumented,
        })
    }
}

/// A stream of unknown length.
struct Pieces(VecDeque<Bytes>);

impl http_body::Body for Pieces {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<http_body::Frame<Bytes>, BoxError>>> {
        Poll::Ready(
            self.0
                .pop_front()
                .map(|piece| Ok(http_body::Frame::data(piece))),
        )
    }
}

fn pieces() -> Pieces {
    Pieces(VecDeque::from(["one ", "two"].map(Bytes::from)))
}

/// A request: its head in lower case, and its body.
type Seen = Arc<Mutex<Vec<(String, Vec<u8>)>>>;

/// A server that answers with these statuses, one after the other, and a client of it.
async fn server(statuses: &'static [&'static str]) -> (Client, Seen) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let seen = Seen::default();
    let record = Arc::clone(&seen);
    tokio::spawn(async move {
        for status in statuses {
            let (mut stream, _) = listener.accept().await.expect("a connection");
            let mut read = Vec::new();
            let request = loop {
                match parse(&read) {
                    Some(request) => break request,
                    None => assert!(stream.read_buf(&mut read).await.expect("bytes") > 0),
                }
            };
            record.lock().expect("the record").push(request);
            let reply =
                format!("HTTP/1.1 {status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n");
            stream.write_all(reply.as_bytes()).await.expect("a reply");
        }
    });
    let retry = Retry::default().pauses(Duration::ZERO, Duration::ZERO);
    let client = ClientBuilder::<Client>::new().base_url(url).retry(retry);
    (client.build().expect("a client"), seen)
}

/// Head and body, once all of it is there.
fn parse(read: &[u8]) -> Option<(String, Vec<u8>)> {
    let end = read.windows(4).position(|bytes| bytes == b"\r\n\r\n")? + 4;
    let head = String::from_utf8_lossy(&read[..end]).to_lowercase();
    let mut rest = &read[end..];
    if let Some(length) = field(&head, "content-length") {
        let length = length.parse().expect("a length");
        return Some((head, rest.get(..length)?.to_vec()));
    }
    let mut body = Vec::new();
    loop {
        let line = rest.windows(2).position(|bytes| bytes == b"\r\n")?;
        let size = std::str::from_utf8(&rest[..line]).expect("a size");
        let size = usize::from_str_radix(size, 16).expect("a size");
        body.extend_from_slice(rest.get(line + 2..line + 2 + size)?);
        rest = rest.get(line + 4 + size..)?;
        if size == 0 {
            return Some((head, body));
        }
    }
}

fn field<'h>(head: &'h str, name: &str) -> Option<&'h str> {
    let mut fields = head.lines().filter_map(|line| line.split_once(": "));
    fields
        .find(|(known, _)| *known == name)
        .map(|(_, value)| value)
}

/// Name, file name, content type and content of each part, as `multer` reads them.
async fn parts_of((head, body): &(String, Vec<u8>)) -> Vec<[String; 4]> {
    let content_type = field(head, "content-type").expect("a content type");
    let boundary = multer::parse_boundary(content_type).expect("a boundary");
    let body = Once(Some(body.clone().into()));
    let mut multipart = multer::Multipart::new(body, boundary);
    let mut parts = Vec::new();
    while let Some(part) = multipart.next_field().await.expect("a part") {
        let text = |text: Option<&str>| text.unwrap_or("-").to_owned();
        let content_type = part.content_type().map(ToString::to_string);
        let (name, file) = (text(part.name()), text(part.file_name()));
        let content = part.text().await.expect("text");
        parts.push([name, file, text(content_type.as_deref()), content]);
    }
    parts
}

/// A stream of one piece.
struct Once(Option<Bytes>);

impl futures_core::Stream for Once {
    type Item = Result<Bytes, Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.take().map(Ok))
    }
}

fn file(name: &str, contents: &str) -> std::path::PathBuf {
    let folder = std::env::temp_dir().join(format!("clientsmith-bodies-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join(name);
    std::fs::write(&path, contents).expect("a file");
    path
}

#[tokio::test]
async fn parts_from_memory_and_files_have_a_length_and_can_be_sent_again() {
    let (client, seen) = server(&["503 Busy", "204 Done"]).await;
    let mut parts = Multipart::new()
        .text("a \"quoted\"\r\nname", "--text--\r\n")
        .file(
            "memory",
            Part::from(b"bytes")
                .file_name("ü\n.txt")
                .content_type("text/csv"),
        )
        .file("path", Part::path(file("report.txt", "from a file")))
        .file("empty", "");
    parts.push("json", FormField::Json, &vec!["x".to_owned()]);
    Call::new(&client.0, Upload::Parts(parts))
        .send()
        .await
        .expect("204");
    let seen = seen.lock().expect("the record").clone();
    assert_eq!(seen.len(), 2);
    assert_eq!(seen[0].1, seen[1].1);
    let length = seen[0].1.len().to_string();
    assert_eq!(field(&seen[0].0, "content-length"), Some(length.as_str()));
    let bytes = "application/octet-stream";
    let expected = [
        ["a %22quoted%22%0D%0Aname", "-", "-", "--text--\r\n"],
        ["memory", "ü%0A.txt", "text/csv", "bytes"],
        ["path", "report.txt", bytes, "from a file"],
        ["empty", "blob", bytes, ""],
        ["json", "-", "application/json", "\"x\""],
    ];
    assert_eq!(parts_of(&seen[1]).await, expected);
}

#[tokio::test]
async fn a_part_from_a_stream_makes_the_body_chunked_and_is_sent_once() {
    let (client, seen) = server(&["503 Busy", "204 Done"]).await;
    let parts = Multipart::new().file("stream", RequestBody::stream(pieces()));
    let call = Call::new(&client.0, Upload::Parts(parts));
    let error = call.clone().send().await.expect_err("503");
    assert_eq!(
        (
            error.attempts(),
            error.status().map(|status| status.as_u16())
        ),
        (1, Some(503))
    );
    let seen = seen.lock().expect("the record").clone();
    assert_eq!(field(&seen[0].0, "transfer-encoding"), Some("chunked"));
    let expected = [["stream", "blob", "application/octet-stream", "one two"]];
    assert_eq!(parts_of(&seen[0]).await, expected);
    // the stream is gone, and nothing is sent in its place
    let error = call.send().await.expect_err("no stream");
    assert!(
        matches!(error, Error::Request(..)) && !error.may_have_been_sent(),
        "{error}"
    );
}

#[tokio::test]
async fn a_file_is_read_again_for_each_attempt() {
    let (client, seen) = server(&["503 Busy", "204 Done"]).await;
    let contents = "x".repeat(200_000);
    let body = RequestBody::path(file("large.bin", &contents));
    Call::new(&client.0, Upload::Bytes(body))
        .send()
        .await
        .expect("204");
    for (head, body) in seen.lock().expect("the record").iter() {
        assert_eq!(field(head, "content-length"), Some("200000"));
        assert!(body == contents.as_bytes());
    }
}

#[tokio::test]
async fn a_stream_alone_is_chunked() {
    let (client, seen) = server(&["204 Done"]).await;
    let body = RequestBody::stream(pieces()).content_type("video/mp4");
    Call::new(&client.0, Upload::Bytes(body))
        .send()
        .await
        .expect("204");
    let seen = seen.lock().expect("the record").clone();
    assert_eq!(field(&seen[0].0, "transfer-encoding"), Some("chunked"));
    assert_eq!(field(&seen[0].0, "content-type"), Some("video/mp4"));
    assert_eq!(seen[0].1, b"one two");
}

/// Texts, one after the other.
struct Texts(VecDeque<Result<&'static str, std::io::Error>>);

impl futures_core::Stream for Texts {
    type Item = Result<&'static str, std::io::Error>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.pop_front())
    }
}

#[tokio::test]
async fn what_any_stream_gives_is_a_body() {
    let (client, seen) = server(&["204 Done"]).await;
    let texts = Texts(VecDeque::from([Ok("one "), Ok("two")]));
    let body = RequestBody::from_stream(texts);
    let call = Call::new(&client.0, Upload::Bytes(body));
    call.send().await.expect("204");
    let seen = seen.lock().expect("the record").clone();
    assert_eq!(seen[0].1, b"one two");

    let (client, _) = server(&["204 Done"]).await;
    let texts = Texts(VecDeque::from([Err(std::io::Error::other(
        "the tap is shut",
    ))]));
    let body = RequestBody::from_stream(texts);
    let call = Call::new(&client.0, Upload::Bytes(body));
    let error = call.send().await.expect_err("no body");
    assert!(error.to_string().contains("the tap is shut"), "{error}");
}

#[tokio::test]
async fn a_file_that_is_not_there_is_an_error_before_anything_is_sent() {
    let (client, seen) = server(&["204 Done"]).await;
    for path in ["/no/such/file", env!("CARGO_MANIFEST_DIR")] {
        let body = RequestBody::path(path);
        let call = Call::new(&client.0, Upload::Bytes(body));
        let error = call.send().await.expect_err("no file");
        assert!(
            matches!(error, Error::Request(..)) && !error.may_have_been_sent(),
            "{error}"
        );
    }
    assert!(seen.lock().expect("the record").is_empty());
}

#[tokio::test]
async fn a_header_field_cannot_be_smuggled_into_a_part() {
    let (client, _) = server(&["204 Done"]).await;
    let parts = Multipart::new().file("f", Part::from("x").header("X-A", "1\r\nX-B: 2"));
    let error = Call::new(&client.0, Upload::Parts(parts))
        .send()
        .await
        .expect_err("no header");
    assert!(matches!(error, Error::Request(..)), "{error}");
    let parts = Multipart::new().file("f", Part::from("x").content_type("a/b\r\nX-B: 2"));
    let error = Call::new(&client.0, Upload::Parts(parts))
        .send()
        .await
        .expect_err("no type");
    assert!(matches!(error, Error::Request(..)), "{error}");
}
