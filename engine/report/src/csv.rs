//! Tables as comma-separated values (RFC 4180), which spreadsheets open.

/// A line of cells with its end. Texts go through [`text`] first.
#[must_use]
pub fn line<S: AsRef<str>>(cells: &[S]) -> String {
    let cells: Vec<&str> = cells.iter().map(AsRef::as_ref).collect();
    format!("{}\r\n", cells.join(","))
}

/// A text as a cell, in quotes. A spreadsheet takes a cell for a formula that begins with one of a
/// few signs, also in quotes; an apostrophe before it makes it text.
#[must_use]
pub fn text(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    let text = text.replace('"', "\"\"");
    format!("\"{}{text}\"", if formula { "'" } else { "" })
}

#[cfg(test)]
mod tests {
    use super::{line, text};

    #[test]
    fn cells_are_never_formulas() {
        for (said, expected) in [
            ("Checkout", "\"Checkout\""),
            ("=1+1", "\"'=1+1\""),
            ("+1", "\"'+1\""),
            ("-1", "\"'-1\""),
            ("@SUM(A1)", "\"'@SUM(A1)\""),
            ("\t=1", "\"'\t=1\""),
            ("say \"hi\", you", "\"say \"\"hi\"\", you\""),
            ("two\r\nlines", "\"two\r\nlines\""),
            ("", "\"\""),
        ] {
            assert_eq!(text(said), expected);
        }
    }

    #[test]
    fn lines_end_as_the_standard_has_it() {
        assert_eq!(line(&["a", &text("b,c")]), "a,\"b,c\"\r\n");
    }
}
