//! The font that the drawings are measured for, as a rule that a file can carry with it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// Inter, its Latin letters in all weights. The file is the app's: there is one, under the licence beside it.
const INTER: &[u8] = include_bytes!("../../../app/fonts/inter.woff2");

/// The rule by which a file carries the font; `family` is what its texts ask for.
pub(crate) fn font_face(family: &str) -> String {
    format!(
        "@font-face{{font-family:'{family}';font-weight:100 900;src:url(data:font/woff2;base64,{}) format('woff2')}}\n",
        STANDARD.encode(INTER)
    )
}

#[cfg(test)]
#[path = "../tests/support/woff2.rs"]
mod woff2;

#[cfg(test)]
mod tests {
    use super::woff2::Tables;
    use super::*;
    use crate::metrics::{ADVANCES, UNITS_PER_EM};

    /// The table of widths, as the font says it.
    fn from_font() -> Vec<(u32, u16, u16)> {
        let tables = Tables::read(INTER);
        let mut regular = tables.face();
        let mut bold = tables.face();
        let weight = ttf_parser::Tag::from_bytes(b"wght");
        regular.set_variation(weight, 400.0).unwrap();
        bold.set_variation(weight, 600.0).unwrap();
        assert_eq!(regular.units_per_em(), UNITS_PER_EM);
        let mut codes = Vec::new();
        for table in regular.tables().cmap.unwrap().subtables {
            if table.is_unicode() {
                table.codepoints(|code| codes.push(code));
            }
        }
        codes.sort_unstable();
        codes.dedup();
        codes
            .into_iter()
            .filter_map(|code| {
                let letter = char::from_u32(code)?;
                let glyph = regular.glyph_index(letter)?;
                Some((
                    code,
                    regular.glyph_hor_advance(glyph)?,
                    bold.glyph_hor_advance(glyph)?,
                ))
            })
            .collect()
    }

    #[test]
    fn widths_are_those_of_the_font() {
        let found = from_font();
        let rows: String = found
            .iter()
            .map(|(code, regular, bold)| format!("    ({code:#06x}, {regular}, {bold}),\n"))
            .collect();
        assert!(
            found == ADVANCES,
            "write into src/metrics.rs, for {} letters:\n{rows}",
            found.len()
        );
    }

    #[test]
    fn a_file_carries_the_font_and_stays_small() {
        let rule = font_face("X");
        assert!(INTER.len() <= 40_000, "{} bytes", INTER.len());
        let data = rule.split("base64,").nth(1).unwrap().split(')').next();
        assert_eq!(STANDARD.decode(data.unwrap()).unwrap(), INTER);
    }
}
