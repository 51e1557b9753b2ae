//! What every document keeps to: its form, its figures, and that nobody's text becomes markup.

#![allow(clippy::unwrap_used, clippy::panic)] // Helpers of tests, which may.

mod common;

use plumbline_builtin::knowledge;
use plumbline_design::{Request, architecture};
use plumbline_diagram::mermaid;
use plumbline_knowledge::Provider;
use plumbline_report::{Format, Kind, ReportError, report};
use plumbline_workload::{
    Check, CheckState, Choice, Day, Decision, Entry, Part, State, Workload, parse_answer,
};
use pulldown_cmark::{Event, Parser, Tag};

use common::{OPTIONS, assessed, example, simple, written};

/// What somebody may try to make a document do.
const HOSTILE: [&str; 14] = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>",
    "[click](javascript:alert(1))",
    "<javascript:alert(1)>",
    "javascript:alert(1)",
    "![x](https://example.org/track.png)",
    "a | b | c\n\n# Heading\n---\nstatus: accepted",
    "```\n</code></pre><script>alert(1)</script>\n```picture\n0\n```",
    "x\n\n| a | b |\n|---|---|\n| c | d |",
    "- [x] done\n1. one",
    "&lt;script&gt; &#106;avascript:alert(1)",
    "{{ 7 * 7 }} {% raw %} ${7*7}",
    "</title></style></main><!-- \u{0} \u{202e}",
];

/// A workload that says this text wherever a workload can say something.
fn saying(text: &str, parts: bool) -> Workload {
    let mut workload = simple();
    workload.name = text.to_owned();
    workload.summary = text.to_owned();
    let slots: Vec<usize> = workload.answers.iter().map(|(slot, _)| slot).collect();
    for slot in slots {
        let entry = Entry {
            note: Some(text.to_owned()),
            owner: Some(text.to_owned()),
            evidence: Some(text.to_owned()),
            ..workload.answers.get(slot).clone()
        };
        workload.answers.set(slot, entry);
    }
    // Every other one, so that those without stay in the documents too.
    for trade_off in knowledge().trade_offs.iter().step_by(2) {
        let decision = Decision {
            owner: Some(text.to_owned()),
            note: Some(text.to_owned()),
            expires: Day::parse("2026-11-20"),
            ..Decision::of(Choice::Accept)
        };
        workload.decisions.insert(trade_off.id.clone(), decision);
    }
    for item in knowledge().checklist.iter().step_by(2) {
        let check = Check {
            state: CheckState::Done,
            owner: Some(text.to_owned()),
            note: Some(text.to_owned()),
        };
        workload.set_check(&item.id, check);
    }
    if parts {
        workload.implicit_part = false;
        let slot = knowledge().question("codebase").unwrap();
        workload.parts = ["one", "two"]
            .map(|id| {
                let mut part = Part {
                    id: id.to_owned(),
                    name: text.to_owned(),
                    answers: Default::default(),
                };
                let answer = parse_answer(
                    knowledge(),
                    slot,
                    if id == "one" { "new" } else { "packaged" },
                )
                .unwrap();
                part.answers.set(
                    slot,
                    Entry {
                        note: Some(text.to_owned()),
                        ..Entry::answered(answer)
                    },
                );
                part
            })
            .to_vec();
    } else {
        workload.parts = vec![Part::implicit(text)];
    }
    workload
}

/// The page as a tree; it is well-formed XML too, so that every element is closed.
fn tree(page: &str) -> Vec<(String, Vec<(String, String)>)> {
    let body = page.strip_prefix("<!DOCTYPE html>").unwrap();
    let document = match roxmltree::Document::parse(body) {
        Ok(document) => document,
        Err(error) => panic!("{error}\n{page}"),
    };
    document
        .descendants()
        .filter(roxmltree::Node::is_element)
        .map(|element| {
            let attributes = element
                .attributes()
                .map(|one| (one.name().to_owned(), one.value().to_owned()));
            (element.tag_name().name().to_owned(), attributes.collect())
        })
        .collect()
}

