//! How far the checklists are.

use plumbline_assess::Assessment;
use plumbline_workload::Workload;

/// How many items that matter are settled, of how many; of one list or of all.
#[must_use]
pub fn settled(workload: &Workload, assessment: &Assessment, list: Option<&str>) -> (usize, usize) {
    let here = assessment
        .checklist
        .iter()
        .filter(|item| list.is_none_or(|list| item.list == list));
    let mut count = (0, 0);
    for item in here {
        let done = workload
            .checks
            .get(&item.id)
            .is_some_and(|check| check.state.is_settled());
        count.0 += usize::from(done);
        count.1 += 1;
    }
    count
}

/// How many items of the checklists are settled, of how many: "11/38".
#[must_use]
pub fn checklist_count(workload: &Workload, assessment: &Assessment) -> String {
    let (settled, all) = settled(workload, assessment, None);
    format!("{settled}/{all}")
}

#[cfg(test)]
mod tests {
    use plumbline_workload::{Check, CheckState, Workload};

    use super::{checklist_count, settled};
    use crate::engine;

    #[test]
    fn what_is_done_or_not_needed_is_settled_and_other_items_do_not_count() {
        let mut workload = Workload::new("W");
        let assessment = engine::assess(&workload);
        let all = assessment.checklist.len();
        assert!(all > 3);
        for (item, state) in assessment.checklist.iter().zip(CheckState::ALL) {
            workload.set_check(&item.id, Check::of(state));
        }
        workload.set_check("nowhere", Check::of(CheckState::Done));
        assert_eq!(checklist_count(&workload, &assessment), format!("2/{all}"));
        let lists: usize = ["design", "security", "operations"]
            .map(|list| settled(&workload, &assessment, Some(list)).1)
            .iter()
            .sum();
        assert_eq!(lists, all);
    }
}
