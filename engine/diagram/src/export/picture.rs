//! A node's glyph on its tile, as a small SVG in a data URL: for programs that take pictures.

use super::paint::Paint;
use crate::glyphs;
use crate::model::{Accent, Glyph};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// The glyph on a tile of 36 × 36, base64 of an SVG.
pub(super) fn tile(glyph: Glyph, accent: Option<Accent>, paint: Paint) -> String {
    picture(36, 6, paint.glyph(accent), glyph, Some(paint.tile(accent)))
}

/// The glyph alone on 24 × 24, base64 of an SVG.
pub(super) fn bare(glyph: Glyph, paint: Paint) -> String {
    picture(24, 0, paint.glyph(None), glyph, None)
}

/// The sign of the house, a plumb bob, on 14 × 30, base64 of an SVG.
pub(super) fn mark(paint: Paint) -> String {
    STANDARD.encode(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"14\" height=\"30\" viewBox=\"0 0 14 30\"><path d=\"M7 0v14\" stroke=\"{}\" stroke-width=\"1.25\"/><path d=\"M2.5 13.5h9l-1.2 7.5L7 29.5l-3.3-8.5z\" fill=\"{}\"/></svg>",
        paint.of("ink"),
        paint.of("brass-fill")
    ))
}

fn picture(size: u8, inset: u8, stroke: &str, glyph: Glyph, ground: Option<&str>) -> String {
    let ground = ground
        .map(|fill| format!("<rect width=\"{size}\" height=\"{size}\" rx=\"7\" fill=\"{fill}\"/>"))
        .unwrap_or_default();
    let path = glyphs::path(glyph);
    STANDARD.encode(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{size}\" height=\"{size}\" viewBox=\"0 0 {size} {size}\">{ground}<path transform=\"translate({inset} {inset})\" d=\"{path}\" fill=\"none\" stroke=\"{stroke}\" stroke-width=\"1.5\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/></svg>"
    ))
}
