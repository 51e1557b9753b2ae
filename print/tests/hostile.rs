//! Whatever people write comes out as the text that they wrote.
#![allow(clippy::unwrap_used, clippy::panic)] // Helpers of tests, which may.

mod common;

use plumbline_print::pdf;
use plumbline_report::{Kind, Paper};

use common::{Pdf, drawn, example};

fn paper(kind: Kind, markdown: &str) -> Paper {
    Paper {
        kind,
        title: "A paper".to_owned(),
        markdown: markdown.to_owned(),
        pictures: Vec::new(),
    }
}

fn read(markdown: &str) -> Pdf {
    Pdf::read(&pdf::paper(&paper(Kind::Adr, markdown), "2026-11-21").unwrap())
}

/// Every character that Markdown could take for markup, taken as itself.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if c.is_ascii_punctuation() {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// What would do something if the typesetter read it as its own language.
const PROGRAMS: [&str; 16] = [
    "#read(\"/etc/passwd\")",
    "#include \"paper.json\"",
    "#import \"@preview/cetz:0.3.0\"",
    "$x^2$ and $ sum_i $",
    "@label and <label>",
    "*b* _i_ `c` = Title",
    "]#panic()[",
    "\\u{41} \\ \\\\",
    "// no comment /* nor this */",
    "https://example.org/#(1+1)",
    "\"); panic(\"",
    "-- --- ... ~ '",
    "{{ 7 * 7 }} {% raw %}",
    "<script>alert(1)</script>",
    "#set page(width: 1pt)",
    "[[ ]] {{ }} (( ))",
];

#[test]
fn no_text_is_read_as_a_program() {
    for text in PROGRAMS {
        let markdown = format!(
            "# {0}\n\n{0}\n\n- {0}\n\n| {0} |\n|---|\n| {0} |\n",
            escaped(text)
        );
        assert!(read(&markdown).finds(text) >= 5, "{text}");
    }
}

#[test]
fn no_code_is_read_as_a_program() {
    for text in PROGRAMS {
        let pdf = read(&format!("````\n{text}\n````\n\n``` {text} ```\n"));
        assert!(pdf.finds(text) >= 2, "{text}");
    }
}

#[test]
fn links_lead_to_the_web_or_to_a_mailbox() {
    let pdf = read(
        "[a](https://example.org/?a=b#c) <mailto:a@example.org> [b](javascript:alert(1)) [c](file:///etc/passwd) \
         [d](page.html) [e](data:text/html,x) ![f](https://example.org/x.png)",
    );
    let links: Vec<String> = pdf.links().into_iter().collect();
    assert_eq!(
        links,
        ["https://example.org/?a=b#c", "mailto:a@example.org"]
    );
    assert_eq!(pdf.finds("b c d e f"), 1);
}

#[test]
fn whatever_the_marks_there_is_a_paper() {
    let deep = ">".repeat(200) + " deep\n";
    let lists: String = (0..60)
        .map(|depth| " ".repeat(2 * depth) + "- a\n")
        .collect();
    let strong = "**a _b ".repeat(100) + &"_ c**".repeat(100);
    let wide = format!(
        "|{}\n|{}\n|{}\n",
        "a|".repeat(60),
        "-|".repeat(60),
        "b|".repeat(60)
    );
    let long = "x".repeat(4000);
    let high = format!("| a |\n|---|\n| {} |\n", "word ".repeat(4000));
    for markdown in [
        "",
        "```picture\n7\n```",
        "```picture\nx\n```",
        "```columns\n2\n```\na\n```column\n```\nb",
        "```column\n```\n```end\n```",
        "```columns\n\n```\n```columns\n\n```\n```end\n```\n```end\n```",
        "> ```columns\n> 2\n> ```\n> a\n",
        "|a|\n|-|\n",
        "| | |\n|-|-|\n|b|",
        "1. a\n\n18446744073709551615. b",
        "999999999. a",
        "- [ ] a\n- b\n- [x] c",
        "<div>\n\n</div>",
        "# \n\n## \n\na",
        "\u{0}\u{202e}\u{feff}",
        &deep,
        &lists,
        &strong,
        &wide,
        &long,
        &high,
    ] {
        for kind in [Kind::Review, Kind::Checklists] {
            let printed = pdf::paper(&paper(kind, markdown), "2026-11-21");
            assert!(printed.is_ok(), "{markdown:.200}: {printed:?}");
        }
    }
    assert_eq!(read(&long).finds(&"x".repeat(4000)), 1);
    assert_eq!(read(&deep).finds("deep"), 1);
}

#[test]
fn a_one_pager_that_is_too_long_says_so() {
    let paper = paper(
        Kind::OnePager,
        &"A sentence of a few words.\n\n".repeat(200),
    );
    let error = pdf::paper(&paper, "2026-11-21").unwrap_err();
    assert!(error.message().contains("`A paper` takes "), "{error}");
}

#[test]
fn scripts_that_inter_does_not_have_are_printed_too() {
    for text in ["Ωμέγα", "Привет", "שלום", "✓ ☐ → ≥", "😀"] {
        let pdf = read(text);
        assert!(pdf.xmp().contains("pdfuaid:part"), "{text} has gaps");
    }
    // No typeface of ours has these; the paper has gaps and is there all the same.
    assert_eq!(read("漢字 and words").pages(), 1);
}

#[test]
fn labels_of_diagrams_are_texts_too() {
    let mut diagram = drawn(&example());
    for text in PROGRAMS {
        diagram.title = text.to_owned();
        let pdf = Pdf::read(&pdf::diagram(&diagram, plumbline_diagram::Theme::Auto).unwrap());
        assert_eq!(pdf.info(b"Title").unwrap(), text);
        assert!(pdf.finds("Amazon API Gateway") > 0, "{text}");
    }
}
