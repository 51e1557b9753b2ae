//! Trade-offs of a verdict, and the checklist items that matter for it.

use std::collections::BTreeMap;

use plumbline_knowledge::{
    Because, ChecklistItem, Compute, Level, Mitigation, SeverityRule, TradeOff,
};
use plumbline_rules::{Answer, Truth};

use crate::assessment::{ChecklistFinding, Clause, Severity, TradeOffFinding};
use crate::assessor::Assessor;
use crate::evidence::cited;

/// What is known about a part when its trade-offs and checklists are worked out.
pub(crate) struct Judged<'a> {
    pub id: &'a str,
    pub option: Compute,
    pub settled: &'a [Answer],
}

impl Assessor<'_> {
    /// The trade-offs of the parts' verdicts, the worst first.
    pub(crate) fn trade_offs(&self, parts: &[Judged<'_>]) -> Vec<TradeOffFinding> {
        let mut findings: Vec<TradeOffFinding> = parts
            .iter()
            .flat_map(|part| {
                self.knowledge
                    .trade_offs
                    .iter()
                    .filter(|trade_off| trade_off.options.contains(&part.option))
                    .filter_map(|trade_off| self.trade_off(trade_off, part))
            })
            .collect();
        findings.sort_by_key(|finding| finding.severity);
        findings
    }

    fn trade_off(&self, trade_off: &TradeOff, part: &Judged<'_>) -> Option<TradeOffFinding> {
        let mut questions = Vec::new();
        let mut decided = None;
        let considered = |rule: &&SeverityRule| rule.options.contains(&part.option);
        for rule in trade_off.severity.iter().filter(considered) {
            match rule.when.evaluate(part.settled) {
                Truth::True => {
                    decided = Some(rule);
                    break;
                }
                Truth::Unknown => {
                    questions.extend(self.open_questions(rule.when.slots(), part.settled))
                }
                Truth::False => {}
            }
        }
        if decided.is_none() && questions.is_empty() {
            return None;
        }
        questions.sort();
        questions.dedup();
        Some(TradeOffFinding {
            id: trade_off.id.clone(),
            title: trade_off.title.clone(),
            part: part.id.to_owned(),
            what: trade_off.what.clone(),
            severity: decided.map_or(Severity::Open, |rule| match rule.level {
                Level::High => Severity::High,
                Level::Medium => Severity::Medium,
                Level::Low => Severity::Low,
            }),
            because: decided.map_or_else(String::new, |rule| rule.because.clone()),
            clauses: decided.map_or_else(Vec::new, |rule| {
                rule.when
                    .trace(&self.knowledge.vocabulary, part.settled)
                    .clauses()
                    .into_iter()
                    .map(Clause::from)
                    .collect()
            }),
            questions,
            mitigations: trade_off
                .mitigations
                .iter()
                .map(|(who, mitigations)| (who.clone(), texts_for(mitigations, part.option)))
                .filter(|(_, texts)| !texts.is_empty())
                .collect::<BTreeMap<_, _>>(),
            sources: cited(self.knowledge, &trade_off.sources),
        })
    }

    /// The checklist items that matter, or may: those that something makes matter first.
    pub(crate) fn checklist(
        &self,
        parts: &[Judged<'_>],
        trade_offs: &[TradeOffFinding],
    ) -> Vec<ChecklistFinding> {
        let mut findings: Vec<ChecklistFinding> = self
            .knowledge
            .checklist
            .iter()
            .filter_map(|item| self.checklist_item(item, parts, trade_offs))
            .collect();
        findings.sort_by_key(|finding| (!finding.certain, finding.because.is_empty()));
        findings
    }

    fn checklist_item(
        &self,
        item: &ChecklistItem,
        parts: &[Judged<'_>],
        trade_offs: &[TradeOffFinding],
    ) -> Option<ChecklistFinding> {
        let truth = |part: &Judged<'_>| {
            if !item.options.contains(&part.option) {
                return Truth::False;
            }
            item.when
                .as_ref()
                .map_or(Truth::True, |when| when.evaluate(part.settled))
        };
        let certain: Vec<&Judged<'_>> = parts
            .iter()
            .filter(|part| truth(part) == Truth::True)
            .collect();
        let concerned: Vec<&Judged<'_>> = if certain.is_empty() {
            parts
                .iter()
                .filter(|part| truth(part) == Truth::Unknown)
                .collect()
        } else {
            certain.clone()
        };
        if concerned.is_empty() {
            return None;
        }
        let mut because = Vec::new();
        for part in &concerned {
            if let Some(when) = item.when.as_ref().filter(|_| !certain.is_empty()) {
                let trace = when.trace(&self.knowledge.vocabulary, part.settled);
                because.extend(
                    trace
                        .clauses()
                        .into_iter()
                        .filter(|clause| clause.truth == Truth::True)
                        .map(|clause| clause.text.clone()),
                );
            }
            for reason in &item.because {
                because.extend(match reason {
                    Because::Rule(rule) => {
                        let rule = &self.knowledge.rules[*rule];
                        (rule.when.evaluate(part.settled) == Truth::True)
                            .then(|| rule.title.clone())
                    }
                    Because::TradeOff(trade_off) => {
                        let id = &self.knowledge.trade_offs[*trade_off].id;
                        let finding = trade_offs.iter().find(|finding| {
                            finding.id == *id
                                && finding.part == part.id
                                && finding.severity != Severity::Open
                        });
                        finding.map(|finding| finding.title.clone())
                    }
                });
            }
        }
        let mut seen = std::collections::BTreeSet::new();
        because.retain(|reason| seen.insert(reason.clone()));
        Some(ChecklistFinding {
            id: item.id.clone(),
            list: item.list.id().to_owned(),
            theme: item.theme.clone(),
            text: item.text.clone(),
            why: item.why.clone(),
            parts: concerned.iter().map(|part| part.id.to_owned()).collect(),
            certain: !certain.is_empty(),
            because,
        })
    }
}

/// What can be done under a verdict.
fn texts_for(mitigations: &[Mitigation], option: Compute) -> Vec<String> {
    mitigations
        .iter()
        .filter(|mitigation| mitigation.options.contains(&option))
        .map(|mitigation| mitigation.text.clone())
        .collect()
}
