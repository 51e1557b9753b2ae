//! How wide a text is, and how it is broken into lines that fit.
//!
//! Widths are the advance widths of the font that goes with the drawings, without kerning (which makes Latin
//! text narrower, never wider by more than a hair), and a generous guess per script for letters that it has not.

use crate::metrics::{ADVANCES, UNITS_PER_EM};

/// Size, weight and spacing of a run of text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Face {
    /// Pixels per em.
    pub size: f64,
    /// Weight 600 instead of 400.
    pub bold: bool,
    /// Drawn in capitals.
    pub caps: bool,
    /// Extra space after each letter, in em.
    pub tracking: f64,
}

/// Lines that fit a width, and whether something had to be left out.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Lines {
    pub lines: Vec<String>,
    pub shortened: bool,
}

impl Lines {
    /// Width of the widest line, in pixels.
    pub fn width(&self, face: Face) -> f64 {
        self.lines
            .iter()
            .map(|line| width(line, face))
            .fold(0.0, f64::max)
    }
}

/// The text on one line: line breaks and tabs become spaces; control characters, directional overrides
/// and what XML forbids are dropped, so that a label cannot reorder or break what stands around it.
pub(crate) fn clean(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if c.is_whitespace() {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
        } else if !is_banned(c) {
            out.push(c);
        }
    }
    out.truncate(out.trim_end().len());
    out
}

fn is_banned(c: char) -> bool {
    c.is_control()
        || matches!(u32::from(c), 0x200E | 0x200F | 0x061C | 0x202A..=0x202E | 0x2066..=0x2069
            | 0xFEFF | 0xFFF9..=0xFFFB | 0xE000..=0xF8FF | 0xE0000..=0xE007F)
        || u32::from(c) & 0xFFFE == 0xFFFE
}

/// Width of a text in pixels, rounded up to the half pixel.
pub(crate) fn width(text: &str, face: Face) -> f64 {
    let mut ems = 0.0;
    for c in text.chars() {
        if face.caps {
            for upper in c.to_uppercase() {
                ems += advance(upper, face.bold) + face.tracking;
            }
        } else {
            ems += advance(c, face.bold) + face.tracking;
        }
    }
    (ems * face.size * 2.0).ceil() / 2.0
}

fn advance(c: char, bold: bool) -> f64 {
    let code = u32::from(c);
    if let Ok(at) = ADVANCES.binary_search_by_key(&code, |&(code, ..)| code) {
        let (_, regular, semibold) = ADVANCES[at];
        return f64::from(if bold { semibold } else { regular }) / f64::from(UNITS_PER_EM);
    }
    match code {
        _ if is_zero_width(c) => 0.0,
        0x00A0..=0x00BF => 0.5,
        0x00C0..=0x02FF | 0x1E00..=0x1EFF => 0.72,
        0x0370..=0x058F => 0.82,
        0x0590..=0x08FF => 0.7,
        0x0900..=0x10FF => 0.95,
        0x2010..=0x2013 | 0x2018..=0x201F | 0x2022 => 0.55,
        0xFDFD => 9.0,
        0x1F000.. => 1.4,
        _ => 1.05,
    }
}

/// Marks that sit on the character before them, joiners and selectors.
fn is_zero_width(c: char) -> bool {
    matches!(u32::from(c), 0x0300..=0x036F | 0x0591..=0x05BD | 0x064B..=0x065F | 0x200B..=0x200D
        | 0x2060 | 0x20D0..=0x20FF | 0xFE00..=0xFE0F | 0x1F3FB..=0x1F3FF)
}

