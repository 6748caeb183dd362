//! Decimals of a floating-point number that read back as that number.
//!
//! The standard library writes the shortest, with two algorithms and their
//! tables: a thirtieth of the WebAssembly module for a handful of durations.

/// Integers up to here are exact as `f64`, 2^53.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// Powers of ten up to here are exact as `f64`, and more decimals than these
/// fifteen no number needs that is short in decimal.
const MOST_DECIMALS: usize = 15;

/// Writes a finite number.
pub(super) fn write(out: &mut String, value: f64) {
    let (digits, decimals) = digits(value);
    if value.is_sign_negative() {
        out.push('-');
    }
    let zeros = (decimals + 1).saturating_sub(digits.len());
    for place in 0..zeros + digits.len() {
        if place + decimals == zeros + digits.len() {
            out.push('.');
        }
        let digit = place.checked_sub(zeros).and_then(|at| digits.get(at));
        out.push(char::from(b'0' + digit.copied().unwrap_or_default()));
    }
}

/// The digits of a finite number without its sign, and how many are decimals.
///
/// The fewest decimals that read back as the number, where up to fifteen do:
/// both the digits and the power of ten are exact then, and a reader's division
/// rounds once. Otherwise the exact value, which is longer.
fn digits(value: f64) -> (Vec<u8>, usize) {
    let mut power = 1.0;
    for decimals in 0..=MOST_DECIMALS {
        let scaled = (value.abs() * power).round_ties_even();
        if scaled >= EXACT {
            break;
        }
        // Is value exactly what a reader makes of these digits?
        if (scaled / power).to_bits() == value.abs().to_bits() {
            // An integer below 2^53.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            return (digits_of(scaled as u64), decimals);
        }
        power *= 10.0;
    }
    exact(value)
}

/// Every digit: a multiple of a power of two is one of a power of ten.
fn exact(value: f64) -> (Vec<u8>, usize) {
    let bits = value.to_bits();
    let (exponent, fraction) = (bits >> 52 & 0x7ff, bits & ((1 << 52) - 1));
    // IEEE 754: the leading one is not stored, but for the subnormal numbers.
    let integer = if exponent == 0 { fraction } else { fraction | 1 << 52 };
    // The number is the integer × 2^(exponent − 1075), the integer made odd so
    // that no decimal is a final zero.
    let twos = integer.trailing_zeros() % u64::BITS;
    let exponent = exponent.max(1) + u64::from(twos);
    let mut digits = digits_of(integer >> twos);
    let mut decimals = 0;
    for _ in 1075..exponent {
        multiply(&mut digits, 2);
    }
    for _ in exponent..1075 {
        multiply(&mut digits, 5);
        decimals += 1;
    }
    (digits, decimals)
}

/// The decimal digits of an integer, highest first; none of zero.
fn digits_of(mut integer: u64) -> Vec<u8> {
    let mut digits = Vec::new();
    while integer > 0 {
        // A digit.
        #[allow(clippy::cast_possible_truncation)]
        digits.insert(0, (integer % 10) as u8);
        integer /= 10;
    }
    digits
}

fn multiply(digits: &mut Vec<u8>, factor: u8) {
    let mut carry = 0;
    for digit in digits.iter_mut().rev() {
        let product = *digit * factor + carry;
        *digit = product % 10;
        carry = product / 10;
    }
    if carry > 0 {
        digits.insert(0, carry);
    }
}

#[cfg(test)]
mod tests {
    use crate::json::to_json;
    use proptest::prelude::*;

    #[test]
    fn durations_are_written_as_they_were_given() {
        for text in
            ["0", "-0", "3", "0.5", "0.1", "-12.25", "86400.007", "9007199254740991", "0.001"]
        {
            assert_eq!(to_json(&text.parse::<f64>().expect("a number")), text);
        }
    }

    #[test]
    fn what_has_no_short_form_is_exact() {
        // The decimal expansion of the double nearest to 0.1 + 0.2, by Python's
        // decimal.Decimal(0.1 + 0.2).
        assert_eq!(to_json(&(0.1 + 0.2)), "0.3000000000000000444089209850062616169452667236328125");
        assert_eq!(to_json(&1e21), "1000000000000000000000");
    }

    proptest! {
        #[test]
        fn prop_reads_back_as_the_same_number(bits in any::<u64>()) {
            let value = f64::from_bits(bits);
            prop_assume!(value.is_finite());

            let text = to_json(&value);

            prop_assert_eq!(text.parse::<f64>().map(f64::to_bits), Ok(bits));
            prop_assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok());
        }

        #[test]
        fn prop_short_decimals_are_written_as_the_standard_library_does(thousandths in any::<i32>()) {
            let value = f64::from(thousandths) / 1000.0;

            prop_assert_eq!(to_json(&value), value.to_string());
        }
    }
}
