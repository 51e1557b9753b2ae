//! Published systems and what became of them.

use std::fmt;

use plumbline_assess::{Assessment, Outcome, RuledOut};
use plumbline_source::{Diagnostic, Fields, Limits, Source, decode, parse_yaml};

use crate::workloads::{Golden, golden, root};

/// A published system: the facts as a workload, and the outcome that is known.
#[derive(Clone, Debug)]
pub struct Case {
    /// The facts.
    pub golden: Golden,
    /// Where it ran in the end.
    pub outcome: Outcome,
    /// Other verdicts that a fair judge would accept.
    pub accept: Vec<Outcome>,
    /// Told first hand, with certain facts.
    pub strict: bool,
    /// Why its owners chose so.
    pub why: String,
}

impl Case {
    /// The limits that rule the known outcome out for some part, as the assessment has it.
    #[must_use]
    pub fn ruled_out_by<'a>(&self, assessment: &'a Assessment) -> Vec<&'a RuledOut> {
        assessment
            .parts
            .iter()
            .flat_map(|part| &part.options)
            .filter(|option| option.id.id() == self.outcome.id())
            .flat_map(|option| &option.ruled_out_by)
            .collect()
    }
}

/// What is wrong with a golden file, rendered for reading.
#[derive(Clone, Debug)]
pub struct CaseError(pub String);

impl fmt::Display for CaseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for CaseError {}

impl From<Diagnostic> for CaseError {
    fn from(diagnostic: Diagnostic) -> Self {
        Self(diagnostic.render(false))
    }
}

/// All published systems, in order of name.
///
/// # Errors
///
/// When a file is missing or wrong, or an outcome has no workload or the other way round.
pub fn cases() -> Result<Vec<Case>, CaseError> {
    let path = root().join("golden/outcomes.yaml");
    let bytes =
        std::fs::read(&path).map_err(|error| CaseError(format!("{}: {error}", path.display())))?;
    let source = decode("outcomes.yaml", bytes, &Limits::default())?;
    let list = parse_yaml(&source, &Limits::default())?;
    let mut workloads = golden("cases")?;
    let mut cases = Vec::new();
    for entry in list.sequence(&source)? {
        let mut fields = Fields::of(&source, entry, "an outcome")?;
        let name = fields.required("case")?.text(&source)?.to_owned();
        let outcome = outcome(&source, fields.required("outcome")?)?;
        let accept = match fields.optional("accept") {
            Some(list) => list
                .sequence(&source)?
                .iter()
                .map(|node| self::outcome(&source, node))
                .collect::<Result<_, _>>()?,
            None => Vec::new(),
        };
        let strict = fields.required("strict")?.yes_no(&source)?;
        let why = fields.required("why")?.text(&source)?.to_owned();
        fields.required("source")?.text(&source)?;
        if let Err(errors) = fields.finish() {
            return Err(CaseError(
                errors
                    .iter()
                    .map(|error| error.render(false))
                    .collect::<Vec<_>>()
                    .join("\n\n"),
            ));
        }
        let position = workloads
            .iter()
            .position(|golden| golden.name == name)
            .ok_or_else(|| CaseError(format!("no workload file for the case `{name}`")))?;
        cases.push(Case {
            golden: workloads.remove(position),
            outcome,
            accept,
            strict,
            why,
        });
    }
    match workloads.first() {
        Some(left) => Err(CaseError(format!(
            "no outcome for the workload `{}`",
            left.name
        ))),
        None => Ok(cases),
    }
}

fn outcome(
    source: &std::sync::Arc<Source>,
    node: &plumbline_source::Node,
) -> Result<Outcome, CaseError> {
    let text = node.text(source)?;
    Outcome::ALL
        .into_iter()
        .find(|outcome| outcome.id() == text)
        .ok_or_else(|| node.expected(source, "an outcome").into())
}
