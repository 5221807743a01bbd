//! Credentials on the wire: every kind of scheme, alternatives and conjunctions, tokens that are fetched,
//! and what never leaves: nothing without a credential, nothing to another origin, nothing in `Debug`.
#![expect(clippy::expect_used, reason = "a test that fails may panic")]

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use clientsmith_runtime::{
    Api, ApiSpec, BearerScheme, BoxError, BoxFuture, Call, ClientBuilder, ClientCredentials, Core,
    Credential, DecodeError, Error, KeyLocation, ManualClock, Operation, OperationSpec, Outcome,
    RecordingTransport, Reply, RequestEncoder, Scheme, SchemeKind, Server, Token, TokenProvider,
    Transport,
};

/// A client with a scheme of every kind.
struct Client(Core);

impl Api for Client {
    const SPEC: &'static ApiSpec = &ApiSpec {
        name: "test",
        version: "1",
        servers: &[Server {
            url: "https://api.example.com/v1",
            variables: &[],
        }],
        schemes: &[
            scheme("bearer", SchemeKind::Bearer),
            scheme("basic", SchemeKind::Basic),
            scheme("oauth1", SchemeKind::Http { scheme: "OAuth" }),
            key("header", KeyLocation::Header, "X-Key"),
            key("query", KeyLocation::Query, "api key"),
            key("cookie", KeyLocation::Cookie, "session"),
        ],
    };

    fn from_core(core: Core) -> Self {
        Self(core)
    }
}

impl BearerScheme for Client {
    const NAME: &'static str = "bearer";
}

const fn scheme(name: &'static str, kind: SchemeKind) -> Scheme {
    Scheme { name, kind }
}

const fn key(name: &'static str, location: KeyLocation, field: &'static str) -> Scheme {
    let kind = SchemeKind::ApiKey {
        location,
        name: field,
    };
    Scheme { name, kind }
}

macro_rules! operation {
    ($name:ident, $security:expr) => {
        #[derive(Clone)]
        struct $name;

        impl Operation for $name {
            type Output = ();
            type Error = ();
            const SPEC: &'static OperationSpec = &OperationSpec {
                id: stringify!($name),
                method: "GET",
                path: "/things",
                accept: "",
                security: $security,
                limits: &[],
                servers: &[],
                idempotent: true,
                rules: None,
            };

            fn encode(&self, request: &mut RequestEncoder) {
                request.cookie(
                    "theme",
                    clientsmith_runtime::Style::Form,
                    clientsmith_runtime::Explode::No,
                    &"dark",
                );
            }

            fn decode(reply: &Reply) -> Result<Outcome<(), ()>, DecodeError> {
                Ok(match reply.status().as_u16() {
                    200 => Outcome::Success(()),
                    401 => Outcome::Failure(()),
                    _ => Outcome::Undocumented,
                })
            }
        }
    };
}

operation!(Bearer, &[&["bearer"]]);
operation!(Either, &[&["basic"], &["header", "query"], &["cookie"]]);
operation!(OAuth, &[&["oauth1"]]);
operation!(Both, &[&["bearer", "header"]]);
operation!(Optional, &[&[], &["bearer"]]);
operation!(Open, &[]);

