//! Draws a diagram: reads it as JSON from a file or from standard input and writes one form of it to
//! standard output.
//! `cargo run -p plumbline-diagram --example draw -- --scene < graph.json > scene.json`

use plumbline_diagram::{Collapse, Diagram, Theme, check, layout_with, mermaid, prose, svg};
use std::io::Read as _;

const USAGE: &str = "\
draw [--all] [--svg | --light | --dark | --scene | --mermaid | --prose] [FILE]

Reads a diagram as JSON from FILE, or from standard input, and writes it
  --svg      as a drawing that follows the reader's theme (what it does by default)
  --light    as a drawing on light paper
  --dark     as a drawing on dark paper
  --scene    as the coordinates of everything in it, in JSON
  --mermaid  as a Mermaid flowchart
  --prose    in words
With --all nothing is collapsed, however many nodes there are.";

fn main() {
    if let Err(message) = run() {
        eprintln!("{message}");
        std::process::exit(1);
    }
}

fn run() -> Result<(), String> {
    let mut form = "--svg".to_owned();
    let mut collapse = Collapse::Auto;
    let mut json = None;
    for argument in std::env::args().skip(1) {
        if argument == "--all" {
            collapse = Collapse::Never;
        } else if argument.starts_with("--") {
            form = argument;
        } else {
            let text = std::fs::read_to_string(&argument);
            json = Some(text.map_err(|error| format!("`{argument}` can't be read: {error}"))?);
        }
    }
    let json = match json {
        Some(json) => json,
        None => {
            let mut json = String::new();
            let read = std::io::stdin().read_to_string(&mut json);
            read.map_err(|error| format!("the input can't be read: {error}"))?;
            json
        }
    };
    let diagram: Diagram =
        serde_json::from_str(&json).map_err(|error| format!("this is no diagram: {error}"))?;
    if let Err(faults) = check(&diagram) {
        for fault in faults {
            eprintln!("{fault}");
        }
    }
    let scene = || {
        layout_with(&diagram, collapse).map_err(|faults| {
            let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
            faults.join("\n")
        })
    };
    let text = match form.as_str() {
        "--svg" => svg(&scene()?, Theme::Auto),
        "--light" => svg(&scene()?, Theme::Light),
        "--dark" => svg(&scene()?, Theme::Dark),
        "--scene" => serde_json::to_string_pretty(&scene()?).map_err(|error| error.to_string())?,
        "--mermaid" => mermaid(&diagram),
        "--prose" => prose(&diagram),
        _ => return Err(USAGE.to_owned()),
    };
    println!("{}", text.trim_end());
    Ok(())
}
