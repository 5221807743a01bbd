//! Rules against arithmetic that is done in another way, on numbers and texts that nobody thought of. What
//! generated tables say is a matter of the generator's cases.
#![expect(clippy::expect_used, reason = "a test that fails may panic")]

use clientsmith_runtime::{Encode, Number, Rule, Rules, Validate, Value, Writer};
use proptest::prelude::*;

/// A value that is held to one rule, which is said for each test.
struct Held<R>(Value, std::marker::PhantomData<R>);

impl<R> Encode for Held<R> {
    fn encode(&self, writer: &mut Writer) {
        self.0.encode(writer);
    }
}

trait Demand {
    const RULES: &'static [Rule];
}

macro_rules! demands {
    ($($name:ident: $rule:expr;)*) => {$(
        struct $name;

        impl Demand for $name {
            const RULES: &'static [Rule] = &[$rule];
        }
    )*};
}

demands! {
    AtLeast: Rule::Minimum("-12345.678");
    MoreThan: Rule::ExclusiveMinimum("0");
    AtMost: Rule::Maximum("100");
    LessThan: Rule::ExclusiveMaximum("1e3");
    Step: Rule::MultipleOf("0.25");
    LargeStep: Rule::MultipleOf("7000");
    WideStep: Rule::MultipleOf("12345678901234567890123456789");
    Length: Rule::MaxLength(5);
}

impl<R: Demand> Validate for Held<R> {
    fn rules() -> &'static Rules {
        const { &Rules::of(R::RULES) }
    }
}

fn holds<R: Demand>(value: impl Into<Value>) -> bool {
    Held::<R>(value.into(), std::marker::PhantomData)
        .validate()
        .is_ok()
}

fn number(text: &str) -> Number {
    text.parse().expect("a number")
}

/// An integer, or thousandths, as JSON may write them: with an exponent, with zeros at the end.
fn written(thousandths: i64, form: u8) -> Number {
    let (sign, size) = (
        if thousandths < 0 { "-" } else { "" },
        thousandths.unsigned_abs(),
    );
    number(&match form % 3 {
        0 => format!("{sign}{}.{:03}", size / 1000, size % 1000),
        1 => format!("{sign}{size}e-3"),
        _ => format!("{sign}{}.{:03}000E+0", size / 1000, size % 1000),
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn bounds_are_exact(thousandths in -20_000_000_i64..2_000_000, form: u8) {
        let value = || written(thousandths, form);
        prop_assert_eq!(holds::<AtLeast>(value()), thousandths >= -12_345_678);
        prop_assert_eq!(holds::<MoreThan>(value()), thousandths > 0);
        prop_assert_eq!(holds::<AtMost>(value()), thousandths <= 100_000);
        prop_assert_eq!(holds::<LessThan>(value()), thousandths < 1_000_000);
    }

    #[test]
    fn steps_are_exact(thousandths: i64, form: u8) {
        prop_assert_eq!(holds::<Step>(written(thousandths, form)), thousandths % 250 == 0);
        prop_assert_eq!(holds::<LargeStep>(written(thousandths, form)), thousandths % 7_000_000 == 0);
        // most numbers are no multiple: these are
        let many = i128::from(thousandths) * 250;
        let many = format!("{many}e-3");
        prop_assert!(holds::<Step>(number(&many)));
    }

    #[test]
    fn steps_beyond_64_bits_are_exact(times in 1_u32..10_000, zeros in 0_usize..40, rest in 1_u32..1_000_000) {
        let step = 12_345_678_901_234_567_890_123_456_789_u128;
        let multiple = format!("{}{}", step * u128::from(times), "0".repeat(zeros));
        prop_assert!(holds::<WideStep>(number(&multiple)));
        let other = (step * u128::from(times)).saturating_add(u128::from(rest));
        prop_assert!(!holds::<WideStep>(number(&other.to_string())));
    }

    #[test]
    fn lengths_are_code_points(text in "\\PC{0,10}") {
        prop_assert_eq!(holds::<Length>(text.as_str()), text.chars().count() <= 5);
    }

    #[test]
    fn a_rule_says_nothing_of_values_of_another_kind(text: String, boolean: bool, integer: i64) {
        prop_assert!(holds::<AtMost>(text) && holds::<AtMost>(boolean) && holds::<Length>(integer));
        prop_assert!(holds::<AtMost>(Value::Null) && holds::<Length>(Value::Null));
    }
}

#[test]
fn numbers_of_any_size_are_compared() {
    assert!(!holds::<AtMost>(number("1e999999999999")));
    assert!(holds::<AtMost>(number("-1e999999999999")));
    assert!(holds::<MoreThan>(number("1e-999999999999")));
    assert!(!holds::<MoreThan>(number("-0.0")));
    assert!(holds::<LargeStep>(number("7e999999999999")));
    assert!(!holds::<LargeStep>(number("8e999999999999")));
}
