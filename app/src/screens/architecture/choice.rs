//! What the screen shows: the part, the cloud and the pattern that the address names.

use std::sync::Arc;

use leptos::prelude::*;
use plumbline_api::DocumentRequest;
use plumbline_assess::Assessment;
use plumbline_design::{Fit, choose};
use plumbline_knowledge::{Pattern, Provider};
use plumbline_workload::Workload;

use crate::components::{all_parts, chosen_part, today};
use crate::engine::{self, knowledge};
use crate::navigation::Navigation;
use crate::session::Session;

/// What is drawn, and what holds there.
#[derive(Clone, Copy)]
pub struct Chosen {
    session: Session,
    navigation: Navigation,
    part: Memo<usize>,
    /// Whether all parts are drawn together.
    together: Memo<bool>,
    provider: Memo<Provider>,
    /// The workload as if it ran on that cloud: its limits may turn the verdict.
    workload: Memo<Arc<Workload>>,
    assessment: Memo<Arc<Assessment>>,
    fits: Memo<Vec<Fit>>,
    pattern: Memo<usize>,
}

impl Chosen {
    /// Follows the address and the workload.
    pub fn follow(session: Session) -> Self {
        let navigation = Navigation::get();
        let part = chosen_part(session);
        let together = all_parts(session);
        let named = navigation.query("provider");
        let provider = Memo::new(move |_| {
            let own = || session.workload().provider(knowledge());
            named
                .with(|named| named.as_deref().and_then(cloud))
                .or_else(|| own().as_deref().and_then(cloud))
                .unwrap_or(Provider::Aws)
        });
        let workload = Memo::new(move |_| {
            let workload = session.workload();
            let id = provider.get().id();
            if workload.provider(knowledge()).as_deref() == Some(id) {
                return workload;
            }
            workload
                .on_provider(knowledge(), id)
                .map_or(workload, Arc::new)
        });
        let assessment = Memo::new(move |_| {
            let (own, there) = (session.workload(), workload.get());
            if Arc::ptr_eq(&own, &there) {
                session.assessment()
            } else {
                engine::assess(&there)
            }
        });
        let fits = Memo::new(move |_| {
            choose(
                knowledge(),
                &workload.get().part_answers(knowledge(), part.get()),
            )
        });
        let named = navigation.query("pattern");
        let pattern = Memo::new(move |_| {
            let named = named.with(|id| id.as_deref().and_then(|id| knowledge().pattern(id)));
            named.unwrap_or_else(|| fits.with(|fits| fits.first().map_or(0, |fit| fit.pattern)))
        });
        Self {
            session,
            navigation,
            part,
            together,
            provider,
            workload,
            assessment,
            fits,
            pattern,
        }
    }

    /// The workload that is open.
    pub fn session(self) -> Session {
        self.session
    }

    /// Whether all parts are drawn together, each as the pattern that fits it best.
    pub fn is_together(self) -> bool {
        self.together.get()
    }

    /// The number of the part.
    pub fn part(self) -> usize {
        self.part.get()
    }

    /// The id of the part that a box belongs to. Where all parts are drawn together, the box is named
    /// after it; what they share belongs to none.
    pub fn part_of(self, thing: &str) -> Option<String> {
        let drawn_alone = (!self.together.get()).then(|| self.part.get());
        self.workload.with(|workload| {
            let part = match drawn_alone {
                Some(part) => workload.parts.get(part),
                None => workload.parts.iter().find(|part| {
                    let rest = thing.strip_prefix(part.id.as_str());
                    rest.is_some_and(|rest| rest.starts_with('.'))
                }),
            };
            part.map(|part| part.id.clone())
        })
    }

    /// Whose services are drawn.
    pub fn provider(self) -> Provider {
        self.provider.get()
    }

    /// What follows on that cloud.
    pub fn assessment(self) -> Arc<Assessment> {
        self.assessment.get()
    }

    /// How well each pattern fits, the best first.
    pub fn fits(self) -> Vec<Fit> {
        self.fits.get()
    }

    /// The index of the pattern that is drawn.
    pub fn pattern_index(self) -> usize {
        self.pattern.get()
    }

    /// The pattern that is drawn.
    pub fn pattern(self) -> Option<&'static Pattern> {
        knowledge().patterns.get(self.pattern.get())
    }

    /// Draws a pattern; the one that fits best needs no naming.
    pub fn choose_pattern(self, index: usize) {
        let best = self
            .fits
            .with_untracked(|fits| fits.first().map(|fit| fit.pattern));
        let id = knowledge()
            .patterns
            .get(index)
            .map(|pattern| pattern.id.as_str());
        self.navigation
            .choose("pattern", id.filter(|_| best != Some(index)));
    }

    /// What the drawing is asked for with.
    pub fn request(self) -> DocumentRequest {
        DocumentRequest {
            text: self.session.shown_text(),
            kind: "diagram".to_owned(),
            format: "svg".to_owned(),
            provider: Some(self.provider().id().to_owned()),
            part: self.part_of(""),
            pattern: self
                .pattern()
                .filter(|_| !self.is_together())
                .map(|pattern| pattern.id.clone()),
            theme: Some("auto".to_owned()),
            date: today(),
        }
    }
}

/// One of the three clouds that every pattern is drawn for.
fn cloud(id: &str) -> Option<Provider> {
    Provider::from_id(id).filter(|provider| Provider::CLOUDS.contains(provider))
}
