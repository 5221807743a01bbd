//! Decimals compared and divided, digit by digit: nothing is rounded, whatever the size.

use std::cmp::Ordering;

use super::Decimal;

/// A divisor of more digits than this is not divided by; the generator reports such a `multipleOf`.
const MOST_DIGITS: usize = 38;

impl Decimal {
    /// Whether the number is a whole multiple of another. Nothing is held to a step of zero.
    pub(crate) fn is_multiple_of(&self, step: &Self) -> bool {
        if self.digits.is_empty() || step.digits.is_empty() || step.digits.len() > MOST_DIGITS {
            return true;
        }
        // the last digit of each is not zero: what ends in a finer place than the step is no multiple
        let Some(zeros) = self.exponent.checked_sub(step.exponent) else {
            return false;
        };
        let (Ok(zeros), Ok(divisor)) = (u64::try_from(zeros), step.digits.parse::<u128>()) else {
            return false;
        };
        let mut rest = 0;
        for digit in self.digits.bytes() {
            let digit = u128::from(digit.saturating_sub(b'0'));
            rest = add(multiply(rest, 10, divisor), digit % divisor, divisor);
        }
        multiply(rest, power_of_ten(zeros, divisor), divisor) == 0
    }

    /// The place of the first digit: `1` for 10 to 99.
    fn magnitude(&self) -> i128 {
        self.digits.len() as i128 + i128::from(self.exponent) - 1
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let sign = |number: &Self| match (number.digits.is_empty(), number.negative) {
            (true, _) => 0,
            (false, true) => -1,
            (false, false) => 1,
        };
        let (one, two) = (sign(self), sign(other));
        if one != two || one == 0 {
            return one.cmp(&two);
        }
        // neither ends in zeros, so that texts compare as the numbers do
        let sizes = self.magnitude().cmp(&other.magnitude());
        let sizes = sizes.then_with(|| self.digits.cmp(&other.digits));
        match self.negative {
            true => sizes.reverse(),
            false => sizes,
        }
    }
}

/// The sum of two numbers below a divisor, less the divisor where it is not below it.
fn add(one: u128, other: u128, divisor: u128) -> u128 {
    match one.checked_sub(divisor - other) {
        Some(rest) => rest,
        None => one + other,
    }
}

/// The rest of a product, by doubling: a product itself may be too large.
fn multiply(mut one: u128, mut other: u128, divisor: u128) -> u128 {
    one %= divisor;
    let mut product = 0;
    while other > 0 {
        if other & 1 == 1 {
            product = add(product, one, divisor);
        }
        one = add(one, one, divisor);
        other >>= 1;
    }
    product
}

/// The rest of a power of ten, by squares.
fn power_of_ten(mut exponent: u64, divisor: u128) -> u128 {
    let (mut power, mut base) = (1 % divisor, 10 % divisor);
    while exponent > 0 {
        if exponent & 1 == 1 {
            power = multiply(power, base, divisor);
        }
        base = multiply(base, base, divisor);
        exponent >>= 1;
    }
    power
}
