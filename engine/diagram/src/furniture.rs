//! What stands around the graph: title block, the strip for what cuts across, the legend.

use crate::model::{Accent, Diagram, EdgeStyle, Note, Severity, StripItem};
use crate::scene::{
    Anchor, Badge, Legend, LegendEntry, Pill, Rect, Sample, StripBand, Text, TextRole,
};
use crate::text::{clean, shorten, width, wrap};
use std::collections::{BTreeMap, BTreeSet};

/// From the drawing's edge to everything.
pub(crate) const MARGIN: f64 = 32.0;
const TITLE_ROOM: f64 = 720.0;
const HEADING_GAP: f64 = 22.0;
const BAND_GAP: f64 = 30.0;

const PILL_HEIGHT: f64 = 34.0;
const PILL_GAP: f64 = 10.0;
const PILL_GLYPH: f64 = 18.0;
/// The graph is widened for a row of pills up to this.
const PILL_ROW: f64 = 700.0;
const PILL_TEXT_ROOM: f64 = 220.0;
const BAND_PAD: f64 = 16.0;
const BAND_TITLE: &str = "Across everything";

const KEY_HEIGHT: f64 = 24.0;
const KEY_GAP: f64 = 26.0;
const SIGN_GAP: f64 = 9.0;
const NOTE_LINE: f64 = 15.0;
const NOTE_ROOM: f64 = 380.0;

fn text(x: f64, y: f64, text: String, role: TextRole) -> Text {
    Text {
        x,
        y,
        text,
        role,
        anchor: Anchor::Start,
    }
}

/// The title block at the top left: texts, its width, and the y where the graph may start.
pub(crate) fn heading(diagram: &Diagram) -> (Vec<Text>, f64, f64) {
    let parts = [
        (&diagram.title, TextRole::Title, 28.0),
        (&diagram.subtitle, TextRole::Subtitle, 21.0),
        (&diagram.date, TextRole::Date, 19.0),
    ];
    let mut texts = Vec::new();
    let (mut y, mut widest) = (MARGIN - 6.0, 0.0_f64);
    for (content, role, line) in parts {
        let content = clean(content);
        if content.is_empty() {
            continue;
        }
        let (content, _) = shorten(&content, role.face(), TITLE_ROOM);
        y += line;
        widest = widest.max(width(&content, role.face()));
        texts.push(text(MARGIN, y, content, role));
    }
    let top = if texts.is_empty() {
        MARGIN
    } else {
        y + HEADING_GAP
    };
    (texts, widest, top)
}

/// The band below the graph, in a drawing of the given inner width.
pub(crate) fn strip(items: &[StripItem], top: f64, inner: f64) -> Option<StripBand> {
    if items.is_empty() {
        return None;
    }
    let top = top + BAND_GAP;
    let (left, right) = (MARGIN + band_head(), MARGIN + inner - BAND_PAD);
    let (mut x, mut y) = (left, top + BAND_PAD);
    let mut pills = Vec::new();
    for item in items {
        let mut pill = pill(item, x, y);
        if pill.rect.right() > right && x > left {
            x = left;
            y += PILL_HEIGHT + PILL_GAP;
            pill = self::pill(item, x, y);
        }
        x = pill.rect.right() + PILL_GAP;
        pills.push(pill);
    }
    let rect = Rect::new(MARGIN, top, inner, y + PILL_HEIGHT + BAND_PAD - top);
    let baseline = top + BAND_PAD + PILL_HEIGHT / 2.0 + 3.5;
    let heading = text(
        MARGIN + BAND_PAD,
        baseline,
        BAND_TITLE.into(),
        TextRole::Heading,
    );
    Some(StripBand {
        rect,
        heading,
        pills,
    })
}

/// The inner width that the band asks for: all pills in one row, if that is not too wide.
pub(crate) fn strip_width(items: &[StripItem]) -> f64 {
    if items.is_empty() {
        return 0.0;
    }
    let widths: Vec<f64> = items
        .iter()
        .map(|item| pill(item, 0.0, 0.0).rect.w)
        .collect();
    let widest = widths.iter().copied().fold(0.0, f64::max);
    let row: f64 = widths.iter().map(|width| width + PILL_GAP).sum();
    band_head() + BAND_PAD + row.min(PILL_ROW).max(widest)
}

/// From the band's left edge to its first pill.
fn band_head() -> f64 {
    (2.0 * BAND_PAD + width(BAND_TITLE, TextRole::Heading.face())).ceil()
}

fn pill(item: &StripItem, x: f64, y: f64) -> Pill {
    let (label, service) = (clean(&item.label), clean(&item.service));
    let tooltip = joined(&label, &service);
    let (label, _) = shorten(&label, TextRole::Label.face(), PILL_TEXT_ROOM);
    let (service, _) = shorten(&service, TextRole::Service.face(), PILL_TEXT_ROOM);
    let baseline = y + PILL_HEIGHT / 2.0 + 4.5;
    let glyph_rect = Rect::new(
        x + 12.0,
        y + (PILL_HEIGHT - PILL_GLYPH) / 2.0,
        PILL_GLYPH,
        PILL_GLYPH,
    );
    let mut at = glyph_rect.right() + 8.0;
    let mut texts = Vec::new();
    for (content, role) in [(label, TextRole::Label), (service, TextRole::Service)] {
        if !content.is_empty() {
            let step = width(&content, role.face());
            texts.push(text(at, baseline, content, role));
            at += step + 7.0;
        }
    }
    let rect = Rect::new(x, y, (at + 8.0 - x).ceil(), PILL_HEIGHT);
    Pill {
        rect,
        glyph: item.glyph,
        glyph_rect,
        texts,
        tooltip,
        subject: item.subject.clone(),
    }
}

