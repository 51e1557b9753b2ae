//! What a design leans on, and what leaving it or building it oneself would mean.

mod leant;

use plumbline_assess::{Assessment, Evidence, Severity, TradeOffFinding};
use plumbline_knowledge::{Compute, Knowledge, Portability, Provider};
use plumbline_rules::Answer;
use plumbline_workload::{Day, Workload, answer_words};
use serde::Serialize;

use super::chart::said;
use super::shorten::{clipped, first_of, shortened};
use super::words::without_stop;
use super::{ask, part::of};
use leant::{Leant, leant, of_class, own};

/// The trade-off that the document is about.
const LOCK_IN: &str = "lock-in";
/// The trade-off of running things oneself.
const BURDEN: &str = "operations-burden";

/// The most services in the table.
const ROWS: usize = 8;
const NAME: usize = 40;
/// The longest name of a service in the table.
const SERVICE: usize = 44;
/// The longest sentence.
const SENTENCE: usize = 150;

/// The document's content.
#[derive(Serialize)]
pub(crate) struct LockIn<'a> {
    name: String,
    /// How many services there are.
    count: usize,
    /// How many of them exist only there.
    tied: usize,
    classes: Vec<Class>,
    /// Those of the class that is hardest to leave.
    services: Vec<Row>,
    /// The providers that the table compares with.
    others: Vec<&'static str>,
    /// Those of them that the table has no room for.
    more: Vec<String>,
    /// What keeps data: that is what has to be moved, whatever its class.
    data: Option<String>,
    /// "required", and how the question is asked.
    need: Said<'a>,
    stance: Said<'a>,
    staff: Said<'a>,
    /// What lock-in is.
    what: Option<&'a str>,
    /// How it bites; none when it doesn't arise.
    bite: Option<Bite<'a>>,
    /// What softens it, on this provider first.
    mitigations: Vec<String>,
    /// What stands for these services on machines of one's own.
    own: Option<String>,
    /// What running things oneself means.
    burden: Option<&'a str>,
    /// What speaks most for it, in people's time and in money.
    gain: Option<String>,
    decision: Option<Decided<'a>>,
    /// What this rests on.
    cited: Vec<&'a str>,
}

/// What a question is called, with its answer; none while it is open.
#[derive(Serialize)]
struct Said<'a> {
    label: &'a str,
    answer: Option<String>,
}

/// The services of a class.
#[derive(Serialize)]
struct Class {
    /// "proprietary", "compatible", "open".
    id: &'static str,
    count: usize,
    /// "exist only there".
    words: &'static str,
    /// "Amazon DynamoDB, AWS Lambda and 2 more".
    names: String,
}

#[derive(Serialize)]
struct Row {
    name: String,
    /// What it does in the drawing.
    does: String,
    /// Its nearest equivalent on each of `others`; none where none is known.
    elsewhere: Vec<Option<String>>,
}

#[derive(Serialize)]
struct Bite<'a> {
    severity: &'static str,
    because: &'a str,
    /// The questions that decide, while they are open.
    questions: Vec<&'a str>,
}

#[derive(Serialize)]
struct Decided<'a> {
    words: String,
    expired: bool,
    note: Option<&'a str>,
}

impl<'a> LockIn<'a> {
    pub(crate) fn new(
        knowledge: &'a Knowledge,
        workload: &'a Workload,
        assessment: &'a Assessment,
        (provider, date, today): (Provider, &str, &Day),
    ) -> Self {
        let leant = leant(knowledge, workload, assessment, provider, date);
        let worst = |id: &str| assessment.trade_offs.iter().find(|found| found.id == id);
        let trade_off = |id: &str| {
            let found = knowledge.trade_off(id);
            found.and_then(|index| knowledge.trade_offs.get(index))
        };
        let finding = worst(LOCK_IN);
        let hardest = leant
            .first()
            .map_or(Portability::Open, |leant| leant.service.portability);
        let more = of_class(&leant, hardest).skip(ROWS);
        let data: Vec<String> = leant
            .iter()
            .filter(|leant| leant.keeps_data)
            .map(|leant| leant.service.name.clone())
            .collect();
        let described = trade_off(LOCK_IN);
        Self {
            name: clipped(&workload.name, NAME),
            count: leant.len(),
            tied: of_class(&leant, Portability::Proprietary).count(),
            classes: Portability::ALL
                .into_iter()
                .rev()
                .filter_map(|class| Class::new(&leant, class))
                .collect(),
            services: leant
                .iter()
                .filter(|row| row.service.portability == hardest)
                .take(ROWS)
                .map(|leant| Row::new(knowledge, leant, provider))
                .collect(),
            others: Provider::ALL
                .into_iter()
                .filter(|there| *there != provider && *there != Provider::Independent)
                .map(Provider::label)
                .collect(),
            more: more.map(|leant| leant.service.name.clone()).collect(),
            data: (!data.is_empty()).then(|| first_of(&data, 3)),
            need: Said::new(knowledge, workload, "portability_need"),
            stance: Said::new(knowledge, workload, "provider_services"),
            staff: Said::new(knowledge, workload, "operations_people"),
            what: described.map(|trade_off| trade_off.what.as_str()),
            bite: finding.map(|finding| Bite::new(knowledge, finding)),
            mitigations: finding.map_or_else(Vec::new, |finding| mitigations(finding, provider)),
            own: own(knowledge, &leant, provider),
            burden: trade_off(BURDEN).map(|trade_off| trade_off.what.as_str()),
            gain: gain(assessment),
            decision: workload.decisions.get(LOCK_IN).map(|decision| Decided {
                words: clipped(&decision.words(today), SENTENCE),
                expired: decision.is_expired(today),
                note: decision.note.as_deref(),
            }),
            cited: cited(
                knowledge,
                described.map_or(&[], |trade_off| &trade_off.sources),
            ),
        }
    }

