//! What the user asks to fail on.

use plumbline_assess::{Assessment, Outcome, Severity};

use crate::chart::figure;

/// What `--help` says of the conditions.
pub const CONDITIONS: &str = "\
Conditions of --fail-on (give it several times; any that is met ends with exit code 1):
  readiness-below=N     readiness for serverless, from 0 to 100, is below N
  confidence-below=N    fewer than N percent of plausible answers to open questions keep the verdict
  close-call            the lead of some part's verdict is too small to lean on
  severity=LEVEL        some trade-off is as bad as LEVEL or worse: high, medium or low
  verdict=V             the verdict is V: functions, serverless-containers, always-on or hybrid
  not=V[,V…]            the verdict is none of these
  open-above=N          more than N questions are open";

/// A condition of `--fail-on`.
#[derive(Clone, Debug, PartialEq)]
pub enum FailOn {
    /// Readiness is below this, from 0 to 100.
    ReadinessBelow(f64),
    /// Confidence is below this, in percent.
    ConfidenceBelow(f64),
    /// The verdict is a close call.
    CloseCall,
    /// Some trade-off is as bad as this or worse.
    Severity(Severity),
    /// The verdict is this.
    Verdict(Outcome),
    /// The verdict is none of these.
    Not(Vec<Outcome>),
    /// More than so many questions are open.
    OpenAbove(usize),
}

const NAMES: [&str; 7] = [
    "readiness-below",
    "confidence-below",
    "close-call",
    "severity",
    "verdict",
    "not",
    "open-above",
];

impl FailOn {
    /// Reads a condition.
    ///
    /// # Errors
    /// What is wrong with it, and what may be written.
    pub fn parse(text: &str) -> Result<Self, String> {
        let (name, value) = match text.split_once('=') {
            Some((name, value)) => (name.trim(), Some(value.trim())),
            None => (text.trim(), None),
        };
        let needed = |example: &str| {
            value
                .filter(|value| !value.is_empty())
                .ok_or_else(|| format!("write a value: `{name}={example}`"))
        };
        match name {
            "readiness-below" => Ok(Self::ReadinessBelow(percent(needed("60")?)?)),
            "confidence-below" => Ok(Self::ConfidenceBelow(percent(needed("80")?)?)),
            "close-call" if value.is_none() => Ok(Self::CloseCall),
            "close-call" => Err("`close-call` takes no value".to_owned()),
            "severity" => match needed("high")? {
                "high" => Ok(Self::Severity(Severity::High)),
                "medium" => Ok(Self::Severity(Severity::Medium)),
                "low" => Ok(Self::Severity(Severity::Low)),
                other => Err(format!(
                    "`{other}` is no severity: choose high, medium or low"
                )),
            },
            "verdict" => Ok(Self::Verdict(outcome(needed("always-on")?)?)),
            "not" => needed("functions")?
                .split(',')
                .map(outcome)
                .collect::<Result<_, _>>()
                .map(Self::Not),
            "open-above" => {
                let value = needed("20")?;
                value
                    .parse()
                    .map(Self::OpenAbove)
                    .map_err(|_| format!("`{value}` is no number of questions"))
            }
            _ => {
                let near = plumbline_source::did_you_mean(name, NAMES);
                let hint = near.map_or_else(
                    || format!("choose {}", NAMES.join(", ")),
                    |near| format!("did you mean `{near}`?"),
                );
                Err(format!("there is no condition `{name}`: {hint}"))
            }
        }
    }

