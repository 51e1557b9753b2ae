//! Diagrams without authored slots: from the graph to coordinates, and from those to SVG.

use std::error::Error;
use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use criterion::Criterion;
use plumbline_diagram::{Collapse, Diagram, Theme, layout_with, svg};

/// Those that the peers in `tests/peers/layout` lay out too.
const GRAPHS: [&str; 3] = ["shop-14", "platform-60", "company-300"];

fn main() -> Result<(), Box<dyn Error>> {
    let mut criterion = Criterion::default()
        .output_directory(&Path::new(env!("CARGO_TARGET_TMPDIR")).join("criterion"))
        .sample_size(20)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(2))
        .configure_from_args();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../peers/graphs");
    for name in GRAPHS {
        let diagram: Diagram =
            serde_json::from_slice(&std::fs::read(folder.join(format!("{name}.json")))?)?;
        let scene =
            layout_with(&diagram, Collapse::Never).map_err(|faults| faults[0].to_string())?;
        let mut group = criterion.benchmark_group(format!(
            "{} nodes in {} groups, {} edges",
            diagram.nodes.len(),
            diagram.groups.len(),
            diagram.edges.len()
        ));
        group.bench_function("layout", |bencher| {
            bencher.iter(|| layout_with(black_box(&diagram), Collapse::Never));
        });
        group.bench_function("SVG", |bencher| {
            bencher.iter(|| svg(black_box(&scene), Theme::Auto));
        });
        group.finish();
    }
    criterion.final_summary();
    Ok(())
}