/// "Label, service", or the one that is not empty.
pub(crate) fn joined(label: &str, service: &str) -> String {
    match (label.is_empty(), service.is_empty()) {
        (false, false) => format!("{label}, {service}"),
        (false, true) => label.to_owned(),
        _ => service.to_owned(),
    }
}

/// The severity of each note; of several with one number the first counts.
pub(crate) fn severities(notes: &[Note]) -> BTreeMap<u8, Severity> {
    let mut found = BTreeMap::new();
    for note in notes {
        found.entry(note.number).or_insert(note.severity);
    }
    found
}

/// Width of a badge with this number.
pub(crate) fn badge_width(number: u8) -> f64 {
    (width(&number.to_string(), TextRole::Number.face()) + 10.0)
        .ceil()
        .max(17.0)
}

pub(crate) const BADGE_HEIGHT: f64 = 17.0;

/// The legend below everything: signs in rows, then the notes in as many columns as fit.
pub(crate) fn legend(diagram: &Diagram, top: f64, inner: f64) -> Legend {
    let top = top + BAND_GAP;
    let mut entries = Vec::new();
    let (mut x, mut y) = (MARGIN, top + 14.0);
    for (sample, sign, meaning) in keys(diagram) {
        let words = width(meaning, TextRole::Legend.face());
        let whole = sign + SIGN_GAP + words;
        if x > MARGIN && x + whole > MARGIN + inner {
            x = MARGIN;
            y += KEY_HEIGHT;
        }
        entries.push(LegendEntry {
            sample,
            rect: Rect::new(x, y, sign, KEY_HEIGHT - 6.0),
            texts: vec![text(
                x + sign + SIGN_GAP,
                y + 13.0,
                meaning.into(),
                TextRole::Legend,
            )],
        });
        x += whole + KEY_GAP;
    }
    if !entries.is_empty() {
        y += KEY_HEIGHT;
    }
    let bottom = notes(
        &diagram.notes,
        y + if entries.is_empty() { 0.0 } else { 10.0 },
        inner,
        &mut entries,
    );
    if entries.is_empty() {
        return Legend {
            rect: Rect::new(MARGIN, top - BAND_GAP, inner, 0.0),
            entries,
        };
    }
    let bottom = if diagram.notes.is_empty() { y } else { bottom };
    Legend {
        rect: Rect::new(MARGIN, top, inner, bottom - top),
        entries,
    }
}

/// The signs that occur, with the width of each and its meaning.
fn keys(diagram: &Diagram) -> Vec<(Sample, f64, &'static str)> {
    let mut keys = Vec::new();
    for (style, meaning) in [
        (EdgeStyle::Sync, "calls and waits for the answer"),
        (EdgeStyle::Async, "sends and goes on"),
    ] {
        if diagram.edges.iter().any(|edge| edge.style == style) {
            keys.push((Sample::Line(style), 44.0, meaning));
        }
    }
    if diagram.edges.iter().any(|edge| edge.step.is_some()) {
        keys.push((Sample::Step, 16.0, "step of the main path"));
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
        keys.push((Sample::Accent(accent), 16.0, meaning));
    }
    keys
}

/// Notes as a grid read by rows; gives the y below it.
fn notes(notes: &[Note], top: f64, inner: f64, entries: &mut Vec<LegendEntry>) -> f64 {
    if notes.is_empty() {
        return top;
    }
    let sign = notes
        .iter()
        .map(|note| badge_width(note.number))
        .fold(0.0, f64::max);
    let mut columns = 1.0_f64;
    while columns < 3.0 && inner >= (columns + 1.0) * 300.0 {
        columns += 1.0;
    }
    let step = (inner / columns).floor();
    let room = (step - sign - SIGN_GAP - KEY_GAP).min(NOTE_ROOM);
    let (mut x, mut y, mut below) = (MARGIN, top, top);
    for note in notes {
        if x + step > MARGIN + inner + 1.0 {
            x = MARGIN;
            y = below;
        }
        let severity = match note.severity {
            Severity::High => "High",
            Severity::Medium => "Medium",
            Severity::Low => "Low",
        };
        let words = format!("{severity}: {}", clean(&note.text));
        let mut texts = Vec::new();
        let mut baseline = y + 12.5;
        for line in wrap(&words, TextRole::Legend.face(), room, 4).lines {
            texts.push(text(x + sign + SIGN_GAP, baseline, line, TextRole::Legend));
            baseline += NOTE_LINE;
        }
        below = below.max(baseline - 4.0);
        let rect = Rect::new(x, y, badge_width(note.number), BADGE_HEIGHT);
        let badge = Badge {
            number: note.number,
            severity: note.severity,
            rect,
        };
        entries.push(LegendEntry {
            sample: Sample::Note(badge),
            rect,
            texts,
        });
        x += step;
    }
    below
}