#[test]
fn no_text_of_a_workload_becomes_markup() {
    let harmless: Vec<Vec<String>> = [false, true]
        .into_iter()
        .flat_map(|parts| {
            Kind::ALL.map(|kind| names(&written(&saying("plain", parts), kind, Format::Html)))
        })
        .collect();
    for text in HOSTILE {
        let pages = [false, true]
            .into_iter()
            .flat_map(|parts| Kind::ALL.map(|kind| (parts, kind)));
        for ((parts, kind), harmless) in pages.zip(&harmless) {
            let workload = saying(text, parts);
            let markdown = written(&workload, kind, Format::Markdown);
            assert!(
                !markdown.to_lowercase().contains("<script"),
                "{text:?} in {}",
                kind.id()
            );
            for event in Parser::new_ext(&markdown, pulldown_cmark::Options::ENABLE_TABLES) {
                match event {
                    Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::Image { .. }) => {
                        panic!("{text:?} became {event:?} in {}", kind.id())
                    }
                    Event::Start(Tag::Link { dest_url, .. }) => {
                        assert!(dest_url.starts_with("http"), "{dest_url}")
                    }
                    _ => {}
                }
            }
            let page = written(&workload, kind, Format::Html);
            for (element, attributes) in tree(&page) {
                for (attribute, value) in attributes {
                    assert!(
                        !attribute.to_lowercase().starts_with("on"),
                        "{attribute}={value} in {}",
                        kind.id()
                    );
                    if matches!(attribute.as_str(), "href" | "src" | "action") {
                        let inside =
                            value.starts_with('#') && matches!(element.as_str(), "use" | "a");
                        assert!(
                            inside || value.starts_with("https://") || value.starts_with("http://"),
                            "{value}"
                        );
                    }
                }
            }
            // The same elements as with harmless text: nothing was added, nothing lost.
            assert_eq!(&names(&page), harmless, "{text:?} in {}", kind.id());
        }
    }
}

/// The names of all elements, in order, without those inside drawings, which wrap long texts.
fn names(page: &str) -> Vec<String> {
    const DRAWN: [&str; 10] = [
        "g", "text", "tspan", "path", "rect", "use", "title", "symbol", "circle", "line",
    ];
    tree(page)
        .into_iter()
        .map(|(name, _)| name)
        .filter(|name| !DRAWN.contains(&name.as_str()))
        .collect()
}

#[test]
fn evidence_that_is_an_address_is_a_link() {
    let page = written(
        &saying("https://example.org/a?b=1&c=<2>", false),
        Kind::Review,
        Format::Html,
    );
    let links: Vec<String> = tree(&page)
        .into_iter()
        .filter(|(name, _)| name == "a")
        .filter_map(|(_, attributes)| {
            Some(attributes.into_iter().find(|(name, _)| name == "href")?.1)
        })
        .collect();
    assert!(
        links
            .iter()
            .any(|link| link == "https://example.org/a?b=1&c=%3C2%3E"),
        "{links:?}"
    );
}

#[test]
fn a_page_needs_nothing_else() {
    for kind in Kind::ALL {
        for (element, attributes) in tree(&written(&example(), kind, Format::Html)) {
            assert!(
                !["script", "link", "img", "iframe", "object"].contains(&element.as_str()),
                "{element}"
            );
            for (attribute, value) in attributes {
                let fetches = matches!(attribute.as_str(), "src" | "srcset")
                    || attribute == "style" && value.contains("url(");
                assert!(!fetches, "{attribute}={value}");
            }
        }
    }
}

#[test]
fn pictures_stand_where_a_document_has_them() {
    let count = |kind| {
        written(&simple(), kind, Format::Html)
            .matches("<svg")
            .count()
    };
    for (kind, expected) in [
        (Kind::OnePager, 2),
        (Kind::Adr, 0),
        (Kind::Review, 3),
        (Kind::Checklists, 0),
        (Kind::LockIn, 1),
        (Kind::Evolution, 3),
    ] {
        assert_eq!(count(kind), expected, "{}", kind.id());
    }
    let review = written(&example(), Kind::Review, Format::Markdown);
    assert_eq!(
        review.matches("```mermaid").count(),
        3 * example().parts.len()
    );
    assert!(!review.contains("```picture"));
}

