//! Writes diagrams in every format into a folder, for the peers' parsers in `tests/peers` to read:
//! every pattern on every cloud with all that can be in it, the golden workloads, and diagrams whose
//! texts are attacks. `cargo run -p plumbline-tests --example export -- FOLDER`
//!
//! Each diagram is written as `NAME.diagram.json`, as `NAME.scene.json` with coordinates, and as
//! `NAME.FORMAT.txt` for each format.

use plumbline_assess::{Assessor, DEFAULT_SEED};
use plumbline_builtin::knowledge;
use plumbline_design::{Request, architecture};
use plumbline_diagram::{Diagram, Format, Theme, layout};
use plumbline_knowledge::Provider;
use plumbline_tests::{golden, load};
use plumbline_workload::Workload;
use std::path::{Path, PathBuf};

const CLOUDS: [Provider; 3] = [Provider::Aws, Provider::Azure, Provider::Gcp];

fn main() -> Result<(), String> {
    let folder = std::env::args()
        .nth(1)
        .map(PathBuf::from)
        .ok_or("no folder is given\nhelp: name one, as in `--example export -- FOLDER`")?;
    std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut diagrams = patterns()?;
    for golden in golden("shown").map_err(|error| error.to_string())? {
        let diagram = drawn(&golden.workload, None, Provider::Aws)?;
        diagrams.push((golden.name, diagram));
    }
    let hosts = diagrams
        .iter()
        .find(|(name, _)| name == "api-backend-aws")
        .map(|(_, diagram)| diagram.clone())
        .ok_or("the pattern `api-backend` is gone\nhelp: take another one for the hostile texts")?;
    // Several turns, so that every text comes to stand in most places.
    for turn in 0..4 {
        diagrams.push((format!("hostile-{turn}"), hostile(hosts.clone(), 8 * turn)));
    }
    for (name, diagram) in &diagrams {
        write(&folder, name, diagram)?;
    }
    println!("{} diagrams", diagrams.len());
    Ok(())
}

/// Every pattern on every cloud, for a workload that asks for everything.
fn patterns() -> Result<Vec<(String, Diagram)>, String> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("peers/everything.workload.yaml");
    let everything = load(&path).map_err(|error| error.to_string())?.workload;
    let mut diagrams = Vec::new();
    for (at, pattern) in knowledge().patterns.iter().enumerate() {
        for cloud in CLOUDS {
            diagrams.push((
                format!("{}-{}", pattern.id, cloud.id()),
                drawn(&everything, Some(at), cloud)?,
            ));
        }
    }
    Ok(diagrams)
}

fn drawn(
    workload: &Workload,
    pattern: Option<usize>,
    provider: Provider,
) -> Result<Diagram, String> {
    let assessment = Assessor::new(knowledge()).assess(workload, DEFAULT_SEED);
    let request = Request {
        provider,
        pattern,
        date: "2026-11-21",
    };
    architecture(knowledge(), workload, &assessment, 0, &request)
        .map(|architecture| architecture.diagram)
        .ok_or_else(|| format!("{}: there is nothing to draw", workload.name))
}

/// The diagram with every text replaced by one that means something to some format.
fn hostile(mut diagram: Diagram, mut turn: usize) -> Diagram {
    let long = "long ".repeat(80);
    let endless = "x".repeat(400);
    let attacks = [
        "</text><script>alert(1)</script>",
        "\"quoted\" and 'quoted' and `ticked`",
        "back\\slash \\n \\\" \\N \\G \\",
        "two\nlines\r\nand\ttabs",
        "{{braces}} {single} ${HOME} $x",
        "%%{init: {'theme':'dark'}}%% %% comment",
        "a --> b -.-> c -> d <- e",
        "שלום עולם \u{202E}gnp.exe \u{200F}",
        "👩‍👩‍👧‍👦 🏳️‍🌈 e\u{301}\u{301}",
        "nul\u{0}bell\u{7}esc\u{1B}[31mred",
        "]]> <!-- --> <![CDATA[",
        "&amp; &lt;b&gt; &#65; &nbsp; #35; #quot;",
        "end",
        "graph",
        "subgraph style class classDef click",
        "direction: left; near: top-left",
        "|md # heading |",
        "[[link]](x) [a](javascript:alert(1)) ![i](x)",
        "**bold** _it_ # not a heading",
        "1. one",
        "- item",
        "!include /etc/passwd",
        "/* comment */ // comment # comment",
        "constructor",
        "__proto__",
        "https://example.org/?a=1&b=2;c=%20",
        "key=value;shape=image;html=1",
        long.as_str(),
        endless.as_str(),
        "",
        "   ",
        "end",
    ];
    let mut next = || {
        turn += 1;
        attacks[turn % attacks.len()].to_owned()
    };
    for node in &mut diagram.nodes {
        (node.label, node.service) = (next(), next());
    }
    for edge in &mut diagram.edges {
        edge.label = next();
    }
    for group in &mut diagram.groups {
        group.label = next();
    }
    for item in &mut diagram.strip {
        (item.label, item.service) = (next(), next());
    }
    for note in &mut diagram.notes {
        note.text = next();
    }
    for fact in &mut diagram.facts {
        (fact.name, fact.value) = (next(), next());
    }
    diagram.title = "--- \"${title}\" %%{init}%% </title> \\ end".to_owned();
    diagram.subtitle = "]]> & <b> \u{202E} | subtitle".to_owned();
    diagram.date = "*/ \" 2026-11-21".to_owned();
    diagram.description = String::new();
    diagram
}

fn write(folder: &Path, name: &str, diagram: &Diagram) -> Result<(), String> {
    let faults = |faults: Vec<_>| format!("{name}: {faults:?}");
    let scene = layout(diagram).map_err(faults)?;
    let json = |error: serde_json::Error| error.to_string();
    let mut files = vec![
        (
            "diagram.json".to_owned(),
            serde_json::to_string(diagram).map_err(json)?,
        ),
        (
            "scene.json".to_owned(),
            serde_json::to_string(&scene).map_err(json)?,
        ),
    ];
    for format in Format::ALL {
        let text = format.write(diagram, Theme::Light).map_err(faults)?;
        files.push((format!("{}.txt", format.id()), text));
    }
    for (ending, text) in files {
        let path = folder.join(format!("{name}.{ending}"));
        std::fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}
