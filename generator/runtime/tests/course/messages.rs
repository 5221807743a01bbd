//! What errors say in a line, and what their `Debug` leaves out.

use std::io;

use clientsmith_runtime::{Answer, Body, BoxFuture, Error, Retry, Sent, Transport, TransportError};

use crate::api::stage;

#[tokio::test]
async fn a_failure_is_told_by_what_the_reply_was() {
    let html = [("content-type", "text/html; charset=utf-16")];
    let to = [("location", "/elsewhere")];
    let long = "x".repeat(100_000);
    for (status, headers, body, words) in [
        (
            200,
            &html,
            "x",
            "read: the reply (200 OK, `text/html; charset=utf-16`) is not what is documented: text in the charset `utf-16`, where UTF-8 or ISO-8859-1 was expected",
        ),
        (
            308,
            &to,
            "",
            "write: a redirect (308 Permanent Redirect, to `/elsewhere`) that is not followed",
        ),
        (
            400,
            &html,
            &long,
            "read: the API answered 400 Bad Request, which is not documented",
        ),
    ] {
        let (transport, _, builder) = stage();
        transport.reply(status, headers, body.to_owned());
        let client = builder.build().expect("a client");
        let error: Error<()> = match words.starts_with("read") {
            true => client.read().send().await.expect_err("a failure"),
            false => client.write().send().await.expect_err("a failure"),
        };
        assert_eq!(error.to_string(), words);
        let debug = format!("{error:?}");
        assert!(debug.len() < 2000, "{debug}");
        assert_eq!(debug.contains("(100000 bytes)"), status == 400, "{debug}");
    }
}

#[tokio::test]
async fn what_is_not_sent_in_time_is_not_a_reply_that_is_late() {
    let (transport, _, builder) = stage();
    transport.answer(Answer::Failure(Sent::Never));
    let client = builder.build().expect("a client");
    let call = client.read().timeout(std::time::Duration::ZERO);
    let error = call.send().await.expect_err("no time at all");
    assert!(matches!(error, Error::Timeout(_) | Error::Transport(..)));
    assert!(!error.to_string().contains("no reply"), "{error}");
}

#[tokio::test]
async fn what_is_compressed_is_told_to_be() {
    let (transport, _, builder) = stage();
    transport.reply(200, &[("content-encoding", "gzip")], &b"\x1f\x8b"[..]);
    let client = builder.build().expect("a client");
    let error = client.read().send().await.expect_err("no text");
    assert_eq!(
        error.to_string(),
        "read: the reply (200 OK, compressed with `gzip`) is not what is documented: text that is not UTF-8 at byte 1"
    );
}

#[test]
fn a_connection_that_is_late_is_told_so() {
    let late = io::Error::new(io::ErrorKind::TimedOut, "deadline has elapsed");
    let error = TransportError::new(Sent::Never, late);
    assert_eq!(error.to_string(), "no connection: timed out");
}

#[tokio::test]
async fn a_header_field_without_a_name_is_told_by_it() {
    let (_, _, builder) = stage();
    let error = builder.header("a b", "c").build().expect_err("no name");
    assert_eq!(
        error.to_string(),
        "\"a b\" is not the name of a header field"
    );
}

#[tokio::test]
async fn a_recording_without_an_answer_says_so() {
    let (_, _, builder) = stage();
    let client = builder.build().expect("a client");
    let call = client.read().retry(Retry::never());
    let error = call.send().await.expect_err("no answer");
    assert!(error.to_string().contains("has no answer left"), "{error}");
}

/// Fails as `reqwest` does: what went wrong is at the bottom.
#[derive(Debug)]
struct Refusing;

impl Transport for Refusing {
    fn send(
        &self,
        _: http::Request<Body>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        let refused = io::Error::other(Outer(io::Error::other("connection refused")));
        Box::pin(async { Err(TransportError::new(Sent::Never, refused)) })
    }
}

#[derive(Debug)]
struct Outer(io::Error);

impl std::fmt::Display for Outer {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("error sending request")
    }
}

impl std::error::Error for Outer {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.0)
    }
}

#[tokio::test]
async fn of_a_connection_the_error_at_the_bottom_is_told() {
    let (_, _, builder) = stage();
    let client = builder.transport(Refusing).build().expect("a client");
    let call = client.read().retry(Retry::never());
    let error = call.send().await.expect_err("refused");
    assert_eq!(error.to_string(), "read: no connection: connection refused");
}
