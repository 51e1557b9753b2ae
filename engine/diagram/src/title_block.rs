//! The title block: a ruled box with the sign of the house, the title, and fields of a name and a value,
//! as at the bottom right of any drawing.

use crate::foot::text;
use crate::model::{Accent, Diagram};
use crate::scene::{Point, Rect, Text, TextRole, TitleBlock};
use crate::text::{Lines, clean, shorten, width, wrap};

const PAD: f64 = 14.0;
const MARK: (f64, f64) = (14.0, 30.0);
const MARK_GAP: f64 = 12.0;
const TITLE_LINE: f64 = 24.0;
const SUBTITLE_LINE: f64 = 16.0;
const FIELD_HEIGHT: f64 = 42.0;
const SWATCH: f64 = 10.0;
const SWATCH_GAP: f64 = 6.0;
const SWATCH_SPLIT: f64 = 2.0;
const TITLE_ROOM: f64 = 330.0;
const VALUE_ROOM: f64 = 220.0;
const LEAST: f64 = 280.0;

/// A field: name, value, colours.
struct Field {
    name: String,
    value: String,
    role: TextRole,
    accents: Vec<Accent>,
    width: f64,
}

/// What the title block says, with the room that it needs.
pub(crate) struct Block {
    title: Lines,
    subtitle: Lines,
    fields: Vec<Field>,
    /// Widths of the two columns of fields.
    columns: (f64, f64),
    pub width: f64,
    pub height: f64,
}

impl Block {
    /// Nothing for a diagram without title, subtitle, facts and date.
    pub fn new(diagram: &Diagram) -> Option<Self> {
        let title = wrap(
            &clean(&diagram.title),
            TextRole::Title.face(),
            TITLE_ROOM,
            2,
        );
        let subtitle = wrap(
            &clean(&diagram.subtitle),
            TextRole::Subtitle.face(),
            TITLE_ROOM,
            2,
        );
        let mut fields: Vec<Field> = diagram
            .facts
            .iter()
            .filter_map(|fact| field(&fact.name, &fact.value, TextRole::Label, &fact.accents))
            .collect();
        fields.extend(field("Date", &diagram.date, TextRole::Date, &[]));
        if title.lines.is_empty() && subtitle.lines.is_empty() && fields.is_empty() {
            return None;
        }
        let column = |odd: usize| {
            let of = fields.iter().skip(odd).step_by(2);
            of.map(|field| field.width).fold(0.0, f64::max)
        };
        let (left, right) = (column(0), column(1));
        let headed = title
            .width(TextRole::Title.face())
            .max(subtitle.width(TextRole::Subtitle.face()))
            + 2.0 * PAD
            + MARK.0
            + MARK_GAP;
        let width = (left + right).max(headed).max(LEAST).ceil();
        let share = ((width - left - right) / 2.0).floor();
        #[allow(clippy::cast_precision_loss)] // A handful.
        let rows = fields.len().div_ceil(2) as f64;
        let height = head_height(&title, &subtitle) + rows * FIELD_HEIGHT;
        Some(Self {
            columns: (left + share, width - left - share),
            title,
            subtitle,
            fields,
            width,
            height,
        })
    }
}

fn field(name: &str, value: &str, role: TextRole, accents: &[Accent]) -> Option<Field> {
    let (name, value) = (clean(name), clean(value));
    if value.is_empty() {
        return None;
    }
    let (name, _) = shorten(&name, TextRole::Heading.face(), VALUE_ROOM);
    let (value, _) = shorten(&value, role.face(), VALUE_ROOM);
    let words = (width(&value, role.face()) + swatches(accents))
        .max(width(&name, TextRole::Heading.face()));
    Some(Field {
        name,
        value,
        role,
        accents: accents.to_vec(),
        width: (words + 2.0 * PAD).ceil(),
    })
}

/// The room that swatches side by side take before a value.
#[allow(clippy::cast_precision_loss)] // A handful.
fn swatches(accents: &[Accent]) -> f64 {
    match accents.len() {
        0 => 0.0,
        some => some as f64 * (SWATCH + SWATCH_SPLIT) - SWATCH_SPLIT + SWATCH_GAP,
    }
}

#[allow(clippy::cast_precision_loss)] // Two lines each.
fn head_height(title: &Lines, subtitle: &Lines) -> f64 {
    if title.lines.is_empty() && subtitle.lines.is_empty() {
        return 0.0;
    }
    let words = title.lines.len() as f64 * TITLE_LINE + subtitle.lines.len() as f64 * SUBTITLE_LINE;
    2.0 * PAD + words.max(MARK.1)
}

/// The block drawn into a rectangle that is at least as large as it asked for: title at the top, fields at
/// the bottom.
pub(crate) fn title_block(block: &Block, rect: Rect) -> (TitleBlock, Vec<Text>) {
    let mut texts = Vec::new();
    let mark = Rect::new(rect.x + PAD, rect.y + PAD, MARK.0, MARK.1);
    let x = mark.right() + MARK_GAP;
    let mut y = rect.y + PAD;
    for line in &block.title.lines {
        texts.push(text(x, y + 18.0, line.clone(), TextRole::Title));
        y += TITLE_LINE;
    }
    for line in &block.subtitle.lines {
        texts.push(text(x, y + 12.0, line.clone(), TextRole::Subtitle));
        y += SUBTITLE_LINE;
    }
    #[allow(clippy::cast_precision_loss)] // A handful.
    let rows = block.fields.len().div_ceil(2) as f64;
    let first = rect.bottom() - rows * FIELD_HEIGHT;
    let spare = rect.w - block.width;
    let split = rect.x + block.columns.0 + (spare / 2.0).floor();
    let (mut rules, mut patches) = (Vec::new(), Vec::new());
    let mut top = first;
    for pair in block.fields.chunks(2) {
        rules.push((at(rect.x, top), at(rect.right(), top)));
        if pair.len() == 2 {
            rules.push((at(split, top), at(split, top + FIELD_HEIGHT)));
        }
        for (field, left) in pair.iter().zip([rect.x, split]) {
            let x = left + PAD;
            let name = text(x, top + 16.0, field.name.clone(), TextRole::Heading);
            let mut value = text(x, top + 33.0, field.value.clone(), field.role);
            let mut left = x;
            for accent in &field.accents {
                patches.push((*accent, Rect::new(left, value.y - SWATCH, SWATCH, SWATCH)));
                left += SWATCH + SWATCH_SPLIT;
            }
            value.x += swatches(&field.accents);
            texts.extend([name, value]);
        }
        top += FIELD_HEIGHT;
    }
    let block = TitleBlock {
        rect,
        rules,
        mark,
        swatches: patches,
    };
    (block, texts)
}

const fn at(x: f64, y: f64) -> Point {
    Point { x, y }
}
