//! `plumbline diagram --graph`: a graph that somebody wrote down, drawn as it is.

use std::path::Path;
use std::sync::Arc;

use plumbline_diagram::{Collapse, Diagram, Fault, check, collapse};
use plumbline_source::{Diagnostic, Limits, Source, Span};

use crate::exit::{Failure, say};
use crate::input::read;

/// Reads a graph. Groups of a large one are drawn as one box each, which is said.
///
/// # Errors
/// When the file can't be read, isn't JSON, or has what can't be drawn.
pub fn graph(file: &Path) -> Result<Diagram, Failure> {
    let source = read(file, &Limits::default())?;
    let diagram: Diagram =
        serde_json::from_str(&source.text).map_err(|error| misread(&source, &error))?;
    check(&diagram).map_err(|faults| Failure(faults.into_iter().map(fault).collect()))?;
    let drawn = collapse(&diagram, Collapse::Auto).nodes.len();
    if drawn < diagram.nodes.len() {
        say(&format!(
            "note: {} nodes are more than a reader takes in, so that groups are drawn as one box each: {drawn} are left\n",
            diagram.nodes.len()
        ));
    }
    Ok(diagram)
}

fn fault(fault: Fault) -> Diagnostic {
    Diagnostic::error(fault.message).help(fault.help)
}

/// What is wrong with the JSON, at the place where reading stopped.
fn misread(source: &Arc<Source>, error: &serde_json::Error) -> Diagnostic {
    let lines = source.text.split_inclusive('\n');
    let before: usize = lines
        .take(error.line().saturating_sub(1))
        .map(str::len)
        .sum();
    let place = before + error.column().saturating_sub(1);
    let start = (0..=place.min(source.text.len()))
        .rev()
        .find(|at| source.text.is_char_boundary(*at))
        .unwrap_or(0);
    let length = source.text[start..]
        .chars()
        .next()
        .map_or(0, char::len_utf8);
    // The place is drawn, and needn't be told too.
    let told = error.to_string();
    let what = told.split(" at line ").next().unwrap_or(&told);
    Diagnostic::error(format!("this graph can't be read: {what}"))
        .at(source, Span::new(start, start + length), "here")
        .help("a graph is JSON with `nodes` (`id`, `label`), `edges` (`from`, `to`) and `groups` (`id`, `label`, `kind`); docs/graph.json is one")
}

#[cfg(test)]
mod tests {
    use plumbline_diagram::Diagram;
    use plumbline_source::Source;

    use super::misread;

    #[test]
    fn the_place_of_a_mistake_is_shown() {
        for (text, line, column) in [
            ("{\n  \"nodes\": [{\"id\": 3}]\n}", 2, 20),
            ("", 1, 1),
            ("{\"nodes\": [{\"id\": \"ä\", \"x\": 1}]}", 1, 27),
            ("[", 1, 1),
        ] {
            let source = Source::new("graph.json", text);
            let error = serde_json::from_str::<Diagram>(text).unwrap_err();
            let told = misread(&source, &error);
            let (told_line, told_column) = told.line_column().unwrap();
            assert_eq!(told_line, line, "{text}");
            assert!(told_column.abs_diff(column) <= 2, "{text}: {told_column}");
        }
    }
}
