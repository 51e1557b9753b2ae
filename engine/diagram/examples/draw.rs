//! Draws a diagram: reads it as JSON from standard input and writes one form of it to standard output.
//! `cargo run -p plumbline-diagram --example draw -- auto < engine/diagram/tests/orders.json > orders.svg`

use plumbline_diagram::{Diagram, Theme, check, layout, mermaid, prose, svg};
use std::io::Read as _;

fn main() -> Result<(), String> {
    let mut json = String::new();
    std::io::stdin()
        .read_to_string(&mut json)
        .map_err(|error| error.to_string())?;
    let diagram: Diagram = serde_json::from_str(&json).map_err(|error| error.to_string())?;
    if let Err(faults) = check(&diagram) {
        eprintln!("{}", faults.join("\n"));
    }
    let form = std::env::args().nth(1).unwrap_or_default();
    let theme = match form.as_str() {
        "mermaid" => {
            print!("{}", mermaid(&diagram));
            return Ok(());
        }
        "prose" => {
            println!("{}", prose(&diagram));
            return Ok(());
        }
        "light" => Theme::Light,
        "dark" => Theme::Dark,
        _ => Theme::Auto,
    };
    let scene = layout(&diagram).map_err(|faults| faults.join("\n"))?;
    print!("{}", svg(&scene, theme));
    Ok(())
}
