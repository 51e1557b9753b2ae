//! What the engine makes of a file, as bytes: the assessment of a workload, its drawings, the layout of
//! a diagram. `cargo xtask wasm` runs each natively and as a wasm module, and holds the two against
//! each other; the peers in `tests/peers/layout` are held against the same module.

use plumbline_assess::{Assessor, DEFAULT_SEED};
use plumbline_design::{Request, architecture};
use plumbline_diagram::{Collapse, Diagram, Scene, Theme, layout, layout_with, svg};
use plumbline_knowledge::Provider;
use plumbline_source::{Diagnostic, Limits, decode};
use plumbline_workload::Workload;
use serde_json::{Value, json};

#[cfg(target_family = "wasm")]
mod exports;

/// The day in the title blocks: any, as long as it stays.
const DATE: &str = "2026-11-21";

/// The assessment of a workload file as JSON.
///
/// # Errors
///
/// What is wrong with the file.
pub fn assess(file: &[u8]) -> Result<Vec<u8>, String> {
    let assessor = Assessor::new(plumbline_builtin::knowledge());
    Ok(bytes(&json!(assessor.assess(&load(file)?, DEFAULT_SEED))))
}

/// The reference architectures of a workload file, every part on every cloud, as a JSON list of
/// `{provider, diagram, svg}`.
///
/// # Errors
///
/// What is wrong with the file, or with a drawing.
pub fn architectures(file: &[u8]) -> Result<Vec<u8>, String> {
    Ok(bytes(&Value::Array(drawn(&load(file)?)?)))
}

/// A diagram from its JSON, as SVG, with groups collapsed where there are too many nodes.
///
/// # Errors
///
/// What is wrong with the diagram.
pub fn picture(file: &[u8]) -> Result<Vec<u8>, String> {
    Ok(svg(&laid_out(file, Collapse::Auto)?, Theme::Auto).into_bytes())
}

/// A diagram from its JSON, with coordinates and every node, as JSON.
///
/// # Errors
///
/// What is wrong with the diagram.
pub fn scene(file: &[u8]) -> Result<Vec<u8>, String> {
    Ok(bytes(&json!(laid_out(file, Collapse::Never)?)))
}

fn load(file: &[u8]) -> Result<Workload, String> {
    let knowledge = plumbline_builtin::knowledge();
    decode("workload.yaml", file.to_vec(), &Limits::workload())
        .map_err(|error| vec![error])
        .and_then(|source| plumbline_workload::load(knowledge, &source))
        .map(|loaded| loaded.workload)
        .map_err(|errors| {
            let errors: Vec<String> = errors
                .iter()
                .map(|error: &Diagnostic| error.render(false))
                .collect();
            errors.join("\n\n")
        })
}

fn drawn(workload: &Workload) -> Result<Vec<Value>, String> {
    let knowledge = plumbline_builtin::knowledge();
    let assessment = Assessor::new(knowledge).assess(workload, DEFAULT_SEED);
    let mut drawings = Vec::new();
    for part in 0..assessment.parts.len() {
        for provider in Provider::ALL {
            let request = Request {
                provider,
                pattern: None,
                date: DATE,
            };
            let Some(drawn) = architecture(knowledge, workload, &assessment, part, &request) else {
                continue;
            };
            let scene = layout(&drawn.diagram).map_err(|faults| told(&faults))?;
            drawings.push(json!({
                "provider": provider.id(),
                "diagram": drawn.diagram,
                "svg": svg(&scene, Theme::Auto),
            }));
        }
    }
    Ok(drawings)
}

fn laid_out(file: &[u8], collapsed: Collapse) -> Result<Scene, String> {
    let diagram: Diagram = serde_json::from_slice(file).map_err(|error| error.to_string())?;
    layout_with(&diagram, collapsed).map_err(|faults| told(&faults))
}

/// One fault after the other.
fn told<Fault: ToString>(faults: &[Fault]) -> String {
    let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
    faults.join("\n\n")
}

fn bytes(answer: &Value) -> Vec<u8> {
    answer.to_string().into_bytes()
}
