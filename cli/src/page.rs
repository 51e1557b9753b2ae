//! Text laid out for a terminal: wrapped at its width, coloured if it wants that, and without
//! anything in it that could steer it.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::style::Style;
use crate::terminal::Terminal;

/// A piece of text in one style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// How it is shown.
    pub style: Style,
    /// What is shown.
    pub text: String,
}

/// A piece of text in a style.
pub fn styled(style: Style, text: impl Into<String>) -> Span {
    Span {
        style,
        text: text.into(),
    }
}

/// A piece of plain text.
pub fn plain(text: impl Into<String>) -> Span {
    styled(Style::PLAIN, text)
}

/// Text that grows line by line.
#[derive(Debug)]
pub struct Page {
    terminal: Terminal,
    text: String,
}

impl Page {
    /// An empty page.
    #[must_use]
    pub fn new(terminal: Terminal) -> Self {
        Self {
            terminal,
            text: String::new(),
        }
    }

    /// The columns of a line.
    #[must_use]
    pub fn width(&self) -> usize {
        self.terminal.width
    }

    /// Whether there is more than ASCII to draw with.
    #[must_use]
    pub fn unicode(&self) -> bool {
        self.terminal.unicode
    }

    /// All lines, each with its end.
    #[must_use]
    pub fn into_text(self) -> String {
        self.text
    }

    /// An empty line, unless the page begins here or the line above is empty.
    pub fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// A heading with an empty line above it.
    pub fn heading(&mut self, text: &str) {
        self.gap();
        self.wrapped(&[plain("  ")], &[styled(Style::BOLD, text)]);
    }

    /// One line, cut where the terminal ends.
    pub fn line(&mut self, spans: &[Span]) {
        let mut room = self.terminal.width;
        let mut pieces: Vec<Span> = spans
            .iter()
            .map(|span| styled(span.style, self.shown(&span.text)))
            .collect();
        let total: usize = pieces.iter().map(|span| span.text.width()).sum();
        if total > room {
            room = room.saturating_sub(1);
            for piece in &mut pieces {
                let fitting = fitting(&piece.text, room);
                if fitting < piece.text.len() {
                    piece.text.truncate(fitting);
                    if room > 0 || fitting > 0 {
                        piece
                            .text
                            .push_str(if self.terminal.unicode { "…" } else { "~" });
                    }
                    room = 0;
                } else {
                    room -= piece.text.width();
                }
            }
        }
        self.put(&pieces);
    }

    /// A paragraph after `lead`; the lines below the first begin under the text.
    pub fn wrapped(&mut self, lead: &[Span], spans: &[Span]) {
        let lead: Vec<Span> = lead
            .iter()
            .map(|span| styled(span.style, self.shown(&span.text)))
            .collect();
        let indent: usize = lead.iter().map(|span| span.text.width()).sum();
        // Where the lead takes nearly all of a narrow terminal, text goes on below it.
        let (indent, stacked) = if indent + 12 > self.terminal.width {
            (4, true)
        } else {
            (indent, false)
        };
        let room = self.terminal.width.saturating_sub(indent).max(8);
        let mut lines = wrap(&self.words(spans), room).into_iter();
        if stacked {
            self.line(&lead);
        } else {
            let mut first = lead;
            first.extend(lines.next().unwrap_or_default());
            self.put(&first);
        }
        for line in lines {
            let mut whole = vec![plain(" ".repeat(indent))];
            whole.extend(line);
            self.put(&whole);
        }
    }

    /// The words of spans; a word may have several styles where spans meet without a space.
    fn words(&self, spans: &[Span]) -> Vec<Vec<Span>> {
        let mut words: Vec<Vec<Span>> = Vec::new();
        let mut open = false;
        for span in spans {
            let shown = self.shown(&span.text);
            let mut rest = shown.as_str();
            while !rest.is_empty() {
                let end = rest.find(' ').unwrap_or(rest.len());
                let (word, after) = rest.split_at(end);
                if !word.is_empty() {
                    let piece = styled(span.style, word);
                    match words.last_mut() {
                        Some(last) if open => last.push(piece),
                        _ => words.push(vec![piece]),
                    }
                    open = true;
                }
                if let Some(after) = after.strip_prefix(' ') {
                    open = false;
                    rest = after;
                } else {
                    rest = after;
                }
            }
        }
        words
    }

    fn put(&mut self, spans: &[Span]) {
        let mut line = String::new();
        for span in spans {
            if self.terminal.colour && !span.text.trim().is_empty() {
                line.push_str(&span.style.paint(&span.text));
            } else {
                line.push_str(&span.text);
            }
        }
        self.text.push_str(line.trim_end_matches(' '));
        self.text.push('\n');
    }

    /// The text as this terminal can show it. Control characters, and those that turn the reading
    /// direction around, are made visible: names and notes come from files of others.
    fn shown(&self, text: &str) -> String {
        let mut shown = String::with_capacity(text.len());
        for character in text.chars() {
            match character {
                '\n' | '\t' => shown.push(' '),
                '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => shown.push('\u{fffd}'),
                _ if character.is_control() => shown.push('\u{fffd}'),
                _ if self.terminal.unicode => shown.push(character),
                _ => match ascii(character) {
                    Some(ascii) => shown.push_str(ascii),
                    None => shown.push(character),
                },
            }
        }
        shown
    }
}

