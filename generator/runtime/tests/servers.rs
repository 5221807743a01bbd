//! Where requests go: servers with variables, chosen ones, those of single operations, base URLs with a
//! path and a query; and what is refused when a client is built.
#![expect(clippy::expect_used, reason = "a test that fails may panic")]

use clientsmith_runtime::{
    Api, ApiSpec, Call, ClientBuilder, Core, DecodeError, Operation, OperationSpec, Outcome,
    RecordingTransport, Reply, RequestEncoder, Server, ServerVariable,
};

struct Client(Core);

impl Api for Client {
    const SPEC: &'static ApiSpec = &ApiSpec {
        name: "test",
        version: "1",
        servers: &[
            Server {
                url: "https://{region}.example.com:{port}/v1/",
                variables: &[
                    variable("region", "eu", &["eu", "us"]),
                    variable("port", "443", &[]),
                ],
            },
            Server {
                url: "/relative",
                variables: &[],
            },
            Server {
                url: "https://{cell}.example.com/{prefix}",
                variables: &[variable("cell", "", &[]), variable("prefix", "", &[])],
            },
            Server {
                url: "https://example.com/{stage}",
                variables: &[variable("stage", "/prod", &[])],
            },
        ],
        schemes: &[],
    };
    const OPERATION_VARIABLES: &'static [&'static str] = &["tenant", "folder"];

    fn from_core(core: Core) -> Self {
        Self(core)
    }
}

const fn variable(
    name: &'static str,
    default: &'static str,
    values: &'static [&'static str],
) -> ServerVariable {
    ServerVariable {
        name,
        default,
        values,
    }
}

macro_rules! operation {
    ($name:ident, $servers:expr) => {
        struct $name;

        impl Operation for $name {
            type Output = ();
            type Error = ();
            const SPEC: &'static OperationSpec = &OperationSpec {
                id: stringify!($name),
                method: "GET",
                path: "/things",
                accept: "",
                security: &[],
                limits: &[],
                servers: $servers,
                idempotent: true,
                rules: None,
            };

            fn encode(&self, request: &mut RequestEncoder) {
                request.query_json("q", &1_i32);
            }

            fn decode(_: &Reply) -> Result<Outcome<(), ()>, DecodeError> {
                Ok(Outcome::Success(()))
            }
        }
    };
}

operation!(Plain, &[]);
operation!(
    OfItsOwn,
    &[Server {
        url: "https://{tenant}.files.example.com/",
        variables: &[variable("tenant", "main", &[])],
    }]
);
operation!(
    Beside,
    &[Server {
        url: "/files",
        variables: &[],
    }]
);
operation!(
    Below,
    &[Server {
        url: "/{folder}",
        variables: &[variable("folder", "/files", &[])],
    }]
);

fn builder() -> ClientBuilder<Client> {
    ClientBuilder::new()
}

/// Where a call goes.
async fn target<O: Operation>(builder: ClientBuilder<Client>, operation: O) -> String {
    let transport = RecordingTransport::new();
    transport.reply(200, &[], "");
    let client = builder.transport(transport.clone()).build();
    let client = client.expect("a client");
    let sent = Call::new(&client.0, operation).send().await;
    assert!(sent.is_ok());
    let requests = transport.requests();
    requests.first().expect("a request").uri().to_string()
}

#[track_caller]
fn refused(builder: ClientBuilder<Client>, words: &str) {
    let transport = RecordingTransport::new();
    let error = builder.transport(transport).build().err();
    let error = error.expect("an error").to_string();
    assert!(error.contains(words), "{error}");
}

#[tokio::test]
async fn variables_are_as_chosen_or_as_documented() {
    let plain = target(builder(), Plain).await;
    assert_eq!(plain, "https://eu.example.com/v1/things?q=1");
    let chosen = builder()
        .server_variable("region", "us")
        .server_variable("port", "8443");
    let chosen = target(chosen, Plain).await;
    assert_eq!(chosen, "https://us.example.com:8443/v1/things?q=1");
    let cell = builder().server(2).server_variable("cell", "a");
    assert_eq!(
        target(cell, Plain).await,
        "https://a.example.com/things?q=1"
    );
}

#[tokio::test]
async fn a_slash_is_sent_once_where_a_variable_begins_with_it_and_stands_after_it() {
    let documented = target(builder().server(3), Plain).await;
    assert_eq!(documented, "https://example.com/prod/things?q=1");
    for (stage, expected) in [
        ("/a/b", "https://example.com/a/b/things?q=1"),
        ("a", "https://example.com/a/things?q=1"),
        ("/", "https://example.com/things?q=1"),
    ] {
        let chosen = builder().server(3).server_variable("stage", stage);
        assert_eq!(target(chosen, Plain).await, expected);
    }
    let own = builder().server_variable("folder", "/in");
    let own = target(own, Below).await;
    assert_eq!(own, "https://eu.example.com/in/things?q=1");
}

#[tokio::test]
async fn an_operation_has_servers_of_its_own_unless_a_base_url_is_chosen() {
    let own = target(builder(), OfItsOwn).await;
    assert_eq!(own, "https://main.files.example.com/things?q=1");
    let tenant = builder().server_variable("tenant", "acme");
    let tenant = target(tenant, OfItsOwn).await;
    assert_eq!(tenant, "https://acme.files.example.com/things?q=1");
    let beside = target(builder(), Beside).await;
    assert_eq!(beside, "https://eu.example.com/files/things?q=1");
    let chosen = builder().base_url("http://localhost:8080");
    let chosen = target(chosen, OfItsOwn).await;
    assert_eq!(chosen, "http://localhost:8080/things?q=1");
}

#[tokio::test]
async fn a_base_url_keeps_its_path_and_its_query() {
    for (base, expected) in [
        ("https://proxy.example", "https://proxy.example/things?q=1"),
        (
            "https://proxy.example/a/",
            "https://proxy.example/a/things?q=1",
        ),
        (
            "https://proxy.example/a?code=x%2F",
            "https://proxy.example/a/things?code=x%2F&q=1",
        ),
    ] {
        assert_eq!(target(builder().base_url(base), Plain).await, expected);
    }
}

#[test]
fn what_cannot_be_meant_is_refused() {
    refused(builder().server_variable("regoin", "us"), "`regoin`");
    refused(builder().server_variable("region", "mars"), "`eu`, `us`");
    refused(builder().server(1), "relative");
    refused(builder().server(2), "`cell`");
    refused(builder().server(4), "no server 4");
    for url in [
        "example.com",
        "ftp://example.com",
        "http://a:b@c",
        "http://a#b",
        "",
    ] {
        refused(builder().base_url(url), "base URL");
    }
}
