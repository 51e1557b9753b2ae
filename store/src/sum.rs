//! Sums over what a row holds. SQLite checks how its file is built, not what stands in it: a bit that
//! turned over in a text is found only by a sum.

/// FNV-1a with 64 bits, over parts whose ends count. Each of its steps can be undone, so that a
/// change to a single byte always changes the sum. It is no protection against intent: whoever can
/// write to the file needs no trick.
#[derive(Clone, Copy, Debug)]
pub struct Sum(u64);

impl Sum {
    /// The sum of nothing.
    pub fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    /// With a text.
    pub fn text(self, text: &str) -> Self {
        let length = u64::try_from(text.len()).unwrap_or(u64::MAX);
        self.bytes(&length.to_le_bytes()).bytes(text.as_bytes())
    }

    /// With a number.
    pub fn number(self, number: i64) -> Self {
        self.bytes(&number.to_le_bytes())
    }

    /// As SQLite keeps it.
    pub fn value(self) -> i64 {
        self.0.cast_signed()
    }

    fn bytes(mut self, bytes: &[u8]) -> Self {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::Sum;

    #[test]
    fn ends_of_texts_count() {
        let sum = |a, b| Sum::new().text(a).text(b).value();
        assert_ne!(sum("ab", "c"), sum("a", "bc"));
        assert_ne!(sum("", "a"), sum("a", ""));
        assert_eq!(sum("a", "b"), sum("a", "b"));
    }

    #[test]
    fn the_sums_stay_those_of_the_files_that_there_are() {
        // Sums are kept in files: another algorithm would take every one of them for damaged.
        assert_eq!(
            Sum::new().text("checkout").number(7).value(),
            6_454_706_137_968_188_246
        );
    }
}
