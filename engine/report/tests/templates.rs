//! Templates of an organisation: what they can do, and what is said of their mistakes.

#![allow(clippy::unwrap_used, clippy::panic)] // Helpers of tests, which may.

mod common;

use plumbline_builtin::knowledge;
use plumbline_report::{Format, Kind, Options, ReportError, Templates, report};
use plumbline_source::{Diagnostic, Source};

use common::{OPTIONS, assessed, simple};

fn templates(files: &[(&str, &str)]) -> Templates {
    let files = files.iter().map(|(name, text)| {
        (
            (*name).to_owned(),
            Source::new(format!("ours/{name}"), *text),
        )
    });
    match Templates::new(files) {
        Ok(templates) => templates,
        Err(error) => panic!("{error}"),
    }
}

fn rendered(files: &[(&str, &str)], format: Format) -> Result<String, ReportError> {
    let templates = templates(files);
    let options = Options {
        templates: Some(&templates),
        ..OPTIONS
    };
    let workload = simple();
    let assessment = assessed(&workload);
    report(
        knowledge(),
        &workload,
        &assessment,
        Kind::OnePager,
        format,
        &options,
    )
}

/// What is said of a template: with its place underlined.
fn fault(text: &str) -> String {
    match rendered(&[("one-pager.md.jinja", text)], Format::Markdown) {
        Ok(text) => panic!("it renders: {text}"),
        Err(error) => Diagnostic::from(error).render(false),
    }
}

#[test]
fn a_template_stands_for_the_built_in_one() {
    let text = rendered(
        &[(
            "one-pager.md.jinja",
            "# {{ name }} & Co\n\n{{ verdict.sentence }}\n",
        )],
        Format::Markdown,
    );
    let sentence = assessed(&simple()).verdict.sentence;
    assert_eq!(text.unwrap(), format!("# Thumbnails & Co\n\n{sentence}\n"));
}

#[test]
fn templates_share_and_extend() {
    let shared = "{% macro stamp(who) %}*Property of {{ who }}*{% endmacro %}\n";
    let own = "{% from \"_shared.jinja\" import stamp %}\n\
               {% include \"built-in/one-pager.md.jinja\" %}\n\n{{ stamp(\"A *star* Ltd\") }}\n";
    let files = [("_shared.jinja", shared), ("one-pager.md.jinja", own)];
    let text = rendered(&files, Format::Markdown).unwrap();
    let built_in = rendered(&[], Format::Markdown).unwrap();
    assert_eq!(
        text,
        format!("{built_in}\n*Property of A \\*star\\* Ltd*\n")
    );
}

#[test]
fn page_and_style_are_templates_too() {
    let page = "<html lang=\"de\"><head><style>{{ style | safe }}</style></head>\
                <body>{{ title }}: {{ content | safe }}</body></html>\n";
    let files = [("page.html.jinja", page), ("page.css", "p { color: red }")];
    let text = rendered(&files, Format::Html).unwrap();
    assert!(
        text.starts_with("<html lang=\"de\"><head><style>p { color: red }</style></head><body>Thumbnails: One-pager: <h1>"),
        "{text}"
    );
}

#[test]
fn what_a_template_prints_is_escaped() {
    let text = rendered(
        &[(
            "one-pager.md.jinja",
            "{{ \"<script>*x*\" }} {{ \"a`b\" | code }}\n",
        )],
        Format::Markdown,
    );
    assert_eq!(text.unwrap(), "&lt;script&gt;\\*x\\* ``a`b``\n");
}

#[test]
fn mistakes_are_underlined_where_they_are() {
    for (text, expected) in [
        (
            "# A\n\n{{ verdct.sentence }}\n",
            [
                "`verdct` is not defined",
                "ours/one-pager.md.jinja:3:",
                "did you mean `verdict`?",
            ],
        ),
        (
            "{{ verdict.sentense }}\n",
            [
                "`verdict.sentense` is not defined",
                ":1:",
                "did you mean `sentence`?",
            ],
        ),
        (
            "{% for part in parts %}\n{{ part.wholly_unknown }}\n{% endfor %}\n",
            [
                "`part.wholly_unknown` is not defined",
                ":2:",
                "docs/templates.md",
            ],
        ),
        ("a\n{% if %}\n", ["can't be rendered", ":2:", "Jinja"]),
        ("{{ name | uper }}", ["uper", ":1:", "docs/templates.md"]),
        (
            "{% include \"_none.jinja\" %}",
            ["_none.jinja", ":1:", "starts with `_`"],
        ),
        ("{{ parts }}", ["can't be printed", ":1:", "built-in"]),
    ] {
        let said = fault(text);
        for part in expected {
            assert!(said.contains(part), "{part:?} is not in\n{said}");
        }
    }
}

#[test]
fn a_mistake_in_a_shared_file_is_shown_there() {
    let files = [
        ("_foot.md.jinja", "\n{{ nmae }}\n"),
        ("one-pager.md.jinja", "{% include \"_foot.md.jinja\" %}\n"),
    ];
    let error = rendered(&files, Format::Markdown).unwrap_err();
    let said = Diagnostic::from(error).render(false);
    assert!(said.contains("ours/_foot.md.jinja:2:"), "{said}");
    assert!(said.contains("did you mean `name`?"), "{said}");
}

#[test]
fn files_that_stand_for_nothing_are_refused() {
    for (name, meant) in [
        ("one-pager.jinja", Some("`one-pager.md.jinja`")),
        ("README.md", None),
        ("shared.jinja", None),
    ] {
        let error = Templates::new([(name.to_owned(), Source::new(name, ""))]).unwrap_err();
        let help = error.help.clone().unwrap();
        assert!(error.message.contains(name), "{error}");
        for known in Templates::names() {
            assert!(help.contains(known), "{known} is not in {help}");
        }
        if let Some(meant) = meant {
            assert!(help.contains(&format!("did you mean {meant}?")), "{help}");
        }
    }
}

#[test]
fn every_built_in_file_can_be_had() {
    for name in Templates::names() {
        assert!(
            Templates::built_in(name).is_some_and(|text| !text.is_empty()),
            "{name}"
        );
    }
    assert_eq!(Templates::built_in("none"), None);
}
