//! The style sheet inside the SVG. Light and dark alone get plain colours, so that converters without
//! support for CSS variables draw them too; the automatic theme uses variables.

use crate::font::font_face;
use crate::scene::TextRole;
use crate::text::Face;
use crate::theme::{COLOURS, Font, Style, Theme};
use std::fmt::Write as _;

/// What the carried font is called, apart from what a page may call its own.
const CARRIED: &str = "Plumbline Inter";

/// The family of the page, then the fonts that are as narrow or narrower, so that nothing outgrows its box.
const FAMILY: &str =
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
    (".touch", "fill:none;pointer-events:all"),
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
    (".badge.low", "stroke:$low"),
    ("text.high", "fill:$sheet"),
    ("text.medium", "fill:$brass"),
    ("text.low", "fill:$low"),
    (".band", "fill:$wash-1;stroke:$line-strong"),
    (".pill", "color:$ink-2"),
];

pub(crate) fn style_sheet(prefix: &str, style: Style) -> String {
    let theme = style.theme;
    let mut css = String::new();
    if theme == Theme::Auto {
        let light = variables(|colour| colour.light);
        let dark = variables(|colour| colour.dark);
        let on = |root: &str| format!(":root{root} .{prefix},.{prefix}:root{root}");
        let _ = write!(
            css,
            ".{prefix}{{{light}}}\n@media (prefers-color-scheme:dark){{{}{{{dark}}}}}\n{}{{{dark}}}\n",
            on(":not([data-theme=light])"),
            on("[data-theme=dark]"),
        );
    }
    // Whatever the page around it does: a drawing runs from left to right, and no text reaches into another.
    let _ = writeln!(css, ".{prefix} text{{direction:ltr;unicode-bidi:isolate}}");
    match style.font {
        Font::OfPage => {
            let _ = writeln!(css, ".{prefix} text{{font-family:{FAMILY}}}");
        }
        Font::Embedded => {
            css.push_str(&font_face(CARRIED));
            let _ = writeln!(css, ".{prefix} text{{font-family:'{CARRIED}',{FAMILY}}}");
        }
    }
    for (class, role, colour) in TEXTS {
        let Face {
            size,
            bold,
            tracking,
            ..
        } = role.face();
        let _ = write!(css, ".{prefix} .{class}{{font-size:{size}px");
        if bold {
            css.push_str(";font-weight:600");
        }
        if tracking != 0.0 {
            let _ = write!(css, ";letter-spacing:{}px", tracking * size);
        }
        let _ = writeln!(css, ";fill:{}}}", coloured(&format!("${colour}"), theme));
    }
    for (selector, body) in RULES {
        let selector = selector.replace('%', &format!(".{prefix} "));
        let _ = writeln!(css, ".{prefix} {selector}{{{}}}", coloured(body, theme));
    }
    css
}

fn variables(value: impl Fn(&crate::theme::Colour) -> &'static str) -> String {
    let mut out = String::new();
    for colour in &COLOURS {
        let _ = write!(out, "--{}:{};", colour.name, value(colour));
    }
    out
}

/// Replaces `$name` by a variable or a plain colour.
fn coloured(body: &str, theme: Theme) -> String {
    let mut parts = body.split('$');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(';').unwrap_or(part.len());
        let (name, rest) = part.split_at(end);
        let found = COLOURS.iter().find(|colour| colour.name == name);
        match (theme, found) {
            (Theme::Light, Some(colour)) => out.push_str(colour.light),
            (Theme::Dark, Some(colour)) => out.push_str(colour.dark),
            _ => {
                let _ = write!(out, "var(--{name})");
            }
        }
        out.push_str(rest);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_colour_has_a_value() {
        for theme in [Theme::Light, Theme::Dark] {
            let css = style_sheet("x", theme.into());
            assert!(!css.contains("var(") && !css.contains('$'), "{css}");
        }
        let css = style_sheet("x", Theme::Auto.into());
        for used in css.split("var(--").skip(1) {
            let name = used.split(')').next().unwrap_or_default();
            assert!(COLOURS.iter().any(|colour| colour.name == name), "{name}");
        }
    }
}
