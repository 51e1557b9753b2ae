//! The knowledge base that Plumbline comes with. The build reads `knowledge/`, checks it, and stores
//! it linked and compiled, so that nothing is parsed when a program starts.

use std::sync::LazyLock;

use plumbline_knowledge::{File, Knowledge};

static KNOWLEDGE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/knowledge.postcard"));
static FILES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/files.postcard"));

/// The built-in knowledge base, decoded when it is first asked for.
pub fn knowledge() -> &'static Knowledge {
    // The build has decoded the same bytes with the same code and compared the result, so that the
    // stand-in, an empty knowledge base, is never used.
    static DECODED: LazyLock<Knowledge> =
        LazyLock::new(|| postcard::from_bytes(KNOWLEDGE).unwrap_or_default());
    &DECODED
}

/// The files that the built-in knowledge base was made from, to load an overlay over.
#[must_use]
pub fn files() -> Vec<File> {
    // Decoded by the build too; see above.
    let files: Vec<(&str, &str)> = postcard::from_bytes(FILES).unwrap_or_default();
    files
        .into_iter()
        .map(|(path, text)| File {
            path: path.to_owned(),
            bytes: text.as_bytes().to_vec(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use plumbline_knowledge::load;

    #[test]
    fn the_files_make_the_same_knowledge() {
        let loaded = load(&super::files());
        let shown: Vec<String> = loaded
            .diagnostics
            .iter()
            .map(|one| one.render(false))
            .collect();
        assert!(shown.is_empty(), "{}", shown.join("\n\n"));
        assert!(!super::knowledge().questions.is_empty());
        assert_eq!(loaded.knowledge.as_ref(), Some(super::knowledge()));
    }
}
