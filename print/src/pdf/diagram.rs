//! A diagram as PDF.

use std::collections::BTreeMap;

use plumbline_diagram::{Diagram, Theme, layout, svg};
use serde::Serialize;

use super::paper::{NATURAL, alternative};
use super::world::Job;
use super::{compile, day, write};
use crate::error::PrintError;

/// The page of a diagram: a program that reads what it shows from `diagram.json`.
const PROGRAM: &str = include_str!("diagram.typ");

/// What the program is told.
#[derive(Serialize)]
struct Told<'a> {
    title: &'a str,
    alt: String,
    width: f64,
    height: f64,
}

/// Writes a diagram as a page of its size: tagged, with its typefaces in it, as vectors, and the same
/// bytes whenever it is written. [`Theme::Auto`] is light on paper.
///
/// # Errors
/// What is wrong with the diagram; see [`layout`].
pub fn diagram(diagram: &Diagram, theme: Theme) -> Result<Vec<u8>, PrintError> {
    let scene = layout(diagram).map_err(PrintError::Diagram)?;
    let theme = crate::diagram::fixed(theme);
    let alt = alternative(&scene.title, &scene.description);
    let told = Told {
        title: if scene.title.trim().is_empty() {
            "Diagram"
        } else {
            &scene.title
        },
        alt,
        width: scene.width * NATURAL,
        height: scene.height * NATURAL,
    };
    let told =
        serde_json::to_vec(&told).map_err(|fault| PrintError::Typesetter(fault.to_string()))?;
    let files = BTreeMap::from([
        ("diagram.json".to_owned(), told),
        ("diagram.svg".to_owned(), svg(&scene, theme).into_bytes()),
    ]);
    // The diagram's date is a text to read, in whatever form its maker likes; often it is a day.
    write(
        &compile(&Job::new(PROGRAM, files)?)?,
        day(&diagram.date).ok(),
    )
}
