//! The services that a design leans on.

use std::collections::BTreeMap;

use plumbline_assess::Assessment;
use plumbline_design::{Request, architecture};
use plumbline_diagram::Subject;
use plumbline_knowledge::{Knowledge, Portability, Provider, Role, Service};
use plumbline_workload::Workload;

use crate::view::shorten::first_of;

/// The roles whose services keep data for good.
const KEEPS_DATA: [&str; 4] = [
    "key-value-store",
    "relational-store",
    "object-store",
    "file-store",
];

/// A service in the drawing, with what it does there.
pub(super) struct Leant<'a> {
    pub(super) service: &'a Service,
    pub(super) role: Option<&'a Role>,
    pub(super) does: Vec<String>,
    pub(super) keeps_data: bool,
}

pub(super) fn of_class<'l, 'a>(
    leant: &'l [Leant<'a>],
    class: Portability,
) -> impl Iterator<Item = &'l Leant<'a>> {
    leant
        .iter()
        .filter(move |leant| leant.service.portability == class)
}

/// The services in the drawings of all parts, those that are hardest to leave first.
pub(super) fn leant<'a>(
    knowledge: &'a Knowledge,
    workload: &Workload,
    assessment: &Assessment,
    provider: Provider,
    date: &str,
) -> Vec<Leant<'a>> {
    let request = Request {
        provider,
        pattern: None,
        date,
    };
    let mut leant: Vec<Leant<'a>> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut lean = |subject: &Subject, label: &str, keeps_data: bool| {
        let service = knowledge.service(&subject.service);
        let Some(service) = service.and_then(|index| knowledge.services.get(index)) else {
            return;
        };
        let place = *places.entry(subject.service.clone()).or_insert_with(|| {
            let role = knowledge.role(&subject.role);
            leant.push(Leant {
                service,
                role: role.and_then(|role| knowledge.roles.get(role)),
                does: Vec::new(),
                keeps_data: false,
            });
            leant.len() - 1
        });
        if let Some(known) = leant.get_mut(place) {
            known.keeps_data |= keeps_data;
            if !known.does.iter().any(|does| does == label) {
                known.does.push(label.to_owned());
            }
        }
    };
    for part in 0..assessment.parts.len() {
        let drawn = architecture(knowledge, workload, assessment, part, &request);
        for node in drawn.iter().flat_map(|drawn| &drawn.diagram.nodes) {
            let keeps = KEEPS_DATA.contains(&node.subject.role.as_str());
            lean(&node.subject, &node.label, keeps);
        }
        for item in drawn.iter().flat_map(|drawn| &drawn.diagram.strip) {
            lean(&item.subject, &item.label, false);
        }
    }
    leant.sort_by_key(|leant| std::cmp::Reverse((leant.service.portability, leant.keeps_data)));
    leant
}

/// What does the same on machines of one's own, where it isn't there already.
pub(super) fn own(
    knowledge: &Knowledge,
    leant: &[Leant<'_>],
    provider: Provider,
) -> Option<String> {
    let mut names: Vec<String> = Vec::new();
    for leant in leant {
        let own = leant
            .role
            .and_then(|role| role.services.get(&Provider::SelfHosted));
        if let Some(own) = own.and_then(|own| knowledge.services.get(*own))
            && !names.contains(&own.name)
        {
            names.push(own.name.clone());
        }
    }
    (provider != Provider::SelfHosted && !names.is_empty()).then(|| first_of(&names, 6))
}
