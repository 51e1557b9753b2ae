//! What the signs mean, and the notes with their flags.

use crate::foot::text;
use crate::model::{Accent, Diagram, EdgeStyle, Note, Severity};
use crate::scene::{Badge, Legend, LegendEntry, Rect, Sample, TextRole};
use crate::text::{clean, width, wrap};
use std::collections::{BTreeMap, BTreeSet};

const KEYS: &str = "Key";
const NOTES: &str = "Trade-offs flagged in the drawing";
const PAD: f64 = 14.0;
const HEAD: f64 = 24.0;
const KEY_LINE: f64 = 22.0;
const SIGN_GAP: f64 = 10.0;
const SIGN: f64 = 40.0;
/// Between the columns of the legend.
const COLUMN_GAP: f64 = 32.0;
const NOTE_LINE: f64 = 15.0;
const NOTE_GAP: f64 = 9.0;
const NOTE_LINES: usize = 5;
/// Least and greatest width of a note with its flag.
const NOTE_WIDTHS: (f64, f64) = (230.0, 440.0);
const MOST_COLUMNS: f64 = 3.0;
const LEFT: f64 = crate::foot::MARGIN;

/// Height and width of a flag: two figures fit, three nearly.
pub(crate) const FLAG: f64 = 22.0;

/// The severity of each note; of several with one number the first counts.
pub(crate) fn severities(notes: &[Note]) -> BTreeMap<u8, Severity> {
    let mut found = BTreeMap::new();
    for note in notes {
        found.entry(note.number).or_insert(note.severity);
    }
    found
}

/// The parts of a legend before they have a place.
pub(crate) struct Parts {
    keys: Vec<(Sample, &'static str)>,
    key_width: f64,
    notes: bool,
}

impl Parts {
    pub fn new(diagram: &Diagram) -> Self {
        let keys = keys(diagram);
        let words = keys
            .iter()
            .map(|(_, meaning)| width(meaning, TextRole::Legend.face()))
            .fold(0.0, f64::max);
        Self {
            key_width: if keys.is_empty() {
                0.0
            } else {
                SIGN + SIGN_GAP + words
            },
            keys,
            notes: !diagram.notes.is_empty(),
        }
    }

    /// Below this the legend can't stand beside anything.
    pub fn least_width(&self) -> f64 {
        let notes = if self.notes { NOTE_WIDTHS.0 } else { 0.0 };
        let gap = if notes > 0.0 && self.key_width > 0.0 {
            COLUMN_GAP
        } else {
            0.0
        };
        self.key_width + gap + notes
    }
}

/// The legend from `top`, in a room of the given width: signs in a column, notes beside it in as many columns
/// as fit; one above the other where that is too narrow.
pub(crate) fn legend(diagram: &Diagram, parts: &Parts, top: f64, room: f64) -> Legend {
    let mut legend = Legend {
        rect: Rect::new(LEFT, top, room, 0.0),
        ..Legend::default()
    };
    if parts.keys.is_empty() && !parts.notes {
        return legend;
    }
    let mut bottom = top;
    let mut notes_at = (LEFT, top);
    if !parts.keys.is_empty() {
        bottom = keys_drawn(parts, top, room, &mut legend);
        notes_at = if room >= parts.least_width() && parts.notes {
            (LEFT + parts.key_width + COLUMN_GAP, top)
        } else {
            (LEFT, bottom)
        };
    }
    if parts.notes {
        let room = LEFT + room - notes_at.0;
        bottom = bottom.max(notes_drawn(&diagram.notes, notes_at, room, &mut legend));
    }
    legend.rect.h = (bottom + PAD - top).ceil();
    legend
}

fn keys_drawn(parts: &Parts, top: f64, room: f64, legend: &mut Legend) -> f64 {
    let start = top + PAD;
    legend
        .headings
        .push(text(LEFT, start + 9.0, KEYS.into(), TextRole::Heading));
    // Without notes the signs have the whole width to themselves.
    let mut columns = 1;
    let pitch = parts.key_width + COLUMN_GAP;
    let mut wide = 2.0 * pitch - COLUMN_GAP;
    while !parts.notes && columns < 3 && wide <= room {
        columns += 1;
        wide += pitch;
    }
    let rows = parts.keys.len().div_ceil(columns).max(1);
    let (mut x, mut bottom) = (LEFT, start);
    for column in parts.keys.chunks(rows) {
        let mut y = start + HEAD - 6.0;
        for (sample, meaning) in column {
            let words = x + SIGN + SIGN_GAP;
            legend.entries.push(LegendEntry {
                sample: sample.clone(),
                rect: Rect::new(x, y, SIGN, KEY_LINE),
                texts: vec![text(
                    words,
                    y + KEY_LINE / 2.0 + 4.0,
                    (*meaning).into(),
                    TextRole::Legend,
                )],
            });
            y += KEY_LINE;
        }
        bottom = bottom.max(y);
        x += pitch;
    }
    bottom
}

/// The signs that occur, and their meanings.
fn keys(diagram: &Diagram) -> Vec<(Sample, &'static str)> {
    let mut keys = Vec::new();
    for (style, meaning) in [
        (EdgeStyle::Sync, "calls and waits for the answer"),
        (EdgeStyle::Async, "sends and goes on"),
    ] {
        if diagram.edges.iter().any(|edge| edge.style == style) {
            keys.push((Sample::Line(style), meaning));
        }
    }
    if diagram.edges.iter().any(|edge| edge.step.is_some()) {
        keys.push((Sample::Step, "step of the story, in order"));
    }
    let accents: BTreeSet<Accent> = diagram
        .nodes
        .iter()
        .filter_map(|node| node.accent)
        .collect();
    for accent in accents {
        let meaning = match accent {
            Accent::Functions => "runs on functions",
            Accent::Containers => "runs on serverless containers",
            Accent::AlwaysOn => "runs on always-on machines",
        };
        keys.push((Sample::Accent(accent), meaning));
    }
    keys
}

/// A note broken into lines.
struct Wrapped<'a> {
    note: &'a Note,
    lines: Vec<String>,
    height: f64,
}

