//! An API of two operations as generated code states it, and a client of it.

use std::sync::Arc;

use clientsmith_runtime::{
    Api, ApiKeyScheme, ApiSpec, BearerScheme, Call, ClientBuilder, Core, DecodeError, Error,
    KeyLocation, ManualClock, Operation, OperationSpec, Outcome, RecordingTransport, Reply,
    RequestEncoder, Scheme, SchemeKind, Server,
};

/// A client of the API.
#[derive(Debug, Clone)]
pub(crate) struct Client(Core);

impl Api for Client {
    const SPEC: &'static ApiSpec = &ApiSpec {
        name: "course",
        version: "1.0.0",
        servers: &[Server {
            url: "https://api.example/v1",
            variables: &[],
        }],
        schemes: &[
            Scheme {
                name: "bearer",
                kind: SchemeKind::Bearer,
            },
            Scheme {
                name: "key",
                kind: SchemeKind::ApiKey {
                    location: KeyLocation::Header,
                    name: "x-key",
                },
            },
        ],
    };

    fn from_core(core: Core) -> Self {
        Self(core)
    }
}

impl BearerScheme for Client {
    const NAME: &'static str = "bearer";
}

impl ApiKeyScheme for Client {
    const NAME: &'static str = "key";
}

impl Client {
    pub(crate) fn read(&self) -> Call<'_, Read> {
        Call::new(&self.0, Read)
    }

    pub(crate) fn write(&self) -> Call<'_, Write> {
        Call::new(&self.0, Write)
    }
}

/// `GET /thing`.
#[derive(Debug, Clone)]
pub(crate) struct Read;

/// `POST /thing`.
#[derive(Debug, Clone)]
pub(crate) struct Write;

const fn spec(id: &'static str, method: &'static str, idempotent: bool) -> OperationSpec {
    OperationSpec {
        id,
        method,
        path: "/thing",
        accept: "text/plain",
        security: &[&["bearer", "key"]],
        limits: &[],
        servers: &[],
        idempotent,
        rules: None,
    }
}

fn outcome(reply: &Reply) -> Result<Outcome<String, ()>, DecodeError> {
    match reply.status().as_u16() {
        200 => reply.text().map(Outcome::Success),
        _ => Ok(Outcome::Undocumented),
    }
}

impl Operation for Read {
    type Output = String;
    type Error = ();

    const SPEC: &'static OperationSpec = &spec("read", "GET", true);

    fn encode(&self, _: &mut RequestEncoder) {}

    fn decode(reply: &Reply) -> Result<Outcome<String, ()>, DecodeError> {
        outcome(reply)
    }
}

impl Operation for Write {
    type Output = String;
    type Error = ();

    const SPEC: &'static OperationSpec = &spec("write", "POST", false);

    fn encode(&self, request: &mut RequestEncoder) {
        request.text("text/plain", &"written".to_owned());
    }

    fn decode(reply: &Reply) -> Result<Outcome<String, ()>, DecodeError> {
        outcome(reply)
    }
}

/// A transport to be told what to answer, a clock on which sleeps end at once, and a client over both.
pub(crate) fn stage() -> (RecordingTransport, ManualClock, ClientBuilder<Client>) {
    let (transport, clock) = (RecordingTransport::new(), ManualClock::jumping());
    let builder = ClientBuilder::new()
        .bearer_token("secret-token")
        .api_key("secret-key")
        .transport(transport.clone())
        .clock(Arc::new(clock.clone()));
    (transport, clock, builder)
}

/// What a call ended in, in a word, and after how many attempts.
pub(crate) fn ended(outcome: &Result<String, Error<()>>) -> (&'static str, u32) {
    match outcome {
        Ok(_) => ("success", 0),
        Err(error) => {
            let word = match error {
                Error::Undocumented(_) => "undocumented",
                Error::Timeout(_) => "timeout",
                Error::Transport(..) => "transport",
                Error::Redirect(_) => "redirect",
                _ => "other",
            };
            (word, error.attempts())
        }
    }
}