/// Breaks a cleaned text into at most `most` lines of at most `room` pixels, two as even as they can be,
/// and ends in an ellipsis when it does not fit. An empty text has no lines.
pub(crate) fn wrap(text: &str, face: Face, room: f64, most: usize) -> Lines {
    if text.is_empty() || most == 0 {
        return Lines {
            lines: Vec::new(),
            shortened: !text.is_empty(),
        };
    }
    if width(text, face) <= room {
        return Lines {
            lines: vec![text.to_owned()],
            shortened: false,
        };
    }
    let mut lines: Vec<String> = Vec::new();
    let mut rest = text;
    while lines.len() + 1 < most && width(rest, face) > room {
        let cut = break_point(rest, face, room, most - lines.len());
        let (line, tail) = rest.split_at(cut);
        lines.push(line.trim_end().to_owned());
        rest = tail.trim_start();
    }
    let (last, shortened) = shorten(rest, face, room);
    lines.push(last);
    Lines { lines, shortened }
}

/// Byte offset after which the first line ends: of the places that fit, the one that leaves the lines
/// most even; in the middle of a word only if there is no other.
fn break_point(text: &str, face: Face, room: f64, lines: usize) -> usize {
    let mut best: Option<(f64, usize)> = None;
    let mut hard = first_char_end(text);
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let head = width(text.get(..end).unwrap_or(text).trim_end(), face);
        if head > room {
            break;
        }
        if !next_is_zero_width(text, end) {
            hard = end;
        }
        if c == ' ' || (matches!(c, '/' | '-' | '_' | '.' | ':' | ',') && lines <= 2) {
            let tail = width(text.get(end..).unwrap_or("").trim_start(), face);
            let dash = if c == ' ' { 0.0 } else { face.size * 2.0 };
            // Two lines are made even; more are filled one after the other, as in running text.
            let score = if lines > 2 || tail > room {
                tail + 1.0e6
            } else {
                head.max(tail) + dash
            };
            if best.is_none_or(|(low, _)| score < low) {
                best = Some((score, end));
            }
        }
    }
    best.map_or(hard, |(_, end)| end)
}

fn first_char_end(text: &str) -> usize {
    text.chars().next().map_or(0, char::len_utf8)
}

fn next_is_zero_width(text: &str, end: usize) -> bool {
    text.get(end..)
        .and_then(|tail| tail.chars().next())
        .is_some_and(is_zero_width)
}

/// The text, or as much of it as fits before an ellipsis.
pub(crate) fn shorten(text: &str, face: Face, room: f64) -> (String, bool) {
    if width(text, face) <= room {
        return (text.to_owned(), false);
    }
    let room = room - width("…", face);
    let mut keep = 0;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        if width(text.get(..end).unwrap_or(text), face) > room {
            break;
        }
        if !next_is_zero_width(text, end) {
            keep = end;
        }
    }
    let head = text.get(..keep).unwrap_or("").trim_end();
    (format!("{head}…"), true)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FACE: Face = Face {
        size: 12.0,
        bold: false,
        caps: false,
        tracking: 0.0,
    };

    #[test]
    fn lines_fit_the_room_they_are_given() {
        let texts = [
            "Request handler",
            "one-very-long-name-without-any-space-in-it-at-all",
            "Bestellungen annehmen und prüfen",
            "受注処理ハンドラーとても長い名前",
            "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦",
            "طلبات العملاء الجديدة في المتجر",
            "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
        ];
        for text in texts {
            for most in 1..4 {
                let broken = wrap(text, FACE, 80.0, most);
                assert!(broken.lines.len() <= most, "{text}");
                for line in &broken.lines {
                    assert!(width(line, FACE) <= 80.0, "{line} of {text}");
                }
                let kept: String = broken.lines.concat();
                assert_eq!(kept.ends_with('…'), broken.shortened, "{text}");
            }
        }
    }

    #[test]
    fn lines_are_even_and_words_whole() {
        let lines = wrap("Order request handler", FACE, 100.0, 2).lines;
        assert_eq!(lines, ["Order request", "handler"].map(String::from));
        assert_eq!(wrap("", FACE, 100.0, 2).lines, Vec::<String>::new());
        assert_eq!(wrap("short", FACE, 100.0, 2).lines, ["short"]);
    }

    #[test]
    fn cleaning_leaves_one_harmless_line() {
        assert_eq!(clean("  a\n\tb\u{0}\u{202E}c\u{FFFF}  "), "a bc");
        assert_eq!(clean("\u{7}"), "");
    }
}
