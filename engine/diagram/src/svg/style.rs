//! The style sheet inside the SVG. Light and dark alone get plain colours, so that converters without
//! support for CSS variables draw them too; the automatic theme uses variables.

use crate::theme::{COLOURS, Theme};
use std::fmt::Write as _;

/// Rules with `{prefix}` left out and colours as `$name;`.
const RULES: &[(&str, &str)] = &[
    (
        "text",
        "font-family:Inter,system-ui,sans-serif;font-size:11.5px;fill:$ink-2;font-variant-numeric:tabular-nums",
    ),
    (
        ".t-title",
        "font-size:22px;font-weight:600;fill:$ink;letter-spacing:-.01em",
    ),
    (".t-sub", "font-size:13px;fill:$ink-2"),
    (".t-date", "font-size:12px;fill:$ink-3"),
    (
        ".t-group,%.t-head",
        "font-size:10px;font-weight:600;letter-spacing:.07em;text-transform:uppercase;fill:$ink-3",
    ),
    (".t-label", "font-size:13px;font-weight:600;fill:$ink"),
    (".t-service", "font-size:11.5px"),
    (
        ".t-edge",
        "font-size:11px;font-weight:450;letter-spacing:.01em;fill:$ink",
    ),
    (".t-number", "font-size:10px;font-weight:600"),
    (".paper", "fill:$paper"),
    (".mark", "fill:$brass-fill"),
    (".frame .border", "stroke:$line-strong;stroke-width:1"),
    (
        ".frame.network .border",
        "stroke-dasharray:5 3;stroke:$ink-3;stroke-opacity:.7",
    ),
    (
        ".frame.tier .border",
        "stroke-dasharray:1 3;stroke-linecap:round;stroke:$ink-3",
    ),
    (".d0", "fill:$paper"),
    (".d1,%.d1 .border", "fill:$wash-1"),
    (".d2,%.d2 .border", "fill:$wash-2"),
    (".d3,%.d3 .border", "fill:$wash-3"),
    (".node", "color:$ink-2"),
    (".sheet", "fill:$sheet;stroke:$line-strong;stroke-width:1"),
    (".tile", "fill:$sunk"),
    (".functions", "color:$functions"),
    (".functions .bar", "fill:$functions"),
    (".functions .tile", "fill:$functions-wash"),
    (".containers", "color:$containers"),
    (".containers .bar", "fill:$containers"),
    (".containers .tile", "fill:$containers-wash"),
    (".always-on", "color:$always-on"),
    (".always-on .bar", "fill:$always-on"),
    (".always-on .tile", "fill:$always-on-wash"),
    (
        ".edge path",
        "fill:none;stroke:$wire;stroke-width:1.25;stroke-linejoin:round",
    ),
    (".async .line", "stroke-dasharray:5 4"),
    (".async .head", "stroke-linecap:round;stroke-width:1.4"),
    (".sync .head", "fill:$wire;stroke:none"),
    (".step", "fill:$ink"),
    (".on-step", "fill:$paper"),
    (".badge", "fill:$sheet;stroke-width:1.25"),
    (".badge.high", "stroke:$high"),
    (".badge.medium", "stroke:$brass"),
    (".badge.low", "stroke:$low"),
    ("text.high", "fill:$high"),
    ("text.medium", "fill:$brass"),
    ("text.low", "fill:$low"),
    (".band", "fill:$wash-1;stroke:$line;stroke-width:1"),
    (".pill", "color:$ink-2"),
    (".pill .sheet", "stroke:$line"),
    (".rule", "fill:none;stroke:$line;stroke-width:1"),
];

pub(crate) fn style(prefix: &str, theme: Theme) -> String {
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
            let css = style("x", theme);
            assert!(!css.contains("var(") && !css.contains('$'), "{css}");
        }
        let css = style("x", Theme::Auto);
        for used in css.split("var(--").skip(1) {
            let name = used.split(')').next().unwrap_or_default();
            assert!(COLOURS.iter().any(|colour| colour.name == name), "{name}");
        }
    }
}