/// What stands for a sign where only ASCII is shown. Letters stay: they are somebody's name.
fn ascii(character: char) -> Option<&'static str> {
    Some(match character {
        '“' | '”' | '„' => "\"",
        '‘' | '’' => "'",
        '–' | '—' | '−' | '‑' => "-",
        '…' => "...",
        '×' => "x",
        '·' | '•' => "-",
        '→' => "->",
        '≥' => ">=",
        '≤' => "<=",
        '≈' => "~",
        'µ' | 'μ' => "u",
        '✓' => "+",
        '✗' => "x",
        '\u{a0}' | '\u{202f}' | '\u{2009}' => " ",
        '\u{fffd}' => "?",
        _ => return None,
    })
}

/// How many bytes of the text fit into so many columns.
fn fitting(text: &str, columns: usize) -> usize {
    let mut used = 0;
    for (at, character) in text.char_indices() {
        used += character.width().unwrap_or(0);
        if used > columns {
            return at;
        }
    }
    text.len()
}

/// Words into lines of at most `room` columns. A word that is longer is broken.
fn wrap(words: &[Vec<Span>], room: usize) -> Vec<Vec<Span>> {
    let mut lines: Vec<Vec<Span>> = Vec::new();
    let mut line: Vec<Span> = Vec::new();
    let mut used = 0;
    for word in words {
        let width: usize = word.iter().map(|piece| piece.text.width()).sum();
        if used > 0 && used + 1 + width > room {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        if used > 0 {
            // A space takes the style of what it joins, so that underlines and colours go through.
            let same = line.last().map(|last| last.style) == word.first().map(|first| first.style);
            match line.last_mut() {
                Some(last) if same => last.text.push(' '),
                _ => line.push(plain(" ")),
            }
            used += 1;
        }
        for piece in word {
            let mut rest = piece.text.as_str();
            while !rest.is_empty() {
                let fit = fitting(rest, room.saturating_sub(used));
                let fit = if fit == 0 && used == 0 {
                    rest.chars().next().map_or(0, char::len_utf8)
                } else {
                    fit
                };
                let (now, later) = rest.split_at(fit);
                if !now.is_empty() {
                    used += now.width();
                    match line.last_mut() {
                        Some(last) if last.style == piece.style => last.text.push_str(now),
                        _ => line.push(styled(piece.style, now)),
                    }
                }
                if !later.is_empty() {
                    lines.push(std::mem::take(&mut line));
                    used = 0;
                }
                rest = later;
            }
        }
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use super::{Page, plain, styled};
    use crate::style::Style;
    use crate::terminal::Terminal;

    fn page(width: usize, unicode: bool, colour: bool) -> Page {
        Page::new(Terminal {
            colour,
            unicode,
            width,
            interactive: false,
        })
    }

    #[test]
    fn text_is_wrapped_under_itself() {
        let mut page = page(30, true, false);
        page.wrapped(
            &[plain("  1. ")],
            &[plain("May one answer in a hundred take longer?")],
        );
        assert_eq!(
            page.into_text(),
            "  1. May one answer in a\n     hundred take longer?\n"
        );
    }

    #[test]
    fn no_line_is_longer_than_the_terminal() {
        for width in [24, 31, 40, 80] {
            let mut page = page(width, true, false);
            let long = "a".repeat(100);
            page.wrapped(
                &[plain("    ")],
                &[
                    plain("some words "),
                    styled(Style::BOLD, long.clone()),
                    plain(", 漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字"),
                ],
            );
            page.line(&[
                plain("a line "),
                styled(Style::BOLD, long.clone()),
                plain("end"),
            ]);
            page.wrapped(
                &[plain("a lead that takes all of it ")],
                &[plain("text that goes on below")],
            );
            for line in page.into_text().lines() {
                assert!(line.width() <= width, "{width}: {line}");
            }
        }
    }

    #[test]
    fn spans_without_a_space_between_them_stay_together() {
        let mut page = page(24, true, false);
        page.wrapped(
            &[],
            &[
                plain("see the rule "),
                styled(Style::BOLD, "bursts"),
                plain(", or"),
            ],
        );
        assert_eq!(page.into_text(), "see the rule bursts, or\n");
    }

    #[test]
    fn nothing_steers_the_terminal() {
        let mut page = page(60, true, false);
        page.wrapped(&[], &[plain("a\u{1b}[2Jb\u{9b}31m\u{7}\u{202e}c")]);
        page.line(&[plain("x\u{1b}]0;title\u{7}")]);
        assert!(
            page.into_text()
                .chars()
                .all(|character| character == '\n' || !character.is_control())
        );
    }

    #[test]
    fn without_unicode_signs_are_spelled() {
        let mut page = page(60, false, false);
        page.wrapped(&[], &[plain("“62 % — 15 min…” × 2 ≥ 1 Łódź")]);
        assert_eq!(page.into_text(), "\"62 % - 15 min...\" x 2 >= 1 Łódź\n");
    }

    #[test]
    fn colours_end_on_the_line_where_they_begin() {
        let mut page = page(24, true, true);
        page.wrapped(
            &[],
            &[styled(
                Style::BOLD,
                "a sentence in bold that takes two lines",
            )],
        );
        for line in page.into_text().lines() {
            assert!(
                line.starts_with("\u{1b}[1m") && line.ends_with("\u{1b}[0m"),
                "{line:?}"
            );
        }
    }
}
