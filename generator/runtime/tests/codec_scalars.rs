//! Numbers, strings and enumerations at their edges: exact, or refused by name. Not objects.
#![expect(clippy::expect_used, reason = "a test that fails may panic")]

use std::fmt::Debug;

use clientsmith_runtime::{
    Decode, Encode, Extensible, Known, Nullable, Number, Open, ParameterValue, Secret, Value, Wire,
    from_json, parameter_value, to_json,
};

#[track_caller]
fn check<T: Decode + PartialEq + Debug>(text: &str, expected: T) {
    assert_eq!(from_json::<T>(text.as_bytes()), Ok(expected), "{text}");
}

#[track_caller]
fn check_refused<T: Decode + Debug>(text: &str, message: &str) {
    let error = from_json::<T>(text.as_bytes()).expect_err(text);
    assert_eq!(error.message(), message);
}

#[track_caller]
fn check_written(value: &dyn Encode, text: &str) {
    let written = to_json(value).expect("JSON");
    assert_eq!(String::from_utf8_lossy(&written), text);
}

#[test]
fn integers_are_exact_however_they_are_written() {
    check("-0", 0u8);
    check("255", 255u8);
    check("1.0", 1i8);
    check("1e3", 1000i16);
    check("1.50e1", 15u32);
    check("-12.5E1", -125i64);
    check("1000e-3", 1u64);
    check("0e999999999999999999999", 0i32);
    check("0.000e-5", 0i32);
    check("9223372036854775807", i64::MAX);
    check("9223372036854775807.0", i64::MAX);
    check("-9223372036854775808", i64::MIN);
    check("922337203685477580700e-2", i64::MAX);
    check("9007199254740993.0", 9_007_199_254_740_993_i64);
    check("18446744073709551615", u64::MAX);
    check("340282366920938463463374607431768211455", u128::MAX);
    check("-170141183460469231731687303715884105728", i128::MIN);
}

#[test]
fn integers_that_do_not_fit_are_refused_by_name() {
    check_refused::<u8>("256", "256 is out of the range of u8");
    check_refused::<u8>("-1", "-1 is out of the range of u8");
    check_refused::<i32>("2147483648", "2147483648 is out of the range of i32");
    check_refused::<i32>("1e10", "1e10 is out of the range of i32");
    check_refused::<i64>(
        "9223372036854775808",
        "9223372036854775808 is out of the range of i64",
    );
    check_refused::<i64>(
        "1e99999999999999999999",
        "1e99999999999999999999 is out of the range of i64",
    );
    check_refused::<i64>("1.5", "1.5 where an integer was expected");
    check_refused::<i64>("1e-1", "1e-1 where an integer was expected");
    check_refused::<i64>(
        "1e-99999999999999999999",
        "1e-99999999999999999999 where an integer was expected",
    );
    check_refused::<i64>("\"1\"", "a string where a number was expected");
    let long = "9".repeat(5000);
    check_refused::<i64>(
        &long,
        &format!("{}… is out of the range of i64", "9".repeat(40)),
    );
}

#[test]
fn doubles_round_as_ieee_754_says() {
    check("0.1", 0.1f64);
    check("-0.0", 0.0f64);
    check("5e-324", 5e-324f64);
    check("1e-400", 0.0f64);
    check("1.7976931348623157e308", f64::MAX);
    check("9007199254740993", 9_007_199_254_740_992.0f64);
    check("16777217", 16_777_216.0f32);
    check_refused::<f64>("1e309", "a number out of the range of f64");
    check_refused::<f32>("1e39", "a number out of the range of f32");
}

#[test]
fn doubles_are_written_with_the_fewest_digits() {
    check_written(&1.0f64, "1");
    check_written(&-0.0f64, "-0");
    check_written(&0.1f64, "0.1");
    check_written(&0.1f32, "0.1");
    check_written(&1e300f64, "1e300");
    check_written(&5e-324f64, "5e-324");
    check_written(&1.5e-7f64, "1.5e-7");
    check_written(&123_456_789_012_345_680.0f64, "1.2345678901234568e17");
    check_written(&f32::MAX, "3.4028235e38");
    check_written(&u128::MAX, "340282366920938463463374607431768211455");
}

#[test]
fn what_is_not_a_number_is_an_error_and_never_null() {
    for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let error = to_json(&vec![Some(number)]).expect_err("no JSON");
        assert_eq!(
            error.to_string(),
            format!("{number} is not a number of JSON")
        );
        assert!(Number::try_from(number).is_err());
        assert!(Value::try_from(number).is_err());
    }
}

