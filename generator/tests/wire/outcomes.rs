//! What a reply becomes: told by its status, never by its shape. Not what breaks on the way.

use ocamba_hood::Error;
use ocamba_hood::operations::{UpdatePartnerContact, UpdatePartnerContactError};
use ocamba_hood::runtime::Response;
use ocamba_hood::types::PartnerContactPatch;

use crate::client_of;
use crate::loopback::{Act, Server, json, no_content, reply};

type Outcome = Result<Response<()>, Error<UpdatePartnerContactError>>;

const BAD_REQUEST: &str = r#"{"code":400,"title":"Bad request.","message":"The request body is not valid.","trace_id":"99a84211-f73d-4ff8-acdf-eb3e06bb9d62"}"#;
const SERVER_ERROR: &str = r#"{"code":500,"title":"Internal server error.","trace_id":"99a84211-f73d-4ff8-acdf-eb3e06bb9d62"}"#;

async fn outcome_of(act: Act) -> Outcome {
    let server = Server::that(act).await;
    let patch = PartnerContactPatch::new().value("x");
    let operation = UpdatePartnerContact::new("1", "2", patch);
    client_of(&server).call(operation).send().await
}

#[tokio::test]
async fn a_204_is_a_success_with_its_status() {
    let response = outcome_of(no_content()).await.expect("a success");
    assert_eq!(response.status().as_u16(), 204);
}

#[tokio::test]
async fn a_400_is_a_bad_request() {
    let error = outcome_of(json("400 Bad Request", BAD_REQUEST))
        .await
        .expect_err("400");
    let Error::Api(UpdatePartnerContactError::BadRequest(problem), details) = &error else {
        panic!("{error:?}");
    };
    assert_eq!(
        (problem.code, problem.title.as_str()),
        (400, "Bad request.")
    );
    assert_eq!(
        problem.message.as_deref(),
        Some("The request body is not valid.")
    );
    assert_eq!(
        problem.trace_id.to_string(),
        "99a84211-f73d-4ff8-acdf-eb3e06bb9d62"
    );
    assert_eq!(
        details.body().map(|body| &**body),
        Some(BAD_REQUEST.as_bytes())
    );
    assert_eq!(error.status().map(|status| status.as_u16()), Some(400));
    assert!(error.may_have_been_sent());
}

#[tokio::test]
async fn a_500_is_a_server_error_whose_message_is_absent() {
    let error = outcome_of(json("500 Internal Server Error", SERVER_ERROR))
        .await
        .expect_err("500");
    let Error::Api(UpdatePartnerContactError::InternalServerError(problem), _) = &error else {
        panic!("{error:?}");
    };
    assert_eq!(problem.message, None);
    assert!(error.may_have_been_sent());
}

#[tokio::test]
async fn a_500_with_the_body_of_a_400_stays_a_500() {
    let error = outcome_of(json("500 Internal Server Error", BAD_REQUEST))
        .await
        .expect_err("500");
    let is_500 = matches!(
        &error,
        Error::Api(UpdatePartnerContactError::InternalServerError(_), _)
    );
    assert!(is_500, "{error:?}");
}

#[tokio::test]
async fn what_is_undocumented_keeps_status_headers_and_bytes() {
    for status in ["418 I'm a teapot", "200 OK", "404 Not Found"] {
        let error = outcome_of(json(status, r#"{"a":1}"#))
            .await
            .expect_err(status);
        assert!(
            matches!(error, Error::Undocumented(..)),
            "{status}: {error:?}"
        );
        assert_eq!(
            error.status().map(|s| s.as_u16().to_string()).as_deref(),
            status.get(..3)
        );
        let from = error.headers().and_then(|headers| headers.get("x-from"));
        assert_eq!(from.expect("x-from"), "loopback");
        assert_eq!(error.body().map(|body| &**body), Some(&br#"{"a":1}"#[..]));
        assert!(error.may_have_been_sent());
    }
}

#[tokio::test]
async fn a_documented_status_with_another_body_keeps_status_headers_and_bytes() {
    let bodies = [
        ("text/html", "<html><body>Bad gateway</body></html>"),
        ("application/json", r#"{"code":400"#),
        (
            "application/json",
            r#"{"code":"four hundred","title":"x","trace_id":"y"}"#,
        ),
        ("application/json", r#"{"title":"no code"}"#),
        ("application/json", "[1,2"),
        ("application/json", ""),
        (
            "application/json",
            "{\"code\":400,\"title\":\"\u{0}\",\"trace_id\":\"y\"} trailing",
        ),
    ];
    for (content_type, body) in bodies {
        let bytes = reply("400 Bad Request", content_type, body);
        let error = outcome_of(Act::Reply(bytes)).await.expect_err(body);
        assert!(matches!(error, Error::Decode(..)), "{body}: {error:?}");
        assert_eq!(error.status().map(|status| status.as_u16()), Some(400));
        assert_eq!(error.body().map(|body| &**body), Some(body.as_bytes()));
        assert!(
            error
                .headers()
                .is_some_and(|headers| headers.contains_key("x-from"))
        );
        assert!(error.may_have_been_sent());
    }
}
