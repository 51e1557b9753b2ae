//! The page: the files of `app/dist`, built into the program.

use std::borrow::Cow;

use rust_embed::RustEmbed;
use tauri::utils::assets::{AssetKey, AssetsIter, CspHash};
use tauri::{Assets, Runtime};

/// Without the twins for brotli: between the program and its window nothing is compressed.
#[derive(RustEmbed)]
#[folder = "../app/dist"]
#[exclude = "*.br"]
#[allow_missing = true]
struct Dist;

const INDEX: &str = "index.html";

/// What is shown in place of an app that wasn't built.
const MISSING: &[u8] =
    b"<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Plumbline</title>\
<main id=\"main\"><h1>This build has no app</h1>\
<p>The window works, but the page wasn't built into it. Run <code>cargo xtask web</code>, \
then build again.</p></main></html>";

/// The files of the page, as the window asks for them.
#[derive(Clone, Copy, Debug)]
pub struct Page;

impl<R: Runtime> Assets<R> for Page {
    fn get(&self, key: &AssetKey) -> Option<Cow<'_, [u8]>> {
        let name = key.as_ref().trim_start_matches('/');
        match Dist::get(name) {
            Some(file) => Some(file.data),
            None if name == INDEX => Some(Cow::Borrowed(MISSING)),
            None => None,
        }
    }

    fn iter(&self) -> Box<AssetsIter<'_>> {
        Box::new(Dist::iter().filter_map(|name| {
            let content = Dist::get(&name)?.data;
            Some((name, content))
        }))
    }

    /// None: there is no script in the page itself, only files that it names.
    fn csp_hashes(&self, _: &AssetKey) -> Box<dyn Iterator<Item = CspHash<'_>> + '_> {
        Box::new(std::iter::empty())
    }
}