fn client(
    transport: &RecordingTransport,
    credentials: impl IntoIterator<Item = (&'static str, Credential)>,
) -> Client {
    let builder = ClientBuilder::new().transport(transport.clone());
    let builder = credentials
        .into_iter()
        .fold(builder, |builder, (scheme, credential)| {
            builder.credential(scheme, credential)
        });
    builder.build().expect("a client")
}

async fn send<O: Operation>(client: &Client, operation: O) -> Result<(), Error<O::Error>> {
    Call::new(&client.0, operation).send().await.map(drop)
}

/// The only request: its target, and its header fields of a name.
fn only(transport: &RecordingTransport, name: &str) -> (String, Vec<String>) {
    let requests = transport.requests();
    assert_eq!(requests.len(), 1);
    let request = requests.first().expect("a request");
    (request.uri().to_string(), fields(request, name))
}

fn fields<B>(request: &http::Request<B>, name: &str) -> Vec<String> {
    let values = request.headers().get_all(name).iter();
    values
        .map(|value| value.to_str().expect("text").to_owned())
        .collect()
}

fn answering(times: usize) -> RecordingTransport {
    let transport = RecordingTransport::new();
    for _ in 0..times {
        transport.reply(200, &[], "");
    }
    transport
}

#[tokio::test]
async fn a_bearer_token_basic_and_other_http_schemes() {
    let transport = answering(1);
    let bearer = client(&transport, [("bearer", Credential::bearer("t"))]);
    send(&bearer, Bearer).await.expect("200");
    let (target, authorization) = only(&transport, "authorization");
    assert_eq!(target, "https://api.example.com/v1/things");
    assert_eq!(authorization, ["Bearer t"]);

    let transport = answering(1);
    let basic = client(&transport, [("basic", Credential::basic("a", "b:c"))]);
    send(&basic, Either).await.expect("200");
    assert_eq!(only(&transport, "authorization").1, ["Basic YTpiOmM="]);

    let transport = answering(1);
    let other = client(&transport, [("oauth1", Credential::http("token=\"x\""))]);
    send(&other, OAuth).await.expect("200");
    assert_eq!(only(&transport, "authorization").1, ["OAuth token=\"x\""]);
}

#[tokio::test]
async fn the_first_alternative_that_is_whole_is_taken() {
    let transport = answering(1);
    let parts = [
        ("header", Credential::api_key("h")),
        ("query", Credential::api_key("q/1")),
        ("cookie", Credential::api_key("c;1")),
    ];
    send(&client(&transport, parts.clone()), Either)
        .await
        .expect("200");
    let (target, key) = only(&transport, "x-key");
    assert_eq!(
        (target.as_str(), key),
        (
            "https://api.example.com/v1/things?api%20key=q%2F1",
            vec!["h".to_owned()]
        )
    );
    assert_eq!(only(&transport, "cookie").1, ["theme=dark"]);

    let transport = answering(1);
    let [_, query, cookie] = parts;
    send(&client(&transport, [query, cookie]), Either)
        .await
        .expect("200");
    let (target, cookies) = only(&transport, "cookie");
    assert_eq!(target, "https://api.example.com/v1/things");
    assert_eq!(cookies, ["theme=dark; session=c%3B1"]);
}

#[tokio::test]
async fn what_is_missing_is_named_before_anything_is_sent() {
    let transport = answering(1);
    let partly = client(&transport, [("header", Credential::api_key("h"))]);
    let error = send(&partly, Either)
        .await
        .expect_err("credentials are missing");
    assert!(!error.may_have_been_sent());
    let Error::Request(reason, _) = &error else {
        unreachable!("{error:?}")
    };
    let alternatives: &[&[&str]] = &[&["basic"], &["header", "query"], &["cookie"]];
    assert_eq!(reason.missing_credentials(), alternatives);
    assert!(
        error.to_string().contains("`header` and `query`"),
        "{error}"
    );
    assert!(transport.requests().is_empty());
}

#[tokio::test]
async fn anonymity_is_the_last_choice_and_an_empty_list_asks_for_nothing() {
    let transport = answering(3);
    let nobody = client(&transport, []);
    send(&nobody, Optional).await.expect("200");
    let known = client(&transport, [("bearer", Credential::bearer("t"))]);
    send(&known, Optional).await.expect("200");
    send(&known, Open).await.expect("200");
    let sent: Vec<_> = transport
        .requests()
        .iter()
        .map(|request| fields(request, "authorization"))
        .collect();
    assert_eq!(sent, [vec![], vec!["Bearer t".to_owned()], vec![]]);
}

#[tokio::test]
async fn no_credential_goes_to_another_origin() {
    for credential in [
        ("bearer", Credential::bearer("s3cret")),
        ("bearer", Credential::provider(Counting::default())),
        ("cookie", Credential::api_key("s3cret")),
    ] {
        let transport = RecordingTransport::new();
        let elsewhere = [("location", "https://evil.example/x")];
        transport.reply(302, &elsewhere, "").reply(200, &[], "");
        let client = client(
            &transport,
            [
                credential.clone(),
                ("header", Credential::api_key("s3cret")),
                ("query", Credential::api_key("s3cret")),
            ],
        );
        match credential.0 {
            "bearer" => send(&client, Bearer).await.expect("200"),
            _ => send(&client, Either).await.expect("200"),
        }
        let requests = transport.requests();
        let second = requests.get(1).expect("a second request");
        assert_eq!(second.uri(), "https://evil.example/x");
        for name in ["authorization", "cookie", "x-key"] {
            assert!(fields(second, name).is_empty(), "{name}");
        }
    }
}

#[test]
fn no_credential_shows_in_debug() {
    let transport = RecordingTransport::new();
    let builder = ClientBuilder::<Client>::new()
        .transport(transport)
        .bearer_token("s3cret")
        .credential("basic", Credential::basic("s3cret", "s3cret"))
        .credential("header", Credential::api_key("s3cret"));
    let shown = format!("{builder:?}");
    let built = format!("{shown} {:?}", builder.build().expect("a client").0);
    let credentials = ClientCredentials::new("https://auth.example.com", "id", "s3cret");
    let shown = format!("{built} {credentials:?} {:?}", Token::new("s3cret"));
    assert!(!shown.contains("s3cret"), "{shown}");
    assert!(!shown.contains("czNjcmV0"), "{shown}");
}

/// Gives `token1`, `token2`, … after a while, or an error, and counts.
#[derive(Default, Clone)]
struct Counting {
    asked: Arc<AtomicU32>,
    lifetime: Option<Duration>,
    fails: bool,
    fails_after: Option<u32>,
}

impl TokenProvider for Counting {
    fn fetch<'a>(&'a self, _: &'a dyn Transport) -> BoxFuture<'a, Result<Token, BoxError>> {
        Box::pin(async move {
            tokio::task::yield_now().await;
            let number = self.asked.fetch_add(1, Ordering::Relaxed) + 1;
            if self.fails || self.fails_after.is_some_and(|times| number > times) {
                return Err("the vault is shut".into());
            }
            let token = Token::new(format!("token{number}"));
            Ok(match self.lifetime {
                Some(lifetime) => token.expires_in(lifetime),
                None => token,
            })
        })
    }
}

fn authorizations(transport: &RecordingTransport) -> Vec<String> {
    let requests = transport.requests();
    requests
        .iter()
        .flat_map(|request| fields(request, "authorization"))
        .collect()
}

#[tokio::test]
async fn calls_at_the_same_time_share_a_token() {
    let transport = answering(4);
    let provider = Counting::default();
    let client = client(
        &transport,
        [("bearer", Credential::provider(provider.clone()))],
    );
    let (a, b, c) = tokio::join!(
        send(&client, Bearer),
        send(&client, Bearer),
        send(&client, Bearer)
    );
    a.and(b).and(c).expect("200");
    send(&client, Bearer).await.expect("200");
    assert_eq!(provider.asked.load(Ordering::Relaxed), 1);
    assert_eq!(authorizations(&transport), ["Bearer token1"; 4]);
}

#[tokio::test]
async fn a_refused_token_is_fetched_anew_once() {
    let transport = RecordingTransport::new();
    transport.reply(401, &[], "").reply(200, &[], "");
    let provider = Counting::default();
    let client = client(
        &transport,
        [("bearer", Credential::provider(provider.clone()))],
    );
    send(&client, Bearer).await.expect("200");
    assert_eq!(
        authorizations(&transport),
        ["Bearer token1", "Bearer token2"]
    );

    transport.reply(401, &[], "").reply(401, &[], "");
    let error = send(&client, Bearer).await.expect_err("401");
    assert!(matches!(error, Error::Api(..)), "{error:?}");
    assert_eq!(error.attempts(), 2);
    assert_eq!(provider.asked.load(Ordering::Relaxed), 3);
}

/// A client whose tokens are a provider's, and whose time is the test's.
fn fetching(
    transport: &RecordingTransport,
    clock: &Arc<ManualClock>,
    provider: Counting,
) -> Client {
    ClientBuilder::new()
        .transport(transport.clone())
        .clock(clock.clone())
        .token_provider(provider)
        .build()
        .expect("a client")
}

#[tokio::test]
async fn a_token_is_fetched_anew_before_it_expires() {
    let transport = answering(3);
    let clock = Arc::new(ManualClock::default());
    let provider = Counting {
        lifetime: Some(Duration::from_secs(100)),
        ..Counting::default()
    };
    let client = fetching(&transport, &clock, provider);
    send(&client, Bearer).await.expect("200");
    clock.advance(Duration::from_secs(89));
    send(&client, Bearer).await.expect("200");
    clock.advance(Duration::from_secs(2));
    send(&client, Bearer).await.expect("200");
    assert_eq!(
        authorizations(&transport),
        ["Bearer token1", "Bearer token1", "Bearer token2"]
    );
}

#[tokio::test]
async fn a_token_that_holds_is_used_while_no_other_can_be_fetched() {
    let transport = answering(2);
    let clock = Arc::new(ManualClock::default());
    let provider = Counting {
        lifetime: Some(Duration::from_secs(100)),
        fails_after: Some(1),
        ..Counting::default()
    };
    let client = fetching(&transport, &clock, provider);
    send(&client, Bearer).await.expect("200");
    clock.advance(Duration::from_secs(95));
    send(&client, Bearer).await.expect("200");
    assert_eq!(authorizations(&transport), ["Bearer token1"; 2]);
    clock.advance(Duration::from_secs(6));
    let error = send(&client, Bearer).await.expect_err("no token");
    assert!(matches!(error, Error::Token(..)), "{error:?}");
}

#[tokio::test]
async fn of_two_fetched_tokens_in_one_request_none_is_forgotten() {
    let transport = answering(1);
    let credentials = [
        ("bearer", Credential::provider(Counting::default())),
        ("header", Credential::provider(Counting::default())),
    ];
    let error = send(&client(&transport, credentials), Both)
        .await
        .expect_err("one of them would be left out");
    assert!(error.to_string().contains("two token providers"), "{error}");
    assert!(transport.requests().is_empty());
}

#[test]
fn a_credential_of_another_kind_than_its_scheme_is_refused() {
    for (scheme, credential) in [
        ("header", Credential::basic("user", "password")),
        ("basic", Credential::bearer("token")),
    ] {
        let builder: ClientBuilder<Client> = ClientBuilder::new();
        let built = builder.credential(scheme, credential).build();
        let error = built.err().expect("another kind").to_string();
        assert!(error.contains(&format!("`{scheme}` takes")), "{error}");
    }
}

#[tokio::test]
async fn no_fingerprint_of_a_credential_shows_in_debug() {
    let transport = answering(1);
    let client = client(&transport, [("bearer", Credential::bearer("t"))]);
    send(&client, Bearer).await.expect("200");
    let debug = format!("{:?}", client.0);
    assert!(debug.contains("credentials: [bearer]"), "{debug}");
    assert!(!debug.contains("Operation("), "{debug}");
}

#[tokio::test]
async fn a_closure_that_gives_a_future_is_a_provider() {
    let transport = answering(1);
    let builder: ClientBuilder<Client> = ClientBuilder::new();
    let client = builder
        .transport(transport.clone())
        .token_provider(|| async { Ok::<_, std::io::Error>(Token::new("fetched")) })
        .build()
        .expect("a client");
    send(&client, Bearer).await.expect("200");
    assert_eq!(authorizations(&transport), ["Bearer fetched"]);
}

#[tokio::test]
async fn without_a_token_nothing_is_sent() {
    let transport = answering(1);
    let provider = Counting {
        fails: true,
        ..Counting::default()
    };
    let client = client(&transport, [("bearer", Credential::provider(provider))]);
    let error = send(&client, Bearer).await.expect_err("no token");
    assert!(matches!(error, Error::Token(..)), "{error:?}");
    assert!(!error.may_have_been_sent());
    assert!(error.to_string().contains("the vault is shut"), "{error}");
    assert!(transport.requests().is_empty());
}

#[tokio::test]
async fn client_credentials_are_exchanged_for_a_token() {
    let transport = RecordingTransport::new();
    let reply = r#"{"access_token":"abc","token_type":"bearer","expires_in":3600}"#;
    transport.reply(200, &[], reply).reply(200, &[], "");
    let provider = ClientCredentials::new("https://auth.example.com/token", "my id", "s:cret");
    let credential = Credential::provider(provider.scopes(["read", "write"]));
    let client = client(&transport, [("bearer", credential)]);
    send(&client, Bearer).await.expect("200");
    let requests = transport.requests();
    let asked = requests.first().expect("a request");
    assert_eq!(asked.method(), "POST");
    assert_eq!(asked.uri(), "https://auth.example.com/token");
    assert_eq!(
        asked.body().as_ref(),
        b"grant_type=client_credentials&scope=read%20write"
    );
    // `my%20id:s%3Acret`
    assert_eq!(
        fields(asked, "authorization"),
        ["Basic bXklMjBpZDpzJTNBY3JldA=="]
    );
    assert_eq!(
        fields(requests.get(1).expect("the call"), "authorization"),
        ["Bearer abc"]
    );
}

#[tokio::test]
async fn a_token_endpoint_that_refuses_or_redirects_is_an_error_with_its_words() {
    for (status, body, words) in [
        (400, r#"{"error":"invalid_client"}"#, "invalid_client"),
        (302, "", "302"),
        (200, "not JSON", "no `access_token`"),
    ] {
        let transport = RecordingTransport::new();
        transport.reply(status, &[("location", "https://evil.example")], body);
        let provider = ClientCredentials::new("https://auth.example.com/token", "id", "s3cret");
        let client = client(
            &transport,
            [("bearer", Credential::provider(provider.in_body()))],
        );
        let error = send(&client, Bearer).await.expect_err("no token");
        assert!(error.to_string().contains(words), "{error}");
        assert!(!error.to_string().contains("s3cret"), "{error}");
        assert_eq!(transport.requests().len(), 1);
    }
}
