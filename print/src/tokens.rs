//! The colours of the look, read from the one style sheet of documents.

use std::collections::BTreeMap;

/// Colours by the names that the style sheet gives them: `ink` is `#1d2126`.
pub(crate) type Colours = BTreeMap<&'static str, &'static str>;

const STYLE: &str = include_str!("../../templates/page.css");

/// The colours on light ground.
pub(crate) fn light() -> Colours {
    // The first block is that of the root in light; the others say what differs elsewhere.
    let block = STYLE.split('{').nth(1).unwrap_or_default();
    let block = block.split('}').next().unwrap_or_default();
    let declarations = block.split(';').filter_map(|declaration| {
        let (name, value) = declaration.split_once(':')?;
        Some((name.trim().strip_prefix("--")?, value.trim()))
    });
    declarations
        .filter(|(_, value)| value.starts_with('#'))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::light;

    #[test]
    fn the_style_sheet_has_every_colour_that_a_page_uses() {
        let colours = light();
        for name in [
            "ink",
            "ink-2",
            "ink-3",
            "line",
            "line-strong",
            "sunk",
            "brass",
            "brass-fill",
        ] {
            let value = colours.get(name).copied().unwrap_or_default();
            assert_eq!(value.len(), "#1d2126".len(), "{name}");
        }
    }
}
