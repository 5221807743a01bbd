//! Values taken apart for parameters. Not the styles that put them together.
#![expect(clippy::expect_used, reason = "a test that fails may panic")]

use clientsmith_runtime::ParameterValue::{self, Absent, Array, Null, Object, Scalar};
use clientsmith_runtime::{DateTime, Encode, Map, Nullable, Value, parameter_value};

#[track_caller]
fn check(value: &dyn Encode, expected: &ParameterValue) {
    assert_eq!(parameter_value(value).as_ref(), Ok(expected));
}

fn value(text: &str) -> Value {
    text.parse().expect("JSON")
}

#[test]
fn scalars_are_text_that_nothing_is_escaped_in() {
    check(&"a \"b\"&c/\u{e9}", &Scalar("a \"b\"&c/\u{e9}".into()));
    check(&"", &Scalar(String::new()));
    check(&-7i64, &Scalar("-7".into()));
    check(&u64::MAX, &Scalar("18446744073709551615".into()));
    check(&1.5f64, &Scalar("1.5".into()));
    check(&2.0f64, &Scalar("2".into()));
    check(&true, &Scalar("true".into()));
    check(&value("1.10"), &Scalar("1.10".into()));
    let time = DateTime::new("2024-01-01T00:00:00+01:00").expect("a time");
    check(&time, &Scalar("2024-01-01T00:00:00+01:00".into()));
}

#[test]
fn absent_null_and_empty_differ() {
    check(&None::<String>, &Absent);
    check(&Some(String::new()), &Scalar(String::new()));
    check(&Nullable::<String>::Null, &Null);
    check(&Some(Nullable::<i32>::Null), &Null);
    check(&Vec::<String>::new(), &Array(Vec::new()));
    check(&Map::<String>::new(), &Object(Vec::new()));
    check(&(), &Null);
}

#[test]
fn lists_and_objects_hold_texts_and_what_nests_deeper_is_json() {
    check(&vec!["a,b", "c"], &Array(vec!["a,b".into(), "c".into()]));
    check(
        &value(r#"["x",1.0,true,null,[1,"a"],{"k":"v"}]"#),
        &Array(vec![
            "x".into(),
            "1.0".into(),
            "true".into(),
            r#"[1,"a"]"#.into(),
            r#"{"k":"v"}"#.into(),
        ]),
    );
    check(
        &value(r#"{"b":"x","a":2,"n":null,"l":[1,"b"],"e":[],"m":[[1]],"o":{}}"#),
        &Object(vec![
            ("b".into(), "x".into()),
            ("a".into(), "2".into()),
            ("l".into(), "1".into()),
            ("l".into(), "b".into()),
            ("m".into(), "[1]".into()),
            ("o".into(), "{}".into()),
        ]),
    );
}

#[test]
fn what_has_no_text_is_an_error_wherever_it_stands() {
    parameter_value(&f64::NAN).expect_err("no number");
    parameter_value(&vec![1.0, f64::NAN]).expect_err("no number");
    parameter_value(&vec![vec![f64::INFINITY]]).expect_err("no number");
}
