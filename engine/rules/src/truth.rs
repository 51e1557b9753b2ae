//! Kleene's strong three-valued logic.

use std::ops::Not;

use serde::{Deserialize, Serialize};

/// The value of a condition whose answers may be open.
///
/// The order is Kleene's order of truth, `False < Unknown < True`, so that conjunction is the
/// minimum and disjunction the maximum.
#[derive(
    Copy, Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
#[repr(u8)]
pub enum Truth {
    /// It does not hold, whatever the open answers turn out to be.
    False = 0,
    /// It depends on an answer that is open.
    #[default]
    Unknown = 1,
    /// It holds, whatever the open answers turn out to be.
    True = 2,
}

impl Truth {
    /// Conjunction.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        self.min(other)
    }

    /// Disjunction.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        self.max(other)
    }

    /// True if it holds for certain.
    #[must_use]
    pub fn is_true(self) -> bool {
        self == Self::True
    }

    /// True if it fails for certain.
    #[must_use]
    pub fn is_false(self) -> bool {
        self == Self::False
    }

    /// True if it depends on an open answer.
    #[must_use]
    pub fn is_unknown(self) -> bool {
        self == Self::Unknown
    }
}

impl Not for Truth {
    type Output = Self;

    fn not(self) -> Self {
        match self {
            Self::False => Self::True,
            Self::Unknown => Self::Unknown,
            Self::True => Self::False,
        }
    }
}

impl From<bool> for Truth {
    fn from(value: bool) -> Self {
        if value { Self::True } else { Self::False }
    }
}

#[cfg(test)]
mod tests {
    use super::Truth::{self, False, True, Unknown};

    #[test]
    fn kleene_tables() {
        let table: [(Truth, Truth, Truth, Truth); 9] = [
            (False, False, False, False),
            (False, Unknown, False, Unknown),
            (False, True, False, True),
            (Unknown, False, False, Unknown),
            (Unknown, Unknown, Unknown, Unknown),
            (Unknown, True, Unknown, True),
            (True, False, False, True),
            (True, Unknown, Unknown, True),
            (True, True, True, True),
        ];
        for (a, b, and, or) in table {
            assert_eq!(a.and(b), and, "{a:?} and {b:?}");
            assert_eq!(a.or(b), or, "{a:?} or {b:?}");
            assert_eq!(!(a.and(b)), (!a).or(!b), "de Morgan for {a:?}, {b:?}");
        }
        assert_eq!([!False, !Unknown, !True], [True, Unknown, False]);
    }
}
