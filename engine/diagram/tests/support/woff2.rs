//! As much of WOFF 2 as it takes to read the tables of a font that are stored as they are.

use std::collections::BTreeMap;
use ttf_parser::{Face, FaceParsingError, RawFaceTables};

/// The tables of a font by their tag.
pub struct Tables(BTreeMap<[u8; 4], Vec<u8>>);

/// The tags that have a number, as far as the fonts at hand have them; the rest is `None`.
const KNOWN: [&[u8; 4]; 63] = [
    b"cmap", b"head", b"hhea", b"hmtx", b"maxp", b"name", b"OS/2", b"post", b"cvt ", b"fpgm",
    b"glyf", b"loca", b"prep", b"CFF ", b"VORG", b"EBDT", b"EBLC", b"gasp", b"hdmx", b"kern",
    b"LTSH", b"PCLT", b"VDMX", b"vhea", b"vmtx", b"BASE", b"GDEF", b"GPOS", b"GSUB", b"EBSC",
    b"JSTF", b"MATH", b"CBDT", b"CBLC", b"COLR", b"CPAL", b"SVG ", b"sbix", b"acnt", b"avar",
    b"bdat", b"bloc", b"bsln", b"cvar", b"fdsc", b"feat", b"fmtx", b"fvar", b"gvar", b"hsty",
    b"just", b"lcar", b"mort", b"morx", b"opbd", b"prop", b"trak", b"Zapf", b"Silf", b"Glat",
    b"Gloc", b"Feat", b"Sill",
];

impl Tables {
    /// Reads a font; anything odd ends the test.
    pub fn read(file: &[u8]) -> Self {
        assert_eq!(&file[..4], b"wOF2");
        let count = usize::from(u16::from_be_bytes([file[12], file[13]]));
        let mut at = 48;
        let mut sizes = Vec::new();
        for _ in 0..count {
            let flags = file[at];
            at += 1;
            let tag = if flags & 63 == 63 {
                at += 4;
                [file[at - 4], file[at - 3], file[at - 2], file[at - 1]]
            } else {
                *KNOWN[usize::from(flags & 63)]
            };
            let mut size = number(file, &mut at);
            let version = flags >> 6;
            let glyphs = tag == *b"glyf" || tag == *b"loca";
            let stored_otherwise = if glyphs { version != 3 } else { version != 0 };
            if stored_otherwise {
                size = number(file, &mut at);
            }
            sizes.push((tag, size, stored_otherwise));
        }
        let mut data = Vec::new();
        brotli::BrotliDecompress(&mut &file[at..], &mut data).unwrap();
        let mut rest = data.as_slice();
        let mut tables = BTreeMap::new();
        for (tag, size, stored_otherwise) in sizes {
            let (table, after) = rest.split_at(size);
            rest = after;
            if !stored_otherwise {
                tables.insert(tag, table.to_vec());
            }
        }
        Self(tables)
    }

    /// The face without its outlines.
    pub fn face(&self) -> Face<'_> {
        let table = |tag: &[u8; 4]| self.0.get(tag).map(Vec::as_slice);
        let parsed: Result<Face<'_>, FaceParsingError> = Face::from_raw_tables(RawFaceTables {
            head: table(b"head").unwrap(),
            hhea: table(b"hhea").unwrap(),
            maxp: table(b"maxp").unwrap(),
            hmtx: table(b"hmtx"),
            cmap: table(b"cmap"),
            fvar: table(b"fvar"),
            avar: table(b"avar"),
            hvar: table(b"HVAR"),
            ..RawFaceTables::default()
        });
        parsed.unwrap()
    }
}

/// A number of seven bits a byte.
fn number(file: &[u8], at: &mut usize) -> usize {
    let mut value = 0;
    loop {
        let byte = file[*at];
        *at += 1;
        value = value << 7 | usize::from(byte & 127);
        if byte < 128 {
            return value;
        }
    }
}
