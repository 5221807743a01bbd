//! Header fields as values, form by form. Which fields there are is the document's business.
#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use clientsmith_runtime::{HeaderForm, HeaderMap, Map, Value, header_field};
use http::HeaderValue;

fn headers(lines: &[(&'static str, &[u8])]) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for (name, value) in lines {
        headers.append(*name, HeaderValue::from_bytes(value).expect("a value"));
    }
    headers
}

#[test]
fn scalars() {
    let all = headers(&[
        ("x-n", b" 10"),
        ("x-t", b"caf\xE9"),
        ("x-b", b"true"),
        ("x-bad", b"ten"),
    ]);
    assert_eq!(
        header_field(&all, "x-n", HeaderForm::Literal),
        Ok(Some(10_i64))
    );
    assert_eq!(
        header_field(&all, "x-b", HeaderForm::Literal),
        Ok(Some(true))
    );
    let text = header_field(&all, "x-t", HeaderForm::Text);
    assert_eq!(text, Ok(Some("caf\u{e9}".to_owned())));
    assert_eq!(
        header_field::<i64>(&all, "x-none", HeaderForm::Literal),
        Ok(None)
    );
    let error = header_field::<i64>(&all, "x-bad", HeaderForm::Literal).expect_err("no number");
    assert_eq!((error.name(), error.text()), ("x-bad", "ten"));
}

#[test]
fn lists_over_several_lines() {
    let all = headers(&[
        ("x-l", b"1, 2"),
        ("x-l", b"3"),
        ("set-cookie", b"a=1; expires=Mon, 1"),
        ("set-cookie", b"b=2"),
    ]);
    assert_eq!(
        header_field(&all, "x-l", HeaderForm::Literals),
        Ok(Some(vec![1_i64, 2, 3]))
    );
    let texts = header_field(&all, "x-l", HeaderForm::Texts);
    assert_eq!(
        texts,
        Ok(Some(vec!["1".to_owned(), "2".to_owned(), "3".to_owned()]))
    );
    let cookies = header_field(&all, "set-cookie", HeaderForm::Texts);
    assert_eq!(
        cookies,
        Ok(Some(vec![
            "a=1; expires=Mon, 1".to_owned(),
            "b=2".to_owned()
        ]))
    );
    let none = headers(&[("x-l", b"")]);
    assert_eq!(
        header_field(&none, "x-l", HeaderForm::Texts),
        Ok(Some(Vec::<String>::new()))
    );
}

#[test]
fn objects() {
    let all = headers(&[
        ("x-p", b"R,100,G,200"),
        ("x-e", b"R=100,G=200"),
        ("x-j", b"{\"R\":100}"),
    ]);
    for (name, form) in [
        ("x-p", HeaderForm::Pairs),
        ("x-e", HeaderForm::ExplodedPairs),
    ] {
        let numbers = header_field::<Map<i64>>(&all, name, form)
            .expect("numbers")
            .expect("a field");
        assert_eq!(numbers.get("G"), Some(&200));
        let texts = header_field::<Map<String>>(&all, name, form)
            .expect("texts")
            .expect("a field");
        assert_eq!(texts.get("R").map(String::as_str), Some("100"));
    }
    let json = header_field::<Value>(&all, "x-j", HeaderForm::Json)
        .expect("JSON")
        .expect("a field");
    assert_eq!(json.to_string(), r#"{"R":100}"#);
}
