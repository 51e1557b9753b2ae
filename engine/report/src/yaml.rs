//! Texts in the front matter of Markdown.

use crate::markdown::one_line;

/// A text as a string of YAML: in double quotes unless it is made of plain words.
pub(crate) fn string(text: &str) -> String {
    let text = one_line(text);
    let plain = text.chars().next().is_some_and(char::is_alphabetic)
        && text
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, ' ' | '.' | '-'))
        && !is_word_of_its_own(&text);
    if plain {
        return text;
    }
    let mut quoted = String::from("\"");
    for character in text.chars() {
        // Whatever means something to YAML, or to a reader of Markdown that knows no front matter.
        if character.is_ascii_punctuation() && !".,:;-+/'()@".contains(character) {
            quoted.push_str(&format!("\\x{:02X}", u32::from(character)));
        } else {
            quoted.push(character);
        }
    }
    quoted.push('"');
    quoted
}

/// Whether YAML takes a plain word for something else than text.
fn is_word_of_its_own(text: &str) -> bool {
    ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]
        .iter()
        .any(|word| text.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::string;

    #[test]
    fn names_are_strings_of_yaml() {
        for (name, expected) in [
            ("Ana", "Ana"),
            ("Dr. Ana-Maria Weiß", "Dr. Ana-Maria Weiß"),
            ("Ana: \"boss\"", "\"Ana: \\x22boss\\x22\""),
            ("no", "\"no\""),
            ("- a", "\"- a\""),
            ("#1 \\ <a>", "\"\\x231 \\x5C \\x3Ca\\x3E\""),
            ("a\n---\nstatus: accepted", "\"a --- status: accepted\""),
            ("7", "\"7\""),
            ("", "\"\""),
        ] {
            assert_eq!(string(name), expected);
        }
    }
}
