//! Points with their sign.

/// Points as people read them, with a sign of full width: "+6", "−5", "0".
#[must_use]
pub fn signed(points: i32) -> String {
    match points {
        0 => "0".to_owned(),
        more if more > 0 => format!("+{more}"),
        fewer => format!("−{}", fewer.unsigned_abs()),
    }
}

/// `1 rule`, `3 rules`.
#[must_use]
pub fn counted(count: usize, one: &str) -> String {
    if count == 1 {
        format!("1 {one}")
    } else {
        format!("{count} {one}s")
    }
}

/// Readiness as a whole number. One way of rounding for every screen: half goes up, where formatting
/// would take half to the even number.
#[must_use]
pub fn whole(readiness: f64) -> i32 {
    readiness.round() as i32
}

#[cfg(test)]
mod tests {
    use super::{counted, signed};

    #[test]
    fn points_have_a_sign_unless_there_are_none() {
        assert_eq!([-12, 0, 7].map(signed), ["−12", "0", "+7"]);
        assert_eq!(signed(i32::MIN), "−2147483648");
    }

    #[test]
    fn one_is_no_plural() {
        assert_eq!(
            [0, 1, 2].map(|n| counted(n, "rule")),
            ["0 rules", "1 rule", "2 rules"]
        );
    }
}