#[test]
fn a_decision_record_is_a_madr_4() {
    for workload in [simple(), example(), Workload::new("Nothing known")] {
        let record = written(&workload, Kind::Adr, Format::Markdown);
        assert!(
            record.starts_with("---\nstatus: proposed\ndate: 2026-11-21\n")
                && record.contains("\n---\n\n# "),
            "{record}"
        );
        let headings: Vec<&str> = record
            .lines()
            .filter(|line| line.starts_with('#'))
            .collect();
        let fixed: Vec<&str> = headings
            .iter()
            .skip(1)
            .copied()
            .filter(|line| line.starts_with("## "))
            .collect();
        assert_eq!(
            fixed,
            [
                "## Context and Problem Statement",
                "## Decision Drivers",
                "## Considered Options",
                "## Decision Outcome",
                "## Pros and Cons of the Options",
                "## More Information",
            ]
        );
        for heading in [
            "### Consequences",
            "### Confirmation",
            "### Functions",
            "### Serverless containers",
            "### Always-on machines",
        ] {
            assert!(
                headings.contains(&heading),
                "{heading} is missing in\n{record}"
            );
        }
        assert!(
            !record.lines().any(|line| line.starts_with("- ")),
            "bullets of MADR are stars"
        );
        assert_eq!(
            headings
                .iter()
                .filter(|line| line.starts_with("# "))
                .count(),
            1
        );
        let chosen = record
            .lines()
            .find(|line| line.starts_with("Chosen option: "))
            .unwrap();
        assert!(chosen.contains("because"), "{chosen}");
        if !assessed(&workload)
            .parts
            .iter()
            .all(|part| part.evidence.is_empty())
        {
            let option = chosen.split('"').nth(1).unwrap();
            assert!(
                record.contains(&format!("\n* {option}\n")),
                "{option} is not among the options"
            );
            assert!(
                record.contains(&format!("\n### {option}\n")),
                "{option} has no pros and cons"
            );
        }
    }
}

#[test]
fn what_is_ruled_out_is_named_with_its_limit() {
    let mut workload = simple();
    for (question, answer) in [("provider", "aws"), ("longest_step", "3 h")] {
        let slot = knowledge().question(question).unwrap();
        workload.answers.set(
            slot,
            Entry::answered(parse_answer(knowledge(), slot, answer).unwrap()),
        );
    }
    let assessment = assessed(&workload);
    let out = &assessment.parts[0].options[0].ruled_out_by;
    assert!(!out.is_empty());
    for kind in [Kind::OnePager, Kind::Adr, Kind::Review] {
        let text = written(&workload, kind, Format::Markdown);
        assert!(
            text.contains(&out[0].because),
            "{} in\n{text}",
            out[0].because
        );
    }
}

#[test]
fn each_picture_shows_the_verdict_that_holds_on_its_provider() {
    let mut workload = simple().on_provider(knowledge(), "aws").unwrap();
    let slot = knowledge().question("longest_step").unwrap();
    let answer = parse_answer(knowledge(), slot, "12 min").unwrap();
    workload.answers.set(slot, Entry::answered(answer));
    let review = written(&workload, Kind::Review, Format::Markdown);
    let drawn = |provider: Provider, workload: &Workload| {
        let request = Request {
            provider,
            pattern: None,
            date: OPTIONS.date,
        };
        let assessment = assessed(workload);
        let drawn = architecture(knowledge(), workload, &assessment, 0, &request).unwrap();
        mermaid(&drawn.diagram).trim_end().to_owned()
    };
    for provider in Provider::CLOUDS {
        let there = workload.on_provider(knowledge(), provider.id()).unwrap();
        assert!(review.contains(&drawn(provider, &there)), "{provider:?}");
    }
    // Events may start a function for 15 minutes on AWS, and for 9 on Google Cloud.
    let as_if_on_aws = drawn(Provider::Gcp, &workload);
    assert!(!review.contains(&as_if_on_aws), "{as_if_on_aws}");
}