    /// How many services there are of each class, those that exist only there first.
    pub(crate) fn counts(&self) -> Vec<(Portability, usize)> {
        let class = |id: &str| Portability::ALL.into_iter().find(|class| class.id() == id);
        self.classes
            .iter()
            .filter_map(|known| Some((class(known.id)?, known.count)))
            .collect()
    }
}

impl Class {
    fn new(leant: &[Leant<'_>], class: Portability) -> Option<Self> {
        let names: Vec<String> = of_class(leant, class)
            .map(|leant| leant.service.name.clone())
            .collect();
        (!names.is_empty()).then(|| Self {
            id: class.id(),
            count: names.len(),
            words: said(class, names.len()),
            names: first_of(&names, 4),
        })
    }
}

impl Row {
    fn new(knowledge: &Knowledge, leant: &Leant<'_>, provider: Provider) -> Self {
        let elsewhere = |there: Provider| {
            let equivalents = leant
                .service
                .equivalents
                .iter()
                .filter_map(|index| knowledge.services.get(*index))
                .filter(|service| service.provider == there);
            // What plays the role there is nearer than what shares another role.
            let plays = leant
                .role
                .and_then(|role| role.services.get(&there))
                .and_then(|index| knowledge.services.get(*index));
            let found = equivalents.min_by_key(|service| {
                let same = plays.is_some_and(|plays| plays.id == service.id);
                let shares = |role: &usize| leant.service.roles.contains(role);
                (!same, !service.roles.first().is_some_and(shares))
            });
            found.map(|service| clipped(&service.name, SERVICE))
        };
        Self {
            name: clipped(&leant.service.name, SERVICE),
            does: leant
                .does
                .first()
                .map_or_else(String::new, |does| clipped(does, SERVICE)),
            elsewhere: Provider::ALL
                .into_iter()
                .filter(|there| *there != provider && *there != Provider::Independent)
                .map(elsewhere)
                .collect(),
        }
    }
}

impl<'a> Bite<'a> {
    fn new(knowledge: &'a Knowledge, finding: &'a TradeOffFinding) -> Self {
        Self {
            severity: match finding.severity {
                Severity::High => "high",
                Severity::Medium => "medium",
                Severity::Low => "low",
                Severity::Open => "open",
            },
            because: &finding.because,
            questions: finding
                .questions
                .iter()
                .map(|question| ask(knowledge, question))
                .take(2)
                .collect(),
        }
    }
}

impl<'a> Said<'a> {
    /// What the whole workload answers to a question.
    fn new(knowledge: &'a Knowledge, workload: &Workload, id: &'a str) -> Self {
        let answers = workload.part_answers(knowledge, 0);
        let answer = knowledge.question(id).and_then(|slot| {
            let answer = *answers.get(slot)?;
            let said = !matches!(answer, Answer::Unknown | Answer::NotApplicable);
            said.then(|| answer_words(knowledge, slot, answer))
        });
        let question = knowledge
            .question(id)
            .and_then(|slot| knowledge.questions.get(slot));
        Self {
            label: question.map_or(id, |question| &question.label),
            answer,
        }
    }
}

/// What speaks most, in people's time and in money, for leaning on these services rather than on machines.
fn gain(assessment: &Assessment) -> Option<String> {
    const PEOPLE_AND_MONEY: [&str; 3] = ["team", "operations", "cost"];
    let worth = |evidence: &Evidence| {
        let serverless = [Compute::Functions, Compute::ServerlessContainers];
        let best = serverless.map(|option| of(&evidence.points, option));
        best.into_iter().max().unwrap_or(0) - of(&evidence.points, Compute::AlwaysOn)
    };
    let mut found: Vec<(i32, &Evidence)> = assessment
        .parts
        .iter()
        .flat_map(|part| &part.evidence)
        .filter(|evidence| PEOPLE_AND_MONEY.contains(&evidence.dimension.as_str()))
        .map(|evidence| (worth(evidence), evidence))
        .filter(|(worth, _)| *worth > 0)
        .collect();
    found.sort_by_key(|(worth, _)| std::cmp::Reverse(*worth));
    let (_, evidence) = found.first()?;
    Some(shortened(
        &format!("{} {}", evidence.what, evidence.why),
        SENTENCE,
    ))
}

fn mitigations(finding: &TradeOffFinding, provider: Provider) -> Vec<String> {
    let at = |place: &str| finding.mitigations.get(place).into_iter().flatten();
    at(provider.id())
        .chain(at("any"))
        .take(4)
        .map(|text| shortened(without_stop(text), SENTENCE))
        .collect()
}

/// The titles of the guides and sources, each once.
fn cited<'a>(
    knowledge: &'a Knowledge,
    references: &[plumbline_knowledge::Reference],
) -> Vec<&'a str> {
    use plumbline_knowledge::Reference;
    let mut titles: Vec<&str> = Vec::new();
    for reference in references {
        let title = match *reference {
            Reference::Source(source) => knowledge.sources.get(source).map(|s| s.title.as_str()),
            Reference::Guide { guide, .. } => knowledge.guides.get(guide).map(|g| g.title.as_str()),
        };
        titles.extend(title.filter(|title| !titles.contains(title)));
    }
    titles.truncate(4);
    titles
}
