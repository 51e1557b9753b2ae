//! Writing text as YAML, whatever is in it.

use std::fmt::Write;

/// A text as a YAML scalar on one line: bare where no reader can take it for anything else, in
/// double quotes otherwise.
pub(crate) fn inline(text: &str) -> String {
    if is_plain(text) {
        text.to_owned()
    } else {
        quoted(text)
    }
}

/// A text as the value of a field at this indentation: several lines as a block where that keeps
/// every character, everything else as [`inline`].
pub(crate) fn value(text: &str, indent: usize) -> String {
    let lines: Vec<&str> = text.split('\n').collect();
    if lines.len() < 2 || !lines.iter().all(|line| fits_block(line)) {
        return inline(text);
    }
    // An empty first or last line would need an indicator of its own.
    if lines.first().is_none_or(|line| line.is_empty())
        || lines.last().is_none_or(|line| line.is_empty())
    {
        return inline(text);
    }
    let mut block = String::from("|-");
    for line in lines {
        block.push('\n');
        if !line.is_empty() {
            let _ = write!(block, "{:indent$}{line}", "");
        }
    }
    block
}

/// A line that a block keeps as it is: printable, and without white space at its ends.
fn fits_block(line: &str) -> bool {
    line.trim() == line && line.chars().all(is_printable)
}

/// Words that some reader of YAML takes for something else than text.
const RESERVED: [&str; 10] = [
    "null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan",
];

/// Whether a text may stand without quotes, also inside brackets: it starts with a letter and has
/// nothing but letters, digits, spaces and harmless punctuation.
fn is_plain(text: &str) -> bool {
    let harmless = |c: char| {
        c.is_alphanumeric()
            || matches!(
                c,
                ' ' | '-' | '_' | '.' | '/' | '(' | ')' | '+' | ';' | '\''
            )
    };
    text.starts_with(char::is_alphabetic)
        && !text.ends_with(' ')
        && text.chars().all(|c| harmless(c) && is_printable(c))
        && !RESERVED.contains(&text.to_lowercase().as_str())
}

/// Whether a character can be seen and stands for itself in every YAML scalar.
fn is_printable(character: char) -> bool {
    !character.is_control()
        && !matches!(character,
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

fn quoted(text: &str) -> String {
    let mut shown = String::with_capacity(text.len() + 2);
    shown.push('"');
    for character in text.chars() {
        match character {
            '"' => shown.push_str("\\\""),
            '\\' => shown.push_str("\\\\"),
            '\n' => shown.push_str("\\n"),
            '\r' => shown.push_str("\\r"),
            '\t' => shown.push_str("\\t"),
            character if is_printable(character) => shown.push(character),
            character => {
                let code = u32::from(character);
                let _ = match code {
                    0..=0xff => write!(shown, "\\x{code:02X}"),
                    0x100..=0xffff => write!(shown, "\\u{code:04X}"),
                    _ => write!(shown, "\\U{code:08X}"),
                };
            }
        }
    }
    shown.push('"');
    shown
}
