//! What the typesetter sees of the world: one program of ours, the values and pictures that it is given,
//! and our typefaces. No files, no packages, no clock.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::error::PrintError;
use crate::fonts;

static LIBRARY: LazyLock<LazyHash<Library>> =
    LazyLock::new(|| LazyHash::new(<Library as LibraryExt>::default()));

static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
    let data = fonts::ALL.into_iter().map(Bytes::new);
    data.flat_map(Font::iter).collect()
});

static BOOK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

/// A program and what it may read.
pub(crate) struct Job {
    program: Source,
    files: BTreeMap<String, Bytes>,
}

impl Job {
    /// A program, the text of which is ours alone, and the files that it may read, by name.
    ///
    /// # Errors
    /// Never, for the name that the program has here.
    pub(crate) fn new(program: &str, files: BTreeMap<String, Vec<u8>>) -> Result<Self, PrintError> {
        let path = VirtualPath::new("main.typ")
            .map_err(|_| PrintError::Typesetter("the program has no name".to_owned()))?;
        let id = RootedPath::new(VirtualRoot::Project, path).intern();
        let files = files.into_iter();
        Ok(Self {
            program: Source::new(id, program.to_owned()),
            files: files
                .map(|(name, bytes)| (name, Bytes::new(bytes)))
                .collect(),
        })
    }
}

impl World for Job {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        self.program.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.program.id() {
            Ok(self.program.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let path = id.get();
        let name = match path.root() {
            VirtualRoot::Project => path.vpath().get_without_slash(),
            VirtualRoot::Package(_) => return Err(FileError::AccessDenied),
        };
        self.files.get(name).cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