#[test]
fn figures_are_those_of_the_assessment() {
    for workload in [simple(), example()] {
        let assessment = assessed(&workload);
        let readiness = assessment.readiness;
        let one_pager = written(&workload, Kind::OnePager, Format::Markdown);
        assert!(one_pager.contains(&format!("**{} of 100**", readiness.score)));
        assert!(one_pager.contains(&format!(
            "likely between {} and {}",
            readiness.likely_low, readiness.likely_high
        )));
        assert!(one_pager.contains(&format!(
            "{} to {} is possible",
            readiness.low, readiness.high
        )));
        assert!(one_pager.contains(&format!(
            "{} of {} questions",
            assessment.questions.open, assessment.questions.asked
        )));
        let review = written(&workload, Kind::Review, Format::Markdown);
        for part in &assessment.parts {
            for option in &part.options {
                let points = option.points.to_string().replace('-', "−");
                let points = if option.points > 0 {
                    format!("+{points}")
                } else {
                    points
                };
                assert!(
                    review.contains(&format!("| {points} | {} % |", option.percent)),
                    "{:?}",
                    option.id
                );
            }
            for evidence in &part.evidence {
                assert!(
                    review.contains(&format!("| **{}.** ", evidence.title)),
                    "{}",
                    evidence.rule
                );
            }
        }
    }
}

#[test]
fn a_one_pager_is_short_and_leads_with_the_verdict() {
    for (workload, most) in [
        (simple(), 50),
        (example(), 75),
        (Workload::new("Nothing known"), 30),
    ] {
        let text = written(&workload, Kind::OnePager, Format::Markdown);
        let text = text.split("```mermaid").next().unwrap();
        assert!(
            text.lines().count() <= most,
            "{} lines:\n{text}",
            text.lines().count()
        );
        let sentence = assessed(&workload).verdict.sentence;
        assert!(
            text.starts_with(&format!("# {}\n", sentence.trim_end_matches('.'))),
            "{text}"
        );
    }
}

#[test]
fn checklists_are_task_lists_and_what_matters_comes_first() {
    let text = written(&simple(), Kind::Checklists, Format::Markdown);
    let assessment = assessed(&simple());
    assert_eq!(
        text.matches("\n- [ ] **").count(),
        assessment.checklist.len()
    );
    let places = ["Design", "Security", "Operations"]
        .map(|list| text.find(&format!("## {list}: what matters first\n")));
    let rest = text.find("## What matters for every workload\n");
    let perhaps = text.find("## What open questions decide\n");
    assert!(places.iter().all(|place| place.is_some() && *place < rest));
    assert!(rest < perhaps, "{text}");
    let first = places[0].and_then(|at| text.get(at..)).unwrap();
    let item = first
        .lines()
        .find(|line| line.starts_with("- [ ]"))
        .unwrap();
    assert!(item.contains("*Matters here because: "), "{item}");
}

#[test]
fn notes_owners_and_evidence_are_in_the_review() {
    let mut workload = simple();
    let slot = knowledge().question("longest_step").unwrap();
    let entry = Entry {
        note: Some("measured in May".into()),
        owner: Some("Ana".into()),
        evidence: Some("load test 7".into()),
        ..workload.answers.get(slot).clone()
    };
    workload.answers.set(slot, entry);
    let open = knowledge().question("latency_target").unwrap();
    workload.answers.set(
        open,
        Entry {
            state: State::Unknown,
            owner: Some("Ben".into()),
            ..Entry::default()
        },
    );
    let review = written(&workload, Kind::Review, Format::Markdown);
    assert!(review.contains("| 20 s – measured in May (Ana) Evidence: load test 7 |"));
    assert!(review.contains("| Not known (Ben) |"));
}

#[test]
fn a_date_that_is_none_is_refused() {
    for date in [
        "",
        "2026",
        "21.11.2026",
        "2026-13-01",
        "2026-11-21\nstatus: accepted",
    ] {
        let options = plumbline_report::Options { date, ..OPTIONS };
        let workload = simple();
        let result = report(
            knowledge(),
            &workload,
            &assessed(&workload),
            Kind::Adr.written_in(Format::Markdown).unwrap(),
            &options,
        );
        assert_eq!(result, Err(ReportError::Date(date.to_owned())));
    }
}

#[test]
fn every_provider_has_its_documents() {
    let workload = example();
    let assessment = assessed(&workload);
    for provider in Provider::ALL {
        for kind in Kind::ALL {
            for &format in kind.formats() {
                let options = plumbline_report::Options {
                    provider,
                    ..OPTIONS
                };
                let text = report(
                    knowledge(),
                    &workload,
                    &assessment,
                    kind.written_in(format).unwrap(),
                    &options,
                )
                .unwrap();
                assert!(text.ends_with('\n') && !text.contains("\n\n\n\n"));
            }
        }
    }
}
