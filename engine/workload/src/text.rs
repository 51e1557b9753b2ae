//! Free text in a workload file, within limits that keep it printable.

use std::sync::Arc;

use plumbline_source::{Diagnostic, Node, Source, quote};

/// What a text may be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Form {
    /// What it is, for messages: "the note".
    pub what: &'static str,
    /// The most characters.
    pub longest: usize,
    /// Whether it may have line ends.
    pub lines: bool,
}

/// The most characters of the name of a workload or part.
pub const LONGEST_NAME: usize = NAME.longest;
/// The most characters of the summary of a workload.
pub const LONGEST_SUMMARY: usize = SUMMARY.longest;
/// The most characters of a note.
pub const LONGEST_NOTE: usize = NOTE.longest;
/// The most characters of an owner.
pub const LONGEST_OWNER: usize = OWNER.longest;
/// The most characters of evidence.
pub const LONGEST_EVIDENCE: usize = EVIDENCE.longest;

pub(crate) const NAME: Form = Form {
    what: "the name",
    longest: 200,
    lines: false,
};
pub(crate) const SUMMARY: Form = Form {
    what: "the summary",
    longest: 4_000,
    lines: true,
};
pub(crate) const NOTE: Form = Form {
    what: "the note",
    longest: 4_000,
    lines: true,
};
pub(crate) const OWNER: Form = Form {
    what: "the owner",
    longest: 200,
    lines: false,
};
pub(crate) const EVIDENCE: Form = Form {
    what: "the evidence",
    longest: 2_000,
    lines: false,
};

/// Reads a text of this form.
pub(crate) fn read(source: &Arc<Source>, node: &Node, form: Form) -> Result<String, Diagnostic> {
    let text = node.text(source)?;
    let length = text.chars().count();
    if length > form.longest {
        return Err(Diagnostic::error(format!(
            "{} has {length} characters, and at most {} are kept",
            form.what, form.longest
        ))
        .at(source, node.span, "too long")
        .help("shorten it, and say where the rest is written"));
    }
    match text
        .char_indices()
        .find(|(_, character)| !allowed(*character, form.lines))
    {
        None => Ok(text.to_owned()),
        Some((at, '\n')) => Err(Diagnostic::error(format!("{} is one line", form.what))
            .at(
                source,
                node.span_within(source, at..at),
                "a second line starts here",
            )
            .help("write it on one line")),
        Some((at, character)) => Err(Diagnostic::error(format!(
            "{} holds the invisible character U+{:04X}",
            form.what,
            u32::from(character)
        ))
        .at(
            source,
            node.span_within(source, at..at + character.len_utf8()),
            "here",
        )
        .help("remove it")),
    }
}

/// Reads a name, which says something.
pub(crate) fn read_name(source: &Arc<Source>, node: &Node) -> Result<String, Diagnostic> {
    let name = read(source, node, NAME)?;
    if name.trim().is_empty() {
        return Err(Diagnostic::error("the name is empty")
            .at(source, node.span, "no name")
            .help("say what people call it"));
    }
    Ok(name)
}

/// Reads where an answer can be checked: an http or https address, or plain text.
pub(crate) fn read_evidence(source: &Arc<Source>, node: &Node) -> Result<String, Diagnostic> {
    let text = read(source, node, EVIDENCE)?;
    match mistake_in_evidence(&text) {
        None => Ok(text),
        Some(mistake) => Err(Diagnostic::error(mistake.what)
            .at(source, node.span, mistake.label)
            .help(mistake.help)),
    }
}

/// Checks where an answer can be checked, as somebody typed it: an http or https address, or plain
/// text.
///
/// # Errors
/// What is wrong with the text, and on a line of its own what to do.
pub fn check_evidence(text: &str) -> Result<(), String> {
    match mistake_in_evidence(text) {
        None => Ok(()),
        Some(mistake) => Err(format!("{}\nhelp: {}", mistake.what, mistake.help)),
    }
}

struct Mistake {
    what: String,
    label: &'static str,
    help: &'static str,
}

fn mistake_in_evidence(text: &str) -> Option<Mistake> {
    let (scheme, rest) = address(text)?;
    if scheme != "http" && scheme != "https" {
        return Some(Mistake {
            what: format!("{} is not a web address", quote(text)),
            label: "not http or https",
            help: "give an address that starts with `https://`, or say in words where to look",
        });
    }
    let host = rest.trim_start_matches('/').split('/').next().unwrap_or("");
    let whole = !host.is_empty() && rest.starts_with("//") && !text.contains(char::is_whitespace);
    (!whole).then(|| Mistake {
        what: format!("{} is not a whole web address", quote(text)),
        label: "not an address",
        help: "write it as `https://example.org/page`; words go into `note`",
    })
}

/// Scheme, in lower case, and rest of a text that is an address and not prose with a colon.
fn address(text: &str) -> Option<(String, &str)> {
    /// Schemes without `//` that a careless page would follow.
    const BARE: [&str; 8] = [
        "http",
        "https",
        "javascript",
        "vbscript",
        "data",
        "file",
        "blob",
        "mailto",
    ];
    let (scheme, rest) = text.trim_start().split_once(':')?;
    let scheme = scheme.to_ascii_lowercase();
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_lowercase())
        && scheme
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    (is_scheme && (rest.starts_with("//") || BARE.contains(&scheme.as_str())))
        .then_some((scheme, rest))
}

/// Whether a character may stand in a text. Control characters don't print, and overrides of the
/// writing direction make a text read other than it is.
fn allowed(character: char, lines: bool) -> bool {
    match character {
        '\n' | '\r' | '\t' => lines,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{ffff}' => false,
        character => !character.is_control(),
    }
}

/// The text with spaces for the characters that may not stand in it.
pub(crate) fn sound(text: &str, lines: bool) -> String {
    let sound = |character| {
        if allowed(character, lines) {
            character
        } else {
            ' '
        }
    };
    text.chars().map(sound).collect()
}

/// The name that a file may have, as near to this one as may be; none when it says nothing.
pub(crate) fn sound_name(name: &str) -> Option<String> {
    let sound: String = sound(name, false).chars().take(NAME.longest).collect();
    let sound = sound.trim();
    (!sound.is_empty()).then(|| sound.to_owned())
}

/// The most characters of the id of a part.
const LONGEST_ID: usize = 60;

/// Whether a text is an id of a part: words of lower-case letters and digits with hyphens between.
pub(crate) fn is_kebab_case(text: &str) -> bool {
    text.len() <= LONGEST_ID
        && text.split('-').all(|word| {
            !word.is_empty()
                && word
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        })
}

/// The nearest kebab-case to a text; none when nothing is left of it, or more than an id may have.
pub(crate) fn to_kebab_case(text: &str) -> Option<String> {
    let id = kebab_case_of(text, text.len())?;
    is_kebab_case(&id).then_some(id)
}

/// The first words of a text in kebab-case, cut after so many characters; none when nothing is left
/// of it.
pub(crate) fn kebab_case_of(text: &str, longest: usize) -> Option<String> {
    let words: Vec<String> = text
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    let mut id = words.join("-");
    id.truncate(longest);
    let id = id.trim_end_matches('-');
    (!id.is_empty()).then(|| id.to_owned())
}
