//! Mistakes, collected while reading goes on.

use std::cell::RefCell;

use plumbline_source::Diagnostic;

/// Everything found wrong so far. Reading never stops at the first mistake, so whoever reads
/// reports here and goes on with a stand-in; with any mistake there is no knowledge in the end.
#[derive(Default)]
pub(crate) struct Mistakes(RefCell<Vec<Diagnostic>>);

impl Mistakes {
    pub fn report(&self, mistake: Diagnostic) {
        self.0.borrow_mut().push(mistake);
    }

    pub fn count(&self) -> usize {
        self.0.borrow().len()
    }

    /// Whether something is known to be wrong at the very place of this mistake.
    pub fn is_known_at(&self, mistake: &Diagnostic) -> bool {
        let place = |one: &Diagnostic| {
            one.place
                .as_ref()
                .map(|place| (place.source.name.clone(), place.span))
        };
        let wanted = place(mistake);
        self.0.borrow().iter().any(|one| place(one) == wanted)
    }

    /// The value; a mistake is reported.
    pub fn keep<T>(&self, result: Result<T, Diagnostic>) -> Option<T> {
        result.map_err(|mistake| self.report(mistake)).ok()
    }

    /// All of them in the order of files and places, each once.
    pub fn sorted(self) -> Vec<Diagnostic> {
        let mut all = self.0.into_inner();
        all.sort_by(|one, other| key(one).cmp(&key(other)));
        all.dedup();
        all
    }
}

fn key(mistake: &Diagnostic) -> (Option<(&str, usize, usize)>, &str) {
    let place = mistake.place.as_ref();
    (
        place.map(|place| (place.source.name.as_str(), place.span.start, place.span.end)),
        &mistake.message,
    )
}
