//! The reference architectures of the workload's parts, drawn.

use std::borrow::Cow;

use plumbline_assess::{Assessment, Assessor, DEFAULT_SEED};
use plumbline_design::{Request, architecture, outline, system};
use plumbline_diagram::{Diagram, Fault, Node, layout, mermaid, prose};
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
    /// The figures of the document, drawn; none in a file that is read as text.
    chart: Option<usize>,
    #[serde(skip)]
    all: Vec<Picture>,
}

/// Where a picture goes.
#[derive(Serialize)]
pub(crate) struct Place {
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
        let request = Request {
            provider: options.provider,
            pattern: None,
            date: options.date,
        };
        match kind {
            Kind::OnePager => {
                if let Some(diagram) = system(knowledge, workload, assessment, &request) {
                    // A drawing has to be read on paper; a text has room for words on arrows.
                    let diagram = match medium {
                        Medium::Page => outline(diagram),
                        Medium::Text => bare(Diagram {
                            strip: Vec::new(),
                            ..diagram
                        }),
                    };
                    let place = pictures.add(&diagram, medium, request.provider, None)?;
                    pictures.chosen.push(place);
                }
            }
            Kind::Review => {
                let assessor = Assessor::new(knowledge);
                pictures.chosen = pictures.parts(
                    (knowledge, &assessor),
                    (workload, assessment),
                    medium,
                    &request,
                )?;
                for provider in Provider::CLOUDS {
                    if provider != options.provider {
                        let request = Request {
                            provider,
                            ..request
                        };
                        let more = pictures.parts(
                            (knowledge, &assessor),
                            (workload, assessment),
                            medium,
                            &request,
                        )?;
                        pictures.others.extend(more);
                    }
                }
            }
            _ => {}
        }
        Ok(pictures)
    }

    /// The parts, each on its own.
    fn parts(
        &mut self,
        (knowledge, assessor): (&Knowledge, &Assessor<'_>),
        (workload, assessment): (&Workload, &Assessment),
        medium: Medium,
        request: &Request<'_>,
    ) -> Result<Vec<Place>, ReportError> {
        let (workload, assessment) =
            there(knowledge, assessor, workload, assessment, request.provider);
        let mut places = Vec::new();
        for (part, assessed) in assessment.parts.iter().enumerate() {
            let drawn = architecture(knowledge, &workload, &assessment, part, request);
            if let Some(drawn) = drawn {
                let name = (!workload.implicit_part).then(|| assessed.name.clone());
                places.push(self.add(&drawn.diagram, medium, request.provider, name)?);
            }
        }
        Ok(places)
    }

    /// Takes a diagram.
    pub(crate) fn add(
        &mut self,
        diagram: &Diagram,
        medium: Medium,
        provider: Provider,
        part: Option<String>,
    ) -> Result<Place, ReportError> {
        if medium == Medium::Text {
            return Ok(Place {
                number: 0,
                part,
                provider: provider.label(),
                mermaid: Some(mermaid(diagram).trim_end().to_owned()),
            });
        }
        let scene = layout(diagram).map_err(|faults| ReportError::Diagram(messages(&faults)))?;
        Ok(Place {
            number: self.push(Picture::of(&scene)),
            part,
            provider: provider.label(),
            mermaid: None,
        })
    }

    /// Takes a chart that the document has on pages.
    pub(crate) fn chart(&mut self, picture: Picture) {
        let number = self.push(picture);
        self.chart = Some(number);
    }

    fn push(&mut self, picture: Picture) -> usize {
        self.all.push(picture);
        self.all.len() - 1
    }

    pub(crate) fn into_all(self) -> Vec<Picture> {
        self.all
    }
}

fn messages(faults: &[Fault]) -> String {
    let messages: Vec<&str> = faults.iter().map(|fault| fault.message.as_str()).collect();
    messages.join("; ")
}

/// The diagram without what the page around it says. Its text alternative is of what is left.
pub(crate) fn bare(diagram: Diagram) -> Diagram {
    let nodes = diagram.nodes.into_iter().map(|node| Node {
        badges: Vec::new(),
        ..node
    });
    let left = Diagram {
        notes: Vec::new(),
        nodes: nodes.collect(),
        ..diagram
    };
    Diagram {
        description: prose(&left),
        title: String::new(),
        subtitle: String::new(),
        facts: Vec::new(),
        date: String::new(),
        ..left
    }
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
