//! What stands in an operation's path goes as it is: text between parameters, and a query, which every
//! request has before what parameters and credentials write.
#![expect(clippy::expect_used, reason = "a test that fails may panic")]

use clientsmith_runtime::{
    Api, ApiSpec, Call, ClientBuilder, Core, Credential, DecodeError, Explode, KeyLocation,
    Operation, OperationSpec, Outcome, RecordingTransport, Reply, RequestEncoder, Scheme,
    SchemeKind, Server, Style,
};

struct Client(Core);

impl Api for Client {
    const SPEC: &'static ApiSpec = &ApiSpec {
        name: "test",
        version: "1",
        servers: &[Server {
            url: "https://api.example.com/v1",
            variables: &[],
        }],
        schemes: &[Scheme {
            name: "key",
            kind: SchemeKind::ApiKey {
                location: KeyLocation::Query,
                name: "key",
            },
        }],
    };

    fn from_core(core: Core) -> Self {
        Self(core)
    }
}

#[derive(Clone)]
struct Status {
    name: &'static str,
    limit: Option<i32>,
}

impl Operation for Status {
    type Output = ();
    type Error = ();
    const SPEC: &'static OperationSpec = &OperationSpec {
        id: "status",
        method: "GET",
        path: "/builds(name='{name}')?view=status&of=\u{e4}%20b",
        accept: "",
        security: &[&["key"]],
        limits: &[],
        servers: &[],
        idempotent: true,
        rules: None,
    };

    fn encode(&self, request: &mut RequestEncoder) {
        request.path("name", Style::Simple, Explode::No, &self.name);
        request.query("limit", Style::Form, Explode::Yes, &self.limit);
    }

    fn decode(_: &Reply) -> Result<Outcome<(), ()>, DecodeError> {
        Ok(Outcome::Success(()))
    }
}

async fn target(limit: Option<i32>) -> String {
    let transport = RecordingTransport::new();
    transport.reply(204, &[], "");
    let client: Client = ClientBuilder::new()
        .transport(transport.clone())
        .credential("key", Credential::api_key("k"))
        .build()
        .expect("a client");
    let name = "a?b";
    let call = Call::new(&client.0, Status { name, limit });
    call.send().await.expect("204");
    let requests = transport.requests();
    let request = requests.first().expect("a request");
    request.uri().to_string()
}

#[tokio::test]
async fn a_query_comes_before_parameters_and_keys() {
    let fixed = "https://api.example.com/v1/builds(name='a%3Fb')?view=status&of=%C3%A4%20b";
    assert_eq!(target(Some(2)).await, format!("{fixed}&limit=2&key=k"));
    assert_eq!(target(None).await, format!("{fixed}&key=k"));
}
