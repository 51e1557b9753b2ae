//! The reference architectures of the workload's parts, drawn.

use std::borrow::Cow;

use plumbline_assess::{Assessment, Assessor, DEFAULT_SEED};
use plumbline_design::{Request, architecture};
use plumbline_diagram::{Fault, layout, mermaid};
use plumbline_knowledge::{Knowledge, Provider};
use plumbline_workload::Workload;
use serde::Serialize;

use crate::Options;
use crate::error::ReportError;
use crate::kind::Kind;
use crate::paper::{Medium, Picture};

/// The pictures of a document.
#[derive(Serialize, Default)]
pub(crate) struct Pictures {
    /// On the document's provider, part by part.
    chosen: Vec<Place>,
    /// On the other clouds.
    others: Vec<Place>,
    #[serde(skip)]
    all: Vec<Picture>,
}

/// Where a picture goes.
#[derive(Serialize)]
struct Place {
    /// Index into all pictures of the document.
    number: usize,
    part: Option<String>,
    provider: &'static str,
    /// The lines of the drawing as a Mermaid flowchart; none for a page, which has the drawing.
    mermaid: Option<String>,
}

impl Pictures {
    /// The pictures that this kind of document has. Each is drawn with the verdict that holds on its
    /// provider: limits differ.
    pub(crate) fn new(
        knowledge: &Knowledge,
        workload: &Workload,
        assessment: &Assessment,
        kind: Kind,
        medium: Medium,
        options: &Options<'_>,
    ) -> Result<Self, ReportError> {
        let mut pictures = Self::default();
        let others: &[Provider] = match (kind, medium) {
            (Kind::OnePager, Medium::Page) => &[],
            (Kind::Review, _) => &Provider::CLOUDS,
            _ => return Ok(pictures),
        };
        let assessor = Assessor::new(knowledge);
        let mut draw = |provider: Provider| -> Result<Vec<Place>, ReportError> {
            let mut places = Vec::new();
            let (workload, assessment) =
                there(knowledge, &assessor, workload, assessment, provider);
            for (part, assessed) in assessment.parts.iter().enumerate() {
                let request = Request {
                    provider,
                    pattern: None,
                    date: options.date,
                };
                let Some(drawn) = architecture(knowledge, &workload, &assessment, part, &request)
                else {
                    continue;
                };
                let text = mermaid(&drawn.diagram);
                places.push(Place {
                    number: pictures.all.len(),
                    part: (!workload.implicit_part).then(|| assessed.name.clone()),
                    provider: provider.label(),
                    mermaid: (medium == Medium::Text).then(|| text.trim_end().to_owned()),
                });
                let scene = layout(&drawn.diagram)
                    .map_err(|faults| ReportError::Diagram(messages(&faults)))?;
                pictures.all.push(Picture { scene });
            }
            Ok(places)
        };
        let chosen = draw(options.provider)?;
        let mut elsewhere = Vec::new();
        for provider in others
            .iter()
            .filter(|provider| **provider != options.provider)
        {
            elsewhere.extend(draw(*provider)?);
        }
        pictures.chosen = chosen;
        pictures.others = elsewhere;
        Ok(pictures)
    }

    pub(crate) fn into_all(self) -> Vec<Picture> {
        self.all
    }
}

fn messages(faults: &[Fault]) -> String {
    let messages: Vec<&str> = faults.iter().map(|fault| fault.message.as_str()).collect();
    messages.join("; ")
}

/// The workload and its assessment on a provider, which are the given ones if they are on it.
fn there<'a>(
    knowledge: &Knowledge,
    assessor: &Assessor<'_>,
    workload: &'a Workload,
    assessment: &'a Assessment,
    provider: Provider,
) -> (Cow<'a, Workload>, Cow<'a, Assessment>) {
    if workload.provider(knowledge).as_deref() != Some(provider.id())
        && let Some(moved) = workload.on_provider(knowledge, provider.id())
    {
        let assessment = assessor.assess(&moved, DEFAULT_SEED);
        return (Cow::Owned(moved), Cow::Owned(assessment));
    }
    (Cow::Borrowed(workload), Cow::Borrowed(assessment))
}
