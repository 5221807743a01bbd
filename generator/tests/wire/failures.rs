//! What breaks on the way: every failure ends in the error that says so, says whether the request
//! may have been sent, and ends at all.

use std::time::{Duration, Instant};

use ocamba_hood::operations::UpdatePartnerContactError;
use ocamba_hood::types::PartnerContactPatch;
use ocamba_hood::{Client, ClientBuilder, Error};
use tokio::net::TcpListener;

use crate::builder_of;
use crate::loopback::{Act, Server, json, no_content, reply};

async fn error_of(builder: ClientBuilder) -> Error<UpdatePartnerContactError> {
    let client = builder.build().expect("a client");
    let patch = PartnerContactPatch::new().value("x");
    let call = client.update_partner_contact("1", "2", patch).send();
    tokio::time::timeout(Duration::from_secs(20), call)
        .await
        .expect("it ends")
        .expect_err("a failure")
}

#[tokio::test]
async fn a_connection_that_is_refused_never_sent_anything() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    drop(listener);
    let error = error_of(Client::builder().base_url(url).bearer_token("t")).await;
    assert!(matches!(error, Error::Transport(..)), "{error:?}");
    assert!(!error.may_have_been_sent());
}

#[tokio::test]
async fn a_connection_cut_before_the_reply_may_have_been_sent_and_is_not_repeated() {
    let server = Server::that(Act::Cut(Vec::new())).await;
    let error = error_of(builder_of(&server)).await;
    assert!(matches!(error, Error::Transport(..)), "{error:?}");
    assert!(error.may_have_been_sent());
    assert_eq!(server.seen().len(), 1);
}

#[tokio::test]
async fn a_connection_cut_in_the_head_of_the_reply() {
    let server = Server::that(Act::Cut(b"HTTP/1.1 204 No Con".to_vec())).await;
    let error = error_of(builder_of(&server)).await;
    assert!(matches!(error, Error::Transport(..)), "{error:?}");
    assert!(error.may_have_been_sent());
}

#[tokio::test]
async fn a_body_that_ends_too_early() {
    let mut bytes = reply("400 Bad Request", "application/json", &" ".repeat(1000));
    bytes.truncate(bytes.len() - 500);
    let server = Server::that(Act::Cut(bytes)).await;
    let error = error_of(builder_of(&server)).await;
    assert!(matches!(error, Error::Transport(..)), "{error:?}");
    assert_eq!(error.status().map(|status| status.as_u16()), Some(400));
    assert!(error.may_have_been_sent());
}

#[tokio::test]
async fn a_connection_cut_after_the_reply_is_no_failure() {
    let server = Server::that(Act::Cut(b"HTTP/1.1 204 No Content\r\n\r\n".to_vec())).await;
    let client = builder_of(&server).build().expect("a client");
    for _ in 0..3 {
        let patch = PartnerContactPatch::new().value("x");
        let call = client.update_partner_contact("1", "2", patch);
        call.send().await.expect("204");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

#[tokio::test]
async fn a_body_over_the_cap_is_not_read_to_its_end() {
    let body = "x".repeat(64 * 1024);
    let server = Server::that(json("400 Bad Request", &body)).await;
    let error = error_of(builder_of(&server).largest_reply(1024)).await;
    assert!(matches!(error, Error::BodyTooLarge(..)), "{error:?}");
    assert_eq!(error.status().map(|status| status.as_u16()), Some(400));
    assert!(error.may_have_been_sent());
}

#[tokio::test]
async fn a_server_that_never_answers_ends_in_a_timeout() {
    let server = Server::that(Act::Silence).await;
    let start = Instant::now();
    let error = error_of(builder_of(&server).timeout(Duration::from_millis(300))).await;
    assert!(matches!(error, Error::Timeout(..)), "{error:?}");
    assert!(error.may_have_been_sent());
    assert!(start.elapsed() < Duration::from_secs(5));
    assert_eq!(server.seen().len(), 1);
}

#[tokio::test]
async fn of_a_reply_that_is_not_whole_in_time_is_told_what_has_arrived() {
    let piece = b"HTTP/1.1 400 Bad Request\r\ncontent-length: 100\r\n\r\n{".to_vec();
    let server = Server::that(Act::Pieces(vec![piece])).await;
    let error = error_of(builder_of(&server).attempt_timeout(Duration::from_millis(300))).await;
    assert!(matches!(error, Error::Timeout(..)), "{error:?}");
    assert_eq!(error.status().map(|status| status.as_u16()), Some(400));
    assert_eq!(error.body().map(|body| body.as_ref()), Some(&b"{"[..]));
    let words = "not the whole reply (400 Bad Request) in time";
    assert!(error.to_string().ends_with(words), "{error}");
}

#[tokio::test]
async fn a_redirect_of_a_patch_to_another_host_is_not_followed() {
    let other = Server::that(no_content()).await;
    for status in [
        "301 Moved Permanently",
        "302 Found",
        "303 See Other",
        "307 Temporary Redirect",
        "308 Permanent Redirect",
    ] {
        let location = other.url();
        let bytes = format!(
            "HTTP/1.1 {status}\r\nlocation: {location}/stolen\r\ncontent-length: 0\r\n\r\n"
        );
        let server = Server::that(Act::Reply(bytes.into_bytes())).await;
        let error = error_of(builder_of(&server)).await;
        assert!(matches!(error, Error::Redirect(..)), "{status}: {error:?}");
        assert_eq!(
            error.status().map(|s| s.as_u16().to_string()).as_deref(),
            status.get(..3)
        );
        assert!(error.may_have_been_sent());
        assert_eq!(server.seen().len(), 1);
    }
    assert!(other.seen().is_empty());
}

#[tokio::test]
async fn what_is_no_http_at_all_is_a_failure_of_the_transport() {
    for bytes in [
        &b"SSH-2.0-OpenSSH_9.6\r\n\r\n"[..],
        b"\0\0\0\0\0\0",
        b"HTTP/1.1 9999 Odd\r\n\r\n",
    ] {
        let server = Server::that(Act::Cut(bytes.to_vec())).await;
        let error = error_of(builder_of(&server)).await;
        assert!(matches!(error, Error::Transport(..)), "{error:?}");
        assert!(error.may_have_been_sent());
    }
}

#[tokio::test]
async fn a_503_that_says_when_is_tried_again() {
    let server = Server::scripted(|number| match number {
        0 => Act::Reply(
            b"HTTP/1.1 503 Service Unavailable\r\nretry-after: 0\r\ncontent-length: 0\r\n\r\n"
                .to_vec(),
        ),
        _ => no_content(),
    })
    .await;
    let client = builder_of(&server).build().expect("a client");
    let patch = PartnerContactPatch::new().value("x");
    client
        .update_partner_contact("1", "2", patch)
        .send()
        .await
        .expect("204 at the second attempt");
    assert_eq!(server.seen().len(), 2);
}

#[tokio::test]
async fn an_error_is_one_line_with_its_causes_behind_it() {
    let server = Server::that(Act::Cut(Vec::new())).await;
    let error = error_of(builder_of(&server)).await;
    let text = error.to_string();
    assert!(
        !text.contains('\n') && text.contains("updatePartnerContact"),
        "{text}"
    );
    assert!(std::error::Error::source(&error).is_some());
    assert!(!format!("{error:?}").contains("s3cret"));
}