    /// What is said when the assessment meets the condition.
    #[must_use]
    pub fn met_by(&self, assessment: &Assessment) -> Option<String> {
        let verdict = assessment.verdict.option;
        match self {
            Self::ReadinessBelow(least) => {
                let score = assessment.readiness.score;
                (score < *least).then(|| {
                    format!(
                        "fail-on: readiness {} is below {}",
                        figure(score),
                        figure(*least)
                    )
                })
            }
            Self::ConfidenceBelow(least) => {
                let confidence = assessment.confidence * 100.0;
                (confidence < *least).then(|| {
                    format!(
                        "fail-on: confidence {} % is below {} %",
                        figure(confidence),
                        figure(*least)
                    )
                })
            }
            Self::CloseCall => assessment
                .verdict
                .close_call
                .then(|| "fail-on: the verdict is a close call".to_owned()),
            Self::Severity(level) => {
                let worst: Vec<&str> = assessment
                    .trade_offs
                    .iter()
                    .filter(|finding| finding.severity <= *level)
                    .map(|finding| finding.id.as_str())
                    .collect();
                let count = worst.len();
                let name = match level {
                    Severity::High => "high severity",
                    Severity::Medium => "medium severity or worse",
                    Severity::Low | Severity::Open => "low severity or worse",
                };
                let noun = if count == 1 {
                    "trade-off"
                } else {
                    "trade-offs"
                };
                let mut ids = worst;
                ids.sort_unstable();
                ids.dedup();
                (count > 0)
                    .then(|| format!("fail-on: {count} {noun} of {name}: {}", ids.join(", ")))
            }
            Self::Verdict(option) => {
                (verdict == *option).then(|| format!("fail-on: the verdict is {}", verdict.id()))
            }
            Self::Not(options) => (!options.contains(&verdict)).then(|| {
                let ids: Vec<&str> = options.iter().map(|option| option.id()).collect();
                format!(
                    "fail-on: the verdict is {}, not {}",
                    verdict.id(),
                    ids.join(" or ")
                )
            }),
            Self::OpenAbove(most) => {
                let open = assessment.questions.open;
                (open > *most)
                    .then(|| format!("fail-on: {open} questions are open, more than {most}"))
            }
        }
    }
}

fn percent(text: &str) -> Result<f64, String> {
    let number = text.strip_suffix('%').unwrap_or(text).trim();
    match number.parse::<f64>() {
        Ok(value) if (0.0..=100.0).contains(&value) => Ok(value),
        _ => Err(format!("`{text}` is no number from 0 to 100")),
    }
}

fn outcome(text: &str) -> Result<Outcome, String> {
    Outcome::ALL
        .into_iter()
        .find(|outcome| outcome.id() == text.trim())
        .ok_or_else(|| {
            let ids = Outcome::ALL.map(Outcome::id);
            format!(
                "`{}` is no verdict: choose one of {}",
                text.trim(),
                ids.join(", ")
            )
        })
}

#[cfg(test)]
mod tests {
    use plumbline_assess::{Outcome, Severity};

    use super::FailOn;

    #[test]
    fn conditions_are_read() {
        for (text, expected) in [
            ("readiness-below=60", FailOn::ReadinessBelow(60.0)),
            ("readiness-below = 60.5 %", FailOn::ReadinessBelow(60.5)),
            ("confidence-below=80", FailOn::ConfidenceBelow(80.0)),
            ("close-call", FailOn::CloseCall),
            ("severity=medium", FailOn::Severity(Severity::Medium)),
            ("verdict=always-on", FailOn::Verdict(Outcome::AlwaysOn)),
            (
                "not=functions,hybrid",
                FailOn::Not(vec![Outcome::Functions, Outcome::Hybrid]),
            ),
            ("open-above=0", FailOn::OpenAbove(0)),
        ] {
            assert_eq!(FailOn::parse(text), Ok(expected), "{text}");
        }
    }

    #[test]
    fn mistakes_say_what_may_be_written() {
        for (text, expected) in [
            ("readines-below=60", "did you mean `readiness-below`?"),
            ("readiness-below", "`readiness-below=60`"),
            ("readiness-below=", "`readiness-below=60`"),
            ("readiness-below=NaN", "no number from 0 to 100"),
            ("readiness-below=101", "no number from 0 to 100"),
            ("close-call=yes", "takes no value"),
            ("severity=terrible", "choose high, medium or low"),
            ("verdict=lambda", "choose one of functions"),
            ("not=functions,", "is no verdict"),
            ("open-above=-1", "no number of questions"),
            ("", "choose readiness-below"),
        ] {
            let error = FailOn::parse(text).unwrap_err();
            assert!(error.contains(expected), "{text}: {error}");
        }
    }
}
