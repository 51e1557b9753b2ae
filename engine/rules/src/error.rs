//! What is wrong with a condition, where, and what to do about it.

use std::fmt;

/// One thing wrong with a condition. The message is lowercase and has no full stop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConditionError {
    /// What is wrong; the author's own text in backticks.
    pub message: String,
    /// Where it starts in the text, in bytes; always at the start of a character.
    pub start: usize,
    /// Where it ends in the text, in bytes (exclusive); never before `start`.
    pub end: usize,
    /// A word or two to print under the underlined text.
    pub label: String,
    /// What to do.
    pub help: Option<String>,
}

impl ConditionError {
    pub(crate) fn new(span: Span, message: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            start: span.start,
            end: span.end,
            label: label.into(),
            help: None,
        }
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

impl fmt::Display for ConditionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        match &self.help {
            Some(help) => write!(f, "\nhelp: {help}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for ConditionError {}

/// A range of bytes in a condition's text.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    pub start: usize,
    pub end: usize,
}

impl Span {
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    pub fn to(self, other: Self) -> Self {
        Self::new(self.start, other.end)
    }
}

/// The candidate that was most likely meant, if one is near enough.
pub(crate) fn nearest<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    // A misspelling longer than any name is not a misspelling, and comparing it costs quadratic time.
    if word.is_empty() || word.len() > 100 {
        return None;
    }
    let plain = |text: &str| text.to_lowercase().replace(['-', ' ', '.'], "_");
    let wanted = plain(word);
    let allowed = (wanted.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .map(|candidate| (strsim::osa_distance(&wanted, &plain(candidate)), candidate))
        .filter(|(distance, candidate)| *distance <= allowed && *distance < candidate.len())
        .min()
        .map(|(_, candidate)| candidate)
}

/// "`a`, `b` or `c`", at most `most` of them and then how many are left out.
pub(crate) fn listed<'a>(items: impl IntoIterator<Item = &'a str>, most: usize) -> String {
    let items: Vec<&str> = items.into_iter().collect();
    let mut shown: Vec<String> = items.iter().take(most).map(|i| format!("`{i}`")).collect();
    if items.len() > most {
        shown.push(format!("{} more", items.len() - most));
    }
    join(&shown, "or")
}

/// "a", "a or b", "a, b or c".
pub(crate) fn join<T: AsRef<str>>(items: &[T], word: &str) -> String {
    let mut text = String::new();
    for (index, item) in items.iter().enumerate() {
        if index > 0 && index + 1 == items.len() {
            text.push_str(&format!(" {word} "));
        } else if index > 0 {
            text.push_str(", ");
        }
        text.push_str(item.as_ref());
    }
    text
}
