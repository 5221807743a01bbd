//! What a reply of several documented media types becomes.

use replies_several_media_types::operations::{GetReportError, GetReportOutput};
use replies_several_media_types::runtime::{RecordingTransport, Response};
use replies_several_media_types::{Client, Error};

type Outcome = Result<Response<GetReportOutput>, Error<GetReportError>>;

async fn outcome(status: u16, content_type: &str, body: &'static [u8]) -> Outcome {
    let transport = RecordingTransport::new();
    transport.reply(status, &[("content-type", content_type)], body);
    let client = Client::builder()
        .base_url("http://api.test")
        .transport(transport.clone());
    let client = client.build().expect("a client");
    let outcome = client.get_report("1").await;
    let requests = transport.requests();
    let accept = requests[0].headers()["accept"].to_str().expect("text");
    assert_eq!(
        accept,
        "application/json, application/problem+json, application/vnd.reports.rows+json;q=0.9, text/csv;q=0.8, application/pdf;q=0.7"
    );
    outcome
}

#[tokio::test]
async fn the_content_type_chooses() {
    let json = outcome(200, "application/json; charset=utf-8", b"{\"total\":3}").await;
    let json = json.expect("a report").into_body();
    assert!(matches!(json, GetReportOutput::Ok(report) if report.total == Some(3)));
    let rows = outcome(200, "Application/Vnd.Reports.Rows+JSON", b"[1,2]").await;
    let rows = rows.expect("rows").into_body();
    assert!(matches!(rows, GetReportOutput::OkVndReportsRowsJson(rows) if rows == [1, 2]));
    let csv = outcome(200, "text/csv; charset=iso-8859-1", b"caf\xE9").await;
    let csv = csv.expect("a table").into_body();
    assert!(matches!(csv, GetReportOutput::OkText(text) if text == "caf\u{e9}"));
    let pdf = outcome(200, "application/pdf", b"\xFF\x00").await;
    let pdf = pdf.expect("a file").into_body();
    assert!(matches!(pdf, GetReportOutput::OkBytes(bytes) if bytes == b"\xFF\x00"[..]));
}

#[tokio::test]
async fn json_is_read_whatever_it_is_called_and_nothing_else() {
    for content_type in ["text/plain", "application/octet-stream", "", "text/html"] {
        let json = outcome(200, content_type, b"\xEF\xBB\xBF{\"total\":3}").await;
        let json = json.expect("a report").into_body();
        assert!(matches!(json, GetReportOutput::Ok(_)), "{content_type}");
    }
    let other = outcome(200, "text/html", b"<p>").await.expect_err("no report");
    assert!(matches!(other, Error::Decode(..)), "{other:?}");
    assert_eq!(other.body().map(|body| &body[..]), Some(&b"<p>"[..]));
    let charset = outcome(200, "text/csv; charset=\"utf-7\"", b"a").await;
    let charset = charset.expect_err("a charset");
    assert!(charset.to_string().contains("utf-7"), "{charset}");
    let broken = outcome(200, "text/csv", b"caf\xE9").await.expect_err("no UTF-8");
    assert!(matches!(broken, Error::Decode(..)), "{broken:?}");
}

#[tokio::test]
async fn failures_too() {
    let problem = outcome(404, "application/problem+json", b"{\"title\":\"x\"}").await;
    let problem = problem.expect_err("404");
    assert!(matches!(problem, Error::Api(GetReportError::ClientErrors(_), _)));
    let page = outcome(499, "text/html", b"<p>").await.expect_err("499");
    assert!(matches!(page, Error::Api(GetReportError::ClientErrorsText(text), _) if text == "<p>"));
    let undocumented = outcome(500, "text/html", b"<p>").await.expect_err("500");
    assert!(matches!(undocumented, Error::Undocumented(_)));
}

#[tokio::test]
async fn none_of_them_is_an_error_that_keeps_the_bytes() {
    let transport = RecordingTransport::new();
    transport.reply(200, &[("content-type", "application/zip")], &b"PK"[..]);
    let client = Client::builder()
        .base_url("http://api.test")
        .transport(transport)
        .build()
        .expect("a client");
    let error = client.get_chart("1").await.expect_err("a zip");
    let said = error.to_string();
    assert!(said.contains("`application/zip`") && said.contains("`image/png`"), "{said}");
    assert_eq!(error.body().map(|body| &body[..]), Some(&b"PK"[..]));
}
