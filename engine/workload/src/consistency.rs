//! Whether answers fit together: contradictions, and answers to questions that don't apply.

use std::collections::BTreeSet;
use std::sync::Arc;

use plumbline_knowledge::Knowledge;
use plumbline_rules::{Answer, Truth};
use plumbline_source::{Diagnostic, Source, Span, quote};

use crate::applies::{applies_when, deciding};
use crate::load::Places;
use crate::sheet::State;
use crate::words::answer_source;
use crate::workload::Workload;

/// Puts what doesn't fit together into `found`.
pub(crate) fn check(
    knowledge: &Knowledge,
    source: &Arc<Source>,
    workload: &Workload,
    places: &Places,
    found: &mut Vec<Diagnostic>,
) {
    let check = Check {
        knowledge,
        source,
        workload,
        places,
    };
    check.contradictions(found);
    check.unused(found);
}

struct Check<'a> {
    knowledge: &'a Knowledge,
    source: &'a Arc<Source>,
    workload: &'a Workload,
    places: &'a Places,
}

impl Check<'_> {
    fn contradictions(&self, found: &mut Vec<Diagnostic>) {
        // Answers of the workload that contradict each other do so in every part.
        let mut reported = BTreeSet::new();
        for part in 0..self.workload.parts.len() {
            let answers = self.workload.part_answers(self.knowledge, part);
            for (index, contradiction) in self.knowledge.contradictions.iter().enumerate() {
                if !contradiction.when.evaluate(&answers).is_true() {
                    continue;
                }
                let mut involved: Vec<(Span, usize)> =
                    deciding(&contradiction.when, &answers, Truth::True)
                        .into_iter()
                        .filter_map(|slot| Some((self.place(part, slot)?, slot)))
                        .collect();
                involved.sort_unstable();
                if reported.insert((index, involved.clone())) {
                    found.push(self.contradiction(part, &answers, &involved, &contradiction.says));
                }
            }
        }
    }

    fn contradiction(
        &self,
        part: usize,
        answers: &[Answer],
        involved: &[(Span, usize)],
        says: &str,
    ) -> Diagnostic {
        let ids: Vec<String> = involved
            .iter()
            .filter_map(|(_, slot)| Some(quote(&self.knowledge.questions.get(*slot)?.id)))
            .collect();
        let message = match ids.split_last() {
            Some((last, others)) if !others.is_empty() => format!(
                "the answers to {} and {last} contradict each other",
                others.join(", ")
            ),
            Some((only, _)) => format!("the answer to {only} can't be true"),
            None => "the answers contradict each other".to_owned(),
        };
        let lines: Vec<String> = involved
            .iter()
            .map(|(span, slot)| self.line_says(*span, *slot, answers))
            .collect();
        let own = involved
            .iter()
            .any(|(_, slot)| self.own_place(part, *slot).is_some());
        let within = match self.workload.parts.get(part) {
            Some(part) if own => format!(" in the part {}", quote(&part.id)),
            _ => String::new(),
        };
        let help = format!("{says} Change one of them: {}", lines.join(", "));
        let error = Diagnostic::error(format!("{message}{within}")).help(help);
        match involved.split_last() {
            Some(((last, _), others)) => {
                let label = match others.first() {
                    Some((first, _)) => format!("does not go with line {}", self.line(*first)),
                    None => "can't be".to_owned(),
                };
                error.at(self.source, *last, label)
            }
            None => error,
        }
    }

    /// Answers that count for nothing: of a part, or of the workload where no part can use them.
    fn unused(&self, found: &mut Vec<Diagnostic>) {
        let mut used = BTreeSet::new();
        let mut unused = BTreeSet::new();
        for part in 0..self.workload.parts.len() {
            let answers = self.workload.part_answers(self.knowledge, part);
            for (slot, answer) in answers.iter().enumerate() {
                if !matches!(self.workload.state(part, slot), State::Answered(_)) {
                    continue;
                }
                let Some(place) = self.place(part, slot) else {
                    continue;
                };
                if *answer == Answer::NotApplicable {
                    unused.insert((place, slot, part));
                } else {
                    used.insert(place);
                }
            }
        }
        let mut last = None;
        for (place, slot, part) in unused {
            if used.contains(&place) || last == Some(place) {
                continue;
            }
            last = Some(place);
            found.extend(self.not_asked(place, slot, part));
        }
    }

    fn not_asked(&self, place: Span, slot: usize, part: usize) -> Option<Diagnostic> {
        let answers = self.workload.part_answers(self.knowledge, part);
        let question = self.knowledge.questions.get(slot)?;
        let condition = question.ask_when.as_ref()?;
        let reasons: Vec<String> = deciding(condition, &answers, Truth::False)
            .into_iter()
            .filter_map(|other| match self.place(part, other) {
                Some(span)
                    if self.workload.state(part, other).answer() == *answers.get(other)? =>
                {
                    Some(self.line_says(span, other, &answers))
                }
                _ => {
                    let id = &self.knowledge.questions.get(other)?.id;
                    Some(format!("{} doesn't apply either", quote(id)))
                }
            })
            .collect();
        Some(
            Diagnostic::warning(format!(
                "the answer to {} is kept but not used, because the question doesn't apply",
                quote(&question.id)
            ))
            .at(self.source, place, "doesn't apply")
            .help(format!(
                "it is asked only when {}, and {}",
                applies_when(self.knowledge, slot)?,
                reasons.join(", ")
            )),
        )
    }

    /// "line 4 says `waiting: nobody`".
    fn line_says(&self, span: Span, slot: usize, answers: &[Answer]) -> String {
        let said = self.knowledge.questions.get(slot).map(|question| {
            let answer = answers.get(slot).copied().unwrap_or_default();
            let answer = answer_source(question, answer).unwrap_or_default();
            format!("{}: {answer}", question.id)
        });
        format!(
            "line {} says {}",
            self.line(span),
            quote(&said.unwrap_or_default())
        )
    }

    fn line(&self, span: Span) -> usize {
        self.source.line_column(span.start).0
    }

    /// Where the answer that holds for a part is written.
    fn place(&self, part: usize, slot: usize) -> Option<Span> {
        let own = self.workload.parts.get(part)?.answers.get(slot).state;
        if own == State::Unasked {
            self.places.workload.get(&slot).copied()
        } else {
            self.own_place(part, slot)
        }
    }

    fn own_place(&self, part: usize, slot: usize) -> Option<Span> {
        self.places.parts.get(part)?.get(&slot).copied()
    }
}
