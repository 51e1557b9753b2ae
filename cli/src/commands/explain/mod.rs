//! `plumbline explain`: what stands behind an id.

mod architecture;
mod card;
mod judgement;
mod questionnaire;

use plumbline_knowledge::Knowledge;
use plumbline_source::{Diagnostic, did_you_mean, quote};

use crate::exit::{Exit, Outcome};
use crate::output::print;
use crate::page::Page;
use crate::session::Session;
use card::Card;

const EXAMPLES: &str = "\
Examples:
  plumbline explain spiky                      a rule: condition, points, examples, sources
  plumbline explain traffic_shape              a question: what to count, and who reads it
  plumbline explain aws-lambda                 a service: limits with their dates, cold starts, equivalents
  plumbline explain aws-lambda.timeout         a limit
  plumbline explain saga                       a pattern
  plumbline explain cold-starts                a trade-off, with what softens it on each provider

Where several things have the same id, all of them are shown. `plumbline knowledge list` prints all ids.";

/// Arguments of `explain`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The id of a rule, question, service, pattern, claim, trade-off, limit, dimension, checklist item, role or source
    #[arg(required = true, value_name = "ID")]
    ids: Vec<String>,
}

/// Something that can be explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Entry {
    Rule(usize),
    Question(usize),
    Service(usize),
    Limit(usize, usize),
    Pattern(usize),
    TradeOff(usize),
    Claim(usize),
    Item(usize),
    Dimension(usize),
    Role(usize),
    Source(usize),
}

/// Runs `explain`.
pub fn run(args: &Args, session: &Session) -> Outcome {
    let knowledge = session.knowledge()?;
    let known = entries(&knowledge);
    let mut page = Page::new(session.out);
    let mut errors = Vec::new();
    for id in &args.ids {
        let found = find(&known, id);
        if found.is_empty() {
            errors.push(unknown(&known, id));
        }
        for entry in found {
            show(&mut Card::new(&mut page, &knowledge), entry);
        }
    }
    print(&page.into_text())?;
    if errors.is_empty() {
        Ok(Exit::Fine)
    } else {
        Err(errors.into())
    }
}

fn show(card: &mut Card<'_>, entry: Entry) {
    match entry {
        Entry::Rule(index) => judgement::rule(card, index),
        Entry::TradeOff(index) => judgement::trade_off(card, index),
        Entry::Claim(index) => judgement::claim(card, index),
        Entry::Item(index) => judgement::checklist_item(card, index),
        Entry::Question(index) => questionnaire::question(card, index),
        Entry::Dimension(index) => questionnaire::dimension(card, index),
        Entry::Service(index) => architecture::service(card, index),
        Entry::Limit(service, index) => architecture::limit(card, service, index),
        Entry::Pattern(index) => architecture::pattern(card, index),
        Entry::Role(index) => architecture::role(card, index),
        Entry::Source(index) => judgement::source(card, index),
    }
}

/// All that can be explained: its id, what people call it, and what it is.
fn entries(knowledge: &Knowledge) -> Vec<(String, String, Entry)> {
    let mut known = Vec::new();
    let mut add = |id: &str, name: &str, entry| known.push((id.to_owned(), name.to_owned(), entry));
    for (index, rule) in knowledge.rules.iter().enumerate() {
        add(&rule.id, &rule.title, Entry::Rule(index));
    }
    for (index, question) in knowledge.questions.iter().enumerate() {
        add(&question.id, &question.label, Entry::Question(index));
    }
    for (index, trade_off) in knowledge.trade_offs.iter().enumerate() {
        add(&trade_off.id, &trade_off.title, Entry::TradeOff(index));
    }
    for (index, service) in knowledge.services.iter().enumerate() {
        add(&service.id, &service.name, Entry::Service(index));
        for (place, limit) in service.limits.iter().enumerate() {
            add(
                &format!("{}.{}", service.id, limit.id),
                &limit.label,
                Entry::Limit(index, place),
            );
        }
    }
    for (index, pattern) in knowledge.patterns.iter().enumerate() {
        add(&pattern.id, &pattern.name, Entry::Pattern(index));
    }
    for (index, claim) in knowledge.claims.iter().enumerate() {
        add(&claim.id, &claim.says, Entry::Claim(index));
    }
    for (index, item) in knowledge.checklist.iter().enumerate() {
        add(&item.id, &item.text, Entry::Item(index));
    }
    for (index, dimension) in knowledge.dimensions.iter().enumerate() {
        add(&dimension.id, &dimension.label, Entry::Dimension(index));
    }
    for (index, role) in knowledge.roles.iter().enumerate() {
        add(&role.id, &role.label, Entry::Role(index));
    }
    for (index, source) in knowledge.sources.iter().enumerate() {
        add(&source.id, &source.title, Entry::Source(index));
    }
    known
}

/// By id, or else by name; letter case and the kind of hyphen don't matter.
fn find(known: &[(String, String, Entry)], wanted: &str) -> Vec<Entry> {
    let fold = |text: &str| text.trim().replace(['-', ' '], "_").to_lowercase();
    let wanted = fold(wanted);
    let by = |key: fn(&(String, String, Entry)) -> &String| -> Vec<Entry> {
        known
            .iter()
            .filter(|entry| fold(key(entry)) == wanted)
            .map(|(.., entry)| *entry)
            .collect()
    };
    let found = by(|(id, ..)| id);
    if found.is_empty() {
        by(|(_, name, _)| name)
    } else {
        found
    }
}

fn unknown(known: &[(String, String, Entry)], wanted: &str) -> Diagnostic {
    /// More is a list, not a hint.
    const SHOWN: usize = 6;
    let error = Diagnostic::error(format!("there is nothing called {}", quote(wanted)));
    let near = did_you_mean(wanted, known.iter().map(|(id, ..)| id.as_str())).or_else(|| {
        let name = did_you_mean(wanted, known.iter().map(|(_, name, _)| name.as_str()))?;
        known
            .iter()
            .find(|(_, known, _)| known == name)
            .map(|(id, ..)| id.as_str())
    });
    let folded = wanted.trim().to_lowercase();
    let mut within: Vec<&str> = known
        .iter()
        .filter(|(id, name, _)| {
            folded.len() > 2 && (id.contains(&folded) || name.to_lowercase().contains(&folded))
        })
        .map(|(id, ..)| id.as_str())
        .collect();
    within.dedup();
    let more = if within.len() > SHOWN { ", …" } else { "" };
    let listed: Vec<String> = within.iter().take(SHOWN).map(|id| quote(id)).collect();
    match near {
        Some(near) => error.help(format!("did you mean {}?", quote(near))),
        None if !within.is_empty() => error.help(format!("look for {}{more}", listed.join(", "))),
        None => error.help("`plumbline knowledge list` prints all ids"),
    }
}
