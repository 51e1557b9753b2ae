//! Workloads and what is read out of PDFs, for the tests of this crate.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    dead_code,
    reason = "these functions are parts of tests, and not every test needs all of them"
)]

use std::collections::BTreeSet;
use std::path::Path;

use lopdf::{Dictionary, Document, Object};
use plumbline_assess::{Assessor, DEFAULT_SEED};
use plumbline_builtin::knowledge;
use plumbline_diagram::Diagram;
use plumbline_knowledge::Provider;
use plumbline_print::{PaperFile, PrintError};
use plumbline_report::{Kind, Options};
use plumbline_source::Source;
use plumbline_workload::{Workload, load};

/// What every document depends on.
pub const OPTIONS: Options<'static> = Options {
    date: "2026-11-21",
    provider: Provider::Aws,
    templates: None,
};

/// The workload of a file, by its path in the repository.
pub fn workload(path: &str) -> Workload {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path);
    let text = std::fs::read_to_string(&path).unwrap();
    match load(
        knowledge(),
        &Source::new(path.to_str().unwrap(), text.as_str()),
    ) {
        Ok(loaded) => loaded.workload,
        Err(errors) => panic!("{errors:?}"),
    }
}

/// The README's example: two parts, nearly everything answered, some of it decided.
pub fn example() -> Workload {
    workload("examples/checkout.workload.yaml")
}

/// The golden workloads, by their paths in the repository, in order.
pub fn golden() -> Vec<String> {
    let folder = "tests/golden/cases";
    let files = std::fs::read_dir(
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("..")
            .join(folder),
    );
    let names: BTreeSet<String> = files
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    names
        .into_iter()
        .map(|name| format!("{folder}/{name}"))
        .collect()
}

/// A paper on a workload as PDF.
pub fn printed(workload: &Workload, kind: Kind) -> Result<Vec<u8>, PrintError> {
    let assessment = Assessor::new(knowledge()).assess(workload, DEFAULT_SEED);
    PaperFile::Pdf(kind).write(knowledge(), workload, &assessment, &OPTIONS)
}

/// The reference architecture of a workload's first part on AWS.
pub fn drawn(workload: &Workload) -> Diagram {
    let assessment = Assessor::new(knowledge()).assess(workload, DEFAULT_SEED);
    let request = plumbline_design::Request {
        provider: Provider::Aws,
        pattern: None,
        date: OPTIONS.date,
    };
    plumbline_design::architecture(knowledge(), workload, &assessment, 0, &request)
        .unwrap()
        .diagram
}

/// A PDF, read by a library that had no part in writing it.
pub struct Pdf(Document);

impl Pdf {
    pub fn read(bytes: &[u8]) -> Self {
        Self(Document::load_mem(bytes).unwrap())
    }

    pub fn pages(&self) -> usize {
        self.0.get_pages().len()
    }

    /// The width and height of each page, in points.
    pub fn sizes(&self) -> Vec<(f32, f32)> {
        let pages = self.0.get_pages().into_values();
        pages
            .map(|page| {
                let page = self.0.get_dictionary(page).unwrap();
                let sides = page.get(b"MediaBox").unwrap().as_array().unwrap();
                (sides[2].as_float().unwrap(), sides[3].as_float().unwrap())
            })
            .collect()
    }

    /// How often a reader finds something in the text. Spaces don't count: letters stand one by one in
    /// drawings, and readers differ in where they see a space.
    pub fn finds(&self, text: &str) -> usize {
        let pages: Vec<u32> = self.0.get_pages().into_keys().collect();
        let all = squeezed(&self.0.extract_text(&pages).unwrap());
        all.matches(&squeezed(text)).count()
    }

    /// Where the links lead.
    pub fn links(&self) -> BTreeSet<String> {
        let dictionaries = self.0.objects.values().filter_map(|it| it.as_dict().ok());
        dictionaries
            .filter_map(|it| {
                let action = self.resolved(it, b"A")?.as_dict().ok()?;
                Some(string(action.get(b"URI").ok()?))
            })
            .collect()
    }

    /// The names of the typefaces, and whether each is in the file.
    pub fn fonts(&self) -> Vec<(String, bool)> {
        self.dictionaries(b"FontDescriptor")
            .map(|font| {
                let name = font.get(b"FontName").unwrap().as_name().unwrap();
                let embedded = [b"FontFile".as_slice(), b"FontFile2", b"FontFile3"]
                    .iter()
                    .any(|key| font.has(key));
                (String::from_utf8_lossy(name).into_owned(), embedded)
            })
            .collect()
    }

    /// How many pictures made of dots there are.
    pub fn raster_pictures(&self) -> usize {
        let streams = self.0.objects.values().filter_map(|it| it.as_stream().ok());
        streams
            .filter(|it| {
                it.dict
                    .get(b"Subtype")
                    .is_ok_and(|kind| kind == &Object::from("Image"))
            })
            .count()
    }

    /// An entry of the document's catalogue, looked up.
    pub fn catalog(&self, key: &[u8]) -> Option<&Object> {
        self.resolved(self.0.catalog().unwrap(), key)
    }

    /// An entry of what is said about the document.
    pub fn info(&self, key: &[u8]) -> Option<String> {
        let info = self.resolved(&self.0.trailer, b"Info")?.as_dict().ok()?;
        Some(string(self.resolved(info, key)?))
    }

    /// What is said about the document in XMP.
    pub fn xmp(&self) -> String {
        let metadata = self.catalog(b"Metadata").unwrap().as_stream().unwrap();
        let content = metadata.decompressed_content();
        String::from_utf8(content.unwrap_or_else(|_| metadata.content.clone())).unwrap()
    }

    /// How often each kind of structure element occurs, and every text alternative.
    pub fn structure(&self) -> (Vec<String>, Vec<String>) {
        let mut kinds = Vec::new();
        let mut alternatives = Vec::new();
        for it in self.0.objects.values().filter_map(|it| it.as_dict().ok()) {
            if let (Ok(Object::Name(kind)), true) = (it.get(b"S"), it.has(b"P")) {
                kinds.push(String::from_utf8_lossy(kind).into_owned());
                alternatives.extend(it.get(b"Alt").ok().map(string));
            }
        }
        kinds.sort();
        (kinds, alternatives)
    }

    /// The titles in the outline.
    pub fn bookmarks(&self) -> Vec<String> {
        let dictionaries = self.0.objects.values().filter_map(|it| it.as_dict().ok());
        dictionaries
            .filter(|it| it.has(b"Dest") && it.has(b"Title"))
            .map(|it| string(it.get(b"Title").unwrap()))
            .collect()
    }

    fn dictionaries<'a>(&'a self, kind: &'a [u8]) -> impl Iterator<Item = &'a Dictionary> {
        let dictionaries = self.0.objects.values().filter_map(|it| it.as_dict().ok());
        dictionaries.filter(move |it| it.has_type(kind))
    }

    fn resolved<'a>(&'a self, dictionary: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
        let (_, object) = self.0.dereference(dictionary.get(key).ok()?).ok()?;
        Some(object)
    }
}

/// A text of a PDF: UTF-16 after a byte order mark, or bytes.
pub fn string(object: &Object) -> String {
    lopdf::decode_text_string(object).unwrap()
}

/// The text without spaces, and without the places at which long words may be broken.
fn squeezed(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && *c != '\u{200b}')
        .collect()
}
