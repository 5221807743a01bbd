//! An HTTP/1.1 server on loopback that does what a test tells it, byte for byte: also what no
//! well-behaved server does. It knows nothing of the client.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// A request as it arrived.
#[derive(Debug, Clone)]
pub(crate) struct Seen {
    /// When its last byte arrived.
    pub(crate) at: Instant,
    pub(crate) method: String,
    pub(crate) target: String,
    /// Names in lower case, in the order of arrival.
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

/// What the server does with a request that it has read.
#[derive(Debug, Clone)]
pub(crate) enum Act {
    /// Sends these bytes and keeps the connection.
    Reply(Vec<u8>),
    /// Sends these bytes and cuts the connection.
    Cut(Vec<u8>),
    /// Sends these pieces, each a while after the one before, and then nothing, for ever.
    Pieces(Vec<Vec<u8>>),
    /// Says nothing, for ever.
    Silence,
}

/// A running server; it ends with the test's runtime.
pub(crate) struct Server {
    address: SocketAddr,
    seen: Arc<Mutex<Vec<Seen>>>,
}

type Script = Arc<dyn Fn(usize) -> Act + Send + Sync>;

impl Server {
    /// Starts a server that does the same with every request.
    pub(crate) async fn that(act: Act) -> Self {
        Self::scripted(move |_| act.clone()).await
    }

    /// Starts a server that is told what to do by the number of the request, from 0.
    pub(crate) async fn scripted(script: impl Fn(usize) -> Act + Send + Sync + 'static) -> Self {
        Self::start(Arc::new(script), Duration::ZERO).await
    }

    /// Starts a server whose first connections open slowly: whatever is accepted before `opening`
    /// has passed is read only then.
    pub(crate) async fn slow_to_open(act: Act, opening: Duration) -> Self {
        Self::start(Arc::new(move |_| act.clone()), opening).await
    }

    async fn start(script: Script, opening: Duration) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let seen = Arc::new(Mutex::new(Vec::new()));
        let record = Arc::clone(&seen);
        tokio::spawn(async move {
            let mut opens = None;
            while let Ok((stream, _)) = listener.accept().await {
                let opens = *opens.get_or_insert_with(|| Instant::now() + opening);
                let (script, record) = (Arc::clone(&script), Arc::clone(&record));
                tokio::spawn(async move {
                    tokio::time::sleep_until(opens.into()).await;
                    serve(stream, script, record).await;
                });
            }
        });
        Self { address, seen }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Every request so far.
    pub(crate) fn seen(&self) -> Vec<Seen> {
        self.seen.lock().expect("the record").clone()
    }

    /// The only request.
    pub(crate) fn only(&self) -> Seen {
        let seen = self.seen();
        assert_eq!(seen.len(), 1, "{seen:#?}");
        seen.into_iter().next().expect("a request")
    }
}

impl Seen {
    /// The values of a header.
    pub(crate) fn header(&self, name: &str) -> Vec<&str> {
        let fields = self.headers.iter().filter(|(field, _)| field == name);
        fields.map(|(_, value)| value.as_str()).collect()
    }

    /// The body as text.
    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("UTF-8")
    }
}

/// A whole reply with a body.
pub(crate) fn reply(status: &str, content_type: &str, body: &str) -> Vec<u8> {
    let length = body.len();
    format!("HTTP/1.1 {status}\r\ncontent-type: {content_type}\r\ncontent-length: {length}\r\nx-from: loopback\r\n\r\n{body}")
        .into_bytes()
}

/// A whole reply with a JSON body.
pub(crate) fn json(status: &str, body: &str) -> Act {
    Act::Reply(reply(status, "application/json", body))
}

/// `204 No Content`.
pub(crate) fn no_content() -> Act {
    Act::Reply(b"HTTP/1.1 204 No Content\r\n\r\n".to_vec())
}

async fn serve(mut stream: TcpStream, script: Script, record: Arc<Mutex<Vec<Seen>>>) {
    let mut buffer = Vec::new();
    while let Some(seen) = read(&mut stream, &mut buffer).await {
        let number = {
            let mut record = record.lock().expect("the record");
            record.push(seen);
            record.len() - 1
        };
        match script(number) {
            Act::Reply(bytes) => {
                if stream.write_all(&bytes).await.is_err() {
                    return;
                }
            }
            Act::Cut(bytes) => {
                let _ = stream.write_all(&bytes).await;
                let _ = stream.shutdown().await;
                return;
            }
            Act::Pieces(pieces) => {
                for piece in pieces {
                    if stream.write_all(&piece).await.is_err() {
                        return;
                    }
                    tokio::time::sleep(Duration::from_millis(50)).await;
                }
                std::future::pending().await
            }
            Act::Silence => std::future::pending().await,
        }
    }
}

/// Reads one request; `None` where the client ended the connection.
async fn read(stream: &mut TcpStream, buffer: &mut Vec<u8>) -> Option<Seen> {
    loop {
        if let Some((mut seen, length)) = parse_head(buffer) {
            while buffer.len() < length {
                if stream.read_buf(buffer).await.ok()? == 0 {
                    return None;
                }
            }
            seen.body = buffer.drain(..length).collect();
            seen.at = Instant::now();
            return Some(seen);
        }
        if stream.read_buf(buffer).await.ok()? == 0 {
            return None;
        }
    }
}

/// Takes a whole head off the buffer, and says how long the body is.
fn parse_head(buffer: &mut Vec<u8>) -> Option<(Seen, usize)> {
    let end = buffer.windows(4).position(|bytes| bytes == b"\r\n\r\n")?;
    let head: Vec<u8> = buffer.drain(..end + 4).collect();
    let head = String::from_utf8(head).expect("a head in ASCII");
    let mut lines = head.trim_end().split("\r\n");
    let mut request = lines.next()?.split(' ');
    let headers: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
        .collect();
    let seen = Seen {
        at: Instant::now(),
        method: request.next()?.to_owned(),
        target: request.next()?.to_owned(),
        headers,
        body: Vec::new(),
    };
    let length = seen
        .header("content-length")
        .first()
        .map_or(0, |length| length.parse().expect("a length"));
    Some((seen, length))
}
