//! The worst trade-offs, and what was decided about any, on one page.

use plumbline_assess::{Assessment, Severity};
use plumbline_knowledge::{Knowledge, Provider};
use plumbline_workload::{Day, Workload};
use serde::Serialize;

use super::{MOST, SENTENCE, TITLE, names};
use crate::view::part_name;
use crate::view::shorten::{clipped, first_of, shortened};

#[derive(Serialize)]
pub(super) struct Risk {
    title: String,
    /// "High", "High for API".
    severity: String,
    because: String,
    remedy: Option<String>,
    /// What was decided: "accepted by Ana until 2027-02-01".
    decision: Option<String>,
    expired: bool,
    /// Somebody answers for it, and the decision holds.
    owned: bool,
}

/// A decision about a trade-off.
#[derive(Serialize)]
pub(super) struct Taken<'a> {
    title: &'a str,
    words: String,
    expired: bool,
}

/// The worst trade-offs that have to be dealt with.
pub(super) fn risks(
    workload: &Workload,
    assessment: &Assessment,
    (provider, today): (Provider, &Day),
    several: bool,
) -> Vec<Risk> {
    let mut risks: Vec<Risk> = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    for worst in &assessment.trade_offs {
        let severity = match worst.severity {
            Severity::High => "High",
            Severity::Medium => "Medium",
            Severity::Low | Severity::Open => continue,
        };
        if seen.contains(&worst.id.as_str()) || risks.len() == MOST {
            continue;
        }
        seen.push(&worst.id);
        let same = assessment
            .trade_offs
            .iter()
            .filter(|finding| finding.id == worst.id && finding.severity == worst.severity);
        let parts: Vec<String> = same
            .filter_map(|finding| part_name(assessment, &finding.part))
            .map(str::to_owned)
            .collect();
        let decision = workload.decisions.get(&worst.id);
        let remedy = [provider.id(), "any"]
            .into_iter()
            .find_map(|place| worst.mitigations.get(place)?.first());
        risks.push(Risk {
            title: clipped(&worst.title, TITLE),
            severity: if several && parts.len() < assessment.parts.len() {
                format!("{severity} for {}", names(&parts))
            } else {
                severity.to_owned()
            },
            because: shortened(&worst.because, SENTENCE),
            remedy: remedy.map(|remedy| shortened(remedy, SENTENCE)),
            decision: decision.map(|decision| clipped(&decision.words(today), SENTENCE)),
            expired: decision.is_some_and(|decision| decision.is_expired(today)),
            owned: decision
                .is_some_and(|decision| decision.owner.is_some() && !decision.is_expired(today)),
        });
    }
    risks
}

/// The titles of the trade-offs that hang on open answers for every part that they may concern.
pub(super) fn perhaps(assessment: &Assessment) -> Option<String> {
    let mut titles: Vec<String> = Vec::new();
    for finding in &assessment.trade_offs {
        let arises = assessment
            .trade_offs
            .iter()
            .any(|other| other.id == finding.id && other.severity != Severity::Open);
        if !arises && !titles.contains(&finding.title) {
            titles.push(finding.title.clone());
        }
    }
    (!titles.is_empty()).then(|| first_of(&titles, 4))
}

/// What was decided about trade-offs, and how much more there is than fits.
pub(super) fn taken<'a>(
    knowledge: &'a Knowledge,
    workload: &Workload,
    today: &Day,
) -> (Vec<Taken<'a>>, usize) {
    let mut taken: Vec<Taken<'a>> = knowledge
        .trade_offs
        .iter()
        .filter_map(|trade_off| {
            let decision = workload.decisions.get(&trade_off.id)?;
            Some(Taken {
                title: &trade_off.title,
                words: clipped(&decision.words(today), SENTENCE),
                expired: decision.is_expired(today),
            })
        })
        .collect();
    let more = taken.len().saturating_sub(MOST);
    taken.truncate(MOST);
    (taken, more)
}