#[test]
fn numbers_keep_every_digit() {
    for text in [
        "0.1000",
        "-0",
        "1E400",
        "123456789012345678901234567890.123456789",
    ] {
        let number: Number = from_json(text.as_bytes()).expect("a number");
        check_written(&number, text);
        assert_eq!(text.parse(), Ok(number));
    }
    for text in ["", " 1", "1 ", "01", "NaN", "1,0", "\u{feff}1", "--1"] {
        assert!(text.parse::<Number>().is_err(), "{text}");
    }
    let number: Number = "1e3".parse().expect("a number");
    assert_eq!((number.as_i64(), number.as_f64()), (Some(1000), 1000.0));
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Size {
    Small,
    Large,
}

impl Known for Size {
    const NAMES: &'static [&'static str] = &["small", "large"];
    const ALL: &'static [Self] = &[Self::Small, Self::Large];
    fn ordinal(self) -> usize {
        self as usize
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Level {
    One,
    Two,
}

impl Known for Level {
    const NAMES: &'static [&'static str] = &["1", "2"];
    const ALL: &'static [Self] = &[Self::One, Self::Two];
    const WIRE: Wire = Wire::Numbers;
    fn ordinal(self) -> usize {
        self as usize
    }
}

#[test]
fn enumerations_keep_what_they_do_not_know() {
    check("\"small\"", Open::Known(Size::Small));
    check("\"lar\\u0067e\"", Extensible::Known(Size::Large));
    for text in ["\"Small\"", "\"\"", "\"x\\ny\""] {
        let open: Open<Size> = from_json(text.as_bytes()).expect("a string");
        assert_eq!(open.known(), None);
        check_written(&open, text);
        let extensible: Extensible<Size> = from_json(text.as_bytes()).expect("a string");
        check_written(&extensible, text);
    }
    check_refused::<Open<Size>>("1", "a number where a string was expected");
}

#[test]
fn only_extensible_enumerations_take_any_name() {
    assert_eq!(Open::try_from("large"), Ok(Open::from(Size::Large)));
    let error = Open::<Size>::try_from("huge").expect_err("not a size");
    assert_eq!(error.to_string(), "`huge` is none of small, large");
    assert_eq!(Extensible::from("large"), Extensible::Known(Size::Large));
    check_written(&Extensible::<Size>::from("huge"), "\"huge\"");
}

#[test]
fn enumerations_of_numbers() {
    check("2", Open::Known(Level::Two));
    check_written(&Open::from(Level::One), "1");
    let unknown: Open<Level> = from_json(b"30").expect("a number");
    check_written(&unknown, "30");
    check_refused::<Open<Level>>("\"1\"", "a string where a number was expected");
    to_json(&Extensible::<Level>::from("many")).expect_err("not a number");
    check_written(&Extensible::<Level>::from(7), "7");
    let same: Open<Level> = from_json(b"20e-1").expect("a number");
    assert_eq!(same, Level::Two, "the same number, written otherwise");
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Lines {
    Auto,
    One,
    True,
    TrueText,
}

impl Known for Lines {
    const NAMES: &'static [&'static str] = &["\"auto\"", "1", "true", "\"true\""];
    const ALL: &'static [Self] = &[Self::Auto, Self::One, Self::True, Self::TrueText];
    const WIRE: Wire = Wire::Values;
    fn ordinal(self) -> usize {
        self as usize
    }
}

#[test]
fn enumerations_of_values_of_several_kinds() {
    check("\"auto\"", Open::Known(Lines::Auto));
    check("1", Open::Known(Lines::One));
    check("true", Open::Known(Lines::True));
    check("\"true\"", Open::Known(Lines::TrueText));
    let one: Open<Lines> = from_json(b"1.0").expect("a number");
    assert_eq!(one, Lines::One);
    for text in ["\"1\"", "2.50", "false", "[1,{\"a\":null}]"] {
        let unknown: Open<Lines> = from_json(text.as_bytes()).expect("JSON");
        assert_eq!(unknown.known(), None, "{text}");
        check_written(&unknown, text);
    }
    let value = parameter_value(&Open::from(Lines::Auto)).expect("a text");
    assert_eq!(value, ParameterValue::Scalar("auto".to_owned()));
}

#[test]
fn null_alone() {
    check("null", None::<i32>);
    check("null", Nullable::<i32>::Null);
    check("null", Some(Nullable::<i32>::Null));
    check("null", Some(Value::Null));
    check("null", Some(Box::new(Value::Null)));
    check("1", Some(Nullable::Value(1)));
    check("null", ());
    check_refused::<()>("{}", "an object where null was expected");
    check_refused::<String>("null", "null where a string was expected");
}

#[test]
fn secrets_are_not_shown() {
    let secret: Secret = from_json(b"\"hunter2\"").expect("a string");
    assert_eq!(
        format!("{secret:?} {:?}", Some(&secret)),
        "Secret(…) Some(Secret(…))"
    );
    assert_eq!(secret.expose(), "hunter2");
}
