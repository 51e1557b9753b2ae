//! The rules of the look, and the style sheet inside the SVG for the theme that follows its reader.

use crate::font::font_face;
use crate::scene::TextRole;
use crate::text::Face;
use crate::theme::{COLOURS, Colour, Font, Style, Theme};
use std::fmt::Write as _;

/// What the carried font is called, apart from what a page may call its own.
const CARRIED: &str = "Plumbline Inter";

/// The family of the page, then the fonts that are as narrow or narrower, so that nothing outgrows its box.
pub(super) const FAMILY: &str =
    "'Inter Variable',Inter,'Segoe UI',Roboto,'Helvetica Neue',Arial,'Liberation Sans',sans-serif";

/// Class, role and colour of each kind of text; sizes and weights are those that were measured.
const TEXTS: [(&str, TextRole, &str); 10] = [
    ("t-title", TextRole::Title, "ink"),
    ("t-sub", TextRole::Subtitle, "ink-2"),
    ("t-date", TextRole::Date, "ink"),
    ("t-group", TextRole::Group, "ink-2"),
    ("t-head", TextRole::Heading, "ink-3"),
    ("t-label", TextRole::Label, "ink"),
    ("t-service", TextRole::Service, "ink-2"),
    ("t-edge", TextRole::Edge, "ink"),
    ("t-number", TextRole::Number, "ink"),
    ("t-legend", TextRole::Legend, "ink-2"),
];

/// Selectors, of which `%` stands for the prefix in a list, and rules with colours as `$name`.
const RULES: &[(&str, &str)] = &[
    (".paper", "fill:$paper"),
    (".border-line", "fill:none;stroke:$line-strong"),
    (".rule", "fill:none;stroke:$line-strong"),
    (".block", "fill:$sheet;stroke:$line-strong"),
    (".mark", "fill:$brass-fill"),
    (".cord", "fill:none;stroke:$ink;stroke-width:1.25"),
    (".frame .border", "stroke:$line-strong"),
    (".frame.cloud .border", "stroke:$ink-3"),
    (
        ".frame.network .border",
        "stroke-dasharray:6 4;stroke:$ink-3",
    ),
    (
        ".frame.tier .border",
        "stroke-dasharray:1 3.5;stroke-linecap:round;stroke:$ink-3;stroke-width:1.25",
    ),
    (".d0", "fill:$paper"),
    (".d1,%.d1 .border", "fill:$wash-1"),
    (".d2,%.d2 .border", "fill:$wash-2"),
    (".d3,%.d3 .border", "fill:$wash-3"),
    (".node", "color:$ink-2"),
    (".sheet", "fill:$sheet;stroke:$line-strong"),
    (".tile", "fill:$sunk"),
    (".functions", "color:$functions"),
    (".containers", "color:$containers"),
    (".always-on", "color:$always-on"),
    (".swatch", "fill:currentColor"),
    (".functions .sheet", "stroke:$functions;stroke-width:1.75"),
    (".containers .sheet", "stroke:$containers;stroke-width:1.75"),
    (".always-on .sheet", "stroke:$always-on;stroke-width:1.75"),
    (".functions .tile", "fill:$functions-wash"),
    (".containers .tile", "fill:$containers-wash"),
    (".always-on .tile", "fill:$always-on-wash"),
    (
        ".edge path",
        "fill:none;stroke:$wire;stroke-width:1.4;stroke-linejoin:round",
    ),
    (".async .line", "stroke-dasharray:5 4"),
    (".async .head", "stroke-linecap:round;stroke-width:1.5"),
    (".sync .head", "fill:$wire;stroke:none"),
    (".step", "fill:$ink"),
    (".on-step", "fill:$paper"),
    (
        ".badge",
        "fill:$sheet;stroke-width:1.5;stroke-linejoin:round",
    ),
    (".badge.high", "fill:$high;stroke:$high"),
    (".badge.medium", "fill:$brass-wash;stroke:$brass"),
    (".badge.low", "stroke:$low;stroke-dasharray:2.6 1.8"),
    ("text.high", "fill:$sheet"),
    ("text.medium", "fill:$brass"),
    ("text.low", "fill:$low"),
    (".band", "fill:$wash-1;stroke:$line-strong"),
    (".pill", "color:$ink-2"),
    // Unseen: something to point at, and for a page to show what is chosen.
    (".pill .sheet", "fill:none;stroke:none;pointer-events:all"),
];