/// Notes down the columns, which come out about equally long; gives the y below them.
fn notes_drawn(notes: &[Note], (left, top): (f64, f64), room: f64, legend: &mut Legend) -> f64 {
    let start = top + PAD;
    legend
        .headings
        .push(text(left, start + 9.0, NOTES.into(), TextRole::Heading));
    let start = start + HEAD - 4.0;
    let mut columns = 1.0_f64;
    #[allow(clippy::cast_precision_loss)] // A few hundred at most.
    let most = MOST_COLUMNS.min(notes.len() as f64);
    while columns < most && room >= (columns + 1.0) * (NOTE_WIDTHS.0 + COLUMN_GAP) - COLUMN_GAP {
        columns += 1.0;
    }
    let pitch = ((room + COLUMN_GAP) / columns)
        .floor()
        .min(NOTE_WIDTHS.1 + COLUMN_GAP);
    let words = pitch - COLUMN_GAP - FLAG - SIGN_GAP;
    let wrapped: Vec<Wrapped<'_>> = notes.iter().map(|note| broken(note, words)).collect();
    let target = column_height(&wrapped, columns);
    let (mut x, mut y, mut below) = (left, start, start);
    for item in &wrapped {
        if y > start && y + item.height > start + target + 0.5 {
            x += pitch;
            y = start;
        }
        let rect = Rect::new(x, y, FLAG, FLAG);
        let mut baseline = y + 15.0;
        let mut texts = Vec::new();
        for line in &item.lines {
            texts.push(text(
                x + FLAG + SIGN_GAP,
                baseline,
                line.clone(),
                TextRole::Legend,
            ));
            baseline += NOTE_LINE;
        }
        let badge = Badge {
            number: item.note.number,
            severity: item.note.severity,
            rect,
        };
        legend.entries.push(LegendEntry {
            sample: Sample::Note(badge),
            rect,
            texts,
        });
        y += item.height + NOTE_GAP;
        below = below.max(y - NOTE_GAP);
    }
    below
}

fn broken(note: &Note, room: f64) -> Wrapped<'_> {
    let severity = match note.severity {
        Severity::High => "High",
        Severity::Medium => "Medium",
        Severity::Low => "Low",
    };
    let words = format!("{severity}: {}", clean(&note.text));
    let lines = even(&words, room);
    #[allow(clippy::cast_precision_loss)] // Five at most.
    let height = (lines.len() as f64 * NOTE_LINE + 4.0).max(FLAG);
    Wrapped {
        note,
        lines,
        height,
    }
}

/// As few lines as fit, and those about equally long, so that no word stands alone on the last.
fn even(words: &str, room: f64) -> Vec<String> {
    let face = TextRole::Legend.face();
    let mut best = wrap(words, face, room, NOTE_LINES);
    let mut narrower = room;
    while !best.shortened && narrower > 0.6 * room {
        narrower -= 0.04 * room;
        let tried = wrap(words, face, narrower, NOTE_LINES);
        if tried.shortened || tried.lines.len() > best.lines.len() {
            break;
        }
        best = tried;
    }
    best.lines
}

/// The least height at which the notes, filled in one after the other, fit the columns.
fn column_height(notes: &[Wrapped<'_>], columns: f64) -> f64 {
    let needed = |limit: f64| {
        let (mut used, mut y) = (1.0, 0.0);
        for note in notes {
            if y > 0.0 && y + note.height > limit + 0.5 {
                used += 1.0;
                y = 0.0;
            }
            y += note.height + NOTE_GAP;
        }
        used
    };
    let all: f64 = notes.iter().map(|note| note.height + NOTE_GAP).sum();
    let mut limit = notes.iter().map(|note| note.height).fold(0.0, f64::max);
    while needed(limit) > columns && limit < all {
        limit += NOTE_LINE;
    }
    limit
}
