//! Text as Markdown that shows just that text.

/// Schemes that a careless reader of Markdown might follow.
const DANGEROUS: [&str; 5] = ["javascript", "vbscript", "data", "file", "blob"];

/// A text as inline Markdown: on one line, with nothing in it that starts or ends markup, at the
/// start of a line, inside a table or anywhere else. What is harmless stays as it is, so that
/// documents read well without being rendered.
pub(crate) fn escape(text: &str) -> String {
    let white = text.starts_with(char::is_whitespace);
    let ends_white = text.ends_with(char::is_whitespace);
    let text = one_line(text);
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    if white {
        out.push(' ');
    }
    if starts_block(&text) {
        let marker = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(0);
        let (number, rest) = text.split_at(marker);
        out.push_str(number);
        out.push('\\');
        inline(rest, &mut out);
    } else {
        inline(&text, &mut out);
    }
    if ends_white && !text.is_empty() {
        out.push(' ');
    }
    out
}

/// A text in backticks.
pub(crate) fn code(text: &str) -> String {
    let text = one_line(text);
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if text.is_empty() || text.starts_with('`') || text.ends_with('`') {
        " "
    } else {
        ""
    };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// A web address as a link, anything else as text.
pub(crate) fn link(text: &str) -> String {
    let lower = text.to_ascii_lowercase();
    let is_address = (lower.starts_with("https://") || lower.starts_with("http://"))
        && text
            .chars()
            .all(|c| c.is_ascii_graphic() || !c.is_ascii() && c.is_alphanumeric());
    if !is_address {
        return escape(text);
    }
    let mut out = String::from("<");
    for character in text.chars() {
        match character {
            '<' | '>' | '|' | '\\' | '`' | '"' | '\'' => {
                out.push_str(&format!("%{:02X}", u32::from(character)))
            }
            character => out.push(character),
        }
    }
    out.push('>');
    out
}

/// All white space as single spaces, and nothing that doesn't print.
pub(crate) fn one_line(text: &str) -> String {
    let printable: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .filter(|c| !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'))
        .collect();
    printable.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether the text would start a heading, list, quote, rule, code block or table of its own at
/// the start of a line. The first character that isn't a digit is then to be escaped.
fn starts_block(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    match rest.chars().next() {
        Some('.' | ')') if rest.len() < text.len() => {
            rest[1..].is_empty() || rest[1..].starts_with(' ')
        }
        Some('#' | '-' | '+' | '=' | ':') => rest.len() == text.len(),
        _ => false,
    }
}

fn inline(text: &str, out: &mut String) {
    let mut before = None;
    for (at, character) in text.char_indices() {
        let after = text[at + character.len_utf8()..].chars().next();
        match character {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' if is_entity(&text[at..]) => out.push_str("&amp;"),
            '\\' | '`' | '*' | '[' | ']' | '|' => out.extend(['\\', character]),
            // At the end of a heading it would be taken for its closing.
            '#' if before == Some(' ') => out.push_str("\\#"),
            // Inside a word it is a letter like any other.
            '_' if !(is_word(before) && is_word(after)) => out.push_str("\\_"),
            '~' if before == Some('~') || after == Some('~') => out.push_str("\\~"),
            ':' if DANGEROUS
                .iter()
                .any(|scheme| ends_with(&text[..at], scheme)) =>
            {
                out.push_str("\\:")
            }
            character => out.push(character),
        }
        before = Some(character);
    }
}

fn is_word(character: Option<char>) -> bool {
    character.is_some_and(char::is_alphanumeric)
}

/// Whether a text that starts with `&` starts with a character reference.
fn is_entity(text: &str) -> bool {
    let name = text[1..].trim_start_matches('#');
    let rest = name.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
    rest.len() < name.len() && rest.starts_with(';')
}

fn ends_with(text: &str, word: &str) -> bool {
    text.len() >= word.len()
        && text.is_char_boundary(text.len() - word.len())
        && text[text.len() - word.len()..].eq_ignore_ascii_case(word)
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

    use super::{code, escape, link};

    /// Texts that try to be something else.
    const HOSTILE: [&str; 36] = [
        "plain words",
        "# heading",
        "- item",
        "+ item",
        "* item",
        "1. item",
        "23) item",
        "=== rule",
        "--- rule",
        "> quote",
        "~~~ fence",
        "``` fence",
        "`code`",
        "*emphasis*",
        "__strong__",
        "snake_case and _that_",
        "~~gone~~",
        "[link](javascript:alert(1))",
        "![picture](https://example.org/x.png)",
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<https://example.org>",
        "&lt;script&gt;",
        "&#60;",
        "a | b",
        "R&D",
        "\\* not",
        "[x] done",
        ": definition",
        "a\n\n# heading\n\tb",
        "ends with \\",
        "[a]: https://example.org",
        "\u{202e}back",
        "x<!-- y",
        "ends with #",
        "@all",
    ];

    fn rendered(markdown: &str) -> (String, Vec<String>) {
        let (mut text, mut markup) = (String::new(), Vec::new());
        for event in Parser::new_ext(markdown, Options::all()) {
            match event {
                Event::Text(part) => text.push_str(&part),
                Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
                other => markup.push(format!("{other:?}")),
            }
        }
        (text, markup)
    }

    #[test]
    fn what_is_escaped_shows_as_it_was_and_is_no_markup() {
        for text in HOSTILE {
            let shown: String = text
                .replace('\u{202e}', "")
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            let plain =
                Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS | Options::ENABLE_STRIKETHROUGH;
            let mut found = String::new();
            for event in Parser::new_ext(&escape(text), plain) {
                match event {
                    Event::Text(part) => found.push_str(&part),
                    Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
                    other => panic!("{text:?} became {other:?}"),
                }
            }
            assert_eq!(found, shown, "{text:?}");
        }
    }

    #[test]
    fn what_is_escaped_stays_in_its_cell_heading_and_bullet() {
        for text in HOSTILE {
            let escaped = escape(text);
            let document = format!(
                "## {escaped}\n\n* {escaped}\n* b\n\n| a | b |\n|---|---|\n| {escaped} | c |\n"
            );
            let mut counts = [0; 4];
            for event in Parser::new_ext(
                &document,
                Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS,
            ) {
                match event {
                    Event::Start(Tag::Heading { .. }) => counts[0] += 1,
                    Event::Start(Tag::Item) => counts[1] += 1,
                    Event::Start(Tag::TableCell) => counts[2] += 1,
                    Event::Start(
                        Tag::Link { .. } | Tag::Image { .. } | Tag::HtmlBlock | Tag::CodeBlock(_),
                    )
                    | Event::Html(_)
                    | Event::InlineHtml(_)
                    | Event::Code(_)
                    | Event::TaskListMarker(_) => counts[3] += 1,
                    _ => {}
                }
            }
            assert_eq!(counts, [1, 2, 4, 0], "{document}");
        }
    }

    #[test]
    fn harmless_text_stays_as_it_is() {
        for text in [
            "Checkout (EU), phase 2: R&D",
            "traffic_shape is spiky",
            "62 % of 1.5 GB/s",
            "“quoted” at-least-once",
            "12.5",
        ] {
            assert_eq!(escape(text), text);
        }
    }

    #[test]
    fn only_web_addresses_become_links() {
        assert_eq!(
            link("https://example.org/a?b=c"),
            "<https://example.org/a?b=c>"
        );
        assert_eq!(
            link("https://example.org/a|b>c"),
            "<https://example.org/a%7Cb%3Ec>"
        );
        assert_eq!(link("javascript:alert(1)"), "javascript\\:alert(1)");
        assert_eq!(
            link("https://example.org is down"),
            "https://example.org is down"
        );
    }

    #[test]
    fn code_keeps_backticks() {
        for text in ["answers.x > 1", "a `b` c", "``", "`"] {
            let (_, markup) = rendered(&code(text));
            assert_eq!(markup, [format!("Code(Borrowed({text:?}))")], "{text}");
        }
    }
}