/// All rules: selectors and bodies with their colours filled in.
pub(super) fn rules(colour: impl Fn(&Colour) -> String) -> Vec<(String, String)> {
    let mut rules = Vec::new();
    for (class, role, ink) in TEXTS {
        let Face {
            size,
            bold,
            tracking,
            ..
        } = role.face();
        let mut body = format!("font-size:{size}px");
        if bold {
            body.push_str(";font-weight:600");
        }
        if tracking != 0.0 {
            let _ = write!(body, ";letter-spacing:{}px", tracking * size);
        }
        let _ = write!(body, ";fill:${ink}");
        rules.push((format!(".{class}"), coloured(&body, &colour)));
    }
    for (selector, body) in RULES {
        rules.push(((*selector).to_owned(), coloured(body, &colour)));
    }
    rules
}

/// The style sheet of the theme that follows its reader. The other themes have their colours on each element,
/// and a sheet only to carry the font.
pub(super) fn style_sheet(prefix: &str, style: Style) -> String {
    let mut css = String::new();
    if style.font == Font::Embedded {
        css.push_str(&font_face(CARRIED));
    }
    if style.theme != Theme::Auto {
        return css;
    }
    let light = variables(|colour| colour.light);
    let dark = variables(|colour| colour.dark);
    let on = |root: &str| format!(":root{root} .{prefix},.{prefix}:root{root}");
    let _ = write!(
        css,
        ".{prefix}{{{light}}}\n@media (prefers-color-scheme:dark){{{}{{{dark}}}}}\n{}{{{dark}}}\n",
        on(":not([data-theme=light])"),
        on("[data-theme=dark]"),
    );
    // Whatever the page around it does: a drawing runs from left to right, and no text reaches into another.
    let _ = writeln!(
        css,
        ".{prefix} text{{direction:ltr;unicode-bidi:isolate;font-family:{}{FAMILY}}}",
        families(style.font)
    );
    for (selector, body) in rules(|colour| format!("var(--{})", colour.name)) {
        let selector = selector.replace('%', &format!(".{prefix} "));
        let _ = writeln!(css, ".{prefix} {selector}{{{body}}}");
    }
    css
}

/// What stands before the family of the page.
pub(super) fn families(font: Font) -> String {
    match font {
        Font::OfPage => String::new(),
        Font::Embedded => format!("'{CARRIED}',"),
    }
}

fn variables(value: impl Fn(&Colour) -> &'static str) -> String {
    let mut out = String::new();
    for colour in &COLOURS {
        let _ = write!(out, "--{}:{};", colour.name, value(colour));
    }
    out
}

/// Replaces `$name` by what the colour is written as.
fn coloured(body: &str, colour: impl Fn(&Colour) -> String) -> String {
    let mut parts = body.split('$');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(';').unwrap_or(part.len());
        let (name, rest) = part.split_at(end);
        if let Some(found) = COLOURS.iter().find(|colour| colour.name == name) {
            out.push_str(&colour(found));
        }
        out.push_str(rest);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_colour_that_a_rule_names_is_there() {
        for (_, body) in RULES {
            for name in body.split('$').skip(1) {
                let name = name.split(';').next().unwrap_or_default();
                assert!(COLOURS.iter().any(|colour| colour.name == name), "{name}");
            }
        }
        for (_, _, name) in TEXTS {
            assert!(COLOURS.iter().any(|colour| colour.name == name), "{name}");
        }
    }

    #[test]
    fn only_the_theme_that_follows_its_reader_needs_a_sheet() {
        assert_eq!(style_sheet("x", Theme::Light.into()), "");
        assert!(style_sheet("x", Theme::Auto.into()).contains("var(--paper)"));
    }
}
