//! The README's program, with its dependency lines, from an empty folder, against a local server.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::thread;

use crate::application::{Application, readme_block};

#[test]
fn the_readmes_program_builds_and_makes_the_call() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let server = thread::spawn(move || answer(&listener));

    let program = readme_block("rust");
    let base_url = ".base_url(std::env::var(\"BASE_URL\")?)\n        .bearer_token(";
    assert!(program.contains(".bearer_token("), "{program}");
    let program = program.replacen(".bearer_token(", base_url, 1);
    let application = Application::new("readme", &program);
    let output = application.cargo(
        &["run", "--quiet"],
        &[("BASE_URL", &url), ("OCAMBA_TOKEN", "s3cret")],
    );
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");

    let request = server.join().expect("a request");
    assert!(
        request.starts_with("PATCH /hood/partners/12345/contacts/"),
        "{request}"
    );
    assert!(request.contains("Bearer s3cret"), "{request}");
    assert!(
        request.ends_with(r#"{"value":"sales@example.com","type":"email"}"#),
        "{request}"
    );
}

/// Reads one request to the end of its JSON body and answers `204`.
fn answer(listener: &TcpListener) -> String {
    let (mut stream, _) = listener.accept().expect("a connection");
    let mut request = Vec::new();
    let mut buffer = [0; 4096];
    while !request.ends_with(b"}") {
        let count = stream.read(&mut buffer).expect("bytes");
        assert!(count > 0, "{}", String::from_utf8_lossy(&request));
        request.extend_from_slice(&buffer[..count]);
    }
    stream
        .write_all(b"HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n")
        .expect("the reply");
    String::from_utf8(request).expect("ASCII")
}
