//! Reading values out of nodes, with errors that say what was expected and what was found.

use std::sync::Arc;

use crate::{Diagnostic, Key, Node, Scalar, Source, Value, quote};

impl Node {
    /// The text of a scalar, however it is written: `5` and `"5"` are both the text `5`.
    ///
    /// # Errors
    /// When the node is empty, a list or a mapping.
    pub fn text(&self, source: &Arc<Source>) -> Result<&str, Diagnostic> {
        match &self.value {
            Value::Scalar(scalar) => Ok(&scalar.text),
            _ => Err(self.expected(source, "text")),
        }
    }

    /// `yes` or `no`, also written `true` or `false`.
    ///
    /// # Errors
    /// When the node is anything else, or quoted.
    pub fn yes_no(&self, source: &Arc<Source>) -> Result<bool, Diagnostic> {
        let found = match &self.value {
            Value::Scalar(scalar) => as_yes_no(&scalar.text).map(|value| (value, scalar)),
            _ => None,
        };
        match found {
            Some((value, scalar)) if !scalar.quoted => Ok(value),
            Some(_) => Err(self
                .expected(source, "yes or no")
                .help("leave out the quotes")),
            None => Err(self
                .expected(source, "yes or no")
                .help("write `yes` or `no`")),
        }
    }

    /// A whole number, as YAML 1.2 writes it: decimal, `0x…` or `0o…`.
    ///
    /// # Errors
    /// When the node is anything else, is quoted, or does not fit 64 bits.
    pub fn integer(&self, source: &Arc<Source>) -> Result<i64, Diagnostic> {
        const WHAT: &str = "a whole number";
        let Value::Scalar(scalar) = &self.value else {
            return Err(self.expected(source, WHAT));
        };
        match as_integer(&scalar.text) {
            Integer::Fits(value) if !scalar.quoted => Ok(value),
            Integer::Fits(_) => Err(self.expected(source, WHAT).help("leave out the quotes")),
            Integer::TooLarge => Err(Diagnostic::error(format!(
                "the number {} is too large",
                quote(&scalar.text)
            ))
            .at(source, self.span, "does not fit 64 bits")),
            Integer::No => {
                let error = self.expected(source, WHAT);
                let plain: String = scalar
                    .text
                    .chars()
                    .filter(|c| !matches!(c, '_' | ',' | ' '))
                    .collect();
                Err(match as_integer(&plain) {
                    Integer::Fits(value) => error.help(format!("write `{value}`")),
                    _ => error,
                })
            }
        }
    }

    /// A number, whole or with decimals; never infinite and never "not a number".
    ///
    /// # Errors
    /// When the node is anything else, is quoted, or is out of range.
    pub fn number(&self, source: &Arc<Source>) -> Result<f64, Diagnostic> {
        const WHAT: &str = "a number";
        let Value::Scalar(scalar) = &self.value else {
            return Err(self.expected(source, WHAT));
        };
        match as_number(&scalar.text) {
            Some(value) if scalar.quoted && value.is_finite() => {
                Err(self.expected(source, WHAT).help("leave out the quotes"))
            }
            Some(value) if value.is_finite() => Ok(value),
            Some(_) => Err(Diagnostic::error(format!(
                "the number {} is too large",
                quote(&scalar.text)
            ))
            .at(source, self.span, "out of range")),
            None => Err(self.expected(source, WHAT)),
        }
    }

    /// The items of a list.
    ///
    /// # Errors
    /// When the node is not a list.
    pub fn sequence(&self, source: &Arc<Source>) -> Result<&[Self], Diagnostic> {
        match &self.value {
            Value::Sequence(items) => Ok(items),
            Value::Mapping(_) => Err(self
                .expected(source, "a list")
                .help("start each item with `- `")),
            Value::Scalar(_) => Err(self
                .expected(source, "a list")
                .help("put the items in brackets, `[…]`, or each on a line that starts with `- `")),
            Value::Null => Err(self
                .expected(source, "a list")
                .help("write `[]` for an empty list")),
        }
    }

    /// The fields of a mapping in the order written. To read known fields, use
    /// [`Fields`](crate::Fields).
    ///
    /// # Errors
    /// When the node is not a mapping.
    pub fn mapping(&self, source: &Arc<Source>) -> Result<&[(Key, Self)], Diagnostic> {
        match &self.value {
            Value::Mapping(fields) => Ok(fields),
            _ => Err(self.expected(source, "a mapping").help(MAPPING_HELP)),
        }
    }

    /// Whether there is no value: an empty field, `~` or `null`.
    #[must_use]
    pub fn is_null(&self) -> bool {
        self.value == Value::Null
    }

    /// What kind of value this is, for use in a message: "a list", "the number `5`", "nothing".
    #[must_use]
    pub fn describe(&self) -> String {
        match &self.value {
            Value::Null => "nothing".to_owned(),
            Value::Sequence(items) if items.is_empty() => "an empty list".to_owned(),
            Value::Sequence(_) => "a list".to_owned(),
            Value::Mapping(fields) if fields.is_empty() => "an empty mapping".to_owned(),
            Value::Mapping(_) => "a mapping".to_owned(),
            Value::Scalar(scalar) => scalar.describe(),
        }
    }

    /// The error that says that `what` was expected here, and what was found instead.
    #[must_use]
    pub fn expected(&self, source: &Arc<Source>, what: &str) -> Diagnostic {
        Diagnostic::error(format!("expected {what}, found {}", self.describe())).at(
            source,
            self.span,
            format!("expected {what}"),
        )
    }
}

pub(crate) const MAPPING_HELP: &str = "write fields as `name: value`, one per line";

impl Scalar {
    fn describe(&self) -> String {
        let text = quote(&self.text);
        if self.text.is_empty() {
            "empty text".to_owned()
        } else if self.quoted {
            format!("the text {text}")
        } else if as_number(&self.text).is_some() || !matches!(as_integer(&self.text), Integer::No)
        {
            format!("the number {text}")
        } else if as_yes_no(&self.text).is_some() {
            text
        } else {
            format!("the text {text}")
        }
    }
}

fn as_yes_no(text: &str) -> Option<bool> {
    match text {
        "true" | "True" | "TRUE" | "yes" | "Yes" | "YES" => Some(true),
        "false" | "False" | "FALSE" | "no" | "No" | "NO" => Some(false),
        _ => None,
    }
}

enum Integer {
    Fits(i64),
    TooLarge,
    No,
}

fn as_integer(text: &str) -> Integer {
    let (digits, radix) = if let Some(digits) = text.strip_prefix("0x") {
        (digits, 16)
    } else if let Some(digits) = text.strip_prefix("0o") {
        (digits, 8)
    } else {
        (text.strip_prefix(['-', '+']).unwrap_or(text), 10)
    };
    if digits.is_empty() || !digits.chars().all(|digit| digit.is_digit(radix)) {
        return Integer::No;
    }
    // The sign stays on, since the lowest number has no positive counterpart.
    let signed = if radix == 10 { text } else { digits };
    i64::from_str_radix(signed, radix).map_or(Integer::TooLarge, Integer::Fits)
}

/// A number by the core schema of YAML 1.2, infinite when it is out of range. Rust's own parser
/// also takes words such as `inf`; those are not numbers here.
fn as_number(text: &str) -> Option<f64> {
    let allowed =
        |byte: u8| byte.is_ascii_digit() || matches!(byte, b'.' | b'e' | b'E' | b'-' | b'+');
    if text.bytes().any(|byte| byte.is_ascii_digit()) && text.bytes().all(allowed) {
        text.parse().ok()
    } else {
        None
    }
}
