//! The program that calls every row, first on the recording transport, then over a socket, and prints a
//! line for each call: what the row's parameter is on the wire.

use super::Row;

/// `main.rs`, up to the calls.
const START: &str = r##"
mod table { include!(concat!(env!("TREE"), "/mod.rs")); }

use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::mpsc::{Receiver, channel};

use clientsmith_runtime::{DateTime, Nullable, RecordingTransport};
use table::Client;
use table::types::*;

/// What the parameter is in a request: the target behind the row's path, and its field or cookie.
fn shown(target: &str, fields: &[(String, String)]) -> String {
    let behind = target.trim_start_matches("/row").trim_start_matches(|c: char| c.is_ascii_digit());
    let field = fields.iter().find(|(name, _)| name == "color" || name == "cookie");
    match field {
        Some((name, value)) => format!("{name}: {value}"),
        None => behind.to_owned(),
    }
}

fn recorded(transport: &RecordingTransport, before: usize) -> String {
    let requests = transport.requests();
    let Some(request) = requests.get(before) else { return "refused".to_owned() };
    let target = request.uri().path_and_query().map(ToString::to_string).unwrap_or_default();
    let fields: Vec<_> = request.headers().iter()
        .map(|(name, value)| (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned()))
        .collect();
    shown(&target, &fields)
}

/// Answers every request with 204 and closes; gives what each was.
fn serve(listener: TcpListener) -> Receiver<String> {
    let (sender, receiver) = channel();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { continue };
            let (mut head, mut byte) = (Vec::new(), [0]);
            while !head.ends_with(b"\r\n\r\n") && stream.read_exact(&mut byte).is_ok() {
                head.extend_from_slice(&byte);
            }
            let head = String::from_utf8_lossy(&head).into_owned();
            let mut lines = head.lines();
            let target = lines.next().and_then(|line| line.split(' ').nth(1)).unwrap_or_default().to_owned();
            let fields: Vec<_> = lines
                .filter_map(|line| line.split_once(':'))
                .map(|(name, value)| (name.to_ascii_lowercase(), value.strip_prefix(' ').unwrap_or(value).to_owned()))
                .collect();
            let _ = sender.send(shown(&target, &fields));
            let _ = stream.write_all(b"HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n");
        }
    });
    receiver
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let transport = RecordingTransport::new();
    let client = Client::builder().base_url("http://localhost").transport(transport.clone()).build()?;
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let url = format!("http://{}", listener.local_addr()?);
    let seen = serve(listener);
    let over_a_socket = Client::builder().base_url(url).build()?;
"##;

/// The whole program.
pub(super) fn program(rows: &[Row]) -> String {
    let mut program = START.to_owned();
    for (index, row) in rows.iter().enumerate() {
        let argument = row.argument;
        program.push_str(&format!(
            "    let before = transport.requests().len();\n    transport.reply(204, &[], \"\");\n    let _ = client.row{index}({argument}).await;\n    println!(\"{{}}\", recorded(&transport, before));\n"
        ));
    }
    for (index, row) in rows.iter().enumerate() {
        let argument = row.argument;
        program.push_str(&format!(
            "    let sent = over_a_socket.row{index}({argument}).await.is_ok();\n    println!(\"{{}}\", if sent {{ seen.recv()? }} else {{ \"refused\".to_owned() }});\n"
        ));
    }
    program.push_str("    Ok(())\n}\n");
    program
}
