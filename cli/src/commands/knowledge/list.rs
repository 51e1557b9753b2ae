//! Ids with titles.

use clap::ValueEnum;
use plumbline_knowledge::Knowledge;
use unicode_width::UnicodeWidthStr;

use crate::exit::{Exit, Outcome};
use crate::output::print;
use crate::page::{Page, plain, styled};
use crate::session::Session;
use crate::style::Style;

/// A kind of entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// What speaks for or against an option
    Rules,
    /// The questionnaire
    Questions,
    /// Services of the providers
    Services,
    /// Limits of the services
    Limits,
    /// Reference architectures
    Patterns,
    /// What a verdict costs
    TradeOffs,
    /// What the guides state
    Claims,
    /// The items of all checklists
    Checklists,
    /// What an assessment is divided into
    Dimensions,
    /// What services do in patterns
    Roles,
    /// Where it comes from
    Sources,
}

/// Prints a list, or how long each is.
pub fn run(kind: Option<Kind>, session: &Session) -> Outcome {
    let knowledge = session.knowledge()?;
    let mut terminal = session.out;
    if !terminal.interactive {
        // An entry is a line for whatever reads them, however long.
        terminal.width = usize::MAX;
    }
    let mut page = Page::new(terminal);
    match kind {
        Some(kind) => {
            let entries = entries(&knowledge, kind);
            let longest = entries
                .iter()
                .map(|(id, _)| id.width())
                .max()
                .unwrap_or(0)
                .min(36);
            for (id, title) in entries {
                page.line(&[
                    styled(Style::CODE, format!("{id:<longest$}")),
                    plain(format!("  {title}")),
                ]);
            }
        }
        None => {
            for kind in Kind::value_variants() {
                let Some(value) = kind.to_possible_value() else {
                    continue;
                };
                let about = value
                    .get_help()
                    .map_or_else(String::new, ToString::to_string);
                let count = entries(&knowledge, *kind).len();
                page.wrapped(
                    &[
                        plain(format!("{count:>6} ")),
                        styled(Style::CODE, format!("{:<12}", value.get_name())),
                    ],
                    &[styled(Style::DIM, about)],
                );
            }
        }
    }
    print(&page.into_text())?;
    Ok(Exit::Fine)
}

fn entries(knowledge: &Knowledge, kind: Kind) -> Vec<(String, String)> {
    /// The id and a text of every entry of a list.
    macro_rules! pairs {
        ($list:ident, $text:ident) => {
            knowledge
                .$list
                .iter()
                .map(|entry| (entry.id.clone(), entry.$text.clone()))
                .collect()
        };
    }
    match kind {
        Kind::Rules => pairs!(rules, title),
        Kind::Questions => pairs!(questions, ask),
        Kind::Services => pairs!(services, name),
        Kind::Limits => knowledge
            .services
            .iter()
            .flat_map(|service| {
                service
                    .limits
                    .iter()
                    .map(|limit| (format!("{}.{}", service.id, limit.id), limit.label.clone()))
            })
            .collect(),
        Kind::Patterns => pairs!(patterns, name),
        Kind::TradeOffs => pairs!(trade_offs, title),
        Kind::Claims => pairs!(claims, says),
        Kind::Checklists => pairs!(checklist, text),
        Kind::Dimensions => pairs!(dimensions, label),
        Kind::Roles => pairs!(roles, label),
        Kind::Sources => pairs!(sources, title),
    }
}
