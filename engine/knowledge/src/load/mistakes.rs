//! Mistakes, collected while reading goes on.

use std::cell::{Cell, RefCell};

use plumbline_source::Diagnostic;

/// Nobody reads more than that, and a hostile file could have any number.
const MOST: usize = 1000;

/// Everything found wrong so far. Reading never stops at the first mistake, so whoever reads
/// reports here and goes on with a stand-in; with any mistake there is no knowledge in the end.
#[derive(Default)]
pub(crate) struct Mistakes {
    kept: RefCell<Vec<Diagnostic>>,
    count: Cell<usize>,
}

impl Mistakes {
    pub fn report(&self, mistake: Diagnostic) {
        self.report_with(|| mistake);
    }

    /// Reports a mistake whose message takes time to make, such as one that looks for what was
    /// meant; it is made only if there is room for it.
    pub fn report_with(&self, mistake: impl FnOnce() -> Diagnostic) {
        self.count.set(self.count.get() + 1);
        if !self.is_full() {
            let mistake = mistake();
            self.kept.borrow_mut().push(mistake);
        }
    }

    /// Whether there is no room for more.
    pub fn is_full(&self) -> bool {
        self.kept.borrow().len() >= MOST
    }

    /// How many there are so far; grows with every report.
    pub fn count(&self) -> usize {
        self.count.get()
    }

    /// Whether something is known to be wrong at the very place of this mistake.
    pub fn is_known_at(&self, mistake: &Diagnostic) -> bool {
        let known = self.kept.borrow();
        known.iter().any(|one| match (&one.place, &mistake.place) {
            (Some(one), Some(other)) => {
                one.span == other.span && one.source.name == other.source.name
            }
            _ => false,
        })
    }

    /// The value; a mistake is reported.
    pub fn keep<T>(&self, result: Result<T, Diagnostic>) -> Option<T> {
        result.map_err(|mistake| self.report(mistake)).ok()
    }

    /// All of them in the order of files and places, each once.
    pub fn sorted(self) -> Vec<Diagnostic> {
        let mut all = self.kept.into_inner();
        let is_cut_off = self.count.get() > all.len();
        all.sort_by(|one, other| key(one).cmp(&key(other)));
        all.dedup();
        if is_cut_off {
            all.push(
                Diagnostic::error("there are more mistakes than these")
                    .help("correct these first, and check again"),
            );
        }
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
