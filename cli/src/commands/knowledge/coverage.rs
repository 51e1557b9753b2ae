//! Which entries cover which section of the guides.

use plumbline_knowledge::{SectionCoverage, coverage};

use super::Format;
use crate::chart::bar;
use crate::commands::assess::json;
use crate::exit::{Exit, Outcome};
use crate::output::print;
use crate::page::{Page, plain, styled};
use crate::session::Session;
use crate::style::Style;

/// Prints the map; a section that nothing covers is a finding.
pub fn run(format: Format, session: &Session) -> Outcome {
    let knowledge = session.knowledge()?;
    let map = coverage(&knowledge);
    let open = map
        .iter()
        .filter(|section| section.entries.is_empty())
        .count();
    match format {
        Format::Json => print(&json(&map))?,
        Format::Text => {
            let mut page = Page::new(session.out);
            for guide in &knowledge.guides {
                let sections: Vec<&SectionCoverage> = map
                    .iter()
                    .filter(|section| section.guide == guide.id)
                    .collect();
                let covered = sections
                    .iter()
                    .filter(|section| !section.entries.is_empty())
                    .count();
                page.gap();
                page.wrapped(
                    &[],
                    &[
                        styled(Style::BOLD, guide.title.clone()),
                        plain(" "),
                        styled(Style::CODE, guide.id.clone()),
                        plain(format!(": {covered} of {} sections", sections.len())),
                    ],
                );
                let share = covered as f64 / sections.len().max(1) as f64;
                page.line(&[styled(
                    Style::GOOD,
                    bar(share, page.width().min(60), page.unicode()),
                )]);
                for section in sections {
                    write(&mut page, section);
                }
            }
            page.gap();
            let (style, text) = match open {
                0 => (
                    Style::GOOD,
                    format!("All {} sections are covered.", map.len()),
                ),
                open => (
                    Style::BAD,
                    format!("{open} of {} sections are not covered.", map.len()),
                ),
            };
            page.wrapped(&[], &[styled(style.bold(), text)]);
            print(&page.into_text())?;
        }
    }
    Ok(if open == 0 {
        Exit::Fine
    } else {
        Exit::Findings
    })
}

fn write(page: &mut Page, section: &SectionCoverage) {
    let (sign, style) = match (section.entries.is_empty(), page.unicode()) {
        (false, true) => ("✓ ", Style::GOOD),
        (false, false) => ("+ ", Style::GOOD),
        (true, true) => ("✗ ", Style::BAD),
        (true, false) => ("x ", Style::BAD),
    };
    let mut spans = vec![
        plain(section.title.clone()),
        plain(" "),
        styled(Style::CODE, format!("#{}", section.section)),
    ];
    if !section.entries.is_empty() {
        spans.push(styled(
            Style::DIM,
            format!(" {}", section.entries.join(", ")),
        ));
    }
    page.wrapped(&[plain("  "), styled(style, sign)], &spans);
}
