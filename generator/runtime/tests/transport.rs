//! What the default transport says to a server, byte for byte, and what it makes of what no well-behaved server
//! does. Replies are the tests' of the wire.
#![cfg(all(feature = "rustls", feature = "http2"))]
#![expect(clippy::expect_used, reason = "a test that fails may panic")]

use std::future::poll_fn;
use std::time::Duration;

use clientsmith_runtime::{Body, ReqwestTransport, Sent, Transport};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

async fn listener() -> (TcpListener, String) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    (listener, address.to_string())
}

fn request(method: http::Method, target: &str) -> http::Request<Body> {
    let mut request = http::Request::new(Body::empty());
    *request.method_mut() = method;
    *request.uri_mut() = target.parse().expect("a target");
    request
}

fn transport() -> ReqwestTransport {
    ReqwestTransport::new(Duration::from_secs(5)).expect("a transport")
}

#[tokio::test]
async fn http_2_is_offered_and_http_1_beside_it() {
    let (listener, address) = listener().await;
    let greeting = async {
        let (mut stream, _) = listener.accept().await.expect("a connection");
        let mut greeting = vec![0; 4096];
        let length = stream.read(&mut greeting).await.expect("a greeting");
        greeting.truncate(length);
        greeting
    };
    let transport = transport();
    let request = request(http::Method::GET, &format!("https://{address}/"));
    let (_, greeting) = tokio::join!(transport.send(request), greeting);
    let offered = b"\x00\x0c\x02h2\x08http/1.1";
    assert!(greeting.windows(offered.len()).any(|it| it == offered));
}

#[tokio::test]
async fn that_there_is_no_body_is_said_where_one_is_expected() {
    for (method, says) in [
        (http::Method::POST, true),
        (http::Method::PUT, true),
        (http::Method::PATCH, true),
        (http::Method::GET, false),
        (http::Method::DELETE, false),
    ] {
        let (listener, address) = listener().await;
        let head = async {
            let (mut stream, _) = listener.accept().await.expect("a connection");
            let mut head = Vec::new();
            while !head.ends_with(b"\r\n\r\n") {
                stream.read_buf(&mut head).await.expect("a head");
            }
            let reply = b"HTTP/1.1 204 No Content\r\n\r\n";
            stream.write_all(reply).await.expect("a reply");
            String::from_utf8(head).expect("text")
        };
        let transport = transport();
        let request = request(method.clone(), &format!("http://{address}/"));
        let (reply, head) = tokio::join!(transport.send(request), head);
        reply.expect("a reply");
        assert_eq!(head.contains("content-length: 0\r\n"), says, "{method}");
    }
}

#[tokio::test]
async fn a_stream_that_the_server_refuses_was_not_sent() {
    // reqwest's own client asks for it even where nothing is encrypted
    let _ = rustls::crypto::ring::default_provider().install_default();
    for (reason, sent) in [
        (h2::Reason::REFUSED_STREAM, Sent::Never),
        (h2::Reason::INTERNAL_ERROR, Sent::Perhaps),
    ] {
        let (listener, address) = listener().await;
        let refusing = async {
            let (stream, _) = listener.accept().await.expect("a connection");
            let mut connection = h2::server::handshake(stream).await.expect("HTTP/2");
            let stream = connection.accept().await.expect("a stream");
            let (_, mut respond) = stream.expect("a request");
            respond.send_reset(reason);
            poll_fn(|context| connection.poll_closed(context)).await
        };
        let client = reqwest::Client::builder().http2_prior_knowledge();
        let client = client.retry(reqwest::retry::never()).build();
        let transport = ReqwestTransport::over(client.expect("a client"));
        let request = request(http::Method::POST, &format!("http://{address}/"));
        let error = tokio::select! {
            reply = transport.send(request) => reply.expect_err("refused"),
            end = refusing => unreachable!("{end:?}"),
        };
        assert_eq!(error.sent(), sent, "{error}");
    }
}
